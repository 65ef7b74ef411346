#include "publish/figure.h"

#include "publish/figure_page.h"
#include "view/basemap_layer.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::publish {
namespace {

using view::Color;
using view::Face;
using view::TextStyle;

float linear(float c) { return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f); }
float luminance(Color c) { return 0.2126f * linear(c.r) + 0.7152f * linear(c.g) + 0.0722f * linear(c.b); }
float contrast(Color a, Color b) {
    const float x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05f) / (std::min(x, y) + 0.05f);
}

std::string count_name(std::size_t count) {
    constexpr std::string_view words[] = {"No",    "One",   "Two",  "Three", "Four",   "Five",  "Six",
                                          "Seven", "Eight", "Nine", "Ten",   "Eleven", "Twelve"};
    return count < std::size(words) ? std::string(words[count]) : fmt::format("{}", count);
}

/// "Nine dated events, 7–28 April 2023"; of more than have numbers, "15 of 132 dated events" and the time looked at.
std::string count_of(const Selection& selection) {
    if (selection.events.empty()) return selection.elsewhere > 0 ? "No dated events on this map" : "No dated events";
    const std::size_t count = selection.events.size();
    const bool part = selection.left_out > 0;
    std::string text = part ? fmt::format("{} of {} dated events, ", count, count + selection.left_out)
                            : count_name(count) + (count == 1 ? " dated event, " : " dated events, ");
    const auto day = [](calendar::Instant t) { return *calendar::Edtf::parse(calendar::iso(t).substr(0, calendar::iso(t).find('T'))); };
    const auto first = day(part ? selection.strip.begin : selection.events.front().at);
    const auto last = day(part ? selection.strip.end - std::chrono::seconds{1} : selection.events.back().at);
    if (first == last) return text + calendar::describe(first);
    return text + calendar::describe(calendar::Edtf::interval(first.first(), last.first()));
}

/// The title in one line, smaller if it must be, else in two.
void draw_heading(Page& page, const Selection& selection) {
    const view::Theme& theme = page.theme();
    const float x = page.px(kMargin), room = static_cast<float>(page.input.width_px) - 2 * x;
    page.add(view::plain_rect({x, page.px(64), page.px(96), page.px(8)}, theme.ink));
    const std::string title = page.input.title.empty() ? page.input.briefing.title() : page.input.title;
    const auto line = [&](float size) { return page.style(size, theme.text, Face::SemiBold); };
    float size = 56;
    while (size > 42 && page.width_px(title, line(size)) > room) size -= 2;
    const std::vector<std::string> lines = page.wrapped(title, line(size), room, 2);
    const TextStyle small = page.style(24, theme.text2, Face::SemiBold);
    if (lines.size() < 2) page.text(page.input.label, x, page.px(125), small);
    for (std::size_t i = 0; i < lines.size(); ++i)
        page.text(lines[i], x, page.px(186 - 50 * static_cast<float>(lines.size() - 1 - i)), line(size));
    const bool routes =
        std::any_of(page.legend.begin(), page.legend.end(), [](const auto& row) { return row.what == view::LegendRow::What::Route; });
    const std::string counted = count_of(selection) + (routes ? ", with transport and energy routes" : "");
    const std::string subtitle = page.input.subtitle.empty() ? counted : page.input.subtitle;
    const TextStyle sub = page.style(28, theme.text2);
    page.text(page.input.type.fitted(subtitle, sub, room), x, page.px(234), sub);
}

std::string sources(const FigureInput& input) {
    if (!input.source_note.empty()) return input.source_note;
    std::string names;
    for (const auto& bulletin : input.briefing.bulletins()) {
        if (!names.empty()) names += "; ";
        names += bulletin->title.empty() ? bulletin->file_name : bulletin->title;
    }
    return names.empty() ? "Source: as given" : "Source: " + names;
}

void draw_foot(Page& page) {
    const view::Theme& theme = page.theme();
    const float x = page.px(kMargin), right = static_cast<float>(page.input.width_px) - x, y = page.px(page.height() - 136);
    page.rule(x, right, y, theme.line, 2);
    const TextStyle note = page.style(20, theme.text2);
    const std::string boundaries = view::boundaries_credit(page.input.basemap);
    std::string source = sources(page.input);
    while (source.ends_with('.') || source.ends_with(' ')) source.pop_back();
    source += "; dates as reported.";
    std::string map;
    for (const std::string& credit : page.credits)
        if (credit != boundaries) map += (map.empty() ? " Map: " : "; ") + credit;
    source += fmt::format("{}{} {} projection.", map, map.empty() ? "" : ";", geo::title_of(page.projection));
    std::vector<std::string> lines = page.wrapped(source, note, right - x, 2);
    const std::string whose = page.input.basemap.worldview.empty() ? "de facto" : page.input.basemap.worldview;
    lines.push_back(page.input.type.fitted("Boundaries: " + whose + ". Boundaries and names shown do not imply official endorsement.", note,
                                           right - x));
    for (std::size_t i = 0; i < lines.size(); ++i)
        page.text(lines[i], x, y + page.px(40 + 29 * static_cast<float>(i)),
                  page.style(20, i + 1 == lines.size() ? theme.text3 : theme.text2));
}

}  // namespace

