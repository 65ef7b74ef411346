#include "extract/temporal_grammar.h"

namespace dateline::extract::temporal {

namespace {

bool is_round(int number) { return number % 100 == 0; }

}  // namespace

/// Whether a number is followed by what it counts: "2000 soldiers", "1500 enemy ships".
bool Grammar::counts_things(std::uint32_t i, std::uint32_t next) const {
    if (t_.is(next, Word::Yearly)) return false;
    if (t_.is(next, kCounted) || (t_.is(next, kUnit) && t_[next].gap == Gap::Space && !t_[next].capital)) return true;
    if (!t_.is_word(next) || t_[next].gap != Gap::Space) return false;
    const bool introduced = t_.is(i - 1, kPreposition) && !t_.is(i - 1, Word::Of) && !t_.is(i - 1, Word::To) && !t_.is(i - 1, Word::For) &&
                            !t_.is(i - 1, Word::At);
    if (introduced) return false;
    const bool odd_for_a_year = is_round(t_[i].number) || t_[i].number < 1800;
    return odd_for_a_year && t_[next].info->classes == 0 && t_[next].info->tense == Tense::None && !t_[next].capital &&
           t_[next].length > 3 && !t_.is(i - 1, Word::The);
}

/// A number of four digits that is a year and not a quantity, a name or a part of a longer number.
bool Grammar::can_be_year(std::uint32_t i) const {
    const Token& token = t_[i];
    const std::uint32_t next = i + 1;
    if (t_.joined(i)) {
        const Token& before = t_[i - 1];
        if (before.kind != TokenKind::Mark) return false;
        const bool opens = before.mark == '(' || before.mark == '[' || before.mark == '"' || before.mark == 0x201C || t_.is_dash(i - 1) ||
                           t_.is_apostrophe(i - 1) || before.mark == '/' || before.mark == ',' || before.mark == ';' || before.mark == ':';
        if (!opens) return false;
        if ((before.mark == ',' || before.mark == '/' || t_.is_hyphen(i - 1) || before.mark == ':') && t_.joined(i - 1) && t_.is_number(i - 2) &&
            t_[i - 2].digits != 4) {
            return false;
        }
        if (t_.is_hyphen(i - 1) && t_.joined(i - 1) && t_.is_word(i - 2) && !t_.is(i - 2, kPart | kMonth)) return false;
    }
    if (t_.is_number(i - 1) && t_[i - 1].digits > 1 && text_[t_[i - 1].begin] == '0') return false;  // 0845 2010
    if (t_.is(i - 1, kNumberNoun) || t_.is_mark(i - 1, '#') || t_.is_mark(i - 1, '$') || t_.is_mark(i - 1, 0x20AC) ||
        t_.is_mark(i - 1, 0xA3)) {
        return false;
    }
    if (t_.is_mark(i - 1, '.') && t_.is(i - 2, kNumberNoun) && t_[i - 2].length <= 3) return false;  // No. 1815
    const bool measured = t_.is(i - 1, Word::Than) || t_.is(i - 1, Word::Least) || t_.is(i - 1, Word::Most) ||
                          (t_.is(i - 1, kApprox) && !t_.is(i - 1, Word::Around) && !t_.is(i - 1, Word::Circa) && t_[i - 1].info->value != static_cast<int>(Mod::Approximate));
    const bool range = t_.is_dash(next) && t_.is_number(next + 1) && t_[next + 1].digits == 4;
    if (measured && !t_.is_mark(next, ')') && !range) return false;
    if (t_.joined(next)) {
        if (t_.is_word(next)) return false;
        if (t_.is_hyphen(next) && t_.joined(next + 1) && t_.is_word(next + 1)) {
            return t_.is(next + 1, Word::Present) || t_.is(next + 1, Word::Now) || t_.is(next + 1, Word::Era);
        }
        if ((t_.is_mark(next, ',') || t_.is_mark(next, '.') || t_.is_mark(next, ':') || t_.is_mark(next, '/')) && t_.joined(next + 1) &&
            t_.is_number(next + 1) && t_[next + 1].digits != 4) {
            const bool season = t_.is_mark(next, '/') && t_[next + 1].digits == 2 && t_[next + 1].number == (token.number + 1) % 100;
            if (!season) return false;  // but 2012/13
        }
        if (t_.is_mark(next, '%') || t_.is_mark(next, 0xB0)) return false;
        if (t_.is_hyphen(next) && t_.joined(next + 1) && t_.is_number(next + 1) && t_[next + 1].digits != 2 && t_[next + 1].digits != 4) return false;
    }
    if (counts_things(i, next)) return false;
    if (token.number < 1400 || token.number > 2060) {
        const bool introduced = t_.is(i - 1, kPreposition) || t_.is_mark(i - 1, '(') || t_.is(i - 1, Word::Year) || t_.is_dash(i - 1) ||
                                t_.is(i - 1, kPart) || t_.is(i - 1, Word::And);
        if (!introduced || t_.is(i - 1, Word::To)) return false;
    }
    return true;
}

Match Grammar::year_at(std::uint32_t i) const {
    std::uint32_t start = i;
    if (t_.is(start, Word::The)) ++start;
    if (t_.is(start, Word::Year) || t_.is(start, Word::Years)) ++start;
    if (start == i + 1 && t_.is(i, Word::The)) return {};
    Expression e;
    if (t_.is(start, Word::Ad) && t_[start].all_capitals && t_.is_number(start + 1) && t_[start + 1].digits <= 4 && t_[start + 1].number > 0) {
        e.year = t_[start + 1].number;
        return {i, start + 2, e};
    }
    if (t_.is_apostrophe(start) && !t_.joined(start) && t_.joined(start + 1) && t_.is_number(start + 1) && t_[start + 1].digits == 2 &&
        !(t_.joined(start + 2) && t_.is_word(start + 2))) {
        e.year = t_[start + 1].number;
        e.short_year = true;
        return {i, start + 2, e};
    }
    if (!t_.is_number(start)) {
        const Count spelled = spelled_year_at(start);
        if (!spelled || t_.is(spelled.end, kUnit) || counts_things(start, spelled.end)) return {};
        e.year = static_cast<int>(spelled.value);
        return {i, spelled.end, e};
    }
    const std::uint32_t end = take_year(start, e, false);
    if (end == start) {
        // "in 490" of a history before the era
        const bool small = hints_.told_year <= 0 && hints_.told_year != kNoYear && t_[start].digits == 3 &&
                           (t_.is(i - 1, kPreposition) || t_.is_dash(i - 1)) && !t_.is(i - 1, Word::To) && !t_.joined(start + 1);
        const int year = 1 - t_[start].number;
        const bool comma = t_.is_mark(start + 1, ',') || t_.is_mark(start + 1, '.') || t_.is_mark(start + 1, ')');
        const bool near = year - hints_.told_year < 120 && hints_.told_year - year < 120;
        if ((small || (hints_.told_year <= 0 && hints_.told_year != kNoYear && t_[start].digits == 3 && comma && t_.is(i - 1, kPreposition))) &&
            near && !counts_things(start, start + 1)) {
            e.year = year;
            e.before_era = true;
            return {i, start + 1, e};
        }
        return {};
    }
    if (end == start + 1 && start == i && !can_be_year(start)) return {};
    return {i, end, e};
}

/// "the 1990s", "1990's", "the '90s", "the nineties", "the nineteen sixties".
Match Grammar::decade_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    Expression e;
    e.decade = true;
    if (t_.is(at, kDecadeWord)) {
        if (at == i && !t_.is(i - 1, kPart) && !t_.is_hyphen(i - 1) && !t_.is(i - 1, Word::The)) return {};  // "in her thirties"
        e.year = t_[at].info->value;
        e.short_year = true;
        return {i, at + 1, e};
    }
    const bool spelled = t_.is(at, kCardinal) && t_[at].info->value >= 15 && t_[at].info->value <= 20;
    const std::uint32_t tens = t_.is_hyphen(at + 1) ? at + 2 : at + 1;
    if (spelled && t_.is(tens, kDecadeWord)) {
        e.year = t_[at].info->value * 100 + t_[tens].info->value;
        return {i, tens + 1, e};
    }
    const bool quoted = t_.is_apostrophe(at) && t_.joined(at + 1);
    if (quoted) ++at;
    if (!t_.is_number(at) || (t_[at].digits != 4 && t_[at].digits != 2 && t_[at].digits != 3) || t_[at].number % 10 != 0) return {};
    std::uint32_t s = at + 1;
    if (t_.is_apostrophe(s) && t_.joined(s)) ++s;
    if (!t_.is(s, Word::S) || !t_.joined(s)) return {};
    Expression era;
    const std::uint32_t end = take_era(s + 1, era);
    const bool after_decade = (t_.is(i - 1, Word::And) || t_.is(i - 1, Word::Or) || t_.is(i - 1, Word::To)) && t_.is(i - 2, Word::S) && t_.joined(i - 2);
    if (t_[at].digits == 2 && !quoted && at == i && !t_.is(i - 1, kPart) && !t_.is_hyphen(i - 1) && !after_decade) return {};  // "temperatures in 90s"
    if (t_[at].digits == 3 && !era.before_era) return {};
    if (t_[at].digits == 4 && (t_[at].number < 1000 || t_[at].number > 2199) && !era.before_era) return {};
    e.short_year = t_[at].digits == 2;
    e.before_era = era.before_era;
    e.year = era.before_era ? -t_[at].number : t_[at].number;
    return {i, end, e};
}

