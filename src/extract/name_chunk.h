#pragma once

#include "document/gazetteer.h"
#include "extract/mention.h"
#include "extract/token.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// A run of capitalised words, as a name is written.
struct NameChunk {
    std::size_t begin = 0, end = 0;  ///< tokens
};

/// Looks names of one text up in the gazetteer across spelling variants: possessives inside names, "Saint" and "St".
/// Remembers what it found: all that reads the text asks the same one.
class NameLookup {
  public:
    NameLookup(const Text& text, const document::Gazetteer& gazetteer) : text_(text), gazetteer_(gazetteer) {}

    const Text& text() const { return text_; }
    const document::Gazetteer& gazetteer() const { return gazetteer_; }

    struct Match {
        std::size_t end = 0;  ///< token after the name; 0 for none
        std::string folded;
        std::span<const document::NameMatch> places;
    };
    /// The longest name that starts at token `first` and ends before `limit`.
    const Match& longest(std::size_t first, std::size_t limit) const;

  private:
    /// The questions round one name ask for the same few positions again and again.
    struct Answer {
        std::size_t limit = 0;
        std::uint32_t older = 0;  ///< for the same token: its number plus one
        Match match;
    };

    Match look_up(std::size_t first, std::size_t limit) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    mutable std::vector<std::uint32_t> newest_;  ///< answer for each token: its number plus one
    mutable std::deque<Answer> answers_;
};

}  // namespace dateline::extract
