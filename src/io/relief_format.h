#pragma once

#include <array>
#include <cstdint>

/// relief.bin, as relief_bake.cpp writes and relief.cpp maps it, in the machine's own byte order:
///
///     Header │ for land, then sea: an offset a square, level by level, row by row; 0: flat │ the squares' pixels
namespace dateline::io::relief_format {

inline constexpr std::array<char, 8> kMagic{'D', 'L', 'R', 'E', 'L', 'F', '0', '1'};
inline constexpr std::uint32_t kMostLevels = 8;

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint64_t size = 0;  ///< of the file
    std::uint32_t tile_px = 0, gutter_px = 0;
    std::uint32_t land_levels = 0, sea_levels = 0;
};

/// Squares of the levels below `levels`: 1 + 4 + 16 + …
constexpr std::uint64_t square_count(std::uint32_t levels) { return ((std::uint64_t{1} << (2 * levels)) - 1) / 3; }

}  // namespace dateline::io::relief_format
