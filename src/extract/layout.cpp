#include "extract/layout.h"

#include "base/eight_bytes.h"
#include "extract/ascii.h"
#include "extract/bullets.h"
#include "extract/dated_lines.h"
#include "extract/inline_markup.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace dateline::extract {
namespace {

enum class LineKind : std::uint8_t { Text, Blank, Heading, Underline, ListItem, Rule, PageNumber };

struct Line {
    LineKind kind = LineKind::Text;
    std::uint32_t begin = 0;    // of the line
    std::uint32_t content = 0;  // after "## ", "- ", "> "
    std::uint32_t end = 0;      // before the line break
    std::int32_t block = -1;
    bool row = false;  // of a table
};

bool all_of(std::string_view s, std::string_view allowed) { return s.find_first_not_of(allowed) == s.npos; }

/// "12", "- 12 -", "Page 3 of 9".
bool is_page_number(std::string_view s) {
    s = bare(s);
    if (s.empty() || s.size() > 20) return false;
    if (s.starts_with("Page ") || s.starts_with("page ")) s.remove_prefix(5);
    if (!std::any_of(s.begin(), s.end(), is_digit)) return false;
    const std::size_t of = s.find(" of ");
    if (of != s.npos) return all_of(s.substr(0, of), "0123456789 ") && all_of(s.substr(of + 4), "0123456789 ");
    return all_of(s, "0123456789 -|") && static_cast<std::size_t>(std::count_if(s.begin(), s.end(), is_digit)) <= 3;
}

/// Bytes of "- ", "* ", "12. ", "3) ", "• ", "● " at the start; 0 for none.
std::size_t list_marker(std::string_view s) {
    if (s.size() > 2 && (s[0] == '-' || s[0] == '*' || s[0] == '+') && s[1] == ' ') return 2;
    if (s.starts_with("– ") || s.starts_with("— ")) return 4;
    if (const std::size_t bullet = bullet_at(s); bullet != 0 && s.size() > bullet && s[bullet] == ' ') return bullet + 1;
    std::size_t digits = 0;
    while (digits < s.size() && digits < 3 && is_digit(s[digits])) ++digits;
    if (digits == 0 || digits + 1 >= s.size() || s[digits + 1] != ' ') return 0;
    return s[digits] == ')' || s[digits] == '.' ? digits + 2 : 0;
}

/// "2 May 2024 | Sumy | Missile strike | 3", the same with tabs, "05.11.2024⇥Sumy shelled": the cells of a table beside each other.
bool is_row(std::string_view s) {
    constexpr std::size_t widest = 120, date_digits = 4;
    const bool bars = s.find('|') != s.npos;
    if (!bars && s.find('\t') == s.npos) return false;
    std::size_t cells = 0;
    bool dated = false;
    if (bars && s.front() == '|') s.remove_prefix(1);
    while (!s.empty()) {
        const std::size_t end = std::min(s.find(bars ? '|' : '\t'), s.size());
        const std::string_view cell = trim(s.substr(0, end));
        if (cell.size() > widest) return false;
        const auto digits = static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), is_digit));
        if (cells == 0) dated = digits >= date_digits && all_of(cell, "0123456789./- ");
        cells += !cell.empty();
        s.remove_prefix(std::min(end + 1, s.size()));
    }
    return cells >= 3 || (dated && cells == 2);
}

/// "Table 1. Incidents in October 2024", "Figure 2: …": what names a table or a picture tells nothing.
bool is_caption(std::string_view s) {
    s = bare(s);
    std::size_t at = 0;
    for (const std::string_view word : {"Table ", "TABLE ", "Figure ", "FIGURE ", "Fig. ", "Map ", "Chart "})
        if (s.starts_with(word)) at = word.size();
    if (at == 0) return false;
    const std::size_t number = at;
    while (at < s.size() && is_digit(s[at])) ++at;
    return at > number && (at == s.size() || s[at] == '.' || s[at] == ':' || s.substr(at).starts_with(" –") ||
                           s.substr(at).starts_with(" —") || s.substr(at).starts_with(" - "));
}

