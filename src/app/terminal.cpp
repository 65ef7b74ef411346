#include "app/interruptible.h"

#include "app/cli.h"
#include "base/log.h"
#include "base/unfinished.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace dateline::app {
namespace {

std::atomic<int> interrupt_count = 0;  // the handler runs on any thread, and jobs ask
static_assert(std::atomic<int>::is_always_lock_free);

void on_interrupt(int number) {
    ++interrupt_count;
    base::refuse_writes();
    std::signal(number, SIG_DFL);
}

constexpr int kBarCells = 24;

}  // namespace

ProgressLine::ProgressLine(std::string task) : task_(std::move(task)), terminal_(::isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() {
    if (shown_percent_ >= 0) std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(double part) {
    const int percent = static_cast<int>(std::clamp(part, 0.0, 1.0) * 100);
    if (!terminal_ || percent == shown_percent_) return;
    shown_percent_ = percent;
    const int filled = percent * kBarCells / 100;
    std::fprintf(stderr, "\r%s [%s%s] %3d %%", task_.c_str(), std::string(static_cast<std::size_t>(filled), '#').c_str(),
                 std::string(static_cast<std::size_t>(kBarCells - filled), ' ').c_str(), percent);
    std::fflush(stderr);
}

void end_progress() {
    if (::isatty(STDERR_FILENO) != 0) std::fputs("\r\033[K", stderr);
}

void catch_interrupt() { std::signal(SIGINT, on_interrupt); }
bool interrupted() { return interrupt_count > 0; }

int report_stopped(const base::Error& stopped) {
    base::log(base::Severity::Error, stopped.line());
    return kInterrupted;
}

void end_stopped(const base::Error& stopped) {
    end_progress();
    report_stopped(stopped);
    base::remove_unfinished();  // last: the work still goes on
    std::_Exit(kInterrupted);
}

}  // namespace dateline::app
