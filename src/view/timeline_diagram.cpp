// A route's distance over time in place of the lanes: kilometres down, time across.

#include "view/map_view.h"
#include "view/route_diagram.h"
#include "view/timeline_lanes.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using document::Event;
using document::RouteEvent;
using document::RouteSegment;
using document::RouteStatus;

constexpr float kGlyph = 5, kBarH = 6, kSpanW = 6, kPad = 12, kGap = 34, kCaptionH = 14;
constexpr float kTownEvery = 15;  // between the baselines of two names
constexpr float kOutsideWindow = 0.35f;
constexpr float kStripW = 5;  // of the line that stands for the route itself
constexpr std::size_t kMostTitles = 40;

DistanceAxis axis_of(const TimelineCanvas& canvas, const RouteDiagram& diagram) {
    RectPx rect = canvas.scale.lanes_rect();
    const float top = canvas.px(diagram.caption.empty() ? kPad : kPad + kCaptionH);
    rect.y += top, rect.h -= top + canvas.px(kPad);
    return DistanceAxis(diagram, rect, canvas.px(kGap));
}

struct TownRow {
    const RouteDiagram::Town* town;
    float y;
};
/// The towns that have room, the foremost first.
std::vector<TownRow> rows_of(const TimelineCanvas& canvas, const RouteDiagram& diagram, const DistanceAxis& axis) {
    std::vector<TownRow> rows;
    for (const RouteDiagram::Town& town : diagram.towns) {
        const float y = axis.y_of(town.section, town.km);
        const bool free =
            std::none_of(rows.begin(), rows.end(), [&](const TownRow& r) { return std::abs(r.y - y) < canvas.px(kTownEvery); });
        if (free) rows.push_back({&town, y});
    }
    return rows;
}

class DiagramPainter {
  public:
    DiagramPainter(TimelineCanvas& canvas, const RouteDiagram& diagram)
        : canvas_(canvas), diagram_(diagram), axis_(axis_of(canvas, diagram)), lanes_(canvas.scale.lanes_rect()) {}

    void draw_segments();
    void draw_towns();
    void draw_bars();
    void draw_symbols();
    void draw_playhead();
    void draw_caption();

  private:
    /// An event where it stands: a rectangle of what is known, and a symbol in the middle of it; of what lasts, where it begins.
    struct Placed {
        const RouteEvent* along;
        const Event* event;
        DrawnBar bar;  ///< of an imprecise or long date
        bool has_bar = false;
        float x = 0, y0 = 0, y1 = 0;
        PointPx symbol;  ///< moved aside where several meet
        TimeLook look;
    };
    void draw_segment(std::size_t section, std::uint32_t index);
    void draw_opening(const RouteSegment& segment, RectPx band, Color hue);
    void place_events();
    bool listed(const RouteEvent& along) const;
    float begin_x(const calendar::Edtf& date, float otherwise) const;
    Color hue_of(const Event& event) const { return canvas_.theme().category[static_cast<std::size_t>(event.category)]; }
    Color color_of(const Placed& placed) const;
    void draw_titles();
    std::vector<RectPx> without_text() const;

    TimelineCanvas& canvas_;
    const RouteDiagram& diagram_;
    DistanceAxis axis_;
    RectPx lanes_;
    std::string opening_;  ///< the date written last
    std::vector<Placed> placed_;
};

// ---- the route

/// What is in being is shaded; more faintly what is only planned or being built.
float shade_of(RouteStatus status) {
    switch (status) {
        case RouteStatus::Existing: return 0.13f;
        case RouteStatus::UnderConstruction: return 0.08f;
        case RouteStatus::Planned:
        case RouteStatus::Proposed:
        case RouteStatus::Suspended: return 0.05f;
    }
    return 0;
}

void DiagramPainter::draw_segments() {
    for (std::size_t s = 0; s < diagram_.sections.size(); ++s)
        for (const std::uint32_t index : diagram_.sections[s].segments) draw_segment(s, index);
}

