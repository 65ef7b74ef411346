#version 330 core
#include "pixel.glsl"

uniform sampler2D u_glow;     // its side is a power of two
uniform float u_texel;        // 1 / that side
uniform vec3 u_coarse;        // left and bottom of the texture in coarse pixels of the picture; coarse pixels per pixel
uniform vec4 u_color;         // premultiplied

out vec4 o_color;

void main() {
    vec2 coarse = screen_pixel() * u_coarse.z;
    vec2 texel = vec2(coarse.x - u_coarse.x, u_coarse.y - coarse.y);
    o_color = u_color * texture(u_glow, texel * u_texel).r;
}