/// XIX, as centuries are numbered in much of the world.
Count Grammar::roman_at(std::uint32_t i) const {
    const Token& token = t_[i];
    if (token.kind != TokenKind::Word || !token.capital || token.length > 6 || token.end - token.begin != token.length) return {};
    const auto value_of = [](char c) { return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0; };
    int total = 0;
    for (std::uint32_t at = token.begin; at < token.end; ++at) {
        const int value = value_of(text_[at]);
        const int next = at + 1 < token.end ? value_of(text_[at + 1]) : 0;
        if (value == 0) return {};
        total += value < next ? -value : value;
    }
    return {i + 1, static_cast<double>(total), false};
}

/// "the 19th century", "nineteenth-century", "the 4th century BC".
Match Grammar::century_at(std::uint32_t i) const {
    const std::uint32_t start = t_.is(i, Word::The) ? i + 1 : i;
    Count ordinal = ordinal_at(start);
    if (!ordinal) ordinal = roman_at(start);
    if (!ordinal || ordinal.value < 1 || ordinal.value > 30) return {};
    const std::uint32_t at = t_.is_hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
    if (!t_.is(at, kUnit) || (t_[at].info->unit != Unit::Century)) return {};
    Expression e;
    e.century = true;
    Expression era;
    const std::uint32_t end = take_era(at + 1, era);
    e.before_era = era.before_era;
    const int n = static_cast<int>(ordinal.value);
    e.year = era.before_era ? -n * 100 : (n - 1) * 100;
    return {i, end, e};
}

