#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Digests of agency reports, chronicles in the present tense, and reports by section.
namespace dateline::extract {
namespace {

using document::PlaceBasis;
using testing::HasSubstr;

TEST(EventDigest, ADatelinesDayIsOnlyOfWhatHasNoOther) {
    const auto read = read_events(
        "YEREVAN, June 8 - Armenia's security service arrested 16 people on June 6.\n\n"
        "ASHGABAT, June 5 (Agency) - Turkmenistan began shipping gas via Iran on March 1 under a swap deal signed in February.\n\n"
        "OSH, June 9 - A court sentenced a mayor to eight years in prison.\n",
        "2025-06-12");
    EXPECT_EQ(date_of(event_with(read, "arrested")), "2025-06-06");
    EXPECT_EQ(event_with(read, "arrested").title, "Armenia's security service arrested 16 people");
    EXPECT_EQ(date_of(event_with(read, "shipping")), "2025-03-01");
    EXPECT_EQ(event_with(read, "Swap deal signed").place, "");
    EXPECT_EQ(date_of(event_with(read, "sentenced")), "2025-06-09");
}

TEST(EventDigest, WhatABulletinSaysOfItselfIsNoEvent) {
    for (std::string_view head : {"Lake reports, 3 June 2024", "Sahel strikes | 3 June 2024",
                                  "# Lakes\n\n*Lake Observatory, weekly chronology of strikes, 28 May – 3 June 2024*"}) {
        const auto all = told(std::string(head) + "\n\nA dam burst in Kampala on 2 June.", "2024-06-03");
        EXPECT_EQ(all.size(), 1u) << head;
    }
    EXPECT_EQ(told("# Lakes\n\nWater Forum | Period covered: 1\u201331 May 2024 | Cut-off: 3 June 2024 | Next issue: 5 July 2024\n\nA dam "
                   "burst in Kampala on 2 June.",
                   "2024-06-03")
                  .size(),
              1u);
    EXPECT_EQ(told("# Lakes\n\nNo. 7/2024 \u2013 published 3 June 2024 \u2013 covering 1 to 31 May\n\nA dam burst in Kampala on 2 June.",
                   "2024-06-03")
                  .size(),
              1u);
    EXPECT_TRUE(told("The next issue will appear on 31 May.").empty());
    EXPECT_TRUE(told("The next note will be issued on 31 May.").empty());
    EXPECT_EQ(told("The last note was handed over by the ambassador in Kampala on 31 May.").size(), 1u);
    EXPECT_TRUE(told("Corrections to last week's issue (9–15 September): none.").empty());
    EXPECT_TRUE(told("Digest compiled from the newspapers of 12.06.2024; opinions are their authors'.").empty());
    EXPECT_EQ(told("The issue, due since May, was settled by the two presidents in Kampala on 31 May.").size(), 1u);
    EXPECT_EQ(told("The issue was settled by the two presidents in Kampala on 31 May.").size(), 1u);
}

TEST(EventDigest, WhatIsHopedForHasItsOwnTimeAndNotItsTellings) {
    EXPECT_EQ(date_of(only_event("Fiji hopes to join the bloc next year, the minister said on Thursday.")), "2025");
    EXPECT_EQ(date_of(only_event("SUVA, Nov 14 – Fiji plans to join the bloc in 2026, Ana Lee said on Thursday.")), "2026");
    EXPECT_EQ(date_of(only_event("Fiji joined the bloc, the minister said on Thursday.")), "2024-11-14");
    EXPECT_EQ(
        date_of(event_with(read_events("SUVA, Nov 18 – A storm destroyed houses in Suva after it made landfall late on Saturday.", kMonday),
                           "destroyed")),
        "2024-11-16");
    EXPECT_EQ(date_of(event_with(
                  read_events("SUVA, Nov 18 – Police in Suva arrested ten men after they killed a man on Saturday.", kMonday), "arrested")),
              "2024-11-18");
}

TEST(EventDigest, ADayThatIsToldTellsWhatWasSoLongBeforeIt) {
    const auto raid = read_events("Fighting began on 8 October 2023, a day after the attack on southern Israel.", kMonday);
    EXPECT_EQ(date_of(event_with(raid, "Fighting began")), "2023-10-08");
    ASSERT_TRUE(has_title(raid, "ttack on southern Israel"));
    EXPECT_EQ(date_of(event_with(raid, "ttack on southern Israel")), "2023-10-07");
    const auto train = read_events("A train reached Poti on 2 February 2024, twelve days after it had left Astana.", kMonday);
    EXPECT_EQ(date_of(event_with(train, "reached Poti")), "2024-02-02");
    ASSERT_TRUE(has_title(train, "left Astana"));
    EXPECT_EQ(date_of(event_with(train, "left Astana")), "2024-01-21");
    const auto own = read_events("Fighting began on 9 October 2023, two days after the attack of 7 October 2023.", kMonday);
    EXPECT_EQ(date_of(event_with(own, "Fighting began")), "2023-10-09");
}

TEST(EventDigest, AGatheringOfADayToComeIsPlanned) {
    const auto read = read_events(
        "A delegation, which had come to Samarkand to prepare the summit of 3–4 December, left on Friday. It had missed the summit of 3 "
        "October.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "of 3–4 December")), "2024-12-03/2024-12-04");
    EXPECT_EQ(modality_of(event_with(read, "of 3–4 December")), "planned");
    EXPECT_EQ(modality_of(event_with(read, "of 3 October")), "");
}

TEST(EventDigest, WhatTheSpeakerToldWhomIsAnAside) {
    const auto read = read_events(
        "BISHKEK, June 9 - Construction of the railway, which began in December at Jalal-Abad, will finish ahead of schedule, "
        "the prime minister told parliament on Monday.",
        "2025-06-12");
    EXPECT_EQ(date_of(event_with(read, "began")), "2024-12");
    EXPECT_THAT(event_with(read, "will finish").title, HasSubstr("Construction of the railway will finish"));
    EXPECT_FALSE(has_title(read, "told parliament"));
}

TEST(EventDigest, AChronicleTellsInThePresent) {
    const auto read = read_events(
        "# Chronology, 2023\n\n**27 February** — In Brussels, Prime Minister Albin Kurti and President Aleksandar Vučić accept a "
        "proposal.\n\n"
        "**26 May** — Police escort new mayors into municipal buildings in Zvečan.\n\n"
        "**24 September** — Gunmen ambush a patrol near Banjska. Three attackers die in the shootout.\n",
        "2023-12-31");
    EXPECT_EQ(event_with(read, "accept").title, "Prime Minister Albin Kurti and President Aleksandar Vučić accept a proposal");
    EXPECT_EQ(event_with(read, "accept").place, "Brussels");
    EXPECT_EQ(event_with(read, "escort").place, "Zvečan");
    EXPECT_EQ(date_of(event_with(read, "attackers die")), "2023-09-24");
    EXPECT_EQ(event_with(read, "attackers die").place_basis, PlaceBasis::Inferred);
}

TEST(EventDigest, ABareFormIsAVerbOnlyWhereItsSubjectIsPlural) {
    const auto read = read_events(
        "The police escort on 3 May was large. A storm of protest on 4 May ended. Workers strike pay on 5 May was cut.", "2023-12-31");
    for (const document::Event& event : read.events) EXPECT_FALSE(event.kind == "deployment") << event.title;
}

TEST(EventDigest, TheyAreWhoeverWasManyBefore) {
    const auto read = read_events(
        "Three police officers were detained near Leposavić on 14 June. Pristina said that they were abducted. They were released on 26 "
        "June.\n\n"
        "The company halted gas deliveries to Syria on 3 July. They began on 2 August 2022.",
        "2023-12-31");
    EXPECT_EQ(event_with(read, "released").title, "Three police officers released");
    EXPECT_EQ(event_with(read, "began").title, "Gas deliveries began");
    EXPECT_FALSE(has_title(read, "Pristina abducted"));
}

TEST(EventDigest, ASubheadingWithoutAPlaceKeepsTheSectionsPlace) {
    const auto read = read_events(
        "# Forecast\n\n## Somalia\n\n### Recent developments\n\nRebels seized an airfield on 14 February.\n\n### Talks in Nairobi\n\n"
        "The rebels shelled a camp on 16 February.\n\n## Council matters\n\nA ship sank on 18 February.\n",
        "2025-02-28");
    EXPECT_EQ(event_with(read, "airfield").place, "Somalia");
    EXPECT_EQ(event_with(read, "camp").place, "");
    EXPECT_EQ(event_with(read, "ship").place, "");
}

TEST(EventDigest, ACrossingIsOpenedAndNothingThatItDoes) {
    const auto read = read_events(
        "Uzbekistan and Kyrgyzstan opened a new border crossing at Osh on 11 June. Armenia reopened the Margara crossing to trucks on 3 "
        "June. "
        "The soldiers crossing the river on 5 June were seen.",
        "2025-06-12");
    EXPECT_EQ(date_of(event_with(read, "new border crossing")), "2025-06-11");
    EXPECT_EQ(event_with(read, "Margara").title, "Armenia reopened the Margara crossing to trucks");
    EXPECT_FALSE(has_title(read, "Kyrgyzstan crossing"));
}

TEST(EventDigest, SiegesRetreatsAndPortsTellTheirTown) {
    const auto read = read_events(
        "The army broke the siege of El Obeid on 23 February. Burundi began pulling out its troops from South Kivu on 18 February. "
        "Aktau handled 41,300 containers in January. Kazan hosted the summit on 3 February. The minister of Aktau denied it on 4 February.",
        "2025-02-28");
    EXPECT_EQ(event_with(read, "siege").place, "El Obeid");
    EXPECT_EQ(event_with(read, "pulling out").place, "South Kivu");
    EXPECT_EQ(event_with(read, "containers").place, "Aktau");
    EXPECT_EQ(event_with(read, "summit").place, "Kazan");
    const auto struck =
        read_events("Drones struck Odessa on Monday. Jets hit Iran on Tuesday. Shells hit Kharkiv warehouses on Wednesday.", "2025-02-28");
    EXPECT_EQ(event_with(struck, "Odessa").place_id, "geonames:698740");
    EXPECT_EQ(event_with(struck, "Jets").place, "Iran");
}

TEST(EventDigest, WhatIsDueOrShouldBeIsPlanned) {
    const auto read = read_events(
        "The train left on 3 November and is due at Alat on 17 November. The first trains should run in 2030. The plant will deforest the "
        "valley in 2027.",
        "2025-11-09");
    EXPECT_EQ(modality_of(event_with(read, "due at Alat")), "planned");
    EXPECT_EQ(event_with(read, "should run").title, "First trains should run");
    EXPECT_EQ(modality_of(event_with(read, "should run")), "planned");
    EXPECT_EQ(event_with(read, "deforest").title, "Plant will deforest the valley");
}

TEST(EventDigest, WhatIsSaidToHaveHappenedDidSoAboutThen) {
    const auto read = read_events("On 2 October NATO says that 200 British troops have arrived to reinforce the mission.", "2023-12-31");
    EXPECT_EQ(date_of(event_with(read, "troops arrived")), "2023-10-02~");
    EXPECT_EQ(event_with(read, "troops arrived").attribution, "NATO");
}

TEST(EventDigest, TitlesDropWhatOnlyCompares) {
    const auto read = read_events(
        "Alat handled 41,300 containers in October, 9 percent more than in the same month of 2024. Thousands marched through Tbilisi on "
        "May 26, Independence Day. "
        "Some 30 soldiers, among them 19 Hungarians and 11 Italians, were wounded in Zvečan on 29 May. "
        "Since 15 April 2023, fighting between the army and the rebels has displaced more than 12 million people.",
        "2025-11-09");
    EXPECT_EQ(event_with(read, "containers").title, "Alat handled 41,300 containers");
    EXPECT_EQ(event_with(read, "marched").title, "Thousands marched through Tbilisi");
    EXPECT_EQ(event_with(read, "wounded").title, "Some 30 soldiers wounded in Zvečan");
    EXPECT_THAT(event_with(read, "12 million").title, HasSubstr("displaced"));
}

TEST(EventDigest, AWeekdayInAMonthsDigestIsSomeDayOfThatMonth) {
    const auto read = read_events(
        "# Digest, October 2025\n\nA contract was signed in New York on 24 September.\n\nOn Monday the two sides signed a deal in Ankara. "
        "They were last face to face at the summit in The Hague in June.\n",
        "2025-10");
    EXPECT_EQ(date_of(event_with(read, "two sides signed")), "2025-10");
    EXPECT_EQ(date_of(event_with(read, "Hague")), "2025-06");
}

TEST(EventDigest, WhatWasSetForADayOrCalledOffIsNoFoundingAndNoSaying) {
    const auto read = read_events(
        "A meeting set for 23 September in Paris will not be held. The summit was called off on 20 September. A recession hit the country "
        "in May.",
        "2025-10-31");
    EXPECT_EQ(modality_of(event_with(read, "Meeting")), "denied");
    EXPECT_EQ(event_with(read, "called off").kind, "closing");
    EXPECT_NE(event_with(read, "ecession").kind, "attack");
}

TEST(EventDigest, EachLineOfALogIsAnEntry) {
    const auto read = read_events(
        "SECURITY INCIDENT LOG - CENTRE\nReporting period: 1-15 April 2025\n\n01 APR 0730 hrs - Armed men attacked a prison.\n"
        "03 APR - Road blocked by a gang. Traffic resumed 05 APR.\n04 APR approx 2200 hrs - Police station set on fire\n"
        "2025-04-07: A helicopter was hit.\n15 APR - Curfew extended until 30 APR.\n",
        "2025-04-15");
    EXPECT_EQ(date_of(event_with(read, "attacked")), "2025-04-01");
    EXPECT_EQ(date_of(event_with(read, "resumed")), "2025-04-05");
    EXPECT_EQ(date_of(event_with(read, "set on fire")), "2025-04-04");
    EXPECT_EQ(date_of(event_with(read, "helicopter")), "2025-04-07");
    EXPECT_EQ(date_of(event_with(read, "Curfew")), "2025-04-15");
    EXPECT_FALSE(has_title(read, "Reporting period"));
}

TEST(EventDigest, ProseThatWrapsAtADateIsOneParagraph) {
    const auto read = read_events(
        "The two delegations, who had been at odds over the border for a decade, met in Osh on\n12 May - the day of the fair - and signed "
        "a protocol on water that had\n"
        "waited since the spring.\n",
        "2025-06-12");
    EXPECT_EQ(event_with(read, "signed").place, event_with(read, "met").place);
    EXPECT_EQ(date_of(event_with(read, "met")), "2025-05-12");
}

TEST(EventDigest, WhatIsToBeHeldIsTheSummit) {
    const auto read = read_events(
        "President Maia Sandu will attend the sixth European Political Community summit, to be held in Tirana on 16 May. "
        "The company expects to close the purchase by year-end, subject to approval by the Competition Agency, which is due to rule by "
        "October 31. "
        "A delegation of the ministry is in Astana this week for a forum. "
        "The carrier has signed an agreement with the port to operate container trains, beginning in the first quarter of 2026.",
        "2025-05-12");
    EXPECT_THAT(event_with(read, "to be held").title, HasSubstr("summit to be held in Tirana"));
    EXPECT_THAT(event_with(read, "rule by").title, testing::StartsWith("Competition Agency"));
    EXPECT_EQ(date_of(event_with(read, "Astana")), "2025-05-12/2025-05-18");
    for (const document::Event& event : read.events)
        EXPECT_FALSE(event.title.find("signed") != std::string::npos && event.date.has_value()) << event.title;
}

TEST(EventDigest, AVerbToldOnceForTwoDaysIsTwoEvents) {
    const auto read = read_events(
        "Local fighters took Daraa on Friday night and Suwayda on Saturday. Aleppo fell on Saturday, Hama on Thursday.", "2024-12-08");
    EXPECT_EQ(date_of(event_with(read, "took Daraa")), "2024-12-06");
    EXPECT_EQ(date_of(event_with(read, "took Suwayda")), "2024-12-07");
    EXPECT_EQ(event_with(read, "Aleppo").title, "Aleppo fell");
    EXPECT_EQ(date_of(event_with(read, "Hama fell")), "2024-12-05");
    EXPECT_EQ(event_with(read, "Hama fell").place, "Hama");
}

TEST(EventDigest, BeforeDawnOnADayIsThatDay) {
    const auto read =
        read_events("Rebels entered Damascus before dawn on Sunday, hours after seizing Homs. Prices were higher before the war of 1990.",
                    "2024-12-08");
    EXPECT_EQ(date_of(event_with(read, "entered Damascus")), "2024-12-08");
}

TEST(EventDigest, ItIsTheGroupThatWasSetUpAndAHistoryKeepsItsDays) {
    const auto read = read_events(
        "In January 2021 Putin, Aliyev and Pashinyan met in Moscow and set up a working group. "
        "It held its first session on 30 January 2021 and fell silent after the fighting of September 2022.",
        "2025-09-01");
    EXPECT_EQ(event_with(read, "first session").title, "Working group held its first session");
    for (const document::Event& event : read.events)
        EXPECT_FALSE(event.title.find("silent") != std::string::npos && date_of(event) == "2021-01-30") << event.title;
}

TEST(EventDigest, ACellsPlaceIsWhereTheRowHappened) {
    const auto read = read_events(
        "# Monitor, July 2023\n\n| Date | Event | Place |\n|---|---|---|\n| 4 July | The bank considers a loan | Brussels |\n"
        "| 17 July | Kremlin says Russia will not extend the deal | Moscow |\n",
        "2023-07");
    EXPECT_EQ(event_with(read, "extend the deal").place, "Moscow");
    EXPECT_EQ(event_with(read, "loan").place, "Brussels");
}

TEST(EventDigest, ADayAndACountryHeadAList) {
    for (const char* heading : {"Monday, February 19, 2024, Chad", "Monday, February 19, 2024, Chad. \"The premier resigns\""}) {
        const auto read =
            read_events(std::string("Latest news, summary\n\n") + heading +
                            "\n● The president embarks on a visit to Kenya.\n● Two sides agree to hold talks in Riga.\n● Yesterday "
                            "police closed the road to Abéché.\n",
                        "");
        EXPECT_EQ(date_of(event_with(read, "embarks")), "2024-02-19") << heading;
        EXPECT_EQ(date_of(event_with(read, "Riga")), "2024-02-19") << heading;
        EXPECT_EQ(date_of(event_with(read, "closed the road")), "2024-02-18") << heading;
    }
}

TEST(EventDigest, ADayMarksWhatBeginsThen) {
    EXPECT_EQ(only_event("Today marks the beginning of the king's visit to Togo.").title, "King's visit to Togo");
}

TEST(EventDigest, ATitleDoesNotGoOnWithTheDayBelowIt) {
    const auto read = read_events(
        "Note 4 - The disputed vote in Malawi and what it costs all of its neighbours\n28 April 2015\n\nUnrest erupted in Lilongwe on "
        "Sunday.",
        "");
    ASSERT_EQ(read.events.size(), 1U);
    EXPECT_EQ(date_of(read.events.front()), "2015-04-26");
}

}  // namespace
}  // namespace dateline::extract
