#include "app/cli.h"
#include "app/ordered_lines.h"
#include "app/reader.h"
#include "app/report.h"
#include "extract/extract.h"

#include <cstdio>
#include <iostream>
#include <thread>

#ifdef __linux__
#include <sched.h>
#endif

namespace dateline::app {
namespace {

/// The cores that this process may run on, which taskset or a container can keep to fewer than the machine has.
unsigned cores() {
#ifdef __linux__
    cpu_set_t own;
    if (sched_getaffinity(0, sizeof own, &own) == 0) return static_cast<unsigned>(CPU_COUNT(&own));
#endif
    return std::thread::hardware_concurrency();
}

}  // namespace

int run_annotate() {
    auto reader = open_reader();
    if (!reader) return report(reader.error());
    warn_all(reader->warnings);
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const auto annotated = [&](const std::string& line) { return extract::annotate_line(line, reader->gazetteer, reader->routes) + '\n'; };
    OrderedLines lines(cores(), annotated);
    const auto write = [](const std::string& answer) { std::fwrite(answer.data(), 1, answer.size(), stdout); };
    for (std::string line; std::getline(std::cin, line) && !std::ferror(stdout);) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) lines.add(std::move(line));
        while (lines.is_full()) write(lines.take());
        while (const auto answer = lines.take_if_ready()) write(*answer);
        // A pipeline may wait for each answer before it sends the next line; otherwise let the buffer fill.
        if (std::cin.rdbuf()->in_avail() > 0) continue;
        while (!lines.is_empty()) write(lines.take());
        std::fflush(stdout);
    }
    while (!lines.is_empty() && !std::ferror(stdout)) write(lines.take());
    std::fflush(stdout);
    return kDone;
}

}  // namespace dateline::app
