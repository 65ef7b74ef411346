#include "extract/clause_reader.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

// What the pronouns of relative clauses stand for.
namespace dateline::extract {
namespace {

/// Who is told of with what he is of: "the mayor of Tuzla, who", "workers of the plant, who", not "a friend of Ivanov, who".
constexpr WordSet kOffices{"mayor",      "governor",  "president",   "minister", "premier",    "leader",    "head",
                           "chief",      "chairman",  "commander",   "director", "ambassador", "envoy",     "king",
                           "queen",      "emir",      "sultan",      "bishop",   "archbishop", "patriarch", "speaker",
                           "prosecutor", "captain",   "chancellor",  "member",   "members",    "workers",   "residents",
                           "soldiers",   "employees", "inhabitants", "leaders",  "citizens",   "ministers", "heads"};

}  // namespace

TokenRange thing_meant(const Text& text, TokenRange phrase, const VerbSense& deed) {
    static constexpr WordSet kOfThings{"sail",   "sink",    "capsize", "dock",       "anchor",     "land",  "crash", "collapse",
                                       "derail", "explode", "open",    "inaugurate", "commission", "build", "erect"};
    if (!kOfThings.contains(deed.base)) return phrase;
    const auto is_article = [&](std::uint32_t i) { return (text.token(i).lexicon & kArticle) != 0; };
    std::uint32_t first = phrase.begin, thing = 0;
    while (first < phrase.end && !is_preposition(text, first)) ++first;
    for (std::uint32_t i = first; i + 2 < phrase.end && thing == 0; ++i)  // "work on | the bridge over the Sava"
        if (is_preposition(text, i) && text.folded(text.token(i)) != "of" && is_article(i + 1)) thing = i;
    if (thing == 0 || first == phrase.begin) return phrase;
    const NounSense& head = *text.token(first - 1).facts->noun;
    static constexpr WordSet kProcesses{"production", "work", "works", "traffic", "transit", "transport", "output"};
    const bool process =
        kProcesses.contains(text.folded(text.token(first - 1))) ||
        (head.known && (head.kind == EventKind::Supply || head.kind == EventKind::Construction || head.kind == EventKind::Figure ||
                        head.kind == EventKind::Trade || head.kind == EventKind::Movement));
    return process ? TokenRange{thing + 1, phrase.end} : phrase;
}

bool leads_with_preposition(const Text& text, std::uint32_t first, const Clause& clause) {
    if (clause.connector <= first || clause.subject_begin >= clause.subject_end) return false;
    const std::string_view pronoun = text.folded(clause.connector), joint = text.folded(clause.connector - 1);
    return (pronoun == "whom" && joint == "with") || (pronoun == "which" && joint == "to");
}

/// "was opened", "had been built": of what stands somewhere, and not of where.
static bool is_made(const VerbGroup& verb) {
    return verb.passive && (verb.sense.kind == EventKind::Opening || verb.sense.kind == EventKind::Construction);
}

bool ClauseReader::is_office(std::uint32_t i) const { return kOffices.contains(word(i)); }

/// "The link, which was agreed in 1972, has …": the pronoun just before the sentence's first verb; 0 for none.
std::uint32_t ClauseReader::relative_pronoun_before(std::uint32_t verb) const {
    std::uint32_t i = verb;
    for (bool back = true; back && i > first_ + 1;) {                                       // past "who | on 5 May | seized"
        back = is_adverb(text_, i - 1) || word(i - 1) == "last" || word(i - 1) == "first";  // "who last met"
        if (const TokenRange* date = date_at(i - 1); date && date->begin > first_ + 1) {
            i = is_preposition(text_, date->begin - 1) ? date->begin : date->begin + 1;
            back = true;
        }
        if (back) --i;
    }
    if (i <= first_ + 1) return 0;
    const std::string_view w = word(i - 1);
    const bool that = w == "that" && token(i - 2).kind == TokenKind::Word && !is_preposition(text_, i - 2);
    // "one of the raiders, | that | had left the column, had been shot"
    const bool set_off = w == "that" && token(i - 2).is(',') && i > first_ + 3 && word(i - 3).ends_with('s') &&
                         std::any_of(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) {
                             return g.mode == VerbGroup::Mode::Finite && g.first > verb && token(g.first - 1).is(',');
                         });
    return w == "which" || w == "who" || that || set_off ? i - 1 : 0;
}

