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
    std::vector<std::pair<float, float>> taken_;   // by begin, merged
};

struct LabelWish {
    std::tuple<int, double, std::uint32_t> rank;   ///< lower first
    float x0 = 0, x1 = 0;                          ///< what the label belongs to
    float most_px = 0;
    std::string text;
    TextStyle style;
    bool over = false;                             ///< may start at x0, above what it belongs to
};
struct SetLabel {
    float x = 0;
    std::string text;
    TextStyle style;
};

/// Greedily: right of its glyph, left of it, else shortened on the side with more room, else not at all.
std::vector<SetLabel> set_labels(std::vector<LabelWish> wishes, LabelRow row, const Typesetter& type, float gap_px, float least_px);

}  // namespace dateline::view
