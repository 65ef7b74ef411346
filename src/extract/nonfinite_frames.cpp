#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

namespace {

/// "rejected accusations | of bombing", "denied claims of": what is not so, as the text tells it.
bool rejects(std::string_view base) { return base == "reject" || base == "deny" || base == "dismiss" || base == "refute" || base == "dispute"; }

}  // namespace

bool FrameReader::rejects_charge(const VerbGroup& governor, const VerbGroup& deed) const {
    static constexpr WordSet kCharges{"accusation", "accusations", "claim", "claims", "allegation", "allegations", "charge", "charges", "report", "reports"};
    return deed.first > governor.end + 1 && rejects(governor.sense.base) && !governor.negated && f_.word(deed.first - 1) == "of" && kCharges.contains(f_.word(deed.first - 2));
}

/// "seized a convoy | sailing under escort", "with the government | resigning in June": who does it, right before it; empty for who acts in the clause.
TokenRange FrameReader::doer_before(const VerbGroup& governor, const VerbGroup& own) const {
    constexpr std::uint32_t reach = 9;
    if (own.mode != VerbGroup::Mode::Gerund || own.first <= governor.end + 1 || f_.noun(own.head).known) return {};
    const auto names = [&](std::uint32_t k) {
        const Token& t = f_.token(k);
        return (t.kind == TokenKind::Number || (t.kind == TokenKind::Word && !f_.has(k, kFunction | kConjunction))) && !is_preposition(f_.text, k) && !is_adverb(f_.text, k);
    };
    const std::uint32_t last = own.first - 1;
    if (!names(last) || f_.token(last).kind != TokenKind::Word) return {};
    for (std::uint32_t i = own.first, n = 0; i-- > governor.end && n < reach && f_.token(i).kind != TokenKind::Mark; ++n)
        if (f_.word(i) == "with") return {i + 1, own.first};
    if (f_.token(last).letter_case != Case::Lower) return {};
    std::uint32_t begin = last;
    while (begin > governor.end && names(begin - 1)) --begin;
    return {begin, own.first};
}

/// "crossed Luzon on 3 November before | weakening on the 5th", "nine days after | leaving Kolwezi": another deed of who acts, on a day of its own.
bool FrameReader::follows_in_time(const VerbGroup& governor, const VerbGroup& own, const DateMention& date) const {
    std::uint32_t begin = own.first;
    while (begin > governor.end && f_.token(begin).hyphenated) --begin;
    const std::string_view joint = begin > governor.end ? f_.word(begin - 1) : std::string_view{};
    const bool told = governor.past && !governor.planned && !governor.hypothetical && !governor.negated && (governor.sense.use & kSays) == 0;
    const bool counted = counted_back_ && counted_back_->tokens.end == own.first;
    const bool own_day = date.tokens.begin >= own.end && date.edtf.precision() >= calendar::Precision::Day && !date.edtf.is_interval();
    return told && own.mode == VerbGroup::Mode::Gerund && (joint == "before" || joint == "after") && (counted || own_day) && !own.copula && !own.negated;
}

/// "Not one of the pupils | seized two weeks ago | has been found": they were seized, all of them.
bool FrameReader::opens_with_none_of(const Clause& own) const {
    constexpr std::uint32_t reach = 5;  // "Not a single one of"
    const std::uint32_t begin = own.subject_begin > first_ && f_.has(own.subject_begin - 1, kNegation) ? own.subject_begin - 1 : own.subject_begin;
    const std::string_view opens = f_.word(begin);
    if (opens != "not" && opens != "none" && opens != "neither" && opens != "no") return false;
    for (std::uint32_t i = begin + 1; i < std::min(begin + reach, own.subject_end); ++i)
        if (f_.word(i) == "of") return true;
    return false;
}

