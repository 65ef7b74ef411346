#include "ui/dispute.h"

#include "calendar/edtf.h"
#include "ui/paragraph.h"
#include "ui/symbols.h"
#include "view/dispute_picker.h"

#include <fmt/format.h>

namespace dateline::ui {
namespace {

constexpr float kX = 17;

std::string_view kind_word(const std::string& kind) {
    if (kind == "undelimited") return "Boundary not delimited";
    if (kind == "ceasefire") return "Line of control or ceasefire";
    if (kind == "claim") return "Edge of a claim";
    if (kind == "area") return "Disputed area";
    return "Disputed boundary";
}

std::string described(const std::string& edtf) {
    const auto date = calendar::Edtf::parse(edtf);
    return date ? calendar::describe(*date) : edtf;
}

/// "Serbia" and "part of its territory".
std::pair<std::string, std::string> party_and_position(const std::string& claim) {
    const std::size_t colon = claim.find(": ");
    if (colon == std::string::npos) return {"", claim};
    return {claim.substr(0, colon), claim.substr(colon + 2)};
}

float draw_wrapped(const Pen& pen, Font font, Color color, float x, float y, float width, float line_h, std::string_view text) {
    const auto measure = [&](std::string_view part) { return pen.width(font, part); };
    for (const std::string& line : wrapped(text, width, measure, 12)) {
        pen.text_fitted(font, color, x, y, width, line);
        y += line_h;
    }
    return y;
}

}  // namespace

const document::Dispute* dispute_of(const Ui& ui, const std::string& id) {
    return ui.context.basemap != nullptr ? view::dispute_named(*ui.context.basemap, id) : nullptr;
}

std::string dispute_kind_text(const document::Dispute& dispute) {
    std::string text(kind_word(dispute.kind));
    if (!dispute.begin.empty()) text += " · from " + described(dispute.begin);
    if (!dispute.end.empty()) text += (dispute.begin.empty() ? " · until " : " until ") + described(dispute.end);
    return text;
}

std::string dispute_text(const document::Dispute& dispute) {
    std::string text = dispute.name + "\n" + dispute_kind_text(dispute);
    for (const std::string& claim : dispute.claims) text += "\n" + claim;
    if (!dispute.note.empty()) text += "\n" + dispute.note;
    return text;
}

std::string dispute_source_text(const document::Dispute& dispute, const std::string& worldview) {
    std::string text = dispute.source.empty() ? "" : (dispute.kind == "area" ? "Extent: " : "Line: ") + dispute.source + ". ";
    return text +
           (worldview.empty() ? "Claims: in our words, after the parties’ own; Dateline takes no side." : "Worldview: " + worldview + ".");
}

float draw_dispute_facts(const Ui& ui, const Pen& pen, const document::Dispute& dispute, float width) {
    const view::Theme& theme = ui.theme();
    const float room = width - 2 * kX;
    draw_dashes(pen, kX, kX + 30, 28, theme.disputed, 1.4f, {5, 3.5f});
    pen.text_fitted(Font::Micro, theme.text2, 58, Pen::baseline_for(Font::Micro, 28), width - 58 - kX, dispute_kind_text(dispute));
    float y = draw_wrapped(pen, Font::Title, theme.text, kX, 65, room, 26, dispute.name) + 6;
    for (const std::string& claim : dispute.claims) {
        const auto [party, position] = party_and_position(claim);
        pen.hline(kX, kX + room, y - 8, theme.line);
        y += 10;
        if (!party.empty()) y = draw_wrapped(pen, Font::BodyMedium, theme.text, kX, y, room, 20, party);
        y = draw_wrapped(pen, Font::Body, theme.text2, kX, y, room, 20, position) + 4;
    }
    if (!dispute.note.empty()) {
        pen.hline(kX, kX + room, y - 8, theme.line);
        y = draw_wrapped(pen, Font::Body, theme.text2, kX, y + 10, room, 20, dispute.note) + 4;
    }
    return draw_wrapped(pen, Font::Micro, theme.text3, kX, y + 8, room, 16, dispute_source_text(dispute, ui.context.basemap->worldview)) +
           16;
}

}  // namespace dateline::ui
