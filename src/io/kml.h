#pragma once

#include "base/files.h"
#include "io/event_table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::io {

/// Every Placemark with its TimeSpan or TimeStamp (a month or a year stays one), ExtendedData and geometry, in folders or
/// not. Errors: absent, empty, not KML.
base::Result<EventTable> read_kml(const std::filesystem::path& path);

/// A Placemark an event: name, the quote as description, TimeSpan, the record as ExtendedData, coloured by category.
void write_kml(base::TextSink& out, const document::Briefing& briefing);

}  // namespace dateline::io
