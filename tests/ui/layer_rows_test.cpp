#include "ui/ui_support.h"

#include <gmock/gmock.h>

namespace dateline::ui {
namespace {

using testing::TestWindow;
using namespace session;

document::Layer layer(const std::string& file) {
    document::Layer made;
    made.file = file;
    made.id = document::layer_id(file);
    return made;
}

/// The overlays panel's rows: layers come first, topmost above.
struct Rows {
    float x0 = 0, y0 = 0, width = 0;
    explicit Rows(const TestWindow& window) {
        for (const view::RectPx& rect : window.panels.covered())
            if (rect.x < window.regions().map.x + 40) x0 = rect.x, y0 = rect.y + 32 + 9, width = rect.w;
    }
    float y(int row) const { return y0 + 24 * static_cast<float>(row) + 12; }
};

TEST(LayerRows, TheTopmostLayerIsFirstAndIsHiddenByItsSample) {
    TestWindow window;
    window.open(testing::briefing());
    window.apply(AddLayer{layer("/below.tif")});
    window.apply(AddLayer{layer("/above.tif")});
    window.frames(3);
    const Rows rows(window);
    window.forget();
    window.click(rows.x0 + 30, rows.y(0));
    const auto changed = window.all<ChangeLayer>();
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].layer_id, document::layer_id("/above.tif"));
    EXPECT_FALSE(changed[0].shown);
    EXPECT_FALSE(window.state.layers[1].shown);
}

TEST(LayerRows, OpacityIsOneUndoStepADrag) {
    TestWindow window;
    window.open(testing::briefing());
    window.apply(AddLayer{layer("/a.tif")});
    window.frames(3);
    const std::size_t steps = window.state.history.undo.size();
    const Rows rows(window);
    window.click(rows.x0 + 100, rows.y(0));
    window.frames(3);
    window.forget();
    // The slider is the menu's first row, at the pointer.
    window.drag(rows.x0 + 200, rows.y(0) + 20, rows.x0 + 130, rows.y(0) + 20, 6);
    window.frames(2);
    const auto changed = window.all<ChangeLayer>();
    ASSERT_GE(changed.size(), 2u);
    EXPECT_LT(window.state.layers[0].opacity, 1);
    EXPECT_EQ(window.state.history.undo.size(), steps + 1);
}

TEST(LayerRows, ALayerThatTellsValuesApartHasARowForEach) {
    TestWindow window;
    window.open(testing::briefing());
    window.apply(AddLayer{layer("/a.shp")});
    window.frames(3);
    const auto height = [&] {
        float highest = 0;
        for (const view::RectPx& rect : window.panels.covered())
            if (rect.x < window.regions().map.x + 40) highest = rect.h;
        return highest;
    };
    const float plain = height();
    document::VectorCoat one, two;
    one.points = two.points = {geo::world_from({20, 45})};
    one.value = "producing";
    two.value = "planned";
    auto content = std::make_shared<document::LayerContent>();
    content->title = "Blocks";
    content->data = document::VectorLayer{{one}, {}};
    LayerStatus status{document::layer_id("/a.shp"), "Blocks"};
    status.content = content;
    window.layers = {status};
    window.frames(2);
    EXPECT_FLOAT_EQ(height(), plain) << "one look alone has its sample in the layer's own row";
    content->data = document::VectorLayer{{one, two}, {}};
    window.frames(2);
    EXPECT_FLOAT_EQ(height(), plain + 2 * 19 + 4);
    window.apply(ChangeLayer{status.id, false, 1});
    window.frames(2);
    EXPECT_FLOAT_EQ(height(), plain) << "what is hidden needs no key";
}

TEST(LayerRows, ALayerAloneIsEnoughForAMap) {
    TestWindow window;
    window.open(std::make_shared<const document::Briefing>(), "");
    window.frames(2);
    EXPECT_TRUE(window.regions().empty);
    window.apply(AddLayer{layer("/a.tif")});
    window.frames(3);
    EXPECT_FALSE(window.regions().empty);
}

}  // namespace
}  // namespace dateline::ui
