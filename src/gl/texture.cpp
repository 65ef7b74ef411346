#include "gl/texture.h"

#include <epoxy/gl.h>

namespace dateline::gl {
namespace {

GLenum layout_of(Format format) { return format == Format::Rgba8 ? GL_RGBA : format == Format::Rg8 ? GL_RG : GL_RED; }
GLint storage_of(Format format) {
    switch (format) {
        case Format::R8: return GL_R8;
        case Format::Rg8: return GL_RG8;
        case Format::R32F: return GL_R32F;
        case Format::Rgba8: break;
    }
    return GL_RGBA8;
}
std::size_t texel_bytes(Format format) { return format == Format::R8 ? 1 : format == Format::Rg8 ? 2 : 4; }

}  // namespace

Texture::Texture(Format format, int width, int height, Filter filter)
    : Object(ObjectKind::Texture), width_(width), height_(height), format_(format) {
    glBindTexture(GL_TEXTURE_2D, id());
    const std::vector<std::uint8_t> zero(texel_bytes(format) * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, storage_of(format), width, height, 0, layout_of(format),
                 format == Format::R32F ? GL_FLOAT : GL_UNSIGNED_BYTE, zero.data());  // four zero bytes are 0.0f
    const GLint mag = filter == Filter::Nearest ? GL_NEAREST : GL_LINEAR;
    const GLint min = filter == Filter::Mipmap ? GL_LINEAR_MIPMAP_LINEAR : mag;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, min);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, mag);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void Texture::write(int x, int y, int width, int height, std::span<const std::uint8_t> pixels) {
    glBindTexture(GL_TEXTURE_2D, id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, layout_of(format_), GL_UNSIGNED_BYTE, pixels.data());
}

void Texture::make_mipmaps() {
    glBindTexture(GL_TEXTURE_2D, id());
    glGenerateMipmap(GL_TEXTURE_2D);
}

void Texture::bind(int unit) const {
    glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + unit));
    glBindTexture(GL_TEXTURE_2D, id());
}

Framebuffer::Framebuffer(const Texture& color) : Object(ObjectKind::Framebuffer) {
    const std::uint32_t before = current();
    glBindFramebuffer(GL_FRAMEBUFFER, id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color.id(), 0);
    glBindFramebuffer(GL_FRAMEBUFFER, before);
}

void Framebuffer::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, id()); }

std::uint32_t Framebuffer::current() {
    GLint name = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &name);
    return static_cast<std::uint32_t>(name);
}

void Framebuffer::bind_raw(std::uint32_t name) { glBindFramebuffer(GL_FRAMEBUFFER, name); }

void copy_pixels(std::uint32_t from, std::uint32_t to, int width, int height) { copy_pixels(from, to, {0, 0, width, height}, 0, 0); }

void copy_pixels(std::uint32_t from, std::uint32_t to, const Box& box, int x, int y) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    set_scissor(box);
    glBlitFramebuffer(x, y, x + box.width, y + box.height, box.x, box.y, box.x + box.width, box.y + box.height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, to);
}

void stretch_pixels(std::uint32_t from, int from_width, int from_height, std::uint32_t to, int to_height, int times, const Box& box) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    set_scissor(box);
    glBlitFramebuffer(0, 0, from_width, from_height, 0, to_height - times * from_height, times * from_width, to_height, GL_COLOR_BUFFER_BIT,
                      GL_LINEAR);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, to);
}

std::vector<std::uint8_t> read_rgba8(int x, int y, int width, int height) {
    std::vector<std::uint8_t> pixels(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return pixels;
}

void Query::begin() { glBeginQuery(GL_TIME_ELAPSED, id()); }
void Query::end() { glEndQuery(GL_TIME_ELAPSED); }

double Query::elapsed_s() const {
    GLuint64 ns = 0;
    glGetQueryObjectui64v(id(), GL_QUERY_RESULT, &ns);
    return static_cast<double>(ns) * 1e-9;
}

}  // namespace dateline::gl
