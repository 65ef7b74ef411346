#include "ui/ui_support.h"
#include "document/mentions.h"

#include "view/text.h"

#include <imgui.h>
#include <array>
#include <filesystem>

namespace dateline::ui::testing {
namespace {

std::filesystem::path assets() { return std::filesystem::path(DATELINE_SOURCE_DIR) / "assets"; }

const FontFiles& font_files() {
    static const FontFiles files = FontFiles::from(view::Typesetter::open(assets()).value());
    return files;
}

#if IMGUI_VERSION_NUM >= 18700
void set_key(ImGuiKey key, bool down) { ImGui::GetIO().AddKeyEvent(key, down); }
ImGuiKey backend_key(Key key) {
    static constexpr ImGuiKey kKeys[] = {
        ImGuiKey_None,   ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home, ImGuiKey_End,
        ImGuiKey_Delete, ImGuiKey_Space,     ImGuiKey_Enter,      ImGuiKey_Escape,  ImGuiKey_F1,        ImGuiKey_F10,  ImGuiKey_A,
        ImGuiKey_C,      ImGuiKey_E,         ImGuiKey_F,          ImGuiKey_G,       ImGuiKey_L,         ImGuiKey_O,    ImGuiKey_Q,
        ImGuiKey_R,      ImGuiKey_S,         ImGuiKey_T,          ImGuiKey_Y,       ImGuiKey_Z};
    return kKeys[static_cast<std::size_t>(key)];
}
void set_modifiers(bool ctrl, bool shift, bool alt) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl), io.AddKeyEvent(ImGuiMod_Shift, shift), io.AddKeyEvent(ImGuiMod_Alt, alt);
}
void map_keys() {}
#else
void set_key(int key, bool down) { ImGui::GetIO().KeysDown[key] = down; }
/// GLFW's numbers, as its backend has them.
int backend_key(Key key) {
    static constexpr std::array<int, 26> kGlfw{0,   263, 262, 265, 264, 268, 269, 261, 32,  257, 256, 290, 299,
                                               'A', 'C', 'E', 'F', 'G', 'L', 'O', 'Q', 'R', 'S', 'T', 'Y', 'Z'};
    return kGlfw[static_cast<std::size_t>(key)];
}
void set_modifiers(bool ctrl, bool shift, bool alt) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = ctrl, io.KeyShift = shift, io.KeyAlt = alt;
}
void map_keys() {
    ImGuiIO& io = ImGui::GetIO();
    const std::pair<ImGuiKey, int> keys[] = {
        {ImGuiKey_Tab, 258},   {ImGuiKey_LeftArrow, 263}, {ImGuiKey_RightArrow, 262},  {ImGuiKey_UpArrow, 265},   {ImGuiKey_DownArrow, 264},
        {ImGuiKey_Home, 268},  {ImGuiKey_End, 269},       {ImGuiKey_Delete, 261},      {ImGuiKey_Backspace, 259}, {ImGuiKey_Space, 32},
        {ImGuiKey_Enter, 257}, {ImGuiKey_Escape, 256},    {ImGuiKey_KeyPadEnter, 335}, {ImGuiKey_A, 'A'},         {ImGuiKey_C, 'C'},
        {ImGuiKey_V, 'V'},     {ImGuiKey_X, 'X'},         {ImGuiKey_Y, 'Y'},           {ImGuiKey_Z, 'Z'}};
    for (auto [key, number] : keys) io.KeyMap[key] = number;
}
#endif

document::Event placed(document::Event e, std::string place, double lon_deg, double lat_deg) {
    e.place = std::move(place);
    e.geometry = geo::LonLat{lon_deg, lat_deg};
    e.place_precision = document::PlacePrecision::Settlement;
    return e;
}

document::Event quoted(document::Event e, std::string_view text, std::string_view quote) {
    const auto at = static_cast<std::uint32_t>(text.find(quote));  // the text is ASCII
    e.source = "doc";
    e.quote = quote;
    e.quote_span = {at, at + static_cast<std::uint32_t>(quote.size())};
    e.date_span = {at, at + 10};
    e.actor_spans = {{at + 12, at + 20}};
    return e;
}

}  // namespace

document::Event event(const std::string& id, const std::string& title, const std::string& edtf, document::Category category) {
    document::Event e;
    e.id = id;
    e.title = title;
    e.category = category;
    if (!edtf.empty()) e.date = calendar::Edtf::parse(edtf).value();
    return e;
}

