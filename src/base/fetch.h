#pragma once

namespace dateline::base {

/// Asks for memory that will be read soon, and does not wait; any address will do.
inline void fetch(const void* at) { __builtin_prefetch(at); }

}  // namespace dateline::base
