#include "document/json_write.h"

#include "base/eight_bytes.h"
#include "document/fold.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

namespace dateline::document {
namespace {

/// The end of what can stand in a JSON string unescaped; `well_formed` tells whether bytes that are not UTF-8 end it.
std::size_t bare_end(std::string_view text, std::size_t at, bool& well_formed) {
    while (at < text.size()) {
        at = base::plain_json_end(text, at);
        if (at >= text.size()) break;
        if (static_cast<unsigned char>(text[at]) < 0x80) break;
        std::size_t next = at;
        if (next_code_point(text, next) == 0xFFFD && next == at + 1) {
            well_formed = false;
            break;
        }
        at = next;
    }
    return at;
}

void append_escape(char c, std::string& out) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
}

}  // namespace

void append_json(std::string_view text, std::string& out) {
    const std::size_t begin = out.size();
    out += '"';
    bool well_formed = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = bare_end(text, at, well_formed);
        if (!well_formed) {
            out.resize(begin);
            out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
            return;
        }
        out.append(text, at, end - at);
        if (end < text.size()) append_escape(text[end], out);
        at = end + 1;
    }
    out += '"';
}

void append_json(double value, std::string& out) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 64> digits{};
    const char* end = nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void append_json(std::uint32_t value, std::string& out) {
    std::array<char, 10> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void append_decimal(double value, int decimals, std::string& out) {
    static constexpr std::array<std::uint32_t, 10> kPowersOfTen{1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    const std::uint32_t unit = kPowersOfTen[static_cast<std::size_t>(decimals)];
    const double scaled = std::round(value * unit);
    const auto magnitude = static_cast<std::uint64_t>(std::abs(scaled));
    std::array<char, 40> digits;
    char* end = digits.data();
    if (scaled < 0) *end++ = '-';
    end = std::to_chars(end, digits.data() + digits.size(), magnitude / unit).ptr;
    if (auto fraction = static_cast<std::uint32_t>(magnitude % unit); fraction != 0) {
        *end++ = '.';
        for (int n = decimals - 1; n >= 0; --n, fraction /= 10) end[n] = static_cast<char>('0' + fraction % 10);
        end += decimals;
        while (end[-1] == '0') --end;
    }
    out.append(digits.data(), end);
}

bool is_plain_json(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        bool well_formed = true;
        const std::string_view inside = text.substr(1, text.size() - 2);
        return bare_end(inside, 0, well_formed) == inside.size();
    }
    constexpr std::size_t most_digits = 15;
    return !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == text.npos &&
           (text.front() != '0' || text.size() == 1);
}

}  // namespace dateline::document
