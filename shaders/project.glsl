// World to screen. World coordinates reach us relative to a chunk's origin; the camera centre minus that origin comes
// as two floats whose sum is nearly a double: (local - hi) is exact where it matters, near the centre of the screen.
//
// Near the centre every projection is a series of the third degree, whose terms come in double precision: a close view is
// as steady as in Mercator. A wide view takes the formulas themselves (see geo/projection.h, which has their sources).
#include "target.glsl"

uniform vec2 u_center_hi;
uniform vec2 u_center_lo;
uniform mat2 u_screen_from_plane;   // rotation, and pixels per world unit (flat) or per radius of the Earth (else)
uniform vec2 u_map_center;          // of the map's rect on the screen
uniform vec4 u_plane_terms[6];

// PLANE is given when a program is built, one of: 0 flat, 1 series, 2 globe, 3 equal earth, 4 conformal conic, 5 azimuthal
// (world_view.cpp). What is constant there falls away.
const float kPi = 3.14159265358979;

// Of the point that screen_from_local took last: below 0 it is hidden, behind the globe or over the map's edge.
float world_front = 1.0;

vec2 series_point(vec2 d) {
    float away = length(d), limit = u_plane_terms[5].x;
    float on = max(away / limit, 1.0);
    world_front = 1.2 - away;
    d /= on;
    float u = d.x, v = d.y;
    vec4 t0 = u_plane_terms[0], t1 = u_plane_terms[1], t2 = u_plane_terms[2], t3 = u_plane_terms[3], t4 = u_plane_terms[4];
    vec2 cubic = u * u * (u * t3.xy + v * t3.zw) + v * v * (u * t4.xy + v * t4.zw);
    vec2 square = u * u * t1.zw + u * v * t2.xy + v * v * t2.zw;
    return on * (u * t0.zw + v * t1.xy + (square + cubic));
}

vec2 conformal_point(vec2 d, float psi0, float cone, float cos0) {
    float turn = cone * d.x, out_ln = -cone * d.y;
    float half_sine = sin(0.5 * turn), stretch = exp(out_ln);
    // exp(x) cos(t) - 1, without the loss where both are small.
    float grown = abs(out_ln) < 0.01 ? out_ln * (1.0 + 0.5 * out_ln) : stretch - 1.0;
    world_front = min(kPi - abs(d.x), max(2.2, abs(psi0) + 0.3) + cone * d.y);
    return cos0 / cone * vec2(stretch * sin(turn), grown - 2.0 * stretch * half_sine * half_sine);
}

vec2 equal_earth_point(float u, float sine, float y0) {
    // A driver's asin may be off by a ten-thousandth; a step of Newton's method mends that.
    float s = 0.8660254 * sine, theta = asin(s);
    theta -= (sin(theta) - s) / max(cos(theta), 0.4);
    float t2 = theta * theta, t6 = t2 * t2 * t2;
    float y = theta * (1.340264 - 0.081106 * t2 + t6 * (0.000893 + 0.003796 * t2));
    float slope = 1.340264 - 0.243318 * t2 + t6 * (0.006251 + 0.034164 * t2);
    world_front = kPi - abs(u);
    return vec2(u * cos(theta) / (0.8660254 * slope), y0 - y);
}

vec2 plane_point(vec2 d) {
    float psi0 = u_plane_terms[0].x, sin0 = u_plane_terms[0].y, cos0 = u_plane_terms[0].z, eye = u_plane_terms[0].w;
    float morph = u_plane_terms[1].y;
    vec2 own;
    if (PLANE == 4) {
        own = conformal_point(d, psi0, u_plane_terms[1].x, cos0);
    } else {
        float psi = psi0 + d.y, sine = tanh(psi), cosine = 1.0 / cosh(psi);
        if (PLANE == 3) {
            own = equal_earth_point(d.x, sine, u_plane_terms[1].z);
        } else {
            float east = cosine * sin(d.x), c = cosine * cos(d.x);
            float north = cos0 * sine - sin0 * c, up = sin0 * sine + cos0 * c;
            bool globe = PLANE == 2;
            float k = globe ? (eye - 1.0) / (eye - up) : sqrt(2.0 / max(1.0 + up, 1e-4));
            float limit = globe ? 1.0 / eye : -0.9;
            // What is hidden lies on the horizon in its direction: a side that runs there from what is seen keeps its own.
            if (globe && morph >= 1.0 && up < limit) k = sqrt((eye - 1.0) / (eye + 1.0)) / max(length(vec2(east, north)), 1e-6);
            own = vec2(east, -north) * k;
            world_front = morph < 1.0 ? min(kPi - abs(d.x), up - (-1.01 + morph * (limit + 1.01))) : up - limit;
        }
    }
    return mix(vec2(d.x, -d.y) * cos0, own, morph);
}

vec2 screen_from_local(vec2 local) {
    vec2 from_center = (local - u_center_hi) - u_center_lo;
    if (PLANE == 0) return u_map_center + u_screen_from_plane * from_center;
    vec2 d = from_center * vec2(2.0 * kPi, -2.0 * kPi);
    return u_map_center + u_screen_from_plane * (PLANE == 1 ? series_point(d) : plane_point(d));
}
