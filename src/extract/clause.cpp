#include "extract/clause_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>
#include <utility>

namespace dateline::extract {

Clauses ClauseReader::run(std::vector<VerbGroup> verbs) {
    out_.verbs = std::move(verbs);
    std::erase_if(out_.verbs, [&](const VerbGroup& v) {  // "before the year is out"
        const TokenRange* date = date_at(v.head);
        return date && date->begin < v.first;
    });
    drop_asides();
    take_headline_infinitive();
    take_headline_participle();
    out_.clauses.reserve(out_.verbs.size());
    for (std::uint32_t v = 0; v < out_.verbs.size(); ++v)
        if (out_.verbs[v].mode == VerbGroup::Mode::Finite) add_clause(v);
    for (std::size_t i = 0; i < out_.clauses.size(); ++i) {
        const bool last = i + 1 >= out_.clauses.size();
        const std::uint32_t next = last ? end_ : out_.clauses[i + 1].begin;
        const std::uint32_t connector = last ? 0 : out_.clauses[i + 1].connector;
        out_.clauses[i].end = connector > out_.clauses[i].begin && connector < next && stands_between(connector) ? connector : next;
        const std::uint32_t aside = out_.aside.begin;
        const bool trails = out_.aside.end > aside && aside >= out_.verbs[out_.clauses[i].verb].end && aside < out_.clauses[i].end;
        if (trails && out_.aside.end + 1 >= out_.clauses[i].end) out_.clauses[i].end = aside;
        // "When the union collapsed in 1991, the railway that …": the comma ends it
        if (i == 0 && !last && out_.clauses[i].kind == Clause::Kind::Adverbial && out_.clauses[i].connector == first_)
            for (std::uint32_t k = out_.verbs[out_.clauses[i].verb].end; k < out_.clauses[i].end; ++k)
                if (token(k).is(',') && !date_at(k)) out_.clauses[i].end = k;
        if (const std::uint32_t except = exception_in(out_.verbs[out_.clauses[i].verb].end, out_.clauses[i].end); except != 0) {
            out_.clauses[i].end = except;
            // "…, though in Gao, where floods had killed 26, | they were postponed": what is excepted is told there
            const bool parted = i + 2 < out_.clauses.size() && out_.clauses[i + 1].kind == Clause::Kind::Relative &&
                                out_.clauses[i + 2].kind == Clause::Kind::Coordinate;
            if (parted && out_.clauses[i + 2].subject_begin < out_.clauses[i + 2].subject_end) {
                Clause& apart = out_.clauses[i + 2];
                apart.begin = except + 1;
                // "they" are what the rule is told of
                if (apart.subject_end == apart.subject_begin + 1 && is_subject_pronoun(word(apart.subject_begin)))
                    apart.subject_begin = out_.clauses[i].subject_begin, apart.subject_end = out_.clauses[i].subject_end;
            }
        }
        if (i + 2 < out_.clauses.size() && out_.clauses[i + 1].kind == Clause::Kind::Relative &&
            out_.clauses[i + 2].subject_end <= out_.clauses[i + 1].connector)
            for (std::uint32_t k = out_.verbs[out_.clauses[i].verb].end;
                 k < std::min(out_.clauses[i].end, out_.clauses[i + 2].subject_begin); ++k)
                if (token(k).is(';')) out_.clauses[i].end = k;  // "killed seven; | Uribe, who hoped to win, had been shot"
        trim(out_.clauses[i].begin, out_.clauses[i].end);
    }
    return std::move(out_);
}

/// "Putin to visit Mongolia in September": a headline's infinitive is its verb.
void ClauseReader::take_headline_infinitive() {
    const bool finite =
        std::any_of(out_.verbs.begin(), out_.verbs.end(), [](const VerbGroup& v) { return v.mode == VerbGroup::Mode::Finite; });
    if (finite || is_preposition(text_, first_) || date_at(first_)) return;
    constexpr std::uint32_t reach = 8;
    for (VerbGroup& v : out_.verbs) {
        if (v.first >= std::min(end_, first_ + reach)) return;
        const bool subject = v.mode == VerbGroup::Mode::Infinitive && v.first > first_ && token(v.first - 1).kind == TokenKind::Word &&
                             token(v.first - 1).capitalised() && !has(v.first - 1, kMonth) && !date_at(v.first - 1) &&
                             token(first_).capitalised();
        if (!subject) continue;
        v.mode = VerbGroup::Mode::Finite;
        v.planned = true;
        return;
    }
}

/// "Mayor, Ivan Petrov, | taken hostage by rebels", "Town of Kidal | taken by rebels": of a line without another verb, what was done.
void ClauseReader::take_headline_participle() {
    static constexpr WordSet kCaught{"hostage", "prisoner", "captive"};
    if (std::any_of(out_.verbs.begin(), out_.verbs.end(), [](const VerbGroup& v) { return v.mode == VerbGroup::Mode::Finite; })) return;
    const auto v = std::find_if(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Participle && g.first == g.head && g.sense.form == VerbForm::Participle && g.first > first_;
    });
    if (v == out_.verbs.end()) return;
    const bool done = v->sense.strength >= 2 || kCaught.contains(word(v->end)) || word(v->end) == "by";
    const std::uint32_t before = token(v->first - 1).is(',') && v->first > first_ + 1 ? v->first - 2 : v->first - 1;
    const bool subject = token(before).kind == TokenKind::Word && !is_preposition(text_, before) && !is_adverb(text_, before) &&
                         !has(before, kArticle | kFunction | kConjunction) && !date_at(before);
    if (!done || !subject) return;
    v->mode = VerbGroup::Mode::Finite;
    v->passive = v->past = true;
}

