#include "extract/word_facts.h"

#include "base/eight_bytes.h"
#include "base/fetch.h"
#include "base/word_hash.h"
#include "extract/lexicon.h"
#include "extract/word_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <vector>

namespace dateline::extract {
namespace {

constexpr std::string_view kPrepositions[] = {
    "in",      "on",     "at",      "by",    "for",    "from",    "of",         "to",     "with",      "about",     "against",
    "between", "during", "into",    "near",  "over",   "through", "throughout", "under",  "via",       "within",    "without",
    "across",  "after",  "before",  "since", "until",  "among",   "amid",       "along",  "towards",   "toward",    "upon",
    "around",  "as",     "despite", "per",   "beyond", "off",     "outside",    "inside", "following", "including", "according"};
constexpr std::string_view kAdverbs[] = {
    "also",         "not",     "already", "still",    "just",      "never",     "ever",         "now",     "then",     "soon",
    "even",         "only",    "once",    "again",    "therefore", "thus",      "yet",          "long",    "later",    "first",
    "further",      "so",      "far",     "today",    "yesterday", "meanwhile", "nevertheless", "however", "moreover", "furthermore",
    "additionally", "earlier", "instead", "together", "jointly",   "since",     "overnight",    "almost",  "nearly",   "perhaps"};
constexpr std::string_view kWorks[] = {
    "refinery",  "plant",      "smelter",       "factory",      "mill",         "steelworks", "mine",       "quarry",       "colliery",
    "depot",     "terminal",   "port",          "harbour",      "harbor",       "anchorage",  "jetty",      "quay",         "pier",
    "wharf",     "dock",       "shipyard",      "dam",          "reservoir",    "bridge",     "viaduct",    "overpass",     "tunnel",
    "crossing",  "checkpoint", "outpost",       "roadblock",    "post",         "camp",       "base",       "airbase",      "airfield",
    "airport",   "airstrip",   "barracks",      "garrison",     "fort",         "fortress",   "castle",     "citadel",      "headquarters",
    "station",   "substation", "reactor",       "field",        "oilfield",     "gasfield",   "platform",   "rig",          "warehouse",
    "market",    "bazaar",     "mall",          "supermarket",  "hotel",        "restaurant", "nightclub",  "stadium",      "arena",
    "museum",    "theatre",    "theater",       "cinema",       "school",       "college",    "university", "kindergarten", "hospital",
    "clinic",    "church",     "cathedral",     "mosque",       "synagogue",    "temple",     "shrine",     "monastery",    "cemetery",
    "prison",    "jail",       "courthouse",    "embassy",      "consulate",    "square",     "zoo",        "lighthouse",   "laboratory",
    "facility",  "complex",    "site",          "compound",     "installation", "building",   "tower",      "dormitory",    "hostel",
    "orphanage", "farm",       "island",        "islet",        "lake",         "volcano",    "glacier",    "strait",       "valley",
    "peninsula", "suburb",     "neighbourhood", "neighborhood", "enclave",      "memorial",   "monument",   "landfill",     "cosmodrome",
    "arsenal",   "pass",       "canal",         "fair",         "festival",     "exhibition", "expo",       "tournament"};

/// Words that are adjectives and no nouns or verbs; see assets/words.
constexpr std::string_view kAdjectives =
#include "extract/adjectives.inc"
    ;

/// All words and their facts, made once. A row takes one line of the cache, and so do sixteen slots: nothing is asked more often.
class Table {
  public:
    Table() {
        WordTable<WordFacts> words;
        const auto at = [&](std::string_view word) -> WordFacts& {
            WordFacts& facts = words[word];
            if (!facts.verb) facts = unknown_;
            return facts;
        };
        each_lexicon_word([&](std::string_view word, std::uint32_t bits) { at(word).lexicon = bits; });
        each_event_word([&](std::string_view word) {
            WordFacts& facts = at(word);
            facts.verb = &verb_sense(word);
            facts.verb_form = facts.verb->form;
            facts.noun = &noun_sense(word);
            facts.topics = topics_of(word);
        });
        for (std::string_view word : kPrepositions) at(word).preposition = true;
        for (std::string_view word : kAdverbs) at(word).adverb = true;
        for (std::string_view word : kWorks) at(word).works = true;
        for (std::string_view left = kAdjectives; !left.empty();) {
            const std::size_t end = std::min(left.find(' '), left.size());
            if (end > 0) at(left.substr(0, end)).adjective = true;
            left.remove_prefix(std::min(end + 1, left.size()));
        }
        slots_.resize(std::bit_ceil(words.size() * 2 + 1));
        rows_.reserve(words.size());
        words.each([&](std::string_view word, const WordFacts& facts) { put(word, facts); });
    }
    const WordFacts& find(std::string_view word) const {
        const std::uint32_t hash = base::word_hash(word);
        return find(word, hash, alike(hash, first_slot(hash)));
    }
    /// Asks first for the slots of some words, then for their rows, and only then reads any.
    void find(std::span<const std::string_view> words, std::span<const WordFacts*> facts) const {
        constexpr std::size_t most = 16;  // under way at once
        std::array<std::uint32_t, most> hashes;
        std::array<std::size_t, most> slots;
        for (std::size_t done = 0; done < words.size(); done += most) {
            const auto some = words.subspan(done, std::min(most, words.size() - done));
            for (std::size_t i = 0; i < some.size(); ++i) {
                hashes[i] = base::word_hash(some[i]);
                base::fetch(&slots_[first_slot(hashes[i])]);
            }
            for (std::size_t i = 0; i < some.size(); ++i) {
                slots[i] = alike(hashes[i], first_slot(hashes[i]));
                if (slots_[slots[i]].row != 0) base::fetch(&rows_[slots_[slots[i]].row - 1u]);
            }
            for (std::size_t i = 0; i < some.size(); ++i) facts[done + i] = &find(some[i], hashes[i], slots[i]);
        }
    }

