#pragma once

#include "document/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dateline::extract {

/// What the items of lists begin with in texts of all sorts of programs; U+F0B7 is the bullet of Symbol fonts. Dashes are no bullets.
inline constexpr std::array<char32_t, 17> kBullets{U'•', U'●', U'○', U'▪', U'■', U'□', U'◦', U'‣',     U'►',
                                                   U'▶', U'▸', U'◆', U'◇', U'➢', U'➤', U'⁃', U'\uF0B7'};

constexpr bool is_bullet(char32_t c) { return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end(); }

/// Bytes of the bullet that UTF-8 text begins with; 0 for none.
inline std::size_t bullet_at(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && static_cast<unsigned char>(text.front()) >= 0x80 && is_bullet(document::next_code_point(text, at)) ? at : 0;
}

}  // namespace dateline::extract
