#include "app/file_kinds.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

template <std::size_t N>
bool any_of(const std::string& ending, const std::array<std::string_view, N>& endings) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return ending;
}

bool is_project_file(const fs::path& path) { return ending_of(path) == ".gpkg"; }

bool is_event_file(const fs::path& path) {
    return any_of(ending_of(path), std::array<std::string_view, 5>{".gpkg", ".geojson", ".json", ".csv", ".kml"});
}

bool is_text_file(const fs::path& path) {
    return any_of(ending_of(path), std::array<std::string_view, 5>{".md", ".txt", ".html", ".htm", ""});
}
bool is_converted_file(const fs::path& path) {
    return any_of(ending_of(path), std::array<std::string_view, 4>{".docx", ".odt", ".pdf", ".epub"});
}

}  // namespace dateline::app
