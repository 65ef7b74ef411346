#include "publish/figure_page.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::publish {
namespace {

using view::AlignX;
using view::Face;
using view::TextStyle;

constexpr float kTop = 272, kLegendHead = 50, kLegendText = 92, kLegendMostRows = 14, kGap = 28, kMore = 34;

/// How an event is listed, from roomy to tight: date, title in up to two lines and place one below the other; or date
/// and title side by side, with place and category after the title's second line.
struct RowShape {
    float size, line, pad;
    bool roomy;
    float least_height() const { return pad * 2 + line * (roomy ? 3 : 2); }
};
constexpr RowShape kShapes[] = {{23, 29, 7, true}, {22, 28, 6, false}, {21, 26, 5, false}, {19, 23, 4, false}};

float column_x(const Page& page) { return page.map_rect().right() + page.px(kGutter); }
float column_right(const Page& page) { return static_cast<float>(page.input.width_px) - page.px(kMargin); }
float column_bottom(const Page& page) { return page.px(page.height() - 136 - 30); }

struct LegendShape {
    float size, row, next;  ///< of the text, a row, and a label's second line
    bool in_pairs;
};
constexpr LegendShape kLegendRoomy{20, 35, 25, false}, kLegendTight{18, 28, 22, true};

/// A row of the legend with its label in one line or two.
struct LegendLine {
    const view::LegendRow* row;
    std::vector<std::string> label;
    float note_w = 0;
    float height = 0;
    bool beside = false;  ///< right of the line before it, of which it takes the height
};

float code_width(const Page& page, const view::LegendRow& row, const TextStyle& style) {
    return row.code.empty() ? 0 : page.width_px(row.code, style) + page.px(12);
}

float legend_half(const Page& page) { return (column_right(page) - column_x(page)) / 2; }

/// Short rows stand two by two: what is not a route, the short ones first.
void set_in_pairs(const Page& page, const TextStyle& style, std::vector<LegendLine>& lines) {
    const float room = legend_half(page) - page.px(kLegendText);
    const auto is_short = [&](const LegendLine& line) {
        return line.row->note.empty() && line.row->code.empty() && line.label.size() == 1 &&
               page.width_px(line.label.front(), style) <= room;
    };
    using What = view::LegendRow::What;
    const auto after_routes = std::find_if(lines.begin(), lines.end(), [](const LegendLine& line) { return line.row->what > What::Route; });
    std::stable_partition(after_routes, lines.end(), is_short);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i - 1].beside || !is_short(lines[i - 1]) || !is_short(lines[i])) continue;
        lines[i].beside = true;
        lines[i].height = 0;
    }
}

std::vector<LegendLine> legend_lines(const Page& page, const LegendShape& shape) {
    const TextStyle style = page.style(shape.size, {});
    const float room = column_right(page) - column_x(page) - page.px(kLegendText);
    std::vector<LegendLine> lines;
    for (const view::LegendRow& row : page.legend) {
        const float note_w = (row.note.empty() ? 0 : page.width_px(row.note, style) + page.px(16)) + code_width(page, row, style);
        LegendLine line{&row, page.wrapped(view::label_in(row, page.input.type, style, room - note_w), style, room - note_w, 2), note_w, 0};
        line.height = page.px(shape.row + shape.next * static_cast<float>(line.label.size() - 1));
        lines.push_back(std::move(line));
    }
    if (shape.in_pairs) set_in_pairs(page, style, lines);
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
    std::string date, place, kind;
    float height = 0;
};

struct ListStyle {
    TextStyle date, title, place;
    ListStyle(const Page& page, const RowShape& shape)
        : date(page.style(shape.size, page.theme().text, Face::SemiBold)),
          title(page.style(shape.size, page.theme().text)),
          place(page.style(shape.size - 3, page.theme().text3)) {}
};

