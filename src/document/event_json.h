#pragma once

#include "base/result.h"
#include "document/event.h"

#include <array>
#include <string>
#include <string_view>

namespace dateline::document {

/// The public record of docs/formats.md: its properties, in their order.
inline constexpr std::array<std::string_view, 24> kRecordFields{"id",
                                                                "title",
                                                                "date",
                                                                "begin",
                                                                "end",
                                                                "date_text",
                                                                "date_basis",
                                                                "place",
                                                                "place_id",
                                                                "place_text",
                                                                "place_basis",
                                                                "place_precision",
                                                                "place_radius_km",
                                                                "category",
                                                                "kind",
                                                                "actors",
                                                                "attribution",
                                                                "quote",
                                                                "source",
                                                                "section",
                                                                "char_start",
                                                                "char_end",
                                                                "confidence",
                                                                "review"};

/// What to write beside the public record of docs/formats.md.
enum class EventFields : std::uint8_t {
    Record,    ///< the record's properties, in its order
    Geometry,  ///< and `geometry`, GeoJSON or null
    All        ///< and `evidence`, the spans of date, place and actors
};

/// One JSON object, keys in the record's order, unknown ones kept at its end.
std::string json_of(const Event& event, EventFields fields = EventFields::Geometry);

/// Reads what json_of writes, with keys missing or in any order; `geometry` too where present. Unknown keys go to
/// Event::extra. Errors: not an object, a field of the wrong type, a date that is not EDTF, an unknown name, a span
/// that ends before it begins; `where` is the field.
base::Result<Event> event_from_json(std::string_view json);

/// GeoJSON geometry in lon/lat; monostate is null. Lines and areas of one part are written as LineString and Polygon.
std::string geojson_of(const geo::Geometry& geometry);
/// Points, lines and areas, single or multi. Errors: another type, a coordinate that is not a place on Earth.
base::Result<geo::Geometry> geometry_from_geojson(std::string_view json);

}  // namespace dateline::document
