#include "extract/temporal_tense.h"

#include "extract/temporal_day_phrase.h"
#include "extract/temporal_fixture.h"
#include "extract/temporal_past_phrase.h"
#include "extract/temporal_verb_tense.h"

namespace dateline::extract::temporal {

namespace {

constexpr std::uint32_t kReach = 30;  ///< tokens to either side of a date that may hold its verb

/// What the words right before a date say of it: "the deadline is Friday", "they have until Monday".
bool looks_ahead(const Tokens& t, std::uint32_t first) {
    if (t.is(first - 1, Word::To) && t.is_number(first - 2)) first -= 2;  // "is from 4 to 7 p.m. Thursday"
    const bool linked = t.is(first - 1, Word::On) || t.is(first - 1, Word::At) || t.is(first - 1, Word::From);
    const std::uint32_t verb = linked ? first - 2 : first - 1;  // "is at 9 a.m. Friday"
    // "Polls are open from 7 a.m. on Sunday", "shops are closed on Sunday"
    const bool state = linked && !t.is(first - 1, Word::At) && t.is_word(verb) && !t[verb].capital && t.is(verb - 1, Word::Is) &&
                       t[verb - 1].info->tense == Tense::Present && (t[verb].info->classes & ~std::uint32_t{kBaseVerb}) == 0 &&
                       t[verb].info->word == Word::Other;
    if (state) return true;
    if (t[verb].info->tense == Tense::Present && t.ends_in_s(verb) && !t.is(verb, kSpeech | kNowadays))
        return true;  // "continues on Tuesday"
    if (t.is_word(verb) && t[verb].info->tense == Tense::Present && t[verb].length <= 3 && !t.is(verb, kNowadays)) return true;
    return t.is(first - 1, Word::Until) || t.is(first - 1, Word::Till) || t.is(first - 1, Word::By) || t.is(first - 1, Word::Through);
}

/// "is in Rio on Tuesday", "are at Boston Tuesday": the verb at `at`.
bool is_there(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    const std::uint32_t end = t.is(first - 1, Word::On) ? first - 1 : first;
    return t.is(at, Word::Is) && t.is(at + 1, kPreposition) && t[at + 2].capital && at + 3 == end;
}

/// "ahead of a planned visit on Monday", "its scheduled talks on Monday will go on": the day is of what is planned at `at`.
bool dates_plan(const Tokens& t, std::uint32_t at, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t short_phrase = 6;
    if (!t.is(at, Word::Expected) || t[at].info->tense != Tense::Future || first - at > short_phrase) return false;
    for (std::uint32_t i = at; i < first; ++i) {
        if (!t.is_word(i)) return false;
    }
    const std::uint32_t before = t.is(at - 1, kArticle | kDeterminer) ? at - 2 : at - 1;
    if (t.is(before, Word::Of) || t.is(before, Word::Before) || t.is(before, Word::For)) return true;
    return t[last].info->tense == Tense::Future;
}

/// "postponed until November", "moved to the end of May", "advanced to an Oct. 15 runoff": before the date a word that links it.
bool is_target(const Tokens& t, std::uint32_t first) {
    const std::uint32_t link = t.is(first - 1, kArticle) ? first - 2 : first - 1;
    return t.is(link, Word::Until) || t.is(link, Word::Till) || t.is(link, Word::To) || t.is(link, Word::For) || t.is(link, Word::Through);
}

bool is_until(const Tokens& t, std::uint32_t first) { return t.is(first - 1, Word::Until) || t.is(first - 1, Word::Till); }

/// "a chance of rain Thursday"
bool dates_chance(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t adjectives = 3;
    if (t.is(first - 1, Word::Of) && t.is(first - 2, Word::Chance) && t.is(first, kWeekday)) return true;  // "a chance of Thursday talks"
    const std::uint32_t sky = t.is(first - 1, Word::On) ? first - 2 : first - 1;
    if (!t.says(sky, kSky)) return false;
    for (std::uint32_t at = sky - 1; sky - at <= adjectives && t.is_word(at); --at) {
        if (t.is(at, Word::Of)) return t.is(at - 1, Word::Chance);
    }
    return false;
}

/// "a match tonight and then another on Friday"
bool follows_tonight(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t reach = 12;
    bool then = false;
    for (std::uint32_t at = first - 1; first - at <= reach && t[at].kind != TokenKind::Break && t[at].sentence == t[first].sentence; --at) {
        if (t.is(at, Word::Then)) then = true;
        if (t.is(at, kDateWord) && !t.is(at, Word::Overnight)) return then && t[at].info->value >= 0;
    }
    return false;
}

/// "put off", "put the vote off", "put it back", before token `first`.
bool is_put_off(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    constexpr std::uint32_t object = 6;
    if (!t.is(at, Word::Put)) return false;
    for (std::uint32_t i = at + 1; i < first && i - at <= object; ++i) {
        if (t.is(i, Word::Off) || t.is(i, Word::Back)) return true;
        if (!t.is_word(i) || t.is(i, kPreposition) || t[i].info->tense != Tense::None) return false;
    }
    return false;
}

/// Whether the verb at `at` gives something a new day, which is that after "to" or "until": "put off", "pushed back", "has been
/// closed until".
bool puts_off(const Tokens& t, std::uint32_t at, std::uint32_t first, std::uint32_t last) {
    if (t.is(at, Word::Postponed) && t.is(first - 1, Word::From) && t.is(last, Word::To) && t.is(last + 1, kWeekday))
        return true;  // "pushed from Friday to Thursday"
    if (!is_target(t, first)) return false;
    if (t.is(at, Word::Postponed)) return true;
    if (t.is(at, Word::Put)) return is_put_off(t, at, first);
    const bool perfect = t.is(at - 1, Word::Is) && t.is(at - 2, kNowadays);
    return is_until(t, first) && perfect;
}

/// "was rescheduled from 5 to 12 December", "moved the match from 5 December": the day that it had before, which may be over or to come.
bool takes_from(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    const bool put = is_put_off(t, at, first);
    if (!t.is(first - 1, Word::From) || (!t.is(at, Word::Postponed) && !put)) return false;
    bool fixture = put || t.is(at - 1, Word::Is);
    for (std::uint32_t i = at + 1; i < first && !fixture; ++i) fixture = t.says(i, kFixture) || t.is(i, Word::Date);
    return fixture;
}

/// "called a vote for Sunday", "announced elections for December", "called for talks in June", "set a hearing for Monday"; "vowed to stay until May", "was given until May".
bool arranges(const Tokens& t, std::uint32_t at, std::uint32_t first, std::uint32_t last) {
    if (t.is(at, Word::Vowed) || t.is(at, Word::Pledged)) return is_until(t, first);
    const bool for_day = t.is(first - 1, Word::For);
    if (t.is(at, Word::Set) && t.is(first - 1, kArticle) && at + 2 == first)
        return attributes_fixture(t, last);  // "set a Friday strike deadline"
    const bool has_called = t.is(at, Word::Arranged) && t.is(at - 1, kNowadays) && t.is(first - 1, Word::On) && t.says(first - 2, kFixture);
    if (has_called) return true;  // "has called a vote on Friday"
    if (t.is(at, Word::Arranged)) return for_day || (t.is(at + 1, Word::For) && t.is(first - 1, kPreposition));
    // "announced elections for December"; not "announced its results for September"
    if (t.is(at, Word::Announced)) return for_day && first - at > 2 && !t.is(first - 2, Word::Money) && !t.is(first - 2, Word::Figures);
    const bool sets =
        t.is(at, Word::Set) && t.is(at + 1, kArticle) && (t.is(first, kWeekday) || t.is_number(first + 1) || t.is_number(first));
    return for_day && sets;
}

/// "banned lorries from the city until Sunday evening", "halted flights through Monday": what was laid down holds up to a day to come. Not "closed the
/// bridge until Sunday, when it was blown up".
bool holds_until(const Tokens& t, std::uint32_t at, std::uint32_t first, std::uint32_t last) {
    const bool limit = is_until(t, first) || t.is(first - 1, Word::Through) || t.is(first - 1, Word::By);
    if (!limit || !t.is(first, kWeekday) || !t.is(at, Word::Decreed) || t.is(at - 1, Word::Managed) || t.is(at - 1, Word::Is)) return false;
    const std::uint32_t next = t.is_mark(last, ',') ? last + 1 : last;
    return !t.is(next, Word::When) && !t.is(next, Word::Before);
}

/// "was closed until 3 January", "was freed on bail until Monday": the participle at `at`; "closed the river to barges until 30 November": the verb.
bool lasts_until(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    if (t.is(at, Word::Decreed) && is_until(t, first) && !t.is(first, kWeekday)) return !t.is(at - 1, Word::Managed);
    return is_until(t, first) && t.is(at - 1, Word::Is) && t[at - 1].info->tense == Tense::Past;
}

/// "said it was laying off 130 people through May": what was being done when it was said, at its "was".
bool still_lasts(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    constexpr std::uint32_t subject = 4;
    const std::uint32_t link = t.is(first - 1, kPart) || t.is_hyphen(first - 1) ? first - 2 : first - 1;
    const bool limit = t.is(link, Word::Through) || is_until(t, link + 1);
    if (!limit || !t.is(at, Word::Is) || t[at].info->tense != Tense::Past || !t.ends_in_ing(at + 1)) return false;
    for (std::uint32_t back = 1; back <= subject && t.is_word(at - back); ++back) {
        if (t.is(at - back, kSpeech)) return true;
    }
    return false;
}

/// "would not say on Friday", "wouldn't comment Friday"; not "would not say before Friday".
bool keeps_silent(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    if (!t.is(at, Word::Would) || is_until(t, first) || t.is(first - 1, Word::Before)) return false;
    const bool little = t.is(at + 1, Word::Telling) && (t.is(at + 2, Word::No) || (t.is(at + 2, kApprox) && t[at + 2].info->value == 0));
    if (little) return true;  // "would say only that"
    const std::uint32_t verb = t.is_apostrophe(at + 1) ? at + 3 : at + 2;
    return (verb == at + 3 || t.is(at + 1, Word::Not)) && t.is(verb, Word::Telling);
}

/// "were told to expect it by early Wednesday", "asked them to clear out by Friday": an order with a limit, at its verb.
bool is_told_to_by(const Tokens& t, std::uint32_t at, std::uint32_t first) {
    constexpr std::uint32_t object = 4;
    const std::uint32_t link = t.is(first - 1, kPart) ? first - 2 : first - 1;
    if (!t.is(link, Word::By) || t[at].info->tense != Tense::Past || t.is(at, Word::Managed) || t.is(at, Word::Is)) return false;
    for (std::uint32_t to = at + 1; to < link && to <= at + object && t.is_word(to); ++to) {
        if (t.is(to, Word::To))
            return t.is_word(to + 1) && !t[to + 1].capital && !t.is(to + 1, kDeterminer | kArticle | kUnit | kNowadays) &&
                   t[to + 1].info->tense != Tense::Past;
    }
    return false;
}

bool opens_quote(const Tokens& t, std::uint32_t at) { return (t.is_mark(at, '"') && !t.joined(at)) || t.is_mark(at, 0x201C); }
bool closes_quote(const Tokens& t, std::uint32_t at) { return (t.is_mark(at, '"') && t.joined(at)) || t.is_mark(at, 0x201D); }

/// "a closing high of 4,314.70 set Thursday": the participle at `at`; not "a hearing set Thursday".
bool is_set_record(const Tokens& t, std::uint32_t at) {
    if (t.is_number(at - 1)) return true;
    return t.is_word(at - 1) && t[at - 1].info->tense == Tense::None && t[at - 1].info->classes == 0 && !t[at - 1].capital &&
           !t.says(at - 1, kFixture) && !t.is(at - 1, Word::Is);
}

/// "postponed the November trial", "to push back the May 5 hearing to June": the day that it had, on either side of the document's.
bool dates_what_is_put_off(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    if (t.is(first, kWeekday) || !t.is(first - 1, kArticle | kDeterminer) || !attributes_fixture(t, last)) return false;
    const std::uint32_t verb = t.is(first - 2, Word::Off) || t.is(first - 2, Word::Back) ? first - 3 : first - 2;
    return t.is(verb, Word::Postponed) || t.is(verb, Word::Postpone) || (verb != first - 2 && t.is(verb, Word::Put));
}

/// "under a February accord", "in a May 5 ruling", "by a June earthquake": what is spoken of as one that was.
bool dates_what_was(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t adjectives = 3;
    if (!t.is(first, kMonth) || !t.is(first - 1, Word::A) || !t.is(first - 2, kPreposition | kApprox) || t.is(first - 2, Word::For))
        return false;
    for (std::uint32_t at = last; at < last + adjectives && t.is_word(at) && t[at].info->tense == Tense::None && !t.is(at, kPreposition);
         ++at) {
        if (t.says(at, kFixture) && !t.is(at, Word::Decision)) return false;
        if (t.is(at, Word::Decision) || t.is(at, Word::Yearly) || t.is(at, Word::Mishap)) return true;
    }
    return false;
}

class VerbSearch {
  public:
    VerbSearch(const Tokens& t, std::uint32_t first, std::uint32_t last) : t_(t), first_(first), last_(last) {}

