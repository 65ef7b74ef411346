#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

enum class BlockKind : std::uint8_t { Paragraph, ListItem, Heading, Contents };

/// A stretch of text without a paragraph's end inside; byte offsets into Layout::text.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    std::int32_t section = -1;  ///< into Layout::sections
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t level = 0;  ///< of a heading, 1 to 6, where the text tells it
};

/// The copy that is analysed: as many code points as the source, at the same places, but markup, links and page
/// numbers are spaces and a paragraph that a page or a line break cut in two is whole. Offsets need no mapping.
struct Layout {
    std::string text;
    std::vector<Block> blocks;
    std::vector<std::string> sections;  ///< headings, as a reader sees them
};

/// `source` is well-formed UTF-8: plain text or Markdown.
Layout lay_out(std::string_view source);

/// Text with runs of white space as one space and none at the ends.
std::string tidy(std::string_view text);

}  // namespace dateline::extract
