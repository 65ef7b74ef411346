#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Which verb of a sentence a day belongs to, and what a clause says of another's deed.
namespace dateline::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

TEST(Clauses, ADayThatLeadsIsOfTheVerbBeyondTheRelativeClause) {
    EXPECT_THAT(told("On 3 November the premier, who is accompanied by three ministers, arrived in Tashkent."),
                ElementsAre(Pair("Premier arrived in Tashkent", "2024-11-03")));
    EXPECT_THAT(told("On Tuesday the tanker, which carries 60,000 tonnes of crude, left Novorossiysk."),
                ElementsAre(Pair("Tanker left Novorossiysk", "2024-11-12")));
    // within the relative clause it is of that
    EXPECT_THAT(told("The premier, who was elected on 3 November, arrived in Tashkent."),
                ElementsAre(Pair("Premier elected", "2024-11-03"), Pair("Premier arrived in Tashkent", "-")));
}

TEST(Clauses, TheMainVerbAndTheRelativeClauseHaveADayEach) {
    EXPECT_THAT(told("A court jailed the officer who shot a protester in 2019."),
                ElementsAre(Pair("Court jailed the officer who shot a protester", "-"), Pair("Officer shot a protester", "2019")));
    EXPECT_THAT(told("The bridge, which was opened in 2014, was closed on Monday for repairs."),
                ElementsAre(Pair("Bridge opened", "2014"), Pair("Bridge closed for repairs", "2024-11-18")));
    EXPECT_THAT(told("The minister, who resigned in May, was arrested on Friday."),
                ElementsAre(Pair("Minister resigned", "2024-05"), Pair("Minister arrested", "2024-11-15")));
    EXPECT_THAT(told("A court in Tbilisi jailed on Friday an officer who shot a protester in 2019."),
                ElementsAre(Pair("Court in Tbilisi jailed an officer who shot a protester", "2024-11-15"),
                            Pair("Officer shot a protester", "2019")));
}

TEST(Clauses, WhatIsToldWithinASentencesPartsIsOfItsOwnDay) {
    EXPECT_THAT(told("Police in Quetta, where a bomb killed 26 people on 9 November, arrested three suspects on Thursday."),
                ElementsAre(Pair("Bomb killed 26 people", "2024-11-09"), Pair("Police in Quetta arrested three suspects", "2024-11-14")));
    EXPECT_THAT(told("Having met the prime minister on 5 November, the envoy flew to Tehran the next day."),
                ElementsAre(Pair("Envoy met the prime minister", "2024-11-05"), Pair("Envoy flew to Tehran", "2024-11-06")));
    EXPECT_THAT(told("Speaking in Baku on 12 November, President Aliyev accused France of fuelling tension."),
                ElementsAre(Pair("President Aliyev accused France of fuelling tension", "2024-11-12")));
    EXPECT_THAT(told("The rebels released 30 hostages they had seized on 12 October."),
                testing::Contains(Pair("Rebels seized 30 hostages", "2024-10-12")));
    EXPECT_THAT(told("Minutes after the siren sounded on Thursday, a missile hit a hotel in Kryvyi Rih."),
                testing::Contains(Pair("Missile hit a hotel in Kryvyi Rih", "2024-11-14")));
    EXPECT_THAT(told("Months after the siren sounded on Thursday, a missile hit a hotel in Kryvyi Rih."),
                testing::Not(testing::Contains(Pair("Missile hit a hotel in Kryvyi Rih", testing::_))));
    EXPECT_THAT(told("A landslide triggered by heavy rain on Friday buried 12 houses in Karo district."),
                ElementsAre(Pair("Landslide triggered by heavy rain buried 12 houses in Karo district", "2024-11-15")));
    EXPECT_THAT(told("The foreign ministers of the five Caspian states, meeting in Ashgabat on 12 November, adopted a joint statement."),
                testing::Contains(Pair("Foreign ministers of the five Caspian states adopted a joint statement", "2024-11-12")));
}

TEST(Clauses, AnAsideIsNoPartOfTheHeadline) {
    EXPECT_EQ(event_with(read_events("The tanker, seized by Iran in April 2023, was released on Wednesday.", kMonday), "released").title,
              "Tanker released");
    EXPECT_EQ(
        event_with(read_events("Botswana's ruling party, in power since 1966, lost the election held on 30 October.", kMonday), "lost")
            .title,
        "Botswana's ruling party lost the election held on 30 October");
    EXPECT_EQ(only_event("The port of Poti, whose expansion began in 2020, is full.").title, "Port of Poti's expansion began");
    EXPECT_EQ(only_event("An officer was killed and two policemen wounded in a shootout in Buynaksk on 4 November.").title,
              "Officer killed and two policemen wounded in a shootout in Buynaksk");
    EXPECT_EQ(only_event("Two people were killed and five injured when a drone struck a bus in Kherson on Friday.").title,
              "Two people killed and five injured when a drone struck a bus in Kherson");
}

