#include "extract/name_stance.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <string_view>

namespace dateline::extract {
namespace {

using document::WordUse;

/// "burst", of a river: "The Shannon | burst its banks"
bool flows(std::string_view verb) {
    static constexpr WordSet kFlow{"burst", "overflowed", "flooded", "rose", "froze", "swelled", "flows", "receded"};
    return kFlow.contains(verb);
}

}  // namespace

void NameStance::enter(std::uint32_t sentence) {
    sentence_ = sentence;
    first_ = text_.sentences[sentence].first_token;
    end_ = text_.sentences[sentence].end_token;
}

bool NameStance::is_reached(std::size_t at) const {
    static constexpr WordSet kVisits{"visited", "visiting",  "visits",   "toured", "reached",    "entered",   "shelled",   "burned",
                                     "bombed",  "bombarded", "besieged", "retook", "recaptured", "submerged", "surrounded"};
    return at > first_ && kVisits.contains(text_.folded(token(at - 1)));
}

bool NameStance::heads_entry(std::size_t at, std::size_t end) const {
    const Block& block = text_.layout->blocks[text_.sentences[sentence_].block];
    if (at == first_) {
        const bool opens = at == 0 || text_.tokens[at - 1].begin < block.begin;
        return opens && end + 1 == end_ && token(end).is('.') && end_ < text_.tokens.size() && text_.tokens[end_].begin < block.end;
    }
    const bool parted = (token(at - 1).is('-') && token(at - 1).after_space) || token(at - 1).is(':');
    return parted && at >= first_ + 3 && token(end).is(':') && (token(at - 2).kind == TokenKind::Number || has(token(at - 2), kMonth)) &&
           token(first_).kind != TokenKind::Mark;
}

bool NameStance::is_party(std::size_t at) const {
    static constexpr WordSet kParties{"d", "r", "i", "ndp", "dfl", "con", "lab", "alp"};
    return token(at).letter_case != Case::Lower && kParties.contains(text_.folded(token(at))) &&
           (at == first_ || token(at - 1).kind != TokenKind::Word);
}

bool NameStance::is_side(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i)
        if (!has(token(i), kDirection)) return false;
    return true;
}

bool NameStance::lies_on_another(std::size_t end) const {
    static constexpr WordSet kJoins{"on", "upon", "under", "by", "le", "sur", "next"};
    if (end + 1 >= end_ || !token(end).hyphenated || !token(end + 1).hyphenated) return false;
    return token(end).letter_case == Case::Lower && token(end + 1).capitalised() && kJoins.contains(text_.folded(token(end)));
}

bool NameStance::has_bare_article(std::size_t first, std::size_t end) const {
    if (first == first_ || text_.folded(token(first - 1)) != "the" || token(end - 1).possessive) return false;
    if (token(end - 1).letter_case == Case::Lower) return false;  // "the Heglig oil field"
    if (end >= end_) return true;
    const Token& next = token(end);
    if (flows(text_.folded(next))) return true;
    const bool shares_noun = has(next, kConjunction) && end + 2 < end_ && token(end + 1).letter_case == Case::Capital &&
                             token(end + 2).letter_case == Case::Lower &&
                             !has(token(end + 2), kFunction | kBe | kHave | kModal);  // "the Kentucky and Tennessee guards"
    if (shares_noun) return false;
    return next.kind != TokenKind::Word ? !next.is('-') : has(next, kFunction | kBe | kHave | kModal) && !next.capitalised();
}

bool NameStance::is_told_as_water(std::size_t first, std::size_t end) const {
    static constexpr WordSet kAtWater{"on",     "in",      "into", "across", "along",  "crossed", "crossing",
                                      "forded", "reached", "down", "up",     "beyond", "behind"};
    return (end < end_ && flows(text_.folded(token(end)))) || (first >= first_ + 2 && kAtWater.contains(text_.folded(token(first - 2))));
}

bool NameStance::is_told_as_river(std::size_t at) const {
    const WordUse use = gazetteer_.usual_use(text_.folded(token(at)));
    if (use == WordUse::Surname) return at + 1 < end_ && flows(word(at + 1));  // "the Shannon burst its banks"
    return use == WordUse::Unknown || (use == WordUse::GivenName && is_told_as_water(at, at + 1));
}

}  // namespace dateline::extract
