#include "extract/verb_groups.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/verb_finder.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

constexpr WordSet kHypothetical{"would", "could", "may", "might", "should", "can", "must", "shall", "cannot", "ought"};

}  // namespace

std::vector<VerbGroup> VerbFinder::run() {
    constexpr std::size_t usual_groups = 8;
    groups_.reserve(usual_groups);
    for (std::uint32_t i = first_; i < end_;) {
        if (!may_begin(i)) {
            ++i;
            continue;
        }
        VerbGroup group;
        if (read_chain(i, group) || read_simple(i, group)) {
            i = group.end;
            groups_.push_back(group);
        } else {
            ++i;
        }
    }
    for (std::size_t k = groups_.size(); k-- > 0;)
        if (closes_a_term(groups_[k])) groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k));
    std::erase_if(groups_, [&](const VerbGroup& g) {  // "shelled what is left of the town": a thing
        return g.passive && g.first > first_ && word(g.first - 1) == "what" && g.sense.base == "leave" && word(g.end) == "of";
    });
    drop_nouns();
    drop_within_what();
    share_modals();
    take_inversion();
    take_perceived();
    join_causatives();
    take_fronted_auxiliary();
    decide_participles(text_, {first_, end_}, groups_);
    for (std::uint32_t from = first_; from < end_;) {  // "Nine miners die; others say more are missing"
        std::uint32_t to = from;
        while (to < end_ && !token(to).is(';')) ++to;
        const bool told = std::any_of(groups_.begin(), groups_.end(), [&](const VerbGroup& g) {
            return g.mode == VerbGroup::Mode::Finite && from <= g.first && g.first < to;
        });
        if (!told) find_bare_present(from, to);
        from = to + 1;
    }
    return std::move(groups_);
}

/// "re-|elected", "co-|signed": the verb of a prefix that is written apart.
bool VerbFinder::follows_prefix(std::uint32_t i) const {
    static constexpr WordSet kPrefixes{"re", "co", "pre"};
    return i > first_ && i < end_ && token(i).hyphenated && kPrefixes.contains(word(i - 1)) && is_tail(text_, i) && word(i) != "accused";
}

/// Whether a group can begin here, told by the word alone: most words are neither verbs nor end as a past does.
bool VerbFinder::may_begin(std::uint32_t i) const {
    const Token& t = text_.tokens[i];
    if (t.kind != TokenKind::Word || (t.letter_case != Case::Lower && i != first_)) return false;
    if ((t.lexicon & (kBe | kHave | kModal)) != 0 || t.facts->verb_form != VerbForm::None) return true;
    const std::string_view w = text_.folded(t);
    return w.ends_with('d') || w == "to" || w == "do" || w == "does";
}

/// A word that no list has but that ends like a past is one, with nothing known of it.
const VerbSense& VerbFinder::sense_of(std::uint32_t i) const {
    static const VerbSense past = [] {
        VerbSense sense;
        sense.form = VerbForm::PastOrParticiple;
        return sense;
    }();
    const VerbSense& sense = verb(i);
    if (sense.known) return sense;
    const std::string_view w = word(i);
    const bool ends = w.size() > 4 && (w.ends_with("ed") || w.ends_with("ied")) && !w.ends_with("eed") && w != "hundred" && w != "united";
    return ends ? past : sense;
}

void VerbFinder::take_auxiliary(std::uint32_t i, VerbGroup& out) const {
    const std::string_view w = word(i);
    if (w == "will" || w == "wo" || w == "shall") out.planned = true;
    else if (kHypothetical.contains(w)) out.hypothetical = true;
    else if (w == "was" || w == "were" || w == "had" || w == "did") out.past = true;
}

