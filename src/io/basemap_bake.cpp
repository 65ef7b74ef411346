#include "io/basemap_bake.h"

#include "base/files.h"
#include "base/id.h"
#include "calendar/edtf.h"
#include "io/basemap.h"
#include "io/basemap_cut.h"
#include "io/basemap_divisions.h"
#include "io/basemap_labels.h"
#include "io/basemap_rows.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::BaseLayer;
using document::BaseMap;
using document::Scale;

constexpr std::array<std::string_view, 3> kScaleNames{"110m", "50m", "10m"};
/// A frame at the scale's own zooms touches a dozen cells.
constexpr std::array<double, 3> kCellDeg{360, 30, 10};
constexpr double kFacetDeg = 2.5;
/// Of disputed lines, which come at one scale only; agreed borders beside them are as coarse.
constexpr std::array<double, 3> kDisputedToleranceDeg{0.12, 0.02, 0};

std::string scale_name(Scale scale) { return std::string(kScaleNames[static_cast<std::size_t>(scale)]); }
double cell_deg(Scale scale) { return kCellDeg[static_cast<std::size_t>(scale)]; }

std::vector<GeometryPtr> shapes_of(std::vector<Row>& rows) {
    std::vector<GeometryPtr> shapes;
    for (Row& row : rows)
        if (row.shape) shapes.push_back(std::move(row.shape));
    return shapes;
}

/// What is laid down of a line feature beside its course.
struct LineFacts {
    std::string name;
    int rank = 0;
    calendar::Span valid;
    int dispute = -1;
    std::uint32_t sides = 0;  ///< of a border; lines of many share a chunk

    auto order() const { return std::tie(name, rank, valid.begin, valid.end, dispute); }
};

struct Baker {
    fs::path base, gazetteer;
    BaseMap map;

    base::Result<> bake();

  private:
    fs::path layer_file(const std::string& name) const { return base / (name + ".fgb"); }
    base::Result<> areas(BaseLayer layer, const std::string& name, Scale scale);
    base::Result<> waters(Scale scale);
    base::Result<> countries(Scale scale);
    base::Result<> add_mesh(BaseLayer layer, Scale scale, const std::string& country, const std::string& name, Cell cell,
                            const OGRGeometry& area);
    using FactsOf = std::function<base::Result<LineFacts>(const Row&)>;
    base::Result<> lines(BaseLayer layer, const std::string& name, Scale scale, std::initializer_list<const char*> fields,
                         const FactsOf& facts_of);
    base::Result<> all_lines();
    base::Result<> admin1_lines();  // after the labels
    base::Result<LineFacts> disputed_facts(const Row& row);
    LineFacts border_facts(const Row& row);
    int dispute_of(const Row& row, const std::string& kind);
    base::Result<> disputed_areas();
};

base::Result<> Baker::add_mesh(BaseLayer layer, Scale scale, const std::string& country, const std::string& name, Cell cell,
                               const OGRGeometry& area) {
    auto mesh = mesh_of(area, kFacetDeg, fmt::format("{}/{}/{}/{}", name, country, cell.row, cell.column));
    if (!mesh) return tl::unexpected(mesh.error());
    if (mesh->triangles.empty()) return {};
    map.meshes[static_cast<int>(layer)][static_cast<int>(scale)].push_back({std::make_shared<geo::Mesh>(std::move(*mesh)), country, 0});
    return {};
}

base::Result<> Baker::areas(BaseLayer layer, const std::string& name, Scale scale) {
    auto rows = read_layer(layer_file(name), {});
    if (!rows) return tl::unexpected(rows.error());
    return cut_areas(shapes_of(*rows), cell_deg(scale), true,
                     [&](Cell cell, const OGRGeometry& area) { return add_mesh(layer, scale, {}, name, cell, area); });
}

