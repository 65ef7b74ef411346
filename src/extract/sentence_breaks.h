#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::extract {

/// Where sentences end by the rules of Unicode's UAX #29, with the character classes of ICU: the boundaries of its own break
/// iterator, at a tenth of the cost, since between two marks nothing needs to be asked.
class SentenceBreaks {
  public:
    explicit SentenceBreaks(std::string_view utf8) : text_(utf8) {}

    bool at_end() const { return at_ >= text_.size(); }
    /// The next boundary, in bytes; the last is the text's end.
    std::size_t next();

  private:
    std::size_t end_after(std::size_t mark, int mark_class) const;
    bool follows_letter(std::size_t mark) const;

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace dateline::extract
