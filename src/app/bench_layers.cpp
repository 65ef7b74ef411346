// A raster of 20,000 by 20,000 pixels laid over the map: how soon there is a picture, and how soon it is whole.

#include "app/bench_cases.h"
#include "app/layer_store.h"
#include "app/picture.h"
#include "base/files.h"
#include "io/raster.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

constexpr int kSidePx = 20'000;

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// A picture as a scanner or a satellite leaves it: without overviews. Over the Caucasus; gone with the program.
class LargeRaster {
  public:
    LargeRaster()
        : path_(fs::temp_directory_path() / fmt::format("dateline-bench-{}.tif", ::getpid())),
          written_(io::write_test_raster(path_, kSidePx, {geo::world_from({38, 46}), 1.0 / (kSidePx * 24.0)})) {}
    ~LargeRaster() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    LargeRaster(const LargeRaster&) = delete;
    LargeRaster& operator=(const LargeRaster&) = delete;
    const fs::path& path() const { return path_; }
    const base::Result<>& written() const { return written_; }

  private:
    fs::path path_;
    base::Result<> written_;
};

struct Times {
    double first_s = -1, whole_s = -1;
};

/// Frames as the window builds them, until nothing is awaited any more.
base::Result<Times> show(Stage& stage, const fs::path& raster, double zoom) {
    LayerStore layers(LayerStore::Reading::Jobs);
    stage.take_layers_from(&layers);
    session::State state;
    state.layers = {layer_for(raster.string())};
    state.camera.center = geo::world_from({45, 41.5});
    state.camera.zoom = zoom;
    Times times;
    const double begin_s = now_s();
    for (bool idle = false; !idle || layers.busy();) {
        layers.deliver();
        if (const auto lines = layers.take_lines(); !lines.empty()) return base::fail(lines.front());
        view::Placement placement;
        const view::Frame frame = stage.frame(state, {{0, 0, 1600, 900}, {}, 1}, {}, {}, placement);
        bool any = false;
        for (const view::Item& item : frame.items) {
            const auto* laid = std::get_if<view::LayImage>(&item);
            any = any || (laid && laid->image->channels == 4);
        }
        if (any && times.first_s < 0) times.first_s = now_s() - begin_s;
        layers.end_frame(state.layers);
        idle = any && !layers.busy();
        if (!idle) std::this_thread::sleep_for(std::chrono::milliseconds(4));
    }
    times.whole_s = now_s() - begin_s;
    stage.take_layers_from(nullptr);
    return times;
}

/// `detail`: in the close view, of which no overview is needed.
void large(benchmark::State& bench, double zoom) {
    auto stage = Stage::open();
    if (!stage) return bench.SkipWithError(stage.error().line().c_str());
    static const LargeRaster raster;
    if (!raster.written()) return bench.SkipWithError(raster.written().error().line().c_str());
    for ([[maybe_unused]] auto _ : bench) {
        const auto times = show(*stage, raster.path(), zoom);
        if (!times) return bench.SkipWithError(times.error().line().c_str());
        bench.SetIterationTime(times->first_s);
        bench.counters["whole_ms"] = 1000 * times->whole_s;
    }
}

}  // namespace

void register_layer_benchmarks() {
    for (const auto& [name, zoom] : {std::pair{"layers/large_raster/far", 5.0}, std::pair{"layers/large_raster/near", 10.0}})
        benchmark::RegisterBenchmark(name, large, zoom)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
}

}  // namespace dateline::app
