#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

// Participles with a day: "an agreement signed in 2019".
namespace dateline::extract {

/// "The meeting planned for 2 May | was cancelled", "… has been moved to Geneva": what became of it is told, here or with its own day.
bool FrameReader::read_undone_or_moved(Nonfinite& n) {
    const VerbGroup &own = n.own, &governor = n.governor;
    const Clause& whole = clause(n.clause);
    const bool undone = clues_.is_undone(whole, own.first), moved = clues_.is_moved(whole, own.first);
    if ((moved || undone) && verb_date_[whole.verb] >= 0)
        return true;  // "The meeting planned for 2 May was postponed to 9 May", "… was cancelled on Monday"
    const bool of_object = own.first > governor.end && (clues_.is_due_day(n.date) || n.date.ahead);
    if (of_object && clues_.calls_off(governor)) {
        call_off_object(n.clause, own, n.frame.date);
        return true;
    }
    if (!undone && !moved) return false;
    n.frame = undone_frame(n.clause, n.frame.date, undone ? Modality::Denied : Modality::Planned);
    n.frame.keeps_date = true;
    emit(n.frame);
    return true;
}

/// "mines produced in 2021" describes; "an agreement signed in 2019" tells.
bool FrameReader::tells_something(const Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    // "A ceasefire | announced for 16:00 | was broken within the hour": an hour alone makes no other event
    const bool of_hour = n.date.of_hour && n.date.basis != document::DateBasis::Explicit && own.first < governor.first &&
                         f_.token(n.date.tokens.begin).kind == TokenKind::Number;
    if (of_hour) return false;
    // "children | taken from a school last month"
    static constexpr WordSet kPeople{"children",  "pupils",   "students", "people",        "men",         "women",
                                     "girls",     "boys",     "hostages", "villagers",     "worshippers", "passengers",
                                     "civilians", "soldiers", "captives", "schoolchildren"};
    const bool taken = own.sense.base == "take" &&
                       (f_.word(own.end) == "from" || f_.word(own.end) == "captive" || f_.word(own.end) == "hostage") &&
                       kPeople.contains(f_.word(own.first - 1));
    return own.sense.strength >= 2 || taken || tells_aside(own, governor, n.date);
}

void FrameReader::set_modality_of_participle(Nonfinite& n) const {
    const VerbGroup& own = n.own;
    const DateMention& date = n.date;
    if (f_.word(own.first - 1) == "if") n.frame.modality = Modality::Hypothetical;  // "If ratified on 20 December, the treaty"
    const bool set_for = f_.word(own.end) == "for" &&
                         (own.sense.base == "set" ||
                          (date.ahead && date.tokens.begin <= own.end + 2));  // "a meeting set for 23 September", "announced for 7 May"
    if ((own.sense.use & kIntends) != 0 || set_for) n.frame.modality = Modality::Planned;
    // "originally scheduled for August": it came otherwise
    static constexpr WordSet kFirstMeant{"originally", "initially", "once"};
    if (n.frame.modality == Modality::Planned && own.first > first_ && kFirstMeant.contains(f_.word(own.first - 1)) && !date.ahead)
        n.frame.modality = Modality::Denied;
}

/// "a line | to Huambo, energised on 5 July", "the crossing at Margara, reopened in May": a place between a thing and what was done is where the thing is; where the
/// thing begins, or the phrase itself.
std::uint32_t FrameReader::before_its_place(TokenRange phrase, std::uint32_t from) const {
    const auto in_verb = [&](std::uint32_t i) {
        return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
    };
    const bool named = phrase.begin < phrase.end && std::all_of(f_.text.tokens.begin() + phrase.begin, f_.text.tokens.begin() + phrase.end,
                                                                [](const Token& t) { return t.capitalised(); });
    const auto plain = [&](std::uint32_t i) {
        return f_.token(i).kind == TokenKind::Word && !in_verb(i) && !f_.has(i, kConjunction) && !is_preposition(f_.text, i);
    };
    if (!named || phrase.begin < from + 2 || !is_preposition(f_.text, phrase.begin - 1) || f_.word(phrase.begin - 1) == "of")
        return phrase.begin;
    std::uint32_t at = phrase.begin - 2;
    // "the road | from Dilling to Kadugli, cut since 2023"
    const bool way = f_.word(phrase.begin - 1) == "to" && f_.token(at).capitalised();
    while (way && at > from + 1 && f_.token(at).capitalised()) --at;
    if (way && f_.word(at) == "from" && at > from) --at;
    const bool thing = plain(at) && f_.token(at).letter_case == Case::Lower && !f_.has(at, kFunction) && !is_adverb(f_.text, at) &&
                       std::none_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(at); });
    if (!thing || f_.has(at, kTitle | kPersonNoun)) return phrase.begin;
    while (at > from && (plain(at - 1) || f_.token(at - 1).kind == TokenKind::Number) && !f_.has(at, kArticle))
        --at;  // "a 400-kilovolt line"
    return at;
}

