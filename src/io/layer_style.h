#pragma once

#include "base/result.h"
#include "document/layer.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::io {

/// A style file (docs/layers.md). Every fault is a line: what, where in the file, what to do; what is right holds all the same.
document::LayerStyle style_from_json(std::string_view text, const std::string& where, std::vector<std::string>& faults);

/// Errors: absent or not readable.
base::Result<document::LayerStyle> read_style(const std::filesystem::path& path, std::vector<std::string>& faults);

/// FILE.style.json beside it, or the name without its ending; empty where there is none.
std::filesystem::path style_beside(const std::filesystem::path& file);

/// Whether a JSON text is a style: it has the member dateline_style.
bool is_style(std::string_view text);

}  // namespace dateline::io
