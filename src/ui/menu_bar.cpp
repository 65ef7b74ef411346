#include "document/worldview.h"
#include "ui/keys.h"
#include "ui/parts.h"

#include <fmt/format.h>

namespace dateline::ui {
namespace {

using namespace session;

bool item(const Ui& ui, const char* label, const char* keys = nullptr, bool enabled = true) {
    return menu_choice(ui, label, false, keys, enabled);
}

void file_menu(const Ui& ui) {
    const bool open = !ui.regions.empty;
    if (item(ui, "Open…", "Ctrl O")) ui.wishes.open_file = true;
    if (item(ui, "Add to the briefing…", nullptr, open)) ui.wishes.add_bulletin = true;
    if (item(ui, "Add layer…")) ui.wishes.add_layer = true;
    ImGui::Separator();
    if (item(ui, "Save", "Ctrl S", open)) ui.wishes.save_file = true;
    if (item(ui, "Save as…", "Ctrl Shift S", open)) ui.wishes.save_file_as = true;
    ImGui::Separator();
    if (item(ui, "Picture to a file", "Ctrl E", open)) ui.wishes.export_now = true;
    if (item(ui, "Export figure…", "Ctrl Shift E", open)) ui.wishes.export_picture = true;
    if (item(ui, "Copy picture", "Ctrl Shift C", open)) ui.request({Request::Kind::CopyPicture, {}, {}});
    ImGui::Separator();
    if (item(ui, "Quit", "Ctrl Q")) ui.wishes.quit = true;
}

void edit_menu(const Ui& ui) {
    const History& history = ui.state.history;
    const std::string undo = history.undo.empty() ? "Undo" : "Undo " + history.undo.back().label;
    const std::string redo = history.redo.empty() ? "Redo" : "Redo " + history.redo.back().label;
    if (item(ui, undo.c_str(), "Ctrl Z", !history.undo.empty())) ui.emit(Undo{});
    if (item(ui, redo.c_str(), "Ctrl Shift Z", !history.redo.empty())) ui.emit(Redo{});
    ImGui::Separator();
    if (item(ui, "Find", "Ctrl F")) ui.wishes.focus_search = true;
    ImGui::Separator();
    const bool chosen = ui.selected() != nullptr;
    if (item(ui, "Delete event", "Delete", chosen)) ui.emit(DeleteEvent{ui.state.selected});
}

void view_menu(const Ui& ui) {
    const State& state = ui.state;
    const auto panel = [&](const char* label, const char* id, bool shown) {
        if (menu_choice(ui, label, shown)) ui.emit(SetPanelShown{id, !shown});
    };
    panel("Event list", "events", state.show_events);
    panel("Inspector", "inspector", state.show_inspector);
    panel("Timeline", "timeline", state.show_timeline);
    panel("Overlays", "layers", state.show_layers);
    if (menu_choice(ui, "Flow along the routes", state.flow, nullptr, !ui.context.reduced_motion)) ui.emit(SetFlow{!state.flow});
    ImGui::Separator();
    const view::Camera& shown = destination(state);
    for (const view::Projection projection : geo::kProjections) {
        const std::string name(geo::title_of(projection));
        const char* keys = projection == view::Projection::Globe || projection == view::Projection::Mercator ? "G" : nullptr;
        if (menu_choice(ui, name.c_str(), shown.projection == projection, keys)) ui.emit(SetProjection{projection});
    }
    ImGui::Separator();
    for (const char* theme : {"dark", "light"})
        if (menu_choice(ui, theme == std::string_view("dark") ? "Dark theme" : "Light theme", state.theme == theme, "T"))
            ui.emit(SetTheme{theme});
    ImGui::Separator();
    const auto& worldview = ui.briefing().worldview();
    if (menu_choice(ui, "Boundaries: de facto", !worldview) && worldview) ui.emit(SetWorldview{nullptr});
    if (worldview) menu_choice(ui, ("Boundaries: " + worldview->name).c_str(), true);
    if (item(ui, "Worldview from a file…", nullptr, !ui.regions.empty)) ui.wishes.choose_worldview = true;
    ImGui::Separator();
    if (item(ui, "North up", "N", shown.bearing_deg != 0)) {
        view::Camera north = shown;
        north.bearing_deg = 0;
        ui.emit(FlyTo{north});
    }
}

void events_menu(const Ui& ui) {
    const document::Event* event = ui.selected();
    const bool chosen = event != nullptr;
    const auto review = [&](const char* label, const char* key, document::Review to) {
        if (item(ui, label, key, chosen && event->review != to)) ui.emit(ReviewEvent{ui.state.selected, to});
    };
    review("Accept", "A", document::Review::Accepted);
    review("Reject", "R", document::Review::Rejected);
    review("Put back to review", nullptr, document::Review::Unreviewed);
    if (item(ui, "Edit…", "E", chosen)) ui.wishes.edit_event = true;
    ImGui::Separator();
    if (item(ui, "Playhead to event", "Enter", chosen && event->date)) ui.emit(SetPlayhead{instant_of(*event->date)});
    ImGui::Separator();
    Filters filters = ui.state.filters;
    if (menu_choice(ui, "Only what is to review", filters.only_unreviewed)) {
        filters.only_unreviewed = !filters.only_unreviewed;
        ui.emit(SetFilters{filters});
    }
    if (item(ui, "Clear search and filters", nullptr, ui.state.filters != Filters{})) ui.emit(SetFilters{});
    if (menu_choice(ui, "Newest first", ui.state.newest_first)) ui.emit(SetListOrder{!ui.state.newest_first});
}

void map_menu(const Ui& ui) {
    if (item(ui, "Fit all events", "F")) ui.emit(FitAll{});
    ImGui::Separator();
    for (const LayerName& layer : kLayers) {
        const bool shown = !ui.state.hidden_layers.contains(layer.id);
        if (menu_choice(ui, layer.name, shown)) ui.emit(SetLayerShown{layer.id, !shown});
    }
    ImGui::Separator();
    const bool local = ui.state.map_names == view::MapNames::Local;
    if (menu_choice(ui, "Names as each country writes them", local)) ui.emit(SetMapNames{local ? "english" : "local"});
    ImGui::Separator();
    if (item(ui, "Show all routes", nullptr, !ui.state.hidden_routes.empty()))
        for (const std::string& id : ui.state.hidden_routes) ui.emit(SetRouteShown{id, true});
    if (item(ui, "Hide all routes", nullptr, ui.state.hidden_routes.size() < ui.briefing().routes().size()))
        for (const auto& route : ui.briefing().routes()) ui.emit(SetRouteShown{route->id, false});
}

void timeline_menu(const Ui& ui) {
    const Playback& playback = ui.state.playback;
    if (item(ui, playback.playing ? "Pause" : "Play", "Space")) ui.emit(SetPlaying{!playback.playing});
    if (menu_choice(ui, "Loop", playback.loop, "L")) ui.emit(SetLoop{!playback.loop});
    ImGui::Separator();
    if (item(ui, "Day back", "Left")) ui.emit(StepPlayhead{-1, false});
    if (item(ui, "Day forward", "Right")) ui.emit(StepPlayhead{1, false});
    if (item(ui, "Event before", "Shift Left")) ui.emit(StepPlayhead{-1, true});
    if (item(ui, "Event after", "Shift Right")) ui.emit(StepPlayhead{1, true});
    ImGui::Separator();
    if (item(ui, "Window: all dates")) ui.emit(SetWindow{});
    if (item(ui, "Window: what the timeline shows")) ui.emit(SetWindow{ui.state.timeline});
}

struct Menu {
    const char* label;
    void (*fill)(const Ui&);
};

/// The flag of the name, drawn so that it stays sharp at any scale.
void draw_flag(const Pen& pen) {
    const Color ink = pen.theme().ink;
    pen.fill({19, 8, 2, 16}, ink);
    const ImVec2 notch[] = {pen.exact_px(21, 9), pen.exact_px(28, 9), pen.exact_px(25.5f, 12), pen.exact_px(28, 15), pen.exact_px(21, 15)};
    pen.list()->AddTriangleFilled(notch[0], notch[1], notch[2], packed(ink));
    pen.list()->AddTriangleFilled(notch[2], notch[3], notch[4], packed(ink));
    pen.list()->AddTriangleFilled(notch[0], notch[2], notch[4], packed(ink));
}

std::string title_of(const State& state) {
    if (!state.briefing->title().empty()) return state.briefing->title();
    const std::size_t slash = state.file.find_last_of('/');
    return state.file.empty() ? "No briefing" : state.file.substr(slash == std::string::npos ? 0 : slash + 1);
}

/// The menu's rows while it is open; returns which way the arrow keys lead to another menu.
int draw_popup_menu(const Ui& ui, const Menu& menu, const Pen& pen, float x) {
    int step = 0;
    ImGui::SetNextWindowPos(pen.px(x, 32));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {8 * pen.scale(), 8 * pen.scale()});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {16 * pen.scale(), 8 * pen.scale()});
    if (begin_menu(menu.label)) {
        menu.fill(ui);
        step = pressed({.key = Key::Right}) ? 1 : pressed({.key = Key::Left}) ? -1 : 0;
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
    return step;
}

void draw_menus(const Ui& ui, const Pen& pen, float x) {
    static constexpr Menu kMenus[] = {{"File", file_menu},     {"Edit", edit_menu}, {"View", view_menu},
                                      {"Events", events_menu}, {"Map", map_menu},   {"Timeline", timeline_menu}};
    bool any_open = false;
    int by_key = std::exchange(ui.wishes.menus, false) ? 0 : -1, index = 0;
    for (const Menu& menu : kMenus) any_open = any_open || ImGui::IsPopupOpen(menu.label);
    for (const Menu& menu : kMenus) {
        const Box box{x, 0, pen.width(Font::Body, menu.label) + 20, 31};
        const bool open = ImGui::IsPopupOpen(menu.label);
        const bool pressed = pen.touch(menu.label, box).pressed;
        // While one menu is open, pointing at another opens that one.
        const bool pointed = ImGui::IsMouseHoveringRect(pen.px(box.x, box.y), pen.px(box.right(), box.bottom()), false);
        if (pressed || (any_open && pointed && !open)) ImGui::OpenPopup(menu.label);
        if (open || (pointed && !any_open)) pen.fill({box.x, 4, box.w, 24}, ui.theme().hover, 4);
        pen.text(Font::Body, open || pointed ? ui.theme().text : ui.theme().text2, x + 10, Pen::baseline_for(Font::Body, 16), menu.label);
        constexpr int kCount = static_cast<int>(std::size(kMenus));
        if (const int step = draw_popup_menu(ui, menu, pen, x); step != 0) by_key = (index + step + kCount) % kCount;
        x = box.right();
        ++index;
    }
    if (by_key >= 0) ImGui::OpenPopup(kMenus[by_key].label);
    const Box box{x, 0, pen.width(Font::Body, "Help") + 20, 31};
    const auto touch = pen.touch("Help", box);
    if (touch.hovered) pen.fill({box.x, 4, box.w, 24}, ui.theme().hover, 4);
    pen.text(Font::Body, touch.hovered ? ui.theme().text : ui.theme().text2, x + 10, Pen::baseline_for(Font::Body, 16), "Help");
    if (touch.pressed) ui.wishes.keys_sheet = true;
}

}  // namespace

