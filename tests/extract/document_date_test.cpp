#include "extract/temporal_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace dateline::extract {
namespace {

using ::testing::HasSubstr;

std::string date_of(std::string_view text, std::string_view file_name = {}) {
    const DocumentDate found = infer_document_date(text, file_name);
    EXPECT_FALSE(found.reason.empty()) << text;
    return found.date ? found.date->text() : "";
}

TEST(DocumentDate, ReadsTheMasthead) {
    EXPECT_EQ(date_of("WEEKLY REVIEW\n\nFriday, 28 April 2023\n\nOn April 23 a post was opened."), "2023-04-28");
    EXPECT_EQ(date_of("Digest No. 12 – 30 April 2023\n\nOn April 23 a post was opened."), "2023-04-30");
    EXPECT_EQ(date_of("Great Lakes Civic Clippings 21/5/2014\n\nCongo: Governor faces unrest\n\nPolice held two men in Goma on Monday."),
              "2014-05-21");
    EXPECT_EQ(date_of("Upper Lake Fishing News Roundup 21 May 2014\n\nPolice held two men in Goma on Monday."), "2014-05-21");
    EXPECT_EQ(date_of("# Highlights\n\n**April 2023**\n\nA post was opened."), "2023-04");
    EXPECT_EQ(date_of("REVIEW\n16–30 April 2023\n\nA post was opened on the 20th."), "2023-04-30");
    EXPECT_THAT(infer_document_date("REVIEW\n\n28 April 2023\n\nText.").reason, HasSubstr("masthead says 28 April 2023"));
}

TEST(DocumentDate, ReadsTheDateline) {
    EXPECT_EQ(date_of("BAKU, 28 April 2023 (Agency) – The envoy said on Tuesday that talks go on."), "2023-04-28");
    EXPECT_EQ(date_of("SOFIA, April 25 — The memorandum of April 3, 2023 was extended."), "2023-04-25");
}

TEST(DocumentDate, ALabelDatesWhateverFollowsOnItsLine) {
    EXPECT_EQ(date_of("# Lake Report\n\n**Date of issue:** 10 October 2023 | **Reporting period:** 25 September – 8 October 2023 | **Next "
                      "report:** on or around "
                      "24 October\n\nThe dam at Kariba burst on 4 October."),
              "2023-10-10");
    EXPECT_EQ(date_of("# Lake Report\n\nPeriod: 1–15 May 2024\n\nPublished on 17 May 2024 by the Lake Office in Kampala, which answers for "
                      "all that is told here.\n\nRain fell."),
              "2024-05-17");
    EXPECT_EQ(date_of("# Lake Report\n\nData as of 10 May 2024. Issued 12 May 2024.\n\nRain fell on 3 May 2024."), "2024-05-12");
    EXPECT_EQ(date_of("# Lake Report\n\nThe week of 6 May 2024\n\nRain fell on Tuesday."), "2024-05-12");
    // a clause and the next number are none
    EXPECT_EQ(date_of("# Lake Report\n\n3 June 2024\n\nIssued on 3 May 2023, the decree bans nets. Rain fell."), "2024-06-03");
    EXPECT_EQ(date_of("# Lake Report\n\nNext issue: 24 June 2024\n\n3 June 2024\n\nRain fell."), "2024-06-03");
}

TEST(DocumentDate, WhatATextKnowsUpToDatesItBeforeItsPeriodAndItsNextIssue) {
    EXPECT_EQ(date_of("# Lake Monitor\n\nWater Forum, Kampala | Issue 8 | Period covered: 1\u201331 May 2024 | Cut-off: 2 June 2024, 18:00 "
                      "| Next issue: 5 July 2024\n\nA dam broke on 9 May. "
                      "To watch: 10 June: summit, Kisumu."),
              "2024-06-02");
    EXPECT_EQ(date_of("# Lake Monitor\n\nWater Forum, Kampala | Issue 8 | Period covered: 1\u201331 May 2024 | Next issue: 5 July "
                      "2024\n\nA dam broke on 9 May."),
              "2024-05-31");
    EXPECT_EQ(date_of("# Note No. 4: the upper lake\n\nInformation as of Monday 3 June 2024, 12:00 local time. This note updates Note No. "
                      "3 of 31 May. The next note will be issued on 8 June.\n\n"
                      "A dam broke on 9 May."),
              "2024-06-03");
    EXPECT_EQ(date_of("# Lake Monitor\n\nData cut-off: 31 May 2024 | Published: 4 June 2024\n\nA dam broke on 9 May."), "2024-06-04");
    // what a sentence tells so is none of it
    EXPECT_EQ(date_of("# Lake Monitor\n\n4 June 2024\n\nAs of 3 May 2023 the dam stood. Rain fell."), "2024-06-04");
}

TEST(DocumentDate, WhereADocumentWasIssuedStandsBeforeItsDay) {
    EXPECT_EQ(date_of("WEEKLY DIGEST No. 11/2024\n13\u201319 May 2024\nIssued in Kampala on Monday, 20 May 2024\n\nKISUMU, 13 May \u2013 A "
                      "dam broke."),
              "2024-05-20");
    EXPECT_EQ(date_of("WEEKLY DIGEST No. 11/2024\n13\u201319 May 2024\n\nIssued in Kampala on 3 May 2023 the decree bans nets."),
              "2024-05-19");
}

TEST(DocumentDate, MarksBetweenCellsAreNoWords) {
    EXPECT_EQ(date_of("# Lake Monitor\n\nMonthly newsletter of the Great Lakes Forum · No. 4 (61) · April 2024\n\nOn 2 April the dam "
                      "broke. It will open on 9 May."),
              "2024-04");
    EXPECT_EQ(
        date_of("**Institute for the Study of the Great Lakes and Rivers | Lake Weekly | 3 June 2024**\n\nThe dam broke on 9 May 2023."),
        "2024-06-03");
    EXPECT_EQ(date_of("# Lakes\n\n| 3 June 2024 | Opening of the new dam in the north | Kampala |\n\nThe dam broke on 9 May 2023."),
              "2024-06");
}

TEST(DocumentDate, ABylineDatesWhatItStandsOver) {
    EXPECT_EQ(
        date_of("# Storm on the coast\n\nBy our staff, Pemba, 18 January 2023\n\nA wall fell on Sunday. Two men died on 3 March 2019."),
        "2023-01-18");
    EXPECT_EQ(
        date_of(
            "# The mine\n\n*How a hole in the hills began a war*\n\nBy Ann Roe in Kabwe, November 2019\n\nThe road was shut in May 1990."),
        "2019-11");
    EXPECT_NE(
        date_of("# The mine\n\nBy early spring the pit, according to the owners, was shut, May 2019\n\nThe road was shut on 3 June 2020."),
        "2019-05");
}

TEST(DocumentDate, AWeekOnAMastheadEndsOnItsLastDay) {
    EXPECT_EQ(date_of("# Chronology\n\n*Lake Observatory, weekly chronology, 16–22 September 2024*\n\nOn Tuesday a dam broke."),
              "2024-09-22");
    EXPECT_EQ(date_of("LAKE REVIEW\nKampala Water Institute · Week 19, 6–12 May 2024\n\nOn Tuesday a dam broke."), "2024-05-12");
    EXPECT_EQ(date_of("Week 19, 6–12 May 2024\n\nOn Tuesday a dam broke."), "2024-05-12");
    EXPECT_EQ(date_of("**Great Lakes Observatory, Kampala, 6–12 May 2024**\n\nOn Tuesday a dam broke."), "2024-05-12");
    const auto found = find_timexes("Week 19, 6–12 May 2024\n\nOn Tuesday a dam broke. It was mended on 5, 6 and 12 May.");
    ASSERT_EQ(found.size(), 6u);
    EXPECT_EQ(found[2].value, "2024-05-07");
    EXPECT_EQ(found[3].value, "2024-05-05");
}

TEST(DocumentDate, ALongTitleDatesWhatItCallsABulletinOrAStatement) {
    const std::string text = "\n\nOn Tuesday a dam broke. The permit runs until 14 February 2027.";
    EXPECT_EQ(
        date_of("**Weekly bulletin of the Forum for Lakes and Inland Waters, Kampala \u2014 No. 20/2025 \u2014 17\u201323 November 2025**" +
                text),
        "2025-11-23");
    EXPECT_EQ(
        date_of("# Notes of the Eastern Institute for Lake Affairs and River Shipping, Kisumu \u2014 17\u201323 November 2025" + text),
        "2025-11-23");
    EXPECT_EQ(date_of("# Transcript of the weekly press conference by the chief spokesman of the ministry of waters (4 April 2025)" + text),
              "2025-04-04");
    EXPECT_EQ(date_of("# Statement by the minister of waters on the state of the dams along the upper river (12 May 2025)" + text),
              "2025-05-12");
    // a bulletin tells of days to come, a history of what came after its subject
    EXPECT_EQ(date_of("# Waters\n\n**Weekly bulletin of the Forum for Lakes \u2014 17\u201323 November 2025**\n\nThe permit was prolonged "
                      "to 14 February 2027."),
              "2025-11-23");
    // a title that tells what happened is as long as that takes
    EXPECT_EQ(date_of("# The breaking of the dam above the town and the villages to the north of it, 6 September 2022" + text), "2022-09");
}

TEST(DocumentDate, AnHourBehindTheDayMakesNoRange) {
    EXPECT_EQ(date_of("CHARLESTON, January 14, 1864-10 a. m.\n\nThe fire on the city has been almost continuous."), "1864-01-14");
}

TEST(DocumentDate, ReadsTheFileName) {
    const std::string_view text = "On April 23 a post was opened.";
    EXPECT_EQ(date_of(text, "/tmp/bulletin_2023-04-30.md"), "2023-04-30");
    EXPECT_EQ(date_of(text, "review20230430.txt"), "2023-04-30");
    EXPECT_EQ(date_of(text, "highlights-april-2023.docx"), "2023-04");
    EXPECT_EQ(date_of(text, "review-99999999.txt"), "");
}

TEST(DocumentDate, FollowsTheLatestDayToldAsPast) {
    const std::string text =
        "On April 23 the post was opened. A truck was hit on April 22, 2023. On April 27 the minister said "
        "it would be "
        "closed on 3 June. The pact of November 10, 2020 stands, and the plan runs to 2027.";
    const DocumentDate found = infer_document_date(text);
    ASSERT_TRUE(found.date.has_value());
    EXPECT_EQ(found.date->text(), "2023-04/2023-05");
    EXPECT_THAT(found.reason, HasSubstr("27 April 2023"));
    EXPECT_THAT(found.reason, HasSubstr("22 April 2023"));
}

TEST(DocumentDate, GivesUndatedDaysTheirYear) {
    const std::string text = "On April 23 the post was opened. A truck was hit on April 22, 2023.";
    const auto found = find_timexes(text);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].value, "2023-04-23");
    EXPECT_EQ(found[0].basis, document::DateBasis::InferredYear);
}