void DiagramPainter::draw_segment(std::size_t section, std::uint32_t index) {
    const RouteSegment& segment = diagram_.route->segments[index];
    const auto& leg = diagram_.line.legs()[index];
    const float y0 = axis_.y_of(section, leg.begin_km()), y1 = axis_.y_of(section, leg.end_km());
    const Color hue =
        canvas_.theme().route[static_cast<std::size_t>(segment.kind == document::RouteKind::Ferry ? diagram_.route->kind : segment.kind)];
    const auto x_of = [&](const std::optional<calendar::Edtf>& date, bool begin, float open) {
        if (!date) return open;
        const calendar::Span bounds = date->bounds();
        return begin ? (bounds.open_begin() ? open : canvas_.scale.x_of(bounds.begin))
                     : (bounds.open_end() ? open : canvas_.scale.x_of(bounds.end));
    };
    const float x0 = x_of(segment.from, true, lanes_.x), x1 = x_of(segment.to, false, lanes_.right());
    const RectPx band{x0, y0, x1 - x0, y1 - y0};
    if (band.w > 0) canvas_.fill(band, with_alpha(hue, shade_of(segment.status)));
    if (segment.from) draw_opening(segment, band, hue);
    const calendar::Instant playhead = canvas_.input.options.playhead;
    const bool now = document::in_being(segment, {playhead, playhead + std::chrono::seconds{1}});
    // The line itself stands at the left edge, dashed as on the map.
    StrokePath line;
    line.points = {{lanes_.x + canvas_.px(kStripW), y0}, {lanes_.x + canvas_.px(kStripW), y1}};
    line.color = with_alpha(hue, now ? 1 : 0.4f);
    line.width_px = canvas_.px(2.5f);
    const auto& m = canvas_.theme().measures;
    const auto& dash = segment.kind == document::RouteKind::Ferry ? m.route[static_cast<std::size_t>(segment.kind)].dash_px
                                                                  : m.status_dash_px[static_cast<std::size_t>(segment.status)];
    for (std::size_t i = 0; i < dash.size(); ++i) line.dash_px[i] = canvas_.px(dash[i]);
    canvas_.add(line);
}

/// The date from which it is in being, as soft as the date is.
void DiagramPainter::draw_opening(const RouteSegment& segment, RectPx band, Color hue) {
    const calendar::Span bounds = segment.from->bounds();
    if (bounds.open_begin() || bounds.open_end()) return;
    const float from = canvas_.scale.x_of(bounds.begin), known = canvas_.scale.x_of(bounds.end);
    const Color strong = with_alpha(hue, 0.55f), none = with_alpha(hue, 0);
    if (known - from > canvas_.px(3)) canvas_.add(FillRect{{from, band.y, known - from, band.h}, 0, none, strong, strong, none, {}, 0});
    else canvas_.vline(from, band.y, band.bottom(), with_alpha(hue, 0.8f));
    const TextStyle style = canvas_.micro(canvas_.theme().text3);
    std::string text = calendar::describe(*segment.from, {.short_months = true});
    if (band.h < canvas_.px(16) || text == opening_) return;  // neighbours that opened together say so once
    opening_ = text;
    const float width = canvas_.width_px(text, style), gap = canvas_.px(5), after = std::max(known, from) + gap;
    // Left of the line where its zone ends too soon.
    const RectPx earlier = canvas_.scale.earlier_rect();
    const bool cut = from < earlier.right() && after + width > earlier.right();
    const float x = cut ? from - gap - width : after;
    if (x > lanes_.x + canvas_.px(12) && x + width < lanes_.right())
        canvas_.text(std::move(text), {x, canvas_.baseline(band.y + canvas_.px(9), style)}, style);
}

