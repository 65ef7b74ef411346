#include "app/process.h"

#include <gtest/gtest.h>

namespace dateline::app {
namespace {

TEST(Process, GivesWhatAProgramPrints) {
    const auto output = run_program({"printf", "%s|%s", "two words", "$HOME"}, "coreutils");
    ASSERT_TRUE(output) << output.error().line();
    EXPECT_EQ(*output, "two words|$HOME");   // no shell has read it
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
    const auto output = run_program({"yes"}, "coreutils", {.output_bytes = 100'000});
    ASSERT_FALSE(output);
    EXPECT_NE(output.error().line().find("more text"), std::string::npos);
}

TEST(Process, FeedsInputLargerThanAPipe) {
    const std::string input(1 << 20, 'x');
    EXPECT_TRUE(feed_program({"sh", "-c", "test $(wc -c) = 1048576"}, input, "dash"));
    EXPECT_FALSE(feed_program({"sh", "-c", "exit 1"}, input, "dash"));
}

}  // namespace
}  // namespace dateline::app
