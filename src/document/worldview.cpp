#include "document/worldview.h"

#include "base/id.h"
#include "calendar/edtf.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <optional>

namespace dateline::document {
namespace {

constexpr double kLongestEdgeDeg = 1;                          ///< longer ones would cut corners when a globe bends the map
constexpr std::array<double, 3> kToleranceDeg{0.12, 0.02, 0};  ///< of a worldview's own lines, by scale

/// `pattern` may have * for any letters.
bool matches(std::string_view pattern, std::string_view text) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (text.substr(0, star) != pattern.substr(0, star)) return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star; at <= text.size(); ++at)
        if (matches(rest, text.substr(at))) return true;
    return false;
}

bool has_sides(const std::vector<std::string>& wanted, const std::string& a, const std::string& b) {
    if (wanted.size() == 1) return wanted[0] == a || wanted[0] == b;
    return (wanted[0] == a && wanted[1] == b) || (wanted[0] == b && wanted[1] == a);
}

bool matches(const BoundaryRule& rule, const Dispute& dispute) {
    if (!rule.name.empty() && !matches(rule.name, dispute.name)) return false;
    return rule.sides.empty() || has_sides(rule.sides, dispute.side_a, dispute.side_b);
}
bool matches(const BoundaryRule& rule, const BorderSides& sides) { return rule.name.empty() && has_sides(rule.sides, sides.a, sides.b); }

/// The last rule that speaks of it; each that does is marked as used.
template <class Boundary>
const BoundaryRule* rule_for(const Worldview& worldview, const Boundary& boundary, std::vector<bool>& used) {
    const BoundaryRule* last = nullptr;
    for (std::size_t i = 0; i < worldview.rules.size(); ++i) {
        if (!matches(worldview.rules[i], boundary)) continue;
        used[i] = true;
        last = &worldview.rules[i];
    }
    return last;
}

calendar::Span span_of(const Dispute& facts) {
    calendar::Span span;
    if (const auto begin = calendar::Edtf::parse(facts.begin)) span.begin = begin->bounds().begin;
    if (const auto end = calendar::Edtf::parse(facts.end)) span.end = end->bounds().end;
    return span;
}

/// Those polylines of a set for which `wanted` holds; a key of its own, for a renderer keeps what it has by key.
template <class Wanted>
std::shared_ptr<const geo::LineSet> part_of(const geo::LineSet& set, const std::string& what, const Wanted& wanted) {
    auto part = std::make_shared<geo::LineSet>();
    part->origin = set.origin;
    part->box = set.box;
    std::string chosen;
    for (std::size_t i = 0; i < set.starts.size(); ++i) {
        if (!wanted(i)) continue;
        const std::size_t end = i + 1 < set.starts.size() ? set.starts[i + 1] : set.vertices.size();
        part->starts.push_back(static_cast<std::uint32_t>(part->vertices.size()));
        part->vertices.insert(part->vertices.end(), set.vertices.begin() + set.starts[i],
                              set.vertices.begin() + static_cast<std::ptrdiff_t>(end));
        chosen += fmt::format("{},", i);
    }
    part->key = base::stable_hash(fmt::format("{}/{}/{}", set.key, what, chosen));
    return part;
}

struct Redrawing {
    BaseMap map;
    const Worldview& worldview;
    std::vector<bool> used;

    /// What becomes of each shipped dispute, and what is now said of it.
    std::vector<BoundaryShown> disputes() {
        std::vector<BoundaryShown> shown;
        for (Dispute& dispute : map.disputes) {
            const BoundaryRule* rule = rule_for(worldview, dispute, used);
            shown.push_back(rule == nullptr ? BoundaryShown::Disputed : rule->shown);
            if (rule != nullptr) restate(dispute, *rule);
        }
        return shown;
    }

    static void restate(Dispute& dispute, const BoundaryRule& rule) {
        if (!rule.claims.empty()) dispute.claims = rule.claims;
        if (!rule.note.empty()) dispute.note = rule.note;
        if (!rule.source.empty()) dispute.source = rule.source;
    }

    int add_dispute(Dispute dispute) {
        const auto taken = [&](const std::string& id) {
            return std::any_of(map.disputes.begin(), map.disputes.end(), [&](const Dispute& d) { return d.id == id; });
        };
        const std::string stem = dispute.id;
        for (int n = 2; taken(dispute.id); ++n) dispute.id = fmt::format("{}-{}", stem, n);
        map.disputes.push_back(std::move(dispute));
        return static_cast<int>(map.disputes.size()) - 1;
    }

    void reclassify_disputed(const std::vector<BoundaryShown>& shown) {
        for (int scale = 0; scale < 3; ++scale) {
            auto& disputed = map.lines[static_cast<int>(BaseLayer::Disputed)][scale];
            auto& borders = map.lines[static_cast<int>(BaseLayer::Borders)][scale];
            std::vector<BaseLines> kept;
            for (BaseLines& chunk : disputed) {
                const BoundaryShown how = chunk.dispute < 0 ? BoundaryShown::Disputed : shown[static_cast<std::size_t>(chunk.dispute)];
                if (how == BoundaryShown::Hidden) continue;
                if (how == BoundaryShown::Agreed) chunk.dispute = -1;
                (how == BoundaryShown::Agreed ? borders : kept).push_back(std::move(chunk));
            }
            disputed = std::move(kept);
        }
        std::erase_if(map.disputed_areas,
                      [&](const DisputedArea& area) { return shown[static_cast<std::size_t>(area.dispute)] != BoundaryShown::Disputed; });
    }

