#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(EventPlaces, AreWhatWasAttackedAndTheAttackedActsInNothing) {
    const auto strikes = only_event("France launched strikes on Syria on Monday.");
    EXPECT_EQ(strikes.place, "Syria");
    EXPECT_THAT(strikes.actors, ElementsAre("France"));
    EXPECT_EQ(only_event("Israel launched strikes on Damascus on Monday.").place, "Damascus");
    EXPECT_EQ(only_event("The invasion of Ukraine began on 24 February 2022.").place, "Ukraine");
    EXPECT_EQ(only_event("Gunmen fired rockets into Israel on Monday.").place, "Israel");
    const auto floods = only_event("Floods hit northern Italy, Austria and Slovenia on Monday.");
    EXPECT_EQ(floods.place, "Italy");
    EXPECT_THAT(floods.actors, Not(Contains("Austria")));
    // The blow is at the plant, wherever that is, and who condemns it does so elsewhere.
    EXPECT_NE(only_event("Poland condemned the attack on Kyiv on Monday.").place, "Kyiv");
}

TEST(EventPlaces, KnowStatesByTheirInitialsAsWhoActs) {
    EXPECT_THAT(only_event("The US and UK launched strikes on Yemen on Monday.").actors, ElementsAre("US", "UK"));
    EXPECT_EQ(only_event("Talks were held in the UK on Monday.").place, "UK");
}

TEST(EventPlaces, AreTheBorderOfBothStates) {
    const auto own = only_event("Iran reopened its border with Azerbaijan on Monday.");
    EXPECT_EQ(own.place, "border of Azerbaijan and Iran");
    EXPECT_THAT(own.actors, ElementsAre("Iran"));
    EXPECT_EQ(only_event("Shots were fired on Pakistan's western border with Afghanistan on Monday.").place,
              "border of Pakistan and Afghanistan");
    EXPECT_EQ(only_event("Fighting broke out on the Georgian-Armenian border on Monday.").place, "border of Georgia and Armenia");
    EXPECT_EQ(only_event("The border with Belarus was closed by Poland on Monday.").place, "border of Belarus and Poland");
    EXPECT_EQ(only_event("The ministers of Iran and Iraq met near the border in Basra on Monday.").place, "Basra");
}

TEST(EventPlaces, OnABorderAreItsLine) {
    EXPECT_EQ(only_event("Shelling was reported along the Azerbaijani-Armenian border on Sunday.").place_id, "border:AM-AZ");
    EXPECT_NE(only_event("Azerbaijan said on Sunday that the Georgian-Armenian border was quiet.").place_id, "border:AM-GE");
    const auto own = only_event("Clashes broke out on the border between Armenia and Azerbaijan on 12 September 2022.");
    EXPECT_EQ(own.place_id, "border:AM-AZ");
    EXPECT_EQ(own.place_precision, document::PlacePrecision::Corridor);
    ASSERT_TRUE(std::holds_alternative<geo::MultiLine>(own.geometry));
    const geo::LonLatBox box = geo::bounds(own.geometry);
    EXPECT_TRUE(box.contains({45.0, 41.0}) && box.contains({46.4, 39.0}));  // from Georgia down to the Aras
    EXPECT_TRUE(std::holds_alternative<geo::LonLat>(
        only_event("Talks were held on the border between Georgia and Iran on 12 September 2022.").geometry));  // they have none
    EXPECT_EQ(only_event("Iran closed its border with Turkey on 3 May 2024.").place, "border of Turkey and Iran");
}

TEST(EventPlaces, InADivisionOrAWaterAreItsArea) {
    const auto holds = [](std::string_view text, geo::LonLat inside, geo::LonLat outside) {
        const document::Event read = only_event(text);
        const auto* area = std::get_if<geo::MultiPolygon>(&read.geometry);
        return area && geo::contains(*area, inside) && !geo::contains(*area, outside);
    };
    EXPECT_TRUE(
        holds("A tanker was hit by a missile in the Black Sea on Monday.", {33.3, 44.4}, {37.0, 46.0}));        // off Sevastopol, and Azov
    EXPECT_TRUE(holds("Two vessels collided in the Strait of Hormuz on Monday.", {56.5, 26.5}, {52.0, 27.0}));  // and the Gulf
    EXPECT_TRUE(holds("A ferry capsized on Lake Victoria on Monday.", {33.0, -1.0}, {30.0, -2.0}));             // and Kigali
    EXPECT_TRUE(
        holds("A drone was shot down over the Red Sea on Monday.", {38.0, 20.0}, {36.0, 20.0}));  // and the Sudanese state of the name
    EXPECT_TRUE(holds("Police searched homes in the Lachin district on Monday.", {46.32, 39.73}, {46.75, 39.76}));  // and Shusha
    EXPECT_TRUE(std::holds_alternative<geo::LonLat>(only_event("Police searched homes in Lachin town on Monday.").geometry));
    EXPECT_TRUE(std::holds_alternative<geo::LonLat>(only_event("Police searched homes in Azerbaijan on Monday.").geometry));  // by its id
}

