#include "render/renderer.h"

#include "gl/texture.h"
#include "render/arc_pass.h"
#include "render/fill_pass.h"
#include "render/heat_pass.h"
#include "render/laid_pass.h"
#include "render/line_pass.h"
#include "render/marker_pass.h"
#include "render/screen_pass.h"
#include "render/text_items.h"

#include <optional>

namespace dateline::render {
namespace {

/// A frame's items after sorting: world items as they are, screen items as batches.
struct Command {
    std::variant<const view::FillArea*, std::vector<const view::StrokeLines*>, const view::DrawMarkers*, const view::DrawArcs*,
                 const view::DrawHeat*, const view::DrawImage*, const view::LayImage*, std::vector<ScreenBatcher::Batch>>
        what;
    gl::Box clip;
    std::size_t world = 0;   ///< index of the MapTransform that holds for it
};

}  // namespace

struct Renderer::Impl {
    const view::Typesetter& type;
    GlyphAtlas atlas;
    FillPass fills;
    LinePass lines;
    MarkerPass markers;
    ArcPass arcs;
    HeatPass heat;
    ScreenPass screen;
    LaidPass laid;
    ScreenBatcher batcher;
    Stats stats;

    std::vector<Command> commands;
    std::vector<WorldView> worlds;

    void gather(const view::Frame& frame, const Target& target);
    void execute(const view::Frame& frame, const Target& target);
    void run(const Command& command, const DrawContext& context);
};

namespace {

/// Turns items into commands; screen items wait in the batcher until something that is none of them comes.
struct Gatherer {
    const view::Typesetter& type;
    GlyphAtlas& atlas;
    ScreenBatcher& batcher;
    const Target& target;
    std::vector<Command>& commands;
    std::vector<WorldView>& worlds;
    gl::Box clip;

    void flush() {
        auto batches = batcher.flush();
        if (!batches.empty()) commands.push_back({std::move(batches), clip, worlds.size() - 1});
    }
    gl::Box map_clip() const { return intersection(clip, target.box_of(worlds.back().map().rect)); }
    template <class T>
    void world_item(T what) {
        flush();
        commands.push_back({std::move(what), map_clip(), worlds.size() - 1});
    }

