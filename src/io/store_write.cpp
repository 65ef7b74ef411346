#include "base/files.h"
#include "document/worldview.h"
#include "io/event_record.h"
#include "io/gdal.h"
#include "io/store.h"
#include "io/store_schema.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <set>
#include <unordered_map>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::Briefing;
using document::Event;

std::string json_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// A layer that is being filled, and the first thing that went wrong with it.
class LayerWriter {
  public:
    LayerWriter(GDALDataset& dataset, const char* name, OGRwkbGeometryType type) {
        CPLStringList options;
        options.SetNameValue("FID", "fid");
        options.SetNameValue("GEOMETRY_NAME", "geom");
        OGRSpatialReference reference(wgs84());
        layer_ = dataset.CreateLayer(name, type == wkbNone ? nullptr : &reference, type, options.List());
    }
    LayerWriter& field(const std::string& name, OGRFieldType type = OFTString, OGRFieldSubType subtype = OFSTNone) {
        OGRFieldDefn definition(name.c_str(), type);
        definition.SetSubType(subtype);
        good_ = good_ && layer_ && layer_->CreateField(&definition) == OGRERR_NONE;
        return *this;
    }
    FeaturePtr feature() const { return FeaturePtr(layer_ ? OGRFeature::CreateFeature(layer_->GetLayerDefn()) : nullptr); }
    void add(FeaturePtr feature) { good_ = good_ && feature && layer_->CreateFeature(feature.get()) == OGRERR_NONE; }
    bool good() const { return good_ && layer_; }

  private:
    OGRLayer* layer_ = nullptr;
    bool good_ = true;
};

void set_text(OGRFeature& feature, const char* field, const std::string& text) { feature.SetField(field, text.c_str()); }

