#include "view/furniture_legend.h"
#include "view/furniture_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <tuple>

namespace dateline::view {
namespace {

constexpr float kSampleW = 36, kRowH = 19, kPad = 12;

/// A line so long in a map so wide is what the eye meets first.
constexpr float kDominates = 0.3f;

/// What goes last where there is no room for all: what nothing else on the map explains, and lines that dominate it. Short ones
/// have their names there at most.
int worth(const LegendRow& row, float map_px) {
    switch (row.what) {
        case LegendRow::What::Route: return row.emphasised ? 5 : row.seen_px >= kDominates * map_px ? 4 : 0;
        case LegendRow::What::FocusLand:
        case LegendRow::What::FerryLeg:
        case LegendRow::What::ArcToCome:
        case LegendRow::What::Count: return 1;
        case LegendRow::What::Disputed:
        case LegendRow::What::DisputedArea:
        case LegendRow::What::ImpreciseDate: return 2;
        case LegendRow::What::Hatch:
        case LegendRow::What::EventLine:
        case LegendRow::What::AreaPlace:
        case LegendRow::What::Arc: return 3;
        case LegendRow::What::Own: return 4;
        case LegendRow::What::Category: return 6;
        case LegendRow::What::Heat: return 7;
    }
    return 0;
}

std::string left_out_note(std::size_t count) { return fmt::format("and {} more", count); }

float code_width(const FurniturePainter& p, const LegendRow& row, const TextStyle& style) {
    return row.code.empty() ? 0 : p.width(row.code, style) + p.px(8);
}

}  // namespace

LegendPlate legend_plate(const FurniturePainter& p, std::vector<LegendRow> rows, float most_h, std::size_t columns) {
    constexpr std::size_t kFewestLines = 3;  // of a column beside another
    LegendPlate plate{std::move(rows), 0, 0, 0, columns};
    const float row_h = p.px(kRowH), pads = 2 * p.px(kPad) - p.px(3);
    const std::size_t fit = columns * static_cast<std::size_t>(std::max(0.f, (most_h - pads) / row_h));
    if (plate.rows.size() > fit) {
        plate.left_out = plate.rows.size() - fit + 1;
        for (std::size_t i = 0; i < plate.left_out && !plate.rows.empty(); ++i)
            plate.rows.erase(
                std::min_element(plate.rows.begin(), plate.rows.end(), [map_px = p.map.rect.w](const LegendRow& a, const LegendRow& b) {
                    return std::tuple(worth(a, map_px), a.seen_px) < std::tuple(worth(b, map_px), b.seen_px);
                }));
    }
    if (columns > 1 && plate.lines() < kFewestLines) plate.rows.clear();
    if (plate.rows.empty()) return plate;
    const TextStyle label = p.plate_style(11, {}, Face::Medium), note = p.plate_style(11, {});
    const float most_w = std::min(p.px(kLegendWidest), p.map.rect.w * (columns > 1 ? 0.32f : 0.45f)), around = p.px(kPad + kSampleW + 12);
    float widest = plate.left_out > 0 ? p.width(left_out_note(plate.left_out), note) : 0;
    for (const LegendRow& row : plate.rows) {
        const float note_w = (row.note.empty() ? 0 : p.width(row.note, note) + p.px(14)) + code_width(p, row, note);
        widest = std::max(widest, p.width(label_in(row, p.input.type, label, most_w - around - p.px(kPad) - note_w), label) + note_w);
    }
    plate.w = static_cast<float>(columns) * std::min(around + widest, most_w - p.px(kPad)) + p.px(kPad);
    plate.h = pads + row_h * static_cast<float>(plate.lines());
    return plate;
}

void append_legend(const FurniturePainter& p, const LegendPlate& plate, RectPx rect) {
    const Theme& theme = p.theme();
    p.plate(rect, 4);
    const float column_w = (rect.w - p.px(kPad)) / static_cast<float>(plate.columns),
                first_y = rect.y + p.px(kPad) - p.px(2) + p.px(kRowH) / 2;
    const auto corner_of = [&](std::size_t i) {  // of the i-th line: where its sample begins, and its middle
        return PointPx{rect.x + p.px(kPad) + column_w * static_cast<float>(i / plate.lines()),
                       first_y + p.px(kRowH) * static_cast<float>(i % plate.lines())};
    };
    for (std::size_t i = 0; i < plate.rows.size(); ++i) {
        const LegendRow& row = plate.rows[i];
        const auto [x0, y] = corner_of(i);
        const float x1 = x0 + p.px(kSampleW);
        append_sample(row, theme, x0, x1, y, p.input.layout.scale, p.over.items);
        const TextStyle label = p.plate_style(11, theme.text, row.emphasised ? Face::SemiBold : Face::Medium);
        const TextStyle note = p.plate_style(11, theme.text2);
        const float baseline = std::round(y + p.input.type.metrics(label.face).cap_height * label.size_px / 2);
        const float right = x0 + column_w - p.px(kPad);
        const float note_w = row.note.empty() ? 0 : p.width(row.note, note) + p.px(10);
        const float room = right - note_w - code_width(p, row, note) - x1 - p.px(12);
        const std::string name = p.input.type.fitted(label_in(row, p.input.type, label, room), label, room);
        p.text(name, x1 + p.px(12), baseline, label);
        p.text(row.code, x1 + p.px(20) + p.width(name, label), baseline, note);
        p.text(row.note, right, baseline, note, AlignX::Right);
    }
    const TextStyle more = p.plate_style(11, theme.text3);
    const auto [x, y] = corner_of(plate.rows.size());
    if (plate.left_out > 0) p.text(left_out_note(plate.left_out), x + p.px(kSampleW + 12), y + p.px(4), more);
}

}  // namespace dateline::view
