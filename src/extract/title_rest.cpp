#include "extract/temporal_lexicon.h"
#include "extract/title_composer.h"
#include "extract/word_set.h"

// What a headline tells behind its verb, without the day.
namespace dateline::extract {
namespace {

/// What goes with a date that is left out: "shortly before 5 p.m.", ", effective Jan. 1", "well | before dawn".
bool is_lead_of_date(std::string_view w, std::string_view next) {
    if (w == "well") return next == "before" || next == "after" || next == "into" || next == "past";  // not "spudded the well in March"
    if (w == "late") return next == "on";                                                             // "detained late | on 16 June"
    return w == "just" || w == "early" || w == "as" || w == "shortly" || w == "past" || w == "effective" || w == "starting" ||
           w == "beginning";
}

}  // namespace

/// ", a day after the talks": a stretch of time that only tells how far something else was.
bool Composer::leads_to_another_day(TokenRange tail) const {
    static constexpr WordSet kUnits{"day",  "days",  "week", "weeks", "month",   "months",
                                    "year", "years", "hour", "hours", "minutes", "moments"};
    constexpr std::uint32_t reach = 6;
    std::uint32_t i = tail.begin;
    while (i < tail.end && f_.token(i).kind == TokenKind::Mark) ++i;
    for (const std::uint32_t from = i; i < std::min(tail.end, from + reach); ++i) {
        if (!kUnits.contains(word(i))) continue;
        const std::string_view next = word(i + 1);
        return next == "after" || next == "before";
    }
    return false;
}

bool Composer::begins_infinitive(std::uint32_t i) const {
    return word(i) == "to" && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                          [&](const VerbGroup& g) { return g.first == i && g.mode == VerbGroup::Mode::Infinitive; });
}

/// "elected for | the period 2026–2029", "shut for much of | August": where what only measures the day that goes begins.
std::uint32_t Composer::before_its_measure(std::uint32_t from, std::uint32_t date) const {
    static constexpr WordSet kSpans{"period", "years", "season", "seasons"};
    static constexpr WordSet kShares{"much", "most", "part", "parts", "all", "half", "rest", "remainder", "course", "bulk"};
    if (date < from + 2) return date;
    std::uint32_t at = date;
    if (kSpans.contains(word(date - 1)) && f_.has(date - 2, kArticle) && date > from + 2) at = date - 2;
    else if (word(date) == "of" && kShares.contains(word(date - 1))) at = f_.has(date - 2, kArticle) ? date - 2 : date - 1;
    return at < date && at > from && is_preposition(f_.text, at - 1) ? at - 1 : date;
}

/// "notified the state on 5 May | of its judgment": whether a phrase of a stretch of time could hang on what `date` tells, and not on the verb.
bool Composer::tells_a_stretch(TokenRange date) const {
    const Token& last = f_.token(date.end - 1);
    static constexpr WordSet kDays{"monday",   "tuesday", "wednesday", "thursday",  "friday",
                                   "saturday", "sunday",  "today",     "yesterday", "tomorrow"};
    return last.kind == TokenKind::Word && !f_.has(date.end - 1, kMonth) && !kDays.contains(word(date.end - 1));
}

/// "the 1975 | Algiers Agreement", "the 16 January | Kobe earthquake", "the 1969 | film Easy Rider": a day that describes the name behind it.
bool Composer::is_before_noun(TokenRange date, TokenRange rest) const {
    std::uint32_t next = date.end;
    if (next >= rest.end || f_.token(date.end - 1).possessive || date.begin == rest.begin) return false;
    const auto noun = [&](std::uint32_t i) {
        const bool verb =
            std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
        return i < rest.end && f_.token(i).kind == TokenKind::Word && !verb && !f_.has(i, kFunction | kArticle | kConjunction) &&
               !is_preposition(f_.text, i) && !is_adverb(f_.text, i) && !is_dated({i, i + 1});
    };
    if (noun(next) && f_.token(next).letter_case == Case::Lower) ++next;
    return noun(next) && f_.token(next).capitalised();
}

