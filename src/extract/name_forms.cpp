#include "extract/name_forms.h"

#include "extract/lexicon.h"
#include "extract/place_prior.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

using document::NameMatch;

std::vector<FormedName> NameForms::read(NameChunk chunk, std::size_t free_from) const {
    std::vector<FormedName> out;
    if (!read_local_area(chunk, out) && !read_division(chunk, out) && !read_with_article(chunk, free_from, out))
        read_ends_of_way(chunk, out);
    return out;
}

/// "Shiroro Local Government Area", "Bama LGA": what is called so, known or not.
bool NameForms::read_local_area(NameChunk chunk, std::vector<FormedName>& out) const {
    if (chunk.end < chunk.begin + 2 || shouting_) return false;
    std::size_t end = chunk.end - 1;
    if (word(end) != "lga") {
        end -= std::min<std::size_t>(end - chunk.begin, 2);
        if (word(end) != "local" || word(end + 1) != "government" || word(end + 2) != "area") return false;
    }
    if (end == chunk.begin || token(end - 1).possessive) return false;
    const NameLookup::Match& match = lookup_.longest(chunk.begin, end);
    if (match.end == end && !match.places.empty()) out.push_back({chunk.begin, end, match.folded, match.places, "district"});
    else out.push_back({chunk.begin, end, {}, {}, {}});
    return true;
}

/// "Unity State", "Bolívar State": a division whose name is a word or a surname, which the word behind it tells.
bool NameForms::read_division(NameChunk chunk, std::vector<FormedName>& out) const {
    static constexpr WordSet kDivisions{"state", "province", "governorate", "oblast", "region"};
    if (chunk.end < chunk.begin + 2 || shouting_ || token(chunk.end - 2).possessive) return false;
    const std::string_view tail = word(chunk.end - 1);
    if (!kDivisions.contains(tail) || lookup_.longest(chunk.begin, chunk.end).end == chunk.end) return false;
    const NameLookup::Match& match = lookup_.longest(chunk.begin, chunk.end - 1);
    const bool known = match.end + 1 == chunk.end && std::any_of(match.places.begin(), match.places.end(), [&](const NameMatch& m) {
                           return is_division(gazetteer_.place(m.place)) &&
                                  (tail != "state" || gazetteer_.place(m.place).country != "US");  // "Ohio State" plays football
                       });
    if (known) out.push_back({chunk.begin, chunk.end, match.folded, match.places, tail, true});
    return known;
}

/// "el Obeid", "al-Fashir": a name whose article is written small.
bool NameForms::read_with_article(NameChunk chunk, std::size_t free_from, std::vector<FormedName>& out) const {
    static constexpr WordSet kArticles{"el", "al", "ad", "as", "ash", "az"};
    if (chunk.begin == sentence_first_ || token(chunk.begin - 1).letter_case != Case::Lower || !kArticles.contains(word(chunk.begin - 1)))
        return false;
    const bool apart = word(chunk.begin - 1) == "as" && !token(chunk.begin).hyphenated;  // "known as Suwayda"
    if (apart || chunk.begin <= free_from) return false;
    const NameLookup::Match& match = lookup_.longest(chunk.begin - 1, chunk.end);
    if (match.end != chunk.end || match.places.empty()) return false;
    out.push_back({chunk.begin - 1, chunk.end, match.folded, match.places, {}});
    return true;
}

/// "the Colombo–Kandy | road": two towns of one state, though one is called as people are.
bool NameForms::read_ends_of_way(NameChunk chunk, std::vector<FormedName>& out) const {
    static constexpr WordSet kWays{"road",       "railway", "railroad", "rail",  "highway", "motorway",
                                   "expressway", "line",    "pipeline", "route", "axis",    "corridor"};
    const std::size_t second = chunk.begin + 1;
    if (chunk.end != chunk.begin + 2 || !token(second).hyphenated || token(second).possessive || shouting_ || chunk.end >= sentence_end_)
        return false;
    if (!kWays.contains(word(chunk.end)) || token(chunk.end).letter_case != Case::Lower) return false;
    const NameLookup::Match from = lookup_.longest(chunk.begin, second), to = lookup_.longest(second, chunk.end);
    if (from.end != second || to.end != chunk.end || !is_way_between(from.places, to.places)) return false;
    out.push_back({chunk.begin, second, from.folded, from.places, {}, false, true});
    out.push_back({second, chunk.end, to.folded, to.places, {}, false, true});
    return true;
}

bool NameForms::is_way_between(std::span<const NameMatch> from, std::span<const NameMatch> to) const {
    constexpr double large_town = 50000;
    constexpr std::size_t likeliest = 12;  // a hundred towns are called Santa Maria
    const auto towns = [&](std::span<const NameMatch> places) {
        std::vector<std::string_view> countries;
        for (const NameMatch& m : places.first(std::min(places.size(), likeliest))) {
            if (m.adjective) continue;
            const document::Place place = gazetteer_.place(m.place);
            if (is_town(place) && place.population >= large_town) countries.push_back(place.country);
        }
        return countries;
    };
    const auto own = towns(from), other = towns(to);
    return std::any_of(own.begin(), own.end(),
                       [&](std::string_view country) { return std::find(other.begin(), other.end(), country) != other.end(); });
}

}  // namespace dateline::extract
