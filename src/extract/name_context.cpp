#include "extract/name_context.h"

#include "extract/abbreviations.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <cmath>

namespace dateline::extract {
namespace {

using document::Place;
using document::PlaceKind;
using document::WordUse;

bool is_initial(const Token& t) { return t.kind == TokenKind::Word && t.dotted && t.last - t.first == 2 && t.letter_case == Case::Capital; }

/// Words that are titles only when they are capitalised: "major", "general", "private" describe.
bool is_weak_title(std::string_view word) {
    return word == "major" || word == "general" || word == "private" || word == "chief" || word == "executive" || word == "saint" ||
           word == "leader" || word == "leaders" || word == "secretary" || word == "count" || word == "director" || word == "manager" ||
           word == "chair" || word == "miss" || word == "hon" || word == "mp" || word == "driver" || word == "pilot" || word == "speaker" ||
           word == "coach" || word == "king" || word == "queen" || word == "prince" || word == "lord" || word == "sir";
}

/// Broad words that end a firm's name, but also stand in many others; they need company.
bool is_weak_tail(std::string_view word) {
    return word == "group" || word == "capital" || word == "energy" || word == "oil" || word == "gas" || word == "news" ||
           word == "press" || word == "report" || word == "reports" || word == "review" || word == "index" || word == "summit" ||
           word == "festival" || word == "division" || word == "prize" || word == "system" || word == "exchange" || word == "agreement" ||
           word == "declaration" || word == "united" || word == "channel" || word == "church" || word == "park" || word == "express" ||
           word == "media";
}

/// "HDQRS. NORTHERN DISTRICT", "Fourth Sub-District", "Captain and Aide-de-Camp": who commands, not where.
bool is_of_office(std::string_view word) {
    return word == "headquarters" || word == "hdqrs" || word == "commanding" || word == "military" || word == "sub" || word == "aide" ||
           word == "actg";
}

}  // namespace

bool lies_in(std::string_view own, std::string_view folded_division) {
    if (folded_division.empty()) return false;
    if (own == folded_division) return true;
    const std::string_view shorter = own.size() < folded_division.size() ? own : folded_division;
    const std::string_view longer = own.size() < folded_division.size() ? folded_division : own;
    return shorter.size() >= 3 && longer.size() > shorter.size() && longer.starts_with(shorter) && longer[shorter.size()] == ' ';
}

/// Within a region's reach, as a disc of its size has it.
bool lies_within(const Place& small, const Place& big) {
    constexpr double km_per_deg = 111.2;
    const double dy = small.at.lat_deg - big.at.lat_deg;
    const double dx = std::remainder(small.at.lon_deg - big.at.lon_deg, 360.0) * std::cos(big.at.lat_deg * M_PI / 180);
    return km_per_deg * std::hypot(dx, dy) <= 1.2 * static_cast<double>(big.radius_km);
}

/// A county that towns are not filed under, but lie in by their distance.
bool is_shire(const Place& place) {
    return (place.kind == PlaceKind::Region || place.kind == PlaceKind::District) && (place.country == "GB" || place.country == "IE") &&
           place.id.starts_with("adm1:");
}

void NameContext::enter(std::size_t first_token, std::size_t end_token, bool shouting) {
    first_ = first_token;
    end_ = end_token;
    shouting_ = shouting;
}

bool NameContext::is_plain(std::size_t i) const {
    const Token& t = token(i);
    return t.kind == TokenKind::Word && (t.letter_case == Case::Capital || t.letter_case == Case::Mixed) && !t.possessive && !t.dotted &&
           (t.lexicon & ~kParticle) == 0;
}

/// "Kent County Sheriff Paul Holland": a title with a given name after it.
bool NameContext::names_after_title(NameChunk chunk) const {
    for (std::size_t i = chunk.begin + 1; i + 1 < chunk.end; ++i) {
        const bool titled =
            has(token(i), kTitle) && !has(token(i), kGeoHead) && token(i).letter_case == Case::Capital && !token(i).possessive;
        if (!titled) continue;
        if (lookup_.usual_use(i + 1) == WordUse::GivenName) return true;
        // "Milford Fire Chief Bud Harlan": two words of no other use, to the end
        const bool two = i + 3 == chunk.end && (!has(token(i), kCommonCapital) || text_.folded(token(i)) == "chief") && is_plain(i + 1) &&
                         is_plain(i + 2) && lookup_.longest(i + 1, chunk.end).end < chunk.end;
        if (two) return true;
    }
    return false;
}

/// "said Ellen Park, a strategist": a given name and a surname that is a word of places too.
bool NameContext::speaks_as_person(NameChunk chunk) const {
    if (lookup_.usual_use(chunk.begin) != WordUse::GivenName) return false;
    if (is_agent(chunk.end)) return true;
    const bool spoken = chunk.begin > first_ && has(token(chunk.begin - 1), kSpeech);
    const bool told_of = chunk.end + 1 < end_ && token(chunk.end).is(',') &&
                         (token(chunk.end + 1).kind == TokenKind::Number || text_.folded(token(chunk.end + 1)) == "who");
    const bool at_home =
        chunk.end + 1 < end_ && text_.folded(token(chunk.end)) == "of" && token(chunk.end + 1).capitalised();  // "Susan Hill of Fulton"
    const bool introduced = chunk.begin >= first_ + 2 && token(chunk.begin - 1).is(',') &&
                            token(chunk.begin - 2).letter_case == Case::Lower &&
                            has(token(chunk.begin - 2), kTitle | kPersonNoun);  // "the mayor, David Wells"
    return spoken || told_of || at_home || introduced;
}

/// "Georgia Lord, mayor of Goodyear"
bool NameContext::has_office_after(NameChunk chunk) const {
    static constexpr WordSet kOf{"of", "for", "at"};
    const std::size_t i = chunk.end;
    if (chunk.end != chunk.begin + 2 || i + 2 >= end_ || !token(i).is(',') ||
        has(token(i - 1), kGeoTail | kOrgTail | kStateBody | kDirection))
        return false;
    return token(i + 1).letter_case == Case::Lower && has(token(i + 1), kTitle) && kOf.contains(text_.folded(token(i + 2)));
}

/// "Macon Reeves, 31, of"
bool NameContext::is_aged(NameChunk chunk) const {
    constexpr std::uint32_t kMostDigits = 2;
    const std::size_t i = chunk.end;
    if (i + 2 >= end_ || !token(i).is(',') || token(i + 1).kind != TokenKind::Number ||
        token(i + 1).last - token(i + 1).first > kMostDigits || !token(i + 2).is(','))
        return false;
    return std::all_of(text_.tokens.begin() + static_cast<std::ptrdiff_t>(chunk.begin),
                       text_.tokens.begin() + static_cast<std::ptrdiff_t>(i),
                       [](const Token& t) { return (t.lexicon & ~kParticle) == 0 && !t.possessive && t.letter_case != Case::Upper; });
}

bool NameContext::is_person_told_aside(NameChunk chunk) const {
    constexpr std::uint32_t kDigitsOfAge = 2;
    const std::size_t i = chunk.end;
    if (chunk.end != chunk.begin + 2 || i + 1 >= end_ || has(token(i - 1), kGeoTail | kDirection) ||
        has(token(chunk.begin), kGeoHead | kDirection) || is_locative(chunk.begin))
        return false;
    const bool in_brackets = token(i).is('(') && i + 2 < end_ && token(i + 1).kind == TokenKind::Number &&
                             token(i + 1).last - token(i + 1).first == kDigitsOfAge && token(i + 2).is(')');
    if (in_brackets) return true;
    if (lookup_.usual_use(chunk.begin) != WordUse::GivenName) return false;
    const bool apposed = chunk.begin > first_ && token(chunk.begin - 1).is(',') && token(i).is(',') && has(token(i + 1), kSpeech) &&
                         !token(i + 1).capitalised();
    return apposed || is_aged(chunk);
}

/// "manager Unai Emery", where "manager" before a firm or a town would describe it
bool NameContext::is_led_by(NameChunk chunk) const {
    static constexpr WordSet kLead{"manager", "coach", "director", "leader", "driver", "pilot", "captain", "boss", "striker", "keeper"};
    if (chunk.begin <= first_ || !kLead.contains(text_.folded(token(chunk.begin - 1)))) return false;
    return std::all_of(text_.tokens.begin() + static_cast<std::ptrdiff_t>(chunk.begin),
                       text_.tokens.begin() + static_cast<std::ptrdiff_t>(chunk.end),
                       [](const Token& t) { return (t.lexicon & ~kParticle) == 0 && t.letter_case == Case::Capital; });
}

bool NameContext::is_person(NameChunk chunk) const {
    const std::size_t count = chunk.end - chunk.begin;
    const Token& first = token(chunk.begin);
    const Token& last = token(chunk.end - 1);
    if (count >= 2 && names_after_title(chunk)) return true;
    static constexpr WordSet kParties{"republican", "democrat", "democratic", "conservative", "labour", "tory", "liberal", "independent"};
    if (count >= 3 && kParties.contains(text_.folded(first)) && lookup_.usual_use(chunk.begin + 1) == WordUse::GivenName)
        return true;  // "Democrat Ann Canton"
    const bool ranked = chunk.begin > first_ && token(chunk.begin - 1).dotted && token(chunk.begin - 1).capitalised() &&
                        has(token(chunk.begin - 1), kTitle) && !has(token(chunk.begin - 1), kGeoHead);  // "Sgt. Brenton Ford"
    if (has(last, kGeoTail) && count >= 2 && !has(last, kOrgTail)) return count == 2 && (ranked || speaks_as_person(chunk));
    // A title in capitals in front, or one in lower case just before.
    if (count >= 2 && has(first, kTitle) && !has(first, kGeoHead) && !has(token(chunk.end - 1), kTitle | kCommonCapital)) return true;
    if (chunk.begin > first_) {
        const Token& before = token(chunk.begin - 1);
        const bool titled = before.kind == TokenKind::Word && has(before, kTitle | kPersonNoun) && !has(before, kGeoHead) &&
                            !before.possessive && (before.capitalised() || !is_weak_title(text_.folded(before)));
        if (titled) {
            const auto& match = lookup_.longest(chunk.begin, end_);
            const bool state = match.end == chunk.end && !match.places.empty() && match.places.front().kind == PlaceKind::Country;
            if (!state) return true;
        }
    }
    if (chunk.end < end_ && has(token(chunk.end), kSuffix) && token(chunk.end).capitalised()) return true;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i)
        if (is_initial(token(i)) && count >= 2 && !shouting_) return true;
    if (count < 2) return false;
    const auto& match = lookup_.longest(chunk.begin, chunk.end);
    if (match.end >= chunk.begin + 2) return false;  // a name of several words is what it is
    if (has_office_after(chunk) || is_led_by(chunk) || is_aged(chunk)) return true;
    const bool given = lookup_.usual_use(chunk.begin) == WordUse::GivenName && !has(first, kParticle | kGeoHead);
    if (!given) return false;
    const Token& second = token(chunk.begin + 1);
    return !has(second, kGeoTail | kOrgTail | kStateBody | kTitle | kCommonCapital | kDirection);
}

