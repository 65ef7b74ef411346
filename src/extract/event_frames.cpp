#include "extract/cause_sense.h"
#include "extract/clause_reader.h"
#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/listed_frames.h"
#include "extract/participle_opening.h"
#include "extract/title_end.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

std::vector<Frame> FrameReader::run() {
    out_.reserve(f_.clauses.clauses.size() + 2);
    DateBindings bindings = bind_dates(f_);
    verb_date_ = std::move(bindings.of_verb);
    counted_ = bindings.counted;
    counted_back_ = counted_back(f_);
    for (const DateBindings::Noun& noun : bindings.nouns) add_noun(noun.token, noun.date, noun.clause);
    for (const ListedNoun& own : bindings.listed) add_listed_noun(own);
    if (counted_back_ && counted_back_->noun != 0) add_noun(counted_back_->noun, counted_back_->date, -1);
    read_participle_opening();
    take_day_of_contrary();
    for (std::uint32_t c = 0; c < f_.clauses.clauses.size(); ++c) read_clause(c);
    for (std::uint32_t v = 0; v < f_.clauses.verbs.size(); ++v) read_dated_nonfinite(v);
    for (const DateBindings::Other& other : bindings.others) {
        add_listed(f_, other.date, verb(other.verb).head, out_);
        read_new_day(other);
    }
    part_by_place(f_, out_);
    add_exceptions(f_, out_);
    if (const std::uint32_t asked = clues_.asked_from(); asked < end_)
        std::erase_if(out_, [&](const Frame& frame) { return frame.head >= asked; });
    std::stable_sort(out_.begin(), out_.end(), [](const Frame& a, const Frame& b) { return a.head < b.head; });
    return std::move(out_);
}

/// A noun's phrase: its own words before it, and what hangs on it after.
TokenRange FrameReader::noun_phrase(std::uint32_t noun, const DateMention& date) const {
    std::uint32_t begin = noun;
    while (begin > first_) {
        const Token& t = f_.token(begin - 1);
        if (f_.token(begin).hyphenated && t.kind != TokenKind::Mark) {  // "one-day"
            --begin;
            continue;
        }
        if (t.kind == TokenKind::Mark || f_.has(begin - 1, kArticle | kConjunction | kModal | kBe | kHave)) break;
        if (is_preposition(f_.text, begin - 1) || (is_adverb(f_.text, begin - 1) && f_.word(begin - 1) != "first")) break;
        const bool in_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                         [&](const VerbGroup& g) { return g.first < begin && begin <= g.end; });
        const std::string_view w = f_.word(begin - 1);
        static constexpr WordSet kOrdinals{"previous", "first", "second", "third", "last", "next", "two", "three"};
        if (in_verb || (f_.has(begin - 1, kFunction) && !kOrdinals.contains(w))) break;
        --begin;
    }
    // "the heaviest day of fighting", "a wave of strikes": what is told is how much of it
    static constexpr WordSet kMeasures{"day",   "days",     "night",     "nights",   "week",  "weeks",  "round", "rounds", "series", "wave",
                                       "waves", "exchange", "exchanges", "outbreak", "spate", "string", "bout",  "hours",  "spell"};
    if (begin == noun && begin > first_ + 1 && f_.word(begin - 1) == "of" && kMeasures.contains(f_.word(begin - 2))) {
        begin -= 2;
        while (begin > first_ && f_.token(begin - 1).kind == TokenKind::Word && f_.token(begin - 1).letter_case == Case::Lower &&
               !f_.has(begin - 1, kArticle | kConjunction | kFunction) && !is_preposition(f_.text, begin - 1) &&
               f_.verb(begin - 1).form != VerbForm::Past && f_.verb(begin - 1).form != VerbForm::PastOrParticiple)
            --begin;
    }
    // "his visit", "Azerbaijan's support": an owner just before.
    if (begin > first_ && !f_.token(begin - 1).is(',') && f_.token(begin - 1).possessive) --begin;
    std::uint32_t end = std::max(noun + 1, date.tokens.begin > noun ? date.tokens.end : noun + 1);
    const auto stops = [&](std::uint32_t i) {
        const bool in_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                         [&](const VerbGroup& g) { return g.first == i && g.mode != VerbGroup::Mode::Gerund; });
        return f_.token(i).kind == TokenKind::Mark || in_verb || (f_.has(i, kConjunction) && !cuts_a_name(f_, i)) ||
               f_.word(i) == "which" || f_.word(i) == "that" || f_.word(i) == "who" || f_.word(i) == "as";
    };
    if (date.tokens.begin > noun && end < end_ && f_.token(end).kind == TokenKind::Word && !is_preposition(f_.text, end) &&
        !f_.has(end, kFunction))
        return {begin, end};  // "Since the opening of the port in 2019 | trade has doubled"
    bool two = false;         // "fighting between X and Y"
    for (; end < end_ && end < noun + 20; ++end) {
        if (f_.word(end) == "between" || (f_.word(end) == "with" && end + 3 < end_ && f_.token(end + 1).capitalised() &&
                                          f_.has(end + 2, kConjunction) && f_.token(end + 3).capitalised()))
            two = true;  // "a summit with Türkiye and Pakistan"
        if (!stops(end)) continue;
        if (!two || !f_.has(end, kConjunction)) break;
        two = false;
    }
    return {begin, end};
}

