#include "extract/temporal_reader.h"

#include "extract/temporal_grammar.h"
#include "extract/temporal_profile.h"
#include "extract/temporal_standing.h"
#include "extract/temporal_tense.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <span>

namespace dateline::extract::temporal {

namespace {

bool is_lone_weekday(const Expression& e) {
    return e.kind == Expression::Kind::Calendar && e.weekday != 0 && e.day == 0 && e.month == 0 && e.nth == 0;
}

/// "has since been broken"; not "is said to have been broken"
bool is_perfect(const Tokens& t, std::uint32_t at) {
    if (t[at].info->tense != Tense::Present || t.is(at - 1, Word::To) || t[at - 1].info->tense == Tense::Future) return false;
    const auto participle = [&](std::uint32_t i) { return t.is_word(i) && (t[i].info->tense == Tense::Past || t.is(i, Word::Is)); };
    return participle(at + 1) || (t.is_word(at + 1) && participle(at + 2));
}

/// "the 2nd"
bool is_lone_day(const Expression& e) { return e.kind == Expression::Kind::Calendar && e.day != 0 && e.month == 0 && e.weekday == 0; }

/// Whether tokens [from, to) are "and", ",", ", and", "and on".
bool is_list_link(const Tokens& t, std::uint32_t from, std::uint32_t to) {
    std::uint32_t at = from;
    if (t.is_mark(at, ',')) ++at;
    if (t.is(at, Word::And)) ++at;
    if (at > from && t.is(at, Word::On)) ++at;
    return at > from && at == to;
}

/// "flew in on Monday, met them on Tuesday and left on Wednesday": from token `from`, after a weekday, to the next one a verb goes on
/// with the same telling.
bool goes_on(const Tokens& t, std::uint32_t from, std::uint32_t to) {
    constexpr std::uint32_t clause = 12;
    std::uint32_t verb = from;
    if (t.is_mark(verb, ',')) ++verb;
    if (t.is(verb, Word::And)) ++verb;
    if (verb == from || to - from > clause) return false;
    if (t[verb].info->tense != Tense::Past && t.is_word(verb) && !t.is(verb, kPreposition | kDeterminer))
        ++verb;  // "and then left", ", she flew"
    if (t[verb].info->tense != Tense::Past || t.is(verb, kSpeech)) return false;
    for (std::uint32_t at = verb + 1; at < to; ++at) {
        const bool other = !t.is_word(at) || t.is(at, kSpeech) || t.is(at, Word::After) || t.is(at, Word::Of) || t.is(at, Word::That) ||
                           t.is(at, Word::Since);
        if (other || t[at].sentence != t[from].sentence) return false;
    }
    return true;
}

/// "on Monday, Tuesday and Thursday": tells each of `mentions`, whose last has just been read, how far the last of the list is.
void take_up_list(std::span<TimeMention> mentions) {
    constexpr int week = 7;
    TimeMention& last = mentions.back();
    const TimeMention& before = mentions[mentions.size() - 2];
    const int gap = (last.expression.weekday - before.expression.weekday + week) % week;
    if (gap == 0) return;
    last.around.listed = true;
    for (std::size_t m = mentions.size() - 1; m-- > 0;) {
        mentions[m].around.days_to_last = static_cast<std::uint8_t>(mentions[m].around.days_to_last + gap);
        if (!mentions[m].around.listed) break;
    }
}

/// "from Monday | to Thursday of last week", "on Monday | and Tuesday of last week": both are of that week.
void take_up_week(std::span<TimeMention> mentions) {
    const Expression& last = mentions.back().expression;
    Expression& before = mentions[mentions.size() - 2].expression;
    const bool of_week =
        last.kind == Expression::Kind::Shift && last.unit == Unit::Week && last.rest_unit == Unit::Week && last.weekday != 0;
    if (!of_week || !is_lone_weekday(before) || before.weekday >= last.weekday) return;
    const Clock clock = before.clock;
    const auto weekday = before.weekday;
    const TimexType type = before.type;
    before = last;
    before.clock = clock;
    before.weekday = weekday;
    before.type = type;
}

/// "eleven years later", "three years earlier"
bool counts_on(const Expression& e) {
    return e.kind == Expression::Kind::Shift && e.anchor == Expression::Anchor::Told && e.direction != 0 && e.count > 0 && e.month == 0 &&
           e.weekday == 0;
}
/// "in May", "in the autumn": beside "a year later" of that year
bool is_part_of_year(const Expression& e) {
    return e.kind == Expression::Kind::Calendar && e.year == kNoYear && (e.month != 0 || e.season != 0) && e.clock.empty() && !e.recalled;
}
/// "24 August": beside "ten days later" it is that day
bool is_day(const Expression& e) {
    return e.kind == Expression::Kind::Calendar && e.year == kNoYear && e.month != 0 && e.day != 0 && e.clock.empty();
}
Expression day_of_that_year(const Expression& day) {
    Expression out = day;
    out.kind = Expression::Kind::Shift;
    out.anchor = Expression::Anchor::Told;
    out.unit = Unit::Year;
    out.direction = 0;
    out.count = 0;
    return out;
}
/// "today", "yesterday", without a time of it
bool is_day_word(const Expression& e) {
    return e.kind == Expression::Kind::Shift && e.anchor == Expression::Anchor::Published && e.unit == Unit::Day && e.count == 1 &&
           e.direction >= -1 && e.direction <= 1 && e.clock.empty() && !e.beside;
}
/// Whether the day `said` from token `to` stands right behind what ends at `from`: "Today February 18", "yesterday, May 3".
bool is_same_day(const Tokens& t, std::uint32_t from, std::uint32_t to, const Expression& said) {
    const bool day = said.kind == Expression::Kind::Calendar && said.month != 0 && said.day != 0 && said.clock.empty();
    return day && (from == to || (to == from + 1 && (t.is_mark(from, ',') || t.is_mark(from, '('))));
}
/// Whether tokens [from, to) are ",", ", in", ", on".
bool is_apposition(const Tokens& t, std::uint32_t from, std::uint32_t to) {
    return t.is_mark(from, ',') && (to == from + 1 || (to == from + 2 && (t.is(from + 1, Word::In) || t.is(from + 1, Word::On))));
}

/// "In 2025, first quarter exports", "In 2019, on 5 May, he": of the year that opens the sentence, up to `from`.
bool is_part_of_opening_year(const Tokens& t, std::uint32_t from, const Expression& year, const Expression& said) {
    const bool opens = t.is(from - 2, Word::In) && t[from - 2].begins_sentence && year.month == 0 && year.season == 0 &&
                       year.quarter == 0 && year.half == 0;
    const bool lacks = said.kind == Expression::Kind::Calendar && said.year == kNoYear &&
                       (said.month != 0 || said.season != 0 || said.quarter != 0 || said.half != 0);
    return opens && is_dated(year) && lacks && !said.recalled;
}

/// "in 1883, eleven years later", "Ten days later, on 24 August", "Three years later, on 5 March", "Today, February 18, 2006": two that stand beside
/// each other, the first ending at `from` and the second from `to`, tell of one time.
void settle_apposition(const Tokens& t, std::uint32_t from, std::uint32_t to, Expression& before, Expression& said) {
    if (is_same_day(t, from, to, said) && is_day_word(before)) before = said;
    if (!is_apposition(t, from, to)) return;
    if (is_part_of_opening_year(t, from, before, said)) said.year = before.year, said.short_year = before.short_year;
    const auto is_that_day = [](const Expression& day, const Expression& step) { return is_day(day) && step.unit < Unit::Month; };
    if (counts_on(said) && (is_dated(before) || is_that_day(before, said))) said = before;
    else if (counts_on(before) && (is_dated(said) || is_that_day(said, before))) before = said;
    else if (counts_on(before) && is_part_of_year(said) && before.unit == Unit::Year) said = day_of_that_year(said);
}

bool is_range_word(const Tokens& t, std::uint32_t i) {
    return t.is(i, Word::To) || t.is(i, Word::Through) || t.is(i, Word::Until) || t.is(i, Word::Till) || t.is_dash(i);
}

/// "by 6 a.m.", "from 11 p.m. to 5 a.m."
bool is_limit(const Tokens& t, std::uint32_t i) { return is_range_word(t, i) || t.is(i, Word::By); }

/// Whether nobody speaks between tokens `from` and `to`, and no clause tells of somebody: what is told goes on.
bool tells_on(const Tokens& t, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t at = from; at < to; ++at)
        if (t.is(at, kSpeech) || t.is(at, Word::Relative) || t[at].kind == TokenKind::Break) return false;
    return true;
}

/// "The accord of 2016, signed first in Bonn on | May 26": whether the aside that begins with a participle behind the year that ends before `from` is still open
/// at `to`. A comma and a verb close it.
bool is_in_aside_of_year(const Tokens& t, std::uint32_t from, std::uint32_t to) {
    constexpr std::uint32_t noun = 3, longest = 40;
    std::uint32_t comma = from;
    // "the accord of 2016", "the 2016 accord": not "built in 1996, it sank"
    if (!t.is(from - 2, Word::Of) && !t.is(from - 2, kArticle | kDeterminer)) return false;
    while (comma - from < noun && t.is_word(comma) && !t[comma].capital && t[comma].info->tense == Tense::None &&
           !t.is(comma, kPreposition))
        ++comma;
    const auto is_participle = [&](std::uint32_t at) {
        return t[at].info->tense == Tense::Past && !t.is(at, Word::Is) && !t.is(at, kNowadays);
    };
    const std::uint32_t verb = t.ends_in_ly(comma + 1) ? comma + 2 : comma + 1;
    if (!t.is_mark(comma, ',') || (!is_participle(verb) && !t.is(verb, Word::Relative)) || t.is(verb, kSpeech) || to - from > longest)
        return false;
    for (std::uint32_t at = verb + 1; at < to; ++at) {
        if (t.is(at, kSpeech) || t[at].kind == TokenKind::Break || t.is_mark(at, ';')) return false;
        const bool joined =
            t.is(at + 1, Word::And) && is_participle(at + 2) && !t.is(at + 3, Word::By);  // ", and asked for"; ", and approved by"
        if (t.is_mark(at, ',') && (joined || t[at + 1].info->tense != Tense::None || t.is(at + 1, Word::Is))) return false;
    }
    return true;
}

/// "Police had arrived at 2 a.m."
bool is_past_perfect(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t verb_phrase = 6;
    for (std::uint32_t back = 1; back <= verb_phrase && t.is_word(first - back) && t[first - back].sentence == t[first].sentence; ++back) {
        if (t.is(first - back, Word::Managed) && t[first - back].mark == 'h' && t[first - back].length == 3) return true;
    }
    return false;
}

bool is_phrase_word(const Tokens& t, std::uint32_t at, std::uint32_t of) {
    return t[at].sentence == t[of].sentence && (t.is_word(at) || t.is_number(at) || t.is_mark(at, ','));
}

/// "Lincoln, elected in 1860, called", "the walls had been built in 413": a year of what was before the telling. `first` and `last` are its date's.
bool is_past_beside(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t phrase = 6;
    for (std::uint32_t back = 1; back <= phrase && is_phrase_word(t, first - back, first); ++back) {
        const std::uint32_t at = first - back;
        const bool participle = t[at + 1].info->tense == Tense::Past || t.is(at + 1, Word::Is);
        if (t.is(at, Word::Managed) && t[at].mark == 'h' && t[at].length == 3 && participle) return true;
        if (!t.is_mark(at, ',')) continue;
        const bool bare =
            t[at + 1].info->tense == Tense::Past && !t.is(at + 1, Word::Is) && (at + 2 == first || t.is(at + 2, kPreposition));
        return bare && t.is_mark(last, ',') && t.is_word(at - 1) && t.is_word(last + 1) && !t.is(last + 1, Word::And);
    }
    return false;
}

/// "was born May 5, 1980", "born in Rome on 5 May"
bool tells_birth(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t place = 5;
    for (std::uint32_t back = 1; back <= place && (t.is_word(first - back) || t.is_mark(first - back, ',')); ++back) {
        if (t.is(first - back, Word::Born)) return t[first - back].sentence == t[first].sentence;
    }
    return false;
}

/// "Since | 7 May", "Since the closure of the port on | 7 May"
bool is_since(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t reach = 10;
    if (t.is(first - 1, Word::Since)) return true;
    for (std::uint32_t i = first, steps = 0; i-- > 0 && steps < reach && t.is_word(i) && t[i].sentence == t[first].sentence; ++steps)
        if (t.is(i, Word::Since)) return i == 0 || t[i - 1].sentence != t[first].sentence || t[i - 1].kind == TokenKind::Break;
    return false;
}

/// "handed a note over the boats sighted | on the 2nd": a participle at `verb` that says of a noun behind a preposition what had been done to it.
bool is_said_of_noun(const Tokens& t, std::uint32_t verb, std::uint32_t reach) {
    constexpr std::uint32_t phrase = 5;
    if (t[verb].info->tense != Tense::Past || t.is(verb, Word::Is) || t.is(verb, kNowadays | kSpeech) || t.is(verb, Word::Managed))
        return false;
    std::uint32_t noun = verb - 1;
    while (verb - noun <= phrase && t.is_word(noun) && !t.is(noun, kPreposition | kApprox) && t[noun].info->tense == Tense::None &&
           !t.is(noun, Word::And))
        --noun;
    if (noun == verb - 1 || !t.is(noun, kPreposition | kApprox) || t.is(noun, Word::After) || t.is(noun, Word::Before) ||
        t.is(noun, Word::Since))
        return false;
    for (std::uint32_t at = noun - 1; noun - at <= reach && t[at].kind != TokenKind::Break && t[at].sentence == t[verb].sentence; --at) {
        if (t.is(at, kSpeech) || t.is_mark(at, ',') || t.is_mark(at, ';') || t.is(at, Word::That)) return false;
        if (t[at].info->tense == Tense::Past) return true;
    }
    return false;
}

/// "left on 15 November, arriving in Ndola | on 8 December": what comes of it may be still to come.
bool is_outcome(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t at = first - 1; first - at <= reach && t.is_word(at) && t[at].sentence == t[first].sentence; --at)
        if (t.ends_in_ing(at)) return t.is_mark(at - 1, ',') && !(t[at].mark == 'h' && t[at].length == 6);  // not "having"
    return false;
}

