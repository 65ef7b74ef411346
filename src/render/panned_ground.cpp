#include "render/panned_ground.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace dateline::render {
namespace {

struct Turned {
    double x = 0, y = 0;
};
Turned turned(double x, double y, double angle_rad) {
    const double c = std::cos(angle_rad), s = std::sin(angle_rad);
    return {c * x - s * y, s * x + c * y};
}

bool flat(const view::MapTransform& map) { return map.projection == view::Projection::Mercator || map.morph <= 0; }

view::RectPx overlap(const view::RectPx& a, const view::RectPx& b) {
    const float x0 = std::max(a.x, b.x), y0 = std::max(a.y, b.y);
    return {x0, y0, std::max(std::min(a.right(), b.right()) - x0, 0.0f), std::max(std::min(a.bottom(), b.bottom()) - y0, 0.0f)};
}

}  // namespace

std::optional<PixelShift> shift_between(const view::MapTransform& before, const view::MapTransform& now) {
    view::MapTransform elsewhere = before;
    elsewhere.center = now.center;
    if (!(elsewhere == now) || !flat(now)) return {};
    double dx = before.center.x - now.center.x;
    dx -= std::round(dx);
    const Turned by = turned(dx * now.world_px, (before.center.y - now.center.y) * now.world_px, now.bearing_rad);
    if (std::abs(by.x) >= 0.8 * double{now.rect.w} || std::abs(by.y) >= 0.8 * double{now.rect.h}) return {};
    return PixelShift{static_cast<int>(std::lround(by.x)), static_cast<int>(std::lround(by.y))};
}

view::MapTransform shifted(const view::MapTransform& map, PixelShift by) {
    view::MapTransform moved = map;
    const Turned off = turned(by.x / map.world_px, by.y / map.world_px, -map.bearing_rad);
    moved.center.x -= off.x;
    moved.center.x -= std::floor(moved.center.x);
    moved.center.y -= off.y;
    return moved;
}

std::vector<view::RectPx> uncovered(const view::RectPx& rect, PixelShift by) {
    std::vector<view::RectPx> strips;
    const float across = std::min(static_cast<float>(std::abs(by.x)), rect.w), down = std::min(static_cast<float>(std::abs(by.y)), rect.h);
    if (across > 0) strips.push_back({by.x > 0 ? rect.x : rect.right() - across, rect.y, across, rect.h});
    if (down > 0) strips.push_back({by.x > 0 ? rect.x + across : rect.x, by.y > 0 ? rect.y : rect.bottom() - down, rect.w - across, down});
    std::erase_if(strips, [](const view::RectPx& strip) { return strip.w <= 0; });
    return strips;
}

view::Frame strip_of_ground(const view::Frame& frame, const view::MapTransform& map, const view::RectPx& strip) {
    view::Frame part;
    part.width_px = frame.width_px, part.height_px = frame.height_px;
    part.scale = frame.scale, part.clear = frame.clear;
    part.items.assign(frame.items.begin(), frame.items.begin() + static_cast<std::ptrdiff_t>(frame.ground_end));
    // A map of the strip alone, so that what lies beside it is culled.
    view::MapTransform small = map;
    small.rect = strip;
    const Turned off =
        turned((double{strip.x} + 0.5 * double{strip.w} - double{map.rect.x} - 0.5 * double{map.rect.w}) / map.world_px,
               (double{strip.y} + 0.5 * double{strip.h} - double{map.rect.y} - 0.5 * double{map.rect.h}) / map.world_px, -map.bearing_rad);
    small.center = {map.center.x + off.x, map.center.y + off.y};
    small.center.x -= std::floor(small.center.x);
    for (view::Item& item : part.items) {
        if (auto* transform = std::get_if<view::MapTransform>(&item)) *transform = small;
        if (auto* clip = std::get_if<view::ClipTo>(&item))
            clip->rect = clip->rect.w > 0 || clip->rect.h > 0 ? overlap(clip->rect, strip) : strip;
    }
    return part;
}

Target PannedGround::target(const Target& like) {
    std::optional<Surface>& surface = surfaces_[0];
    if (!surface || surface->texture.width() != like.width || surface->texture.height() != like.height) {
        for (std::optional<Surface>& each : surfaces_) {
            gl::Texture texture(gl::Format::Rgba8, like.width, like.height, gl::Filter::Nearest);
            gl::Framebuffer framebuffer(texture);
            each.emplace(Surface{std::move(texture), std::move(framebuffer)});
        }
        forget();
    }
    Target own = like;
    own.framebuffer = surface->framebuffer.id();
    return own;
}

std::optional<PixelShift> PannedGround::shift_to(const view::MapTransform& map) const {
    return map_ ? shift_between(*map_, map) : std::nullopt;
}

const view::MapTransform& PannedGround::move(const Target& like, PixelShift by) {
    if (by == PixelShift{}) return *map_;
    const view::RectPx& r = map_->rect;
    const gl::Box to = like.box_of(overlap(r, {r.x + static_cast<float>(by.x), r.y + static_cast<float>(by.y), r.w, r.h}));
    gl::copy_pixels(surfaces_[0]->framebuffer.id(), surfaces_[1]->framebuffer.id(), to, to.x - by.x, to.y + by.y);
    std::swap(surfaces_[0], surfaces_[1]);
    pattern_px_.x += static_cast<float>(by.x), pattern_px_.y += static_cast<float>(by.y);
    map_ = shifted(*map_, by);
    exact_ = false;
    return *map_;
}

}  // namespace dateline::render
