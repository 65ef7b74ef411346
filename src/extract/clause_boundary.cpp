#include "extract/clause_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>

// Where one clause ends and the next begins.
namespace dateline::extract {

bool ClauseReader::parts_sentence(std::uint32_t i) const {
    if (token(i).kind != TokenKind::Mark) return false;
    if (token(i).is(';')) return true;
    const bool dots = token(i).is('.') && (token(i).end - token(i).begin > 1 || (i > first_ && token(i - 1).is('.')));
    if (!dots || i + 1 >= end_ || !(has(i + 1, kArticle) || token(i + 1).capitalised())) return false;
    return std::count_if(text_.tokens.begin() + first_, text_.tokens.begin() + i, [](const Token& t) { return t.is('"'); }) % 2 == 0;
}

/// "were held on 6 October, | though in Gao they were not", "across Mali, | except in Gao": where what the verb does not reach begins; 0 for nowhere.
std::uint32_t ClauseReader::exception_in(std::uint32_t from, std::uint32_t end) const {
    static constexpr WordSet kWhere{"in", "at", "near", "around", "across", "along"};
    for (std::uint32_t i = from; i + 2 < end; ++i) {
        const bool after_comma = i > from && token(i - 1).is(',');
        const std::string_view w = word(i);
        if (!after_comma && !w.starts_with("except")) continue;
        const bool but_not = after_comma && w == "but" && word(i + 1) == "not";
        if (!but_not && !(after_comma && (w == "though" || w == "although" || w == "save")) && w != "except" && w != "excepting") continue;
        const std::uint32_t joint = but_not ? i + 2 : i + 1;
        if (kWhere.contains(word(joint)) && !date_at(joint) && !date_at(joint + 1)) return i;
    }
    return 0;
}

/// "The sheriff said Bruce, 42, of Nixa, was arrested": a subject comes right after the verb of saying, with no "that";
/// where it begins, 0 for none.
std::uint32_t ClauseReader::what_was_said(const VerbGroup& before, const VerbGroup& verb) const {
    static constexpr WordSet kTakeClauses{"deny",  "warn",    "vow",   "promise", "threaten", "conclude",    "allege", "say",     "add",
                                          "claim", "believe", "argue", "insist",  "suggest",  "announce",    "report", "confirm", "declare",
                                          "admit", "state",   "note",  "hope",    "maintain", "acknowledge", "predict"};
    if (!kTakeClauses.contains(before.sense.base)) return 0;
    // "The company, which reported a profit of 8 million, | said"
    if (token(verb.first - 1).is(',') && !out_.clauses.empty() && out_.clauses.back().kind == Clause::Kind::Relative &&
        out_.clauses.size() == 1)
        return 0;
    std::uint32_t at = before.end;  // past "on Monday"
    if (is_preposition(text_, at) && date_at(at + 1)) ++at;
    if (const TokenRange* date = date_at(at)) at = date->end;
    if (before.passive || at >= verb.first) return 0;
    const Token& next = token(at);
    if (next.kind == TokenKind::Number) return at;
    const std::string_view w = word(at);
    // "said oil exports through the strait rose": a plural whose own words stand before it
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t k = at;
         k < std::min(at + reach, verb.first) && token(k).kind == TokenKind::Word && token(k).letter_case == Case::Lower; ++k) {
        if (has(k, kFunction | kConjunction) || is_preposition(text_, k) || is_adverb(text_, k) || token(k).possessive) break;
        if (k > at && word(k).ends_with('s') && !word(k).ends_with("ss") && (k + 1 == verb.first || is_preposition(text_, k + 1)))
            return at;
    }
    // "said police had", "said crews from Ohio would": a noun without an article
    const bool bare = next.kind == TokenKind::Word && at + 1 <= verb.first && !has(at, kFunction) && !is_preposition(text_, at) &&
                      !is_adverb(text_, at) && (w.ends_with('s') || w == "police" || w == "people");
    if (bare && !next.capitalised() && token(verb.first - 1).is(',')) return 0;  // "which reported results Friday, expects"
    if (bare) return at;
    const bool opens = next.kind == TokenKind::Word && !is_preposition(text_, at) && w != "to" &&
                       (next.capitalised() || has(at, kArticle) || w == "it" || w == "he" || w == "she" || w == "they" || w == "his" ||
                        w == "its" || w == "their");
    return opens ? at : 0;
}

/// "said crews from Ohio and Indiana would": an "and" between two names right before the verb.
bool ClauseReader::joins_names(std::uint32_t i, const VerbGroup& verb) const {
    if (i == first_ || !token(i - 1).capitalised() || token(i - 1).kind != TokenKind::Word || date_at(i - 1))
        return false;  // "on 5 June and | Erdogan condemned"
    for (std::uint32_t k = i + 1; k < verb.first; ++k)
        if (token(k).kind != TokenKind::Word || !token(k).capitalised()) return false;
    return i + 1 < verb.first;
}

