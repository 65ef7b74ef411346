// The screen pixel that is being shaded. What is worked out from it and from flat varyings does not depend on where the
// framebuffer begins, as interpolated varyings do in their last bits: a tile draws exactly what the whole picture does.
uniform vec2 u_frag_origin;    // screen pixel = (origin.x + fragment.x, origin.y - fragment.y)

vec2 screen_pixel() { return vec2(u_frag_origin.x + gl_FragCoord.x, u_frag_origin.y - gl_FragCoord.y); }
