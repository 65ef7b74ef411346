#include "ui/keys.h"

#include "session/framing.h"
#include "ui/parts.h"

#include <imgui.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
using document::Review;

#if IMGUI_VERSION_NUM >= 18700
ImGuiKey index_of(Key key) {
    static constexpr ImGuiKey kKeys[] = {
        ImGuiKey_None,   ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home, ImGuiKey_End,
        ImGuiKey_Delete, ImGuiKey_Space,     ImGuiKey_Enter,      ImGuiKey_Escape,  ImGuiKey_F1,        ImGuiKey_F10,  ImGuiKey_A,
        ImGuiKey_C,      ImGuiKey_E,         ImGuiKey_F,          ImGuiKey_G,       ImGuiKey_L,         ImGuiKey_O,    ImGuiKey_Q,
        ImGuiKey_R,      ImGuiKey_S,         ImGuiKey_T,          ImGuiKey_Y,       ImGuiKey_Z};
    return kKeys[static_cast<std::size_t>(key)];
}
#else
/// Before 1.87 a key is the backend's own number. GLFW's letters are their capitals, and F1 is 290.
int index_of(Key key) {
    static constexpr ImGuiKey kNamed[] = {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home,
                                          ImGuiKey_End,       ImGuiKey_Delete,     ImGuiKey_Space,   ImGuiKey_Enter,     ImGuiKey_Escape};
    static constexpr std::string_view kLetters = "ACEFGLOQRSTYZ";
    constexpr int kGlfwF1 = 290, kGlfwF10 = 299;
    if (key == Key::None) return -1;
    if (key == Key::F1) return kGlfwF1;
    if (key == Key::F10) return kGlfwF10;
    const auto at = static_cast<std::size_t>(key);
    if (key >= Key::A) return kLetters[at - static_cast<std::size_t>(Key::A)];
    return ImGui::GetKeyIndex(kNamed[at - static_cast<std::size_t>(Key::Left)]);
}
#endif

bool typed(char character) {
    const auto& queue = ImGui::GetIO().InputQueueCharacters;
    return std::any_of(queue.begin(), queue.end(), [&](ImWchar c) { return c == static_cast<ImWchar>(character); });
}

// ---- what the keys do

void review_as(const Ui& ui, Review review) {
    const document::Event* event = ui.selected();
    if (event != nullptr) ui.emit(ReviewEvent{event->id, event->review == review ? Review::Unreviewed : review});
}

void zoom_by(const Ui& ui, double levels) {
    view::Camera camera = destination(ui.state);  // presses in quick succession add up
    camera.zoom = view::held_zoom(camera, camera.zoom + levels, ui.regions.map, ui.look.scale);
    ui.emit(FlyTo{view::held_on_world(camera, ui.regions.map, ui.look.scale)});
}

void toggle_globe(const Ui& ui) {
    const view::Camera& camera = destination(ui.state);
    ui.emit(SetProjection{camera.projection == view::Projection::Globe ? view::Projection::Mercator : view::Projection::Globe});
}

/// To the next multiple, so that presses come back to north.
void turn_by(const Ui& ui, double degrees) {
    view::Camera camera = destination(ui.state);
    camera.bearing_deg = degrees == 0 ? 0 : std::round((camera.bearing_deg + degrees) / degrees) * degrees;
    ui.emit(FlyTo{camera});
}

void go_to_scene(const Ui& ui, std::size_t number) {
    const auto& scenes = ui.briefing().scenes();
    if (number < scenes.size()) ui.emit(GoToScene{scenes[number]->id});
}

void window_from_playhead(const Ui& ui, bool begin) {
    calendar::Span window = ui.state.window;
    (begin ? window.begin : window.end) = ui.state.playhead;
    if (window.begin < window.end) ui.emit(SetWindow{window});
}

/// What is nearest to hand is let go first: the selection, then the search.
void step_back(const Ui& ui) {
    if (!ui.state.selected.empty()) return ui.emit(Select{"", false});
    if (ui.state.show_diagram) return ui.emit(SetPanelShown{"diagram", false});
    if (!ui.state.selected_route.empty()) return ui.emit(SelectRoute{""});
    if (!ui.state.selected_dispute.empty()) return ui.emit(SelectDispute{""});
    if (ui.state.filters != Filters{}) ui.emit(SetFilters{});
}

