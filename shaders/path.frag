#version 330 core
#include "segment_pixel.glsl"
#include "stroke.glsl"

flat in vec2 v_stroke;
flat in vec4 v_dash;
flat in vec4 v_color;

out vec4 o_color;

void main() {
    if (!owned_here()) discard;
    Spot at = spot_here();
    bool round_caps = v_stroke.y > 0.5;
    float cover = v_dash.x > 0.0 ? dashed_coverage(at.st, at.base, at.stretch, at.len, at.ends, v_stroke.x, v_dash, round_caps)
                                 : solid_coverage(at.st, at.len, at.ends, v_stroke.x, round_caps);
    o_color = v_color * cover;
}