TEST(EventPlaces, OfAWhereClauseAreWhatItHangsOn) {
    const auto trip =
        read_events("Putin's trip to North Korea, where he signed a treaty with Kim on Wednesday, angered Seoul.", "2024-06-21");
    EXPECT_EQ(event_with(trip, "signed").place, "North Korea");
    const auto own = read_events("He came from Paris, where he signed a treaty in Lyon on Wednesday.", "2024-06-21");
    EXPECT_EQ(event_with(own, "signed").place, "Lyon");
}

TEST(EventPlaces, ThatAReportCallsItsOwnAreWhereItIsFrom) {
    EXPECT_EQ(only_event("GROZNY, Russia (AP) - Rebels slipped out of this battered capital on Thursday.").place, "GROZNY");
}

TEST(EventPlaces, OfAnUnknownTownAreWhatItLiesIn) {
    const auto read = only_event("Leaders met in Bulboaca, Moldova, on June 1.");
    EXPECT_EQ(read.place, "Moldova");
    EXPECT_TRUE(read.actors.empty());
    // two states that act, after what opens the sentence
    EXPECT_THAT(only_event("In Baku, Armenia and Iran signed a treaty on Monday.").actors, ElementsAre("Armenia", "Iran"));
}

TEST(EventPlaces, OfACourtAreItsTown) {
    EXPECT_EQ(only_event("The Minsk court sentenced the journalist on Monday.").place, "Minsk");
    EXPECT_EQ(only_event("The Minsk tractor maker cut prices on Monday.").place, "");
}

TEST(EventPlaces, OfABodyAreTheTownThatItIsCalledAfter) {
    const auto place = [](std::string_view text) { return only_event(text).place; };
    const auto court = only_event("Batumi City Court sentenced the activist to four years on Tuesday.");
    EXPECT_EQ(court.place, "Batumi");
    EXPECT_EQ(court.place_basis, document::PlaceBasis::Inferred);
    EXPECT_EQ(court.place_precision, document::PlacePrecision::Settlement);
    EXPECT_EQ(place("Ganja Appeal Court upheld the verdict on 12 November."), "Ganja");
    EXPECT_EQ(place("The Cologne Administrative Court lifted the ban on Tuesday."), "Cologne");
    EXPECT_EQ(place("Kars Chamber of Commerce signed a memorandum on Wednesday."), "Kars");
    EXPECT_EQ(place("The Odesa regional prosecutor's office charged two men on Monday."), "Odesa");
    EXPECT_EQ(place("The Paris Court of Appeal rejected the request on Thursday."), "Paris");
    EXPECT_EQ(place("He was sentenced to four years by Batumi City Court on Tuesday."), "Batumi");
    EXPECT_EQ(place("He died of his wounds at Kherson City Hospital on Sunday."), "Kherson");
    EXPECT_EQ(place("Batumi City Court sentenced the activist in Tbilisi on Tuesday."), "Tbilisi");  // told
    EXPECT_EQ(place("Batumi City Court clerk Nino Beridze was arrested in Sumy on Monday."), "Sumy");
    EXPECT_EQ(place("He appealed to Ganja Appeal Court on Tuesday."), "");
    EXPECT_EQ(place("Florence Nightingale Hospital treated nine wounded on Sunday."), "");
    EXPECT_EQ(place("Oxford University Press published the book on Monday."), "");
    EXPECT_EQ(place("Columbia University closed a faculty on Monday."), "");  // which Columbia?
}

TEST(EventPlaces, OfAWayAreALineBetweenItsEnds) {
    const auto line_of = [](std::string_view text) {
        const document::Event read = only_event(text);
        EXPECT_EQ(read.place_precision, document::PlacePrecision::Corridor) << text;
        const auto* lines = std::get_if<geo::MultiLine>(&read.geometry);
        return lines && !lines->empty() ? lines->front() : geo::Line{};
    };
    const auto ends_near = [](const geo::Line& line, geo::LonLat begin, geo::LonLat end) {
        return line.size() >= 2 && geo::distance_m(line.front(), begin) < 30e3 && geo::distance_m(line.back(), end) < 30e3;
    };
    EXPECT_TRUE(ends_near(line_of("The road from Gyumri towards Akhalkalaki was closed on Tuesday."), {43.85, 40.79}, {43.49, 41.41}));
    EXPECT_TRUE(ends_near(line_of("Trains between Kyiv and Warsaw resumed on Monday."), {30.52, 50.45}, {21.01, 52.23}));
    EXPECT_TRUE(
        ends_near(line_of("The army cleared the road from the Lebanese border to Damascus on Monday."), {35.98, 33.6}, {36.3, 33.51}));
    EXPECT_EQ(only_event("Buses drove from Riga to Tartu on Monday.").place, "Tartu");  // they went there
}

