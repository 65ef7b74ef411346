#version 330 core
// One pixel outside each boundary edge of a mesh, fading out: anti-aliasing without multisampling.
//
//      outside   a'────────b'   alpha 0
//                │ fringe  │
//      ──────────a─────────b──  alpha 1
//      inside
#include "project.glsl"

layout(location = 0) in vec2 a_from;
layout(location = 1) in vec2 a_to;   // the inside is on the right of from → to, seen with y down

flat out vec4 v_edge;   // a, outward

void main() {
    vec2 a = screen_from_local(a_from);
    float front_a = world_front;
    vec2 b = screen_from_local(a_to);
    gl_ClipDistance[0] = (gl_VertexID & 2) == 0 ? front_a : world_front;
    vec2 along = b - a;
    float len = length(along);
    along = len > 1e-6 ? along / len : vec2(1.0, 0.0);
    vec2 outward = vec2(along.y, -along.x);
    float far = float(gl_VertexID & 1);
    vec2 px = ((gl_VertexID & 2) == 0 ? a : b) + outward * far;
    v_edge = vec4(a, outward);
    gl_Position = clip_from_screen(px);
}
