#include "app/desk.h"

#include "app/clipboard.h"
#include "app/file_kinds.h"
#include "app/worldviews.h"
#include "base/log.h"
#include "io/formats.h"
#include "ui/path_browser.h"
#include "view/map_view.h"

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

/// A picture for a job: everything it needs, by value.
struct PictureJob {
    Stage::Shared shared;
    session::State state;
    PictureShape shape;
};

/// What is for print is a figure where the page is wide enough for one; what is for a screen is the map as it looks there.
PictureJob picture_job(const session::State& state, const Stage& stage, const ui::PictureSpec& spec) {
    const bool figure = spec.theme == "print" && 5 * spec.width_px >= 6 * spec.height_px;
    PictureJob job{
        stage.shared(), state, {spec.width_px, spec.height_px, spec.scale, figure ? PictureLayout::Figure : PictureLayout::Map, {}, true}};
    job.state.camera = refitted(state.camera, state.map_size, map_size_of(job.shape));
    job.state.theme = spec.theme;
    job.state.hovered.clear();
    return job;
}

base::Result<> develop_to_file(const PictureJob& job, const fs::path& path) {
    auto stage = Stage::over(job.shared);
    if (!stage) return tl::unexpected(stage.error());
    LayerStore layers(LayerStore::Reading::AtOnce);
    stage->take_layers_from(&layers);
    const Picture picture = make_picture(*stage, job.state, job.shape);
    Darkroom darkroom(stage->type());
    return write_picture(path, picture, stage->type(), [&](const view::Frame& frame) { return darkroom.develop(frame); });
}

base::Result<> develop_to_clipboard(const PictureJob& job) {
    auto stage = Stage::over(job.shared);
    if (!stage) return tl::unexpected(stage.error());
    LayerStore layers(LayerStore::Reading::AtOnce);
    stage->take_layers_from(&layers);
    const Picture picture = make_picture(*stage, job.state, job.shape);
    const auto image = Darkroom(stage->type()).develop(picture.frame);
    if (!image) return tl::unexpected(image.error());
    return copy_to_clipboard(*image);
}

struct OpenedFiles {
    base::Result<Opened> opened;
    std::vector<std::string> faults;  ///< of files that the others were opened without
};

/// One file of several that is absent or damaged does not keep the others from being opened.
OpenedFiles open_readable(std::vector<std::string> files, const ReadOptions& options) {
    OpenedFiles read{open_files(files, options), {}};
    if (read.opened || files.size() == 1) return read;
    const std::size_t given = files.size();
    std::erase_if(files, [&](const std::string& file) {
        const auto role = role_of(file);
        if (!role) read.faults.push_back(role.error().line());
        return !role;
    });
    if (files.empty()) read.faults.clear();  // the first of them is told
    else if (files.size() < given) read.opened = open_files(files, options);
    return read;
}

std::string names_of(const std::vector<std::string>& files) {
    const std::string first = fs::path(files.front()).filename().string();
    return files.size() == 1 ? first : fmt::format("{} and {} more", first, files.size() - 1);
}

}  // namespace

Desk::Desk(Recorder recorder, std::function<void()> wake, ReadOptions reading)
    : recorder_(std::move(recorder)), reading_(std::move(reading)), layers_(LayerStore::Reading::Jobs, wake) {
    jobs_.on_result(std::move(wake));
}

void Desk::apply(const std::vector<session::Action>& actions, double now_s) {
    now_s_ = now_s;
    for (const session::Action& action : actions) {
        recorder_.record(action, now_s);
        state_ = session::apply(std::move(state_), action);
    }
}

void Desk::add_layers(const std::vector<document::Layer>& layers) {
    for (const document::Layer& layer : layers) {
        fly_to_.push_back(layer.id);
        pending_.push_back(session::AddLayer{layer});
    }
}