TEST(DocumentDate, ADayLongAfterTheLatestFullDateIsBeforeIt) {
    EXPECT_EQ(date_of("The port was closed on 12 December 2024. Trucks have queued since 28 May."), "2024-12");
    // soon after it: the text is later
    EXPECT_EQ(date_of("The port was closed on 12 December 2024. It was opened on 9 January."), "2025-01");
}

TEST(DocumentDate, IsWhereTheAuthorsSayWhenTheyWereDone) {
    EXPECT_EQ(date_of("The long strike\n\nAnn Rowe (manuscript completed 12 December 2024)\n\nOn 9 January the port was closed."),
              "2024-12-12");
    EXPECT_EQ(date_of("The long strike\nan account\nCompiled on 12 December 2024\n\nOn 9 January the port was closed."), "2024-12-12");
    EXPECT_EQ(date_of("The long strike\nInstitute for Port Studies, 12 December 2024\n\nOn 9 January the port was closed."), "2024-12-12");
    EXPECT_EQ(date_of("The long strike\nAnn Rowe, Harbours, Working Paper, 12 December 2024\n\nOn 9 January the port was closed."),
              "2024-12-12");
    // no word of a text
    EXPECT_EQ(date_of("The long strike\nHarbour of Poti still closed 12 December 2024\n\nOn 9 January the port was opened."), "2025-01");
}

