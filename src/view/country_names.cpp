#include "view/names_layer.h"

#include "view/basemap_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kGridPx = 150;        // between the places where a part of a country may be named
constexpr std::size_t kMostKept = 100'000;
constexpr float kRoomForParts = 260;   // px at 1x: smaller countries are named where they belong or not at all

/// The side of a square of the country's area, in pixels: how much room its name has.
float room_px(const NameSheet& s, const document::CountryLabel& country) {
    const double km_px = ground_m_per_px(s.view.map, country.at) / 1000;
    return static_cast<float>(std::sqrt(std::max(country.area_km2, 1.0)) / km_px);
}

MapLabel country_label(const NameSheet& s, const document::CountryLabel& country, float room) {
    const Theme& theme = s.input.theme;
    MapLabel label;
    label.candidate.rank = LabelRank::Country;
    label.candidate.order = country.rank - 1e-9 * country.area_km2;
    const float size = std::clamp(7.6f + room / s.view.scale / 52, s.m.map_label_least_px, s.m.map_label_most_px + 1);
    const TextStyle style = s.style(Face::Medium, size, theme.label, theme.halo, s.m.country_tracking_em);
    const std::string name = uppercased(country.name, country.iso_a2);
    label.blocks.push_back(text_block(s.input.type, {name}, style));
    const std::vector<std::string> two = name_in_halves(name);
    if (two.size() == 2) label.blocks.push_back(text_block(s.input.type, two, style));
    // Once a map, wherever that is.
    label.candidate.name = country.key;
    label.candidate.repeat_px = 0.45f * static_cast<float>(s.view.map.world_px);
    return label;
}

}  // namespace

std::vector<std::string> name_in_halves(const std::string& name) {
    std::size_t best = std::string::npos;
    for (std::size_t i = name.find(' '); i != std::string::npos; i = name.find(' ', i + 1)) {
        const auto off = [&](std::size_t at) { return std::abs(2 * static_cast<long>(at) - static_cast<long>(name.size())); };
        if (best == std::string::npos || off(i) < off(best)) best = i;
    }
    if (best == std::string::npos) return {name};
    return {name.substr(0, best), name.substr(best + 1)};
}

void CountryNames::add(const NameSheet& s, std::size_t index, PointPx at, int copy) const {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const float room = room_px(s, country), at_1x = room / s.view.scale;
    if (at_1x < 22 || at_1x > 4200) return;
    MapLabel label = country_label(s, country, room);
    label.candidate.id = NameSheet::id_of(country.key, copy);
    // On one line where the land is wide enough, else on two; over the border only a little.
    for (std::size_t b = 0; b < label.blocks.size(); ++b) {
        const TextBlock& block = label.blocks[b];
        if (block.width > 1.45f * room) continue;
        const float dy = std::max(0.22f * room, 16 * s.view.scale), dx = 0.25f * room;
        const std::array<PointPx, 9> shifts{{{0, 0}, {0, -0.5f * dy}, {0, 0.5f * dy}, {0, -dy}, {0, dy}, {-dx, 0}, {dx, 0}, {-dx, dy}, {dx, -dy}}};
        for (std::size_t i = 0; i < shifts.size(); ++i) {
            const PointPx center = at + shifts[i];
            label.add_block(static_cast<std::uint8_t>(b * shifts.size() + i), b,
                            {center.x - 0.5f * block.width, center.y - 0.5f * block.height}, AlignX::Center);
        }
    }
    if (!label.candidate.spots.empty()) s.labels.add(std::move(label));
}

bool CountryNames::room_at(std::size_t country, int octave, long column, long row, double half_w, double half_h) {
    const std::array<std::int64_t, 4> cell{static_cast<std::int64_t>(country), octave, column, row};
    const std::uint64_t key = base::stable_hash({reinterpret_cast<const char*>(cell.data()), sizeof cell});
    if (room_.size() > kMostKept) room_.clear();
    if (const auto found = room_.find(key); found != room_.end()) return found->second;
    const double step = kGridPx / (512 * std::exp2(octave));
    const geo::WorldPoint center{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
    bool inside = true;
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {-1.0, 0.0}, {1.0, 0.0}, {-0.5, -1.0}, {0.5, -1.0}, {-0.5, 1.0}, {0.5, 1.0}}) {
        geo::WorldPoint p{center.x + dx * half_w, center.y + dy * half_h};
        p.x -= std::floor(p.x);
        inside = inside && std::any_of(lands_[country].begin(), lands_[country].end(), [&](const geo::Mesh* mesh) { return mesh_holds(*mesh, p); });
    }
    room_[key] = inside;
    return inside;
}

