#include "render/line_pass.h"

#include "render/line_levels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace dateline::render {
namespace {

constexpr float kFeatherPx = 1;    // as in segment.glsl
constexpr float kThinPx = 2.2f;    // at scale 1: so thin that a translucent line hardly overlaps itself
constexpr float kUnseenPx = 0.3f;  // nobody sees a line move by less
constexpr float kUnseenOfGlow = 0.1f;
constexpr float kHairPx = 0.02f;                                // less than this shows in no pixel
constexpr float kHalfGlowPx = 6;                                // glows that reach as far are smooth enough at half the resolution
constexpr float kQuarterGlowPx = 14;                            // and at a quarter
constexpr float kPassingGlow = 2.5f;                            // as if it reached so much farther, in a picture that is only passing
constexpr std::size_t kLeastStretch = 64, kMostStretches = 96;  // segments in one, and how many of them
constexpr float kGhost = -1;                                    // `along` of a point that is no part of the line

std::array<float, 4> premultiplied(view::Color c, float alpha = 1) {
    const float a = c.a * alpha;
    return {c.r * a, c.g * a, c.b * a, a};
}

float stroke_reach(const view::LineStyle& style) {
    float width = std::max({style.width_px, style.casing.a > 0 ? style.casing_width_px : 0.0f, style.dot_width_px,
                            style.tick_every_px > 0 ? style.tick_length_px : 0.0f});
    return 0.5f * width + kFeatherPx;
}

/// Dashes, ticks or nodes.
bool patterned(const view::LineStyle& style) {
    return (style.dash_px[0] > 0 && style.dash_px[1] > 0) || (style.tick_length_px > 0 && style.tick_every_px > 0) ||
           (style.dot_width_px > 0 && style.dot_every_px > 0);
}

/// Uniforms that the core of a line takes, whichever way it is drawn.
void apply_core(const gl::Program& program, const view::LineStyle& style, const WorldView& world, const DrawContext& context) {
    const PatternScale pattern = context.on_its_own ? PatternScale{} : pattern_scale(world.map().world_px, context.scale);
    const float k = pattern.px_per_nominal;
    const auto& d = style.dash_px;
    const bool dashed = d[0] > 0 && d[1] > 0;
    const std::array dash{dashed ? d[0] * k : 0.0f, dashed ? d[1] * k : 0.0f, dashed ? d[2] * k : 0.0f, dashed ? d[3] * k : 0.0f};
    const float tick = style.tick_length_px > 0 ? style.tick_every_px * k : 0;
    const float node = style.dot_width_px > 0 ? style.dot_every_px * k : 0;
    const int patterns = (dashed ? 1 : 0) + (tick > 0 ? 1 : 0) + (node > 0 ? 1 : 0);
    const float period = dashed ? dash[0] + dash[1] + dash[2] + dash[3] : std::max(tick, node);
    program.set("u_width_px", style.width_px);
    program.set("u_dash_px", dash);
    program.set("u_finer", pattern.finer);
    program.set("u_round_caps", style.round_caps ? 1 : 0);
    program.set("u_tick_px", std::array{tick, style.tick_length_px, style.tick_width_px});
    program.set("u_node_px", std::array{node, style.dot_width_px});
    program.set("u_period_px", patterns == 1 ? period : 1e9f);
}

/// Where on the target the group may be seen when it reaches `around_px` beyond its points.
gl::Box bounds_of(std::span<const view::StrokeLines* const> group, const WorldView& world, const Target& target, float around_px) {
    gl::Box all;
    for (const view::StrokeLines* item : group) {
        const WorldView::Copies copies = world.copies(item->lines->box, around_px);
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            const view::RectPx r = world.screen_bounds(item->lines->box, copy);
            const gl::Box box = target.box_of({r.x - around_px, r.y - around_px, r.w + 2 * around_px, r.h + 2 * around_px});
            if (is_empty(box)) continue;
            all = is_empty(all) ? box : united(all, box);
        }
    }
    return all;
}

