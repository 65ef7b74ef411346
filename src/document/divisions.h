#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

/// Areas of first-level divisions, waters and islands, found by the ids of gazetteer places. They stay packed in the bytes of a
/// mapped file: one is unpacked when it is asked for, so that a start costs nothing.
///
///     count │ (hash of an id, offset of its area) by hash, as u64 │ areas: varints of steps from point to point, in units
class Divisions {
  public:
    /// nullopt: not such bytes, or cut short. `owner` keeps the bytes alive.
    static std::optional<Divisions> view(std::span<const std::byte> bytes, std::shared_ptr<const void> owner);

    /// Of "adm1:AZE-AZ-LAC", or of another id of the same land. Empty where none is known, or what is there is damaged.
    geo::MultiPolygon area(std::string_view place_id) const;
    std::size_t size() const { return count_; }  ///< ids
    std::span<const std::byte> bytes() const { return bytes_; }

    static constexpr double kUnitsPerDeg = 1e5;  ///< a unit is a metre

  private:
    std::uint64_t word(std::size_t index) const;
    std::span<const std::byte> bytes_;
    std::shared_ptr<const void> owner_;
    std::size_t count_ = 0;
};

/// An area and the ids of the places that are it.
struct DivisionArea {
    std::vector<std::string> ids;
    geo::MultiPolygon area;
};
/// The bytes that Divisions views.
std::string pack_divisions(const std::vector<DivisionArea>& areas);

}  // namespace dateline::document
