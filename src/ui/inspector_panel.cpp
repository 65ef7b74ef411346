#include "ui/inspector_panel.h"

#include "document/mentions.h"
#include "ui/dispute.h"
#include "ui/event_list_panel.h"
#include "ui/overlays_panel.h"
#include "ui/status_text.h"
#include "ui/symbols.h"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
using document::Event;
using document::Review;
constexpr float kLabelX = 17, kValueX = 97, kRowH = 32;

void draw_label(const Pen& pen, float y, std::string_view label) { pen.text(Font::Micro, pen.theme().text3, kLabelX, y, label); }

std::string_view review_word(Review review) {
    switch (review) {
        case Review::Unreviewed: return "To review";
        case Review::Accepted: return "Accepted";
        case Review::Edited: return "Edited";
        case Review::Rejected: return "Rejected";
    }
    return "";
}

std::string_view precision_word(document::PlacePrecision precision) {
    using document::PlacePrecision;
    switch (precision) {
        case PlacePrecision::None: return "";
        case PlacePrecision::Exact: return "Exact place";
        case PlacePrecision::Settlement: return "Town";
        case PlacePrecision::District: return "District";
        case PlacePrecision::Region: return "Region";
        case PlacePrecision::Corridor: return "Along a line";
        case PlacePrecision::Water: return "Water";
        case PlacePrecision::Country: return "Whole country";
        case PlacePrecision::CountryGroup: return "Countries";
    }
    return "";
}

std::string_view date_basis_word(document::DateBasis basis) {
    using document::DateBasis;
    switch (basis) {
        case DateBasis::None: return "";
        case DateBasis::Explicit: return "date as written";
        case DateBasis::InferredYear: return "year inferred";
        case DateBasis::Relative: return "date counted from another";
        case DateBasis::Context: return "date from the context";
    }
    return "";
}

std::string_view place_basis_word(document::PlaceBasis basis) {
    using document::PlaceBasis;
    switch (basis) {
        case PlaceBasis::None: return "";
        case PlaceBasis::Explicit: return "place as written";
        case PlaceBasis::Inferred: return "place inferred";
    }
    return "";
}

/// What `dateline compare` found of the event: "redated, was 25 April 2023".
std::string change_words(const Event& event) {
    const auto text = [&](std::string_view name) {
        const std::string* json = document::property(event, name);
        return json != nullptr && json->size() >= 2 && json->front() == '"' ? json->substr(1, json->size() - 2) : std::string();
    };
    std::string words = text("change");
    if (words.empty() || words == "unchanged") return {};
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    const std::string date = text("date_before"), place = text("place_before");
    const auto parsed = calendar::Edtf::parse(date);
    if (!date.empty()) words += ", was " + (parsed ? calendar::describe(*parsed, {.short_months = true}) : date);
    if (!place.empty()) words += (date.empty() ? ", was " : ", in ") + place;
    return words;
}

void draw_review_tag(const Pen& pen, const Event& event, float x_right, float y) {
    const std::string_view word = review_word(event.review);
    const float width = pen.width(Font::MicroMedium, word) + 31;
    const Box box{x_right - width, y - 10, width, 20};
    pen.fill(box, pen.theme().raised, 3);
    pen.outline(box, pen.theme().line, 3);
    if (event.review == Review::Unreviewed) draw_dashed_ring(pen, box.x + 13, y, 5, pen.theme().warn, 1.2f);
    else draw_review_mark(pen, event.review, box.x + 13, y);
    pen.text(Font::MicroMedium, pen.theme().text, box.x + 24, Pen::baseline_for(Font::Micro, y), word);
}