/// The picture seen at 1/k of its resolution, a coarse pixel beyond the target on each side so that sampling between
/// coarse pixels never meets an edge. Coarse pixels are counted from the picture's corner, whatever the tile.
Target coarse_target(const Target& fine, int k) {
    const int x0 = fine.origin_x / k - 1, y0 = fine.origin_y / k - 1;
    const int x1 = (fine.origin_x + fine.width + k - 1) / k + 1, y1 = (fine.origin_y + fine.height + k - 1) / k + 1;
    return {x1 - x0, y1 - y0, x0, y0, 0};
}

}  // namespace

PatternScale pattern_scale(double world_px, float frame_scale) {
    const double zoom = std::log2(std::max(world_px / (512.0 * frame_scale), 1e-9));
    const double within = zoom - std::round(zoom);  // -0.5 .. 0.5
    const double t = std::clamp((within - 0.42) / 0.08, 0.0, 1.0);
    return {static_cast<float>(std::exp2(within)), static_cast<float>(t * t * (3 - 2 * t))};
}

base::Result<LinePass> LinePass::create(const gl::ShaderSource& source) {
    std::array<std::optional<WorldProgram>, 4> cores;
    for (std::size_t i = 0; i < cores.size(); ++i) {
        auto core = WorldProgram::load(source, "line", i < 2 ? "line" : "line_coverage", i % 2 == 0 ? "" : "#define PATTERN");
        if (!core) return tl::unexpected(core.error());
        cores[i] = std::move(*core);
    }
    auto composite = gl::Program::load(source, "screen", "line_composite");
    if (!composite) return tl::unexpected(composite.error());
    auto glow = WorldProgram::load(source, "line", "line_glow");
    if (!glow) return tl::unexpected(glow.error());
    auto glow_composite = gl::Program::load(source, "screen", "glow_composite");
    if (!glow_composite) return tl::unexpected(glow_composite.error());
    auto flow = WorldProgram::load(source, "line", "line_flow");
    if (!flow) return tl::unexpected(flow.error());
    return LinePass({std::move(*cores[0]), std::move(*cores[1])}, {std::move(*cores[2]), std::move(*cores[3])}, std::move(*composite),
                    std::move(*glow), std::move(*glow_composite), std::move(*flow));
}

/// Points in a row; a ghost before and after each polyline bends its end joins where it is a ring, and keeps the
/// segment between two polylines from being drawn.
///
///     g0 p0 p1 … pn g1 │ g0' p0' …        quad i: prev = i, from = i + 1, to = i + 2, next = i + 3
LinePass::GpuLevel LinePass::upload_level(const geo::LineSet& lines, std::span<const int> exponents, int least) {
    using Vertex = geo::LineSet::Vertex;
    const auto same = [](const Vertex& a, const Vertex& b) { return a.x == b.x && a.y == b.y; };
    std::vector<Vertex> points;
    points.reserve(lines.vertices.size() + 2 * lines.starts.size());
    for (std::size_t i = 0; i < lines.starts.size(); ++i) {
        const std::size_t begin = lines.starts[i];
        const std::size_t end = i + 1 < lines.starts.size() ? lines.starts[i + 1] : lines.vertices.size();
        const std::size_t ghost = points.size();
        points.push_back({});
        for (std::size_t v = begin; v < end; ++v) {
            if (exponents[v] < least) continue;
            if (points.size() == ghost + 1 || !same(points.back(), lines.vertices[v])) points.push_back(lines.vertices[v]);
        }
        const std::size_t count = points.size() - ghost - 1;
        if (count < 2) {
            points.resize(ghost);
            continue;
        }
        const Vertex first = points[ghost + 1], last = points.back();
        const bool ring = count > 3 && same(first, last);
        const Vertex before = ring ? points[points.size() - 2] : first, after = ring ? points[ghost + 2] : last;
        points[ghost] = {before.x, before.y, kGhost};
        points.push_back({after.x, after.y, kGhost});
    }
    GpuLevel gpu;
    gpu.segment_count = points.size() >= 4 ? points.size() - 3 : 0;
    gpu.stretches = stretches_of(points, lines.origin);
    gpu.points.upload(Quads::for_each_corner(points), gl::Usage::Static);
    std::array<gl::Attribute, 4> attributes;
    for (std::uint32_t i = 0; i < 4; ++i) attributes[i] = {i, 3, gl::Type::Float, false, i * Quads::kCorners * sizeof(Vertex)};
    gpu.segments.attributes(gpu.points, attributes, sizeof(Vertex));
    quads_.lend_to(gpu.segments, gpu.segment_count);
    return gpu;
}