/// "the status it has held since": the pronoun that begins a relative clause without a word that joins it; 0 for none.
std::uint32_t ClauseReader::contact_pronoun(const VerbGroup& before, const VerbGroup& verb) const {
    const std::uint32_t p = verb.first - 1;
    if (p <= before.end || !is_subject_pronoun(word(p)) || (before.sense.use & kSays) != 0) return 0;
    const bool noun = token(p - 1).kind == TokenKind::Word && token(p - 1).letter_case == Case::Lower &&
                      !has(p - 1, kFunction | kConjunction | kArticle) && !is_preposition(text_, p - 1) && !is_adverb(text_, p - 1) &&
                      !date_at(p - 1);
    return noun ? p : 0;
}

/// "The camps, where they have been held since | the violence of June 2012, | received", "put out after | dark with fifty aboard, and | 31 were
/// pulled": a phrase of time that a comma ends, before the verb or before what is joined.
bool ClauseReader::ends_before(std::uint32_t preposition, std::uint32_t verb) const {
    std::uint32_t commas = 0;
    bool joined = false;
    if (token(preposition + 1).facts->verb->form == VerbForm::Gerund || word(preposition + 1) == "having" ||
        word(preposition + 1) == "being")
        return false;
    for (std::uint32_t i = preposition + 1; i < verb; ++i) {
        if (is_relative(word(i))) return false;
        if (!token(i).is(',')) continue;
        ++commas;
        joined = joined || (i + 2 < verb && (word(i + 1) == "and" || word(i + 1) == "but") && commas == 1);
    }
    return commas == 1 && (joined || token(verb - 1).is(','));
}

/// A word between two verbs that begins the clause of the second: "that", "which", "while"; false for none.
bool ClauseReader::begins_with_word(const VerbGroup& before, const VerbGroup& verb, Clause& clause) const {
    for (std::uint32_t i = verb.first; i-- > before.end;) {
        const std::string_view w = word(i);
        if (parts_sentence(i)) break;  // "laid it before parliament; the house is to ratify it"
        if (token(i).kind != TokenKind::Word) continue;
        const bool immediate = i + 1 == verb.first || (i + 2 == verb.first && is_adverb(text_, i + 1));
        if (w == "that") {
            // "one of the raiders, | that had left the column, | had been shot"
            const bool set_off = immediate && i > before.end + 1 && token(i - 1).is(',') && token(i - 2).kind == TokenKind::Word;
            const bool noun_before = i > before.end && (!token(i - 1).is(',') || set_off);
            clause.kind = noun_before && (immediate || is_of_object(i, before, verb)) ? Clause::Kind::Relative : Clause::Kind::Content;
        } else if (is_relative(w)) {
            clause.kind = Clause::Kind::Relative;
        } else if (is_adverbial(w) && is_preposition(text_, i) && token(verb.first - 1).is(',') && is_gerund_at(i + 1) &&
                   (token(i - 1).is(',') ? has(i - 2, kConjunction) : !has(i - 1, kConjunction) && word(i - 1) != "but")) {
            continue;  // "which was renamed after having been bought, passed the strait"
        } else if (is_adverbial(w) && is_preposition(text_, i) && has(verb.first - 1, kConjunction)) {
            continue;  // "flew home after the attack and was arrested"
        } else if (is_adverbial(w) && is_preposition(text_, i) && ends_before(i, verb.first)) {
            continue;
        } else if (is_adverbial(w) &&
                   (!is_preposition(text_, i) ||
                    (i + 2 < verb.first && !date_at(i + 1) &&
                     !((word(i + 1) == "late" || word(i + 1) == "early" || word(i + 1) == "about") && date_at(i + 2))) ||
                    (i + 2 == verb.first &&
                     (is_subject_pronoun(word(i + 1)) || is_bare_plural(i + 1))))) {  // "as she left a rally", "until sanctions are lifted"
            clause.kind = Clause::Kind::Adverbial;
        } else {
            continue;
        }
        clause.connector = i;
        clause.begin = i + 1;
        return true;
    }
    return false;
}

/// "and none of the cooks | or forty waiters | fell ill": a conjunction within what nobody or nothing is said of.
bool ClauseReader::joins_none(std::uint32_t conjunction, std::uint32_t from) const {
    constexpr std::uint32_t longest = 7;
    if (word(conjunction) != "or" && word(conjunction) != "nor") return false;
    for (std::uint32_t i = conjunction; i-- > from && conjunction - i <= longest && token(i).kind == TokenKind::Word;) {
        const std::string_view w = word(i);
        if (w == "none" || w == "no" || w == "neither") return true;
        if (has(i, kConjunction)) return false;
    }
    return false;
}

