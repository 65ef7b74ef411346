#include "document/briefing.h"

#include <algorithm>
#include <array>

namespace dateline::document {

namespace {

using namespace std::string_view_literals;

// The words of docs/formats.md, in the order of the enumerators.
constexpr std::array kCategories{"security"sv, "diplomacy"sv, "energy"sv,  "transport"sv,
                                 "economy"sv,  "statement"sv, "society"sv, "other"sv};
constexpr std::array kDateBases{"none"sv, "explicit"sv, "inferred-year"sv, "relative"sv, "context"sv};
constexpr std::array kPlaceBases{"none"sv, "explicit"sv, "inferred"sv};
constexpr std::array kPlacePrecisions{"none"sv,     "exact"sv, "settlement"sv, "district"sv,     "region"sv,
                                      "corridor"sv, "water"sv, "country"sv,    "country-group"sv};
constexpr std::array kReviews{"unreviewed"sv, "accepted"sv, "edited"sv, "rejected"sv};
constexpr std::array kRouteKinds{"corridor"sv, "rail"sv, "road"sv, "pipeline"sv, "cable"sv, "ferry"sv};
constexpr std::array kRouteStatuses{"existing"sv, "under-construction"sv, "planned"sv, "proposed"sv, "suspended"sv};
constexpr std::array kRouteDirections{"forward"sv, "backward"sv, "both"sv};

static_assert(kCategories.size() == kCategoryCount);

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view();
}

template <class Enum, std::size_t N>
std::optional<Enum> named_in(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto it = std::find(names.begin(), names.end(), name);
    if (it == names.end()) return std::nullopt;
    return static_cast<Enum>(it - names.begin());
}

}  // namespace

std::string_view name_of(Category c) { return name_in(kCategories, c); }
std::string_view name_of(DateBasis b) { return name_in(kDateBases, b); }
std::string_view name_of(PlaceBasis b) { return name_in(kPlaceBases, b); }
std::string_view name_of(PlacePrecision p) { return name_in(kPlacePrecisions, p); }
std::string_view name_of(Review r) { return name_in(kReviews, r); }
std::string_view name_of(RouteKind k) { return name_in(kRouteKinds, k); }
std::string_view name_of(RouteStatus s) { return name_in(kRouteStatuses, s); }
std::string_view name_of(RouteDirection d) { return name_in(kRouteDirections, d); }

std::optional<Category> category_named(std::string_view n) { return named_in<Category>(kCategories, n); }
std::optional<DateBasis> date_basis_named(std::string_view n) { return named_in<DateBasis>(kDateBases, n); }
std::optional<PlaceBasis> place_basis_named(std::string_view n) { return named_in<PlaceBasis>(kPlaceBases, n); }
std::optional<PlacePrecision> place_precision_named(std::string_view n) { return named_in<PlacePrecision>(kPlacePrecisions, n); }
std::optional<Review> review_named(std::string_view n) { return named_in<Review>(kReviews, n); }
std::optional<RouteKind> route_kind_named(std::string_view n) { return named_in<RouteKind>(kRouteKinds, n); }
std::optional<RouteStatus> route_status_named(std::string_view n) { return named_in<RouteStatus>(kRouteStatuses, n); }
std::optional<RouteDirection> route_direction_named(std::string_view n) { return named_in<RouteDirection>(kRouteDirections, n); }

}  // namespace dateline::document
