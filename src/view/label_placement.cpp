#include "view/label_placement.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace dateline::view {
namespace {

// A byte a label: below kMostSides the side it took; from there on, for how many frames it still stays away.
constexpr std::uint8_t kQuietBase = kMostSides;
static_assert(kQuietBase + kQuietFrames < 256);
/// Of a name's area a label must keep on the map before it looks for another spot.
constexpr float kLeavingShare = 0.7f;
constexpr float kWhole = 0.995f;    // of a tag
constexpr float kReadable = 0.75f;  // of a name that the edge cuts and that has no other place: of less, none is better
// What a spot costs: a letter's width that a coast or a river strikes is one.
constexpr float kNextTier = 4 * kCrossedCost;
constexpr float kLaterInArea = 0.3f, kLaterBeside = 0.05f, kMostLater = 5;  // each spot that is liked better
constexpr float kHeldCell = 72;                                             // px
constexpr float kAirOfText = 0.15f;  // of its height, that a line of the ground had better leave about it

/// A name that several candidates share has an entry of its own beside theirs.
std::uint64_t entry_of_name(std::uint64_t name) { return name * 0x9E3779B97F4A7C15u + 0x6C62272E07BB0142u; }
/// One that went to another spot has, for a while, an entry that says so.
std::uint64_t entry_of_move(std::uint64_t id) { return id * 0xD6E8FEB86659FD93u + 0x2545F4914F6CDD1Du; }

float share_within(const RectPx& bounds, const LabelSpot& spot) {
    float all = 0, within = 0;
    for (const RectPx& box : spot.boxes) {
        all += box.w * box.h;
        const float w = std::min(box.right(), bounds.right()) - std::max(box.x, bounds.x),
                    h = std::min(box.bottom(), bounds.bottom()) - std::max(box.y, bounds.y);
        if (w > 0 && h > 0) within += w * h;
    }
    return all > 0 ? within / all : 1;
}

/// Calls visit(piece) for pieces of a box that are about as wide as high: its letters.
template <class Visit>
void each_letter(const RectPx& box, Visit visit) {
    const int count = std::max(1, static_cast<int>(std::round(box.w / std::max(box.h, 1.f))));
    const float width = box.w / static_cast<float>(count);
    for (int i = 0; i < count; ++i) visit(RectPx{box.x + static_cast<float>(i) * width, box.y, width, box.h});
}

}  // namespace

TakenSpace::TakenSpace(RectPx area, float cell_px) : area_(area), cell_px_(cell_px) {
    columns_ = std::max(1, static_cast<int>(std::ceil(area.w / cell_px)));
    rows_ = std::max(1, static_cast<int>(std::ceil(area.h / cell_px)));
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
}

TakenSpace::CellRange TakenSpace::cells_of(RectPx box) const {
    const auto cell = [&](float v, float origin, int count) {
        return std::clamp(static_cast<int>(std::floor((v - origin) / cell_px_)), 0, count - 1);
    };
    return {cell(box.x, area_.x, columns_), cell(box.y, area_.y, rows_), cell(box.right(), area_.x, columns_),
            cell(box.bottom(), area_.y, rows_)};
}

void TakenSpace::take(RectPx box, std::uint64_t owner) {
    const CellRange r = cells_of(box);
    for (int y = r.y0; y <= r.y1; ++y)
        for (int x = r.x0; x <= r.x1; ++x)
            cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x)].push_back({box, owner});
}

bool TakenSpace::free(RectPx box, std::uint64_t owner) const {
    const CellRange r = cells_of(box);
    for (int y = r.y0; y <= r.y1; ++y)
        for (int x = r.x0; x <= r.x1; ++x)
            for (const Taken& other :
                 cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x)])
                if (box.overlaps(other.box) && (owner == 0 || other.owner != owner)) return false;
    return true;
}

