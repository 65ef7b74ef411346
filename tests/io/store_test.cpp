#include "io/store.h"

#include "io/formats.h"
#include "io_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
using document::Briefing;
using testing::RandomBriefing;
using testing::Scratch;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Project, ComesBackAsItWasSaved) {
    const Scratch scratch;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        const Briefing saved = RandomBriefing(seed).briefing(12);
        const fs::path path = scratch.file("project.gpkg");
        const auto written = write_project(path, saved);
        ASSERT_TRUE(written) << written.error().line();
        std::vector<std::string> warnings;
        const auto read = read_geopackage(path, warnings);
        ASSERT_TRUE(read) << read.error().line();
        EXPECT_EQ(testing::difference(saved, *read), "") << "seed " << seed;
        EXPECT_THAT(warnings, IsEmpty());
    }
}

TEST(Project, OfNothingComesBackToo) {
    const Scratch scratch;
    ASSERT_TRUE(write_project(scratch.file("empty.gpkg"), Briefing()));
    std::vector<std::string> warnings;
    const auto read = read_geopackage(scratch.file("empty.gpkg"), warnings);
    ASSERT_TRUE(read) << read.error().line();
    EXPECT_EQ(testing::difference(Briefing(), *read), "");
}

TEST(Project, IsTheSameBytesForTheSameBriefing) {
    const Scratch scratch;
    const Briefing briefing = RandomBriefing(7).briefing(20);
    ASSERT_TRUE(write_project(scratch.file("a.gpkg"), briefing));
    ::sleep(1);   // past the second that a time stamp would show
    ASSERT_TRUE(write_project(scratch.file("b.gpkg"), briefing));
    EXPECT_TRUE(testing::bytes_of(scratch.file("a.gpkg")) == testing::bytes_of(scratch.file("b.gpkg")));
}

TEST(Project, LeavesNothingBesideTheFile) {
    const Scratch scratch;
    ASSERT_TRUE(write_project(scratch.file("one.gpkg"), RandomBriefing(3).briefing(5)));
    EXPECT_THAT(scratch.names(), ::testing::ElementsAre("one.gpkg"));
}

TEST(Project, KeepsTheOldFileWhenItCannotBeWritten) {
    const Scratch scratch;
    const fs::path path = scratch.file("old.gpkg", "precious");
    std::ofstream(path.string() + "-wal") << "changes of another program";
    const auto written = write_project(path, Briefing());
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().line(), HasSubstr("open in another program"));
    EXPECT_EQ(testing::bytes_of(path), "precious");
    EXPECT_FALSE(write_project(scratch.file("no such folder/x.gpkg"), Briefing()));
}

/// Killed again and again while it saves, the file is always one of the two versions, whole.
TEST(Project, IsWholeHoweverTheSaverDies) {
    const Scratch scratch;
    const fs::path path = scratch.file("killed.gpkg");
    const Briefing one = RandomBriefing(1).briefing(30), two = RandomBriefing(2).briefing(60);
    ASSERT_TRUE(write_project(path, one));
    for (int round = 0; round < 12; ++round) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (;;) {
                (void)write_project(path, two);
                (void)write_project(path, one);
            }
        }
        ::usleep(static_cast<useconds_t>(20'000 + 13'000 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        std::vector<std::string> warnings;
        const auto read = read_geopackage(path, warnings);
        ASSERT_TRUE(read) << read.error().line();
        EXPECT_TRUE(testing::difference(one, *read).empty() || testing::difference(two, *read).empty());
    }
}

struct BadFile {
    const char* name;
    std::string content;
    const char* message;
};

TEST(Project, SaysInOneLineWhatIsWrongWithAFile) {
    const Scratch scratch;
    ASSERT_TRUE(write_project(scratch.file("good.gpkg"), RandomBriefing(5).briefing(40)));
    const std::string good = testing::bytes_of(scratch.file("good.gpkg"));
    const BadFile bad[] = {{"zero.gpkg", "", "is empty"},
                           {"text.gpkg", "not a database at all", "is not a GeoPackage"},
                           {"header.gpkg", good.substr(0, 100), "damaged"},
                           {"half.gpkg", good.substr(0, good.size() / 2), "damaged"},
                           {"noise.gpkg", good.substr(0, 4096) + std::string(good.size() - 4096, 'x'), "damaged"}};
    for (const BadFile& file : bad) {
        std::vector<std::string> warnings;
        const auto read = read_geopackage(scratch.file(file.name, file.content), warnings);
        ASSERT_FALSE(read) << file.name;
        EXPECT_THAT(read.error().line(), HasSubstr(file.message)) << file.name;
        EXPECT_THAT(read.error().line(), HasSubstr(file.name));
        EXPECT_EQ(read.error().line().find('\n'), std::string::npos);
    }
    std::vector<std::string> warnings;
    fs::create_directory(scratch.file("folder.gpkg"));
    EXPECT_THAT(read_geopackage(scratch.file("folder.gpkg"), warnings).error().line(), HasSubstr("is a folder"));
    EXPECT_THAT(read_geopackage(scratch.file("absent.gpkg"), warnings).error().line(), HasSubstr("absent.gpkg"));
    if (::geteuid() != 0) {
        ::chmod(scratch.file("good.gpkg").c_str(), 0);
        EXPECT_THAT(read_geopackage(scratch.file("good.gpkg"), warnings).error().line(), HasSubstr("ermission"));
    }
}

}  // namespace
}  // namespace dateline::io