bool VerbFinder::take_main(std::uint32_t i, bool after_be, bool after_have, bool after_modal, VerbGroup& out) const {
    if (!is_lower_word(i)) return false;
    const VerbSense& sense = sense_of(i);
    const bool participle = sense.form == VerbForm::Participle || sense.form == VerbForm::PastOrParticiple;
    static constexpr WordSet kBaseAsParticiple{"put", "set", "cut", "hit", "hurt", "shut", "come", "become", "overcome", "run", "overrun"};
    const bool base_as_participle = sense.known && sense.form == VerbForm::Base && kBaseAsParticiple.contains(word(i));
    if (after_be && (participle || base_as_participle)) out.passive = true;
    else if (after_be && sense.form == VerbForm::Gerund) out.progressive = true;
    else if (!after_be && after_have && (participle || base_as_participle)) out.perfect = true;
    else if (after_modal && !after_be && !after_have && is_unknown_base(i)) {
        static const VerbSense unknown = [] {
            VerbSense base;
            base.form = VerbForm::Base;
            return base;
        }();
        out.sense = unknown;
        out.head = i;
        out.end = i + 1;
        return true;
    } else if (!after_be && after_modal && (sense.form == VerbForm::Base || sense.form == VerbForm::PastOrParticiple)) {
        if (!sense.known || (sense.form != VerbForm::Base && word(i) != sense.base)) return false;
    } else {
        return false;
    }
    out.sense = sense;
    out.head = i;
    out.end = i + 1;
    return true;
}

/// "is now to | flow from the field": before what can follow a verb; not "is to roads in the north".
bool VerbFinder::is_to_be_done(std::uint32_t i) const {
    static constexpr WordSet kOwn{"his", "her", "its", "their"};
    const bool led =
        i > first_ + 1 && word(i - 1) == "to" && (has(i - 2, kBe) || (i > first_ + 2 && has(i - 3, kBe) && is_adverb(text_, i - 2)));
    return led && !token(i).possessive && !token(i).facts->noun->known && i + 1 < end_ &&
           (is_preposition(text_, i + 1) || has(i + 1, kArticle) || kOwn.contains(word(i + 1))) && word(i + 1) != "of";
}

/// "will deforest": a word that no list has can only be a verb after a modal.
bool VerbFinder::is_unknown_base(std::uint32_t i) const {
    const bool denied =
        i > first_ + 1 && has(i - 1, kNegation) &&
        (has(i - 2, kModal) || word(i - 2) == "did" || word(i - 2) == "does" || word(i - 2) == "do");  // "did not materialise"
    if (i == first_ || !(has(i - 1, kModal) || denied || is_to_be_done(i)) || verb(i).known || token(i).letter_case != Case::Lower ||
        token(i).hyphenated)
        return false;
    const std::string_view w = word(i);
    return w.size() > 3 && !has(i, kFunction | kConjunction | kArticle) && !is_preposition(text_, i) && !is_adverb(text_, i) &&
           !w.ends_with("ed") && !w.ends_with("ing") && !w.ends_with('s');
}

/// "with Italian forces | having been pushed back, Churchill ordered", "without a shot | being fired": what goes with what the sentence tells.
bool VerbFinder::hangs_on_with(std::uint32_t i) const {
    constexpr std::uint32_t reach = 6;
    const bool having = word(i) == "having";
    for (std::uint32_t n = 0; i-- > first_ && n < reach && token(i).kind == TokenKind::Word; ++n)
        if (word(i) == "without" || (having && word(i) == "with")) return true;
    return false;
}

/// "had | on 26 March | imposed": past the day between an auxiliary and its participle.
std::uint32_t VerbFinder::past_day(std::uint32_t i) const {
    constexpr std::uint32_t reach = 9;
    if (word(i) != "on" && word(i) != "in") return i;
    std::uint32_t at = i + 1;
    bool named = false;
    const auto of_day = [&](std::uint32_t k) {
        return token(k).kind == TokenKind::Number || has(k, kMonth) || (temporal::look_up(word(k)).classes & temporal::kWeekday) != 0 ||
               token(k).is(',');
    };  // "were | on Tuesday, 29 October, | handed"
    for (; at < std::min(end_, i + reach) && of_day(at); ++at)
        named = named || token(at).kind == TokenKind::Word || token(at).last - token(at).first == 4;
    const VerbForm form = at < end_ ? sense_of(at).form : VerbForm::None;
    const bool participle = is_lower_word(at) && (form == VerbForm::Participle || form == VerbForm::PastOrParticiple);
    return named && participle ? at : i;
}