/// Whether a word is of the thing that a comma sets off from what was done to it: "the result of | the first round, held on 3 May".
bool FrameReader::goes_back_past_comma(const Nonfinite& n, std::uint32_t k) const {
    static constexpr WordSet kParticles{"out", "up", "off", "down", "over", "back"};
    static constexpr WordSet kOpens{"that",    "when", "where", "while", "because",
                                    "whether", "if",   "since", "until", "although"};  // "unclear when | the embassy, evacuated in 2023,"
    const Token& t = f_.token(k);
    const bool of = f_.word(k) == "of" && n.own.sense.base != "hold";
    const bool word = t.kind == TokenKind::Word && (n.own.first < n.governor.first || of || !is_preposition(f_.text, k));
    const bool day =
        std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(k); }) ||
        std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.mode == VerbGroup::Mode::Infinitive && g.first <= k && k < g.end + (kParticles.contains(f_.word(g.end)) ? 1u : 0u);
        });  // "to prepare | the visit, announced for May", "to carry out | the pact"
    return !day && !kOpens.contains(f_.word(k)) && (word || t.is('"') || t.kind == TokenKind::Number || opens_amount(t));
}

/// "the train, | launched in 2010, …": the thing ends with the comma at `begin`.
void FrameReader::take_thing_before_comma(Nonfinite& n, std::uint32_t begin) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    Frame& frame = n.frame;
    frame.subject.end = begin;
    const std::uint32_t from = own.first > governor.end ? governor.end : first_;
    while (begin > from && goes_back_past_comma(n, begin - 1)) --begin;
    // "The line to Gao, | on the border, | closed by floods": what lies there
    static constexpr WordSet kWhere{"on", "in", "at", "near", "along", "outside", "off"};
    while (begin > from + 2 && kWhere.contains(f_.word(begin)) && f_.token(begin - 1).is(',') &&
           f_.token(begin - 2).kind == TokenKind::Word) {
        frame.subject.end = --begin;
        while (begin > from && goes_back_past_comma(n, begin - 1)) --begin;
    }
    while (begin + 1 < frame.subject.end && is_preposition(f_.text, begin)) ++begin;  // "In Gao, | hit by floods in May, the army …"
    if (own.first > governor.end) begin = before_its_place({begin, frame.subject.end}, from);
    frame.subject.begin = own.first < governor.first ? thing_meant(f_.text, {begin, frame.subject.end}, own.sense).begin : begin;
    frame.passive = true;
    if (own.first > governor.end)  // "sentenced the man, arrested in March, | to six years"
        for (std::uint32_t i = n.date.tokens.end; i < frame.rest.end; ++i)
            if (f_.token(i).is(',')) frame.rest.end = frame.clause.end = i;
    if (own.sense.base == "hold") take_noun_sense(f_, frame);  // "elections, held on 27 October,"
}

