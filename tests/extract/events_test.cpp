#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using document::Category;
using document::DateBasis;
using document::PlaceBasis;
using document::PlacePrecision;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> dates_of(const Extraction& read) {
    std::vector<std::string> out;
    for (const document::Event& event : read.events) out.push_back(date_of(event));
    return out;
}

TEST(Events, GiveAPaperItsOwnDateAndNotTheSentences) {
    const auto read = read_events("On April 23, the ministry reported a breach of the Trilateral Statement of November 10, 2020.");
    ASSERT_THAT(dates_of(read), testing::ElementsAre("2023-04-23", "2020-11-10"));
    EXPECT_EQ(read.events[1].title, "Trilateral Statement of November 10, 2020");
    EXPECT_EQ(read.events[1].kind, "signing");
}

TEST(Events, KeepOpenIntervalsOpen) {
    EXPECT_EQ(date_of(event_with(read_events("Since August 2022, more than 2,700 mines have been found near Kalbajar."), "mines")),
              "2022-08/..");
    EXPECT_EQ(date_of(event_with(read_events("Norway plans to double its deliveries by 2027."), "double")), "../2027");
    EXPECT_EQ(date_of(event_with(read_events("The states adopted a programme that runs until 2026."), "rogramme")), "../2026");
}

TEST(Events, TakeNoDateFromNumbersAndComparisons) {
    const auto read = read_events(
        "Each of the mines was of 2021 production. More than 2700 landmines lay there. It was the 100th anniversary of the birth of the "
        "poet. "
        "Resolution 2231 was cited. Exports were higher than in 2021. The bank cut its forecast for 2025.");
    for (const document::Event& event : read.events) EXPECT_FALSE(event.date) << date_of(event) << " " << event.title;
}

TEST(Events, BindADateToTheClauseItStandsIn) {
    const auto read =
        read_events("The road, which was built in 1972, was closed on April 12, 2023. A mine laid in 2020 exploded on April 14, 2023.");
    EXPECT_EQ(date_of(event_with(read, "Road built")), "1972");
    EXPECT_EQ(date_of(event_with(read, "exploded")), "2023-04-14");
    EXPECT_EQ(event_with(read, "exploded").kind, "incident");
}

TEST(Events, TakeWhatHappenedFromAWhenClause) {
    const auto event =
        event_with(read_events("The latest case came on April 22, 2023, when an army truck drove over a mine near Fuzuli."), "truck");
    EXPECT_EQ(date_of(event), "2023-04-22");
    EXPECT_THAT(event.title, HasSubstr("Army truck drove over a mine"));
}

TEST(Events, OfANamedWarTakeItsTime) {
    const auto read = read_events(
        "The ministry lost many soldiers in the 44-day war. In the First World War, Bulgaria fought Serbia. "
        "The heroes of the 44-day war visited Sofia.");
    EXPECT_EQ(date_of(event_with(read, "lost many")), "2020-09-27/2020-11-10");
    EXPECT_EQ(date_of(event_with(read, "Bulgaria fought")), "1914-07-28/1918-11-11");
    for (const document::Event& event : read.events)
        if (event.quote.starts_with("The heroes")) { EXPECT_FALSE(event.date) << event.title; }
}

TEST(Events, OfOneSubjectShareTheirPlace) {
    const auto read = read_events("President Aliyev visited Sofia on April 25 and signed an agreement on gas supplies.");
    const auto signing = event_with(read, "signed an agreement");
    const auto visit = event_with(read, "visited Sofia");
    EXPECT_EQ(signing.place, "Sofia");
    EXPECT_EQ(signing.place_basis, PlaceBasis::Inferred);
    EXPECT_LT(signing.confidence, visit.confidence);
}

TEST(Events, AreNotWhereTheirTopicIs) {
    const auto read = read_events(
        "On April 12, the ministers discussed the Port of Baku and the Baku-Tbilisi-Kars railway. "
        "On April 14, the envoys discussed the situation in Transnistria in Vienna.",
        "2023-04-30");
    EXPECT_NE(event_with(read, "Port of Baku").place_basis, PlaceBasis::Explicit);
    EXPECT_EQ(event_with(read, "envoys discussed").place, "Vienna");
}