void FrameReader::add_noun(std::uint32_t noun, std::int32_t d, std::int32_t c) {
    const DateMention& date = f_.dates[static_cast<std::size_t>(d)];
    const NounSense& sense = happening_at(f_, noun);
    Frame frame;
    frame.kind = sense.kind;
    frame.category = sense.category;
    frame.strength = sense.strength;
    static constexpr WordSet kCalls{"telephone", "phone", "video"};
    if (f_.word(noun) == "call" && kCalls.contains(f_.word(noun - 1)))
        frame.kind = EventKind::Negotiation, frame.category = document::Category::Diplomacy, frame.strength = 3;
    frame.date = d;
    frame.head = noun;
    frame.rest = noun_phrase(noun, date);
    if (f_.token(date.tokens.end).is(')') || f_.token(date.tokens.end).is(';'))  // "(landfall Mecufi, | 15 December 2024)"
        for (std::uint32_t i = noun + 1; i < date.tokens.begin; ++i)
            if (f_.token(i).is(',')) frame.rest.end = i;
    frame.clause = frame.rest;
    frame.noun = true;
    frame.background = true;
    const bool opens =
        opens_with(f_, date) && date.tokens.end < end_ && (f_.token(date.tokens.end).is(':') || f_.token(date.tokens.end).is('-'));
    if (opens && c < 0 && f_.clauses.clauses.empty() && frame.rest.end < end_ && f_.token(frame.rest.end).is(',') &&
        std::none_of(f_.mentions.begin(), f_.mentions.end(),
                     [&](const Mention& m) { return m.place >= 0 && frame.rest.contains(m.first_token); }))
        frame.clause.end = end_;                                                              // "22–23 Nov – G20, | Johannesburg"
    if (counted_back_ && counted_back_->noun == noun) frame.counted = counted_back_->tokens;  // "on 8 October, a day after the raid"
    if (date.edtf.open_begin()) {
        frame.modality = Modality::Planned;
        frame.kind = EventKind::Plan;
    }
    if (date.ahead && frame.counted.begin == frame.counted.end)
        frame.modality = Modality::Planned;  // "came to prepare the summit of 3 April"
    if (c >= 0 && frame.modality == Modality::Happened && clues_.is_yet_to_be_held(clause(static_cast<std::size_t>(c)), noun))
        frame.modality = Modality::Planned;
    if (c >= 0 && clues_.is_undone(clause(static_cast<std::size_t>(c)), noun)) frame.modality = Modality::Denied;
    if (frame.rest.begin > first_ && f_.word(frame.rest.begin - 1) == "no")
        frame.modality = Modality::Denied;  // "10 May – Goma: no convoy"
    if (clues_.is_rumoured(noun)) {
        frame.hearsay = true;
        if (c >= 0 && noun < verb_of(clause(static_cast<std::size_t>(c))).first &&
            clues_.is_verdict(verb_of(clause(static_cast<std::size_t>(c)))))
            frame.modality = Modality::Denied, frame.hearsay = false;
    }
    if (c >= 0 && f_.word(date.tokens.begin) != "of") {
        const Clause& own = clause(static_cast<std::size_t>(c));
        const VerbGroup& v = verb_of(own);
        if ((v.sense.use & kSays) != 0 && !v.passive) frame.speaker = subject_of(static_cast<std::size_t>(c));
    }
    emit(frame);
}

