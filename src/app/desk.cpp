#include "app/desk.h"

#include "app/clipboard.h"
#include "app/worldviews.h"
#include "base/log.h"
#include "io/formats.h"
#include "ui/path_browser.h"

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
    PictureJob job{stage.shared(), state, {spec.width_px, spec.height_px, spec.scale, figure ? PictureLayout::Figure : PictureLayout::Map, true}};
    job.state.camera = refitted(state.camera, state.map_size, map_size_of(job.shape));
    job.state.theme = spec.theme;
    job.state.hovered.clear();
    return job;
}

base::Result<> develop_to_file(const PictureJob& job, const fs::path& path) {
    auto stage = Stage::over(job.shared);
    if (!stage) return tl::unexpected(stage.error());
    const Picture picture = make_picture(*stage, job.state, job.shape);
    Darkroom darkroom(stage->type());
    return write_picture(path, picture, stage->type(), [&](const view::Frame& frame) { return darkroom.develop(frame); });
}

base::Result<> develop_to_clipboard(const PictureJob& job) {
    auto stage = Stage::over(job.shared);
    if (!stage) return tl::unexpected(stage.error());
    const Picture picture = make_picture(*stage, job.state, job.shape);
    const auto image = Darkroom(stage->type()).develop(picture.frame);
    if (!image) return tl::unexpected(image.error());
    return copy_to_clipboard(*image);
}

std::string names_of(const std::vector<std::string>& files) {
    const std::string first = fs::path(files.front()).filename().string();
    return files.size() == 1 ? first : fmt::format("{} and {} more", first, files.size() - 1);
}

}  // namespace

Desk::Desk(Recorder recorder, std::function<void()> wake, ReadOptions reading)
    : recorder_(std::move(recorder)), reading_(std::move(reading)) { jobs_.on_result(std::move(wake)); }

void Desk::apply(const std::vector<session::Action>& actions, double now_s) {
    now_s_ = now_s;
    for (const session::Action& action : actions) {
        recorder_.record(action, now_s);
        state_ = session::apply(std::move(state_), action);
    }
}

void Desk::open(std::vector<std::string> files) {
    if (files.empty()) return;
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
            return open_files(files, read);
        },
        [this](base::Result<Opened> opened) {
            opening_ = false;
            progress_.clear();
            if (!opened) {
                errors_.push_back(opened.error().line());
                return;
            }
            for (const std::string& warning : opened->warnings) base::log(base::Severity::Warning, warning);
            pending_ = opening_actions(*opened);
        });
}

bool Desk::deliver(double now_s) {
    if (jobs_.deliver() == 0) return false;
    apply(std::exchange(pending_, {}), now_s);
    return true;
}

std::string Desk::progress() const { return progress_; }
double Desk::progress_part() const { return progress_part_->load(); }

void Desk::carry_out(const ui::Request& request, const Stage& stage) {
    using Kind = ui::Request::Kind;
    switch (request.kind) {
        case Kind::OpenFile: return open({request.path});
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
        "save " + path, [path, version](const base::StopToken&) { return io::write_events(path, *version); },
        [this, path, version, quit_after](const base::Result<>& written) {
            --saving_;
            progress_.clear();
            if (!written) {
                errors_.push_back(written.error().line());
                return;
            }
            // Other formats are exports: they do not hold all of the project.
            if (is_project_file(path)) pending_.push_back(session::MarkSaved{path, version});
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
