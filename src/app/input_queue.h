#pragma once

#include <array>
#include <deque>
#include <string>
#include <utility>
#include <variant>
#include <vector>

struct GLFWwindow;

namespace dateline::app {

/// What the user did, in order, handed to ImGui a frame's worth at a time. ImGui before 1.87 sees only the state of keys and
/// buttons when a frame begins: a key tapped, or a drag begun and ended, while one frame was drawn would not have happened.
/// So a frame takes events until one would undo what the frame already shows, and the rest waits for the next; and where a
/// drag ends is seen before the button is let go.
class InputQueue {
  public:
    struct Cursor {
        double x = 0, y = 0;
    };
    struct Button {
        int button = 0, action = 0, mods = 0;
    };
    struct Scroll {
        double x = 0, y = 0;
    };
    struct Key {
        int key = 0, scancode = 0, action = 0, mods = 0;
    };
    struct Char {
        unsigned code = 0;
    };
    struct Focus {
        int focused = 0;
    };
    struct Enter {
        int entered = 0;
    };
    using Event = std::variant<Cursor, Button, Scroll, Key, Char, Focus, Enter>;
    static constexpr std::size_t kButtons = 5;

    /// Takes over the window's callbacks until it is destroyed. Main thread only.
    explicit InputQueue(GLFWwindow* window);
    ~InputQueue();
    InputQueue(const InputQueue&) = delete;
    InputQueue& operator=(const InputQueue&) = delete;

    /// Hands a frame's worth to `take`, each once; true when more waits for the next frame.
    template <class Take>
    bool hand_over(Take take) {
        Shown shown;
        while (!events_.empty() && shown.admits(events_.front())) {
            apply(events_.front());
            take(events_.front());
            events_.pop_front();
        }
        return !events_.empty();
    }
    bool waits() const { return !events_.empty(); }

    /// As of the last event handed over.
    Cursor cursor() const { return cursor_; }
    bool is_down(std::size_t button) const { return down_[button]; }
    bool over_window() const { return over_window_; }
    /// Files dropped on the window, each drop once.
    std::vector<std::string> take_dropped() { return std::exchange(dropped_, {}); }

    void push(Event event) { events_.push_back(event); }
    void drop(std::vector<std::string> files) { dropped_ = std::move(files); }

    /// What a frame has taken so far.
    class Shown {
      public:
        bool admits(const Event& event);

      private:
        std::vector<int> keys_;
        std::array<bool, kButtons> buttons_{};
        bool any_button_ = false, scrolled_ = false, pressed_ = false, moved_ = false;
    };

  private:
    void apply(const Event& event);

    GLFWwindow* window_;
    std::deque<Event> events_;
    std::vector<std::string> dropped_;
    Cursor cursor_;
    std::array<bool, kButtons> down_{};
    bool over_window_ = true;
};

}  // namespace dateline::app
