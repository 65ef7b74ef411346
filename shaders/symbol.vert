#version 330 core
#include "target.glsl"

layout(location = 0) in vec4 a_place;   // centre, radius, stroke width
layout(location = 1) in vec3 a_dash;   // of the stroke; how far its glow reaches
layout(location = 2) in vec4 a_fill;    // straight alpha
layout(location = 3) in vec4 a_stroke;
layout(location = 4) in uint a_shape;

flat out vec2 v_center;
flat out vec4 v_fill;     // premultiplied
flat out vec4 v_stroke;
flat out vec4 v_form;     // radius, stroke width, dash
flat out float v_glow;
flat out int v_shape;

void main() {
    float reach = a_place.z * 1.45 + 0.5 * a_place.w + a_dash.z + 1.0;
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    v_fill = vec4(a_fill.rgb * a_fill.a, a_fill.a);
    v_stroke = vec4(a_stroke.rgb * a_stroke.a, a_stroke.a);
    v_form = vec4(a_place.zw, a_dash.xy);
    v_glow = a_dash.z;
    v_shape = int(a_shape);
    v_center = a_place.xy;
    gl_Position = clip_from_screen(a_place.xy + corner * reach);
}
