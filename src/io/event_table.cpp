#include "io/event_table.h"

#include "base/id.h"
#include "document/event_json.h"
#include "io/event_record.h"
#include "io/foreign_date.h"
#include "io/gdal.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace dateline::io {
namespace {

using document::Event;

constexpr int kAbsent = -1;
constexpr std::size_t kTitleLetters = 90;

/// "Start Date" and "start-date" are start_date.
std::string plain_name(std::string_view name) {
    std::string out;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        else out += c == ' ' || c == '-' || c == '.' ? '_' : c;
    }
    return out;
}

struct Alias {
    std::string_view column;              ///< of the record, or lon, lat, wkt
    std::vector<std::string_view> names;  ///< the likeliest first
};

const std::vector<Alias>& aliases() {
    static const std::vector<Alias> all{
        {"title", {"name", "headline", "event", "label", "subject", "summary", "event_name"}},
        {"date",
         {"event_date", "eventdate", "datetime", "date_time", "timestamp", "when", "day", "occurred", "occurred_at", "sqldate", "time",
          "year"}},
        {"begin",
         {"start", "start_date", "startdate", "begin_date", "date_start", "date_begin", "start_time", "starttime", "from", "since",
          "valid_from", "date_from"}},
        {"end", {"stop", "end_date", "enddate", "date_end", "end_time", "endtime", "to", "until", "valid_to", "date_to", "finish"}},
        {"place", {"location", "place_name", "location_name", "city", "town", "locality", "where", "venue", "site"}},
        {"quote", {"description", "desc", "notes", "note", "details", "text", "comment", "snippet", "summary"}},
        {"attribution", {"asserted_by", "claimed_by"}},
        {"lon", {"longitude", "lng", "long", "lon_deg", "x", "xcoord", "actiongeo_long"}},
        {"lat", {"latitude", "lat_deg", "y", "ycoord", "actiongeo_lat"}},
        {"wkt", {"_wkt", "geometry", "geom", "the_geom", "wkt_geom", "geojson", "shape"}},
    };
    return all;
}

/// Collects faults by kind, so that a column that is wrong throughout is one line.
class Complaints {
  public:
    void add(const std::string& kind, base::Error error) {
        auto& [count, first] = kinds_[kind];
        if (count++ == 0) {
            first = std::move(error);
            order_.push_back(kind);
        }
    }
    void tell(std::vector<std::string>& warnings) const {
        for (const std::string& kind : order_) {
            auto [count, error] = kinds_.at(kind);
            if (count > 1) error.what += fmt::format(" (and {} more such rows)", count - 1);
            warnings.push_back(error.line());
        }
    }

  private:
    std::map<std::string, std::pair<int, base::Error>> kinds_;
    std::vector<std::string> order_;
};

