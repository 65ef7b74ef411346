#pragma once

#include "app/documents.h"
#include "app/picture.h"
#include "app/recorder.h"
#include "base/job_queue.h"
#include "ui/panels.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dateline::app {

/// The session behind the window: the state, and the jobs that read, save and publish beside it. Knows no GL; the main
/// thread owns it.
class Desk {
  public:
    /// `wake` is called from a worker when something is ready for deliver(); `reading` says who reads bulletins.
    Desk(Recorder recorder, std::function<void()> wake, ReadOptions reading = {});

    const session::State& state() const { return state_; }
    /// The only place where the window's state changes.
    void apply(const std::vector<session::Action>& actions, double now_s);

    /// Reads the files together, in a job, in place of what is open.
    void open(std::vector<std::string> files);
    /// What the files of this session are opened with, in place of a project's own.
    void take_worldview(std::shared_ptr<const document::Worldview> worldview) { worldview_ = std::move(worldview); }
    /// What the panels asked for; `stage` lends base map and themes to pictures.
    void carry_out(const ui::Request& request, const Stage& stage);

    /// Takes over what jobs have finished; true when anything changed. Call once a frame.
    bool deliver(double now_s);
    bool opening() const { return opening_; }
    bool busy() const { return jobs_.pending() > 0; }
    std::string progress() const;
    double progress_part() const;   ///< below 0 when unknown
    bool wants_to_quit() const { return quit_ && saving_ == 0; }
    /// What must be shown to the user, each once.
    std::vector<std::string> take_errors() { return std::exchange(errors_, {}); }

  private:
    void save(const std::string& path, bool quit_after);
    void export_picture(const ui::Request& request, const Stage& stage);
    void copy_picture(const Stage& stage);
    void open_worldview(const std::string& path);
    std::filesystem::path free_name(const char* ending) const;

    session::State state_;
    std::shared_ptr<const document::Worldview> worldview_;
    Recorder recorder_;
    ReadOptions reading_;                    ///< how bulletins are read: by us, or by a reader of the user's
    double now_s_ = 0;
    bool opening_ = false, quit_ = false;
    int saving_ = 0;
    std::string progress_;
    std::shared_ptr<std::atomic<double>> progress_part_ = std::make_shared<std::atomic<double>>(-1.0);
    std::vector<std::string> errors_;
    std::vector<session::Action> pending_;   ///< from finished jobs
    base::JobQueue jobs_{2};                 ///< last: its workers end before what they report to
};

}  // namespace dateline::app
