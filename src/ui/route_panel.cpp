#include "ui/route_panel.h"

#include "session/framing.h"
#include "ui/event_list_panel.h"
#include "ui/inspector_panel.h"
#include "ui/overlays_panel.h"
#include "ui/symbols.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace dateline::ui {
namespace {

using namespace session;
using document::km_text;
using document::Route;
using document::RouteEvent;
using document::RouteSegment;
using document::RouteStatus;

constexpr float kX = 17, kValueX = 97, kTextX = 58, kRowH = 36;

std::string_view status_name(RouteStatus status) { return status == RouteStatus::Existing ? "existing" : status_word(status); }

std::string_view direction_text(const Route& route) {
    switch (route.direction) {
        case document::RouteDirection::Forward:
        case document::RouteDirection::Backward: return "one way";
        case document::RouteDirection::Both: return "both ways";
    }
    return "";
}

std::string years_of(const RouteSegment& segment) {
    std::string years;
    if (segment.from) years = "from " + calendar::describe(*segment.from, {.short_months = true});
    if (segment.to) years += (years.empty() ? "until " : " until ") + calendar::describe(*segment.to, {.short_months = true});
    return years;
}

/// "1 840 km existing, 96 km in construction": the most first.
template <class Name, class KeyOf>
std::string shares(const document::RouteLine& line, const KeyOf& key_of, const Name& name) {
    std::array<double, 8> km{};
    const auto& segments = line.route().segments;
    for (std::size_t i = 0; i < segments.size(); ++i) km[key_of(segments[i])] += line.legs()[i].length_km();
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < km.size(); ++k)
        if (km[k] > 0) order.push_back(k);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return km[a] > km[b]; });
    std::string text;
    for (const std::size_t k : order) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name(k), km_text(km[k]));
    return text;
}

float draw_fact(const Pen& pen, std::string_view label, std::string_view text, float y, float width) {
    pen.text(Font::Micro, pen.theme().text3, kX, y, label);
    return draw_wrapped(pen, Font::Body, pen.theme().text, kValueX, y, width - kX - kValueX, 20, text, 3) + 4;
}

float draw_heading(const Pen& pen, std::string_view text, std::string_view note, float y, float width) {
    pen.text(Font::MicroBold, pen.theme().text, kX, y + 24, text);
    pen.text_right(Font::Micro, pen.theme().text3, width - kX, y + 24, note);
    return y + 33;
}

/// Where along the route, in as many words as are honest: a stretch for an area, a distance for what is beside the line; off the
/// main line, of which branch the kilometres are.
std::string where_text(const RouteEvent& along, const document::Event& event, const document::RouteLine& line) {
    const document::RouteLine::Branch& branch = line.branch_of(along.segment);
    std::string text = &branch != &line.branches().front() ? branch.title() : "";
    if (!event.place.empty()) text += (text.empty() ? "" : " · ") + event.place;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : " · ") + more; };
    switch (along.meets) {
        case RouteEvent::Meets::Line: add(along.whole ? "the route itself" : "a part of the route"); break;
        case RouteEvent::Meets::Area: add("somewhere on " + km_text(along.end_km - along.begin_km)); break;
        case RouteEvent::Meets::Spot: add(along.off_km < 0.5 ? "on the line" : km_text(along.off_km) + " off the line"); break;
    }
    return text;
}

std::string post_number(double km) {
    if (km < 0.05) return "0";
    const std::string text = km_text(km);
    return km < 9.95 ? fmt::format("{:.1f}", km) : text.substr(0, text.rfind(' '));
}
std::string post_text(double km) { return "km " + post_number(km); }

}  // namespace

void draw_route_header(const Ui& ui, const Pen& pen, float width) {
    if (icon_button(pen, "whole route", Icon::LocateFixed, width - 53, 20, "The whole route on the map", false, true, 12))
        ui.emit(SelectRoute{ui.state.selected_route, true});
    if (icon_button(pen, "leave route", Icon::X, width - 25, 20, "Let go of the route (Esc)", false, true, 12)) ui.emit(SelectRoute{""});
}

void RoutePanel::measure(const Ui& ui, const Route& route) {
    if (briefing_ == ui.state.briefing && route_.get() == &route) return;
    briefing_ = ui.state.briefing;
    for (const auto& shared : briefing_->routes())
        if (shared.get() == &route) route_ = shared;
    line_.emplace(*route_);
    events_ = document::events_along(*briefing_, *line_);
}

float RoutePanel::draw(const Ui& ui, const Pen& pen, const Route& route, float width) {
    measure(ui, route);
    float y = draw_head(ui, pen, width);
    y = draw_lengths(pen, y + 8, width);
    y = draw_buttons(ui, pen, y + 4, width);
    y = draw_events(ui, pen, y + 8, width);
    y = draw_segments(ui, pen, y + 8, width);
    return draw_sources(pen, y + 8, width) + 16;
}

