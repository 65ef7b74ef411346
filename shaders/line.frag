#version 330 core
#include "line_core.glsl"

uniform vec4 u_color;  // premultiplied

out vec4 o_color;

void main() {
    if (v_cut.x < 0.0 || v_cut.y >= 0.0) discard;
    o_color = u_color * core_coverage();
}
