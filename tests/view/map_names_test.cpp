#include "view/map_support.h"

#include <gtest/gtest.h>

#include <set>

namespace dateline::view {
namespace {

/// Letters for which no font that is shipped has a glyph would be boxes on the map.
TEST(MapNames, AreDrawnWithLettersThatOurFontsHave) {
    const document::BaseMap& map = testing::basemap();
    std::size_t names = 0;
    std::set<std::string> boxes;
    const auto look_at = [&](const std::string& name) {
        names += name.empty() ? 0u : 1u;
        for (const Face face : {Face::Regular, Face::SemiBold, Face::Italic})
            for (const PlacedGlyph& glyph : testing::type().shape(name, face, 13).glyphs)
                if (glyph.glyph == 0) boxes.insert(name);
    };
    for (const auto& place : map.places) look_at(place.name), look_at(place.local);
    for (const auto& country : map.countries) look_at(country.name), look_at(country.local), look_at(country.brief);
    for (const auto& region : map.regions) look_at(region.name), look_at(region.local);
    for (const auto& sea : map.marine) look_at(sea.name), look_at(sea.local);
    for (const auto& island : map.islands) look_at(island.name), look_at(island.local);
    for (const auto& landform : map.landforms) look_at(landform.name), look_at(landform.local);
    EXPECT_GT(names, 15000u);
    EXPECT_TRUE(boxes.empty()) << boxes.size() << " names, as " << (boxes.empty() ? "" : *boxes.begin());
}

}  // namespace
}  // namespace dateline::view
