#version 330 core
// Sums of bells to colours, by the logarithm: view::heat_color is the same.
#include "pixel.glsl"

uniform sampler2D u_sums;
uniform vec3 u_coarse;        // left and bottom of the texture in coarse pixels of the picture; coarse pixels per pixel
uniform float u_full;         // log(1 + the sum that has the last colour)
uniform vec4 u_ramp_0, u_ramp_1, u_ramp_2, u_ramp_3, u_ramp_4;   // straight alpha
uniform float u_alpha;
// Where the map ends: view::MapEdge.
uniform int u_edge;           // 0 nowhere, 1 a circle, 2 Equal Earth, 3 a fan
uniform vec3 u_circle;        // the circle's middle, or the map's, and the radius: px
uniform vec3 u_turn;          // cosine and sine of the bearing; px per radius of the Earth
uniform vec4 u_fan;           // pole, radius, half of its angle; x of Equal Earth: how far south of the equator the centre is
uniform float u_fan_down;     // the fan's middle is down from its pole (1) or up

out vec4 o_color;

float sum_at(vec2 coarse) { return texelFetch(u_sums, ivec2(coarse.x - u_coarse.x, u_coarse.y - 1.0 - coarse.y), 0).r; }

// Between four coarse pixels by hand: what lies where depends on no tile's origin.
float smooth_sum(vec2 coarse) {
    vec2 base = floor(coarse - 0.5), t = coarse - 0.5 - base;
    float top = mix(sum_at(base), sum_at(base + vec2(1.0, 0.0)), t.x);
    float bottom = mix(sum_at(base + vec2(0.0, 1.0)), sum_at(base + vec2(1.0, 1.0)), t.x);
    return mix(top, bottom, t.y);
}

const float kPi = 3.14159265, kPoleY = 1.3173628;

vec2 equal_earth(float theta) {   // y and its slope
    float t2 = theta * theta, t6 = t2 * t2 * t2;
    return vec2(theta * (1.340264 - 0.081106 * t2 + t6 * (0.000893 + 0.003796 * t2)), 1.340264 - 0.243318 * t2 + t6 * (0.006251 + 0.034164 * t2));
}

float inside_px(vec2 pixel) {
    vec2 d = pixel - u_circle.xy;
    if (u_edge == 0) return 1e9;
    if (u_edge == 1) return u_circle.z - length(d);
    float x = (u_turn.x * d.x + u_turn.y * d.y) / u_turn.z, y = (-u_turn.y * d.x + u_turn.x * d.y) / u_turn.z;
    if (u_edge == 2) {
        float north = u_fan.x - y, height = min(abs(north), kPoleY), theta = height / 1.2;
        for (int i = 0; i < 4; ++i) {
            vec2 at = equal_earth(theta);
            theta -= (at.x - height) / at.y;
        }
        float reach = kPi * cos(theta) / (0.8660254 * equal_earth(theta).y);
        return u_turn.z * min(reach - abs(x), kPoleY - abs(north));
    }
    float east = x - u_fan.x, down = (y - u_fan.y) * u_fan_down, away = length(vec2(east, down));
    float to_cut = u_fan.w > 3.1415 ? 1e9 : (u_fan.w - abs(atan(east, down))) * away;
    return u_turn.z * min(u_fan.z - away, to_cut);
}

void main() {
    float sum = smooth_sum(screen_pixel() * u_coarse.z);
    float v = clamp(log(1.0 + sum) / u_full, 0.0, 1.0);
    float at = v * 4.0;
    int i = min(int(at), 3);
    vec4 ramp[5] = vec4[](u_ramp_0, u_ramp_1, u_ramp_2, u_ramp_3, u_ramp_4);
    vec4 color = mix(ramp[i], ramp[i + 1], at - float(i));
    float t = clamp(v / 0.3, 0.0, 1.0);
    float inside = clamp(inside_px(screen_pixel()) + 0.5, 0.0, 1.0);
    float alpha = color.a * u_alpha * t * t * (3.0 - 2.0 * t) * inside;
    o_color = vec4(color.rgb * alpha, alpha);
}
