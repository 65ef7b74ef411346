#version 330 core
// A point a marker into a coarse picture of sums: each adds one where it stands, if the time window shows it.
#include "project.glsl"
#include "marker_state.glsl"

layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_days;
layout(location = 2) in vec2 a_offset;
layout(location = 4) in uvec2 a_kind;

uniform float u_coarse;   // coarse pixels per pixel

void main() {
    State s = state_at_playhead(a_days.x, a_days.y, a_kind.y);
    vec2 px = screen_from_local(a_position) + a_offset * (0.125 * u_coarse);
    gl_PointSize = 1.0;
    // The coarse pixel's middle: a tile and the whole picture agree on it.
    gl_Position = s.shown && world_front >= 0.0 ? clip_from_screen(floor(px) + 0.5) : vec4(2.0, 2.0, 2.0, 1.0);
}
