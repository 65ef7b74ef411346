#pragma once

#include "view/map_view.h"
#include "view/view.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dateline::view {

/// How exactly an event's place is known decides what it is drawn as.
enum class Footing : std::uint8_t {
    Pin,     ///< a spot or a town
    Disc,    ///< a district, a region, a water: its area, or a ring of its radius
    Line,    ///< a corridor, a road: its line
    Country  ///< a country, a group of them, a sea: its land hatched, or a wide ring, and a plate instead of a pin
};

/// What an event looks like at the playhead; the same rules as shaders/marker_state.glsl.
struct EventPhase {
    bool shown = true;  ///< overlaps the time window
    bool now = false;
    bool to_come = false;
    float strength = 1;  ///< 1 recent .. 0.5 past: how much of the colour is left
    bool past() const { return !now && !to_come && strength <= 0.5f; }
};

/// Days are counted as a Marker's; `flags` are MarkerFlags.
EventPhase phase_at(float begin_days, float end_days, std::uint32_t flags, const MarkerTime& time);

/// One event that has a place and passes the filters.
struct MapEvent {
    std::uint32_t index = 0;  ///< into briefing.events()
    std::uint32_t group = 0;  ///< of those at the same place; kNoGroup: not grouped
    geo::WorldPoint at;
    float begin_days = 0, end_days = 0;  ///< from MapEvents::epoch
    std::uint32_t flags = 0;             ///< MarkerFlag, without selection and hover
    Footing footing = Footing::Pin;
    document::Category category = document::Category::Other;
    bool numbered = false;  ///< a page draws its symbol
};

/// Events at one place: the same spot, or the same area.
struct EventGroup {
    geo::WorldPoint at;
    Footing footing = Footing::Pin;
    double radius_km = 0;                ///< of one of which no more is known: somewhere within
    std::vector<std::uint32_t> members;  ///< into MapEvents::all(), oldest first
    bool has_land = false;               ///< its area is known: an event's own, or that of a division or water
    bool of_division = false;            ///< the latter, which the map has in finer detail than the event
    std::uint64_t country = 0;           ///< the same for places of one country; 0: at sea
};

/// The events that the map shows, derived once for each version of the briefing and setting of the filters.
class MapEvents {
  public:
    /// True when they were derived anew. `basemap` knows the land of divisions.
    bool update(const document::Briefing& briefing, const ViewOptions& options, const document::BaseMap& basemap);

    const std::vector<MapEvent>& all() const { return *events_; }  ///< by begin
    std::shared_ptr<const std::vector<MapEvent>> shared() const { return events_; }
    const std::vector<EventGroup>& groups() const { return groups_; }  ///< empty when crowded
    /// So many that a heat layer may stand for them, and that only those about the view are grouped.
    bool many() const { return events_->size() > kCrowd; }
    /// Not even those about the view are grouped: only the GPU looks at each, without stems, and with labels for a few.
    bool crowded() const { return many() && !focus_; }
    /// Of many events, groups those about the view where they are not too many; else, or without `symbols`, none. What is grouped
    /// changes with whole cells about the view, so that panning mostly moves nothing.
    void focus(const document::Briefing& briefing, const document::BaseMap& basemap, const MapView& view, bool symbols);
    calendar::Instant epoch() const { return epoch_; }
    float longest_days() const { return longest_days_; }
    std::uint64_t generation() const { return generation_; }  ///< of the groups
    std::uint64_t content() const { return content_; }        ///< of all()
    /// Into all(); -1 when absent or filtered out.
    std::ptrdiff_t index_of(const document::Briefing& briefing, std::string_view event_id) const;

    MarkerTime time(const ViewOptions& options) const;
    static EventPhase phase(const MapEvent& event, const MarkerTime& time);
    /// Indices into all() of events that are "now", at most `most`.
    std::vector<std::uint32_t> now(const MarkerTime& time, std::size_t most) const;

    static constexpr std::size_t kCrowd = 1500;
    static constexpr std::size_t kMostFocused = 6000;
    static constexpr std::uint32_t kNoGroup = UINT32_MAX;

  private:
    /// Cells of the world that a view looks at, with some about them.
    struct Focus {
        double cell = 0;
        std::int64_t x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        static Focus of(const MapView& view);
        bool holds(geo::WorldPoint at) const;
        bool operator==(const Focus&) const = default;
    };
    void add(const document::Event& event, std::uint32_t index);
    void group_up(const document::Briefing& briefing, const document::BaseMap& basemap, const std::vector<std::uint32_t>& which);

    std::uint64_t version_ = 0, generation_ = 0, content_ = 0;
    std::optional<Focus> asked_, focus_;  ///< what was looked at last; set where that is grouped
    std::uint32_t category_mask_ = 0;
    std::string search_;
    std::set<std::string> numbered_;
    calendar::Instant epoch_{};
    float longest_days_ = 0;
    std::shared_ptr<std::vector<MapEvent>> events_ = std::make_shared<std::vector<MapEvent>>();
    mutable std::pair<std::string, std::ptrdiff_t> last_asked_{"", -1};  ///< of index_of, in this generation
    std::vector<EventGroup> groups_;
    std::map<std::pair<long, long>, std::uint64_t> countries_;  ///< by cells of 4 km, of all places grouped so far
};

/// Nominal radius of a marker in a phase, at 1x.
float marker_radius(const EventPhase& phase, const Measures& m);

}  // namespace dateline::view