std::vector<LinePass::Stretch> LinePass::stretches_of(const std::vector<geo::LineSet::Vertex>& points, geo::WorldPoint origin) {
    std::vector<Stretch> stretches;
    const std::size_t segments = points.size() >= 4 ? points.size() - 3 : 0;
    if (segments < 2 * kLeastStretch) return stretches;
    const std::size_t count = std::max(kLeastStretch, segments / kMostStretches + 1);
    for (std::size_t first = 0; first < segments; first += count) {
        Stretch& stretch = stretches.emplace_back(Stretch{{first, std::min(count, segments - first)}, {}});
        for (std::size_t i = first + 1; i <= first + stretch.run.count + 1; ++i)
            stretch.box.include({origin.x + double{points[i].x}, origin.y + double{points[i].y}});
    }
    return stretches;
}

void LinePass::find_runs(const GpuLevel& level, const WorldView& world, int copy, float reach_px) {
    runs_.clear();
    if (level.stretches.empty()) runs_.push_back({0, level.segment_count});
    for (const Stretch& stretch : level.stretches) {
        if (!world.shows(stretch.box, copy, reach_px)) continue;
        const bool goes_on = !runs_.empty() && runs_.back().first + runs_.back().count == stretch.run.first;
        goes_on ? void(runs_.back().count += stretch.run.count) : runs_.push_back(stretch.run);
    }
}

std::pair<LinePass::GpuLines, std::size_t> LinePass::upload(const geo::LineSet& lines, Stats& stats) {
    const std::vector<int> exponents = line_exponents(lines);
    GpuLines levels;
    levels.push_back(upload_level(lines, exponents, kNeverKept));
    for (const int level : line_levels(exponents)) {
        levels.push_back(upload_level(lines, exponents, level));
        levels.back().tolerance = std::ldexp(1.0, level);
    }
    std::size_t bytes = 0;
    for (const GpuLevel& level : levels) bytes += level.points.size_bytes();
    stats.uploaded_bytes += bytes;
    return {std::move(levels), bytes};
}

void LinePass::draw_segments(const gl::Program& program, std::span<const view::StrokeLines* const> group, const WorldView& world,
                             const DrawContext& context, float reach_px, float tolerance_px, float start_period_px) {
    const double tolerance = std::max(double{tolerance_px}, context.passing ? kUnseenPassingPx : 0.0) / world.map().world_px;
    const gl::ClipDistances clipped(world.curved());
    for (const view::StrokeLines* item : group) {
        const WorldView::Copies copies = world.copies(item->lines->box, reach_px + std::abs(item->style.offset_px));
        if (copies.first > copies.last) continue;
        const GpuLines& levels = lines_.find_or(item->lines->key, [&] { return upload(*item->lines, context.stats); });
        const GpuLevel& lines =
            *std::find_if(levels.rbegin(), levels.rend(), [&](const GpuLevel& level) { return level.tolerance <= tolerance; });
        if (lines.segment_count == 0) continue;
        if (start_period_px > 0)
            program.set("u_start_px", static_cast<float>(std::fmod(item->along_start * world.map().world_px, double{start_period_px})));
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            find_runs(lines, world, copy, reach_px + 2 * std::abs(item->style.offset_px));
            if (runs_.empty()) continue;
            world.apply(program, item->lines->origin, copy);
            Quads::draw_many(lines.segments, runs_);
            context.stats.draw_calls++;
            for (const Quads::Run& run : runs_) context.stats.vertices += 4 * run.count;
        }
    }
}

