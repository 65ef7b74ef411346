#include "app/cli.h"

#include "geo/projection.h"

#include "base/log.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>

#ifndef DATELINE_VERSION
#define DATELINE_VERSION "0"
#endif

namespace dateline::app {
namespace {

/// "2480x1754"; CLI11 shows the returned text as the error.
std::string read_size(const std::string& text, RenderOptions& options) {
    int width = 0, height = 0;
    const char* const end = text.data() + text.size();
    const auto [after_width, width_error] = std::from_chars(text.data(), end, width);
    if (width_error != std::errc{} || after_width == end || *after_width != 'x') return "--size wants WxH, as in 1920x1080";
    const auto [after_height, height_error] = std::from_chars(after_width + 1, end, height);
    if (height_error != std::errc{} || after_height != end) return "--size wants WxH, as in 1920x1080";
    if (width < 64 || height < 64 || width > 65'000 || height > 65'000) return "--size wants 64 to 65000 pixels each way";
    options.width = width;
    options.height = height;
    options.size_given = true;
    return {};
}

void add_layers(CLI::App& app, std::vector<std::string>& layers, std::vector<std::string>& styles) {
    app.add_option("--layer", layers, "a raster or vector file to lay over the map, of any kind that GDAL reads; repeatable")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    app.add_option("--style", styles, "the style of a --layer, in the same order; else FILE.style.json where there is one")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
}

void add_render(CLI::App& app, RenderOptions& options) {
    app.add_option("PROJECT", options.project, "project, bulletin or event file")->required();
    app.add_option("-o,--output", options.output, "picture to write; png, tif, svg or pdf by its ending")->required();
    app.add_option_function<std::string>(
           "--size",
           [&options](const std::string& text) {
               if (std::string problem = read_size(text, options); !problem.empty()) throw CLI::ValidationError(problem);
           },
           "size in 1x pixels, 1920x1080 unless told")
        ->type_name("WxH");
    app.add_option("--scale", options.scale, "pixels of the file per 1x pixel")->check(CLI::Range(0.5, 16.0));
    app.add_option("--at", options.at, "where the playhead stands (EDTF)")->type_name("DATE");
    app.add_option("--from", options.from, "first day of the time window")->type_name("DATE");
    app.add_option("--to", options.to, "last day of the time window")->type_name("DATE");
    app.add_option("--scene", options.scene, "a scene of the project")->type_name("ID");
    app.add_option("--select", options.select, "an event to select")->type_name("ID");
    app.add_option("--route", options.route, "a route to choose and, without --bbox, to show whole")->type_name("ID");
    app.add_option("--theme", options.theme, "the colours; dark unless told, print for pages and figures")
        ->check(CLI::IsMember({"dark", "light", "print"}));
    app.add_option("--names", options.names, "of the base map: English, or as each country writes its own")
        ->check(CLI::IsMember({"english", "local"}));
    std::vector<std::string> projections;
    projections.reserve(std::size(geo::kProjections));
    for (const geo::Projection projection : geo::kProjections) projections.emplace_back(geo::name_of(projection));
    app.add_option("--projection", options.projection, "of the map; mercator unless told, a figure's is chosen by what it shows")
        ->check(CLI::IsMember(projections));
    app.add_option("--bbox", options.bbox, "the part of the world to show")->type_name("W,S,E,N");
    app.add_option_function<double>(
           "--bearing", [&options](double degrees) { options.bearing_deg = degrees, options.bearing_given = true; },
           "the compass direction that is up; 0 is north")
        ->check(CLI::Range(-360.0, 360.0))
        ->type_name("DEG");
    app.add_option("--worldview", options.worldview, "whose boundaries to show; a file (docs/worldviews.md)")->type_name("FILE");
    const auto layers = CLI::IsMember({"rivers", "borders", "admin1", "places", "labels", "graticule", "relief", "degrees", "locator"});
    app.add_option("--show", options.show, "layers of the map to switch on")->check(layers)->delimiter(',')->type_name("LAYER");
    app.add_option("--hide", options.hide, "layers of the map to switch off")->check(layers)->delimiter(',')->type_name("LAYER");
    add_layers(app, options.layers, options.styles);
    app.add_option("--layout", options.layout,
                   "the map, the map above the timeline, the map above a route's distance over time, or a page for print")
        ->check(CLI::IsMember({"map", "briefing", "route", "figure"}));
}

void add_reader(CLI::App& app, std::string& command, double& timeout_s) {
    app.add_option("--reader", command, "a program that reads the bulletins in Dateline's place; see docs/reader.md")->type_name("CMD");
    app.add_option("--reader-timeout", timeout_s, "how long it may be silent, in seconds; 600 unless told")
        ->type_name("SECONDS")
        ->check(CLI::Range(1.0, 1e6));
}

}  // namespace

int run(int argc, char** argv) try {
    CLI::App app{"Dateline turns a bulletin into a briefing: the dated events of a document on a map above a timeline.", "dateline"};
    app.set_version_flag("--version", std::string("dateline ") + DATELINE_VERSION);
    app.failure_message(
        [](const CLI::App*, const CLI::Error& error) { return std::string("dateline: ") + error.what() + "; see dateline --help\n"; });
    app.footer("Exit status: 0 done, 1 the input is at fault, 2 the command line is at fault, 130 stopped by Ctrl-C.");

    WindowOptions window;
    app.add_option("FILE", window.files, "projects (.gpkg), bulletins or event files to open in a window");
    app.add_option("--theme", window.theme, "the colours to begin with")->check(CLI::IsMember({"dark", "light", "print"}));
    app.add_option("--worldview", window.worldview, "whose boundaries to show; a file (docs/worldviews.md)")->type_name("FILE");
    add_layers(app, window.layers, window.styles);
    app.add_option("--record", window.record, "write this session's actions to a file that 'dateline play' replays");
    app.add_flag("--reduced-motion", window.reduced_motion, "flights are cuts, and nothing moves by itself");
    add_reader(app, window.reader, window.reader_timeout_s);
    app.add_flag("--exit-after-first-frame", window.exit_after_first_frame)->group("");

    ExtractOptions extract;
    CLI::App* extract_app = app.add_subcommand("extract", "bulletins to events");
    extract_app->add_option("INPUT", extract.inputs, "bulletins: txt md html docx odt epub pdf")->required();
    extract_app->add_option("-o,--output", extract.output, "gpkg, geojson, csv or kml by its ending")->required();
    extract_app->add_option("--published", extract.published, "the bulletin's own date, if you know it; else it is inferred")
        ->type_name("DATE");
    add_reader(*extract_app, extract.reader, extract.reader_timeout_s);

    CompareOptions compare;
    CLI::App* compare_app = app.add_subcommand("compare", "two editions: what was added, withdrawn, redated, moved, reworded");
    compare_app->add_option("OLD", compare.before, "a bulletin, project or event file")->required();
    compare_app->add_option("NEW", compare.after, "its later edition")->required();
    compare_app->add_option("-o,--output", compare.output, "both as one event file, each event with its change");
    compare_app->add_flag("--json", compare.json, "print JSON lines");

    CLI::App* annotate_app = app.add_subcommand("annotate", "JSON lines in on stdin, annotated JSON lines out on stdout");

    RenderOptions render;
    CLI::App* render_app = app.add_subcommand("render", "a picture of a project; no display needed");
    add_render(*render_app, render);

    std::string convert_in, convert_out;
    CLI::App* convert_app = app.add_subcommand("convert", "between event formats");
    convert_app->add_option("IN", convert_in)->required();
    convert_app->add_option("OUT", convert_out)->required();

    std::vector<std::string> check_files;
    CLI::App* check_app = app.add_subcommand("check", "what is wrong with files, a line each");
    check_app->add_option("FILE", check_files)->required();

    PlayOptions play;
    CLI::App* play_app = app.add_subcommand("play", "replay recorded actions on a project");
    play_app->add_option("SCRIPT", play.script, "JSON lines, an action each")->required();
    play_app->add_option("PROJECT", play.project)->required();
    play_app->add_flag("--headless", play.headless, "without a window");
    play_app->add_option("-o,--output", play.output, "with --headless: a picture of the last state");

    std::vector<std::string> bench_names;
    CLI::App* bench_app = app.add_subcommand("bench", "the benchmarks, JSON lines");
    bench_app->add_option("NAME", bench_names, "only those whose names contain one of these");

    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) { return app.exit(error) == 0 ? kDone : kCommandLineAtFault; }

    if (extract_app->parsed()) return run_extract(extract);
    if (compare_app->parsed()) return run_compare(compare);
    if (annotate_app->parsed()) return run_annotate();
    if (render_app->parsed()) return run_render(render);
    if (convert_app->parsed()) return run_convert(convert_in, convert_out);
    if (check_app->parsed()) return run_check(check_files);
    if (play_app->parsed()) return run_play(play);
    if (bench_app->parsed()) return run_bench(bench_names);
    return run_window(window);
} catch (const std::exception& error) {
    base::log(base::Severity::Error, std::string("stopped by an unexpected error: ") + error.what());
    return kInputAtFault;
}

}  // namespace dateline::app