TEST(Events, OfADayThatLeadsAreAllOnIt) {
    const auto read = read_events("On 30 November 1939 the Red Army crossed the Finnish border and Soviet aircraft bombed Helsinki.");
    EXPECT_EQ(date_of(event_with(read, "bombed Helsinki")), "1939-11-30");
    EXPECT_EQ(event_with(read, "bombed Helsinki").place, "Helsinki");
}

TEST(Events, AreReadFromRowsOfATable) {
    const auto read = read_events(
        "| Date | Place | Activity |\n|---|---|---|\n| 7 February 2023 | Adana | The team arrived |\n"
        "| 10 February 2023 | Idlib | Fourteen trucks delivered tents |\n");
    const auto trucks = event_with(read, "trucks delivered");
    EXPECT_EQ(date_of(trucks), "2023-02-10");
    EXPECT_EQ(trucks.place, "Idlib");
    EXPECT_EQ(trucks.title, "Fourteen trucks delivered tents");
}

TEST(Events, KeepAFewOfManyMentions) {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "On April 25, President Aliyev visited Sofia.\n\n";
    const auto read = read_events(text);
    ASSERT_EQ(read.events.size(), 1u);
    EXPECT_EQ(extra_of(read.events[0], "more_mentions"), "17");
}

TEST(Events, SplitOneSentencesHappenings) {
    const auto read = read_events("On April 25 the two presidents opened a port in Batumi and then met in Tbilisi.");
    EXPECT_EQ(event_with(read, "opened a port").kind, "opening");
    EXPECT_EQ(event_with(read, "met in").kind, "meeting");
    EXPECT_THAT(dates_of(read), testing::Each(testing::Eq("2023-04-25")));
}

TEST(Events, MergeWhatIsToldTwice) {
    const auto read = read_events(
        "Five companies signed a memorandum on the pipeline in Sofia on April 25.\n\n"
        "The memorandum on the pipeline was signed by five companies in Sofia on April 25.");
    ASSERT_EQ(read.events.size(), 1u);
    EXPECT_THAT(extra_of(read.events[0], "mentions"), HasSubstr("was signed by five companies"));
}

TEST(Events, GiveTheDayOfTheSceneToWhatGoesOnInIt) {
    const auto read = read_events(
        "# Visit\n\nOn April 13, the president arrived in Sarajevo. A joint council was founded during the visit. The country has adopted "
        "many laws.");
    const auto founded = event_with(read, "council founded");
    EXPECT_EQ(date_of(founded), "2023-04-13");
    EXPECT_EQ(founded.date_basis, DateBasis::Context);
    EXPECT_EQ(founded.place, "Sarajevo");
    EXPECT_EQ(founded.place_basis, PlaceBasis::Inferred);
    EXPECT_FALSE(extra_of(founded, "place_reason").empty());
    for (const document::Event& event : read.events) EXPECT_TRUE(event.quote.find("many laws") == std::string::npos || !event.date);
}

TEST(Events, TellPlacesFromWhatTheyAreAbout) {
    const auto read = read_events("In Vienna on April 4, Estonia criticised Hungary over gas from Russia.");
    EXPECT_EQ(event_with(read, "criticised").place, "Vienna");
    const auto visit = event_with(read_events("Prime Minister Kaja Kallas travelled from Tallinn to Riga on April 5."), "travelled");
    EXPECT_EQ(visit.place, "Riga");
    EXPECT_EQ(visit.kind, "visit");
    EXPECT_EQ(visit.place_precision, PlacePrecision::Settlement);
}

TEST(Events, LeaveThePlaceOutWhereTheTextNamesNone) {
    const auto event = event_with(read_events("On April 5, two companies signed a contract on solar power."), "contract");
    EXPECT_EQ(event.place_basis, PlaceBasis::None);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(event.geometry));
}

