#version 330 core
#include "target.glsl"

layout(location = 0) in vec4 a_rect;     // x, y, w, h
layout(location = 1) in vec2 a_shape;    // corner radius, stroke width
layout(location = 2) in vec4 a_top_left; // straight alpha, as the others
layout(location = 3) in vec4 a_top_right;
layout(location = 4) in vec4 a_bottom_right;
layout(location = 5) in vec4 a_bottom_left;
layout(location = 6) in vec4 a_stroke;

flat out vec2 v_center;
out vec4 v_fill;               // premultiplied
flat out vec4 v_stroke;
flat out vec4 v_shape;         // half size, corner radius, stroke width

vec4 premultiplied(vec4 c) { return vec4(c.rgb * c.a, c.a); }

void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    vec2 half_size = 0.5 * a_rect.zw;
    v_center = a_rect.xy + half_size;
    v_fill = premultiplied(gl_VertexID == 0   ? a_top_left
                           : gl_VertexID == 1 ? a_top_right
                           : gl_VertexID == 2 ? a_bottom_left
                                              : a_bottom_right);
    v_stroke = premultiplied(a_stroke);
    v_shape = vec4(half_size, min(a_shape.x, min(half_size.x, half_size.y)), a_shape.y);
    gl_Position = clip_from_screen(v_center + (corner * 2.0 - 1.0) * (half_size + 1.0));
}
