#include "base/files.h"
#include "document/worldview.h"
#include "io/event_record.h"
#include "io/event_table.h"
#include "io/gdal.h"
#include "io/routes.h"
#include "io/store.h"
#include "io/store_schema.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::Briefing;
using document::Event;

const std::string kSound = "take a sound copy, or open it in QGIS and save it anew";

/// One feature's fields by name. What a later or edited file lacks reads as empty.
class Record {
  public:
    explicit Record(const OGRFeature& feature) : feature_(feature) {}
    std::string text(const char* name) const {
        const int index = feature_.GetFieldIndex(name);
        return index < 0 || !feature_.IsFieldSetAndNotNull(index) ? std::string() : feature_.GetFieldAsString(index);
    }
    double number(const char* name, double otherwise = 0) const {
        const int index = feature_.GetFieldIndex(name);
        return index < 0 || !feature_.IsFieldSetAndNotNull(index) ? otherwise : feature_.GetFieldAsDouble(index);
    }
    std::vector<std::string> texts(const char* name) const {
        std::vector<std::string> out;
        const Json list = Json::parse(text(name), nullptr, false);
        if (list.is_array())
            for (const Json& item : list)
                if (item.is_string()) out.push_back(item.get<std::string>());
        return out;
    }

  private:
    const OGRFeature& feature_;
};

class ProjectReader {
  public:
    ProjectReader(const fs::path& path, DatasetPtr dataset, std::vector<std::string>& warnings)
        : where_(path.string()), dataset_(std::move(dataset)), warnings_(warnings) {}

    bool is_project() const { return dataset_->GetLayerByName(store::kProject) != nullptr; }
    base::Result<Briefing> read();
    base::Result<Briefing> read_foreign(const std::string& title);
    /// Their files' names are relative to the project's folder, or absolute.
    std::vector<document::Layer> read_layers(const fs::path& folder);

  private:
    template <class Visit>
    void each(const char* layer_name, Visit visit) {
        OGRLayer* layer = dataset_->GetLayerByName(layer_name);
        if (!layer) return;
        for (const FeaturePtr& feature : *layer) visit(Record(*feature), *feature);
    }
    void warn(std::string what, const std::string& part, std::string remedy) {
        warnings_.push_back(base::Error{std::move(what), where_ + ": " + part, std::move(remedy)}.line());
    }
    std::optional<calendar::Edtf> date(const Record& record, const char* name, const std::string& part) {
        const std::string text = record.text(name);
        if (text.empty()) return std::nullopt;
        const auto parsed = calendar::Edtf::parse(text);
        if (parsed) return *parsed;
        warn(fmt::format("'{}' in '{}' is not an EDTF date and is taken as none", text, name), part, "write it as 2023-04-25");
        return std::nullopt;
    }
    base::Result<> read_facts(Briefing::Parts& parts);
    EventTable table_of(OGRLayer& layer);
    base::Result<Briefing::Shared<Event>> read_events();
    void add_facts(Event& event, const std::string& evidence, const std::string& extra) const;
    Briefing::Shared<document::Bulletin> read_documents();
    Briefing::Shared<document::Route> read_routes();
    Briefing::Shared<document::Scene> read_scenes();
    base::Result<> check_whole() const {
        if (CPLGetLastErrorType() < CE_Failure) return {};
        return base::fail("the GeoPackage is damaged: " + gdal_says(""), where_, kSound);
    }

    std::string where_;
    DatasetPtr dataset_;
    std::vector<std::string>& warnings_;
};

base::Result<> ProjectReader::read_facts(Briefing::Parts& parts) {
    std::map<std::string, std::string> facts;
    each(store::kProject, [&](const Record& record, const OGRFeature&) { facts[record.text("key")] = record.text("value"); });
    int readable_from = 0;
    const std::string& text = facts["readable_from"];
    std::from_chars(text.data(), text.data() + text.size(), readable_from);
    if (readable_from > kProjectFormat)
        return base::fail("was saved by a later Dateline, in a way that this one cannot read", where_, "update Dateline");
    parts.title = facts["title"];
    if (const std::string& worldview = facts[store::kWorldview]; !worldview.empty()) {
        auto read = document::worldview_from_json(worldview, where_ + ": worldview", warnings_);
        if (read) parts.worldview = std::make_shared<const document::Worldview>(std::move(*read));
        else warnings_.push_back(read.error().line());
    }
    return {};
}

