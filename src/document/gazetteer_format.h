#pragma once

#include "document/gazetteer.h"

#include <array>
#include <bit>
#include <cstdint>
#include <type_traits>

namespace dateline::document::gazetteer_format {

// The baked file is these sections one after another, each aligned to 16 bytes, so that it is used where it is mapped:
//
//   Header │ PlaceRow[] │ NameRow[] │ NameMatch[] │ name slots (u32[2^n]) │ id slots (u32[2^m]) │ strings │ BorderRow[] │
//   BorderPoint[] │ areas, as Divisions packs them
//
// A slot holds a row number plus one, 0 where empty; collisions go to the next slot. The bits that row numbers leave free
// hold the hash's topmost ones, so that most words that are no name cost one look at the slots and none at the strings. A
// name's row is found by the stable hash of its folded form. Byte order and struct layout are the machine's own: the file
// is baked at build.
inline constexpr std::array<char, 8> kMagic{'D', 'L', 'G', 'A', 'Z', '0', '0', '8'};

/// Bits of a slot that hold the number of one of `count` rows, and the rest of it.
struct SlotBits {
    std::uint32_t row_mask = 0;
    constexpr explicit SlotBits(std::size_t count) : row_mask((std::uint32_t{1} << std::bit_width(count)) - 1) {}
    constexpr std::uint32_t mark(std::uint64_t hash) const { return static_cast<std::uint32_t>(hash >> 32) & ~row_mask; }
};

struct Section {
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
};

enum SectionIndex : std::size_t {
    kPlaces,
    kNames,
    kMatches,
    kNameSlots,
    kIdSlots,
    kStrings,
    kBorders,
    kBorderPoints,
    kAreas,
    kSectionCount
};

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint64_t file_size = 0;
    std::array<Section, kSectionCount> sections;
};

struct Text {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};

struct PlaceRow {
    double lon_deg = 0, lat_deg = 0, population = 0;
    Text id, name, admin1, begin, end, other_names;
    float radius_km = 0;
    std::array<char, 2> country{};
    std::uint8_t kind = 0;
    std::uint8_t reserved = 0;
};

inline constexpr std::size_t kMostWords = 12;

/// A folded name, or a word that begins one or that has a usual use.
struct NameRow {
    Text folded;
    std::uint32_t first_match = 0;
    std::uint32_t match_count = 0;
    std::uint16_t lengths = 0;  ///< bit n: some name of n words, or of more where n is kMostWords, begins with this word
    std::uint8_t use = 0;       ///< WordUse
    std::uint8_t reserved = 0;
};

/// One stretch of the border of two states, by their codes in the alphabet's order ("AMAZ"); rows are sorted by these.
struct BorderRow {
    std::array<char, 4> states{};
    std::uint32_t first_point = 0;
    std::uint32_t point_count = 0;
};

struct BorderPoint {
    float lon_deg = 0, lat_deg = 0;
};

static_assert(std::is_trivially_copyable_v<BorderRow> && std::is_trivially_copyable_v<BorderPoint>);
static_assert(std::is_trivially_copyable_v<PlaceRow> && std::is_trivially_copyable_v<NameRow>);
static_assert(std::is_trivially_copyable_v<NameMatch> && sizeof(NameMatch) == 8);

}  // namespace dateline::document::gazetteer_format
