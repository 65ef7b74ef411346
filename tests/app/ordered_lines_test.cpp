#include "app/ordered_lines.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>

namespace dateline::app {
namespace {

std::vector<std::string> all_answers(OrderedLines& lines, int count) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
        lines.add(std::to_string(i));
        while (lines.is_full()) out.push_back(lines.take());
        while (auto answer = lines.take_if_ready()) out.push_back(*answer);
    }
    while (!lines.is_empty()) out.push_back(lines.take());
    return out;
}

TEST(OrderedLines, AnswersInTheOrderOfTheLinesThoughTheFirstTakesLongest) {
    OrderedLines lines(4, [](const std::string& line) {
        if (line == "0") std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return "answer " + line;
    });
    const std::vector<std::string> answers = all_answers(lines, 200);
    ASSERT_EQ(answers.size(), 200u);
    for (std::size_t i = 0; i < answers.size(); ++i) EXPECT_EQ(answers[i], "answer " + std::to_string(i));
}

TEST(OrderedLines, IsFullOfManyLinesAndOfALargeOne) {
    const auto empty = [](const std::string&) { return std::string(); };
    OrderedLines few(1, empty);
    for (int i = 0; i < 100; ++i) few.add("x");
    EXPECT_TRUE(few.is_full());
    OrderedLines large(1, empty);
    large.add(std::string(64 << 20, 'x'));
    EXPECT_TRUE(large.is_full());
    large.take();
    EXPECT_FALSE(large.is_full());
}

TEST(OrderedLines, OneThreadIsTheCallersOwn) {
    std::vector<std::thread::id> answered_by;
    OrderedLines lines(1, [&](const std::string& line) {
        answered_by.push_back(std::this_thread::get_id());
        return line;
    });
    const std::vector<std::string> answers = all_answers(lines, 20);
    ASSERT_EQ(answers.size(), 20u);
    for (std::size_t i = 0; i < answers.size(); ++i) EXPECT_EQ(answers[i], std::to_string(i));
    EXPECT_EQ(answered_by, std::vector<std::thread::id>(20, std::this_thread::get_id()));
}

TEST(OrderedLines, EndsWithLinesThatNobodyAnswered) {
    OrderedLines lines(2, [](const std::string& line) { return line; });
    for (int i = 0; i < 1000; ++i) lines.add(std::to_string(i));
}

TEST(OrderedLines, HandsOnWhatAnAnswerThrows) {
    OrderedLines lines(2, [](const std::string& line) -> std::string { throw std::runtime_error(line); });
    lines.add("no");
    EXPECT_THROW(lines.take(), std::runtime_error);
    EXPECT_TRUE(lines.is_empty());
}

}  // namespace
}  // namespace dateline::app
