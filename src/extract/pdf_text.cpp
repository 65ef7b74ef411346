#include "extract/pdf_text.h"

#include "extract/bullets.h"
#include "extract/pdf_page.h"
#include "extract/temporal_moment.h"
#include "extract/temporal_reader.h"
#include "extract/temporal_resolver.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <unordered_set>

namespace dateline::extract {
namespace {

constexpr double kHeadingSize = 1.12;  // of the body's height
constexpr double kCellGap_em = 1.2;    // between the cells of a row
constexpr std::size_t kMostHeading = 160;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Pieces on one height: the words of a line, or the cells of a table's row.
struct Row {
    std::vector<PdfLine> cells;
    double left = 0, top = 0, right = 0, bottom = 0, height = 0;
};

std::vector<Row> rows_of(const PdfFlow& flow, double em) {
    std::vector<Row> rows;
    for (const PdfLine& line : flow) {
        const bool beside = !rows.empty() && std::min(line.bottom, rows.back().bottom) - std::max(line.top, rows.back().top) >=
                                                 0.5 * std::min(line.bottom - line.top, rows.back().bottom - rows.back().top);
        if (!beside) {
            rows.push_back({{line}, line.left, line.top, line.right, line.bottom, line.height});
            continue;
        }
        Row& row = rows.back();
        auto& cells = row.cells;
        cells.insert(std::upper_bound(cells.begin(), cells.end(), line, [](const auto& a, const auto& b) { return a.left < b.left; }),
                     line);
        row.left = std::min(row.left, line.left);
        row.right = std::max(row.right, line.right);
        row.bottom = std::max(row.bottom, line.bottom);
        row.height = std::max(row.height, line.height);
    }
    for (Row& row : rows) {  // what only a word's space parts is one cell
        std::vector<PdfLine> cells;
        for (PdfLine& cell : row.cells) {
            if (!cells.empty() && cell.left - cells.back().right < kCellGap_em * em) {
                cells.back().words.insert(cells.back().words.end(), cell.words.begin(), cell.words.end());
                cells.back().right = std::max(cells.back().right, cell.right);
            } else {
                cells.push_back(std::move(cell));
            }
        }
        row.cells = std::move(cells);
    }
    return rows;
}

/// Adds `below` to `row`, cell by cell: what stands under a cell goes on with it.
void add_under(Row& row, const Row& below) {
    for (const PdfLine& line : below.cells) {
        const auto over =
            std::find_if(row.cells.begin(), row.cells.end(), [&](const PdfLine& c) { return c.left < line.right && line.left < c.right; });
        if (over == row.cells.end()) {
            row.cells.insert(
                std::upper_bound(row.cells.begin(), row.cells.end(), line, [](const auto& a, const auto& b) { return a.left < b.left; }),
                line);
            continue;
        }
        over->words.insert(over->words.end(), line.words.begin(), line.words.end());
        over->left = std::min(over->left, line.left);
        over->right = std::max(over->right, line.right);
    }
    row.left = std::min(row.left, below.left);
    row.right = std::max(row.right, below.right);
    row.bottom = std::max(row.bottom, below.bottom);
}

/// Cells that stand under or above those of another row, or far apart. A line that was stretched to its column's width has
/// wide gaps too, but they are nowhere near those of its neighbours.
bool is_table_row(const std::vector<Row>& rows, std::size_t at, double em) {
    constexpr std::size_t kReach = 3;
    constexpr double kAligned_pt = 2, kFar_em = 5;
    const Row& row = rows[at];
    if (row.cells.size() < 2) return false;
    for (std::size_t c = 1; c < row.cells.size(); ++c)
        if (row.cells[c].left - row.cells[c - 1].right >= kFar_em * em) return true;
    for (std::size_t other = at < kReach ? 0 : at - kReach; other < std::min(rows.size(), at + kReach + 1); ++other) {
        if (other == at || rows[other].cells.size() < 2) continue;
        for (std::size_t c = 1; c < row.cells.size(); ++c)
            for (std::size_t o = 1; o < rows[other].cells.size(); ++o)
                if (std::abs(row.cells[c].left - rows[other].cells[o].left) <= kAligned_pt) return true;
    }
    return false;
}

/// Rows of a table whose cells have several lines: the white between rows is plainly wider than that between lines.
std::vector<Row> with_wrapped_cells(std::vector<Row> rows, double em) {
    constexpr double kBetweenLines_em = 0.25, kBetweenRows_em = 0.4, kPastTable_em = 1.3;
    const auto gap = [&](std::size_t i) { return (rows[i + 1].top - rows[i].bottom) / em; };
    std::vector<Row> out;
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        if (is_table_row(rows, begin, em))
            while (end < rows.size() && gap(end - 1) < kPastTable_em) ++end;
        bool lines = false, parted = false;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            lines = lines || gap(i) <= kBetweenLines_em;
            parted = parted || gap(i) >= kBetweenRows_em;
        }
        for (std::size_t i = begin; i < end; ++i) {
            const bool goes_on = lines && parted && i > begin && gap(i - 1) <= kBetweenLines_em;
            if (goes_on) add_under(out.back(), rows[i]);
            else out.push_back(rows[i]);
        }
        begin = end;
    }
    return out;
}

