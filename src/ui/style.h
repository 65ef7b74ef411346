#pragma once

#include "view/theme.h"

namespace dateline::ui {

/// Dear ImGui's own widgets (menus, fields, popups, scroll bars) in the theme's colours. Call when theme or scale change.
void apply_style(const view::Theme& theme, float scale);

}  // namespace dateline::ui
