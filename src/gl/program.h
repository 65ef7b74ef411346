#pragma once

#include "base/result.h"
#include "gl/object.h"
#include "gl/shader_source.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::gl {

/// `<vertex>.vert` and `<fragment>.frag` of a ShaderSource, linked.
class Program : public Object {
  public:
    /// Errors: a shader is missing, damaged, or does not compile (file:line of the first message).
    /// `define`: a line that is put before both, below their #version.
    static base::Result<Program> load(const ShaderSource& source, std::string_view vertex, std::string_view fragment,
                                      std::string_view define = {});
    static base::Result<Program> load(const ShaderSource& source, std::string_view name) { return load(source, name, name); }

    void use() const;
    /// Uniforms of the program in use. One that the compiler dropped is ignored.
    void set(std::string_view uniform, int value) const;
    void set(std::string_view uniform, float value) const;
    void set(std::string_view uniform, std::array<float, 2> value) const;
    void set(std::string_view uniform, std::array<float, 3> value) const;
    void set(std::string_view uniform, std::array<float, 4> value) const;
    /// An array of vec4.
    void set(std::string_view uniform, std::span<const std::array<float, 4>> values) const;
    /// Column by column.
    void set_mat2(std::string_view uniform, std::array<float, 4> value) const;

    /// Compiles again when a watched file changed. Keeps the old program when the new one does not compile, and logs why.
    void reload_if_changed();

  private:
    Program() : Object(ObjectKind::Program) {}
    base::Result<> link(const ShaderText& vertex, const ShaderText& fragment);
    int location(std::string_view uniform) const;

    struct Uniform {
        std::string name;
        int location;
    };
    std::vector<Uniform> uniforms_;
    ShaderSource source_ = ShaderSource::embedded();
    std::string vertex_, fragment_, define_;
    std::int64_t mtime_ = 0;
};

}  // namespace dateline::gl
