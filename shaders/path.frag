#version 330 core
#include "stroke.glsl"

in vec2 v_st;
in vec2 v_cut;
flat in float v_len;
flat in vec3 v_stroke;
flat in vec4 v_dash;
flat in vec2 v_ends;
flat in vec4 v_color;

out vec4 o_color;

void main() {
    if (v_cut.x < 0.0 || v_cut.y >= 0.0) discard;
    bool round_caps = v_stroke.z > 0.5;
    float cover = v_dash.x > 0.0 ? dashed_coverage(v_st, v_stroke.y, v_len, v_ends, v_stroke.x, v_dash, round_caps)
                                 : solid_coverage(v_st, v_len, v_ends, v_stroke.x, round_caps);
    o_color = v_color * cover;
}