TEST(Clauses, WhatCameToNothingDidNotHappen) {
    EXPECT_EQ(modality_of(only_event("The vessel had been due to dock at Constanta on 9 November but turned back.")), "denied");
    EXPECT_EQ(modality_of(only_event("The vessel is due to dock at Constanta on 9 December.")), "planned");
    const auto bidders = only_event("Not one of the 12 bidders had paid a deposit by 10 November.");
    EXPECT_EQ(modality_of(bidders), "denied");
    EXPECT_EQ(bidders.title.substr(0, 11), "Not one of ");
    EXPECT_THAT(told("The defendants deny having plotted to kill the minister in 2020."), IsEmpty());
    EXPECT_EQ(modality_of(only_event("The strike, called for 15 November, was averted after the government raised wages.")), "denied");
    EXPECT_EQ(modality_of(only_event("The strike, called for 15 December, may still be averted.")), "planned");
}

TEST(Clauses, WhatSomebodyIsLetOrMadeToDoHeDoes) {
    EXPECT_EQ(modality_of(only_event("The minister was allowed to leave Kampala on 9 November.")), "");
    EXPECT_EQ(modality_of(only_event("The minister was expected to leave Kampala on 9 December.")), "planned");
    const auto home = only_event("The miners were able to return to Kasese on Friday.", kMonday);
    EXPECT_EQ(modality_of(home), "");
    EXPECT_EQ(date_of(home), "2024-11-15");
    EXPECT_EQ(only_event("The rebels managed to capture Bunia on 9 November.").title, "Rebels managed to capture Bunia");
    EXPECT_EQ(date_of(only_event("The rebels will be able to return to Bunia on Friday.", kMonday)), "2024-11-22");
}

TEST(Clauses, APostponedVoteHasTwoDays) {
    const auto read = read_events("The commission postponed the local elections, scheduled for 1 December, to February.", kMonday);
    ASSERT_FALSE(read.events.empty());
    EXPECT_EQ(read.events.front().title, "Commission postponed the local elections, scheduled for 1 December, to February");
    EXPECT_EQ(date_of(read.events.front()), "2025-02");
    EXPECT_EQ(modality_of(read.events.front()), "planned");
    EXPECT_TRUE(has_title(read, "Local elections postponed"));
    EXPECT_EQ(modality_of(read.events.back()), "denied");
}

TEST(Clauses, EachVerbHasItsOwnSubject) {
    EXPECT_THAT(told("The president, whose term ends in May, dissolved parliament on 12 November."),
                testing::Contains(Pair("President dissolved parliament", "2024-11-12")));
    EXPECT_THAT(
        told("The two ministers, who last met in Batken on 1 October, agreed on 4 November on the whole border."),
        ElementsAre(Pair("Two ministers met in Batken", "2024-10-01"), Pair("Two ministers agreed on the whole border", "2024-11-04")));
    EXPECT_THAT(told("Seven soldiers accused of killing civilians in 2021 went on trial on 12 November."),
                testing::Contains(Pair("Seven soldiers accused of killing civilians", "2021")));
    EXPECT_THAT(told("Fighters loyal to the general took Dongola on 2 November without a shot being fired."),
                ElementsAre(Pair(testing::StartsWith("Fighters loyal to the general took Dongola"), "2024-11-02")));
    EXPECT_THAT(told("By the time help arrived on Sunday, 30 miners had died."), testing::Contains(Pair("Help arrived", "2024-11-17")));
    EXPECT_THAT(told("The vote of no confidence scheduled for Thursday was put off to 5 December."),
                testing::Each(Pair(testing::StartsWith("Vote of no confidence"), testing::_)));
}

TEST(Clauses, TheObjectSaysWhatSortOfDeedItWas) {
    EXPECT_EQ(event_with(read_events("Seven soldiers went on trial in Bamako on 12 November.", kMonday), "went on trial").kind, "arrest");
    const auto recall = only_event("Georgia recalled its ambassador from Kyiv in 2022.");
    EXPECT_EQ(recall.kind, "recognition");
    EXPECT_EQ(date_of(recall), "2022");
    EXPECT_THAT(told("The minister recalled the war in 2008."),
                testing::Not(testing::Contains(Pair(testing::HasSubstr("recalled"), "2008"))));
}

