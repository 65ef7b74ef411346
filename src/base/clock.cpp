#include "base/clock.h"

#include <chrono>

namespace dateline::base {

double SteadyClock::now_s() const { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace dateline::base
