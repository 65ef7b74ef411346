#include "document/event_json.h"

#include "document/json_depth.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

namespace dateline::document {
namespace {

using Json = nlohmann::ordered_json;

/// Seven decimals are a centimetre; more would only make files differ by noise.
double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

Json json_of(geo::LonLat p) { return Json::array({rounded(p.lon_deg), rounded(p.lat_deg)}); }
Json json_of(const geo::Line& line) {
    Json out = Json::array();
    for (const geo::LonLat& p : line) out.push_back(json_of(p));
    return out;
}
Json json_of(const std::vector<geo::Line>& lines) {
    Json out = Json::array();
    for (const geo::Line& line : lines) out.push_back(json_of(line));
    return out;
}

Json geometry_json(const geo::Geometry& geometry) {
    const auto typed = [](const char* type, Json coordinates) {
        return Json{{"type", type}, {"coordinates", std::move(coordinates)}};
    };
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) return typed("Point", json_of(*point));
    if (const auto* lines = std::get_if<geo::MultiLine>(&geometry)) {
        if (lines->empty()) return nullptr;
        return lines->size() == 1 ? typed("LineString", json_of(lines->front())) : typed("MultiLineString", json_of(*lines));
    }
    if (const auto* areas = std::get_if<geo::MultiPolygon>(&geometry)) {
        if (areas->empty()) return nullptr;
        if (areas->size() == 1) return typed("Polygon", json_of(areas->front()));
        Json all = Json::array();
        for (const geo::Polygon& area : *areas) all.push_back(json_of(area));
        return typed("MultiPolygon", std::move(all));
    }
    return nullptr;
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
        else for (const Json& p : json) out.push_back(point(p));
        return out;
    }
    std::vector<geo::Line> lines(const Json& json, std::size_t at_least) {
        std::vector<geo::Line> out;
        if (!json.is_array()) reject();
        else for (const Json& l : json) out.push_back(line(l, at_least));
        return out;
    }
    geo::MultiPolygon areas(const Json& json) {
        geo::MultiPolygon out;
        if (!json.is_array()) reject();
        else for (const Json& area : json) out.push_back(lines(area, 4));
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

Json span_json(TextSpan span) { return Json::array({span.begin, span.end}); }

Json record_json(const Event& e) {
    Json j;
    j["id"] = e.id;
    j["title"] = e.title;
    j["date"] = e.date ? Json(e.date->text()) : Json(nullptr);
    j["begin"] = e.date ? e.date->begin_iso() : "";
    j["end"] = e.date ? e.date->end_iso() : "";
    j["date_text"] = e.date_text;
    j["date_basis"] = name_of(e.date_basis);
    j["place"] = e.place;
    j["place_id"] = e.place_id;
    j["place_text"] = e.place_text;
    j["place_basis"] = name_of(e.place_basis);
    j["place_precision"] = name_of(e.place_precision);
    j["place_radius_km"] = std::round(e.place_radius_km * 10) / 10;
    j["category"] = name_of(e.category);
    j["kind"] = e.kind;
    j["actors"] = e.actors;
    j["attribution"] = e.attribution;
    j["quote"] = e.quote;
    j["source"] = e.source;
    j["section"] = e.section;
    j["char_start"] = e.quote_span.begin;
    j["char_end"] = e.quote_span.end;
    j["confidence"] = std::round(e.confidence * 100) / 100;
    j["review"] = name_of(e.review);
    return j;
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
    static const Json known = [] {
        Json all = record_json(Event{});
        all["geometry"] = nullptr;
        all["evidence"] = nullptr;
        return all;
    }();
    for (const auto& [key, value] : json.items())
        if (!known.contains(key)) e.extra.emplace_back(key, value.dump());
}

}  // namespace

std::string json_of(const Event& event, EventFields fields) {
    Json j = record_json(event);
    if (fields != EventFields::Record) j["geometry"] = geometry_json(event.geometry);
    if (fields == EventFields::All) {
        Json evidence;
        evidence["date"] = span_json(event.date_span);
        evidence["place"] = span_json(event.place_span);
        evidence["actors"] = Json::array();
        for (const TextSpan& span : event.actor_spans) evidence["actors"].push_back(span_json(span));
        j["evidence"] = std::move(evidence);
    }
    for (const auto& [key, value] : event.extra) {
        Json parsed = Json::parse(value, nullptr, false);
        if (!j.contains(key)) j[key] = parsed.is_discarded() ? Json(value) : std::move(parsed);
    }
    return j.dump(-1, ' ', false, Json::error_handler_t::replace);
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

std::string geojson_of(const geo::Geometry& geometry) { return geometry_json(geometry).dump(); }

base::Result<geo::Geometry> geometry_from_geojson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return base::fail("the geometry is not JSON", "geometry");
    return geometry_from(json);
}

}  // namespace dateline::document
