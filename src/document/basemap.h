#pragma once

#include "calendar/instant.h"
#include "document/relief.h"
#include "geo/geometry.h"
#include "geo/spine.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::document {

class Divisions;

enum class BaseLayer : std::uint8_t { Land, Water, Countries, Coast, Rivers, Borders, Disputed, Admin1Lines };
inline constexpr int kBaseLayerCount = 8;

/// Natural Earth's scales. A chunk is one cell of a layer at one scale, so that a frame draws only what is on screen.
enum class Scale : std::uint8_t { Coarse110m, Medium50m, Fine10m };

struct BaseMesh {
    std::shared_ptr<const geo::Mesh> mesh;
    std::string country;  ///< adm0_a3 for Countries, else empty
    int rank = 0;         ///< of lakes: 0 the largest
};
struct BaseLines {
    std::shared_ptr<const geo::LineSet> lines;
    std::string name;
    int rank = 0;
    calendar::Span valid;  ///< a boundary that is history is drawn only in its time
    int dispute = -1;      ///< of Disputed: which of BaseMap::disputes
    /// Of Borders: for each polyline of `lines`, which of BaseMap::border_sides it parts.
    std::vector<std::uint32_t> sides;
};

/// A boundary or an area on which the states concerned do not agree: who says what, and who says that they say so. Data of
/// maps/deriving/disputed.tsv and of worldviews, never code.
struct Dispute {
    std::string id;  ///< "kosovo-serbia-line"
    std::string name;
    std::string side_a, side_b;       ///< adm0_a3
    std::string kind;                 ///< boundary, undelimited, ceasefire, claim, area
    std::string begin, end;           ///< EDTF; empty: open
    std::vector<std::string> claims;  ///< "Serbia: part of its territory"
    std::string note, source;
    bool operator==(const Dispute&) const = default;
};
/// What a disputed area covers: hatched in its time, and told when it is pointed at.
struct DisputedArea {
    int dispute = -1;
    geo::MultiPolygon area;
    geo::LonLatBox box;
    calendar::Span valid;
};
/// The two states (adm0_a3, in the order of the alphabet) that a border parts.
struct BorderSides {
    std::string a, b;
    bool operator==(const BorderSides&) const = default;
};

struct PlaceLabel {
    std::uint64_t key = 0;
    std::string name;
    std::string local;  ///< in the language and script of the country; empty where not known
    geo::LonLat at;
    int rank = 0;     ///< 0 most important
    int capital = 0;  ///< 1 national, 2 of a first-level division
    double population = 0;
    float min_zoom = 0;
    std::string country;  ///< ISO 3166-1 alpha-2
};
struct CountryLabel {
    std::uint64_t key = 0;
    std::string name, local, brief, adm0_a3, iso_a2;  ///< brief: for where there is no room
    geo::LonLat at;
    int rank = 0;
    double area_km2 = 0;
    std::vector<geo::Spine> spines;  ///< where its name is set; the best first
};
/// A first-level division.
struct RegionLabel {
    std::uint64_t key = 0;
    std::string name, local, iso_a2;  ///< of the country
    geo::LonLat at;
    int rank = 0;
    double area_km2 = 0;
    std::vector<geo::Spine> spines;
};
struct MarineLabel {
    std::uint64_t key = 0;
    std::string name;
    std::string local;  ///< as its coastal states call it, where no more than two names are in use; else empty
    geo::LonLat at;
    int rank = 0;
    float angle_deg = 0;
    float min_zoom = 0;
    std::vector<geo::Spine> spines;  ///< empty for open seas, which have no shape
    geo::MultiPolygon reach;         ///< roughly the water of that name, islands and all; empty where only the anchor is known
};
/// An island, or a group of which no island is named.
struct IslandLabel {
    std::uint64_t key = 0;
    std::string name, local;
    geo::LonLat at;
    double area_km2 = 0;
    double reach_km = 0;                   ///< how large it counts: the side of a square of its area, or more of a lone one
    bool has_town = false;                 ///< a town there has its name
    std::vector<geo::WorldPoint> outline;  ///< of its parts, one after another
    std::vector<geo::Spine> spines;
};
/// A range, a desert, a plain, a peninsula, an archipelago: what a printed map letters along an axis.
struct LandformLabel {
    std::uint64_t key = 0;
    std::string name, local;
    bool on_water = false;  ///< an archipelago, an ice shelf
    bool in_capitals = false;
    int rank = 0;  ///< 1 of a continent, 5 of a district
    std::vector<geo::Spine> spines;
};

/// What lies under the events. Baked from maps/base by dateline_bake.
struct BaseMap {
    std::vector<BaseMesh> meshes[kBaseLayerCount][3];  ///< [layer][scale]
    std::vector<BaseLines> lines[kBaseLayerCount][3];
    std::vector<PlaceLabel> places;
    std::vector<CountryLabel> countries;
    std::vector<RegionLabel> regions;
    std::vector<MarineLabel> marine;
    std::vector<IslandLabel> islands;
    std::vector<LandformLabel> landforms;
    std::vector<Dispute> disputes;
    std::vector<DisputedArea> disputed_areas;
    std::vector<BorderSides> border_sides;
    std::string attribution;
    std::string worldview;                       ///< whose boundaries these are, for the credits
    std::shared_ptr<const Relief> relief;        ///< null: none
    std::shared_ptr<const Divisions> divisions;  ///< areas of divisions, waters and islands; null: none
};

}  // namespace dateline::document
