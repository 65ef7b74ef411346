#include "io/local_names.h"

#include "io/gazetteer_tsv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace dateline::io {
namespace {

enum class Script { Cyrillic, Georgian, Armenian, Greek, Arabic };

/// Which script a country writes, and letters, and a part of words, that its language does not have though another of that script does.
struct Spelling {
    std::string_view iso_a2;
    Script script;
    std::u32string_view foreign;
    std::string_view foreign_part = {};  ///< "Сумская область" is not "Сумська область"
};
constexpr std::u32string_view kNotSerbian = U"ыэёъьйщюяіїєґў", kNotPersian = U"يكةىإأٱہھەێۆڕٹڈڑے", kNotArabic = U"پچژگکیہھەێۆڕٹڈڑےڤ";
constexpr std::array<Spelling, 36> kSpellings{{
    {"AM", Script::Armenian, U""},
    {"GE", Script::Georgian, U""},
    {"GR", Script::Greek, U""},
    {"CY", Script::Greek, U""},
    {"RU", Script::Cyrillic, U"іїєґўјљњћђџ"},
    {"BY", Script::Cyrillic, U"ищъїєґјљњћђџ", "обла"},
    {"UA", Script::Cyrillic, U"ыэёъўјљњћђџ", "кая"},
    {"BG", Script::Cyrillic, U"ыэёіїєґўјљњћђџ", "ская"},
    {"RS", Script::Cyrillic, kNotSerbian},
    {"MK", Script::Cyrillic, kNotSerbian},
    {"KZ", Script::Cyrillic, U"їєґўјљњћђџ"},
    {"KG", Script::Cyrillic, U"іїєґўјљњћђџ"},
    {"TJ", Script::Cyrillic, U"ыщіїєґўјљњћђџ"},
    {"MN", Script::Cyrillic, U"щіїєґўјљњћђџ"},
    {"IR", Script::Arabic, kNotPersian},
    {"SA", Script::Arabic, kNotArabic},
    {"AE", Script::Arabic, kNotArabic},
    {"QA", Script::Arabic, kNotArabic},
    {"KW", Script::Arabic, kNotArabic},
    {"BH", Script::Arabic, kNotArabic},
    {"OM", Script::Arabic, kNotArabic},
    {"YE", Script::Arabic, kNotArabic},
    {"IQ", Script::Arabic, kNotArabic},
    {"SY", Script::Arabic, kNotArabic},
    {"JO", Script::Arabic, kNotArabic},
    {"LB", Script::Arabic, kNotArabic},
    {"PS", Script::Arabic, kNotArabic},
    {"EG", Script::Arabic, kNotArabic},
    {"LY", Script::Arabic, kNotArabic},
    {"TN", Script::Arabic, kNotArabic},
    {"DZ", Script::Arabic, kNotArabic},
    {"MA", Script::Arabic, kNotArabic},
    {"SD", Script::Arabic, kNotArabic},
    {"MR", Script::Arabic, kNotArabic},
    {"DJ", Script::Arabic, kNotArabic},
    {"SO", Script::Arabic, kNotArabic},
}};

bool belongs(char32_t c, Script script) {
    switch (script) {
        case Script::Cyrillic: return c >= 0x400 && c < 0x530;
        case Script::Georgian: return c >= 0x10A0 && c < 0x1100;
        case Script::Armenian: return c >= 0x530 && c < 0x590;
        case Script::Greek: return c >= 0x370 && c < 0x400;
        case Script::Arabic: return c >= 0x600 && c < 0x700;
    }
    return false;
}

/// One code point of valid UTF-8; nullopt where it is not.
std::optional<char32_t> next_code(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (at + size > text.size()) return std::nullopt;
    char32_t code = size == 1 ? lead : lead & (0xffu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
    at += size;
    return code;
}

bool spelt(std::string_view name, const Spelling& spelling) {
    bool letters = false;
    if (!spelling.foreign_part.empty() && name.find(spelling.foreign_part) != std::string_view::npos) return false;
    for (std::size_t i = 0; i < name.size();) {
        const auto code = next_code(name, i);
        if (!code) return false;
        if (*code == U' ' || *code == U'-' || *code == U'’' || *code == U'\'') continue;
        // Capitals of Cyrillic lie 32 (its extensions 80) below their small letters.
        const char32_t small = *code >= 0x410 && *code < 0x430 ? *code + 32 : *code >= 0x400 && *code < 0x410 ? *code + 80 : *code;
        if (!belongs(*code, spelling.script) || spelling.foreign.find(small) != std::u32string_view::npos) return false;
        letters = true;
    }
    return letters;
}

std::int64_t id_of(std::string_view text) {
    std::int64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

}  // namespace

bool writes_own_script(std::string_view iso_a2) {
    return std::any_of(kSpellings.begin(), kSpellings.end(), [&](const Spelling& s) { return s.iso_a2 == iso_a2; });
}

bool is_in_our_fonts(std::string_view name) {
    for (std::size_t i = 0; i < name.size();) {
        const auto code = next_code(name, i);
        if (!code) return false;
        const char32_t c = *code;
        // up to Armenian, Hebrew and Arabic; Georgian; Latin and Greek extended, and signs
        const bool drawn = c < 0x700 || (c >= 0x750 && c < 0x780) || (c >= 0x10A0 && c < 0x1100) || (c >= 0x1C90 && c < 0x1CC0) ||
                           (c >= 0x1E00 && c < 0x2070);
        if (!drawn) return false;
    }
    return true;
}

std::string_view locally_spelt(std::string_view iso_a2, const std::vector<std::string_view>& names) {
    const auto spelling = std::find_if(kSpellings.begin(), kSpellings.end(), [&](const Spelling& s) { return s.iso_a2 == iso_a2; });
    if (spelling == kSpellings.end()) return {};
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return spelt(name, *spelling); });
    return found == names.end() ? std::string_view{} : *found;
}

