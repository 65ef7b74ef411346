#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Each dated predicate of a sentence is an event of its own: asides, second verbs, states and what is put off.
namespace dateline::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

TEST(Predicates, AnAsideWithADayTellsWhateverItsVerbIs) {
    EXPECT_THAT(told("The walkout of the dockers, initiated on 28 October, was lifted yesterday."),
                ElementsAre(Pair("Walkout of the dockers initiated", "2024-10-28"), Pair("Walkout of the dockers lifted", "2024-11-17")));
    EXPECT_THAT(told("The cable, ruptured by a trawler during the night of 7–8 October, came back into operation on 12 November."),
                Contains(Pair("Cable ruptured by a trawler", "2024-10-07/2024-10-08")));
    EXPECT_THAT(told("The roadblocks initiated on 2 November by villagers were lifted on 12 November."),
                Contains(Pair("Roadblocks initiated by villagers", "2024-11-02")));
    // what a thing is called or when somebody was born describes
    EXPECT_THAT(told("The ship, known since 2019 as Aurora, sank on 12 November."), ElementsAre(Pair("Ship sank", "2024-11-12")));
}

TEST(Predicates, WhatAnAsideClosesIsNotItsOwn) {
    EXPECT_THAT(told("A court in Oslo sentenced the man, arrested in March, to six years on Friday."),
                ElementsAre(Pair(testing::HasSubstr("sentenced the man"), "2024-11-15"), Pair("Man arrested", "2024-03")));
    EXPECT_THAT(told("A court in Oslo sentenced a man arrested in March."), Contains(Pair(testing::HasSubstr("rrested"), "2024-03")));
    EXPECT_EQ(modality_of(only_event("The talks were to have been held on 3 November, but were cancelled.")), "denied");
    EXPECT_THAT(told("The talks were held on 3 November, but the dinner was cancelled on 4 November."),
                Contains(Pair("Dinner cancelled", "2024-11-04")));
}

TEST(Predicates, WhatAModalSaysIsSaidOfBothVerbs) {
    EXPECT_THAT(told("Works on the dam will begin in 2027 and be ready by 2032."),
                ElementsAre(Pair("Works on the dam will begin", "2027"), Pair("Works on the dam to be ready by 2032", "../2032")));
    EXPECT_THAT(told("The fair will open in May 2025 and close in June 2025."), Contains(Pair("Fair to close", "2025-06")));
    EXPECT_THAT(told("A bill is to be laid before the house by 21 December and to be in force before February."),
                Contains(Pair("Bill to be in force before February", "../2025-02")));
    EXPECT_THAT(told("The pact will cover import and export from 2027."), Not(Contains(Pair(testing::HasSubstr("to export"), testing::_))));
}

TEST(Predicates, AStateIsToldWithTheDayItBegan) {
    EXPECT_THAT(told("The region has been under a curfew since 4 August."),
                ElementsAre(Pair("Region has been under a curfew", "2024-08-04/..")));
    EXPECT_THAT(told("The mandate of the force, in Naqoura since 1978, was renewed on 28 August."),
                ElementsAre(Pair("Force, in Naqoura since 1978", "1978/.."), Pair("Mandate of the force renewed", "2024-08-28")));
    EXPECT_THAT(told("The regulation on the euro, in force since 1 February, was amended on 4 November."),
                Contains(Pair("Regulation on the euro, in force since 1 February", "2024-02-01/..")));
    EXPECT_THAT(told("The idea dates from 2018."), ElementsAre(Pair("Idea dates from 2018", "2018")));
    EXPECT_THAT(told("Since the war in Sudan broke out on 15 April, more than 300,000 people have entered Chad."),
                Contains(Pair("More than 300,000 people entered Chad", "2024-04-15/..")));
    EXPECT_THAT(told("The road has been good in 2024."), IsEmpty());
    EXPECT_THAT(told("Last year the line carried 5 tons; in 2022 it was 430,000 tons."), Contains(Pair("Line was 430,000 tons", "2022")));
    EXPECT_THAT(told("In 2022 it was 12 years old."), IsEmpty());
}

TEST(Predicates, WhatRunsUntilADayEndsThen) {
    EXPECT_THAT(told("The mission, launched in February, runs until February 2025."),
                ElementsAre(Pair("Mission launched", "2024-02"), Pair("Mission runs until February 2025", "../2025-02")));
    EXPECT_EQ(modality_of(event_with(read_events("The mission, launched in February, runs until February 2025.", kMonday), "runs")),
              "planned");
}