Json cell_of(const OGRFeature& feature, int index) {
    if (!feature.IsFieldSetAndNotNull(index)) return Json(Json::value_t::discarded);
    const OGRFieldDefn& field = *feature.GetFieldDefnRef(index);
    switch (field.GetType()) {
        case OFTInteger:
            return field.GetSubType() == OFSTBoolean ? Json(feature.GetFieldAsInteger(index) != 0) : Json(feature.GetFieldAsInteger(index));
        case OFTInteger64: return Json(static_cast<std::int64_t>(feature.GetFieldAsInteger64(index)));
        case OFTReal: return Json(feature.GetFieldAsDouble(index));
        case OFTDate:
        case OFTDateTime: {
            int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
            float second = 0;
            feature.GetFieldAsDateTime(index, &year, &month, &day, &hour, &minute, &second, &zone);
            if (field.GetType() == OFTDate) return Json(fmt::format("{:04}-{:02}-{:02}", year, month, day));
            return Json(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, day, hour, minute, static_cast<int>(second)));
        }
        default: return Json(feature.GetFieldAsString(index));
    }
}

/// Lays coordinates of any reference system as longitude and latitude; nothing where that cannot be done.
class ToLonLat {
  public:
    explicit ToLonLat(const OGRSpatialReference* from) {
        if (!from || from->IsSame(&wgs84())) return;
        OGRSpatialReference source(*from), target(wgs84());
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        transformation_.reset(OGRCreateCoordinateTransformation(&source, &target));
        good_ = transformation_ != nullptr;
    }
    geo::Geometry operator()(OGRGeometry* shape) const {
        if (!shape || !good_ || (transformation_ && shape->transform(transformation_.get()) != OGRERR_NONE)) return {};
        return geometry_of(shape);
    }

  private:
    std::unique_ptr<OGRCoordinateTransformation> transformation_;
    bool good_ = true;
};

EventTable ProjectReader::table_of(OGRLayer& layer) {
    EventTable table;
    table.file = where_;
    table.row_name = fmt::format(": {} ", layer.GetName());
    table.typed = true;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) table.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    const ToLonLat to_lonlat(layer.GetSpatialRef());
    for (const FeaturePtr& feature : layer) {
        TableRow row;
        row.number = feature->GetFID();
        for (int i = 0; i < definition.GetFieldCount(); ++i) row.cells.push_back(cell_of(*feature, i));
        row.geometry = to_lonlat(feature->GetGeometryRef());
        table.rows.push_back(std::move(row));
    }
    return table;
}

document::TextSpan span_in(const Json& json) {
    const bool pair = json.is_array() && json.size() == 2 && json[0].is_number_unsigned() && json[1].is_number_unsigned();
    return pair ? document::TextSpan{json[0].get<std::uint32_t>(), json[1].get<std::uint32_t>()} : document::TextSpan{};
}

/// Spans, and properties with the types and order they had; a column that was edited since holds.
void ProjectReader::add_facts(Event& event, const std::string& evidence, const std::string& extra) const {
    const Json spans = Json::parse(evidence, nullptr, false);
    if (spans.is_object()) {
        event.date_span = span_in(spans.value("date", Json()));
        event.place_span = span_in(spans.value("place", Json()));
        const Json actors = spans.value("actors", Json::array());
        if (actors.is_array())
            for (const Json& span : actors) event.actor_spans.push_back(span_in(span));
    }
    const Json kept = Json::parse(extra, nullptr, false);
    if (!kept.is_array()) return;
    std::vector<std::pair<std::string, std::string>> known, columns = std::move(event.extra);
    for (const Json& item : kept) {
        if (!item.is_array() || item.size() != 3 || !item[0].is_string() || !item[1].is_string() || !item[2].is_string()) continue;
        const std::string value = item[2].get<std::string>();
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.first == item[1].get_ref<const std::string&>(); });
        if (column == columns.end()) {
            if (value == "null") known.emplace_back(item[0].get<std::string>(), value);
            continue;
        }
        const Json cell = Json::parse(column->second, nullptr, false), was = Json::parse(value, nullptr, false);
        const bool as_it_was = cell == was || (cell.is_string() && cell.get_ref<const std::string&>() == extra_text(value));
        known.emplace_back(item[0].get<std::string>(), as_it_was ? value : column->second);
        columns.erase(column);
    }
    event.extra = std::move(known);
    event.extra.insert(event.extra.end(), columns.begin(), columns.end());
}