/// "the agreement | on the Zangezur corridor that was signed": what is signed or held is a text or a deed, not what it is on.
std::uint32_t ClauseReader::past_its_matter(std::uint32_t begin, std::uint32_t end, const VerbGroup& verb) const {
    static constexpr WordSet kOfDeeds{"sign", "initial", "ratify", "conclude", "adopt", "hold", "start", "begin"};
    if (begin < first_ + 2 || !is_preposition(text_, begin - 1) || !kOfDeeds.contains(verb.sense.base)) return begin;
    const auto is_deed = [&](std::uint32_t i) { return token(i).letter_case == Case::Lower && token(i).facts->noun->known; };
    for (std::uint32_t i = begin; i < end; ++i)
        if (is_deed(i)) return begin;
    std::uint32_t at = begin - 2;
    const auto in_verb = [&](std::uint32_t i) {
        return std::any_of(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
    };
    constexpr std::uint32_t reach = 6;  // "the agreement | on air services with Oman, which was signed"
    for (std::uint32_t n = 0; n < reach && at > first_ && !is_deed(at) && token(at).kind == TokenKind::Word &&
                              token(at).letter_case == Case::Lower && !in_verb(at) && !has(at, kConjunction);
         ++n)
        --at;
    if (!is_deed(at) || in_verb(at)) return begin;
    const auto goes_back = [&](std::uint32_t i) {
        return token(i).kind == TokenKind::Word && !in_verb(i) && !is_preposition(text_, i) && !has(i, kConjunction);
    };
    while (at > first_ && goes_back(at - 1) && !has(at, kArticle)) --at;
    return at;
}

/// "Farmers in Othaya, who": those who live there, and not the town.
std::uint32_t ClauseReader::past_where_they_live(std::uint32_t begin, std::uint32_t end) const {
    static constexpr WordSet kWhere{"in", "at", "from", "near", "around", "outside"};
    constexpr std::uint32_t longest = 4;
    if (begin < first_ + 2 || begin >= end || end - begin > longest || !kWhere.contains(word(begin - 1)) || !token(begin).capitalised())
        return begin;
    const std::uint32_t people = begin - 2;
    const bool many =
        token(people).kind == TokenKind::Word && (token(people).letter_case == Case::Lower || people == first_) &&
        word(people).ends_with('s') && !word(people).ends_with("ss") &&
        (has(people, kPersonNoun) || word(people).ends_with("ers") || word(people).ends_with("ors") || word(people).ends_with("ists"));
    if (!many) return begin;
    std::uint32_t at = people;
    while (at > first_ && people - at < longest && token(at - 1).kind == TokenKind::Word && !has(at - 1, kFunction | kConjunction) &&
           !is_preposition(text_, at - 1) && token(at - 1).facts->verb->form == VerbForm::None)
        --at;
    return at;
}

/// "survivors of | an earthquake that hit central Italy": what harms is the happening, not whom or what it left.
std::uint32_t ClauseReader::past_its_victims(std::uint32_t begin, std::uint32_t end, const Clause& clause, const VerbGroup& verb) const {
    static constexpr WordSet kLeft{"survivors",  "survivor",  "victims",     "victim",    "relatives", "families",
                                   "casualties", "witnesses", "wreckage",    "rubble",    "ruins",     "traces",
                                   "site",       "scene",     "anniversary", "aftermath", "footage",   "perpetrators"};
    const std::string_view pronoun = word(clause.connector);
    const bool many = word(verb.first) == "were" || word(verb.first) == "are" || word(verb.first) == "have";
    if (verb.passive || many || (pronoun != "that" && pronoun != "which")) return begin;
    std::uint32_t at = begin;
    for (std::uint32_t i = begin; i + 2 < end; ++i)
        if (kLeft.contains(word(i)) && word(i + 1) == "of" && has(i + 2, kArticle)) at = i + 2;
    const NounSense& head = *token(end - 1).facts->noun;
    return head.known && head.strength >= 3 ? at : begin;
}

/// "The presidents of Angola, Zambia and the Congo, | who met": where they begin who are heads of several names; 0 for none.
std::uint32_t ClauseReader::heads_of_states_before(std::uint32_t end) const {
    static constexpr WordSet kHeads{"presidents", "ministers",   "premiers", "leaders", "heads", "governors",
                                    "mayors",     "ambassadors", "envoys",   "chiefs",  "kings", "representatives"};
    constexpr std::uint32_t longest = 24;
    if (end < first_ + 4 || !token(end - 1).capitalised()) return 0;
    bool joined = false;
    for (std::uint32_t i = end; i-- > first_ && end - i < longest;) {
        if (word(i) == "of" && i > first_ && kHeads.contains(word(i - 1))) {
            std::uint32_t begin = i - 1;
            while (begin > first_ && token(begin - 1).kind == TokenKind::Word && token(begin - 1).letter_case == Case::Lower &&
                   !has(begin - 1, kFunction | kConjunction | kArticle) && !is_preposition(text_, begin - 1) &&
                   token(begin - 1).facts->verb->form == VerbForm::None)
                --begin;
            return joined ? begin : 0;
        }
        joined = joined || has(i, kConjunction);
        const bool of_list = token(i).is(',') || has(i, kConjunction | kArticle) || word(i) == "of" ||
                             (token(i).kind == TokenKind::Word && token(i).capitalised());
        if (!of_list) return 0;
    }
    return 0;
}

/// "on Monday |", "in May | the": a day that stands behind its preposition, and not in a name of what comes next.
bool ClauseReader::ends_day_before(std::uint32_t i) const {
    const TokenRange* date = date_at(i);
    if (!date || date->end != i + 1 || date->begin <= first_) return false;
    const std::uint32_t preposition = date->begin - 1;
    return word(preposition) == "on" || (word(preposition) == "in" && (has(i + 1, kArticle) || token(i + 1).kind == TokenKind::Number));
}

/// Back from `end` over the words that may be of what a relative pronoun stands for; `whole`: over prepositions too.
std::uint32_t ClauseReader::begin_before_relative(std::uint32_t end, std::uint32_t v, bool person, bool whole, bool& met_verb) const {
    std::uint32_t begin = end;
    bool lists = false;
    for (; begin > first_; --begin) {
        const std::uint32_t i = begin - 1;
        met_verb = std::any_of(out_.verbs.begin(), out_.verbs.begin() + v,
                               [&](const VerbGroup& g) { return g.first <= i && i < g.end && g.mode != VerbGroup::Mode::Participle; });
        const std::string_view w = word(i);
        // "Foreign Minister of Iran Abbas Araghchi, who": one name with its office
        // "a man | in his 50s who": years of age are nobody
        const bool of_age = person && (w == "in" || w == "of" || w == "with") && i > first_ && has(i - 1, kPersonNoun) &&
                            token(i - 1).letter_case == Case::Lower && i + 1 < end && !token(end - 1).capitalised() &&
                            !has(end - 1, kPersonNoun | kTitle);
        const bool in_name = of_age || ((w == "of" || (w == "for" && (is_office(i - 1) || has(i - 1, kTitle)))) && i > first_ &&
                                        ((token(i - 1).capitalised() && token(i + 1).capitalised()) || is_office(i - 1)));
        const bool ends =
            is_preposition(text_, i) && !whole && w != "between" && (person ? !in_name : w != "of" && w != "for" && w != "in");
        lists = lists || has(i, kConjunction);
        const bool does = w.size() > 5 && w.ends_with("ing") && token(i).letter_case == Case::Lower && i + 1 < end &&
                          has(i + 1, kArticle) && i > first_ && is_preposition(text_, i - 1);  // "accused of inciting | a mob that"
        if (does) break;
        if (token(i).is(',') && !person && lists && out_.verbs.front().first < i && i > first_ && token(i - 1).capitalised() &&
            (token(i + 1).capitalised() || has(i + 1, kArticle)))
            continue;                                    // "a trip to Palau, the Marshall Islands and Tuvalu, which"
        if (i + 1 < end && ends_day_before(i)) break;    // "jailed on Monday | two men who"
        if (w == "more" && has(i + 1, kArticle)) break;  // "delayed once more | the reopening"
        if (met_verb || ends || (token(i).kind == TokenKind::Mark && !token(i).is('"')) || w == "that" || is_adverbial(w)) break;
    }
    return begin;
}

/// "Ann Roe|, head of the Northern Bank, | who": the comma behind the name, where it is told between who that is; `end` where it is not.
std::uint32_t ClauseReader::before_who_it_is(std::uint32_t end) const {
    constexpr std::uint32_t longest = 9;
    bool of = false;
    for (std::uint32_t i = end; i-- > first_ + 1 && end - i <= longest;) {
        of = of || word(i) == "of" || word(i) == "at";
        if (token(i).is(',')) {
            const bool described = of && i + 1 < end && (token(i + 1).letter_case == Case::Lower || has(i + 1, kTitle));
            return described && token(i - 1).capitalised() ? i : end;
        }
        if (token(i).kind != TokenKind::Word || has(i, kConjunction)) return end;
    }
    return end;
}

/// What a relative pronoun stands for: back over the words before it to a verb, a comma, or a preposition that begins anew.
void ClauseReader::take_antecedent(Clause& clause, std::uint32_t v) const {
    std::uint32_t end = clause.connector;
    while (end > first_ && token(end - 1).is(',')) --end;
    // After a comma the whole phrase may be meant ("Work on the fence, which began"), else its last noun; "who" is a person.
    const bool person = word(clause.connector) == "who" || is_subject_pronoun(word(clause.connector));  // "firms | it has listed"
    if (const std::uint32_t heads = person ? heads_of_states_before(end) : 0; heads != 0) {
        clause.subject_begin = heads;
        clause.subject_end = end;
        return;
    }
    if (const std::uint32_t name = person && end < clause.connector ? before_who_it_is(end) : end; name != end) {
        bool unused = false;
        clause.subject_begin = begin_before_relative(name, v, person, false, unused);
        clause.subject_end = name;
        return;
    }
    bool whole = end < clause.connector && !person && ((out_.verbs[v].sense.use & kSays) == 0 || out_.verbs[v].passive);
    bool met_verb = false;
    std::uint32_t begin = begin_before_relative(end, v, person, whole, met_verb);
    begin = person ? past_where_they_live(begin, end) : begin;
    if (begin + 2 < end && word(begin) == "part" && word(begin + 1) == "in" && met_verb)
        begin += 2;  // "took part | in an exercise that ended"
    if (whole && met_verb) {
        whole = false;
        begin = begin_before_relative(end, v, person, whole, met_verb);
    }
    begin = past_its_matter(begin, end, out_.verbs[v]);
    // "Fighting | in Las Anod, which had begun": the noun that the phrase hangs on
    const bool opens = begin > first_ && begin < end && is_preposition(text_, begin) &&
                       verb_sense(word(begin - 1)).form == VerbForm::Gerund && token(begin - 1).facts->noun->known;
    if (opens && (begin == first_ + 1 || token(begin - 2).is(',') || has(begin - 2, kArticle))) --begin;
    // "a fall in the influence of China, which said": who speaks is what stands right before
    if ((out_.verbs[v].sense.use & kSays) != 0 && !out_.verbs[v].passive && word(clause.connector) == "which" && end > begin + 1 &&
        token(end - 1).capitalised())
        for (std::uint32_t i = end - 1; i-- > begin;)
            if (is_preposition(text_, i) && token(i + 1).capitalised()) {
                if (token(i - 1).letter_case == Case::Lower) begin = i + 1;
                break;
            }
    if (const std::uint32_t thing = before_its_town({begin, end}, out_.verbs[v]);
        (end < clause.connector && word(clause.connector) == "which") || is_made(out_.verbs[v]))
        begin = thing;
    if (end < clause.connector) begin = thing_meant(text_, {begin, end}, out_.verbs[v].sense).begin;
    // "subject to approval by the Competition Agency, which is to rule": a body at the end is who is meant
    static constexpr WordSet kBodies{"agency",     "ministry",  "court",   "commission", "council",
                                     "parliament", "committee", "company", "bank",       "authority"};
    if (end > begin + 1 && token(end - 1).capitalised() && kBodies.contains(word(end - 1)))
        for (std::uint32_t i = end - 1; i-- > begin;)
            if (is_preposition(text_, i) && word(i) != "of" && word(i) != "for") {
                begin = i + 1;
                break;
            }
    begin = past_its_victims(begin, end, clause, out_.verbs[v]);
    if (begin == end && end > first_ && verb_sense(word(end - 1)).form == VerbForm::Gerund) {  // "Early voting, which ended Sunday"
        --begin;
        while (begin > first_ && token(begin - 1).kind == TokenKind::Word && !has(begin - 1, kFunction) &&
               !is_preposition(text_, begin - 1))
            --begin;
    }
    // "On 3 November | the premier, who", "jailed on Friday | an officer who": a day before it is no part of it
    if (const std::uint32_t front = out_.clauses.empty() ? subject_after_fronted(first_, end) : begin; front > begin && front < end)
        begin = front;
    if (const TokenRange* date = date_at(begin);
        date && date->end < end && begin > first_ && is_preposition(text_, begin - 1) && has(date->end, kArticle))
        begin = date->end;
    clause.subject_begin = begin;
    clause.subject_end = end;
}

/// "sent nine lorries | from Bishkek, which should reach Batken": towns do not move; where what does begins, or the phrase itself.
std::uint32_t ClauseReader::before_its_town(TokenRange phrase, const VerbGroup& verb) const {
    static constexpr WordSet kMoves{"reach", "arrive", "depart", "travel", "sail", "set", "return", "cross", "leave", "carry"};
    const bool named = phrase.begin < phrase.end && std::all_of(text_.tokens.begin() + phrase.begin, text_.tokens.begin() + phrase.end,
                                                                [](const Token& t) { return t.capitalised(); });
    static constexpr WordSet kWhere{"at", "in", "near", "outside"};
    const bool made = is_made(verb) && phrase.begin > first_ &&
                      kWhere.contains(word(phrase.begin - 1));  // "swept away a bridge | at Tuao that was opened last year"
    const bool moves = kMoves.contains(verb.sense.base) && phrase.begin > first_ &&
                       (word(phrase.begin - 1) == "from" || word(phrase.begin - 1) == "to" || word(phrase.begin - 1) == "for");
    if (!named || phrase.begin < first_ + 3 || !(made || moves)) return phrase.begin;
    const auto in_verb = [&](std::uint32_t i) {
        return std::any_of(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
    };
    const auto plain = [&](std::uint32_t i) {
        return (token(i).kind == TokenKind::Word || token(i).kind == TokenKind::Number) && !in_verb(i) && !has(i, kConjunction) &&
               (!is_preposition(text_, i) || word(i) == "of");
    };
    std::uint32_t at = phrase.begin - 2;
    if (!plain(at) || token(at).letter_case != Case::Lower || has(at, kFunction) || is_adverb(text_, at)) return phrase.begin;
    while (at > first_ && plain(at - 1) && !has(at, kArticle)) --at;
    return at;
}

/// "lent 300 million dollars, half of which was paid": a part of what the pronoun stands for.
void ClauseReader::take_part_of(Clause& clause, std::uint32_t v) const {
    std::uint32_t begin = clause.connector;
    constexpr std::uint32_t reach = 4;
    while (begin > first_ && clause.connector - begin < reach && !token(begin - 1).is(',')) --begin;
    if (begin == first_ || !token(begin - 1).is(',')) return take_antecedent(clause, v);
    TokenRange whole{begin - 1, begin - 1};
    const auto goes_back = [&](std::uint32_t i) {
        const bool in_verb =
            std::any_of(out_.verbs.begin(), out_.verbs.begin() + v, [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
        return (token(i).kind != TokenKind::Mark || opens_amount(token(i))) && !in_verb;
    };
    while (whole.begin > first_ && goes_back(whole.begin - 1)) --whole.begin;
    for (std::uint32_t i = whole.begin + 1; i < whole.end && !is_preposition(text_, i - 1); ++i)  // "lent the state | 300 million"
        if (token(i).kind == TokenKind::Number && token(i - 1).kind == TokenKind::Word &&
            (has(whole.begin, kArticle) || token(i - 1).capitalised()))
            whole.begin = i;
    if (whole.begin + 1 < whole.end && (word(whole.begin) == "place" || word(whole.begin) == "part") &&
        is_preposition(text_, whole.begin + 1))
        ++whole.begin;  // "takes place in two rounds"
    while (whole.begin < whole.end && is_preposition(text_, whole.begin)) ++whole.begin;
    for (std::uint32_t i = whole.end; i-- > whole.begin + 1;)  // "asked the mayor for | two buses, one of which"
        if (word(i) == "for" && i + 1 < whole.end && token(i + 1).letter_case == Case::Lower) {
            whole.begin = i + 1;
            break;
        }
    clause.antecedent = whole;
    clause.begin = clause.subject_begin = begin;
    clause.subject_end = word(clause.connector - 1) == "of" ? clause.connector : clause.connector - 1;
}

/// "the link, | the tender for which was annulled": what is told is of another thing, which belongs to it.
bool ClauseReader::names_thing_of_it(std::uint32_t pronoun) const {
    constexpr std::uint32_t longest = 5;  // "the tender for"
    if (pronoun < first_ + 4 || !is_preposition(text_, pronoun - 1)) return false;
    for (std::uint32_t i = pronoun - 2, n = 0; i > first_ + 1 && n < longest && token(i).kind == TokenKind::Word; --i, ++n)
        if (has(i, kArticle)) return token(i - 1).is(',') && i + 2 < pronoun;
    return false;
}

/// "which pirates had seized | off Eyl": what was seized stands before.
bool ClauseReader::takes_no_object(const VerbGroup& verb) const {
    if (verb.passive || verb.copula || (verb.sense.use & kSays) != 0 || verb.sense.strength < 2) return false;
    const std::uint32_t i = verb.end;
    if (i >= end_ || token(i).kind == TokenKind::Mark || date_at(i)) return true;
    const bool loose = is_preposition(text_, i) && i + 1 < end_ && token(i + 1).kind == TokenKind::Mark;  // "that he came from, …"
    const bool next_verb = std::any_of(out_.verbs.begin(), out_.verbs.end(),
                                       [&](const VerbGroup& g) { return g.first == i && g.mode == VerbGroup::Mode::Finite; });
    return next_verb || (!loose && (is_preposition(text_, i) || is_adverb(text_, i)));
}

/// "A loan that the minister | had promised for May | was refused": what was promised stands before, though what is said could follow.
bool ClauseReader::had_said_of_it(const VerbGroup& verb) const {
    if (!verb.perfect || verb.passive || verb.hypothetical || (verb.sense.use & (kSays | kAnnounces | kIntends)) == 0) return false;
    const bool next_verb = std::any_of(out_.verbs.begin(), out_.verbs.end(),
                                       [&](const VerbGroup& g) { return g.first == verb.end && g.mode == VerbGroup::Mode::Finite; });
    const bool another = std::any_of(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) {
        return g.first > verb.end && g.mode == VerbGroup::Mode::Finite && token(g.first - 1).kind != TokenKind::Mark;
    });
    return next_verb || (another && (date_at(verb.end) || is_preposition(text_, verb.end)) && word(verb.end) != "to");
}

/// "remarks he made | in an interview": nothing that could be its object stands after it.
bool ClauseReader::lacks_object(const VerbGroup& verb) const {
    const std::uint32_t i = verb.end;
    if (verb.passive || verb.copula) return false;
    return i >= end_ || token(i).kind == TokenKind::Mark || date_at(i) || is_preposition(text_, i) || is_adverb(text_, i);
}

/// "the camp, which Oslo has supported | since 2016": a slight verb as well, where a comma opens the clause and a day follows.
bool ClauseReader::lacks_object_before_day(const Clause& clause, const VerbGroup& verb) const {
    if (verb.passive || verb.copula || !verb.sense.known || (verb.sense.use & (kSays | kLight)) != 0 ||
        clause.subject_begin >= clause.subject_end || !token(clause.connector - 1).is(','))
        return false;
    return date_at(verb.end) != nullptr || (word(verb.end) == "since" && date_at(verb.end + 1) != nullptr);
}

/// "released the tanker | that it had seized on Monday", not "told the court that it had seized a tanker".
bool ClauseReader::is_of_object(std::uint32_t that, const VerbGroup& before, const VerbGroup& verb) const {
    static constexpr WordSet kTell{"informed", "assured", "convinced", "persuaded", "reminded",
                                   "notified", "showed",  "warned",    "told",      "satisfied"};
    const bool tells = (before.sense.use & (kSays | kAnnounces | kIntends)) != 0 || kTell.contains(word(before.head));
    const bool noun = that > first_ + 1 && token(that - 1).letter_case == Case::Lower && has(that - 2, kArticle) &&
                      !tells_with_that(word(that - 1)) && !date_at(that - 1);
    return noun && !tells && verb.perfect && !verb.hypothetical && takes_no_object(verb) && verb.sense.kind != EventKind::Movement &&
           verb.sense.kind != EventKind::Visit;
}

/// "Exercises in which Kazakhstan took part | were held", "The dhow which pirates had seized | was freed": the pronoun of the
/// sentence's first verb that has a subject of its own, where another verb comes; 0 for none.
std::uint32_t ClauseReader::object_pronoun_before(std::uint32_t v) const {
    const VerbGroup& verb = out_.verbs[v];
    const bool another =
        std::any_of(out_.verbs.begin() + v + 1, out_.verbs.end(), [](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite; });
    // "28 May: summit in Lachin, where an airport was opened"
    const TokenRange* day = date_at(first_);
    const bool note = day && day->end < end_ && (token(day->end).is(':') || token(day->end).is('-'));
    if (!another && !note) {  // "from the state, to which the land | has belonged": the sentence's own verb is none that is known
        for (std::uint32_t i = verb.first; i-- > first_ + 2 && token(i).kind == TokenKind::Word;)
            if ((word(i) == "which" || word(i) == "whom") && is_preposition(text_, i - 1) && token(i - 2).is(','))
                return has(i + 1, kArticle) || token(i + 1).capitalised() ? i : 0;
        return 0;
    }
    for (std::uint32_t i = verb.first; i-- > first_ + 1;) {
        if (token(i).kind == TokenKind::Mark && !token(i).is('+') && !token(i).is('%')) return 0;
        const std::string_view w = word(i);
        // "The bridge, whose opening was delayed, | was opened", "Police in Quetta, where a bomb went off, | arrested"
        bool aside = (w == "whose" || w == "where") && token(i - 1).is(',');
        if (note && !another && !(w == "where" && aside)) continue;
        if (w == "where" && i > first_ + 2 &&
            verb.passive)  // "planned at the parish where 40 people were massacred on 27 July | was called off"
            aside = aside || (token(i - 1).kind == TokenKind::Word && token(i - 1).letter_case == Case::Lower && has(i - 2, kArticle));
        if (w != "which" && w != "whom" && !aside &&
            !(w == "that" && (takes_no_object(verb) || had_said_of_it(verb)) && !tells_with_that(word(i - 1)) &&
              token(i - 1).kind == TokenKind::Word && !is_preposition(text_, i - 1)))
            continue;
        if (is_preposition(text_, i + 1)) return 0;  // "which according to the court | won"
        return i + 1 < verb.first ? i : 0;
    }
    return 0;
}

}  // namespace dateline::extract