void draw_menu_bar(const Ui& ui) {
    const Pen pen = begin_region(ui, "menu", ui.regions.menu, ui.theme().panel);
    const float width = ui.regions.menu.w / pen.scale();
    draw_flag(pen);
    pen.text(Font::BodyBold, ui.theme().text, 36, Pen::baseline_for(Font::Body, 16), "Dateline");
    draw_menus(ui, pen, 108);

    constexpr float kMenusEnd = 470;
    const bool empty = ui.briefing().events().empty() && ui.state.file.empty();
    const std::string saved = empty || width < kMenusEnd + 90 ? ""
                                                                ""
                              : ui.state.unsaved              ? "Edited"
                              : ui.state.file.empty()         ? "Not saved"
                                                              : "Saved";
    const float base = Pen::baseline_for(Font::Body, 16);
    pen.text_right(Font::Body, ui.state.unsaved ? ui.theme().warn : ui.theme().text3, width - 16, base, saved);
    const std::string title = width < kMenusEnd + 250 ? "" : pen.fitted(Font::Body, title_of(ui.state), width - kMenusEnd - 170);
    pen.text_right(Font::Body, ui.theme().text2, width - 16 - (saved.empty() ? 0 : pen.width(Font::Body, saved) + 16), base, title);
    pen.hline(0, width, 31, ui.theme().line);
    end_region();
}

}  // namespace dateline::ui
