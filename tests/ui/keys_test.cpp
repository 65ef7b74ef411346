#include "session/framing.h"
#include "session/list.h"
#include "ui/ui_support.h"

#include <gmock/gmock.h>
#include <imgui.h>

namespace dateline::ui::testing {
namespace {

using namespace session;

Chord key(Key k) { return {.key = k}; }
Chord with_shift(Key k) { return {.key = k, .shift = true}; }
Chord with_ctrl(Key k) { return {.key = k, .ctrl = true}; }
Chord with_both(Key k) { return {.key = k, .ctrl = true, .shift = true}; }

TEST(Keys, RunTheTimeAsTheReadmeSays) {
    TestWindow window;
    window.apply(SetPlayhead{calendar::day(2021, 3, 9) + std::chrono::hours{12}});
    window.chord(key(Key::Right));
    EXPECT_EQ(window.state.playhead, calendar::day(2021, 3, 10) + std::chrono::hours{12});
    window.chord(key(Key::Left));
    window.chord(key(Key::Left));
    EXPECT_EQ(window.state.playhead, calendar::day(2021, 3, 8) + std::chrono::hours{12});
    window.chord(with_shift(Key::Right));
    EXPECT_EQ(window.state.playhead, instant_of(*window.state.briefing->event("b")->date));
    window.chord(with_shift(Key::Left));
    EXPECT_EQ(window.state.playhead, instant_of(*window.state.briefing->event("a")->date));
    window.chord(key(Key::Home));
    EXPECT_EQ(window.state.playhead, play_range(window.state).begin);
    window.chord(key(Key::End));
    EXPECT_EQ(window.state.playhead, play_range(window.state).end - std::chrono::seconds{1});
    window.chord(key(Key::Space));
    EXPECT_TRUE(window.state.playback.playing);
    window.chord(key(Key::Space));
    EXPECT_FALSE(window.state.playback.playing);
}

TEST(Keys, GoThroughTheListAndReview) {
    TestWindow window;
    window.chord(key(Key::Down));
    window.chord(key(Key::Down));
    EXPECT_EQ(window.state.selected, filtered_events(window.state)[1]);
    window.chord(key(Key::Up));
    EXPECT_EQ(window.state.selected, filtered_events(window.state)[0]);
    window.chord(key(Key::A));
    const auto review = [&] { return window.state.briefing->event(window.state.selected)->review; };
    EXPECT_EQ(review(), document::Review::Accepted);
    window.chord(key(Key::R));
    EXPECT_EQ(review(), document::Review::Rejected);
    window.chord(with_ctrl(Key::Z));
    EXPECT_EQ(review(), document::Review::Accepted);
    window.chord(with_ctrl(Key::Z));
    EXPECT_EQ(review(), document::Review::Unreviewed);
    window.chord(with_both(Key::Z));
    EXPECT_EQ(review(), document::Review::Accepted);
    window.chord(with_ctrl(Key::Y));
    EXPECT_EQ(review(), document::Review::Rejected);
    window.chord(key(Key::Escape));
    EXPECT_EQ(window.state.selected, "");
}

TEST(Keys, EditsTheSelectedEventInAForm) {
    TestWindow window;
    window.apply(Select{"a", false});
    window.frames(2);
    window.chord(key(Key::E));
    window.frames(3);
    window.type("New ");
    window.chord({.key = Key::Enter, .ctrl = true});
    window.frames(2);
    ASSERT_EQ(window.all<EditEvent>().size(), 1u);
    EXPECT_THAT(window.state.briefing->event("a")->title, ::testing::HasSubstr("New "));
    EXPECT_EQ(window.state.briefing->event("a")->review, document::Review::Edited);
    window.chord(with_ctrl(Key::Z));
    EXPECT_EQ(window.state.briefing->event("a")->title, "Bridge opened at Vantor");
}

TEST(Keys, EscapeLeavesTheFormWithoutAnEdit) {
    TestWindow window;
    window.apply(Select{"a", false});
    window.frames(2);
    window.chord(key(Key::E));
    window.frames(3);
    window.type("zzz");
    window.chord(key(Key::Escape));
    window.frames(2);
    window.chord(key(Key::Down));  // the keys are the list's again
    EXPECT_TRUE(window.all<EditEvent>().empty());
    EXPECT_FALSE(window.all<SelectNext>().empty());
}

TEST(Keys, AreTheTextFieldsWhileOneIsTypedIn) {
    TestWindow window;
    window.apply(Select{"a", false});
    window.chord(with_ctrl(Key::F));
    window.frames(3);
    window.forget();
    window.type("pump ");
    window.chord(key(Key::Delete));
    EXPECT_EQ(window.state.filters.search, "pump ");
    EXPECT_TRUE(window.all<ReviewEvent>().empty());
    EXPECT_TRUE(window.all<SetPlaying>().empty());
    EXPECT_TRUE(window.all<DeleteEvent>().empty());
    EXPECT_EQ(filtered_events(window.state), std::vector<std::string>{"c"});
    window.chord(key(Key::Escape));
    window.frames(2);
    EXPECT_EQ(window.state.filters.search, "") << "Escape gives the search up";
}

TEST(Keys, AreTheSearchFieldsFromTheFirstLetterOn) {
    TestWindow window;
    window.apply(Select{"a", false});
    window.frame();
    window.forget();
    window.chord_then_type({.key = Key::F, .ctrl = true}, "areas");
    EXPECT_EQ(window.state.filters.search, "areas");
    EXPECT_TRUE(window.all<ReviewEvent>().empty());
}

TEST(Keys, OpenAPanelThatIsHiddenWhenTheyNeedIt) {
    TestWindow window;
    window.apply(SetPanelShown{"events", false});
    window.apply(SetPanelShown{"inspector", false});
    window.apply(Select{"a", false});
    window.frames(2);
    window.chord(key(Key::E));
    window.frames(3);
    EXPECT_TRUE(window.state.show_inspector);
    EXPECT_TRUE(window.panels.editing());
    window.chord(key(Key::Escape));
    window.chord(with_ctrl(Key::F));
    window.frames(3);
    window.type("kell");
    EXPECT_TRUE(window.state.show_events);
    EXPECT_EQ(window.state.filters.search, "kell");
}

TEST(Keys, GoFromTheSearchToWhatItFound) {
    TestWindow window;
    window.chord(with_ctrl(Key::F));
    window.frames(3);
    window.type("vantor");
    window.chord(key(Key::Down));
    EXPECT_EQ(window.state.selected, filtered_events(window.state)[0]);
}

TEST(Keys, AskTheProgramForPicturesAndFiles) {
    TestWindow window;
    window.chord(with_ctrl(Key::E));
    window.chord(with_both(Key::C));
    window.chord(with_ctrl(Key::S));
    window.chord(with_ctrl(Key::Q));
    ASSERT_EQ(window.requests.size(), 4u);
    EXPECT_EQ(window.requests[0].kind, Request::Kind::ExportPicture);
    EXPECT_EQ(window.requests[1].kind, Request::Kind::CopyPicture);
    EXPECT_EQ(window.requests[2].kind, Request::Kind::SaveFile);
    EXPECT_EQ(window.requests[2].path, "test.gpkg");
    EXPECT_EQ(window.requests[3].kind, Request::Kind::Quit);
}

TEST(Keys, ZoomFitAndGoToScenes) {
    TestWindow window;
    window.reduced_motion = true;
    const double zoom = window.state.camera.zoom;
    window.chord({.character = '+'});
    window.frame();
    EXPECT_DOUBLE_EQ(window.state.camera.zoom, zoom + 1);
    window.chord(key(Key::F));
    EXPECT_EQ(window.all<FitAll>().size(), 1u);
    window.apply(AddScene{scene_of(window.state, "one", "One")});
    window.apply(AddScene{scene_of(window.state, "two", "Two")});
    window.chord({.character = '1'});
    EXPECT_EQ(window.state.scene, "one");
}

TEST(Keys, WalkThroughTheMenus) {
    TestWindow window;
    window.chord(key(Key::F10));
    window.frames(3);
    window.chord(key(Key::Right));  // from File to Edit
    window.chord(key(Key::Right));  // to View
    window.frames(3);
    window.chord(key(Key::Down));
    window.chord(key(Key::Enter));
    window.frames(3);
    EXPECT_FALSE(window.all<SetPanelShown>().empty());
    window.forget();
    window.chord(key(Key::F10));
    window.frames(3);
    window.chord(key(Key::Escape));
    window.frames(2);
    window.chord(key(Key::Down));
    EXPECT_EQ(window.all<SelectNext>().size(), 1u) << "the keys are the list's again";
}

/// No row of the table does nothing, and none is there twice.
TEST(Keys, HaveEachAnEffectOfItsOwn) {
    for (std::size_t i = 0; i < shortcuts().size(); ++i) {
        const Shortcut& shortcut = shortcuts()[i];
        TestWindow window;
        for (int n = 0; n < 10; ++n) window.apply(AddScene{scene_of(window.state, "s" + std::to_string(n), "Scene")});
        window.apply(Undo{});
        window.apply(Select{"b", false});
        window.apply(SetPlayhead{calendar::day(2021, 3, 12)});
        window.frames(3);
        window.forget();
        const bool had_dialog = window.panels.has_dialog();
        window.chord(shortcut.chord);
        window.frames(3);
        const bool menu = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
        const bool form = window.panels.editing(), dialog = window.panels.has_dialog() != had_dialog;
        EXPECT_TRUE(!window.actions.empty() || !window.requests.empty() || form || dialog || ImGui::GetIO().WantTextInput || menu)
            << shortcut.group << ": " << shortcut.keys << " " << shortcut.what;
        for (std::size_t j = i + 1; j < shortcuts().size(); ++j) {
            const Chord &a = shortcut.chord, &b = shortcuts()[j].chord;
            EXPECT_FALSE(a.key == b.key && a.ctrl == b.ctrl && a.shift == b.shift && a.alt == b.alt && a.character == b.character)
                << shortcut.what << " and " << shortcuts()[j].what;
        }
    }
}

}  // namespace
}  // namespace dateline::ui::testing