/// Ends a sentence, as far as its last sign tells.
bool ends_sentence(std::string_view s) {
    while (!s.empty() && (s.back() == '"' || s.back() == ')' || s.back() == ']' || s.back() == '\'' || s.back() == ' ')) s.remove_suffix(1);
    if (s.ends_with("”") || s.ends_with("’")) s.remove_suffix(3);
    return s.empty() || s.back() == '.' || s.back() == '!' || s.back() == '?' || s.back() == ':' || s.back() == ';';
}

bool starts_item(std::string_view s) {
    if (s.starts_with("– ") || s.starts_with("- ") || bullet_at(s) != 0) return true;
    std::size_t digits = 0;
    while (digits < s.size() && digits < 3 && is_digit(s[digits])) ++digits;
    return digits > 0 && digits + 1 < s.size() && (s[digits] == '.' || s[digits] == ')') && s[digits + 1] == ' ';
}

class Prose {
  public:
    Prose(const std::vector<PdfPage>& pages, double body);
    void begin_page(bool first) { page_breaks_ += first ? 0 : 1; }
    void add(const PdfFlow& flow);
    std::string finish();

  private:
    bool begins_paragraph(const Row& row, bool first_of_flow) const;
    void take(const Row& row, bool first_of_flow, bool of_table);
    void take_table_row(const Row& row);
    void append(std::string text);
    bool keeps_hyphen(std::string_view before, std::string_view after) const;
    void break_page(std::string& into);
    void flush();

    double body_, leading_;
    std::unordered_set<std::string> words_;  ///< as they stand inside lines
    std::string out_, paragraph_;
    double paragraph_height_ = 0;
    Row last_;
    double flow_left_ = 0, flow_right_ = 0;
    std::size_t page_breaks_ = 0;  ///< owed: a page may be empty
    bool in_table_ = false;
};

Prose::Prose(const std::vector<PdfPage>& pages, double body) : body_(body), leading_(body * 1.2) {
    std::vector<double> steps;
    for (const PdfPage& page : pages) {
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const PdfLine& line = page.lines[i];
            for (std::size_t w = 1; w + 1 < line.words.size(); ++w) words_.insert(line.words[w].text);
            const double step = i == 0 ? 0 : line.top - page.lines[i - 1].top;
            if (step > 0.8 * body && step < 2.2 * body && std::abs(line.height - body) < 0.1 * body) steps.push_back(step);
        }
    }
    if (steps.empty()) return;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    leading_ = *middle;
}

/// "trans-" + "port" is one word; "44-" + "day" and "Asia-" + "Pacific" keep their hyphen, and so does what the text
/// writes with one elsewhere.
bool Prose::keeps_hyphen(std::string_view before, std::string_view after) const {
    const std::size_t word = before.find_last_of(' ') == before.npos ? 0 : before.find_last_of(' ') + 1;
    const std::string_view head = before.substr(word, before.size() - word - 1);
    const std::string_view tail = after.substr(0, std::min(after.find_first_of(" .,;:!?)"), after.size()));
    if (head.empty() || tail.empty() || !is_letter(head.back())) return true;
    const bool goes_on = is_lower(tail.front()) || static_cast<unsigned char>(tail.front()) >= 0x80;
    if (!goes_on) return true;
    const std::string whole = std::string(head) + std::string(tail), parted = std::string(head) + '-' + std::string(tail);
    return !words_.contains(whole) && (words_.contains(parted) || head.find('-') != head.npos);
}

void Prose::break_page(std::string& into) {
    into.append(page_breaks_, '\f');
    page_breaks_ = 0;
}

void Prose::append(std::string text) {
    if (paragraph_.empty()) {
        break_page(paragraph_);
        paragraph_ += text;
        return;
    }
    const bool soft = paragraph_.ends_with("\xC2\xAD");
    const bool cut = soft || (paragraph_.size() > 1 && paragraph_.back() == '-' && paragraph_[paragraph_.size() - 2] != ' ');
    if (!cut) {
        paragraph_ += ' ';
        break_page(paragraph_);
        paragraph_ += text;
        return;
    }
    if (soft) paragraph_.resize(paragraph_.size() - 2);
    else if (!keeps_hyphen(paragraph_, text)) paragraph_.pop_back();
    if (page_breaks_ > 0)  // the page begins after the word that it cut
        if (const std::size_t space = text.find(' '); space != text.npos) {
            text.insert(space + 1, page_breaks_, '\f');
            page_breaks_ = 0;
        }
    paragraph_ += text;
}

