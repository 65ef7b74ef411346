#include "document/fold.h"
#include "extract/analysis.h"
#include "extract/extract.h"
#include "extract/html_tags.h"
#include "extract/html_text.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace dateline::extract {
namespace {

constexpr std::size_t kSampleBytes = 1 << 18;

struct Magic {
    std::string_view bytes;
    const char* what;
    const char* remedy;
};
using namespace std::string_view_literals;
constexpr std::array<Magic, 14> kMagic{{
    {"%PDF-"sv, "is a PDF", "give it the ending .pdf, so that pdftotext reads it"},
    {"PK\x03\x04"sv, "is a ZIP archive or an office document", "give a document its own ending (.docx, .odt, .epub) or unpack it"},
    {"\xD0\xCF\x11\xE0"sv, "is an old Office document", "save it as .docx or .txt"},
    {"{\\rtf"sv, "is an RTF document", "save it as .docx or .txt"},
    {"\x89PNG"sv, "is a picture", "give a document with text"},
    {"\xFF\xD8\xFF"sv, "is a picture", "give a document with text"},
    {"GIF8"sv, "is a picture", "give a document with text"},
    {"II*\0"sv, "is a picture", "give a document with text"},
    {"MM\0*"sv, "is a picture", "give a document with text"},
    {"\x1F\x8B"sv, "is compressed", "unpack it first"},
    {"BZh"sv, "is compressed", "unpack it first"},
    {"\xFD"
     "7zXZ"sv,
     "is compressed", "unpack it first"},
    {"\x7F"
     "ELF"sv,
     "is a program", "give a document with text"},
    {"SQLite format 3\0"sv, "is a database", "give a document with text; a briefing is opened with 'dateline FILE.gpkg'"},
}};

bool is_control(unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B; }

/// Well-formed but for a stray byte here and there, as text that went through careless hands is.
bool is_utf8(std::string_view bytes) {
    std::size_t bad = 0, multi = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t before = at;
        const char32_t c = document::next_code_point(bytes, at);
        if (c == 0xFFFD && at - before == 1) ++bad;
        else multi += at - before > 1;
    }
    // The sample may end inside a character.
    return bad <= 3 ? bad == 0 || multi > bad || bytes.size() < 4 : bad * 50 < multi;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const char32_t high = unit(i);
        if (high < 0xD800 || high > 0xDFFF) {
            document::append_utf8(high, out);
            continue;
        }
        const char32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
        if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
            document::append_utf8(0xFFFD, out);
            continue;
        }
        document::append_utf8(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), out);
        i += 2;
    }
    return out;
}

/// UTF-16 without its mark: the high bytes of letters, digits and spaces are few and lie on one side.
enum class Utf16 : std::uint8_t { No, Little, Big };
Utf16 utf16_without_mark(std::string_view sample) {
    if (sample.size() < 4) return Utf16::No;
    std::array<std::size_t, 2> zeros{}, low_pages{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const auto c = static_cast<unsigned char>(sample[i]);
        zeros[i % 2] += c == 0;
        low_pages[i % 2] += c <= 0x06 || c == 0x20;  // Latin to Arabic, and general punctuation
    }
    const std::size_t half = sample.size() / 2;
    const auto side = [&](std::size_t high) {
        return zeros[high] * 20 > half && low_pages[high] * 10 > half * 9 && zeros[1 - high] * 50 < half;
    };
    if (side(1)) return Utf16::Little;
    return side(0) ? Utf16::Big : Utf16::No;
}

/// Cyrillic in a single-byte encoding shows as words made of high bytes only.
bool reads_as_cyrillic(std::string_view sample) {
    std::size_t runs = 0, high = 0;
    for (std::size_t i = 0; i < sample.size();) {
        std::size_t end = i;
        while (end < sample.size() && static_cast<unsigned char>(sample[end]) >= 0xC0) ++end;
        high += end - i;
        if (end - i >= 3) runs += end - i;
        i = std::max(end, i + 1);
    }
    return runs * 2 > high && high > 0;
}

std::string detected_single_byte(std::string_view sample) {
    const bool cyrillic = reads_as_cyrillic(sample);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    if (U_FAILURE(status)) return cyrillic ? "windows-1251" : "windows-1252";
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const std::string_view name = ucsdet_getName(matches[i], &status);
        if (ucsdet_getConfidence(matches[i], &status) < 20) break;
        if (cyrillic && name == "KOI8-R") return "KOI8-R";
        if (cyrillic && name == "windows-1251") return "windows-1251";
        if (!cyrillic && (name == "ISO-8859-2" || name == "windows-1250")) return "windows-1250";
        if (!cyrillic && (name == "ISO-8859-9" || name == "windows-1254")) return "windows-1254";
        if (!cyrillic && (name == "ISO-8859-1" || name == "windows-1252")) return "windows-1252";
    }
    return cyrillic ? "windows-1251" : "windows-1252";
}