    VerbTense run() const {
        std::uint32_t back = 1;
        if (const VerbTense own = before(back, true); own.tense != Tense::None) return own;
        if (const VerbTense after = after_it(); after.tense != Tense::None) return after;
        return before(back, false);
    }

  private:
    /// From `back` tokens before the date on, to the beginning of its clause or of the sentence; `back` is where it stopped.
    VerbTense before(std::uint32_t& back, bool in_clause) const {
        const std::uint32_t sentence = t_[first_].sentence;
        int quotes = 0;  // that end before the date: "a 'great day' on Friday"
        for (; back <= kReach && back <= first_; ++back) {
            const std::uint32_t at = first_ - back;
            const Token& token = t_[at];
            if (token.kind == TokenKind::Break || token.sentence != sentence || ends_row(at)) break;
            if (token.kind == TokenKind::Mark) {
                if (closes_quote(t_, at)) ++quotes;
                const bool speech = opens_quote(t_, at) && --quotes < 0;
                const bool colon = t_.is_mark(at, ':') && !t_.joined(at + 1);
                if (in_clause && (speech || colon || t_.is_mark(at, ';'))) break;  // `said: "On Friday we will`
                continue;
            }
            const bool opens_clause = (t_.is(at, Word::That) && back <= 2) ||
                                      (t_.is(at, Word::Because) && back == 1 && t_[last_].info->tense == Tense::Present) ||
                                      (t_.is(at, Word::When) && back == 2 && t_.is(at + 1, kArticle) && attributes_fixture(t_, last_));
            if (in_clause && opens_clause)
                break;  // "said that on Friday it will", "because April 9 is too early", "on strike when the Friday deadline arrives"
            if (in_clause && t_.is(at, Word::Since) && token.begins_sentence)
                return {Tense::Past};  // "Since the last rise, on May 16, it has waited"
            if (const VerbTense found = said_by(at); found.tense != Tense::None) return found;
        }
        return {};
    }

