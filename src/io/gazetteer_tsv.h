#pragma once

#include "base/result.h"

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::io {

/// A tab-separated table with a header row, plain or gzipped. Columns are found by name, so their order is free.
class Tsv {
  public:
    /// Errors: absent or unreadable file, no header row.
    static base::Result<Tsv> read(const std::filesystem::path& path);

    /// The first of `names` that the header holds, -1 for none.
    int column(std::initializer_list<std::string_view> names) const;
    /// As column(), but an error that says which column of which file is wanted.
    base::Result<int> need(std::initializer_list<std::string_view> names) const;
    std::size_t size() const { return rows_.size(); }
    /// Empty for a column that is absent (-1) or a row that is short.
    std::string_view at(std::size_t row, int column) const;
    double number(std::size_t row, int column, double otherwise = 0) const;

  private:
    std::string where_;
    std::shared_ptr<const std::string> bytes_;  ///< what the cells view; stays where it is when the table moves
    std::vector<std::string_view> header_;
    std::vector<std::vector<std::string_view>> rows_;
};

/// The parts of `text` between `separator`, trimmed, without empty ones.
std::vector<std::string_view> split_list(std::string_view text, char separator = ';');

}  // namespace dateline::io