    void operator()(const view::FillArea& item) { world_item(&item); }
    void operator()(const view::DrawMarkers& item) { world_item(&item); }
    void operator()(const view::DrawArcs& item) { world_item(&item); }
    void operator()(const view::DrawHeat& item) { world_item(&item); }
    void operator()(const view::LayImage& item) { world_item(&item); }
    void operator()(const view::StrokeLines& item) {
        if (!item.lines || item.lines->starts.empty()) return;
        flush();
        if (!commands.empty() && commands.back().world == worlds.size() - 1 && commands.back().clip == map_clip()) {
            auto* group = std::get_if<std::vector<const view::StrokeLines*>>(&commands.back().what);
            if (group && group->front()->style == item.style) {
                group->push_back(&item);
                return;
            }
        }
        world_item(std::vector{&item});
    }
    void operator()(const view::MapTransform& item) {
        flush();
        worlds.emplace_back(item);
    }
    void operator()(const view::ClipTo& item) {
        flush();
        clip = item.rect.w > 0 || item.rect.h > 0 ? target.box_of(item.rect) : target.whole();
    }
    void operator()(const view::DrawImage& item) {
        flush();
        commands.push_back({&item, clip, worlds.size() - 1});
    }
    void operator()(const view::FillRect& item) {
        batcher.add<ScreenKind::Rects>([&](auto& out) { return append(item, out); });
    }
    void operator()(const view::Symbol& item) {
        batcher.add<ScreenKind::Symbols>([&](auto& out) { return append(item, out); });
    }
    void operator()(const view::StrokePath& item) {
        batcher.add<ScreenKind::Paths>([&](auto& out) { return append(item, out); });
    }
    void operator()(const view::FillPath& item) {
        batcher.add<ScreenKind::Fans>([&](auto& out) { return append(item, out); });
    }
    void operator()(const view::DrawText& item) {
        batcher.add<ScreenKind::Glyphs>([&](auto& out) { return append(item, type, atlas, out); });
    }
    void operator()(const view::DrawTextPath& item) {
        batcher.add<ScreenKind::Glyphs>([&](auto& out) { return append(item, type, atlas, out); });
    }
};

}  // namespace

void Renderer::Impl::gather(const view::Frame& frame, const Target& target) {
    commands.clear();
    worlds.clear();
    worlds.emplace_back();
    batcher.begin(static_cast<float>(frame.width_px), static_cast<float>(frame.height_px));
    atlas.begin_frame();
    Gatherer gatherer{type, atlas, batcher, target, commands, worlds, target.whole()};
    for (const view::Item& item : frame.items) std::visit(gatherer, item);
    gatherer.flush();
}

void Renderer::Impl::run(const Command& command, const DrawContext& context) {
    const WorldView& world = worlds[command.world];
    if (const auto* fill = std::get_if<const view::FillArea*>(&command.what)) fills.draw(**fill, world, context);
    if (const auto* group = std::get_if<std::vector<const view::StrokeLines*>>(&command.what)) {
        lines.draw(*group, world, context, command.clip);
    }
    if (const auto* set = std::get_if<const view::DrawMarkers*>(&command.what)) markers.draw(**set, world, context);
    if (const auto* arc = std::get_if<const view::DrawArcs*>(&command.what)) arcs.draw(**arc, world, context);
    if (const auto* sums = std::get_if<const view::DrawHeat*>(&command.what)) heat.draw(**sums, markers, world, context);
    if (const auto* image = std::get_if<const view::DrawImage*>(&command.what)) screen.draw(**image, context);
    if (const auto* laid_image = std::get_if<const view::LayImage*>(&command.what)) laid.draw(**laid_image, world, context);
    if (const auto* batches = std::get_if<std::vector<ScreenBatcher::Batch>>(&command.what)) {
        for (const ScreenBatcher::Batch& batch : *batches) screen.draw(batch, atlas, context);
    }
}

void Renderer::Impl::execute(const view::Frame& frame, const Target& target) {
    screen.upload(batcher.streams(), stats);
    atlas.upload(stats);
    gl::reset_state();
    gl::set_viewport(target.viewport());
    gl::set_scissor(target.whole());
    const view::Color c = frame.clear;
    gl::clear(c.r * c.a, c.g * c.a, c.b * c.a, c.a);
    for (const Command& command : commands) {
        if (is_empty(command.clip)) continue;
        gl::set_scissor(command.clip);
        run(command, {target, command.clip, frame.scale, stats});
    }
    gl::set_scissor(target.whole());
}

base::Result<Renderer> Renderer::create(gl::Context& context, const view::Typesetter& type) {
    const gl::ShaderSource source = gl::ShaderSource::preferred();
    auto fills = FillPass::create(source);
    if (!fills) return tl::unexpected(fills.error());
    auto lines = LinePass::create(source);
    if (!lines) return tl::unexpected(lines.error());
    auto markers = MarkerPass::create(source);
    if (!markers) return tl::unexpected(markers.error());
    auto arcs = ArcPass::create(source);
    if (!arcs) return tl::unexpected(arcs.error());
    auto heat = HeatPass::create(source);
    if (!heat) return tl::unexpected(heat.error());
    auto screen = ScreenPass::create(source);
    if (!screen) return tl::unexpected(screen.error());
    auto laid = LaidPass::create(source);
    if (!laid) return tl::unexpected(laid.error());
    return Renderer(std::unique_ptr<Impl>(new Impl{type, GlyphAtlas(context.limits().texture_px), std::move(*fills),
                                                   std::move(*lines), std::move(*markers), std::move(*arcs), std::move(*heat), std::move(*screen), std::move(*laid),
                                                   {}, {}, {}, {}}));
}

Renderer::Renderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::draw(const view::Frame& frame) {
    draw(frame, Target{frame.width_px, frame.height_px, 0, 0, gl::Framebuffer::current()});
}

void Renderer::draw(const view::Frame& frame, const Target& target) {
    impl_->stats = {};
    if (target.width <= 0 || target.height <= 0) return;
    impl_->gather(frame, target);
    impl_->execute(frame, target);
    impl_->fills.end_frame();
    impl_->lines.end_frame();
    impl_->markers.end_frame();
    impl_->arcs.end_frame();
    impl_->screen.end_frame();
    impl_->laid.end_frame();
}

const Stats& Renderer::stats() const { return impl_->stats; }

void Renderer::reload_changed_shaders() {
    impl_->fills.reload();
    impl_->lines.reload();
    impl_->markers.reload();
    impl_->arcs.reload();
    impl_->heat.reload();
    impl_->screen.reload();
    impl_->laid.reload();
}

}  // namespace dateline::render
