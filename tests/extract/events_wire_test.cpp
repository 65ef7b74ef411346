#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The forms of wires and digests: datelines with an agency's name, who reported it behind the verb, citations, days that head entries.
namespace dateline::extract {
namespace {

using testing::HasSubstr;

TEST(EventWire, AWeekdayComesBeforeTheDayOfADatelineWithItsAgency) {
    for (const char* lead : {"Cuttack (Odisha) [India], January 14 (ANI): ", "CUTTACK, January 14 (ANI): ", "Cuttack [India], January 14: ",
                             "Cuttack, January 14 (ANI): "}) {
        const auto event =
            only_event(std::string(lead) + "Ports Minister Ravi Kumar on Saturday inaugurated a grain terminal at Paradip.", "2024-01-14");
        EXPECT_EQ(date_of(event), "2024-01-13") << lead;
        EXPECT_EQ(event.place, "Paradip") << lead;
        EXPECT_THAT(event.title, testing::Not(HasSubstr("Saturday"))) << lead;
    }
}

TEST(EventWire, ADatelineMayEndWithItsAgencyAndNoDash) {
    const auto read = read_events(
        "Tunis, May 14, 2024 (TAP) The Tunisian army announced a halt to fighting near Kasserine. The ministry said the truce began on "
        "Sunday evening in Sfax.",
        "2024-05-14");
    const auto event = event_with(read, "halt");
    EXPECT_EQ(event.title.rfind("Tunisian army announced a halt", 0), 0u) << event.title;
    EXPECT_EQ(date_of(event_with(read, "Truce")), "2024-05-12");
}

TEST(EventWire, ADatelineWithItsDayMayHaveNoMarkAtAll) {
    const auto event =
        only_event("TUNIS, May 14, 2024 The army has freed two hostages near Kasserine, the ministry said on Tuesday.", "2024-05-14");
    EXPECT_EQ(event.title.rfind("Army freed two hostages", 0), 0u) << event.title;
    EXPECT_EQ(event.place, "Kasserine");
}

TEST(EventWire, TheFirstSentenceBelowAMastheadIsOfAboutItsDay) {
    const auto dated = [](std::string_view sentence) {
        return told("Port fire put out\n\n14 May 2024\n\n" + std::string(sentence), "2024-05-14");
    };
    using Told = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(dated("The two ministers have signed a treaty on fisheries in Tunis."),
              (Told{{"Two ministers signed a treaty on fisheries in Tunis", "2024-05-14~"}}));
    EXPECT_EQ(dated("The Ministry of Transport condemns the raid on a ferry off Bizerte."),
              (Told{{"Ministry of Transport condemns the raid on a ferry off Bizerte", "2024-05-14"}}));
    EXPECT_EQ(dated("Gunmen killed nine guards at a depot near Bizerte."),
              (Told{{"Gunmen killed nine guards at a depot near Bizerte", "2024-05-14~"}}));
    for (const char* other :
         {"Ann Roe met the ministers of two states in Tunis.", "The harbour had been blockaded twice by pirates off the coast of Bizerte.",
          "Rebels once blockaded the harbour of Bizerte with nine ships.", "The ferry usually carries nine cars to Bizerte."})
        for (const auto& [title, date] : dated(other)) EXPECT_EQ(date, "-") << other;
    const auto second =
        told("14 May 2024\n\nThe ferry to Bizerte is eighty years old and slow.\n\nPirates seized a ferry off Bizerte.", "2024-05-14");
    for (const auto& [title, date] : second) EXPECT_EQ(date, "-") << title;
}

TEST(EventWire, ADayAndItsHourOnALineAreAMasthead) {
    for (const char* day : {"14 May 2024 16:20", "14 May 2024, 4:20 PM", "May 14, 2024 - 16:20", "14.05.2024 16:20"}) {
        const auto read = read_events(std::string("Tunis hosts a summit on fisheries\n") + day +
                                          "\n\nThe two ministers have signed a treaty on fisheries in Tunis, the palace said.",
                                      "2024-05-14");
        const auto event = event_with(read, "treaty");
        EXPECT_EQ(event.place, "Tunis") << day;
        EXPECT_EQ(event.title.find("16:20"), std::string::npos) << event.title;
        EXPECT_EQ(event.quote.find("2024"), std::string::npos) << event.quote;
    }
}

TEST(EventWire, AMinistrySpeaksAsWeInItsRelease) {
    const char* text =
        "No: 12, Statement by the Ministry of Foreign Affairs on the raid in Gafsa\n\n14 May 2024\n\nWe strongly condemn the raid on a "
        "school in Gafsa.";
    const auto event = only_event(text, "2024-05-14");
    EXPECT_EQ(event.title.rfind("Ministry of Foreign Affairs condemns the raid", 0), 0u) << event.title;
    EXPECT_EQ(date_of(event), "2024-05-14");
    EXPECT_EQ(event.kind, "statement");
    EXPECT_TRUE(told("Harbour notes\n\n14 May 2024\n\nWe strongly condemn the raid on a school in Gafsa.", "2024-05-14").empty());
    EXPECT_TRUE(
        told("Answer to the statement of the Ministry of Trade\n\n14 May 2024\n\nWe strongly condemn the raid on a school.", "2024-05-14")
            .size() < 2);
}

TEST(EventWire, WhoSpeaksIsToldWithoutTheDayBesideHim) {
    const auto event = only_event("The port authority on Friday said that pirates had seized a tug off Bizerte on 14 November.");
    EXPECT_EQ(event.attribution, "port authority");
}

TEST(EventWire, WhoReportsItBehindTheVerbIsNoEvent) {
    for (const char* said : {"reports the Daily Post", "reported Dawn", "says the Daily Post", "writes Dawn"}) {
        const auto event = only_event("Two soldiers were killed in Gilgit on 12 November, " + std::string(said) + ".");
        EXPECT_EQ(event.kind, "attack") << said;
        EXPECT_EQ(date_of(event), "2024-11-12") << said;
        EXPECT_FALSE(event.attribution.empty()) << said;
    }
    EXPECT_TRUE(has_title(
        read_events("The envoy visited Gilgit on 12 November and reported a breach of the truce on 13 November.", kMonday), "reported"));
}

TEST(EventWire, ACitationInBracketsIsNoDayOfWhatItCites) {
    EXPECT_EQ(date_of(only_event("On 7 and 8 November, floods destroyed 300 houses in Chimoio (OCHA 09/11/2024).")),
              "2024-11-07/2024-11-08");
    EXPECT_EQ(date_of(only_event("Floods destroyed 300 houses in Chimoio on 7 November (Daily Star, 12 November 2024).")), "2024-11-07");
    EXPECT_EQ(date_of(only_event("Floods destroyed 300 houses in Chimoio on 7 November (UNHCR 12/11/2024, WFP 13/11/2024).")),
              "2024-11-07");
    EXPECT_EQ(date_of(only_event("The ministers signed the treaty (Riga, 12 November).")), "2024-11-12");
}

TEST(EventWire, DaysThatHeadEntriesStandBesideOneAnother) {
    const char* entries =
        "5 February: Rebels enter Goma.\n\n10 February: The army warns rebels to leave Goma.\n\n12 February: The army is to attack "
        "Goma.\n\n20 February: Rebels leave Goma.";
    std::vector<std::string> days;
    for (const document::Event& e : read_events(entries, "1994-04-17").events) days.push_back(date_of(e));
    EXPECT_THAT(days, testing::Each(testing::StartsWith("1994-02-")));
    EXPECT_EQ(days.size(), 4u);
    // an agenda goes on over the turn of the year
    const auto agenda = read_events("20 December: Ministers meet in Riga.\n\n8 January: Leaders meet in Oslo.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(agenda, "Riga")), "2024-12-20");
    EXPECT_EQ(date_of(event_with(agenda, "Oslo")), "2025-01-08");
}

TEST(EventWire, ADatelineWithASentenceOfItsOwnIsWhereItIsFrom) {
    for (const char* lead : {"YEREVAN, NOVEMBER 13, 2024, ARMENPRESS. ", "YEREVAN, November 13, 2024. /TASS/. "}) {
        const auto read = read_events(
            std::string(lead) + "The Foreign Minister of Armenia met with the Foreign Minister of Madagascar on November 12.", kMonday);
        EXPECT_EQ(event_with(read, "met").place, "YEREVAN") << lead;
        EXPECT_EQ(event_with(read, "met").place_basis, document::PlaceBasis::Inferred) << lead;
        EXPECT_EQ(date_of(event_with(read, "met")), "2024-11-12") << lead;
    }
    const auto elsewhere = read_events(
        "YEREVAN, NOVEMBER 13, 2024, ARMENPRESS. The Foreign Minister of Armenia met with the Foreign Minister of Madagascar in Geneva on "
        "November 12.",
        kMonday);
    EXPECT_EQ(event_with(elsewhere, "met").place, "Geneva");
    const auto guest = read_events(
        "YEREVAN, November 13, 2024 – The Foreign Minister of Armenia met on Tuesday with his guest from Uruguay, who stays in Armenia "
        "until Friday.",
        kMonday);
    EXPECT_EQ(event_with(guest, "met").place, "YEREVAN");
    const auto drive = read_events("YEREVAN, November 13, 2024 – A drive against polio began in Armenia on Tuesday.", kMonday);
    EXPECT_NE(event_with(drive, "began").place, "YEREVAN");
}

TEST(EventWire, TheDayOfADatelineIsNotThatOfWhatFollowsADayBefore) {
    const auto read = read_events(
        "CUTTACK, November 17 (ANI): Ports Minister Ravi Kumar on Saturday inaugurated a grain terminal at Paradip. He also opened a "
        "school there. Floods closed the road.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "terminal")), "2024-11-16");
    EXPECT_EQ(date_of(event_with(read, "school")), "2024-11-16");
    for (const document::Event& e : read.events) EXPECT_NE(date_of(e), "2024-11-17") << e.title;
}

TEST(EventSequels, OfABlowAreOfItsDayAndPlace) {
    const auto read = read_events(
        "A motorcycle bomb exploded in Quetta on 12 November. The explosion damaged several shops. After the attack, the army closed the "
        "valley road.",
        kMonday);
    for (const char* words : {"damaged", "valley road"}) {
        EXPECT_EQ(date_of(event_with(read, words)), "2024-11-12") << words;
        EXPECT_EQ(event_with(read, words).place, "Quetta") << words;
        EXPECT_EQ(event_with(read, words).date_basis, document::DateBasis::Context) << words;
    }
    // a body does other things too, and so does what goes on for days
    for (const char* next : {"The group attacked a base in the desert.", "The fire destroyed shops for three days.",
                             "The bomb had earlier damaged a shop.", "Earlier the bomb damaged a shop."}) {
        const auto other = read_events("A motorcycle bomb exploded in Quetta on 12 November. " + std::string(next), kMonday);
        for (const document::Event& e : other.events)
            if (e.quote == next) { EXPECT_EQ(date_of(e), "-") << next; }
    }
}

TEST(EventSequels, OfAVisitAreOfItsDay) {
    const auto read = read_events(
        "The premier arrived in Hanoi on 12 November. He had talks with President Tran. He attended the opening of a fair.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "fair")), "2024-11-12");
    EXPECT_EQ(event_with(read, "fair").title, "Premier attended the opening of a fair");  // and not Tran
    EXPECT_EQ(event_with(read, "fair").place, "Hanoi");
}

TEST(EventSequels, TheDayOnWhichAVisitEndedIsNotThatOfWhatWasDoneOnIt) {
    const auto read = read_events("The premier wrapped up a visit to Hanoi on 12 November. He signed a treaty on trade.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "wrapped")), "2024-11-12");
    for (const document::Event& e : read.events)
        if (e.title.find("treaty") != std::string::npos) { EXPECT_EQ(date_of(e), "-") << e.title; }
}

TEST(EventSequels, OpeningsOfTwoThingsAreTwo) {
    const auto read = read_events(
        "Ports Minister Ravi Kumar inaugurated a grain terminal at Paradip on Saturday. He also opened a school there.", kMonday);
    EXPECT_TRUE(has_title(read, "terminal"));
    EXPECT_TRUE(has_title(read, "school"));
    EXPECT_EQ(
        read_events(
            "Ports Minister Ravi Kumar inaugurated a grain terminal at Paradip on Saturday. Ravi Kumar opened the terminal on Saturday.",
            kMonday)
            .events.size(),
        1u);
}

TEST(EventPlaces, WhatStandsInATownIsThere) {
    for (const char* where : {"in the main market of Quetta", "at a crowded bus stop of Quetta", "near the children's hospital of Quetta",
                              "in the busy fish market of the Quetta town"})
        EXPECT_THAT(only_event("A guard was killed " + std::string(where) + " on 12 November.").place, testing::StartsWith("Quetta"))
            << where;
    EXPECT_EQ(only_event("A prize in the field of law and the post of mayor of Quetta was awarded on 12 November.").place, "");
}

TEST(EventPlaces, WhoDepartsIsWhereHeWas) {
    EXPECT_EQ(only_event("The ferry departed from Oran on 12 November bound for Marseille.").place, "Oran");
    EXPECT_EQ(only_event("The ferry sailed to Marseille on 12 November.").place, "Marseille");
}

TEST(EventPlaces, TheTownIsNotTheOneItIsMeasuredFrom) {
    const auto read =
        read_events("The Syrian town of Zabadani lies 30 km northwest of Damascus. Troops attacked the town on 12 November.", kMonday);
    EXPECT_EQ(event_with(read, "attacked").place, "Zabadani");
}

TEST(EventWire, BracketsWithAgencyAndDayAreADateline) {
    for (const char* lead : {"ORURO (Wire - 14th November, 2024) ", "ORURO/LA PAZ (Wire News / Post - 14th November, 2024) ",
                             "Oruro, Bolivia, (Wire / Post - 14th November, 2024) :"}) {
        const auto read = read_events(std::string(lead) + "Police arrested two men in Potosí on Tuesday, the ministry said.", "");
        EXPECT_EQ(date_of(event_with(read, "arrested two men")), "2024-11-12") << lead;
    }
}

TEST(EventWire, WhoSaysSoBehindTheSentenceMayBeDescribed) {
    const auto event = only_event(
        "The robbers who burst into a shop near Goris injured six men, including a cook and one porter, on Saturday, said Arman Roe, a "
        "spokesman for the council.");
    EXPECT_EQ(event.title, "Robbers injured six men");
    EXPECT_EQ(date_of(event), "2024-11-16");
}

TEST(EventWire, WhomANumberIncludesPartsNoDayFromItsVerb) {
    for (const char* text : {"The robbers injured six men, including a cook, on Saturday.",
                             "Police arrested five men, including a teacher, in Goris on Saturday.",
                             "Rebels killed four guards including two officers on Saturday."})
        EXPECT_EQ(date_of(only_event(text)), "2024-11-16") << text;
}

TEST(EventWire, ASiteThatReportsIsNoPartOfWhatItTells) {
    EXPECT_EQ(only_event("The pact was signed in Riga on 6 November, Blue.lv reports.").title, "Pact signed in Riga");
}

}  // namespace
}  // namespace dateline::extract
