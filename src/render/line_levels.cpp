#include "render/line_levels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::render {
namespace {

using Vertex = geo::LineSet::Vertex;

constexpr std::size_t kLeastVertices = 64;  // fewer cost less than a second buffer
constexpr std::size_t kLongestSpan = 1024;  // a zigzag parts off one vertex at a time: work stays in step with the line
constexpr double kWorthShare = 0.7;         // of the vertices of the level before
constexpr int kFinestLevel = -30, kCoarsestLevel = -6;
/// A chord of s worlds leaves its arc on the globe, whose radius is 1/2π, by s²/(8r).
constexpr double kSagitta = 3.141592653589793 / 4;

double square(double v) { return v * v; }

/// The square of the distance from the segment.
double distance2(const Vertex& p, const Vertex& a, const Vertex& b) {
    const double dx = double{b.x} - a.x, dy = double{b.y} - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((double{p.x} - a.x) * dx + (double{p.y} - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return square(double{p.x} - a.x - t * dx) + square(double{p.y} - a.y - t * dy);
}

struct Span {
    std::size_t first = 0, last = 0;
    int exponent = kAlwaysKept;  ///< of what it was parted at: what lies inside is never kept longer
};

/// Where a span is parted, and by how much the chord is off without it.
std::pair<std::size_t, double> farthest(const std::vector<Vertex>& vertices, const Span& span) {
    const Vertex &a = vertices[span.first], &b = vertices[span.last];
    std::size_t at = (span.first + span.last) / 2;
    double most2 = 0;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const double d2 = distance2(vertices[i], a, b);
        if (d2 > most2) most2 = d2, at = i;
    }
    const double chord2 = square(double{b.x} - a.x) + square(double{b.y} - a.y);
    return {at, std::max(std::sqrt(most2), kSagitta * chord2)};
}

}  // namespace

std::vector<int> line_exponents(const geo::LineSet& lines) {
    std::vector<int> exponents(lines.vertices.size(), kAlwaysKept);
    std::vector<Span> open;
    for (std::size_t i = 0; i < lines.starts.size(); ++i) {
        const std::size_t end = i + 1 < lines.starts.size() ? lines.starts[i + 1] : lines.vertices.size();
        for (std::size_t from = lines.starts[i]; from + 1 < end; from += kLongestSpan)
            open.push_back({from, std::min(from + kLongestSpan, end - 1), kAlwaysKept - 1});
        while (!open.empty()) {
            const Span span = open.back();
            open.pop_back();
            if (span.last < span.first + 2) continue;
            const auto [at, off] = farthest(lines.vertices, span);
            const int exponent = off > 0 ? std::clamp(std::ilogb(off), kNeverKept, span.exponent) : kNeverKept;
            exponents[at] = exponent;
            open.push_back({span.first, at, exponent});
            open.push_back({at, span.last, exponent});
        }
    }
    return exponents;
}

std::vector<int> line_levels(const std::vector<int>& exponents) {
    if (exponents.size() < kLeastVertices) return {};
    std::array<std::size_t, 256> count{};
    for (const int e : exponents) ++count[static_cast<std::size_t>(e + 128)];
    std::vector<int> levels;
    std::size_t kept = exponents.size(), before = kept;
    int level = kNeverKept - 1;
    for (int next = kFinestLevel; next <= kCoarsestLevel; ++next) {
        for (; level < next; ++level) kept -= count[static_cast<std::size_t>(level + 128)];
        if (static_cast<double>(kept) > kWorthShare * static_cast<double>(before)) continue;
        levels.push_back(next);
        before = kept;
    }
    return levels;
}

}  // namespace dateline::render
