#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace dateline::app {

/// Tells what stopped a command; the exit status of an input at fault.
int report(const base::Error& error);
/// An ending that we do not write is the command line's fault; a folder that cannot be written to is not.
int refuse_output(const std::string& output, const base::Error& error);
void warn_all(const std::vector<std::string>& warnings);

}  // namespace dateline::app
