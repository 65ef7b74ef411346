#pragma once

#include "view/map_view.h"
#include "view/view.h"

#include <array>
#include <string>
#include <vector>

/// What a legend explains, and how its samples are drawn; shared by pictures and figures.
namespace dateline::view {

/// The label, without what it has in brackets where there is no room for that. May still be too wide.
std::string label_in(const LegendRow& row, const Typesetter& type, const TextStyle& style, float room_px);

/// What the layers noted of what they drew, in the legend's order, of routes those that are seen most first; rows of one look and
/// label once.
std::vector<LegendRow> legend_rows(const MapNotes& notes);

/// Routes of one kind and status, but for the chosen one, in one row: "Pipelines (4)", "planned".
std::vector<LegendRow> routes_by_kind(const std::vector<LegendRow>& rows);

/// What the layers of events drew on the map.
struct EventMarks {
    std::array<bool, document::kCategoryCount> categories{};  ///< whose symbol or colour is to be seen
    bool counts = false;                                      ///< discs that stand for several
    bool hatch = false;                                       ///< a country's land
    bool lines = false;                                       ///< where an event went on, under the route's own line
    bool within = false;                                      ///< dashed edges of areas
    bool imprecise = false;                                   ///< dashed rings of dates
    bool arcs = false, arcs_to_come = false;
    float heat_full = 0;  ///< 0: no heat layer; else how many events in one spot its last colour stands for
};
void explain_marks(const EventMarks& marks, MapNotes& notes);

/// Events' places inside `map`, at most `most` of them.
std::vector<PointPx> events_on_screen(const ViewInput& input, const MapTransform& map, std::size_t most);

/// The sample of a row between x0 and x1, its middle at y.
void append_sample(const LegendRow& row, const Theme& theme, float x0, float x1, float y, float scale, std::vector<Item>& items);

/// "planned", "under construction"; empty for what exists.
std::string_view status_note(document::RouteStatus status);

}  // namespace dateline::view