bool is_empty(const Json& cell) {
    if (cell.is_null() || cell.is_discarded()) return true;
    return cell.is_string() && cell.get_ref<const std::string&>().find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string cell_text(const Json& cell) {
    if (is_empty(cell)) return {};
    return cell.is_string() ? cell.get<std::string>() : cell.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// At most 90 letters, cut between words.
std::string as_title(const std::string& text) {
    std::size_t letters = 0, end = 0, space = 0;
    for (; end < text.size(); ++end) {
        const auto byte = static_cast<unsigned char>(text[end]);
        if (byte == '\n') break;
        if ((byte & 0xC0) == 0x80) continue;
        if (byte == ' ') space = end;
        if (++letters > kTitleLetters - 1) break;
    }
    if (end >= text.size() || text[end] == '\n') return text.substr(0, end);
    return text.substr(0, space > 0 ? space : end) + "…";
}

class TableReader {
  public:
    explicit TableReader(EventTable table) : table_(std::move(table)) { map_columns(); }

    base::Result<std::vector<std::shared_ptr<Event>>> read(std::vector<std::string>& warnings);

  private:
    void map_columns();
    int column_of(std::string_view name) const {
        const auto it = columns_.find(name);
        return it == columns_.end() ? kAbsent : it->second;
    }
    const Json& cell(const TableRow& row, int column) const {
        static const Json nothing;
        return column == kAbsent ? nothing : row.cells[static_cast<std::size_t>(column)];
    }
    const Json& cell(const TableRow& row, std::string_view name) const { return cell(row, column_of(name)); }

    Event event_of(TableRow& row);
    void read_record(const TableRow& row, Event& event);
    void read_date(const TableRow& row, Event& event);
    std::optional<calendar::Edtf> date_in(const TableRow& row, std::string_view name);
    void read_geometry(TableRow& row, Event& event);
    void keep_the_rest(const TableRow& row, Event& event) const;
    void fill_in(Event& event) const;
    void give_id(const TableRow& row, Event& event);

    EventTable table_;
    std::map<std::string, int, std::less<>> columns_;  ///< of the record, and lon, lat, wkt → index
    std::vector<std::size_t> rest_;                    ///< columns that are none of these
    std::vector<bool> is_rest_;
    bool ours_ = false;
    DayOrder order_ = DayOrder::Unknown;
    std::set<std::string> ids_;
    std::unordered_map<std::uint64_t, int> twins_;
    Complaints complaints_;
};

/// Whether every column of the record is there: then a file is ours, and what else it holds is not for us to interpret.
bool is_record(const std::vector<std::string>& columns) {
    return std::all_of(kRecordColumns.begin(), kRecordColumns.end(),
                       [&](std::string_view name) { return std::find(columns.begin(), columns.end(), name) != columns.end(); });
}

void TableReader::map_columns() {
    std::vector<bool> used(table_.columns.size(), false);
    ours_ = is_record(table_.columns);
    const bool placed = std::any_of(table_.rows.begin(), table_.rows.end(), [](const TableRow& row) { return row.geometry.index() > 0; });
    const auto find = [&](std::string_view wanted) {
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            if (!used[i] && (ours_ ? table_.columns[i] : plain_name(table_.columns[i])) == wanted) return static_cast<int>(i);
        return kAbsent;
    };
    const auto take = [&](std::string_view column, std::string_view name) {
        const int found = find(name);
        if (found == kAbsent) return false;
        used[static_cast<std::size_t>(found)] = true;
        columns_.emplace(column, found);
        return true;
    };
    for (std::string_view column : kRecordColumns) take(column, column);
    const auto is_position = [](std::string_view column) { return column == "lon" || column == "lat" || column == "wkt"; };
    const bool seek_position = !placed && !(ours_ && table_.typed);
    if (seek_position)
        for (std::string_view column : {"lon", "lat", "wkt"}) take(column, column);
    for (const Alias& alias : aliases()) {
        if (ours_ || columns_.contains(alias.column) || (is_position(alias.column) && !seek_position)) continue;
        // What has begin and end needs no third column for its date.
        if (alias.column == "date" && columns_.contains("begin")) continue;
        std::any_of(alias.names.begin(), alias.names.end(), [&](std::string_view name) { return take(alias.column, name); });
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i]) rest_.push_back(i);
    used.flip();
    is_rest_ = std::move(used);
}

/// Ours may well mean midnight.
std::optional<calendar::Edtf> own_date(const std::string& text) {
    const auto parsed = calendar::Edtf::parse(text);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<calendar::Edtf> TableReader::date_in(const TableRow& row, std::string_view name) {
    const std::string text = cell_text(cell(row, name));
    if (text.empty()) return std::nullopt;
    auto date = ours_ ? own_date(text) : std::nullopt;
    if (!date) date = read_foreign_date(text, order_);
    if (!date)
        complaints_.add("date " + std::string(name), {fmt::format("'{}' in column '{}' is not a date that can be read", text,
                                                                  table_.columns[static_cast<std::size_t>(column_of(name))]),
                                                      table_.where(row), "write it as 2023-04-25, 2023-04 or EDTF"});
    else if (order_ == DayOrder::Unknown && either_order(text))
        complaints_.add("order",
                        {fmt::format("'{}' is read as day/month/year", text), table_.where(row), "write 2023-04-25 if that is wrong"});
    return date;
}

void TableReader::read_date(const TableRow& row, Event& event) {
    event.date = date_in(row, "date");
    if (event.date) {
        const auto differs = [&](std::string_view column, const std::string& own) {
            const std::string text = cell_text(cell(row, column));
            return !text.empty() && !own.empty() && table_.columns[static_cast<std::size_t>(column_of(column))] == column &&
                   text.substr(0, 10) != own.substr(0, 10);
        };
        if (differs("begin", event.date->begin_iso()) || differs("end", event.date->end_iso()))
            complaints_.add("bounds", {fmt::format("begin or end is not what date '{}' says; the date is taken", event.date->text()),
                                       table_.where(row), "change the date column too"});
        return;
    }
    const auto begin = date_in(row, "begin"), end = date_in(row, "end");
    if (!begin && !end) return;
    if (begin && end && *begin == *end) {
        event.date = begin;
        return;
    }
    const auto first = begin ? begin->first() : std::optional<calendar::Date>{};
    const auto last = end ? (end->is_interval() ? end->last() : end->first()) : std::optional<calendar::Date>{};
    const auto joined = calendar::Edtf::interval(first, last);
    const auto sound = calendar::Edtf::parse(joined.text());
    if (sound) event.date = *sound;
    else complaints_.add("backwards", {fmt::format("'{}' ends before it begins", joined.text()), table_.where(row), "swap begin and end"});
}

void TableReader::read_record(const TableRow& row, Event& event) {
    for (std::string_view column : kRecordColumns) {
        if (column == "date" || column == "begin" || column == "end") continue;
        const Json& value = cell(row, column);
        if (is_empty(value)) continue;
        const auto set = set_record_column(event, column, value);
        if (set) continue;
        // Other people's categories are our kinds of happening.
        if (column == "category" && is_empty(cell(row, "kind"))) event.kind = cell_text(value);
        else event.extra.emplace_back(fmt::format("{}_given", column), value.dump(-1, ' ', false, Json::error_handler_t::replace));
        complaints_.add(set.error().where, {fmt::format("column '{}': {}", set.error().where, set.error().what), table_.where(row),
                                            column == "category" ? "it is kept as the kind" : "it is kept beside"});
    }
    if (event.quote_span.end < event.quote_span.begin) {
        complaints_.add("span", {"the quote's span ends before it begins", table_.where(row), "it is left out"});
        event.quote_span = {};
    }
}

geo::Geometry geometry_in(const std::string& text) {
    if (text.starts_with('{')) {
        auto parsed = document::geometry_from_geojson(text);
        return parsed ? std::move(*parsed) : geo::Geometry{};
    }
    OGRGeometry* made = nullptr;
    const OGRErr error = OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &made);
    const GeometryPtr shape(made);
    return error == OGRERR_NONE ? geometry_of(shape.get()) : geo::Geometry{};
}

bool on_earth(const geo::Geometry& geometry) {
    const auto good = [](geo::LonLat p) { return std::abs(p.lon_deg) <= 360 && std::abs(p.lat_deg) <= 90; };
    const auto all_good = [&](const geo::Line& line) { return std::all_of(line.begin(), line.end(), good); };
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) return good(*point);
    if (const auto* lines = std::get_if<geo::MultiLine>(&geometry)) return std::all_of(lines->begin(), lines->end(), all_good);
    if (const auto* areas = std::get_if<geo::MultiPolygon>(&geometry))
        return std::all_of(areas->begin(), areas->end(),
                           [&](const geo::Polygon& area) { return std::all_of(area.begin(), area.end(), all_good); });
    return true;
}

