#include "view/names_layer.h"

#include "view/area_spots.h"
#include "view/basemap_layer.h"
#include "view/basemap_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr float kTracking = 0.06f;
constexpr float kCloseTracking = 0.12f, kCloseShare = 0.2f;
constexpr std::size_t kMostBerths = 7;
constexpr std::uint8_t kMostOffSpine = 12;  // of a basin's name
constexpr int kFirstOffSpine = kMostSides - 2 * kMostOffSpine;
constexpr double kOffSpineFrom = 3.5;  // of the zoom: from afar there are other seas
constexpr float kOffSpineCosts = 12;   // letters' widths: a name along the water tells more of it
constexpr double kWaterCellPx = 3;     // of the grid on which water is remembered
constexpr std::size_t kMostWaterKept = 200'000;
constexpr float kRiverRepeat = 420;  // px at 1x between the names of one river

float sea_size(const document::MarineLabel& sea, double zoom) {
    constexpr std::array<float, 5> kSize{14.5f, 14, 12.5f, 11.5f, 11};
    const float size =
        kSize[static_cast<std::size_t>(std::clamp(sea.rank, 0, 4))] * (1 + 0.25f * fade_in(zoom, sea.min_zoom + 0.8, sea.min_zoom + 3.5));
    return std::round(4 * size) / 4;
}

/// The zoom of a flat map that would show the ground about `at` as large as this one does.
double zoom_about(const MapView& view, geo::LonLat at) {
    if (view.plane.flat()) return view.zoom;
    const double shrink = std::cos(std::clamp(at.lat_deg, -85.0, 85.0) * std::numbers::pi / 180);
    const double world_px = geo::kMercatorCircumferenceM * shrink / std::max(ground_m_per_px(view.map, at), 1e-6);
    return std::log2(world_px / (512 * double{view.scale}));
}

/// Which way a line on the ground runs on the screen, so that text along it stands upright. Level text stays level on a map that
/// bends the parallels.
float angle_at(const MapView& view, geo::WorldPoint at, int copy, float angle_rad) {
    float angle = angle_rad + static_cast<float>(view.map.bearing_rad);
    if (!view.plane.flat()) {
        if (angle_rad == 0) return 0;
        constexpr double kStep = 1e-4;
        const PointPx d = view.screen({at.x + kStep * std::cos(double{angle_rad}), at.y + kStep * std::sin(double{angle_rad})}, copy) -
                          view.screen(at, copy);
        angle = std::atan2(d.y, d.x);
    }
    constexpr float kTurn = 2 * std::numbers::pi_v<float>;
    angle = std::remainder(angle, kTurn);
    return std::abs(angle) > kTurn / 4 ? std::remainder(angle + kTurn / 2, kTurn) : angle;
}

/// The polylines of a set on the screen.
template <class Visit>
void for_lines(const geo::LineSet& lines, const MapView& view, int copy, Visit visit) {
    for (std::size_t i = 0; i < lines.starts.size(); ++i) {
        const std::size_t begin = lines.starts[i], end = i + 1 < lines.starts.size() ? lines.starts[i + 1] : lines.vertices.size();
        std::vector<PointPx> points;
        points.reserve(end - begin);
        for (std::size_t v = begin; v < end; ++v)
            points.push_back(
                view.screen({lines.origin.x + double{lines.vertices[v].x}, lines.origin.y + double{lines.vertices[v].y}}, copy));
        visit(i, points);
    }
}

/// Whether a line has a point well within an area: the middle of one of its edges.
bool runs_within(const geo::LineSet& lines, const geo::WorldBox& about, const geo::MultiPolygon& area) {
    for (std::size_t line = 0; line < lines.starts.size(); ++line) {
        const std::size_t end = line + 1 < lines.starts.size() ? lines.starts[line + 1] : lines.vertices.size();
        for (std::size_t v = lines.starts[line] + 1; v < end; ++v) {
            const geo::LineSet::Vertex &a = lines.vertices[v - 1], &b = lines.vertices[v];
            const geo::WorldPoint middle{lines.origin.x + 0.5 * double{a.x + b.x}, lines.origin.y + 0.5 * double{a.y + b.y}};
            if (about.intersects({middle.x, middle.y, middle.x, middle.y}) && geo::contains(area, geo::lonlat_from(middle))) return true;
        }
    }
    return false;
}

