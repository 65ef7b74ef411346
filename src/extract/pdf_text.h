#pragma once

#include <string>
#include <string_view>

namespace dateline::extract {

/// The prose of a PDF from what `pdftotext -bbox-layout` prints: columns one after the other, words that a line's end cut
/// whole again, rows of tables as rows, without running heads, page numbers and footnotes. A form feed stands where each
/// page but the first begins. Empty for a PDF without text.
std::string text_of_pdf(std::string_view bbox_xhtml);

}  // namespace dateline::extract