TEST(Events, DrawARoadAsItsLine) {
    const auto known = event_with(read_events("On April 23, a checkpoint was set up on the road from Lachin to Khankendi."), "checkpoint");
    EXPECT_EQ(known.place_precision, PlacePrecision::Corridor);
    ASSERT_TRUE(std::holds_alternative<geo::MultiLine>(known.geometry));
    EXPECT_GT(std::get<geo::MultiLine>(known.geometry).front().size(), 2u);  // the route's own line, not a straight one
    const auto straight = event_with(read_events("On April 3, repairs of the railway between Tartu and Valga began."), "epairs");
    ASSERT_TRUE(std::holds_alternative<geo::MultiLine>(straight.geometry));
}

TEST(EventPlaces, TakeARouteAsItWasThen) {
    const auto first = read_events("On 5 May 2021, a convoy was attacked on the Lachin road.", "2021-05-06");
    const auto later = read_events("On 5 May 2023, a convoy was attacked on the Lachin road.", "2023-05-06");
    const auto old_lines = std::get<geo::MultiLine>(event_with(first, "convoy").geometry);
    const auto new_lines = std::get<geo::MultiLine>(event_with(later, "convoy").geometry);
    ASSERT_FALSE(old_lines.empty());
    EXPECT_EQ(old_lines.size(), new_lines.size());
    EXPECT_NE(old_lines, new_lines) << "the road was replaced in August 2022";
}

TEST(Events, PutAGovernmentMeetingAtItsSeatAndSaySo) {
    const auto event = event_with(
        read_events("Armenia's Prime Minister Nikol Pashinyan accused the neighbours at a cabinet session on April 27."), "accused");
    EXPECT_EQ(event.place_basis, PlaceBasis::Inferred);
    EXPECT_EQ(event.place, "Yerevan");
    EXPECT_THAT(extra_of(event, "place_reason"), HasSubstr("Armenia"));
}

TEST(Events, SayWhoAssertsThem) {
    EXPECT_EQ(
        event_with(read_events("The Government of Georgia stated that two bridges had been damaged on April 2."), "bridges").attribution,
        "Government of Georgia");
    EXPECT_EQ(event_with(read_events("Two bridges were damaged on April 2, local officials said."), "bridges").attribution,
              "local officials");
    EXPECT_EQ(event_with(read_events("According to the Interior Ministry, two bridges were damaged on April 2."), "bridges").attribution,
              "Interior Ministry");
    EXPECT_EQ(event_with(read_events("“Two bridges were damaged on April 2,” the statement issued by the Government of Georgia noted."),
                         "bridges")
                  .attribution,
              "statement issued by the Government of Georgia");
    EXPECT_EQ(event_with(read_events("Two bridges were damaged on April 2."), "bridges").attribution, "");
}

TEST(Events, TellPlansFromWhatHappened) {
    EXPECT_EQ(modality_of(event_with(read_events("Latvia will close the crossing on 9 May 2023."), "crossing")), "planned");
    EXPECT_EQ(modality_of(event_with(read_events("Latvia closed the crossing on 9 April 2023."), "crossing")), "");
    const auto denied = read_events("Vilnius denied that it had closed the crossing on 9 April 2023.");
    for (const document::Event& event : denied.events)
        if (event.kind == "closing") { EXPECT_EQ(modality_of(event), "denied") << event.title; }
}

TEST(Events, NameTheActorBehindHisOfficeAbroad) {
    const auto event = only_event("On 2 April, the ambassador of Chad in Niger Idriss Abakar visited the port of Cotonou.");
    EXPECT_THAT(event.actors, testing::Contains("Idriss Abakar"));
    EXPECT_THAT(event.actors, testing::Not(testing::Contains(testing::HasSubstr("Niger"))));
}

TEST(Events, AreNotOfThePeriodThatTheyAreComparedWith) {
    for (const char* than : {"a fifth below that of the same season of 2021", "up a third from the corresponding six-month period of 2021",
                             "a record against the same quarter of 2021"})
        for (const auto& e : read_events(std::string("According to the railway, freight was ") + than + ".").events)
            EXPECT_EQ(date_of(e).find("2021"), std::string::npos) << than << ": " << e.title;
    EXPECT_EQ(date_of(only_event("Freight rose by a third in the same quarter of 2021.")), "2021");
}

