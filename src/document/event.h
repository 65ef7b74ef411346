#pragma once

#include "calendar/edtf.h"
#include "geo/geometry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

enum class Category : std::uint8_t { Security, Diplomacy, Energy, Transport, Economy, Statement, Society, Other };
inline constexpr int kCategoryCount = 8;

enum class DateBasis : std::uint8_t { None, Explicit, InferredYear, Relative, Context };
enum class PlaceBasis : std::uint8_t { None, Explicit, Inferred };
/// How exactly the text says where. Each is drawn as a different shape; only Exact and Settlement are pins.
enum class PlacePrecision : std::uint8_t { None, Exact, Settlement, District, Region, Corridor, Water, Country, CountryGroup };
enum class Review : std::uint8_t { Unreviewed, Accepted, Edited, Rejected };

/// Code points of the bulletin's text, end exclusive.
struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const TextSpan&) const = default;
};

/// One dated happening and the sentence that proves it; the public record of docs/formats.md, field for field.
struct Event {
    std::string id;
    std::string title;
    std::optional<calendar::Edtf> date;
    std::string date_text;
    DateBasis date_basis = DateBasis::None;

    std::string place;     ///< as the source writes it
    std::string place_id;  ///< gazetteer id
    std::string place_text;
    PlaceBasis place_basis = PlaceBasis::None;
    PlacePrecision place_precision = PlacePrecision::None;
    double place_radius_km = 0;
    geo::Geometry geometry;

    Category category = Category::Other;
    std::string kind;  ///< visit, meeting, signing, opening, incident, statement, plan, supply, …
    std::vector<std::string> actors;
    std::string attribution;

    std::string quote;
    std::string source;  ///< id of the bulletin it was read from
    std::string section;
    TextSpan quote_span;
    TextSpan date_span;  ///< empty where none
    TextSpan place_span;
    std::vector<TextSpan> actor_spans;

    double confidence = 0;
    Review review = Review::Unreviewed;

    /// Properties that a file carried and that we do not know, kept for writing back: key and JSON value.
    std::vector<std::pair<std::string, std::string>> extra;

    bool operator==(const Event&) const = default;
};

std::string_view name_of(Category);
std::string_view name_of(DateBasis);
std::string_view name_of(PlaceBasis);
std::string_view name_of(PlacePrecision);
std::string_view name_of(Review);
std::optional<Category> category_named(std::string_view);
std::optional<DateBasis> date_basis_named(std::string_view);
std::optional<PlaceBasis> place_basis_named(std::string_view);
std::optional<PlacePrecision> place_precision_named(std::string_view);
std::optional<Review> review_named(std::string_view);

}  // namespace dateline::document
