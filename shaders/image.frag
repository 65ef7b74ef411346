#version 330 core
#include "pixel.glsl"

uniform sampler2D u_image;  // premultiplied
uniform float u_alpha;
uniform vec4 u_rect;

out vec4 o_color;

void main() { o_color = texture(u_image, (screen_pixel() - u_rect.xy) / u_rect.zw) * u_alpha; }
