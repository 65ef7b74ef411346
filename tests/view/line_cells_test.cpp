#include "view/line_cells.h"

#include <gtest/gtest.h>

namespace dateline::view {
namespace {

document::BaseLines line(geo::WorldPoint from, geo::WorldPoint to) {
    auto lines = std::make_shared<geo::LineSet>();
    lines->origin = from;
    lines->vertices = {{0, 0, 0}, {static_cast<float>(to.x - from.x), static_cast<float>(to.y - from.y), 0}};
    lines->starts = {0};
    lines->box.include(from), lines->box.include(to);
    document::BaseLines chunk;
    chunk.lines = std::move(lines);
    return chunk;
}

TEST(LineCells, TellsTheWeightiestLineOfABox) {
    LineCells cells({0.4, 0.4, 0.6, 0.6}, 0.002);
    cells.add({line({0.3, 0.5}, {0.7, 0.5})}, 3);
    cells.add({line({0.5, 0.3}, {0.5, 0.7})}, 10);
    EXPECT_EQ(cells.weight_in({0.42, 0.49, 0.44, 0.51}), 3);
    EXPECT_EQ(cells.weight_in({0.49, 0.49, 0.51, 0.51}), 10);
    EXPECT_EQ(cells.weight_in({0.42, 0.42, 0.44, 0.44}), 0);
}

TEST(LineCells, ReachesOverTheAntimeridian) {
    LineCells cells({0.9, 0.4, 1.1, 0.6}, 0.002);
    cells.add({line({0.05, 0.45}, {0.05, 0.55})}, 8);
    EXPECT_EQ(cells.weight_in({1.04, 0.49, 1.06, 0.51}), 8);
    EXPECT_EQ(cells.weight_in({0.94, 0.49, 0.96, 0.51}), 0);
}

TEST(LineCells, ABorderStrikesATextHarderThanARiver) {
    LineCells cells({0, 0, 400, 300}, 3);
    cells.add({160, 0}, {160, 300}, 1);
    cells.add({200, 0}, {200, 300}, 6);
    EXPECT_EQ(cells.struck_in({150, 100, 250, 114}), 7);
}

TEST(LineCells, CountsThePiecesOfATextThatAreStruck) {
    LineCells cells({0, 0, 400, 300}, 3);
    cells.add({200, 0}, {200, 300}, 1);
    EXPECT_EQ(cells.struck_in({150, 100, 250, 114}), 1);  // one letter of seven
    EXPECT_EQ(cells.struck_in({220, 100, 320, 114}), 0);
    cells.add({100, 107}, {300, 107}, 1);
    EXPECT_EQ(cells.struck_in({150, 100, 250, 114}), 7);
    EXPECT_EQ(cells.struck_in({-500, -200, -400, -186}), 0);
}

}  // namespace
}  // namespace dateline::view