/// `rest` up to its own date, and in `tail` what follows that date.
TokenRange Composer::without_date(TokenRange rest, TokenRange& tail) const {
    tail = {rest.end, rest.end};
    if (frame_.date < 0) return rest;
    const DateMention& told = f_.dates[static_cast<std::size_t>(frame_.date)];
    const bool of_hour = told.edtf.last() && told.edtf.last()->precision > calendar::Precision::Day;
    const bool object = frame_.sense.base == "spend" && told.tokens.begin <= rest.begin + 1;  // "spent | the spring"
    if (object || frame_.keeps_date || (told.edtf.open_begin() && !of_hour)) return rest;     // "by 2027" is what is planned
    TokenRange date = frame_.counted.begin < frame_.counted.end ? frame_.counted : told.tokens;
    while (date.end > rest.end && date.end > date.begin && f_.token(date.end - 1).kind == TokenKind::Mark)
        --date.end;  // the full stop of "p.m."
    if (date.begin < rest.begin || date.end > rest.end) return rest;
    if (const std::uint32_t article = f_.has(date.begin, kArticle) ? date.begin : date.begin - 1;
        article >= rest.begin && f_.has(article, kArticle) && is_before_noun(date, rest)) {
        tail = {date.end, rest.end};  // "rendered the | 1975 | Algiers Agreement void": the noun keeps its article
        return {rest.begin, article + 1};
    }
    std::uint32_t begin = date.begin;
    const bool closes = date.end >= rest.end || f_.token(date.end).kind == TokenKind::Mark || is_preposition(f_.text, date.end);
    while (begin > rest.begin &&
           (f_.has(begin - 1, kArticle) ||
            (closes && begin > rest.begin + 1 && is_possessive_pronoun(word(begin - 1)) && is_preposition(f_.text, begin - 2))))
        --begin;  // "in | its | fiscal third quarter"
    const bool particle = begin == rest.begin + 1 && (word(rest.begin) == "off" || word(rest.begin) == "out" || word(rest.begin) == "up" ||
                                                      word(rest.begin) == "down");
    // "lost in last year's semifinal": the preposition is the noun's
    const bool owns = f_.token(date.end - 1).possessive && date.end < rest.end && f_.token(date.end).kind == TokenKind::Word;
    if (owns && begin > rest.begin + 2 && is_preposition(f_.text, begin - 1) && word(begin - 2) == "as")
        return rest;  // "twice as many as in last year's campaign"
    if (begin > rest.begin + 2 && word(begin - 1) == "least" && word(begin - 2) == "at" && is_preposition(f_.text, begin - 3))
        return rest;                                                                              // "until at least March 1"
    if (begin > rest.begin && is_preposition(f_.text, begin - 1) && !particle && !owns) --begin;  // "laid off this summer"
    // "struck the coast on the night of 8 September"
    if (begin > rest.begin + 2 && word(begin) == "of") {
        static constexpr WordSet kDayParts{"night", "morning", "evening", "afternoon", "day", "eve"};
        std::uint32_t part = begin - 1;
        if (kDayParts.contains(word(part))) {
            while (part > rest.begin && f_.has(part - 1, kArticle)) --part;
            if (part > rest.begin && is_preposition(f_.text, part - 1)) begin = part - 1;
        }
    }
    begin = before_its_measure(rest.begin, begin);
    const bool roughly = word(begin) == "about" || word(begin) == "around" || word(begin) == "just";  // "at about 11 a.m."
    if (roughly && begin > rest.begin && is_preposition(f_.text, begin - 1)) --begin;
    while (begin > rest.begin && (f_.token(begin - 1).is(',') || is_lead_of_date(word(begin - 1), word(begin)))) --begin;
    tail = {date.end, rest.end};
    if (tail.begin + 1 < tail.end && (word(tail.begin) == "ended" || word(tail.begin) == "ending"))  // "in the quarter | ended 31 May"
        for (const DateMention& d : f_.dates)
            if (d.tokens.begin == tail.begin + 1 && d.tokens.end <= tail.end) tail.begin = d.tokens.end;
    const auto ends = [&](std::uint32_t i) { return i >= tail.end || f_.token(i).kind == TokenKind::Mark; };
    if ((word(tail.begin) == "last" || word(tail.begin) == "inst" || word(tail.begin) == "ult") && ends(tail.begin + 1))
        ++tail.begin;  // "on the 28th of May last"
    const bool bound = tail.begin + 2 < tail.end && word(tail.begin) == "at" && word(tail.begin + 1) == "the" &&
                       (word(tail.begin + 2) == "earliest" || word(tail.begin + 2) == "latest");
    if (bound) tail.begin += 3;  // "in May at the earliest"
    // "won the title in the 1978–79 season": the noun goes with its date
    const bool of_noun = date.begin > rest.begin && f_.has(date.begin - 1, kArticle) && begin + 1 < date.begin && tail.begin < tail.end &&
                         f_.token(tail.begin).kind == TokenKind::Word && f_.token(tail.begin).letter_case == Case::Lower &&
                         !f_.has(tail.begin, kFunction | kConjunction) && !is_preposition(f_.text, tail.begin) &&
                         !verb_sense(word(tail.begin)).known;
    if (of_noun) ++tail.begin;
    // "broke out during the last week | of the campaign": the phrase goes with its date
    const bool of_deed =
        tail.begin + 1 < tail.end && f_.verb(tail.begin + 1).form == VerbForm::Gerund;  // "accused it on Monday | of shelling"
    if (begin < date.begin && tail.begin < tail.end && word(tail.begin) == "of" && !of_deed && tells_a_stretch(date) &&
        is_preposition(f_.text, begin)) {
        ++tail.begin;
        while (tail.begin < tail.end && f_.token(tail.begin).kind != TokenKind::Mark && !f_.has(tail.begin, kConjunction) &&
               (word(tail.begin) == "of" || !is_preposition(f_.text, tail.begin)) && f_.verb(tail.begin).form != VerbForm::Gerund)
            ++tail.begin;
    }
    while (tail.begin + 1 < tail.end && f_.has(tail.begin, kConjunction)) {  // "late Tuesday and early Wednesday"
        const auto other =
            std::find_if(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin == tail.begin + 1; });
        if (other == f_.dates.end() || other->tokens.end > tail.end) break;
        tail.begin = other->tokens.end;
    }
    // "visited X on 11 May | and Y on 7 May": another day's
    const bool names_next = tail.begin + 1 < tail.end && f_.token(tail.begin).is(',') && f_.token(tail.begin + 1).capitalised() &&
                            std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
                                return d.tokens.begin > tail.begin + 1 && d.tokens.begin <= tail.begin + 4;
                            });
    const bool other_day = tail.begin + 1 < tail.end && (f_.has(tail.begin, kConjunction) || names_next) &&
                           std::any_of(f_.dates.begin(), f_.dates.end(),
                                       [&](const DateMention& d) { return d.tokens.begin > tail.begin && d.tokens.end <= tail.end; });
    if (other_day) tail = {rest.end, rest.end};
    if (tail.begin + 1 < tail.end && f_.token(tail.begin).is(',')) {
        const bool doing = f_.verb(tail.begin + 1).form == VerbForm::Gerund ||
                           (tail.begin + 1 < tail.end && f_.token(tail.begin + 1).letter_case == Case::Lower &&
                            (word(tail.begin + 1).size() > 5 || word(tail.begin + 1) == "being") && word(tail.begin + 1).ends_with("ing"));
        const bool aside = doing || tells_beside(tail.begin + 1, tail.end) || word(tail.begin + 1) == "which" ||
                           word(tail.begin + 1) == "who" || word(tail.begin + 1) == "up" || word(tail.begin + 1) == "down" ||
                           word(tail.begin + 1) == "twice" || word(tail.begin + 1) == "compared" ||
                           (word(tail.begin + 1) == "of" && word(tail.begin + 2) == "which");
        // "handled 300 tonnes in July, 9 per cent more than": the comma stays where a figure follows it
        const bool compares = f_.token(tail.begin + 1).kind == TokenKind::Number &&
                              (word(tail.begin + 2) == "per" || word(tail.begin + 2) == "percent" || f_.token(tail.begin + 2).is('%'));
        // "marched on 26 May, Independence Day": the day's name
        std::uint32_t named = tail.begin + 1;
        while (named < tail.end && f_.token(named).kind == TokenKind::Word && f_.token(named).capitalised()) ++named;
        const bool names_day = word(named - 1) == "day" && (named == tail.end || f_.token(named).kind == TokenKind::Mark);
        // "rose in July, the biggest increase since January": the headline is whole without what is set beside it
        // "went to Kunming this month, his first trip since …"
        const bool apposed =
            (f_.has(tail.begin + 1, kArticle) || f_.token(tail.begin + 1).possessive || is_possessive_pronoun(word(tail.begin + 1))) &&
            (begin > rest.begin || frame_.passive);  // "was sacked on 5 May, a move that …"
        // "attended the parade on the 9th, and on his return"; "who had resigned on Sunday, | to form a government": of another clause
        const bool goes_on = f_.has(tail.begin + 1, kConjunction) || word(tail.begin + 1) == "but" || (frame_.background && !frame_.noun);
        if (aside || goes_on || apposed || compares || names_day || leads_to_another_day(tail)) tail = {rest.end, rest.end};
        // "returned the visit nine days later, this time for a conference": the comma parts what is told beside it
        else if (begin == rest.begin || (is_preposition(f_.text, tail.begin + 1) && !begins_infinitive(tail.begin + 1)) ||
                 f_.token(tail.begin + 1).kind != TokenKind::Word || f_.token(tail.begin + 1).letter_case != Case::Lower ||
                 f_.has(tail.begin + 1, kArticle))
            ++tail.begin;
    } else if (leads_to_another_day(tail)) {
        tail = {rest.end, rest.end};
    }
    return {rest.begin, begin};
}

