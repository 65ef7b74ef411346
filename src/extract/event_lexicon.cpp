#include "extract/event_lexicon.h"

#include "extract/word_table.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace dateline::extract {
namespace {

using document::Category;

struct TopicRow {
    Category category;
    double weight;
    const char* words;
};

namespace rows {
using enum EventKind;
using enum document::Category;
struct Verb {
    EventKind kind;
    Category category;
    std::uint8_t strength;
    std::uint16_t use;
    const char* words;
};
struct Noun {
    EventKind kind;
    Category category;
    std::uint8_t strength;
    bool paper;
    const char* words;
};
constexpr Verb kVerbs[] = {
#include "extract/event_words.inc"
};
constexpr Noun kNouns[] = {
#include "extract/event_nouns.inc"
};
constexpr TopicRow kTopics[] = {
#include "extract/event_topics.inc"
};
}  // namespace rows

/// Words that are verbs only, most of which no list of ours has; see assets/words.
constexpr const char* kPlainVerbs =
#include "extract/verbs.inc"
    ;

template <class Visit>
void each_word(std::string_view words, Visit visit) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) visit(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// "visit" → "visits", "carry" → "carries".
std::string with_s(const std::string& base) {
    const char last = base.back();
    const char before = base.size() > 1 ? base[base.size() - 2] : 'a';
    if (last == 'y' && !is_vowel(before)) return base.substr(0, base.size() - 1) + "ies";
    const bool hissing = last == 's' || last == 'x' || last == 'z' || last == 'o' || base.ends_with("ch") || base.ends_with("sh");
    return base + (hissing ? "es" : "s");
}
std::string with_ed(const std::string& base, bool doubles) {
    const char last = base.back();
    const char before = base.size() > 1 ? base[base.size() - 2] : 'a';
    if (last == 'e') return base + 'd';
    if (last == 'y' && !is_vowel(before)) return base.substr(0, base.size() - 1) + "ied";
    return doubles ? base + last + "ed" : base + "ed";
}
std::string with_ing(const std::string& base, bool doubles) {
    if (base.ends_with("ie")) return base.substr(0, base.size() - 2) + "ying";
    if (base.back() == 'e' && !base.ends_with("ee")) return base.substr(0, base.size() - 1) + "ing";
    return doubles ? base + base.back() + "ing" : base + "ing";
}

class Lexicon {
  public:
    Lexicon() {
        for (const rows::Verb& row : rows::kVerbs) each_word(row.words, [&](std::string_view word) { add_verb(row, word); });
        each_word(kPlainVerbs, [&](std::string_view word) { add_plain_verb(word); });
        for (const rows::Noun& row : rows::kNouns)
            each_word(row.words, [&](std::string_view word) {
                nouns_.try_emplace(word, NounSense{row.kind, row.category, row.strength, row.paper, true});
            });
        for (const TopicRow& row : rows::kTopics)
            each_word(row.words, [&](std::string_view word) { topics_[word].push_back({row.category, row.weight}); });
    }

    const VerbSense& verb(std::string_view word) const {
        static const VerbSense unknown;
        const VerbSense* known = verbs_.find(word);
        return known ? *known : unknown;
    }
    const NounSense& noun(std::string_view word) const {
        static const NounSense unknown;
        const NounSense* known = nouns_.find(word);
        return known ? *known : unknown;
    }
    const Topics* topics(std::string_view word) const { return topics_.find(word); }
    void each(const std::function<void(std::string_view)>& visit) const {
        verbs_.each([&](std::string_view word, const VerbSense&) { visit(word); });
        nouns_.each([&](std::string_view word, const NounSense&) { visit(word); });
        topics_.each([&](std::string_view word, const Topics&) { visit(word); });
    }

  private:
    /// "besiege", "abet+", "forsake*:forsook:forsaken": of which nothing is known but that it tells of a deed, or of a state.
    void add_plain_verb(std::string_view word) {
        const std::size_t star = word.find('*');
        std::string plain(word);
        if (star != word.npos) plain.erase(star, 1);
        if (verbs_.contains(std::string_view(plain).substr(0, plain.find_first_of("+:")))) return;
        const std::uint16_t use = star != word.npos ? kState : 0;
        add_verb({EventKind::Plain, document::Category::Other, 1, use, nullptr}, plain, false);
    }
    /// `gerund`: with its form in -ing, which for many verbs is a noun or an adjective
    void add_verb(const rows::Verb& row, std::string_view word, bool gerund = true) {
        const bool noun_too = word.back() == '~';
        if (noun_too) word.remove_suffix(1);
        const bool doubles = word.back() == '+';
        if (doubles) word.remove_suffix(1);
        const std::size_t first = word.find(':');
        const std::string base(word.substr(0, first));
        std::string past = with_ed(base, doubles), participle = past;
        if (first != word.npos) {
            const std::size_t second = word.find(':', first + 1);
            past = std::string(word.substr(first + 1, second - first - 1));
            participle = std::string(word.substr(second + 1));
        }
        const std::string_view kept = *kept_.emplace_back(std::make_unique<std::string>(base));
        const std::string_view kept_past = *kept_.emplace_back(std::make_unique<std::string>(past));
        VerbSense sense{row.kind, row.category, row.strength, row.use, VerbForm::Base, true, noun_too, kept, kept_past};
        const auto add = [&](const std::string& form, VerbForm as, bool noun) {
            sense.form = as;
            sense.noun_too = noun;
            verbs_.try_emplace(form, sense);
        };
        add(base, past == base ? VerbForm::PastOrParticiple : VerbForm::Base, noun_too || past == base);
        add(with_s(base), VerbForm::Present, noun_too);
        add(past, past == participle ? VerbForm::PastOrParticiple : VerbForm::Past, past == base);
        if (past != participle) add(participle, VerbForm::Participle, false);
        if (gerund) add(with_ing(base, doubles), VerbForm::Gerund, true);
    }

    std::vector<std::unique_ptr<std::string>> kept_;
    WordTable<VerbSense> verbs_;
    WordTable<NounSense> nouns_;
    WordTable<Topics> topics_;
};

const Lexicon& lexicon() {
    static const Lexicon built;
    return built;
}

}  // namespace

std::string_view name_of(EventKind kind) {
    static constexpr std::array<std::string_view, 32> kNames{
        "other",        "visit",    "meeting",   "negotiation", "signing",    "recognition", "opening",  "closing",
        "construction", "founding", "attack",    "combat",      "incident",   "disaster",    "arrest",   "discovery",
        "deployment",   "exercise", "supply",    "trade",       "investment", "figure",      "plan",     "decision",
        "appointment",  "election", "statement", "ceremony",    "protest",    "aid",         "movement", "ending"};
    return kNames[static_cast<std::size_t>(kind)];
}

const VerbSense& verb_sense(std::string_view folded) { return lexicon().verb(folded); }
const NounSense& noun_sense(std::string_view folded) { return lexicon().noun(folded); }
const Topics* topics_of(std::string_view folded) { return lexicon().topics(folded); }
void add_topic(const Topics* topics, double weight, double (&scores)[document::kCategoryCount]) {
    if (!topics) return;
    for (const auto& [category, own] : *topics) scores[static_cast<std::size_t>(category)] += own * weight;
}
void each_event_word(const std::function<void(std::string_view)>& visit) { lexicon().each(visit); }

}  // namespace dateline::extract
