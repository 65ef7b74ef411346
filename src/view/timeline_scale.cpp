#include "view/view.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;
using calendar::Span;
using std::chrono::seconds;

// look.md's measures of the timeline, at scale 1.
constexpr float kBorder = 1, kControls = 32, kAxis = 24, kOverview = 57;
constexpr float kGutter = 128, kEarlier = 208, kLater = 152, kBreak = 16;
/// Wings never take more of the lanes than this, so that the focus stays the larger part in a narrow window.
constexpr float kEarlierPart = 0.2f, kLaterPart = 0.15f;
/// A wing is as wide as it gets when this part of the focus' length lies outside.
constexpr double kFullWingAt = 0.15;
/// How much nearer times are stretched in a wing: log(1 + bend u) / log(1 + bend), the more the longer the wing.
double bend_of(double outside_s, double focus_s) { return std::clamp(outside_s / focus_s / 25, 1.0, 20.0); }
constexpr int kWingKnots = 24;
constexpr float kWingPad = 14, kOverviewPad = 14;

double seconds_of(Instant t) { return static_cast<double>(t.time_since_epoch().count()); }
Instant instant_at(double t_s) { return Instant{seconds{std::llround(t_s)}}; }

double smooth(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

Span ordered(Span span) {
    if (span.open_begin() && span.open_end()) return {calendar::day(2000, 1, 1), calendar::day(2001, 1, 1)};
    if (span.open_begin()) span.begin = span.end - 366 * calendar::kDay;
    if (span.open_end()) span.end = span.begin + 366 * calendar::kDay;
    if (span.end <= span.begin) span.end = span.begin + seconds{1};
    return span;
}

}  // namespace

TimelineScale::TimelineScale(RectPx timeline, Span extent, Span focus, float scale, const std::vector<OverviewPart>& overview)
    : focus_(ordered(focus)) {
    extent_ = ordered(extent.open_begin() || extent.open_end() ? focus_ : extent);
    lay_out(timeline, scale);
    lay_zones(scale);
    lay_overview(overview, scale);
}

void TimelineScale::lay_out(RectPx r, float scale) {
    const auto px = [&](float length) { return std::round(length * scale); };
    const float overview_h = std::min(px(kOverview), std::max(0.f, r.h - px(kBorder + kControls + kAxis)));
    const float gutter = std::min(px(kGutter), std::round(r.w * 0.25f));
    controls_rect_ = {r.x, r.y + px(kBorder), r.w, std::min(px(kControls), r.h)};
    axis_rect_ = {r.x + gutter, controls_rect_.bottom(), std::max(1.f, r.w - gutter), px(kAxis)};
    const float lanes_y = axis_rect_.bottom(), overview_y = std::max(lanes_y, r.bottom() - overview_h);
    lanes_rect_ = {axis_rect_.x, lanes_y, axis_rect_.w, overview_y - lanes_y};
    gutter_rect_ = {r.x, axis_rect_.y, gutter, lanes_rect_.bottom() - axis_rect_.y};
    overview_rect_ = {axis_rect_.x, overview_y, axis_rect_.w, std::max(0.f, r.bottom() - overview_y)};
}

void TimelineScale::lay_zones(float scale) {
    const double focus_s = calendar::seconds_between(focus_.begin, focus_.end);
    const auto wing = [&](double outside_s, float most, float part) {
        const float full = std::min(most * scale, part * lanes_rect_.w);
        return std::round(full * static_cast<float>(smooth(outside_s / (kFullWingAt * focus_s))));
    };
    const float break_w = std::round(kBreak * scale);
    const float earlier = wing(calendar::seconds_between(extent_.begin, focus_.begin), kEarlier, kEarlierPart);
    const float later = wing(calendar::seconds_between(focus_.end, extent_.end), kLater, kLaterPart);
    const float before = earlier > 0 ? earlier + break_w : 0, after = later > 0 ? later + break_w : 0;
    const float y = axis_rect_.y, h = lanes_rect_.bottom() - y;
    earlier_rect_ = {lanes_rect_.x, y, earlier, h};
    focus_rect_ = {lanes_rect_.x + before, y, std::max(1.f, lanes_rect_.w - before - after), h};
    later_rect_ = {lanes_rect_.right() - later, y, later, h};
    if (earlier > 0) add_wing(true, scale);
    knots_.push_back({seconds_of(focus_.begin), static_cast<double>(focus_rect_.x)});
    knots_.push_back({seconds_of(focus_.end), static_cast<double>(focus_rect_.right())});
    if (later > 0) add_wing(false, scale);
}