TEST(EventPlaces, InAPartOfAWaterAreThatPart) {
    const auto part = [](std::string_view text, std::string_view name, geo::LonLat inside, geo::LonLat outside) {
        const document::Event read = only_event(text);
        EXPECT_EQ(read.place, name);
        EXPECT_EQ(read.place_precision, document::PlacePrecision::Water);
        const auto* area = std::get_if<geo::MultiPolygon>(&read.geometry);
        return area && geo::contains(*area, inside) && !geo::contains(*area, outside);
    };
    EXPECT_TRUE(part("A boat with migrants sank in the northern Aegean on Tuesday.", "northern Aegean", {24.9, 39.5}, {25.8, 36.8}));
    EXPECT_TRUE(part("A tanker was hit by a drone in the eastern Black Sea on Monday.", "eastern Black Sea", {39.5, 42.5}, {30.0, 43.0}));
    EXPECT_TRUE(part("Russia held naval drills in the southern Caspian on Monday.", "southern Caspian", {51.5, 38.5}, {49.5, 45.0}));
    EXPECT_TRUE(
        part("A migrant boat capsized in the central Mediterranean on Monday.", "central Mediterranean", {18.0, 35.5}, {32.0, 34.0}));
    EXPECT_EQ(only_event("A tanker was hit by a drone in the Black Sea on Monday.").place_id, "dl:black-sea");
}

TEST(EventPlaces, OfWhatWasDoneToALineAreTheLine) {
    EXPECT_EQ(only_event("The Balticconnector was damaged on Sunday.").place_id, "dl:balticconnector");
    EXPECT_EQ(only_event("The Balticconnector carried less gas on Sunday than on Monday.").place_id, "");
}

TEST(EventPlaces, OnALineOfTruceAreAlongIt) {
    const auto along = [](std::string_view text, geo::LonLat near) {
        const document::Event read = only_event(text);
        EXPECT_EQ(read.place_precision, document::PlacePrecision::Corridor) << text;
        const auto* lines = std::get_if<geo::MultiLine>(&read.geometry);
        if (!lines) return false;
        for (const geo::Line& line : *lines)
            for (std::size_t i = 0; i < line.size(); ++i)
                if (geo::distance_m(line[i], near) < 40e3) return true;
        return false;
    };
    EXPECT_TRUE(along("Israeli tanks crossed the Blue Line in southern Lebanon on Monday.", {35.3, 33.1}));
    EXPECT_TRUE(along("Indian and Pakistani troops exchanged fire across the Line of Control on Friday.", {74.0, 34.6}));
    EXPECT_TRUE(along("North Korean troops crossed the 38th parallel on 25 June 1950.", {125.0, 38.0}));
    EXPECT_EQ(only_event("Shots were fired across the Green Line in Cyprus on Monday.").place_id, "dl:cyprus-buffer-zone");
    EXPECT_NE(only_event("Mao ordered an attack on 8 October 1950, the day after the army crossed the 38th parallel in Korea.").place,
              "38th parallel");
    EXPECT_NE(only_event("A train stopped on the Blue Line in Boston on Monday.").place, "Blue Line");
}

TEST(EventPlaces, WithABorderCrossingAreThere) {
    const auto convoy = only_event("A convoy drove from Goris to the Lachin border crossing on Monday.");
    EXPECT_EQ(convoy.place, "Lachin border crossing");
    EXPECT_EQ(convoy.kind, "movement");
}

TEST(EventPlaces, AreNotWhereSomebodyIsFromOrOnlyPassed) {
    const auto place = [](std::string_view text) { return only_event(text).place; };
    EXPECT_EQ(place("The composer, born in Riga, died in Vienna on Sunday."), "Vienna");
    EXPECT_EQ(place("The minister flew from Doha to Tehran via Muscat on Wednesday."), "Tehran");
    EXPECT_EQ(place("The cargo was shipped via Muscat on Wednesday."), "Muscat");
    EXPECT_EQ(place("The businessman was extradited from Spain to the United States on Friday."), "United States");
    EXPECT_EQ(place("Police raided offices of the Grenoble-based firm in Lyon on Tuesday."), "Lyon");
    EXPECT_EQ(place("The embassy was relocated from Goma to Kigali on Monday."), "Kigali");
    EXPECT_EQ(place("The delegation left Geneva for Damascus on Wednesday."), "Geneva");
    EXPECT_EQ(place("Rebels seized a truck bound for Goma near Beni on Saturday."), "Beni");
    EXPECT_EQ(place("In Nairobi, the parties signed a truce on Monday after talks in Addis Ababa."), "Nairobi");
    EXPECT_EQ(place("The parties signed a truce on Monday after talks in Addis Ababa."), "Addis Ababa");
}