void DiagramPainter::draw_towns() {
    for (const TownRow& row : rows_of(canvas_, diagram_, axis_))
        canvas_.hline(lanes_.x, lanes_.right(), row.y, with_alpha(canvas_.theme().line, 0.8f));
    for (std::size_t s = 0; s < diagram_.sections.size(); ++s) {
        canvas_.hline(lanes_.x, lanes_.right(), axis_.top(s), canvas_.theme().line_strong);
        canvas_.hline(lanes_.x, lanes_.right(), axis_.bottom(s), canvas_.theme().line_strong);
    }
}

// ---- the events

bool DiagramPainter::listed(const RouteEvent& along) const {
    const Event& event = *canvas_.input.briefing.events()[along.event];
    if (!event.date || !canvas_.shows(event.category)) return false;
    if (canvas_.input.options.search.empty()) return true;
    const TimelineLane& lane = canvas_.lanes[static_cast<std::size_t>(event.category)];
    return std::find(lane.events.begin(), lane.events.end(), along.event) != lane.events.end() ||
           std::any_of(lane.bars.begin(), lane.bars.end(), [&](const LaneBar& bar) { return bar.event == along.event; });
}

/// Where an interval's symbol stands: its beginning is a day that was told, its middle is none. Where that is open, its end.
float DiagramPainter::begin_x(const calendar::Edtf& date, float otherwise) const {
    const std::optional<calendar::Date>& told = date.first() ? date.first() : date.last();
    if (!told) return otherwise;
    const calendar::Span bounds = told->bounds();
    const float x = 0.5f * (canvas_.scale.x_of(bounds.begin) + canvas_.scale.x_of(bounds.end));
    const float inside = canvas_.px(kGlyph + 2);
    return std::clamp(x, lanes_.x + inside, lanes_.right() - inside);
}

void DiagramPainter::place_events() {
    for (const RouteEvent& along : diagram_.events) {
        const std::size_t section = diagram_.section_of(along.segment);
        if (section == diagram_.sections.size() || !listed(along)) continue;
        const Event& event = *canvas_.input.briefing.events()[along.event];
        Placed p{&along, &event, {}, is_bar(*event.date), 0, axis_.y_of(section, along.begin_km), axis_.y_of(section, along.end_km),
                 {},     {}};
        if (p.has_bar) {
            p.bar = placed_bar(canvas_, bar_of(*event.date, along.event));
            p.x = 0.5f * (std::max(p.bar.x0, lanes_.x) + std::min(p.bar.x1, lanes_.right()));
            if (event.date->is_interval()) p.x = begin_x(*event.date, p.x);
            p.look = p.bar.look;
        } else {
            const calendar::Instant at = anchor_of(*event.date);
            p.x = canvas_.scale.x_of(at);
            p.look = time_look(canvas_.input.options, at, at);
        }
        p.symbol = {p.x, 0.5f * (p.y0 + p.y1)};
        placed_.push_back(p);
    }
    std::stable_sort(placed_.begin(), placed_.end(),
                     [](const Placed& a, const Placed& b) { return std::pair(a.x, a.symbol.y) < std::pair(b.x, b.symbol.y); });
    // Where several meet each is set beside the other, on a thin line to its spot.
    const float apart = canvas_.px(2 * kGlyph + 1), low = lanes_.bottom() - canvas_.px(kGlyph + 1),
                high = lanes_.y + canvas_.px(kGlyph + 1);
    for (std::size_t i = 0; i < placed_.size(); ++i) {
        const float own = placed_[i].symbol.y;
        for (int k = 0; k < 12; ++k) {
            const float y = own + (k % 2 == 0 ? -1.f : 1.f) * apart * static_cast<float>((k + 1) / 2);
            placed_[i].symbol.y = y;
            const auto meets = [&](const Placed& other) { return length_of(other.symbol - placed_[i].symbol) < apart - 0.5f; };
            if (y >= high && y <= low && std::none_of(placed_.begin(), placed_.begin() + static_cast<std::ptrdiff_t>(i), meets)) break;
            placed_[i].symbol.y = own;
        }
    }
}

