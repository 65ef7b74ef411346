// Signed distances, in px, of the marker shapes about their centre; y down; negative inside. `r` is nominal: sizes are
// chosen so that the shapes weigh the same to the eye. Numbers follow view::MarkerShape.
const int kTriangle = 0, kCircle = 1, kDiamond = 2, kSquare = 3, kSpeech = 4, kHexagon = 5, kPentagon = 6, kRing = 7;
const float kPi = 3.14159265;

float box_distance(vec2 p, vec2 half_size) {
    vec2 q = abs(p) - half_size;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}

float to_edge(vec2 p, vec2 a, vec2 b) {
    vec2 e = b - a, w = p - a;
    return length(w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0));
}

float side_of(vec2 p, vec2 a, vec2 b) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

// Corners clockwise as seen with y down.
float triangle_distance(vec2 p, vec2 a, vec2 b, vec2 c) {
    float d = min(min(to_edge(p, a, b), to_edge(p, b, c)), to_edge(p, c, a));
    bool inside = side_of(p, a, b) > 0.0 && side_of(p, b, c) > 0.0 && side_of(p, c, a) > 0.0;
    return inside ? -d : d;
}

// A regular polygon with a corner on top: fold the plane onto half of one side, then it is the distance to that side.
float polygon_distance(vec2 p, float sides, float circumradius) {
    float sector = kPi / sides;
    float angle = mod(atan(p.x, -p.y), 2.0 * sector) - sector;  // from the middle of the nearest side
    vec2 q = length(p) * vec2(cos(angle), abs(sin(angle)));
    vec2 corner = circumradius * vec2(cos(sector), sin(sector));
    vec2 w = q - corner;
    return w.y > 0.0 ? length(w) : w.x;
}

float shape_distance(int shape, vec2 p, float r) {
    if (shape == kCircle) return length(p) - 1.02 * r;
    if (shape == kSquare) return box_distance(p, vec2(0.95 * r));
    if (shape == kDiamond) return box_distance(vec2(p.x + p.y, p.x - p.y) * 0.70710678, vec2(0.92 * r));
    if (shape == kTriangle) {
        return triangle_distance(p, vec2(0.0, -1.27 * r), vec2(1.31 * r, 0.88 * r), vec2(-1.31 * r, 0.88 * r));
    }
    if (shape == kSpeech) {
        float box = box_distance(p - vec2(0.0, -0.24 * r), vec2(1.12 * r, 0.8 * r));
        // From well inside the box, so that no outline runs between the two.
        float tail = triangle_distance(p, vec2(-0.815 * r, -0.3 * r), vec2(0.55 * r, -0.3 * r), vec2(-0.62 * r, 1.34 * r));
        return min(box, tail);
    }
    if (shape == kHexagon) return polygon_distance(p, 6.0, 1.08 * r) - 0.1 * r;
    if (shape == kPentagon) return polygon_distance(p, 5.0, 1.12 * r) - 0.1 * r;
    return abs(length(p) - 0.74 * r) - 0.26 * r;
}
