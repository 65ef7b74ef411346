#include "session/framing.h"
#include "ui/parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;

/// An id that no scene has yet.
std::string free_scene_id(const document::Briefing& briefing) {
    for (int number = 1;; ++number) {
        std::string id = fmt::format("scene-{}", number);
        if (std::ranges::none_of(briefing.scenes(), [&](const auto& scene) { return scene->id == id; })) return id;
    }
}

void add_scene(const Ui& ui) {
    const document::Event* event = ui.selected();
    const std::string title = event != nullptr && !event->place.empty()
                                  ? event->place
                                  : calendar::describe(ui.state.playhead, {.short_months = true, .with_year = false});
    ui.emit(AddScene{scene_of(ui.state, free_scene_id(ui.briefing()), title)});
}

void scene_menu(const Ui& ui, const document::Scene& scene) {
    if (!begin_context_menu("scene menu")) return;
    if (menu_choice(ui, "Set to what is shown now", false)) {
        document::Scene next = scene_of(ui.state, scene.id, scene.title);
        next.caption = scene.caption;
        ui.emit(AddScene{next});
    }
    if (menu_choice(ui, "Delete scene", false)) ui.emit(DeleteScene{scene.id});
    ImGui::EndPopup();
}

/// Returns the x after the tab.
float draw_tab(const Ui& ui, const Pen& pen, int number, const document::Scene& scene, float x) {
    const bool current = scene.id == ui.state.scene;
    const std::string label = pen.fitted(Font::BodyBold, scene.title.empty() ? scene.id : scene.title, 180);
    const std::string digit = std::to_string(number);
    const float label_x = x + 16 + pen.width(Font::Micro, digit) + 8;
    const Box box{x, 0, label_x - x + pen.width(Font::BodyBold, label) + 16, 39};
    ImGui::PushID(scene.id.c_str());
    const auto touch = pen.touch("tab", box);
    if (touch.pressed) ui.emit(GoToScene{scene.id});
    if (touch.hovered && !scene.caption.empty()) tooltip(ui.look, scene.caption);
    scene_menu(ui, scene);
    ImGui::PopID();
    const Color color = current || touch.hovered ? ui.theme().text : ui.theme().text2;
    pen.text(Font::Micro, ui.theme().text3, x + 16, Pen::baseline_for(Font::Micro, 20), digit);
    pen.text(current ? Font::BodyBold : Font::Body, color, label_x, Pen::baseline_for(Font::Body, 20), label);
    if (current) pen.fill({box.x, 38, box.w, 2}, ui.theme().ink);
    return box.right() + 4;
}

void draw_tabs(const Ui& ui, const Pen& pen, float x_limit) {
    float x = 8;
    int number = 0;
    for (const auto& scene : ui.briefing().scenes()) {
        if (x > x_limit - 120) break;
        x = draw_tab(ui, pen, ++number, *scene, x);
    }
    if (ui.briefing().events().empty()) return;
    if (icon_button(pen, "add scene", Icon::Plus, x + 18, 20, "Keep what is shown as a scene")) add_scene(ui);
}

/// Flat or as a globe; the View menu has the others. Returns the x before it.
float draw_projection(const Ui& ui, const Pen& pen, float x) {
    const view::Camera& camera = destination(ui.state);
    const bool globe = camera.projection == view::Projection::Globe;
    const float width = segments_width(pen, {"Map", "Globe"}) + 8;
    x -= width;
    if (const int chosen = segments(pen, "projection", {x, 8, width, 24}, {"Map", "Globe"}, globe ? 1 : 0); chosen >= 0)
        ui.emit(SetProjection{chosen == 1 ? view::Projection::Globe : view::Projection::Mercator});
    return x - 16;
}

