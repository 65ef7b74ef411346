#include "extract/temporal_lexicon.h"
#include "extract/title_composer.h"
#include "extract/verb_groups.h"

#include "extract/word_set.h"

// Where in a clause the one begins whom a headline names first.
namespace dateline::extract {
namespace {

bool points_back(std::string_view w) { return w == "this" || w == "these" || w == "that"; }

}  // namespace

bool Composer::is_dated(TokenRange r) const {
    return r.begin < r.end && std::any_of(f_.dates.begin(), f_.dates.end(),
                                          [&](const DateMention& d) { return d.tokens.begin <= r.begin && r.end <= d.tokens.end; });
}

/// "the rebels|, having lost 300 men, withdrew": the words before `comma` that no mark, verb or day breaks.
TokenRange Composer::noun_before(std::uint32_t comma) const {
    std::uint32_t begin = comma;
    const auto breaks = [&](std::uint32_t i) {
        return f_.token(i).kind == TokenKind::Mark || is_dated({i, i + 1}) ||
               std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
    };
    while (begin > first_ && !breaks(begin - 1)) --begin;
    return {begin, comma};
}

/// "the coaster Aldis (IMO: | 9000001) | ran aground": a subject that was found within brackets is what stands before them.
TokenRange Composer::before_bracket(TokenRange s) const {
    bool closes = false;
    for (std::uint32_t i = s.begin; i < frame_.verb.begin && i < s.end + 1; ++i) {
        if (f_.token(i).is('(')) return s;
        if (f_.token(i).is(')')) {
            closes = i > s.begin;
            break;
        }
    }
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = s.begin; closes && i-- > first_ + 1 && s.begin - i < reach;)
        if (f_.token(i).is('(')) {
            const TokenRange noun = noun_before(i);
            const auto leads = [&](std::uint32_t k) { return is_preposition(f_.text, k) || f_.token(k).kind == TokenKind::Mark; };
            if (noun.begin < noun.end && !leads(noun.begin) && (noun.begin == first_ || f_.verb(noun.begin - 1).form == VerbForm::None))
                return noun;
            // "A blast at a rally held by the Reform Party | (RP) | killed seven": all that stands before the verb, where nothing else is told
            const std::uint32_t from = std::max(first_, f_.clauses.fronted_end);
            const bool told = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                return g.mode == VerbGroup::Mode::Finite && g.first >= from && g.first < i;
            });
            return from < i && !told && !leads(from) ? TokenRange{from, i} : s;
        }
    return s;
}

/// "issues of | the visit of the premier to | Armenia | planned in May", "a deal with | Ghana | signed on Monday": what is planned or signed is no place
/// that the phrase ends with, but what begins it.
TokenRange Composer::whole_phrase(TokenRange s) const {
    const bool bare =
        !frame_.noun && frame_.verb.end == frame_.verb.begin + 1 && frame_.verb.begin == s.end && frame_.passive && s.begin < s.end;
    std::uint32_t begin = s.begin;
    while (begin > first_ && f_.has(begin - 1, kArticle)) --begin;
    static constexpr WordSet kJoints{"of", "to", "with", "in", "at", "from", "for", "on", "against", "near", "between"};
    if (!bare || begin <= first_ + 1 || !kJoints.contains(word(begin - 1))) return s;
    const bool place = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.place >= 0 && !m.adjective && m.first_token >= s.begin && m.end_token == s.end;
    });
    if (!place) return s;
    constexpr std::uint32_t reach = 14;
    const TokenRange noun = noun_before(begin - 1);
    std::uint32_t from = noun.begin;
    while (from < noun.end && (is_preposition(f_.text, from) || f_.has(from, kArticle | kFunction | kConjunction))) ++from;
    for (const VerbGroup& g : f_.clauses.verbs)  // "banning migrants from claiming asylum in the UK"
        if (g.end == from && g.mode == VerbGroup::Mode::Gerund) return s;
    return from < noun.end && s.end - from <= reach && f_.token(noun.end - 1).kind == TokenKind::Word ? TokenRange{from, s.end} : s;
}