TEST(DocumentDate, NumbersAreInTheOrderThatTheTextTells) {
    EXPECT_EQ(date_of("Date : 05/06/2023\nNAIROBI, June 4 (Agency) – The dam broke late on Saturday."), "2023-06-05");
    EXPECT_EQ(date_of("Date : 05/06/2023\nNAIROBI, May 5 (Agency) – The dam broke late on Friday."), "2023-05-06");
    EXPECT_EQ(date_of("Posted: Monday, 05/06/2023\n\nThe dam broke at night."), "2023-06-05");
    EXPECT_EQ(date_of("Posted: 05/06/2023\n\nThe dam of 14 October broke at night."), "2023-06-05");
    EXPECT_EQ(infer_document_date("Posted: 05/06/2023\n\nThe dam of 14 October broke at night.").reason, "the masthead says 5 June 2023");
    // by custom, and said to be so
    const DocumentDate african = infer_document_date("Kenya\n\nIssued on: 05/06/2023\n\nThe dam broke at night."),
                       american = infer_document_date("Boise, Idaho\n\nIssued on: 05/06/2023\n\nThe dam broke at night.");
    EXPECT_EQ(african.date->text(), "2023-06-05");
    EXPECT_THAT(african.reason, HasSubstr("or else 6 May 2023"));
    EXPECT_EQ(american.date->text(), "2023-05-06");
    EXPECT_THAT(american.reason, HasSubstr("or else 5 June 2023"));
    EXPECT_EQ(infer_document_date("Kenya\n\nIssued on: 25/06/2023\n\nThe dam broke at night.").reason, "the masthead says 25 June 2023");
}

