#include "render/mesh_levels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace dateline::render {
namespace {

constexpr double kOnSide = 1e-6;  // of the box

/// Grid points along an axis, but for what lies on a side of the box.
struct SnappedAxis {
    double origin, low, high, step;

    double operator()(float local) const {
        const double at = origin + double{local}, near = kOnSide * (high - low);
        if (std::abs(at - low) <= near || std::abs(at - high) <= near) return double{local};
        return std::round(at / step) * step - origin;
    }
};

}  // namespace

int grid_exponent(double tolerance) {
    return static_cast<int>(std::floor(std::log2(std::max(tolerance * std::sqrt(2.0), std::numeric_limits<double>::min()))));
}

geo::Mesh coarser_mesh(const geo::Mesh& mesh, int exponent) {
    geo::Mesh coarse;
    coarse.key = mesh.key, coarse.origin = mesh.origin, coarse.box = mesh.box;
    const double step = std::ldexp(1.0, exponent);
    const SnappedAxis x{mesh.origin.x, mesh.box.x0, mesh.box.x1, step}, y{mesh.origin.y, mesh.box.y0, mesh.box.y1, step};
    std::vector<std::uint32_t> moved_to(mesh.vertices.size());
    std::unordered_map<std::uint64_t, std::uint32_t> found;
    found.reserve(mesh.vertices.size());
    for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
        const geo::LocalPoint at{static_cast<float>(x(mesh.vertices[i].x)), static_cast<float>(y(mesh.vertices[i].y))};
        const auto bits = [](float v) { return std::uint64_t{std::bit_cast<std::uint32_t>(v + 0.0f)}; };  // -0 is 0
        const auto [place, is_new] = found.try_emplace(bits(at.x) << 32 | bits(at.y), static_cast<std::uint32_t>(coarse.vertices.size()));
        if (is_new) coarse.vertices.push_back(at);
        moved_to[i] = place->second;
    }
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
        const std::uint32_t a = moved_to[mesh.triangles[t]], b = moved_to[mesh.triangles[t + 1]], c = moved_to[mesh.triangles[t + 2]];
        if (a != b && b != c && c != a) coarse.triangles.insert(coarse.triangles.end(), {a, b, c});
    }
    return coarse;
}

}  // namespace dateline::render
