#include "extract/inline_markup.h"

#include <array>
#include <utility>

namespace dateline::extract {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kEntities{{{"&amp;", "&"},
                                                                                  {"&lt;", "<"},
                                                                                  {"&gt;", ">"},
                                                                                  {"&quot;", "\""},
                                                                                  {"&apos;", "'"},
                                                                                  {"&#39;", "'"},
                                                                                  {"&nbsp;", " "},
                                                                                  {"&ndash;", "–"},
                                                                                  {"&mdash;", "—"}}};

/// Characters that may begin markup.
constexpr std::array<bool, 256> markup_characters() {
    std::array<bool, 256> marks{};
    for (const char c : std::string_view("&<[]!hw*_`\\")) marks[static_cast<unsigned char>(c)] = true;
    for (std::size_t c = 0; c < 0x20; ++c) marks[c] = c != '\t';
    return marks;
}
constexpr auto kMarkup = markup_characters();

/// The first character at or after `at` that may begin markup.
std::size_t plain_end(std::string_view text, std::size_t at) {
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (!kMarkup[static_cast<unsigned char>(c)]) continue;
        const bool letter = c == 'h' || c == 'w';  // of an address only if the next ones are too
        if (!letter || (at + 1 < text.size() && text[at + 1] == (c == 'h' ? 't' : 'w'))) break;
    }
    return at;
}

std::size_t web_address(std::string_view s) {
    if (!s.starts_with("http://") && !s.starts_with("https://") && !s.starts_with("www.")) return 0;
    std::size_t n = 0;
    while (n < s.size() && !is_space(s[n]) && s[n] != ')' && s[n] != '>' && s[n] != '"') ++n;
    while (n > 0 && (s[n - 1] == '.' || s[n - 1] == ',' || s[n - 1] == ';')) --n;
    return n;
}

/// Bytes of "<b>", "</p>", "<!-- x -->" at the start of `s`.
std::size_t tag(std::string_view s) {
    if (s.size() < 3 || s[0] != '<') return 0;
    const char c = s[1];
    if (c != '/' && c != '!' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) return 0;
    const std::size_t end = s.substr(0, 400).find('>');
    return end == s.npos ? 0 : end + 1;
}

/// Bytes of "](address)" at the start of `s`.
std::size_t link_target(std::string_view s) {
    if (!s.starts_with("](")) return 0;
    const std::size_t end = s.substr(0, 2000).find(')');
    return end == s.npos ? 0 : end + 1;
}

/// Whether the '[' at the start of `s` opens a Markdown link.
bool opens_link(std::string_view s) {
    const std::size_t close = s.substr(0, 500).find(']');
    return close != s.npos && close + 1 < s.size() && s[close + 1] == '(';
}

/// Bytes of "[^note]" at the start of `s`.
std::size_t footnote_mark(std::string_view s) {
    if (!s.starts_with("[^")) return 0;
    const std::size_t end = s.substr(0, 60).find_first_of("] \n[", 2);
    return end == s.npos || s[end] != ']' || end == 2 ? 0 : end + 1;
}

bool is_emphasis(std::string_view s, std::size_t at) {
    const char mark = s[at];
    if (mark == '`') return true;
    if (mark != '*' && mark != '_') return false;
    const char before = at > 0 ? s[at - 1] : ' ';
    const char after = at + 1 < s.size() ? s[at + 1] : ' ';
    if (before == mark || after == mark) return true;
    if (mark == '_' && is_word(before) && is_word(after)) return false;
    return is_space(before) != is_space(after) || is_word(before) != is_word(after);
}

}  // namespace

bool is_footnote(std::string_view line) {
    const std::size_t mark = footnote_mark(line);
    return mark != 0 && line.substr(mark).starts_with(":");
}

void append_blank(std::string_view text, std::string& out) {
    for (char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) out.push_back(' ');
}

void append_clean(std::string_view text, std::string& out) {
    const auto blank = [&](std::size_t& at, std::size_t count) {
        append_blank(text.substr(at, count), out);
        at += count;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = plain_end(text, at);
        out.append(text, at, plain - at);
        at = plain;
        if (at >= text.size()) break;
        const char c = text[at];
        const std::string_view rest = text.substr(at);
        if (c == '&') {
            bool known = false;
            for (const auto& [entity, character] : kEntities) {
                if (!rest.starts_with(entity)) continue;
                out += character;
                out.append(entity.size() - 1, ' ');
                at += entity.size();
                known = true;
                break;
            }
            if (known) continue;
        } else if (c == '<') {
            if (const std::size_t n = tag(rest)) {
                blank(at, n);
                continue;
            }
        } else if (c == '[') {
            if (const std::size_t n = footnote_mark(rest)) {
                blank(at, n);
                continue;
            }
            if (opens_link(rest)) {
                blank(at, 1);
                continue;
            }
        } else if (c == ']') {
            if (const std::size_t n = link_target(rest)) {
                blank(at, n);
                continue;
            }
        } else if (c == '!' && rest.starts_with("![") && opens_link(rest.substr(1))) {
            blank(at, 1);
            continue;
        } else if (c == 'h' || c == 'w') {
            const bool starts_word = at == 0 || !is_word(text[at - 1]);
            if (const std::size_t n = starts_word ? web_address(rest) : 0) {
                blank(at, n);
                continue;
            }
        } else if ((c == '*' || c == '_' || c == '`') && is_emphasis(text, at)) {
            blank(at, 1);
            continue;
        } else if (c == '\\' && at + 1 < text.size() && !is_word(text[at + 1])) {
            blank(at, 1);
            continue;
        } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t') {
            blank(at, 1);
            continue;
        }
        out.push_back(c);
        ++at;
    }
}

std::string without_markup(std::string_view text) {
    std::string out;
    append_clean(text, out);
    return out;
}

}  // namespace dateline::extract
