#include "view/timeline.h"

#include "view/map_support.h"
#include "view/timeline_fold.h"
#include "view/timeline_labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace dateline::view {
namespace {

using calendar::day;
using calendar::Span;
using document::Category;

const Span kApril{day(2023, 4, 1), day(2023, 5, 1)};

document::Briefing briefing_of(const std::vector<document::Event>& events) {
    document::Briefing::Parts parts;
    for (const document::Event& event : events) parts.events.push_back(std::make_shared<const document::Event>(event));
    return document::Briefing(std::move(parts));
}

struct Drawn {
    Frame frame;
    Placement placement;
    const Hit* hit(Hit::Kind kind, std::string_view id = {}) const {
        const auto found = std::find_if(placement.hits.begin(), placement.hits.end(),
                                        [&](const Hit& h) { return h.kind == kind && (id.empty() || h.id == id); });
        return found == placement.hits.end() ? nullptr : &*found;
    }
    bool writes(std::string_view text) const {
        return std::any_of(frame.items.begin(), frame.items.end(), [&](const Item& item) {
            const auto* drawn = std::get_if<DrawText>(&item);
            return drawn && drawn->text == text;
        });
    }
};

Drawn draw(const document::Briefing& briefing, ViewOptions options, RectPx rect = {0, 0, 1600, 240}) {
    testing::Scene scene;
    scene.briefing = &briefing;
    scene.layout.map = {};
    scene.layout.timeline = rect;
    if (options.timeline.open_begin()) options.timeline = kApril;
    scene.options = std::move(options);
    Drawn drawn;
    TimelineBuilder builder;
    builder.append(scene.input(), drawn.frame, drawn.placement);
    return drawn;
}

ViewOptions at(calendar::Instant playhead) {
    ViewOptions options;
    options.playhead = playhead;
    options.timeline = kApril;
    return options;
}

std::vector<std::int64_t> random_times(std::size_t count, unsigned seed, double spread_days) {
    std::mt19937 random(seed);
    std::normal_distribution<double> days(0, spread_days);
    std::vector<std::int64_t> at_s;
    for (std::size_t i = 0; i < count; ++i)
        at_s.push_back(day(2023, 4, 12).time_since_epoch().count() + static_cast<std::int64_t>(days(random)) * 86400 + 43200);
    std::sort(at_s.begin(), at_s.end());
    return at_s;
}

TEST(TimelineFold, CountsEveryEventOnce) {
    for (const std::size_t count : {0u, 1u, 7u, 300u, 20'000u}) {
        for (const double spread : {0.1, 9.0, 4000.0}) {
            const std::vector<std::int64_t> at_s = random_times(count, 17, spread);
            const TimelineScale scale({0, 0, 1500, 240}, {day(1990, 1, 1), day(2050, 1, 1)}, kApril, 1);
            const LanePoints points = arrange_points(at_s, scale, 3, 12, 18);
            std::size_t runs = 0, shown = points.glyphs.size();
            for (const LaneRun& run : points.runs) runs += run.count;
            for (const LaneBlock& block : points.blocks) {
                shown += block.count;
                std::uint32_t inside = 0;
                for (std::uint32_t r = block.first_run; r < block.last_run; ++r) inside += points.runs[r].count;
                EXPECT_EQ(inside, block.count);
            }
            EXPECT_EQ(runs, count);
            EXPECT_EQ(shown, count);
            EXPECT_LE(points.runs.size(), 1500u / 3 + 4) << "a lane has no more bins than pixels allow";
        }
    }
}

TEST(TimelineFold, KeepsItsBinsWhilePanning) {
    const std::vector<std::int64_t> at_s = random_times(5000, 5, 6);
    std::vector<std::uint32_t> firsts[2];
    for (int shift = 0; shift < 2; ++shift) {
        const Span focus{kApril.begin + std::chrono::minutes{7 * shift}, kApril.end + std::chrono::minutes{7 * shift}};
        const TimelineScale scale({0, 0, 700, 240}, focus, focus, 1);
        for (const LaneRun& run : fold_points(at_s, scale, 3)) firsts[shift].push_back(run.first);
    }
    EXPECT_EQ(firsts[0], firsts[1]);
}

TEST(TimelineFold, MovesGlyphsApartButNotFar) {
    const std::vector<float> wanted{100, 100, 100, 130, 300};
    const std::vector<float> xs = spread(wanted, 12);
    for (std::size_t i = 1; i < xs.size(); ++i) EXPECT_GE(xs[i] - xs[i - 1], 11.99f);
    EXPECT_NEAR((xs[0] + xs[1] + xs[2]) / 3, 100, 0.01);
    EXPECT_FLOAT_EQ(xs[4], 300);
}

TEST(TimelineLabels, TakeTheFirstSpotWithRoomElseAreShortened) {
    LabelRow row(0, 400);
    row.block(150, 250);
    const TextStyle style{Face::Regular, 11, {}, {}, 0, 0};
    const auto wish = [&](std::vector<RowSpot> spots) {
        return LabelWish{{0, 0, 0}, std::move(spots), 300, "Border checkpoint established", style};
    };
    const auto left = set_labels({wish({{100, false}, {140, true}})}, row, testing::type(), 4, 40);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_GE(left[0].x, 0);
    EXPECT_LT(left[0].x + testing::type().width_px(left[0].text, style), 140.1f);
    const auto none = set_labels({wish({{130, false}})}, row, testing::type(), 4, 40);
    EXPECT_TRUE(none.empty());
}

TEST(Timeline, HitsEventsWhereTheyAreDrawn) {
    const auto briefing = briefing_of({testing::event("a", "Truck hits a mine", "2023-04-22", Category::Security),
                                       testing::event("b", "Office opens", "2023-04-25", Category::Energy),
                                       testing::event("c", "Memorandum signed", "2023-04-25", Category::Energy)});
    const Drawn drawn = draw(briefing, at(day(2023, 4, 12)));
    ASSERT_NE(drawn.placement.timeline, nullptr);
    const TimelineScale& scale = *drawn.placement.timeline;
    const Hit* truck = drawn.hit(Hit::Kind::Event, "a");
    ASSERT_NE(truck, nullptr);
    EXPECT_NEAR(truck->rect.x + truck->rect.w / 2, scale.x_of(day(2023, 4, 22) + std::chrono::hours{12}), 0.5);
    const Hit *one = drawn.hit(Hit::Kind::Event, "b"), *two = drawn.hit(Hit::Kind::Event, "c");
    ASSERT_TRUE(one && two);
    EXPECT_FALSE(one->rect.overlaps(two->rect)) << "events of one day can be told apart";
    EXPECT_EQ(hit_at(drawn.placement, {two->rect.x + 3, two->rect.y + 10}).id, "c");
    const RectPx axis = scale.axis_rect();
    EXPECT_EQ(hit_at(drawn.placement, {scale.x_of(day(2023, 4, 12)), axis.y + 8}).kind, Hit::Kind::Playhead);
    EXPECT_EQ(hit_at(drawn.placement, {axis.x + 200, axis.y + 8}).kind, Hit::Kind::TimelineBackground);
    EXPECT_EQ(hit_at(drawn.placement, {20, scale.lanes_rect().y + 4}).id, "security");
    for (const char* grip : {"begin", "end"}) EXPECT_NE(drawn.hit(Hit::Kind::OverviewBrush, grip), nullptr);
}

TEST(Timeline, ShowsHandlesOnlyOfAWindowThatIsBounded) {
    const auto briefing = briefing_of({testing::event("a", "A", "2023-04-22", Category::Security)});
    ViewOptions options = at(day(2023, 4, 12));
    EXPECT_EQ(draw(briefing, options).hit(Hit::Kind::WindowBegin), nullptr);
    options.window = {day(2023, 4, 5), day(2023, 4, 20)};
    const Drawn drawn = draw(briefing, options);
    const Hit *begin = drawn.hit(Hit::Kind::WindowBegin), *end = drawn.hit(Hit::Kind::WindowEnd);
    ASSERT_TRUE(begin && end);
    EXPECT_NEAR(begin->rect.x + begin->rect.w / 2, drawn.placement.timeline->x_of(day(2023, 4, 5)), 0.5);
    EXPECT_NEAR(end->rect.x + end->rect.w / 2, drawn.placement.timeline->x_of(day(2023, 4, 20)), 0.5);
}

/// The gradients of the lanes: what rises from nothing, from left to right, and what falls.
struct Ramps {
    float rising = 0, falling = 0;
};
Ramps widest_ramps(const Drawn& drawn, Color hue) {
    Ramps ramps;
    const RectPx lanes = drawn.placement.timeline->lanes_rect();
    for (const Item& item : drawn.frame.items) {
        const auto* rect = std::get_if<FillRect>(&item);
        if (!rect || rect->rect.y < lanes.y || rect->rect.bottom() > lanes.bottom()) continue;
        const Color &l = rect->top_left, &r = rect->top_right;
        if (std::abs(l.r - hue.r) > 0.3f || std::abs(l.g - hue.g) > 0.3f || std::abs(l.b - hue.b) > 0.3f) continue;
        if (l.a == 0 && r.a > 0) ramps.rising = std::max(ramps.rising, rect->rect.w);
        if (r.a == 0 && l.a > 0) ramps.falling = std::max(ramps.falling, rect->rect.w);
    }
    return ramps;
}

TEST(Timeline, SoftensEndsByHowUncertainTheyAre) {
    const Color hue = testing::theme().category[static_cast<std::size_t>(Category::Energy)];
    const auto ramps = [&](const char* date) {
        return widest_ramps(draw(briefing_of({testing::event("a", "A", date, Category::Energy)}), at(day(2023, 4, 16))), hue);
    };
    const Ramps days = ramps("2023-04-10/2023-04-20"), month = ramps("2023-04"), open = ramps("2023-04-10/..");
    EXPECT_GE(days.rising, 9);
    EXPECT_LT(days.rising, 60);
    EXPECT_GT(month.rising, 200) << "a month is uncertain by weeks";
    EXPECT_GT(month.falling, 200);
    EXPECT_NEAR(open.falling, 70, 1) << "an open end fades over 70 px";
    EXPECT_LT(open.rising, 60);
}

TEST(Timeline, NamesTheSelectedEventEvenInARow) {
    std::vector<document::Event> events;
    for (int i = 0; i < 7; ++i)
        events.push_back(testing::event("e" + std::to_string(i), "Event number " + std::to_string(i), "2023-04-1" + std::to_string(i),
                                        Category::Statement));
    ViewOptions options = at(day(2023, 4, 12));
    options.timeline = {day(2023, 3, 1), day(2023, 6, 1)};
    options.selected = "e3";
    EXPECT_TRUE(draw(briefing_of(events), options, {0, 0, 1100, 240}).writes("Event number 3"));
}

TEST(Timeline, CountsAndFoldsAMillionWithinThePixels) {
    document::Briefing::Parts parts;
    std::mt19937 random(9);
    std::uniform_int_distribution<int> year(2000, 2023), month(1, 12), day_of(1, 28);
    for (int i = 0; i < 60'000; ++i) {
        auto event = std::make_shared<document::Event>();
        event->id = std::to_string(i);
        event->title = "Invented";
        event->date = calendar::Edtf::day(year(random), static_cast<unsigned>(month(random)), static_cast<unsigned>(day_of(random)));
        event->category = static_cast<Category>(i % document::kCategoryCount);
        parts.events.push_back(std::move(event));
    }
    const document::Briefing briefing(std::move(parts));
    const Drawn drawn = draw(briefing, at(day(2023, 4, 12)));
    EXPECT_LT(drawn.frame.items.size(), 6000u);
    EXPECT_LT(drawn.placement.hits.size(), 6000u);
    EXPECT_TRUE(drawn.writes("7\u2009500")) << "the gutter counts a lane";
}

TEST(Timeline, FollowsSearchAndCategories) {
    const auto briefing = briefing_of({testing::event("a", "Gas for Hungary", "2023-04-10", Category::Energy),
                                       testing::event("b", "Power cable", "2023-04-20", Category::Energy),
                                       testing::event("c", "Visit", "2023-04-15", Category::Diplomacy)});
    ViewOptions options = at(day(2023, 4, 12));
    options.search = "gas hung";
    Drawn drawn = draw(briefing, options);
    EXPECT_NE(drawn.hit(Hit::Kind::Event, "a"), nullptr);
    EXPECT_EQ(drawn.hit(Hit::Kind::Event, "b"), nullptr);
    options.search.clear();
    options.category_mask = ~(1u << static_cast<unsigned>(Category::Energy));
    drawn = draw(briefing, options);
    EXPECT_EQ(drawn.hit(Hit::Kind::Event, "a"), nullptr);
    EXPECT_NE(drawn.hit(Hit::Kind::Event, "c"), nullptr);
    EXPECT_NE(drawn.hit(Hit::Kind::Lane, "energy"), nullptr) << "lanes stay, so that they can be switched on again";
}

TEST(Timeline, DrawsNothingWhereItHasNoRoomAndHoldsWhenItHasLittle) {
    const auto briefing = briefing_of({testing::event("a", "A", "2023-04-22", Category::Security)});
    EXPECT_TRUE(draw(briefing, at(day(2023, 4, 12)), {}).frame.items.empty());
    for (const RectPx& rect : {RectPx{0, 0, 60, 20}, RectPx{0, 0, 300, 100}, RectPx{0, 0, 5000, 240}})
        EXPECT_FALSE(draw(briefing, at(day(2023, 4, 12)), rect).frame.items.empty());
    EXPECT_FALSE(draw(document::Briefing{}, at(day(2023, 4, 12))).frame.items.empty());
}

}  // namespace
}  // namespace dateline::view
