#pragma once

#include "document/event.h"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::extract {

/// Joins events that tell one happening: the same day, and the same sort, place and words. The surest stays; the
/// others' sentences are kept in its `mentions`, the first 32 of them, and the rest are counted in `more_mentions`.
class EventMerger {
  public:
    /// The first letters of each telling word in a number, in order.
    using Words = std::vector<std::uint64_t>;

    void add(document::Event event);

    /// In the order in which each was first told.
    std::vector<document::Event> finish();

  private:
    struct Mention {
        std::string quote;
        document::TextSpan span;
    };
    struct Kept {
        document::Event event;
        Words words;  ///< of the title
        std::vector<Mention> mentions;
        std::size_t more_mentions = 0;

        document::TextSpan last() const {
            return mentions.empty() || mentions.back().span.begin < event.quote_span.begin ? event.quote_span : mentions.back().span;
        }
    };
    static void join(Kept& kept, document::Event other);
    static void add_step(Kept& kept, document::Event step);

    std::deque<Kept> kept_;                                              ///< grows in place, and is freed piece by piece
    std::unordered_map<std::string, std::vector<std::size_t>> buckets_;  ///< by date and by section
};

}  // namespace dateline::extract
