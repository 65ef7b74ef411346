#pragma once

#include "app/cli.h"
#include "base/log.h"
#include "base/result.h"

namespace dateline::app {

/// What stops a command, and whose fault it is.
struct Stop {
    base::Error error;
    ExitStatus status = kInputAtFault;
};
template <class T = void>
using Outcome = tl::expected<T, Stop>;

inline tl::unexpected<Stop> wrong_option(std::string what, std::string where, std::string remedy) {
    return tl::unexpected(Stop{{std::move(what), std::move(where), std::move(remedy)}, kCommandLineAtFault});
}
inline tl::unexpected<Stop> wrong_input(const base::Error& error) { return tl::unexpected(Stop{error, kInputAtFault}); }

/// The exit status; what stopped the command is told here, once.
inline int told(const Outcome<>& outcome) {
    if (outcome) return kDone;
    base::log(base::Severity::Error, outcome.error().error.line());
    return outcome.error().status;
}

}  // namespace dateline::app
