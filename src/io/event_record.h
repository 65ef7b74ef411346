#pragma once

#include "document/event.h"
#include "document/event_json.h"
#include "io/json_text.h"

#include <string>
#include <string_view>

/// For the files of io/ alone: the event record of docs/formats.md as the columns of a table.
namespace dateline::io {

inline constexpr const auto& kRecordColumns = document::kRecordFields;

/// -1 for a column that is not of the record.
int record_column(std::string_view name);

/// A column as people read it: dates as EDTF or ISO 8601, names in words, actors "A; B" (as a JSON list where a name holds
/// a semicolon), numbers in the shortest form that reads back the same; empty for nothing.
std::string record_text(const document::Event& event, std::string_view column);

/// Sets a column from a cell: text, or JSON as GeoJSON properties have it. Nothing is set from an empty cell. Errors: a
/// date that is not EDTF, a name that is not known, a number that is none; `where` is the column.
base::Result<> set_record_column(document::Event& event, std::string_view column, const Json& cell);

/// A property that is not of the record: JSON text to a cell's text and back. Only what is written as JSON writes it
/// becomes a number or a truth value: 007 stays text.
std::string extra_text(const std::string& json);
std::string extra_json(const std::string& text);

std::string number_text(double value);

}  // namespace dateline::io
