// What an event looks like at the playhead. Days are counted from the set's epoch; +-1e6 is an open end.
//
//            to come          now            recent … fading … past
//   ─────────────────────┤  event  ├──────────────────────────────────▶ playhead
//
// An event of at most a day is "now" within half a day of its middle: for a whole day, throughout that day. A longer one
// is "now" while it lasts, unless the length only says how little is known of its date.
uniform float u_playhead;
uniform vec2 u_window;        // begin, end
uniform float u_recent_days;
uniform vec3 u_land;          // what past colours mix with

const uint kUncertainDate = 1u, kAreaPlace = 2u, kUnreviewed = 4u, kSelected = 8u, kHovered = 16u;
const float kOpenDays = 9e5;

struct State {
    bool shown;
    bool now;
    bool to_come;
    float strength;  // 1 recent … 0.5 past: how much of the colour is left
    float radius;    // nominal, at scale 1
};

State state_at_playhead(float begin, float end, uint flags) {
    State s;
    s.shown = begin < u_window.y && (end > u_window.x || begin >= u_window.x);
    bool open_begin = begin < -kOpenDays, open_end = end > kOpenDays;
    float length_days = end - begin;
    float age;
    s.now = false;
    if (open_begin || open_end) {
        age = u_playhead - (open_begin ? end : begin);
    } else if (length_days <= 1.001) {
        float from_middle = u_playhead - 0.5 * (begin + end);
        s.now = from_middle >= -0.5 && from_middle < 0.5;
        age = from_middle < 0.0 ? from_middle : max(from_middle - 0.5, 0.0);
    } else {
        bool during = u_playhead >= begin && u_playhead < end;
        s.now = during && (flags & kUncertainDate) == 0u;
        age = during ? 0.0 : u_playhead < begin ? u_playhead - begin : u_playhead - end;
    }
    s.to_come = !s.now && age < 0.0;
    s.strength = s.now || s.to_come ? 1.0 : clamp(1.0 - 0.5 * age / u_recent_days, 0.5, 1.0);
    s.radius = s.now ? 7.0 : s.to_come ? 6.0 : mix(5.0, 6.5, smoothstep(0.5, 0.65, s.strength));
    return s;
}
