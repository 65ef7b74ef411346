// A polyline's segment a → b as a quad that also holds its half of each join.
//
//          own │ next's       The pixels of a join are shared out by the bisector of the two directions, so none
//      ────────┼──╲           is drawn twice: translucent lines stay even. Within its side a segment draws the
//              b   ╲          distance to itself, a capsule, which makes every join round.
//      ────────┼─╲  ╲
const float kFeather = 1.0;   // beyond the half width, for anti-aliasing

struct Segment {
    vec2 a, b;        // screen pixels
    vec2 dir;
    vec2 cut_a, cut_b;  // bisectors' directions; zero at an end of the line
    float len;
};

// The miter of a line moved `offset` px to its right: where the joint's two moved lines meet, at most twice as far.
vec2 joint_offset(vec2 d0, vec2 d1, float offset) {
    vec2 n = vec2(-d0.y, d0.x) + vec2(-d1.y, d1.x);
    float c = dot(n, n);
    if (c < 1e-6) return vec2(-d1.y, d1.x) * offset;
    return n * (offset * 2.0 / max(c, 1.0));
}

Segment make_segment(vec2 prev, vec2 a, vec2 b, vec2 next, float offset) {
    Segment s;
    vec2 along = b - a;
    s.len = length(along);
    s.dir = s.len > 1e-6 ? along / s.len : vec2(1.0, 0.0);
    vec2 in_a = a - prev;
    vec2 out_b = next - b;
    float la = length(in_a), lb = length(out_b);
    vec2 dir_a = la > 1e-4 ? in_a / la : s.dir;
    vec2 dir_b = lb > 1e-4 ? out_b / lb : s.dir;
    s.a = a;
    s.b = b;
    if (offset != 0.0) {
        s.a += joint_offset(dir_a, s.dir, offset);
        s.b += joint_offset(s.dir, dir_b, offset);
        s.len = max(dot(s.b - s.a, s.dir), 0.0);
    }
    vec2 bisector_a = dir_a + s.dir, bisector_b = s.dir + dir_b;
    // A turn back on itself has no bisector: cut square.
    if (dot(bisector_a, bisector_a) < 1e-4) bisector_a = s.dir;
    if (dot(bisector_b, bisector_b) < 1e-4) bisector_b = s.dir;
    s.cut_a = la > 1e-4 ? normalize(bisector_a) : vec2(0.0);
    s.cut_b = lb > 1e-4 ? normalize(bisector_b) : vec2(0.0);
    return s;
}

// What segment_pixel.glsl reads of it: start and direction; the bisectors; the end, length, and distance along the line at
// the start.
flat out vec4 v_axis;
flat out vec4 v_cuts;
flat out vec4 v_run;
flat out float v_stretch;   // of the pattern's length to the screen's

void hand_over(Segment s, float base, float stretch) {
    v_stretch = stretch;
    v_axis = vec4(s.a, s.dir);
    v_cuts = vec4(s.cut_a, s.cut_b);
    v_run = vec4(s.b, s.len, base);
}

// How far beyond an end the quad must reach: the sine of half the turn at a join, all of the radius at a cap.
float reach(vec2 cut, vec2 dir, float radius) {
    if (cut == vec2(0.0)) return radius;
    float c = clamp(dot(cut, dir), 0.0, 1.0);
    return radius * sqrt(1.0 - c * c) + 0.5;
}
