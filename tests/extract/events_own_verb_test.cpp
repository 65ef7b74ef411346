#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

// Which verb of a sentence is its own, and what is told as not done.
namespace dateline::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

std::string title_with(std::string_view text, std::string_view words) { return event_with(read_events(text, kMonday), words).title; }

TEST(OwnVerb, StandsBeforeAClauseOfTime) {
    EXPECT_THAT(title_with("Two rival guilds agreed to a truce on 12 November after five porters were stabbed in Kidal.", "truce"),
                "Two rival guilds agreed to a truce after five porters were stabbed in Kidal");
    EXPECT_THAT(title_with("Ferries returned to Hodeidah on 12 November after dredgers cleared the channel.", "channel"),
                HasSubstr("Ferries returned to Hodeidah"));
    EXPECT_THAT(title_with("The mill in Poti closed on 12 November after boilers were damaged by frost.", "Poti"),
                HasSubstr("Mill in Poti closed"));
}

TEST(OwnVerb, StandsBehindAParticipleAndTheHappeningAfterIt) {
    EXPECT_EQ(title_with("Ten miners arrested after the raid were freed in Kolwezi on 12 November.", "freed"),
              "Ten miners arrested after the raid freed in Kolwezi");
    EXPECT_THAT(title_with("A baker arrested after a brawl was charged in Kolwezi on 12 November.", "charged"), HasSubstr("Baker"));
    EXPECT_THAT(title_with("The barges damaged by ice after Storm Ada reached Poti on 12 November.", "reached"),
                HasSubstr("Barges damaged by ice"));
    EXPECT_THAT(title_with("Nurses hired before the season have left Kolwezi since 12 November.", "left"), Not(HasSubstr("Season")));
}

TEST(OwnVerb, OfWhatACommaSetsOffIsAParticiple) {
    EXPECT_THAT(told("The aquarium, shut since a tank burst in May, will reopen on 26 November."),
                Contains(Pair("Aquarium will reopen", "2024-11-26")));
}

TEST(OwnVerb, StandsBehindAClauseThatTellsWhen) {
    const Extraction flown = read_events("A sapper wounded when a mine exploded was flown to Gao on 12 November.", kMonday);
    EXPECT_THAT(event_with(flown, "flown").title, HasSubstr("Sapper"));
    EXPECT_EQ(date_of(event_with(flown, "flown")), "2024-11-12");
    EXPECT_THAT(title_with("Residents evacuated from the valley when the dam burst returned to Gao on 12 November.", "returned"),
                HasSubstr("Residents"));
}

TEST(OwnVerb, StandsBeforeWhatOthersCallIt) {
    EXPECT_THAT(
        title_with("Three smugglers shot by coastal police in what officials say is a foiled raid on Aden on 12 November.", "smugglers"),
        HasSubstr("Three smugglers shot by coastal police"));
    EXPECT_THAT(title_with("Porters shot in what police called an ambush were buried in Kidal on 12 November.", "buried"),
                HasSubstr("Porters"));
}

TEST(OwnVerb, StandsBehindARelativeClause) {
    EXPECT_THAT(
        title_with("The footbridge damaged in the flood that killed ten people last year reopened in Gao on 12 November.", "reopened"),
        HasSubstr("Footbridge damaged in the flood"));
    EXPECT_THAT(title_with("A porter who had been told to leave the country was found dead in Split on 12 November.", "found dead"),
                HasSubstr("Porter"));
    EXPECT_THAT(title_with("Herders fled on 12 November to a village that held grain bought in Gao.", "fled"), HasSubstr("Herders fled"));
    EXPECT_THAT(told("The road, closed since a slide buried it in March, reopened on 12 November."),
                Contains(Pair("Road reopened", "2024-11-12")));
}

TEST(OwnVerb, StandsBehindWhatIsThoughtOfWhoDidIt) {
    EXPECT_EQ(title_with("Gunmen thought to have come from Mali killed four guards in Gao on 12 November.", "killed"),
              "Gunmen thought to have come from Mali killed four guards in Gao");
    EXPECT_THAT(title_with("Gunmen thought to have come from Mali on 12 November.", "Mali"), HasSubstr("Gunmen"));
}

TEST(OwnVerb, OfHarmHasTheDayOfTheAttack) {
    const document::Event killed =
        event_with(read_events("An attack launched by rebels on Gao on 12 November killed four guards.", kMonday), "killed");
    EXPECT_EQ(date_of(killed), "2024-11-12");
    EXPECT_THAT(killed.title, HasSubstr("killed four guards"));
}

