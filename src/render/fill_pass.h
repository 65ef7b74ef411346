#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "render/gpu_cache.h"
#include "render/quads.h"
#include "render/target.h"
#include "render/world_program.h"

namespace dateline::render {

/// A mesh's boundary: its edges that belong to one triangle only, the inside on their right (y down), as pairs of
/// points. Edges along the mesh's own box are left out: there a chunk was cut, and its neighbour goes on.
std::vector<geo::LocalPoint> boundary_edges(const geo::Mesh& mesh);

/// FillArea: triangles, and a one-pixel fringe along the boundary that anti-aliases them.
class FillPass {
  public:
    static base::Result<FillPass> create(const gl::ShaderSource& source);
    void draw(const view::FillArea& area, const WorldView& world, const DrawContext& context);
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
    std::pair<GpuMesh, std::size_t> upload(const geo::Mesh& mesh, Stats& stats);

    WorldProgram fill_, fringe_;
    Quads quads_;
    GpuCache<GpuMesh> meshes_{std::size_t{256} << 20};
};

}  // namespace dateline::render
