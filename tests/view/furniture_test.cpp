#include "view/furniture.h"

#include "view/furniture_legend.h"
#include "view/furniture_scale_bar.h"
#include "view/map_support.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::view {
namespace {

std::vector<std::string> texts_of(const std::vector<Item>& items) {
    std::vector<std::string> texts;
    for (const Item& item : items)
        if (const auto* text = std::get_if<DrawText>(&item)) texts.push_back(text->text);
    return texts;
}
bool has(const std::vector<std::string>& texts, std::string_view part) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

struct Furnished {
    Frame over;
    std::vector<RectPx> blocked;
    MapTransform map;
};

Furnished furnish(testing::Scene& scene) {
    Furnished out;
    const ViewInput input = scene.input();
    out.map = transform_of(input.camera, input.layout.map, input.layout.scale);
    Placement placement;
    append_furniture(input, out.map, out.over, placement, out.blocked);
    return out;
}

TEST(ScaleBar, IsAsLongAsItSays) {
    for (const double lat : {0.0, 42.0, 65.0, -35.0}) {
        const MapTransform map = transform_of(testing::looking_at(20, lat, 6), {0, 0, 1000, 600}, 1);
        std::vector<Item> items;
        append_scale_bar(map, testing::theme(), testing::type(), {980, 580}, 1, items);
        const auto texts = texts_of(items);
        const auto km = std::find_if(texts.begin(), texts.end(), [](const std::string& t) { return t.ends_with(" km"); });
        ASSERT_NE(km, texts.end());
        float length = 0;
        for (const Item& item : items)
            if (const auto* rect = std::get_if<FillRect>(&item); rect && rect->stroke_px > 0) length = rect->rect.w;
        EXPECT_NEAR(static_cast<double>(length) * ground_m_per_px(map, {20, lat}) / 1000, std::stod(*km), 0.01 * std::stod(*km));
    }
}

TEST(ScaleBar, NamesItsLatitudeWhereTheScaleVaries) {
    const auto note = [](double zoom) {
        std::vector<Item> items;
        append_scale_bar(transform_of(testing::looking_at(20, 50, zoom), {0, 0, 1000, 600}, 1), testing::theme(), testing::type(), {980, 580}, 1, items);
        return has(texts_of(items), "at 50° N");
    };
    EXPECT_TRUE(note(3));
    EXPECT_FALSE(note(10));
}

TEST(Furniture, SaysDateCreditsAndScaleAndKeepsLabelsOff) {
    testing::Scene scene;
    scene.options.playhead = calendar::day(2023, 4, 25);
    scene.furniture.date_title = scene.furniture.scale_bar = scene.furniture.attribution = true;
    const Furnished drawn = furnish(scene);
    const auto texts = texts_of(drawn.over.items);
    EXPECT_TRUE(has(texts, "25 April 2023"));
    EXPECT_TRUE(has(texts, "Tuesday"));
    EXPECT_TRUE(has(texts, testing::basemap().attribution));
    EXPECT_TRUE(has(texts, " km"));
    EXPECT_EQ(drawn.blocked.size(), 3u);
    for (const RectPx& box : drawn.blocked) {
        EXPECT_GE(box.x, 0);
        EXPECT_LE(box.right(), scene.layout.map.right());
        EXPECT_LE(box.bottom(), scene.layout.map.bottom());
    }
}

TEST(Furniture, ExplainsOnlyWhatIsToBeSeen) {
    testing::Scene scene;
    const ViewInput input = scene.input();
    const auto rows = legend_rows(input, transform_of(input.camera, input.layout.map, 1));
    const auto count = [&](LegendRow::What what) { return std::count_if(rows.begin(), rows.end(), [&](const LegendRow& r) { return r.what == what; }); };
    EXPECT_GT(count(LegendRow::What::Category), 1);
    EXPECT_EQ(count(LegendRow::What::Route), static_cast<std::ptrdiff_t>(testing::briefing().routes().size()));
    scene.camera = testing::looking_at(-140, -40, 5);   // the South Pacific
    const ViewInput far = scene.input();
    EXPECT_TRUE(legend_rows(far, transform_of(far.camera, far.layout.map, 1)).empty());
    scene = {};
    for (const auto& route : testing::briefing().routes()) scene.options.hidden_routes.insert(route->id);
    const ViewInput hidden = scene.input();
    for (const LegendRow& row : legend_rows(hidden, transform_of(hidden.camera, hidden.layout.map, 1))) EXPECT_NE(row.what, LegendRow::What::Route);
}

TEST(Furniture, LaysTheLegendWhereItHidesNoEvent) {
    testing::Scene scene;
    scene.furniture.legend = true;
    const Furnished drawn = furnish(scene);
    ASSERT_FALSE(drawn.blocked.empty());
    const RectPx legend = drawn.blocked.back();
    EXPECT_LE(legend.w, 0.46f * scene.layout.map.w);
    for (PointPx p : events_on_screen(scene.input(), drawn.map, 1000)) EXPECT_FALSE(legend.contains(p));
}

TEST(Furniture, DrawsRoutesInTheLegendAsOnTheMap) {
    const auto stroked = [](document::RouteStatus status) {
        LegendRow row;
        row.what = LegendRow::What::Route;
        row.kind = document::RouteKind::Cable;
        row.status = status;
        std::vector<Item> items;
        append_sample(row, testing::theme(), 0, 40, 10, 2, items);
        return std::get<StrokePath>(items.back());
    };
    EXPECT_EQ(stroked(document::RouteStatus::Existing).dash_px, (std::array<float, 4>{}));
    const auto& planned = testing::theme().measures.status_dash_px[static_cast<std::size_t>(document::RouteStatus::Planned)];
    EXPECT_FLOAT_EQ(stroked(document::RouteStatus::Planned).dash_px[0], 2 * planned[0]);
}

TEST(Furniture, CutsLongTitlesInsideTheMap) {
    testing::Scene scene;
    scene.layout.map = {0, 0, 420, 300};
    scene.furniture.title = "A title that is a good deal longer than the small map below it is wide, in two lines";
    scene.furniture.source_note = std::string("Source: ") + std::string(300, 'x');
    scene.furniture.attribution = true;
    for (const Item& item : furnish(scene).over.items) {
        const auto* text = std::get_if<DrawText>(&item);
        if (!text) continue;
        const float w = testing::type().width_px(text->text, text->style);
        const float x = text->align == AlignX::Left ? text->at.x : text->align == AlignX::Right ? text->at.x - w : text->at.x - w / 2;
        EXPECT_GE(x, 0);
        EXPECT_LE(x + w, 420.5f) << text->text;
    }
}

}  // namespace
}  // namespace dateline::view
