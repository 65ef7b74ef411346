#include "io/basemap_divisions.h"

#include "document/divisions.h"
#include "document/gazetteer.h"
#include "io/basemap_rows.h"
#include "io/gazetteer_tsv.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

/// By how much a place's radius may differ from that of a division of its name: the same land, roundly told.
constexpr double kMostApart = 2;

struct Division {
    std::string country;          ///< adm0_a3
    std::string code, name;       ///< ISO 3166-2; as the layer has it
    std::string type;             ///< folded: "district", "autonomous republic"
    std::set<std::string> names;  ///< folded
    double radius_km = 0;
    geo::LonLatBox box;
    document::DivisionArea packed;

    bool holds(geo::LonLat p) const { return box.contains(p) && geo::contains(packed.area, p); }
};

base::Result<std::vector<Division>> read_divisions(const fs::path& file) {
    const auto rows = read_layer(file, {"name", "adm0_a3", "iso_3166_2", "type"});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<Division> divisions;
    for (const Row& row : *rows) {
        geo::Geometry shape = geometry_of(row.shape.get());
        auto* area = std::get_if<geo::MultiPolygon>(&shape);
        if (!area) continue;
        const geo::LonLatBox box = geo::bounds(shape);
        divisions.push_back({row.text("adm0_a3"),
                             row.text("iso_3166_2"),
                             row.text("name"),
                             document::fold_name(row.text("type")),
                             {},
                             0,
                             box,
                             {{}, std::move(*area)}});
    }
    return divisions;
}

/// Codes are not unique: a town and the district around it may share one. Then the place lies within its own. Nor are they
/// all alike in table and layer, which marks what is no official code.
Division* division_of(std::vector<Division>& divisions, std::string_view country, std::string_view code, std::string_view name,
                      geo::LonLat at) {
    std::vector<Division*> found;
    for (Division& d : divisions)
        if (d.country == country && !code.empty() && d.code == code) found.push_back(&d);
    const bool by_name = found.empty();
    for (Division& d : divisions)
        if (by_name && d.country == country && d.name == name) found.push_back(&d);
    if (found.size() > 1) std::erase_if(found, [&](const Division* d) { return !d->holds(at); });
    return found.size() == 1 ? found.front() : nullptr;
}

