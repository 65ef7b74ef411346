#include "extract/temporal_profile.h"

#include "extract/temporal_order.h"
#include "extract/temporal_tokens.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace dateline::extract::temporal {

namespace {

constexpr std::size_t kLook = std::size_t{1} << 18;
constexpr std::size_t kHead = 1500;  ///< where a text says whence it comes

struct Counts {
    std::vector<int> years;  ///< each mention
    int words = 0;
    int days = 0;     ///< weekdays, today, yesterday
    int deictic = 0;  ///< last week, this year
    int speech = 0;
    int nowadays = 0;
    int money = 0;
    int quarters = 0;
    NumericOrder order;
    int dotted_days = 0, dotted_hours = 0;  ///< pairs that open a line: "25.09", "14.30"
    std::vector<int> hours;                 ///< four digits behind a day that are an hour or its year
    std::array<int, 12> bare_days{};        ///< by month: "on 7 October", without a year
};

constexpr int kLastYear = 2099;

bool is_year(const Tokens& t, std::uint32_t i) {
    if (t.is(i + 1, Word::Bc) && t[i + 1].all_capitals) return true;
    if (!t.is_number(i) || t[i].digits != 4 || t[i].number < 1000 || t[i].number > 2100) return false;
    if (t.joined(i + 1) && t.is_word(i + 1)) return false;
    constexpr int first_year = 1000;
    if (t.is_dash(i + 1) && t.is_number(i + 2) && t[i + 2].digits == 4 && t[i + 2].number < first_year) return false;  // "(2100-0500)"
    return t.is(i - 1, kPreposition | kMonth) || t.is_mark(i - 1, ',') || t.is_mark(i - 1, '(') || t.is_dash(i - 1) ||
           t.is(i - 1, kSeason | kPart);
}

void count_word(const Tokens& t, std::uint32_t i, Counts& counts) {
    ++counts.words;
    if (t[i].info->classes == 0 && t[i].info->word == Word::Other) return;  // most words say nothing of it
    counts.days += t.is(i, kWeekday | kDateWord) && !t.is(i, kAbbreviated);
    counts.deictic += t.is(i, kDeictic) && !t.is(i, Word::Following) && !t.is(i, Word::Previous) && !t.is(i, Word::Preceding) &&
                      t.is(i + 1, kUnit | kSeason) && !t.is(i - 1, Word::The);
    counts.speech += t.is(i, kSpeech);
    counts.nowadays += t.is(i, kNowadays);
    counts.money += t.is(i, Word::Money) || t.is(i, Word::Fiscal);
    counts.quarters += t.is(i, Word::Quarter);
}

/// "7 October", "October 7th", and no year behind it.
void count_bare_day(const Tokens& t, std::uint32_t i, Counts& counts) {
    constexpr std::uint32_t day_and_comma = 3;
    const auto is_day = [&](std::uint32_t at) { return t.is_number(at) && t[at].digits <= 2; };
    if (!is_day(i - 1) && !is_day(i + 1)) return;
    for (std::uint32_t k = i + 1; k <= i + day_and_comma; ++k)
        if (t.is_number(k) && t[k].digits == 4) return;
    ++counts.bare_days[static_cast<std::size_t>(t[i].info->value - 1) % counts.bare_days.size()];
}

/// A bulletin may look back and ahead over a century: its days without a year still lie about its own month, or nearly all in those of the quarter that it
/// reports and in the next, and it speaks of its own year not much less than of others. The days of a history lie all over the year.
bool tells_its_own_months(const Counts& counts, const std::optional<calendar::Edtf>& published, std::ptrdiff_t near, std::ptrdiff_t far) {
    constexpr int least = 6, before_quarter = 3;
    if (!published || !published->first() || published->first()->month == 0 || 2 * near < far) return false;
    const int months = static_cast<int>(counts.bare_days.size()), own = published->first()->month - 1;
    const int all = std::accumulate(counts.bare_days.begin(), counts.bare_days.end(), 0);
    const auto within = [&](int before) {
        int sum = 0;
        for (int month = own - before; month <= own + 1; ++month)
            sum += counts.bare_days[static_cast<std::size_t>((month + months) % months)];
        return sum;
    };
    return all >= least && (5 * within(1) >= 3 * all || 5 * within(before_quarter) >= 4 * all);
}

/// News speaks of days, of who said what, and of what is so now; a history of years that are long past.
Genre genre_of(const Counts& counts, const std::optional<calendar::Edtf>& published) {
    if (counts.years.empty()) return Genre::News;
    int own_year = *std::max_element(counts.years.begin(), counts.years.end());
    if (published && published->first()) own_year = published->first()->year;
    const auto far = std::count_if(counts.years.begin(), counts.years.end(), [&](int year) { return std::abs(year - own_year) >= 2; });
    const auto near = static_cast<std::ptrdiff_t>(counts.years.size()) - far;
    const double signs = 4.0 * counts.days + 2.0 * counts.deictic + counts.speech + 0.5 * counts.nowadays;
    const double per_thousand_words = 1000 * signs / std::max(counts.words, 1);
    // The more it speaks of other years, and the less of its own, the more of the present it may have beside.
    const double most_of_histories = 8 + 0.15 * static_cast<double>(std::min<std::ptrdiff_t>(far, 40)) + (near == 0 ? 3 : 0);
    const bool history =
        far >= 2 && far >= near && per_thousand_words < most_of_histories && !tells_its_own_months(counts, published, near, far);
    return history ? Genre::Narrative : Genre::News;
}

/// "25.09 – talks", "14.30 – lunch", at the beginning of a line: which of the two no other reading is for.
void see_dotted_pair(const Tokens& t, std::uint32_t i, Counts& counts) {
    constexpr int months = 12, hours = 24;
    const bool pair = t.opens_line(i) && t[i].digits == 2 && t.is_mark(i + 1, '.') && t.joined(i + 1) && t.joined(i + 2) &&
                      t.is_number(i + 2) && t[i + 2].digits == 2 && !t.joined(i + 3);
    if (!pair) return;
    const bool day = t[i + 2].number >= 1 && t[i + 2].number <= months;
    counts.dotted_days += day && t[i].number >= hours && t[i].number <= 31;
    counts.dotted_hours += !day || t[i].number == 0;
}

void count(const Tokens& tokens, Counts& counts) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::Number) {
            const bool before_era = tokens.is(i + 1, Word::Bc);
            if (may_be_hour_of_day(tokens, i)) counts.hours.push_back(tokens[i].number);
            else if (!is_called_hour(tokens, i) && is_year(tokens, i))
                counts.years.push_back(before_era ? -tokens[i].number : tokens[i].number);
            counts.order.see(tokens, i);
            see_dotted_pair(tokens, i, counts);
        } else if (tokens[i].kind == TokenKind::Word) {
            count_word(tokens, i, counts);
            if (!tokens.is(i, kMonth)) continue;
            counts.order.see(tokens, i);
            count_bare_day(tokens, i, counts);
        }
    }
}

