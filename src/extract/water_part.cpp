#include "extract/water_part.h"

#include "extract/lexicon.h"
#include "geo/area_part.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace dateline::extract {
namespace {

constexpr std::array<std::string_view, 8> kWinds{"n", "ne", "e", "se", "s", "sw", "w", "nw"};

/// "north", "northern"; empty for a word of another sort.
std::string_view letters_of(std::string_view word) {
    constexpr std::string_view kAdjective = "ern";
    if (word.ends_with(kAdjective)) word.remove_suffix(kAdjective.size());
    if (word == "north") return "n";
    if (word == "northeast") return "ne";
    if (word == "east") return "e";
    if (word == "southeast") return "se";
    if (word == "south") return "s";
    if (word == "southwest") return "sw";
    if (word == "west") return "w";
    if (word == "northwest") return "nw";
    if (word == "central" || word == "middle" || word == "mid") return "c";
    return {};
}

}  // namespace

std::optional<WaterPart> water_part(const Text& text, const Mention& m) {
    const std::uint32_t first = text.sentences[m.sentence].first_token;
    std::uint32_t begin = m.first_token;
    // "Northern Aegean", where the sea alone was looked up
    const bool inside = m.first_token + 1 < m.end_token && (text.tokens[m.first_token].lexicon & kDirection) != 0 &&
                        !m.folded.starts_with(text.folded(text.tokens[m.first_token]));
    std::string letters(inside ? letters_of(text.folded(text.tokens[begin])) : std::string_view{});
    while (!inside && begin > first && m.first_token - begin < 2 && (text.tokens[begin - 1].lexicon & kDirection) != 0)
        letters.insert(0, letters_of(text.folded(text.tokens[--begin])));
    const auto wind = std::find(kWinds.begin(), kWinds.end(), letters);
    if (wind != kWinds.end()) return WaterPart{begin, *wind};
    if (letters == "c") return WaterPart{begin, "c"};
    return std::nullopt;
}

std::optional<double> bearing_of_wind(std::string_view wind) {
    constexpr double step_deg = 45;
    const auto found = std::find(kWinds.begin(), kWinds.end(), wind);
    if (found == kWinds.end()) return std::nullopt;
    return step_deg * static_cast<double>(found - kWinds.begin());
}

geo::MultiPolygon part_of_area(const geo::MultiPolygon& area, std::string_view wind) {
    if (area.empty()) return {};
    const geo::LonLatBox box = geo::bounds(area);
    const geo::LonLat middle = box.center();
    if (const auto bearing = bearing_of_wind(wind)) return geo::beyond(area, middle, *bearing);
    const double width = box.width_deg() * std::cos(middle.lat_deg * M_PI / 180), height = box.north_deg - box.south_deg;
    constexpr double sixth = 1.0 / 6;
    if (height > width)
        return geo::beyond(geo::beyond(area, {middle.lon_deg, middle.lat_deg - sixth * height}, 0),
                           {middle.lon_deg, middle.lat_deg + sixth * height}, 180);
    return geo::beyond(geo::beyond(area, {middle.lon_deg - sixth * box.width_deg(), middle.lat_deg}, 90),
                       {middle.lon_deg + sixth * box.width_deg(), middle.lat_deg}, 270);
}

}  // namespace dateline::extract
