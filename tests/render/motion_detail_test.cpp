#include "render/motion_detail.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace dateline::render {
namespace {

/// A machine that takes `whole_s` for a frame whose ground is whole, of which `fixed_s` is the same at every size.
struct Machine {
    double whole_s = 0, fixed_s = 0;
    double now_s = 0;
    MotionDetail detail{};

    int frame(bool moved) {
        const int divisor = detail.next(moved, now_s);
        const double took_s = fixed_s + (whole_s - fixed_s) / (divisor * divisor);
        now_s += took_s;
        detail.took(took_s);
        return divisor;
    }
    std::vector<int> frames(int count, bool moved) {
        std::vector<int> divisors;
        for (int i = 0; i < count; ++i) divisors.push_back(frame(moved));
        return divisors;
    }
    /// Until the ground is whole; how many frames that took.
    int rest() {
        int count = 1;
        while (frame(false) > 1 && count < 1000) ++count;
        return count;
    }
};

TEST(MotionDetail, AFastMachineNeverDrawsLess) {
    Machine machine{0.017, 0.004};
    for (const int divisor : machine.frames(500, true)) EXPECT_EQ(divisor, 1);
    EXPECT_FALSE(machine.detail.owes_frame());
    EXPECT_EQ(machine.rest(), 1);
}

TEST(MotionDetail, OneFrameThatTookLongIsForgiven) {
    MotionDetail detail;
    double now_s = 0;
    for (int i = 0; i < 40; ++i, now_s += 0.02) {
        EXPECT_EQ(detail.next(true, now_s), 1) << i;
        detail.took(i % 4 == 0 ? 0.3 : 0.016);  // something came onto the GPU
    }
}

TEST(MotionDetail, ASlowMachineDrawsLessFromTheThirdFrameAndNeverMoreBeforeTheMapRests) {
    Machine machine{0.200, 0.040};
    const std::vector<int> divisors = machine.frames(60, true);
    EXPECT_EQ(divisors[0], 1);
    EXPECT_EQ(divisors[1], 1);
    EXPECT_EQ(divisors[2], 2);
    EXPECT_TRUE(std::is_sorted(divisors.begin(), divisors.end()));
    EXPECT_EQ(divisors.back(), 2);
}

TEST(MotionDetail, AVerySlowMachineDrawsStillLess) {
    Machine machine{1.5, 0.1};
    EXPECT_EQ(machine.frames(20, true).back(), 3);
}

TEST(MotionDetail, TheNextMotionBeginsAsTheLastOneEnded) {
    Machine machine{0.200, 0.040};
    machine.frames(10, true);
    machine.rest();
    for (const int divisor : machine.frames(20, true)) EXPECT_EQ(divisor, 2);
}

TEST(MotionDetail, AMapThatRestsIsWholeSoonAndAsksForTheFrame) {
    Machine machine{0.200, 0.040};
    machine.frames(10, true);
    const double rested_s = machine.now_s;
    ASSERT_TRUE(machine.detail.owes_frame());
    while (machine.frame(false) > 1) ASSERT_LT(machine.now_s - rested_s, 1);
    EXPECT_FALSE(machine.detail.owes_frame());
    EXPECT_LT(machine.now_s - rested_s - machine.whole_s, MotionDetail::kRest_s + 0.1);
    for (const int divisor : machine.frames(10, false)) EXPECT_EQ(divisor, 1);
}

TEST(MotionDetail, APauseOfAHandThatDragsChangesNothing) {
    Machine machine{0.200, 0.040};
    machine.frames(5, true);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(machine.frame(true), 2);
        EXPECT_EQ(machine.frame(false), 2);
    }
}

TEST(MotionDetail, WhereTheWholeGroundProvedCheapTheNextMotionIsWhole) {
    Machine machine{0.200, 0.040};
    machine.frames(10, true);
    machine.whole_s = 0.020, machine.fixed_s = 0.004;  // over open sea
    machine.rest();
    for (const int divisor : machine.frames(20, true)) EXPECT_EQ(divisor, 1);
}

TEST(MotionDetail, WithoutMeasuresTheGroundIsWhole) {
    MotionDetail detail;
    for (int i = 0; i < 20; ++i) EXPECT_EQ(detail.next(true, i * 0.5), 1);
}

}  // namespace
}  // namespace dateline::render