    /// "| 15/08 | Offices closed | |": at the bar that closes a table's row.
    bool ends_row(std::uint32_t at) const { return t_.is_mark(at, '|') && t_[at + 1].gap == Gap::Line; }

    VerbTense said_by(std::uint32_t at) const {
        if (t_.is(at, Word::Figures) && t_.ends_in_s(at) && t_[last_].info->tense == Tense::Past)
            return {};  // "Housing starts in May fell"
        if (arranges(t_, at, first_, last_) || is_told_to_by(t_, at, first_)) return {Tense::Future};
        if (t_.is(at, Word::Intend) && t_.is(at + 1, Word::For) && at + 2 == first_ && !t_.is(at - 1, kDeterminer | kArticle))
            return {Tense::Future};  // "we plan for December"
        if (keeps_silent(t_, at, first_) || is_told_after(t_, at)) return {Tense::Past};
        if (ends_at(at)) return {Tense::Past};
        if (t_.is(at, Word::To) && t_.is(at + 1, Word::Postpone) && is_target(t_, first_))
            return {Tense::Future, false, true};  // "agreed to push back the trial to January"
        if (t_.is(at, Word::Postponed) && t_[at].mark == 'h' && t_.is(at + 1, Word::For) &&
            (t_.says(at - 1, kSeeming) || t_.is(at - 1, Word::Is)))
            return {Tense::Future};  // "appeared headed for the coast by Saturday"
        const Tense tense = tense_at(t_, at);
        if (tense == Tense::Past && holds_until(t_, at, first_, last_)) return {Tense::Future};
        if (tense == Tense::Past && ((lasts_until(t_, at, first_) && !t_.is(at, Word::Postponed)) || still_lasts(t_, at, first_)))
            return {Tense::Present};
        if (tense == Tense::Future && t_.is(at, Word::Starting) && starts_after(at)) return {Tense::Past};
        const bool was_forecast = t_.is(at, Word::Forecast) && t_.is(at + 1, kPreposition) && at + 2 == first_ &&
                                  !t_.is(at + 1, Word::For) && tense == Tense::None;
        const bool forecast_by = t_.is(at, Word::Forecast) && t_.is(at + 1, Word::By) && tense == Tense::None;
        if (was_forecast || forecast_by)
            return {Tense::Past};  // "half the pace forecast in December", "the 2% forecast by the bank in May"
        if (starts_from(at)) return {Tense::Future};
        if (tense == Tense::None) return {dates_plan(t_, at, first_, last_) ? Tense::Future : Tense::None};
        const bool for_day = t_.is(first_ - 1, Word::For) && t_.is(first_, kWeekday);  // "has a warning for Saturday"
        if (tense == Tense::Present && (looks_ahead(t_, first_) || is_there(t_, at, first_) || for_day))
            return {Tense::Future, false, false, false, true};
        const bool was_to = tense == Tense::Past && t_.is(at, Word::Is) && t_.is(at + 1, Word::To) && at + 2 < first_;
        if (was_to) return {Tense::Future, true};  // "was to last until 17 May"
        if (tense == Tense::Past && puts_off(t_, at, first_, last_)) return {Tense::Future, false, true};
        if (tense == Tense::Past && takes_from(t_, at, first_)) return {Tense::Present};
        if (tense == Tense::Future && (is_beside(at) || (!was_to_come(at) && is_called_off(at)))) return {Tense::Present};
        const bool timetable = tense == Tense::Future && t_.is(at, kBaseVerb) && t_.ends_in_s(at);
        if (tense != Tense::Future || !was_to_come(at)) return {tense, false, false, timetable, timetable};
        // "was due Thursday but has been put off", "was to arrive on Aug. 9, cancelled"
        const std::uint32_t next = t_.is_mark(last_, ',') ? last_ + 1 : last_;
        const bool undone = t_.is(next, Word::But) || (next != last_ && t_[next].info->tense == Tense::Past);
        return {undone ? Tense::Past : tense, true};
    }

