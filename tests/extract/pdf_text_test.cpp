#include "extract/pdf_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

namespace dateline::extract {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double kBody = 10, kLetter = 5, kLeading = 12;

/// Pages as pdftotext prints them, with letters that are all as wide.
class Pages {
  public:
    Pages& page() {
        out_ += std::string(open_ ? "</page>\n" : "") + "<page width=\"600.0\" height=\"800.0\">\n";
        open_ = true;
        return *this;
    }
    Pages& line(double x, double y, std::string_view text, double height = kBody) {
        out_ += "<line xMin=\"0\">\n";
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            word(x + static_cast<double>(at) * kLetter, y, text.substr(at, end - at), height);
            at = end + 1;
        }
        out_ += "</line>\n";
        return *this;
    }
    /// Lines one under the other.
    Pages& block(double x, double y, const std::vector<std::string>& lines, double height = kBody) {
        for (const std::string& text : lines) line(x, y, text, height), y += kLeading;
        return *this;
    }
    std::string text() const { return text_of_pdf("<doc>\n" + out_ + "</page></doc>"); }

  private:
    void word(double x, double y, std::string_view text, double height) {
        out_ += fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", x, y,
                            x + static_cast<double>(text.size()) * kLetter, y + height, text);
    }
    std::string out_;
    bool open_ = false;
};

const std::vector<std::string> kLeft{"On 3 May the ministers met in Sofia and", "spoke of the railways that are to be",
                                     "built before the end of the next year."};
const std::vector<std::string> kRight{"The port of Batumi was closed on 4 May", "when a storm came in from the sea and",
                                      "two ships were driven upon the shore."};

TEST(PdfText, ReadsColumnsOneAfterTheOther) {
    Pages pages;
    pages.page().line(150, 150, "A title that runs across both of the columns here", 14);
    // In the order in which pdftotext may give them: across.
    for (std::size_t i = 0; i < 3; ++i)
        pages.line(320, 180 + kLeading * static_cast<double>(i), kRight[i]).line(60, 180 + kLeading * static_cast<double>(i), kLeft[i]);
    EXPECT_EQ(pages.text(),
              "# A title that runs across both of the columns here\n\n"
              "On 3 May the ministers met in Sofia and spoke of the railways that are to be built before the end of the next year.\n\n"
              "The port of Batumi was closed on 4 May when a storm came in from the sea and two ships were driven upon the shore.\n\n");
}

TEST(PdfText, ReadsALineThatWasStretchedToItsColumnAsALine) {
    Pages pages;
    pages.page().block(60, 100, {"On 3 May the ministers met in Sofia and", "spoke of the railways that are to be"});
    // pdftotext gives the words of such a line as lines of their own
    pages.line(60, 124, "built").line(125, 124, "before").line(200, 124, "the inter-");
    pages.block(60, 136, {"national conference of the next year.", "", "On 4 May the ministers met again in"});
    pages.line(60, 172, "Plovdiv and").line(140, 172, "were").line(190, 172, "seen to be con-");
    pages.block(60, 184, {"tented with what they had come to agree."});
    EXPECT_EQ(pages.text(),
              "On 3 May the ministers met in Sofia and spoke of the railways that are to be built before the international conference "
              "of the next year.\n\n"
              "On 4 May the ministers met again in Plovdiv and were seen to be contented with what they had come to agree.\n\n");
}

TEST(PdfText, KeepsTheRowsOfATable) {
    Pages pages;
    pages.page().block(60, 150, kLeft).line(60, 220, "21 April 2023").line(200, 220, "Aktau").line(320, 220, "Ferry terminal opened");
    pages.line(60, 234, "24 April 2023").line(200, 234, "Astana").line(320, 234, "Railway ministers met");
    EXPECT_THAT(pages.text(),
                HasSubstr("| 21 April 2023 | Aktau | Ferry terminal opened |\n| 24 April 2023 | Astana | Railway ministers met |\n"));
}

TEST(PdfText, MakesCutWordsWholeAndKeepsHyphensThatAreMeant) {
    Pages pages;
    pages.page().block(60, 150,
                       {"The delegation spoke of telecommuni-", "cations and of a well-known line on 3 May. The 44-",
                        "day war and the Asia-", "Pacific summit were named, and a well-", "known writer was there to hear all of it."});
    EXPECT_EQ(pages.text(),
              "The delegation spoke of telecommunications and of a well-known line on 3 May. The 44-day war and the Asia-Pacific summit "
              "were named, "
              "and a well-known writer was there to hear all of it.\n\n");
}

