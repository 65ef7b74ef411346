#pragma once

#include "view/label_placement.h"
#include "view/label_text.h"

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dateline::view {

/// A candidate with what is drawn in each of its spots.
struct MapLabel {
    LabelCandidate candidate;
    std::vector<TextBlock> blocks;
    struct Lie {
        std::size_t block = 0;
        PointPx at;  ///< upper left of the block; its middle where turned
        AlignX align = AlignX::Left;
        float angle_rad = 0;
        std::vector<PointPx> path;    ///< the text follows it
        std::optional<RectPx> plate;  ///< drawn under the text
        std::vector<PointPx> leader;  ///< from what is named to the text: where it lies at a distance
    };
    std::vector<Lie> lies;         ///< one a spot
    std::vector<Item> symbols;     ///< drawn with the label, under it
    std::vector<Symbol> on_plate;  ///< centred on the plate's left end
    Color plate_fill, plate_line;
    Color leader_line, leader_halo;
    bool one_of_many = false;  ///< a place among others for the same name: what is furniture may lie there
    Hit hit;                   ///< its rect is the label's; kind None: no hit

    void add_spot(std::uint8_t side, std::vector<RectPx> boxes, Lie lie, std::uint8_t tier = 0) {
        candidate.spots.push_back({side, std::move(boxes), tier, {}});
        lies.push_back(std::move(lie));
    }
    /// A block of text whose upper left is `at`, and what else it must keep free.
    void add_block(std::uint8_t side, std::size_t block, PointPx at, AlignX align, const std::vector<RectPx>& also = {},
                   std::uint8_t tier = 0);
    /// Spots off the four corners of what is named, each with a line that leads there: for where all is taken about it.
    struct Distance {
        float clear = 0;             ///< px about the point that the line keeps off
        std::array<float, 3> off{};  ///< px down or up to the text's middle, the nearest first
        float slant = 1;             ///< of that to the side
        float scale = 1;
        int boxes = 3;            ///< that the shortest line keeps free, evenly from the middle or so to its end
        float boxes_from = 0.5f;  ///< of the shortest's length
    };
    static constexpr std::uint8_t kDistantSides = 12;
    void add_at_distance(std::uint8_t side, std::size_t block, PointPx at, const Distance& distance, const std::vector<RectPx>& also = {},
                         std::uint8_t tier = 0);
};

/// Labels that come and go do so over some frames in the window; in a picture each is there or not.
struct LabelFade {
    float since_last_s = 0;                            ///< 0: no fading
    std::unordered_map<std::uint64_t, float>& shares;  ///< of the frame before on entry, of this one on return
    bool fading = false;                               ///< on return: some are on the way
};
std::uint64_t label_share_key(std::uint64_t id, std::uint8_t side);

/// All labels of a frame: gathered, placed at once, drawn.
class LabelSheet {
  public:
    void add(MapLabel label) { labels_.push_back(std::move(label)); }
    /// Where those gathered so far would lie if all were free: of each its first spot, of a long one the middle of that.
    void append_first_boxes(std::vector<RectPx>& boxes) const;
    /// Places what was gathered and draws the winners, the most important last.
    void place_and_draw(RectPx bounds, TakenSpace& taken, const TakenSpace& avoided, float gap_px, float scale,
                        std::unordered_map<std::uint64_t, std::uint8_t>& sides, LabelFade& fade, std::vector<Item>& out,
                        std::vector<Hit>& hits, const GroundLines& ground = {}, bool at_rest = false);

  private:
    static void draw_leader(const MapLabel& label, const MapLabel::Lie& lie, float scale, float share, std::vector<Item>& out);
    static void draw(const MapLabel& label, const MapLabel::Lie& lie, float scale, float share, std::vector<Item>& out);
    std::vector<MapLabel> labels_;
};

}  // namespace dateline::view
