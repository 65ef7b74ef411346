#include "view/label_text.h"

#include <unicode/ucasemap.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

constexpr float kLeading = 1.22f;

void smooth(std::vector<PointPx>& points, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        const std::vector<PointPx> from = points;
        for (std::size_t i = 1; i + 1 < points.size(); ++i) points[i] = from[i - 1] * 0.25f + from[i] * 0.5f + from[i + 1] * 0.25f;
    }
}

}  // namespace

PointPx point_on(const std::vector<PointPx>& line, const std::vector<float>& along, float at) {
    const auto after = std::upper_bound(along.begin(), along.end(), at);
    const auto i = std::clamp<std::ptrdiff_t>(after - along.begin(), 1, static_cast<std::ptrdiff_t>(along.size()) - 1);
    const auto b = static_cast<std::size_t>(i), a = b - 1;
    const float t = (at - along[a]) / std::max(along[b] - along[a], 1e-4f);
    return line[a] + (line[b] - line[a]) * t;
}

std::vector<float> lengths_summed(const std::vector<PointPx>& line) {
    std::vector<float> along;
    along.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) along.push_back(i == 0 ? 0 : along.back() + length_of(line[i] - line[i - 1]));
    return along;
}

TextBlock text_block(const Typesetter& type, const std::vector<std::string>& lines, const TextStyle& style) {
    TextBlock block;
    block.line_height = std::round(style.size_px * kLeading);
    block.ascent = std::round(0.5f * (block.line_height + style.size_px * type.metrics(style.face).cap_height));
    for (const std::string& text : lines) {
        TextBlock::Line line;
        line.width = type.width_px(text, style);
        line.runs.push_back({text, style, 0});
        block.width = std::max(block.width, line.width);
        block.lines.push_back(std::move(line));
    }
    block.height = block.line_height * static_cast<float>(lines.size());
    return block;
}

std::vector<std::string> wrapped_lines(const Typesetter& type, std::string_view text, const TextStyle& style, float width_px,
                                       std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
        if (line.empty() || type.width_px(longer, style) <= width_px) {
            line = std::move(longer);
        } else if (lines.size() + 1 == most) {
            lines.push_back(type.fitted(line + " " + std::string(text.substr(at)), style, width_px));
            return lines;
        } else {
            lines.push_back(std::move(line));
            line = word;
        }
        at = end + 1;
    }
    if (!line.empty()) lines.push_back(type.fitted(line, style, width_px));
    return lines;
}

TextBlock dated_block(const Typesetter& type, std::string_view date, const TextStyle& date_style, std::string_view title,
                      const TextStyle& title_style, float gap_px, float wrap_px) {
    TextBlock block = text_block(type, {std::string(date)}, date_style);
    TextBlock::Line& first = block.lines.front();
    if (wrap_px <= 0) {
        const float x = date.empty() ? 0 : first.width + gap_px;
        first.runs.push_back({std::string(title), title_style, x});
        first.width = x + type.width_px(title, title_style);
        block.width = first.width;
        return block;
    }
    for (std::string& text : wrapped_lines(type, title, title_style, wrap_px, 2)) {
        TextBlock::Line line;
        line.width = type.width_px(text, title_style);
        line.runs.push_back({std::move(text), title_style, 0});
        block.width = std::max(block.width, line.width);
        block.lines.push_back(std::move(line));
    }
    block.height = block.line_height * static_cast<float>(block.lines.size());
    return block;
}

void draw_block(const TextBlock& block, PointPx top_left, AlignX align, std::vector<Item>& out) {
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const TextBlock::Line& line = block.lines[i];
        const float spare = block.width - line.width;
        const float indent = align == AlignX::Left ? 0 : align == AlignX::Right ? spare : 0.5f * spare;
        const float baseline = top_left.y + block.ascent + block.line_height * static_cast<float>(i);
        for (const TextBlock::Run& run : line.runs)
            out.emplace_back(DrawText{run.text, {top_left.x + indent + run.x, baseline}, AlignX::Left, 0, run.style});
    }
}

void draw_turned(const TextBlock& block, PointPx center, float angle_rad, std::vector<Item>& out) {
    if (block.lines.empty() || block.lines.front().runs.empty()) return;
    const TextBlock::Run& run = block.lines.front().runs.front();
    const float half = 0.5f * block.width, drop = block.ascent - 0.5f * block.line_height;
    const float c = std::cos(angle_rad), s = std::sin(angle_rad);
    const PointPx start{center.x - c * half - s * drop, center.y - s * half + c * drop};
    out.emplace_back(DrawText{run.text, start, AlignX::Left, angle_rad, run.style});
}

std::vector<RectPx> turned_boxes(PointPx center, float width, float height, float angle_rad) {
    if (std::abs(angle_rad) < 0.02f) return {{center.x - 0.5f * width, center.y - 0.5f * height, width, height}};
    const float c = std::cos(angle_rad), s = std::sin(angle_rad);
    const PointPx half{0.5f * width * c, 0.5f * width * s};
    return path_boxes({center - half, center + half}, width, height, 0);
}

