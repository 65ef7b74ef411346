#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::app {

/// Runs a program found on PATH without a shell and returns its stdout. Errors: not installed (says which Debian package
/// has it), a non-zero exit (with the first line of its stderr), more output than `limit_bytes`.
base::Result<std::string> run_program(const std::vector<std::string>& arguments, std::string_view debian_package,
                                      std::size_t limit_bytes = std::size_t{1} << 30);

/// Runs a program and writes `input` to its stdin; its output is dropped. For the clipboard.
base::Result<> feed_program(const std::vector<std::string>& arguments, std::string_view input, std::string_view debian_package);

}  // namespace dateline::app
