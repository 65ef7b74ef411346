#include "extract/mention_resolver.h"
#include "extract/place_prior.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

// Which places a name may be, before any of them speaks for another.
namespace dateline::extract::resolution {
namespace {

constexpr std::size_t kMostCandidates = 48;

/// "Washington state", where the town is called so too; "Mexico State", as the country is.
bool is_state_beside_town(const Mention& m) {
    return m.feature == "state" && m.candidates.size() > 1 && m.feature_in_name == (m.candidates.front().kind == PlaceKind::Country);
}

/// "the Persian Gulf", and no province that lies on it
bool names_sea(std::string_view folded) { return folded.ends_with(" gulf") || folded.ends_with(" sea") || folded.ends_with(" ocean"); }

bool speaks_english(std::string_view country) {
    static constexpr std::array<std::string_view, 7> kEnglish{"US", "CA", "AU", "NZ", "GB", "IE", "ZA"};
    return std::find(kEnglish.begin(), kEnglish.end(), country) != kEnglish.end();
}

/// "Şuşa" is no Susa.
bool is_spelt(const Place& place, std::string_view spelt) {
    if (spelt.empty()) return false;
    if (place.name == spelt) return true;
    for (std::string_view rest = place.other_names; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        if (rest.substr(0, end) == spelt) return true;
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    return false;
}

}  // namespace

bool is_longer_name(const Place& place, std::string_view folded) {
    if (place.name.find('-') != place.name.npos) return false;
    const std::string own = document::fold_name(place.name);
    return own.size() > folded.size() && own.starts_with(folded) && own[folded.size()] == ' ';
}

bool is_spelt_alike(const Place& place, std::string_view folded) {
    constexpr std::size_t fewest = 3;  // letters
    return document::fold_name(place.name).starts_with(folded.substr(0, fewest));
}

void Resolver::add_candidates(Group& g, const Mention& m) {
    constexpr double kOwnWord = 6, kOwnSpelling = 2.5;
    const auto matches = m.candidates.first(std::min(m.candidates.size(), kMostCandidates));
    gazetteer_.fetch_places(matches);
    g.candidates.reserve(matches.size());
    for (const NameMatch& match : matches) {
        if (match.adjective != m.adjective) continue;
        Candidate& c = g.candidates.emplace_back();
        c.place = gazetteer_.place(match.place);
        c.prior = prior_of(c.place, match);
        c.main_name = match.main_name;
        if (!c.main_name && is_before_its_river(c.place.name, g.name)) {
            c.main_name = true;
            c.prior += 1.2;
        }
        if (c.place.kind == PlaceKind::Sea && c.main_name && names_sea(g.name)) c.prior += kOwnWord;
        if (c.place.kind == PlaceKind::Settlement && matches.size() > 1) c.prior += fame_of(c.place, c.main_name);
        if (is_spelt(c.place, m.spelt)) c.prior += kOwnSpelling;
        const double lon = c.place.at.lon_deg * M_PI / 180, lat = c.place.at.lat_deg * M_PI / 180;
        c.x = std::cos(lat) * std::cos(lon);
        c.y = std::cos(lat) * std::sin(lon);
        c.z = std::sin(lat);
        if (c.place.kind == PlaceKind::Region || c.place.kind == PlaceKind::District) c.division = document::fold_name(c.place.name);
        c.home = c.division.empty() || c.place.kind == PlaceKind::District ? document::fold_name(c.place.admin1) : c.division;
        if (c.home.empty()) c.home = c.division;
        c.country = key_of(c.place.country);
        if (!c.home.empty())
            c.home_number =
                home_numbers_.try_emplace(std::string(c.place.country) + '/' + c.home, static_cast<std::uint32_t>(home_numbers_.size() + 1))
                    .first->second;
    }
    // "Bari", "Cordoba": a city is better known than a division of another country that has hardly more people
    constexpr double city = 150000, many_times = 5;
    for (Candidate& town : g.candidates) {
        if (!town.main_name || !is_town(town.place) || town.place.population < city) continue;
        const bool of_known_land =
            std::any_of(g.candidates.begin(), g.candidates.end(), [&](const Candidate& land) {  // "Bali", of more people than its towns
                return land.main_name && !is_division(land.place) &&
                       (land.place.kind == PlaceKind::Region || land.place.kind == PlaceKind::Island) &&
                       land.place.population >= many_times * town.place.population;
            });
        for (const Candidate& region : g.candidates)
            if (!of_known_land && is_division(region.place) && region.country != town.country && region.place.country != "US" &&
                region.place.population < many_times * town.place.population)
                town.prior = std::max(town.prior, region.prior + 0.2);
    }
    // "Chicago and San Diego" in a report from Mexico: a city of the world is known there too, and a hamlet called after it is not.
    // English names of villages are in the local papers of the lands that speak it.
    constexpr double world_city = 1e6, hamlet = 5000, unknown = 4;
    const auto known = std::find_if(g.candidates.begin(), g.candidates.end(),
                                    [](const Candidate& c) { return c.main_name && is_town(c.place) && c.place.population >= world_city; });
    for (Candidate& c : g.candidates)
        if (known != g.candidates.end() && is_town(c.place) && c.place.population < hamlet && c.country != known->country &&
            !speaks_english(c.place.country))
            c.prior -= unknown;
    // "Odessa": the region is called after its town, whose own spelling is another; the town is meant, as where both are spelt alike, or
    // where both had the name once: "Rangoon". Of a state's few villages that are called after it none is: "Arizona", "Minnesota"
    constexpr double just_before = 0.2, least_share = 0.05;
    for (Candidate& town : g.candidates) {
        if (town.main_name || !is_town(town.place) || is_longer_name(town.place, g.name)) continue;
        for (const Candidate& region : g.candidates)
            if (region.place.kind == PlaceKind::Region && region.place.country == town.place.country && region.division == town.home &&
                town.place.population >= least_share * region.place.population &&
                (is_spelt_alike(town.place, g.name) || (!region.main_name && is_spelt_alike(town.place, region.division))))
                town.prior = std::max(town.prior, region.prior + just_before);
    }
}

/// "Paris, Texas" and "Paris, France" in one text, "Washington state" beside Washington: what names are told apart by; empty
/// where one name means one place.
std::vector<std::string> Resolver::told_apart() const {
    std::map<std::string_view, std::string_view> container;  // of each name, the first that the text gives it
    std::map<std::string_view, bool> several;
    for (const Mention& m : mentions_) {
        if (m.adjective) continue;
        if (m.parent >= 0) {
            const auto [it, is_new] = container.try_emplace(m.folded, mentions_[static_cast<std::size_t>(m.parent)].folded);
            if (!is_new && it->second != mentions_[static_cast<std::size_t>(m.parent)].folded) several[m.folded] = true;
        }
        if (is_state_beside_town(m) || is_in_namesake(m)) several.try_emplace(m.folded, false);
    }
    // "the governor of Georgia met the president of Georgia": the state and the country
    constexpr int kState = 1, kCountry = 2;
    std::map<std::string_view, int> told_of;
    for (const Mention& m : mentions_)
        if (const int side = m.feature == "state" ? kState : m.feature == "country" ? kCountry : 0; side != 0 && !m.adjective)
            told_of[m.folded] |= side;
    const auto is_both = [&](std::string_view name) {
        const auto it = told_of.find(name);
        return it != told_of.end() && it->second == (kState | kCountry);
    };
    const bool both = std::any_of(told_of.begin(), told_of.end(), [&](const auto& name) { return name.second == (kState | kCountry); });
    if (several.empty() && !both) return {};
    std::vector<std::string> out(mentions_.size());
    for (std::size_t i = 0; both && i < mentions_.size(); ++i)
        if (mentions_[i].feature == "state" && is_both(mentions_[i].folded)) out[i] = mentions_[i].feature;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
        const Mention& m = mentions_[i];
        const auto it = m.adjective ? several.end() : several.find(m.folded);
        if (it == several.end()) continue;
        if (is_in_namesake(m)) out[static_cast<std::size_t>(m.parent)] = "state";
        if (is_state_beside_town(m)) {
            out[i] = m.feature;
        } else if (it->second && out[i].empty()) {  // a bare name is the one that was told last
            if (m.parent >= 0) container[m.folded] = mentions_[static_cast<std::size_t>(m.parent)].folded;
            out[i] = container[m.folded];
        }
    }
    return out;
}

void Resolver::group() {
    std::map<std::tuple<std::string_view, bool, std::string_view>, std::size_t> index;
    const std::vector<std::string> apart = told_apart();
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
        const Mention& m = mentions_[i];
        const auto [it, is_new] = index.try_emplace({m.folded, m.adjective, apart.empty() ? std::string_view{} : apart[i]}, groups_.size());
        if (is_new) {
            Group& g = groups_.emplace_back();
            g.name = m.folded;
            g.adjective = m.adjective;
            g.apart = !apart.empty() && !apart[i].empty();
            add_candidates(g, m);
        }
        group_of_[i] = it->second;
        groups_[it->second].mentions.push_back(i);
    }
    for (Group& g : groups_) share_county(g);
    for (std::size_t i = 0; i < mentions_.size(); ++i) add_evidence(i);
    for (std::size_t i = 0; i < groups_.size(); ++i) look_around(i);
}

}  // namespace dateline::extract::resolution
