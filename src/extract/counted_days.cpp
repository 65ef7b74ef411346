#include "extract/counted_days.h"

#include "extract/date_binding.h"
#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/temporal_moment.h"

#include <algorithm>
#include <charconv>

namespace dateline::extract {
namespace {

constexpr int kWeek = 7, kYear = 12;

struct Unit {
    int days = 0, months = 0;
};
Unit unit_of(std::string_view w) {
    if (w == "day" || w == "days") return {1, 0};
    if (w == "week" || w == "weeks") return {kWeek, 0};
    if (w == "month" || w == "months") return {0, 1};
    if (w == "year" || w == "years") return {0, kYear};
    return {};
}

/// How many a token counts: "ten", "10", "a"; 0 for none.
int count_at(const SentenceFacts& f, std::uint32_t i) {
    constexpr int most = 60;
    const std::string_view w = f.word(i);
    if (w == "a" || w == "an") return 1;
    if (const temporal::WordInfo& info = temporal::look_up(w); (info.classes & temporal::kCardinal) != 0 && info.value > 0)
        return static_cast<int>(info.value);
    int value = 0;
    const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
    return error == std::errc{} && end == w.data() + w.size() && value <= most ? value : 0;
}

/// Whether a date is told in the relative clause of a noun: "the session|, which met on 4 November,".
bool is_of_relative_clause(const SentenceFacts& f, std::uint32_t noun, const DateMention& date) {
    constexpr std::uint32_t reach = 9;
    if (!f.token(noun + 1).is(',') || f.word(noun + 2) != "which" || date.tokens.begin > noun + reach || date.tokens.begin < noun + 4)
        return false;
    for (std::uint32_t i = noun + 3; i < date.tokens.begin; ++i)
        if (f.token(i).kind != TokenKind::Word || f.has(i, kConjunction)) return false;
    return f.token(date.tokens.end).is(',');
}

/// The day that the happening of `noun` is told with: "the landslide | of 23 October", "the talks | in Oslo on 3 June", "the | 5 May | vote".
std::int32_t day_of(const SentenceFacts& f, std::uint32_t begin, std::uint32_t noun, bool in_days) {
    constexpr std::uint32_t reach = 7;
    for (std::size_t d = 0; d < f.dates.size(); ++d) {
        const DateMention& date = f.dates[d];
        const bool fine = date.edtf.precision() >= (in_days ? calendar::Precision::Day : calendar::Precision::Year);
        if (!date.edtf.first() || date.edtf.is_interval() || !fine || date.edtf.first()->month > kYear) continue;
        const bool before = begin <= date.tokens.begin && (date.tokens.end == noun || date.tokens.end + 1 == noun);
        bool after =
            noun < date.tokens.begin && date.tokens.begin <= noun + reach &&
            (f.word(date.tokens.begin - 1) == "of" || f.word(date.tokens.begin - 1) == "on" || f.word(date.tokens.begin - 1) == "in");
        for (std::uint32_t i = noun + 1; after && i < date.tokens.begin; ++i) {
            const VerbForm form = f.verb(i).form;
            const bool verb = form == VerbForm::Past || form == VerbForm::PastOrParticiple || f.has(i, kBe | kHave | kModal);
            after = f.token(i).kind == TokenKind::Word && !verb && !f.has(i, kConjunction);
        }
        if (before || after || is_of_relative_clause(f, noun, date)) return static_cast<std::int32_t>(d);
    }
    return -1;
}

/// "On 2 May, | twelve days after", "on Monday reopened the bridge, | a day after": where days are counted from the day of the clause
/// that stands before; 0 for nowhere.
std::uint32_t count_after(const SentenceFacts& f, std::size_t d) {
    const TokenRange date = f.dates[d].tokens;
    const std::uint32_t last = d + 1 < f.dates.size() ? f.dates[d + 1].tokens.begin : f.sentence.end_token;
    std::uint32_t comma = date.end;
    if (!f.token(comma).is(',')) {
        const std::int32_t own = clause_of_token(f.clauses, date.begin);
        if (own < 0 || f.clauses.clauses[static_cast<std::size_t>(own)].kind != Clause::Kind::Main) return 0;
        const VerbGroup& verb = f.clauses.verbs[f.clauses.clauses[static_cast<std::size_t>(own)].verb];
        const bool of_other = std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(),
                                          [&](const VerbGroup& g) { return g.first != verb.first && g.first < date.end; });
        if (of_other || verb.planned || verb.hypothetical || verb.negated) return 0;
        const auto within = [&](std::uint32_t i) {  // or in what it says: "announced on Monday that they had taken Goma, a week after"
            const std::int32_t c = clause_of_token(f.clauses, i);
            return c == own || (c > own && f.clauses.clauses[static_cast<std::size_t>(c)].kind == Clause::Kind::Content &&
                                f.clauses.clauses[static_cast<std::size_t>(c)].governor == own);
        };
        const auto counts = [&](std::uint32_t i) {
            return f.token(i).is(',') && (unit_of(f.word(i + 2)).days != 0 || unit_of(f.word(i + 2)).months == 1);
        };
        for (; comma < last && within(comma) && !counts(comma); ++comma)
            if (f.token(comma).is('(') || f.token(comma).is(';') || f.token(comma).is('"')) return 0;
        if (comma >= last || !within(comma) || comma < verb.end) return 0;
    }
    return comma + 4 < f.sentence.end_token && f.token(comma).is(',') ? comma + 1 : 0;
}

/// "A month after | the attack | on Palma, the company withdrew on 26 April": what the day of the clause is counted from.
std::optional<CountedDays> counted_back_fronted(const SentenceFacts& f) {
    constexpr std::uint32_t reach = 4;
    const std::uint32_t i = f.sentence.first_token;
    if (f.dates.size() != 1 || f.clauses.clauses.empty() || i + 5 >= f.sentence.end_token || f.word(i + 2) != "after" ||
        !f.has(i + 3, kArticle))
        return std::nullopt;
    const DateMention& date = f.dates.front();
    const VerbGroup& verb = f.clauses.verbs[f.clauses.clauses.front().verb];
    const Unit unit = unit_of(f.word(i + 1));
    const int count = unit.days != 0 || unit.months != 0 ? count_at(f, i) : 0;
    const bool own_day =
        !date.edtf.is_interval() && date.edtf.first() && date.edtf.precision() >= calendar::Precision::Day && date.tokens.begin >= verb.end;
    if (count == 0 || !own_day || verb.planned || verb.hypothetical || verb.negated || f.clauses.aside.contains(date.tokens.begin))
        return std::nullopt;
    for (std::uint32_t k = i + 4; k < i + 4 + reach && k < verb.first && f.token(k).kind != TokenKind::Mark && !is_preposition(f.text, k);
         ++k) {
        const NounSense& noun = f.noun(k);
        if (!noun.known || noun.strength < 2 || f.noun(k + 1).known) continue;
        if (is_of_relative_clause(f, k, date)) return std::nullopt;
        std::uint32_t comma = k + 1;
        while (comma < verb.first && !f.token(comma).is(',')) ++comma;
        if (comma == verb.first) return std::nullopt;
        return CountedDays{{i, i + 3}, -unit.days * count, -unit.months * count, noun.kind, k, 0};
    }
    return std::nullopt;
}

}  // namespace

