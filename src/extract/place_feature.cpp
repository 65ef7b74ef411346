#include "extract/place_feature.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

using document::Place;
using document::PlaceKind;
using document::PlacePrecision;

constexpr std::array<std::string_view, 9> kDistrict{"district", "districts", "county", "counties", "parish",
                                                    "rayon", "raion", "borough", "municipality"};
constexpr std::array<std::string_view, 14> kRegion{"region", "regions", "province", "provinces", "oblast", "state", "territory",
                                                   "governorate", "prefecture", "republic", "peninsula", "plateau", "basin", "canton"};
constexpr std::array<std::string_view, 8> kTown{"city", "town", "village", "cities", "towns", "villages", "suburb", "settlement"};
constexpr std::array<std::string_view, 5> kRiver{"river", "rivers", "creek", "bayou", "fork"};
constexpr std::array<std::string_view, 15> kSea{"sea", "ocean", "gulf", "bay", "sound", "inlet", "channel", "strait",
                                               "straits", "lake", "lakes", "reservoir", "waters", "canal", "delta"};
constexpr std::array<std::string_view, 20> kLand{"island", "islands", "isle", "mountain", "mountains", "mount", "valley",
                                                 "hill", "hills", "ridge", "gap", "pass", "bluff", "prairie", "desert",
                                                 "canyon", "glacier", "volcano", "forest", "falls"};

bool is_town(PlaceKind kind) { return kind == PlaceKind::Settlement || kind == PlaceKind::Capital; }

}  // namespace

bool is_natural_feature(std::string_view feature) {
    return one_of(feature, kRiver) || one_of(feature, kSea) || one_of(feature, kLand);
}

double fit_of_feature(std::string_view feature, const Place& place) {
    if (feature.empty()) return 0;
    const PlaceKind kind = place.kind;
    if (one_of(feature, kDistrict)) return kind == PlaceKind::District ? 4 : kind == PlaceKind::Country ? -3 : 0;
    if (one_of(feature, kRegion)) {
        if (feature == "region" || feature == "regions")
            return kind == PlaceKind::Region || kind == PlaceKind::District || kind == PlaceKind::Historic ? 3 : 0;
        return kind == PlaceKind::Region ? 4 : kind == PlaceKind::District ? 2 : 0;
    }
    if (one_of(feature, kTown)) return is_town(kind) ? 4 : -1;
    if (one_of(feature, kRiver)) return kind == PlaceKind::River ? 6 : 0;
    if (one_of(feature, kSea)) return kind == PlaceKind::Sea || kind == PlaceKind::Strait || kind == PlaceKind::Lake ? 6 : 0;
    if (one_of(feature, kLand)) return kind == PlaceKind::Island || kind == PlaceKind::Mountain ? 5 : 0;
    return 0;
}

PlacePrecision precision_of(const Place& place, std::string_view feature) {
    if (one_of(feature, kDistrict) && (is_town(place.kind) || place.kind == PlaceKind::District)) return PlacePrecision::District;
    if (one_of(feature, kRegion) && is_town(place.kind)) return PlacePrecision::District;
    switch (place.kind) {
        case PlaceKind::Settlement:
        case PlaceKind::Capital: return PlacePrecision::Settlement;
        case PlaceKind::District: return PlacePrecision::District;
        case PlaceKind::Region:
        case PlaceKind::Mountain:
        case PlaceKind::Island:
        case PlaceKind::Historic: return PlacePrecision::Region;
        case PlaceKind::Country:
        case PlaceKind::Demonym: return PlacePrecision::Country;
        case PlaceKind::CountryGroup:
        case PlaceKind::Continent: return PlacePrecision::CountryGroup;
        case PlaceKind::Sea:
        case PlaceKind::Strait:
        case PlaceKind::River:
        case PlaceKind::Lake: return PlacePrecision::Water;
        case PlaceKind::Landmark: return PlacePrecision::Exact;
        case PlaceKind::Corridor:
        case PlaceKind::Road: return PlacePrecision::Corridor;
    }
    return PlacePrecision::None;
}

float radius_of(const Place& place, PlacePrecision precision) {
    constexpr float kDistrictKm = 20;
    if (precision == PlacePrecision::District) return std::max(place.radius_km, kDistrictKm);
    return place.radius_km;
}

PlaceRole role_of(const Text& text, const Mention& m) {
    if (m.adjective) return PlaceRole::Demonym;
    const Sentence& s = text.sentences[m.sentence];
    std::size_t i = m.first_token;
    bool between = false;
    for (std::size_t back = i, steps = 0; back > s.first_token && steps < 6; --back, ++steps)
        between = between || text.folded(back - 1) == "between";
    const bool border = text.folded(m.end_token) == "border" || text.folded(m.end_token + 1) == "border" ||
                        text.folded(m.end_token + 2) == "border";
    if (border) return PlaceRole::Boundary;
    if (between) {
        for (std::size_t back = i, steps = 0; back > s.first_token && steps < 10; --back, ++steps)
            if (text.folded(back - 1) == "border") return PlaceRole::Boundary;
    }
    while (i > s.first_token && (text.tokens[i - 1].lexicon & (kArticle | kDirection | kKinOfPlace)) != 0) --i;
    const std::string_view before = i > s.first_token ? text.folded(i - 1) : std::string_view{};
    if (before == "from") return PlaceRole::Origin;
    if (before == "to" || before == "toward" || before == "towards" || before == "into" || before == "for")
        return PlaceRole::Destination;
    return m.locative ? PlaceRole::Location : PlaceRole::Mention;
}

}  // namespace dateline::extract
