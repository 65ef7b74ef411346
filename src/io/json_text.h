#pragma once

#include "base/result.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

/// For the files of io/ alone: JSON that people wrote.
namespace dateline::io {

using Json = nlohmann::ordered_json;

/// Errors: absent, empty, not JSON; `where` is the file and the line.
base::Result<Json> read_json(const std::filesystem::path& path);
base::Result<Json> parse_json(std::string_view text, const std::string& where);

/// The member as text, empty where it is absent or null; a number or truth value as it is written.
std::string text_of(const Json& object, const char* key);

}  // namespace dateline::io