std::optional<CountedDays> counted_days(const SentenceFacts& f, TokenRange within) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = within.begin; i + 3 < within.end; ++i) {
        const std::string_view way = f.word(i + 2);
        if (way != "after" && way != "before") continue;
        const Unit unit = unit_of(f.word(i + 1));
        const int count = unit.days != 0 || unit.months != 0 ? count_at(f, i) : 0;
        if (count == 0) continue;
        for (std::uint32_t k = i + 3;
             k < std::min(i + 3 + reach, within.end) && f.token(k).kind != TokenKind::Mark && (k == i + 3 || !is_preposition(f.text, k));
             ++k) {
            const NounSense& noun = f.noun(k);
            if (!noun.known || noun.strength < 2 || (k + 1 < within.end && f.noun(k + 1).known)) continue;
            CountedDays out{{i, k + 1}, unit.days * count, unit.months * count, noun.kind, k, day_of(f, i + 3, k, unit.days != 0)};
            if (way == "before") out.days = -out.days, out.months = -out.months;
            if (out.date >= 0) out.tokens.end = std::max(out.tokens.end, f.dates[static_cast<std::size_t>(out.date)].tokens.end);
            else if (!f.has(i + 3, kArticle | kFunction)) continue;  // "two days after talks"
            return out;
        }
    }
    return std::nullopt;
}

