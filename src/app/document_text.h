#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>

namespace dateline::app {

struct DocumentText {
    std::string text;
    std::string made;           ///< the day an EPUB was packed, "2026-11-29"; else empty
    std::size_t bad_bytes = 0;  ///< that are no text in its encoding, and were replaced
};

/// The prose of a bulletin: txt, md and html as they are, in any usual encoding; pdf through pdftotext; docx, odt and epub
/// through pandoc. A form feed stands where each page but the first begins, where there are pages.
/// Errors: not readable, no text in it, a converter that is not installed or that fails.
base::Result<DocumentText> read_document_text(const std::filesystem::path& path, const std::function<bool()>& stop_requested = {});

/// Bytes that a ZIP archive says it holds when unpacked. Errors: it is not one, or cut off.
base::Result<std::uint64_t> unpacked_size(std::string_view zip);

}  // namespace dateline::app