bool NameContext::is_organisation(NameChunk chunk) const {
    const std::size_t count = chunk.end - chunk.begin;
    for (std::size_t i = chunk.begin + 1; i < chunk.end; ++i) {
        const Token& t = token(i);
        if (!has(t, kOrgTail) || !t.capitalised()) continue;
        if (is_weak_tail(text_.folded(t)) && count < 3 && i + 1 == chunk.end) {
            // "Kenya Press" is none, "Gas Group" is: judged by whether a place stands before it alone.
            const auto& match = lookup_.longest(chunk.begin, chunk.end);
            if (match.end == i) continue;
        }
        return true;
    }
    return false;
}

ChunkKind NameContext::kind_of(NameChunk chunk) const {
    const auto& match = lookup_.longest(chunk.begin, end_);
    const bool whole = match.end >= chunk.end && match.end > chunk.begin + 1;
    const bool titled = has(token(chunk.begin), kTitle) && !(token(chunk.begin).letter_case == Case::Upper && !shouting_ && whole &&
                                                             match.places.front().kind == PlaceKind::Country);  // "DR Congo"
    if (whole && !titled) return ChunkKind::Place;
    if (is_organisation(chunk)) return ChunkKind::Organisation;
    if (is_person(chunk)) return ChunkKind::Person;
    const Token& last = token(chunk.end - 1);
    if (chunk.end - chunk.begin >= 2 && has(last, kGeoTail)) return ChunkKind::Place;
    return ChunkKind::Unknown;
}

