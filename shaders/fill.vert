#version 330 core
#include "project.glsl"

layout(location = 0) in vec2 a_position;

void main() {
    gl_Position = clip_from_screen(screen_from_local(a_position));
    gl_ClipDistance[0] = world_front;
}
