#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

// One verb for several days, who is named without an office, headings that are days, and what did not happen.
namespace dateline::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(EventListed, OneVerbForSeveralPlacesAndDays) {
    EXPECT_THAT(told("The envoy met Ms Rossi in Rome on 4 May, Mr Weber in Bonn on 7 May and Mr Novak in Prague on 9 May."),
                ElementsAre(Pair("Envoy met Ms Rossi in Rome", "2024-05-04"), Pair("Envoy met Mr Weber in Bonn", "2024-05-07"),
                            Pair("Envoy met Mr Novak in Prague", "2024-05-09")));
    EXPECT_THAT(told("Talks took place in Oslo on 4 May, in Riga on 7 May and in Tallinn on 9 May."),
                ElementsAre(Pair("Talks took place in Oslo", "2024-05-04"), Pair("Talks took place in Riga", "2024-05-07"),
                            Pair("Talks took place in Tallinn", "2024-05-09")));
    EXPECT_THAT(told("Snow fell on 3 May in Kars and on 5 May in Van."),
                ElementsAre(Pair("Snow fell in Kars", "2024-05-03"), Pair("Snow fell in Van", "2024-05-05")));
    EXPECT_THAT(told("She taught in Vienna (1970-75), in Graz (1976-80) and in Linz (1981-85)."),
                ElementsAre(Pair("She taught in Vienna", "1970/1975"), Pair("She taught in Graz", "1976/1980"),
                            Pair("She taught in Linz", "1981/1985")));
    EXPECT_THAT(told("Votes will be held in Ghana on 7 December and in Romania on 8 December."),
                ElementsAre(Pair("Votes will be held in Ghana", "2024-12-07"), Pair("Votes will be held in Romania", "2024-12-08")));
}

TEST(EventListed, EachIsAtItsOwnPlace) {
    const auto read = read_events("The king visited Oslo on 4 May, Riga on 7 May and Tallinn on 9 May.", kMonday);
    ASSERT_EQ(read.events.size(), 3U);
    EXPECT_EQ(read.events[0].place, "Oslo");
    EXPECT_EQ(read.events[1].place, "Riga");
    EXPECT_EQ(read.events[2].place, "Tallinn");
}

/// Titles and places of all events, in order.
std::vector<std::pair<std::string, std::string>> placed(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const document::Event& event : read_events(text, kMonday).events) out.emplace_back(event.title, event.place);
    return out;
}

TEST(EventListed, OneDayInSeveralPlaces) {
    EXPECT_THAT(placed("The king met Erdogan in Sochi and Modi in Samarkand on Friday."),
                ElementsAre(Pair("King met Erdogan in Sochi", "Sochi"), Pair("King met Modi in Samarkand", "Samarkand")));
    EXPECT_THAT(placed("Missiles hit a school in Kharkiv, a depot in Odesa and a port in Izmail on Monday."),
                ElementsAre(Pair("Missiles hit a school in Kharkiv", "Kharkiv"), Pair("Missiles hit a depot in Odesa", "Odesa"),
                            Pair("Missiles hit a port in Izmail", "Izmail")));
    EXPECT_THAT(placed("The president visited Astana, Tashkent and Bishkek on 3 May."),
                ElementsAre(Pair("President visited Astana", "Astana"), Pair("President visited Tashkent", "Tashkent"),
                            Pair("President visited Bishkek", "Bishkek")));
    EXPECT_THAT(placed("Two people were killed in Kharkiv and three in Odesa on Sunday."),
                ElementsAre(Pair("Two people killed in Kharkiv", "Kharkiv"), Pair("Three killed in Odesa", "Odesa")));
    EXPECT_THAT(placed("The ministers met in Rome and Doha on 3 and 5 May respectively."),
                ElementsAre(Pair("Ministers met in Rome", "Rome"), Pair("Ministers met in Doha", "Doha")));
    EXPECT_THAT(told("He visited Baku, Tbilisi and Yerevan on 11, 12 and 13 November respectively."),
                ElementsAre(Pair("He visited Baku", "2024-11-11"), Pair("He visited Tbilisi", "2024-11-12"),
                            Pair("He visited Yerevan", "2024-11-13")));
    EXPECT_THAT(told("He toured the border on 11, 12 and 13 November."),
                ElementsAre(Pair("He toured the border", "2024-11-11/2024-11-13")));
    EXPECT_THAT(placed("On March 22, the Italian Air Force bombed Harar and Jijiga as a prelude."),
                ElementsAre(Pair("Italian Air Force bombed Harar", "Harar"), Pair("Italian Air Force bombed Jijiga", "Jijiga")));
    const auto read = read_events("Protests were held in Rome, Milan and Turin on Saturday.", kMonday);
    ASSERT_EQ(read.events.size(), 3U);
    EXPECT_NE(read.events[0].id, read.events[1].id);
}