Color DiagramPainter::color_of(const Placed& placed) const {
    const Color color = mix(canvas_.theme().panel, hue_of(*placed.event), placed.look.fade);
    return canvas_.input.options.window.overlaps(placed.event->date->bounds()) ? color : with_alpha(color, kOutsideWindow);
}

/// How long, and along how much of the route.
void DiagramPainter::draw_bars() {
    place_events();
    for (const Placed& p : placed_) {
        const Color color = color_of(p);
        const bool long_way = p.y1 - p.y0 > canvas_.px(kBarH);
        const float half = canvas_.px(kBarH) / 2;
        if (p.has_bar && long_way) {
            add_soft_rect(canvas_, p.bar, p.y0, p.y1 - p.y0, with_alpha(color, 0.16f));
            for (const float y : {p.y0, p.y1 - canvas_.px(1)}) add_soft_rect(canvas_, p.bar, y, canvas_.px(1), with_alpha(color, 0.6f));
        } else if (p.has_bar) {
            const float y = 0.5f * (p.y0 + p.y1);
            add_soft_rect(canvas_, p.bar, y - half, 2 * half, with_alpha(color, p.look.to_come ? 0.25f : 0.75f));
            canvas_.hit(Hit::Kind::Event, {p.bar.x0, y - canvas_.px(5), p.bar.x1 - p.bar.x0, canvas_.px(10)}, p.event->id);
        } else if (long_way) {
            const float w = canvas_.px(kSpanW);
            canvas_.fill({p.x - w / 2, p.y0, w, p.y1 - p.y0}, with_alpha(color, 0.32f), w / 2);
            canvas_.hit(Hit::Kind::Event, {p.x - w / 2, p.y0, w, p.y1 - p.y0}, p.event->id);
        }
    }
}

void DiagramPainter::draw_symbols() {
    const Theme& theme = canvas_.theme();
    const ViewOptions& options = canvas_.input.options;
    for (const Placed& p : placed_) {
        const Color color = color_of(p);
        const bool selected = p.event->id == options.selected, hovered = p.event->id == options.hovered;
        const PointPx spot{p.x, 0.5f * (p.y0 + p.y1)};
        if (std::abs(spot.y - p.symbol.y) > 1) {
            canvas_.add(StrokePath{{spot, p.symbol}, with_alpha(color, 0.7f), canvas_.px(1), {}, false});
            canvas_.add(Symbol{MarkerShape::Circle, spot, canvas_.px(1.75f), color, {}, 0, {}});
        }
        if (selected)
            canvas_.add(Symbol{MarkerShape::Circle, p.symbol, canvas_.px(kGlyph + 4), theme.panel, theme.ink, canvas_.px(1.75f), {}});
        if (p.look.now && !selected)
            canvas_.add(Symbol{MarkerShape::Circle,
                               p.symbol,
                               canvas_.px(kGlyph + 4),
                               with_alpha(color, 0.16f),
                               with_alpha(color, 0.4f),
                               canvas_.px(1),
                               {}});
        const float r = canvas_.px(hovered ? kGlyph + 1.5f : kGlyph);
        const MarkerShape shape = shape_of(p.event->category);
        if (p.look.to_come) canvas_.add(Symbol{shape, p.symbol, r - canvas_.px(0.4f), theme.panel, color, canvas_.px(1.5f), {}});
        else canvas_.add(Symbol{shape, p.symbol, r, color, theme.panel, canvas_.px(1), {}});
        if (p.event->review == document::Review::Unreviewed)
            canvas_.add(Symbol{MarkerShape::Circle,
                               {p.symbol.x + 0.95f * r, p.symbol.y - 0.85f * r},
                               canvas_.px(2),
                               theme.warn,
                               theme.panel,
                               canvas_.px(1),
                               {}});
        canvas_.hit(Hit::Kind::Event, around(p.symbol, canvas_.px(kGlyph + 2)), p.event->id);
    }
    draw_titles();
}

