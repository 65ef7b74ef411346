#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::extract {

/// Whether `word` is one of `words`. Not inline, as hundreds of lists are asked: their code would push the reader's own out of the cache.
bool is_among(std::string_view word, std::span<const std::string_view> words);

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return is_among(word, words);
}

/// A few words to be asked for at every token: first letter and length rule almost all others out.
template <std::size_t N>
class WordSet {
  public:
    template <class... Words>
    constexpr explicit WordSet(const Words&... words) : words_{std::string_view(words)...} {
        for (const std::string_view word : words_) lengths_[first_of(word)] |= bit_of(word);
    }
    bool contains(std::string_view word) const {
        if (word.empty() || (lengths_[first_of(word)] & bit_of(word)) == 0) return false;
        return is_among(word, words_);
    }

  private:
    static constexpr std::size_t first_of(std::string_view word) { return static_cast<unsigned char>(word.front()) & 31u; }
    static constexpr std::uint32_t bit_of(std::string_view word) { return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31); }

    std::array<std::string_view, N> words_;
    std::array<std::uint32_t, 32> lengths_{};
};
template <class... Words>
WordSet(const Words&...) -> WordSet<sizeof...(Words)>;

}  // namespace dateline::extract
