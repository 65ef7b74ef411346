#include "render/render_support.h"

#include "gl/debug.h"
#include "render/mesh_levels.h"
#include "view/map_plane.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace dateline::render {
namespace {

constexpr int kWidth = 320, kHeight = 200;
constexpr int kSetsOfStrokes = 7, kStrokesInSet = 60;  // a set is too small to be drawn in stretches, all of them in one are not

/// The box that nothing is culled by: the whole world about the middle of the content's own.
geo::WorldBox everywhere(const geo::WorldBox& box) {
    const double middle = 0.5 * (box.x0 + box.x1);
    return {middle - 0.5, -1, middle + 0.5, 2};
}

/// Discs and short strokes all over the world, over its poles and its antimeridian too.
struct Scattered {
    std::vector<view::Item> culled, unculled;

    explicit Scattered(unsigned seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> lon(-180, 180), sine(-1, 1), km(50, 1500), share(0, 1);
        const auto place = [&] { return geo::LonLat{lon(random), std::asin(sine(random)) * 180 / std::numbers::pi}; };
        std::vector<geo::LonLat> middles{{0, 89}, {120, -88}, {179.5, 10}, {-179.8, -50}};
        while (middles.size() < 60) middles.push_back(place());
        std::uint64_t key = seed * 10000;
        for (const geo::LonLat middle : middles)
            add_disc({geo::disc(middle, km(random))}, {static_cast<float>(share(random)), 0.3f, 0.6f, 1}, key += 2);
        geo::MultiLine strokes;
        for (int i = 0; i < kSetsOfStrokes * kStrokesInSet; ++i) {
            const geo::LonLat from = place();
            strokes.push_back({from, {std::min(from.lon_deg + 3, 180.0), std::clamp(from.lat_deg + 4 * share(random), -89.0, 89.0)}});
        }
        const geo::LineSet all = geo::line_set(strokes, ++key);
        for (std::size_t first = 0; first < all.starts.size(); first += kStrokesInSet) {
            geo::LineSet some{++key, all.origin, everywhere(all.box), {}, {}};
            const std::size_t last = std::min(first + kStrokesInSet, all.starts.size());
            const std::size_t end = last < all.starts.size() ? all.starts[last] : all.vertices.size();
            for (std::size_t i = first; i < last; ++i) some.starts.push_back(all.starts[i] - all.starts[first]);
            some.vertices.assign(all.vertices.begin() + all.starts[first], all.vertices.begin() + static_cast<std::ptrdiff_t>(end));
            add_stroke(unculled, std::move(some));
        }
        add_stroke(culled, all);
    }

  private:
    void add_disc(const geo::MultiPolygon& area, view::Color color, std::uint64_t key) {
        geo::Mesh mesh = geo::triangulate(area, key);
        culled.push_back(view::FillArea{std::make_shared<geo::Mesh>(mesh), color, 0});
        ++mesh.key;
        mesh.box = everywhere(mesh.box);
        unculled.push_back(view::FillArea{std::make_shared<geo::Mesh>(std::move(mesh)), color, 0});
    }
    static void add_stroke(std::vector<view::Item>& items, geo::LineSet lines) {
        view::StrokeLines item{std::make_shared<geo::LineSet>(std::move(lines)), {}};
        item.style.color = kBlack, item.style.width_px = 2;
        items.emplace_back(std::move(item));
    }
};

view::Frame globe(const view::MapTransform& map, const std::vector<view::Item>& items) {
    view::Frame frame{kWidth, kHeight, 1, kWhite, {map}};
    frame.items.insert(frame.items.end(), items.begin(), items.end());
    return frame;
}

int differing(const view::Image& a, const view::Image& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) count += a.rgba[i] != b.rgba[i] ? 1 : 0;
    return count;
}

