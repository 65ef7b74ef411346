#include "event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The second event of a sentence, with its own day, place and subject.
namespace dateline::extract {
namespace {

using Told = std::vector<std::pair<std::string, std::string>>;

TEST(EventsBeside, AClauseThatCountsItsDayFromTheMainOneIsTold) {
    EXPECT_EQ(told("Divers on Friday found the last crewman, two days after a tanker exploded in Odesa."),
              (Told{{"Divers found the last crewman", "2024-11-15"}, {"Tanker exploded in Odesa", "2024-11-13"}}));
    EXPECT_EQ(told("The army on Friday cleared the road, a day after gunmen shelled Bakhmut."),
              (Told{{"Army cleared the road", "2024-11-15"}, {"Gunmen shelled Bakhmut", "2024-11-14"}}));
    const auto two = read_events(
        "Divers on Friday found the last crewman, a day after a tanker exploded in Odesa and, 90 kilometres to the west, saboteurs blew up "
        "a bridge.",
        kMonday);
    const auto bridge = event_with(two, "Saboteurs blew up a bridge");
    EXPECT_EQ(bridge.title, "Saboteurs blew up a bridge");
    EXPECT_EQ(date_of(bridge), "2024-11-14");
    EXPECT_EQ(date_of(event_with(two, "Tanker exploded in Odesa")), "2024-11-14");
    // of a town destroyed on a day nobody can count from the visit
    EXPECT_FALSE(
        has_title(read_events("The premier visited the town destroyed on 3 May, two days after a tanker exploded in Odesa.", kMonday),
                  "Tanker exploded in Odesa and"));
    EXPECT_EQ(told("The premier will on Friday open the bridge, a day after gunmen shell Bakhmut.").size(), 1u);
}

TEST(EventsBeside, AnAsideAfterAndIsOfTheSecondClause) {
    const auto towns = read_events("Rebels took Goma on 12 November and, by 14 November, Bukavu was captured by their allies.", kMonday);
    EXPECT_EQ(date_of(event_with(towns, "Bukavu captured")), "../2024-11-14");
    EXPECT_EQ(event_with(towns, "Rebels took Goma").title, "Rebels took Goma");
}

TEST(EventsBeside, AGerundWithItsOwnDayIsTold) {
    EXPECT_EQ(told("The cyclone crossed Luzon on 3 November before weakening over land on 5 November."),
              (Told{{"Cyclone crossed Luzon before weakening over land on 5 November", "2024-11-03"},
                    {"Cyclone weakened over land", "2024-11-05"}}));
    const auto left = read_events("The grain was unloaded at Mombasa on 14 October, nine days after leaving Odesa.", kMonday);
    EXPECT_EQ(date_of(event_with(left, "left Odesa")), "2024-10-05");
    EXPECT_EQ(event_with(left, "left Odesa").place, "Odesa");
    EXPECT_EQ(told("The cyclone crossed Luzon on 3 November before weakening over land.").size(), 1u);
}

TEST(EventsBeside, AnAsideInBracketsDatesNoMainClause) {
    const auto storms =
        read_events("The storm hit towns that had begun to rebuild after Ana (landfall Quelimane, 24 January 2022; 58 deaths).", kMonday);
    EXPECT_EQ(date_of(event_with(storms, "Landfall Quelimane")), "2022-01-24");
    for (const auto& event : storms.events) EXPECT_TRUE(date_of(event) == "-" || event.title == "Landfall Quelimane") << event.title;
    EXPECT_EQ(date_of(only_event("The leaders signed the pact in Riga (12 November).")), "2024-11-12");
    for (const auto& event : read_events("The bridge (opened 3 May 1990) collapsed on Friday.", kMonday).events)
        EXPECT_TRUE(event.title.find("ollapsed") == std::string::npos || date_of(event) == "2024-11-15") << event.title;
}

TEST(EventsBeside, DaysStayOnTheirSideOfAColon) {
    const auto call = read_events(
        "A telephone call of 15 June cost Maria Sandu her office: she was suspended on 1 July and removed on 29 August.", kMonday);
    EXPECT_EQ(date_of(event_with(call, "Maria Sandu suspended")), "2024-07-01");
    EXPECT_EQ(date_of(event_with(call, "Maria Sandu removed")), "2024-08-29");
    EXPECT_EQ(date_of(event_with(call, "elephone call of 15 June")), "2024-06-15");
    EXPECT_EQ(date_of(only_event("15 June: she was suspended by the council.")), "2024-06-15");
}

TEST(EventsBeside, APronounAfterAColonIsNobodyOfAnotherParagraph) {
    const auto read =
        read_events("Ivan Petrov died in Sofia on 3 May.\n\nThe quarrel cost the party dear: he was suspended on 1 July.", kMonday);
    EXPECT_FALSE(has_title(read, "Petrov suspended"));
    EXPECT_TRUE(has_title(read_events("Ivan Petrov died in Sofia on 3 May. He was buried on 7 May.", kMonday), "Petrov buried"));
}

TEST(EventsBeside, AnEntrysDayIsOfItsNoun) {
    const auto entry = read_events("8 Nov: Protests against the nomination of Gen. Mutombo, who landed in Uvira on 1 Nov.", kMonday);
    EXPECT_EQ(date_of(event_with(entry, "Protests")), "2024-11-08");
    EXPECT_EQ(date_of(event_with(entry, "landed in Uvira")), "2024-11-01");
    EXPECT_EQ(date_of(only_event("8 Nov: Gen. Mutombo landed in Uvira.")), "2024-11-08");
}

TEST(EventsBeside, WhatHappenedAtAPlaceIsNotWhatIsToldOfIt) {
    const auto mass = read_events("A mass planned at the church where 40 people were massacred on 27 July was called off.", kMonday);
    EXPECT_EQ(date_of(event_with(mass, "massacred")), "2024-07-27");
    EXPECT_FALSE(has_title(mass, "On 27 July"));
}

TEST(EventsBeside, ANumberOfMoreIsNoParticiplesSubject) {
    const auto ship = read_events("A ship with a further 10,000 left Durban on 12 November and should dock at Nacala next week.", kMonday);
    EXPECT_EQ(event_with(ship, "left Durban").title, "Ship with a further 10,000 left Durban");
    EXPECT_EQ(event_with(ship, "left Durban").place, "Durban");
    EXPECT_EQ(modality_of(event_with(ship, "dock at Nacala")), "planned");
    EXPECT_TRUE(has_title(read_events("A further 10 wounded Tuesday were flown to Rome on 14 November.", kMonday), "flown to Rome"));
}

TEST(EventsBeside, APutOffVoteHasItsNewDay) {
    const auto vote = read_events("Last week the court put the presidential vote off from 6 December 2024 to 18 January 2025.", kMonday);
    bool found = false;
    for (const auto& event : vote.events) found = found || (date_of(event) == "2025-01-18" && modality_of(event) == "planned");
    EXPECT_TRUE(found);
    for (const auto& event : vote.events) EXPECT_NE(date_of(event), "2024-12-06");
}

TEST(EventsBeside, ADayBeforeWhenIsOfThatClause) {
    const auto war = read_events(
        "The quarrel flared in April 2009 and, worst of all, from 4 to 7 February 2011, when a temple collapsed under shelling.", kMonday);
    ASSERT_EQ(war.events.size(), 2u);
    EXPECT_EQ(date_of(war.events[0]), "2009-04");
    EXPECT_EQ(date_of(war.events[1]), "2011-02-04/2011-02-07");
    EXPECT_EQ(war.events[1].title, "Temple collapsed under shelling");
}

TEST(EventsBeside, AThingOfAListHasItsOwnDay) {
    const auto ships =
        read_events("The rebels sank two bulk carriers, Aurelia on 6 July and Karin B on 9 July, both off Hodeidah.", kMonday);
    ASSERT_EQ(ships.events.size(), 2u);
    EXPECT_EQ(ships.events[0].title, "Rebels sank Aurelia");
    EXPECT_EQ(ships.events[1].title, "Rebels sank Karin B");
    EXPECT_EQ(date_of(ships.events[1]), "2024-07-09");
    for (const auto& event : ships.events) EXPECT_EQ(event.place, "Hodeidah");
    EXPECT_EQ(told("The navy sank the tanker on 6 July and the frigate on 9 July."),
              (Told{{"Navy sank the tanker", "2024-07-06"}, {"Navy sank the frigate", "2024-07-09"}}));
    EXPECT_FALSE(has_title(read_events("The army took the hill on 6 July and the rebels on 9 July.", kMonday), "took the rebels"));
}

TEST(EventsBeside, AClauseAfterASemicolonHasItsSubjectBeforeARelativeClause) {
    const auto shots = read_events(
        "On 10 June, two dozen coordinated attacks in Cali, Pasto, San Pedro and Palmira left seven people dead; three days earlier "
        "Senator Ana Ruiz, who hoped to be president, had been shot at a rally in Bogota.",
        kMonday);
    ASSERT_EQ(shots.events.size(), 2u);
    EXPECT_EQ(date_of(shots.events[0]), "2024-06-10");
    EXPECT_THAT(shots.events[0].title, testing::HasSubstr("oordinated attacks"));
    EXPECT_EQ(date_of(shots.events[1]), "2024-06-07");
    EXPECT_EQ(shots.events[1].title, "Senator Ana Ruiz shot at a rally in Bogota");
    EXPECT_TRUE(shots.events[0].actors.empty());
}

TEST(EventsBeside, APluralAfterADayIsNoVerb) {
    EXPECT_EQ(only_event("On 10 June attacks in Cali and Lima killed seven people.").title, "Attacks in Cali and Lima killed seven people");
    EXPECT_TRUE(has_title(read_events("A report published on 10 June blames Lima for the attacks of May.", kMonday), "blames Lima"));
}

TEST(EventsBeside, AnEntrysDayGoesPastAPlaceWhereSomethingHappened) {
    const auto mass =
        read_events("14 Sept: commemoration planned at the parish where 40+ people were massacred on 27 July was called off.", kMonday);
    EXPECT_EQ(date_of(event_with(mass, "massacred")), "2024-07-27");
    ASSERT_EQ(mass.events.size(), 2u);
    EXPECT_EQ(mass.events[1].title, "Commemoration planned at the parish called off");
}

TEST(OneEvent, AnAttackAndHowItWentOn) {
    const auto one = only_event("A ship reported that five to six pirates attacked and boarded it on 13 July, 18 nm south of Bonny.");
    EXPECT_EQ(one.title, "Five to six pirates attacked");
    EXPECT_EQ(date_of(one), "2024-07-13");
    EXPECT_EQ(one.kind, "attack");
    const auto two = only_event("Pirates attacked a tanker off Lagos on 3 May. Pirates boarded it on 3 May.");
    EXPECT_EQ(two.title, "Pirates attacked a tanker off Lagos");
    EXPECT_NE(extra_of(two, "mentions"), "");
    EXPECT_EQ(told("Pirates attacked a tanker off Lagos on 3 May. Pirates boarded a trawler on 3 May.").size(), 2u);
    EXPECT_EQ(told("Rebels attacked Goma on 3 May. Rebels attacked Bukavu on 3 May.").size(), 2u);
}

TEST(WrongSubjects, WhatHarmedIsTheHappeningAndNotItsSurvivors) {
    EXPECT_EQ(only_event("Rescuers looked for survivors of an earthquake that hit Agadir on Friday.").title, "Earthquake hit Agadir");
    EXPECT_TRUE(has_title(read_events("Police spoke to victims of a fraud that were deported on Friday.", kMonday), "ictims of a fraud"));
}

TEST(WrongSubjects, NobodyIsChargedByHimself) {
    EXPECT_TRUE(
        has_title(read_events("Two suspects were held in Cali on Sunday. Prosecutors said they would be charged on Wednesday.", kMonday),
                  "wo suspects would be charged"));
    EXPECT_TRUE(has_title(read_events("Rebels said they had shot down a drone on Friday.", kMonday), "Rebels shot down"));
}

TEST(WrongSubjects, WhatIsAllegedByOneIsOfTheOther) {
    const auto wing = only_event("A wing of the temple is alleged by Phnom Penh to have collapsed on 7 February.");
    EXPECT_EQ(wing.title, "Wing of the temple collapsed");
    EXPECT_EQ(wing.attribution, "Phnom Penh");
    EXPECT_EQ(modality_of(wing), "claimed");
}

TEST(WrongSubjects, ANameBetweenCommasCallsNobody) {
    for (const auto& event :
         read_events("Delhi has not accepted the border of 1914, called the McMahon Line, and claims the plateau.", kMonday).events)
        EXPECT_EQ(event.title.find("Delhi called"), std::string::npos);
    EXPECT_EQ(told("The company fired its head, named Ann Bell on Friday, and closed a plant.").size(),
              told("The company fired its head, appointed Ann Bell on Friday, and closed a plant.").size());
}

TEST(Modality, ASentenceThatFollowsWithdrawsAPlan) {
    const auto talks = event_with(read_events("8 Nov.: Talks with Chad in Rome. Postponed at the request of the Chadian side.", kMonday),
                                  "Talks with Chad");
    EXPECT_EQ(modality_of(talks), "denied");
    EXPECT_EQ(
        modality_of(event_with(read_events("The premier signed the pact in Rome on 8 November. Postponed repairs will follow.", kMonday),
                               "signed the pact")),
        "");
}

TEST(Modality, WhatIsContraryToWhatWasSaidIsDenied) {
    for (const char* text : {"The stores have not been looted, contrary to what was said on Saturday.",
                             "Contrary to what was said on Saturday, the stores have not been looted."}) {
        const auto stores = only_event(text);
        EXPECT_EQ(stores.title, "Stores have not been looted") << text;
        EXPECT_EQ(modality_of(stores), "denied") << text;
        EXPECT_EQ(date_of(stores), "2024-11-16") << text;
    }
}

TEST(Modality, WhatNobodyAnswersForIsClaimed) {
    for (const char* text :
         {"Unconfirmed reports received on 12 November speak of a landslide at Namialo.",
          "12 November: Trawler said to have been shot at off Vardo.", "Rebels are said to have seized Goma on 12 November.",
          "The loan was signed on 12 November if one believes a leaflet.",
          "The loan was signed on 12 November, if the radio is to be believed.",
          "Soldiers burned the village on 12 November, residents claimed."})
        EXPECT_EQ(modality_of(only_event(text)), "claimed") << text;
    EXPECT_EQ(only_event("12 November: Trawler said to have been shot at off Vardo.").title, "Trawler shot at off Vardo");
    for (const char* text : {"Confirmed reports received on 12 November speak of a landslide at Namialo.",
                             "Soldiers burned the village on 12 November, residents said."})
        EXPECT_EQ(modality_of(only_event(text)), "") << text;
}

TEST(Modality, ARumourEndsAtASemicolon) {
    const auto slide = read_events(
        "Unconfirmed reports received on 12 November speak of a landslide at Namialo; a mission sent out on 14 November found nothing.",
        kMonday);
    EXPECT_EQ(modality_of(event_with(slide, "landslide at Namialo")), "claimed");
    for (const auto& event : slide.events) EXPECT_TRUE(date_of(event) != "2024-11-14" || modality_of(event).empty()) << event.title;
}

TEST(Modality, WhatHasNotBeenSinceIsAStateAndNoDenial) {
    const auto court = only_event("Sofia has not recognised the court since 1960.");
    EXPECT_EQ(modality_of(court), "");
    EXPECT_EQ(court.title, "Sofia has not recognised the court");
    EXPECT_EQ(date_of(court), "1960/..");
    EXPECT_EQ(modality_of(only_event("Sofia did not recognise the court in 1960.")), "denied");
}

TEST(Dates, FiveToSixOfAThingAreNoHour) {
    EXPECT_EQ(date_of(only_event("Five to six boats capsized off Lagos on 12 November.")), "2024-11-12");
}

TEST(EventsBeside, WhatWasDoneWhereSomebodyWentIsTold) {
    const Extraction deal = read_events(
        "The delegation went on to Cairo, where Danek and Ama Mensah signed an agreement on grain on 5 November.", "2025-11-20");
    EXPECT_EQ(date_of(event_with(deal, "signed")), "2025-11-05");
    EXPECT_EQ(event_with(deal, "signed").place, "Cairo");
    EXPECT_EQ(date_of(event_with(deal, "went on")), "2025-11-05");
    EXPECT_EQ(
        date_of(event_with(
            read_events("The minister began the tour in Budapest, where on 3 November he and his counterpart agreed to build a pipeline.",
                        "2025-11-20"),
            "agreed")),
        "2025-11-03");
    // whom he met there is his visit
    EXPECT_EQ(read_events("He travelled to Washington, where the president received him on 19 May.", "2025-11-20").events.size(), 1u);
}

TEST(EventsBeside, WhatIsExtendedToADayLastsUntilThen) {
    const auto one = only_event("The contract for the dredging was extended to 30 June 2026.", "2025-11-20");
    EXPECT_EQ(date_of(one), "../2026-06-30");
    EXPECT_EQ(one.title, "Contract for the dredging extended to 30 June 2026");
    EXPECT_EQ(date_of(only_event("The ceasefire has been prolonged to the end of March 2026.", "2025-11-20")), "../2026-03-31");
    EXPECT_EQ(date_of(only_event("The lake fair was moved to 12 May 2026.", "2025-11-20")), "2026-05-12");  // a day of its own, and no end
    const auto council = read_events(
        "The Lake Council, meeting in Geneva on 12 November, extended the mandate of the panel until 12 March 2027.", "2025-11-20");
    EXPECT_EQ(date_of(event_with(council, "extended")), "2025-11-12");
}

TEST(EventsBeside, MonthOrCountedTimeBeforeASecondVerbIsNoSubject) {
    for (const char* text : {"The general was arrested on 6 October and in November sentenced to 20 years.",
                             "The general was arrested on 6 October and on 9 November sentenced to 20 years.",
                             "The general was arrested on 6 October and two weeks later sentenced to 20 years."}) {
        const auto read = read_events(text, "2025-11-20");
        EXPECT_EQ(event_with(read, "arrested").title, "General arrested") << text;
        EXPECT_EQ(event_with(read, "sentenced").title, "General sentenced to 20 years") << text;
    }
    EXPECT_EQ(event_with(read_events("The dam burst on 6 October and in November thousands fled.", "2025-11-20"), "fled").title,
              "Thousands fled");
}

TEST(EventsBeside, DaysAreCountedFromADayToldWithoutACommaOrInARelativeClause) {
    EXPECT_EQ(date_of(event_with(read_events("A week after the summit on 4 November the army seized a bridge.", "2025-11-20"), "seized")),
              "2025-11-11~");
    EXPECT_EQ(
        date_of(event_with(read_events("Two days after the vote on 4 November police arrested the mayor.", "2025-11-20"), "arrested")),
        "2025-11-06");
    const auto session = read_events(
        "Four days after the session, which was held in Vienna on 4 November, guards turned back a convoy of lorries.", "2025-11-20");
    EXPECT_EQ(date_of(event_with(session, "turned back")), "2025-11-08");
    for (const auto& event : session.events) EXPECT_NE(date_of(event), "2025-10-31") << event.title;
}

TEST(EventsBeside, UntilWhenSomethingMayBeHandedInIsPlanned) {
    for (const char* text : {"Dredging of the mineral quay, bids by 28 November 2025.", "Track renewal; offers due 28 November 2025",
                             "Tender 14/25, supply of sleepers; deadline 28 November 2025."}) {
        const auto one = only_event(text, "2025-11-20");
        EXPECT_EQ(date_of(one), "2025-11-28") << text;
        EXPECT_TRUE(one.title.find("28 November") != std::string::npos) << one.title;
    }
    EXPECT_TRUE(read_events("A note on bids, offers and tenders.", "2025-11-20").events.empty());
}

TEST(EventsBeside, PluralsThatDoSomethingOnADayDoIt) {
    EXPECT_EQ(only_event("The borders open on 5 December.", "2025-11-20").title, "Borders open");
    EXPECT_EQ(date_of(only_event("The airports close on Sunday.", "2025-11-20")), "2025-11-23");
    EXPECT_TRUE(read_events("Mountain peaks close in on the valley.", "2025-11-20").events.empty());
}

TEST(EventsBeside, ABareNumberDiesOrArrives) {
    EXPECT_EQ(only_event("At least 42 died in Goma on 3 May.", "2025-05-17").title, "At least 42 died in Goma");
    EXPECT_EQ(date_of(only_event("The mission has 1,000 officers; a further 150 arrived from Guatemala in January.", "2025-05-17")),
              "2025-01");
    EXPECT_TRUE(read_events("The register lists 42 wounded in the fighting.", "2025-05-17").events.empty());
}

TEST(EventsBeside, WhatWasOncePlannedForAMonthIsBehind) {
    const auto read = read_events("A conference once planned for Oslo in March will now take place in Lima on 18 June.", "2025-05-17");
    EXPECT_EQ(date_of(event_with(read, "once planned")), "2025-03");
    EXPECT_EQ(date_of(event_with(read, "take place")), "2025-06-18");
}

TEST(EventsBeside, ADayBehindWhoseWorkTheObjectIsBelongsToTheVerb) {
    EXPECT_EQ(date_of(event_with(read_events("The minister inaugurated a ward built by Cuba in Gonaives on 15 May.", "2025-05-17"),
                                 "inaugurated")),
              "2025-05-15");
    EXPECT_EQ(event_with(read_events("We opened a clinic in Goma on 30 April.", "2025-05-17"), "linic").title, "Clinic opened in Goma");
}

TEST(EventsBeside, ADeedThatSomebodyAnswersForHasItsOwnDay) {
    const auto read = read_events("On Friday police arrested four men over the killing of a baker in Valletta in October 2017.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "arrested")), "2024-11-15");
    EXPECT_EQ(date_of(event_with(read, "Killing of")), "2017-10");
    for (const auto& event : read_events("Police arrested four men over the killing of a baker in October 2017.", kMonday).events)
        EXPECT_TRUE(event.title.find("arrested") == std::string::npos || date_of(event) != "2017-10") << event.title;
    EXPECT_EQ(date_of(only_event("The colonel was convicted of murder in 2011.", kMonday)), "2011");  // then he was convicted
}

}  // namespace
}  // namespace dateline::extract
