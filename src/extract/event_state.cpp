#include "extract/event_place.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <string>
#include <string_view>

// What happens in a state's capital or off its coast, told by the state or its people: "in the Ethiopian capital", "off the Yemeni coast".
namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

/// "in the (Ethiopian capital)", "near the (capital of Mali)": whether what begins at `at` is where something is.
bool stands_there(const SentenceFacts& f, std::uint32_t at) {
    static constexpr WordSet kThere{"in",  "near", "at", "outside", "around", "inside", "across", "throughout",
                                    "off", "over", "on", "along",   "into",   "within", "through"};
    while (at > f.sentence.first_token && f.has(at - 1, kArticle | kDirection)) --at;
    return at > f.sentence.first_token && kThere.contains(f.word(at - 1));
}

/// "The Syrian capital | was hit", "bombed | the Syrian capital", "flew to the Georgian capital", "entered Estonian airspace".
bool is_reached(const SentenceFacts& f, const Frame& frame, std::uint32_t at) {
    static constexpr WordSet kEnters{"entered", "enter", "enters", "violated", "entering", "left", "from"};
    const bool harm = frame.kind == EventKind::Attack || frame.kind == EventKind::Incident || frame.kind == EventKind::Disaster ||
                      frame.kind == EventKind::Combat;
    const bool goes = frame.kind == EventKind::Visit || frame.kind == EventKind::Movement || frame.kind == EventKind::Deployment ||
                      frame.kind == EventKind::Combat;
    while (at > f.sentence.first_token && f.has(at - 1, kArticle | kDirection)) --at;
    if (frame.noun) return false;
    if (harm && frame.passive) return at == frame.subject.begin;
    if (harm && at == frame.rest.begin) return true;
    return goes && at > frame.verb.begin && (f.word(at - 1) == "to" || kEnters.contains(f.word(at - 1)));
}

/// "brought his cabinet back | to the capital", "marched on the capital"
bool is_way_there(const SentenceFacts& f, std::uint32_t at) {
    static constexpr WordSet kGoes{"bring", "return",  "move", "go",     "come", "fly",  "travel",   "march",    "drive",  "take",
                                   "head",  "advance", "flee", "arrive", "get",  "send", "transfer", "withdraw", "retreat"};
    constexpr std::uint32_t reach = 6;
    while (at > f.sentence.first_token && f.has(at - 1, kArticle)) --at;
    if (at <= f.sentence.first_token + 1 || (f.word(at - 1) != "to" && f.word(at - 1) != "from")) return false;
    for (std::uint32_t i = at - 1, n = 0; i-- > f.sentence.first_token && n < reach && f.token(i).kind == TokenKind::Word; ++n)
        if (kGoes.contains(f.verb(i).base)) return true;
    return false;
}

/// "the capital" as a town, with no name after it: not "capital markets", "the capital Doha", "the capital city of Mali".
bool is_capital(const SentenceFacts& f, std::uint32_t i) {
    if (f.word(i) != "capital") return false;
    const std::uint32_t next = f.word(i + 1) == "city" ? i + 2 : i + 1;
    if (next >= f.sentence.end_token) return true;
    const Token& t = f.token(next);
    if (t.is(',')) return next + 1 >= f.sentence.end_token || !f.token(next + 1).capitalised() || f.has(next + 1, kMonth | kFunction);
    if (t.kind != TokenKind::Word) return !t.is('(') && !t.is('-');
    if (t.capitalised() || f.word(next) == "of") return f.has(next, kMonth);
    return f.has(next, kFunction | kBe | kHave | kModal) || f.verb(next).known || is_preposition(f.text, next) || is_adverb(f.text, next);
}

}  // namespace

/// The capital of a state; empty where it is not known.
PlaceChoice PlaceChooser::capital_of(const SentenceFacts& f, std::int64_t state, TokenRange words) const {
    PlaceChoice out;
    const std::int64_t seat = state < 0 ? -1 : gazetteer_.capital_of(gazetteer_.place(static_cast<std::uint32_t>(state)).country);
    if (seat < 0) return out;
    const document::Place capital = gazetteer_.place(static_cast<std::uint32_t>(seat));
    out.basis = PlaceBasis::Explicit;
    out.precision = PlacePrecision::Settlement;
    out.name = capital.name;
    out.id = capital.id;
    out.text = f.phrase(words);
    out.span = f.span(words);
    out.radius_km = static_cast<double>(capital.radius_km);
    out.geometry = capital.at;
    out.confidence = 0.8;
    return out;
}

/// "Syrian waters", "the Yemeni coast"; "Syrian soil" is Syria.
PlaceChoice PlaceChooser::part_of(const SentenceFacts& f, const Mention& state) const {
    static constexpr WordSet kWhole{"territory", "soil", "mainland"};
    PlaceChoice out = side_of(f, state);
    if (kWhole.contains(f.word(state.end_token))) out.name = std::string(gazetteer_.place(static_cast<std::uint32_t>(state.place)).name);
    return out;
}

/// The state that a document tells of more than of all others together, or clearly more than of any other; -1 for none.
std::int64_t PlaceChooser::state_told_of() const {
    if (!names_) return -1;
    constexpr double clearly = 2, least_share = 0.4;
    double most = 0, second = 0, total = 0;
    std::string_view likeliest;
    for (const auto& [country, weight] : names_->countries) {
        total += weight;
        if (weight > most || (weight == most && country < likeliest)) second = most, most = weight, likeliest = country;
        else second = std::max(second, weight);
    }
    const bool told = most * 2 > total || (most >= clearly * second && most >= least_share * total);
    return likeliest.empty() || !told ? -1 : gazetteer_.index_of("iso:" + std::string(likeliest));
}

