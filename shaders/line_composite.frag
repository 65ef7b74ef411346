#version 330 core
uniform sampler2D u_coverage;
uniform vec4 u_casing;  // premultiplied, as are the others
uniform vec4 u_core;

out vec4 o_color;

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }

void main() {
    vec4 coverage = texelFetch(u_coverage, ivec2(gl_FragCoord.xy), 0);
    o_color = over(u_core * coverage.g, u_casing * coverage.r);
}
