#include "extract/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::extract {
namespace {

// Traditional abbreviations of newspapers and letters, not the postal ones.
constexpr Abbreviation kWritten[] = {{"ala", "alabama", "US", false},
                                     {"ariz", "arizona", "US", false},
                                     {"ariz ter", "arizona", "US", false},
                                     {"ark", "arkansas", "US", false},
                                     {"cal", "california", "US", false},
                                     {"calif", "california", "US", false},
                                     {"colo", "colorado", "US", false},
                                     {"colo ter", "colorado", "US", false},
                                     {"conn", "connecticut", "US", false},
                                     {"dak", "dakota", "US", false},
                                     {"dak ter", "dakota", "US", false},
                                     {"del", "delaware", "US", false},
                                     {"d c", "district of columbia", "US", false},
                                     {"dc", "district of columbia", "US", true},
                                     {"fla", "florida", "US", false},
                                     {"ga", "georgia", "US", false},
                                     {"ill", "illinois", "US", false},
                                     {"ind", "indiana", "US", false},
                                     {"ind ter", "oklahoma", "US", false},
                                     {"idaho ter", "idaho", "US", false},
                                     {"kan", "kansas", "US", false},
                                     {"kans", "kansas", "US", false},
                                     {"kas", "kansas", "US", false},
                                     {"ky", "kentucky", "US", false},
                                     {"la", "louisiana", "US", false},
                                     {"mass", "massachusetts", "US", false},
                                     {"md", "maryland", "US", false},
                                     {"mich", "michigan", "US", false},
                                     {"minn", "minnesota", "US", false},
                                     {"miss", "mississippi", "US", false},
                                     {"mo", "missouri", "US", false},
                                     {"mont", "montana", "US", false},
                                     {"n c", "north carolina", "US", false},
                                     {"n dak", "north dakota", "US", false},
                                     {"n h", "new hampshire", "US", false},
                                     {"n j", "new jersey", "US", false},
                                     {"n mex", "new mexico", "US", false},
                                     {"n y", "new york", "US", false},
                                     {"neb", "nebraska", "US", false},
                                     {"nebr", "nebraska", "US", false},
                                     {"nev", "nevada", "US", false},
                                     {"nev ter", "nevada", "US", false},
                                     {"okla", "oklahoma", "US", false},
                                     {"ore", "oregon", "US", false},
                                     {"oreg", "oregon", "US", false},
                                     {"pa", "pennsylvania", "US", false},
                                     {"penn", "pennsylvania", "US", false},
                                     {"r i", "rhode island", "US", false},
                                     {"s c", "south carolina", "US", false},
                                     {"s dak", "south dakota", "US", false},
                                     {"tenn", "tennessee", "US", false},
                                     {"tex", "texas", "US", false},
                                     {"va", "virginia", "US", false},
                                     {"vt", "vermont", "US", false},
                                     {"w va", "west virginia", "US", false},
                                     {"wash", "washington", "US", false},
                                     {"wash ter", "washington", "US", false},
                                     {"wis", "wisconsin", "US", false},
                                     {"wyo", "wyoming", "US", false},
                                     {"ont", "ontario", "CA", false},
                                     {"que", "quebec", "CA", false},
                                     {"alta", "alberta", "CA", false},
                                     {"sask", "saskatchewan", "CA", false},
                                     {"b c", "british columbia", "CA", false},
                                     {"n s", "nova scotia", "CA", false},
                                     {"n b", "new brunswick", "CA", false},
                                     {"nsw", "new south wales", "AU", true},
                                     {"qld", "queensland", "AU", true},
                                     {"vic", "victoria", "AU", false},
                                     {"nfld", "newfoundland and labrador", "CA", false},
                                     {"man", "manitoba", "CA", false},
                                     {"pei", "prince edward island", "CA", true},
                                     {"tas", "tasmania", "AU", false},
                                     {"drc", "democratic republic of the congo", "CD", true},
                                     {"prc", "china", "CN", true},
                                     {"dprk", "north korea", "KP", true},
                                     {"rok", "south korea", "KR", true},
                                     {"ussr", "soviet union", "", true},
                                     {"uae", "united arab emirates", "AE", true},
                                     {"uk", "united kingdom", "GB", true},
                                     {"us", "united states", "US", true},
                                     {"usa", "united states", "US", true},
                                     {"ksa", "saudi arabia", "SA", true},
                                     {"png", "papua new guinea", "PG", true},
                                     {"eu", "european union", "", true},
                                     {"bih", "bosnia and herzegovina", "BA", true},
                                     {"kpk", "khyber pakhtunkhwa", "PK", true}};

constexpr Abbreviation kPostal[] = {{"al", "alabama", "US", false},
                                    {"ak", "alaska", "US", false},
                                    {"az", "arizona", "US", false},
                                    {"ar", "arkansas", "US", false},
                                    {"ca", "california", "US", false},
                                    {"co", "colorado", "US", false},
                                    {"ct", "connecticut", "US", false},
                                    {"de", "delaware", "US", false},
                                    {"dc", "district of columbia", "US", false},
                                    {"fl", "florida", "US", false},
                                    {"ga", "georgia", "US", false},
                                    {"hi", "hawaii", "US", false},
                                    {"id", "idaho", "US", false},
                                    {"il", "illinois", "US", false},
                                    {"in", "indiana", "US", false},
                                    {"ia", "iowa", "US", false},
                                    {"ks", "kansas", "US", false},
                                    {"ky", "kentucky", "US", false},
                                    {"la", "louisiana", "US", false},
                                    {"me", "maine", "US", false},
                                    {"md", "maryland", "US", false},
                                    {"ma", "massachusetts", "US", false},
                                    {"mi", "michigan", "US", false},
                                    {"mn", "minnesota", "US", false},
                                    {"ms", "mississippi", "US", false},
                                    {"mo", "missouri", "US", false},
                                    {"mt", "montana", "US", false},
                                    {"ne", "nebraska", "US", false},
                                    {"nv", "nevada", "US", false},
                                    {"nh", "new hampshire", "US", false},
                                    {"nj", "new jersey", "US", false},
                                    {"nm", "new mexico", "US", false},
                                    {"ny", "new york", "US", false},
                                    {"nc", "north carolina", "US", false},
                                    {"nd", "north dakota", "US", false},
                                    {"oh", "ohio", "US", false},
                                    {"ok", "oklahoma", "US", false},
                                    {"or", "oregon", "US", false},
                                    {"pa", "pennsylvania", "US", false},
                                    {"ri", "rhode island", "US", false},
                                    {"sc", "south carolina", "US", false},
                                    {"sd", "south dakota", "US", false},
                                    {"tn", "tennessee", "US", false},
                                    {"tx", "texas", "US", false},
                                    {"ut", "utah", "US", false},
                                    {"vt", "vermont", "US", false},
                                    {"va", "virginia", "US", false},
                                    {"wa", "washington", "US", false},
                                    {"wv", "west virginia", "US", false},
                                    {"wi", "wisconsin", "US", false},
                                    {"wy", "wyoming", "US", false},
                                    {"bc", "british columbia", "CA", false},
                                    {"ab", "alberta", "CA", false},
                                    {"mb", "manitoba", "CA", false},
                                    {"nb", "new brunswick", "CA", false},
                                    {"nl", "newfoundland and labrador", "CA", false},
                                    {"ns", "nova scotia", "CA", false},
                                    {"on", "ontario", "CA", false},
                                    {"pei", "prince edward island", "CA", false},
                                    {"qc", "quebec", "CA", false},
                                    {"sk", "saskatchewan", "CA", false}};

// Of Australia; America's or nobody's elsewhere.
constexpr Abbreviation kAustralian[] = {
    {"wa", "western australia", "AU", false}, {"sa", "south australia", "AU", false}, {"nt", "northern territory", "AU", false}};

/// By their first letter, how long the first words of kWritten are and how they end: rules out almost every word of a text.
struct FirstWords {
    std::array<std::uint32_t, 32> lengths{}, ends{};

