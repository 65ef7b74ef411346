#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dateline::app {

/// Exit statuses of the public command line (docs/formats.md).
enum ExitStatus : int { kDone = 0, kInputAtFault = 1, kCommandLineAtFault = 2, kInterrupted = 130 };

struct ExtractOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::string published;  ///< EDTF; empty: inferred
    std::string reader;     ///< a command that reads in our place
    double reader_timeout_s = 600;
};

struct CompareOptions {
    std::string before, after;
    std::string output;  ///< empty: only what is printed
    bool json = false;
};

struct RenderOptions {
    std::string project;
    std::string output;
    int width = 1920, height = 1080;  ///< 1x pixels; the file has these times `scale`
    bool size_given = false;
    double scale = 1;
    std::string at, from, to;  ///< EDTF; empty: as the project has it
    std::string scene;
    std::string theme;           ///< empty: dark, or print for figures and pages
    std::string projection;      ///< empty: as the layout asks
    std::string bbox;            ///< "W,S,E,N"
    std::string layout = "map";  ///< map, briefing (with the timeline), route (with its distance over time), figure
    std::string select;          ///< event id
    std::string route;           ///< route id
    std::string worldview;       ///< a file; empty: the project's own, or as shipped
    double bearing_deg = 0;      ///< the compass direction that is up
    bool bearing_given = false;
    std::vector<std::string> show, hide;      ///< layers of the map
    std::string names = "english";            ///< of the base map: english, local
    std::vector<std::string> layers, styles;  ///< files laid over the map, and a style file for each, in the same order
};

struct PlayOptions {
    std::string script, project;
    bool headless = false;
    std::string output;  ///< headless: the last state's picture
};

struct WindowOptions {
    std::vector<std::string> files;
    std::string theme;
    bool reduced_motion = false;
    std::string worldview;
    std::vector<std::string> layers, styles;
    bool exit_after_first_frame = false;  ///< for the cold start benchmark
    std::string record;                   ///< writes the session's actions here
    std::string reader;                   ///< a command that reads bulletins in our place
    double reader_timeout_s = 600;
};

/// Parses and runs one command; never throws. Returns an ExitStatus.
int run(int argc, char** argv);

int run_extract(const ExtractOptions& options);
int run_annotate();
int run_compare(const CompareOptions& options);
int run_render(const RenderOptions& options);
int run_convert(const std::string& input, const std::string& output);
int run_check(const std::vector<std::string>& files);
int run_play(const PlayOptions& options);
int run_bench(const std::vector<std::string>& names);
int run_window(const WindowOptions& options);

}  // namespace dateline::app
