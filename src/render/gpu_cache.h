#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::render {

/// GPU copies of what a Frame names by key. Copies that were not drawn for a while go first when there are too many.
template <class T>
class GpuCache {
  public:
    explicit GpuCache(std::size_t budget_bytes) : budget_bytes_(budget_bytes) {}

    /// `make()` returns the copy and its size in bytes.
    template <class Make>
    T& find_or(std::uint64_t key, Make make) {
        auto found = entries_.find(key);
        if (found == entries_.end()) {
            auto [value, bytes] = make();
            found = entries_.emplace(key, Entry{std::move(value), bytes, frame_}).first;
            bytes_ += bytes;
        }
        found->second.last_frame = frame_;
        return found->second.value;
    }

    /// Once a frame, after drawing: evicts the least recently drawn until the budget holds; never what this frame drew.
    void end_frame() {
        if (bytes_ > budget_bytes_) evict();
        ++frame_;
    }

    std::size_t bytes() const { return bytes_; }
    std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        T value;
        std::size_t bytes;
        std::uint64_t last_frame;
    };

    void evict() {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> oldest;  // last frame, key
        for (const auto& [key, entry] : entries_) {
            if (entry.last_frame < frame_) oldest.emplace_back(entry.last_frame, key);
        }
        std::sort(oldest.begin(), oldest.end());
        for (const auto& [last_frame, key] : oldest) {
            if (bytes_ <= budget_bytes_) return;
            const auto entry = entries_.find(key);
            bytes_ -= entry->second.bytes;
            entries_.erase(entry);
        }
    }

    std::size_t budget_bytes_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 0;
    std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace dateline::render
