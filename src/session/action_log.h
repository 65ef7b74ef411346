#pragma once

#include "session/action.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::session {

/// A session as JSON lines, an action a line: recorded by the window, replayed by `dateline play`.
class ActionLog {
  public:
    /// Hovering is left out, and of a run of SetCamera, SetPlayhead, SetTimelineSpan or SetMapSize only the last is kept.
    void record(const Action& action);
    const std::vector<Action>& actions() const { return actions_; }
    std::string json_lines() const;

    /// Blank lines and lines that begin with # are skipped. Errors name the line: "script.jsonl:3: unknown action …".
    static base::Result<std::vector<Action>> read(std::string_view text, std::string_view file_name);

  private:
    std::vector<Action> actions_;
};

}  // namespace dateline::session
