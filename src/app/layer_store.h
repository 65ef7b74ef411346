#pragma once

#include "base/job_queue.h"
#include "io/layer_raster.h"
#include "session/action.h"
#include "ui/panels.h"
#include "view/layer_source.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::app {

/// A layer's style: the file it names, or the one beside its file, or none. Faults in it are lines in `warnings`.
base::Result<document::LayerStyle> style_of(const document::Layer& layer, std::vector<std::string>& warnings);

/// A layer for a file named on the command line, dropped, or chosen.
document::Layer layer_for(const std::string& file, const std::string& style_file = {});

/// Reads the layers' files for frames. In the window by jobs: a raster's squares come as they are read, the coarse ones
/// first, and what was not drawn for long is forgotten. For a picture at once, in the thread that asks.
class LayerStore : public view::LayerSource {
  public:
    enum class Reading : std::uint8_t { Jobs, AtOnce };
    static constexpr std::size_t kBudgetBytes = std::size_t{160} << 20;
    /// `wake` is called from a worker when something is ready for deliver().
    explicit LayerStore(Reading reading, std::function<void()> wake = {}, std::size_t budget_bytes = kBudgetBytes);
    ~LayerStore() override;

    /// For what is read at once: is told how far a file is, and asked whether to stop.
    struct Watch {
        std::function<void(double)> progress;
        std::function<bool()> stop_requested;
    };
    void watch(Watch watch) { watch_ = std::move(watch); }

    std::shared_ptr<const document::LayerContent> content(const document::Layer& layer) override;
    std::shared_ptr<const geo::WorldImage> square(const document::Layer& layer, int level, int column, int row) override;

    /// Takes over what jobs have read; true when a frame would differ. Main thread, once a frame.
    bool deliver();
    /// After a frame: has read what it asked for, stops what it no longer needs, forgets layers that are gone.
    void end_frame(const std::vector<document::Layer>& layers);
    bool busy() const { return jobs_ && jobs_->pending() > 0; }

    std::vector<ui::LayerStatus> status(const std::vector<document::Layer>& layers) const;
    /// What went wrong since the last call, a line each.
    std::vector<std::string> take_lines() { return std::exchange(lines_, {}); }
    /// Ids of layers whose files were read since the last call.
    std::vector<std::string> take_read() { return std::exchange(read_, {}); }
    std::size_t held_bytes() const { return held_bytes_; }

  private:
    struct Square {
        std::shared_ptr<const geo::WorldImage> image;
        std::uint64_t frame = 0;  ///< that drew it last
        int rows_known = 0;       ///< of the overview that it was read from
    };
    /// What a running job may be told.
    struct Wanted {
        std::mutex mutex;
        std::vector<std::uint64_t> keys;  ///< the next first
        std::shared_ptr<const io::RasterOverview> overview;
    };
    struct Entry {
        document::Layer layer;
        std::uint64_t key = 0;  ///< of this entry's reading
        std::shared_ptr<const document::LayerContent> content;
        std::shared_ptr<const io::RasterPlan> plan;
        std::shared_ptr<const io::RasterOverview> overview;
        int overview_level = -1;  ///< squares of this level and coarser are made from the overview
        std::unordered_map<std::uint64_t, Square> squares;
        std::vector<std::uint64_t> asked;  ///< by this frame
        std::shared_ptr<Wanted> wanted = std::make_shared<Wanted>();
        std::unique_ptr<io::RasterReader> reader;  ///< when read at once
        std::shared_ptr<std::atomic<double>> progress = std::make_shared<std::atomic<double>>(0.0);
        bool reading = false, reading_overview = false, reading_squares = false;
        std::string fault;
    };
    /// What a job made of a layer's file.
    struct FileRead {
        std::shared_ptr<const document::LayerContent> content;
        std::shared_ptr<const io::RasterPlan> plan;
        std::vector<std::string> warnings;
    };
    struct Arrival {
        std::string id;
        std::uint64_t entry_key = 0, square_key = 0;
        std::shared_ptr<const geo::WorldImage> image;
        std::shared_ptr<const io::RasterOverview> overview;
        int rows_known = 0;
    };
    struct Inbox {
        std::mutex mutex;
        std::vector<Arrival> arrivals;
        std::function<void()> wake;
    };

    static base::Result<FileRead> read_file(const document::Layer& layer, std::uint64_t key, const std::function<void(double)>& progress,
                                            const std::function<bool()>& stop_requested);
    static std::shared_ptr<const geo::WorldImage> read_square(const io::RasterReader& reader, std::uint64_t entry_key,
                                                              std::uint64_t square_key, int rows_known);
    Entry& entry_of(const document::Layer& layer);
    void start_reading(Entry& entry);
    void start_overview(Entry& entry);
    void start_squares(Entry& entry);
    void take(Entry& entry, FileRead&& read);
    bool take(Arrival&& arrival);
    void fail(Entry& entry, const base::Error& error);
    /// Stops its jobs; returns the entry after it.
    std::map<std::string, Entry>::iterator forget(std::map<std::string, Entry>::iterator entry);
    void evict();

    Watch watch_;
    std::map<std::string, Entry> entries_;
    std::uint64_t frame_ = 1, next_key_ = 0;
    std::size_t held_bytes_ = 0, budget_bytes_;
    std::vector<std::string> lines_, read_;
    std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
    std::unique_ptr<base::JobQueue> jobs_;  ///< last: its workers end before what they report to
};

}  // namespace dateline::app