TEST(Events, NameTheActorsAsTheSourceDoes) {
    const auto event =
        event_with(read_events("Georgian Prime Minister Irakli Garibashvili met President Ilham Aliyev in Gabala on April 7."), "met");
    ASSERT_GE(event.actors.size(), 2u);
    EXPECT_EQ(event.actors[0], "Georgian Prime Minister Irakli Garibashvili");
    EXPECT_EQ(event.actors[1], "President Ilham Aliyev");
    EXPECT_EQ(event.actor_spans.size(), event.actors.size());
}

TEST(Events, KnowTheirSubject) {
    EXPECT_EQ(event_with(read_events("Gunmen killed three soldiers near Gao on April 3."), "killed").category, Category::Security);
    EXPECT_EQ(event_with(read_events("The gas pipeline to Serbia was opened on April 3."), "pipeline").category, Category::Energy);
    EXPECT_EQ(event_with(read_events("The railway ferry resumed its trips from the port of Poti on April 3."), "ferry").category,
              Category::Transport);
    EXPECT_EQ(event_with(read_events("The two presidents met in Riga on April 3."), "met").category, Category::Diplomacy);
    EXPECT_EQ(event_with(read_events("France condemned the decision on April 3."), "condemned").category, Category::Statement);
}

TEST(Titles, StandAloneWithoutDateOrLooseEnds) {
    EXPECT_EQ(event_with(read_events("On April 13, the Joint Declaration on trade has been signed in Sarajevo."), "Declaration").title,
              "Joint Declaration on trade signed in Sarajevo");
    EXPECT_EQ(
        event_with(read_events("Gunmen on motorbikes attacked the village of Bodio on April 5, killing at least 15 people."), "Gunmen")
            .title,
        "Gunmen on motorbikes attacked the village of Bodio");
    const auto read = read_events("President Maia Sandu recalled her visit to Romania in October 2022.");
    EXPECT_EQ(event_with(read, "visit").title, "Maia Sandu's visit to Romania in October 2022");
}

TEST(Titles, TakeASectionsHeadingWhereItTellsTheSame) {
    const auto read = read_events(
        "# Bulletin\n\n## I. Latvia opens a border crossing at Terehova\n\nOn April 23, Latvia announced that it had taken steps to open a "
        "border "
        "crossing at Terehova on the road to Moscow.");
    EXPECT_EQ(event_with(read, "Latvia opens").title, "Latvia opens a border crossing at Terehova");
}

TEST(Titles, NeverRunBeyondNinetyCharactersNorCutAWord) {
    std::string text;
    for (const char* subject :
         {"The Ministry of Foreign Affairs and International Cooperation of the Republic of Côte d'Ivoire", "A spokeswoman", "They"})
        for (const char* rest :
             {"signed a far-reaching memorandum of understanding on agricultural cooperation, fisheries and forestry with Senegal",
              "Željkoprekomjernodugačkariječkojanemakraja-Željkoprekomjernodugačkariječkojanemakraja-nemakraja opened"})
            text += std::string(subject) + " on April 5 " + rest + ".\n\n";
    const auto read = read_events(text);
    EXPECT_FALSE(read.events.empty());
    for (const document::Event& event : read.events) {
        EXPECT_LE(code_points(event.title), 90u) << event.title;
        const std::string last = event.title.substr(event.title.rfind(' ') + 1);
        const std::size_t at = event.quote.find(last);
        ASSERT_NE(at, std::string::npos) << event.title;
        const std::size_t end = at + last.size();
        const bool whole = end >= event.quote.size() || std::string(" ,.;:'’-").find(event.quote[end]) != std::string::npos;
        EXPECT_TRUE(whole) << event.title;
    }
}

