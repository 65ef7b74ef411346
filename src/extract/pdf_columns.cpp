// Which line of a PDF page is read after which.
//
//     ┌───────────────────────────┐
//     │   what runs across        │  1    a gutter is an x that parts long lines left from long lines right;
//     ├────────────┐ ┌────────────┤       what crosses it cuts the page into bands
//     │  2         │ │  3         │
//     ├────────────┘ └────────────┤
//     │   what runs across        │  4
//     └───────────────────────────┘
#include "extract/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace dateline::extract {
namespace {

constexpr std::size_t kMostLines = 4000;
constexpr std::size_t kColumnLetters = 18;  // in the middle line of a text's column; a table's cells are shorter
constexpr std::size_t kColumnLines = 2;
constexpr std::size_t kTableCells = 3;
constexpr int kMostDepth = 8;       // columns within columns, and one set under another
constexpr double kStrip_em = 0.35;  // of white across the page, between columns and a table

struct Gutter {
    double x = 0;
    double em = 0;
    bool left_of(const PdfLine& line) const { return line.right <= x - 0.3 * em; }
    bool right_of(const PdfLine& line) const { return line.left >= x - 0.5; }
    bool crossed_by(const PdfLine& line) const { return !left_of(line) && !right_of(line); }
};

std::size_t middle_letters(std::vector<std::size_t> letters) {
    const auto middle = letters.begin() + static_cast<std::ptrdiff_t>(letters.size() / 2);
    std::nth_element(letters.begin(), middle, letters.end());
    return *middle;
}

/// Whether lines that do not cross the gutter are two columns of text, side by side.
bool are_columns(std::span<const PdfLine> lines, const Gutter& gutter) {
    std::vector<std::size_t> left, right;
    double left_top = 1e9, left_bottom = -1e9, right_top = 1e9, right_bottom = -1e9;
    for (const PdfLine& line : lines) {
        const bool is_left = gutter.left_of(line);
        (is_left ? left : right).push_back(line.letters);
        double& top = is_left ? left_top : right_top;
        double& bottom = is_left ? left_bottom : right_bottom;
        top = std::min(top, line.top);
        bottom = std::max(bottom, line.bottom);
    }
    if (left.size() < kColumnLines || right.size() < kColumnLines) return false;
    if (left_top >= right_bottom || right_top >= left_bottom) return false;
    return middle_letters(std::move(left)) >= kColumnLetters && middle_letters(std::move(right)) >= kColumnLetters;
}

/// Calls `take(band, is_columns)` for the bands from top to bottom; `lines` by their top.
template <class Take>
void for_each_band(std::span<const PdfLine> lines, const Gutter& gutter, const Take& take) {
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        const bool across = gutter.crossed_by(lines[begin]);
        while (end < lines.size() && gutter.crossed_by(lines[end]) == across) ++end;
        const auto band = lines.subspan(begin, end - begin);
        take(band, !across && are_columns(band, gutter));
        begin = end;
    }
}

std::optional<Gutter> find_gutter(std::span<const PdfLine> lines, double em) {
    std::set<long> starts;
    for (const PdfLine& line : lines) starts.insert(std::lround(line.left));
    std::optional<Gutter> best;
    std::size_t best_score = 2 * kColumnLines - 1;
    for (const long start : starts) {
        const Gutter gutter{static_cast<double>(start), em};
        std::size_t score = 0;
        for_each_band(lines, gutter, [&](std::span<const PdfLine> band, bool columns) { score += columns ? band.size() : 0; });
        if (score > best_score) {
            best_score = score;
            best = gutter;
        }
    }
    return best;
}

/// Cells side by side, short as cells are: what a strip of white across the page parts from columns may be a table.
bool is_table(std::span<const PdfLine> lines, const PdfLine& of_first_row, const Gutter& gutter) {
    if (lines.size() < kTableCells || are_columns(lines, gutter)) return false;
    std::vector<std::size_t> letters;
    for (const PdfLine& line : lines) letters.push_back(line.letters);
    if (middle_letters(std::move(letters)) >= kColumnLetters) return false;
    return std::any_of(lines.begin(), lines.end(), [&](const PdfLine& other) {
        const bool beside = other.left >= of_first_row.right || of_first_row.left >= other.right;
        return beside && std::min(other.bottom, of_first_row.bottom) - std::max(other.top, of_first_row.top) >
                             0.5 * (of_first_row.bottom - of_first_row.top);
    });
}

/// How many lines of a band of columns are above the table that ends it.
std::size_t end_of_columns(std::span<const PdfLine> band, const Gutter& gutter) {
    double bottom = band.front().bottom;
    for (std::size_t i = 1; i < band.size(); ++i) {
        const bool strip = band[i].top - bottom >= kStrip_em * gutter.em;
        if (strip && is_table(band.subspan(i), band[i], gutter)) return i;
        bottom = std::max(bottom, band[i].bottom);
    }
    return band.size();
}

/// How many lines of a band of columns are the last rows of a table above them. One row alone may be the columns' headings.
std::size_t begin_of_columns(std::span<const PdfLine> band, const Gutter& gutter) {
    std::size_t begin = 0;
    double bottom = band.front().bottom;
    for (std::size_t i = 1; i < band.size(); ++i) {
        const bool strip = band[i].top - bottom >= kStrip_em * gutter.em;
        const bool rows = band[i - 1].top - band.front().top > 0.5 * gutter.em;
        if (strip && rows && is_table(band.first(i), band.front(), gutter) && are_columns(band.subspan(i), gutter)) begin = i;
        bottom = std::max(bottom, band[i].bottom);
    }
    return begin;
}

void order(std::vector<PdfLine> lines, double em, int depth, std::vector<PdfFlow>& out) {
    if (lines.empty()) return;
    std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
    const auto gutter = depth < kMostDepth && lines.size() <= kMostLines ? find_gutter(lines, em) : std::nullopt;
    if (!gutter) {
        out.push_back(std::move(lines));
        return;
    }
    PdfFlow across;
    // What this gutter does not part may have another.
    const auto flush = [&] { order(std::exchange(across, {}), em, depth + 1, out); };
    for_each_band(lines, *gutter, [&](std::span<const PdfLine> band, bool columns) {
        // The short last line of a paragraph that runs across does not cross, and belongs to it.
        if (!columns) {
            across.insert(across.end(), band.begin(), band.end());
            return;
        }
        const std::size_t end = end_of_columns(band, *gutter), begin = begin_of_columns(band.first(end), *gutter);
        across.insert(across.end(), band.begin(), band.begin() + static_cast<std::ptrdiff_t>(begin));
        flush();
        std::vector<PdfLine> left, right;
        for (const PdfLine& line : band.subspan(begin, end - begin)) (gutter->left_of(line) ? left : right).push_back(line);
        order(std::move(left), em, depth + 1, out);
        order(std::move(right), em, depth + 1, out);
        across.insert(across.end(), band.begin() + static_cast<std::ptrdiff_t>(end), band.end());
    });
    flush();
}

}  // namespace

std::vector<PdfFlow> reading_order(const PdfPage& page, double body_height) {
    std::vector<PdfFlow> flows;
    order(page.lines, body_height, 0, flows);
    return flows;
}

}  // namespace dateline::extract
