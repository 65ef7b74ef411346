// The part of a one-pixel box, `d` px from the middle of a stripe `width` px wide, that the stripe covers.
float stripe_coverage(float d, float width) {
    float half_width = 0.5 * width;
    d = abs(d);
    return clamp(min(half_width, d + 0.5) - max(-half_width, d - 0.5), 0.0, 1.0);
}

// The same for the inside of a signed distance (negative inside).
float inside_coverage(float d) { return clamp(0.5 - d, 0.0, 1.0); }