/// "summer", "the winter of 1941–42", "spring 2009", "fall of that year".
Match Grammar::season_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    if (!t_.is(at, kSeason) || t_.is(at, kPlural)) return {};
    Expression e;
    e.season = static_cast<std::uint8_t>(t_[at].info->value);
    std::uint32_t end = take_year_tail(at + 1, e);
    if (end != at + 1 && !t_.is_mark(at + 1, ',')) {
        // "1941–42", "1941/1942"
        const bool joins = (t_.is_dash(end) || t_.is_mark(end, '/')) && t_.joined(end) && t_.joined(end + 1) && t_.is_number(end + 1);
        if (joins && e.kind == Expression::Kind::Calendar && (t_[end + 1].digits == 2 || t_[end + 1].digits == 4) &&
            t_[end + 1].number % 100 == (e.year + 1) % 100) {
            e.second_year = 1;
            end += 2;
        }
        return {i, end, e};
    }
    e.year = kNoYear;
    if (t_.is(at + 1, Word::Season)) return {i, at + 2, e};
    const bool plain = !t_[at].capital && e.season != 1 && t_[at].info->word != Word::Fall;  // nothing else is called "winter"
    const bool introduced = plain || at != i || t_.is(i - 1, kPreposition) || t_.is(i - 1, kPart) || t_.is(i - 1, kDeterminer) ||
                            (t_.is_hyphen(i - 1) && t_.is(i - 2, kPart)) || (t_[at].begins_sentence && t_.is_mark(at + 1, ','));
    const bool of_something = t_.is(at + 1, Word::Of);
    const bool fall_or_spring = t_[at].info->word == Word::Fall || e.season == 1;
    if (fall_or_spring && (of_something || t_.is(i - 1, Word::To) || (t_.is_word(at + 1) && t_.is(at + 1, kPreposition) && t_[at].info->word == Word::Fall && at == i))) return {};
    if (t_[at].capital && !t_[at].begins_sentence && t_.is_word(at + 1) && t_[at + 1].capital && !t_[at + 1].begins_sentence) return {};  // Winter Palace
    if (!introduced || (t_.is_hyphen(at + 1) && t_.joined(at + 1))) return {};
    return {i, at + 1, e};
}