namespace {

PointPx middle_of(const LabelSpot& spot) {
    const RectPx& box = spot.boxes[spot.boxes.size() / 2];
    return {box.x + 0.5f * box.w, box.y + 0.5f * box.h};
}

/// Places the labels of one frame, the most important first.
class LabelPlacer {
  public:
    LabelPlacer(std::span<const LabelCandidate> candidates, RectPx bounds, TakenSpace& taken, const TakenSpace& avoided, float gap_px,
                std::unordered_map<std::uint64_t, std::uint8_t>& sides, const GroundLines& ground, bool at_rest)
        : candidates_(candidates),
          bounds_(bounds),
          taken_(taken),
          avoided_(avoided),
          gap_px_(gap_px),
          sides_(sides),
          before_(std::exchange(sides, {})),
          ground_(ground),
          at_rest_(at_rest),
          spaced_(bounds, kHeldCell),
          held_(bounds, kHeldCell) {}

    std::vector<int> run() {
        hold_shown();
        std::vector<int> chosen(candidates_.size(), -1);
        std::vector<std::size_t> left;
        for (const std::size_t i : order()) {
            const LabelCandidate& c = candidates_[i];
            if (!left.empty() && candidates_[left.front()].rank != c.rank) place_in_need(left, chosen);
            if (c.ghost || sides_.contains(c.id) || waits(c)) continue;
            chosen[i] = spot_for(c);
            if (chosen[i] >= 0) write(c, c.spots[static_cast<std::size_t>(chosen[i])]);
            else if (c.off_ground || c.well_laid) left.push_back(i);
        }
        place_in_need(left, chosen);
        remember_those_gone();
        return chosen;
    }

  private:
    using OnLines = LabelCandidate::OnLines;
    /// What a label that was shown would keep of its spot.
    struct Kept {
        int spot = -1;        ///< -1: none that still fits
        float within = 1;     ///< share of it on the map
        bool struck = false;  ///< by a line that it should keep off
        bool leaves = false;
    };

    /// Those `left` of a rank whose names are nowhere, on spots that had better not be taken.
    void place_in_need(std::vector<std::size_t>& left, std::vector<int>& chosen) {
        need_be_ = true;
        for (const std::size_t i : std::exchange(left, {})) {
            const LabelCandidate& c = candidates_[i];
            if (written_.contains(c.name)) continue;
            chosen[i] = spot_for(c);
            if (chosen[i] >= 0) write(c, c.spots[static_cast<std::size_t>(chosen[i])]);
        }
        need_be_ = false;
    }
    int side_before(std::uint64_t id) const {
        const auto found = before_.find(id);
        return found == before_.end() || found->second >= kMostSides ? -1 : found->second;
    }
    bool quiet_before(std::uint64_t id) const {
        const auto found = before_.find(id);
        return found != before_.end() && found->second > kQuietBase;
    }
    std::vector<std::size_t> order() const {
        std::vector<LabelKey> keys;
        keys.reserve(candidates_.size());
        for (const LabelCandidate& c : candidates_) keys.push_back({c.rank, side_before(c.id) >= 0, c.order, c.id});
        std::vector<std::size_t> indices(candidates_.size());
        std::iota(indices.begin(), indices.end(), std::size_t{0});
        std::sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) { return places_before(keys[a], keys[b]); });
        return indices;
    }
    /// A map that has come to rest has room for what there was none while it moved: a tag says more where that takes
    /// nothing from another.
    void hold_shown() {
        for (const LabelCandidate& c : candidates_)
            if (const int side = at_rest_ ? side_before(c.id) : -1; side >= 0)
                for (const LabelSpot& spot : c.spots)
                    if (spot.side == side)
                        for (const RectPx& box : spot.boxes) held_.take(box, c.id);
    }
    bool waits(const LabelCandidate& c) const;
    bool repeats(const LabelCandidate& c, const LabelSpot& spot) const;
    bool fits(const LabelCandidate& c, const LabelSpot& spot, bool shown_before) const;
    bool clear(const LabelCandidate& c, const LabelSpot& spot) const {
        return std::all_of(spot.boxes.begin(), spot.boxes.end(), [&](const RectPx& box) { return avoided_.free(box, c.owner); });
    }
    bool any_clear(const LabelCandidate& c) const {
        return std::any_of(c.spots.begin(), c.spots.end(), [&](const LabelSpot& spot) { return clear(c, spot) && fits(c, spot, false); });
    }
    int crossed(const LabelCandidate& c, const LabelSpot& spot) const;
    int struck_by_ground(const LabelSpot& spot) const;
    int first_clear(const LabelCandidate& c) const;
    int best_spot(const LabelCandidate& c) const;
    int says_more(const LabelCandidate& c, int kept) const;
    bool another_fits(const LabelCandidate& c) const;
    Kept kept_of(const LabelCandidate& c, int side) const;
    int spot_for(const LabelCandidate& c) const;
    void write(const LabelCandidate& c, const LabelSpot& spot);
    void remember_those_gone();

    std::span<const LabelCandidate> candidates_;
    RectPx bounds_;
    TakenSpace& taken_;
    const TakenSpace& avoided_;
    float gap_px_;
    std::unordered_map<std::uint64_t, std::uint8_t>& sides_;
    const std::unordered_map<std::uint64_t, std::uint8_t> before_;
    const GroundLines& ground_;
    bool at_rest_, need_be_ = false;
    std::unordered_map<std::uint64_t, std::vector<PointPx>> written_;  ///< by name
    TakenSpace spaced_;                                                ///< lesser names that come later keep off spaced letters too
    TakenSpace held_;
    std::vector<std::uint64_t> changed_;  ///< names that went to another place or form
};

