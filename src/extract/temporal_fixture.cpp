#include "extract/temporal_fixture.h"

// Elections, matches, hearings: what has a day, and what says that it is still to come.
namespace dateline::extract::temporal {

bool is_genitive(const Tokens& t, std::uint32_t at) { return t.is(at, Word::S) && t.is_apostrophe(at - 1) && t.joined(at); }

bool attributes_fixture(const Tokens& t, std::uint32_t last) {
    constexpr std::uint32_t longest = 4;
    const std::uint32_t noun = t.is_apostrophe(last) && is_genitive(t, last + 1) ? last + 2 : last;
    for (std::uint32_t at = noun; at < noun + longest; ++at) {
        const bool within =
            (t.is_word(at) || t.is_hyphen(at)) && t[at].info->tense == Tense::None && !t.is(at, kPreposition | kDeterminer | kArticle);
        if (!within || t[at].begins_sentence) break;
        if (t.says(at, kFixture) && !t.says(at + 1, kFixture) && !t.is(at + 1, Word::Deadline)) return true;
    }
    return false;
}

namespace {

/// The fixture that the date at `first` follows, with at most its place between: "a hearing Thursday", "elections in Bonn in May". None: `first`.
std::uint32_t fixture_before(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t place = 6;
    const std::uint32_t last =
        t.is(first - 1, Word::On) || t.is(first - 1, Word::In) || t.is(first - 1, Word::At) || t.is(first - 1, Word::Of) ? first - 2
                                                                                                                         : first - 1;
    for (std::uint32_t at = last; last - at < place && t.is_word(at) && t[at].sentence == t[first].sentence; --at) {
        if (t.says(at, kFixture)) return at == last || t.is(at + 1, kPreposition) || t.is(at + 1, Word::With) ? at : first;
        if (t[at].info->tense != Tense::None || t.is(at, Word::And)) return first;
    }
    return first;
}

/// What stands before a fixture that is to come: "await", "until", "ahead of", "out of", "doubtful for", "look to", with its last word at `at`.
bool leads_to_fixture(const Tokens& t, std::uint32_t at) {
    if (t.says(at, kAwaits) || t.is(at, Word::Until) || t.is(at, Word::Till)) return true;
    if (t.is(at, Word::Of) && t.is(at - 1, Word::Out)) return t[at - 2].info->tense == Tense::Present && t.is(at - 2, Word::Is);
    if (t.is(at, Word::Of)) return t.is(at - 1, Word::Ahead);
    if (t.says(at, kAwaitsFor) && t.is(at - 1, Word::To) && t.is(at + 1, kArticle | kDeterminer))
        return true;  // "came to prepare the summit of 3 April"
    if (!t.is(at, Word::For) && !t.is(at, Word::To)) return false;
    const std::uint32_t verb = t.is(at - 1, Word::Ahead) || t.is(at - 1, Word::Up) ? at - 2 : at - 1;
    return t.says(verb, kAwaitsFor);
}

}  // namespace

/// "faces trial Thursday", "ahead of Thursday's election", "doubts for their trip to Bournemouth on Saturday".
bool dates_fixture(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 6;
    const std::uint32_t noun = attributes_fixture(t, last) ? first : fixture_before(t, first);
    if (noun == first && !attributes_fixture(t, last)) return false;
    for (std::uint32_t at = noun - 1; noun - at <= longest && (t.is_word(at) || t.is_hyphen(at) || (t.is_dash(at) && t.joined(at))) &&
                                      t[at].sentence == t[first].sentence;
         --at) {
        if (leads_to_fixture(t, at)) return true;
        if (t.is(at, kArticle | kDeterminer)) return leads_to_fixture(t, at - 1);
        if (t[at].info->tense != Tense::None || t.is(at, kPreposition)) return false;
    }
    return false;
}

/// "ahead of the mayoral election on Nov. 3", "by the Nov. 3 vote", "set money aside for the election on Nov. 3"
bool dates_what_follows(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 9;
    if (t.is(first, kWeekday)) return false;
    const bool attributes = attributes_fixture(t, last);
    const std::uint32_t noun = attributes ? first : fixture_before(t, first);
    if (noun == first && !attributes) return false;
    for (std::uint32_t at = noun - 1; noun - at <= longest && t[at].sentence == t[first].sentence; --at) {
        const bool run_up = t.is(at - 1, Word::To) && t.is(at - 2, Word::Up) && t.is_hyphen(at - 3);  // "the run-up to the May vote"
        if (t.is(at, kArticle | kDeterminer))
            return run_up || t.is(at - 1, Word::Before) || t.is(at - 1, Word::By) || t.is(at - 1, Word::For) ||
                   (attributes && t.is(at - 1, Word::As));
        const bool within =
            t.is_hyphen(at) || t.is_mark(at, '.') || (t.is_word(at) && t[at].info->tense == Tense::None && !t.is(at, kPreposition));
        if (!within) return false;
    }
    return false;
}

}  // namespace dateline::extract::temporal