TEST(Events, HaveSpansThatHoldTheirWordsAndIdsThatStay) {
    const std::string text =
        "# Željka\n\nPresident **Aliyev** met Željka Cvijanović in [Sarajevo](http://x.y) on April 13, 2023. On April 14 the "
        "parties\nsigned a treaty in Mostar.";
    const auto once = read_events(text), again = read_events(text);
    ASSERT_EQ(once.events.size(), 2u);
    EXPECT_EQ(once.events, again.events);
    for (const document::Event& event : once.events) {
        EXPECT_EQ(slice(once.bulletin.text, event.place_span), event.place_text);
        EXPECT_THAT(slice(once.bulletin.text, event.quote_span), HasSubstr(slice(once.bulletin.text, event.date_span)));
        EXPECT_EQ(slice(once.bulletin.text, event.date_span), event.date_text);
        EXPECT_EQ(event.source, "test.md");
        EXPECT_EQ(event.section, "Željka");
        EXPECT_EQ(event.id.size(), 13u);
    }
    EXPECT_NE(once.events[0].id, once.events[1].id);
    EXPECT_NE(read_events(text, "2023-04-30", "other.md").events[0].id, once.events[0].id);
}

TEST(Extract, SaysInOneLineWhatIsWrong) {
    Source empty;
    empty.id = "empty.md";
    empty.text = " \n\n 12 \n";
    const auto none = extract(empty, shipped_gazetteer(), {});
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().line(), HasSubstr("empty.md: holds no text"));
    const auto undated = read_events("The port was closed on Tuesday.", "", "x");
    ASSERT_EQ(undated.warnings.size(), 1u);
    EXPECT_THAT(undated.warnings[0], HasSubstr("--published"));
    const auto damaged = read_events("The caf\xE9 closed on 5 May 2023.");
    ASSERT_EQ(damaged.warnings.size(), 1u);
    EXPECT_THAT(damaged.warnings[0], HasSubstr("not UTF-8"));
}

TEST(Extract, StopsWhenAskedAndReportsProgress) {
    std::string text;
    while (text.size() < 3u << 20) text += "On 5 May 2023 the ministers met in Riga and signed a treaty.\n\n";
    Source source;
    source.id = "long.txt";
    source.text = text;
    int parts = 0;
    double last = 0;
    Options options;
    options.progress = [&](double done) {
        EXPECT_GE(done, last);
        last = done;
        ++parts;
    };
    options.stop_requested = [&] { return parts >= 1; };
    const auto read = extract(source, shipped_gazetteer(), {}, options);
    ASSERT_TRUE(read);
    EXPECT_EQ(parts, 1);
    EXPECT_LT(last, 0.6);
    EXPECT_THAT(read->warnings, Contains(HasSubstr("not read to its end")));
}

TEST(Extract, SurvivesHostileText) {
    const std::string word(1 << 20, 'a');
    std::string brackets, marks, bidi = "On 5 May 2023 \u202Ethe ministers\u202C met in Ri\u200Bga.";
    for (int i = 0; i < 50000; ++i) brackets += "(\"", marks += ",;:—";
    for (const std::string& text :
         {word + " met in Riga on 5 May 2023.", brackets + " On 5 May 2023 they met. " + brackets, "On 5 May 2023 X " + marks + " met.",
          bidi, std::string("On 5 May 2023 \xF0\x28\x8C\xBC they met in \xC3\x28 Riga."), std::string(100000, '#') + " x",
          std::string(20000, '>') + " On 5 May 2023 they met."}) {
        const auto read = read_events(text);
        for (const document::Event& event : read.events) EXPECT_LE(code_points(event.title), 90u);
    }
}

TEST(Events, GiveItsAndItToTheSubjectBefore) {
    const auto read = read_events(
        "Nordwerk was founded in Kiel in 1887. In 2003, Nordwerk opened a factory in Qingdao, China. Its 125th anniversary was celebrated "
        "in 2012. In 2021 it sold its Rostock plant.",
        "2022-10-11");
    EXPECT_THAT(event_with(read, "Rostock").title, testing::StartsWith("Nordwerk sold"));
    const auto court =
        read_events("In July 2018, the defence asked the Supreme Court to remove the judge; its application was dismissed in January 2019.",
                    "2020-01-01");
    EXPECT_THAT(event_with(court, "dismissed").title, testing::StartsWith("Defence"));
}

