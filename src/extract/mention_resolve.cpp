#include "extract/mention.h"
#include "extract/mention_resolver.h"
#include "extract/name_context.h"
#include "extract/place_feature.h"
#include "extract/place_prior.h"
#include "extract/unknown_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

namespace dateline::extract {
namespace resolution {
namespace {

constexpr std::size_t kMostNeighbours = 16;

double distance_km(const Candidate& a, const Candidate& b) {
    return 6371 * std::acos(std::clamp(a.x * b.x + a.y * b.y + a.z * b.z, -1.0, 1.0));
}

/// "dekalb county" of "dekalb": the full name says what the bare one means, and not the other way round.
bool is_county_of(std::string_view full, std::string_view bare) {
    constexpr std::string_view kCounty = " county";
    return full.size() == bare.size() + kCounty.size() && full.starts_with(bare) && full.ends_with(kCounty);
}

bool is_county(const Mention& m) {
    return m.feature == "county" || m.feature == "parish" || m.folded.ends_with(" county") || m.folded.ends_with(" parish");
}

}  // namespace

/// How well `inner` fits into what the name after it means.
double Resolver::parent_evidence(const Candidate& inner, const Group& outer) const {
    double best = -2.5;
    for (const Candidate& big : outer.candidates) {
        if (big.place.country.empty() || big.place.country != inner.place.country || big.place.index == inner.place.index) continue;
        if (big.place.kind == PlaceKind::Country && inner.place.kind != PlaceKind::Country) best = std::max(best, 5.0);
        if (!big.division.empty() && lies_in(inner.home, big.division)) best = std::max(best, 7.0);
        const bool own_region = (big.place.kind == PlaceKind::Region || big.place.kind == PlaceKind::Island) && !is_division(big.place);
        const bool called_so =
            own_region && !inner.home.empty() && lies_in(inner.home, document::fold_name(big.place.name));  // "Noto, Sicily"
        if ((own_region || is_shire(big.place)) && inner.place.kind != PlaceKind::Country &&
            (called_so || lies_within(inner.place, big.place)))
            best = std::max(best, 6.0);
    }
    return best;
}

/// "her DeKalb home" in a report from DeKalb County: the county, where no town of the name lies in it or next to it.
void Resolver::share_county(Group& g) const {
    constexpr double kNextTo = 80;  // km
    if (g.adjective || g.candidates.empty() || !is_town(g.candidates.front().place)) return;
    const auto county = std::find_if(groups_.begin(), groups_.end(),
                                     [&](const Group& other) { return is_county_of(other.name, g.name) && !other.candidates.empty(); });
    if (county == groups_.end()) return;
    const auto beside = [&](const Candidate& own) {
        return std::any_of(g.candidates.begin(), g.candidates.end(),
                           [&](const Candidate& town) { return is_town(town.place) && distance_km(town, own) < kNextTo; });
    };
    std::vector<Candidate> taken;
    for (const Candidate& own : county->candidates)
        if (!beside(own)) taken.push_back(own);
    g.candidates.insert(g.candidates.end(), taken.begin(), taken.end());
}

/// "Indianola, Tex.", where all the towns of that name that are known lie in other states.
bool Resolver::contradicts(const Group& inner, const Group& outer) {
    if (outer.candidates.empty()) return false;
    const Candidate& state = outer.candidates.front();
    // Only there do all our tables name the divisions alike; elsewhere a place far from all of the division is another.
    const bool by_name = !state.division.empty() && state.place.country == "US" && is_division(state.place);
    return std::none_of(inner.candidates.begin(), inner.candidates.end(), [&](const Candidate& c) {
        if (by_name && c.home != c.division) return c.place.country == state.place.country && lies_in(c.home, state.division);
        return distance_km(c, state) < 1.5 * static_cast<double>(state.place.radius_km) + 200;
    });
}

/// "Twelve died in Kentucky, three of them in Morgan County", "in Indiana, where the town of Marysville": the state before it in
/// the sentence is its own.
void Resolver::lean_on_state(std::size_t i) {
    constexpr double kSmallTown = 100000;  // people
    const Mention& m = mentions_[i];
    Group& g = groups_[group_of_[i]];
    for (std::size_t k = i; k-- > 0 && mentions_[k].sentence == m.sentence;) {
        const Group& before = groups_[group_of_[k]];
        const Candidate* state = mentions_[k].adjective ? nullptr : before.chosen();
        if (!state || !is_division(state->place)) continue;
        bool inside = false, large = false;
        for (Candidate& c : g.candidates) {
            large = large || c.place.population > kSmallTown;
            if (c.place.country != state->place.country || !lies_in(c.home, state->division)) continue;
            c.evidence += 3.0 / g.weight();
            inside = true;
        }
        const bool all_known =
            is_county(m) && !g.candidates.empty() && g.candidates.front().place.id.starts_with("fips:");  // then it is another state's
        if (!inside && !large && !all_known && state->place.country == "US") g.homeless = true;
        return;
    }
}

void Resolver::add_evidence(std::size_t i) {
    const Mention& m = mentions_[i];
    Group& g = groups_[group_of_[i]];
    const double share = 1.0 / g.weight();
    constexpr double kByArticle = 3;  // "crossed the Blue Nile", which a state of Sudan is called after
    constexpr double kToldApart = 6;  // "the governor of Georgia met the president of Georgia in Tbilisi"
    constexpr double kOwnWord = 12;   // "Mexico State"
    for (Candidate& c : g.candidates) {
        const bool own_state = m.feature == "state" && is_division(c.place) &&
                               g.candidates.front().place.kind == PlaceKind::Country;  // one governor makes it the state
        c.evidence += (own_state ? 1.0 : share) * fit_of_feature(m.feature, c.place);
        if (own_state && g.apart) c.evidence += m.feature_in_name ? kOwnWord : kToldApart;
        if (m.bare_article && (c.place.kind == PlaceKind::River || c.place.kind == PlaceKind::Mountain) && c.main_name)
            c.evidence += kByArticle * share;
        if (m.parent >= 0) c.evidence += parent_evidence(c, groups_[group_of_[static_cast<std::size_t>(m.parent)]]);
    }
    constexpr double kNoTown = 2.5;  // "LEBANON —": reports are dated from towns
    for (Candidate& c : g.candidates)
        if (m.dateline && m.parent < 0 && g.candidates.size() > 1 && c.place.kind == PlaceKind::Country) c.evidence -= kNoTown * share;
    // "LONDON (AP) -" is no London in America, which would have its state beside it
    constexpr double kOfWire = 4, large_town = 150000;
    for (Candidate& c : g.candidates)
        if (m.wired && m.parent < 0 && c.main_name && is_town(c.place) && c.place.country != "US" && c.place.population >= large_town)
            c.evidence += kOfWire * share;
    if (m.parent < 0 && (is_county(m) || m.feature == "town" || m.feature == "village" || m.feature == "township")) lean_on_state(i);
    if (m.container >= 0) g.homeless = g.homeless || contradicts(g, groups_[group_of_[static_cast<std::size_t>(m.container)]]);
    if (m.parent < 0) return;
    // And back: "Atlanta, Georgia" makes it the state.
    Group& outer = groups_[group_of_[static_cast<std::size_t>(m.parent)]];
    for (Candidate& big : outer.candidates) {
        double best = 0;
        for (const Candidate& small : g.candidates) {
            if (small.place.country != big.place.country || small.place.index == big.place.index) continue;
            const bool inside = big.division.empty()
                                    ? big.place.kind == PlaceKind::Country && small.place.kind != PlaceKind::Country
                                    : lies_in(small.home, big.division) || (is_shire(big.place) && lies_within(small.place, big.place));
            if (inside) best = std::max(best, small.prior);
        }
        big.evidence += best * 0.9;
    }
}

void Resolver::choose(Group& g) const {
    for (Candidate& c : g.candidates)
        if (c.score == 0) c.score = c.prior + c.evidence;
    for (std::size_t i = 0; i < g.candidates.size(); ++i)
        if (g.candidates[i].score > g.candidates[g.best].score) g.best = i;
    if (!g.candidates.empty()) prefer_the_town(g);
}

/// "Quebec City" is told from Quebec by its name; a town that holds much of the land, as New York does, is not.
bool Resolver::is_called_city(const Group& g, const Candidate& town, const Candidate& land) const {
    constexpr double least_share = 0.1;
    if (town.place.population >= least_share * land.place.population) return false;
    const auto city = gazetteer_.find(g.name + " city");
    return !city.empty() && city.front().place == town.place.index;
}

/// "A Londoner was held" in a report from London, Ontario: who is called after a town is of the one that the text tells of.
void Resolver::side_with_own_town(Group& g) {
    if (!g.adjective || g.candidates.empty() || !is_town(g.chosen()->place)) return;
    const std::string name = document::fold_name(g.chosen()->place.name);
    for (const Group& other : groups_) {
        const Candidate* town = other.adjective || other.name != name ? nullptr : other.chosen();
        if (town && is_town(town->place) && town->place.index != g.chosen()->place.index) {
            g.candidates.assign(1, *town);
            g.best = 0;
            return;
        }
    }
}

/// A bare name that a division shares with the town it is called after is the town.
void Resolver::prefer_the_town(Group& g) const {
    const Candidate& best = g.candidates[g.best];
    if (best.division.empty() || best.evidence > 0 || best.beside > 0) return;
    for (std::size_t i = 0; i < g.candidates.size(); ++i) {
        const Candidate& town = g.candidates[i];
        const bool is_town = town.place.kind == PlaceKind::Settlement || town.place.kind == PlaceKind::Capital;
        const double least = best.main_name ? 20000 : 5000;  // "Telavi", as a region of another name is called too
        if (!is_town || town.place.country != best.place.country || town.place.population < least) continue;
        constexpr double chief = 100000;  // "Zaporizhzhia", whose own name is spelt with a y
        if (!lies_in(town.home, best.division) ||
            (document::fold_name(town.place.name) != g.name &&
             (town.place.population < chief || is_longer_name(town.place, g.name) || !is_spelt_alike(town.place, g.name))))
            continue;
        if (is_called_city(g, town, best)) continue;
        g.best = i;
        return;
    }
}

/// Whether the name just before it lies in it: "Fishers, Indiana".
bool Resolver::holds_before(std::size_t i) const {
    return i > 0 && mentions_[i - 1].parent == static_cast<std::int32_t>(i) && !is_of_head(mentions_[i - 1]);
}

/// "MONTPELIER, Vt. —", and what the first sentence names where it has no dateline of another town.
bool Resolver::is_of_head(const Mention& m) const {
    return m.sentence == 0 && m.parent >= 0 && (m.dateline || !mentions_.front().dateline);
}

void Resolver::weigh_countries() {
    countries_.clear();
    divisions_.assign(home_numbers_.size() + 1, 0);
    total_ = kUntold;
    for (const auto& [country, weight] : names_.countries) {
        countries_[key_of(country)] += weight;
        total_ += weight;
    }
    for (Group& g : groups_) {
        const Candidate* c = g.chosen();
        if (!c || c->place.country.empty() || g.homeless) continue;
        const bool broad = c->place.kind == PlaceKind::Country || !c->division.empty();
        const double sure = g.candidates.size() == 1 || c->evidence > 3 ? 1.0 : broad ? 1.2 : 0.5;
        const double weight = g.weight() * sure;
        // "AUCKLAND (AP) - ... Queenstown": a report's country
        constexpr double kOfDateline = 3;
        const Mention& head = mentions_[g.mentions.front()];
        const double told = head.dateline ? weight * kOfDateline : weight;
        countries_[c->country] += told;
        // "MONTPELIER, Vt. —": where a report is from, its towns are
        constexpr double kOfHead = 3;
        const Mention& first = mentions_[g.mentions.front()];
        // "a church in Fishers, Indiana": a paper tells the state of what lies in another
        constexpr double kOfOther = 0.5;
        const bool of_head = is_of_head(first);
        g.told_apart = !of_head && c->country == key_of("US") && std::all_of(g.mentions.begin(), g.mentions.end(), [&](std::size_t i) {
            return mentions_[i].parent >= 0 || holds_before(i);
        });
        if (c->home_number != 0) divisions_[c->home_number] += weight * (of_head ? kOfHead : g.told_apart ? kOfOther : 1.0);
        total_ += told;
    }
}

/// The document's countries and divisions, this name's own contribution aside.
double Resolver::context_of(const Group& own, const Candidate& c, std::size_t) const {
    if (c.place.country.empty()) return 0;
    const Candidate* chosen = own.chosen();
    const double mine = own.weight();
    const auto others = [&](double weight, bool same) { return std::max(0.0, weight - (same ? mine : 0.0)); };
    const auto known = countries_.find(c.country);
    const double country = others(known == countries_.end() ? 0 : known->second, chosen && chosen->country == c.country);
    const double rest = std::max(1.0, total_ - mine);
    double score = 5.0 * country / rest;
    const double division = c.home_number == 0 ? 0 : others(divisions_[c.home_number], chosen && chosen->home_number == c.home_number);
    // "In Washington, the president": of a country that the text is mostly of, its seat
    constexpr double kOwnCapital = 3, kMostly = 0.5;
    if (c.place.kind == PlaceKind::Capital && country >= kMostly * rest) score += kOwnCapital;
    // A large state has a namesake of every city: talk of the state alone is little for a small town of a division that is not told of.
    constexpr double small_town = 100000;
    if (division <= 0 && is_town(c.place) && c.place.population < small_town) score *= 0.5;
    return score + 3.0 * division / rest;
}

/// The names around the group's first mentions.
void Resolver::look_around(std::size_t index) {
    constexpr std::size_t most_mentions = 4, most_visits = most_mentions * kMostNeighbours;
    static_assert(most_visits <= 0xFF);
    Group& own = groups_[index];
    // Gathered here and copied once: most names have a dozen others about them.
    std::array<std::size_t, most_visits> around;
    std::array<std::uint8_t, most_visits> visits;
    std::size_t known = 0, visited = 0;
    const auto visit = [&](std::size_t mention) {
        const std::size_t other = group_of_[mention];
        if (other == index) return;
        const auto at = static_cast<std::size_t>(std::find(around.begin(), around.begin() + known, other) - around.begin());
        visits[visited++] = static_cast<std::uint8_t>(at);
        if (at == known) around[known++] = other;
    };
    for (std::size_t k = 0; k < std::min(own.mentions.size(), most_mentions); ++k) {
        const std::size_t at = own.mentions[k];
        for (std::size_t step = 1; step <= kMostNeighbours / 2; ++step) {
            if (at >= step) visit(at - step);
            if (at + step < mentions_.size()) visit(at + step);
        }
    }
    own.around.assign(around.begin(), around.begin() + known);
    own.visits.assign(visits.begin(), visits.begin() + visited);
}

/// How near each candidate is to what the names around are taken to mean now; mostly they mean what they did the last time.
void Resolver::see_neighbours(Group& own) {
    ++turn_;
    const bool same = own.seen_at != 0 && std::none_of(own.around.begin(), own.around.end(),
                                                       [&](std::size_t group) { return groups_[group].chosen_at >= own.seen_at; });
    if (same) return;
    own.seen_at = turn_;
    neighbours_.clear();
    for (const std::size_t group : own.around) {
        Neighbour& n = neighbours_.emplace_back();
        const Candidate* near = groups_[group].chosen();
        if (!near || near->place.kind == PlaceKind::Continent || near->place.kind == PlaceKind::CountryGroup) continue;
        n = {group, near->place.index, true, near->place.kind == PlaceKind::Country, near->x, near->y, near->z, 0, false};
    }
    for (Candidate& c : own.candidates) c.near = nearness(c, own);
}

/// Places named near each other in the text lie near each other on the ground.
double Resolver::nearness(Candidate& c, const Group& own) {
    constexpr double earth_km = 6371, kOwnCounty = 6;
    c.closest_km = 1e5;
    for (Neighbour& near : neighbours_) {
        near.pull = 0;
        near.counts = near.lies_somewhere && near.place != c.place.index;
        if (!near.lies_somewhere) continue;
        const bool own_county =
            near.place == c.place.index && c.place.kind == PlaceKind::District && is_county_of(groups_[near.group].name, own.name);
        if (own_county) return kOwnCounty;  // see share_county
        if (!near.counts) {                 // the text calls it by its own name: this is another
            if (groups_[near.group].name != own.name && groups_[near.group].name == document::fold_name(c.place.name)) return -2;
            continue;
        }
        // Beyond six reaches nothing is near, and a far place is told by its vector alone.
        const double reach = near.country ? 500 : 150;
        const double chord2 = (c.x - near.x) * (c.x - near.x) + (c.y - near.y) * (c.y - near.y) + (c.z - near.z) * (c.z - near.z);
        const double km = earth_km * std::sqrt(chord2);
        if (!near.country) c.closest_km = std::min(c.closest_km, km);
        constexpr double kOfOther = 0.5;  // see weigh_countries
        if (km < 6 * reach) near.pull = std::exp(-km / reach);
        const Group& of = groups_[near.group];
        if (near.pull > 0 && of.told_apart && of.chosen()->home_number == c.home_number) near.pull *= kOfOther;
    }
    double sum = 0;
    std::size_t seen = 0;
    for (const std::uint8_t visit : own.visits) {
        sum += neighbours_[visit].pull;
        seen += neighbours_[visit].counts;
    }
    return seen == 0 ? 0 : 4.5 * sum / (2.0 + static_cast<double>(seen) * 0.5);
}

/// Whether the name before or after it, a word or two away, is another division of the same state, or a town of this division.
bool Resolver::stands_by_division(std::size_t mention, const Candidate& division) const {
    constexpr std::uint32_t reach = 2;  // tokens: "Georgia, Alabama", "Georgia and Alabama", "N.H., to Georgia"
    const auto other = [&](std::size_t i) {
        const Candidate* c = groups_[group_of_[i]].chosen();
        if (mentions_[i].adjective || !c || c->country != division.country) return false;
        return (is_division(c->place) && c->place.index != division.place.index) ||
               (is_town(division.place) && is_town(c->place) && c->home_number == division.home_number);
    };
    const Mention& m = mentions_[mention];
    const bool before = mention > 0 && mentions_[mention - 1].sentence == m.sentence &&
                        mentions_[mention - 1].end_token + reach >= m.first_token && other(mention - 1);
    return before || (mention + 1 < mentions_.size() && mentions_[mention + 1].sentence == m.sentence &&
                      m.end_token + reach >= mentions_[mention + 1].first_token && other(mention + 1));
}

/// How many names beside it in a list are other divisions of the same state; none where one is a town.
int Resolver::divisions_beside(std::size_t mention, const Candidate& division) const {
    constexpr std::uint32_t reach = 2;
    int others = 0;
    const auto goes_on = [&](std::size_t from, std::size_t to) {  // whether the list does, to the name at `to`
        const Mention &a = mentions_[std::min(from, to)], &b = mentions_[std::max(from, to)];
        const Candidate* c = groups_[group_of_[to]].chosen();
        const bool next = a.sentence == b.sentence && a.end_token + reach >= b.first_token && c && c->country == division.country &&
                          c->place.index != division.place.index;
        if (next && is_town(c->place)) others = -10;
        others += next && is_division(c->place);
        return next;
    };
    for (std::size_t i = mention; i > 0 && goes_on(i, i - 1); --i) {}
    for (std::size_t i = mention; i + 1 < mentions_.size() && goes_on(i, i + 1); ++i) {}
    return others;
}

/// Whether the text names a large town of the division, "Atlanta", and nothing of the state that is called as it is.
bool Resolver::is_told_of(const Candidate& division, const Group& own) const {
    constexpr double large_town = 250000;
    bool town = false;
    for (const Group& g : groups_) {
        const Candidate* c = &g == &own ? nullptr : g.chosen();
        if (!c) continue;
        town = town || (is_town(c->place) && c->main_name && c->home_number == division.home_number && c->place.population >= large_town);
        if (c->country != division.country && std::any_of(own.candidates.begin(), own.candidates.end(), [&](const Candidate& state) {
                return state.place.kind == PlaceKind::Country && state.country == c->country;
            }))
            return false;
    }
    return town;
}

/// "Georgia, Alabama and Florida", "the Atlanta mayor said Georgia": a state's namesake among the divisions of another is meant
/// beside its like; and "Athens, Palestine and …" in a report from Paris, Texas, is of that division's towns.
void Resolver::side_with_namesakes(std::size_t index) {
    Group& g = groups_[index];
    if (g.adjective) return;
    if (std::none_of(g.candidates.begin(), g.candidates.end(), [](const Candidate& c) { return c.place.kind == PlaceKind::Country; })) {
        side_with_states(g);
        return;
    }
    constexpr double kBesideLike = 6, kToldOf = 4, kOfHead = 9;
    const Group& head = groups_[group_of_.front()];
    const Candidate* from = mentions_.front().parent >= 0 && mentions_.front().sentence == 0 ? head.chosen() : nullptr;
    for (Candidate& c : g.candidates) {
        c.beside = 0;
        const bool of_head = from && is_town(c.place) && c.home_number != 0 && c.home_number == from->home_number;
        if (!is_division(c.place) && !of_head) continue;
        const bool beside = std::any_of(g.mentions.begin(), g.mentions.end(), [&](std::size_t mention) {
            return mentions_[mention].parent < 0 && stands_by_division(mention, c);
        });
        if (of_head) c.beside = beside ? kOfHead : 0;
        else c.beside = beside ? kBesideLike : is_told_of(c, g) ? kToldOf : 0;
    }
}

/// "New Mexico, New York, Indiana": among states only, the state and not its town.
void Resolver::side_with_states(Group& g) {
    constexpr double kAmongStates = 4;
    const auto state =
        std::find_if(g.candidates.begin(), g.candidates.end(), [](const Candidate& c) { return c.main_name && is_division(c.place); });
    if (state == g.candidates.end() || g.candidates.size() < 2) return;
    const bool by_capital = std::any_of(g.candidates.begin(), g.candidates.end(), [&](const Candidate& c) {
        return c.place.kind == PlaceKind::Capital && c.near >= state->near;
    });  // "Virginia, Maryland and Washington"
    const int fewest = by_capital ? 4 : 2;
    const bool among = std::any_of(g.mentions.begin(), g.mentions.end(), [&](std::size_t mention) {
        return mentions_[mention].parent < 0 && divisions_beside(mention, *state) >= fewest;
    });
    state->beside = among ? kAmongStates : 0;
}

void Resolver::rescore(std::size_t index) {
    Group& g = groups_[index];
    const auto known = names_.senses.find(g.name);
    see_neighbours(g);
    side_with_namesakes(index);
    for (Candidate& c : g.candidates) {
        c.score = c.prior + c.evidence + context_of(g, c, index) + c.near + c.beside;
        if (known != names_.senses.end() && known->second == c.place.index) c.score += 2;
    }
    const std::size_t before = g.best;
    choose(g);
    if (g.best != before) g.chosen_at = turn_;
}

void Resolver::write_back() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
        Mention& m = mentions_[i];
        const Group& g = groups_[group_of_[i]];
        const Candidate* c = g.chosen();
        if (!c || !is_trusted(m, g, *c)) {
            m.confidence = 0.3;
            m.precision = PlacePrecision::None;
            continue;
        }
        m.place = c->place.index;
        m.precision = precision_of(c->place, m.feature);
        m.radius_km = radius_of(c->place, m.precision);
        double second = -100;
        for (std::size_t k = 0; k < g.candidates.size(); ++k)
            if (k != g.best) second = std::max(second, g.candidates[k].score);
        const double margin = std::clamp((c->score - second) / 4, 0.0, 1.0);
        m.confidence = 0.5 + 0.35 * margin + (m.locative || m.parent >= 0 ? 0.15 : 0.05);
    }
    names_.countries.clear();
    weigh_countries();
    for (const auto& [country, weight] : countries_) names_.countries[letters_of(country)] = weight * 0.5;
    for (const Group& g : groups_)
        if (const Candidate* c = g.chosen(); c && names_.senses.size() < 100000) names_.senses[g.name] = c->place.index;
}

