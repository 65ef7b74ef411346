#include "render/fill_pass.h"

#include <array>
#include <bit>
#include <cmath>

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

std::pair<FillPass::GpuMesh, std::size_t> FillPass::upload(const geo::Mesh& mesh, Stats& stats) {
    GpuMesh gpu;
    using Edge = std::array<geo::LocalPoint, 2>;
    const std::vector<geo::LocalPoint> ends = boundary_edges(mesh);
    std::vector<Edge> edges;
    edges.reserve(ends.size() / 2);
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) edges.push_back({ends[i], ends[i + 1]});
    gpu.vertices.upload(mesh.vertices, gl::Usage::Static);
    gpu.triangles.upload(mesh.triangles, gl::Usage::Static);
    gpu.edges.upload(Quads::for_each_corner(edges), gl::Usage::Static);
    gpu.index_count = mesh.triangles.size();
    gpu.edge_count = edges.size();
    gpu.fill.attributes(gpu.vertices, std::array{gl::Attribute{0, 2}}, sizeof(geo::LocalPoint));
    gpu.fill.indices(gpu.triangles);
    const gl::Attribute from{0, 2}, to{1, 2, gl::Type::Float, false, sizeof(geo::LocalPoint)};
    gpu.fringe.attributes(gpu.edges, std::array{from, to}, sizeof(Edge));
    quads_.lend_to(gpu.fringe, gpu.edge_count);
    const std::size_t bytes = gpu.vertices.size_bytes() + gpu.triangles.size_bytes() + gpu.edges.size_bytes();
    stats.uploaded_bytes += bytes;
    return {std::move(gpu), bytes};
}

void FillPass::draw(const view::FillArea& area, const WorldView& world, const DrawContext& context) {
    if (!area.mesh || area.mesh->triangles.empty() || area.fill.a <= 0) return;
    const WorldView::Copies copies = world.copies(area.mesh->box, 2);
    if (copies.first > copies.last) return;
    GpuMesh& mesh = meshes_.find_or(area.mesh->key, [&] { return upload(*area.mesh, context.stats); });
    const view::Color c = area.fill;
    const auto prepare = [&](const gl::Program& program) {
        program.use();
        context.target.apply(program);
        program.set("u_color", std::array{c.r * c.a, c.g * c.a, c.b * c.a, c.a});
        program.set("u_hatch_px", area.hatch_px);
        program.set("u_hatch_line_px", 1.2f * context.scale);
        program.set("u_hatch_origin", context.hatch_origin_px);
    };
    const gl::ClipDistances clipped(world.curved());
    const gl::Program& fill = fill_.of(world);
    prepare(fill);
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        world.apply(fill, area.mesh->origin, copy);
        gl::draw_elements(mesh.fill, gl::Primitive::Triangles, 0, mesh.index_count);
        context.stats.draw_calls++;
        context.stats.vertices += mesh.index_count;
    }
    if (mesh.edge_count == 0) return;
    const gl::Program& fringe = fringe_.of(world);
    prepare(fringe);
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        world.apply(fringe, area.mesh->origin, copy);
        Quads::draw(mesh.fringe, mesh.edge_count);
        context.stats.draw_calls++;
        context.stats.vertices += 4 * mesh.edge_count;
    }
}

}  // namespace dateline::render