void TableReader::read_geometry(TableRow& row, Event& event) {
    event.geometry = std::move(row.geometry);
    const auto nothing = [&] { return std::holds_alternative<std::monostate>(event.geometry); };
    if (const std::string text = cell_text(cell(row, "wkt")); nothing() && !text.empty()) {
        event.geometry = geometry_in(text);
        if (nothing() && text.find("EMPTY") == text.npos)
            complaints_.add("wkt", {"the geometry is neither WKT nor GeoJSON", table_.where(row), "write it as POINT (49.8 40.4)"});
    }
    Event at;
    const Json &lon = cell(row, "lon"), &lat = cell(row, "lat");
    if (nothing() && !is_empty(lon) && !is_empty(lat)) {
        // The record's own number reader, once for each.
        const bool numbers = set_record_column(at, "place_radius_km", lon) && set_record_column(at, "confidence", lat);
        if (numbers) event.geometry = geo::LonLat{at.place_radius_km, at.confidence};
        else
            complaints_.add("lonlat", {fmt::format("'{}', '{}' is not a longitude and a latitude", cell_text(lon), cell_text(lat)),
                                       table_.where(row), "write decimal degrees"});
    }
    if (on_earth(event.geometry)) return;
    event.geometry = {};
    complaints_.add("earth", {"the position is not on Earth", table_.where(row), "give degrees, longitude first; latitude is -90 to 90"});
}