/// "Two men were hurt, | reports the Herald", "…, | said Ann Roe, a spokeswoman for the police": who says so behind the sentence's last verb.
/// Empty for anything else.
TokenRange ClauseReader::speaker_behind(const VerbGroup& v) const {
    static constexpr WordSet kSaid{"say", "report", "write", "add", "state", "note", "explain"};
    if (v.first != v.head || v.first < first_ + 3 || !kSaid.contains(v.sense.base)) return {};
    const bool quoted = token(v.first - 1).is('"') && token(v.first - 2).is(',');  // `in May," | said the office of the premier`
    if (!quoted && !token(v.first - 1).is(',')) return {};
    const std::uint32_t name = has(v.end, kArticle) ? v.end + 1 : v.end;
    if (name >= end_ || !(token(name).capitalised() || (quoted && name > v.end)) || has(name, kMonth)) return {};
    std::uint32_t end = v.end;
    while (end < end_ && token(end).kind == TokenKind::Word && !(end > name && is_preposition(text_, end) && date_at(end + 1))) ++end;
    if (is_preposition(text_, end))
        if (const TokenRange* said = date_at(end + 1); said && said->end + 1 >= end_) return {v.end, end};  // "said Ann Roe on 9 February"
    const bool who = token(end).is(',') && end + 1 < end_ && (has(end + 1, kArticle | kTitle) || token(end + 1).capitalised());
    if (who && !has(v.end, kArticle)) return {v.end, end};
    return end == end_ || (end + 1 >= end_ && token(end).kind == TokenKind::Mark) ? TokenRange{v.end, end} : TokenRange{};
}

/// `," the spokesman, Ann Roe, | told`: where who says it begins, behind the quotation and before the name; `verb` for none.
std::uint32_t ClauseReader::before_quoting_name(std::uint32_t verb) const {
    constexpr std::uint32_t longest = 12;
    if (verb < first_ + 4 || !token(verb - 1).is(',')) return verb;
    std::uint32_t i = verb - 1;
    while (i > first_ && token(i - 1).kind == TokenKind::Word && token(i - 1).capitalised()) --i;
    if (i + 1 >= verb || !token(i - 1).is(',')) return verb;
    for (--i; i > first_ && verb - i <= longest && token(i - 1).kind == TokenKind::Word;) --i;
    return i > first_ && token(i - 1).is('"') && !token(i).is(',') ? i : verb;
}