/// "A cook was killed and | four more guests, among them two children, | were hurt", "the protests ended after | the accord | was signed", where there is no
/// room for both: who stands right before the verb and does not share the subject that was found.
TokenRange Composer::own_subject(TokenRange s) const {
    const std::uint32_t v = frame_.verb.begin;
    if (frame_.noun || v <= first_ + 2) return s;
    // "to | fight a blaze | that began": no noun stands before an article
    static constexpr WordSet kBeforeArticles{"all",  "both",  "half",   "such", "many", "twice", "double",
                                             "what", "quite", "rather", "not",  "only", "even",  "once"};
    if (s.begin > first_ && s.begin + 2 < s.end && word(s.begin - 1) == "to" && f_.has(s.begin + 1, kArticle) &&
        f_.token(s.begin).letter_case == Case::Lower && !kBeforeArticles.contains(word(s.begin)))
        return {s.begin + 1, s.end};
    const auto group =
        std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.head == frame_.shared_head; });
    if (frame_.shared_head != 0 && group != f_.clauses.verbs.end() && frame_.passive && f_.has(v, kBe) && group->passive &&
        f_.has(group->end, kConjunction)) {
        const std::uint32_t from = group->end + 1;
        const bool counts_some = f_.token(from).kind == TokenKind::Number || f_.has(from, kArticle) ||
                                 (temporal::look_up(word(from)).classes & temporal::kCardinal) != 0;
        if (counts_some && from + 1 < v) return {from, v};
    }
    static constexpr WordSet kBeginClauses{"after", "when", "because", "while", "although", "before"};
    for (std::uint32_t i = s.end; short_subject_ && s.end == v && i-- > s.begin + 2;) {
        if (!kBeginClauses.contains(word(i))) continue;
        const bool deed = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.first > s.begin && g.end < i && g.mode == VerbGroup::Mode::Participle && !f_.token(g.first - 1).is(',');
        });
        return deed && i + 1 < s.end ? TokenRange{i + 1, s.end} : s;
    }
    return s;
}

