#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "gl/texture.h"
#include "render/gpu_cache.h"
#include "render/target.h"
#include "render/world_program.h"

#include <map>

namespace dateline::render {

/// LayImage: pictures that lie on the world, imagery and shaded relief. Their textures are kept up to a budget.
class LaidPass {
  public:
    static base::Result<LaidPass> create(const gl::ShaderSource& source);
    void draw(const view::LayImage& item, const WorldView& world, const DrawContext& context);
    void end_frame() { textures_.end_frame(); }
    void reload() {
        raster_.reload_if_changed();
        relief_.reload_if_changed();
        smooth_relief_.reload_if_changed();
    }

  private:
    /// A square of `cells` by `cells`, shared by all pictures that are as large.
    struct Grid {
        gl::Buffer vertices, triangles;
        gl::VertexArray array;
        std::size_t index_count = 0;
    };
    LaidPass(WorldProgram raster, WorldProgram relief, WorldProgram smooth_relief)
        : raster_(std::move(raster)), relief_(std::move(relief)), smooth_relief_(std::move(smooth_relief)) {}
    Grid& grid_of(int cells);

    WorldProgram raster_, relief_, smooth_relief_;
    std::map<int, Grid> grids_;
    GpuCache<gl::Texture> textures_{std::size_t{192} << 20};
};

}  // namespace dateline::render