/// ", the minister said," and ", it added." stand beside what is said and are no clauses of their own.
void ClauseReader::drop_asides() {
    constexpr std::uint32_t kLongest = 16;
    std::uint32_t finite = 0;
    for (const VerbGroup& v : out_.verbs) finite += v.mode == VerbGroup::Mode::Finite;
    // "The premier, it will be remembered, visited Lobito": said of what the sentence tells, by nobody
    if (finite > 1)
        std::erase_if(out_.verbs, [&](const VerbGroup& v) {
            const bool aside = v.mode == VerbGroup::Mode::Finite && v.passive && v.first > first_ + 1 && word(v.first - 1) == "it" &&
                               token(v.first - 2).is(',') && token(v.end).is(',');
            if (aside) out_.aside = {v.first - 2, v.end + 1}, --finite;
            return aside;
        });
    for (std::size_t k = 0; k < out_.verbs.size() && finite > 1; ++k) {
        const VerbGroup& v = out_.verbs[k];
        if (v.mode != VerbGroup::Mode::Finite || (v.sense.use & kSays) == 0 || v.passive || v.first == v.end) continue;
        if (const TokenRange speaker = speaker_behind(v); speaker.begin < speaker.end && k + 1 == out_.verbs.size()) {
            out_.aside_speaker = speaker;
            out_.aside = {v.first, end_ - (token(end_ - 1).kind == TokenKind::Mark ? 1 : 0)};
            out_.verbs.pop_back();
            return;
        }
        if (v.planned && v.past) continue;  // "In Skopje, the minister was to have spoken on 12 April, but …"
        // ", the minister told parliament on Monday"
        std::uint32_t end = v.end;
        if (v.sense.base == "tell")
            for (constexpr std::uint32_t longest = 4; end < std::min(end_, v.end + longest) && token(end).kind == TokenKind::Word &&
                                                      !date_at(end) && !is_preposition(text_, end) && word(end) != "that";)
                ++end;
        const bool closes = end >= end_ || token(end).is(',') || token(end).is('.') || token(end).is(';') || date_at(end) ||
                            (token(end).kind == TokenKind::Word && (word(end) == "on" || word(end) == "in") && date_at(end + 1));
        // ", the mission said | in a statement issued on Wednesday."
        static constexpr WordSet kHow{"in", "at", "during", "via", "through", "on", "by"};
        const bool last =
            k + 1 >= out_.verbs.size() || std::none_of(out_.verbs.begin() + static_cast<std::ptrdiff_t>(k) + 1, out_.verbs.end(),
                                                       [](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite; });
        const bool at_end =
            !closes && last && k > 0 && kHow.contains(word(end)) &&
            std::none_of(text_.tokens.begin() + end, text_.tokens.begin() + end_, [](const Token& t) { return t.is(',') || t.is('"'); });
        if (!closes && !at_end) continue;
        std::uint32_t begin = v.first;
        while (begin > first_ && v.first - begin < kLongest && !token(begin - 1).is(',') && !token(begin - 1).is('"') &&
               !token(begin - 1).is(';'))
            --begin;
        if (begin == v.first) begin = before_quoting_name(begin);
        const bool opens = begin > first_ + 1 && begin < v.first && (token(begin - 1).is(',') || token(begin - 1).is('"')) &&
                           word(begin) != "and" && word(begin) != "who" && word(begin) != "which" && word(begin) != "where" &&
                           word(begin) != "when" && word(begin) != "whose" && word(begin) != "but" && word(begin + 1) != "whom" &&
                           word(begin + 1) != "which";
        // ", a charge Tehran denied": what was charged, not who says so
        const bool of_noun = has(begin, kArticle) &&
                             (v.sense.base == "deny" || v.sense.base == "reject" || v.sense.base == "dispute" || v.sense.base == "dismiss");
        if (!opens || of_noun) continue;
        out_.aside_speaker = {begin, v.first};
        const bool on = word(end) == "on" || word(end) == "in";
        const TokenRange* date = date_at(on ? end + 1 : end);
        if (!at_end && word(date ? date->end : end) ==
                           "that") {  // "Before leaving, | the premier told reporters on Sunday | that the border would reopen"
            out_.aside_speaker = {};
            continue;
        }
        out_.aside = {begin, at_end ? end_ - (token(end_ - 1).kind == TokenKind::Mark ? 1 : 0)
                             : date ? date->end
                                    : end};  // "police said on Monday"
        out_.verbs.erase(out_.verbs.begin() + static_cast<std::ptrdiff_t>(k));
        return;
    }
}

/// "The buses | damaged by hail after the storm returned": a participle of what stands before it, that no comma sets off.
bool ClauseReader::has_participle_between(std::uint32_t from, std::uint32_t to) const {
    return std::any_of(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Participle && g.first > from && g.first < to && token(g.first - 1).kind == TokenKind::Word;
    });
}