TEST(Clauses, ARefusalIsOneWithItsAim) {
    const auto refusal = only_event("Serbia refused to join sanctions against Russia in 2022.");
    EXPECT_EQ(modality_of(refusal), "denied");
    EXPECT_EQ(date_of(refusal), "2022");
    EXPECT_EQ(modality_of(only_event("Parliament failed on Tuesday to elect a president for the twelfth time.")), "denied");
}

TEST(Clauses, WhatMustComeFirstHasNotHappened) {
    for (const auto& event :
         read_events("Turkey will not ratify the protocol until sanctions are lifted, its minister said on Thursday.", kMonday).events)
        EXPECT_THAT(event.title, testing::StartsWith("Turkey will not ratify"));
}

TEST(Clauses, WhatNobodyConfirmsIsClaimedAtMost) {
    EXPECT_EQ(modality_of(only_event("The ministry has neither confirmed nor denied that Blinken visited Damascus on 3 November.")),
              "claimed");
    EXPECT_EQ(modality_of(only_event("The ministry declined to confirm that the envoy visited Minsk on 4 November.")), "claimed");
    EXPECT_EQ(modality_of(only_event("The ministry has not denied that the envoy visited Minsk on 4 November.")), "claimed");
    EXPECT_EQ(modality_of(event_with(read_events("The ministry confirmed that the envoy visited Minsk on 4 November.", kMonday),
                                     "Envoy visited Minsk")),
              "");
}

TEST(Clauses, WhatIsAskedIsNotTold) {
    EXPECT_THAT(told("The army refused to say whether it had attacked Homs on 3 November."), IsEmpty());
    EXPECT_THAT(told("The spokesman would not be drawn on whether the envoy visited Minsk on 4 November."), IsEmpty());
}

TEST(Clauses, RumoursThatProvedUntrueAreDenied) {
    const auto rumour = only_event("Rumours that the governor had fled on 3 November proved untrue.");
    EXPECT_EQ(rumour.title, "Rumours that the governor had fled proved untrue");
    EXPECT_EQ(modality_of(rumour), "denied");
    EXPECT_EQ(modality_of(only_event("Rumours that the governor fled to Poland on 5 May were false.")), "denied");
    EXPECT_EQ(modality_of(only_event("Claims that rebels captured Kidal on 5 November turned out to be unfounded.")), "denied");
    EXPECT_EQ(modality_of(only_event("Reports that the railway had been closed on 9 November were later retracted.")), "denied");
    EXPECT_EQ(modality_of(only_event("Reports that the railway had been closed on 9 November caused long queues.")), "claimed");
    EXPECT_EQ(modality_of(only_event("News that the railway had been closed on 9 November caused long queues.")), "");
}

TEST(Clauses, TheVerbStandsApartFromItsAuxiliary) {
    EXPECT_THAT(told("Not until 12 November did the parliament ratify the treaty."),
                ElementsAre(Pair("Parliament ratified the treaty", "2024-11-12")));
    EXPECT_THAT(told("Only on 3 May was the port reopened."), ElementsAre(Pair("Port reopened", "2024-05-03")));
    EXPECT_THAT(told("Only in 2019 did Kazakhstan open an embassy in Sofia."),
                ElementsAre(Pair("Kazakhstan opened an embassy in Sofia", "2019")));
    EXPECT_THAT(told("It was on 4 June that the two presidents met."), ElementsAre(Pair("Two presidents met", "2024-06-04")));
    EXPECT_THAT(told("It was not until 12 November that parliament ratified the treaty."),
                ElementsAre(Pair("Parliament ratified the treaty", "2024-11-12")));
    EXPECT_THAT(told("Only two ships were in port on 3 May."), IsEmpty());
}

TEST(Clauses, WhatWaitsUntilADayHappensThen) {
    const auto port = only_event("The port was not reopened until 12 November.");
    EXPECT_EQ(date_of(port), "2024-11-12");
    EXPECT_EQ(port.title, "Port was not reopened until 12 November");
    EXPECT_EQ(modality_of(port), "");
    EXPECT_EQ(date_of(only_event("The port was closed until 12 November.")), "../2024-11-12");
}

