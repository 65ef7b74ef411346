#pragma once

#include "base/files.h"
#include "base/result.h"
#include "document/basemap.h"
#include "session/state.h"
#include "view/text.h"
#include "view/theme.h"
#include "view/view.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dateline::app {

/// What every frame needs beside the State: base map, fonts, themes. Loaded once.
class Stage {
  public:
    /// Errors: data not found, a font or theme missing or damaged.
    static base::Result<Stage> open();

    /// What several stages may share, each on a thread of its own: it never changes.
    struct Shared {
        base::DataFolders folders;
        std::shared_ptr<const document::BaseMap> basemap;
        std::shared_ptr<const std::map<std::string, view::Theme>> themes;
    };
    const Shared& shared() const { return shared_; }
    /// Opens the fonts again, which a thread must have for itself.
    static base::Result<Stage> over(Shared shared);

    const view::Theme& theme(const std::string& name) const;
    const view::Typesetter& type() const { return *type_; }
    /// With the boundaries of the briefing's worldview; kept, so that what refers to it may outlive a change.
    const document::BaseMap& basemap(const document::Briefing& briefing);
    const base::DataFolders& folders() const { return shared_.folders; }

    /// Where frames get the user's layers from; it outlives them. Null: none are shown.
    void take_layers_from(view::LayerSource* source) { layers_ = source; }
    view::LayerSource* layers() const { return layers_; }

    view::Frame frame(const session::State& state, const view::Layout& layout, const view::Furniture& furniture,
                      const view::Placement& previous, view::Placement& placement, float pulse = 0, std::optional<double> flow_s = {},
                      double clock_s = 0);

  private:
    struct Redrawn {
        std::shared_ptr<const document::Worldview> worldview;
        std::shared_ptr<const document::BaseMap> basemap;
    };

    Shared shared_;
    std::vector<Redrawn> redrawn_;
    std::unique_ptr<view::Typesetter> type_;
    std::unique_ptr<view::FrameBuilder> builder_;
    view::LayerSource* layers_ = nullptr;
};

}  // namespace dateline::app
