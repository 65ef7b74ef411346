#version 330 core
#include "line_core.glsl"

uniform vec4 u_color;  // premultiplied

out vec4 o_color;

void main() {
    if (!owned_here()) discard;
    o_color = u_color * core_coverage(spot_here());
}
