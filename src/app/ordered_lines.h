#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace dateline::app {

/// Answers lines on several threads, and gives the answers in the order of the lines.
class OrderedLines {
  public:
    using Answer = std::function<std::string(const std::string& line)>;
    /// `answer` runs on any of the threads, on several at once; for one thread it is the caller's own, which no other waits for.
    OrderedLines(unsigned thread_count, Answer answer);
    /// Answers that nobody took are dropped, lines that nobody began with too.
    ~OrderedLines();
    OrderedLines(const OrderedLines&) = delete;
    OrderedLines& operator=(const OrderedLines&) = delete;

    void add(std::string line);
    /// So much is under way that the threads have enough to do: take an answer before the next line is added.
    bool is_full() const;
    bool is_empty() const { return under_way_.empty(); }
    /// The oldest line's answer, when it is there.
    std::optional<std::string> take_if_ready();
    /// The same, waited for; only while something is under way. Throws what `answer` threw.
    std::string take();

  private:
    using Task = std::packaged_task<std::string()>;
    struct UnderWay {
        std::future<std::string> answer;
        std::size_t bytes = 0;
    };
    void work();

    Answer answer_;
    std::deque<UnderWay> under_way_;  ///< the caller's thread alone
    std::size_t bytes_under_way_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> waiting_;
    bool ended_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dateline::app
