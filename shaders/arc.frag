#version 330 core
// Brighter and wider toward the destination, which has the arrow's head; the start fades in over its area.
#include "segment_pixel.glsl"
#include "stroke.glsl"

uniform float u_width_px;   // at the destination
uniform float u_head_px;
uniform float u_gap_px;     // between the head's tip and the place
uniform vec2 u_dash_px;     // of what is still to come
uniform vec3 u_halo;
uniform float u_pulse;

flat in vec2 v_share;
flat in float v_rest;
flat in vec4 v_color;
flat in vec4 v_state;

out vec4 o_color;

void main() {
    if (!owned_here()) discard;
    Spot at = spot_here();
    float along = clamp(at.st.x / max(at.len, 1e-3), 0.0, 1.0);
    float share = mix(v_share.x, v_share.y, along);
    float per_px = (v_share.y - v_share.x) / max(at.len, 1e-3);
    float to_tip = v_rest - at.st.x - u_gap_px;
    float half_width = 0.5 * u_width_px * mix(0.45, 1.0, share);
    if (v_state.w > 0.5 && u_pulse > 0.0) {
        float light = (share - u_pulse) / 0.06;
        half_width *= 1.0 + 0.9 * exp(-light * light);
    }
    bool in_head = u_head_px > 0.0 && to_tip < u_head_px;
    if (in_head) half_width = max(0.45 * to_tip, 0.0);
    float across = abs(at.st.y);
    float within = clamp(to_tip + 0.5, 0.0, 1.0);
    float drawn = clamp((v_state.x - share) / max(per_px, 1e-6) + 0.5, 0.0, 1.0);
    float body = within;
    if (v_state.z > 0.5) {
        float dash = in_head ? 1.0 : inside_coverage(dash_signed(at.base + at.st.x * at.stretch, vec4(u_dash_px, 0.0, 0.0)) / at.stretch);
        body *= mix(dash, 1.0, drawn);
    }
    float bright = mix(0.3, 1.0, share) * smoothstep(0.0, 1.0, share / max(v_state.y, 1e-3)) * v_color.a;
    float core = clamp(half_width + 0.5 - across, 0.0, 1.0) * body * bright;
    float halo = clamp(half_width + 1.6 - across, 0.0, 1.0) * body * bright * 0.55;
    o_color = vec4(v_color.rgb, 1.0) * core + vec4(u_halo, 1.0) * (halo * (1.0 - core));
}