bool LabelPlacer::waits(const LabelCandidate& c) const {
    if (c.rank == LabelRank::Selected || c.rank == LabelRank::Hovered) return false;
    if (quiet_before(c.id)) return true;
    // While its name has lately gone to another place or form, it does not take it back.
    return c.name != 0 && (quiet_before(entry_of_name(c.name)) || (side_before(c.id) < 0 && quiet_before(entry_of_move(c.name))));
}

bool LabelPlacer::repeats(const LabelCandidate& c, const LabelSpot& spot) const {
    const auto found = written_.find(c.name);
    return c.name != 0 && found != written_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](PointPx p) { return length_of(middle_of(spot) - p) < c.repeat_px; });
}

bool LabelPlacer::fits(const LabelCandidate& c, const LabelSpot& spot, bool shown_before) const {
    if (repeats(c, spot)) return false;
    for (const RectPx& box : spot.boxes) {
        if (shown_before ? !bounds_.overlaps(box) : !holds(bounds_, box)) return false;
        const RectPx roomy = grown(box, gap_px_);
        if (!taken_.free({roomy.x - c.apart_px, roomy.y, roomy.w + 2 * c.apart_px, roomy.h}) ||
            (c.rank >= LabelRank::Island && !spaced_.free(roomy)))
            return false;
    }
    return std::all_of(spot.line.begin(), spot.line.end(), [&](const RectPx& box) { return taken_.free(box, c.owner); });
}

/// Letters that lie on lines.
int LabelPlacer::crossed(const LabelCandidate& c, const LabelSpot& spot) const {
    int letters = 0;
    for (const RectPx& box : spot.boxes)
        if (!avoided_.free(box, c.owner))
            each_letter(box, [&](const RectPx& letter) { letters += avoided_.free(letter, c.owner) ? 0 : 1; });
    return letters;
}

int LabelPlacer::struck_by_ground(const LabelSpot& spot) const {
    int struck = 0;
    for (const RectPx& tight : spot.boxes)
        if (const RectPx box = grown(tight, kAirOfText * tight.h); ground_)
            struck += ground_(box).struck_in({double{box.x}, double{box.y}, double{box.right()}, double{box.bottom()}});
    return struck;
}

