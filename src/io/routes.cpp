#include "io/routes.h"

#include "document/event_json.h"
#include "io/json_text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::Route;
using document::RouteSegment;

const std::string kSeeReadme = "see maps/routes/README.md";

std::vector<std::string> texts_of(const Json& object, const char* key) {
    std::vector<std::string> out;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) return out;
    for (const Json& item : *found)
        if (item.is_string()) out.push_back(item.get<std::string>());
    return out;
}

/// Positions as nearly every file writes them. Nothing: something else, which the reader of geometries accepts or names.
std::optional<geo::Line> plain_line(const Json& shape) {
    const auto positions = shape.find("coordinates");
    if (positions == shape.end() || !positions->is_array() || positions->size() < 2) return std::nullopt;
    geo::Line line;
    line.reserve(positions->size());
    for (const Json& at : *positions) {
        if (!at.is_array() || at.size() < 2 || !at[0].is_number() || !at[1].is_number()) return std::nullopt;
        const geo::LonLat point{at[0].get<double>(), at[1].get<double>()};
        if (!(std::abs(point.lon_deg) <= 180 && std::abs(point.lat_deg) <= 90)) return std::nullopt;
        line.push_back(point);
    }
    return line;
}

/// A file's segments; each fault is one line that says which.
class SegmentReader {
  public:
    SegmentReader(std::string file, std::vector<std::string>& warnings) : file_(std::move(file)), warnings_(warnings) {}

    std::optional<RouteSegment> read(const Json& feature, std::size_t number) {
        where_ = fmt::format("{}: segment {}", file_, number + 1);
        const auto properties = feature.is_object() ? feature.find("properties") : feature.end();
        if (!feature.is_object() || properties == feature.end() || !properties->is_object())
            return refuse("has no properties", "give it those of maps/routes/README.md");
        RouteSegment segment;
        segment.name = text_of(*properties, "name");
        if (!segment.name.empty()) where_ += fmt::format(" ({})", segment.name);
        segment.branch = text_of(*properties, "branch");
        segment.medium = text_of(*properties, "medium");
        segment.source = text_of(*properties, "source");
        segment.stops = texts_of(*properties, "stops");
        const auto order = properties->find("order");
        segment.order = order != properties->end() && order->is_number_integer() ? order->get<int>() : static_cast<int>(number) + 1;
        const std::string kind = text_of(*properties, "kind"), status = text_of(*properties, "status");
        const auto known_kind = document::route_kind_named(kind);
        if (!known_kind)
            return refuse(fmt::format("has the unknown kind '{}'", kind), "use rail, road, ferry, pipeline, cable or corridor");
        const auto known_status = document::route_status_named(status);
        if (!known_status)
            return refuse(fmt::format("has the unknown status '{}'", status),
                          "use existing, under-construction, planned, proposed or suspended");
        segment.kind = *known_kind;
        segment.status = *known_status;
        segment.from = date(*properties, "from");
        segment.to = date(*properties, "to");
        if (!line(feature, segment.line)) return std::nullopt;
        if (const auto stop_at = properties->find("stop_at"); stop_at != properties->end()) read_stop_at(*stop_at, segment);
        return segment;
    }

  private:
    std::nullopt_t refuse(const std::string& what, const std::string& remedy) {
        warnings_.push_back(base::Error{what + " and is left out", where_, remedy}.line());
        return std::nullopt;
    }
    std::optional<calendar::Edtf> date(const Json& properties, const char* key) {
        const std::string text = text_of(properties, key);
        if (text.empty()) return std::nullopt;
        const auto parsed = calendar::Edtf::parse(text);
        if (parsed) return *parsed;
        warnings_.push_back(
            base::Error{fmt::format("'{}' is '{}', not an EDTF date, and is taken as open", key, text), where_, "write it as 2017-10-30"}
                .line());
        return std::nullopt;
    }
    void read_stop_at(const Json& list, RouteSegment& segment) {
        segment.stop_at = stop_vertices_of(list, segment);
        if (segment.stop_at.empty() && !segment.stops.empty())
            warnings_.push_back(base::Error{"'stop_at' does not fit the stops and the line, and is not used", where_,
                                            "give for each stop the number of its vertex, from 0"}
                                    .line());
    }
    bool line(const Json& feature, geo::Line& out) {
        const auto shape = feature.find("geometry");
        if (shape == feature.end() || !shape->is_object() || text_of(*shape, "type") != "LineString") {
            refuse("is not a LineString", "draw it as one line");
            return false;
        }
        if (auto plain = plain_line(*shape)) {
            out = std::move(*plain);
            return true;
        }
        const auto geometry = document::geometry_from_geojson(shape->dump(-1, ' ', false, Json::error_handler_t::replace));
        if (!geometry) {
            refuse(geometry.error().what, "give at least two positions, longitude first");
            return false;
        }
        out = std::get<geo::MultiLine>(*geometry).front();
        return true;
    }