std::shared_ptr<const document::Briefing> briefing() {
    using document::Category;
    const std::string text = "On 4 March, the bridge at Vantor opened. On 9 March, ministers met there again.\n\nA last paragraph.";
    std::vector<document::Event> events{
        event("old", "Harbour founded", "1951", Category::Society),
        quoted(placed(event("a", "Bridge opened at Vantor", "2021-03-04", Category::Transport), "Vantor", 20, 45), text,
               "On 4 March, the bridge at Vantor opened."),
        quoted(placed(event("b", "Ministers meet", "2021-03-09"), "Kell", 21, 44), text, "On 9 March, ministers met there again."),
        placed(event("c", "Pump station hit", "2021-03-09", Category::Security), "Kell", 22, 45),
        placed(event("d", "Ferry resumes", "2021-03-17", Category::Transport), "Oster", 24, 44),
        placed(event("e", "Talks close", "2021-03-26"), "Vantor", 23, 43),
        event("by", "Line to be doubled", "../2029", Category::Energy),
        event("none", "Undated remark", "", Category::Statement),
    };
    events[2].actors = {"Foreign Ministry", "A very long name of an institution that has to be cut somewhere in its middle"};
    events[2].attribution = "the Foreign Ministry";
    events[2].confidence = 0.93;
    document::set_mentions(events[2], {{"other", "A section", std::string(300, 'x') + " They met on 9 March.", {10, 331}, 4}});
    document::set_property(events[2], "change", "\"redated\"");
    document::set_property(events[2], "date_before", "\"2021-03-08\"");
    document::Briefing::Parts parts;
    parts.title = "Test briefing";
    for (auto& e : events) parts.events.push_back(std::make_shared<const document::Event>(std::move(e)));
    parts.bulletins.push_back(
        std::make_shared<const document::Bulletin>(document::Bulletin{"doc", "Test briefing", "test.md", {}, "", text}));
    for (const char* id : {"line", "pipe"}) {
        document::Route route;
        route.id = id;
        route.name = id == std::string("line") ? "Northern railway" : "A pipeline with a name that is much too long for its row";
        route.kind = id == std::string("line") ? document::RouteKind::Rail : document::RouteKind::Pipeline;
        route.status = id == std::string("line") ? document::RouteStatus::Existing : document::RouteStatus::Planned;
        route.segments.push_back({});
        route.segments.back().line = {{20, 45}, {24, 44}};
        parts.routes.push_back(std::make_shared<const document::Route>(std::move(route)));
    }
    return std::make_shared<const document::Briefing>(document::Briefing(std::move(parts)));
}

TestWindow::TestWindow(float width_px, float height_px, float scale)
    : panels(font_files()),
      imgui_(ImGui::CreateContext()),
      dark_(view::load_theme(assets(), "dark").value()),
      light_(view::load_theme(assets(), "light").value()),
      width_px_(width_px),
      height_px_(height_px),
      scale_(scale) {
    ImGui::SetCurrentContext(imgui_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.MousePos = {-1, -1};
    map_keys();
    open(briefing());
    frames(3);
    forget();
}

TestWindow::~TestWindow() { ImGui::DestroyContext(imgui_); }

void TestWindow::open(std::shared_ptr<const document::Briefing> opened, std::string file) {
    const Regions r = regions();
    apply(session::SetMapSize{{r.map.w / scale_, r.map.h / scale_}});
    apply(session::OpenBriefing{std::move(opened), std::move(file)});
}

void TestWindow::resize(float width_px, float height_px, float scale) {
    width_px_ = width_px;
    height_px_ = height_px;
    scale_ = scale;
}

Context TestWindow::context() const {
    return {.theme = state.theme == "light" ? light_ : dark_,
            .width_px = width_px_,
            .height_px = height_px_,
            .scale = scale_,
            .now_s = now_s_,
            .placement = &placement,
            .reduced_motion = reduced_motion,
            .basemap = &basemap,
            .layers = layers,
            .sample = sample};
}

Regions TestWindow::regions() const { return panels.regions(state, context()); }

void TestWindow::frame(double seconds) {
    now_s_ += seconds;
    const Regions r = regions();
    placement.timeline = std::make_shared<const view::TimelineScale>(r.timeline, state.briefing->time_extent().value_or(state.timeline),
                                                                     state.timeline, scale_);
    ImGuiIO& io = ImGui::GetIO();
    panels.fonts().build(*io.Fonts, scale_);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.DisplaySize = {width_px_, height_px_};
    io.DeltaTime = static_cast<float>(seconds);
    ImGui::NewFrame();
    const Context now = context();
    Output out = panels.draw(state, now);
    ImGui::Render();
    animating = out.animating;
    for (session::Action& action : out.actions) {
        state = session::apply(std::move(state), action);
        actions.push_back(std::move(action));
    }
    for (Request& request : out.requests) requests.push_back(std::move(request));
}

void TestWindow::move(float x, float y) {
    ImGui::GetIO().MousePos = {x, y};
    frame();
}

void TestWindow::press(int button) {
    ImGui::GetIO().MouseDown[button] = true;
    frame();
}

void TestWindow::release(int button) {
    ImGui::GetIO().MouseDown[button] = false;
    frame();
}

void TestWindow::click(float x, float y, int button) {
    frame(1);  // never the second click of two
    move(x, y);
    press(button);
    release(button);
    frame();
}

void TestWindow::double_click(float x, float y) {
    frame(1);
    move(x, y);
    press(), release(), press(), release();
    frame();
}

void TestWindow::drag(float x0, float y0, float x1, float y1, int steps, int button) {
    frame(1);
    move(x0, y0);
    press(button);
    for (int i = 1; i <= steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps);
        move(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t);
    }
    release(button);
}

void TestWindow::wheel(float notches, bool shift, bool ctrl) {
    set_modifiers(ctrl, shift, false);
    ImGui::GetIO().MouseWheel = notches;
    frame();
    ImGui::GetIO().MouseWheel = 0;
    frames(30);
    set_modifiers(false, false, false);
    frame();
}

void TestWindow::chord(const Chord& chord) {
    if (chord.character != 0) {
        type(std::string(1, chord.character));
        return;
    }
    set_modifiers(chord.ctrl, chord.shift, chord.alt);
    set_key(backend_key(chord.key), true);
    frame();
    set_key(backend_key(chord.key), false);
    set_modifiers(false, false, false);
    frame();
}

void TestWindow::chord_then_type(const Chord& chord, const std::string& text) {
    set_modifiers(chord.ctrl, chord.shift, chord.alt);
    set_key(backend_key(chord.key), true);
    frame();
    set_key(backend_key(chord.key), false);
    set_modifiers(false, false, false);
    type(text);
}

void TestWindow::type(const std::string& text) {
    for (const char c : text) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(c));
        frame();
    }
}

}  // namespace dateline::ui::testing