void LinePass::draw_plain(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context) {
    const auto layer = [&](view::LineStyle style) {
        const float reach = stroke_reach(style);
        const gl::Program& plain = plain_[patterned(style) ? 1 : 0].of(world);
        plain.use();
        context.target.apply(plain);
        apply_core(plain, style, world, context);
        plain.set("u_radius_px", reach);
        plain.set("u_offset_px", style.offset_px);
        plain.set("u_px_per_world", static_cast<float>(world.map().world_px));
        plain.set("u_color", premultiplied(style.color));
        draw_segments(plain, group, world, context, reach, kUnseenPx);
    };
    const view::LineStyle& style = group.front()->style;
    if (style.casing.a > 0 && style.casing_width_px > 0) {
        view::LineStyle casing;
        casing.color = style.casing;
        casing.width_px = style.casing_width_px;
        casing.offset_px = style.offset_px;
        casing.round_caps = style.round_caps;
        layer(casing);
    }
    view::LineStyle core = style;
    core.casing.a = 0;
    layer(core);
}

void LinePass::draw_by_coverage(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context,
                                const gl::Box& clip) {
    const view::LineStyle& style = group.front()->style;
    const float reach = stroke_reach(style);
    const float around = reach + 2 * std::abs(style.offset_px) + 2;
    const gl::Box bounds = intersection(bounds_of(group, world, context.target, around), clip);
    if (is_empty(bounds)) return;

    const Target& target = context.target;
    if (!scratch_ || scratch_->texture.width() < target.width || scratch_->texture.height() < target.height) {
        gl::Texture texture(gl::Format::Rgba8, target.width, target.height, gl::Filter::Nearest);
        gl::Framebuffer framebuffer(texture);
        scratch_.emplace(Scratch{std::move(texture), std::move(framebuffer)});
    }
    scratch_->framebuffer.bind();
    gl::set_scissor(bounds);
    gl::clear(0, 0, 0, 0);
    gl::set_blend(gl::Blend::Maximum);
    const gl::Program& coverage = coverage_[patterned(style) ? 1 : 0].of(world);
    coverage.use();
    target.apply(coverage);
    apply_core(coverage, style, world, context);
    coverage.set("u_radius_px", reach);
    coverage.set("u_offset_px", style.offset_px);
    coverage.set("u_px_per_world", static_cast<float>(world.map().world_px));
    coverage.set("u_casing_px", style.casing.a > 0 ? style.casing_width_px : 0.0f);
    draw_segments(coverage, group, world, context, reach, kUnseenPx);
    gl::Framebuffer::bind_raw(target.framebuffer);
    gl::set_blend(gl::Blend::Over);
    composite(style, context);
    gl::set_scissor(clip);
}

void LinePass::composite(const view::LineStyle& style, const DrawContext& context) {
    composite_.use();
    scratch_->texture.bind(0);
    composite_.set("u_coverage", 0);
    composite_.set("u_casing", premultiplied(style.casing));
    composite_.set("u_core", premultiplied(style.color));
    gl::draw_arrays(nothing_, gl::Primitive::Triangles, 0, 3);
    context.stats.draw_calls++;
    context.stats.vertices += 3;
}