/// "claimed | to have captured two tanks", "claimed on Tuesday | to have …": done, if they are right who say so; false where nobody claims it.
bool FrameReader::read_claimed(std::uint32_t v) {
    const VerbGroup& own = verb(v);
    const std::int32_t c = clause_of_token(f_.clauses, own.first);
    if (c < 0) return false;
    const VerbGroup& governor = verb_of(clause(static_cast<std::size_t>(c)));
    const bool claims = !governor.passive && !governor.negated && !governor.planned && !governor.hypothetical && (governor.sense.base == "claim" || governor.sense.base == "profess");
    std::uint32_t at = governor.end;
    for (const DateMention& d : f_.dates)
        if (d.tokens.begin == governor.end || (d.tokens.begin == governor.end + 1 && is_preposition(f_.text, governor.end))) at = d.tokens.end;
    if (!claims || own.first < governor.end || own.first > at + 1) return false;
    Frame frame = frame_of(static_cast<std::uint32_t>(c), own);
    take_object_sense(f_, own, frame);
    frame.date = verb_date_[v];
    if (const std::int32_t day = verb_date_[clause(static_cast<std::size_t>(c)).verb]; frame.date < 0 && own.sense.strength >= 2) {  // one event with the claim
        frame.date = day;
        std::erase_if(out_, [&](const Frame& other) { return other.head == governor.head && !other.noun; });
    }
    frame.speaker = frame.subject;
    frame.hearsay = frame.past = true;
    frame.perfect = frame.background = false;
    if (own.sense.strength >= 1) emit(frame);
    return true;
}

/// "a line | to Huambo, energised on 5 July", "the crossing at Margara, reopened in May": a place between a thing and what was done is where the thing is; where the
/// thing begins, or the phrase itself.
std::uint32_t FrameReader::before_its_place(TokenRange phrase, std::uint32_t from) const {
    const auto in_verb = [&](std::uint32_t i) { return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; }); };
    const bool named = phrase.begin < phrase.end && std::all_of(f_.text.tokens.begin() + phrase.begin, f_.text.tokens.begin() + phrase.end, [](const Token& t) { return t.capitalised(); });
    const auto plain = [&](std::uint32_t i) { return f_.token(i).kind == TokenKind::Word && !in_verb(i) && !f_.has(i, kConjunction) && !is_preposition(f_.text, i); };
    if (!named || phrase.begin < from + 2 || !is_preposition(f_.text, phrase.begin - 1) || f_.word(phrase.begin - 1) == "of") return phrase.begin;
    std::uint32_t at = phrase.begin - 2;
    // "the road | from Dilling to Kadugli, cut since 2023"
    const bool way = f_.word(phrase.begin - 1) == "to" && f_.token(at).capitalised();
    while (way && at > from + 1 && f_.token(at).capitalised()) --at;
    if (way && f_.word(at) == "from" && at > from) --at;
    const bool thing = plain(at) && f_.token(at).letter_case == Case::Lower && !f_.has(at, kFunction) && !is_adverb(f_.text, at) && std::none_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(at); });
    if (!thing || f_.has(at, kTitle | kPersonNoun)) return phrase.begin;
    while (at > from && (plain(at - 1) || f_.token(at - 1).kind == TokenKind::Number) && !f_.has(at, kArticle)) --at;  // "a 400-kilovolt line"
    return at;
}

