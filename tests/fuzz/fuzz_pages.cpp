// Pages: HTML of any kind, and what pdftotext may print of a hostile PDF. The first byte says which.
#include "extract/html_text.h"
#include "extract/pdf_text.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline::extract;
    if (size < 1) return 0;
    const std::string_view page(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string text = (data[0] & 1u) != 0 ? text_of_pdf(page) : text_of_html(page);
    // Markup is left out; what is put in (marks, breaks) is little.
    if (text.size() > page.size() * 6 + 200) std::abort();
    return 0;
}