bool Prose::begins_paragraph(const Row& row, bool first_of_flow) const {
    if (paragraph_.empty()) return true;
    if (std::abs(row.height - paragraph_height_) > 0.08 * paragraph_height_) return true;
    const std::string text = row.cells.front().text();
    if (paragraph_.back() == '-' && !text.empty() && is_letter(text.front())) return false;
    if (starts_item(text)) return true;
    if (first_of_flow) return ends_sentence(paragraph_) || paragraph_height_ >= kHeadingSize * body_;
    if (row.top - last_.top > 1.3 * leading_ * std::max(1.0, row.height / body_)) return true;
    const bool indented = row.left > flow_left_ + 0.8 * body_ && last_.left < flow_left_ + 0.4 * body_;
    if (indented && !starts_item(paragraph_)) return true;
    const bool short_line = last_.right < flow_right_ - 0.2 * (flow_right_ - flow_left_);
    return short_line && ends_sentence(paragraph_);
}

void Prose::take_table_row(const Row& row) {
    flush();
    in_table_ = true;
    std::string line = "|";
    for (const PdfLine& cell : row.cells) line += ' ' + cell.text() + " |";
    break_page(out_);
    out_ += line + '\n';
}

void Prose::take(const Row& row, bool first_of_flow, bool of_table) {
    if (of_table) return take_table_row(row);
    if (in_table_) {
        out_ += '\n';
        in_table_ = false;
    }
    if (begins_paragraph(row, first_of_flow)) {
        flush();
        paragraph_height_ = row.height;
    }
    std::string text;
    for (const PdfLine& cell : row.cells) text += (text.empty() ? "" : " ") + cell.text();
    append(std::move(text));
}

void Prose::add(const PdfFlow& flow) {
    const std::vector<Row> rows = with_wrapped_cells(rows_of(flow, body_), body_);
    flow_left_ = 1e9;
    flow_right_ = -1e9;
    for (const Row& row : rows) {
        flow_left_ = std::min(flow_left_, row.left);
        flow_right_ = std::max(flow_right_, row.right);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        take(rows[i], i == 0, is_table_row(rows, i, body_));
        last_ = rows[i];
    }
}

void Prose::flush() {
    if (paragraph_.empty()) return;
    const bool heading = paragraph_height_ >= kHeadingSize * body_ && paragraph_.size() <= kMostHeading;
    const std::size_t breaks = std::min(paragraph_.find_first_not_of('\f'), paragraph_.size());
    out_.append(breaks, '\f');
    if (heading) out_ += out_.empty() ? "# " : "## ";
    out_ += std::string_view(paragraph_).substr(breaks);
    out_ += "\n\n";
    paragraph_.clear();
}

std::string Prose::finish() {
    flush();
    return std::move(out_);
}

/// Whether a running head's date may be the document's: not where the text has a masthead or dateline of its own, nor where it
/// tells of days long after. A head may name what is printed, a law of 2010 or a draft of March.
bool may_date(const std::string& masthead, const std::optional<calendar::Edtf>& latest) {
    constexpr std::int32_t kLater_days = 31;
    const temporal::Reading own = temporal::read_expressions(masthead, {});
    const auto head = temporal::own_date(masthead, own.mentions, temporal::kNoYear);
    const bool names_a_day =
        std::any_of(own.mentions.begin(), own.mentions.end(), [](const temporal::TimeMention& m) { return m.expression.day != 0; });
    if (!head && names_a_day) return false;  // "Under the Act of 3 May 2010"
    if (!head || !latest || !latest->first()) return true;
    const auto printed = temporal::moment_of(head->date), since = temporal::moment_of(*latest);
    return !printed || !since || since->days() - printed->days() <= kLater_days;
}

/// The mastheads that may date the text, one after the other.
std::string dating(const std::vector<std::string>& mastheads, std::string_view text) {
    constexpr std::size_t kLook = std::size_t{1} << 18, kMostMastheads = 16;
    if (mastheads.empty()) return {};
    text = text.substr(0, kLook);
    const temporal::Reading told = temporal::read_expressions(text, {});
    if (temporal::own_date(text, told.mentions, temporal::kNoYear)) return {};
    const auto latest = temporal::infer_document_date(text, told, {}).date;
    std::string head;
    for (const std::string& masthead : std::span(mastheads).first(std::min(mastheads.size(), kMostMastheads)))
        if (may_date(masthead, latest)) head += masthead + "\n\n";
    return head;
}

}  // namespace

std::string text_of_pdf(std::string_view bbox_xhtml) {
    std::vector<PdfPage> pages = read_pdf_pages(bbox_xhtml);
    const std::vector<std::string> mastheads = drop_running_lines(pages);
    const double body = body_height(pages);
    drop_footnotes(pages, body);
    Prose prose(pages, body);
    bool first = true;
    for (const PdfPage& page : pages) {
        prose.begin_page(first);
        for (const PdfFlow& flow : reading_order(page, body)) prose.add(flow);
        first = false;
    }
    std::string text = prose.finish();
    if (text.find_first_not_of("\f\n ") == text.npos) return {};
    return dating(mastheads, text) + text;
}

}  // namespace dateline::extract
