#include "app/places.h"

#include "extract/place_feature.h"

namespace dateline::app {
namespace {

std::string country_name(const document::Gazetteer& gazetteer, std::string_view iso_a2) {
    if (iso_a2.empty()) return {};
    const std::int64_t row = gazetteer.index_of("iso:" + std::string(iso_a2));
    return row < 0 ? std::string() : std::string(gazetteer.place(static_cast<std::uint32_t>(row)).name);
}

}  // namespace

std::string other_names(const document::Gazetteer& gazetteer, const document::Event& event) {
    const std::int64_t row = gazetteer.index_of(event.place_id);
    if (row < 0) return {};
    const document::Place place = gazetteer.place(static_cast<std::uint32_t>(row));
    std::string names;
    const auto add = [&](std::string_view name) {
        if (name.empty() || name == event.place || names.find(name) != std::string::npos) return;
        names += (names.empty() ? "" : ", ") + std::string(name);
    };
    add(place.name);
    if (place.kind != document::PlaceKind::Country) add(country_name(gazetteer, place.country));
    return names;
}

std::optional<ui::PlaceFound> find_place(const document::Gazetteer& gazetteer, std::string_view name) {
    for (const document::NameMatch& match : gazetteer.find(document::fold_name(name))) {
        if (match.adjective) continue;
        const document::Place place = gazetteer.place(match.place);
        ui::PlaceFound found;
        found.id = place.id;
        found.name = place.name;
        found.precision = extract::precision_of(place, {});
        found.radius_km = static_cast<double>(extract::radius_of(place, found.precision));
        found.geometry = place.at;
        return found;
    }
    return std::nullopt;
}

}  // namespace dateline::app
