#include "gl/context.h"

#include "gl/debug.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <vector>

namespace dateline::gl {

struct Context::Egl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLSurface surface = EGL_NO_SURFACE;
    EGLContext context = EGL_NO_CONTEXT;

    // Displays are shared by the process and stay initialised: terminating one would end other contexts on it.
    ~Egl() {
        if (context == EGL_NO_CONTEXT) return;
        if (eglGetCurrentContext() == context) eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
        if (surface != EGL_NO_SURFACE) eglDestroySurface(display, surface);
    }
};

namespace {

EGLDisplay first_device() {
    EGLDeviceEXT device = nullptr;
    EGLint count = 0;
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_enumeration") &&
        !epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_base")) {
        return EGL_NO_DISPLAY;
    }
    if (!eglQueryDevicesEXT(1, &device, &count) || count == 0) return EGL_NO_DISPLAY;
    return eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
}

/// In the order we would rather have them.
std::vector<EGLDisplay> displays() {
    std::vector<EGLDisplay> found;
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_base")) {
        if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
            found.push_back(eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
        }
        if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) found.push_back(first_device());
    }
    found.push_back(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    std::erase(found, EGL_NO_DISPLAY);
    return found;
}

EGLConfig choose_config(EGLDisplay display) {
    for (EGLint surface : {EGLint{EGL_PBUFFER_BIT}, EGLint{0}}) {
        const std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, surface, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (eglChooseConfig(display, wanted.data(), &config, 1, &count) && count > 0) return config;
    }
    return nullptr;
}

EGLContext make_context(EGLDisplay display, EGLConfig config, bool modern) {
    const std::array<EGLint, 9> core{EGL_CONTEXT_MAJOR_VERSION,
                                     3,
                                     EGL_CONTEXT_MINOR_VERSION,
                                     3,
                                     EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                     EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                     EGL_CONTEXT_OPENGL_DEBUG,
                                     EGL_TRUE,
                                     EGL_NONE};
    const std::array<EGLint, 1> any{EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, modern ? core.data() : any.data());
}

bool make_current_somewhere(EGLDisplay display, EGLConfig config, EGLContext context, EGLSurface& surface) {
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) return true;
    const std::array<EGLint, 5> one_pixel{EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
    surface = eglCreatePbufferSurface(display, config, one_pixel.data());
    return surface != EGL_NO_SURFACE && eglMakeCurrent(display, surface, surface, context);
}

/// What the driver offers at best, for a message.
std::string version_offered(EGLDisplay display, EGLConfig config) {
    EGLSurface surface = EGL_NO_SURFACE;
    EGLContext context = make_context(display, config, false);
    if (context == EGL_NO_CONTEXT) return {};
    std::string version;
    if (make_current_somewhere(display, config, context, surface)) {
        if (const auto* text = reinterpret_cast<const char*>(glGetString(GL_VERSION))) version = text;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    }
    if (surface != EGL_NO_SURFACE) eglDestroySurface(display, surface);
    eglDestroyContext(display, context);
    return version;
}

}  // namespace

Context::Context() = default;
Context::~Context() = default;
Context::Context(Context&&) noexcept = default;
Context& Context::operator=(Context&&) noexcept = default;

void Context::start() {
    report_errors();
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &limits_.texture_px);
    GLint renderbuffer = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    limits_.texture_px = std::min(limits_.texture_px, renderbuffer);
    std::array<GLint, 2> viewport{};
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport.data());
    limits_.viewport_px = std::min(viewport[0], viewport[1]);
    std::array<GLfloat, 2> points{};
    glGetFloatv(GL_POINT_SIZE_RANGE, points.data());
    limits_.point_px = points[1];
    limits_.version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    limits_.renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
}

base::Result<Context> Context::offscreen() {
    std::string offered;
    for (EGLDisplay display : displays()) {
        EGLint major = 0, minor = 0;
        if (!eglInitialize(display, &major, &minor) || !eglBindAPI(EGL_OPENGL_API)) continue;
        EGLConfig config = choose_config(display);
        auto egl = std::make_unique<Egl>();
        egl->display = display;
        egl->context = make_context(display, config, true);
        if (egl->context != EGL_NO_CONTEXT && make_current_somewhere(display, config, egl->context, egl->surface)) {
            Context context;
            context.egl_ = std::move(egl);
            context.start();
            return context;
        }
        if (offered.empty()) offered = version_offered(display, config);
    }
    if (!offered.empty()) {
        return base::fail("the graphics driver offers OpenGL " + offered + ", and Dateline needs 3.3", {},
                          "update the driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the GPU");
    }
    return base::fail("no EGL driver to draw with", {}, "install libegl-mesa0 and libgl1-mesa-dri, which need no GPU");
}

void Context::make_current() {
    if (egl_) eglMakeCurrent(egl_->display, egl_->surface, egl_->surface, egl_->context);
}

}  // namespace dateline::gl
