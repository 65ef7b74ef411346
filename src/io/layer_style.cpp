#include "io/layer_style.h"

#include "base/files.h"

#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::LayerLook;
using document::LayerStyle;
using document::StyleColor;
using nlohmann::json;

constexpr std::array<std::pair<std::string_view, document::StyleSymbol>, 7> kSymbols{{{"circle", document::StyleSymbol::Circle},
                                                                                      {"square", document::StyleSymbol::Square},
                                                                                      {"triangle", document::StyleSymbol::Triangle},
                                                                                      {"diamond", document::StyleSymbol::Diamond},
                                                                                      {"hexagon", document::StyleSymbol::Hexagon},
                                                                                      {"pentagon", document::StyleSymbol::Pentagon},
                                                                                      {"ring", document::StyleSymbol::Ring}}};

std::optional<std::array<float, 4>> hex_color(const json& value) {
    if (!value.is_string()) return std::nullopt;
    const std::string& text = value.get_ref<const std::string&>();
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#' ||
        text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos)
        return std::nullopt;
    std::array<float, 4> color{0, 0, 0, 1};
    for (std::size_t i = 0; 2 * i + 2 < text.size(); ++i)
        color[i] = static_cast<float>(std::stoi(text.substr(2 * i + 1, 2), nullptr, 16)) / 255;
    return color;
}

/// Reads the members of one object of a style; what is wrong is a line with its path.
class StyleReader {
  public:
    StyleReader(const json& object, std::string where, std::string path, std::vector<std::string>& faults)
        : object_(object), where_(std::move(where)), path_(std::move(path)), faults_(faults) {}