void add_river(const NameSheet& s, const document::BaseLines& river) {
    if (river.name.empty() || river_share(river.rank, s.view.zoom - 1.2) < 0.5f) return;
    const MapView::Copies copies = s.view.copies(river.lines->box, 0);
    if (copies.none()) return;
    const Theme& theme = s.input.theme;
    Color color = mix(theme.river, theme.label_water, 0.75f);
    const TextStyle style = s.style(Face::Italic, s.m.map_label_least_px + 0.5f, color, theme.halo, 0.04f);
    const float width = s.input.type.width_px(river.name, style), em = style.size_px;
    for_lines(*river.lines, s.view, copies.first, [&](std::size_t number, const std::vector<PointPx>& points) {
        if (points.size() < 2) return;
        const std::vector<float> along = lengths_summed(points);
        const float length = along.back();
        if (length < 1.5f * width) return;
        MapLabel label;
        label.candidate.id = base::stable_hash("river", river.lines->key + number);
        label.candidate.rank = LabelRank::River;
        label.candidate.order = river.rank - 1e-6 * double{length};
        label.candidate.name = NameSheet::key_of(river.name);
        label.candidate.repeat_px = s.view.px(kRiverRepeat);
        label.blocks.push_back(text_block(s.input.type, {river.name}, style));
        for (std::uint8_t i = 0; i < 5; ++i) {
            constexpr std::array<float, 5> kAt{0.5f, 0.35f, 0.65f, 0.2f, 0.8f};
            std::vector<PointPx> path = text_path(points, along, kAt[i] * length, width, 0.3f * em, em).points;
            if (path.empty()) continue;
            MapLabel::Lie lie;
            std::vector<RectPx> boxes = path_boxes(path, width, 1.1f * em, 0.35f * em);
            lie.path = std::move(path);
            label.add_spot(i, std::move(boxes), std::move(lie));
        }
        s.add_on_ground(std::move(label));
    });
}

}  // namespace

MapLabel sea_label(const NameSheet& s, const document::MarineLabel& sea) {
    MapLabel label;
    label.candidate.rank = LabelRank::Sea;
    label.candidate.order = sea.rank;
    label.candidate.moves = true;
    label.candidate.name = NameSheet::key_of(sea.name);
    // Once a map, wherever that is.
    label.candidate.repeat_px = 0.45f * static_cast<float>(s.view.map.world_px);
    return label;
}

TextStyle sea_style(const NameSheet& s, const document::MarineLabel& sea, const std::string& name) {
    const Theme& theme = s.input.theme;
    return NameSheet::for_script(s.style(Face::Italic, sea_size(sea, s.view.zoom), theme.label_water, theme.halo_water, kTracking), name);
}

