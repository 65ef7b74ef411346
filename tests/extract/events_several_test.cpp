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
    for (const document::Event& event : read_events(text, kMonday).events) out.push_back(event.title + ' ' + date_of(event) + " at " + event.place);
    return out;
}

TEST(EventSeveral, ANounWithDaysInBracketsIsTheirs) {
    const std::vector<std::string> coups{"Coup in Chad 2021-04 at Chad", "Coup in Sudan 2019-04 at Sudan", "Coup in Sudan 2021-10 at Sudan", "Coup in Gabon 2023-08 at Gabon"};
    EXPECT_EQ(whole("Envoys recalled the coups in Chad (April 2021), Sudan (April 2019 and October 2021) and Gabon (August 2023)."), coups);
    EXPECT_EQ(whole("Coups in Chad (April 2021), Sudan (April 2019 and October 2021) and Gabon (August 2023) have worried its neighbours."), coups);
}

TEST(EventSeveral, EachDayStandsBesideItsOwnPlace) {
    EXPECT_THAT(whole("The mission documents attacks on 3 May in Jos, on 5 May in Kano and on 9 May in Kaduna."),
                ElementsAre("Attack in Jos 2024-05-03 at Jos", "Attack in Kano 2024-05-05 at Kano", "Attack in Kaduna 2024-05-09 at Kaduna"));
    EXPECT_THAT(whole("It rained. There were bomb attacks in Jos on 3 May and in Kano on 5 May."), ElementsAre("Bomb attacks in Jos 2024-05-03 at Jos", "Bomb attacks in Kano 2024-05-05 at Kano"));
    EXPECT_THAT(told("Rebels launched attacks in Jos on 3 May and in Kano on 5 May."), ElementsAre(Pair("Rebels launched attacks in Jos", "2024-05-03"), Pair("Rebels launched attacks in Kano", "2024-05-05")));
}

TEST(EventSeveral, WhatMoreIsToldOfEachIsOfItsDay) {
    const auto read = read_events("It condemns the attacks on civilians at Jos on 3 March 2024, in which 40 people died; at Kano on 9 May 2024, when 12 were wounded; and at Zaria in August 2024.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "at Zaria")), "2024-08");
    EXPECT_EQ(date_of(event_with(read, "40 people died")), "2024-03-03");
    EXPECT_EQ(event_with(read, "40 people died").place, "Jos");
    EXPECT_EQ(event_with(read, "civilians at Kano").title, "Attack on civilians at Kano");
    EXPECT_EQ(date_of(event_with(read, "12 wounded")), "2024-05-09");
}

TEST(EventSeveral, OneHappeningIsNotSeveral) {
    EXPECT_THAT(told("Paris requested the withdrawal of troops from Niger in May and June 2024."), testing::SizeIs(testing::Le(1U)));
    EXPECT_THAT(told("The king visited Oslo on 4 May and Riga on 7 May."), ElementsAre(Pair("King visited Oslo", "2024-05-04"), Pair("King visited Riga", "2024-05-07")));
    EXPECT_THAT(told("The court will hear no claims over the attacks in Jos on 3 May and in Kano on 5 May."), testing::Not(testing::Contains(Pair("Attack in Jos", testing::_))));
}

TEST(EventSeveral, VerbsWithATellTheDayTheyWereDone) {
    EXPECT_EQ(only_event("Some forty barns were burnt near Kano on 14 September.").title, "Some forty barns burnt near Kano");
    EXPECT_EQ(date_of(only_event("The tunnel was first promised in 2009.")), "2009");
    EXPECT_THAT(told("The patrol boat outran a skiff off Eyl on 3 May."), ElementsAre(Pair("Patrol boat outran a skiff off Eyl", "2024-05-03")));
    EXPECT_THAT(told("Paris was thanked for its help in 2009."), IsEmpty());
}

}  // namespace
}  // namespace dateline::extract
