#include "session/event_json.h"

#include "document/event_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline::session {
namespace {

using base::fail;
using base::Result;
using nlohmann::json;

json json_of(const geo::LonLat& p) { return json::array({p.lon_deg, p.lat_deg}); }
json json_of(const std::optional<calendar::Edtf>& date) { return date ? json(date->text()) : json(nullptr); }

bool take(const json& in, geo::LonLat& p) {
    if (!in.is_array() || in.size() < 2 || !in[0].is_number() || !in[1].is_number()) return false;
    p = {in[0].get<double>(), in[1].get<double>()};
    return std::abs(p.lon_deg) <= 360 && std::abs(p.lat_deg) <= 90;
}

bool take(const json& in, std::string& value) {
    if (!in.is_string()) return false;
    value = in.get<std::string>();
    return true;
}

bool take(const json& in, double& value) {
    if (!in.is_number()) return false;
    value = in.get<double>();
    return true;
}

bool take(const json& in, std::optional<calendar::Edtf>& date) {
    if (in.is_null() || in == "") return true;
    if (!in.is_string()) return false;
    auto parsed = calendar::Edtf::parse(in.get<std::string>());
    if (!parsed) return false;
    date = *parsed;
    return true;
}

bool take(const json& in, std::vector<std::string>& values) {
    if (!in.is_array()) return false;
    for (const json& item : in)
        if (!take(item, values.emplace_back())) return false;
    return true;
}

/// Reads what is there, and remembers the first field that is wrong.
class Fields {
  public:
    explicit Fields(const json& in) : in_(in) {}

    template <class T>
    Fields& operator()(const char* key, T& value) {
        if (bad_.empty() && in_.contains(key) && !take(in_[key], value)) bad_ = key;
        return *this;
    }
    template <class T>
    Result<T> result(T value, const std::string& id) const {
        if (!bad_.empty()) return fail("has a bad \"" + bad_ + "\"");
        if (id.empty()) return fail("has no \"id\"");
        return value;
    }

  private:
    const json& in_;
    std::string bad_;
};

}  // namespace

json json_of(const document::Event& event) { return json::parse(document::json_of(event, document::EventFields::All), nullptr, false); }

Result<document::Event> event_from(const json& in) {
    if (!in.is_object()) return fail("must be an event");
    auto event = document::event_from_json(in.dump(-1, ' ', false, json::error_handler_t::replace));
    if (event && event->id.empty()) return fail("has no \"id\"");
    return event;
}

json json_of(const document::Bulletin& b) {
    return {{"id", b.id},
            {"title", b.title},
            {"file_name", b.file_name},
            {"published", json_of(b.published)},
            {"published_reason", b.published_reason},
            {"text", b.text}};
}

Result<document::Bulletin> bulletin_from(const json& in) {
    if (!in.is_object()) return fail("must be a document");
    document::Bulletin b;
    Fields f(in);
    f("id", b.id)("title", b.title)("file_name", b.file_name)("published", b.published);
    f("published_reason", b.published_reason)("text", b.text);
    const std::string id = b.id;
    return f.result(std::move(b), id);
}

json json_of(const document::Scene& s) {
    return {{"id", s.id},
            {"title", s.title},
            {"caption", s.caption},
            {"center", json_of(s.center)},
            {"zoom", s.zoom},
            {"bearing", s.bearing_deg},
            {"projection", s.projection},
            {"at", json_of(s.at)},
            {"window", json_of(s.window)},
            {"routes_shown", s.routes_shown},
            {"selected", s.selected}};
}

Result<document::Scene> scene_from(const json& in) {
    if (!in.is_object()) return fail("must be a scene");
    document::Scene s;
    Fields f(in);
    f("id", s.id)("title", s.title)("caption", s.caption)("center", s.center)("zoom", s.zoom)("bearing", s.bearing_deg);
    f("projection", s.projection)("at", s.at)("window", s.window)("routes_shown", s.routes_shown)("selected", s.selected);
    const std::string id = s.id;
    return f.result(std::move(s), id);
}

json json_of(const document::Layer& l) { return {{"file", l.file}, {"style", l.style_file}, {"shown", l.shown}, {"opacity", l.opacity}}; }

Result<document::Layer> layer_from(const json& in) {
    if (!in.is_object() || !in.contains("file") || !in["file"].is_string()) return fail("must be a layer, with its \"file\"");
    document::Layer l;
    l.file = in["file"].get<std::string>();
    l.id = document::layer_id(l.file);
    for (const auto& [key, value] : in.items()) {
        const bool good = key == "style"     ? value.is_string()
                          : key == "shown"   ? value.is_boolean()
                          : key == "opacity" ? value.is_number()
                                             : true;
        if (!good) return fail("has a bad \"" + key + "\"");
    }
    l.style_file = in.value("style", std::string());
    l.shown = in.value("shown", true);
    l.opacity = in.value("opacity", 1.0);
    return l;
}

}  // namespace dateline::session