/// "coups in Mali (August 2020) and | Niger (July 2023)"
void FrameReader::add_listed_noun(const ListedNoun& own) {
    const std::size_t before = out_.size();
    add_noun(own.noun, own.date, clause_of_token(f_.clauses, own.noun));
    if (out_.size() == before) return;
    Frame& frame = out_.back();
    frame.rest = frame.clause = own.phrase;
    frame.left_out = own.left_out;
    frame.listed = true;
}

TokenRange FrameReader::subject_of(std::size_t c) const {
    const Clause& own = clause(c);
    if (own.subject_begin < own.subject_end) return {own.subject_begin, own.subject_end};
    // "… and held talks": the subject of the clause before.
    return own.governor >= 0 ? subject_of(static_cast<std::size_t>(own.governor)) : TokenRange{};
}

/// Who says what the clause says: the subject of the verb of saying that it hangs on.
TokenRange FrameReader::speaker_of(std::size_t c) const {
    const Clause* own = &clause(c);
    while (own->governor >= 0) {
        const auto up = static_cast<std::size_t>(own->governor);
        const VerbGroup& v = verb_of(clause(up));
        // "X claimed the attack, but Y denied it": another speaks for himself.
        const bool opposed = own->kind == Clause::Kind::Coordinate && own->subject_begin < own->subject_end && own->connector > first_ &&
                             (f_.word(own->connector) == "but" || f_.word(own->connector) == "while" || f_.token(own->connector).is(';'));
        if (opposed) return {};
        // "praised the king on 1 May | and flew home": what a speaker does next is nothing that he says
        const auto place = static_cast<std::size_t>(own - f_.clauses.clauses.data());
        const bool does = own->subject_begin >= own->subject_end && place == up + 1;
        const bool joined = own->kind == Clause::Kind::Coordinate && !v.passive && !does;  // not "independence was declared and restored"
        const bool fetches = v.sense.base == "recall" &&
                             (f_.has(v.end, kTitle) || f_.has(v.end + 1, kTitle));  // "recalled its ambassador and adopted a law"
        if ((v.sense.use & kSays) != 0 && !fetches && (own->kind == Clause::Kind::Content || joined)) return subject_of(up);
        own = &clause(up);
    }
    return {};
}

/// "postponed the vote | to February": a day after the verb, and no other clause between.
bool FrameReader::moves_to(const VerbGroup& v, std::int32_t date) const {
    const std::uint32_t at = f_.dates[static_cast<std::size_t>(date)].tokens.begin;
    return clues_.moves(v) && at >= v.end &&
           std::none_of(f_.text.tokens.begin() + v.end, f_.text.tokens.begin() + at, [](const Token& t) { return t.is(';'); });
}

bool FrameReader::lacks_object(const VerbGroup& v) const {
    const bool date = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(v.end); });
    return v.end >= end_ || f_.token(v.end).kind == TokenKind::Mark || date || is_preposition(f_.text, v.end) || is_adverb(f_.text, v.end);
}

const VerbGroup* FrameReader::infinitive_after(const VerbGroup& v, std::uint32_t end) const {
    std::uint32_t at = v.end;  // "failed | on Tuesday | to elect"; a plan's own day is not that of what is planned
    for (const DateMention& d : f_.dates)
        if (clues_.leaves_undone(v) && (d.tokens.begin == v.end || (d.tokens.begin == v.end + 1 && is_preposition(f_.text, v.end))))
            at = d.tokens.end;
    for (const VerbGroup& g : f_.clauses.verbs)
        if (g.mode == VerbGroup::Mode::Infinitive && g.first >= at && g.first <= at + 1 && g.first < end) return &g;
    return nullptr;
}