bool NameContext::is_locative(std::size_t at) const {
    if (at <= first_) return false;
    std::size_t i = at;
    if (at >= first_ + 3 && token(at - 1).is(',') && text_.folded(token(at - 2)) == "capital")
        i = at - 2;  // "in the Sri Lankan capital, X"
    if (i < at && i > first_) i = people_begin(i - 1);
    for (int steps = 0; i > first_ && steps < 4; ++steps) {
        const Token& before = token(i - 1);
        if (before.kind != TokenKind::Word) return false;
        const std::string_view word = text_.folded(before);
        if (word == "of") {
            const bool aged = i >= first_ + 4 && token(i - 2).is(',') && token(i - 3).kind == TokenKind::Number && token(i - 4).is(',');
            static constexpr WordSet kParts{"area", "areas", "parts", "centre", "center", "edge", "swathes"};
            const bool part =
                i >= first_ + 3 && kParts.contains(text_.folded(token(i - 2)));  // "in a residential area of X", not "parts of X saw"
            const bool in_part = part && (has(token(i - 3), kLocative) || (i >= first_ + 4 && has(token(i - 4), kLocative)) ||
                                          (i >= first_ + 5 && has(token(i - 5), kLocative)));
            return aged || in_part || is_home(i - 1) ||
                   (i >= first_ + 2 && (has(token(i - 2), kKinOfPlace | kDirection | kGeoTail) ||
                                        text_.folded(token(i - 2)) == "out"));  // "Ann Li, 24, of Eugene"
        }
        static constexpr WordSet kBound{"bound", "headed", "destined", "heading"};
        if (word == "as" && i >= first_ + 2 && text_.folded(token(i - 2)) == "far") return true;  // "as far as X"
        if (has(before, kLocative) || (word == "for" && i >= first_ + 2 && kBound.contains(text_.folded(token(i - 2)))))
            return true;  // "a coach bound for X"
        const bool passes = has(before, kArticle | kDirection | kKinOfPlace) || word == "nearby" || word == "neighboring" ||
                            word == "neighbouring" || word == "central";
        if (!passes) return false;
        if (has(before, kKinOfPlace) && !has(before, kDirection) && i == at && !before.capitalised() && i >= first_ + 2 &&
            (has(token(i - 2), kArticle | kLocative | kGeoTail) || token(i - 2).is(',') || people_begin(i - 2) < i - 1))
            return true;  // "the village X", "the Qatari capital X"
        --i;
    }
    return false;
}