TEST(Clauses, WhatIsArrangedIsToldOnItsOwnDay) {
    EXPECT_THAT(told("On 12 November President Lourenço announced elections for December."),
                ElementsAre(Pair("President Lourenço announced elections for December", "2024-11-12"),
                            Pair("Elections announced for December", "2024-12")));
    EXPECT_EQ(modality_of(event_with(read_events("President Lourenço announced elections for December.", kMonday), "Elections announced")),
              "planned");
    EXPECT_THAT(
        told("On 2 November the government called a referendum for 5 May."),
        ElementsAre(Pair("Government called a referendum for 5 May", "2024-11-02"), Pair("Referendum called for 5 May", "2025-05-05")));
    EXPECT_THAT(told("The court set a hearing for Tuesday."), ElementsAre(Pair("Hearing set for Tuesday", "2024-11-19")));
    EXPECT_THAT(told("The commission scheduled the vote for 14 December."),
                ElementsAre(Pair("Vote scheduled for 14 December", "2024-12-14")));
    EXPECT_EQ(modality_of(only_event("Early elections were called for 5 May.")), "planned");
    EXPECT_THAT(told("The company announced results for September."), testing::Not(testing::Contains(Pair(testing::_, "2025-09"))));
}

TEST(Clauses, ByADayWithWhatWasDoneBefore) {
    EXPECT_THAT(told("By February, having taken three towns, the army reached Goma."),
                ElementsAre(Pair("Army reached Goma", "../2024-02")));
    EXPECT_THAT(told("By 5 March the army, having crossed the river, had taken Kherson."),
                ElementsAre(Pair("Army took Kherson", "../2024-03-05")));
    EXPECT_THAT(told("By March the rebels had captured Kidal."), ElementsAre(Pair("Rebels captured Kidal", "../2024-03")));
}

TEST(Clauses, WhatIsCalledOffIsNotToBe) {
    const auto trip = only_event("France's minister cancelled her trip to Baku planned for May.");
    EXPECT_EQ(date_of(trip), "2025-05");
    EXPECT_EQ(modality_of(trip), "denied");
    const auto visit = only_event("The minister called off a visit to Baku due on 20 November.");
    EXPECT_EQ(visit.title, "Minister called off a visit to Baku due on 20 November");
    EXPECT_EQ(modality_of(visit), "denied");
    EXPECT_EQ(modality_of(only_event("The minister called off a visit to Baku on 12 November.")), "");
}

TEST(Clauses, AYearlessDayAheadIsOfTheYearThatTheVerbSays) {
    EXPECT_EQ(date_of(only_event("The accord was signed on 20 December.")), "2023-12-20");
    EXPECT_EQ(date_of(only_event("The accord has been signed on 20 December.")), "2023-12-20");
    EXPECT_EQ(date_of(only_event("The accord will be signed on 20 December.")), "2024-12-20");
    EXPECT_EQ(date_of(only_event("The accord is to be signed on 20 December.")), "2024-12-20");
    EXPECT_EQ(date_of(only_event("They planned to sign the accord on 20 December.")), "2024-12-20");
}

TEST(Clauses, TheVerbsOwnDayGoesBeforeThatOfWhatWasBeforeIt) {
    EXPECT_EQ(
        date_of(event_with(read_events("After talks in Hanoi on 3 May 2024, the ministers flew to Hue on 4 May 2024.", kMonday), "flew")),
        "2024-05-04");
    EXPECT_EQ(
        date_of(event_with(read_events("Before the vote on 5 November, the president visited Cebu on 28 October.", kMonday), "visited")),
        "2024-10-28");
    EXPECT_EQ(date_of(event_with(read_events("The ceasefire of 27 November 2023 collapsed on 1 December 2023.", kMonday), "collapsed")),
              "2023-12-01");
    EXPECT_EQ(date_of(only_event("On the night of 8 September drones struck Odesa.")), "2024-09-08");
}

TEST(Clauses, TalksDuringAVisitAreOfItsDay) {
    EXPECT_THAT(told("On 25 April the president visited Sofia. During his visit, President Orlov had a meeting with President Radev."),
                ElementsAre(Pair("President visited Sofia", "2024-04-25"),
                            Pair("President Orlov had a meeting with President Radev", "2024-04-25")));
    EXPECT_THAT(told("President Orlov had a meeting with President Radev."), IsEmpty());
    EXPECT_THAT(told("On 25 April the president visited Sofia. The meeting was significant."),
                ElementsAre(Pair("President visited Sofia", "2024-04-25")));
}

TEST(Clauses, WhatWillLastThreeWeeksWasNotInThem) {
    EXPECT_THAT(told("The exercise begins in Palawan on 21 April 2025. It will last three weeks."),
                ElementsAre(Pair("Exercise begins in Palawan", "2025-04-21")));
    EXPECT_EQ(only_event("A bomb went off in Quetta on Monday.").kind, "incident");
}

TEST(Clauses, WhatGoesOnForDaysFromADayEnds) {
    EXPECT_EQ(date_of(only_event("The tunnel was closed for two days from 27 June 2024.")), "2024-06-27/2024-06-28");
    EXPECT_EQ(date_of(only_event("The tunnel was closed for a week from 27 June 2024.")), "2024-06-27/2024-07-03");
    EXPECT_EQ(date_of(only_event("The tunnel was closed from 27 June 2024.")), "2024-06-27/..");
}

