#include "publish/figure_page.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace dateline::publish {
namespace {

using view::AlignX;
using view::Face;
using view::TextStyle;

constexpr float kTop = 272, kLegendRow = 35, kLegendNext = 25, kLegendHead = 50, kLegendText = 92, kGap = 28, kMore = 34;

/// How an event is listed, from roomy to tight.
struct RowShape {
    std::size_t title_lines;
    float size, line, pad;
    bool place_below;          ///< on a line of its own, else after the date
    float least_height() const { return pad * 2 + line * (place_below ? 3 : 2); }
};
constexpr RowShape kShapes[] = {{2, 23, 29, 7, true}, {1, 22, 28, 6, true}, {1, 21, 26, 6, false}, {1, 19, 23, 4, false}};

float column_x(const Page& page) { return page.map_rect().right() + page.px(kGutter); }
float column_right(const Page& page) { return static_cast<float>(page.input.width_px) - page.px(kMargin); }
float column_bottom(const Page& page) { return page.px(page.height() - 136 - 30); }

/// A row of the legend with its label in one line or two.
struct LegendLine {
    const view::LegendRow* row;
    std::vector<std::string> label;
    float note_w = 0;
    float height = 0;
};

std::vector<LegendLine> legend_lines(const Page& page) {
    const TextStyle style = page.style(20, {});
    const float room = column_right(page) - column_x(page) - page.px(kLegendText);
    std::vector<LegendLine> lines;
    for (const view::LegendRow& row : page.legend) {
        const float note_w = row.note.empty() ? 0 : page.width_px(row.note, style) + page.px(16);
        LegendLine line{&row, page.wrapped(view::label_in(row, page.input.type, style, room - note_w), style, room - note_w, 2), note_w, 0};
        line.height = page.px(kLegendRow + kLegendNext * static_cast<float>(line.label.size() - 1));
        lines.push_back(std::move(line));
    }
    return lines;
}

float height_of(const Page& page, const std::vector<LegendLine>& lines) {
    float height = lines.empty() ? 0 : page.px(kLegendHead + kGap);
    for (const LegendLine& line : lines) height += line.height;
    return height;
}

/// "10 April"; the year where the list spans several.
std::string date_of(const Numbered& numbered, bool with_year) {
    return calendar::describe(*numbered.event->date, {.with_year = with_year});
}

bool spans_years(const Selection& selection) {
    const auto year = [](const Numbered& n) { return date::year_month_day{date::floor<date::days>(n.at)}.year(); };
    return !selection.events.empty() && year(selection.events.front()) != year(selection.events.back());
}

struct ListRow {
    const Numbered* numbered;
    std::vector<std::string> title;
    std::string date, place;
    float height = 0;
};

std::vector<ListRow> rows_of(const Page& page, const Selection& selection, const RowShape& shape, float room_px) {
    const bool with_year = spans_years(selection);
    std::vector<ListRow> rows;
    for (const Numbered& numbered : selection.events) {
        ListRow row{&numbered, page.wrapped(numbered.event->title, page.style(shape.size, {}), room_px, shape.title_lines), date_of(numbered, with_year),
                    numbered.event->place.empty() ? "No place given" : numbered.event->place, 0};
        const std::size_t lines = 1 + row.title.size() + (shape.place_below ? 1 : 0);
        row.height = page.px(shape.pad * 2 + shape.line * static_cast<float>(lines));
        rows.push_back(std::move(row));
    }
    return rows;
}

void draw_row(Page& page, const ListRow& row, const RowShape& shape, float top) {
    const view::Theme& theme = page.theme();
    const float x = column_x(page), right = column_right(page), text_x = x + page.px(64);
    const TextStyle date = page.style(shape.size, theme.text, Face::SemiBold), title = page.style(shape.size, theme.text);
    const TextStyle place = page.style(shape.size - 3, theme.text3);
    const document::Category category = row.numbered->event->category;
    const TextStyle kind = page.style(shape.size - 3, theme.category[static_cast<std::size_t>(category)]);
    const std::string kind_name(view::label_of(category));
    float y = top + page.px(shape.pad + shape.line * 0.78f);
    page.disc(*row.numbered, {x + page.px(kDisc), top + page.px(shape.pad + std::max(kDisc, shape.line) + 2)}, page.px(std::min(kDisc, shape.line * 0.72f)));
    page.text(kind_name, right, y, kind, AlignX::Right);
    const float kind_x = right - page.width_px(kind_name, kind) - page.px(14);
    const std::string date_text = page.input.type.fitted(row.date, date, kind_x - text_x);
    page.text(date_text, text_x, y, date);
    if (!shape.place_below) {
        const float place_x = text_x + page.width_px(date_text, date) + page.px(14);
        if (kind_x - place_x > page.px(60)) page.text(page.input.type.fitted(row.place, place, kind_x - place_x), place_x, y, place);
    }
    for (const std::string& line : row.title) page.text(line, text_x, y += page.px(shape.line), title);
    if (shape.place_below) page.text(page.input.type.fitted(row.place, place, right - text_x), text_x, y + page.px(shape.line - 1), place);
}

/// Returns where the list ends.
float draw_list(Page& page, const Selection& selection, float bottom) {
    const view::Theme& theme = page.theme();
    const float x = column_x(page), right = column_right(page), more = selection.left_out > 0 ? page.px(kMore) : 0;
    float y = page.px(kTop);
    page.rule(x, right, y, theme.text, 3);
    std::vector<ListRow> rows;
    const RowShape* chosen = nullptr;
    for (const RowShape& shape : kShapes) {
        rows = rows_of(page, selection, shape, right - x - page.px(64));
        float height = 0;
        for (const ListRow& row : rows) height += row.height;
        chosen = &shape;
        if (y + height + more <= bottom) break;
    }
    for (const ListRow& row : rows) {
        if (&row != rows.data()) page.rule(x, right, y, theme.line, 2);
        draw_row(page, row, *chosen, y);
        y += row.height;
    }
    if (selection.left_out > 0) {
        page.rule(x, right, y, theme.line, 2);
        const std::string text = fmt::format("and {} more in this time, not numbered here", selection.left_out);
        page.text(text, x + page.px(64), y + page.px(26), page.style(20, theme.text3));
        y += more;
    }
    return y;
}

/// Without the last routes where there is no room for all: their names are on the map. Returns how many are left out.
std::size_t shorten(const Page& page, std::vector<LegendLine>& lines, float room) {
    std::size_t left_out = 0;
    while (!lines.empty() && height_of(page, lines) + (left_out > 0 ? page.px(kLegendRow) : 0) > room) {
        const auto route = std::find_if(lines.rbegin(), lines.rend(), [](const auto& line) { return line.row->what == view::LegendRow::What::Route; });
        lines.erase(route == lines.rend() ? lines.end() - 1 : std::next(route).base());
        ++left_out;
    }
    return left_out;
}

void draw_legend(Page& page, float top) {
    const view::Theme& theme = page.theme();
    std::vector<LegendLine> lines = legend_lines(page);
    const float x = column_x(page), right = column_right(page);
    const std::size_t left_out = shorten(page, lines, column_bottom(page) + page.px(kGap) - top);
    if (lines.empty()) return;
    page.rule(x, right, top, theme.text, 3);
    const bool routes = std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.row->what == view::LegendRow::What::Route; });
    page.text(routes ? "Routes" : "Map", x, top + page.px(36), page.style(23, theme.text, Face::SemiBold));
    float y = top + page.px(kLegendHead);
    const TextStyle label = page.style(20, theme.text), note = page.style(20, theme.text3);
    for (const LegendLine& line : lines) {
        const float middle = y + page.px(kLegendRow / 2), baseline = page.centred(middle, label);
        view::append_sample(*line.row, theme, x + page.px(2), x + page.px(70), middle, figure_scale(page.input.width_px), page.frame.items);
        for (std::size_t i = 0; i < line.label.size(); ++i)
            page.text(line.label[i], x + page.px(kLegendText), baseline + page.px(kLegendNext) * static_cast<float>(i), label);
        page.text(line.row->note, right, baseline, note, AlignX::Right);
        y += line.height;
    }
    if (left_out > 0) page.text(fmt::format("and {} more", left_out), x + page.px(kLegendText), page.centred(y + page.px(kLegendRow / 2), note), note);
}

}  // namespace

std::size_t list_capacity(const Page& page) {
    std::size_t routes = 0;
    for (const auto& route : page.input.briefing.routes()) routes += page.input.options.hidden_routes.contains(route->id) ? 0u : 1u;
    const float room = column_bottom(page) - page.px(kTop) - page.px(kLegendHead + kGap + kLegendRow * std::min(10.f, static_cast<float>(routes + 3))) - page.px(kMore);
    return static_cast<std::size_t>(std::max(3.f, std::floor(room / page.px(std::end(kShapes)[-1].least_height()))));
}

void draw_column(Page& page, const Selection& selection) {
    const float bottom = column_bottom(page);
    // Events come before routes: they get at least half of the column.
    const float most_legend = std::max(0.5f * (bottom - page.px(kTop)), page.px(kLegendHead + kGap + 10 * kLegendRow));
    const float list_end = draw_list(page, selection, bottom - std::min(height_of(page, legend_lines(page)), most_legend));
    draw_legend(page, list_end + page.px(kGap));
}

}  // namespace dateline::publish