/// A sea with shores of its own, along them.
bool SeaNames::add_basin(const NameSheet& s, std::size_t index, int copy) {
    const document::MarineLabel& sea = s.input.basemap.marine[index];
    MapLabel label = sea_label(s, sea);
    label.candidate.id = NameSheet::id_of(sea.key, copy);
    const std::string& name = s.named(sea.name, sea.local);
    const TextStyle style = sea_style(s, sea, name);
    const AreaSpots spots{s.input.type, s.view, {kTracking, 0.55f, 0.5f}};
    std::uint8_t side = 0;
    spots.add(label, name, style, sea.spines, copy, side);
    // A border along the middle of a lake is that of its name: closer letters have room on one side of it.
    if (cut_[index])
        AreaSpots{s.input.type, s.view, {kTracking, kCloseTracking, kCloseShare}, kMostLanes}.add(label, name, style, sea.spines, copy,
                                                                                                  side);
    const std::vector<std::string> two = name_in_halves(name);
    const geo::WorldPoint middle = sea.spines.back().points[sea.spines.back().points.size() / 2];
    if (two.size() == 2 && s.view.sees(middle, copy)) {
        // On two lines about the middle of the basin, where it is broad enough for them.
        const geo::Spine& spine = sea.spines.back();
        const PointPx at = s.view.screen(middle, copy);
        // The spine is short enough for one scale along it.
        const geo::WorldPoint a = spine.points.front(), b = spine.points.back();
        const double px_world =
            double{length_of(s.view.screen(b, copy) - s.view.screen(a, copy))} / std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-12);
        TextBlock block = text_block(s.input.type, two, style);
        if (block.height < 0.9f * static_cast<float>(spine.breadth * px_world)) {
            const std::size_t number = label.blocks.size();
            const float w = block.width, h = block.height;
            label.blocks.push_back(std::move(block));
            auto own = static_cast<std::uint8_t>(2 * (kSidesASpine + kSidesASpineMost));
            for (const PointPx off : {PointPx{0, 0}, {0.6f * w, 0}, {-0.6f * w, 0}, {0.6f * w, -h}, {-0.6f * w, -h}}) {
                label.add_block(own++, number, {at.x + off.x - 0.5f * w, at.y + off.y - 0.5f * h}, AlignX::Center, {}, cut_[index] ? 0 : 1);
                if (!cut_[index]) break;
            }
        }
    }
    const bool along = AreaSpots::any_within(label, s.view.map.rect);
    if (along) add_off_spine(s, index, copy, name, style, label);
    return add_on_water(s, std::move(label));
}

const std::vector<SeaNames::Level>& SeaNames::off_spine(const NameSheet& s, std::size_t index, int half_octave,
                                                        const std::vector<TextBlock>& blocks) {
    const auto [found, is_new] = off_spine_.try_emplace({index, half_octave, s.input.options.map_names});
    if (!is_new) return found->second;
    const document::MarineLabel& sea = s.input.basemap.marine[index];
    const std::vector<geo::WorldPoint>& spine = sea.spines.front().points;
    // Any zoom of the half-octave has room for it.
    const double px_world = std::exp2(0.25) / (512 * std::exp2(0.5 * half_octave)) / double{s.view.scale};
    const auto wet = [&](geo::WorldPoint p) { return s.on_water({p.x - std::floor(p.x), p.y}); };
    const auto own = [&](geo::WorldPoint p) {
        return sea.reach.empty() || geo::contains(sea.reach, geo::lonlat_from({p.x - std::floor(p.x), p.y}));
    };
    const auto lies_there = [&](geo::WorldPoint center, const TextBlock& block) {
        const double half_w = 0.53 * double{block.width} * px_world, half_h = 0.65 * double{block.height} * px_world;
        for (const double x : {-1.0, 1.0, 0.0})
            for (const double y : {-1.0, 1.0})
                if (!wet({center.x + x * half_w, center.y + y * half_h})) return false;
        return own({center.x - half_w, center.y}) && own({center.x + half_w, center.y});
    };
    constexpr std::array<double, 5> kLanes{0, -0.2, 0.2, -0.36, 0.36}, kAlong{0.5, 0.3, 0.7, 0.15, 0.85};
    for (std::size_t number = 0; number < blocks.size(); ++number)
        for (const double lane : kLanes)
            for (const double along : kAlong) {
                if (found->second.size() >= kMostOffSpine * (number + 1) / blocks.size()) continue;
                const double where = along * static_cast<double>(spine.size() - 1);
                const auto i = std::min(static_cast<std::size_t>(where), spine.size() - 2);
                const double t = where - static_cast<double>(i), dx = spine[i + 1].x - spine[i].x, dy = spine[i + 1].y - spine[i].y;
                const double off = lane * sea.spines.front().breadth / std::max(std::hypot(dx, dy), 1e-12);
                const geo::WorldPoint center{spine[i].x + t * dx - dy * off, spine[i].y + t * dy + dx * off};
                if (wet(center) && lies_there(center, blocks[number])) found->second.push_back({center, number});
            }
    return found->second;
}

