// Diagonal stripes in screen space: tiles agree on them. A map that is moved takes them along.
#include "pixel.glsl"

uniform float u_hatch_px;         // period; 0: none; below 0: the stripes fall to the right
uniform float u_hatch_line_px;    // width of a stripe
uniform float u_hatch_shift_px;   // along x, for a map that was moved

float hatch() {
    if (u_hatch_px == 0.0) return 1.0;
    vec2 px = screen_pixel();
    float period = abs(u_hatch_px), across = (px.x + sign(u_hatch_px) * px.y - u_hatch_shift_px) * 0.70710678;
    float d = abs(fract(across / period) - 0.5) * period;
    return clamp(0.5 * u_hatch_line_px + 0.5 - d, 0.0, 1.0);
}
