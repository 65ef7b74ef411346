#version 330 core
// Glints that run along a line: a bright head with a tail that fades behind it.
#include "segment_pixel.glsl"
#include "stroke.glsl"

uniform vec4 u_color;        // premultiplied
uniform float u_width_px;
uniform float u_soft_px;     // how far the shine reaches beyond it
uniform float u_period_px;   // from glint to glint
uniform float u_glint_px;    // length
uniform float u_phase;       // 0..1 of the period
uniform float u_finer;       // 0..1: how much of the next octave's glints, twice as many
uniform vec2 u_ways;         // 1 where glints run along the line, against it

out vec4 o_color;

float glint(float s, float period) {
    float behind = mod(u_phase * period - s, period) / u_glint_px;
    return (1.0 - smoothstep(0.0, 1.0, behind)) * smoothstep(0.0, 0.06, behind);
}

float glints(float s) { return mix(glint(s, u_period_px), glint(s, 0.5 * u_period_px), u_finer); }

void main() {
    if (!owned_here()) discard;
    Spot at = spot_here();
    float s = at.base + at.st.x * at.stretch;
    float bright = max(u_ways.x * glints(s), u_ways.y * glints(-s));
    float core = stripe_coverage(at.st.y, u_width_px);
    float soft = 1.0 - smoothstep(0.3 * u_width_px, 0.5 * u_width_px + u_soft_px, abs(at.st.y));
    o_color = u_color * (bright * max(core, 0.55 * soft) * end_coverage(at.st.x, at.len, at.ends));
}
