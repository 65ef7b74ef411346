#include "extract/word_meaning.h"

#include "base/id.h"
#include "extract/word_table.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::extract {
namespace {

constexpr std::size_t kStem = 6;   // bytes of a word that count
constexpr std::size_t kLeast = 4;  // that an ending leaves

/// "bridges", "bridged" and "bridging" as "bridg".
std::string_view stem_of(std::string_view word) {
    for (const std::string_view ending : {"ings", "ing", "ies", "ied", "ers", "ed", "er", "es", "s", "e", "y"})
        if (word.size() >= kLeast + ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    return word.substr(0, kStem);
}

/// Each row means one thing in the telling of an event.
constexpr std::array<std::string_view, 47> kAlike{
    "agreement agreed deal accord pact treaty memorandum contract",
    "signed inked concluded initialled penned",
    "opened inaugurated unveiled commissioned",
    "closed shut sealed",
    "blocked barricaded blockaded",
    "adopted passed approved endorsed",
    "parliament lawmakers legislators legislature deputies mps assembly duma",
    "bill law act legislation",
    "quake earthquake tremor",
    "flood flooded floods inundated deluge",
    "landslide mudslide mudflow",
    "blast explosion exploded bombing bomb detonated",
    "crash crashed collision collided",
    "killed died dead deaths death lives lost perished fatalities",
    "injured wounded hurt injuries",
    "attack attacked assault raid raided struck strike hit targeted",
    "shelled shelling bombarded bombardment",
    "drone drones uav uavs",
    "missile missiles rocket rockets",
    "captured seized took overran",
    "withdrew withdrawn pulled",
    "troops soldiers forces servicemen army military",
    "visit visited arrived travelled traveled trip flew",
    "met meeting talks held negotiations discussed",
    "premier prime",
    "protest protested protesters demonstration demonstrators rally rallied marched",
    "arrested detained apprehended",
    "jailed imprisoned sentenced",
    "resigned quit stepped",
    "appointed named nominated",
    "elected won victory",
    "election vote poll ballot referendum",
    "railway railroad rail train",
    "road highway motorway",
    "ship vessel tanker boat ferry",
    "port harbour harbor terminal",
    "pipeline pipe",
    "undersea submarine subsea underwater",
    "ceasefire truce armistice",
    "hostages captives prisoners",
    "sanctions sanctioned embargo",
    "launched began started commenced",
    "halted suspended stopped",
    "aid relief assistance",
    "gas lng",
    "customs border frontier",
    "refugees displaced",
};

constexpr std::array<std::string_view, 21> kNumbers{"zero",     "one",     "two",     "three",     "four",     "five",     "six",
                                                    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
                                                    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

WordTable<std::uint32_t> meanings() {
    WordTable<std::uint32_t> table;
    for (const std::string_view row : kAlike) {
        const auto meaning = static_cast<std::uint32_t>(base::stable_hash(row) | 1);
        for (std::size_t at = 0; at < row.size();) {
            const std::size_t end = std::min(row.find(' ', at), row.size());
            table.try_emplace(stem_of(row.substr(at, end - at)), meaning);
            at = end + 1;
        }
    }
    for (std::size_t n = 0; n < kNumbers.size(); ++n)
        table.try_emplace(stem_of(kNumbers[n]), static_cast<std::uint32_t>(base::stable_hash(std::to_string(n)) | 1));
    return table;
}

}  // namespace

std::uint32_t meaning_of(std::string_view folded) {
    static const WordTable<std::uint32_t> table = meanings();
    const std::string_view stem = stem_of(folded);
    const std::uint32_t* meaning = table.find(stem);
    return meaning != nullptr ? *meaning : static_cast<std::uint32_t>(base::stable_hash(stem) | 1);
}

}  // namespace dateline::extract
