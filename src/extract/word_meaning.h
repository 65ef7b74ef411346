#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::extract {

/// A number for what a folded word means, as far as two who tell one event take one word for another: the same for "signs"
/// and "signed", "deal" and "accord", "twelve" and "12". Never 0.
std::uint32_t meaning_of(std::string_view folded);

}  // namespace dateline::extract
