// World to screen. World coordinates reach us relative to a chunk's origin; the camera centre minus that origin comes
// as two floats whose sum is nearly a double: (local - hi) is exact where it matters, near the centre of the screen.
#include "target.glsl"

uniform vec2 u_center_hi;
uniform vec2 u_center_lo;
uniform mat2 u_screen_from_world;  // rotation and pixels per world
uniform vec2 u_map_center;         // of the map's rect on the screen

vec2 screen_from_local(vec2 local) {
    vec2 from_center = (local - u_center_hi) - u_center_lo;
    return u_map_center + u_screen_from_world * from_center;
}