/// "expelled | no diplomats": done to nobody, so not done; not "found no trace", "is no longer".
bool FrameReader::does_to_none(const VerbGroup& v) const {
    static constexpr WordSet kNotThings{"longer", "more", "one", "doubt", "fewer", "less", "later"};
    if (v.passive || v.copula || v.sense.strength < 2 || f_.word(v.end) != "no" || v.end + 1 >= end_ ||
        f_.token(v.end + 1).kind != TokenKind::Word || kNotThings.contains(f_.word(v.end + 1)))
        return false;
    return v.sense.kind != EventKind::Discovery && v.sense.kind != EventKind::Assertion && v.sense.kind != EventKind::Figure;
}

/// Who does it, and what other verb has the same doer.
void FrameReader::set_doer(std::uint32_t c, const VerbGroup& v, Frame& frame) const {
    const Clause& own = clause(c);
    frame.subject = subject_of(c);
    if (&v == &verb_of(own)) frame.antecedent = own.antecedent;
    if (frame.antecedent.begin < frame.antecedent.end && leads_with_preposition(f_.text, first_, own)) frame.joint = own.connector - 1;
    if (own.connector > first_ && frame.antecedent.begin < frame.antecedent.end && own.subject_end + 1 == own.connector &&
        is_preposition(f_.text, own.subject_end))
        frame.antecedent = {};  // "the tender for which was annulled"
    frame.part_of = frame.antecedent.begin < frame.antecedent.end && f_.word(frame.subject.end - 1) == "of";
    if (own.kind == Clause::Kind::Coordinate && own.subject_begin >= own.subject_end && own.governor >= 0)
        frame.shared_head = verb_of(clause(static_cast<std::size_t>(own.governor))).head;
    // "The minister, | who arrived in Riyadh on Sunday, | met his counterparts on Monday"
    const bool after_relative = c > 0 && own.kind == Clause::Kind::Main && clause(c - 1).kind == Clause::Kind::Relative &&
                                own.subject_begin < own.subject_end && own.subject_end <= clause(c - 1).connector;
    if (after_relative && verb_of(clause(c - 1)).sense.base == "arrive") frame.shared_head = verb_of(clause(c - 1)).head;
}

/// How far what is told behind the verb goes: into the next clause, where the two are one thought.
void FrameReader::set_rest(std::uint32_t c, const VerbGroup& v, Frame& frame) const {
    const Clause& own = clause(c);
    frame.rest = {v.end, std::max(v.end, own.end)};
    if (const std::uint32_t end = clues_.end_before_new_day(own); end > v.end) frame.rest.end = end;
    const bool counts_on = counted_back_ && counted_back_->tokens.begin > v.end &&
                           counted_back_->tokens.begin < own.end + 2;  // "reopened the bridge, | a day after gunmen shelled it"
    if (counts_on) frame.rest.end = std::min(frame.rest.end, counted_back_->tokens.begin - 1);
    frame.clause = {own.begin, own.end};
    if (c + 1 >= f_.clauses.clauses.size()) return;
    // "where the road begins", "when X cut off Y": no comma, one thought.
    const Clause& next = clause(c + 1);
    const std::string_view joint = f_.word(next.connector);
    const bool excepted = f_.word(own.end) == "except" || f_.word(own.end) == "save";  // "opened, except in Gao where they stayed closed"
    const bool right_after =
        (next.connector > v.end && !excepted && !counts_on) ||
        (next.connector == v.end &&
         (joint == "when" ||
          (joint == "after" && !f_.word(next.connector + 1).ends_with("ing"))));  // "were killed when a lorry rolled into a river"
    if (right_after && (joint == "where" || joint == "when" || joint == "after" || joint == "before" || joint == "whether") &&
        !f_.token(next.connector - 1).is(','))
        frame.rest.end = next.end;
    // "said that the weather, which had grounded flights, was easing"
    const bool says = (v.sense.use & kSays) != 0;
    if (says && c + 2 < f_.clauses.clauses.size() && !v.passive) {
        const Clause& said = clause(c + 2);
        if (next.kind == Clause::Kind::Relative && said.kind == Clause::Kind::Coordinate && said.begin == verb_of(said).first)
            frame.rest.end = said.end;
    }
    bool that = next.connector >= v.end && joint == "that";
    if (that) that = next.kind != Clause::Kind::Relative && !is_preposition(f_.text, next.connector - 1);  // not "in July of that year"
    for (std::uint32_t i = v.end; that && i < next.connector; ++i) that = f_.token(i).kind != TokenKind::Mark;
    if (says || that)  // with what was said: "the court ruled that …"
        for (std::size_t n = c + 1; n < f_.clauses.clauses.size() && clause(n).kind == Clause::Kind::Content; ++n)
            frame.rest.end = clause(n).end;
}

