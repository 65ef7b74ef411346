#include "extract/temporal_moment.h"
#include "extract/temporal_reader.h"
#include "extract/temporal_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace dateline::extract::temporal {

namespace {

using calendar::Edtf;
using Kind = Expression::Kind;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80u) != 0; }

std::string words_of(const Moment& moment) {
    const auto edtf = edtf_of(moment, Mod::None);
    return edtf ? calendar::describe(*edtf) : std::string{};
}

/// The latest of the days and months that the text tells as past.
struct Told {
    std::optional<Moment> latest_dated;  ///< with its year
    std::optional<Moment> latest;        ///< with or without
    std::optional<int> latest_year;      ///< of the years alone
};

bool later(const Moment& a, const std::optional<Moment>& b) { return !b || a.days() > b->days(); }

/// The year in which an undated day is nearest to a dated one, and not long after the latest so far: "since 28 May" in a text of 12
/// December 2024 is before it. Its weekday, where told, decides.
int year_beside(const Expression& e, const Moment& dated, const Moment& latest) {
    constexpr std::int32_t soon_after = 125;
    int best = dated.year;
    std::int32_t least = INT32_MAX;
    for (int year = dated.year - 1; year <= dated.year + 1; ++year) {
        const auto moment = moment_of(e, year);
        if (!moment) continue;
        const bool wrong_weekday = e.weekday != 0 && e.day != 0 && weekday_of(moment->days()) != e.weekday;
        const bool long_after = moment->days() > latest.days() + soon_after;
        const std::int32_t distance = std::abs(moment->days() - dated.days()) + (wrong_weekday ? 100000 : 0) + (long_after ? 1000 : 0);
        if (distance < least) {
            least = distance;
            best = year;
        }
    }
    return best;
}

Told told_by(std::string_view text, std::span<const TimeMention> mentions) {
    Told out;
    for (const TimeMention& mention : mentions) {
        const Expression& e = mention.expression;
        if (mention.around.tense == Tense::Future || e.kind != Kind::Calendar || e.year == kNoYear || e.short_year ||
            announces_next(text, mention.bytes))
            continue;
        if (const auto moment = moment_of(e, kNoYear)) {
            const bool finer = moment->grain == Unit::Day && out.latest_dated && out.latest_dated->grain != Unit::Day;
            const bool coarser = moment->grain != Unit::Day && out.latest_dated && out.latest_dated->grain == Unit::Day;
            if (later(*moment, out.latest_dated) && (!coarser || moment->year > out.latest_dated->year)) out.latest_dated = moment;
            else if (finer && moment->year == out.latest_dated->year) out.latest_dated = moment;
        } else if (!e.decade && !e.century && e.month == 0) {
            out.latest_year = std::max(out.latest_year.value_or(e.year), e.year);
        }
    }
    out.latest = out.latest_dated;
    if (!out.latest_dated) return out;
    for (const TimeMention& mention : mentions) {
        const Expression& e = mention.expression;
        if (mention.around.tense == Tense::Future || e.kind != Kind::Calendar || e.year != kNoYear || e.day == 0) continue;
        const auto moment = moment_of(e, year_beside(e, *out.latest_dated, *out.latest));
        if (moment && later(*moment, out.latest)) out.latest = moment;
    }
    return out;
}

/// A bulletin that tells of the 28th came out then or early in the next month.
Edtf published_after(const Moment& day) {
    constexpr int late_in_month = 25;
    const Moment month = month_moment(day.year, day.month);
    const auto own = edtf_of(month, Mod::None);
    if (day.day < late_in_month) return *own;
    const auto next = edtf_of(month_moment(day.year, day.month + 1), Mod::None);
    return Edtf::interval(own->first(), next->first());
}