TEST(DocumentDate, ADatelineMayHoldItsDayInBrackets) {
    EXPECT_EQ(date_of("DAR ES SALAAM (Lake News / Wire - 8th June, 2023) The dam broke on Tuesday."), "2023-06-08");
    const auto found = find_timexes("DAR ES SALAAM (Lake News / Wire - 8th June, 2023) The dam broke on Tuesday.");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[1].value, "2023-06-06");
    EXPECT_EQ(date_of("The dam (built for the Lake Office - 8th June, 1963) broke on 3 May 2023."), "2023-05");
}

TEST(DocumentDate, MayStandAtTheEndOfThePage) {
    EXPECT_EQ(date_of("Lake reports, May – June 2023\n\nOn 3 June the dam broke.\n\nSource: Lake Office, Weekly Report, 14 June 2023."),
              "2023-06-14");
    EXPECT_EQ(date_of("Lake reports, May – June 2023\n\nOn 3 June the dam broke.\n\nSource: the Lake Office was closed on 14 May. It "
                      "opened on 14 June 2023."),
              "2023-06");
    EXPECT_EQ(date_of("Weekly Lake Snapshot (11 - 17 June 2023)\n\nOriginally published 18 June 2023\n\nThe dam broke."), "2023-06-18");
}

TEST(DocumentDate, EachOfSeveralNotesCountsFromItsOwn) {
    const auto found = find_timexes(
        "Short notes\n\nKenya: the dam\nCreated: 13/04/2023 +\n\nThe dam broke on 7 April.\n\nUganda: the bridge\nCreated: 21/03/2022 "
        "+\n\nThe bridge fell on 7 March. "
        "It was mended on Saturday.");
    ASSERT_EQ(found.size(), 5u);
    EXPECT_EQ(found[1].value, "2023-04-07");
    EXPECT_EQ(found[3].value, "2022-03-07");
    EXPECT_EQ(found[4].value, "2022-03-19");
    // a sentence is no label
    const auto news = find_timexes(
        "Kenya: the dam\nCreated: 13/04/2023\n\nThe dam broke on 7 April.\n\nCreated on 21/03/2022 by law, the office stood long. It was "
        "closed on Saturday.");
    ASSERT_EQ(news.size(), 4u);
    EXPECT_EQ(news[3].value, "2023-04-08");
}

TEST(DocumentDate, KeepsSilentWhereNothingTells) {
    EXPECT_EQ(date_of("Nothing is dated here."), "");
    EXPECT_EQ(date_of(""), "");
    EXPECT_EQ(date_of("On April 23 a post was opened."), "");
}

TEST(DocumentDate, CountsYesterdayFromTheStorysOwnLine) {
    const std::string text = "Storm in the bay\n\nTuesday, June 19, 2018\n\nYesterday the storm broke.";
    const auto found = find_timexes(text, published_on("2018-06-20", Genre::Auto));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[1].value, "2018-06-18");
}

