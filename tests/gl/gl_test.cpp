#include "gl/buffer.h"
#include "gl/context.h"
#include "gl/debug.h"
#include "gl/program.h"
#include "gl/state.h"
#include "gl/texture.h"

#include "base/files.h"

#include <epoxy/gl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

namespace dateline::gl {
namespace {

using testing::HasSubstr;

constexpr const char* kVertex =
    "#version 330 core\nlayout(location = 0) in vec2 a_position;\nuniform vec2 u_shift;\n"
    "void main() { gl_Position = vec4(a_position + u_shift, 0.0, 1.0); gl_PointSize = 1.0; }\n";
constexpr const char* kFragment = "#version 330 core\nuniform vec4 u_color;\nout vec4 o_color;\nvoid main() { o_color = u_color; }\n";

/// A context without a display, and a folder for shaders. Every test ends with the GL names it began with, and no error.
class Gl : public testing::Test {
  protected:
    Gl() : folder_(std::filesystem::path(testing::TempDir()) / "gl_test_shaders") {
        auto made = Context::offscreen();
        if (!made) throw std::runtime_error(made.error().line());
        context_.emplace(std::move(*made));
        std::filesystem::create_directories(folder_);
        write("flat.vert", kVertex);
        write("flat.frag", kFragment);
        errors_before_ = error_count();
        live_before_ = live_objects();
    }
    void TearDown() override {
        EXPECT_EQ(check_errors(), errors_before_);
        EXPECT_EQ(live_objects(), live_before_);
        std::filesystem::remove_all(folder_);
    }
    void write(const char* name, std::string_view text) { ASSERT_TRUE(base::write_file(folder_ / name, text)); }
    ShaderSource source() const { return ShaderSource::folder(folder_); }

