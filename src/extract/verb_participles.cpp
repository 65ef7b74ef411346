#include "extract/verb_participles.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr WordSet kTakeNone{"resign", "die",    "arrive",    "return", "fall", "collapse", "travel",  "retire",
                            "depart", "escape", "surrender", "go",     "come", "rise",     "decline", "crash"};

bool begins_clause_of_time(std::string_view w) { return w == "after" || w == "before" || w == "until" || w == "since"; }

class Decider {
  public:
    Decider(const Text& text, TokenRange sentence, std::vector<VerbGroup>& groups)
        : text_(text), first_(sentence.begin), end_(sentence.end), groups_(groups) {}

    void run();

  private:
    const Token& token(std::uint32_t i) const { return text_.token(i); }
    std::string_view word(std::uint32_t i) const { return i < end_ ? text_.folded(token(i)) : std::string_view{}; }
    bool has(std::uint32_t i, std::uint32_t bits) const { return i < end_ && (token(i).lexicon & bits) != 0; }
    bool is_lower_word(std::uint32_t i) const {
        return i < end_ && token(i).kind == TokenKind::Word && (token(i).letter_case == Case::Lower || i == first_);
    }
    const VerbSense& verb(std::uint32_t i) const { return i < end_ ? *token(i).facts->verb : verb_sense({}); }
    bool takes_bare_object(const VerbGroup& g) const;
    bool is_set_off(std::size_t k) const;
    bool is_set_off_with_time(std::size_t k, std::size_t told) const;
    bool is_joined_aside(std::size_t k) const;
    bool tells_after_comma(std::size_t k, const VerbGroup& before) const;
    bool completes_relative(std::size_t k, const VerbGroup& before) const;
    bool is_told_by_noun(const VerbGroup& verb) const;
    bool hangs_on_phrase(std::uint32_t from, std::uint32_t to) const;
    bool says_what_follows(const VerbGroup& g) const;
    bool is_said(std::size_t k, const VerbGroup& before) const;
    bool leads_in(std::size_t k) const;
    bool set_off_name(const VerbGroup& g) const;
    bool parts_in_time(const VerbGroup& g, const VerbGroup& next) const;
    bool clashes_in_number(const VerbGroup& verb) const;
    bool names_happening(std::uint32_t i) const;
    bool has_clause_of_time_behind(std::size_t k, std::size_t next) const;
    bool is_of_aside(const VerbGroup& g) const;
    bool has_relative_subject(std::size_t k, const VerbGroup* before) const;
    bool happens_after(const VerbGroup& g, const VerbGroup& before) const;
    bool has_own_subject_after(const VerbGroup& g, const VerbGroup& before) const;
    bool names_it(const VerbGroup& g) const;
    bool stands_behind_day(std::uint32_t i) const;
    bool stands_before_where(std::size_t k) const;
    bool has_own_verb_behind(std::size_t told) const;
    bool stands_before_relative(std::size_t k) const;
    bool has_deed_behind(std::size_t k) const;
    bool done_by_two(const VerbGroup& g, const VerbGroup& next) const;
    bool is_done_by_pronoun(const VerbGroup& g) const;
    bool has_object_pronoun(const VerbGroup& verb) const;
    bool is_first(const VerbGroup& verb) const {
        return std::none_of(groups_.begin(), groups_.end(),
                            [&](const VerbGroup& other) { return other.mode == VerbGroup::Mode::Finite && other.first < verb.first; });
    }

    const Text& text_;
    std::uint32_t first_, end_;
    std::vector<VerbGroup>& groups_;
};

/// "claimed responsibility in a statement posted …": a noun of its own right after it, and no "by" or "in" of a participle.
bool Decider::takes_bare_object(const VerbGroup& g) const {
    static constexpr WordSet kNoNouns{"last",  "next",  "early", "late",   "earlier", "overseas",  "abroad",   "home",  "here",
                                      "there", "alive", "dead",  "online", "today",   "yesterday", "tomorrow", "alone", "upon"};
    const std::uint32_t i = g.end;
    if (i >= end_ || token(i).kind != TokenKind::Word || token(i).letter_case != Case::Lower || token(i).after_space == false) return false;
    if (has(i, kFunction | kConjunction | kArticle | kMonth) || is_preposition(text_, i) || is_adverb(text_, i) ||
        kNoNouns.contains(word(i)))
        return false;
    return !verb(i).known || verb(i).noun_too || token(i).facts->noun->known;
}

/// ", launched in December 2010, made": between two commas, and a verb without a subject comes after the second.
bool Decider::is_set_off(std::size_t k) const {
    const VerbGroup& g = groups_[k];
    std::uint32_t at = g.first;
    while (at > first_ + 1 && is_adverb(text_, at - 1)) --at;  // ", originally planned for May, was"
    if (at <= first_ || !token(at - 1).is(',') || takes_object(text_, end_, g)) return false;
    for (std::size_t n = k + 1; n < groups_.size(); ++n)
        if (groups_[n].mode == VerbGroup::Mode::Finite)
            return token(groups_[n].first - 1).is(',') || (n == k + 1 && is_set_off_with_time(k, n));
    return false;
}

