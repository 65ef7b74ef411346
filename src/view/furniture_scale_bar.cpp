#include "view/furniture_scale_bar.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace dateline::view {
namespace {

constexpr float kMost = 160;

struct ScaleBar {
    double length_m = 0;
    float length_px = 0;
    std::string half, whole, unit, note;
};

ScaleBar scale_bar(const MapTransform& map, float most_px) {
    const RectPx& rect = map.rect;
    const auto at = [&](float y) { return geo::lonlat_from(world_from_screen(map, {rect.x + rect.w / 2, y})); };
    const geo::LonLat middle = at(rect.y + rect.h / 2);
    const double m_per_px = ground_m_per_px(map, middle);
    const double top = ground_m_per_px(map, at(rect.y)), bottom = ground_m_per_px(map, at(rect.bottom()));
    ScaleBar bar;
    const double most_m = m_per_px * static_cast<double>(most_px);
    const double power = std::pow(10, std::floor(std::log10(std::max(1e-3, most_m))));
    for (const double digit : {1.0, 2.0, 4.0, 5.0})
        if (digit * power <= most_m) bar.length_m = digit * power;
    bar.length_px = static_cast<float>(bar.length_m / m_per_px);
    const double unit_m = bar.length_m >= 1000 ? 1000 : 1;
    bar.unit = unit_m > 1 ? " km" : " m";
    bar.half = fmt::format("{:g}", bar.length_m / 2 / unit_m);
    bar.whole = fmt::format("{:g}", bar.length_m / unit_m);
    if (std::max(top, bottom) > 1.1 * std::min(top, bottom))
        bar.note = fmt::format("at {:.0f}° {}", std::abs(middle.lat_deg), middle.lat_deg < 0 ? "S" : "N");
    return bar;
}

}  // namespace

RectPx append_scale_bar(const MapTransform& map, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                        std::vector<Item>& items) {
    const auto px = [&](float length) { return length * scale; };
    const ScaleBar bar = scale_bar(map, px(kMost));
    if (!(bar.length_px > px(24))) return {corner.x, corner.y, 0, 0};
    const TextStyle style{Face::Regular, px(11), theme.text2, with_alpha(theme.halo, 0.85f), px(3), 0};
    const auto width = [&](const std::string& text) { return type.width_px(text, style); };
    const auto text = [&](const std::string& words, float x, float y, AlignX align) { items.push_back(DrawText{words, {x, y}, align, 0, style}); };

    // The last label's number is centred on the bar's end, and its unit stands right of that.
    const float overhang = width(bar.whole) / 2 + width(bar.unit);
    const float x1 = corner.x - overhang, x0 = x1 - bar.length_px, h = px(3), y = corner.y - h;
    const Color ink = theme.text2, pale = with_alpha(theme.halo, 0.9f);
    items.push_back(plain_rect({x0 - px(1), y - px(1), bar.length_px + px(2), h + px(2)}, pale));
    items.push_back(plain_rect({x0, y, bar.length_px, h}, mix(theme.halo, ink, 0.35f)));
    items.push_back(plain_rect({x0, y, bar.length_px / 2, h}, ink));
    items.push_back(FillRect{{x0, y, bar.length_px, h}, 0, kNoColor, kNoColor, kNoColor, kNoColor, ink, px(1)});
    const float baseline = y - px(6);
    text("0", x0, baseline, AlignX::Center);
    const bool roomy = bar.length_px / 2 > width(bar.half) / 2 + width(bar.whole) / 2 + px(8);
    if (roomy) text(bar.half, (x0 + x1) / 2, baseline, AlignX::Center);
    text(bar.whole + bar.unit, x1 - width(bar.whole) / 2, baseline, AlignX::Left);
    float left = x0 - px(4);
    if (!bar.note.empty()) {
        text(bar.note, x0 - px(10), y + h, AlignX::Right);
        left = x0 - px(14) - width(bar.note);
    }
    return {left, baseline - px(10), corner.x - left, corner.y - baseline + px(12)};
}

}  // namespace dateline::view