base::Result<LocalNames> LocalNames::read(const std::filesystem::path& gazetteer) {
    LocalNames local;
    for (const char* table : {"local_names.tsv", "east_towns.tsv", "local_towns.tsv"}) {  // derived; our own
        const auto towns = Tsv::read(gazetteer / table);
        if (!towns) return tl::unexpected(towns.error());
        const auto town_id = towns->need({"geonameid"}), town_name = towns->need({"name"});
        if (!town_id) return tl::unexpected(town_id.error());
        if (!town_name) return tl::unexpected(town_name.error());
        for (std::size_t row = 0; row < towns->size(); ++row)
            local.towns_[id_of(towns->at(row, *town_id))] = std::string(towns->at(row, *town_name));
    }
    const auto divisions = Tsv::read(gazetteer / "east_divisions.tsv");
    if (!divisions) return tl::unexpected(divisions.error());
    const auto division = divisions->need({"iso_3166_2"}), division_name = divisions->need({"name"});
    if (!division) return tl::unexpected(division.error());
    if (!division_name) return tl::unexpected(division_name.error());
    for (std::size_t row = 0; row < divisions->size(); ++row)
        local.divisions_[std::string(divisions->at(row, *division))] = std::string(divisions->at(row, *division_name));
    const auto countries = Tsv::read(gazetteer / "map_names.tsv");
    if (!countries) return tl::unexpected(countries.error());
    const auto code = countries->need({"adm0_a3"}), own = countries->need({"local"}), brief = countries->need({"short"});
    for (const auto* column : {&code, &own, &brief})
        if (!*column) return tl::unexpected(column->error());
    for (std::size_t row = 0; row < countries->size(); ++row) {
        const std::string state(countries->at(row, *code));
        local.countries_[state] = std::string(countries->at(row, *own));
        local.brief_[state] = std::string(countries->at(row, *brief));
    }
    return local;
}

}  // namespace dateline::io
