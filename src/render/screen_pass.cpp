#include "render/screen_pass.h"

#include <cstddef>

namespace dateline::render {
namespace {

using gl::Attribute;
using gl::Type;

struct Layout {
    const char* program;
    std::vector<Attribute> attributes;
    std::size_t stride;
};

Attribute floats(std::uint32_t index, int count, std::size_t offset) { return {index, count, Type::Float, false, offset, false}; }
Attribute color(std::uint32_t index, std::size_t offset) { return {index, 4, Type::UnsignedByte, true, offset, false}; }

/// By ScreenKind: the shaders' names and what their attributes read.
const std::array<Layout, kScreenKinds>& layouts() {
    static const std::array<Layout, kScreenKinds> all{{
        {"rect",
         {floats(0, 4, offsetof(RectInstance, rect)), floats(1, 2, offsetof(RectInstance, radius)),
          color(2, offsetof(RectInstance, top_left)), color(3, offsetof(RectInstance, top_right)),
          color(4, offsetof(RectInstance, bottom_right)), color(5, offsetof(RectInstance, bottom_left)),
          color(6, offsetof(RectInstance, stroke))},
         sizeof(RectInstance)},
        {"symbol",
         {floats(0, 4, offsetof(SymbolInstance, center)),
          floats(1, 3, offsetof(SymbolInstance, dash_px)),
          color(2, offsetof(SymbolInstance, fill)),
          color(3, offsetof(SymbolInstance, stroke)),
          {4, 1, Type::UnsignedInt, false, offsetof(SymbolInstance, shape), true}},
         sizeof(SymbolInstance)},
        {"path",
         {floats(0, 4, offsetof(PathInstance, prev)), floats(1, 4, offsetof(PathInstance, to)),
          floats(2, 3, offsetof(PathInstance, width_px)), floats(3, 4, offsetof(PathInstance, dash_px)),
          color(4, offsetof(PathInstance, color))},
         sizeof(PathInstance)},
        {"fan", {floats(0, 2, offsetof(FanVertex, position)), color(1, offsetof(FanVertex, color))}, sizeof(FanVertex)},
        {"glyph",
         {floats(0, 4, offsetof(GlyphInstance, pen)), floats(1, 4, offsetof(GlyphInstance, box)),
          floats(2, 4, offsetof(GlyphInstance, texels)), floats(3, 2, offsetof(GlyphInstance, ramp)),
          color(4, offsetof(GlyphInstance, color))},
         sizeof(GlyphInstance)},
    }};
    return all;
}

std::vector<std::uint8_t> premultiplied_pixels(const view::Image& image) {
    std::vector<std::uint8_t> out(image.rgba);
    for (std::size_t i = 0; i + 3 < out.size(); i += 4) {
        const unsigned a = out[i + 3];
        for (std::size_t k = 0; k < 3; ++k) out[i + k] = static_cast<std::uint8_t>((out[i + k] * a + 127) / 255);
    }
    return out;
}

}  // namespace

base::Result<ScreenPass> ScreenPass::create(const gl::ShaderSource& source) {
    std::vector<gl::Program> programs;
    for (const Layout& layout : layouts()) {
        auto program = gl::Program::load(source, layout.program);
        if (!program) return tl::unexpected(program.error());
        programs.push_back(std::move(*program));
    }
    auto image = gl::Program::load(source, "image");
    if (!image) return tl::unexpected(image.error());
    return ScreenPass(std::move(programs), std::move(*image));
}

void ScreenPass::upload(const ScreenBatcher::Streams& streams, Stats& stats) {
    const auto one = [&]<class T>(ScreenKind kind, const std::vector<T>& items) {
        Stream& stream = streams_[static_cast<std::size_t>(kind)];
        if (items.empty()) return;
        stream.buffer.upload(items, gl::Usage::Stream);
        stats.uploaded_bytes += stream.buffer.size_bytes();
    };
    one(ScreenKind::Rects, std::get<0>(streams));
    one(ScreenKind::Symbols, std::get<1>(streams));
    one(ScreenKind::Paths, std::get<2>(streams));
    one(ScreenKind::Fans, std::get<3>(streams));
    one(ScreenKind::Glyphs, std::get<4>(streams));
}

void ScreenPass::draw(const ScreenBatcher::Batch& batch, const GlyphAtlas& atlas, const DrawContext& context) {
    if (batch.count == 0) return;
    const auto kind = static_cast<std::size_t>(batch.kind);
    const Layout& layout = layouts()[kind];
    const gl::Program& program = programs_[kind];
    Stream& stream = streams_[kind];
    program.use();
    context.target.apply(program);
    if (batch.kind == ScreenKind::Glyphs) {
        program.set("u_atlas", 0);
        program.set("u_texel", atlas.side() > 0 ? 1.0f / static_cast<float>(atlas.side()) : 0.0f);
        atlas.bind(0);
    }
    if (batch.kind == ScreenKind::Fans) {
        stream.vertices.attributes(stream.buffer, layout.attributes, layout.stride);
        gl::draw_arrays(stream.vertices, gl::Primitive::Triangles, static_cast<int>(batch.first), static_cast<int>(batch.count));
        context.stats.vertices += batch.count;
    } else {
        stream.vertices.attributes(stream.buffer, layout.attributes, layout.stride, batch.first * layout.stride, 1);
        gl::draw_instances(stream.vertices, gl::Primitive::TriangleStrip, 4, batch.count);
        context.stats.vertices += 4 * batch.count;
    }
    context.stats.draw_calls++;
}

void ScreenPass::draw(const view::DrawImage& item, const DrawContext& context) {
    if (!item.image || item.alpha <= 0) return;
    const view::Image& image = *item.image;
    const std::size_t bytes = 4 * static_cast<std::size_t>(std::max(image.width, 0)) * static_cast<std::size_t>(std::max(image.height, 0));
    if (bytes == 0 || image.rgba.size() < bytes) return;
    const gl::Texture& texture = images_.find_or(image.key, [&] {
        gl::Texture fresh(gl::Format::Rgba8, image.width, image.height, gl::Filter::Mipmap);
        fresh.write(0, 0, image.width, image.height, premultiplied_pixels(image));
        fresh.make_mipmaps();
        context.stats.uploaded_bytes += bytes;
        return std::pair{std::move(fresh), bytes};
    });
    image_.use();
    context.target.apply(image_);
    texture.bind(0);
    image_.set("u_image", 0);
    image_.set("u_alpha", item.alpha);
    image_.set("u_rect", std::array{item.rect.x, item.rect.y, item.rect.w, item.rect.h});
    gl::draw_arrays(nothing_, gl::Primitive::TriangleStrip, 0, 4);
    context.stats.draw_calls++;
    context.stats.vertices += 4;
}

}  // namespace dateline::render