/// "drafted four million men and by summer 1918 | was sending": where only a day stands before the verb, the subject of the verb before it.
TokenRange Composer::shared_subject(TokenRange s) const {
    if (const TokenRange own = own_subject(s); own.begin != s.begin) return own;
    if (const TokenRange named = before_bracket(s); named.begin != s.begin) return named;
    if (const TokenRange whole = whole_phrase(s); whole.begin != s.begin) return whole;
    if (s.begin > first_ + 1 && s.begin < s.end && word(s.begin) == "having" && f_.token(s.begin - 1).is(','))
        return noun_before(s.begin - 1);
    const bool asked = word(frame_.verb.begin) == "be" && frame_.verb.end > frame_.verb.begin + 1 && frame_.passive &&
                       frame_.verb.begin > first_ && !f_.has(frame_.verb.begin - 1, kConjunction);
    if (asked)  // "ordered | Da Lat, the hill city, | be held at all costs"
        for (auto g = f_.clauses.verbs.rbegin(); g != f_.clauses.verbs.rend(); ++g)
            if (g->end < frame_.verb.begin && g->end >= s.end && g->mode == VerbGroup::Mode::Finite)
                return {word(g->end) == "that" ? g->end + 1 : g->end, frame_.verb.begin};
    // "left camp after dark on the 28th, | marched to the ford"
    const bool behind = s.begin > first_ + 1 && s.begin < s.end && s.end + 1 == frame_.verb.begin && f_.token(s.end).is(',') &&
                        !frame_.passive && is_preposition(f_.text, s.begin - 1) && word(s.begin - 1) != "of" &&
                        f_.token(s.begin).letter_case == Case::Lower && !f_.has(s.begin, kArticle);
    std::uint32_t lead = frame_.verb.begin;
    while (lead > first_ && is_adverb(f_.text, lead - 1)) --lead;
    const bool joined = lead > first_ && f_.has(lead - 1, kConjunction);
    const bool lost =
        s.begin >= s.end && (owner_.empty() || joined) && !frame_.noun && frame_.head > first_;  // "went forward and | were repulsed"
    constexpr std::uint32_t brief = 3;                                                           // "and in this way | killed seven"
    static constexpr WordSet kUnits{"days", "weeks", "months", "years", "hours"};
    const std::uint32_t joint = s.begin > first_ + 1 && is_adverb(f_.text, s.begin - 1)
                                    ? s.begin - 2
                                    : s.begin - 1;  // "and then in the succeeding months | destroyed"
    const bool of_time = s.begin < s.end && s.end <= s.begin + 4 && kUnits.contains(word(s.end - 1));
    if (!behind && !lost &&
        (s.begin <= first_ + 1 || !is_preposition(f_.text, s.begin) || estimates(f_.text, s.begin) || !f_.has(joint, kConjunction) ||
         (s.end - s.begin > brief && !of_time && !is_dated({s.begin + 1, s.end}))))
        return s;
    // "The treaty (of 3 March) which | pulled the country out of the war"
    const bool relative =
        lost && frame_.verb.begin > first_ + 3 && f_.token(frame_.verb.begin - 2).is(')') &&
        (word(frame_.verb.begin - 1) == "which" || word(frame_.verb.begin - 1) == "who" || word(frame_.verb.begin - 1) == "that");
    for (std::uint32_t i = frame_.verb.begin; relative && i-- > first_ + 1;)
        if (f_.token(i).is('(')) return noun_before(i);
    const Clause* before = nullptr;
    for (const Clause& c : f_.clauses.clauses) {
        const bool pronoun = c.subject_end == c.subject_begin + 1 && is_pronoun(word(c.subject_begin));
        if (c.subject_end < (lost ? frame_.verb.begin : s.begin) && f_.clauses.verbs[c.verb].end <= frame_.verb.begin &&
            c.subject_begin < c.subject_end && !pronoun && !is_preposition(f_.text, c.subject_begin) && c.kind != Clause::Kind::Relative)
            before = &c;
    }
    if (before) return {before->subject_begin, before->subject_end};
    const std::uint32_t from = std::max(first_, f_.clauses.fronted_end);
    if (lost && f_.has(from, kArticle))  // "The 316th Division, composed of 11,000 men, went forward"
        for (std::uint32_t i = from; i < frame_.verb.begin; ++i)
            if (f_.token(i).is(',')) return noun_before(i);
    return s;
}

/// Whether what begins at `i` is set beside a noun and cannot be a subject: "after having failed", "loaded with stores", "now under X".
bool Composer::tells_more(std::uint32_t i) const {
    const VerbForm form = f_.token(i).letter_case == Case::Lower ? f_.verb(i).form : VerbForm::None;
    return (is_preposition(f_.text, i) && !(word(i + 1) == "least" || word(i + 1) == "than")) || is_adverb(f_.text, i) ||
           form == VerbForm::Gerund || form == VerbForm::Participle ||
           (form == VerbForm::PastOrParticiple && is_preposition(f_.text, i + 1)) || word(i) == "which" || word(i) == "who" ||
           word(i) == "whose";
}

