// dateline bench: what matters to a user, measured on this machine; a JSON line each.

#include "app/bench_cases.h"
#include "app/cli.h"
#include "base/log.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <ostream>

namespace dateline::app {
namespace {

/// {"name":…,"ms":…,"cpu_ms":…,"iterations":…, counters…} a line, as each finishes.
class LineReporter final : public benchmark::BenchmarkReporter {
  public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            nlohmann::ordered_json line{{"name", run.benchmark_name()}};
            if (run.error_occurred) {
                line["error"] = run.error_message;
            } else {
                const double scale = 1000 / benchmark::GetTimeUnitMultiplier(run.time_unit);
                line["ms"] = run.GetAdjustedRealTime() * scale;
                line["cpu_ms"] = run.GetAdjustedCPUTime() * scale;
                line["iterations"] = run.iterations;
                for (const auto& [name, counter] : run.counters) line[name] = counter.value;
            }
            std::printf("%s\n", line.dump().c_str());
            std::fflush(stdout);
        }
    }
};

std::string filter_of(const std::vector<std::string>& names) {
    std::string filter;
    for (const std::string& name : names) {
        if (!filter.empty()) filter += '|';
        for (const char c : name) {
            if (std::string_view(".^$*+?()[]{}|\\").find(c) != std::string_view::npos) filter += '\\';
            filter += c;
        }
    }
    return filter.empty() ? "." : filter;
}

}  // namespace

int run_bench(const std::vector<std::string>& names) {
    register_text_benchmarks();
    register_picture_benchmarks();
    register_layer_benchmarks();
    register_start_benchmarks();
    int argument_count = 1;
    char program[] = "dateline bench";
    char* arguments[] = {program, nullptr};
    benchmark::Initialize(&argument_count, arguments);
    LineReporter reporter;
    std::ostream nowhere(nullptr);
    reporter.SetErrorStream(&nowhere);  // what it would say there is in the lines, or said below
    const std::size_t run = benchmark::RunSpecifiedBenchmarks(&reporter, filter_of(names));
    benchmark::Shutdown();
    if (run == 0) {
        base::log(base::Severity::Error, "no benchmark has such a name; 'dateline bench' without names runs all");
        return kCommandLineAtFault;
    }
    return kDone;
}

}  // namespace dateline::app
