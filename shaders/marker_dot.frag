#version 330 core
flat in vec4 v_color;
flat in vec2 v_size;

out vec4 o_color;

void main() {
    float d = length(gl_PointCoord - 0.5) * v_size.x - v_size.y;
    o_color = v_color * clamp(0.5 - d, 0.0, 1.0);
}
