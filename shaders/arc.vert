#version 330 core
// Arcs: one instance a segment, as line.vert. Each point lies on the great circle; a flat map bows it to the side.
#include "project.glsl"
#include "segment.glsl"
#include "marker_state.glsl"

layout(location = 0) in vec4 a_prev;      // on the ground; the bow
layout(location = 1) in float a_prev_lift;
layout(location = 2) in vec4 a_from;
layout(location = 3) in vec4 a_from_way;  // lift; share of the way, < 0 for a ghost; along; what is left, world units
layout(location = 4) in vec4 a_to;
layout(location = 5) in vec4 a_to_way;
layout(location = 6) in vec4 a_next;
layout(location = 7) in float a_next_lift;
layout(location = 8) in vec2 a_days;      // begin, end
layout(location = 9) in vec4 a_color;     // alpha: faint where the origin is inferred
layout(location = 10) in uvec2 a_kind;    // flags; tail in 255ths of the way

uniform float u_radius_px;     // how far a segment's quad reaches across
uniform float u_px_per_world;
uniform float u_dash_period_px;
uniform float u_bow;           // share of the bow that shows
uniform float u_lift;          // share of the lift; 0 on a flat map
uniform float u_eye;           // of a globe, radii from the Earth's centre
uniform float u_morph;
uniform float u_lead_days;     // how long before its event an arc is drawn on

flat out vec2 v_share;         // of the way, at the segment's ends
flat out float v_rest;         // px left at its start
flat out vec4 v_color;         // alpha as at the destination
flat out vec4 v_state;         // share drawn; tail; 1 to come; 1 now

// view::arc_screen is the same: a globe's point moves away from the middle of the disc as the eye sees it higher up.
vec2 arc_point(vec4 p, float lift) {
    vec2 px = screen_from_local(p.xy + u_bow * p.zw);
    float h = lift * u_lift;
    if (h <= 0.0) return px;
    float up = PLANE == 1 ? cos(1.2 - world_front) : world_front - 1.01 + u_morph * (1.0 / u_eye + 1.01);
    world_front += sqrt(2.0 * h);   // what stands high is seen from beyond the horizon
    return u_map_center + (px - u_map_center) * ((1.0 + h) * (u_eye - up) / (u_eye - up * (1.0 + h)));
}

void main() {
    State s = state_at_playhead(a_days.x, a_days.y, a_kind.x);
    bool raised = (a_kind.x & (kSelected | kHovered)) != 0u;
    if (a_from_way.y < 0.0 || a_to_way.y < 0.0 || !(s.shown || raised)) {
        gl_ClipDistance[0] = 1.0;
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    vec2 a = arc_point(a_from, a_from_way.x);
    float front_a = world_front;
    vec2 b = arc_point(a_to, a_to_way.x);
    float front_b = world_front;
    float at_end = float(gl_VertexID & 1);
    gl_ClipDistance[0] = at_end > 0.5 ? front_b : front_a;
    if (front_a < 0.0 && front_b < 0.0) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    Segment segment = make_segment(arc_point(a_prev, a_prev_lift), a, b, arc_point(a_next, a_next_lift), 0.0);
    float side = float(gl_VertexID & 2) - 1.0;
    float along = at_end > 0.5 ? segment.len + reach(segment.cut_b, segment.dir, u_radius_px)
                               : -reach(segment.cut_a, segment.dir, u_radius_px);
    vec2 px = segment.a + segment.dir * along + vec2(-segment.dir.y, segment.dir.x) * (side * u_radius_px);
    // Away from the centre of a curved map a pixel is another length of the way.
    float pattern_px = (a_to_way.z - a_from_way.z) * u_px_per_world;
    float stretch = PLANE != 0 && segment.len > 1e-3 ? clamp(pattern_px / segment.len, 0.25, 8.0) : 1.0;
    hand_over(segment, mod(a_from_way.z * u_px_per_world, u_dash_period_px), stretch);

    float recent = 2.0 * s.strength - 1.0;
    float alpha = raised || s.now ? 1.0 : s.to_come ? 0.75 : 0.3 + 0.65 * recent;
    float start = a_days.x < -kOpenDays ? a_days.y : a_days.x;
    float drawn = s.to_come ? clamp(1.0 + (u_playhead - start) / u_lead_days, 0.0, 1.0) : 1.0;
    v_share = vec2(a_from_way.y, a_to_way.y);
    v_rest = a_from_way.w * u_px_per_world / stretch;
    v_color = vec4(mix(u_land, a_color.rgb, raised ? 1.0 : s.strength), a_color.a * alpha);
    v_state = vec4(drawn, float(a_kind.y) / 255.0, s.to_come ? 1.0 : 0.0, s.now ? 1.0 : 0.0);
    gl_Position = clip_from_screen(px);
}
