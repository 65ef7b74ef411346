#include "view/map_support.h"

#include "base/files.h"
#include "io/basemap.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <map>

namespace dateline::view::testing {
namespace {

namespace fs = std::filesystem;

template <class T>
T demanded(base::Result<T> result) {
    if (result) return std::move(*result);
    fmt::print(stderr, "{}\n", result.error().line());
    std::abort();  // the tests need what the build made
}

std::string shown(Color c) {
    const auto byte = [](float v) { return static_cast<int>(std::lround(v * 255)); };
    return fmt::format("#{:02x}{:02x}{:02x}{:02x}", byte(c.r), byte(c.g), byte(c.b), byte(c.a));
}
std::string shown(PointPx p) { return fmt::format("{:.1f},{:.1f}", p.x + 0.0f, p.y + 0.0f); }
std::string shown(RectPx r) { return fmt::format("{:.1f},{:.1f} {:.1f}x{:.1f}", r.x, r.y, r.w, r.h); }

struct Describer {
    std::string operator()(const FillArea& item) const { return fmt::format("area {} hatch {:.1f}", shown(item.fill), item.hatch_px); }
    std::string operator()(const StrokeLines& item) const {
        const LineStyle& s = item.style;
        return fmt::format("lines {} {:.2f} casing {} {:.2f} dash {:.1f},{:.1f},{:.1f},{:.1f} ticks {:.1f} dots {:.1f} glow {:.1f}",
                           shown(s.color), s.width_px, shown(s.casing), s.casing_width_px, s.dash_px[0], s.dash_px[1], s.dash_px[2],
                           s.dash_px[3], s.tick_every_px, s.dot_every_px, s.glow_px);
    }
    std::string operator()(const DrawMarkers& item) const {
        std::string out = fmt::format("markers {} at {:.2f} scale {:.2f}", item.set->markers.size(), item.time.playhead_days, item.scale);
        for (const Marker& m : item.set->markers)
            out += fmt::format("\n  {} flags {} {:.2f}..{:.2f} off {:.1f},{:.1f}", m.shape, m.flags, m.begin_days, m.end_days, m.offset_x,
                               m.offset_y);
        return out;
    }
    std::string operator()(const DrawArcs& item) const {
        std::string out = fmt::format("arcs {} at {:.2f} width {:.2f} head {:.1f} gap {:.1f}", item.set->arcs.size(),
                                      item.time.playhead_days, item.width_px, item.head_px, item.gap_px);
        for (const Arc& a : item.set->arcs)
            out += fmt::format("\n  {} points flags {} {:.2f}..{:.2f} faint {:.2f} tail {:.2f}", a.count, a.flags, a.begin_days, a.end_days,
                               a.faint, a.tail);
        return out;
    }
    std::string operator()(const DrawHeat& item) const {
        return fmt::format("heat {} at {:.2f} sigma {:.1f} full {:.1f} alpha {:.2f}", item.set->markers.size(), item.time.playhead_days,
                           item.sigma_px, item.full, item.alpha);
    }
    std::string operator()(const LayImage& item) const { return fmt::format("laid {} {:.2f}", item.image->channels, item.alpha); }
    std::string operator()(const ClipTo& item) const { return "clip " + shown(item.rect); }
    std::string operator()(const FillRect& item) const {
        return fmt::format("rect {} {} {}", shown(item.rect), shown(item.top_left), shown(item.stroke));
    }
    std::string operator()(const StrokePath& item) const {
        return fmt::format("path {} {:.1f} {} .. {} ({})", shown(item.color), item.width_px, shown(item.points.front()),
                           shown(item.points.back()), item.points.size());
    }
    std::string operator()(const FillPath& item) const {
        return fmt::format("polygon {} {}", shown(item.fill), shown(item.points.front()));
    }
    std::string operator()(const Symbol& item) const {
        return fmt::format("symbol {} {} r {:.1f} {} {}", static_cast<int>(item.shape), shown(item.center), item.radius, shown(item.fill),
                           shown(item.stroke));
    }
    std::string operator()(const DrawText& item) const {
        return fmt::format("text \"{}\" {} {:.1f}px {} turn {:.2f}", item.text, shown(item.at), item.style.size_px, shown(item.style.color),
                           item.angle_rad);
    }
    std::string operator()(const DrawTextPath& item) const {
        return fmt::format("text along \"{}\" {} .. {} {:.1f}px", item.text, shown(item.path.front()), shown(item.path.back()),
                           item.style.size_px);
    }
    std::string operator()(const DrawImage& item) const { return "image " + shown(item.rect); }
    std::string operator()(const MapTransform& item) const {
        return fmt::format("map {} center {:.6f},{:.6f} world {:.1f}px", shown(item.rect), item.center.x, item.center.y, item.world_px);
    }
};

document::Route route(const std::string& id, document::RouteKind kind, document::RouteStatus status, geo::Line line) {
    document::Route r;
    r.id = id;
    r.name = id;
    r.kind = kind;
    r.status = status;
    document::RouteSegment segment;
    segment.branch = "main";
    segment.kind = kind;
    segment.status = status;
    segment.line = std::move(line);
    r.segments.push_back(std::move(segment));
    return r;
}

document::Briefing made_briefing() {
    using document::Category;
    using document::PlacePrecision;
    std::vector<document::Event> events{
        at(event("a1", "Talks open", "2021-03-09", Category::Diplomacy), 21.0, 44.8),
        at(event("a2", "Talks close with a long joint statement on trade and transit", "2021-03-12", Category::Statement), 21.0, 44.8),
        at(event("b", "Pump station hit", "2021-03-10", Category::Security), 24.1, 44.4),
        at(event("c", "Bridge opened", "2021-03-20", Category::Transport), 26.1, 44.4),
        at(event("d", "Fields surveyed", "2021-03", Category::Economy), 23.5, 42.0),
        at(event("e", "Minister received", "2021-03-14", Category::Diplomacy), 25.0, 46.0),
        at(event("f", "Far assembly", "2021-03-11", Category::Society), 71.4, 51.1),
    };
    events[4].place_precision = PlacePrecision::District;
    events[4].place_radius_km = 30;
    events[5].place_precision = PlacePrecision::Country;
    events[5].place_id = "iso:RO";
    events[1].review = document::Review::Accepted;
    document::Briefing::Parts parts;
    parts.title = "Invented";
    for (auto& e : events) parts.events.push_back(std::make_shared<const document::Event>(std::move(e)));
    const geo::Line shared{{21, 45}, {22.5, 44.6}, {24, 44.5}, {25, 44.2}, {26, 44.4}};
    geo::Line line = shared, pipe(shared.rbegin(), shared.rend());  // the same way, run the other way round
    line.insert(line.begin(), {19.5, 46});
    pipe.push_back({20, 43.5});
    parts.routes.push_back(
        std::make_shared<const document::Route>(route("Valley line", document::RouteKind::Rail, document::RouteStatus::Existing, line)));
    parts.routes.push_back(
        std::make_shared<const document::Route>(route("Valley pipe", document::RouteKind::Pipeline, document::RouteStatus::Planned, pipe)));
    return document::Briefing(std::move(parts));
}

}  // namespace

const document::BaseMap& basemap() {
    static const document::BaseMap map = demanded(io::open_basemap(fs::path(DATELINE_BUILD_DIR) / "data/basemap.bin"));
    return map;
}

const Typesetter& type() {
    static const Typesetter fonts = demanded(Typesetter::open(fs::path(DATELINE_SOURCE_DIR) / "assets"));
    return fonts;
}

const Theme& theme(const std::string& name) {
    static std::map<std::string, Theme> themes;
    const auto found = themes.find(name);
    if (found != themes.end()) return found->second;
    return themes.emplace(name, demanded(load_theme(fs::path(DATELINE_SOURCE_DIR) / "assets", name))).first->second;
}

document::Event event(const std::string& id, const std::string& title, const std::string& edtf, document::Category category) {
    document::Event e;
    e.id = id;
    e.title = title;
    e.category = category;
    if (!edtf.empty()) e.date = calendar::Edtf::parse(edtf).value();
    return e;
}

document::Event at(document::Event event, double lon_deg, double lat_deg) {
    event.geometry = geo::LonLat{lon_deg, lat_deg};
    event.place_precision = document::PlacePrecision::Settlement;
    return event;
}

const document::Briefing& briefing() {
    static const document::Briefing made = made_briefing();
    return made;
}

Camera looking_at(double lon_deg, double lat_deg, double zoom) {
    Camera camera;
    camera.center = geo::world_from({lon_deg, lat_deg});
    camera.zoom = zoom;
    return camera;
}

Scene::Scene() : camera(looking_at(23, 44.5, 5)) {
    options.playhead = calendar::day(2021, 3, 14) + std::chrono::hours{12};
    furniture.date_title = furniture.legend = furniture.scale_bar = furniture.attribution = false;
}

ViewInput Scene::input() const { return {*briefing, basemap(), testing::theme(theme), type(), camera, layout, options, furniture}; }

std::string described(const Frame& frame) {
    std::string out = fmt::format("frame {}x{} scale {}\n", frame.width_px, frame.height_px, frame.scale);
    std::string last;
    int repeated = 0;
    const auto flush = [&] {
        if (repeated > 0) out += repeated == 1 ? last + '\n' : fmt::format("{} *{}\n", last, repeated);
        repeated = 0;
    };
    for (const Item& item : frame.items) {
        std::string line = std::visit(Describer{}, item);
        if (line != last) flush();
        last = std::move(line);
        ++repeated;
    }
    flush();
    return out;
}

std::vector<WrittenText> text_boxes(const Frame& frame) {
    std::vector<WrittenText> texts;
    for (const Item& item : frame.items) {
        if (const auto* text = std::get_if<DrawText>(&item)) {
            const float width = type().width_px(text->text, text->style);
            const float cap = type().metrics(text->style.face).cap_height * text->style.size_px;
            const float start = text->align == AlignX::Left ? 0 : text->align == AlignX::Center ? -0.5f * width : -width;
            std::vector<RectPx> boxes;
            if (text->angle_rad == 0) boxes.push_back({text->at.x + start, text->at.y - cap, width, cap});
            const float c = std::cos(text->angle_rad), s = std::sin(text->angle_rad);
            for (float x = start; text->angle_rad != 0 && x < start + width; x += 0.5f * cap)
                boxes.push_back({text->at.x + c * x + s * 0.5f * cap - 0.35f * cap, text->at.y + s * x - c * 0.5f * cap - 0.35f * cap,
                                 0.7f * cap, 0.7f * cap});
            texts.push_back({text->text, std::move(boxes)});
        } else if (const auto* along = std::get_if<DrawTextPath>(&item)) {
            // The letters lie about the middle of the path.
            const float width = type().width_px(along->text, along->style), cap = 0.7f * along->style.size_px;
            float length = 0;
            for (std::size_t i = 1; i < along->path.size(); ++i)
                length += std::hypot(along->path[i].x - along->path[i - 1].x, along->path[i].y - along->path[i - 1].y);
            std::vector<RectPx> boxes;
            float at = 0;
            for (std::size_t i = 1; i < along->path.size(); ++i) {
                const PointPx a = along->path[i - 1], b = along->path[i];
                const float step = std::hypot(b.x - a.x, b.y - a.y);
                at += step;
                if (std::abs(at - 0.5f * length) > 0.5f * width || step <= 0) continue;
                const PointPx up{(b.y - a.y) / step * 0.5f * cap, -(b.x - a.x) / step * 0.5f * cap};
                boxes.push_back({b.x + up.x - 0.35f * cap, b.y + up.y - 0.35f * cap, 0.7f * cap, 0.7f * cap});
            }
            texts.push_back({along->text, std::move(boxes)});
        }
    }
    return texts;
}

}  // namespace dateline::view::testing
