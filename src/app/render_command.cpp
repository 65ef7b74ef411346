// render: a picture of a project, without a display.

#include "app/cli.h"
#include "app/documents.h"
#include "app/interruptible.h"
#include "app/layer_store.h"
#include "app/outcome.h"
#include "app/picture.h"
#include "app/terminal.h"
#include "app/worldviews.h"
#include "publish/figure.h"
#include "session/action.h"
#include "session/framing.h"
#include "session/list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

Outcome<std::optional<calendar::Edtf>> date_option(const char* name, const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto date = calendar::Edtf::parse(text);
    if (!date) return wrong_option(date.error().what, fmt::format("{} {}", name, text), "give a date like 2023-04-25, 2023-04 or 2023");
    return *date;
}

Outcome<std::optional<geo::LonLatBox>> bbox_option(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto wrong = [&](std::string what) {
        return wrong_option(std::move(what), "--bbox " + text, "give W,S,E,N in degrees, as in 40,36,56,45");
    };
    std::array<double, 4> degrees{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [after, error] = std::from_chars(at, end, degrees[i]);
        if (error != std::errc{} || !std::isfinite(degrees[i])) return wrong("is not four numbers");
        at = after;
        if (i < 3 && (at == end || *at++ != ',')) return wrong("is not four numbers");
    }
    if (at != end) return wrong("is not four numbers");
    const geo::LonLatBox box{degrees[0], degrees[1], degrees[2], degrees[3]};
    if (std::abs(box.west_deg) > 180 || std::abs(box.east_deg) > 180) return wrong("has a longitude beyond 180");
    if (std::abs(box.south_deg) > 90 || std::abs(box.north_deg) > 90) return wrong("has a latitude beyond 90");
    if (box.south_deg >= box.north_deg || box.west_deg == box.east_deg) return wrong("holds nothing");
    return box;
}

/// The options as values: all of the command line is checked before anything is read.
struct Request {
    PictureFormat format = PictureFormat::Png;
    PictureShape shape;
    std::string theme;
    std::optional<calendar::Edtf> at, from, to;
    std::optional<geo::LonLatBox> bbox;
    std::optional<geo::Projection> projection;
};

PictureShape shape_of(const RenderOptions& options) {
    int width = options.width, height = options.height;
    PictureLayout layout = PictureLayout::Map;
    if (options.layout == "briefing") layout = PictureLayout::Briefing;
    if (options.layout == "route") layout = PictureLayout::Route;
    if (options.layout == "figure") {
        layout = PictureLayout::Figure;
        if (!options.size_given) width = 2480, height = 1754;
    }
    const auto pixels = [&](int length) { return static_cast<int>(std::lround(length * options.scale)); };
    return {pixels(width), pixels(height), options.scale, layout};
}

Outcome<Request> checked(const RenderOptions& options) {
    Request request;
    const auto format = picture_format_of(options.output);
    if (!format) return wrong_option("is no kind of picture that Dateline writes", options.output, "end it in .png, .tif, .svg or .pdf");
    request.format = *format;
    request.shape = shape_of(options);
    request.shape.camera_chosen = !options.bbox.empty();
    request.projection = geo::projection_named(options.projection);
    request.shape.projection = request.projection;
    request.shape.at_chosen = !options.at.empty();
    request.shape.period_chosen = !options.from.empty() || !options.to.empty();
    if (request.shape.layout == PictureLayout::Figure && options.width * 5 < options.height * 6)
        return wrong_option("is too high for a figure", fmt::format("--size {}x{}", options.width, options.height),
                            "make it at least 1.2 times as wide as high");
    if (request.shape.layout == PictureLayout::Route && options.route.empty())
        return wrong_option("needs a route", "--layout route", "name it with --route ID; maps/routes has a file for each");
    const bool printed = is_page(*format) || request.shape.layout == PictureLayout::Figure;
    request.theme = !options.theme.empty() ? options.theme : printed ? "print" : "dark";
    const auto take = [](auto outcome, auto& into, std::optional<Stop>& stop) {
        if (outcome) into = *outcome;
        else if (!stop) stop = outcome.error();
    };
    std::optional<Stop> stop;
    take(date_option("--at", options.at), request.at, stop);
    take(date_option("--from", options.from), request.from, stop);
    take(date_option("--to", options.to), request.to, stop);
    take(bbox_option(options.bbox), request.bbox, stop);
    if (stop) return tl::unexpected(*stop);
    if (request.from && request.to && request.from->bounds().begin >= request.to->bounds().end)
        return wrong_option("ends before it begins", "--from " + options.from + " --to " + options.to, "give --from an earlier date");
    return request;
}