/// Auxiliaries and the verb after them; "to" before a verb begins one too.
bool VerbFinder::read_chain(std::uint32_t i, VerbGroup& out) {
    const bool infinitive = is_lower_word(i) && word(i) == "to";
    const bool does = is_lower_word(i) && (word(i) == "did" || word(i) == "does" || word(i) == "do");
    if (!infinitive && !does && !is_auxiliary(i)) return false;
    out.first = i;
    // "after being closed", ", having taken three towns,"; not "with the talks being held"
    const bool gerund = (word(i) == "being" || word(i) == "having") &&
                        (i == first_ || is_preposition(text_, i - 1) || token(i - 1).is(',') || has(i - 1, kConjunction | kMonth) ||
                         (token(i - 1).kind == TokenKind::Number && has(i - 2, kMonth)) || (verb(i - 1).use & kSays) != 0 ||
                         hangs_on_with(i));  // "denied having shelled"
    out.mode = infinitive ? VerbGroup::Mode::Infinitive : gerund ? VerbGroup::Mode::Gerund : VerbGroup::Mode::Finite;
    bool be = false, have = false, modal = infinitive || does;
    std::uint32_t last_auxiliary = i, at = i + 1;
    if (!infinitive) {
        be = has(i, kBe), have = has(i, kHave), modal = modal || has(i, kModal);
        take_auxiliary(i, out);
    }
    for (;;) {
        std::uint32_t next = skip_adverbs(at);
        if (follows_prefix(next + 1)) ++next;
        if (have && !be && word(next) == "last" && verb(next + 1).form == VerbForm::Participle) ++next;  // "had last spoken"
        if (!infinitive && (have || be)) next = past_day(next);
        for (std::uint32_t k = at; k < next; ++k) out.negated = out.negated || has(k, kNegation);
        static constexpr WordSet kNow{"now", "also", "still", "finally", "then", "later", "again"};
        const bool adjoins =
            next == at || (next == at + 1 && (has(at, kNegation) || kNow.contains(word(at))));  // "is not | to open", "is now | to flow"
        if (next < end_ && word(next) == "to" && be && adjoins &&
            (verb(next + 1).form == VerbForm::Base || word(next + 1) == "be" || is_unknown_base(next + 1))) {
            out.planned = true;  // "is to follow"
            be = false;
            modal = true;
            at = next + 1;
            continue;
        }
        const bool obliged = next == at && next + 1 < end_ && word(next) == "to" && have && !be &&
                             (verb(next + 1).form == VerbForm::Base || word(next + 1) == "be" || is_unknown_base(next + 1));
        if (obliged) {  // "had | to be called off": it was; "has | to be paid": it is to be
            const bool would = i > first_ && token(i - 1).kind == TokenKind::Word && word(i - 1).ends_with("'d");  // "you'd have to"
            if (would) out.hypothetical = true;
            if (!out.past && !out.hypothetical) out.planned = true;
            have = out.perfect = false;
            modal = true;
            at = next + 1;
            continue;
        }
        if (is_auxiliary(next) && !(have && !be && has(next, kHave) && !has(next, kBe) && !modal)) {
            if (have && has(next, kBe)) out.perfect = true;
            if (modal && has(next, kHave)) out.perfect = true;
            be = has(next, kBe);
            have = has(next, kHave) || (have && !be);
            take_auxiliary(next, out);
            last_auxiliary = next;
            at = next + 1;
            continue;
        }
        if (take_main(next, be, have, modal, out)) break;
        if (infinitive && last_auxiliary == i) return false;  // the preposition
        if (does && last_auxiliary == i && !be) return false;
        out.copula = true;
        out.head = last_auxiliary;
        out.end = last_auxiliary + 1;
        out.sense = verb_sense(be ? "be" : "have");
        break;
    }
    if (out.copula && be && !out.past && (word(out.end) == "due" || word(out.end) == "scheduled") && word(out.end + 1) != "to")
        out.planned = true;  // "is due at Alat on the 17th"
    return true;
}