Line classify(std::string_view source, std::uint32_t begin, std::uint32_t end) {
    Line line{LineKind::Text, begin, begin, end, -1};
    std::string_view s = source.substr(begin, end - begin);
    const auto skip = [&](std::size_t count) {
        s.remove_prefix(count);
        line.content += static_cast<std::uint32_t>(count);
    };
    while (!s.empty() && (is_space(s.front()) || (s.front() == '>' && (s.size() == 1 || s[1] == ' ')))) skip(1);
    const std::string_view t = trim(s);
    if (t.empty()) line.kind = LineKind::Blank;
    else if (const std::size_t hashes = s.find_first_not_of('#'); hashes != 0 && hashes <= 6 && s[hashes] == ' ') {
        line.kind = LineKind::Heading;
        skip(hashes);
    } else if (t.size() >= 3 && (all_of(t, "=") || all_of(t, "-"))) line.kind = LineKind::Underline;
    else if (t.size() >= 3 && (all_of(t, "* ") || all_of(t, "_ ") || all_of(t, "|-: ") || t.starts_with("```"))) line.kind = LineKind::Rule;
    else if (t == "-" || t == "–" || t == "—" || t == "*") line.kind = LineKind::Rule;
    else if (is_page_number(t)) line.kind = LineKind::PageNumber;
    else if (const bool walled = t.front() == '|' && t.size() > 2 && t.back() == '|'; walled || is_row(t)) {
        line.kind = LineKind::ListItem;
        line.row = true;
        if (t.front() == '|') skip(1);
    } else if (const std::size_t marker = list_marker(s); marker != 0) {
        line.kind = LineKind::ListItem;
        skip(marker);
    }
    return line;
}

/// Ends a sentence, as far as the last visible character tells; "closing" marks do not count.
bool ends_sentence(std::string_view s) {
    s = bare(s);
    while (!s.empty()) {
        if (s.ends_with("”") || s.ends_with("’") || s.ends_with("»")) s.remove_suffix(s.ends_with("»") ? 2 : 3);
        else if (s.back() == '"' || s.back() == '\'' || s.back() == ')' || s.back() == ']') s.remove_suffix(1);
        else break;
    }
    return s.empty() || s.back() == '.' || s.back() == '!' || s.back() == '?' || s.back() == ':' || s.back() == ';' || s.ends_with("…");
}

struct Words {
    int count = 0, capital = 0, upper = 0;
};
Words words_of(std::string_view s) {
    Words n;
    bool inside = false, upper = false;
    std::size_t length = 0;
    const auto close = [&] {
        if (inside && upper && length > 1) ++n.upper;
        inside = false;
    };
    for (char c : s) {
        const bool letter = is_lower(c) || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
        if (!letter) {
            close();
            continue;
        }
        if (!inside) {
            inside = upper = true;
            length = 0;
            ++n.count;
            n.capital += is_upper(c);
        }
        upper = upper && !is_lower(c);
        ++length;
    }
    close();
    return n;
}

/// A line on its own that reads as a title: no full stop, and capitals all through or on most words.
bool looks_like_heading(std::string_view s) {
    const std::string_view t = bare(s);
    if (t.size() < 3 || t.size() > 110 || ends_sentence(t) || t.back() == ',' || !is_upper(t.front())) return false;
    const Words n = words_of(t);
    if (n.count >= 2 && n.upper * 10 >= n.count * 7) return true;
    const bool bold = trim(s).starts_with("**") && trim(s).ends_with("**");
    return bold || (n.count >= 3 && n.count <= 12 && n.capital * 10 >= n.count * 7);
}

/// "… was signed on", "… on Friday,": the next line belongs to it.
bool leaves_open(std::string_view s) {
    static constexpr WordSet kOpen{"on",  "of",  "to",  "from",   "since", "until",   "by",   "in",
                                   "and", "the", "for", "before", "after", "between", "than", "or"};
    if (s.empty() || s.back() == ',' || s.back() == '-') return true;
    const std::string_view last = s.substr(s.rfind(' ') + 1);
    return kOpen.contains(last);
}