/// "said that its fighters would halt | at midnight"
bool is_led_by_would(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t at = first - 1; first - at <= reach && t.is_word(at) && t[at].sentence == t[first].sentence; --at)
        if (t.is(at, Word::Would)) return true;
    return false;
}

/// Told beside the story: "with whom he had last spoken on 20 August", "who was elected on 3 May"; not "said that he had been shot on
/// Saturday", which is the story.
bool is_beside_story(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t clause = 14;
    // "a step that followed the ban | of 21 August"; not "on the night of 21 August"
    constexpr std::uint32_t of_time =
        kPart | kDayPart | kUnit | kDateWord | kDeictic | kOrdinal | kCardinal | kVague | kDeterminer | kArticle | kPreposition;
    // "the agreement dates back to 7 February 2001"
    if (t.is(first - 1, Word::To) && t.is_word(first - 2) && t[first - 2].mark == 'b' && t[first - 2].length == 4 &&
        t[first - 3].info->tense != Tense::Future && t.is_word(first - 3))
        return true;
    if (t.is(first - 1, Word::Of) && t.is_word(first - 2) && t[first - 2].length > 2 && !t.is(first - 2, of_time) &&
        !t[first - 2].begins_sentence)
        return true;
    bool had = false;
    for (std::uint32_t at = first - 1; first - at <= clause && t[at].kind != TokenKind::Break && t[at].sentence == t[first].sentence;
         --at) {
        if (t.is(at, Word::Relative)) return true;
        const bool bare = t.is_mark(at, ',') && t.is_mark(last, ',') && (t[at + 1].info->tense == Tense::Past || t.is(at + 1, Word::Set)) &&
                          !t.is(at + 1, Word::Is);  // "a ship, hit on 3 May, sank"
        if (is_said_of_noun(t, at, clause)) return true;
        if (t.is_mark(at, ',') || t.is_mark(at, ';')) return had || bare;
        if (t.is(at, kSpeech)) return false;
        had = had || (t.is(at, Word::Managed) && t[at].mark == 'h' && t[at].length == 3);
    }
    return had;
}

