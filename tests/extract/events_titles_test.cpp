#include "event_support.h"

#include <gtest/gtest.h>

// Headlines: whole phrases of the text's own words.
namespace dateline::extract {
namespace {

struct Row {
    const char* sentence;
    const char* title;
};

void expect_titles(std::initializer_list<Row> rows) {
    for (const Row& row : rows) EXPECT_TRUE(has_title(read_events(row.sentence, kMonday), row.title) && event_with(read_events(row.sentence, kMonday), row.title).title == row.title) << row.sentence;
}

TEST(Headlines, EndWhereTheClauseThatTheyTellEnds) {
    expect_titles({{"The expansion of the field, which Chevron completed on 24 January at a cost of 48 billion dollars, accounts for most of the growth.", "Expansion of the field completed at a cost of 48 billion dollars"},
                   {"In the census, which began on 5 November and is to last until 17 December, most Serbs in the north refused to take part.", "Census to last until 17 December"},
                   {"The king appointed Jafar Hassan, who had resigned as head of the royal office on Sunday, to form a government.", "Jafar Hassan resigned as head of the royal office"},
                   {"The premier attended the parade in Moscow on the 9th of November, and on his return he told parliament that the text was ready.", "Premier attended the parade in Moscow"},
                   {"The envoy flew to Kunming on 5 November, his first trip to China since the coup.", "Envoy flew to Kunming"},
                   {"Benin reopened its frontier on 7 November... the bridge, however, has stayed blocked.", "Benin reopened its frontier"},
                   // a list goes on behind its comma
                   {"The ministers, who met on 5 November in Rome, Milan and Turin, left on Monday.", "Ministers met in Rome, Milan and Turin"}});
}

TEST(Headlines, KeepWhatAVerbOrNounNeeds) {
    expect_titles({{"At Constanta, the Romanian, Bulgarian and Turkish navies handed over command of the mine countermeasures group on 8 November.", "Romanian, Bulgarian and Turkish navies handed over command"},
                   {"Late on Saturday Afghan border units opened fire on Pakistani posts in seven districts, in retaliation for the explosions heard in Kabul.", "Afghan border units opened fire on Pakistani posts in seven districts"},
                   {"The company had spudded the first deep well in late March.", "Company spudded the first deep well"},
                   {"The ferry left well before dawn on 5 November.", "Ferry left"},
                   {"Flights are to be resumed on 1 December, once ground equipment is in place.", "Flights to be resumed"},
                   {"The rebels surrendered to the commander of the Italian outpost at Adagamos on 5 November.", "Rebels surrendered to the commander of the Italian outpost at Adagamos"}});
}

TEST(Headlines, OfWhatWasSaidHaveItsVerb) {
    expect_titles({{"New Delhi announced on 5 November that its technical mission in Kabul, open since June 2022, would be raised to an embassy within the current year.", "New Delhi announced that its technical mission in Kabul would be raised to an embassy"},
                   {"President Gabriel Boric announced in Valparaíso, in his last public account of June 1, that the Punta Peuco prison would be converted.", "Gabriel Boric announced that the Punta Peuco prison would be converted"},
                   {"The president suggested to Iran on 5 November that it should stop fighting.", "President suggested to Iran that it should stop fighting"}});
}

TEST(Headlines, BeginWithWhoeverActs) {
    expect_titles({{"Legislative polls, postponed once already, are down for 20 December.", "Legislative polls are down"},
                   {"The Agreed Framework, concluded in Geneva on 3 May, collapsed in November 2002.", "Agreed Framework collapsed"},
                   {"A joint venture of the railways of Kazakhstan, Azerbaijan and Georgia, registered in Astana on 26 October 2023, began to work on 1 November.", "Joint venture of the railways of Kazakhstan, Azerbaijan and Georgia began to work"},
                   {"The Saeima, the Latvian parliament, voted on 5 November for a ban.", "Saeima, the Latvian parliament, voted for a ban"},
                   {"The newly elected mayor visited Ganja on 5 November.", "Newly elected mayor visited Ganja"}});
}

TEST(Headlines, SayWhoTheyAre) {
    expect_titles({{"Defence Secretary Lloyd Austin and his counterpart Gilberto Teodoro signed a pact in Manila on 18 November. Earlier in the day they broke ground for a centre.", "Lloyd Austin and Gilberto Teodoro broke ground for a centre"},
                   {"Two crossings, Kyzyl-Bel and Kairagach, were opened on 5 November; both had been shut since May 2021.", "Two crossings shut"},
                   {"Israeli soldiers raided the office of Al Jazeera in Ramallah on 5 November and closed it for 45 days.", "Israeli soldiers closed the office of Al Jazeera for 45 days"},
                   {"The Malanville bridge, however, has stayed blocked since July 30.", "Malanville bridge blocked"},
                   {"Mzia Amaglobeli, a journalist in custody since 12 January, was brought before the court in Batumi on 5 November.", "Mzia Amaglobeli brought before the court in Batumi"}});
    const auto ground = event_with(read_events("Defence Secretary Lloyd Austin and his counterpart Gilberto Teodoro signed a pact in Manila on 18 November. Earlier in the day they broke ground for a centre.", kMonday), "broke ground");
    EXPECT_EQ(ground.actors.size(), 2U);
}

TEST(Headlines, OfANoteWithARelativeClauseAreTwo) {
    const auto read = read_events("15 November: trilateral summit with Türkiye and Pakistan in Lachin, where a new airport was inaugurated.", kMonday);
    ASSERT_EQ(read.events.size(), 2U);
    EXPECT_EQ(read.events[0].title, "Trilateral summit with Türkiye and Pakistan in Lachin");
    EXPECT_EQ(read.events[1].title, "New airport inaugurated");
    EXPECT_EQ(read.events[1].place, "Lachin");
}

TEST(Headlines, ADayBehindAndIsOfTheVerbThatFollows) {
    using Told = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(told("On 5 November militants attacked Goma, and on 7 November thousands fled to Bukavu."), (Told{{"Militants attacked Goma", "2024-11-05"}, {"Thousands fled to Bukavu", "2024-11-07"}}));
    EXPECT_EQ(told("The battle ended on 5 November, with 95 soldiers killed along with some 1,350 insurgents.").size(), 1U);
}

}  // namespace
}  // namespace dateline::extract
