// Diagonal stripes in screen space: they stay still under the map's fills, and tiles agree on them. A map that is panned as a
// picture takes them along.
#include "pixel.glsl"

uniform float u_hatch_px;      // period; 0: none
uniform float u_hatch_line_px; // width of a stripe
uniform vec2 u_hatch_origin;   // by how much the picture was panned

float hatch() {
    if (u_hatch_px <= 0.0) return 1.0;
    vec2 px = screen_pixel() - u_hatch_origin;
    float across = (px.x + px.y) * 0.70710678;
    float d = abs(fract(across / u_hatch_px) - 0.5) * u_hatch_px;
    return clamp(0.5 * u_hatch_line_px + 0.5 - d, 0.0, 1.0);
}