    void fault(const std::string& key, const std::string& what, const std::string& remedy) {
        faults_.push_back(base::Error{what, where_ + ": " + path_ + key, remedy}.line());
    }
    /// The member's value, and that it is known; null where there is none.
    const json* member(const char* key) {
        known_.push_back(key);
        const auto found = object_.find(key);
        return found == object_.end() ? nullptr : &*found;
    }
    void number(const char* key, double least, double most, auto& into) {
        const json* value = member(key);
        if (!value) return;
        const double number = value->is_number() ? value->get<double>() : std::nan("");
        if (!(number >= least && number <= most)) return fault(key, fmt::format("is no number from {} to {}", least, most), "write one");
        into = static_cast<std::remove_reference_t<decltype(into)>>(number);
    }
    void text(const char* key, std::string& into) {
        const json* value = member(key);
        if (!value) return;
        if (!value->is_string()) return fault(key, "is no text", "put it in quotes");
        into = value->get<std::string>();
    }
    void color(const char* key, std::optional<StyleColor>& into) {
        const json* value = member(key);
        if (!value) return;
        const bool both = value->is_object() && value->contains("dark") && value->contains("light");
        const auto dark = hex_color(both ? (*value)["dark"] : *value), light = hex_color(both ? (*value)["light"] : *value);
        if (!dark || !light) return fault(key, "is no colour", R"(write "#RRGGBB", "#RRGGBBAA", or {"dark": …, "light": …})");
        into = StyleColor{*dark, *light};
    }
    void numbers(const char* key, std::size_t fewest, std::size_t most, double least, std::vector<double>& into) {
        const json* value = member(key);
        if (!value) return;
        bool good = value->is_array() && value->size() >= fewest && value->size() <= most;
        if (good)
            for (const json& item : *value) good = good && item.is_number() && item.get<double>() >= least;
        if (!good) return fault(key, fmt::format("is no list of {} to {} numbers", fewest, most), "write one, like [4, 2]");
        into = value->get<std::vector<double>>();
    }
    void refuse_unknown() {
        for (const auto& [key, value] : object_.items())
            if (std::find(known_.begin(), known_.end(), key) == known_.end())
                fault(key, "is not known and has no effect", "see docs/layers.md for what is");
    }

  private:
    const json& object_;
    std::string where_, path_;
    std::vector<std::string>& faults_;
    std::vector<std::string> known_;
};

void read_look(StyleReader& in, LayerLook& look) {
    std::optional<StyleColor> both;
    in.color("color", both);
    if (both) look.fill = look.line = both;
    in.color("fill", look.fill);
    in.color("line", look.line);
    in.color("label_color", look.label_color);
    in.number("fill_opacity", 0, 1, look.fill_opacity);
    in.number("line_opacity", 0, 1, look.line_opacity);
    in.number("width_px", 0, 40, look.width_px);
    in.number("hatch_px", 0, 60, look.hatch_px);
    in.number("size_px", 1, 60, look.size_px);
    in.number("label_px", 6, 40, look.label_px);
    in.text("label", look.label);
    std::vector<double> dash, zoom;
    in.numbers("dash_px", 2, 4, 0, dash);
    for (std::size_t i = 0; i < 4 && !dash.empty(); ++i)
        look.dash_px[i] = i < dash.size() || dash.size() == 2 ? static_cast<float>(dash[i % dash.size()]) : 0;
    in.numbers("zoom", 2, 2, 0, zoom);
    if (!zoom.empty()) {
        if (zoom[0] < zoom[1]) look.min_zoom = zoom[0], look.max_zoom = zoom[1];
        else in.fault("zoom", "ends before it begins", "write [from, to]");
    }
    std::string symbol;
    in.text("symbol", symbol);
    const auto named = std::find_if(kSymbols.begin(), kSymbols.end(), [&](const auto& s) { return s.first == symbol; });
    if (named != kSymbols.end()) look.symbol = named->second;
    else if (!symbol.empty()) in.fault("symbol", "is no symbol", "use circle, square, triangle, diamond, hexagon, pentagon or ring");
}

void read_values(StyleReader& in, const std::string& where, LayerStyle& style, std::vector<std::string>& faults) {
    in.text("by", style.by);
    const json* values = in.member("values");
    if (!values) {
        if (!style.by.empty()) in.fault("by", "names a field, but there are no values", R"(add "values": {"…": {…}})");
        return;
    }
    if (!values->is_object() || style.by.empty())
        return in.fault("values", "is no object of looks by the value of a field", R"(write "by": "field", "values": {"…": {…}})");
    for (const auto& [value, look] : values->items()) {
        if (!look.is_object()) {
            in.fault("values." + value, "is no object", "write {…} with what differs from the rest");
            continue;
        }
        LayerLook own = style.look;
        StyleReader reader(look, where, "values." + value + ".", faults);
        read_look(reader, own);
        reader.refuse_unknown();
        style.values.emplace_back(value, own);
    }
}

void read_raster_part(StyleReader& in, LayerStyle& style) {
    in.number("band", 1, 100'000, style.band);
    std::vector<double> stretch;
    in.numbers("stretch", 2, 2, -1e300, stretch);
    if (!stretch.empty()) {
        if (stretch[0] < stretch[1]) style.stretch = {stretch[0], stretch[1]};
        else in.fault("stretch", "does not rise", "write [lowest, highest]");
    }
    const json* ramp = in.member("ramp");
    if (!ramp) return;
    bool good = ramp->is_array() && ramp->size() >= 2 && ramp->size() <= 64;
    std::vector<std::array<float, 4>> colors;
    if (good)
        for (const json& item : *ramp) {
            const auto color = hex_color(item);
            good = good && color;
            if (color) colors.push_back(*color);
        }
    if (good) style.ramp = std::move(colors);
    else in.fault("ramp", "is no list of 2 to 64 colours", R"(write ["#RRGGBB", …])");
}

}  // namespace

document::LayerStyle style_from_json(std::string_view text, const std::string& where, std::vector<std::string>& faults) {
    LayerStyle style;
    // Comments are allowed: the file is written by hand.
    const json object = json::parse(text, nullptr, false, true);
    if (!object.is_object()) {
        faults.push_back(base::Error{"is no JSON object", where, R"(begin with {"dateline_style": 1, …)"}.line());
        return style;
    }
    StyleReader in(object, where, "", faults);
    const json* version = in.member("dateline_style");
    if (!version || !version->is_number_integer() || version->get<int>() != 1)
        in.fault("dateline_style", "is not 1", R"(begin with {"dateline_style": 1, …)");
    in.text("title", style.title);
    in.text("credits", style.credits);
    in.text("table", style.table);
    in.number("opacity", 0, 1, style.opacity);
    read_look(in, style.look);
    read_values(in, where, style, faults);
    read_raster_part(in, style);
    in.refuse_unknown();
    return style;
}

base::Result<document::LayerStyle> read_style(const fs::path& path, std::vector<std::string>& faults) {
    const auto text = base::read_file(path, std::size_t{4} << 20);
    if (!text) return tl::unexpected(base::Error{"the style cannot be read: " + text.error().what, path.string(), "check its name"});
    return style_from_json(*text, path.string(), faults);
}

fs::path style_beside(const fs::path& file) {
    std::error_code ignored;
    for (const fs::path& candidate : {fs::path(file.string() + ".style.json"), fs::path(file).replace_extension(".style.json")})
        if (candidate != file && fs::is_regular_file(candidate, ignored)) return candidate;
    return {};
}

bool is_style(std::string_view text) {
    const json object = json::parse(text, nullptr, false, true);
    return object.is_object() && object.contains("dateline_style");
}

}  // namespace dateline::io
