#pragma once

#include "app/cli.h"
#include "app/desk.h"
#include "app/imgui_backend.h"
#include "app/outcome.h"
#include "app/stage.h"
#include "base/clock.h"
#include "gl/window.h"
#include "render/renderer.h"
#include "ui/panels.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace dateline::app {

/// The latest line of the log, for the status bar. Lines come from any thread.
class LogTail {
  public:
    struct Line {
        base::Severity severity = base::Severity::Info;
        std::string text;
        std::uint64_t number = 0;  ///< grows with each line
    };
    void put(base::Severity severity, std::string_view text);
    Line latest() const;

  private:
    mutable std::mutex mutex_;
    Line line_;
};

/// The window: handles what happened, lets the panels speak, applies what they said, draws, and sleeps when nothing moves.
class Workbench {
  public:
    static base::Result<std::unique_ptr<Workbench>> open(const WindowOptions& options, Recorder recorder);
    ~Workbench();

    /// Until the user quits. An ExitStatus.
    int run();
    /// Replays a script at the pace it was recorded at; the user may take over at any time.
    void replay(std::vector<TimedAction> script);
    Desk& desk() { return *desk_; }

  private:
    Workbench(gl::Window window, Stage stage, render::Renderer renderer, const WindowOptions& options);
    void frame();
    ui::Context panel_context(double now_s);
    bool draw_panels(double now_s);
    void draw_scene(double now_s);
    void take_dropped();
    void carry_out(const ui::Request& request);
    void show_title();
    float pulse(double now_s);
    bool flows() const;
    double sleep_s() const;

    base::SteadyClock clock_;
    WindowOptions options_;
    gl::Window window_;
    Stage stage_;
    render::Renderer renderer_;
    std::unique_ptr<ImGuiBackend> imgui_;
    std::unique_ptr<ui::Panels> panels_;
    std::unique_ptr<Desk> desk_;
    document::Gazetteer gazetteer_;

    std::shared_ptr<LogTail> log_ = std::make_shared<LogTail>();
    LogTail::Line message_;
    double message_since_s_ = 0;
    view::Placement placement_;
    std::string shown_title_;
    calendar::Instant still_playhead_{};
    double still_since_s_ = -1e9;
    std::vector<std::string> dropped_;
    std::vector<TimedAction> script_;
    std::size_t script_at_ = 0;
    double script_begin_s_ = 0;
    int frames_owed_ = 3;    ///< after anything happened, what the panels need to come to rest
    bool complete_ = false;  ///< a frame with all of the briefing was drawn
};

}  // namespace dateline::app
