#pragma once

#include "view/label_sheet.h"
#include "view/map_view.h"

#include "geo/geometry.h"

#include <vector>

namespace dateline::view {

/// A place for the name of an island in the sea beside it: along the edge of its own land about a point of it.
struct ShoreBerth {
    geo::WorldPoint edge;
    PointPx toward;  ///< of the text from there: 1 to the right, -1 to the left; below, above
};

/// How far an island reaches from `at` beside, below and above, so far as a text of that size would be in its way; world units.
class ShoreReach {
  public:
    ShoreReach(geo::WorldPoint at, double text_w, double text_h, double farthest)
        : at_(at), w_(text_w), h_(text_h), farthest_(farthest), edge_{at.x, at.y, at.x, at.y} {}
    /// A point of its shore; `x` in the copy of the world in which `at` lies.
    void include(double x, double y);
    /// Right, left, below, above: where `is_free` of all places that the text would cover.
    template <class IsFree>
    std::vector<ShoreBerth> berths(double gap, IsFree is_free) const {
        constexpr double kFarther = 1.35;  // the text is wider on the ground where the zoom is a little less
        const double off_x = gap + 0.5 * kFarther * w_, off_y = gap + 0.5 * kFarther * h_;
        std::vector<ShoreBerth> found;
        for (const ShoreBerth& side : {ShoreBerth{{edge_.x1, at_.y}, {1, 0}},
                                       {{edge_.x0, at_.y}, {-1, 0}},
                                       {{at_.x, edge_.y1}, {0, 1}},
                                       {{at_.x, edge_.y0}, {0, -1}}}) {
            const geo::WorldPoint middle{side.edge.x + double{side.toward.x} * off_x, side.edge.y + double{side.toward.y} * off_y};
            bool free = true;
            for (const double along : {-0.5, -0.25, 0.0, 0.25, 0.5})
                for (const double across : {-0.5, 0.0, 0.5}) {
                    const double x = middle.x + along * kFarther * w_;
                    free = free && is_free(geo::WorldPoint{x - std::floor(x), middle.y + across * kFarther * h_});
                }
            if (free) found.push_back(side);
        }
        return found;
    }

  private:
    geo::WorldPoint at_;
    double w_, h_, farthest_;
    geo::WorldBox edge_;
};

/// A spot of the label for each berth that is seen, numbered from `side` on, which it moves past them.
void add_at_shore(const MapView& view, const std::vector<ShoreBerth>& berths, int copy, const TextBlock& block, std::uint8_t& side,
                  std::uint8_t tier, MapLabel& label);

/// px at 1x between a shore and the text beside it.
inline constexpr float kShoreGapPx = 7;

}  // namespace dateline::view