/// "One day before the taps were closed, the ministers met": the sentence's first verb may stand in a clause of time.
bool ClauseReader::begins_adverbial(std::uint32_t v, Clause& clause) const {
    const VerbGroup& verb = out_.verbs[v];
    const bool another = std::any_of(out_.verbs.begin() + v + 1, out_.verbs.end(), [&](const VerbGroup& g) {
        if (g.mode != VerbGroup::Mode::Finite) return false;
        for (std::uint32_t i = verb.end; i < g.first; ++i)
            if (token(i).is(',')) return true;
        return g.auxiliary > verb.end;  // "Only when the army left | did the mayor return"
    });
    if (!another) return false;
    for (std::uint32_t i = verb.first; i-- > first_;) {
        if (token(i).is(',')) return false;
        const std::string_view w = word(i);
        const bool by_the_time = w == "time" && i > first_ + 1 && word(i - 1) == "the" && word(i - 2) == "by";
        if ((!is_adverbial(w) && !by_the_time) || w == "so" || i + 1 >= verb.first || date_at(i + 1) ||
            (w == "as" && is_preposition(text_, i + 1)))
            continue;
        if (is_preposition(text_, i) && i + 1 < verb.first && token(i + 1).facts->verb->form == VerbForm::Gerund) return false;
        if (is_preposition(text_, i) && has_participle_between(first_, i)) continue;
        for (std::uint32_t k = i; k > first_ + 1 && !token(k).is(','); --k)  // "Ivanov, whose trial before the court | opened"
            if (word(k) == "whose" && token(k - 1).is(',') && is_preposition(text_, i)) return false;
        clause.kind = Clause::Kind::Adverbial;
        clause.connector = i;
        clause.begin = i + 1;
        return true;
    }
    return false;
}

/// "Rumours | that the governor had fled | proved untrue": the word that begins what a noun of the sentence's opening says, where another
/// verb comes; 0 for none.
std::uint32_t ClauseReader::told_by_noun_before(std::uint32_t v) const {
    const std::uint32_t verb = out_.verbs[v].first;
    const bool another =
        std::any_of(out_.verbs.begin() + v + 1, out_.verbs.end(), [](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite; });
    for (std::uint32_t i = verb; another && i-- > first_ + 1;) {
        if (token(i).kind == TokenKind::Mark) return 0;
        if (word(i) == "that") return i + 1 < verb && tells_with_that(word(word_before_that(text_, first_, i))) ? i : 0;
    }
    return 0;
}

/// "The theatre, shut since a pipe burst in May, | will reopen": the subject before what is set off with a clause of time of its own.
bool ClauseReader::takes_up_behind_time(Clause& clause) const {
    const Clause& opening = out_.clauses.back();
    const VerbGroup& verb = out_.verbs[clause.verb];
    if (out_.clauses.size() != 1 || opening.kind != Clause::Kind::Adverbial || opening.connector <= first_ + 2 ||
        clause.subject_begin + 1 < clause.subject_end || !token(verb.first - 1).is(','))
        return false;
    const auto set_off = std::find_if(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Participle && g.first > first_ && token(g.first - 1).is(',') && g.end == opening.connector;
    });
    if (set_off == out_.verbs.end()) return false;
    const std::uint32_t comma = set_off->first - 1, begin = subject_after_fronted(first_, comma);
    if (begin >= comma) return false;
    clause.kind = Clause::Kind::Main;
    clause.governor = -1;
    clause.subject_begin = begin;
    clause.subject_end = comma;
    return true;
}

