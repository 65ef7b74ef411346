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
            step<4>(code_point);
            step<1>(code_point);
            if (point_ == code_point || byte_ == text_.size()) break;
            ++byte_;
            ++point_;
            while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0u) == 0x80u) ++byte_;
        }
        return byte_;
    }

  private:
    /// Over ASCII, eight times `Words` bytes at once.
    template <std::uint32_t Words>
    void step(std::uint32_t code_point) {
        constexpr std::uint32_t size = 8 * Words;
        while (code_point - point_ >= size && byte_ + size <= text_.size()) {
            base::EightBytes bytes = 0;
            for (std::uint32_t n = 0; n < Words; ++n) bytes |= base::eight_at(text_, byte_ + 8 * n);
            if (!base::all_ascii(bytes)) return;
            byte_ += size;
            point_ += size;
        }
    }

    std::string_view text_;
    std::size_t byte_ = 0;
    std::uint32_t point_ = 0;
};

}  // namespace dateline::document