    static constexpr std::size_t letter(char c) { return static_cast<unsigned char>(c) & 31u; }
    constexpr FirstWords() {
        for (const Abbreviation& a : kWritten) {
            const std::string_view word = a.folded.substr(0, a.folded.find(' '));
            lengths[letter(word.front())] |= 1u << word.size();
            ends[letter(word.front())] |= 1u << letter(word.back());
        }
    }
    constexpr bool may_hold(std::string_view word) const {
        if (word.empty() || word.size() >= 32) return false;
        const std::size_t first = letter(word.front());
        return (lengths[first] >> word.size() & 1u) != 0 && (ends[first] >> letter(word.back()) & 1u) != 0;
    }
};
constexpr FirstWords kFirstWords;

}  // namespace

const Abbreviation* abbreviation_at(std::span<const std::string_view> words, std::size_t& taken) {
    const Abbreviation* found = nullptr;
    taken = 0;
    if (words.empty() || !kFirstWords.may_hold(words[0])) return nullptr;
    for (const Abbreviation& a : kWritten) {
        if (a.folded.front() != words[0].front()) continue;
        const std::size_t gap = a.folded.find(' ');
        const std::size_t n = gap == a.folded.npos ? 1 : 2;
        if (n <= taken || n > words.size() || words[0] != a.folded.substr(0, gap)) continue;
        if (n == 2 && words[1] != a.folded.substr(gap + 1)) continue;
        found = &a;
        taken = n;
    }
    return found;
}

const Abbreviation* australian_code(std::string_view folded) {
    for (const Abbreviation& a : kAustralian)
        if (a.folded == folded) return &a;
    return nullptr;
}

const Abbreviation* postal_code(std::string_view folded) {
    for (const Abbreviation& a : kPostal)
        if (a.folded == folded) return &a;
    return nullptr;
}

}  // namespace dateline::extract
