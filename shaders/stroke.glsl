// Coverage of a stroke at (s along, t across) of a segment `len` px long.
#include "coverage.glsl"
#include "dash.glsl"

// How far beyond the segment's ends, 0 within. A butt end is cut by end_coverage instead.
float beyond(float s, float len) { return max(max(-s, s - len), 0.0); }

float end_coverage(float s, float len, vec2 ends) {
    float cover = 1.0;
    if (ends.x > 0.5) cover *= clamp(s + 0.5, 0.0, 1.0);
    if (ends.y > 0.5) cover *= clamp(len - s + 0.5, 0.0, 1.0);
    return cover;
}

float solid_coverage(vec2 st, float len, vec2 ends, float width, bool round_caps) {
    float past = beyond(st.x, len);
    float cover = stripe_coverage(length(vec2(past, st.y)), width);
    return round_caps ? cover : cover * end_coverage(st.x, len, ends);
}

// `stretch`: pattern pixels to one of the screen's, 1 on a flat map.
float dashed_coverage(vec2 st, float base, float stretch, float len, vec2 ends, float width, vec4 dash, bool round_caps) {
    float s = base + st.x * stretch;
    if (round_caps) return stripe_coverage(length(vec2(max(dash_distance(s, dash) / stretch, beyond(st.x, len)), st.y)), width);
    return solid_coverage(st, len, ends, width, false) * inside_coverage(dash_signed(s, dash) / stretch);
}

// Distance from `s` to the nearest multiple of `every`.
float to_multiple(float s, float every) { return abs(s - round(s / every) * every); }