/// Replaces our sentences by the caller's.
void number_sentences(Tokens& tokens, std::span<const TextSpan> sentences, std::size_t& next) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens.at(i);
        while (next < sentences.size() && sentences[next].end <= token.code_point) ++next;
        token.sentence = static_cast<std::uint32_t>(next);
    }
}

TextSpan span_of(const Tokens& t, const Match& match) {
    const Token& last = t[match.last - 1];
    return {t[match.first].code_point, last.code_point + last.length};
}

ByteSpan bytes_of(const Tokens& t, const Match& match) { return {t[match.first].begin, t[match.last - 1].end}; }

/// "a Saturday edition": a weekday that names a sort, and not when something was; "a Saturday fire" tells of that day.
bool is_usual(const Tokens& t, const Match& day) {
    const std::uint32_t noun = day.last;
    if (!t.is(day.first - 1, Word::A) || !t.is_word(noun) || t[noun].capital || t[noun].info->tense != Tense::None ||
        !day.expression.clock.empty())
        return false;
    const auto happens = [&](std::uint32_t at) { return t.says(at, kFixture) || t.is(at, Word::Mishap) || t.is(at, Word::Setback); };
    return !happens(noun) && !happens(noun + 1) && !t.is(noun, kPreposition);
}

class Reader {
  public:
    Reader(std::string_view text, const TemporalOptions& options) : text_(text), options_(options), sentences_(options.sentences) {}

