#pragma once

#include "base/word_hash.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::extract {

/// A set of words of which only hashes of 64 bits are kept: a long text's words take no strings. Two words of one hash count
/// as one, which among 200,000 happens once in a billion texts.
class SeenWords {
  public:
    bool contains(std::string_view word) const { return slots_[slot_of(hash_of(word))] != 0; }
    void insert(std::string_view word) {
        const std::uint64_t hash = hash_of(word);
        std::uint64_t& slot = slots_[slot_of(hash)];
        if (slot == hash) return;
        slot = hash;
        if (++size_ * 2 > slots_.size()) grow();
    }
    std::size_t size() const { return size_; }

  private:
    static std::uint64_t hash_of(std::string_view word) {
        const std::uint64_t hash = base::long_word_hash(word);
        return hash != 0 ? hash : 1;  // 0 is an empty slot
    }
    /// Where the hash is, or where it would be put.
    std::size_t slot_of(std::uint64_t hash) const {
        std::size_t at = (hash >> 32) & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
        return at;
    }
    void grow() {
        std::vector<std::uint64_t> old(slots_.size() * 2);
        std::swap(old, slots_);
        for (const std::uint64_t hash : old)
            if (hash != 0) slots_[slot_of(hash)] = hash;
    }

    std::vector<std::uint64_t> slots_{std::vector<std::uint64_t>(64)};
    std::size_t size_ = 0;
};

}  // namespace dateline::extract