TEST(OwnVerb, ThatAPronounDoesAfterAnotherIsNoParticiple) {
    EXPECT_EQ(date_of(event_with(
                  read_events("ABUJA, Nov 18 – A flood destroyed bridges in Lokoja after it made its way south on Saturday.", kMonday),
                  "destroyed")),
              "2024-11-16");
}

TEST(Negations, ThatAreContractedDenyAsTheOthersDo) {
    for (const char* text :
         {"The envoy didn't sign the treaty in Geneva on 12 November.", "The envoy won't sign the treaty in Geneva on 26 November.",
          "The lorries weren’t released in Geneva on 12 November.", "The envoy couldn't reach Geneva on 12 November."})
        EXPECT_EQ(modality_of(only_event(text)), "denied") << text;
    const document::Event signed_not = only_event("The envoy didn't sign the treaty in Geneva on 12 November.");
    EXPECT_EQ(signed_not.title, "Envoy didn't sign the treaty in Geneva");
    EXPECT_EQ(signed_not.quote, "The envoy didn't sign the treaty in Geneva on 12 November.");
}

TEST(Negations, ThatLastAreToldWithTheirVerb) {
    EXPECT_THAT(title_with("The envoy hasn't signed the treaty in Geneva since 12 November.", "treaty"),
                HasSubstr("nvoy hasn't signed the treaty"));
}

TEST(Negations, OfLeaveAndPowerDenyTheDeed) {
    for (const auto& [text, title] :
         {std::pair{"The caravan was not allowed to cross at Garissa on 12 November.", "Caravan was not allowed to cross at Garissa"},
          {"Two trawlers were not able to land in Aden on 12 November.", "Two trawlers were not able to land in Aden"},
          {"The ferry was unable to leave Split on 12 November.", "Ferry was unable to leave Split"},
          {"The monks were forbidden to leave Split on 12 November.", "Monks were forbidden to leave Split"},
          {"The divers did not manage to reach Split on 12 November.", "Divers did not manage to reach Split"}}) {
        const document::Event event = only_event(text);
        EXPECT_EQ(modality_of(event), "denied") << text;
        EXPECT_EQ(event.title, title);
    }
    EXPECT_EQ(modality_of(only_event("The caravan was allowed to cross at Garissa on 12 November.")), "");
    const document::Event late = only_event("The caravan was not allowed to cross at Garissa until 12 November.");
    EXPECT_EQ(modality_of(late), "");
    EXPECT_EQ(date_of(late), "2024-11-12");
}

TEST(Negations, OfASignDenyWhatItWouldShow) {
    const document::Event dam = event_with(
        read_events("The board said there was no indication that the tremor had damaged the dam at Mosul on 12 November.", kMonday),
        "tremor");
    EXPECT_EQ(modality_of(dam), "denied");
    EXPECT_THAT(dam.title, HasSubstr("no indication that the tremor had damaged the dam"));
    for (const char* text : {"The ministry announced on 12 November that there is no sign that the frost has damaged the pipe at Poti.",
                             "Divers had not found any evidence on 12 November that the anchor cut the cable near Poti.",
                             "Police said on 12 November that they had no proof that thieves had robbed the bank in Poti."})
        for (const document::Event& event : read_events(text, kMonday).events)
            EXPECT_TRUE(modality_of(event) == "denied" || event.title.find("no ") != std::string::npos ||
                        event.title.find("not ") != std::string::npos)
                << event.title;
    EXPECT_EQ(modality_of(event_with(
                  read_events("The board said there was proof that the tremor had damaged the dam at Mosul on 12 November.", kMonday),
                  "damaged")),
              "");
}

TEST(Negations, OfTruthAndOfAlmostAllDeny) {
    const document::Event shelled = only_event("It is not true that the army shelled Odesa on 12 November, the ministry said.");
    EXPECT_EQ(modality_of(shelled), "denied");
    EXPECT_EQ(modality_of(
                  event_with(read_events("It is true that the army shelled Odesa on 12 November, the ministry said.", kMonday), "shelled")),
              "");
    const document::Event ships = only_event("Hardly any barges left Odesa on 12 November.");
    EXPECT_EQ(ships.title, "Hardly any barges left Odesa");
    EXPECT_EQ(modality_of(ships), "denied");
    EXPECT_EQ(modality_of(only_event("Plans to open the port of Odesa on 26 November were dropped.")), "denied");
}

TEST(Negations, OfNoneReachAllThatIsJoinedToIt) {
    for (const document::Event& event :
         read_events("The climbers reached Split two hours late and none of the cooks or 40 porters were injured on 12 November.", kMonday)
             .events)
        EXPECT_TRUE(event.title.find("injured") == std::string::npos || modality_of(event) == "denied" ||
                    event.title.find("one of") != std::string::npos)
            << event.title;
}

