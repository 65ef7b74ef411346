#include "view/furniture_scale_bar.h"

#include "view/map_north.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <optional>

namespace dateline::view {
namespace {

constexpr float kMost = 160;

struct ScaleBar {
    double length_m = 0;
    float length_px = 0;
    std::string half, whole, unit, note;
};

/// Ground metres along a stretch of a row of the screen; nullopt where part of it is beside the map.
std::optional<double> ground_m(const PlaneView& map, float x0, float x1, float y) {
    constexpr int kPieces = 8;  // a long stretch may bend on the ground
    double sum_m = 0;
    std::optional<geo::LonLat> before;
    for (int i = 0; i <= kPieces; ++i) {
        const auto here = place_at(map, {x0 + (x1 - x0) * static_cast<float>(i) / kPieces, y});
        if (!here) return std::nullopt;
        if (before) sum_m += geo::geodesic_m(*before, *here);
        before = here;
    }
    return sum_m;
}

/// How much the scale differs over the map: the largest by the smallest of places spread over it. 0: the map does not
/// fill its rect.
double scale_spread(const PlaneView& map, const RectPx& r, float reach_px) {
    double least = 1e30, most = 0;
    for (const float fy : {0.04f, 0.5f, 0.96f}) {
        for (const float fx : {0.04f, 0.5f, 0.96f}) {
            const float x = r.x + r.w * fx, y = r.y + r.h * fy;
            const auto m = ground_m(map, x - reach_px / 2, x + reach_px / 2, y);
            if (!m) return 0;
            least = std::min(least, *m), most = std::max(most, *m);
        }
    }
    return least > 0 ? most / least : 0;
}

// From the first on a bar says at which latitude it is true; from the second on the place where it lies is no measure of the map, and
// it is true at the map's centre.
constexpr double kNamesLatitudeFrom = 1.1, kOfCentreFrom = 4;

std::string latitude_note(double lat_deg) {
    const double rounded = std::round(std::abs(lat_deg));
    return rounded < 1 ? "at the equator" : fmt::format("at {:.0f}° {}", rounded, lat_deg < 0 ? "S" : "N");
}

/// The longest round distance within `most_px`; `metres_of` tells how much ground so many pixels take.
template <class Ground>
ScaleBar round_bar(const Ground& metres_of, float most_px) {
    ScaleBar bar;
    const auto whole_m = metres_of(most_px);
    if (!whole_m || !(*whole_m > 0)) return bar;
    const double power = std::pow(10, std::floor(std::log10(std::max(1e-3, *whole_m))));
    for (const double digit : {1.0, 2.0, 4.0, 5.0})
        if (digit * power <= *whole_m) bar.length_m = digit * power;
    double length_px = static_cast<double>(most_px) * bar.length_m / *whole_m;
    for (int i = 0; i < 4; ++i) {
        const auto m = metres_of(static_cast<float>(length_px));
        if (!m || !(*m > 0)) return {};
        length_px *= bar.length_m / *m;
    }
    bar.length_px = static_cast<float>(length_px);
    const double unit_m = bar.length_m >= 1000 ? 1000 : 1;
    bar.unit = unit_m > 1 ? " km" : " m";
    bar.half = fmt::format("{:g}", bar.length_m / 2 / unit_m);
    bar.whole = fmt::format("{:g}", bar.length_m / unit_m);
    return bar;
}

ScaleBar scale_bar(const MapTransform& transform, PointPx corner, float most_px, float reach_px) {
    const PlaneView map(transform);
    const double spread = scale_spread(map, transform.rect, reach_px);
    if (spread == 0 || spread > kOfCentreFrom) {
        const PointPx middle{transform.rect.x + 0.5f * transform.rect.w, transform.rect.y + 0.5f * transform.rect.h};
        ScaleBar bar = round_bar([&](float px) { return ground_m(map, middle.x - 0.5f * px, middle.x + 0.5f * px, middle.y); }, most_px);
        // Along a parallel Mercator's scale is one; elsewhere it is the place's own.
        const auto at = place_at(map, middle);
        const bool by_latitude = transform.projection == Projection::Mercator && transform.bearing_rad == 0;
        if (at) bar.note = by_latitude ? latitude_note(at->lat_deg) : "at the centre";
        return bar;
    }
    // As long as the ground under it, measured from its right end.
    ScaleBar bar = round_bar([&](float px) { return ground_m(map, corner.x - px, corner.x, corner.y); }, most_px);
    if (spread > kNamesLatitudeFrom)
        bar.note = latitude_note(place_at(map, {corner.x - bar.length_px / 2, corner.y}).value_or(geo::LonLat{}).lat_deg);
    return bar;
}

}  // namespace

RectPx append_scale_bar(const MapTransform& map, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                        std::vector<Item>& items) {
    const auto px = [&](float length) { return length * scale; };
    // The last label's unit stands right of the bar's end.
    const float most = std::min(px(kMost), 0.4f * map.rect.w);
    const ScaleBar bar = scale_bar(map, {corner.x - px(34), corner.y - px(3)}, most, px(24));
    if (!(bar.length_px > px(24))) return {corner.x, corner.y, 0, 0};
    const TextStyle style{Face::Regular, px(11), theme.text2, with_alpha(theme.halo, 0.85f), px(3), 0};
    const auto width = [&](const std::string& text) { return type.width_px(text, style); };
    const auto text = [&](const std::string& words, float x, float y, AlignX align) {
        items.push_back(DrawText{words, {x, y}, align, 0, style});
    };

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