std::size_t NameContext::people_begin(std::size_t last) const {
    if (!token(last).capitalised() || token(last).possessive) return last + 1;
    for (std::size_t begin = last; begin + 2 > last && begin >= first_; --begin) {
        const auto& match = lookup_.longest(begin, last + 1);
        const bool people = match.end == last + 1 &&
                            std::any_of(match.places.begin(), match.places.end(), [](const document::NameMatch& p) { return p.adjective; });
        if (people) return begin;
        if (begin == 0) break;
    }
    return last + 1;
}

bool NameContext::is_home(std::size_t of) const {
    if (of < first_ + 2) return false;
    const std::size_t last = token(of - 1).is(',') ? of - 2 : of - 1;
    if (last <= first_ || token(last).letter_case != Case::Capital || token(last).possessive || (token(last).lexicon & ~kParticle) != 0)
        return false;
    const auto given = [&](std::size_t i) {
        const Token& t = token(i);
        if (t.letter_case != Case::Capital || t.possessive || !token(i + 1).after_space) return false;
        return is_initial(t) || (has(t, kTitle) && !has(t, kGeoHead | kCommonCapital)) || lookup_.usual_use(i) == WordUse::GivenName;
    };
    return given(last - 1) || (last >= first_ + 2 && token(last - 1).letter_case == Case::Capital && given(last - 2));
}

bool NameContext::is_speaker(std::size_t end) const {
    if (end >= end_) return false;
    const Token& next = token(end);
    if (next.kind == TokenKind::Word) return !next.capitalised() && has(next, kSpeech) && !has(next, kGeoTail);  // "the Warab state"
    return next.is(',') && end + 1 < end_ && text_.folded(token(end + 1)) == "who";
}

bool NameContext::names_what_follows(std::size_t end) const {
    if (end >= end_ || token(end - 1).possessive) return false;
    const Token& next = token(end);
    if (next.kind != TokenKind::Word || next.hyphenated) return false;
    const std::string_view word = text_.folded(next);
    if (word == "border" || word == "well" || word == "house" || word == "ranch" || word == "mill" || word == "run" || word == "point" ||
        word == "spring" || word == "pass" || word == "base" || word == "mouth" || word == "branch" || word == "church" || word == "pike" ||
        word == "plain" || word == "park" || word == "fork" || word == "state")
        return false;
    return has(next, kGeoTail);
}

