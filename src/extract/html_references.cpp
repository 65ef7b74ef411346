#include "extract/html_text.h"

#include "document/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace dateline::extract {
namespace {

/// Names of HTML 4 and of the Latin letters of HTML 5, in order.
constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
    {"AElig", "Æ"},  {"Aacute", "Á"}, {"Abreve", "Ă"}, {"Acirc", "Â"},  {"Agrave", "À"}, {"Amacr", "Ā"},  {"Aogon", "Ą"},  {"Aring", "Å"},
    {"Atilde", "Ã"}, {"Auml", "Ä"},   {"Cacute", "Ć"}, {"Ccaron", "Č"}, {"Ccedil", "Ç"}, {"Dcaron", "Ď"}, {"Dstrok", "Đ"}, {"ETH", "Ð"},
    {"Eacute", "É"}, {"Ecaron", "Ě"}, {"Ecirc", "Ê"},  {"Egrave", "È"}, {"Emacr", "Ē"},  {"Eogon", "Ę"},  {"Euml", "Ë"},   {"Gbreve", "Ğ"},
    {"Iacute", "Í"}, {"Icirc", "Î"},  {"Idot", "İ"},   {"Igrave", "Ì"}, {"Imacr", "Ī"},  {"Iuml", "Ï"},   {"Lstrok", "Ł"}, {"Nacute", "Ń"},
    {"Ncaron", "Ň"}, {"Ntilde", "Ñ"}, {"OElig", "Œ"},  {"Oacute", "Ó"}, {"Ocirc", "Ô"},  {"Odblac", "Ő"}, {"Ograve", "Ò"}, {"Oslash", "Ø"},
    {"Otilde", "Õ"}, {"Ouml", "Ö"},   {"Prime", "″"},  {"Rcaron", "Ř"}, {"Sacute", "Ś"}, {"Scaron", "Š"}, {"Scedil", "Ş"}, {"THORN", "Þ"},
    {"Tcaron", "Ť"}, {"Uacute", "Ú"}, {"Ucirc", "Û"},  {"Udblac", "Ű"}, {"Ugrave", "Ù"}, {"Umacr", "Ū"},  {"Uring", "Ů"},  {"Uuml", "Ü"},
    {"Yacute", "Ý"}, {"Yuml", "Ÿ"},   {"Zacute", "Ź"}, {"Zcaron", "Ž"}, {"Zdot", "Ż"},   {"aacute", "á"}, {"abreve", "ă"}, {"acirc", "â"},
    {"aelig", "æ"},  {"agrave", "à"}, {"amacr", "ā"},  {"amp", "&"},    {"aogon", "ą"},  {"apos", "'"},   {"aring", "å"},  {"atilde", "ã"},
    {"auml", "ä"},   {"bdquo", "„"},  {"bull", "•"},   {"cacute", "ć"}, {"ccaron", "č"}, {"ccedil", "ç"}, {"cent", "¢"},   {"copy", "©"},
    {"dcaron", "ď"}, {"deg", "°"},    {"divide", "÷"}, {"dstrok", "đ"}, {"eacute", "é"}, {"ecaron", "ě"}, {"ecirc", "ê"},  {"egrave", "è"},
    {"emacr", "ē"},  {"emsp", " "},   {"ensp", " "},   {"eogon", "ę"},  {"eth", "ð"},    {"euml", "ë"},   {"euro", "€"},   {"frac12", "½"},
    {"frac14", "¼"}, {"frac34", "¾"}, {"gbreve", "ğ"}, {"gt", ">"},     {"hellip", "…"}, {"horbar", "―"}, {"iacute", "í"}, {"icirc", "î"},
    {"iexcl", "¡"},  {"igrave", "ì"}, {"imacr", "ī"},  {"imath", "ı"},  {"inodot", "ı"}, {"iquest", "¿"}, {"iuml", "ï"},   {"laquo", "«"},
    {"larr", "←"},   {"ldquo", "“"},  {"lsaquo", "‹"}, {"lsquo", "‘"},  {"lstrok", "ł"}, {"lt", "<"},     {"mdash", "—"},  {"micro", "µ"},
    {"middot", "·"}, {"minus", "−"},  {"nacute", "ń"}, {"nbsp", " "},   {"ncaron", "ň"}, {"ndash", "–"},  {"ntilde", "ñ"}, {"oacute", "ó"},
    {"ocirc", "ô"},  {"odblac", "ő"}, {"oelig", "œ"},  {"ograve", "ò"}, {"ordf", "ª"},   {"ordm", "º"},   {"oslash", "ø"}, {"otilde", "õ"},
    {"ouml", "ö"},   {"para", "¶"},   {"plusmn", "±"}, {"pound", "£"},  {"prime", "′"},  {"quot", "\""},  {"raquo", "»"},  {"rarr", "→"},
    {"rcaron", "ř"}, {"rdquo", "”"},  {"reg", "®"},    {"rsaquo", "›"}, {"rsquo", "’"},  {"sacute", "ś"}, {"sbquo", "‚"},  {"scaron", "š"},
    {"scedil", "ş"}, {"sect", "§"},   {"shy", ""},     {"sup1", "¹"},   {"sup2", "²"},   {"sup3", "³"},   {"szlig", "ß"},  {"tcaron", "ť"},
    {"thinsp", " "}, {"thorn", "þ"},  {"times", "×"},  {"trade", "™"},  {"uacute", "ú"}, {"ucirc", "û"},  {"udblac", "ű"}, {"ugrave", "ù"},
    {"umacr", "ū"},  {"uring", "ů"},  {"uuml", "ü"},   {"yacute", "ý"}, {"yen", "¥"},    {"yuml", "ÿ"},   {"zacute", "ź"}, {"zcaron", "ž"},
    {"zdot", "ż"},   {"zwj", ""},     {"zwnj", ""}};

/// What pages mean by &#128; to &#159;: Windows-1252, as browsers read them.
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

std::size_t read_character_reference(std::string_view html, std::size_t at, std::string& out) {
    const std::size_t end = html.substr(at, 12).find(';');
    if (end == html.npos || end < 2) return 0;
    const std::string_view name = html.substr(at + 1, end - 1);
    if (name.front() != '#') {
        const auto known =
            std::lower_bound(std::begin(kNamed), std::end(kNamed), name, [](const auto& n, std::string_view s) { return n.first < s; });
        if (known == std::end(kNamed) || known->first != name) return 0;
        out += known->second;
        return end + 1;
    }
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    std::uint32_t code = 0;
    for (char c : name.substr(hex ? 2 : 1)) {
        const char l = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(hex && l >= 'a' && l <= 'f')) return 0;
        code = code * (hex ? 16u : 10u) + static_cast<std::uint32_t>(digit ? c - '0' : l - 'a' + 10);
    }
    if (code >= 0x80 && code < 0xA0) code = kWindows1252[code - 0x80];
    const bool valid = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code != 0xAD;
    if (valid) document::append_utf8(code == 0xA0 ? U' ' : static_cast<char32_t>(code), out);
    return end + 1;
}

}  // namespace dateline::extract
