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
    NameLookup(const Text& text, const document::Gazetteer& gazetteer);

    const Text& text() const { return text_; }
    const document::Gazetteer& gazetteer() const { return gazetteer_; }

    struct Match {
        std::size_t end = 0;  ///< token after the name; 0 for none
        std::string folded;
        std::span<const document::NameMatch> places;
    };
    /// The longest name that starts at token `first` and ends before `limit`.
    const Match& longest(std::size_t first, std::size_t limit) const;
    /// What the word at token `i` usually is.
    document::WordUse usual_use(std::size_t i) const { return gazetteer_.usual_use(row_of(i)); }

  private:
    /// The questions round one name ask for the same few positions again and again.
    struct Answer {
        std::size_t limit = 0;
        std::uint32_t older = 0;  ///< for the same token: its number plus one
        Match match;
    };

    struct Head {
        document::Gazetteer::WordRow row = kNotAsked;
        std::uint32_t newest = 0;  ///< answer for the names that begin here: its number plus one
    };
    static constexpr document::Gazetteer::WordRow kNotAsked = ~document::Gazetteer::WordRow{0};

    document::Gazetteer::WordRow row_of(std::size_t i) const {
        if (heads_[i].row == kNotAsked) heads_[i].row = gazetteer_.row_of(text_.folded(i));
        return heads_[i].row;
    }
    Match look_up(std::size_t first, std::size_t limit) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    mutable std::vector<Head> heads_;  ///< of each token, and one after the last
    mutable std::deque<Answer> answers_;
};

}  // namespace dateline::extract
