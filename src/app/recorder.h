#pragma once

#include "base/result.h"
#include "session/action.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace dateline::app {

/// Writes a session's actions as they happen, a JSON line each with `t`, the seconds since the session began; what
/// `dateline play` replays. Hovering is left out: it changes nothing that lasts.
class Recorder {
  public:
    Recorder() = default;  ///< records nothing
    /// Errors: the file cannot be written.
    static base::Result<Recorder> to(const std::filesystem::path& path);
    void record(const session::Action& action, double now_s);

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> file_;
    double begin_s_ = -1;
};

/// An action of a script and when it is due.
struct TimedAction {
    double at_s = 0;
    session::Action action;
};
/// Lines without `t`, written by hand, follow the one before at once. Errors name the line.
base::Result<std::vector<TimedAction>> read_script(const std::filesystem::path& path);

}  // namespace dateline::app
