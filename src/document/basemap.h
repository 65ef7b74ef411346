#pragma once

#include "calendar/instant.h"
#include "document/relief.h"
#include "geo/geometry.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::document {

enum class BaseLayer : std::uint8_t { Land, Water, Countries, Coast, Rivers, Borders, Disputed, Admin1Lines };
inline constexpr int kBaseLayerCount = 8;

/// Natural Earth's scales. A chunk is one cell of a layer at one scale, so that a frame draws only what is on screen.
enum class Scale : std::uint8_t { Coarse110m, Medium50m, Fine10m };

struct BaseMesh {
    std::shared_ptr<const geo::Mesh> mesh;
    std::string country;                 ///< adm0_a3 for Countries, else empty
};
struct BaseLines {
    std::shared_ptr<const geo::LineSet> lines;
    std::string name;
    int rank = 0;
    calendar::Span valid;                ///< a boundary that is history is drawn only in its time
};

struct PlaceLabel {
    std::uint64_t key = 0;
    std::string name;
    geo::LonLat at;
    int rank = 0;                        ///< 0 most important
    int capital = 0;                     ///< 1 national, 2 of a first-level division
    double population = 0;
    float min_zoom = 0;
    std::string country;                 ///< ISO 3166-1 alpha-2
};
struct CountryLabel {
    std::uint64_t key = 0;
    std::string name, adm0_a3, iso_a2;
    geo::LonLat at;
    int rank = 0;
    double area_km2 = 0;
};
struct MarineLabel {
    std::uint64_t key = 0;
    std::string name;
    geo::LonLat at;
    int rank = 0;
    float angle_deg = 0;
    float min_zoom = 0;
};

/// What lies under the events. Baked from maps/base by dateline_bake.
struct BaseMap {
    std::vector<BaseMesh> meshes[kBaseLayerCount][3];   ///< [layer][scale]
    std::vector<BaseLines> lines[kBaseLayerCount][3];
    std::vector<PlaceLabel> places;
    std::vector<CountryLabel> countries;
    std::vector<MarineLabel> marine;
    std::string attribution;
    std::shared_ptr<const Relief> relief;   ///< null: none
};

}  // namespace dateline::document
