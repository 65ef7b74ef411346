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
#include <map>
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
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80; }));
}

double aspect_of(const std::string& name, double letter_aspect) {
    return letter_aspect * static_cast<double>(std::max<std::size_t>(letters_in(name), 3));
}

geo::MultiPolygon area_of(const Row& row) {
    geo::Geometry shape = geometry_of(row.shape.get());
    auto* area = std::get_if<geo::MultiPolygon>(&shape);
    return area ? std::move(*area) : geo::MultiPolygon{};
}

std::vector<geo::Spine> spines_for(const geo::MultiPolygon& area, const std::string& name, double letter_aspect, int cells) {
    if (area.empty()) return {};
    return geo::spines_of(area, aspect_of(name, letter_aspect), cells);
}

double area_km2(const geo::MultiPolygon& area) {
    double sum = 0;
    for (const geo::Polygon& polygon : area) {
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

/// The part that holds a capital, where the country's largest part lies overseas from it and is not much larger: its name goes
/// there first.
geo::MultiPolygon part_of_capital(const geo::MultiPolygon& area, const std::vector<geo::LonLat>& capitals) {
    constexpr double kLeastShare = 0.3, kSeaDeg = 2;
    const auto size = [](const geo::Polygon& part) { return area_km2({part}); };
    const auto largest = std::max_element(area.begin(), area.end(), [&](const auto& a, const auto& b) { return size(a) < size(b); });
    if (largest == area.end()) return {};
    for (const geo::Polygon& part : area) {
        if (&part == &*largest || size(part) < kLeastShare * size(*largest)) continue;
        if (std::none_of(capitals.begin(), capitals.end(), [&](geo::LonLat at) { return geo::contains(geo::MultiPolygon{part}, at); }))
            continue;
        const geo::LonLatBox own = geo::bounds(geo::MultiPolygon{part}), other = geo::bounds(geo::MultiPolygon{*largest});
        const bool overseas = other.west_deg - own.east_deg > kSeaDeg || own.west_deg - other.east_deg > kSeaDeg ||
                              other.south_deg - own.north_deg > kSeaDeg || own.south_deg - other.north_deg > kSeaDeg;
        if (overseas) return {part};
    }
    return {};
}

/// "Fukuoka Prefecture" is Fukuoka on a map, as its neighbours there are; "Northern District" is no name without its kind.
std::string without_kind(const std::string& name) {
    constexpr std::array<std::string_view, 7> kAfter{" Prefecture", " Voivodeship", " Province",   " State",
                                                     " Canton",     " Parish",      " Governorate"},
        kNoNames{"Northern", "Southern", "Eastern", "Western", "Central", "Capital", "Free"};
    constexpr std::array<std::string_view, 2> kBefore{"Emirate of ", "Republic of "};
    for (const std::string_view kind : kBefore)
        if (name.starts_with(kind)) return name.substr(kind.size());
    for (const std::string_view kind : kAfter) {
        if (!name.ends_with(kind)) continue;
        const std::string bare = name.substr(0, name.size() - kind.size());
        return std::find(kNoNames.begin(), kNoNames.end(), bare) == kNoNames.end() ? bare : name;
    }
    return name;
}

constexpr int kLeastRankInCapitals = 3;

/// A label's own place may lie a little off.
geo::LonLatBox grown(geo::LonLatBox box) {
    constexpr double kOff = 1;
    box.west_deg -= kOff, box.east_deg += kOff, box.south_deg -= kOff, box.north_deg += kOff;
    return box;
}

/// An axis of the table as a spine: points as far from one another as names need, x running on over the antimeridian.
geo::Spine spine_along(const geo::Line& axis, double breadth_km) {
    constexpr std::size_t kPoints = 17;
    std::vector<geo::WorldPoint> points;
    std::vector<double> along{0};
    for (const geo::LonLat p : axis) {
        points.push_back({p.lon_deg / 360 + 0.5, geo::world_from({0, p.lat_deg}).y});
        if (points.size() > 1)
            along.push_back(along.back() +
                            std::hypot(points.back().x - points[points.size() - 2].x, points.back().y - points[points.size() - 2].y));
    }
    geo::Spine spine;
    for (std::size_t i = 0, at = 1; i < kPoints; ++i) {
        const double where = along.back() * static_cast<double>(i) / (kPoints - 1);
        while (at + 1 < along.size() && along[at] < where) ++at;
        const double t = (where - along[at - 1]) / std::max(along[at] - along[at - 1], 1e-12);
        spine.points.push_back({std::lerp(points[at - 1].x, points[at].x, t), std::lerp(points[at - 1].y, points[at].y, t)});
    }
    const double lat = geo::lonlat_from(spine.points[kPoints / 2]).lat_deg * std::numbers::pi / 180;
    spine.breadth = breadth_km * 1000 / (geo::kMercatorCircumferenceM * std::max(0.1, std::cos(lat)));
    return spine;
}

struct LabelBaker {
    fs::path base;
    LocalNames local;
    BaseMap& map;
    /// Divisions that are named as the island or the archipelago that they are.
    struct Namesake {
        std::string division;
        geo::LonLatBox box;
    };
    std::vector<Namesake> namesakes{};
    std::map<std::uint64_t, geo::MultiPolygon> island_areas{};  ///< by key

    base::Result<std::vector<Row>> rows(const std::string& layer, std::initializer_list<const char*> fields) const {
        return read_layer(base / (layer + ".fgb"), fields);
    }
    base::Result<> countries();
    base::Result<> regions();
    base::Result<> places();
    base::Result<> marine();
    base::Result<> islands();
    base::Result<> landforms();
    bool has_namesake(const std::string& division, geo::LonLat at) const;
    bool lies_on_lesser_island(const geo::Spine& spine, double area) const;
};

/// "South Aegean" is most of all other islands than Rhodes, on which it would be lettered.
bool LabelBaker::lies_on_lesser_island(const geo::Spine& spine, double area) const {
    constexpr double kMostOfIt = 0.6;
    const geo::WorldPoint middle = spine.points[spine.points.size() / 2];
    return std::any_of(map.islands.begin(), map.islands.end(), [&](const document::IslandLabel& island) {
        return island.area_km2 < kMostOfIt * area &&
               geo::contains(island_areas.at(island.key), geo::lonlat_from({middle.x - std::floor(middle.x), middle.y}));
    });
}

bool LabelBaker::has_namesake(const std::string& division, geo::LonLat at) const {
    return std::any_of(namesakes.begin(), namesakes.end(), [&](const Namesake& n) { return n.division == division && n.box.contains(at); });
}

base::Result<> LabelBaker::islands() {
    const auto read = rows("islands", {"name", "names", "iso_a2", "area_km2", "reach_km", "town", "division"});
    if (!read) return tl::unexpected(read.error());
    for (const Row& row : *read) {
        const geo::MultiPolygon area = area_of(row);
        const geo::LonLat at = geo::anchor(geo::Geometry(area));
        document::IslandLabel island;
        island.name = row.text("name");
        island.key = base::stable_hash(fmt::format("island/{}/{:.2f}/{:.2f}", island.name, at.lon_deg, at.lat_deg));
        const std::string names = row.text("names");
        island.local = std::string(locally_spelt(row.text("iso_a2"), split_list(names)));
        island.at = at;
        island.area_km2 = row.number("area_km2");
        island.reach_km = row.number("reach_km");
        island.has_town = row.integer("town") != 0;
        for (const geo::Polygon& part : area)
            for (const geo::LonLat p : part.front()) island.outline.push_back(geo::world_from(p));
        island.spines = spines_for(area, island.name, kItalicAspect, kRegionCells);
        if (!row.text("division").empty()) namesakes.push_back({row.text("division"), grown(geo::bounds(geo::Geometry(area)))});
        island_areas[island.key] = area;
        map.islands.push_back(std::move(island));
    }
    std::sort(map.islands.begin(), map.islands.end(),
              [](const auto& a, const auto& b) { return std::tie(b.reach_km, a.key) < std::tie(a.reach_km, b.key); });
    return {};
}

base::Result<> LabelBaker::landforms() {
    const auto read = rows("landforms", {"name", "local", "kind", "rank", "breadth_km", "division"});
    if (!read) return tl::unexpected(read.error());
    for (const Row& row : *read) {
        const geo::Geometry shape = geometry_of(row.shape.get());
        const auto* axes = std::get_if<geo::MultiLine>(&shape);
        if (!axes || axes->empty() || axes->front().size() < 2) continue;
        const std::string kind = row.text("kind");
        document::LandformLabel landform;
        landform.name = row.text("name");
        landform.local = row.text("local");
        landform.rank = row.integer("rank");
        landform.on_water = kind == "islands" || kind == "ice";
        landform.in_capitals = landform.rank <= kLeastRankInCapitals && !landform.on_water && kind != "peninsula" && kind != "valley";
        landform.spines.push_back(spine_along(axes->front(), row.number("breadth_km")));
        landform.key = base::stable_hash(fmt::format("landform/{}/{:.2f}", landform.name, axes->front().front().lon_deg));
        if (!row.text("division").empty()) namesakes.push_back({row.text("division"), grown(geo::bounds(shape))});
        map.landforms.push_back(std::move(landform));
    }
    std::sort(map.landforms.begin(), map.landforms.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, a.name, a.key) < std::tie(b.rank, b.name, b.key); });
    return {};
}

