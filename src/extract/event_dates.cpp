#include "extract/event_facts.h"

#include "document/code_points.h"
#include "extract/lexicon.h"
#include "extract/temporal_moment.h"
#include "extract/word_set.h"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace dateline::extract {
namespace {

using calendar::Date;
using calendar::Edtf;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

/// Months of "P2.5Y", "P18M", "P3DE"; 0 for anything shorter or vague.
int months_of(std::string_view value) {
    if (!value.starts_with('P') || value.find('X') != value.npos) return 0;
    char* unit = nullptr;
    const std::string number(value.substr(1));
    const double count = std::strtod(number.c_str(), &unit);
    const std::string_view rest(unit);
    const double months = rest == "Y" ? 12 : rest == "M" ? 1 : rest == "DE" ? 120 : 0;
    return static_cast<int>(std::lround(std::min(count, 1000.0) * months));
}

Date months_before(const Date& date, int months, bool whole_years) {
    const int month = date.month >= 1 && date.month <= 12 ? date.month : 1;
    const int index = date.year * 12 + month - 1 - months;
    Date out;
    out.year = index >= 0 ? index / 12 : (index - 11) / 12;
    out.precision = calendar::Precision::Year;
    if (whole_years) return out;
    out.month = static_cast<std::uint8_t>(index - out.year * 12 + 1);
    out.precision = calendar::Precision::Month;
    return out;
}

/// "the first nine months of 2023", "the last two quarters of 2021": a stretch at one end of a year.
std::optional<DatedSpan> end_of_year(const Timex& length, const Timex& year, std::string_view before, std::string_view own,
                                     std::string_view between) {
    if (length.type != TimexType::Duration || year.type != TimexType::Date || between != " of " || !year.edtf || year.edtf->is_interval())
        return std::nullopt;
    if (year.edtf->precision() != calendar::Precision::Year || length.value.size() < 3 || length.value.front() != 'P') return std::nullopt;
    const int count = std::atoi(length.value.c_str() + 1) * (length.value.back() == 'Q' ? 3 : length.value.back() == 'M' ? 1 : 0);
    if (count < 1 || count > 11) return std::nullopt;
    const std::string words = lowered(before) + lowered(own);
    const std::size_t first = words.rfind("first "), last = std::max(words.rfind("last ") + 1, words.rfind("final ") + 1);
    if (first == words.npos && last == 0) return std::nullopt;
    const bool from_start = first != words.npos && first + 1 > last;
    const std::size_t at = from_start ? first : last - 1;
    if (at + 24 < before.size()) return std::nullopt;
    Date begin = *year.edtf->first();
    begin.precision = calendar::Precision::Month;
    Date end = begin;
    begin.month = static_cast<std::uint8_t>(from_start ? 1 : 13 - count);
    end.month = static_cast<std::uint8_t>(from_start ? count : 12);
    return DatedSpan{{length.span.begin, year.span.end}, Edtf::interval(begin, end), year.basis};
}

/// "in the first nine months" of nothing said: of the year that is going on, or of the last where they are not over.
std::optional<DatedSpan> start_of_year(const Timex& length, std::string_view before, std::string_view own, std::string_view after,
                                       const Date& published) {
    if (length.value.size() < 3 || length.value.front() != 'P' || length.value.back() != 'M' || published.month < 1 || published.month > 12)
        return std::nullopt;
    const int count = std::atoi(length.value.c_str() + 1);
    const std::string words = lowered(before) + lowered(own);
    const std::size_t first = words.rfind("in the first ");
    constexpr std::size_t near = 26;
    const bool said = first != words.npos && first + near >= words.size();
    const bool of_other = after.starts_with(" of") || after.starts_with(" sin") || after.starts_with(" aft") || after.starts_with(" in ");
    if (!said || of_other || count < 2 || count > 11) return std::nullopt;
    Date begin = published;
    begin.day = 0;
    begin.second_of_day = 0;
    begin.precision = calendar::Precision::Month;
    if (count > published.month) --begin.year;
    Date end = begin;
    begin.month = 1;
    end.month = static_cast<std::uint8_t>(count);
    return DatedSpan{length.span, Edtf::interval(begin, end), document::DateBasis::Relative};
}

/// "will leave in ten days": on the tenth, where "within ten days" is up to then.
std::optional<Edtf> end_of_wait(const Timex& length, const Edtf& stretch, std::string_view before, std::string_view own,
                                const std::optional<Edtf>& published) {
    if (length.type != TimexType::Duration || !published || !published->first() || !stretch.last() ||
        stretch.bounds().begin != published->bounds().begin)
        return std::nullopt;
    const std::string words = ' ' + lowered(before), mine = lowered(own);
    const bool waits =
        words.ends_with(" in ") && mine.find("next") == mine.npos && mine.find("coming") == mine.npos && mine.find("the ") == mine.npos;
    return waits ? std::optional(Edtf::of(*stretch.last())) : std::nullopt;
}

/// "over the past two years" reaches to the document's date; "for over 20 years" after a perfect goes on.
std::optional<DatedSpan> stretch_of(const Timex& timex, std::string_view before, std::string_view own, const Date& published) {
    const int months = months_of(timex.value);
    if (months < 12) return std::nullopt;
    const std::string words = lowered(before) + lowered(own);
    constexpr std::size_t kRight = 12;  ///< "the past" right before the count, not a sentence away
    const std::string near = " " + words.substr(words.size() - std::min(words.size(), own.size() + kRight));
    const auto says = [&](std::string_view word) { return near.find(word) != near.npos; };
    const std::string lead = " " + lowered(before);
    const bool within = lead.ends_with(" over ") || lead.ends_with(" in ") || lead.ends_with(" within ") || lead.ends_with(" during ");
    if (within && (says(" next ") || says(" coming "))) {
        Date begin = months_before(published, 0, published.precision < calendar::Precision::Month);
        return DatedSpan{timex.span, Edtf::interval(begin, months_before(published, -months, months % 12 == 0)),
                         document::DateBasis::Relative};
    }
    const bool past = says(" past ") || says(" last ");
    if (past) {
        Date end = published;
        if (end.precision > calendar::Precision::Month) end = months_before(published, 0, false);
        return DatedSpan{timex.span, Edtf::interval(months_before(published, months, months % 12 == 0), end),
                         document::DateBasis::Relative};
    }
    const std::size_t has = words.rfind("has ");
    const std::size_t have = words.rfind("have ");
    const bool perfect = (has != words.npos || have != words.npos) && words.rfind("for ") != words.npos;
    if (!perfect || months < 24) return std::nullopt;
    Date begin = months_before(published, months, true);
    begin.approximate = true;
    return DatedSpan{timex.span, Edtf::interval(begin, std::nullopt), document::DateBasis::Relative};
}

}  // namespace

