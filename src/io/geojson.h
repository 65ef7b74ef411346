#pragma once

#include "base/files.h"
#include "io/event_table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::io {

/// A FeatureCollection, a Feature, or a list of plain records, with lon and lat or a `geometry` each. What is a route file
/// (a member `dateline`) is not for here. Errors: none of those, another reference system than WGS 84.
base::Result<EventTable> table_of_geojson(const Json& json, const std::string& file, std::vector<std::string>& warnings);

/// Features with the record as properties, begin and end null where open, so that GDAL and QGIS take them for dates.
void write_geojson(base::TextSink& out, const document::Briefing& briefing);

}  // namespace dateline::io
