#pragma once

#include "view/division_shapes.h"
#include "view/line_cells.h"
#include "view/map_view.h"
#include "view/view.h"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace dateline::view {

struct BaseCoat;

/// Which countries the events lie in, by adm0_a3: their land is a shade lighter. Kept by the briefing's version.
class FocusCountries {
  public:
    const std::set<std::string>& of(const document::Briefing& briefing, const document::BaseMap& basemap);

  private:
    std::uint64_t version_ = 0;
    std::set<std::string> codes_;
};

/// The country (adm0_a3) whose area holds a point; empty at sea.
std::string country_at(const document::BaseMap& basemap, geo::LonLat point);
/// The same at the detail of the 50m scale, and sooner.
std::string country_about(const document::BaseMap& basemap, geo::WorldPoint point);
/// Whose boundaries are shown, as the credits of every picture name it.
std::string boundaries_credit(const document::BaseMap& basemap);
bool mesh_holds(const geo::Mesh& mesh, geo::WorldPoint point);
/// Whether a point lies in a lake, at the detail of the 50m scale.
bool is_lake(const document::BaseMap& basemap, geo::WorldPoint point);
/// Whether a point lies outside all countries, at the detail of the 50m scale: the sea.
bool is_water(const document::BaseMap& basemap, geo::WorldPoint point);
/// adm0_a3 of a gazetteer id such as "iso:AZ"; empty for any other.
std::string country_of_id(const document::BaseMap& basemap, std::string_view place_id);

/// Lines of the ground as they are drawn.
struct PlainLines {
    std::shared_ptr<const geo::LineSet> lines;
    std::uint8_t weight = 1;  ///< against a name that lies across
};

/// The same in cells of the screen, each set of lines from when a place near it is asked about.
class GroundOnScreen {
  public:
    GroundOnScreen(const MapView& view, const std::vector<PlainLines>& lines);
    /// All that runs through `box` is in it.
    const LineCells& about(const RectPx& box);

  private:
    geo::WorldBox world_about(RectPx box) const;
    void add(const PlainLines& lines, int copy);
    const MapView& view_;
    const std::vector<PlainLines>& lines_;
    std::vector<bool> added_;
    LineCells cells_;
};

/// Draws the base map as basemap_style.cpp says, only the chunks on screen.
class BaseMapLayer {
  public:
    /// `event_waters` and `event_areas` are called where the two belong in the painter's order.
    /// `notes` learns whom the map is owed to, and that disputed boundaries are seen.
    void append(const ViewInput& input, const MapView& view, const std::set<std::string>& focus, Frame& frame, MapNotes& notes,
                const std::function<void()>& event_waters, const std::function<void()>& event_areas);
    /// Coasts and boundaries as they were appended last, once more and cased, over `share` of a layer that buried them.
    void append_boundaries_over(float share, const Theme& theme, const MapView& view, Frame& frame) const;
    /// Coasts, borders and rivers as they were appended last: what a name had better not lie across.
    GroundOnScreen lines_on_screen(const MapView& view) const { return {view, plain_lines_}; }

  private:
    struct Coats;
    static void fill_at(Coats& coats, const BaseCoat& coat, bool only_focus, document::Scale scale, float share);
    static void fill(Coats& coats, const BaseCoat& coat, bool only_focus);
    void stroke_at(Coats& coats, const BaseCoat& coat, document::Scale scale, float share);
    void stroke(Coats& coats, const BaseCoat& coat);
    std::shared_ptr<const geo::LineSet> graticule(double step_deg);
    /// A hatch of its own over what is in dispute at the playhead. Returns whether any is seen.
    bool append_disputed_areas(const ViewInput& input, const MapView& view, Color color, Frame& frame);
    DisputeShapes disputed_areas_;
    std::map<double, std::shared_ptr<const geo::LineSet>> graticules_;
    std::vector<StrokeLines> boundaries_;  ///< of the last frame
    std::vector<PlainLines> plain_lines_;  ///< likewise
};

}  // namespace dateline::view
