#include "extract/event_place.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <optional>
#include <string>

// What sits in the town that it is called after: "Batumi City Court", "the Lviv prosecutor's office", "the University of Kent at Canterbury".
namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;
using document::WordUse;

bool is_town(PlaceKind kind) { return kind == PlaceKind::Settlement || kind == PlaceKind::Capital; }

/// An institution's name, and where in it the town stands.
struct Body {
    TokenRange words, town;
};

bool is_qualifier(std::string_view word) {
    static constexpr WordSet kQualifiers{
        "district",   "city",     "municipal",   "regional",       "criminal",    "appeals",     "appeal",      "appellate",  "high",
        "federal",    "military", "town",        "administrative", "crown",       "county",      "magistrates", "magistrate", "general",
        "provincial", "state",    "economic",    "civil",          "commercial",  "arbitration", "labour",      "labor",      "trial",
        "superior",   "family",   "juvenile",    "central",        "children",    "teaching",    "medical",     "maternity",  "memorial",
        "emergency",  "clinical", "technical",   "polytechnic",    "basic",       "cantonal",    "public",      "stock",      "university",
        "oblast",     "serious",  "garrison",    "specialised",    "specialized", "main",        "national",    "chief",      "local",
        "higher",     "sessions", "metropolitan"};
    return kQualifiers.contains(word);
}

/// Where the name of a body ends whose noun is at `i`; 0 where it is none: "prosecutor's | office", "chamber | of commerce".
std::uint32_t end_of_noun(const SentenceFacts& f, std::uint32_t i) {
    static constexpr WordSet kBodies{"court",  "courts",     "tribunal",    "courthouse", "council", "hospital",
                                     "clinic", "prosecutor", "prosecutors", "university", "museum",  "zoo"};
    static constexpr WordSet kHolders{"prosecutor", "prosecutors", "mayor", "attorney"};
    const std::string_view word = f.word(i);
    if (f.token(i).possessive) return kHolders.contains(word) && f.word(i + 1) == "office" ? i + 2 : 0;
    if (word == "chamber" && f.word(i + 1) == "of" && f.word(i + 2) == "commerce")
        return f.word(i + 3) == "and" && f.word(i + 4) == "industry" ? i + 5 : i + 3;
    if (word == "exchange" && f.word(i - 1) == "stock") return i + 1;
    if (!kBodies.contains(word)) return 0;
    static constexpr WordSet kOfLaw{"appeal", "appeals", "justice", "cassation", "arbitration", "audit"};
    return f.word(i + 1) == "of" && kOfLaw.contains(f.word(i + 2)) ? i + 3 : i + 1;
}

/// "court | of Minsk", "University | of Kent at Canterbury": the town after the noun; empty for none.
TokenRange town_after(const SentenceFacts& f, std::uint32_t end) {
    const auto name_at = [&](std::uint32_t begin) {
        std::uint32_t last = begin;
        while (last < f.sentence.end_token && f.token(last).kind == TokenKind::Word && f.token(last).capitalised() && !f.has(last, kMonth))
            ++last;
        return TokenRange{begin, last};
    };
    if (f.word(end) != "of") return {};
    const TokenRange first = name_at(f.has(end + 1, kArticle) ? end + 2 : end + 1);
    if (first.begin < first.end && f.word(first.end) == "at")
        if (const TokenRange seat = name_at(first.end + 1); seat.begin < seat.end) return seat;
    return first;
}

/// "the Odesa regional | prosecutor": the words before the noun that are part of the name.
std::uint32_t begin_of_name(const SentenceFacts& f, std::uint32_t noun) {
    constexpr std::uint32_t longest = 6;
    std::uint32_t begin = noun;
    while (begin > f.sentence.first_token && noun - begin < longest) {
        const Token& t = f.token(begin - 1);
        if (t.kind != TokenKind::Word || f.has(begin - 1, kArticle | kMonth | kFunction) || t.hyphenated) break;
        if (!t.capitalised() && !is_qualifier(f.word(begin - 1))) break;
        --begin;
    }
    return begin;
}

std::optional<Body> body_at(const SentenceFacts& f, std::uint32_t noun) {
    const std::uint32_t end = end_of_noun(f, noun);
    if (end == 0) return std::nullopt;
    const std::uint32_t begin = begin_of_name(f, noun);
    if (begin < noun) return Body{{begin, end}, {begin, noun}};
    const TokenRange town = town_after(f, end);
    if (town.begin >= town.end) return std::nullopt;
    return Body{{noun, town.end}, town};
}

/// "Kyiv District Court | judge", "Oxford University | Press": another that is called after it.
bool goes_on(const SentenceFacts& f, const Body& body) {
    const std::uint32_t next = body.words.end;
    if (next >= f.sentence.end_token || f.token(next).kind != TokenKind::Word || f.token(next - 1).possessive)
        return f.token(next - 1).possessive;
    if (f.token(next).capitalised()) return !f.has(next, kMonth);
    return f.noun(next).known ? !f.verb(next).known : f.has(next, kTitle | kPersonNoun | kGeoTail | kStateBody) && !f.verb(next).known;
}

