#include "app/stage.h"

#include "base/log.h"
#include "document/worldview.h"
#include "io/basemap.h"
#include "io/relief.h"
#include "session/action.h"

namespace dateline::app {

base::Result<Stage> Stage::open() {
    const auto folders = base::find_data_folders();
    if (!folders) return tl::unexpected(folders.error());
    auto basemap = io::open_basemap(folders->baked / "basemap.bin");
    if (!basemap) return tl::unexpected(basemap.error());
    auto relief = io::open_relief(folders->baked / "relief.bin");
    if (!relief) return tl::unexpected(relief.error());
    basemap->relief = std::move(*relief);
    std::map<std::string, view::Theme> themes;
    for (const char* name : {"dark", "light", "print"}) {
        auto theme = view::load_theme(folders->assets, name);
        if (!theme) return tl::unexpected(theme.error());
        themes.emplace(name, std::move(*theme));
    }
    return over({*folders, std::make_shared<const document::BaseMap>(std::move(*basemap)),
                 std::make_shared<const std::map<std::string, view::Theme>>(std::move(themes))});
}

base::Result<Stage> Stage::over(Shared shared) {
    auto type = view::Typesetter::open(shared.folders.assets);
    if (!type) return tl::unexpected(type.error());
    Stage stage;
    stage.shared_ = std::move(shared);
    stage.type_ = std::make_unique<view::Typesetter>(std::move(*type));
    stage.builder_ = std::make_unique<view::FrameBuilder>();
    return stage;
}

const view::Theme& Stage::theme(const std::string& name) const {
    const auto found = shared_.themes->find(name);
    return found != shared_.themes->end() ? found->second : shared_.themes->at("dark");
}

const document::BaseMap& Stage::basemap(const document::Briefing& briefing) {
    const auto& worldview = briefing.worldview();
    if (!worldview) return *shared_.basemap;
    for (const Redrawn& known : redrawn_)
        if (known.worldview == worldview) return *known.basemap;
    std::vector<std::string> warnings;
    redrawn_.push_back(
        {worldview, std::make_shared<const document::BaseMap>(document::with_worldview(*shared_.basemap, *worldview, warnings))});
    for (const std::string& warning : warnings) base::log(base::Severity::Warning, warning);
    return *redrawn_.back().basemap;
}

view::Frame Stage::frame(const session::State& state, const view::Layout& layout, const view::Furniture& furniture,
                         const view::Placement& previous, view::Placement& placement, float pulse, std::optional<double> flow_s,
                         double clock_s) {
    view::ViewOptions options = session::view_options(state);
    options.pulse = pulse;
    options.flow_s = flow_s;
    options.clock_s = clock_s;
    const view::ViewInput input{
        *state.briefing, basemap(*state.briefing), theme(state.theme), *type_, state.camera, layout, options, furniture, layers_};
    return builder_->build(input, previous, placement);
}

}  // namespace dateline::app
