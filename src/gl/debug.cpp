#include "gl/debug.h"

#include "base/log.h"

#include <epoxy/gl.h>

#include <atomic>
#include <string_view>

namespace dateline::gl {
namespace {

std::atomic<int> g_errors{0};

bool has_debug_output() { return epoxy_gl_version() >= 43 || epoxy_has_gl_extension("GL_KHR_debug"); }

void APIENTRY on_message(GLenum source, GLenum type, GLuint, GLenum severity, GLsizei length, const GLchar* text, const void*) {
    const bool error = type == GL_DEBUG_TYPE_ERROR || type == GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR;
    if (!error || severity == GL_DEBUG_SEVERITY_NOTIFICATION) return;
    if (source == GL_DEBUG_SOURCE_SHADER_COMPILER) return;  // Program reports it, with the file's name
    g_errors.fetch_add(1, std::memory_order_relaxed);
    base::warn("OpenGL: {}", length > 0 ? std::string_view(text, static_cast<std::size_t>(length)) : std::string_view(text));
}

}  // namespace

void report_errors() {
    if (!has_debug_output()) return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(on_message, nullptr);
}

int error_count() { return g_errors.load(std::memory_order_relaxed); }

int check_errors() {
    for (int i = 0; i < 16; ++i) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR) break;
        if (has_debug_output()) continue;  // the callback has counted it
        g_errors.fetch_add(1, std::memory_order_relaxed);
        base::warn("OpenGL: error {:#06x}", error);
    }
    return error_count();
}

}  // namespace dateline::gl
