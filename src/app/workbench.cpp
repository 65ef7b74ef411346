#include "app/workbench.h"

#include "app/file_kinds.h"
#include "app/places.h"
#include "app/worldviews.h"
#include "gl/debug.h"
#include "gl/state.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <future>

namespace dateline::app {
namespace {

constexpr double kMessageS = 8;
constexpr double kAsleepS = 3600;
constexpr double kCaretS = 0.25;  ///< half a blink of the text cursor
constexpr double kProgressS = 0.1;
constexpr double kFlowS = 1.0 / 60;  ///< between frames while glints run along routes
constexpr double kPulseS = 1.6;
constexpr int kPulses = 2;
constexpr int kFramesToRest = 3;

/// `covered`: of the window, in its pixels.
session::MapSize map_size(const ui::Regions& regions, const std::vector<view::RectPx>& covered) {
    session::MapSize size{regions.map.w / regions.scale, regions.map.h / regions.scale, {}};
    const auto to_1x = [&](float px) { return std::round(px / regions.scale); };
    for (const view::RectPx& rect : covered)
        size.covered.push_back({to_1x(rect.x - regions.map.x), to_1x(rect.y - regions.map.y), to_1x(rect.w), to_1x(rect.h)});
    return size;
}

}  // namespace

void LogTail::put(base::Severity severity, std::string_view text) {
    const std::scoped_lock lock(mutex_);
    line_ = {severity, std::string(text), line_.number + 1};
}

LogTail::Line LogTail::latest() const {
    const std::scoped_lock lock(mutex_);
    return line_;
}

Workbench::Workbench(gl::Window window, Stage stage, render::Renderer renderer, const WindowOptions& options)
    : options_(options), window_(std::move(window)), stage_(std::move(stage)), renderer_(std::move(renderer)) {}

Workbench::~Workbench() {
    // Workers wake the window; they end before it does.
    desk_.reset();
}

void Workbench::replay(std::vector<TimedAction> script) {
    script_ = std::move(script);
    script_at_ = 0;
    script_begin_s_ = -1;
}

/// Several files dropped together are opened together, once the panels have asked whether they may.
void Workbench::take_dropped() {
    if (std::vector<std::string> files = imgui_->input().take_dropped(); !files.empty()) desk_->sort(std::move(files));
    if (desk_->opening()) return;  // what comes is added to what is being opened
    std::vector<std::string> files = desk_->take_sorted();
    if (files.empty()) return;
    // A bulletin joins the briefing that is open; a project is one of its own.
    if (!desk_->state().briefing->events().empty() &&
        std::none_of(files.begin(), files.end(), [](const std::string& file) { return is_project_file(file); }))
        return desk_->add(std::move(files));
    dropped_ = std::move(files);
    panels_->ask_to_open(dropped_.front());
}

void Workbench::carry_out(const ui::Request& request) {
    if (request.kind == ui::Request::Kind::OpenFile) {
        const std::vector<std::string> dropped = std::exchange(dropped_, {});
        if (!dropped.empty() && dropped.front() == request.path) return desk_->open(dropped);
    }
    desk_->carry_out(request, stage_);
}

ui::Context Workbench::panel_context(double now_s) {
    const auto size = window_.framebuffer_px();
    const LogTail::Line latest = log_->latest();
    if (latest.number != message_.number) message_ = latest, message_since_s_ = now_s;
    const bool message_shown = now_s - message_since_s_ < kMessageS;
    ui::Context context{
        .theme = stage_.theme(desk_->state().theme),
        .width_px = static_cast<float>(size.width),
        .height_px = static_cast<float>(size.height),
        .scale = window_.content_scale(),
        .now_s = now_s,
        .placement = &placement_,
        .progress = desk_->progress(),
        .progress_part = desk_->progress_part(),
        .message = message_shown ? message_.text : std::string(),
        .message_severity = message_.severity,
        .reduced_motion = options_.reduced_motion,
        .other_names = [this](const document::Event& event) { return other_names(gazetteer_, event); },
        .names_elsewhere = [this](const document::Event& event) { return names_elsewhere(gazetteer_, event); },
        .find_place = [this](std::string_view name) { return find_place(gazetteer_, name); },
        .basemap = &stage_.basemap(*desk_->state().briefing),
        .layers = desk_->layers().status(desk_->state().layers),
        .sample = (stage_.folders().assets / "samples" / "april-2023.md").string(),
    };
    return context;
}

/// True when the panels want to be drawn again soon.
bool Workbench::draw_panels(double now_s) {
    const ui::Context context = panel_context(now_s);
    if (panels_->fonts().build(*ImGui::GetIO().Fonts, context.scale)) imgui_->upload_fonts();
    for (const std::string& error : desk_->take_errors()) panels_->show_error(error);
    imgui_->begin_frame();
    const ui::Output output = panels_->draw(desk_->state(), context);
    desk_->apply(output.actions, now_s);
    for (const ui::Request& request : output.requests) carry_out(request);
    return output.animating || !output.actions.empty() || !output.requests.empty() || panels_->fonts().wants_more();
}

float Workbench::pulse(double now_s) {
    const session::State& state = desk_->state();
    if (state.playhead != still_playhead_) {
        still_playhead_ = state.playhead;
        still_since_s_ = now_s;
    }
    const double since_s = now_s - still_since_s_;
    if (state.playback.playing || since_s >= kPulseS * kPulses) return 0;
    return static_cast<float>(std::fmod(since_s, kPulseS) / kPulseS);
}

/// Whether glints run along the routes now.
bool Workbench::flows() const {
    const session::State& state = desk_->state();
    return state.flow && !options_.reduced_motion && !state.hidden_layers.contains("routes") &&
           state.hidden_routes.size() < state.briefing->routes().size();
}

void Workbench::draw_scene(double now_s) {
    const ui::Regions regions = panels_->regions(desk_->state(), panel_context(now_s));
    view::Furniture furniture;
    furniture.date_title = !regions.empty;  // before anything is open there is no date to tell
    furniture.legend = false;               // the overlays panel is one
    furniture.covered = panels_->covered();
    furniture.degrees = !desk_->state().hidden_layers.contains("degrees");
    furniture.locator = !desk_->state().hidden_layers.contains("locator");
    view::Placement placement;
    const std::optional<double> flow_s = flows() ? std::optional(now_s) : std::nullopt;
    // Without a clock what moves by itself is where it comes to rest.
    const bool moves = !options_.reduced_motion;
    view::Frame frame = stage_.frame(desk_->state(), regions.view_layout(), furniture, placement_, placement, moves ? pulse(now_s) : 0,
                                     flow_s, moves ? now_s : 0);
    // The status bar's rows belong to the window too.
    const auto size = window_.framebuffer_px();
    frame.width_px = size.width;
    frame.height_px = size.height;
    placement_ = std::move(placement);
    renderer_.draw_live(frame, now_s);
    desk_->layers().end_frame(desk_->state().layers);
}

void Workbench::show_title() {
    const session::State& state = desk_->state();
    std::string name = state.file.empty() ? state.briefing->title() : std::filesystem::path(state.file).filename().string();
    std::string title = name.empty() ? "Dateline" : (state.unsaved ? "• " : "") + name + " – Dateline";
    if (title == shown_title_) return;
    shown_title_ = std::move(title);
    window_.set_title(shown_title_);
}

void Workbench::frame() {
    const double now_s = clock_.now_s();
    const auto size = window_.framebuffer_px();
    if (size.width == 0 || size.height == 0) return;  // minimised
    {
        const ui::Regions regions = panels_->regions(desk_->state(), panel_context(now_s));
        if (session::MapSize shown = map_size(regions, panels_->covered()); shown != desk_->state().map_size)
            desk_->apply({session::SetMapSize{std::move(shown)}}, now_s);
    }
    if (desk_->deliver(now_s)) frames_owed_ = kFramesToRest;
    if (script_at_ < script_.size() && !desk_->opening()) {
        if (script_begin_s_ < 0) script_begin_s_ = now_s - script_.front().at_s;
        for (; script_at_ < script_.size() && script_[script_at_].at_s <= now_s - script_begin_s_; ++script_at_)
            desk_->apply({script_[script_at_].action}, now_s);
        frames_owed_ = kFramesToRest;
    }
    const bool whole = !desk_->opening();
    if (draw_panels(now_s)) frames_owed_ = kFramesToRest;
    draw_scene(now_s);
    if (placement_.settling || renderer_.owes_frame()) frames_owed_ = kFramesToRest;
    imgui_->draw();
    window_.swap_buffers();
    renderer_.took(clock_.now_s() - now_s);
    show_title();
    complete_ = whole && !panels_->fonts().wants_more();
}

double Workbench::sleep_s() const {
    const double now_s = clock_.now_s();
    if (frames_owed_ > 0 || imgui_->input().waits() || desk_->state().playback.playing) return 0;
    if (now_s - still_since_s_ < kPulseS * kPulses) return 0;
    double sleep_s = kAsleepS;
    if (script_at_ < script_.size()) sleep_s = std::max(0.001, script_begin_s_ + script_[script_at_].at_s - now_s);
    if (ImGui::GetIO().WantTextInput) sleep_s = std::min(sleep_s, kCaretS);
    if (flows()) sleep_s = std::min(sleep_s, kFlowS);
    if (desk_->busy()) sleep_s = std::min(sleep_s, kProgressS);
    const double message_left_s = message_since_s_ + kMessageS - now_s;
    if (message_.number > 0 && message_left_s > 0) sleep_s = std::min(sleep_s, message_left_s);
    return sleep_s;
}

int Workbench::run() {
    while (!desk_->wants_to_quit()) {
        const double sleep_for_s = sleep_s();
        window_.poll_events(sleep_for_s);
        if (sleep_for_s > 0 || imgui_->input().waits()) frames_owed_ = std::max(frames_owed_, 2);
        frames_owed_ = std::max(0, frames_owed_ - 1);
        take_dropped();
        if (window_.should_close()) {
            window_.request_close(false);
            panels_->ask_to_quit();
        }
        frame();
        if (options_.exit_after_first_frame && complete_) {
            gl::finish();
            std::printf("%.6f\n", clock_.now_s());
            return kDone;
        }
    }
    return kDone;
}

base::Result<std::unique_ptr<Workbench>> Workbench::open(const WindowOptions& options, Recorder recorder) {
    // Reading the files, the base map and the fonts takes as long as a driver takes to give us a context: all at once.
    ReadOptions reading;
    reading.reader = options.reader;
    reading.reader_timeout_s = options.reader_timeout_s;
    auto desk = std::make_unique<Desk>(std::move(recorder), gl::Window::wake, std::move(reading));
    if (!options.worldview.empty()) {
        std::vector<std::string> warnings;
        auto worldview = read_worldview(options.worldview, warnings);
        if (!worldview) return tl::unexpected(worldview.error());
        for (const std::string& warning : warnings) base::log(base::Severity::Warning, warning);
        desk->take_worldview(std::move(*worldview));
    }
    std::vector<document::Layer> layers;
    for (std::size_t i = 0; i < options.layers.size(); ++i)
        layers.push_back(layer_for(options.layers[i], i < options.styles.size() ? options.styles[i] : ""));
    desk->open(options.files, std::move(layers));
    auto loading = std::async(std::launch::async, Stage::open);
    auto window = gl::Window::open({});
    auto stage = loading.get();
    if (!window) return tl::unexpected(window.error());
    if (!stage) return tl::unexpected(stage.error());
    auto renderer = render::Renderer::create(window->context(), stage->type());
    if (!renderer) return tl::unexpected(renderer.error());
    auto gazetteer = document::Gazetteer::open(stage->folders().baked / "gazetteer.bin");
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    std::unique_ptr<Workbench> bench(new Workbench(std::move(*window), std::move(*stage), std::move(*renderer), options));
    bench->gazetteer_ = std::move(*gazetteer);
    base::listen_to_log([log = bench->log_](base::Severity severity, std::string_view line) { log->put(severity, line); });
    bench->imgui_ = std::make_unique<ImGuiBackend>(bench->window_);
    bench->panels_ = std::make_unique<ui::Panels>(ui::FontFiles::from(bench->stage_.type()));
    bench->desk_ = std::move(desk);
    bench->stage_.take_layers_from(&bench->desk_->layers());
    if (!options.theme.empty()) bench->desk_->apply({session::SetTheme{options.theme}}, bench->clock_.now_s());
    return bench;
}

}  // namespace dateline::app
