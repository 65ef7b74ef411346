#include "ui/paragraph.h"
#include "ui/parts.h"

#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

constexpr float kWidth = 520, kPad = 40;

void draw_progress(const Ui& ui, const Pen& pen, float y, float width) {
    const view::Theme& theme = ui.theme();
    pen.text_fitted(Font::BodyMedium, theme.text, kPad, y, width - 2 * kPad, ui.context.progress);
    const Box track{kPad, y + 14, width - 2 * kPad, 4};
    pen.fill(track, theme.line, 2);
    const double part = ui.context.progress_part, phase = ui.context.now_s - std::floor(ui.context.now_s);
    const float done = part >= 0 ? static_cast<float>(std::min(part, 1.0)) : 0.25f;
    const float from = part >= 0 ? 0 : 0.75f * static_cast<float>(phase);
    pen.fill({track.x + from * track.w, track.y, done * track.w, track.h}, theme.ink, 2);
    ui.out.animating = true;
}

}  // namespace

void draw_start_page(const Ui& ui) {
    const view::RectPx& map = ui.regions.map;
    const float s = ui.look.scale;
    const float width = std::min(kWidth, map.w / s - 32), height = std::min(282.f, map.h / s - 16);
    if (width < 200 || height < 120) return;
    const view::RectPx rect{std::round(map.x + (map.w - width * s) / 2), std::round(map.y + (map.h - height * s) * 0.42f), width * s,
                            height * s};
    const Pen pen = begin_region(ui, "start", rect, view::with_alpha(ui.theme().panel, 0));
    const view::Theme& theme = ui.theme();
    pen.fill({0, 0, width, height}, theme.panel, 4);
    pen.outline({0, 0, width, height}, theme.line, 4);
    pen.text(Font::Title, theme.text, kPad, 60, "Turn a bulletin into a briefing");
    const auto measure = [&](std::string_view text) { return pen.width(Font::Body, text); };
    float y = 92;
    for (const std::string& line : wrapped("Dateline finds the dated events in a document, with the sentence that proves each, and shows "
                                           "them on a map above a timeline.",
                                           width - 2 * kPad, measure, 3)) {
        pen.text(Font::Body, theme.text2, kPad, y, line);
        y += 20;
    }
    y += 12;
    if (!ui.context.progress.empty()) {
        draw_progress(ui, pen, y + 16, width);
        return end_region();
    }
    const ButtonLook open{.primary = true, .enabled = true, .icon = Icon::Folder, .key = "Ctrl O"};
    const float open_w = button_width(pen, "Open…", open);
    if (button(pen, "open", {kPad, y, open_w, 32}, "Open…", open)) ui.wishes.open_file = true;
    if (!ui.context.sample.empty()) {
        const ButtonLook sample{.primary = false, .enabled = true, .icon = Icon::FileText, .key = {}};
        const float sample_w = button_width(pen, "Open the sample", sample);
        if (button(pen, "sample", {kPad + open_w + 8, y, sample_w, 32}, "Open the sample", sample)) ui.wishes.open_path = ui.context.sample;
    }
    pen.hline(kPad, width - kPad, y + 56, theme.line);
    y += 78;
    const auto small = [&](std::string_view text) { return pen.width(Font::Micro, text); };
    for (const std::string& line : wrapped(
             "Or drop files on the window: documents as md, txt, html, docx, odt, epub, pdf; events and layers as gpkg, geojson, csv, kml.",
             width - 2 * kPad, small, 2)) {
        pen.text(Font::Micro, theme.text3, kPad, y, line);
        y += 16;
    }
    end_region();
}

}  // namespace dateline::ui
