#include "extract/line_text.h"

#include "base/eight_bytes.h"
#include "document/fold.h"

namespace dateline::extract {
namespace {

/// Of the string literal that opens at `at`: the byte after its closing quote, 0 where it has none.
std::size_t literal_end(std::string_view json, std::size_t at) {
    at = base::find_either(json, at + 1, '"', '\\');
    while (at < json.size() && json[at] == '\\') at = base::find_either(json, at + 2, '"', '\\');
    return at < json.size() ? at + 1 : 0;
}

/// Four hexadecimal digits; -1 for anything else.
int code_unit(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return -1;
    int value = 0;
    for (char c : text.substr(at, 4)) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// Appends what the escape at `at` stands for and moves past it.
bool read_escape(std::string_view text, std::size_t& at, std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (at + 1 >= text.size()) return false;
    if (const std::size_t known = letters.find(text[at + 1]); known != letters.npos) {
        out += meanings[known];
        at += 2;
        return true;
    }
    const int first = text[at + 1] == 'u' ? code_unit(text, at + 2) : -1;
    if (first < 0 || (first >= 0xDC00 && first < 0xE000)) return false;
    at += 6;
    auto point = static_cast<char32_t>(first);
    if (first >= 0xD800 && first < 0xDC00) {
        const int second = text.substr(at, 2) == "\\u" ? code_unit(text, at + 2) : -1;
        if (second < 0xDC00 || second >= 0xE000) return false;
        at += 6;
        point = 0x10000 + ((point - 0xD800) << 10) + (static_cast<char32_t>(second) - 0xDC00);
    }
    document::append_utf8(point, out);
    return true;
}

/// What stands between the quotes of a string literal; false where JSON allows no such string.
bool read_string(std::string_view inside, std::string& out) {
    out.reserve(inside.size());
    for (std::size_t at = 0; at < inside.size();) {
        const std::size_t end = base::plain_json_end(inside, at);
        out.append(inside, at, end - at);
        at = end;
        if (at >= inside.size()) break;
        if (inside[at] == '\\') {
            if (!read_escape(inside, at, out)) return false;
            continue;
        }
        if (static_cast<unsigned char>(inside[at]) < 0x80) return false;  // a control character, a quote
        const std::size_t begin = at;
        if (document::next_code_point(inside, at) == 0xFFFD && at == begin + 1) return false;
        out.append(inside, begin, at - begin);
    }
    return true;
}

std::size_t skip_blank(std::string_view json, std::size_t at) {
    while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\r' || json[at] == '\n')) ++at;
    return at;
}

}  // namespace

std::optional<LineText> take_text(std::string_view json) {
    std::size_t begin = 0, end = 0;  // of the literal
    int depth = 0;
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (c != '"') {
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            ++at;
            continue;
        }
        const std::size_t after = literal_end(json, at);
        if (after == 0) return std::nullopt;
        const std::string_view key = json.substr(at + 1, after - at - 2);
        const std::size_t colon = skip_blank(json, after);
        at = after;
        if (depth != 1 || colon >= json.size() || json[colon] != ':') continue;
        if (key.find('\\') != key.npos || (key == "text" && end != 0)) return std::nullopt;
        if (key != "text") continue;
        begin = skip_blank(json, colon + 1);
        if (begin >= json.size() || json[begin] != '"') return std::nullopt;
        end = literal_end(json, begin);
        if (end == 0) return std::nullopt;
        at = end;
    }
    LineText out;
    if (end == 0 || !read_string(json.substr(begin + 1, end - begin - 2), out.text)) return std::nullopt;
    out.rest.reserve(json.size() - (end - begin) + 2);
    out.rest.append(json.substr(0, begin)).append("\"\"").append(json.substr(end));
    return out;
}

}  // namespace dateline::extract
