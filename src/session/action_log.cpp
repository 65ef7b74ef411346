#include "session/action_log.h"

#include <fmt/format.h>

namespace dateline::session {
namespace {

/// The later one alone leads to the same state.
bool replaces(const Action& later, const Action& earlier) {
    if (later.index() != earlier.index()) return false;
    return std::holds_alternative<SetCamera>(later) || std::holds_alternative<SetPlayhead>(later) ||
           std::holds_alternative<SetTimelineSpan>(later) || std::holds_alternative<SetMapSize>(later);
}

}  // namespace

void ActionLog::record(const Action& action) {
    if (std::holds_alternative<Hover>(action)) return;
    if (actions_.empty() || !replaces(action, actions_.back())) {
        actions_.push_back(action);
    } else {
        actions_.back() = action;
    }
}

std::string ActionLog::json_lines() const {
    std::string lines;
    for (const Action& action : actions_) lines += to_json(action) + "\n";
    return lines;
}

base::Result<std::vector<Action>> ActionLog::read(std::string_view text, std::string_view file_name) {
    std::vector<Action> actions;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        auto action = action_from_json(line);
        if (!action) {
            base::Error error = action.error();
            error.where = fmt::format("{}:{}", file_name, number);
            return tl::unexpected(std::move(error));
        }
        actions.push_back(std::move(*action));
    }
    return actions;
}

}  // namespace dateline::session