TEST(Clauses, WhatHadBeenDoneBeforeKeepsItsYear) {
    EXPECT_EQ(date_of(event_with(read_events("Having secured New York in 1776, General Howe captured Philadelphia in 1777.", kMonday),
                                 "captured")),
              "1777");
    for (const auto& [title, date] : told("Having secured New York in 1776, General Howe concentrated on the south."))
        EXPECT_TRUE(title.find("concentrated") == std::string::npos || date != "1776") << title;
}

TEST(Clauses, AnObjectPronounIsSaidInFull) {
    EXPECT_THAT(told("Rebels seized two tankers off Eyl on 5 November. The navy freed them on 9 November."),
                ElementsAre(Pair("Rebels seized two tankers off Eyl", "2024-11-05"), Pair("Navy freed the two tankers", "2024-11-09")));
    EXPECT_THAT(told("Parliament adopted a law on foreign agents on 5 November. The president vetoed it on 9 November."),
                ElementsAre(Pair("Parliament adopted a law on foreign agents", "2024-11-05"),
                            Pair("President vetoed the law on foreign agents", "2024-11-09")));
    // one thing is no "them"
    EXPECT_TRUE(has_title(read_events("Rebels seized a tanker off Eyl on 5 November. The navy freed them on 9 November.", kMonday),
                          "Navy freed them"));
}

TEST(Clauses, HarmElsewhereGoesWithTheDayBeforeIt) {
    EXPECT_THAT(told("On 5 November drones attacked Belgorod region. A woman was injured in Stanovoye. A bus was damaged near Shebekino."),
                ElementsAre(Pair("Drones attacked Belgorod region", "2024-11-05"), Pair("Woman injured in Stanovoye", "2024-11-05"),
                            Pair("Bus damaged near Shebekino", "2024-11-05")));
    EXPECT_THAT(told("Drones are a danger in Belgorod region. A woman was injured in Stanovoye."), IsEmpty());
}

TEST(EventClauses, WhatWasBeforeHasItsOwnDayAndPlace) {
    const auto tour =
        read_events("After a meeting on Monday in Hanoi, the minister flew to Hue on Tuesday, where he opened a school.", kMonday);
    EXPECT_EQ(event_with(tour, "Meeting").place, "Hanoi");
    EXPECT_EQ(event_with(tour, "flew").place, "Hue");
    EXPECT_EQ(date_of(event_with(tour, "flew")), "2024-11-12");
    EXPECT_EQ(event_with(tour, "opened").place, "Hue");
    EXPECT_EQ(date_of(event_with(tour, "opened")), "2024-11-12");
    EXPECT_EQ(event_with(read_events("After talks in Hanoi, they flew to Hue on Tuesday.", kMonday), "flew").place, "Hue");
    EXPECT_EQ(only_event("After talks in Hanoi, the ministers signed an agreement on 12 November.").place,
              "Hanoi");  // nowhere else is told
}

TEST(EventClauses, WhatIsReachedDuringAVisitIsWhereThatWentTo) {
    EXPECT_EQ(
        only_event(
            "During the president's visit to Georgia on 14 November, an agreement was reached between Azerbaijan and Georgia on transit.")
            .place,
        "Georgia");
    EXPECT_EQ(
        only_event("Azerbaijan reached an agreement on transit with Georgia during the visit of its president to Georgia on 14 November.")
            .place,
        "Georgia");
    EXPECT_EQ(only_event("During the president's visit to Georgia on 14 November, an agreement was signed in Batumi.").place, "Batumi");
}

TEST(EventClauses, WhatSomebodySaidWithoutThatIsASentence) {
    for (const char* text : {"Officials said the rebels attacked Goma on 12 November.",
                             "Officials said rebels attacked Goma on 12 November.", "Officials say rebels attacked Goma on 12 November."}) {
        const auto attack = only_event(text);
        EXPECT_EQ(attack.title, "Rebels attacked Goma") << text;
        EXPECT_EQ(attack.place, "Goma") << text;
        EXPECT_EQ(attack.attribution, "Officials") << text;
    }
    EXPECT_FALSE(
        has_title(read_events("The police said the man killed in Goma on 12 November was a soldier.", kMonday), "Man killed in Goma was"));
}

TEST(EventClauses, TheDayIsOfTheDeedAndNotOfWhatItsObjectDoes) {
    EXPECT_EQ(only_event("The navy seized a boat carrying cocaine off Dakar on 5 November.").title,
              "Navy seized a boat carrying cocaine off Dakar");
    EXPECT_EQ(event_with(read_events("Kyiv accused Moscow of shelling Kherson on 5 November.", kMonday), "Moscow shelling").attribution,
              "Kyiv");
}