/// "Ann Dunne, a novelist who wrote of the valleys, died": after the comma that ends a sentence's opening relative clause the
/// verb is that of the subject before it.
void ClauseReader::take_up_main(Clause& clause) const {
    if (takes_up_behind_time(clause)) return;
    const Clause& opening = out_.clauses.back();
    // "Ona, who held out and in May 2004 had himself crowned, | died"
    const auto joined_on = [](const Clause& c) { return c.kind == Clause::Kind::Coordinate && c.subject_begin + 1 >= c.subject_end; };
    const bool both_aside = out_.clauses.size() > 1 && out_.clauses.front().kind == Clause::Kind::Relative &&
                            std::all_of(out_.clauses.begin() + 1, out_.clauses.end(), joined_on) &&
                            out_.clauses.front().connector > first_ && token(out_.clauses.front().connector - 1).is(',');
    if (both_aside && clause.kind == Clause::Kind::Coordinate && token(clause.connector).is(',') &&
        clause.begin >= out_.verbs[clause.verb].first) {
        std::uint32_t end = out_.clauses.front().connector;
        while (end > first_ && token(end - 1).is(',')) --end;
        const std::uint32_t begin = subject_after_fronted(first_, end);
        if (begin < end) {
            clause.kind = Clause::Kind::Main;
            clause.governor = -1;
            clause.subject_begin = begin;
            clause.subject_end = end;
            return;
        }
    }
    const bool resumes = out_.clauses.size() == 1 && opening.kind == Clause::Kind::Relative && clause.kind == Clause::Kind::Coordinate &&
                         token(clause.connector).is(',') && clause.subject_begin + 1 >= clause.subject_end &&
                         clause.begin >= out_.verbs[clause.verb].first;
    // "Rebels who seized the town withdrew": no comma
    const VerbGroup& told = out_.verbs[opening.verb];
    const bool content = opening.kind == Clause::Kind::Content && opening.connector > first_;  // "Rumours that he had fled | proved untrue"
    const VerbGroup& own = out_.verbs[clause.verb];
    const bool was_told = (told.sense.use & kSays) != 0 && word(told.end) == "to";  // "A man who had been told to leave | was found dead"
    const bool was_meant = ((told.sense.use & kIntends) != 0 || was_told) && told.passive && own.first > told.end &&
                           is_preposition(text_, told.end);  // "A trip that had been planned for this week | was put off"
    const bool runs_on =
        out_.clauses.size() == 1 && (opening.kind == Clause::Kind::Relative || content) && clause.kind == Clause::Kind::Content &&
        clause.connector == 0 &&
        ((told.sense.use & (kSays | kAnnounces | kIntends)) == 0 || was_meant || opening.antecedent.begin < opening.antecedent.end);
    if (out_.clauses.size() > 1 && opening.kind == Clause::Kind::Relative && clause.kind == Clause::Kind::Coordinate &&
        token(clause.connector).is(',') && clause.subject_begin + 1 >= clause.subject_end &&
        clause.begin >= out_.verbs[clause.verb].first) {
        // "The attacks killed seven; three days earlier Senator Uribe, who hoped to win, | had been shot"
        std::uint32_t end = opening.connector, begin = end;
        while (end > first_ && token(end - 1).is(',')) --end;
        const std::uint32_t before = out_.verbs[out_.clauses[out_.clauses.size() - 2].verb].end;
        while (begin > before && !token(begin).is(';')) --begin;
        if (begin <= before || begin + 1 >= end || end == opening.connector) return;
        clause.subject_begin = subject_after_fronted(begin + 1, end);
        clause.subject_end = end;
        return;
    }
    // "obtained permits, but a convoy which set out from X on 17 January | was turned back": no comma, in a later part of the sentence
    const bool runs_on_later =
        out_.clauses.size() > 1 && opening.kind == Clause::Kind::Relative &&
        (word(opening.connector) == "which" || word(opening.connector) == "who") && !token(opening.connector - 1).is(',') &&
        opening.subject_begin < opening.subject_end && opening.subject_end == opening.connector && told.first <= opening.connector + 2 &&
        clause.kind == Clause::Kind::Content && clause.connector == 0 && (told.sense.use & (kSays | kAnnounces | kIntends)) == 0 &&
        !told.copula && (own.passive || own.perfect || own.planned) && opening.governor >= 0;
    if (runs_on_later) {
        clause.kind = Clause::Kind::Coordinate;
        clause.governor = opening.governor;
        clause.begin = own.first;
        clause.subject_begin = opening.subject_begin;
        clause.subject_end = opening.subject_end;
        return;
    }
    if (!resumes && !runs_on) return;
    if (runs_on) clause.begin = out_.verbs[clause.verb].first;
    std::uint32_t end = opening.connector;
    if (opening.antecedent.end > opening.antecedent.begin && opening.antecedent.end < opening.begin)
        end = opening.antecedent.end;                                    // "the port, | half of which is sold, opened"
    else if (end > first_ + 1 && is_preposition(text_, end - 1)) --end;  // "exercises | in which Kazakhstan took part"
    while (end > first_ && token(end - 1).is(',')) --end;
    const std::uint32_t begin = subject_after_fronted(first_, end);
    if (begin >= end) return;
    clause.kind = Clause::Kind::Main;
    clause.governor = -1;
    clause.subject_begin = begin;
    clause.subject_end = end;
}