bool VerbFinder::read_simple(std::uint32_t i, VerbGroup& out) {
    if (!is_lower_word(i) || token(i).possessive) return false;
    const VerbSense& sense = sense_of(i);
    if (sense.form == VerbForm::None || stands_as_noun(i, sense.form)) return false;
    if (word(i) == "last" && i > first_ && (verb(i + 1).form == VerbForm::Past || verb(i + 1).form == VerbForm::PastOrParticiple))
        return false;  // "who last met"
    if (word(i) == "following" && i > first_ && !has(i - 1, kBe) &&
        (has(i + 1, kArticle) || word(i + 1) == "their" || word(i + 1) == "his"))
        return false;  // "is dead following a shooting"
    out.head = i;
    out.first = follows_prefix(i) ? i - 1 : i;
    out.end = i + 1;
    out.sense = sense;
    static constexpr WordSet kPronouns{"they", "we", "who", "i", "you"};
    const bool pronoun_before =
        i > first_ && (kPronouns.contains(word(i - 1)) ||
                       (i > first_ + 1 && is_adverb(text_, i - 1) && kPronouns.contains(word(i - 2))));  // "We strongly condemn"
    if (word(i) == "bound" && word(i + 1) == "for") return false;                 // "seized a tanker bound for Mombasa"
    if (word(i) == "dated") return out.mode = VerbGroup::Mode::Participle, true;  // "a letter dated 2 May was found"
    switch (sense.form) {
        case VerbForm::Base: out.mode = VerbGroup::Mode::Finite; return pronoun_before || is_plural_verb(i, sense) || follows_modal(i);
        case VerbForm::Present: out.mode = VerbGroup::Mode::Finite; return i > first_;
        case VerbForm::Past:
            out.mode = VerbGroup::Mode::Finite;
            out.past = true;
            return i > first_;
        case VerbForm::PastOrParticiple:
            // Irregular bases that are their own past ("set", "hit") need a subject before them.
            out.mode = VerbGroup::Mode::Finite;
            out.past = true;
            return true;
        case VerbForm::Participle: out.mode = VerbGroup::Mode::Participle; return true;
        case VerbForm::Gerund: out.mode = VerbGroup::Mode::Gerund; return word(i + 1) != "of" && !opens_as_noun(i);
        case VerbForm::None: break;
    }
    return false;
}

/// "will begin in 2027 and | be ready by 2032": what the modal says is said of both.
void VerbFinder::share_modals() {
    for (std::size_t k = 1; k < groups_.size(); ++k) {
        VerbGroup& g = groups_[k];
        const bool base = word(g.first) == "be" || (g.first == g.head && g.sense.form == VerbForm::Base);
        if (g.mode != VerbGroup::Mode::Finite || !base || g.first == first_ || word(g.first - 1) != "and") continue;
        const VerbGroup& before = groups_[k - 1];
        if (before.mode != VerbGroup::Mode::Finite || before.first == before.head) continue;
        g.planned = before.planned;
        g.hypothetical = before.hypothetical;
        g.past = before.past;
    }
}

