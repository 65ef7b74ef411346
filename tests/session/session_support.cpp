#include "session/session_support.h"

namespace dateline::session::testing {

document::Event event(const std::string& id, const std::string& title, const std::string& edtf, document::Category category) {
    document::Event e;
    e.id = id;
    e.title = title;
    e.category = category;
    if (!edtf.empty()) e.date = calendar::Edtf::parse(edtf).value();
    return e;
}

document::Event at(document::Event event, double lon_deg, double lat_deg) {
    event.geometry = geo::LonLat{lon_deg, lat_deg};
    event.place_precision = document::PlacePrecision::Settlement;
    return event;
}

std::shared_ptr<const document::Briefing> briefing() {
    using document::Category;
    std::vector<document::Event> events{
        event("old", "Harbour founded", "1951"),
        at(event("a", "Bridge opened at Vantor", "2021-03-04", Category::Transport), 20, 45),
        at(event("b", "Ministers meet", "2021-03-09"), 21, 44),
        at(event("c", "Pump station hit", "2021-03-09", Category::Security), 22, 45),
        at(event("d", "Ferry resumes", "2021-03-17", Category::Transport), 24, 44),
        at(event("e", "Talks close", "2021-03-26"), 23, 43),
        event("by", "Line to be doubled", "../2029", Category::Energy),
        event("none", "Undated remark", "", Category::Statement),
    };
    events[2].place = "Šumen";
    events[2].actors = {"Foreign Ministry"};
    events[3].review = document::Review::Accepted;
    document::Briefing::Parts parts;
    parts.title = "Test briefing";
    for (auto& e : events) parts.events.push_back(std::make_shared<const document::Event>(std::move(e)));
    for (const char* id : {"line", "pipe"}) {
        document::Route route;
        route.id = route.name = id;
        route.segments.push_back({});
        route.segments.back().line = {{20, 45}, {24, 44}};
        parts.routes.push_back(std::make_shared<const document::Route>(std::move(route)));
    }
    return std::make_shared<const document::Briefing>(document::Briefing(std::move(parts)));
}

State opened() { return apply({}, OpenBriefing{briefing(), "test.gpkg"}); }

State applied(State state, std::initializer_list<Action> actions) {
    for (const Action& action : actions) state = apply(std::move(state), action);
    return state;
}

calendar::Instant noon(int year, unsigned month, unsigned day) { return calendar::day(year, month, day) + std::chrono::hours{12}; }

}  // namespace dateline::session::testing
