#include "app/named_routes.h"

#include <gmock/gmock.h>

namespace dateline::app {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

document::Briefing table(std::vector<document::Event> events) {
    document::Briefing::Parts parts;
    for (auto& event : events) parts.events.push_back(std::make_shared<const document::Event>(std::move(event)));
    for (const auto& [id, name] : {std::pair{"valley", "Valley Railway"}, {"coast", "Coast Pipeline"}, {"hill", "Hill Road"}}) {
        document::Route route;
        route.id = id;
        route.name = name;
        parts.routes.push_back(std::make_shared<const document::Route>(std::move(route)));
    }
    return document::Briefing(std::move(parts));
}

document::Event event(const std::string& id, const std::string& title) {
    document::Event e;
    e.id = id;
    e.title = title;
    return e;
}

TEST(RoutesNotNamed, OfATableAreThoseThatNoEventNames) {
    EXPECT_THAT(routes_not_named(table({event("a", "Dam finished")})), UnorderedElementsAre("valley", "coast", "hill"));
    document::Event quoted = event("b", "Leak");
    quoted.quote = "It was stopped. The Coast Pipeline was shut.";
    document::Event on_route = event("c", "Landslip");
    on_route.place_id = "route:hill";
    EXPECT_THAT(routes_not_named(table({event("a", "Valley Railway opens"), quoted, on_route})), IsEmpty());
    EXPECT_THAT(routes_not_named(table({quoted, on_route})), ElementsAre("valley"));
    EXPECT_THAT(routes_not_named(table({})), IsEmpty()) << "a file of routes alone shows them";
}

}  // namespace
}  // namespace dateline::app