/// The date at a coarser precision: what the source is sure of, when its day is not to be trusted.
std::optional<calendar::Edtf> coarsened(const calendar::Edtf& date, calendar::Precision precision) {
    if (date.is_interval() || !date.first()) return std::nullopt;
    calendar::Date coarse = *date.first();
    const bool plain = coarse.precision == calendar::Precision::Year || coarse.precision == calendar::Precision::Month ||
                       coarse.precision >= calendar::Precision::Day;
    if (!plain || coarse.precision < precision) return std::nullopt;
    coarse.precision = precision;
    coarse.second_of_day = 0;
    if (precision < calendar::Precision::Day) coarse.day = 0;
    if (precision < calendar::Precision::Month) coarse.month = 0;
    return calendar::Edtf::of(coarse);
}

const std::initializer_list<std::string_view> kPrecisions{"Year", "Month", "Day"};

/// Of the buttons that coarsen a date, with the gap before them; 0 where there are none.
float precision_width(const Pen& pen, const Event& event) {
    return event.date && !event.date->is_interval() ? segments_width(pen, kPrecisions) + 12 : 0;
}

void draw_precision(const Ui& ui, const Pen& pen, const Event& event, float x_right, float y) {
    using calendar::Precision;
    static constexpr Precision kSteps[] = {Precision::Year, Precision::Month, Precision::Day};
    if (!event.date || event.date->is_interval()) return;
    unsigned enabled = 0;
    int chosen = -1;
    for (int i = 0; i < 3; ++i) {
        if (coarsened(*event.date, kSteps[i])) enabled |= 1u << i;
        if (event.date->precision() == kSteps[i] || (i == 2 && event.date->precision() > Precision::Day)) chosen = i;
    }
    const float width = segments_width(pen, kPrecisions);
    const int pressed = segments(pen, "precision", {x_right - width, y - 12, width, 24}, kPrecisions, chosen, enabled);
    if (pressed < 0 || pressed == chosen) return;
    Event next = event;
    next.date = coarsened(*event.date, kSteps[pressed]);
    next.review = Review::Edited;
    ui.emit(EditEvent{std::move(next), ""});
}

}  // namespace

void InspectorPanel::draw(const Ui& ui) {
    if (ui.regions.inspector.w <= 0) {
        form_.close();
        if (ui.wishes.edit_event && ui.selected() != nullptr) ui.emit(SetPanelShown{"inspector", true});
        else ui.wishes.edit_event = false;
        return;
    }
    const Pen pen = begin_region(ui, "inspector", ui.regions.inspector, ui.theme().panel);
    const float width = ui.regions.inspector.w / pen.scale(), height = ui.regions.inspector.h / pen.scale();
    const Event* event = ui.selected();
    if (ui.wishes.edit_event && event != nullptr) form_.start(*event);
    ui.wishes.edit_event = false;
    if (event == nullptr || !form_.edits(event->id)) form_.close();
    draw_header(ui, pen, width);

    const float foot_h = event != nullptr ? 56 : 0;
    const ImVec2 origin = pen.px(1, 40);
    const float body_h = std::max(1.f, height - 40 - foot_h);
    ImGui::SetCursorScreenPos(origin);
    ImGui::BeginChild("body", {(width - 1) * pen.scale(), body_h * pen.scale()}, false, ImGuiWindowFlags_NoNav);
    const std::string shown = event != nullptr ? event->id : ui.state.selected_route;
    if (scrolled_for_ != shown) ImGui::SetScrollY(0);
    scrolled_for_ = shown;
    const Pen body(ui.look, ImGui::GetWindowDrawList(), {origin.x, origin.y - ImGui::GetScrollY()});
    const document::Route* route = ui.briefing().route(ui.state.selected_route);
    if (event != nullptr && form_.open()) {
        content_h_ = form_.draw(ui, body, *event, width);
    } else if (event != nullptr) {
        float y = draw_facts(ui, body, *event, width);
        y = draw_evidence(ui, body, *event, width, y);
        y = draw_told(ui, body, width, y);
        content_h_ = draw_also(ui, body, width, y);
    } else if (const document::Dispute* dispute = route == nullptr ? dispute_of(ui, ui.state.selected_dispute) : nullptr) {
        content_h_ = draw_dispute_facts(ui, body, *dispute, width);
    } else {
        content_h_ = route != nullptr ? route_.draw(ui, body, *route, width) : draw_briefing_facts(ui, body, width);
    }
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, content_h_ * pen.scale()});
    ImGui::EndChild();
    if (event != nullptr) draw_footer(ui, pen, *event, width, height - foot_h);
    pen.vline(0, 0, height, ui.theme().line);
    end_region();
}

