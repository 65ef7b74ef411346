#include "app/recorder.h"

#include "base/files.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cmath>
#include <cstring>

namespace dateline::app {

base::Result<Recorder> Recorder::to(const std::filesystem::path& path) {
    Recorder recorder;
    recorder.file_.reset(std::fopen(path.c_str(), "we"));
    if (!recorder.file_)
        return base::fail(fmt::format("cannot be written: {}", std::strerror(errno)), path.string(), "choose another file for --record");
    return recorder;
}

void Recorder::record(const session::Action& action, double now_s) {
    if (!file_ || std::holds_alternative<session::Hover>(action)) return;
    if (begin_s_ < 0) begin_s_ = now_s;
    // {"action":…} with the time in front of its closing brace.
    std::string line = session::to_json(action);
    line.pop_back();
    line += fmt::format(",\"t\":{:.3f}}}\n", now_s - begin_s_);
    std::fputs(line.c_str(), file_.get());
    std::fflush(file_.get());
}

base::Result<std::vector<TimedAction>> read_script(const std::filesystem::path& path) {
    const auto text = base::read_file(path);
    if (!text) return tl::unexpected(text.error());
    std::vector<TimedAction> script;
    double at_s = 0;
    int number = 0;
    for (std::size_t begin = 0; begin < text->size();) {
        const std::size_t end = std::min(text->find('\n', begin), text->size());
        const std::string_view line = std::string_view(*text).substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos || line.front() == '#') continue;
        auto action = session::action_from_json(line);
        if (!action) {
            base::Error error = action.error();
            error.where = fmt::format("{}:{}", path.string(), number);
            return tl::unexpected(error);
        }
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (json.contains("t") && json["t"].is_number()) {
            const double t = json["t"].get<double>();
            if (std::isfinite(t)) at_s = std::max(at_s, t);
        }
        script.push_back({at_s, std::move(*action)});
    }
    if (script.empty()) return base::fail("holds no action", path.string(), R"(write one action a line, like {"action":"fit_all"})");
    return script;
}

}  // namespace dateline::app
