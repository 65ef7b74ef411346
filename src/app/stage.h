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

namespace dateline::app {

/// What every frame needs beside the State: base map, fonts, themes. Loaded once.
class Stage {
  public:
    /// Errors: data not found, a font or theme missing or damaged.
    static base::Result<Stage> open();

    const view::Theme& theme(const std::string& name) const;
    const view::Typesetter& type() const { return *type_; }
    const document::BaseMap& basemap() const { return *basemap_; }
    const base::DataFolders& folders() const { return folders_; }

    view::Frame frame(const session::State& state, const view::Layout& layout, const view::Furniture& furniture,
                      const view::Placement& previous, view::Placement& placement, float pulse = 0);

  private:
    base::DataFolders folders_;
    std::unique_ptr<document::BaseMap> basemap_;
    std::unique_ptr<view::Typesetter> type_;
    std::map<std::string, view::Theme> themes_;
    std::unique_ptr<view::FrameBuilder> builder_;
};

}  // namespace dateline::app
