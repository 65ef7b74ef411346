#include "ui/layer_rows.h"

#include "ui/symbols.h"
#include "view/layer_legend.h"

#include <fmt/format.h>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;

const LayerStatus* status_of(const Ui& ui, const std::string& id) {
    for (const LayerStatus& status : ui.context.layers)
        if (status.id == id) return &status;
    return nullptr;
}

/// What its colours mean; several rows where the style tells values apart. None of what is hidden or not read yet.
std::vector<view::LegendRow> keys_of(const Ui& ui, const document::Layer& layer) {
    const LayerStatus* status = status_of(ui, layer.id);
    if (!status || !status->content || status->failed || !layer.shown) return {};
    return view::layer_legend(*status->content, ui.theme(), 1, [](const document::VectorCoat&) { return true; });
}

void draw_key(const Pen& pen, const view::LegendRow& key, float y) {
    std::vector<view::Item> items;
    if (key.sample) key.sample({15, 50, y, 1}, items);
    draw_sample(pen, items);
}

}  // namespace

float LayerRows::height(const Ui& ui) const {
    float height = 0;
    for (const document::Layer& layer : ui.state.layers) {
        const std::size_t keys = keys_of(ui, layer).size();
        height += kRowH + (keys > 1 ? static_cast<float>(keys) * kKeyH + 4 : 0);
    }
    return height;
}

void LayerRows::draw(const Ui& ui, Pen pen, float width) {
    for (std::size_t i = ui.state.layers.size(); i-- > 0;) {
        const document::Layer& layer = ui.state.layers[i];
        const std::vector<view::LegendRow> keys = keys_of(ui, layer);
        ImGui::PushID(layer.id.c_str());
        draw_row(ui, pen, layer, keys, width);
        ImGui::PopID();
        pen = pen.moved(0, kRowH);
        if (keys.size() < 2) continue;
        for (const view::LegendRow& key : keys) {
            draw_key(pen, key, kKeyH / 2);
            pen.text(Font::Micro, ui.theme().text2, 62, Pen::baseline_for(Font::Micro, kKeyH / 2),
                     pen.fitted(Font::Micro, key.label, width - 62 - 12));
            pen = pen.moved(0, kKeyH);
        }
        pen = pen.moved(0, 4);
    }
}

void LayerRows::draw_row(const Ui& ui, const Pen& pen, const document::Layer& layer, const std::vector<view::LegendRow>& keys,
                         float width) {
    const view::Theme& theme = ui.theme();
    const LayerStatus* status = status_of(ui, layer.id);
    const bool failed = status && status->failed;
    const float y = kRowH / 2, base = Pen::baseline_for(Font::Micro, y);
    const auto toggle = pen.touch("toggle", {0, 0, 54, kRowH});
    const auto eye = pen.touch("eye", {width - 30, 0, 30, kRowH});
    const auto name = pen.touch("name", {54, 0, width - 84, kRowH});
    if (toggle.pressed || eye.pressed) ui.emit(ChangeLayer{layer.id, !layer.shown, layer.opacity});
    if (name.pressed) ImGui::OpenPopup("layer menu");
    const bool hovered = toggle.hovered || eye.hovered || name.hovered;
    if (hovered) pen.fill({1, 0, width - 2, kRowH}, theme.hover);
    const Color color = failed ? theme.bad : layer.shown ? theme.text2 : theme.text3;
    if (keys.size() == 1) draw_key(pen, keys.front(), y);
    else pen.icon(failed ? Icon::TriangleAlert : Icon::Layers, color, 32, y);
    float room = width - 62 - 12;
    if (hovered) {
        pen.icon(layer.shown ? Icon::Eye : Icon::EyeOff, eye.hovered || toggle.hovered ? theme.text : theme.text2, width - 17, y);
        room -= 24;
    } else {
        const std::string note = failed                            ? "not shown"
                                 : status && !status->note.empty() ? status->note
                                 : layer.opacity < 0.995           ? fmt::format("{:.0f} %", 100 * layer.opacity)
                                                                   : "";
        pen.text_right(Font::Micro, failed ? theme.bad : theme.text2, width - 9, base, note);
        if (!note.empty()) room -= pen.width(Font::Micro, note) + 8;
    }
    const std::string title = status ? status->title : layer.file;
    pen.text(Font::MicroMedium, layer.shown ? theme.text : theme.text3, 62, base, pen.fitted(Font::MicroMedium, title, room));
    if (toggle.hovered || eye.hovered) tooltip(ui.look, layer.shown ? "Hide" : "Show");
    else if (name.hovered) tooltip(ui.look, failed ? status->note : layer.file);
    draw_menu(ui, layer);
}

void LayerRows::draw_menu(const Ui& ui, const document::Layer& layer) {
    const float s = ui.look.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {8 * s, 8 * s});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {16 * s, 8 * s});
    if (begin_menu("layer menu")) {
        const LayerStatus* status = status_of(ui, layer.id);
        auto percent = static_cast<float>(100 * layer.opacity);
        ImGui::SetNextItemWidth(168 * s);
        if (ImGui::SliderFloat("##opacity", &percent, 0, 100, "Opacity %.0f %%", ImGuiSliderFlags_AlwaysClamp))
            ui.emit(ChangeLayer{layer.id, layer.shown, std::round(static_cast<double>(percent)) / 100,
                                fmt::format("opacity {} {}", layer.id, drags_)});
        if (ImGui::IsItemDeactivated()) ++drags_;
        ImGui::Separator();
        const bool first = ui.state.layers.front().id == layer.id, last = ui.state.layers.back().id == layer.id;
        const bool placed = status && status->extent.valid();
        if (menu_choice(ui, "Zoom to", false, nullptr, placed)) {
            const view::RectPx map{0, 0, ui.state.map_size.width_px, ui.state.map_size.height_px};
            ui.emit(FlyTo{view::fitting(status->extent, map, 48, 1)});
        }
        if (menu_choice(ui, "Move up", false, nullptr, !last)) ui.emit(MoveLayer{layer.id, 1});
        if (menu_choice(ui, "Move down", false, nullptr, !first)) ui.emit(MoveLayer{layer.id, -1});
        ImGui::Separator();
        if (menu_choice(ui, "Remove", false)) ui.emit(RemoveLayer{layer.id});
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
}

}  // namespace dateline::ui