/// "The theatre, | shut since a pipe burst in May, | will reopen": what is set off has a clause of time of its own.
bool Decider::is_set_off_with_time(std::size_t k, std::size_t told) const {
    const VerbGroup& g = groups_[k];
    if (k > 0 || kTakeNone.contains(g.sense.base) || !begins_clause_of_time(word(g.end)) || groups_[told].first < g.end + 2 ||
        has_clause_boundary(text_, g.end, groups_[told].first))
        return false;
    const auto next = std::find_if(groups_.begin() + static_cast<std::ptrdiff_t>(told) + 1, groups_.end(),
                                   [](const VerbGroup& other) { return other.mode == VerbGroup::Mode::Finite; });
    if (next == groups_.end() || !token(next->first - 1).is(',')) return false;
    return next->first < next->head ||
           std::none_of(next + 1, groups_.end(), [](const VerbGroup& other) { return other.mode == VerbGroup::Mode::Finite; });
}

/// "The talks, begun in May and | broken off by the strike, | resumed": joined to what a comma sets off, and the sentence's own verb after the next.
bool Decider::is_joined_aside(std::size_t k) const {
    const VerbGroup& g = groups_[k];
    if (k == 0 || k + 1 >= groups_.size() || g.first < first_ + 3 || word(g.first - 1) != "and" || word(g.end) != "by") return false;
    const VerbGroup& aside = groups_[k - 1];
    const bool opens = aside.mode == VerbGroup::Mode::Participle || (aside.first == aside.head && aside.sense.form == VerbForm::Participle);
    const VerbGroup& next = groups_[k + 1];
    return opens && token(aside.first - 1).is(',') && next.mode == VerbGroup::Mode::Finite && token(next.first - 1).is(',') &&
           std::none_of(groups_.begin(), groups_.begin() + static_cast<std::ptrdiff_t>(k) - 1,
                        [](const VerbGroup& b) { return b.mode == VerbGroup::Mode::Finite; });
}

/// "resigned after the court | upheld his sentence": who did it stands right before it, and what it was done to behind it.
bool Decider::has_own_subject_after(const VerbGroup& g, const VerbGroup& before) const {
    constexpr std::uint32_t longest = 6;
    // "soured after the cabinet | suspended joint sessions": a bare plural
    if (word(g.end) == "by" || !(takes_object(text_, end_, g) || takes_bare_object(g)) || token(g.end).kind != TokenKind::Word)
        return false;
    for (std::uint32_t i = g.first; i-- > before.end && g.first - i <= longest;) {
        if (token(i).kind != TokenKind::Word) return false;
        const std::string_view w = word(i);
        if (begins_clause_of_time(w))
            return i + 1 < g.first && (has(i + 1, kArticle) || token(i + 1).capitalised() || word(g.first - 1).ends_with('s'));
        if (is_preposition(text_, i) && w != "of" && w != "in") return false;
    }
    return false;
}

/// "protests began after a canopy at Novi Sad | collapsed": what takes no object is no participle of the noun before it.
bool Decider::happens_after(const VerbGroup& g, const VerbGroup& before) const {
    if (token(g.first - 1).kind != TokenKind::Word) return false;
    static constexpr WordSet kUnits{"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour", "minutes"};
    const bool lone = kTakeNone.contains(g.sense.base);
    if (!lone && has_own_subject_after(g, before)) return true;
    for (std::uint32_t i = g.first - 1; i-- > before.end;) {
        if (!lone && (token(i).kind == TokenKind::Mark || word(g.end) == "by")) return false;
        const bool counted =
            kUnits.contains(word(i - 1)) && (word(i) == "after" || word(i) == "before");  // "two days after a tanker | exploded in Odesa"
        if (counted || (lone && begins_clause_of_time(word(i)))) return true;
    }
    return false;
}

/// "the man whom police | arrested was freed", "the city that rebels | captured fell silent": a pronoun, and who did it.
bool Decider::has_relative_subject(std::size_t k, const VerbGroup* before) const {
    const VerbGroup& g = groups_[k];
    const std::uint32_t from = k > 0 ? groups_[k - 1].end : first_;
    for (std::uint32_t i = g.first; i-- > from + 1;) {
        if (token(i).kind == TokenKind::Mark || is_preposition(text_, i)) return false;
        const std::string_view w = word(i);
        if (w != "which" && w != "whom" && w != "that") continue;
        const bool noun = token(i - 1).kind == TokenKind::Word && token(i - 1).letter_case == Case::Lower &&
                          !is_preposition(text_, i - 1) && !tells_with_that(word(i - 1));
        return i + 1 < g.first && (w == "that" ? noun && !before && !takes_object(text_, end_, g) : noun);
    }
    return false;
}