base::Result<> add_own_ids(const fs::path& file, std::vector<Division>& divisions) {
    const auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto id = table->need({"id"}), name = table->need({"name"}), lat = table->need({"lat"}), lon = table->need({"lon"});
    const auto code = table->need({"iso_3166_2"}), country = table->need({"adm0_a3"}), radius = table->need({"radius_km"});
    for (const auto* wanted : {&id, &name, &lat, &lon, &code, &country, &radius})
        if (!*wanted) return tl::unexpected(wanted->error());
    const int alternates = table->column({"alternates"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        const geo::LonLat at{table->number(row, *lon), table->number(row, *lat)};
        Division* division = division_of(divisions, table->at(row, *country), table->at(row, *code), table->at(row, *name), at);
        if (!division) continue;
        division->packed.ids.emplace_back(table->at(row, *id));
        division->radius_km = table->number(row, *radius);
        division->names.insert(document::fold_name(table->at(row, *name)));
        for (const std::string_view other : split_list(table->at(row, alternates))) division->names.insert(document::fold_name(other));
    }
    return {};
}

/// "Lachin", and "Lachin district": what kind of division it is may follow its name. "Florida Panhandle" is not Florida.
bool is_called(const Division& division, std::string_view name) {
    const std::string folded = document::fold_name(name);
    const std::size_t last = folded.rfind(' ');
    return division.names.contains(folded) ||
           (last != std::string::npos && folded.substr(last + 1) == division.type && division.names.contains(folded.substr(0, last)));
}

base::Result<std::map<std::string, std::string, std::less<>>> read_country_codes(const fs::path& file) {
    const auto table = Tsv::read(file);
    if (!table) return tl::unexpected(table.error());
    const auto iso2 = table->need({"iso2", "iso_a2", "country"}), adm0 = table->need({"adm0_a3"});
    for (const auto* wanted : {&iso2, &adm0})
        if (!*wanted) return tl::unexpected(wanted->error());
    std::map<std::string, std::string, std::less<>> codes;
    for (std::size_t row = 0; row < table->size(); ++row) codes.emplace(table->at(row, *iso2), table->at(row, *adm0));
    return codes;
}

base::Result<> add_other_ids(const fs::path& folder, std::vector<Division>& divisions) {
    const auto codes = read_country_codes(folder / "countries.tsv");
    if (!codes) return tl::unexpected(codes.error());
    const auto table = Tsv::read(folder / "overlay.tsv");
    if (!table) return tl::unexpected(table.error());
    const auto id = table->need({"id"}), name = table->need({"name"}), kind = table->need({"kind"}), lat = table->need({"lat"});
    const auto lon = table->need({"lon"}), country = table->need({"country", "iso2"}), radius = table->need({"radius_km"});
    for (const auto* wanted : {&id, &name, &kind, &lat, &lon, &country, &radius})
        if (!*wanted) return tl::unexpected(wanted->error());
    const int alternates = table->column({"alternates"});
    for (std::size_t row = 0; row < table->size(); ++row) {
        if (table->at(row, *kind) != "district" && table->at(row, *kind) != "region") continue;
        const auto owner = codes->find(table->at(row, *country));
        if (owner == codes->end()) continue;
        const geo::LonLat at{table->number(row, *lon), table->number(row, *lat)};
        const double radius_km = table->number(row, *radius);
        std::vector<std::string_view> names = split_list(table->at(row, alternates));
        names.push_back(table->at(row, *name));
        for (Division& d : divisions) {
            if (d.country != owner->second || radius_km > kMostApart * d.radius_km || d.radius_km > kMostApart * radius_km) continue;
            if (std::none_of(names.begin(), names.end(), [&](std::string_view n) { return is_called(d, n); }) || !d.holds(at)) continue;
            d.packed.ids.emplace_back(table->at(row, *id));
            break;
        }
    }
    return {};
}

/// The parts of a layer that places of one kind of the gazetteer's own list lie in: lakes, and islands of about the size that the list tells.
base::Result<> add_parts(const fs::path& layer, const fs::path& overlay, std::string_view wanted_kind,
                         std::vector<document::DivisionArea>& areas) {
    const auto table = Tsv::read(overlay);
    if (!table) return tl::unexpected(table.error());
    const auto id = table->need({"id"}), kind = table->need({"kind"}), lat = table->need({"lat"}), lon = table->need({"lon"}),
               radius = table->need({"radius_km"});
    for (const auto* wanted : {&id, &kind, &lat, &lon, &radius})
        if (!*wanted) return tl::unexpected(wanted->error());
    const auto rows = read_layer(layer, {});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<std::pair<geo::LonLatBox, geo::MultiPolygon>> parts;
    for (const Row& row : *rows) {
        const geo::Geometry shape = geometry_of(row.shape.get());
        const auto* area = std::get_if<geo::MultiPolygon>(&shape);
        for (const geo::Polygon& polygon : area ? *area : geo::MultiPolygon{}) {
            geo::MultiPolygon part{polygon};
            const geo::LonLatBox box = geo::bounds(part);
            parts.emplace_back(box, std::move(part));
        }
    }
    constexpr double kMostAcross = 6;  // of the radius: what is larger is the mainland that the island lies on
    for (std::size_t row = 0; row < table->size(); ++row) {
        if (table->at(row, *kind) != wanted_kind) continue;
        const geo::LonLat at{table->number(row, *lon), table->number(row, *lat)};
        const double most_m = kMostAcross * 1000 * table->number(row, *radius);
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) {
            const geo::LonLatBox& box = part.first;
            return box.contains(at) && geo::distance_m({box.west_deg, box.south_deg}, {box.east_deg, box.north_deg}) <= most_m &&
                   geo::contains(part.second, at);
        });
        if (found != parts.end()) areas.push_back({{std::string(table->at(row, *id))}, found->second});
    }
    return {};
}

/// "the North Atlantic", "the western Pacific": as much of an ocean as lies in a box of degrees. Their borders are a convention.
struct OceanPart {
    const char* id;
    const char* ocean;
    geo::LonLatBox box;
};

void add_ocean_part(const OceanPart& part, const OGRGeometry& ocean, std::vector<document::DivisionArea>& areas) {
    const geo::LonLatBox& b = part.box;
    const geo::Line ring{{b.west_deg, b.south_deg},
                         {b.east_deg, b.south_deg},
                         {b.east_deg, b.north_deg},
                         {b.west_deg, b.north_deg},
                         {b.west_deg, b.south_deg}};
    const GeometryPtr box = shape_of(geo::MultiPolygon{{ring}});
    const GeometryPtr shared(box ? ocean.Intersection(box.get()) : nullptr);
    geo::Geometry shape = geometry_of(shared.get());
    if (auto* area = std::get_if<geo::MultiPolygon>(&shape)) areas.push_back({{part.id}, std::move(*area)});
}

