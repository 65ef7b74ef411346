#pragma once

#include "extract/title_end.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace dateline::extract {

/// A title's text, and how much of it its first pieces take, for each number of pieces.
struct Print {
    struct Extent {
        std::size_t bytes = 0, characters = 0;
    };
    std::string text;
    std::vector<Extent> extents{{}};
};

/// Of as many pieces as there is room for, and one more.
Print print(const SentenceFacts& facts, std::span<const TitlePiece> pieces);

}  // namespace dateline::extract
