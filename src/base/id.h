#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::base {

/// A stable hash of a text that is told piece by piece.
class StableHash {
  public:
    constexpr explicit StableHash(std::uint64_t seed = 0xcbf29ce484222325ull) : state_(seed) {}
    constexpr void add(std::string_view text) {
        for (char c : text) {
            state_ ^= static_cast<unsigned char>(c);
            state_ *= 0x100000001b3ull;
        }
    }
    constexpr std::uint64_t value() const {
        std::uint64_t h = state_;
        h ^= h >> 32;
        h *= 0xd6e8feb86659fd93ull;
        h ^= h >> 32;
        return h;
    }

  private:
    std::uint64_t state_;
};

/// A 64-bit hash that is the same on every machine, in every run and release: ids and cache keys rest on it.
/// FNV-1a with a finaliser, so that short keys spread too. `seed` chains several parts into one hash.
constexpr std::uint64_t stable_hash(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325ull) {
    StableHash hash(seed);
    hash.add(text);
    return hash.value();
}

/// `letter` followed by 12 hex digits of `hash`: short enough to live inside a std::string without an allocation.
std::string short_id(char letter, std::uint64_t hash);

}  // namespace dateline::base
