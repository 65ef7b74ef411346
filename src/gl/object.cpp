#include "gl/object.h"

#include <epoxy/gl.h>

#include <atomic>

namespace dateline::gl {
namespace {

std::atomic<int> g_live{0};

std::uint32_t make(ObjectKind kind) {
    GLuint id = 0;
    switch (kind) {
        case ObjectKind::Buffer: glGenBuffers(1, &id); break;
        case ObjectKind::VertexArray: glGenVertexArrays(1, &id); break;
        case ObjectKind::Texture: glGenTextures(1, &id); break;
        case ObjectKind::Framebuffer: glGenFramebuffers(1, &id); break;
        case ObjectKind::Program: id = glCreateProgram(); break;
        case ObjectKind::Query: glGenQueries(1, &id); break;
    }
    return id;
}

void destroy(ObjectKind kind, GLuint id) {
    switch (kind) {
        case ObjectKind::Buffer: glDeleteBuffers(1, &id); break;
        case ObjectKind::VertexArray: glDeleteVertexArrays(1, &id); break;
        case ObjectKind::Texture: glDeleteTextures(1, &id); break;
        case ObjectKind::Framebuffer: glDeleteFramebuffers(1, &id); break;
        case ObjectKind::Program: glDeleteProgram(id); break;
        case ObjectKind::Query: glDeleteQueries(1, &id); break;
    }
}

}  // namespace

Object::Object(ObjectKind kind) : id_(make(kind)), kind_(kind) {
    if (id_ != 0) g_live.fetch_add(1, std::memory_order_relaxed);
}

Object::~Object() {
    if (id_ == 0) return;
    destroy(kind_, id_);
    g_live.fetch_sub(1, std::memory_order_relaxed);
}

int live_objects() { return g_live.load(std::memory_order_relaxed); }

}  // namespace dateline::gl