PlaceChoice PlaceChooser::part_of_state(const SentenceFacts& f, const Frame& frame) const {
    static constexpr WordSet kParts{"coast",       "coastline", "coasts", "shore",  "shores",    "waters", "territory", "soil", "airspace",
                                    "countryside", "mainland",  "desert", "jungle", "highlands", "north",  "south",     "east", "west"};
    const auto told = [&](std::uint32_t at) {
        return frame.clause.contains(at) || frame.rest.contains(at) || frame.subject.contains(at) ||
               (at < f.clauses.fronted_end && !frame.background);
    };
    for (const Mention& m : f.mentions) {
        const bool state =
            m.place >= 0 && told(m.first_token) && gazetteer_.place(static_cast<std::uint32_t>(m.place)).kind == PlaceKind::Country;
        if (!state) continue;
        const std::uint32_t noun = m.end_token;
        if ((m.adjective || m.possessive) && is_capital(f, noun) && (stands_there(f, m.first_token) || is_reached(f, frame, m.first_token)))
            return capital_of(f, m.place, {m.first_token, noun + 1});
        // not "blamed them for interfering on Armenian soil"
        const bool talked_of = frame.kind == EventKind::Assertion && m.first_token > frame.verb.begin;
        if (m.adjective && kParts.contains(f.word(noun)) && !talked_of &&
            (stands_there(f, m.first_token) || is_reached(f, frame, m.first_token)))
            return part_of(f, m);
        std::uint32_t of = m.first_token;
        while (of > f.sentence.first_token && f.has(of - 1, kArticle)) --of;
        const bool capital_of_it =
            !m.adjective && of >= f.sentence.first_token + 2 && f.word(of - 1) == "of" && f.word(of - 2) == "capital";
        if (capital_of_it && stands_there(f, of - 2)) return capital_of(f, m.place, {of - 2, m.end_token});
    }
    return in_the_capital(f, frame, state_told_of());
}

/// "drove them out of the presidential palace", "told parliament", "Parliament ratified it": in the capital of the state that it is of, or that the text is about.
PlaceChoice PlaceChooser::at_seat_of_state(const SentenceFacts& f, const Frame& frame) const {
    static constexpr WordSet kBodies{"parliament", "senate"};
    static constexpr WordSet kThere{"in",   "at",   "from",   "of",      "outside", "into",     "to",     "before",
                                    "told", "near", "inside", "stormed", "seized",  "attacked", "shelled"};
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        const bool palace = f.word(i) == "palace" && f.word(i - 1) == "presidential";
        if (!palace && !kBodies.contains(f.word(i))) continue;
        const bool aside = i > frame.subject.begin && i < frame.verb.begin;  // "The premier, speaking in parliament, threatened"
        if (!aside && !frame.subject.contains(i) && !frame.rest.contains(i) && !frame.clause.contains(i)) continue;
        std::uint32_t begin = palace ? i - 1 : i;
        while (begin > f.sentence.first_token && i - begin < reach && f.has(begin - 1, kArticle)) --begin;
        const auto of = std::find_if(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
            return m.end_token == begin && (m.adjective || m.possessive) && m.place >= 0;
        });
        const std::uint32_t at = of == f.mentions.end() ? begin : of->first_token;
        const bool heads = !palace && frame.subject.begin == at && frame.subject.end == i + 1 && frame.modality == Modality::Happened;
        const bool there = at > f.sentence.first_token && kThere.contains(f.word(at - 1)) && frame.modality != Modality::Hypothetical;
        const bool named = of == f.mentions.end() && begin > f.sentence.first_token && f.token(begin - 1).capitalised() &&
                           !f.has(begin - 1, kFunction | kMonth);                   // "the European Parliament"
        const bool longer = f.token(i + 1).capitalised() && !f.has(i + 1, kMonth);  // "Parliament Square"
        if ((!heads && !there) || named || longer) continue;
        const std::int64_t state =
            of == f.mentions.end()
                ? state_told_of()
                : gazetteer_.index_of("iso:" + std::string(gazetteer_.place(static_cast<std::uint32_t>(of->place)).country));
        PlaceChoice out = capital_of(f, state, {begin, i + 1});
        if (!out) continue;
        out.basis = PlaceBasis::Inferred;
        out.confidence = 0.5;
        out.reason = "the seat of the government of " + std::string(gazetteer_.place(static_cast<std::uint32_t>(state)).name);
        return out;
    }
    return {};
}

/// "gathered in the capital", of a state told before
PlaceChoice PlaceChooser::in_the_capital(const SentenceFacts& f, const Frame& frame, std::int64_t state) const {
    const auto told = [&](std::uint32_t at) {
        return frame.clause.contains(at) || frame.rest.contains(at) || frame.subject.contains(at) ||
               (at < f.clauses.fronted_end && !frame.background);
    };
    for (std::uint32_t i = f.sentence.first_token + 2; state >= 0 && i < f.sentence.end_token; ++i)
        if (is_capital(f, i) && f.word(i - 1) == "the" && told(i) && (stands_there(f, i) || is_way_there(f, i)))
            return capital_of(f, state, {i - 1, i + 1});
    return {};
}

}  // namespace dateline::extract