TEST(EventPlaces, OfWhatIsSaidAreNotWhatItIsAbout) {
    const auto place = [](std::string_view text) { return only_event(text).place; };
    EXPECT_NE(place("Egypt condemned the attack on the hospital in Khartoum on Monday."), "Khartoum");
    EXPECT_NE(place("Rwanda accused Kinshasa on Monday of violating the truce in Goma."), "Goma");
    EXPECT_EQ(place("Egypt condemned the attack in a statement in Geneva on Monday."), "Geneva");
    EXPECT_EQ(place("By phone, the minister discussed grain exports with his counterpart in Kyiv on Monday."), "");
    EXPECT_EQ(place("The agency warned on Monday of famine in Gaza."), "");
    EXPECT_NE(place("Ukraine rejected on Monday a proposal made in Budapest."), "Budapest");
    EXPECT_EQ(place("Bulgaria expelled two Russian diplomats on Monday."), "Bulgaria");
}

TEST(EventKinds, OfACommonVerbAreToldByWhatItIsDoneTo) {
    const auto kind = [](std::string_view text) { return only_event(text).kind; };
    EXPECT_EQ(kind("The company withdrew its forecast on Monday."), "decision");
    EXPECT_EQ(kind("The army withdrew its tanks on Monday."), "combat");
    EXPECT_EQ(kind("The bank cut rates on Sept. 12."), "decision");
    EXPECT_EQ(kind("Chad received $5 million in 2020."), "other");
    EXPECT_EQ(kind("The president received Scholz in Ankara on Monday."), "visit");
    EXPECT_EQ(kind("The ministry welcomed the announcement on Monday."), "statement");
    EXPECT_EQ(kind("A lorry overturned on the motorway on Monday."), "incident");
    EXPECT_EQ(kind("The court overturned the ban on Monday."), "decision");
    EXPECT_EQ(kind("Yeltsin sent tanks into Chechnya in 1994."), "deployment");
    EXPECT_EQ(kind("Israel carried out strikes on Yemen on Monday."), "attack");
    EXPECT_EQ(kind("A car hit a tree in Leeds on Friday."), "incident");
    EXPECT_EQ(kind("A drone hit a tree in Leeds on Friday."), "attack");
    EXPECT_EQ(kind("Londoners marched on Monday."), "protest");
    EXPECT_EQ(kind("The Germans marched on Paris in June 1940."), "combat");
    EXPECT_EQ(kind("A quake shook Ojai on Sunday."), "disaster");
    EXPECT_EQ(kind("The village was sealed on Monday."), "closing");
    EXPECT_EQ(kind("The two sides spoke by phone on Monday."), "negotiation");
    EXPECT_EQ(kind("He was awarded the Nobel Peace Prize in 1984."), "ceremony");
}

TEST(EventActors, AreNoZonesOfTime) {
    EXPECT_THAT(only_event("The yen was quoted at 119.20 to the dollar at 0300 GMT on Monday.").actors, Not(Contains("GMT")));
}

TEST(EventPlaces, AreTheBorderWhereOnlyOneStateOfItIsNamed) {
    EXPECT_EQ(only_event("Libyan troops clashed with smugglers on the Algerian border on Monday.").place_id, "border:DZ-LY");
    EXPECT_EQ(only_event("Jordan shot down a drone at the Syrian border on Monday.").place_id, "border:JO-SY");
    EXPECT_EQ(only_event("Iraqi border guards killed two smugglers on the Iranian border on Monday.").place_id, "border:IQ-IR");
    const auto told = event_with(
        read_events("Cambodia mobilised its reserves on Sunday.\n\nFighting broke out on the Thai border on Monday.", kMonday), "Fighting");
    EXPECT_EQ(told.place_id, "border:KH-TH");
    // With whom is not told: the state, and no point in it.
    const auto some = only_event("Fighting broke out on the Thai border on Monday.");
    EXPECT_EQ(some.place_precision, document::PlacePrecision::Country);
    EXPECT_EQ(some.place, "Thai border");
    // A town on it is finer.
    EXPECT_EQ(only_event("Two soldiers were shot dead on Monday in Agadez, near the Libyan border.").place, "Agadez");
}

