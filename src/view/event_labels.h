#pragma once

#include "view/event_layout.h"
#include "view/furniture_legend.h"
#include "view/label_sheet.h"
#include "view/map_events.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dateline::view {

/// Events beyond the map, by the MapSide toward which they lie.
struct BeyondEdges {
    struct Side {
        std::vector<std::uint32_t> events;  ///< into briefing.events()
        bool unnamed = false;               ///< some have no pointer of their own
        bool well_out = false;              ///< of these one lies so far off that no small move brings it in
    };
    std::array<Side, kMapSides> sides;
};

/// What is drawn on the map's screen about events, beside their markers: stems, counts, labels, plates and pointers.
/// Gathers labels into a sheet and takes the space that markers and stems need.
class EventLabels {
  public:
    EventLabels(const ViewInput& input, const MapView& view, const MapEvents& events, const EventLayout& layout, const MarkerTime& time)
        : input_(input), view_(view), events_(events), layout_(layout), time_(time), m_(input.theme.measures) {}

    /// Under the markers.
    void append_stems(Frame& frame, TakenSpace& taken) const;
    /// Over the markers: discs with a count.
    void append_clusters(Frame& frame, TakenSpace& taken, std::vector<Hit>& hits) const;
    void gather(LabelSheet& sheet, TakenSpace& taken, std::vector<Hit>& hits) const;
    /// Which symbols and counts are to be seen on the map. `plates`: the ids of the countries' events that got one; null: all
    /// that ask for one.
    void see(EventMarks& marks, const std::set<std::string>* plates) const;
    /// What furniture must leave free, of symbols, counts, stems and countries; into `names` where titles would be written first.
    void append_content(std::vector<RectPx>& events, std::vector<RectPx>& names) const;
    /// What lies beyond the map: nothing of very many, whose heat layer tells where to look.
    BeyondEdges beyond_edges() const;
    /// Chips at the map's edge that point to events beyond it.
    void append_pointers(RectPx bounds, std::vector<Item>& out, TakenSpace& taken, std::vector<Hit>& hits) const;

  private:
    struct Look {
        EventPhase phase;
        bool selected = false, hovered = false;
        LabelRank rank = LabelRank::Past;
    };
    /// A place off the map that deserves a pointer: its foremost event, and how many more it has.
    struct Pointed {
        const MapEvent* event;
        Look look;
        PointPx at;
        int more;
        float distance;
    };
    Look look_of(const MapEvent& event) const;
    /// Of MapEvents::all(), which are to be seen on the map.
    std::vector<bool> on_map() const;
    std::vector<Pointed> pointed_at(const std::vector<bool>& seen) const;
    const document::Event& source(const MapEvent& event) const { return *input_.briefing.events()[event.index]; }
    std::string date_text(const document::Event& event) const;
    Color color_of(const MapEvent& event, const Look& look) const;
    TextStyle date_style(const Look& look) const;
    TextStyle title_style(const Look& look) const;
    Symbol symbol_of(const MapEvent& event, const Look& look, float radius) const;
    void add_marker_label(const MapEvent& event, PointPx at, bool on_stem, int copy, LabelSheet& sheet) const;
    /// Of the beads on the map those nearest the moment, sorted.
    std::vector<std::uint32_t> foremost_beads(std::size_t most) const;
    /// The events that ask for a plate on a country's land.
    std::vector<std::uint32_t> plates_of(const EventGroup& group, const std::vector<std::uint32_t>& counted) const;
    /// The events that counts stand for, sorted.
    const std::vector<std::uint32_t>& counted() const;
    void aim(const Cluster& cluster, Hit& hit) const;
    float radius_of(const Cluster& cluster) const;
    void draw_cluster(const Cluster& cluster, PointPx at, float radius, bool selected, Frame& frame) const;
    bool has_plate(const MapEvent& event) const;
    void add_plate(const MapEvent& event, LabelSheet& sheet) const;
    std::string unseen_ring(const MapEvent& event) const;

    const ViewInput& input_;
    const MapView& view_;
    const MapEvents& events_;
    const EventLayout& layout_;
    const MarkerTime& time_;
    const Measures& m_;
    mutable std::optional<std::vector<std::uint32_t>> counted_;  ///< once asked for
};

}  // namespace dateline::view
