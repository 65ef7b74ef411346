#include "base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>
#include <vector>

namespace dateline::base {
namespace {

spdlog::level::level_enum level_of(Severity severity) {
    switch (severity) {
        case Severity::Debug: return spdlog::level::debug;
        case Severity::Info: return spdlog::level::info;
        case Severity::Warning: return spdlog::level::warn;
        case Severity::Error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

struct Sinks {
    std::mutex mutex;
    Severity shown_from = Severity::Info;
    std::vector<std::function<void(Severity, std::string_view)>> listeners;
    std::shared_ptr<spdlog::logger> console;

    Sinks() {
        console = std::make_shared<spdlog::logger>("dateline", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
        console->set_level(spdlog::level::debug);
        console->flush_on(spdlog::level::debug);
        console->set_pattern("%^dateline: %v%$");
    }
};

Sinks& sinks() {
    static Sinks instance;
    return instance;
}

}  // namespace

void log(Severity severity, std::string_view message) {
    Sinks& out = sinks();
    const std::scoped_lock lock(out.mutex);
    if (severity < out.shown_from) return;
    out.console->log(level_of(severity), spdlog::string_view_t(message.data(), message.size()));
    for (const auto& listener : out.listeners) listener(severity, message);
}

void show_from(Severity severity) {
    const std::scoped_lock lock(sinks().mutex);
    sinks().shown_from = severity;
}

void listen_to_log(std::function<void(Severity, std::string_view)> sink) {
    const std::scoped_lock lock(sinks().mutex);
    sinks().listeners.push_back(std::move(sink));
}

}  // namespace dateline::base