namespace {

/// The day alone, as the text's own clock has it: "8 p.m. EDT on Monday" is Monday's, though it is Tuesday by Greenwich.
Edtf day_of(const Timex& timex) {
    constexpr std::size_t kIsoDay = 10;
    if (timex.value.size() > kIsoDay && timex.value[kIsoDay] == 'T')
        if (const auto day = Edtf::parse(timex.value.substr(0, kIsoDay))) return *day;
    Date date = *timex.edtf->first();
    if (date.precision > calendar::Precision::Day) {
        date.precision = calendar::Precision::Day;
        date.second_of_day = 0;
    }
    return Edtf::of(date);
}

}  // namespace

namespace {

/// "in the night to Wednesday", "overnight into Friday": from the day before it.
std::optional<DatedSpan> night_before(std::span<const Timex> timexes, std::size_t i, std::string_view text,
                                      document::ByteOfCodePoint& begin, document::ByteOfCodePoint& end) {
    if (i + 1 >= timexes.size() || timexes[i].type != TimexType::Time) return std::nullopt;
    const Timex &night = timexes[i], &day = timexes[i + 1];
    constexpr std::uint32_t shortest = 4, longest = 6;  // " to ", " into "
    const std::uint32_t gap = day.span.begin - night.span.end;
    const bool fits = gap >= shortest && gap <= longest && day.type == TimexType::Date && day.edtf && !day.edtf->is_interval() &&
                      day.edtf->precision() == calendar::Precision::Day;
    if (!fits) return std::nullopt;
    const std::size_t at = begin.at(night.span.begin), past = end.at(night.span.end);
    const std::string own = lowered(text.substr(at, past - at));
    const std::string_view between = text.substr(past, gap);
    if ((!own.ends_with("night") && own != "overnight") || (between != " to " && between != " into ")) return std::nullopt;
    const temporal::Moment eve =
        temporal::day_moment(temporal::days_of(day.edtf->first()->year, day.edtf->first()->month, day.edtf->first()->day) - 1);
    Date from = *day.edtf->first();
    from.year = eve.year;
    from.month = eve.month;
    from.day = eve.day;
    return DatedSpan{{night.span.begin, day.span.end}, Edtf::interval(from, *day.edtf->first()), day.basis};
}

/// "On this day in 1991", "on a day like today, in 1935": the day of the document, of that year.
std::optional<DatedSpan> this_day_of_year(std::span<const Timex> timexes, std::size_t i, std::string_view text,
                                          document::ByteOfCodePoint& begin, document::ByteOfCodePoint& end) {
    if (i + 1 >= timexes.size()) return std::nullopt;
    const Timex &day = timexes[i], &year = timexes[i + 1];
    const std::uint32_t gap = year.span.begin - day.span.end;
    constexpr std::uint32_t longest = 5;  // ", in "
    if (gap > longest || !day.edtf || !year.edtf || day.edtf->is_interval() || year.edtf->is_interval()) return std::nullopt;
    if (day.edtf->precision() != calendar::Precision::Day || year.edtf->precision() != calendar::Precision::Year) return std::nullopt;
    const std::size_t at = begin.at(day.span.begin), past = end.at(day.span.end);
    const std::string own = lowered(text.substr(at, past - at));
    const std::string_view between = text.substr(past, gap);
    if ((own != "this day" && own != "this date" && own != "a day like today") ||
        (between != " in " && between != ", in " && between != ", "))
        return std::nullopt;
    Date told = *day.edtf->first();
    told.year = year.edtf->first()->year;
    if (told.month == 2 && told.day == 29) return std::nullopt;
    return DatedSpan{{day.span.begin, year.span.end}, Edtf::of(told), document::DateBasis::Relative};
}

}  // namespace

