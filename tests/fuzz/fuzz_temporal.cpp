// The temporal grammar and its resolver: spans in order, dates that can be read again.
#include "extract/temporal.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace dateline;

void check(std::string_view text, const extract::TemporalOptions& options) {
    const auto timexes = extract::find_timexes(text, options);
    std::uint32_t end = 0;
    for (const extract::Timex& timex : timexes) {
        if (timex.span.begin < end || timex.span.end <= timex.span.begin || timex.span.end > text.size()) std::abort();
        end = timex.span.end;
        if (timex.edtf && !calendar::Edtf::parse(timex.edtf->text())) std::abort();
    }
    for (const extract::DateRange& range : extract::combine_ranges(text, timexes)) {
        if (!calendar::Edtf::parse(range.edtf.text())) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    extract::TemporalOptions options;
    options.genre = (data[0] & 1u) != 0 ? extract::Genre::Narrative : extract::Genre::News;
    if ((data[0] & 2u) != 0) options.published = calendar::Edtf::day(2023, 4, 30);
    if ((data[0] & 4u) != 0) options.published = calendar::Edtf::parse("2023-04").value();
    check(text, options);
    extract::infer_document_date(text, text.substr(0, 40));
    return 0;
}