void Desk::sort(std::vector<std::string> files) {
    struct Sorted {
        std::vector<std::string> documents, faults;
        std::vector<document::Layer> layers;
    };
    // A large file takes a while to tell whether it holds events.
    progress_ = "Looking into " + names_of(files);
    progress_part_->store(-1);
    jobs_.start(
        "sort",
        [files = std::move(files)](const base::StopToken&) {
            Sorted sorted;
            for (const std::string& file : files) {
                const auto role = role_of(file);
                if (!role) sorted.faults.push_back(role.error().line());
                else if (*role == FileRole::Layer) sorted.layers.push_back(layer_for(file));
                else sorted.documents.push_back(file);
            }
            return sorted;
        },
        [this](Sorted sorted) {
            progress_.clear();
            errors_.insert(errors_.end(), sorted.faults.begin(), sorted.faults.end());
            sorted_ = std::move(sorted.documents);
            add_layers(sorted.layers);
        });
}

void Desk::open(std::vector<std::string> files, std::vector<document::Layer> layers) {
    if (files.empty()) return add_layers(layers);
    opening_ = true;
    progress_ = "Reading " + names_of(files);
    progress_part_->store(-1);
    const auto part = progress_part_;
    jobs_.start(
        "open",
        [files = std::move(files), part, read = reading_, worldview = worldview_](const base::StopToken& token) mutable {
            read.worldview = worldview;
            read.progress = [part](double done) { part->store(done); };
            read.stop_requested = [&token] { return token.stop_requested(); };
            return open_readable(std::move(files), read);
        },
        [this, layers = std::move(layers)](OpenedFiles read) {
            opening_ = false;
            progress_.clear();
            errors_.insert(errors_.end(), read.faults.begin(), read.faults.end());
            const base::Result<Opened>& opened = read.opened;
            if (!opened) {
                errors_.push_back(opened.error().line());
                return;
            }
            for (const std::string& warning : opened->warnings) base::log(base::Severity::Warning, warning);
            pending_ = opening_actions(*opened);
            for (const document::Layer& layer : layers) pending_.push_back(session::AddLayer{layer});
        });
}

void Desk::add(std::vector<std::string> files) {
    progress_ = "Reading " + names_of(files);
    progress_part_->store(-1);
    const auto part = progress_part_;
    const std::string names = names_of(files);
    const auto briefing = state_.briefing;
    jobs_.start(
        fmt::format("add {}", ++additions_),  // none stands for another: what was dropped is read
        [files, part, read = reading_, briefing](const base::StopToken& token) mutable {
            read.progress = [part](double done) { part->store(done); };
            read.stop_requested = [&token] { return token.stop_requested(); };
            return add_files(*briefing, files, read);
        },
        [this, files, names, briefing](base::Result<Addition> read) {
            progress_.clear();
            if (state_.briefing != briefing) return add(files);  // edited, opened or added to meanwhile
            if (!read) {
                errors_.push_back(read.error().line());
                return;
            }
            for (const std::string& warning : read->warnings) base::log(base::Severity::Warning, warning);
            const std::size_t known = read->events.size() - read->new_events;
            if (!read->events.empty() || !read->bulletins.empty())
                base::info("{}: {} events added{}", names, read->new_events,
                           known > 0 ? fmt::format(", {} of the briefing told there too", known) : "");
            pending_.push_back(session::AddEvents{std::move(read->events), std::move(read->bulletins)});
        });
}

bool Desk::deliver(double now_s) {
    bool any = jobs_.deliver() > 0;
    any = layers_.deliver() || any;
    for (const std::string& line : layers_.take_lines()) base::log(base::Severity::Warning, line);
    show_layers_read();
    if (!any && pending_.empty()) return false;
    apply(std::exchange(pending_, {}), now_s);
    return true;
}

/// What the user has just added and cannot see is flown to.
void Desk::show_layers_read() {
    for (const std::string& id : layers_.take_read()) {
        if (std::erase(fly_to_, id) == 0) continue;
        for (const ui::LayerStatus& status : layers_.status(state_.layers)) {
            if (status.id != id || !status.extent.valid()) continue;
            const view::RectPx map{0, 0, state_.map_size.width_px, state_.map_size.height_px};
            const view::MapView view(view::transform_of(state_.camera, map, 1), 1);
            const geo::WorldPoint middle = geo::world_from(status.extent.center());
            const bool speck = status.extent.width_deg() / 360 * view.map.world_px < 0.08 * double{map.w};
            if (speck || !view.shows({middle.x, middle.y, middle.x, middle.y}, 0))
                pending_.push_back(session::FlyTo{view::fitting(status.extent, map, 48, 1)});
        }
    }
}