TEST(EventListed, WhatIsDoneToSeveralIsDoneToEach) {
    EXPECT_THAT(placed("Evacuation orders for Kandy, Matale and Badulla were lifted on 12 November."),
                ElementsAre(Pair("Evacuation orders for Kandy lifted", "Kandy"), Pair("Evacuation orders for Matale lifted", "Matale"),
                            Pair("Evacuation orders for Badulla lifted", "Badulla")));
    EXPECT_THAT(placed("Airports in Gdansk and Poznan were closed on 4 November."),
                ElementsAre(Pair("Airports in Gdansk closed", "Gdansk"), Pair("Airports in Poznan closed", "Poznan")));
    EXPECT_THAT(placed("Warnings for Sofia and Varna were lifted on 12 November."),
                ElementsAre(Pair("Warnings for Sofia lifted", "Sofia"), Pair("Warnings for Varna lifted", "Varna")));
    EXPECT_THAT(placed("Clashes in Goma and Sake killed 12 people on 4 November."),
                ElementsAre(Pair("Clashes in Goma and Sake killed 12 people", "Goma")));  // twelve in all
    EXPECT_EQ(placed("Permits for Sofia and Varna were lifted on 12 November.").size(), 1U);
}

TEST(EventListed, TwoNamesMayShareWhatTheyAre) {
    EXPECT_THAT(placed("The Medininkai and Raigardas crossings reopened on 12 November."),
                ElementsAre(Pair("Medininkai crossing reopened", "Medininkai"), Pair("Raigardas crossing reopened", "Raigardas")));
    EXPECT_THAT(
        placed("Schools in the Tillabéri and Dosso regions were shut on 12 November."),
        ElementsAre(Pair("Schools in the Tillabéri region shut", "Tillabéri"), Pair("Schools in the Dosso region shut", "Dosso region")));
    EXPECT_THAT(placed("The ports of Latakia and Tartus were shut on 12 November."),
                ElementsAre(Pair("Ports of Latakia shut", "Latakia"), Pair("Ports of Tartus shut", "Tartus")));
    EXPECT_EQ(placed("The Russian and Belarusian embassies were shut on 12 November.").size(), 1U);
}

TEST(EventListed, WhatIsOneStaysOne) {
    EXPECT_THAT(placed("An earthquake struck Turkey and Syria on 6 February 2023."),
                ElementsAre(Pair("Earthquake struck Turkey and Syria", "Turkey")));
    EXPECT_EQ(placed("Drones attacked the Kyiv and Lviv regions on Monday.").size(), 1U);
    EXPECT_EQ(placed("The ministers met in Rome and Doha on 3 May.").size(), 1U);
    EXPECT_THAT(placed("The peace demonstration was held in Oslo and other Nordic cities on 3 May."),
                ElementsAre(Pair("Peace demonstration held in Oslo and other Nordic cities", "Oslo")));
    EXPECT_THAT(placed("The queen visited Sofia, Bulgaria on 3 May."), ElementsAre(Pair("Queen visited Sofia, Bulgaria", "Sofia")));
}

TEST(EventListed, SeveralDaysOfOneThing) {
    EXPECT_THAT(told("Elections were held in 1990, 1994 and 1998."),
                ElementsAre(Pair("Elections held", "1990"), Pair("Elections held", "1994"), Pair("Elections held", "1998")));
    EXPECT_THAT(told("The summit was held in Vilnius on 11 and 12 July."),
                ElementsAre(Pair("Summit held in Vilnius", "2024-07-11/2024-07-12")));
}

TEST(EventListed, ADayOfAnotherVerbIsNoItem) {
    EXPECT_THAT(told("The deal was signed in Oslo on 3 May and the embassy opened in Riga on 5 May."),
                ElementsAre(Pair("Deal signed in Oslo", "2024-05-03"), Pair("Embassy opened in Riga", "2024-05-05")));
}

TEST(EventListed, ADayAtTheEndIsOfBothVerbs) {
    EXPECT_THAT(told("Rebels advanced into Goma and clashed with the army on 4 May."),
                ElementsAre(Pair("Rebels advanced into Goma", "2024-05-04"), Pair("Rebels clashed with the army", "2024-05-04")));
}

