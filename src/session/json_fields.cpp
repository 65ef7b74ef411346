#include "session/json_fields.h"

#include "document/worldview.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace dateline::session {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> kSnaps{"none", "hour", "day", "event"};

template <class T>
std::string taken(base::Result<T> result, T& value) {
    if (!result) return result.error().line();
    value = std::move(*result);
    return {};
}

}  // namespace

json json_of(calendar::Instant t) {
    if (t <= calendar::kDistantPast || t >= calendar::kDistantFuture) return "..";
    return calendar::iso(t);
}

base::Result<calendar::Instant> instant_from(const json& in) {
    if (!in.is_string()) return base::fail("must be a date, like \"2023-04-25\"");
    const auto parsed = calendar::Edtf::parse(in.get<std::string>());
    if (!parsed) return base::fail(parsed.error().line());
    if (parsed->is_interval()) return base::fail("must be one date, not an interval");
    return parsed->bounds().begin;
}

std::string_view name_of(Snap snap) { return kSnaps[static_cast<std::size_t>(snap)]; }

void FieldWriter::span(const calendar::Span& span) {
    (*this)("from", span.begin);
    (*this)("to", span.end);
}

void FieldWriter::camera(const view::Camera& camera) {
    const geo::LonLat at = geo::lonlat_from(camera.center);
    (*this)("lon", at.lon_deg);
    (*this)("lat", at.lat_deg);
    (*this)("zoom", camera.zoom);
    (*this)("bearing", camera.bearing_deg);
    (*this)("projection", camera.projection);
    if (camera.morph != 1) (*this)("morph", camera.morph);
}

void FieldWriter::filters(const Filters& filters) {
    json names = json::array();
    for (int i = 0; i < document::kCategoryCount; ++i)
        if ((filters.category_mask >> i) & 1u) names.push_back(document::name_of(static_cast<document::Category>(i)));
    out_["categories"] = std::move(names);
    (*this)("search", filters.search);
    (*this)("only_unreviewed", filters.only_unreviewed);
}

/// The file itself, which a replay on another machine need not have; null: as shipped.
json FieldWriter::written(const std::shared_ptr<const document::Worldview>& worldview) {
    return worldview ? json(worldview->text) : json(nullptr);
}

std::string FieldReader::read(const json& in, std::shared_ptr<const document::Worldview>& value) {
    value = nullptr;
    if (in.is_null()) return {};
    if (!in.is_string()) return "must be a worldview's text, or null";
    std::vector<std::string> warnings;
    auto worldview = document::worldview_from_json(in.get<std::string>(), "worldview", warnings);
    if (!worldview) return worldview.error().line();
    value = std::make_shared<const document::Worldview>(std::move(*worldview));
    return {};
}

void FieldReader::refuse(const char* key, const std::string& fault) { error_ = {action_ + ": \"" + key + "\" " + fault, {}, {}}; }

void FieldReader::span(calendar::Span& span) {
    const auto end = [&](const char* key, calendar::Instant& at) {
        if (!ok() || !in_.contains(key) || in_[key] == "..") return;
        take(read(in_[key], at), key);
    };
    end("from", span.begin);
    end("to", span.end);
    if (ok() && span.begin >= span.end) refuse("to", "must be after \"from\"");
}

void FieldReader::camera(view::Camera& camera) {
    geo::LonLat at;
    (*this)("lon", at.lon_deg);
    (*this)("lat", at.lat_deg);
    (*this)("zoom", camera.zoom);
    optional("bearing", camera.bearing_deg);
    if (ok() && (std::abs(at.lon_deg) > 360 || std::abs(at.lat_deg) > 90)) refuse("lat", "is not on the Earth");
    camera.center = geo::world_from(at);
    optional("projection", camera.projection);
    optional("morph", camera.morph);
}

void FieldReader::filters(Filters& filters) {
    std::vector<std::string> names;
    if (in_.contains("categories")) {
        optional("categories", names);
        filters.category_mask = 0;
    }
    for (const std::string& name : names) {
        const auto category = document::category_named(name);
        if (!category) return refuse("categories", "holds an unknown one: \"" + name + "\"");
        filters.category_mask |= 1u << static_cast<unsigned>(*category);
    }
    optional("search", filters.search);
    optional("only_unreviewed", filters.only_unreviewed);
}

std::string FieldReader::read(const json& in, bool& value) {
    if (!in.is_boolean()) return "must be true or false";
    value = in.get<bool>();
    return {};
}

std::string FieldReader::read(const json& in, view::Projection& value) {
    const auto named = in.is_string() ? geo::projection_named(in.get<std::string>()) : std::nullopt;
    if (!named) return "is no projection: " + in.dump();
    value = *named;
    return {};
}

std::string FieldReader::read(const json& in, int& value) {
    if (!in.is_number_integer()) return "must be a whole number";
    const auto wide = in.get<std::int64_t>();
    value = static_cast<int>(std::clamp<std::int64_t>(wide, -1'000'000'000, 1'000'000'000));
    return {};
}

std::string FieldReader::read(const json& in, double& value) {
    if (!in.is_number()) return "must be a number";
    value = in.get<double>();
    return {};
}

std::string FieldReader::read(const json& in, float& value) {
    if (!in.is_number()) return "must be a number";
    const double wide = in.get<double>();
    if (std::abs(wide) > 1e9) return "is too large";
    value = static_cast<float>(wide);
    return {};
}

std::string FieldReader::read(const json& in, std::string& value) {
    if (!in.is_string()) return "must be a text";
    value = in.get<std::string>();
    return {};
}

std::string FieldReader::read(const json& in, view::RectPx& value) {
    std::vector<float> sides;
    if (std::string fault = read(in, sides); !fault.empty()) return fault;
    if (sides.size() != 4) return "must be x, y, width and height";
    value = {sides[0], sides[1], sides[2], sides[3]};
    return {};
}
std::string FieldReader::read(const json& in, calendar::Instant& value) { return taken(instant_from(in), value); }
std::string FieldReader::read(const json& in, document::Event& value) { return taken(event_from(in), value); }
std::string FieldReader::read(const json& in, document::Bulletin& value) { return taken(bulletin_from(in), value); }
std::string FieldReader::read(const json& in, document::Scene& value) { return taken(scene_from(in), value); }
std::string FieldReader::read(const json& in, document::Layer& value) { return taken(layer_from(in), value); }

std::string FieldReader::read(const json& in, Snap& value) {
    const auto found = std::find(kSnaps.begin(), kSnaps.end(), in.is_string() ? in.get<std::string>() : std::string());
    if (found == kSnaps.end()) return "must be none, hour, day or event";
    value = static_cast<Snap>(found - kSnaps.begin());
    return {};
}

std::string FieldReader::read(const json& in, document::Review& value) {
    const auto review = document::review_named(in.is_string() ? in.get<std::string>() : std::string());
    if (!review) return "must be unreviewed, accepted, edited or rejected";
    value = *review;
    return {};
}

}  // namespace dateline::session