/// "More importantly, | Hannibal", "Deep in the north, | thousands of soldiers", "In this speech, delivered on deck, | Bush": without what stands
/// before a subject that no comma ends.
TokenRange Composer::without_lead(TokenRange s) const {
    if (frame_.left_out.end > frame_.left_out.begin && s.contains(frame_.left_out.begin))
        return s;  // a list of places: "orders for Kandy, | Matale"
    std::uint32_t first = 0, last = 0, joint = 0;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
        if (f_.token(i).is('"') || f_.token(i).is('(') || f_.token(i).is(')')) return s;
        if (f_.has(i, kConjunction)) joint = i;
        if (!f_.token(i).is(',')) continue;
        if (first == 0) first = i;
        last = i;
    }
    if (last == 0 || last + 1 >= s.end || last == s.begin || f_.token(last + 1).kind == TokenKind::Mark) return s;
    std::uint32_t verb = std::max(s.end, frame_.verb.begin);
    for (const VerbGroup& g : f_.clauses.verbs)  // "the Maddox, on a mission off the coast, | fired upon and damaged boats"
        if (g.first >= s.end && g.mode == VerbGroup::Mode::Finite) verb = std::min(verb, g.first);
    if (std::any_of(f_.text.tokens.begin() + s.end, f_.text.tokens.begin() + verb, [](const Token& t) { return t.is(','); })) return s;
    if (std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(last); })) return s;
    const bool in_place =
        std::any_of(f_.mentions.begin(), f_.mentions.end(),
                    [&](const Mention& m) {
                        return m.end_token == last && m.first_token > s.begin && is_preposition(f_.text, m.first_token - 1);
                    }) &&
        std::any_of(f_.mentions.begin(), f_.mentions.end(),
                    [&](const Mention& m) { return m.first_token == last + 1 && m.end_token == s.end; });
    if (in_place) return s;  // "students from Queens, New York"
    const VerbForm opens = f_.verb(s.begin).form;
    const bool scene = word(s.begin) == "as" || (is_preposition(f_.text, s.begin) && f_.token(s.begin + 1).kind != TokenKind::Number) ||
                       opens == VerbForm::Gerund || opens == VerbForm::Participle ||
                       (opens == VerbForm::PastOrParticiple && (f_.token(s.begin + 1).is(',') || is_preposition(f_.text, s.begin + 1))) ||
                       (is_adverb(f_.text, s.begin) && (f_.token(s.begin + 1).is(',') || is_preposition(f_.text, s.begin + 1))) ||
                       (is_adverb(f_.text, s.begin + 1) && f_.token(s.begin + 2).is(','));
    const bool names = f_.has(last + 1, kArticle) || f_.token(last + 1).capitalised();
    // "before the sailors and airmen on deck, | Bush", "caught in the open, | they"
    const bool name = joint < last && first == last && s.end <= last + 4 && !f_.token(last - 1).capitalised() &&
                      std::all_of(f_.text.tokens.begin() + last + 1, f_.text.tokens.begin() + s.end,
                                  [](const Token& t) { return t.kind == TokenKind::Word && t.capitalised(); });
    if (name || (last + 2 == s.end && is_pronoun(word(last + 1)))) return {last + 1, s.end};
    if (scene ? joint > last && (first != last || f_.token(last - 1).capitalised()) : joint != 0 || first != last || !names) return s;
    if (s.begin == first_ && last == first_ + 1 && !f_.has(last + 1, kArticle) && !scene)
        return s;                          // "Azerbaijan, Georgia sign energy deal"
    for (const DateMention& d : f_.dates)  // "More importantly, on December 26 | Badoglio asked"
        if (d.tokens.begin == last + 2 && is_preposition(f_.text, last + 1) && d.tokens.end < s.end) return {d.tokens.end, s.end};
    if (tells_more(last + 1) || f_.has(last + 1, kModal | kBe | kHave)) return s;
    const bool person = std::any_of(f_.actors.begin(), f_.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && a.name.begin > last && a.name.end == s.end;
    });
    for (const ActorMention& a : f_.actors)  // "Ann Dunne, Trade Minister of Honduras called"
        if (!scene && !person && a.kind == ActorMention::Kind::Person && (s.begin == a.name.begin || s.begin == a.tokens.begin) &&
            a.name.end == last)
            return {s.begin, last};
    s.begin = last + 1;
    while (s.begin + 1 < s.end && (f_.has(s.begin, kArticle) || is_adverb(f_.text, s.begin))) ++s.begin;
    return s;
}

