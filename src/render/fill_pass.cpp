#include "render/fill_pass.h"

#include "base/id.h"
#include "render/mesh_levels.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cmath>
#include <numbers>

namespace dateline::render {
namespace {

/// Undirected edges seen so far; an edge met twice is inside. Open addressing: meshes have a million edges.
class EdgeTable {
  public:
    struct Edge {
        std::uint32_t from = 0, to = 0;
        std::uint32_t count = 0;
    };

    explicit EdgeTable(std::size_t edges) : slots_(std::bit_ceil(2 * edges + 16)) {}

    void add(std::uint32_t from, std::uint32_t to) {
        const std::uint64_t key = (std::uint64_t{std::min(from, to)} << 32) | std::max(from, to);
        std::size_t slot = static_cast<std::size_t>((key * 0x9e3779b97f4a7c15ull) >> 32) & (slots_.size() - 1);
        while (slots_[slot].count > 0) {
            Edge& e = slots_[slot];
            if ((e.from == from && e.to == to) || (e.from == to && e.to == from)) {
                ++e.count;
                return;
            }
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = {from, to, 1};
        order_.push_back(slot);
    }

    template <class Visit>
    void each_boundary(Visit visit) const {
        for (std::size_t slot : order_) {
            if (slots_[slot].count == 1) visit(slots_[slot]);
        }
    }

  private:
    std::vector<Edge> slots_;
    std::vector<std::size_t> order_;
};

/// By how much stripes lie farther along x than where x + y = 0, or x - y = 0 for those that fall: less than a period, so that
/// floats stay fine however far a map was dragged.
float hatch_shift_px(std::array<float, 2> origin_px, float period_px) {
    if (period_px == 0) return 0;
    const double down = period_px < 0 ? -1 : 1;
    return static_cast<float>(
        std::remainder(double{origin_px[0]} + down * double{origin_px[1]}, std::numbers::sqrt2 * std::abs(double{period_px})));
}

bool on_same_side(const geo::Mesh& mesh, geo::LocalPoint a, geo::LocalPoint b) {
    const auto near = [](double v, double w, double span) { return std::abs(v - w) <= 1e-6 * span; };
    const double w = mesh.box.x1 - mesh.box.x0, h = mesh.box.y1 - mesh.box.y0;
    for (double x : {mesh.box.x0 - mesh.origin.x, mesh.box.x1 - mesh.origin.x}) {
        if (near(a.x, x, w) && near(b.x, x, w)) return true;
    }
    for (double y : {mesh.box.y0 - mesh.origin.y, mesh.box.y1 - mesh.origin.y}) {
        if (near(a.y, y, h) && near(b.y, y, h)) return true;
    }
    return false;
}

}  // namespace

std::vector<geo::LocalPoint> boundary_edges(const geo::Mesh& mesh) {
    EdgeTable table(mesh.triangles.size());
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
        std::array<std::uint32_t, 3> v{mesh.triangles[t], mesh.triangles[t + 1], mesh.triangles[t + 2]};
        const geo::LocalPoint a = mesh.vertices[v[0]], b = mesh.vertices[v[1]], c = mesh.vertices[v[2]];
        const float turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (turn < 0) std::swap(v[1], v[2]);
        for (std::size_t i = 0; i < 3; ++i) table.add(v[i], v[(i + 1) % 3]);
    }
    std::vector<geo::LocalPoint> points;
    table.each_boundary([&](const EdgeTable::Edge& edge) {
        const geo::LocalPoint a = mesh.vertices[edge.from], b = mesh.vertices[edge.to];
        if (on_same_side(mesh, a, b)) return;
        points.push_back(a);
        points.push_back(b);
    });
    return points;
}

base::Result<FillPass> FillPass::create(const gl::ShaderSource& source) {
    auto fill = WorldProgram::load(source, "fill");
    if (!fill) return tl::unexpected(fill.error());
    auto fringe = WorldProgram::load(source, "fringe");
    if (!fringe) return tl::unexpected(fringe.error());
    return FillPass(std::move(*fill), std::move(*fringe));
}

std::pair<FillPass::GpuMesh, std::size_t> FillPass::upload(const geo::Mesh& mesh, bool fringed, Stats& stats) {
    GpuMesh gpu;
    gpu.vertices.upload(mesh.vertices, gl::Usage::Static);
    gpu.triangles.upload(mesh.triangles, gl::Usage::Static);
    gpu.index_count = mesh.triangles.size();
    gpu.fill.attributes(gpu.vertices, std::array{gl::Attribute{0, 2}}, sizeof(geo::LocalPoint));
    gpu.fill.indices(gpu.triangles);
    if (fringed) {
        using Edge = std::array<geo::LocalPoint, 2>;
        const std::vector<geo::LocalPoint> ends = boundary_edges(mesh);
        std::vector<Edge> edges;
        edges.reserve(ends.size() / 2);
        for (std::size_t i = 0; i + 1 < ends.size(); i += 2) edges.push_back({ends[i], ends[i + 1]});
        gpu.edges.upload(Quads::for_each_corner(edges), gl::Usage::Static);
        gpu.edge_count = edges.size();
        const gl::Attribute from{0, 2}, to{1, 2, gl::Type::Float, false, sizeof(geo::LocalPoint)};
        gpu.fringe.attributes(gpu.edges, std::array{from, to}, sizeof(Edge));
        quads_.lend_to(gpu.fringe, gpu.edge_count);
    }
    const std::size_t bytes = gpu.vertices.size_bytes() + gpu.triangles.size_bytes() + gpu.edges.size_bytes();
    stats.uploaded_bytes += bytes;
    return {std::move(gpu), bytes};
}

FillPass::GpuMesh& FillPass::mesh_of(const view::FillArea& area, const WorldView& world, const DrawContext& context) {
    const geo::Mesh& mesh = *area.mesh;
    if (!context.passing) return meshes_.find_or(mesh.key, [&] { return upload(mesh, true, context.stats); });
    const int exponent = grid_exponent(kUnseenPassingPx / world.map().world_px);
    return meshes_.find_or(base::stable_hash(fmt::format("passing/{}", exponent), mesh.key),
                           [&] { return upload(coarser_mesh(mesh, exponent), false, context.stats); });
}

template <class Draw>
void FillPass::draw_all(const gl::Program& program, const WorldView& world, const DrawContext& context, Draw draw) {
    const view::FillArea& style = *seen_.front().area;
    const view::Color c = style.fill;
    program.use();
    context.target.apply(program);
    program.set("u_color", std::array{c.r * c.a, c.g * c.a, c.b * c.a, c.a});
    program.set("u_hatch_px", style.hatch_px);
    program.set("u_hatch_line_px", 1.2f * context.scale);
    program.set("u_hatch_shift_px", hatch_shift_px(context.hatch_origin_px, style.hatch_px));
    for (const Seen& seen : seen_) {
        for (int copy = seen.copies.first; copy <= seen.copies.last; ++copy) {
            world.apply(program, seen.area->mesh->origin, copy);
            const std::size_t vertices = draw(*seen.mesh);
            context.stats.draw_calls += vertices > 0 ? 1 : 0;
            context.stats.vertices += vertices;
        }
    }
}

void FillPass::draw(std::span<const view::FillArea* const> group, const WorldView& world, const DrawContext& context) {
    seen_.clear();
    for (const view::FillArea* area : group) {
        if (!area->mesh || area->mesh->triangles.empty() || area->fill.a <= 0) continue;
        const WorldView::Copies copies = world.copies(area->mesh->box, 2);
        if (copies.none()) continue;
        GpuMesh& mesh = mesh_of(*area, world, context);
        if (mesh.index_count > 0) seen_.push_back({area, &mesh, copies});
    }
    if (seen_.empty()) return;
    const gl::ClipDistances clipped(world.curved());
    draw_all(fill_.of(world), world, context, [](const GpuMesh& mesh) {
        gl::draw_elements(mesh.fill, gl::Primitive::Triangles, 0, mesh.index_count);
        return mesh.index_count;
    });
    if (context.passing) return;
    draw_all(fringe_.of(world), world, context, [](const GpuMesh& mesh) {
        if (mesh.edge_count > 0) Quads::draw(mesh.fringe, mesh.edge_count);
        return 4 * mesh.edge_count;
    });
}

}  // namespace dateline::render
