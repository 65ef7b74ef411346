#include "gl/state.h"

#include <epoxy/gl.h>

namespace dateline::gl {

void reset_state() {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DITHER);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glDisable(GL_MULTISAMPLE);
    glDisable(GL_CLIP_DISTANCE0);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_PROGRAM_POINT_SIZE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    set_blend(Blend::Over);
}

void set_viewport(const Box& box) { glViewport(box.x, box.y, box.width, box.height); }
void set_scissor(const Box& box) { glScissor(box.x, box.y, box.width, box.height); }

void set_blend(Blend blend) {
    if (blend == Blend::Replace) {
        glDisable(GL_BLEND);
        return;
    }
    glEnable(GL_BLEND);
    glBlendEquation(blend == Blend::Maximum ? GL_MAX : GL_FUNC_ADD);
    glBlendFunc(GL_ONE, blend == Blend::Add ? GL_ONE : GL_ONE_MINUS_SRC_ALPHA);
}

ClipDistances::ClipDistances(bool wanted) : wanted_(wanted) {
    if (wanted_) glEnable(GL_CLIP_DISTANCE0);
}
ClipDistances::~ClipDistances() {
    if (wanted_) glDisable(GL_CLIP_DISTANCE0);
}

void clear(float r, float g, float b, float a) {
    glClearColor(r, g, b, a);
    glClear(GL_COLOR_BUFFER_BIT);
}

void finish() { glFinish(); }

}  // namespace dateline::gl