base::Result<> LabelBaker::countries() {
    const auto read = rows("countries_10m", {"name", "adm0_a3", "iso_a2", "label_lon", "label_lat", "rank", "area_km2"});
    if (!read) return tl::unexpected(read.error());
    const auto disputed = rows("disputed_areas", {"name"});
    if (!disputed) return tl::unexpected(disputed.error());
    const auto towns = rows("places", {"capital", "iso_a2"});
    if (!towns) return tl::unexpected(towns.error());
    for (const Row& row : *read) {
        const std::string code = row.text("adm0_a3"), name = row.text("name"), iso = row.text("iso_a2");
        geo::MultiPolygon area = area_of(row);
        geo::LonLat at{row.number("label_lon"), row.number("label_lat")};
        double size = row.number("area_km2");
        const std::size_t own_parts = area.size();
        // What others hold of a territory in dispute is named with it: Western Sahara on both sides of the berm.
        for (const Row& dispute : *disputed) {
            if (dispute.text("name") != name) continue;
            for (geo::Polygon& part : area_of(dispute)) {
                const geo::MultiPolygon alone{part};
                if (geo::contains(area, geo::anchor(geo::Geometry(alone)))) continue;
                size += area_km2(alone);
                area.push_back(std::move(part));
            }
        }
        std::vector<geo::Spine> spines = spines_for(area, name, kCapitalAspect, 128);
        if (area.size() > own_parts && !spines.empty()) at = geo::lonlat_from(spines.front().points[spines.front().points.size() / 2]);
        std::vector<geo::LonLat> capitals;
        for (const Row& town : *towns) {
            const geo::Geometry point = geometry_of(town.shape.get());
            if (const auto* place = std::get_if<geo::LonLat>(&point); place && town.integer("capital") == 1 && town.text("iso_a2") == iso)
                capitals.push_back(*place);
        }
        const std::vector<geo::Spine> first = spines_for(part_of_capital(area, capitals), name, kCapitalAspect, 128);
        spines.insert(spines.begin(), first.begin(), first.end());
        map.countries.push_back({base::stable_hash("country/" + code), name, local.country(code), local.abbreviation(code), code, iso, at,
                                 row.integer("rank"), size, std::move(spines)});
    }
    std::sort(map.countries.begin(), map.countries.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, a.adm0_a3) < std::tie(b.rank, b.adm0_a3); });
    return {};
}

