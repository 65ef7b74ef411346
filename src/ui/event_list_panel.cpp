#include "ui/event_list_panel.h"

#include "document/mentions.h"
#include "ui/status_text.h"
#include "ui/symbols.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
using calendar::Precision;

constexpr float kEventH = 40, kHeadingH = 24;

/// The "~" before it says that it is approximate.
std::string one(calendar::Date date, bool with_year) {
    date.approximate = false;
    return calendar::describe(calendar::Edtf::of(date), {.short_months = true, .with_year = with_year});
}

/// Day or month apart from its year; anything else whole.
DateCell split(const calendar::Date& date, bool heading_names_year) {
    const bool has_day_or_month = date.precision == Precision::Month || date.precision >= Precision::Day;
    if (!has_day_or_month) return {one(date, true), ""};
    calendar::Date day = date;
    if (day.precision > Precision::Day) day.precision = Precision::Day, day.second_of_day = 0;
    return {one(day, false), heading_names_year ? "" : std::to_string(date.year)};
}

/// The place, and how many documents tell it where there are several.
std::string place_line(const document::Event& event) {
    std::string line = where_text(event);
    if (const std::size_t sources = document::source_count(event); sources > 1) line += fmt::format(" · {} sources", sources);
    return line;
}

Color row_text(const view::Theme& theme, const EventLook& look) { return look.phase == Phase::Past ? theme.text2 : theme.text; }

void row_menu(const Ui& ui, const document::Event& event) {
    if (!begin_context_menu("row menu")) return;
    using document::Review;
    if (menu_choice(ui, "Accept", event.review == Review::Accepted, "A")) ui.emit(ReviewEvent{event.id, Review::Accepted});
    if (menu_choice(ui, "Reject", event.review == Review::Rejected, "R")) ui.emit(ReviewEvent{event.id, Review::Rejected});
    if (menu_choice(ui, "Edit…", false, "E")) {
        ui.emit(Select{event.id, false});
        ui.wishes.edit_event = true;
    }
    ImGui::Separator();
    if (menu_choice(ui, "Playhead here", false, "Enter", event.date.has_value())) ui.emit(SetPlayhead{instant_of(*event.date)});
    if (menu_choice(ui, "Delete", false, "Delete")) ui.emit(DeleteEvent{event.id});
    ImGui::EndPopup();
}

}  // namespace

DateCell date_cell(const std::optional<calendar::Edtf>& date, bool heading_names_year) {
    if (!date) return {"–", ""};
    const std::string about = date->approximate() ? "~" : "";
    if (date->open_begin() && date->last()) {
        DateCell cell = split(*date->last(), false);
        return {about + cell.main, cell.below.empty() ? "deadline" : "by " + cell.below};
    }
    if (!date->first()) return {"–", ""};
    DateCell cell = split(*date->first(), heading_names_year && !date->is_interval());
    cell.main = about + cell.main;
    if (date->open_end()) cell.below += cell.below.empty() ? "→" : " →";
    if (date->is_interval() && date->last()) {
        const DateCell end = split(*date->last(), true);
        cell.below = "– " + end.main;
    }
    return cell;
}

std::string full_date(const std::optional<calendar::Edtf>& date) { return date ? calendar::describe(*date) : "No date given"; }

double RowPositions::top_of(std::size_t row) const {
    // Headings above a row: its group's index, and its own group's one when the row is an event.
    const ListRow& r = rows_[row];
    const auto headings = static_cast<double>(r.group + (r.event >= 0 ? 1 : 0));
    return headings * heading_h_ + (static_cast<double>(row) - headings) * event_h_;
}

double RowPositions::total() const {
    if (rows_.empty()) return 0;
    const std::size_t last = rows_.size() - 1;
    return top_of(last) + (rows_[last].event >= 0 ? event_h_ : heading_h_);
}

std::size_t RowPositions::row_at(double y) const {
    std::size_t low = 0, high = rows_.size() - 1;
    while (low < high) {
        const std::size_t mid = (low + high + 1) / 2;
        if (top_of(mid) <= y) low = mid;
        else high = mid - 1;
    }
    return low;
}