void SeaNames::add_off_spine(const NameSheet& s, std::size_t index, int copy, const std::string& name, const TextStyle& style,
                             MapLabel& label) {
    if (s.view.zoom < kOffSpineFrom || s.input.basemap.marine[index].spines.front().points.size() < 2) return;
    if (std::any_of(label.candidate.spots.begin(), label.candidate.spots.end(),
                    [](const LabelSpot& spot) { return spot.side >= kFirstOffSpine; }))
        return;
    std::vector<TextBlock> blocks{text_block(s.input.type, {name}, style)};
    if (const std::vector<std::string> two = name_in_halves(name); two.size() == 2) blocks.push_back(text_block(s.input.type, two, style));
    const int half_octave = static_cast<int>(std::lround(2 * s.view.zoom));
    // Those of the next step are other places: a name does not jump from one to the other unseen.
    auto side = static_cast<std::uint8_t>(kFirstOffSpine + (half_octave % 2 == 0 ? 0 : kMostOffSpine));
    const std::size_t first = label.blocks.size();
    const std::vector<Level>& found = off_spine(s, index, half_octave, blocks);
    if (!found.empty()) label.blocks.insert(label.blocks.end(), blocks.begin(), blocks.end());
    for (const Level& level : found) {
        const std::uint8_t own = side++;
        if (!s.view.sees(level.at, copy)) continue;
        const TextBlock& block = blocks[level.block];
        const PointPx at = s.view.screen(level.at, copy);
        label.add_block(own, first + level.block, {at.x - 0.5f * block.width, at.y - 0.5f * block.height}, AlignX::Center);
        label.candidate.spots.back().spare = kOffSpineCosts;
        label.candidate.spots.back().off_lines = true;
    }
}

/// An open sea: about its anchor.
bool SeaNames::add_sea(const NameSheet& s, std::size_t index, int copy) {
    const document::MarineLabel& sea = s.input.basemap.marine[index];
    const geo::WorldPoint anchor = geo::world_from(sea.at);
    const double zoom = zoom_about(s.view, sea.at);
    const int octave = static_cast<int>(std::lround(zoom));
    MapLabel label = sea_label(s, sea);
    label.candidate.id = NameSheet::id_of(sea.key, copy);
    const std::string& name = s.named(sea.name, sea.local);
    const TextStyle style = sea_style(s, sea, name);
    label.blocks.push_back(text_block(s.input.type, {name}, style));
    const std::vector<std::string> two = name_in_halves(name);
    if (two.size() == 2) label.blocks.push_back(text_block(s.input.type, two, style));
    std::uint8_t side = 0;
    const std::vector<Berth>& found = berths(s, index, octave);
    for (const Berth& berth : found) {
        const std::size_t number = std::min(berth.block, label.blocks.size() - 1);
        const TextBlock& block = label.blocks[number];
        const std::uint8_t own = side++;
        const double px_world = 1 / (512 * std::exp2(octave));
        const geo::WorldPoint at{anchor.x + double{berth.offset_px.x} * px_world, anchor.y + double{berth.offset_px.y} * px_world};
        if (!s.view.sees(at, copy)) continue;
        const PointPx center = s.view.screen(at, copy);
        const float angle = angle_at(s.view, at, copy, berth.angle_rad);
        if (std::abs(angle) < 0.02f) {
            label.add_block(own, number, {center.x - 0.5f * block.width, center.y - 0.5f * block.height}, AlignX::Center);
            continue;
        }
        if (number > 0) continue;  // only single lines are turned
        MapLabel::Lie lie;
        lie.at = center;
        lie.angle_rad = angle;
        label.add_spot(own, turned_boxes(center, block.width, block.line_height, angle), std::move(lie));
    }
    if (found.empty() || !found.front().tight) return add_on_water(s, std::move(label));
    const bool shown = AreaSpots::any_within(label, s.view.map.rect);
    s.add_on_ground(std::move(label));
    return shown;
}

bool WaterCells::at(const document::BaseMap& basemap, double zoom, geo::WorldPoint at) {
    if (basemap_ != &basemap || water_.size() > kMostWaterKept) water_.clear();
    basemap_ = &basemap;
    const auto octave = static_cast<std::int64_t>(std::lround(zoom));
    const double cells = 512 * std::exp2(static_cast<double>(octave)) / kWaterCellPx;
    const std::array<std::int64_t, 3> cell{octave, static_cast<std::int64_t>(at.x * cells), static_cast<std::int64_t>(at.y * cells)};
    const auto [known, is_new] = water_.try_emplace(base::stable_hash({reinterpret_cast<const char*>(cell.data()), sizeof cell}), false);
    if (is_new)
        known->second = is_water(basemap, {(static_cast<double>(cell[1]) + 0.5) / cells, (static_cast<double>(cell[2]) + 0.5) / cells});
    return known->second;
}