/// "The rebels, having | lost 300 dead and | wounded": no deed of its own, but what stands with the verb before it.
bool Composer::goes_with_having() const {
    const TokenRange s = frame_.subject;
    return s.begin > first_ + 1 && s.end > s.begin + 1 && word(s.begin) == "having" && f_.token(s.begin - 1).is(',') &&
           frame_.verb.begin >= s.end &&
           std::none_of(f_.text.tokens.begin() + s.begin, f_.text.tokens.begin() + frame_.verb.begin,
                        [](const Token& t) { return t.is(','); });
}

/// "the wake of this massacre | the authorities closed": a phrase that no comma ends, and then the subject with its article.
TokenRange Composer::without_phrase(TokenRange s) const {
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i) {
        const Token& before = f_.token(i - 1);
        if (before.kind == TokenKind::Mark || f_.has(i, kConjunction)) return s;
        if (word(i) == "the" && is_dated({i - 1, i})) return {i + 1, s.end};  // "the vote held in June | the people approved the pact"
        const bool noun = before.kind == TokenKind::Word && !is_preposition(f_.text, i - 1) &&
                          !f_.has(i - 1, kFunction | kConjunction | kArticle) &&
                          (f_.verb(i - 1).form != VerbForm::Gerund || f_.noun(i - 1).known);
        if (noun && word(i) == "the" && before.letter_case == Case::Lower) return {i + 1, s.end};
        if (noun && is_possessive_pronoun(word(i))) return {i, s.end};
    }
    return s;
}

/// "according to the Interior Ministry | over 345 pilgrims", "using captured ports | the navy": a subject without what sets its scene.
TokenRange Composer::behind_scene(TokenRange s) const {
    const VerbForm opens = f_.verb(s.begin).form;
    const bool phrase = is_preposition(f_.text, s.begin) ||
                        (opens == VerbForm::Gerund && f_.token(s.begin).letter_case != Case::Upper && !f_.has(s.begin, kTitle));
    const bool beside = opens == VerbForm::Gerund && s.begin > first_ && f_.token(s.begin - 1).is(',') && f_.has(s.begin + 1, kArticle) &&
                        s.begin + 2 < s.end;
    if (beside) return {s.begin + 2, s.end};  // ", forcing the | Allies to evacuate"
    if (word(s.begin) == "according" && word(s.begin + 1) == "to")
        for (const ActorMention& a : f_.actors)
            if (a.name.begin > s.begin && a.name.begin <= s.begin + 4 && a.name.end < s.end && !f_.token(a.name.end).is(',') &&
                !f_.has(a.name.end, kConjunction))
                return {a.name.end, s.end};
    s = without_lead(s);
    return phrase ? without_phrase(s) : s;
}

/// "These tensions | increased", "Our motion | was voted down": who or what it was told before stays there.
TokenRange Composer::without_pointer(TokenRange s) const {
    const auto names_next = [&] {
        const std::uint32_t next = s.begin + 1;
        const VerbSense& deed = f_.verb(next);
        if (points_back(word(s.begin)) && !deed.noun_too &&
            (deed.form == VerbForm::Past || deed.form == VerbForm::PastOrParticiple || deed.form == VerbForm::Present))
            return false;  // "this created a hole"
        return next < s.end && f_.token(next).kind == TokenKind::Word && !is_preposition(f_.text, next) &&
               !f_.has(next, kFunction | kConjunction) &&
               std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.head == next; });
    };
    if (s.begin > first_ && f_.has(s.begin - 1, kArticle) && (word(s.begin) == "following" || word(s.begin) == "foregoing") &&
        s.begin + 1 < s.end)
        ++s.begin;  // "The following | dispatch"
    const bool owned = is_possessive_pronoun(word(s.begin)) || word(s.begin) == "your";
    if ((points_back(word(s.begin)) || (owned && owner_.empty())) && names_next()) ++s.begin;
    if (s.begin > frame_.subject.begin && word(s.begin) == "own" && s.begin + 1 < s.end && owned) ++s.begin;
    if (s.begin > frame_.subject.begin && word(s.begin) == "time" && f_.has(s.begin + 1, kArticle) && s.begin + 2 < s.end)
        s.begin += 2;  // "this time the troops"
    return s;
}

