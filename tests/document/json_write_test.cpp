#include "document/json_write.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace dateline::document {
namespace {

using nlohmann::json;

template <class T>
std::string written(const T& value) {
    std::string out;
    append_json(value, out);
    return out;
}

TEST(JsonWrite, WritesTextAsTheJsonLibraryDoes) {
    std::string controls;
    for (char c = 0; c < 0x20; ++c) controls += c;
    for (const std::string& text :
         {std::string(), std::string("plain"), std::string("\"quoted\" \\ \x7f"), controls, std::string("“Żółw” 北京 😀"),
          std::string("bad \xff\xc3("), std::string("\xed\xa0\x80"), std::string("cut \xe2\x80")})
        EXPECT_EQ(written(std::string_view(text)), json(text).dump(-1, ' ', false, json::error_handler_t::replace)) << text;
}

TEST(JsonWrite, WritesNumbersAsTheJsonLibraryDoes) {
    for (const double value : {0.0, -0.0, 1.0, 0.1, -122.4194155, 5e-324, 1e21, 123456789.125, 0.95})
        EXPECT_EQ(written(value), json(value).dump());
    EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWrite, WritesDecimalsAsTheShortestNumber) {
    const auto decimal = [](double value, int decimals) {
        std::string out;
        append_decimal(value, decimals, out);
        return out;
    };
    EXPECT_EQ(decimal(49.7667313, 7), "49.7667313");
    EXPECT_EQ(decimal(-122.41941554, 7), "-122.4194155");
    EXPECT_EQ(decimal(0.05, 7), "0.05");
    EXPECT_EQ(decimal(-180, 7), "-180");
    EXPECT_EQ(decimal(100.1, 1), "100.1");
    EXPECT_EQ(decimal(7.96, 1), "8");
    for (double value = -179.9; value < 180; value += 0.73129) {
        const double rounded = std::round(value * 1e7) / 1e7;
        EXPECT_EQ(std::stod(decimal(value, 7)), rounded) << value;
        EXPECT_LE(decimal(value, 7).size(), json(rounded).dump().size()) << value;
    }
}

TEST(JsonWrite, KnowsWhatItMayWriteAsItStands) {
    for (const char* plain : {R"("")", R"("the seat of Bulgaria")", R"("Orléans")", "0", "17"}) {
        EXPECT_TRUE(is_plain_json(plain)) << plain;
        EXPECT_EQ(json::parse(plain).dump(), plain);
    }
    for (const char* other :
         {"", "\"", R"("a\n")", R"("a"b")", "\"\xff\"", "\"\n\"", "007", "-1", "1.0", "1234567890123456", "[1]", "null", " 1", "x"})
        EXPECT_FALSE(is_plain_json(other)) << other;
}

}  // namespace
}  // namespace dateline::document