/// "fell after the government reported | that prices rose": a clause of time that lacks what was said goes.
TokenRange Composer::without_unsaid(TokenRange rest) const {
    for (const VerbGroup& g : f_.clauses.verbs) {
        if (g.first <= rest.begin || g.end != rest.end || (g.sense.use & kSays) == 0 || g.passive || g.mode == VerbGroup::Mode::Infinitive)
            continue;
        for (std::uint32_t i = g.first; i-- > rest.begin + 1;)
            if (word(i) == "after" || word(i) == "when" || word(i) == "before" || word(i) == "as") return {rest.begin, i};
    }
    return rest;
}

/// "The field, which a firm completed at a cost of 48 billion, | accounts for the growth", "In the census, which is to last until May, |
/// most refused": a clause set off within a sentence ends at its comma.
TokenRange Composer::within_aside(TokenRange rest) const {
    const auto clause_of = [&](std::uint32_t head) {
        return std::find_if(f_.clauses.clauses.begin(), f_.clauses.clauses.end(),
                            [&](const Clause& c) { return f_.clauses.verbs[c.verb].head == head; });
    };
    auto own = clause_of(frame_.head);
    while (own != f_.clauses.clauses.end() && own->kind == Clause::Kind::Coordinate && own->governor >= 0)
        own = f_.clauses.clauses.begin() + own->governor;
    const bool joined = own != f_.clauses.clauses.end() && own->kind == Clause::Kind::Relative;  // "which began … and is to last"
    // "Senator Uribe|, shot on Saturday in Modelia,| continues": one comma before the verb, where the subject is no list
    const auto before = f_.text.tokens.begin() + std::min(frame_.subject.begin, frame_.verb.begin),
               verb_begin = f_.text.tokens.begin() + frame_.verb.begin;
    const bool opened = std::count_if(before, verb_begin, [](const Token& t) { return t.is(','); }) == 1 &&
                        std::none_of(before, verb_begin, [](const Token& t) { return (t.lexicon & kConjunction) != 0; });
    if ((!frame_.background && !joined && !opened) || frame_.noun) return rest;
    static constexpr WordSet kOpens{"most", "many", "some", "all", "few"};
    const bool fronted =
        joined && is_preposition(f_.text, first_) && own->subject_begin <= first_ + 1;  // "In the census, which began, | most refused"
    for (std::uint32_t i = rest.begin; i + 1 < rest.end; ++i) {
        if (!f_.token(i).is(',')) continue;
        if (std::any_of(f_.dates.begin(), f_.dates.end(),
                        [&](const DateMention& d) { return d.tokens.contains(i) || d.tokens.contains(i + 1); }))
            continue;  // "Thursday, May 5"
        const std::string_view next = word(i + 1);
        const bool unlisted = next.ends_with('s') && !next.ends_with("ss") && !f_.noun(i + 1).known &&
                              f_.token(i + 1).letter_case == Case::Lower &&
                              is_preposition(f_.text, i + 2);  // ", | continues in critical state"
        const bool past = joined && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                              return g.first == i + 1 && g.mode == VerbGroup::Mode::Finite;
                          });  // ", which had voted to close it, | reversed itself"
        const bool verb = unlisted || past || f_.verb(i + 1).form == VerbForm::Present || f_.has(i + 1, kBe | kHave | kModal);
        const bool clause = std::any_of(f_.clauses.clauses.begin(), f_.clauses.clauses.end(), [&](const Clause& c) {
            return c.kind != Clause::Kind::Content && c.subject_begin < c.subject_end && c.subject_begin <= i + 1 &&
                   i + 1 < c.subject_end && f_.clauses.verbs[c.verb].head > frame_.head;
        });
        const bool main = fronted && (kOpens.contains(next) || f_.has(i + 1, kArticle));
        if (verb || clause || main) return {rest.begin, i};
    }
    return rest;
}

