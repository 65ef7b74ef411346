#include "extract/mention_finder.h"

#include "extract/abbreviations.h"
#include "extract/lexicon.h"
#include "extract/name_words.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

// Whether a name that the gazetteer has is a place where it stands.
namespace dateline::extract {
using document::NameMatch;
using document::PlaceKind;
using document::WordUse;

/// Two places with only a comma between them, the second a state or country that has one of the first's namesakes.
bool MentionFinder::contained_by_next(const NameLookup::Match& match, std::size_t end) const {
    if (end + 1 >= sentence_end_) return false;
    const bool comma = token(end).is(','), bracket = token(end).is('('), in = text_.folded(token(end)) == "in";
    if (!comma && !bracket && !in) return false;
    std::size_t next = end + 1;
    while (next < sentence_end_ && has(token(next), kDirection | kArticle) && !token(next).capitalised()) ++next;
    if (next + 1 < sentence_end_ && text_.folded(token(next)) == "co" && token(next).letter_case == Case::Capital)
        ++next;  // "Tallow in Co Waterford"
    if (next >= sentence_end_ || !token(next).capitalised()) return false;
    std::string_view words[2] = {text_.folded(token(next)), text_.folded(next + 1)};
    std::size_t taken = 0;
    if (const Abbreviation* a = abbreviation_at(words, taken); a && comma && token(next).dotted) return true;
    if (comma && postal_code(words[0]) && token(next).letter_case == Case::Upper) return true;
    const NameLookup::Match& outer = lookup_.longest(next, sentence_end_);
    return outer.end != 0 && context_.contains(outer.places, match.places);
}

bool MentionFinder::in_list_of_places(std::size_t at) const {
    if (out_.empty() || out_.back().sentence != sentence_ || at == 0) return false;
    const Mention& last = out_.back();
    if (last.adjective || (!last.locative && last.candidates.empty())) return false;
    std::size_t i = last.end_token;
    for (int steps = 0; i < at && steps < 3; ++i, ++steps)
        if (!token(i).is(',') && !has(token(i), kConjunction)) return is_amid_list(at);
    return i == at && at > last.end_token;
}

/// "in Peru's Trujillo", "in Pakistan's restive Balochistan province", "in Georgia's capital Tbilisi": as what it belongs to is.
bool MentionFinder::is_owned_there(std::size_t at) const {
    constexpr std::size_t kMostWords = 3;
    if (out_.empty() || out_.back().sentence != sentence_) return false;
    const Mention& owner = out_.back();
    const bool of_kind = !owner.possessive && owner.end_token < at && has(token(owner.end_token), kGeoTail) &&
                         token(owner.end_token).possessive;  // "in the Kherson region's Beryslav district"
    const std::size_t begin = of_kind ? owner.end_token + 1 : owner.end_token;
    if (!(owner.possessive || of_kind) || !owner.locative || owner.adjective || owner.candidates.empty() || at < begin ||
        at > begin + kMostWords)
        return false;
    const bool home = owner.first_token > sentence_first_ &&
                      text_.folded(token(owner.first_token - 1)) == "of";  // "Carlo De Benedetti of Italy's la Repubblica"
    if (home) return false;
    const std::size_t end =
        at > begin && token(at - 1).is(',') && has(token(at - 2), kKinOfPlace) ? at - 1 : at;  // "in Georgia's capital, Tbilisi,"
    return std::all_of(text_.tokens.begin() + static_cast<std::ptrdiff_t>(begin), text_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Token& t) {
                           return t.kind == TokenKind::Word && t.letter_case == Case::Lower &&
                                  (has(t, kDirection | kKinOfPlace) || !has(t, kFunction | kSpeech));
                       });
}

/// "Navan, Co Meath"
bool MentionFinder::is_irish_county(std::size_t at, std::span<const NameMatch> places) const {
    constexpr std::size_t likeliest = 6;
    if (at == sentence_first_ || text_.folded(token(at - 1)) != "co" || token(at - 1).letter_case != Case::Capital) return false;
    return std::any_of(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), likeliest)),
                       [&](const NameMatch& p) {
                           const document::Place place = gazetteer_.place(p.place);
                           return (place.kind == PlaceKind::District || place.kind == PlaceKind::Region) &&
                                  (place.country == "IE" || place.country == "GB");
                       });
}