void playhead_to_event(const Ui& ui) {
    const document::Event* event = ui.selected();
    if (event != nullptr && event->date) ui.emit(SetPlayhead{instant_of(*event->date)});
}

template <std::size_t number>
void scene(const Ui& ui) {
    go_to_scene(ui, number);
}

constexpr Chord plain(Key key) { return {key, false, false, false, 0}; }
constexpr Chord shift(Key key) { return {key, false, true, false, 0}; }
constexpr Chord ctrl(Key key) { return {key, true, false, false, 0}; }
constexpr Chord ctrl_shift(Key key) { return {key, true, true, false, 0}; }
constexpr Chord letter(char c) { return {Key::None, false, false, false, c}; }

constexpr std::string_view kTime = "Time", kEvents = "Events", kMap = "Map and scenes", kFile = "Briefing";

constexpr Shortcut kShortcuts[] = {
    {kTime, "Space", "Play, pause", plain(Key::Space), [](const Ui& ui) { ui.emit(SetPlaying{!ui.state.playback.playing}); }},
    {kTime, "←", "A day back", plain(Key::Left),
     [](const Ui& ui) {
         ui.emit(StepPlayhead{-1, false});
     },
     true},
    {kTime, "→", "A day on", plain(Key::Right),
     [](const Ui& ui) {
         ui.emit(StepPlayhead{1, false});
     },
     true},
    {kTime, "Shift ←", "To the event before", shift(Key::Left),
     [](const Ui& ui) {
         ui.emit(StepPlayhead{-1, true});
     },
     true},
    {kTime, "Shift →", "To the event after", shift(Key::Right),
     [](const Ui& ui) {
         ui.emit(StepPlayhead{1, true});
     },
     true},
    {kTime, "Home", "To the start", plain(Key::Home), [](const Ui& ui) { ui.emit(SetPlayhead{play_range(ui.state).begin}); }},
    {kTime, "End", "To the end", plain(Key::End),
     [](const Ui& ui) { ui.emit(SetPlayhead{play_range(ui.state).end - std::chrono::seconds{1}}); }},
    {kTime, "[", "Window begins at the playhead", letter('['), [](const Ui& ui) { window_from_playhead(ui, true); }},
    {kTime, "]", "Window ends at the playhead", letter(']'), [](const Ui& ui) { window_from_playhead(ui, false); }},
    {kTime, "L", "Loop", plain(Key::L), [](const Ui& ui) { ui.emit(SetLoop{!ui.state.playback.loop}); }},

    {kEvents, "↓", "Next event of the list", plain(Key::Down), [](const Ui& ui) { ui.emit(SelectNext{1}); }, true},
    {kEvents, "↑", "Event before it", plain(Key::Up), [](const Ui& ui) { ui.emit(SelectNext{-1}); }, true},
    {kEvents, "Enter", "Playhead to the event", plain(Key::Enter), playhead_to_event},
    {kEvents, "A", "Accept", plain(Key::A), [](const Ui& ui) { review_as(ui, Review::Accepted); }},
    {kEvents, "E", "Edit", plain(Key::E), [](const Ui& ui) { ui.wishes.edit_event = ui.selected() != nullptr; }},
    {kEvents, "R", "Reject", plain(Key::R), [](const Ui& ui) { review_as(ui, Review::Rejected); }},
    {kEvents, "Delete", "Delete", plain(Key::Delete),
     [](const Ui& ui) {
         if (ui.selected() != nullptr) ui.emit(DeleteEvent{ui.state.selected});
     }},
    {kEvents, "Ctrl F", "Search", ctrl(Key::F), [](const Ui& ui) { ui.wishes.focus_search = true; }, false, true},
    {kEvents, "Esc", "Let go of selection, then of search", plain(Key::Escape), step_back},

    {kMap, "F", "Everything on the map", plain(Key::F), [](const Ui& ui) { ui.emit(FitAll{}); }},
    {kMap, "+", "Closer", letter('+'), [](const Ui& ui) { zoom_by(ui, 1); }},
    {kMap, "−", "Farther", letter('-'), [](const Ui& ui) { zoom_by(ui, -1); }},
    {kMap, ",", "Turn the map to the left", letter(','), [](const Ui& ui) { turn_by(ui, 15); }},
    {kMap, ".", "Turn the map to the right", letter('.'), [](const Ui& ui) { turn_by(ui, -15); }},
    {kMap, "N", "North up", letter('n'), [](const Ui& ui) { turn_by(ui, 0); }},
    {kMap, "1", "To the first scene", letter('1'), scene<0>},
    {kMap, "2", "To the second scene, and so on", letter('2'), scene<1>},
    {kMap, "", "", letter('3'), scene<2>},
    {kMap, "", "", letter('4'), scene<3>},
    {kMap, "", "", letter('5'), scene<4>},
    {kMap, "", "", letter('6'), scene<5>},
    {kMap, "", "", letter('7'), scene<6>},
    {kMap, "", "", letter('8'), scene<7>},
    {kMap, "", "", letter('9'), scene<8>},
    {kMap, "G", "Map or globe", plain(Key::G), toggle_globe},
    {kMap, "T", "Dark or light", plain(Key::T), [](const Ui& ui) { ui.emit(SetTheme{ui.state.theme == "dark" ? "light" : "dark"}); }},

    {kFile, "Ctrl O", "Open", ctrl(Key::O), [](const Ui& ui) { ui.wishes.open_file = true; }, false, true},
    {kFile, "Ctrl S", "Save", ctrl(Key::S), [](const Ui& ui) { ui.wishes.save_file = true; }, false, true},
    {kFile, "Ctrl Shift S", "Save as", ctrl_shift(Key::S), [](const Ui& ui) { ui.wishes.save_file_as = true; }, false, true},
    {kFile, "Ctrl Z", "Undo", ctrl(Key::Z), [](const Ui& ui) { ui.emit(Undo{}); }, true},
    {kFile, "Ctrl Shift Z", "Redo", ctrl_shift(Key::Z), [](const Ui& ui) { ui.emit(Redo{}); }, true},
    {kFile, "", "", ctrl(Key::Y), [](const Ui& ui) { ui.emit(Redo{}); }, true},
    {kFile, "Ctrl E", "Picture to a file", ctrl(Key::E), [](const Ui& ui) { ui.wishes.export_now = true; }, false, true},
    {kFile, "Ctrl Shift E", "Picture, with its size and place", ctrl_shift(Key::E), [](const Ui& ui) { ui.wishes.export_picture = true; },
     false, true},
    {kFile, "Ctrl Shift C", "Picture to the clipboard", ctrl_shift(Key::C),
     [](const Ui& ui) {
         ui.request({Request::Kind::CopyPicture, {}, {}});
     },
     false, true},
    {kFile, "F10", "Menus", plain(Key::F10), [](const Ui& ui) { ui.wishes.menus = true; }, false, true},
    {kFile, "F1", "This sheet", plain(Key::F1), [](const Ui& ui) { ui.wishes.keys_sheet = true; }, false, true},
    {kFile, "Ctrl Q", "Quit", ctrl(Key::Q), [](const Ui& ui) { ui.wishes.quit = true; }, false, true},
};

}  // namespace

bool pressed(const Chord& chord, bool repeat) {
    const ImGuiIO& io = ImGui::GetIO();
    if (chord.character != 0) return !io.KeyCtrl && !io.KeyAlt && typed(chord.character);
    if (io.KeyCtrl != chord.ctrl || io.KeyShift != chord.shift || io.KeyAlt != chord.alt) return false;
    if (ImGui::IsKeyPressed(index_of(chord.key), repeat)) return true;
    if (chord.key != Key::Enter) return false;
#if IMGUI_VERSION_NUM >= 18700
    return ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, repeat);
#else
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), repeat);
#endif
}

std::span<const Shortcut> shortcuts() { return kShortcuts; }

void handle_keys(const Ui& ui, bool form_open) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (popup) return;
    for (const Shortcut& shortcut : kShortcuts) {
        if ((io.WantTextInput || ui.wishes.typing_soon) && !shortcut.while_typing) continue;
        if (form_open && shortcut.chord.key == Key::Escape) continue;  // the form's own way out
        if (pressed(shortcut.chord, shortcut.repeats)) shortcut.run(ui);
    }
}

}  // namespace dateline::ui
