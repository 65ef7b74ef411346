#include "view/furniture_places.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr float kLine = 3;  // a stretch of a route, in names
constexpr float kMostLines = 700, kMostNames = 200;
constexpr float kWorthAMove = 60;                               // what another place must save
constexpr float kOffCorner = 18, kOffSide = 32, kAStep = 0.8f;  // reluctance along an edge, along the top and the foot, of each step

enum Edge : std::uint16_t { LeftUp = 0, LeftDown = 120, RightUp = 240, RightDown = 360, Foot = 480, Top = 730 };
constexpr int kMostUp = 120, kMostAcross = 250;

float hidden(const std::vector<RectPx>& boxes, const RectPx& place, float each, float most) {
    float sum = 0;
    for (const RectPx& box : boxes) sum += place.overlaps(box) ? each : 0;
    return std::min(sum, most);
}

}  // namespace

std::vector<FurniturePlace> places_along_edges(RectPx room, float w, float h, float step, const CornerOrder& corners) {
    std::vector<FurniturePlace> places;
    const float left = room.x, right = room.right() - w, top = room.y, foot = room.bottom() - h;
    if (right < left || foot < top) return places;
    const auto add = [&](int edge, int i, float x, float y, float reluctance) {
        places.push_back({static_cast<std::uint16_t>(edge + i), {x, y, w, h}, reluctance});
    };
    // Each edge from both its ends, to its middle.
    const float half = 0.5f * (foot - top);
    const auto up_from = [&](int edge, float x, float corner, bool from_foot) {
        for (int i = 0; i < kMostUp && (i == 0 || step * static_cast<float>(i) <= half); ++i) {
            const float off = step * static_cast<float>(i);
            add(edge, i, x, from_foot ? foot - off : top + off, i == 0 ? corner : kOffCorner + corner + kAStep * static_cast<float>(i));
        }
    };
    up_from(LeftUp, left, corners.lower_left, true);
    up_from(RightUp, right, corners.lower_right, true);
    up_from(RightDown, right, corners.upper_right, false);
    up_from(LeftDown, left, corners.upper_left, false);
    for (int i = 1; i < kMostAcross && step * static_cast<float>(i) < right - left; ++i) {
        const float off = step * static_cast<float>(i), from_corner = std::min(off, right - left - off) / step;
        add(Foot, i, left + off, foot, kOffSide + corners.lower_left + kAStep * from_corner);
        add(Top, i, left + off, top, kOffSide + corners.upper_right + kAStep * from_corner);
    }
    return places;
}

float FurnitureScale::cost(const FurniturePlace& place, float reach, float gap) const {
    const RectPx roomy = grown(place.rect, gap);
    for (const RectPx& other : taken_)
        if (roomy.overlaps(other)) return kTaken;
    const float events = hidden(content_.events, grown(place.rect, reach), kEvent, 0.5f * kTaken);
    return events + hidden(content_.lines, place.rect, kLine, kMostLines) + hidden(content_.names, place.rect, 1, kMostNames) +
           place.reluctance;
}

std::optional<FurnitureScale::Choice> FurnitureScale::choose(const std::vector<FurniturePlace>& places, std::optional<std::uint16_t> held,
                                                             float reach, float gap) const {
    std::optional<Choice> kept;
    const auto holding = std::find_if(places.begin(), places.end(), [&](const FurniturePlace& p) { return held && p.id == *held; });
    if (holding != places.end())
        if (const float own = cost(*holding, reach, gap); own < kTaken) kept = Choice{*holding, own};
    if (kept && !rests_) return kept;
    std::optional<Choice> best;
    for (const FurniturePlace& place : places) {
        if (best && place.reluctance >= best->cost) continue;
        if (const float own = cost(place, reach, gap); own < kTaken && (!best || own < best->cost)) best = Choice{place, own};
    }
    return kept && best && kept->cost - best->cost < kWorthAMove ? kept : best;
}

}  // namespace dateline::view