DocumentDate from_mentions(const Told& told) {
    if (!told.latest_dated) {
        if (!told.latest_year) return {std::nullopt, "the text dates nothing in full, and has neither masthead nor dateline"};
        return {edtf_of(year_moment(*told.latest_year), Mod::None),
                fmt::format("the latest year that the text speaks of as past is {}", *told.latest_year)};
    }
    if (told.latest->grain != Unit::Day) {
        return {edtf_of(*told.latest, Mod::None),
                fmt::format("the latest month that the text speaks of as past is {}", words_of(*told.latest))};
    }
    DocumentDate out{published_after(*told.latest), fmt::format("the latest day that the text tells of is {}", words_of(*told.latest))};
    if (!(*told.latest == *told.latest_dated)) out.reason += fmt::format(", its year as in {}", words_of(*told.latest_dated));
    return out;
}

/// Eight digits that are a day: 20230430.
std::optional<Moment> compact_day(std::string_view name) {
    for (std::size_t i = 0; i + 8 <= name.size(); ++i) {
        const auto digit = [&](std::size_t at) { return at < name.size() && name[at] >= '0' && name[at] <= '9'; };
        bool eight = !digit(i + 8) && (i == 0 || !digit(i - 1));
        for (std::size_t n = 0; n < 8; ++n) eight = eight && digit(i + n);
        if (!eight) continue;
        const int number = std::atoi(std::string(name.substr(i, 8)).c_str());
        const int year = number / 10000;
        const int month = number / 100 % 100;
        const int day = number % 100;
        if (year >= 1900 && year <= 2100 && day_exists(year, month, day)) {
            return day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        }
    }
    return std::nullopt;
}

/// "Highlights of april" for "highlights-of-april": months want their capital.
std::string with_words(std::string_view name, bool split_hyphens) {
    std::string out;
    for (char c : name) out += c == '_' || (split_hyphens && c == '-') ? ' ' : c;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool starts = i == 0 || !is_letter(out[i - 1]);
        if (starts && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
    }
    return out;
}

std::optional<Moment> date_in_name(std::string_view file_name) {
    const std::size_t slash = file_name.find_last_of("/\\");
    if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
    if (const std::size_t dot = file_name.rfind('.'); dot != std::string_view::npos && file_name.size() - dot <= 6)
        file_name = file_name.substr(0, dot);
    if (const auto day = compact_day(file_name)) return day;
    std::optional<Moment> best;
    for (bool split_hyphens : {false, true}) {
        const std::string words = with_words(file_name, split_hyphens);
        for (const TimeMention& mention : read_expressions(words, {}).mentions) {
            const auto moment = moment_of(mention.expression, kNoYear);
            if (moment && (!best || (best->grain != Unit::Day && moment->grain == Unit::Day))) best = moment;
        }
    }
    return best;
}

}  // namespace

DocumentDate infer_document_date(std::string_view text, const Reading& reading, std::string_view file_name) {
    const auto named = date_in_name(file_name);
    const Told told = told_by(text, reading.mentions);
    const int year = named ? named->year : told.latest_dated ? told.latest_dated->year : kNoYear;
    const auto own = own_date(text, reading.mentions, year);
    // "The Battle of the Marne, 6 September 1914", of a text that goes on to 1918
    constexpr std::int32_t kAhead = 45;
    const auto day = own && std::string_view(own->where) == "title" ? own->date.first() : std::nullopt;
    const auto begins = [](const calendar::Date& d) {
        return (d.day == 0 ? month_moment(d.year, d.month) : day_moment(d.year, d.month, d.day)).days();
    };
    const bool of_subject = day && told.latest_dated && told.latest_dated->days() > begins(*day) + kAhead;
    if (own && !of_subject) {
        DocumentDate out{own->date, fmt::format("the {} says {}", own->where, calendar::describe(own->date))};
        if (own->other)
            out.reason += fmt::format(", or else {}: nothing in the text tells which number is the day", calendar::describe(*own->other));
        return out;
    }
    if (named) return {edtf_of(*named, Mod::None), fmt::format("the file's name says {}", words_of(*named))};
    if (reading.narrative) return {std::nullopt, "the text is a history and does not say when it was written"};
    DocumentDate out = from_mentions(told);
    out.guessed = out.date.has_value();
    return out;
}

}  // namespace dateline::extract::temporal
