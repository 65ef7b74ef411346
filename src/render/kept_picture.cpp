#include "render/kept_picture.h"

#include "view/map_plane.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

bool same_page(const view::Frame& a, const view::Frame& b) {
    return a.width_px == b.width_px && a.height_px == b.height_px && a.scale == b.scale && a.clear == b.clear;
}

/// Equal first items.
std::size_t shared_items(const view::Frame& a, const view::Frame& b) {
    const auto [end, _] = std::mismatch(a.items.begin(), a.items.end(), b.items.begin(), b.items.end());
    return static_cast<std::size_t>(end - a.items.begin());
}

/// What lies beside the map is what it was.
bool same_beside(const view::Frame& a, const view::Frame& b) {
    return a.map_end > 0 && b.map_end > 0 && a.map_end <= a.items.size() && b.map_end <= b.items.size() &&
           std::equal(a.items.begin() + static_cast<std::ptrdiff_t>(a.map_end), a.items.end(),
                      b.items.begin() + static_cast<std::ptrdiff_t>(b.map_end), b.items.end());
}

/// By how much patterns go along on the screen: as what lay in the middle of the map, less what a zoom about a place on it makes
/// of that. So they go with a map that is panned or turned, and stay where they are while it is zoomed about the pointer.
view::PointPx went_by(const view::MapTransform& before, const view::MapTransform& now) {
    const view::PlaneView plane(now);
    const view::PlaneView::Seen middle = plane.screen(plane.plane().nearest(before.center));
    const view::RectPx& rect = now.rect;
    const float x = middle.at.x - rect.x - 0.5f * rect.w, y = middle.at.y - rect.y - 0.5f * rect.h;
    // Over the horizon or out of sight: nobody follows that.
    if (middle.front < 0 || !(std::abs(x) < rect.w) || !(std::abs(y) < rect.h)) return {};
    const float grew = static_cast<float>(std::abs(now.world_px / before.world_px - 1));
    const float zoomed_x = 0.5f * rect.w * grew, zoomed_y = 0.5f * rect.h * grew;
    return {x - std::clamp(x, -zoomed_x, zoomed_x), y - std::clamp(y, -zoomed_y, zoomed_y)};
}

}  // namespace

const view::MapTransform* map_of(const view::Frame& frame) {
    const std::size_t ground = std::min(frame.ground_end, frame.items.size());
    for (std::size_t i = 0; i < ground; ++i)
        if (const auto* map = std::get_if<view::MapTransform>(&frame.items[i])) return map;
    return nullptr;
}

KeptPicture::Plan KeptPicture::next(const view::Frame& frame, const Target& target) {
    const std::size_t all = frame.items.size();
    const bool page = target == shown_ && same_page(frame, last_);
    const std::size_t same = page ? shared_items(frame, last_) : 0;
    const view::MapTransform *map = map_of(frame), *before = map_of(last_);
    const bool moved = page && map && before && map->rect == before->rect && !(*map == *before);
    const view::PointPx went = moved ? went_by(*before, *map) : view::PointPx{};
    beside_kept_ = beside_kept_ && page && same_beside(frame, last_);
    const bool same_ground = frame.ground_end > 0 && frame.ground_end == last_.ground_end && same >= frame.ground_end;
    if (!same_ground) coarse_kept_ = 0;
    const bool changed = same < all || all < last_.items.size();
    if (same < kept_) kept_ = 0;
    whole_kept_ = whole_kept_ && !changed;
    const bool still = !changed && all > 0 && same_before_ == all;
    // Where frames differed is where they will differ again: the ground ends there, however long nothing changes.
    const std::size_t keep = changed ? std::max(kept_, std::min(same, same_before_)) : kept_;
    same_before_ = same;
    shown_ = target;
    if (changed) {
        // Only what differs is copied.
        last_.items.resize(same);
        last_.items.insert(last_.items.end(), frame.items.begin() + static_cast<std::ptrdiff_t>(same), frame.items.end());
    }
    last_.width_px = frame.width_px, last_.height_px = frame.height_px;
    last_.scale = frame.scale, last_.clear = frame.clear;
    last_.ground_end = frame.ground_end, last_.map_end = frame.map_end;
    return {kept_, keep, still, whole_kept_, moved, went, same_ground};
}

Target KeptPicture::own(std::optional<Surface>& surface, Target like, gl::Filter filter) {
    // A frame of another size shares nothing with the one before, so nothing is lost here.
    if (!surface || surface->texture.width() != like.width || surface->texture.height() != like.height) {
        gl::Texture texture(gl::Format::Rgba8, like.width, like.height, filter);
        gl::Framebuffer framebuffer(texture);
        surface.emplace(Surface{std::move(texture), std::move(framebuffer)});
    }
    like.framebuffer = surface->framebuffer.id();
    return like;
}

Target KeptPicture::ground() { return own(ground_, shown_); }
Target KeptPicture::whole() { return own(whole_, shown_); }
Target KeptPicture::beside() { return own(beside_, shown_); }

Target KeptPicture::coarse(int divisor) {
    Target small = shown_;
    small.width = (shown_.width + divisor - 1) / divisor, small.height = (shown_.height + divisor - 1) / divisor;
    return own(coarse_, small, gl::Filter::Linear);
}

void KeptPicture::put(const Target& from, const Target& to) {
    gl::copy_pixels(from.framebuffer, to.framebuffer, to.width, to.height);
    gl::Framebuffer::bind_raw(to.framebuffer);
}

}  // namespace dateline::render
