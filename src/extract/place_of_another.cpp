#include "extract/place_of_another.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// Places that a sentence names beside what it tells.
namespace dateline::extract {
namespace {

using document::PlacePrecision;

/// "Reports that the post had been closed | were denied by customs in X": where the denier sits.
bool is_of_denier(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kVerdicts{"denied", "dismissed", "rejected", "refuted", "disputed", "called", "described"};
    if (frame.modality != Modality::Denied) return false;
    for (std::uint32_t i = m.first_token; i-- > f.sentence.first_token + 1 && f.token(i).kind == TokenKind::Word;)
        if (f.word(i) == "by") return kVerdicts.contains(f.word(i - 1));
    return false;
}

/// "threatened | to sue it before a court in X", "vowed to retake Y": where it would be, and not where that was said.
bool is_of_threat(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    const std::string_view base = f.verb(frame.head).base;
    if (frame.noun || frame.modality != Modality::Happened || (base != "threaten" && base != "vow")) return false;
    for (std::uint32_t i = frame.verb.end; i + 1 < m.first_token; ++i)
        if (f.word(i) == "to" && f.token(i + 1).letter_case == Case::Lower && !f.has(i + 1, kArticle | kFunction)) return true;
    return false;
}

/// "wagons, | built by a firm in X", "rifles made in X": where the thing comes from. Not "a bridge built in X".
bool is_where_thing_was_made(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kMade{"make", "manufacture", "assemble", "produce", "design"};
    static constexpr WordSet kMoved{"wagons",   "wagon",   "locomotive", "locomotives", "train",    "trains", "ship",     "ships",
                                    "vessel",   "vessels", "ferry",      "ferries",     "aircraft", "planes", "buses",    "tanks",
                                    "turbines", "engines", "coaches",    "trams",       "railcars", "boats",  "frigates", "drones"};
    if (f.word(m.first_token - 1) != "in" && f.word(m.first_token - 1) != "at") return false;
    for (const VerbGroup& g : f.clauses.verbs) {
        if (g.mode != VerbGroup::Mode::Participle || g.head == frame.head || g.end > m.first_token || g.first <= f.sentence.first_token + 1)
            continue;
        const std::uint32_t noun = f.token(g.first - 1).is(',') ? g.first - 2 : g.first - 1;
        if (!kMade.contains(g.sense.base) && !(g.sense.base == "build" && kMoved.contains(f.word(noun)))) continue;
        const bool whole = std::all_of(f.text.tokens.begin() + g.end, f.text.tokens.begin() + m.first_token,
                                       [](const Token& t) { return t.kind == TokenKind::Word; });
        if (whole && (m.first_token == g.end + 1 || f.word(g.end) == "by")) return true;
    }
    return false;
}

/// "was seized on his return from | talks in X", "back from a summit in Y": where he came from.
bool is_where_it_came_from(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kBack{"return", "returned", "returning", "returns", "back", "home", "fresh", "way"};
    constexpr std::uint32_t reach = 6;
    if (f.word(m.first_token - 1) != "in" && f.word(m.first_token - 1) != "at") return false;
    bool gathering = false;
    for (std::uint32_t i = m.first_token - 1, steps = 0; i-- > f.sentence.first_token + 1 && steps < reach; ++steps) {
        if (f.token(i).kind == TokenKind::Mark) return false;
        gathering = gathering || f.noun(i).known;
        if (f.word(i) == "from") return gathering && kBack.contains(f.word(i - 1));
    }
    return false;
}

/// "The bridge over | the Volta | at Yeji": where it is, what follows says.
bool is_only_bridged(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (m.precision != PlacePrecision::Water) return false;
    std::uint32_t at = m.first_token;
    while (at > f.sentence.first_token && f.has(at - 1, kArticle)) --at;
    if (at < f.sentence.first_token + 2 || (f.word(at - 1) != "over" && f.word(at - 1) != "across" && f.word(at - 1) != "on") ||
        !f.token(at - 2).facts->works)
        return false;
    return std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& n) {
        return n.first_token == m.end_token + 1 && !n.adjective && n.role == PlaceRole::Location &&
               (f.word(m.end_token) == "at" || f.word(m.end_token) == "near" || f.word(m.end_token) == "in") &&
               frame.subject.contains(n.first_token) == frame.subject.contains(m.first_token);
    });
}

/// "In Lusaka, ministers signed the treaty; | Malawi's parliament ratified it": who has a seat of its own, behind a semicolon.
bool is_before_other_seat(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kSeats{"parliament", "government", "senate", "cabinet", "congress", "assembly", "court", "president"};
    if (frame.noun || m.end_token > frame.subject.begin || frame.subject.begin >= frame.subject.end ||
        !kSeats.contains(f.word(frame.subject.end - 1)))
        return false;
    const bool of_state = std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& n) {
        return frame.subject.contains(n.first_token) && (n.adjective || n.possessive);
    });
    if (!of_state) return false;
    return std::any_of(f.text.tokens.begin() + m.end_token, f.text.tokens.begin() + frame.subject.begin,
                       [](const Token& t) { return t.is(';'); });
}

}  // namespace

bool is_told_of_another(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    return is_only_bridged(f, frame, m) || is_of_denier(f, frame, m) || is_of_threat(f, frame, m) || is_where_thing_was_made(f, frame, m) ||
           is_before_other_seat(f, frame, m) || is_where_it_came_from(f, m);
}

bool is_right_behind_verb(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun || m.role != PlaceRole::Location || m.first_token <= frame.verb.end) return false;
    std::uint32_t prep = m.first_token - 1;
    while (prep > frame.verb.end && f.has(prep, kArticle)) --prep;
    if (f.word(prep) != "in" && f.word(prep) != "at") return false;
    std::uint32_t at = frame.verb.end;
    for (const DateMention& d : f.dates)
        if (d.tokens.begin == at || (d.tokens.begin == at + 1 && is_preposition(f.text, at))) at = d.tokens.end;
    if (f.token(at).is(',')) ++at;
    if (at != prep) return false;
    std::uint32_t after = m.end_token;
    if (f.token(after).is(',')) ++after;
    for (const DateMention& d : f.dates)
        if (d.tokens.begin == after || (d.tokens.begin == after + 1 && is_preposition(f.text, after))) after = d.tokens.end;
    return f.has(after, kArticle);
}

}  // namespace dateline::extract
