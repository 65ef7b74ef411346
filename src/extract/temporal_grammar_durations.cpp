#include "extract/temporal_grammar.h"

namespace dateline::extract::temporal {

using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

namespace {

constexpr double kLargestCount = 1e7;

}  // namespace

/// "two years", "a few days", "44-day", "the past three weeks", "two and a half months", "month-long".
Match Grammar::duration_at(std::uint32_t i) const {
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    std::uint32_t at = skip_approximation(i, e.mod);
    const bool article = t_.is(at, kDeterminer) && !t_.is(at, kDeictic);
    if (article) ++at;
    if (t_.is(at, Word::This) && t_.is(at + 1, Word::Past)) ++at;
    const bool ranged = t_.is(at, kDeictic) || (article && t_.is(at, kOrdinal) && t_[at].info->value == 1) || (article && t_.is(at, Word::Last));
    const std::uint32_t range_word = at;
    if (ranged) at = skip_approximation(at + 1, e.mod);
    const bool one_determiner = article && !ranged;
    Count count = amount_at(at);
    const bool indefinite = count && t_.is(at, Word::A) && count.end == at + 1;
    const bool undated = t_.is(range_word, Word::Recent) || t_.is(range_word, Word::Coming);  // a reference: "recent years"
    if (!count && ranged && t_.is(at, kUnit) && t_.is(at, kPlural) && !undated) count = {at, 0, true};
    // "month-long", "half-century"
    const bool word_long = !count && at == i && t_.is(at, kUnit) && t_.is_hyphen(at + 1) && !t_.is_hyphen(i - 1) &&
                           (t_.is(at + 2, Word::Long) || (t_.is(at + 2, Word::Old) && t_[at].info->unit >= Unit::Month));
    if (word_long) {
        e.unit = t_[at].info->unit;
        e.count = 1;
        e.vague = t_.is(at, kPlural);  // "decades-old"
        return {i, at + 3, e};
    }
    if (!count && t_.is(at, Word::Half) && t_.is_hyphen(at + 1)) count = {at + 1, 0.5, false};
    if ((!count || indefinite) && t_.is(indefinite ? at + 1 : at, Word::Quarter)) {
        const std::uint32_t quarter = indefinite ? at + 1 : at;  // "a quarter century", "quarter-century"
        const std::uint32_t whole = t_.is_hyphen(quarter + 1) || t_.is(quarter + 1, Word::Of) ? quarter + 2 : quarter + 1;
        const std::uint32_t noun = t_.is(whole, Word::A) ? whole + 1 : whole;
        if (t_.is(noun, kUnit) && t_[noun].info->unit == Unit::Century && !t_.is(noun, kPlural)) {
            e.unit = Unit::Year;
            e.count = 25;
            return shifted({i, noun + 1, e});
        }
    }
    if (!count || count.value > kLargestCount) return {};
    if (indefinite && (ranged || article)) return {};
    e.count = count.value;
    e.vague = count.vague;
    std::uint32_t unit = count.end;
    if (t_.is_mark(unit, ']') && t_.is_mark(i - 1, '[')) ++unit;  // "[Ten] years"
    // "two to three years": the larger is what is said
    const bool alternative = (t_.is(unit, Word::To) || t_.is(unit, Word::Or) || t_.is(unit, Word::And) || t_.is_dash(unit)) && !indefinite;
    if (alternative) {
        const Count second = cardinal_at(unit + 1);
        if (second && (t_.is(second.end, kUnit) || (t_.is_hyphen(second.end) && t_.is(second.end + 1, kUnit)))) {
            e.count = second.value;
            unit = second.end;
        }
    }
    const bool hyphen = t_.is_hyphen(unit);
    if (hyphen) ++unit;
    if (!t_.is(unit, kUnit) && !hyphen) {
        if (t_.is(unit, Word::More) || t_.is(unit, Word::Full)) ++unit;
        const bool adjective = t_.is_word(unit) && !t_[unit].capital && t_[unit].info->classes == 0 && t_[unit].info->word == Word::Other &&
                               t_[unit].gap == Gap::Space && t_.is(unit + 1, kUnit) && t_[unit + 1].gap == Gap::Space && !indefinite &&
                               (t_.is(unit + 1, kPlural) || t_.is(unit, Word::Full));
        if (adjective) ++unit;
    }
    if (!t_.is(unit, kUnit) || t_[unit].all_capitals) return {};
    e.unit = t_[unit].info->unit;
    const bool plural = t_.is(unit, kPlural);
    std::uint32_t end = unit + 1;
    if (e.unit == Unit::Quarter && !(ranged && hints_.financial)) return {};
    if (e.unit == Unit::Second && !plural && !hyphen && e.count != 1) return {};
    if (indefinite && (e.unit == Unit::Second || e.unit == Unit::Weekend || e.unit == Unit::Quarter || e.unit == Unit::Millennium)) return {};
    if (e.unit == Unit::Weekend && !plural) return {};
    if (!plural && !hyphen && t_.is_number(unit - 1) && t_[unit - 1].digits == 4) return {};  // "Cup 2018 day five"
    if (one_determiner && !plural && !hyphen) return {};
    if (t_.joined(at) && t_.is_number(at) && !t_.is_dash(at - 1) && at == i && !t_.is_mark(at - 1, '(') && !t_.is_mark(at - 1, '"')) return {};
    if (t_.joined(end) && t_.is_mark(end, '/')) return {};
    if (indefinite && t_.is_hyphen(end) && t_.joined(end)) {
        // "a year-long": from the unit on; "a day-trip": none
        return {};
    }
    if (t_.is_hyphen(end) && t_.is(end + 1, Word::Long)) end += 2;
    else if (t_.is(end, Word::Long) && hyphen) ++end;
    // ages are no stretches of time that something took
    const std::uint32_t aged = t_.is_hyphen(end) ? end + 1 : end;
    const bool old = t_.is(aged, Word::Old) || (t_.is(end, Word::Of) && t_.is(end + 1, Word::Age));
    if (old && !hints_.narrative) return {};
    if (old) end = t_.is(aged, Word::Old) ? aged + 1 : end + 2;
    if (t_.is(end, Word::Anniversary) || (t_.is_hyphen(end) && t_.is(end + 1, Word::Anniversary))) return {};
    // "a year and a half"
    if (indefinite && t_.is(end, Word::And) && t_.is(end + 1, Word::A) && t_.is(end + 2, Word::Half)) {
        e.count = 1.5;
        end += 3;
    }
    // "two years and three months"
    if (plural && t_.is(end, Word::And)) {
        const Count rest = cardinal_at(end + 1);
        if (rest && t_.is(rest.end, kUnit) && t_[rest.end].info->unit < e.unit && !t_.is(rest.end + 1, Word::Later)) {
            e.rest_unit = t_[rest.end].info->unit;
            e.rest_count = rest.value;
            end = rest.end + 1;
        }
    }
    if (t_.is(end, Word::Or) && (t_.is(end + 1, Word::So) || t_.is(end + 1, Word::More))) end += 2;
    Match out{i, end, e};
    if (!ranged) return shifted(out);
    // "the first two years", "the next few weeks": but one unit alone is a date ("the next year")
    if (count.end == range_word + 1 && !plural) return {};
    if (t_.is(range_word, Word::Recent) && !plural) return {};
    return out;
}

/// "… ago", "… later", "… before": a duration that leads to a date.
Match Grammar::shifted(Match duration) const {
    Expression& e = duration.expression;
    std::uint32_t at = duration.last;
    Anchor anchor = Anchor::Told;
    int direction = 0;
    std::uint32_t end = at + 1;
    if (t_.is(at, Word::Ago) || (t_.is(at, Word::Back) && !t_.is_word(end))) {
        anchor = Anchor::Published;
        direction = -1;
    } else if (t_.is(at, Word::Earlier) && !t_.is(end, Word::Than)) {
        direction = -1;
    } else if (t_.is(at, Word::Later) && !t_.is(end, Word::Than)) {
        direction = 1;
    } else if (t_.is(at, Word::Hence)) {
        anchor = Anchor::Published;
        direction = 1;
    } else if (t_.is(at, Word::From) && (t_.is(end, Word::Now) || (t_.is(end, kDateWord) && t_[end].info->value == 0))) {
        anchor = Anchor::Published;
        direction = 1;
        end = at + 2;
    } else if (t_.is(at, Word::Afterwards)) {
        direction = 1;
    } else if (t_.is(at, Word::Before) || t_.is(at, Word::After)) {
        const bool ends = !t_.is_word(end) || t_[end].begins_sentence || t_.is(end, Word::And);
        const bool recalls = t_.is(end, Word::That) && !t_.is_word(end + 1);
        if (!ends && !recalls) return duration;
        direction = t_.is(at, Word::Before) ? -1 : 1;
        if (recalls) ++end;
    } else if (t_.is_apostrophe(at) && t_.joined(at) && t_.is(at + 1, Word::Time)) {
        anchor = Anchor::Published;
        direction = 1;
        end = at + 2;
    } else {
        return duration;
    }
    e.kind = Kind::Shift;
    e.type = TimexType::Date;
    e.anchor = anchor;
    e.direction = direction;
    e.at_grain = e.count == 1 && e.unit == Unit::Year && anchor == Anchor::Told;
    if (e.unit < Unit::Day && e.unit != Unit::None) e.clock.vague_hour = true;
    duration.last = end;
    return duration;
}

/// "for years", "within days", "months later": how many is not said.
Match Grammar::bare_plural_at(std::uint32_t i) const {
    if (!t_.is(i, kUnit) || !t_.is(i, kPlural) || t_[i].info->unit == Unit::Quarter || t_[i].info->unit == Unit::Weekend) return {};
    if (t_.is_hyphen(i - 1) && t_.joined(i)) return {};
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = t_[i].info->unit;
    e.vague = true;
    const Match plain{i, i + 1, e};
    const Match dated = shifted(plain);
    if (dated.last != plain.last) return dated;
    if (t_.is(i + 1, Word::Of) && !t_.is(i - 1, kPreposition) && !t_.is(i - 1, Word::Other)) return {};
    const bool lasting = t_.is(i - 1, Word::For) || t_.is(i - 1, Word::Within) || t_.is(i - 1, Word::After) || t_.is(i - 1, Word::Over) || t_.is(i - 1, Word::Lasting) ||
                         (t_.is(i + 1, Word::Of) && t_[i].info->unit >= Unit::Day && !t_.is(i - 1, kDeterminer)) ||
                         (t_.is(i - 1, Word::In) && t_[i].info->unit >= Unit::Day);
    const bool before_of = t_.is(i + 1, Word::Of) && t_.is(i - 1, Word::Other) && !t_[i].begins_sentence;
    if (!lasting && !before_of) return {};
    if (e.unit == Unit::Second || e.unit == Unit::Minute) {
        if (!t_.is(i - 1, Word::Within) && !t_.is(i - 1, Word::For)) return {};
    }
    if (t_.is_hyphen(i + 1)) return {};
    return plain;
}

/// "every Monday", "each year", "daily", "per month", "twice a week", "Mondays".
Match Grammar::set_at(std::uint32_t i) const {
    Expression e;
    e.kind = Kind::Set;
    e.type = TimexType::Set;
    e.count = 1;
    const Token& token = t_[i];
    if (t_.is(i, kSetWord)) {
        if (token.capital && !token.begins_sentence) return {};  // the Daily Mail
        if (token.info->word == Word::Other && t_.is_hyphen(i + 1) && t_.joined(i + 1)) return {};
        e.unit = token.info->unit;
        e.count = token.info->value;
        if (e.count == 0) e.count = 1;
        return {i, i + 1, e};
    }
    if (t_.is(i, kWeekday) && t_.is(i, kPlural) && token.capital) {
        e.quantified = true;
        e.weekday = static_cast<std::uint8_t>(token.info->value);
        return {i, i + 1, e};
    }
    if (t_.is(i, Word::Once) || t_.is(i, Word::Twice) || (t_.is(i, kCardinal) && t_.is(i + 1, Word::Times)) ||
        (t_.is_number(i) && t_.is(i + 1, Word::Times)) || (t_.is(i, kVague) && t_.is(i + 1, Word::Times))) {
        const std::uint32_t a = t_.is(i + 1, Word::Times) ? i + 2 : i + 1;
        const bool per = t_.is(a, Word::A) || t_.is(a, kEvery);
        if (!per || !t_.is(a + 1, kUnit) || t_.is(a + 1, kPlural)) return {};
        e.unit = t_[a + 1].info->unit;
        return {i, a + 2, e};
    }
    if (!t_.is(i, kEvery)) return {};
    std::uint32_t at = i + 1;
    if (t_.is(at, kDeictic)) return {};
    if (t_.is(at, Word::Other2)) {
        e.count = 2;
        ++at;
    } else if (!t_.is(i, Word::Per)) {
        if (const Count count = cardinal_at(at)) {
            e.count = count.value;
            at = count.end;
        }
    }
    if (t_.is(at, kUnit)) {
        if (t_[at].info->unit == Unit::Second && !t_.is(i, Word::Per) && t_.is(at + 1, kUnit)) {
            e.count = 2;  // "every second year"
            ++at;
        }
        e.unit = t_[at].info->unit;
        if (t_.is(i, Word::Each) && e.unit == Unit::Second) return {};
        return {i, at + 1, e};
    }
    e.quantified = true;
    if (t_.is(at, kWeekday) && t_[at].capital) {
        e.weekday = static_cast<std::uint8_t>(t_[at].info->value);
        ++at;
        if (t_.is(at, kDayPart)) e.clock.part = static_cast<DayPart>(t_[at++].info->value);
        return {i, at, e};
    }
    if (is_month_name(at)) {
        const std::uint32_t after = take_month_name(at, e.month);
        const Count day = day_number_at(after);
        if (day) e.day = static_cast<std::uint8_t>(day.value);
        return {i, day ? day.end : after, e};
    }
    if (t_.is(at, kSeason)) {
        e.season = static_cast<std::uint8_t>(t_[at].info->value);
        return {i, at + 1, e};
    }
    if (t_.is(at, kDayPart) && !t_.is(at, kDateWord)) {
        e.clock.part = static_cast<DayPart>(t_[at].info->value);
        return {i, at + 1, e};
    }
    return {};
}

}  // namespace dateline::extract::temporal
