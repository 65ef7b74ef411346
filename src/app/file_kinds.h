#pragma once

#include <filesystem>
#include <string>

/// What a file is by its ending, whatever its case.
namespace dateline::app {

/// ".md" of "NOTES.MD"; empty for none.
std::string ending_of(const std::filesystem::path& path);

bool is_project_file(const std::filesystem::path& path);
bool is_event_file(const std::filesystem::path& path);  ///< projects among them
bool is_text_file(const std::filesystem::path& path);
/// Documents that a tool turns into text.
bool is_converted_file(const std::filesystem::path& path);

}  // namespace dateline::app