/// "became minister, resigned in 1990 and died": a list of verbs. "Schools, which should have opened on 3 May, reopened": the
/// verb that the sentence still lacks.
bool Decider::tells_after_comma(std::size_t k, const VerbGroup& before) const {
    const VerbGroup& g = groups_[k];
    if (g.first <= first_ || !token(g.first - 1).is(',')) return false;
    if (kTakeNone.contains(g.sense.base)) return true;
    std::uint32_t pronoun = before.first;
    while (pronoun > first_ && token(pronoun - 1).kind != TokenKind::Mark) --pronoun;
    if (pronoun > first_ && is_preposition(text_, pronoun) && token(pronoun - 1).is(',') &&
        (word(pronoun + 1) == "which" || word(pronoun + 1) == "whom"))
        return is_first(before);  // "The port, through which copper is shipped, | closed"
    // "Police in Quetta, where a bomb killed 26 people, | arrested three suspects"
    const bool relative = pronoun > first_ && token(pronoun - 1).is(',') &&
                          (word(pronoun) == "which" || word(pronoun) == "who" || word(pronoun) == "whom" || word(pronoun) == "whose" ||
                           word(pronoun) == "where");
    const bool first_verb = std::none_of(groups_.begin(), groups_.end(), [&](const VerbGroup& other) {
        return other.mode == VerbGroup::Mode::Finite && other.first < before.first;
    });
    if (relative && first_verb) return true;
    if (k + 1 >= groups_.size()) return false;
    const VerbGroup& next = groups_[k + 1];
    const bool past = next.sense.form == VerbForm::Past || next.sense.form == VerbForm::PastOrParticiple;
    return next.mode == VerbGroup::Mode::Finite && next.first == next.head && past && has(next.first - 1, kConjunction) &&
           word(g.end) != "by" && word(next.end) != "by";
}

/// "Rumours | that the governor had fled | proved untrue": whether the verb's clause tells what a noun before it says.
bool Decider::is_told_by_noun(const VerbGroup& verb) const {
    for (std::uint32_t i = verb.first; i-- > first_ + 1;) {
        if (token(i).kind == TokenKind::Mark) return false;
        if (word(i) == "that") return i + 1 < verb.first && tells_with_that(word(word_before_that(text_, first_, i)));
    }
    return false;
}

/// "The minister who signed the deal resigned": a subject, its relative clause, and the verb that the sentence still lacks.
bool Decider::completes_relative(std::size_t k, const VerbGroup& before) const {
    const VerbGroup& g = groups_[k];
    std::uint32_t pronoun = before.first;
    while (pronoun > first_ && is_adverb(text_, pronoun - 1)) --pronoun;
    if (pronoun <= first_ + 1) return false;
    const std::string_view w = word(pronoun - 1);
    const bool relative =
        has_object_pronoun(before) || w == "who" ||
        ((w == "which" || w == "that") && token(pronoun - 2).kind == TokenKind::Word && !is_preposition(text_, pronoun - 2));
    if (!(relative || is_told_by_noun(before)) || token(g.first - 1).kind == TokenKind::Mark || word(g.end) == "by") return false;
    return std::none_of(groups_.begin(), groups_.end(), [&](const VerbGroup& other) {
        return &other != &g && other.mode == VerbGroup::Mode::Finite &&
               (other.first < before.first || (other.first > g.first && !has_clause_boundary(text_, g.end, other.first)));
    });
}

/// Since the last "and" or comma, with no pronoun or conjunction that begins a clause: a noun with a phrase of its own.
bool Decider::hangs_on_phrase(std::uint32_t from, std::uint32_t to) const {
    bool phrase = false;
    for (std::uint32_t i = to; i-- > from;) {
        const bool day = is_preposition(text_, i + 1) && i + 2 < to &&
                         (has(i + 2, kMonth) || (token(i + 2).kind == TokenKind::Number && i + 3 < to && has(i + 3, kMonth)));
        if (token(i).is(',') || has(i, kConjunction)) return phrase && !day;  // "| and on 7 May thousands | fled"
        if (is_clause_boundary(text_, i)) return false;
        phrase = phrase || (is_preposition(text_, i) && word(i) != "of");
    }
    return false;
}

/// "said on Monday the road", "claimed they had": a verb of saying whose subject stands before it.
bool Decider::says_what_follows(const VerbGroup& g) const {
    if (g.first == first_ || (g.sense.use & kSays) == 0) return false;
    std::uint32_t at = word(g.end) == "on" ? g.end + 1 : g.end;
    at = (temporal::look_up(word(at)).classes & temporal::kWeekday) != 0 ? at + 1 : g.end;
    const std::string_view next = word(at);
    const bool it = next == "it" && has(at + 1, kModal | kHave | kBe);  // "warned on Monday it would"
    return g.sense.base == "say" || next == "they" || next == "he" || next == "she" || next == "there" || next == "we" || it;
}