/// Lakes by classes of rank, each in chunks of its own, so that lesser ones can fade in.
base::Result<> Baker::waters(Scale scale) {
    const std::string name = "water_" + scale_name(scale);
    auto rows = read_layer(layer_file(name), {"rank"});
    if (!rows) return tl::unexpected(rows.error());
    std::map<int, std::vector<Row>> classes;
    for (Row& row : *rows) classes[std::clamp(row.integer("rank"), 0, 12) / 2 * 2].push_back(std::move(row));
    for (auto& [rank, members] : classes) {
        auto done =
            cut_areas(shapes_of(members), cell_deg(scale), true, [&, of = rank](Cell cell, const OGRGeometry& area) -> base::Result<> {
                auto& chunks = map.meshes[static_cast<int>(BaseLayer::Water)][static_cast<int>(scale)];
                const std::size_t before = chunks.size();
                auto added = add_mesh(BaseLayer::Water, scale, {}, fmt::format("{}/{}", name, of), cell, area);
                if (chunks.size() > before) chunks.back().rank = of;
                return added;
            });
        if (!done) return done;
    }
    return {};
}

base::Result<> Baker::countries(Scale scale) {
    const std::string name = "countries_" + scale_name(scale);
    auto rows = read_layer(layer_file(name), {"adm0_a3"});
    if (!rows) return tl::unexpected(rows.error());
    std::sort(rows->begin(), rows->end(), [](const Row& a, const Row& b) { return a.text("adm0_a3") < b.text("adm0_a3"); });
    for (Row& row : *rows) {
        const std::string country = row.text("adm0_a3");
        if (!row.shape) continue;
        OGREnvelope box;
        row.shape->getEnvelope(&box);
        // A cut costs two draws for one; a country hardly larger than a cell stays whole.
        const double cell = cell_deg(scale), reach = 1.5 * cell;
        const bool whole = box.MaxX - box.MinX <= reach && box.MaxY - box.MinY <= reach;
        std::vector<GeometryPtr> one;
        one.push_back(std::move(row.shape));
        auto done = cut_areas(one, whole ? 360 : cell, false, [&](Cell at, const OGRGeometry& area) {
            return add_mesh(BaseLayer::Countries, scale, country, name, at, area);
        });
        if (!done) return done;
    }
    return {};
}

base::Result<> Baker::lines(BaseLayer layer, const std::string& name, Scale scale, std::initializer_list<const char*> fields,
                            const FactsOf& facts_of) {
    auto rows = read_layer(layer_file(name), fields);
    if (!rows) return tl::unexpected(rows.error());
    struct Group {
        LineFacts facts;
        Cell cell;
        bool operator<(const Group& o) const { return std::pair(facts.order(), cell) < std::pair(o.facts.order(), o.cell); }
    };
    std::map<Group, LineChunk> chunks;
    for (const Row& row : *rows) {
        const auto facts = facts_of(row);
        if (!facts) return tl::unexpected(facts.error());
        const geo::Geometry shape = geometry_of(row.shape.get());
        const auto* parts = std::get_if<geo::MultiLine>(&shape);
        if (!parts) continue;
        const double tolerance = layer == BaseLayer::Disputed ? kDisputedToleranceDeg[static_cast<std::size_t>(scale)] : 0;
        for (const geo::Line& part : *parts)
            cut_line(tolerance > 0 ? geo::simplify(part, tolerance) : part, cell_deg(scale), [&](Cell cell) -> LineChunk& {
                LineChunk& chunk = chunks[{*facts, cell}];
                chunk.set_tag(facts->sides);
                return chunk;
            });
    }
    for (const auto& [group, chunk] : chunks) {
        const std::string key = fmt::format("{}/{}/{}/{}/{}/{}", name, scale_name(scale), group.facts.name, group.facts.dispute,
                                            group.cell.row, group.cell.column);
        auto set = std::make_shared<geo::LineSet>(chunk.finish(key));
        if (set->starts.empty()) continue;
        map.lines[static_cast<int>(layer)][static_cast<int>(scale)].push_back(
            {std::move(set), group.facts.name, group.facts.rank, group.facts.valid, group.facts.dispute,
             layer == BaseLayer::Borders ? chunk.tags() : std::vector<std::uint32_t>()});
    }
    return {};
}

