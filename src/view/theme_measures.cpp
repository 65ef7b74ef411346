#include "view/theme_measures.h"

#include <nlohmann/json.hpp>

namespace dateline::view {
namespace {

using nlohmann::json;

/// An object of shared.json with its path, so that what is wrong is named in full.
class Node {
  public:
    Node(const json& value, std::string path, std::vector<std::string>& faults) : value_(value), path_(std::move(path)), faults_(faults) {}

    Node at(const char* key) const {
        static const json nothing = json::object();
        if (value_.is_object() && value_.contains(key) && value_[key].is_object()) return {value_[key], path_of(key), faults_};
        faults_.push_back(path_of(key));
        return {nothing, path_of(key), faults_};
    }
    bool has(const char* key) const { return value_.is_object() && value_.contains(key) && !value_[key].is_null(); }
    float number(const char* key) const {
        if (has(key) && value_[key].is_number()) return value_[key].get<float>();
        faults_.push_back(path_of(key));
        return 0;
    }
    float number_or(const char* key, float otherwise) const { return has(key) ? number(key) : otherwise; }
    std::string word_or(const char* key, std::string otherwise) const {
        return has(key) && value_[key].is_string() ? value_[key].get<std::string>() : otherwise;
    }
    /// Up to four numbers; null or absent is solid.
    std::array<float, 4> dash(const char* key) const {
        std::array<float, 4> out{};
        if (!has(key)) return out;
        const json& list = value_[key];
        if (!list.is_array() || list.size() > out.size()) {
            faults_.push_back(path_of(key));
            return out;
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].is_number()) out[i] = list[i].get<float>();
            else faults_.push_back(path_of(key));
        }
        return out;
    }
    const json& raw() const { return value_; }
    std::string path_of(const char* key) const { return path_.empty() ? key : path_ + "." + key; }
    void fault(const char* key) const { faults_.push_back(path_of(key)); }

  private:
    const json& value_;
    std::string path_;
    std::vector<std::string>& faults_;
};

RouteMeasures read_kind(const Node& kind) {
    RouteMeasures m;
    m.core_px = kind.number("core_px");
    m.casing_px = kind.number_or("casing_px", 0);
    m.casing_alpha = kind.number_or("casing_alpha", 0);
    m.casing_is_halo = kind.word_or("casing_color", "") == "halo";
    if (kind.has("tick_px")) {
        const auto tick = kind.dash("tick_px");
        m.tick_width_px = tick[0];
        m.tick_every_px = tick[0] + tick[1];
        m.tick_length_px = kind.number("tick_width_px");
    }
    if (kind.has("node_px")) {
        m.dot_width_px = kind.number("node_px");
        m.dot_every_px = kind.number("node_every_px");
    }
    m.dash_px = kind.dash("dash_px");
    return m;
}

void read_routes(const Node& root, Measures& m) {
    const Node kinds = root.at("kinds"), status = root.at("status_dash_px"), route = root.at("route");
    for (std::size_t i = 0; i < m.route.size(); ++i) {
        const std::string name(document::name_of(static_cast<document::RouteKind>(i)));
        m.route[i] = read_kind(kinds.at(name.c_str()));
    }
    for (std::size_t i = 0; i < m.status_dash_px.size(); ++i) {
        const std::string name(document::name_of(static_cast<document::RouteStatus>(i)));
        m.status_dash_px[i] = status.dash(name.c_str());
    }
    m.under_construction_alpha = root.number("under_construction_base_alpha");
    m.route_halo_extra_px = route.number("halo_extra_px");
    m.route_halo_alpha = route.number("halo_alpha");
    m.route_emphasised_scale = route.number("emphasised_scale");
    m.route_quiet_share = route.at("unemphasised").number("route");
    m.route_offset_px = route.number("offset_px");
}

void read_basemap(const Node& node, Measures& m) {
    const json& shelf = node.raw().contains("shelf") ? node.raw()["shelf"] : json();
    if (!shelf.is_array() || shelf.size() != m.shelf.size()) {
        node.fault("shelf");
    } else {
        for (std::size_t i = 0; i < m.shelf.size(); ++i) m.shelf[i] = {shelf[i].value("width_px", 0.f), shelf[i].value("alpha", 0.f)};
    }
    m.river_px = node.number("river_px");
    m.coast_px = node.number("coast_px");
    m.border_px = node.number("border_px");
    m.disputed_px = node.number("disputed_px");
    m.disputed_dash_px = node.dash("disputed_dash_px");
    m.disputed_least_ring_px = node.number("disputed_least_ring_px");
}

void read_markers(const Node& node, Measures& m) {
    m.now_radius_px = node.at("now").number("radius_px");
    m.recent_radius_px = node.at("recent").number("radius_px");
    m.past_radius_px = node.at("past").number("radius_px");
    m.to_come_radius_px = node.at("to_come").number("radius_px");
    m.to_come_outline_px = node.at("to_come").number("outline_px");
    m.area_alpha = node.at("uncertain_place").number("fill_alpha");
    m.area_dash_px = node.at("uncertain_place").dash("dash_px");
    m.fade_floor = node.at("fade").number("floor");
    m.fade_per_age = node.at("fade").number("per_age");
}

void read_arcs(const Node& arc, const Node& heat, Measures& m) {
    m.arc_width_px = arc.number("width_px");
    m.arc_head_px = arc.number("head_px");
    m.arc_lift_per_angle = arc.number("lift_per_angle");
    m.arc_most_lift = arc.number("most_lift_radii");
    m.arc_flat_share = arc.number("flat_share");
    m.arc_inferred_alpha = arc.number("inferred_alpha");
    m.arc_dash_px = arc.dash("to_come_dash_px");
    m.heat_sigma_px = heat.number("sigma_px");
    m.heat_alpha = heat.number("alpha");
}

void read_labels(const Node& root, Measures& m) {
    const Node type = root.at("type"), label = root.at("label"), stem = root.at("stem");
    m.map_label_least_px = type.at("map_label_px").number("least");
    m.map_label_most_px = type.at("map_label_px").number("most");
    m.event_label_px = type.number("event_label_px");
    m.country_tracking_em = type.at("country_label").number("tracking_em");
    m.label_halo_px = label.number("halo_px");
    m.event_halo_px = label.number("event_halo_px");
    m.route_name_halo_px = label.number("route_halo_px");
    m.label_gap_px = label.number("gap_px");
    m.date_gap_px = label.number("date_gap_px");
    m.label_wrap_px = label.number("wrap_px");
    m.stem_anchor_radius_px = stem.number("anchor_radius_px");
    m.stem_first_px = stem.number("first_px");
    m.stem_first_most_px = stem.number("first_most_px");
    m.stem_every_px = stem.number("every_px");
}

}  // namespace

Measures read_measures(const json& shared, std::vector<std::string>& faults) {
    const Node root(shared, "", faults);
    Measures m;
    read_routes(root, m);
    read_basemap(root.at("basemap"), m);
    read_markers(root.at("marker"), m);
    read_arcs(root.at("arc"), root.at("heat"), m);
    read_labels(root, m);
    return m;
}

}  // namespace dateline::view
