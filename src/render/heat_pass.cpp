#include "render/heat_pass.h"

#include "view/map_edge.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace dateline::render {
namespace {

constexpr float kReachSigmas = 4.25f;  // as in heat_blur.frag
constexpr float kSigmaTexels = 3;      // the bell's width in coarse pixels: smooth, and steady while the map moves

/// The picture at 1/k of its resolution, and beyond it as far as the bell reaches. Coarse pixels are counted from the
/// picture's corner, whatever the tile.
Target coarse_target(const Target& fine, int k, int margin) {
    const auto floor_div = [](int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); };
    const int x0 = floor_div(fine.origin_x, k) - margin, y0 = floor_div(fine.origin_y, k) - margin;
    const int x1 = floor_div(fine.origin_x + fine.width + k - 1, k) + margin,
              y1 = floor_div(fine.origin_y + fine.height + k - 1, k) + margin;
    return {x1 - x0, y1 - y0, x0, y0, 0};
}

}  // namespace

base::Result<HeatPass> HeatPass::create(const gl::ShaderSource& source) {
    auto splat = WorldProgram::load(source, "heat_splat");
    if (!splat) return tl::unexpected(splat.error());
    auto blur = gl::Program::load(source, "screen", "heat_blur");
    if (!blur) return tl::unexpected(blur.error());
    auto composite = gl::Program::load(source, "screen", "heat_composite");
    if (!composite) return tl::unexpected(composite.error());
    return HeatPass(std::move(*splat), std::move(*blur), std::move(*composite));
}

void HeatPass::blur_along(const Scratch& from, const Scratch& to, bool across, float sigma, const Target& coarse, Stats& stats) {
    to.framebuffer.bind();
    blur_.use();
    from.texture.bind(0);
    blur_.set("u_source", 0);
    blur_.set("u_across", across ? 1 : 0);
    blur_.set("u_size", std::array{static_cast<float>(coarse.width), static_cast<float>(coarse.height)});
    blur_.set("u_sigma", sigma);
    gl::draw_arrays(nothing_, gl::Primitive::Triangles, 0, 3);
    stats.draw_calls++;
    stats.vertices += 3;
}

void HeatPass::composite(const view::DrawHeat& item, const Target& coarse, float part, const WorldView& world, const DrawContext& context) {
    composite_.use();
    context.target.apply(composite_);
    sums_->texture.bind(0);
    composite_.set("u_sums", 0);
    composite_.set("u_coarse", std::array{static_cast<float>(coarse.origin_x), static_cast<float>(coarse.origin_y + coarse.height), part});
    composite_.set("u_full", std::log1p(std::max(item.full, 1.0f)));
    composite_.set("u_alpha", std::clamp(item.alpha, 0.0f, 1.0f));
    const view::MapEdge edge = view::MapEdge::of(world.map());
    composite_.set("u_edge", static_cast<int>(edge.kind));
    composite_.set("u_circle", std::array{edge.center.x, edge.center.y, edge.radius_px});
    composite_.set("u_turn", std::array{edge.cos, edge.sin, edge.px_per_radius});
    composite_.set("u_fan", std::array{edge.shape[0], edge.shape[1], edge.shape[2], edge.shape[3]});
    composite_.set("u_fan_down", edge.shape[4]);
    constexpr std::array kRamp{"u_ramp_0", "u_ramp_1", "u_ramp_2", "u_ramp_3", "u_ramp_4"};
    for (std::size_t i = 0; i < kRamp.size(); ++i) {
        const view::Color c = item.ramp[i];
        composite_.set(kRamp[i], std::array{c.r, c.g, c.b, c.a});
    }
    gl::draw_arrays(nothing_, gl::Primitive::Triangles, 0, 3);
    context.stats.draw_calls++;
    context.stats.vertices += 3;
}

void HeatPass::draw(const view::DrawHeat& item, MarkerPass& markers, const WorldView& world, const DrawContext& context) {
    if (!item.set || item.set->markers.empty() || !(item.alpha > 0) || !(item.sigma_px > 0)) return;
    const int k = std::max(1, static_cast<int>(std::lround(item.sigma_px / kSigmaTexels)));
    const float part = 1.0f / static_cast<float>(k), sigma = item.sigma_px * part;
    Target coarse = coarse_target(context.target, k, static_cast<int>(std::ceil(kReachSigmas * sigma)) + 1);
    const int side = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(coarse.width, coarse.height))));
    if (!sums_ || sums_->texture.width() < side) {
        sums_.emplace(side);
        half_.emplace(side);
    }
    view::MapTransform map = world.map();
    map.rect = {map.rect.x * part, map.rect.y * part, map.rect.w * part, map.rect.h * part};
    map.world_px *= static_cast<double>(part);

    sums_->framebuffer.bind();
    coarse.framebuffer = sums_->framebuffer.id();
    gl::set_viewport(coarse.viewport());
    gl::set_scissor(coarse.whole());
    gl::clear(0, 0, 0, 0);
    gl::set_blend(gl::Blend::Add);
    const WorldView coarse_world(map);
    const gl::Program& splat = splat_.of(coarse_world);
    splat.use();
    coarse.apply(splat);
    apply_clock(splat, item.time);
    splat.set("u_coarse", part);
    const DrawContext coarse_context{coarse, coarse.whole(), context.scale, context.stats};
    markers.draw_points(item.set, item.time, kReachSigmas * sigma + 2, splat, coarse_world, coarse_context);
    gl::set_blend(gl::Blend::Replace);
    blur_along(*sums_, *half_, true, sigma, coarse, context.stats);
    blur_along(*half_, *sums_, false, sigma, coarse, context.stats);

    gl::Framebuffer::bind_raw(context.target.framebuffer);
    gl::set_viewport(context.target.viewport());
    gl::set_blend(gl::Blend::Over);
    gl::set_scissor(context.clip);
    composite(item, coarse, part, world, context);
}

}  // namespace dateline::render
