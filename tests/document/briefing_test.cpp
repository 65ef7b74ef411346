#include "document/briefing.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline::document {
namespace {

calendar::Edtf edtf(std::string_view text) { return *calendar::Edtf::parse(text); }

std::shared_ptr<const Event> event(std::string id, std::string_view date, geo::Geometry where = {}) {
    Event e;
    e.id = std::move(id);
    if (!date.empty()) e.date = edtf(date);
    e.geometry = std::move(where);
    return std::make_shared<const Event>(std::move(e));
}

std::string order(const Briefing& briefing) {
    std::string ids;
    for (const auto& e : briefing.events()) ids += e->id;
    return ids;
}

Briefing small() {
    Briefing::Parts parts;
    parts.title = "April";
    parts.events = {event("d", ""), event("b", "2023-04-25"), event("a", "2023-04-25"), event("c", "1972"), event("e", "../2027")};
    Bulletin bulletin;
    bulletin.id = "bulletin";
    bulletin.title = "One";
    parts.bulletins = {std::make_shared<const Bulletin>(bulletin)};
    Route route;
    route.id = "ring";
    route.name = "Ring";
    parts.routes = {std::make_shared<const Route>(route)};
    return Briefing(std::move(parts));
}

TEST(Briefing, OrdersEventsByBeginThenId) {
    EXPECT_EQ(order(small()), "ecabd");  // open begins first, what has no date last
}

TEST(Briefing, FindsItsPartsById) {
    const Briefing briefing = small();
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        ASSERT_NE(briefing.event(id), nullptr);
        EXPECT_EQ(briefing.event(id)->id, id);
    }
    EXPECT_EQ(briefing.event("z"), nullptr);
    EXPECT_EQ(briefing.bulletin("bulletin")->title, "One");
    EXPECT_EQ(briefing.route("ring")->name, "Ring");
    EXPECT_EQ(briefing.route("x"), nullptr);
    EXPECT_EQ(Briefing().event("a"), nullptr);
}

TEST(Briefing, AnEditSharesAllItDidNotTouch) {
    const Briefing before = small();
    Event edited = *before.event("b");
    edited.title = "Signed in Sofia";
    const Briefing after = before.with_event(edited);
    EXPECT_EQ(before.event("b")->title, "");
    EXPECT_EQ(after.event("b")->title, "Signed in Sofia");
    for (const char* id : {"a", "c", "d", "e"}) EXPECT_EQ(before.event(id), after.event(id));
    EXPECT_EQ(before.bulletin("bulletin"), after.bulletin("bulletin"));
    EXPECT_NE(before.version(), after.version());
    EXPECT_EQ(Briefing(before).version(), before.version());
}

TEST(Briefing, AnEditOfTheDateMovesTheEvent) {
    Event moved = *small().event("c");
    moved.date = edtf("2024");
    const Briefing after = small().with_event(moved);
    EXPECT_EQ(order(after), "eabcd");
    EXPECT_EQ(after.event("c")->date->text(), "2024");
    EXPECT_EQ(order(after.without_event("a")), "ebcd");
    EXPECT_EQ(order(after.without_event("nobody")), "eabcd");
}

TEST(Briefing, ManyEditsAgreeWithBuildingItAnew) {
    std::mt19937 random(41);
    Briefing edited;
    std::vector<std::shared_ptr<const Event>> model;
    for (int step = 0; step < 600; ++step) {
        const std::string id = "e" + std::to_string(random() % 60);
        std::erase_if(model, [&](const auto& e) { return e->id == id; });
        if (random() % 4 == 0) {
            edited = edited.without_event(id);
        } else {
            const auto e = event(id, std::to_string(1900 + random() % 30));
            edited = edited.with_event(*e);
            model.push_back(e);
        }
    }
    const Briefing anew(Briefing::Parts{.title = {}, .bulletins = {}, .events = model, .routes = {}, .scenes = {}, .worldview = {}});
    EXPECT_EQ(order(edited), order(anew));
    for (const auto& e : model) EXPECT_EQ(*edited.event(e->id), *e);
}

TEST(Briefing, TimeExtentLeavesOpenEndsOut) {
    const auto extent = small().time_extent();
    ASSERT_TRUE(extent);
    EXPECT_EQ(extent->begin, calendar::day(1972, 1, 1));
    EXPECT_EQ(extent->end, calendar::day(2028, 1, 1));
    EXPECT_FALSE(Briefing().time_extent());
    EXPECT_FALSE(Briefing().with_event(*event("x", "")).time_extent());
}

TEST(Briefing, TimeExtentHoldsTheDateThatAnOpenIntervalNames) {
    const auto alone = [](const char* edtf) { return Briefing().with_event(*event("x", edtf)).time_extent().value(); };
    const calendar::Span march{calendar::day(2024, 3, 1), calendar::day(2024, 4, 1)};
    EXPECT_EQ(alone("2024-03/.."), march);
    EXPECT_EQ(alone("../2024-03"), march);
    EXPECT_EQ(alone("../2024-03-25"), (calendar::Span{calendar::day(2024, 3, 25), calendar::day(2024, 3, 26)}));
    EXPECT_EQ(alone("2024-01/2024-03").begin, calendar::day(2024, 1, 1));
    EXPECT_FALSE(Briefing().with_event(*event("x", "../..")).time_extent());
}

TEST(Briefing, PlaceExtentCrossesTheAntimeridian) {
    const Briefing briefing = Briefing()
                                  .with_event(*event("fiji", "2020", geo::LonLat{178, -18}))
                                  .with_event(*event("samoa", "2020", geo::LonLat{-172, -13}))
                                  .with_event(*event("nowhere", "2020"));
    EXPECT_EQ(briefing.place_extent(), (geo::LonLatBox{178, -18, -172, -13}));
    EXPECT_FALSE(Briefing().place_extent().valid());
}

TEST(Names, ReadBackWhatTheyWrite) {
    for (int i = 0; i < kCategoryCount; ++i) EXPECT_EQ(category_named(name_of(static_cast<Category>(i))), static_cast<Category>(i));
    for (int i = 0; i <= static_cast<int>(PlacePrecision::CountryGroup); ++i)
        EXPECT_EQ(place_precision_named(name_of(static_cast<PlacePrecision>(i))), static_cast<PlacePrecision>(i));
    EXPECT_EQ(name_of(DateBasis::InferredYear), "inferred-year");
    EXPECT_EQ(name_of(RouteStatus::UnderConstruction), "under-construction");
    EXPECT_EQ(route_kind_named("ferry"), RouteKind::Ferry);
    EXPECT_EQ(review_named("Rejected"), std::nullopt);
    EXPECT_EQ(name_of(static_cast<Category>(200)), "");
}

}  // namespace
}  // namespace dateline::document
