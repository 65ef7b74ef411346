#include "extract/verb_groups.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

constexpr WordSet kHypothetical{"would", "could", "may", "might", "should", "can", "must", "shall", "cannot", "ought"};

class Finder {
  public:
    Finder(const Text& text, const Sentence& sentence)
        : text_(text), first_(sentence.first_token), end_(sentence.end_token) {}

    std::vector<VerbGroup> run() {
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
        share_modals();
        take_inversion();
        take_perceived();
        join_causatives();
        take_fronted_auxiliary();
        decide_participles(text_, {first_, end_}, groups_);
        if (std::none_of(groups_.begin(), groups_.end(), [](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite; })) find_bare_present();
        return std::move(groups_);
    }

  private:
    const Token& token(std::uint32_t i) const { return text_.token(i); }
    std::string_view word(std::uint32_t i) const { return i < end_ ? text_.folded(token(i)) : std::string_view{}; }
    bool has(std::uint32_t i, std::uint32_t bits) const { return i < end_ && (token(i).lexicon & bits) != 0; }
    bool is_lower_word(std::uint32_t i) const {
        return i < end_ && token(i).kind == TokenKind::Word && (token(i).letter_case == Case::Lower || i == first_);
    }
    bool is_auxiliary(std::uint32_t i) const {
        const bool month = word(i) == "may" && token(i).capitalised() && i + 1 < end_ && token(i + 1).kind == TokenKind::Number;  // "May 2019: she is elected"
        return is_lower_word(i) && has(i, kBe | kHave | kModal) && !token(i).hyphenated && !month;
    }
    std::uint32_t skip_adverbs(std::uint32_t i) const {
        for (int n = 0; n < 4 && i < end_ && is_adverb(text_, i); ++n) ++i;
        return i;
    }
    bool may_begin(std::uint32_t i) const;
    const VerbSense& sense_of(std::uint32_t i) const;
    const VerbSense& verb(std::uint32_t i) const { return i < end_ ? *token(i).facts->verb : verb_sense({}); }
    bool is_to_be_done(std::uint32_t i) const;
    bool read_chain(std::uint32_t i, VerbGroup& out);
    std::uint32_t past_day(std::uint32_t i) const;
    void take_auxiliary(std::uint32_t i, VerbGroup& out) const;
    bool take_main(std::uint32_t i, bool after_be, bool after_have, bool after_modal, VerbGroup& out) const;
    bool is_unknown_base(std::uint32_t i) const;
    bool read_simple(std::uint32_t i, VerbGroup& out);
    bool stands_as_noun(std::uint32_t i, VerbForm form) const;
    bool is_a_work(std::uint32_t i) const;
    bool names_purpose(std::uint32_t i) const;
    bool opens_as_noun(std::uint32_t i) const;
    bool is_plural_verb(std::uint32_t i, const VerbSense& sense) const;
    bool shows_picture(std::uint32_t i) const;
    bool closes_a_term(const VerbGroup& g) const;
    void take_inversion();
    void take_perceived();
    void join_causatives();
    bool hangs_on_with(std::uint32_t i) const;
    bool opens_with_restriction() const;
    void take_fronted_auxiliary();
    bool follows_plain_subject(std::uint32_t i) const;
    void drop_nouns();
    bool closes_aside(std::size_t group) const;
    bool follows_modal(std::uint32_t i) const;
    void share_modals();
    void find_bare_present();
    bool ends_plural_subject(std::uint32_t i) const;

    const Text& text_;
    std::uint32_t first_, end_;
    std::vector<VerbGroup> groups_;
};

/// Whether a group can begin here, told by the word alone: most words are neither verbs nor end as a past does.
bool Finder::may_begin(std::uint32_t i) const {
    const Token& t = text_.tokens[i];
    if (t.kind != TokenKind::Word || (t.letter_case != Case::Lower && i != first_)) return false;
    if ((t.lexicon & (kBe | kHave | kModal)) != 0 || t.facts->verb->form != VerbForm::None) return true;
    const std::string_view w = text_.folded(t);
    return w.ends_with('d') || w == "to" || w == "do" || w == "does";
}