/// "announced that its mission in Kabul|, open since June 2022,| would be raised": where what a comma sets off within the subject of what is
/// said ends; 0 where none begins at `comma`.
std::uint32_t Composer::end_of_set_off(std::uint32_t comma) const {
    for (const Clause& c : f_.clauses.clauses) {
        const std::uint32_t last = f_.clauses.verbs[c.verb].first - 1;
        if (c.kind != Clause::Kind::Content || c.subject_begin >= comma || last <= comma || !f_.token(last).is(',')) continue;
        const bool listed = std::any_of(f_.text.tokens.begin() + comma, f_.text.tokens.begin() + last,
                                        [](const Token& t) { return (t.lexicon & kConjunction) != 0; });
        if (!listed) return last;
    }
    return 0;
}

/// "the brewer | – which owns six inns – | to sell": the dash that closes what one at `dash` opens; 0 where none does, or where it opens a name.
std::uint32_t Composer::end_of_dashes(std::uint32_t dash, std::uint32_t end) const {
    if (!f_.token(dash).is('-') || !f_.token(dash).after_space || f_.token(dash + 1).kind != TokenKind::Word ||
        f_.token(dash + 1).letter_case != Case::Lower)
        return 0;
    for (std::uint32_t i = dash + 2; i + 1 < end; ++i) {
        if (f_.token(i).is(';')) return 0;
        if (f_.token(i).is('-') && f_.token(i).after_space) return i;
    }
    return 0;
}