/// The years that the text surely tells, and then those of its days that are near them: "2100" behind a day of 2025 is an hour.
void settle_hours(Counts& counts, const std::optional<calendar::Edtf>& published, Profile& out) {
    constexpr int before = 100, ahead = 40;
    std::vector<int> sure = counts.years;
    if (published && published->first()) sure.push_back(published->first()->year);
    if (sure.empty())
        for (int year : counts.hours)
            if (year > 1900 && year <= kLastYear - ahead) sure.push_back(year);
    if (!sure.empty()) {
        const auto [first, last] = std::minmax_element(sure.begin(), sure.end());
        out.first_year = *first;
        out.last_year = *last;
    }
    for (int number : counts.hours) {
        const bool year = number >= 1000 && (sure.empty() || (number >= out.first_year - before && number <= out.last_year + ahead));
        if (year) counts.years.push_back(number);
        out.keeps_hours = out.keeps_hours || number < 1000 || number > std::max(out.last_year + ahead, kLastYear);
    }
}

Profile profile_from(Counts& counts, std::string_view head, const std::optional<calendar::Edtf>& published) {
    Profile out;
    const NumericOrder::Order order = counts.order.settle(published, head);
    out.day_first = order.day_first;
    out.order_told = order.told;
    out.financial = counts.money >= 1 && counts.money + counts.quarters >= 2;  // games have quarters too
    out.dotted_days = counts.dotted_days > 0 && counts.dotted_hours == 0;
    settle_hours(counts, published, out);
    out.genre = genre_of(counts, published);
    return out;
}

}  // namespace

Profile profile_of(std::string_view utf8, const std::optional<calendar::Edtf>& published) {
    Counts counts;
    Tokenizer tokenizer(utf8.substr(0, kLook));
    Tokens tokens;
    while (tokenizer.next(tokens)) count(tokens, counts);
    return profile_from(counts, utf8.substr(0, kHead), published);
}

Profile profile_of(const Tokens& whole_text, std::string_view utf8, const std::optional<calendar::Edtf>& published) {
    Counts counts;
    count(whole_text, counts);
    return profile_from(counts, utf8.substr(0, kHead), published);
}

bool is_called_hour(const Tokens& t, std::uint32_t i) {
    constexpr int minutes = 60, hours = 24;
    if (!t.is_number(i) || t[i].digits != 4 || t[i].number % 100 >= minutes || t[i].number / 100 >= hours) return false;
    const bool unit = t.is(i + 1, kUnit) && t[i + 1].info->unit == Unit::Hour;
    return unit || (t.is(i + 1, kZone) && t[i + 1].all_capitals) || t.is(i + 1, Word::Local);
}

bool may_be_hour_of_day(const Tokens& t, std::uint32_t i) {
    constexpr int minutes = 60, hours = 24;
    if (t[i].digits != 4 || t[i].number % 100 >= minutes || t[i].number / 100 >= hours || t[i].gap == Gap::None || t[i].gap == Gap::Line)
        return false;
    const auto is_day = [&](std::uint32_t at) { return t.is_number(at) && t[at].digits <= 2 && t[at].number >= 1; };
    const std::uint32_t month = t.is_mark(i - 1, '.') ? i - 2 : i - 1;
    if (t.is(month, kMonth)) return t[month].capital && is_day(month - 1);
    const std::uint32_t before = t.is_mark(i - 2, '.') ? i - 3 : i - 2;
    return is_day(i - 1) && t.is(before, kMonth) && t[before].capital;
}

}  // namespace dateline::extract::temporal

namespace dateline::extract {

Genre detect_genre(std::string_view utf8_text, const std::optional<calendar::Edtf>& published) {
    return temporal::profile_of(utf8_text, published).genre;
}

}  // namespace dateline::extract
