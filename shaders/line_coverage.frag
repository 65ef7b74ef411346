#version 330 core
// Coverages of casing, core and glow, to be united by maximum blending and coloured once (see line_composite.frag):
// however often a line overlaps itself, its translucent parts stay even.
#include "line_core.glsl"

uniform float u_casing_px;  // width; 0: none
uniform float u_glow_px;    // reach beyond the core; 0: none

out vec4 o_coverage;

void main() {
    Spot at = spot_here();
    float d = length(vec2(beyond(at.st.x, at.len), at.st.y));
    float casing = u_casing_px > 0.0 ? stripe_coverage(d, u_casing_px) : 0.0;
    float glow = 0.0;
    if (u_glow_px > 0.0) {
        float fall = clamp(1.0 - max(d - 0.5 * u_width_px, 0.0) / u_glow_px, 0.0, 1.0);
        glow = fall * fall;
    }
    o_coverage = vec4(casing, core_coverage(at), glow, 1.0);
}