/// "along the Aktau | – | Baku | – | Poti route": a dash between the names of one way.
bool Composer::joins_names(std::uint32_t dash, std::uint32_t end) const {
    if (!f_.token(dash - 1).capitalised() || !f_.token(dash + 1).capitalised()) return false;
    std::uint32_t i = dash + 1;
    while (i < end && (f_.token(i).capitalised() || f_.token(i).is('-'))) ++i;
    return i < end && f_.token(i).kind == TokenKind::Word && f_.token(i).letter_case == Case::Lower &&
           !f_.has(i, kFunction | kArticle | kConjunction) && !is_preposition(f_.text, i) && !is_adverb(f_.text, i) &&
           std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
}

/// Up to the next mark, day or joined sentence.
std::uint32_t Composer::end_of_phrase(std::uint32_t from) const {
    std::uint32_t end = from;
    while (end < f_.sentence.end_token && (f_.token(end).kind != TokenKind::Mark || f_.token(end).is('"')) && !is_dated({end, end + 1}))
        ++end;
    while (end > from && (is_preposition(f_.text, end - 1) || f_.has(end - 1, kArticle))) --end;
    return end;
}

/// `rest` with what its verb needs and the clause's end cut off.
TokenRange Composer::completed(TokenRange rest) const {
    if (frame_.noun || rest.end != frame_.rest.end || rest.end < frame_.verb.end || rest.end >= f_.sentence.end_token) return rest;
    for (std::uint32_t i = rest.begin; i < rest.end; ++i)  // "told the brewer – which | owns six inns – to sell"
        if (const std::uint32_t closing = f_.token(i).is('-') ? end_of_dashes(i, f_.sentence.end_token) : 0; closing >= rest.end)
            return {rest.begin, end_of_phrase(closing + 1)};
    const std::uint32_t at = rest.end, next = f_.token(at).is(',') ? at + 1 : at;
    const bool bare = rest.begin >= rest.end;
    const auto verb_at = [&](std::uint32_t i) {
        while (i < f_.sentence.end_token && is_adverb(f_.text, i)) ++i;
        return std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                            [&](const VerbGroup& g) { return g.first == i && g.mode == VerbGroup::Mode::Finite; });
    };
    if (word(next) == "be" && next > rest.begin + 1) return {rest.begin, end_of_phrase(next)};  // "ordered Da Lat, the hill city|, be held"
    // "levies on a new|, heavier lorry": one of two words that describe the noun
    const bool describes =
        !bare && f_.token(at).is(',') && rest.end > rest.begin + 1 && f_.has(at - 2, kArticle) &&
        f_.token(at - 1).letter_case == Case::Lower && !f_.noun(at - 1).known && f_.token(at + 1).letter_case == Case::Lower &&
        !f_.has(at + 1, kFunction | kArticle | kConjunction | kPersonNoun | kTitle) && !is_preposition(f_.text, at + 1) &&
        !is_adverb(f_.text, at + 1) && f_.verb(at + 1).form == VerbForm::None && f_.token(at + 2).kind == TokenKind::Word &&
        !f_.has(at + 2, kFunction | kArticle | kConjunction) && !is_preposition(f_.text, at + 2);
    if (describes) return {rest.begin, end_of_phrase(at + 1)};
    // "thought | it wiser to wait": what follows without "that"
    if (const bool clause = bare && !frame_.passive && !frame_.background && at < f_.sentence.end_token &&
                            f_.token(at).kind == TokenKind::Word && !is_preposition(f_.text, at) && !f_.has(at, kConjunction) &&
                            !is_adverb(f_.text, at);
        clause) {
        constexpr std::uint32_t reach = 5;
        const auto told = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.first > at && g.first <= at + reach && g.mode == VerbGroup::Mode::Finite;
        });
        const bool subject = is_pronoun(word(at)) || f_.has(at, kArticle) || f_.token(at).capitalised();
        if (subject && told != f_.clauses.verbs.end() && !is_dated({at, at + 1}) &&
            std::none_of(f_.text.tokens.begin() + at, f_.text.tokens.begin() + told->first,
                         [](const Token& t) { return t.kind == TokenKind::Mark || (t.lexicon & kConjunction) != 0; }))
            return {rest.begin, end_of_phrase(told->end)};
    }
    if (bare && frame_.kind == EventKind::Appointment && word(at) == "as")
        return {rest.begin, end_of_phrase(at)};  // "named | as the commander of all armed forces"
    if (bare && !frame_.passive && (f_.verb(at).form == VerbForm::Gerund || word(at) == "being"))
        return {rest.begin, end_of_phrase(at)};  // "began | being admitted"
    if (bare && !frame_.passive && f_.has(at, kArticle) && !is_dated({at + 1, at + 2}) && !is_dated({at, at + 1}))
        return {rest.begin, end_of_phrase(at)};  // "rebuilt | the wall the Phocians had built"
    // "invaded | and occupied the Baltic States", "fired upon | and damaged boats"
    const bool waits =
        (bare && (frame_.sense.use & kObjectPlace) != 0) || (rest.end == rest.begin + 1 && is_preposition(f_.text, rest.begin));
    if (waits && !frame_.passive && word(at) == "and")
        if (const auto joined = verb_at(at + 1); joined != f_.clauses.verbs.end() && !joined->passive && !joined->copula) {
            const std::uint32_t end = end_of_phrase(joined->end);
            const bool object =
                end > joined->end && !is_preposition(f_.text, joined->end) && !is_pronoun(word(joined->end)) && word(joined->end) != "them";
            if (object) return {rest.begin, end};
        }
    // "found reduction of yields | exceeded a tenth"
    static constexpr WordSet kFind{"find", "show", "believe", "think", "learn", "hope", "fear", "claim"};
    const bool found =
        ((frame_.sense.use & kSays) != 0 || kFind.contains(frame_.sense.base)) && !frame_.passive && !frame_.background && !bare;
    const std::uint32_t from = word(rest.begin) == "that" ? next : at;  // "that a cow in British Columbia, Canada, | tested positive"
    if (const auto told = found ? verb_at(from) : f_.clauses.verbs.end(); told != f_.clauses.verbs.end())
        return {rest.begin, end_of_phrase(told->end)};
    return rest;
}

