#pragma once

#include "base/eight_bytes.h"
#include "base/word_hash.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::extract {

/// Words to values. Open addressing at most half full, a hash beside each row's number: a word that is not there, which
/// most are not, costs one look.
template <class T>
class WordTable {
  public:
    const T* find(std::string_view word) const {
        const std::uint32_t row = row_of(word);
        return row == 0 ? nullptr : &rows_[row - 1].second;
    }
    /// The word's value, made where there is none.
    T& operator[](std::string_view word) {
        if (const std::uint32_t row = row_of(word); row != 0) return rows_[row - 1].second;
        rows_.emplace_back(word, T{});
        if (rows_.size() * 2 > slots_.size()) {
            slots_.assign(slots_.size() * 2, {});
            for (std::size_t row = 0; row + 1 < rows_.size(); ++row) put(static_cast<std::uint32_t>(row + 1));
        }
        put(static_cast<std::uint32_t>(rows_.size()));
        return rows_.back().second;
    }
    /// Keeps the value that the word has.
    void try_emplace(std::string_view word, T value) {
        if (row_of(word) == 0) (*this)[word] = std::move(value);
    }

    bool contains(std::string_view word) const { return row_of(word) != 0; }
    std::size_t size() const { return rows_.size(); }
    template <class Visit>
    void each(Visit visit) const {
        for (const auto& [word, value] : rows_) visit(std::string_view(word), value);
    }

  private:
    struct Slot {
        std::uint32_t hash = 0, row = 0;  ///< number plus one; 0: empty
    };
    static std::uint32_t hash_of(std::string_view word) { return base::word_hash(word); }
    std::uint32_t row_of(std::string_view word) const {
        const std::uint32_t hash = hash_of(word);
        for (std::size_t at = hash & (slots_.size() - 1); slots_[at].row != 0; at = (at + 1) & (slots_.size() - 1))
            if (slots_[at].hash == hash && base::same_word(rows_[slots_[at].row - 1].first, word)) return slots_[at].row;
        return 0;
    }
    void put(std::uint32_t row) {
        const std::uint32_t hash = hash_of(rows_[row - 1].first);
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at].row != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {hash, row};
    }

    std::vector<std::pair<std::string, T>> rows_;
    std::vector<Slot> slots_{std::vector<Slot>(64)};
};

}  // namespace dateline::extract