/// "Officials said the rebels | attacked Goma", "claimed troops | captured the town": the verb of what was said, and no participle of who did it.
bool Decider::is_said(std::size_t k, const VerbGroup& before) const {
    static constexpr WordSet kClaim{"claim", "allege", "believe", "insist", "report", "warn"};
    const VerbGroup& g = groups_[k];
    const bool says = before.sense.base == "say", claims = kClaim.contains(before.sense.base);
    if ((!says && !claims) || before.passive || before.negated || g.first < before.end + 1 || g.first > before.end + 8 ||
        token(before.end).kind != TokenKind::Word || is_preposition(text_, before.end))
        return false;
    if (has_clause_boundary(text_, before.end, g.first) || word(g.end) == "by" || is_preposition(text_, g.first - 1)) return false;
    const bool object = takes_object(text_, end_, g);
    if (object && g.sense.known) return true;
    if (!says) return false;
    // "said the man | killed in Goma | was a soldier"
    return std::none_of(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1, groups_.end(), [&](const VerbGroup& n) {
        return n.mode == VerbGroup::Mode::Finite && !has_clause_boundary(text_, g.end, n.first);
    });
}

/// "In Gao, | hit by floods": what was done to the place that leads in.
bool Decider::set_off_name(const VerbGroup& g) const {
    return g.first > first_ + 2 && is_preposition(text_, first_) && token(first_ + 1).letter_case == Case::Capital &&
           !has(first_ + 1, kMonth | kFunction) && token(g.first - 1).is(',') && token(g.first - 2).capitalised() && word(g.end) == "by";
}

/// "At a meeting | held in Minsk on 14 November, | the sides agreed", "In a statement | issued on Monday, | the ministry called on both": within what
/// leads in to the sentence.
bool Decider::leads_in(std::size_t k) const {
    static constexpr WordSet kDone{"held",     "issued",    "signed",     "published", "released",  "adopted",   "reached",
                                   "posted",   "sent",      "delivered",  "made",      "given",     "organised", "organized",
                                   "convened", "hosted",    "chaired",    "attended",  "broadcast", "aired",     "mediated",
                                   "brokered", "co-hosted", "circulated", "dedicated", "devoted",   "gathered",  "co-chaired"};
    const VerbGroup& g = groups_[k];
    constexpr std::uint32_t short_phrase = 5;  // "In a letter, | published last Monday, | he asked"
    constexpr std::uint32_t phrase =
        9;  // "At the Council of the Lakes, | postponed twice, | the envoy said": no verb follows a phrase and its comma without a subject
    const bool named = g.first <= first_ + phrase && has(first_ + 1, kArticle) && token(g.first - 2).kind == TokenKind::Word;
    const bool set_off =
        token(g.first - 1).is(',') && ((g.first <= first_ + short_phrase && token(g.first - 2).letter_case == Case::Lower) || named);
    constexpr std::uint32_t brief = 5;  // "In Gao, | hit by floods in May, | the army began"
    const bool of_place = set_off_name(g) && g.first <= first_ + brief;
    const bool led =
        of_place || ((is_preposition(text_, first_) || word(first_) == "following") && !token(first_).hyphenated && g.first > first_ + 1 &&
                     ((set_off && named) || kDone.contains(word(g.head))) && !takes_object(text_, end_, g));
    const std::uint32_t before = set_off || of_place ? g.first - 2 : g.first - 1;
    if (!led || token(before).kind != TokenKind::Word || is_preposition(text_, before) ||
        (!(named && k == 0) && has_clause_boundary(text_, first_ + 1, set_off || of_place ? before : g.first)))
        return false;
    if (of_place) return groups_.size() > k + 1;
    if (has(first_ + 1, kMonth) || token(first_ + 1).kind == TokenKind::Number ||
        (token(first_ + 1).capitalised() && !has(first_ + 1, kArticle)))
        return false;  // "In May talks held in Doha"
    std::uint32_t comma = g.end;
    while (comma < end_ && !token(comma).is(',')) ++comma;
    if (comma + 2 >= end_ || has(comma + 1, kConjunction) || word(comma + 1) == "but") return false;
    const auto next = std::find_if(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1, groups_.end(),
                                   [](const VerbGroup& n) { return n.mode == VerbGroup::Mode::Finite; });
    if (next == groups_.end() || next->first <= comma + 1) return false;
    for (std::uint32_t i = comma + 1; i < next->first; ++i)
        if (word(i) == "which" || word(i) == "that" || word(i) == "who") return false;
    return true;
}