/// The first with the least against it.
int LabelPlacer::first_clear(const LabelCandidate& c) const {
    int first = -1;
    float least = 0;
    for (std::size_t s = 0; s < c.spots.size(); ++s) {
        if ((c.on_lines != OnLines::Freely && !clear(c, c.spots[s])) || !fits(c, c.spots[s], false)) continue;
        if (!need_be_ && ((c.off_ground && struck_by_ground(c.spots[s]) > 0) || (c.well_laid && !c.well_laid(c.spots[s])))) continue;
        if (c.may_lie && !c.may_lie(c.spots[s])) continue;
        const float against = c.drawback ? c.drawback(c.spots[s]) : 0;
        if (first >= 0 && against >= least) continue;
        first = static_cast<int>(s);
        least = against;
        if (least <= 0) break;
    }
    return first;
}

int LabelPlacer::best_spot(const LabelCandidate& c) const {
    if (c.on_lines != OnLines::RatherNot) return first_clear(c);
    int least = -1;
    float least_cost = 0;
    for (std::size_t s = 0, first = 0; s < c.spots.size(); ++s) {
        const LabelSpot& spot = c.spots[s];
        if (spot.tier != c.spots[first].tier) first = s;
        const float each = c.drawback ? 0 : c.moves ? kLaterInArea : kLaterBeside;
        const float later =
            std::min(each * static_cast<float>(s - first), kMostLater) + spot.spare + kNextTier * static_cast<float>(spot.tier);
        if ((least >= 0 && later >= least_cost) || !fits(c, spot, false)) continue;
        const int letters = crossed(c, spot);
        if (spot.off_lines && letters > 0) continue;
        float cost = later + kCrossedCost * static_cast<float>(letters);
        if (least >= 0 && cost >= least_cost) continue;
        if (!c.over_ground) cost += static_cast<float>(struck_by_ground(spot));
        if (c.drawback) cost += c.drawback(spot);
        if ((least >= 0 && cost >= least_cost) || (c.may_lie && !c.may_lie(spot))) continue;
        least = static_cast<int>(s);
        least_cost = cost;
    }
    return least;
}

int LabelPlacer::says_more(const LabelCandidate& c, int kept) const {
    const LabelSpot& now = c.spots[static_cast<std::size_t>(kept)];
    for (std::size_t s = 0; s < c.spots.size() && c.spots[s].tier < now.tier; ++s) {
        const LabelSpot& spot = c.spots[s];
        const auto undisturbed = [&](const RectPx& box) { return held_.free(grown(box, gap_px_), c.id); };
        if (!fits(c, spot, false) || (c.on_lines != OnLines::Freely && !clear(c, spot))) continue;
        if (c.rank == LabelRank::Selected || (std::all_of(spot.boxes.begin(), spot.boxes.end(), undisturbed) &&
                                              std::all_of(spot.line.begin(), spot.line.end(), undisturbed)))
            return static_cast<int>(s);
    }
    return kept;
}

bool LabelPlacer::another_fits(const LabelCandidate& c) const {
    return c.name != 0 && std::any_of(candidates_.begin(), candidates_.end(), [&](const LabelCandidate& other) {
               return other.name == c.name && other.id != c.id && !other.ghost && !sides_.contains(other.id) && !waits(other) &&
                      best_spot(other) >= 0;
           });
}

LabelPlacer::Kept LabelPlacer::kept_of(const LabelCandidate& c, int side) const {
    Kept kept;
    for (std::size_t s = 0; s < c.spots.size() && side >= 0; ++s)
        if (c.spots[s].side == side && fits(c, c.spots[s], true)) kept.spot = static_cast<int>(s);
    if (kept.spot >= 0 && (c.moves || c.never_cut)) kept.within = share_within(bounds_, c.spots[static_cast<std::size_t>(kept.spot)]);
    kept.struck = kept.spot >= 0 && c.moves && c.on_lines != OnLines::Freely && !clear(c, c.spots[static_cast<std::size_t>(kept.spot)]);
    kept.leaves = kept.struck || kept.within < (c.never_cut || at_rest_ ? kWhole : kLeavingShare);
    return kept;
}