TEST(Genre, ABulletinMayLookBackAndAheadOverACentury) {
    const std::string years =
        "The quay was begun in 1911, shut in 1974 and reopened in 2009. A second one is planned for 2035, a third for 2040. ";
    const std::string days =
        "A barge sank on 4 May. The union struck on 9 May and again on 12 May. Talks broke down on 17 May. The board met on May 21st; a "
        "loan was signed on 3 June. ";
    const auto own = calendar::Edtf::parse("2031-05").value(), other = calendar::Edtf::parse("2031-11").value();
    const std::string now = "The second loan is of 2031. The first was of 2030, the next will be of 2032. ";
    EXPECT_EQ(detect_genre(years + days + now, own), Genre::News);
    EXPECT_EQ(detect_genre(years + days + now, other), Genre::Narrative);  // days of another time of the year
    const std::string war =
        "The war of 1911 began late. By 1912 they held the pass, in 1913 the coast, in 1914 the town, and in 1915 all of it. ";
    EXPECT_EQ(detect_genre(war + days + "A column was put up in 2031. ", own), Genre::Narrative);  // an anniversary in the month of the war
    // a quarter's report tells of its own months
    const std::string quarter =
        "The port opened on 9 April. A ship sailed on 2 June. The board met on 20 May. The line was cut on 12 May. It was mended on 17 "
        "June. Talks began on 24 April. ";
    const auto july = calendar::Edtf::parse("2031-07-08"), january = calendar::Edtf::parse("2031-01-08");
    ASSERT_TRUE(july && january);
    EXPECT_EQ(detect_genre(years + quarter + now, *july), Genre::News);
    EXPECT_EQ(detect_genre(years + quarter + now, *january), Genre::Narrative);
}

TEST(DocumentDate, TellsHistoriesFromNews) {
    EXPECT_EQ(detect_genre("In 1812 he crossed the river. In 1813 he lost. In 1815 he was gone.", std::nullopt), Genre::Narrative);
    EXPECT_EQ(detect_genre("The minister said on Tuesday that trade has grown since 2019. He will meet his "
                           "counterpart on Friday, the ministry said.",
                           std::nullopt),
              Genre::News);
}

TEST(DocumentDate, ADatelineMayEndWithItsAgencyAndNoDash) {
    const char* report = " The army announced a halt to fighting near Kasserine. Talks went on until Saturday.";
    EXPECT_EQ(date_of(std::string("Army halts\n\nTunis, May 14, 2024 (TAP)") + report), "2024-05-14");
    EXPECT_EQ(date_of(std::string("Army halts\n\nTUNIS, May 14, 2024. /TAP/.") + report), "2024-05-14");
    EXPECT_EQ(date_of(std::string("Army halts\n\nTunis, May 14, 2024 (a Tuesday)") + report), "2024-05");  // the latest day told
}

TEST(DocumentDate, DatesTheRealBulletinInItsOwnSpring) {
    std::ifstream file(DATELINE_SOURCE_DIR "/../shared/bulletins/foreign-policy-highlights.md");
    if (!file) GTEST_SKIP() << "the bulletin is not beside the source";
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const DocumentDate own = infer_document_date(text);
    ASSERT_TRUE(own.date && own.date->first());
    EXPECT_EQ(own.date->first()->year, 2023);
    EXPECT_THAT(own.date->first()->month, ::testing::AnyOf(4, 5));
    TemporalOptions options;
    options.published = own.date;
    int april_days = 0;
    for (const Timex& timex : find_timexes(text, options)) {
        const std::string words = text_of(text, timex.span);
        if (words.rfind("April ", 0) != 0) continue;
        ++april_days;
        EXPECT_EQ(timex.value.substr(0, 8), "2023-04-") << words;
    }
    EXPECT_GE(april_days, 8);
}

TEST(DocumentDate, TheStateOfADayDatesALineThatItOpens) {
    EXPECT_EQ(date_of("# Flood: Report No. 4\n\n**As of 18:00, 5 December 2025. Covers 2–5 December. Next report: on or around 9 "
                      "December.**\n\nTroops left on 9 December 2025."),
              "2025-12-05");
    EXPECT_EQ(date_of("# Flood\n\nAs of 5 December 2025, 30 people were missing in the hills, and many more along the coast.\n\nTroops "
                      "left on 9 December 2025."),
              "2025-12");
}

}  // namespace
}  // namespace dateline::extract
