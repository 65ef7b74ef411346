#include "extract/place_topic.h"

#include "extract/date_binding.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// Places that a sentence names, and at which what it tells was not.
namespace dateline::extract {

using document::PlacePrecision;

bool is_topic(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kTalk{"discuss", "debate", "review", "consider", "talk", "speak", "examine", "address"};
    const std::uint32_t at = m.first_token;
    const bool talks = kTalk.contains(frame.sense.base);
    if (!frame.noun && talks && frame.passive && frame.subject.contains(at) && !is_preposition(f.text, frame.subject.begin))
        return true;  // "Developments in Mali | were discussed"; not "In Lomé, a draft was discussed"
    // "Talks | on developments in Mali | were held on Monday"
    const bool gathers =
        !frame.noun && frame.subject.contains(at) && (frame.kind == EventKind::Negotiation || frame.kind == EventKind::Meeting);
    for (std::uint32_t i = frame.subject.begin + 1; gathers && i < at; ++i)
        if ((f.word(i) == "on" || f.word(i) == "about" || f.word(i) == "regarding" || f.word(i) == "over") && f.noun(i - 1).known)
            return true;
    if (frame.noun || at < frame.verb.end) return false;
    if ((frame.sense.use & kSays) != 0 && at >= frame.clause.end) return true;
    if (!talks && frame.kind != EventKind::Negotiation && frame.kind != EventKind::Meeting && frame.kind != EventKind::Assertion)
        return false;
    static constexpr WordSet kHarm{"attack",    "attacks",    "strike",     "strikes",   "bombing",   "bombings",
                                   "raid",      "raids",      "assault",    "invasion",  "shelling",  "siege",
                                   "sanctions", "occupation", "annexation", "airstrike", "airstrikes"};
    std::uint32_t named = at;
    while (named > frame.verb.end && (f.has(named - 1, kArticle | kDirection) || is_preposition(f.text, named - 1))) --named;
    // "summoned the envoy over the arrest of two citizens in Shiraz"
    for (std::uint32_t i = frame.verb.end; frame.kind == EventKind::Assertion && i + 1 < at; ++i)
        if (f.word(i) == "over" && f.has(i + 1, kArticle)) return true;
    if (frame.kind == EventKind::Assertion && named < at && named > frame.verb.end && kHarm.contains(f.word(named - 1)))
        return true;  // "condemned the attack on Kyiv"
    const bool has_object = talks && frame.sense.base != "talk" && frame.sense.base != "speak";
    bool after = has_object;
    for (std::uint32_t i = frame.verb.end; i < at && !after; ++i) {
        const std::string_view w = f.word(i);
        const bool to_talk = kTalk.contains(f.verb(i).base) && (f.verb(i).form == VerbForm::Base || f.verb(i).form == VerbForm::Gerund) &&
                             (f.word(i - 1) == "to" || f.verb(i).form == VerbForm::Gerund);
        after = to_talk || w == "about" || w == "regarding" || w == "concerning" || (talks && w == "of") ||
                (w == "on" && i + 1 < at &&
                 std::none_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i + 1); }));
    }
    if (!after) return false;
    const bool spot =
        m.precision == PlacePrecision::Exact || m.precision == PlacePrecision::Settlement || m.precision == PlacePrecision::District;
    if (m.role != PlaceRole::Location || !spot) return true;
    static constexpr WordSet kTopics{"situation", "developments", "conflict",   "war",     "crisis", "events",    "peace",
                                     "stability", "tensions",     "settlement", "process", "role",   "ceasefire", "violence"};
    std::uint32_t i = at;
    while (i > frame.verb.end && f.has(i - 1, kArticle)) --i;
    if (f.word(i - 1) == "of" || i == frame.verb.end) return true;  // "the Port of Baku"
    while (i > frame.verb.end && (f.has(i - 1, kArticle) || is_preposition(f.text, i - 1))) --i;
    return i > frame.verb.end && kTopics.contains(f.word(i - 1));
}

bool is_of_another_time(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun && frame.rest.contains(m.first_token)) return false;  // "two days after | the talks in Oslo"
    if (frame.counted.contains(m.first_token)) return true;
    static constexpr WordSet kUnits{"days", "weeks", "months", "years", "hours",  "minutes",
                                    "day",  "week",  "month",  "year",  "decade", "decades"};
    constexpr std::uint32_t reach = 12, span = 3;
    // "cancelled her trip after Aliyev had accused Paris of crimes in New Caledonia"
    const std::int32_t c = clause_of_token(f.clauses, m.first_token);
    if (c > 0 && !frame.noun) {
        const Clause& own = f.clauses.clauses[static_cast<std::size_t>(c)];
        const std::string_view joint = f.word(own.connector);
        const bool apart = own.kind == Clause::Kind::Adverbial && f.clauses.verbs[own.verb].head != frame.head &&
                           own.connector >= frame.verb.end && f.clauses.verbs[own.verb].perfect;
        if (apart && (joint == "after" || joint == "because" || joint == "since")) return true;
    }
    for (std::uint32_t i = m.first_token, steps = 0; i-- > std::max(frame.verb.end, f.sentence.first_token + 1) && steps < reach; ++steps) {
        if (f.token(i).is(';')) return false;
        if (f.word(i) == "because" && f.word(i + 1) == "of") return true;  // "recalled its envoy because of the arrests in Tabriz"
        const bool lead = f.word(i) == "after" || f.word(i) == "before";
        if (!lead) continue;
        if (kUnits.contains(f.word(i - 1)) && is_preposition(f.text, i + 1)) continue;  // "was buried the day before in Basra"
        if (kUnits.contains(f.word(i - 1))) return true;
        for (std::uint32_t k = i + 2; k < std::min(i + 2 + span, m.first_token); ++k)
            if (kUnits.contains(f.word(k)) && f.word(k + 1) != "of") return true;
        return false;
    }
    return false;
}

}  // namespace dateline::extract
