#include "render/world_program.h"

#include "base/log.h"

#include <fmt/format.h>

namespace dateline::render {
namespace {

base::Result<gl::Program> variant(const gl::ShaderSource& source, std::string_view vertex, std::string_view fragment,
                                  std::string_view define, std::size_t kind) {
    return gl::Program::load(source, vertex, fragment, fmt::format("#define PLANE {}\n{}", kind, define));
}

}  // namespace

base::Result<WorldProgram> WorldProgram::load(const gl::ShaderSource& source, std::string_view vertex, std::string_view fragment,
                                              std::string_view define) {
    WorldProgram program(source);
    program.vertex_ = vertex;
    program.fragment_ = fragment;
    program.define_ = define;
    auto flat = variant(source, vertex, fragment, define, 0);
    if (!flat) return tl::unexpected(flat.error());
    program.variants_[0].emplace(std::move(*flat));
    return program;
}

const gl::Program& WorldProgram::of(const WorldView& world) {
    std::optional<gl::Program>& wanted = variants_[static_cast<std::size_t>(world.kind())];
    if (wanted) return *wanted;
    auto loaded = variant(source_, vertex_, fragment_, define_, static_cast<std::size_t>(world.kind()));
    if (!loaded) {
        // The same text compiled for the flat map.
        base::warn("{}", loaded.error().line());
        return *variants_[0];
    }
    return wanted.emplace(std::move(*loaded));
}

void WorldProgram::reload_if_changed() {
    for (std::optional<gl::Program>& program : variants_)
        if (program) program->reload_if_changed();
}

}  // namespace dateline::render
