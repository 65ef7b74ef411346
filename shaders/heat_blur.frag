#version 330 core
// One axis of a bell whose middle weighs 1, so that a lone event sums to 1 where it stands.
uniform sampler2D u_source;
uniform bool u_across;
uniform vec2 u_size;       // of the part of the texture that is in use
uniform float u_sigma;     // texels

out vec4 o_sum;

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    int reach = int(ceil(4.25 * u_sigma));   // beyond, even a thousand events leave no edge
    ivec2 size = ivec2(u_size), one = u_across ? ivec2(1, 0) : ivec2(0, 1);
    float sum = 0.0;
    for (int k = -reach; k <= reach; ++k) {
        ivec2 at = here + k * one;
        if (any(lessThan(at, ivec2(0))) || any(greaterThanEqual(at, size))) continue;
        sum += texelFetch(u_source, at, 0).r * exp(-0.5 * float(k * k) / (u_sigma * u_sigma));
    }
    o_sum = vec4(sum, 0.0, 0.0, 0.0);
}
