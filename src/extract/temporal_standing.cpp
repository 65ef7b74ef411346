#include "extract/temporal_standing.h"

#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract::temporal {
namespace {

/// "LA PAZ (Agency / Wire - 28th July, 2020) The tribunal said", "Oruro, Bolivia, (Agency - 28th July, 2020) :": a place, all in capitals
/// or before a comma, and the day at the end of its brackets.
bool is_bracketed_dateline(const Tokens& t, const Match& day) {
    constexpr std::uint32_t agency = 10, place = 5;
    if (!t.is_mark(day.last, ')')) return false;
    std::uint32_t open = day.first - 1;
    if (!t.is_mark(open, '(') && !t.is_dash(open) && !t.is_mark(open, ',') && !t.is_mark(open, '/')) return false;
    while (day.first - open < agency && !t.is_mark(open, '(')) --open;
    if (!t.is_mark(open, '(')) return false;
    const bool set_off = t.is_mark(open - 1, ',');
    for (std::uint32_t at = open - 1; open - at <= place; --at) {
        if (t.is_mark(at, '.') || t.is_mark(at, ',') || t.is_mark(at, '/')) continue;
        if (!t.is_word(at) || !(set_off ? t[at].capital : t[at].all_capitals)) return false;
        if (t.opens_line(at)) return true;
    }
    return false;
}

bool has_its_line(const Tokens& t, const Match& day) {
    std::uint32_t first = day.first;
    while (first > 0 && t[first].gap != Gap::Line && t[first - 1].kind != TokenKind::Break) {
        --first;
        const bool range =
            t.is_number(first) && t[first].digits <= 2 && (t.is_dash(first + 1) || t.is_mark(first + 1, '/'));  // "20–21 September"
        if (t[first].kind != TokenKind::Mark && !range) return false;
    }
    std::uint32_t end = day.last;
    while (t[end].kind == TokenKind::Mark && t[end].gap != Gap::Line) ++end;
    return t[end].kind == TokenKind::Break || t[end].gap == Gap::Line;
}

/// "Friday, 17 May, | Georgia", "Friday, May 17, 2024, | Georgia. | The court met": a weekday's day over what was told of one place.
bool heads_place(const Tokens& t, const Match& day) {
    constexpr std::uint32_t longest = 4;
    if (day.expression.weekday == 0 || !t.opens_line(day.first) || !t.is_mark(day.last, ',')) return false;
    std::uint32_t end = day.last + 1;
    while (end - day.last <= longest && t.is_word(end) && t[end].capital && t[end].gap == Gap::Space) ++end;
    if (end == day.last + 1) return false;
    return t[end].kind == TokenKind::Break || t[end].gap == Gap::Line ||
           (t.is_mark(end, '.') && t[end + 1].gap != Gap::None && !(t.is_word(end + 1) && !t[end + 1].capital));
}

}  // namespace

bool is_dated(const Expression& e) {
    return e.kind == Expression::Kind::Calendar && e.year != kNoYear && !e.decade && !e.century && e.clock.empty();
}

bool is_bare_year(const Expression& e) {
    return is_dated(e) && !e.short_year && e.month == 0 && e.season == 0 && e.quarter == 0 && e.half == 0 && e.nth == 0;
}

bool is_dateline(const Tokens& t, const Match& day) {
    constexpr std::uint32_t place = 7, agency = 8;
    const Expression& e = day.expression;
    if (e.kind != Expression::Kind::Calendar || e.day == 0 || e.month == 0) return false;
    if (is_bracketed_dateline(t, day)) return true;
    if (!t.is_mark(day.first - 1, ',')) return false;
    std::uint32_t first = day.first - 1;
    while (day.first - first < place && !t.opens_line(first)) {
        --first;
        if (!(t.is_word(first) && t[first].capital) && !t.is_mark(first, ',') && !t.is_mark(first, '.')) return false;
    }
    if (!t.opens_line(first) || !t.is_word(first) || first + 1 == day.first || t.is(first, kPreposition)) return false;
    std::uint32_t at = day.last;
    if (t.is_mark(at, '.') && t.is_mark(at + 1, '/')) ++at;  // "MOSCOW, August 16. /TASS/."
    if (t.is_mark(at, '(') || t.is_mark(at, '/')) {
        const char32_t close = t.is_mark(at, '(') ? ')' : '/';
        const std::uint32_t limit = at + agency;
        do ++at;
        while (at < limit && !t.is_mark(at, close));
        ++at;
        const bool closed = t[at - 2].all_capitals;
        if (closed && t.is_mark(at, '.')) ++at;
        const bool told_by = closed && t.is_word(at) && t[at].capital && t[at].gap == Gap::Space;
        if (told_by) return true;  // "Tunis, May 14, 2024 (TAP) The army announced"
    }
    const std::uint32_t story = t.is_dash(at + 1) ? at + 2 : at + 1;
    return t.is_dash(at) && !t.joined(story) && (!t.is_word(story) || t[story].capital) && !t.is_number(story);
}

