#include "base/log.h"
#include "base/clock.h"
#include "base/id.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace dateline::base {
namespace {

TEST(Log, TellsListenersWhatIsShown) {
    static std::vector<std::string> heard;  // a listener listens for ever
    listen_to_log(
        [](Severity severity, std::string_view line) { heard.push_back(std::to_string(static_cast<int>(severity)) + std::string(line)); });
    testing::internal::CaptureStderr();
    log(Severity::Debug, "unheard");
    warn("{} of {}", 1, 2);
    show_from(Severity::Error);
    warn("unheard");
    log(Severity::Error, "loud");
    show_from(Severity::Info);
    const std::string console = testing::internal::GetCapturedStderr();
    EXPECT_EQ(heard, (std::vector<std::string>{"21 of 2", "3loud"}));
    EXPECT_EQ(console, "dateline: 1 of 2\ndateline: loud\n");
}

TEST(ShortId, IsALetterAndTwelveDigits) {
    EXPECT_EQ(short_id('e', 0x1234), "e000000001234");
    std::set<std::string> ids;
    for (int i = 0; i < 10'000; ++i) ids.insert(short_id('e', stable_hash("event " + std::to_string(i))));
    EXPECT_EQ(ids.size(), 10'000u);
}

TEST(Clock, StandsStillUntilToldOtherwise) {
    ManualClock clock;
    EXPECT_EQ(clock.now_s(), 0);
    clock.advance(1.5);
    EXPECT_EQ(clock.now_s(), 1.5);
    const SteadyClock steady;
    const double now = steady.now_s();
    EXPECT_GE(steady.now_s(), now);
}

}  // namespace
}  // namespace dateline::base
