#include "ui/dialogs.h"
#include "ui/ui_support.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace dateline::ui::testing {
namespace {

using namespace session;
using Kind = Request::Kind;
namespace fs = std::filesystem;

void edit(TestWindow& window) { window.apply(ReviewEvent{"a", document::Review::Accepted}); }

TEST(Dialogs, QuitAtOnceWhenNothingWouldBeLost) {
    TestWindow window;
    window.panels.ask_to_quit();
    window.frame();
    ASSERT_EQ(window.requests.size(), 1u);
    EXPECT_EQ(window.requests[0].kind, Kind::Quit);
}

TEST(Dialogs, AskBeforeChangesAreLost) {
    TestWindow window;
    edit(window);
    window.panels.ask_to_quit();
    window.frames(3);
    EXPECT_TRUE(window.requests.empty());
    EXPECT_TRUE(window.panels.has_dialog());
    window.chord({.key = Key::Escape});
    window.frames(3);
    EXPECT_FALSE(window.panels.has_dialog());
    EXPECT_TRUE(window.requests.empty());
    window.panels.ask_to_quit();
    window.frames(3);
    window.chord({.key = Key::Enter});
    ASSERT_EQ(window.requests.size(), 1u);
    EXPECT_EQ(window.requests[0].kind, Kind::SaveAndQuit);
    EXPECT_EQ(window.requests[0].path, "test.gpkg");
}

TEST(Dialogs, OpenAnotherOnlyAfterTheSaveIsDone) {
    TestWindow window;
    edit(window);
    window.panels.ask_to_open("other.md");
    window.frames(3);
    window.chord({.key = Key::Enter});
    window.frames(3);
    ASSERT_EQ(window.requests.size(), 1u);
    EXPECT_EQ(window.requests[0].kind, Kind::SaveFile);
    window.apply(MarkSaved{"test.gpkg", nullptr});
    window.frames(2);
    ASSERT_EQ(window.requests.size(), 2u);
    EXPECT_EQ(window.requests[1].kind, Kind::OpenFile);
    EXPECT_EQ(window.requests[1].path, "other.md");
}

TEST(Dialogs, AFailedSaveKeepsWhatIsOpen) {
    TestWindow window;
    edit(window);
    window.panels.ask_to_open("other.md");
    window.frames(3);
    window.chord({.key = Key::Enter});
    window.panels.show_error("test.gpkg: the disk is full; free some space");
    window.frames(3);
    window.chord({.key = Key::Escape});
    window.apply(MarkSaved{"test.gpkg", nullptr});
    window.frames(3);
    EXPECT_EQ(window.requests.size(), 1u);
    EXPECT_FALSE(window.panels.has_dialog());
}

TEST(Dialogs, SaveAsksForANameWhenThereIsNone) {
    TestWindow window;
    window.open(briefing(), "");
    edit(window);
    window.frames(2);
    window.chord({.key = Key::S, .ctrl = true});
    window.frames(4);
    EXPECT_TRUE(window.panels.has_dialog());
    EXPECT_TRUE(window.requests.empty());
    window.chord({.key = Key::Enter});
    window.frames(2);
    ASSERT_EQ(window.requests.size(), 1u);
    EXPECT_EQ(fs::path(window.requests[0].path).filename(), "test-briefing.gpkg");
    EXPECT_TRUE(fs::path(window.requests[0].path).is_absolute());
}

TEST(Dialogs, KeysDoNothingBehindADialog) {
    TestWindow window;
    window.apply(Select{"a", false});
    window.panels.show_error("something went wrong");
    window.frames(3);
    window.forget();
    window.chord({.key = Key::R});
    window.chord({.key = Key::Space});
    EXPECT_TRUE(window.actions.empty());
}

TEST(Dialogs, ErrorsAreShownOneAfterTheOther) {
    TestWindow window;
    window.panels.show_error("first");
    window.panels.show_error("second");
    window.frames(3);
    window.chord({.key = Key::Escape});
    window.frames(3);
    EXPECT_TRUE(window.panels.has_dialog());
    window.chord({.key = Key::Escape});
    window.frames(3);
    EXPECT_FALSE(window.panels.has_dialog());
}

TEST(SizeFrom, ReadsWhatPeopleType) {
    EXPECT_EQ(size_from("2480 × 1754"), std::pair(2480, 1754));
    EXPECT_EQ(size_from("1920x1080"), std::pair(1920, 1080));
    EXPECT_FALSE(size_from("1920").has_value());
    EXPECT_FALSE(size_from("0x100").has_value());
    EXPECT_FALSE(size_from("99999999999 x 2").has_value());
    EXPECT_FALSE(size_from("").has_value());
}

class PathBrowserTest : public ::testing::Test {
  protected:
    PathBrowserTest() : folder_(fs::temp_directory_path() / ("dateline-paths-" + std::to_string(::getpid()))) {
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "bulletins");
        for (const char* name : {"apricot.gpkg", "april.md", "ärzte.md", "notes.xyz", ".hidden.md"}) std::ofstream(folder_ / name) << "x";
    }
    ~PathBrowserTest() override { fs::remove_all(folder_); }
    std::string in(const std::string& name) const { return (folder_ / name).string(); }
    std::vector<std::string> names(const PathBrowser& browser) const {
        std::vector<std::string> names;
        for (const auto& entry : browser.shown()) names.push_back(entry.name);
        return names;
    }
    fs::path folder_;
};

TEST_F(PathBrowserTest, ListsFoldersAndWhatCanBeOpened) {
    PathBrowser browser;
    browser.start(in(""), {".md", ".gpkg"});
    EXPECT_EQ(names(browser), (std::vector<std::string>{"bulletins/", "apricot.gpkg", "april.md", "ärzte.md"}));
}

TEST_F(PathBrowserTest, CompletesAsFarAsAllAgree) {
    PathBrowser browser;
    browser.start(in("AP"), {".md", ".gpkg"});
    browser.complete();
    EXPECT_EQ(browser.text, in("apri"));
    browser.move(1);
    browser.move(1);
    browser.complete();
    EXPECT_EQ(browser.text, in("april.md"));
    EXPECT_TRUE(browser.names_file());
}

TEST_F(PathBrowserTest, GoesIntoFoldersAndUpAgain) {
    PathBrowser browser;
    browser.start(in("bul"), {".md"});
    browser.complete();
    EXPECT_EQ(browser.text, in("bulletins/"));
    EXPECT_TRUE(browser.names_folder());
    EXPECT_TRUE(browser.shown().empty());
    browser.go_up();
    EXPECT_EQ(fs::path(browser.text), folder_ / "");
}

TEST_F(PathBrowserTest, SaysWhenThereIsNoSuchFolder) {
    PathBrowser browser;
    browser.start(in("nowhere/x"), {});
    EXPECT_FALSE(browser.folder_exists());
    EXPECT_FALSE(browser.names_file());
}

TEST_F(PathBrowserTest, FindsAFreeName) {
    EXPECT_EQ(free_path(folder_, "april", ".md").filename(), "april-2.md");
    EXPECT_EQ(free_path(folder_, "may", ".md").filename(), "may.md");
    EXPECT_EQ(slug_of("Bulletin, April 2023!"), "bulletin-april-2023");
    EXPECT_EQ(slug_of("…"), "briefing");
}

}  // namespace
}  // namespace dateline::ui::testing
