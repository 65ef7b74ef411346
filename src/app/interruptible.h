#pragma once

#include "app/terminal.h"
#include "base/result.h"

#include <chrono>
#include <future>
#include <utility>

namespace dateline::app {

/// Tells that the command was stopped, and where nothing came of it; the exit status for that.
int report_stopped(const base::Error& stopped);

/// The same for a program whose other threads still work: ends it, and leaves no half-written file.
[[noreturn]] void end_stopped(const base::Error& stopped);

/// Works beside the main thread, which waits for Ctrl-C: some steps go over all of a long text, or write it, and cannot be cut
/// short. After Ctrl-C the work has a moment to end by itself, and the caller asks interrupted(); then the program ends here.
template <class Work>
auto until_interrupted(Work work, const base::Error& stopped) {
    using namespace std::chrono_literals;
    auto done = std::async(std::launch::async, std::move(work));
    while (!interrupted() && done.wait_for(50ms) != std::future_status::ready) {}
    if (interrupted() && done.wait_for(1500ms) != std::future_status::ready) end_stopped(stopped);
    return done.get();
}

}  // namespace dateline::app
