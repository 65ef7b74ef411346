#include "gl/program.h"

#include "base/log.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace dateline::gl {
namespace {

/// Compilers say "0:23(4): error: …" (Mesa), "0(23) : error …" (NVIDIA) or "ERROR: 0:23: …" (others): the first two
/// numbers are the source string, of which we give one, and the line.
struct Message {
    std::size_t line = 0;
    std::string text;
};

Message first_message(std::string_view log) {
    Message message;
    std::size_t at = 0;
    auto number = [&]() -> std::optional<std::size_t> {
        while (at < log.size() && !std::isdigit(static_cast<unsigned char>(log[at])) && log[at] != '\n') ++at;
        if (at >= log.size() || log[at] == '\n') return std::nullopt;
        std::size_t value = 0;
        while (at < log.size() && std::isdigit(static_cast<unsigned char>(log[at])) && value < 1'000'000) {
            value = value * 10 + static_cast<std::size_t>(log[at++] - '0');
        }
        return value;
    };
    number();
    message.line = number().value_or(0);
    message.text = std::string(log.substr(0, log.find('\n')));
    return message;
}

/// Deletes the shader once the program has taken it.
struct Shader {
    explicit Shader(GLenum kind) : id(glCreateShader(kind)) {}
    ~Shader() { glDeleteShader(id); }
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    GLuint id;
};

base::Result<> compile(const Shader& shader, const ShaderText& source) {
    const char* text = source.text.c_str();
    glShaderSource(shader.id, 1, &text, nullptr);
    glCompileShader(shader.id);
    GLint done = GL_FALSE;
    glGetShaderiv(shader.id, GL_COMPILE_STATUS, &done);
    if (done == GL_TRUE) return {};
    std::array<char, 2048> log{};
    glGetShaderInfoLog(shader.id, static_cast<GLsizei>(log.size()), nullptr, log.data());
    const Message message = first_message(log.data());
    return base::fail("the shader does not compile: " + message.text, source.origin_of(message.line),
                      "correct it, or update the graphics driver");
}

}  // namespace

base::Result<Program> Program::load(const ShaderSource& source, std::string_view vertex_name, std::string_view fragment_name,
                                    std::string_view define) {
    auto vertex = source.load(std::string(vertex_name) + ".vert");
    if (!vertex) return tl::unexpected(vertex.error());
    auto fragment = source.load(std::string(fragment_name) + ".frag");
    if (!fragment) return tl::unexpected(fragment.error());
    Program program;
    program.source_ = source;
    program.vertex_ = vertex_name;
    program.fragment_ = fragment_name;
    program.define_ = define;
    if (!define.empty())
        for (ShaderText* text : {&*vertex, &*fragment}) text->define(define);
    program.mtime_ = std::max(vertex->newest_mtime, fragment->newest_mtime);
    if (auto linked = program.link(*vertex, *fragment); !linked) return tl::unexpected(linked.error());
    return program;
}

base::Result<> Program::link(const ShaderText& vertex, const ShaderText& fragment) {
    const Shader vertex_shader(GL_VERTEX_SHADER), fragment_shader(GL_FRAGMENT_SHADER);
    if (auto done = compile(vertex_shader, vertex); !done) return done;
    if (auto done = compile(fragment_shader, fragment); !done) return done;
    glAttachShader(id(), vertex_shader.id);
    glAttachShader(id(), fragment_shader.id);
    glLinkProgram(id());
    glDetachShader(id(), vertex_shader.id);
    glDetachShader(id(), fragment_shader.id);
    GLint done = GL_FALSE;
    glGetProgramiv(id(), GL_LINK_STATUS, &done);
    if (done != GL_TRUE) {
        std::array<char, 2048> log{};
        glGetProgramInfoLog(id(), static_cast<GLsizei>(log.size()), nullptr, log.data());
        return base::fail("the shaders do not link: " + first_message(log.data()).text, fragment_, "update the graphics driver");
    }
    GLint count = 0;
    glGetProgramiv(id(), GL_ACTIVE_UNIFORMS, &count);
    for (GLint i = 0; i < count; ++i) {
        std::array<char, 128> name{};
        GLint size = 0;
        GLenum type = 0;
        glGetActiveUniform(id(), static_cast<GLuint>(i), static_cast<GLsizei>(name.size()), nullptr, &size, &type, name.data());
        std::string plain = name.data();
        if (plain.ends_with("[0]")) plain.resize(plain.size() - 3);  // an array
        uniforms_.push_back({plain, glGetUniformLocation(id(), name.data())});
    }
    return {};
}

int Program::location(std::string_view uniform) const {
    for (const Uniform& u : uniforms_) {
        if (u.name == uniform) return u.location;
    }
    return -1;
}

void Program::use() const { glUseProgram(id()); }
void Program::set(std::string_view uniform, int value) const { glUniform1i(location(uniform), value); }
void Program::set(std::string_view uniform, float value) const { glUniform1f(location(uniform), value); }
void Program::set(std::string_view uniform, std::array<float, 2> value) const { glUniform2fv(location(uniform), 1, value.data()); }
void Program::set(std::string_view uniform, std::array<float, 3> value) const { glUniform3fv(location(uniform), 1, value.data()); }
void Program::set(std::string_view uniform, std::array<float, 4> value) const { glUniform4fv(location(uniform), 1, value.data()); }
void Program::set(std::string_view uniform, std::span<const std::array<float, 4>> values) const {
    glUniform4fv(location(uniform), static_cast<GLsizei>(values.size()), values.empty() ? nullptr : values.front().data());
}
void Program::set_mat2(std::string_view uniform, std::array<float, 4> value) const {
    glUniformMatrix2fv(location(uniform), 1, GL_FALSE, value.data());
}

void Program::reload_if_changed() {
    if (!source_.watched()) return;
    const auto vertex = source_.load(vertex_ + ".vert");
    const auto fragment = source_.load(fragment_ + ".frag");
    if (!vertex || !fragment) return;  // an editor may be half-way through saving
    const std::int64_t newest = std::max(vertex->newest_mtime, fragment->newest_mtime);
    if (newest <= mtime_) return;
    mtime_ = newest;
    auto fresh = load(source_, vertex_, fragment_, define_);
    if (!fresh) {
        base::warn("keeping the old shader: {}", fresh.error().line());
        return;
    }
    *this = std::move(*fresh);
    base::info("{}: shader reloaded", fragment_);
}

}  // namespace dateline::gl
