#include "app/ordered_lines.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace dateline::app {
namespace {

constexpr std::size_t kLinesPerThread = 4;            // so that none waits while the oldest answer is a long one
constexpr std::size_t kMostBytesUnderWay = 16 << 20;  // an answer and what leads to it take several times the line

}  // namespace

OrderedLines::OrderedLines(unsigned thread_count, Answer answer) : answer_(std::move(answer)) {
    for (unsigned i = 0; thread_count > 1 && i < thread_count; ++i) threads_.emplace_back([this] { work(); });
}

OrderedLines::~OrderedLines() {
    {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void OrderedLines::work() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
            if (ended_) return;
            task = std::move(waiting_.front());
            waiting_.pop_front();
        }
        task();
    }
}

void OrderedLines::add(std::string line) {
    const std::size_t bytes = line.size();
    Task task([this, line = std::move(line)] { return answer_(line); });
    under_way_.push_back({task.get_future(), bytes});
    bytes_under_way_ += bytes;
    if (threads_.empty()) return task();
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(task));
    }
    changed_.notify_one();
}

bool OrderedLines::is_full() const {
    return under_way_.size() >= kLinesPerThread * std::max<std::size_t>(1, threads_.size()) || bytes_under_way_ >= kMostBytesUnderWay;
}

std::optional<std::string> OrderedLines::take_if_ready() {
    if (under_way_.empty() || under_way_.front().answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return std::nullopt;
    return take();
}

std::string OrderedLines::take() {
    UnderWay oldest = std::move(under_way_.front());
    under_way_.pop_front();
    bytes_under_way_ -= oldest.bytes;
    return oldest.answer.get();
}

}  // namespace dateline::app