/// Whether a noun could follow token `i`: "this | reflected light", not "this | reflected a failure".
bool Composer::is_nominal_behind(std::uint32_t i) const {
    return f_.token(i + 1).kind == TokenKind::Word && f_.token(i + 1).letter_case == Case::Lower &&
           !f_.has(i + 1, kFunction | kArticle | kConjunction) && !is_preposition(f_.text, i + 1) && !is_adverb(f_.text, i + 1);
}

/// "denounced | this | campaign", "responded to | these | threats": "the", as nobody sees which without the sentence before.
void Composer::soften_pointers() {
    static constexpr WordSet kOfTimeOrWay{"time",    "way",     "case",    "point",   "kind",      "sort",    "type",    "manner",
                                          "regard",  "respect", "end",     "moment",  "stage",     "context", "effect",  "day",
                                          "days",    "week",    "month",   "year",    "season",    "spring",  "summer",  "autumn",
                                          "winter",  "fall",    "morning", "evening", "afternoon", "night",   "weekend", "quarter",
                                          "century", "decade",  "part",    "portion", "side",      "p"};
    for (std::size_t k = 1; k + 1 < pieces_.size(); ++k) {
        if (!pieces_[k].words.empty() || !pieces_[k + 1].words.empty()) continue;
        const std::uint32_t i = pieces_[k].token;
        if ((f_.token(i).fold_size != 4 && f_.token(i).fold_size != 5) || f_.token(i).fold[0] != 't') continue;
        if (f_.token(i).kind != TokenKind::Word || (word(i) != "this" && word(i) != "these") || pieces_[k + 1].token != i + 1 ||
            is_dated({i, i + 1}))
            continue;
        const Token& next = f_.token(i + 1);
        const VerbSense& deed = f_.verb(i + 1);
        const bool does = deed.form == VerbForm::Past || deed.form == VerbForm::Present ||
                          ((deed.form == VerbForm::PastOrParticiple || next.fold_size == 0) &&
                           !is_nominal_behind(i + 1));  // "that this | reflected a failure"
        const bool noun = next.kind == TokenKind::Word && next.letter_case == Case::Lower && !next.dotted && (!does || deed.noun_too) &&
                          !f_.has(i + 1, kFunction | kConjunction | kBe | kHave | kModal) && !is_preposition(f_.text, i + 1) &&
                          !is_adverb(f_.text, i + 1) && !kOfTimeOrWay.contains(word(i + 1)) &&
                          std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                       [&](const VerbGroup& g) { return g.first == i + 1 && g.mode == VerbGroup::Mode::Finite; });
        if (noun) pieces_[k].words = "the";
    }
}

/// "Steamer Adams, loaded with stores |": what a comma opens behind the subject's name and none ends goes from its pieces.
void Composer::close_subject() {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t comma = kNone;
    for (std::size_t k = 0; k < pieces_.size(); ++k) {
        if (!pieces_[k].words.empty()) continue;
        if (f_.has(pieces_[k].token, kConjunction)) return;
        if (!f_.token(pieces_[k].token).is(',')) continue;
        if (comma != kNone) return;
        comma = k;
    }
    if (comma == kNone || comma == 0 || comma + 1 >= pieces_.size() || !pieces_[comma + 1].words.empty()) return;
    const std::uint32_t next = pieces_[comma + 1].token;
    if (tells_more(next) || word(next) == "not" || f_.has(next, kArticle)) pieces_.resize(comma);
}

}  // namespace dateline::extract
