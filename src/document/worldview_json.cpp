#include "document/event_json.h"
#include "document/worldview.h"

#include "calendar/edtf.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>

namespace dateline::document {
namespace {

using Json = nlohmann::ordered_json;

const std::string kSee = "see docs/worldviews.md";

std::string text_of(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
    std::vector<std::string> texts;
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end()) return texts;
    if (found->is_string()) texts.push_back(found->get<std::string>());
    if (found->is_array())
        for (const Json& item : *found)
            if (item.is_string()) texts.push_back(item.get<std::string>());
    return texts;
}

std::optional<BoundaryShown> shown_named(const std::string& name) {
    if (name == "agreed") return BoundaryShown::Agreed;
    if (name == "disputed") return BoundaryShown::Disputed;
    if (name == "hidden") return BoundaryShown::Hidden;
    return std::nullopt;
}

/// Rules and lines; each fault is one line that says which.
class WorldviewReader {
  public:
    WorldviewReader(std::string_view file, std::vector<std::string>& warnings) : file_(file), warnings_(warnings) {}

    std::optional<BoundaryRule> rule(const Json& in, std::size_t number) {
        where_ = fmt::format("{}: boundary {}", file_, number + 1);
        BoundaryRule rule;
        rule.name = text_of(in, "name");
        rule.sides = texts_of(in, "sides");
        rule.claims = texts_of(in, "claims");
        rule.note = text_of(in, "note");
        rule.source = text_of(in, "source");
        if (rule.name.empty() && rule.sides.empty())
            return refuse("names no boundary", "give it a \"name\", or the \"sides\" that it parts, as in [\"ARM\", \"AZE\"]");
        if (rule.sides.size() > 2) return refuse("has more than two sides", "give one or two");
        for (const std::string& side : rule.sides)
            if (side.size() != 3) return refuse(fmt::format("has the side '{}'", side), "use the three letters of the base map, as in ARM");
        if (!shown(in, rule.shown)) return std::nullopt;
        return rule;
    }

    std::optional<BoundaryLine> line(const Json& in, std::size_t number) {
        where_ = fmt::format("{}: feature {}", file_, number + 1);
        const auto properties = in.is_object() ? in.find("properties") : in.end();
        const auto geometry = in.is_object() ? in.find("geometry") : in.end();
        if (!in.is_object() || properties == in.end() || !properties->is_object())
            return refuse_line("has no properties", "give it \"name\" and \"show\"");
        BoundaryLine line;
        Dispute& facts = line.facts;
        facts.name = text_of(*properties, "name");
        if (facts.name.empty()) return refuse_line("has no name", "give it one; it is told when the line is pointed at");
        where_ += fmt::format(" ({})", facts.name);
        const std::vector<std::string> sides = texts_of(*properties, "sides");
        if (!sides.empty()) facts.side_a = sides.front();
        if (sides.size() > 1) facts.side_b = sides[1];
        facts.kind = text_of(*properties, "kind");
        if (facts.kind.empty()) facts.kind = "boundary";
        facts.claims = texts_of(*properties, "claims");
        facts.note = text_of(*properties, "note");
        facts.source = text_of(*properties, "source");
        if (!date(*properties, "begin", facts.begin) || !date(*properties, "end", facts.end)) return std::nullopt;
        if (!shown(*properties, line.shown)) return std::nullopt;
        if (line.shown == BoundaryShown::Hidden) return refuse_line("is hidden", "leave it out of the file");
        const auto shape = geometry == in.end() ? base::Result<geo::Geometry>(base::fail("has no geometry"))
                                                : geometry_from_geojson(geometry->dump(-1, ' ', false, Json::error_handler_t::replace));
        if (!shape) return refuse_line(shape.error().what, "draw it as a LineString, longitude first");
        const auto* lines = std::get_if<geo::MultiLine>(&*shape);
        if (lines == nullptr || lines->empty()) return refuse_line("is no line", "draw it as a LineString or MultiLineString");
        line.lines = *lines;
        return line;
    }

  private:
    void warn(const std::string& what, const std::string& remedy) {
        warnings_.push_back(base::Error{what + " and is left out", where_, remedy}.line());
    }
    std::nullopt_t refuse(const std::string& what, const std::string& remedy) {
        warn(what, remedy);
        return std::nullopt;
    }
    std::nullopt_t refuse_line(const std::string& what, const std::string& remedy) { return refuse(what, remedy); }
    bool shown(const Json& in, BoundaryShown& out) {
        const std::string name = text_of(in, "show");
        const auto known = shown_named(name);
        if (known) out = *known;
        else
            warn(name.empty() ? "does not say how to \"show\" it" : fmt::format("has the unknown \"show\": \"{}\"", name),
                 "use agreed, disputed or hidden");
        return known.has_value();
    }
    bool date(const Json& in, const char* key, std::string& out) {
        out = text_of(in, key);
        if (out.empty() || calendar::Edtf::parse(out)) return true;
        warn(fmt::format("has the {} '{}', which is no EDTF date", key, out), "write it as 1991-12-26");
        return false;
    }

    std::string file_, where_;
    std::vector<std::string>& warnings_;
};

const Json* header_of(const Json& json) {
    const auto header = json.is_object() ? json.find("dateline") : json.end();
    return json.is_object() && header != json.end() && header->is_object() && header->contains("worldview") ? &*header : nullptr;
}

}  // namespace

bool looks_like_worldview(std::string_view json) {
    const Json parsed = Json::parse(json, nullptr, false);
    return !parsed.is_discarded() && header_of(parsed) != nullptr;
}

base::Result<Worldview> worldview_from_json(std::string_view text, std::string_view file_name, std::vector<std::string>& warnings) {
    const std::string where(file_name);
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return base::fail("is not JSON", where, kSee);
    const Json* header = header_of(json);
    if (header == nullptr) return base::fail("is no worldview: it has no member \"dateline\" with a \"worldview\"", where, kSee);
    Worldview worldview;
    worldview.name = text_of(*header, "worldview");
    worldview.source = text_of(*header, "source");
    worldview.text = std::string(text);
    if (worldview.name.empty()) return base::fail("the worldview has no name", where, "give one: the credits of every picture name it");
    WorldviewReader reader(file_name, warnings);
    const auto rules = header->find("boundaries");
    if (rules != header->end() && !rules->is_array())
        warnings.push_back(base::Error{"\"boundaries\" is no list and is left out", where, kSee}.line());
    if (rules != header->end() && rules->is_array())
        for (std::size_t i = 0; i < rules->size(); ++i)
            if (auto rule = reader.rule((*rules)[i], i)) worldview.rules.push_back(std::move(*rule));
    const auto features = json.find("features");
    if (features != json.end() && features->is_array())
        for (std::size_t i = 0; i < features->size(); ++i)
            if (auto line = reader.line((*features)[i], i)) worldview.lines.push_back(std::move(*line));
    if (worldview.rules.empty() && worldview.lines.empty())
        warnings.push_back(base::Error{"the worldview changes nothing", where, "give it \"boundaries\" or features; " + kSee}.line());
    return worldview;
}

}  // namespace dateline::document
