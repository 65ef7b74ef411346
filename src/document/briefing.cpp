#include "document/briefing.h"

#include "base/id.h"

#include <algorithm>
#include <atomic>
#include <tuple>

namespace dateline::document {

namespace {

using EventPtr = std::shared_ptr<const Event>;

/// What has no date comes after what has one; an open begin is the distant past.
calendar::Instant begin_of(const Event& event) { return event.date ? event.date->bounds().begin : calendar::Instant::max(); }

/// Events paired with their begin, which is worked out once each.
std::vector<EventPtr> ordered(std::vector<EventPtr> events) {
    std::erase(events, nullptr);
    std::vector<std::pair<calendar::Instant, EventPtr>> keyed;
    keyed.reserve(events.size());
    for (EventPtr& event : events) {
        const calendar::Instant begin = begin_of(*event);
        keyed.emplace_back(begin, std::move(event));
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id); });
    std::transform(keyed.begin(), keyed.end(), events.begin(), [](auto& pair) { return std::move(pair.second); });
    return events;
}

template <class T>
const T* with_id(const Briefing::Shared<T>& items, std::string_view id) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item->id == id; });
    return it == items.end() ? nullptr : it->get();
}

}  // namespace

Briefing::Briefing(Parts parts) : parts_(std::move(parts)) {
    parts_.events = ordered(std::move(parts_.events));
    std::erase(parts_.bulletins, nullptr);
    std::erase(parts_.routes, nullptr);
    std::erase(parts_.scenes, nullptr);
    index_events();
}

std::uint64_t Briefing::next_version() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

void Briefing::index_events() {
    std::size_t size = 16;
    while (size < parts_.events.size() * 2) size *= 2;
    slot_of_id_.assign(size, 0);
    for (std::size_t i = 0; i < parts_.events.size(); ++i) {
        const std::string& id = parts_.events[i]->id;
        const std::size_t slot = slot_for(id);
        if (slot_of_id_[slot] == 0) slot_of_id_[slot] = static_cast<std::uint32_t>(i + 1);  // the first of an id is the one
    }
}

/// The slot that holds `id`, or the empty one where it would go.
std::size_t Briefing::slot_for(std::string_view id) const {
    const std::size_t mask = slot_of_id_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(base::stable_hash(id)) & mask;
    while (slot_of_id_[slot] != 0 && parts_.events[slot_of_id_[slot] - 1]->id != id) slot = (slot + 1) & mask;
    return slot;
}

std::optional<std::size_t> Briefing::index_of_event(std::string_view id) const {
    if (slot_of_id_.empty()) return std::nullopt;
    const std::uint32_t entry = slot_of_id_[slot_for(id)];
    return entry == 0 ? std::nullopt : std::optional<std::size_t>(entry - 1);
}

const Event* Briefing::event(std::string_view id) const {
    const auto index = index_of_event(id);
    return index ? parts_.events[*index].get() : nullptr;
}
const Bulletin* Briefing::bulletin(std::string_view id) const { return with_id(parts_.bulletins, id); }
const Route* Briefing::route(std::string_view id) const { return with_id(parts_.routes, id); }

std::optional<calendar::Span> Briefing::time_extent() const {
    calendar::Instant begin = calendar::Instant::max(), end = calendar::Instant::min();
    for (const EventPtr& event : parts_.events) {
        if (!event->date) continue;
        // An open end says nothing of how far the briefing reaches; "since March 2024" reaches over the March that it names.
        for (const auto& named : {event->date->first(), event->date->last()}) {
            if (!named) continue;
            const calendar::Span span = named->bounds();
            begin = std::min(begin, span.begin);
            end = std::max(end, span.end);
        }
    }
    if (begin > end) return std::nullopt;
    return calendar::Span{begin, end};
}

geo::LonLatBox Briefing::place_extent() const {
    std::vector<geo::LonLatBox> boxes;
    for (const EventPtr& event : parts_.events) boxes.push_back(geo::bounds(event->geometry));
    return geo::united(boxes);
}

Briefing Briefing::with_event(Event event) const {
    const auto index = index_of_event(event.id);
    const bool same_place = index && begin_of(*parts_.events[*index]) == begin_of(event);
    auto shared = std::make_shared<const Event>(std::move(event));
    if (same_place) {
        Briefing next = *this;
        next.version_ = next_version();
        next.parts_.events[*index] = std::move(shared);
        return next;
    }
    Parts parts = parts_;
    if (index) parts.events.erase(parts.events.begin() + static_cast<std::ptrdiff_t>(*index));
    parts.events.push_back(std::move(shared));
    return Briefing(std::move(parts));
}

Briefing Briefing::without_event(std::string_view id) const {
    const auto index = index_of_event(id);
    if (!index) return *this;
    Parts parts = parts_;
    parts.events.erase(parts.events.begin() + static_cast<std::ptrdiff_t>(*index));
    return Briefing(std::move(parts));
}

}  // namespace dateline::document