    void reclassify_agreed() {
        std::vector<const BoundaryRule*> rules;
        std::vector<int> dispute_of(map.border_sides.size(), -1);
        for (std::size_t i = 0; i < map.border_sides.size(); ++i) {
            const BorderSides& sides = map.border_sides[i];
            const BoundaryRule* rule = rule_for(worldview, sides, used);
            rules.push_back(rule != nullptr && rule->shown != BoundaryShown::Agreed ? rule : nullptr);
            if (rules.back() == nullptr || rule->shown == BoundaryShown::Hidden) continue;
            Dispute dispute{fmt::format("{}-{}", sides.a, sides.b),
                            fmt::format("{}–{}", name_of(sides.a), name_of(sides.b)),
                            sides.a,
                            sides.b,
                            "boundary",
                            "",
                            "",
                            {},
                            "",
                            worldview.source};
            restate(dispute, *rule);
            dispute_of[i] = add_dispute(std::move(dispute));
        }
        for (int scale = 0; scale < 3; ++scale)
            for (BaseLines& chunk : map.lines[static_cast<int>(BaseLayer::Borders)][scale]) take_out(chunk, rules, dispute_of, scale);
        for (auto& scales : map.lines[static_cast<int>(BaseLayer::Borders)])
            std::erase_if(scales, [](const BaseLines& chunk) { return chunk.lines->starts.empty(); });
    }

    void take_out(BaseLines& chunk, const std::vector<const BoundaryRule*>& rules, const std::vector<int>& dispute_of, int scale) {
        const auto ruled = [&](std::size_t i) { return i < chunk.sides.size() && rules[chunk.sides[i]] != nullptr; };
        std::vector<int> into;
        bool any = false;
        for (std::size_t i = 0; i < chunk.sides.size(); ++i) {
            any = any || ruled(i);
            if (ruled(i) && dispute_of[chunk.sides[i]] >= 0) into.push_back(dispute_of[chunk.sides[i]]);
        }
        if (!any) return;
        std::sort(into.begin(), into.end());
        into.erase(std::unique(into.begin(), into.end()), into.end());
        for (const int dispute : into) {
            BaseLines taken = chunk;
            taken.lines =
                part_of(*chunk.lines, worldview.name, [&](std::size_t i) { return ruled(i) && dispute_of[chunk.sides[i]] == dispute; });
            taken.dispute = dispute;
            taken.name = map.disputes[static_cast<std::size_t>(dispute)].name;
            taken.sides.clear();
            map.lines[static_cast<int>(BaseLayer::Disputed)][scale].push_back(std::move(taken));
        }
        chunk.lines = part_of(*chunk.lines, worldview.name, [&](std::size_t i) { return !ruled(i); });
        std::vector<std::uint32_t> sides;
        for (std::size_t i = 0; i < chunk.sides.size(); ++i)
            if (!ruled(i)) sides.push_back(chunk.sides[i]);
        chunk.sides = std::move(sides);
    }

    void add_lines() {
        for (const BoundaryLine& line : worldview.lines) {
            Dispute facts = line.facts;
            if (facts.source.empty()) facts.source = worldview.source;
            facts.id = "worldview-" + facts.name;
            const calendar::Span valid = span_of(facts);
            const bool disputed = line.shown == BoundaryShown::Disputed;
            const int dispute = disputed ? add_dispute(facts) : -1;
            for (std::size_t scale = 0; scale < 3; ++scale) {
                geo::MultiLine simple;
                for (const geo::Line& part : line.lines)
                    simple.push_back(kToleranceDeg[scale] > 0 ? geo::simplify(part, kToleranceDeg[scale]) : part);
                const std::string key = fmt::format("worldview/{}/{}/{}", base::stable_hash(worldview.text), facts.name, scale);
                BaseLines chunk;
                chunk.lines = std::make_shared<geo::LineSet>(geo::line_set(simple, base::stable_hash(key), kLongestEdgeDeg));
                if (chunk.lines->starts.empty()) continue;
                chunk.name = facts.name;
                chunk.valid = valid;
                chunk.dispute = dispute;
                map.lines[static_cast<int>(disputed ? BaseLayer::Disputed : BaseLayer::Borders)][scale].push_back(std::move(chunk));
            }
        }
    }

    std::string name_of(const std::string& code) const {
        const auto found =
            std::find_if(map.countries.begin(), map.countries.end(), [&](const CountryLabel& c) { return c.adm0_a3 == code; });
        return found == map.countries.end() ? code : found->name;
    }
};

}  // namespace

BaseMap with_worldview(const BaseMap& shipped, const Worldview& worldview, std::vector<std::string>& warnings) {
    Redrawing redrawing{shipped, worldview, std::vector<bool>(worldview.rules.size(), false)};
    const std::vector<BoundaryShown> shown = redrawing.disputes();
    redrawing.reclassify_disputed(shown);
    redrawing.reclassify_agreed();
    redrawing.add_lines();
    for (std::size_t i = 0; i < worldview.rules.size(); ++i) {
        if (redrawing.used[i]) continue;
        const BoundaryRule& rule = worldview.rules[i];
        std::string what = rule.name.empty() ? rule.sides.front() : rule.name;
        if (rule.sides.size() > 1) what += (rule.name.empty() ? "–" : ", ") + rule.sides.back();
        warnings.push_back(base::Error{fmt::format("boundary {} ({}) is none that the map has", i + 1, what), worldview.name,
                                       "see docs/worldviews.md for the names and codes"}
                               .line());
    }
    redrawing.map.worldview = worldview.name;
    return std::move(redrawing.map);
}

}  // namespace dateline::document