/// "Delta filed for bankruptcy after talks failed": a bare name has no participle of its own, and what comes after is another clause.
bool Decider::parts_in_time(const VerbGroup& g, const VerbGroup& next) const {
    if (g.first == first_ || !token(g.first - 1).capitalised() || token(g.first - 1).kind != TokenKind::Word) return false;
    if (g.first > first_ + 1 &&
        (token(g.first - 2).kind == TokenKind::Number || (temporal::look_up(word(g.first - 2)).classes & temporal::kCardinal) != 0))
        return false;  // "Eleven Uruguayans stranded in Rivas since July were flown home"
    if (clashes_in_number(next)) return false;
    for (std::uint32_t i = g.end; i + 1 < next.first; ++i)
        if (word(i) == "after" || word(i) == "before" || word(i) == "until" || word(i) == "since" || word(i) == "as" || word(i) == "when" ||
            word(i) == "while")
            return true;
    return false;
}

/// "Men arrested after the raid | were freed": what stands before the verb is one, and the verb is of many.
bool Decider::clashes_in_number(const VerbGroup& verb) const {
    static constexpr WordSet kOfMany{"were", "are", "have"};
    static constexpr WordSet kMany{"people",  "police",   "men",        "women",   "children", "military", "army",    "navy",
                                   "public",  "crew",     "team",       "staff",   "family",   "media",    "youth",   "cattle",
                                   "elderly", "others",   "rest",       "two",     "three",    "four",     "wounded", "injured",
                                   "latter",  "majority", "government", "cavalry", "infantry", "few",      "many"};
    if (!kOfMany.contains(word(verb.first)) || verb.first == first_) return false;
    const std::string_view noun = word(verb.first - 1);
    if ((noun.ends_with('s') && !noun.ends_with("ss")) || noun.ends_with("men") || kMany.contains(noun)) return false;
    constexpr std::uint32_t longest = 4;
    for (std::uint32_t i = verb.first, n = 0; i-- > first_ && n < longest; ++n) {
        if (has(i, kArticle)) return n > 0;
        if (!is_lower_word(i) || is_preposition(text_, i)) return false;
    }
    return false;
}

/// "after the raid", "since May", "until Tuesday", "before 2014": no subject of a verb but a time of its own.
bool Decider::names_happening(std::uint32_t i) const {
    return token(i).kind != TokenKind::Word || has(i, kMonth) || token(i).facts->noun->known || verb(i).form == VerbForm::Gerund ||
           (temporal::look_up(word(i)).classes & temporal::kWeekday) != 0;
}

/// "Rival clans | agreed to a truce after four herders were killed": what ends the sentence is a clause of time, and the verb before it the sentence's own.
bool Decider::has_clause_of_time_behind(std::size_t k, std::size_t next) const {
    const VerbGroup &g = groups_[k], &told = groups_[next];
    if (word(g.end) == "by" || clashes_in_number(told)) return false;
    // "A man | arrested after a row was charged": who arrests must arrest somebody
    static constexpr WordSet kNeedObject{"arrest",   "detain", "capture", "kill",   "wound",   "injure",  "displace", "evacuate", "rescue",
                                         "seize",    "build",  "charge",  "accuse", "find",    "recover", "expel",    "deport",   "dismiss",
                                         "imprison", "hire",   "recruit", "elect",  "appoint", "produce", "release",  "hold",     "free"};
    if (has(first_, kArticle) && begins_clause_of_time(word(g.end)) && kNeedObject.contains(g.sense.base)) return false;
    const VerbForm after = verb(told.end).form;  // "Letters read before sentence was passed | speak of three sons"
    if (told.passive && (after == VerbForm::Base || after == VerbForm::Present) && is_lower_word(told.end)) return false;
    std::uint32_t at = told.first;
    while (at > g.end && token(at - 1).kind == TokenKind::Word && !is_preposition(text_, at - 1)) --at;
    if (at <= g.end || at == told.first) return false;
    const std::string_view joint = word(at - 1);
    if (!begins_clause_of_time(joint) || names_happening(told.first - 1)) return false;
    return std::none_of(groups_.begin() + static_cast<std::ptrdiff_t>(next) + 1, groups_.end(), [&](const VerbGroup& other) {
        return other.mode == VerbGroup::Mode::Finite && !has_clause_boundary(text_, told.end, other.first);
    });
}

/// ", a claim | made by Kyiv": what somebody did, beside a noun that tells more of what was said before.
bool Decider::is_of_aside(const VerbGroup& g) const {
    constexpr std::uint32_t longest = 4;
    const bool measures =
        g.sense.kind == EventKind::Figure || g.sense.kind == EventKind::Visit || g.sense.kind == EventKind::Movement || !g.sense.known;
    if (word(g.end) != "by" || measures || g.end + 1 >= end_ || !(token(g.end + 1).capitalised() || has(g.end + 1, kArticle))) return false;
    for (std::uint32_t i = g.first, n = 0; i-- > first_ + 1 && n < longest; ++n) {
        if (has(i, kArticle)) return token(i - 1).is(',');
        if (!is_lower_word(i)) return false;
    }
    return false;
}

