#pragma once

#include "document/basemap.h"
#include "document/briefing.h"
#include "document/layer.h"
#include "view/camera.h"
#include "view/frame.h"
#include "view/legend.h"
#include "view/text.h"
#include "view/theme.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::view {

/// Names of the base map: as English has them, or as each country writes its own where the data know.
enum class MapNames : std::uint8_t { English, Local };

/// A disc on the target that a page draws over the map.
struct PageDisc {
    PointPx at;
    float radius = 0;
};

/// What the map and the timeline show of the document; plain values that session::State maps to.
struct ViewOptions {
    calendar::Instant playhead{};
    calendar::Span window;    ///< events outside are not drawn on the map
    calendar::Span timeline;  ///< what the timeline's focus zone shows
    double recent_days = 14;
    std::string selected, hovered;  ///< event ids
    std::string selected_route, hovered_route;
    std::string selected_dispute;  ///< id of one of the base map's disputes
    std::set<std::string> hidden_routes;
    std::set<std::string> hidden_layers;  ///< "rivers", "borders", "admin1", "places", "labels", "graticule", "markers", …
    std::vector<document::Layer> layers;  ///< the user's own, bottom up
    std::set<std::string> numbered;       ///< events whose symbols a page draws itself; their areas are the map's
    std::vector<PageDisc> page_discs;     ///< where it draws them: an arc to a place under one ends at its edge
    bool event_names = true;              ///< else events are symbols and counts alone
    std::uint32_t category_mask = 0xff;
    std::string search;  ///< folded, matches title, place, actors, quote
    MapNames map_names = MapNames::English;
    bool playing = false;
    float pulse = 0;
    /// Seconds on the clock of the glints that run along routes; nullopt: none, as in every picture.
    std::optional<double> flow_s;
    bool diagram = false;  ///< the timeline's lanes show the selected route's distance over time
    double clock_s = 0;    ///< for what moves by itself (clusters that part); 0, as in pictures: nothing does
};

enum class MapSide : std::uint8_t { Left, Right, Top, Bottom };
inline constexpr std::size_t kMapSides = 4;

/// Where things ended up: for hit tests, and as the previous placement of the next frame.
struct Hit {
    enum class Kind : std::uint8_t {
        None,
        Event,
        Route,
        Place,
        EdgePointer,
        Playhead,
        WindowBegin,
        WindowEnd,
        Overview,
        OverviewBrush,
        TimelineBackground,
        MapBackground,
        Lane,
        DisputedLine,
        DisputedArea,
        NorthArrow,
        Cluster,
        EdgeCount
    };
    Kind kind = Kind::None;
    std::string id;  ///< of a cluster: its foremost event
    RectPx rect;
    int part = -1;         ///< of a route: the segment; of an edge's count: the MapSide
    geo::WorldPoint at{};  ///< of a cluster: where a click flies to …
    double zoom = -1;      ///< … and how near; < 0: its events share one place and no zoom parts them
};

class TimelineScale;
struct CrowdPicker;
class RoutePicker;
struct DisputePicker;

/// A furniture's place of the frame before: it stays there while the map moves.
enum class FurnitureSlot : std::uint8_t {
    Locator,
    Legend,
    Credits,
    ScaleBar,
    NorthArrow,
    Heading,
    BeyondLeft,
    BeyondRight,
    BeyondTop,
    BeyondBottom
};
inline FurnitureSlot beyond_slot(MapSide side) {
    return static_cast<FurnitureSlot>(static_cast<int>(FurnitureSlot::BeyondLeft) + static_cast<int>(side));
}
struct EventMotion;

struct Placement {
    /// Stable label ids shown last time and the side they took; empty in headless frames.
    std::unordered_map<std::uint64_t, std::uint8_t> sides;
    Camera camera;  ///< of that frame: labels that wait come back soon once it rests
    /// How much shows of labels that fade in or out, by label_share_key(id, side).
    std::unordered_map<std::uint64_t, float> shares;
    double clock_s = 0;                             ///< of that frame
    bool settling = false;                          ///< a label fades, or waits for its return: draw again
    std::vector<Hit> hits;                          ///< topmost last
    std::shared_ptr<const EventMotion> motion;      ///< markers and counts on their way between two layouts; null at rest
    std::shared_ptr<const CrowdPicker> crowd;       ///< finds events where they are too many to be listed as hits
    std::shared_ptr<const RoutePicker> routes;      ///< finds the route whose line is nearest
    std::shared_ptr<const DisputePicker> disputes;  ///< finds the disputed boundary or area under a point
    MapNotes notes;                                 ///< what is on the map, for its legend and credits
    std::map<FurnitureSlot, std::uint16_t> slots;
    std::array<std::vector<std::uint32_t>, kMapSides> beyond;  ///< by MapSide: the briefing's events that lie beyond the map there
    std::optional<geo::LonLat> locator_center;                 ///< of the locator's globe, which does not turn with every step
    /// The scale that the timeline was drawn with; null without a timeline. What a pointer over it means.
    std::shared_ptr<const TimelineScale> timeline;
};
Hit hit_at(const Placement& placement, PointPx point);

