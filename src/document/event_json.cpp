#include "document/event_json.h"

#include "document/json_depth.h"
#include "document/json_write.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace dateline::document {
namespace {

using Json = nlohmann::ordered_json;

/// Seven decimals are a centimetre; more would only make files differ by noise.
double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

// Straight into text: a long document has thousands of events, and a tree of values for each costs more than finding them.

/// As append_json writes what is rounded, several times as fast: areas and lines have thousands of these.
void append_degrees(double degrees, std::string& out) {
    if (!(std::abs(degrees) >= 1e-4 && std::abs(degrees) < 1e3))
        return append_json(rounded(degrees), out);  // with an exponent, or no degrees
    const std::size_t from = out.size();
    append_decimal(degrees, 7, out);
    if (out.find('.', from) == out.npos) out += ".0";
}

void append(geo::LonLat p, std::string& out) {
    out += '[';
    append_degrees(p.lon_deg, out);
    out += ',';
    append_degrees(p.lat_deg, out);
    out += ']';
}
template <class T>
void append(const std::vector<T>& parts, std::string& out) {
    out += '[';
    for (const T& part : parts) {
        if (&part != &parts.front()) out += ',';
        append(part, out);
    }
    out += ']';
}

void append(const geo::Geometry& geometry, std::string& out) {
    const auto typed = [&](std::string_view type, const auto& coordinates) {
        out += "{\"type\":\"";
        out += type;
        out += "\",\"coordinates\":";
        append(coordinates, out);
        out += '}';
    };
    const auto* lines = std::get_if<geo::MultiLine>(&geometry);
    const auto* areas = std::get_if<geo::MultiPolygon>(&geometry);
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) typed("Point", *point);
    else if (lines && lines->size() == 1) typed("LineString", lines->front());
    else if (lines && !lines->empty()) typed("MultiLineString", *lines);
    else if (areas && areas->size() == 1) typed("Polygon", areas->front());
    else if (areas && !areas->empty()) typed("MultiPolygon", *areas);
    else out += "null";
}

/// Reads positions with a single error channel, so that nesting does not multiply the checks.
struct GeometryReader {
    bool good = true;

    geo::LonLat point(const Json& json) {
        if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) return reject();
        const geo::LonLat p{json[0].get<double>(), json[1].get<double>()};
        const bool on_earth = std::abs(p.lon_deg) <= 360 && std::abs(p.lat_deg) <= 90;
        return on_earth ? p : reject();
    }
    geo::Line line(const Json& json, std::size_t at_least) {
        geo::Line out;
        if (!json.is_array() || json.size() < at_least) reject();
        else
            for (const Json& p : json) out.push_back(point(p));
        return out;
    }
    std::vector<geo::Line> lines(const Json& json, std::size_t at_least) {
        std::vector<geo::Line> out;
        if (!json.is_array()) reject();
        else
            for (const Json& l : json) out.push_back(line(l, at_least));
        return out;
    }
    geo::MultiPolygon areas(const Json& json) {
        geo::MultiPolygon out;
        if (!json.is_array()) reject();
        else
            for (const Json& area : json) out.push_back(lines(area, 4));
        return out;
    }

  private:
    geo::LonLat reject() {
        good = false;
        return {};
    }
};

base::Result<geo::Geometry> geometry_from(const Json& json) {
    if (json.is_null()) return geo::Geometry{};
    const auto wrong = [](std::string what) { return base::fail(std::move(what), "geometry", "give a GeoJSON geometry in lon/lat"); };
    if (!json.is_object() || !json.contains("type") || !json["type"].is_string() || !json.contains("coordinates"))
        return wrong("the geometry is not GeoJSON");
    const std::string type = json["type"].get<std::string>();
    const Json& at = json["coordinates"];
    GeometryReader read;
    geo::Geometry out;
    if (type == "Point") out = read.point(at);
    else if (type == "LineString") out = geo::MultiLine{read.line(at, 2)};
    else if (type == "MultiLineString") out = read.lines(at, 2);
    else if (type == "Polygon") out = geo::MultiPolygon{read.lines(at, 4)};
    else if (type == "MultiPolygon") out = read.areas(at);
    else return wrong("a geometry of type '" + type + "' is not a point, a line or an area");
    if (!read.good) return wrong("the geometry has a coordinate that is not a place on Earth");
    return out;
}

/// The members of an object, one after another.
class Members {
  public:
    explicit Members(std::string& out) : out_(out) { out_ += '{'; }
    ~Members() { out_ += '}'; }
    Members(const Members&) = delete;
    Members& operator=(const Members&) = delete;