void LinePass::draw_glow(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context,
                         const gl::Box& clip) {
    const view::LineStyle& style = group.front()->style;
    const float reach = 0.5f * style.width_px + style.glow_px;
    const gl::Box shown = intersection(bounds_of(group, world, context.target, reach + 2 * std::abs(style.offset_px) + 2), clip);
    if (is_empty(shown)) return;
    const float smooth_px = style.glow_px * (context.passing ? kPassingGlow : 1);
    const int k = smooth_px >= kQuarterGlowPx ? 4 : smooth_px >= kHalfGlowPx ? 2 : 1;
    const float part = 1.0f / static_cast<float>(k);
    view::MapTransform map = world.map();
    map.rect = {map.rect.x * part, map.rect.y * part, map.rect.w * part, map.rect.h * part};
    map.world_px *= static_cast<double>(part);
    const WorldView coarse_world(map);
    Target coarse = coarse_target(context.target, k);
    const int side = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(coarse.width, coarse.height))));
    if (!glow_scratch_ || glow_scratch_->texture.width() < side) {
        gl::Texture texture(gl::Format::R8, side, side, gl::Filter::Linear);
        gl::Framebuffer framebuffer(texture);
        glow_scratch_.emplace(Scratch{std::move(texture), std::move(framebuffer)});
    }
    coarse.framebuffer = glow_scratch_->framebuffer.id();
    glow_scratch_->framebuffer.bind();
    gl::set_viewport(coarse.viewport());
    gl::set_scissor(coarse.whole());
    gl::clear(0, 0, 0, 0);
    gl::set_blend(gl::Blend::Maximum);
    const gl::Program& glow = glow_.of(coarse_world);
    glow.use();
    coarse.apply(glow);
    glow.set("u_width_px", style.width_px * part);
    glow.set("u_glow_px", style.glow_px * part);
    glow.set("u_radius_px", reach * part + kFeatherPx);
    glow.set("u_offset_px", style.offset_px * part);
    glow.set("u_px_per_world", 0.0f);
    glow.set("u_period_px", 1.0f);
    DrawContext coarse_context{coarse, coarse.whole(), context.scale, context.stats};
    coarse_context.passing = context.passing;
    draw_segments(glow, group, coarse_world, coarse_context, reach * part + kFeatherPx,
                  std::max(kUnseenPx, kUnseenOfGlow * smooth_px * part));

    gl::Framebuffer::bind_raw(context.target.framebuffer);
    gl::set_viewport(context.target.viewport());
    gl::set_blend(gl::Blend::Over);
    gl::set_scissor(shown);
    glow_composite_.use();
    context.target.apply(glow_composite_);
    glow_scratch_->texture.bind(0);
    glow_composite_.set("u_glow", 0);
    glow_composite_.set("u_texel", 1.0f / static_cast<float>(glow_scratch_->texture.width()));
    glow_composite_.set("u_coarse",
                        std::array{static_cast<float>(coarse.origin_x), static_cast<float>(coarse.origin_y + coarse.height), part});
    glow_composite_.set("u_color", premultiplied(style.color, style.glow_alpha));
    gl::draw_arrays(nothing_, gl::Primitive::Triangles, 0, 3);
    context.stats.draw_calls++;
    context.stats.vertices += 3;
    gl::set_scissor(clip);
}

void LinePass::draw_flow(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context) {
    const view::LineStyle& style = group.front()->style;
    const view::LineStyle::Flow& flow = style.flow;
    const PatternScale pattern = pattern_scale(world.map().world_px, context.scale);
    const float period = flow.every_px * pattern.px_per_nominal;
    const float soft = 3 * context.scale, reach = 0.5f * style.width_px + soft + kFeatherPx;
    const gl::Program& program = flow_.of(world);
    program.use();
    context.target.apply(program);
    program.set("u_width_px", style.width_px);
    program.set("u_soft_px", soft);
    program.set("u_radius_px", reach);
    program.set("u_offset_px", style.offset_px);
    program.set("u_px_per_world", static_cast<float>(world.map().world_px));
    program.set("u_period_px", period);
    program.set("u_glint_px", flow.length_px);
    program.set("u_phase", flow.phase);
    program.set("u_finer", pattern.finer);
    program.set("u_ways", std::array{flow.backward ? 0.0f : 1.0f, flow.backward || flow.both ? 1.0f : 0.0f});
    program.set("u_color", premultiplied(flow.color));
    draw_segments(program, group, world, context, reach, kUnseenPx, period);
}

void LinePass::draw(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context,
                    const gl::Box& clip) {
    if (group.empty()) return;
    const view::LineStyle& style = group.front()->style;
    if (style.color.a > 0 && style.glow_alpha > 0 && style.glow_px > 0) draw_glow(group, world, context, clip);
    const bool cased = style.casing.a > 0 && style.casing_width_px > 0;
    if (!cased && (style.color.a <= 0 || style.width_px < kHairPx)) return;
    const bool even_casing = !cased || style.casing.a >= 1;
    const bool even_core = style.color.a >= 1 || style.color.a <= 0 || style.width_px <= kThinPx * context.scale;
    if (even_casing && even_core) {
        draw_plain(group, world, context);
    } else {
        draw_by_coverage(group, world, context, clip);
    }
    if (style.flow.color.a > 0 && style.flow.every_px > 0) draw_flow(group, world, context);
}

}  // namespace dateline::render