TEST(Events, KnowTheSubjectOfWhatWasSaidWithoutThat) {
    const auto read = read_events("The sheriff said Thomas Bruce, 42, of Nixa, was arrested on April 16 near Branson, Missouri.");
    EXPECT_THAT(event_with(read, "arrested").title, testing::StartsWith("Thomas Bruce"));
}

TEST(Events, ListTheVerbsOfOneSubject) {
    const auto read = read_events("Klaus Harms became chief executive in October 1984, resigned in 1990 and died in 1992.");
    EXPECT_EQ(date_of(event_with(read, "resigned")), "1990");
    EXPECT_THAT(event_with(read, "resigned").title, testing::StartsWith("Klaus Harms"));
    EXPECT_THAT(event_with(read, "chief executive").title, Not(HasSubstr("resigned")));
}

TEST(Events, TakeTheYearSaidBeforeTheNamedPeriod) {
    const auto read = read_events("The Kiel yard was closed in 1931 during the Great Depression.");
    EXPECT_EQ(date_of(event_with(read, "Kiel")), "1931");
}

TEST(Events, LetADenialSpeakForItself) {
    const auto read =
        read_events("The Houthis claimed an attack on two ships on 7 April, but the navy denied that any vessel had been hit.");
    EXPECT_EQ(event_with(read, "denied").attribution, "");
}

TEST(Events, DateWhatIsDueBeforeAnEnd) {
    EXPECT_EQ(date_of(event_with(read_events("The firm plans to move its office to Kiel before the year is out.", "2022-10-11"), "Kiel")),
              "../2022-12");
    EXPECT_EQ(date_of(event_with(read_events("The port will reopen before the end of 2024.", "2023-10-11"), "reopen")), "../2024-12");
}

TEST(Events, ReadTheFirstMonthsOfAYear) {
    const auto read = read_events("Throughput dropped 7.2% in the first nine months of 2023 to 10.1 million boxes.", "2023-11-14");
    EXPECT_EQ(date_of(event_with(read, "hroughput")), "2023-01/2023-09");
}

TEST(Events, KeepAStorysYearForItsNextDays) {
    const auto read = read_events("He pleaded not guilty on 27 October 2017. The court granted bail on November 6.", "2019-06-01");
    EXPECT_EQ(date_of(event_with(read, "bail")), "2017-11-06");
    const auto news = read_events("He was elected on 27 October 2017. He was fined on March 6.", "2019-06-01");
    EXPECT_EQ(date_of(event_with(news, "fined")), "2019-03-06");
}

TEST(Events, OfWhatSomebodySaidOnADayKeepTheirOwnSubject) {
    const auto read =
        read_events("The minister said on Monday the country would exceed its target of 5 million tonnes this year.", "2023-04-27");
    const auto told = event_with(read, "Country would exceed");
    EXPECT_EQ(date_of(told), "2023");
    EXPECT_EQ(told.attribution, "minister");
    EXPECT_EQ(modality_of(told), "planned");
    const auto crews =
        event_with(read_events("The utility said crews from Lyon and Grenoble would arrive by 2 May.", "2023-04-27"), "would arrive");
    EXPECT_THAT(crews.title, testing::StartsWith("Crews from Lyon and Grenoble would arrive"));
}

TEST(Events, KeepUndatedClaimsWithWhoeverMakesThem) {
    const auto read = read_events(
        "Militants claimed they had shot down a drone near the city of Kismayo. Russia said it had destroyed ten boats off Odesa.");
    const auto drone = event_with(read, "shot down a drone");
    EXPECT_EQ(date_of(drone), "-");
    EXPECT_EQ(drone.attribution, "Militants");
    EXPECT_THAT(drone.title, testing::StartsWith("Militants shot down a drone"));
    EXPECT_EQ(event_with(read, "destroyed ten boats").attribution, "Russia");
}

