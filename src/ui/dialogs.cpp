#include "ui/dialogs.h"

#include "ui/keys.h"
#include "ui/paragraph.h"
#include "ui/path_field.h"

#include <fmt/format.h>
#include <imgui_stdlib.h>
#include <algorithm>
#include <charconv>

namespace dateline::ui {
namespace {

namespace fs = std::filesystem;
constexpr float kPad = 24, kButtonH = 32;
constexpr int kLeastPx = 16, kMostPx = 32768;

const std::vector<std::string> kReadable{".gpkg", ".geojson", ".json", ".csv", ".kml", ".md",  ".txt",
                                         ".html", ".htm",     ".docx", ".odt", ".pdf", ".epub"};

bool is_project(std::string_view file) { return file.ends_with(".gpkg"); }

fs::path folder_of(const session::State& state) {
    std::error_code gone;
    return state.file.empty() ? fs::current_path(gone) : expanded(state.file).parent_path();
}

std::string named(const session::State& state, std::string_view ending) {
    const std::string title = state.briefing->title().empty() ? fs::path(state.file).stem().string() : state.briefing->title();
    return (folder_of(state) / (slug_of(title) + std::string(ending))).string();
}

/// A box in the middle of the window; draws its title. `draw` gives what is below, in the box's own coordinates.
template <class Draw>
void modal(const Ui& ui, const char* id, float width, float height, std::string_view title, Draw draw) {
    const float s = ui.look.scale;
    width = std::min(width, ui.context.width_px / s - 32);
    height = std::min(height, ui.context.height_px / s - 32);
    if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
    ImGui::SetNextWindowPos({std::round((ui.context.width_px - width * s) / 2), std::round((ui.context.height_px - height * s) / 2)});
    ImGui::SetNextWindowSize({width * s, height * s});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    const bool open = ImGui::BeginPopupModal(
        id, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    if (!open) return;
    const Pen pen(ui.look, ImGui::GetWindowDrawList(), ImGui::GetWindowPos());
    pen.text_fitted(Font::Lead, ui.theme().text, kPad, 36, width - 2 * kPad, title);
    if (!draw(pen, width, height)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

struct Answer {
    std::string_view label{}, key{};
    bool primary = false, enabled = true;
};

/// Buttons at the lower right, the last one outermost. Returns the one pressed, -1 for none.
int answers(const Pen& pen, float width, float height, std::initializer_list<Answer> buttons) {
    float x = width - kPad;
    int pressed = -1;
    for (int i = static_cast<int>(buttons.size()) - 1; i >= 0; --i) {
        const Answer& answer = buttons.begin()[i];
        const ButtonLook look{.primary = answer.primary && answer.enabled, .enabled = answer.enabled, .icon = {}, .key = answer.key};
        const float button_w = std::max(88.f, button_width(pen, answer.label, look));
        x -= button_w;
        ImGui::PushID(i);
        if (button(pen, "answer", {x, height - kPad - kButtonH, button_w, kButtonH}, answer.label, look)) pressed = i;
        ImGui::PopID();
        x -= 8;
    }
    return pressed;
}

float draw_paragraph(const Pen& pen, float y, float width, std::string_view text, std::size_t most) {
    const auto measure = [&](std::string_view part) { return pen.width(Font::Body, part); };
    for (const std::string& line : wrapped(text, width - 2 * kPad, measure, most)) {
        pen.text_fitted(Font::Body, pen.theme().text2, kPad, y, width - 2 * kPad, line);
        y += 20;
    }
    return y;
}

void draw_note(const Pen& pen, float y, float width, std::string_view text, bool trouble) {
    if (trouble) pen.icon(Icon::TriangleAlert, pen.theme().warn, kPad + 8, y);
    pen.text_fitted(Font::Micro, trouble ? pen.theme().text : pen.theme().text3, kPad + (trouble ? 24.f : 0.f),
                    Pen::baseline_for(Font::Micro, y), width - 2 * kPad - 24, text);
}

bool entered() { return pressed({.key = Key::Enter}); }
bool escaped() { return pressed({.key = Key::Escape}); }

struct SizeChoice {
    std::string_view label;
    int width_px, height_px;
    double scale;
};
constexpr SizeChoice kSizes[] = {
    {"Report", 2480, 1754, 2}, {"Slide", 1920, 1080, 1.25}, {"4K", 3840, 2160, 2.5}, {"Square", 2160, 2160, 2}};
constexpr std::string_view kThemes[] = {"print", "light", "dark"};

}  // namespace

std::optional<std::pair<int, int>> size_from(std::string_view text) {
    int numbers[2] = {0, 0};
    std::size_t at = 0;
    for (int& number : numbers) {
        while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (error != std::errc() || number < kLeastPx || number > kMostPx) return std::nullopt;
        at = static_cast<std::size_t>(end - text.data());
    }
    return std::pair{numbers[0], numbers[1]};
}

void Dialogs::show_error(std::string line) {
    saving_ = false;
    then_ = {};
    if (errors_.empty() || errors_.back() != line) errors_.push_back(std::move(line));
}

void Dialogs::begin(const Ui& ui, Kind kind) {
    kind_ = kind;
    appearing_ = true;
    const session::State& state = ui.state;
    if (kind == Kind::Open || kind == Kind::AddBulletin) browser_.start((folder_of(state) / "").string(), kReadable);
    if (kind == Kind::Worldview) browser_.start((folder_of(state) / "").string(), {".json", ".geojson"});
    if (kind == Kind::AddLayer) browser_.start((folder_of(state) / "").string(), {});
    if (kind == Kind::SaveAs) browser_.start(is_project(state.file) ? expanded(state.file).string() : named(state, ".gpkg"), {".gpkg"});
    if (kind == Kind::Picture) {
        const std::string stem = slug_of(state.briefing->title());
        browser_.start(free_path(folder_of(state), stem, ".png").string(), {".png", ".tif", ".tiff", ".svg", ".pdf"});
        size_text_ = fmt::format("{} × {}", picture_.width_px, picture_.height_px);
    }
}

void Dialogs::guard(const Ui& ui, Then then) {
    then_ = std::move(then);
    if (ui.state.unsaved) begin(ui, Kind::Unsaved);
    else go_on(ui);
}

void Dialogs::go_on(const Ui& ui) {
    const Then then = std::exchange(then_, {});
    saving_ = false;
    leave();
    if (then.quit) ui.request({Request::Kind::Quit, {}, {}});
    if (!then.open_path.empty()) ui.request({Request::Kind::OpenFile, then.open_path, {}});
    if (then.browse) begin(ui, Kind::Open);
}

void Dialogs::save(const Ui& ui, const std::string& path) {
    ui.request({then_.quit ? Request::Kind::SaveAndQuit : Request::Kind::SaveFile, path, {}});
    saving_ = then_.any() && !then_.quit;
    leave();
}

void Dialogs::take_wishes(const Ui& ui) {
    Wishes& w = ui.wishes;
    if (asked_path_) guard(ui, {.open_path = *std::exchange(asked_path_, std::nullopt)});
    if (std::exchange(asked_to_quit_, false) || std::exchange(w.quit, false)) guard(ui, {.quit = true});
    if (const std::string path = std::exchange(w.open_path, {}); !path.empty()) guard(ui, {.open_path = path});
    if (std::exchange(w.open_file, false)) guard(ui, {.browse = true});
    if (std::exchange(w.add_layer, false)) begin(ui, Kind::AddLayer);
    const bool empty = ui.regions.empty;
    if (std::exchange(w.add_bulletin, false) && !empty) begin(ui, Kind::AddBulletin);
    if (std::exchange(w.save_file, false) && !empty) {
        then_ = {};
        if (is_project(ui.state.file)) save(ui, ui.state.file);
        else begin(ui, Kind::SaveAs);
    }
    if (std::exchange(w.save_file_as, false) && !empty) {
        then_ = {};
        begin(ui, Kind::SaveAs);
    }
    if (std::exchange(w.choose_worldview, false) && !empty) begin(ui, Kind::Worldview);
    if (std::exchange(w.export_picture, false) && !empty) begin(ui, Kind::Picture);
    if (std::exchange(w.export_now, false) && !empty) ui.request({Request::Kind::ExportPicture, {}, picture_});
}

void Dialogs::draw(const Ui& ui) {
    if (kind_ == Kind::None && errors_.empty()) take_wishes(ui);
    // The work was saved; what waited for it goes on.
    if (saving_ && !ui.state.unsaved) go_on(ui);
    if (!errors_.empty()) return draw_error(ui);
    switch (kind_) {
        case Kind::None: break;
        case Kind::Open: draw_open(ui); break;
        case Kind::AddBulletin:
            draw_file_choice(ui, "add bulletin", "Add to the briefing", "bulletins, events", Request::Kind::AddBulletin);
            break;
        case Kind::AddLayer: draw_add_layer(ui); break;
        case Kind::SaveAs: draw_save_as(ui); break;
        case Kind::Picture: draw_picture(ui); break;
        case Kind::Unsaved: draw_unsaved(ui); break;
        case Kind::Worldview: draw_worldview(ui); break;
    }
    appearing_ = false;
}

void Dialogs::draw_error(const Ui& ui) {
    constexpr float kWidth = 480;
    const std::string line = errors_.front();
    const Pen ruler(ui.look, nullptr, {0, 0});
    const auto measure = [&](std::string_view part) { return ruler.width(Font::Body, part); };
    const auto lines = static_cast<float>(std::min<std::size_t>(wrapped(line, kWidth - 2 * kPad, measure, 10).size(), 10));
    modal(ui, "error", kWidth, 56 + lines * 20 + 16 + kButtonH + kPad, "That did not work", [&](const Pen& pen, float width, float height) {
        draw_paragraph(pen, 66, width, line, 10);
        const int answer = answers(pen, width, height, {{.label = "Copy"}, {.label = "Close", .key = "Esc", .primary = true}});
        if (answer == 0) ImGui::SetClipboardText(line.c_str());
        if (answer != 1 && !entered() && !escaped()) return true;
        errors_.pop_front();
        return false;
    });
}

void Dialogs::draw_unsaved(const Ui& ui) {
    const std::string name = ui.state.file.empty() ? ui.state.briefing->title() : fs::path(ui.state.file).filename().string();
    const std::string text = fmt::format("“{}” has changes that no file holds. {}", name.empty() ? "This briefing" : name,
                                         then_.quit ? "Save them before Dateline ends?" : "Save them before another is opened?");
    modal(ui, "unsaved", 480, 176, "Save the changes?", [&](const Pen& pen, float width, float height) {
        draw_paragraph(pen, 66, width, text, 3);
        const int answer =
            answers(pen, width, height,
                    {{.label = "Don’t save"}, {.label = "Cancel", .key = "Esc"}, {.label = "Save", .key = "↵", .primary = true}});
        if (answer == 2 || (!appearing_ && entered())) {
            if (is_project(ui.state.file)) save(ui, ui.state.file);
            else begin(ui, Kind::SaveAs);
            return false;
        }
        if (answer == 0) {
            go_on(ui);
            return false;
        }
        if (answer != 1 && !escaped()) return true;
        then_ = {};
        leave();
        return false;
    });
}

bool Dialogs::draw_path(const Ui& ui, const Pen& pen, float y, float width, float list_h) {
    const bool enter = draw_path_field(ui, pen, browser_, {kPad, y, width - 2 * kPad, 32});
    return draw_path_list(ui, pen, browser_, {kPad, y + 40, width - 2 * kPad, list_h}) || enter;
}

void Dialogs::draw_open(const Ui& ui) { draw_file_choice(ui, "open", "Open", "bulletins, briefings, events", Request::Kind::OpenFile); }
void Dialogs::draw_worldview(const Ui& ui) {
    draw_file_choice(ui, "worldview", "Worldview", "whose boundaries the map shows", Request::Kind::OpenWorldview);
}

void Dialogs::draw_file_choice(const Ui& ui, const char* id, std::string_view title, std::string_view what, Request::Kind request) {
    modal(ui, id, 640, 496, title, [&](const Pen& pen, float width, float height) {
        pen.text_right(Font::Micro, ui.theme().text3, width - kPad, 35, what);
        const bool enter = draw_path(ui, pen, 56, width, height - 56 - 40 - 2 * kPad - kButtonH - 24);
        const bool file = browser_.names_file(), folder = browser_.names_folder();
        const std::string note = file ? "" : folder ? "Tab completes, ↑ ↓ choose" : "There is no such file";
        draw_note(pen, height - kPad - kButtonH - 18, width, note, !file && !folder);
        const int answer = answers(pen, width, height,
                                   {{.label = "Cancel", .key = "Esc"}, {.label = "Open", .key = "↵", .primary = true, .enabled = file}});
        if (file && (answer == 1 || enter)) {
            ui.request({request, browser_.path().string(), {}});
            leave();
            return false;
        }
        if (answer != 0 && !escaped()) return true;
        leave();
        return false;
    });
}

void Dialogs::draw_add_layer(const Ui& ui) {
    modal(ui, "add layer", 640, 496, "Add a layer", [&](const Pen& pen, float width, float height) {
        pen.text_right(Font::Micro, ui.theme().text3, width - kPad, 35, "GeoTIFF, MBTiles, Shapefile, GeoPackage, KML, GPX …");
        const bool enter = draw_path(ui, pen, 56, width, height - 56 - 40 - 2 * kPad - kButtonH - 24);
        const bool file = browser_.names_file(), folder = browser_.names_folder();
        const std::string note = file ? "" : folder ? "Any raster or vector file that GDAL reads" : "There is no such file";
        draw_note(pen, height - kPad - kButtonH - 18, width, note, !file && !folder);
        const int answer = answers(pen, width, height,
                                   {{.label = "Cancel", .key = "Esc"}, {.label = "Add", .key = "↵", .primary = true, .enabled = file}});
        if (file && (answer == 1 || enter)) {
            ui.request({Request::Kind::AddLayer, browser_.path().string(), {}});
            leave();
            return false;
        }
        if (answer != 0 && !escaped()) return true;
        leave();
        return false;
    });
}

void Dialogs::draw_save_as(const Ui& ui) {
    modal(ui, "save", 640, 440, "Save briefing", [&](const Pen& pen, float width, float height) {
        pen.text_right(Font::Micro, ui.theme().text3, width - kPad, 35, "GeoPackage, which QGIS opens too");
        const bool enter = draw_path(ui, pen, 56, width, height - 56 - 40 - 2 * kPad - kButtonH - 24);
        std::string path = browser_.path().string();
        const bool folder = browser_.names_folder() || path.ends_with('/');
        if (!folder && !fs::path(path).has_extension()) path += ".gpkg";
        std::error_code error;
        const bool taken = !folder && fs::exists(path, error) && path != expanded(ui.state.file).lexically_normal().string();
        const bool nowhere = !folder && !browser_.folder_exists();
        const std::string note = folder                  ? "Give it a name"
                                 : nowhere               ? "There is no such folder"
                                 : taken                 ? "Replaces the file that is there"
                                 : path == browser_.text ? ""
                                                         : path;
        draw_note(pen, height - kPad - kButtonH - 18, width, note, taken || nowhere);
        const bool can = !folder && !nowhere;
        const int answer = answers(
            pen, width, height,
            {{.label = "Cancel", .key = "Esc"}, {.label = taken ? "Replace" : "Save", .key = "↵", .primary = true, .enabled = can}});
        if (can && (answer == 1 || enter)) {
            save(ui, path);
            return false;
        }
        if (answer != 0 && !escaped()) return true;
        then_ = {};
        leave();
        return false;
    });
}

float Dialogs::draw_picture_options(const Ui& ui, const Pen& pen, float y, float width) {
    const view::Theme& theme = ui.theme();
    constexpr float kLabelW = 64;
    const auto label = [&](std::string_view text) {
        pen.text(Font::Micro, theme.text2, kPad, Pen::baseline_for(Font::Micro, y + 12), text);
    };
    label("Size");
    int chosen = -1;
    for (int i = 0; i < 4; ++i)
        if (kSizes[i].width_px == picture_.width_px && kSizes[i].height_px == picture_.height_px) chosen = i;
    const auto sizes = {kSizes[0].label, kSizes[1].label, kSizes[2].label, kSizes[3].label};
    const float sizes_w = segments_width(pen, sizes);
    if (const int pressed = segments(pen, "size", {kPad + kLabelW, y, sizes_w, 24}, sizes, chosen); pressed >= 0) {
        const SizeChoice& size = kSizes[pressed];
        picture_.width_px = size.width_px, picture_.height_px = size.height_px, picture_.scale = size.scale;
        size_text_ = fmt::format("{} × {}", size.width_px, size.height_px);
    }
    const float field_x = kPad + kLabelW + sizes_w + 16;
    if (draw_text_field(ui, pen, "##pixels", size_text_, {field_x, y, 120, 24}, "width × height"))
        if (const auto size = size_from(size_text_)) std::tie(picture_.width_px, picture_.height_px) = *size;
    pen.text(Font::Micro, size_from(size_text_) ? theme.text3 : theme.warn, field_x + 132, Pen::baseline_for(Font::Micro, y + 12),
             size_from(size_text_) ? "pixels" : "16 to 32768");
    y += 36;
    label("Theme");
    const auto at = static_cast<int>(std::ranges::find(kThemes, picture_.theme) - std::begin(kThemes));
    const auto themes = {std::string_view("Print"), std::string_view("Light"), std::string_view("Dark")};
    if (const int pressed = segments(pen, "theme", {kPad + kLabelW, y, segments_width(pen, themes), 24}, themes, at); pressed >= 0)
        picture_.theme = kThemes[pressed];
    const float text_x = kPad + kLabelW + segments_width(pen, themes) + 32;
    pen.text(Font::Micro, theme.text2, text_x, Pen::baseline_for(Font::Micro, y + 12), "Text and lines");
    const auto scales = {std::string_view("1×"), std::string_view("1.5×"), std::string_view("2×"), std::string_view("3×")};
    static constexpr double kScales[] = {1, 1.5, 2, 3};
    const auto scale_at = static_cast<int>(std::ranges::find(kScales, picture_.scale) - std::begin(kScales));
    const float scales_x = text_x + pen.width(Font::Micro, "Text and lines") + 12;
    if (const int pressed = segments(pen, "scale", {scales_x, y, segments_width(pen, scales), 24}, scales, scale_at); pressed >= 0)
        picture_.scale = kScales[pressed];
    static_cast<void>(width);
    return y + 36;
}

void Dialogs::draw_picture(const Ui& ui) {
    modal(ui, "picture", 640, 424, "Export figure", [&](const Pen& pen, float width, float height) {
        pen.text_right(Font::Micro, ui.theme().text3, width - kPad, 35, "png, tif, svg or pdf, by the name’s ending");
        const float options_h = 84, list_h = height - 56 - 40 - options_h - 2 * kPad - kButtonH - 20;
        const bool enter = draw_path(ui, pen, 56, width, list_h);
        draw_picture_options(ui, pen, 56 + 40 + list_h + 16, width);
        std::string path = browser_.path().string();
        const bool folder = browser_.names_folder() || path.ends_with('/');
        if (!folder && !fs::path(path).has_extension()) path += ".png";
        std::error_code error;
        const bool taken = !folder && fs::exists(path, error), nowhere = !folder && !browser_.folder_exists();
        const std::string note = folder    ? "Give it a name"
                                 : nowhere ? "There is no such folder"
                                 : taken   ? "Replaces the file that is there"
                                           : "";
        draw_note(pen, height - kPad - kButtonH / 2, width - 240, note, taken || nowhere);
        const bool can = !folder && !nowhere && size_from(size_text_).has_value();
        const int answer = answers(
            pen, width, height,
            {{.label = "Cancel", .key = "Esc"}, {.label = taken ? "Replace" : "Export", .key = "↵", .primary = true, .enabled = can}});
        if (can && (answer == 1 || enter)) {
            ui.request({Request::Kind::ExportPicture, path, picture_});
            leave();
            return false;
        }
        if (answer != 0 && !escaped()) return true;
        leave();
        return false;
    });
}

}  // namespace dateline::ui
