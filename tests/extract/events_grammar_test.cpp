#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Sentences of features and reports whose grammar parts a subject from its verb, or hides one.
namespace dateline::extract {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(EventsGrammar, ARelativePronounHasAVerbOfItsOwn) {
    const Extraction read = read_events("Pirates who boarded tankers off Lomé on 7 November have asked for money.", kMonday);
    EXPECT_EQ(event_with(read, "boarded").title, "Pirates boarded tankers off Lomé");
    EXPECT_EQ(event_with(read_events("A column which moved out on 7 November was turned back at Agadez.", kMonday), "moved out").title,
              "Column moved out");
}

TEST(EventsGrammar, WhatSomebodyHadDoneIsHisDeed) {
    EXPECT_EQ(only_event("The colonel had them arrested on 3 May 2012.").title, "Colonel had them arrested");
    EXPECT_EQ(only_event("In May 1974 Bokari had himself crowned emperor.").title, "Bokari had himself crowned emperor");
}

TEST(EventsGrammar, ASubjectStandsBeforeTwoVerbsOfItsRelativeClause) {
    const Extraction read =
        read_events("Marcel Obi, who hid in the hills and in May 2004 sold his farm, died of fever in July 2005.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "died of fever")), "2005-07");
    EXPECT_TRUE(has_title(read, "Marcel Obi died of fever"));
}

TEST(EventsGrammar, APhraseOfTimeEndsAtItsComma) {
    const Extraction camps = read_events(
        "The camps near Goma, where 3,000 people have been held since the riots of June 2012, received rice in May 2013.", kMonday);
    EXPECT_THAT(event_with(camps, "received rice").title, Not(HasSubstr("iots")));
    const Extraction boat = read_events(
        "The dhow left Zanzibar shortly after dark on Tuesday with fifty aboard, and nine of them were pulled from the sea.", kMonday);
    EXPECT_THAT(boat.events.front().title, HasSubstr("left Zanzibar"));
}

TEST(EventsGrammar, ADayThatLeadsInParsNoSubjectFromItsPlace) {
    const auto strike = only_event("Two days earlier, on 3 May 2023, a strike on a village, in Kutkai township, killed four people.");
    EXPECT_THAT(strike.title, HasSubstr("trike"));
    EXPECT_THAT(strike.title, Not(HasSubstr("In Kutkai")));
}

TEST(EventsGrammar, WhatTellsMoreOfThePlaceIsNoSubject) {
    EXPECT_EQ(only_event("At Lenk, a village above Thun, delegates and farmers met in July 1997.").title, "Delegates and farmers met");
    EXPECT_EQ(only_event("In Bern, a baker, two clerks and a child were arrested in July 1997.").title.find("Two clerks"),
              std::string::npos);
}

TEST(EventsGrammar, AHappeningDoesWhatItsVerbTells) {
    EXPECT_EQ(only_event("A landslide on 3 May 2023 buried the hamlet of Ambo.").title, "Landslide buried the hamlet of Ambo");
    EXPECT_EQ(only_event("An eruption on 8 May 2023 severed a water main.").title, "Eruption severed a water main");
}

TEST(EventsGrammar, TheyAreThePeopleWhoWereTold) {
    const Extraction read = read_events(
        "A tanker left the rails near Parma on Saturday, forcing 400 people from their homes. They were allowed back on Sunday.", kMonday);
    EXPECT_TRUE(has_title(read, "400 people allowed back"));
}

TEST(EventsGrammar, TheNameThatLeadsIsWhoWasAttacked) {
    const auto read = only_event(
        "Peter Havel, a close associate of the late opposition leader Martin Novak, was attacked with a hammer and tear gas outside his "
        "house in Brno on Tuesday night.");
    EXPECT_THAT(read.title, HasSubstr("Peter Havel"));
    EXPECT_THAT(read.title, Not(HasSubstr("Novak")));
}

TEST(EventsGrammar, PlacesAreWhatIsLeftSpokenFromAndSharedOut) {
    EXPECT_EQ(only_event("A trawler put out from Ushuaia on Tuesday.").place, "Ushuaia");
    EXPECT_EQ(event_with(read_events("The president said from Quito on Tuesday that the port was safe.", kMonday), "said from").place,
              "Quito");
    EXPECT_EQ(only_event("Power lines in much of Kherson were cut on Tuesday.").place, "Kherson");
    EXPECT_EQ(only_event("The rebels took full control of Goma on Tuesday.").place, "Goma");
    EXPECT_EQ(only_event("The rebels have administered Goma since May 2023.").place, "Goma");
    EXPECT_EQ(only_event("In Blantyre President Peter Banda on Tuesday ordered an inquiry into the fire.").place, "Blantyre");
}

TEST(EventsGrammar, NounsThatLookLikeVerbsTakeNoDay) {
    const auto vote = only_event("Senators are due to vote on the budget at third reading on Friday.");
    EXPECT_EQ(modality_of(vote), "planned");
    EXPECT_THAT(vote.title, HasSubstr("vote on the budget"));
    const auto declared = only_event("Ecuador declared an internal armed conflict on 9 May 2023.");
    EXPECT_EQ(declared.title, "Ecuador declared an internal armed conflict");
    EXPECT_EQ(only_event("Two ethnic armed groups captured Lashio on 9 May 2023.").title, "Two ethnic armed groups captured Lashio");
}

TEST(EventsGrammar, TellsWhatLastedAndWhatWasOff) {
    const auto raid = only_event("Soldiers burned 40 huts in a raid lasting from 3 to 5 May 2023.");
    EXPECT_EQ(date_of(raid), "2023-05-03/2023-05-05");
    EXPECT_EQ(raid.title, "Soldiers burned 40 huts in a raid");
    EXPECT_EQ(date_of(only_event("Water was off in the lower town from 3 to 5 May 2023.")), "2023-05-03/2023-05-05");
    EXPECT_TRUE(read_events("He was out on Monday.", kMonday).events.empty());
}

TEST(EventsGrammar, TellsWhatPicturesShowAndWhatIsToBePresented) {
    EXPECT_EQ(date_of(only_event("Aerial images taken on 8 May 2023 and reviewed by the agency show two craters in Goma.")), "2023-05-08");
    const auto report = only_event("The envoy is to present his findings in Geneva on 19 December.");
    EXPECT_EQ(report.place, "Geneva");
    EXPECT_EQ(modality_of(report), "planned");
}

TEST(EventsGrammar, APlaceLeadsInWithoutAComma) {
    const auto burned = only_event("In Yesagyo township soldiers burned 40 huts on 3 May 2023.");
    EXPECT_EQ(burned.title, "Soldiers burned 40 huts");
    EXPECT_THAT(burned.place, HasSubstr("Yesagyo"));
}

TEST(EventsGrammar, AStateBeganWithTheHappeningThatItIsCountedFrom) {
    EXPECT_EQ(date_of(event_with(read_events("Some 2,000 people have been confined to camps since the violence of June 2012.", kMonday),
                                 "confined")),
              "2012-06/..");
}

TEST(EventsGrammar, ItIsWhatWasSaidToHappenAndNotWhoSaidSo) {
    EXPECT_TRUE(has_title(
        read_events("The ministry has confirmed that the short-stay ward will open on 1 December 2024. It was closed in March 2020.",
                    kMonday),
        "Short-stay ward closed"));
    EXPECT_TRUE(has_title(
        read_events("The weather service warned that another low was forming off Madagascar. It reached Quelimane on 4 November.", kMonday),
        "Low reached Quelimane"));
    EXPECT_FALSE(has_title(read_events("Villages were burnt near Kita. It was closed on 4 November.", kMonday), "Villages closed"));
    EXPECT_THAT(event_with(read_events("The weather service warned that another low was forming off Madagascar. Should it move west, it "
                                       "could reach Quelimane by 24 November.",
                                       kMonday),
                           "could reach")
                    .title,
                testing::StartsWith("Low could reach"));
    // who said so goes on to say more
    EXPECT_FALSE(
        has_title(read_events("The ministry said that the dam was full. It warned farmers on 4 November.", kMonday), "Dam warned"));
}

TEST(EventsGrammar, RelativeClausesHangOnWhatTheyTellOf) {
    EXPECT_TRUE(has_title(
        read_events("The port, through which copper from Zambia is shipped, closed on 2 November and was shut again on 6 November.",
                    kMonday),
        "Port shut again"));
    EXPECT_TRUE(has_title(read_events("Weavers in Nurek, who walked out of a meeting on 2 November, are to vote on Friday.", kMonday),
                          "Weavers in Nurek walked out of a meeting"));
    EXPECT_TRUE(has_title(read_events("The mayor asked the army for two cranes, the first of which arrived on 6 November.", kMonday),
                          "First of two cranes arrived"));
}

TEST(EventsGrammar, WhoIsAccusedDidItAsIsClaimed) {
    const auto stalls = only_event("Paul Gato is accused of handing out 40 stalls to relatives in October 2021.");
    EXPECT_EQ(stalls.title, "Paul Gato accused of handing out 40 stalls to relatives");
    EXPECT_EQ(modality_of(stalls), "claimed");
}

TEST(EventsGrammar, TellsWhoDidItAndNotWhatLeadsIn) {
    const Extraction mob =
        read_events("A court on Friday acquitted a cleric accused of inciting a mob that burned down a station in Swat in June.", kMonday);
    EXPECT_THAT(event_with(mob, "burned down").title, testing::StartsWith("Mob burned down"));
    EXPECT_EQ(only_event("Elsewhere, two soldiers were wounded near Miranshah on Friday.").title, "Two soldiers wounded near Miranshah");
    EXPECT_EQ(only_event("Response. 2,300 families received kitchen sets in Chifra on Friday.").title,
              "2,300 families received kitchen sets in Chifra");
    EXPECT_TRUE(has_title(read_events("The mothers learned of the deaths only in July 2022.", kMonday), "Mothers learned of the deaths"));
}

TEST(EventsGrammar, AnAsideBehindADayPartsNoSubject) {
    EXPECT_EQ(only_event("In December 1577 the two sides, both without money, came to terms at Linz.").title,
              "Two sides came to terms at Linz");
    EXPECT_EQ(only_event("On 3 May 2023 the governor, in a letter to his party, resigned.").title, "Governor resigned");
}

TEST(EventsGrammar, OwnersAreNotNamedTwice) {
    EXPECT_TRUE(has_title(read_events("Gerald Wachi, who carried letters in the war in the caves above Ihithe and in 1963 raised the flag "
                                      "at Ruru, died at his home on 8 November.",
                                      kMonday),
                          "Gerald Wachi died at his home"));
}

TEST(EventsGrammar, TheArcticCircleIsNoPlaceInTheArctic) {
    const Extraction read = read_events("He died on 16 May 2023 in a camp above the Arctic Circle.", kMonday);
    for (const Toponym& t : read.toponyms) EXPECT_NE(slice("He died on 16 May 2023 in a camp above the Arctic Circle.", t.span), "Arctic");
}

TEST(EventsGrammar, ADayBeforeAndPartsTwoNames) {
    const auto read = read_events(
        "The cabinet declared two weeks of rationing following the flood on 5 June and President Doumbia condemned the hoarders.",
        "2024-06-12");
    EXPECT_EQ(event_with(read, "condemned").title, "President Doumbia condemned the hoarders");
    EXPECT_EQ(event_with(read, "declared").title.rfind("Cabinet declared two weeks of rationing", 0), 0u)
        << event_with(read, "declared").title;
}

TEST(EventsGrammar, WhatIsDeclaredIsNoDeed) {
    const auto event = only_event("The cabinet declared mourning on 4 June.", "2024-06-12");
    EXPECT_EQ(event.title, "Cabinet declared mourning");
}

TEST(EventsGrammar, AnAsideBelongsToTheSecondSubject) {
    const auto read =
        read_events("A guard was shot dead and six more men, among them three drivers, were injured in Quetta on 4 June.", "2024-06-12");
    EXPECT_EQ(event_with(read, "injured").title.rfind("Six more men", 0), 0u) << event_with(read, "injured").title;
}

TEST(EventsGrammar, ATollIsToldWithItsCause) {
    for (const char* toll : {"two others injured", "two others were injured", "two others suffered burns"}) {
        const auto event = only_event(
            std::string("Three farmers were killed and ") + toll + " when their cart hit a mine near Quetta on 4 June.", "2024-06-12");
        EXPECT_EQ(date_of(event), "2024-06-04") << toll;
        EXPECT_EQ(event.place, "Quetta") << toll;
        EXPECT_EQ(event.title.rfind(std::string("Three farmers killed and ") + toll, 0), 0u) << event.title;
    }
}

TEST(EventsGrammar, ALineWithoutAVerbTellsByItsParticiple) {
    EXPECT_EQ(only_event("3 June - Town of Kidal taken by rebels.", "2024-06-12").title, "Town of Kidal taken by rebels");
    EXPECT_EQ(only_event("3 June - Opposition leader, Maria Sandu, taken hostage by gunmen near Gao.", "2024-06-12").title,
              "Opposition leader, Maria Sandu, taken hostage by gunmen near Gao");
}

TEST(EventsGrammar, WhatIsToBeHeldHasItsWholeName) {
    const auto event = event_with(read_events("The envoy was invited to the International Forum on Rail and Ferries in South-East Europe, "
                                              "to be held in Varna in November 2024.",
                                              "2024-06-12"),
                                  "to be held");
    EXPECT_EQ(event.title.rfind("International Forum", 0), 0u) << event.title;
    EXPECT_EQ(event.place, "Varna");
}

}  // namespace
}  // namespace dateline::extract
