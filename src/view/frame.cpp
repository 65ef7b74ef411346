#include "view/frame.h"

#include <algorithm>

namespace dateline::view {
namespace {

constexpr Color kMisspelt{1, 0, 1, 1};

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Color mix(Color a, Color b, float t) {
    const auto between = [t](float from, float to) { return from + (to - from) * t; };
    return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b), between(a.a, b.a)};
}

Color color_from_hex(std::string_view hex) {
    if ((hex.size() != 7 && hex.size() != 9) || hex[0] != '#') return kMisspelt;
    std::array<float, 4> channels{0, 0, 0, 1};
    for (std::size_t i = 0; 2 * i + 2 < hex.size(); ++i) {
        const int high = hex_digit(hex[2 * i + 1]), low = hex_digit(hex[2 * i + 2]);
        if (high < 0 || low < 0) return kMisspelt;
        channels[i] = static_cast<float>(16 * high + low) / 255;
    }
    return {channels[0], channels[1], channels[2], channels[3]};
}

FillRect plain_rect(RectPx rect, Color fill, float radius) {
    FillRect item;
    item.rect = rect;
    item.radius = radius;
    item.top_left = item.top_right = item.bottom_right = item.bottom_left = fill;
    return item;
}

}  // namespace dateline::view
