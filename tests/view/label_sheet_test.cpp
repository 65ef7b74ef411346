#include "view/label_sheet.h"
#include "map_support.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::view {
namespace {

const RectPx kMap{0, 0, 400, 300};
constexpr PointPx kTown{200, 150};

MapLabel town_label() {
    MapLabel label;
    label.candidate.id = 7;
    label.candidate.rank = LabelRank::Capital;
    TextStyle style;
    style.size_px = 13;
    label.blocks.push_back(text_block(testing::type(), {"Sofia"}, style));
    const float h = label.blocks[0].height;
    label.add_block(0, 0, {kTown.x + 6, kTown.y - h / 2}, AlignX::Left);
    label.leader_line = {1, 1, 1, 1};
    label.add_at_distance(8, 0, kTown, {6, {18, 30, 44}, 1, 1}, {}, 1);
    return label;
}

/// What is drawn where `taken` is.
std::vector<Item> drawn(const std::vector<RectPx>& taken) {
    LabelSheet sheet;
    sheet.add(town_label());
    TakenSpace space(kMap, 64), avoided(kMap, 64);
    for (const RectPx& box : taken) space.take(box);
    std::unordered_map<std::uint64_t, std::uint8_t> sides;
    std::unordered_map<std::uint64_t, float> shares;
    LabelFade fade{0, shares};
    std::vector<Item> out;
    std::vector<Hit> hits;
    sheet.place_and_draw(kMap, space, avoided, 2, 1, sides, fade, out, hits);
    return out;
}

std::vector<PointPx> leader(const std::vector<Item>& items) {
    for (const Item& item : items)
        if (const auto* path = std::get_if<StrokePath>(&item)) return path->points;
    return {};
}
const DrawText* words(const std::vector<Item>& items) {
    for (const Item& item : items)
        if (const auto* text = std::get_if<DrawText>(&item)) return text;
    return nullptr;
}

TEST(LabelSheet, ANameThatHasRoomStandsBesideItsPlaceWithoutALine) {
    const auto items = drawn({});
    ASSERT_NE(words(items), nullptr);
    EXPECT_NEAR(words(items)->at.x, kTown.x + 6, 1);
    EXPECT_TRUE(leader(items).empty());
}

TEST(LabelSheet, WhereAllIsTakenAboutAPlaceALineLeadsToItsName) {
    const RectPx crowd{kTown.x + 4, kTown.y - 8, 60, 16};
    const auto items = drawn({crowd});
    const std::vector<PointPx> line = leader(items);
    ASSERT_EQ(line.size(), 2u);
    ASSERT_NE(words(items), nullptr);
    // From the place, clear of its symbol, to the near end of the text; never through what is there.
    EXPECT_LT(std::hypot(line[0].x - kTown.x, line[0].y - kTown.y), 8);
    const float begin = words(items)->at.x, end = begin + town_label().blocks[0].width;
    EXPECT_LT(std::min(std::abs(line[1].x - begin), std::abs(line[1].x - end)), 6);
    EXPECT_LT(std::abs(line[1].y - words(items)->at.y), 16);
    EXPECT_FALSE(crowd.contains(line[1]));
}

TEST(LabelSheet, WithoutRoomAtAnyDistanceNothingIsWritten) { EXPECT_TRUE(drawn({kMap}).empty()); }

/// A name in the window that leaves its side at once: how much of each text is seen, frame by frame.
TEST(LabelSheet, ANameThatMovesIsNeverReadTwice) {
    std::unordered_map<std::uint64_t, std::uint8_t> sides;
    std::unordered_map<std::uint64_t, float> shares;
    const auto frame = [&](bool moved, float since_last_s) {
        TakenSpace space(kMap, 64), avoided(kMap, 64);
        if (moved) space.take({kTown.x + 4, kTown.y - 8, 60, 16});
        LabelSheet sheet;
        MapLabel label = town_label();
        const TextBlock& block = label.blocks[0];
        label.add_block(1, 0, {kTown.x - 6 - block.width, kTown.y - block.height / 2}, AlignX::Right);
        sheet.add(std::move(label));
        LabelFade fade{since_last_s, shares};
        std::vector<Item> out;
        std::vector<Hit> hits;
        sheet.place_and_draw(kMap, space, avoided, 2, 1, sides, fade, out, hits);
        std::vector<float> seen;
        for (const Item& item : out)
            if (const auto* text = std::get_if<DrawText>(&item)) seen.push_back(text->style.color.a);
        return std::pair(seen, fade.fading);
    };
    EXPECT_EQ(frame(false, 1).first.size(), 1u);
    bool fading = true;
    float least = 1;
    int frames = 0;
    for (; fading && frames < 60; ++frames) {
        const auto [seen, goes_on] = frame(true, 1.f / 60);
        EXPECT_LE(seen.size(), 1u) << "frame " << frames;
        if (!seen.empty()) least = std::min(least, seen.front());
        fading = goes_on;
    }
    EXPECT_LT(least, 0.5f) << "it fades";
    EXPECT_LT(frames, 15) << "soon";
    EXPECT_EQ(frame(true, 1.f / 60).first, std::vector<float>{1});
}

/// Another name takes the place of one that goes: how many texts are seen at once.
TEST(LabelSheet, NoNameComesOverOneThatIsGoing) {
    std::unordered_map<std::uint64_t, std::uint8_t> sides;
    std::unordered_map<std::uint64_t, float> shares;
    const auto frame = [&](bool other, float since_last_s) {
        TakenSpace space(kMap, 64), avoided(kMap, 64);
        LabelSheet sheet;
        for (const bool second : {false, true}) {
            if (second && !other) continue;
            MapLabel label = town_label();
            label.candidate.ghost = other && !second;
            if (second) label.candidate.id = 8, label.candidate.rank = LabelRank::Recent;
            sheet.add(std::move(label));
        }
        LabelFade fade{since_last_s, shares};
        std::vector<Item> out;
        std::vector<Hit> hits;
        sheet.place_and_draw(kMap, space, avoided, 2, 1, sides, fade, out, hits);
        const auto texts = std::count_if(out.begin(), out.end(), [](const Item& item) { return std::holds_alternative<DrawText>(item); });
        return std::pair(texts, fade.fading);
    };
    EXPECT_EQ(frame(false, 1).first, 1);
    bool fading = true;
    int frames = 0;
    for (; fading && frames < 60; ++frames) {
        const auto [texts, goes_on] = frame(true, 1.f / 60);
        EXPECT_LE(texts, 1) << "frame " << frames;
        fading = goes_on;
    }
    EXPECT_GT(frames, 3) << "they fade";
    EXPECT_LT(frames, 25);
    EXPECT_EQ(frame(true, 1.f / 60).first, 1);
}

}  // namespace
}  // namespace dateline::view