float path_length(const std::vector<PointPx>& path) {
    float sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) sum += length_of(path[i] - path[i - 1]);
    return sum;
}

namespace {

/// How far at most the line swings beyond its smoothed middle, on the side of `lift`.
float swing(const std::vector<PointPx>& line, const std::vector<PointPx>& smoothed, float lift) {
    const bool backward = smoothed.back().x < smoothed.front().x;
    float most = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const PointPx d = (smoothed[std::min(i + 1, line.size() - 1)] - smoothed[i > 0 ? i - 1 : 0]) * (backward ? -1.f : 1.f),
                      off = line[i] - smoothed[i];
        most = std::max(most, (off.x * d.y - off.y * d.x) / std::max(length_of(d), 1e-3f) * (lift < 0 ? -1.f : 1.f));
    }
    return most;
}

}  // namespace

TextPath text_path(const std::vector<PointPx>& line, const std::vector<float>& along, float at, float width, float lift, float em_px,
                   bool calmly) {
    if (line.size() < 2) return {};
    constexpr float kWinding = 1.45f;  // of a line along which a text runs calmly, to the text
    const float margin = calmly ? em_px + 0.5f * (kWinding - 1) * width : em_px;
    const float from = at - 0.5f * width - margin, to = at + 0.5f * width + margin;
    if (from < 0 || to > along.back()) return {};
    const float step = 0.5f * em_px;
    const auto count = static_cast<std::size_t>(std::ceil((to - from) / step));
    std::vector<PointPx> points;
    for (std::size_t i = 0; i <= count; ++i)
        points.push_back(point_on(line, along, from + (to - from) * static_cast<float>(i) / static_cast<float>(count)));
    const std::vector<PointPx> own = calmly ? points : std::vector<PointPx>{};
    smooth(points, calmly ? 160 : 14);
    // A line that doubles back, or bends more within three letters than letters can follow, is not written on.
    const float length_px = path_length(points);
    if (calmly ? length_px < width + em_px : length_px < 0.86f * (to - from)) return {};
    if (calmly) {
        const float out = swing(own, points, lift);
        if (out > 1.6f * em_px) return {};
        lift += lift < 0 ? -out : out;
    }
    const std::size_t reach = 3;
    TextPath path;
    float direction = 0, least = 0, most = 0;
    for (std::size_t i = reach; i + reach < points.size(); ++i) {
        const PointPx a = points[i] - points[i - reach], b = points[i + reach] - points[i];
        const float turn = std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
        if (std::abs(turn) > 0.5f) return {};
        path.bend += std::abs(turn) / static_cast<float>(reach);
        direction += turn / static_cast<float>(reach);
        least = std::min(least, direction), most = std::max(most, direction);
    }
    if (most - least > 1.25f) return {};
    if (points.back().x < points.front().x) std::reverse(points.begin(), points.end());
    std::vector<PointPx>& moved = path.points;
    moved.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PointPx d = points[std::min(i + 1, points.size() - 1)] - points[i > 0 ? i - 1 : 0];
        const float length = std::max(length_of(d), 1e-3f);
        moved[i] = {points[i].x + d.y / length * lift, points[i].y - d.x / length * lift};
    }
    return path;
}

std::vector<RectPx> path_boxes(const std::vector<PointPx>& path, float width, float height, float rise) {
    std::vector<RectPx> boxes;
    if (path.size() < 2) return boxes;
    const std::vector<float> along = lengths_summed(path);
    const float middle = 0.5f * along.back();
    const auto count = static_cast<std::size_t>(std::max(1.f, std::ceil(width / (0.9f * height))));
    for (std::size_t i = 0; i < count; ++i) {
        const float at = middle + width * ((static_cast<float>(i) + 0.5f) / static_cast<float>(count) - 0.5f);
        const PointPx p = point_on(path, along, at), ahead = point_on(path, along, at + 1) - point_on(path, along, at - 1);
        const float length = std::max(length_of(ahead), 1e-3f);
        boxes.push_back(around({p.x + ahead.y / length * rise, p.y - ahead.x / length * rise}, 0.5f * height));
    }
    return boxes;
}

std::string uppercased(std::string_view name, std::string_view country_iso_a2) {
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const char* locale = !ascii && (country_iso_a2 == "TR" || country_iso_a2 == "AZ") ? "tr" : "en";
    UErrorCode status = U_ZERO_ERROR;
    UCaseMap* map = ucasemap_open(locale, 0, &status);
    std::string out(name.size() * 3 + 1, '\0');
    const std::int32_t size = ucasemap_utf8ToUpper(map, out.data(), static_cast<std::int32_t>(out.size()), name.data(),
                                                   static_cast<std::int32_t>(name.size()), &status);
    if (map) ucasemap_close(map);
    if (U_FAILURE(status)) return std::string(name);
    out.resize(static_cast<std::size_t>(size));
    return out;
}

}  // namespace dateline::view