struct Layout {
    RectPx map;       ///< zero size: no map
    RectPx timeline;  ///< zero size: no timeline
    float scale = 1;
};

/// Furniture drawn over the map: title, legend, scale bar, credits, date.
struct Furniture {
    bool date_title = true;  ///< "25 April 2023" upper left
    bool legend = true;
    bool scale_bar = true;
    bool attribution = true;
    bool north_arrow = true;      ///< drawn only where north is not up
    bool degrees = false;         ///< the graticule's, along the map's edge
    bool degrees_beside = false;  ///< a page names them beside the map
    bool locator = false;         ///< a small globe that shows where the map lies
    std::string title, subtitle;  ///< above the map in pictures
    std::string source_note;
    std::vector<RectPx> covered;  ///< what panels or a page's own drawing lie over: no label goes there
};

class LayerSource;

struct ViewInput {
    const document::Briefing& briefing;
    const document::BaseMap& basemap;
    const Theme& theme;
    const Typesetter& type;
    Camera camera;
    Layout layout;
    ViewOptions options;
    Furniture furniture;
    LayerSource* layers = nullptr;  ///< what was read of options.layers; null: none is shown
};

/// Keeps what is costly and unchanged between frames (route line sets, marker sets, event areas), keyed by content.
/// Two builders given the same inputs make the same frames.
class FrameBuilder {
  public:
    FrameBuilder();
    ~FrameBuilder();
    FrameBuilder(FrameBuilder&&) noexcept;
    FrameBuilder& operator=(FrameBuilder&&) noexcept;

    /// `previous` steadies label placement while panning; pass an empty one for a picture.
    Frame build(const ViewInput& input, const Placement& previous, Placement& placement);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// How the overview strip shares its width: in order, side by side; empty: evenly. From the events, see view/timeline.h.
struct OverviewPart {
    calendar::Span span;
    double weight = 1;
};

/// Maps between the timeline's x and time, piecewise: earlier | focus | later zones (look.md).
///
///     gutter │ earlier (log) │//│ focus (linear) │//│ later (log) │
///
/// The wings show the rest of `extent`; they are logarithmic in the distance from the focus and as wide as what is left
/// asks for, so that panning to the end of the data closes them smoothly. Monotone: later is never further left.
class TimelineScale {
  public:
    TimelineScale(RectPx timeline, calendar::Span extent, calendar::Span focus, float scale,
                  const std::vector<OverviewPart>& overview = {});
    float x_of(calendar::Instant t) const;
    calendar::Instant time_at(float x) const;
    calendar::Span extent() const { return extent_; }
    calendar::Span focus() const { return focus_; }
    RectPx earlier_rect() const { return earlier_rect_; }  ///< axis and lanes; zero size where there is nothing earlier
    RectPx focus_rect() const { return focus_rect_; }      ///< axis and lanes
    RectPx later_rect() const { return later_rect_; }
    RectPx gutter_rect() const { return gutter_rect_; }  ///< left of the lanes
    RectPx lanes_rect() const { return lanes_rect_; }
    RectPx axis_rect() const { return axis_rect_; }
    RectPx overview_rect() const { return overview_rect_; }
    RectPx controls_rect() const { return controls_rect_; }
    float overview_x_of(calendar::Instant t) const;
    calendar::Instant overview_time_at(float x) const;
    bool has_earlier() const { return earlier_rect_.w > 0; }
    bool has_later() const { return later_rect_.w > 0; }

  private:
    struct Knot {
        double t_s, x;
    };
    static double x_at(const std::vector<Knot>& knots, double t_s);
    static double t_at(const std::vector<Knot>& knots, double x);
    void lay_out(RectPx timeline, float scale);
    void lay_zones(float scale);
    void add_wing(bool earlier, float scale);
    void lay_overview(const std::vector<OverviewPart>& parts, float scale);

    calendar::Span extent_, focus_;
    std::vector<Knot> knots_, overview_;  // piecewise linear, both coordinates never falling
    RectPx earlier_rect_, focus_rect_, later_rect_, gutter_rect_, lanes_rect_, axis_rect_, overview_rect_, controls_rect_;
};

}  // namespace dateline::view
