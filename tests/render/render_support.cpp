#include "render/render_support.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::render {
namespace {

std::uint64_t next_key() {
    static std::uint64_t key = 1'000'000;
    return ++key;
}

geo::WorldPoint world_of(view::PointPx p, int width, int height) {
    return {0.5 + (double{p.x} - 0.5 * width) / kPageWorldPx, 0.5 + (double{p.y} - 0.5 * height) / kPageWorldPx};
}

}  // namespace

base::Result<std::unique_ptr<Stage>> Stage::open() {
    auto context = gl::Context::offscreen();
    if (!context) return tl::unexpected(context.error());
    auto type = view::Typesetter::open(std::filesystem::path(DATELINE_SOURCE_DIR) / "assets");
    if (!type) return tl::unexpected(type.error());
    std::unique_ptr<Stage> stage(new Stage(std::move(*context)));
    stage->type_ = std::make_unique<view::Typesetter>(std::move(*type));
    auto renderer = Renderer::create(stage->context_, *stage->type_);
    if (!renderer) return tl::unexpected(renderer.error());
    stage->renderer_ = std::make_unique<Renderer>(std::move(*renderer));
    return stage;
}

Stage& Stage::shared() {
    static const std::unique_ptr<Stage> stage = [] {
        auto opened = open();
        if (!opened) throw std::runtime_error(opened.error().line());
        return std::move(*opened);
    }();
    stage->context_.make_current();
    return *stage;
}

view::Image Stage::draw(const view::Frame& frame, int largest_tile_px) {
    auto image = render_to_image(context_, *renderer_, frame, largest_tile_px);
    EXPECT_TRUE(image) << (image ? "" : image.error().line());
    return image.value_or(view::Image{});
}

Pixel pixel(const view::Image& image, int x, int y) {
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return {-1, -1, -1, -1};
    const std::size_t at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

double ink(const view::Image& image, view::RectPx rect, view::Color paper, view::Color full) {
    const double span = std::abs(full.r - paper.r) + std::abs(full.g - paper.g) + std::abs(full.b - paper.b);
    double sum = 0;
    for (int y = static_cast<int>(rect.y); y < static_cast<int>(rect.bottom()); ++y) {
        for (int x = static_cast<int>(rect.x); x < static_cast<int>(rect.right()); ++x) {
            const Pixel p = pixel(image, x, y);
            sum += (std::abs(p.r - 255.0 * double{paper.r}) + std::abs(p.g - 255.0 * double{paper.g}) +
                    std::abs(p.b - 255.0 * double{paper.b})) /
                   255 / span;
        }
    }
    return sum;
}

view::Frame page(int width, int height, view::Color clear) {
    view::Frame frame;
    frame.width_px = width;
    frame.height_px = height;
    frame.clear = clear;
    view::MapTransform map;
    map.rect = {0, 0, static_cast<float>(width), static_cast<float>(height)};
    map.center = {0.5, 0.5};
    map.world_px = kPageWorldPx;
    frame.items.push_back(map);
    return frame;
}

std::shared_ptr<const geo::Mesh> mesh_px(const std::vector<view::PointPx>& outline, int width, int height) {
    geo::Line ring;
    for (view::PointPx p : outline) ring.push_back(geo::lonlat_from(world_of(p, width, height)));
    ring.push_back(ring.front());
    return std::make_shared<const geo::Mesh>(geo::triangulate({{ring}}, next_key()));
}

view::DrawText text(std::string words, view::PointPx at) {
    view::DrawText item;
    item.text = std::move(words);
    item.at = at;
    item.style.color = kBlack;
    return item;
}

std::shared_ptr<const geo::LineSet> line_px(const std::vector<view::PointPx>& points, int width, int height) {
    geo::Line line;
    for (view::PointPx p : points) line.push_back(geo::lonlat_from(world_of(p, width, height)));
    return std::make_shared<const geo::LineSet>(geo::line_set({line}, next_key()));
}

}  // namespace dateline::render
