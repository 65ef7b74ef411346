#include "view/label_sheet.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <variant>

namespace dateline::view {
namespace {

constexpr float kFadeS = 0.12f;
constexpr float kFaintest = 0.004f;  // of a color

/// The same item, less of it.
struct Thinner {
    float share;
    void operator()(DrawText& item) const { thin(item.style); }
    void operator()(DrawTextPath& item) const { thin(item.style); }
    void operator()(Symbol& item) const { thin(item.fill), thin(item.stroke); }
    void operator()(StrokePath& item) const { thin(item.color); }
    void operator()(FillRect& item) const {
        for (Color* c : {&item.top_left, &item.top_right, &item.bottom_right, &item.bottom_left, &item.stroke}) thin(*c);
    }
    template <class Other>
    void operator()(Other&) const {}  // nothing else belongs to a label

  private:
    void thin(Color& color) const { color.a *= share; }
    void thin(TextStyle& style) const { thin(style.color), thin(style.halo); }
};

/// What shows of each spot in this frame; those that show nothing are left out.
struct Shown {
    std::size_t label, spot;
    float share;
};

/// What a text is read as: two places of one name at once would be read as two.
std::uint64_t read_as(const LabelCandidate& c) { return c.name != 0 ? c.name : c.id; }

/// The spots that are shown from now on, and what is written there.
struct Wanted {
    std::unordered_set<std::uint64_t> spots;  ///< of two candidates of one id the one that is shown does not fade with the other
    std::unordered_set<std::uint64_t> names;
};

Wanted wanted_of(const std::vector<LabelCandidate>& candidates, const std::vector<int>& chosen) {
    Wanted wanted;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (chosen[i] < 0) continue;
        wanted.spots.insert(label_share_key(candidates[i].id, candidates[i].spots[static_cast<std::size_t>(chosen[i])].side));
        wanted.names.insert(read_as(candidates[i]));
    }
    return wanted;
}

/// Every label as it is in a picture.
std::vector<Shown> whole_spots(const std::vector<int>& chosen) {
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i] >= 0) shown.push_back({i, static_cast<std::size_t>(chosen[i]), 1});
    return shown;
}

bool overlap(const LabelSpot& a, const LabelSpot& b) {
    return std::any_of(a.boxes.begin(), a.boxes.end(), [&](const RectPx& box) {
        return std::any_of(b.boxes.begin(), b.boxes.end(), [&](const RectPx& other) { return box.overlaps(other); });
    });
}

/// What moved goes, twice as fast, from where it was before it comes to where it is: it is never read twice. Nor does one come
/// over another that is going.
std::vector<Shown> shown_spots(const std::vector<LabelCandidate>& candidates, const std::vector<int>& chosen, LabelFade& fade) {
    const float step = fade.since_last_s / kFadeS;
    if (!(step > 0)) return fade.shares.clear(), whole_spots(chosen);
    const Wanted wanted = wanted_of(candidates, chosen);
    std::vector<Shown> shown;
    std::unordered_map<std::uint64_t, float> shares;
    std::unordered_set<std::uint64_t> leaving;  // names
    const bool any_goes =
        std::any_of(fade.shares.begin(), fade.shares.end(), [&](const auto& share) { return !wanted.spots.contains(share.first); });
    for (std::size_t i = 0; i < candidates.size() && any_goes; ++i) {
        const LabelCandidate& c = candidates[i];
        for (std::size_t s = 0; s < c.spots.size(); ++s) {
            const std::uint64_t key = label_share_key(c.id, c.spots[s].side);
            const auto before = fade.shares.find(key);
            if (before == fade.shares.end() || wanted.spots.contains(key)) continue;
            const float now = before->second - (wanted.names.contains(read_as(c)) ? 2 : 1) * step;
            if (now < kFaintest) continue;
            leaving.insert(read_as(c));
            shares[key] = now;
            shown.push_back({i, s, now});
        }
    }
    fade.fading = fade.fading || !shown.empty();
    const std::size_t going = shown.size();
    const auto waits = [&](const LabelCandidate& c, const LabelSpot& spot) {
        return leaving.contains(read_as(c)) ||
               std::any_of(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(going),
                           [&](const Shown& gone) { return overlap(candidates[gone.label].spots[gone.spot], spot); });
    };
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (chosen[i] < 0) continue;
        const auto spot = static_cast<std::size_t>(chosen[i]);
        const std::uint64_t key = label_share_key(candidates[i].id, candidates[i].spots[spot].side);
        const auto before = fade.shares.find(key);
        const float was = before == fade.shares.end() ? 0 : before->second;
        const float now = was <= 0 && waits(candidates[i], candidates[i].spots[spot]) ? 0 : std::min(was + step, 1.f);
        fade.fading = fade.fading || now < 1;
        if (now <= 0) continue;
        shares[key] = now;
        shown.push_back({i, spot, now});
    }
    fade.shares = std::move(shares);
    return shown;
}

}  // namespace

std::uint64_t label_share_key(std::uint64_t id, std::uint8_t side) { return id * 0x9E3779B97F4A7C15u + side + 1; }

void MapLabel::add_block(std::uint8_t side, std::size_t block, PointPx at, AlignX align, const std::vector<RectPx>& also,
                         std::uint8_t tier) {
    std::vector<RectPx> boxes{{at.x, at.y, blocks[block].width, blocks[block].height}};
    boxes.insert(boxes.end(), also.begin(), also.end());
    Lie lie;
    lie.block = block;
    lie.at = at;
    lie.align = align;
    add_spot(side, std::move(boxes), std::move(lie), tier);
}

