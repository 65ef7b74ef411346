#include "io/foreign_date.h"

#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

namespace dateline::io {
namespace {

using calendar::Date;
using calendar::Edtf;
using calendar::Precision;

/// Runs of digits and of letters; what stands between them is dropped. "25-Apr-2023" is 25, apr, 2023.
struct Token {
    std::string text;
    bool number = false;

    int value() const {
        int out = -1;
        std::from_chars(text.data(), text.data() + text.size(), out);
        return out;
    }
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    bool joined = false;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool digit = std::isdigit(byte) != 0, letter = std::isalpha(byte) != 0;
        if (digit || letter) {
            if (!joined || tokens.back().number != digit) tokens.push_back({{}, digit});
            tokens.back().text += static_cast<char>(std::tolower(byte));
        }
        joined = digit || letter;
    }
    return tokens;
}

int month_named(const std::string& word) {
    static constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                              "july",    "august",   "september", "october", "november", "december"};
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (kMonths[i].starts_with(word) || (word == "sept" && i == 8)) return static_cast<int>(i) + 1;
    return 0;
}

std::optional<Edtf> edtf(int year, int month, int day) {
    if (year < 1000 || year > 2999) return std::nullopt;
    const std::string text = day > 0 ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : fmt::format("{:04}-{:02}", year, month);
    if (month < 1 || month > 12) return std::nullopt;
    const auto parsed = Edtf::parse(text);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

/// "2023-04-25 14:30:05.123+00" and the like: the day, and the time unless it is midnight.
std::optional<Edtf> iso_like(const std::string& text) {
    if (text.front() == '-' || text.find_first_not_of("0123456789-/.: TtZz+") != std::string::npos) return std::nullopt;
    const auto tokens = tokens_of(text);
    if (tokens.size() < 3 || !tokens[0].number || tokens[0].text.size() != 4 || !tokens[1].number || !tokens[2].number) return std::nullopt;
    if (tokens[1].text.size() > 2 || tokens[2].text.size() > 2) return std::nullopt;
    const auto day = edtf(tokens[0].value(), tokens[1].value(), tokens[2].value());
    const std::size_t colon = text.find(':');
    if (!day || colon == std::string::npos || colon < 2) return tokens.size() == 3 ? day : std::nullopt;
    std::string time = text.substr(colon - 2);
    if (const std::size_t dot = time.find('.'); dot != std::string::npos) {
        const std::size_t past = std::min(time.find_first_not_of("0123456789", dot + 1), time.size());
        time.erase(dot, past - dot);
    }
    std::erase(time, ' ');
    const std::size_t zone = std::min(time.find_first_of("Z+-"), time.size());
    if (time.substr(0, zone).find_first_of("123456789") == std::string::npos) return day;
    if (zone == time.size()) time += 'Z';
    const auto parsed = Edtf::parse(day->text() + "T" + time);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<Edtf> worded(const std::vector<Token>& tokens) {
    int year = 0, month = 0, day = 0;
    for (const Token& token : tokens) {
        if (!token.number) {
            const int named = month_named(token.text);
            if (named > 0 && month == 0) month = named;
            else if (token.text != "st" && token.text != "nd" && token.text != "rd" && token.text != "th" && token.text != "of")
                return std::nullopt;
        } else if (token.text.size() == 4 && year == 0) {
            year = token.value();
        } else if (token.text.size() <= 2 && day == 0) {
            day = token.value();
        } else {
            return std::nullopt;
        }
    }
    return month > 0 && year > 0 ? edtf(year, month, day) : std::nullopt;
}

std::optional<Edtf> numeric(const std::vector<Token>& tokens, DayOrder order) {
    if (tokens.size() != 3 || tokens[2].text.size() != 4 || tokens[0].text.size() > 2 || tokens[1].text.size() > 2) return std::nullopt;
    const int a = tokens[0].value(), b = tokens[1].value(), year = tokens[2].value();
    return order == DayOrder::MonthFirst ? edtf(year, a, b) : edtf(year, b, a);
}

std::optional<Edtf> since_1970(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (digits.size() == 13) value /= 1000;
    else if (digits.size() < 9 || digits.size() > 10) return std::nullopt;
    std::string iso = calendar::iso(calendar::Instant{std::chrono::seconds{value}});
    const auto parsed = Edtf::parse(iso);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

}  // namespace

namespace {

/// The first two numbers of what is written 25/04/2023, in whichever order.
std::optional<std::pair<int, int>> day_and_month(std::string_view text) {
    const auto tokens = tokens_of(text);
    if (tokens.size() < 3 || !tokens[0].number || !tokens[1].number || !tokens[2].number) return std::nullopt;
    if (tokens[0].text.size() > 2 || tokens[1].text.size() > 2 || tokens[2].text.size() != 4) return std::nullopt;
    return std::pair{tokens[0].value(), tokens[1].value()};
}

}  // namespace

DayOrder day_order(std::string_view text) {
    const auto numbers = day_and_month(text);
    if (!numbers) return DayOrder::Unknown;
    if (numbers->first > 12) return DayOrder::DayFirst;
    return numbers->second > 12 ? DayOrder::MonthFirst : DayOrder::Unknown;
}

bool either_order(std::string_view text) {
    const auto numbers = day_and_month(text);
    return numbers && numbers->first <= 12 && numbers->second <= 12 && numbers->first != numbers->second;
}

std::optional<Edtf> read_foreign_date(std::string_view raw, DayOrder order) {
    const auto first = raw.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::nullopt;
    const std::string text(raw.substr(first, raw.find_last_not_of(" \t\r\n") - first + 1));
    const auto parsed = Edtf::parse(text);
    const bool has_hour = parsed && !parsed->is_interval() && parsed->precision() >= Precision::Hour;
    if (parsed && !has_hour) return *parsed;
    // "2023-04-25T00:00:00Z" is how programs that know no day alone write one.
    if (auto date = iso_like(text); date && (!parsed || date->precision() == Precision::Day)) return date;
    if (parsed) return *parsed;
    if (text.find_first_not_of("0123456789") == std::string::npos) {
        const auto part = [&](std::size_t at, std::size_t count) { return Token{text.substr(at, count), true}.value(); };
        if (text.size() == 8) return edtf(part(0, 4), part(4, 2), part(6, 2));
        return since_1970(text);
    }
    const auto tokens = tokens_of(text);
    if (auto date = numeric(tokens, order)) return date;
    return worded(tokens);
}

}  // namespace dateline::io
