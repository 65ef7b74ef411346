// Screen pixels (origin upper left, y down) to clip space. The viewport is a power of two wide and starts at
// u_target.xy, beyond the target's upper left corner, so that a point whose centre is just outside is not lost and
// a tile computes the same numbers as the whole picture.
//
//   u_target.xy ┌──────────────────┐
//               │  ┌─ target ──┐   │
//               │  │           │   │   u_target.z = 2 / viewport's side
//               │  └───────────┘   │
//               └──────────────────┘
uniform vec3 u_target;

vec4 clip_from_screen(vec2 px) {
    vec2 ndc = (px - u_target.xy) * u_target.z - 1.0;
    return vec4(ndc.x, -ndc.y, 0.0, 1.0);
}
