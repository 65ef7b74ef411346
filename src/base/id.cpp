#include "base/id.h"

#include <fmt/format.h>

namespace dateline::base {

std::string short_id(char letter, std::uint64_t hash) { return fmt::format("{}{:012x}", letter, hash & 0xffffffffffffull); }

}  // namespace dateline::base