    std::filesystem::path folder_;
    std::optional<Context> context_;
    int errors_before_ = 0, live_before_ = 0;
};

std::vector<std::uint8_t> texel(int x, int y) { return read_rgba8(x, y, 1, 1); }
using Rgba = std::vector<std::uint8_t>;

TEST_F(Gl, OffscreenContextIsOpenGl33OrMore) {
    EXPECT_GE(epoxy_gl_version(), 33);
    EXPECT_GE(context_->limits().texture_px, 4096);
    EXPECT_GE(context_->limits().point_px, 16);
    EXPECT_FALSE(context_->limits().renderer.empty());
}

TEST_F(Gl, DebugContextCountsWhatTheDriverComplainsOf) {
    const int before = error_count();
    testing::internal::CaptureStderr();
    glEnable(0xdead);
    check_errors();
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("OpenGL"));
    EXPECT_EQ(error_count(), before + 1);
    errors_before_ = error_count();
}

TEST_F(Gl, ObjectsAreDeletedOnceAndMoveTheirName) {
    const int before = live_objects();
    {
        Buffer a;
        const std::uint32_t id = a.id();
        Buffer b(std::move(a));
        EXPECT_EQ(b.id(), id);
        EXPECT_EQ(a.id(), 0u);
        Buffer c;
        c = std::move(b);
        EXPECT_EQ(c.id(), id);
        EXPECT_EQ(live_objects(), before + 2);  // what was swapped out lives until its new owner ends
    }
    EXPECT_EQ(live_objects(), before);
}

TEST_F(Gl, DrawsIntoATextureAndReadsItBack) {
    const Texture texture(Format::Rgba8, 8, 4, Filter::Nearest);
    const Framebuffer framebuffer(texture);
    framebuffer.bind();
    EXPECT_EQ(texel(3, 3), (Rgba{0, 0, 0, 0}));
    auto program = Program::load(source(), "flat");
    ASSERT_TRUE(program) << program.error().line();
    reset_state();
    set_viewport({0, 0, 8, 4});
    set_scissor({0, 0, 8, 4});
    clear(0, 0, 1, 1);
    Buffer buffer;
    buffer.upload(std::vector<float>{-1, -1, 0, -1, -1, 1, 0, 1}, Usage::Static);
    VertexArray vertices;
    vertices.attributes(buffer, std::array{Attribute{0, 2}}, 2 * sizeof(float));
    program->use();
    program->set("u_color", std::array{0.5f, 0.0f, 0.0f, 0.5f});
    program->set("u_nothing", 3.0f);  // one that no shader has is ignored
    draw_arrays(vertices, Primitive::TriangleStrip, 0, 4);
    EXPECT_EQ(texel(1, 1), (Rgba{128, 0, 127, 255}));  // premultiplied over
    EXPECT_EQ(texel(6, 1), (Rgba{0, 0, 255, 255}));
    set_blend(Blend::Maximum);
    program->set("u_color", std::array{0.2f, 1.0f, 0.0f, 0.0f});
    draw_arrays(vertices, Primitive::TriangleStrip, 0, 4);
    EXPECT_EQ(texel(1, 1), (Rgba{128, 255, 127, 255}));
    set_blend(Blend::Replace);
    draw_arrays(vertices, Primitive::TriangleStrip, 0, 4);
    EXPECT_EQ(texel(1, 1), (Rgba{51, 255, 0, 0}));
}

TEST_F(Gl, ScissorHoldsForClearing) {
    const Texture texture(Format::Rgba8, 8, 4, Filter::Nearest);
    const Framebuffer framebuffer(texture);
    framebuffer.bind();
    reset_state();
    set_scissor({2, 1, 3, 2});
    clear(1, 1, 1, 1);
    EXPECT_EQ(texel(1, 1), (Rgba{0, 0, 0, 0}));
    EXPECT_EQ(texel(2, 1), (Rgba{255, 255, 255, 255}));
    EXPECT_EQ(texel(4, 2), (Rgba{255, 255, 255, 255}));
    EXPECT_EQ(texel(5, 2), (Rgba{0, 0, 0, 0}));
}

TEST_F(Gl, FirstInstanceIsChosenByTheBase) {
    const Texture texture(Format::Rgba8, 4, 1, Filter::Nearest);
    const Framebuffer framebuffer(texture);
    framebuffer.bind();
    auto program = Program::load(source(), "flat");
    ASSERT_TRUE(program) << program.error().line();
    reset_state();
    set_viewport({0, 0, 4, 1});
    set_scissor({0, 0, 4, 1});
    program->use();
    program->set("u_color", std::array{1.0f, 1.0f, 1.0f, 1.0f});
    Buffer buffer;  // the middles of the four pixels
    buffer.upload(std::vector<float>{-0.75f, 0, -0.25f, 0, 0.25f, 0, 0.75f, 0}, Usage::Static);
    VertexArray instances;
    instances.attributes(buffer, std::array{Attribute{0, 2}}, 8, 8, 1);
    draw_instances(instances, Primitive::Points, 1, 2);
    VertexArray points;
    points.attributes(buffer, std::array{Attribute{0, 2}}, 8);
    EXPECT_EQ(read_rgba8(0, 0, 4, 1), (Rgba{0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0}));
    clear(0, 0, 0, 0);
    draw_many_arrays(points, Primitive::Points, std::array{0, 3}, std::array{1, 1});
    EXPECT_EQ(read_rgba8(0, 0, 4, 1), (Rgba{255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255}));
}

TEST_F(Gl, StreamsKeepTheirStoreAndHoldWhatWasSentLast) {
    Buffer buffer;
    buffer.upload(std::vector<float>(100, 1.0f), Usage::Stream);
    buffer.upload(std::vector<float>{2, 3}, Usage::Stream);
    EXPECT_EQ(buffer.size_bytes(), 8u);
    float read[2] = {};
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glGetBufferSubData(GL_ARRAY_BUFFER, 0, sizeof read, read);
    EXPECT_EQ(read[0], 2);
    EXPECT_EQ(read[1], 3);
}

TEST_F(Gl, TexturesTakeRowsOfAnyWidth) {
    Texture texture(Format::R8, 5, 3, Filter::Linear);
    texture.write(1, 1, 3, 2, std::vector<std::uint8_t>{10, 20, 30, 40, 50, 60});
    const Framebuffer framebuffer(texture);
    framebuffer.bind();
    EXPECT_EQ(texel(0, 1)[0], 0);
    EXPECT_EQ(texel(1, 1)[0], 10);
    EXPECT_EQ(texel(3, 2)[0], 60);
    EXPECT_EQ(Framebuffer::current(), framebuffer.id());
}

TEST_F(Gl, QueryMeasuresTheGpu) {
    const Texture texture(Format::Rgba8, 8, 4, Filter::Nearest);
    const Framebuffer framebuffer(texture);
    framebuffer.bind();
    Query query;
    query.begin();
    clear(0, 0, 0, 0);
    query.end();
    EXPECT_GE(query.elapsed_s(), 0);
}

TEST_F(Gl, EveryEmbeddedShaderCompiles) {
    int pairs = 0;
    for (const EmbeddedShader& shader : embedded_shaders()) {
        if (!shader.name.ends_with(".vert")) continue;
        const std::string name(shader.name.substr(0, shader.name.size() - 5));
        if (!ShaderSource::embedded().load(name + ".frag")) continue;
        // What lays the world is built for each of six kinds of projection.
        const auto text = ShaderSource::embedded().load(std::string(shader.name));
        const bool lays = text && std::find(text->files.begin(), text->files.end(), "project.glsl") != text->files.end();
        for (const int plane : lays ? std::vector{0, 1, 2, 3, 4, 5} : std::vector{0}) {
            const auto program = Program::load(ShaderSource::embedded(), name, name, "#define PLANE " + std::to_string(plane));
            EXPECT_TRUE(program) << (program ? "" : program.error().line());
        }
        ++pairs;
    }
    EXPECT_GE(pairs, 8);
}

TEST_F(Gl, CompileErrorNamesFileAndLineThroughIncludes) {
    write("broken.glsl", "float fine() { return 1.0; }\nfloat broken() { return nonsense; }\n");
    write("flat.frag", "#version 330 core\n#include \"broken.glsl\"\nout vec4 o_color;\nvoid main() { o_color = vec4(fine()); }\n");
    const auto program = Program::load(source(), "flat");
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().where, "broken.glsl:2");
    write("broken.glsl", "float fine() { return 1.0; }\n");
    write("flat.frag", "#version 330 core\n#include \"broken.glsl\"\nout vec4 o_color;\nvoid main() { o_color = vec4(missing); }\n");
    const auto second = Program::load(source(), "flat");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().where, "flat.frag:4");
}

