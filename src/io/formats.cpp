#include "io/formats.h"

#include "base/files.h"
#include "io/csv.h"
#include "io/geojson.h"
#include "io/kml.h"
#include "io/routes.h"
#include "io/store.h"

#include <unistd.h>

#include <cctype>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

enum class Format : std::uint8_t { GeoPackage, GeoJson, Csv, Kml };

const std::string kEndings = "end the name in .gpkg, .geojson, .csv or .kml";

std::optional<Format> format_of(const fs::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (ending == ".gpkg") return Format::GeoPackage;
    if (ending == ".geojson" || ending == ".json") return Format::GeoJson;
    if (ending == ".csv") return Format::Csv;
    if (ending == ".kml") return Format::Kml;
    return std::nullopt;
}

base::Result<document::Briefing> briefing_of(base::Result<EventTable> table, std::string title, std::vector<std::string>& warnings) {
    if (!table) return tl::unexpected(table.error());
    const std::string where = table->file;
    const bool empty = table->rows.empty();
    auto events = events_of(std::move(*table), warnings);
    if (!events) return tl::unexpected(events.error());
    if (empty) warnings.push_back(base::Error{"holds no events", where, ""}.line());
    document::Briefing::Parts parts;
    parts.title = std::move(title);
    parts.events.assign(events->begin(), events->end());
    return document::Briefing(std::move(parts));
}

base::Result<document::Briefing> read_geojson(const fs::path& path, std::vector<std::string>& warnings) {
    const auto json = read_json(path);
    if (!json) return tl::unexpected(json.error());
    if (json->is_object() && json->contains("dateline")) {
        auto routes = load_routes(path, warnings);
        if (!routes) return tl::unexpected(routes.error());
        document::Briefing::Parts parts;
        parts.title = routes->front()->name;
        parts.routes = std::move(*routes);
        return document::Briefing(std::move(parts));
    }
    const std::string title = text_of(*json, "name");
    return briefing_of(table_of_geojson(*json, path.string(), warnings), title.empty() ? path.stem().string() : title, warnings);
}

}  // namespace

base::Result<document::Briefing> read_events(const fs::path& path, std::vector<std::string>& warnings,
                                             std::vector<document::Layer>* layers) {
    const auto format = format_of(path);
    if (!format) return base::fail("is of no kind that holds events", path.string(), kEndings);
    switch (*format) {
        case Format::GeoPackage: return read_geopackage(path, warnings, layers);
        case Format::GeoJson: return read_geojson(path, warnings);
        case Format::Csv: return briefing_of(read_csv(path, warnings), path.stem().string(), warnings);
        case Format::Kml: return briefing_of(read_kml(path), path.stem().string(), warnings);
    }
    return base::fail("is of no kind that holds events", path.string(), kEndings);
}

base::Result<> write_events(const fs::path& path, const document::Briefing& briefing, const std::vector<document::Layer>& layers) {
    const auto format = format_of(path);
    if (!format) return base::fail("cannot be written: its ending is not known", path.string(), kEndings);
    switch (*format) {
        case Format::GeoPackage: return write_project(path, briefing, layers);
        case Format::GeoJson: return base::write_file(path, [&](base::TextSink& out) { write_geojson(out, briefing); });
        case Format::Csv: return base::write_file(path, [&](base::TextSink& out) { write_csv(out, briefing); });
        case Format::Kml: return base::write_file(path, [&](base::TextSink& out) { write_kml(out, briefing); });
    }
    return {};
}

base::Result<> check_can_write(const fs::path& path) {
    if (!format_of(path)) return base::fail("cannot be written: its ending is not known", path.string(), kEndings);
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return base::fail("is a folder", path.string(), "give a file name");
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored))
        return base::fail("cannot be written: there is no such folder", folder.string(), "make it first");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        return base::fail("cannot be written: its folder is not yours to write in", path.string(), "choose another folder");
    return {};
}

}  // namespace dateline::io
