#include "view/map_support.h"

#include "view/layer_source.h"
#include "view/relief_layer.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>
#include <tuple>

namespace dateline::view {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::looking_at;
using testing::Scene;

/// A raster over 20° to 60° east of which only some levels are there, and what was asked of it.
class FakeLayers : public LayerSource {
  public:
    std::shared_ptr<document::LayerContent> raster = std::make_shared<document::LayerContent>(),
                                            vector = std::make_shared<document::LayerContent>();
    std::set<int> levels_there;
    std::set<std::tuple<int, int, int>> asked;

    FakeLayers() {
        const geo::WorldPoint low = geo::world_from({20, 60}), high = geo::world_from({60, 30});
        raster->data = document::RasterLayer{{low.x, low.y, high.x, high.y}, 7};
        raster->extent = {20, 30, 60, 60};
        raster->credits = "ACME imagery";
        vector->data = document::VectorLayer{};
    }
    std::shared_ptr<const document::LayerContent> content(const document::Layer& layer) override {
        return layer.id == "r" ? raster : layer.id == "v" ? vector : nullptr;
    }
    std::shared_ptr<const geo::WorldImage> square(const document::Layer&, int level, int column, int row) override {
        asked.insert({level, column, row});
        if (!levels_there.contains(level)) return nullptr;
        geo::WorldImage image = geo::WorldImage::owning({1, 2, 3, 255}, 1, 1, 4);
        image.box = geo::square_box(level, column, row);
        return std::make_shared<const geo::WorldImage>(std::move(image));
    }
};

document::Layer layer(const std::string& id) {
    document::Layer made;
    made.id = id;
    return made;
}

struct Built {
    Frame frame;
    std::vector<LayImage> laid;
};
Built built(const Scene& scene, LayerSource& source) {
    ViewInput input = scene.input();
    input.layers = &source;
    FrameBuilder builder;
    Placement placement;
    Built done{builder.build(input, {}, placement), {}};
    for (const Item& item : done.frame.items)
        if (const auto* laid = std::get_if<LayImage>(&item)) done.laid.push_back(*laid);
    return done;
}

Scene raster_scene(double zoom) {
    Scene scene;
    scene.camera = looking_at(40, 45, zoom);
    scene.options.layers = {layer("r")};
    return scene;
}

TEST(UserRasters, AreAskedForAsFineAsTheScreenAndNoFiner) {
    FakeLayers source;
    source.levels_there = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (const double zoom : {2.0, 4.0, 6.0, 10.0}) {
        source.asked.clear();
        const Built done = built(raster_scene(zoom), source);
        ASSERT_FALSE(source.asked.empty());
        const int level = std::get<0>(*source.asked.begin());
        EXPECT_EQ(std::get<0>(*source.asked.rbegin()), level) << "one level at a time";
        EXPECT_LE(level, 7);
        const double texel_px = 512 * std::pow(2, zoom) / (256 * std::pow(2, level));
        if (level < 7) {
            EXPECT_GT(texel_px, 0.5);
            EXPECT_LE(texel_px, 1.3);
        }
        EXPECT_LE(source.asked.size(), 60u);  // what covers 1200 x 720
        EXPECT_EQ(done.laid.size(), source.asked.size());
    }
}

TEST(UserRasters, ShowACoarserSquaresPartUntilTheFineOneIsRead) {
    FakeLayers source;
    source.levels_there = {3};
    const Built done = built(raster_scene(5), source);
    ASSERT_FALSE(done.laid.empty());
    for (const LayImage& laid : done.laid) {
        EXPECT_NEAR(laid.image->box.x1 - laid.image->box.x0, 1.0 / 8, 1e-12);
        EXPECT_LT(laid.part.x1 - laid.part.x0, 1.0 / 16);
        EXPECT_GE(laid.part.x0, laid.image->box.x0);
        EXPECT_LE(laid.part.y1, laid.image->box.y1);
    }
}

TEST(UserRasters, HiddenOrOffTheMapAskForNothing) {
    FakeLayers source;
    Scene scene = raster_scene(4);
    scene.options.layers[0].shown = false;
    built(scene, source);
    scene = raster_scene(6);
    scene.camera = looking_at(-100, 40, 6);
    EXPECT_THAT(built(scene, source).laid, IsEmpty());
    EXPECT_THAT(source.asked, IsEmpty());
}

TEST(UserRasters, ReachThePoleWhereTheMapDoes) {
    FakeLayers source;
    const geo::WorldPoint low = geo::world_from({-180, -60}), high = geo::world_from({180, -90});
    source.raster->data = document::RasterLayer{{low.x, low.y, high.x, high.y}, 7};
    source.raster->extent = {-180, -90, 180, -60};
    for (int level = 0; level < 10; ++level) source.levels_there.insert(level);
    Scene scene = raster_scene(3);
    scene.camera = looking_at(0, -85, 3);
    const auto beyond = [&] {
        return std::count_if(source.asked.begin(), source.asked.end(),
                             [](const auto& square) { return std::get<2>(square) >= 1 << std::get<0>(square); });
    };
    built(scene, source);
    EXPECT_EQ(beyond(), 0);
    scene.camera.projection = Projection::LambertAzimuthal;
    source.asked.clear();
    double farthest = 0;
    for (const LayImage& laid : built(scene, source).laid)
        if (laid.image->channels == 4) farthest = std::max(farthest, laid.part.y1);
    EXPECT_GT(beyond(), 0);
    EXPECT_GE(farthest, geo::world_from({0, -89.9}).y);
}

TEST(UserRasters, AreCreditedWhileTheyAreSeen) {
    FakeLayers source;
    const auto says_so = [&](const Scene& scene) {
        for (const Item& item : built(scene, source).frame.items)
            if (const auto* text = std::get_if<DrawText>(&item); text && text->text.find("ACME imagery") != std::string::npos) return true;
        return false;
    };
    Scene scene = raster_scene(5);
    scene.furniture.attribution = true;
    EXPECT_TRUE(says_so(scene));
    scene.camera = looking_at(-100, 40, 5);
    EXPECT_FALSE(says_so(scene));
}

TEST(UserVectors, AreDrawnInTheirZoomsWithTheirStyle) {
    FakeLayers source;
    document::VectorCoat coat;
    coat.look.line = document::StyleColor{{1, 0, 0, 1}, {0, 0, 1, 1}};
    coat.look.min_zoom = 4;
    coat.look.size_px = 10.5f;
    coat.look.fill_opacity = 1;
    for (int i = 0; i < 1000; ++i) coat.points.push_back(geo::world_from({40 + 1e-7 * i, 45}));  // all on one pixel
    coat.points.push_back(geo::world_from({42, 45}));
    source.vector->data = document::VectorLayer{{coat}, {}};
    Scene scene;
    scene.options.hidden_layers = {"places", "labels"};
    scene.options.layers = {layer("v")};
    const auto symbols = [&](double zoom, const std::string& theme) {
        scene.theme = theme;
        scene.camera = looking_at(40, 45, zoom);
        std::vector<Symbol> found;
        for (const Item& item : built(scene, source).frame.items)
            if (const auto* symbol = std::get_if<Symbol>(&item); symbol && symbol->radius == 5.25f) found.push_back(*symbol);
        return found;
    };
    EXPECT_THAT(symbols(3.9, "dark"), IsEmpty());
    const auto dark = symbols(5, "dark"), light = symbols(5, "light");
    ASSERT_EQ(dark.size(), 2u);
    EXPECT_EQ(dark[0].fill.r, 1);
    EXPECT_EQ(light[0].fill.b, 1);
}

TEST(Relief, ShowsFullyOnACountryAndNotInATown) {
    EXPECT_LT(relief_share(1), 0.6f);
    EXPECT_GT(relief_share(5.5), 0.95f);
    EXPECT_EQ(relief_share(9), 0);
    for (double zoom = 0; zoom < 12; zoom += 0.1)
        EXPECT_LT(std::abs(relief_share(zoom + 0.1) - relief_share(zoom)), 0.12f) << zoom;  // it fades
}

TEST(Relief, GoesOverIntoWhatLiesBeyondItsData) {
    const auto pixels = [](std::uint8_t light, std::uint8_t height) {
        geo::WorldImage image = geo::WorldImage::owning({light, height}, 1, 1, 2);
        image.box = {0, 0, 1, 1};
        return std::make_shared<const geo::WorldImage>(std::move(image));
    };
    auto relief = std::make_shared<document::Relief>();
    relief->land.tile_px = 256;
    relief->land.levels = {{pixels(90, 80)}};
    relief->land.south.height = 0.5f;
    auto beyond = std::make_shared<geo::WorldImage>(*pixels(128, 128));
    beyond->box = {0, 1, 1, geo::world_from({0, -90}).y};
    relief->land.south.image = beyond;
    document::BaseMap basemap = testing::basemap();
    basemap.relief = relief;
    Scene scene;
    const auto laid = [&](Projection projection, double lat_deg = -84) {
        scene.camera = looking_at(0, lat_deg, 2);
        scene.camera.projection = projection;
        const ViewInput from = scene.input();
        const ViewInput input{from.briefing, basemap, from.theme, from.type, from.camera, from.layout, from.options, from.furniture};
        Placement placement;
        std::vector<LayImage> found;
        for (const Item& item : FrameBuilder().build(input, {}, placement).items)
            if (const auto* image = std::get_if<LayImage>(&item)) found.push_back(*image);
        return found;
    };
    const auto flat = laid(Projection::Mercator, -50), tall = laid(Projection::Mercator), round = laid(Projection::LambertAzimuthal);
    ASSERT_EQ(flat.size(), 1u);
    EXPECT_LT(flat[0].south, 0);
    ASSERT_GT(tall.size(), 1u);  // what a tall map shows beyond Mercator's world is no other ground
    EXPECT_FLOAT_EQ(tall[0].south, 0.5f);
    ASSERT_GT(round.size(), 1u);
    EXPECT_FLOAT_EQ(round[0].south, 0.5f);
    EXPECT_GE(round.back().part.y0, 1);
    EXPECT_EQ(beyond_share(0), 1);  // so no circle is seen where the one ends
    EXPECT_EQ(beyond_share(kBeyondReach), 0);
}

double luminance(Color c) {
    const auto linear = [](float v) { return v <= 0.04045f ? double{v} / 12.92 : std::pow((double{v} + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}
double contrast(Color a, Color b) {
    const double low = std::min(luminance(a), luminance(b)), high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

TEST(Relief, LeavesTextItsContrastInEveryTheme) {
    for (const char* name : {"dark", "light", "print"}) {
        const Theme& theme = testing::theme(name);
        const ReliefTone tone{theme.relief_shadow, theme.relief_light, theme.relief_high};
        // Nearly all ground lies within these: steep faces reach further, and labels have halos there.
        for (const float light : {0.3f, 0.5f, 0.75f}) {
            for (const float height : {0.f, 0.5f, 1.f}) {
                const Color relief = relief_color(tone, light, height);
                for (const Color land : {theme.land, theme.land_focus}) {
                    const Color ground = mix(land, {relief.r, relief.g, relief.b, 1}, relief.a);
                    EXPECT_GE(contrast(theme.text, ground), 7) << name << ' ' << light << ' ' << height;
                    EXPECT_GE(contrast(theme.label_city, ground), 6) << name << ' ' << light << ' ' << height;
                    EXPECT_GE(contrast(theme.text2, ground), 4.5) << name << ' ' << light << ' ' << height;
                    EXPECT_GE(contrast(theme.label, ground), 3.8) << name << ' ' << light << ' ' << height;
                }
            }
        }
    }
}

std::vector<LegendRow> rows_of(const Scene& scene, LayerSource& source) {
    ViewInput input = scene.input();
    input.layers = &source;
    FrameBuilder builder;
    Placement placement;
    builder.build(input, {}, placement);
    std::vector<LegendRow> rows;
    for (const LegendRow& row : placement.notes.legend)
        if (row.what == LegendRow::What::Own) rows.push_back(row);
    return rows;
}

std::vector<Item> sample_of(const LegendRow& row) {
    std::vector<Item> items;
    row.sample({0, 36, 10, 1}, items);
    return items;
}

TEST(LayerLegend, SaysWhatEachLookOfAVectorStandsFor) {
    FakeLayers source;
    document::VectorCoat wells, lines, elsewhere;
    wells.look.symbol = document::StyleSymbol::Diamond;
    wells.look.fill = document::StyleColor{{1, 0, 0, 1}, {0, 0, 1, 1}};
    wells.points.push_back(geo::world_from({40, 45}));
    lines.value = "planned";
    lines.look.dash_px = {4, 3, 0, 0};
    lines.lines.push_back(std::make_shared<const geo::LineSet>(geo::line_set({{{39, 45}, {41, 45}}}, 7)));
    elsewhere.value = "far off";
    elsewhere.points.push_back(geo::world_from({-120, 45}));
    source.vector->title = "Blocks";
    source.vector->data = document::VectorLayer{{wells, lines, elsewhere}, {}};
    Scene scene;
    scene.camera = looking_at(40, 45, 5);
    scene.options.layers = {layer("v")};
    const std::vector<LegendRow> rows = rows_of(scene, source);
    ASSERT_EQ(rows.size(), 2u) << "what is not on the map needs no key";
    EXPECT_EQ(rows[0].note, "Blocks");
    EXPECT_EQ(rows[0].label, "planned");
    EXPECT_EQ(rows[1].label, "other") << "the rest comes last";
    const std::vector<Item> symbol = sample_of(rows[1]), line = sample_of(rows[0]);
    ASSERT_EQ(symbol.size(), 1u);
    EXPECT_EQ(std::get<Symbol>(symbol[0]).shape, MarkerShape::Diamond);
    EXPECT_FLOAT_EQ(std::get<Symbol>(symbol[0]).fill.r, 1);
    ASSERT_EQ(line.size(), 1u);
    EXPECT_FLOAT_EQ(std::get<StrokePath>(line[0]).dash_px[0], 4);
    scene.camera = looking_at(-60, 0, 5);
    EXPECT_THAT(rows_of(scene, source), IsEmpty());
    scene.camera = looking_at(40, 45, 5);
    scene.options.layers[0].shown = false;
    EXPECT_THAT(rows_of(scene, source), IsEmpty());
}

TEST(LayerLegend, OneLookAloneIsTheLayer) {
    FakeLayers source;
    document::VectorCoat coat;
    coat.points.push_back(geo::world_from({40, 45}));
    source.vector->title = "Wells";
    source.vector->data = document::VectorLayer{{coat}, {}};
    Scene scene;
    scene.camera = looking_at(40, 45, 5);
    scene.options.layers = {layer("v")};
    const std::vector<LegendRow> rows = rows_of(scene, source);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].label, "Wells");
    EXPECT_THAT(rows[0].note, IsEmpty());
}

TEST(LayerLegend, ARastersRampSaysWhichValuesItShows) {
    FakeLayers source;
    source.raster->title = "Depth";
    source.raster->style.ramp = {{0, 0, 1, 1}, {0, 1, 0, 1}, {1, 0, 0, 1}};
    source.raster->style.stretch = {-200, 1500};
    const std::vector<LegendRow> rows = rows_of(raster_scene(5), source);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].label, "Depth");
    EXPECT_EQ(rows[0].note, "-200 to 1500");
    const std::vector<Item> ramp = sample_of(rows[0]);
    ASSERT_EQ(ramp.size(), 2u);
    const auto &left = std::get<FillRect>(ramp[0]), &right = std::get<FillRect>(ramp[1]);
    EXPECT_FLOAT_EQ(left.top_left.b, 1);
    EXPECT_EQ(left.top_right, right.top_left);
    EXPECT_FLOAT_EQ(right.top_right.r, 1);
    EXPECT_FLOAT_EQ(right.rect.right(), 36);
}

}  // namespace
}  // namespace dateline::view
