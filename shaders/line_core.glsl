// The core of a line: solid or dashed, with ticks across it and nodes on it.
//
// Patterns are fixed to the world within an octave of zoom, so they neither stretch far nor crawl: u_pattern_scale runs
// from 0.707 to 1.414 px per nominal px, then the pattern halves. Near the change the finer one fades in.
//
// Without PATTERN lines are solid: what asks for no pattern does not pay for one where both sides of a branch are taken.
#include "segment_pixel.glsl"
#include "stroke.glsl"

uniform float u_width_px;
uniform bool u_round_caps;
#ifdef PATTERN
uniform vec4 u_dash_px;         // already scaled; all 0: solid
uniform float u_finer;          // 0..1: how much of the pattern of half the size
uniform vec3 u_tick_px;         // every, length, width; 0: none
uniform vec2 u_node_px;         // every, width; 0: none
#endif

float core_coverage(Spot at) {
#ifdef PATTERN
    float cover;
    if (u_dash_px.x > 0.0) {
        cover = dashed_coverage(at.st, at.base, at.stretch, at.len, at.ends, u_width_px, u_dash_px, u_round_caps);
        if (u_finer > 0.0) {
            // Half the period, but dots stay dots.
            float finer = dashed_coverage(at.st, at.base, at.stretch, at.len, at.ends, u_width_px, 0.5 * u_dash_px, u_round_caps);
            cover = mix(cover, finer, u_finer);
        }
    } else {
        cover = solid_coverage(at.st, at.len, at.ends, u_width_px, u_round_caps);
    }
    float s = at.base + at.st.x * at.stretch;
    bool within = at.st.x > -0.5 * u_node_px.y - 1.0 && at.st.x < at.len + 0.5 * u_node_px.y + 1.0;
    if (u_tick_px.x > 0.0 && beyond(at.st.x, at.len) < 1.0) {
        float across = stripe_coverage(at.st.y, u_tick_px.y);
        float tick = stripe_coverage(to_multiple(s, u_tick_px.x) / at.stretch, u_tick_px.z);
        float finer = stripe_coverage(to_multiple(s, 0.5 * u_tick_px.x) / at.stretch, u_tick_px.z);
        cover = max(cover, across * mix(tick, finer, u_finer));
    }
    if (u_node_px.x > 0.0 && within) {
        float radius = 0.5 * u_node_px.y;
        float node = inside_coverage(length(vec2(to_multiple(s, u_node_px.x) / at.stretch, at.st.y)) - radius);
        float finer = inside_coverage(length(vec2(to_multiple(s, 0.5 * u_node_px.x) / at.stretch, at.st.y)) - radius);
        cover = max(cover, mix(node, finer, u_finer));
    }
    return cover;
#else
    return solid_coverage(at.st, at.len, at.ends, u_width_px, u_round_caps);
#endif
}
