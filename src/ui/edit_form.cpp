#include "ui/edit_form.h"

#include "ui/keys.h"
#include "ui/symbols.h"

#include <imgui_stdlib.h>

namespace dateline::ui {
namespace {

constexpr float kX = 17, kFieldX = 97;

}  // namespace

document::Event with_place(document::Event event, const std::string& place,
                           const std::function<std::optional<PlaceFound>(std::string_view)>& find) {
    if (place == event.place) return event;
    event.place = place;
    event.place_id.clear();
    event.place_radius_km = 0;
    event.place_precision = document::PlacePrecision::None;
    event.place_basis = place.empty() ? document::PlaceBasis::None : document::PlaceBasis::Explicit;
    event.geometry = std::monostate{};
    if (place.empty() || !find) return event;
    if (const auto found = find(place)) {
        event.place_id = found->id;
        event.place_precision = found->precision;
        event.place_radius_km = found->radius_km;
        event.geometry = found->geometry;
    }
    return event;
}

void EditForm::start(const document::Event& event) {
    event_id_ = event.id;
    title_ = event.title;
    date_ = event.date ? event.date->text() : "";
    place_ = event.place;
    kind_ = event.kind;
    category_ = static_cast<int>(event.category);
    focus_ = true;
}

std::string EditForm::date_fault() const {
    if (date_.empty()) return "";
    const auto parsed = calendar::Edtf::parse(date_);
    return parsed ? "" : parsed.error().what;
}

bool EditForm::field(const Ui& ui, const Pen& pen, const char* label, std::string& value, float y, float width) {
    const float s = pen.scale();
    pen.text(Font::Micro, ui.theme().text3, kX, Pen::baseline_for(Font::Micro, y + 12), label);
    ui.look.fonts.want(value);
    ImGui::PushFont(ui.look.fonts.of(Font::Body));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8 * s, (24 * s - ImGui::GetFontSize()) / 2});
    ImGui::PushStyleColor(ImGuiCol_Border, packed(ui.theme().line_strong));
    ImGui::SetCursorScreenPos(pen.px(kFieldX, y));
    ImGui::SetNextItemWidth((width - kFieldX - 17) * s);
    ImGui::PushID(label);
    const bool changed = ImGui::InputText("##field", &value);
    const bool active = ImGui::IsItemActive();
    ImGui::PopID();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    ImGui::PopFont();
    if (active) pen.outline({kFieldX, y, width - kFieldX - 17, 24}, ui.theme().ink, 4);
    return changed;
}

void EditForm::note(const Pen& pen, float y, float width, std::string_view text, bool trouble) {
    pen.text_fitted(Font::Micro, trouble ? pen.theme().warn : pen.theme().text3, kFieldX, Pen::baseline_for(Font::Micro, y + 6),
                    width - kFieldX - 17, text);
}

float EditForm::draw(const Ui& ui, const Pen& pen, const document::Event& event, float width) {
    if (focus_) ImGui::SetKeyboardFocusHere();
    focus_ = false;
    float y = 20;
    field(ui, pen, "Title", title_, y, width);
    if (title_.empty()) note(pen, y + 28, width, "A title is needed", true);
    y += 52;
    field(ui, pen, "Date", date_, y, width);
    const std::string fault = date_fault();
    const auto parsed = calendar::Edtf::parse(date_);
    const std::string reading = date_.empty() ? "No date" : parsed ? calendar::describe(*parsed) : fault;
    note(pen, y + 28, width, reading, !fault.empty());
    y += 52;
    field(ui, pen, "Place", place_, y, width);
    if (place_ != event.place && !place_.empty() && ui.context.find_place) {
        const auto found = ui.context.find_place(place_);
        note(pen, y + 28, width, found ? "Found: " + found->name : "Not in the gazetteer: kept without a location", !found);
    }
    y += 52;
    field(ui, pen, "Kind", kind_, y, width);
    y += 44;
    pen.text(Font::Micro, ui.theme().text3, kX, Pen::baseline_for(Font::Micro, y + 12), "Category");
    for (int i = 0; i < document::kCategoryCount; ++i) {
        const auto category = static_cast<document::Category>(i);
        const float half = (width - kFieldX - 17 - 8) / 2;
        const Box box{kFieldX + static_cast<float>(i % 2) * (half + 8), y + static_cast<float>(i / 2) * 28, half, 24};
        ImGui::PushID(i);
        const auto touch = pen.touch("category", box);
        ImGui::PopID();
        if (touch.pressed) category_ = i;
        if (i == category_ || touch.hovered) pen.fill(box, i == category_ ? ui.theme().hover : ui.theme().raised, 4);
        pen.outline(box, i == category_ ? ui.theme().ink : ui.theme().line, 4);
        draw_symbol(pen, category, box.x + 13, box.mid_y(), 5.5f, ui.theme().category[static_cast<std::size_t>(i)]);
        pen.text_fitted(Font::MicroMedium, ui.theme().text, box.x + 26, Pen::baseline_for(Font::Micro, box.mid_y()), half - 32,
                        view::label_of(category));
    }
    y += 4 * 28 + 16;
    if (pressed({.key = Key::Enter, .ctrl = true}) && valid()) save(ui, event);
    if (pressed({.key = Key::Escape})) close();
    return y;
}

void EditForm::save(const Ui& ui, const document::Event& event) {
    if (!open() || !valid()) return;
    document::Event next = with_place(event, place_, ui.context.find_place);
    next.title = title_;
    next.kind = kind_;
    next.category = static_cast<document::Category>(category_);
    next.date = std::nullopt;
    if (const auto parsed = calendar::Edtf::parse(date_); !date_.empty() && parsed) next.date = *parsed;
    if (!(next == event)) {
        next.review = document::Review::Edited;
        ui.emit(session::EditEvent{std::move(next), ""});
    }
    close();
}

}  // namespace dateline::ui
