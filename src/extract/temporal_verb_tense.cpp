#include "extract/temporal_verb_tense.h"

#include "extract/temporal_fixture.h"

namespace dateline::extract::temporal {

namespace {

/// "is due", "was originally planned".
bool after_be(const Tokens& t, std::uint32_t at) {
    for (std::uint32_t back = 1; back <= 2; ++back) {
        if (t.is(at - back, Word::Is) || t.is(at - back, Word::Be)) return true;
        if (!t.is_word(at - back) || t.is(at - back, kDeterminer | kArticle | kPreposition)) return false;
    }
    return false;
}

/// Whether a noun phrase goes on right before token `at`: "the planned", "a widely expected", "Israel's planned", "of planned".
bool within_noun(const Tokens& t, std::uint32_t at) {
    if (t[at].begins_sentence || t.is_hyphen(at - 1)) return true;
    const std::uint32_t before = t.ends_in_ly(at - 1) ? at - 2 : at - 1;
    return t.is(before, kDeterminer | kArticle | kPreposition | kOrdinal | kCardinal) || t.is(before, Word::And) || is_genitive(t, before);
}

/// "the planned strike", "expected talks": of a noun, and no verb.
bool describes_noun(const Tokens& t, std::uint32_t at) {
    if (after_be(t, at)) return false;
    constexpr std::uint32_t goes_on = kPreposition | kDeterminer | kArticle | kWeekday | kMonth | kDateWord | kDeictic | kPart;
    const std::uint32_t next = at + 1;
    return t.is_word(next) && !t.is(next, goes_on) && within_noun(t, at);
}

/// "announced plans", "its hopes", "plans on Tuesday": things, not what somebody plans.
bool is_noun(const Tokens& t, std::uint32_t at) {
    const std::uint32_t before = at - 1, next = at + 1;
    if (t.is(before, kDeterminer | kArticle | kPreposition | kCardinal | kVague) || is_genitive(t, before)) return true;
    if (t[before].info->tense == Tense::Past || t.is(before, kNowadays)) return true;
    return t.is(next, kWeekday) || (t.is(next, kPreposition) && !t.is(next, Word::To) && !t.is(next, Word::For));
}

/// "cut its forecast": Future only in "is forecast", "forecast to rise", "forecast a rise".
Tense tense_of_forecast(const Tokens& t, std::uint32_t at) {
    if (after_be(t, at) || t.is(at + 1, Word::To)) return Tense::Future;
    const bool object = t.is(at + 1, kDeterminer | kArticle | kOrdinal | kCardinal) || t.is_number(at + 1);
    const bool by_it = t.is(at - 1, Word::It) || t.is(at - 1, Word::They) || t.is(at - 1, Word::He);  // "it forecast better results"
    const bool adjective = by_it && t.is_word(at + 1) && !t.is(at + 1, kPreposition);
    return adjective || (object && !within_noun(t, at)) ? Tense::Future : Tense::None;
}

/// "is due on Monday", "is due to arrive"; "due to the rain" tells why.
Tense tense_of_due(const Tokens& t, std::uint32_t at) {
    if (!t.is(at + 1, Word::To)) return describes_noun(t, at) ? Tense::None : Tense::Future;
    const std::uint32_t what = at + 2;
    const bool acts =
        t.is(what, kBaseVerb) || (after_be(t, at) && !t.is(what, kDeterminer | kArticle) && !t.ends_in_ing(what) && !t[what].capital);
    return acts ? Tense::Future : Tense::None;
}

/// "could have happened", "may have left"; not "will have ended".
bool is_modal_perfect(const Tokens& t, std::uint32_t at) {
    if (t.is(at, kNowadays) || t.is(at, Word::Will)) return false;
    const std::uint32_t have = t.is(at + 1, kNowadays) ? at + 1 : at + 2;
    if (!t.is(have, kNowadays) || t[have].info->tense != Tense::Present || t[have].sentence != t[at].sentence) return false;
    const std::uint32_t verb = t[have + 1].info->tense == Tense::Past ? have + 1 : have + 2;
    const bool done = t[verb].info->tense == Tense::Past || t.is(have + 1, Word::Is);  // "would have been higher"
    return done && (t.is(at, Word::May) || t[at].info->classes == 0);
}

/// "had been | planned": before what is told.
bool had_been_before(const Tokens& t, std::uint32_t at) {
    return t.is(at - 1, Word::Is) && t.is(at - 2, Word::Managed) && t[at - 2].mark == 'h' && t[at - 2].length == 3;
}

/// What a word that looks ahead says where it stands.
Tense tense_of_prospect(const Tokens& t, std::uint32_t at) {
    // "originally scheduled for May", "first planned for July": it came otherwise, so the nearest
    const bool once = t.is(at - 1, Word::Originally) || t.is(at - 1, Word::Once) ||
                      (t.is(at - 1, kOrdinal) && t[at - 1].info->value == 1 && !t.is(at - 2, kArticle));
    if (had_been_before(t, at)) return Tense::Past;  // "which had been planned for 1 July"
    if (once) return Tense::Present;
    if (t.is(at, Word::Expected) && t.is(at - 1, Word::Than)) return Tense::None;  // "sooner than scheduled": no more than a measure
    if (is_modal_perfect(t, at)) return Tense::Past;
    switch (t[at].info->word) {
        case Word::Could: return t.is(at + 1, Word::Not) ? Tense::Past : Tense::Future;  // "could not be reached on Friday"
        case Word::Expected: return describes_noun(t, at) ? Tense::None : Tense::Future;
        case Word::Predicted:  // "predicted on Monday that"
            if (after_be(t, at) || t.is(at + 1, Word::To)) return Tense::Future;
            return describes_noun(t, at) ? Tense::None : Tense::Past;
        case Word::Plans: return is_noun(t, at) ? Tense::None : Tense::Future;
        case Word::Forecast: return tense_of_forecast(t, at);
        case Word::Due: return tense_of_due(t, at);
        case Word::Starting:
            return t.is(at + 1, kPreposition | kWeekday | kMonth | kDateWord | kDeictic) || t.is_number(at + 1) ? Tense::Future
                                                                                                                : Tense::None;
        default: return Tense::Future;
    }
}

/// "plans to meet", "is to meet"; "failed to meet" and "met to sign" tell what was.
Tense tense_of_infinitive(const Tokens& t, std::uint32_t at) {
    const bool face_to_face = t.is_word(at - 2) && t[at].info == t[at - 2].info;
    if (face_to_face) return Tense::None;
    // "was to have signed", "is believed to have fled", "appears to have set out"; not "is expected to have ended"
    const bool perfect = t.is(at, kNowadays) && t[at + 1].info->tense != Tense::Future;
    const bool participle = t.is(at + 1, Word::Is) || t.is(at + 1, Word::Set) || t[at + 1].info->tense == Tense::Past;
    if (perfect && participle && t[at - 2].info->tense != Tense::Future) return Tense::Past;
    if (t.is(at - 3, Word::Originally) && t[at - 2].info->tense == Tense::Future)
        return Tense::Present;  // "originally due to depart at the end of July": the nearest
    // "is believed to be a factor", "seems to be best"; not "is said to be leaving"
    if (t.says(at - 2, kSeeming) && t.is(at, Word::Be) && !t.ends_in_ing(at + 1) && t[at + 1].info->tense != Tense::Future)
        return Tense::Present;
    const std::uint32_t able = t.is(at - 3, Word::Not) ? at - 4 : at - 3;
    if (t.is(at - 2, Word::Able) && t[able].info->tense == Tense::Past) return Tense::Past;  // "were able to go home"
    return t.is(at - 2, Word::Managed) ? Tense::Past : Tense::Future;
}

/// Where a bracket that ends before `at` begins, "the Reds (10-4) visit"; `at` for none.
std::uint32_t before_bracket(const Tokens& t, std::uint32_t at) {
    constexpr std::uint32_t longest = 8;
    if (!t.is_mark(at - 1, ')')) return at;
    for (std::uint32_t back = 2; back <= longest && back <= at; ++back) {
        if (t.is_mark(at - back, '(')) return at - back;
    }
    return at;
}

/// "Classes at the school, closed since Thursday, | resume Wednesday": a verb behind an aside, whose subject opens the sentence and is many.
bool is_behind_aside(const Tokens& t, std::uint32_t at) {
    constexpr std::uint32_t longest = 12;
    std::uint32_t comma = at - 2;
    while (at - comma <= longest && comma > 0 && t[comma].sentence == t[at].sentence && !t.is_mark(comma, ',')) --comma;
    if (!t.is_mark(comma, ',')) return false;
    bool many = false;
    for (std::uint32_t back = comma - 1; comma - back <= longest && t.is_word(back); --back) {
        if (t[back].info->tense != Tense::None && !t.is(back, kBaseVerb)) return false;
        many = many || (t.ends_in_s(back) && !t.is(back, kUnit));
        if (t[back].begins_sentence) return many;
    }
    return false;
}

/// The present of a timetable: "leaders meet", "England play Spain". Forms that are nouns or past tenses too want a plural.
bool is_timetable(const Tokens& t, std::uint32_t at) {
    const int sort = t.is(at, kBaseVerb) ? t[at].info->value : 0;  // of "start" and "end", the part that they name
    // "voters in Senegal go", "talks that begin"
    const bool of_place = t[at - 1].capital && t.is(at - 2, kPreposition) && t.ends_in_s(at - 3);
    const bool relative = t.is(at - 1, Word::That) && t.ends_in_s(at - 2);
    const std::uint32_t subject = of_place ? at - 3 : relative ? at - 2 : before_bracket(t, at) - 1;
    if (sort == kPlainVerb && t.is_mark(at - 1, ',') && !t[at].capital && is_behind_aside(t, at)) return true;
    if (sort == 0 || !t.is_word(subject) || t[at].capital || t[subject].sentence != t[at].sentence) return false;
    if (t.is(subject, Word::They)) return true;
    // "Chelsea won on Sunday and face Liverpool on Friday"
    if (t.is(subject, Word::And)) return sort == kTeamVerb && t.is_word(at + 1) && t[at + 1].capital && !t.is(at + 1, kWeekday | kMonth);
    constexpr std::uint32_t no_subject = kUnit | kDeterminer | kDeictic | kArticle | kPreposition | kOrdinal;
    if (t[subject].info->tense != Tense::None || is_genitive(t, subject) || t.is(subject, no_subject)) return false;
    if (t[subject - 1].info->tense == Tense::Past && !t.is(subject - 1, kSpeech) && !t.is(subject - 1, kNowadays) &&
        t[subject - 1].sentence == t[at].sentence)
        return false;  // "saw tanks enter"
    const bool has_goal = t.is(at + 1, Word::To) || (t.is_word(at + 1) && t[at + 1].capital && !t.is(at + 1, kWeekday | kMonth));
    const bool team = t.is(subject - 1, Word::The) && t.ends_in_s(subject) && has_goal;                 // "the Reds visit Boston"
    if (sort == kNounVerb && t[subject].capital && !t[subject].begins_sentence && !team) return false;  // "his Texas visit"
    const bool whole_name = sort == kNounVerb && t[subject].begins_sentence && t[subject].capital;      // "United visit Arsenal"
    if (t.ends_in_s(subject) || t.is(subject, kPlural) || (t.is(subject, kCounted) && t[subject].info->word == Word::Other)) return true;
    // "England face Spain"
    const bool linked = t.is(at + 1, Word::To) || t.is(at + 1, Word::On);  // "City travel to Leeds", "City take on Leeds"
    const std::uint32_t whom = linked ? at + 2 : at + 1;
    const bool rival = t.is_word(whom) && t[whom].capital && !t.is(whom, kWeekday | kMonth);
    const bool team_verb = sort == kTeamVerb || (whole_name && !linked) || (linked && t[at].length == 4 && t.is(at, Word::Lasting));
    return team_verb && t[subject].capital && rival && t[subject].info->classes == 0;
}

/// "Stay home on Friday": the first word of its sentence or speech.
bool is_order(const Tokens& t, std::uint32_t at) {
    if (!t.says(at, kOrder) || !t[at].capital || !t.is_word(at + 1) || t[at + 1].info->tense != Tense::None) return false;
    return t[at].begins_sentence || t.is_mark(at - 1, ':') || t.is_mark(at - 1, '"') || t.is_mark(at - 1, 0x201C);
}

/// "when he is sentenced", "if the bill is passed", "when it makes landfall": the verb at `at`, a participle after its auxiliary.
bool is_awaited(const Tokens& t, std::uint32_t at) {
    constexpr std::uint32_t subject = 4;
    for (std::uint32_t back = 2; back <= subject + 1 && t.is_word(at - back) && t[at - back].sentence == t[at].sentence; ++back) {
        if (t.is(at - back, Word::When)) return true;
    }
    return false;
}

/// "is held", "will be held", "is to be held", "will have ended".
Tense tense_of_past_form(const Tokens& t, std::uint32_t at) {
    const Token& token = t[at];
    if (token.capital && !token.begins_sentence) return Tense::None;  // Ahmed
    if (t.is(at - 1, kDeterminer) && !t.is(at - 1, Word::That) && token.info->classes == 0 && token.length > 4)
        return Tense::None;  // "the proposed plan"; not "a fire that started"
    const Token& auxiliary = t[at - 1];
    if (t.is(at - 1, Word::When)) return Tense::Future;  // "faces jail if convicted Monday"
    if (t.is(at - 1, Word::Stays))                       // "stays shut between the 14th and the 18th", "will stay shut on Thursday"
        return t[at - 2].info->tense == Tense::Future ? tense_of_prospect(t, at - 2) : Tense::Present;
    if (auxiliary.kind == TokenKind::Word && auxiliary.info->tense == Tense::Present && auxiliary.length <= 3 && !t.is(at - 1, kNowadays))
        return is_awaited(t, at) ? Tense::Future : Tense::Present;
    if (t.is(at - 1, Word::To)) return tense_of_infinitive(t, at);  // "ready to quit"
    // "to meet a man seen near the shop": not what will be
    const bool of_noun = t.is_word(at - 1) && t[at - 1].info->tense == Tense::None && t.is(at - 2, Word::A) && !t.is(at - 1, Word::Be);
    if (of_noun) return Tense::Past;
    const bool of_many = t.ends_in_s(at - 1) && t[at - 1].info->classes == 0 && t[at - 1].info->tense == Tense::None &&
                         t.is(at + 1, Word::In);  // "to meet rules adopted in May"
    for (std::uint32_t back = 1; back <= 3 && !of_many; ++back) {
        const std::uint32_t before = at - back;
        if (t[before].sentence != token.sentence || t[before].kind != TokenKind::Word) break;
        if (t.is(before, kMonth) && t[before].capital) continue;        // "on 7 May left thirty dead"
        if (t.is(before, Word::Figures) && t.ends_in_s(before)) break;  // "housing starts fell": a noun
        if (t[before].info->tense == Tense::Future && tense_of_prospect(t, before) == Tense::Future) return Tense::Future;
        if (t.is(before, kBaseVerb) && t.is(before - 1, Word::To) && tense_of_infinitive(t, before) == Tense::Future) return Tense::Future;
    }
    return Tense::Past;
}

/// "expect to pass it in May", "hope the river will", "expect the river to crest Saturday"; "a plan to" is of a noun, "did not expect to" tells what was.
Tense tense_of_intent(const Tokens& t, std::uint32_t at) {
    constexpr std::uint32_t object = 4;
    std::uint32_t to = at + 1;
    while (to <= at + object && t.is_word(to) && !t.is(to, Word::To)) ++to;
    if (!t.is(to, Word::To) || !t.is_word(to + 1) || t.is(to + 1, kDeterminer | kArticle) || t[to + 1].capital) return Tense::None;
    std::uint32_t before = t.is(at - 1, Word::Not) ? at - 2 : at - 1;
    if (t[before].mark == 't' && t[before].length == 1 && t.is_apostrophe(before - 1))
        before -= t.is(before - 2, Word::Not) ? 3u : 2u;  // "didn't", "did n't"
    const bool didnt = t[before].mark == 'd' && t[before].length == 4;
    if (t[before].info->tense == Tense::Past || didnt) return Tense::Past;
    return t.is(before, kDeterminer | kArticle) || t[before].info->classes == kPreposition ? Tense::None : Tense::Future;
}

/// The "re" of "they're", the "m" of "I'm", the "s" of "she's": "is", or "has".
bool is_short_be(const Tokens& t, std::uint32_t at) {
    if (!t.is_apostrophe(at - 1) || !t.joined(at) || !t.joined(at - 1)) return false;
    if (t[at].length == 2 && t[at].mark == 'r') return true;
    if (!t.is(at, Word::S) && !t.is(at, Word::M)) return false;
    return t.is(at - 2, Word::It) || t.is(at - 2, Word::They) || t.is(at - 2, Word::He) || t.is(at - 2, Word::That) ||
           t[at - 2].length == 1;
}

}  // namespace

Tense tense_at(const Tokens& t, std::uint32_t at) {
    if (t.is(at, kMonth)) {
        if (!t.is(at, Word::May) || t[at].capital) return Tense::None;
        return is_modal_perfect(t, at) ? Tense::Past : Tense::Future;
    }
    const bool of_name = t.ends_in_ing(at) && t[at].capital && !t[at].begins_sentence && t.is_word(at + 1) && t[at + 1].capital &&
                         !t.is(at + 1, kWeekday | kMonth);
    if (of_name) return Tense::None;  // "the Town Planning Council"
    const bool counted = t.is(at, kBaseVerb) && t.ends_in_s(at) && (t.is_number(at - 1) || t.is(at - 1, kCardinal));
    if (counted) return Tense::None;  // "by ten votes to two"
    if (t.is(at, Word::Figures) && t.ends_in_s(at) && t[at + 1].info->tense == Tense::Past)
        return Tense::None;                                                                            // "housing starts fell": a noun
    if (t.is(at, Word::Set) && t.is(at + 1, Word::For) && had_been_before(t, at)) return Tense::Past;  // "which had been set for 1 July"
    if (t.is(at, Word::Set) && (t.is(at + 1, Word::For) || t.is(at + 1, Word::To))) return Tense::Future;  // "is set for Monday"
    const bool pledge = t.is(at, Word::Pledged) && t.is(at + 1, Word::To) && t[at].info->tense == Tense::Past;
    if (pledge) return Tense::Future;  // "vowed to strike from Wednesday"
    if (t.is(at, kBaseVerb) && t.is(at - 1, Word::To)) {
        if (const Tense tense = tense_of_infinitive(t, at); tense != Tense::None) return tense;
    }
    if (t.is(at, Word::Intend)) {
        if (const Tense tense = tense_of_intent(t, at); tense != Tense::None) return tense;
    }
    if (t.is(at, Word::Yet) && t.is(at + 1, Word::To)) return Tense::Future;  // "have yet to agree on the second half of the year"
    if (is_timetable(t, at) || is_order(t, at)) return Tense::Future;
    if (t.is(at, Word::Cut) && t.is(at + 1, kDeterminer | kArticle) && !t.is(at - 1, kDeterminer | kArticle)) {
        const Tense tense = tense_of_past_form(t, at);  // "in May cut its forecast"; not "will cut its"
        if (tense == Tense::Past) return tense;
    }
    const bool follow_then =
        t.is(at, Word::Follow) && t.ends_in_s(at - 1) && (t.is(at + 1, Word::In) || t.is(at + 1, Word::On)) && t[at].length == 6;
    if (follow_then) return Tense::Future;                                     // "elections follow in December"
    if (t.is(at, Word::Follow) && t.is(at + 1, Word::By)) return Tense::None;  // "would meet in June, followed by talks in August"
    const bool likely = t.is(at, Word::Likely) && t.is(at - 1, Word::Is) && t[at - 1].info->tense == Tense::Present;
    if (likely) return Tense::Future;  // "snow is likely on Thursday"
    const Tense tense = t[at].info->tense;
    if (tense == Tense::Future) return tense_of_prospect(t, at);
    const std::uint32_t behind = t.is_apostrophe(at + 1) && t.joined(at + 1) ? at + 3 : at + 1;  // "aren't meeting"
    if (is_short_be(t, at) && t.ends_in_ing(at + 1) && !t.is(at + 1, Word::Investigating)) return Tense::Future;
    const bool to_come = t.ends_in_ing(behind) || (t.is(at + 1, Word::To) && t.is_word(at + 2) && !t.is(at + 2, kDeterminer | kArticle));
    if (tense == Tense::Present && t.is(at + 1, Word::Investigating)) return Tense::None;  // "are investigating a blast on Friday"
    if (tense == Tense::Present && to_come) return Tense::Future;                          // "are meeting", "are to meet"
    const bool awaited = tense == Tense::Present && t.is(at, Word::Is) &&
                         (t.is(at + 1, Word::Expected) || t.is(at + 1, Word::Due) || t.is(at + 1, Word::Likely));
    if (awaited) return Tense::Future;  // "A strike on Tuesday is expected"
    if (tense == Tense::Present && !t.is(at, kNowadays | kSpeech) && is_awaited(t, at)) return Tense::Future;
    return tense == Tense::Past ? tense_of_past_form(t, at) : tense;
}

}  // namespace dateline::extract::temporal
