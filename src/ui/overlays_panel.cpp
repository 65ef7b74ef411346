#include "ui/overlays_panel.h"

#include "ui/symbols.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace dateline::ui {
namespace {

using namespace session;
constexpr float kWidth = 256, kHeaderH = 32, kRowH = 24, kMargin = 16;


}  // namespace

void OverlaysPanel::draw(const Ui& ui) {
    rect_ = {};
    const auto& routes = ui.briefing().routes();
    const float s = ui.look.scale;
    const view::RectPx& map = ui.regions.map;
    if (!ui.state.show_layers || map.w < (kWidth + 100) * s || map.h < 96 * s) return;
    const auto count = static_cast<float>(routes.size());
    const float rows_h = count * kRowH;
    const float room = map.h / s - 2 * kMargin - 96;   // below the date that the map shows
    const float foot_h = 37;
    const bool folded = folded_ || room < kHeaderH + 3 * kRowH + foot_h;
    const float list_h = std::min(rows_h, std::max(0.f, room - kHeaderH - foot_h - 16));
    const float height = folded ? kHeaderH : kHeaderH + (count > 0 ? list_h + 16 : 0) + foot_h;
    rect_ = {map.x + kMargin * s, map.bottom() - (kMargin + height) * s, kWidth * s, height * s};

    const Pen pen = begin_region(ui, "overlays", rect_, view::with_alpha(ui.theme().panel, 0));
    pen.fill({0, 0, kWidth, height}, ui.theme().panel, 4);
    draw_header(ui, pen, kWidth);
    if (!folded) {
        pen.hline(0, kWidth, kHeaderH, ui.theme().line);
        if (count > 0) {
            const ImVec2 origin = pen.px(1, kHeaderH + 9);
            ImGui::SetCursorScreenPos(origin);
            ImGui::BeginChild("routes", {(kWidth - 2) * s, list_h * s}, false, ImGuiWindowFlags_NoNav);
            Pen row(ui.look, ImGui::GetWindowDrawList(), {origin.x - s, origin.y - ImGui::GetScrollY()});
            for (const auto& route : routes) {
                ImGui::PushID(route->id.c_str());
                draw_route(ui, row, *route, kWidth);
                ImGui::PopID();
                row = row.moved(0, kRowH);
            }
            ImGui::EndChild();
            pen.hline(0, kWidth, height - foot_h, ui.theme().line);
        }
        const float y = height - foot_h / 2;
        draw_dashes(pen, 15, 50, y, ui.theme().disputed, 1.4f, {5, 3.5f});
        pen.text(Font::Micro, ui.theme().text2, 62, Pen::baseline_for(Font::Micro, y), "Disputed or undelimited boundary");
    }
    pen.outline({0, 0, kWidth, height}, ui.theme().line, 4);
    end_region();
}

void OverlaysPanel::draw_header(const Ui& ui, const Pen& pen, float width) {
    const float base = Pen::baseline_for(Font::Micro, kHeaderH / 2);
    pen.text(Font::MicroBold, ui.theme().text, 13, base, "Overlays");
    const std::size_t all = ui.briefing().routes().size();
    const std::string shown = fmt::format("{} of {}", all - std::min(all, ui.state.hidden_routes.size()), all);
    pen.text_right(Font::Micro, ui.theme().text2, width - 33, base, shown);
    const auto touch = pen.touch("fold", {0, 0, width, kHeaderH});
    pen.icon(folded_ ? Icon::ChevronUp : Icon::ChevronDown, touch.hovered ? ui.theme().text : ui.theme().text2, width - 17,
             kHeaderH / 2);
    if (touch.pressed) folded_ = !folded_;
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
        ui.emit(SelectRoute{chosen ? "" : route.id});
    }
    const bool hovered = toggle.hovered || eye.hovered || name.hovered;
    if (hovered) pen.fill({1, 0, width - 2, kRowH}, theme.hover);
    draw_route_sample(pen, route.kind, route.status, 15, y, 35, hidden ? 0.3f : 1);

    const Color color = hidden ? theme.text3 : theme.text;
    const std::string_view status = status_word(route.status);
    const float base = Pen::baseline_for(Font::Micro, y);
    float room = width - 62 - 12;
    if (hovered) {
        pen.icon(hidden ? Icon::EyeOff : Icon::Eye, eye.hovered || toggle.hovered ? theme.text : theme.text2, width - 17, y);
        room -= 24;
    } else if (!status.empty()) {
        pen.text_right(chosen ? Font::MicroBold : Font::Micro, hidden ? theme.text3 : theme.text2, width - 9, base, status);
        room -= pen.width(Font::MicroBold, status) + 8;
    }
    const std::string_view full = route.name;
    const bool fits = pen.width(Font::MicroMedium, full) <= room || route.short_name.empty();
    pen.text_fitted(chosen ? Font::MicroBold : Font::MicroMedium, color, 62, base, room, fits ? full : std::string_view(route.short_name));
}

}  // namespace dateline::ui