    Reading run() {
        Tokenizer tokenizer(text_);
        std::size_t sentence = 0;
        bool more = tokenizer.next(tokens_);
        take_profile(tokenizer.at_end() ? profile_of(tokens_, text_, options_.published) : profile_of(text_, options_.published));
        for (; more; more = tokenizer.next(tokens_)) {
            if (!sentences_.empty()) number_sentences(tokens_, sentences_, sentence);
            read_stretch();
        }
        return std::move(reading_);
    }

  private:
    void take_profile(const Profile& profile) {
        const Genre genre = options_.genre == Genre::Auto ? profile.genre : options_.genre;
        reading_.narrative = genre == Genre::Narrative;
        hints_.narrative = reading_.narrative;
        hints_.day_first = profile.day_first;
        hints_.order_told = profile.order_told;
        hints_.keeps_hours = profile.keeps_hours;
        hints_.dotted_days = profile.dotted_days;
        hints_.first_year = profile.first_year;
        hints_.last_year = profile.last_year;
        hints_.financial = profile.financial;
        if (options_.published && options_.published->first()) hints_.published_year = options_.published->first()->year;
    }

    /// "The week ahead:", "Programme", "Upcoming events": the days that stand before the items below are to come.
    void see_line(std::uint32_t first) {
        constexpr std::uint32_t longest = 10;
        static constexpr std::array<std::string_view, 7> kProgrammes{"ahead", "agenda",    "programme", "schedule",
                                                                     "diary", "itinerary", "upcoming"};
        const bool item = tokens_[first].kind != TokenKind::Word || tokens_.is(first, kWeekday);
        if (item) return;
        in_programme_ = false;
        bool named = false;
        for (std::uint32_t i = first; i < first + longest; ++i) {
            const Token& t = tokens_[i];
            if (i > first && (t.kind == TokenKind::Break || t.gap == Gap::Line)) {
                in_programme_ = named;
                return;
            }
            if (t.kind != TokenKind::Word || t.length > kProgrammes[2].size()) continue;
            const std::string_view rest = text_.substr(t.begin + 1, t.end - t.begin - 1);
            named = named || std::any_of(kProgrammes.begin(), kProgrammes.end(), [&](std::string_view word) {
                        return word.substr(1) == rest && (text_[t.begin] | 0x20) == word.front() && (word != "ahead" || i > first + 1);
                    });
        }
    }

