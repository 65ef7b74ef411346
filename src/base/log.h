#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>

namespace dateline::base {

enum class Severity { Debug, Info, Warning, Error };

/// One line to stderr (results go to stdout), and to every sink that listens (the status bar).
void log(Severity severity, std::string_view message);

template <class... Args>
void info(fmt::format_string<Args...> format, Args&&... args) {
    log(Severity::Info, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void warn(fmt::format_string<Args...> format, Args&&... args) {
    log(Severity::Warning, fmt::format(format, std::forward<Args>(args)...));
}

/// Lines below `severity` are dropped. Starts at Info.
void show_from(Severity severity);

/// Called for each line shown, from whichever thread logs it, one at a time.
void listen_to_log(std::function<void(Severity, std::string_view)> sink);

}  // namespace dateline::base
