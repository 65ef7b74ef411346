#include "app/bench_cases.h"
#include "app/documents.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

namespace dateline::app {
namespace {

/// The shipped samples one after another until `bytes` are reached: ordinary prose, not the best case.
base::Result<std::string> sample_text(std::size_t bytes) {
    const auto folders = base::find_data_folders();
    if (!folders) return tl::unexpected(folders.error());
    std::string once;
    for (const char* name : {"april-2023.md", "second-bulletin.md"}) {
        const auto text = base::read_file(folders->assets / "samples" / name);
        if (!text) return tl::unexpected(text.error());
        once += *text + "\n\n";
    }
    std::string text;
    while (text.size() < bytes) text += once;
    return text;
}

void extract_text(benchmark::State& state) {
    const auto reader = open_reader();
    const auto text = sample_text(static_cast<std::size_t>(state.range(0)) << 10);
    if (!reader || !text) return state.SkipWithError((reader ? text.error() : reader.error()).line().c_str());
    extract::Source source;
    source.id = "bench";
    source.text = *text;
    std::size_t events = 0;
    for ([[maybe_unused]] auto _ : state) events = extract::extract(source, reader->gazetteer, reader->routes).value().events.size();
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text->size()));
    state.counters["events"] = static_cast<double>(events);
}

void annotate_text(benchmark::State& state) {
    const auto reader = open_reader();
    const auto text = sample_text(8 << 10);
    if (!reader || !text) return state.SkipWithError((reader ? text.error() : reader.error()).line().c_str());
    const std::string line = nlohmann::json{{"doc", "bench"}, {"text", *text}, {"dct", "2023-04-30"}}.dump();
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(extract::annotate_line(line, reader->gazetteer, reader->routes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text->size()));
}

void open_gazetteer(benchmark::State& state) {
    const auto folders = base::find_data_folders();
    if (!folders) return state.SkipWithError(folders.error().line().c_str());
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(document::Gazetteer::open(folders->baked / "gazetteer.bin").value().size());
}

}  // namespace

void register_text_benchmarks() {
    benchmark::RegisterBenchmark("extract/KB", extract_text)->Arg(16)->Arg(1024)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("annotate", annotate_text)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("open/gazetteer", open_gazetteer)->Unit(benchmark::kMillisecond);
}

}  // namespace dateline::app
