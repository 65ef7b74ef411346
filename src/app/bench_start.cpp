#include "app/bench_cases.h"
#include "app/process.h"
#include "base/files.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

base::Result<std::vector<std::string>> this_program_with(std::vector<std::string> options) {
    const auto folders = base::find_data_folders();
    if (!folders) return tl::unexpected(folders.error());
    std::error_code ignored;
    options.insert(options.begin(), fs::read_symlink("/proc/self/exe", ignored).string());
    options.push_back((folders->assets / "samples/april-2023.md").string());
    return options;
}

bool has_display() {
    const auto is_set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
}

/// From nothing to a window with the sample's events in it. The steady clock is the machine's, so the child's word for
/// when it was done can be compared with our begin.
void first_frame(benchmark::State& bench) {
    if (!has_display()) return bench.SkipWithError("needs a display; run it under xvfb-run where there is none");
    const auto command = this_program_with({"--exit-after-first-frame"});
    if (!command) return bench.SkipWithError(command.error().line().c_str());
    for ([[maybe_unused]] auto _ : bench) {
        const double begin_s = now_s();
        const auto output = run_program(*command, "dateline");
        if (!output) return bench.SkipWithError(output.error().line().c_str());
        bench.SetIterationTime(std::strtod(output->c_str(), nullptr) - begin_s);
    }
}

/// From nothing to map and timeline of the sample as a PNG file, without a display.
void first_picture(benchmark::State& bench) {
    const fs::path picture = fs::temp_directory_path() / fmt::format("dateline-bench-{}.png", ::getpid());
    const auto command = this_program_with({"render", "--layout", "briefing", "-o", picture.string()});
    if (!command) return bench.SkipWithError(command.error().line().c_str());
    for ([[maybe_unused]] auto _ : bench) {
        const double begin_s = now_s();
        const auto output = run_program(*command, "dateline");
        if (!output) return bench.SkipWithError(output.error().line().c_str());
        bench.SetIterationTime(now_s() - begin_s);
    }
    std::error_code ignored;
    fs::remove(picture, ignored);
}

}  // namespace

void register_start_benchmarks() {
    for (auto* start :
         {benchmark::RegisterBenchmark("start/window", first_frame), benchmark::RegisterBenchmark("start/picture", first_picture)})
        start->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);
}

}  // namespace dateline::app
