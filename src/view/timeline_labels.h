#pragma once

#include "view/view.h"

#include <string>
#include <tuple>
#include <vector>

namespace dateline::view {

/// The strip of one lane in which labels are set: what is taken, and where a zone ends.
class LabelRow {
  public:
    LabelRow(float x0, float x1) : x0_(x0), x1_(x1) {}
    void block(float x0, float x1);
    /// The free stretch around x, which must itself be free: how far a text that starts or ends at x may reach.
    float room_right(float x) const;
    float room_left(float x) const;

  private:
    float x0_, x1_;
    std::vector<std::pair<float, float>> taken_;  // by begin, merged
};

/// A place for a label: it starts at `x`, or ends there.
struct RowSpot {
    float x = 0;
    bool ends = false;
};
struct LabelWish {
    std::tuple<int, double, std::uint32_t> rank;  ///< lower first
    std::vector<RowSpot> spots;                   ///< the best first
    float most_px = 0;
    std::string text;
    TextStyle style;
};
struct SetLabel {
    float x = 0;
    std::string text;
    TextStyle style;
};

/// Greedily: in the first spot with room for it, else shortened where there is the most room, else not at all.
std::vector<SetLabel> set_labels(std::vector<LabelWish> wishes, LabelRow row, const Typesetter& type, float gap_px, float least_px);

}  // namespace dateline::view