/// "had been rotated | and arms, ammunition and mines | carried in": the conjunction before a list that `last` closes and that is the
/// subject of `verb`; `last` where there is none.
std::uint32_t ClauseReader::before_list(std::uint32_t last, const VerbGroup& before, const VerbGroup& verb) const {
    const auto names = [&](std::uint32_t i) {
        return token(i).kind == TokenKind::Word && token(i).letter_case == Case::Lower && !has(i, kFunction | kConjunction) &&
               !is_preposition(text_, i) && !is_adverb(text_, i);
    };
    for (std::uint32_t i = last + 1; i < verb.first; ++i)
        if (!names(i)) return last;
    bool listed = false;
    for (std::uint32_t i = last; i-- > before.end;) {
        if (has(i, kConjunction)) return listed && i + 1 < last ? i : last;
        if (token(i).is(',')) listed = true;
        else if (!names(i)) return last;
    }
    return listed && has(before.end, kConjunction) ? before.end : last;
}

/// Where the clause of `verb` begins, after the one of `before`.
void ClauseReader::find_boundary(const VerbGroup& before, const VerbGroup& verb, Clause& clause) const {
    if (begins_with_word(before, verb, clause)) return;
    if (const std::uint32_t pronoun = contact_pronoun(before, verb); pronoun != 0) {
        clause.kind = Clause::Kind::Relative;
        clause.begin = pronoun;
        return;
    }
    std::uint32_t comma = 0, conjunction = 0, strong = 0;
    for (std::uint32_t i = verb.first; i-- > before.end;) {
        const bool joins =
            (has(i, kConjunction) && !date_at(i)) || word(i) == "but" || word(i) == "nor";  // not "killed between 23 and 28 January"
        if (joins && conjunction == 0 && !joins_none(i, before.end)) conjunction = i;
        if (joins && i > before.end && token(i - 1).is(',') && strong == 0) strong = i;
        if ((parts_sentence(i) || token(i).is(':')) && strong == 0) strong = i;
        if (token(i).is(',') && comma == 0) comma = i;
    }
    if (conjunction != 0 && strong == 0 && joins_names(conjunction, verb)) conjunction = 0;
    if (const std::uint32_t list = conjunction != 0 && strong == 0 ? before_list(conjunction, before, verb) : conjunction;
        list != conjunction) {
        clause.kind = Clause::Kind::Coordinate;
        clause.connector = list;
        clause.begin = list + 1;
        return;
    }
    if (const std::uint32_t said = strong == 0 && conjunction == 0 ? what_was_said(before, verb) : 0; said != 0) {
        clause.kind = Clause::Kind::Content;
        clause.connector = 0;
        clause.begin = said;
        return;
    }
    // "left Goma on 7 February and, | after transiting Kigali and Entebbe, | should be flown": what stands between parts the verb from its "and"
    for (std::uint32_t i = before.end; strong == 0 && comma + 1 == verb.first && i + 1 < comma; ++i)
        if (has(i, kConjunction) && token(i + 1).is(',')) {
            clause.kind = Clause::Kind::Coordinate;
            clause.connector = i;
            clause.begin = comma + 1;
            return;
        }
    const auto shares = [&](std::uint32_t at) { return at != 0 && subject_after_fronted(at + 1, verb.first) + 1 >= verb.first; };
    // "A guard was shot | and six more men, among them three drivers, | were injured": the last comma ends an aside of the second subject
    const bool closes_aside = conjunction != 0 && comma + 1 == verb.first &&
                              std::any_of(text_.tokens.begin() + conjunction + 2, text_.tokens.begin() + std::max(comma, conjunction + 2),
                                          [](const Token& t) { return t.is(','); });
    const std::uint32_t at = strong != 0 ? strong : shares(conjunction) || closes_aside ? conjunction : comma != 0 ? comma : conjunction;
    clause.kind = at == 0 ? Clause::Kind::Content : Clause::Kind::Coordinate;
    clause.connector = at;
    clause.begin = at == 0 ? before.end : at + 1;
    // "blew up in Cali | and, some 400 kilometres to the north, | guerrillas brought down": the aside is of the second
    if (conjunction != 0 && strong == 0 && token(conjunction + 1).is(',') && conjunction + 1 < comma && comma + 1 < verb.first) {
        const bool dated = std::any_of(dates_.begin(), dates_.end(), [&](const TokenRange& d) {
            return d.begin > conjunction && d.begin < comma;
        });  // "and, by 6 October, the town was taken"
        clause.connector = conjunction;
        clause.begin = dated ? conjunction + 1 : comma + 1;
    }
}

}  // namespace dateline::extract