    /// "### Lebanon" below "## 17 September" is still of that day.
    void see_heading(std::uint32_t level) {
        if (level == 0) return;
        level_ = level;
        if (level > day_level_) return;
        day_level_ = UINT32_MAX;
        ++section_;
    }

    void read_stretch() {
        const Grammar grammar(tokens_, text_, NamedTimes::built_in(), hints_);
        new_paragraph_ = true;
        brackets_ = 0;
        opened_ = UINT32_MAX;
        beside_ = last_token_ = year_token_ = 0;
        for (std::uint32_t i = 0; i < tokens_.size();) {
            see_token(i);
            matches_.clear();
            const std::uint32_t end = grammar.match(i, matches_);
            for (const Match& match : matches_) read_match(match);
            i = end > i ? end : i + 1;
        }
    }

    /// Keeps where the reading is: in which paragraph and line, in brackets or not.
    void see_token(std::uint32_t i) {
        const Token& token = tokens_[i];
        if (token.kind == TokenKind::Break) {
            new_paragraph_ = true;
            brackets_ = 0;
        } else {
            const bool opens = i == 0 || tokens_[i - 1].kind == TokenKind::Break;
            if (opens || token.gap == Gap::Line) see_line(i);
            if (token.is('(')) ++brackets_;
            if (token.is(')') && brackets_ > 0) --brackets_;
            if (opens && new_paragraph_ && i != opened_) {
                opened_ = i;
                see_heading(heading_level(tokens_, i));
            }
        }
        if (!perfect_ && (token.info->classes & kNowadays) != 0) perfect_ = i > 0 && is_perfect(tokens_, i);
    }

