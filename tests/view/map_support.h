#pragma once

#include "view/view.h"

#include <memory>
#include <random>
#include <string>

namespace dateline::view::testing {

/// The shipped base map, fonts and themes; loaded once.
const document::BaseMap& basemap();
const Typesetter& type();
const Theme& theme(const std::string& name = "dark");

document::Event event(const std::string& id, const std::string& title, const std::string& edtf, document::Category category);
document::Event at(document::Event event, double lon_deg, double lat_deg);

/// Invented events: pins alone and together, a district, a country, one far off; and two routes that share an alignment.
const document::Briefing& briefing();

/// What a ViewInput refers to, kept together.
struct Scene {
    const document::Briefing* briefing = &testing::briefing();
    std::string theme = "dark";
    Camera camera;
    Layout layout{{0, 0, 1200, 720}, {}, 1};
    ViewOptions options;
    Furniture furniture;  ///< none

    Scene();
    ViewInput input() const;
};
Camera looking_at(double lon_deg, double lat_deg, double zoom);

/// One line an item, coordinates to a tenth of a pixel: what a frame snapshot holds. World items are told by their style
/// and by how many of them follow each other.
std::string described(const Frame& frame);

/// The boxes that written letters cover, a list for each text of the frame.
struct WrittenText {
    std::string text;
    std::vector<RectPx> boxes;
};
std::vector<WrittenText> text_boxes(const Frame& frame);

}  // namespace dateline::view::testing