/// "opened its embassy | there": in Tashkent; nothing where the place is not sure, which the record has beside its headline.
void Composer::add_place_pointed_at(std::uint32_t there) {
    const bool behind = !pieces_.empty() && pieces_.back().words.empty() && pieces_.back().token + 1 == there;
    if (behind && is_preposition(f_.text, there - 1)) {  // "flew on from there"
        const std::size_t name = there_.find(' ');
        if (name == std::string::npos) return pieces_.pop_back();
        return add_words(there_.substr(name + 1));
    }
    if (!there_.empty()) return add_words(there_);
    if (frame_.head + 1 == there && f_.has(frame_.head, kBe | kHave)) add_tokens({there, there + 1});  // "had been there"
}

/// "signed an agreement | for it | in Lilongwe": a phrase beside the object, of nothing that the headline names.
bool Composer::leads_to_pronoun(std::uint32_t i, std::uint32_t end) const {
    static constexpr WordSet kJoints{"for", "on", "about", "to", "over", "from"};
    const std::string_view pronoun = i + 1 < end ? word(i + 1) : std::string_view{};
    static constexpr WordSet kWays{"along", "through", "across", "via", "past", "beside"};
    const bool way = (pronoun == "it" || pronoun == "them") && kWays.contains(word(i)) && i > frame_.verb.end;
    if (way && (i + 2 >= end || f_.token(i + 2).kind == TokenKind::Mark)) return true;  // "carried into the region | along it"
    if ((pronoun != "it" && pronoun != "them") || !kJoints.contains(word(i)) || i <= frame_.verb.end + 1 || frame_.passive) return false;
    const bool ends = i + 2 >= end || f_.token(i + 2).kind == TokenKind::Mark || is_preposition(f_.text, i + 2) ||
                      is_dated({i + 2, i + 3}) || word(i + 2) == "between";
    const Token& before = f_.token(i - 1);
    if (ends && before.kind == TokenKind::Number && word(i) == "from") return true;  // "stealing $312,000 | from it"
    return ends && before.kind == TokenKind::Word && before.letter_case == Case::Lower && !f_.has(i - 1, kFunction | kConjunction) &&
           !is_preposition(f_.text, i - 1) && !is_adverb(f_.text, i - 1) &&
           (f_.verb(i - 1).form == VerbForm::None || f_.verb(i - 1).noun_too) && f_.has(frame_.verb.end, kArticle);
}

