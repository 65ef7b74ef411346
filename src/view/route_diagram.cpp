#include "view/route_diagram.h"

#include "document/gazetteer.h"
#include "view/basemap_layer.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace dateline::view {
namespace {

using document::RouteLine;

constexpr std::size_t kFewBranches = 3;
constexpr double kStopReachKm = 12, kTownReachKm = 2.5, kAtEndKm = 6;  // a stop may be at a town's edge; another town is passed by
constexpr int kOffTheMap = 20,
              kJoint = 4;     // a stop that the base map does not know stands behind what it does, but for one where segments meet
constexpr int kPassedBy = 4;  // by how much a town that the route does not name stands behind those that it does

/// Names of the stops, folded.
std::set<std::string> stops_of(const document::Route& route) {
    std::set<std::string> stops;
    for (const auto& segment : route.segments)
        for (const std::string& stop : segment.stops) stops.insert(document::fold_name(stop));
    return stops;
}

/// "Main line Khorgos – Samtredia", "branch Batumi".
std::string titled(const document::Route& route, const RouteLine::Branch& branch) {
    std::string title = branch.title();
    if (title.starts_with("Branch")) title[0] = 'b';
    const auto& from = route.segments[branch.segments.front()].stops;
    const auto& to = route.segments[branch.segments.back()].stops;
    if (title.starts_with('M') && !from.empty() && !to.empty()) title += " " + from.front() + " – " + to.back();
    return title;
}

std::string caption_of(const RouteDiagram& diagram) {
    const auto& branches = diagram.line.branches();
    if (branches.size() < 2) return {};
    std::string shown, others;
    for (const RouteLine::Branch& branch : branches) {
        std::string& list = diagram.section_of(branch.segments.front()) < diagram.sections.size() ? shown : others;
        list += (list.empty() ? "" : ", ") + titled(*diagram.route, branch);
    }
    if (!others.empty()) shown += (shown.empty() ? "Not shown: " : "; not shown: ") + others;
    return shown;
}

void add_sections(RouteDiagram& diagram) {
    const auto& branches = diagram.line.branches();
    const auto has_event = [&](const RouteLine::Branch& branch) {
        return std::any_of(diagram.events.begin(), diagram.events.end(), [&](const auto& e) {
            return std::find(branch.segments.begin(), branch.segments.end(), e.segment) != branch.segments.end();
        });
    };
    for (std::size_t i = 0; i < branches.size(); ++i) {
        if (branches.size() > kFewBranches && i > 0 && !has_event(branches[i])) continue;
        diagram.sections.push_back(
            {branches.size() == 1 ? "" : branches[i].title(), branches[i].begin_km, branches[i].end_km, branches[i].segments});
    }
}

/// A town that is no stop is on the way only where the line runs by it, or ends at its edge, in its own country: not "Ararat",
/// across a closed border.
bool is_passed(const document::PlaceLabel& town, const document::RoutePost& post, const RouteDiagram::Section& section,
               const document::BaseMap& basemap) {
    const bool at_end = std::min(post.km - section.begin_km, section.end_km - post.km) < kAtEndKm;
    return post.off_km <= (at_end ? kAtEndKm : kTownReachKm) && country_at(basemap, town.at) == country_at(basemap, post.at);
}

/// The ends of a section are named even where the base map has no town, and where it has one stand at the end itself.
void add_end(RouteDiagram& diagram, std::size_t section, bool at_begin) {
    const RouteDiagram::Section& s = diagram.sections[section];
    const auto& stops = diagram.route->segments[at_begin ? s.segments.front() : s.segments.back()].stops;
    const double km = at_begin ? s.begin_km : s.end_km;
    bool named = false;
    for (RouteDiagram::Town& town : diagram.towns) {
        if (town.section != section || std::abs(town.km - km) >= kStopReachKm) continue;
        const bool is_stop =
            !stops.empty() && document::fold_name(town.name) == document::fold_name(at_begin ? stops.front() : stops.back());
        if (is_stop) town.km = km;
        named = named || is_stop || std::abs(town.km - km) < kAtEndKm;
    }
    if (!named && !stops.empty()) diagram.towns.push_back({at_begin ? stops.front() : stops.back(), section, km, -20});
}

/// "Sadarak", a border post: the route's file tells where a stop is that the base map has no town for, or has on another branch.
void add_stops(RouteDiagram& diagram) {
    std::set<std::pair<std::size_t, std::string>> taken;
    for (const RouteDiagram::Town& town : diagram.towns) taken.emplace(town.section, document::fold_name(town.name));
    for (std::size_t section = 0; section < diagram.sections.size(); ++section)
        for (const std::uint32_t s : diagram.sections[section].segments) {
            const document::RouteSegment& segment = diagram.route->segments[s];
            const auto& post_km = diagram.line.legs()[s].post_km;
            for (std::size_t i = 0; i < segment.stop_at.size(); ++i)
                if (const std::uint32_t at = segment.stop_at[i];
                    at < post_km.size() && taken.emplace(section, document::fold_name(segment.stops[i])).second)
                    diagram.towns.push_back(
                        {segment.stops[i], section, post_km[at], at == 0 || at + 1 == post_km.size() ? kJoint : kOffTheMap});
        }
}

void add_towns(RouteDiagram& diagram, const document::BaseMap& basemap) {
    const std::set<std::string> stops = stops_of(*diagram.route);
    std::vector<bool> shown(diagram.route->segments.size(), false);
    for (const auto& section : diagram.sections)
        for (const std::uint32_t s : section.segments) shown[s] = true;
    std::set<std::string> taken;
    for (const document::PlaceLabel& place : basemap.places) {
        if (!diagram.line.may_reach(place.at, kStopReachKm)) continue;
        const auto post = diagram.line.nearest(place.at, kStopReachKm, &shown);
        if (!post) continue;
        const bool stop = stops.contains(document::fold_name(place.name));
        const std::size_t section = diagram.section_of(post->segment);
        if ((!stop && !is_passed(place, *post, diagram.sections[section], basemap)) ||
            !taken.insert(document::fold_name(place.name)).second)
            continue;
        diagram.towns.push_back({place.name, section, post->km, place.rank - (place.capital == 1 ? 2 : 0) + (stop ? 0 : kPassedBy)});
    }
    for (std::size_t s = 0; s < diagram.sections.size(); ++s) add_end(diagram, s, true), add_end(diagram, s, false);
    add_stops(diagram);
    std::sort(diagram.towns.begin(), diagram.towns.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.rank, a.section, a.km, a.name} < std::tuple{b.rank, b.section, b.km, b.name};
    });
}

