#pragma once

#include "gl/program.h"
#include "render/world_view.h"

#include <array>
#include <optional>
#include <string>

namespace dateline::render {

/// A program whose vertex shader lays the world (project.glsl): a variant of it for each kind of projection, so that a flat
/// map does not pay for a globe's formulas. The flat one is there from the start, the others when they are first asked for.
class WorldProgram {
  public:
    /// `define`: lines that are put before both, beside that which says the kind.
    static base::Result<WorldProgram> load(const gl::ShaderSource& source, std::string_view vertex, std::string_view fragment,
                                           std::string_view define = {});
    static base::Result<WorldProgram> load(const gl::ShaderSource& source, std::string_view name) { return load(source, name, name); }

    const gl::Program& of(const WorldView& world);
    void reload_if_changed();

  private:
    explicit WorldProgram(const gl::ShaderSource& source) : source_(source) {}
    gl::ShaderSource source_;
    std::string vertex_, fragment_, define_;
    std::array<std::optional<gl::Program>, WorldView::kKinds> variants_;
};

}  // namespace dateline::render
