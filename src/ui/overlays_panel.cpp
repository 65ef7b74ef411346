#include "ui/overlays_panel.h"

#include "ui/symbols.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
constexpr float kHeaderH = 32, kRowH = 24, kMargin = 16, kFootH = 37;
constexpr float kRowGap = 9;        // between layers and routes
constexpr float kDateH = 96;        // the map's date stands above
constexpr float kMostPart = 0.42f;  // of the map's height: what happens there goes first

constexpr float kNarrow = 112;  // folded on a small map, for the credits beside it

float width_on(float map_w) { return std::clamp(std::round(map_w * 0.03f) * 8, 256.f, 304.f); }

}  // namespace

std::string_view plain_name(const document::Route& route) {
    const std::string_view name = route.name;
    const std::size_t bracket = name.find(" (");
    return bracket == std::string_view::npos || bracket == 0 ? name : name.substr(0, bracket);
}

void OverlaysPanel::list_routes(const Ui& ui) {
    const document::Briefing& briefing = ui.briefing();
    const std::string key = ui.state.file + '\n' + (briefing.bulletins().empty() ? briefing.title() : briefing.bulletins().front()->id);
    if (key != listed_for_) {
        listed_for_ = key;
        all_ = false;
        first_shown_.clear();
        for (const auto& route : briefing.routes())
            if (!ui.state.hidden_routes.contains(route->id)) first_shown_.insert(route->id);
    }
    listed_.clear();
    others_.clear();
    for (const auto& route : briefing.routes()) (first_shown_.contains(route->id) ? listed_ : others_).push_back(route.get());
    // Two or fewer are not worth a fold.
    if (listed_.empty() || others_.size() <= 2) {
        listed_.insert(listed_.end(), others_.begin(), others_.end());
        others_.clear();
    }
}

std::size_t OverlaysPanel::row_count() const { return listed_.size() + (others_.empty() ? 0 : 1) + (all_ ? others_.size() : 0); }

float OverlaysPanel::list_height(const Ui& ui) const {
    const float layers = layers_.height(ui);
    return static_cast<float>(row_count()) * kRowH + layers + (layers > 0 && row_count() > 0 ? kRowGap : 0);
}

void OverlaysPanel::draw(const Ui& ui) {
    rect_ = {};
    const float s = ui.look.scale;
    const view::RectPx& map = ui.regions.map;
    const float broad = width_on(map.w / s);
    if (!ui.state.show_layers || map.w < (broad + 40) * s || map.h < 96 * s) return;
    list_routes(ui);
    const float rows_h = list_height(ui);
    const float room = map.h / s - 2 * kMargin - kDateH;
    const bool small = map.w < 640 * s || map.h < 360 * s;
    const bool folded = folded_.value_or(small) || room < kHeaderH + 3 * kRowH + kFootH;
    const float width = folded && small ? kNarrow : broad;
    const float most = std::min(room, std::max(kHeaderH + 16 + 3 * kRowH + kFootH, kMostPart * map.h / s));
    const float list_h = std::min(rows_h, std::max(0.f, most - kHeaderH - kFootH - 16));
    const float height = folded ? kHeaderH : kHeaderH + (rows_h > 0 ? list_h + 16 : 0) + kFootH;
    const float foot = small ? 2 * kMargin : kMargin;  // on a small map the credits go below
    rect_ = {map.x + kMargin * s, map.bottom() - (foot + height) * s, width * s, height * s};

    const Pen pen = begin_region(ui, "overlays", rect_, view::with_alpha(ui.theme().panel, 0));
    pen.fill({0, 0, width, height}, ui.theme().panel, 4);
    draw_header(ui, pen, width, folded);
    if (!folded) {
        pen.hline(0, width, kHeaderH, ui.theme().line);
        if (rows_h > 0) {
            draw_rows(ui, pen, width, list_h);
            pen.hline(0, width, height - kFootH, ui.theme().line);
        }
        const float y = height - kFootH / 2;
        draw_dashes(pen, 15, 34, y, ui.theme().disputed, 1.4f, {5, 3.5f});
        for (float x = 38; x < 50; x += 4) pen.line(x, y - 4, std::min(x + 8, 50.f), y - 4 + std::min(8.f, 50 - x), ui.theme().disputed, 1);
        pen.text(Font::Micro, ui.theme().text2, 62, Pen::baseline_for(Font::Micro, y), "Disputed boundary or area");
    }
    pen.outline({0, 0, width, height}, ui.theme().line, 4);
    end_region();
}

void OverlaysPanel::draw_rows(const Ui& ui, const Pen& pen, float width, float height) {
    const float s = pen.scale();
    const ImVec2 origin = pen.px(1, kHeaderH + 9);
    ImGui::SetCursorScreenPos(origin);
    ImGui::BeginChild("routes", {(width - 2) * s, height * s}, false, ImGuiWindowFlags_NoNav);
    Pen row(ui.look, ImGui::GetWindowDrawList(), {origin.x - s, origin.y - ImGui::GetScrollY()});
    if (list_height(ui) > height + 0.5f) width -= 10;  // the scroll bar's
    if (const float layers = layers_.height(ui); layers > 0) {
        layers_.draw(ui, row, width);
        row = row.moved(0, layers);
        if (row_count() > 0) {
            row.hline(12, width - 12, 4, ui.theme().line);
            row = row.moved(0, kRowGap);
        }
    }
    const auto draw_all = [&](const std::vector<const document::Route*>& routes) {
        for (const document::Route* route : routes) {
            ImGui::PushID(route->id.c_str());
            draw_route(ui, row, *route, width);
            ImGui::PopID();
            row = row.moved(0, kRowH);
        }
    };
    draw_all(listed_);
    if (!others_.empty()) {
        draw_more(ui, row, width);
        row = row.moved(0, kRowH);
        if (all_) draw_all(others_);
    }
    ImGui::EndChild();
}

