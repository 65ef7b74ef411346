// Diagonal stripes in screen space: they stay still under the map's fills, and tiles agree on them.
uniform float u_hatch_px;      // period; 0: none
uniform float u_hatch_line_px; // width of a stripe
uniform vec2 u_frag_origin;    // screen pixel = (origin.x + fragment.x, origin.y - fragment.y)

float hatch() {
    if (u_hatch_px <= 0.0) return 1.0;
    vec2 px = vec2(u_frag_origin.x + gl_FragCoord.x, u_frag_origin.y - gl_FragCoord.y);
    float across = (px.x + px.y) * 0.70710678;
    float d = abs(fract(across / u_hatch_px) - 0.5) * u_hatch_px;
    return clamp(0.5 * u_hatch_line_px + 0.5 - d, 0.0, 1.0);
}
