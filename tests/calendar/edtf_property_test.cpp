#include "calendar/edtf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace dateline::calendar {
namespace {

/// A date at any of EDTF's precisions, from a century to a second.
Date random_date(std::mt19937& random) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Date date;
    date.year = below(4000) - 1000;
    switch (below(8)) {
        case 0: date.precision = Precision::Century, date.year = 100 * below(40); break;
        case 1: date.precision = Precision::Decade, date.year = 10 * below(400); break;
        case 2: break;
        case 3: date.precision = Precision::Season, date.month = static_cast<std::uint8_t>(21 + below(4)); break;
        case 4: date.precision = Precision::Quarter, date.month = static_cast<std::uint8_t>(33 + below(4)); break;
        case 5: date.precision = Precision::Half, date.month = static_cast<std::uint8_t>(40 + below(2)); break;
        case 6: date.precision = Precision::Month, date.month = static_cast<std::uint8_t>(1 + below(12)); break;
        default:
            date.month = static_cast<std::uint8_t>(1 + below(12));
            date.day = static_cast<std::uint8_t>(1 + below(28));
            date.precision = static_cast<Precision>(static_cast<int>(Precision::Day) + below(4));
            if (date.precision >= Precision::Hour) date.second_of_day = 3600 * below(24);
            if (date.precision >= Precision::Minute) date.second_of_day += 60 * below(60);
            if (date.precision == Precision::Second) date.second_of_day += below(60);
    }
    date.approximate = below(5) == 0;
    date.uncertain = below(5) == 0;
    return date;
}

Edtf random_edtf(std::mt19937& random) {
    const Date a = random_date(random), b = random_date(random);
    switch (random() % 4) {
        case 0: return Edtf::interval(a, std::nullopt);
        case 1: return Edtf::interval(std::nullopt, a);
        case 2: return a.bounds().begin <= b.bounds().begin ? Edtf::interval(a, b) : Edtf::interval(b, a);
        default: return Edtf::of(a);
    }
}

TEST(EdtfProperty, EveryDateReadsBackFromItsText) {
    std::mt19937 random(79);
    for (int i = 0; i < 20'000; ++i) {
        const Edtf date = random_edtf(random);
        if (date.is_interval() && date.first() && date.last() && date.last()->bounds().end <= date.first()->bounds().begin) continue;
        const auto read = Edtf::parse(date.text());
        ASSERT_TRUE(read) << date.text() << ": " << read.error().line();
        EXPECT_EQ(*read, date) << date.text();
    }
}

TEST(EdtfProperty, CoreLiesWithinBounds) {
    std::mt19937 random(83);
    for (int i = 0; i < 20'000; ++i) {
        const Edtf date = random_edtf(random);
        const Span outer = date.bounds(), inner = date.core();
        EXPECT_LT(outer.begin, outer.end) << date.text();
        EXPECT_LE(outer.begin, inner.begin) << date.text();
        EXPECT_LE(inner.begin, inner.end) << date.text();
        EXPECT_LE(inner.end, outer.end) << date.text();
    }
}

TEST(EdtfProperty, ACoarserReadingHoldsTheFiner) {
    std::mt19937 random(89);
    for (int i = 0; i < 5'000; ++i) {
        Date fine = random_date(random);
        if (fine.precision < Precision::Month || fine.month > 12) continue;
        Date year = fine;
        year.precision = Precision::Year;
        year.month = year.day = 0;
        EXPECT_LE(year.bounds().begin, fine.bounds().begin);
        EXPECT_GE(year.bounds().end, fine.bounds().end);
    }
}

TEST(EdtfProperty, NoBytesUpsetTheParserAndDescribeAlwaysSpeaks) {
    std::mt19937 random(97);
    const std::string alphabet = "0123456789-/.XY~?%TZ:+ a";
    for (int i = 0; i < 50'000; ++i) {
        std::string text;
        const std::size_t size = random() % 24;
        for (std::size_t k = 0; k < size; ++k) text += alphabet[random() % alphabet.size()];
        const auto read = Edtf::parse(text);
        if (!read) continue;
        EXPECT_FALSE(describe(*read).empty()) << text;
        const auto again = Edtf::parse(read->text());
        ASSERT_TRUE(again) << text;
        EXPECT_EQ(*again, *read) << text;
    }
}

}  // namespace
}  // namespace dateline::calendar