std::string Desk::progress() const {
    if (!progress_.empty()) return progress_;
    for (const ui::LayerStatus& status : layers_.status(state_.layers))
        if (!status.failed && !status.note.empty()) return fmt::format("Reading {}: {}", status.title, status.note);
    return {};
}
double Desk::progress_part() const { return progress_part_->load(); }

void Desk::carry_out(const ui::Request& request, const Stage& stage) {
    using Kind = ui::Request::Kind;
    switch (request.kind) {
        case Kind::OpenFile: return open({request.path});
        case Kind::AddBulletin: return add({request.path});
        case Kind::AddLayer: return add_layers({layer_for(request.path)});
        case Kind::SaveFile: return save(request.path, false);
        case Kind::SaveAndQuit: return save(request.path, true);
        case Kind::ExportPicture: return export_picture(request, stage);
        case Kind::CopyPicture: return copy_picture(stage);
        case Kind::OpenWorldview: return open_worldview(request.path);
        case Kind::Quit: quit_ = true; return;
    }
}

fs::path Desk::free_name(const char* ending) const {
    const fs::path folder = state_.file.empty() ? fs::current_path() : fs::absolute(state_.file).parent_path();
    return ui::free_path(folder, ui::slug_of(state_.briefing->title()), ending);
}

void Desk::open_worldview(const std::string& path) {
    using Read = std::pair<base::Result<std::shared_ptr<const document::Worldview>>, std::vector<std::string>>;
    jobs_.start(
        "worldview " + path,
        [path](const base::StopToken&) {
            std::vector<std::string> warnings;
            auto worldview = read_worldview(path, warnings);
            return Read{std::move(worldview), std::move(warnings)};
        },
        [this](Read read) {
            for (const std::string& warning : read.second) base::log(base::Severity::Warning, warning);
            if (!read.first) errors_.push_back(read.first.error().line());
            else pending_.push_back(session::SetWorldview{*read.first});
        });
}

void Desk::save(const std::string& asked, bool quit_after) {
    std::string path = !asked.empty() ? asked : !state_.file.empty() ? state_.file : free_name(".gpkg").string();
    if (!fs::path(path).has_extension()) path += ".gpkg";
    ++saving_;
    progress_ = "Saving " + fs::path(path).filename().string();
    progress_part_->store(-1);
    const auto version = state_.briefing;
    jobs_.start(
        "save " + path,
        [path, version, layers = state_.layers](const base::StopToken&) { return io::write_events(path, *version, layers); },
        [this, path, version, layers = state_.layers, quit_after](const base::Result<>& written) {
            --saving_;
            progress_.clear();
            if (!written) {
                errors_.push_back(written.error().line());
                return;
            }
            // Other formats are exports: they do not hold all of the project.
            if (is_project_file(path)) pending_.push_back(session::MarkSaved{path, version, layers});
            base::info("Saved {}", path);
            quit_ = quit_ || quit_after;
        });
}

void Desk::export_picture(const ui::Request& request, const Stage& stage) {
    const fs::path path = request.path.empty() ? free_name(".png") : fs::path(request.path);
    progress_ = "Drawing " + path.filename().string();
    progress_part_->store(-1);
    jobs_.start(
        "picture " + path.string(),
        [job = picture_job(state_, stage, request.picture), path](const base::StopToken&) { return develop_to_file(job, path); },
        [this, path](const base::Result<>& written) {
            progress_.clear();
            if (written) base::info("Picture written to {}", path.string());
            else errors_.push_back(written.error().line());
        });
}

void Desk::copy_picture(const Stage& stage) {
    ui::PictureSpec spec;
    spec.theme = state_.theme;
    progress_ = "Drawing the picture";
    progress_part_->store(-1);
    jobs_.start(
        "clipboard", [job = picture_job(state_, stage, spec)](const base::StopToken&) { return develop_to_clipboard(job); },
        [this](const base::Result<>& copied) {
            progress_.clear();
            if (copied) base::info("Picture copied");
            else errors_.push_back(copied.error().line());
        });
}

}  // namespace dateline::app
