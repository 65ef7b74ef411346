#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Days that are counted from what was told, listed, or once meant otherwise.
namespace dateline::extract {
namespace {

TEST(EventCounted, DaysAfterAHappeningAreCountedFromIt) {
    const auto read = read_events(
        "A truce was signed on 3 May. Two days before the signing, shelling killed five people in Gori. Three days after the signing, "
        "guards reopened the road.\n\n"
        "Five people died in the attack on 2 June. A week after the attack, police arrested a man in Osh.",
        "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "Shelling killed")), "2024-05-01");
    EXPECT_EQ(date_of(event_with(read, "reopened")), "2024-05-06");
    EXPECT_EQ(event_with(read, "reopened").title, "Guards reopened the road");
    EXPECT_EQ(event_with(read, "reopened").date_text, "Three days after the signing");
    EXPECT_EQ(event_with(read, "reopened").date_basis, document::DateBasis::Context);
    EXPECT_EQ(date_of(event_with(read, "arrested")), "2024-06-09~");  // weeks are no exact count
}

TEST(EventCounted, DaysAfterAnotherSortOfHappeningAreNot) {
    const auto read = read_events("A truce was signed on 3 May. Three days after the earthquake, guards reopened the road.", "2024-11-18");
    EXPECT_FALSE(has_title(read, "Guards reopened"));
}

TEST(EventCounted, DaysAfterADayThatItsHappeningIsToldWith) {
    const auto mud = read_events("Three days after the landslide of 23 October, a mudflow buried the village of Gofa.", kMonday);
    EXPECT_EQ(date_of(event_with(mud, "Landslide")), "2024-10-23");
    EXPECT_EQ(date_of(event_with(mud, "Mudflow buried")), "2024-10-26");
    EXPECT_EQ(event_with(mud, "Mudflow buried").date_text, "Three days after the landslide of 23 October");
    const auto raid = read_events("Two days after the talks in Oslo on 3 June, rebels attacked Goma.", kMonday);
    EXPECT_EQ(event_with(raid, "Talks").place, "Oslo");
    EXPECT_EQ(date_of(event_with(raid, "attacked")), "2024-06-05");
    EXPECT_EQ(event_with(raid, "attacked").place, "Goma");
    const auto party = read_events("The party withdrew from the coalition a week before the vote of 5 May.", kMonday);
    EXPECT_EQ(date_of(event_with(party, "withdrew")), "2024-04-28~");
    EXPECT_EQ(event_with(party, "withdrew").title, "Party withdrew from the coalition");
    EXPECT_EQ(date_of(event_with(read_events("Two months after the coup of 26 July 2023, France closed its embassy in Niamey.", kMonday),
                                 "closed")),
              "2023-09");
}

TEST(EventCounted, DaysOfItsOwnGoBeforeThoseThatAreCounted) {
    const auto read = read_events("On 2 June, two days after the earthquake, rebels attacked Goma.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "attacked")), "2024-06-02");
    EXPECT_EQ(date_of(only_event("After the landslide of 23 October, guards closed the road at Gori.")), "2024-10-23");
}

TEST(EventCounted, DaysListedAreOneStretchAndAllOver) {
    const auto read = read_events("Talks were held in Astana on Monday and Tuesday. The minister visited Baku on Thursday and Friday.",
                                  "2024-11-18");  // a Monday
    EXPECT_EQ(date_of(event_with(read, "Talks")), "2024-11-11/2024-11-12");
    EXPECT_EQ(date_of(event_with(read, "visited")), "2024-11-14/2024-11-15");
}

TEST(EventCounted, WhatWasOnceMeantIsPast) {
    const auto read = read_events(
        "The exercise, first planned for July, was held in September. The report was due on Thursday but has been delayed.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "Exercise planned")), "2024-07");
    EXPECT_EQ(date_of(event_with(read, "Exercise held")), "2024-09");
    EXPECT_FALSE(has_title(read, "delayed"));  // nobody says when
}

TEST(EventCounted, ATimetablesPresentIsStillToCome) {
    const auto read = read_events("The shuttle lands on Friday. The delegation flies to Ankara on Sunday.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "lands")), "2024-11-22");
    EXPECT_EQ(date_of(event_with(read, "flies")), "2024-11-24");
    EXPECT_EQ(event_with(read, "flies").place, "Ankara");
}

TEST(EventCounted, ThePeriodAReportIsAboutIsNotItsDay) {
    const auto read = read_events("The company reported earnings for the quarter ended Sept. 30.", "2024-11-18");
    for (const document::Event& event : read.events) EXPECT_NE(date_of(event), "2024-09-30") << event.title;
}

TEST(EventCounted, ThereHeIsWhoCame) {
    const auto read = read_events(
        "President Dodik arrived in Pale on 25 April 2023. There he and Ms Trišić signed a protocol on the same day.", "2023-04-30");
    EXPECT_EQ(event_with(read, "signed").title, "Dodik and Ms Trišić signed a protocol");
}

TEST(EventCounted, AListIsCutAfterItsFirst) {
    const auto read =
        read_events("The Prime Minister, the Minister of Energy, the head of the railways and two governors opened the line on 3 October.",
                    "2024-11-18");
    EXPECT_EQ(event_with(read, "opened").title, "Prime Minister opened the line");
}

TEST(EventCounted, ANounInLyIsNoAdverb) {
    const auto read = read_events("Sunday's rally drew 5,000 people in Yerevan.", "2024-11-18");
    EXPECT_EQ(event_with(read, "drew").title, "Rally drew 5,000 people in Yerevan");
    EXPECT_EQ(event_with(read, "drew").kind, "protest");
}

TEST(EventCounted, WhoIsVisitedByNameIsATown) {
    const auto read = read_events("He visited Fuzuli on 5 November. Fuzuli wrote in three languages.", "2024-11-18");
    EXPECT_EQ(event_with(read, "visited").place, "Fuzuli");
}

TEST(EventCounted, ALandingIsWhereItEnds) {
    const auto read = read_events(
        "A relief flight from Dubai landed in Aleppo on 12 February. The first flight landed in Zzyzxgrad from Dubai on 13 February.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "Aleppo").place, "Aleppo");
    EXPECT_EQ(event_with(read, "Aleppo").category, document::Category::Transport);
    EXPECT_NE(event_with(read, "Zzyzxgrad").place, "Dubai");
    EXPECT_EQ(event_with(read_events("Russian guards left Zvartnots airport on 31 July 2024.", "2024-11-18"), "left").place_id,
              "dl:zvartnots-airport");
}

TEST(EventCounted, AClauseOfWhenTakesTheDateItFollows) {
    const auto read = read_events(
        "It was the third such incident since September, when a border guard was killed near Osh.\n\n"
        "Trains have not run since March 2020, when the border was closed.\n\n"
        "The fourth meeting of the commissions took place on 30 August, when the regulation was signed.",
        "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "guard killed")), "2024-09");
    EXPECT_EQ(date_of(event_with(read, "Border closed")), "2020-03");
    EXPECT_EQ(date_of(event_with(read, "meeting of the commissions took place")), "2024-08-30");
    EXPECT_EQ(date_of(event_with(read, "Regulation signed")), "2024-08-30");
}

TEST(EventCounted, TheFirstMonthsAreOfTheYearThatIsGoingOn) {
    const char* text = "Freight on the line fell 12 percent in the first nine months from a year earlier.";
    EXPECT_EQ(date_of(event_with(read_events(text, "2024-11-18"), "Freight")), "2024-01/2024-09");
    EXPECT_EQ(date_of(event_with(read_events(text, "2024-02-18"), "Freight")), "2023-01/2023-09");
    for (const document::Event& event : read_events("Sales fell 12 percent in the first nine months of the war.", "2024-11-18").events)
        EXPECT_NE(date_of(event), "2024-01/2024-09");
}

TEST(EventCounted, WhatLeadsInEndsAtTheFirstComma) {
    const auto read = read_events(
        "On the sidelines of a forum in Baku, Georgia, Romania, Hungary and Azerbaijan signed an agreement on the cable on 3 May.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "signed").title, "Georgia, Romania, Hungary and Azerbaijan signed an agreement on the cable");
    EXPECT_EQ(event_with(read, "signed").place, "Baku");
}

TEST(EventCounted, AnEntryHeadedByAPlaceHappenedThere) {
    const auto read = read_events("Tbilisi: Police dispersed protesters outside parliament late on 17 November.", "2024-11-18");
    EXPECT_EQ(event_with(read, "dispersed").place, "Tbilisi");
    EXPECT_EQ(event_with(read, "dispersed").place_basis, document::PlaceBasis::Inferred);
}

TEST(EventCounted, AVerbTakesItsSortFromWhatItIsSaidOf) {
    const auto read = read_events(
        "Protests broke out in Tbilisi on 28 October. The first container train arrived in Baku on 24 November. On 5 November, 14 vessels "
        "passed through the strait.",
        "2024-11-28");
    EXPECT_EQ(event_with(read, "broke out").kind, "protest");
    EXPECT_EQ(event_with(read, "train arrived").kind, "movement");
    EXPECT_EQ(event_with(read, "vessels").kind, "movement");
    EXPECT_EQ(event_with(read, "train arrived").category, document::Category::Transport);
}

TEST(EventCounted, ADayOfAMonthToldInTheSentenceIsOfItsYear) {
    const auto read = read_events("In August 2008 Russian troops entered South Ossetia; by 12 August they had reached Gori.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "reached")), "../2008-08-12");
    EXPECT_EQ(date_of(event_with(read_events("On this day in 1991, Kazakhstan declared independence.", "2024-11-18"), "declared")),
              "1991-11-18");
}

TEST(EventCounted, ACauseIsToldWithItsHappening) {
    const auto read = read_events(
        "Six people, including two children, were killed when a lorry rolled into a river near Dilijan on Saturday.", "2024-11-18");
    ASSERT_EQ(read.events.size(), 1u);
    EXPECT_EQ(read.events.front().title, "Six people killed when a lorry rolled into a river near Dilijan");
    EXPECT_EQ(read.events.front().place, "Dilijan");
    EXPECT_EQ(date_of(read.events.front()), "2024-11-16");
}

TEST(EventCounted, WhatIsAboutAPlaceIsNotInIt) {
    const auto read = read_events(
        "The European Parliament called on 14 November for the release of 23 Armenian prisoners held in Baku. Mass graves were found in "
        "Fuzuli in April 2024. "
        "Gas flows through the Trans-Balkan route fell by half last week.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "called for").place, "");
    EXPECT_EQ(event_with(read, "graves").place, "Fuzuli");
    EXPECT_EQ(event_with(read, "flows").place, "");
    EXPECT_EQ(event_with(read, "flows").kind, "figure");
}

TEST(EventCounted, ATownThatIsTakenIsWhereItHappened) {
    const auto read = read_events(
        "Rebels seized Goma on 27 January. Troops retook Homs on 3 June.\n\nThousands marched through central Belgrade on Saturday.\n\n"
        "The strait was closed to shipping for six hours on Tuesday because of fog.\n\n"
        "In a statement dated 2 May, the ministry accused Rwanda of violating the ceasefire signed in Luanda on 30 July 2024.\n\n"
        "Ukraine stopped the transit of gas at 8 a.m. on New Year's Day.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "seized").place, "Goma");
    EXPECT_EQ(event_with(read, "retook").place, "Homs");
    EXPECT_EQ(date_of(event_with(read, "retook")), "2024-06-03");
    EXPECT_EQ(event_with(read, "marched").kind, "protest");
    EXPECT_EQ(event_with(read, "closed").title, "Strait closed to shipping for six hours because of fog");
    EXPECT_EQ(date_of(event_with(read, "accused")), "2024-05-02");
    EXPECT_EQ(event_with(read, "accused").place, "");
    EXPECT_EQ(date_of(event_with(read, "stopped")), "2024-01-01");
}

TEST(EventCounted, WhatIsDoneToATownIsDoneThere) {
    const auto read = read_events(
        "Troops surrounded Bakhmut on 3 May 2023.\n\nAn explosion rocked Sumy on 3 May 2024.\n\nThe army abandoned Avdiivka on 17 February "
        "2024.\n\n"
        "A train derailed between Ganja and Yevlakh on 3 May 2024.\n\nA mortar shell landed in Kilis on 3 May 2024.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "surrounded").place, "Bakhmut");
    EXPECT_EQ(event_with(read, "rocked").place, "Sumy");
    EXPECT_EQ(event_with(read, "abandoned").place, "Avdiivka");
    EXPECT_EQ(event_with(read, "derailed").place, "between Ganja and Yevlakh");
    EXPECT_EQ(event_with(read, "derailed").place_precision, document::PlacePrecision::Corridor);
    EXPECT_EQ(event_with(read, "shell landed").kind, "attack");
}

TEST(EventCounted, AWholeSentenceHasItsVerb) {
    const auto read = read_events("The trial starts in Baku on Friday.", "2024-11-18");
    EXPECT_EQ(event_with(read, "starts").title, "Trial starts in Baku");
    EXPECT_EQ(date_of(event_with(read, "starts")), "2024-11-22");
}

TEST(EventCounted, WhatTheDayOfAClauseIsCountedFromGetsItsOwn) {
    const auto palma = read_events("A month after the attack on Palma, the company left the province on 26 April 2021.", kMonday);
    EXPECT_EQ(date_of(event_with(palma, "Attack on Palma")), "2021-03");
    EXPECT_EQ(date_of(event_with(palma, "Company left")), "2021-04-26");
    EXPECT_FALSE(has_title(read_events("A month after the attack on Palma, the company will leave the province on 26 April 2025.", kMonday),
                           "Attack on Palma"));
}

TEST(EventCounted, FromWhatBeganAStateItIsCounted) {
    const auto bridge = read_events("Since the collapse of the bridge in Genoa on 14 August 2018, lorries have been diverted.", kMonday);
    EXPECT_EQ(date_of(event_with(bridge, "Collapse of the bridge")), "2018-08-14");
    EXPECT_EQ(date_of(event_with(bridge, "Lorries")), "2018-08-14/..");
    EXPECT_EQ(date_of(event_with(read_events("Since the closure of the port on 7 May, exports have fallen.", kMonday), "Exports")),
              "2024-05-07/..");  // and not of the next year
    EXPECT_EQ(told("Since 14 August 2018 lorries have been diverted.").size(), 1u);
}

TEST(EventCounted, DaysThatFollowBeginOnTheNext) {
    const auto read =
        read_events("Gunmen seized ninety pupils in Tegina on 4 November. Thirty slipped away over the following two days.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "Thirty slipped away")), "2024-11-05/2024-11-06");
    EXPECT_FALSE(
        has_title(read_events("Gunmen seized ninety pupils in Tegina on 4 November. Thirty slipped away over the two hills.", kMonday),
                  "Thirty slipped"));
}

TEST(EventCounted, WhatGoesOnSinceIsFromTheDeedBeforeIt) {
    const auto trains = read_events("The line was opened on 6 January 2024. Passenger trains have run since.", kMonday);
    EXPECT_EQ(date_of(event_with(trains, "Passenger trains")), "2024-01-06/..");
    EXPECT_FALSE(
        has_title(read_events("The line was opened on 6 January 2024. Passenger trains have run on gas.", kMonday), "Passenger trains"));
}

}  // namespace
}  // namespace dateline::extract
