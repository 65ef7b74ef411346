#include "extract/temporal_grammar.h"

#include "extract/word_set.h"

#include <algorithm>
#include <cstdlib>

namespace dateline::extract::temporal {

namespace {

bool is_round(int number) { return number % 100 == 0; }

}  // namespace

/// Whether a number is followed by what it counts: "2000 soldiers", "1500 enemy ships".
bool Grammar::counts_things(std::uint32_t i, std::uint32_t next) const {
    if (t_.is(next, Word::Yearly)) return false;
    // "the floods of 2014 killed thousands": what the floods did, not 2014 dead
    const std::string_view verb = t_.is_word(next) ? text_.substr(t_[next].begin, t_[next].end - t_[next].begin) : std::string_view();
    const bool has_object = t_.is_number(next + 1) || (t_.is_word(next + 1) && !t_.is(next + 1, kPreposition));
    if ((verb == "killed" || verb == "wounded") && t_.is(i - 1, kPreposition) && t_[i].digits == 4 && has_object &&
        !t_.is(next + 1, Word::And))
        return false;
    // "the 1988 deaths of two men": how many is said after them; "from $3 million in the 1988 quarter"
    const bool counted_after = t_.is(next, kCounted) && t_.is(next + 1, Word::Of) && (t_.is(next + 2, kCardinal) || t_.is_number(next + 2));
    if (t_[i].digits == 4 && t_.is(i - 1, Word::The) && (counted_after || t_.is(next, Word::Quarter))) return false;
    // "2000 or more", "1500 or 2000 soldiers"
    const bool alternative =
        t_.is(next, Word::Or) && (t_.is(next + 1, Word::More) || t_.is(next + 1, Word::Less) || t_.is(next + 1, Word::So) ||
                                  (t_.is_number(next + 1) && t_.is(next + 2, kCounted | kUnit)));
    if (alternative || t_.is(next, kCounted) || (t_.is(next, kUnit) && t_[next].gap == Gap::Space && !t_[next].capital)) return true;
    if (!t_.is_word(next) || t_[next].gap != Gap::Space) return false;
    const bool introduced = t_.is(i - 1, kPreposition) && !t_.is(i - 1, Word::Of) && !t_.is(i - 1, Word::To) && !t_.is(i - 1, Word::For) &&
                            !t_.is(i - 1, Word::At) && !(t_.is(i - 1, Word::By) && t_.ends_in_s(next));  // "rose by 1104 infections"
    if (introduced) return false;
    const bool odd_for_a_year = is_round(t_[i].number) || t_[i].number < 1800;
    return odd_for_a_year && t_[next].info->classes == 0 && t_[next].info->tense == Tense::None && !t_[next].capital &&
           t_[next].length > 3 && !t_.is(i - 1, Word::The);
}

/// "1838 Investment Advisors", "1901 Partners Inc.": what follows the number at `after`.
bool Grammar::names_a_firm(std::uint32_t after) const {
    static constexpr WordSet kFirms{"Advisors", "Advisers", "Corp", "Inc", "LLC", "Ltd", "Partners"};
    constexpr std::uint32_t longest = 4;
    for (std::uint32_t at = after;
         at < after + longest && t_.is_word(at) && t_[at].capital && t_[at].gap == Gap::Space && !t_[at].begins_sentence; ++at) {
        if (kFirms.contains(text_.substr(t_[at].begin, t_[at].end - t_[at].begin))) return true;
    }
    return false;
}

/// "lives at 1945 Main Street": what follows the number at `after`; not "the 1848 Main Street fire".
bool Grammar::is_house_number(std::uint32_t i) const {
    static constexpr WordSet kWays{"Street", "St", "Avenue", "Ave", "Road", "Rd", "Boulevard", "Blvd", "Drive", "Lane", "Place", "Way"};
    constexpr std::uint32_t longest = 4;
    if (t_.is(i - 1, kArticle | kDeterminer)) return false;
    for (std::uint32_t at = i + 1;
         at <= i + longest && t_.is_word(at) && t_[at].capital && t_[at].gap == Gap::Space && !t_[at].begins_sentence; ++at) {
        if (at != i + 1 && kWays.contains(text_.substr(t_[at].begin, t_[at].end - t_[at].begin))) return true;
    }
    return false;
}

/// "asteroid 2024 YR4": what is called so; not "in 2004 MI5 said".
bool Grammar::is_designation(std::uint32_t i) const {
    const std::uint32_t letters = i + 1;
    const bool code = t_.is_word(letters) && t_[letters].all_capitals && t_[letters].length == 2 && t_[letters].gap == Gap::Space &&
                      t_.is_number(letters + 1) && t_.joined(letters + 1);
    return code && t_.is_word(i - 1) && !t_.is(i - 1, kPreposition | kPart | kMonth | kApprox) && !t_[i].begins_sentence;
}

/// Whether what is joined to the front of a number lets it be a year: "(1945", "–1945", not "7-1945" or
/// "model-1945".
bool Grammar::opens_year(std::uint32_t i) const {
    const Token& before = t_[i - 1];
    if (before.kind != TokenKind::Mark) return false;
    const bool opens = before.mark == '(' || before.mark == '[' || before.mark == '"' || before.mark == 0x201C || t_.is_dash(i - 1) ||
                       t_.is_apostrophe(i - 1) || before.mark == '/' || before.mark == ',' || before.mark == ';' || before.mark == ':';
    if (!opens) return false;
    const bool part_of_number = before.mark == ',' || before.mark == '/' || t_.is_hyphen(i - 1) || before.mark == ':';
    if (part_of_number && t_.joined(i - 1) && t_.is_number(i - 2) && t_[i - 2].digits != 4) return false;
    return !(t_.is_hyphen(i - 1) && t_.joined(i - 1) && t_.is_word(i - 2) && !t_.is(i - 2, kPart | kMonth));
}

/// Whether what is joined to the end of a number lets it be a year: "1945)", "1945–46", not "1945-built" or
/// "1945.5".
bool Grammar::closes_year(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (t_.is_word(next)) return false;
    const bool number_follows = t_.joined(next + 1) && t_.is_number(next + 1);
    if (t_.is_hyphen(next) && t_.joined(next + 1) && t_.is_word(next + 1)) {
        return t_.is(next + 1, Word::Present) || t_.is(next + 1, Word::Now) || t_.is(next + 1, Word::Era);
    }
    const bool joins = t_.is_mark(next, ',') || t_.is_mark(next, '.') || t_.is_mark(next, ':') || t_.is_mark(next, '/');
    if (joins && number_follows && t_[next + 1].digits != 4) {  // but 2012/13
        return t_.is_mark(next, '/') && t_[next + 1].digits == 2 && t_[next + 1].number == (t_[i].number + 1) % 100;
    }
    if (t_.is_mark(next, '%') || t_.is_mark(next, 0xB0)) return false;
    return !(t_.is_hyphen(next) && number_follows && t_[next + 1].digits != 2 && t_[next + 1].digits != 4);
}

/// Whether the words before a number make it one: "Resolution 1973", "No. 1815", "$1999", "more than 2000".
bool Grammar::named_or_measured(std::uint32_t i) const {
    constexpr char32_t euro = 0x20AC;
    constexpr char32_t pound = 0xA3;
    if (t_.is_number(i - 1) && t_[i - 1].digits > 1 && text_[t_[i - 1].begin] == '0') return true;  // 0845 2010
    if (t_.is_number(i - 1) && t_.is_number(i - 2)) return true;                                    // 0845 2010 2011
    if (t_.is(i - 1, kNumberNoun) || t_.is_mark(i - 1, '#') || t_.is_mark(i - 1, '$') || t_.is_mark(i - 1, euro) ||
        t_.is_mark(i - 1, pound))
        return true;
    if (t_.is_mark(i - 1, '.') && (t_.is(i - 2, kNumberNoun) || (t_.is(i - 2, Word::P) && t_[i - 2].length == 1)) && t_[i - 2].length <= 3)
        return true;  // "No. 1815", "p. 1999"
    const bool second_half = t_.is_dash(i - 1) && t_.joined(i) && t_.joined(i - 1) && t_.is_number(i - 2);
    if (second_half && named_or_measured(i - 2)) return true;  // "pp. 1914-1918", "No. 2019-1234"
    // "closed at 2012 on Friday", "at 1990 m"; not "at 2012 levels"
    const bool level = t_.is(i - 1, Word::At) &&
                       (!t_.is_word(i + 1) || t_.is(i + 1, kPreposition | kCounted) || (t_.is(i + 1, Word::And) && !t_.is_number(i + 2)));
    if (level) return true;
    const bool approximate =
        t_.is(i - 1, Word::Around) || t_.is(i - 1, Word::Circa) || t_[i - 1].info->value == static_cast<int>(Mod::Approximate);
    const bool compared = t_.is(i - 1, Word::Than) && (t_.is(i - 2, Word::Earlier) || t_.is(i - 2, Word::Later)) &&
                          t_[i].digits == 4;  // "not earlier than 2035"
    const bool measured = (t_.is(i - 1, Word::Than) && !compared) || t_.is(i - 1, Word::Least) || t_.is(i - 1, Word::Most) ||
                          (t_.is(i - 1, kApprox) && !approximate);
    const bool range = t_.is_dash(i + 1) && t_.is_number(i + 2) && t_[i + 2].digits == 4;
    return measured && !t_.is_mark(i + 1, ')') && !range;
}

/// A number of four digits that is a year and not a quantity, a name or a part of a longer number.
bool Grammar::can_be_year(std::uint32_t i) const {
    if (t_.joined(i) && !opens_year(i)) return false;
    if (named_or_measured(i) || (t_.joined(i + 1) && !closes_year(i)) || counts_things(i, i + 1)) return false;
    constexpr int first_sure = 1400;
    constexpr int last_sure = 2060;
    if (t_[i].number >= first_sure && t_[i].number <= last_sure) return true;
    const bool introduced = t_.is(i - 1, kPreposition | kPart) || t_.is_mark(i - 1, '(') || t_.is(i - 1, Word::Year) || t_.is_dash(i - 1) ||
                            t_.is(i - 1, Word::And) || t_.is(i - 1, Word::Circa) ||
                            (t_.is_mark(i - 1, '.') && t_.is(i - 2, Word::C) && t_.joined(i - 1) && t_[i - 2].length <= 2);
    return introduced && !t_.is(i - 1, Word::To);
}

/// "in 490" of a history before the era: as near to what was told as its years are to one another.
Match Grammar::small_year_at(std::uint32_t i, std::uint32_t at) const {
    if (hints_.told_year > 0 || hints_.told_year == kNoYear || !t_.is_number(at) || t_[at].digits != 3) return {};
    const bool ends = !t_.joined(at + 1) || t_.is_mark(at + 1, ',') || t_.is_mark(at + 1, '.') || t_.is_mark(at + 1, ')');
    const bool introduced = (t_.is(i - 1, kPreposition) || t_.is_dash(i - 1)) && !t_.is(i - 1, Word::To);
    constexpr int one_telling = 120;
    const int year = 1 - t_[at].number;
    if (!ends || !introduced || std::abs(year - hints_.told_year) >= one_telling || counts_things(at, at + 1)) return {};
    Expression e;
    e.year = year;
    e.before_era = true;
    return {i, at + 1, e};
}

Match Grammar::year_at(std::uint32_t i) const {
    std::uint32_t start = i;
    if (t_.is(start, Word::The)) ++start;
    if (t_.is(start, Word::Year) || t_.is(start, Word::Years)) ++start;
    if (start == i + 1 && t_.is(i, Word::The)) return {};
    Expression e;
    if (t_.is(start, Word::Ad) && t_[start].all_capitals && t_.is_number(start + 1) && t_[start + 1].digits <= 4 &&
        t_[start + 1].number > 0) {
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
    if (end == start) return small_year_at(i, start);
    if (end == start + 1 && start == i && (!can_be_year(start) || names_a_firm(end) || is_house_number(start) || is_designation(start)))
        return {};
    if (t_.opens_line(i) && t_.is_mark(end, ',')) {  // "2025, November: …", an entry of a timeline
        std::uint8_t month = 0;
        const std::uint32_t after = take_month_name(end + 1, month);
        const Count day = after == end + 1 ? Count{} : day_number_at(after);
        const std::uint32_t past = day ? day.end : after;
        if (after != end + 1 && (t_.is_mark(past, ':') || t_.is_dash(past))) {
            e.month = month;
            if (day) e.day = static_cast<std::uint8_t>(day.value);
            return {i, past, e};
        }
    }
    return {i, take_part_of_genitive(end, e), e};
}

/// "the 1990s", "1990's", "the '90s", "the nineties", "the nineteen sixties".
Match Grammar::decade_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    const std::uint32_t part = t_.is_hyphen(i - 1) ? i - 2 : i - 1;
    const bool of_age = t_.is(part, kPart) && (t_.is(part - 1, Word::His) || t_.is(part - 1, Word::Her) || t_.is(part - 1, Word::Their));
    if (of_age) return {};  // "in her early 30s"
    const bool of_name =
        t_.is_hyphen(i - 1) && t_.joined(i - 1) && t_.joined(i) && !t_.is(i - 2, kPart) && t_.is_word(i - 2) && t_[i - 2].capital;
    if (of_name) return {};  // "the Top-40's best"
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
    const bool own_year = t_[at].digits == 4 && std::abs(t_[at].number - hints_.published_year) <= 1;
    if (own_year && s == at + 2 && at == i && t_.is_word(s + 1)) return {};  // "2010's budget", told in that year
    Expression era;
    const std::uint32_t end = take_era(s + 1, era);
    const bool after_decade =
        (t_.is(i - 1, Word::And) || t_.is(i - 1, Word::Or) || t_.is(i - 1, Word::To)) && t_.is(i - 2, Word::S) && t_.joined(i - 2);
    if (t_[at].digits == 2 && !quoted && at == i && !t_.is(i - 1, kPart) && !t_.is_hyphen(i - 1) && !after_decade)
        return {};                        // "temperatures in 90s"
    if (t_[at].digits == 2 && !quoted) {  // "a low in the 20s"
        constexpr std::uint32_t reach = 6;
        for (std::uint32_t back = 1; back <= reach && back <= i && t_[i - back].sentence == t_[at].sentence; ++back)
            if (t_.is(i - back, Word::Weather)) return {};
    }
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

/// "the 12th and 13th centuries", "from the 12th to the 14th century": whether a century follows at `at`, after an ordinal.
bool Grammar::goes_with_century(std::uint32_t at, double before) const {
    if (t_.is_hyphen(at) && !t_.joined(at + 1)) ++at;  // "18th- and 19th-century"
    const bool linked = t_.is(at, Word::And) || t_.is(at, Word::To) || t_.is(at, Word::Or) || t_.is_dash(at);
    if (!linked) return false;
    if (t_.is(++at, Word::The)) ++at;
    const Count next = ordinal_at(at);
    const std::uint32_t noun = t_.is_hyphen(next.end) ? next.end + 1 : next.end;
    return next && next.value > before && t_.is(noun, kUnit) && t_[noun].info->unit == Unit::Century;
}

/// "the 19th century", "nineteenth-century", "the 4th century BC".
Match Grammar::century_at(std::uint32_t i) const {
    const std::uint32_t start = t_.is(i, Word::The) ? i + 1 : i;
    Count ordinal = ordinal_at(start);
    if (!ordinal) ordinal = roman_at(start);
    if (!ordinal || ordinal.value < 1 || ordinal.value > 30) return {};
    const std::uint32_t at = t_.is_hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
    Expression e;
    e.century = true;
    Expression era;
    std::uint32_t end = ordinal.end;
    if (t_.is(at, kUnit) && t_[at].info->unit == Unit::Century) end = take_era(at + 1, era);
    else if (!goes_with_century(ordinal.end, ordinal.value)) return {};
    e.before_era = era.before_era;
    const int n = static_cast<int>(ordinal.value);
    e.year = era.before_era ? -n * 100 : (n - 1) * 100;
    return {i, end, e};
}

/// Whether a season's name without a year is a season: "in spring", "winter", not "fall of Rome", "Winter
/// Palace".
bool Grammar::stands_alone_as_season(std::uint32_t i, std::uint32_t at) const {
    const bool fall = t_[at].info->word == Word::Fall;
    const bool fall_or_spring = fall || t_[at].info->value == 1;
    const bool plain = !t_[at].capital && !fall_or_spring;  // nothing else is called "winter"
    const bool introduced = plain || at != i || t_.is(i - 1, kPreposition | kPart | kDeterminer) ||
                            (t_.is_hyphen(i - 1) && t_.is(i - 2, kPart)) || (t_[at].begins_sentence && t_.is_mark(at + 1, ','));
    if (!introduced || (t_.is_hyphen(at + 1) && t_.joined(at + 1))) return false;
    if (at == i && t_.is(at + 1, Word::Setback) && !t_.is(i - 1, kPreposition | kDeictic)) return false;  // "a winter storm"
    // "the fall in prices", "blamed the fall from"; not "in the fall in Maine"
    const bool when = t_.is(i - 1, Word::In) || t_.is(i - 1, Word::During) || t_.is(i - 1, Word::Since) || t_.is(i - 1, Word::Until) ||
                      t_.is(i - 1, Word::By) || t_.is(i - 1, Word::For);
    const bool drop = fall && t_.is(at + 1, kPreposition) &&
                      (at == i || t_[i].begins_sentence || (!when && (t_.is(at + 1, Word::In) || t_.is(at + 1, Word::From))));
    const bool verb = t_.is(at + 1, Word::Of) || t_.is(i - 1, Word::To) || drop;
    if (fall_or_spring && verb) return false;
    return !(t_[at].capital && !t_[at].begins_sentence && t_.is_word(at + 1) && t_[at + 1].capital && !t_[at + 1].begins_sentence);
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
        const bool next_year = (t_[end + 1].digits == 2 || t_[end + 1].digits == 4) && t_[end + 1].number % 100 == (e.year + 1) % 100;
        if (joins && next_year && e.kind == Expression::Kind::Calendar) {
            e.second_year = 1;
            end += 2;
        }
        return {i, end, e};
    }
    Expression alone;
    alone.season = e.season;
    if (t_.is(at + 1, Word::Season)) return {i, at + 2, alone};
    return stands_alone_as_season(i, at) ? Match{i, at + 1, alone} : Match{};
}

/// "third quarter", "Q3", "latter half": writes the part and returns its end; `at` for none.
std::uint32_t Grammar::take_part_of_year(std::uint32_t at, Expression& e) const {
    const bool latter = t_.is(at, kPart) && t_[at].info->value == static_cast<int>(Mod::End) && t_.is(at + 1, Word::Half);
    // "the last quarter of the year"
    const bool last = (t_.is(at, Word::Last) || t_.is(at, Word::Final)) && t_.is(at + 2, Word::Of);
    if (last && t_.is(at + 1, Word::Quarter)) return e.quarter = 4, at + 2;
    if (last && t_.is(at + 1, Word::Half)) return e.half = 2, at + 2;
    const Count ordinal = latter ? Count{at + 1, 2, false} : ordinal_at(at);
    const bool second = t_.is(at, Word::Second);
    if (ordinal && (second || !t_.is(at, kUnit | kMonth))) {
        std::uint32_t noun = t_.is_hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
        e.fiscal = t_.is(at - 1, Word::Fiscal) || t_.is(noun, Word::Fiscal);
        if (t_.is(noun, Word::Fiscal) && !t_.is(noun + 1, kPlural)) noun += t_.is_hyphen(noun + 1) ? 2u : 1u;  // "the third fiscal quarter"
        if (t_.is(noun, Word::Quarter) && ordinal.value <= 4) e.quarter = static_cast<std::uint8_t>(ordinal.value);
        if (t_.is(noun, Word::Half) && ordinal.value <= 2) e.half = static_cast<std::uint8_t>(ordinal.value);
        if (e.quarter != 0 || e.half != 0) return noun + 1;
    }
    const bool number_first = t_.is_number(at);  // "3Q24", "1H"
    const std::uint32_t letter = number_first ? at + 1 : at, number = number_first ? at : at + 1;
    const bool quarter = t_.is(letter, Word::Q);
    const bool short_form =
        (quarter || t_.is(letter, Word::H)) && t_[letter].capital && t_[letter].length == 1 && t_.is_number(number) &&
        t_[number].digits == 1 &&
        (t_.joined(at + 1) || (number_first && quarter && t_.is_number(at + 2) && t_[at + 2].digits == 4));  // "1 Q 2025"
    const bool year_joined = number_first && t_.is_number(at + 2) && (t_[at + 2].digits == 2 || t_[at + 2].digits == 4);
    const bool goes_on = t_.joined(at + 2) && (t_.is_word(at + 2) || (t_.is_number(at + 2) && !year_joined));  // "H1N1"
    const int part = short_form && !goes_on ? t_[number].number : 0;
    if (part < 1 || part > (quarter ? 4 : 2)) return at;
    (quarter ? e.quarter : e.half) = static_cast<std::uint8_t>(part);
    return at + 2;
}

/// "January-March quarter", "April-to-June period", "June quarter": writes the quarter that the months make and returns its end; `at` for none.
std::uint32_t Grammar::take_months_of_quarter(std::uint32_t at, Expression& e) const {
    std::uint8_t from = 0, to = 0;
    if (!t_.is(at, kMonth)) return at;
    std::uint32_t link = take_month_name(at, from);
    if (t_.is(link, Word::Quarter) && from % 3 == 0) return e.quarter = static_cast<std::uint8_t>(from / 3), link + 1;
    if (!t_.is_dash(link)) return at;
    if ((t_.is(link + 1, Word::To) || t_.is(link + 1, Word::Through)) && t_.is_dash(link + 2)) link += 2;
    const std::uint32_t noun = take_month_name(link + 1, to);
    const bool three = to == from + 2 && from % 3 == 1;
    if (noun == link + 1 || !three || (!t_.is(noun, Word::Quarter) && !t_.is(noun, Word::Period))) return at;
    e.quarter = static_cast<std::uint8_t>(to / 3);
    return noun + 1;
}

/// The year of a business: "2024", "'24", "2024/25" (which is called by its end), and of "FY24", "3Q24" what is joined. Returns `at` for none.
std::uint32_t Grammar::take_business_year(std::uint32_t at, Expression& e) const {
    const bool hyphen = t_.is_hyphen(at) && t_.joined(at) && t_.joined(at + 1) && t_.is(at - 2, Word::Q);  // "Q2-24"
    const std::uint32_t digits = hyphen ? at + 1 : at;
    if (t_.is_number(digits) && t_[digits].digits == 2 && t_.joined(digits)) {
        e.year = t_[digits].number;
        e.short_year = true;
        return digits + 1;
    }
    const std::uint32_t end = take_year(at, e, true);
    if (end != at + 1 || !t_.is_number(at)) return end;
    const bool joins = (t_.is_mark(end, '/') || t_.is_dash(end)) && t_.joined(end) && t_.joined(end + 1) && t_.is_number(end + 1);
    const bool next_year = (t_[end + 1].digits == 2 || t_[end + 1].digits == 4) && t_[end + 1].number % 100 == (e.year + 1) % 100;
    if (!joins || !next_year) return end;
    ++e.year;
    e.second_year = 1;
    return end + 2;
}

/// Whether the sentence is one of a report: "profit fell in the first half", no half of a match.
bool Grammar::speaks_of_money(std::uint32_t i) const {
    constexpr std::uint32_t reach = 30;
    const auto of_business = [&](std::uint32_t at) { return t_.is(at, Word::Money) || t_.says(at, kTrade) || t_.is_mark(at, '$'); };
    for (std::uint32_t n = 1; n <= reach && n <= i && t_[i - n].sentence == t_[i].sentence; ++n)
        if (of_business(i - n)) return true;
    for (std::uint32_t n = 1; n <= reach && t_[i + n].kind != TokenKind::Break && t_[i + n].sentence == t_[i].sentence; ++n)
        if (of_business(i + n)) return true;
    return false;
}

/// "fourth-quarter results": of no match.
bool Grammar::is_result(std::uint32_t i) const {
    static constexpr WordSet kResults{"loss", "losses", "net", "report", "pace", "outlook"};
    return t_.is(i, Word::Figures) || kResults.contains(text_.substr(t_[i].begin, t_[i].end - t_[i].begin));
}

/// "the third quarter (of 2001)", "Q3 2010", "the first half of this year", "the latter half of 1916".
Match Grammar::quarter_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    Expression e;
    if (t_.is(at, Word::Fiscal) && t_.is(at + 1, kOrdinal)) ++at;  // "the fiscal fourth quarter"
    if (t_.is_number(at) && t_[at].digits == 4 && at > i) {        // "the 2001 third quarter"
        e.year = t_[at].number;
        at += t_.is(at + 1, Word::Fiscal) && t_.is(at + 2, kOrdinal) ? 2u : 1u;  // "the 1988 fiscal third quarter"
    }
    const bool stretch = (t_.is(at, Word::Quarter) && !t_.is(at, kPlural)) || (t_.is(at, Word::Period) && hints_.financial);
    if (e.year != kNoYear && stretch &&
        !hints_.narrative) {  // "from $3 million in the 1988 quarter", "in the 1988 period": that of the report
        e.kind = Expression::Kind::Recall;
        e.anchor = Expression::Anchor::Deictic;
        e.unit = Unit::Quarter;
        return {i, at + 1, e};
    }
    std::uint32_t end = take_months_of_quarter(at, e);
    const bool by_months = end != at;
    if (!by_months) end = take_part_of_year(at, e);
    if (end == at) return {};
    if (e.year != kNoYear) return {i, end, e};
    std::uint32_t tail = t_.is(end, Word::Of) ? end + 1 : end;
    if (t_.is(tail, Word::The) && t_.is(tail + 1, Word::Year)) return {i, tail + 2, e};
    if (t_.is(tail, Word::The) && t_.is_number(tail + 1)) {  // "of the 2023 financial year"
        const std::uint32_t year = take_business_year(tail + 1, e);
        if (year != tail + 1 && t_.is(year, Word::Fiscal) && t_.is(year + 1, Word::Year)) return {i, year + 2, e};
        e.year = kNoYear;
        e.second_year = 0;
    }
    const bool fiscal = t_.is(tail, Word::Fiscal);
    if (fiscal) ++tail;
    if (t_.is(tail, Word::Fiscal) || t_.is(tail, Word::Year)) ++tail;
    const bool letter = t_.is(at, Word::Q) || t_.is(at, Word::H) || (t_.is_number(at) && end == at + 2 && t_[at + 1].length == 1);
    const std::uint32_t year = letter || fiscal ? take_business_year(tail, e) : take_year(tail, e, false);
    if (year != tail) return {i, year, e};
    tail = take_year_tail(end, e);
    if (tail != end) return {i, tail, e};
    if (t_.is(end, Word::A) && t_.is(end + 1, Word::Year) &&
        (t_.is(end + 2, Word::Ago) || t_.is(end + 2, Word::Earlier))) {  // "the third quarter a year ago"
        e.kind = Expression::Kind::Shift;
        e.anchor = Expression::Anchor::Told;
        e.unit = Unit::Year;
        e.count = 1;
        e.direction = -1;
        e.counted = true;
        return {i, end + 3, e};
    }
    const bool ranged = t_.is_dash(end) && t_.is(end + 1, Word::Q);  // "Q1–Q3 2020"
    const bool of_amount = by_months && t_.is_mark(end + 1, '$');    // "sales in the April-June period of $9 billion"
    if ((t_.is(end, Word::Of) && !of_amount) || t_.is(end, Word::Long)) return {};
    e.reported = t_.is_hyphen(end - 2) && (is_result(end) || t_.is(end, Word::Money) || t_.says(end, kTrade));
    const bool named = letter && t_.is(i - 1, Word::In) && e.quarter != 0;  // "in Q3"
    if (!hints_.financial && !by_months && !ranged && !named && !speaks_of_money(i) && !e.reported) return {};
    return {i, end, e};
}

/// "fiscal 1989", "fiscal year 2009", "FY2012", "the financial year 2012/13", "fiscal 1989's third quarter".
Match Grammar::fiscal_year_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    Expression e;
    if (t_.is_number(at) && t_[at].digits == 4) {  // "the 2024/25 financial year"
        const std::uint32_t end = take_business_year(at, e);
        return end != at && t_.is(end, Word::Fiscal) && t_.is(end + 1, Word::Year) ? Match{i, end + 2, e} : Match{};
    }
    if (!t_.is(at, Word::Fiscal)) return {};
    ++at;
    if (t_.is(at, Word::Year)) ++at;
    const std::uint32_t end = take_business_year(at, e);
    if (end == at) return {};
    if (const std::uint32_t part = take_part_of_year(end, e); part != end) return {i, part, e};  // "the fiscal 1989 second quarter"
    return {i, take_part_of_genitive(end, e), e};
}

}  // namespace dateline::extract::temporal
