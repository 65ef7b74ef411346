#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

namespace dateline::extract {
namespace {

using document::Category;
using testing::HasSubstr;
using testing::Not;

TEST(Events, OfNewsKeepTheLocalDayOfAnHour) {
    const auto read =
        read_events("The storm made landfall near Atlantic City at about 8 p.m. EDT Monday. A 24-hour strike began at midnight on Friday.",
                    "2012-10-30");
    EXPECT_EQ(date_of(event_with(read, "landfall")), "2012-10-29");
}

TEST(Events, OfNewsTakeNoDateFromTermsAndComparedFigures) {
    const auto read = read_events(
        "Shareholders of record March 30 will receive the payment April 16. Yields on bills fell to 7.78% from 7.81% a week earlier. "
        "The notes, due Nov. 15, 2019, will be sold on Thursday. It was the worst attack since the bombing of the embassy in 1988.",
        "2012-02-20");
    EXPECT_EQ(date_of(event_with(read, "Shareholders")), "2012-04-16");
    EXPECT_EQ(date_of(event_with(read, "Notes")), "2012-02-23");
    for (const document::Event& event : read.events) {
        EXPECT_NE(date_of(event), "2019-11-15") << event.title;
        if (date_of(event) == "1988") { EXPECT_EQ(event.title, "Bombing of the embassy in 1988"); }
        EXPECT_NE(date_of(event), "2012-02-06/2012-02-12") << event.title;
    }
}

TEST(Events, OfNewsTakeTheNameOfATermForNoEvent) {
    const auto read = read_events(
        "In the nine months ended Sept. 30, sales rose 12% to 4 billion marks. The strike, in its third week, ended Sept. 29. "
        "A siege in its second year ended on Oct. 2.",
        "1989-10-27");
    EXPECT_EQ(date_of(event_with(read, "siege")), "1989-10-02");
    for (const document::Event& event : read.events) EXPECT_THAT(event.title, Not(HasSubstr("months ended")));
    EXPECT_EQ(date_of(event_with(read, "strike")), "1989-09-29");
}

TEST(Events, OfNewsHappenWhereTheyAreSaidToAndNotAtTheDateline) {
    for (const char* mark : {"--", "_", "\u2014"}) {
        const auto read =
            read_events(std::string("NAIROBI, Kenya (AP) ") + mark + " Rebels shot 13 people on Monday in a raid on a village near Gulu.",
                        "1998-02-17");
        ASSERT_EQ(read.events.size(), 1u) << mark;
        EXPECT_EQ(read.events[0].place, "Gulu") << mark;
        EXPECT_TRUE(read.events[0].title.starts_with("Rebels shot")) << read.events[0].title;
    }
}

TEST(Events, OfNewsFindTheSubjectAcrossWhatTellsMoreOfIt) {
    const auto read = read_events(
        "Margaret Dunne, a novelist who wrote of life in the valleys, died on Tuesday at her home in Cardiff. "
        "Astronomers on Thursday stripped Pluto of the planetary status it has held since its discovery in 1930. "
        "In the 2008 election he won by 9 points. Benazir Khan was killed Friday evening as she left a rally.",
        "2011-10-08");
    EXPECT_EQ(event_with(read, "at her home").title, "Margaret Dunne died at her home in Cardiff");
    EXPECT_EQ(event_with(read, "at her home").category, Category::Society);
    EXPECT_TRUE(event_with(read, "at her home").attribution.empty());
    EXPECT_EQ(event_with(read, "Pluto").title, "Astronomers stripped Pluto of the planetary status");
    EXPECT_EQ(date_of(event_with(read, "stripped")), "2011-10-06");
    EXPECT_THAT(event_with(read, "by 9 points").title, Not(HasSubstr("lection")));
    EXPECT_EQ(date_of(event_with(read, "Benazir Khan killed")), "2011-10-07");
}

TEST(Events, OfNewsAreToldAsTheSortThatTheirWordsSay) {
    const auto read = read_events(
        "Stocks fell sharply on Tuesday after the government reported a rise in unemployment. She lost in the first round on Monday. "
        "An earthquake struck Haiti shortly before 5 p.m. on Tuesday, the strongest in two centuries. Results are expected on Friday. "
        "The army denied it on Wednesday. A spokesman declined to comment on Wednesday.",
        "2012-02-23");
    EXPECT_EQ(event_with(read, "Stocks fell").category, Category::Economy);
    EXPECT_EQ(event_with(read, "first round").category, Category::Society);
    EXPECT_EQ(event_with(read, "earthquake struck").place, "Haiti");
    EXPECT_EQ(date_of(event_with(read, "earthquake struck")), "2012-02-21");
    EXPECT_EQ(event_with(read, "earthquake struck").title, "Earthquake struck Haiti");
    EXPECT_EQ(modality_of(event_with(read, "Results expected")), "planned");
    for (const document::Event& event : read.events) EXPECT_NE(date_of(event), "2012-02-22") << event.title;
}

TEST(Events, LastAsLongAsWhatIsToComeWillTake) {
    const auto read = read_events(
        "In the past three months, orders have dropped. Over the next two years, the company will close 14 plants.", "1990-01-15");
    EXPECT_EQ(date_of(event_with(read, "14 plants")), "1990-01/1992");
}

TEST(Events, OfALineThatNoSentenceEndsAreReadInStepWithIt) {
    // Each full stop is an abbreviation's. Read anew from the line's beginning at every one of them, four times the text takes
    // sixteen times as long.
    const auto clocks = [](std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) text += "Decatur, Ala. Mobile, Ala. ";
        const auto begin = std::clock();
        read_events(text);
        return static_cast<double>(std::clock() - begin);
    };
    EXPECT_LT(clocks(1'000'000), 9 * clocks(250'000));
}

TEST(Events, OfNewsAreAttributedToWhoSaidThemOnWhateverDay) {
    const auto read = read_events(
        "NATO jets struck army barracks for the 70th day, killing six soldiers, Serbian media reported today. The deal was signed on "
        "Friday, "
        "the ministry said Monday. The trade deficit narrowed to $14 billion in May, the Commerce Department said Wednesday.",
        "1999-06-02");
    EXPECT_EQ(event_with(read, "NATO jets").attribution, "Serbian media");
    EXPECT_EQ(event_with(read, "NATO jets").category, Category::Security);
    EXPECT_EQ(event_with(read, "Deal signed").title, "Deal signed");
    EXPECT_EQ(date_of(event_with(read, "Deal signed")), "1999-05-28");
    EXPECT_EQ(date_of(event_with(read, "deficit narrowed")), "1999-05");
    EXPECT_EQ(event_with(read, "deficit narrowed").attribution, "Commerce Department");
}

TEST(Events, OfNewsHaveHeadlinesWithNoLooseEnds) {
    const auto read = read_events(
        "Imports rose 5% in May. The alliance hit targets late Tuesday and early Wednesday. The chief said on Wednesday that the president "
        "had "
        "been removed, two days after giving him an ultimatum of 48 hours to share power. The company said 12 teachers would be laid off "
        "this summer. The new gym, to open "
        "next fall, was delayed. Northbridge last won the title in the 1978-79 season. \"This winter is hard,\" he said.",
        "1999-06-03");
    EXPECT_EQ(event_with(read, "Imports").title, "Imports rose 5%");
    EXPECT_EQ(event_with(read, "Alliance").title, "Alliance hit targets");
    EXPECT_EQ(event_with(read, "Chief said").title, "Chief said that the president had been removed");
    EXPECT_EQ(event_with(read, "12 teachers would").title, "12 teachers would be laid off");
    EXPECT_EQ(event_with(read, "ew gym").title, "New gym to open");
    EXPECT_THAT(event_with(read, "won the title").title, testing::EndsWith("won the title"));
    for (const document::Event& event : read.events) EXPECT_NE(event.title, "He said");
}

TEST(Events, OfNewsAreCutWhereAPhraseEndsUnderNinetyCharacters) {
    const auto read = read_events(
        "The state replied on Friday that eight of its villages were still occupied and that the chair had kept silent about it. "
        "Mikhail Saakashvili called on Monday an emergency cabinet meeting to discuss responding to the death of the four soldiers.",
        "1999-06-03");
    EXPECT_EQ(event_with(read, "State replied").title, "State replied that eight of its villages were still occupied");
    EXPECT_THAT(event_with(read, "Saakashvili called").title, Not(testing::EndsWith("cabinet")));
    for (const document::Event& event : read.events) EXPECT_LT(code_points(event.title), 90U);
}

TEST(Events, OfNewsHaveWholeHeadlinesOfTheRightSubject) {
    const auto read = read_events(
        "DETROIT — Delta Motors filed for bankruptcy early Monday after months of talks with lenders failed. "
        "The automaker, which reported results Friday, expects to close 11 plants by the end of 2010. "
        "Aid workers said Friday that bad weather, which had grounded flights for the past three days, was easing. "
        "The Trojans lost to Piqua in last year's semifinal.",
        "2009-06-01");
    EXPECT_EQ(date_of(event_with(read, "filed for bankruptcy")), "2009-06-01");
    EXPECT_EQ(event_with(read, "expects").title, "Automaker expects to close 11 plants by the end of 2010");
    EXPECT_EQ(event_with(read, "Aid workers").title, "Aid workers said that bad weather was easing");
    EXPECT_EQ(event_with(read, "Trojans").title, "Trojans lost to Piqua in semifinal");
}

TEST(Events, OfNewsSayWhatDidNotHappenAndTakeNoDateFromARecord) {
    const auto read = read_events(
        "Iran has not attacked any ships, officials said. Sterling fell on Friday to its lowest level since 1985. "
        "James Dunlap was being held Thursday at the county jail on $50,000 bond. An earthquake killed 40 people in Rustaq on Wednesday.",
        "2016-06-24");
    EXPECT_EQ(modality_of(event_with(read, "attacked")), "denied");
    EXPECT_EQ(date_of(event_with(read, "Sterling")), "2016-06-24");
    EXPECT_EQ(event_with(read, "held").kind, "arrest");
    EXPECT_EQ(event_with(read, "Earthquake").kind, "disaster");
}

TEST(Events, OfNewsMeanTheOneSpokenOfLast) {
    const auto read =
        read_events("Judge Gary Sharpe ordered Timothy McGinn to pay. McGinn, 61, pleaded guilty in January. He will surrender on July 6.",
                    "2010-05-21");
    EXPECT_THAT(event_with(read, "surrender").title, HasSubstr("McGinn"));
}

TEST(Events, OfNewsAreNotInTheStateWhoseEmbassyItWas) {
    const auto read = read_events(
        "Bombs exploded outside U.S. embassies in two capitals on Friday. The war between Israel and Hezbollah erupted on July 12.",
        "2006-08-14");
    EXPECT_EQ(event_with(read, "exploded").place, "");
    EXPECT_EQ(event_with(read, "erupted").kind, "combat");
}

TEST(EventNews, ANightToADayBeginsOnTheDayBefore) {
    EXPECT_EQ(date_of(only_event("A mill burned down in Riga in the night to Wednesday.", kMonday)), "2024-11-12/2024-11-13");
    EXPECT_EQ(date_of(only_event("A mill burned down in Riga overnight into Friday.", kMonday)), "2024-11-14/2024-11-15");
    EXPECT_EQ(date_of(only_event("A mill burned down in Riga overnight into 1 March 2024.", kMonday)), "2024-02-29/2024-03-01");
    EXPECT_EQ(date_of(only_event("The night train to Vienna derailed on Wednesday.", kMonday)), "2024-11-13");
}

TEST(EventNews, TheNightToADayIsNotCountedFromAPlan) {
    const auto read = read_events(
        "The new mayors, elected on 12 October, are to take office on 5 December. Nobody was hurt when a grenade exploded in Riga in the "
        "night to Wednesday.",
        "2024-11-22");
    EXPECT_EQ(date_of(event_with(read, "Grenade exploded")), "2024-11-19/2024-11-20");
}

}  // namespace
}  // namespace dateline::extract
