#version 330 core
#include "project.glsl"
#include "marker_state.glsl"

layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_days;    // begin, end
layout(location = 2) in vec2 a_offset;  // eighths of a pixel
layout(location = 3) in vec4 a_color;
layout(location = 4) in uvec2 a_kind;   // shape, flags

uniform float u_scale;
uniform float u_pulse;
uniform bool u_raised;   // draw the selected and hovered only, or all but those

flat out vec2 v_center;  // on the screen
flat out vec3 v_color;
flat out int v_shape;
flat out int v_bits;     // the flags, and the state above them
flat out float v_radius;

const int kNowBit = 256, kToComeBit = 512;

void main() {
    uint flags = a_kind.y;
    State s = state_at_playhead(a_days.x, a_days.y, flags);
    bool raised = (flags & (kSelected | kHovered)) != 0u;
    if (!s.shown || raised != u_raised) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    float radius = ((flags & kHovered) != 0u ? 8.5 : s.radius);
    float reach = radius * 1.45 + 3.0;
    if (s.now) reach = max(reach, radius + 10.5 + 8.0 * u_pulse);
    if ((flags & (kSelected | kUncertainDate)) != 0u) reach = max(reach, radius + 8.0);
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    v_color = mix(u_land, a_color.rgb, s.strength);
    v_shape = int(a_kind.x);
    v_bits = int(flags) | (s.now ? kNowBit : 0) | (s.to_come ? kToComeBit : 0);
    v_radius = radius;
    v_center = screen_from_local(a_position) + a_offset * 0.125;
    if (world_front < 0.0) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    gl_Position = clip_from_screen(v_center + corner * reach * u_scale);
}