base::Result<> LabelBaker::regions() {
    const auto read =
        rows("admin1_10m", {"name", "name_local", "names", "adm0_a3", "iso_3166_2", "label_lon", "label_lat", "rank", "until"});
    if (!read) return tl::unexpected(read.error());
    for (const Row& row : *read) {
        // What is no division of today keeps its land for what happened in it, and no name on the map.
        if (!row.text("until").empty()) continue;
        const std::string name = without_kind(row.text("name")), code = row.text("iso_3166_2"), names = row.text("names"),
                          country = row.text("adm0_a3");
        const auto owner = std::find_if(map.countries.begin(), map.countries.end(), [&](const auto& c) { return c.adm0_a3 == country; });
        // A country of one division is named once.
        if (name.empty() || owner == map.countries.end() || owner->name == name) continue;
        const geo::LonLat at{row.number("label_lon"), row.number("label_lat")};
        if (has_namesake(row.text("name"), at)) continue;
        std::string own = row.text("name_local");
        // Where the layer has none, or one in Latin letters: "Homel'skaja voblasc'".
        if (own.empty() || (writes_own_script(owner->iso_a2) && locally_spelt(owner->iso_a2, {own}).empty()))
            own = std::string(locally_spelt(owner->iso_a2, split_list(names)));
        if (!is_in_our_fonts(own)) own.clear();  // of Thailand and others: in English
        if (const std::string known = local.division(code); !known.empty()) own = known;
        const double area = area_km2(area_of(row));
        std::vector<geo::Spine> spines = spines_for(area_of(row), name, kSmallAspect, kRegionCells);
        std::erase_if(spines, [&](const geo::Spine& spine) { return lies_on_lesser_island(spine, area); });
        map.regions.push_back({base::stable_hash(fmt::format("region/{}/{}/{:.2f}/{:.2f}", code, name, at.lon_deg, at.lat_deg)), name, own,
                               owner->iso_a2, at, row.integer("rank"), area, std::move(spines)});
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
        map.places.push_back({base::stable_hash(fmt::format("place/{}/{}/{:.4f}/{:.4f}", row.integer("geonameid"), row.text("name"),
                                                            at->lon_deg, at->lat_deg)),
                              row.text("name"), local.town(row.integer("geonameid")), *at, row.integer("rank"), row.integer("capital"),
                              row.number("population"), static_cast<float>(row.number("min_zoom")), row.text("iso_a2")});
    }
    std::sort(map.places.begin(), map.places.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, b.population, a.key) < std::tie(b.rank, a.population, b.key); });
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
    /// The outer shore of the lake that a place lies in; empty: in none.
    geo::Line lake_about(geo::LonLat at) const {
        const geo::WorldPoint p = geo::world_from(at);
        for (const Part& part : parts_)
            if (part.water && part.box.intersects({p.x, p.y, p.x, p.y}) && geo::contains({part.polygon}, at)) return part.polygon.front();
        return {};
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

/// "North Atlantic Ocean": of the ocean what lies north of the equator. Empty for a name that tells no half of a known one.
geo::MultiPolygon half_of_ocean(const std::vector<Row>& seas, const std::string& name) {
    if (!name.starts_with("North ") && !name.starts_with("South ")) return {};
    const auto whole = std::find_if(seas.begin(), seas.end(), [&](const Row& row) { return row.text("name") == name.substr(6); });
    if (whole == seas.end()) return {};
    const double south = name.starts_with("North ") ? 0 : -90;
    OGRLinearRing ring;
    for (const auto& [lon, lat] : {std::pair{-180.0, south}, {180.0, south}, {180.0, south + 90}, {-180.0, south + 90}, {-180.0, south}})
        ring.addPoint(lon, lat);
    OGRPolygon half;
    half.addRing(&ring);
    const std::unique_ptr<OGRGeometry> cut(whole->shape->Intersection(&half));
    geo::Geometry shape = geometry_of(cut.get());
    auto* area = std::get_if<geo::MultiPolygon>(&shape);
    return area ? std::move(*area) : geo::MultiPolygon{};
}

base::Result<> LabelBaker::marine() {
    const auto read = rows("marine", {"name", "local", "rank", "angle_deg", "min_zoom"});
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
                                  row.text("name"),
                                  row.text("local"),
                                  *at,
                                  row.integer("rank"),
                                  static_cast<float>(row.number("angle_deg")),
                                  static_cast<float>(row.number("min_zoom")),
                                  {},
                                  {}};
        const geo::WorldPoint anchor = geo::world_from(*at);
        constexpr double kRoughSea_deg = 0.03, kRoughLake_deg = 0.005;
        const auto known = std::find_if(seas->begin(), seas->end(), [&](const Row& r) { return r.text("name") == sea.name; });
        if (known != seas->end() || sea.rank == 0) {
            const geo::MultiPolygon area = known != seas->end() ? area_of(*known) : half_of_ocean(*seas, sea.name);
            if (sea.rank > 0) sea.spines = spines_for(area, sea.name, kItalicAspect, kBasinCells);
            for (const geo::Polygon& polygon : area)
                if (geo::Line ring = geo::simplify(polygon.front(), kRoughSea_deg); ring.size() >= 4)
                    sea.reach.push_back({std::move(ring)});
        } else if (geo::Line shore = geo::simplify(fine.lake_about(*at), kRoughLake_deg); shore.size() >= 4) {
            sea.reach.push_back({std::move(shore)});
        }
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
    if (auto done = baker.islands(); !done) return done;
    if (auto done = baker.landforms(); !done) return done;
    if (auto done = baker.regions(); !done) return done;
    if (auto done = baker.places(); !done) return done;
    return baker.marine();
}

}  // namespace dateline::io
