#pragma once

#include "document/gazetteer.h"
#include "extract/mention.h"
#include "extract/token.h"

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
    Match longest(std::size_t first, std::size_t limit) const;

  private:
    const Text& text_;
    const document::Gazetteer& gazetteer_;
};

}  // namespace dateline::extract
