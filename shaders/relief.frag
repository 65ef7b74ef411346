#version 330 core

uniform sampler2D u_image;   // light, height
uniform vec2 u_image_px;
uniform float u_alpha;
uniform float u_flat;        // the light of flat ground
uniform vec4 u_shadow;       // straight alpha, as is what follows
uniform vec4 u_light;
uniform vec4 u_high;

uniform vec3 u_beyond;       // height beyond Mercator's world in the north and the south, below 0 none; how far it reaches in

in vec2 v_texel;
in vec2 v_edges;
out vec4 o_color;

#ifdef SMOOTH   // for when the pixels are large
// A cubic B-spline in four bilinear samples: the pairs of its weights as points between texels.
vec2 ground_here() {
    vec2 at = v_texel * u_image_px - 0.5, whole = floor(at), t = at - whole;
    vec2 s = 1.0 - t, t2 = t * t, s2 = s * s;
    vec2 w0 = s2 * s / 6.0, w1 = 2.0 / 3.0 - 0.5 * t2 * (2.0 - t), w2 = 2.0 / 3.0 - 0.5 * s2 * (2.0 - s);
    vec2 low = w0 + w1, high = 1.0 - low;
    vec2 a = (whole - 0.5 + w1 / low) / u_image_px, b = (whole + 1.5 + (1.0 - low - w2) / high) / u_image_px;
    vec2 top = low.x * texture(u_image, a).rg + high.x * texture(u_image, vec2(b.x, a.y)).rg;
    vec2 bottom = low.x * texture(u_image, vec2(a.x, b.y)).rg + high.x * texture(u_image, b).rg;
    return low.y * top + high.y * bottom;
}
#else
vec2 ground_here() { return texture(u_image, v_texel).rg; }
#endif

// As view::beyond_share.
vec2 toward_pole(vec2 ground, float edge, float height) {
    return height < 0.0 ? ground : mix(vec2(u_flat, height), ground, smoothstep(0.0, u_beyond.z, edge));
}

void main() {
    vec2 ground = toward_pole(toward_pole(ground_here(), v_edges.x, u_beyond.x), v_edges.y, u_beyond.y);
    float light = ground.r;
    float tint = u_high.a * ground.g;
    vec3 color = u_high.rgb * tint;
    bool dark = light < u_flat;
    float share = dark ? u_shadow.a * (1.0 - light / u_flat) : u_light.a * (light - u_flat) / (1.0 - u_flat);
    color = (dark ? u_shadow.rgb : u_light.rgb) * share + color * (1.0 - share);
    o_color = vec4(color, share + tint * (1.0 - share)) * u_alpha;
}
