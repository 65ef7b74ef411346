#include "extract/pdf_page.h"

#include "extract/html_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dateline::extract {
namespace {

constexpr double kMargin = 0.13;          // of the page's height, where running lines stand
constexpr double kSameHeight_pt = 4;      // running lines keep their place
constexpr std::size_t kMostLines = 4000;  // a page of more is a drawing, and is read as it comes
constexpr double kNoteSize = 0.93;        // of the body's height, at most

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Code points, near enough.
std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

double number_of(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == tag.npos) return 0;
    double value = 0;
    const char* const begin = tag.data() + at + name.size();
    std::from_chars(begin, tag.data() + tag.size(), value);
    return value > -1e6 && value < 1e6 ? value : 0;
}

PdfWord word_of(std::string_view tag, std::string_view content) {
    PdfWord word{{}, number_of(tag, "xMin=\""), number_of(tag, "yMin=\""), number_of(tag, "xMax=\""), number_of(tag, "yMax=\"")};
    static constexpr std::pair<std::string_view, std::string_view> kLigatures[] = {
        {"‐", "-"}, {"ﬀ", "ff"}, {"ﬁ", "fi"}, {"ﬂ", "fl"}, {"ﬃ", "ffi"}, {"ﬄ", "ffl"}, {"\xC2\xA0", " "}};
    for (std::size_t at = 0; at < content.size();) {
        if (content[at] == '&')
            if (const std::size_t size = read_character_reference(content, at, word.text); size != 0) {
                at += size;
                continue;
            }
        const auto ligature = std::find_if(std::begin(kLigatures), std::end(kLigatures),
                                           [&](const auto& l) { return content.substr(at).starts_with(l.first); });
        if (ligature != std::end(kLigatures)) {
            word.text += ligature->second;
            at += ligature->first.size();
        } else {
            word.text += content[at++];
        }
    }
    return word;
}

void measure(PdfLine& line) {
    std::map<long, std::size_t> heights;
    line.letters = 0;
    for (const PdfWord& word : line.words) {
        const std::size_t letters = letters_of(word.text);
        heights[std::lround((word.bottom - word.top) * 4)] += letters;
        line.letters += letters;
    }
    const auto most = std::max_element(heights.begin(), heights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    line.height = most == heights.end() ? 0 : static_cast<double>(most->first) / 4;
    const auto extreme = [&](auto less, double PdfWord::*side) {
        return std::min_element(line.words.begin(), line.words.end(), [&](const auto& a, const auto& b) { return less(a.*side, b.*side); });
    };
    if (line.words.empty()) return;
    line.left = (*extreme(std::less<>{}, &PdfWord::left)).left;
    line.top = (*extreme(std::less<>{}, &PdfWord::top)).top;
    line.right = (*extreme(std::greater<>{}, &PdfWord::right)).right;
    line.bottom = (*extreme(std::greater<>{}, &PdfWord::bottom)).bottom;
}

/// What stays the same from page to page: "Digest 12 | 3" → "digest # | #".
std::string running_key(std::string_view text) {
    std::string key;
    for (char c : text) {
        if (is_digit(c)) c = '#';
        if (c == '#' && !key.empty() && key.back() == '#') continue;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return key;
}

/// "7", "- 7 -", "Page 7 of 9", "vii".
bool is_page_number(std::string_view text) {
    std::string rest;
    bool digit = false;
    for (char c : running_key(text)) {
        digit = digit || c == '#';
        if (c != ' ' && c != '-' && c != '|' && c != '.' && c != '/' && c != '#' && c != '[' && c != ']') rest += c;
    }
    if (digit)
        return text.size() <= 20 &&
               (rest.empty() || rest == "page" || rest == "p" || rest == "pageof" || rest == "–" || rest == "––" || rest == "——");
    return !rest.empty() && rest.size() <= 6 && rest.find_first_not_of("ivx") == rest.npos;
}

bool names_a_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool whole = (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
        if (whole && (text.substr(at, 2) == "19" || text.substr(at, 2) == "20") && is_digit(text[at + 2]) && is_digit(text[at + 3]))
            return true;
    }
    return false;
}

bool in_margin(const PdfLine& line, const PdfPage& page) {
    return line.bottom < page.height * kMargin || line.top > page.height * (1 - kMargin);
}

/// A short line at the very edge of a page, away from the text: a running head that stands on no page nearby.
bool stands_apart(const PdfLine& line, const PdfPage& page) {
    constexpr double kEdge = 0.09, kGap = 1.4;
    constexpr std::size_t kMostLetters = 60;
    const bool top = line.bottom<page.height * kEdge, bottom = line.top> page.height * (1 - kEdge);
    if (!top && !bottom) return false;
    const std::string text = line.text();
    if (line.letters > kMostLetters || text.ends_with('.') || text.ends_with(':')) return false;
    return std::all_of(page.lines.begin(), page.lines.end(), [&](const PdfLine& other) {
        const bool beside = other.top < line.bottom && line.top < other.bottom;
        const double gap = top ? other.top - line.bottom : line.top - other.bottom;
        return beside || gap > kGap * line.height;
    });
}

/// Whether a line stands as close to one of the text as lines of a paragraph do.
bool touches_text(const PdfPage& page, std::size_t line, const std::vector<char>& running) {
    constexpr double kClose = 0.7;  // of its height
    const PdfLine& own = page.lines[line];
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const PdfLine& other = page.lines[i];
        if (running[i] != 0 || other.left >= own.right || own.left >= other.right) continue;
        const double gap = std::max(other.top - own.bottom, own.top - other.bottom);
        if (gap < kClose * own.height) return true;
    }
    return false;
}