TEST(EventListed, NamesWithoutAnOfficeAct) {
    EXPECT_THAT(read_events("Lindqvist met Ahtiainen in Vienna on 4 May.", kMonday).events.at(0).actors,
                ElementsAre("Lindqvist", "Ahtiainen"));
    EXPECT_THAT(read_events("President Ann Korhonen and Prime Minister Olli Virtanen met in Oslo on 4 May.", kMonday).events.at(0).actors,
                ElementsAre("President Ann Korhonen", "Prime Minister Olli Virtanen"));
    EXPECT_THAT(
        read_events("Foreign Minister of Iran Abbas Rahimi, who visited Baku on 4 May, met a delegation.", kMonday).events.at(0).actors,
        ElementsAre("Foreign Minister of Iran Abbas Rahimi"));
    EXPECT_THAT(read_events("Police arrested 12 people in Leeds on 4 May.", kMonday).events.at(0).actors, ElementsAre("Police"));
    EXPECT_THAT(read_events("The prime minister visited Kutaisi on 4 May.", kMonday).events.at(0).actors, ElementsAre("prime minister"));
    EXPECT_THAT(read_events("Floods destroyed a bridge in Gori on 4 May.", kMonday).events.at(0).actors, IsEmpty());
}

TEST(EventListed, AHeadingThatIsADayDatesWhatIsBelow) {
    EXPECT_THAT(told("## Friday, 15 November 2024\n\nA bomb exploded in Izmir.\n\n## Saturday, 16 November 2024\n\nProtesters clashed with "
                     "police in Ankara.\n\n## Background\n\n"
                     "The army attacked the town."),
                ElementsAre(Pair("Bomb exploded in Izmir", "2024-11-15"), Pair("Protesters clashed with police in Ankara", "2024-11-16"),
                            Pair("Army attacked the town", "-")));
    EXPECT_THAT(told("**3 May 2023**\n\nThe minister visited Baku.\n\n**5 June 2023**\n\nThe sides signed a treaty in Rome."),
                ElementsAre(Pair("Minister visited Baku", "2023-05-03"), Pair("Sides signed a treaty in Rome", "2023-06-05")));
}

TEST(EventListed, AReportsOwnDateDatesNothing) {
    for (const document::Event& event :
         read_events("Storm batters the coast\n\nMonday, November 18, 2024\n\nAnn Korhonen met her husband here. Rebels attacked the town.",
                     kMonday)
             .events)
        EXPECT_EQ(date_of(event), "-");
}

TEST(EventListed, AHeadingThatOnlyHoldsADayDatesNothing) {
    const auto read = read_events("## The agreement of 15 November 2023\n\nA bomb exploded in Izmir.", kMonday);
    for (const document::Event& event : read.events) EXPECT_EQ(date_of(event), "-");
}

TEST(EventListed, WhatDidNotHappenIsDenied) {
    for (const char* text : {"The visit to Baku on 3 May did not take place.", "Sweden failed to join NATO in 2022.",
                             "The minister refused to visit Oslo on 4 May.", "The meeting planned for 2 May in Prague was cancelled.",
                             "Nobody was killed in the blast in Kabul on 4 May."}) {
        const auto read = read_events(text, kMonday);
        ASSERT_EQ(read.events.size(), 1U) << text;
        EXPECT_EQ(modality_of(read.events[0]), "denied") << text;
    }
    EXPECT_EQ(modality_of(read_events("The talks in Geneva on 3 May did not last.", kMonday).events.at(0)), "");
}

TEST(EventListed, HearsayIsClaimed) {
    EXPECT_EQ(modality_of(read_events("Two people were reportedly killed in Tyre on 4 May.", kMonday).events.at(0)), "claimed");
    const auto fled = read_events("The man is believed to have fled to Dubai on 4 May.", kMonday);
    EXPECT_EQ(fled.events.at(0).title, "Man fled to Dubai");
    EXPECT_EQ(modality_of(fled.events.at(0)), "claimed");
}

TEST(EventListed, TheAccusedDidItAndNotTheAccuser) {
    const auto read = read_events("Yerevan accused Baku on 5 May of shelling Sotk on 4 May.", kMonday);
    EXPECT_EQ(event_with(read, "Baku shelling Sotk").attribution, "Yerevan");
    EXPECT_EQ(date_of(event_with(read, "Baku shelling Sotk")), "2024-05-04");
}

