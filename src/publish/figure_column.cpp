#include "publish/figure_page.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace dateline::publish {
namespace {

using view::AlignX;
using view::Face;
using view::TextStyle;

constexpr float kTop = 272, kLegendRow = 35, kLegendHead = 50, kMostLegendRows = 12, kGap = 28, kMore = 34;

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

float legend_height(const Page& page, std::size_t rows) {
    if (rows == 0) return 0;
    return page.px(kLegendHead + kLegendRow * std::min(kMostLegendRows, static_cast<float>(rows)) + kGap);
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

void draw_legend(Page& page, float top) {
    const view::Theme& theme = page.theme();
    std::vector<view::LegendRow> rows = page.legend;
    const float x = column_x(page), right = column_right(page);
    const auto fit = static_cast<std::size_t>(std::max(0.f, (column_bottom(page) - top - page.px(kLegendHead)) / page.px(kLegendRow) + 0.5f));
    std::size_t left_out = 0;
    if (rows.size() > fit) {
        // Routes go before boundaries and areas: their names are on the map.
        left_out = rows.size() - fit + 1;
        for (std::size_t i = 0; i < left_out && !rows.empty(); ++i) {
            const auto route = std::find_if(rows.rbegin(), rows.rend(), [](const auto& row) { return row.what == view::LegendRow::What::Route; });
            rows.erase(route == rows.rend() ? rows.end() - 1 : std::next(route).base());
        }
    }
    if (rows.empty()) return;
    page.rule(x, right, top, theme.text, 3);
    const bool routes = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.what == view::LegendRow::What::Route; });
    page.text(routes ? "Routes" : "Map", x, top + page.px(36), page.style(23, theme.text, Face::SemiBold));
    float y = top + page.px(kLegendHead + kLegendRow / 2);
    const TextStyle label = page.style(20, theme.text), note = page.style(20, theme.text3);
    for (const view::LegendRow& row : rows) {
        view::append_sample(row, theme, x + page.px(2), x + page.px(70), y, figure_scale(page.input.width_px), page.frame.items);
        const float note_w = row.note.empty() ? 0 : page.width_px(row.note, note) + page.px(16);
        const float text_x = x + page.px(92), baseline = page.centred(y, label);
        page.text(view::fitted_label(row, page.input.type, label, right - note_w - text_x), text_x, baseline, label);
        page.text(row.note, right, baseline, note, AlignX::Right);
        y += page.px(kLegendRow);
    }
    if (left_out > 0) page.text(fmt::format("and {} more", left_out), x + page.px(92), page.centred(y, note), note);
}

}  // namespace

std::size_t list_capacity(const Page& page) {
    std::size_t routes = 0;
    for (const auto& route : page.input.briefing.routes()) routes += page.input.options.hidden_routes.contains(route->id) ? 0u : 1u;
    const float room = column_bottom(page) - page.px(kTop) - legend_height(page, routes + 3) - page.px(kMore);
    return static_cast<std::size_t>(std::max(3.f, std::floor(room / page.px(std::end(kShapes)[-1].least_height()))));
}

void draw_column(Page& page, const Selection& selection) {
    const float bottom = column_bottom(page);
    const float list_end = draw_list(page, selection, bottom - legend_height(page, page.legend.size()));
    draw_legend(page, list_end + page.px(kGap));
}

}  // namespace dateline::publish