TEST(EventClauses, WhatLeadsInIsNoVerbOfTheSentence) {
    const auto agreed =
        read_events("In the course of the talks held in Minsk on 14 November, the sides agreed to resume flights.", kMonday);
    EXPECT_EQ(event_with(agreed, "Talks held").title, "Talks held in Minsk");
    EXPECT_EQ(date_of(event_with(agreed, "Sides agreed")), "2024-11-14");
    EXPECT_EQ(event_with(agreed, "Sides agreed").place, "Minsk");
    const auto issued = only_event("In a statement issued on 12 November, the ministry called on both sides to halt hostilities.");
    EXPECT_EQ(issued.title, "Ministry called on both sides to halt hostilities");
    EXPECT_EQ(date_of(issued), "2024-11-12");
    const auto later = read_events("Following talks held in Minsk on 14 November, the sides signed a memorandum on 15 November.", kMonday);
    EXPECT_EQ(event_with(later, "Talks").title, "Talks held in Minsk");
    EXPECT_EQ(date_of(event_with(later, "signed")), "2024-11-15");
    EXPECT_EQ(only_event("In May rebels attacked Goma on a Sunday, residents said.").title,
              "Rebels attacked Goma");  // the sentence's own verb
}

TEST(EventClauses, WhereTheyGatheredIsWhereTheyActed) {
    const auto cop = read_events("The parties, gathered in Baku on 11 November, adopted the agenda.", kMonday);
    EXPECT_EQ(date_of(event_with(cop, "adopted")), "2024-11-11");
    const auto law = read_events("The agreement, signed in Astana on 3 May 2023, was ratified by parliament on 12 July 2024.", kMonday);
    EXPECT_EQ(event_with(law, "signed").place, "Astana");
    EXPECT_EQ(event_with(law, "ratified").place, "");
    const auto arrived =
        read_events("The Minister for Foreign Affairs, who arrived in Riyadh on Sunday, met his counterparts on Monday.", kMonday);
    EXPECT_EQ(event_with(arrived, "arrived").title, "Minister for Foreign Affairs arrived in Riyadh");
    EXPECT_EQ(event_with(arrived, "met").place, "Riyadh");
    EXPECT_EQ(only_event("As part of the delegation's visit to Tokyo, a memorandum was signed on 12 November.").place, "Tokyo");
}

TEST(EventClauses, WhoSaidItInAStatementAnswersForIt) {
    const auto convoy = only_event("Two peacekeepers were wounded on Tuesday, the mission said in a statement issued on Wednesday.");
    EXPECT_EQ(convoy.attribution, "mission");
    EXPECT_EQ(date_of(convoy), "2024-11-12");
    EXPECT_EQ(only_event("Two peacekeepers were wounded near Goma on Tuesday, the mission said in Kinshasa.").place, "Goma");
    EXPECT_EQ(
        event_with(read_events("The cabinet approved the agreement on air services with Oman, which had been signed in Muscat on 5 June.",
                               kMonday),
                   "Muscat")
            .title,
        "Agreement on air services with Oman signed in Muscat");
}

TEST(EventClauses, NumbersOfNamesCountNobody) {
    const auto quake = read_events("An earthquake of magnitude 5.9 struck Vanuatu on 12 November; no tsunami warning was issued.", kMonday);
    EXPECT_EQ(quake.events.front().title, "Earthquake of magnitude 5.9 struck Vanuatu");
    EXPECT_EQ(only_event("The attack on Goma left 3 wounded on 12 November.").title, "Attack on Goma left 3 wounded");
}

TEST(EventClauses, WhoTellsReportersThatSomethingWillBeIsNoAside) {
    const auto premier = read_events(
        "Before leaving for Riyadh, the premier told reporters on Sunday that the border with Jordan would reopen on 20 November.",
        kMonday);
    EXPECT_EQ(modality_of(event_with(premier, "Border with Jordan")), "planned");
    EXPECT_EQ(event_with(premier, "Border with Jordan").attribution, "premier");
    EXPECT_EQ(event_with(premier, "would reopen").title.find("Reporters"), std::string::npos);
}