TEST(EventListed, WhoIsAskedIsToDoIt) {
    const auto asked = read_events("The ministry called on Armenia to withdraw its troops by 1 December.", kMonday).events.back();
    EXPECT_EQ(asked.title, "Armenia to withdraw its troops by 1 December");
    EXPECT_EQ(asked.attribution, "ministry");
    EXPECT_EQ(modality_of(asked), "hypothetical");
    const auto urged = read_events("The envoy urged Mali on 4 May to hold elections in February.", kMonday).events.back();
    EXPECT_EQ(urged.title, "Elections in February");
    EXPECT_EQ(modality_of(urged), "planned");
}

TEST(EventListed, AnActTakesTheDayOfWhatItWasDoneIn) {
    EXPECT_THAT(told("The army arrested 20 people in Jenin in a raid that began on 4 May."),
                ElementsAre(Pair("Army arrested 20 people in Jenin in a raid", "2024-05-04")));
}

TEST(EventListed, DatesOfWhoItIsAreOfNothingThatIsTold) {
    EXPECT_THAT(told("Ann Smith, mayor from 2001 to 2005, visited Oslo on 4 May 2024."),
                ElementsAre(Pair("Ann Smith, mayor from 2001 to 2005, visited Oslo", "2024-05-04")));
}

TEST(EventListed, ShortStretchesReachToTheDocument) {
    EXPECT_THAT(told("Over the past 24 hours, 12 people were killed in Kherson."),
                ElementsAre(Pair("12 people killed in Kherson", "2024-11-17/2024-11-18")));
    EXPECT_THAT(told("In the past week, 300 people fled Goma."), ElementsAre(Pair("300 people fled Goma", "2024-11-11/2024-11-18")));
    EXPECT_THAT(told("Elections will be held in Nepal within six months."),
                ElementsAre(Pair("Elections will be held in Nepal", "2024-11/2025-05")));
    EXPECT_THAT(told("The mission will leave Goma in ten days."), ElementsAre(Pair("Mission will leave Goma", "2024-11-28")));
    EXPECT_THAT(told("The bridge in Gori was built in ten days."), IsEmpty());
}

TEST(EventListed, HeadlinesHaveTheirVerbs) {
    EXPECT_THAT(told("Lindqvist to visit Mongolia in September"), ElementsAre(Pair("Lindqvist to visit Mongolia", testing::_)));
    EXPECT_THAT(told("Azerbaijan, Georgia sign energy deal in Tbilisi on 4 May"),
                ElementsAre(Pair("Azerbaijan, Georgia sign energy deal in Tbilisi", "2024-05-04")));
    EXPECT_THAT(told("It was on 12 May that the ferry sank."), ElementsAre(Pair("Ferry sank", "2024-05-12")));
    EXPECT_THAT(told("Late on 4 May a bomb exploded in Izmir."), ElementsAre(Pair("Bomb exploded in Izmir", "2024-05-04")));
    EXPECT_THAT(told("On Friday (15 November) a bomb exploded in Izmir."), ElementsAre(Pair("Bomb exploded in Izmir", "2024-11-15")));
    EXPECT_THAT(told("The court ruled on 4 May that the ban was illegal."),
                ElementsAre(Pair("Court ruled that the ban was illegal", "2024-05-04")));
}

TEST(EventListed, ARelativeClauseLeavesTheSubjectToItsVerb) {
    const auto read = read_events(
        "The company, which reported a profit of 8 million in 2023, said on 4 May it would close its office in Zurich.", kMonday);
    EXPECT_TRUE(has_title(read, "Company said it would close its office in Zurich"));
    EXPECT_FALSE(has_title(read, "Profit"));
}

TEST(EventListed, LinesThatBeginWithTheirHourAreEntriesOfTheDayAbove) {
    EXPECT_THAT(told("## Thursday 24 February 2022\n05:45 – The president announces an operation\n06:20 GMT: Explosions heard in Kyiv\n"),
                ElementsAre(Pair("President announces an operation", "2022-02-24"), Pair("Explosions heard in Kyiv", "2022-02-24")));
    EXPECT_THAT(told("- May 2019: Ms Korhonen elected president"), ElementsAre(Pair("Ms Korhonen elected president", "2019-05")));
}

TEST(EventListed, KilledAndWoundedOnOneDay) {
    EXPECT_THAT(told("Three soldiers were killed and two wounded near Gori on 4 May."),
                ElementsAre(Pair("Three soldiers killed and two wounded near Gori", "2024-05-04")));
}