/// Titles right of their symbols, or left, where there is room; what is chosen first, then what is nearest to the playhead.
void DiagramPainter::draw_titles() {
    const Theme& theme = canvas_.theme();
    const ViewOptions& options = canvas_.input.options;
    std::vector<const Placed*> order;
    for (const Placed& p : placed_) order.push_back(&p);
    const float playhead = canvas_.scale.x_of(options.playhead);
    const auto rank = [&](const Placed* p) {
        const int chosen = p->event->id == options.selected ? 0 : p->event->id == options.hovered ? 1 : 2;
        return std::tuple{chosen, std::abs(p->x - playhead), p->event->id};
    };
    std::stable_sort(order.begin(), order.end(), [&](const Placed* a, const Placed* b) { return rank(a) < rank(b); });
    if (order.size() > kMostTitles) order.resize(kMostTitles);
    std::vector<RectPx> taken = without_text();
    for (const Placed* p : order) {
        const bool selected = p->event->id == options.selected;
        const TextStyle style = canvas_.micro(p->look.to_come        ? theme.text2
                                              : p->look.fade < 0.75f ? theme.text3
                                                                     : theme.text,
                                              selected ? Face::SemiBold : Face::Regular);
        const float off = canvas_.px(kGlyph + 6), half = canvas_.px(7), row = half + canvas_.px(kBarH / 2 + 1);
        const auto fits = [&](const RectPx& box, bool over_playhead) {
            const bool crosses = box.x < playhead + canvas_.px(2) && box.right() > playhead - canvas_.px(2);
            return (over_playhead || !crosses) && box.x >= lanes_.x + canvas_.px(12) && box.right() <= lanes_.right() - canvas_.px(4) &&
                   box.y >= lanes_.y && box.bottom() <= lanes_.bottom() &&
                   std::none_of(taken.begin(), taken.end(), [&](const RectPx& t) { return t.overlaps(box); });
        };
        const auto set = [&](float most_px, bool over_playhead) {
            const std::string text = canvas_.input.type.fitted(p->event->title, style, canvas_.px(most_px));
            const float width = canvas_.width_px(text, style);
            for (const float beside : {0.f, -row, row})  // of a bar above it or below
                for (const float x : {p->symbol.x + off, p->symbol.x - off - width}) {
                    const RectPx box{x, p->symbol.y + beside - half, width, 2 * half};
                    if (!fits(box, over_playhead)) continue;
                    taken.push_back(grown(box, canvas_.px(2)));
                    canvas_.text(text, {x, canvas_.baseline(p->symbol.y + beside, style)}, style);
                    return true;
                }
            return false;
        };
        // Rather across the playhead than not at all.
        const float most = selected ? 420 : 240;
        if (!set(most, false) && !set(120, false)) set(most, true);
    }
}

/// Symbols, and what no text can be read on: bars of long events, the breaks of the axis.
std::vector<RectPx> DiagramPainter::without_text() const {
    std::vector<RectPx> taken;
    const float half = canvas_.px(kBarH) / 2;
    for (const Placed& p : placed_) {
        taken.push_back(around(p.symbol, canvas_.px(kGlyph + 2)));
        const float y = 0.5f * (p.y0 + p.y1);
        if (p.has_bar && p.y1 - p.y0 <= 2 * half) taken.push_back({p.bar.x0, y - half, p.bar.x1 - p.bar.x0, 2 * half});
    }
    const RectPx earlier = canvas_.scale.earlier_rect(), focus = canvas_.scale.focus_rect(), later = canvas_.scale.later_rect();
    if (canvas_.scale.has_earlier()) taken.push_back({earlier.right(), lanes_.y, focus.x - earlier.right(), lanes_.h});
    if (canvas_.scale.has_later()) taken.push_back({focus.right(), lanes_.y, later.x - focus.right(), lanes_.h});
    return taken;
}

