#pragma once

#include "document/gazetteer.h"
#include "extract/mention.h"
#include "extract/token.h"

#include <array>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// A run of capitalised words, as a name is written.
struct NameChunk {
    std::size_t begin = 0, end = 0;  ///< tokens
};

/// Looks names up in the gazetteer across spelling variants: possessives inside names, "Saint" and "St".
class NameLookup {
  public:
    NameLookup(const Text& text, const document::Gazetteer& gazetteer) : text_(text), gazetteer_(gazetteer) {}

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
        std::size_t first = static_cast<std::size_t>(-1), limit = 0;
        Match match;
    };
    static constexpr std::size_t kAnswers = 16;

    Match look_up(std::size_t first, std::size_t limit) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    mutable std::array<Answer, kAnswers> answers_;
};

}  // namespace dateline::extract