/// "kosovo-serbia-line": letters and digits of the name in lower case.
std::string slug_of(const std::string& name) {
    std::string slug;
    for (const char c : name) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (kept) slug += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        else if (!slug.empty() && slug.back() != '-') slug += '-';
    }
    while (slug.ends_with('-')) slug.pop_back();
    return slug;
}

std::vector<std::string> parts_of(const std::string& text, char between) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(between, at), text.size());
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

base::Result<calendar::Span> validity(const Row& row) {
    calendar::Span valid;
    const auto instant = [&](const char* field, calendar::Instant calendar::Span::*side) -> base::Result<> {
        const std::string text = row.text(field);
        if (text.empty()) return {};
        const auto date = calendar::Edtf::parse(text);
        if (!date)
            return base::fail(fmt::format("'{}' has the {} '{}'", row.text("name"), field, text), "disputed.fgb",
                              "correct maps/deriving/disputed.tsv");
        valid.*side = date->bounds().*side;
        return {};
    };
    if (auto done = instant("begin", &calendar::Span::begin); !done) return tl::unexpected(done.error());
    if (auto done = instant("end", &calendar::Span::end); !done) return tl::unexpected(done.error());
    return valid;
}

/// Rows that say the same are one dispute.
int Baker::dispute_of(const Row& row, const std::string& kind) {
    document::Dispute dispute{slug_of(row.text("name")),
                              row.text("name"),
                              row.text("side_a"),
                              row.text("side_b"),
                              kind,
                              row.text("begin"),
                              row.text("end"),
                              parts_of(row.text("claims"), '|'),
                              row.text("note"),
                              row.text("source")};
    const std::string stem = dispute.id;
    for (int n = 2;; ++n) {
        const auto known =
            std::find_if(map.disputes.begin(), map.disputes.end(), [&](const document::Dispute& d) { return d.id == dispute.id; });
        if (known == map.disputes.end()) break;
        if (*known == dispute) return static_cast<int>(known - map.disputes.begin());
        dispute.id = fmt::format("{}-{}", stem, n);
    }
    map.disputes.push_back(std::move(dispute));
    return static_cast<int>(map.disputes.size()) - 1;
}

base::Result<LineFacts> Baker::disputed_facts(const Row& row) {
    auto valid = validity(row);
    if (!valid) return tl::unexpected(valid.error());
    return LineFacts{row.text("name"), 0, *valid, dispute_of(row, row.text("kind")), 0};
}

LineFacts Baker::border_facts(const Row& row) {
    document::BorderSides sides{row.text("left"), row.text("right")};
    if (sides.b < sides.a) std::swap(sides.a, sides.b);
    const auto found = std::find(map.border_sides.begin(), map.border_sides.end(), sides);
    const auto index = static_cast<std::uint32_t>(found - map.border_sides.begin());
    if (found == map.border_sides.end()) map.border_sides.push_back(std::move(sides));
    return LineFacts{{}, 0, {}, -1, index};
}

base::Result<> Baker::disputed_areas() {
    auto rows = read_layer(layer_file("disputed_areas"), {"name", "side_a", "side_b", "begin", "end", "claims", "note", "source"});
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
        const auto valid = validity(row);
        if (!valid) return tl::unexpected(valid.error());
        geo::Geometry shape = geometry_of(row.shape.get());
        auto* area = std::get_if<geo::MultiPolygon>(&shape);
        if (!area) continue;
        const geo::LonLatBox box = geo::bounds(shape);
        map.disputed_areas.push_back({dispute_of(row, "area"), std::move(*area), box, *valid});
    }
    return {};
}