/// Where it is written: where it was, unless it must leave, else the best free spot; -1 for nowhere.
int LabelPlacer::spot_for(const LabelCandidate& c) const {
    const int side = side_before(c.id);
    const Kept kept = kept_of(c, side);
    const float within = kept.within;
    // It does not go back and forth: once it has moved, it stays or goes.
    const bool moved_lately =
        side >= 0 && quiet_before(entry_of_move(c.id)) && c.rank != LabelRank::Selected && c.rank != LabelRank::Hovered;
    // What only a line strikes looks for a spot that none does, before it asks which is the best.
    const bool stays =
        (kept.spot >= 0 && !kept.leaves) || moved_lately || (kept.struck && within >= (at_rest_ ? kWhole : kLeavingShare) && !any_clear(c));
    int chosen = stays ? kept.spot : best_spot(c);
    if (at_rest_ && c.never_cut && stays && kept.spot >= 0 && chosen == kept.spot && !moved_lately) chosen = says_more(c, kept.spot);
    const bool cut = within < kWhole && at_rest_ && !moved_lately;
    const bool goes = kept.leaves && (c.never_cut || (kept.struck && c.on_lines == OnLines::Gone && !moved_lately) ||
                                      (cut && (chosen < 0 || chosen == kept.spot) && (within < kReadable || another_fits(c))));
    if (goes && chosen == kept.spot) return -1;
    if (chosen < 0 && !goes) return kept.spot;
    // One set of crossings is not left for another.
    if (kept.struck && !cut && chosen >= 0 && chosen != kept.spot && within >= kLeavingShare &&
        !clear(c, c.spots[static_cast<std::size_t>(chosen)]))
        return kept.spot;
    return chosen;
}

void LabelPlacer::write(const LabelCandidate& c, const LabelSpot& spot) {
    for (const RectPx& box : spot.boxes) {
        taken_.take(box, c.owner);
        if (c.apart_px > 0) spaced_.take({box.x - 0.5f * c.apart_px, box.y, box.w + c.apart_px, box.h});
    }
    for (const RectPx& box : spot.line) taken_.take(box, c.owner);
    if (c.name != 0) {
        written_[c.name].push_back(middle_of(spot));
        sides_[entry_of_name(c.name)] = 0;
    }
    sides_[c.id] = spot.side;
    const int side = side_before(c.id);
    if (spot.side == side) return;
    if (side >= 0) sides_[entry_of_move(c.id)] = kQuietBase + kQuietFrames;
    if (c.name != 0 && side_before(entry_of_name(c.name)) >= 0) changed_.push_back(c.name);
}

/// Those that were shown and are no more, or elsewhere, stay away for a while.
void LabelPlacer::remember_those_gone() {
    for (const std::uint64_t name : changed_)  // of one that is written once, to another place or form
        if (written_.at(name).size() == 1) sides_[entry_of_move(name)] = kQuietBase + kQuietFrames;
    for (const auto& [id, state] : before_) {
        if (sides_.contains(id)) continue;
        if (state < kMostSides) sides_[id] = kQuietBase + kQuietFrames;
        else if (state > kQuietBase + 1) sides_[id] = static_cast<std::uint8_t>(state - 1);
    }
}

}  // namespace

std::vector<int> place_labels(std::span<const LabelCandidate> candidates, RectPx bounds, TakenSpace& taken, const TakenSpace& avoided,
                              float gap_px, std::unordered_map<std::uint64_t, std::uint8_t>& sides, const GroundLines& ground,
                              bool at_rest) {
    return LabelPlacer(candidates, bounds, taken, avoided, gap_px, sides, ground, at_rest).run();
}

void shorten_waits(std::unordered_map<std::uint64_t, std::uint8_t>& sides) {
    constexpr int kRestStep = kQuietFrames / 4;
    for (auto& [id, state] : sides)
        if (state > kQuietBase) state = static_cast<std::uint8_t>(std::max<int>(kQuietBase + 1, state - kRestStep));
}

bool any_waits(const std::unordered_map<std::uint64_t, std::uint8_t>& sides) {
    return std::any_of(sides.begin(), sides.end(), [](const auto& entry) { return entry.second > kQuietBase; });
}

}  // namespace dateline::view