/// As many whole words as fit into `first_px`, and the rest within `second_px`.
std::vector<std::string> in_two(const Page& page, std::string_view text, const TextStyle& style, float first_px, float second_px) {
    if (page.width_px(text, style) <= first_px) return {std::string(text)};
    const std::vector<std::string> first = page.wrapped(text, style, first_px, 2);
    if (first.size() < 2) return first;
    return {first[0], page.input.type.fitted(text.substr(first[0].size() + 1), style, second_px)};
}

constexpr float kTextX = 64, kRowGap = 14;

void set_tight(const Page& page, ListRow& row, const ListStyle& style, float room_px) {
    // Place and category get what the title's second line leaves them, and at least a part of it.
    const float kind_w = page.width_px(row.kind, style.place), gap = page.px(kRowGap);
    const float first = room_px - page.width_px(row.date, style.date) - gap;
    const float place_w = std::min(page.width_px(row.place, style.place), 0.3f * room_px);
    row.title = in_two(page, row.numbered->event->title, style.title, first, room_px - kind_w - place_w - 2 * gap - page.px(8));
    const float second_w = row.title.size() < 2 ? 0 : page.width_px(row.title[1], style.title) + gap;
    row.place = page.input.type.fitted(row.place, style.place, room_px - second_w - kind_w - gap - page.px(8));
}

std::vector<ListRow> rows_of(const Page& page, const Selection& selection, const RowShape& shape) {
    const bool with_year = spans_years(selection);
    const ListStyle style(page, shape);
    const float room = column_right(page) - column_x(page) - page.px(kTextX);
    std::vector<ListRow> rows;
    for (const Numbered& numbered : selection.events) {
        const document::Event& event = *numbered.event;
        ListRow row{&numbered,
                    {},
                    date_of(numbered, with_year),
                    event.place.empty() ? "No place given" : event.place,
                    std::string(view::label_of(event.category)),
                    0};
        row.date = page.input.type.fitted(row.date, style.date,
                                          shape.roomy ? room - page.width_px(row.kind, style.place) - page.px(kRowGap) : 0.5f * room);
        std::size_t lines = 2;
        if (shape.roomy) {
            row.title = page.wrapped(event.title, style.title, room, 2);
            row.place = page.input.type.fitted(row.place, style.place, room);
            lines = row.title.size() + 2;
        } else {
            set_tight(page, row, style, room);
        }
        row.height = page.px(shape.pad * 2 + shape.line * static_cast<float>(lines));
        rows.push_back(std::move(row));
    }
    return rows;
}

void draw_row(Page& page, const ListRow& row, const RowShape& shape, float top) {
    const ListStyle style(page, shape);
    const float x = column_x(page), right = column_right(page), text_x = x + page.px(kTextX), line = page.px(shape.line);
    TextStyle kind = style.place;
    kind.color = page.theme().category[static_cast<std::size_t>(row.numbered->event->category)];
    const float first = top + page.px(shape.pad + shape.line * 0.78f);
    page.disc(*row.numbered, {x + page.px(kDisc), top + page.px(shape.pad + std::max(kDisc, shape.line) + 2)},
              page.px(std::min(kDisc, shape.line * 0.72f)));
    page.text(row.date, text_x, first, style.date);
    if (shape.roomy) {
        page.text(row.kind, right, first, kind, AlignX::Right);
        float y = first;
        for (const std::string& part : row.title) page.text(part, text_x, y += line, style.title);
        return page.text(row.place, text_x, y + line - page.px(1), style.place);
    }
    if (!row.title.empty()) page.text(row.title[0], text_x + page.width_px(row.date, style.date) + page.px(kRowGap), first, style.title);
    if (row.title.size() > 1) page.text(row.title[1], text_x, first + line, style.title);
    page.text(row.kind, right, first + line, kind, AlignX::Right);
    const float place_right = right - page.width_px(row.kind, kind) - page.px(kRowGap);
    page.text(row.place, place_right, first + line, style.place, AlignX::Right);
}