    void read_match(const Match& match) {
        Surroundings around;
        set_tense(match, around);
        set_neighbours(match, around);
        set_standing(match, around);
        const Links links = links_of(match, around);
        set_story(match, links, around);
        // "in the 12 months through September" is no range of two dates
        const bool lasts = match.expression.kind == Expression::Kind::Duration || match.expression.kind == Expression::Kind::Set;
        last_token_ = lasts ? 0 : match.last;
        const bool same_day = links.second_clock && match.expression.clock.hour >= 0 &&
                              reading_.mentions.back().expression.clock.hour >= 0 && match.expression.weekday != 0 &&
                              reading_.mentions.back().expression.weekday == match.expression.weekday;
        if (same_day) around.tense = reading_.mentions.back().around.tense;  // "open from 7 a.m. to 10 p.m. on Sunday"
        new_paragraph_ = false;
        Expression said = match.expression;
        if (links.of_year != kNoYear) said.year = links.of_year;
        if (is_bare_year(said)) year_token_ = match.last, told_year_ = said.year;
        if (beside_ != 0) settle_apposition(tokens_, beside_, match.first, reading_.mentions.back().expression, said);
        beside_ = match.last;
        reading_.mentions.push_back({span_of(tokens_, match), bytes_of(tokens_, match), said, around});
        if (links.listed) take_up_list(reading_.mentions);
        if (around.after_to || links.linked) take_up_week(reading_.mentions);
        // "it rained from Monday to Wednesday", told on a Monday: what is over began a week ago
        const bool over = links.weekdays && around.after_to && around.tense == Tense::Past && !around.put_off;
        if (over && match.expression.weekday != reading_.mentions[reading_.mentions.size() - 2].expression.weekday)
            reading_.mentions[reading_.mentions.size() - 2].around.days_to_last = 1;
        const Expression& e = match.expression;
        if (e.kind == Expression::Kind::Calendar && e.year != kNoYear && !e.short_year) hints_.told_year = e.year;
    }

    /// What the verb beside a match, and what leads to it, say of when it was.
    void set_tense(const Match& match, Surroundings& around) {
        const VerbTense verb = tense_near(tokens_, match.first, match.last);
        around.tense = in_programme_ && is_lone_weekday(match.expression) && tokens_.opens_line(match.first) ? Tense::Future : verb.tense;
        around.in_past = verb.in_past;
        around.put_off = verb.put_off;
        around.timetable = verb.timetable;
        around.present = verb.present;
        if (!match.expression.clock.empty()) {
            around.would = is_led_by_would(tokens_, match.first);
            around.had = is_past_perfect(tokens_, match.first);
        }
        if (is_lone_day(match.expression)) around.had = is_past_perfect(tokens_, match.first);
        around.past_beside = reading_.narrative && match.expression.kind == Expression::Kind::Calendar &&
                             match.expression.year != kNoYear && is_past_beside(tokens_, match.first, match.last);
        around.since = is_since(tokens_, match.first);
        if (around.since && !tokens_.is(match.first - 1, Word::Since))
            around.tense = Tense::Past, around.present = false;  // "Since the closure of the port on 7 May, exports have fallen"
        around.ended = tokens_.is(match.first - 1, Word::Ended);
        if (match.expression.quarter != 0 && tokens_.is(match.last, Word::Ended))
            around.tense = Tense::Past;  // "expects a loss for the fourth quarter ended Dec. 31"
        around.to_now = perfect_;
        perfect_ = false;
        around.happened = tokens_.is(match.first - 1, Word::In) && match.first >= 3 &&
                          tokens_[match.first - 2].info->tense == Tense::Past && !tokens_.is(match.first - 3, Word::Is);
    }

