#version 330 core
flat in vec4 v_dot;

out vec4 o_color;

void main() {
    float radius = abs(v_dot.w);
    float size = ceil(2.0 * radius + 0.5);   // as the vertex shader set it
    float d = length(gl_PointCoord - 0.5) * size - radius;
    float alpha = clamp(0.5 - d, 0.0, 1.0) * (v_dot.w < 0.0 ? 0.6 : 1.0);
    o_color = vec4(v_dot.rgb * alpha, alpha);
}
