#pragma once

#include "ui/parts.h"
#include "ui/path_browser.h"

#include <deque>
#include <string>

namespace dateline::ui {

/// Open, save, picture, the question before work is lost, and what went wrong: one at a time, over everything.
class Dialogs {
  public:
    void draw(const Ui& ui);
    bool any() const { return kind_ != Kind::None || !errors_.empty(); }

    void ask_to_open(std::string path) { asked_path_ = std::move(path); }
    void ask_to_quit() { asked_to_quit_ = true; }
    void show_error(std::string line);

  private:
    enum class Kind : std::uint8_t { None, Open, SaveAs, Picture, Unsaved, Worldview, AddBulletin, AddLayer };
    /// What goes on once the work is safe or given up.
    struct Then {
        bool quit = false, browse = false;
        std::string open_path{};
        bool any() const { return quit || browse || !open_path.empty(); }
    };

    void take_wishes(const Ui& ui);
    void begin(const Ui& ui, Kind kind);
    void leave() { kind_ = Kind::None; }
    void guard(const Ui& ui, Then then);
    void go_on(const Ui& ui);
    void save(const Ui& ui, const std::string& path);

    void draw_error(const Ui& ui);
    void draw_unsaved(const Ui& ui);
    void draw_open(const Ui& ui);
    void draw_worldview(const Ui& ui);
    void draw_file_choice(const Ui& ui, const char* id, std::string_view title, std::string_view what, Request::Kind request);
    void draw_add_layer(const Ui& ui);
    void draw_save_as(const Ui& ui);
    void draw_picture(const Ui& ui);
    float draw_picture_options(const Ui& ui, const Pen& pen, float y, float width);
    bool draw_path(const Ui& ui, const Pen& pen, float y, float width, float list_h);

    Kind kind_ = Kind::None;
    bool appearing_ = false;
    std::deque<std::string> errors_;
    PathBrowser browser_;
    PictureSpec picture_;
    std::string size_text_;
    Then then_;  ///< waits for the question's answer, or for the save
    bool saving_ = false;
    std::optional<std::string> asked_path_;
    bool asked_to_quit_ = false;
};

/// "2480 x 1754", "2480×1754", "2480 1754"; nullopt when it is no size that a picture can have.
std::optional<std::pair<int, int>> size_from(std::string_view text);

}  // namespace dateline::ui
