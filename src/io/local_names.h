#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::io {

/// The first of `names` that is spelt as the country (ISO 3166-1 alpha-2) spells its own; empty for none, and for countries
/// that write Latin letters.
std::string_view locally_spelt(std::string_view iso_a2, const std::vector<std::string_view>& names);

/// Whether our fonts have all letters of its script: Latin, Greek, Cyrillic, Armenian, Georgian, Arabic and Hebrew ones.
bool is_in_our_fonts(std::string_view name);

/// Whether the country writes other letters than Latin ones, so far as is known here.
bool writes_own_script(std::string_view iso_a2);

/// Names as their countries write them, from the gazetteer's tables.
class LocalNames {
  public:
    /// Errors: a table is absent or lacks a column.
    static base::Result<LocalNames> read(const std::filesystem::path& gazetteer);
    /// Empty where none is known.
    std::string town(std::int64_t geonameid) const { return found(towns_, geonameid); }
    /// Of divisions only those whose letters are in our fonts one by one.
    std::string division(const std::string& iso_3166_2) const { return found(divisions_, iso_3166_2); }
    std::string country(const std::string& adm0_a3) const { return found(countries_, adm0_a3); }
    /// How a country's name is shortened where there is no room for it.
    std::string abbreviation(const std::string& adm0_a3) const { return found(brief_, adm0_a3); }

  private:
    template <class Map, class Key>
    static std::string found(const Map& map, const Key& key) {
        const auto at = map.find(key);
        return at == map.end() ? std::string{} : at->second;
    }
    std::unordered_map<std::int64_t, std::string> towns_;
    std::unordered_map<std::string, std::string> countries_, brief_, divisions_;
};

}  // namespace dateline::io
