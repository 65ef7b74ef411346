#include "render/laid_pass.h"

#include "document/relief.h"
#include "gl/state.h"
#include "view/relief_layer.h"

#include <array>
#include <bit>
#include <cmath>

namespace dateline::render {
namespace {

/// No cell is wider or higher than this in world units: 2.5° of longitude.
constexpr double kCell = 2.5 / 360;

std::array<float, 4> components(view::Color c) { return {c.r, c.g, c.b, c.a}; }

std::pair<gl::Texture, std::size_t> uploaded(const geo::WorldImage& image, Stats& stats) {
    const bool relief = image.channels == 2;
    gl::Texture texture(relief ? gl::Format::Rg8 : gl::Format::Rgba8, image.width, image.height,
                        relief ? gl::Filter::Linear : gl::Filter::Mipmap);
    if (relief) {
        texture.write(0, 0, image.width, image.height, image.pixels);
    } else {
        std::vector<std::uint8_t> premultiplied(image.pixels.begin(), image.pixels.end());
        for (std::size_t i = 0; i + 3 < premultiplied.size(); i += 4) {
            const unsigned a = premultiplied[i + 3];
            for (std::size_t k = 0; a < 255 && k < 3; ++k)
                premultiplied[i + k] = static_cast<std::uint8_t>((premultiplied[i + k] * a + 127) / 255);
        }
        texture.write(0, 0, image.width, image.height, premultiplied);
        texture.make_mipmaps();
    }
    stats.uploaded_bytes += image.pixels.size();
    return {std::move(texture), image.pixels.size()};
}

}  // namespace

base::Result<LaidPass> LaidPass::create(const gl::ShaderSource& source) {
    auto raster = WorldProgram::load(source, "raster");
    if (!raster) return tl::unexpected(raster.error());
    auto relief = WorldProgram::load(source, "relief");
    if (!relief) return tl::unexpected(relief.error());
    auto smooth_relief = WorldProgram::load(source, "relief", "relief", "#define SMOOTH");
    if (!smooth_relief) return tl::unexpected(smooth_relief.error());
    return LaidPass(std::move(*raster), std::move(*relief), std::move(*smooth_relief));
}

LaidPass::Grid& LaidPass::grid_of(int cells) {
    Grid& grid = grids_[cells];
    if (grid.index_count > 0) return grid;
    std::vector<geo::LocalPoint> vertices;
    std::vector<std::uint32_t> triangles;
    const auto side = static_cast<std::uint32_t>(cells) + 1;
    const float step = 1 / static_cast<float>(cells);
    for (std::uint32_t y = 0; y < side; ++y) {
        for (std::uint32_t x = 0; x < side; ++x) {
            vertices.push_back({static_cast<float>(x) * step, static_cast<float>(y) * step});
            const std::uint32_t at = y * side + x;
            if (x + 1 < side && y + 1 < side) triangles.insert(triangles.end(), {at, at + 1, at + side, at + side, at + 1, at + side + 1});
        }
    }
    grid.vertices.upload(vertices, gl::Usage::Static);
    grid.triangles.upload(triangles, gl::Usage::Static);
    grid.index_count = triangles.size();
    grid.array.attributes(grid.vertices, std::array{gl::Attribute{0, 2}}, sizeof(geo::LocalPoint));
    grid.array.indices(grid.triangles);
    return grid;
}

void LaidPass::draw(const view::LayImage& item, const WorldView& world, const DrawContext& context) {
    if (!item.image || !item.image->whole() || item.alpha <= 0) return;
    const geo::WorldImage& image = *item.image;
    const WorldView::Copies copies = world.copies(item.part, 0);
    if (copies.first > copies.last) return;
    const gl::Texture& texture = textures_.find_or(image.key, [&] { return uploaded(image, context.stats); });
    const double width = item.part.x1 - item.part.x0, height = item.part.y1 - item.part.y0;
    const double image_w = image.box.x1 - image.box.x0, image_h = image.box.y1 - image.box.y0;
    // A power of two, so that few grids serve all, and the edges of a square and of its quarters share their points.
    const auto bent = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::ceil(std::max({width, height, kCell}) / kCell))));
    const int cells = world.curved() ? bent : 1;
    Grid& grid = grid_of(cells);
    const bool relief = image.channels == 2;
    const gl::Program& program = (!relief ? raster_ : item.smooth && !context.passing ? smooth_relief_ : relief_).of(world);
    const gl::ClipDistances clipped(world.curved());
    program.use();
    context.target.apply(program);
    texture.bind(0);
    program.set("u_image", 0);
    program.set("u_alpha", item.alpha);
    program.set("u_part_size", std::array{static_cast<float>(width), static_cast<float>(height)});
    program.set("u_texels", std::array{static_cast<float>((item.part.x0 - image.box.x0) / image_w),
                                       static_cast<float>((item.part.y0 - image.box.y0) / image_h), static_cast<float>(width / image_w),
                                       static_cast<float>(height / image_h)});
    if (relief) {
        program.set("u_part_north", std::array{static_cast<float>(item.part.y0), static_cast<float>(1 - item.part.y0)});
        program.set("u_beyond", std::array{item.north, item.south, static_cast<float>(view::kBeyondReach)});
        program.set("u_image_px", std::array{static_cast<float>(image.width), static_cast<float>(image.height)});
        program.set("u_flat", static_cast<float>(document::kReliefFlat) / 255);
        program.set("u_shadow", components(item.tone.shadow));
        program.set("u_light", components(item.tone.light));
        program.set("u_high", components(item.tone.high));
    }
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        world.apply(program, {item.part.x0, item.part.y0}, copy);
        gl::draw_elements(grid.array, gl::Primitive::Triangles, 0, grid.index_count);
        context.stats.draw_calls++;
        context.stats.vertices += grid.index_count;
    }
}

}  // namespace dateline::render
