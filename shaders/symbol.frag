#version 330 core
#include "coverage.glsl"
#include "pixel.glsl"
#include "shapes.glsl"

flat in vec2 v_center;
flat in vec4 v_fill;
flat in vec4 v_stroke;
flat in vec4 v_form;
flat in float v_glow;
flat in int v_shape;

out vec4 o_color;

void main() {
    float radius = v_form.x;
    vec2 px = screen_pixel() - v_center;
    float d = shape_distance(v_shape, px, radius);
    vec4 color = v_fill * inside_coverage(d);
    float stroke = v_form.y > 0.0 ? stripe_coverage(d, v_form.y) : 0.0;
    if (v_form.z > 0.0) {
        // A whole number of dashes, so that the outline closes.
        float around = 2.0 * kPi * radius;
        float period = around / max(floor(around / (v_form.z + v_form.w) + 0.5), 1.0);
        float dash = period * v_form.z / (v_form.z + v_form.w);
        float s = mod(atan(px.y, px.x) * radius, period);
        stroke *= inside_coverage(abs(s - 0.5 * period) - 0.5 * dash);
    }
    if (v_glow > 0.0) {
        // Thick just outside and thinner inward, as air is seen at a planet's edge.
        float fall = d > 0.0 ? clamp(1.0 - d / v_glow, 0.0, 1.0) : clamp(1.0 + d / (0.6 * v_glow), 0.0, 1.0);
        stroke = max(stroke * 0.8, (d > 0.0 ? 0.34 : 0.2) * fall * fall * fall);
    }
    o_color = v_stroke * stroke + color * (1.0 - v_stroke.a * stroke);
}