TEST(Culling, LeavesNoPixelOfAGlobeOutAndDrawsFarLess) {
    Stage& stage = Stage::shared();
    std::mt19937 random(30);
    std::uniform_real_distribution<double> lon(-180, 180), sine(-1, 1), zoom(0, 5), turn(-3.1, 3.1);
    std::size_t drawn = 0, without = 0;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const Scattered world(seed);
        for (int i = 0; i < 15; ++i) {
            view::MapTransform map;
            map.rect = {0, 0, kWidth, kHeight};
            map.center = geo::world_from({i == 0 ? 180.0 : lon(random), i == 1 ? 84.0 : i == 2 ? -80.0 : std::asin(sine(random)) * 57});
            map.world_px = 512 * std::exp2(zoom(random));
            map.bearing_rad = turn(random);
            map.projection = view::Projection::Globe;
            const view::Image culled = stage.draw(globe(map, world.culled));
            drawn += stage.renderer().stats().vertices;
            const view::Image unculled = stage.draw(globe(map, world.unculled));
            without += stage.renderer().stats().vertices;
            ASSERT_EQ(differing(culled, unculled), 0) << "view " << i << " of world " << seed;
        }
    }
    EXPECT_LT(static_cast<double>(drawn), 0.45 * static_cast<double>(without));
    EXPECT_EQ(gl::check_errors(), 0);
}

TEST(Culling, OfALongLineOnAFlatMapOnlyWhatIsNearTheViewIsDrawn) {
    Stage& stage = Stage::shared();
    geo::Line line;
    for (int i = 0; i <= 4000; ++i) line.push_back({-170 + 0.085 * i, 20 * std::sin(0.1 * i)});
    view::StrokeLines item{std::make_shared<geo::LineSet>(geo::line_set({line}, 0x11ae)), {}};
    item.style.color = kBlack, item.style.width_px = 2;
    view::MapTransform map;
    map.rect = {0, 0, kWidth, kHeight};
    map.center = geo::world_from({12, 0});
    map.world_px = 512 * std::exp2(6);
    stage.draw(globe(map, {item}));
    EXPECT_LT(stage.renderer().stats().vertices, 4u * 400);
    EXPECT_GT(stage.renderer().stats().vertices, 0u);
}

TEST(CoarserMesh, MovesNoVertexFartherThanToldAndLeavesNoGapWhereChunksMeet) {
    const double tolerance = 0.004;
    const int exponent = grid_exponent(tolerance);
    EXPECT_LE(std::sqrt(0.5) * std::ldexp(1.0, exponent), tolerance);
    EXPECT_GT(std::sqrt(0.5) * std::ldexp(1.0, exponent), tolerance / 2);
    const geo::Mesh disc = geo::triangulate({geo::disc({30, 40}, 2000, 400)}, 1);
    const geo::Mesh coarse = coarser_mesh(disc, exponent);
    EXPECT_LT(coarse.triangles.size(), disc.triangles.size() / 2);
    EXPECT_GT(coarse.triangles.size(), 0u);
    for (const geo::LocalPoint v : coarse.vertices) {
        double nearest = 1;
        for (const geo::LocalPoint w : disc.vertices)
            nearest = std::min(nearest, std::hypot(double{v.x} - double{w.x}, double{v.y} - double{w.y}));
        EXPECT_LE(nearest, tolerance * 1.001);
    }
    // Two chunks with a cut between them at x = 0.31, which is no point of the grid.
    geo::Mesh west, east;
    west.origin = {0.3, 0.4}, west.box = {0.29, 0.39, 0.31, 0.41};
    west.vertices = {{-0.01f, -0.01f}, {0.01f, -0.01f}, {0.01f, 0.0043f}, {-0.01f, 0.01f}};
    west.triangles = {0, 1, 2, 0, 2, 3};
    east.origin = {0.32, 0.4}, east.box = {0.31, 0.39, 0.33, 0.41};
    east.vertices = {{-0.01f, -0.01f}, {0.01f, -0.01f}, {-0.01f, 0.0043f}, {0.01f, 0.01f}};
    east.triangles = {0, 1, 2, 2, 1, 3};
    const auto on_cut = [&](const geo::Mesh& mesh) {
        std::vector<double> y;
        for (const geo::LocalPoint v : coarser_mesh(mesh, exponent).vertices)
            if (std::abs(mesh.origin.x + double{v.x} - 0.31) < 1e-8) y.push_back(std::round((mesh.origin.y + double{v.y}) * 1e7));
        return y;
    };
    ASSERT_EQ(on_cut(west).size(), 2u);
    EXPECT_EQ(on_cut(west), on_cut(east));
}

}  // namespace
}  // namespace dateline::render