TEST_F(Gl, MissingDamagedAndCircularShadersAreOneClearLine) {
    EXPECT_THAT(Program::load(source(), "absent").error().line(), HasSubstr("absent.vert"));
    EXPECT_FALSE(Program::load(ShaderSource::embedded(), "absent"));
    write("flat.frag", "#include \"absent.glsl\"\n");
    EXPECT_THAT(Program::load(source(), "flat").error().where, HasSubstr("flat.frag:1"));
    write("flat.frag", "\x7f\x80\xff");
    EXPECT_THAT(Program::load(source(), "flat").error().what, HasSubstr("damaged"));
    write("flat.frag", "#include \"a.glsl\"\n");
    write("a.glsl", "\n#include \"b.glsl\"\n");
    write("b.glsl", "#include \"a.glsl\"\n");
    EXPECT_EQ(Program::load(source(), "flat").error().where, "b.glsl:1");
}

TEST_F(Gl, ReloadTakesANewShaderAndKeepsTheOldOneWhenItIsBroken) {
    auto program = Program::load(source(), "flat");
    ASSERT_TRUE(program);
    const auto touch = [&](const char* text, int hours) {
        write("flat.frag", text);
        std::filesystem::last_write_time(folder_ / "flat.frag", std::filesystem::file_time_type::clock::now() + std::chrono::hours(hours));
    };
    const std::uint32_t first = program->id();
    program->reload_if_changed();
    EXPECT_EQ(program->id(), first);
    testing::internal::CaptureStderr();
    touch("#version 330 core\nvoid main() { nonsense }\n", 1);
    program->reload_if_changed();
    EXPECT_EQ(program->id(), first);
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("keeping the old shader"));
    touch(kFragment, 2);
    program->reload_if_changed();
    EXPECT_NE(program->id(), first);
}

}  // namespace
}  // namespace dateline::gl