base::Result<Briefing::Shared<Event>> ProjectReader::read_events() {
    OGRLayer* layer = dataset_->GetLayerByName(store::kEvents);
    if (!layer) return base::fail("the project has no layer 'events'", where_, kSound);
    EventTable table = table_of(*layer);
    if (auto whole = check_whole(); !whole) return tl::unexpected(whole.error());
    auto events = events_of(std::move(table), warnings_);
    if (!events) return tl::unexpected(events.error());
    struct Facts {
        std::string evidence, extra;
    };
    std::unordered_map<std::string, Facts> facts;
    each(store::kEventFacts, [&](const Record& record, const OGRFeature&) {
        facts[record.text("id")] = {record.text("evidence"), record.text("extra")};
    });
    for (auto& event : *events) {
        const auto found = facts.find(event->id);
        if (found == facts.end()) continue;
        add_facts(*event, found->second.evidence, found->second.extra);
    }
    return Briefing::Shared<Event>(events->begin(), events->end());
}

Briefing::Shared<document::Bulletin> ProjectReader::read_documents() {
    Briefing::Shared<document::Bulletin> bulletins;
    each(store::kDocuments, [&](const Record& record, const OGRFeature&) {
        auto bulletin = std::make_shared<document::Bulletin>();
        bulletin->id = record.text("id");
        bulletin->title = record.text("title");
        bulletin->file_name = record.text("file_name");
        bulletin->published = date(record, "published", "document " + bulletin->id);
        bulletin->published_reason = record.text("published_reason");
        bulletin->text = record.text("text");
        bulletins.push_back(std::move(bulletin));
    });
    return bulletins;
}

Briefing::Shared<document::Route> ProjectReader::read_routes() {
    std::vector<std::shared_ptr<document::Route>> routes;
    std::unordered_map<std::string, std::size_t> index;
    each(store::kRouteFacts, [&](const Record& record, const OGRFeature&) {
        auto route = std::make_shared<document::Route>();
        route->id = record.text("id");
        route->name = record.text("name");
        route->short_name = record.text("short_name");
        route->kind = document::route_kind_named(record.text("kind")).value_or(document::RouteKind::Corridor);
        route->status = document::route_status_named(record.text("status")).value_or(document::RouteStatus::Existing);
        route->direction = document::route_direction_named(record.text("direction")).value_or(document::RouteDirection::Forward);
        route->summary = record.text("summary");
        route->sources = record.texts("sources");
        route->credits = record.texts("credits");
        index.emplace(route->id, routes.size());
        routes.push_back(std::move(route));
    });
    each(store::kRoutes, [&](const Record& record, const OGRFeature& feature) {
        const std::string part = fmt::format("routes {}", feature.GetFID());
        const auto route = index.find(record.text("route"));
        if (route == index.end())
            return warn(fmt::format("the segment is of no route '{}' that the project has", record.text("route")), part, "it is left out");
        document::RouteSegment segment;
        segment.name = record.text("name");
        segment.branch = record.text("branch");
        segment.order = static_cast<int>(record.number("order"));
        segment.kind = document::route_kind_named(record.text("kind")).value_or(document::RouteKind::Corridor);
        segment.medium = record.text("medium");
        segment.status = document::route_status_named(record.text("status")).value_or(document::RouteStatus::Existing);
        segment.from = date(record, "from", part);
        segment.to = date(record, "to", part);
        segment.stops = record.texts("stops");
        segment.source = record.text("source");
        geo::Geometry shape = geometry_of(feature.GetGeometryRef());
        auto* lines = std::get_if<geo::MultiLine>(&shape);
        if (!lines || lines->empty()) return warn("the segment has no line", part, "it is left out");
        segment.line = std::move(lines->front());
        segment.stop_at = stop_vertices_of(Json::parse(record.text("stop_at"), nullptr, false), segment);
        routes[route->second]->segments.push_back(std::move(segment));
    });
    return {routes.begin(), routes.end()};
}

Briefing::Shared<document::Scene> ProjectReader::read_scenes() {
    Briefing::Shared<document::Scene> scenes;
    each(store::kScenes, [&](const Record& record, const OGRFeature& feature) {
        auto scene = std::make_shared<document::Scene>();
        const std::string part = fmt::format("scenes {}", feature.GetFID());
        scene->id = record.text("id");
        scene->title = record.text("title");
        scene->caption = record.text("caption");
        scene->zoom = record.number("zoom", scene->zoom);
        scene->bearing_deg = record.number("bearing_deg");
        scene->projection = record.text("projection");
        scene->at = date(record, "at", part);
        scene->window = date(record, "window", part);
        scene->routes_shown = record.texts("routes_shown");
        scene->selected = record.text("selected");
        const geo::Geometry shape = geometry_of(feature.GetGeometryRef());
        if (const auto* center = std::get_if<geo::LonLat>(&shape)) scene->center = *center;
        scenes.push_back(std::move(scene));
    });
    return scenes;
}