/// A picture may take minutes to read and draw; whether it can be put there is known now.
base::Result<> check_folder(const fs::path& output) {
    std::error_code ignored;
    const fs::path folder = output.has_parent_path() ? output.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored))
        return base::fail("cannot be written: there is no such folder", output.string(), "make the folder or choose another");
    if (fs::is_directory(output, ignored)) return base::fail("is a folder", output.string(), "give a file name");
    return {};
}

std::string names_of_scenes(const document::Briefing& briefing) {
    std::string names;
    for (const auto& scene : briefing.scenes()) names += (names.empty() ? "" : ", ") + scene->id;
    return names;
}

std::string names_of_routes(const document::Briefing& briefing) {
    std::string names;
    for (const auto& route : briefing.routes()) names += (names.empty() ? "its routes are " : ", ") + route->id;
    return names.empty() ? "the project has no routes; leave the option out" : names;
}

Outcome<session::State> staged(const Opened& opened, const RenderOptions& options, const Request& request) {
    session::State state = opened_state(opened, map_size_of(request.shape));
    const auto act = [&](session::Action action) { state = session::apply(std::move(state), action); };
    act(session::SetTheme{request.theme});
    act(session::SetMapNames{options.names});
    if (!options.scene.empty()) {
        act(session::GoToScene{options.scene});
        if (state.scene != options.scene) {
            const std::string names = names_of_scenes(*state.briefing);
            return wrong_option("is no scene of the project", "--scene " + options.scene,
                                names.empty() ? "the project has no scenes; leave the option out" : "its scenes are " + names);
        }
        if (state.fly_target) state.camera = *state.fly_target;
    }
    // What is framed from here on is framed as it is turned.
    if (options.bearing_given) {
        view::Camera turned = state.camera;
        turned.bearing_deg = options.bearing_deg;
        act(session::SetCamera{turned});
        if (options.scene.empty() && !request.bbox && !request.projection)
            act(session::SetCamera{session::camera_for_events(*state.briefing, state, false)});
    }
    if (request.at) act(session::SetPlayhead{session::instant_of(*request.at)});
    calendar::Span window = state.window;
    if (request.from) window.begin = request.from->bounds().begin;
    if (request.to) window.end = request.to->bounds().end;
    if (request.from || request.to) act(session::SetWindow{window});
    if (!options.select.empty()) {
        if (state.briefing->event(options.select) == nullptr)
            return wrong_option("is no event of the project", "--select " + options.select,
                                "'dateline extract … -o events.csv' lists the ids");
        act(session::Select{options.select, false});
    }
    if (!options.route.empty()) {
        if (state.briefing->route(options.route) == nullptr)
            return wrong_option("is no route of the project", "--route " + options.route, names_of_routes(*state.briefing));
        act(session::SetRouteShown{options.route, true});
        act(session::SelectRoute{options.route, false});
        if (!request.bbox) act(session::SetCamera{session::camera_for_route(*state.briefing->route(options.route), state)});
        if (request.shape.layout == PictureLayout::Route) act(session::SetPanelShown{"diagram", true});
    }
    if (request.bbox) {
        const session::MapSize size = map_size_of(request.shape);
        const bool figure = request.shape.layout == PictureLayout::Figure;
        const auto projection = request.projection.value_or(figure ? publish::figure_projection(*request.bbox) : geo::Projection::Mercator);
        const view::RectPx map{0, 0, size.width_px, size.height_px};
        act(session::SetCamera{view::fitting(*request.bbox, map, 0, 1, projection, state.camera.bearing_deg)});
        if (projection == geo::Projection::LambertConformal && !view::shows_whole(state.camera, *request.bbox, map, 1)) {
            const bool both = request.bbox->south_deg < 0 && request.bbox->north_deg > 0;
            base::log(base::Severity::Warning,
                      fmt::format("{} cannot show all of --bbox {}; --projection {} does", geo::title_of(projection), options.bbox,
                                  geo::name_of(both ? geo::Projection::EqualEarth : geo::Projection::LambertAzimuthal)));
        }
    } else if (request.projection) {
        act(session::SetCamera{view::in_projection(state.camera, *request.projection)});
        const document::Route* route = options.route.empty() ? nullptr : state.briefing->route(options.route);
        if (route) act(session::SetCamera{session::camera_for_route(*route, state)});
        else if (options.scene.empty()) act(session::SetCamera{session::camera_for_events(*state.briefing, state, false)});
    }
    for (const std::string& layer : options.show) act(session::SetLayerShown{layer, true});
    for (const std::string& layer : options.hide) act(session::SetLayerShown{layer, false});
    return state;
}