TEST(EventListed, ADeedToldInTheFirstPersonIsTheSpeakers) {
    const auto read = read_events("\"We signed the treaty in Vienna on 4 May,\" Mr Weber told reporters.", kMonday);
    ASSERT_EQ(read.events.size(), 1U);
    EXPECT_EQ(read.events[0].title, "Treaty signed in Vienna");
    EXPECT_EQ(read.events[0].attribution, "Mr Weber");
    const auto own = read_events("We signed the treaty in Vienna on 4 May.",
                                 kMonday);  // a report by those who did it: what was done is known, if not by whom
    ASSERT_EQ(own.events.size(), 1U);
    EXPECT_EQ(own.events[0].title, "Treaty signed in Vienna");
    EXPECT_THAT(told("We signed the treaty in Vienna."), IsEmpty());
    EXPECT_THAT(told("I signed the treaty in Vienna on 4 May."), IsEmpty());
}

TEST(EventListed, TalkingByPhoneIsNoStatement) {
    for (const char* text : {"President Ann Korhonen had a telephone conversation with President Olli Virtanen on 4 May.",
                             "Ms Korhonen and Mr Virtanen spoke by phone on 4 May."}) {
        const auto read = read_events(text, kMonday);
        ASSERT_EQ(read.events.size(), 1U) << text;
        EXPECT_EQ(read.events[0].kind, "negotiation") << text;
    }
}

TEST(EventListed, WhatIsDeniedWithoutAConjunctionIsNotTold) {
    EXPECT_FALSE(has_title(read_events("Kyiv denied it shelled the town of Gori on 4 May.", kMonday), "Kyiv shelled"));
    EXPECT_FALSE(has_title(read_events("The ministry dismissed claims that the king died on 4 May.", kMonday), "King died"));
}

TEST(EventListed, ThePronounIsTheSubject) {
    const auto read =
        read_events("On 26 April the Minister met in Moscow with his counterpart Ivan Petrov; the next day he left for Tehran.", kMonday);
    EXPECT_TRUE(has_title(read, "Minister left for Tehran"));
}

TEST(EventListed, ItemsWithoutAVerbAreEventsOfTheirDay) {
    const char* const list =
        "5 November 2024\n- Talks in Doha.\n- Arrival of the EU delegation, Yerevan\n- Opening of the Horadiz–Aghband railway (postponed)";
    const auto read = read_events(list, kMonday);
    ASSERT_EQ(read.events.size(), 3U);
    EXPECT_EQ(read.events[0].title, "Talks in Doha");
    EXPECT_EQ(read.events[0].place, "Doha");
    EXPECT_EQ(read.events[1].title, "Arrival of the EU delegation, Yerevan");
    EXPECT_EQ(read.events[1].place, "Yerevan");
    for (const auto& event : read.events) EXPECT_EQ(date_of(event), "2024-11-05") << event.title;
}

TEST(EventListed, ItemsOfAProgrammeAreAhead) {
    const auto week = read_events("The week ahead:\n- Tuesday: Talks in Doha\n- Wednesday: NATO summit, Vilnius", kMonday);
    ASSERT_EQ(week.events.size(), 2U);
    EXPECT_EQ(date_of(week.events[1]), "2024-11-20");
    EXPECT_EQ(week.events[1].place, "Vilnius");
    for (const auto& event : week.events) EXPECT_EQ(modality_of(event), "planned") << event.title;
    EXPECT_THAT(told("Agenda for 21 November 2024:\n1. Opening of the session\n2. Statement by the Minister of Energy\n3. Signing of the "
                     "memorandum, Baku"),
                ElementsAre(Pair("Opening of the session", "2024-11-21"), Pair("Statement by the Minister of Energy", "2024-11-21"),
                            Pair("Signing of the memorandum, Baku", "2024-11-21")));
    EXPECT_THAT(told("Programme of the visit\n\n20 November 2024\n09:00 Arrival at Zvartnots airport\n13:00 Working lunch"),
                ElementsAre(Pair("Arrival at Zvartnots airport", "2024-11-20"), Pair("Working lunch", "2024-11-20")));
}

TEST(EventListed, NamesLinksAndContentsAreNoItems) {
    EXPECT_THAT(told("5 November 2024\n- Ilham Aliyev\n- Nikol Pashinyan\n- Catherine Colonna"), IsEmpty());
    EXPECT_THAT(told("5 November 2024\n\nLinks\n- [Talks in Doha](https://example.org/doha)\n- Summit page"), IsEmpty());
    EXPECT_THAT(told("Contents\n\n1. Talks in Doha\n2. Summit in Vilnius\n3. Trade"), IsEmpty());
}

