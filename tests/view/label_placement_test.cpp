#include "view/label_placement.h"

#include <gmock/gmock.h>

#include <random>

namespace dateline::view {
namespace {

constexpr RectPx kMap{0, 0, 800, 600};

LabelCandidate label(std::uint64_t id, LabelRank rank, PointPx at, float width = 60) {
    LabelCandidate c;
    c.id = id;
    c.rank = rank;
    c.spots.push_back({0, {{at.x + 6, at.y - 7, width, 14}}});
    c.spots.push_back({1, {{at.x - 6 - width, at.y - 7, width, 14}}});
    return c;
}

struct Placed {
    std::vector<int> spots;
    std::unordered_map<std::uint64_t, std::uint8_t> sides;
};
Placed place(const std::vector<LabelCandidate>& labels, std::unordered_map<std::uint64_t, std::uint8_t> sides = {},
             const std::vector<RectPx>& lines = {}) {
    TakenSpace taken(kMap, 64), avoided(kMap, 64);
    for (const RectPx& line : lines) avoided.take(line);
    Placed placed{{}, std::move(sides)};
    placed.spots = place_labels(labels, kMap, taken, avoided, 4, placed.sides);
    return placed;
}

TEST(LabelPlacement, TheMoreImportantOneStaysWhereTwoCollide) {
    std::vector<LabelCandidate> both{label(1, LabelRank::City, {300, 300}), label(2, LabelRank::Now, {302, 300})};
    for (LabelCandidate& c : both) c.spots.resize(1);
    EXPECT_THAT(place(both).spots, ::testing::ElementsAre(-1, 0));
}

TEST(LabelPlacement, TakesTheOtherSideWhereTheFirstIsTaken) {
    const std::vector<LabelCandidate> both{label(1, LabelRank::City, {300, 300}), label(2, LabelRank::City, {300, 300})};
    EXPECT_THAT(place(both).spots, ::testing::ElementsAre(0, 1));
}

TEST(LabelPlacement, OfTwoFreeSidesTakesTheOneThatNoLineOfTheGroundStrikes) {
    LineCells cells({0, 0, 800, 600}, 3);
    cells.add({320, 0}, {320, 600}, 1);  // a river through the right side
    int asked = 0;
    const GroundLines ground = [&](const RectPx&) -> const LineCells& { return ++asked, cells; };
    const auto placed = [&](const LabelCandidate& c, std::unordered_map<std::uint64_t, std::uint8_t> sides = {}) {
        TakenSpace taken(kMap, 64);
        return place_labels(std::vector{c}, kMap, taken, TakenSpace(kMap, 64), 4, sides, ground).front();
    };
    const LabelCandidate town = label(1, LabelRank::Town, {300, 300});
    EXPECT_EQ(placed(town), 1);
    asked = 0;
    EXPECT_EQ(placed(town, {{1, 0}}), 0) << "what is shown stays";
    EXPECT_EQ(asked, 0) << "and nothing is asked of the ground";
    LabelCandidate plate = town;
    plate.on_lines = LabelCandidate::OnLines::Freely;
    EXPECT_EQ(placed(plate), 0);
    cells.add({270, 0}, {270, 600}, 1);
    cells.add({280, 0}, {280, 600}, 1);  // through both, and more of the left
    EXPECT_EQ(placed(town), 0);
}

TEST(LabelPlacement, DoesNotDependOnTheOrderOfCandidates) {
    std::mt19937 random(5);
    std::uniform_real_distribution<float> x(0, 800), y(0, 600);
    std::vector<LabelCandidate> labels;
    for (std::uint64_t i = 0; i < 300; ++i) labels.push_back(label(i, static_cast<LabelRank>(i % 5), {x(random), y(random)}));
    const auto sides = place(labels).sides;
    EXPECT_GT(sides.size(), 60u);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(labels.begin(), labels.end(), random);
        EXPECT_EQ(place(labels).sides, sides);
    }
}

TEST(LabelPlacement, KeepsItsSideWhileItIsFree) {
    const auto sides = place({label(7, LabelRank::City, {300, 300})}, {{7, 1}}).sides;
    EXPECT_EQ(sides.at(7), 1);
}

TEST(LabelPlacement, WritesOverLinesOnlyWhereThereIsNoOtherSpot) {
    const std::vector<RectPx> right{{305, 200, 4, 200}}, everywhere{{0, 290, 800, 20}};
    EXPECT_EQ(place({label(7, LabelRank::City, {300, 300})}, {}, right).spots.front(), 1);
    EXPECT_EQ(place({label(7, LabelRank::City, {300, 300})}, {}, everywhere).spots.front(), 0);
    LabelCandidate strict = label(7, LabelRank::Route, {300, 300});
    strict.on_lines = LabelCandidate::OnLines::Never;
    EXPECT_EQ(place({strict}, {}, everywhere).spots.front(), -1);
}

TEST(LabelPlacement, CrossesTheFewestLettersWhereNoSpotIsClear) {
    LabelCandidate c = label(7, LabelRank::Country, {300, 300});
    c.spots = {{0, {{100, 100, 20, 20}, {120, 100, 20, 20}, {140, 100, 20, 20}}},
               {1, {{100, 200, 20, 20}, {120, 200, 20, 20}, {140, 200, 20, 20}}}};
    EXPECT_EQ(place({c}, {}, {{105, 90, 4, 120}, {145, 90, 4, 40}}).spots.front(), 1);
    EXPECT_EQ(place({c}, {}, {{105, 90, 4, 120}, {145, 190, 4, 40}}).spots.front(), 0);
}

TEST(LabelPlacement, ANameThatLinesCameToStrikeMovesAsideOrGoes) {
    LabelCandidate c = label(7, LabelRank::Landform, {300, 300});
    c.moves = true;
    const std::vector<RectPx> right{{305, 200, 4, 200}}, everywhere{{0, 290, 800, 20}};
    EXPECT_EQ(place({c}, {{7, 0}}, right).spots.front(), 1);
    EXPECT_EQ(place({c}, {{7, 1}}, right).spots.front(), 1);
    EXPECT_EQ(place({c}, {{7, 1}}, everywhere).spots.front(), 1) << "one crossing is not left for another";
    c.on_lines = LabelCandidate::OnLines::Gone;
    EXPECT_EQ(place({c}, {{7, 1}}, everywhere).spots.front(), -1);
    EXPECT_EQ(place({c}, {}, everywhere).spots.front(), -1);
    // A town stays where it is.
    EXPECT_EQ(place({label(7, LabelRank::City, {300, 300})}, {{7, 0}}, right).spots.front(), 0);
}

TEST(LabelPlacement, ALongerTextGoesBeforeAFreerSpotOfAShorterOne) {
    LabelCandidate c = label(7, LabelRank::Now, {300, 300}, 200);
    c.spots.push_back({2, {{306, 293, 30, 14}}, 1});
    EXPECT_EQ(place({c}, {}, {{400, 0, 4, 600}, {200, 0, 4, 600}}).spots.front(), 0);
}

TEST(LabelPlacement, OfALevelTextTheLettersThatAreCrossedCount) {
    const LabelCandidate town = label(7, LabelRank::City, {300, 300}, 120);
    EXPECT_EQ(place({town}, {}, {{330, 200, 4, 200}, {400, 200, 4, 200}, {240, 200, 4, 200}}).spots.front(), 1)
        << "two on the right, one on the left";
    EXPECT_EQ(place({town}, {}, {{330, 200, 4, 200}, {200, 200, 4, 200}, {240, 200, 4, 200}}).spots.front(), 0);
}

TEST(LabelPlacement, ATextAlongWhichALineRunsGivesWayToAShorterOne) {
    LabelCandidate c = label(7, LabelRank::Now, {300, 300}, 200);
    c.spots.push_back({2, {{306, 320, 30, 14}}, 1});
    EXPECT_EQ(place({c}, {}, {{0, 298, 800, 4}}).spots.front(), 2);
}

TEST(LabelPlacement, ASpareSpotIsForWhereTheOthersAreStruck) {
    LabelCandidate c = label(7, LabelRank::Country, {300, 300});
    c.moves = true;
    c.spots[1].spare = 12;
    LineCells cells({0, 0, 800, 600}, 3);
    cells.add({320, 0}, {320, 600}, 1);  // a river through the first
    const auto placed = [&](const std::vector<RectPx>& routes, LineCells& lines) {
        TakenSpace taken(kMap, 64), avoided(kMap, 64);
        for (const RectPx& route : routes) avoided.take(route);
        std::unordered_map<std::uint64_t, std::uint8_t> sides;
        return place_labels(std::vector{c}, kMap, taken, avoided, 4, sides, [&](const RectPx&) -> const LineCells& { return lines; })
            .front();
    };
    EXPECT_EQ(placed({}, cells), 0);
    EXPECT_EQ(placed({{320, 200, 4, 200}}, cells), 1) << "a route";
    LineCells borders({0, 0, 800, 600}, 3);
    borders.add({300, 300}, {380, 300}, 6);  // a border along all of it
    EXPECT_EQ(placed({}, borders), 1);
}

TEST(LabelPlacement, WhatSpeaksAgainstASpotIsAskedOnlyWhereANameIsPlacedAnew) {
    int asked = 0;
    LabelCandidate c = label(7, LabelRank::Country, {300, 300});
    c.drawback = [&](const LabelSpot& spot) { return ++asked, spot.side == 0 ? 5.f : 1.f; };
    EXPECT_EQ(place({c}).spots.front(), 1);
    EXPECT_GT(asked, 0);
    for (const auto on_lines : {LabelCandidate::OnLines::Never, LabelCandidate::OnLines::Gone}) {
        LabelCandidate strict = c;
        strict.on_lines = on_lines;
        EXPECT_EQ(place({strict}).spots.front(), 1);
    }
    asked = 0;
    EXPECT_EQ(place({c}, {{7, 0}}).spots.front(), 0);
    EXPECT_EQ(asked, 0);
}

TEST(LabelPlacement, OnAMapAtRestANameThatTheEdgeCutsGoesWhereItIsWhole) {
    const auto placed = [](const std::vector<LabelCandidate>& labels, bool at_rest) {
        TakenSpace taken(kMap, 64), avoided(kMap, 64);
        std::unordered_map<std::uint64_t, std::uint8_t> sides{{7, 0}};
        return place_labels(labels, kMap, taken, avoided, 4, sides, {}, at_rest);
    };
    LabelCandidate area = label(7, LabelRank::Country, {740, 300});  // a tenth of it is off the map
    area.moves = true;
    EXPECT_EQ(placed({area}, false).front(), 0) << "while it moves";
    EXPECT_EQ(placed({area}, true).front(), 1);
    area.spots.resize(1);
    area.name = 9, area.repeat_px = 1000;
    EXPECT_EQ(placed({area}, true).front(), 0) << "there is no other";
    LabelCandidate sliver = label(7, LabelRank::Country, {765, 300});  // nearly half of it is off the map
    sliver.moves = true;
    sliver.spots.resize(1);
    EXPECT_EQ(placed({sliver}, false).front(), 0) << "while it moves";
    EXPECT_EQ(placed({sliver}, true).front(), -1) << "half a name is none";
    LabelCandidate part = label(8, LabelRank::Country, {300, 300});
    part.name = 9, part.repeat_px = 1000, part.order = 1;
    EXPECT_THAT(placed({area, part}, true), ::testing::ElementsAre(-1, 0)) << "another part of the country has it";
    EXPECT_THAT(placed({area, part}, false), ::testing::ElementsAre(0, -1));
}

TEST(LabelPlacement, OnAMapAtRestATagSaysMoreWhereThatTakesNothingFromAnother) {
    // A tag of two forms, whole and its day alone, of which it has the day.
    const auto tag = [](std::uint64_t id, LabelRank rank, PointPx at) {
        LabelCandidate c = label(id, rank, at, 200);
        c.spots.resize(1);
        c.spots.push_back({5, {{at.x + 6, at.y - 7, 40, 14}}, 1, {}});
        c.never_cut = true;
        return c;
    };
    const auto placed = [](const std::vector<LabelCandidate>& labels, bool at_rest) {
        TakenSpace taken(kMap, 64), avoided(kMap, 64);
        std::unordered_map<std::uint64_t, std::uint8_t> sides{{1, 5}, {2, 0}};
        return place_labels(labels, kMap, taken, avoided, 4, sides, {}, at_rest);
    };
    const LabelCandidate day = tag(1, LabelRank::Recent, {300, 300});
    EXPECT_EQ(placed({day}, false).front(), 1) << "while the map moves it stays as it is";
    EXPECT_EQ(placed({day}, true).front(), 0);
    const LabelCandidate town = label(2, LabelRank::Town, {400, 300});
    EXPECT_THAT(placed({day, town}, true), ::testing::ElementsAre(1, 0)) << "the town's name was there";
    const LabelCandidate selected = tag(1, LabelRank::Selected, {300, 300});
    EXPECT_EQ(placed({selected, town}, true).front(), 0) << "what is selected goes before all";
}

TEST(LabelPlacement, WhatComesLaterKeepsOffSpacedLetters) {
    LabelCandidate spaced = label(1, LabelRank::Country, {300, 300});
    spaced.spots.resize(1);                                             // 306 to 366
    const LabelCandidate town = label(2, LabelRank::Town, {436, 300});  // on its left 370 to 430
    LabelCandidate left = town;
    left.spots.erase(left.spots.begin());
    EXPECT_THAT(place({spaced, left}).spots, ::testing::ElementsAre(0, 0));
    spaced.apart_px = 12;
    EXPECT_THAT(place({spaced, left}).spots, ::testing::ElementsAre(0, -1));
}

TEST(LabelPlacement, ASpotThatMayNotBeTakenIsAskedLastAndLeft) {
    std::vector<LabelCandidate> one{label(1, LabelRank::Country, {300, 300})};
    int asked = 0;
    one[0].may_lie = [&](const LabelSpot& spot) { return ++asked, spot.side == 1; };
    EXPECT_THAT(place(one).spots, ::testing::ElementsAre(1));
    EXPECT_EQ(asked, 2);
    asked = 0;
    EXPECT_THAT(place(one, {{1, 0}}).spots, ::testing::ElementsAre(0)) << "where it was it stays";
    EXPECT_EQ(asked, 0);
}

TEST(LabelPlacement, WhereNoPlaceOfANameIsGoodOneIsTakenInNeed) {
    std::vector<LabelCandidate> parts{label(1, LabelRank::Country, {300, 300}), label(2, LabelRank::Country, {500, 300}),
                                      label(3, LabelRank::City, {300, 300})};
    for (LabelCandidate& c : parts) c.spots.resize(1);
    for (std::size_t i : {0u, 1u}) {
        parts[i].on_lines = LabelCandidate::OnLines::Never;
        parts[i].name = 7, parts[i].repeat_px = 500, parts[i].order = static_cast<double>(i);
        parts[i].well_laid = [](const LabelSpot&) { return false; };
    }
    EXPECT_THAT(place(parts).spots, ::testing::ElementsAre(0, -1, -1)) << "before what is lesser";
    parts[1].well_laid = nullptr;
    EXPECT_THAT(place(parts).spots, ::testing::ElementsAre(-1, 0, 0));
    parts[1].well_laid = parts[0].well_laid;
    parts[0].may_lie = parts[0].well_laid;
    EXPECT_THAT(place(parts).spots, ::testing::ElementsAre(-1, 0, 0)) << "what may not lie there does not in need either";
}

TEST(LabelPlacement, ASpotThatIsOffLinesIsNoneOnThem) {
    std::vector<LabelCandidate> one{label(1, LabelRank::Sea, {300, 300})};
    one[0].spots[0].off_lines = true;
    EXPECT_THAT(place(one).spots, ::testing::ElementsAre(0));
    EXPECT_THAT(place(one, {}, {{310, 296, 40, 8}, {200, 296, 100, 8}}).spots, ::testing::ElementsAre(1))
        << "though it crosses fewer letters";
    one[0].spots.resize(1);
    EXPECT_THAT(place(one, {}, {{310, 296, 40, 8}}).spots, ::testing::ElementsAre(-1));
}

TEST(LabelPlacement, OneNameIsNotRepeatedNearby) {
    LabelCandidate a = label(1, LabelRank::Route, {100, 100}), b = label(2, LabelRank::Route, {400, 100}),
                   c = label(3, LabelRank::Route, {700, 500});
    for (LabelCandidate* l : {&a, &b, &c}) l->name = 9, l->repeat_px = 400;
    EXPECT_THAT(place({a, b, c}).spots, ::testing::ElementsAre(0, -1, ::testing::Ge(0)));
}

TEST(LabelPlacement, WhatVanishedStaysAwayForASecond) {
    const LabelCandidate c = label(7, LabelRank::City, {300, 300});
    auto sides = place({c}).sides;
    sides = place({}, sides).sides;  // its place was taken, or it left the map
    int away = 1;
    while (place({c}, sides).spots.front() < 0) sides = place({c}, sides).sides, ++away;
    EXPECT_GE(away, 60);
    EXPECT_LE(away, 70);
}

TEST(LabelPlacement, MayHangOverTheEdgeOnlyWhenItWasThere) {
    LabelCandidate c = label(7, LabelRank::City, {770, 300});
    c.spots.resize(1);
    EXPECT_EQ(place({c}).spots.front(), -1);
    EXPECT_EQ(place({c}, {{7, 0}}).spots.front(), 0);
}

TEST(LabelPlacement, ATagGoesToTheInnerSideBeforeTheEdgeCutsIt) {
    LabelCandidate tag = label(7, LabelRank::Recent, {770, 300});
    tag.never_cut = true;
    const Placed moved = place({tag}, {{7, 0}});
    EXPECT_EQ(moved.spots.front(), 1);
    tag = label(7, LabelRank::Recent, {700, 300});  // the map goes back: both sides are free
    tag.never_cut = true;
    EXPECT_EQ(place({tag}, moved.sides).spots.front(), 1) << "it does not go to and fro";
    tag.spots.resize(1);
    EXPECT_EQ(place({tag}, {{7, 0}}).spots.front(), 0) << "whole";
    tag = label(7, LabelRank::Recent, {770, 300});
    tag.never_cut = true;
    tag.spots.resize(1);
    EXPECT_EQ(place({tag}, {{7, 0}}).spots.front(), -1) << "rather none than a part";
}

TEST(LabelPlacement, TheLineToATagRunsUnderNothingButWhatItsOwnerHas) {
    const auto tag = [](std::uint64_t id, std::uint64_t owner, float y) {
        LabelCandidate c;
        c.id = id;
        c.rank = LabelRank::Recent;
        c.order = static_cast<double>(id);
        c.owner = owner;
        c.spots.push_back({0, {{300, y, 60, 14}}, 0, {{329, 200, 2, y - 200}}});  // a line from above
        return c;
    };
    EXPECT_THAT(place({tag(1, 5, 220), tag(2, 5, 250)}).spots, ::testing::ElementsAre(0, 0))
        << "tags of one country stand one below the other";
    EXPECT_THAT(place({tag(1, 5, 220), tag(2, 6, 250)}).spots, ::testing::ElementsAre(0, -1)) << "over the tag of another";
    LabelCandidate town = label(3, LabelRank::Town, {310, 230});  // where the line runs
    town.spots.resize(1);
    EXPECT_THAT(place({tag(2, 5, 250), town}).spots, ::testing::ElementsAre(0, -1));
}

}  // namespace
}  // namespace dateline::view
