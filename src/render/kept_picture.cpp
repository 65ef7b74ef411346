#include "render/kept_picture.h"

#include <algorithm>

namespace dateline::render {
namespace {

/// Equal first items; none where the page itself is another.
std::size_t shared_items(const view::Frame& a, const view::Frame& b) {
    if (a.width_px != b.width_px || a.height_px != b.height_px || a.scale != b.scale || a.clear != b.clear) return 0;
    const auto [end, _] = std::mismatch(a.items.begin(), a.items.end(), b.items.begin(), b.items.end());
    return static_cast<std::size_t>(end - a.items.begin());
}

}  // namespace

KeptPicture::Plan KeptPicture::next(const view::Frame& frame, const Target& target) {
    const std::size_t all = frame.items.size();
    const std::size_t same = target == shown_ ? shared_items(frame, last_) : 0;
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
    return {kept_, keep, still, whole_kept_};
}

Target KeptPicture::own(std::optional<Surface>& surface) {
    // A frame of another size shares nothing with the one before, so nothing is lost here.
    if (!surface || surface->texture.width() != shown_.width || surface->texture.height() != shown_.height) {
        gl::Texture texture(gl::Format::Rgba8, shown_.width, shown_.height, gl::Filter::Nearest);
        gl::Framebuffer framebuffer(texture);
        surface.emplace(Surface{std::move(texture), std::move(framebuffer)});
    }
    Target target = shown_;
    target.framebuffer = surface->framebuffer.id();
    return target;
}

Target KeptPicture::ground() { return own(ground_); }
Target KeptPicture::whole() { return own(whole_); }

void KeptPicture::put(const Target& from, const Target& to) {
    gl::copy_pixels(from.framebuffer, to.framebuffer, to.width, to.height);
    gl::Framebuffer::bind_raw(to.framebuffer);
}

}  // namespace dateline::render
