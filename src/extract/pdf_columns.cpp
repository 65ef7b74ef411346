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
constexpr std::size_t kColumnLetters = 18;   // in the middle line of a text's column; a table's cells are shorter
constexpr std::size_t kColumnLines = 2;
constexpr int kMostDepth = 8;                // columns within columns, and one set under another
constexpr double kStrip_em = 0.35;           // of white across the page, between columns and a table

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

/// Lines of a band of columns from `begin` to `end`, without rows of a table above or below them: a strip of white across
/// the page, and beyond it cells side by side that are no columns.
struct Trimmed {
    std::size_t begin = 0, end = 0;
};
Trimmed without_tables(std::span<const PdfLine> band, const Gutter& gutter) {
    std::vector<std::size_t> cuts{0};   // where a strip ends
    double bottom = band.front().bottom;
    for (std::size_t i = 1; i < band.size(); ++i) {
        if (band[i].top - bottom >= kStrip_em * gutter.em) cuts.push_back(i);
        bottom = std::max(bottom, band[i].bottom);
    }
    cuts.push_back(band.size());
    const auto is_table = [&](std::size_t begin, std::size_t end) {
        const auto part = band.subspan(begin, end - begin);
        const bool left = std::any_of(part.begin(), part.end(), [&](const PdfLine& l) { return gutter.left_of(l); });
        const bool right = std::any_of(part.begin(), part.end(), [&](const PdfLine& l) { return !gutter.left_of(l); });
        return left && right && !are_columns(part, gutter);
    };
    std::size_t first = 0, last = cuts.size() - 1;
    while (last > first + 1 && is_table(cuts[last - 1], cuts[last])) --last;
    while (first + 1 < last && is_table(cuts[first], cuts[first + 1])) ++first;
    return {cuts[first], cuts[last]};
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
        const Trimmed text = columns ? without_tables(band, *gutter) : Trimmed{band.size(), band.size()};
        across.insert(across.end(), band.begin(), band.begin() + static_cast<std::ptrdiff_t>(text.begin));
        if (text.begin == text.end) return;
        flush();
        std::vector<PdfLine> left, right;
        for (const PdfLine& line : band.subspan(text.begin, text.end - text.begin)) (gutter->left_of(line) ? left : right).push_back(line);
        order(std::move(left), em, depth + 1, out);
        order(std::move(right), em, depth + 1, out);
        across.insert(across.end(), band.begin() + static_cast<std::ptrdiff_t>(text.end), band.end());
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