/// "Fishermen parked lorries in front of | her | office": somebody whom the sentence does not name, and who is none of many.
bool Composer::owns_nothing_told(std::uint32_t i) const {
    const TokenRange s = frame_.subject;
    const bool noun = f_.token(i + 1).kind == TokenKind::Word && f_.token(i + 1).letter_case == Case::Lower &&
                      !f_.has(i + 1, kFunction | kConjunction | kArticle) && !is_preposition(f_.text, i + 1) && !is_dated({i + 1, i + 2});
    if (!noun || !owner_.empty() || s.begin >= s.end) return false;
    const std::string_view who = word(s.end - 1);
    const bool many = f_.token(s.end - 1).letter_case == Case::Lower &&
                      ((who.ends_with('s') && !who.ends_with("ss")) || who.ends_with("men") || who == "police" || who == "people");
    return many &&
           std::none_of(f_.actors.begin(), f_.actors.end(),
                        [&](const ActorMention& a) { return a.kind == ActorMention::Kind::Person && a.name.begin < i; }) &&
           std::none_of(f_.text.tokens.begin() + first_, f_.text.tokens.begin() + i,
                        [](const Token& t) { return (t.lexicon & (kPersonNoun | kTitle)) != 0; });
}

/// "the town | itself", "the ministers | themselves": says no more than the noun before it.
bool Composer::is_emphatic(std::uint32_t i) const {
    static constexpr WordSet kSelves{"itself", "themselves", "himself", "herself"};
    if (!kSelves.contains(word(i)) || i == first_) return false;
    const Token& before = f_.token(i - 1);
    const bool noun = before.kind == TokenKind::Word && !is_preposition(f_.text, i - 1) &&
                      !f_.has(i - 1, kFunction | kConjunction | kBe | kHave) && !is_adverb(f_.text, i - 1);
    return noun && std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                [&](const VerbGroup& g) { return g.head == i - 1 || g.end == i; });
}