  private:
    static constexpr std::size_t kInRow = 31;  // bytes
    struct alignas(64) Row {
        WordFacts facts;
        std::array<char, kInRow> letters{};
        std::uint8_t size = 0;
        std::string_view word() const { return {letters.data(), size}; }
    };
    struct Slot {
        std::uint16_t tag = 0;
        std::uint16_t row = 0;  ///< number plus one; 0: empty
    };
    static std::uint16_t tag_of(std::uint32_t hash) { return static_cast<std::uint16_t>(hash >> 16); }
    std::size_t first_slot(std::uint32_t hash) const { return hash & (slots_.size() - 1); }
    std::size_t next_slot(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    /// The first slot from `at` on that a word of this hash can have, or an empty one.
    std::size_t alike(std::uint32_t hash, std::size_t at) const {
        while (slots_[at].row != 0 && slots_[at].tag != tag_of(hash)) at = next_slot(at);
        return at;
    }
    const WordFacts& find(std::string_view word, std::uint32_t hash, std::size_t at) const {
        for (; slots_[at].row != 0; at = alike(hash, next_slot(at))) {
            const Row& row = rows_[slots_[at].row - 1u];
            if (base::same_word(row.word(), word)) return row.facts;
        }
        return unknown_;
    }
    void put(std::string_view word, const WordFacts& facts) {
        assert(word.size() <= kInRow && rows_.size() < 0xFFFF);
        Row& row = rows_.emplace_back();
        row.facts = facts;
        row.size = static_cast<std::uint8_t>(word.copy(row.letters.data(), kInRow));
        const std::uint32_t hash = base::word_hash(word);
        std::size_t at = first_slot(hash);
        while (slots_[at].row != 0) at = next_slot(at);
        slots_[at] = {tag_of(hash), static_cast<std::uint16_t>(rows_.size())};
    }

    const WordFacts unknown_{0, false, false, false, false, VerbForm::None, &verb_sense({}), &noun_sense({}), nullptr};
    std::vector<Row> rows_;
    std::vector<Slot> slots_;
};

}  // namespace

namespace {

const Table& table() {
    static const Table built;
    return built;
}

}  // namespace

const WordFacts& facts_of(std::string_view folded) { return table().find(folded); }

void facts_of(std::span<const std::string_view> folded, std::span<const WordFacts*> facts) { table().find(folded, facts); }

std::uint32_t lexicon_of(std::string_view folded) { return table().find(folded).lexicon; }

}  // namespace dateline::extract
