#version 330 core
#include "target.glsl"

uniform vec4 u_rect;

void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    gl_Position = clip_from_screen(u_rect.xy + corner * u_rect.zw);
}
