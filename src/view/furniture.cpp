#include "view/furniture.h"

#include "view/furniture_legend.h"
#include "view/furniture_scale_bar.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace dateline::view {
namespace {

constexpr float kMargin = 16;
constexpr std::size_t kMostPoints = 20'000;

struct Painter {
    const ViewInput& input;
    const MapTransform& map;
    Frame& over;
    std::vector<RectPx>& blocked;

    const Theme& theme() const { return input.theme; }
    float px(float length) const { return length * input.layout.scale; }
    /// Text that lies on the map itself.
    TextStyle style(float size_px, Color color, Face face = Face::Regular) const {
        return {face, px(size_px), color, with_alpha(theme().halo, 0.85f), px(3), 0};
    }
    TextStyle plate_style(float size_px, Color color, Face face = Face::Regular) const { return {face, px(size_px), color, {}, 0, 0}; }
    float width(const std::string& text, const TextStyle& s) const { return input.type.width_px(text, s); }
    void text(std::string text, float x, float baseline, const TextStyle& s, AlignX align = AlignX::Left) {
        if (!text.empty()) over.items.push_back(DrawText{std::move(text), {x, baseline}, align, 0, s});
    }
};

// ---- title and date

/// `text` in at most two lines; the second is cut.
std::vector<std::string> two_lines(const Typesetter& type, const std::string& text, const TextStyle& style, float room) {
    if (type.width_px(text, style) <= room) return {text};
    std::size_t cut = std::string::npos;
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        if (type.width_px(std::string_view(text).substr(0, space), style) > room) break;
        cut = space;
    }
    if (cut == std::string::npos) return {type.fitted(text, style, room)};
    return {text.substr(0, cut), type.fitted(std::string_view(text).substr(cut + 1), style, room)};
}

/// "Tuesday · events fade over 14 days".
std::string date_note(const ViewOptions& options) {
    const auto day = date::floor<date::days>(options.playhead);
    constexpr std::string_view names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto fade = static_cast<int>(std::lround(options.recent_days));
    return fmt::format("{} · events fade over {} day{}", names[date::weekday{day}.c_encoding()], fade, fade == 1 ? "" : "s");
}

RectPx draw_heading(Painter& p) {
    const Furniture& furniture = p.input.furniture;
    const Theme& theme = p.theme();
    const RectPx& map = p.map.rect;
    const float x = map.x + p.px(kMargin), room = std::max(p.px(120), map.w * 0.6f - p.px(kMargin));
    float y = map.y + p.px(kMargin), widest = 0;
    const auto line = [&](const std::string& text, const TextStyle& style, float height) {
        y += p.px(height);
        p.text(text, x, y - p.px(height) * 0.24f, style);
        widest = std::max(widest, p.width(text, style));
    };
    if (!furniture.title.empty())
        for (const std::string& part : two_lines(p.input.type, furniture.title, p.style(20, theme.text, Face::SemiBold), room))
            line(part, p.style(20, theme.text, Face::SemiBold), 26);
    if (!furniture.subtitle.empty())
        for (const std::string& part : two_lines(p.input.type, furniture.subtitle, p.style(13, theme.text2), room)) line(part, p.style(13, theme.text2), 18);
    if (furniture.date_title) {
        const bool leads = furniture.title.empty();
        const TextStyle date = leads ? p.style(20, theme.text, Face::SemiBold) : p.style(13, theme.text, Face::SemiBold);
        if (!leads) y += p.px(4);
        line(calendar::describe(p.input.options.playhead), date, leads ? 26 : 19);
        line(date_note(p.input.options), p.style(11, theme.text2), 16);
    }
    return {x, map.y + p.px(kMargin), widest, y - map.y - p.px(kMargin)};
}

// ---- credits

/// Right-aligned lines at the lower right; the longest stays within the room.
RectPx draw_credits(Painter& p, float right, float bottom, float room) {
    const TextStyle style = p.style(11, p.theme().text3);
    std::vector<std::string> lines;
    if (!p.input.furniture.source_note.empty()) lines.push_back(p.input.furniture.source_note);
    std::string credit = p.input.basemap.attribution;
    credit += (credit.empty() ? "" : " · ") + std::string("boundaries not authoritative");
    lines.push_back(credit);
    if (lines.size() == 2 && p.width(lines[0] + " · " + lines[1], style) <= room) lines = {lines[0] + " · " + lines[1]};
    float y = bottom, widest = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const std::string text = p.input.type.fitted(*line, style, room);
        p.text(text, right, y - p.px(3), style, AlignX::Right);
        widest = std::max(widest, p.width(text, style));
        y -= p.px(15);
    }
    return {right - widest, y, widest, bottom - y};
}

// ---- legend

constexpr float kSampleW = 36, kRowH = 20, kPad = 14;

struct LegendPlate {
    std::vector<LegendRow> rows;
    float w = 0, h = 0;
};