    /// "The session, scheduled to start at 10 a.m., began late": at the word that looks ahead; no weekday, which may be to come all the same.
    bool is_beside(std::uint32_t at) const {
        const std::uint32_t head = t_.is(at - 1, Word::To) ? at - 2 : at;
        return (t_.is(head, Word::Expected) || t_.is(head, Word::Set)) && t_.is_mark(head - 1, ',') && t_.is_mark(last_, ',') &&
               t_[last_ + 1].info->tense == Tense::Past && !t_.is(first_, kWeekday);
    }

    /// "The visit planned for 6 June | was cancelled": the nearest such day, which may be over; a weekday is to come all the same.
    bool is_called_off(std::uint32_t at) const {
        constexpr std::uint32_t reach = 6;  // "planned for 6 June | in Rome, | was cancelled"
        if (!(t_.is(at, Word::Expected) || t_.is(at, Word::Set) || t_.is(at, Word::Due)) || t_.is(first_, kWeekday) ||
            t_[at].sentence != t_[last_].sentence)
            return false;
        for (std::uint32_t n = last_; n < last_ + reach && (t_.is_word(n) || t_.is_mark(n, ',')); ++n) {
            if (t_[n].info->tense != Tense::Past && !t_.is(n, Word::Is)) continue;
            return t_.says(n + 1, kUndone) || (t_.is(n + 1, Word::Is) && t_.says(n + 2, kUndone));
        }
        return false;
    }

