#include "extract/name_context.h"

#include "extract/abbreviations.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <vector>

// What a text teaches of its names before any is read: who its people and firms are, and which words it writes small.
namespace dateline::extract {
namespace {

using document::PlaceKind;
using document::WordUse;

bool is_initial(const Token& t) { return t.kind == TokenKind::Word && t.dotted && t.last - t.first == 2 && t.letter_case == Case::Capital; }

bool is_firm_tail(std::string_view word) {
    static constexpr WordSet kFirmTails{"inc",        "corp",     "corporation",     "co",          "ltd", "llc", "plc", "holdings",
                                        "industries", "airlines", "pharmaceuticals", "technologies"};
    return kFirmTails.contains(word);
}

/// "Norfolk Carbide Corp.": alone, its first word is the firm from here on. `tail` is its last.
void learn_firm(const NameLookup& lookup, std::size_t tail, DocumentNames& names) {
    constexpr std::size_t kLongest = 5;  // words
    const Text& text = lookup.text();
    if (tail + 1 < text.tokens.size() && text.tokens[tail + 1].hyphenated) return;  // "Moscow Food Co-op"
    std::size_t first = tail;
    while (first > 0 && tail - first < kLongest && text.tokens[first - 1].letter_case == Case::Capital &&
           text.tokens[first - 1].kind == TokenKind::Word && !text.tokens[first - 1].possessive &&
           !has(text.tokens[first - 1], kFunction | kArticle))
        --first;
    const bool county = first + 1 == tail && text.folded(tail) == "co" &&
                        !lookup.gazetteer().find(std::string(text.folded(first)) + " county").empty();  // "DeKalb Co."
    if (county) return;
    if (first < tail && text.tokens[tail].capitalised()) names.firms.insert(text.folded(first));
}

/// "in Dayton", "Dayton, Ohio.", "Mary Dayton": how the text uses each word that has a capital.
void learn_uses(const NameLookup& lookup, const Sentence& sentence, DocumentNames& names) {
    const Text& text = lookup.text();
    static constexpr WordSet kThere{"in", "near", "outside", "around", "across", "throughout"};
    constexpr std::size_t kMost = 200000;
    const std::size_t first = sentence.first_token, end = sentence.end_token;
    for (std::size_t i = first; i < end && names.uses.size() < kMost; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind != TokenKind::Word || t.fold_size < 3 || !t.capitalised() || t.hyphenated || t.possessive) continue;
        const Token* next = i + 1 < end ? &text.tokens[i + 1] : nullptr;
        const Token* before = i > first ? &text.tokens[i - 1] : nullptr;
        const bool alone = !next || next->kind != TokenKind::Word || !(next->capitalised() || next->hyphenated);
        if (alone && before && before->kind == TokenKind::Word && kThere.contains(text.folded(*before)) && t.lexicon == 0)
            names.uses[text.folded(t)].in = true;
        if (next && next->is(',') && i + 2 < end && text.tokens[i + 2].capitalised() && (!before || !before->capitalised())) {
            const std::string_view words[2] = {text.folded(text.tokens[i + 2]), text.folded(i + 3)};
            std::size_t taken = 0;
            const bool state = text.tokens[i + 2].dotted && abbreviation_at(words, taken);
            if (state || (i == first && t.letter_case == Case::Upper)) names.uses[text.folded(t)].sure = true;
        } else if (i == first && t.letter_case == Case::Upper && next && (next->is('(') || next->is('-'))) {
            names.uses[text.folded(t)].sure = true;
        }
        const bool named = before && before->kind == TokenKind::Word && before->capitalised() && before->lexicon == 0 &&
                           !before->possessive && t.after_space && t.lexicon == 0 && t.letter_case == Case::Capital;
        if (named && (i != first + 1 || lookup.usual_use(i - 1) != WordUse::CommonWord)) names.uses[text.folded(t)].ends_name = true;
    }
}

}  // namespace

void learn_names(const NameLookup& lookup, DocumentNames& names) {
    const Text& text = lookup.text();
    for (const Sentence& sentence : text.sentences) learn_uses(lookup, sentence, names);
    constexpr std::size_t kMost = 200000, kLongestName = 8;  // words
    const std::vector<Token>& tokens = text.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& t = tokens[i];
        if (t.kind != TokenKind::Word || t.fold_size == 0) continue;
        if (t.letter_case == Case::Lower && t.lexicon == 0 && names.lower_words.size() < kMost) {
            names.lower_words.insert(text.folded(t));
            continue;
        }
        if (has(t, kOrgTail) && names.firms.size() < kMost && is_firm_tail(text.folded(t))) learn_firm(lookup, i, names);
        if (i + 1 >= tokens.size() || names.people.size() >= kMost) continue;
        const Token& next = tokens[i + 1];
        const bool follows = next.kind == TokenKind::Word && (next.letter_case == Case::Capital || next.letter_case == Case::Mixed) &&
                             next.after_space && !t.possessive && next.fold_size > 2;
        if (!follows || !t.capitalised()) continue;
        const bool titled = has(t, kTitle) && !has(t, kGeoHead | kCommonCapital) && t.letter_case == Case::Capital;
        const bool given = t.lexicon == 0 && lookup.usual_use(i) == WordUse::GivenName;
        if (!titled && !given && !is_initial(t)) continue;
        std::size_t last = i + 1;
        const auto goes_on = [&](std::size_t k) {
            if (k >= tokens.size() || tokens[k].kind != TokenKind::Word || tokens[k - 1].possessive) return false;
            if (tokens[k].capitalised()) return tokens[k].lexicon == 0;
            return has(tokens[k], kParticle) && k + 1 < tokens.size() && tokens[k + 1].letter_case == Case::Capital &&
                   tokens[k + 1].lexicon == 0;
        };
        while (last - i < kLongestName && goes_on(last + 1)) ++last;  // "Erich von Manstein"
        if (has(tokens[last], kGeoTail | kOrgTail | kStateBody | kCommonCapital | kMonth | kFunction | kTitle | kDirection)) continue;
        const std::string_view name = text.folded(tokens[last]);
        const auto places = lookup.gazetteer().find(name);
        const bool state = !places.empty() && places.front().kind == PlaceKind::Country;
        if (!state) names.people.insert(name);
        else if (given && last == i + 1) names.uses[name].of_person = true;
    }
}

}  // namespace dateline::extract
