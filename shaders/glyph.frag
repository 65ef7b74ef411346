#version 330 core
uniform sampler2D u_atlas;

in vec2 v_uv;
flat in vec2 v_ramp;
flat in vec4 v_color;

out vec4 o_color;

void main() { o_color = v_color * clamp(texture(u_atlas, v_uv).r * v_ramp.x + v_ramp.y, 0.0, 1.0); }