void OverlaysPanel::draw_header(const Ui& ui, const Pen& pen, float width, bool folded) {
    const float base = Pen::baseline_for(Font::Micro, kHeaderH / 2);
    pen.text(Font::MicroBold, ui.theme().text, 13, base, "Overlays");
    if (width > kNarrow) draw_flow(ui, pen, width);
    const auto left = pen.touch("fold", {0, 0, width > kNarrow ? width - 53 : width - 29, kHeaderH});
    const auto right = pen.touch("fold arrow", {width - 29, 0, 29, kHeaderH});
    const Pen::Touch touch{left.hovered || right.hovered, left.pressed || right.pressed, false, false};
    pen.icon(folded ? Icon::ChevronUp : Icon::ChevronDown, touch.hovered ? ui.theme().text : ui.theme().text2, width - 17, kHeaderH / 2);
    if (touch.pressed) folded_ = !folded;
}

void OverlaysPanel::draw_flow(const Ui& ui, const Pen& pen, float width) {
    const float base = Pen::baseline_for(Font::Micro, kHeaderH / 2);
    const std::size_t all = ui.briefing().routes().size();
    const std::string shown = fmt::format("{} of {}", all - std::min(all, ui.state.hidden_routes.size()), all);
    pen.text_right(Font::Micro, ui.theme().text2, width - 57, base, shown);
    const char* tip = ui.context.reduced_motion ? "Flow along the routes: off, as motion is reduced" : "Flow along the routes";
    if (icon_button(pen, "flow", Icon::FastForward, width - 41, kHeaderH / 2, tip, ui.state.flow, !ui.context.reduced_motion, 11))
        ui.emit(SetFlow{!ui.state.flow});
}

void OverlaysPanel::draw_more(const Ui& ui, const Pen& pen, float width) {
    const view::Theme& theme = ui.theme();
    const auto touch = pen.touch("more", {0, 0, width, kRowH});
    if (touch.hovered) pen.fill({1, 0, width - 2, kRowH}, theme.hover);
    if (touch.pressed) all_ = !all_;
    if (touch.hovered) tooltip(ui.look, all_ ? "Fold these away" : "Routes that the documents do not name");
    const Color color = touch.hovered ? theme.text : theme.text2;
    pen.icon(all_ ? Icon::ChevronDown : Icon::ChevronRight, color, 32, kRowH / 2);
    pen.text(Font::Micro, color, 62, Pen::baseline_for(Font::Micro, kRowH / 2), fmt::format("{} more routes", others_.size()));
}

void OverlaysPanel::draw_route(const Ui& ui, const Pen& pen, const document::Route& route, float width) {
    const view::Theme& theme = ui.theme();
    const bool hidden = ui.state.hidden_routes.contains(route.id);
    const bool chosen = ui.state.selected_route == route.id;
    const float y = kRowH / 2;
    const auto toggle = pen.touch("toggle", {0, 0, 54, kRowH});
    const auto eye = pen.touch("eye", {width - 30, 0, 30, kRowH});
    const auto name = pen.touch("name", {54, 0, width - 84, kRowH});
    if (toggle.pressed || eye.pressed) ui.emit(SetRouteShown{route.id, hidden});
    if (name.pressed) {
        if (hidden) ui.emit(SetRouteShown{route.id, true});
        if (!chosen) ui.emit(Select{"", false});  // the inspector shows one or the other
        ui.emit(SelectRoute{chosen ? "" : route.id});
    }
    const bool hovered = toggle.hovered || eye.hovered || name.hovered;
    if (hovered || ui.state.hovered_route == route.id) pen.fill({1, 0, width - 2, kRowH}, theme.hover);
    if (hovered && !hidden) ui.wishes.hovered_route = route.id;
    if (toggle.hovered || eye.hovered) tooltip(ui.look, hidden ? "Show" : "Hide");
    draw_route_sample(pen, route.kind, route.status, 15, y, 35, hidden ? 0.3f : 1);

    const std::string_view status = status_word(route.status);
    const float base = Pen::baseline_for(Font::Micro, y);
    float room = width - 62 - 12;
    if (hovered) {
        pen.icon(hidden ? Icon::EyeOff : Icon::Eye, eye.hovered || toggle.hovered ? theme.text : theme.text2, width - 17, y);
        room -= 24;
    } else if (!status.empty() && !hidden) {
        pen.text_right(chosen ? Font::MicroBold : Font::Micro, theme.text2, width - 9, base, status);
        room -= pen.width(Font::MicroBold, status) + 8;
    }
    const std::string shown = pen.fitted(Font::MicroMedium, plain_name(route), room);
    pen.text(chosen ? Font::MicroBold : Font::MicroMedium, hidden ? theme.text3 : theme.text, 62, base, shown);
    if (name.hovered && (shown != route.name || !status.empty()))
        tooltip(ui.look, status.empty() ? route.name : fmt::format("{} · {}", route.name, status));
}

}  // namespace dateline::ui