/// Infinitives, gerunds and participles with a date of their own: "… and to double its deliveries by 2027".
void FrameReader::read_dated_nonfinite(std::uint32_t v) {
    const VerbGroup& own = verb(v);
    if (own.mode == VerbGroup::Mode::Infinitive && own.perfect && read_claimed(v)) return;
    // "loaded at Lobito on 14 October, nine days after | leaving Kolwezi"
    const bool counted = counted_back_ && own.mode == VerbGroup::Mode::Gerund && own.first == counted_back_->tokens.end;
    if (own.mode == VerbGroup::Mode::Finite || (verb_date_[v] < 0 && !counted)) return;
    const std::int32_t c = clause_of_token(f_.clauses, own.first);
    if (c < 0) return;
    if (is_denied(clause(static_cast<std::size_t>(c)))) return;
    if (!counted && replaces_plan(static_cast<std::uint32_t>(c), verb_date_[v])) return;
    Frame frame = frame_of(static_cast<std::uint32_t>(c), own);
    frame.date = counted ? counted_back_->date : verb_date_[v];
    if (counted) frame.counted = counted_back_->tokens;
    frame.background = true;
    const VerbGroup& governor = verb_of(clause(static_cast<std::size_t>(c)));
    const DateMention& date = f_.dates[static_cast<std::size_t>(frame.date)];
    if (own.first < governor.first) {  // within the subject: "the new gym, to open next fall, was delayed"
        frame.rest.end = std::max(frame.rest.begin, governor.first);
        if (own.first > frame.subject.begin) frame.subject.end = std::min(frame.subject.end, own.first);
        else if (frame.subject.begin < frame.subject.end) frame.rest.end = std::max(frame.rest.begin, std::min(frame.rest.end, frame.subject.begin));  // "Having met X on 5 May, | the envoy flew"
        frame.clause = {own.first, std::max(own.end, governor.first)};
    }
    if (own.mode == VerbGroup::Mode::Gerund && own.first > governor.end) frame.clause.begin = own.first;  // "before flying to Cairo"
    if (own.mode == VerbGroup::Mode::Gerund && governor.past && !governor.planned && !governor.hypothetical && !governor.negated) frame.past = true;
    // "is believed to have fled on Monday": told as done
    const bool by_whom = f_.word(governor.end) == "by" && std::all_of(f_.text.tokens.begin() + governor.end, f_.text.tokens.begin() + own.first, [](const Token& t) { return t.kind == TokenKind::Word; });  // "is alleged | by Oslo | to have collapsed"
    const bool done = own.mode == VerbGroup::Mode::Infinitive && own.perfect && governor.passive && own.first >= governor.end && (own.first <= governor.end + 1 || by_whom);
    if (done) {
        if (by_whom && own.first > governor.end + 1) {
            frame.speaker = {governor.end + 1, own.first};
            std::erase_if(out_, [&](const Frame& other) { return other.head == governor.head && other.date < 0; });
        }
        take_object_sense(f_, own, frame);
        frame.hearsay = frame.past = true;
        frame.background = false;
        if (own.sense.strength >= 1) emit(frame);
        return;
    }
    if (own.mode == VerbGroup::Mode::Infinitive) {
        static constexpr WordSet kOrdinals{"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest"};
        if (own.first > first_ + 1 && kOrdinals.contains(f_.word(own.first - 1))) {  // "the fourth to hit Luzon in a month"
            if (!governor.copula || !governor.past || governor.negated || own.first < governor.end || own.first > governor.end + 2) return;
            frame.verb.begin = governor.first;  // "was the first to sign an armistice on 29 September"
            frame.past = true;
            frame.background = false;
            return emit(frame);
        }
        // "was the 14th storm | to hit the country this year"
        constexpr std::uint32_t reach = 4;
        const auto counts = [&](std::uint32_t k) { return kOrdinals.contains(f_.word(k)) || (f_.word(k).size() > 2 && f_.word(k)[0] >= '0' && f_.word(k)[0] <= '9' && f_.word(k).ends_with("th")); };
        if (governor.copula && governor.past && !governor.negated && own.first > governor.end && own.first <= governor.end + reach && f_.has(governor.end, kArticle) && counts(governor.end + 1)) {
            frame.verb.begin = governor.first;
            frame.past = true;
            frame.background = false;
            frame.modality = Modality::Happened;
            return emit(frame);
        }
        if (governor.sense.base == "deny" && !governor.passive && own.first > governor.end) return;  // "deny having plotted to kill him in 2020"
        // "was allowed to leave on 9 November": done
        static constexpr WordSet kLets{"allowed", "permitted", "forced", "compelled", "obliged", "made", "able", "enabled", "helped"};
        const bool let = own.first == governor.end && governor.passive && governor.past && !governor.negated && !governor.hypothetical && kLets.contains(f_.word(governor.head));
        // "were able to go home", "managed to take Lund"
        const bool could = governor.past && !governor.negated && !governor.hypothetical && !governor.planned &&
                           ((governor.copula && own.first == governor.end + 1 && f_.word(governor.end) == "able") || (own.first == governor.end && f_.word(governor.head) == "managed"));
        if ((let || could) && !own.perfect && !date.ahead) {
            frame.verb.begin = governor.first;
            frame.past = true;
            frame.background = false;
            return emit(frame);
        }
        const bool intended = (governor.sense.use & kIntends) != 0 || governor.planned || governor.copula || date.edtf.open_begin() || governor.passive;
        if (!intended && own.sense.strength < 2) return;
        const bool joined = own.first > first_ && f_.word(own.first - 1) == "and";  // "is to be laid before the house by May and | to be in force by June"
        if (own.copula && !joined && verb_date_[clause(static_cast<std::size_t>(c)).verb] >= 0) return;  // "expects earnings in the quarter to be below"
        if (clues_.is_undone(clause(static_cast<std::size_t>(c)), own.first) && own.first < governor.first) {  // "The second phase, due to start on 1 December, was cancelled"
            const TokenRange subject = frame.subject;
            frame = undone_frame(static_cast<std::uint32_t>(c), frame.date, Modality::Denied);
            frame.subject = {subject.begin, clues_.end_before_due(subject)};
            return emit(frame);
        }
        // "entered the town, only to be driven out a week later"
        if (own.first > governor.end && f_.word(own.first - 1) == "only" && governor.past) {
            frame.modality = Modality::Happened;
            frame.past = true;
            frame.background = false;
            if (own.passive) frame.verb.begin = own.head;
            return emit(frame);
        }
        const std::uint32_t opens = frame.subject.begin + (f_.has(frame.subject.begin, kArticle) ? 1 : 0);
        const bool whole = std::all_of(f_.text.tokens.begin() + opens, f_.text.tokens.begin() + std::max(opens, own.first), [](const Token& t) { return t.kind == TokenKind::Word; });
        if (own.first < governor.first && opens + 1 < own.first && whole && !clues_.is_due(own.first - 1) && (kOrdinals.contains(f_.word(opens)) || f_.word(opens) == "only")) return;  // "The first ship | to cross the canal this year | docked"
        static constexpr WordSet kAtFirst{"originally", "initially", "previously", "formerly"};
        const bool at_first = own.first > first_ + 2 && clues_.is_due(own.first - 1) && kAtFirst.contains(f_.word(own.first - 2));  // "originally due to depart in July"
        frame.modality = clues_.leaves_undone(governor) || at_first ? Modality::Denied : Modality::Planned;
        if (own.first >= governor.end && own.first <= governor.end + 2 && clues_.came_to_nothing(static_cast<std::uint32_t>(c))) {
            frame.modality = Modality::Denied;
            frame.verb.begin = governor.first;
        }
        if (frame.modality == Modality::Planned && governor.sense.base == "threaten" && !governor.past) frame.modality = Modality::Hypothetical;  // what nobody has planned yet
        frame.aim = own.sense.kind;
        frame.kind = EventKind::Plan;
        frame.strength = std::max<std::uint8_t>(frame.strength, 2);
        if (own.first < governor.first) frame.subject.end = clues_.end_before_due(frame.subject);
        if (const TokenRange asked = clues_.asked_by(governor, own); asked.begin < asked.end) {  // "called on Armenia to withdraw its troops"
            frame.speaker = frame.subject;
            frame.subject = asked;
            static constexpr WordSet kBinds{"requires", "require", "required", "obliges", "obliged"};
            const bool foreseen = governor.sense.base == "expect";  // "expects a storm to reach the coast"
            frame.modality = foreseen || kBinds.contains(f_.word(governor.head)) ? Modality::Planned : Modality::Hypothetical;
            if (frame.modality == Modality::Planned && !foreseen) frame.speaker = {};  // "The truce requires Israel to withdraw"
        }
        // "will attend the sixth summit, to be held in Tirana on 16 May": the summit; "to open a market, due to begin work in spring"
        // "a protocol beside the papers | to be sealed on Friday": what stands right before it
        const auto names = [&](std::uint32_t k) { return f_.token(k).kind == TokenKind::Word && f_.token(k).letter_case == Case::Lower && !f_.has(k, kFunction | kConjunction | kArticle) && !is_preposition(f_.text, k) && !is_adverb(f_.text, k); };
        if (own.passive && own.first > governor.end + 1 && (governor.sense.use & kIntends) == 0 && !governor.copula && names(own.first - 1)) {
            std::uint32_t begin = own.first - 1;
            while (begin > governor.end && names(begin - 1)) --begin;
            if (begin > governor.end && f_.has(begin - 1, kArticle)) frame.subject = {begin, own.first};
        }
        static constexpr WordSet kHours{"dusk", "dawn", "noon", "midnight", "nightfall", "sunset", "night", "sunrise"};
        const bool behind_hour = own.first > first_ + 1 && kHours.contains(f_.word(own.first - 2));  // "was called off at dusk, to be taken up again"
        const bool due = own.first > governor.end + 2 && f_.token(own.first - 2).is(',') && clues_.is_due(own.first - 1);
        if (due || (own.passive && !behind_hour && own.first > governor.end + 1 && f_.token(own.first - 1).is(','))) {
            std::uint32_t begin = due ? own.first - 2 : own.first - 1;
            const std::uint32_t end = begin;
            const auto goes_back = [&](std::uint32_t k) {
                const bool in_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= k && k < g.end; });
                return f_.token(k).kind != TokenKind::Mark && !in_verb && (!is_preposition(f_.text, k) || f_.word(k) == "of");
            };
            while (begin > governor.end && goes_back(begin - 1)) --begin;
            // "gas from Azerbaijan, to be delivered": not the name but what it hangs on
            const bool name = std::all_of(f_.text.tokens.begin() + begin, f_.text.tokens.begin() + own.first - 1, [](const Token& t) { return t.capitalised(); });
            if (name && begin > governor.end + 1 && is_preposition(f_.text, begin - 1) && goes_back(begin - 2) && f_.token(begin - 2).letter_case == Case::Lower)
                for (--begin; begin > governor.end && goes_back(begin - 1);) --begin;
            const bool day = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(begin); });  // "was called off on 5 November, to be taken up again"
            if (begin < end && !day) frame.subject = {begin, end};
        }
    } else if (own.mode == VerbGroup::Mode::Participle) {
        // "mines produced in 2021" describes; "an agreement signed in 2019" tells.
        static constexpr WordSet kWords{"claim", "claims", "charge", "charges", "allegation", "allegations", "accusation", "accusations", "remark", "remarks", "comment", "comments"};
        if (own.first == first_ || kWords.contains(f_.word(own.first - 1))) return;  // "a claim made by Kyiv a day earlier"
        const Clause& whole = clause(static_cast<std::size_t>(c));
        if (opens_with_none_of(whole) && !own.negated && frame.modality == Modality::Denied) frame.modality = Modality::Happened;
        const bool undone = clues_.is_undone(whole, own.first), moved = clues_.is_moved(whole, own.first);
        if ((moved || undone) && verb_date_[whole.verb] >= 0) return;  // "The meeting planned for 2 May was postponed to 9 May", "… was cancelled on Monday"
        const bool of_object = own.first > governor.end && (clues_.is_due_day(date) || date.ahead);
        if (of_object && clues_.calls_off(governor)) return call_off_object(static_cast<std::uint32_t>(c), own, frame.date);
        if (undone || moved) {  // "The meeting planned for 2 May was cancelled", "… has been moved to Geneva"
            frame = undone_frame(static_cast<std::uint32_t>(c), frame.date, undone ? Modality::Denied : Modality::Planned);
            frame.keeps_date = true;
            return emit(frame);
        }
        // "A ceasefire | announced for 16:00 | was broken within the hour": an hour alone makes no other event
        const bool of_hour = date.of_hour && date.basis != document::DateBasis::Explicit && own.first < governor.first && f_.token(date.tokens.begin).kind == TokenKind::Number;
        if (of_hour) return;
        // "children | taken from a school last month"
        static constexpr WordSet kPeople{"children", "pupils", "students", "people", "men", "women", "girls", "boys", "hostages", "villagers", "worshippers", "passengers", "civilians", "soldiers", "captives", "schoolchildren"};
        const bool taken = own.sense.base == "take" && (f_.word(own.end) == "from" || f_.word(own.end) == "captive" || f_.word(own.end) == "hostage") && kPeople.contains(f_.word(own.first - 1));
        if (own.sense.strength < 2 && !taken && !tells_aside(own, governor, date)) return;
        frame.strength = std::max<std::uint8_t>(frame.strength, 1);
        if (f_.word(own.first - 1) == "if") frame.modality = Modality::Hypothetical;  // "If ratified on 20 December, the treaty"
        const bool set_for = f_.word(own.end) == "for" && (own.sense.base == "set" || (date.ahead && date.tokens.begin <= own.end + 2));  // "a meeting set for 23 September", "announced for 7 May"
        if ((own.sense.use & kIntends) != 0 || set_for) frame.modality = Modality::Planned;
        // "originally scheduled for August": it came otherwise
        static constexpr WordSet kFirstMeant{"originally", "initially", "once"};
        if (frame.modality == Modality::Planned && own.first > first_ && kFirstMeant.contains(f_.word(own.first - 1)) && !date.ahead) frame.modality = Modality::Denied;
        static constexpr WordSet kStays{"stayed", "stays", "stay", "remained", "remains", "remain"};
        if (own.first == governor.end && kStays.contains(f_.word(governor.head)) && !governor.negated) {  // "has stayed | blocked since July 30"
            frame.verb.begin = governor.first;
            frame.passive = frame.past = true;
            frame.background = false;
            return emit(frame);
        }
        std::uint32_t begin = own.first;
        while (begin > first_ && f_.token(begin).hyphenated) --begin;  // "re-elected"
        frame.verb.begin = begin;
        if (begin > first_ + 2 && (f_.word(begin - 1) == "last" || f_.word(begin - 1) == "first") && f_.token(begin - 2).is(',')) --begin;  // "elections, last held in 2017,"
        if (begin > first_ + 1 && f_.token(begin - 1).is(',')) {
            frame.subject.end = --begin;  // "the train, launched in 2010, …"
            const std::uint32_t from = own.first > governor.end ? governor.end : first_;
            static constexpr WordSet kParticles{"out", "up", "off", "down", "over", "back"};
            const auto goes_back = [&](std::uint32_t k) {
                const Token& t = f_.token(k);
                const bool of = f_.word(k) == "of" && own.sense.base != "hold";  // "the result of | the first round, held on 3 May"
                const bool word = t.kind == TokenKind::Word && (own.first < governor.first || of || !is_preposition(f_.text, k));
                const bool day = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(k); }) ||
                                 std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Infinitive && g.first <= k && k < g.end + (kParticles.contains(f_.word(g.end)) ? 1u : 0u); });  // "to prepare | the visit, announced for May", "to carry out | the pact"
                static constexpr WordSet kOpens{"that", "when", "where", "while", "because", "whether", "if", "since", "until", "although"};  // "unclear when | the embassy, evacuated in 2023,"
                return !day && !kOpens.contains(f_.word(k)) && (word || t.is('"') || t.kind == TokenKind::Number || opens_amount(t));
            };
            while (begin > from && goes_back(begin - 1)) --begin;
            // "The line to Gao, | on the border, | closed by floods": what lies there
            static constexpr WordSet kWhere{"on", "in", "at", "near", "along", "outside", "off"};
            while (begin > from + 2 && kWhere.contains(f_.word(begin)) && f_.token(begin - 1).is(',') && f_.token(begin - 2).kind == TokenKind::Word) {
                frame.subject.end = --begin;
                while (begin > from && goes_back(begin - 1)) --begin;
            }
            while (begin + 1 < frame.subject.end && is_preposition(f_.text, begin)) ++begin;  // "In Gao, | hit by floods in May, the army …"
            if (own.first > governor.end) begin = before_its_place({begin, frame.subject.end}, from);
            frame.subject.begin = own.first < governor.first ? thing_meant(f_.text, {begin, frame.subject.end}, own.sense).begin : begin;
            frame.passive = true;
            if (own.first > governor.end)  // "sentenced the man, arrested in March, | to six years"
                for (std::uint32_t i = date.tokens.end; i < frame.rest.end; ++i)
                    if (f_.token(i).is(',')) frame.rest.end = frame.clause.end = i;
            if (own.sense.base == "hold") take_noun_sense(f_, frame);  // "elections, held on 27 October,"
            return emit(frame);
        }
        const std::uint32_t from = own.first > governor.end ? governor.end : first_;
        const auto goes_back = [&](std::uint32_t k) {
            const bool of = f_.word(k) == "of" && frame.modality == Modality::Planned;  // "the vote of no confidence | scheduled for Thursday"
            if (f_.word(k) == "that") return false;  // "saying that | repairs scheduled for May"
            const bool in_infinitive = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Infinitive && g.first <= k && k < g.end; });
            if (in_infinitive) return false;  // "hopes to have | the section repaired by May"
            return f_.token(k).kind == TokenKind::Word && (of || !is_preposition(f_.text, k)) && !f_.has(k, kConjunction) && f_.word(k) != "following";
        };
        while (begin > from && goes_back(begin - 1) && !(begin < own.first && f_.has(begin, kArticle))) --begin;
        // "a trip to Central Asia planned for May": of a name in a phrase, what the phrase hangs on
        const bool phrase = begin > from + 1 && begin < own.first && f_.token(begin).capitalised() && is_preposition(f_.text, begin - 1) && goes_back(begin - 2);
        if (phrase && f_.token(begin - 2).letter_case == Case::Lower && f_.noun(begin - 2).known)
            for (--begin; begin > from && goes_back(begin - 1);) --begin;
        if (begin > from + 3 && f_.has(begin - 1, kConjunction) && f_.token(begin).capitalised() && f_.token(begin - 2).capitalised())
            for (std::uint32_t k = begin - 2; k-- > std::max(from + 1, begin > 5 ? begin - 5 : 0u);)  // "the line | between Dilolo and Kolwezi | repaired"
                if (f_.word(k) == "between") {
                    for (begin = k; begin > from && goes_back(begin - 1) && !f_.has(begin, kArticle);) --begin;
                    break;
                }
        while (begin > from && f_.token(begin).hyphenated) --begin;  // "the so-called elections"
        frame.subject = {begin, own.first};
        frame.passive = true;
        const bool share = begin > from + 1 && f_.word(begin) == "cent" && f_.word(begin - 1) == "per";  // "The plan was 28 per cent | funded on 12 August"
        if (share && governor.copula && governor.end + 2 == begin) frame.subject.begin = subject_of(static_cast<std::size_t>(c)).begin;
        if (begin == own.first) return;
        if (own.sense.base == "hold" && own.first > governor.end && attend_on(static_cast<std::uint32_t>(c), own, verb_date_[v])) return;
    } else if (clues_.is_charged_with(governor, own)) {  // "is accused of handing out stalls"
        frame.verb.begin = governor.head;
        frame.past = false;
        frame.background = false;
        frame.hearsay = governor.sense.base != "convict";
        frame.strength = std::max<std::uint8_t>(frame.strength, 1);
    } else if (governor.sense.base == "deny" && !governor.passive && !governor.negated && own.first >= governor.end && own.first <= past_days(governor.end) + 2) {
        frame.modality = Modality::Denied;  // "denied having shelled Gori on 2 April"
        frame.told_in = c;
        std::erase_if(out_, [&](const Frame& other) { return other.head == governor.head && other.date < 0; });
    } else if (rejects_charge(governor, own)) {  // "rejected accusations of bombing a market"
        return;
    } else if (own.sense.strength < 2 && !own.perfect && !follows_in_time(governor, own, date)) {  // "…, having requested help on 17 December" tells
        return;
    } else if (follows_in_time(governor, own, date)) {
        take_object_sense(f_, own, frame);
        frame.strength = std::max<std::uint8_t>(frame.strength, 1);
        while (frame.verb.begin > governor.end && f_.token(frame.verb.begin).hyphenated) --frame.verb.begin;  // "before re-emerging"
    } else if (const TokenRange convict = clues_.convicted_of(own); convict.begin < convict.end) {
        frame.subject = convict;
        frame.past = false;
    } else if (const TokenRange accused = clues_.accused_by(governor, own); accused.begin < accused.end) {
        frame.speaker = frame.subject;
        frame.subject = accused;
        frame.past = false;
    } else if (const TokenRange who = doer_before(governor, own); who.begin < who.end) {
        frame.subject = who;
    }
    emit(frame);
}

}  // namespace dateline::extract
