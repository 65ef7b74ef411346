#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

// Several happenings of one noun, each with its day and place.
namespace dateline::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

/// "Coup in Mali 2020-08 at Mali" of all events, in order.
std::vector<std::string> whole(std::string_view text) {
    std::vector<std::string> out;
    for (const document::Event& event : read_events(text, kMonday).events)
        out.push_back(event.title + ' ' + date_of(event) + " at " + event.place);
    return out;
}

TEST(EventSeveral, ANounWithDaysInBracketsIsTheirs) {
    const std::vector<std::string> coups{"Coup in Chad 2021-04 at Chad", "Coup in Sudan 2019-04 at Sudan", "Coup in Sudan 2021-10 at Sudan",
                                         "Coup in Gabon 2023-08 at Gabon"};
    EXPECT_EQ(whole("Envoys recalled the coups in Chad (April 2021), Sudan (April 2019 and October 2021) and Gabon (August 2023)."), coups);
    EXPECT_EQ(whole("Coups in Chad (April 2021), Sudan (April 2019 and October 2021) and Gabon (August 2023) have worried its neighbours."),
              coups);
}

TEST(EventSeveral, EachDayStandsBesideItsOwnPlace) {
    EXPECT_THAT(
        whole("The mission documents attacks on 3 May in Jos, on 5 May in Kano and on 9 May in Kaduna."),
        ElementsAre("Attack in Jos 2024-05-03 at Jos", "Attack in Kano 2024-05-05 at Kano", "Attack in Kaduna 2024-05-09 at Kaduna"));
    EXPECT_THAT(whole("It rained. There were bomb attacks in Jos on 3 May and in Kano on 5 May."),
                ElementsAre("Bomb attack in Jos 2024-05-03 at Jos", "Bomb attack in Kano 2024-05-05 at Kano"));
    EXPECT_THAT(told("Rebels launched attacks in Jos on 3 May and in Kano on 5 May."),
                ElementsAre(Pair("Rebels launched attacks in Jos", "2024-05-03"), Pair("Rebels launched attacks in Kano", "2024-05-05")));
}

TEST(EventSeveral, WhatMoreIsToldOfEachIsOfItsDay) {
    const auto read = read_events(
        "It condemns the attacks on civilians at Jos on 3 March 2024, in which 40 people died; at Kano on 9 May 2024, when 12 were "
        "wounded; and at Zaria in August 2024.",
        kMonday);
    EXPECT_EQ(date_of(event_with(read, "at Zaria")), "2024-08");
    EXPECT_EQ(date_of(event_with(read, "40 people died")), "2024-03-03");
    EXPECT_EQ(event_with(read, "40 people died").place, "Jos");
    EXPECT_EQ(event_with(read, "civilians at Kano").title, "Attack on civilians at Kano");
    EXPECT_EQ(date_of(event_with(read, "12 wounded")), "2024-05-09");
}

TEST(EventSeveral, OneHappeningIsNotSeveral) {
    EXPECT_THAT(told("Paris requested the withdrawal of troops from Niger in May and June 2024."), testing::SizeIs(testing::Le(1U)));
    EXPECT_THAT(told("The king visited Oslo on 4 May and Riga on 7 May."),
                ElementsAre(Pair("King visited Oslo", "2024-05-04"), Pair("King visited Riga", "2024-05-07")));
    EXPECT_THAT(told("The court will hear no claims over the attacks in Jos on 3 May and in Kano on 5 May."),
                testing::Not(testing::Contains(Pair("Attack in Jos", testing::_))));
}

TEST(EventSeveral, VerbsWithATellTheDayTheyWereDone) {
    EXPECT_EQ(only_event("Some forty barns were burnt near Kano on 14 September.").title, "Some forty barns burnt near Kano");
    EXPECT_EQ(date_of(only_event("The tunnel was first promised in 2009.")), "2009");
    EXPECT_THAT(told("The patrol boat outran a skiff off Eyl on 3 May."),
                ElementsAre(Pair("Patrol boat outran a skiff off Eyl", "2024-05-03")));
    EXPECT_THAT(told("Paris was thanked for its help in 2009."), IsEmpty());
}

TEST(EventSeveral, TwoDaysAtOnePlaceAndAnotherElsewhere) {
    EXPECT_THAT(whole("It rained. The Council recalled the military takeovers in Bamako on 18 August 2020 and 24 May 2021, and in Niamey "
                      "on 26 July 2023."),
                ElementsAre("Military takeover in Bamako 2020-08-18 at Bamako", "Military takeover in Bamako 2021-05-24 at Bamako",
                            "Military takeover in Niamey 2023-07-26 at Niamey"));
    EXPECT_THAT(whole("It rained. An explosion on 3 May in Jos and another on 5 May in Kano worried the town."),
                ElementsAre("Explosion in Jos 2024-05-03 at Jos", "Explosion in Kano 2024-05-05 at Kano"));
    EXPECT_THAT(told("Paris deplored the attacks at Jos, Plateau state, on 3 May and at Kano on 5 May."),
                testing::IsSupersetOf({Pair("Attack at Jos", "2024-05-03"), Pair("Attack at Kano", "2024-05-05")}));
}