TEST(Headlines, TellWhatIsStillBeingDone) {
    EXPECT_THAT(title_with("The walls of the canal near Split were being lowered on 12 November.", "lowered"), HasSubstr("being lowered"));
}

TEST(Headlines, HoldWhatIsOnlyEstimated) {
    EXPECT_THAT(title_with("Dykes broke near Sylhet and around 90,000 villagers were moved to schools on 12 November.", "villagers"),
                HasSubstr("90,000 villagers"));
    EXPECT_THAT(title_with("In Sylhet, over 2,800 weavers were moved to schools on 12 November.", "weavers"), HasSubstr("2,800 weavers"));
    EXPECT_THAT(title_with("Over 12 days the rebels took four villages near Sylhet, the army said on 12 November.", "villages"),
                HasSubstr("ebels took"));
}

TEST(Headlines, HaveNoHalfOfAQuotation) {
    for (const char* text :
         {"The tug 'Ann Roe' stayed aground near Aden for three days on 12 November before it was freed.",
          "The ‘Ann Roe’ left Aden on 12 November with copper, barley and timber for the yards of the northern ports of the gulf."})
        for (const document::Event& event : read_events(text, kMonday).events)
            EXPECT_NE(std::count(event.title.begin(), event.title.end(), '\''), 1) << event.title;
    EXPECT_THAT(title_with("A weavers' strike closed the mill in Sylhet on 12 November.", "strike"), HasSubstr("eavers' strike"));
}

TEST(Headlines, OfTalksNameNotThoseWhoHoldThem) {
    EXPECT_THAT(title_with("Talks between President Ann Roe and Premier Jan Moe ended in Sylhet on 12 November.", "ended"),
                HasSubstr("Talks between"));
}

TEST(Headlines, EndNotInTheirVerb) {
    EXPECT_THAT(title_with("The Norwegian grain minister Ann Roe embarked on a tour of the US on 12 November to look at silos and at the "
                           "ports that are to load wheat for the northern seas.",
                           "embarked"),
                HasSubstr("embarked on a tour of the US"));
}

TEST(Clauses, OfAPersonBeginBehindTheDayBeforeHim) {
    EXPECT_THAT(title_with("A court sentenced to death on Monday two men who killed a judge in 2019.", "killed a judge"),
                testing::StartsWith("Two men"));
}

TEST(Headlines, KeepTheMarkOfASum) {
    EXPECT_THAT(
        title_with("The yard took up a clause in the €52m order for a first 9 ferries which was signed on 12 November.", "9 ferries"),
        HasSubstr("€52m order"));
}

TEST(Headlines, EndBehindANounInIng) {
    EXPECT_THAT(title_with("The line says one of its seaplanes was forced to make a hasty landing on 12 November after gulls flew into "
                           "both of its propellers near Split.",
                           "forced"),
                HasSubstr("forced to make a hasty landing"));
}

TEST(Headlines, TellWhatCameOfItAsDone) {
    EXPECT_THAT(told("In May 2023 the guilds struck a bargain only to see the return of brawls by March 2024."),
                Contains(Pair(HasSubstr("uilds saw the return of brawls"), testing::_)));
}

TEST(Actors, BearTheNameBehindTheStateOfTheirOffice) {
    const document::Event met = only_event("The Premier of the Republic of Serbia Ann Roe met Judge Eve Moe in Belgrade on 12 November.");
    EXPECT_THAT(met.actors, Contains(HasSubstr("Ann Roe")));
    EXPECT_THAT(title_with("Minister of Water and Forests of the Republic of Togo Ann Roe will pay a long visit to the northern "
                           "ports of Sri Lanka on 26 November.",
                           "visit"),
                HasSubstr("Ann Roe will pay a long visit"));
}

TEST(Headlines, EndWhereNothingIsOwed) {
    EXPECT_THAT(
        title_with(
            "The ferry line between Split and the outer islands closed on 12 November for the whole of the coming winter season due to a "
            "want of pilots and of coal for the older boats.",
            "ferry line"),
        Not(testing::EndsWith("due")));
}

TEST(Clauses, OfWhoeverSaysItStandAside) {
    const Extraction read = read_events(
        "\"The kiln in Sylhet was rebuilt in May and will be lit in December,\" the foreman, Ann Roe, said on Monday.", kMonday);
    EXPECT_FALSE(has_title(read, "said"));
    EXPECT_TRUE(has_title(read, "iln"));
}

}  // namespace
}  // namespace dateline::extract
