// A line of annotate's input; whatever it is, one line of JSON comes out.
#include "extract/extract.h"

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const document::Gazetteer gazetteer;
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const std::string out = extract::annotate_line(line, gazetteer, {});
    if (out.find('\n') != std::string::npos || !nlohmann::json::accept(out)) std::abort();
    return 0;
}
