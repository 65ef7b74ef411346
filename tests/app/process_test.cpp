#include "app/process.h"

#include <gtest/gtest.h>

namespace dateline::app {
namespace {

TEST(Process, GivesWhatAProgramPrints) {
    const auto output = run_program({"printf", "%s|%s", "two words", "$HOME"}, "coreutils");
    ASSERT_TRUE(output) << output.error().line();
    EXPECT_EQ(*output, "two words|$HOME");  // no shell has read it
}

TEST(Process, SaysWhichPackageHasAMissingProgram) {
    const auto output = run_program({"no-such-program-of-dateline"}, "some-package");
    ASSERT_FALSE(output);
    EXPECT_NE(output.error().line().find("apt-get install some-package"), std::string::npos);
}

TEST(Process, SaysTheLastThingThatAFailedProgramSaid) {
    const auto output = run_program({"sh", "-c", "echo first >&2; echo second >&2; exit 3"}, "dash");
    ASSERT_FALSE(output);
    EXPECT_EQ(output.error().line(), "sh failed with status 3: second");
}

TEST(Process, StopsAProgramThatPrintsTooMuch) {
    ProgramLimits limits;
    limits.output_bytes = 100'000;
    const auto output = run_program({"yes"}, "coreutils", limits);
    ASSERT_FALSE(output);
    EXPECT_NE(output.error().line().find("more text"), std::string::npos);
}

TEST(Process, FeedsAndReadsAtOnceHoweverMuch) {
    const std::string input(3 << 20, 'x');
    const auto output = run_program({"cat"}, "coreutils", {}, input);
    ASSERT_TRUE(output) << output.error().line();
    EXPECT_EQ(output->size(), input.size());
    EXPECT_TRUE(run_program({"true"}, "coreutils", {}, input)) << "a program that wants no input";
}

TEST(Process, StopsAProgramThatIsSilentOrUnwanted) {
    ProgramLimits limits;
    limits.name = "the sleeper";
    limits.silence_s = 0.3;
    const auto silent = run_program({"sleep", "60"}, "coreutils", limits);
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().line(), "the sleeper said nothing for 0.3 seconds and was stopped");
    limits.silence_s = 60;
    limits.stop_requested = [] { return true; };
    EXPECT_FALSE(run_program({"sleep", "60"}, "coreutils", limits));
}

TEST(Process, FeedsInputLargerThanAPipe) {
    const std::string input(1 << 20, 'x');
    EXPECT_TRUE(feed_program({"sh", "-c", "test $(wc -c) = 1048576"}, input, "dash"));
    EXPECT_FALSE(feed_program({"sh", "-c", "exit 1"}, input, "dash"));
}

}  // namespace
}  // namespace dateline::app