/// A word that no list has but that ends like a past is one, with nothing known of it.
const VerbSense& Finder::sense_of(std::uint32_t i) const {
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

void Finder::take_auxiliary(std::uint32_t i, VerbGroup& out) const {
    const std::string_view w = word(i);
    if (w == "will" || w == "wo" || w == "shall") out.planned = true;
    else if (kHypothetical.contains(w)) out.hypothetical = true;
    else if (w == "was" || w == "were" || w == "had" || w == "did") out.past = true;
}

bool Finder::take_main(std::uint32_t i, bool after_be, bool after_have, bool after_modal, VerbGroup& out) const {
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
bool Finder::is_to_be_done(std::uint32_t i) const {
    static constexpr WordSet kOwn{"his", "her", "its", "their"};
    const bool led = i > first_ + 1 && word(i - 1) == "to" && (has(i - 2, kBe) || (i > first_ + 2 && has(i - 3, kBe) && is_adverb(text_, i - 2)));
    return led && !token(i).possessive && !token(i).facts->noun->known && i + 1 < end_ && (is_preposition(text_, i + 1) || has(i + 1, kArticle) || kOwn.contains(word(i + 1))) && word(i + 1) != "of";
}

/// "will deforest": a word that no list has can only be a verb after a modal.
bool Finder::is_unknown_base(std::uint32_t i) const {
    const bool denied = i > first_ + 1 && has(i - 1, kNegation) && (has(i - 2, kModal) || word(i - 2) == "did" || word(i - 2) == "does" || word(i - 2) == "do");  // "did not materialise"
    if (i == first_ || !(has(i - 1, kModal) || denied || is_to_be_done(i)) || verb(i).known || token(i).letter_case != Case::Lower || token(i).hyphenated) return false;
    const std::string_view w = word(i);
    return w.size() > 3 && !has(i, kFunction | kConjunction | kArticle) && !is_preposition(text_, i) && !is_adverb(text_, i) && !w.ends_with("ed") && !w.ends_with("ing") && !w.ends_with('s');
}

/// "with Italian forces | having been pushed back, Churchill ordered", "without a shot | being fired": what goes with what the sentence tells.
bool Finder::hangs_on_with(std::uint32_t i) const {
    constexpr std::uint32_t reach = 6;
    const bool having = word(i) == "having";
    for (std::uint32_t n = 0; i-- > first_ && n < reach && token(i).kind == TokenKind::Word; ++n)
        if (word(i) == "without" || (having && word(i) == "with")) return true;
    return false;
}

/// "had | on 26 March | imposed": past the day between an auxiliary and its participle.
std::uint32_t Finder::past_day(std::uint32_t i) const {
    constexpr std::uint32_t reach = 9;
    if (word(i) != "on" && word(i) != "in") return i;
    std::uint32_t at = i + 1;
    bool named = false;
    const auto of_day = [&](std::uint32_t k) { return token(k).kind == TokenKind::Number || has(k, kMonth) || (temporal::look_up(word(k)).classes & temporal::kWeekday) != 0 || token(k).is(','); };  // "were | on Tuesday, 29 October, | handed"
    for (; at < std::min(end_, i + reach) && of_day(at); ++at)
        named = named || token(at).kind == TokenKind::Word || token(at).last - token(at).first == 4;
    const VerbForm form = at < end_ ? sense_of(at).form : VerbForm::None;
    const bool participle = is_lower_word(at) && (form == VerbForm::Participle || form == VerbForm::PastOrParticiple);
    return named && participle ? at : i;
}

/// Auxiliaries and the verb after them; "to" before a verb begins one too.
bool Finder::read_chain(std::uint32_t i, VerbGroup& out) {
    const bool infinitive = is_lower_word(i) && word(i) == "to";
    const bool does = is_lower_word(i) && (word(i) == "did" || word(i) == "does" || word(i) == "do");
    if (!infinitive && !does && !is_auxiliary(i)) return false;
    out.first = i;
    // "after being closed", ", having taken three towns,"; not "with the talks being held"
    const bool gerund = (word(i) == "being" || word(i) == "having") && (i == first_ || is_preposition(text_, i - 1) || token(i - 1).is(',') || has(i - 1, kConjunction | kMonth) || (token(i - 1).kind == TokenKind::Number && has(i - 2, kMonth)) || (verb(i - 1).use & kSays) != 0 || hangs_on_with(i));  // "denied having shelled"
    out.mode = infinitive ? VerbGroup::Mode::Infinitive : gerund ? VerbGroup::Mode::Gerund : VerbGroup::Mode::Finite;
    bool be = false, have = false, modal = infinitive || does;
    std::uint32_t last_auxiliary = i, at = i + 1;
    if (!infinitive) {
        be = has(i, kBe), have = has(i, kHave), modal = modal || has(i, kModal);
        take_auxiliary(i, out);
    }
    for (;;) {
        std::uint32_t next = skip_adverbs(at);
        if (have && !be && word(next) == "last" && verb(next + 1).form == VerbForm::Participle) ++next;  // "had last spoken"
        if (!infinitive && (have || be)) next = past_day(next);
        for (std::uint32_t k = at; k < next; ++k) out.negated = out.negated || has(k, kNegation);
        static constexpr WordSet kNow{"now", "also", "still", "finally", "then", "later", "again"};
        const bool adjoins = next == at || (next == at + 1 && (has(at, kNegation) || kNow.contains(word(at))));  // "is not | to open", "is now | to flow"
        if (next < end_ && word(next) == "to" && be && adjoins && (verb(next + 1).form == VerbForm::Base || word(next + 1) == "be" || is_unknown_base(next + 1))) {
            out.planned = true;  // "is to follow"
            be = false;
            modal = true;
            at = next + 1;
            continue;
        }
        const bool obliged = next == at && next + 1 < end_ && word(next) == "to" && have && !be && (verb(next + 1).form == VerbForm::Base || word(next + 1) == "be" || is_unknown_base(next + 1));
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
    if (out.copula && be && !out.past && (word(out.end) == "due" || word(out.end) == "scheduled") && word(out.end + 1) != "to") out.planned = true;  // "is due at Alat on the 17th"
    return true;
}

/// Whether the words before say that a form which is a noun or an adjective as well is that here.
bool Finder::stands_as_noun(std::uint32_t i, VerbForm form) const {
    // "the Baltic states", "the five Caspian states"
    if (word(i) == "states" && i > first_ + 1 && token(i - 1).capitalised() && word(i + 1) != "that" && (has(i - 2, kArticle) || (temporal::look_up(word(i - 2)).classes & temporal::kCardinal) != 0)) return true;
    if (i == first_) return form != VerbForm::Gerund;
    if (form == VerbForm::Present && i <= first_ + 2 && word(i + 1) == "between" && token(i).facts->noun->known) return true;  // "Direct talks between Chad and Sudan took place"
    const Token& before = token(i - 1);
    if (token(i).hyphenated || before.possessive) return true;
    if (form == VerbForm::Present && word(i + 1) == "that" && tells_with_that(word(i))) {  // "rejected as false on Monday | claims that"
        static constexpr WordSet kRejects{"rejected", "dismissed", "denied", "described", "branded", "rejects", "dismisses", "denies"};
        constexpr std::uint32_t reach = 9;
        bool as = false;
        for (std::uint32_t k = i; k-- > first_ && i - k < reach;) {
            if (as && kRejects.contains(word(k))) return true;
            as = as || word(k) == "as";
        }
    }
    if (form == VerbForm::Present && i + 1 < end_ && token(i + 1).hyphenated && token(i).end + 1 == token(i + 1).begin) return true;  // "send troops guns-|a-blazing"
    // "3 wounded" counts; "laid in 2020 exploded" does not.
    const bool of_day = before.kind == TokenKind::Number && i >= first_ + 2 && has(i - 2, kMonth);  // "published on March 14 says"
    // "of magnitude 5.9 struck", "Flight 370 crashed": a name's number
    const bool type = before.kind == TokenKind::Number && i >= first_ + 2 && before.hyphenated && token(i - 2).capitalised();  // "An An-26 crashed"
    const bool named = type || (before.kind == TokenKind::Number && i >= first_ + 2 && (word(i - 2) == "magnitude" || word(i - 2) == "number" || (token(i - 2).capitalised() && i > first_ + 2 && !has(i - 2, kArticle | kFunction) && !is_preposition(text_, i - 2))));
    static constexpr WordSet kMore{"further", "other", "another", "additional"};
    const bool more = before.kind == TokenKind::Number && i > first_ + 1 && kMore.contains(word(i - 2)) && i + 1 < end_ && token(i + 1).capitalised() && (temporal::look_up(word(i + 1)).classes & temporal::kWeekday) == 0;  // "with a further 10,000 left Durban"
    // "At least 42 | died", "Another 150 | arrived": what is done to nobody counts nobody
    static constexpr WordSet kDoneToNobody{"die", "drown", "perish", "arrive", "flee", "escape", "return", "march", "gather", "protest", "rally", "survive", "depart", "defect", "surrender"};
    const bool many = before.kind == TokenKind::Number && form == VerbForm::PastOrParticiple && before.last - before.first != 4 && kDoneToNobody.contains(verb(i).base);
    if (many) return false;
    if (before.kind == TokenKind::Number && !of_day && !named && !more) return form != VerbForm::Past && before.last - before.first != 4;
    if (has(i - 1, kArticle)) return true;
    const std::string_view w = word(i - 1);
    static constexpr WordSet kOfLate{"newly", "recently", "freshly", "long", "well", "previously", "jointly"};
    if (form == VerbForm::PastOrParticiple && i > first_ + 1 && kOfLate.contains(w) && has(i - 2, kArticle) && token(i + 1).kind == TokenKind::Word && !has(i + 1, kFunction | kArticle) && !is_preposition(text_, i + 1)) return true;  // "the newly arrived ambassador"
    // "On 10 June | attacks in Cali killed seven"
    const bool led = i >= first_ + 3 && is_preposition(text_, first_) && i <= first_ + 4 && ((has(i - 1, kMonth) && token(i - 2).kind == TokenKind::Number) || of_day);
    if (led && form == VerbForm::Present && token(i).facts->noun->known && is_preposition(text_, i + 1)) return true;
    // "two dozen | coordinated attacks"
    const bool counts = w == "dozen" || (temporal::look_up(w).classes & temporal::kCardinal) != 0;
    if (counts && form == VerbForm::PastOrParticiple && is_lower_word(i + 1) && token(i + 1).facts->noun->known && word(i + 1).ends_with('s')) return true;
    if (form == VerbForm::Gerund) {  // "the second shooting", "a three-hour meeting"
        static constexpr WordSet kBefore{"first", "second", "third", "fourth", "latest", "last", "previous", "fatal", "deadly", "mass", "next", "recent"};
        const bool described = i >= first_ + 2 && (has(i - 2, kArticle) || is_preposition(text_, i - 2)) && kBefore.contains(w);  // "at second reading"
        // "a cabinet meeting", not "the army shooting the demonstrators"
        const bool compound = token(i).facts->noun->known && i >= first_ + 2 && has(i - 2, kArticle) && is_lower_word(i - 1) && !has(i - 1, kFunction) && !is_adverb(text_, i - 1) &&
                              i + 1 < end_ && !has(i + 1, kArticle) && token(i + 1).kind != TokenKind::Number && !token(i + 1).capitalised();
        // "in fierce fighting", "after heavy shelling"
        const bool in_phrase = token(i).facts->noun->known && i >= first_ + 2 && is_preposition(text_, i - 2) && is_lower_word(i - 1) && !w.ends_with('s') && !has(i - 1, kFunction) && !is_adverb(text_, i - 1) &&
                               i + 1 < end_ && !has(i + 1, kArticle) && token(i + 1).kind != TokenKind::Number && !token(i + 1).capitalised();
        // "reported heavy shelling in Omdurman"
        const bool reported = token(i).facts->noun->known && i >= first_ + 2 && (verb(i - 2).use & kSays) != 0 && verb(i - 2).form != VerbForm::None && is_lower_word(i - 1) && !w.ends_with('s') &&
                              !has(i - 1, kFunction) && !is_adverb(text_, i - 1) && (i + 1 >= end_ || token(i + 1).kind == TokenKind::Mark || is_preposition(text_, i + 1));
        // "the Unecha pumping station"
        static constexpr WordSet kWorks{"station", "stations", "plant", "plants", "point", "points", "facility", "facilities", "site", "sites", "terminal", "ground", "grounds", "complex"};
        const bool of_works = before.capitalised() && kWorks.contains(word(i + 1)) && !has(i - 1, kMonth);
        if (before.hyphenated || described || compound || in_phrase || reported || of_works || is_a_work(i) || names_purpose(i)) return true;
    }
    static constexpr WordSet kDeterminers{"his", "her", "its", "their", "our", "my", "your", "this", "these", "those", "such",
                                          "any", "some", "no", "each", "every"};
    if (kDeterminers.contains(w) || (w == "same" && i > first_ + 1 && has(i - 2, kArticle))) return true;
    // "three ethnic armed groups launched", "an internal armed conflict"
    const bool described = is_lower_word(i - 1) && (w.ends_with("al") || w.ends_with("ic") || w.ends_with("ive") || w.ends_with("ous") || w.ends_with("ish"));
    if (word(i) == "armed" && is_lower_word(i + 1) && (word(i + 1).ends_with('s') || described) && !is_preposition(text_, i + 1) && !has(i + 1, kFunction)) return true;
    if (form == VerbForm::Present && w != "one" && (temporal::look_up(w).classes & temporal::kCardinal) != 0) return true;  // "Two ships, one from Odesa, sank"
    const bool preposition = is_preposition(text_, i - 1);
    if (form == VerbForm::Gerund && i > first_ + 2 && (w == "of" || w == "with")) {  // "accused of killing civilians"
        static constexpr WordSet kCharged{"accused", "convicted", "suspected", "guilty", "charged", "acquitted", "accuse"};
        if (kCharged.contains(word(i - 2)) && is_lower_word(i + 1) && !is_preposition(text_, i + 1) && !has(i + 1, kConjunction)) return false;
    }
    if (preposition && form == VerbForm::Gerund && w == "of") {  // "a memorandum of understanding"
        const bool object = i + 1 < end_ && (has(i + 1, kArticle) || token(i + 1).kind == TokenKind::Number || token(i + 1).capitalised());
        return !object;
    }
    static constexpr WordSet kTrades{"shipping", "fishing", "mining", "banking", "farming", "housing", "funding", "policing", "parking", "advertising", "logging", "drilling"};
    if ((preposition || w == "to") && form == VerbForm::Gerund && kTrades.contains(word(i))) {  // "closed to shipping for six hours"
        const bool object = i + 1 < end_ && (has(i + 1, kArticle) || token(i + 1).kind == TokenKind::Number || token(i + 1).capitalised());
        if (!object) return true;
    }
    if (preposition) return form != VerbForm::Gerund || token(i).facts->noun->known;
    if (form == VerbForm::PastOrParticiple && has(i - 1, kConjunction) && i + 1 < end_) {
        // "transparent and regulated passage"
        const bool noun_follows = is_lower_word(i + 1) && !has(i + 1, kFunction) && !is_adverb(text_, i + 1) && i >= first_ + 2 &&
                                  is_lower_word(i - 2) && !has(i - 2, kFunction);
        if (noun_follows && verb(i - 2).form == VerbForm::None) return true;
    }
    return false;
}

/// "a new border crossing at Uchkurgan", "the Margara crossing to trucks": what is built or given, with its article before it,
/// and no object of a verb after it.
bool Finder::is_a_work(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 8> kWorks{"crossing", "building", "landing", "housing", "funding", "dwelling", "training", "parking"};
    constexpr std::uint32_t reach = 4;
    if (!one_of(word(i), kWorks) || (i + 1 < end_ && (has(i + 1, kArticle) || token(i + 1).kind == TokenKind::Number))) return false;
    for (std::uint32_t k = i, n = 0; k-- > first_ && n < reach; ++n) {
        if (has(k, kArticle) || token(k).possessive) return true;
        const bool describes = token(k).kind == TokenKind::Word && !has(k, kFunction | kConjunction) && !is_preposition(text_, k) && !(is_lower_word(k) && word(k).ends_with('s'));
        if (!describes && !token(k).is('-')) return false;
    }
    return false;
}

/// "a Catholic boarding | school", "two landing | craft": what the thing after it is for, and no object, which would have an article.
bool Finder::names_purpose(std::uint32_t i) const {
    static constexpr WordSet kThings{"school", "camp", "craft", "boat", "vessel", "ship", "room", "stop", "strip", "zone", "area", "centre", "center", "base", "house", "hall", "pool", "ground", "range", "exercise"};
    static constexpr WordSet kPurposes{"boarding", "landing", "fishing", "training", "meeting", "refuelling", "refueling", "mining", "shooting", "firing", "swimming", "waiting", "holding", "operating", "sailing", "patrolling", "detaining", "processing", "recruiting", "voting", "counting", "polling"};
    constexpr std::uint32_t reach = 3;
    if (!kPurposes.contains(word(i)) || !kThings.contains(word(i + 1))) return false;
    for (std::uint32_t k = i, n = 0; k-- > first_ && n < reach; ++n) {
        if (has(k, kArticle) || token(k).possessive || token(k).kind == TokenKind::Number || (temporal::look_up(word(k)).classes & temporal::kCardinal) != 0) return true;
        if (token(k).kind != TokenKind::Word || has(k, kFunction | kConjunction) || is_preposition(text_, k) || (is_lower_word(k) && word(k).ends_with('s'))) return false;
    }
    return false;
}

/// "Flooding since July has affected …", "Heavy fighting on Monday left …": what the sentence is about.
bool Finder::opens_as_noun(std::uint32_t i) const {
    std::uint32_t from = i;  // "Since 15 April, fighting between …"
    while (from > first_ && !token(from - 1).is(',')) --from;
    if (!token(i).facts->noun->known || i > from + 2 || !is_preposition(text_, i + 1)) return false;
    if (from > first_ && !is_preposition(text_, first_)) return false;
    for (std::uint32_t k = from; k < i; ++k) {
        const bool describes = token(k).kind == TokenKind::Word && !is_preposition(text_, k) && !has(k, kConjunction | kFunction | kBe | kHave | kModal) && !verb(k).known;
        if (!describes) return false;
    }
    for (std::uint32_t k = i + 1; k < end_; ++k) {  // "Shooting at the crowd, the soldiers …" is what they did
        if (token(k).is(',')) return false;
        if (has(k, kHave | kBe) || verb(k).form == VerbForm::Past || verb(k).form == VerbForm::PastOrParticiple || verb(k).form == VerbForm::Present) return true;
    }
    return false;
}

bool Finder::read_simple(std::uint32_t i, VerbGroup& out) {
    if (!is_lower_word(i) || token(i).possessive) return false;
    const VerbSense& sense = sense_of(i);
    if (sense.form == VerbForm::None || stands_as_noun(i, sense.form)) return false;
    if (word(i) == "last" && i > first_ && (verb(i + 1).form == VerbForm::Past || verb(i + 1).form == VerbForm::PastOrParticiple)) return false;  // "who last met"
    if (word(i) == "following" && i > first_ && !has(i - 1, kBe) && (has(i + 1, kArticle) || word(i + 1) == "their" || word(i + 1) == "his")) return false;  // "is dead following a shooting"
    out.first = out.head = i;
    out.end = i + 1;
    out.sense = sense;
    const bool pronoun_before = i > first_ && (word(i - 1) == "they" || word(i - 1) == "we" || word(i - 1) == "who" || word(i - 1) == "i" || word(i - 1) == "you");
    if (word(i) == "bound" && word(i + 1) == "for") return false;  // "seized a tanker bound for Mombasa"
    if (word(i) == "dated") return out.mode = VerbGroup::Mode::Participle, true;  // "a letter dated 2 May was found"
    switch (sense.form) {
        case VerbForm::Base: out.mode = VerbGroup::Mode::Finite; return pronoun_before || is_plural_verb(i, sense) || follows_modal(i);
        case VerbForm::Present: out.mode = VerbGroup::Mode::Finite; return i > first_;
        case VerbForm::Past: out.mode = VerbGroup::Mode::Finite; out.past = true; return i > first_;
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

/// "will open in May | and close in June": a base form joined to one after a modal.
bool Finder::follows_modal(std::uint32_t i) const {
    const bool after_day = i >= first_ + 2 && (token(i - 2).kind == TokenKind::Number || has(i - 2, kMonth));  // "will open in May and close in June"
    if (i < first_ + 2 || word(i - 1) != "and" || (verb(i).noun_too && !after_day) || groups_.empty()) return false;
    const VerbGroup& before = groups_.back();
    const bool modal = before.mode == VerbGroup::Mode::Finite && (before.planned || before.hypothetical) && before.first != before.head;
    const bool object = has(i + 1, kArticle) || is_preposition(text_, i + 1) || (i + 1 < end_ && (token(i + 1).capitalised() || token(i + 1).kind == TokenKind::Number));
    return modal && object;
}

/// "will begin in 2027 and | be ready by 2032": what the modal says is said of both.
void Finder::share_modals() {
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

/// "Analysts recall that", "the states plan to leave", "troops occupy the hill": a base form after a plural.
bool Finder::is_plural_verb(std::uint32_t i, const VerbSense& sense) const {
    if (i <= first_ || word(i - 1) == "to") return false;
    if (shows_picture(i)) return true;
    const std::string_view next = word(i + 1);
    if ((next == "that" || next == "having") && (sense.use & kSays) != 0) return true;
    std::uint32_t b = i - 1;
    while (b > first_ && is_adverb(text_, b)) --b;
    std::uint32_t name = b;  // "Prime Minister X Y and President Z W accept a plan"
    while (name > first_ && token(name).capitalised() && token(name - 1).kind == TokenKind::Word && token(name - 1).capitalised()) --name;
    const bool two_names = token(b).capitalised() && name > first_ + 1 && has(name - 1, kConjunction) && token(name - 2).capitalised();  // "Albania and Italy plan a cable"
    if (two_names && i + 1 < end_ && (has(i + 1, kArticle) || next == "to")) return true;
    const bool plural = token(b).kind == TokenKind::Word && word(b).ends_with('s') && !has(b, kFunction) && !token(b).possessive;
    if (!plural) return false;
    if ((sense.use & kIntends) != 0 && next == "to") return true;
    if ((sense.use & kSays) != 0 && next == "to" && word(i + 2) == "have") return true;  // "The rebels claim to have taken Goma"
    static constexpr WordSet kStanding{"now", "still", "also", "already", "currently", "usually", "often"};
    if (b + 1 < i && kStanding.contains(word(i - 1)) && sense.known && i + 1 < end_ && token(i + 1).kind != TokenKind::Mark) return true;  // "memoranda with banks now | cover more"
    // "Sources say rebels attacked Goma"
    // "saw planes bomb the market"
    static constexpr WordSet kPerceive{"saw", "heard", "watched", "witnessed"};
    if (sense.noun_too && plural && b > first_ && kPerceive.contains(word(b - 1)) && (has(i + 1, kArticle) || (i + 1 < end_ && token(i + 1).capitalised()))) return true;
    const bool said = !sense.noun_too && (sense.use & kSays) != 0 && is_lower_word(i + 1) && next.ends_with('s') && !next.ends_with("ss") && !has(i + 1, kFunction);
    if (said) return true;
    // "The borders open on 5 December", "Polls close on Sunday": on a day
    static constexpr WordSet kToo{"open", "close", "start", "end", "return"};
    const bool of_day = (next == "on" || next == "in" || next == "at") && (token(i + 2).kind == TokenKind::Number || has(i + 2, kMonth) || (temporal::look_up(word(i + 2)).classes & temporal::kWeekday) != 0);
    if (of_day && sense.known && (!sense.noun_too || kToo.contains(sense.base))) return true;
    const bool gathers = sense.kind == EventKind::Meeting || sense.base == "resume" || sense.base == "begin" || sense.base == "return" || sense.base == "arrive" || sense.base == "remain";
    if (!sense.noun_too && gathers && (next == "in" || next == "on" || next == "at" || next == "to" || has(i + 1, kMonth))) return true;
    return !sense.noun_too && i + 1 < end_ && (has(i + 1, kArticle) || token(i + 1).capitalised() || token(i + 1).kind == TokenKind::Number);
}

/// "Satellite images taken on 3 May | show new trenches": of pictures, right behind them or behind a day or an aside.
bool Finder::shows_picture(std::uint32_t i) const {
    static constexpr WordSet kShow{"show", "reveal", "depict"};
    static constexpr WordSet kPictures{"images", "photographs", "photos", "pictures", "videos"};
    static constexpr WordSet kUnits{"week", "month", "year", "day"};
    constexpr std::uint32_t reach = 16;
    if (!kShow.contains(word(i)) || i < first_ + 2) return false;
    const Token& before = token(i - 1);
    // "Satellite images | taken on 8 January and reviewed by the agency | show two craters"
    static constexpr WordSet kTaken{"taken", "shot", "recorded", "filmed", "captured", "acquired", "collected", "obtained", "released", "published", "reviewed", "seen", "provided", "shared", "posted", "analysed", "analyzed", "verified"};
    for (std::uint32_t k = first_, steps = 0; k + 1 < i && steps < 4; ++k, ++steps)
        if (kPictures.contains(word(k)) && kTaken.contains(word(k + 1)) && i < k + reach && before.kind == TokenKind::Word && !is_preposition(text_, i - 1) && !has(i - 1, kFunction | kConjunction)) return true;
    if (!(before.is(',') || before.kind == TokenKind::Number || has(i - 1, kMonth) || kUnits.contains(word(i - 1)) || kPictures.contains(word(i - 1)))) return false;
    for (std::uint32_t k = i, steps = 0; k-- > first_ && steps < reach; ++steps)
        if (kPictures.contains(word(k))) return true;
    return false;
}

/// "in the nine months ended Sept. 30": the name of a term, not something that happened.
bool Finder::closes_a_term(const VerbGroup& g) const {
    static constexpr WordSet kTerms{"month", "months", "quarter", "quarters", "week", "weeks", "year", "half", "period", "season"};
    if (word(g.head) != "ended" || g.first == first_ || !kTerms.contains(word(g.first - 1))) return false;
    const bool other = std::any_of(groups_.begin(), groups_.end(), [&](const VerbGroup& o) { return o.mode == VerbGroup::Mode::Finite && o.head != g.head; });
    if (!other) return false;   // "The strike in its second year ended"
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = g.first - 1, n = 0; i-- > first_ && n < reach; ++n) {
        if (token(i).kind == TokenKind::Mark) return false;
        if (is_preposition(text_, i)) return true;
    }
    return false;
}

/// "Had Georgia not closed the crossing, lorries would have been trapped": the verb stands apart from its auxiliary. What is told
/// is the other way round: it was closed.
void Finder::take_inversion() {
    if (groups_.size() < 3 || word(first_) != "had" || groups_[0].first != first_ || !groups_[0].copula) return;
    // "Had the pact signed in May | been carried out": what describes the subject is done
    const bool described = groups_.size() > 3 && word(groups_[2].first) == "been" && groups_[2].passive && !has_clause_boundary(text_, groups_[1].end, groups_[2].first);
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
void Finder::take_perceived() {
    static constexpr WordSet kPerceives{"saw", "seen", "heard", "watched", "witnessed", "noticed", "observed"};
    constexpr std::uint32_t longest = 5;
    for (std::size_t k = 1; k < groups_.size(); ++k) {
        VerbGroup& g = groups_[k];
        const VerbGroup& before = groups_[k - 1];
        const bool bare = g.mode == VerbGroup::Mode::Finite && g.first == g.head && g.sense.form == VerbForm::Base && g.auxiliary == 0;
        if (bare && kPerceives.contains(word(before.head)) && !before.passive && g.first > before.end && g.first <= before.end + longest && !has_clause_boundary(text_, before.end, g.first)) g.past = true;
    }
}

/// "had them | arrested", "had himself crowned king", "had the ministers arrested": what somebody had done is what he did.
void Finder::join_causatives() {
    static constexpr WordSet kWhom{"them", "him", "himself", "herself", "themselves", "itself", "her"};
    static constexpr WordSet kWhen{"day", "night", "week", "month", "year", "morning", "evening", "afternoon", "before", "earlier", "previous", "time"};
    constexpr std::uint32_t longest = 3;
    for (std::size_t k = 0; k + 1 < groups_.size(); ++k) {
        VerbGroup& had = groups_[k];
        const VerbGroup& done = groups_[k + 1];
        const bool orders = word(had.head) == "ordered" && !had.passive && done.first > had.end + 1 && done.first <= had.end + longest && has(had.end, kArticle) && done.first == done.head &&
                            (done.sense.form == VerbForm::PastOrParticiple || done.sense.form == VerbForm::Participle) && !takes_object(text_, end_, done) && is_preposition(text_, done.end);
        if (orders) {  // "ordered the building | reinforced in March": the day of the order
            groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
            continue;
        }
        const bool bare = had.copula && had.first > first_ && had.end == had.first + 1 && word(had.first) == "had" && (token(had.first - 1).kind == TokenKind::Word || token(had.first - 1).is(','));
        const bool participle = done.first == done.head && (done.sense.form == VerbForm::PastOrParticiple || done.sense.form == VerbForm::Participle) && !takes_object(text_, end_, done);
        if (!bare || !participle || done.first <= had.end || done.first > had.end + longest) continue;
        const bool one = done.first == had.end + 1 && kWhom.contains(word(had.end));
        bool thing = has(had.end, kArticle) && word(had.end) == "the" && done.first > had.end + 1 && done.sense.known;
        for (std::uint32_t i = had.end + 1; i < done.first; ++i) thing = thing && is_lower_word(i) && !kWhen.contains(word(i)) && !is_preposition(text_, i) && !has(i, kFunction | kConjunction);
        if (!one && !thing) continue;
        had.sense = done.sense;
        had.copula = false;
        had.past = true;
        groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
}

/// "Not until 12 November", "Only in 2019", "Never": after what a clause's auxiliary comes before its subject.
bool Finder::opens_with_restriction() const {
    static constexpr WordSet kNever{"seldom", "rarely", "hardly", "scarcely", "nor", "never"};
    static constexpr WordSet kThen{"then", "now", "when", "after", "once", "last", "this", "later", "recently"};
    const std::string_view w = word(first_), next = word(first_ + 1);
    if (w == "only") return is_preposition(text_, first_ + 1) || kThen.contains(next);
    if (w == "not") return next == "until" || next == "till" || next == "since" || next == "once" || next == "for" || next == "in";
    return kNever.contains(w) && next != "before";  // "Never before had they met": they did
}

/// "Only on 3 May was the port reopened", "Not until 12 November did parliament ratify the treaty": the verb apart from its auxiliary.
void Finder::take_fronted_auxiliary() {
    if (first_ + 3 >= end_ || !opens_with_restriction()) return;
    constexpr std::uint32_t reach = 16;
    const auto parts = [&](std::uint32_t i) { return is_lower_word(i) && (word(i) == "did" || word(i) == "does" || word(i) == "do" || has(i, kBe | kHave | kModal)); };
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
    for (; main < std::min(end_, at + reach) && token(main).kind != TokenKind::Mark && !fits(main); ++main) been = been || word(main) == "been";
    if (main >= std::min(end_, at + reach) || token(main).kind == TokenKind::Mark) return;
    if (std::any_of(groups_.begin(), groups_.end(), [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite && g.first > at && g.end <= main && !g.copula; })) return;
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

/// "The trial | starts in Baku on Friday.": one thing, in a sentence that is whole and must have a verb.
bool Finder::follows_plain_subject(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4;
    if (i < first_ + 2 || i > first_ + longest || !has(first_, kArticle) || !token(end_ - 1).is('.')) return false;
    for (std::uint32_t k = first_ + 1; k < i; ++k)
        if (token(k).kind != TokenKind::Word || token(k).possessive || has(k, kFunction | kConjunction) || is_preposition(text_, k)) return false;
    const std::string_view subject = word(i - 1);
    return token(i - 1).letter_case == Case::Lower && (!subject.ends_with('s') || subject.ends_with("ss")) && (i + 1 == end_ - 1 || is_preposition(text_, i + 1) || is_adverb(text_, i + 1));
}

/// "The dialogue, originally scheduled for August, | opens in Vientiane": what a participle between commas parts from its subject.
bool Finder::closes_aside(std::size_t k) const {
    const VerbGroup& g = groups_[k];
    if (k == 0 || !token(g.first - 1).is(',') || !(is_preposition(text_, g.end) || is_adverb(text_, g.end))) return false;
    const VerbGroup& aside = groups_[k - 1];
    std::uint32_t at = aside.first;
    while (at > first_ + 1 && is_adverb(text_, at - 1)) --at;
    const bool open = aside.first == aside.head && (aside.sense.form == VerbForm::PastOrParticiple || aside.sense.form == VerbForm::Participle);
    return open && at > first_ + 1 && token(at - 1).is(',') && !takes_object(text_, end_, aside) && std::none_of(text_.tokens.begin() + aside.end, text_.tokens.begin() + g.first - 1, [](const Token& t) { return t.is(','); });
}

/// "US strikes killed", "gas exports to Europe rose": a present form that is a noun too gives way to another verb.
void Finder::drop_nouns() {
    for (std::size_t k = 0; k < groups_.size(); ++k) {
        VerbGroup& g = groups_[k];
        if (g.mode != VerbGroup::Mode::Finite || g.first != g.head || g.sense.form != VerbForm::Present || !g.sense.noun_too) continue;
        const bool name_before = g.first > first_ && (token(g.first - 1).capitalised() || word(g.first - 1) == "which" ||
                                 word(g.first - 1) == "that" || word(g.first - 1) == "it" || word(g.first - 1) == "he" ||
                                 word(g.first - 1) == "she" || word(g.first - 1) == "who" || is_adverb(text_, g.first - 1) ||
                                 (g.first > first_ + 1 && word(g.first - 2) == "whose"));  // "whose term ends in May"
        const bool one_before = g.first > first_ + 1 && ((token(g.first - 1).letter_case == Case::Lower && !token(g.first - 1).possessive && !word(g.first - 1).ends_with('s') && (has(g.first - 2, kArticle) || has(g.first - 3, kArticle))) || (token(g.first - 1).is(')') && token(g.first - 2).letter_case == Case::Upper));  // "The ministry | hopes to have it repaired"
        if ((name_before || one_before) && (g.sense.use & kIntends) != 0 && word(g.end) == "to" && (verb(g.end + 1).form == VerbForm::Base || has(g.end + 1, kBe | kHave))) continue;  // "Qatar plans to host talks"
        if (closes_aside(k)) continue;
        const VerbForm told_of_it = token(g.end).is(',') ? sense_of(g.end + 1).form : VerbForm::None;
        const bool set_off = (told_of_it == VerbForm::PastOrParticiple || told_of_it == VerbForm::Participle) && is_preposition(text_, g.end + 2);  // "Copper exports, suspended by the court in May, resumed"
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
        if (g.sense.base == "date" && (word(g.end) == "from" || word(g.end) == "back")) continue;  // "The idea dates from 2018"
        const bool lasts = word(g.end) == "until" || word(g.end) == "till";  // "The mission, launched in May, runs until December"
        const bool object = lasts || takes_object(text_, end_, g) || word(g.end) == "to" || word(g.end) == "that";
        const bool lacks_object = g.sense.base == "order" && is_preposition(text_, g.end);  // "Evacuation orders for Sofia, Varna and Ruse were lifted"
        if (other || lacks_object || (!name_before && !object && !follows_plain_subject(g.first))) g.sense.form = VerbForm::None;
    }
    std::erase_if(groups_, [](const VerbGroup& g) { return g.sense.form == VerbForm::None && !g.copula; });
}

/// "attackers", "police", "Kurti and Vučić": what a verb without an ending can have as its subject.
bool Finder::ends_plural_subject(std::uint32_t i) const {
    static constexpr WordSet kMany{"police", "people", "children"};
    if (token(i).kind != TokenKind::Word || token(i).possessive) return false;
    if (kMany.contains(word(i)) || (word(i).ends_with("men") && word(i) != "specimen")) return true;
    const bool opens = i == first_ || (i > first_ && (token(i - 1).is(':') || (token(i - 1).is('-') && token(i - 1).after_space)));  // "5 Nov: Protesters block the road"
    if (token(i).letter_case == Case::Lower || (opens && token(i).letter_case == Case::Capital)) return word(i).ends_with('s') && !word(i).ends_with("ss") && !has(i, kFunction) && !is_preposition(text_, i);
    std::uint32_t name = i;
    while (name > first_ && token(name).capitalised() && token(name - 1).kind == TokenKind::Word && token(name - 1).capitalised()) --name;
    if (!token(i).capitalised()) return false;
    // "England play Spain in Berlin"
    const bool team = name == first_ && i + 2 < end_ && token(i + 2).capitalised() && !has(i + 2, kFunction | kMonth);
    if (team) return true;
    bool list = token(first_).capitalised() && has(first_, kFunction) == false;  // "Azerbaijan, Georgia sign energy deal"
    for (std::uint32_t k = first_; k < name; ++k) list = list && (token(k).is(',') || token(k).capitalised());
    return name > first_ + 1 && token(name - 2).capitalised() && (has(name - 1, kConjunction) || (list && token(name - 1).is(',')));
}

/// Chronicles tell in the present: "Police escort the mayors", "Three attackers die". Asked only where a sentence has no other verb.
void Finder::find_bare_present() {
    for (std::uint32_t i = first_ + 1; i < end_; ++i) {
        const VerbSense& sense = verb(i);
        if (!is_lower_word(i) || !sense.known || sense.form != VerbForm::Base || has(i, kFunction | kModal) || is_preposition(text_, i) || token(i).hyphenated) continue;
        std::uint32_t before = i - 1;
        while (before > first_ && is_adverb(text_, before)) --before;
        std::uint32_t place = before;  // "Protesters in Goris block the road"
        while (place > first_ && token(place).capitalised() && token(place - 1).kind == TokenKind::Word && token(place - 1).capitalised()) --place;
        const bool somewhere = place > first_ + 1 && token(place).capitalised() && is_preposition(text_, place - 1) && has(i + 1, kArticle) && ends_plural_subject(place - 2);
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

}  // namespace

std::vector<VerbGroup> find_verb_groups(const Text& text, const Sentence& sentence) { return Finder(text, sentence).run(); }

bool is_adverb(const Text& text, std::uint32_t i) {
    if (i >= text.tokens.size() || text.tokens[i].kind != TokenKind::Word) return false;
    const std::string_view w = text.folded(text.tokens[i]);
    static constexpr WordSet kNone{"july", "italy", "sicily", "supply", "family", "assembly", "early", "reply", "rally", "tally", "monopoly", "anomaly", "homily", "bully",
                                   "belly", "butterfly", "resupply", "apply", "comply", "imply", "multiply", "elderly"};
    if (w.size() > 4 && w.ends_with("ly") && text.tokens[i].letter_case != Case::Upper) return !kNone.contains(w);
    return text.tokens[i].facts->adverb;
}

bool stands_in_name(const Text& text, std::uint32_t i) {
    static constexpr WordSet kNamed{"without", "against", "beyond"};
    const Token& before = i > 0 ? text.token(i - 1) : Text::no_token();
    const Token& next = text.token(i + 1);
    return kNamed.contains(text.folded(text.tokens[i])) && before.kind == TokenKind::Word && before.letter_case == Case::Capital && next.kind == TokenKind::Word && next.letter_case == Case::Capital;
}

bool is_tail(const Text& text, std::uint32_t i) {
    const Token& t = text.tokens[i];
    const bool hyphen = i > 0 && text.tokens[i - 1].end + 1 == t.begin;  // no dash, which takes more bytes
    return t.hyphenated && hyphen && t.letter_case == Case::Lower && (i + 1 >= text.tokens.size() || !text.tokens[i + 1].hyphenated);  // not "face-to-face"
}

bool tells_with_that(std::string_view noun) {
    static constexpr WordSet kNouns{"claim", "claims", "report", "reports", "news", "fact", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations", "warning", "warnings",
                                    "statement", "belief", "proof", "evidence", "hope", "hopes", "fear", "fears", "condition", "sign", "signs", "word", "accusation", "accusations",
                                    "speculation", "suggestion", "suggestions", "assurance", "assurances", "notion"};
    return kNouns.contains(noun);
}

/// "Claims on Telegram | that", "a report by the agency of 19 July that", "allegations, carried by a portal on Tuesday, that": the noun that phrases part from what it
/// says; `that` itself for none.
static std::uint32_t noun_past_phrases(const Text& text, std::uint32_t first, std::uint32_t that) {
    static constexpr WordSet kNouns{"claim", "claims", "report", "reports", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations", "accusation", "accusations", "speculation"};
    constexpr std::uint32_t longest = 12;
    const bool aside = text.token(that - 1).is(',');
    for (std::uint32_t i = aside ? that - 1 : that; i-- > first && that - i <= longest;) {
        const Token &t = text.token(i), &next = text.token(i + 1);
        if (t.is(',') && aside && i > first && kNouns.contains(text.folded(text.token(i - 1)))) return i - 1;
        const std::string_view w = t.kind == TokenKind::Word ? text.folded(t) : std::string_view{};
        const bool leads = is_preposition(text, i + 1) || (next.kind == TokenKind::Word && next.letter_case == Case::Lower && verb_sense(text.folded(next)).form == VerbForm::PastOrParticiple && is_preposition(text, i + 2));
        if (!aside && leads && kNouns.contains(w)) return i;
        if ((t.kind == TokenKind::Mark && !t.is('"')) || (t.lexicon & (kBe | kHave | kModal)) != 0 || w == "that" || w == "which" || w == "who") break;
    }
    return that;
}

std::uint32_t word_before_that(const Text& text, std::uint32_t first, std::uint32_t that) {
    constexpr std::uint32_t longest = 5;
    if (that == first) return first;
    std::uint32_t i = that - 1;
    const auto of_day = [&](std::uint32_t k) {
        static constexpr WordSet kDays{"last", "this", "yesterday", "today", "week", "month"};
        const Token& t = text.token(k);
        return t.kind == TokenKind::Number || (t.lexicon & kMonth) != 0 || kDays.contains(text.folded(t)) || (temporal::look_up(text.folded(t)).classes & temporal::kWeekday) != 0;
    };
    while (i > first && that - i <= longest && of_day(i)) --i;
    if (i + 1 == that) {
        const std::uint32_t noun = tells_with_that(text.folded(text.token(i))) ? that : noun_past_phrases(text, first, that);
        return noun < that ? noun : i;
    }
    const std::string_view w = text.folded(text.token(i));
    if ((w == "on" || w == "in") && i > first) --i;
    if (tells_with_that(text.folded(text.token(i)))) return i;
    const std::uint32_t noun = noun_past_phrases(text, first, that);
    return noun < that ? noun : that - 1;
}

bool is_clause_boundary(const Text& text, std::uint32_t i) {
    static constexpr WordSet kWords{"and", "but", "that", "which", "who", "whom", "whose", "when", "where", "while",
                                                      "because", "although", "though", "if", "whether", "as"};
    const Token& t = text.tokens[i];
    if (t.kind == TokenKind::Mark)
        return t.is(',') || t.is(';') || t.is(':') || t.is('-') || t.is('(') || t.is(')') || t.is('"');
    const std::string_view w = t.kind == TokenKind::Word ? text.folded(t) : std::string_view{};
    return kWords.contains(w) && (w != "who" || !names_body_who(text, i));
}

}  // namespace dateline::extract
