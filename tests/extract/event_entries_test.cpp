#include "extract/event_support.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::extract {
namespace {

using Told = std::vector<std::pair<std::string, std::string>>;

std::string place_of(std::string_view text, std::string_view words, std::string_view published = "2024-09-20") {
    return event_with(read_events(text, published), words).place;
}

TEST(EventEntries, TakeTheTownThatTheyOpenWith) {
    EXPECT_EQ(place_of("05SEP – Mopti: two soldiers were wounded by a mine.", "two soldiers"), "Mopti");
    EXPECT_EQ(place_of("05SEP 0530 – Mopti: two soldiers were wounded by a mine.", "two soldiers"), "Mopti");
    EXPECT_EQ(place_of("05SEP night – Mopti: two soldiers were wounded by a mine.", "two soldiers"), "Mopti");
    EXPECT_EQ(place_of("Mopti, 5 September: two soldiers were wounded by a mine.", "two soldiers"), "Mopti");
    EXPECT_EQ(place_of("25SEP: Bamako – the sides are to exchange lists of prisoners.", "exchange lists"), "Bamako");
    EXPECT_EQ(place_of("05SEP – Tombadiana (Mopti): two soldiers were wounded by a mine.", "two soldiers"), "Mopti");
}

TEST(EventEntries, MayCloseTheirHeadWithAFullStop) {
    const std::string entry = "17 September, Mopti. Gunmen burned two lorries.";
    EXPECT_EQ(place_of(entry, "two lorries"), "Mopti");
    EXPECT_EQ(date_of(event_with(read_events(entry, "2024-09-20"), "two lorries")), "2024-09-17");
    EXPECT_EQ(date_of(event_with(read_events("March 24. The army retook Mopti.", "2024-09-20"), "retook")), "2024-03-24");
    // at the end of a sentence a day closes nothing
    EXPECT_EQ(
        event_with(read_events("The town fell on 17 September. On 18 September gunmen burned two lorries.", "2024-09-20"), "town fell")
            .quote,
        "The town fell on 17 September.");
}

TEST(EventEntries, AreAboutTheirTownToTheirEnd) {
    const std::string log =
        "05SEP – Mopti: two soldiers were wounded by a mine. Rebels burned three lorries the same night.\n\nOn 6 September rebels burned a "
        "bus.";
    EXPECT_EQ(place_of(log, "three lorries"), "Mopti");
    EXPECT_EQ(place_of(log, "burned a bus"), "");  // another paragraph
}

TEST(EventEntries, MayOpenWithATownThatNobodyKnowsOrThatIsAName) {
    EXPECT_EQ(event_with(read_events("05SEP – Qwxanda: market closed by order of the governor.", "2024-09-20"), "arket").title,
              "Market closed by order of the governor");
    EXPECT_EQ(place_of("5 Sep – Geneva: the council met.", "ouncil"), "Geneva");
    EXPECT_EQ(place_of("# Missions\n\n*Geneva.* On 5 September the council met.", "ouncil"), "Geneva");
    EXPECT_EQ(place_of("The week. Geneva: On 5 September the council met.", "ouncil"), "");
    EXPECT_EQ(place_of("12 Oct: Bamako, opening of the dialogue.", "pening"), "Bamako");
}

TEST(EventEntries, OfOneParagraphHaveAPlaceEach) {
    const std::string ports =
        "Rotterdam: the strike at the container terminal ended on 5 September. Mombasa: the jetty has been closed since 6 September. "
        "Colombo: the first ship docked on 7 September.";
    for (const std::string& text : {ports, "Ports. " + ports}) {
        EXPECT_EQ(place_of(text, "trike"), "Rotterdam");
        EXPECT_EQ(place_of(text, "etty"), "Mombasa");
        EXPECT_EQ(place_of(text, "docked"), "Colombo");
    }
    EXPECT_EQ(
        place_of("Rotterdam: the strike ended on 5 September. The minister: the port of Mombasa was closed on 6 September.", "closed"),
        "Mombasa");
    EXPECT_EQ(place_of("The port was shut on 5 September. Mombasa: the jetty has been closed since 6 September.", "etty"),
              "");  // one alone may be who speaks
}

TEST(EventTables, AColumnMayBeOfAPlace) {
    const std::string rows =
        "|---|---|---|\n| 4 September 2024 | 12 dead | 21 dead |\n| 5 September 2024 | ferry terminal closed | port closed by ice |\n";
    const auto told_of = [&](const std::string& header) {
        Told found;
        for (const document::Event& event : read_events(header + rows, "2024-09-20").events) found.emplace_back(event.title, event.place);
        return found;
    };
    EXPECT_EQ(told_of("| Date | Tallinn | Riga |\n"),
              (Told{{"12 dead", "Tallinn"}, {"21 dead", "Riga"}, {"Ferry terminal closed", "Tallinn"}, {"Port closed by ice", "Riga"}}));
    for (const auto& [title, place] : told_of("| Date | Ann | Ben |\n")) EXPECT_EQ(place, "") << title;
}

TEST(EventTables, ACellMayNameTheStateInBrackets) {
    const std::string table =
        "| Unit | Outage | Cause |\n|---|---|---|\n| Auvere unit 1 (EE) | 5–19 September 2024 | maintenance |\n| Tallinn to Riga (EE) | 6 "
        "September 2024 | repair |\n";
    EXPECT_EQ(place_of(table, "Auvere"), "Auvere");
    EXPECT_NE(place_of(table, "Tallinn to Riga"), "Tallinn");
}

TEST(EventEntries, BeginWithTheirDayInFiguresToo) {
    const auto read = read_events(
        "LOG\nfrom 2 to 8 September 2024\n\n03/09 – Mopti: flights suspended after an attack\n04/09 – Sikasso: market closed by the "
        "governor\n",
        "2024-09-09");
    EXPECT_EQ(date_of(event_with(read, "lights")), "2024-09-03");
    EXPECT_EQ(date_of(event_with(read, "arket")), "2024-09-04");
    EXPECT_EQ(event_with(read, "arket").place, "Sikasso");
}

TEST(EventEntries, HaveTheirDayForAllTheyTell) {
    const auto read = read_events(
        "05SEP – Maiduguri: shops shut; the market was looted twice. Four traders were wounded. Source: traders, not verified.\n\n06SEP – "
        "Maiduguri: governor extended the curfew to 30SEP.",
        "2024-09-20");
    EXPECT_EQ(date_of(event_with(read, "looted")), "2024-09-05");
    EXPECT_EQ(date_of(event_with(read, "Four traders")), "2024-09-05");
    EXPECT_FALSE(has_title(read, "verified"));
    EXPECT_EQ(date_of(event_with(read, "curfew")), "2024-09-06");
    EXPECT_EQ(modality_of(event_with(read_events("05SEP – Maiduguri: no convoy.", "2024-09-20"), "onvoy")), "denied");
}

TEST(EventEntries, GiveNoPlaceToWhatIsDoneElsewhereOrSaid) {
    EXPECT_EQ(place_of("05SEP – Mopti: rebels attacked a convoy at Sikasso on 4 September.", "attacked a convoy"), "Sikasso");
    EXPECT_EQ(place_of("Mopti, 5 September: the council met. The army attacked rebels on 4 September.", "attacked rebels"),
              "");  // a report's own dateline
    EXPECT_NE(place_of("Mopti and its people: the rebels attacked a convoy on 4 September.", "attacked a convoy"), "Mopti");
}

TEST(EventEntries, BeatTheRegionOfTheirHeading) {
    const std::string log =
        "LOG OF THE WEEK\nKept by the office\n\nNIGERIA\n\n05SEP – Maiduguri: two soldiers were wounded by a mine.\n06SEP: a bus was "
        "attacked.\n";
    EXPECT_EQ(place_of(log, "two soldiers"), "Maiduguri");
    EXPECT_EQ(place_of(log, "bus"), "NIGERIA");
}

TEST(EventHeadings, InCapitalsEndWhereTheNextBegins) {
    const std::string log =
        "LOG OF THE WEEK\nKept by the office\n\nSIKASSO\n\n05SEP: a bus was attacked.\n\nKAYES\n\n06SEP: a bridge was blown "
        "up.\n\nOUTLOOK\n- 25SEP: schools open again.\n";
    EXPECT_EQ(place_of(log, "bus"), "SIKASSO");
    EXPECT_EQ(place_of(log, "bridge"), "KAYES");
    EXPECT_EQ(place_of(log, "chools"), "");
    // a line of a text in capitals is no heading
    EXPECT_EQ(read_events("Wire\n\nMOPTI\nSEGOU\n\nOn 5 September a bus was attacked.", "2024-09-20").events.size(), 1u);
}

TEST(EventHeadings, InsideAParagraphAreOverItAlone) {
    const std::string text =
        "# Embassies\n\n*Montevideo.* On 5 September the exhibition was opened by the ambassador.\n\nThe consulate was closed on 6 "
        "September.\n\n*Port-of-Spain.* The legation was moved on 7 September.";
    EXPECT_EQ(place_of(text, "xhibition"), "Montevideo");
    EXPECT_EQ(place_of(text, "onsulate"), "");
}

TEST(EventHeadings, OfNotesAreOverTheNoteBelow) {
    const std::string notes =
        "Short notes of the office for all who ask\n\nFiji: Tropical Cyclone Keni\nCreated: 13/04/2018\n\nThe cyclone destroyed 40 houses "
        "on 10 April.\n\nThe office was closed on 11 April.";
    EXPECT_EQ(place_of(notes, "40 houses", "2018-04-13"), "Fiji");
    EXPECT_EQ(place_of(notes, "ffice was closed", "2018-04-13"), "");
}

TEST(EventTables, TellByTheirHeaderWhatTheirColumnsHold) {
    const std::string table =
        "# Diary\n\n| Date | Event | Place |\n|---|---|---|\n| 12/10 | Committee on frontiers | Arica |\n| 13–14/10 | Working group, "
        "second round | Cusco |\n"
        "| 30/10–02/11 | Forum of mayors | Quito |\n| 2024-11-15 | Council of ministers | La Paz |\n";
    const auto read = read_events(table, "2024-09-20");
    EXPECT_EQ(date_of(event_with(read, "Committee on frontiers")), "2024-10-12");
    EXPECT_EQ(event_with(read, "Committee on frontiers").place, "Arica");
    EXPECT_EQ(modality_of(event_with(read, "Committee on frontiers")), "planned");
    EXPECT_EQ(date_of(event_with(read, "Working group")), "2024-10-13/2024-10-14");
    EXPECT_EQ(event_with(read, "Working group").place, "Cusco");
    EXPECT_EQ(date_of(event_with(read, "Forum of mayors")), "2024-10-30/2024-11-02");
    EXPECT_EQ(event_with(read, "Council of ministers").place, "La Paz");
    EXPECT_EQ(read.events.size(), 4u);
}

TEST(EventTables, WithoutAHeaderHaveThePlaceOfTheCellThatIsOne) {
    EXPECT_EQ(place_of("Mon 2 Sep | Mopti | Clashes between two militias; 5 dead\nTue 3 Sep | Sikasso | Bridge blown up\n", "lashes"),
              "Mopti");
    EXPECT_TRUE(read_events("| Date | Attacks | Killed |\n|---|---|---|\n| 12 Sep | 3 | 14 |\n", "2024-09-20").events.empty());
}

TEST(EventTables, DoNotReadARowByTheVerbsOfAnother) {
    const auto read = read_events(
        "# Ahead\n\n| Date | Event | Place |\n|---|---|---|\n| 15/08 | Public holiday; offices closed | – |\n| 30/10–01/11 | Meeting of "
        "leaders | Lima |\n",
        "2025-08-11");
    EXPECT_EQ(date_of(event_with(read, "Meeting of leaders")), "2025-10-30/2025-11-01");
}

TEST(EventTables, TellWhatADayIsOf) {
    const std::string table =
        "| District | Date of assessment | Families | Remarks |\n|---|---|---|---|\n| Mopti | 17/08/2024 | 3,377 | by boat |\n| Sikasso | "
        "12 August | 8,120 | Bridge closed 10–13 August |\n";
    const auto read = read_events(table, "2024-09-20");
    EXPECT_EQ(date_of(event_with(read, "Assessment: Mopti")), "2024-08-17");
    EXPECT_EQ(date_of(event_with(read, "Assessment: Sikasso")), "2024-08-12");
    EXPECT_EQ(date_of(event_with(read, "Bridge")), "2024-08-10/2024-08-13");
    EXPECT_EQ(event_with(read, "Bridge").place, "Sikasso");
    // no happening: a table of who was born where
    EXPECT_FALSE(has_title(read_events("| Name | Date of birth | Place |\n|---|---|---|\n| Traoré | 17/08/1964 | Mopti |\n", "2024-09-20"),
                           "Birth"));
}

TEST(EventDates, InFiguresWithoutAYearAreReadWhereOnlyDatesStand) {
    EXPECT_EQ(told("As at 20/3, the agency had registered 43 deaths, up from nine deaths on 12/3.", "2024-03-25").front().second,
              "2024-03-20");
    EXPECT_TRUE(told("The guards work 24/7, and 3/4 of them voted; the motion passed by 2/3.", "2024-03-25").empty());
}

TEST(EventItems, AreNoticesWithTheirDay) {
    const std::string log =
        "Weekly snapshot\n\n12 Sep 24: Suspicious Sighting 2nm from Abidjan, Cote d'Ivoire. Thirteen persons were seen on board a "
        "skiff.\n\n14 Sep 24: Vessel Boarding 5nm from Lagos, Nigeria. Robbers boarded the anchored ship from two boats.\n";
    const auto read = read_events(log, "2024-09-20");
    EXPECT_EQ(date_of(event_with(read, "Suspicious Sighting")), "2024-09-12");
    EXPECT_NE(event_with(read, "Suspicious Sighting").place.find("Abidjan"), std::string::npos);
    EXPECT_NE(event_with(read, "Robbers").place.find("Lagos"), std::string::npos);
    EXPECT_EQ(date_of(event_with(read, "Robbers")), "2024-09-14");
}

TEST(EventItems, AreStatesThatBeganAndEnded) {
    EXPECT_EQ(told("The port was at a standstill from 3 until 5 November."), (Told{{"Port was at a standstill", "2024-11-03/2024-11-05"}}));
    EXPECT_EQ(told("- The pipeline: 75 per cent complete on 3 November."), (Told{{"Pipeline: 75 per cent complete", "2024-11-03"}}));
    EXPECT_TRUE(told("She was at the ministry from 3 until 5 November.").empty());
    EXPECT_TRUE(told("The port was at a loss.").empty());
}

TEST(EventItems, TakeTheDayThatTheyOpenWith) {
    const auto read = read_events(
        "# The week\n\nIssued in Lima on 11 November 2024\n\n## Highlights\n\n- **5 Nov.** The premier opened a school.\n- **Thursday 7.** "
        "Note of protest handed to the Ambassador of Chile. The bridge was closed.\n- **8 Nov.** The premier opened a fair.\n",
        "2024-11-11");
    EXPECT_EQ(date_of(event_with(read, "Note of protest")), "2024-11-07");
    EXPECT_EQ(date_of(event_with(read, "ridge")), "2024-11-07");
    EXPECT_EQ(date_of(event_with(read, "fair")), "2024-11-08");
}

TEST(EventItems, AreAlsoPlannedNow) {
    EXPECT_EQ(modality_of(only_event("Oil is now to flow from Warri to Lagos in July 2026.")), "planned");
    EXPECT_TRUE(told("The harm is to roads in the north in July 2026.").empty());
}

TEST(EventItems, MayOpenWithTheirWeek) {
    EXPECT_EQ(date_of(event_with(read_events("- w/e 28–29SEP: road mission to Mopti, to be confirmed", "2024-09-20"), "mission")),
              "2024-09-28/2024-09-29");
    EXPECT_EQ(date_of(event_with(read_events("- Week of 23 September: road mission to Mopti", "2024-09-20"), "mission")).substr(0, 10),
              "2024-09-23");
}

TEST(EventSentences, MayBeginWithFigures) {
    const auto read = read_events(
        "05SEP – Mopti: the bridge was blown up before the end of the period. 2 guards were wounded on 6 September.", "2024-09-20");
    EXPECT_EQ(date_of(event_with(read, "guards")), "2024-09-06");
    EXPECT_EQ(date_of(event_with(read, "ridge")), "2024-09-05");
    EXPECT_EQ(
        read_events("The delegates agreed under art. 2 of the accord that 3 guards leave on 6 September.", "2024-09-20").events.size(), 1u);
}

TEST(EventItems, OfAnAgendaAreEachTheirOwn) {
    const std::string agenda =
        "Ahead\n\n10–21 Nov – COP30, Belém\n22–23 Nov – G20, Johannesburg\n24 Nov – Heads of mission, Lomé\nearly Dec – Opening of the "
        "fair, Accra\n";
    const auto read = read_events(agenda, "2025-10-20");
    EXPECT_EQ(date_of(event_with(read, "COP30")), "2025-11-10/2025-11-21");
    EXPECT_EQ(event_with(read, "COP30").place, "Belém");
    EXPECT_EQ(event_with(read, "G20").place, "Johannesburg");
    EXPECT_EQ(event_with(read, "Heads of mission").place, "Lomé");
    EXPECT_EQ(date_of(event_with(read, "Opening of the fair")), "2025-12-01/2025-12-10");
    EXPECT_EQ(place_of("12 Sep: Attack near Maiduguri, Nigeria.", "ttack"), "Maiduguri");
}

TEST(EventItems, AListThatRunsOnInOneSentenceIsCutIntoItsEntries) {
    const auto read = read_events(
        "To watch: 6 November: summit of the river states, Bamako; 20\u201321 November: Lake Council, Kisumu (after the session planned "
        "for Lom\u00E9 was moved); "
        "27 Nov.: state visit of the Kenyan president to Accra; Q1 2025 \u2013 opening of the port of Bata.",
        "2024-10-31");
    ASSERT_EQ(read.events.size(), 4u);
    EXPECT_EQ(event_with(read, "river states").place, "Bamako");
    EXPECT_EQ(date_of(event_with(read, "Lake Council")), "2024-11-20/2024-11-21");
    EXPECT_EQ(event_with(read, "Lake Council").title, "Lake Council, Kisumu");
    EXPECT_EQ(modality_of(event_with(read, "Lake Council")), "planned");
    EXPECT_EQ(date_of(event_with(read, "tate visit")), "2024-11-27");
    EXPECT_EQ(date_of(event_with(read, "port of Bata")), "2025-33");
    // what an entry tells has nothing from the one before
    const auto tariff = read_events("17 September \u2013 corridor forum, Lusaka; 1 Oct.: new transit tariff takes effect.", "2024-09-02");
    EXPECT_EQ(date_of(event_with(tariff, "tariff")), "2024-10-01");
    EXPECT_EQ(event_with(tariff, "tariff").place, "");
    // a day in the midst of a sentence heads nothing
    const auto one =
        read_events("The sides met in Bamako on 6 November; on 7 November, in Lom\u00E9, they signed the accord.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(one, "igned")), "2024-11-07");
}

TEST(EventItems, WhatTheTextSaysOfItselfIsNone) {
    EXPECT_EQ(told("Text closed on 15 December 2024. On 12 December the premier resigned.", "2024-12-16"),
              (Told{{"Premier resigned", "2024-12-12"}}));
    EXPECT_EQ(told("This report covers the days from 6 to 20 September 2024.", "2024-09-20"), Told{});
    EXPECT_EQ(told("Soldiers were killed in the northern province, which borders Chad, on Thursday.", "2024-11-18").front().second,
              "2024-11-14");
    EXPECT_EQ(told("Soldiers were killed in the northern province, which borders Chad, on Thursday.", "2024-11-18").size(), 1u);
}

}  // namespace
}  // namespace dateline::extract
