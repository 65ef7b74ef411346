#include "extract/mention_finder.h"

#include "extract/lexicon.h"
#include "extract/name_words.h"
#include "extract/word_set.h"

#include <algorithm>
#include <optional>

// Whether a name of one word is a place: by its form, by what stands about it, by what else the document and the language call so.
namespace dateline::extract {
using document::NameMatch;
using document::PlaceKind;
using document::WordUse;

/// A word with a capital that is a title, a direction or a function of something else.
bool MentionFinder::is_no_name(const NameWord& w) const {
    const Token& t = w.token;
    const std::size_t at = w.at, end = w.match.end;
    if (has(t, kTitle) || (t.letter_case == Case::Upper && has(t, kCommonCapital))) return true;
    if (t.fold_size < 2 || (shouting_ && has(t, kFunction))) return true;
    if (!has(t, kDirection)) return false;
    if (end < w.chunk.end && !t.possessive) return true;  // "East Malling" is not the East
    if (at > w.chunk.begin) return true;                  // nor is "Branson West"
    if (end + 1 < sentence_end_ && has(token(end), kConjunction) && has(token(end + 1), kDirection))
        return true;  // "West and Central Africa"
    return !t.possessive && (at == sentence_first_ ||
                             (text_.folded(token(at - 1)) != "the" && !has(token(at - 1), kConjunction)));  // "lost to West": a school
}

bool MentionFinder::accepts_state(const NameWord& w) const {
    const std::size_t at = w.at, end = w.match.end;
    const bool called_so = end == at + 1 && (at == sentence_first_ || token(at - 1).kind != TokenKind::Word) &&
                           gazetteer_.usual_use(w.match.folded) == WordUse::GivenName && context_.does_as_person(end, true);
    if (called_so) return false;  // "Chad was arrested", "Jordan was born in Leeds"
    // "Thomas Jordan left the harbour … Jordan, a Camden native"
    const NameUse* told = names_.uses.find(w.match.folded);
    if (told && told->of_person && !told->in && !told->sure && !context_.is_locative(at)) return false;
    if (end < sentence_end_ && token(end).hyphenated && text_.folded(token(end)) == "presse") return false;  // "Agence France-Presse"
    return !has(w.token, kMonth) && !is_fowl(w.match.folded, end < sentence_end_ ? text_.folded(token(end)) : std::string_view{});
}

/// "over the Pacific", "in the western Atlantic", "hit the Aras", where the word is a common one too, or a name.
bool MentionFinder::is_named_with_article(const NameWord& w) const {
    const std::size_t at = w.at, end = w.match.end;
    const bool land = w.top == PlaceKind::Sea || w.top == PlaceKind::River || w.top == PlaceKind::Mountain;
    return land && end == w.chunk.end && at == w.chunk.begin && at > sentence_first_ &&
           (text_.folded(token(at - 1)) == "the" || has(token(at - 1), kDirection)) &&
           (end >= sentence_end_ || token(end).kind != TokenKind::Word || has(token(end), kFunction | kMonth));
}

/// What stands right beside the word makes it a place, whatever else it may be: "Elgin-based", "Rep. Mark Homer, D-Paris,"; false where that makes it
/// none, nothing where it says nothing.
std::optional<bool> MentionFinder::accepts_by_neighbours(const NameWord& w) {
    const Token& t = w.token;
    const std::size_t at = w.at, end = w.match.end;
    const bool contained = contained_by_next(w.match, end);
    if (is_people_alone(w.match.folded) && !contained && !w.located) return false;
    const bool common = has(t, kGeoTail) && !has(t, kDirection) && end < w.chunk.end;  // "Gulf Coast"
    const bool based =
        end < sentence_end_ && token(end).hyphenated && text_.folded(token(end)) == "based" &&
        (gazetteer_.usual_use(w.match.folded) != WordUse::CommonWord || (at > sentence_first_ && w.match.places.front().main_name));
    const bool of_party = at > sentence_first_ && t.hyphenated && stance_.is_party(at - 1);
    const bool strong = contained || based || of_party || is_irish_county(at, w.match.places) ||
                        (!common && !has(t, kMonth | kStateBody | kTitle) && context_.names_what_follows(end)) ||
                        context_.is_named_before(at) || ((w.located || stance_.is_reached(at)) && context_.is_told_by_distance(end));
    if (strong) return true;
    constexpr double small_town = 10000;
    const bool tongue = names_people(w.match) && folk_.is_language(at, end) &&
                        gazetteer_.place(w.match.places.front().place).population < small_town;  // "in English", which is a town too
    if (tongue) return false;
    return std::nullopt;
}

/// What else the document calls so: somebody, a firm, a word without a capital; nothing where it calls nothing so.
std::optional<bool> MentionFinder::accepts_by_document(const NameWord& w) const {
    const std::size_t at = w.at, end = w.match.end;
    const bool of_people = w.use == WordUse::Surname || w.use == WordUse::GivenName;
    if (names_.people.contains(w.match.folded)) return w.located && w.people >= 200000;
    if (is_school_alone(w.match.folded) || (w.top == PlaceKind::Settlement && end == w.chunk.end && !w.located && names_ruler(end)))
        return false;
    if (of_people && !w.located && context_.does_as_person(end, false)) return false;  // "Lincoln was shot"
    if (const NameUse* own = names_.uses.find(w.match.folded); own && own->ends_name && !w.located && context_.is_speaker(end))
        return false;  // "Denzel Washington … Washington said"
    if (is_firm_alone(w.match.folded) || names_.firms.contains(w.match.folded)) return w.located;
    if (guards_.shares_surname(at, end)) return false;
    if (names_.lower_words.contains(w.match.folded) && !w.known_place) return w.located && w.people >= 100000;
    return std::nullopt;
}

/// A name that is the whole of its words with capitals, by what is told of it; nothing where nothing is.
std::optional<bool> MentionFinder::accepts_lone(const NameWord& w) const {
    const std::size_t at = w.at, end = w.match.end;
    const bool word = w.use == WordUse::CommonWord;
    if (w.lone && context_.is_of_folk(end))
        return !word || (at > sentence_first_ && (has(token(at - 1), kArticle) || describes_office(text_.folded(token(at - 1)))));
    if ((w.lone && context_.is_of_score(end)) || (at == w.chunk.begin && context_.is_of_town_office(end))) return !word;
    if (!w.lone) return std::nullopt;
    if (towns_.is_told_town(w.match) || towns_.is_told_by_deed(w.match, at)) return true;
    if ((w.use == WordUse::Surname || w.use == WordUse::GivenName) && !w.located && towns_.leads_list_of_towns(w.match)) return true;
    // "MAIDSTONE councillors": a local paper's first word
    if (at == sentence_first_ && w.token.letter_case == Case::Upper && !shouting_ && w.token.fold_size >= 5 && w.people >= 10000 && !word)
        return true;
    return std::nullopt;
}

/// Of a town that is mostly known by another name, or of a namesake: "Odessa" is a town of Texas first, and a port of a million.
double MentionFinder::most_people(const NameWord& w) const {
    constexpr std::size_t likeliest = 24;  // namesakes come before those that are also called so
    double most = w.people;
    for (const NameMatch& other : w.match.places.first(std::min(w.match.places.size(), likeliest)))
        most = std::max(most, gazetteer_.place(other.place).population);
    return most;
}

/// What the language uses the word for beside the place; nothing where it is known for nothing else.
std::optional<bool> MentionFinder::accepts_by_use(const NameWord& w) const {
    const std::size_t at = w.at, end = w.match.end;
    const bool left = w.lone && at > sentence_first_ && w.people >= 1000 &&
                      (text_.folded(token(at - 1)) == "left" || text_.folded(token(at - 1)) == "departed") && end + 1 < sentence_end_ &&
                      text_.folded(token(end)) == "for" && token(end + 1).capitalised();  // "left Geneva for Damascus"
    const bool visited = left || (w.lone && w.people >= 1000 && stance_.is_reached(at));
    const bool on_isle = w.isle && at > sentence_first_ && text_.folded(token(at - 1)) == "on";  // "a fire on Rhodes"
    const bool stands_as_place = w.located || visited || w.top == PlaceKind::Region || on_isle;
    const bool main_name = w.match.places.front().main_name;
    switch (w.use) {
        case WordUse::CommonWord:
            return w.located && w.lone &&
                   ((!w.first && ((main_name && w.people >= 15000 && is_spelt_plain(w.match)) || most_people(w) >= 250000)) ||
                    is_amid_list(at) || is_called_as_shire(w.match));  // "in Hull", which is Kingston upon Hull; "in Mayo"
        case WordUse::GivenName: return w.lone && (stands_as_place || (!w.isle && most_people(w) >= 500000));
        case WordUse::Surname:
            return w.lone && (stands_as_place || (!w.isle && w.people >= 150000 && main_name));  // not "the Flores family"
        case WordUse::Month:
        case WordUse::Title: return false;
        case WordUse::Unknown: break;
    }
    return std::nullopt;
}

/// A word that is known for nothing but places: one that many know, or that somebody went to.
bool MentionFinder::accepts_unknown(const NameWord& w) const {
    const std::size_t at = w.at;
    const NameMatch& top = w.match.places.front();
    if (!w.located && (is_end_of_name(w.match, w.chunk, at, w.people) || is_start_of_name(w.match, w.chunk, at, w.people))) return false;
    if (w.located || w.known_place) return true;
    static constexpr WordSet kGoes{"struck",  "hit",  "shook",   "rocked",  "visited",  "toured",
                                   "reached", "left", "entered", "leaving", "visiting", "visits"};
    if (at > sentence_first_ && kGoes.contains(text_.folded(token(at - 1))) && w.lone &&
        (most_people(w) >= 500 || (w.people <= 0 && top.main_name)))
        return true;  // "visited Zaqatala", whose district is called so too
    const bool line = w.top == PlaceKind::Corridor || w.top == PlaceKind::Road;
    const bool land = w.top == PlaceKind::Region || line ||
                      (w.isle && gazetteer_.place(top.place).radius_km >= 10);  // "Luzon", of a word that no people are called by
    if (shouting_) return w.people >= 30000 || land;
    if (w.lone && w.people >= 1000 && towns_.is_described(w.match.end)) return true;
    if (context_.is_agent(w.match.end))
        return land || w.people >= 300000 || (w.top == PlaceKind::Capital && top.main_name && w.people >= 100000);  // "Dodoma has promised"
    return land || w.people >= (w.first ? 50000 : top.main_name ? 5000 : 15000);
}

bool MentionFinder::accepts_word(const NameLookup::Match& match, NameChunk chunk, std::size_t at) {
    const Token& t = token(at);
    const NameMatch& likeliest = match.places.front();
    NameWord w{match, chunk, at, t, likeliest.kind};
    const bool state = w.top == PlaceKind::Country || w.top == PlaceKind::CountryGroup || w.top == PlaceKind::Continent;
    if (!likeliest.adjective && (context_.is_dateline(at, match.end) || towns_.opens_with_town(match, at))) return true;
    if (is_no_name(w)) return false;
    if (t.letter_case == Case::Upper && !shouting_ && t.fold_size <= 4) return state && !likeliest.adjective;
    if (likeliest.adjective)
        return !has(t, kMonth) && !folk_.is_language(at, match.end) &&
               (w.top == PlaceKind::Country || gazetteer_.usual_use(match.folded) == WordUse::Unknown || folk_.reads_as_demonym(match, at));
    if (state) return accepts_state(w);
    if (folk_.reads_as_demonym(match, at)) return !folk_.is_language(at, match.end);
    if (is_named_with_article(w)) return true;
    w.isle = w.top == PlaceKind::Island || w.top == PlaceKind::Mountain;
    w.located = context_.is_locative(at) || in_list_of_places(at) || is_part_told_after(at) || is_behind_street(at) ||
                stance_.heads_entry(at, match.end);
    if (const std::optional<bool> told = accepts_by_neighbours(w)) return *told;
    w.people = gazetteer_.place(likeliest.place).population;
    // "drove to Bend, where": a town whose name is a word of places
    const bool big_town =
        w.located && chunk.end - chunk.begin == 1 && !has(t, kKinOfPlace | kDirection) && w.people >= 50000 && likeliest.main_name;
    if (has(t, kMonth | kTitle | kSpeech | kFunction) || (has(t, kOrgTail | kCommonCapital | kDirection | kStateBody)) ||
        (has(t, kGeoTail) && !big_town))
        return false;
    w.use = gazetteer_.usual_use(match.folded);
    w.first = at == sentence_first_ || (at > 0 && (token(at - 1).is('"') || token(at - 1).is(':')));
    w.known_place = names_.senses.contains(match.folded);
    if (const std::optional<bool> told = accepts_by_document(w)) return *told;
    w.lone = match.end == chunk.end;  // but for a direction: "Northern Virginia"
    for (std::size_t i = chunk.begin; i < at; ++i) w.lone = w.lone && has(token(i), kDirection) && token(i).letter_case == Case::Capital;
    if (const std::optional<bool> told = accepts_lone(w)) return *told;
    if (const std::optional<bool> known = accepts_by_use(w)) return *known;
    return accepts_unknown(w);
}

}  // namespace dateline::extract
