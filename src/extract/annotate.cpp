#include "document/event_json.h"
#include "document/json_depth.h"
#include "extract/analysis.h"
#include "extract/extract.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline::extract {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(TimexType type) {
    switch (type) {
        case TimexType::Date: return "DATE";
        case TimexType::Time: return "TIME";
        case TimexType::Duration: return "DURATION";
        case TimexType::Set: return "SET";
    }
    return "DATE";
}

std::string_view name_of(PlaceRole role) {
    switch (role) {
        case PlaceRole::Location: return "location";
        case PlaceRole::Mention: return "mention";
        case PlaceRole::Demonym: return "demonym";
        case PlaceRole::Origin: return "origin";
        case PlaceRole::Destination: return "destination";
        case PlaceRole::Boundary: return "boundary";
    }
    return "mention";
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string failed(const Json& doc, std::string_view what) {
    Json out;
    out["doc"] = doc;
    out["error"] = what;
    return dumped(out);
}

Json timexes_json(const std::vector<Timex>& timexes) {
    Json all = Json::array();
    for (const Timex& t : timexes) {
        if (t.unmarked) continue;
        Json j;
        j["start"] = t.span.begin;
        j["end"] = t.span.end;
        j["type"] = name_of(t.type);
        j["value"] = t.value;
        j["edtf"] = t.edtf ? Json(t.edtf->text()) : Json(nullptr);
        all.push_back(std::move(j));
    }
    return all;
}

Json places_json(const std::vector<Toponym>& toponyms, const document::Gazetteer& gazetteer, std::string_view text) {
    Json all = Json::array();
    std::size_t byte = 0;
    std::uint32_t point = 0;
    const auto advance = [&](std::uint32_t to) {
        for (; point < to && byte < text.size(); ++point) {
            ++byte;
            while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0u) == 0x80u) ++byte;
        }
        return byte;
    };
    for (const Toponym& t : toponyms) {
        Json j;
        j["start"] = t.span.begin;
        j["end"] = t.span.end;
        const std::size_t begin = advance(t.span.begin);
        j["name"] = text.substr(begin, advance(t.span.end) - begin);
        if (t.place >= 0) {
            const document::Place place = gazetteer.place(static_cast<std::uint32_t>(t.place));
            j["lat"] = std::round(place.at.lat_deg * 1e5) / 1e5;
            j["lon"] = std::round(place.at.lon_deg * 1e5) / 1e5;
            j["id"] = place.id;
        } else {
            j["lat"] = nullptr;
            j["lon"] = nullptr;
            j["id"] = nullptr;
        }
        j["precision"] = document::name_of(t.precision);
        j["role"] = name_of(t.role);
        all.push_back(std::move(j));
    }
    return all;
}

}  // namespace

std::string annotate_line(std::string_view json_line, const document::Gazetteer& gazetteer,
                          const document::Briefing::Shared<document::Route>& routes) {
    if (document::nests_too_deep(json_line)) return failed(nullptr, "the line nests too deep");
    const Json in = Json::parse(json_line, nullptr, false);
    if (in.is_discarded()) return failed(nullptr, "the line is not JSON");
    if (!in.is_object()) return failed(nullptr, "the line is not a JSON object");
    const Json doc = in.contains("doc") ? in["doc"] : Json(nullptr);
    if (!in.contains("text") || !in["text"].is_string()) return failed(doc, "the line has no text");
    std::optional<calendar::Edtf> published;
    if (in.contains("dct") && !in["dct"].is_null()) {
        if (!in["dct"].is_string()) return failed(doc, "dct is neither a date nor null");
        const auto date = calendar::Edtf::parse(in["dct"].get_ref<const std::string&>());
        if (!date) return failed(doc, "dct: " + date.error().what);
        published = *date;
    }
    Source source;
    source.id = doc.is_string() ? doc.get<std::string>() : doc.is_null() ? std::string{} : doc.dump();
    const std::string& text = in["text"].get_ref<const std::string&>();
    const Analysis found = analyse(source, text, published, gazetteer, routes, {});

    Json out;
    out["doc"] = doc;
    out["timexes"] = timexes_json(found.timexes);
    out["places"] = places_json(found.toponyms, gazetteer, text);
    out["events"] = Json::array();
    for (const document::Event& event : found.events) out["events"].push_back(Json::parse(document::json_of(event)));
    return dumped(out);
}

}  // namespace dateline::extract
