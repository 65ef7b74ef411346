#version 330 core
// One instance a segment; its four points are read from one buffer, each attribute a point further on.
#include "project.glsl"
#include "segment.glsl"

layout(location = 0) in vec3 a_prev;  // x, y, along; along < 0 marks a point that only bends its neighbour's join
layout(location = 1) in vec3 a_from;
layout(location = 2) in vec3 a_to;
layout(location = 3) in vec3 a_next;

uniform float u_radius_px;     // how far the stroke reaches across, feather included
uniform float u_offset_px;
uniform float u_px_per_world;
uniform float u_period_px;     // distances along the line may be taken modulo this; keeps them small and exact

void main() {
    if (a_from.z < 0.0 || a_to.z < 0.0) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    Segment s = make_segment(screen_from_local(a_prev.xy), screen_from_local(a_from.xy), screen_from_local(a_to.xy),
                             screen_from_local(a_next.xy), u_offset_px);
    float at_end = float(gl_VertexID & 1);
    float side = float(gl_VertexID & 2) - 1.0;
    float along = at_end > 0.5 ? s.len + reach(s.cut_b, s.dir, u_radius_px) : -reach(s.cut_a, s.dir, u_radius_px);
    vec2 px = s.a + s.dir * along + vec2(-s.dir.y, s.dir.x) * (side * u_radius_px);
    hand_over(s, mod(a_from.z * u_px_per_world, u_period_px));
    gl_Position = clip_from_screen(px);
}
