#pragma once

#include "base/files.h"
#include "io/event_table.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::io {

/// RFC 4180, with commas, semicolons or tabs, whichever the header has most of; UTF-8, or else Windows-1252 with a
/// warning. Errors: absent, empty, no header, a quote that is never closed.
base::Result<EventTable> read_csv(const std::filesystem::path& path, std::vector<std::string>& warnings);

/// The record's columns; lon and lat of what is a point, wkt of whatever has a place; then the properties that are
/// not of the record. A header row, commas, UTF-8, \n.
void write_csv(base::TextSink& out, const document::Briefing& briefing);

/// Every line of cells in the text. `lines` has the line in the text that each row begins on.
struct CsvRows {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;
    bool unclosed = false;
};
CsvRows parse_csv(std::string_view text, char separator);

}  // namespace dateline::io
