#include "render/marker_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace dateline::render {
namespace {

constexpr float kOpenDays = 9e5f;         // as in marker_state.glsl
constexpr float kSmallestShapePx = 2.9f;  // nominal radius below which a shape cannot be told from a dot
constexpr float kRecentRadius = 6.5f;
constexpr float kReachPx = 32;               // nominal, of a marker's rings and pulse
constexpr std::size_t kMostShapes = 20'000;  // on screen, at whatever time, so that scrubbing never changes the look

/// 28 bytes a marker.
struct Packed {
    float x, y;
    float begin_days, end_days;
    std::int16_t offset_x, offset_y;  ///< eighths of a pixel
    std::array<std::uint8_t, 4> color;
    std::uint8_t shape, flags, unused0, unused1;
};
static_assert(sizeof(Packed) == 28);

constexpr std::array kAttributes{
    gl::Attribute{0, 2, gl::Type::Float, false, 0, false},        gl::Attribute{1, 2, gl::Type::Float, false, 8, false},
    gl::Attribute{2, 2, gl::Type::Short, false, 16, false},       gl::Attribute{3, 4, gl::Type::UnsignedByte, true, 20, false},
    gl::Attribute{4, 2, gl::Type::UnsignedByte, false, 24, true},
};

std::uint8_t byte_of(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); }
std::int16_t eighths(float px) { return static_cast<std::int16_t>(std::lround(std::clamp(px, -4000.0f, 4000.0f) * 8)); }

Packed pack(const view::Marker& m) {
    return {m.x,
            m.y,
            m.begin_days,
            m.end_days,
            eighths(m.offset_x),
            eighths(m.offset_y),
            {byte_of(m.color.r), byte_of(m.color.g), byte_of(m.color.b), byte_of(m.color.a)},
            static_cast<std::uint8_t>(m.shape),
            static_cast<std::uint8_t>(m.flags),
            0,
            0};
}

bool is_open(const view::Marker& m) { return m.begin_days < -kOpenDays || m.end_days > kOpenDays; }
bool is_raised(const view::Marker& m) { return (m.flags & (view::kSelected | view::kHovered)) != 0; }

std::array<float, 3> rgb(view::Color c) { return {c.r, c.g, c.b}; }

}  // namespace

void apply_clock(const gl::Program& program, const view::MarkerTime& time) {
    program.set("u_playhead", static_cast<float>(time.playhead_days));
    program.set("u_window", std::array{static_cast<float>(time.window_begin_days), static_cast<float>(time.window_end_days)});
    program.set("u_recent_days", std::max(time.recent_days, 1e-3f));
}

base::Result<MarkerPass> MarkerPass::create(const gl::ShaderSource& source) {
    auto shapes = WorldProgram::load(source, "marker");
    if (!shapes) return tl::unexpected(shapes.error());
    auto dots = WorldProgram::load(source, "marker_dot");
    if (!dots) return tl::unexpected(dots.error());
    return MarkerPass(std::move(*shapes), std::move(*dots));
}

MarkerPass::Part MarkerPass::make_part(const view::MarkerSet& set, const std::vector<std::uint32_t>& chosen, Stats& stats) {
    Part part;
    if (chosen.empty()) return part;
    part.cells = MarkerCells(set, chosen);
    std::vector<Packed> packed;
    packed.reserve(chosen.size());
    for (std::uint32_t i : part.cells.order()) packed.push_back(pack(set.markers[i]));
    part.buffer.upload(packed, gl::Usage::Static);
    part.points.attributes(part.buffer, kAttributes, sizeof(Packed));
    stats.uploaded_bytes += part.buffer.size_bytes();
    return part;
}

std::pair<MarkerPass::GpuSet, std::size_t> MarkerPass::upload(const view::MarkerSet& set, Stats& stats) {
    std::vector<std::uint32_t> all(set.markers.size()), open, raised;
    std::iota(all.begin(), all.end(), 0u);
    geo::WorldBox box;
    float reach = 0;
    for (std::uint32_t i : all) {
        const view::Marker& m = set.markers[i];
        if (is_open(m)) open.push_back(i);
        if (is_raised(m)) raised.push_back(i);
        box.include({set.origin.x + static_cast<double>(m.x), set.origin.y + static_cast<double>(m.y)});
        reach = std::max({reach, std::abs(m.offset_x), std::abs(m.offset_y)});
    }
    GpuSet gpu{make_part(set, all, stats), make_part(set, open, stats), make_part(set, raised, stats), box, reach};
    const std::size_t bytes = gpu.all.buffer.size_bytes() + gpu.open.buffer.size_bytes() + gpu.raised.buffer.size_bytes();
    return {std::move(gpu), bytes};
}

