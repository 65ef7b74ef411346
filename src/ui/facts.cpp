#include "ui/event_list_panel.h"
#include "ui/inspector_panel.h"
#include "ui/status_text.h"

namespace dateline::ui {
namespace {

constexpr float kX = 17;

}  // namespace

float draw_wrapped(const Pen& pen, Font font, Color color, float x, float y, float width, float line_h, std::string_view text,
                   std::size_t max_lines) {
    const auto measure = [&](std::string_view part) { return pen.width(font, part); };
    for (const std::string& line : wrapped(text, width, measure, max_lines)) {
        pen.text_fitted(font, color, x, y, width, line);
        y += line_h;
    }
    return y;
}

float draw_briefing_facts(const Ui& ui, const Pen& pen, float width) {
    const view::Theme& theme = ui.theme();
    const document::Briefing& briefing = ui.briefing();
    const float room = width - 2 * kX;
    if (briefing.events().empty() && briefing.bulletins().empty()) {
        const float y = draw_wrapped(pen, Font::Lead, theme.text, kX, 40, room, 22, "Nothing is open");
        return draw_wrapped(pen, Font::Body, theme.text2, kX, y + 4, room, 20,
                            "Open a bulletin, a briefing or a file of events with Ctrl O, or drop one on the window.");
    }
    float y = draw_wrapped(pen, Font::Title, theme.text, kX, 40, room, 26, briefing.title().empty() ? "Briefing" : briefing.title(), 4);
    if (const auto extent = briefing.time_extent()) {
        const std::string span = calendar::describe(extent->begin) + " – " + calendar::describe(extent->end - std::chrono::seconds{1});
        y = draw_wrapped(pen, Font::Body, theme.text2, kX, y, room, 20, span);
    }
    y = draw_wrapped(pen, Font::Body, theme.text3, kX, y + 12, room, 20,
                     "Select an event in the list, on the map or on the timeline to read the words that prove it.");
    if (briefing.bulletins().empty()) return y + 16;
    pen.text(Font::Micro, theme.text3, kX, y + 16, "Documents");
    y += 25;
    for (const auto& bulletin : briefing.bulletins()) {
        pen.hline(kX, width - kX, y, theme.line);
        pen.icon(Icon::FileText, theme.text2, kX + 8, y + 20);
        pen.text_fitted(Font::BodyMedium, theme.text, 41, y + 17, room - 24,
                        bulletin->title.empty() ? bulletin->file_name : bulletin->title);
        std::string note = bulletin->published ? "published " + calendar::describe(*bulletin->published) : "no date of its own";
        if (!bulletin->published_reason.empty()) note += " (" + bulletin->published_reason + ")";
        pen.text_fitted(Font::Micro, theme.text3, 41, y + 31, room - 24, note);
        y += 40;
        if (y > 4000) break;
    }
    return y + 16;
}

}  // namespace dateline::ui
