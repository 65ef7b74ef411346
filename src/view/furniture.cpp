#include "view/furniture.h"

#include "view/furniture_legend.h"
#include "view/furniture_scale_bar.h"
#include "view/relief_layer.h"
#include "view/user_layers.h"

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
    const MapView view(p.map, p.input.layout.scale);
    if (p.input.basemap.relief && !p.input.options.hidden_layers.contains("relief") && relief_share(view.zoom) > 0) credit += " · relief ETOPO5, SRTM30";
    credit += (credit.empty() ? "" : " · ") + std::string("boundaries not authoritative");
    if (const std::string layers = layer_credits(p.input, view); !layers.empty()) lines.push_back(layers);
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

constexpr float kSampleW = 36, kRowH = 19, kPad = 12, kLegendMostW = 332;
constexpr float kLegendMostPart = 0.55f;   // of the map's height

struct LegendPlate {
    std::vector<LegendRow> rows;
    std::size_t left_out = 0;
    float w = 0, h = 0;
};

/// Under a timeline, whose lanes say what the symbols mean, a legend explains only the map.
std::vector<LegendRow> rows_for(const Painter& p) {
    std::vector<LegendRow> rows = legend_rows(p.input, p.map);
    if (p.input.layout.timeline.h > 0)
        std::erase_if(rows, [](const LegendRow& row) { return row.what == LegendRow::What::Category || row.what == LegendRow::What::ImpreciseDate; });
    return rows;
}

LegendPlate legend_plate(const Painter& p, float most_h) {
    LegendPlate plate{rows_for(p), 0, 0, 0};
    const float row_h = p.px(kRowH), pads = 2 * p.px(kPad) - p.px(3);
    const auto fit = static_cast<std::size_t>(std::max(0.f, (most_h - pads) / row_h));
    if (plate.rows.size() > fit) {
        // The last routes go first: their names are on the map.
        plate.left_out = plate.rows.size() - fit + 1;
        for (std::size_t i = 0; i < plate.left_out && !plate.rows.empty(); ++i) {
            const auto route = std::find_if(plate.rows.rbegin(), plate.rows.rend(), [](const LegendRow& row) { return row.what == LegendRow::What::Route; });
            plate.rows.erase(route == plate.rows.rend() ? plate.rows.end() - 1 : std::next(route).base());
        }
    }
    if (plate.rows.empty()) return plate;
    const TextStyle label = p.plate_style(11, {}, Face::Medium), note = p.plate_style(11, {});
    const float most_w = std::min(p.px(kLegendMostW), p.map.rect.w * 0.45f), around = 2 * p.px(kPad) + p.px(kSampleW + 12);
    float widest = 0;
    for (const LegendRow& row : plate.rows) {
        const float note_w = row.note.empty() ? 0 : p.width(row.note, note) + p.px(14);
        widest = std::max(widest, p.width(label_in(row, p.input.type, label, most_w - around - note_w), label) + note_w);
    }
    plate.w = std::min(around + widest, most_w);
    plate.h = pads + row_h * static_cast<float>(plate.rows.size() + (plate.left_out > 0 ? 1 : 0));
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
        const float room = right - note_w - x1 - p.px(12);
        p.text(p.input.type.fitted(label_in(row, p.input.type, label, room), label, room), x1 + p.px(12), baseline, label);
        p.text(row.note, right, baseline, note, AlignX::Right);
        y += p.px(kRowH);
    }
    const TextStyle more = p.plate_style(11, theme.text3);
    if (plate.left_out > 0) p.text(fmt::format("and {} more", plate.left_out), rect.x + p.px(kPad + kSampleW + 12), y + p.px(4), more);
}

/// Along the left and the right edge, from the foot up; the first of those that hide the fewest events.
RectPx calmest_place(RectPx room, float w, float h, const std::vector<PointPx>& events, const std::vector<RectPx>& taken, float step) {
    RectPx best{room.x, room.bottom() - h, w, h};
    std::size_t best_cost = SIZE_MAX;
    for (const float x : {room.x, room.right() - w}) {
        for (float y = room.bottom() - h; y >= room.y; y -= step) {
            const RectPx place{x, y, w, h};
            std::size_t cost = 0;
            for (const RectPx& other : taken) cost += place.overlaps(other) ? 100'000u : 0u;
            for (PointPx p : events) cost += grown(place, step / 2).contains(p) ? 1u : 0u;
            if (cost < best_cost) best = place, best_cost = cost;
        }
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
        const float top = heading.bottom() + p.px(kMargin), low = furniture.attribution ? bottom : rect.bottom() - p.px(kMargin);
        const LegendPlate plate = legend_plate(p, std::min(low - top, rect.h * kLegendMostPart));
        if (!plate.rows.empty()) {
            const RectPx room{rect.x + p.px(kMargin), top, rect.w - 2 * p.px(kMargin), low - top};
            const RectPx place = calmest_place(room, plate.w, plate.h, events_on_screen(input, map, kMostPoints), blocked, p.px(24));
            draw_legend(p, plate, place);
            blocked.push_back(place);
        }
    }
    over.items.push_back(ClipTo{});
}

}  // namespace dateline::view