bool sums_up(const Tokens& t, const Match& date) {
    constexpr std::uint32_t place = 5;
    std::uint32_t open = date.first - 1;
    if (t.is_mark(open, ','))  // "(Vienna, 3 May)"
        while (date.first - open <= place && ((t.is_word(open) && t[open].capital) || t.is_mark(open, ',')) &&
               t[open].kind != TokenKind::Break)
            --open;
    if (!t.is_mark(open, '(') || !t.is_mark(date.last, ')')) return false;
    const std::uint32_t end = date.last + 1;
    return t.is_mark(end, '.') || t[end].kind == TokenKind::Break || t[end].gap == Gap::Line;
}

bool is_day_alone(const Tokens& t, const Match& day) {
    const Expression& e = day.expression;
    return e.kind == Expression::Kind::Calendar && e.day != 0 && e.month != 0 && e.clock.empty() &&
           (has_its_line(t, day) || heads_place(t, day));
}

bool is_year_alone(const Tokens& t, const Match& year) {
    if (!is_bare_year(year.expression) || !has_its_line(t, year)) return false;
    std::uint32_t below = year.last;
    while (below < t.size() && (t[below].kind == TokenKind::Break || t[below].kind == TokenKind::Mark)) ++below;
    return t.is_word(below) && t[below].capital;
}

bool dates_note(const Tokens& t, std::string_view text, const Match& day) {
    static constexpr WordSet kLabels{"Created", "Published", "Posted", "Updated", "Dated", "Date", "Issued", "Submitted"};
    constexpr std::uint32_t label = 3;  // "Posted on:"
    const Expression& e = day.expression;
    if (e.kind != Expression::Kind::Calendar || e.day == 0 || e.year == kNoYear || !e.clock.empty()) return false;
    std::uint32_t first = day.first - 1;
    while (day.first - first <= label && !t.opens_line(first)) --first;
    const bool named =
        t.opens_line(first) && t.is_word(first) && kLabels.contains(text.substr(t[first].begin, t[first].end - t[first].begin));
    std::uint32_t end = day.last;
    while (t[end].kind == TokenKind::Mark && t[end].gap != Gap::Line) ++end;
    return named && (t[end].kind == TokenKind::Break || t[end].gap == Gap::Line);
}

bool begins_period(const Tokens& t, const Match& day) {
    constexpr std::uint32_t reach = 6;
    if (day.expression.kind != Expression::Kind::Calendar || day.expression.day == 0) return false;
    bool colon = false;
    for (std::uint32_t at = day.first - 1; day.first - at <= reach && t[at].kind != TokenKind::Break && t[at + 1].gap != Gap::Line; --at) {
        colon = colon || t.is_mark(at, ':');
        if (t.is(at, Word::Period)) return colon;
        if (t[at].kind != TokenKind::Mark) return false;
    }
    return false;
}

std::uint32_t heading_level(const Tokens& t, std::uint32_t i) {
    constexpr std::uint32_t longest = 14;
    std::uint32_t level = 0;
    while (t.is_mark(i + level, '#')) ++level;
    for (std::uint32_t at = i; at < i + longest; ++at) {
        if (t[at].kind == TokenKind::Break) return at == i || t.is_mark(at - 1, '.') ? 0 : level != 0 ? level : kPlainHeading;
        if (at > i && t[at].gap == Gap::Line) return level;
    }
    return level;
}

bool is_heading(const Tokens& t, std::uint32_t i) {
    constexpr std::uint32_t longest = 10;
    std::uint32_t first = i;
    while (first > 0 && i - first < longest && t[first].gap != Gap::Line && t[first].kind != TokenKind::Break) --first;
    if (i - first > longest / 2) return false;
    for (std::uint32_t at = i + 1; at - first < longest; ++at) {
        if (t[at].kind == TokenKind::Break || t[at].gap == Gap::Line)
            return !t.is_mark(at - 1, '.') && !t.is_mark(at - 1, ',') && (!t.is_mark(at - 1, ':') || at == i + 2);
    }
    return false;
}

bool is_letterhead(const Tokens& t, const Match& date) {
    constexpr std::uint32_t longest = 12;
    const std::uint32_t end = t.is_mark(date.last, '.') ? date.last + 1 : date.last;
    const bool day = date.expression.kind == Expression::Kind::Calendar && date.expression.day != 0 && date.expression.year != kNoYear;
    if (!day || (t[end].kind != TokenKind::Break && t[end].gap != Gap::Line)) return false;
    for (std::uint32_t back = 0; back <= longest && back <= date.first; ++back) {
        const std::uint32_t at = date.first - back;
        if (back > 0 && t[at].kind == TokenKind::Break) return true;
        if (back > 0 && t[at].info->tense != Tense::None) return false;
        if (at == 0 || t[at].gap == Gap::Line) return back > 0;
    }
    return false;
}

bool leads_sentence(const Tokens& t, std::uint32_t first) {
    if (t[first].begins_sentence) return true;
    return t.is_word(first - 1) && t[first - 1].begins_sentence && t.is(first - 1, kPreposition | kPart);
}

}  // namespace dateline::extract::temporal
