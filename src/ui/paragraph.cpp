#include "ui/paragraph.h"

#include <algorithm>
#include <array>

namespace dateline::ui {
namespace {

constexpr std::uint32_t kStride = 512;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::size_t next_byte(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    return at;
}

/// One character with what is known of it.
struct Cell {
    std::string_view utf8;
    std::uint8_t marks = 0;
    float width = 0;
    bool space() const { return utf8 == " " || utf8.empty(); }
    bool breaks_after() const { return space() || utf8 == "-" || utf8 == "–" || utf8 == "—" || utf8 == "/"; }
};

std::vector<Cell> cells_of(const Paragraph& paragraph, const std::vector<MarkedSpan>& marks, const Measure& measure) {
    std::vector<Cell> cells;
    std::array<float, 128> ascii{};
    for (std::size_t at = 0; at < paragraph.text.size();) {
        const std::size_t next = next_byte(paragraph.text, at);
        Cell cell;
        cell.utf8 = std::string_view(paragraph.text).substr(at, next - at);
        const auto byte = static_cast<unsigned char>(cell.utf8[0]);
        if (byte < 128 && ascii[byte] > 0) cell.width = ascii[byte];
        else cell.width = measure(cell.utf8);
        if (byte < 128) ascii[byte] = cell.width;
        // Of a run of spaces, as an indented source has them, one is shown.
        if (cell.space() && !cells.empty() && cells.back().space()) cell.utf8 = {}, cell.width = 0;
        cells.push_back(cell);
        at = next;
    }
    for (const MarkedSpan& marked : marks) {
        const auto from = std::max(marked.span.begin, paragraph.span.begin) - paragraph.span.begin;
        const auto to = std::max(marked.span.end, paragraph.span.begin) - paragraph.span.begin;
        for (std::size_t i = from; i < std::min<std::size_t>(to, cells.size()); ++i)
            cells[i].marks |= static_cast<std::uint8_t>(marked.mark);
    }
    return cells;
}

TextLine line_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
    while (end > begin && cells[end - 1].space()) --end;
    TextLine line;
    float x = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (line.runs.empty() || line.runs.back().marks != cells[i].marks) line.runs.push_back({"", x, 0, cells[i].marks});
        line.runs.back().text += cells[i].utf8;
        line.runs.back().width += cells[i].width;
        x += cells[i].width;
    }
    return line;
}

/// End of the line that begins at `begin`, past the spaces that follow it.
std::size_t line_end(const std::vector<Cell>& cells, std::size_t begin, float width) {
    float x = 0;
    std::size_t break_at = begin;
    for (std::size_t i = begin; i < cells.size(); ++i) {
        if (!cells[i].space() && x + cells[i].width > width && i > begin) {
            std::size_t end = break_at > begin ? break_at : i;
            while (end < cells.size() && cells[end].space()) ++end;
            return end;
        }
        x += cells[i].width;
        if (cells[i].breaks_after()) break_at = i + 1;
    }
    return cells.size();
}

/// Byte of the begin of the line break run that ends a paragraph at or after `from`; text's end when there is none.
std::size_t paragraph_end(std::string_view text, std::size_t from, std::size_t last) {
    for (std::size_t at = from; at < last; ++at) {
        if (text[at] != '\n') continue;
        std::size_t next = at + 1;
        while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
        if (next >= text.size() || text[next] == '\n') return at;
    }
    return last;
}

/// Byte after the blank line that precedes `from`.
std::size_t paragraph_begin(std::string_view text, std::size_t from, std::size_t first) {
    for (std::size_t at = from; at > first; --at) {
        if (text[at - 1] != '\n') continue;
        std::size_t before = at - 1;
        while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t' || text[before - 1] == '\r')) --before;
        if (before == 0 || text[before - 1] == '\n') return at;
    }
    return first;
}

std::uint32_t count_code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (continues(text[at])) continue;
        if (size_ % kStride == 0) every_.push_back(at);
        ++size_;
    }
}

std::size_t TextIndex::byte_of(std::uint32_t code_point) const {
    if (code_point >= size_) return text_.size();
    std::size_t at = every_[code_point / kStride];
    for (std::uint32_t i = 0; i < code_point % kStride; ++i) at = next_byte(text_, at);
    return at;
}

Paragraph TextIndex::paragraph_around(document::TextSpan quote, std::uint32_t limit) const {
    quote.begin = std::min(quote.begin, size_);
    quote.end = std::clamp(quote.end, quote.begin, size_);
    const std::uint32_t first = quote.begin > limit ? quote.begin - limit : 0;
    const std::uint32_t last = size_ - quote.end > limit ? quote.end + limit : size_;
    const std::size_t first_byte = byte_of(first), last_byte = byte_of(last);
    const std::size_t begin_byte = byte_of(quote.begin), end_byte = byte_of(quote.end);
    std::size_t from = paragraph_begin(text_, begin_byte, first_byte);
    std::size_t to = paragraph_end(text_, end_byte, last_byte);
    // A text without blank lines has a paragraph a line.
    if (from == first_byte && first > 0) {
        const std::size_t line = text_.rfind('\n', begin_byte == 0 ? 0 : begin_byte - 1);
        if (line != std::string_view::npos && line >= first_byte) from = line + 1;
    }
    if (to == last_byte && last < size_) to = std::min(text_.find('\n', end_byte), last_byte);
    while (from < begin_byte && (text_[from] == ' ' || text_[from] == '\n' || text_[from] == '\r')) ++from;
    while (to > end_byte && (text_[to - 1] == ' ' || text_[to - 1] == '\n' || text_[to - 1] == '\r')) --to;
    Paragraph paragraph;
    paragraph.text = std::string(text_.substr(from, to - from));
    paragraph.span.begin = first + count_code_points(text_.substr(first_byte, from - first_byte));
    paragraph.span.end = paragraph.span.begin + count_code_points(paragraph.text);
    std::ranges::replace_if(
        paragraph.text, [](char c) { return c == '\n' || c == '\r' || c == '\t' || c == '\f'; }, ' ');
    return paragraph;
}

std::vector<MarkedSpan> marks_of(const document::Event& event) {
    std::vector<MarkedSpan> marks{{event.quote_span, Mark::Quote}, {event.date_span, Mark::Date}, {event.place_span, Mark::Place}};
    for (const document::TextSpan& span : event.actor_spans) marks.push_back({span, Mark::Actor});
    return marks;
}

std::vector<TextLine> lay_out(const Paragraph& paragraph, const std::vector<MarkedSpan>& marks, float width, const Measure& measure) {
    const std::vector<Cell> cells = cells_of(paragraph, marks, measure);
    std::vector<TextLine> lines;
    for (std::size_t begin = 0; begin < cells.size();) {
        const std::size_t end = line_end(cells, begin, width);
        lines.push_back(line_of(cells, begin, end));
        begin = end;
    }
    return lines;
}

std::vector<std::string> wrapped(std::string_view text, float width, const Measure& measure, std::size_t max_lines) {
    Paragraph paragraph{std::string(text), {}};
    std::vector<std::string> lines;
    for (const TextLine& line : lay_out(paragraph, {}, width, measure)) {
        std::string joined;
        for (const Run& run : line.runs) joined += run.text;
        if (lines.size() < max_lines) lines.push_back(std::move(joined));
        else lines.back() += " " + joined;
    }
    return lines;
}

}  // namespace dateline::ui