Page::Page(const FigureInput& figure) : input(figure), u(static_cast<float>(figure.width_px) / 2480) {
    frame.width_px = figure.width_px;
    frame.height_px = figure.height_px;
    frame.scale = figure_scale(figure.width_px);
    frame.clear = figure.theme.panel;
}

float Page::centred(float y_px, const TextStyle& style) const {
    return y_px + input.type.metrics(style.face).cap_height * style.size_px / 2;
}

std::vector<std::string> Page::wrapped(std::string_view text, const TextStyle& style, float room_px, std::size_t most) const {
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < most) {
        if (lines.size() + 1 == most || width_px(text, style) <= room_px) {
            lines.push_back(input.type.fitted(text, style, room_px));
            break;
        }
        std::size_t cut = std::string_view::npos;
        for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
            if (width_px(text.substr(0, space), style) > room_px) break;
            cut = space;
        }
        if (cut == std::string_view::npos) {  // one long word
            lines.push_back(input.type.fitted(text, style, room_px));
            break;
        }
        lines.emplace_back(text.substr(0, cut));
        text.remove_prefix(cut + 1);
    }
    return lines;
}

void Page::text(std::string words, float x_px, float baseline_px, const TextStyle& style, view::AlignX align) {
    if (!words.empty()) add(view::DrawText{std::move(words), {x_px, baseline_px}, align, 0, style});
}

void Page::rule(float x0_px, float x1_px, float y_px, Color color, float width) {
    add(view::plain_rect({x0_px, y_px - px(width) / 2, x1_px - x0_px, px(width)}, color));
}

void Page::disc(const Numbered& numbered, view::PointPx centre, float radius_px) {
    const Color hue = theme().category[static_cast<std::size_t>(numbered.event->category)];
    constexpr Color kWhite{1, 1, 1, 1}, kBlack{0.08f, 0.10f, 0.12f, 1};
    const bool filled = on_map.contains(numbered.number);
    const Color ink = !filled ? hue : contrast(hue, kWhite) >= 3 ? kWhite : kBlack;
    add(view::Symbol{view::MarkerShape::Circle, centre, radius_px, filled ? hue : theme().panel, theme().panel, px(3), {}});
    if (!filled) add(view::Symbol{view::MarkerShape::Circle, centre, radius_px - px(1.5f), view::kNoColor, hue, px(2.5f), {}});
    const std::string number = fmt::format("{}", numbered.number);
    const float size = radius_px / px(kDisc) * (number.size() > 2 ? 19.f : 25.f);
    const TextStyle numeral = style(size, ink, Face::SemiBold);
    text(number, centre.x, centred(centre.y, numeral), numeral, view::AlignX::Center);
}

float figure_scale(int width_px) { return 2 * static_cast<float>(width_px) / 2480; }

view::RectPx figure_map_rect(int width_px, int height_px) {
    const float u = static_cast<float>(width_px) / 2480;
    return {kMargin * u, 272 * u, 1680 * u, std::max(200 * u, static_cast<float>(height_px) - 626 * u)};
}

view::Frame figure_frame(const FigureInput& input) {
    // What is on the map is explained, if with fewer events that have numbers; but a page of routes alone is none.
    constexpr std::size_t kFewestListed = 8, kTries = 3;
    std::size_t most = list_capacity(Page(input));
    for (std::size_t tried = 1;; ++tried) {
        Page page(input);
        const Selection selection = select_events(page, most);
        draw_map(page, selection);
        const std::size_t listed = selection.events.size(), lacking = rows_lacking(page, selection);
        if (lacking > 0 && listed > kFewestListed && tried < kTries) {
            most = std::max(kFewestListed, listed - std::min(listed, lacking));
            continue;
        }
        draw_heading(page, selection);
        draw_column(page, selection);
        draw_strip(page, selection);
        draw_foot(page);
        return std::move(page.frame);
    }
}

}  // namespace dateline::publish