/// A bound as DATE or DATETIME, null where open or where the column cannot hold its year.
void set_bound(OGRFeature& feature, int index, const std::string& iso, bool is_end) {
    int year = 0, month = 0, day = 0, hour = is_end ? 23 : 0, minute = is_end ? 59 : 0, second = is_end ? 59 : 0;
    if (iso.size() < 10 || iso[0] == 'Y' || iso[0] == '-') return;
    if (std::sscanf(iso.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1) return;
    if (iso.size() > 10) std::sscanf(iso.c_str() + 10, "T%2d:%2d:%2d", &hour, &minute, &second);
    const bool timed = feature.GetFieldDefnRef(index)->GetType() == OFTDateTime;
    constexpr int kUtc = 100;
    feature.SetField(index, year, month, day, timed ? hour : 0, timed ? minute : 0, timed ? static_cast<float>(second) : 0.0f,
                     timed ? kUtc : 0);
}

bool any_time_of_day(const Briefing& briefing) {
    const auto timed = [](const auto& date) { return date && date->precision >= calendar::Precision::Hour; };
    return std::any_of(briefing.events().begin(), briefing.events().end(),
                       [&](const auto& event) { return event->date && (timed(event->date->first()) || timed(event->date->last())); });
}

/// The columns for properties that the record does not have, each of the narrowest type that holds them all.
class ExtraColumns {
  public:
    struct Column {
        std::string property, name;
        OGRFieldType type = OFTString;
        OGRFieldSubType subtype = OFSTNone;
    };

    explicit ExtraColumns(const Briefing& briefing) {
        struct Kind {
            bool integers = true, numbers = true, truths = true, any = false;
        };
        std::unordered_map<std::string, Kind> kinds;
        std::vector<std::string> order;
        for (const auto& event : briefing.events()) {
            for (const auto& [key, text] : event->extra) {
                const auto [it, is_new] = kinds.try_emplace(key);
                if (is_new) order.push_back(key);
                const Json value = Json::parse(text, nullptr, false);
                if (value.is_null()) continue;
                const bool too_large = value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX;
                Kind& kind = it->second;
                kind.integers = kind.integers && value.is_number_integer() && !too_large;
                kind.numbers = kind.numbers && value.is_number();
                kind.truths = kind.truths && value.is_boolean();
                kind.any = true;
            }
        }
        for (const std::string& key : order) {
            const Kind& kind = kinds[key];
            Column column{key, unused_name(key), OFTString, OFSTNone};
            if (kind.any && kind.integers) column.type = OFTInteger64;
            else if (kind.any && kind.numbers) column.type = OFTReal;
            else if (kind.any && kind.truths) column.type = OFTInteger, column.subtype = OFSTBoolean;
            index_[key] = columns_.size();
            columns_.push_back(std::move(column));
        }
    }

    const std::vector<Column>& columns() const { return columns_; }
    const Column& column(const std::string& property) const { return columns_[index_.at(property)]; }

  private:
    /// SQLite tells column names apart by more than their case.
    std::string unused_name(const std::string& property) {
        const auto folded = [](std::string name) {
            for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            return name;
        };
        if (taken_.empty()) {
            for (std::string_view column : kRecordColumns) taken_.insert(std::string(column));
            taken_.insert({"fid", "geom", ""});
        }
        std::string name = property;
        for (int n = 2; !taken_.insert(folded(name)).second; ++n) name = fmt::format("{}_{}", property.empty() ? "property" : property, n);
        return name;
    }
    std::vector<Column> columns_;
    std::unordered_map<std::string, std::size_t> index_;
    std::set<std::string> taken_;
};

void set_extra(OGRFeature& feature, const ExtraColumns::Column& column, const std::string& text) {
    const Json value = Json::parse(text, nullptr, false);
    const int index = feature.GetFieldIndex(column.name.c_str());
    if (index < 0 || value.is_null()) return;
    if (column.type == OFTInteger64) feature.SetField(index, static_cast<GIntBig>(value.get<std::int64_t>()));
    else if (column.type == OFTReal) feature.SetField(index, value.get<double>());
    else if (column.type == OFTInteger) feature.SetField(index, value.get<bool>() ? 1 : 0);
    else feature.SetField(index, extra_text(text).c_str());
}

Json span_json(document::TextSpan span) { return Json::array({span.begin, span.end}); }

bool write_events_layer(GDALDataset& dataset, const Briefing& briefing) {
    const ExtraColumns extras(briefing);
    const OGRFieldType bound = any_time_of_day(briefing) ? OFTDateTime : OFTDate;
    LayerWriter events(dataset, store::kEvents, wkbUnknown);
    for (std::string_view column : kRecordColumns) {
        const bool real = column == "place_radius_km" || column == "confidence", offset = column.starts_with("char_");
        const bool is_bound = column == "begin" || column == "end";
        events.field(std::string(column), real ? OFTReal : offset ? OFTInteger64 : is_bound ? bound : OFTString);
    }
    for (const auto& column : extras.columns()) events.field(column.name, column.type, column.subtype);
    LayerWriter facts(dataset, store::kEventFacts, wkbNone);
    facts.field("id").field("evidence").field("extra");
    if (!events.good() || !facts.good()) return false;
    for (const auto& event : briefing.events()) {
        FeaturePtr row = events.feature();
        for (int i = 0; i < static_cast<int>(kRecordColumns.size()); ++i) {
            const std::string_view column = kRecordColumns[static_cast<std::size_t>(i)];
            if (column == "place_radius_km") row->SetField(i, event->place_radius_km);
            else if (column == "confidence") row->SetField(i, event->confidence);
            else if (column == "char_start") row->SetField(i, static_cast<GIntBig>(event->quote_span.begin));
            else if (column == "char_end") row->SetField(i, static_cast<GIntBig>(event->quote_span.end));
            else if (column == "begin" || column == "end") set_bound(*row, i, record_text(*event, column), column == "end");
            else row->SetField(i, record_text(*event, column).c_str());
        }
        Json kept = Json::array();
        for (const auto& [key, value] : event->extra) {
            const auto& column = extras.column(key);
            set_extra(*row, column, value);
            kept.push_back({key, column.name, value});
        }
        if (GeometryPtr shape = shape_of(event->geometry)) row->SetGeometryDirectly(shape.release());
        events.add(std::move(row));

        Json evidence{{"date", span_json(event->date_span)}, {"place", span_json(event->place_span)}, {"actors", Json::array()}};
        for (const document::TextSpan& span : event->actor_spans) evidence["actors"].push_back(span_json(span));
        FeaturePtr fact = facts.feature();
        set_text(*fact, "id", event->id);
        set_text(*fact, "evidence", json_text(evidence));
        if (!kept.empty()) set_text(*fact, "extra", json_text(kept));
        facts.add(std::move(fact));
    }
    return events.good() && facts.good();
}

std::string edtf_text(const std::optional<calendar::Edtf>& date) { return date ? date->text() : std::string(); }

bool write_routes(GDALDataset& dataset, const Briefing& briefing) {
    LayerWriter facts(dataset, store::kRouteFacts, wkbNone);
    for (const char* name : {"id", "name", "short_name", "kind", "status", "direction", "summary", "sources", "credits"}) facts.field(name);
    LayerWriter segments(dataset, store::kRoutes, wkbLineString);
    for (const char* name : {"route", "name", "branch"}) segments.field(name);
    segments.field("order", OFTInteger);
    for (const char* name : {"kind", "medium", "status", "from", "to"}) segments.field(name);
    segments.field("begin", OFTDate).field("end", OFTDate).field("stops").field("stop_at").field("source");
    if (!facts.good() || !segments.good()) return false;
    for (const auto& route : briefing.routes()) {
        FeaturePtr fact = facts.feature();
        set_text(*fact, "id", route->id), set_text(*fact, "name", route->name), set_text(*fact, "short_name", route->short_name);
        set_text(*fact, "kind", std::string(name_of(route->kind))), set_text(*fact, "status", std::string(name_of(route->status)));
        set_text(*fact, "direction", std::string(name_of(route->direction)));
        set_text(*fact, "summary", route->summary), set_text(*fact, "sources", json_text(route->sources));
        set_text(*fact, "credits", json_text(route->credits));
        facts.add(std::move(fact));
        for (const document::RouteSegment& segment : route->segments) {
            FeaturePtr row = segments.feature();
            set_text(*row, "route", route->id), set_text(*row, "name", segment.name), set_text(*row, "branch", segment.branch);
            row->SetField("order", segment.order);
            set_text(*row, "kind", std::string(name_of(segment.kind))), set_text(*row, "medium", segment.medium);
            set_text(*row, "status", std::string(name_of(segment.status)));
            set_text(*row, "from", edtf_text(segment.from)), set_text(*row, "to", edtf_text(segment.to));
            if (segment.from) set_bound(*row, row->GetFieldIndex("begin"), segment.from->begin_iso(), false);
            if (segment.to) set_bound(*row, row->GetFieldIndex("end"), segment.to->end_iso(), true);
            set_text(*row, "stops", json_text(segment.stops)), set_text(*row, "stop_at", json_text(segment.stop_at));
            set_text(*row, "source", segment.source);
            auto line = std::make_unique<OGRLineString>();
            for (const geo::LonLat& p : segment.line) line->addPoint(p.lon_deg, p.lat_deg);
            row->SetGeometryDirectly(line.release());
            segments.add(std::move(row));
        }
    }
    return facts.good() && segments.good();
}

bool write_scenes(GDALDataset& dataset, const Briefing& briefing) {
    LayerWriter scenes(dataset, store::kScenes, wkbPoint);
    for (const char* name : {"id", "title", "caption"}) scenes.field(name);
    scenes.field("zoom", OFTReal).field("bearing_deg", OFTReal);
    for (const char* name : {"projection", "at", "window", "routes_shown", "selected"}) scenes.field(name);
    if (!scenes.good()) return false;
    for (const auto& scene : briefing.scenes()) {
        FeaturePtr row = scenes.feature();
        set_text(*row, "id", scene->id), set_text(*row, "title", scene->title), set_text(*row, "caption", scene->caption);
        row->SetField("zoom", scene->zoom);
        row->SetField("bearing_deg", scene->bearing_deg);
        set_text(*row, "projection", scene->projection);
        set_text(*row, "at", edtf_text(scene->at)), set_text(*row, "window", edtf_text(scene->window));
        set_text(*row, "routes_shown", json_text(scene->routes_shown)), set_text(*row, "selected", scene->selected);
        row->SetGeometryDirectly(new OGRPoint(scene->center.lon_deg, scene->center.lat_deg));
        scenes.add(std::move(row));
    }
    return scenes.good();
}

bool write_documents(GDALDataset& dataset, const Briefing& briefing) {
    LayerWriter documents(dataset, store::kDocuments, wkbNone);
    for (const char* name : {"id", "title", "file_name", "published", "published_reason", "text"}) documents.field(name);
    if (!documents.good()) return false;
    for (const auto& bulletin : briefing.bulletins()) {
        FeaturePtr row = documents.feature();
        set_text(*row, "id", bulletin->id), set_text(*row, "title", bulletin->title), set_text(*row, "file_name", bulletin->file_name);
        set_text(*row, "published", edtf_text(bulletin->published)), set_text(*row, "published_reason", bulletin->published_reason);
        set_text(*row, "text", bulletin->text);
        documents.add(std::move(row));
    }
    return documents.good();
}

/// Files beside the project, or below its folder, are named from there: the folder can be moved as a whole.
bool write_layers(GDALDataset& dataset, const std::vector<document::Layer>& layers, const fs::path& folder) {
    if (layers.empty()) return true;
    const auto named = [&](const std::string& file) {
        const fs::path relative = fs::path(file).lexically_relative(folder);
        return file.empty() || relative.empty() || *relative.begin() == ".." ? file : relative.string();
    };
    LayerWriter rows(dataset, store::kLayers, wkbNone);
    rows.field("file").field("style").field("shown", OFTInteger, OFSTBoolean).field("opacity", OFTReal);
    if (!rows.good()) return false;
    for (const document::Layer& layer : layers) {
        FeaturePtr row = rows.feature();
        set_text(*row, "file", named(layer.file)), set_text(*row, "style", named(layer.style_file));
        row->SetField("shown", layer.shown ? 1 : 0);
        row->SetField("opacity", layer.opacity);
        rows.add(std::move(row));
    }
    return rows.good();
}

bool write_project_facts(GDALDataset& dataset, const Briefing& briefing) {
    LayerWriter facts(dataset, store::kProject, wkbNone);
    facts.field("key").field("value");
    if (!facts.good()) return false;
    const std::pair<const char*, std::string> values[] = {
        {"title", briefing.title()}, {"format", std::to_string(kProjectFormat)}, {"readable_from", std::to_string(kProjectFormat)}};
    const auto add = [&](const char* key, const std::string& value) {
        FeaturePtr row = facts.feature();
        set_text(*row, "key", key), set_text(*row, "value", value);
        facts.add(std::move(row));
    };
    for (const auto& [key, value] : values) add(key, value);
    if (briefing.worldview()) add(store::kWorldview, briefing.worldview()->text);
    return facts.good();
}

/// QGIS loads a default style from this table; ours says nothing but which columns hold a feature's time, both ends included.
bool write_styles(GDALDataset& dataset) {
    static const std::string style =
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        "<qgis version=\"3.22.0\" styleCategories=\"Temporal\">\n"
        "  <temporal enabled=\"1\" mode=\"2\" limitMode=\"1\" startField=\"begin\" endField=\"end\" accumulate=\"0\" durationField=\"\"\n"
        "            durationUnit=\"min\" fixedDuration=\"0\" startExpression=\"\" endExpression=\"\">\n"
        "    <fixedRange><start></start><end></end></fixedRange>\n"
        "  </temporal>\n"
        "</qgis>\n";
    LayerWriter styles(dataset, store::kStyles, wkbNone);
    for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD"})
        styles.field(name);
    styles.field("useAsDefault", OFTInteger, OFSTBoolean).field("description").field("owner").field("ui").field("update_time", OFTDateTime);
    if (!styles.good()) return false;
    for (const char* layer : {store::kEvents, store::kRoutes}) {
        FeaturePtr row = styles.feature();
        for (const char* empty : {"f_table_catalog", "f_table_schema", "styleSLD", "owner", "ui"}) set_text(*row, empty, "");
        set_text(*row, "f_table_name", layer), set_text(*row, "f_geometry_column", "geom");
        set_text(*row, "styleName", "time"), set_text(*row, "styleQML", style);
        row->SetField("useAsDefault", 1);
        set_text(*row, "description", "When each feature holds, for the temporal controller");
        row->SetField(row->GetFieldIndex("update_time"), 2000, 1, 1, 0, 0, 0.0f, 100);
        styles.add(std::move(row));
    }
    return styles.good();
}

/// Sets a GDAL option for this thread while it lives.
class Option {
  public:
    Option(const char* key, const char* value) : key_(key) { CPLSetThreadLocalConfigOption(key, value); }
    ~Option() { CPLSetThreadLocalConfigOption(key_, nullptr); }
    Option(const Option&) = delete;
    Option& operator=(const Option&) = delete;

  private:
    const char* key_;
};

/// A file in GDAL's memory that is gone afterwards: SQLite's journals never come near the user's folder.
class MemoryFile {
  public:
    MemoryFile() {
        static std::atomic<unsigned> count{0};
        name_ = fmt::format("/vsimem/dateline-{}.gpkg", count++);
    }
    ~MemoryFile() { VSIUnlink(name_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const char* name() const { return name_.c_str(); }
    std::string_view bytes() const {
        vsi_l_offset size = 0;
        const GByte* data = VSIGetMemFileBuffer(name_.c_str(), &size, FALSE);
        return {reinterpret_cast<const char*>(data), data ? static_cast<std::size_t>(size) : 0};
    }

  private:
    std::string name_;
};

base::Result<> fill(const MemoryFile& file, const Briefing& briefing, const std::vector<document::Layer>& layers, const fs::path& path) {
    // GeoPackage wants a time of last change; ours is not in the briefing, and the same briefing is the same file.
    const Option date("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (!driver) return base::fail("GDAL has no GeoPackage driver", path.string(), "install GDAL with SQLite");
    DatasetPtr dataset(driver->Create(file.name(), 0, 0, 0, GDT_Unknown, nullptr));
    bool good = dataset && dataset->StartTransaction() == OGRERR_NONE;
    good = good && write_events_layer(*dataset, briefing) && write_routes(*dataset, briefing) && write_scenes(*dataset, briefing) &&
           write_documents(*dataset, briefing) && write_layers(*dataset, layers, fs::absolute(path).parent_path()) &&
           write_project_facts(*dataset, briefing) && write_styles(*dataset);
    good = good && dataset->CommitTransaction() == OGRERR_NONE;
    if (good) {
        CPLErrorReset();
        dataset.reset();  // writes what is still in memory
        good = CPLGetLastErrorType() < CE_Failure;
    }
    if (!good) return base::fail("cannot be written: " + gdal_says("GDAL refuses"), path.string(), "save under another name");
    return {};
}

/// Another program's unfinished changes lie beside the file and would be laid over ours.
base::Result<> check_not_in_use(const fs::path& path) {
    for (const char* suffix : {"-wal", "-journal"}) {
        std::error_code none;
        const auto size = fs::file_size(path.string() + suffix, none);
        if (!none && size > 0) return base::fail("is open in another program", path.string(), "close it there, or save under another name");
    }
    return {};
}

}  // namespace

base::Result<> write_project(const fs::path& path, const Briefing& briefing, const std::vector<document::Layer>& layers) {
    if (auto free = check_not_in_use(path); !free) return free;
    const QuietGdal quiet;
    const MemoryFile file;
    if (auto filled = fill(file, briefing, layers, path); !filled) return filled;
    return base::write_file(path, file.bytes());
}

}  // namespace dateline::io
