// Where the pixel lies on its segment (see segment.glsl).
#include "pixel.glsl"

flat in vec4 v_axis;
flat in vec4 v_cuts;
flat in vec4 v_run;
flat in float v_stretch;

struct Spot {
    vec2 st;     // along and across, px from the segment's start
    float len;   // of the segment
    float base;  // along the line at the segment's start
    float stretch;  // pattern pixels to one of the screen's
    vec2 ends;   // 1 where the line itself begins or ends
};

Spot spot_here() {
    vec2 from_start = screen_pixel() - v_axis.xy;
    vec2 dir = v_axis.zw;
    return Spot(vec2(dot(from_start, dir), dot(from_start, vec2(-dir.y, dir.x))), v_run.z, v_run.w, v_stretch,
                vec2(v_cuts.xy == vec2(0.0) ? 1.0 : 0.0, v_cuts.zw == vec2(0.0) ? 1.0 : 0.0));
}

// Of two segments that meet, exactly one owns each pixel of their join: both compute the same numbers.
bool owned_here() {
    vec2 px = screen_pixel();
    return dot(px - v_axis.xy, v_cuts.xy) >= 0.0 && (v_cuts.zw == vec2(0.0) || dot(px - v_run.xy, v_cuts.zw) < 0.0);
}
