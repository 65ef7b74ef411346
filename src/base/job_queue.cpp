#include "base/job_queue.h"

#include <algorithm>
#include <utility>

namespace dateline::base {

JobQueue::JobQueue(unsigned thread_count) {
    for (unsigned i = 0; i < std::max(1u, thread_count); ++i) workers_.emplace_back([this] { run(); });
}

JobQueue::~JobQueue() {
    {
        const std::scoped_lock lock(mutex_);
        closing_ = true;
        waiting_.clear();
        for (auto& [name, topic] : topics_) topic.token.request_stop();
    }
    work_waits_.notify_all();
    for (std::thread& worker : workers_) worker.join();
}

void JobQueue::enqueue(const std::string& topic, Task task) {
    {
        const std::scoped_lock lock(mutex_);
        Topic& entry = topics_[topic];
        entry.token.request_stop();
        entry.token = StopToken();
        entry.pending = true;
        ++entry.generation;
        std::erase_if(waiting_, [&](const Job& job) { return job.topic == topic; });
        waiting_.push_back({topic, entry.generation, entry.token, std::move(task)});
    }
    work_waits_.notify_one();
}

void JobQueue::cancel(const std::string& topic) {
    const std::scoped_lock lock(mutex_);
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return;
    found->second.token.request_stop();
    found->second.pending = false;
    ++found->second.generation;
    std::erase_if(waiting_, [&](const Job& job) { return job.topic == topic; });
}

int JobQueue::deliver() {
    std::vector<Finished> ready;
    {
        const std::scoped_lock lock(mutex_);
        std::swap(ready, finished_);
        std::erase_if(ready, [&](const Finished& result) {
            Topic& topic = topics_[result.topic];
            if (topic.generation != result.generation) return true;
            topic.pending = false;
            return false;
        });
    }
    for (Finished& result : ready) result.deliver();
    return static_cast<int>(ready.size());
}

int JobQueue::pending() const {
    const std::scoped_lock lock(mutex_);
    return static_cast<int>(std::count_if(topics_.begin(), topics_.end(), [](const auto& entry) { return entry.second.pending; }));
}

void JobQueue::on_result(std::function<void()> wake) {
    const std::scoped_lock lock(mutex_);
    wake_ = std::move(wake);
}

void JobQueue::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            work_waits_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
            if (closing_) return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
        }
        std::function<void()> result = job.task(job.token);
        std::function<void()> wake;
        {
            const std::scoped_lock lock(mutex_);
            finished_.push_back({job.topic, job.generation, std::move(result)});
            wake = wake_;
        }
        if (wake) wake();
    }
}

}  // namespace dateline::base
