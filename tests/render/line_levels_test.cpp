#include "render/line_levels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numbers>

namespace dateline::render {
namespace {

geo::LineSet line_of(const std::vector<std::pair<double, double>>& points) {
    geo::LineSet lines;
    lines.starts = {0};
    for (const auto& [x, y] : points) lines.vertices.push_back({static_cast<float>(x), static_cast<float>(y), 0});
    return lines;
}

/// A coast: waves of every size.
geo::LineSet jagged(int count) {
    std::vector<std::pair<double, double>> points;
    for (int i = 0; i <= count; ++i) {
        const double x = 0.1 * i / count;
        double y = 0;
        for (int octave = 1; octave < 10; ++octave) y += 0.01 / (1 << octave) * std::sin(x * 60 * (1 << octave) + octave * octave);
        points.push_back({x, y});
    }
    return line_of(points);
}

double distance(const geo::LineSet::Vertex& p, const geo::LineSet::Vertex& a, const geo::LineSet::Vertex& b) {
    const double dx = double{b.x} - a.x, dy = double{b.y} - a.y;
    const double t = std::clamp(((double{p.x} - a.x) * dx + (double{p.y} - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(double{p.x} - a.x - t * dx, double{p.y} - a.y - t * dy);
}

TEST(LineLevels, NoVertexIsFartherFromTheCoarserLineThanItsTolerance) {
    const geo::LineSet lines = jagged(5000);
    const std::vector<int> exponents = line_exponents(lines);
    const std::vector<int> levels = line_levels(exponents);
    ASSERT_GE(levels.size(), 3u);
    std::size_t before = lines.vertices.size();
    for (const int level : levels) {
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < exponents.size(); ++i)
            if (exponents[i] >= level) kept.push_back(i);
        EXPECT_LE(kept.size(), 0.7 * static_cast<double>(before));
        before = kept.size();
        EXPECT_EQ(kept.front(), 0u);
        EXPECT_EQ(kept.back(), lines.vertices.size() - 1);
        double most = 0;
        for (std::size_t k = 0; k + 1 < kept.size(); ++k)
            for (std::size_t i = kept[k]; i <= kept[k + 1]; ++i)
                most = std::max(most, distance(lines.vertices[i], lines.vertices[kept[k]], lines.vertices[kept[k + 1]]));
        EXPECT_LE(most, std::ldexp(1.0, level));
        EXPECT_GT(most, 0);
    }
}

TEST(LineLevels, AParallelStaysFineEnoughToBendOnAGlobe) {
    std::vector<std::pair<double, double>> points;
    for (int i = 0; i <= 360; ++i) points.push_back({i / 360.0 - 0.5, 0.1});
    const std::vector<int> exponents = line_exponents(line_of(points));
    for (const int level : {-12, -10, -8}) {
        double longest = 0, from = points.front().first;
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (exponents[i] < level) continue;
            longest = std::max(longest, points[i].first - from);
            from = points[i].first;
        }
        EXPECT_GT(longest, 1.5 / 360);  // not all are kept
        const double half_turn = std::numbers::pi * longest;
        EXPECT_LE((1 - std::cos(half_turn)) / (2 * std::numbers::pi), std::ldexp(1.0, level));
    }
}

TEST(LineLevels, AZigzagThatPartsOffOneVertexAtATimeCostsInStepWithIt) {
    const auto clocks = [](int count) {
        std::vector<std::pair<double, double>> points;
        for (int i = 0; i < count; ++i) points.push_back({0.1 * i / count, (i % 2 == 0 ? 0.01 : -0.01) * (count - i) / count});
        const geo::LineSet lines = line_of(points);
        const auto begin = std::clock();
        for (int n = 0; n < 3; ++n) line_exponents(lines);
        return static_cast<double>(std::clock() - begin);
    };
    EXPECT_LT(clocks(160'000), 10 * clocks(40'000));
}

TEST(LineLevels, RingsKeepTheirEndsAndShortLinesHaveOneLevel) {
    std::vector<std::pair<double, double>> points;
    for (int i = 0; i < 20; ++i)
        points.push_back({0.001 * std::cos(i * std::numbers::pi / 10), 0.001 * std::sin(i * std::numbers::pi / 10)});
    points.push_back(points.front());
    const std::vector<int> exponents = line_exponents(line_of(points));
    EXPECT_EQ(exponents.front(), kAlwaysKept);
    EXPECT_EQ(exponents.back(), kAlwaysKept);
    EXPECT_EQ(*std::max_element(exponents.begin() + 1, exponents.end() - 1), std::ilogb(0.002));  // the far side
    EXPECT_TRUE(line_levels(exponents).empty());
}

}  // namespace
}  // namespace dateline::render