TEST(EventClauses, WhatATreatyRequiresIsOfWhomItBinds) {
    const auto truce = only_event("The truce requires Israel to withdraw from southern Lebanon by 26 January.");
    EXPECT_EQ(truce.title, "Israel to withdraw from southern Lebanon by 26 January");
    EXPECT_EQ(modality_of(truce), "planned");
    EXPECT_EQ(only_event("A trilateral meeting will be hosted by Tashkent on 9 December.").place, "Tashkent");
    EXPECT_EQ(only_event("A trilateral meeting will be hosted by Tashkent on 9 December.").kind, "meeting");
    EXPECT_EQ(only_event("The ministry summoned the ambassador on 12 November over the arrest of two citizens in Shiraz.").place, "");
}

TEST(EventClauses, HarmDoneElsewhereTooIsOfTheSameDay) {
    const auto shells =
        read_events("A woman was killed when a shell hit a house in Kherson on Tuesday, and 13 people were injured in Nikopol.", kMonday);
    EXPECT_EQ(date_of(event_with(shells, "injured")), "2024-11-12");
    EXPECT_EQ(event_with(shells, "injured").place, "Nikopol");
    EXPECT_EQ(event_with(shells, "killed").place, "Kherson");
    EXPECT_FALSE(
        has_title(read_events("The deal was signed in Oslo on Tuesday, and 13 people were injured in Nikopol.", kMonday), "injured"));
}

TEST(EventClauses, WhatIsExceptedIsNoPlaceOfTheRule) {
    const auto told = read_events(
        "Elections were held on 6 October, though in Hebron, Jenin and Nablus, where floods had killed twenty-six people, they were "
        "postponed to the 20th.",
        kMonday);
    ASSERT_EQ(told.events.size(), 2u);
    EXPECT_EQ(told.events[0].title, "Elections held");
    EXPECT_EQ(told.events[0].place, "");
    EXPECT_EQ(date_of(told.events[1]), "2024-10-20");
    EXPECT_EQ(told.events[1].place, "Hebron");
    EXPECT_EQ(told.events[1].title, "Elections postponed");
    const auto off = read_events(
        "Elections took place on 6 October in most of Bosnia, although in Jablanica, hit by floods, they were put off until 20 October.",
        kMonday);
    EXPECT_EQ(event_with(off, "put off").title, "Elections put off until 20 October");
    EXPECT_EQ(event_with(off, "put off").place, "Jablanica");
    EXPECT_EQ(
        event_with(read_events("The ministers met in Bosnia on 6 October, although in Jablanica they had been booed.", kMonday), "met")
            .place,
        "Bosnia");
    EXPECT_EQ(only_event("The vote was held on 4 March across Nigeria, except in Kano, where it was postponed.").place, "Nigeria");
    EXPECT_EQ(only_event("Schools opened on 4 March in the whole country except in Gao where they stayed closed.").place, "");
    EXPECT_EQ(only_event("The vote was held on 4 March in Abuja, but not in Kano.").place, "Abuja");
    EXPECT_EQ(only_event("The vote was held on 4 March in Abuja, though in pouring rain.").place, "Abuja");
    EXPECT_EQ(only_event("The vote was held on 4 March in Abuja and in Kano.").title, "Vote held in Abuja and in Kano");
}

TEST(EventClauses, TheDayMayStandBetweenAnAuxiliaryAndItsVerb) {
    const auto curbs = only_event("The committee had on 26 March imposed restrictions in Gaza.");
    EXPECT_EQ(curbs.title, "Committee imposed restrictions in Gaza");
    EXPECT_EQ(date_of(curbs), "2024-03-26");
    EXPECT_EQ(date_of(only_event("The mayor was on Friday arrested in Kano.")), "2024-11-15");
    EXPECT_FALSE(has_title(read_events("The committee was in 2019 territory.", kMonday), "territory"));
}

TEST(EventClauses, APluralBeforeItsOwnPhraseIsNoVerb) {
    const auto talks = only_event("Direct talks between Chad and Sudan took place in Doha on 3 May.");
    EXPECT_EQ(talks.title, "Direct talks between Chad and Sudan took place in Doha");
    EXPECT_EQ(only_event("Contracts with foreign companies were signed on 3 May, and memoranda with banks now cover more fields.").title,
              "Contracts with foreign companies signed");
    EXPECT_EQ(only_event("Contracts with foreign companies and insurance cover were signed on 3 May.").title,
              "Contracts with foreign companies and insurance cover signed");
}

TEST(EventClauses, BeforeAJudgeIsNoTime) {
    const auto court = read_events("The mayor was brought before a judge in Kano on 12 May and again on 26 May.", kMonday);
    ASSERT_EQ(court.events.size(), 2u);
    EXPECT_EQ(date_of(court.events[0]), "2024-05-12");
    EXPECT_EQ(date_of(court.events[1]), "2024-05-26");
    EXPECT_EQ(court.events[0].place, "Kano");
    EXPECT_NE(date_of(event_with(read_events("The mayor was arrested before the vote in Kano on 12 May and again on 26 May.", kMonday),
                                 "arrested")),
              "2024-05-12");
}

