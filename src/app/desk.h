#pragma once

#include "app/documents.h"
#include "app/layer_store.h"
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
    /// Layers are laid over what was opened; without files over what is there.
    void open(std::vector<std::string> files, std::vector<document::Layer> layers = {});
    /// Reads the files in a job and adds what they tell to what is open, which one undo takes away again.
    void add(std::vector<std::string> files);
    /// Files dropped together: layers are laid over the map, what cannot be read is told, the rest waits in take_sorted() to be
    /// opened.
    void sort(std::vector<std::string> files);
    std::vector<std::string> take_sorted() { return std::exchange(sorted_, {}); }
    LayerStore& layers() { return layers_; }
    /// What the files of this session are opened with, in place of a project's own.
    void take_worldview(std::shared_ptr<const document::Worldview> worldview) { worldview_ = std::move(worldview); }
    /// What the panels asked for; `stage` lends base map and themes to pictures.
    void carry_out(const ui::Request& request, const Stage& stage);

    /// Takes over what jobs have finished; true when anything changed. Call once a frame.
    bool deliver(double now_s);
    bool opening() const { return opening_; }
    bool busy() const { return jobs_.pending() > 0 || layers_.busy(); }
    std::string progress() const;
    double progress_part() const;  ///< below 0 when unknown
    bool wants_to_quit() const { return quit_ && saving_ == 0; }
    /// What must be shown to the user, each once.
    std::vector<std::string> take_errors() { return std::exchange(errors_, {}); }

  private:
    void save(const std::string& path, bool quit_after);
    void export_picture(const ui::Request& request, const Stage& stage);
    void copy_picture(const Stage& stage);
    void open_worldview(const std::string& path);
    std::filesystem::path free_name(const char* ending) const;
    void add_layers(const std::vector<document::Layer>& layers);
    void show_layers_read();

    session::State state_;
    std::shared_ptr<const document::Worldview> worldview_;
    Recorder recorder_;
    ReadOptions reading_;  ///< how bulletins are read: by us, or by a reader of the user's
    double now_s_ = 0;
    bool opening_ = false, quit_ = false;
    int saving_ = 0, additions_ = 0;
    std::string progress_;
    std::shared_ptr<std::atomic<double>> progress_part_ = std::make_shared<std::atomic<double>>(-1.0);
    std::vector<std::string> errors_, sorted_;
    std::vector<std::string> fly_to_;       ///< layers that the user has just added
    std::vector<session::Action> pending_;  ///< from finished jobs
    LayerStore layers_;
    base::JobQueue jobs_{2};  ///< last: its workers end before what they report to
};

}  // namespace dateline::app
