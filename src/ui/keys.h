#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::ui {

struct Ui;

/// The keys that have a meaning. Letters are the keys that carry them on a Latin keyboard.
enum class Key : std::uint8_t {
    None,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    Delete,
    Space,
    Enter,
    Escape,
    F1,
    F10,
    A,
    C,
    E,
    F,
    G,
    L,
    O,
    Q,
    R,
    S,
    T,
    Y,
    Z
};

/// A key with its modifiers, or a character however the keyboard makes it.
struct Chord {
    Key key = Key::None;
    bool ctrl = false, shift = false, alt = false;
    char character = 0;
};
/// In this frame; `repeat` also when it is held.
bool pressed(const Chord& chord, bool repeat = false);

/// One row of the table that keys, the sheet of keys and the tests share.
struct Shortcut {
    std::string_view group, keys, what;
    Chord chord;
    void (*run)(const Ui&);
    bool repeats = false;
    bool while_typing = false;  ///< also when a text field has the keys
};
std::span<const Shortcut> shortcuts();

}  // namespace dateline::ui
