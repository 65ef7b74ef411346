// Bytes of any kind through the reader: encodings, then the layout of Markdown and plain text.
#include "extract/extract.h"
#include "extract/layout.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline::extract;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto decoded = decode(bytes, "input.txt");
    if (!decoded) return 0;
    const Layout layout = lay_out(decoded->text);
    std::uint32_t end = 0;
    for (const Block& block : layout.blocks) {  // in order, within the text
        if (block.begin < end || block.end < block.begin || block.end > layout.text.size()) std::abort();
        end = block.end;
    }
    return 0;
}
