// The other sentences that tell the selected event, in its own document and in others.

#include "document/mentions.h"
#include "ui/inspector_panel.h"

#include <fmt/format.h>
#include <algorithm>

namespace dateline::ui {
namespace {

constexpr float kLeft = 17, kLineH = 20;
constexpr std::size_t kMostShown = 8, kMostLines = 6;

}  // namespace

std::string citation_of(const document::Briefing& briefing, std::string_view source, std::string_view section,
                        std::optional<std::uint32_t> page) {
    const document::Bulletin* bulletin = briefing.bulletin(source);
    std::string words(bulletin == nullptr       ? source
                      : bulletin->title.empty() ? std::string_view(bulletin->file_name)
                                                : std::string_view(bulletin->title));
    const auto add = [&](std::string_view part) { words += (words.empty() ? "" : " · ") + std::string(part); };
    if (!section.empty()) add(section);
    if (page) add(fmt::format("p. {}", *page));
    return words;
}

void InspectorPanel::lay_out_told(const Ui& ui, const Pen& pen, const document::Event& event, float width) {
    std::vector<document::Mention> mentions = document::mentions_of(event);
    // Other documents first: that is what a second source is for.
    std::stable_partition(mentions.begin(), mentions.end(), [&](const auto& m) { return m.source != event.source; });
    const auto measure = [&](std::string_view text) { return pen.width(Font::Body, text); };
    for (const document::Mention& mention : mentions) {
        if (evidence_.told.size() == kMostShown) break;
        ui.look.fonts.want(mention.quote);
        evidence_.told.push_back(
            {citation_of(ui.briefing(), mention.source, mention.source == event.source ? "" : mention.section, mention.page),
             wrapped(mention.quote, width, measure, kMostLines)});
    }
    evidence_.told_more = mentions.size() - evidence_.told.size();
}

float InspectorPanel::draw_told(const Ui& ui, const Pen& pen, float width, float y) {
    if (evidence_.told.empty() || evidence_.briefing != ui.state.briefing || evidence_.event_id != ui.state.selected) return y;
    const view::Theme& theme = ui.theme();
    const float box_w = width - 2 * kLeft;
    pen.text(Font::Micro, theme.text3, kLeft, y + 24, "Also told in");
    y += 33;
    for (const Told& told : evidence_.told) {
        const Box box{kLeft, y, box_w, 40 + static_cast<float>(told.lines.size()) * kLineH};
        pen.fill(box, theme.well, 4);
        pen.outline(box, theme.line, 4);
        pen.text_fitted(Font::Micro, theme.text2, box.x + 13, Pen::baseline_for(Font::Micro, y + 16), box_w - 26, told.where);
        float line_y = y + 28;
        for (const std::string& line : told.lines) {
            pen.text_fitted(Font::Body, theme.text, box.x + 13, line_y + 14.5f, box_w - 26, line);
            line_y += kLineH;
        }
        y = box.bottom() + 8;
    }
    if (evidence_.told_more > 0) {
        pen.text(Font::Micro, theme.text3, kLeft, y + 12, fmt::format("and in {} more sentences", evidence_.told_more));
        y += 20;
    }
    return y;
}

}  // namespace dateline::ui
