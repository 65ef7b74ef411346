#pragma once

#include "publish/figure.h"
#include "view/furniture_legend.h"

#include <set>
#include <string>
#include <vector>

/// What the parts of a figure share. Private to the figure*.cpp files.
namespace dateline::publish {

/// An event with its number on the page: the same on the map, on the strip of dates and in the list.
struct Numbered {
    int number = 0;
    const document::Event* event = nullptr;
    calendar::Instant at{};  ///< where it stands on the strip
};

struct Selection {
    calendar::Span strip;                      ///< what the strip of dates shows
    std::vector<Numbered> events;              ///< by time
    std::vector<const document::Event*> rest;  ///< placed events of the same time without a number, wherever they are
    std::size_t left_out = 0;                  ///< how many of the map have no number, for want of room
    std::size_t elsewhere = 0;                 ///< how many lie beyond a map whose camera was asked for
};

/// The page while it is made: sizes are in units of a page 2480 wide.
struct Page {
    const FigureInput& input;
    float u = 1;  ///< pixels per unit
    view::Frame frame;
    geo::Projection projection = geo::Projection::Mercator;  ///< of the map; set by draw_map
    std::vector<view::LegendRow> legend;                     ///< of what the map shows; set by draw_map
    std::vector<std::string> credits;                        ///< of what the map shows; set by draw_map
    std::set<int> on_map;                                    ///< numbers that the map shows; set by draw_map

    explicit Page(const FigureInput& figure);
    const view::Theme& theme() const { return input.theme; }
    float px(float units) const { return units * u; }
    float height() const { return static_cast<float>(input.height_px) / u; }
    view::RectPx map_rect() const { return figure_map_rect(input.width_px, input.height_px); }

    view::TextStyle style(float size, view::Color color, view::Face face = view::Face::Regular) const {
        return {face, px(size), color, {}, 0, 0};
    }
    float width_px(std::string_view text, const view::TextStyle& style) const { return input.type.width_px(text, style); }
    /// Baseline of text whose capitals are centred on `y_px`.
    float centred(float y_px, const view::TextStyle& style) const;
    /// At most `most` lines; the last is cut with an ellipsis.
    std::vector<std::string> wrapped(std::string_view text, const view::TextStyle& style, float room_px, std::size_t most) const;

    void add(view::Item item) { frame.items.push_back(std::move(item)); }
    void text(std::string words, float x_px, float baseline_px, const view::TextStyle& style, view::AlignX align = view::AlignX::Left);
    void rule(float x0_px, float x1_px, float y_px, view::Color color, float width = 2);
    /// A numbered disc in the colour of its category; of what is not on the map only its outline.
    void disc(const Numbered& numbered, view::PointPx centre, float radius_px);
};

inline constexpr float kMargin = 96, kDisc = 21, kColumnW = 560, kGutter = 48;

/// Which events get numbers: those of the strip's time that pass the filters and lie on the map, at most `most`, those farthest
/// from the date asked for and the least telling left out.
Selection select_events(const Page& page, std::size_t most);

/// Map, inset, discs, locator globe, scale bar.
void draw_map(Page& page, const Selection& selection);
void draw_strip(Page& page, const Selection& selection);
/// How many events the key column can list beside its legend.
std::size_t list_capacity(const Page& page);
/// How many events the list has too many for the legend of all that is on the map.
std::size_t rows_lacking(const Page& page, const Selection& selection);
void draw_column(Page& page, const Selection& selection);

}  // namespace dateline::publish
