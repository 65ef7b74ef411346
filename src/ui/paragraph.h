#pragma once

#include "document/briefing.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::ui {

/// A paragraph of a document: UTF-8, one character for each of the document's, so that spans still fit.
struct Paragraph {
    std::string text;
    document::TextSpan span;  ///< of the document, in code points
};

/// Finds code points in a long UTF-8 text without walking it from the start.
class TextIndex {
  public:
    explicit TextIndex(std::string_view text);
    std::size_t byte_of(std::uint32_t code_point) const;  ///< clamped to the end
    std::uint32_t size() const { return size_; }
    /// The paragraph around `quote`: between blank lines, else between line ends, and never more than `limit` characters
    /// on either side. Line ends inside it become spaces.
    Paragraph paragraph_around(document::TextSpan quote, std::uint32_t limit = 1600) const;

  private:
    std::string_view text_;
    std::vector<std::size_t> every_;  // byte of each kStride-th code point
    std::uint32_t size_ = 0;
};

enum class Mark : std::uint8_t { None = 0, Quote = 1, Date = 2, Place = 4, Actor = 8 };

/// A stretch of a line whose characters are all marked alike.
struct Run {
    std::string text;
    float x = 0, width = 0;
    std::uint8_t marks = 0;  ///< bits of Mark
    bool has(Mark mark) const { return (marks & static_cast<std::uint8_t>(mark)) != 0; }
};
struct TextLine {
    std::vector<Run> runs;
};

struct MarkedSpan {
    document::TextSpan span;  ///< in the document's code points
    Mark mark = Mark::None;
};
std::vector<MarkedSpan> marks_of(const document::Event& event);

using Measure = std::function<float(std::string_view)>;

/// Breaks the paragraph into lines no wider than `width`: at spaces, after hyphens and dashes, and inside a word only
/// when it alone is too wide. The space at a line's end is dropped, its marks with it.
std::vector<TextLine> lay_out(const Paragraph& paragraph, const std::vector<MarkedSpan>& marks, float width, const Measure& measure);

/// Lines of a plain text, for titles.
std::vector<std::string> wrapped(std::string_view text, float width, const Measure& measure, std::size_t max_lines);

}  // namespace dateline::ui
