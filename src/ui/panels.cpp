#include "ui/panels.h"

#include "ui/camera_flight.h"
#include "ui/dialogs.h"
#include "ui/event_list_panel.h"
#include "ui/inspector_panel.h"
#include "ui/keys.h"
#include "ui/map_gestures.h"
#include "ui/overlays_panel.h"
#include "ui/style.h"
#include "ui/timeline_gestures.h"

#include <algorithm>

namespace dateline::ui {
namespace {

/// Events that the list takes in a frame: some milliseconds' worth.
constexpr std::size_t kListSlice = 50'000;
/// Longer pauses, as when the machine slept, do not make the playhead leap.
constexpr double kLongestStep_s = 0.25;

}  // namespace

struct Panels::Impl {
    explicit Impl(FontFiles files) : fonts(std::move(files)) {}

    void draw_parts(const Ui& ui, const Pointer& pointer);
    void use_pointer(const Ui& ui, const Pointer& pointer);
    void pass_time(const Ui& ui, double elapsed_s);

    Fonts fonts;
    session::EventList list;
    EventListPanel events;
    InspectorPanel inspector;
    OverlaysPanel overlays;
    TimelineControls timeline_controls;
    MapGestures map;
    TimelineGestures timeline;
    CameraFlight flight;
    Dialogs dialogs;
    Wishes wishes;
    bool keys_sheet = false;
    double last_s = -1;
    std::string styled_theme;
    float styled_scale = 0;
    view::RectPx map_buttons;
};

void Panels::Impl::pass_time(const Ui& ui, double elapsed_s) {
    flight.update(ui, map.moves_map());
    if (!ui.state.playback.playing) return;
    ui.out.animating = true;
    if (elapsed_s > 0 && !timeline.scrubbing()) ui.emit(session::Tick{std::min(elapsed_s, kLongestStep_s)});
}

void Panels::Impl::use_pointer(const Ui& ui, const Pointer& pointer) {
    if (!timeline.active()) map.update(ui, pointer);
    if (!map.active() && !ui.regions.empty) timeline.update(ui, pointer);
}

void Panels::Impl::draw_parts(const Ui& ui, const Pointer& pointer) {
    draw_menu_bar(ui);
    draw_toolbar(ui);
    if (ui.regions.empty) {
        map_buttons = {};
        overlays.hide();
        draw_start_page(ui);
    } else {
        events.draw(ui);
        inspector.draw(ui);
        timeline_controls.draw(ui);
        overlays.draw(ui);
        map_buttons = draw_map_buttons(ui);
    }
    draw_status_bar(ui, map.cursor(ui, pointer));
    keys_sheet = std::exchange(wishes.keys_sheet, false) || keys_sheet;
    if (keys_sheet) draw_keys_sheet(ui, keys_sheet);
    dialogs.draw(ui);
}

Panels::Panels(FontFiles files) : impl_(std::make_unique<Impl>(std::move(files))) {}
Panels::~Panels() = default;
Panels::Panels(Panels&&) noexcept = default;
Panels& Panels::operator=(Panels&&) noexcept = default;

Fonts& Panels::fonts() { return impl_->fonts; }

Regions Panels::regions(const session::State& state, const Context& context) const {
    return regions_of(state, context.width_px, context.height_px, context.scale);
}

void Panels::ask_to_open(std::string path) { impl_->dialogs.ask_to_open(std::move(path)); }
void Panels::ask_to_quit() { impl_->dialogs.ask_to_quit(); }
void Panels::show_error(std::string line) { impl_->dialogs.show_error(std::move(line)); }
bool Panels::has_dialog() const { return impl_->dialogs.any() || impl_->keys_sheet; }
std::vector<view::RectPx> Panels::covered() const {
    std::vector<view::RectPx> rects{impl_->overlays.rect(), impl_->map_buttons};
    std::erase_if(rects, [](const view::RectPx& rect) { return rect.w <= 0; });
    return rects;
}
bool Panels::editing() const { return impl_->inspector.form_open(); }

Output Panels::draw(const session::State& state, const Context& context) {
    Impl& my = *impl_;
    Output out;
    if (my.styled_theme != context.theme.name || my.styled_scale != context.scale) {
        my.styled_theme = context.theme.name;
        my.styled_scale = context.scale;
        apply_style(context.theme, context.scale);
    }
    if (!my.list.update(state, kListSlice)) out.animating = true;
    const Regions where = regions(state, context);
    const Look look{context.theme, my.fonts, context.scale, &out.animating};
    my.wishes.hovered.clear();
    my.wishes.hovered_route.clear();
    const Ui ui{state, context, look, where, my.list, out, my.wishes};

    // The arrows move in menus, and only there: everywhere else they are the program's.
    constexpr int kAnyPopup = ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel;
    ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsPopupOpen("", kAnyPopup)) io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    else io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;

    const double elapsed_s = my.last_s < 0 ? 0 : std::max(0.0, context.now_s - my.last_s);
    my.last_s = context.now_s;
    const Pointer pointer = pointer_now(elapsed_s);
    if (!my.dialogs.any() && !my.keys_sheet) handle_keys(ui, my.inspector.form_open());
    my.pass_time(ui, elapsed_s);
    my.use_pointer(ui, pointer);
    my.draw_parts(ui, pointer);
    if (my.wishes.hovered != state.hovered) ui.emit(session::Hover{my.wishes.hovered});
    if (my.wishes.hovered_route != state.hovered_route) ui.emit(session::HoverRoute{my.wishes.hovered_route});
    return out;
}

}  // namespace dateline::ui
