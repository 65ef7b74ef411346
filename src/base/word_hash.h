#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline::base {

/// A quick hash of a word for tables in memory: at most two reads however short, no loop for what is shorter than 17 bytes.
/// It differs between machines of different byte order, so it never goes into a file.
inline std::uint64_t long_word_hash(std::string_view word) {
    const auto eight = [&](std::size_t at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, word.data() + at, 8);
        return bytes;
    };
    const auto four = [&](std::size_t at) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, word.data() + at, 4);
        return std::uint64_t{bytes};
    };
    const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(word[at])}; };
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ull;
    const std::size_t size = word.size();
    std::uint64_t first = size * odd, last = 0;
    if (size >= 8) {
        for (std::size_t at = 0; at + 16 < size; at += 8) first = (first ^ eight(at)) * odd ^ (first >> 31);
        first ^= eight(size >= 16 ? size - 16 : 0);
        last = eight(size - 8);
    } else if (size >= 4) {
        first ^= four(0);
        last = four(size - 4);
    } else if (size > 0) {
        first ^= byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
    }
    std::uint64_t mixed = (first ^ (last * 0xD6E8FEB86659FD93ull + (last >> 29))) * odd;
    mixed ^= mixed >> 32;
    mixed *= odd;
    return mixed;
}
inline std::uint32_t word_hash(std::string_view word) { return static_cast<std::uint32_t>(long_word_hash(word) >> 32); }

}  // namespace dateline::base