/// "Lu Mei", "Ekrem Imamoglu": a village's name that ends a stranger's.
bool MentionFinder::is_end_of_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at, double people) const {
    constexpr double largest = 200000;
    if (match.folded.ends_with("oglu") || match.folded.ends_with("shvili")) return true;
    const PlaceKind kind = match.places.front().kind;
    const bool large = kind == PlaceKind::Settlement && people >= largest && match.places.front().main_name;
    if (at == chunk.begin || match.end != chunk.end || large || (kind != PlaceKind::Settlement && kind != PlaceKind::Island) || shouting_)
        return false;  // "Tom Madura"
    const Token& before = token(at - 1);
    const bool read = !out_.empty() && out_.back().sentence == sentence_ && out_.back().end_token == at;
    const bool word = before.facts->verb->known || before.facts->noun->known || names_.lower_words.contains(text_.folded(before)) ||
                      gazetteer_.usual_use(text_.folded(before)) == WordUse::CommonWord;
    return !read && !word && before.lexicon == 0 && before.letter_case == Case::Capital && !before.possessive && !token(at).hyphenated;
}

/// "Nevada Highway Patrol Capt. Lew Anders", "Bozeman Deputy Fire Chief Dana Holt": between the place and the title only words of the office.
bool MentionFinder::is_before_office(const NameLookup::Match& match, NameChunk chunk) const {
    static constexpr WordSet kOffices{"patrol", "assistant", "fire",     "emergency", "management", "highway", "city",
                                      "county", "district",  "township", "town",      "parks",      "schools", "traffic"};
    if (token(match.end - 1).possessive || lookup_.usual_use(chunk.begin) == WordUse::GivenName ||
        has(token(chunk.begin), kTitle | kCommonCapital))
        return false;
    std::size_t i = match.end;
    while (i + 1 < chunk.end && !has(token(i), kTitle) &&
           (has(token(i), kStateBody | kCommonCapital) || kOffices.contains(text_.folded(token(i)))))
        ++i;
    return i > match.end && i + 2 < chunk.end && has(token(i), kTitle) && !has(token(i), kGeoHead);
}

/// Göd, written God, is the word.
bool MentionFinder::is_spelt_plain(const NameLookup::Match& match) const {
    const std::string_view own = gazetteer_.place(match.places.front().place).name;
    return std::none_of(own.begin(), own.end(), [](char c) { return (c & '\x80') != 0; });
}

/// "the Obama administration", which no town has
bool MentionFinder::names_ruler(std::size_t end) const {
    static constexpr WordSet kOfRulers{"administration", "presidency", "doctrine", "premiership", "campaign"};
    return end < sentence_end_ && !token(end - 1).possessive && token(end).letter_case == Case::Lower &&
           kOfRulers.contains(text_.folded(token(end)));
}

/// A county of Britain or Ireland is among the likeliest of the name.
bool MentionFinder::is_called_as_shire(const NameLookup::Match& match) const {
    constexpr std::size_t likeliest = 8;
    return std::any_of(match.places.begin(), match.places.begin() + static_cast<std::ptrdiff_t>(std::min(match.places.size(), likeliest)),
                       [&](const NameMatch& p) { return p.main_name && is_shire(gazetteer_.place(p.place)); });
}

/// "Dubbo, Bourke, | Hay, Hillston and": two places before it in a list that goes on, but for words between them that may be more of them.
bool MentionFinder::is_amid_list(std::size_t at) const {
    constexpr std::size_t kMostBetween = 4;
    if (out_.empty() || at + 2 >= sentence_end_) return false;
    if (out_.size() < 2 || out_[out_.size() - 2].sentence != sentence_ || out_[out_.size() - 2].end_token + 1 != out_.back().first_token) {
        // "Lismore, | Casino, Nimbin and": one before it, and another that is nothing else after
        const Mention& only = out_.back();
        const bool town = only.sentence == sentence_ && !only.adjective && !only.candidates.empty() &&
                          only.candidates.front().kind == PlaceKind::Settlement;
        if (!town || only.end_token + 1 != at || !token(at - 1).is(',') || !token(at + 1).is(',') || !context_.is_plain(at + 2) ||
            names_.people.contains(text_.folded(token(at + 2))))
            return false;
        const auto& next = lookup_.longest(at + 2, sentence_end_).places;
        return !next.empty() && next.front().kind == PlaceKind::Settlement && lookup_.usual_use(at + 2) == WordUse::Unknown;
    }
    const Mention &last = out_.back(), &before = out_[out_.size() - 2];
    if (last.sentence != sentence_ || before.sentence != sentence_ || last.adjective || before.adjective) return false;
    const bool address = !last.candidates.empty() && last.candidates.front().kind != PlaceKind::Settlement &&
                         last.candidates.front().kind != PlaceKind::Capital;  // "of Paris, Texas, Rose and"
    if (before.end_token + 1 != last.first_token || !token(before.end_token).is(',') || address) return false;
    std::size_t i = last.end_token;
    for (std::size_t between = 0; between < kMostBetween && i + 1 < at && token(i).is(',') && context_.is_plain(i + 1) &&
                                  !lookup_.longest(i + 1, i + 2).places.empty();
         ++between)
        i += 2;
    if (i < at && token(i).is(',')) ++i;
    if (i < at && has(token(i), kConjunction)) ++i;
    const bool goes_on = token(at + 1).is(',') || has(token(at + 1), kConjunction);
    return i == at && goes_on && token(at + 2).kind == TokenKind::Word;
}

