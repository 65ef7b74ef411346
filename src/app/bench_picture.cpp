#include "app/bench_cases.h"
#include "app/documents.h"
#include "app/picture.h"
#include "gl/state.h"
#include "gl/texture.h"
#include "session/action.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <memory>

namespace dateline::app {
namespace {

constexpr int kWidth = 1920, kHeight = 1080;
constexpr int kFramesToSettle = 8;  // until a moving map is drawn as coarsely as it is going to be

/// Where pictures are drawn for measuring: off-screen, at a window's size.
struct Easel {
    Stage stage;
    gl::Context context;
    render::Renderer renderer;
    gl::Texture texture{gl::Format::Rgba8, kWidth, kHeight, gl::Filter::Nearest};
    gl::Framebuffer framebuffer{texture};

    static base::Result<std::unique_ptr<Easel>> open() {
        auto stage = Stage::open();
        if (!stage) return tl::unexpected(stage.error());
        auto context = gl::Context::offscreen();
        if (!context) return tl::unexpected(context.error());
        auto renderer = render::Renderer::create(*context, stage->type());
        if (!renderer) return tl::unexpected(renderer.error());
        return std::unique_ptr<Easel>(new Easel{std::move(*stage), std::move(*context), std::move(*renderer)});
    }
    void draw(const view::Frame& frame) {
        framebuffer.bind();
        renderer.draw(frame);
        gl::finish();
    }
    /// As the window draws it: coarser if that is slow here.
    void draw_live(const view::Frame& frame) {
        const auto begin = std::chrono::steady_clock::now();
        framebuffer.bind();
        renderer.draw_live(frame, std::chrono::duration<double>(begin.time_since_epoch()).count());
        gl::finish();
        renderer.took(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
};

double ms_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

base::Result<session::State> sample_state(const Stage& stage) {
    auto opened = open_files({(stage.folders().assets / "samples/april-2023.md").string()}, {});
    if (!opened) return tl::unexpected(opened.error());
    return opened_state(*opened, map_size_of({kWidth, kHeight, 1, PictureLayout::Briefing}));
}

struct FrameKind {
    const char* name;
    const char* theme;
    view::Projection projection = view::Projection::Mercator;
    bool relief = true;
    enum class Drawn { Whole, Panned, Zoomed } drawn = Drawn::Whole;  ///< but for the first as the window draws it
    bool live() const { return drawn != Drawn::Whole; }
};

/// Map and timeline of the sample, panned by a pixel each frame, so that nothing is drawn twice; or as a hand drags and a wheel
/// zooms them.
void draw_frame(benchmark::State& bench, FrameKind kind) {
    auto easel = Easel::open();
    if (!easel) return bench.SkipWithError(easel.error().line().c_str());
    auto opened = sample_state((*easel)->stage);
    if (!opened) return bench.SkipWithError(opened.error().line().c_str());
    session::State state = std::move(*opened);
    state.theme = kind.theme;
    state.camera.zoom = static_cast<double>(bench.range(0));
    state.camera.projection = kind.projection;
    if (!kind.relief) state.hidden_layers.insert("relief");
    const view::Layout layout{{0, 0, kWidth, kHeight - 240}, {0, kHeight - 240, kWidth, 240}, 1};
    view::Placement previous;
    double build_ms = 0, draw_ms = 0;
    std::clock_t process = 0;  // of all threads: software GL has some
    int frame_number = 0;
    view::Placement placed;  // the first frame uploads what later ones draw
    (*easel)->draw((*easel)->stage.frame(state, layout, {}, previous, placed));
    previous = std::move(placed);
    const auto move = [&] {
        state.camera.center.x += (kind.live() ? 12 : 1) / (512 * std::exp2(state.camera.zoom));
        if (kind.drawn == FrameKind::Drawn::Zoomed) state.camera.zoom += 0.01 * (frame_number++ % 20 < 10 ? 1 : -1);
    };
    for (int i = 0; kind.live() && i < kFramesToSettle; ++i) {
        move();
        (*easel)->draw_live((*easel)->stage.frame(state, layout, {}, previous, placed));
    }
    for ([[maybe_unused]] auto _ : bench) {
        move();
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t process_began = std::clock();
        view::Placement placement;
        const view::Frame frame = (*easel)->stage.frame(state, layout, {}, previous, placement);
        previous = std::move(placement);
        build_ms += ms_since(begin);
        const auto built = std::chrono::steady_clock::now();
        kind.live() ? (*easel)->draw_live(frame) : (*easel)->draw(frame);
        draw_ms += ms_since(built);
        process += std::clock() - process_began;
    }
    const auto frames = static_cast<double>(bench.iterations());
    bench.counters["all_threads_ms"] = 1000.0 * static_cast<double>(process) / CLOCKS_PER_SEC / frames;
    bench.counters["build_ms"] = build_ms / frames;
    bench.counters["draw_ms"] = draw_ms / frames;
    bench.counters["draw_calls"] = (*easel)->renderer.stats().draw_calls;
    bench.counters["vertices"] = static_cast<double>((*easel)->renderer.stats().vertices);
    if (kind.live()) bench.counters["ground_divisor"] = (*easel)->renderer.stats().ground_divisor;
}

/// The same numbers on every machine (splitmix64).
class Numbers {
  public:
    double next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15ull;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
    }

  private:
    std::uint64_t state_ = 1;
};

/// Invented events thick about some places and thin elsewhere, over a year.
std::shared_ptr<const document::Briefing> crowd_of(std::size_t count) {
    Numbers numbers;
    constexpr std::size_t kCenters = 40;
    std::vector<geo::LonLat> centers;
    centers.reserve(kCenters);
    for (std::size_t i = 0; i < kCenters; ++i) centers.push_back({-10 + 70 * numbers.next(), 32 + 26 * numbers.next()});
    document::Briefing::Parts parts;
    for (std::size_t i = 0; i < count; ++i) {
        const geo::LonLat about = centers[static_cast<std::size_t>(numbers.next() * static_cast<double>(centers.size()))];
        const double reach = 4 * numbers.next() * numbers.next(), angle = 6.2832 * numbers.next();
        document::Event event;
        event.id = fmt::format("e{}", i);
        event.title = fmt::format("Number {} of the things that happened", i);
        event.category = static_cast<document::Category>(numbers.next() * document::kCategoryCount);
        event.geometry = geo::LonLat{about.lon_deg + reach * std::cos(angle), about.lat_deg + 0.7 * reach * std::sin(angle)};
        event.place_precision = document::PlacePrecision::Settlement;
        event.date = *calendar::Edtf::parse(
            fmt::format("2021-{:02}-{:02}", 1 + static_cast<int>(12 * numbers.next()), 1 + static_cast<int>(28 * numbers.next())));
        parts.events.push_back(std::make_shared<const document::Event>(std::move(event)));
    }
    return std::make_shared<const document::Briefing>(std::move(parts));
}

/// Frames of thousands of events as a hand drags the map over them: built, not drawn.
void pan_crowd(benchmark::State& bench, view::Projection projection) {
    auto stage = Stage::open();
    if (!stage) return bench.SkipWithError(stage.error().line().c_str());
    session::State state = session::apply({}, session::OpenBriefing{crowd_of(5000), "", {}});
    state.camera.projection = projection;
    state.camera.center = geo::world_from({20, 46});
    state.camera.zoom = static_cast<double>(bench.range(0));
    const view::Layout layout{{0, 0, kWidth, kHeight - 240}, {0, kHeight - 240, kWidth, 240}, 1};
    view::Furniture furniture;
    furniture.degrees = furniture.locator = true;
    view::Placement previous, placement;
    const auto build = [&] {
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(stage->frame(state, layout, furniture, previous, placement));
        previous = std::move(placement);
        return ms_since(begin);
    };
    build();
    double worst_ms = 0, rest_ms = 0;
    int frames = 0;
    for ([[maybe_unused]] auto _ : bench) {
        state.camera.center.x += (frames++ / 60 % 2 == 0 ? 12 : -12) / (512 * std::exp2(state.camera.zoom));
        worst_ms = std::max(worst_ms, build());
    }
    for (int i = 0; i < 5; ++i) rest_ms = std::max(rest_ms, build());
    bench.counters["worst_ms"] = worst_ms;
    bench.counters["resting_ms"] = rest_ms;
}

constexpr double kDays = 1000, kSpread = 0.98;
constexpr float kDotScale = 0.2f;  // dots of 1 to 1.4 px radius, as tests/bench/webgl_peer draws them

std::shared_ptr<const view::MarkerSet> many_markers(std::size_t count, const view::Theme& theme) {
    auto set = std::make_shared<view::MarkerSet>();
    set->key = 1;
    set->origin = {0.5, 0.5};
    set->longest_days = 1;
    Numbers numbers;
    set->markers.resize(count);
    for (view::Marker& marker : set->markers) {
        // All on screen, and far enough from its edges that the world's next copy shows none of them.
        marker.x = static_cast<float>((numbers.next() - 0.5) * kSpread);
        marker.y = static_cast<float>((numbers.next() - 0.5) * kSpread * kHeight / kWidth);
        marker.begin_days = static_cast<float>(numbers.next() * (kDays - 1));
        marker.end_days = marker.begin_days + 1;
        marker.color = theme.category[static_cast<std::size_t>(numbers.next() * document::kCategoryCount)];
    }
    std::sort(set->markers.begin(), set->markers.end(),
              [](const view::Marker& a, const view::Marker& b) { return a.begin_days < b.begin_days; });
    return set;
}

/// A window of a tenth of the time is dragged over the markers, all of them on screen.
void scrub(benchmark::State& bench) {
    auto easel = Easel::open();
    if (!easel) return bench.SkipWithError(easel.error().line().c_str());
    const view::Theme& theme = (*easel)->stage.theme("dark");
    view::Frame frame{kWidth, kHeight, 1, theme.water, {}};
    view::MapTransform map;
    map.rect = {0, 0, kWidth, kHeight};
    map.center = {0.5, 0.5};
    map.world_px = kWidth;
    view::DrawMarkers markers;
    markers.set = many_markers(static_cast<std::size_t>(bench.range(0)), theme);
    markers.scale = kDotScale;
    markers.land = theme.land, markers.halo = theme.halo, markers.ink = theme.ink, markers.warn = theme.warn;
    frame.items = {map, markers};
    const auto show = [&](double begin_days) {
        view::MarkerTime& time = std::get<view::DrawMarkers>(frame.items[1]).time;
        time.window_begin_days = begin_days;
        time.window_end_days = begin_days + kDays / 10;
        time.playhead_days = begin_days + kDays / 20;
        (*easel)->draw(frame);
    };
    show(0);  // uploads
    double at_days = 0;
    std::size_t uploaded = 0, vertices = 0;
    for ([[maybe_unused]] auto _ : bench) {
        at_days = std::fmod(at_days + 7.3, 0.9 * kDays);
        show(at_days);
        uploaded += (*easel)->renderer.stats().uploaded_bytes;
        vertices = (*easel)->renderer.stats().vertices;
    }
    bench.counters["uploaded_bytes"] = static_cast<double>(uploaded);
    bench.counters["vertices"] = static_cast<double>(vertices);
}

}  // namespace

void register_picture_benchmarks() {
    for (const FrameKind kind :
         {FrameKind{"dark", "dark"}, FrameKind{"light", "light"}, FrameKind{"print", "print"},
          FrameKind{"globe", "dark", view::Projection::Globe}, FrameKind{"conic", "light", view::Projection::LambertConformal},
          FrameKind{"plain", "dark", view::Projection::Mercator, false}})
        benchmark::RegisterBenchmark((std::string("frame/") + kind.name + "/zoom").c_str(), draw_frame, kind)
            ->Arg(2)
            ->Arg(4)
            ->Arg(6)
            ->Arg(9)
            ->Unit(benchmark::kMillisecond);
    constexpr view::Projection kFlat = view::Projection::Mercator, kGlobe = view::Projection::Globe;
    using Drawn = FrameKind::Drawn;
    for (const auto& [name, kind] : {std::pair{"panned/dark/zoom", FrameKind{"", "dark", kFlat, true, Drawn::Panned}},
                                     {"zoomed/dark/zoom", {"", "dark", kFlat, true, Drawn::Zoomed}},
                                     {"panned/globe/zoom", {"", "dark", kGlobe, true, Drawn::Panned}},
                                     {"zoomed/globe/zoom", {"", "dark", kGlobe, true, Drawn::Zoomed}}})
        benchmark::RegisterBenchmark(name, draw_frame, kind)->Arg(2)->Arg(4)->Arg(6)->Arg(9)->Unit(benchmark::kMillisecond);
    for (const auto& [name, projection] : {std::pair{"crowd/flat/zoom", kFlat}, {"crowd/globe/zoom", kGlobe}})
        benchmark::RegisterBenchmark(name, pan_crowd, projection)->Arg(2)->Arg(4)->Arg(6)->Arg(9)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("scrub", scrub)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
}

}  // namespace dateline::app
