#pragma once

#include "document/event.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::document {

struct Worldview;

/// A source document with its text, so that every quote can be shown in its paragraph.
struct Bulletin {
    std::string id;
    std::string title;
    std::string file_name;  ///< name only, never a path
    std::optional<calendar::Edtf> published;
    std::string published_reason;  ///< why we think so
    std::string text;              ///< UTF-8, as the spans count it
    bool operator==(const Bulletin&) const = default;
};

enum class RouteKind : std::uint8_t { Corridor, Rail, Road, Pipeline, Cable, Ferry };
enum class RouteStatus : std::uint8_t { Existing, UnderConstruction, Planned, Proposed, Suspended };
/// Which way along its coordinates what uses a route goes: gas one way, trains both.
enum class RouteDirection : std::uint8_t { Forward, Backward, Both };

/// A stretch of a route that is of one kind and status.
struct RouteSegment {
    std::string name;
    std::string branch;
    int order = 0;
    RouteKind kind = RouteKind::Corridor;
    RouteStatus status = RouteStatus::Existing;
    std::string medium;                      ///< gas, oil, power, fibre; may be empty
    std::optional<calendar::Edtf> from, to;  ///< in being from .. to
    std::vector<std::string> stops;
    std::vector<std::uint32_t> stop_at;  ///< of each stop its vertex of the line; empty where it is not told
    std::string source;
    geo::Line line;
    bool operator==(const RouteSegment&) const = default;
};

struct Route {
    std::string id;
    std::string name;
    std::string short_name;
    RouteKind kind = RouteKind::Corridor;
    RouteStatus status = RouteStatus::Existing;
    std::string summary;
    std::vector<std::string> sources;
    std::vector<std::string> credits;  ///< whose line it is, as a picture must name them
    std::vector<RouteSegment> segments;
    RouteDirection direction = RouteDirection::Forward;
    bool operator==(const Route&) const = default;
};

/// A prepared view: where the camera stands, when, and what is on.
struct Scene {
    std::string id;
    std::string title;
    std::string caption;
    geo::LonLat center;
    double zoom = 4;  ///< Web Mercator, 512 px tiles
    double bearing_deg = 0;
    std::string projection = "mercator";
    std::optional<calendar::Edtf> at;       ///< playhead
    std::optional<calendar::Edtf> window;   ///< time window
    std::vector<std::string> routes_shown;  ///< ids; empty: all
    std::string selected;                   ///< event id or empty
    bool operator==(const Scene&) const = default;
};

/// The document. Immutable: an edit makes a new version that shares every event, bulletin and route it did not touch.
class Briefing {
  public:
    template <class T>
    using Shared = std::vector<std::shared_ptr<const T>>;

    struct Parts {
        std::string title;
        Shared<Bulletin> bulletins;
        Shared<Event> events;
        Shared<Route> routes;
        Shared<Scene> scenes;
        std::shared_ptr<const Worldview> worldview;  ///< null: boundaries as they are shipped, de facto
    };

    Briefing() = default;
    explicit Briefing(Parts parts);

    const std::string& title() const { return parts_.title; }
    const Shared<Bulletin>& bulletins() const { return parts_.bulletins; }
    const Shared<Event>& events() const { return parts_.events; }  ///< by begin, then id
    const Shared<Route>& routes() const { return parts_.routes; }
    const Shared<Scene>& scenes() const { return parts_.scenes; }
    const std::shared_ptr<const Worldview>& worldview() const { return parts_.worldview; }

    const Event* event(std::string_view id) const;
    const Bulletin* bulletin(std::string_view id) const;
    const Route* route(std::string_view id) const;
    /// Over the dates that the events name, without what is open before or after them; nullopt when none is named.
    std::optional<calendar::Span> time_extent() const;
    geo::LonLatBox place_extent() const;  ///< invalid when no event is placed

    Briefing with_event(Event event) const;  ///< replaces the one of the same id or adds it
    Briefing without_event(std::string_view id) const;
    Briefing with(Parts parts) const { return Briefing(std::move(parts)); }
    const Parts& parts() const { return parts_; }
    /// The same only for copies of one version; never reused, so what is derived from a version may be kept by it.
    std::uint64_t version() const { return version_; }

  private:
    static std::uint64_t next_version();
    void index_events();
    std::size_t slot_for(std::string_view id) const;
    std::optional<std::size_t> index_of_event(std::string_view id) const;

    Parts parts_;
    std::uint64_t version_ = next_version();
    std::vector<std::uint32_t> slot_of_id_;  ///< open addressing by the id's hash: row in parts_.events plus one, 0 empty
};

std::string_view name_of(RouteKind);
std::string_view name_of(RouteStatus);
std::string_view name_of(RouteDirection);
std::optional<RouteKind> route_kind_named(std::string_view);
std::optional<RouteStatus> route_status_named(std::string_view);
std::optional<RouteDirection> route_direction_named(std::string_view);

}  // namespace dateline::document