void InspectorPanel::draw_header(const Ui& ui, const Pen& pen, float width) {
    const bool event = ui.selected() != nullptr;
    const bool route = !event && ui.briefing().route(ui.state.selected_route) != nullptr;
    const bool dispute = dispute_of(ui, ui.state.selected_dispute) != nullptr;
    const float base = Pen::baseline_for(Font::Body, 20);
    pen.text(Font::BodyBold, ui.theme().text, kLabelX, base, event ? "Event" : route ? "Route" : dispute ? "Boundary" : "Briefing");
    pen.hline(0, width, 39, ui.theme().line);
    if (route) return draw_route_header(ui, pen, width);
    if (!event) return;
    if (const document::Route* along = ui.briefing().route(ui.state.selected_route)) {
        const std::string label = pen.fitted(Font::MicroMedium, along->short_name.empty() ? plain_name(*along) : along->short_name, 96);
        if (value_chip(pen, "back to route", kLabelX + pen.width(Font::BodyBold, "Event") + 12, 20, label, nullptr))
            ui.emit(Select{"", false});
        if (ImGui::IsItemHovered()) tooltip(ui.look, fmt::format("Back to {} (Esc)", plain_name(*along)));
    }
    const std::ptrdiff_t place = ui.list.place_of(ui.state.selected);
    const auto count = static_cast<std::ptrdiff_t>(ui.list.event_count());
    const auto step = [&](std::ptrdiff_t by) {
        const auto& rows = ui.list.rows();
        std::ptrdiff_t row = ui.list.row_of(ui.state.selected);
        do row += by;
        while (row >= 0 && row < static_cast<std::ptrdiff_t>(rows.size()) && rows[static_cast<std::size_t>(row)].event < 0);
        if (row < 0 || row >= static_cast<std::ptrdiff_t>(rows.size())) return;
        const auto index = static_cast<std::size_t>(rows[static_cast<std::size_t>(row)].event);
        ui.emit(Select{ui.list.briefing().events()[index]->id, true});
    };
    if (icon_button(pen, "previous", Icon::ChevronUp, width - 45, 20, "Event above (Up)", false, place > 0, 11)) step(-1);
    if (icon_button(pen, "next", Icon::ChevronDown, width - 21, 20, "Event below (Down)", false, place >= 0 && place + 1 < count, 11))
        step(1);
    const std::string where = place >= 0 ? fmt::format("{} of {}", place + 1, count) : "filtered out";
    pen.text_right(Font::Micro, ui.theme().text2, width - 60, Pen::baseline_for(Font::Micro, 20), where);
}

