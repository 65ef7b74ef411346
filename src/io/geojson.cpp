#include "io/geojson.h"

#include "document/event_json.h"
#include "io/gdal.h"

#include <ogr_geometry.h>

#include <unordered_map>

namespace dateline::io {
namespace {

const std::string kWanted = "give a FeatureCollection, or a list of records";

/// Finds a member of an object or null.
const Json& member(const Json& object, const char* key) {
    static const Json nothing;
    if (!object.is_object()) return nothing;
    const auto it = object.find(key);
    return it == object.end() ? nothing : *it;
}

base::Result<> check_reference_system(const Json& json, const std::string& file) {
    const std::string name = text_of(member(member(json, "crs"), "properties"), "name");
    if (name.empty() || name.find("CRS84") != name.npos || name.ends_with(":4326") || name.find("WGS84") != name.npos) return {};
    return base::fail(fmt::format("is in the reference system {}", name), file, "save it as GeoJSON in WGS 84 (EPSG:4326)");
}

/// Ours, and by way of GDAL the kinds that an event does not have: of many points the first, of a collection its areas or lines.
base::Result<geo::Geometry> geometry_in(const Json& geometry) {
    const std::string text = geometry.dump(-1, ' ', false, Json::error_handler_t::replace), type = text_of(geometry, "type");
    if (type == "MultiPoint" || type == "GeometryCollection") {
        const QuietGdal quiet;
        const GeometryPtr shape(OGRGeometryFactory::createFromGeoJson(text.c_str()));
        geo::Geometry read = geometry_of(shape.get());
        if (read.index() > 0) return read;
    }
    return document::geometry_from_geojson(text);
}

class Tabulator {
  public:
    explicit Tabulator(std::string file) {
        table.file = std::move(file);
        table.row_name = ": feature ";
        table.typed = true;
    }

    void add(const Json& properties, const Json& geometry, const Json& id, std::size_t number) {
        TableRow row;
        row.number = static_cast<std::int64_t>(number) + 1;
        // GeoJSON has a place for the id beside the properties.
        if (!id.is_null() && !properties.contains("id")) put(row, "id", id);
        for (const auto& [key, value] : properties.items())
            if (&value != &geometry) put(row, key, value);
        if (geometry.is_object()) {
            auto shape = geometry_in(geometry);
            if (shape) row.geometry = std::move(*shape);
            else if (faults_++ == 0) fault = base::Error{shape.error().what, table.where(row), "it is left without a place"};
        }
        table.rows.push_back(std::move(row));
    }
    std::string fault_line() {
        if (faults_ > 1) fault.what += fmt::format(" (and {} more such features)", faults_ - 1);
        return faults_ > 0 ? fault.line() : std::string();
    }

    EventTable table;
    base::Error fault;

  private:
    void put(TableRow& row, const std::string& key, const Json& value) {
        const auto [it, is_new] = index_.try_emplace(key, table.columns.size());
        if (is_new) table.columns.push_back(key);
        if (row.cells.size() <= it->second) row.cells.resize(it->second + 1, Json(Json::value_t::discarded));
        row.cells[it->second] = value;
        row.order.push_back(it->second);
    }
    std::unordered_map<std::string, std::size_t> index_;
    int faults_ = 0;
};

}  // namespace

base::Result<EventTable> table_of_geojson(const Json& json, const std::string& file, std::vector<std::string>& warnings) {
    if (auto known = check_reference_system(json, file); !known) return tl::unexpected(known.error());
    Tabulator out(file);
    const std::string type = text_of(json, "type");
    const Json& features = member(json, "features");
    const Json* records = json.is_array() ? &json : member(json, "events").is_array() ? &member(json, "events") : nullptr;
    const auto add_feature = [&](const Json& feature, std::size_t number) {
        static const Json nothing = Json::object();
        const Json& properties = member(feature, "properties");
        out.add(properties.is_object() ? properties : nothing, member(feature, "geometry"), member(feature, "id"), number);
    };
    if (type == "Feature") {
        add_feature(json, 0);
    } else if (features.is_array()) {
        for (std::size_t i = 0; i < features.size(); ++i) {
            if (!features[i].is_object()) return base::fail("is not a feature", fmt::format("{}: feature {}", file, i + 1), kWanted);
            add_feature(features[i], i);
        }
    } else if (records) {
        for (std::size_t i = 0; i < records->size(); ++i) {
            const Json& record = (*records)[i];
            if (!record.is_object()) return base::fail("is not a record", fmt::format("{}: item {}", file, i + 1), kWanted);
            if (text_of(record, "type") == "Feature") add_feature(record, i);
            else out.add(record, member(record, "geometry"), Json(), i);
        }
    } else {
        return base::fail("is JSON, but holds no events", file, kWanted);
    }
    if (const std::string fault = out.fault_line(); !fault.empty()) warnings.push_back(fault);
    return std::move(out.table);
}

namespace {

/// The first member that is written so is the record's own: in a text its quotes would be escaped.
void make_null(std::string& properties, std::string_view empty_member) {
    const std::size_t at = properties.find(empty_member);
    if (at != std::string::npos) properties.replace(at + empty_member.size() - 2, 2, "null");
}

}  // namespace

void write_geojson(base::TextSink& out, const document::Briefing& briefing) {
    out += "{\"type\":\"FeatureCollection\"";
    if (!briefing.title().empty()) out += ",\"name\":" + Json(briefing.title()).dump(-1, ' ', false, Json::error_handler_t::replace);
    out += ",\"features\":[";
    const char* separator = "\n";
    for (const auto& event : briefing.events()) {
        std::string properties = document::json_of(*event, document::EventFields::Record);
        if (!event->date || event->date->begin_iso().empty()) make_null(properties, "\"begin\":\"\"");
        if (!event->date || event->date->end_iso().empty()) make_null(properties, "\"end\":\"\"");
        out += separator;
        out += "{\"type\":\"Feature\",\"geometry\":" + document::geojson_of(event->geometry) + ",\"properties\":" + properties + "}";
        separator = ",\n";
    }
    out += "\n]}\n";
}

}  // namespace dateline::io
