#include "view/area_spots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dateline::view {
namespace {

// Halves, quarters and eighths of a spine: they are the same points however far the map is zoomed in.
constexpr std::array<float, 7> kPlaces{0.5f, 0.375f, 0.625f, 0.25f, 0.75f, 0.125f, 0.875f};
constexpr float kFarLane = 5;            // em
constexpr float kTrackingStep = 0.02f;   // em; a text is not shaped anew for each step of the zoom
constexpr float kLevel = 0.035f;         // radians
constexpr float kSteepestJoined = 1.0f;  // radians; joined letters are hard to read from the side

/// A spine on the screen, in the direction of reading.
struct ScreenSpine {
    std::vector<PointPx> points;
    std::vector<float> along;
    float breadth = 0;
    float steepest = 0;  ///< radians
    bool level = false;
    float length() const { return along.back(); }
};

/// Nothing where not all of it is to be seen.
std::optional<ScreenSpine> on_screen(const geo::Spine& spine, const MapView& view, int copy) {
    ScreenSpine out;
    double world = 0;
    out.points.reserve(spine.points.size());
    for (std::size_t i = 0; i < spine.points.size(); ++i) {
        const PlaneView::Seen seen = view.plane.screen({spine.points[i].x + copy, spine.points[i].y});
        if (seen.front < 0) return std::nullopt;
        out.points.push_back(seen.at);
        if (i > 0) world += std::hypot(spine.points[i].x - spine.points[i - 1].x, spine.points[i].y - spine.points[i - 1].y);
    }
    if (out.points.back().x < out.points.front().x) std::reverse(out.points.begin(), out.points.end());
    out.along = lengths_summed(out.points);
    out.breadth = world > 0 ? static_cast<float>(spine.breadth * double{out.length()} / world) : 0;
    for (std::size_t i = 1; i < out.points.size(); ++i) {
        const PointPx d = out.points[i] - out.points[i - 1];
        out.steepest = std::max(out.steepest, std::abs(std::atan2(d.y, d.x)));
    }
    out.level = out.steepest < kLevel;
    return out;
}

/// The piece of a spine under a text and a letter beyond, moved sideways so that the letters' middle lies `off` from it. It runs to the
/// right, as the text is read, though the spine as a whole may bend back there.
std::vector<PointPx> baseline(const ScreenSpine& spine, float at, float width, float off, float em) {
    const float from = at - 0.5f * width - em, to = at + 0.5f * width + em;
    const auto count = static_cast<std::size_t>(std::clamp(std::ceil((to - from) / em), 4.f, 64.f));
    const bool backward = point_on(spine.points, spine.along, to).x < point_on(spine.points, spine.along, from).x;
    const float aside = backward ? -off : off;
    std::vector<PointPx> path;
    for (std::size_t i = 0; i <= count; ++i) {
        const float where = from + (to - from) * static_cast<float>(i) / static_cast<float>(count);
        const float reach = 0.5f * (to - from) / static_cast<float>(count) + 0.02f * spine.length();
        const PointPx p = point_on(spine.points, spine.along, where);
        const PointPx d = point_on(spine.points, spine.along, where + reach) - point_on(spine.points, spine.along, where - reach);
        const float length = std::max(length_of(d), 1e-3f);
        path.push_back({p.x - d.y / length * aside, p.y + d.x / length * aside});
    }
    if (backward) std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace

bool has_joined_letters(std::string_view utf8) {
    return std::any_of(utf8.begin(), utf8.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB; });
}

float script_scale(std::string_view utf8) { return has_joined_letters(utf8) ? 1.2f : 1; }

bool AreaSpots::any_within(const MapLabel& label, RectPx map) {
    return std::any_of(label.candidate.spots.begin(), label.candidate.spots.end(), [&](const LabelSpot& spot) {
        return std::all_of(spot.boxes.begin(), spot.boxes.end(), [&](const RectPx& box) { return holds(map, box); });
    });
}

void AreaSpots::add(MapLabel& label, const std::string& text, const TextStyle& style, const std::vector<geo::Spine>& spines, int copy,
                    std::uint8_t& side, std::uint8_t tier) const {
    const ShapedText& plain = type.shape(text, style.face, style.size_px, 0);
    const float bare = plain.width_px, em = style.size_px;
    const auto gaps = static_cast<float>(std::max<std::size_t>(plain.glyphs.size(), 2) - 1);
    const float letter = type.metrics(style.face).cap_height * em;
    const bool joined = has_joined_letters(text);
    for (const geo::Spine& spine : spines) {
        const std::uint8_t first = side;
        side = static_cast<std::uint8_t>(side + (lanes > 3 ? kSidesASpineMost : kSidesASpine));
        if (spine.points.size() < 2) continue;
        const std::optional<ScreenSpine> found = on_screen(spine, view, copy);
        if (!found) continue;
        const ScreenSpine& line = *found;
        if (line.breadth < 1.05f * em || line.length() < 1) continue;
        if (joined && line.steepest > kSteepestJoined) continue;
        const float wish = (spread.share * line.length() - bare) / (gaps * em);
        TextStyle set = style;
        set.tracking_em = std::floor(std::clamp(wish, spread.least_em, spread.most_em) / kTrackingStep + 0.5f) * kTrackingStep;
        TextBlock block = text_block(type, {text}, set);
        if (block.width > 1.02f * line.length()) continue;
        const std::size_t number = label.blocks.size();
        const float width = block.width, spare = line.length() - width;
        const float reach = 0.5f * (line.breadth - 1.2f * em), aside = std::min(reach, 1.9f * em),
                    far = std::min(0.9f * reach, kFarLane * em);
        const float beside = std::max(lanes > 3 ? far : aside, 0.f);
        label.blocks.push_back(std::move(block));
        const RectPx within =
            grown(view.map.rect, 0.5f * width + beside + em);  // where the middle of a text lies of which anything is seen
        label.candidate.spots.reserve(label.candidate.spots.size() + kSidesASpine);
        label.lies.reserve(label.lies.size() + kSidesASpine);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            if (lane > 0 && aside < 0.4f * em) break;
            if (lane > 2 && far < aside + 0.5f * em) break;
            const float off = (lane == 0 ? 0 : lane > 2 ? far : aside) * (lane % 2 == 1 ? -1.f : 1.f);
            for (std::size_t i = 0; i < kPlaces.size(); ++i) {
                const float at = kPlaces[i] * line.length();
                if (i > 0 && (std::abs(at - 0.5f * line.length()) > 0.5f * spare || spare < em)) continue;
                if (!within.contains(point_on(line.points, line.along, at))) continue;
                const auto own = static_cast<std::uint8_t>(first + lane * kPlaces.size() + i);
                MapLabel::Lie lie;
                lie.block = number;
                if (line.level) {
                    const PointPx p = point_on(line.points, line.along, at);
                    const TextBlock& b = label.blocks[number];
                    lie.at = {p.x - 0.5f * b.width, p.y + off - 0.5f * b.height};
                    lie.align = AlignX::Center;
                    label.add_spot(own, {{lie.at.x, lie.at.y, b.width, b.height}}, std::move(lie), tier);
                    continue;
                }
                lie.path = baseline(line, at, width, off + 0.5f * letter, em);
                std::vector<RectPx> boxes = path_boxes(lie.path, width, 1.15f * em, 0.5f * letter);
                label.add_spot(own, std::move(boxes), std::move(lie), tier);
            }
        }
    }
}

}  // namespace dateline::view