/// How the body takes part: it acts, it is harmed, or it is where something was done.
bool is_scene(const SentenceFacts& f, const Frame& frame, const Body& body) {
    static constexpr WordSet kThere{"in", "at", "before", "inside", "outside", "near"};
    const bool harms = frame.kind == EventKind::Attack || frame.kind == EventKind::Incident || frame.kind == EventKind::Disaster;
    std::uint32_t at = body.words.begin;
    while (at > f.sentence.first_token && f.has(at - 1, kArticle)) --at;
    if (frame.subject.contains(body.words.begin)) {
        const bool head = at == frame.subject.begin && !goes_on(f, body);
        return head && (!frame.passive || harms);
    }
    if (!frame.rest.contains(body.words.begin) || goes_on(f, body)) return false;
    if (harms && !frame.passive && at == frame.rest.begin) return true;
    return at > f.sentence.first_token && (kThere.contains(f.word(at - 1)) || (frame.passive && f.word(at - 1) == "by"));
}

}  // namespace

/// The town that some words begin with, where it can be no other one; `words` becomes its name. -1 for none.
std::int64_t PlaceChooser::town_called(const SentenceFacts& f, TokenRange& words) const {
    constexpr std::uint32_t longest = 3;
    constexpr double least_people = 15000, least_people_of_alias = 100000, clearly_more = 4;
    constexpr std::size_t likeliest = 12;
    for (std::uint32_t count = std::min(longest, words.end - words.begin); count > 0; --count) {
        std::string name;
        for (std::uint32_t i = words.begin; i < words.begin + count; ++i) (name += i > words.begin ? " " : "") += f.word(i);
        const auto places = gazetteer_.find(name);
        if (places.empty()) continue;
        if (names_)
            if (const auto told = names_->senses.find(name); told != names_->senses.end() && told->second >= 0) {
                words.end = words.begin + count;
                return told->second;
            }
        const auto all = places.first(std::min(places.size(), likeliest));
        // before it there may be its province, or a hamlet that has no other name
        const document::NameMatch* own = nullptr;
        for (const document::NameMatch& m : all)
            if (!m.adjective && is_town(m.kind) && (!own || gazetteer_.place(m.place).population > gazetteer_.place(own->place).population))
                own = &m;
        if (!own || places.front().kind == PlaceKind::Country || places.front().adjective) return -1;
        const double people = gazetteer_.place(own->place).population;
        if (people < (own->main_name ? least_people : least_people_of_alias)) return -1;
        const bool doubtful = std::any_of(all.begin(), all.end(), [&](const document::NameMatch& m) {
            return m.place != own->place && !m.adjective && is_town(m.kind) && gazetteer_.place(m.place).population * clearly_more > people;
        });
        if (doubtful) return -1;
        const bool as_people = count == 1 && gazetteer_.usual_use(name) == WordUse::GivenName;  // "Florence Nightingale Hospital"
        if (as_people && words.begin + 1 < words.end && !is_qualifier(f.word(words.begin + 1))) return -1;
        words.end = words.begin + count;
        return own->place;
    }
    return -1;
}

/// "Batumi City Court sentenced him", "was treated at Kherson City Hospital": the town of an institution that is called after it.
PlaceChoice PlaceChooser::seat_of_body(const SentenceFacts& f, const Frame& frame) const {
    if (frame.noun) return {};
    for (std::uint32_t i = std::max(f.sentence.first_token + 1, frame.subject.begin); i < f.sentence.end_token; ++i) {
        if (!frame.subject.contains(i) && !frame.rest.contains(i)) continue;
        if (f.token(i).kind != TokenKind::Word || f.token(i).letter_case == Case::Upper) continue;
        std::optional<Body> body = body_at(f, i);
        if (!body || !is_scene(f, frame, *body)) continue;
        const auto own =
            std::find_if(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) { return m.first_token == body->town.begin; });
        const std::int64_t row = own == f.mentions.end() ? town_called(f, body->town) : own->adjective ? -1 : own->place;
        if (row < 0) continue;
        const document::Place town = gazetteer_.place(static_cast<std::uint32_t>(row));
        if (!is_town(town.kind) && town.kind != PlaceKind::District) continue;
        PlaceChoice out;
        out.name = f.phrase(own == f.mentions.end() ? body->town : TokenRange{own->first_token, own->end_token});
        out.id = town.id;
        out.precision = is_town(town.kind) ? PlacePrecision::Settlement : PlacePrecision::District;
        out.radius_km = static_cast<double>(town.radius_km);
        out.geometry = town.at;
        out.basis = PlaceBasis::Inferred;
        out.confidence = 0.6;
        out.text = f.phrase(body->words);
        out.span = f.span(body->words);
        out.reason = "the town that the body is called after: " + out.text;
        return out;
    }
    return {};
}

}  // namespace dateline::extract
