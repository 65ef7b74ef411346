#version 330 core
#include "target.glsl"

layout(location = 0) in vec2 a_position;
layout(location = 1) in vec4 a_color;  // premultiplied, the edge's fade included

out vec4 v_color;

void main() {
    v_color = a_color;
    gl_Position = clip_from_screen(a_position);
}
