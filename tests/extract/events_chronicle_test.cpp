#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

// Chronicles and tables: days over lists, rows of cells, and what is told after a day without one of its own.
namespace dateline::extract {
namespace {

using document::DateBasis;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

constexpr const char* kMonday = "2024-11-18";

std::multimap<std::string, std::string> told(std::string_view text) {
    std::multimap<std::string, std::string> out;
    for (const document::Event& e : read_events(text, kMonday).events) out.emplace(e.title, date_of(e));
    return out;
}

TEST(EventChronicle, ADayMayStandBeforeItsEntryWithoutAMark) {
    const char* text =
        "1991\n\nJan 13 Soldiers storm a mast in Kaunas. Nine die.\n\nJan 20 The army has sent tanks to Vilnius. A rival faction "
        "overthrows the premier.\n\nFeb 2 In Thailand generals arrest the premier.";
    const auto read = read_events(text, "1991");
    EXPECT_EQ(date_of(event_with(read, "overthrows the premier")), "1991-01-20");
    EXPECT_EQ(date_of(event_with(read, "arrest the premier")), "1991-02-02");
}

TEST(EventChronicle, WhatOthersSayBehindASemicolonTakesNoVerbFromWhatIsTold) {
    const auto event = event_with(
        read_events("Aug. 26: Fifty inmates die in a riot at the jail of Gafsa; guards say more are missing.", "1995-01-01"), "inmates");
    EXPECT_EQ(event.title.rfind("Fifty inmates die in a riot", 0), 0u) << event.title;
}

TEST(EventChronicle, ADayOverAListDatesItsItems) {
    for (const char* text :
         {"13 November:\n- Chad ratified the treaty.\n- Police arrested two men in Riga.\n14 November:\n- Rebels attacked the town of "
          "Goma.",
          "13 November:\n- Chad ratified the treaty\n- Police arrested two men in Riga\n14 November:\n- Rebels attacked the town of Goma",
          "WEDNESDAY 13 NOVEMBER\n- Chad ratifies the treaty.\n- Police arrested two men in Riga.\nTHURSDAY 14 NOVEMBER\n- Rebels attacked "
          "the town of Goma.",
          "13.11.2024\n- Chad ratified the treaty.\n- Police arrested two men in Riga.\n14.11.2024\n- Rebels attacked the town of Goma.",
          "Wednesday, 13 November 2024\n\n- Chad ratified the treaty.\n- Police arrested two men in Riga.\n\nThursday, 14 November "
          "2024\n\n- Rebels attacked the town of Goma."}) {
        const auto read = read_events(text, kMonday);
        EXPECT_EQ(date_of(event_with(read, "treaty")), "2024-11-13") << text;
        EXPECT_EQ(date_of(event_with(read, "Riga")), "2024-11-13") << text;
        EXPECT_EQ(date_of(event_with(read, "Goma")), "2024-11-14") << text;
        EXPECT_EQ(event_with(read, "Goma").date_basis, DateBasis::Context) << text;
    }
}

TEST(EventChronicle, DaysOverParagraphsDateThem) {
    for (const char* text :
         {"Monday 11 November\n\nEstonia closed the Narva bridge. Police in Riga arrested two men.\n\nTuesday 12 November\n\nA train "
          "derailed near Tapa.",
          "11 November\nEstonia closed the Narva bridge.\nPolice in Riga arrested two men.\n\n12 November\nA train derailed near Tapa.",
          "MONDAY 11 NOVEMBER. Estonia closed the Narva bridge. Police in Riga arrested two men. TUESDAY 12 NOVEMBER. A train derailed "
          "near Tapa."}) {
        const auto read = read_events(text, kMonday);
        EXPECT_EQ(date_of(event_with(read, "Narva")), "2024-11-11") << text;
        EXPECT_EQ(date_of(event_with(read, "Riga")), "2024-11-11") << text;
        EXPECT_EQ(date_of(event_with(read, "Tapa")), "2024-11-12") << text;
    }
}

TEST(EventChronicle, ADayOverAListHoldsToItsEnd) {
    const auto read = read_events("13 November:\n- Police arrested two men in Riga.\n\nRebels attacked the town of Goma.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "Riga")), "2024-11-13");
    EXPECT_THAT(told("13 November:\n- Police arrested two men in Riga.\n\nThe army attacked the town."),
                testing::Contains(Pair("Army attacked the town", "-")));
}

TEST(EventChronicle, AnEntryThatOpensWithADayIsAboutItToItsEnd) {
    const auto read = read_events(
        "13 November:\nChad ratified the treaty. The mayor of Gori was arrested.\nRebels attacked the town of Goma.\n\nThe army attacked "
        "the town of Sake.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "treaty")), "2024-11-13");
    EXPECT_EQ(date_of(event_with(read, "Gori")), "2024-11-13");
    EXPECT_EQ(date_of(event_with(read, "Goma")), "2024-11-13");
    EXPECT_EQ(date_of(event_with(read, "Sake")), "-");
}

TEST(EventChronicle, WhateverSomebodyDidUnderADayWasThen) {
    const auto read = read_events(
        "**Monday, 11 November**\n\nThe consul in Gori lost an eye. The mayor warned the council in Riga against delays. The 3rd Brigade "
        "was moved to Tapa. "
        "The minister met Anna Lind, whom he had last visited on 20 October. Sweden sent a ship to Narva, its second since August. "
        "Residents feared a flood.\n\n"
        "**Tuesday, 12 November**\n\nPolice in Pskov said that they had arrested two men. The bridge stood empty.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "lost an eye")), "2024-11-11");
    EXPECT_EQ(date_of(event_with(read, "warned")), "2024-11-11");
    EXPECT_EQ(date_of(event_with(read, "moved to Tapa")), "2024-11-11");
    EXPECT_EQ(date_of(event_with(read, "sent a ship")), "2024-11-11");
    EXPECT_EQ(date_of(event_with(read, "arrested two men")), "2024-11-12");
    for (const document::Event& e : read.events)
        EXPECT_THAT(e.title, testing::Not(testing::AnyOf(HasSubstr("feared"), HasSubstr("empty"))));
    EXPECT_THAT(told("The consul in Gori lost an eye. The 3rd Brigade was moved to Tapa."), IsEmpty()) << "no heading, no day";
}

TEST(EventChronicle, WhatADaysItemSaysIsDoneWasDoneThen) {
    const auto read = read_events("13 November:\n- Chad has ratified the treaty.\n- Rebels had attacked the town of Goma.\n", kMonday);
    EXPECT_EQ(date_of(event_with(read, "treaty")), "2024-11-13");
    EXPECT_EQ(date_of(event_with(read, "Goma")), "-");
    EXPECT_THAT(told("13 November 2024\n\nThe town. Chad has ratified the treaty."), testing::Each(Pair(testing::_, "-")));
}

TEST(EventChronicle, ABulletinsOwnDateDatesNoItem) {
    for (const auto& [title, date] :
         told("Situation report\n\n18 November 2024\n\n- The army attacked the town.\n- Chad ratified the treaty."))
        EXPECT_EQ(date, "-") << title;
    for (const auto& [title, date] : told("Monday 18 November\n\nThe army attacked the town. Chad ratified the treaty."))
        EXPECT_EQ(date, "-") << title;
}

TEST(EventChronicle, ADateThatALineBrokeOffHeadsNothing) {
    const auto read = read_events(
        "The treaty of friendship was signed by both of the ministers on\n15 November 2024\nin Moscow.\n\nThe army attacked the town.",
        kMonday);
    EXPECT_EQ(event_with(read, "treaty").place, "Moscow");
    EXPECT_EQ(date_of(event_with(read, "treaty")), "2024-11-15");
}

TEST(EventChronicle, ARowOfATableIsOneEvent) {
    for (const char* text :
         {"Date\tPlace\tIncident\tKilled\n02.11.2024\tSelydove\tShelling of market\t3\n05.11.2024\tZaporizhzhia\tMissile strike on "
          "hospital\t6",
          "2 November 2024 | Selydove | Shelling of market | 3\n5 November 2024 | Zaporizhzhia | Missile strike on hospital | 6",
          "| 2 November 2024 | Selydove | Shelling of market | 3\n| 5 November 2024 | Zaporizhzhia | Missile strike on hospital | 6"}) {
        const auto read = read_events(text, kMonday);
        ASSERT_EQ(read.events.size(), 2U) << text;
        EXPECT_EQ(read.events[0].title, "Shelling of market");
        EXPECT_EQ(read.events[0].place, "Selydove");
        EXPECT_EQ(date_of(read.events[0]), "2024-11-02");
        EXPECT_EQ(read.events[1].title, "Missile strike on hospital");
        EXPECT_EQ(read.events[1].place, "Zaporizhzhia");
        EXPECT_EQ(date_of(read.events[1]), "2024-11-05");
    }
    EXPECT_THAT(
        told("2024-11-02\tProtesters blocked a road\n2024-11-03\tTwo cables cut in the Baltic Sea"),
        UnorderedElementsAre(Pair("Protesters blocked a road", "2024-11-02"), Pair("Two cables cut in the Baltic Sea", "2024-11-03")));
}

TEST(EventChronicle, AnItemMayEndWithItsDayAndPlace) {
    const auto read = read_events(
        "General elections: 17 December. Assembly of the bank – 26 November, Quito. Trial of Ana Ruiz: 20 November, Lima.\n\nDate of "
        "issue: 5 November. Next report: 2 December. Office: 14 Main Street.",
        kMonday);
    ASSERT_EQ(read.events.size(), 3u);
    EXPECT_EQ(date_of(event_with(read, "General elections")), "2024-12-17");
    EXPECT_EQ(event_with(read, "General elections").title, "General elections");
    EXPECT_EQ(event_with(read, "Assembly").place, "Quito");
    EXPECT_EQ(event_with(read, "Trial").place, "Lima");
    EXPECT_THAT(told("| When | What |\n|---|---|\n| Nov 2025 | COP30 |\n| 2026 | Census |"),
                UnorderedElementsAre(Pair("COP30", "2025-11"), Pair("Census", "2026")));
}

TEST(EventChronicle, LinesThatBeginWithTheirDayAreItemsThoughNothingMarksThem) {
    const auto read = read_events(
        "Agenda\n\n20 Nov., 14.00 – Lunch of the leaders, Riga\n21–24 November – Plenary session, Narva\n28 Nov., 15.00–18.30 – AFET: "
        "exchange of views on Serbia, Gori\n4–12 December – Delegation to Tirana",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "Lunch")), "2024-11-20");
    EXPECT_EQ(event_with(read, "Lunch").place, "Riga");
    EXPECT_EQ(date_of(event_with(read, "Plenary")), "2024-11-21/2024-11-24");
    EXPECT_EQ(event_with(read, "Plenary").place, "Narva");
    EXPECT_EQ(date_of(event_with(read, "xchange of views")), "2024-11-28");
    EXPECT_EQ(event_with(read, "xchange of views").place, "Gori");
    EXPECT_EQ(date_of(event_with(read, "Delegation")), "2024-12-04/2024-12-12");
}

TEST(EventChronicle, APlaceFillsACellWithAWordBesideIt) {
    const auto read = read_events(
        "Date\tPlace\tIncident\n3 October 2024\toff Lagos\tBoarding of tanker\n9 October 2024\tLomé anchorage\tAttempted robbery", kMonday);
    EXPECT_EQ(event_with(read, "Boarding").place, "Lagos");
    EXPECT_EQ(event_with(read, "robbery").place, "Lomé");
    EXPECT_EQ(event_with(read_events("2 November 2024 | Talks about Syria | Vienna", kMonday), "Talks").place, "Vienna");
}

TEST(EventChronicle, ATabInsideASentenceMakesNoRow) {
    const auto read = read_events("The ministers met in Ankara,\tTurkey,\non 9 November.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "met in Ankara")), "2024-11-09");
}

TEST(EventChronicle, ACaptionTellsNothing) {
    EXPECT_THAT(read_events("Table 1. Incidents in the Gulf of Guinea, October 2024", kMonday).events, IsEmpty());
    EXPECT_THAT(
        read_events("Figure 2: Clashes in Goma on 3 November 2024\n\nRebels attacked the town of Sake on 9 November.", kMonday).events,
        testing::SizeIs(1));
    EXPECT_THAT(told("Table 1 and the map were shown in Goma on 9 November."), testing::SizeIs(1));
}

TEST(EventChronicle, ADeedRightAfterADatedOneIsOfItsDay) {
    const auto read =
        read_events("Drones attacked Odesa on 9 November. Police in Reni arrested two men. Rebels attacked the town of Goma.", kMonday);
    const document::Event arrest = event_with(read, "arrested");
    EXPECT_EQ(date_of(arrest), "2024-11-09");
    EXPECT_EQ(arrest.date_basis, DateBasis::Context);
    EXPECT_EQ(arrest.place, "Reni");
    EXPECT_LT(arrest.confidence, event_with(read, "Odesa").confidence);
    EXPECT_EQ(date_of(event_with(read, "Goma")), "-");
}

TEST(EventChronicle, WhatIsOfAnotherTimeTakesNoDayFromTheSentenceBefore) {
    for (const char* text : {"On 9 November police detained two men in Chisinau. Police had earlier searched homes in Comrat.",
                             "On 9 November police detained two men in Chisinau. Officers once arrested a mayor in Comrat.",
                             "On 9 November police detained two men in Chisinau. Rebels regularly attacked the town of Goma.",
                             "On 9 November police detained two men in Chisinau.\n\nRebels attacked the town of Goma.",
                             "On 9 November police detained two men in Chisinau. Rebels hold the town of Goma.",
                             "Ann Berg was born in Lyon on 5 May 1950. Police arrested her brother in Paris."}) {
        for (const auto& [title, date] : told(text)) {
            const bool first = title.find("Chisinau") != title.npos || title.find("Lyon") != title.npos;
            EXPECT_EQ(date == "-", !first) << title;
        }
    }
}

TEST(EventChronicle, AYearInAHeadingDatesWhatStandsBelow) {
    const auto below = [](std::string_view heading) {
        const std::string text =
            "# Key dates on the river\n\nPublished: 18 November 2024\n\nThe two states have quarrelled for long.\n\n## " +
            std::string(heading) +
            "\n\nFour soldiers were ambushed and killed near Goma.\n\n## The talks\n\nRebels shelled the town of Bukavu.";
        return read_events(text, kMonday);
    };
    EXPECT_EQ(date_of(event_with(below("1975 Tulung ambush"), "ambushed")), "1975");
    EXPECT_EQ(date_of(event_with(below("The ambush of 1975"), "ambushed")), "1975");
    EXPECT_EQ(date_of(event_with(below("1975 Tulung ambush"), "shelled")), "-");
    for (const char* heading : {"Plans for 2026", "How the 1975 treaty came about"})
        for (const document::Event& e : below(heading).events) EXPECT_EQ(date_of(e), "-") << e.title;
}

TEST(EventChronicle, ToThisDayIsNoDate) {
    for (const document::Event& e : read_events("The convention, signed in 1936, governs the Straits to this day.", kMonday).events)
        EXPECT_EQ(date_of(e), "1936");
    EXPECT_EQ(date_of(event_with(read_events("The sides signed the convention in 1936 and the rebels hold Goma to this day.", kMonday),
                                 "signed")),
              "1936");
    EXPECT_EQ(date_of(event_with(read_events("Troops seized the town of Goma this day.", kMonday), "Goma")), "2024-11-18");
}

TEST(EventChronicle, AnEntryOfAnOldYearTellsInThePresentWhatWas) {
    const auto read = read_events(
        "- 1966: Guyana becomes independent on 26 May.\n- 1970: The protocol is signed on 18 June.\n- 2025: Guyana opens the bridge on 3 "
        "May.",
        "2026-01-20");
    EXPECT_EQ(date_of(event_with(read, "independent")), "1966-05-26");
    EXPECT_EQ(modality_of(event_with(read, "independent")), "");
    EXPECT_EQ(date_of(event_with(read, "protocol")), "1970-06-18");
    EXPECT_EQ(date_of(event_with(read, "bridge")), "2026-05-03");
}

TEST(EventChronicle, ADayOfItsOwnPastASemicolonIsNotTheEntrys) {
    const auto read = read_events(
        "- 2 September 2025 – General election; Irfaan Ali is sworn in on the 7th.\n- 9 October 2025 – Protests in Lima; the minister "
        "resigned two days later.",
        "2026-01-20");
    EXPECT_EQ(date_of(event_with(read, "election")), "2025-09-02");
    EXPECT_EQ(date_of(event_with(read, "sworn in")), "2025-09-07");
    EXPECT_EQ(date_of(event_with(read, "Protests")), "2025-10-09");
    EXPECT_EQ(date_of(event_with(read, "resigned")), "2025-10-11");
    EXPECT_EQ(date_of(event_with(read_events("- 2 September 2025 – Protests in Lima; the minister resigned.", "2026-01-20"), "resigned")),
              "2025-09-02");
}

TEST(EventChronicle, WhatHappensEachNightGoesOnSinceADay) {
    EXPECT_EQ(
        date_of(event_with(read_events("The border has been closed from 22:00 each night since 10 January.", "2026-01-20"), "closed")),
        "2026-01-10/..");
    EXPECT_EQ(date_of(event_with(read_events("Crowds marched on Sunday, as on every night since 3 May.", "2026-01-20"), "marched")),
              "2026-01-18");
}

TEST(EventChronicle, AMeasureIsNoPlan) {
    EXPECT_FALSE(
        has_title(read_events("The link returned to service on 3 January, two days sooner than scheduled, after a fault on 29 December.",
                              "2026-01-20"),
                  "scheduled"));
    EXPECT_EQ(date_of(event_with(
                  read_events("The link returned to service on 3 January, two days sooner than scheduled, after a fault on 29 December.",
                              "2026-01-20"),
                  "Fault")),
              "2025-12-29");
    EXPECT_EQ(date_of(event_with(
                  read_events("The line reopened on 3 January, sooner than planned, after an explosion on 29 December.", "2026-01-20"),
                  "xplosion")),
              "2025-12-29");
    EXPECT_EQ(modality_of(event_with(read_events("The talks, scheduled for 3 May, will be held in Riga.", "2026-01-20"), "alks")),
              "planned");
}

TEST(EventChronicle, AYearOnItsLineIsOverWhatStandsBelow) {
    const auto read = read_events(
        "2014\nRussia annexed Crimea in March.\nThe Minsk protocol was signed on 5 September.\n2015\nDebaltseve fell on 18 February.\n",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "annexed")), "2014-03");
    EXPECT_EQ(date_of(event_with(read, "protocol")), "2014-09-05");
    EXPECT_EQ(date_of(event_with(read, "Debaltseve")), "2015-02-18");
    const auto list =
        read_events("1966\n- Guyana becomes independent on 26 May.\n1970\n- Guyana is declared a republic on 23 February.\n", kMonday);
    EXPECT_EQ(date_of(event_with(list, "independent")), "1966-05-26");
    EXPECT_EQ(date_of(event_with(list, "republic")), "1970-02-23");
    const auto broken = read_events("The treaty that the two states had signed in the year\n2014 was ended on 5 May 2023.", kMonday);
    EXPECT_EQ(date_of(event_with(broken, "ended")), "2023-05-05");
}

TEST(EventChronicle, AMonthHeadsAnEntryOfTheYearAbove) {
    const auto read = read_events(
        "Oct. 5, 1996\n\n1994\nApril: Rebels begin the siege of Bukavu. The army attacks Goma.\nMay: Chad closes its border.\n"
        "March–June: Togo sends troops to Kigali.\n****\n1996\nJanuary: A truce takes effect in Bunia.",
        "");
    EXPECT_EQ(date_of(event_with(read, "Bukavu")), "1994-04");
    EXPECT_EQ(modality_of(event_with(read, "Bukavu")), "");
    EXPECT_EQ(date_of(event_with(read, "Goma")), "1994-04");
    EXPECT_EQ(date_of(event_with(read, "closes its border")), "1994-05");
    EXPECT_EQ(date_of(event_with(read, "Bunia")), "1996-01");
}

TEST(EventChronicle, AnEntryMayStandBehindABulletOfAnySort) {
    for (const std::string bullet : {"•", "●", "▪", "◆", "➤", "\uF0B7"}) {
        SCOPED_TRACE(bullet);
        const auto read = read_events(
            "Oct. 5, 1996\n\n1994\n" + bullet + " May: Chad closes its border.\n" + bullet + " Togo sends troops to Kigali on 3 June.\n",
            "");
        EXPECT_EQ(date_of(event_with(read, "closes its border")), "1994-05");
        EXPECT_EQ(date_of(event_with(read, "Kigali")), "1994-06-03");
    }
}

TEST(EventChronicle, DayByDayThePresentTellsWhatWas) {
    const auto read = read_events(
        "3 March\n\nGunmen seize Goris. Talks resume in Oslo.\n\n5 March\n\nSummit in Vienna. Thousands flee Kars.\n\n6 April\n\n"
        "Togo declares a truce ahead of Easter.\n\n8/9 April\n\nRally in Riga.\n",
        "2024-11-18");
    EXPECT_EQ(date_of(event_with(read, "seize Goris")), "2024-03-03");
    EXPECT_EQ(date_of(event_with(read, "Talks resume")), "2024-03-03");
    EXPECT_EQ(date_of(event_with(read, "Summit in Vienna")), "2024-03-05");
    EXPECT_EQ(date_of(event_with(read, "flee Kars")), "2024-03-05");
    EXPECT_EQ(date_of(event_with(read, "truce")), "2024-04-06");
    EXPECT_EQ(date_of(event_with(read, "Rally in Riga")), "2024-04-08/2024-04-09");
    // one day over an article is none
    EXPECT_FALSE(has_title(read_events("3 March\n\nThe army hosts recruits. Gunmen seize Goris.\n", "2024-11-18"), "seize"));
}

TEST(EventChronicle, WhatIsAheadOfADayIsNotOnIt) {
    EXPECT_EQ(date_of(only_event("The mayor resigned ahead of 11 April.")), "-");
    EXPECT_EQ(date_of(only_event("On 3 April the mayor resigned ahead of the 11 April vote.")), "2024-04-03");
}

}  // namespace
}  // namespace dateline::extract
