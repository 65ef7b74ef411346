#include "event_support.h"

#include <gtest/gtest.h>

// Verbs of many uses, which only their object, subject or particle makes an event of some sort.
namespace dateline::extract {
namespace {

struct Row {
    const char* sentence;
    const char* kind;
    document::Category category;
};

TEST(EventObjects, SayWhatSortOfEventItWas) {
    using enum document::Category;
    for (const Row& row : {Row{"The army sacked Magdeburg on 20 May 1631.", "combat", Security},
                           Row{"The president sacked the minister on 12 November.", "appointment", Diplomacy},
                           Row{"Police used water cannon against protesters in Tbilisi on 12 November.", "protest", Security},
                           Row{"Police fired tear gas at demonstrators in Nairobi on 12 November.", "protest", Security},
                           Row{"North Korea fired a missile toward the sea on 5 November.", "attack", Security},
                           Row{"The president fired the defence minister on 5 November.", "appointment", Diplomacy},
                           Row{"The company fired 300 workers in Detroit on 5 November.", "appointment", Economy},
                           Row{"The minister's car was fired on near Aden on 5 November.", "attack", Security},
                           Row{"A fire broke out in a market in Kano on 5 November.", "incident", Security},
                           Row{"Soldiers opened fire on a crowd in Goma on 5 November.", "attack", Security},
                           Row{"Kenya opened an airport in Isiolo on 5 November.", "opening", Transport},
                           Row{"Prosecutors opened an investigation in Izmir on 5 November.", "decision", Other},
                           Row{"Ethiopia launched an offensive in Tigray on 5 November.", "attack", Security},
                           Row{"China launched exercises near Gori on 14 October.", "exercise", Security},
                           Row{"The police launched a raid on a camp in Jenin on 5 November.", "attack", Security},
                           Row{"Nigeria declared war on Biafra on 5 November.", "decision", Security},
                           Row{"The governor declared a state of emergency in Lagos on 5 November.", "decision", Security},
                           Row{"Teachers went on strike in Dhaka on 5 November.", "protest", Society},
                           Row{"The two countries established diplomatic relations on 5 November.", "recognition", Diplomacy},
                           Row{"The tanker ran aground near Suez on 5 November.", "incident", Transport},
                           Row{"The court found the mayor guilty in Lima on 5 November.", "arrest", Security},
                           Row{"The prime minister stepped down on 5 November.", "appointment", Diplomacy},
                           Row{"The president took the oath in Jakarta on 20 October.", "appointment", Diplomacy},
                           Row{"The plant was put into operation in Navoi on 5 November.", "opening", Other},
                           Row{"The minister laid a wreath in Yerevan on 5 November.", "ceremony", Society},
                           Row{"Lebanon received 40 tonnes of aid in Beirut on 5 November.", "aid", Society},
                           Row{"The dam burst near Derna on 11 September.", "disaster", Society}}) {
        const auto event = only_event(row.sentence);
        EXPECT_EQ(event.kind, row.kind) << row.sentence;
        EXPECT_EQ(event.category, row.category) << row.sentence;
    }
    EXPECT_EQ(only_event("The army sacked Magdeburg on 20 May 1631.").place, "Magdeburg");
    EXPECT_NE(only_event("Italy declared war on Austria on 23 May 1915.").place, "Austria");
}

TEST(EventObjects, OfThingsThatAreTriedOutAndFittedAreNoTrialsAndNoOffices) {
    using enum document::Category;
    EXPECT_EQ(only_event("A trial run was held on the Kaunas railway on 12 November.").kind, "opening");
    EXPECT_EQ(only_event("The fourth boiler was put into trial service in Navoi on 12 November.").kind, "opening");
    EXPECT_EQ(only_event("The trial of the mayor was held in Kaunas on 12 November.").kind, "arrest");
    EXPECT_EQ(only_event("Four pumps were installed in Navoi on 12 November.").kind, "construction");
    EXPECT_EQ(only_event("The general was installed as president in Lomé on 12 November.").kind, "appointment");
    EXPECT_EQ(only_event("The survey was released in Oslo on 12 November.").kind, "statement");
    EXPECT_EQ(only_event("The two journalists were released in Oslo on 12 November.").kind, "arrest");
}

TEST(EventObjects, OfThoseThatReachATownAreNoFigures) {
    EXPECT_EQ(only_event("Rebels reached the outskirts of Goma on 12 November.").kind, "movement");
    EXPECT_NE(only_event("Debt reached 3 per cent in Chad on 12 November.").kind, "movement");
}

TEST(EventObjects, OfABlowMayNameItsSortBeforeIt) {
    using enum document::Category;
    for (const char* sentence :
         {"Israel launches air strikes on Tyre on 12 November.", "Russia fires guided rockets at Sumy on 12 November.",
          "Turkey launches renewed raids near Duhok on 12 November."}) {
        EXPECT_EQ(only_event(sentence).kind, "attack") << sentence;
        EXPECT_EQ(only_event(sentence).category, Security) << sentence;
    }
    EXPECT_TRUE(has_title(read_events("US strikes destroyed depots in Hodeidah on 12 November.", kMonday), "destroyed depots"));
    EXPECT_EQ(only_event("The station launches a series in Oslo on 12 November.").kind, "opening");
}

TEST(EventObjects, OfWhatIsHeldSayWhetherAnybodyMet) {
    using enum document::Category;
    for (const Row& row : {Row{"Burundi will hold a census on 12 December.", "other", Society},
                           Row{"Georgia held an exercise on 12 November.", "exercise", Security},
                           Row{"Iran held a funeral for the general in Tehran on 12 November.", "ceremony", Society},
                           Row{"Georgia held elections on 26 October.", "election", Society},
                           Row{"The church held a mass in Bethlehem on 5 November.", "ceremony", Society},
                           Row{"Students held a march in Belgrade on 5 November.", "protest", Society},
                           Row{"Rebels held the town of Sake on 12 November.", "combat", Security},
                           Row{"The guerrillas held 20 hostages in Cali on 5 November.", "attack", Security},
                           Row{"The EU held talks with Serbia in Brussels on 12 November.", "meeting", Diplomacy},
                           Row{"The council held a session in Lviv on 5 November.", "meeting", Diplomacy}}) {
        const auto event = only_event(row.sentence);
        EXPECT_EQ(event.kind, row.kind) << row.sentence;
        EXPECT_EQ(event.category, row.category) << row.sentence;
    }
}

TEST(EventCauses, SayWhatSortOfHarmItWas) {
    using enum document::Category;
    for (const Row& row :
         {Row{"At least 12 people were killed on 5 November when a bus fell into a ravine near Pereira.", "incident", Transport},
          Row{"Twelve people were killed when a drone hit a bus near Sumy on 5 November.", "attack", Security},
          Row{"Twelve soldiers were killed when their lorry hit a mine near Mopti on 5 November.", "attack", Security},
          Row{"Five people were injured in a bus crash near Multan on 5 November.", "incident", Transport},
          Row{"Three people were killed in an attack on a bus near Multan on 5 November.", "attack", Security},
          Row{"Two people were killed by lightning in Goma on 5 November.", "disaster", Society},
          Row{"The storm claimed the lives of 12 people in Honduras on 5 November.", "disaster", Society},
          Row{"The rebels claimed three villages near Goma on 5 November.", "statement", Statement},
          Row{"Cholera killed 40 people in Goma on 5 November.", "disaster", Society},
          Row{"A power cut hit Quito on 5 November.", "incident", Energy},
          Row{"A ferry sank off Zanzibar on 5 November.", "incident", Transport},
          Row{"The tanker sank off Aden on 5 November after a missile attack.", "incident", Security},
          Row{"A lorry hit a crowd in Nice on 5 November.", "incident", Transport},
          Row{"Eight people died on 5 November when a minibus plunged into the Nile near Aswan.", "incident", Transport},
          Row{"A stampede at a stadium in Conakry killed 56 people on 5 November.", "incident", Society},
          Row{"Eight people died in Goma on 5 November.", "incident", Society},
          Row{"A truck hit a mine near Homs on 5 November.", "incident", Security}}) {
        const auto event = only_event(row.sentence);
        EXPECT_EQ(event.kind, row.kind) << row.sentence;
        EXPECT_EQ(event.category, row.category) << row.sentence;
    }
    EXPECT_EQ(only_event("The storm claimed 12 lives in Honduras on 5 November.").place, "Honduras");
}

TEST(EventCauses, AreNoAttacksWhereAFigureIsHitOrWorkersStrike) {
    using enum document::Category;
    for (const Row& row : {Row{"The cedi hit 13 to the dollar on 5 November.", "figure", Economy},
                           Row{"The pound hit a record low against the dollar on 5 November.", "figure", Economy},
                           Row{"Oil prices hit $100 a barrel on 5 November.", "figure", Energy},
                           Row{"Drones hit 13 targets in Kursk on 5 November.", "attack", Security},
                           Row{"The missile hit a high school in Kharkiv on 5 November.", "attack", Security},
                           Row{"A strike by teachers in Lagos began on 5 November.", "protest", Society},
                           Row{"Doctors in Seoul struck over pay on 5 November.", "protest", Society},
                           Row{"Dockworkers walked out in Rotterdam on 5 November.", "protest", Society},
                           Row{"A strike by nurses hit hospitals in Nairobi on 5 November.", "protest", Society},
                           Row{"A strike by drones in Odesa killed 12 people on 5 November.", "attack", Security},
                           Row{"A truce took effect in Tripoli on 5 November.", "decision", Security}}) {
        const auto event = only_event(row.sentence);
        EXPECT_EQ(event.kind, row.kind) << row.sentence;
        EXPECT_EQ(event.category, row.category) << row.sentence;
    }
}

TEST(EventObjects, OfWhatIsCarriedOutAreItsNoun) {
    using enum document::Category;
    const auto patrol = only_event("A joint patrol was carried out on the highway on 12 November.");
    EXPECT_EQ(patrol.kind, "deployment");
    EXPECT_EQ(only_event("The army carried out an exercise near Gori on 12 November.").kind, "exercise");
    EXPECT_EQ(only_event("The ferry carried 300 people to Aktau on 12 November.").kind, "supply");
    EXPECT_EQ(only_event("Sudan rejected accusations of bombing a market on 12 November.").kind, "statement");
    const auto call = only_event("The minister held a phone call with his counterpart on 12 November to discuss the situation in Gaza.");
    EXPECT_EQ(call.kind, "negotiation");
    EXPECT_EQ(call.place, "");
}

}  // namespace
}  // namespace dateline::extract
