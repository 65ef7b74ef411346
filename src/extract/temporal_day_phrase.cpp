#include "extract/temporal_day_phrase.h"

#include "extract/temporal_fixture.h"

namespace dateline::extract::temporal {

namespace {

/// "Tuesday's decree | comes three days after": the verb at `at`; not "Sunday's election comes a year after".
bool comes_beside(const Tokens& t, std::uint32_t at) {
    constexpr std::uint32_t amount = 6;
    if (!t.is(at, kBaseVerb) || t[at].mark != 'c' || t[at].length != 5 || !t.ends_in_s(at) || t.says(at - 1, kFixture)) return false;
    for (std::uint32_t next = at + 1; next <= at + amount && (t.is_word(next) || t.is_number(next)); ++next) {
        if (t.is(next, Word::After) || t.is(next, Word::Before)) return t.is(next - 1, kUnit);
    }
    return false;
}

}  // namespace

bool names_deadline(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    if (!t.is(first, kMonth) || !t.is(first - 1, kArticle | kDeterminer)) return false;
    return t.is(last, Word::Deadline) || (t.is_word(last) && t.is(last + 1, Word::Date));
}

bool noun_to_come(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t noun = 4;
    const bool genitive = is_genitive(t, last + 1);
    const bool of_month = t.is(first, kMonth) && last == first + 1 && t.is(first - 1, kDeterminer) && t[last].info->tense == Tense::None &&
                          !t.is(last, kPreposition);
    if (!genitive && !of_month) return false;
    const std::uint32_t from = genitive ? last + 3 : last;
    for (std::uint32_t at = from; at <= from + noun && (t.is_word(at) || t.is_hyphen(at)); ++at) {
        if (t[at].info->tense != Tense::None || t.is(at, Word::And)) return t.is(at, Word::Will);
    }
    return false;
}

bool noun_over(const Tokens& t, std::uint32_t last) {
    constexpr std::uint32_t noun = 4;
    if (!is_genitive(t, last + 1)) return false;
    for (std::uint32_t at = last + 3; at <= last + 2 + noun && (t.is_word(at) || t.is_hyphen(at)); ++at) {
        if (comes_beside(t, at)) return true;
        if (t[at].info->tense != Tense::None || t.is(at, Word::And))
            return t.is(at, Word::Is) && t[at].info->tense == Tense::Past && !t.says(at + 1, kUndone) && !t.is(at + 1, Word::To) &&
                   t[at + 1].info->tense != Tense::Future;
    }
    return false;
}

bool reports_on(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    const std::uint32_t at = first - 1;
    if (!t.is(at, kSpeech) || t[at].info->tense != Tense::Present || !t.ends_in_s(at) || t[at].length < 7 || !t.is(first, kWeekday))
        return false;
    return t.is_word(at - 1) && !t.is(at - 1, kPreposition | kDeterminer | kArticle) && t.is(last, kPreposition) &&
           t[last].info->tense == Tense::None;
}

bool is_compared_with(const Tokens& t, std::uint32_t first) {
    constexpr std::uint32_t amount = 8;
    for (std::uint32_t at = first - 1; first - at <= amount && t[at].kind != TokenKind::Break && t[at].sentence == t[first].sentence;
         --at) {
        if (t.is(at, Word::From)) return t.is(at - 1, Word::Down) || t.is(at - 1, Word::Up);
        if (t[at].info->tense != Tense::None || t.is_mark(at, ';')) return false;
    }
    return false;
}

bool is_done_then(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    const std::uint32_t subject = t.is_mark(last, ',') ? last + 1 : last, verb = subject + 1;
    const bool person = t.is(subject, Word::It) || (t.is(subject, Word::He) && t[subject].length <= 3);
    if (!t.is(first, kWeekday) || !person || !t.ends_in_s(verb) || t[verb].capital) return false;
    return t[verb].info->classes == 0 && t[verb].info->tense == Tense::None && t[verb].sentence == t[first].sentence;
}

bool is_day_spoken_of(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    if (!t.is(first, kWeekday) || last != first + 1 || !t[first].begins_sentence || !t.is_word(last)) return false;
    if (t[last].info->tense == Tense::Present) return !t.is(last, kNowadays | kSpeech);
    return t.ends_in_s(last) && t[last].info->tense == Tense::None && !t[last].capital && t.is(last + 1, kArticle | kDeterminer);
}

}  // namespace dateline::extract::temporal