/// "Nobody was hurt", "no ships sailed": whether nobody did it; takes in the "not" of "Not one of the bidders".
bool FrameReader::is_done_by_nobody(const VerbGroup& v, Frame& frame) const {
    const std::string_view opens = f_.word(frame.subject.begin);
    bool nobody = frame.subject.begin < frame.subject.end &&
                  (opens == "nobody" || opens == "none" || opens == "no" || opens == "neither" || opens == "hardly");
    const std::uint32_t denies = frame.subject.begin > first_ ? frame.subject.begin - 1 : first_;
    const bool not_one = frame.subject.begin < frame.subject.end && denies < frame.subject.begin && f_.word(denies) == "not" &&
                         (denies == first_ || f_.token(denies - 1).kind == TokenKind::Mark);
    static constexpr WordSet kBarely{"hardly", "scarcely", "barely"};
    const bool hardly_any = frame.subject.begin < frame.subject.end && denies < frame.subject.begin && opens == "any" &&
                            kBarely.contains(f_.word(denies));  // "Hardly any ships left"
    if (not_one || hardly_any) nobody = true, --frame.subject.begin;
    else if (opens == "not") nobody = true;
    for (std::uint32_t i = frame.subject.begin + 1; i < frame.subject.end && !nobody; ++i)
        nobody = f_.word(i) == "no" && f_.token(i - 1).is(',');  // "Contrary to reports, no talks"
    const bool none_there =
        opens == "there" && frame.subject.end == frame.subject.begin + 1 && v.copula && f_.word(v.end) == "no";  // "There was no attack"
    return nobody || none_there;
}

/// Whether it was done, is planned or may be, or was not done.
void FrameReader::set_modality(const Clause& own, const VerbGroup& v, Frame& frame) const {
    if (v.planned) frame.modality = Modality::Planned;
    if (v.planned && v.past && v.perfect) frame.modality = Modality::Denied;  // "were to have met"
    if (v.hypothetical) frame.modality = Modality::Hypothetical;
    const std::string_view joint = own.kind == Clause::Kind::Adverbial ? f_.word(own.connector) : std::string_view{};
    if (joint == "if" || joint == "unless" || joint == "whether" || (v.first > first_ && f_.word(v.first - 1) == "if"))
        frame.modality = Modality::Hypothetical;
    const bool reported = own.governor >= 0 && (verb_of(clause(static_cast<std::size_t>(own.governor))).sense.use & kSays) != 0;
    if (v.hypothetical && reported && f_.word(v.first) == "would") frame.modality = Modality::Planned;
    const bool nobody = is_done_by_nobody(v, frame);
    // "nearly captured", "never presented"
    const std::string_view before = v.first > first_ ? f_.word(v.first - 1) : std::string_view{};
    const bool short_of = before == "nearly" || before == "almost" || (before == "never" && !v.negated);
    if (short_of) --frame.verb.begin;
    if ((v.negated != nobody) || short_of || (does_to_none(v) && frame.modality == Modality::Happened)) frame.modality = Modality::Denied;
    if (clues_.lacks_sign(own)) frame.modality = Modality::Denied, frame.told_in = own.governor;
    frame.hearsay = clues_.is_hearsay(v) || clues_.is_hearsay_throughout(v.first) || clues_.is_unconfirmed(own) ||
                    clues_.is_rumoured(own) || clues_.is_alleged(own);
}

