#pragma once

#include "document/event.h"

#include <string>
#include <vector>

namespace dateline::document {

/// A place that an event came from: a visitor's, a signatory's, a supply's. Kept in the event's property `origins`.
struct Origin {
    std::string place;  ///< as the source writes it
    std::string place_id;
    PlaceBasis basis = PlaceBasis::Explicit;
    PlacePrecision precision = PlacePrecision::None;
    double radius_km = 0;  ///< of the place's area
    geo::LonLat at;
    std::string reason;  ///< for an inferred one
    bool operator==(const Origin&) const = default;
};
inline constexpr std::size_t kMostOrigins = 32;

/// From `origins`; else from `origin_lon` and `origin_lat` (with `origin`, `origin_precision`, `origin_basis`), as tables
/// of flows have them. What is no place on Earth is left out.
std::vector<Origin> origins_of(const Event& event);
/// Replaces what the event had.
void set_origins(Event& event, const std::vector<Origin>& origins);

}  // namespace dateline::document