/// The mark that a note begins with: "12", "*", "†"; empty for none.
std::string note_mark(const PdfLine& line) {
    if (line.words.empty()) return {};
    std::string_view first = line.words.front().text;
    for (std::string_view sign : {"*", "†", "‡", "§"})
        if (first.starts_with(sign)) return std::string(sign);
    const bool bracketed = first.starts_with('[');
    if (bracketed) first.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < first.size() && is_digit(first[digits])) ++digits;
    if (digits == 0 || digits > 3) return {};
    const std::string_view after = first.substr(digits);
    const bool fits = after.empty() || after == "." || after == ")" || after == "]" || (after.front() >= 'A' && after.front() <= 'Z');
    return fits ? std::string(first.substr(0, digits)) : std::string{};
}

/// Bytes of a reference to one of `marks` at the end of a word that is more than that: "announced.12", "fund[3]".
std::size_t reference_at_very_end(std::string_view word, const std::unordered_set<std::string>& marks) {
    std::size_t begin = word.size();
    if (word.ends_with(']')) {
        begin = word.rfind('[');
        return begin != word.npos && begin > 0 && marks.contains(std::string(word.substr(begin + 1, word.size() - begin - 2)))
                   ? word.size() - begin
                   : 0;
    }
    for (std::string_view sign : {"*", "†", "‡", "§"})
        if (word.ends_with(sign) && word.size() > sign.size() && marks.contains(std::string(sign))) return sign.size();
    while (begin > 0 && is_digit(word[begin - 1])) --begin;
    if (begin == 0 || begin == word.size() || !marks.contains(std::string(word.substr(begin)))) return 0;
    const auto before = static_cast<unsigned char>(word[begin - 1]);
    const bool decimal = (before == '.' || before == ',') && begin >= 2 && is_digit(word[begin - 2]);
    const bool after_text = before >= 0x80 || (before >= 'a' && before <= 'z') || before == '.' || before == ',' || before == ';' ||
                            before == ')' || before == '"';
    return after_text && !decimal ? word.size() - begin : 0;
}