TEST(EventListed, TalksWithOneAfterAnotherAreOneEach) {
    const auto calls = told(
        "The minister had phone talks with Antony Blinken on Monday, with David Lammy on Tuesday and with Annalena Baerbock on Wednesday.");
    ASSERT_EQ(calls.size(), 3u);
    EXPECT_EQ(calls[0], std::pair(std::string("Minister had phone talks with Antony Blinken"), std::string("2024-11-18")));
    EXPECT_EQ(calls[1], std::pair(std::string("Minister had phone talks with David Lammy"), std::string("2024-11-12")));
    EXPECT_EQ(calls[2], std::pair(std::string("Minister had phone talks with Annalena Baerbock"), std::string("2024-11-13")));
    EXPECT_THAT(told("The minister met Blinken on Monday and will speak with Lammy on 20 November."), testing::SizeIs(2));
}

TEST(EventListed, AnEntryNotesAHappeningBeforeItsVerb) {
    EXPECT_THAT(told("1 September 2024 – General election in Guyana; Irfaan Ali is sworn in on the 7th."),
                ElementsAre(Pair("General election in Guyana", "2024-09-01"), Pair("Irfaan Ali sworn in", "2024-09-07")));
    EXPECT_THAT(told("1 September 2024 – General election in Guyana; Irfaan Ali is sworn in."),
                ElementsAre(Pair("General election in Guyana", "2024-09-01"), Pair("Irfaan Ali sworn in", "2024-09-01")));
    EXPECT_THAT(told("1 September 2024 – Election commission of Guyana; Irfaan Ali is sworn in."),
                ElementsAre(Pair("Irfaan Ali sworn in", "2024-09-01")));
}

TEST(EventListed, EachOfTwoSignsOnItsDay) {
    EXPECT_THAT(told("Oslo and Riga signed the convention on 3 and 5 May respectively."),
                ElementsAre(Pair("Oslo signed the convention", "2024-05-03"), Pair("Riga signed the convention", "2024-05-05")));
    EXPECT_THAT(
        told("Oslo and Riga signed the convention on 3 and 5 May."),
        ElementsAre(Pair("Oslo and Riga signed the convention", "2024-05-03"), Pair("Oslo and Riga signed the convention", "2024-05-05")));
}

TEST(EventListed, BelowDaysEachCellTellsOfItsDay) {
    const char* table =
        "| Crossing | 3 Nov | 5 Nov | Remarks |\n|---|---|---|---|\n| Lars | closed by snow | reopened to lorries | none |\n| Sadakhlo | – "
        "| guards seized two trucks | 12 |\n";
    EXPECT_THAT(told(table), ElementsAre(Pair("Lars: closed by snow", "2024-11-03"), Pair("Lars: reopened to lorries", "2024-11-05"),
                                         Pair("Guards seized two trucks", "2024-11-05")));
    EXPECT_THAT(told("| Crop | 2022 | 2023 |\n|---|---|---|\n| Wheat | much in store | little in store |\n"), testing::IsEmpty());
}

TEST(EventListed, LinesOfADiaryHaveTheirDays) {
    const char* text =
        "The council met on Monday.\n\n## Diary\n\nFriday 16: Table quiz, 8pm.\nSaturday 17: Blood clinic at the town hall.\nWed 21 – Fri "
        "23: Trade fair in Milan.\nSunday 25: Prime Minister visits Oslo.\n";
    const auto read = read_events(text, "2025-05-15");
    EXPECT_EQ(date_of(event_with(read, "Table quiz")), "2025-05-16");
    EXPECT_EQ(date_of(event_with(read, "Blood clinic")), "2025-05-17");
    EXPECT_EQ(date_of(event_with(read, "Trade fair")), "2025-05-21/2025-05-23");
    EXPECT_EQ(date_of(event_with(read, "visits Oslo")), "2025-05-25");
    for (const document::Event& event : read.events)
        EXPECT_EQ(modality_of(event), event.title == "Council met" ? "" : "planned") << event.title;
    const auto prose = read_events("The mayor said that on\nFriday 16 people were hurt in Riga.\n", "2025-05-15");
    EXPECT_EQ(date_of(event_with(prose, "16 people hurt")), "2025-05-09");
}

}  // namespace
}  // namespace dateline::extract