/// Candidates on a grid that is fixed to the world, so that a name stays where it is while the map moves.
void CountryNames::add_in_part(const NameSheet& s, std::size_t index) {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const float room = room_px(s, country);
    if (room / s.view.scale < kRoomForParts) return;
    const MapView::Copies copies = s.view.copies(boxes_[index], 0);
    if (copies.none()) return;
    const MapLabel blank = country_label(s, country, room);
    const int octave = static_cast<int>(std::lround(s.view.zoom));
    const double step = kGridPx / (512 * std::exp2(octave)), px_world = std::sqrt(2.0) / (512 * std::exp2(octave)) / double{s.view.scale};
    const TextBlock& block = blank.blocks.front();
    const double half_w = 0.55 * double{block.width} * px_world, half_h = 0.9 * double{block.height} * px_world;
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        const geo::WorldBox& seen = s.view.visible;
        const double x0 = std::max(seen.x0, boxes_[index].x0 + copy), x1 = std::min(seen.x1, boxes_[index].x1 + copy);
        const double y0 = std::max(seen.y0, boxes_[index].y0), y1 = std::min(seen.y1, boxes_[index].y1);
        for (auto row = static_cast<long>(std::floor(y0 / step)); static_cast<double>(row) * step < y1; ++row) {
            for (auto column = static_cast<long>(std::floor(x0 / step)); static_cast<double>(column) * step < x1; ++column) {
                const auto across = static_cast<long>(std::lround(1 / step));
                const long own = ((column % across) + across) % across;
                if (!room_at(index, octave, own, row, half_w, half_h)) continue;
                const geo::WorldPoint p{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
                const PointPx at = s.view.screen(p, 0);
                MapLabel label = blank;
                label.candidate.id = base::stable_hash("part", country.key + static_cast<std::uint64_t>(octave * 1'000'003 + column * 4001 + row));
                // Nearest the middle of the map first; a name that is there already goes before all.
                const PointPx middle{s.view.map.rect.x + 0.5f * s.view.map.rect.w, s.view.map.rect.y + 0.5f * s.view.map.rect.h};
                label.candidate.order += 0.1 + 1e-4 * double{length_of(at - middle)};
                label.candidate.on_lines = LabelCandidate::OnLines::Never;   // there are other parts
                label.blocks.resize(1);
                label.add_block(0, 0, {at.x - 0.5f * block.width, at.y - 0.5f * block.height}, AlignX::Center);
                s.labels.add(std::move(label));
            }
        }
    }
}

void CountryNames::append(const NameSheet& s) {
    const document::BaseMap& basemap = s.input.basemap;
    if (basemap_ != &basemap || anchors_.size() != basemap.countries.size()) {
        basemap_ = &basemap;
        anchors_.clear();
        room_.clear();
        boxes_.assign(basemap.countries.size(), {});
        lands_.assign(basemap.countries.size(), {});
        for (std::size_t i = 0; i < basemap.countries.size(); ++i) {
            anchors_.push_back(geo::world_from(basemap.countries[i].at));
            for (const document::BaseMesh& chunk : basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Countries)][static_cast<std::size_t>(document::Scale::Medium50m)]) {
                if (chunk.country != basemap.countries[i].adm0_a3) continue;
                boxes_[i].include({chunk.mesh->box.x0, chunk.mesh->box.y0});
                boxes_[i].include({chunk.mesh->box.x1, chunk.mesh->box.y1});
                lands_[i].push_back(chunk.mesh.get());
            }
        }
    }
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
        bool in_place = false;
        s.each_copy(anchors_[i], [&](PointPx at, int copy) {
            in_place = in_place || grown(s.view.map.rect, -s.view.px(50)).contains(at);
            add(s, i, at, copy);
        });
        if (!in_place && s.view.zoom > 2) add_in_part(s, i);
    }
}

}  // namespace dateline::view