/// On a map that bends the ground, what was laid out for a flat one may run ashore, or over the map's edge.
bool SeaNames::add_on_water(const NameSheet& s, MapLabel label) {
    if (!s.view.plane.flat())
        NameSheet::keep_spots(
            label, [&](const LabelSpot& spot) { return all_along(s.view, spot, [&](geo::WorldPoint at) { return s.on_water(at); }); });
    const bool shown = AreaSpots::any_within(label, s.view.map.rect);
    s.add_on_ground(std::move(label));
    return shown;
}

const std::vector<SeaNames::Berth>& SeaNames::berths(const NameSheet& s, std::size_t index, int octave) {
    const auto [found, is_new] = berths_.try_emplace({index, octave, s.input.options.map_names});
    std::vector<Berth>& berths = found->second;
    if (!is_new) return berths;
    const document::MarineLabel& sea = s.input.basemap.marine[index];
    const geo::WorldPoint anchor = geo::world_from(sea.at);
    const double px_world = 1 / (512 * std::exp2(octave));
    TextStyle style;
    style.face = Face::Italic;
    style.size_px = sea_size(sea, octave);
    style.tracking_em = kTracking;
    // The data counts angles as geometry does, the screen the other way round.
    const float own = -sea.angle_deg * std::numbers::pi_v<float> / 180;
    const std::string& name = s.named(sea.name, sea.local);
    const std::vector<std::string> two = name_in_halves(name);
    struct Form {
        float angle;
        std::size_t block;
        float width, height;
    };
    const float width = s.input.type.width_px(name, style), height = 1.3f * style.size_px;
    std::vector<Form> forms{{own, 0, width, height}};
    if (own != 0) forms.push_back({-own, 0, width, height}), forms.push_back({0, 0, width, height});
    if (two.size() == 2) {
        const float narrow = std::max(s.input.type.width_px(two[0], style), s.input.type.width_px(two[1], style));
        forms.push_back({0, 1, narrow, 2 * height});
    }
    std::vector<PointPx> shifts;
    for (int i = -6; i <= 6; ++i)
        for (int j = -6; j <= 6; ++j) shifts.push_back({static_cast<float>(i) * 26, static_cast<float>(j) * 22});
    std::stable_sort(shifts.begin(), shifts.end(), [](PointPx a, PointPx b) { return length_of(a) < length_of(b); });
    // A name that is moved stays in its own sea: never nearer to where another goes, nor far from where it belongs.
    constexpr double farthest_m = 1'400'000, farthest_of_oceans_m = 2'600'000;
    std::erase_if(shifts, [&](PointPx shift) {
        const geo::LonLat at = geo::lonlat_from({anchor.x + double{shift.x} * px_world, anchor.y + double{shift.y} * px_world});
        if (!sea.reach.empty() && !geo::contains(sea.reach, at)) return true;
        const double moved = geo::distance_m(sea.at, at);
        if (moved > (sea.rank == 0 ? farthest_of_oceans_m : farthest_m)) return true;
        const auto& marine = s.input.basemap.marine;
        return std::any_of(marine.begin(), marine.end(), [&](const document::MarineLabel& other) {
            return other.key != sea.key && other.spines.empty() && other.rank <= sea.rank && geo::distance_m(other.at, at) < moved;
        });
    });
    for (const Form& form : forms) {
        const float c = std::cos(form.angle), sn = std::sin(form.angle);
        for (const PointPx shift : shifts) {
            if (berths.size() >= kMostBerths) return berths;
            // Berths of a form lie well apart.
            if (std::any_of(berths.begin(), berths.end(),
                            [&](const Berth& b) { return b.angle_rad == form.angle && length_of(b.offset_px - shift) < 40; }))
                continue;
            bool wet = true;
            for (const float along : {0.f, -0.5f, 0.5f, -0.25f, 0.25f}) {
                for (const float across : {-0.45f, 0.45f}) {
                    const float x = shift.x + c * along * form.width - sn * across * form.height;
                    const float y = shift.y + sn * along * form.width + c * across * form.height;
                    geo::WorldPoint p{anchor.x + double{x} * px_world, anchor.y + double{y} * px_world};
                    p.x -= std::floor(p.x);
                    wet = wet && is_water(s.input.basemap, p);
                }
            }
            // Nor is it another sea, with land between.
            for (double way = 0.1; wet && way < 1; way += 0.1) {
                geo::WorldPoint p{anchor.x + way * double{shift.x} * px_world, anchor.y + way * double{shift.y} * px_world};
                p.x -= std::floor(p.x);
                wet = is_water(s.input.basemap, p);
            }
            if (wet) berths.push_back({shift, form.angle, form.block, false});
        }
        if (!berths.empty() && form.angle == own && form.block == 0 && berths.size() >= 3) return berths;
    }
    if (berths.empty() && double{sea.min_zoom} <= octave) berths.push_back({{}, own, 0, true});
    return berths;
}