std::optional<CountedDays> counted_from_day(const SentenceFacts& f) {
    if (f.dates.empty()) return std::nullopt;
    const auto found = counted_days(f, {f.sentence.first_token, f.sentence.end_token});
    return found && found->date >= 0 ? found : std::nullopt;
}

std::optional<CountedDays> counted_back(const SentenceFacts& f) {
    constexpr std::uint32_t reach = 4;
    if (auto fronted = counted_back_fronted(f)) return fronted;
    for (std::size_t d = 0; d < f.dates.size(); ++d) {
        const DateMention& date = f.dates[d];
        if (date.edtf.is_interval() || !date.edtf.first() || date.edtf.precision() < calendar::Precision::Month) continue;
        const std::uint32_t i = count_after(f, d);
        if (i == 0) continue;
        const std::string_view way = f.word(i + 2);
        const Unit unit = way == "after" || way == "before" ? unit_of(f.word(i + 1)) : Unit{};
        const int count = unit.days != 0 || unit.months != 0 ? count_at(f, i) : 0;
        if (count == 0 || unit.months >= kYear || (unit.days != 0 && date.edtf.precision() < calendar::Precision::Day)) continue;
        const int back = way == "after" ? -count : count;  // "gave up in December 1998, eight months after he had died"
        CountedDays out{{i, i + 3}, back * unit.days, back * unit.months, EventKind::Plain, 0, static_cast<std::int32_t>(d)};
        for (std::uint32_t k = i + 3; unit.days != 0 && f.has(i + 3, kArticle) && k < std::min(i + 3 + reach, f.sentence.end_token) &&
                                      f.token(k).kind != TokenKind::Mark && !is_preposition(f.text, k);
             ++k) {
            const NounSense& noun = f.noun(k);
            if (!noun.known || noun.strength < 2 || f.noun(k + 1).known) continue;
            out.from = noun.kind;
            out.noun = k;
            break;
        }
        if (out.noun != 0 && day_of(f, i + 3, out.noun, true) >= 0) continue;
        return out;
    }
    return std::nullopt;
}

std::optional<CountedDays> days_after(const SentenceFacts& f, TokenRange within) {
    for (std::uint32_t i = within.begin; i + 2 < within.end; ++i)  // "within the week"
        if (f.word(i) == "within" && f.word(i + 1) == "the" && (f.word(i + 2) == "week" || f.word(i + 2) == "day"))
            return CountedDays{{i, i + 3}, unit_of(f.word(i + 2)).days, 0};
    for (std::uint32_t i = within.begin; i + 3 < within.end; ++i) {
        const std::string_view lead = f.word(i), which = f.word(i + 2);
        if ((lead != "over" && lead != "in" && lead != "within" && lead != "during") || f.word(i + 1) != "the" ||
            (which != "following" && which != "next" && which != "ensuing"))
            continue;
        const int count = count_at(f, i + 3);
        const int unit = count > 1 && i + 4 < within.end ? unit_of(f.word(i + 4)).days : 0;
        if (unit != 0) return CountedDays{{i + 1, i + 5}, unit * count, 0};
    }
    return std::nullopt;
}

calendar::Edtf moved_by(const calendar::Date& from, const CountedDays& counted) {
    calendar::Date to = from;
    if (counted.months != 0) {
        const int months = from.year * kYear + std::max<int>(from.month, 1) - 1 + counted.months;
        const bool years = counted.months % kYear == 0;
        to = calendar::Date{};
        to.year = months / kYear;
        if (!years && from.month != 0) to.month = static_cast<decltype(to.month)>(months % kYear + 1);
        to.precision = to.month != 0 ? calendar::Precision::Month : calendar::Precision::Year;
        return calendar::Edtf::of(to);
    }
    const temporal::Moment day = temporal::day_moment(temporal::days_of(from.year, from.month, from.day) + counted.days);
    to.year = day.year;
    to.month = day.month;
    to.day = day.day;
    to.approximate = from.approximate || counted.days % kWeek == 0;
    return calendar::Edtf::of(to);
}

std::int64_t first_day(const calendar::Edtf& date) {
    return temporal::days_of(date.first()->year, std::max<int>(date.first()->month, 1), std::max<int>(date.first()->day, 1));
}

}  // namespace dateline::extract