/// "Sade Harrell": a village's name before a surname.
bool MentionFinder::is_start_of_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at, double people) const {
    constexpr double large = 500000;
    if (at != chunk.begin || match.end != at + 1 || chunk.end != at + 2 || shouting_ || people >= large || token(at).possessive ||
        token(at + 1).hyphenated)
        return false;
    const bool article = at > sentence_first_ && has(token(at - 1), kArticle);  // "the Petrolia Legion"
    if (article || !context_.is_plain(at + 1)) return false;
    const Token& next = token(at + 1);
    const std::string_view word = text_.folded(next);
    const WordUse use = lookup_.usual_use(at + 1);
    if (use != WordUse::Unknown) return use == WordUse::Surname;
    constexpr double small = 20000;  // and no side: "the Dayton Flyers"
    const auto& places = lookup_.longest(at + 1, at + 2).places;
    const bool known = !places.empty() && gazetteer_.place(places.front().place).population >= small;
    return people < small && !known && !word.ends_with('s') && !next.facts->verb->known && !next.facts->noun->known &&
           !names_.lower_words.contains(word);
}

/// "in Wrexham, north | Wales": what holds the place before it.
bool MentionFinder::is_part_told_after(std::size_t at) const {
    std::size_t i = at;
    while (i > sentence_first_ && has(token(i - 1), kDirection) && token(i - 1).letter_case == Case::Lower) --i;
    return i < at && i > sentence_first_ && token(i - 1).is(',') && !out_.empty() && out_.back().end_token == i - 1;
}

/// "from Crickhowell to Sennybridge"
bool MentionFinder::ends_way(std::size_t at) const {
    if (out_.empty() || out_.back().sentence != sentence_ || out_.back().end_token + 1 != at || out_.back().adjective ||
        text_.folded(token(at - 1)) != "to")
        return false;
    const std::size_t start = out_.back().first_token;
    return start > sentence_first_ && text_.folded(token(start - 1)) == "from" && !out_.back().candidates.empty();
}

/// "of 12 Elm St., Clinton,"
bool MentionFinder::is_behind_street(std::size_t at) const {
    static constexpr WordSet kStreets{"street", "st", "avenue",    "ave",  "road",  "rd", "drive",   "dr",
                                      "lane",   "ln", "boulevard", "blvd", "court", "ct", "terrace", "pike"};
    return at >= sentence_first_ + 3 && token(at - 1).is(',') && token(at - 2).letter_case == Case::Capital &&
           kStreets.contains(text_.folded(token(at - 2))) && token(at - 3).capitalised();
}