/// "SECURITY INCIDENT LOG": capitals all through.
bool is_shouted(std::string_view s) {
    const Words n = words_of(bare(s));
    return n.count >= 2 && n.upper * 10 >= n.count * 8;
}

/// "ITURI", "HISTORICAL NOTE": letters in capitals and no figures.
bool is_in_capitals(std::string_view s) {
    constexpr std::size_t least = 4, longest = 60;
    s = bare(s);
    if (s.size() > longest || s.empty() || !is_upper(s.front()) || ends_sentence(s)) return false;
    const bool other = std::any_of(s.begin(), s.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '|' || c == '\t'; });
    return !other && static_cast<std::size_t>(std::count_if(s.begin(), s.end(), is_upper)) >= least;
}

bool has_dot_leader(std::string_view s) { return s.find(".....") != s.npos || s.find(". . . .") != s.npos || s.find("……") != s.npos; }

bool names_contents(std::string_view heading) {
    std::string s(bare(heading));
    std::transform(s.begin(), s.end(), s.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return s == "contents" || s == "table of contents" || s == "in this issue" || s == "index";
}

class Builder {
  public:
    explicit Builder(std::string_view source) : source_(source) {}
    Layout build();

  private:
    std::string_view text_of(const Line& l) const { return source_.substr(l.content, l.end - l.content); }
    void split_lines();
    void group_lines();
    void add_text(std::size_t i, bool after_blank);
    bool continues(const Line& line, bool after_blank) const;
    bool is_numbered_heading(std::size_t line) const;
    void open(std::size_t line, BlockKind kind);
    void close() { current_ = -1; }
    void start_section(std::size_t line);
    bool stands_alone(std::size_t i) const;
    bool heads_in_capitals(std::size_t i) const;
    bool is_of_agenda(std::size_t i) const;
    void emit(Layout& out) const;

    std::string_view source_;
    std::vector<Line> lines_;
    std::vector<Block> blocks_;
    std::vector<std::string> sections_;
    std::int32_t current_ = -1;                   // block that the next line may continue
    std::size_t first_line_ = 0, last_line_ = 0;  // of the current block
    std::size_t current_size_ = 0;                // bytes so far
    bool in_contents_ = false;
};

void Builder::split_lines() {
    for (std::size_t at = 0; at < source_.size();) {
        const std::size_t end = std::min(source_.find('\n', at), source_.size());
        lines_.push_back(classify(source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)));
        at = end + 1;
    }
}

void Builder::open(std::size_t line, BlockKind kind) {
    blocks_.push_back({kind, static_cast<std::int32_t>(sections_.size()) - 1, 0, 0, 0});
    current_ = static_cast<std::int32_t>(blocks_.size()) - 1;
    current_size_ = 0;
    lines_[line].block = current_;
    first_line_ = last_line_ = line;
    current_size_ += text_of(lines_[line]).size();
}

void Builder::start_section(std::size_t line) {
    const std::string title = tidy(without_markup(text_of(lines_[line])));
    in_contents_ = names_contents(title);
    if (!in_contents_) sections_.push_back(title);
    open(line, BlockKind::Heading);
    const std::string_view marks = source_.substr(lines_[line].begin, lines_[line].content - lines_[line].begin);
    blocks_.back().level = static_cast<std::uint8_t>(std::count(marks.begin(), marks.end(), '#'));
    close();
}

bool Builder::stands_alone(std::size_t i) const {
    const auto blank = [&](std::size_t j) { return j >= lines_.size() || lines_[j].kind == LineKind::Blank; };
    return (i == 0 || blank(i - 1)) && blank(i + 1) && lines_.size() > 1;
}

/// "3. Kosovo" on a line of its own, and a paragraph below it; not the last of a list's items.
bool Builder::is_numbered_heading(std::size_t i) const {
    const auto is_numbered = [&](std::size_t k) {
        const std::string_view whole = trim(source_.substr(lines_[k].begin, lines_[k].end - lines_[k].begin));
        return lines_[k].kind == LineKind::ListItem && !whole.empty() && whole.front() >= '0' && whole.front() <= '9';
    };
    const std::string_view text = bare(text_of(lines_[i]));
    if (in_contents_ || !stands_alone(i) || !is_numbered(i)) return false;
    std::size_t above = i;
    while (above > 0 && lines_[above - 1].kind == LineKind::Blank) --above;
    if (above > 0 && is_numbered(above - 1)) return false;
    if (text.empty() || text.size() > 110 || ends_sentence(text) || !is_upper(text.front())) return false;
    std::size_t next = i + 1;
    while (next < lines_.size() && lines_[next].kind == LineKind::Blank) ++next;
    return next < lines_.size() && lines_[next].kind == LineKind::Text;
}