/// "A mass | planned at the church where 40 people were massacred | was called off": the sentence's own verb comes after that clause.
bool Decider::stands_before_where(std::size_t k) const {
    const VerbGroup& g = groups_[k];
    if (takes_object(text_, end_, g) || k + 2 >= groups_.size()) return false;
    std::uint32_t where = g.end;
    const auto tells_when = [&](std::uint32_t i) { return word(i) == "where" || word(i) == "when" || word(i) == "while"; };
    const auto opens = [&](std::uint32_t i) {
        return tells_when(i) || ((word(i) == "which" || word(i) == "who") && token(i - 1).is(','));
    };  // "An exhibition | dedicated to the camp, which was set up in 1941, | was opened"
    while (where < groups_[k + 1].first && !opens(where)) ++where;
    if (where >= groups_[k + 1].first || has_clause_boundary(text_, g.end, tells_when(where) ? where : where - 1)) return false;
    const VerbGroup &told = groups_[k + 1], &own = groups_[k + 2];
    if (!tells_when(where)) {
        const bool closed = own.first > told.end && std::any_of(text_.tokens.begin() + told.end, text_.tokens.begin() + own.first,
                                                                [](const Token& t) { return t.is(','); });
        return told.mode == VerbGroup::Mode::Finite && own.mode == VerbGroup::Mode::Finite && own.first < own.head &&
               told.first <= where + 2 && closed && token(own.first - 1).is(',');
    }
    const bool finite = told.mode == VerbGroup::Mode::Finite && own.mode == VerbGroup::Mode::Finite;
    if (word(where) != "where")  // "Five died when a boat that had left Aden | was hit"
        return !kTakeNone.contains(g.sense.base) && !has_clause_boundary(text_, where + 1, told.first) && has_own_verb_behind(k + 1);
    return finite && own.first < own.head && told.first > where + 1 && !has_clause_boundary(text_, told.end, own.first);
}

/// "when the dam began to leak | returned home", "killed ten people last year | reopened": behind the verb of a clause within, one that is no
/// participle of what stands before it.
bool Decider::has_own_verb_behind(std::size_t told) const {
    const auto own = std::find_if(groups_.begin() + static_cast<std::ptrdiff_t>(told) + 1, groups_.end(),
                                  [](const VerbGroup& other) { return other.mode == VerbGroup::Mode::Finite; });
    if (groups_[told].mode != VerbGroup::Mode::Finite || own == groups_.end() ||
        has_clause_boundary(text_, groups_[told].end, own->first) || token(own->first - 1).kind != TokenKind::Word)
        return false;
    static constexpr WordSet kUnits{"day", "week", "month", "year", "night", "morning", "evening", "ago", "today", "yesterday"};
    const bool behind_time = kUnits.contains(word(own->first - 1)) || has(own->first - 1, kMonth) ||
                             (temporal::look_up(word(own->first - 1)).classes & temporal::kWeekday) != 0;
    return own->first < own->head || own->sense.form == VerbForm::Past || kTakeNone.contains(own->sense.base) || behind_time;
}

/// "The bridge | damaged in the flood that killed ten people last year | was reopened": the sentence's own verb comes after the relative clause.
bool Decider::stands_before_relative(std::size_t k) const {
    if (k + 2 >= groups_.size()) return false;
    const VerbGroup& g = groups_[k];
    const std::uint32_t pronoun = groups_[k + 1].first - 1;
    const bool relative = word(pronoun) == "that" || word(pronoun) == "which" || word(pronoun) == "who";
    if (!relative || pronoun < g.end + 2 || token(pronoun - 1).kind != TokenKind::Word || is_preposition(text_, pronoun - 1)) return false;
    if (!is_preposition(text_, g.end) || takes_object(text_, end_, g) || kTakeNone.contains(g.sense.base)) return false;
    return !has_clause_boundary(text_, g.end, pronoun) && !tells_with_that(word(pronoun - 1)) && has_own_verb_behind(k + 1);
}

/// "the border of 1914, | called the McMahon Line, and": a name between two commas.
bool Decider::names_it(const VerbGroup& g) const {
    static constexpr WordSet kNamed{"called", "named", "dubbed", "nicknamed"};
    constexpr std::uint32_t longest = 5;
    if (!kNamed.contains(word(g.head))) return false;
    std::uint32_t i = has(g.end, kArticle) ? g.end + 1 : g.end;
    if (token(i).is('"') && token(g.first - 1).kind == TokenKind::Word) {  // "the networks of Chad and Togo | called the “Southern Ring”"
        std::uint32_t close = i + 1;
        while (close < end_ && !token(close).is('"')) ++close;
        return close + 2 >= end_;
    }
    if (!token(g.first - 1).is(',')) return false;
    const std::uint32_t name = i;
    while (i < end_ && i < name + longest && token(i).kind == TokenKind::Word && token(i).capitalised()) ++i;
    return i > name && (i >= end_ || token(i).kind == TokenKind::Mark);
}