bool NameContext::is_named_before(std::size_t at) const {
    if (at < first_ + 2) return false;
    const std::string_view word = text_.folded(token(at - 1));
    const Token& kin = token(at - 2);
    const std::string_view people = text_.folded(kin);
    const bool dwell = people == "residents" || people == "inhabitants" || people == "villagers" || people == "natives" ||
                       people == "outskirts" || people == "mayor" || people == "mayors";
    if (word == "of" && dwell) return true;
    if (word == "of")
        return has(kin, kKinOfPlace) && !has(kin, kDirection) && text_.folded(kin) != "people" && text_.folded(kin) != "state" &&
               text_.folded(kin) != "department";
    return false;
}

bool NameContext::is_told_by_distance(std::size_t end) const {
    constexpr std::size_t reach = 6;
    if (end >= end_ || !token(end).is(',') || token(end - 1).possessive) return false;
    for (std::size_t i = end + 1; i + 1 < std::min(end_, end + reach); ++i) {
        if (token(i).kind == TokenKind::Mark || token(i).capitalised()) return false;
        if (has(token(i), kDirection) && text_.folded(token(i + 1)) == "of") return true;
    }
    return false;
}

bool NameContext::is_agent(std::size_t end) const {
    if (end >= end_) return false;
    const Token& next = token(end);
    if (next.kind == TokenKind::Word) return !next.capitalised() && has(next, kSpeech | kAgentVerb);
    return next.is(',') && end + 1 < end_ && text_.folded(token(end + 1)) == "who";
}

bool NameContext::does_as_person(std::size_t end, bool state) const {
    static constexpr WordSet kDoneTo{"shot",       "born",      "assassinated", "buried",       "sworn",       "married",
                                     "arrested",   "indicted",  "convicted",    "acquitted",    "sentenced",   "jailed",
                                     "imprisoned", "knighted",  "hospitalized", "hospitalised", "inaugurated", "appointed",
                                     "nominated",  "impeached", "baptised",     "baptized",     "educated",    "hanged",
                                     "beheaded",   "executed",  "cremated",     "diagnosed",    "reelected"};
    static constexpr WordSet kDoes{"resigned", "married",   "died",    "testified", "retired",   "smiled",   "laughed",
                                   "wept",     "graduated", "pleaded", "confessed", "remarried", "divorced", "enlisted"};
    static constexpr WordSet kStatesToo{"wrote",  "tweeted", "crossed",   "flew",     "sailed", "rode",
                                        "walked", "arrived", "travelled", "traveled", "met"};
    static constexpr WordSet kSpeeches{"address", "speech", "lecture", "sermon", "eulogy", "oration", "keynote"};
    constexpr std::size_t reach = 4;
    if (end >= end_ || token(end - 1).possessive) return false;
    std::size_t i = end;
    while (i < end_ && (has(token(i), kBe | kHave) || text_.folded(token(i)).ends_with("ly"))) ++i;
    if (i >= end_ || token(i).letter_case != Case::Lower) return false;
    const std::string_view verb = text_.folded(token(i));
    const bool passive = i > end && has(token(i - 1), kBe);
    static constexpr WordSet kFound{"hanged", "dead", "guilty", "unconscious", "unresponsive", "slain"};
    if (passive && verb == "found") return i + 1 < end_ && kFound.contains(text_.folded(token(i + 1)));
    if (passive) return kDoneTo.contains(verb);
    if (kDoes.contains(verb) || (!state && kStatesToo.contains(verb))) return true;
    for (std::size_t k = i + 1; (verb == "delivered" || verb == "gave") && k < std::min(end_, i + reach); ++k)
        if (kSpeeches.contains(text_.folded(token(k)))) return true;
    return false;
}

