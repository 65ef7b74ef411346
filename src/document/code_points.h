#pragma once

#include "base/eight_bytes.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::document {

/// Turns code points into bytes while both only grow.
class ByteOfCodePoint {
  public:
    explicit ByteOfCodePoint(std::string_view text) : text_(text) {}

    std::size_t at(std::uint32_t code_point) {
        while (point_ < code_point && byte_ < text_.size()) {
            const bool eight = code_point - point_ >= 8 && byte_ + 8 <= text_.size() && base::all_ascii(base::eight_at(text_, byte_));
            byte_ += eight ? 8 : 1;
            point_ += eight ? 8 : 1;
            while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0u) == 0x80u) ++byte_;
        }
        return byte_;
    }

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::uint32_t point_ = 0;
};

}  // namespace dateline::document
