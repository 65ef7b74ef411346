#include "base/eight_bytes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dateline::base {
namespace {

TEST(EightBytes, FindWhereLettersEndWhateverByteFollows) {
    std::mt19937 random(59);
    for (int byte = 0; byte < 256; ++byte) {
        const auto c = static_cast<char>(byte);
        const bool small = c >= 'a' && c <= 'z', letter = small || (c >= 'A' && c <= 'Z');
        for (std::size_t count = 0; count < 20; ++count) {
            std::string text(count, 'k');
            text += c;
            while (text.size() < 24) text += static_cast<char>(random());
            if (!small) { EXPECT_EQ(small_letters_end(text, 0, text.size()), count) << byte; }
            if (!letter) { EXPECT_EQ(letters_end(text, 0), count) << byte; }
            EXPECT_EQ(small_letters_end(text, count / 2, count), count);
        }
    }
    EXPECT_EQ(letters_end("The Kakhovka dam", 0), 3u);
    EXPECT_EQ(letters_end("The Kakhovka dam", 4), 12u);
    EXPECT_EQ(letters_end("Kakhovka", 0), 8u);
    EXPECT_EQ(small_letters_end("Kakhovka", 0, 8), 0u);
    EXPECT_EQ(small_letters_end("azAZ", 0, 4), 2u);
}

TEST(EightBytes, TellWordsApartWhereverTheyDiffer) {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string word(size, 'k');
        EXPECT_TRUE(same_word(word, std::string(size, 'k'))) << size;
        EXPECT_FALSE(same_word(word, word + 'k')) << size;
        for (std::size_t at = 0; at < size; ++at) {
            std::string other = word;
            other[at] = 'K';
            EXPECT_FALSE(same_word(word, other)) << size << " at " << at;
        }
    }
}

}  // namespace
}  // namespace dateline::base
