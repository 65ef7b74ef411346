#version 330 core
flat in uvec4 v_dot;

out vec4 o_color;

void main() {
    float past_edge = distance(gl_FragCoord.xy, uintBitsToFloat(v_dot.xy)) - uintBitsToFloat(v_dot.z);
    vec4 color = vec4((v_dot.wwww >> uvec4(0u, 8u, 16u, 24u)) & 255u) * (1.0 / 255.0);
    o_color = color * clamp(0.5 - past_edge, 0.0, 1.0);
}
