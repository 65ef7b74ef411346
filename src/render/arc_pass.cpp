#include "render/arc_pass.h"

#include "gl/state.h"
#include "render/marker_pass.h"
#include "view/arc_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace dateline::render {
namespace {

constexpr float kFeatherPx = 1;
constexpr float kHaloPx = 1.6f;  // as in arc.frag
constexpr float kGhost = -1;     // the share of a point that is no part of its arc

/// 48 bytes a point.
struct Packed {
    float x, y, bow_x, bow_y;
    float lift, share, along, rest;
    float begin_days, end_days;
    std::array<std::uint8_t, 4> color;
    std::uint8_t flags, tail, unused0, unused1;
};
static_assert(sizeof(Packed) == 48);

gl::Attribute floats(std::uint32_t index, int count, std::size_t offset) { return {index, count, gl::Type::Float, false, offset, false}; }

/// Four points in a row, each an element further on; what holds for the arc comes from the second.
const std::array<gl::Attribute, 11>& attributes() {
    constexpr std::size_t kOne = sizeof(Packed), kGround = offsetof(Packed, x), kWay = offsetof(Packed, lift);
    static const std::array<gl::Attribute, 11> all{
        floats(0, 4, kGround),
        floats(1, 1, kWay),
        floats(2, 4, kOne + kGround),
        floats(3, 4, kOne + kWay),
        floats(4, 4, 2 * kOne + kGround),
        floats(5, 4, 2 * kOne + kWay),
        floats(6, 4, 3 * kOne + kGround),
        floats(7, 1, 3 * kOne + kWay),
        floats(8, 2, kOne + offsetof(Packed, begin_days)),
        gl::Attribute{9, 4, gl::Type::UnsignedByte, true, kOne + offsetof(Packed, color), false},
        gl::Attribute{10, 2, gl::Type::UnsignedByte, false, kOne + offsetof(Packed, flags), true}};
    return all;
}

std::uint8_t byte_of(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); }

std::array<float, 3> rgb(view::Color c) { return {c.r, c.g, c.b}; }

}  // namespace

base::Result<ArcPass> ArcPass::create(const gl::ShaderSource& source) {
    auto program = WorldProgram::load(source, "arc");
    if (!program) return tl::unexpected(program.error());
    return ArcPass(std::move(*program));
}

/// A ghost before and after each arc, as LinePass::upload has them: no segment joins two arcs.
std::pair<ArcPass::GpuSet, std::size_t> ArcPass::upload(const view::ArcSet& set, Stats& stats) {
    std::vector<Packed> packed;
    packed.reserve(set.points.size() + 2 * set.arcs.size());
    for (const view::Arc& arc : set.arcs) {
        if (arc.count < 2 || std::size_t{arc.first} + arc.count > set.points.size()) continue;
        const float whole = set.points[arc.first + arc.count - 1].along;
        const auto pack = [&](std::uint32_t i, bool ghost) {
            const view::ArcSet::Point& p = set.points[i];
            packed.push_back({p.x,
                              p.y,
                              p.bow_x,
                              p.bow_y,
                              p.lift,
                              ghost ? kGhost : p.share,
                              p.along,
                              whole - p.along,
                              arc.begin_days,
                              arc.end_days,
                              {byte_of(arc.color.r), byte_of(arc.color.g), byte_of(arc.color.b), byte_of(arc.color.a * arc.faint)},
                              static_cast<std::uint8_t>(arc.flags),
                              byte_of(arc.tail),
                              0,
                              0});
        };
        pack(arc.first, true);
        for (std::uint32_t i = arc.first; i < arc.first + arc.count; ++i) pack(i, false);
        pack(arc.first + arc.count - 1, true);
    }
    GpuSet gpu;
    gpu.count = packed.size() >= 4 ? packed.size() - 3 : 0;
    gpu.points.upload(packed, gl::Usage::Static);
    gpu.segments.attributes(gpu.points, attributes(), sizeof(Packed), 0, 1);
    stats.uploaded_bytes += gpu.points.size_bytes();
    const std::size_t bytes = gpu.points.size_bytes();
    return {std::move(gpu), bytes};
}

void ArcPass::draw(const view::DrawArcs& item, const WorldView& world, const DrawContext& context) {
    if (!item.set || item.set->arcs.empty() || !(item.width_px > 0)) return;
    const float radius = std::max(item.width_px, 0.45f * item.head_px) + kHaloPx + kFeatherPx;
    const WorldView::Copies copies = world.copies(item.set->box, radius);
    if (copies.first > copies.last) return;
    GpuSet& gpu = sets_.find_or(item.set->key, [&] { return upload(*item.set, context.stats); });
    if (gpu.count == 0) return;
    const gl::Program& program = program_.of(world);
    program.use();
    context.target.apply(program);
    apply_clock(program, item.time);
    program.set("u_land", rgb(item.land));
    program.set("u_halo", rgb(item.halo));
    program.set("u_lead_days", std::max(item.lead_days, 1e-6f));
    program.set("u_radius_px", radius);
    program.set("u_px_per_world", static_cast<float>(world.map().world_px));
    program.set("u_width_px", item.width_px);
    program.set("u_head_px", item.head_px);
    program.set("u_gap_px", item.gap_px);
    const bool dashed = item.dash_px[0] > 0 && item.dash_px[1] > 0;
    program.set("u_dash_px", dashed ? item.dash_px : std::array{1e6f, 1.0f});
    program.set("u_dash_period_px", dashed ? item.dash_px[0] + item.dash_px[1] : 1e9f);
    program.set("u_pulse", item.pulse);
    const view::ArcPlane plane = view::arc_plane(world.map());
    program.set("u_bow", plane.bow);
    program.set("u_lift", plane.lift);
    program.set("u_eye", static_cast<float>(plane.eye_radii));
    program.set("u_morph", static_cast<float>(world.map().morph));
    const gl::ClipDistances clipped(world.curved());
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        world.apply(program, item.set->origin, copy);
        gl::draw_instances(gpu.segments, gl::Primitive::TriangleStrip, 4, gpu.count);
        context.stats.draw_calls++;
        context.stats.vertices += 4 * gpu.count;
    }
}

}  // namespace dateline::render