std::vector<DatedSpan> event_dates(std::string_view text, std::span<const Timex> timexes, const std::optional<Edtf>& published) {
    constexpr std::uint32_t kBefore = 60;
    std::vector<DatedSpan> out;
    const std::vector<DateRange> ranges = combine_ranges(text, timexes);
    document::ByteOfCodePoint begin(text), end(text), lead(text);
    std::size_t range = 0;
    for (std::size_t i = 0; i < timexes.size(); ++i) {
        while (range < ranges.size() && ranges[range].last <= i) ++range;
        if (timexes[i].topic) continue;
        if (auto night = night_before(timexes, i, text, begin, end)) {
            out.push_back(*night);
            ++i;
            continue;
        }
        if (range < ranges.size() && ranges[range].first <= i) {
            if (ranges[range].first == i) {
                out.push_back({ranges[range].span, ranges[range].edtf, ranges[range].basis});
                const std::size_t from = lead.at(timexes[i].span.begin > kBefore ? timexes[i].span.begin - kBefore : 0);
                const std::size_t at = begin.at(timexes[i].span.begin), past = end.at(timexes[i].span.end);
                if (const auto then =
                        end_of_wait(timexes[i], ranges[range].edtf, text.substr(from, at - from), text.substr(at, past - at), published))
                    out.back().edtf = *then;
            }
            continue;
        }
        const Timex& timex = timexes[i];
        if (auto day = this_day_of_year(timexes, i, text, begin, end)) {
            out.push_back(*day);
            ++i;
            continue;
        }
        if (timex.type == TimexType::Duration && i + 1 < timexes.size() && timexes[i + 1].span.begin == timex.span.end + 4) {
            const std::size_t from = lead.at(timex.span.begin > kBefore ? timex.span.begin - kBefore : 0);
            const std::size_t at = begin.at(timex.span.begin), past = end.at(timex.span.end);
            auto stretch =
                end_of_year(timex, timexes[i + 1], text.substr(from, at - from), text.substr(at, past - at), text.substr(past, 4));
            if (stretch) {
                out.push_back(*stretch);
                ++i;
                continue;
            }
        }
        if (timex.type == TimexType::Time && timex.edtf && timex.edtf->first() && !timex.edtf->is_interval()) {
            out.push_back({timex.span, day_of(timex), timex.basis, timex.edtf->first()->precision > calendar::Precision::Day});
        } else if (timex.edtf && (timex.type == TimexType::Date || timex.type == TimexType::Time)) {
            out.push_back({timex.span, *timex.edtf, timex.basis});
        } else if (timex.type == TimexType::Duration && published && published->first()) {
            const std::size_t from = lead.at(timex.span.begin > kBefore ? timex.span.begin - kBefore : 0);
            const std::size_t at = begin.at(timex.span.begin);
            const std::size_t past = end.at(timex.span.end);
            if (auto stretch = start_of_year(timex, text.substr(from, at - from), text.substr(at, past - at), text.substr(past, 4),
                                             *published->first()))
                out.push_back(*stretch);
            else if (auto past_stretch = stretch_of(timex, text.substr(from, at - from), text.substr(at, past - at), *published->first()))
                out.push_back(*past_stretch);
        }
    }
    for (DatedSpan& date : out)
        date.ahead = published && published->first() && date.edtf.first() && date.edtf.bounds().begin >= published->bounds().end;
    return out;
}

