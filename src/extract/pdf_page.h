#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

struct PdfWord {
    std::string text;
    double left = 0, top = 0, right = 0, bottom = 0;  ///< points, y down
};

/// A line of one column, or a cell of a table: never across the gap between columns.
struct PdfLine {
    double left = 0, top = 0, right = 0, bottom = 0;
    double height = 0;  ///< of its letters: that of most of them, so that a raised figure does not count
    std::size_t letters = 0;
    std::vector<PdfWord> words;
    std::string text() const;
};

struct PdfPage {
    double width = 0, height = 0;
    std::vector<PdfLine> lines;
};

/// The pages in what `pdftotext -bbox-layout` prints. What is broken in it is left out.
std::vector<PdfPage> read_pdf_pages(std::string_view xhtml);

/// Height of the letters of most of the text.
double body_height(const std::vector<PdfPage>& pages);

/// Takes out what stands in the margin of several pages, or is only a page's number. Returns those that name a year, as
/// a masthead does, once each.
std::vector<std::string> drop_running_lines(std::vector<PdfPage>& pages);

/// Takes out the notes at the foot of each page and the marks that refer to them.
void drop_footnotes(std::vector<PdfPage>& pages, double body_height);

/// Lines that are read one under the other: a column, or what runs across all of them.
using PdfFlow = std::vector<PdfLine>;

/// The page in reading order: what runs across, then column by column down to the next that runs across.
std::vector<PdfFlow> reading_order(const PdfPage& page, double body_height);

}  // namespace dateline::extract
