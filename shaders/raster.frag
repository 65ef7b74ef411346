#version 330 core

uniform sampler2D u_image;   // premultiplied
uniform float u_alpha;

in vec2 v_texel;
out vec4 o_color;

void main() { o_color = texture(u_image, v_texel) * u_alpha; }