void EventListPanel::draw(const Ui& ui) {
    if (ui.regions.events.w <= 0) {
        if (ui.wishes.focus_search) ui.emit(SetPanelShown{"events", true});
        return;
    }
    const Pen pen = begin_region(ui, "events", ui.regions.events, ui.theme().panel);
    const float width = ui.regions.events.w / pen.scale(), height = ui.regions.events.h / pen.scale();
    draw_header(ui, pen, width);
    pen.hline(0, width, 39, ui.theme().line);
    search_.draw(ui, pen, {16, 48, width - 32, 32});
    const float top = draw_category_chips(ui, pen, width, 88);
    pen.hline(0, width, top, ui.theme().line);
    draw_rows(ui, top + 1);
    pen.vline(width - 1, 0, height, ui.theme().line);
    end_region();
}

void EventListPanel::draw_header(const Ui& ui, const Pen& pen, float width) {
    const view::Theme& theme = ui.theme();
    const float base = Pen::baseline_for(Font::Body, 20);
    pen.text(Font::BodyBold, theme.text, 16, base, "Events");
    const std::size_t all = ui.briefing().events().size(), shown = ui.list.event_count();
    const std::string count = shown == all ? fmt::format("{}", all) : fmt::format("{} of {}", shown, all);
    pen.text(Font::BodyMedium, theme.text2, 16 + pen.width(Font::BodyBold, "Events") + 9, base, count);
    if (icon_button(pen, "order", Icon::ArrowUpDown, width - 21, 20, ui.state.newest_first ? "Oldest first" : "Newest first",
                    ui.state.newest_first))
        ui.emit(SetListOrder{!ui.state.newest_first});

    const auto& reviews = ui.list.review_counts();
    const auto of = [&](document::Review review) { return reviews[static_cast<std::size_t>(review)]; };
    const std::string summary = fmt::format("{} accepted · {} to review", of(document::Review::Accepted) + of(document::Review::Edited),
                                            of(document::Review::Unreviewed));
    const bool only = ui.state.filters.only_unreviewed;
    const float text_w = pen.width(Font::Micro, summary), x = width - 41 - text_w;
    if (x < 16 + pen.width(Font::BodyBold, "Events") + 16 + pen.width(Font::BodyMedium, count) || all == 0) return;
    const auto touch = pen.touch("only unreviewed", {x - 6, 8, text_w + 12, 24});
    if (touch.hovered || only) pen.fill({x - 6, 9, text_w + 12, 22}, theme.hover, 4);
    pen.text(Font::Micro, only || touch.hovered ? theme.text : theme.text2, x, Pen::baseline_for(Font::Micro, 20), summary);
    if (touch.hovered) tooltip(ui.look, only ? "Show all events" : "Show only what is to review");
    if (!touch.pressed) return;
    Filters filters = ui.state.filters;
    filters.only_unreviewed = !only;
    ui.emit(SetFilters{filters});
}

void EventListPanel::draw_nothing(const Ui& ui, const Pen& pen) {
    const view::Theme& theme = ui.theme();
    if (ui.briefing().events().empty()) return pen.text(Font::Body, theme.text2, 16, 30, "No event was found in the text.");
    const std::string& search = ui.state.filters.search;
    const float room = ui.regions.events.w / pen.scale() - 32;
    pen.text_fitted(Font::Body, theme.text2, 16, 30, room,
                    search.empty() ? "No event passes the filters." : fmt::format("No event matches “{}”.", search));
    Filters only_search;
    only_search.search = search;
    const bool filtered = ui.state.filters != only_search;
    const std::string_view label = search.empty() ? "Clear the filters" : filtered ? "Clear search and filters" : "Clear the search";
    const float width = button_width(pen, label, {});
    if (button(pen, "clear", {16, 46, width, 32}, label)) ui.emit(SetFilters{});
}

