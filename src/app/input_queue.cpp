#include "app/input_queue.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace dateline::app {
namespace {

InputQueue* queue_of(GLFWwindow* window) { return static_cast<InputQueue*>(glfwGetWindowUserPointer(window)); }

void note(GLFWwindow* window, InputQueue::Event event) {
    if (InputQueue* queue = queue_of(window)) queue->push(event);
}

}  // namespace

InputQueue::InputQueue(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) { note(w, Cursor{x, y}); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) { note(w, Button{button, action, mods}); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) { note(w, Scroll{x, y}); });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        note(w, Key{key, scancode, action, mods});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code) { note(w, Char{code}); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) { note(w, Focus{focused}); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) { note(w, Enter{entered}); });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        if (InputQueue* queue = queue_of(w)) queue->drop({paths, paths + count});
    });
    glfwGetCursorPos(window, &cursor_.x, &cursor_.y);
}

InputQueue::~InputQueue() { glfwSetWindowUserPointer(window_, nullptr); }

bool InputQueue::Shown::admits(const Event& event) {
    if (const auto* key = std::get_if<Key>(&event)) {
        if (key->action == GLFW_REPEAT) return true;
        if (std::find(keys_.begin(), keys_.end(), key->key) != keys_.end()) return false;
        // A modifier may be let go before its key is.
        if (key->action == GLFW_RELEASE && pressed_) return false;
        pressed_ = pressed_ || key->action == GLFW_PRESS;
        keys_.push_back(key->key);
    } else if (const auto* button = std::get_if<Button>(&event)) {
        const auto index = static_cast<std::size_t>(button->button);
        if (index >= kButtons) return true;
        if (buttons_[index] || scrolled_ || (moved_ && button->action == GLFW_RELEASE)) return false;
        buttons_[index] = any_button_ = true;
    } else if (std::holds_alternative<Cursor>(event)) {
        if (any_button_ || scrolled_) return false;
        moved_ = true;
    } else if (std::holds_alternative<Scroll>(event)) {
        if (any_button_) return false;
        scrolled_ = true;
    }
    return true;
}

void InputQueue::apply(const Event& event) {
    if (const auto* cursor = std::get_if<Cursor>(&event)) cursor_ = *cursor;
    if (const auto* enter = std::get_if<Enter>(&event)) over_window_ = enter->entered != 0;
    if (const auto* button = std::get_if<Button>(&event); button && static_cast<std::size_t>(button->button) < kButtons)
        down_[static_cast<std::size_t>(button->button)] = button->action == GLFW_PRESS;
}

}  // namespace dateline::app
