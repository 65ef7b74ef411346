#include "io/gazetteer_tsv.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace dateline::io {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t tab = line.find('\t');
        cells.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

/// gzread passes plain files through as they are.
base::Result<std::string> inflate_file(const std::filesystem::path& path) {
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (!file) return base::fail("the file is not there or cannot be read", path.string());
    std::string bytes;
    char buffer[1 << 16];
    for (;;) {
        const int count = gzread(file.get(), buffer, sizeof buffer);
        if (count < 0) return base::fail("the compressed data are damaged", path.string());
        if (count == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

}  // namespace

base::Result<Tsv> Tsv::read(const std::filesystem::path& path) {
    auto bytes = inflate_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    Tsv table;
    table.where_ = path.string();
    table.bytes_ = std::make_shared<const std::string>(std::move(*bytes));
    std::string_view rest = *table.bytes_;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        const bool comment = !line.empty() && line.front() == '#' && table.header_.empty() && line.find('\t') == line.npos;
        if (line.empty() || comment) continue;
        if (table.header_.empty()) {
            if (line.front() == '#') line.remove_prefix(1);
            table.header_ = cells_of(line);
        } else {
            table.rows_.push_back(cells_of(line));
        }
    }
    if (table.header_.empty()) return base::fail("the table has no header row", table.where_);
    return table;
}

int Tsv::column(std::initializer_list<std::string_view> names) const {
    for (std::string_view name : names) {
        const auto it = std::find_if(header_.begin(), header_.end(), [&](auto& h) { return trimmed(h) == name; });
        if (it != header_.end()) return static_cast<int>(it - header_.begin());
    }
    return -1;
}

base::Result<int> Tsv::need(std::initializer_list<std::string_view> names) const {
    const int found = column(names);
    if (found < 0) return base::fail(fmt::format("the table has no column '{}'", *names.begin()), where_, "name it in the header row");
    return found;
}

std::string_view Tsv::at(std::size_t row, int column) const {
    if (column < 0 || static_cast<std::size_t>(column) >= rows_[row].size()) return {};
    return trimmed(rows_[row][static_cast<std::size_t>(column)]);
}

double Tsv::number(std::size_t row, int column, double otherwise) const {
    const std::string_view cell = at(row, column);
    double value = otherwise;
    if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc{}) return otherwise;
    return value;
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty()) parts.push_back(part);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

}  // namespace dateline::io