TEST(PdfText, LeavesOutWhatRunsInTheMargins) {
    Pages pages;
    for (int p = 1; p <= 3; ++p)
        pages.page()
            .line(60, 40, fmt::format("Digest of 30 April 2023, no. 7 page {}", p))
            .block(60, 150, kLeft)
            .line(280, 760, fmt::format("- {} -", p));
    const std::string text = pages.text();
    EXPECT_EQ(text.substr(0, text.find('\n')), "Digest of 30 April 2023, no. 7 page 1") << "a date of the masthead is said once";
    EXPECT_EQ(text.find("Digest", 1), text.npos);
    EXPECT_THAT(text, Not(HasSubstr("- 2 -")));
}

TEST(PdfText, LeavesOutFootnotesAndTheirMarks) {
    Pages pages;
    pages.page().block(60, 150,
                       {"The service announced it on 3 May.1 The", "ministers met in Sofia on 4 May 2023 and",
                        "they gave 12 to the fund and 3.5 to others."});
    pages.block(60, 700, {"1 Statement of 24 March 2019, accessed on", "2 May 2020 by the authors of this."}, 8);
    EXPECT_EQ(
        pages.text(),
        "The service announced it on 3 May. The ministers met in Sofia on 4 May 2023 and they gave 12 to the fund and 3.5 to others.\n\n");
}

TEST(PdfText, KeepsSmallPrintThatNothingRefersTo) {
    Pages pages;
    pages.page().block(60, 150, kLeft).block(60, 700, {"The bridge on 5 May 2023, seen from the south."}, 8);
    EXPECT_THAT(pages.text(), HasSubstr("The bridge on 5 May 2023"));
}

TEST(PdfText, MarksWhereEachPageBeginsAndJoinsWhatTheBreakCut) {
    Pages pages;
    pages.page().block(60, 600, {"On 3 May the ministers of both of these coun-"}).page().page().block(60, 150, {"tries met in Sofia."});
    EXPECT_EQ(pages.text(), "On 3 May the ministers of both of these countries \f\fmet in Sofia.\n\n");
}

TEST(PdfText, DropsANoteThatStandsOnEveryPageWithItsMarks) {
    Pages pages;
    for (int p = 0; p < 3; ++p) {
        pages.page().line(60, 200, fmt::format("The fund was announced1 in week {} of the", p + 4));
        pages.line(60, 212, "year, and the ministry has paid from it.");
        pages.line(60, 740, "1 Figures of the ministry, not audited.", 8);
    }
    EXPECT_THAT(pages.text(), Not(HasSubstr("announced1")));
    EXPECT_THAT(pages.text(), Not(HasSubstr("Figures of the ministry")));
}

TEST(PdfText, TakesNoDateFromARunningHeadAgainstTheTexts) {
    const auto text_with = [](std::string_view head, std::string_view first_line) {
        Pages pages;
        for (int p = 0; p < 3; ++p) {
            pages.page().line(60, 40, head);
            if (p == 0) pages.line(60, 150, first_line);
            pages.block(60, 200,
                        {"The ministers signed the agreement on 14", fmt::format("March 2023, and part {} of the road was then", p + 1),
                         "opened to lorries of both of the states."});
        }
        return pages.text();
    };
    EXPECT_THAT(text_with("Bulletin of the institute, 16 March 2023", "News of the week"), HasSubstr("16 March 2023"));
    EXPECT_THAT(text_with("Under the Act of 3 May 2010", "News of the week"), Not(HasSubstr("2010")));
    EXPECT_THAT(text_with("Printed 2 June 2024", "17 March 2023"), Not(HasSubstr("2024")));
}

TEST(PdfText, SurvivesWhatIsNoPage) {
    EXPECT_EQ(text_of_pdf(""), "");
    EXPECT_EQ(text_of_pdf("<word xMin=\"1\">lost</word><line ></line><page width=\"nan\" height=\"-1\"><line ><word>"), "");
    EXPECT_EQ(text_of_pdf("<page width=\"1e999\" height=\"800\"><line ><word xMin=\"1e999\" yMax=\"x\">here</word></line>"), "here\n\n");
}

}  // namespace
}  // namespace dateline::extract