void TableReader::keep_the_rest(const TableRow& row, Event& event) const {
    for (std::size_t column : row.order.empty() ? rest_ : row.order) {
        if (!is_rest_[column]) continue;
        const Json& value = row.cells[column];
        if (value.is_discarded() || (!table_.typed && is_empty(value))) continue;
        const bool guess = !table_.typed && value.is_string();
        event.extra.emplace_back(table_.columns[column], guess ? extra_json(value.get_ref<const std::string&>())
                                                               : value.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
}

/// What a table of another program does not say, as its maker would.
void TableReader::fill_in(Event& event) const {
    if (event.title.empty() && !ours_) event.title = as_title(!event.quote.empty() ? event.quote : event.place);
    if (event.title.empty() && !ours_) event.title = event.kind.empty() ? "Event" : event.kind;
    if (event.place_precision == document::PlacePrecision::None && column_of("place_precision") == kAbsent) {
        constexpr document::PlacePrecision kByShape[] = {document::PlacePrecision::None, document::PlacePrecision::Exact,
                                                         document::PlacePrecision::Corridor, document::PlacePrecision::Region};
        event.place_precision = kByShape[event.geometry.index()];
        if (event.geometry.index() > 0 && column_of("place_basis") == kAbsent) event.place_basis = document::PlaceBasis::Explicit;
    }
    if (event.date && column_of("date_basis") == kAbsent) event.date_basis = document::DateBasis::Explicit;
    if (column_of("confidence") == kAbsent) event.confidence = 1;
    if (column_of("review") == kAbsent) event.review = document::Review::Accepted;
}

void TableReader::give_id(const TableRow& row, Event& event) {
    const bool given = !event.id.empty();
    if (given && ids_.insert(event.id).second) return;
    if (given)
        complaints_.add(
            "id", {fmt::format("the id '{}' is taken; this row gets another", event.id), table_.where(row), "give each row its own id"});
    std::uint64_t hash = base::stable_hash("row");
    for (const Json& value : row.cells) hash = base::stable_hash(cell_text(value), hash);
    hash = base::stable_hash(document::geojson_of(event.geometry), hash);
    do { event.id = base::short_id('e', base::stable_hash(std::to_string(twins_[hash]++), hash)); } while (!ids_.insert(event.id).second);
}

Event TableReader::event_of(TableRow& row) {
    row.cells.resize(table_.columns.size(), Json(Json::value_t::discarded));
    Event event;
    read_record(row, event);
    read_date(row, event);
    read_geometry(row, event);
    keep_the_rest(row, event);
    fill_in(event);
    give_id(row, event);
    return event;
}

base::Result<std::vector<std::shared_ptr<Event>>> TableReader::read(std::vector<std::string>& warnings) {
    const QuietGdal quiet;  // reads WKT
    const auto has = [&](std::string_view column) { return column_of(column) != kAbsent; };
    const bool placed = std::any_of(table_.rows.begin(), table_.rows.end(), [](const TableRow& row) { return row.geometry.index() > 0; });
    if (!table_.rows.empty() && !has("title") && !has("date") && !has("begin") && !has("quote") && !has("place") && !placed &&
        !(has("lon") && has("lat")) && !has("wkt"))
        return base::fail("no column looks like a title, a date or a place", table_.file, "name the columns title, date, lon and lat");
    if (!table_.rows.empty() && !has("date") && !has("begin") && !has("end"))
        complaints_.add("dateless",
                        {"no column holds a date; its events stand outside time", table_.file, "name the column with the date 'date'"});
    for (std::string_view name : {"date", "begin", "end"})
        for (const TableRow& row : table_.rows) {
            if (order_ != DayOrder::Unknown) break;
            if (const int column = column_of(name); column != kAbsent && static_cast<std::size_t>(column) < row.cells.size())
                order_ = day_order(cell_text(cell(row, column)));
        }
    std::vector<std::shared_ptr<Event>> events;
    events.reserve(table_.rows.size());
    for (TableRow& row : table_.rows) events.push_back(std::make_shared<Event>(event_of(row)));
    complaints_.tell(warnings);
    return events;
}

}  // namespace

std::string EventTable::where(const TableRow& row) const { return fmt::format("{}{}{}", file, row_name, row.number); }

std::size_t EventTable::column(const std::string& name) {
    const auto it = std::find(columns.begin(), columns.end(), name);
    if (it != columns.end()) return static_cast<std::size_t>(it - columns.begin());
    columns.push_back(name);
    return columns.size() - 1;
}

base::Result<std::vector<std::shared_ptr<Event>>> events_of(EventTable table, std::vector<std::string>& warnings) {
    return TableReader(std::move(table)).read(warnings);
}

}  // namespace dateline::io
