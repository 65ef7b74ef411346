#version 330 core
#include "pixel.glsl"

uniform sampler2D u_atlas;
uniform float u_texel;   // 1 / the atlas's side

flat in vec4 v_pen;
flat in vec4 v_map;
flat in vec2 v_first;
flat in vec2 v_ramp;
flat in vec4 v_color;

out vec4 o_color;

void main() {
    vec2 from_pen = screen_pixel() - v_pen.xy;
    vec2 along = vec2(dot(from_pen, v_pen.zw), dot(from_pen, vec2(-v_pen.w, v_pen.z)));
    // In 256ths of a texel, which add to whole texels without rounding: a glyph looks the same wherever the atlas has it.
    vec2 texel = v_first + round((along - v_map.xy) * v_map.zw * 256.0) / 256.0;
    o_color = v_color * clamp(texture(u_atlas, texel * u_texel).r * v_ramp.x + v_ramp.y, 0.0, 1.0);
}