Frame FrameReader::frame_of(std::uint32_t c, const VerbGroup& v) const {
    const Clause& own = clause(c);
    Frame frame;
    frame.kind = v.sense.kind;
    frame.category = v.sense.category;
    frame.strength = v.sense.strength;
    frame.sense = v.sense;
    frame.passive = v.passive;
    frame.perfect = v.perfect && !v.past;
    frame.past = v.past || v.perfect || v.sense.form == VerbForm::Past;
    frame.verb = {v.first, v.end};
    frame.head = v.head;
    frame.background = own.kind == Clause::Kind::Relative;
    set_doer(c, v, frame);
    set_rest(c, v, frame);
    // "was sentenced in 2022 and | freed in a swap"
    const bool joined =
        own.kind == Clause::Kind::Coordinate && own.subject_begin >= own.subject_end && own.governor >= 0 && v.first == v.head;
    if (joined && v.sense.form == VerbForm::PastOrParticiple && v.sense.strength >= 2 &&
        verb_of(clause(static_cast<std::size_t>(own.governor))).passive && lacks_object(v))
        frame.passive = true;
    set_modality(own, v, frame);
    return frame;
}

/// "The minister said on Tuesday | that Homs had been shelled on Sunday": what was said has a day of its own, and is the event.
bool FrameReader::only_says(std::uint32_t c) const {
    const VerbGroup& v = verb_of(clause(c));
    if (v.sense.kind != EventKind::Assertion || v.sense.strength > 1 || (v.sense.use & kSays) == 0 || v.negated || v.planned ||
        v.hypothetical || v.passive || verb_date_[clause(c).verb] < 0 || c + 1 >= f_.clauses.clauses.size())
        return false;
    const Clause& said = clause(c + 1);
    const VerbGroup& told = verb_of(said);
    const std::int32_t day = verb_date_[said.verb];
    if (said.kind != Clause::Kind::Content || said.governor != static_cast<std::int32_t>(c) || day < 0 || told.copula ||
        told.hypothetical || told.sense.strength < 2)
        return false;
    const DateMention& date = f_.dates[static_cast<std::size_t>(day)];
    return day != verb_date_[clause(c).verb] && !date.edtf.is_interval() && date.edtf.precision() >= calendar::Precision::Day;
}

/// "denied that it had closed the crossing": what is denied did not happen, as far as the text tells.
bool FrameReader::is_denied(const Clause& own) const {
    if (own.governor < 0 || own.kind != Clause::Kind::Content) return false;
    const VerbGroup& v = verb_of(clause(static_cast<std::size_t>(own.governor)));
    const std::string_view over = v.sense.base;
    return !v.negated && !clues_.is_unconfirmed(own) && (over == "deny" || over == "refute" || over == "dismiss" || over == "reject");
}

/// "The delegation is in Astana this week"
bool FrameReader::is_presence(const VerbGroup& v, const Frame& frame) const {
    static constexpr WordSet kWho{"delegation",     "minister",   "president",  "envoy", "team",  "mission",
                                  "representative", "ambassador", "chancellor", "king",  "queen", "prince",
                                  "princess",       "premier",    "pope",       "emir",  "sultan"};
    if (!v.copula || frame.date < 0 || frame.kind != EventKind::Plain || v.negated || (f_.word(v.end) != "in" && f_.word(v.end) != "at"))
        return false;
    const bool somewhere = std::any_of(f_.mentions.begin(), f_.mentions.end(),
                                       [&](const Mention& m) { return m.place >= 0 && !m.adjective && m.first_token == v.end + 1; });
    bool somebody = std::any_of(f_.actors.begin(), f_.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && frame.subject.contains(a.name.begin);
    });
    for (std::uint32_t i = frame.subject.begin; i < frame.subject.end; ++i) somebody = somebody || kWho.contains(f_.word(i));
    const bool in_town = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.first_token == v.end + 1 && m.precision < document::PlacePrecision::Country;
    });
    return somewhere && (somebody || (in_town && is_bare_name(frame)));
}