std::vector<document::Layer> ProjectReader::read_layers(const fs::path& folder) {
    std::vector<document::Layer> layers;
    const auto found = [&](const std::string& name) { return name.empty() ? name : (folder / name).lexically_normal().string(); };
    each(store::kLayers, [&](const Record& record, const OGRFeature&) {
        document::Layer layer;
        layer.file = found(record.text("file"));
        layer.style_file = found(record.text("style"));
        layer.id = document::layer_id(layer.file);
        layer.shown = record.number("shown", 1) != 0;
        layer.opacity = std::clamp(record.number("opacity", 1), 0.0, 1.0);
        if (!layer.file.empty()) layers.push_back(std::move(layer));
    });
    return layers;
}

base::Result<Briefing> ProjectReader::read() {
    Briefing::Parts parts;
    if (auto known = read_facts(parts); !known) return tl::unexpected(known.error());
    auto events = read_events();
    if (!events) return tl::unexpected(events.error());
    parts.events = std::move(*events);
    parts.bulletins = read_documents();
    parts.routes = read_routes();
    parts.scenes = read_scenes();
    if (auto whole = check_whole(); !whole) return tl::unexpected(whole.error());
    return Briefing(std::move(parts));
}

/// Every layer that holds something like an event.
base::Result<Briefing> ProjectReader::read_foreign(const std::string& title) {
    Briefing::Parts parts;
    parts.title = title;
    std::optional<base::Error> refusal;
    std::set<std::string> ids;
    bool any = false;
    for (OGRLayer* layer : dataset_->GetLayers()) {
        if (std::string_view(layer->GetName()) == store::kStyles) continue;
        EventTable table = table_of(*layer);
        if (auto whole = check_whole(); !whole) return tl::unexpected(whole.error());
        if (table.rows.empty()) continue;
        auto events = events_of(std::move(table), warnings_);
        if (!events) {
            refusal = events.error();
            continue;
        }
        any = true;
        for (auto& event : *events) {
            // An id is unique in its layer only.
            if (!ids.insert(event->id).second) {
                event->id = fmt::format("{}-{}", layer->GetName(), event->id);
                ids.insert(event->id);
            }
            parts.events.push_back(std::move(event));
        }
    }
    if (!any && refusal) return tl::unexpected(*refusal);
    if (!any) return base::fail("the GeoPackage holds no features", where_, "give one with a layer of events");
    return Briefing(std::move(parts));
}

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};

base::Result<> check_is_sqlite(const fs::path& path) {
    const auto file = base::MappedFile::open(path);
    std::error_code none;
    if (fs::is_directory(path, none)) return base::fail("is a folder, not a file", path.string(), "name a file in it");
    if (!file) return tl::unexpected(base::Error{file.error().what, path.string(), "check the name and your permission"});
    const auto bytes = file->bytes();
    if (bytes.empty()) return base::fail("is empty", path.string(), "take a sound copy");
    const std::string_view head(reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), kSqliteMagic.size()));
    if (head != kSqliteMagic) return base::fail("is not a GeoPackage", path.string(), "give a .gpkg that Dateline, QGIS or GDAL wrote");
    return {};
}

}  // namespace

base::Result<Briefing> read_geopackage(const fs::path& path, std::vector<std::string>& warnings, std::vector<document::Layer>* layers) {
    if (auto sqlite = check_is_sqlite(path); !sqlite) return tl::unexpected(sqlite.error());
    const QuietGdal quiet;
    DatasetPtr dataset = open_vector(path, "GPKG");
    if (!dataset) return base::fail("is damaged or no GeoPackage: " + gdal_says("GDAL cannot open it"), path.string(), kSound);
    CPLErrorReset();
    ProjectReader reader(path, std::move(dataset), warnings);
    if (reader.is_project() && layers) *layers = reader.read_layers(fs::absolute(path).parent_path());
    return reader.is_project() ? reader.read() : reader.read_foreign(path.stem().string());
}

}  // namespace dateline::io
