#include "app/input_queue.h"

#include <gtest/gtest.h>

namespace dateline::app {
namespace {

using Queue = InputQueue;
constexpr int kRelease = 0, kPress = 1, kRepeat = 2;  // as GLFW has them

/// How many of the events a single frame takes.
std::size_t taken(const std::vector<Queue::Event>& events) {
    Queue::Shown shown;
    std::size_t count = 0;
    while (count < events.size() && shown.admits(events[count])) ++count;
    return count;
}

TEST(InputQueue, ShowsAKeyForAFrameBeforeItIsReleased) {
    EXPECT_EQ(taken({Queue::Key{65, 0, kPress, 0}, Queue::Key{65, 0, kRelease, 0}}), 1u);
}

TEST(InputQueue, KeepsAModifierDownWithItsKey) {
    // Ctrl down, Z down | Z up, Ctrl up
    EXPECT_EQ(taken({Queue::Key{341, 0, kPress, 0}, Queue::Key{90, 0, kPress, 2}, Queue::Key{90, 0, kRelease, 2},
                     Queue::Key{341, 0, kRelease, 0}}),
              2u);
}

TEST(InputQueue, KeepsAModifierThatIsLetGoFirst) {
    // Ctrl is down already: Z down | Ctrl up, Z up
    EXPECT_EQ(taken({Queue::Key{90, 0, kPress, 2}, Queue::Key{341, 0, kRelease, 2}, Queue::Key{90, 0, kRelease, 0}}), 1u);
    EXPECT_EQ(taken({Queue::Key{341, 0, kRelease, 2}, Queue::Key{90, 0, kRelease, 0}}), 2u);
}

TEST(InputQueue, TakesRepeatsAtOnce) {
    EXPECT_EQ(taken({Queue::Key{262, 0, kRepeat, 0}, Queue::Key{262, 0, kRepeat, 0}, Queue::Key{262, 0, kRepeat, 0}}), 3u);
}

TEST(InputQueue, PressesWhereThePointerWasThen) {
    // Move, press | move, release: a drag begins at its beginning, however slow the frame.
    EXPECT_EQ(
        taken({Queue::Cursor{1, 1}, Queue::Cursor{2, 2}, Queue::Button{0, kPress, 0}, Queue::Cursor{9, 9}, Queue::Button{0, kRelease, 0}}),
        3u);
}

TEST(InputQueue, ShowsWhereADragEndsBeforeItIsLetGo) {
    EXPECT_EQ(taken({Queue::Cursor{5, 5}, Queue::Cursor{9, 9}, Queue::Button{0, kRelease, 0}}), 2u);
    EXPECT_EQ(taken({Queue::Button{0, kRelease, 0}}), 1u);
}

TEST(InputQueue, ShowsAClickBeforeTheNext) {
    EXPECT_EQ(taken({Queue::Button{0, kPress, 0}, Queue::Button{0, kRelease, 0}}), 1u);
    EXPECT_EQ(taken({Queue::Button{0, kRelease, 0}, Queue::Button{0, kPress, 0}}), 1u);
}

TEST(InputQueue, ZoomsWhereThePointerWasThen) {
    EXPECT_EQ(taken({Queue::Cursor{1, 1}, Queue::Scroll{0, 1}, Queue::Scroll{0, 1}, Queue::Cursor{9, 9}}), 3u);
    EXPECT_EQ(taken({Queue::Button{0, kPress, 0}, Queue::Scroll{0, 1}}), 1u);
}

}  // namespace
}  // namespace dateline::app