float InspectorPanel::draw_facts(const Ui& ui, const Pen& pen, const Event& event, float width) {
    const view::Theme& theme = ui.theme();
    const float right = width - 17, value_w = right - kValueX;
    draw_event_symbol(pen, event, {Phase::Recent, 1}, 24, 28, 6, theme.panel);
    std::string what(view::label_of(event.category));
    const bool says_more = event.kind != "other" && event.kind != document::name_of(event.category);
    if (!event.kind.empty() && says_more) what += " · " + event.kind;
    pen.text_fitted(Font::Micro, theme.text2, 41, Pen::baseline_for(Font::Micro, 28), right - 41 - 90, what);
    draw_review_tag(pen, event, right, 28);

    float y = 65;
    const auto measure = [&](std::string_view text) { return pen.width(Font::Title, text); };
    for (const std::string& line : wrapped(event.title, right - kLabelX, measure, 5)) {
        pen.text_fitted(Font::Title, theme.text, kLabelX, y, right - kLabelX, line);
        y += 26;
    }
    y += 10;
    draw_label(pen, y, "Date");
    const float date_w = value_w - precision_width(pen, event);
    std::string date = full_date(event.date);
    if (event.date && pen.width(Font::BodyMedium, date) > date_w) date = calendar::describe(*event.date, {.short_months = true});
    pen.text_fitted(Font::BodyMedium, theme.text, kValueX, y, date_w, date);
    draw_precision(ui, pen, event, right, y - 5);
    y += kRowH;

    draw_label(pen, y, "Place");
    const std::string place = where_text(event);
    const std::string_view precision = precision_word(event.place_precision);
    const float precision_w = pen.width(Font::Micro, precision) + 8;
    const float place_w = pen.text_fitted(event.place.empty() ? Font::Body : Font::BodyMedium,
                                          event.place.empty() ? theme.text3 : theme.text, kValueX, y, value_w - precision_w, place);
    pen.text_right(Font::Micro, theme.text3, right, y, precision);
    const std::string others = ui.context.other_names ? ui.context.other_names(event) : "";
    const float others_w = value_w - precision_w - place_w - 9;
    if (!others.empty() && others_w > 24) pen.text_fitted(Font::Body, theme.text2, kValueX + place_w + 9, y, others_w, others);
    y += kRowH;
    y = draw_other_names(ui, pen, event, right, y);
    if (!event.actors.empty()) y = draw_actors(ui, pen, event, right, y);
    if (!event.attribution.empty()) {
        draw_label(pen, y, "Said by");
        pen.text_fitted(Font::Body, theme.text, kValueX, y, value_w, event.attribution);
        y += kRowH;
    }
    if (const std::string change = change_words(event); !change.empty()) {
        draw_label(pen, y, "Change");
        pen.text_fitted(Font::Body, theme.text, kValueX, y, value_w, change);
        y += kRowH;
    }
    if (event.confidence > 0) {
        draw_label(pen, y, "Confidence");
        pen.text(Font::BodyMedium, theme.text, kValueX, y, fmt::format("{:.2f}", event.confidence));
        std::string basis(date_basis_word(event.date_basis));
        const std::string_view place_basis = place_basis_word(event.place_basis);
        if (!basis.empty() && !place_basis.empty()) basis += " · ";
        basis += place_basis;
        const Box bar{kValueX + 45, y + 2, value_w - 45, 3};
        pen.text_fitted(Font::Micro, theme.text2, bar.x, y - 3, bar.w, basis);
        pen.fill(bar, theme.line);
        pen.fill({bar.x, bar.y, bar.w * static_cast<float>(std::clamp(event.confidence, 0.0, 1.0)), 3}, theme.text2);
        y += kRowH;
    }
    return y - 9;
}

/// The map names a place as the source does; here is what it is called elsewhere.
float InspectorPanel::draw_other_names(const Ui& ui, const Pen& pen, const Event& event, float right, float y) {
    const std::string names = ui.context.names_elsewhere ? ui.context.names_elsewhere(event) : "";
    if (names.empty()) return y;
    ui.look.fonts.want(names);
    draw_label(pen, y, "Also called");
    const auto measure = [&](std::string_view text) { return pen.width(Font::Body, text); };
    for (const std::string& line : wrapped(names, right - kValueX, measure, 3)) {
        pen.text_fitted(Font::Body, ui.theme().text2, kValueX, y, right - kValueX, line);
        y += 20;
    }
    return y + kRowH - 20;
}

float InspectorPanel::draw_actors(const Ui& ui, const Pen& pen, const Event& event, float right, float y) {
    draw_label(pen, y, "Actors");
    float x = kValueX;
    for (const std::string& actor : event.actors) {
        const std::string shown = pen.fitted(Font::MicroMedium, actor, right - kValueX - 14);
        const float chip_w = pen.width(Font::MicroMedium, shown) + 14;
        if (x > kValueX && x + chip_w > right) x = kValueX, y += 24;
        ImGui::PushID(&actor);
        if (value_chip(pen, "actor", x, y - 4, shown, nullptr)) {
            Filters filters = ui.state.filters;
            filters.search = actor;
            ui.emit(SetFilters{filters});
        }
        if (ImGui::IsItemHovered()) tooltip(ui.look, "Show the events that name " + actor);
        ImGui::PopID();
        x += chip_w + 8;
    }
    return y + kRowH;
}

