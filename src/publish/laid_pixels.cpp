#include "publish/laid_pixels.h"

#include "view/map_plane.h"
#include "view/relief_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::publish {
namespace {

using Pixel = std::array<float, 4>;  // premultiplied

Pixel texel(const geo::WorldImage& image, int x, int y) {
    x = std::clamp(x, 0, image.width - 1);
    y = std::clamp(y, 0, image.height - 1);
    const std::size_t at = static_cast<std::size_t>(image.channels) *
                           (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
    const auto part = [&](std::size_t channel) { return static_cast<float>(image.pixels[at + channel]) / 255; };
    if (image.channels == 2) return {part(0), part(1), 0, 0};
    const float a = part(3);
    return {part(0) * a, part(1) * a, part(2) * a, a};
}

Pixel sampled(const geo::WorldImage& image, geo::WorldPoint at) {
    const double x = (at.x - image.box.x0) / (image.box.x1 - image.box.x0) * image.width - 0.5;
    const double y = (at.y - image.box.y0) / (image.box.y1 - image.box.y0) * image.height - 0.5;
    const double whole_x = std::floor(x), whole_y = std::floor(y);
    const auto fx = static_cast<float>(x - whole_x), fy = static_cast<float>(y - whole_y);
    const int ix = static_cast<int>(whole_x), iy = static_cast<int>(whole_y);
    const Pixel a = texel(image, ix, iy), b = texel(image, ix + 1, iy), c = texel(image, ix, iy + 1), d = texel(image, ix + 1, iy + 1);
    Pixel mixed{};
    for (std::size_t k = 0; k < 4; ++k) mixed[k] = (a[k] * (1 - fx) + b[k] * fx) * (1 - fy) + (c[k] * (1 - fx) + d[k] * fx) * fy;
    return mixed;
}

Pixel color_of(const view::LayImage& piece, geo::WorldPoint at) {
    Pixel pixel = sampled(*piece.image, at);
    if (piece.image->channels == 2) {
        for (const auto& [edge, height] : {std::pair{at.y, piece.north}, {1 - at.y, piece.south}}) {
            if (height < 0) continue;
            const float share = view::beyond_share(edge);
            pixel[0] += (document::kReliefFlat / 255.f - pixel[0]) * share;
            pixel[1] += (height - pixel[1]) * share;
        }
        const view::Color c = view::relief_color(piece.tone, pixel[0], pixel[1]);
        pixel = {c.r * c.a, c.g * c.a, c.b * c.a, c.a};
    }
    for (float& part : pixel) part *= piece.alpha;
    return pixel;
}

std::uint32_t packed(const Pixel& p) {
    const auto byte = [](float v) { return static_cast<std::uint32_t>(std::lround(255 * std::clamp(v, 0.f, 1.f))); };
    return byte(p[3]) << 24 | byte(p[0]) << 16 | byte(p[1]) << 8 | byte(p[2]);
}

}  // namespace

LaidPixels laid_pixels(const view::MapTransform& map, std::span<const view::LayImage> pieces) {
    LaidPixels out;
    out.x = static_cast<int>(std::floor(map.rect.x));
    out.y = static_cast<int>(std::floor(map.rect.y));
    out.width = static_cast<int>(std::ceil(map.rect.right())) - out.x;
    out.height = static_cast<int>(std::ceil(map.rect.bottom())) - out.y;
    if (out.width <= 0 || out.height <= 0) return {};
    const auto width = static_cast<std::size_t>(out.width);
    out.argb.assign(width * static_cast<std::size_t>(out.height), 0);
    bool any = false;
    const view::PlaneView view(map);
    std::vector<geo::WorldPoint> world(width);
    std::vector<Pixel> row(width);
    for (int y = 0; y < out.height; ++y) {
        geo::WorldBox reach;
        for (std::size_t x = 0; x < width; ++x) {
            const auto place = view.world({static_cast<float>(out.x) + static_cast<float>(x) + 0.5f, static_cast<float>(out.y + y) + 0.5f});
            world[x] = place.value_or(geo::WorldPoint{std::nan(""), std::nan("")});
            world[x].x -= std::floor(world[x].x);
            if (std::isfinite(world[x].x) && std::isfinite(world[x].y)) reach.include(world[x]);
        }
        std::fill(row.begin(), row.end(), Pixel{});
        bool covered = false;
        for (const view::LayImage& piece : pieces) {
            const geo::WorldBox& part = piece.part;
            if (!piece.image || !piece.image->whole() || piece.alpha <= 0 || !part.intersects(reach)) continue;
            for (std::size_t x = 0; x < width; ++x) {
                const geo::WorldPoint at = world[x];
                if (!(at.x >= part.x0 && at.x < part.x1 && at.y >= part.y0 && at.y < part.y1)) continue;
                const Pixel over = color_of(piece, at);
                for (std::size_t k = 0; k < 4; ++k) row[x][k] = over[k] + row[x][k] * (1 - over[3]);
                covered = covered || over[3] > 0;
            }
        }
        if (!covered) continue;
        any = true;
        for (std::size_t x = 0; x < width; ++x) out.argb[static_cast<std::size_t>(y) * width + x] = packed(row[x]);
    }
    return any ? out : LaidPixels{};
}

}  // namespace dateline::publish
