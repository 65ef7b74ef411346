#include "geo/clearance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::geo {
namespace {

constexpr int kRim = 2;

double area_of(const std::vector<WorldPoint>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) sum += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    return std::abs(sum) / 2;
}

/// Where a ring's edges cross the line of a row's middles.
void add_crossings(const std::vector<WorldPoint>& ring, const AreaMask& mask, std::vector<std::vector<double>>& rows) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const WorldPoint a = ring[i], b = ring[i + 1];
        if (a.y == b.y) continue;
        const double low = (std::min(a.y, b.y) - mask.origin.y) / mask.cell - 0.5,
                     high = (std::max(a.y, b.y) - mask.origin.y) / mask.cell - 0.5;
        const int first = std::max(0, static_cast<int>(std::ceil(std::clamp(low, -1.0, 1e6))));
        const int end = std::min(mask.rows, static_cast<int>(std::ceil(std::clamp(high, -1.0, 1e6))));
        for (int row = first; row < end; ++row) {
            const double y = mask.origin.y + (row + 0.5) * mask.cell;
            rows[static_cast<std::size_t>(row)].push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
}

/// The lower envelope of parabolas, one a sample: squared distances along a line.
class Envelope {
  public:
    explicit Envelope(std::size_t longest) : at_(longest), from_(longest + 1), values_(longest) {}

    void transform(float* line, std::size_t count, std::size_t stride) {
        for (std::size_t i = 0; i < count; ++i) values_[i] = line[i * stride];
        std::size_t k = 0;
        at_[0] = 0;
        from_[0] = -std::numeric_limits<float>::infinity();
        from_[1] = std::numeric_limits<float>::infinity();
        for (std::size_t q = 1; q < count; ++q) {
            float s = meeting(q, at_[k]);
            while (s <= from_[k]) s = meeting(q, at_[--k]);
            at_[++k] = q;
            from_[k] = s;
            from_[k + 1] = std::numeric_limits<float>::infinity();
        }
        k = 0;
        for (std::size_t q = 0; q < count; ++q) {
            while (from_[k + 1] < static_cast<float>(q)) ++k;
            const float d = static_cast<float>(q) - static_cast<float>(at_[k]);
            line[q * stride] = d * d + values_[at_[k]];
        }
    }

  private:
    float meeting(std::size_t q, std::size_t v) const {
        const auto fq = static_cast<float>(q), fv = static_cast<float>(v);
        return ((values_[q] + fq * fq) - (values_[v] + fv * fv)) / (2 * (fq - fv));
    }
    std::vector<std::size_t> at_;
    std::vector<float> from_, values_;
};

}  // namespace

AreaMask::AreaMask(const WorldBox& box, int cells) {
    const double longer = std::max(box.x1 - box.x0, box.y1 - box.y0);
    if (!(longer > 0) || cells <= 0) return;
    cell = longer / cells;
    columns = static_cast<int>(std::ceil((box.x1 - box.x0) / cell)) + 2 * kRim;
    rows = static_cast<int>(std::ceil((box.y1 - box.y0) / cell)) + 2 * kRim;
    origin = {box.x0 - kRim * cell, box.y0 - kRim * cell};
    inside.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
}

void AreaMask::fill(const Polygon& polygon, double shift_x, bool value, double least_hole) {
    if (inside.empty()) return;
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(rows));
    double outer = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        std::vector<WorldPoint> ring;
        ring.reserve(polygon[i].size());
        for (const LonLat p : polygon[i]) {
            const WorldPoint at = world_from(p);
            ring.push_back({at.x + shift_x, at.y});
        }
        const double area = area_of(ring);
        if (i == 0) outer = area;
        else if (area < least_hole * outer) continue;
        add_crossings(ring, *this, crossings);
    }
    for (int row = 0; row < rows; ++row) {
        std::vector<double>& xs = crossings[static_cast<std::size_t>(row)];
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            const auto column = [&](double x) { return static_cast<int>(std::ceil(std::clamp((x - origin.x) / cell - 0.5, -1.0, 1e6))); };
            for (int c = std::max(0, column(xs[i])), end = std::min(columns, column(xs[i + 1])); c < end; ++c)
                inside[index(c, row)] = value ? 1 : 0;
        }
    }
}

std::vector<float> clearance(const AreaMask& mask) { return clearance(mask, false); }

std::vector<float> clearance(const AreaMask& mask, bool endless) {
    // A rim of one cell stands for what lies beyond.
    const auto columns = static_cast<std::size_t>(mask.columns) + 2, rows = static_cast<std::size_t>(mask.rows) + 2;
    constexpr float kFar = 1e12f;
    std::vector<float> squared(columns * rows, endless ? kFar : 0);
    for (std::size_t r = 1; r + 1 < rows; ++r)
        for (std::size_t c = 1; c + 1 < columns; ++c)
            squared[r * columns + c] = mask.inside[(r - 1) * (columns - 2) + c - 1] != 0 ? kFar : 0;
    Envelope envelope(std::max(columns, rows));
    for (std::size_t c = 0; c < columns; ++c) envelope.transform(squared.data() + c, rows, columns);
    for (std::size_t r = 0; r < rows; ++r) envelope.transform(squared.data() + r * columns, columns, 1);
    std::vector<float> clear(mask.inside.size());
    for (std::size_t r = 1; r + 1 < rows; ++r)
        for (std::size_t c = 1; c + 1 < columns; ++c) clear[(r - 1) * (columns - 2) + c - 1] = std::sqrt(squared[r * columns + c]);
    return clear;
}

}  // namespace dateline::geo