/// "the third quarter (of 2001)", "Q3 2010", "the first half of this year", "the latter half of 1916".
Match Grammar::quarter_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    Expression e;
    if (t_.is_number(at) && t_[at].digits == 4 && at > i) {  // "the 2001 third quarter"
        e.year = t_[at].number;
        ++at;
    }
    std::uint32_t end = at;
    const bool latter = t_.is(at, kPart) && t_[at].info->value == static_cast<int>(Mod::End) && t_.is(at + 1, Word::Half);
    const Count ordinal = latter ? Count{at + 1, 2, false} : ordinal_at(at);
    if (ordinal && !t_.is(at, kUnit | kMonth)) {
        end = t_.is_hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
        if (t_.is(end, Word::Quarter) && ordinal.value <= 4) e.quarter = static_cast<std::uint8_t>(ordinal.value);
        if (t_.is(end, Word::Half) && ordinal.value <= 2) e.half = static_cast<std::uint8_t>(ordinal.value);
    } else if (ordinal && t_.is(at, Word::Second)) {
        end = t_.is_hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
        if (t_.is(end, Word::Quarter)) e.quarter = 2;
        if (t_.is(end, Word::Half)) e.half = 2;
    }
    if (e.quarter == 0 && e.half == 0) {
        const bool letter = (t_.is(at, Word::Q) || t_.is(at, Word::H)) && t_[at].capital && t_.is_number(at + 1) && t_.joined(at + 1);
        const int part = letter ? t_[at + 1].number : 0;  // "Q3 2010"
        if (part < 1 || part > (t_.is(at, Word::Q) ? 4 : 2) || t_[at + 1].digits != 1) return {};
        (t_.is(at, Word::Q) ? e.quarter : e.half) = static_cast<std::uint8_t>(part);
        const bool ranged = t_.is_dash(at + 2) && t_.is(at + 3, Word::Q) && t_.is_number(at + 4);  // "Q1–Q3 2020"
        if (take_year(at + 2, e, true) == at + 2 && !hints_.financial && !ranged) return {};
        e.year = kNoYear;
        end = at + 1;
    }
    ++end;
    const int given_year = e.year;
    if (given_year != kNoYear) return {i, end, e};
    std::uint32_t tail = t_.is(end, Word::Of) ? end + 1 : end;
    if (t_.is(tail, Word::The) && t_.is(tail + 1, Word::Year)) return {i, tail + 2, e};
    if (t_.is(tail, Word::Fiscal)) ++tail;
    if (t_.is(tail, Word::Fiscal) || t_.is(tail, Word::Year)) ++tail;
    const std::uint32_t year = take_year(tail, e, false);
    if (year != tail) return {i, year, e};
    tail = take_year_tail(end, e);
    if (tail != end) return {i, tail, e};
    const bool ranged = t_.is_dash(end) && t_.is(end + 1, Word::Q);
    if ((!hints_.financial && !ranged) || t_.is(end, Word::Of)) return {};
    return {i, end, e};
}

/// "fiscal 1989", "fiscal year 2009", "FY2012", "the financial year 2012/13".
Match Grammar::fiscal_year_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    if (!t_.is(at, Word::Fiscal)) return {};
    ++at;
    if (t_.is(at, Word::Year)) ++at;
    Expression e;
    const std::uint32_t end = take_year(at, e, true);
    if (end == at) return {};
    return {i, end, e};
}

}  // namespace dateline::extract::temporal