/// "skipped the summit, which was held in May, | and declared": a relative clause between commas is past where its
/// verb is passive and this one has an object, and who did the one did the other; -1 where it goes on.
std::int32_t ClauseReader::past_aside(const Clause& clause) const {
    const Clause& aside = out_.clauses.back();
    const bool joined = clause.kind == Clause::Kind::Coordinate && has(clause.connector, kConjunction) &&
                        token(clause.connector - 1).is(',') && clause.begin >= out_.verbs[clause.verb].first;
    const std::uint32_t pronoun = aside.connector;
    const bool set_off = aside.kind == Clause::Kind::Relative && pronoun > first_ && token(pronoun - 1).is(',');
    const VerbGroup &before = out_.verbs[aside.verb], &verb = out_.verbs[clause.verb];
    const bool other_voice = before.passive && !verb.passive && takes_object(text_, end_, verb);
    if (!joined || !set_off || !other_voice || aside.governor < 0) return -1;
    const Clause& main = out_.clauses[static_cast<std::size_t>(aside.governor)];
    return main.kind == Clause::Kind::Main && main.subject_begin < main.subject_end ? aside.governor : -1;
}

/// The first clause of a sentence: where its subject begins, and whether a word before that makes it less than the main one.
void ClauseReader::open_first(Clause& clause) {
    const std::uint32_t v = clause.verb;
    const VerbGroup& verb = out_.verbs[v];
    clause.begin = first_;
    clause.subject_begin = subject_after_fronted(first_, verb.first);
    clause.subject_end = verb.first;
    out_.fronted_end = clause.subject_begin;
    if (begins_adverbial(v, clause)) {
        clause.subject_begin = subject_after_fronted(clause.begin, verb.first);
        out_.fronted_end = clause.connector;
    }
    if (verb.auxiliary != 0) {
        clause.subject_begin = verb.auxiliary + 1;
        out_.fronted_end = verb.auxiliary;
    } else if (const std::uint32_t that = clause.kind == Clause::Kind::Main ? told_by_noun_before(v) : 0; that != 0) {
        clause.kind = Clause::Kind::Content;
        clause.connector = that;
        clause.begin = that + 1;
        clause.subject_begin = subject_after_fronted(that + 1, verb.first);
    } else if (const std::uint32_t pronoun = relative_pronoun_before(verb.first); pronoun != 0) {
        clause.kind = Clause::Kind::Relative;
        clause.connector = pronoun;
        clause.subject_begin = clause.subject_end = pronoun;
    } else if (const std::uint32_t object = clause.kind == Clause::Kind::Main ? object_pronoun_before(v) : 0; object != 0) {
        clause.kind = Clause::Kind::Relative;
        clause.connector = object;
        if (word(object) != "whose") clause.begin = clause.subject_begin = object + 1;
    }
}

/// A clause behind another: where the one ends and the other begins, and on which it hangs.
void ClauseReader::open_next(Clause& clause) {
    const VerbGroup& verb = out_.verbs[clause.verb];
    const VerbGroup& before = out_.verbs[out_.clauses.back().verb];
    find_boundary(before, verb, clause);
    clause.governor = static_cast<std::int32_t>(out_.clauses.size()) - 1;
    if (out_.clauses.size() == 1 && out_.clauses[0].kind == Clause::Kind::Adverbial && clause.kind == Clause::Kind::Coordinate) {
        clause.kind = Clause::Kind::Main;
        clause.governor = -1;
    }
    clause.subject_begin = verb.auxiliary != 0 ? verb.auxiliary + 1 : subject_after_fronted(clause.begin, verb.first);
    clause.subject_end = verb.first;
    // "Elections were held, though in Gao, hit by floods, | they | were put off": the elections
    const std::string_view joint = clause.kind == Clause::Kind::Adverbial ? word(clause.connector) : std::string_view{};
    const bool excepts = (joint == "though" || joint == "although") &&
                         (word(clause.connector + 1) == "in" || word(clause.connector + 1) == "at") && !date_at(clause.connector + 1) &&
                         !date_at(clause.connector + 2);
    const std::string_view who = clause.subject_end == clause.subject_begin + 1 ? word(clause.subject_begin) : std::string_view{};
    if (const Clause& rule = out_.clauses.back();
        excepts && verb.passive && (who == "they" || who == "it") && rule.subject_begin < rule.subject_end)
        clause.subject_begin = rule.subject_begin, clause.subject_end = rule.subject_end;
    take_up_main(clause);
    if (const std::int32_t main = clause.subject_begin + 1 >= clause.subject_end ? past_aside(clause) : -1; main >= 0)
        clause.governor = main;
}