TEST(EventPlaces, AreTownsThatAreDoneToAsTownsAre) {
    for (const char* text : {"Goma was shelled on Monday.", "Goma lost power on Monday.", "Goma came under fire on Monday.",
                             "Goma fell on Monday.", "Rebels captured Goma on Monday."})
        EXPECT_EQ(only_event(text).place, "Goma") << text;
    EXPECT_EQ(only_event("Hope was evacuated on Monday after the flood.").place, "Hope");
    EXPECT_EQ(only_event("Bor was retaken by the army on Monday.").place, "Bor");
    EXPECT_EQ(only_event("Derby was flooded on Monday.").place, "Derby");
    EXPECT_EQ(only_event("Hope fell on Monday that a deal would be reached.").place, "");
    EXPECT_EQ(only_event("Torrance was captured by police on Monday.").place, "");
    EXPECT_EQ(event_with(read_events("Ann Hope lives in Leeds. Hope was evacuated on Monday.", kMonday), "evacuated").place, "");
}

TEST(EventPlaces, AreTheOneTownThatAClauseNamesThoughItsVerbIsNotListed) {
    EXPECT_EQ(only_event("Goma was taken on Monday.").place, "Goma");
    EXPECT_EQ(only_event("Nineteen Bolivians were repatriated to Oruro on Monday.").place, "Oruro");
    EXPECT_EQ(only_event("The wounded were taken to Oruro on Monday.").place, "Oruro");
    EXPECT_EQ(only_event("The epidemic spread to Mbandaka on Monday.").place, "Mbandaka");
    EXPECT_EQ(only_event("Flows to Ceyhan came back on Monday.").place, "Ceyhan");
    EXPECT_EQ(only_event("Two tourists unaccounted for in Hilo, Hawaii, were traced on Monday.").place, "Hilo");
    EXPECT_EQ(only_event("The tanker is expected to leave Novorossiysk on 20 December.").place, "Novorossiysk");
    EXPECT_EQ(only_event("Haiti was struck by a strong earthquake on Monday.").place, "Haiti");
    // Neither whom it is told, nor who is harmed by it, nor two of them.
    EXPECT_EQ(only_event("Kyiv was told on Monday that the loan was ready.").place, "");
    EXPECT_EQ(only_event("The firm handed jets to Ankara on Monday.").place, "");
    EXPECT_EQ(only_event("Haiti was accused on Monday by its neighbour.").place, "");
    EXPECT_EQ(only_event("A threat to Oruro was averted on Monday.").place, "");
}

TEST(EventPlaces, AreWhereWorksStandThatAreCalledAfterATown) {
    EXPECT_EQ(only_event("A blast at the Kirkuk gas plant killed two people on Monday.").place, "Kirkuk");
    EXPECT_EQ(only_event("Drones hit the Heglig field on Monday.").place, "Heglig");
    EXPECT_EQ(only_event("Drones struck the Heglig oil field in Sudan on Monday.").place_id, "dl:heglig");
    EXPECT_EQ(only_event("The Kirkuk university rector was sacked on Monday.").place, "");
}

TEST(EventPlaces, AreNotWhatAForceOrAPartyIsNamedAfter) {
    EXPECT_EQ(only_event("Shells hit a camp in Gao of the United Nations Support Mission in Chad on 12 November.").place, "Gao");
    EXPECT_NE(only_event("Gunmen of the Popular Army for the Liberation of Tunisia burned a barracks on 12 November.").place, "Tunisia");
    EXPECT_EQ(only_event("The mission in Chad was attacked on 12 November.").place, "Chad");
}

TEST(EventPlaces, AreThePartOfAWaterThatTheyAreIn) {
    EXPECT_EQ(only_event("HAIFA, Nov 12 (Wire) - A barge sank in a lane of the Kiel Canal on Monday.").place, "Kiel Canal");
    EXPECT_EQ(only_event("Two barges collided at the mouth of the Elbe on 12 November.").place, "Elbe");
}

TEST(EventPlaces, OfAMeetingAreTheDatelineThoughOfficesOfOtherStatesAreNamed) {
    const auto event = only_event(
        "Dushanbe, November 12, 2024 – The Minister of Transport of the Republic of Tajikistan held a meeting with the Envoy of the "
        "President "
        "of the Republic of Serbia on Roads.");
    EXPECT_EQ(event.place, "Dushanbe");
    EXPECT_EQ(date_of(event), "2024-11-12");
}