namespace {

/// "for two days | from", "for a week |": how many; 0 for none. `at` is the token after them.
int days_before(const Text& text, const Sentence& sentence, std::uint32_t at) {
    static constexpr std::array<std::string_view, 11> kNumbers{"a",   "one",   "two",   "three", "four", "five",
                                                               "six", "seven", "eight", "nine",  "ten"};
    if (at < sentence.first_token + 3 || text.folded(text.tokens[at - 3]) != "for") return 0;
    const std::string_view unit = text.folded(text.tokens[at - 1]), many = text.folded(text.tokens[at - 2]);
    const int length = unit == "day" || unit == "days" ? 1 : unit == "week" || unit == "weeks" ? 7 : 0;
    const auto word = std::find(kNumbers.begin(), kNumbers.end(), many);
    int count = word == kNumbers.end() ? 0 : std::max(1, static_cast<int>(word - kNumbers.begin()));
    if (word == kNumbers.end() && std::from_chars(many.data(), many.data() + many.size(), count).ec != std::errc()) return 0;
    constexpr int most = 99;
    return count > most ? 0 : count * length;
}

Date days_later(Date day, int days) {
    const date::year_month_day then{date::sys_days{date::year{day.year} / day.month / day.day} + date::days{days}};
    day.year = static_cast<int>(then.year());
    day.month = static_cast<std::uint8_t>(static_cast<unsigned>(then.month()));
    day.day = static_cast<std::uint8_t>(static_cast<unsigned>(then.day()));
    return day;
}

}  // namespace

namespace {

/// "to be in force before February": up to a day that is still to come; "is not to open before 2035": from then on. nullopt for other days.
std::optional<Edtf> bounded_by(const Text& text, const Sentence& sentence, std::uint32_t at, const DatedSpan& date) {
    static constexpr WordSet kCounted{"day",  "days",  "week",    "weeks",   "month", "months", "year", "years",
                                      "hour", "hours", "minutes", "shortly", "just",  "long",   "not",  "never"};
    if (!date.ahead || date.of_hour || date.edtf.is_interval() || !date.edtf.first() || at < sentence.first_token + 2) return std::nullopt;
    if (text.folded(text.tokens[at - 1]) != "before" || kCounted.contains(text.folded(text.tokens[at - 2])) ||
        at - 1 == sentence.first_token)
        return std::nullopt;
    for (std::uint32_t i = at - 1; i-- > sentence.first_token && text.tokens[i].kind != TokenKind::Mark;)
        if ((text.tokens[i].lexicon & kNegation) != 0) return Edtf::interval(date.edtf.first(), std::nullopt);
    return Edtf::interval(std::nullopt, date.edtf.first());
}

}  // namespace

std::vector<DateMention> dates_of(const Text& text, const Sentence& sentence, std::span<const DatedSpan> dates, std::size_t& next) {
    std::vector<DateMention> out;
    while (next < dates.size() && dates[next].span.end <= sentence.span.begin) ++next;
    std::uint32_t at = sentence.first_token;
    for (std::size_t d = next; d < dates.size() && dates[d].span.begin < sentence.span.end; ++d) {
        const DatedSpan& date = dates[d];
        while (at < sentence.end_token && text.tokens[at].last <= date.span.begin) ++at;
        std::uint32_t end = at;
        while (end < sentence.end_token && text.tokens[end].first < date.span.end) ++end;
        if (end > at + 1 && text.tokens[end - 1].is(':') && text.bytes(text.tokens[end - 1].begin, text.tokens[end - 1].end) == ".")
            --end;  // "9 Oct. | The premier met": closes the head
        if (end <= at) continue;
        if (text.folded(text.tokens[at]) == "last" && at > sentence.first_token && (text.tokens[at - 1].lexicon & kModal) != 0)
            continue;  // "It will last three weeks"
        out.push_back({{at, end}, date.span, date.edtf, date.basis, date.of_hour, date.ahead});
        // "From 22 May its traders bought none": the day it began.
        const bool from =
            at > sentence.first_token && text.folded(text.tokens[at - 1]) == "from" && !date.edtf.is_interval() && date.edtf.first();
        if (const auto bounds = bounded_by(text, sentence, at, date)) out.back().edtf = *bounds;
        if (!from || (date.edtf.precision() < calendar::Precision::Month && !date.ahead)) continue;  // "delivery from 2029"
        const int days = days_before(text, sentence, at - 1);
        const bool counted = days > 1 && date.edtf.precision() == calendar::Precision::Day;  // "for two days from 27 June"
        out.back().edtf = counted ? Edtf::interval(date.edtf.first(), days_later(*date.edtf.first(), days - 1))
                                  : Edtf::interval(date.edtf.first(), std::nullopt);
    }
    return out;
}

}  // namespace dateline::extract
