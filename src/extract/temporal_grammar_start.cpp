#include "extract/temporal_grammar.h"

#include "extract/named_times.h"

// With which tokens an expression may begin.
namespace dateline::extract::temporal {

namespace {

constexpr std::uint32_t kStarters = kMonth | kWeekday | kUnit | kCardinal | kOrdinal | kSeason | kDayPart | kDeictic | kPart | kPartNoun |
                                    kVague | kApprox | kDateWord | kRefWord | kSetWord | kEvery | kArticle | kDecadeWord | kDeterminer |
                                    kScale;

}  // namespace

/// Whether any expression can begin here: most tokens cannot, and cost a test or two. It must let through all that best_at
/// asks for.
bool Grammar::wanted(std::uint32_t i) const {
    const Token& token = t_[i];
    if (token.kind == TokenKind::Number) return true;
    if (token.kind == TokenKind::Mark) return t_.is_apostrophe(i) && t_.is_number(i + 1);
    constexpr std::uint32_t leads = kArticle | kDeterminer | kDeictic;
    const std::uint32_t starts = token.info->classes & kStarters;
    if (starts == 0) return (token.capital || token.info->word != Word::Other) && begins_unclassed(i);
    if ((starts & ~leads) != 0 || (token.capital && !t_.is(i, Word::The))) return true;
    // "the talks", "this talk": nothing is said of a word that no list has
    return !is_unlisted(i + 1) || t_.is(i + 2, Word::Future) || begins_reference(i);
}

/// A word in lower case that the grammar knows nothing of.
bool Grammar::is_unlisted(std::uint32_t i) const {
    const Token& token = t_[i];
    return token.kind == TokenKind::Word && !token.capital && token.info->classes == 0 && token.info->word == Word::Other;
}

/// "the | Zambezi": a word that no list has and no unit follows, with which only a named time can begin.
bool Grammar::begins_name(std::uint32_t i) const {
    const Token& token = t_[i];
    if (token.kind != TokenKind::Word || token.info->classes != 0 || token.info->word != Word::Other) return false;
    return !t_.is(i + 1, kUnit) && !t_.is(i + 1, Word::Year) && !t_.is(i + 1, Word::Future) && !t_.is_hyphen(i + 1);
}

/// Whether a word of no class that starts expressions begins one all the same: by its name, or as a name of a time.
bool Grammar::begins_unclassed(std::uint32_t i) const {
    const Token& token = t_[i];
    if (t_.is(i + 1, Word::Year) || t_.is(i + 1, Word::Future)) return true;           // "a year-ago period", "the near future"
    const bool roman = token.capital && (t_.is(i + 1, kUnit) || t_.is_hyphen(i + 1));  // "XIX century"
    const bool initials = token.all_capitals && t_.is_number(i + 1);                   // "MAM 2024"
    if (roman || initials || (token.capital && names_.may_begin(token, text_))) return true;
    switch (token.info->word) {
        case Word::Other: return false;
        case Word::Named:
        case Word::Half:
        case Word::Quarter:
        case Word::A:
        case Word::Early:
        case Word::Small:
        case Word::The:
        case Word::That:
        case Word::This:
        case Word::Year:
        case Word::Years:
        case Word::Ad:
        case Word::Week:
        case Word::Weekend:
        case Word::Last:
        case Word::Final:
        case Word::Opening:
        case Word::Full:
        case Word::Fiscal:
        case Word::Q:
        case Word::Midweek:
        case Word::H: return true;
        default: return begins_set(i) || begins_duration(i) || begins_reference(i);
    }
}

bool Grammar::begins_set(std::uint32_t i) const {
    const Word word = t_[i].info->word;
    return t_.is(i, kSetWord | kWeekday | kCardinal | kVague | kEvery) || word == Word::Weekends || word == Word::Weekdays ||
           word == Word::Once || word == Word::Twice;
}

bool Grammar::begins_duration(std::uint32_t i) const {
    if (t_.is(i, kUnit | kApprox | kDeterminer | kDeictic | kScale | kVague | kCardinal)) return true;
    switch (t_[i].info->word) {
        case Word::All: return t_.is(i + 1, kUnit);
        case Word::At: return t_.is(i + 1, Word::Least) || t_.is(i + 1, Word::Most);
        case Word::Up: return t_.is(i + 1, Word::To);
        case Word::More:
        case Word::Less:
        case Word::This:
        case Word::A:
        case Word::Half:
        case Word::Lengthy:
        case Word::Quarter: return true;
        default: return false;
    }
}

/// `word` is the expression's first token after "the".
bool Grammar::begins_reference(std::uint32_t word) const {
    if (t_.is(word, kRefWord) || t_.is(word + 1, Word::Future)) return true;
    switch (t_[word].info->word) {
        case Word::Recent:
        case Word::Coming:
        case Word::These:
        case Word::Current:
        case Word::Former:
        case Word::Past:
        case Word::Moment: return true;
        case Word::Long: return t_.is(word + 1, Word::Ago);
        case Word::Some: return t_.is(word + 1, Word::Time);
        case Word::A: return while_ago_end(word) != word;
        default: return false;
    }
}

}  // namespace dateline::extract::temporal
