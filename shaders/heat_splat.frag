#version 330 core
out vec4 o_sum;

void main() { o_sum = vec4(1.0, 0.0, 0.0, 0.0); }
