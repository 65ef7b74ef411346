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

/// 28 bytes a marker.
struct Packed {
    float x, y;
    float begin_days, end_days;
    std::int16_t offset_x, offset_y;      ///< eighths of a pixel
    std::array<std::uint8_t, 4> color;
    std::uint8_t shape, flags, unused0, unused1;
};
static_assert(sizeof(Packed) == 28);

constexpr std::array kAttributes{
    gl::Attribute{0, 2, gl::Type::Float, false, 0, false},
    gl::Attribute{1, 2, gl::Type::Float, false, 8, false},
    gl::Attribute{2, 2, gl::Type::Short, false, 16, false},
    gl::Attribute{3, 4, gl::Type::UnsignedByte, true, 20, false},
    gl::Attribute{4, 2, gl::Type::UnsignedByte, false, 24, true},
};

std::uint8_t byte_of(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); }
std::int16_t eighths(float px) { return static_cast<std::int16_t>(std::lround(std::clamp(px, -4000.0f, 4000.0f) * 8)); }

Packed pack(const view::Marker& m) {
    return {m.x, m.y, m.begin_days, m.end_days, eighths(m.offset_x), eighths(m.offset_y),
            {byte_of(m.color.r), byte_of(m.color.g), byte_of(m.color.b), byte_of(m.color.a)},
            static_cast<std::uint8_t>(m.shape), static_cast<std::uint8_t>(m.flags), 0, 0};
}

bool is_open(const view::Marker& m) { return m.begin_days < -kOpenDays || m.end_days > kOpenDays; }
bool is_raised(const view::Marker& m) { return (m.flags & (view::kSelected | view::kHovered)) != 0; }

std::size_t first_from(const view::MarkerSet& set, double begin_days) {
    const auto at = std::lower_bound(set.markers.begin(), set.markers.end(), begin_days,
                                     [](const view::Marker& m, double days) { return m.begin_days < days; });
    return static_cast<std::size_t>(at - set.markers.begin());
}

std::array<float, 3> rgb(view::Color c) { return {c.r, c.g, c.b}; }

}  // namespace

MarkerRange markers_in_window(const view::MarkerSet& set, const view::MarkerTime& time) {
    // A float's breadth of slack: the shader has the last word.
    const double slack = 1e-6 * std::abs(time.window_begin_days) + 1e-3;
    MarkerRange range;
    range.first = first_from(set, time.window_begin_days - set.longest_days - slack);
    range.last = std::max(range.first, first_from(set, time.window_end_days));
    return range;
}

base::Result<MarkerPass> MarkerPass::create(const gl::ShaderSource& source) {
    auto shapes = gl::Program::load(source, "marker");
    if (!shapes) return tl::unexpected(shapes.error());
    auto dots = gl::Program::load(source, "marker_dot");
    if (!dots) return tl::unexpected(dots.error());
    return MarkerPass(std::move(*shapes), std::move(*dots));
}

MarkerPass::Part MarkerPass::make_part(const view::MarkerSet& set, std::vector<std::uint32_t> index, bool all, Stats& stats) {
    Part part;
    std::vector<Packed> packed;
    packed.reserve(all ? set.markers.size() : index.size());
    if (all) {
        for (const view::Marker& m : set.markers) packed.push_back(pack(m));
    } else {
        for (std::uint32_t i : index) packed.push_back(pack(set.markers[i]));
    }
    part.index = std::move(index);
    part.count = packed.size();
    if (packed.empty()) return part;
    part.buffer.upload(packed, gl::Usage::Static);
    part.points.attributes(part.buffer, kAttributes, sizeof(Packed));
    stats.uploaded_bytes += part.buffer.size_bytes();
    return part;
}

