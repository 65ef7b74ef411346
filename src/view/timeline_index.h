#pragma once

#include "view/view.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::view {

/// An event whose date is a stretch: an interval, or coarser than a day. All in seconds since 1970.
struct LaneBar {
    std::int64_t begin_s = 0, core_begin_s = 0, core_end_s = 0, end_s = 0;
    std::uint32_t event = 0;  ///< into Briefing::events()
    bool open_begin = false, open_end = false;
};

/// The dated events of one category, in order of time.
struct TimelineLane {
    std::vector<std::int64_t> at_s;                      ///< of events known to the day or finer: the middle of it
    std::vector<std::uint32_t> events;                   ///< in the same order
    std::vector<LaneBar> bars;                           ///< by begin
    std::vector<std::int64_t> bar_begins_s, bar_ends_s;  ///< each ascending: how many cover t is a difference of two counts
    std::size_t size() const { return at_s.size() + bars.size(); }
};
using TimelineLanes = std::array<TimelineLane, document::kCategoryCount>;

/// What the timeline needs of one version of a briefing.
struct TimelineIndex {
    TimelineLanes lanes;                    ///< by document::Category
    std::vector<document::Category> shown;  ///< the lanes drawn, top down: those with events, and at least six
    calendar::Span extent;                  ///< of all bounded ends; open when nothing is dated
    std::vector<OverviewPart> overview;
};
TimelineIndex timeline_index(const document::Briefing& briefing);

/// Only the events of `lanes` in which every word of `folded_search` occurs.
TimelineLanes matching_lanes(const TimelineLanes& lanes, const document::Briefing& briefing, std::string_view folded_search);

/// What an imprecise or long date is drawn as.
LaneBar bar_of(const calendar::Edtf& date, std::uint32_t event);
/// Where an event stands when it is drawn as a point.
calendar::Instant anchor_of(const calendar::Edtf& date);
bool is_bar(const calendar::Edtf& date);

}  // namespace dateline::view