    /// The words and marks right before and behind a match.
    void set_neighbours(const Match& match, Surroundings& around) const {
        around.within = tokens_.is(match.first - 1, Word::In) || tokens_.is(match.first - 1, Word::Within);
        around.aside =
            brackets_ > 0 || (is_lone_weekday(match.expression) && is_usual(tokens_, match)) ||
            (tokens_.is(match.first - 1, Word::Ended) && tokens_.is_mark(match.first - 3, ','));  // "fiscal 2012, which ended March 31, …"
        around.bracketed = brackets_ > 0;
        around.sums_up = brackets_ > 0 && sums_up(tokens_, match);
        around.limit = is_limit(tokens_, match.first - 1);
        around.definite = is_lone_weekday(match.expression) && tokens_.is(match.first - 1, kArticle) && !tokens_.is(match.last, Word::Of) &&
                          (!tokens_.is_word(match.last) || tokens_.is(match.last, kPreposition | kDeterminer | kArticle));
        around.before = tokens_.is(match.first - 1, Word::Before) && tokens_.is_apostrophe(match.last);
        const bool stretched = !reading_.mentions.empty() && reading_.mentions.back().expression.kind == Expression::Kind::Duration &&
                               reading_.mentions.back().bytes.end == tokens_[match.first - 2].end;
        around.ends_stretch = stretched && (tokens_.is(match.first - 1, Word::To) || tokens_.is(match.first - 1, Word::Through) ||
                                            tokens_.is(match.first - 1, Word::Ended) || tokens_.is(match.first - 1, Word::Ending));
        const std::uint32_t speech = tokens_.is(match.first - 1, Word::On) ? match.first - 2 : match.first - 1;
        around.attributed = is_lone_weekday(match.expression) && match.expression.clock.empty() && tokens_.is(speech, kSpeech) &&
                            tokens_[speech].info->tense == Tense::Past && !tokens_[match.first].begins_sentence;
        const bool over = tokens_.is(match.first - 1, Word::Over) && tokens_.is(match.first, kMonth);  // "a 2% rise over July"
        around.compared = over || (tokens_.is(match.first - 1, Word::From) && !is_range_word(tokens_, match.last));
        around.background = tells_birth(tokens_, match.first);
        around.beside_story = match.expression.kind == Expression::Kind::Calendar && is_beside_story(tokens_, match.first, match.last);
        around.of_period = begins_period(tokens_, match);
        around.closed = tokens_.is_mark(match.last, ',');
        around.of_subject = tokens_.is(match.last, Word::Is) && tokens_[match.last].info->tense == Tense::Past &&
                            tokens_.is(match.first - 1, Word::Of) && is_bare_year(match.expression);
        around.after_to = last_token_ != 0 && last_token_ + 1 == match.first && is_range_word(tokens_, last_token_) &&
                          tokens_[last_token_].gap != Gap::Line;
    }

    /// Where a match stands in the document: at the head of a sentence, a line, an entry, a letter.
    void set_standing(const Match& match, Surroundings& around) {
        around.leads = leads_sentence(tokens_, match.first);
        around.labels = tokens_.opens_line(match.first);
        around.heads_entry =
            around.labels && (tokens_.is_mark(match.last, ':') || (tokens_.is_dash(match.last) && !tokens_.joined(match.last)));
        around.dateline = is_dateline(tokens_, match);
        around.dates_note = dates_note(tokens_, text_, match);
        around.day_alone = around.dates_note || is_day_alone(tokens_, match);
        around.year_alone = is_year_alone(tokens_, match);
        if (around.day_alone) day_level_ = level_;
        around.section = section_;
        around.new_paragraph = new_paragraph_;
        around.sentence = tokens_[match.first].sentence;
        around.heading = is_heading(tokens_, match.first);
        around.letterhead = is_letterhead(tokens_, match);
    }