TEST(Clauses, ARumourOfADayIsDeniedToo) {
    const auto rumour = only_event("Rumours on 3 November that the dam had failed were untrue.");
    EXPECT_EQ(modality_of(rumour), "denied");
    EXPECT_EQ(date_of(rumour), "2024-11-03");
    EXPECT_EQ(modality_of(only_event("Reports on Friday that Egypt had closed the crossing were denied by Cairo.")), "denied");
    EXPECT_NE(modality_of(event_with(read_events("Reports on Friday that Egypt had closed the crossing alarmed traders.", kMonday),
                                     "closed the crossing")),
              "denied");
}

TEST(Clauses, TheFirstPartOfACompoundIsNoVerb) {
    EXPECT_THAT(told("Trump threatened on 1 November to send troops \"guns-a-blazing\"."),
                ElementsAre(Pair("Trump threatened to send troops guns-a-blazing", "2024-11-01")));
    EXPECT_THAT(told("Trump plans to send troops on 1 December."), ElementsAre(Pair("Trump plans to send troops", "2024-12-01")));
}

TEST(Clauses, WhatWasPlannedIsPutOff) {
    const auto trip = only_event("A trip to Rome that had been planned for last week was put off until 12 December.");
    EXPECT_EQ(trip.title, "Trip to Rome put off until 12 December");
    EXPECT_EQ(modality_of(trip), "planned");
    EXPECT_THAT(told("Officials who say the port reopened on 3 November met in Rome."), Contains(Pair("Port reopened", "2024-11-03")));
}

TEST(Clauses, WhatIsLostAgainWithinDaysIsOfThatTime) {
    EXPECT_THAT(told("The army retook Kidal in mid-October but lost Gao within days."),
                Contains(Pair("Army lost Gao within days", "2024-10-11/2024-10-21")));
    EXPECT_THAT(told("The army retook Kidal in mid-October but lost Gao within months."),
                Not(Contains(Pair(HasSubstr("lost Gao"), "2024-10-11/2024-10-21"))));
}

TEST(Clauses, ABodysDecisionOnASetDayIsHypothetical) {
    const auto board =
        event_with(read_events("If the bank's board agrees on 16 December, the loan could be paid in February.", kMonday), "board agrees");
    EXPECT_EQ(date_of(board), "2024-12-16");
    EXPECT_EQ(modality_of(board), "hypothetical");
    EXPECT_FALSE(
        has_title(read_events("If the bank closes its office on 16 December, the loan could be paid in February.", kMonday), "office"));
}

TEST(EventClauses, TheDayOfSayingIsNotThatOfASecondDeed) {
    const auto freed = read_events(
        "The hostages walked free on Saturday and were handed over to the army in Maiduguri, the governor said Monday.", kMonday);
    EXPECT_EQ(date_of(event_with(freed, "handed over")), "2024-11-16");
    const auto alone = read_events("The hostages were handed over to the army in Maiduguri, the governor said Monday.", kMonday);
    EXPECT_EQ(date_of(event_with(alone, "handed over")), "2024-11-18");  // the only day that is told
}

TEST(EventClauses, TheSameNightIsThatOfTheDeed) {
    const auto read = read_events(
        "A drone struck the depot in Omdurman on 3 November, the army said on 9 November. The same night a second drone struck the "
        "airport.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "Second drone")), "2024-11-03");
    const auto month = read_events(
        "A drone struck the depot in Omdurman on 3 October, the army said on 9 November. The same month a second drone struck the airport.",
        kMonday);
    EXPECT_NE(date_of(event_with(month, "Second drone")), "2024-10-03");
}

TEST(EventClauses, TheYearOfANameIsNoTimeOfIt) {
    const auto read = read_events("Euro 2020, held in 2021, was won by Italy.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "won by Italy")), "2021");
    EXPECT_EQ(date_of(event_with(read_events("Euro 2020 was won by Italy.", kMonday), "won by Italy")), "2020");
}

TEST(EventClauses, WhatWasDueSomewhereIsToldWithItsNewDay) {
    const auto summit = only_event("The summit due in Rome this week was postponed until 12 February.");
    EXPECT_EQ(date_of(summit), "2025-02-12");
    EXPECT_EQ(modality_of(summit), "planned");
    EXPECT_EQ(modality_of(event_with(read_events("The commission said that there was no attack on 4 August 2024.", kMonday), "no attack")),
              "denied");
}

}  // namespace
}  // namespace dateline::extract
