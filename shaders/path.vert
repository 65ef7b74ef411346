#version 330 core
// StrokePath: as line.vert, but in screen pixels, and each segment carries its own style.
#include "target.glsl"
#include "segment.glsl"

layout(location = 0) in vec4 a_prev_from;
layout(location = 1) in vec4 a_to_next;
layout(location = 2) in vec3 a_stroke;   // width; along at the segment's start; 1 for round caps
layout(location = 3) in vec4 a_dash;
layout(location = 4) in vec4 a_color;    // straight alpha

flat out vec2 v_stroke;  // width; 1 for round caps
flat out vec4 v_dash;
flat out vec4 v_color;   // premultiplied

void main() {
    Segment s = make_segment(a_prev_from.xy, a_prev_from.zw, a_to_next.xy, a_to_next.zw, 0.0);
    float radius = 0.5 * a_stroke.x + kFeather;
    float at_end = float(gl_VertexID & 1);
    float side = float(gl_VertexID & 2) - 1.0;
    float along = at_end > 0.5 ? s.len + reach(s.cut_b, s.dir, radius) : -reach(s.cut_a, s.dir, radius);
    vec2 px = s.a + s.dir * along + vec2(-s.dir.y, s.dir.x) * (side * radius);
    hand_over(s, a_stroke.y, 1.0);
    v_stroke = a_stroke.xz;
    v_dash = a_dash;
    v_color = vec4(a_color.rgb * a_color.a, a_color.a);
    gl_Position = clip_from_screen(px);
}
