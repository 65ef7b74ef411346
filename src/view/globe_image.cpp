#include "view/globe_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr int kSamples = 3;             // each way, of a pixel
constexpr double kLongestEdge_deg = 4;  // of a triangle that may be drawn flat
constexpr double kRad = std::numbers::pi / 180;

/// Which samples are land.
struct Mask {
    int side = 0;
    std::vector<std::uint8_t> land;

    explicit Mask(int samples) : side(samples), land(static_cast<std::size_t>(samples) * static_cast<std::size_t>(samples)) {}
    std::uint8_t& at(int x, int y) {
        return land[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)];
    }
    double to_sample(double unit) const { return (unit + 1) / 2 * side; }

    void fill(const std::array<Orthographic::Point, 3>& p) {
        std::array<double, 3> x{}, y{};
        for (std::size_t i = 0; i < 3; ++i) x[i] = to_sample(p[i].x) - 0.5, y[i] = to_sample(p[i].y) - 0.5;
        const int y0 = std::max(0, static_cast<int>(std::ceil(*std::min_element(y.begin(), y.end()))));
        const int y1 = std::min(side - 1, static_cast<int>(std::floor(*std::max_element(y.begin(), y.end()))));
        for (int row = y0; row <= y1; ++row) {
            double left = 1e9, right = -1e9;
            for (std::size_t i = 0; i < 3; ++i) {
                const std::size_t j = (i + 1) % 3;
                if ((y[i] <= row) == (y[j] <= row) && y[i] != row) continue;
                const double t = y[i] == y[j] ? 0 : (row - y[i]) / (y[j] - y[i]);
                const double at_x = x[i] + t * (x[j] - x[i]);
                left = std::min(left, at_x), right = std::max(right, at_x);
            }
            // Half a sample more, so that triangles side by side leave no seam.
            const int x0 = std::max(0, static_cast<int>(std::ceil(left - 0.5))),
                      x1 = std::min(side - 1, static_cast<int>(std::floor(right + 0.5)));
            for (int column = x0; column <= x1; ++column) at(column, row) = 1;
        }
    }
};

double apart_deg(geo::LonLat a, geo::LonLat b) {
    return std::max(std::abs(a.lat_deg - b.lat_deg), std::abs(a.lon_deg - b.lon_deg) * std::cos((a.lat_deg + b.lat_deg) / 2 * kRad));
}

void add_triangle(const Orthographic& view, Mask& mask, const std::array<geo::LonLat, 3>& corners, int depth) {
    std::array<Orthographic::Point, 3> p{};
    int in_front = 0;
    for (std::size_t i = 0; i < 3; ++i) in_front += (p[i] = view.project(corners[i])).in_front ? 1 : 0;
    std::size_t longest = 0;
    double length = 0;
    for (std::size_t i = 0; i < 3; ++i)
        if (const double d = apart_deg(corners[i], corners[(i + 1) % 3]); d > length) longest = i, length = d;
    if (length > kLongestEdge_deg && depth < 14) {
        if (in_front == 0 && length < 40) return;
        const geo::LonLat a = corners[longest], b = corners[(longest + 1) % 3], c = corners[(longest + 2) % 3];
        const geo::LonLat middle{(a.lon_deg + b.lon_deg) / 2, (a.lat_deg + b.lat_deg) / 2};
        add_triangle(view, mask, {a, middle, c}, depth + 1);
        add_triangle(view, mask, {middle, b, c}, depth + 1);
        return;
    }
    if (in_front >= 2) mask.fill(p);
}

void add_land(const document::BaseMap& basemap, const Orthographic& view, Mask& mask) {
    const auto& meshes =
        basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Land)][static_cast<std::size_t>(document::Scale::Coarse110m)];
    for (const document::BaseMesh& chunk : meshes) {
        if (!chunk.mesh) continue;
        const geo::Mesh& mesh = *chunk.mesh;
        std::vector<geo::LonLat> vertices;
        vertices.reserve(mesh.vertices.size());
        for (const geo::LocalPoint& v : mesh.vertices) {
            // Not wrapped: a triangle's corners stay side by side where it touches the antimeridian.
            const geo::WorldPoint p{mesh.origin.x + static_cast<double>(v.x), mesh.origin.y + static_cast<double>(v.y)};
            vertices.push_back({p.x * 360 - 180, geo::lonlat_from(p).lat_deg});
        }
        for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3)
            add_triangle(view, mask, {vertices[mesh.triangles[i]], vertices[mesh.triangles[i + 1]], vertices[mesh.triangles[i + 2]]}, 0);
    }
}

std::uint64_t key_of(const std::vector<std::uint8_t>& bytes) {
    std::uint64_t hash = 14695981039346656037ull;
    for (std::uint8_t byte : bytes) hash = (hash ^ byte) * 1099511628211ull;
    return hash;
}

}  // namespace

Orthographic::Point Orthographic::project(geo::LonLat at) const {
    const double lat = at.lat_deg * kRad, lat0 = centre.lat_deg * kRad, dlon = (at.lon_deg - centre.lon_deg) * kRad;
    const double cos_c = std::sin(lat0) * std::sin(lat) + std::cos(lat0) * std::cos(lat) * std::cos(dlon);
    return {std::cos(lat) * std::sin(dlon), -(std::cos(lat0) * std::sin(lat) - std::sin(lat0) * std::cos(lat) * std::cos(dlon)), cos_c > 0};
}

std::shared_ptr<const Image> globe_image(const document::BaseMap& basemap, const Theme& theme, geo::LonLat centre, int diameter_px) {
    const int side = std::max(8, diameter_px);
    Mask mask(side * kSamples);
    add_land(basemap, Orthographic{centre}, mask);
    const Color land = mix(theme.land, theme.text3, 0.38f), sea = theme.water;
    auto image = std::make_shared<Image>();
    image->width = image->height = side;
    image->rgba.resize(4 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const double radius = static_cast<double>(side * kSamples) / 2;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            int inside = 0, on_land = 0;
            for (int s = 0; s < kSamples * kSamples; ++s) {
                const int sx = x * kSamples + s % kSamples, sy = y * kSamples + s / kSamples;
                if (std::hypot(sx + 0.5 - radius, sy + 0.5 - radius) > radius) continue;
                ++inside;
                on_land += mask.at(sx, sy);
            }
            if (inside == 0) continue;
            const Color c = mix(sea, land, static_cast<float>(on_land) / static_cast<float>(inside));
            std::uint8_t* pixel =
                &image->rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x))];
            const auto byte = [](float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.f, 1.f) * 255)); };
            pixel[0] = byte(c.r), pixel[1] = byte(c.g), pixel[2] = byte(c.b);
            pixel[3] = byte(static_cast<float>(inside) / (kSamples * kSamples));
        }
    }
    image->key = key_of(image->rgba);
    return image;
}

std::vector<std::vector<PointPx>> on_globe(const Orthographic& view, const std::vector<geo::LonLat>& line, RectPx rect) {
    std::vector<std::vector<PointPx>> pieces(1);
    for (geo::LonLat at : line) {
        const Orthographic::Point p = view.project(at);
        if (!p.in_front) {
            if (!pieces.back().empty()) pieces.emplace_back();
            continue;
        }
        pieces.back().push_back({rect.x + rect.w / 2 * static_cast<float>(1 + p.x), rect.y + rect.h / 2 * static_cast<float>(1 + p.y)});
    }
    std::erase_if(pieces, [](const auto& piece) { return piece.size() < 2; });
    return pieces;
}

}  // namespace dateline::view
