#version 330 core
// How far a line's glow reaches here, to be united by maximum blending at a fraction of the resolution: a soft thing needs
// no more (see LinePass).
#include "segment_pixel.glsl"
#include "stroke.glsl"

uniform float u_width_px;
uniform float u_glow_px;   // reach beyond the core

out vec4 o_glow;

void main() {
    Spot at = spot_here();
    float d = length(vec2(beyond(at.st.x, at.len), at.st.y));
    float fall = clamp(1.0 - max(d - 0.5 * u_width_px, 0.0) / u_glow_px, 0.0, 1.0);
    o_glow = vec4(fall * fall);
}
