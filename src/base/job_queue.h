#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace dateline::base {

/// Read by a job to learn that nobody wants its result any more.
class StopToken {
  public:
    StopToken() : stopped_(std::make_shared<std::atomic<bool>>(false)) {}
    bool stop_requested() const { return stopped_->load(std::memory_order_relaxed); }
    void request_stop() { stopped_->store(true, std::memory_order_relaxed); }

  private:
    std::shared_ptr<std::atomic<bool>> stopped_;
};

/// Work that may take over 5 ms runs here; its result comes back to the main thread.
///
///     main thread                 worker                      main thread
///     start(topic, work, done) ─▶ value = work(token) ─queue─▶ deliver() calls done(value)
///
/// A topic has one current generation: starting a job on a topic asks the running one to stop, and a stale
/// result is dropped, never delivered.
class JobQueue {
  public:
    explicit JobQueue(unsigned thread_count = 1);
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// `work` runs on a worker and must own what it touches; `done` runs in deliver(), on the caller's thread.
    template <class Work, class Done>
    void start(const std::string& topic, Work work, Done done) {
        enqueue(topic, [work = std::move(work), done = std::move(done)](const StopToken& token) mutable -> std::function<void()> {
            auto value = std::make_shared<decltype(work(token))>(work(token));
            return [value, done = std::move(done)]() mutable { done(std::move(*value)); };
        });
    }

    /// Asks the topic's job to stop and drops its result.
    void cancel(const std::string& topic);

    /// Hands over what has finished; call once a frame on the main thread. Returns how many were delivered.
    int deliver();

    /// Jobs that wait or run, stale ones aside.
    int pending() const;

    /// Called from a worker when a result waits, so that an idle event loop can wake.
    void on_result(std::function<void()> wake);

  private:
    using Task = std::function<std::function<void()>(const StopToken&)>;
    struct Job {
        std::string topic;
        std::uint64_t generation = 0;
        StopToken token;
        Task task;
    };
    struct Finished {
        std::string topic;
        std::uint64_t generation = 0;
        std::function<void()> deliver;
    };
    struct Topic {
        std::uint64_t generation = 0;
        StopToken token;
        bool pending = false;
    };

    void enqueue(const std::string& topic, Task task);
    void run();

    mutable std::mutex mutex_;
    std::condition_variable work_waits_;
    std::deque<Job> waiting_;
    std::vector<Finished> finished_;
    std::unordered_map<std::string, Topic> topics_;
    std::function<void()> wake_;
    bool closing_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace dateline::base