/// What the list does not hold: "and 117 more on the map without a number"; and which of it the map does not.
std::vector<std::string> remainder_of(const Page& page, const Selection& selection) {
    std::vector<std::string> lines;
    const bool outlined = page.on_map.size() < selection.events.size() && !page.on_map.empty();
    if (selection.left_out > 0 && outlined)
        lines.push_back(fmt::format("Outlined: not on the map; {} more without a number", selection.left_out));
    else if (selection.left_out > 0) lines.push_back(fmt::format("and {} more in this time, without a number", selection.left_out));
    else if (outlined) lines.push_back("Outlined numbers: not on the map");
    if (selection.elsewhere > 0 && selection.events.empty())
        lines.push_back(fmt::format("{} in this time, all beyond the map", selection.elsewhere));
    else if (selection.elsewhere > 0)
        lines.push_back(fmt::format("{}{} more in this time beyond the map", selection.left_out == 0 ? "and " : "", selection.elsewhere));
    return lines;
}

float height_of(const Page& page, const std::vector<std::string>& remainder) {
    return remainder.empty() ? 0 : page.px(kMore + 28 * static_cast<float>(remainder.size() - 1));
}

/// Returns where the list ends.
float draw_list(Page& page, const Selection& selection, float bottom) {
    const view::Theme& theme = page.theme();
    const std::vector<std::string> remainder = remainder_of(page, selection);
    const float x = column_x(page), right = column_right(page), more = height_of(page, remainder);
    float y = page.px(kTop);
    page.rule(x, right, y, theme.text, 3);
    std::vector<ListRow> rows;
    const RowShape* chosen = nullptr;
    for (const RowShape& shape : kShapes) {
        rows = rows_of(page, selection, shape);
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
    const bool alone = rows.empty();  // under the list's own rule
    if (!remainder.empty() && !alone) page.rule(x, right, y, theme.line, 2);
    for (std::size_t i = 0; i < remainder.size(); ++i)
        page.text(remainder[i], x + (alone ? 0 : page.px(kTextX)), y + page.px(26 + 28 * static_cast<float>(i)),
                  page.style(20, theme.text3));
    return y + more;
}

/// Without what lighter land means and the last routes where there is no room for all: their names are on the map. Returns how many are left out.
std::size_t shorten(Page& page, std::vector<LegendLine>& lines, const LegendShape& shape, float room) {
    std::size_t left_out = 0;
    while (!lines.empty() && height_of(page, lines) + (left_out > 0 ? page.px(shape.row) : 0) > room) {
        std::vector<view::LegendRow>& rows = page.legend;
        const auto is = [](view::LegendRow::What what) { return [what](const view::LegendRow& row) { return row.what == what; }; };
        const auto land = std::find_if(rows.rbegin(), rows.rend(), is(view::LegendRow::What::FocusLand));
        const auto route = land != rows.rend() ? land : std::find_if(rows.rbegin(), rows.rend(), is(view::LegendRow::What::Route));
        rows.erase(route == rows.rend() ? rows.end() - 1 : std::next(route).base());
        lines = legend_lines(page, shape);
        ++left_out;
    }
    return left_out;
}

void draw_legend_line(Page& page, const LegendShape& shape, const LegendLine& line, float x, float right, float top) {
    const view::Theme& theme = page.theme();
    const TextStyle label = page.style(shape.size, theme.text), note = page.style(shape.size, theme.text3);
    const float middle = top + page.px(shape.row / 2), baseline = page.centred(middle, label), text_x = x + page.px(kLegendText);
    view::append_sample(*line.row, theme, x + page.px(2), x + page.px(70), middle, figure_scale(page.input.width_px), page.frame.items);
    for (std::size_t i = 0; i < line.label.size(); ++i)
        page.text(line.label[i], text_x, baseline + page.px(shape.next) * static_cast<float>(i), label);
    const float last = page.px(shape.next) * static_cast<float>(line.label.size() - 1);
    if (!line.label.empty())
        page.text(line.row->code, text_x + page.width_px(line.label.back(), label) + page.px(12), baseline + last, note);
    page.text(line.row->note, right, baseline, note, AlignX::Right);
}

void draw_legend(Page& page, const LegendShape& shape, float top) {
    const view::Theme& theme = page.theme();
    std::vector<LegendLine> lines = legend_lines(page, shape);
    const float x = column_x(page), right = column_right(page);
    const std::size_t left_out = shorten(page, lines, shape, column_bottom(page) + page.px(kGap) - top);
    if (lines.empty()) return;
    page.rule(x, right, top, theme.text, 3);
    const bool routes =
        std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.row->what == view::LegendRow::What::Route; });
    const bool routes_alone = routes && std::none_of(lines.begin(), lines.end(),
                                                     [](const auto& line) { return line.row->what == view::LegendRow::What::Category; });
    page.text(routes_alone ? "Routes" : routes ? "Key" : "Map", x, top + page.px(36), page.style(23, theme.text, Face::SemiBold));
    float y = top + page.px(kLegendHead), before = y;
    for (const LegendLine& line : lines) {
        if (line.beside) draw_legend_line(page, shape, line, x + legend_half(page), right, before);
        else draw_legend_line(page, shape, line, x, right, y);
        before = y;
        y += line.height;
    }
    const TextStyle note = page.style(shape.size, theme.text3);
    if (left_out > 0)
        page.text(fmt::format("and {} more", left_out), x + page.px(kLegendText), page.centred(y + page.px(shape.row / 2), note), note);
}