/// "Lula was in Lisbon on 19 June": a name that nothing explains, on a day of its own.
bool FrameReader::is_bare_name(const Frame& frame) const {
    constexpr std::uint32_t longest = 3;
    const TokenRange s = frame.subject;
    if (s.begin >= s.end || s.end > s.begin + longest || !frame.past ||
        f_.dates[static_cast<std::size_t>(frame.date)].edtf.precision() < calendar::Precision::Day)
        return false;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
        const Token& t = f_.token(i);
        if (t.kind != TokenKind::Word || !t.capitalised() || t.lexicon != 0 || t.facts->topics || f_.noun(i).known || f_.verb(i).known)
            return false;
    }
    return std::none_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) { return s.contains(m.first_token); });
}

/// A verb that says only that something happened leaves the sort of it to its nouns and its aim.
void FrameReader::take_light_sense(const Clause& own, Frame& frame) const {
    const VerbGroup& v = verb_of(own);
    take_noun_sense(f_, frame);
    const bool somewhere = v.copula && frame.date >= 0 && !v.negated && (f_.word(v.end) == "in" || f_.word(v.end) == "at") &&
                           std::any_of(f_.mentions.begin(), f_.mentions.end(),
                                       [&](const Mention& m) { return m.place >= 0 && !m.adjective && m.first_token == v.end + 1; });
    if (somewhere && frame.kind == EventKind::Plain && names_illness(f_, frame.subject)) {  // "Ebola was in Goma by 14 July"
        frame.kind = EventKind::Disaster;
        frame.category = document::Category::Society;
        frame.strength = 2;
    } else if (is_presence(v, frame)) {
        frame.kind = EventKind::Visit;
        frame.category = document::Category::Diplomacy;
        frame.strength = 2;
    }
    // "came to Baku for talks"
    if (v.sense.base == "come" && f_.word(v.end) == "to" && v.end + 1 < end_ && f_.token(v.end + 1).capitalised()) {
        frame.kind = EventKind::Visit;
        frame.category = document::Category::Diplomacy;
        frame.strength = 3;
    }
    // "took measures to close the road"
    for (const VerbGroup& g : f_.clauses.verbs) {
        const bool aim =
            g.mode == VerbGroup::Mode::Infinitive && g.first >= v.end && g.first < std::min(own.end, v.end + 6) && g.sense.strength >= 2;
        if (!aim || v.copula || frame.kind != EventKind::Plain) continue;
        frame.kind = g.sense.kind;
        frame.category = g.sense.category;
        frame.strength = 2;
    }
}

/// "plans to double": the infinitive is what is planned, and its date the plan's. False where it is too slight to tell.
bool FrameReader::take_aim(const Clause& own, Frame& frame) {
    const VerbGroup& v = verb_of(own);
    const bool undone = clues_.leaves_undone(v);
    const VerbGroup* aim = undone || (v.sense.use & kIntends) != 0 ? infinitive_after(v, own.end) : nullptr;
    if (!aim) return true;
    std::int32_t& its_date = verb_date_[static_cast<std::size_t>(aim - f_.clauses.verbs.data())];
    // "hopes to join next year, he said on Thursday": what is hoped for has its own time
    const DateMention* day = frame.date >= 0 ? &f_.dates[static_cast<std::size_t>(frame.date)] : nullptr;
    const bool of_telling =
        day != nullptr && its_date >= 0 && (f_.clauses.aside.contains(day->tokens.begin) || day->tokens.end <= own.begin);
    if (frame.date < 0 || of_telling) frame.date = its_date;
    its_date = -1;
    frame.modality = undone ? Modality::Denied : Modality::Planned;
    if (undone) {  // "refused to visit Baku"
        if (aim->sense.known) frame.kind = aim->sense.kind, frame.category = aim->sense.category;
        return true;
    }
    frame.aim = aim->sense.kind;
    if (aim->sense.strength >= 2) frame.category = aim->sense.category, frame.strength = 2;
    if (frame.date < 0 && aim->sense.strength < 3) return false;
    frame.kind = EventKind::Plan;
    frame.strength = std::max(frame.strength, aim->sense.strength);
    return true;
}