    /// How a match goes with the one before it.
    struct Links {
        bool second_clock = false, weekdays = false, linked = false, listed = false;
        bool of_month = false;  ///< it is a month or a day of one, without its year
        int of_year = kNoYear;  ///< in whose aside it stands
    };
    Links links_of(const Match& match, const Surroundings& around) const {
        Links links;
        links.second_clock = around.after_to || (last_token_ != 0 && last_token_ + 1 == match.first && tokens_.is(last_token_, Word::And));
        links.weekdays = last_token_ != 0 && is_lone_weekday(match.expression) && is_lone_weekday(reading_.mentions.back().expression);
        links.linked = last_token_ != 0 && is_list_link(tokens_, last_token_, match.first);
        links.of_month =
            match.expression.kind == Expression::Kind::Calendar && match.expression.month != 0 && match.expression.year == kNoYear;
        if (year_token_ != 0 && links.of_month && tokens_[year_token_ - 1].sentence == around.sentence && around.tense != Tense::Future &&
            is_in_aside_of_year(tokens_, year_token_, match.first))
            links.of_year = told_year_;
        const bool next_day = links.weekdays && around.tense == Tense::Past && reading_.mentions.back().around.tense == Tense::Past &&
                              match.expression.weekday - reading_.mentions.back().expression.weekday == 1;
        links.listed = links.weekdays && (links.linked || (next_day && goes_on(tokens_, last_token_, match.first)));
        return links;
    }

    /// Whether it goes on with what was told at the match before.
    void set_story(const Match& match, const Links& links, Surroundings& around) const {
        const bool past = around.tense == Tense::Past;
        // not "the first since March 2022, took place on 16 May", where an aside ends
        const std::uint32_t link = tokens_.is_mark(last_token_, ',') ? last_token_ + 1 : last_token_;
        const bool of_hour = match.expression.kind == Expression::Kind::Recall && match.expression.clock.hour >= 0;
        around.goes_on = last_token_ != 0 && (links.of_month || of_hour) && match.expression.weekday == 0 && past &&
                         !reading_.mentions.back().around.beside_story && (tokens_.is(link, Word::And) || tokens_.is(link, Word::But)) &&
                         goes_on(tokens_, last_token_, match.first);
        around.outcome = links.of_month && match.expression.day != 0 && past && !reading_.mentions.empty() &&
                         reading_.mentions.back().around.sentence == around.sentence && reading_.mentions.back().expression.day != 0 &&
                         is_outcome(tokens_, match.first);
        const bool goes_to = around.limit && around.tense != Tense::Future && around.tense != Tense::Present;  // "it lasted through April"
        const bool in_next = tokens_.is(match.first - 1, Word::In) && past && tokens_.is_mark(match.first - 2, ';');  // "; in May it fell"
        around.story_year = links.of_month && (goes_to || in_next) && !around.after_to &&
                            (last_token_ == 0 ||
                             tells_on(tokens_, tokens_[last_token_].sentence == around.sentence ? last_token_ : match.first, match.first));
    }

    std::string_view text_;
    const TemporalOptions& options_;
    std::span<const TextSpan> sentences_;
    GrammarHints hints_;
    Tokens tokens_;
    std::vector<Match> matches_;
    Reading reading_;
    std::uint32_t section_ = 0;             ///< headings so far, but for those below a day's
    std::uint32_t level_ = kPlainHeading;   ///< of the last heading
    std::uint32_t day_level_ = UINT32_MAX;  ///< of the heading that is a day; UINT32_MAX for none
    bool perfect_ = false;                  ///< since the last mention something "has been"
    bool in_programme_ = false;             ///< of the lines below "The week ahead:"
    std::uint32_t last_token_ = 0;          ///< the end of the match before; 0 at the start of a stretch
    std::uint32_t year_token_ = 0;          ///< the end of the last year that was told alone; 0 at the start of a stretch
    int told_year_ = kNoYear;               ///< that year
    bool new_paragraph_ = true;             ///< nothing of it has matched yet
    int brackets_ = 0;                      ///< that are open
    std::uint32_t beside_ = 0;              ///< the end of the match before; 0 at the start of a stretch
    std::uint32_t opened_ = UINT32_MAX;     ///< the first token of this paragraph
};

}  // namespace

Reading read_expressions(std::string_view utf8_text, const TemporalOptions& options) { return Reader(utf8_text, options).run(); }

}  // namespace dateline::extract::temporal