bool NameContext::is_of_folk(std::size_t end) const {
    static constexpr WordSet kFolk{
        "man",          "men",         "woman",         "women",      "couple",      "teen",     "teens",     "teenager", "teenagers",
        "resident",     "residents",   "native",        "natives",    "police",      "gardai",   "officer",   "officers", "firefighter",
        "firefighters", "businessman", "businesswoman", "councillor", "councillors", "alderman", "aldermen",  "mayor",    "council",
        "councilor",    "councilors",  "magistrates",   "officials",  "schools",     "parents",  "lawmakers", "voters",   "councilman",
        "councilwoman", "homeowner",   "homeowners",    "attorney",   "lawyer",      "lawyers",  "farmer",    "farmers",  "teachers",
        "students",     "jury",        "commuters",     "motorists",  "motorist",    "talks",    "bombing",   "bombings", "attacks",
        "protests",     "airport",     "suburb",        "suburbs",    "newspaper"};
    if (end >= end_ || token(end - 1).possessive) return false;
    const Token& next = token(end);
    return next.kind == TokenKind::Word && next.letter_case == Case::Lower && kFolk.contains(text_.folded(next));
}

bool NameContext::is_of_town_office(std::size_t end) const {
    static constexpr WordSet kOffices{"mayor",         "police",   "fire",      "councilman", "councilwoman",
                                      "councilmember", "alderman", "selectmen", "selectman",  "superintendent",
                                      "sheriff",       "gardai",   "sp",        "ssp"};
    if (end >= end_ || token(end - 1).possessive) return false;
    const Token& next = token(end);
    return next.letter_case == Case::Capital && kOffices.contains(text_.folded(next));
}

/// "Bellport 50, Marlow Falls 38": `number` is what follows a name; another name and its number stand beside them, and no more.
bool NameContext::is_in_table_of_scores(std::size_t number) const {
    constexpr std::size_t kMostWords = 3, kMostDigits = 3;
    const auto is_points = [&](std::size_t i) {
        return i < end_ && token(i).kind == TokenKind::Number && token(i).last - token(i).first <= kMostDigits && !token(i).hyphenated;
    };
    const auto ends = [&](std::size_t i) {
        return i >= end_ || (token(i).kind != TokenKind::Word && !token(i).is('-')) || token(i).capitalised();
    };
    const auto is_name = [&](std::size_t i) {
        return token(i).kind == TokenKind::Word && token(i).capitalised() && !has(token(i), kMonth);
    };
    if (!is_points(number)) return false;
    if (number + 1 < end_ && token(number + 1).is(',')) {  // the first of two
        std::size_t i = number + 2;
        while (i < end_ && i < number + 2 + kMostWords && is_name(i)) ++i;
        if (i > number + 2 && is_points(i) && ends(i + 1)) return true;
    }
    if (!ends(number + 1)) return false;
    std::size_t i = number;  // or the second
    while (i > first_ && number - i < kMostWords && is_name(i - 1)) --i;
    return i < number && i >= first_ + 3 && token(i - 1).is(',') && is_points(i - 2) && is_name(i - 3);
}

bool NameContext::is_of_score(std::size_t end) const {
    const auto digits = [&](std::size_t i) { return i < end_ && token(i).kind == TokenKind::Number ? token(i).last - token(i).first : 0; };
    const auto score = [&](std::size_t i) {  // sets of tennis are lower
        const std::size_t ours = digits(i), theirs = digits(i + 1);
        return ours != 0 && theirs != 0 && token(i + 1).hyphenated && ours <= 3 && theirs <= 3 && ours + theirs > 2;
    };
    if (end >= end_ || token(end - 1).possessive) return false;
    if (digits(end) >= 1 && is_in_table_of_scores(end)) return true;
    if (end + 1 >= end_) return false;
    const bool beats = token(end).letter_case == Case::Lower && token(end + 1).letter_case == Case::Capital;
    return score(token(end).is('(') ? end + 1 : end) || (beats && score(end + 2));
}

bool NameContext::is_part_of_organisation(std::size_t begin, std::size_t end) const {
    // "University of X", "Bank of X", "Duke of X".
    if (begin >= first_ + 2 && text_.folded(token(begin - 1)) == "of") {
        const Token& head = token(begin - 2);
        const std::string_view word = text_.folded(head);
        const bool noble = word == "duke" || word == "duchess" || word == "earl" || word == "prince" || word == "princess" ||
                           word == "bishop" || word == "archbishop" || word == "baron" || word == "count" || word == "lord";
        const bool firm =
            word == "inc" || word == "corp" || word == "co" || word == "ltd" || word == "llc" || word == "plc";  // "Harmon Inc. of Dayton"
        if (head.capitalised() && !head.possessive && !firm &&
            (noble || (has(head, kOrgTail) && !is_weak_tail(word) && !has(head, kStateBody))))
            return true;
    }
    if (end < end_ && token(end).capitalised() && has(token(end), kOrgTail) && !token(end - 1).possessive &&
        !is_weak_tail(text_.folded(token(end))))
        return true;
    return false;
}