/// "Woburn's", "Kinston and Ayden": a word alone that no evidence of its own makes a town, and none makes anything else. "near Banks
/// and Wall": one that stands where a place does may be a word of the language too.
bool MentionFinder::may_be_town(const NameLookup::Match& match, NameChunk chunk) const {
    if (chunk.end != chunk.begin + 1 || match.end != chunk.end || shouting_) return false;
    const Token& t = token(chunk.begin);
    if (sentence_ == 0 && context_.is_bare_dateline(chunk.begin, match.end)) return !match.places.front().adjective;  // "TROY —"
    if ((t.letter_case != Case::Capital && t.letter_case != Case::Mixed) || t.fold_size < 4 || t.lexicon != 0 ||
        match.places.front().adjective)
        return false;
    if (!t.possessive && (context_.is_locative(chunk.begin) || in_list_of_places(chunk.begin)) &&
        !context_.is_part_of_organisation(chunk.begin, match.end)) {
        const WordUse use = gazetteer_.usual_use(match.folded);
        return use != WordUse::Month && use != WordUse::Title && !names_.people.contains(match.folded) &&
               !names_.firms.contains(match.folded);
    }
    if (names_.people.contains(match.folded) || names_.firms.contains(match.folded) || names_.lower_words.contains(match.folded))
        return false;
    if (guards_.is_disease(match.end) || context_.is_part_of_organisation(chunk.begin, match.end)) return false;
    if (chunk.begin > sentence_first_ && has(token(chunk.begin - 1), kTitle | kPersonNoun)) return false;
    const WordUse use = gazetteer_.usual_use(match.folded);
    if (context_.is_agent(match.end) && (use != WordUse::Unknown || context_.is_speaker(match.end)))
        return false;  // "Tirupur took in more"
    static constexpr WordSet kMeets{"against", "beat",  "beats", "defeated", "edged", "topped", "over",    "past",  "hosts",
                                    "host",    "faces", "face",  "visits",   "at",    "downed", "blanked", "routed"};
    if (has_scores_ && chunk.begin > sentence_first_ && use != WordUse::Month && use != WordUse::Title &&
        kMeets.contains(text_.folded(token(chunk.begin - 1))))
        return true;
    const bool inside =
        chunk.begin > sentence_first_ && token(chunk.begin - 1).kind == TokenKind::Word;  // "Lewiston and Auburn sent tankers"
    if (use == WordUse::Unknown || (use == WordUse::CommonWord && inside)) return true;
    if (use != WordUse::GivenName && use != WordUse::Surname) return false;
    const bool listed =
        chunk.begin > sentence_first_ + 1 && has(token(chunk.begin - 1), kConjunction) && token(chunk.begin - 2).capitalised();
    return listed || (match.end + 1 < sentence_end_ && has(token(match.end), kConjunction) && token(match.end + 1).capitalised());
}

/// "the French island | of Réunion": words that tell what kind of thing is named behind them.
bool MentionFinder::tells_kind_of_next(const NameLookup::Match& match, std::size_t at) {
    const bool of_kind = !token(match.end - 1).capitalised() && match.end - at == 2 && match.end + 1 < sentence_end_ &&
                         text_.folded(token(match.end)) == "of" && token(match.end + 1).capitalised();
    if (!of_kind) return false;
    // "the Texas county of Fannin", of no Texas County
    return names_people(lookup_.longest(at, at + 1)) || (match.places.front().kind == PlaceKind::District && is_state(at, at + 1));
}

/// Whether the name is but a piece of a longer word or name that no gazetteer has.
bool MentionFinder::is_piece_of_joined(const NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind) const {
    const std::size_t count = match.end - at;
    const NameMatch& top = match.places.front();
    // "Tavan Tolgoi": a stranger's name, of which some town abroad has the first half for another name
    const bool halved = match.end < chunk.end && at == chunk.begin && match.end == at + 1 && !top.main_name && !top.adjective &&
                        kind == ChunkKind::Unknown && top.kind == PlaceKind::Settlement && !token(at).possessive &&
                        token(match.end).letter_case == Case::Capital && token(match.end).lexicon == 0 &&
                        gazetteer_.usual_use(text_.folded(token(match.end))) == WordUse::Unknown;
    // "South-West Africa" is not the south of West Africa
    const bool half_side =
        at > chunk.begin && count >= 2 && token(at).hyphenated && has(token(at), kDirection) && has(token(at - 1), kDirection);
    // "Dasht-e-Barchi": a word that a particle joins to another
    const bool joined = at >= sentence_first_ + 2 && token(at).hyphenated && token(at - 1).hyphenated &&
                        token(at - 1).letter_case == Case::Lower && token(at - 2).capitalised();
    // "the Islamist group al-Shabab", whatever villages are called so
    static constexpr WordSet kGroups{"group",    "groups",    "militia", "militants", "insurgents", "extremists", "fighters", "movement",
                                     "islamist", "islamists", "linked",  "terrorist", "terrorists", "rebels",     "network"};
    const bool faction = at >= sentence_first_ + 2 && token(at).hyphenated && token(at - 1).letter_case == Case::Lower &&
                         has(token(at - 1), kParticle) && kGroups.contains(text_.folded(token(at - 2)));
    // "Mont-Saint-Michel": the first of words that hyphens join, a saint's or an article next
    const bool opens_joined = count == 1 && match.end + 1 < chunk.end && token(match.end).hyphenated && has(token(match.end), kGeoHead) &&
                              token(match.end + 1).hyphenated;
    return halved || half_side || joined || faction || opens_joined;
}

