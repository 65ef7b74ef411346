#include "ui/event_list_panel.h"

#include "ui/symbols.h"

#include <fmt/format.h>
#include <algorithm>

namespace dateline::ui {
namespace {

using document::Category;
constexpr float kMargin = 16, kGap = 8, kChipH = 24, kTextX = 25, kTail = 8;

struct Chip {
    Category category = Category::Other;
    std::string label, count;
    bool on = true, some = true;
};

/// In the order of the timeline's lanes; the two that are seldom used come last, and only when they are.
std::vector<Chip> chips_of(const Ui& ui) {
    static constexpr Category kOrder[] = {Category::Security,  Category::Diplomacy, Category::Energy,  Category::Transport,
                                          Category::Statement, Category::Society,   Category::Economy, Category::Other};
    std::vector<Chip> chips;
    for (const Category category : kOrder) {
        const auto index = static_cast<std::size_t>(category);
        const std::uint32_t count = ui.list.category_counts()[index];
        const bool on = ((ui.state.filters.category_mask >> index) & 1u) != 0;
        const bool seldom = category == Category::Economy || category == Category::Other;
        if (seldom && on && count == 0) continue;
        chips.push_back({category, std::string(view::label_of(category)), std::to_string(count), on, count > 0});
    }
    return chips;
}

float natural_width(const Pen& pen, const Chip& chip, bool with_label) {
    const float label = with_label ? pen.width(Font::MicroMedium, chip.label) + 6 : 0;
    return kTextX + label + pen.width(Font::Micro, chip.count) + kTail;
}

void draw_chip(const Ui& ui, const Pen& pen, const Chip& chip, Box box, bool with_label) {
    const view::Theme& theme = ui.theme();
    const auto touch = pen.touch(chip.label.c_str(), box);
    if (chip.on && chip.some) pen.fill(box, touch.held || touch.hovered ? theme.hover : theme.raised, 4);
    pen.outline(box, touch.hovered ? theme.line_strong : theme.line, 4);
    const Color color = theme.category[static_cast<std::size_t>(chip.category)];
    const float x = box.x + 13, y = box.mid_y();
    if (chip.on) draw_symbol(pen, chip.category, x, y, 5.5f, view::mix(theme.panel, color, chip.some ? 1 : 0.5f));
    else draw_symbol_outline(pen, chip.category, x, y, 5, view::mix(theme.panel, color, 0.6f), 1.2f);
    const float base = Pen::baseline_for(Font::Micro, y);
    if (with_label) pen.text(Font::MicroMedium, chip.on && chip.some ? theme.text : theme.text3, box.x + kTextX, base, chip.label);
    pen.text_right(Font::Micro, theme.text3, box.right() - kTail, base, chip.count);
    if (touch.hovered)
        tooltip(ui.look, fmt::format("{} {}. With Shift, or a double click, only these", chip.on ? "Hide" : "Show", chip.label));
    if (touch.double_clicked) toggle_category(ui, chip.category, true);
    else if (touch.pressed) toggle_category(ui, chip.category, ImGui::GetIO().KeyShift);
}

}  // namespace

void toggle_category(const Ui& ui, Category category, bool alone) {
    const auto bit = 1u << static_cast<unsigned>(category);
    session::Filters filters = ui.state.filters;
    if (alone) filters.category_mask = filters.category_mask == bit ? 0xffu : bit;
    else filters.category_mask ^= bit;
    ui.emit(session::SetFilters{filters});
}

float draw_category_chips(const Ui& ui, const Pen& pen, float width, float y) {
    const std::vector<Chip> chips = chips_of(ui);
    const float room = width - 2 * kMargin;
    const auto row_width = [&](std::size_t first, std::size_t last, bool with_label) {
        float sum = kGap * static_cast<float>(last - first - 1);
        for (std::size_t i = first; i < last; ++i) sum += natural_width(pen, chips[i], with_label);
        return sum;
    };
    bool with_label = true;
    for (std::size_t first = 0; first < chips.size(); first += 3)
        with_label = with_label && row_width(first, std::min(first + 3, chips.size()), true) <= room;
    const std::size_t columns = with_label ? 3 : 4;
    for (std::size_t first = 0; first < chips.size(); first += columns) {
        const std::size_t last = std::min(first + columns, chips.size());
        const float stretch = last - first == columns ? (room - row_width(first, last, with_label)) / static_cast<float>(columns) : 0;
        float x = kMargin;
        for (std::size_t i = first; i < last; ++i) {
            const Box box{x, y, natural_width(pen, chips[i], with_label) + std::max(0.f, stretch), kChipH};
            draw_chip(ui, pen, chips[i], box, with_label);
            x = box.right() + kGap;
        }
        y += kChipH + kGap;
    }
    return y;
}

}  // namespace dateline::ui
