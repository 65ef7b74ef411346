#include "document/origin.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace dateline::document {
namespace {

using Json = nlohmann::ordered_json;

std::string text_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> number_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number()) return std::nullopt;
    const double value = found->get<double>();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// One object of the list; nullopt where it says no place on Earth.
std::optional<Origin> origin_from(const Json& object) {
    if (!object.is_object()) return std::nullopt;
    const auto lon = number_in(object, "lon"), lat = number_in(object, "lat");
    if (!lon || !lat || std::abs(*lon) > 360 || std::abs(*lat) > 90) return std::nullopt;
    Origin origin;
    origin.at = {*lon, *lat};
    origin.place = text_in(object, "place");
    origin.place_id = text_in(object, "place_id");
    origin.reason = text_in(object, "reason");
    origin.basis = place_basis_named(text_in(object, "basis")).value_or(PlaceBasis::Explicit);
    origin.precision = place_precision_named(text_in(object, "precision")).value_or(PlacePrecision::None);
    origin.radius_km = std::clamp(number_in(object, "radius_km").value_or(0), 0.0, 20'000.0);
    return origin;
}

/// The flat columns as an object of the list.
Json flat_origin(const Event& event) {
    Json object = Json::object();
    constexpr std::pair<const char*, const char*> kColumns[] = {{"origin_lon", "lon"},
                                                                {"origin_lat", "lat"},
                                                                {"origin", "place"},
                                                                {"origin_id", "place_id"},
                                                                {"origin_precision", "precision"},
                                                                {"origin_basis", "basis"},
                                                                {"origin_radius_km", "radius_km"}};
    for (const auto& [key, json] : event.extra)
        for (const auto& [column, field] : kColumns)
            if (key == column) object[field] = Json::parse(json, nullptr, false);
    return object;
}

}  // namespace

std::vector<Origin> origins_of(const Event& event) {
    std::vector<Origin> origins;
    bool flat = false;
    for (const auto& [key, json] : event.extra) {
        flat = flat || key == "origin_lon";
        if (key != "origins") continue;
        const Json list = Json::parse(json, nullptr, false);
        if (!list.is_array()) continue;
        for (const Json& object : list)
            if (auto origin = origin_from(object); origin && origins.size() < kMostOrigins) origins.push_back(std::move(*origin));
    }
    if (origins.empty() && flat)
        if (auto origin = origin_from(flat_origin(event))) origins.push_back(std::move(*origin));
    return origins;
}

void set_origins(Event& event, const std::vector<Origin>& origins) {
    std::erase_if(event.extra, [](const auto& property) { return property.first == "origins"; });
    if (origins.empty()) return;
    Json list = Json::array();
    for (const Origin& origin : origins) {
        Json object;
        object["place"] = origin.place;
        object["place_id"] = origin.place_id;
        object["basis"] = name_of(origin.basis);
        object["precision"] = name_of(origin.precision);
        object["radius_km"] = std::round(origin.radius_km * 10) / 10;
        object["lon"] = std::round(origin.at.lon_deg * 1e7) / 1e7;
        object["lat"] = std::round(origin.at.lat_deg * 1e7) / 1e7;
        if (!origin.reason.empty()) object["reason"] = origin.reason;
        list.push_back(std::move(object));
    }
    event.extra.emplace_back("origins", list.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace dateline::document