void SeaNames::learn(const document::BaseMap& basemap) {
    if (basemap_ == &basemap) return;
    basemap_ = &basemap;
    berths_.clear();
    off_spine_.clear();
    const auto& borders =
        basemap.lines[static_cast<std::size_t>(document::BaseLayer::Borders)][static_cast<std::size_t>(document::Scale::Medium50m)];
    cut_.clear();
    for (const document::MarineLabel& sea : basemap.marine) {
        bool cut = false;
        constexpr double kWidest_deg = 12;  // an open sea has its borders along its shores
        if (const geo::LonLatBox box = geo::bounds(sea.reach); !sea.spines.empty() && !sea.reach.empty() && box.width_deg() < kWidest_deg) {
            const geo::WorldPoint corner = geo::world_from({box.west_deg, box.north_deg}),
                                  far = geo::world_from({box.east_deg, box.south_deg});
            const geo::WorldBox about{corner.x, corner.y, far.x, far.y};
            cut = std::any_of(borders.begin(), borders.end(), [&](const document::BaseLines& chunk) {
                return chunk.lines->box.intersects(about) && runs_within(*chunk.lines, about, sea.reach);
            });
        }
        cut_.push_back(cut);
    }
}

void SeaNames::append(const NameSheet& s) {
    const auto& marine = s.input.basemap.marine;
    learn(s.input.basemap);
    std::vector<bool> placed(marine.size(), false);
    for (std::size_t i = 0; i < marine.size(); ++i) {
        if (first_zoom(marine[i]) > s.view.zoom) continue;
        // Seen from the side, or at a scale that Mercator has only far from the poles, a sea may be too small for its name.
        const bool shrinks = !s.view.plane.flat() && marine[i].rank > 0 && s.view.sees(geo::world_from(marine[i].at));
        if (shrinks && first_zoom(marine[i]) > zoom_about(s.view, marine[i].at)) continue;
        const geo::WorldPoint at = geo::world_from(marine[i].at);
        if (!marine[i].spines.empty()) {
            geo::WorldBox box;
            for (const geo::Spine& spine : marine[i].spines)
                for (const geo::WorldPoint p : spine.points) box.include(p);
            const MapView::Copies basins = s.view.copies(box, 0);
            for (int copy = basins.first; copy <= basins.last; ++copy) placed[i] = add_basin(s, i, copy) || placed[i];
            continue;
        }
        const MapView::Copies copies = s.view.copies(at, s.view.px(240));
        for (int copy = copies.first; copy <= copies.last; ++copy)
            if (s.view.sees(at, copy)) placed[i] = add_sea(s, i, copy) || placed[i];
    }
    parts_.append(s, placed);
}

void append_river_names(const NameSheet& s) {
    const document::Scale scale = std::max(basemap_scale(s.view.zoom), document::Scale::Medium50m);
    for (const auto& river : s.input.basemap.lines[static_cast<std::size_t>(document::BaseLayer::Rivers)][static_cast<std::size_t>(scale)])
        add_river(s, river);
}

}  // namespace dateline::view