/// Of the list in one of its shapes, with what it says of the rest.
float list_height(const Page& page, const Selection& selection, const RowShape& shape) {
    float height = height_of(page, remainder_of(page, selection));
    for (const ListRow& row : rows_of(page, selection, shape)) height += row.height;
    return height;
}

}  // namespace

std::size_t list_capacity(const Page& page) {
    std::size_t routes = 0;
    for (const auto& route : page.input.briefing.routes()) routes += page.input.options.hidden_routes.contains(route->id) ? 0u : 1u;
    const float room = column_bottom(page) - page.px(kTop) -
                       page.px(kLegendHead + kGap + kLegendTight.row * std::min(kLegendMostRows, static_cast<float>(routes + 4))) -
                       page.px(page.input.camera ? kMore + 28 : kMore);
    return static_cast<std::size_t>(std::max(3.f, std::floor(room / page.px(std::end(kShapes)[-1].least_height()))));
}

std::size_t rows_lacking(const Page& page, const Selection& selection) {
    const RowShape& shape = std::end(kShapes)[-1];
    const float room = column_bottom(page) - page.px(kTop);
    const float excess = list_height(page, selection, shape) + height_of(page, legend_lines(page, kLegendTight)) - room;
    if (excess <= 0) return 0;
    const float remainder = selection.left_out > 0 ? 0 : page.px(kMore);  // that a shorter list says more of
    return static_cast<std::size_t>(std::ceil((excess + remainder) / page.px(shape.least_height())));
}

void draw_column(Page& page, const Selection& selection) {
    if (rows_lacking(page, selection) > 0) page.legend = view::routes_by_kind(page.legend);
    const float bottom = column_bottom(page);
    const float roomy = height_of(page, legend_lines(page, kLegendRoomy)), tight = height_of(page, legend_lines(page, kLegendTight));
    // The list in the second of its shapes still reads easily.
    const bool fits = list_height(page, selection, kShapes[1]) + roomy <= bottom - page.px(kTop);
    const float list_end = draw_list(page, selection, bottom - (fits ? roomy : tight));
    draw_legend(page, fits ? kLegendRoomy : kLegendTight, list_end + page.px(kGap));
}

}  // namespace dateline::publish