    /// "gained a tenth to end Friday at 2,031", "to close on Tuesday at $31.25": at the verb, behind its "to".
    bool ends_at(std::uint32_t at) const {
        if (!t_.is(last_, Word::At) || !t_.is(at - 1, Word::To) || !t_.is(at, kPartNoun) || at + 2 < first_) return false;
        const std::uint32_t level = t_.is_mark(last_ + 1, '$') ? last_ + 2 : last_ + 1;
        return t_.is_number(level) && (level != last_ + 1 || t_[level].digits > 2 || t_.joined(level + 1)) &&
               t_[at - 2].info->tense != Tense::Future && !t_.is(at - 2, Word::Is);
    }

    /// "reached an agreement to pare output from January", "voted to raise fares from May": at "to".
    bool starts_from(std::uint32_t at) const {
        if (!t_.is(first_ - 1, Word::From) || !t_.is(first_, kMonth) || !t_.is(at, Word::To) || !t_.is_word(at + 1)) return false;
        const bool decides = t_.is(at - 1, Word::Decision) || t_.is(at - 1, Word::Yearly) || t_.is(at - 1, Word::Intend) ||
                             t_.is(at - 1, Word::Plans) || t_.is(at - 1, Word::Pledged);
        return decides && !t_[at + 1].capital && !t_.is(at + 1, kArticle | kDeterminer);
    }