/// "pro-Russian" and "pro-Moscow", not "the Trans-Siberian"; nothing where no such word stands before the name.
std::optional<bool> MentionFinder::accepts_behind_prefix(const NameMatch& top, std::size_t at) const {
    static constexpr WordSet kPrefixes{"trans", "pan", "cis", "anti", "pro", "inter"};
    if (at <= sentence_first_ || !token(at).hyphenated) return std::nullopt;
    const std::string_view prefix = text_.folded(token(at - 1));
    if (!kPrefixes.contains(prefix)) return std::nullopt;
    const bool sides = prefix == "pro" || prefix == "anti";
    if (top.adjective && (sides || prefix == "inter")) return true;
    return sides && (top.kind == PlaceKind::Capital || top.kind == PlaceKind::Country);  // not "the Trans-Balkan route"
}

/// Of an organisation's name: "US Army Corps" is the US; "Kenya Airways" is an airline.
bool MentionFinder::accepts_in_organisation(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    const NameMatch& top = match.places.front();
    if (match.end >= chunk.end) return false;
    if (!top.adjective && gazetteer_.place(top.place).id.starts_with("fips:") && !token(match.end - 1).possessive)
        return true;  // "Waldo County Fairgrounds"
    return body_follows(match) && !has(token(match.end), kOrgTail) && match.end - at <= 3 &&
           (top.kind == PlaceKind::Country || gazetteer_.place(top.place).population >= 1e6);
}

/// Of a person's name: "German Foreign Minister Klaus Kinkel", whoever is called German.
bool MentionFinder::accepts_in_person(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    const std::size_t count = match.end - at;
    const NameMatch& top = match.places.front();
    const bool state = top.kind == PlaceKind::Country || top.adjective;
    if (match.end + 1 == chunk.end && has(token(match.end), kTitle)) return false;  // "Georgia Lord"
    if (at == chunk.begin && match.end >= chunk.end && count >= 2 && !has(token(at), kTitle)) return true;
    if (at != chunk.begin) return false;
    if (is_before_office(match, chunk)) return true;
    if (match.end >= chunk.end) return false;
    if (has(token(match.end), kTitle))  // "Texas Governor Perry", not "Major General Perry", "Vice President Li"
        return !has(token(at), kTitle) && (count >= 2 || !has(token(at), kCommonCapital | kStateBody));
    if (top.adjective) return true;
    return (body_follows(match) && (state || names_people(match))) || context_.is_of_town_office(match.end);
}

/// "the Ministry": a word behind the name that makes a body of the state of both.
bool MentionFinder::body_follows(const NameLookup::Match& match) const {
    return match.end < sentence_end_ && has(token(match.end), kStateBody | kTitle) && !token(match.end - 1).possessive &&
           !towns_.is_word_of_firms(match.end);
}

/// "South West England", "Nairobi National Park", "The Bank of England", "Australia Day", "The Mission will resume": part of what is no place of that name.
bool MentionFinder::is_of_another_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    const std::size_t count = match.end - at;
    const NameMatch& top = match.places.front();
    const Token& last = token(match.end - 1);
    const bool apart = last.possessive;
    if (match.end < chunk.end && !apart && stance_.is_side(at, match.end) &&
        !has(token(match.end), kGeoTail | kCommonCapital | kStateBody | kOrgTail))
        return true;
    if (at > chunk.begin && match.folded == "national park" && !token(at - 1).possessive) return true;
    static constexpr WordSet kOfHalls{"old", "new", "former", "grand", "great", "historic"};
    const bool hall = count == 2 && !apart && match.end < chunk.end && text_.folded(token(match.end)) == "hall" &&
                      kOfHalls.contains(text_.folded(token(at)));
    if (hall) return true;  // "Old City Hall"
    if (count >= 2 && has(last, kOrgTail) && match.end < sentence_end_ && text_.folded(token(match.end)) == "of") return true;
    const bool long_name = count >= 3 && has(token(at + 1), kFunction) && !top.adjective;  // "the Protocol of | Port of Spain"
    if ((!long_name && context_.is_part_of_organisation(at, match.end)) || guards_.is_disease(match.end) || towns_.is_of_line(match, chunk))
        return true;
    // a noun of the language with a capital and its article
    const bool noun = count == 2 && at == sentence_first_ && has(token(at), kArticle) && match.end == chunk.end &&
                      gazetteer_.usual_use(text_.folded(token(at + 1))) == WordUse::CommonWord && !top.adjective &&
                      top.kind == PlaceKind::Settlement;
    return noun || (match.end < chunk.end && !apart && (text_.folded(token(match.end)) == "day" || is_state_university(match, chunk, at)));
}

