#include "io/basemap_labels.h"

#include "base/id.h"
#include "geo/spine.h"
#include "io/basemap_rows.h"

#include <ogrsf_frmts.h>
#include "io/gazetteer_tsv.h"
#include "io/local_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::BaseMap;

// Widths of a letter by its height: capitals with the space that countries' names have, small letters, italics.
constexpr double kCapitalAspect = 0.95, kSmallAspect = 0.62, kItalicAspect = 0.66;
/// How far from its anchor the shores of a sea are looked for; wider ones are open.
constexpr std::array<double, 4> kReachDeg{2, 6, 13, 26};
constexpr int kBasinCells = 200, kRegionCells = 72;

std::size_t letters_in(const std::string& utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80; }));
}

double aspect_of(const std::string& name, double letter_aspect) { return letter_aspect * static_cast<double>(std::max<std::size_t>(letters_in(name), 3)); }

std::vector<geo::Spine> spines_for(const Row& row, const std::string& name, double letter_aspect, int cells) {
    const geo::Geometry shape = geometry_of(row.shape.get());
    const auto* area = std::get_if<geo::MultiPolygon>(&shape);
    if (!area) return {};
    return geo::spines_of(*area, aspect_of(name, letter_aspect), cells);
}

double area_km2(const OGRGeometry* shape) {
    const geo::Geometry geometry = geometry_of(shape);
    const auto* area = std::get_if<geo::MultiPolygon>(&geometry);
    double sum = 0;
    for (const geo::Polygon& polygon : area ? *area : geo::MultiPolygon{}) {
        // Equal-area in a cylinder: longitude by the sine of latitude.
        for (const geo::Line& ring : polygon) {
            double twice = 0;
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const auto y = [](geo::LonLat p) { return std::sin(p.lat_deg * std::numbers::pi / 180); };
                twice += ring[i].lon_deg * y(ring[i + 1]) - ring[i + 1].lon_deg * y(ring[i]);
            }
            sum += (&ring == &polygon.front() ? 1 : -1) * std::abs(twice) / 2;
        }
    }
    return sum * std::numbers::pi / 180 * geo::kEarthRadiusM * geo::kEarthRadiusM / 1e6;
}

struct LabelBaker {
    fs::path base;
    LocalNames local;
    BaseMap& map;

    base::Result<std::vector<Row>> rows(const std::string& layer, std::initializer_list<const char*> fields) const {
        return read_layer(base / (layer + ".fgb"), fields);
    }
    base::Result<> countries();
    base::Result<> regions();
    base::Result<> places();
    base::Result<> marine();
};

base::Result<> LabelBaker::countries() {
    const auto read = rows("countries_10m", {"name", "adm0_a3", "iso_a2", "label_lon", "label_lat", "rank", "area_km2"});
    if (!read) return tl::unexpected(read.error());
    for (const Row& row : *read) {
        const std::string code = row.text("adm0_a3"), name = row.text("name");
        map.countries.push_back({base::stable_hash("country/" + code), name, local.country(code), local.abbreviation(code), code, row.text("iso_a2"),
                                 {row.number("label_lon"), row.number("label_lat")}, row.integer("rank"), row.number("area_km2"),
                                 spines_for(row, name, kCapitalAspect, 128)});
    }
    std::sort(map.countries.begin(), map.countries.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, a.adm0_a3) < std::tie(b.rank, b.adm0_a3); });
    return {};
}

base::Result<> LabelBaker::regions() {
    const auto read = rows("admin1_10m", {"name", "name_local", "names", "adm0_a3", "iso_3166_2", "label_lon", "label_lat", "rank", "until"});
    if (!read) return tl::unexpected(read.error());
    for (const Row& row : *read) {
        // What is no division of today keeps its land for what happened in it, and no name on the map.
        if (!row.text("until").empty()) continue;
        const std::string name = row.text("name"), code = row.text("iso_3166_2"), names = row.text("names"), country = row.text("adm0_a3");
        const auto owner = std::find_if(map.countries.begin(), map.countries.end(), [&](const auto& c) { return c.adm0_a3 == country; });
        // A country of one division is named once.
        if (name.empty() || owner == map.countries.end() || owner->name == name) continue;
        std::string own = row.text("name_local");
        // Where the layer has none, or one in Latin letters: "Homel'skaja voblasc'".
        if (own.empty() || (writes_own_script(owner->iso_a2) && locally_spelt(owner->iso_a2, {own}).empty()))
            own = std::string(locally_spelt(owner->iso_a2, split_list(names)));
        if (!is_in_our_fonts(own)) own.clear();  // of Japan, Thailand and others: in English
        const geo::LonLat at{row.number("label_lon"), row.number("label_lat")};
        map.regions.push_back({base::stable_hash(fmt::format("region/{}/{}/{:.2f}/{:.2f}", code, name, at.lon_deg, at.lat_deg)), name, own,
                               owner->iso_a2, at, row.integer("rank"), area_km2(row.shape.get()),
                               spines_for(row, name, kSmallAspect, kRegionCells)});
    }
    std::sort(map.regions.begin(), map.regions.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, b.area_km2, a.key) < std::tie(b.rank, a.area_km2, b.key); });
    return {};
}

