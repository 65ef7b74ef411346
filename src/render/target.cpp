#include "render/target.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline::render {
namespace {

constexpr int kMarginPx = 128;

int rounded(float v) { return static_cast<int>(std::lround(std::clamp(v, -1e6f, 1e6f))); }

}  // namespace

int Target::viewport_side() const {
    return static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(width, height) + 2 * kMarginPx)));
}

gl::Box Target::viewport() const {
    const int side = viewport_side();
    return {-kMarginPx, height + kMarginPx - side, side, side};
}

gl::Box Target::box_of(const view::RectPx& rect) const {
    const int x0 = rounded(rect.x) - origin_x, x1 = rounded(rect.right()) - origin_x;
    const int y0 = rounded(rect.y) - origin_y, y1 = rounded(rect.bottom()) - origin_y;
    return intersection({x0, height - y1, x1 - x0, y1 - y0}, whole());
}

void Target::apply(const gl::Program& program) const {
    const float side = static_cast<float>(viewport_side());
    program.set("u_target", std::array{static_cast<float>(origin_x - kMarginPx), static_cast<float>(origin_y - kMarginPx), 2.0f / side});
    program.set("u_frag_origin", std::array{static_cast<float>(origin_x), static_cast<float>(origin_y + height)});
}

gl::Box intersection(const gl::Box& a, const gl::Box& b) {
    const int x0 = std::max(a.x, b.x), x1 = std::min(a.x + a.width, b.x + b.width);
    const int y0 = std::max(a.y, b.y), y1 = std::min(a.y + a.height, b.y + b.height);
    return {x0, y0, std::max(x1 - x0, 0), std::max(y1 - y0, 0)};
}

gl::Box united(const gl::Box& a, const gl::Box& b) {
    const int x0 = std::min(a.x, b.x), x1 = std::max(a.x + a.width, b.x + b.width);
    const int y0 = std::min(a.y, b.y), y1 = std::max(a.y + a.height, b.y + b.height);
    return {x0, y0, x1 - x0, y1 - y0};
}

}  // namespace dateline::render