/// "On 14 November, | scattered clashes broke out": nobody stands before it who could have done it.
bool Decider::stands_behind_day(std::uint32_t i) const {
    if (i < first_ + 3 || !token(i - 1).is(',')) return false;
    bool month = false;
    for (std::uint32_t k = first_; k + 1 < i; ++k) {
        const bool of_day = token(k).kind == TokenKind::Number || token(k).is(',') || has(k, kMonth | kArticle) || word(k) == "on" ||
                            word(k) == "in" || (temporal::look_up(word(k)).classes & temporal::kWeekday) != 0;
        if (!of_day) return false;
        month = month || has(k, kMonth);
    }
    return month;
}

/// "A ceasefire | brokered by the United States and France is to": two who did it, and the verb that the sentence still lacks.
bool Decider::done_by_two(const VerbGroup& g, const VerbGroup& next) const {
    const bool open = next.first == next.head && !next.copula && next.sense.form != VerbForm::Past && !takes_object(text_, end_, next);
    if (word(g.end) != "by" || next.mode != VerbGroup::Mode::Finite || open) return false;
    std::uint32_t joint = 0;
    for (std::uint32_t i = g.end + 1; i < next.first; ++i) {
        if (has(i, kConjunction) && joint == 0) joint = i;
        else if (token(i).kind != TokenKind::Word || !(token(i).capitalised() || has(i, kArticle))) return false;
    }
    return joint > g.end + 1 && joint + 1 < next.first;
}

/// "Kidnappers who | seized pupils | have asked", "a convoy which early on Monday | moved out": the pronoun's own verb, with an object or without.
bool Decider::is_done_by_pronoun(const VerbGroup& g) const {
    std::uint32_t at = g.first;
    while (at > first_ + 1 && is_adverb(text_, at - 1)) --at;
    if (at <= first_ + 1) return false;
    const std::string_view pronoun = word(at - 1);
    if (word(at - 2) == "those") return false;  // who those are is told by their verb alone
    return pronoun == "who" || (pronoun == "which" && !is_preposition(text_, at - 2));
}

/// "The offensive that three groups | launched | on 3 May killed many": of a clause whose pronoun is its object.
bool Decider::has_object_pronoun(const VerbGroup& verb) const {
    constexpr std::uint32_t longest = 5;
    if (takes_object(text_, end_, verb) || verb.passive || verb.copula) return false;
    for (std::uint32_t i = verb.first, n = 0; i-- > first_ + 1 && n <= longest; ++n) {
        if (token(i).kind == TokenKind::Mark || is_preposition(text_, i)) return false;
        const std::string_view w = word(i);
        if (w != "that" && w != "which" && w != "whom") continue;
        return n > 0 && token(i - 1).kind == TokenKind::Word && token(i - 1).letter_case == Case::Lower && !is_preposition(text_, i - 1) &&
               !tells_with_that(word(i - 1)) && !verb_sense(word(i - 1)).known;
    }
    return false;
}

/// "Gunmen | thought to have come from Mali | killed four guards", and not only "Gunmen thought to have come from Mali".
bool Decider::has_deed_behind(std::size_t k) const {
    const auto next = std::find_if(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1, groups_.end(),
                                   [](const VerbGroup& other) { return other.mode == VerbGroup::Mode::Finite; });
    return next != groups_.end() && (next->first < next->head || takes_object(text_, end_, *next) || takes_bare_object(*next)) &&
           !has_clause_boundary(text_, groups_[k].end, next->first);
}