void DiagramPainter::draw_playhead() {
    const float x = canvas_.scale.x_of(canvas_.input.options.playhead), w = canvas_.px(1.5f);
    canvas_.fill({x - w / 2, lanes_.y, w, lanes_.h}, canvas_.theme().ink);
    canvas_.hit(Hit::Kind::Playhead, {x - canvas_.px(4), lanes_.y, canvas_.px(8), lanes_.h});
}

/// Which of its branches are here, lest the main line and one of them be taken for the whole.
void DiagramPainter::draw_caption() {
    if (diagram_.caption.empty()) return;
    const TextStyle style = canvas_.micro(canvas_.theme().text3);
    const float left = lanes_.x + canvas_.px(12), room = lanes_.w - canvas_.px(24);
    canvas_.text(canvas_.input.type.fitted(diagram_.caption, style, room),
                 {left, canvas_.baseline(lanes_.y + canvas_.px(kCaptionH / 2 + 2), style)}, style);
}

}  // namespace

void draw_diagram(TimelineCanvas& canvas, const RouteDiagram& diagram) {
    DiagramPainter painter(canvas, diagram);
    canvas.add(ClipTo{canvas.scale.lanes_rect()});
    painter.draw_segments();
    painter.draw_towns();
    painter.draw_bars();
    canvas.add(ClipTo{canvas.input.layout.timeline});
    draw_breaks(canvas);
    canvas.add(ClipTo{canvas.scale.lanes_rect()});
    painter.draw_caption();
    painter.draw_playhead();
    painter.draw_symbols();
    canvas.add(ClipTo{canvas.input.layout.timeline});
}

void draw_diagram_gutter(TimelineCanvas& canvas, const RouteDiagram& diagram) {
    const Theme& theme = canvas.theme();
    const RectPx gutter = canvas.scale.gutter_rect(), axis_row = canvas.scale.axis_rect();
    canvas.fill({gutter.x, gutter.y, gutter.w, gutter.h}, theme.panel);
    const TextStyle head = canvas.micro(theme.text2, Face::Medium), town = canvas.micro(theme.text), post = canvas.micro(theme.text3);
    const std::string name = diagram.route->short_name.empty() ? diagram.route->name : diagram.route->short_name;
    const float left = gutter.x + canvas.px(14), right = gutter.right() - canvas.px(9);
    canvas.text(canvas.input.type.fitted(name, head, right - left - canvas.px(28)),
                {left, canvas.baseline(axis_row.y + axis_row.h / 2, head)}, head);
    canvas.text("km", {right, canvas.baseline(axis_row.y + axis_row.h / 2, post)}, post, AlignX::Right);
    canvas.hline(gutter.x, gutter.right(), axis_row.bottom() - canvas.px(1), theme.line);
    const DistanceAxis axis = axis_of(canvas, diagram);
    for (std::size_t s = 0; s < diagram.sections.size(); ++s) {
        const std::string& section = diagram.sections[s].name;
        if (s > 0 && !section.empty()) canvas.text(section, {left, canvas.baseline(axis.top(s) - canvas.px(16), post)}, post);
    }
    for (const TownRow& row : rows_of(canvas, diagram, axis)) {
        const std::string km = short_count(static_cast<std::size_t>(std::lround(std::max(0.0, row.town->km))));
        const float km_w = canvas.width_px(km, post);
        canvas.text(canvas.input.type.fitted(row.town->name, town, right - left - km_w - canvas.px(6)),
                    {left, canvas.baseline(row.y, town)}, town);
        canvas.text(km, {right, canvas.baseline(row.y, post)}, post, AlignX::Right);
        canvas.fill({gutter.right() - canvas.px(5), std::round(row.y), canvas.px(5), std::max(1.f, std::round(canvas.px(1)))},
                    theme.line_strong);
    }
    canvas.vline(gutter.right() - canvas.px(1), axis_row.y, canvas.scale.overview_rect().bottom(), theme.line);
}

}  // namespace dateline::view
