#include "extract/name_words.h"

#include "extract/word_set.h"

#include <algorithm>
#include <array>

namespace dateline::extract {

bool is_works_noun(std::string_view folded) {
    static constexpr std::array kNouns{"airbase", "airfield", "axis",   "block",     "cosmodrome", "dam",     "dams",
                                       "farms",   "field",    "islets", "mine",      "plant",      "prison",  "project",
                                       "reactor", "refinery", "site",   "spaceport", "temple",     "terminal"};
    return std::ranges::find(kNouns, folded) != kNouns.end();
}

std::string other_name_of_airport(std::string_view folded) {
    constexpr std::string_view kAirport = " airport", kInternational = " international";
    if (!folded.ends_with(kAirport)) return {};
    std::string_view own = folded.substr(0, folded.size() - kAirport.size());
    const bool international = own.ends_with(kInternational);
    if (international) own.remove_suffix(kInternational.size());
    std::string out(own);
    if (!international) out += kInternational;
    return out += kAirport;
}

bool is_firm_alone(std::string_view folded) {
    static constexpr WordSet kFirms{"toyota", "nokia", "hershey", "corning", "kohler", "purina",
                                    "adidas", "vichy", "evian",   "fila",    "lancia"};
    return kFirms.contains(folded);
}

bool is_people_alone(std::string_view folded) { return folded == "arab" || folded == "slav" || folded == "anglo"; }

bool is_school_alone(std::string_view folded) {
    static constexpr WordSet kSchools{"harvard", "yale", "cornell", "rutgers"};
    return kSchools.contains(folded);
}

bool is_fowl(std::string_view folded, std::string_view next) {
    static constexpr WordSet kOfFowl{"prices",  "price",   "meat",     "farm",       "farms",   "farmers",   "breast", "breasts",
                                     "dinner",  "dinners", "sandwich", "sandwiches", "burgers", "producers", "flock",  "flocks",
                                     "hunting", "hunters", "eggs",     "sausages",   "soup",    "legs"};
    return folded == "turkey" && kOfFowl.contains(next);
}

bool describes_office(std::string_view folded) {
    static constexpr WordSet kDescribes{"former",  "outgoing", "incoming",    "longtime",     "veteran",
                                        "retired", "nearby",   "neighboring", "neighbouring", "disgraced"};
    return kDescribes.contains(folded);
}

}  // namespace dateline::extract