void EventListPanel::draw_rows(const Ui& ui, float top) {
    const view::RectPx& rect = ui.regions.events;
    const float s = ui.look.scale;
    const ImVec2 origin{rect.x, std::round(rect.y + top * s)};
    const float view_h = rect.bottom() - origin.y, view_w = rect.w - std::max(1.f, std::round(s));
    if (view_h < 2) return;
    ImGui::SetCursorScreenPos(origin);
    ImGui::BeginChild("rows", {view_w, view_h}, false, ImGuiWindowFlags_NoNav);
    const auto& rows = ui.list.rows();
    if (rows.empty()) {
        const Pen pen(ui.look, ImGui::GetWindowDrawList(), origin);
        draw_nothing(ui, pen);
        ImGui::EndChild();
        return;
    }
    const RowPositions at(rows, kEventH, kHeadingH);
    follow_selection(ui, at, view_h / s);
    const double scroll = ImGui::GetScrollY() / s;
    const float width = view_w / s;
    for (std::size_t row = at.row_at(scroll); row < rows.size(); ++row) {
        const double y = at.top_of(row) - scroll;
        if (y * s > view_h) break;
        const Pen pen(ui.look, ImGui::GetWindowDrawList(), {origin.x, std::round(origin.y + static_cast<float>(y) * s)});
        ImGui::PushID(static_cast<int>(row));
        if (rows[row].event < 0) draw_heading(ui, pen, ui.list.groups()[static_cast<std::size_t>(rows[row].group)], width);
        else draw_event(ui, pen, rows[row], width);
        ImGui::PopID();
    }
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, static_cast<float>(at.total() * s)});
    ImGui::EndChild();
}

void EventListPanel::follow_selection(const Ui& ui, const RowPositions& at, float view_h) {
    if (ui.state.selected == followed_) return;
    followed_ = ui.state.selected;
    const std::ptrdiff_t row = ui.list.row_of(followed_);
    if (row < 0) return;
    const float s = ui.look.scale;
    const double top = at.top_of(static_cast<std::size_t>(row)), scroll = ImGui::GetScrollY() / s;
    if (top < scroll + kHeadingH) ImGui::SetScrollY(static_cast<float>((top - kHeadingH) * s));
    if (top + kEventH > scroll + view_h) ImGui::SetScrollY(static_cast<float>((top + kEventH + kHeadingH - view_h) * s));
}

void EventListPanel::draw_heading(const Ui& ui, const Pen& pen, const ListGroup& group, float width) {
    pen.fill({0, 0, width, kHeadingH}, ui.theme().well);
    const float base = Pen::baseline_for(Font::Micro, 11.5f);
    pen.text(Font::MicroMedium, ui.theme().text2, 16, base, group.title);
    pen.text_right(Font::MicroMedium, ui.theme().text2, width - 16, base, std::to_string(group.count));
    pen.hline(0, width, kHeadingH - 1, ui.theme().line);
}

void EventListPanel::draw_event(const Ui& ui, const Pen& pen, const ListRow& row, float width) {
    const view::Theme& theme = ui.theme();
    const document::Event& event = *ui.list.briefing().events()[static_cast<std::size_t>(row.event)];
    const bool selected = event.id == ui.state.selected;
    const auto touch = pen.touch("row", {0, 0, width, kEventH});
    if (touch.pressed) ui.emit(Select{event.id, true});
    if (touch.double_clicked && event.date) ui.emit(SetPlayhead{instant_of(*event.date)});
    row_menu(ui, event);
    if (touch.hovered) ui.wishes.hovered = event.id;
    const Color ground = selected ? theme.hover : touch.hovered || ui.state.hovered == event.id ? theme.raised : theme.panel;
    pen.fill({0, 0, width, kEventH}, ground);
    if (selected) pen.fill({0, 0, 3, kEventH - 1}, theme.ink);

    const EventLook look = event_look(event, ui.state.playhead, ui.state.recent_days);
    const bool rejected = event.review == document::Review::Rejected;
    const Color main = rejected ? theme.text3 : row_text(theme, look);
    const std::string& heading = ui.list.groups()[static_cast<std::size_t>(row.group)].title;
    const bool dated_heading = heading != "Earlier" && heading != "Later" && heading != "No date";
    const DateCell cell = date_cell(event.date, dated_heading);
    pen.text_fitted(Font::BodyMedium, main, 16.5f, cell.below.empty() ? 24.5f : 18, 58, cell.main);
    if (!cell.below.empty()) pen.text_fitted(Font::Micro, theme.text3, 16.5f, 31, 58, cell.below);
    draw_event_symbol(pen, event, look, 80, 20, 5.5f, ground);
    const float room = width - 96 - 42;
    pen.text_fitted(selected ? Font::BodyBold : Font::Body, main, 96, 16.5f, room, event.title);
    pen.text_fitted(Font::Micro, theme.text3, 96, 31, room, place_line(event));
    if (rejected) pen.hline(96, 96 + std::min(room, pen.width(Font::Body, event.title)), 12, theme.text3);
    draw_review_mark(pen, event.review, width - 20.5f, 19);
    pen.hline(0, width, kEventH - 1, theme.line);
}

}  // namespace dateline::ui