    /// `name` is one of ours and needs no escape.
    std::string& key(std::string_view name) { return out_.append(std::exchange(first_, false) ? "\"" : ",\"").append(name).append("\":"); }
    std::string& foreign_key(std::string_view name) {
        if (!std::exchange(first_, false)) out_ += ',';
        append_json(name, out_);
        out_ += ':';
        return out_;
    }
    void text(std::string_view name, std::string_view value) { append_json(value, key(name)); }
    void number(std::string_view name, double value) { append_json(value, key(name)); }
    void offset(std::string_view name, std::uint32_t value) { append_json(value, key(name)); }
    void span(std::string_view name, TextSpan value) { append_span(value, key(name)); }
    void texts(std::string_view name, const std::vector<std::string>& values) {
        key(name) += '[';
        for (const std::string& value : values) {
            if (&value != &values.front()) out_ += ',';
            append_json(value, out_);
        }
        out_ += ']';
    }
    static void append_span(TextSpan value, std::string& out) {
        out += '[';
        append_json(value.begin, out);
        out += ',';
        append_json(value.end, out);
        out += ']';
    }

  private:
    std::string& out_;
    bool first_ = true;
};

bool is_known(std::string_view key, EventFields fields) {
    if (key == "geometry") return fields != EventFields::Record;
    if (key == "evidence") return fields == EventFields::All;
    return std::find(kRecordFields.begin(), kRecordFields.end(), key) != kRecordFields.end();
}

void append_record(const Event& e, Members& out) {
    out.text("id", e.id);
    out.text("title", e.title);
    if (e.date) out.text("date", e.date->text());
    else out.key("date") += "null";
    out.text("begin", e.date ? e.date->begin_iso() : "");
    out.text("end", e.date ? e.date->end_iso() : "");
    out.text("date_text", e.date_text);
    out.text("date_basis", name_of(e.date_basis));
    out.text("place", e.place);
    out.text("place_id", e.place_id);
    out.text("place_text", e.place_text);
    out.text("place_basis", name_of(e.place_basis));
    out.text("place_precision", name_of(e.place_precision));
    out.number("place_radius_km", std::round(e.place_radius_km * 10) / 10);
    out.text("category", name_of(e.category));
    out.text("kind", e.kind);
    out.texts("actors", e.actors);
    out.text("attribution", e.attribution);
    out.text("quote", e.quote);
    out.text("source", e.source);
    out.text("section", e.section);
    out.offset("char_start", e.quote_span.begin);
    out.offset("char_end", e.quote_span.end);
    out.number("confidence", std::round(e.confidence * 100) / 100);
    out.text("review", name_of(e.review));
}

void append_evidence(const Event& e, std::string& out) {
    Members evidence(out);
    evidence.span("date", e.date_span);
    evidence.span("place", e.place_span);
    evidence.key("actors") += '[';
    for (std::size_t i = 0; i < e.actor_spans.size(); ++i) {
        if (i > 0) out += ',';
        Members::append_span(e.actor_spans[i], out);
    }
    out += ']';
}

