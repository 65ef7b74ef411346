#include "app/recorder.h"

#include "base/files.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace dateline::app {
namespace {

namespace fs = std::filesystem;

class Recorded : public testing::Test {
  protected:
    Recorded() : path_(fs::path(testing::TempDir()) / ("recorder-" + std::to_string(::getpid()) + ".jsonl")) {}
    ~Recorded() override { fs::remove(path_); }
    void write(std::string_view text) { ASSERT_TRUE(base::write_file(path_, text)); }
    fs::path path_;
};

TEST_F(Recorded, ReplaysWhatWasDoneAtThePaceItWasDone) {
    {
        auto recorder = Recorder::to(path_);
        ASSERT_TRUE(recorder) << recorder.error().line();
        recorder->record(session::SetPlayhead{calendar::day(2023, 4, 25)}, 100.0);
        recorder->record(session::Hover{"e1"}, 100.5);
        recorder->record(session::SetTheme{"light"}, 102.25);
    }
    const auto script = read_script(path_);
    ASSERT_TRUE(script) << script.error().line();
    ASSERT_EQ(script->size(), 2u);  // hovering changes nothing that lasts
    EXPECT_DOUBLE_EQ((*script)[0].at_s, 0);
    EXPECT_DOUBLE_EQ((*script)[1].at_s, 2.25);
    EXPECT_EQ(std::get<session::SetPlayhead>((*script)[0].action).at, calendar::day(2023, 4, 25));
    EXPECT_EQ(std::get<session::SetTheme>((*script)[1].action).theme, "light");
}

TEST_F(Recorded, ReadsWhatWasWrittenByHand) {
    write("# a comment\n\n{\"action\":\"fit_all\",\"t\":3}\r\n{\"action\":\"undo\"}\n{\"action\":\"redo\",\"t\":1}");
    const auto script = read_script(path_);
    ASSERT_TRUE(script) << script.error().line();
    ASSERT_EQ(script->size(), 3u);
    for (const TimedAction& timed : *script) EXPECT_DOUBLE_EQ(timed.at_s, 3);  // time does not run backwards
}

TEST_F(Recorded, NamesTheLineThatIsWrong) {
    write("{\"action\":\"fit_all\"}\n\n{\"action\":\"dance\"}\n");
    const auto script = read_script(path_);
    ASSERT_FALSE(script);
    EXPECT_NE(script.error().line().find(":3: "), std::string::npos) << script.error().line();
}

}  // namespace
}  // namespace dateline::app