    /// "after the firm shut off power in two towns starting Saturday": at "starting".
    bool starts_after(std::uint32_t at) const {
        constexpr std::uint32_t subject = 5;
        std::uint32_t verb = at - 1;
        while (t_[verb].kind != TokenKind::Break && t_[verb].sentence == t_[at].sentence && at - verb < kReach &&
               t_[verb].info->tense == Tense::None)
            --verb;
        if (t_[verb].sentence != t_[at].sentence || t_[verb].info->tense != Tense::Past) return false;
        for (std::uint32_t back = 1; back <= subject && t_[verb - back].sentence == t_[at].sentence; ++back) {
            if (t_.is(verb - back, Word::After)) return true;
        }
        return false;
    }

    /// "was due", "was to arrive", "had planned to visit": at the word that looks ahead.
    bool was_to_come(std::uint32_t at) const {
        constexpr std::uint32_t verb_group = 3;
        for (std::uint32_t back = 1; back <= verb_group && t_.is_word(at - back); ++back) {
            const bool past = t_[at - back].info->tense == Tense::Past;
            if (past && (t_.is(at - back, Word::Is) || t_.is(at - back, Word::Managed))) return true;
        }
        return false;
    }

    VerbTense after_it() const {
        const std::uint32_t sentence = t_[first_].sentence;
        bool quoted = false;
        for (std::uint32_t n = 0; n < kReach; ++n) {
            const Token& token = t_[last_ + n];
            if (token.kind == TokenKind::Mark && closes_quote(t_, last_ + n)) quoted = true;
            if (token.kind == TokenKind::Break || token.sentence != sentence || t_.is_mark(last_ + n, ';') || ends_row(last_ + n - 1))
                break;
            const Tense tense = tense_at(t_, last_ + n);
            if (tense == Tense::None) continue;
            if (quoted && t_.is(last_ + n, kSpeech)) return {};  // `"Growth from June," he said`
            // "the August 14 hearing was postponed": the nearest such day
            const std::uint32_t participle = t_.is(last_ + n + 1, Word::Is) ? last_ + n + 2 : last_ + n + 1;  // "has been postponed"
            const bool undone =
                t_.says(participle, kUndone) && t_.is(participle - 1, Word::Is) && t_.is(first_ - 1, kDeterminer | kArticle);
            if (undone) return {Tense::Present};
            const bool of_day = tense == Tense::Present && t_.is(first_ - 1, Word::Of);  // "his statement of 18 May is"
            return {of_day ? Tense::None : tense};
        }
        return {};
    }