float RoutePanel::draw_head(const Ui& ui, const Pen& pen, float width) {
    const view::Theme& theme = ui.theme();
    const float room = width - 2 * kX;
    draw_route_sample(pen, route_->kind, route_->status, kX, 28, 30);
    const std::string what =
        fmt::format("{} · {} · {}", document::name_of(route_->kind), status_name(route_->status), direction_text(*route_));
    float shield = 0;
    if (!route_->short_name.empty()) {
        shield = pen.width(Font::MicroMedium, route_->short_name) + 12;
        const Box plate{width - kX - shield, 19, shield, 18};
        pen.outline(plate, theme.route[static_cast<std::size_t>(route_->kind)], 4);
        pen.text_center(Font::MicroMedium, theme.text, plate.mid_x(), Pen::baseline_for(Font::Micro, plate.mid_y()), route_->short_name);
    }
    pen.text_fitted(Font::Micro, theme.text2, kTextX, Pen::baseline_for(Font::Micro, 28), room - kTextX + kX - shield - 8, what);
    float y = draw_wrapped(pen, Font::Title, theme.text, kX, 65, room, 26, route_->name, 4) + 2;
    if (!route_->summary.empty()) y = draw_wrapped(pen, Font::Body, theme.text2, kX, y, room, 20, route_->summary);
    return y;
}

float RoutePanel::draw_lengths(const Pen& pen, float y, float width) const {
    y += 6;
    const auto& branches = line_->branches();
    std::string length = km_text(line_->length_km());
    if (branches.size() > 1)
        length = fmt::format("{}, with {} {}", km_text(branches.front().end_km - branches.front().begin_km),
                             branches.size() > 2 ? fmt::format("its {} branches", branches.size() - 1) : "its branch", length);
    y = draw_fact(pen, "Length", length, y, width);
    y = draw_fact(pen, "Status",
                  shares(
                      *line_, [](const RouteSegment& s) { return static_cast<std::size_t>(s.status); },
                      [](std::size_t k) { return status_name(static_cast<RouteStatus>(k)); }),
                  y, width);
    return draw_fact(pen, "Kinds",
                     shares(
                         *line_, [](const RouteSegment& s) { return static_cast<std::size_t>(s.kind); },
                         [](std::size_t k) { return document::name_of(static_cast<document::RouteKind>(k)); }),
                     y, width);
}

float RoutePanel::draw_buttons(const Ui& ui, const Pen& pen, float y, float width) const {
    const bool shown = ui.state.show_diagram;
    const ButtonLook look{.primary = false, .enabled = true, .icon = Icon::ArrowUpDown, .key = {}};
    const Box box{kX, y, width - 2 * kX, 32};
    if (button(pen, "diagram", box, shown ? "Back to the timeline" : "Distance over time", look)) {
        if (!ui.state.show_timeline) ui.emit(SetPanelShown{"timeline", true});
        ui.emit(SetPanelShown{"diagram", !shown});
    }
    return y + 32;
}

float RoutePanel::draw_events(const Ui& ui, const Pen& pen, float y, float width) const {
    const view::Theme& theme = ui.theme();
    y = draw_heading(pen, "Events along it", events_.empty() ? "" : std::to_string(events_.size()), y, width);
    if (events_.empty())
        return draw_wrapped(pen, Font::Body, theme.text3, kX, y + 4, width - 2 * kX, 20,
                            fmt::format("No event of the briefing lies within {} of the line.", km_text(document::kRouteReachKm)));
    const float top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight();
    for (const RouteEvent& along : events_) {
        const float at = pen.exact_px(0, y).y;
        if (at < bottom && at + kRowH * pen.scale() > top) draw_event(ui, pen, along, y, width);  // a long list costs what is seen
        y += kRowH;
    }
    return y;
}