calendar::Span extent_of(const document::Route& route) {
    calendar::Span span{calendar::kDistantFuture, calendar::kDistantPast};
    const auto include = [&](const std::optional<calendar::Edtf>& date) {
        if (!date) return;
        const calendar::Span bounds = date->bounds();
        if (!bounds.open_begin()) span.begin = std::min(span.begin, bounds.begin), span.end = std::max(span.end, bounds.begin);
        if (!bounds.open_end()) span.end = std::max(span.end, bounds.end);
    };
    for (const auto& segment : route.segments) include(segment.from), include(segment.to);
    return span.begin < span.end ? span : calendar::Span{};
}

}  // namespace

std::size_t RouteDiagram::section_of(std::uint32_t segment) const {
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (std::find(sections[i].segments.begin(), sections[i].segments.end(), segment) != sections[i].segments.end()) return i;
    return sections.size();
}

RouteDiagram route_diagram(const document::Briefing& briefing, const document::BaseMap& basemap,
                           std::shared_ptr<const document::Route> route) {
    RouteLine line(*route);
    auto events = document::events_along(briefing, line);
    RouteDiagram diagram{std::move(route), std::move(line), std::move(events), {}, {}, {}, {}};
    add_sections(diagram);
    diagram.caption = caption_of(diagram);
    add_towns(diagram, basemap);
    diagram.extent = extent_of(*diagram.route);
    return diagram;
}

DistanceAxis::DistanceAxis(const RouteDiagram& diagram, RectPx rect, float gap_px) : diagram_(diagram) {
    double km = 0;
    for (const auto& section : diagram.sections) km += section.end_km - section.begin_km;
    const float gaps = gap_px * static_cast<float>(diagram.sections.empty() ? 0 : diagram.sections.size() - 1);
    px_per_km_ = std::max(1.0, double{rect.h - gaps}) / std::max(km, 1e-3);
    float y = rect.y;
    for (const auto& section : diagram.sections) {
        tops_.push_back(y);
        y += static_cast<float>((section.end_km - section.begin_km) * px_per_km_) + gap_px;
    }
}

float DistanceAxis::y_of(std::size_t section, double km) const {
    const RouteDiagram::Section& s = diagram_.sections[section];
    return tops_[section] + static_cast<float>((std::clamp(km, s.begin_km, s.end_km) - s.begin_km) * px_per_km_);
}

}  // namespace dateline::view
