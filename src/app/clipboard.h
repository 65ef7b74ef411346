#pragma once

#include "base/result.h"
#include "view/frame.h"

namespace dateline::app {

/// Hands the picture to the desktop's clipboard as PNG, by wl-copy under Wayland and by xclip under X11, which keep it after
/// Dateline has closed. Errors: the program is not installed (says which package has it).
base::Result<> copy_to_clipboard(const view::Image& image);

}  // namespace dateline::app