/// "Had Georgia not closed the crossing, lorries would have been trapped": the verb stands apart from its auxiliary. What is told
/// is the other way round: it was closed.
void VerbFinder::take_inversion() {
    if (groups_.size() < 3 || word(first_) != "had" || groups_[0].first != first_ || !groups_[0].copula) return;
    // "Had the pact signed in May | been carried out": what describes the subject is done
    const bool described = groups_.size() > 3 && word(groups_[2].first) == "been" && groups_[2].passive &&
                           !has_clause_boundary(text_, groups_[1].end, groups_[2].first);
    if (described) groups_[1].mode = VerbGroup::Mode::Participle, groups_[1].past = false;
    VerbGroup& verb = groups_[described ? 2 : 1];
    const bool participle = verb.sense.form == VerbForm::PastOrParticiple || verb.sense.form == VerbForm::Participle;
    const bool condition = std::any_of(groups_.begin() + 2, groups_.end(), [](const VerbGroup& g) { return g.hypothetical; });
    if (!participle || (verb.first != verb.head && !described) || !condition || has_clause_boundary(text_, first_ + 1, verb.first)) return;
    bool unless = false;
    for (std::uint32_t i = first_ + 1; i < verb.first; ++i) unless = unless || has(i, kNegation);
    verb.mode = VerbGroup::Mode::Finite;
    verb.past = verb.perfect = true;
    verb.negated = !unless;
    groups_.erase(groups_.begin());
}

/// "saw tanks | enter Rutshuru", "heard gunmen fire": what was seen was done.
void VerbFinder::take_perceived() {
    static constexpr WordSet kPerceives{"saw", "seen", "heard", "watched", "witnessed", "noticed", "observed"};
    constexpr std::uint32_t longest = 5;
    for (std::size_t k = 1; k < groups_.size(); ++k) {
        VerbGroup& g = groups_[k];
        const VerbGroup& before = groups_[k - 1];
        const bool bare = g.mode == VerbGroup::Mode::Finite && g.first == g.head && g.sense.form == VerbForm::Base && g.auxiliary == 0;
        if (bare && kPerceives.contains(word(before.head)) && !before.passive && g.first > before.end && g.first <= before.end + longest &&
            !has_clause_boundary(text_, before.end, g.first))
            g.past = true;
    }
}