void add_ocean_parts(std::string_view ocean, const OGRGeometry& shape, std::vector<document::DivisionArea>& areas) {
    constexpr double middle_of_pacific = -150, middle_of_indian = 78;
    static const OceanPart kParts[] = {
        {"dl:north-pacific-ocean", "dl:pacific-ocean", {-180, 0, 180, 90}},
        {"dl:south-pacific-ocean", "dl:pacific-ocean", {-180, -90, 180, 0}},
        {"dl:west-pacific-ocean", "dl:pacific-ocean", {100, -90, 180, 90}},
        {"dl:east-pacific-ocean", "dl:pacific-ocean", {middle_of_pacific, -90, -60, 90}},
        {"dl:northwest-pacific-ocean", "dl:pacific-ocean", {100, 0, 180, 90}},
        {"dl:northeast-pacific-ocean", "dl:pacific-ocean", {middle_of_pacific, 0, -60, 90}},
        {"dl:southwest-pacific-ocean", "dl:pacific-ocean", {100, -90, 180, 0}},
        {"dl:southeast-pacific-ocean", "dl:pacific-ocean", {middle_of_pacific, -90, -60, 0}},
        {"dl:north-atlantic-ocean", "dl:atlantic-ocean", {-180, 0, 180, 90}},
        {"dl:south-atlantic-ocean", "dl:atlantic-ocean", {-180, -90, 180, 0}},
        {"dl:north-indian-ocean", "dl:indian-ocean", {0, 0, 180, 90}},
        {"dl:south-indian-ocean", "dl:indian-ocean", {0, -90, 180, -10}},
        {"dl:west-indian-ocean", "dl:indian-ocean", {0, -90, middle_of_indian, 90}},
        {"dl:east-indian-ocean", "dl:indian-ocean", {middle_of_indian, -90, 180, 90}},
        {"dl:northwest-indian-ocean", "dl:indian-ocean", {0, 0, middle_of_indian, 90}},
    };
    for (const OceanPart& part : kParts)
        if (part.ocean == ocean) add_ocean_part(part, shape, areas);
}

}  // namespace

base::Result<std::vector<document::DivisionArea>> read_areas(const fs::path& base, const fs::path& gazetteer) {
    auto divisions = read_divisions(base / "admin1_10m.fgb");
    if (!divisions) return tl::unexpected(divisions.error());
    if (auto done = add_own_ids(gazetteer / "admin1.tsv.gz", *divisions); !done) return tl::unexpected(done.error());
    if (auto done = add_other_ids(gazetteer, *divisions); !done) return tl::unexpected(done.error());
    std::vector<document::DivisionArea> areas;
    for (Division& d : *divisions)
        if (!d.packed.ids.empty()) areas.push_back(std::move(d.packed));
    const auto waters = read_layer(base / "seas.fgb", {"id"});
    if (!waters) return tl::unexpected(waters.error());
    for (const Row& row : *waters) {
        geo::Geometry shape = geometry_of(row.shape.get());
        if (auto* area = std::get_if<geo::MultiPolygon>(&shape)) areas.push_back({{row.text("id")}, std::move(*area)});
        if (row.shape) add_ocean_parts(row.text("id"), *row.shape, areas);
    }
    for (const auto& [layer, kind] : {std::pair{"water_10m.fgb", "lake"}, {"land_10m.fgb", "island"}})
        if (auto done = add_parts(base / layer, gazetteer / "overlay.tsv", kind, areas); !done) return tl::unexpected(done.error());
    return areas;
}

base::Result<> bake_divisions(const fs::path& base, const fs::path& gazetteer, document::BaseMap& map) {
    const auto areas = read_areas(base, gazetteer);
    if (!areas) return tl::unexpected(areas.error());
    const auto bytes = std::make_shared<const std::string>(document::pack_divisions(*areas));
    auto view = document::Divisions::view(std::as_bytes(std::span(*bytes)), bytes);
    if (!view) return base::fail("the divisions cannot be packed", (base / "admin1_10m.fgb").string(), "this is a fault of the program");
    map.divisions = std::make_shared<const document::Divisions>(std::move(*view));
    return {};
}

}  // namespace dateline::io
