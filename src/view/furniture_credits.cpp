#include "view/furniture_parts.h"

#include <algorithm>

namespace dateline::view {
namespace {

constexpr std::size_t kMostLines = 7;   ///< whom a picture is owed to, and whose boundaries it shows, is not cut

/// As many of the parts on a line as fit, in their order.
std::vector<std::string> filled(const FurniturePainter& p, const std::vector<std::string>& parts, const TextStyle& style, float room) {
    std::vector<std::string> lines;
    for (const std::string& part : parts) {
        const std::string longer = lines.empty() ? part : lines.back() + " · " + part;
        if (lines.empty() || (p.width(longer, style) > room && lines.size() < kMostLines)) lines.push_back(part);
        else lines.back() = longer;
        // One that is wider than the map goes on below.
        while (p.width(lines.back(), style) > room && lines.size() < kMostLines) {
            const std::string whole = lines.back();
            std::size_t cut = whole.rfind(' ');
            while (cut != std::string::npos && cut > 0 && p.width(whole.substr(0, cut), style) > room) cut = whole.rfind(' ', cut - 1);
            if (cut == std::string::npos || cut == 0) break;
            lines.back() = whole.substr(0, cut);
            lines.push_back(whole.substr(cut + 1));
        }
    }
    return lines;
}

}  // namespace

RectPx append_credits(const FurniturePainter& p, const MapNotes& notes, float right, float bottom, float room) {
    const TextStyle style = p.style(11, p.theme().text3);
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
        y -= p.px(15);
    }
    return {right - widest, y, widest, bottom - y};
}

}  // namespace dateline::view
