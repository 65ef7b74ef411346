#include "event_support.h"

#include <gtest/gtest.h>

// What is claimed, denied, excepted or only measured by, and who or what cannot visit.
namespace dateline::extract {
namespace {

TEST(EventClaims, AreOneEventWithWhatIsClaimed) {
    for (const char* text : {"The army said on 12 November that it had shot down a drone over Sumy.",
                             "The army said that it had shot down a drone over Sumy on 12 November.",
                             "The army claimed on 12 November to have shot down a drone over Sumy."}) {
        const auto drone = only_event(text);
        EXPECT_EQ(drone.title, "Army shot down a drone over Sumy") << text;
        EXPECT_EQ(date_of(drone), "2024-11-12") << text;
        EXPECT_EQ(drone.place, "Sumy") << text;
        EXPECT_EQ(drone.attribution, "army") << text;
    }
    const auto drone = only_event("The ministry said on 12 November that a drone had hit Sumy, killing two.");
    EXPECT_EQ(drone.title, "Drone hit Sumy");
    EXPECT_EQ(drone.attribution, "ministry");
    EXPECT_EQ(
        event_with(read_events("The minister said on 12 November that the war had destroyed his country.", kMonday), "said that").kind,
        "statement");
    EXPECT_EQ(date_of(event_with(read_events("The army said on 12 November that it would attack Sumy.", kMonday), "Army said")),
              "2024-11-12");
    EXPECT_EQ(only_event("# 12 November 2024\n\nThe Houthis claimed to have shot down a drone over Dhamar.").title,
              "Houthis shot down a drone over Dhamar");
    const auto airport = only_event("The rebels claimed responsibility on 12 November for an attack on Goma airport.");
    EXPECT_EQ(airport.kind, "attack");
    EXPECT_EQ(modality_of(airport), "claimed");
    EXPECT_EQ(airport.place, "Goma airport");
}

TEST(EventClaims, ThatAreDeniedKeepTheirPlace) {
    for (const char* text : {"The ministry denied on 12 November that troops had entered Kidal.",
                             "The ministry denied that troops had entered Kidal on 12 November."}) {
        const auto kidal = only_event(text);
        EXPECT_EQ(kidal.title, "Ministry denied that troops had entered Kidal") << text;
        EXPECT_EQ(kidal.place, "Kidal") << text;
        EXPECT_EQ(date_of(kidal), "2024-11-12") << text;
        EXPECT_EQ(modality_of(kidal), "denied") << text;
    }
    const auto bombing = only_event("The army denied bombing Kharkiv on 12 November.");
    EXPECT_EQ(bombing.title, "Army denied bombing Kharkiv");
    EXPECT_EQ(bombing.place, "Kharkiv");
}

TEST(EventExceptions, AreDeniedPlaceByPlace) {
    for (const char* text : {"Schools reopened, except in Gao, Kidal and Ménaka, on 4 November.",
                             "Schools reopened, except in Gao, Kidal and Ménaka on 4 November.",
                             "Schools reopened on 4 November everywhere except Gao, Kidal and Ménaka."}) {
        const auto read = read_events(text, kMonday);
        ASSERT_EQ(read.events.size(), 4U) << text;
        EXPECT_EQ(modality_of(read.events[0]), "") << text;
        EXPECT_EQ(read.events[0].place, "") << text;
        const char* const places[] = {"Gao", "Kidal", "Ménaka"};
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_EQ(read.events[i + 1].place, places[i]) << text;
            EXPECT_EQ(modality_of(read.events[i + 1]), "denied") << text;
            EXPECT_EQ(date_of(read.events[i + 1]), "2024-11-04") << text;
        }
    }
    EXPECT_EQ(read_events("Schools reopened across Mali except in Gao on 4 November.", kMonday).events.back().title,
              "Schools reopened across Mali except in Gao");
    EXPECT_EQ(read_events("Trains resumed on 4 November on all lines save in Bavaria.", kMonday).events.back().place, "Bavaria");
    EXPECT_EQ(read_events("Trains resumed on 4 November on all lines save in Bavaria.", kMonday).events.front().place, "");
    EXPECT_EQ(modality_of(read_events("Markets reopened on 4 November, with the exception of Gao.", kMonday).events.back()), "denied");
    EXPECT_EQ(only_event("Schools in Gao reopened on 4 November, to the exceptional joy of Kidal and Ménaka.").place, "Gao");
}

TEST(EventSubjects, ThatAreNobodyVisitNothing) {
    const auto ebola = only_event("Ebola was in Goma by 14 July.");
    EXPECT_EQ(ebola.kind, "disaster");
    EXPECT_EQ(ebola.place, "Goma");
    EXPECT_EQ(only_event("The minister was in Goma on 14 July.").kind, "visit");
    const auto malaria = only_event("Cape Verde was certified free of malaria on 12 January.");
    EXPECT_EQ(malaria.place, "Cape Verde");
    EXPECT_EQ(malaria.kind, "decision");
    EXPECT_EQ(only_event("Egypt was certified malaria-free by the WHO on 20 October.").place, "Egypt");
    EXPECT_EQ(only_event("Denmark was elected to the UN Security Council on 6 June.").place, "");
    const auto joined = only_event("Finland was admitted to NATO on 4 April.");
    EXPECT_EQ(joined.category, document::Category::Diplomacy);
    EXPECT_EQ(joined.place, "");
    EXPECT_EQ(only_event("The minister was admitted to hospital in Lagos on 4 April.").category, document::Category::Society);
}

TEST(EventNotes, SayWhoWasWhereBesideTheirDay) {
    for (const char* text :
         {"Minister Hasanov in Tbilisi, talks on transit: 14 November", "14 November: Minister Hasanov in Tbilisi, talks on transit",
          "Minister Hasanov in Tbilisi, talks on transit, 14 November."}) {
        const auto note = only_event(text);
        EXPECT_EQ(note.title, "Minister Hasanov in Tbilisi, talks on transit") << text;
        EXPECT_EQ(note.place, "Tbilisi") << text;
        EXPECT_EQ(note.kind, "visit") << text;
        EXPECT_EQ(date_of(note), "2024-11-14") << text;
        EXPECT_EQ(note.actors.size(), 1U) << text;
    }
    EXPECT_EQ(only_event("13–14 November: the company's president in Ankara, talks on volumes").place, "Ankara");
    EXPECT_EQ(only_event("Fire in Tbilisi, two dead: 14 November").kind, "incident");
}

TEST(EventNotes, OfOneVerbAreALegADay) {
    using Told = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(told("On 13 November the delegation flew to Ganja, and on 15 November to Baku."),
              (Told{{"Delegation flew to Ganja", "2024-11-13"}, {"Delegation flew to Baku", "2024-11-15"}}));
    EXPECT_EQ(told("On 13 November the delegation visited Baku, on 15 November Tashkent and on 17 November Astana."),
              (Told{{"Delegation visited Baku", "2024-11-13"},
                    {"Delegation visited Tashkent", "2024-11-15"},
                    {"Delegation visited Astana", "2024-11-17"}}));
    EXPECT_EQ(told("On 3 November the envoy met officials in Tripoli, on 5 November in Benghazi."),
              (Told{{"Envoy met officials in Tripoli", "2024-11-03"}, {"Envoy met officials in Benghazi", "2024-11-05"}}));
    EXPECT_EQ(told("On 13 November the delegation flew to Ganja, and on 15 November it signed a pact in Baku."),
              (Told{{"Delegation flew to Ganja", "2024-11-13"}, {"Delegation signed a pact in Baku", "2024-11-15"}}));
}

TEST(EventNouns, ThatSomethingIsMeasuredByHaveTheirOwnDay) {
    const auto opening = read_events("Trade has doubled since the opening of the Margara crossing in March 2023.", kMonday);
    EXPECT_EQ(date_of(event_with(opening, "Opening of the Margara crossing")), "2023-03");
    EXPECT_EQ(date_of(event_with(opening, "Trade doubled")), "2023-03/..");
    EXPECT_EQ(date_of(only_event("Since the opening of the Margara crossing in March 2023 trade has doubled.")), "2023-03");
    EXPECT_EQ(only_event("Since the opening of the Margara crossing in March 2023 trade has doubled.").title,
              "Opening of the Margara crossing in March 2023");
    const auto floods =
        read_events("On the tenth anniversary of the 2013 floods in Uttarakhand, residents held a vigil on 16 June.", kMonday);
    EXPECT_EQ(date_of(event_with(floods, "2013 floods")), "2013");
    EXPECT_EQ(event_with(floods, "2013 floods").kind, "disaster");
    EXPECT_EQ(date_of(event_with(floods, "Residents held a vigil")), "2024-06-16");
    EXPECT_TRUE(told("Survivors gathered in Bhopal on the fortieth anniversary of the gas leak of 3 December 1984.").empty());
    EXPECT_EQ(date_of(only_event("Sales of 2021 production rose in May.")), "2024-05");
}

}  // namespace
}  // namespace dateline::extract
