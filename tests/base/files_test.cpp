#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

namespace dateline::base {
namespace {
namespace fs = std::filesystem;

class Files : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("dateline-files-" + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path folder_;
};

TEST_F(Files, WritesAndReadsBack) {
    const fs::path file = folder_ / "a.bin";
    const std::string bytes("\0\xff text", 7);
    ASSERT_TRUE(write_file(file, bytes));
    EXPECT_EQ(read_file(file).value(), bytes);
}

TEST_F(Files, MissingFileIsOneClearLine) {
    const auto result = read_file(folder_ / "none.txt");
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().line().find("none.txt: cannot be read"), std::string::npos);
    EXPECT_FALSE(result.error().remedy.empty());
}

TEST_F(Files, FolderIsNotAFile) {
    EXPECT_NE(read_file(folder_).error().line().find("is a folder"), std::string::npos);
    EXPECT_NE(write_file(folder_, "x").error().line().find("is a folder"), std::string::npos);
}

TEST_F(Files, RefusesMoreThanTheLimit) {
    ASSERT_TRUE(write_file(folder_ / "big", std::string(2000, 'x')));
    EXPECT_FALSE(read_file(folder_ / "big", 1000));
    EXPECT_TRUE(read_file(folder_ / "big", 2000));
}

TEST_F(Files, FailedWriterLeavesTheOldFileWhole) {
    const fs::path file = folder_ / "keep.txt";
    ASSERT_TRUE(write_file(file, "old"));
    const auto result = replace_file(file, [](const fs::path& temporary) -> Result<> {
        std::ofstream(temporary) << "half";
        return fail("the disk is full");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(read_file(file).value(), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(Files, WritesThroughALinkAndKeepsIt) {
    ASSERT_TRUE(write_file(folder_ / "real.txt", "old"));
    fs::create_symlink(folder_ / "real.txt", folder_ / "link.txt");
    ASSERT_TRUE(write_file(folder_ / "link.txt", "new"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.txt"));
    EXPECT_EQ(read_file(folder_ / "real.txt").value(), "new");
}

TEST_F(Files, UnwritableFolderIsOneClearLine) {
    const auto result = write_file(folder_ / "no/such/folder/x.txt", "x");
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().line().find("x.txt: cannot be written"), std::string::npos);
}

// Killed at any moment, the old or the new file is there, whole.
TEST_F(Files, SurvivesBeingKilled) {
    const fs::path file = folder_ / "victim.bin";
    const std::string one(300'000, '1'), two(500'000, '2');
    ASSERT_TRUE(write_file(file, one));
    std::mt19937 random(7);
    for (int round = 0; round < 25; ++round) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (;;) {
                if (!write_file(file, two) || !write_file(file, one)) ::_exit(1);
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500 + random() % 8000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer failed by itself";
        const std::string found = read_file(file).value();
        ASSERT_TRUE(found == one || found == two) << "a torn file of " << found.size() << " bytes";
    }
}

TEST_F(Files, MapsWhatWasWritten) {
    ASSERT_TRUE(write_file(folder_ / "m", "mapped"));
    const auto mapped = MappedFile::open(folder_ / "m");
    ASSERT_TRUE(mapped);
    EXPECT_EQ(mapped->bytes().size(), 6u);
    EXPECT_EQ(static_cast<char>(mapped->bytes()[0]), 'm');
    EXPECT_FALSE(MappedFile::open(folder_ / "none"));
    ASSERT_TRUE(write_file(folder_ / "empty", ""));
    EXPECT_EQ(MappedFile::open(folder_ / "empty")->bytes().size(), 0u);
}

}  // namespace
}  // namespace dateline::base
