#include "extract/temporal_profile.h"

#include "extract/temporal_tokens.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace dateline::extract::temporal {

namespace {

constexpr std::size_t kLook = std::size_t{1} << 18;

struct Counts {
    std::vector<int> years;  ///< each mention
    int words = 0;
    int days = 0;     ///< weekdays, today, yesterday
    int deictic = 0;  ///< last week, this year
    int speech = 0;
    int nowadays = 0;
    int first_over_12 = 0;
    int second_over_12 = 0;
    int dotted = 0;  ///< 23.09.2024: who writes so has the day first in 6/12/2024 too
    int day_month = 0;  ///< 12 November
    int month_day = 0;  ///< November 12
    int money = 0;
    int quarters = 0;
};

bool is_year(const Tokens& t, std::uint32_t i) {
    if (t.is(i + 1, Word::Bc) && t[i + 1].all_capitals) return true;
    if (!t.is_number(i) || t[i].digits != 4 || t[i].number < 1000 || t[i].number > 2100) return false;
    if (t.joined(i + 1) && t.is_word(i + 1)) return false;
    return t.is(i - 1, kPreposition | kMonth) || t.is_mark(i - 1, ',') || t.is_mark(i - 1, '(') ||
           t.is_dash(i - 1) || t.is(i - 1, kSeason | kPart);
}

void count_numeric_date(const Tokens& t, std::uint32_t i, Counts& counts) {
    const bool dots = t.is_number(i) && t.is_mark(i + 1, '.') && t.is_mark(i + 3, '.') && t.joined(i + 1) && t.joined(i + 2) && t.joined(i + 4);
    constexpr int months = 12, days = 31;
    counts.dotted += dots && t.is_number(i + 2) && t[i].number <= days && t[i + 2].number <= months && t.is_number(i + 4) && t[i + 4].digits == 4;
    if (t[i].digits <= 2) {
        counts.day_month += t.is(i + 1, kMonth) && t[i + 1].capital;
        counts.month_day += t.is(i - 1, kMonth) && t[i - 1].capital && !t.is(i + 1, kMonth) && !t.is_number(i - 2);
    }
    const bool told = t.is(i - 1, Word::On) || t.is(i - 1, Word::From) || t.is(i - 1, Word::Until) || t.is(i - 1, Word::By) || t.is(i - 1, Word::Since) ||
                      t.is_mark(i - 1, '|') || t.is_dash(i - 1) || (t.is(i - 2, Word::As) && (t.is(i - 1, Word::At) || t.is(i - 1, Word::Of)));
    const bool pair = told && t.is_mark(i + 1, '/') && t.joined(i + 1) && t.joined(i + 2) && t.is_number(i + 2) && t[i].digits == 2 && !(t[i].number == 24 && t[i + 2].number == 7);  // "on 25/5", "| 13–14/08 |"
    counts.first_over_12 += pair && t[i].number > months && t[i].number <= days && t[i + 2].number <= months;
    const bool slashes = t.is_mark(i + 1, '/') && t.is_mark(i + 3, '/') && t.joined(i + 1) &&
                         t.joined(i + 2) && t.joined(i + 4);
    if (!slashes || !t.is_number(i) || !t.is_number(i + 2) || !t.is_number(i + 4) || t[i + 4].digits < 2)
        return;
    if (t[i].number > 12 && t[i].number <= 31) ++counts.first_over_12;
    if (t[i + 2].number > 12 && t[i + 2].number <= 31) ++counts.second_over_12;
}

void count_word(const Tokens& t, std::uint32_t i, Counts& counts) {
    ++counts.words;
    if (t[i].info->classes == 0 && t[i].info->word == Word::Other) return;  // most words say nothing of it
    counts.days += t.is(i, kWeekday | kDateWord) && !t.is(i, kAbbreviated);
    counts.deictic += t.is(i, kDeictic) && !t.is(i, Word::Following) && !t.is(i, Word::Previous) &&
                      !t.is(i, Word::Preceding) && t.is(i + 1, kUnit) && !t.is(i - 1, Word::The);
    counts.speech += t.is(i, kSpeech);
    counts.nowadays += t.is(i, kNowadays);
    counts.money += t.is(i, Word::Money) || t.is(i, Word::Fiscal);
    counts.quarters += t.is(i, Word::Quarter);
}

/// News speaks of days, of who said what, and of what is so now; a history of years that are long past.
Genre genre_of(const Counts& counts, const std::optional<calendar::Edtf>& published) {
    if (counts.years.empty()) return Genre::News;
    int own_year = *std::max_element(counts.years.begin(), counts.years.end());
    if (published && published->first()) own_year = published->first()->year;
    const auto far = std::count_if(counts.years.begin(), counts.years.end(),
                                   [&](int year) { return std::abs(year - own_year) >= 2; });
    const auto near = static_cast<std::ptrdiff_t>(counts.years.size()) - far;
    const double signs = 4.0 * counts.days + 2.0 * counts.deictic + counts.speech + 0.5 * counts.nowadays;
    const double per_thousand_words = 1000 * signs / std::max(counts.words, 1);
    // The more it speaks of other years, and the less of its own, the more of the present it may have beside.
    const double most_of_histories =
        8 + 0.15 * static_cast<double>(std::min<std::ptrdiff_t>(far, 40)) + (near == 0 ? 3 : 0);
    return far >= 2 && far >= near && per_thousand_words < most_of_histories ? Genre::Narrative : Genre::News;
}

void count(const Tokens& tokens, Counts& counts) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::Number) {
            const bool before_era = tokens.is(i + 1, Word::Bc);
            if (is_year(tokens, i)) counts.years.push_back(before_era ? -tokens[i].number : tokens[i].number);
            count_numeric_date(tokens, i, counts);
        } else if (tokens[i].kind == TokenKind::Word) {
            count_word(tokens, i, counts);
        }
    }
}

Profile profile_from(const Counts& counts, const std::optional<calendar::Edtf>& published) {
    Profile out;
    const bool says_day_first = counts.first_over_12 == 0 && counts.second_over_12 == 0 && counts.day_month > counts.month_day;
    out.day_first = says_day_first || counts.first_over_12 + (counts.dotted > 0) > counts.second_over_12;
    out.financial = counts.money >= 1 && counts.money + counts.quarters >= 2;  // games have quarters too
    out.genre = genre_of(counts, published);
    return out;
}

}  // namespace

Profile profile_of(std::string_view utf8, const std::optional<calendar::Edtf>& published) {
    Counts counts;
    Tokenizer tokenizer(utf8.substr(0, kLook));
    Tokens tokens;
    while (tokenizer.next(tokens)) count(tokens, counts);
    return profile_from(counts, published);
}

Profile profile_of(const Tokens& whole_text, const std::optional<calendar::Edtf>& published) {
    Counts counts;
    count(whole_text, counts);
    return profile_from(counts, published);
}

}  // namespace dateline::extract::temporal

namespace dateline::extract {

Genre detect_genre(std::string_view utf8_text, const std::optional<calendar::Edtf>& published) {
    return temporal::profile_of(utf8_text, published).genre;
}

}  // namespace dateline::extract