bool FrameReader::is_ongoing(const VerbGroup& v) const {
    const std::string_view state = f_.word(v.end);
    const bool under_way = v.copula && (state == "underway" || state == "ongoing" || (state == "under" && f_.word(v.end + 1) == "way"));
    return under_way || (v.progressive && v.sense.strength >= 3 && !v.past) || clues_.is_being_done(v);
}

/// What the clause says was cancelled or moved, on the day that it was to be.
Frame FrameReader::undone_frame(std::uint32_t c, std::int32_t date, Modality modality) const {
    Frame frame = frame_of(c, verb_of(clause(c)));
    take_object_sense(f_, verb_of(clause(c)), frame);
    const std::string_view base = verb_of(clause(c)).sense.base;
    if (base == "fall" || base == "come") {  // "fell through": no town that fell
        frame.kind = EventKind::Plan;
        frame.category = document::Category::Other;
        for (std::uint32_t i = frame.subject.begin; i < frame.subject.end && !is_preposition(f_.text, i); ++i)
            if (f_.noun(i).known) frame.category = f_.noun(i).category, frame.aim = f_.noun(i).kind;
    }
    frame.date = date;
    frame.modality = modality;
    frame.strength = std::max<std::uint8_t>(frame.strength, 2);
    return frame;
}

/// "Born on 3 March 1923 in Florence, he moved to Memphis": told by itself.
void FrameReader::read_participle_opening() {
    const ParticipleOpening opening = participle_opening(f_);
    if (opening.end == 0 || !opening.happened) return;
    Frame frame;
    frame.sense = f_.verb(opening.verb);
    frame.kind = frame.sense.kind;
    frame.category = frame.sense.category;
    frame.strength = frame.sense.strength;
    frame.date = opening.date;
    frame.subject = subject_of(0);
    frame.verb = {opening.verb, opening.verb + 1};
    frame.head = opening.verb;
    frame.rest = frame.clause = {opening.verb + 1, opening.end};
    frame.passive = frame.past = true;
    emit(frame);
}

void FrameReader::emit(Frame frame) {
    if (frame.date < 0) {
        // "Iran has not attacked, officials said": that it did not happen is told
        const bool disclaimed = frame.modality == Modality::Denied && frame.strength >= 3 && !frame.noun &&
                                (frame.speaker.begin < frame.speaker.end || f_.clauses.aside.begin < f_.clauses.aside.end);
        const bool told = frame.modality == Modality::Happened || frame.modality == Modality::Planned || disclaimed;
        const bool tells =
            frame.strength >= 3 || (frame.kind == EventKind::Assertion && frame.strength >= 2) || frame.kind == EventKind::Negotiation;
        asks_of_day_ = asks_of_day_ || (told && !tells && !frame.noun && !frame.background);
        if (told && !tells && frame.sense.known && is_plain_deed(frame)) frame.of_day = true;  // "Two soldiers fell near the border"
        else if (told && !tells && (is_weak_harm(frame) || is_weak_meeting(frame))) frame.weak = true;
        else if (told && !tells && (is_plain_deed(frame) || follows_on(frame))) frame.of_day = true;
        else if (told && !tells && f_.after_day && frame.strength >= 2 && frame.past && !frame.noun && !frame.background)
            frame.sequel = true;
        else if (!told || !tells || frame.background) return;
    } else if (frame.strength == 0 && frame.sense.use != 0 && frame.modality == Modality::Happened && !frame.noun) {
        frame.strength = 1;
    }
    out_.push_back(frame);
}

std::vector<Frame> find_frames(const SentenceFacts& facts) { return FrameReader(facts).run(); }

std::vector<Frame> find_frames(const SentenceFacts& facts, bool& asks_of_day) {
    FrameReader reader(facts);
    std::vector<Frame> frames = reader.run();
    asks_of_day = reader.asks_of_day();
    return frames;
}

}  // namespace dateline::extract