TEST(Events, OfADenialAreNotSpokenByTheOtherSide) {
    const auto read =
        read_events("A missile struck the tanker Coral Dawn on 9 April, the coalition said; the Houthis denied responsibility.");
    EXPECT_EQ(event_with(read, "struck the tanker").attribution, "coalition");
    const auto denial = event_with(read, "Houthis denied");
    EXPECT_EQ(denial.attribution, "");
    EXPECT_THAT(denial.actors, testing::ElementsAre("Houthis"));
}

TEST(Events, BeginAfterADatelineAndItsHeadline) {
    const std::string lead =
        "A powerful storm knocked out electricity to more than 40,000 homes and businesses on Monday night, utility officials said "
        "on Tuesday after a long night of work.";
    const auto read =
        read_events("Storm leaves thousands without power in western Michigan\nGRAND RAPIDS, Mich. (AP) - " + lead, "2023-04-26");
    for (const document::Event& event : read.events) {
        EXPECT_THAT(event.title, Not(HasSubstr("Mich"))) << event.title;
        EXPECT_THAT(event.title, Not(HasSubstr("Storm leaves"))) << event.title;
    }
    EXPECT_THAT(event_with(read, "knocked out").title, testing::StartsWith("Powerful storm knocked out electricity"));
    EXPECT_EQ(date_of(event_with(read, "knocked out")), "2023-04-24");
}

TEST(Events, OfNewsHaveHeadlinesThatEndWhereAPhraseDoes) {
    const auto title = [](std::string_view text, std::string_view words) {
        return event_with(read_events(text, "2023-04-26"), words).title;
    };
    EXPECT_EQ(title("Police fired tear gas at protesters on Monday, a day after the minister told supporters to stay away.", "tear gas"),
              "Police fired tear gas at protesters");
    EXPECT_EQ(title("Prices rose 4 percent in March, the biggest increase since 2019.", "Prices rose"), "Prices rose 4 percent");
    EXPECT_EQ(title("During the civil war, which began in March 2011, half of the clinics were shelled.", "began"), "Civil war began");
    EXPECT_EQ(title("It was the second shooting in the suburb this month.", "second shooting"), "Second shooting in the suburb");
    EXPECT_EQ(title("The leaders meet in Brussels on 27 June to weigh the request.", "meet in Brussels"),
              "Leaders meet in Brussels to weigh the request");
    EXPECT_EQ(title("For the past 18 months residents of East Malling, Ditton and Larkfield have paid the toll.", "paid the toll"),
              "Residents of East Malling, Ditton and Larkfield paid the toll");
    EXPECT_EQ(title("The road was reopened at about 11 a.m. on Tuesday after being closed for five hours.", "reopened"),
              "Road reopened after being closed for five hours");
    EXPECT_THAT(title("Unions plan a one-day strike on 15 May in Brno.", "strike"), HasSubstr("ne-day strike"));
    EXPECT_EQ(title("On 13 April the envoys met in Tbilisi. The two agreed on 14 April to open the road.", "agreed"),
              "The two agreed to open the road");
}

TEST(Events, AreNotMadeOfTalkAndHabits) {
    const auto read = read_events(
        "\"We will be laughing about this in June,\" she said. The dry season usually lasts from June to September. "
        "\"They came at about 5 a.m.,\" a witness said.");
    for (const document::Event& event : read.events) ADD_FAILURE() << event.title;
}

TEST(Events, OfADatelineAreThereOnlyWhereNoOtherPlaceIsNamed) {
    const auto fired = event_with(
        read_events("ANKARA, Turkey (Reuters) - Police fired tear gas at protesters in Istanbul's Zelmi Square on Monday.", "2023-04-26"),
        "tear gas");
    EXPECT_EQ(fired.place, "Istanbul");
    EXPECT_THAT(fired.actors, Not(Contains("Turkey")));
    const auto storm =
        event_with(read_events("GRAND RAPIDS, Mich. (AP) - A storm destroyed forty homes on Monday.", "2023-04-26"), "destroyed");
    EXPECT_EQ(storm.place, "GRAND RAPIDS");
    EXPECT_EQ(storm.place_basis, PlaceBasis::Inferred);
    EXPECT_THAT(extra_of(storm, "place_reason"), HasSubstr("where the report is from"));
}

}  // namespace
}  // namespace dateline::extract
