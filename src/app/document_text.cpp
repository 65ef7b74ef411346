#include "app/document_text.h"

#include "app/file_kinds.h"
#include "app/process.h"
#include "base/files.h"
#include "extract/extract.h"
#include "extract/html_text.h"
#include "extract/pdf_text.h"

#include <algorithm>
#include <array>

namespace dateline::app {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMostUnpacked = std::uint64_t{1} << 30;  // pictures in it count too
constexpr std::uint64_t kConverterMemory = std::uint64_t{4} << 30;

/// Pandoc and pdftotext take a name that could look like an option; an absolute path never does.
std::string argument_of(const fs::path& path) { return fs::absolute(path).string(); }

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

base::Result<std::string> text_of_pdf_file(const fs::path& path, const std::string& bytes, const ProgramLimits& limits) {
    if (bytes.find("%PDF-") > 1024) return base::fail("is not a PDF", path.string(), "give it the ending of what it is");
    ProgramLimits bounded = limits;
    bounded.memory_bytes = kConverterMemory;
    const auto pages = run_program({"pdftotext", "-q", "-enc", "UTF-8", "-bbox-layout", argument_of(path), "-"}, "poppler-utils", bounded);
    if (!pages) return pages;
    std::string text = extract::text_of_pdf(*pages);
    if (text.empty())
        return base::fail("holds no text, only pictures of it", path.string(), "run text recognition over it first, for example ocrmypdf");
    return text;
}

/// Pandoc reads no other file and fetches nothing (--sandbox), and is told how much memory it may have.
base::Result<DocumentText> text_of_office_file(const fs::path& path, const std::string& bytes, const std::string& ending,
                                               const ProgramLimits& limits) {
    const auto size = unpacked_size(bytes);
    if (!size) return tl::unexpected(size.error());
    if (*size > kMostUnpacked)
        return base::fail(fmt::format("holds {} MB when unpacked, which no bulletin does", *size >> 20), path.string(),
                          "save the text of it alone");
    const auto page = run_program({"pandoc", "+RTS", "-M2048m", "-RTS", "--sandbox", "--quiet", "--from", ending.substr(1), "--to", "html5",
                                   "--standalone", "--wrap", "none", "--metadata", "pagetitle=\xC2\xA0", argument_of(path)},
                                  "pandoc", limits);
    if (!page) return tl::unexpected(page.error());
    DocumentText read;
    // Of a book the date may be of the bulletin or of the tool that packed it; what the pages say goes before it.
    read.text = extract::text_of_html(*page, ending == ".epub" ? &read.made : nullptr);
    if (read.text.find_first_not_of(" \n") == std::string::npos)
        return base::fail("holds no text", path.string(), "give a bulletin with text in it");
    return read;
}

}  // namespace

/// From the directory at the end of the archive.
base::Result<std::uint64_t> unpacked_size(std::string_view zip) {
    const base::Error broken{"is cut off or no document of its kind", {}, "get the file again, or save it anew"};
    constexpr std::size_t kEnd = 22, kEntry = 46;
    const std::size_t end = zip.rfind("PK\x05\x06");
    if (end == zip.npos || zip.size() - end < kEnd) return tl::unexpected(broken);
    std::size_t at = number_at(zip, end + 16, 4);
    std::uint64_t size = 0;
    for (std::uint32_t left = number_at(zip, end + 10, 2); left > 0; --left) {
        if (at > zip.size() || zip.size() - at < kEntry || zip.substr(at, 4) != "PK\x01\x02") return tl::unexpected(broken);
        size += number_at(zip, at + 24, 4);
        at += kEntry + number_at(zip, at + 28, 2) + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    }
    return size;
}

base::Result<DocumentText> read_document_text(const fs::path& path, const std::function<bool()>& stop_requested) {
    const std::string ending = ending_of(path);
    // A converter's own message for a missing file is not ours; ask first.
    auto bytes = base::read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->empty()) return base::fail("is empty", path.string(), "give a bulletin with text in it");
    ProgramLimits limits;
    limits.stop_requested = stop_requested;
    base::Result<DocumentText> read;
    if (ending == ".pdf") {
        read = text_of_pdf_file(path, *bytes, limits).map([](std::string text) { return DocumentText{std::move(text), {}}; });
    } else if (ending == ".docx" || ending == ".odt" || ending == ".epub") {
        read = text_of_office_file(path, *bytes, ending, limits);
    } else {
        auto decoded = extract::decode(std::move(*bytes), path.string());
        if (!decoded) return tl::unexpected(decoded.error());
        return DocumentText{std::move(decoded->text), {}, decoded->bad_bytes};
    }
    if (read) return read;
    base::Error error = read.error();
    error.where = path.string();
    if (error.remedy.empty()) error.remedy = "it may be damaged or locked: get it again, or save it anew";
    return tl::unexpected(error);
}

}  // namespace dateline::app
