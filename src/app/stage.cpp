#include "app/stage.h"

#include "io/basemap.h"
#include "session/action.h"

namespace dateline::app {

base::Result<Stage> Stage::open() {
    const auto folders = base::find_data_folders();
    if (!folders) return tl::unexpected(folders.error());
    Stage stage;
    stage.folders_ = *folders;
    auto basemap = io::open_basemap(folders->baked / "basemap.bin");
    if (!basemap) return tl::unexpected(basemap.error());
    stage.basemap_ = std::make_unique<document::BaseMap>(std::move(*basemap));
    auto type = view::Typesetter::open(folders->assets);
    if (!type) return tl::unexpected(type.error());
    stage.type_ = std::make_unique<view::Typesetter>(std::move(*type));
    for (const char* name : {"dark", "light", "print"}) {
        auto theme = view::load_theme(folders->assets, name);
        if (!theme) return tl::unexpected(theme.error());
        stage.themes_.emplace(name, std::move(*theme));
    }
    stage.builder_ = std::make_unique<view::FrameBuilder>();
    return stage;
}

const view::Theme& Stage::theme(const std::string& name) const {
    const auto found = themes_.find(name);
    return found != themes_.end() ? found->second : themes_.at("dark");
}

view::Frame Stage::frame(const session::State& state, const view::Layout& layout, const view::Furniture& furniture,
                         const view::Placement& previous, view::Placement& placement, float pulse) {
    view::ViewOptions options = session::view_options(state);
    options.pulse = pulse;
    const view::ViewInput input{*state.briefing, *basemap_, theme(state.theme), *type_, state.camera, layout, options, furniture};
    return builder_->build(input, previous, placement);
}

}  // namespace dateline::app