/// Every byte stands for one character: a table does it.
std::string from_single_byte(std::string_view bytes, const std::string& encoding) {
    std::array<std::string, 256> table;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
    for (int i = 0; i < 256; ++i) {
        const char byte = static_cast<char>(i);
        const char* from = &byte;
        UErrorCode step = U_ZERO_ERROR;
        const UChar32 c = U_SUCCESS(status) ? ucnv_getNextUChar(converter.get(), &from, &byte + 1, &step) : 0xFFFD;
        document::append_utf8(U_SUCCESS(step) ? static_cast<char32_t>(c) : U'\uFFFD', table[static_cast<std::size_t>(i)]);
    }
    std::string out;
    out.reserve(bytes.size() * 2);
    for (char c : bytes) out += table[static_cast<unsigned char>(c)];
    return out;
}

/// The encoding that a page or an XML document says it is in; empty for none.
std::string declared_encoding(std::string_view bytes) {
    const std::string head = html::lowered(bytes.substr(0, 2048));
    const bool marked_up = head.find("<meta") != head.npos || head.starts_with("<?xml");
    for (std::string_view key : {"charset=", "encoding="}) {
        const std::size_t at = marked_up ? head.find(key) : head.npos;
        if (at == head.npos) continue;
        const std::size_t begin = at + key.size() + (head[at + key.size()] == '"' || head[at + key.size()] == '\'');
        const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", begin);
        if (begin < head.size()) return head.substr(begin, std::min(end, begin + 40) - begin);
    }
    return {};
}

/// Of any encoding that ICU knows; empty where it does not.
std::string from_declared(std::string_view bytes, const std::string& encoding) {
    constexpr std::size_t kMostBytes = std::size_t{1} << 29;  // ICU counts in 32 bits
    if (encoding.empty() || encoding.starts_with("utf") || bytes.size() > kMostBytes) return {};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding.c_str(), &status), &ucnv_close);
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), &ucnv_close);
    if (U_FAILURE(status)) return {};
    std::string out(bytes.size() * 3 + 16, '\0');
    char* target = out.data();
    const char* source = bytes.data();
    std::array<UChar, 4096> pivot{};
    UChar* pivot_from = pivot.data();
    UChar* pivot_to = pivot.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), pivot.data(), &pivot_from,
                   &pivot_to, pivot.data() + pivot.size(), true, true, &status);
    if (U_FAILURE(status)) return {};
    out.resize(static_cast<std::size_t>(target - out.data()));
    return out;
}

base::Result<Decoded> decoded_bytes(std::string&& bytes, std::string_view file_name) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
        return Decoded{std::move(bytes), "UTF-8"};
    }
    if (bytes.starts_with("\xFF\xFE")) return Decoded{from_utf16(std::string_view(bytes).substr(2), false), "UTF-16LE"};
    if (bytes.starts_with("\xFE\xFF")) return Decoded{from_utf16(std::string_view(bytes).substr(2), true), "UTF-16BE"};
    for (const Magic& magic : kMagic)
        if (bytes.starts_with(magic.bytes)) return base::fail(magic.what, std::string(file_name), magic.remedy);
    const std::string_view sample = std::string_view(bytes).substr(0, kSampleBytes);
    const Utf16 wide = utf16_without_mark(sample);
    if (wide != Utf16::No) {
        const bool big = wide == Utf16::Big;
        return Decoded{from_utf16(bytes, big), big ? "UTF-16BE" : "UTF-16LE"};
    }
    const auto controls = static_cast<std::size_t>(
        std::count_if(sample.begin(), sample.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); }));
    if (controls > 4 && controls * 100 > sample.size() * 2)
        return base::fail("is binary data, not text", std::string(file_name),
                          "give a text, Markdown, HTML, DOCX, ODT, EPUB or PDF document");
    if (is_utf8(sample)) return Decoded{std::move(bytes), "UTF-8"};
    const std::string declared = declared_encoding(bytes);
    if (std::string text = from_declared(bytes, declared); !text.empty()) return Decoded{std::move(text), declared};
    const std::string encoding = detected_single_byte(sample);
    return Decoded{from_single_byte(bytes, encoding), encoding};
}

bool has_html_ending(std::string_view file_name) {
    std::string name(file_name.substr(file_name.size() - std::min<std::size_t>(file_name.size(), 6)));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
}

}  // namespace

base::Result<Decoded> decode(std::string bytes, std::string_view file_name) {
    auto decoded = decoded_bytes(std::move(bytes), file_name);
    if (!decoded) return decoded;
    if (has_html_ending(file_name) || looks_like_html(decoded->text)) decoded->text = text_of_html(decoded->text);
    decoded->text = repaired(std::move(decoded->text), decoded->bad_bytes);
    return decoded;
}

}  // namespace dateline::extract
