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
constexpr int kMostDepth = 6;                // columns within columns

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

void order(std::vector<PdfLine> lines, double em, int depth, std::vector<PdfFlow>& out) {
    if (lines.empty()) return;
    std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
    const auto gutter = depth < kMostDepth && lines.size() <= kMostLines ? find_gutter(lines, em) : std::nullopt;
    if (!gutter) {
        out.push_back(std::move(lines));
        return;
    }
    PdfFlow across;
    const auto flush = [&] {
        if (!across.empty()) out.push_back(std::exchange(across, {}));
    };
    for_each_band(lines, *gutter, [&](std::span<const PdfLine> band, bool columns) {
        // The short last line of a paragraph that runs across does not cross, and belongs to it.
        if (!columns) {
            across.insert(across.end(), band.begin(), band.end());
            return;
        }
        flush();
        std::vector<PdfLine> left, right;
        for (const PdfLine& line : band) (gutter->left_of(line) ? left : right).push_back(line);
        order(std::move(left), em, depth + 1, out);
        order(std::move(right), em, depth + 1, out);
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
