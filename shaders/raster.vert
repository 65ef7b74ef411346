#version 330 core
#include "laid.glsl"

void main() { lay(); }
