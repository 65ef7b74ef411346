#pragma once

#include "view/map_view.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// Where a piece of furniture may lie on the map, and which of the places hides the least.
namespace dateline::view {

/// What of the map furniture had better not lie on: boxes on the target.
struct MapContent {
    std::vector<RectPx> events;           ///< symbols, counts, stems, the land's middle of areas, heads of arcs, ends of the chosen route
    std::vector<RectPx> lines;            ///< along routes and arcs
    std::vector<RectPx> names;            ///< where names are written if there is room
    std::array<std::size_t, 4> beyond{};  ///< by MapSide: how many events lie beyond it, where that is to be told
};

/// A place by what it is anchored to, so that it is the same place when the furniture or the map is of another size.
struct FurniturePlace {
    std::uint16_t id = 0;
    RectPx rect;
    float reluctance = 0;  ///< in names hidden
};

/// How gladly the corners of the map are taken: 0 at once.
struct CornerOrder {
    float lower_left = 0, lower_right = 0, upper_right = 0, upper_left = 0;
};
/// All along the edges of `room`, corners first: places nearer the middle of an edge ever less gladly.
std::vector<FurniturePlace> places_along_edges(RectPx room, float w, float h, float step, const CornerOrder& corners);

inline constexpr std::uint16_t kMostPlaces = 1000;  ///< ids are below

/// Weighs places against what they would hide. An event counts for more than all lines and names together.
class FurnitureScale {
  public:
    static constexpr float kTaken = 1e9f, kEvent = 1000;

    /// `rests`: the map stands still, and what holds a place may look for a better one.
    FurnitureScale(const MapContent& content, const std::vector<RectPx>& taken, bool rests)
        : content_(content), taken_(taken), rests_(rests) {}

    struct Choice {
        FurniturePlace place;
        float cost = 0;
        bool hides_event() const { return cost >= kEvent; }
    };
    /// `reach`: how near an event may be; `gap`: other furniture.
    float cost(const FurniturePlace& place, float reach, float gap = 0) const;
    /// The first of those that cost least; nullopt where all are taken. What held a place in the frame before keeps it until
    /// the map rests and another is a good deal better: nothing jumps about under a moving hand.
    std::optional<Choice> choose(const std::vector<FurniturePlace>& places, std::optional<std::uint16_t> held, float reach,
                                 float gap = 0) const;
    bool rests() const { return rests_; }

  private:
    const MapContent& content_;
    const std::vector<RectPx>& taken_;
    bool rests_;
};

}  // namespace dateline::view