/// Whether it was read, which goes on beside the main thread until Ctrl-C.
bool read_layer(const document::Layer& layer, LayerStore& store, const base::Error& stopped) {
    ProgressLine progress("Reading " + fs::path(layer.file).filename().string());
    store.watch({[&](double part) { progress.show(part); }, interrupted});
    const bool read = until_interrupted([&] { return store.content(layer) != nullptr; }, stopped);
    store.watch({{}, interrupted});
    return read;
}

/// The layers of the command line lie over those of the project; one that cannot be read stops the command.
Outcome<> add_layers(const RenderOptions& options, LayerStore& store, const base::Error& stopped, session::State& state) {
    for (const document::Layer& layer : state.layers)
        if (layer.shown && !interrupted()) read_layer(layer, store, stopped);
    for (const std::string& line : store.take_lines()) base::log(base::Severity::Warning, line);
    for (std::size_t i = 0; i < options.layers.size() && !interrupted(); ++i) {
        const document::Layer layer = layer_for(options.layers[i], i < options.styles.size() ? options.styles[i] : "");
        const bool read = read_layer(layer, store, stopped);
        if (interrupted()) break;
        const std::vector<std::string> lines = store.take_lines();
        for (std::size_t k = 0; k + (read ? 0 : 1) < lines.size(); ++k) base::log(base::Severity::Warning, lines[k]);
        if (!read) return wrong_input({lines.empty() ? "cannot be read: " + options.layers[i] : lines.back(), "", ""});
        state = session::apply(std::move(state), session::AddLayer{layer});
    }
    return {};
}

Outcome<> render(const RenderOptions& options) {
    catch_interrupt();  // first, so that no step from here on ends without a word
    const base::Error nothing_written{"stopped; nothing was written", options.output, ""};
    const auto stopped = [&] { return tl::unexpected(Stop{nothing_written, kInterrupted}); };
    const auto request = checked(options);
    if (!request) return tl::unexpected(request.error());
    if (const auto folder = check_folder(options.output); !folder) return wrong_input(folder.error());
    ReadOptions read;
    if (!options.worldview.empty()) {
        std::vector<std::string> warnings;
        auto worldview = read_worldview(options.worldview, warnings);
        if (!worldview) return wrong_input(worldview.error());
        for (const std::string& warning : warnings) base::log(base::Severity::Warning, warning);
        read.worldview = std::move(*worldview);
    }
    base::Result<Opened> opened;
    {
        ProgressLine progress("Reading");
        read.progress = [&](double part) { progress.show(part); };
        read.stop_requested = interrupted;
        opened = until_interrupted([&] { return open_files({options.project}, read); }, nothing_written);
    }
    if (interrupted()) return stopped();
    if (!opened) return wrong_input(opened.error());
    for (const std::string& warning : opened->warnings) base::log(base::Severity::Warning, warning);
    auto stage = Stage::open();
    if (!stage) return wrong_input(stage.error());
    auto state = staged(*opened, options, *request);
    if (!state) return tl::unexpected(state.error());
    LayerStore layers(LayerStore::Reading::AtOnce);
    if (const auto added = add_layers(options, layers, nothing_written, *state); !added) return added;
    if (interrupted()) return stopped();
    stage->take_layers_from(&layers);
    const Picture picture = make_picture(*stage, *state, request->shape);
    Darkroom darkroom(stage->type());
    const auto written =
        write_picture(options.output, picture, stage->type(), [&](const view::Frame& frame) { return darkroom.develop(frame); });
    for (const std::string& line : layers.take_lines()) base::log(base::Severity::Warning, line);
    if (!written && interrupted()) return stopped();
    if (!written) return wrong_input(written.error());
    return {};
}

}  // namespace

int run_render(const RenderOptions& options) { return told(render(options)); }

}  // namespace dateline::app
