#include "view/event_areas.h"
#include "view/map_support.h"
#include "view/mesh_outline.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::view {
namespace {

double length_of(const geo::LineSet& lines) {
    double sum = 0;
    for (std::size_t l = 0; l < lines.starts.size(); ++l) {
        const std::size_t end = l + 1 < lines.starts.size() ? lines.starts[l + 1] : lines.vertices.size();
        if (end > lines.starts[l]) sum += double{lines.vertices[end - 1].along};
    }
    return sum;
}

TEST(MeshOutline, IsTheRingsOfAnAreaWithItsHoles) {
    const geo::Line ring{{10, 1}, {14, 0.2}, {17, 4}, {12, 6}, {10, 1}}, hole{{12, 2}, {13, 2.4}, {12.6, 3}, {12, 2}};
    const geo::Mesh mesh = geo::triangulate({{ring, hole}}, 7);
    const geo::LineSet outline = mesh_outline(mesh, 9);
    EXPECT_EQ(outline.starts.size(), 2u);
    double whole = 0;
    for (const geo::Line* line : {&ring, &hole})
        for (std::size_t i = 1; i < line->size(); ++i) {
            const geo::WorldPoint a = geo::world_from((*line)[i - 1]), b = geo::world_from((*line)[i]);
            whole += std::hypot(a.x - b.x, a.y - b.y);
        }
    EXPECT_NEAR(length_of(outline), whole, 1e-6);
}

TEST(MeshOutline, HasNoLineWhereAChunkWasCut) {
    // The right side of the box is a cut: two of its corners lie on it.
    const geo::Mesh mesh = geo::triangulate({{{{10, 1}, {14, 0}, {14, 5}, {11, 6}, {10, 1}}}}, 7);
    const geo::LineSet outline = mesh_outline(mesh, 9);
    ASSERT_EQ(outline.starts.size(), 1u);
    EXPECT_EQ(outline.vertices.size(), 4u);   // three sides of four
}

std::size_t outlines_in(const std::string& hovered) {
    testing::Scene scene;
    scene.camera = testing::looking_at(25, 46, 5);
    scene.options.hovered = hovered;
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    std::size_t lines = 0;
    for (std::size_t i = 1; i < frame.items.size(); ++i) {
        const auto* stroke = std::get_if<StrokeLines>(&frame.items[i]);
        const auto* before = std::get_if<FillArea>(&frame.items[i - 1]);
        lines += stroke && before && stroke->style.color.a >= 0.99f && before->fill.a < 0.2f && before->hatch_px == 0 && stroke->style.dash_px[0] == 0 ? 1u : 0u;
    }
    return lines;
}

TEST(EventAreas, ACountryPointedAtIsOutlined) {
    EXPECT_EQ(outlines_in(""), 0u);
    EXPECT_GT(outlines_in("e"), 0u);
}

}  // namespace
}  // namespace dateline::view
