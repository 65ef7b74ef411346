#version 330 core
#include "pixel.glsl"

// The stroke lies inside the rect, as a border of a box does: whole-pixel rects have crisp one-pixel borders.
flat in vec2 v_center;
in vec4 v_fill;
flat in vec4 v_stroke;
flat in vec4 v_shape;

out vec4 o_color;

// Exactly the part of this pixel that a box with square corners covers.
float square_coverage(vec2 px, vec2 half_size) {
    vec2 low = max(px - 0.5, -half_size), high = min(px + 0.5, half_size);
    vec2 cover = clamp(high - low, 0.0, 1.0);
    return cover.x * cover.y;
}

float box_coverage(vec2 px, vec2 half_size, float radius) {
    if (radius <= 0.0) return square_coverage(px, half_size);
    vec2 q = abs(px) - half_size + radius;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
    return clamp(0.5 - d, 0.0, 1.0);
}

void main() {
    vec2 px = screen_pixel() - v_center;
    float outer = box_coverage(px, v_shape.xy, v_shape.z);
    vec4 color = v_fill * outer;
    if (v_shape.w > 0.0) {
        vec2 inner_half = v_shape.xy - v_shape.w;
        float inner = min(inner_half.x, inner_half.y) > 0.0 ? box_coverage(px, inner_half, max(v_shape.z - v_shape.w, 0.0)) : 0.0;
        float band = outer - inner;
        color = v_stroke * band + color * (1.0 - v_stroke.a * band);
    }
    o_color = color;
}