void MapLabel::add_at_distance(std::uint8_t side, std::size_t block, PointPx at, const Distance& d, const std::vector<RectPx>& also,
                               std::uint8_t tier) {
    const float w = blocks[block].width, h = blocks[block].height;
    for (const float off : d.off) {
        // Toward the corners: a slanted stroke to the text's near end.
        for (const auto& [dx, dy] : {std::pair{1.f, -1.f}, {-1.f, -1.f}, {1.f, 1.f}, {-1.f, 1.f}}) {
            const PointPx from{at.x + 0.6f * d.clear * dx, at.y + 0.6f * d.clear * dy}, to{at.x + d.slant * off * dx, at.y + off * dy};
            Lie lie;
            lie.block = block;
            lie.at = {dx > 0 ? to.x + 3 * d.scale : to.x - 3 * d.scale - w, to.y - 0.5f * h};
            lie.align = dx > 0 ? AlignX::Left : AlignX::Right;
            lie.leader = {from, to};
            std::vector<RectPx> boxes{{lie.at.x, lie.at.y, w, h}};
            boxes.insert(boxes.end(), also.begin(), also.end());
            // Small boxes along its line, so that it crosses no name; as dense on a longer line, and from as near on.
            const float longer = off / d.off[0], first = d.boxes_from / longer;
            const int count = static_cast<int>(std::ceil(static_cast<float>(d.boxes) * longer));
            for (int i = 0; i < count; ++i) {
                const float t = first + (1 - first) * static_cast<float>(i) / static_cast<float>(std::max(1, count - 1));
                boxes.push_back(around(from + (to - from) * t, d.scale));
            }
            add_spot(side++, std::move(boxes), std::move(lie), tier);
        }
    }
}

void LabelSheet::append_first_boxes(std::vector<RectPx>& boxes) const {
    for (const MapLabel& label : labels_) {
        if (label.candidate.spots.empty() || label.candidate.ghost || label.one_of_many) continue;
        const std::vector<RectPx>& along = label.candidate.spots.front().boxes;
        if (!along.empty()) boxes.push_back(along[along.size() / 2]);
    }
}

void LabelSheet::draw_leader(const MapLabel& label, const MapLabel::Lie& lie, float scale, float share, std::vector<Item>& out) {
    if (lie.leader.size() < 2) return;
    const std::size_t first = out.size();
    out.emplace_back(StrokePath{lie.leader, label.leader_halo, 3 * scale, {}, false});
    out.emplace_back(StrokePath{lie.leader, label.leader_line, scale, {}, false});
    if (lie.plate) {
        Symbol end;
        end.center = lie.leader.front();
        end.radius = 1.8f * scale;
        end.fill = label.leader_line;
        end.stroke = label.leader_halo;
        end.stroke_px = scale;
        out.emplace_back(end);
    }
    for (std::size_t i = first; i < out.size() && share < 1; ++i) std::visit(Thinner{share}, out[i]);
}

void LabelSheet::draw(const MapLabel& label, const MapLabel::Lie& lie, float scale, float share, std::vector<Item>& out) {
    const std::size_t first = out.size();
    out.insert(out.end(), label.symbols.begin(), label.symbols.end());
    if (lie.plate) {
        FillRect plate = plain_rect(*lie.plate, label.plate_fill, 4 * scale);
        plate.stroke = label.plate_line;
        plate.stroke_px = scale;
        out.emplace_back(plate);
        for (Symbol symbol : label.on_plate) {
            symbol.center = {lie.plate->x + 0.5f * lie.plate->h + scale, lie.plate->y + 0.5f * lie.plate->h};
            out.emplace_back(symbol);
        }
    }
    const TextBlock& block = label.blocks[lie.block];
    if (!lie.path.empty()) {
        const TextBlock::Run& run = block.lines.front().runs.front();
        out.emplace_back(DrawTextPath{run.text, lie.path, run.style});
    } else if (lie.angle_rad != 0) {
        draw_turned(block, lie.at, lie.angle_rad, out);
    } else {
        draw_block(block, lie.at, lie.align, out);
    }
    for (std::size_t i = first; i < out.size() && share < 1; ++i) std::visit(Thinner{share}, out[i]);
}

void LabelSheet::place_and_draw(RectPx bounds, TakenSpace& taken, const TakenSpace& avoided, float gap_px, float scale,
                                std::unordered_map<std::uint64_t, std::uint8_t>& sides, LabelFade& fade, std::vector<Item>& out,
                                std::vector<Hit>& hits, const GroundLines& ground, bool at_rest) {
    std::vector<LabelCandidate> candidates;
    candidates.reserve(labels_.size());
    for (MapLabel& label : labels_) candidates.push_back(std::move(label.candidate));
    const std::vector<int> chosen = place_labels(candidates, bounds, taken, avoided, gap_px, sides, ground, at_rest);
    std::vector<Shown> shown = shown_spots(candidates, chosen, fade);
    std::stable_sort(shown.begin(), shown.end(),
                     [&](const Shown& a, const Shown& b) { return candidates[a.label].rank > candidates[b.label].rank; });
    // A plate's line may run under the plates between it and what it is about.
    for (const Shown& one : shown) draw_leader(labels_[one.label], labels_[one.label].lies[one.spot], scale, one.share, out);
    for (const Shown& one : shown) {
        const MapLabel& label = labels_[one.label];
        draw(label, label.lies[one.spot], scale, one.share, out);
        if (label.hit.kind == Hit::Kind::None || chosen[one.label] != static_cast<int>(one.spot)) continue;
        for (const RectPx& box : candidates[one.label].spots[one.spot].boxes)
            hits.push_back({label.hit.kind, label.hit.id, box, label.hit.part});
    }
    labels_.clear();
}

}  // namespace dateline::view
