#include "render/renderer.h"

#include "gl/texture.h"
#include "render/arc_pass.h"
#include "render/coarse_frame.h"
#include "render/fill_pass.h"
#include "render/heat_pass.h"
#include "render/kept_picture.h"
#include "render/laid_pass.h"
#include "render/line_pass.h"
#include "render/marker_pass.h"
#include "render/motion_detail.h"
#include "render/panned_ground.h"
#include "render/screen_pass.h"
#include "render/text_items.h"

#include <algorithm>
#include <optional>

namespace dateline::render {
namespace {

/// A frame's items after sorting: world items as they are, screen items as batches.
struct Command {
    std::variant<std::vector<const view::FillArea*>, std::vector<const view::StrokeLines*>, const view::DrawMarkers*, const view::DrawArcs*,
                 const view::DrawHeat*, const view::DrawImage*, const view::LayImage*, std::vector<ScreenBatcher::Batch>>
        what;
    gl::Box clip;
    std::size_t world = 0;           ///< index of the MapTransform that holds for it
    std::size_t first = 0, end = 0;  ///< the frame's items that it draws
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
    KeptPicture picture;
    MotionDetail motion;
    PannedGround panned;
    float live_scale = 1;      ///< of the frame that is shown, whatever is drawn for it
    view::PointPx pattern_px;  ///< where hatches begin on the screen: they go with the ground when the map is moved
    Stats stats;

    std::vector<Command> commands;
    std::vector<WorldView> worlds;

    void gather(const view::Frame& frame, const Target& target, std::size_t first_item = 0, float map_margin_px = 0);
    void upload();
    void clear(const view::Frame& frame, const Target& target);
    void clear(const view::Frame& frame, const Target& target, const gl::Box& box);
    /// How commands are drawn.
    struct Manner {
        view::PointPx pattern_px;
        bool passing = false, on_its_own = false;
    };
    void execute(const view::Frame& frame, const Target& target, std::size_t first, std::size_t end) {
        execute(frame, target, first, end, {pattern_px});
    }
    void execute(const view::Frame& frame, const Target& target, std::size_t first, std::size_t end, const Manner& manner);
    std::size_t put_ground(const view::Frame& frame, std::size_t kept, std::size_t keep, const Target& shown);
    std::size_t execute_kept(const view::Frame& frame, const Target& target, const KeptPicture::Plan& plan);
    void draw_whole(const view::Frame& frame, const Target& target, const KeptPicture::Plan& plan);
    void draw_coarse_ground(const view::Frame& frame, int divisor);
    bool pan_ground(const view::Frame& frame, const Target& target);
    void keep_ground(const view::Frame& frame, const Target& target);
    std::size_t commands_before(std::size_t end) const;
    std::size_t begin_page(const view::Frame& frame, const Target& target, std::size_t most);
    void draw_beside(const view::Frame& frame, const Target& target, std::size_t first);
    void draw_in_motion(const view::Frame& frame, const Target& target, int divisor);
    void draw_over_ground(const view::Frame& frame, const Target& target);
    void end_frame();
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
    float map_margin_px = 0;          ///< by which world items go on beyond their map
    std::size_t ground_end = 0;       ///< no group goes on beyond it
    std::size_t at = 0, flushed = 0;  ///< the item that is gathered, and the first that waits in the batcher or comes after

    void flush() {
        auto batches = batcher.flush();
        if (!batches.empty()) commands.push_back({std::move(batches), clip, worlds.size() - 1, flushed, at});
        flushed = at;
    }
    gl::Box map_clip() const {
        const view::RectPx& r = worlds.back().map().rect;
        const float m = map_margin_px;
        return intersection(clip, target.box_of({r.x - m, r.y - m, r.w + 2 * m, r.h + 2 * m}));
    }
    template <class T>
    void world_item(T what) {
        flush();
        commands.push_back({std::move(what), map_clip(), worlds.size() - 1, at, at + 1});
        flushed = at + 1;
    }

    /// The item joins the command before where that is of its kind and `alike` to it.
    template <class Item, class Alike>
    void grouped(const Item& item, Alike alike) {
        flush();
        if (!commands.empty() && at != ground_end && commands.back().world == worlds.size() - 1 && commands.back().clip == map_clip()) {
            auto* group = std::get_if<std::vector<const Item*>>(&commands.back().what);
            if (group && alike(*group->front())) {
                group->push_back(&item);
                commands.back().end = flushed = at + 1;
                return;
            }
        }
        world_item(std::vector{&item});
    }