base::Result<> LabelBaker::places() {
    const auto read = rows("places", {"name", "rank", "capital", "population", "iso_a2", "min_zoom", "geonameid"});
    if (!read) return tl::unexpected(read.error());
    for (const Row& row : *read) {
        const geo::Geometry shape = geometry_of(row.shape.get());
        const auto* at = std::get_if<geo::LonLat>(&shape);
        if (!at) continue;
        map.places.push_back({base::stable_hash(fmt::format("place/{}/{}/{:.4f}/{:.4f}", row.integer("geonameid"),
                                                            row.text("name"), at->lon_deg, at->lat_deg)),
                              row.text("name"), local.town(row.integer("geonameid")), *at, row.integer("rank"), row.integer("capital"),
                              row.number("population"), static_cast<float>(row.number("min_zoom")), row.text("iso_a2")});
    }
    std::sort(map.places.begin(), map.places.end(), [](const auto& a, const auto& b) {
        return std::tie(a.rank, b.population, a.key) < std::tie(b.rank, a.population, b.key);
    });
    return {};
}

/// Land and lakes by part, with what box each fills: cut to a window and drawn as a mask.
class Shores {
  public:
    void add(const std::vector<Row>& rows, bool water) {
        for (const Row& row : rows) {
            geo::Geometry shape = geometry_of(row.shape.get());
            auto* areas = std::get_if<geo::MultiPolygon>(&shape);
            for (geo::Polygon& polygon : areas ? *areas : geo::MultiPolygon{}) {
                if (polygon.empty()) continue;
                Part part{std::move(polygon), {}, water};
                for (const geo::LonLat p : part.polygon.front()) part.box.include(geo::world_from(p));
                parts_.push_back(std::move(part));
            }
        }
    }
    geo::AreaMask water_around(geo::WorldPoint at, double reach, int cells) const {
        const geo::WorldBox window{at.x - reach, std::max(at.y - reach, 0.0), at.x + reach, std::min(at.y + reach, 1.0)};
        geo::AreaMask mask(window, cells);
        std::fill(mask.inside.begin(), mask.inside.end(), std::uint8_t{1});
        for (const Part& part : parts_) {
            for (const double shift : {-1.0, 0.0, 1.0}) {
                const geo::WorldBox box{part.box.x0 + shift, part.box.y0, part.box.x1 + shift, part.box.y1};
                if (box.intersects(window)) mask.fill(part.polygon, shift, part.water);
            }
        }
        return mask;
    }

  private:
    struct Part {
        geo::Polygon polygon;
        geo::WorldBox box;
        bool water;
    };
    std::vector<Part> parts_;
};

base::Result<> LabelBaker::marine() {
    const auto read = rows("marine", {"name", "rank", "angle_deg", "min_zoom"});
    if (!read) return tl::unexpected(read.error());
    Shores fine, coarse;
    for (const auto& [shores, scale] : {std::pair{&fine, "10m"}, {&coarse, "50m"}}) {
        const auto land = rows(fmt::format("land_{}", scale), {}), water = rows(fmt::format("water_{}", scale), {});
        if (!land) return tl::unexpected(land.error());
        if (!water) return tl::unexpected(water.error());
        shores->add(*land, false);
        shores->add(*water, true);
    }
    const auto seas = rows("seas", {"name"});
    if (!seas) return tl::unexpected(seas.error());
    for (const Row& row : *read) {
        const geo::Geometry shape = geometry_of(row.shape.get());
        const auto* at = std::get_if<geo::LonLat>(&shape);
        if (!at) continue;
        document::MarineLabel sea{base::stable_hash(fmt::format("marine/{}/{:.2f}/{:.2f}", row.text("name"), at->lon_deg, at->lat_deg)),
                                  row.text("name"), *at, row.integer("rank"), static_cast<float>(row.number("angle_deg")),
                                  static_cast<float>(row.number("min_zoom")), {}};
        const geo::WorldPoint anchor = geo::world_from(*at);
        const auto known = std::find_if(seas->begin(), seas->end(), [&](const Row& r) { return r.text("name") == sea.name; });
        if (known != seas->end() && sea.rank > 0) sea.spines = spines_for(*known, sea.name, kItalicAspect, kBasinCells);
        // of what has no area of its own, and is no ocean, the shores around
        for (std::size_t i = 0; i < kReachDeg.size() && sea.spines.empty(); ++i)
            sea.spines = geo::basin_spines((i == 0 ? fine : coarse).water_around(anchor, kReachDeg[i] / 360, kBasinCells), anchor,
                                           aspect_of(sea.name, kItalicAspect));
        map.marine.push_back(std::move(sea));
    }
    std::sort(map.marine.begin(), map.marine.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, a.name, a.key) < std::tie(b.rank, b.name, b.key); });
    return {};
}

}  // namespace

base::Result<> bake_labels(const fs::path& base, const fs::path& gazetteer, BaseMap& map) {
    auto local = LocalNames::read(gazetteer);
    if (!local) return tl::unexpected(local.error());
    LabelBaker baker{base, std::move(*local), map};
    if (auto done = baker.countries(); !done) return done;
    if (auto done = baker.regions(); !done) return done;
    if (auto done = baker.places(); !done) return done;
    return baker.marine();
}

}  // namespace dateline::io