/// Among towns that lie together a word that may be a town is one if it lies there too.
void Resolver::take_in_neighbours(std::vector<Mention>& doubtful) {
    constexpr double kNextTo = 50, kAround = 100;  // km
    constexpr int kFewest = 2, kFewestAround = 4;
    std::vector<Mention> taken;
    std::map<std::string, std::int64_t> known;  // what a name was found to mean
    for (Mention& m : doubtful) {
        const auto [it, is_new] = known.try_emplace(m.folded, -1);
        if (is_new) {
            Group g;
            add_candidates(g, m);
            const bool no_word = gazetteer_.usual_use(m.folded) == document::WordUse::Unknown;
            double best = 0;
            for (const Candidate& c : g.candidates) {
                if (!is_town(c.place)) continue;
                int beside = 0, around = 0;
                for (const Group& other : groups_) {
                    const Candidate* town = other.chosen();
                    if (!town || !is_town(town->place) || town->near <= kNearEnough / 2 || town->place.index == c.place.index) continue;
                    const double km = distance_km(*town, c);
                    beside += km < kNextTo;
                    around += km < kAround;
                }
                const bool among = local_ && (beside >= kFewest || (around >= kFewestAround && c.main_name));
                constexpr double kJoined = 150;  // km: "Walgett and Lightning Ridge"
                const bool joined =
                    m.joins_next && no_word && c.main_name && std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& next) {
                        const Candidate* town = next.sentence == m.sentence && next.first_token == m.end_token + 1 && next.place >= 0
                                                    ? groups_[group_of_[static_cast<std::size_t>(&next - mentions_.data())]].chosen()
                                                    : nullptr;
                        return town && is_town(town->place) && town->place.index != c.place.index && distance_km(*town, c) < kJoined;
                    });
                if ((!among && !joined && !(no_word && is_known_here(c))) || c.prior <= best) continue;
                best = c.prior;
                it->second = c.place.index;
            }
        }
        if (it->second < 0) continue;
        const Place place = gazetteer_.place(static_cast<std::uint32_t>(it->second));
        m.place = it->second;
        m.precision = precision_of(place, m.feature);
        m.radius_km = radius_of(place, m.precision);
        m.confidence = 0.5;
        taken.push_back(std::move(m));
    }
    if (!taken.empty()) put_in_order(mentions_, taken);
}

}  // namespace resolution

std::vector<Mention> resolve_mentions(const Text& text, const document::Gazetteer& gazetteer, DocumentNames& names, FoundNames found) {
    std::vector<Mention>& mentions = found.mentions;
    resolution::Resolver(gazetteer, names, mentions).run(found.doubtful);
    drop_first_peoples(text, gazetteer, mentions);
    for (Mention& m : mentions) m.role = role_of(text, m);
    share_roles(text, gazetteer, mentions);
    place_the_unknown(text, gazetteer, mentions);
    return std::move(mentions);
}

}  // namespace dateline::extract