/// What a file carried beside the record; the first of two of one name stays.
void append_extra(const Event& e, EventFields fields, Members& out) {
    for (auto extra = e.extra.begin(); extra != e.extra.end(); ++extra) {
        const auto& [key, value] = *extra;
        const auto same = [&name = key](const auto& other) { return other.first == name; };
        if (is_known(key, fields) || std::find_if(e.extra.begin(), extra, same) != extra) continue;
        std::string& text = out.foreign_key(key);
        if (is_plain_json(value)) {
            text += value;
            continue;
        }
        Json parsed = Json::parse(value, nullptr, false);
        if (parsed.is_discarded()) append_json(value, text);
        else text += parsed.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
}

/// Fills an Event from an object, remembering the first field that is wrong.
class EventReader {
  public:
    explicit EventReader(const Json& json) : json_(json) {}

    void text(const char* key, std::string& out) {
        if (const Json* value = find(key)) {
            if (value->is_string()) out = value->get<std::string>();
            else reject(key, "the field is not text");
        }
    }
    void number(const char* key, double& out) {
        if (const Json* value = find(key)) {
            if (value->is_number()) out = value->get<double>();
            else reject(key, "the field is not a number");
        }
    }
    void offset(const char* key, std::uint32_t& out) {
        double value = out;
        number(key, value);
        if (value < 0 || value > 4294967295.0 || value != std::floor(value)) reject(key, "the field is not an offset");
        else out = static_cast<std::uint32_t>(value);
    }
    template <class Enum>
    void name(const char* key, Enum& out, std::optional<Enum> (*named)(std::string_view)) {
        std::string value;
        text(key, value);
        if (value.empty()) return;
        if (const auto known = named(value)) out = *known;
        else reject(key, "the field knows no '" + value + "'");
    }
    void texts(const char* key, std::vector<std::string>& out) {
        const Json* value = find(key);
        if (!value) return;
        if (!value->is_array()) return reject(key, "the field is not a list");
        for (const Json& item : *value) {
            if (!item.is_string()) return reject(key, "the list holds what is not text");
            out.push_back(item.get<std::string>());
        }
    }
    void span(const Json& value, TextSpan& out) {
        const bool pair = value.is_array() && value.size() == 2 && value[0].is_number_unsigned() && value[1].is_number_unsigned();
        if (!pair) return reject("evidence", "a span is not a pair of offsets");
        out = {value[0].get<std::uint32_t>(), value[1].get<std::uint32_t>()};
    }
    const Json* find(const char* key) const {
        const auto it = json_.find(key);
        return it == json_.end() || it->is_null() ? nullptr : &*it;
    }
    void reject(std::string where, std::string what) {
        if (!error_) error_ = base::Error{std::move(what), std::move(where), "see docs/formats.md"};
    }
    const std::optional<base::Error>& error() const { return error_; }

  private:
    const Json& json_;
    std::optional<base::Error> error_;
};

void read_date(EventReader& read, Event& e) {
    std::string date;
    read.text("date", date);
    if (date.empty()) return;
    auto parsed = calendar::Edtf::parse(date);
    if (parsed) e.date = *parsed;
    else read.reject("date", parsed.error().what);
}

void read_evidence(EventReader& read, Event& e) {
    const Json* evidence = read.find("evidence");
    if (!evidence) return;
    if (!evidence->is_object()) return read.reject("evidence", "the field is not an object");
    if (evidence->contains("date")) read.span((*evidence)["date"], e.date_span);
    if (evidence->contains("place")) read.span((*evidence)["place"], e.place_span);
    if (!evidence->contains("actors") || !(*evidence)["actors"].is_array()) return;
    for (const Json& actor : (*evidence)["actors"]) read.span(actor, e.actor_spans.emplace_back());
}

void keep_unknown(const Json& json, Event& e) {
    for (const auto& [key, value] : json.items())
        if (!is_known(key, EventFields::All)) e.extra.emplace_back(key, value.dump());
}

}  // namespace

std::string json_of(const Event& event, EventFields fields) {
    std::string out;
    out.reserve(1024);
    {
        Members members(out);
        append_record(event, members);
        if (fields != EventFields::Record) append(event.geometry, members.key("geometry"));
        if (fields == EventFields::All) append_evidence(event, members.key("evidence"));
        append_extra(event, fields, members);
    }
    return out;
}

base::Result<Event> event_from_json(std::string_view text) {
    if (nests_too_deep(text)) return base::fail("the event nests too deep");
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) return base::fail("the event is not a JSON object");
    Event e;
    EventReader read(json);
    read.text("id", e.id);
    read.text("title", e.title);
    read_date(read, e);
    read.text("date_text", e.date_text);
    read.name("date_basis", e.date_basis, &date_basis_named);
    read.text("place", e.place);
    read.text("place_id", e.place_id);
    read.text("place_text", e.place_text);
    read.name("place_basis", e.place_basis, &place_basis_named);
    read.name("place_precision", e.place_precision, &place_precision_named);
    read.number("place_radius_km", e.place_radius_km);
    read.name("category", e.category, &category_named);
    read.text("kind", e.kind);
    read.texts("actors", e.actors);
    read.text("attribution", e.attribution);
    read.text("quote", e.quote);
    read.text("source", e.source);
    read.text("section", e.section);
    read.offset("char_start", e.quote_span.begin);
    read.offset("char_end", e.quote_span.end);
    read.number("confidence", e.confidence);
    read.name("review", e.review, &review_named);
    read_evidence(read, e);
    if (e.quote_span.end < e.quote_span.begin) read.reject("char_end", "the span ends before it begins");
    if (read.error()) return tl::unexpected(*read.error());
    if (const Json* geometry = read.find("geometry")) {
        auto shape = geometry_from(*geometry);
        if (!shape) return tl::unexpected(shape.error());
        e.geometry = std::move(*shape);
    }
    keep_unknown(json, e);
    return e;
}

std::string geojson_of(const geo::Geometry& geometry) {
    std::string out;
    append(geometry, out);
    return out;
}

base::Result<geo::Geometry> geometry_from_geojson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return base::fail("the geometry is not JSON", "geometry");
    return geometry_from(json);
}

}  // namespace dateline::document
