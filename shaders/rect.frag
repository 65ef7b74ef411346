#version 330 core
// The stroke lies inside the rect, as a border of a box does: whole-pixel rects have crisp one-pixel borders.
in vec2 v_px;
in vec4 v_fill;
flat in vec4 v_stroke;
flat in vec4 v_shape;

out vec4 o_color;

// Exactly the part of this pixel that a box with square corners covers.
float square_coverage(vec2 half_size) {
    vec2 low = max(v_px - 0.5, -half_size), high = min(v_px + 0.5, half_size);
    vec2 cover = clamp(high - low, 0.0, 1.0);
    return cover.x * cover.y;
}

float box_coverage(vec2 half_size, float radius) {
    if (radius <= 0.0) return square_coverage(half_size);
    vec2 q = abs(v_px) - half_size + radius;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
    return clamp(0.5 - d, 0.0, 1.0);
}

void main() {
    float outer = box_coverage(v_shape.xy, v_shape.z);
    vec4 color = v_fill * outer;
    if (v_shape.w > 0.0) {
        vec2 inner_half = v_shape.xy - v_shape.w;
        float inner = min(inner_half.x, inner_half.y) > 0.0 ? box_coverage(inner_half, max(v_shape.z - v_shape.w, 0.0)) : 0.0;
        float band = outer - inner;
        color = v_stroke * band + color * (1.0 - v_stroke.a * band);
    }
    o_color = color;
}
