#include "base/job_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace dateline::base {
namespace {

/// Opened once; whoever waits goes on.
class Gate {
  public:
    void open() {
        const std::scoped_lock lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return open_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
};

void deliver_all(JobQueue& queue) {
    while (queue.pending() > 0) {
        queue.deliver();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

TEST(JobQueue, DeliversOnTheCallingThread) {
    JobQueue queue;
    std::thread::id worked_on, delivered_on;
    int value = 0;
    queue.start(
        "sum",
        [&](const StopToken&) {
            worked_on = std::this_thread::get_id();
            return 6 * 7;
        },
        [&](int result) {
            delivered_on = std::this_thread::get_id();
            value = result;
        });
    deliver_all(queue);
    EXPECT_EQ(value, 42);
    EXPECT_EQ(delivered_on, std::this_thread::get_id());
    EXPECT_NE(worked_on, std::this_thread::get_id());
}

TEST(JobQueue, DropsAStaleResult) {
    JobQueue queue(2);
    Gate gate;
    std::vector<int> delivered;
    queue.start(
        "tile",
        [&](const StopToken&) {
            gate.wait();
            return 1;
        },
        [&](int v) { delivered.push_back(v); });
    queue.start(
        "tile", [](const StopToken&) { return 2; }, [&](int v) { delivered.push_back(v); });
    deliver_all(queue);
    gate.open();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    queue.deliver();
    EXPECT_EQ(delivered, std::vector<int>{2});
}

TEST(JobQueue, AsksTheOverruledJobToStop) {
    JobQueue queue(2);
    Gate started;
    std::atomic<bool> stopped = false;
    queue.start(
        "layer",
        [&](const StopToken& token) {
            started.open();
            while (!token.stop_requested()) std::this_thread::yield();
            stopped = true;
            return 0;
        },
        [](int) { FAIL() << "a cancelled job was delivered"; });
    started.wait();
    queue.cancel("layer");
    EXPECT_EQ(queue.pending(), 0);
    while (!stopped) std::this_thread::yield();
    queue.deliver();
}

TEST(JobQueue, KeepsTopicsApart) {
    JobQueue queue;
    int sum = 0;
    for (int i = 1; i <= 10; ++i)
        queue.start(
            std::to_string(i), [i](const StopToken&) { return i; }, [&](int v) { sum += v; });
    deliver_all(queue);
    EXPECT_EQ(sum, 55);
}

TEST(JobQueue, EndsWhileWorkWaits) {
    JobQueue queue;
    for (int i = 0; i < 100; ++i)
        queue.start(
            std::to_string(i),
            [](const StopToken&) {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                return 0;
            },
            [](int) {});
    // The destructor must not wait for the 99 that never began.
}

}  // namespace
}  // namespace dateline::base
