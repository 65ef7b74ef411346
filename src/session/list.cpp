#include "session/list.h"

#include "document/gazetteer.h"
#include "session/action.h"
#include "session/framing.h"

#include <fmt/format.h>
#include <algorithm>

namespace dateline::session {
namespace {

using calendar::Instant;
using calendar::Span;

Instant middle(Span span) {
    if (span.open_begin()) return span.open_end() ? Instant{} : span.end;
    if (span.open_end()) return span.begin;
    return span.begin + (span.end - span.begin) / 2;
}

Instant key_of(const document::Event& event) { return event.date ? list_key(*event.date) : calendar::kDistantFuture; }

/// How the list is cut: background first, the focus by month (by year where it is long), deadlines last.
struct Grouping {
    Span focus;
    bool by_year = false;

    explicit Grouping(const document::Briefing& briefing) : focus(focus_span(briefing)) {
        by_year = calendar::seconds_between(focus.begin, focus.end) > 24 * 31 * 86400.0;
    }
    static constexpr int kEarlier = -1'000'000, kLater = 1'000'000, kNoDate = 1'000'001;

    /// Months since year 0, or one of the above.
    int key_of(const document::Event& event) const {
        if (!event.date) return kNoDate;
        const Instant at = list_key(*event.date);
        if (at < focus.begin) return kEarlier;
        if (at >= focus.end) return kLater;
        const date::year_month_day ymd{date::floor<date::days>(at)};
        const int year = static_cast<int>(ymd.year());
        return 12 * year + (by_year ? 0 : static_cast<int>(static_cast<unsigned>(ymd.month())) - 1);
    }
    std::string title_of(int key) const {
        if (key == kEarlier) return "Earlier";
        if (key == kLater) return "Later";
        if (key == kNoDate) return "No date";
        const int month = ((key % 12) + 12) % 12;
        calendar::Date named;
        named.year = (key - month) / 12;
        named.month = by_year ? 0 : static_cast<std::uint8_t>(month + 1);
        named.precision = by_year ? calendar::Precision::Year : calendar::Precision::Month;
        return calendar::describe(calendar::Edtf::of(named));
    }
};

bool passes_category(const document::Event& event, const Filters& filters) {
    return ((filters.category_mask >> static_cast<unsigned>(event.category)) & 1u) != 0;
}

bool passes_review(const document::Event& event, const Filters& filters) {
    return !filters.only_unreviewed || event.review == document::Review::Unreviewed;
}

bool passes_search(std::string_view words, std::string_view folded_search) {
    std::size_t at = 0;
    while (at < folded_search.size()) {
        const std::size_t end = std::min(folded_search.find(' ', at), folded_search.size());
        if (end > at && words.find(folded_search.substr(at, end - at)) == std::string_view::npos) return false;
        at = end + 1;
    }
    return true;
}

void sort_as_listed(const document::Briefing& briefing, std::vector<std::uint32_t>& order, bool newest_first) {
    const auto& events = briefing.events();
    const auto keyed = [&](std::uint32_t i) { return key_of(*events[i]); };
    if (!std::is_sorted(order.begin(), order.end(), [&](auto a, auto b) { return keyed(a) < keyed(b); }))
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keyed(a) < keyed(b); });
    if (newest_first) std::reverse(order.begin(), order.end());
}

}  // namespace

Instant instant_of(const calendar::Edtf& date) {
    if (date.open_begin() && date.last()) return middle(date.last()->bounds());
    if (date.is_interval() && date.first()) return middle(date.first()->bounds());
    return middle(date.bounds());
}

Instant list_key(const calendar::Edtf& date) {
    if (date.open_begin() && date.last()) return date.last()->bounds().begin;
    return date.bounds().begin;
}

std::string folded_words(const document::Event& event) {
    std::string words = fmt::format("{} {} {} {} {}", event.title, event.place, event.place_text, event.kind, event.quote);
    for (const std::string& actor : event.actors) words += " " + actor;
    return document::fold_name(words);
}

bool matches(const document::Event& event, const Filters& filters, std::string_view words, std::string_view folded_search) {
    return passes_category(event, filters) && passes_review(event, filters) && passes_search(words, folded_search);
}

std::vector<std::string> filtered_events(const State& state) {
    const auto& events = state.briefing->events();
    const std::string search = document::fold_name(state.filters.search);
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        if (matches(*events[i], state.filters, search.empty() ? "" : folded_words(*events[i]), search)) order.push_back(i);
    sort_as_listed(*state.briefing, order, state.newest_first);
    std::vector<std::string> ids;
    ids.reserve(order.size());
    for (std::uint32_t i : order) ids.push_back(events[i]->id);
    return ids;
}

bool EventList::update(const State& state, std::size_t slice) {
    if (state.briefing != briefing_ || state.filters != filters_ || state.newest_first != newest_first_) start(state);
    if (complete_) return true;
    const std::size_t count = briefing_->events().size();
    take(std::min(count, next_ + std::min(slice, count)));
    if (next_ == count) finish();
    return complete_;
}

void EventList::start(const State& state) {
    briefing_ = state.briefing;
    filters_ = state.filters;
    newest_first_ = state.newest_first;
    folded_search_ = document::fold_name(filters_.search);
    if (folded_.size() > 2 * briefing_->events().size() + 1000) folded_.clear();
    next_ = 0;
    complete_ = false;
    pending_.clear();
    pending_categories_ = {};
    pending_reviews_ = {};
}

void EventList::take(std::size_t end) {
    static const std::string no_words;
    for (; next_ < end; ++next_) {
        const auto& event = briefing_->events()[next_];
        ++pending_reviews_[static_cast<std::size_t>(event->review)];
        if (!passes_review(*event, filters_)) continue;
        if (!folded_search_.empty()) {
            auto [words, is_new] = folded_.try_emplace(event);
            if (is_new) words->second = folded_words(*event);
            if (!passes_search(words->second, folded_search_)) continue;
        }
        ++pending_categories_[static_cast<std::size_t>(event->category)];
        if (passes_category(*event, filters_)) pending_.push_back(static_cast<std::uint32_t>(next_));
    }
}

void EventList::finish() {
    complete_ = true;
    order_ = std::move(pending_);
    pending_.clear();
    sort_as_listed(*briefing_, order_, newest_first_);
    category_counts_ = pending_categories_;
    review_counts_ = pending_reviews_;
    shown_ = briefing_;
    rows_.clear();
    groups_.clear();
    row_of_.clear();
    row_of_.reserve(order_.size());
    const Grouping grouping(*shown_);
    const auto& events = shown_->events();
    int last_key = 0;
    for (std::uint32_t index : order_) {
        const int key = grouping.key_of(*events[index]);
        if (groups_.empty() || key != last_key) {
            rows_.push_back({-1, static_cast<std::int32_t>(groups_.size())});
            groups_.push_back({grouping.title_of(key), 0});
        }
        last_key = key;
        ++groups_.back().count;
        row_of_.emplace(events[index]->id, static_cast<std::uint32_t>(rows_.size()));
        rows_.push_back({static_cast<std::int32_t>(index), static_cast<std::int32_t>(groups_.size()) - 1});
    }
}

std::ptrdiff_t EventList::row_of(std::string_view event_id) const {
    const auto found = row_of_.find(event_id);
    return found == row_of_.end() ? -1 : static_cast<std::ptrdiff_t>(found->second);
}

std::ptrdiff_t EventList::place_of(std::string_view event_id) const {
    const std::ptrdiff_t row = row_of(event_id);
    return row < 0 ? -1 : row - rows_[static_cast<std::size_t>(row)].group - 1;
}

}  // namespace dateline::session
