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
uniform float u_alpha;        // as in marker.frag
uniform vec2 u_frag_origin;   // as in pixel.glsl

flat out uvec4 v_dot;   // the centre in the framebuffer and the radius, as floats; the colour, premultiplied, as bytes

void main() {
    State s = state_at_playhead(a_days.x, a_days.y, a_kind.y);
    vec2 px = screen_from_local(a_position) + a_offset * 0.125;
    float radius = s.radius * u_scale;
    vec4 color = vec4(mix(u_land, a_color.rgb, s.strength), 1.0) * ((s.to_come ? 0.6 : 1.0) * u_alpha);
    uvec4 bytes = uvec4(color * 255.0 + 0.5) << uvec4(0u, 8u, 16u, 24u);
    vec2 center = vec2(px.x - u_frag_origin.x, u_frag_origin.y - px.y);
    v_dot = uvec4(floatBitsToUint(center), floatBitsToUint(radius), bytes.x | bytes.y | bytes.z | bytes.w);
    gl_PointSize = ceil(2.0 * radius + 0.5);
    bool raised = (a_kind.y & (kSelected | kHovered)) != 0u;
    gl_Position = s.shown && !raised && world_front >= 0.0 ? clip_from_screen(px) : vec4(2.0, 2.0, 2.0, 1.0);
}