void RoutePanel::draw_event(const Ui& ui, const Pen& pen, const RouteEvent& along, float y, float width) const {
    const view::Theme& theme = ui.theme();
    const document::Event& event = *briefing_->events()[along.event];
    pen.hline(kX, width - kX, y, theme.line);
    ImGui::PushID(event.id.c_str());
    const auto touch = pen.touch("along", {kX, y + 1, width - 2 * kX, kRowH - 1});
    ImGui::PopID();
    const bool pointed = touch.hovered || ui.state.hovered == event.id;
    if (pointed) pen.fill({kX, y + 1, width - 2 * kX, kRowH - 1}, theme.hover);
    if (touch.hovered) ui.wishes.hovered = event.id;
    if (touch.pressed) ui.emit(Select{event.id, true});
    pen.text(Font::MicroMedium, theme.text2, kX + 1, y + 15, post_text(along.begin_km));
    if (along.end_km - along.begin_km >= 1) pen.text(Font::Micro, theme.text3, kX + 1, y + 29, "–" + post_number(along.end_km));
    const EventLook look = event_look(event, ui.state.playhead, ui.state.recent_days);
    draw_event_symbol(pen, event, look, 84, y + 12, 5, pointed ? theme.hover : theme.panel);
    const float x = 97, right = width - kX - 1;
    const std::string date = event.date ? calendar::describe(*event.date, {.short_months = true}) : "no date";
    const float date_w = pen.text_fitted(Font::Micro, theme.text2, x, y + 29, 110, date);
    pen.text_fitted(Font::Micro, theme.text3, x + date_w + 8, y + 29, right - x - date_w - 8, where_text(along, event, *line_));
    pen.text_fitted(Font::Body, theme.text, x, y + 15, right - x, event.title);
}

float RoutePanel::draw_segments(const Ui& ui, const Pen& pen, float y, float width) const {
    const auto& branches = line_->branches();
    y = draw_heading(pen, "Segments", std::to_string(route_->segments.size()), y, width);
    for (const auto& branch : branches) {
        if (branches.size() > 1) {
            pen.hline(kX, width - kX, y, pen.theme().line);
            std::string name = branch.title();
            if (branch.leaves_another) name += ", leaves at " + post_text(branch.begin_km);
            pen.text_fitted(Font::Micro, pen.theme().text3, kX, y + 17, width - 2 * kX - 80, name);
            pen.text_right(Font::Micro, pen.theme().text3, width - kX, y + 17, km_text(branch.end_km - branch.begin_km));
            y += 25;
        }
        for (const std::uint32_t index : branch.segments) {
            draw_segment(ui, pen, index, y, width);
            y += kRowH;
        }
    }
    return y;
}

void RoutePanel::draw_segment(const Ui& ui, const Pen& pen, std::uint32_t index, float y, float width) const {
    const view::Theme& theme = ui.theme();
    const RouteSegment& segment = route_->segments[index];
    const document::RouteLine::Leg& leg = line_->legs()[index];
    const bool now = document::in_being(segment, {ui.state.playhead, ui.state.playhead + std::chrono::seconds{1}});
    pen.hline(kX, width - kX, y, theme.line);
    ImGui::PushID(static_cast<int>(index));
    const auto touch = pen.touch("segment", {kX, y + 1, width - 2 * kX, kRowH - 1});
    ImGui::PopID();
    if (touch.hovered) {
        pen.fill({kX, y + 1, width - 2 * kX, kRowH - 1}, theme.hover);
        tooltip(ui.look, segment.source.empty() ? "No source given" : segment.source);
    }
    if (touch.pressed) {
        Route part;
        part.segments.push_back(segment);
        ui.emit(FlyTo{camera_for_route(part, ui.state)});
    }
    draw_route_sample(pen, segment.kind, segment.status, kX, y + 12, 30, now ? 1 : 0.4f);
    const std::string length = km_text(leg.length_km());
    const float length_w = pen.width(Font::MicroMedium, length), right = width - kX;
    pen.text_right(Font::MicroMedium, now ? theme.text : theme.text3, right, y + 15, length);
    pen.text_fitted(Font::MicroMedium, now ? theme.text : theme.text3, kTextX, y + 15, right - kTextX - length_w - 8,
                    segment.name.empty() ? segment.branch : segment.name);
    std::string note = fmt::format("{} · {}", document::name_of(segment.kind), status_name(segment.status));
    if (const std::string years = years_of(segment); !years.empty()) note += " · " + years;
    const std::string posts = post_text(leg.begin_km()) + "–" + post_number(leg.end_km());
    const float posts_w = pen.width(Font::Micro, posts);
    pen.text_right(Font::Micro, theme.text3, right, y + 29, posts);
    pen.text_fitted(Font::Micro, theme.text3, kTextX, y + 29, right - kTextX - posts_w - 8, note);
}

float RoutePanel::draw_sources(const Pen& pen, float y, float width) const {
    if (route_->sources.empty()) return y;
    y = draw_heading(pen, "Sources", "", y, width);
    for (const std::string& source : route_->sources)
        y = draw_wrapped(pen, Font::Micro, pen.theme().text2, kX, y + 4, width - 2 * kX, 16, source);
    return draw_wrapped(
        pen, Font::Micro, pen.theme().text3, kX, y + 8, width - 2 * kX, 16,
        "Lengths are measured along the drawn line on the WGS 84 ellipsoid; small bends are cut, so the way itself is longer.");
}

}  // namespace dateline::ui
