#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::ui {

/// The icons that the interface draws; name_of() is Lucide's name.
enum class Icon : std::uint8_t {
    ArrowUpDown,
    Camera,
    Check,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    CircleAlert,
    Copy,
    ExternalLink,
    Eye,
    EyeOff,
    FastForward,
    FilePlus,
    FileText,
    Folder,
    Image,
    Info,
    Keyboard,
    Layers,
    LocateFixed,
    Minus,
    Moon,
    PanelLeft,
    PanelRight,
    Pause,
    Pencil,
    Play,
    Plus,
    Redo,
    Repeat,
    Rewind,
    Save,
    Search,
    SkipBack,
    SkipForward,
    Sun,
    Trash,
    TriangleAlert,
    Undo,
    X
};
inline constexpr std::size_t kIconCount = 40;
static_assert(static_cast<std::size_t>(Icon::X) + 1 == kIconCount);

inline constexpr std::array<std::string_view, kIconCount> kIconNames{
    "arrow-up-down", "camera",    "check",        "chevron-down", "chevron-right", "chevron-up",     "circle-alert", "copy",
    "external-link", "eye",       "eye-off",      "fast-forward", "file-plus",     "file-text",      "folder",       "image",
    "info",          "keyboard",  "layers",       "locate-fixed", "minus",         "moon",           "panel-left",   "panel-right",
    "pause",         "pencil",    "play",         "plus",         "redo-2",        "repeat",         "rewind",       "save",
    "search",        "skip-back", "skip-forward", "sun",          "trash-2",       "triangle-alert", "undo-2",       "x"};

inline constexpr std::string_view name_of(Icon icon) { return kIconNames[static_cast<std::size_t>(icon)]; }

/// Each icon's character in the icon font, UTF-8; empty where the font lacks it.
using IconChars = std::array<std::string, kIconCount>;

}  // namespace dateline::ui
