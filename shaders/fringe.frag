#version 330 core
#include "hatch.glsl"

uniform vec4 u_color;

in float v_alpha;
out vec4 o_color;

void main() { o_color = u_color * (v_alpha * hatch()); }
