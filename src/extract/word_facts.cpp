#include "extract/word_facts.h"

#include "extract/lexicon.h"
#include "extract/word_table.h"

namespace dateline::extract {
namespace {

constexpr std::string_view kPrepositions[] = {
    "in", "on", "at", "by", "for", "from", "of", "to", "with", "about", "against", "between", "during", "into", "near", "over",
    "through", "throughout", "under", "via", "within", "without", "across", "after", "before", "since", "until", "among", "amid",
    "along", "towards", "toward", "upon", "around", "as", "despite", "per", "beyond", "off", "outside", "inside", "following",
    "including", "according"};
constexpr std::string_view kAdverbs[] = {
    "also", "not", "already", "still", "just", "never", "ever", "now", "then", "soon", "even", "only", "once", "again", "therefore",
    "thus", "yet", "long", "later", "first", "further", "so", "far", "today", "yesterday", "meanwhile", "nevertheless", "however",
    "moreover", "furthermore", "additionally", "earlier", "instead", "together", "jointly", "since", "overnight", "almost", "nearly", "perhaps"};
constexpr std::string_view kWorks[] = {
    "refinery", "plant", "smelter", "factory", "mill", "steelworks", "mine", "quarry", "colliery", "depot", "terminal",
    "port", "harbour", "harbor", "anchorage", "jetty", "quay", "pier", "wharf", "dock", "shipyard", "dam", "reservoir",
    "bridge", "viaduct", "overpass", "tunnel", "crossing", "checkpoint", "outpost", "roadblock", "post", "camp", "base",
    "airbase", "airfield", "airport", "airstrip", "barracks", "garrison", "fort", "fortress", "castle", "citadel",
    "headquarters", "station", "substation", "reactor", "field", "oilfield", "gasfield", "platform", "rig", "warehouse",
    "market", "bazaar", "mall", "supermarket", "hotel", "restaurant", "nightclub", "stadium", "arena", "museum", "theatre",
    "theater", "cinema", "school", "college", "university", "kindergarten", "hospital", "clinic", "church", "cathedral",
    "mosque", "synagogue", "temple", "shrine", "monastery", "cemetery", "prison", "jail", "courthouse", "embassy",
    "consulate", "square", "zoo", "lighthouse", "laboratory", "facility", "complex", "site", "compound", "installation",
    "building", "tower", "dormitory", "hostel", "orphanage", "farm", "island", "islet", "lake", "volcano", "glacier",
    "strait", "valley", "peninsula", "suburb", "neighbourhood", "neighborhood", "enclave", "memorial", "monument",
    "landfill", "cosmodrome", "arsenal", "pass", "canal", "fair", "festival", "exhibition", "expo", "tournament"};

class Table {
  public:
    Table() {
        each_lexicon_word([&](std::string_view word, std::uint32_t bits) { at(word).lexicon = bits; });
        each_event_word([&](std::string_view word) {
            WordFacts& facts = at(word);
            facts.verb = &verb_sense(word);
            facts.noun = &noun_sense(word);
            facts.topics = topics_of(word);
        });
        for (std::string_view word : kPrepositions) at(word).preposition = true;
        for (std::string_view word : kAdverbs) at(word).adverb = true;
        for (std::string_view word : kWorks) at(word).works = true;
    }
    const WordFacts& find(std::string_view word) const {
        const WordFacts* known = words_.find(word);
        return known ? *known : unknown_;
    }

  private:
    WordFacts& at(std::string_view word) {
        WordFacts& facts = words_[word];
        if (!facts.verb) facts = unknown_;
        return facts;
    }

    const WordFacts unknown_{0, false, false, false, &verb_sense({}), &noun_sense({}), nullptr};
    WordTable<WordFacts> words_;
};

}  // namespace

const WordFacts& facts_of(std::string_view folded) {
    static const Table table;
    return table.find(folded);
}

}  // namespace dateline::extract
