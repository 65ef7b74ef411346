#include "ui/parts.h"
#include "ui/status_text.h"

#include <fmt/format.h>
#include <cmath>

namespace dateline::ui {

std::string position_text(geo::LonLat at) {
    return fmt::format("{:.3f}° {} {:.3f}° {}", std::abs(at.lat_deg), at.lat_deg < 0 ? "S" : "N", std::abs(at.lon_deg),
                       at.lon_deg < 0 ? "W" : "E");
}

std::string where_text(const document::Event& event) {
    if (!event.place.empty()) return event.place;
    if (const auto* point = std::get_if<geo::LonLat>(&event.geometry)) return position_text(*point);
    return event.geometry.index() == 0 ? "No place given" : "Area not named";
}

std::string grouped_digits(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, "\u00a0");
    return digits;
}

std::string scale_text(double ground_m_per_px, float scale) {
    constexpr double kPixelM = 0.0254 / 96;  // CSS's pixel: a 96th of an inch
    const double ratio = ground_m_per_px * static_cast<double>(scale) / kPixelM;
    if (!(ratio >= 1) || ratio > 1e12) return "";
    const double step = std::pow(10, std::floor(std::log10(ratio)) - 2);
    return "1 : " + grouped_digits(static_cast<std::uint64_t>(std::llround(ratio / step) * std::llround(std::max(step, 1.0))));
}

namespace {

std::string counts_text(const document::Briefing& briefing) {
    const std::size_t documents = briefing.bulletins().size(), events = briefing.events().size();
    return fmt::format("{} document{} · {} event{}", grouped_digits(documents), documents == 1 ? "" : "s", grouped_digits(events),
                       events == 1 ? "" : "s");
}

/// What runs, or what was said last, in the middle.
void draw_middle(const Ui& ui, const Pen& pen, float x, float room, float base) {
    const view::Theme& theme = ui.theme();
    if (!ui.context.progress.empty()) {
        const float width = pen.text_fitted(Font::Micro, theme.text2, x, base, room - 140, ui.context.progress);
        const Box track{x + width + 12, 10.5f, 120, 3};
        pen.fill(track, theme.line, 1);
        const double part = ui.context.progress_part;
        const double phase = ui.context.now_s - std::floor(ui.context.now_s);
        if (part >= 0) pen.fill({track.x, track.y, track.w * static_cast<float>(std::min(part, 1.0)), 3}, theme.text2, 1);
        else pen.fill({track.x + track.w * 0.75f * static_cast<float>(phase), track.y, track.w * 0.25f, 3}, theme.text2, 1);
        ui.out.animating = true;
        return;
    }
    if (ui.context.message.empty()) return;
    const bool trouble = ui.context.message_severity >= base::Severity::Warning;
    if (trouble) pen.icon(Icon::TriangleAlert, theme.warn, x + 8, 12.5f);
    const float indent = trouble ? 22.f : 0.f;
    pen.text_fitted(Font::Micro, trouble ? theme.text : theme.text2, x + indent, base, room - indent, ui.context.message);
}

}  // namespace

void draw_status_bar(const Ui& ui, const std::optional<geo::LonLat>& cursor) {
    const Pen pen = begin_region(ui, "status", ui.regions.status, ui.theme().app);
    const float width = ui.regions.status.w / pen.scale(), base = Pen::baseline_for(Font::Micro, 12.5f);
    pen.hline(0, width, 0, ui.theme().line);
    const view::MapTransform map = view::transform_of(ui.state.camera, ui.regions.map, ui.look.scale);
    const geo::LonLat centre = geo::lonlat_from(ui.state.camera.center);
    pen.text(Font::Micro, ui.theme().text2, 16, base, position_text(cursor.value_or(centre)));
    const std::string scale = scale_text(view::ground_m_per_px(map, centre), ui.look.scale);
    pen.text(Font::Micro, ui.theme().text2, 145, base, scale);

    float right = width - 16;
    if (ui.context.fps > 0) {
        const std::string fps = fmt::format("{:.0f} fps", ui.context.fps);
        pen.text_right(Font::Micro, ui.theme().text3, right, base, fps);
        right -= pen.width(Font::Micro, "000 fps") + 12;
    }
    const std::string counts = counts_text(ui.briefing());
    pen.text_right(Font::Micro, ui.theme().text2, right, base, counts);
    right -= pen.width(Font::Micro, counts) + 24;
    const float left = 145 + pen.width(Font::Micro, "1 : 000 000 000") + 24;
    draw_middle(ui, pen, left, right - left, base);
    end_region();
}

}  // namespace dateline::ui