/// "Ohio State beat": a university; the state is "Ohio" or "Ohio state".
bool MentionFinder::is_state_university(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    const NameMatch& top = match.places.front();
    if (text_.folded(token(match.end)) != "state" || top.kind != PlaceKind::Region || gazetteer_.place(top.place).country != "US" ||
        context_.is_locative(at) || shouting_)
        return false;
    static constexpr WordSet kBodies{"board", "highway", "fair",     "capitol", "park",         "legislature",
                                     "route", "police",  "troopers", "prison",  "penitentiary", "department"};
    const bool body = match.end + 1 < chunk.end &&
                      (has(token(match.end + 1), kStateBody) ||
                       kBodies.contains(text_.folded(token(match.end + 1))));  // "Ohio State Police", "Kansas State Board of Education"
    return !body;
}

bool MentionFinder::accepts(const NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind) {
    const std::size_t count = match.end - at;
    const Token& last = token(match.end - 1);
    // "the Lachin road", "the Karabakh region", "the Kakhovka dam"
    const bool own_word = count >= 2 && (has(last, kGeoTail) || is_works_noun(text_.folded(last)));
    if (!last.capitalised() && !last.hyphenated && !own_word) return false;
    if (tells_kind_of_next(match, at) || is_piece_of_joined(match, chunk, at, kind)) return false;
    const NameMatch& top = match.places.front();
    if (const std::optional<bool> told = accepts_behind_prefix(top, at)) return *told;
    const bool state = top.kind == PlaceKind::Country || top.adjective;
    const bool acronym = count == 1 && last.letter_case == Case::Upper && last.fold_size <= 4 && !shouting_ && kind != ChunkKind::Unknown;
    if (acronym && !state) return false;  // "U.N. Secretary-General", though there is a town of Un
    if (last.dotted && count == 1 && guards_.is_highway_number(match.end)) return false;  // "on Del. 1"
    if (guards_.is_half_of_road(at, match.end, !out_.empty() && out_.back().end_token == at) || towns_.is_firm(match, at)) return false;
    constexpr double kKnownTown = 50000;
    if (at == chunk.begin && match.end >= chunk.end && count == 2 && top.kind == PlaceKind::Settlement && !top.adjective &&
        gazetteer_.place(top.place).population < kKnownTown && context_.is_person_told_aside(chunk))
        return false;
    if (houses_in_town(match, chunk, at)) return true;
    if (kind == ChunkKind::Organisation) return accepts_in_organisation(match, chunk, at);
    if (kind == ChunkKind::Person) return accepts_in_person(match, chunk, at);
    if (is_of_another_name(match, chunk, at)) return false;
    return count >= 2 || accepts_word(match, chunk, at);
}

/// "at Honey Grove High School", "near Mercy's Auckland Zoo": what is built is in the town it is called after; a name that people bear too is mostly a giver's.
bool MentionFinder::houses_in_town(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    static constexpr WordSet kBuilt{"school", "hospital", "jail",       "prison",  "courthouse", "library", "airport", "stadium",
                                    "museum", "zoo",      "university", "college", "clinic",     "mall",    "station", "gymnasium"};
    static constexpr WordSet kCentres{"medical", "health", "detention", "correctional", "community", "convention", "civic", "shopping"};
    if (at != chunk.begin || match.end >= chunk.end || token(match.end - 1).possessive || shouting_ || !context_.is_locative(at))
        return false;
    const std::string_view last = text_.folded(token(chunk.end - 1));
    const bool centre =
        (last == "center" || last == "centre") && chunk.end >= match.end + 2 && kCentres.contains(text_.folded(token(chunk.end - 2)));
    if (!centre && !kBuilt.contains(last)) return false;
    const NameMatch& top = match.places.front();
    constexpr double kLeastOfUniversity = 20000;  // people: "Vanderbilt University"
    if ((last == "university" || last == "college") && gazetteer_.place(top.place).population < kLeastOfUniversity) return false;
    const bool town = top.main_name && !top.adjective &&
                      (top.kind == PlaceKind::Settlement || top.kind == PlaceKind::Capital || top.kind == PlaceKind::District);
    return town && gazetteer_.usual_use(match.folded) == WordUse::Unknown && !names_.people.contains(match.folded) &&
           !has(token(at), kDirection | kGeoTail | kTitle | kOrgTail | kCommonCapital);
}

