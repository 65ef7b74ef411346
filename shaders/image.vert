#version 330 core
#include "target.glsl"

uniform vec4 u_rect;

out vec2 v_uv;

void main() {
    v_uv = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    gl_Position = clip_from_screen(u_rect.xy + v_uv * u_rect.zw);
}