MarkerPass::Shown MarkerPass::shown(const GpuSet& gpu, const view::MarkerSet& set, const view::MarkerTime& time, float reach_px,
                                    const WorldView& world, int copy) {
    Shown shown;
    const BeginWindow window = begins_in_window(set, time);
    const auto on_screen = [&](const MarkerCells::Cell& cell) {
        const WorldView::Copies copies = world.copies(cell.box, reach_px);
        return copies.first <= copy && copy <= copies.last;
    };
    for (const MarkerCells::Cell& cell : gpu.all.cells.cells()) {
        if (!on_screen(cell)) continue;
        shown.markers += cell.last - cell.first;
        gpu.all.cells.append(cell, window.from_days, window.to_days, shown.all);
    }
    // Events that began long ago, or at no known time, and have no end: older than the window's, so drawn below them.
    for (const MarkerCells::Cell& cell : gpu.open.cells.cells())
        if (on_screen(cell)) gpu.open.cells.append(cell, -1e30, window.from_days, shown.open);
    return shown;
}

void MarkerPass::draw_ranges(Part& part, std::span<const MarkerCells::Range> ranges, bool as_dots, const DrawContext& context) {
    if (ranges.empty()) return;
    if (as_dots) {
        firsts_.clear();
        counts_.clear();
        for (const MarkerCells::Range& range : ranges) {
            firsts_.push_back(static_cast<int>(range.first));
            counts_.push_back(static_cast<int>(range.count));
            context.stats.vertices += range.count;
        }
        gl::draw_many_arrays(part.points, gl::Primitive::Points, firsts_, counts_);
        context.stats.draw_calls++;
        return;
    }
    for (const MarkerCells::Range& range : ranges) {
        part.quads.attributes(part.buffer, kAttributes, sizeof(Packed), range.first * sizeof(Packed), 1);
        gl::draw_instances(part.quads, gl::Primitive::TriangleStrip, 4, range.count);
        context.stats.vertices += std::size_t{4} * range.count;
        context.stats.draw_calls++;
    }
}

void MarkerPass::apply(const gl::Program& program, const view::DrawMarkers& item, const DrawContext& context) {
    program.use();
    context.target.apply(program);
    apply_clock(program, item.time);
    program.set("u_scale", item.scale);
    program.set("u_alpha", std::clamp(item.alpha, 0.0f, 1.0f));
    program.set("u_pulse", item.pulse);
    program.set("u_land", rgb(item.land));
    program.set("u_halo", rgb(item.halo));
    program.set("u_ink", rgb(item.ink));
    program.set("u_warn", rgb(item.warn));
}

void MarkerPass::draw(const view::DrawMarkers& item, const WorldView& world, const DrawContext& context) {
    if (!item.set || item.set->markers.empty() || !(item.scale > 0) || !(item.alpha > 0)) return;
    const view::MarkerSet& set = *item.set;
    GpuSet& gpu = sets_.find_or(set.key, [&] { return upload(set, context.stats); });
    const MarkerCells::Range raised{0, static_cast<std::uint32_t>(gpu.raised.cells.size())};
    const float reach = gpu.reach_px + kReachPx * item.scale;
    const WorldView::Copies copies = world.copies(gpu.box, reach);
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        const Shown now = shown(gpu, set, item.time, reach, world, copy);
        const bool as_dots = kRecentRadius * item.scale < kSmallestShapePx || now.markers > kMostShapes;
        const gl::Program& program = (as_dots ? dots_ : shapes_).of(world);
        apply(program, item, context);
        program.set("u_raised", 0);
        world.apply(program, set.origin, copy);
        draw_ranges(gpu.open, now.open, as_dots, context);
        draw_ranges(gpu.all, now.all, as_dots, context);
        if (raised.count == 0) continue;
        const gl::Program& shapes = shapes_.of(world);
        apply(shapes, item, context);
        shapes.set("u_scale", std::max(item.scale, 0.8f * context.scale));
        shapes.set("u_raised", 1);
        world.apply(shapes, set.origin, copy);
        draw_ranges(gpu.raised, {&raised, 1}, false, context);
    }
}

void MarkerPass::draw_points(const std::shared_ptr<const view::MarkerSet>& set, const view::MarkerTime& time, float reach_px,
                             const gl::Program& program, const WorldView& world, const DrawContext& context) {
    if (!set || set->markers.empty()) return;
    GpuSet& gpu = sets_.find_or(set->key, [&] { return upload(*set, context.stats); });
    const WorldView::Copies copies = world.copies(gpu.box, reach_px);
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        const Shown now = shown(gpu, *set, time, reach_px, world, copy);
        world.apply(program, set->origin, copy);
        draw_ranges(gpu.open, now.open, true, context);
        draw_ranges(gpu.all, now.all, true, context);
    }
}

}  // namespace dateline::render