/// "ITURI" or "OUTLOOK" between a blank line and what it heads; not the first line, nor the first of a text in capitals.
bool Builder::heads_in_capitals(std::size_t i) const {
    if (i == 0 || i + 1 >= lines_.size() || lines_[i - 1].kind != LineKind::Blank || !is_in_capitals(text_of(lines_[i]))) return false;
    if (blocks_.empty()) return false;
    std::size_t below = i + 1;
    while (below < lines_.size() && lines_[below].kind == LineKind::Blank) ++below;
    if (below >= lines_.size()) return false;
    const std::string_view next = trim(text_of(lines_[below]));
    return !next.empty() && !is_lower(next.front()) && (below > i + 1 || !is_in_capitals(next));
}

/// A line goes on with the paragraph above when that one is plainly not finished.
bool Builder::continues(const Line& line, bool after_blank) const {
    if (current_ < 0) return false;
    const Line& above = lines_[last_line_];
    const std::string_view before = trim(text_of(above)), next = trim(text_of(line));
    if (after_blank) {
        // A page break in mid-sentence: a paragraph that stops at a word, and text that goes on; not below the title of a text.
        if (blocks_.size() == 1 && first_line_ == last_line_ && is_upper(next.front())) return false;
        const bool long_enough = current_size_ >= 120 || is_lower(next.front());
        return long_enough && !ends_sentence(before) && !next.starts_with("**") && next.size() > 20 && !is_day(next);
    }
    constexpr std::size_t short_line = 48;
    // "14 November:" under the last of yesterday's items, and what stands under it
    const bool item_ends = above.kind == LineKind::ListItem && line.content == line.begin;
    const bool under_title = first_line_ == last_line_;  // "Elections and what they cost the region", and below it "28 April 2015"
    if (is_day(next) && !leaves_open(before) && (ends_sentence(before) || before.size() < short_line || item_ends || under_title))
        return false;
    if (first_line_ == last_line_ && is_day(before) && !before.ends_with(':') && !is_lower(next.front())) return false;
    if (opens_entry(next) && (ends_sentence(before) || before.size() < short_line || opens_entry(text_of(lines_[first_line_]))))
        return false;
    if (is_shouted(before) && !is_shouted(next) && first_line_ == last_line_) return false;
    // Lines that were broken to fit are alike in length: a short one over a long one is a headline or a byline.
    constexpr std::size_t longest_headline = 110, unwrapped = 160;
    if (current_size_ <= longest_headline && next.size() >= unwrapped && !is_lower(next.front()) && !ends_sentence(before) &&
        before.back() != ',' && before.back() != '-')
        return false;
    if (is_lower(next.front()) || ends_sentence(before)) return true;
    return before.size() >= 48 || before.back() == ',' || before.back() == '-';
}

/// "21–24 October – Plenary, Strasbourg" beside another such line: items, though nothing marks them.
bool Builder::is_of_agenda(std::size_t i) const {
    constexpr std::size_t longest = 120;
    const auto is_entry = [&](std::size_t k) {
        const std::string_view text = trim(text_of(lines_[k]));
        return lines_[k].kind == LineKind::Text && text.size() <= longest && !text.ends_with('.') && opens_entry(text);
    };
    return is_entry(i) && ((i > 0 && is_entry(i - 1)) || (i + 1 < lines_.size() && is_entry(i + 1)));
}