void Decider::run() {
    for (std::size_t k = 0; k < groups_.size(); ++k) {
        VerbGroup& g = groups_[k];
        const bool open =
            g.mode == VerbGroup::Mode::Finite && g.first == g.head && g.auxiliary == 0 && g.sense.form == VerbForm::PastOrParticiple;
        // "Aircraft | said to have been shot at", "Two men | believed to have fled": it is said of them
        static constexpr WordSet kSaid{"said", "believed", "thought", "reported", "alleged", "rumoured", "rumored", "suspected"};
        if (open && kSaid.contains(word(g.head)) && word(g.end) == "to" && word(g.end + 1) == "have" && g.first > first_ && k == 0) {
            if (has_deed_behind(k)) g.mode = VerbGroup::Mode::Participle, g.past = false;
            else g.passive = true;
            continue;
        }
        if (!open || says_what_follows(g) || is_done_by_pronoun(g)) continue;
        const VerbGroup* before = nullptr;
        for (std::size_t b = k; b-- > 0 && !before;)
            if (groups_[b].mode == VerbGroup::Mode::Finite) before = &groups_[b];
        // "denied it shelled the town": a subject, not "left it burned"
        const std::string_view pronoun = g.first > first_ ? word(g.first - 1) : std::string_view{};
        const bool begun = g.first > first_ + 1 && begins_clause_of_time(word(g.first - 2));  // "after it | made landfall"
        const bool subject = pronoun == "he" || pronoun == "she" || pronoun == "they" || pronoun == "we" ||
                             (pronoun == "it" && before && (begun || (before->sense.use & kSays) != 0));
        if (subject || has_relative_subject(k, before) || (!before && is_told_by_noun(g))) continue;
        if (before && is_said(k, *before)) continue;
        if (pronoun == "neither" || pronoun == "nor") {  // "neither confirmed nor denied that"
            g.negated = true;
            continue;
        }
        bool participle = before && !has_clause_boundary(text_, before->end, g.first);
        // "hopes to have | the line between A and B repaired"
        const bool had_done = k > 0 && groups_[k - 1].mode == VerbGroup::Mode::Infinitive && groups_[k - 1].copula &&
                              word(groups_[k - 1].head) == "have" && !takes_object(text_, end_, g) &&
                              std::none_of(text_.tokens.begin() + groups_[k - 1].end, text_.tokens.begin() + g.first,
                                           [](const Token& t) { return t.kind == TokenKind::Mark; });
        participle = participle || had_done || (!before && (stands_before_where(k) || stands_before_relative(k))) || is_set_off(k) ||
                     is_joined_aside(k) || (!before && leads_in(k));
        // "Hungary on the export of energy produced in X": what is joined is a list, and a phrase hangs on its last name.
        participle = participle || (before && !takes_object(text_, end_, g) && hangs_on_phrase(before->end, g.first));
        // "In a letter dated 2 November and | published on Friday, the ministry": joined to one, in a phrase that leads in
        const bool joined = !before && k > 0 && groups_[k - 1].mode == VerbGroup::Mode::Participle && has(g.first - 1, kConjunction) &&
                            is_preposition(text_, first_);
        participle = participle || joined;
        // "..., planted by X," after a noun and a comma; or at a sentence's start.
        std::uint32_t lead = g.first;  // "(not independently | confirmed)"
        while (lead > first_ && (is_adverb(text_, lead - 1) || has(lead - 1, kNegation))) --lead;
        if (g.first == first_ || stands_behind_day(g.first) || token(g.first - 1).is('(') || (lead > first_ && token(lead - 1).is('(')))
            participle = true;  // "The bridge (opened in 1990) collapsed"
        if (!participle && before && g.first > first_ && token(g.first - 1).is(',') && !takes_object(text_, end_, g)) participle = true;
        if (!participle && before && (is_of_aside(g) || names_it(g))) participle = true;
        // "The airport, the last | held by the army, remains closed"
        const bool closed =
            !before && std::any_of(groups_.begin() + static_cast<std::ptrdiff_t>(k) + 1, groups_.end(),
                                   [&](const VerbGroup& n) { return n.mode == VerbGroup::Mode::Finite && token(n.first - 1).is(','); });
        if (!participle && closed && is_of_aside(g)) participle = true;
        if (participle && before && happens_after(g, *before)) participle = false;
        if (participle && before && (tells_after_comma(k, *before) || completes_relative(k, *before))) participle = false;
        // "A soldier from Nepal died of wounds | received in May": nobody is died or resigned
        static constexpr WordSet kOfOneself{"die", "resign", "arrive", "fall", "collapse", "go", "come", "rise", "depart", "flee"};
        if (!participle && !before && kOfOneself.contains(g.sense.base)) continue;
        for (std::size_t n = k + 1; n < groups_.size() && !participle; ++n) {
            const VerbGroup& next = groups_[n];
            if (!before && done_by_two(g, next)) {
                participle = true;
                break;
            }
            if (has_clause_boundary(text_, g.end, next.first)) break;
            if (next.mode != VerbGroup::Mode::Finite) continue;
            const bool next_open = next.first == next.head && next.sense.form == VerbForm::PastOrParticiple;
            if (next_open && word(next.end) == "by") continue;
            const bool reduced = next_open && !takes_object(text_, end_, next) && is_preposition(text_, next.end) && takes_bare_object(g);
            participle =
                !takes_object(text_, end_, g) && !reduced && !(!before && (parts_in_time(g, next) || has_clause_of_time_behind(k, n)));
            break;
        }
        if (participle) g.mode = VerbGroup::Mode::Participle, g.past = false;
    }
}

}  // namespace

void decide_participles(const Text& text, TokenRange sentence, std::vector<VerbGroup>& groups) { Decider(text, sentence, groups).run(); }

}  // namespace dateline::extract
