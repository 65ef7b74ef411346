#pragma once

#include "app/reader.h"
#include "base/result.h"
#include "document/briefing.h"
#include "extract/extract.h"
#include "session/action.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::app {

struct ReadOptions {
    std::optional<calendar::Edtf> published;
    std::shared_ptr<const document::Worldview> worldview;  ///< in place of a project's own
    std::string reader;                                    ///< a command that reads in our place; empty: we do
    double reader_timeout_s = 600;
    std::function<void(double)> progress;
    std::function<bool()> stop_requested;
};

/// What a set of files makes together.
struct Opened {
    std::shared_ptr<const document::Briefing> briefing;
    std::string project_file;  ///< set when the one file is a project that can be saved to
    std::vector<std::string> warnings;
    std::vector<document::Layer> layers;  ///< of the project
    /// Ids of the shipped routes that no bulletin names: listed, but not switched on by themselves.
    std::vector<std::string> unnamed_routes;
};

/// What a file is that somebody drops on the window: a layer is a raster, or vectors of which none is dated.
enum class FileRole : std::uint8_t { Layer, Document };
/// Reads it as far as it takes to tell. Errors: absent, empty, damaged, of no kind that is read.
base::Result<FileRole> role_of(const std::filesystem::path& path);

/// Projects, event files and bulletins in any mix become one briefing, in the order given. What two bulletins tell is one
/// event with two sources.
base::Result<Opened> open_files(const std::vector<std::string>& files, const ReadOptions& options);

/// What files add to a briefing that is open.
struct Addition {
    std::vector<document::Event> events;  ///< new ones, and those it has that a file tells too, with that source
    std::vector<document::Bulletin> bulletins;
    std::vector<std::string> warnings;
    std::size_t new_events = 0;
};
/// Bulletins and event files read as if they had been opened together with what is there.
base::Result<Addition> add_files(const document::Briefing& briefing, const std::vector<std::string>& files, const ReadOptions& options);

/// What shows a briefing for the first time: opened, with the routes that it names, or as its first scene says.
std::vector<session::Action> opening_actions(const Opened& opened);
/// The state that they lead to on a map of that size.
session::State opened_state(const Opened& opened, session::MapSize map_size);

}  // namespace dateline::app