/// Where the reference in a word begins and how long it is: before the word's punctuation too, after a letter ("fund3,").
std::pair<std::size_t, std::size_t> reference_in(std::string_view word, const std::unordered_set<std::string>& marks) {
    if (const std::size_t size = reference_at_very_end(word, marks); size > 0) return {word.size() - size, size};
    const std::size_t last = word.find_last_not_of(".,;:)\"");
    if (last == word.npos || last + 1 == word.size()) return {0, 0};
    const std::size_t size = reference_at_very_end(word.substr(0, last + 1), marks);
    const std::size_t begin = last + 1 - size;
    if (size == 0 || begin == 0) return {0, 0};
    const char before = word[begin - 1];
    const bool after_letter = (before >= 'a' && before <= 'z') || static_cast<unsigned char>(before) >= 0x80 || word[begin] == '[';
    return after_letter ? std::pair{begin, size} : std::pair<std::size_t, std::size_t>{0, 0};
}

bool is_raised_mark(const PdfWord& word, const PdfLine& line, const std::unordered_set<std::string>& marks) {
    return word.bottom - word.top <= line.height * 0.8 && word.bottom < line.bottom - line.height * 0.1 && marks.contains(word.text);
}

bool refers_to(const PdfLine& line, const std::unordered_set<std::string>& marks) {
    return std::any_of(line.words.begin(), line.words.end(), [&](const PdfWord& w) {
        return reference_in(w.text, marks).second > 0 || is_raised_mark(w, line, marks) ||
               (line.words.size() == 1 && marks.contains(w.text));
    });
}

void drop_references(PdfLine& line, const std::unordered_set<std::string>& marks) {
    std::erase_if(line.words, [&](const PdfWord& w) { return is_raised_mark(w, line, marks); });
    for (PdfWord& word : line.words) {
        const auto [begin, size] = reference_in(word.text, marks);
        word.text.erase(begin, size);
    }
}

/// Small print with a mark that the page's text refers to: the same note may stand at the foot of every page.
bool is_note(const PdfLine& line, const PdfPage& page, double body) {
    if (line.height > body * kNoteSize || is_page_number(line.text())) return false;
    const std::string mark = note_mark(line);
    if (mark.empty()) return false;
    const std::unordered_set<std::string> marks{mark};
    return std::any_of(page.lines.begin(), page.lines.end(),
                       [&](const PdfLine& other) { return other.height > body * kNoteSize && refers_to(other, marks); });
}

bool overlap_across(const PdfLine& a, const PdfLine& b) { return a.left < b.right && b.left < a.right; }

/// Small print with nothing but small print beneath it in its column.
std::vector<char> small_print_at_foot(const PdfPage& page, double body) {
    std::vector<char> at_foot(page.lines.size(), 0);
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const PdfLine& line = page.lines[i];
        if (line.height > body * kNoteSize || line.top < page.height * 0.35) continue;
        at_foot[i] = std::none_of(page.lines.begin(), page.lines.end(), [&](const PdfLine& other) {
            return other.height > body * kNoteSize && other.top > line.top + body * 0.5 && overlap_across(other, line);
        });
    }
    return at_foot;
}

}  // namespace

std::string PdfLine::text() const {
    std::string out;
    for (const PdfWord& word : words) {
        if (!out.empty()) out += ' ';
        out += word.text;
    }
    return out;
}

std::vector<PdfPage> read_pdf_pages(std::string_view xhtml) {
    std::vector<PdfPage> pages;
    const auto finish_line = [&] {
        if (pages.empty() || pages.back().lines.empty()) return;
        PdfLine& line = pages.back().lines.back();
        measure(line);
        if (line.letters == 0) pages.back().lines.pop_back();
    };
    for (std::size_t at = xhtml.find('<'); at != xhtml.npos; at = xhtml.find('<', at + 1)) {
        const std::string_view rest = xhtml.substr(at);
        const std::string_view tag = rest.substr(0, rest.find('>'));
        if (tag.starts_with("<page ")) {
            pages.push_back({number_of(tag, "width=\""), number_of(tag, "height=\""), {}});
        } else if (tag.starts_with("<line ") && !pages.empty()) {
            pages.back().lines.emplace_back();
        } else if (tag.starts_with("<word ") && !pages.empty() && !pages.back().lines.empty() && tag.size() < rest.size()) {
            const std::string_view after = rest.substr(tag.size() + 1);
            pages.back().lines.back().words.push_back(word_of(tag, after.substr(0, after.find('<'))));
        } else if (tag == "</line") {
            finish_line();
        }
    }
    return pages;
}

