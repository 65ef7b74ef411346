#pragma once

#include "document/briefing.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// What became of an event from one edition of a bulletin to the next.
struct EditionChange {
    std::shared_ptr<const document::Event> before, after;  ///< null: added, withdrawn
    bool redated = false, moved = false, reworded = false;
    bool unchanged() const { return before && after && !redated && !moved && !reworded; }
    /// "added", "withdrawn", "redated", "moved", "redated, moved", "reworded", "unchanged".
    std::string name() const;
};

/// Pairs the events of two editions: those that say the same first, then those that tell the same in other words, a place
/// or a date. In the order of the new edition's dates, what was withdrawn among them by its own.
std::vector<EditionChange> compare_editions(const document::Briefing& before, const document::Briefing& after);

/// Both editions as one list for a map: the new one's events and what was withdrawn, each with the property `change`, and
/// `date_before` and `place_before` where those are others.
document::Briefing::Shared<document::Event> marked_changes(const std::vector<EditionChange>& changes);

}  // namespace dateline::extract