TEST(EventSeveral, HowManyMoreElsewhere) {
    EXPECT_THAT(told("Two pilgrims were killed in Jos on Friday, three in Kano on Saturday and one in Zaria on Sunday."),
                ElementsAre(Pair("Two pilgrims killed in Jos", "2024-11-15"), Pair("Three killed in Kano", "2024-11-16"),
                            Pair("One killed in Zaria", "2024-11-17")));
    EXPECT_THAT(told("Police killed two men in Jos on Friday and three in Kano on Saturday."),
                ElementsAre(Pair("Police killed two men in Jos", "2024-11-15"), Pair("Police killed three in Kano", "2024-11-16")));
    EXPECT_THAT(told("Sales rose by two per cent in May and three in June."),
                testing::Not(testing::Contains(Pair("Three rose", testing::_))));
}

TEST(EventSeveral, ADayLaterIsNoEndOfAStretch) {
    EXPECT_THAT(told("The ship left Durban on 2 May and a day later the bulker Alma was hit by a drone."),
                ElementsAre(Pair("Ship left Durban", "2024-05-02"), Pair("Bulker Alma hit by a drone", "2024-05-03")));
    EXPECT_EQ(date_of(only_event("The ship was searched off Durban on 2 and 3 May.")), "2024-05-02/2024-05-03");
}

TEST(EventSeveral, WhatASpeakerDoesNextIsNotWhatHeSays) {
    const auto read = read_events("The president praised the king in Oslo on 1 May and flew to Rome on 3 May.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "praised the king")), "2024-05-01");
    EXPECT_EQ(event_with(read, "flew to Rome").attribution, "");
    EXPECT_EQ(
        event_with(read_events("The president said that the king had left and the queen had flown to Rome on 3 May.", kMonday), "Rome")
            .attribution,
        "president");
}

TEST(EventSeveral, EachClauseHasItsOwnDay) {
    EXPECT_THAT(told("The king opened parliament on Tuesday, visited Bergen on Wednesday and is in Rome today."),
                ElementsAre(Pair("King opened parliament", "2024-11-12"), Pair("King visited Bergen", "2024-11-13"),
                            Pair("King is in Rome", "2024-11-18")));
    EXPECT_THAT(told("The firm asked Oslo for a licence on 11 November; the ministry refused it on Saturday."),
                testing::Contains(Pair("Ministry refused it", "2024-11-16")));
    EXPECT_THAT(
        told("Timor-Leste was admitted at the Nairobi summit in November 2022 and became a member on 26 October 2023."),
        ElementsAre(Pair("Timor-Leste admitted at the Nairobi summit", "2022-11"), Pair("Timor-Leste became a member", "2023-10-26")));
    EXPECT_THAT(
        told("The mayor lost office after the court in Brno upheld his sentence on 1 April; Oslo lifted its sanctions on 29 October."),
        ElementsAre(Pair("Mayor lost office after the court in Brno upheld his sentence", "2024-04-01"),
                    Pair("Oslo lifted its sanctions", "2024-10-29")));
    EXPECT_THAT(told("The mayor denied it on Saturday."), IsEmpty());
}

TEST(EventSeveral, MonthsAreCountedFromAMonth) {
    const auto read =
        read_events("The last guerrillas gave up in December 1998, eight months after their leader had died at Anlong Veng.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "died")), "1998-04");
    EXPECT_EQ(date_of(event_with(read, "gave up")), "1998-12");
    const auto week = read_events(
        "The rebels announced on Monday that their fighters had entered Goma, one week after they overran the garrison in Bukavu.",
        kMonday);
    EXPECT_EQ(date_of(event_with(week, "overran the garrison")), "2024-11-11~");
    EXPECT_THAT(told("Sweden joined on 7 March 2024, two years after it had applied."), testing::SizeIs(1));
}

TEST(EventSeveral, WithinTheWeekIsCountedFromTheDeedBefore) {
    const auto read = read_events("The court acquitted him on 3 November. Prosecutors appealed within the week.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "appealed")), "2024-11-04/2024-11-10");
    EXPECT_EQ(date_of(event_with(read_events("The jury sat on 3 November. Prosecutors appeal within the law.", kMonday), "Jury")),
              "2024-11-03");
}

TEST(EventSeveral, AWeekHeadsItsDays) {
    const auto read = read_events(
        "It rained.\n\nNEXT WEEK – 26 November: Interior ministers meet in Brussels. 27 November: Unions rally in Sofia.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "Brussels")), "2024-11-26");
    EXPECT_EQ(date_of(event_with(read, "Sofia")), "2024-11-27");
}

TEST(EventSeveral, TheWHOIsABody) {
    EXPECT_EQ(only_event("The WHO on 8 November put the toll at 114.").title, "WHO put the toll at 114");
    EXPECT_EQ(only_event("The man who fled on 8 November was found in Riga.").title.find("WHO"), std::string::npos);
}

}  // namespace
}  // namespace dateline::extract
