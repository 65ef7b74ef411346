#include "app/cli.h"
#include "app/ordered_lines.h"
#include "app/reader.h"
#include "app/report.h"
#include "extract/extract.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

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

/// The answers to some lines, each with its own end.
std::string answers_to(std::string_view joined, const Reader& reader) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = std::min(joined.find('\n', at), joined.size());
        lines.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    std::string out;
    for (std::string& answer : extract::annotate_lines(lines, reader.gazetteer, reader.routes)) {
        if (out.empty()) out = std::move(answer);  // which may be a large one's, and alone
        else out += answer;
        out += '\n';
    }
    return out;
}

}  // namespace

int run_annotate() {
    auto reader = open_reader();
    if (!reader) return report(reader.error());
    warn_all(reader->warnings);
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    OrderedLines lines(cores(), [&](const std::string& joined) { return answers_to(joined, *reader); });
    const auto write = [](const std::string& answer) { std::fwrite(answer.data(), 1, answer.size(), stdout); };
    constexpr std::size_t together = 64 << 10;  // bytes of lines that are answered as one
    std::string joined;
    for (std::string line; std::getline(std::cin, line) && !std::ferror(stdout);) {
        const bool more = std::cin.rdbuf()->in_avail() > 0;
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            if (joined.empty()) joined.swap(line);
            else joined += line;
            joined += '\n';
        }
        if (more && joined.size() < together) continue;
        if (!joined.empty()) lines.add(std::exchange(joined, {}));
        while (lines.is_full()) write(lines.take());
        while (const auto answer = lines.take_if_ready()) write(*answer);
        // A pipeline may wait for each answer before it sends the next line; otherwise let the buffer fill.
        if (more) continue;
        while (!lines.is_empty()) write(lines.take());
        std::fflush(stdout);
    }
    if (!joined.empty()) lines.add(std::move(joined));
    while (!lines.is_empty() && !std::ferror(stdout)) write(lines.take());
    std::fflush(stdout);
    return kDone;
}

}  // namespace dateline::app
