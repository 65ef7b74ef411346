#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::ui {

/// A path being typed, and what of its folder fits: what the open and save dialogs are made of.
class PathBrowser {
  public:
    struct Entry {
        std::string name;  ///< folders end with '/'
        bool folder = false;
        std::uintmax_t bytes = 0;
    };

    /// `endings` such as ".gpkg" choose the files that are listed; empty: all.
    void start(std::string text, std::vector<std::string> endings);

    std::string text;  ///< what is typed; the field edits it in place
    /// Reads the folder again when the text names another one. Call once a frame.
    void refresh();
    /// Folders first, both by name; only what begins with the part after the last '/'.
    const std::vector<Entry>& shown() const { return shown_; }
    int chosen() const { return chosen_; }
    void choose(int index);  ///< -1: none
    void move(int by);
    /// Completes as far as all that is shown agrees, or to what is chosen.
    void complete();
    /// The chosen entry becomes the text.
    void take_chosen();
    void go_up();

    /// Absolute, "~" put in full.
    std::filesystem::path path() const;
    bool names_folder() const;
    bool names_file() const;
    /// The folder that is listed, for a heading: "~/briefings/".
    std::string folder_label() const;
    bool folder_exists() const { return folder_exists_; }

    /// The text was changed by anything but typing: the field is to take it over and to have the keys.
    void hand_back() { handed_back_ = true; }
    bool handed_back() const { return handed_back_; }
    void field_took_it() { handed_back_ = false; }
    /// The arrows chose: what they chose is to be scrolled to.
    bool keys_moved() const { return keys_moved_; }
    void keys_seen() { keys_moved_ = false; }

  private:
    void read_folder(const std::filesystem::path& folder);
    void filter();

    std::vector<std::string> endings_;
    std::filesystem::path folder_;
    bool folder_exists_ = false;
    std::vector<Entry> entries_, shown_;
    std::string filtered_for_;
    int chosen_ = -1;
    bool keys_moved_ = false, handed_back_ = true;
};

/// "~/x" as a path of the home folder.
std::filesystem::path expanded(std::string_view text);
/// A file name of a title: "Bulletin, April 2023" gives "bulletin-april-2023".
std::string slug_of(std::string_view title);
/// `folder/stem.ending`, or with "-2", "-3" … where that is taken.
std::filesystem::path free_path(const std::filesystem::path& folder, const std::string& stem, std::string_view ending);

}  // namespace dateline::ui
