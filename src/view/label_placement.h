#pragma once

#include "view/line_cells.h"
#include "view/map_view.h"
#include "view/view.h"

#include <cstdint>
#include <functional>
#include <span>
#include <tuple>
#include <vector>

namespace dateline::view {

/// What it costs a spot that a route runs through a letter's width of it, where a coast that does costs 1.
inline constexpr float kCrossedCost = 1000;

/// What gives way to what: lower goes first.
enum class LabelRank : std::uint8_t {
    Selected,
    Now,
    Hovered,
    Recent,
    ToCome,
    EmphasisedRoute,
    Capital,
    Country,
    Route,
    City,
    Sea,
    Past,
    Island,
    Landform,
    Town,
    Region,
    River
};

/// One way in which a label may lie: its side is remembered, so that it stays there.
struct LabelSpot {
    std::uint8_t side = 0;       ///< 0..kMostSides-1, different for each spot of a candidate
    std::vector<RectPx> boxes;   ///< what it covers; long or turned texts have several
    std::uint8_t tier = 0;       ///< rising; a spot of a lower tier goes before one that writes over a few lines less
    std::vector<RectPx> line{};  ///< boxes along the line that leads to it; they may lie on what has its owner, and on nothing else
    float spare = 0;             ///< what it costs to lie there, in letters' widths: only for where others are struck
    bool off_lines = false;      ///< is no spot where a line runs through it
};
inline constexpr std::uint8_t kMostSides = 190;

/// Something that wants to be written on the map.
struct LabelCandidate {
    std::uint64_t id = 0;  ///< the same in every frame
    LabelRank rank = LabelRank::Town;
    double order = 0;              ///< within the rank; lower first
    std::vector<LabelSpot> spots;  ///< the best first
    /// Gone: never, and one that is shown makes way for lines that come to run through it.
    enum class OnLines : std::uint8_t { RatherNot, Never, Freely, Gone };
    OnLines on_lines = OnLines::RatherNot;
    std::uint64_t owner = 0;  ///< of the lines that it may always touch: its own; what it takes is its owner's
    std::uint64_t name = 0;   ///< of several with the same one, those nearer than repeat_px are left out; 0: none
    float repeat_px = 0;
    float apart_px =
        0;  ///< more of a gap to what lies left and right: spaced letters would run on. Lesser names that come later keep half of it
    bool moves = false;        ///< the name of an area: goes to another spot once much of it is off the map
    bool never_cut = false;    ///< a tag: goes to another spot before the map's edge cuts it, or goes
    bool over_ground = false;  ///< lines of the ground do not count: the name of an archipelago lies across its coasts
    /// Of a spot, in letters' widths: what speaks against it, in place of how late it comes. Asked only where the name is placed anew.
    std::function<float(const LabelSpot&)> drawback{};
    /// Whether a spot may be taken at all. Asked last, and only where the name is placed anew.
    std::function<bool(const LabelSpot&)> may_lie{};
    /// Of one of several places for a name: taken only where no line of the ground strikes it, or where `well_laid` is true of it;
    /// but where all others are refused it is taken after all.
    bool off_ground = false;
    std::function<bool(const LabelSpot&)> well_laid{};
    bool ghost = false;  ///< shown no more; only fades where it was
};

/// A total order without pointers: two runs place the same labels. Pictures have no previous labels, so no history leaks in.
struct LabelKey {
    LabelRank rank;
    bool shown_before;
    double order;
    std::uint64_t id;
};
inline bool places_before(const LabelKey& a, const LabelKey& b) {
    return std::tuple{a.rank, !a.shown_before, a.order, a.id} < std::tuple{b.rank, !b.shown_before, b.order, b.id};
}

/// The space that labels must share: boxes that are taken, found by cell. Some have an owner.
class TakenSpace {
  public:
    TakenSpace(RectPx area, float cell_px);
    void take(RectPx box, std::uint64_t owner = 0);
    /// Whether nothing but what `owner` has lies there.
    bool free(RectPx box, std::uint64_t owner = 0) const;

  private:
    struct CellRange {
        int x0, y0, x1, y1;
    };
    CellRange cells_of(RectPx box) const;
    RectPx area_;
    float cell_px_;
    int columns_ = 1, rows_ = 1;
    struct Taken {
        RectPx box;
        std::uint64_t owner;
    };
    std::vector<std::vector<Taken>> cells_;
};

/// Lines of the ground that run through a box on the screen, others as well; asked for only where a name is to be placed anew.
using GroundLines = std::function<const LineCells&(const RectPx&)>;

/// Which spot each candidate got (-1: none), in the candidates' order. What is `avoided` (lines) is written over only
/// where there is no other spot of the tier, and then where it crosses the least of the text; where it runs through many letters a spot
/// of the next tier is taken. Of spots that are alike the one that the `ground` strikes least; a name that moves leaves lines that came to run
/// through it. `bounds` is where labels may lie; what was shown
/// before may hang over its edge until it is out of sight. `sides` is the previous frame's on entry and this frame's on
/// return: of shown labels the side, of labels that lost their place how long they must stay away.
///
/// On a map that is at rest the name of an area that the edge cuts goes to a spot that is whole, of its own or of another candidate of
/// its name, where there is one.
///
/// A label that vanished stays away for kQuietFrames, so none flickers while the map moves, and so does a name that
/// several candidates share once none of them is shown; one that moved to another spot does not move again for as long. What is selected or hovered never waits. A picture starts with empty sides and knows none of this.
std::vector<int> place_labels(std::span<const LabelCandidate> candidates, RectPx bounds, TakenSpace& taken, const TakenSpace& avoided,
                              float gap_px, std::unordered_map<std::uint64_t, std::uint8_t>& sides, const GroundLines& ground = {},
                              bool at_rest = false);

/// For a frame whose camera stands where it stood: what waits comes back within a few such frames.
void shorten_waits(std::unordered_map<std::uint64_t, std::uint8_t>& sides);
bool any_waits(const std::unordered_map<std::uint64_t, std::uint8_t>& sides);

/// Frames for which a lost label stays away: a second at 60 a second.
inline constexpr int kQuietFrames = 62;

}  // namespace dateline::view