/// "had them | arrested", "had himself crowned king", "had the ministers arrested": what somebody had done is what he did.
void VerbFinder::join_causatives() {
    static constexpr WordSet kWhom{"them", "him", "himself", "herself", "themselves", "itself", "her"};
    static constexpr WordSet kWhen{"day",     "night",     "week",   "month",   "year",     "morning",
                                   "evening", "afternoon", "before", "earlier", "previous", "time"};
    constexpr std::uint32_t longest = 3;
    for (std::size_t k = 0; k + 1 < groups_.size(); ++k) {
        VerbGroup& had = groups_[k];
        const VerbGroup& done = groups_[k + 1];
        const bool orders = word(had.head) == "ordered" && !had.passive && done.first > had.end + 1 && done.first <= had.end + longest &&
                            has(had.end, kArticle) && done.first == done.head &&
                            (done.sense.form == VerbForm::PastOrParticiple || done.sense.form == VerbForm::Participle) &&
                            !takes_object(text_, end_, done) && is_preposition(text_, done.end);
        if (orders) {  // "ordered the building | reinforced in March": the day of the order
            groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
            continue;
        }
        const bool bare = had.copula && had.first > first_ && had.end == had.first + 1 && word(had.first) == "had" &&
                          (token(had.first - 1).kind == TokenKind::Word || token(had.first - 1).is(','));
        const bool participle = done.first == done.head &&
                                (done.sense.form == VerbForm::PastOrParticiple || done.sense.form == VerbForm::Participle) &&
                                !takes_object(text_, end_, done);
        if (!bare || !participle || done.first <= had.end || done.first > had.end + longest) continue;
        const bool one = done.first == had.end + 1 && kWhom.contains(word(had.end));
        bool thing = has(had.end, kArticle) && word(had.end) == "the" && done.first > had.end + 1 && done.sense.known;
        for (std::uint32_t i = had.end + 1; i < done.first; ++i)
            thing = thing && is_lower_word(i) && !kWhen.contains(word(i)) && !is_preposition(text_, i) && !has(i, kFunction | kConjunction);
        if (!one && !thing) continue;
        had.sense = done.sense;
        had.copula = false;
        had.past = true;
        groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
}

/// "Only on 3 May was the port reopened", "Not until 12 November did parliament ratify the treaty": the verb apart from its auxiliary.
void VerbFinder::take_fronted_auxiliary() {
    if (first_ + 3 >= end_ || !opens_with_restriction()) return;
    constexpr std::uint32_t reach = 16;
    const auto parts = [&](std::uint32_t i) {
        return is_lower_word(i) && (word(i) == "did" || word(i) == "does" || word(i) == "do" || has(i, kBe | kHave | kModal));
    };
    std::uint32_t at = first_ + 1;
    while (at < std::min(end_, first_ + reach) && !(parts(at) && !token(at - 1).is(','))) ++at;
    if (at >= std::min(end_, first_ + reach) || is_preposition(text_, at + 1) || is_adverb(text_, at + 1)) return;
    const bool be = has(at, kBe), have = has(at, kHave);
    std::uint32_t main = at + 2;
    bool been = false;
    const auto fits = [&](std::uint32_t i) {
        const VerbForm form = sense_of(i).form;
        const bool participle = form == VerbForm::Participle || form == VerbForm::PastOrParticiple;
        if (!is_lower_word(i) || has(i - 1, kArticle) || is_preposition(text_, i - 1)) return false;
        return be || have ? participle || (be && form == VerbForm::Gerund) : form == VerbForm::Base;
    };
    for (; main < std::min(end_, at + reach) && token(main).kind != TokenKind::Mark && !fits(main); ++main)
        been = been || word(main) == "been";
    if (main >= std::min(end_, at + reach) || token(main).kind == TokenKind::Mark) return;
    if (std::any_of(groups_.begin(), groups_.end(),
                    [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite && g.first > at && g.end <= main && !g.copula; }))
        return;
    VerbGroup group;
    group.first = group.head = main;
    group.end = main + 1;
    group.sense = sense_of(main);
    group.auxiliary = at;
    take_auxiliary(at, group);
    group.passive = (be || been) && group.sense.form != VerbForm::Gerund;
    group.progressive = be && !group.passive;
    group.perfect = have;
    group.negated = word(first_) != "only" && word(first_) != "not";
    std::erase_if(groups_, [&](const VerbGroup& g) { return (g.first <= at && at < g.end) || (g.first <= main && main < g.end); });
    groups_.insert(std::find_if(groups_.begin(), groups_.end(), [&](const VerbGroup& g) { return g.first > main; }), group);
}

/// "Gas exports to Europe, which began in 2020, | rose": behind what a pronoun tells of it, the sentence goes on with its verb.
bool VerbFinder::resumes_past_relative(std::size_t group) const {
    std::uint32_t pronoun = groups_[group].end;
    while (pronoun < end_ && token(pronoun).kind == TokenKind::Word && !has(pronoun, kConjunction)) ++pronoun;
    if (!token(pronoun).is(',') || (word(pronoun + 1) != "which" && word(pronoun + 1) != "who")) return false;
    return std::any_of(groups_.begin() + static_cast<std::ptrdiff_t>(group) + 1, groups_.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Finite && g.first > pronoun + 2 && token(g.first - 1).is(',') && (g.sense.use & kSays) == 0;
    });
}

