#include "ui/path_browser.h"

#include "document/gazetteer.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace dateline::ui {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMostEntries = 5000;

std::string_view last_part(std::string_view text) {
    const std::size_t slash = text.rfind('/');
    return slash == std::string_view::npos ? text : text.substr(slash + 1);
}

std::string_view folder_part(std::string_view text) { return text.substr(0, text.size() - last_part(text).size()); }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool begins_with(std::string_view name, std::string_view typed) {
    return name.size() >= typed.size() && lower(name.substr(0, typed.size())) == lower(typed);
}

fs::path home() {
    const char* folder = std::getenv("HOME");
    return folder != nullptr ? fs::path(folder) : fs::path("/");
}

}  // namespace

fs::path expanded(std::string_view text) {
    std::error_code gone;
    if (text == "~" || text.starts_with("~/")) return home() / (text.size() > 2 ? text.substr(2) : std::string_view());
    const fs::path path{text};
    if (path.is_absolute()) return path;
    const fs::path here = fs::current_path(gone);
    return gone ? path : here / path;
}

std::string slug_of(std::string_view title) {
    std::string slug;
    for (const char c : document::fold_name(title)) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (word) slug += c;
        else if (!slug.empty() && slug.back() != '-') slug += '-';
        if (slug.size() >= 60 && slug.back() == '-') break;
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug.empty() ? "briefing" : slug;
}

fs::path free_path(const fs::path& folder, const std::string& stem, std::string_view ending) {
    std::error_code error;
    for (int number = 1;; ++number) {
        const std::string name = stem + (number > 1 ? "-" + std::to_string(number) : "") + std::string(ending);
        if (number > 9999 || !fs::exists(folder / name, error)) return folder / name;
    }
}

void PathBrowser::start(std::string initial, std::vector<std::string> endings) {
    text = std::move(initial);
    endings_ = std::move(endings);
    folder_.clear();
    chosen_ = -1;
    handed_back_ = true;
    refresh();
}

void PathBrowser::refresh() {
    const fs::path folder = expanded(folder_part(text));
    if (folder != folder_ || filtered_for_.empty()) read_folder(folder);
    if (filtered_for_ != ":" + text) filter();
}

void PathBrowser::read_folder(const fs::path& folder) {
    folder_ = folder;
    entries_.clear();
    std::error_code error;
    fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    folder_exists_ = !error;
    for (; !error && at != fs::directory_iterator() && entries_.size() < kMostEntries; at.increment(error)) {
        std::error_code unreadable;
        Entry entry;
        entry.name = at->path().filename().string();
        entry.folder = at->is_directory(unreadable);
        if (entry.folder) entry.name += '/';
        else if (at->is_regular_file(unreadable)) entry.bytes = at->file_size(unreadable);
        const std::string name = lower(entry.name);
        const bool fits = endings_.empty() || std::ranges::any_of(endings_, [&](const auto& e) { return name.ends_with(e); });
        if (entry.folder || fits) entries_.push_back(std::move(entry));
    }
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
        if (a.folder != b.folder) return a.folder;
        return lower(a.name) < lower(b.name);
    });
    filter();
}

void PathBrowser::filter() {
    filtered_for_ = ":" + text;
    const std::string_view typed = last_part(text);
    shown_.clear();
    const bool hidden_too = typed.starts_with(".");
    const auto passes = [&](const Entry& entry) { return hidden_too || !entry.name.starts_with("."); };
    for (const Entry& entry : entries_)
        if (passes(entry) && begins_with(entry.name, typed)) shown_.push_back(entry);
    // A new name fits nothing; then the folder is shown whole.
    if (shown_.empty())
        for (const Entry& entry : entries_)
            if (passes(entry)) shown_.push_back(entry);
    chosen_ = -1;
}

void PathBrowser::choose(int index) { chosen_ = index >= 0 && index < static_cast<int>(shown_.size()) ? index : -1; }

void PathBrowser::move(int by) {
    if (shown_.empty()) return;
    keys_moved_ = true;
    const int last = static_cast<int>(shown_.size()) - 1;
    if (chosen_ < 0) chosen_ = by > 0 ? 0 : last;
    else chosen_ = std::clamp(chosen_ + by, 0, last);
}

void PathBrowser::complete() {
    if (chosen_ >= 0) return take_chosen();
    const std::string_view typed = last_part(text);
    std::string common;
    bool any = false;
    for (const Entry& entry : shown_) {
        if (!begins_with(entry.name, typed)) continue;
        if (!any) common = entry.name;
        std::size_t same = 0;
        while (same < common.size() && same < entry.name.size() && lower(common.substr(same, 1)) == lower(entry.name.substr(same, 1)))
            ++same;
        // Never in the middle of a character.
        while (same > 0 && same < entry.name.size() && (static_cast<unsigned char>(entry.name[same]) & 0xc0) == 0x80) --same;
        common.resize(same);
        any = true;
    }
    if (any && common.size() >= typed.size()) text = std::string(folder_part(text)) + common;
    refresh();
}

void PathBrowser::take_chosen() {
    if (chosen_ < 0) return;
    text = std::string(folder_part(text)) + shown_[static_cast<std::size_t>(chosen_)].name;
    chosen_ = -1;
    refresh();
}

void PathBrowser::go_up() {
    const fs::path parent = folder_.has_filename() ? folder_.parent_path() : folder_.parent_path().parent_path();
    text = parent.string();
    if (!text.ends_with('/')) text += '/';
    refresh();
}

fs::path PathBrowser::path() const { return expanded(text).lexically_normal(); }

bool PathBrowser::names_folder() const {
    std::error_code error;
    return text.empty() || fs::is_directory(path(), error);
}

bool PathBrowser::names_file() const {
    std::error_code error;
    return !text.empty() && fs::is_regular_file(path(), error);
}

std::string PathBrowser::folder_label() const {
    std::string label = folder_.lexically_normal().string();
    const std::string own = home().string();
    if (own.size() > 1 && label.starts_with(own) && (label.size() == own.size() || label[own.size()] == '/'))
        label.replace(0, own.size(), "~");
    if (!label.ends_with('/')) label += '/';
    return label;
}

}  // namespace dateline::ui
