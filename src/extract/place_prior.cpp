#include "extract/place_prior.h"

#include "extract/name_context.h"

#include <algorithm>
#include <cmath>

namespace dateline::extract {

using document::NameMatch;
using document::Place;
using document::PlaceKind;

bool is_division(const Place& place) { return place.kind == PlaceKind::Region && place.id.starts_with("adm1:"); }

bool is_town(const Place& place) { return place.kind == PlaceKind::Settlement || place.kind == PlaceKind::Capital; }

double fame_of(const Place& place, bool main_name) {
    constexpr double weight = 0.6, usual = 0.7, most = 30;  // of spellings
    const auto spellings =
        static_cast<double>(place.other_names.empty() ? 0 : std::count(place.other_names.begin(), place.other_names.end(), '\n') + 1);
    return (main_name ? weight : weight / 2) * std::max(0.0, std::log10(1 + std::min(spellings, most)) - usual);
}

bool is_before_its_river(std::string_view full, std::string_view name) {
    return full.size() > name.size() + 6 && full.substr(name.size()).starts_with(" upon ") &&
           document::fold_name(full.substr(0, name.size())) == name;
}

/// "Kent", "Essex": the counties that people say they live in, and no boroughs.
bool is_known_shire(const Place& place) {
    constexpr float smallest_km = 20;
    return is_shire(place) && place.radius_km >= smallest_km;
}

double prior_of(const Place& place, const NameMatch& match) {
    const double people = std::log10(std::max(place.population, 1.0) + 1);
    switch (place.kind) {
        case PlaceKind::Country: return 10 + 0.3 * people;
        case PlaceKind::Continent:
        case PlaceKind::CountryGroup: return 10;
        case PlaceKind::Sea:
        case PlaceKind::Strait:
        case PlaceKind::River:
        case PlaceKind::Lake: return 7.0 + match.main_name;
        case PlaceKind::Region: return 4.6 + 0.5 * people + match.main_name;
        case PlaceKind::District:
            if (is_known_shire(place)) return 5.5 + match.main_name;
            return 2.6 + 0.4 * people + match.main_name;
        case PlaceKind::Historic: return 6.0;
        case PlaceKind::Mountain:  // a range is known as a river is
            if (place.radius_km >= 100) return 7.0 + match.main_name;
            return people + 1.2 * match.main_name;
        case PlaceKind::Island:  // "Bali" is known as a division is, an islet as a village
            if (place.population >= 300000) return 4.6 + 0.5 * people + match.main_name;
            return people + 1.2 * match.main_name;
        case PlaceKind::Capital: return people + 2.2 + 1.2 * match.main_name;
        default: return people + 1.2 * match.main_name;
    }
}

}  // namespace dateline::extract