void Builder::add_text(std::size_t i, bool after_blank) {
    Line& line = lines_[i];
    const bool begins = after_blank || current_ < 0 || ends_sentence(text_of(lines_[last_line_]));
    if (in_contents_ || has_dot_leader(text_of(line)) || is_footnote(text_of(line)) || (begins && is_caption(text_of(line)))) {
        open(i, BlockKind::Contents);
        close();
        return;
    }
    if (!in_contents_ && heads_in_capitals(i)) return start_section(i);
    if (continues(line, after_blank)) {
        line.block = current_;
        last_line_ = i;
        current_size_ += text_of(line).size();
        return;
    }
    if (stands_alone(i) && looks_like_heading(text_of(line))) return start_section(i);
    open(i, is_of_agenda(i) ? BlockKind::ListItem : BlockKind::Paragraph);
}

void Builder::group_lines() {
    bool after_blank = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        Line& line = lines_[i];
        switch (line.kind) {
            case LineKind::Blank:
            case LineKind::PageNumber: after_blank = true; continue;
            case LineKind::Rule: close(); break;
            case LineKind::Underline: {
                const bool title = !after_blank && current_ >= 0 && last_line_ + 1 == i && current_size_ <= 110;
                if (title) {
                    blocks_.back().kind = BlockKind::Heading;
                    sections_.push_back(tidy(without_markup(text_of(lines_[last_line_]))));
                    blocks_.back().section = static_cast<std::int32_t>(sections_.size()) - 1;
                }
                close();
                break;
            }
            case LineKind::Heading: start_section(i); break;
            case LineKind::ListItem:
                if (is_numbered_heading(i)) {
                    start_section(i);
                    break;
                }
                open(i, in_contents_ ? BlockKind::Contents : BlockKind::ListItem);
                if (line.row) close();
                break;
            case LineKind::Text: add_text(i, after_blank); break;
        }
        after_blank = false;
    }
}

void Builder::emit(Layout& out) const {
    out.text.reserve(source_.size());
    std::vector<std::int32_t> next_block(lines_.size(), -1);
    for (std::size_t i = lines_.size(); i-- > 1;) next_block[i - 1] = lines_[i].block >= 0 ? lines_[i].block : next_block[i];
    std::int32_t last_block = -1;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        append_blank(source_.substr(line.begin, line.content - line.begin), out.text);
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        if (line.block >= 0) {
            append_clean(text_of(line), out.text);
            if (line.row) std::replace(out.text.begin() + begin, out.text.end(), '\t', '|');
            Block& block = out.blocks[static_cast<std::size_t>(line.block)];
            if (block.end == 0) block.begin = begin;
            block.end = static_cast<std::uint32_t>(out.text.size());
            last_block = line.block;
        } else {
            append_blank(text_of(line), out.text);
        }
        // Inside a block, and on the blank lines that a page break put there, a line break is a space.
        const bool inside = last_block >= 0 && next_block[i] == last_block;
        if (line.end < source_.size()) out.text.push_back(inside ? ' ' : '\n');
    }
}

Layout Builder::build() {
    split_lines();
    group_lines();
    Layout out;
    out.blocks = blocks_;
    out.sections = sections_;
    emit(out);
    std::erase_if(out.blocks, [](const Block& b) { return b.end <= b.begin; });
    return out;
}

}  // namespace

Layout lay_out(std::string_view source) { return Builder(source).build(); }

std::string tidy(std::string_view text) {
    // Most text is tidy as it stands, up to somewhere.
    constexpr auto is_other_space = [](char c) { return c >= '\t' && c <= '\r'; };
    std::size_t at = 0;
    char before = ' ';
    for (; at + 8 <= text.size(); at += 8) {
        const base::EightBytes bytes = base::eight_at(text, at), spaces = base::any_is(bytes, ' ');
        if (base::any_below(bytes, ' ') != 0 || (spaces & (spaces << 8)) != 0 || (before == ' ' && text[at] == ' ')) break;
        before = text[at + 7];
    }
    for (; at < text.size() && !is_other_space(text[at]) && (text[at] != ' ' || before != ' '); ++at) before = text[at];
    std::string out;
    out.reserve(text.size());
    out.append(text, 0, at);
    for (char c : text.substr(at)) {
        const bool space = is_space(c) || c == '\n';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out.push_back(space ? ' ' : c);
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace dateline::extract