/// "from Marineland, Florida, northward": a comma and one state.
bool NameContext::is_before_state(std::size_t end) const {
    if (end + 1 >= end_ || !token(end).is(',') || !token(end + 1).capitalised()) return false;
    const std::string_view words[2] = {text_.folded(token(end + 1)), text_.folded(end + 2)};
    std::size_t taken = 0;
    if (token(end + 1).dotted && abbreviation_at(words, taken)) return true;
    constexpr double kCity = 200000;
    const auto& state = lookup_.longest(end + 1, end_);
    if (state.places.empty() || token(state.end - 1).possessive) return false;
    const PlaceKind kind = state.places.front().kind;
    const bool city = (kind == PlaceKind::Settlement || kind == PlaceKind::Capital) && text_.folded(token(end - 1)).size() > 2 &&
                      gazetteer_.place(state.places.front().place).population >= kCity;  // "in Moss Side, Manchester,"
    if (kind != PlaceKind::Region && kind != PlaceKind::Country && !city) return false;
    if (state.places.front().adjective || state.end >= end_) return !state.places.front().adjective;
    return token(state.end).kind != TokenKind::Word || (has(token(state.end), kFunction) && !has(token(state.end), kConjunction));
}

bool NameContext::may_be_unknown_place(NameChunk chunk, bool in_list) const {
    const std::size_t count = chunk.end - chunk.begin;
    const Token &first = token(chunk.begin), &last = token(chunk.end - 1);
    if (count > 5) return false;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
        const std::string_view word = text_.folded(token(i));
        const bool number = !word.empty() && word.back() >= '0' && word.back() <= '9';  // "on the N14 road"
        if (number || has(token(i), kMonth | kTitle | kSpeech | kSuffix | kFunction | kNegation | kOrgTail) || is_of_office(word))
            return false;
    }
    if (count == 2 && first.letter_case == Case::Upper && text_.folded(last) == "ferries" && !shouting_) return false;  // "BC Ferries"
    if (count == 1 && has(first, kGeoTail | kKinOfPlace)) return false;                                                 // "off Highway 45"
    const bool feature = count >= 2 && has(last, kGeoTail);
    const std::string_view head = text_.folded(first);
    const bool headed =
        count >= 2 && (head == "fort" || head == "camp" || head == "mount" || head == "mt" || head == "lake" || head == "cape" ||
                       head == "port" || head == "point" || head == "isle" || head == "battery" || head == "bayou");
    if (feature || headed) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i)
            if (token(i).fold_size > 1 && !has(token(i), kGeoTail | kGeoHead | kDirection | kCommonCapital | kStateBody) &&
                !text_.folded(token(i)).ends_with("ing"))
                return true;
        return false;
    }
    if (shouting_) return false;
    if (chunk.end < end_ && !last.possessive && !token(chunk.end).capitalised()) {
        const std::string_view next = text_.folded(token(chunk.end));
        const bool tail = next == "district" || next == "province" || next == "county" || next == "village" || next == "river" ||
                          next == "region" || next == "creek" || next == "island" || next == "valley" || next == "road" ||
                          next == "railroad" || next == "mountains" || next == "suburb" || next == "ford" || next == "bridge" ||
                          next == "ferry" || next == "bayou" || next == "prairie" || next == "municipality" || next == "rayon" ||
                          next == "area" || next == "neighborhood" || next == "neighbourhood" || next == "locality" ||
                          next == "constituency" || next == "governorate" || next == "islands" || next == "peninsula" ||
                          next == "township" || next == "town" || next == "regency";
        const bool part = has(first, kDirection) && count == 2 && last.lexicon == 0;  // "Lower Shabelle region"
        if (tail && (part || !has(first, kCommonCapital | kStateBody | kDirection))) return true;
    }
    const std::size_t side = count >= 2 && has(last, kDirection) ? chunk.end - 1 : chunk.end;  // "in Andheri East, Mumbai,"
    const bool proper = std::none_of(
        text_.tokens.begin() + static_cast<std::ptrdiff_t>(chunk.begin), text_.tokens.begin() + static_cast<std::ptrdiff_t>(side),
        [](const Token& t) { return t.letter_case == Case::Upper || (t.lexicon & (kCommonCapital | kStateBody | kDirection)) != 0; });
    if (proper && count <= 3 && chunk.begin > first_ + 1 && !last.possessive && has(token(chunk.begin - 1), kLocative) &&
        is_before_state(chunk.end))
        return true;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
        const Token& t = token(i);
        const bool leads = i == chunk.begin && count >= 2;  // "Lower Shabelle", "El Wak"
        if (leads && (has(t, kParticle) || (in_list && (head == "st" || head == "saint")) ||
                      (has(t, kDirection) && !has(t, kStateBody | kCommonCapital))))
            continue;
        if (has(t, kCommonCapital | kStateBody | kDirection) || t.letter_case == Case::Upper || t.fold_size < 3) return false;
        const WordUse use = lookup_.usual_use(i);
        if (use == WordUse::GivenName || use == WordUse::CommonWord || use == WordUse::Month || use == WordUse::Title) return false;
        if (names_.people.contains(text_.folded(t)) || names_.lower_words.contains(text_.folded(t))) return false;
    }
    if (count > 3) return false;
    if (in_list || is_named_before(chunk.begin)) return true;
    if (chunk.begin <= first_) return false;
    const std::string_view before = text_.folded(token(chunk.begin - 1));
    const bool strong =
        before == "in" || before == "near" || before == "at" || before == "off" || before == "outside" || before == "around";
    static constexpr WordSet kBroughtTo{"taken",    "rushed",    "airlifted", "flown",     "sent",   "moved",  "transferred",
                                        "referred", "travelled", "traveled",  "drove",     "driven", "headed", "returned",
                                        "fled",     "shifted",   "brought",   "evacuated", "way"};
    const bool brought = before == "to" && chunk.begin >= first_ + 2 && count <= 2 &&
                         kBroughtTo.contains(text_.folded(token(chunk.begin - 2))) && !last.possessive && !is_agent(chunk.end);
    const bool beside = before == "of" && chunk.begin >= first_ + 2 && count <= 2 && has(token(chunk.begin - 2), kDirection) &&
                        token(chunk.begin - 2).letter_case == Case::Lower && !last.possessive && !is_agent(chunk.end);
    if (brought || beside) return true;  // "was rushed to Kotdwar", "west of Brucefield"
    const bool is_there = (before == "in" || before == "at" || before == "near") && chunk.end < end_ &&
                          has(token(chunk.end), kBe | kHave);  // "the crossing at Ergneti was closed"
    const bool set_off =
        before == "in" && chunk.end < end_ && token(chunk.end).is(',') && count == 1 && first.fold_size >= 5;  // "In Konna, troops found"
    return strong && (is_there || !is_agent(chunk.end)) && !last.possessive && (chunk.begin > first_ + 1 || set_off);
}

