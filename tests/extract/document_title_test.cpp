#include "extract/document_title.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

constexpr const char* kProse =
    "\n\nThe minister opened a bridge at Mopti on 4 May. Two boats sank on the Niger the day after, and nobody was hurt.\n";

std::string title(const std::string& head) { return document_title(head + kProse, "file"); }

TEST(DocumentTitle, MastheadThatNamesThePaperIsTheTitle) {
    EXPECT_EQ(title("MALI RIVER MONITOR\nNo. 21/2025, covering 3–16 May 2025\nPublished in Ségou on 18 May 2025 by the Delta Centre"),
              "Mali River Monitor");
    EXPECT_EQ(title("NIGER BASIN CONFLICT DIGEST\nWeek of 9–15 May 2025\n\nMOPTI"), "Niger Basin Conflict Digest");
    EXPECT_EQ(title("CHAD: SITUATION REPORT #14\nRelief Office – N'Djamena\nReporting period 1–15 May 2025\n\nHighlights"),
              "Chad: Situation Report #14");
    EXPECT_EQ(title("17 May 2025\nInstitute of the Sahel\nSahel Energy Newsletter"), "Sahel Energy Newsletter");
}

TEST(DocumentTitle, PaperOfAnySortIsCalledByWhoseItIs) {
    EXPECT_EQ(title("REPUBLIC OF MALI\nMINISTRY OF FOREIGN AFFAIRS\nPress Department\n\nWEEKLY PRESS BULLETIN No. 11/2025\n10–16 May 2025"),
              "Ministry of Foreign Affairs – Weekly Press Bulletin No. 11/2025");
    EXPECT_EQ(title("Ministry of Water of the Republic of Mali\nInformation bulletin No. 9/2025, 12–25 May 2025\nBamako, 26 May 2025"),
              "Ministry of Water of the Republic of Mali – Information bulletin No. 9/2025");
    EXPECT_EQ(title("Republic of Mali\nMinistry of Water\nWeekly Summary, 19–25 May 2025"), "Ministry of Water – Weekly Summary");
    EXPECT_EQ(title("THE DELTA BEACON\nMopti, Mopti Region – Saturday, 5 May 2025\n\nTHE WEEK IN REVIEW"),
              "The Delta Beacon – The Week in Review");
}

TEST(DocumentTitle, HeadlineOfAReportIsItsTitle) {
    EXPECT_EQ(title("River town counts its boats as the flood goes down\n\nMOPTI, Mali, May 11 (Wire)"),
              "River town counts its boats as the flood goes down");
}

TEST(DocumentTitle, HeadingsOfMarkdownComeFirst) {
    EXPECT_EQ(title("# The Delta Post\n\nMopti, Wednesday 19 May 2025\n\n## Bulletin of the day"), "The Delta Post");
    EXPECT_EQ(title("# BULLETIN\n\n## THE FOREIGN POLICY OF MALI"), "The Foreign Policy of Mali");
}

TEST(DocumentTitle, WhatBeginsWithProseHasNone) {
    EXPECT_EQ(document_title("The minister opened a bridge at Mopti on 4 May. Two boats sank on the Niger the day after.\n", "file"),
              "file");
    EXPECT_EQ(document_title("17 May 2025\n12:30\n", "file"), "file");
    EXPECT_EQ(document_title("", "file"), "file");
}

}  // namespace
}  // namespace dateline::extract