    std::string file_, where_;
    std::vector<std::string>& warnings_;
};

base::Result<Route> read_route(const fs::path& path, std::vector<std::string>& warnings) {
    const auto json = read_json(path);
    if (!json) return tl::unexpected(json.error());
    const std::string where = path.string();
    const auto header = json->is_object() ? json->find("dateline") : json->end();
    if (!json->is_object() || header == json->end() || !header->is_object())
        return base::fail("is not a route: it has no member 'dateline'", where, kSeeReadme);
    Route route;
    route.id = text_of(*header, "id");
    route.name = text_of(*header, "name");
    route.short_name = text_of(*header, "short_name");
    route.summary = text_of(*header, "summary");
    route.sources = texts_of(*header, "sources");
    route.credits = texts_of(*header, "credits");
    if (route.id.empty()) route.id = path.stem().string();
    if (route.name.empty()) return base::fail("the route has no name", where, kSeeReadme);
    const auto kind = document::route_kind_named(text_of(*header, "kind"));
    const auto status = document::route_status_named(text_of(*header, "status"));
    if (!kind) return base::fail(fmt::format("the route has the unknown kind '{}'", text_of(*header, "kind")), where, kSeeReadme);
    if (!status) return base::fail(fmt::format("the route has the unknown status '{}'", text_of(*header, "status")), where, kSeeReadme);
    route.kind = *kind;
    route.status = *status;
    if (const std::string direction = text_of(*header, "direction"); !direction.empty()) {
        const auto known = document::route_direction_named(direction);
        if (known) route.direction = *known;
        else
            warnings.push_back(base::Error{fmt::format("the route has the unknown direction '{}' and is taken as forward", direction),
                                           where, "use forward, backward or both"}
                                   .line());
    }
    const auto features = json->find("features");
    if (features != json->end() && features->is_array()) {
        SegmentReader reader(where, warnings);
        for (std::size_t i = 0; i < features->size(); ++i)
            if (auto segment = reader.read((*features)[i], i)) route.segments.push_back(std::move(*segment));
    }
    if (route.segments.empty()) return base::fail("the route has no segment that can be drawn", where, kSeeReadme);
    std::stable_sort(route.segments.begin(), route.segments.end(), [](const auto& a, const auto& b) { return a.order < b.order; });
    return route;
}

}  // namespace

std::vector<std::uint32_t> stop_vertices_of(const Json& list, const RouteSegment& segment) {
    std::vector<std::uint32_t> out;
    if (!list.is_array() || list.size() != segment.stops.size()) return out;
    for (const Json& vertex : list) {
        if (!vertex.is_number_unsigned() || vertex.get<std::uint64_t>() >= segment.line.size()) return {};
        out.push_back(vertex.get<std::uint32_t>());
    }
    return out;
}

base::Result<document::Briefing::Shared<document::Route>> load_routes(const fs::path& path, std::vector<std::string>& warnings) {
    document::Briefing::Shared<Route> routes;
    std::error_code trouble;
    if (!fs::is_directory(path, trouble)) {
        auto route = read_route(path, warnings);
        if (!route) return tl::unexpected(route.error());
        routes.push_back(std::make_shared<const Route>(std::move(*route)));
        return routes;
    }
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(path, trouble), end; !trouble && entry != end; entry.increment(trouble))
        if (entry->path().extension() == ".geojson") files.push_back(entry->path());
    if (trouble) return base::fail("the folder cannot be read: " + trouble.message(), path.string(), "check your permission");
    std::sort(files.begin(), files.end());
    std::set<std::string> ids;
    for (const fs::path& file : files) {
        auto route = read_route(file, warnings);
        if (!route) warnings.push_back(route.error().line());
        else if (!ids.insert(route->id).second)
            warnings.push_back(base::Error{fmt::format("another route has the id '{}' already; this one is left out", route->id),
                                           file.string(), "give it an id of its own"}
                                   .line());
        else routes.push_back(std::make_shared<const Route>(std::move(*route)));
    }
    return routes;
}

}  // namespace dateline::io