/// "Egypt launches | raids", "fires | guided rockets", "launches air | strikes": the verb-like word behind a verb of blows is what is struck or
/// says of what sort it is.
bool VerbFinder::undertakes(std::size_t group) const {
    static constexpr WordSet kVerbs{"launch", "fire", "start", "resume", "plan", "order", "mount", "stage", "halt", "end"};
    static constexpr WordSet kArms{"rockets", "missiles", "drones", "shells", "mortars", "torpedoes", "strikes", "raids", "attacks"};
    constexpr std::uint32_t longest = 2;  // "large ballistic"
    if (group + 1 >= groups_.size()) return false;
    const VerbGroup &g = groups_[group], &next = groups_[group + 1];
    if (!kVerbs.contains(g.sense.base) || next.first != next.head || next.end != next.head + 1 || next.first > g.end + longest)
        return false;
    for (std::uint32_t i = g.end; i < next.first; ++i)
        if (!is_lower_word(i) || has(i, kArticle | kConjunction | kFunction) || is_preposition(text_, i)) return false;
    const auto is_deed = [&](std::uint32_t i) {
        const NounSense& told = *token(i).facts->noun;
        return kArms.contains(word(i)) || (told.known && told.strength >= 2 && !told.paper && !token(i).possessive);
    };
    if (next.sense.form == VerbForm::Present && next.sense.noun_too) return is_deed(next.head);
    const bool sort = next.sense.form == VerbForm::PastOrParticiple || next.sense.form == VerbForm::Participle;
    return sort && is_lower_word(next.end) && is_deed(next.end);
}

/// "US strikes killed", "gas exports to Europe rose": a present form that is a noun too gives way to another verb.
void VerbFinder::drop_nouns() {
    for (std::size_t k = 0; k < groups_.size(); ++k) {
        VerbGroup& g = groups_[k];
        if (g.mode != VerbGroup::Mode::Finite || g.first != g.head || g.sense.form != VerbForm::Present || !g.sense.noun_too) continue;
        const bool name_before =
            g.first > first_ &&
            (token(g.first - 1).capitalised() || word(g.first - 1) == "which" || word(g.first - 1) == "that" || word(g.first - 1) == "it" ||
             word(g.first - 1) == "he" || word(g.first - 1) == "she" || word(g.first - 1) == "who" || is_adverb(text_, g.first - 1) ||
             (g.first > first_ + 1 && word(g.first - 2) == "whose"));  // "whose term ends in May"
        const bool site_before = g.first > first_ + 3 && token(g.first - 2).is('.') && !token(g.first - 1).after_space &&
                                 token(g.first - 3).capitalised();  // "Blue.az | reports"
        const bool one_before =
            g.first > first_ + 1 &&
            ((token(g.first - 1).letter_case == Case::Lower && !token(g.first - 1).possessive && !word(g.first - 1).ends_with('s') &&
              (has(g.first - 2, kArticle) || has(g.first - 3, kArticle))) ||
             (token(g.first - 1).is(')') && token(g.first - 2).letter_case == Case::Upper));  // "The ministry | hopes to have it repaired"
        if ((name_before || one_before) && (g.sense.use & kIntends) != 0 && word(g.end) == "to" &&
            (verb(g.end + 1).form == VerbForm::Base || has(g.end + 1, kBe | kHave)))
            continue;  // "Qatar plans to host talks"
        if (closes_aside(k)) continue;
        while ((name_before || one_before) && undertakes(k)) groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
        const VerbForm told_of_it = token(g.end).is(',') ? sense_of(g.end + 1).form : VerbForm::None;
        const bool set_off = (told_of_it == VerbForm::PastOrParticiple || told_of_it == VerbForm::Participle) &&
                             is_preposition(text_, g.end + 2);  // "Copper exports, suspended by the court in May, resumed"
        if (set_off && k + 2 < groups_.size()) {
            g.sense.form = VerbForm::None;
            continue;
        }
        bool other = false;
        for (std::size_t n = 0; n < groups_.size(); ++n) {
            if (n == k || groups_[n].mode != VerbGroup::Mode::Finite) continue;
            const std::uint32_t from = n < k ? groups_[n].end : g.end, to = n < k ? g.first : groups_[n].first;
            bool parted = has_clause_boundary(text_, from, to);  // "plans to move before the year is out"
            for (std::uint32_t i = from; i < to && !parted; ++i) parted = word(i) == "before" || word(i) == "until" || word(i) == "after";
            other = other || !parted;
        }
        other = other || resumes_past_relative(k);
        if (g.sense.base == "date" && (word(g.end) == "from" || word(g.end) == "back")) continue;  // "The idea dates from 2018"
        const bool lasts = word(g.end) == "until" || word(g.end) == "till";  // "The mission, launched in May, runs until December"
        const bool object = lasts || takes_object(text_, end_, g) || word(g.end) == "to" || word(g.end) == "that";
        const bool lacks_object =
            g.sense.base == "order" && is_preposition(text_, g.end);  // "Evacuation orders for Sofia, Varna and Ruse were lifted"
        if (other || lacks_object || (!name_before && !site_before && !object && !follows_plain_subject(g.first)))
            g.sense.form = VerbForm::None;
    }
    std::erase_if(groups_, [](const VerbGroup& g) { return g.sense.form == VerbForm::None && !g.copula; });
}

