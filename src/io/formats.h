#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "document/layer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::io {

/// Reads events by the ending: gpkg (a project with its documents, routes and scenes, or any GeoPackage with a layer of
/// events), geojson or json (or a route file), csv, kml. Foreign files are read as docs/formats.md tells; what cannot be
/// read in them is a warning. Errors: absent, empty, damaged, of another kind, without anything like an event.
base::Result<document::Briefing> read_events(const std::filesystem::path& path, std::vector<std::string>& warnings,
                                             std::vector<document::Layer>* layers = nullptr);

/// Writes by the ending, atomically: gpkg holds the whole briefing and its layers, the others its events.
base::Result<> write_events(const std::filesystem::path& path, const document::Briefing& briefing,
                            const std::vector<document::Layer>& layers = {});

/// Asked before long work: whether the ending is one that write_events knows, and its folder is there and may be written.
base::Result<> check_can_write(const std::filesystem::path& path);

}  // namespace dateline::io
