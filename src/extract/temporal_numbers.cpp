#include "extract/temporal_grammar.h"

namespace dateline::extract::temporal {

Count Grammar::digits_at(std::uint32_t i) const {
    if (!t_.is_number(i) || t_[i].number < 0) return {};
    double value = t_[i].number;
    std::uint32_t end = i + 1;
    if (t_[i].digits <= 3 && t_[i].number > 0) {
        while (t_.is_mark(end, ',') && t_.joined(end) && t_.joined(end + 1) && t_.is_number(end + 1) && t_[end + 1].digits == 3) {
            value = value * 1000 + t_[end + 1].number;
            end += 2;
        }
    }
    if (t_.is_mark(end, '.') && t_.joined(end) && t_.joined(end + 1) && t_.is_number(end + 1) && t_[end + 1].digits <= 3 &&
        t_[end + 1].digits > 0) {
        double scale = 1;
        for (int d = 0; d < t_[end + 1].digits; ++d) scale *= 10;
        value += t_[end + 1].number / scale;
        end += 2;
    }
    return {end, value, false};
}

Count Grammar::number_words_at(std::uint32_t i) const {
    double total = 0;
    double group = 0;
    std::uint32_t at = i;
    bool any = false;
    while (at < i + 10) {
        const bool linked = any && (t_.is_hyphen(at) || (t_.is(at, Word::And) && group == 0 && total > 0)) && t_.is(at + 1, kCardinal);
        const std::uint32_t word = linked ? at + 1 : at;
        if (t_.is(word, kCardinal)) {
            const int value = t_[word].info->value;
            const bool tens_then_ones = group >= 20 && static_cast<int>(group) % 10 == 0 && value < 10;
            if (any && group != 0 && !tens_then_ones && static_cast<int>(group) % 100 != 0) break;
            if (any && group != 0 && !tens_then_ones && value >= 100) break;
            group += value;
            at = word + 1;
        } else if (t_.is(at, kScale) && !t_.is(at, kVague) && any) {
            const int scale = t_[at].info->value;
            if (scale == 1000) {
                total += (group == 0 ? 1 : group) * 1000;
                group = 0;
            } else {
                group = (group == 0 ? 1 : group) * scale;
            }
            ++at;
            if (t_.is(at, Word::And) && t_.is(at + 1, kCardinal)) ++at;
        } else {
            break;
        }
        any = true;
    }
    if (!any) return {};
    return {at, total + group, false};
}

/// "1/2" or "½" after a whole number, "3 1/2 years", "2 3/4-year": adds it.
Count Grammar::with_fraction(const Count& whole) const {
    const std::uint32_t at = whole.end;
    constexpr char32_t quarter = 0xBC, half = 0xBD, three_quarters = 0xBE;
    const char32_t sign = t_[at].kind == TokenKind::Mark ? t_[at].mark : 0;
    if (sign == quarter || sign == half || sign == three_quarters)
        return {at + 1, whole.value + (sign == half ? 0.5 : sign == quarter ? 0.25 : 0.75), false};
    const bool slash = t_.is_number(at) && t_[at].gap == Gap::Space && t_.is_mark(at + 1, '/') && t_.joined(at + 1) &&
                       t_.is_number(at + 2) && t_.joined(at + 2);
    if (!slash) return whole;
    const int over = t_[at].number, under = t_[at + 2].number;
    const bool proper = over > 0 && over < under && (under == 2 || under == 3 || under == 4) && !t_.is_mark(at + 3, '/');
    return proper ? Count{at + 3, whole.value + static_cast<double>(over) / under, false} : whole;
}

Count Grammar::cardinal_at(std::uint32_t i) const {
    Count count = digits_at(i);
    if (count && count.end == i + 1) count = with_fraction(count);
    if (!count) count = number_words_at(i);
    if (!count) return {};
    if (t_.is(count.end, kScale) && !t_.is(count.end, kVague) && t_.is_number(count.end - 1)) {
        count.value *= t_[count.end].info->value;
        ++count.end;
    }
    std::uint32_t at = count.end;
    const bool hyphens = t_.is_hyphen(at);
    if (hyphens) ++at;
    if (t_.is(at, Word::And)) {
        ++at;
        if (t_.is_hyphen(at)) ++at;
        if (t_.is(at, Word::A)) ++at;
        if (t_.is_hyphen(at)) ++at;
        if (t_.is(at, Word::One) && t_.is_hyphen(at + 1) && t_.is(at + 2, Word::Half)) at += 2;  // "four and one-half"
        if (t_.is(at, Word::Half)) return {at + 1, count.value + 0.5, false};
    }
    return count;
}

Count Grammar::ordinal_at(std::uint32_t i) const {
    if (t_.is_number(i) && t_[i].number > 0 && t_[i].digits <= 3 && t_.joined(i + 1) && t_.is_word(i + 1)) {
        const Token& suffix = t_[i + 1];
        const char32_t first = suffix.mark;
        const bool ends = suffix.length == 2 &&
                          (first == 's' || first == 'n' || first == 'r' || first == 't' || first == 'S' || first == 'N' || first == 'R' ||
                           first == 'T') &&
                          suffix.info->word != Word::To;
        if (ends) return {i + 2, static_cast<double>(t_[i].number), false};
        return {};
    }
    if (t_.is(i, kOrdinal)) return {i + 1, static_cast<double>(t_[i].info->value), false};
    if (t_.is(i, kCardinal) && t_[i].info->value >= 20) {
        const std::uint32_t at = t_.is_hyphen(i + 1) ? i + 2 : i + 1;
        if (t_.is(at, kOrdinal) && t_[at].info->value < 10) {
            return {at + 1, static_cast<double>(t_[i].info->value + t_[at].info->value), false};
        }
    }
    return {};
}

Count Grammar::amount_at(std::uint32_t i) const {
    if (t_.is(i, Word::Half) && t_.is(i + 1, Word::A)) return {i + 2, 0.5, false};
    if (t_.is(i, Word::A)) {
        const std::uint32_t next = t_.is(i + 1, Word::Good) ? i + 2 : i + 1;
        if (t_.is(next, Word::Couple)) return {t_.is(next + 1, Word::Of) ? next + 2 : next + 1, 2, true};
        if (t_.is(next, Word::Few)) return {next + 1, 0, true};
        if (t_.is(next, kScale) && !t_.is(next, kVague)) return {next + 1, static_cast<double>(t_[next].info->value), false};
        if (t_.is(next, Word::Half) && t_.is_hyphen(next + 1)) return {next + 2, 0.5, false};
        if (t_.is(next, kApprox)) {
            if (const Count mere = cardinal_at(next + 1)) return mere;
        }
        return {i + 1, 1, false};
    }
    if (t_.is(i, kScale) && t_.is(i, kVague) && t_.is(i + 1, Word::Of)) return {i + 2, 0, true};
    if (t_.is(i, kVague) && !t_.is(i, kScale)) {
        if (t_.is(i, Word::Some)) {
            if (const Count count = cardinal_at(i + 1)) return count;
        }
        std::uint32_t end = i + 1;
        if (t_.is(i, Word::Couple) && t_.is(end, Word::Of)) ++end;
        if (t_.is(end, Word::More)) ++end;
        return {end, 0, true};
    }
    return cardinal_at(i);
}

std::uint32_t Grammar::skip_approximation(std::uint32_t i, Mod& mod) const {
    if ((t_.is(i, Word::More) || t_.is(i, Word::Less)) && t_.is(i + 1, Word::Than)) {
        mod = t_.is(i, Word::More) ? Mod::More : Mod::Less;
        return i + 2;
    }
    if (t_.is(i, Word::At) && (t_.is(i + 1, Word::Least) || t_.is(i + 1, Word::Most))) {
        mod = t_.is(i + 1, Word::Least) ? Mod::More : Mod::Less;
        return i + 2;
    }
    if (t_.is(i, Word::Up) && t_.is(i + 1, Word::To)) {
        mod = Mod::Less;
        return i + 2;
    }
    if (t_.is(i, kApprox) && !t_.is(i, Word::Some) && !(t_.is(i, Word::Over) && t_.is(i + 1, Word::The))) {
        mod = static_cast<Mod>(t_[i].info->value);
        return i + 1;
    }
    return i;
}

Count Grammar::spelled_year_at(std::uint32_t i) const {
    const Count head = number_words_at(i);
    if (!head) return {};
    // "two thousand (and) ten" is one number; "nineteen ninety-one" and "twenty sixteen" are two.
    if (head.value >= 2001 && head.value <= 2099 && t_.is(i + 1, kScale)) return head;
    const int century = t_[i].info->value;
    if (century < 11 || century > 20 || !t_.is(i, kCardinal)) return {};
    const std::uint32_t next = t_.is_hyphen(i + 1) ? i + 2 : i + 1;
    if (!t_.is(next, kCardinal) || t_[next].info->value < 10) return {};
    const Count tail = number_words_at(next);
    if (!tail || tail.value < 10 || tail.value > 99) return {};
    return {tail.end, century * 100.0 + tail.value, false};
}

}  // namespace dateline::extract::temporal
