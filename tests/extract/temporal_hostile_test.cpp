#include "extract/named_times.h"
#include "extract/temporal_support.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace dateline::extract {
namespace {

std::uint32_t code_points(std::string_view text) {
    std::uint32_t n = 0;
    for (char c : text) n += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return n;
}

/// In order, without overlaps, within the text, and every EDTF one that can be read again.
void expect_sound(std::string_view text, const std::vector<Timex>& timexes, std::uint32_t limit) {
    std::uint32_t end = 0;
    for (const Timex& timex : timexes) {
        EXPECT_LE(end, timex.span.begin) << text;
        EXPECT_LT(timex.span.begin, timex.span.end) << text;
        end = timex.span.end;
        EXPECT_FALSE(timex.value.empty()) << text;
        if (timex.edtf) {
            const auto again = calendar::Edtf::parse(timex.edtf->text());
            ASSERT_TRUE(again.has_value()) << timex.edtf->text() << " in " << text;
            EXPECT_EQ(again->bounds(), timex.edtf->bounds()) << timex.edtf->text();
        }
    }
    EXPECT_LE(end, limit) << text;
    for (const DateRange& range : combine_ranges(text, timexes)) {
        EXPECT_LT(range.span.begin, range.span.end) << text;
        EXPECT_TRUE(calendar::Edtf::parse(range.edtf.text()).has_value()) << range.edtf.text() << " in " << text;
    }
}

constexpr std::array kWords{"May",     "march",   "April",   "the",    "of",      "in",   "last",    "next",     "this",    "that",
                            "same",    "early",   "late",    "mid",    "-",       "–",    ",",       ".",        "/",       "(",
                            ")",       "'",       "s",       ":",      "T",       "Z",    "10",      "31",       "1999",    "2023",
                            "0",       "99",      "9999",    "12345",  "1e9",     "two",  "half",    "a",        "and",     "to",
                            "from",    "until",   "between", "year",   "years",   "week", "days",    "night",    "Monday",  "Friday",
                            "ago",     "later",   "before",  "after",  "BC",      "AD",   "century", "1990s",    "Q3",      "quarter",
                            "Easter",  "Ramadan", "war",     "World",  "War",     "II",   "every",   "daily",    "now",     "recently",
                            "Sunday",  "p.m.",    "GMT",     "+",      "\n",      "\n\n", "first",   "twenty",   "hundred", "thousand",
                            "weekend", "decade",  "winter",  "fiscal", "the war", "end",  "29",      "February", "30"};

std::string soup(std::mt19937& random, int words) {
    std::string out;
    for (int n = 0; n < words; ++n) {
        out += kWords[random() % kWords.size()];
        if (random() % 4 != 0) out += ' ';
    }
    return out;
}

TEST(TemporalHostile, AYearThatEndsTheTextEndsTheReading) {
    EXPECT_EQ(find_timexes("1 BC.").size(), 1u);
    EXPECT_EQ(find_timexes("\n2014\n").size(), 1u);
    EXPECT_EQ(find_timexes("2014 \n\n***").size(), 1u);
}

TEST(TemporalHostile, StaysSoundOnSoupsOfItsOwnWords) {
    std::mt19937 random(20230423);
    for (int n = 0; n < 4000; ++n) {
        const std::string text = soup(random, 40);
        for (Genre genre : {Genre::News, Genre::Narrative}) {
            const char* published = n % 3 == 0 ? "" : n % 3 == 1 ? "2023-04-30" : "2023-04";
            expect_sound(text, find_timexes(text, published_on(published, genre)), code_points(text));
        }
        infer_document_date(text, text.substr(0, 30));
    }
}

TEST(TemporalHostile, StaysSoundOnBytesThatAreNoText) {
    std::mt19937 random(7);
    for (int n = 0; n < 500; ++n) {
        std::string text;
        for (int i = 0; i < 200; ++i) text += static_cast<char>(random() % 256);
        text += " 5 May 2020 ";
        const auto size = static_cast<std::uint32_t>(text.size());
        expect_sound(text, find_timexes(text, published_on("2023-04-30")), size);
    }
}

TEST(TemporalHostile, TakesExtremeYearsAndCounts) {
    for (const char* text : {"9999999 centuries ago",
                             "100000000000 years later",
                             "99999999999999999999 May 2020",
                             "31 February 2023",
                             "29 February 2023",
                             "30 February",
                             "31 April",
                             "0 May 0000",
                             "9999 BC",
                             "AD 1",
                             "the 30th century BC",
                             "1000000 weeks from now",
                             "999 days before",
                             "12:60",
                             "24:00",
                             "25:00",
                             "9999-99-99",
                             "2023-13-01",
                             "00/00/0000",
                             "99/99/99",
                             "December 31, 2199",
                             "10000000 decades earlier",
                             "the 99th century"}) {
        expect_sound(text, find_timexes(text, published_on("2023-04-30")), code_points(text));
        expect_sound(text, find_timexes(text, published_on("", Genre::Narrative)), code_points(text));
        expect_sound(text, find_timexes(text, published_on("-0043-03-15")), code_points(text));
    }
}

TEST(TemporalHostile, TakesLongWordsAndDeepNesting) {
    const std::string word(1 << 20, 'a');
    EXPECT_TRUE(find_timexes(word, published_on("2023-04-30")).empty());
    const std::string digits(1 << 20, '1');
    EXPECT_TRUE(find_timexes(digits, published_on("2023-04-30")).empty());
    const std::string brackets(1 << 18, '(');
    EXPECT_TRUE(find_timexes(brackets, published_on("2023-04-30")).empty());
    std::string list = "May 1";
    for (int n = 0; n < 20000; ++n) list += ", 2";
    expect_sound("a list of days", find_timexes(list, published_on("2023-04-30")), code_points(list));
}

TEST(TemporalHostile, ZeroWidthAndBidiMarksDoNotShiftSpans) {
    const std::string text = "\u202EOn\u200B 5 May\u00A02020\u202C it ended.";
    const auto found = find_timexes(text, published_on("2023-04-30"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].value, "2020-05-05");
    EXPECT_EQ(text_of(text, found[0].span), "5 May\u00A02020");
}

TEST(NamedTimes, ReadsATableAndSaysWhichLineIsWrong) {
    temporal::NamedTimes names;
    EXPECT_TRUE(names.add("# ours\nRose Festival\t6 Sun 1\nLong March\t1934-10/1935-10\nSpring Feast\teaster+8\n").has_value());
    const auto wrong = names.add("Good Name\t05-01\nBad Name\tsometime\n");
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().where, "line 2");
    EXPECT_FALSE(names.add("No Rule").has_value());
    EXPECT_FALSE(names.add("No Day\t13-40").has_value());
}

TEST(NamedTimes, KnowsEasterOfBothChurches) {
    using calendar::Edtf;
    const auto day = [](std::int32_t days) { return calendar::iso(calendar::Instant{std::chrono::seconds{std::int64_t{days} * 86400}}); };
    EXPECT_EQ(day(temporal::easter(2023)), "2023-04-09");
    EXPECT_EQ(day(temporal::easter(2024)), "2024-03-31");
    EXPECT_EQ(day(temporal::easter(1961)), "1961-04-02");
    EXPECT_EQ(day(temporal::orthodox_easter(2023)), "2023-04-16");
    EXPECT_EQ(day(temporal::orthodox_easter(2024)), "2024-05-05");
}

}  // namespace
}  // namespace dateline::extract
