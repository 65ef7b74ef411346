#version 330 core
#include "hatch.glsl"

uniform vec4 u_color;

flat in vec4 v_edge;   // a point of the edge, and the direction away from the inside
out vec4 o_color;

void main() {
    float outside = dot(screen_pixel() - v_edge.xy, v_edge.zw);
    o_color = u_color * (clamp(1.0 - outside, 0.0, 1.0) * hatch());
}