std::pair<MarkerPass::GpuSet, std::size_t> MarkerPass::upload(const view::MarkerSet& set, Stats& stats) {
    std::vector<std::uint32_t> open, raised;
    geo::WorldBox box;
    float reach = 0;
    for (std::size_t i = 0; i < set.markers.size(); ++i) {
        const view::Marker& m = set.markers[i];
        if (is_open(m)) open.push_back(static_cast<std::uint32_t>(i));
        if (is_raised(m)) raised.push_back(static_cast<std::uint32_t>(i));
        box.include({set.origin.x + static_cast<double>(m.x), set.origin.y + static_cast<double>(m.y)});
        reach = std::max({reach, std::abs(m.offset_x), std::abs(m.offset_y)});
    }
    GpuSet gpu{make_part(set, {}, true, stats), make_part(set, std::move(open), false, stats),
               make_part(set, std::move(raised), false, stats), box, reach};
    const std::size_t bytes = gpu.all.buffer.size_bytes() + gpu.open.buffer.size_bytes() + gpu.raised.buffer.size_bytes();
    return {std::move(gpu), bytes};
}

void MarkerPass::draw_part(Part& part, std::size_t first, std::size_t last, bool as_dots, const DrawContext& context) {
    if (first >= last) return;
    if (as_dots) {
        gl::draw_arrays(part.points, gl::Primitive::Points, static_cast<int>(first), static_cast<int>(last - first));
        context.stats.vertices += last - first;
    } else {
        part.quads.attributes(part.buffer, kAttributes, sizeof(Packed), first * sizeof(Packed), 1);
        gl::draw_instances(part.quads, gl::Primitive::TriangleStrip, 4, last - first);
        context.stats.vertices += 4 * (last - first);
    }
    context.stats.draw_calls++;
}

void MarkerPass::apply(const gl::Program& program, const view::DrawMarkers& item, const DrawContext& context) {
    program.use();
    context.target.apply(program);
    program.set("u_playhead", static_cast<float>(item.time.playhead_days));
    program.set("u_window", std::array{static_cast<float>(item.time.window_begin_days), static_cast<float>(item.time.window_end_days)});
    program.set("u_recent_days", std::max(item.time.recent_days, 1e-3f));
    program.set("u_scale", item.scale);
    program.set("u_pulse", item.pulse);
    program.set("u_land", rgb(item.land));
    program.set("u_halo", rgb(item.halo));
    program.set("u_ink", rgb(item.ink));
    program.set("u_warn", rgb(item.warn));
}

void MarkerPass::draw(const view::DrawMarkers& item, const WorldView& world, const DrawContext& context) {
    if (!item.set || item.set->markers.empty() || !(item.scale > 0)) return;
    const view::MarkerSet& set = *item.set;
    const MarkerRange range = markers_in_window(set, item.time);
    GpuSet& gpu = sets_.find_or(set.key, [&] { return upload(set, context.stats); });
    // Events that began long ago, or at no known time, and have no end: older than the range, so drawn below it.
    const auto& open = gpu.open.index;
    const auto open_count = static_cast<std::size_t>(
        std::lower_bound(open.begin(), open.end(), static_cast<std::uint32_t>(range.first)) - open.begin());
    const bool as_dots = kRecentRadius * item.scale < kSmallestShapePx;
    const WorldView::Copies copies = world.copies(gpu.box, gpu.reach_px + 32 * item.scale);
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        gl::Program& program = as_dots ? dots_ : shapes_;
        apply(program, item, context);
        program.set("u_raised", 0);
        world.apply(program, set.origin, copy);
        draw_part(gpu.open, 0, open_count, as_dots, context);
        draw_part(gpu.all, range.first, range.last, as_dots, context);
        if (gpu.raised.count == 0) continue;
        apply(shapes_, item, context);
        shapes_.set("u_scale", std::max(item.scale, 0.8f * context.scale));
        shapes_.set("u_raised", 1);
        world.apply(shapes_, set.origin, copy);
        draw_part(gpu.raised, 0, gpu.raised.count, false, context);
    }
}

}  // namespace dateline::render
