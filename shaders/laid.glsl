// A square of the world with pixels on it: a grid of vertices, fine enough for every projection to bend.
#include "project.glsl"

layout(location = 0) in vec2 a_unit;   // 0..1 over the part that is drawn

uniform vec2 u_part_size;              // in world units
uniform vec4 u_texels;                 // of the part in the image: begin, size

uniform vec2 u_part_north;             // of relief: from the north and the south edge of Mercator's world to the part's north one

out vec2 v_texel;                      // 0..1 over the image
out vec2 v_edges;                      // world units from the north and the south edge of Mercator's world

void lay() {
    gl_Position = clip_from_screen(screen_from_local(a_unit * u_part_size));
    gl_ClipDistance[0] = world_front;
    v_edges = vec2(u_part_north.x + a_unit.y * u_part_size.y, u_part_north.y - a_unit.y * u_part_size.y);
    v_texel = u_texels.xy + a_unit * u_texels.zw;
}