base::Result<> Baker::all_lines() {
    const FactsOf none = [](const Row&) { return LineFacts{}; };
    const FactsOf river = [](const Row& row) { return LineFacts{row.text("name"), row.integer("rank"), {}, -1, 0}; };
    const FactsOf border = [this](const Row& row) { return border_facts(row); };
    const FactsOf dispute = [this](const Row& row) { return disputed_facts(row); };
    for (const Scale scale : {Scale::Coarse110m, Scale::Medium50m, Scale::Fine10m}) {
        if (auto done = lines(BaseLayer::Coast, "coast_" + scale_name(scale), scale, {}, none); !done) return done;
        if (auto done = lines(BaseLayer::Borders, "borders_" + scale_name(scale), scale, {"left", "right"}, border); !done) return done;
        if (auto done = lines(BaseLayer::Disputed, "disputed", scale,
                              {"name", "side_a", "side_b", "kind", "begin", "end", "claims", "note", "source"}, dispute);
            !done)
            return done;
    }
    if (auto done = lines(BaseLayer::Rivers, "rivers_50m", Scale::Medium50m, {"name", "rank"}, river); !done) return done;
    if (auto done = lines(BaseLayer::Rivers, "rivers_10m", Scale::Fine10m, {"name", "rank"}, river); !done) return done;
    return {};
}

/// 0, 1, 2: the smaller a country's divisions are on average, the later they are told apart.
base::Result<> Baker::admin1_lines() {
    constexpr double kVast_km2 = 90'000, kWide_km2 = 30'000;
    const auto rank_of = [&](const std::string& code) {
        const auto country = std::find_if(map.countries.begin(), map.countries.end(), [&](const auto& c) { return c.adm0_a3 == code; });
        double sum = 0, count = 0;
        for (const document::RegionLabel& region : map.regions)
            if (country != map.countries.end() && region.iso_a2 == country->iso_a2) sum += region.area_km2, ++count;
        const double mean = sum / std::max(count, 1.0);
        return mean > kVast_km2 ? 0 : mean > kWide_km2 ? 1 : 2;
    };
    std::map<std::string, int> ranks;
    const FactsOf country = [&](const Row& row) {
        const std::string code = row.text("adm0_a3");
        const auto [found, is_new] = ranks.try_emplace(code, 0);
        if (is_new) found->second = rank_of(code);
        return LineFacts{code, found->second, {}, -1, 0};
    };
    return lines(BaseLayer::Admin1Lines, "admin1_lines", Scale::Fine10m, {"adm0_a3"}, country);
}

base::Result<> Baker::bake() {
    map.attribution = "Natural Earth · GeoNames, CC BY 4.0";
    for (const Scale scale : {Scale::Coarse110m, Scale::Medium50m, Scale::Fine10m}) {
        if (auto done = areas(BaseLayer::Land, "land_" + scale_name(scale), scale); !done) return done;
        if (auto done = waters(scale); !done) return done;
        if (auto done = countries(scale); !done) return done;
    }
    if (auto done = all_lines(); !done) return done;
    if (auto done = disputed_areas(); !done) return done;
    if (auto done = bake_divisions(base, gazetteer, map); !done) return done;
    if (auto done = bake_labels(base, gazetteer, map); !done) return done;
    return admin1_lines();
}

}  // namespace

base::Result<> bake_basemap(const fs::path& maps_folder, const fs::path& assets_folder, const fs::path& out_file) {
    const QuietGdal quiet;
    Baker baker{maps_folder / "base", assets_folder / "gazetteer", {}};
    if (auto done = baker.bake(); !done) {
        base::Error error = done.error();
        if (error.where.empty()) error.where = (maps_folder / "base").string();
        return tl::unexpected(error);
    }
    return base::write_file(out_file, encode_basemap(baker.map));
}

}  // namespace dateline::io
