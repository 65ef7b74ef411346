#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "view/frame.h"

#include <array>
#include <filesystem>
#include <string>

namespace dateline::view {

/// assets/themes/<name>.json: the one source of colour that map, timeline, panels and figures read.
struct Theme {
    std::string name;
    Color app, well, panel, raised, hover, line, line_strong, text, text2, text3, ink, on_ink, mark, mark_line, ok, warn, bad;
    Color water, land, land_focus, coast, shelf, border, disputed, river, grid, label, label_city, label_water, halo, halo_water;
    std::array<Color, document::kCategoryCount> category{};
    std::array<Color, 6> route{};          ///< by document::RouteKind
    bool dark() const { return name == "dark"; }
};

/// Errors: missing file, not JSON, a colour missing or misspelt (all named).
base::Result<Theme> load_theme(const std::filesystem::path& assets, std::string_view name);

MarkerShape shape_of(document::Category category);
std::string_view label_of(document::Category category);   ///< "Security"

}  // namespace dateline::view
