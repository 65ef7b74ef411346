#include "extract/temporal_profile.h"

#include "extract/temporal_tokens.h"

#include <array>
#include <cstdlib>

namespace dateline::extract::temporal {

namespace {

constexpr std::size_t kLook = std::size_t{1} << 18;

struct Counts {
    int far_years = 0;    ///< two years or more from the document's own
    int near_years = 0;
    int newsy = 0;        ///< weekdays, today, yesterday
    int first_over_12 = 0;
    int second_over_12 = 0;
    int financial = 0;
};

bool is_year(const Tokens& t, std::uint32_t i) {
    if (!t.is_number(i) || t[i].digits != 4 || t[i].number < 1000 || t[i].number > 2100) return false;
    if (t.joined(i + 1) && t.is_word(i + 1)) return false;
    return t.is(i - 1, kPreposition | kMonth) || t.is_mark(i - 1, ',') || t.is_mark(i - 1, '(') || t.is_dash(i - 1) ||
           t.is(i - 1, kSeason | kPart);
}

void count_numeric_date(const Tokens& t, std::uint32_t i, Counts& counts) {
    const bool slashes = t.is_mark(i + 1, '/') && t.is_mark(i + 3, '/') && t.joined(i + 1) && t.joined(i + 2) && t.joined(i + 4);
    if (!slashes || !t.is_number(i) || !t.is_number(i + 2) || !t.is_number(i + 4) || t[i + 4].digits < 2) return;
    if (t[i].number > 12 && t[i].number <= 31) ++counts.first_over_12;
    if (t[i + 2].number > 12 && t[i + 2].number <= 31) ++counts.second_over_12;
}

bool is_financial(std::string_view word) {
    constexpr std::array<std::string_view, 8> words{"earnings", "revenue", "profit", "quarter", "fiscal", "quarterly", "shareholders", "dividend"};
    for (std::string_view w : words) {
        if (word == w) return true;
    }
    return false;
}

}  // namespace

Profile profile_of(std::string_view utf8, const std::optional<calendar::Edtf>& published) {
    const int own_year = published && published->first() ? published->first()->year : 0;
    Counts counts;
    Tokenizer tokenizer(utf8.substr(0, kLook));
    Tokens tokens;
    while (tokenizer.next(tokens)) {
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            if (token.kind == TokenKind::Number) {
                if (is_year(tokens, i)) (std::abs(token.number - own_year) >= 2 ? counts.far_years : counts.near_years) += 1;
                count_numeric_date(tokens, i, counts);
            } else if (token.kind == TokenKind::Word) {
                counts.newsy += tokens.is(i, kWeekday | kDateWord) && !tokens.is(i, kAbbreviated);
                counts.financial += is_financial(utf8.substr(token.begin, token.end - token.begin));
            }
        }
    }
    Profile out;
    out.day_first = counts.first_over_12 > counts.second_over_12;
    out.financial = counts.financial >= 3;
    const int deictic = counts.newsy + counts.near_years;
    if (!published) {
        out.genre = counts.far_years > 2 * counts.newsy ? Genre::Narrative : Genre::News;
    } else {
        out.genre = counts.far_years >= 6 && counts.far_years > 2 * deictic ? Genre::Narrative : Genre::News;
    }
    return out;
}

}  // namespace dateline::extract::temporal

namespace dateline::extract {

Genre detect_genre(std::string_view utf8_text, const std::optional<calendar::Edtf>& published) {
    return temporal::profile_of(utf8_text, published).genre;
}

}  // namespace dateline::extract
