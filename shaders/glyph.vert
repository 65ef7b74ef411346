#version 330 core
#include "target.glsl"

layout(location = 0) in vec4 a_pen;     // pen position on the screen; cosine and sine of the text's direction
layout(location = 1) in vec4 a_box;     // left, top, right, bottom from the pen, along the text, px
layout(location = 2) in vec4 a_texels;  // the same box in the atlas
layout(location = 3) in vec2 a_ramp;    // alpha = clamp(x * value + y): steep for fields, 1 and 0 for bitmaps
layout(location = 4) in vec4 a_color;   // straight alpha

flat out vec4 v_pen;
flat out vec4 v_map;    // the box's left and top, and texels per px
flat out vec2 v_first;  // the box's first texel
flat out vec2 v_ramp;
flat out vec4 v_color;

void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    vec2 box = mix(a_box.xy, a_box.zw, corner);
    v_pen = a_pen;
    v_map = vec4(a_box.xy, (a_texels.zw - a_texels.xy) / (a_box.zw - a_box.xy));
    v_first = a_texels.xy;
    v_ramp = a_ramp;
    v_color = vec4(a_color.rgb * a_color.a, a_color.a);
    gl_Position = clip_from_screen(a_pen.xy + box.x * a_pen.zw + box.y * vec2(-a_pen.w, a_pen.z));
}