TEST(EventPlaces, OfTalksAreNoMatterOfThem) {
    const char* visit = "The envoy visited Accra on 12 November. Recent developments in Mali and Niger were discussed.";
    const auto read = read_events(visit, kMonday);
    EXPECT_EQ(event_with(read, "discussed").place, "Accra");
    EXPECT_EQ(date_of(event_with(read, "Recent developments")), "2024-11-12");
    EXPECT_NE(only_event("Talks on the ceasefire in Mali were held on 12 November.").place, "Mali");
    EXPECT_EQ(only_event("Talks on the ceasefire in Mali were held in Accra on 12 November.").place, "Accra");
}

TEST(EventPlaces, AreNotWhereTheOfficeOfSomebodyIs) {
    const auto event = only_event("Ada Moe, the mayor of Narva, and Jon Roe, head of the port of Ventspils, signed a pact on 12 November.");
    EXPECT_NE(event.place, "Ventspils");
    EXPECT_NE(event.place, "Narva");
}

TEST(EventPlaces, AreNotWhereSomebodyIsFrom) {
    EXPECT_EQ(only_event("Senator Mark Kelly of Arizona met the president in Kyiv on Monday.").place, "Kyiv");
    EXPECT_EQ(only_event("The mayor of Lyon was shot in Nice on Monday.").place, "Nice");
}

TEST(EventPlaces, AreWhereWhatIsMovedComesFromOrGoes) {
    EXPECT_EQ(only_event("Withdrawals from Inčukalns began on Monday.").place, "Inčukalns");
    EXPECT_EQ(only_event("Trains to Badulla resumed on Monday.").place, "Badulla");
    EXPECT_EQ(only_event("Relocation from Malakal to Renk began on Monday.").place, "Renk");
}

TEST(EventPlaces, ARiverInFloodIsWhereItFlooded) {
    EXPECT_EQ(only_event("The Shannon burst its banks on Monday.").place_precision, document::PlacePrecision::Water);
    EXPECT_EQ(only_event("The Po flooded fields near Ferrara on Monday.").place, "Ferrara");
}

TEST(EventPlaces, AWayMayBeToldAfterItsEnds) {
    const auto cut = only_event("From Goma to Sake the main road was cut on Monday.");
    EXPECT_EQ(cut.place_precision, document::PlacePrecision::Corridor);
    EXPECT_EQ(cut.place, "from Goma to Sake");
    EXPECT_NE(only_event("From Goma to Sake the minister was escorted by troops on Monday.").place_precision,
              document::PlacePrecision::Corridor);
}

TEST(EventPlaces, AreTheWayBetweenTwoTownsWhoseNamesArePeoplesToo) {
    EXPECT_EQ(only_event("The Colombo–Kandy road reopened on Monday.").place_precision, document::PlacePrecision::Corridor);
    EXPECT_EQ(only_event("The Baker–Miller line reopened on Monday.").place, "");
}

TEST(EventPlaces, AreWhereAJourneyGoesAndWhatIsSharedOut) {
    EXPECT_EQ(only_event("The senator led a delegation to Abuja on Monday.").place, "Abuja");
    EXPECT_EQ(only_event("Supply was restored to 60 per cent of Kandy on Monday.").place, "Kandy");
    EXPECT_EQ(only_event("Soldiers occupied the eastern half of Ankoko Island on Monday.").place, "Ankoko Island");
    EXPECT_EQ(only_event("The firm made an offer to Abuja on Monday.").place, "");
}

TEST(EventPlaces, AreTheTargetOfAnAttackAndNotWhereItWasFelt) {
    const auto attack = only_event("The attack on the Kropotkinskaya pumping station on Monday left no trace in the port of Novorossiysk.");
    EXPECT_EQ(attack.place, "Kropotkinskaya");
    EXPECT_THAT(attack.title, HasSubstr("pumping station"));
    EXPECT_EQ(only_event("The attack on Libya on Monday left no trace in Tobruk.").place, "Tobruk");
}

TEST(EventPlaces, AreTheLineBetweenTwoTownsForWhatHappensOnIt) {
    EXPECT_EQ(only_event("The storm came ashore between Beira and Quelimane on Monday.").place_precision,
              document::PlacePrecision::Corridor);
    EXPECT_EQ(only_event("A deal was signed between Beira and Quelimane on Monday.").place, "");
}

TEST(EventPlaces, AreTheTownNamedBeforeWhereTheTextSaysThere) {
    const auto events = read_events("Rebels entered Bukavu on Monday. They looted the shops there on Tuesday.", kMonday);
    EXPECT_EQ(event_with(events, "looted").place, "Bukavu");
    EXPECT_EQ(event_with(read_events("Rebels entered Bukavu on Monday. The army said on Tuesday that there had been no looting.", kMonday),
                         "said")
                  .place,
              "");
}