/// "the president, with whom he had spoken", "the state, to which the land belonged": what a relative clause tells of.
void ClauseReader::take_antecedent_of_phrase(Clause& clause) const {
    Clause of_phrase = clause;
    of_phrase.connector = clause.connector - 1;
    take_antecedent(of_phrase, clause.verb);
    for (std::uint32_t i = of_phrase.subject_end;
         word(clause.connector) == "which" && i-- > of_phrase.subject_begin + 1;)  // "from | the state, to which"
        if (has(i, kArticle) || (is_preposition(text_, i) && word(i) != "of")) {
            of_phrase.subject_begin = has(i, kArticle) ? i : i + 1;
            break;
        }
    clause.antecedent = {of_phrase.subject_begin, of_phrase.subject_end};
}

/// What a relative clause hangs on, as its subject or its object.
void ClauseReader::take_what_it_tells_of(Clause& clause) const {
    const std::uint32_t v = clause.verb;
    const VerbGroup& verb = out_.verbs[v];
    const std::string_view pronoun = clause.kind == Clause::Kind::Relative ? word(clause.connector) : std::string_view{};
    const bool of_part = (pronoun == "which" || pronoun == "whom") &&
                         (word(clause.connector - 1) == "of" || names_thing_of_it(clause.connector)) &&
                         clause.subject_begin >= clause.subject_end;
    if (of_part) {
        take_part_of(clause, v);
    } else if (clause.kind == Clause::Kind::Relative && clause.subject_begin >= clause.subject_end) {
        take_antecedent(clause, v);
    } else if (clause.kind == Clause::Kind::Relative && clause.connector == 0 && lacks_object(verb)) {  // "30 hostages | they had seized"
        Clause of_object = clause;
        of_object.connector = clause.begin;
        take_antecedent(of_object, v);
        clause.antecedent = {of_object.subject_begin, of_object.subject_end};
    } else if (leads_with_preposition(text_, first_, clause) && lacks_object(verb)) {
        take_antecedent_of_phrase(clause);
    } else if ((pronoun == "which" || pronoun == "whom" || pronoun == "that") &&
               (takes_no_object(verb) || lacks_object_before_day(clause, verb) || (out_.clauses.empty() && had_said_of_it(verb))) &&
               clause.connector > first_ && !is_preposition(text_, clause.connector - 1)) {
        Clause of_object = clause;
        take_antecedent(of_object, v);
        static constexpr WordSet kWhen{"occasion", "time", "times", "day", "moment", "year", "week", "month", "place", "way", "reason"};
        const bool tells_when =
            of_object.subject_end > first_ && kWhen.contains(word(of_object.subject_end - 1));  // "the last time that they met"
        if (!tells_when) clause.antecedent = {of_object.subject_begin, of_object.subject_end};
    }
}

void ClauseReader::add_clause(std::uint32_t v) {
    Clause clause;
    clause.verb = v;
    if (out_.clauses.empty()) open_first(clause);
    else open_next(clause);
    const auto of_number = [&](std::uint32_t i) {
        return word(i) == "first" && i > clause.subject_begin && has(i - 1, kArticle);
    };  // "the first | had been held in May"
    while (clause.subject_end > clause.subject_begin &&
           (token(clause.subject_end - 1).is(',') || (is_adverb(text_, clause.subject_end - 1) && !of_number(clause.subject_end - 1)) ||
            has(clause.subject_end - 1, kNegation)))
        --clause.subject_end;
    take_what_it_tells_of(clause);
    out_.clauses.push_back(clause);
}

Clauses read_clauses(const Text& text, const Sentence& sentence, std::span<const TokenRange> dates) {
    return read_clauses(text, sentence, dates, find_verb_groups(text, sentence));
}

Clauses read_clauses(const Text& text, const Sentence& sentence, std::span<const TokenRange> dates, std::vector<VerbGroup> verbs) {
    return ClauseReader(text, sentence, dates).run(std::move(verbs));
}

}  // namespace dateline::extract
