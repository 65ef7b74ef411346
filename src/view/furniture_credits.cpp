#include "view/furniture_parts.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::view {
namespace {

constexpr std::size_t kMostLines = 7;  ///< whom a picture is owed to, and whose boundaries it shows, is not cut

/// What of `text` goes on below a line of so much room is taken from its end, at a space.
std::string cut_off(const FurniturePainter& p, std::string& text, const TextStyle& style, float room) {
    std::size_t cut = text.rfind(' ');
    while (cut != std::string::npos && cut > 0 && p.width(text.substr(0, cut), style) > room) cut = text.rfind(' ', cut - 1);
    if (cut == std::string::npos || cut == 0) return {};
    const std::size_t open = text.rfind('(', cut);  // a licence in brackets is not parted
    if (open != std::string::npos && open > 1 && text.find(')', open) > cut && text[open - 1] == ' ') cut = open - 1;
    std::string below = text.substr(cut + 1);
    text.resize(cut);
    return below;
}

/// As many of the parts on a line as fit, in their order. On a small map a part begins where the one before it ends.
std::vector<std::string> filled(const FurniturePainter& p, const std::vector<std::string>& parts, const TextStyle& style, float room) {
    std::vector<std::string> lines;
    for (const std::string& part : parts) {
        const std::string longer = lines.empty() ? part : lines.back() + " · " + part;
        const bool fits = lines.empty() || p.width(longer, style) <= room || p.is_small();
        if (lines.empty() || (!fits && lines.size() < kMostLines)) lines.push_back(part);
        else lines.back() = longer;
        // One that is wider than the map goes on below.
        while (p.width(lines.back(), style) > room && lines.size() < kMostLines) {
            std::string below = cut_off(p, lines.back(), style, room);
            if (below.empty()) break;
            // A point that would begin a line is none.
            constexpr std::string_view kPoint = "· ";
            lines.push_back(below.starts_with(kPoint) ? below.substr(kPoint.size()) : std::move(below));
        }
    }
    return lines;
}

}  // namespace

RectPx append_credits(const FurniturePainter& p, const MapNotes& notes, float right, float bottom, float room) {
    const TextStyle style = p.style(p.is_small() ? 10 : 11, p.theme().text3);
    const float line_h = p.px(p.is_small() ? 13 : 15);
    std::vector<std::string> parts;
    const std::string& source = p.input.furniture.source_note;
    if (!source.empty()) parts.push_back(p.input.type.fitted(source, style, room));
    parts.insert(parts.end(), notes.credits.begin(), notes.credits.end());
    const std::vector<std::string> lines = filled(p, parts, style, room);
    float y = bottom, widest = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const std::string text = p.input.type.fitted(*line, style, room);
        p.text(text, right, y - p.px(3), style, AlignX::Right);
        widest = std::max(widest, p.width(text, style));
        y -= line_h;
    }
    return {right - widest, y, widest, bottom - y};
}

}  // namespace dateline::view