LegendPlate legend_plate(const Painter& p, float most_h) {
    LegendPlate plate{legend_rows(p.input, p.map), 0, 0};
    const auto fit = static_cast<std::size_t>(std::max(0.f, (most_h - 2 * p.px(kPad)) / p.px(kRowH)));
    if (plate.rows.size() > fit) plate.rows.resize(fit);
    const TextStyle label = p.plate_style(11, {}, Face::Medium), note = p.plate_style(11, {});
    float widest = 0;
    for (const LegendRow& row : plate.rows) {
        const float note_w = row.note.empty() ? 0 : p.width(row.note, note) + p.px(14);
        widest = std::max(widest, p.width(row.label, label) + note_w);
    }
    plate.w = std::min(2 * p.px(kPad) + p.px(kSampleW + 12) + widest, p.map.rect.w * 0.45f);
    plate.h = plate.rows.empty() ? 0 : 2 * p.px(kPad) - p.px(4) + p.px(kRowH) * static_cast<float>(plate.rows.size());
    return plate;
}

void draw_legend(Painter& p, const LegendPlate& plate, RectPx rect) {
    const Theme& theme = p.theme();
    FillRect ground = plain_rect(rect, with_alpha(theme.panel, 0.94f), p.px(4));
    ground.stroke = theme.line;
    ground.stroke_px = p.px(1);
    p.over.items.push_back(ground);
    float y = rect.y + p.px(kPad) - p.px(2) + p.px(kRowH) / 2;
    for (const LegendRow& row : plate.rows) {
        const float x0 = rect.x + p.px(kPad), x1 = x0 + p.px(kSampleW);
        append_sample(row, theme, x0, x1, y, p.input.layout.scale, p.over.items);
        const TextStyle label = p.plate_style(11, theme.text, row.emphasised ? Face::SemiBold : Face::Medium);
        const TextStyle note = p.plate_style(11, theme.text2);
        const float baseline = std::round(y + p.input.type.metrics(label.face).cap_height * label.size_px / 2);
        const float right = rect.right() - p.px(kPad);
        const float note_w = row.note.empty() ? 0 : p.width(row.note, note) + p.px(10);
        p.text(fitted_label(row, p.input.type, label, right - note_w - x1 - p.px(12)), x1 + p.px(12), baseline, label);
        p.text(row.note, right, baseline, note, AlignX::Right);
        y += p.px(kRowH);
    }
}

/// The corner where the fewest events would be under `size`.
RectPx calmest_corner(const std::vector<RectPx>& corners, const std::vector<PointPx>& events, const std::vector<RectPx>& taken) {
    RectPx best = corners.front();
    std::size_t best_cost = SIZE_MAX;
    for (const RectPx& corner : corners) {
        std::size_t cost = 0;
        for (const RectPx& other : taken) cost += corner.overlaps(other) ? 100'000u : 0u;
        for (PointPx p : events) cost += corner.contains(p) ? 1u : 0u;
        if (cost < best_cost) best = corner, best_cost = cost;
    }
    return best;
}

}  // namespace

void append_furniture(const ViewInput& input, const MapTransform& map, Frame& over, Placement&, std::vector<RectPx>& blocked) {
    const RectPx& rect = map.rect;
    blocked.insert(blocked.end(), input.furniture.covered.begin(), input.furniture.covered.end());
    if (rect.w < 160 * input.layout.scale || rect.h < 120 * input.layout.scale) return;
    Painter p{input, map, over, blocked};
    const Furniture& furniture = input.furniture;
    over.items.push_back(ClipTo{rect});
    RectPx heading{rect.x, rect.y, 0, 0};
    if (furniture.date_title || !furniture.title.empty()) blocked.push_back(heading = draw_heading(p));
    const float right = rect.right() - p.px(kMargin);
    float bottom = rect.bottom() - p.px(8);
    if (furniture.attribution) {
        const RectPx credits = draw_credits(p, right, bottom, rect.w - 2 * p.px(kMargin));
        blocked.push_back(credits);
        bottom = credits.y - p.px(4);
    }
    if (furniture.scale_bar) blocked.push_back(append_scale_bar(map, input.theme, input.type, {right, bottom}, input.layout.scale, over.items));
    if (furniture.legend) {
        const float top = heading.bottom() + p.px(kMargin);
        const float low = furniture.attribution ? bottom : rect.bottom() - p.px(kMargin);
        const LegendPlate plate = legend_plate(p, low - top);
        if (!plate.rows.empty()) {
            const std::vector<RectPx> corners{{rect.x + p.px(kMargin), low - plate.h, plate.w, plate.h},
                                              {right - plate.w, rect.y + p.px(kMargin), plate.w, plate.h},
                                              {rect.x + p.px(kMargin), top, plate.w, plate.h}};
            const RectPx place = calmest_corner(corners, events_on_screen(input, map, kMostPoints), blocked);
            draw_legend(p, plate, place);
            blocked.push_back(place);
        }
    }
    over.items.push_back(ClipTo{});
}

}  // namespace dateline::view