/// Where the noun begins that a participle follows without a comma.
std::uint32_t FrameReader::begin_of_thing(const Nonfinite& n, std::uint32_t begin) const {
    const VerbGroup& own = n.own;
    const std::uint32_t from = own.first > n.governor.end ? n.governor.end : first_;
    const auto goes_back = [&](std::uint32_t k) {
        const bool of =
            f_.word(k) == "of" && n.frame.modality == Modality::Planned;  // "the vote of no confidence | scheduled for Thursday"
        if (f_.word(k) == "that") return false;                           // "saying that | repairs scheduled for May"
        const bool in_infinitive = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.mode == VerbGroup::Mode::Infinitive && g.first <= k && k < g.end;
        });
        if (in_infinitive) return false;  // "hopes to have | the section repaired by May"
        return f_.token(k).kind == TokenKind::Word && (of || !is_preposition(f_.text, k)) && !f_.has(k, kConjunction) &&
               f_.word(k) != "following";
    };
    while (begin > from && goes_back(begin - 1) && !(begin < own.first && f_.has(begin, kArticle))) --begin;
    // "a trip to Central Asia planned for May": of a name in a phrase, what the phrase hangs on
    const bool phrase = begin > from + 1 && begin < own.first && f_.token(begin).capitalised() && is_preposition(f_.text, begin - 1) &&
                        goes_back(begin - 2);
    if (phrase && f_.token(begin - 2).letter_case == Case::Lower && f_.noun(begin - 2).known)
        for (--begin; begin > from && goes_back(begin - 1);) --begin;
    if (begin > from + 3 && f_.has(begin - 1, kConjunction) && f_.token(begin).capitalised() && f_.token(begin - 2).capitalised())
        for (std::uint32_t k = begin - 2;
             k-- > std::max(from + 1, begin > 5 ? begin - 5 : 0u);)  // "the line | between Dilolo and Kolwezi | repaired"
            if (f_.word(k) == "between") {
                for (begin = k; begin > from && goes_back(begin - 1) && !f_.has(begin, kArticle);) --begin;
                break;
            }
    while (begin > from && f_.token(begin).hyphenated) --begin;  // "the so-called elections"
    return begin;
}

/// "the so-called elections | held in May": false for nothing that stands there.
bool FrameReader::take_thing_before(Nonfinite& n, std::uint32_t begin) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    const std::uint32_t from = own.first > governor.end ? governor.end : first_;
    begin = begin_of_thing(n, begin);
    n.frame.subject = {begin, own.first};
    n.frame.passive = true;
    const bool share =
        begin > from + 1 && f_.word(begin) == "cent" && f_.word(begin - 1) == "per";  // "The plan was 28 per cent | funded on 12 August"
    if (share && governor.copula && governor.end + 2 == begin) n.frame.subject.begin = subject_of(n.clause).begin;
    return begin != own.first;
}

void FrameReader::read_participle(Nonfinite& n) {
    const VerbGroup &own = n.own, &governor = n.governor;
    Frame& frame = n.frame;
    static constexpr WordSet kWords{"claim",      "claims",      "charge", "charges", "allegation", "allegations",
                                    "accusation", "accusations", "remark", "remarks", "comment",    "comments"};
    if (own.first == first_ || kWords.contains(f_.word(own.first - 1))) return;  // "a claim made by Kyiv a day earlier"
    if (opens_with_none_of(clause(n.clause)) && !own.negated && frame.modality == Modality::Denied) frame.modality = Modality::Happened;
    if (read_undone_or_moved(n) || !tells_something(n)) return;
    frame.strength = std::max<std::uint8_t>(frame.strength, 1);
    set_modality_of_participle(n);
    static constexpr WordSet kStays{"stayed", "stays", "stay", "remained", "remains", "remain"};
    if (own.first == governor.end && kStays.contains(f_.word(governor.head)) &&
        !governor.negated) {  // "has stayed | blocked since July 30"
        frame.passive = true;
        return emit_with_governor(n);
    }
    std::uint32_t begin = own.first;
    while (begin > first_ && f_.token(begin).hyphenated) --begin;  // "re-elected"
    frame.verb.begin = begin;
    if (begin > first_ + 2 && (f_.word(begin - 1) == "last" || f_.word(begin - 1) == "first") && f_.token(begin - 2).is(','))
        --begin;  // "elections, last held in 2017,"
    if (begin > first_ + 1 && f_.token(begin - 1).is(',')) {
        take_thing_before_comma(n, begin - 1);
        return emit(frame);
    }
    if (!take_thing_before(n, begin)) return;
    if (own.sense.base == "hold" && own.first > governor.end && attend_on(n.clause, own, frame.date)) return;
    emit(frame);
}

}  // namespace dateline::extract
