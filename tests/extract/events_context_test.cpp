#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What a reader takes from headings, from the sentence before, and from how a sentence is built.
namespace dateline::extract {
namespace {

using document::Category;
using document::PlaceBasis;
using testing::HasSubstr;
using testing::Not;

TEST(EventContext, APlaceOverASectionIsWhereItsEventsHappened) {
    for (const char* text :
         {"# Weekly\n\n## Senegal\n\nThe president dissolved the National Assembly on 12 September.\n\n## Outlook\n\nA ship sank on 14 "
          "September.\n",
          "WEEKLY\n\n1. Senegal\n\nThe president dissolved the National Assembly on 12 September.\n\n2. Outlook of the week\n\nA ship sank "
          "on 14 September.\n",
          "**Senegal.** The president dissolved the National Assembly on 12 September.\n\n**Outlook.** A ship sank on 14 September.\n"}) {
        const auto read = read_events(text, "2024-09-20");
        const document::Event told = event_with(read, "dissolved");
        EXPECT_EQ(told.place, "Senegal") << text;
        EXPECT_EQ(told.place_basis, PlaceBasis::Inferred) << text;
        EXPECT_THAT(extra_of(told, "place_reason"), HasSubstr("section"));
        EXPECT_EQ(event_with(read, "ship").place, "") << text;
    }
}

TEST(EventContext, ASectionsPlaceIsNotWhereSomebodySpokeOrWhereAnotherIsNamed) {
    const auto read = read_events(
        "## Mali\n\nThe company said on 12 May that it would leave. A convoy reached Niamey in Niger on 13 May. Two towns and a mine are "
        "quiet.\n",
        "2024-05-20");
    EXPECT_EQ(event_with(read, "would leave").place, "");
    EXPECT_EQ(event_with(read, "convoy").place, "Niamey");
}

TEST(EventContext, AnItemOfANumberedListIsNoHeading) {
    const auto read = read_events("Agenda of the week\n\n1. Kenya\n\n2. Uganda\n\n3. Peru\n\nA ship sank on 14 May.\n", "2024-05-20");
    const document::Event ship = event_with(read, "ship");
    EXPECT_EQ(ship.place, "");
    EXPECT_THAT(ship.section, Not(HasSubstr("Peru")));
}

TEST(EventContext, WhatHarmDidItDidWhenItCame) {
    const auto read = read_events(
        "Flooding since July has affected 1.9 million people in Chad. An attack on 5 May killed twelve people in Gao. "
        "Heavy fighting on 7 May left thirty dead in Sumy. The floods of 2014 killed hundreds in Doboj. His visit to Georgia in April "
        "helped trade.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "Flooding").title, "Flooding since July affected 1.9 million people in Chad");
    EXPECT_EQ(date_of(event_with(read, "Flooding")), "2024-07/..");
    EXPECT_EQ(event_with(read, "Attack killed").title, "Attack killed twelve people in Gao");
    EXPECT_EQ(date_of(event_with(read, "Attack killed")), "2024-05-05");
    EXPECT_EQ(event_with(read, "fighting").title, "Heavy fighting left thirty dead in Sumy");
    EXPECT_EQ(date_of(event_with(read, "floods of 2014")), "2014");
    EXPECT_THAT(event_with(read, "helped trade").title, HasSubstr("Visit to Georgia"));
}

TEST(EventContext, TwoDaysInARowAreOneStretch) {
    const auto read =
        read_events("The ministers met in Bamako on 11 and 12 November. Talks were held in Accra on 3 and 17 November.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "Bamako")), "2024-11-11/2024-11-12");
    EXPECT_EQ(date_of(event_with(read, "Accra")), "2024-11-03");
}

TEST(EventContext, TheFirstVerbWithAnObjectIsTheSentences) {
    const auto read = read_events(
        "The group claimed responsibility on Saturday in a statement posted on a website. Soldiers wounded in the raid arrived in Rome on "
        "Friday.",
        "2024-11-18");
    EXPECT_THAT(event_with(read, "responsibility").title, HasSubstr("Group claimed responsibility"));
    EXPECT_EQ(date_of(event_with(read, "responsibility")), "2024-11-16");
    EXPECT_EQ(event_with(read, "Rome").title, "Soldiers wounded in the raid arrived in Rome");
}

TEST(EventContext, AnAsideWithItsOwnDayLeavesTheTitleAndTheDateAlone) {
    const auto read = read_events(
        "The election will be held from 10 to 12 December, the electoral board announced on 25 September. "
        "The ceasefire was broken twice, the ministry said in Geneva on Thursday.",
        "2024-10-03");
    EXPECT_EQ(event_with(read, "lection").title, "Election will be held");
    EXPECT_EQ(date_of(event_with(read, "lection")), "2024-12-10/2024-12-12");
    EXPECT_EQ(event_with(read, "ceasefire").title, "Ceasefire broken twice");
    EXPECT_EQ(event_with(read, "ceasefire").place, "");  // said in Geneva
}

TEST(EventContext, APresentWithADayToComeIsPlanned) {
    const auto read = read_events("The trade agreement, signed in October 2023, enters into force on 1 July.", "2024-06-03");
    const document::Event force = event_with(read, "enters into force");
    EXPECT_EQ(date_of(force), "2024-07-01");
    EXPECT_EQ(modality_of(force), "planned");
}

TEST(EventContext, ACountOfWhatHappenedSinceIsNoEventOfThatDay) {
    const auto read = read_events(
        "A boat was rammed near Manila on 5 August. It was the fourth such incident since March. They were the worst floods since 1998.",
        "2024-08-12");
    EXPECT_EQ(date_of(event_with(read, "rammed")), "2024-08-05");
    for (const document::Event& event : read.events) EXPECT_EQ(date_of(event), "2024-08-05") << event.title;
}

TEST(EventContext, TheNextDayOfAVisitIsInTheSamePlace) {
    const auto read =
        read_events("Ana Petrova arrived in Belgrade on 7 May. The next day she and Ivan Horvat signed two treaties.", "2024-05-20");
    const document::Event treaties = event_with(read, "signed two treaties");
    EXPECT_EQ(date_of(treaties), "2024-05-08");
    EXPECT_EQ(treaties.place, "Belgrade");
    EXPECT_EQ(treaties.place_basis, PlaceBasis::Inferred);
}

TEST(EventContext, ItIsTheWorkThatWasJustPlanned) {
    const auto read = read_events(
        "Bulgaria stopped the imports on 1 March. Albania and Italy plan a 1 GW undersea cable from Durrës to Bari. It could be completed "
        "in 2028.",
        "2024-06-03");
    EXPECT_THAT(event_with(read, "could be completed").title, HasSubstr("cable could be completed"));
}

TEST(EventContext, TitlesDropWhatBelongsToAnotherDay) {
    const auto read = read_events(
        "The general visited Asmara on 11 September and Doha on 7 September. Violence had broken out in Dakar during the last week of the "
        "campaign. "
        "A storm struck the coast on the night of 8 September. He cancelled a trip to Central Asia planned for 9 August. "
        "The king chaired a cabinet meeting in Rabat on 14 September.",
        "2023-10-03");
    EXPECT_EQ(event_with(read, "Asmara").title, "General visited Asmara");
    EXPECT_EQ(event_with(read, "Dakar").title, "Violence broke out in Dakar");
    EXPECT_EQ(event_with(read, "storm struck").title, "Storm struck the coast");
    EXPECT_TRUE(has_title(read, "cancelled a trip to Central Asia planned for 9 August"));
    EXPECT_EQ(event_with(read, "Rabat").title, "King chaired a cabinet meeting in Rabat");
}

TEST(EventContext, TwoWhoMetAreBothNamed) {
    const auto read = read_events(
        "Armenian Foreign Minister Ararat Mirzoyan and his Azerbaijani counterpart Jeyhun Bayramov met in Almaty on 10 and 11 May. "
        "At the first meeting, held in Berlin on 29 September 2023, a strategic partnership was declared.",
        "2024-05-20");
    EXPECT_EQ(event_with(read, "Almaty").title, "Ararat Mirzoyan and Jeyhun Bayramov met in Almaty");
    EXPECT_EQ(event_with(read, "Berlin").attribution, "");
}

TEST(EventContext, ATitleWithADateDatesItsText) {
    for (const auto& [text, date] : std::vector<std::pair<std::string, std::string>>{
             {"# Kazakhstan: Foreign Policy Highlights, May 2024\n\nThe leaders met in Almaty on May 10.\n", "2024-05"},
             {"Campaign Notes, March 14, 2024\n\nForces captured a village on March 13.\n", "2024-03-14"},
             {"**Risk Weekly** \xE2\x80\x94 week ending 24 March 2023\n\nA quake shook Quito on 18 March.\n", "2023-03-24"}}) {
        const auto read = read_events(text, "", "x.md");
        EXPECT_EQ(read.bulletin.published ? read.bulletin.published->text() : "-", date) << text;
    }
    const auto history = read_events(
        "The Long Battle of the Marne, 6 September 1914\n\nFighting went on until 11 November 1918. The war ended in November 1918.\n", "",
        "x.md");
    EXPECT_THAT(history.bulletin.published_reason, Not(HasSubstr("1914")));
}

TEST(EventContext, WhoPaidVisitsNobody) {
    const auto read = read_events(
        "The company paid 50 billion francs on Saturday. The minister paid a visit to Paris on Friday. The EU disbursed 127 million euros "
        "on Sunday.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "50 billion").category, Category::Economy);
    EXPECT_EQ(event_with(read, "Paris").category, Category::Diplomacy);
    EXPECT_EQ(event_with(read, "disbursed").place, "");
}

TEST(EventContext, ThatDayIsTheOneThatWasTold) {
    const auto read = read_events(
        "# Visits\n\nPresident Tokayev welcomed his guest in Astana on 10 April. They said that the declaration will be signed that day.",
        "2023-04-30");
    EXPECT_EQ(date_of(event_with(read, "eclaration will be signed")), "2023-04-10");
    EXPECT_EQ(event_with(read, "eclaration will be signed").place, "Astana");
}

TEST(EventContext, HelpIsWhereTheEffortsWereThatIncludeIt) {
    EXPECT_EQ(
        event_with(read_events("They praised the work in Malawi, including support for storm relief in 2014.", "2023-04-30"), "relief")
            .place,
        "Malawi");
    EXPECT_EQ(event_with(read_events("Guards recorded the entrance of a convoy to the territory of Moldova on 22 April.", "2023-04-30"),
                         "recorded")
                  .place,
              "Moldova");
}

TEST(EventContext, TheTownIsTheOneNamedLast) {
    const auto read = read_events(
        "The convoy reached Mekelle on 3 November. The Shabelle burst its banks at Beledweyne on 6 November; the bridge of the town "
        "collapsed a day later. "
        "In October floods there forced thousands to flee. The minister flew there on 9 November.",
        "2024-11-18");
    for (const char* title : {"bridge", "loods there", "flew there"}) EXPECT_EQ(event_with(read, title).place, "Beledweyne") << title;
    EXPECT_EQ(event_with(read_events("Police in Gori arrested two men on 3 November. There were protests on 4 November.", "2024-11-18"),
                         "rotests")
                  .place,
              "");
}

TEST(EventContext, ThePaperThatWasSignedKeepsItsDay) {
    const auto read = read_events(
        "Ministers signed a memorandum on transit in Riga on 5 November. It was signed by the ministers of Chad and Togo.\n\nThe Lomé Pact "
        "was "
        "signed by the two kings.",
        kMonday);
    for (const document::Event& event : read.events)
        EXPECT_EQ(date_of(event), event.title.find("Lomé") == std::string::npos ? "2024-11-05" : "-") << event.title;
}

TEST(EventContext, ATimeThatLeadsIsOfAllThatOneSubjectDid) {
    for (const char* text : {"Last month, thieves raided a bakery in Goma and shot a guard who slept there.",
                             "In October thieves raided a bakery in Goma and shot a guard."}) {
        const auto read = read_events(text, kMonday);
        EXPECT_EQ(date_of(event_with(read, "Thieves raided")), "2024-10") << text;
        EXPECT_EQ(date_of(event_with(read, "Thieves shot")), "2024-10") << text;
    }
}

}  // namespace
}  // namespace dateline::extract
