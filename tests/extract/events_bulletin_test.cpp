#include "extract/event_support.h"
#include "extract/temporal_support.h"

#include <gtest/gtest.h>

#include <algorithm>

// Digests of ministries, situation notes, monthly reviews: dated heads, background years, claims and denials.
namespace dateline::extract {
namespace {

TEST(EventBulletin, TheDayOfADatelineIsThatOfAllItsParagraph) {
    const auto read = read_events(
        "LUSAKA, 11 March \u2013 The minister received the envoy of Norway. The commissioner, for her part, urged Lusaka to carry out the "
        "pact, accepted in Oslo on 27 February 2023.\n\n"
        "NDOLA, 13 March \u2013 An office of the bank will open here on 1 June, it was announced after the meeting of the minister with "
        "the mayor.\n",
        "2025-03-17");
    EXPECT_EQ(date_of(event_with(read, "urged Lusaka")), "2025-03-11");
    EXPECT_EQ(date_of(event_with(read, "received the envoy")), "2025-03-11");
    EXPECT_EQ(date_of(event_with(read, "announced")), "2025-03-13");
    EXPECT_EQ(date_of(event_with(read, "Pact accepted in Oslo")), "2023-02-27");
    // the next paragraph has no dateline, and what had been done before has its own time
    const auto other = read_events(
        "LUSAKA, 11 March \u2013 The minister received the envoy. The envoy had visited Ndola.\n\nThe commissioner urged Lusaka to carry "
        "out the pact.\n",
        "2025-03-17");
    EXPECT_EQ(date_of(event_with(other, "urged Lusaka")), "-");
    EXPECT_FALSE(has_title(other, "Ndola") && date_of(event_with(other, "visited Ndola")) == "2025-03-11");
}

TEST(EventBulletin, APhraseSetOffByCommasHasItsOwnDay) {
    const auto read = read_events(
        "LUSAKA, 11 March \u2013 At the Lakes and Rivers Council, postponed twice last year, the delegation urged Harare to sign the "
        "accord.",
        "2025-03-17");
    EXPECT_EQ(date_of(event_with(read, "postponed twice")), "2024");
    EXPECT_EQ(date_of(event_with(read, "urged Harare")), "2025-03-11");
}

TEST(EventBulletin, ASpeechOfItsOwnDayIsToldWithWhatWasSaid) {
    const auto read = read_events(
        "The transport minister, Ana Lee, claimed in Ndola on 12 March that land clearance had been completed in June.", "2025-03-17");
    EXPECT_EQ(date_of(event_with(read, "claimed that")), "2025-03-12");
    EXPECT_TRUE(has_title(read, "claimed that land clearance had been completed"));
    EXPECT_EQ(date_of(event_with(read, "Land clearance completed")), "2024-06");
    EXPECT_EQ(modality_of(event_with(read, "Land clearance completed")), "claimed");
}

TEST(EventBulletin, TheDayOfAPaperIsNotThatOfWhatItTells) {
    const auto read =
        read_events("According to the daily Vesti of 14 March, the cabinet decided on 6 March to expel two envoys.", "2025-03-17");
    ASSERT_EQ(read.events.size(), 1u);
    EXPECT_EQ(date_of(read.events.front()), "2025-03-06");
    EXPECT_EQ(date_of(only_event("According to the daily Vesti of 14 November, the cabinet expelled two envoys.")), "2024-11-14");
}

TEST(EventBulletin, WhatHadToBeDoneWasDone) {
    EXPECT_EQ(modality_of(only_event("The bridge had to be closed on 12 November.")), "");
    EXPECT_EQ(only_event("The bridge had to be closed on 12 November.").title, "Bridge closed");
    EXPECT_EQ(only_event("Fourteen people had to be taken to hospital on 12 November.").title, "Fourteen people taken to hospital");
    EXPECT_EQ(only_event("The army had to withdraw from Kidal on 12 November.").title, "Army had to withdraw from Kidal");
    EXPECT_EQ(modality_of(only_event("Lorries have to be weighed from 1 December.")), "planned");
    EXPECT_EQ(only_event("Lorries have to be weighed from 1 December.").title, "Lorries have to be weighed");
    const document::Event off = only_event("A visit by monitors, planned for 17 November, had to be called off for lack of guarantees.");
    EXPECT_EQ(modality_of(off), "denied");
    EXPECT_EQ(date_of(off), "2024-11-17");
    // "hospital" is nothing that anybody is to do
    EXPECT_EQ(only_event("Fourteen people were taken to hospital on 12 November.").title, "Fourteen people taken to hospital");
    EXPECT_EQ(modality_of(only_event("Two men were sent to prison on 12 November.")), "");
}

TEST(EventBulletin, ClaimsThatPhrasesPartFromTheirMatterAreDenied) {
    const document::Event post =
        only_event("Claims on Telegram that a drone struck the terminal on the night of 16 November were dismissed by the company.");
    EXPECT_EQ(modality_of(post), "denied");
    EXPECT_EQ(date_of(post), "2024-11-16");
    EXPECT_EQ(modality_of(only_event("Claims in local media that a drone struck the terminal on 16 November were false.")), "denied");
    const auto aside = read_events(
        "The ministry denied allegations, carried by a portal on Tuesday, that soldiers had crossed the line near Kidal on the night "
        "between 8 and 9 November.",
        kMonday);
    ASSERT_TRUE(std::any_of(aside.events.begin(), aside.events.end(), [](const document::Event& e) {
        return modality_of(e) == "denied" && date_of(e) == "2024-11-08/2024-11-09" && e.place == "Kidal";
    }));
    const auto railway = read_events(
        "The railway signed a contract in Lubumbashi on 12 July, but denied a report by the agency of 19 July that the work had been "
        "awarded to a foreign firm.",
        "2024-09-02");
    EXPECT_EQ(modality_of(event_with(railway, "Railway denied")), "denied");
    EXPECT_EQ(modality_of(event_with(railway, "signed a contract")), "");
}

TEST(EventBulletin, AsWasAnnouncedTellsNothing) {
    const document::Event absent = only_event("The premier did not come to Astana on 15 November as had been announced.");
    EXPECT_EQ(modality_of(absent), "denied");
    EXPECT_EQ(absent.title, "Premier did not come");
    EXPECT_EQ(only_event("The firm opened the mine on 15 November as was planned.").title, "Firm opened the mine");
}

TEST(EventBulletin, ConditionsAreHypotheticalAndDutiesPlanned) {
    EXPECT_EQ(modality_of(only_event("Were the level to fall further, the port of Aktau would have to be dredged in 2027.")),
              "hypothetical");
    EXPECT_EQ(modality_of(only_event("Should the level fall, the port would be closed in 2027.")), "hypothetical");
    EXPECT_EQ(modality_of(only_event("The port would be closed in 2027.")), "planned");
    EXPECT_EQ(modality_of(only_event("By the end of 2028 the consortium must have brought 300 wagons into service.")), "planned");
    const auto pact = read_events("Had the road pact signed on 2 May 2021 been carried out, the clash would have been avoided.", kMonday);
    EXPECT_EQ(modality_of(event_with(pact, "signed")), "");
    EXPECT_EQ(date_of(event_with(pact, "signed")), "2021-05-02");
    // without a participle beside the subject it is the verb itself that was not
    EXPECT_EQ(modality_of(event_with(read_events("Had Georgia signed the pact on 2 May 2021, the clash would have been avoided.", kMonday),
                                     "signed")),
              "denied");
}

TEST(EventBulletin, WhatWasDueAtFirstIsOfThePast) {
    const auto read = read_events("A second load, originally due to depart at the end of July, is now planned for mid-December.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "depart")).substr(0, 7), "2024-07");
    EXPECT_EQ(modality_of(event_with(read, "depart")), "denied");
}

TEST(EventBulletin, ADayMayPartAVerbFromItsAuxiliary) {
    const document::Event handed = only_event("The investigators were on Tuesday, 12 November, handed the files by prosecutors in Almaty.");
    EXPECT_EQ(date_of(handed), "2024-11-12");
    EXPECT_EQ(handed.place, "Almaty");
}

TEST(EventBulletin, AnAbbreviatedMonthHeadsItsEntryBeforeAName) {
    const auto read = read_events(
        "- **9 Oct.** The premier met the envoy in Lusaka.\n- **23\u201324 Oct.** President Lee attended the session in Ndola. Speaking on "
        "the Thursday, he called the bank a failure.\n"
        "- 30 Sept. Kenyan police raided a camp. Two men were killed.\n",
        "2024-10-31");
    EXPECT_EQ(date_of(event_with(read, "met the envoy")), "2024-10-09");
    EXPECT_EQ(date_of(event_with(read, "attended the session")), "2024-10-23/2024-10-24");
    EXPECT_EQ(event_with(read, "attended the session").place, "Ndola");
    EXPECT_EQ(date_of(event_with(read, "called the bank")), "2024-10-24");
    EXPECT_EQ(date_of(event_with(read, "raided a camp")), "2024-09-30");
    EXPECT_EQ(date_of(event_with(read, "Two men killed")), "2024-09-30");
    // at the end of a sentence it heads nothing
    const auto other = read_events("The fair will be held on 5 Oct. President Lee opened the last one.", "2024-09-20");
    EXPECT_EQ(date_of(event_with(other, "Fair will be held")), "2024-10-05");
}

TEST(EventBulletin, TheDayBeforeCountsFromWhatWasToldAndNotFromItsBackground) {
    const auto read = read_events(
        "On 17 October Zambia barred the import of wheat, a step that followed Kenya's own ban of 21 August. The envoy, who had been in "
        "Nairobi the day before, said that talks would resume in Ndola on 14 November.",
        "2024-10-31");
    EXPECT_EQ(date_of(event_with(read, "had been in Nairobi")), "2024-10-16");
    EXPECT_EQ(date_of(event_with(read, "own ban")), "2024-08-21");
}

TEST(EventBulletin, WhereSomethingWillStandHasAnEventOfItsOwn) {
    const auto read = read_events("The plant will rise near the town of Kafue, where hearings were broken up in August 2023.", kMonday);
    ASSERT_EQ(read.events.size(), 1u);
    EXPECT_EQ(modality_of(read.events.front()), "");
    EXPECT_EQ(date_of(read.events.front()), "2023-08");
    EXPECT_EQ(read.events.front().place, "Kafue");
}

TEST(EventBulletin, WhatIsDecidedInAVoteIsOfItsDay) {
    const document::Event vote =
        only_event("Voters approved the building of the plant in a referendum held on 6 October, with turnout put at 63 per cent.");
    EXPECT_EQ(date_of(vote), "2024-10-06");
    EXPECT_TRUE(vote.title.starts_with("Voters approved the building of the plant"));
    EXPECT_EQ(only_event("The union rejected the results of the elections held on 6 October.").title, "Elections held");
}

TEST(EventBulletin, APhraseBehindANounIsNoSubject) {
    const auto read = read_events(
        "At the Consulate General an exhibition dedicated to the victims of the flood, which was announced in August, was opened on Friday "
        "by the consul.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "xhibition dedicated to the victims of the flood opened")), "2024-11-15");
    EXPECT_FALSE(has_title(read, "onsulate"));
}

TEST(EventBulletin, WhatTheTimetableSaysIsPlannedAndNobodysWord) {
    const auto read =
        read_events("On 15 November a train left Lusaka for Ndola, arriving on 8 December according to the timetable.", kMonday);
    const document::Event arrival = event_with(read, "Train arriving");
    EXPECT_EQ(date_of(arrival), "2024-12-08");
    EXPECT_EQ(modality_of(arrival), "planned");
    EXPECT_EQ(arrival.attribution, "");
}

TEST(EventBulletin, AnHourInANoteMakesNoOtherEvent) {
    const auto read = read_events(
        "**16 Nov.** The presidents ordered their troops to pull back. A ceasefire announced for 16:00 was broken within the hour. In "
        "Kidal a unit is said to have seized a depot.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "broken within the hour")), "2024-11-16");
    EXPECT_EQ(date_of(event_with(read, "seized a depot")), "2024-11-16");
    EXPECT_EQ(modality_of(event_with(read, "seized a depot")), "claimed");
    EXPECT_EQ(read.events.size(), 3u);
}

TEST(EventBulletin, ADayOnItsLineIsOfTheBulletinWhateverWasToldAboveIt) {
    const auto read = read_events(
        "WEEKLY NEWS BRIEF\n15 \u2013 21 SEPTEMBER 2025\n\n17 SEP.\nThe round, due on 24-25 September, was discussed. The ministry "
        "condemns the vote held in Goma on 14 September. "
        "On the same occasion it recalled that the ceasefire agreement of 12 August 2008, brokered by the presidency, remains "
        "unfulfilled.\n\n"
        "18 SEP.\nIn Lusaka the ambassador handed over a note.\n\n19 SEP.\nZambia and Kenya exchanged notes.\n\n"
        "20-21 SEP.\nOn Saturday, 20 September, a memorial to the fallen of 1993 was unveiled in Ndola. The following day the president "
        "attended a service in Kabwe.\n\n"
        "COMING UP\n23.09 \u2013 the minister addresses the summit, New York\n25.09 \u2013 Zambia\u2013Kenya talks, Kisumu\n",
        "2025-09-21");
    EXPECT_EQ(date_of(event_with(read, "handed over a note")), "2025-09-18");
    EXPECT_EQ(date_of(event_with(read, "exchanged notes")), "2025-09-19");
    EXPECT_EQ(date_of(event_with(read, "emorial to the fallen")), "2025-09-20");
    EXPECT_EQ(date_of(event_with(read, "attended a service")), "2025-09-21");
    EXPECT_EQ(date_of(event_with(read, "addresses the summit")), "2025-09-23");
    EXPECT_EQ(date_of(event_with(read, "Kenya talks")), "2025-09-25");
    EXPECT_EQ(event_with(read, "Kenya talks").place, "Kisumu");
}

TEST(EventBulletin, HoursThatOpenLinesAreNoDays) {
    const auto read = read_events(
        "Programme of 5 May 2025\n\n09.10 \u2013 Arrival of the delegation, Lusaka\n14.30 \u2013 Signing of the pact\n", "2025-05-02");
    EXPECT_EQ(date_of(event_with(read, "Arrival")).substr(0, 10), "2025-05-05");
    EXPECT_EQ(date_of(event_with(read, "Signing")).substr(0, 10), "2025-05-05");
}

TEST(EventBulletin, ARangeInBracketsHasOneYear) {
    const auto read = read_events(
        "Construction is slated to begin in December. The coastguards held a joint patrol in the Gulf of Tonkin (3\u20135 September).",
        "2025-09-30");
    EXPECT_EQ(date_of(event_with(read, "oint patrol")), "2025-09-03/2025-09-05");
}

TEST(EventBulletin, AnAsideBeforeTheVerbIsNoSubject) {
    const auto town = read_events("By Wednesday noon the mining town of Nyabibwe, 100 km from Bukavu, had changed hands.", kMonday);
    EXPECT_TRUE(has_title(town, "Mining town of Nyabibwe changed hands"));
    const auto bodies = read_events(
        "The bodies of 14 soldiers killed between 23 and 28 October left Goma by road on 7 November and, after transiting Kigali and "
        "Entebbe, should be flown to Pretoria on 20 November.",
        kMonday);
    EXPECT_EQ(date_of(event_with(bodies, "oldiers killed")), "2024-10-23/2024-10-28");
    EXPECT_EQ(date_of(event_with(bodies, "left Goma by road")), "2024-11-07");
    EXPECT_TRUE(has_title(bodies, "Bodies of 14 soldiers killed between 23 and 28 October should be flown to Pretoria"));
    const auto unit = read_events(
        "The floating unit Osman Gazi, which was renamed in Trieste on 5 October after having been bought in Norway, passed the Bosphorus "
        "on 2 November.",
        kMonday);
    EXPECT_EQ(date_of(event_with(unit, "passed the Bosphorus")), "2024-11-02");
    EXPECT_TRUE(has_title(unit, "Floating unit Osman Gazi passed the Bosphorus"));
}

TEST(EventBulletin, WhatWasRescheduledForADayIsPlanned) {
    const document::Event round =
        only_event("The round, due on 24\u201325 October, has been rescheduled for 4 December at the request of the hosts.");
    EXPECT_EQ(date_of(round), "2024-12-04");
    EXPECT_EQ(modality_of(round), "planned");
}

TEST(EventBulletin, WhatIsDoneToNobodyIsDenied) {
    EXPECT_EQ(modality_of(only_event("Belgium expelled no diplomats on 6 November.")), "denied");
    EXPECT_EQ(modality_of(only_event("The sides signed no treaty in Kidal on 3 November.")), "denied");
    EXPECT_EQ(modality_of(only_event("The army found no mines in Kidal on 3 November.")), "");
}

TEST(EventBulletin, WhatIsNotConfirmedIsClaimed) {
    const document::Event drones = only_event("On 8 Nov. two drones were shot down at Sake (not independently confirmed).");
    EXPECT_EQ(modality_of(drones), "claimed");
    EXPECT_EQ(drones.attribution, "");
    EXPECT_EQ(drones.title, "Two drones shot down at Sake");
    EXPECT_EQ(modality_of(only_event("On 8 November two drones were shot down at Sake (unconfirmed).")), "claimed");
    EXPECT_EQ(modality_of(only_event("On 8 November two drones were shot down at Sake (north of Goma).")), "");
}

TEST(EventBulletin, WordsBesideANounAreNoVerbs) {
    EXPECT_TRUE(only_event("The minister met in Lusaka on 15 November with Dag Berg, the newly arrived ambassador of Norway.")
                    .title.starts_with("Minister met in Lusaka with Dag Berg"));
    EXPECT_EQ(only_event("The ministry condemns the so-called elections held in Goma on 14 November.").title,
              "So-called elections held in Goma");
    const auto where = read_events("He flew on to New York, where he spoke at the General Assembly on 15 November.", kMonday);
    for (const document::Event& event : where.events) EXPECT_EQ(event.attribution, "") << event.title;
    const auto relative = read_events(
        "The spokesman said on 14 November that Vietnam rejects the lines which Beijing had drawn around the shoal in November 2023.",
        kMonday);
    EXPECT_TRUE(has_title(relative, "Spokesman said that Vietnam rejects the lines"));
}

TEST(EventBulletin, AnEntrysOwnVerbIsThatBehindAnAside) {
    const auto read = read_events("Sept 26: The third water dialogue, originally scheduled for August, opens in Vientiane.", "2025-09-30");
    EXPECT_EQ(date_of(event_with(read, "opens in Vientiane")), "2025-09-26");
    EXPECT_EQ(date_of(event_with(read, "dialogue scheduled")), "2025-08");
    EXPECT_EQ(modality_of(event_with(read, "dialogue scheduled")), "denied");
    EXPECT_EQ(date_of(event_with(read_events("The dialogue, founded in 2016, opens in Vientiane on 26 November.", kMonday),
                                 "opens in Vientiane")),
              "2024-11-26");
}

TEST(EventBulletin, WhatBelongsToAThingIsNotThatThing) {
    const auto read = read_events(
        "The link Mokrin\u2013Arad, the tender for which was annulled in March, was to have been ready by the end of 2023.", kMonday);
    EXPECT_EQ(event_with(read, "annulled").title, "Tender annulled");
    EXPECT_EQ(modality_of(event_with(read, "ready")), "denied");
    EXPECT_TRUE(has_title(read, "Link Mokrin\u2013Arad was to have been ready"));
}

TEST(EventItems, BarsPartTheEntriesOfALineToo) {
    const auto read = read_events(
        "DIARY\n14 Nov, Bucharest: Oil & Gas Forum | 19\u201320 Nov, Istanbul: Energy Summit | 28 Nov: decision on tariffs", "2024-11-11");
    ASSERT_EQ(read.events.size(), 3u);
    EXPECT_EQ(read.events[0].title, "Oil & Gas Forum");
    EXPECT_EQ(read.events[0].place, "Bucharest");
    EXPECT_EQ(read.events[1].place, "Istanbul");
    EXPECT_EQ(date_of(read.events[1]), "2024-11-19/2024-11-20");
    EXPECT_EQ(date_of(read.events[2]), "2024-11-28");
    // rows of a table stay rows
    const auto rows = read_events("| 12 March | Bunia | clash |\n| 13 March | Goma | strike |", kMonday);
    EXPECT_EQ(rows.events.size(), 2u);
}

TEST(EventBulletin, WhatTheNextSentenceRefutesIsClaimedOrDenied) {
    const auto press = read_events(
        "According to the daily Vesti of 14 March, the cabinet had decided on 6 March to expel two envoys. The ministry calls the report "
        "untrue.",
        "2025-03-17");
    EXPECT_EQ(modality_of(event_with(press, "expel")), "denied");
    EXPECT_EQ(event_with(press, "expel").attribution, "daily Vesti");
    EXPECT_EQ(modality_of(event_with(read_events("The army said that it shelled Goma on 12 March. The rebels denied it.", "2025-03-17"),
                                     "shelled Goma")),
              "claimed");
    EXPECT_EQ(
        modality_of(event_with(
            read_events("The embassy was closed on 3 March, the newspaper Vesti wrote. The ambassador dismissed the story.", "2025-03-17"),
            "mbassy closed")),
        "denied");
    // another matter is refuted
    EXPECT_EQ(modality_of(event_with(
                  read_events("The firm opened the mine on 12 March, the union said. The minister rejects this contract.", "2025-03-17"),
                  "opened the mine")),
              "");
}

TEST(EventBulletin, ADenialWithItsDayKeepsWhatIsDenied) {
    const auto read = read_events(
        "The mayor denied on Sunday having ordered the closure of the bridge on 12 November, saying that repairs scheduled for December "
        "had been brought forward.",
        kMonday);
    const auto ordered =
        std::find_if(read.events.begin(), read.events.end(), [](const document::Event& event) { return date_of(event) == "2024-11-12"; });
    ASSERT_NE(ordered, read.events.end());
    EXPECT_EQ(modality_of(*ordered), "denied");
    EXPECT_FALSE(has_title(read, "aying that"));
}

TEST(EventBulletin, WhoSpeaksIsAPersonAndNotHisYears) {
    const auto read = read_events(
        "The mission spoke on 14 November with a man in his 50s who said he had been injured by shrapnel on 10 November in Kidal.",
        kMonday);
    for (const document::Event& event : read.events) EXPECT_NE(event.attribution, "his 50s") << event.title;
}

TEST(EventBulletin, WhatHadBeenSetForADayIsOfThePast) {
    const auto read = read_events(
        "They agreed on 24 December to delay once more the reopening of the crossing, which had been set for 1 July.", "2024-01-08");
    EXPECT_EQ(date_of(event_with(read, "Reopening of the crossing set")), "2023-07-01");
    EXPECT_EQ(date_of(only_event("A vote was set for 5 March.")), "2025-03-05");
}

TEST(EventBulletin, WhoFetchesAnEnvoyDoesNotSpeak) {
    const auto read = read_events(
        "On 1 November they signed a pact. Somalia recalled its ambassador the next day and on 6 November adopted a law.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "recalled its ambassador")), "2024-11-02");
    EXPECT_EQ(date_of(event_with(read, "adopted a law")), "2024-11-06");
    EXPECT_EQ(event_with(read, "adopted a law").attribution, "");
}

TEST(EventBulletin, TheDayAfterCountsFromTheStoryAndNotFromItsRoots) {
    const auto read = read_events(
        "The grids were joined on Sunday, 10 November. The notice had been served on 8 August 2023; the pact dates back to 7 February "
        "2001. Dismantling of the lines at Narva, begun the day after, is due to be completed by 24 December.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "begun")), "2024-11-11");
}

TEST(EventBulletin, WhatHadBeenPromisedOfAThingIsNotItsSubject) {
    const document::Event loan =
        only_event("A financing agreement that the minister of petroleum had promised for 15 August was not signed.");
    EXPECT_EQ(loan.title, "Financing agreement was not signed");
    EXPECT_EQ(modality_of(loan), "denied");
    EXPECT_EQ(date_of(loan), "2024-08-15");
    EXPECT_EQ(only_event("The loan which the bank had promised for May was paid on 15 August.").title, "Loan paid");
}

TEST(EventBulletin, AnHourThatSomethingWouldBeIsOfTheDayThatWasTold) {
    const auto read = read_events("On Monday 4 November the alliance announced that its fighters would halt from midnight.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "fighters would halt")).substr(0, 10), "2024-11-04");
    for (const document::Event& event : read.events) EXPECT_EQ(date_of(event).substr(0, 9), "2024-11-0") << event.title;
}

TEST(EventBulletin, ItIsNearestInItsOwnSentence) {
    const auto read = read_events(
        "The president ordered the army to leave on 5 November. The agency resumed registration at Bulengo on 6 November, having suspended "
        "it ten days before.",
        kMonday);
    EXPECT_TRUE(has_title(read, "Agency suspended it"));
    EXPECT_TRUE(has_title(read_events("The rebels seized a tanker on 5 November. The navy freed it on 6 November.", kMonday),
                          "Navy freed the tanker"));
}

TEST(EventBulletin, WhatLastsUntilADayIsNotAnnouncedOrExtendedOnIt) {
    const auto read = read_events(
        "The protests began on 28 October when the premier announced a halt to accession talks until the end of 2028.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "remier announced a halt")), "2024-10-28");
    EXPECT_EQ(date_of(only_event("The mandate was extended in January until 19 February 2027.")), "2024-01");
    const auto range = find_timexes("The road was closed from May until June 2023.");
    ASSERT_EQ(range.size(), 2u);
    EXPECT_EQ(range[0].value, "2023-05");
}

TEST(EventBulletin, NobodyIsDiedOrResigned) {
    const auto read = read_events("A peacekeeper from Nepal died on 8 November from injuries sustained in May.", kMonday);
    EXPECT_TRUE(has_title(read, "Peacekeeper from Nepal died"));
    EXPECT_EQ(date_of(event_with(read, "Peacekeeper from Nepal died")), "2024-11-08");
    EXPECT_EQ(only_event("An An-26 crashed at Port Sudan on Thursday.").title, "An-26 crashed at Port Sudan");
    EXPECT_TRUE(
        told("The present report, submitted pursuant to resolution 2708, covers the period from 16 April to 3 October 2024.").empty());
}

TEST(EventBulletin, APlaceBesideAThingIsWhereTheThingIs) {
    EXPECT_TRUE(has_title(read_events("The dam now feeds a 400-kilovolt line to Huambo, energised on 5 July.", kMonday),
                          "400-kilovolt line to Huambo energised"));
    EXPECT_TRUE(has_title(read_events("The secretaries inspected the crossing at Margara, reopened in May after works.", kMonday),
                          "Crossing at Margara reopened"));
    EXPECT_TRUE(has_title(read_events("The army moved to Goma, captured on 27 October.", kMonday), "Goma captured"));
    EXPECT_TRUE(has_title(
        read_events("The Red Crescent sent nine lorries of tents from Bishkek, which should reach Batken on 20 November.", kMonday),
        "Nine lorries of tents from Bishkek should reach Batken"));
}

TEST(DiaryOfABulletin, MayBeSentences) {
    const auto read =
        read_events("Mon 25: subcommittee on trade, by video. Tue 26: summit opens, Budapest. Thu 28: Lakes Dialogue.", kMonday);
    ASSERT_EQ(read.events.size(), 3u);
    EXPECT_EQ(date_of(read.events[1]), "2024-11-26");
    EXPECT_EQ(date_of(read.events[2]), "2024-11-28");
}

TEST(DiaryOfABulletin, MayBePartedByDots) {
    const auto read = read_events(
        "Dates for your diary \u2014 Jan 19\u201320: lakes summit, Kampala \u00B7 Feb 17\u201318: assembly of the union, Lusaka",
        "2024-01-08");
    ASSERT_EQ(read.events.size(), 2u);
    EXPECT_EQ(read.events[0].place, "Kampala");
    EXPECT_EQ(date_of(read.events[1]), "2024-02-17/2024-02-18");
    EXPECT_EQ(read.events[1].place, "Lusaka");
}

}  // namespace
}  // namespace dateline::extract