    void operator()(const view::FillArea& item) {
        grouped(item, [&](const view::FillArea& other) { return other.fill == item.fill && other.hatch_px == item.hatch_px; });
    }
    void operator()(const view::DrawMarkers& item) { world_item(&item); }
    void operator()(const view::DrawArcs& item) { world_item(&item); }
    void operator()(const view::DrawHeat& item) { world_item(&item); }
    void operator()(const view::LayImage& item) { world_item(&item); }
    void operator()(const view::StrokeLines& item) {
        if (!item.lines || item.lines->starts.empty()) return;
        grouped(item, [&](const view::StrokeLines& other) { return other.style == item.style; });
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
        commands.push_back({&item, clip, worlds.size() - 1, at, at + 1});
        flushed = at + 1;
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

/// The items from `first_item` on, on the map and in the clip that those before it leave.
void Renderer::Impl::gather(const view::Frame& frame, const Target& target, std::size_t first_item, float map_margin_px) {
    commands.clear();
    worlds.clear();
    worlds.emplace_back();
    batcher.begin(static_cast<float>(frame.width_px), static_cast<float>(frame.height_px));
    atlas.begin_frame();
    Gatherer gatherer{type, atlas, batcher, target, commands, worlds, target.whole(), map_margin_px, frame.ground_end};
    for (; gatherer.at < frame.items.size(); ++gatherer.at) {
        const view::Item& item = frame.items[gatherer.at];
        if (gatherer.at >= first_item || std::holds_alternative<view::MapTransform>(item) || std::holds_alternative<view::ClipTo>(item))
            std::visit(gatherer, item);
    }
    gatherer.flush();
}

void Renderer::Impl::run(const Command& command, const DrawContext& context) {
    const WorldView& world = worlds[command.world];
    if (const auto* areas = std::get_if<std::vector<const view::FillArea*>>(&command.what)) fills.draw(*areas, world, context);
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

void Renderer::Impl::upload() {
    screen.upload(batcher.streams(), stats);
    atlas.upload(stats);
    gl::reset_state();
}

void Renderer::Impl::clear(const view::Frame& frame, const Target& target) { clear(frame, target, target.whole()); }

void Renderer::Impl::clear(const view::Frame& frame, const Target& target, const gl::Box& box) {
    gl::set_viewport(target.viewport());
    gl::set_scissor(box);
    const view::Color c = frame.clear;
    gl::clear(c.r * c.a, c.g * c.a, c.b * c.a, c.a);
}

/// Commands [first, end) into the target, which is bound.
void Renderer::Impl::execute(const view::Frame& frame, const Target& target, std::size_t first, std::size_t end, const Manner& manner) {
    gl::set_viewport(target.viewport());
    const std::array hatch_origin_px{manner.pattern_px.x * frame.scale / live_scale, manner.pattern_px.y * frame.scale / live_scale};
    for (std::size_t i = first; i < end; ++i) {
        const Command& command = commands[i];
        if (is_empty(command.clip)) continue;
        gl::set_scissor(command.clip);
        run(command, {target, command.clip, frame.scale, stats, hatch_origin_px, manner.on_its_own, manner.passing});
    }
    gl::set_scissor(target.whole());
}

/// Draws what is worth keeping into the picture that is kept of it, as far as it is not there, and puts that into the target.
/// Returns the first command that is still to be drawn; 0 where nothing is kept, with the target as it was.
std::size_t Renderer::Impl::execute_kept(const view::Frame& frame, const Target& target, const KeptPicture::Plan& plan) {
    if (plan.still && plan.whole_kept) {
        KeptPicture::put(picture.whole(), target);
        return commands.size();
    }
    const Target shown = plan.still ? picture.whole() : target;
    std::size_t first = put_ground(frame, plan.kept, plan.keep, shown);
    if (!plan.still) return first;
    if (first == 0) {
        gl::Framebuffer::bind_raw(shown.framebuffer);
        first = begin_page(frame, shown, commands.size());
    }
    execute(frame, shown, first, commands.size());
    picture.whole_holds();
    KeptPicture::put(shown, target);
    return commands.size();
}

/// Of a frame whose first items are kept, or are worth it: the ground, as far as it is not there yet, and that into `shown`.
/// Returns the first command that is not in it.
std::size_t Renderer::Impl::put_ground(const view::Frame& frame, std::size_t kept, std::size_t keep, const Target& shown) {
    std::size_t first = commands_before(kept);
    if (first < commands.size() && commands[first].first < kept) first = kept = 0;  // drawn in one with what comes now
    const std::size_t end = commands_before(keep);
    if (end == 0) {
        picture.ground_holds(0);
        return 0;
    }
    const Target ground = picture.ground();
    if (kept == 0 || end > first) {
        gl::Framebuffer::bind_raw(ground.framebuffer);
        if (kept == 0) first = begin_page(frame, ground, end);
        execute(frame, ground, first, end);
    }
    picture.ground_holds(std::max(kept, commands[end - 1].end));
    KeptPicture::put(ground, shown);
    return end;
}

void Renderer::Impl::draw_whole(const view::Frame& frame, const Target& target, const KeptPicture::Plan& plan) {
    gather(frame, target);
    upload();
    if (motion.slow() && frame.ground_end > 0 && !panned.exact()) keep_ground(frame, target);
    std::size_t first = execute_kept(frame, target, plan);
    if (first == 0) first = begin_page(frame, target, commands.size());  // also a frame without items
    execute(frame, target, first, commands.size());
}

/// How many of the commands draw nothing but items before `end`.
std::size_t Renderer::Impl::commands_before(std::size_t end) const {
    return static_cast<std::size_t>(std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.end > end; }) -
                                    commands.begin());
}

/// Clears the target, which is bound, or begins with the ground where that is at hand and takes no more than the first `most`
/// commands. Returns the first command that is still to be drawn.
std::size_t Renderer::Impl::begin_page(const view::Frame& frame, const Target& target, std::size_t most) {
    const std::size_t ground = panned.exact() ? commands_before(frame.ground_end) : 0;
    if (ground == 0 || ground > most) {
        clear(frame, target);
        return 0;
    }
    KeptPicture::put(panned.target(target), target);
    return ground;
}

/// Draws the ground to where it may be panned. The framebuffer that is bound stays it.
void Renderer::Impl::keep_ground(const view::Frame& frame, const Target& target) {
    const auto map = std::find_if(worlds.begin() + 1, worlds.end(), [](const WorldView& world) { return world.map().rect.w > 0; });
    const std::size_t ground = commands_before(frame.ground_end);
    if (map == worlds.end() || ground == 0) return;
    const Target own = panned.target(target);
    gl::Framebuffer::bind_raw(own.framebuffer);
    clear(frame, own);
    execute(frame, own, 0, ground);
    gl::Framebuffer::bind_raw(target.framebuffer);
    panned.holds(map->map(), pattern_px);
}

void Renderer::Impl::draw_coarse_ground(const view::Frame& frame, int divisor) {
    const view::Frame small = coarse_ground(frame, divisor);
    const Target target = picture.coarse(divisor);
    gather(small, target, 0, 1);
    upload();
    gl::Framebuffer::bind_raw(target.framebuffer);
    clear(small, target);
    execute(small, target, 0, commands.size(), {pattern_px, true});
    picture.coarse_holds(divisor);
}

/// Commands from `first` on, which draw what lies beside the map: drawn once for as long as it stays what it is.
void Renderer::Impl::draw_beside(const view::Frame& frame, const Target& target, std::size_t first) {
    const auto* part =
        frame.map_end > 0 && frame.map_end < frame.items.size() ? std::get_if<view::ClipTo>(&frame.items[frame.map_end]) : nullptr;
    if (part == nullptr) return execute(frame, target, first, commands.size());
    const Target beside = picture.beside();
    if (!picture.beside_kept()) {
        gl::Framebuffer::bind_raw(beside.framebuffer);
        clear(frame, beside);
        execute(frame, beside, first, commands.size());
        picture.beside_holds();
    }
    const gl::Box box = target.box_of(part->rect);
    gl::copy_pixels(beside.framebuffer, target.framebuffer, box, box.x, box.y);
    gl::Framebuffer::bind_raw(target.framebuffer);
}

/// Moves the ground at hand to where the map is, and draws what came into view. False where it cannot serve.
bool Renderer::Impl::pan_ground(const view::Frame& frame, const Target& target) {
    const view::MapTransform* map = map_of(frame);
    const auto shift = map != nullptr ? panned.shift_to(*map) : std::nullopt;
    if (!shift) {
        panned.forget();
        return false;
    }
    const view::MapTransform lies = panned.move(target, *shift);
    const Target own = panned.target(target);
    for (const view::RectPx& strip : uncovered(lies.rect, *shift)) {
        const view::Frame part = strip_of_ground(frame, lies, strip);
        gather(part, own);
        upload();
        gl::Framebuffer::bind_raw(own.framebuffer);
        clear(part, own, own.box_of(strip));
        execute(part, own, 0, commands.size(), {panned.pattern_px()});
    }
    return true;
}

/// While the map moves: the ground panned, or smaller and stretched; what lies over it as ever.
void Renderer::Impl::draw_in_motion(const view::Frame& frame, const Target& target, int divisor) {
    const bool panning = pan_ground(frame, target);
    if (!panning && picture.coarse_kept() != divisor) draw_coarse_ground(frame, divisor);
    stats.ground_divisor = panning ? 1 : divisor;
    gl::reset_state();
    gl::Framebuffer::bind_raw(target.framebuffer);
    clear(frame, target);
    if (const view::MapTransform* map = map_of(frame)) {
        const gl::Box box = target.box_of(map->rect);
        const Target ground = panning ? panned.target(target) : picture.coarse(divisor);
        if (panning) gl::copy_pixels(ground.framebuffer, target.framebuffer, box, box.x, box.y);
        if (!panning) gl::stretch_pixels(ground.framebuffer, ground.width, ground.height, target.framebuffer, target.height, divisor, box);
    }
    draw_over_ground(frame, target);
}

void Renderer::Impl::draw_over_ground(const view::Frame& frame, const Target& target) {
    gather(frame, target, frame.ground_end);
    upload();
    gl::Framebuffer::bind_raw(target.framebuffer);
    const auto beside =
        std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return frame.map_end > 0 && c.first >= frame.map_end; });
    const auto first = static_cast<std::size_t>(beside - commands.begin());
    execute(frame, target, 0, first);
    draw_beside(frame, target, first);
    gl::set_scissor(target.whole());
}

void Renderer::Impl::end_frame() {
    fills.end_frame();
    lines.end_frame();
    markers.end_frame();
    arcs.end_frame();
    screen.end_frame();
    laid.end_frame();
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
    return Renderer(std::unique_ptr<Impl>(new Impl{type,
                                                   GlyphAtlas(context.limits().texture_px),
                                                   std::move(*fills),
                                                   std::move(*lines),
                                                   std::move(*markers),
                                                   std::move(*arcs),
                                                   std::move(*heat),
                                                   std::move(*screen),
                                                   std::move(*laid),
                                                   {},
                                                   {},
                                                   {},
                                                   {},
                                                   1,
                                                   {},
                                                   {},
                                                   {},
                                                   {}}));
}

Renderer::Renderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::draw(const view::Frame& frame) {
    const Target target{frame.width_px, frame.height_px, 0, 0, gl::Framebuffer::current()};
    impl_->stats = {};
    if (target.width <= 0 || target.height <= 0) return;
    impl_->panned.forget();
    if (!(impl_->pattern_px == view::PointPx{})) impl_->picture.forget();  // what is not live has no history
    impl_->pattern_px = {};
    impl_->draw_whole(frame, target, impl_->picture.next(frame, target));
    impl_->end_frame();
}

void Renderer::draw_live(const view::Frame& frame, double now_s) {
    const Target target{frame.width_px, frame.height_px, 0, 0, gl::Framebuffer::current()};
    impl_->stats = {};
    if (target.width <= 0 || target.height <= 0) return;
    const KeptPicture::Plan plan = impl_->picture.next(frame, target);
    impl_->live_scale = frame.scale;
    impl_->pattern_px = {impl_->pattern_px.x + plan.went.x, impl_->pattern_px.y + plan.went.y};
    const int divisor = impl_->motion.next(plan.moved, now_s);
    if (!plan.same_ground) impl_->panned.changed();
    if (!plan.same_ground && !plan.moved) impl_->panned.forget();  // not the map, but what is on it
    divisor == 1 ? impl_->draw_whole(frame, target, plan) : impl_->draw_in_motion(frame, target, divisor);
    impl_->end_frame();
}

void Renderer::took(double frame_s) { impl_->motion.took(frame_s); }
bool Renderer::owes_frame() const { return impl_->motion.owes_frame(); }

void Renderer::draw(const view::Frame& frame, const Target& target) {
    impl_->stats = {};
    if (target.width <= 0 || target.height <= 0) return;
    impl_->gather(frame, target);
    impl_->upload();
    impl_->clear(frame, target);
    impl_->execute(frame, target, 0, impl_->commands.size(), {{}, false, true});
    impl_->end_frame();
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
    impl_->picture.forget();
    impl_->panned.forget();
}

}  // namespace dateline::render
