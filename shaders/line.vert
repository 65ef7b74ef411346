#version 330 core
// Four vertices a segment; its four points are read from one buffer, each attribute a point further on.
#include "project.glsl"
#include "segment.glsl"

layout(location = 0) in vec3 a_prev;  // x, y, along; along < 0 marks a point that only bends its neighbour's join
layout(location = 1) in vec3 a_from;
layout(location = 2) in vec3 a_to;
layout(location = 3) in vec3 a_next;

uniform float u_radius_px;     // how far the stroke reaches across, feather included
uniform float u_offset_px;
uniform float u_px_per_world;
uniform float u_start_px;      // of the line on what it is a part of, modulo the period
uniform float u_period_px;     // distances along the line may be taken modulo this; keeps them small and exact

void main() {
    if (a_from.z < 0.0 || a_to.z < 0.0) {
        gl_ClipDistance[0] = 1.0;
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    vec2 a = screen_from_local(a_from.xy);
    float front_a = world_front;
    vec2 b = screen_from_local(a_to.xy);
    float front_b = world_front;
    float at_end = float(gl_VertexID & 1);
    gl_ClipDistance[0] = at_end > 0.5 ? front_b : front_a;
    if (front_a < 0.0 && front_b < 0.0) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    Segment s = make_segment(screen_from_local(a_prev.xy), a, b, screen_from_local(a_next.xy), u_offset_px);
    float side = float(gl_VertexID & 2) - 1.0;
    float along = at_end > 0.5 ? s.len + reach(s.cut_b, s.dir, u_radius_px) : -reach(s.cut_a, s.dir, u_radius_px);
    vec2 px = s.a + s.dir * along + vec2(-s.dir.y, s.dir.x) * (side * u_radius_px);
    // A pattern is as much smaller as the map is away from the centre of a curved one; and it runs through where a line was
    // simplified or moved aside, whose way is not quite as long as what it stands for.
    float pattern_px = (a_to.z - a_from.z) * u_px_per_world;
    float ratio = s.len > 1e-3 ? pattern_px / s.len : 1.0;
    float stretch = abs(ratio - 1.0) > 0.002 ? clamp(ratio, 0.25, 8.0) : 1.0;
    hand_over(s, mod(u_start_px + a_from.z * u_px_per_world, u_period_px), stretch);
    gl_Position = clip_from_screen(px);
}
