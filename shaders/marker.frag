#version 330 core
// Bottom up: pulse disc, selection ring, dashed ring of an uncertain date, halo, shape, the dot of the unreviewed.
#include "coverage.glsl"
#include "pixel.glsl"
#include "shapes.glsl"

uniform float u_scale;   // pixels per nominal pixel
uniform float u_alpha;   // of all markers, while they give way to a heat layer
uniform float u_pulse;
uniform vec3 u_halo;
uniform vec3 u_ink;
uniform vec3 u_warn;

flat in vec2 v_center;
flat in vec3 v_color;
flat in int v_shape;
flat in int v_bits;
flat in float v_radius;

out vec4 o_color;

const int kUncertainDate = 1, kUnreviewed = 4, kSelected = 8, kNow = 256, kToCome = 512;

void put(inout vec4 below, vec3 color, float alpha) { below = vec4(color * alpha, alpha) + below * (1.0 - alpha); }

float filled(float d) { return inside_coverage(d * u_scale); }
float stroked(float d, float width) { return stripe_coverage(d * u_scale, width * u_scale); }

void main() {
    vec4 color = vec4(0.0);
    vec2 px = (screen_pixel() - v_center) / u_scale;
    float from_center = length(px);
    bool to_come = (v_bits & kToCome) != 0;
    if ((v_bits & kNow) != 0) {
        put(color, v_color, 0.10 * filled(from_center - v_radius - 9.0));
        put(color, v_color, 0.35 * stroked(from_center - v_radius - 9.0, 1.0));
        if (u_pulse > 0.0) {
            put(color, v_color, 0.45 * (1.0 - u_pulse) * stroked(from_center - v_radius - 9.0 - 8.0 * u_pulse, 1.5));
        }
    }
    if ((v_bits & kSelected) != 0) {
        put(color, u_halo, 0.9 * filled(from_center - v_radius - 5.5));
        put(color, u_ink, stroked(from_center - v_radius - 5.5, 2.0));
    } else if ((v_bits & kUncertainDate) != 0) {
        // A whole number of dashes of about 3 px, 3 px apart, so that the ring closes.
        float ring = v_radius + 5.0;
        float period = 2.0 * kPi * ring / floor(2.0 * kPi * ring / 6.0);
        float s = mod(atan(px.y, px.x) * ring, period);
        float in_dash = 1.5 - abs(s - 0.5 * period);
        put(color, v_color, stroked(from_center - ring, 1.4) * filled(-in_dash));
    }
    float d = shape_distance(v_shape, px, v_radius);
    put(color, u_halo, filled(d - 2.0));
    if (to_come) {
        put(color, v_color, stroked(d + 0.2, 1.6));
    } else {
        put(color, v_color, filled(d));
    }
    if ((v_bits & kUnreviewed) != 0) {
        float dot_d = length(px - vec2(0.95, -0.95) * v_radius) - 2.2;
        put(color, u_halo, filled(dot_d - 1.2));
        put(color, u_warn, filled(dot_d));
    }
    o_color = color * u_alpha;
}
