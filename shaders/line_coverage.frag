#version 330 core
// Coverages of casing and core, to be united by maximum blending and coloured once (see line_composite.frag): however often
// a line overlaps itself, its translucent parts stay even.
#include "line_core.glsl"

uniform float u_casing_px;  // width; 0: none

out vec4 o_coverage;

void main() {
    Spot at = spot_here();
    float d = length(vec2(beyond(at.st.x, at.len), at.st.y));
    float casing = u_casing_px > 0.0 ? stripe_coverage(d, u_casing_px) : 0.0;
    o_coverage = vec4(casing, core_coverage(at), 0.0, 1.0);
}