TEST(Predicates, WhatIsPutOffHasItsNewDay) {
    const auto put_off =
        read_events("Norway and Chile put off the signing of their accord, planned for 9 December, to early January.", kMonday);
    EXPECT_EQ(date_of(put_off.events.front()), "2025-01-01/2025-01-10");
    EXPECT_EQ(modality_of(put_off.events.front()), "planned");
    EXPECT_THAT(told("On Thursday a court in Bangkok adjourned the case against Li Wei, who came home in August 2023, until next month."),
                ElementsAre(Pair("Court in Bangkok adjourned the case against Li Wei", "2024-11-14"),
                            Pair("Court in Bangkok adjourned the case against Li Wei", "2024-12"), Pair("Li Wei came home", "2023-08")));
    EXPECT_EQ(modality_of(event_with(read_events("The assembly set the repeat of the city elections for 2 December.", kMonday), "Repeat")),
              "planned");
    EXPECT_THAT(told("The deliveries were to start on 1 October but did so only on 15 October."),
                ElementsAre(Pair("Deliveries were to start", "2024-10-01"), Pair("Deliveries started", "2024-10-15")));
}

TEST(Predicates, WhatGoesWithADeedHasItsOwnDay) {
    EXPECT_THAT(told("Lithuania votes for president on Sunday, with a second round, if needed, on 8 December."),
                Contains(Pair(testing::HasSubstr("econd round"), "2024-12-08")));
    EXPECT_THAT(told("The navy ordered five frigates on 5 November, with delivery from 2029."),
                Contains(Pair("Delivery from 2029", "2029/..")));
    EXPECT_THAT(told("The premier met President Ann Sisi, with whom he had last spoken on 20 August."),
                Contains(Pair("Premier spoke with President Ann Sisi", "2024-08-20")));
    EXPECT_THAT(told("The visit of Ann Berg, which began on 6 November, ended the day after with a speech."),
                Contains(Pair("Visit of Ann Berg ended with a speech", "2024-11-07")));
    EXPECT_THAT(told("The two heads had initialled the text on 21 October, and the cabinet laid it before parliament on 24 October; the "
                     "house is to ratify it next week."),
                Contains(Pair("Cabinet laid it before parliament", "2024-10-24")));
    EXPECT_THAT(told("The name of the winner will be made known on 5 December."), Contains(Pair(testing::_, "2024-12-05")));
    EXPECT_THAT(told("The station is not to deliver power before 2035."),
                ElementsAre(Pair("Station not to deliver power before 2035", "2035/..")));
    const auto train = only_event("The first train is not expected before June 2026.");
    EXPECT_EQ(date_of(train), "2026-06/..");
    EXPECT_EQ(modality_of(train), "planned");
    EXPECT_THAT(told("According to the memorandum on transit of 18 July 2022, exports are to be doubled by 2027."),
                Contains(Pair("Exports to be doubled by 2027", "../2027")));
}

TEST(Predicates, WhatIsDeniedIsOfItsDay) {
    EXPECT_EQ(modality_of(only_event("Chile denied that it had resumed drilling near Arica in March.")), "denied");
    EXPECT_EQ(date_of(only_event("Armenia denied reports that the plant would be stopped in 2026.")), "2026");
    EXPECT_EQ(modality_of(only_event("The army denied having shelled Gori on 2 April.")), "denied");
    EXPECT_EQ(modality_of(only_event("The army admitted having shelled Gori on 2 April.")), "");
    EXPECT_EQ(date_of(only_event("Brazil offered in April to host a round of talks.")), "2024-04");
    EXPECT_EQ(modality_of(only_event("In Skopje, the minister was to have spoken on 12 April, but the visit was called off.")), "denied");
}

TEST(Predicates, WhatIsStillToComeIsPlanned) {
    for (const char* text :
         {"General elections: 17 December.", "19 December: Foreign minister Ann Berg in Brussels",
          "The road should be finished by mid-2025.", "They agreed that the study would be finished by the end of the year.",
          "The pact should come into force in the first half of 2025.",
          "The switch, first scheduled for late 2025, has been brought forward to February 2025."})
        EXPECT_EQ(modality_of(only_event(text)), "planned") << text;
    EXPECT_EQ(modality_of(only_event("If it were built, the line would open in 2026.")), "hypothetical");
    EXPECT_EQ(modality_of(only_event("General elections: 17 October 2024.")), "");
    const auto rule = event_with(read_events("Norway will let visitors stay 60 days, a rule in effect since mid-July.", kMonday), "Rule");
    EXPECT_EQ(modality_of(rule), "");
    EXPECT_EQ(date_of(rule), "2024-07-11/..");
}