void Composer::add_rest(TokenRange whole) {
    TokenRange tail;
    const std::uint32_t behind =
        f_.token(whole.end).is(',') ? whole.end + 1 : whole.end;  // "was killed | and eight others, two of them women, | were hurt"
    const bool of_next = frame_.passive && whole.begin < whole.end && f_.has(whole.begin, kConjunction) && whole.begin == frame_.verb.end &&
                         f_.has(behind, kBe);
    const TokenRange rest = of_next ? TokenRange{whole.begin, whole.begin} : within_aside(without_unsaid(completed(whole)));
    const TokenRange head = without_date(rest, tail);
    int depth = 0;
    for (TokenRange part : {head, tail}) {
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            if (f_.clauses.aside.contains(i) && i == f_.clauses.aside.begin)  // `"It is a hybrid attack," he said | in Tallinn`
                while (pieces_.size() > subject_pieces_ && pieces_.back().words.empty() &&
                       (f_.token(pieces_.back().token).is(',') || f_.token(pieces_.back().token).is('"')))
                    pieces_.pop_back();
            if (f_.clauses.aside.contains(i) || frame_.left_out.contains(i) || (i >= frame_.rest.begin && i < said_from_)) continue;
            const Token& t = f_.token(i);
            if (short_subject_ && t.is(',') && part.begin < i)
                if (const std::uint32_t end = end_of_set_off(i); end != 0 && end < part.end) {
                    i = end;
                    continue;
                }
            if (t.is('.') && i + 1 < part.end && f_.token(i + 1).is('.') && !in_quotation(i))
                return;  // "reopened its frontier... the bridge, however"
            // "which ran until Thursday | and in the course of which"
            const bool relative = f_.has(i, kConjunction) && is_preposition(f_.text, i + 1) &&
                                  std::any_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + std::min(part.end, i + 7),
                                              [&](const Token& k) { return f_.text.folded(k) == "which" || f_.text.folded(k) == "whom"; });
            if (relative) return;
            if (t.is('(')) ++depth;
            const bool inside = depth > 0;
            if (t.is(')') && depth > 0) --depth;
            if (inside) continue;
            // ", and trade came to an end": what is joined after no list is another clause.
            const bool joins = t.is(',') && (word(i + 1) == "and" || word(i + 1) == "but") &&
                               std::none_of(pieces_.begin() + static_cast<std::ptrdiff_t>(subject_pieces_), pieces_.end(),
                                            [&](const TitlePiece& p) { return p.words.empty() && f_.token(p.token).is(','); });
            if (joins) return;
            // "invaded northern France and, | after reassigning several divisions, southern France"
            if (f_.has(i, kConjunction) && i + 1 < part.end && f_.token(i + 1).is(',')) return;
            if (const std::uint32_t closing = t.is('-') ? end_of_dashes(i, part.end) : 0;
                closing != 0) {  // "ordered the firm | – which has 90 turbines – | to pay"
                i = closing;
                continue;
            }
            if (t.is(';') || t.is(':') || t.is('|') || (t.is('-') && t.after_space && !joins_names(i, part.end))) return;
            const std::string_view next = word(i + 1);
            const bool aside = t.is(',') && (next == "which" || next == "who" || next == "where" || next == "whose" || next == "whom" ||
                                             tells_beside(i + 1, part.end) || f_.verb(i + 1).form == VerbForm::Gerund || next == "being" ||
                                             next == "having" || next == "with" || next == "according" ||
                                             (next == "of" && (word(i + 2) == "which" || word(i + 2) == "whom")));
            // ", which had grounded flights, | was easing"
            if (aside && (next == "which" || next == "who")) {
                const auto resumes = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                    return g.mode == VerbGroup::Mode::Finite && g.first > i + 2 && g.first < part.end && f_.token(g.first - 1).is(',');
                });
                if (resumes != f_.clauses.verbs.end()) {
                    i = resumes->first - 1;
                    continue;
                }
            }
            // ", 14 per cent more than a year before"
            const bool compares = t.is(',') && i + 1 < part.end && f_.token(i + 1).kind == TokenKind::Number &&
                                  (word(i + 2) == "per" || word(i + 2) == "percent" || (i + 2 < part.end && f_.token(i + 2).is('%')));
            // ", against nine a year before"
            const bool against =
                t.is(',') && next == "against" &&
                (f_.token(i + 2).kind == TokenKind::Number || (temporal::look_up(word(i + 2)).classes & temporal::kCardinal) != 0);
            if (aside || compares || against) return;
            if (may_point_at_place(t) && points_at_place(f_, i) && i >= frame_.verb.end && !frame_.noun) {
                add_place_pointed_at(i);
                continue;
            }
            if (may_stress(t) && is_emphatic(i)) continue;
            if ((next == "it" || next == "them") && (leads_to_pronoun(i, part.end) || is_part_of_pronoun(f_, i))) {
                ++i;
                continue;
            }
            if (i == pronoun_ && pronoun_ != 0) {  // "freed them"
                add_words(patient_);
                continue;
            }
            if (word(i) == "of" && word(i + 1) == "to" && i > part.begin + 1 && f_.has(i - 2, kArticle))
                continue;  // "the entrance of to the port": a slip
            if ((word(i) == "his" || word(i) == "her") && owns_nothing_told(i)) {
                add_words("the");
                continue;
            }
            const bool of_subject = !pieces_.empty() && pieces_.front().words == owner_;  // "Ann Roe died at | her home"
            if (is_possessive_pronoun(word(i)) && !owner_.empty() && !of_subject && frame_.subject.begin == frame_.subject.end) {
                add_words(owner_genitive());
                continue;
            }
            pieces_.push_back({i, {}});
        }
    }
}

/// "arrested a man | who attacked a synagogue": without which nobody knows who was, where there is room for it all.
void Composer::add_who() {
    const auto who = std::find_if(f_.clauses.clauses.begin(), f_.clauses.clauses.end(), [&](const Clause& c) {
        return c.kind == Clause::Kind::Relative && (c.connector == frame_.rest.end || c.connector + 1 == frame_.rest.end) &&
               word(c.connector) == "who";
    });
    if (who == f_.clauses.clauses.end()) return;
    const std::uint32_t at = who->connector;
    if (at < frame_.rest.begin + 2 || !f_.has(at - 2, kArticle) || f_.token(at - 1).letter_case != Case::Lower || f_.has(at - 1, kTitle))
        return;
    while (!pieces_.empty() && pieces_.back().words.empty() && pieces_.back().token >= at) pieces_.pop_back();
    if (pieces_.empty() || pieces_.back().token + 1 != at || !pieces_.back().words.empty()) return;
    TokenRange range{at, who->end};
    for (const DateMention& date : f_.dates)
        if (date.tokens.end == range.end && date.tokens.begin > range.begin)
            range.end = is_preposition(f_.text, date.tokens.begin - 1) ? date.tokens.begin - 1 : date.tokens.begin;
    const std::size_t before = pieces_.size();
    add_tokens(range);
    if (is_long()) pieces_.resize(before);
}

}  // namespace dateline::extract