TEST(EventPlaces, AreNoCapitalsThatStandForTheirStates) {
    const auto deal = only_event("Manila and Hanoi signed an agreement on Monday.");
    EXPECT_THAT(deal.actors, ElementsAre("Manila", "Hanoi"));
    EXPECT_EQ(deal.place, "");
    EXPECT_EQ(only_event("Moscow said on Monday that it would withdraw its troops.").place, "Russia");
    EXPECT_THAT(only_event("Washington's envoy met the president in Juba on Monday.").actors, Contains("Washington"));
    const auto talks = only_event("Talks between Khartoum and Juba resumed in Addis Ababa on Monday.");
    EXPECT_THAT(talks.actors, ElementsAre("Khartoum", "Juba"));
    EXPECT_EQ(talks.place, "Addis Ababa");
    EXPECT_NE(only_event("London imposed sanctions on Moscow on Monday.").place, "Moscow");
    EXPECT_EQ(only_event("Paris was flooded on Monday.").place, "Paris");
    EXPECT_EQ(only_event("Manila hosted the summit on Monday.").place, "Manila");
}

TEST(EventPlaces, LeaveABodyToEachOfTheStatesThatShareItsName) {
    EXPECT_THAT(only_event("The Azerbaijani and Turkish air forces held drills in Nakhchivan on Monday.").actors,
                ElementsAre("Azerbaijani air forces", "Turkish air forces"));
    EXPECT_THAT(only_event("The French, German and Polish foreign ministers met in Warsaw on Monday.").actors,
                ElementsAre("French foreign ministers", "German foreign ministers", "Polish foreign ministers"));
    EXPECT_THAT(only_event("French and German tourists were robbed in Nice on Monday.").actors, Not(Contains("French tourists")));
}

TEST(EventPlaces, AreWhatWasHitThoughItsNounFollows) { EXPECT_EQ(only_event("Floods hit the Lena basin on Monday.").place, "Lena basin"); }

TEST(EventPlaces, AreTheTownRatherThanWhatItLiesIn) {
    EXPECT_EQ(only_event("Residents of Moore, Oklahoma, were evacuated on Monday after a gas leak.").place, "Moore");
    EXPECT_EQ(only_event("The army reopened the Trebil crossing on Monday.").place, "Trebil crossing");
    EXPECT_EQ(only_event("Rebels shelled a base in Sake, 25 km west of Goma, on Monday.").place, "Sake");
    EXPECT_THAT(only_event("Egyptian and Qatari mediators met in Doha on Monday.").actors,
                ElementsAre("Egyptian mediators", "Qatari mediators"));
}

TEST(EventPlaces, InACapitalToldByItsStateAreThere) {
    EXPECT_EQ(only_event("A bomb exploded in the Ethiopian capital on Monday.").place, "Addis Ababa");
    EXPECT_EQ(only_event("A bomb exploded near the capital of Mali on Monday.").place, "Bamako");
    const auto kenya =
        read_events("Kenya's president resigned on Monday. Three protesters were killed in the capital on Tuesday.", kMonday);
    EXPECT_EQ(event_with(kenya, "killed").place, "Nairobi");
    EXPECT_EQ(only_event("A bomb exploded in the Qatari capital Doha on Monday.").place, "Doha");
    EXPECT_EQ(only_event("Israel bombed the Syrian capital on Monday.").place, "Damascus");
    EXPECT_EQ(only_event("The Syrian capital was hit by an airstrike on Monday.").place, "Damascus");
    EXPECT_EQ(only_event("The minister flew to the Georgian capital on Monday.").place, "Tbilisi");
    EXPECT_NE(only_event("Investors lost $5 billion in Ethiopian capital markets on Monday.").place, "Addis Ababa");
}

TEST(EventPlaces, InAPartOfAStateThatHasNoNameAreInTheState) {
    EXPECT_EQ(only_event("A tanker was seized off the Yemeni coast on Monday.").place, "Yemeni coast");
    EXPECT_EQ(only_event("Two drones were shot down on Polish soil on Monday.").place, "Poland");
    EXPECT_EQ(only_event("The minister accused Iran on Monday of interfering on Polish soil.").place, "");
    EXPECT_EQ(only_event("Police shot a man in Ghana's second-largest city on Monday.").place, "Ghana");
    EXPECT_NE(only_event("Ministers met in Ghana's embassy on Monday.").place, "Ghana");
}

TEST(EventPlaces, OnIslandsAndVolcanoesAreThere) {
    EXPECT_EQ(only_event("A fire broke out on Rhodes on Monday.").place, "Rhodes");
    EXPECT_EQ(only_event("Mount Etna erupted on Monday.").place, "Mount Etna");
    EXPECT_NE(only_event("Ministers held talks on Lesbos on Monday.").place, "Lesbos");
}

