#pragma once

#include "session/list.h"
#include "ui/panels.h"
#include "ui/pen.h"

#include <array>
#include <optional>
#include <string_view>

/// What the panels share while one frame is drawn.
namespace dateline::ui {

/// Small facts that panels, keys and menus ask of each other.
struct Wishes {
    bool focus_search = false;
    bool typing_soon = false;  ///< a field was given the keys but does not have them yet
    bool edit_event = false;   ///< open the edit form of what is selected
    bool keys_sheet = false, menus = false;
    bool add_bulletin = false;
    bool add_layer = false;
    bool open_file = false, save_file = false, save_file_as = false;
    bool export_picture = false;  ///< with the dialog
    bool export_now = false;      ///< as last time, to a file of its own
    bool choose_worldview = false;
    bool quit = false;
    std::string open_path;  ///< a file to open without a dialog
    std::string hovered;    ///< the event under the pointer, wherever it is
    std::string hovered_route;
};

struct Ui {
    const session::State& state;
    const Context& context;
    const Look& look;
    const Regions& regions;
    const session::EventList& list;
    Output& out;
    Wishes& wishes;

    const view::Theme& theme() const { return look.theme; }
    const document::Briefing& briefing() const { return *state.briefing; }
    const document::Event* selected() const { return briefing().event(state.selected); }
    void emit(session::Action action) const { out.actions.push_back(std::move(action)); }
    void request(Request request) const { out.requests.push_back(std::move(request)); }
};

/// A part of the window: fixed, undecorated, in its own colour. End with end_region().
Pen begin_region(const Ui& ui, const char* id, view::RectPx rect, Color ground);
void end_region();

// ---- widgets, at scale 1 in the pen's coordinates

/// True when pressed.
bool icon_button(const Pen& pen, const char* id, Icon icon, float x_mid, float y_mid, std::string_view tip, bool on = false,
                 bool enabled = true, float half = 14);
struct ButtonLook {
    bool primary = false;  ///< ink: the one action
    bool enabled = true;
    std::optional<Icon> icon;
    std::string_view key;  ///< a key cap at the right
};
bool button(const Pen& pen, const char* id, Box box, std::string_view label, const ButtonLook& look = {});
float button_width(const Pen& pen, std::string_view label, const ButtonLook& look);
/// Returns the index pressed, -1 for none.
int segments(const Pen& pen, const char* id, Box box, std::initializer_list<std::string_view> labels, int chosen,
             unsigned enabled_mask = ~0u);
float segments_width(const Pen& pen, std::initializer_list<std::string_view> labels);
void key_cap(const Pen& pen, Box box, std::string_view label, Color color);
/// A small framed word that opens something. True when pressed.
bool value_chip(const Pen& pen, const char* id, float x, float y_mid, std::string_view label, float* width);
/// As ImGui's, and Escape closes it.
bool begin_menu(const char* id);
bool begin_context_menu(const char* id);
/// A menu row in a popup with what is chosen ticked.
bool menu_choice(const Ui& ui, const char* label, bool chosen, const char* shortcut = nullptr, bool enabled = true);

// ---- parts of the window

void draw_menu_bar(const Ui& ui);
void draw_toolbar(const Ui& ui);
/// Returns what they cover; no size where the map is too small for them.
view::RectPx draw_map_buttons(const Ui& ui);
/// The row above the axis: transport, speed, trail, window, snap, legend.
class TimelineControls {
  public:
    void draw(const Ui& ui);

  private:
    void window_popup(const Ui& ui);
    std::string typed_window_;
};
/// What is there when nothing is open.
void draw_start_page(const Ui& ui);
void draw_status_bar(const Ui& ui, const std::optional<geo::LonLat>& cursor);
void draw_keys_sheet(const Ui& ui, bool& shown);
void handle_keys(const Ui& ui, bool form_open);
/// A chip or a lane was clicked: that category off or on, or, `alone`, only it or all of them.
void toggle_category(const Ui& ui, document::Category category, bool alone);

/// Base layers that can be switched off: id as view knows it, and its name.
struct LayerName {
    const char* id;
    const char* name;
};
inline constexpr LayerName kLayers[] = {{"relief", "Relief"},        {"rivers", "Rivers"}, {"borders", "Borders"},
                                        {"admin1", "Provinces"},     {"places", "Towns"},  {"labels", "Names"},
                                        {"graticule", "Graticule"},  {"arcs", "Arcs"},     {"degrees", "Degrees at the edge"},
                                        {"locator", "Locator globe"}};

/// What a speed button says and does; slow for a month, fast for a century.
struct SpeedChoice {
    double days_per_s;
    std::string_view label;
};
std::array<SpeedChoice, 3> speed_choices(const calendar::Span& focus);

}  // namespace dateline::ui
