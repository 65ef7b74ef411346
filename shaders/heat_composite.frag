#version 330 core
// Sums of bells to colours, by the logarithm: view::heat_color is the same.
#include "pixel.glsl"

uniform sampler2D u_sums;
uniform vec3 u_coarse;        // left and bottom of the texture in coarse pixels of the picture; coarse pixels per pixel
uniform float u_full;         // log(1 + the sum that has the last colour)
uniform vec4 u_ramp_0, u_ramp_1, u_ramp_2, u_ramp_3, u_ramp_4;   // straight alpha
uniform float u_alpha;
uniform vec3 u_rim;           // where a round map ends: middle and radius, px

out vec4 o_color;

float sum_at(vec2 coarse) { return texelFetch(u_sums, ivec2(coarse.x - u_coarse.x, u_coarse.y - 1.0 - coarse.y), 0).r; }

// Between four coarse pixels by hand: what lies where depends on no tile's origin.
float smooth_sum(vec2 coarse) {
    vec2 base = floor(coarse - 0.5), t = coarse - 0.5 - base;
    float top = mix(sum_at(base), sum_at(base + vec2(1.0, 0.0)), t.x);
    float bottom = mix(sum_at(base + vec2(0.0, 1.0)), sum_at(base + vec2(1.0, 1.0)), t.x);
    return mix(top, bottom, t.y);
}

void main() {
    float sum = smooth_sum(screen_pixel() * u_coarse.z);
    float v = clamp(log(1.0 + sum) / u_full, 0.0, 1.0);
    float at = v * 4.0;
    int i = min(int(at), 3);
    vec4 ramp[5] = vec4[](u_ramp_0, u_ramp_1, u_ramp_2, u_ramp_3, u_ramp_4);
    vec4 color = mix(ramp[i], ramp[i + 1], at - float(i));
    float t = clamp(v / 0.3, 0.0, 1.0);
    float inside = clamp(u_rim.z - length(screen_pixel() - u_rim.xy) + 0.5, 0.0, 1.0);
    float alpha = color.a * u_alpha * t * t * (3.0 - 2.0 * t) * inside;
    o_color = vec4(color.rgb * alpha, alpha);
}
