#include "view/theme.h"

#include "base/files.h"
#include "view/theme_measures.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace dateline::view {
namespace {

using nlohmann::json;

constexpr std::array kColors{std::pair{"app", &Theme::app},
                             std::pair{"well", &Theme::well},
                             std::pair{"panel", &Theme::panel},
                             std::pair{"raised", &Theme::raised},
                             std::pair{"hover", &Theme::hover},
                             std::pair{"line", &Theme::line},
                             std::pair{"line_strong", &Theme::line_strong},
                             std::pair{"text", &Theme::text},
                             std::pair{"text2", &Theme::text2},
                             std::pair{"text3", &Theme::text3},
                             std::pair{"ink", &Theme::ink},
                             std::pair{"on_ink", &Theme::on_ink},
                             std::pair{"mark", &Theme::mark},
                             std::pair{"mark_line", &Theme::mark_line},
                             std::pair{"ok", &Theme::ok},
                             std::pair{"warn", &Theme::warn},
                             std::pair{"bad", &Theme::bad},
                             std::pair{"water", &Theme::water},
                             std::pair{"land", &Theme::land},
                             std::pair{"land_focus", &Theme::land_focus},
                             std::pair{"coast", &Theme::coast},
                             std::pair{"shelf", &Theme::shelf},
                             std::pair{"border", &Theme::border},
                             std::pair{"disputed", &Theme::disputed},
                             std::pair{"river", &Theme::river},
                             std::pair{"grid", &Theme::grid},
                             std::pair{"label", &Theme::label},
                             std::pair{"label_city", &Theme::label_city},
                             std::pair{"label_water", &Theme::label_water},
                             std::pair{"halo", &Theme::halo},
                             std::pair{"halo_water", &Theme::halo_water},
                             std::pair{"relief_shadow", &Theme::relief_shadow},
                             std::pair{"relief_light", &Theme::relief_light},
                             std::pair{"relief_high", &Theme::relief_high},
                             std::pair{"sea_deep", &Theme::sea_deep}};

/// What a kind of route is coloured by: shared.json's kinds say so too, for those who read the file.
constexpr std::array<const char*, 6> kRouteColor{"corridor", "rail", "road", "gas", "cable", "corridor"};

bool is_color(const json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return (text.size() == 7 || text.size() == 9) && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

Color color_at(const json& object, const std::string& key, const std::string& path, std::vector<std::string>& faults) {
    if (object.is_object() && object.contains(key) && is_color(object[key]))
        return color_from_hex(object[key].get_ref<const std::string&>());
    faults.push_back(path + key);
    return color_from_hex("");
}

base::Result<json> read_json(const std::filesystem::path& path) {
    constexpr const char* remedy = "restore it from the source tree";
    const auto bytes = base::read_file(path, std::size_t{1} << 20);
    if (!bytes) return base::fail("the theme cannot be read", path.string(), remedy);
    json parsed = json::parse(*bytes, nullptr, false);
    if (!parsed.is_object()) return base::fail("the theme is not a JSON object", path.string(), remedy);
    return parsed;
}

base::Result<> reported(const std::vector<std::string>& faults, const std::filesystem::path& path) {
    if (faults.empty()) return {};
    std::string list;
    for (const std::string& fault : faults) list += (list.empty() ? "" : ", ") + fault;
    return base::fail("missing or misspelt: " + list, path.string(), "write colours as #RRGGBB or #RRGGBBAA, measures as numbers");
}

}  // namespace

base::Result<Theme> load_theme(const std::filesystem::path& assets, std::string_view name) {
    const std::filesystem::path folder = assets / "themes";
    const std::filesystem::path path = folder / (std::string(name) + ".json"), shared_path = folder / "shared.json";
    const auto colors = read_json(path);
    if (!colors) return tl::unexpected(colors.error());
    const auto shared = read_json(shared_path);
    if (!shared) return tl::unexpected(shared.error());

    Theme theme;
    theme.name = name;
    std::vector<std::string> faults;
    for (const auto& [key, member] : kColors) theme.*member = color_at(*colors, key, "", faults);
    const json categories = colors->value("category", json::object()), routes = colors->value("route", json::object());
    for (std::size_t i = 0; i < theme.category.size(); ++i) {
        const std::string key(document::name_of(static_cast<document::Category>(i)));
        theme.category[i] = color_at(categories, key, "category.", faults);
    }
    for (std::size_t i = 0; i < theme.route.size(); ++i) theme.route[i] = color_at(routes, kRouteColor[i], "route.", faults);
    const json heat = colors->value("heat", json::array());
    for (std::size_t i = 0; i < theme.heat.size(); ++i) {
        const bool given = heat.is_array() && i < heat.size();
        const std::string key = std::to_string(i);
        theme.heat[i] = color_at(json{{key, given ? heat[i] : json()}}, key, "heat.", faults);
    }
    if (auto bad = reported(faults, path); !bad) return tl::unexpected(bad.error());
    theme.measures = read_measures(*shared, faults);
    if (auto bad = reported(faults, shared_path); !bad) return tl::unexpected(bad.error());
    return theme;
}

MarkerShape shape_of(document::Category category) {
    using document::Category;
    switch (category) {
        case Category::Security: return MarkerShape::Triangle;
        case Category::Diplomacy: return MarkerShape::Circle;
        case Category::Energy: return MarkerShape::Diamond;
        case Category::Transport: return MarkerShape::Square;
        case Category::Economy: return MarkerShape::Pentagon;
        case Category::Statement: return MarkerShape::Speech;
        case Category::Society: return MarkerShape::Hexagon;
        case Category::Other: return MarkerShape::Ring;
    }
    return MarkerShape::Ring;
}

std::string_view label_of(document::Category category) {
    using document::Category;
    switch (category) {
        case Category::Security: return "Security";
        case Category::Diplomacy: return "Diplomacy";
        case Category::Energy: return "Energy";
        case Category::Transport: return "Transport";
        case Category::Economy: return "Economy";
        case Category::Statement: return "Statement";
        case Category::Society: return "Society";
        case Category::Other: return "Other";
    }
    return "Other";
}

}  // namespace dateline::view
