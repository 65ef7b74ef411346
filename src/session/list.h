#pragma once

#include "session/state.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::session {

/// The instant that stands for a date on an axis: the middle of a day, month or year, the sure end of an open interval,
/// the begin of a bounded one.
calendar::Instant instant_of(const calendar::Edtf& date);
/// Where a date goes in the list: its begin, or the begin of its end where it is open ("by 2027" is 2027).
calendar::Instant list_key(const calendar::Edtf& date);

/// One row of the list: an event, or the heading above a group of them.
struct ListRow {
    std::int32_t event = -1;  ///< index into briefing.events(); -1: a heading
    std::int32_t group = 0;   ///< index into EventList::groups
    bool operator==(const ListRow&) const = default;
};
struct ListGroup {
    std::string title;  ///< "Earlier", "April 2023", "Later", "No date"
    std::uint32_t count = 0;
    bool operator==(const ListGroup&) const = default;
};

/// The list that the panel shows, kept between frames. A million events are taken in slices, so that no frame waits.
class EventList {
  public:
    /// Brings the list up to `state`, looking at no more than `slice` events. True when it is complete.
    bool update(const State& state, std::size_t slice = SIZE_MAX);

    /// The version that the rows index into: the one before, while a long list is being made.
    const document::Briefing& briefing() const { return *shown_; }
    const std::vector<ListRow>& rows() const { return rows_; }
    const std::vector<ListGroup>& groups() const { return groups_; }
    std::size_t event_count() const { return order_.size(); }
    /// Row of an event, -1 when it is filtered out.
    std::ptrdiff_t row_of(std::string_view event_id) const;
    /// Place of an event in the list, from 0, without headings; -1 when it is filtered out.
    std::ptrdiff_t place_of(std::string_view event_id) const;
    /// Events of each category that pass every filter but the category's own.
    const std::array<std::uint32_t, document::kCategoryCount>& category_counts() const { return category_counts_; }
    /// Events of each review state in the whole briefing.
    const std::array<std::uint32_t, 4>& review_counts() const { return review_counts_; }

  private:
    void start(const State& state);
    void take(std::size_t end);
    void finish();

    std::shared_ptr<const document::Briefing> briefing_;  // of the list being made
    std::shared_ptr<const document::Briefing> shown_ = std::make_shared<document::Briefing>();
    Filters filters_;
    bool newest_first_ = false;
    std::string folded_search_;
    std::size_t next_ = 0;
    bool complete_ = false;
    std::vector<std::uint32_t> order_, pending_;
    std::vector<ListRow> rows_;
    std::vector<ListGroup> groups_;
    std::unordered_map<std::string_view, std::uint32_t> row_of_;  // keys view ids owned by shown_
    std::array<std::uint32_t, document::kCategoryCount> category_counts_{}, pending_categories_{};
    std::array<std::uint32_t, 4> review_counts_{}, pending_reviews_{};
    /// Folded words of events already searched; edits make new event objects, so the pointer is the key.
    std::unordered_map<std::shared_ptr<const document::Event>, std::string> folded_;
};

/// Everything that a search looks at, folded as names are.
std::string folded_words(const document::Event& event);
/// `folded_search` is fold_name() of the search; every one of its words must occur.
bool matches(const document::Event& event, const Filters& filters, std::string_view folded_words, std::string_view folded_search);

}  // namespace dateline::session