void TimelineScale::add_wing(bool earlier, float scale) {
    const RectPx& rect = earlier ? earlier_rect_ : later_rect_;
    const double pad = std::min(static_cast<double>(kWingPad * scale), 0.2 * static_cast<double>(rect.w));
    const double width = static_cast<double>(rect.w) - pad;
    const double bend =
        bend_of(earlier ? calendar::seconds_between(extent_.begin, focus_.begin) : calendar::seconds_between(focus_.end, extent_.end),
                calendar::seconds_between(focus_.begin, focus_.end));
    const double near_s = seconds_of(earlier ? focus_.begin : focus_.end), far_s = seconds_of(earlier ? extent_.begin : extent_.end);
    for (int i = 0; i <= kWingKnots; ++i) {
        const double along = static_cast<double>(earlier ? kWingKnots - i : i) / kWingKnots;  // of the width, from the focus
        const double u = std::expm1(along * std::log1p(bend)) / bend;
        const double x = earlier ? static_cast<double>(rect.right()) - along * width : static_cast<double>(rect.x) + along * width;
        knots_.push_back({near_s + u * (far_s - near_s), x});
    }
}

void TimelineScale::lay_overview(const std::vector<OverviewPart>& parts, float scale) {
    const double pad = static_cast<double>(std::min(kOverviewPad * scale, 0.1f * overview_rect_.w));
    const double x0 = static_cast<double>(overview_rect_.x) + pad, x1 = static_cast<double>(overview_rect_.right()) - pad;
    double total = 0;
    for (const OverviewPart& part : parts) total += std::max(0.0, part.weight);
    if (total <= 0) {
        overview_ = {{std::min(seconds_of(extent_.begin), seconds_of(focus_.begin)), x0},
                     {std::max(seconds_of(extent_.end), seconds_of(focus_.end)), x1}};
        return;
    }
    double sum = 0;
    for (const OverviewPart& part : parts) {
        overview_.push_back({seconds_of(part.span.begin), x0 + (x1 - x0) * sum / total});
        sum += std::max(0.0, part.weight);
        overview_.push_back({seconds_of(part.span.end), x0 + (x1 - x0) * sum / total});
    }
}

double TimelineScale::x_at(const std::vector<Knot>& knots, double t_s) {
    if (t_s < knots.front().t_s) return knots.front().x;
    const auto after = std::upper_bound(knots.begin(), knots.end(), t_s, [](double t, const Knot& k) { return t < k.t_s; });
    if (after == knots.end()) return knots.back().x;
    const Knot &a = *(after - 1), &b = *after;
    return a.x + (b.x - a.x) * (t_s - a.t_s) / (b.t_s - a.t_s);
}

double TimelineScale::t_at(const std::vector<Knot>& knots, double x) {
    if (x <= knots.front().x) return knots.front().t_s;
    const auto after = std::lower_bound(knots.begin(), knots.end(), x, [](const Knot& k, double at) { return k.x < at; });
    if (after == knots.end()) return knots.back().t_s;
    const Knot &a = *(after - 1), &b = *after;
    return b.x > a.x ? a.t_s + (b.t_s - a.t_s) * (x - a.x) / (b.x - a.x) : b.t_s;
}

float TimelineScale::x_of(Instant t) const { return static_cast<float>(x_at(knots_, seconds_of(t))); }
Instant TimelineScale::time_at(float x) const { return instant_at(t_at(knots_, static_cast<double>(x))); }
float TimelineScale::overview_x_of(Instant t) const { return static_cast<float>(x_at(overview_, seconds_of(t))); }
Instant TimelineScale::overview_time_at(float x) const { return instant_at(t_at(overview_, static_cast<double>(x))); }

}  // namespace dateline::view
