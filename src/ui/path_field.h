#pragma once

#include "ui/parts.h"
#include "ui/path_browser.h"

namespace dateline::ui {

/// A text field in the interface's dress; true when its text changed.
bool draw_text_field(const Ui& ui, const Pen& pen, const char* id, std::string& text, Box box, const char* hint = "");
/// The path that is typed, Tab and the arrows for its completion; true when it was entered and names no folder.
bool draw_path_field(const Ui& ui, const Pen& pen, PathBrowser& browser, Box box);
/// What the folder holds; true when a file was double-clicked.
bool draw_path_list(const Ui& ui, const Pen& pen, PathBrowser& browser, Box box);

}  // namespace dateline::ui