TEST(Predicates, ATitleNamesWhatItIsToldOf) {
    EXPECT_THAT(
        told("In Bolivia, the roadblocks initiated on 2 November by followers of Juan Perez left on Wednesday four policemen dead."),
        Not(Contains(Pair(testing::StartsWith("Juan Perez left"), testing::_))));
    EXPECT_THAT(told("Jan Novak, whose trial before the Court of Ruritania opened in February, called a rally on 18 October."),
                Contains(Pair("Jan Novak's trial before the Court of Ruritania opened", "2024-02")));
    EXPECT_THAT(told("Deliveries to Serbia through the interconnector, opened on 10 October, began in November."),
                Contains(Pair("Interconnector opened", "2024-10-10")));
    EXPECT_THAT(told("Deliveries to Serbia through the interconnector, suspended on 10 October, began in November."),
                Contains(Pair("Deliveries to Serbia through the interconnector suspended", "2024-10-10")));
    EXPECT_THAT(told("Work on the bridge over the Sava, which collapsed on 5 November, began in 2020."),
                Contains(Pair("Bridge over the Sava collapsed", "2024-11-05")));
    EXPECT_THAT(told("Fighting in Gori, which had begun on 6 February, ended on 25 August."),
                Contains(Pair("Fighting in Gori began", "2024-02-06")));
    EXPECT_EQ(only_event("Nonetheless, on Sunday 10 November Caracas elected a governor.").title, "Caracas elected a governor");
    EXPECT_EQ(only_event("But the visit was called off on 12 November.").title, "Visit called off");
    EXPECT_EQ(only_event("But by late 2023 the army captured the northern city of Goma.").title, "Army captured the northern city of Goma");
    EXPECT_THAT(told("The split led to a reduction in the influence of China, which insisted in 1954 that Hanoi accept it."),
                Not(Contains(Pair(testing::StartsWith("Reduction"), testing::_))));
    EXPECT_EQ(only_event("26 December: General Assembly of the States in Antigua and Barbuda.").title,
              "General Assembly of the States in Antigua and Barbuda");
    EXPECT_EQ(only_event("In the last week of October a Chinese team arrived in Belgrade.").title, "Chinese team arrived in Belgrade");
}

TEST(Predicates, UnderADayOnesFallIsOfIt) {
    const char* text =
        "# Chronology\n\n**Tuesday, 12 November 2024**\n\nTwo soldiers fell near the border.\n\n**Wednesday, 13 November 2024**\n\nA bomb "
        "exploded in Haifa.\n";
    EXPECT_THAT(told(text), Contains(Pair("Two soldiers fell near the border", "2024-11-12")));
    EXPECT_THAT(told("Two soldiers fell near the border."), Not(Contains(Pair(testing::_, "2024-11-12"))));
}

TEST(EventPredicates, AWordThatIsOnlyAVerbIsOne) {
    EXPECT_EQ(only_event("On 3 March 2024 bandits waylay a convoy near Goris.").title, "Bandits waylay a convoy near Goris");
    EXPECT_EQ(only_event("The garrison forsook Kars on 3 March 2024.").title, "Garrison forsook Kars");
    // known from a list: its kind stays
    EXPECT_EQ(only_event("The army besieged Kars on 3 March 2024.").title, "Army besieged Kars");
}

TEST(EventPredicates, WhatIsWantedOfSomebodyIsHisToDo) {
    EXPECT_EQ(only_event("They want the panel to reconvene by 18 December.").title, "Panel to reconvene by 18 December");
    EXPECT_TRUE(
        has_title(read_events("The unions want Kenya to send its troops home by 2 December.", kMonday), "Kenya to send its troops home"));
}

TEST(EventPredicates, AListBeforeAVerbIsItsSubject) {
    const auto read = read_events("On 3 March 2024 guards were arrested and rifles, shells and mines seized in Goris.", kMonday);
    EXPECT_TRUE(has_title(read, "Guards arrested"));
    EXPECT_FALSE(has_title(read, "Guards arrested and"));
}

TEST(EventPredicates, WhatWasTriedHappenedAndIsOfThatSort) {
    const auto boarded = only_event("Pirates attempted to board a tanker, while it was under way, off Poti, on 16 November.");
    EXPECT_EQ(boarded.title.rfind("Pirates attempted to board a tanker", 0), 0U) << boarded.title;
    EXPECT_EQ(date_of(boarded), "2024-11-16");
    EXPECT_EQ(modality_of(boarded), "");
    EXPECT_EQ(only_event("Rebels tried to seize Goma on 16 November.").kind, "combat");
}

}  // namespace
}  // namespace dateline::extract
