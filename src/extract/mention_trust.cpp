#include "extract/lexicon.h"
#include "extract/mention_resolver.h"
#include "extract/place_feature.h"
#include "extract/place_prior.h"
#include "extract/word_facts.h"

#include <algorithm>
#include <array>

// Whether what a name seems to mean can be meant: where the gazetteer lacks a place it has another of the name far away.
namespace dateline::extract::resolution {
namespace {

/// Lands whose settlers called their towns after those they came from: there, "Aberdeen" and "Geneva" may be others.
bool is_settled(CountryKey country) {
    static constexpr std::array<std::string_view, 24> kSettled{"US", "CA", "AU", "NZ", "ZA", "GB", "IE", "JM", "ZW", "GY", "TT", "BS",
                                                               "MX", "AR", "CL", "CO", "VE", "PE", "CU", "BR", "PH", "UY", "BZ", "EC"};
    return std::any_of(kSettled.begin(), kSettled.end(), [&](std::string_view land) { return key_of(land) == country; });
}

}  // namespace

/// A dispatch, a local paper: its towns are neighbours.
void Resolver::see_whether_local() {
    constexpr int fewest = 3;
    constexpr double kOfParent = 5;  // of Candidate::evidence
    constexpr double most_of_stray = 300000, nowhere_near = 0.1;
    double heaviest = 0;
    for (const auto& [country, weight] : countries_)
        if (weight > heaviest) heaviest = weight, mostly_ = country;
    int towns = 0, together = 0;
    for (const Group& g : groups_) {
        const Candidate* c = g.chosen();
        if (!c || !is_town(c->place)) continue;
        const bool near = c->near > kNearEnough / 2;
        // "the firm also has mills in Gary, Ind.": such a paper says where another place is, but for a seat of government
        const bool apart = !near && (c->place.kind == PlaceKind::Capital || c->evidence > kOfParent);
        const bool stray = c->near <= nowhere_near && c->country != mostly_ && c->place.population <= most_of_stray &&
                           c->evidence <= 0;  // a namesake of one that we lack
        if (apart || stray) continue;
        ++towns;
        together += near;
    }
    local_ = together >= fewest && together * 2 >= towns;
}

/// A village far from all that such a text tells of, in a division that it does not name: a namesake of one that we lack.
bool Resolver::is_lost(const Group& g, const Candidate& c) const {
    constexpr double most_people = 50000, nowhere_near = 0.05;
    const double far_km = c.main_name ? 250 : 100;
    // The states of America share their towns' names, and its papers tell the state of a town that lies in another.
    const bool far = c.near <= nowhere_near || (c.place.country == "US" && c.closest_km > far_km);
    // Of the text's own state, and the only one that is called so: "Wewak" in a text about Bougainville
    constexpr double no_hamlet = 5000;
    if (g.candidates.size() == 1 && c.main_name && c.country == mostly_ && c.place.population >= no_hamlet && !is_settled(c.country))
        return false;
    if (!local_ || !is_town(c.place) || c.place.population > most_people || c.evidence > 0 || !far) return false;
    return divisions_[c.home_number] <= 1.3 * g.weight();
}

/// "Oxford County" in a report from Ontario: only America's counties are known.
bool Resolver::is_foreign_county(const Group& g, const Candidate& c) const {
    constexpr double most = 0.6, most_of_feature = 4.5, nowhere_near = 0.05, far_km = 250;
    const bool county =
        c.place.kind == PlaceKind::District ? c.place.id.starts_with("fips:") : g.name.ends_with(" county") && c.place.country == "US";
    if (!county || c.evidence > most_of_feature || (c.near > nowhere_near && c.closest_km < far_km)) return false;
    const auto own = countries_.find(c.country);
    if (own != countries_.end() && own->second > 1.2 * g.weight() && divisions_[c.home_number] > 1.2 * g.weight()) return false;
    constexpr double kMostly = 0.6, kManyTimes = 3;  // "Washoe County" in a report of many states that names Ontario once
    const bool sole = std::count_if(g.candidates.begin(), g.candidates.end(),
                                    [](const Candidate& other) { return other.place.id.starts_with("fips:"); }) == 1;
    if (sole && own != countries_.end() && own->second >= kMostly * (total_ - kUntold) && own->second > kManyTimes * g.weight())
        return false;
    const double others = total_ - kUntold - (own == countries_.end() ? 0 : own->second);
    return others > 0 && std::any_of(countries_.begin(), countries_.end(),
                                     [&](const auto& country) { return country.first != c.country && country.second >= most * others; });
}

/// The weight of a land's small towns that lie near nothing of the text, and whose state it does not tell.
double Resolver::strays_of(CountryKey country) const {
    constexpr double most_people = 300000, nowhere_near = 0.5;
    double sum = 0;
    for (const Group& g : groups_) {
        const Candidate* c = g.chosen();
        const bool stray = c && c->country == country && is_town(c->place) && c->place.population <= most_people && c->evidence <= 0 &&
                           c->near <= nowhere_near;
        if (stray) sum += g.weight() * (g.candidates.size() == 1 ? 1.0 : 0.5);
    }
    return sum;
}

/// A small town of a state that the text nowhere speaks of, where all the rest is of one other state: of that state there is
/// one of the name that we lack.
bool Resolver::is_foreign_village(const Group& g, const Candidate& c) const {
    constexpr double village = 100000, of_local = 300000, nowhere_near = 0.05, near_strays = 0.5, fewest = 2, most = 0.6,
                     most_of_feature = 4.5;
    const bool apart = local_ && is_settled(mostly_) && c.country != mostly_;
    const double most_people = local_ && is_settled(mostly_) ? of_local : village;  // "Aberdeen" in a report from farms about Grahamstown
    if (!is_town(c.place) || c.place.population > most_people || c.evidence > most_of_feature ||
        c.near > (apart ? near_strays : nowhere_near) || c.place.country.empty())
        return false;
    const auto own = countries_.find(c.country);
    const double strays = apart ? strays_of(c.country) : 0, told = total_ - kUntold - strays;
    // Several such villages of one land do not speak for each other, nor does a border that is named once.
    constexpr double least_of_local = 0.3;
    const double speaks = own == countries_.end() ? 0 : own->second - strays;
    if (speaks > (apart ? std::max(1.2 * g.weight(), least_of_local * told) : 1.2 * g.weight())) return false;
    return told >= fewest && std::any_of(countries_.begin(), countries_.end(),
                                         [&](const auto& country) { return country.first != c.country && country.second >= most * told; });
}

/// "the North East" in a report from England: a province of a land that the text does not tell of is called so too.
bool Resolver::is_foreign_side(const Group& g, const Candidate& c) const {
    const bool coast =
        g.name.ends_with(" coast") && c.place.id.starts_with("dl:") && c.country != 0;  // "the West Coast" in a report from New Zealand
    if ((!c.place.id.starts_with("adm1:") && !coast) || c.evidence > 0) return false;
    for (std::string_view rest = g.name; !rest.empty();) {
        const std::size_t end = rest.find(' ');
        const std::string_view side = rest.substr(0, end);
        if ((lexicon_of(side) & kDirection) == 0 && !(coast && side == "coast")) return false;
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    const auto own = countries_.find(c.country);
    constexpr double kOfOthers = 2;
    if (coast && total_ - kUntold - g.weight() < kOfOthers) return false;
    return own == countries_.end() || own->second < 1.3 * g.weight();
}

/// "the Litoral penitentiary" in a report from Guayaquil: works that bear the name of a province of a land that the text does not tell of.
bool Resolver::is_foreign_namesake(const Mention& m, const Group& g, const Candidate& c) const {
    constexpr double fewest = 2, most = 0.5, nowhere_near = 0.05;
    if (!c.place.id.starts_with("adm1:") || c.near > nowhere_near) return false;
    const bool works = !m.feature.empty() && facts_of(m.feature).works;
    const auto own = countries_.find(c.country);
    if (!works || (own != countries_.end() && own->second > 1.3 * g.weight())) return false;
    const double told = total_ - kUntold;
    return told >= fewest && std::any_of(countries_.begin(), countries_.end(),
                                         [&](const auto& country) { return country.first != c.country && country.second >= most * told; });
}

/// "the Clarence River" in a report from Grafton: only another land's river of the name is known.
bool Resolver::is_foreign_river(const Group& g, const Candidate& c) const {
    constexpr double fewest = 2, most = 0.6, nowhere_near = 0.05;
    if (c.place.kind != PlaceKind::River || c.country == 0 || c.near > nowhere_near) return false;
    const auto own = countries_.find(c.country);
    if (own != countries_.end() && own->second > 1.3 * g.weight()) return false;
    const double told = total_ - kUntold;
    return told >= fewest && std::any_of(countries_.begin(), countries_.end(),
                                         [&](const auto& country) { return country.first != c.country && country.second >= most * told; });
}

/// Whether anything but the bare name speaks for the place: where a gazetteer lacks what is meant, it has another far away.
bool Resolver::is_trusted(const Mention& m, const Group& g, const Candidate& c) const {
    if (g.homeless && m.parent < 0) return false;
    if (m.parent < 0 && (is_lost(g, c) || is_foreign_village(g, c) || is_foreign_county(g, c) || is_foreign_side(g, c) ||
                         is_foreign_river(g, c) || is_foreign_namesake(m, g, c)))
        return false;
    constexpr double largest_village = 200000;  // people
    if ((m.feature == "village" || m.feature == "hamlet") && is_town(c.place) && c.place.population > largest_village) return false;
    if (m.bare_article && is_town(c.place) && c.place.population < kFamous) return false;
    if (m.bare_article && is_division(c.place) && !c.main_name && c.place.country == "US" && c.evidence <= 0)
        return false;                    // "near the Wash", which some write for a state
    constexpr double kOwnTownship = 60;  // km: each county has its own
    if (m.feature == "township" && m.parent < 0 && local_ && c.closest_km > kOwnTownship) return false;
    if (m.feature_in_name && c.place.kind == PlaceKind::Country &&
        (m.feature == "hill" || m.feature == "creek" || m.feature == "lake" || m.feature == "pond"))
        return false;  // "Italy Hill"
    if (m.feature_in_name && fit_of_feature(m.feature, c.place) <= 0 && is_town(c.place))
        return m.parent >= 0 || c.near > kNearEnough ||
               (!is_natural_feature(m.feature) && m.feature != "township" &&
                c.place.population > kFamous);  // "Delhi Township" is no part of Delhi
    return true;
}

/// "Kenora and Dryden were cut off" in a report from Ontario: not so small, and of the division that the text is of.
bool Resolver::is_known_here(const Candidate& c) const {
    constexpr double kLeast = 5000, kMost = 0.4;  // people, share
    if (!c.main_name || c.place.population < kLeast || c.home_number == 0 || c.home_number >= divisions_.size()) return false;
    double all = 0;
    for (const double division : divisions_) all += division;
    return divisions_[c.home_number] >= 2 && divisions_[c.home_number] >= kMost * all;
}

}  // namespace dateline::extract::resolution