const std::string& NameContext::folded(std::string_view name) const {
    static const std::string none;
    if (name.empty()) return none;
    const auto [it, is_new] = folded_.try_emplace(name.data());
    if (is_new) it->second = document::fold_name(name);
    return it->second;
}

bool NameContext::contains(std::span<const document::NameMatch> outer, std::span<const document::NameMatch> inner) const {
    const std::size_t most_outer = std::min<std::size_t>(outer.size(), 6), most_inner = std::min<std::size_t>(inner.size(), 60);
    for (std::size_t o = 0; o < most_outer; ++o) {
        if (outer[o].kind != PlaceKind::Country && outer[o].kind != PlaceKind::Region && outer[o].kind != PlaceKind::Island &&
            outer[o].kind != PlaceKind::District)
            continue;
        const Place big = gazetteer_.place(outer[o].place);
        if (big.kind == PlaceKind::District && !is_shire(big)) continue;
        const std::string_view big_name = big.kind == PlaceKind::Region ? std::string_view(folded(big.name)) : std::string_view{};
        for (std::size_t k = 0; k < most_inner; ++k) {
            if (inner[k].kind == PlaceKind::Country || inner[k].place == big.index) continue;
            const Place small = gazetteer_.place(inner[k].place);
            if (small.country != big.country) continue;
            if (big.kind == PlaceKind::Country || lies_in(folded(small.admin1), big_name)) return true;
            if (big.kind != PlaceKind::Country && (!big.id.starts_with("adm1:") || is_shire(big)) && lies_within(small, big))
                return true;  // "Augusta in Sicily": divisions of their own are named otherwise
        }
    }
    return false;
}

}  // namespace dateline::extract
