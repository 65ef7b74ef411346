#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::app {

/// What a program that we start may use up.
struct ProgramLimits {
    std::string name;  ///< what messages call it; empty: as it is started
    std::size_t output_bytes = std::size_t{1} << 30;
    std::uint64_t memory_bytes = 0;  ///< of address space; 0: any
    double silence_s = 600;          ///< without a byte of output or of input taken
    std::function<bool()> stop_requested;
};

/// Runs a program found on PATH without a shell, feeds `input` to its stdin, and returns its stdout. It and what it started
/// are killed when it goes past a limit. Errors: not installed (says which Debian package has it), a non-zero exit (with
/// the last line of its stderr), a limit.
base::Result<std::string> run_program(const std::vector<std::string>& arguments, std::string_view debian_package,
                                      const ProgramLimits& limits = {}, std::string_view input = {});

/// Runs a program and writes `input` to its stdin; its output is dropped. For the clipboard.
base::Result<> feed_program(const std::vector<std::string>& arguments, std::string_view input, std::string_view debian_package);

}  // namespace dateline::app
