// Dashes on, off, on, off along a line: the distance along the line from `s` to the nearest dash, 0 inside one.
float dash_distance(float s, vec4 dash) {
    float second = dash.x + dash.y;
    float period = second + dash.z + dash.w;
    float p = mod(s, period);
    // To the first dash, the second one, and the first of the next period.
    float d0 = max(p - dash.x, -p);
    float d1 = dash.z > 0.0 ? max(p - second - dash.z, second - p) : 1e9;
    float d2 = period - p;
    return max(min(min(d0, d1), d2), 0.0);
}
// Signed: negative inside a dash, by how far its nearer end is.
float dash_signed(float s, vec4 dash) {
    float second = dash.x + dash.y;
    float period = second + dash.z + dash.w;
    float p = mod(s, period);
    float d0 = max(p - dash.x, -p);
    float d1 = dash.z > 0.0 ? max(p - second - dash.z, second - p) : 1e9;
    return min(min(d0, d1), period - p);
}
