#version 330 core
// Markers so small that a shape cannot be told: one point each. A software rasteriser keeps every varying of every point in
// memory until its tile is drawn, so a dot has one.
#include "project.glsl"
#include "marker_state.glsl"

layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_days;
layout(location = 2) in vec2 a_offset;
layout(location = 3) in vec4 a_color;
layout(location = 4) in uvec2 a_kind;

uniform float u_scale;

flat out vec4 v_dot;   // colour; radius in px, negative for what is to come

void main() {
    State s = state_at_playhead(a_days.x, a_days.y, a_kind.y);
    float radius = s.radius * u_scale;
    gl_PointSize = ceil(2.0 * radius + 0.5);
    v_dot = vec4(mix(u_land, a_color.rgb, s.strength), s.to_come ? -radius : radius);
    bool raised = (a_kind.y & (kSelected | kHovered)) != 0u;
    vec4 at = clip_from_screen(screen_from_local(a_position) + a_offset * 0.125);
    gl_Position = s.shown && !raised ? at : vec4(2.0, 2.0, 2.0, 1.0);
}