double body_height(const std::vector<PdfPage>& pages) {
    std::map<long, std::size_t> letters;
    for (const PdfPage& page : pages)
        for (const PdfLine& line : page.lines) letters[std::lround(line.height * 4)] += line.letters;
    const auto most = std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 10 : std::max(1.0, static_cast<double>(most->first) / 4);
}

std::vector<std::string> drop_running_lines(std::vector<PdfPage>& pages) {
    const double body = body_height(pages);
    struct Seen {
        std::size_t page;
        double top;
    };
    std::unordered_map<std::string, std::vector<Seen>> seen;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (const PdfLine& line : pages[p].lines)
            if (in_margin(line, pages[p])) seen[running_key(line.text())].push_back({p, line.top});
    // Left and right pages may differ: the same at the same height no more than two pages away.
    const auto is_repeated = [&](const std::string& key, std::size_t page, double top) {
        const auto& places = seen[key];
        auto near = std::lower_bound(places.begin(), places.end(), page < 2 ? 0 : page - 2,
                                     [](const Seen& s, std::size_t p) { return s.page < p; });
        for (; near != places.end() && near->page <= page + 2; ++near)
            if (near->page != page && std::abs(near->top - top) <= kSameHeight_pt) return true;
        return false;
    };
    std::vector<std::string> mastheads;
    std::unordered_set<std::string> told;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        PdfPage& page = pages[p];
        if (page.lines.size() > kMostLines) continue;
        std::vector<char> running(page.lines.size(), 0);
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const PdfLine& line = page.lines[i];
            if (!in_margin(line, page)) continue;
            const std::string text = line.text();
            running[i] = is_page_number(text) || is_repeated(running_key(text), p, line.top) || (p > 0 && stands_apart(line, page));
            if (running[i] != 0 && is_note(line, page, body)) running[i] = 0;
        }
        // A line of the text may say what one on the page before says, at the same height; it stands close to others.
        for (bool changed = true; std::exchange(changed, false);)
            for (std::size_t i = 0; i < page.lines.size(); ++i)
                if (running[i] != 0 && touches_text(page, i, running)) running[i] = 0, changed = true;
        std::vector<PdfLine> kept;
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const std::string text = running[i] != 0 ? page.lines[i].text() : std::string();
            if (running[i] == 0) kept.push_back(std::move(page.lines[i]));
            else if (names_a_year(text) && told.insert(running_key(text)).second) mastheads.push_back(text);
        }
        page.lines = std::move(kept);
    }
    return mastheads;
}

void drop_footnotes(std::vector<PdfPage>& pages, double body) {
    for (PdfPage& page : pages) {
        if (page.lines.size() > kMostLines) continue;
        const std::vector<char> at_foot = small_print_at_foot(page, body);
        std::unordered_set<std::string> marks;
        for (std::size_t i = 0; i < page.lines.size(); ++i)
            if (at_foot[i] != 0)
                if (std::string mark = note_mark(page.lines[i]); !mark.empty()) marks.insert(std::move(mark));
        // Small print that nothing refers to is a caption or a table.
        bool referred = false;
        for (std::size_t i = 0; i < page.lines.size() && !referred; ++i)
            referred = at_foot[i] == 0 && page.lines[i].height > body * kNoteSize && refers_to(page.lines[i], marks);
        if (marks.empty() || !referred) continue;
        double first_top = page.height;
        for (std::size_t i = 0; i < page.lines.size(); ++i)
            if (at_foot[i] != 0 && !note_mark(page.lines[i]).empty()) first_top = std::min(first_top, page.lines[i].top);
        std::vector<PdfLine> kept;
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            if (at_foot[i] != 0 && page.lines[i].top >= first_top - body * 0.5) continue;
            drop_references(page.lines[i], marks);
            kept.push_back(std::move(page.lines[i]));
        }
        page.lines = std::move(kept);
    }
}

}  // namespace dateline::extract