    const Tokens& t_;
    std::uint32_t first_;
    std::uint32_t last_;
};

}  // namespace

VerbTense tense_near(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    if (t.is(first - 1, Word::Set) && is_set_record(t, first - 1)) return {Tense::Past};
    if (t.is(first - 1, Word::Since) || dates_mishap(t, first, last)) return {Tense::Past};
    const bool contract = t.is(last, Word::Contract) || (t.is(first - 1, Word::For) && t.is(first - 2, Word::Contract));
    const bool delivery =
        t.is(first - 1, Word::In) && t.is(first - 2, Word::Contract) && t.is(first - 3, Word::For);  // "for delivery in May"
    if (t.is(first, kMonth) && (contract || delivery)) return {Tense::Future};  // "gold for December delivery", "crude futures for January"
    if (dates_fixture(t, first, last) || dates_chance(t, first) || follows_tonight(t, first)) return {Tense::Future};
    if (names_deadline(t, first, last) || dates_what_is_put_off(t, first, last)) return {Tense::Present};
    if (dates_what_follows(t, first, last)) return {Tense::None};
    if (dates_what_was(t, first, last)) return {Tense::Past};
    if (noun_to_come(t, first, last) || is_day_spoken_of(t, first, last) || reports_on(t, first, last) || is_done_then(t, first, last))
        return {Tense::Future};
    if (noun_over(t, last) || (t.is(first, kMonth | kPart | kPartNoun | kWeekday | kArticle) && is_compared_with(t, first)))
        return {Tense::Past};
    // "was named chairman, effective Jan. 1", "payable Feb. 15 to holders of record Jan. 31": the nearest such day
    const bool terms = t.is(first - 1, Word::Effective) || (t.is(first - 1, Word::Record) && t.is(first - 2, Word::Of));
    if (terms) return {Tense::Present};
    if (t.is(first - 1, Word::Until) && t.is(last, Word::To) && t.is(last + 1, kBaseVerb))
        return {Tense::Future};  // "gave it until Monday to raise"
    const VerbTense found = VerbSearch(t, first, last).run();
    if (found.tense != Tense::None) return found;
    const std::uint32_t sky = t.is(first - 1, Word::On) ? first - 2 : first - 1;  // "Weather: rain Friday, sunny on Saturday"
    if ((t.says(sky, kSky) || t.is(sky, Word::Weather)) && t.is(first, kWeekday)) return {Tense::Future};
    return {t.is(first - 1, Word::By) || t.is(first - 1, Word::Until) || t.is(first - 1, Word::Through)
                ? Tense::Future
                : Tense::None};  // "hope for a deal by the weekend"
}

}  // namespace dateline::extract::temporal
