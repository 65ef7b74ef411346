#pragma once

#include "document/briefing.h"
#include "ui/pen.h"
#include "view/frame.h"

#include <vector>

namespace dateline::ui {

/// When an event is, as seen from the playhead.
enum class Phase : std::uint8_t { Past, Recent, Now, ToCome };

/// look.md's states. `fade` is the part of its own colour that a past event keeps: 1 now, 0.5 when long gone.
struct EventLook {
    Phase phase = Phase::Recent;
    float fade = 1;
};
EventLook event_look(const document::Event& event, calendar::Instant playhead, double recent_days);

/// A category's shape, filled, or outlined when it is to come.
void draw_symbol(const Pen& pen, document::Category category, float x, float y, float radius, Color color);
void draw_symbol_outline(const Pen& pen, document::Category category, float x, float y, float radius, Color color, float width);
/// As an event is drawn in the list: faded toward `ground` when past, outlined when to come.
void draw_event_symbol(const Pen& pen, const document::Event& event, const EventLook& look, float x, float y, float radius, Color ground);
/// Accepted a tick, unreviewed a dashed ring, edited a pencil, rejected a cross.
void draw_review_mark(const Pen& pen, document::Review review, float x, float y);
void draw_dashed_ring(const Pen& pen, float x, float y, float radius, Color color, float width);

/// A sample of a route's line, as the map draws its kind and status.
void draw_route_sample(const Pen& pen, document::RouteKind kind, document::RouteStatus status, float x, float y, float width,
                       float alpha = 1);
/// on, off, … in pixels at scale 1.
void draw_dashes(const Pen& pen, float x0, float x1, float y, Color color, float width, std::initializer_list<float> dash);

/// A legend's sample, in the pen's own lengths.
void draw_sample(const Pen& pen, const std::vector<view::Item>& items);

/// "planned", empty for what exists.
std::string_view status_word(document::RouteStatus status);

}  // namespace dateline::ui
