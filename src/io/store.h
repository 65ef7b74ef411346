#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "document/layer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::io {

/// A project is one GeoPackage, which QGIS and GDAL open as it is:
///
///     events             the event record, a feature an event, geometry of any kind or none; begin and end are DATE columns
///     routes             a line a segment
///     scenes             a point where the camera stands
///     documents          the bulletins with their text
///     dateline_events    what the record has no column for: spans of date, place and actors, properties with their types
///     dateline_routes    a row a route
///     dateline_layers    the user's layers, bottom up: their files beside the project where that can be told, else absolute
///     dateline_project   key and value: title, format, readable_from, worldview
///     layer_styles       turns QGIS's temporal controller on for events and routes
///
/// A later format adds tables, columns and keys; an earlier reader ignores them, unless readable_from says it must not.
inline constexpr int kProjectFormat = 1;

/// Atomic: killed at any moment, the old or the new file is there, whole. The same briefing gives the same bytes.
/// Errors: no permission, no space, a folder, a file that another program holds open.
base::Result<> write_project(const std::filesystem::path& path, const document::Briefing& briefing,
                             const std::vector<document::Layer>& layers = {});

/// A project, or the events of a GeoPackage that another program made. What is wrong with a row is a warning.
/// Errors: absent, empty, no GeoPackage, damaged, of a later Dateline, without anything like an event.
base::Result<document::Briefing> read_geopackage(const std::filesystem::path& path, std::vector<std::string>& warnings,
                                                 std::vector<document::Layer>* layers = nullptr);

}  // namespace dateline::io
