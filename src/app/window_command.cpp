// The window, and play: both with a Workbench, or play without one.

#include "app/cli.h"
#include "app/outcome.h"
#include "app/workbench.h"
#include "session/framing.h"

namespace dateline::app {
namespace {

Outcome<int> open_window(const WindowOptions& options) {
    Recorder recorder;
    if (!options.record.empty()) {
        auto made = Recorder::to(options.record);
        if (!made) return wrong_input(made.error());
        recorder = std::move(*made);
    }
    auto bench = Workbench::open(options, std::move(recorder));
    if (!bench) return wrong_input(bench.error());
    return (*bench)->run();
}

Outcome<int> play_in_window(const PlayOptions& options, std::vector<TimedAction> script) {
    WindowOptions window;
    window.files = {options.project};
    auto bench = Workbench::open(window, {});
    if (!bench) return wrong_input(bench.error());
    (*bench)->replay(std::move(script));
    return (*bench)->run();
}

/// Camera flights end at once: a picture has no time to pass.
session::State played(session::State state, const std::vector<TimedAction>& script) {
    for (const TimedAction& timed : script) {
        const std::uint64_t flights = state.flights;
        state = session::apply(std::move(state), timed.action);
        if (state.flights != flights && state.fly_target) state.camera = *state.fly_target;
    }
    return state;
}

Outcome<int> play_headless(const PlayOptions& options, const std::vector<TimedAction>& script) {
    auto opened = open_files({options.project}, {});
    if (!opened) return wrong_input(opened.error());
    for (const std::string& warning : opened->warnings) base::log(base::Severity::Warning, warning);
    PictureShape shape;
    shape.layout = PictureLayout::Briefing;
    const session::State state = played(opened_state(*opened, map_size_of(shape)), script);
    if (options.output.empty()) return kDone;
    auto stage = Stage::open();
    if (!stage) return wrong_input(stage.error());
    session::State framed = state;
    framed.camera = refitted(state.camera, state.map_size, map_size_of(shape));
    framed.hovered.clear();
    LayerStore layers(LayerStore::Reading::AtOnce);
    stage->take_layers_from(&layers);
    const Picture picture = make_picture(*stage, framed, shape);
    Darkroom darkroom(stage->type());
    const auto written =
        write_picture(options.output, picture, stage->type(), [&](const view::Frame& frame) { return darkroom.develop(frame); });
    for (const std::string& line : layers.take_lines()) base::log(base::Severity::Warning, line);
    if (!written) return wrong_input(written.error());
    return kDone;
}

Outcome<int> play(const PlayOptions& options) {
    if (!options.output.empty() && !options.headless)
        return wrong_option("--output goes with --headless", {}, "add --headless, or leave --output out");
    if (!options.output.empty() && !picture_format_of(options.output))
        return wrong_option("is no kind of picture that Dateline writes", options.output, "end it in .png, .tif, .svg or .pdf");
    auto script = read_script(options.script);
    if (!script) return wrong_input(script.error());
    return options.headless ? play_headless(options, *script) : play_in_window(options, std::move(*script));
}

int status_of(const Outcome<int>& outcome) {
    if (outcome) return *outcome;
    return told(tl::unexpected(outcome.error()));
}

}  // namespace

int run_window(const WindowOptions& options) { return status_of(open_window(options)); }
int run_play(const PlayOptions& options) { return status_of(play(options)); }

}  // namespace dateline::app