/// "Cambridge | City Council", of no village that is called Cambridge City
bool MentionFinder::is_own_city(const NameLookup::Match& match, NameChunk chunk) const {
    static constexpr WordSet kBodies{"council", "councillor", "councillors", "councilman", "councilwoman", "hall",    "commission",
                                     "police",  "manager",    "attorney",    "court",      "clerk",        "schools", "school"};
    constexpr double kManyTimes = 10;
    if (!match.folded.ends_with(" city") || match.end >= chunk.end || token(match.end - 1).possessive ||
        !kBodies.contains(text_.folded(token(match.end))))
        return false;
    const auto town = gazetteer_.find(std::string_view(match.folded).substr(0, match.folded.size() - 5));
    if (town.empty() || town.front().kind != PlaceKind::Settlement) return false;
    const std::uint32_t called_city = match.places.front().place;  // Richmond of Virginia is called Richmond City too
    return std::any_of(town.begin(), town.end(), [&](const NameMatch& p) { return p.place == called_city && p.main_name; }) ||
           gazetteer_.place(town.front().place).population > kManyTimes * gazetteer_.place(called_city).population;
}

/// "Port Hudson", "Snake Creek Gap": what the gazetteer has is a word of a name that it lacks, and some other place.
bool MentionFinder::is_part_of_longer_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const {
    const PlaceKind top = match.places.front().kind;
    if (top == PlaceKind::Country || top == PlaceKind::Continent || top == PlaceKind::CountryGroup) return false;
    const bool single = match.end == at + 1;
    if (single && match.end < chunk.end && has(token(at), kGeoHead | kParticle) && !token(at).possessive &&
        !has(token(match.end), kGeoTail))
        return true;
    static constexpr WordSet kOfHamlets{"green", "end", "heath", "common", "cross", "moor", "corner", "magna", "parva"};
    const bool hamlet = single && match.end + 1 == chunk.end && !token(at).possessive &&
                        kOfHamlets.contains(text_.folded(token(match.end))) && (context_.is_locative(at) || context_.is_named_before(at));
    if (hamlet) return true;  // "in Ash Green"
    const Mention* owner =
        single && match.end < chunk.end && at > sentence_first_ && token(at - 1).possessive && !out_.empty() && out_.back().end_token == at
            ? &out_.back()
            : nullptr;
    if (owner && top == PlaceKind::Settlement && context_.names_what_follows(chunk.end) &&
        !context_.contains(owner->candidates, match.places))
        return true;  // "Mogadishu's Hamar Weyne", which is not in Norway
    const bool particle = match.end + 1 < chunk.end && has(token(match.end), kParticle) && !token(match.end).capitalised();
    if (particle && (single || match.end == at + 2)) return true;  // "Wad al-Noura", "Rio Grande de Mindanao"
    if (at == chunk.begin || (!out_.empty() && out_.back().end_token > chunk.begin)) return false;
    bool tails = true;
    for (std::size_t i = at; i < match.end; ++i) tails = tails && has(token(i), kGeoTail);
    const Token& before = token(at - 1);
    if (before.possessive || before.hyphenated) return tails;
    if (has(before, kDirection | kTitle | kOrgTail | kStateBody | kCommonCapital | kFunction | kMonth)) return false;
    if (has(before, kGeoHead) && !has(before, kParticle)) return true;
    const bool village = match.end == chunk.end && chunk.end < sentence_end_ && text_.folded(token(chunk.end)) == "village" &&
                         before.lexicon == 0 && before.letter_case == Case::Capital &&
                         gazetteer_.usual_use(text_.folded(before)) == WordUse::Unknown;
    if (village) return true;  // "Gidan Dan village"
    return tails || (match.end == chunk.end && has(token(chunk.end - 1), kGeoTail));
}

}  // namespace dateline::extract