const TextIndex& InspectorPanel::index_of(const document::Bulletin& bulletin, const document::Briefing& briefing) {
    if (indexed_.get() != &bulletin) {
        for (const auto& shared : briefing.bulletins())
            if (shared.get() == &bulletin) indexed_ = shared;
        index_.emplace(bulletin.text);
    }
    return *index_;
}

void InspectorPanel::refresh_evidence(const Ui& ui, const Pen& pen, const Event& event, float width) {
    if (evidence_.briefing == ui.state.briefing && evidence_.event_id == event.id && evidence_.width == width &&
        evidence_.scale == pen.scale())
        return;
    evidence_ = {ui.state.briefing, event.id, width, pen.scale(), {}, {}, {}, 0, {}};
    lay_out_told(ui, pen, event, width);
    const document::Bulletin* bulletin = ui.briefing().bulletin(event.source);
    const bool whole = bulletin != nullptr && event.quote_span.end > event.quote_span.begin;
    evidence_.paragraph =
        whole ? index_of(*bulletin, ui.briefing()).paragraph_around(event.quote_span) : Paragraph{event.quote, event.quote_span};
    ui.look.fonts.want(evidence_.paragraph.text);
    evidence_.lines =
        lay_out(evidence_.paragraph, marks_of(event), width, [&](std::string_view text) { return pen.width(Font::Body, text); });
    if (!whole) return;
    const document::TextSpan span = evidence_.paragraph.span;
    for (const auto& other : ui.briefing().events())
        if (other->source == event.source && other->id != event.id && other->quote_span.begin >= span.begin &&
            other->quote_span.begin < span.end && other->quote_span.end > other->quote_span.begin)
            evidence_.also.push_back(other.get());
}

float InspectorPanel::draw_evidence(const Ui& ui, const Pen& pen, const Event& event, float width, float y) {
    const view::Theme& theme = ui.theme();
    if (event.quote.empty()) {
        pen.text(Font::Body, theme.text3, kLabelX, y + 18, "The record gives no quotation.");
        return y + 32;
    }
    const float box_w = width - 34;
    refresh_evidence(ui, pen, event, box_w - 26);
    const float text_h = static_cast<float>(evidence_.lines.size()) * 20;
    const bool has_spans = event.date_span.end > 0 || event.place_span.end > 0 || !event.actor_spans.empty();
    const Box box{kLabelX, y, box_w, 32 + 13 + text_h + (has_spans ? 36.f : 13.f)};
    pen.fill(box, theme.well, 4);
    pen.outline(box, theme.line, 4);
    const std::string source = citation_of(ui.briefing(), event.source, event.section, document::page_of(event));
    pen.text_fitted(Font::Micro, theme.text2, box.x + 13, Pen::baseline_for(Font::Micro, y + 16), box_w - 60, source);
    const float copy_x = box.right() - 21;
    if (icon_button(pen, "copy quote", Icon::Copy, copy_x, y + 16, "Copy the sentence", false, true, 12))
        ImGui::SetClipboardText(event.quote.c_str());
    pen.hline(box.x + 1, box.right() - 1, y + 32, theme.line);
    float below = draw_lines(pen, evidence_.lines, box.x + 13, y + 45);
    if (has_spans) {
        float x = box.x + 13;
        for (const auto& [word, mark] : {std::pair{"Date", Mark::Date}, {"Actors", Mark::Actor}, {"Place", Mark::Place}}) {
            const float word_w = pen.width(Font::Micro, word);
            const bool given = (mark == Mark::Date && event.date_span.end > 0) || (mark == Mark::Place && event.place_span.end > 0) ||
                               (mark == Mark::Actor && !event.actor_spans.empty());
            if (!given) continue;
            pen.text(Font::Micro, theme.text2, x, below + 18, word);
            draw_legend_underline(pen, mark, x, x + word_w, below + 21);
            x += word_w + 16;
        }
    }
    return box.bottom();
}