/// "shot in what officials | say is | a raid", "died in what | was | the worst crash": within a phrase, and no verb of the sentence.
void VerbFinder::drop_within_what() {
    constexpr std::uint32_t reach = 6;
    for (std::size_t k = 0; k < groups_.size(); ++k) {
        const VerbGroup& g = groups_[k];
        const std::uint32_t from = k > 0 ? groups_[k - 1].end : first_;
        std::uint32_t what = g.first;
        while (what > from + 1 && g.first - what < reach && token(what - 1).kind == TokenKind::Word && word(what) != "what") --what;
        if (g.mode != VerbGroup::Mode::Finite || what <= from || word(what) != "what" || word(what - 1) == "to" ||
            !is_preposition(text_, what - 1))
            continue;  // not "contrary to what was said"
        const bool says = k + 1 < groups_.size() && groups_[k + 1].first == g.end && groups_[k + 1].mode == VerbGroup::Mode::Finite;
        const std::size_t other = k + (says ? 2 : 1);
        if (other < groups_.size() && groups_[other].mode == VerbGroup::Mode::Infinitive && groups_[other].first == groups_[other - 1].end)
            continue;  // "in what seems to be a quarrel"
        const bool own = k > 0 || std::any_of(groups_.begin() + static_cast<std::ptrdiff_t>(other), groups_.end(),
                                              [](const VerbGroup& o) { return o.mode == VerbGroup::Mode::Finite; });
        if (!own) continue;
        groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k), groups_.begin() + static_cast<std::ptrdiff_t>(other));
        --k;
    }
}

/// Chronicles tell in the present: "Police escort the mayors", "Three attackers die". Asked only where no other verb stands between its
/// semicolons.
void VerbFinder::find_bare_present(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from + 1; i < to; ++i) {
        const VerbSense& sense = verb(i);
        if (!is_lower_word(i) || !sense.known || sense.form != VerbForm::Base || has(i, kFunction | kModal) || is_preposition(text_, i) ||
            token(i).hyphenated)
            continue;
        std::uint32_t before = i - 1;
        while (before > first_ && is_adverb(text_, before)) --before;
        std::uint32_t place = before;  // "Protesters in Goris block the road"
        while (place > first_ && token(place).capitalised() && token(place - 1).kind == TokenKind::Word && token(place - 1).capitalised())
            --place;
        const bool somewhere = place > first_ + 1 && token(place).capitalised() && is_preposition(text_, place - 1) &&
                               has(i + 1, kArticle) && ends_plural_subject(place - 2);
        if (!somewhere && !ends_plural_subject(before)) continue;
        const bool goes_on = i + 1 < end_ && token(i + 1).kind != TokenKind::Mark && !has(i + 1, kConjunction);
        const bool object = goes_on && !is_preposition(text_, i + 1) && !is_adverb(text_, i + 1);
        if (sense.noun_too && !object) continue;
        VerbGroup group;
        group.first = group.head = i;
        group.end = i + 1;
        group.sense = sense;
        const auto after = std::find_if(groups_.begin(), groups_.end(), [&](const VerbGroup& g) { return g.first > i; });
        groups_.insert(after, group);
        return;
    }
}

std::vector<VerbGroup> find_verb_groups(const Text& text, const Sentence& sentence) { return VerbFinder(text, sentence).run(); }

}  // namespace dateline::extract
