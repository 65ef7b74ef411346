#include "event_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using document::Category;

Category category(std::string_view text) { return only_event(text, "2025-11-20").category; }

TEST(EventCategory, OnlyWhoCanRepresentAStateIsOnAnErrandOfState) {
    EXPECT_EQ(category("The delegation went to Goma on 12 November."), Category::Diplomacy);
    EXPECT_EQ(category("Prime Minister Ama Mensah flew to Lima on 12 November."), Category::Diplomacy);
    EXPECT_EQ(category("They flew to Lima on 12 November."), Category::Diplomacy);
    EXPECT_NE(category("The lorries went to Goma on 12 November."), Category::Diplomacy);
    EXPECT_EQ(category("The first freight train arrived in Goma on 12 November."), Category::Transport);
}

TEST(EventCategory, AMineIsDugOrExplodes) {
    EXPECT_EQ(category("The uranium mine was mothballed on 12 November."), Category::Economy);
    EXPECT_EQ(category("The copper mine at Chingola was sold on 12 November."), Category::Economy);
    EXPECT_EQ(category("A bus hit a mine near Goma on 12 November."), Category::Security);
    EXPECT_EQ(category("Soldiers laid mines near Goma on 12 November."), Category::Security);
}

}  // namespace
}  // namespace dateline::extract
