#include "view/map_events.h"

#include "base/id.h"
#include "document/fold.h"
#include "document/gazetteer.h"
#include "view/basemap_layer.h"
#include "view/division_shapes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace dateline::view {
namespace {

using document::Event;
using document::PlacePrecision;

constexpr float kOpen = 1e6f;      // days: an end that is open
constexpr float kOpenFrom = 9e5f;  // as in marker_state.glsl

bool passes_search(const Event& event, std::string_view search) {
    if (search.empty()) return true;
    std::string words = event.title + " " + event.place + " " + event.place_text + " " + event.kind + " " + event.quote;
    for (const std::string& actor : event.actors) words += " " + actor;
    words = document::fold_name(words);
    for (std::size_t at = 0; at < search.size();) {
        const std::size_t end = std::min(search.find(' ', at), search.size());
        if (end > at && words.find(search.substr(at, end - at)) == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

/// A disc larger than this has its ring but no symbol at it: a sea, a part of a continent.
constexpr double kLargestDiscKm = 150;
constexpr double kLeastDiscKm = 1;

Footing footing_of(const Event& event) {
    if (std::holds_alternative<geo::MultiLine>(event.geometry)) return Footing::Line;
    const bool vast = event.place_radius_km > kLargestDiscKm;
    switch (event.place_precision) {
        case PlacePrecision::None:
        case PlacePrecision::Exact:
            // A spot that may be kilometres off is no spot.
            if (event.place_radius_km >= kLeastDiscKm) return vast ? Footing::Country : Footing::Disc;
            [[fallthrough]];
        case PlacePrecision::Settlement: return std::holds_alternative<geo::MultiPolygon>(event.geometry) ? Footing::Disc : Footing::Pin;
        case PlacePrecision::District:
        case PlacePrecision::Region:
        case PlacePrecision::Corridor:
        case PlacePrecision::Water: return vast ? Footing::Country : Footing::Disc;
        case PlacePrecision::Country:
        case PlacePrecision::CountryGroup: return Footing::Country;
    }
    return Footing::Pin;
}

std::uint32_t flags_of(const Event& event, Footing footing) {
    std::uint32_t flags = 0;
    if (!event.date || event.date->imprecise()) flags |= kUncertainDate;
    if (footing != Footing::Pin) flags |= kAreaPlace;
    if (event.review == document::Review::Unreviewed) flags |= kUnreviewed;
    return flags;
}

double days_between(calendar::Instant from, calendar::Instant to) { return calendar::seconds_between(from, to) / 86400; }

/// Midnight of the day on which the median of the sure begins lies: near where most are looked at.
calendar::Instant epoch_of(const document::Briefing& briefing) {
    std::vector<calendar::Instant> begins;
    for (const auto& event : briefing.events())
        if (event->date && !event->date->bounds().open_begin()) begins.push_back(event->date->bounds().begin);
    if (begins.empty()) return {};
    const auto middle = begins.begin() + static_cast<std::ptrdiff_t>(begins.size() / 2);
    std::nth_element(begins.begin(), middle, begins.end());
    return calendar::Instant{date::floor<date::days>(*middle)};
}

bool lies_in_division(const Event& event, const document::BaseMap& basemap) {
    if (event.place_precision == PlacePrecision::Country || std::holds_alternative<geo::MultiLine>(event.geometry)) return false;
    return DivisionShapes::knows(basemap, event.place_id, event.geometry);
}

double radius_of(const Event& event, Footing footing) {
    if (footing == Footing::Country) return event.place_precision < PlacePrecision::Country ? event.place_radius_km : 0;
    if (footing != Footing::Disc) return 0;
    if (event.place_radius_km > 0) return event.place_radius_km;
    return event.place_precision == PlacePrecision::District ? 15 : 60;
}

}  // namespace

bool MapEvents::update(const document::Briefing& briefing, const ViewOptions& options, const document::BaseMap& basemap) {
    if (version_ == briefing.version() && category_mask_ == options.category_mask && search_ == options.search &&
        numbered_ == options.numbered)
        return false;
    version_ = briefing.version();
    category_mask_ = options.category_mask;
    search_ = options.search;
    numbered_ = options.numbered;
    ++generation_, ++content_;
    asked_.reset(), focus_.reset();
    epoch_ = epoch_of(briefing);
    longest_days_ = 0;
    events_ = std::make_shared<std::vector<MapEvent>>();  // the old one may still be pointed at
    last_asked_ = {"", -1};
    groups_.clear();
    const auto& events = briefing.events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = *events[i];
        if (event.review == document::Review::Rejected || std::holds_alternative<std::monostate>(event.geometry)) continue;
        if (((options.category_mask >> static_cast<unsigned>(event.category)) & 1u) == 0) continue;
        if (passes_search(event, options.search)) add(event, static_cast<std::uint32_t>(i));
    }
    std::stable_sort(events_->begin(), events_->end(), [](const MapEvent& a, const MapEvent& b) { return a.begin_days < b.begin_days; });
    if (many()) return true;
    std::vector<std::uint32_t> all(events_->size());
    std::iota(all.begin(), all.end(), 0u);
    group_up(briefing, basemap, all);
    return true;
}

MapEvents::Focus MapEvents::Focus::of(const MapView& view) {
    const geo::WorldBox& box = view.visible;
    Focus focus;
    focus.cell = std::exp2(std::ceil(std::log2(std::max(box.x1 - box.x0, box.y1 - box.y0) / 4)));
    const auto cell_of = [&](double v) { return static_cast<std::int64_t>(std::floor(v / focus.cell)); };
    focus.x0 = cell_of(box.x0) - 1, focus.y0 = cell_of(box.y0) - 1, focus.x1 = cell_of(box.x1) + 1, focus.y1 = cell_of(box.y1) + 1;
    return focus;
}

bool MapEvents::Focus::holds(geo::WorldPoint at) const {
    const double west = static_cast<double>(x0) * cell, width = static_cast<double>(x1 - x0 + 1) * cell;
    const double x = at.x - west;
    return x - std::floor(x) <= width && at.y >= static_cast<double>(y0) * cell && at.y <= static_cast<double>(y1 + 1) * cell;
}

void MapEvents::focus(const document::Briefing& briefing, const document::BaseMap& basemap, const MapView& view, bool symbols) {
    if (!many()) return;
    const std::optional<Focus> wanted = symbols ? std::optional(Focus::of(view)) : std::nullopt;
    if (wanted == asked_) return;
    asked_ = wanted;
    focus_.reset();
    for (const EventGroup& group : groups_)
        for (const std::uint32_t i : group.members) (*events_)[i].group = kNoGroup;
    groups_.clear();
    ++generation_;
    if (!wanted) return;
    std::vector<std::uint32_t> inside;
    for (std::uint32_t i = 0; i < events_->size() && inside.size() <= kMostFocused; ++i)
        if (wanted->holds((*events_)[i].at)) inside.push_back(i);
    if (inside.size() > kMostFocused) return;
    focus_ = wanted;
    group_up(briefing, basemap, inside);
}

void MapEvents::add(const Event& event, std::uint32_t index) {
    MapEvent item;
    item.index = index;
    item.at = geo::world_from(geo::anchor(event.geometry));
    item.footing = footing_of(event);
    item.flags = flags_of(event, item.footing);
    item.category = event.category;
    item.group = kNoGroup;
    item.numbered = !numbered_.empty() && numbered_.contains(event.id);
    if (!event.date) {
        // Without a date it is background: past at any time, and gone once a window is set.
        item.begin_days = -kOpen;
        item.end_days = -kOpen + 1;
    } else {
        const calendar::Span span = event.date->bounds();
        item.begin_days = span.open_begin() ? -kOpen : static_cast<float>(days_between(epoch_, span.begin));
        item.end_days = span.open_end() ? kOpen : static_cast<float>(days_between(epoch_, span.end));
        if (!span.open_begin() && !span.open_end()) longest_days_ = std::max(longest_days_, item.end_days - item.begin_days);
    }
    events_->push_back(item);
}

void MapEvents::group_up(const document::Briefing& briefing, const document::BaseMap& basemap, const std::vector<std::uint32_t>& which) {
    using Key = std::tuple<Footing, long, long, std::string>;
    std::map<Key, std::uint32_t> known;
    for (const std::uint32_t i : which) {
        MapEvent& item = (*events_)[i];
        const Event& event = *briefing.events()[item.index];
        const bool by_id = item.footing != Footing::Pin;
        // A ten-thousandth of the world's width is 4 km; pins of one town share coordinates to far less.
        const Key key{item.footing, std::lround(item.at.x * 4e6), std::lround(item.at.y * 4e6), by_id ? event.place_id : std::string()};
        const auto [found, is_new] = known.try_emplace(key, static_cast<std::uint32_t>(groups_.size()));
        if (is_new) {
            const bool of_division = by_id && lies_in_division(event, basemap);
            const bool has_land = of_division || (by_id && std::holds_alternative<geo::MultiPolygon>(event.geometry));
            const auto [country, unknown] = countries_.try_emplace({std::lround(item.at.x * 1e4), std::lround(item.at.y * 1e4)});
            if (unknown)
                if (const std::string code = country_about(basemap, item.at); !code.empty()) country->second = base::stable_hash(code);
            groups_.push_back(
                {item.at, item.footing, has_land ? 0 : radius_of(event, item.footing), {}, has_land, of_division, country->second});
        }
        item.group = found->second;
        groups_[found->second].members.push_back(i);
    }
}

std::ptrdiff_t MapEvents::index_of(const document::Briefing& briefing, std::string_view event_id) const {
    if (event_id.empty()) return -1;
    if (last_asked_.first == event_id) return last_asked_.second;
    const Event* wanted = briefing.event(event_id);
    if (!wanted) return -1;
    const auto found =
        std::find_if(events_->begin(), events_->end(), [&](const MapEvent& e) { return briefing.events()[e.index].get() == wanted; });
    last_asked_ = {std::string(event_id), found == events_->end() ? -1 : found - events_->begin()};
    return last_asked_.second;
}

MarkerTime MapEvents::time(const ViewOptions& options) const {
    MarkerTime time;
    time.playhead_days = days_between(epoch_, options.playhead);
    if (!options.window.open_begin()) time.window_begin_days = days_between(epoch_, options.window.begin);
    if (!options.window.open_end()) time.window_end_days = days_between(epoch_, options.window.end);
    time.recent_days = static_cast<float>(options.recent_days);
    return time;
}

EventPhase phase_at(float begin_days, float end_days, std::uint32_t flags, const MarkerTime& time) {
    EventPhase phase;
    const double begin = double{begin_days}, end = double{end_days}, playhead = time.playhead_days;
    phase.shown = begin < time.window_end_days && (end > time.window_begin_days || begin >= time.window_begin_days);
    const bool open_begin = begin_days<-kOpenFrom, open_end = end_days> kOpenFrom;
    double age = 0;
    if (open_begin || open_end) {
        age = playhead - (open_begin ? end : begin);
    } else if (end - begin <= 1.001) {
        const double from_middle = playhead - 0.5 * (begin + end);
        phase.now = from_middle >= -0.5 && from_middle < 0.5;
        age = from_middle < 0 ? from_middle : std::max(from_middle - 0.5, 0.0);
    } else {
        const bool during = playhead >= begin && playhead < end;
        phase.now = during && (flags & kUncertainDate) == 0;
        age = during ? 0 : playhead < begin ? playhead - begin : playhead - end;
    }
    phase.to_come = !phase.now && age < 0;
    if (!phase.now && !phase.to_come)
        phase.strength = static_cast<float>(std::clamp(1 - 0.5 * age / std::max(double{time.recent_days}, 1e-3), 0.5, 1.0));
    return phase;
}

EventPhase MapEvents::phase(const MapEvent& event, const MarkerTime& time) {
    return phase_at(event.begin_days, event.end_days, event.flags, time);
}

std::vector<std::uint32_t> MapEvents::now(const MarkerTime& time, std::size_t most) const {
    std::vector<std::uint32_t> found;
    const auto first = std::lower_bound(events_->begin(), events_->end(), time.playhead_days - 1.01,
                                        [](const MapEvent& e, double days) { return double{e.begin_days} < days; });
    for (auto it = first; it != events_->end() && double{it->begin_days} <= time.playhead_days + 1 && found.size() < most; ++it)
        if (const EventPhase p = phase(*it, time); p.shown && p.now) found.push_back(static_cast<std::uint32_t>(it - events_->begin()));
    return found;
}

float marker_radius(const EventPhase& phase, const Measures& m) {
    if (phase.now) return m.now_radius_px;
    if (phase.to_come) return m.to_come_radius_px;
    const float t = std::clamp((phase.strength - 0.5f) / 0.15f, 0.0f, 1.0f);
    return m.past_radius_px + (m.recent_radius_px - m.past_radius_px) * t * t * (3 - 2 * t);
}

}  // namespace dateline::view
