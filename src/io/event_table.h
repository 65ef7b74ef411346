#pragma once

#include "document/briefing.h"
#include "io/json_text.h"

#include <string>
#include <vector>

/// For the files of io/ alone: any table of events, ours or foreign, as events.
namespace dateline::io {

struct TableRow {
    std::vector<Json> cells;         ///< one a column; discarded where the row has no such property
    std::vector<std::size_t> order;  ///< of its cells in the file, where rows differ in that; else empty
    geo::Geometry geometry;
    std::int64_t number = 0;  ///< as a user counts rows
};

struct EventTable {
    std::string file;
    std::vector<std::string> columns;
    std::vector<TableRow> rows;
    std::string row_name = ": row ";  ///< between file and number: "events.csv:12", "a.kml: placemark 3"
    bool typed = false;               ///< cells have JSON's types; else all are text and numbers are guessed

    std::string where(const TableRow& row) const;
    /// The column's index, added at the end when new.
    std::size_t column(const std::string& name);
};

/// Columns of the record are taken as they are. Where one is lacking, the usual names of other programs stand in: name and
/// headline for title, start and end for the dates, lat and lon or WKT for the place, notes for the quote. What is left
/// over stays in Event::extra. A cell that cannot be read is a warning, many of a kind are one, and the rest goes on.
/// Errors: a table in which nothing looks like an event.
base::Result<std::vector<std::shared_ptr<document::Event>>> events_of(EventTable table, std::vector<std::string>& warnings);

}  // namespace dateline::io