float InspectorPanel::draw_also(const Ui& ui, const Pen& pen, float width, float y) {
    if (evidence_.also.empty() || evidence_.briefing != ui.state.briefing || evidence_.event_id != ui.state.selected) return y + 16;
    const view::Theme& theme = ui.theme();
    const float right = width - 17;
    pen.text(Font::Micro, theme.text3, kLabelX, y + 24, "Also in this paragraph");
    y += 33;
    for (const Event* event : evidence_.also) {
        pen.hline(kLabelX, right, y, theme.line);
        ImGui::PushID(event->id.c_str());
        const auto touch = pen.touch("also", {kLabelX, y + 1, right - kLabelX, 27});
        ImGui::PopID();
        if (touch.hovered) pen.fill({kLabelX, y + 1, right - kLabelX, 27}, theme.hover), ui.wishes.hovered = event->id;
        if (touch.pressed) ui.emit(Select{event->id, true});
        const EventLook look = event_look(*event, ui.state.playhead, ui.state.recent_days);
        draw_event_symbol(pen, *event, {look.phase, 1}, 24, y + 14.5f, 6, theme.panel);
        const std::string date =
            event->date ? calendar::describe(*event->date, {.short_months = true, .with_year = event->date->imprecise()}) : "";
        const float date_w = pen.width(Font::Micro, date);
        pen.text_right(Font::Micro, theme.text2, right, Pen::baseline_for(Font::Micro, y + 14.5f), date);
        pen.text_fitted(Font::Body, theme.text, 41, Pen::baseline_for(Font::Body, y + 14.5f), right - 41 - date_w - 12, event->title);
        y += 28;
    }
    return y + 16;
}

void InspectorPanel::draw_footer(const Ui& ui, const Pen& pen, const Event& event, float width, float y) {
    pen.fill({1, y, width - 1, 56}, ui.theme().panel);
    pen.hline(0, width, y, ui.theme().line);
    const float x = kLabelX, right = width - 17, gap = 8;
    const float unit = (right - x - 2 * gap) / 327;  // look.md's widths: 120, 104, 103
    const Box first{x, y + 13, 120 * unit, 32}, second{first.right() + gap, y + 13, 104 * unit, 32};
    const Box third{second.right() + gap, y + 13, right - second.right() - gap, 32};
    if (form_.open()) {
        const bool can_save = form_.valid();
        const Box save{x, y + 13, (right - x - gap) / 2, 32}, cancel{save.right() + gap, y + 13, save.w, 32};
        if (button(pen, "save edit", save, "Save", {.primary = can_save, .enabled = can_save, .icon = Icon::Check, .key = "Ctrl ↵"}))
            form_.save(ui, event);
        if (button(pen, "cancel edit", cancel, "Cancel", {.icon = Icon::X, .key = "Esc"})) form_.close();
        return;
    }
    const bool accepted = event.review == Review::Accepted, rejected = event.review == Review::Rejected;
    if (button(pen, "accept", first, accepted ? "Accepted" : "Accept",
               {.primary = !accepted, .enabled = true, .icon = Icon::Check, .key = "A"}))
        ui.emit(ReviewEvent{event.id, accepted ? Review::Unreviewed : Review::Accepted});
    if (button(pen, "edit", second, "Edit", {.icon = Icon::Pencil, .key = "E"})) form_.start(event);
    if (button(pen, "reject", third, rejected ? "Restore" : "Reject", {.icon = Icon::X, .key = "R"}))
        ui.emit(ReviewEvent{event.id, rejected ? Review::Unreviewed : Review::Rejected});
}

}  // namespace dateline::ui