TEST(EventPlaces, OfAStateThatOwnsThemAreThere) {
    EXPECT_EQ(only_event("Police in Georgia's capital Tbilisi dispersed protesters on Monday.").place, "Tbilisi");
    EXPECT_EQ(only_event("Protesters stormed the palace in the Sri Lankan capital, Colombo, on Monday.").place, "Colombo");
    EXPECT_EQ(only_event("A pipeline exploded in Nigeria's oil-rich Niger Delta on Monday.").place, "Niger Delta");
    EXPECT_EQ(only_event("Rebels seized a town in Myanmar's Shan State on Monday.").place, "Shan State");
    EXPECT_EQ(only_event("A plane crashed in a residential area of Sao Paulo state on Monday.").place, "Sao Paulo state");
    EXPECT_EQ(only_event("Shelling killed three in the Kherson region's Beryslav district on Monday.").place, "Beryslav district");
    EXPECT_EQ(only_event("A mudslide killed ten in the Colombian department of Antioquia on Monday.").place_precision,
              document::PlacePrecision::Region);
    EXPECT_EQ(only_event("A bomb exploded in Peru's Trujillo on Monday.").place, "Trujillo");
    EXPECT_EQ(only_event("A bomb exploded in Pakistan's restive Balochistan province on Monday.").place, "Balochistan province");
    EXPECT_EQ(only_event("A hotel burned in the Turkish resort of Antalya on Monday.").place, "Antalya");
    EXPECT_NE(only_event("A bomb exploded in Basra, and Peru's Trujillo protested on Monday.").place, "Trujillo");
}

TEST(EventPlaces, OfAMarchAreWhatItIsOn) {
    EXPECT_EQ(only_event("Troops marched on Mekelle on Monday.").place, "Mekelle");
    EXPECT_NE(only_event("Troops reported on Mekelle on Monday.").place, "Mekelle");
}

TEST(EventPlaces, CalledAfterAnOceanAreNotThatOcean) {
    EXPECT_EQ(only_event("In the Pacific theatre, American forces advanced in the Philippines on Monday.").place, "Philippines");
    EXPECT_EQ(only_event("A ship sank in the Pacific on Monday.").place, "Pacific");
    const auto typhoon = only_event("A ship sank in the western Pacific on Monday.");
    EXPECT_EQ(typhoon.place, "western Pacific");
    const auto* area = std::get_if<geo::MultiPolygon>(&typhoon.geometry);
    ASSERT_TRUE(area);
    EXPECT_TRUE(geo::contains(*area, {150, 20}));
    EXPECT_FALSE(geo::contains(*area, {-110, 20}));
}

TEST(EventPlaces, FarFromAnIslandAreFarFromItsCoast) {
    const auto at = [](std::string_view text) {
        const document::Event read = only_event(text);
        const auto* point = std::get_if<geo::LonLat>(&read.geometry);
        return point ? *point : geo::LonLat{};
    };
    const geo::LonLat south = at("A boat sank 60 km south of Sicily on Monday.");  // whose coast is at 37.1 there
    EXPECT_NEAR(south.lat_deg, 36.55, 0.25);
    EXPECT_NEAR(at("A boat sank 60 km south of Catania on Monday.").lat_deg, 36.96, 0.1);  // of a town its middle
    EXPECT_GT(at("A ship sank 30 km north of Cyprus on Monday.").lat_deg, 35.3);
    EXPECT_GT(at("A ship was hijacked 600 nautical miles east of Somalia on Monday.").lon_deg, 57);
}

TEST(EventPlaces, AreNotWhereOneCameFromNorWhatIsTalkedOf) {
    EXPECT_EQ(only_event("The envoy was seized by rebels on 5 November on his return from talks in Lisbon.").place, "");
    EXPECT_EQ(only_event("The latest troubles in Niger were discussed on 5 November.").place, "");
    EXPECT_EQ(only_event("At a meeting in Lomé on 5 November, developments in Mali were discussed.").place, "Lomé");
}

TEST(EventPlaces, OfTheSameDayOfAVisitAreThere) {
    const auto read = read_events(
        "Minister Ann Roe visited Togo on 6 November.\n\nOn the same day, she had a meeting with the prime minister.\n\nLater that day, "
        "Roe was "
        "received by the president.\n\nOn 8 November the minister met the governor of the bank.",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "meeting with").place, "Togo");
    EXPECT_EQ(event_with(read, "meeting with").place_basis, document::PlaceBasis::Inferred);
    EXPECT_EQ(event_with(read, "received by").place, "Togo");
    EXPECT_EQ(event_with(read, "governor of the bank").place, "");
}

}  // namespace
}  // namespace dateline::extract
