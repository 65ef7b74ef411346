#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "render/gpu_cache.h"
#include "render/quads.h"
#include "render/target.h"
#include "render/world_program.h"

#include <span>
#include <vector>

namespace dateline::render {

/// A mesh's boundary: its edges that belong to one triangle only, the inside on their right (y down), as pairs of
/// points. Edges along the mesh's own box are left out: there a chunk was cut, and its neighbour goes on.
std::vector<geo::LocalPoint> boundary_edges(const geo::Mesh& mesh);

/// FillArea: triangles, and a one-pixel fringe along the boundary that anti-aliases them. In a picture that is only passing, fewer
/// triangles (see coarser_mesh) and no fringe: it is stretched afterwards, which softens as much.
class FillPass {
  public:
    static base::Result<FillPass> create(const gl::ShaderSource& source);
    /// Areas of one colour and hatch that follow each other.
    void draw(std::span<const view::FillArea* const> group, const WorldView& world, const DrawContext& context);
    void end_frame() { meshes_.end_frame(); }
    void reload() {
        fill_.reload_if_changed();
        fringe_.reload_if_changed();
    }

  private:
    struct GpuMesh {
        gl::Buffer vertices, triangles, edges;
        gl::VertexArray fill, fringe;
        std::size_t index_count = 0, edge_count = 0;
    };
    FillPass(WorldProgram fill, WorldProgram fringe) : fill_(std::move(fill)), fringe_(std::move(fringe)) {}
    std::pair<GpuMesh, std::size_t> upload(const geo::Mesh& mesh, bool fringed, Stats& stats);
    GpuMesh& mesh_of(const view::FillArea& area, const WorldView& world, const DrawContext& context);
    /// A mesh on the target, and which copies of it are seen.
    struct Seen {
        const view::FillArea* area;
        GpuMesh* mesh;
        WorldView::Copies copies;
    };
    template <class Draw>
    void draw_all(const gl::Program& program, const WorldView& world, const DrawContext& context, Draw draw);

    WorldProgram fill_, fringe_;
    Quads quads_;
    std::vector<Seen> seen_;  ///< of the group that is drawn
    GpuCache<GpuMesh> meshes_{std::size_t{256} << 20};
};

}  // namespace dateline::render
