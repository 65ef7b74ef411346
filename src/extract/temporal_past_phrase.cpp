#include "extract/temporal_past_phrase.h"

namespace dateline::extract::temporal {

namespace {

/// The noun of a mishap or setback that the date at `first` follows, with at most its place between: "a crash on the A1 on". Nothing: `first`.
std::uint32_t event_noun_before(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t place = 6;
    const std::uint32_t last = t.is(first - 1, Word::On) ? first - 2 : first - 1;
    for (std::uint32_t n = 0; n < place; ++n) {
        const std::uint32_t at = last - n;
        if ((!t.is_word(at) && !t.is_number(at)) || t[at].sentence != t[first].sentence || t[at].info->tense != Tense::None) return first;
        if (t.is(at, Word::Mishap) || t.is(at, Word::Setback)) return n == 0 || t.is(at + 1, kPreposition) ? at : first;
        if (t.is(at, Word::And) || t.is(at, Word::Before) || t.is(at, Word::Until) || t.is(at, Word::To)) return first;
    }
    return first;
}

/// What stands before a noun with its adjectives: "fatal two-car crash".
std::uint32_t before_adjectives(const Tokens& t, std::uint32_t noun) {
    constexpr std::uint32_t longest = 5;
    std::uint32_t at = noun - 1;
    for (std::uint32_t n = 0; n < longest; ++n, --at) {
        const bool adjective = t.is_hyphen(at) || (t.is_word(at) && !t.is(at, kArticle | kDeterminer | kPreposition | kDeictic) &&
                                                   t[at].info->tense == Tense::None && !t.is(at, Word::Over) && !t.is(at, Word::Follow));
        if (!adjective || t[at + 1].begins_sentence) break;
    }
    return at;
}

/// "Sunday's deadly fire", "a Sunday fire"
bool describes_mishap(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    const bool genitive = t.is_apostrophe(last) && t.joined(last) && t.is(last + 1, Word::S);
    if (!genitive) return t.is(first - 1, kArticle | kDeterminer) && t.is(last, Word::Mishap);
    constexpr std::uint32_t adjectives = 4;  // "Sunday's third fatal two-car crash"
    for (std::uint32_t at = last + 2; at <= last + 2 + adjectives; ++at) {
        if (t.is(at, Word::Mishap)) return true;
        const bool adjective =
            (t.is_word(at) || t.is_hyphen(at)) && t[at].info->tense == Tense::None && !t.is(at, kPreposition | kDeterminer);
        if (!adjective || t[at].begins_sentence) return false;
    }
    return false;
}

}  // namespace

bool dates_mishap(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    if (describes_mishap(t, first, last)) return true;
    const std::uint32_t noun = event_noun_before(t, first);
    if (noun == first) return false;
    const std::uint32_t lead = before_adjectives(t, noun);
    const bool phrase = t.is(lead, kArticle | kDeterminer);
    const std::uint32_t link = phrase && !t[lead].begins_sentence ? lead - 1 : lead;
    if (t.is(link, Word::After) || t.is(link, Word::Following) || t.is(link, Word::Follow)) return true;
    if (t.is(noun, Word::Setback)) return false;
    if (t[phrase ? lead : lead + 1].begins_sentence) return true;
    const bool definite = t.is(lead, kDeterminer);    // "will be sentenced in the shooting Monday"
    const bool verb = !phrase && !t.ends_in_s(noun);  // "is ready to fight Sunday"
    if (definite || verb) return false;
    const bool because = t.is(link, Word::Of) && t.is(link - 1, Word::Because);
    return because || t.is(link, Word::In) || t.is(link, Word::By) || t.is(link, Word::To) || t.is(link, Word::From) ||
           t.is(link, Word::Over);
}

bool is_told_after(const Tokens& t, std::uint32_t at) {
    return t.ends_in_ing(at) && t.is(at - 1, Word::After) && !t.is(at, kPart | kDeictic) && !t.is(at, Word::Itinerary) &&
           !t.is(at, Word::Lasting) && !t.is(at, Word::Starting);
}

}  // namespace dateline::extract::temporal
