#include "document/code_points.h"
#include "document/event_json.h"
#include "document/json_depth.h"
#include "document/json_write.h"
#include "extract/analysis.h"
#include "extract/extract.h"
#include "extract/line_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dateline::extract {
namespace {

using document::append_json;
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

void append_span(TextSpan span, std::string& out) {
    append_json(span.begin, out += "{\"start\":");
    append_json(span.end, out += ",\"end\":");
}

/// Straight into text: a document has hundreds of these, and a tree of values for each costs more than finding them.
void append_timexes(const std::vector<Timex>& timexes, std::string& out) {
    bool first = true;
    for (const Timex& t : timexes) {
        if (t.unmarked) continue;
        if (!std::exchange(first, false)) out += ',';
        append_span(t.span, out);
        out.append(",\"type\":\"").append(name_of(t.type)).append("\",\"value\":");
        append_json(t.value, out);
        out += ",\"edtf\":";
        if (t.edtf) append_json(t.edtf->text(), out);
        else out += "null";
        out += '}';
    }
}

/// A reach stands for its river, and gazetteers put a river at its mouth.
document::Place conventional(const document::Gazetteer& gazetteer, document::Place place) {
    if (place.kind != document::PlaceKind::River) return place;
    const std::string whole(place.id.substr(0, place.id.rfind('.')));
    if (const std::int64_t river = gazetteer.index_of(whole); river >= 0) place = gazetteer.place(static_cast<std::uint32_t>(river));
    if (const std::int64_t mouth = gazetteer.index_of(whole + ".mouth"); mouth >= 0)
        place.at = gazetteer.place(static_cast<std::uint32_t>(mouth)).at;
    return place;
}

/// To five decimals, which are a metre, without the zeros at their end.
void append_degrees(double degrees, std::string& out) {
    constexpr int decimals = 5;
    const double scaled = std::round(degrees * 1e5);
    const bool plain = std::abs(scaled) >= 10 && std::abs(scaled) < 1e9;  // what is smaller is written with an exponent
    if (!plain) {
        fmt::format_to(std::back_inserter(out), "{}", scaled / 1e5);
        return;
    }
    document::append_decimal(degrees, decimals, out);
}

void append_places(const std::vector<Toponym>& toponyms, const document::Gazetteer& gazetteer, std::string_view text, std::string& out) {
    document::ByteOfCodePoint byte_of(text);
    bool first = true;
    for (const Toponym& t : toponyms) {
        if (!std::exchange(first, false)) out += ',';
        const std::size_t begin = byte_of.at(t.span.begin);
        append_span(t.span, out);
        out += ",\"name\":";
        append_json(text.substr(begin, byte_of.at(t.span.end) - begin), out);
        if (t.place >= 0) {
            const document::Place place = conventional(gazetteer, gazetteer.place(static_cast<std::uint32_t>(t.place)));
            append_degrees(place.at.lat_deg, out += ",\"lat\":");
            append_degrees(place.at.lon_deg, out += ",\"lon\":");
            append_json(place.id, out += ",\"id\":");
        } else if (t.within >= 0) {
            const document::Place place = gazetteer.place(static_cast<std::uint32_t>(t.within));
            append_degrees(place.at.lat_deg, out += ",\"lat\":");
            append_degrees(place.at.lon_deg, out += ",\"lon\":");
            append_json(place.id, out += ",\"id\":null,\"within\":");
        } else {
            out += R"(,"lat":null,"lon":null,"id":null)";
        }
        out.append(",\"precision\":\"")
            .append(document::name_of(t.precision))
            .append("\",\"role\":\"")
            .append(name_of(t.role))
            .append("\"}");
    }
}

/// A line as it was read: a text, or what is wrong with it.
struct Line {
    Json in, doc;
    std::optional<LineText> taken;  ///< the text, where it was taken out of the line before that was parsed
    std::optional<calendar::Edtf> published;
    Source source;
    std::string failure;  ///< the answer; empty for a text

    const std::string& text() const { return taken ? taken->text : in.at("text").get_ref<const std::string&>(); }
};

Line line_of(std::string_view json_line) {
    Line line;
    const auto fail = [&](std::string_view what) {
        line.failure = failed(line.doc, what);
        return std::move(line);
    };
    if (document::nests_too_deep(json_line)) return fail("the line nests too deep");
    line.taken = take_text(json_line);
    line.in = Json::parse(line.taken ? std::string_view(line.taken->rest) : json_line, nullptr, false);
    const Json& in = line.in;
    if (in.is_discarded()) return fail("the line is not JSON");
    if (!in.is_object()) return fail("the line is not a JSON object");
    if (in.contains("doc")) line.doc = in.at("doc");
    if (!in.contains("text") || !in.at("text").is_string()) return fail("the line has no text");
    if (in.contains("dct") && !in.at("dct").is_null()) {
        if (!in.at("dct").is_string()) return fail("dct is neither a date nor null");
        const auto date = calendar::Edtf::parse(in.at("dct").get_ref<const std::string&>());
        if (!date) return fail("dct: " + date.error().what);
        line.published = *date;
    }
    line.source.id = line.doc.is_string() ? line.doc.get<std::string>() : line.doc.is_null() ? std::string{} : line.doc.dump();
    return line;
}

std::string answer_to(const Line& line, const Analysis& found, const document::Gazetteer& gazetteer) {
    const std::string& text = line.text();
    std::string out;
    out.reserve(3 * text.size());  // about what it takes
    out.append("{\"doc\":").append(dumped(line.doc)).append(",\"timexes\":[");
    append_timexes(found.timexes, out);
    out += "],\"places\":[";
    append_places(found.toponyms, gazetteer, text, out);
    out += "],\"events\":[";
    for (const document::Event& event : found.events) {
        if (out.back() != '[') out += ',';
        out += document::json_of(event);
    }
    out += "]}";
    return out;
}

}  // namespace

std::string annotate_line(std::string_view json_line, const document::Gazetteer& gazetteer,
                          const document::Briefing::Shared<document::Route>& routes) {
    return std::move(annotate_lines(std::span(&json_line, 1), gazetteer, routes).front());
}

std::vector<std::string> annotate_lines(std::span<const std::string_view> json_lines, const document::Gazetteer& gazetteer,
                                        const document::Briefing::Shared<document::Route>& routes) {
    std::vector<Line> lines;
    lines.reserve(json_lines.size());
    for (const std::string_view json_line : json_lines) lines.push_back(line_of(json_line));
    std::vector<Reading> documents;
    for (const Line& line : lines)
        if (line.failure.empty()) documents.push_back({line.source, line.text(), line.published});
    const std::vector<Analysis> found = analyse(documents, gazetteer, routes, {});
    std::vector<std::string> out;
    out.reserve(lines.size());
    auto next = found.begin();
    for (Line& line : lines) out.push_back(line.failure.empty() ? answer_to(line, *next++, gazetteer) : std::move(line.failure));
    return out;
}

}  // namespace dateline::extract