void layers_popup(const Ui& ui) {
    if (!begin_menu("layers menu")) return;
    for (const LayerName& layer : kLayers) {
        const bool shown = !ui.state.hidden_layers.contains(layer.id);
        if (menu_choice(ui, layer.name, shown)) ui.emit(SetLayerShown{layer.id, !shown});
    }
    ImGui::Separator();
    if (menu_choice(ui, "Overlays", ui.state.show_layers)) ui.emit(SetPanelShown{"layers", !ui.state.show_layers});
    ImGui::EndPopup();
}

}  // namespace

void draw_toolbar(const Ui& ui) {
    const Pen pen = begin_region(ui, "toolbar", ui.regions.toolbar, ui.theme().panel);
    const float width = ui.regions.toolbar.w / pen.scale();
    pen.hline(0, width, 39, ui.theme().line);

    const ButtonLook look{.primary = false, .enabled = true, .icon = Icon::Image, .key = {}};
    const float export_w = button_width(pen, "Export figure", look);
    float x = width - 8 - export_w;
    if (button(pen, "export", {x, 4, export_w, 32}, "Export figure", look)) ui.wishes.export_picture = true;
    x -= 13;
    pen.vline(x, 10, 30, ui.theme().line);
    const bool dark = ui.state.theme == "dark";
    x -= 28;
    if (icon_button(pen, "theme", dark ? Icon::Sun : Icon::Moon, x, 20, dark ? "Light theme (T)" : "Dark theme (T)"))
        ui.emit(SetTheme{dark ? "light" : "dark"});
    x -= 40;
    if (icon_button(pen, "layers", Icon::Layers, x, 20, "Layers of the map", ImGui::IsPopupOpen("layers menu"))) {
        ImGui::SetNextWindowPos(pen.px(x - 14, 38));
        ImGui::OpenPopup("layers menu");
    }
    layers_popup(ui);
    x -= 40;
    if (icon_button(pen, "inspector", Icon::PanelRight, x, 20, "Inspector", ui.state.show_inspector))
        ui.emit(SetPanelShown{"inspector", !ui.state.show_inspector});
    x -= 36;
    if (icon_button(pen, "events", Icon::PanelLeft, x, 20, "Event list", ui.state.show_events))
        ui.emit(SetPanelShown{"events", !ui.state.show_events});
    x = draw_projection(ui, pen, x - 28);
    draw_tabs(ui, pen, x);
    end_region();
}

view::RectPx draw_map_buttons(const Ui& ui) {
    const view::RectPx& map = ui.regions.map;
    const float s = ui.look.scale;
    if (map.w < 200 * s || map.h < 180 * s) return {};
    const view::RectPx rect{map.right() - 48 * s, map.bottom() - 160 * s, 32 * s, 96 * s};
    const Pen pen = begin_region(ui, "map buttons", rect, view::with_alpha(ui.theme().panel, 0));
    pen.fill({0, 0, 32, 96}, ui.theme().panel, 4);
    struct MapButton {
        const char* id;
        Icon icon;
        const char* tip;
    };
    static constexpr MapButton kButtons[] = {
        {"in", Icon::Plus, "Zoom in (+)"}, {"out", Icon::Minus, "Zoom out (−)"}, {"fit", Icon::LocateFixed, "Fit all events (F)"}};
    float y = 16;
    for (const MapButton& b : kButtons) {
        const bool pressed = icon_button(pen, b.id, b.icon, 16, y, b.tip, false, true, 15);
        if (pressed && b.icon == Icon::LocateFixed) ui.emit(FitAll{});
        if (pressed && b.icon != Icon::LocateFixed) {
            view::Camera camera = destination(ui.state);
            camera.zoom = view::held_zoom(camera, camera.zoom + (b.icon == Icon::Plus ? 1 : -1), ui.regions.map, ui.look.scale);
            ui.emit(FlyTo{view::held_on_world(camera, ui.regions.map, ui.look.scale)});
        }
        y += 32;
    }
    pen.hline(0, 32, 32, ui.theme().line);
    pen.hline(0, 32, 64, ui.theme().line);
    pen.outline({0, 0, 32, 96}, ui.theme().line, 4);
    end_region();
    return rect;
}

}  // namespace dateline::ui
