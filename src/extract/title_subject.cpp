#include "extract/title_composer.h"
#include "extract/verb_groups.h"

#include "extract/word_set.h"

// Who or what a headline begins with.
namespace dateline::extract {

/// "a well armed | band", "freshly mobilized | reserves": a participle whose noun comes behind it.
bool Composer::describes_noun_after(std::uint32_t i) const {
    const Token& t = f_.token(i);
    const bool day = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    return t.kind == TokenKind::Word && !day && !is_preposition(f_.text, i) && !is_adverb(f_.text, i) &&
           !f_.has(i, kArticle | kFunction | kConjunction | kModal | kBe | kHave);
}

/// Where a long subject may stop: before what only tells more of it. "The declaration | between X and Y".
std::uint32_t Composer::shortened(TokenRange s) const {
    constexpr std::size_t kShort = 15, kLong = 48;
    std::uint32_t best = s.end, joint = s.end;
    std::size_t size = 0;
    for (std::uint32_t i = s.begin + 1; i < s.end; ++i) {
        if (size <= kLong) size = length_of(f_.phrase({s.begin, i}));  // beyond that, how long does not matter
        if (size > kLong && best != s.end) break;
        const bool comma = f_.token(i).is(',');
        const bool breaks =
            comma || (is_preposition(f_.text, i) && word(i) != "of") || word(i) == "that" || word(i) == "which" || word(i) == "who";
        const bool bare_participle = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                                 [&](const VerbGroup& g) { return g.end == i && g.mode != VerbGroup::Mode::Finite; });
        if (bare_participle && best == s.end && !describes_noun_after(i)) {
            best = i - 1;
            continue;
        }
        const bool joins = (f_.has(i, kConjunction) && size > kLong - 12) ||
                           (word(i) == "of" && joint == s.end && i > s.begin + 1 && f_.token(i - 1).letter_case == Case::Lower);
        const bool of_names =
            f_.has(i, kConjunction) && i > s.begin && f_.token(i - 1).capitalised() && i + 1 < s.end && f_.token(i + 1).capitalised() &&
            std::any_of(f_.text.tokens.begin() + s.begin, f_.text.tokens.begin() + i, [](const Token& t) { return t.is(','); });
        if (joins && !of_names && best == s.end) joint = i;
        if (breaks && !bare_participle && size >= kShort && !cuts_a_name(f_, i) &&
            !(comma && f_.token(i - 1).capitalised() && i + 1 < s.end && f_.token(i + 1).capitalised()))
            best = i;
    }
    // "The minister, the head of the railways and two governors": cut anywhere but after the first, it would name others as well
    const bool listed = best < s.end && f_.token(best).is(',') &&
                        std::any_of(f_.text.tokens.begin() + best, f_.text.tokens.begin() + s.end,
                                    [&](const Token& t) { return (t.lexicon & kConjunction) != 0; });
    if (listed)
        for (std::uint32_t i = s.begin + 1; i < best; ++i)
            if (f_.token(i).is(',') && i + 1 < s.end && f_.has(i + 1, kArticle)) return i;
    constexpr std::size_t kTooLong = 44;
    return best == s.end && length_of(f_.phrase(s)) > kTooLong ? joint : best;  // "the leaders of one union | and of another"
}

/// "ships collided, | each side blaming the other": what stands beside a sentence with a subject of its own.
bool Composer::tells_beside(std::uint32_t i, std::uint32_t end) const {
    if (word(i) != "each" && word(i) != "both" && word(i) != "one" && word(i) != "neither") return false;
    return i + 2 < end &&
           (f_.verb(i + 1).form == VerbForm::Gerund || f_.verb(i + 2).form == VerbForm::Gerund || word(i + 2).ends_with("ing"));
}

/// What a comma sets off from the subject: "Litgrid, | together with two others,", "two cables, | one linking …", "the vote, | in which …".
bool Composer::is_set_off_clause(std::uint32_t i, std::uint32_t end) const {
    static constexpr WordSet kWith{"together", "along", "alongside", "both"};
    if (i + 1 >= end) return false;
    for (std::uint32_t k = i; k < std::min(end, i + 3); ++k)  // "half of which"
        if (k > i && (word(k) == "which" || word(k) == "whom") && is_preposition(f_.text, k - 1)) return true;
    if (frame_.subject.end + 1 > frame_.verb.begin || !f_.token(frame_.subject.end).is(','))
        return false;  // a list has no comma at its end
    const bool other =
        std::any_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + end, [&](const Token& t) { return f_.text.folded(t) == "other"; });
    return kWith.contains(word(i)) || (word(i) == "one" && (other || word(i + 1) == "of" || f_.verb(i + 1).form == VerbForm::Gerund));
}

/// "their third joint session; | the first | had been held": the words that an ordinal alone counts, after another one before it; empty for none.
TokenRange Composer::counted_before(std::uint32_t ordinal) const {
    constexpr std::uint32_t longest = 4;
    if (!counts(ordinal)) return {};
    for (std::uint32_t i = ordinal; i-- > first_;) {
        if (!counts(i) || (f_.token(i).kind != TokenKind::Word)) continue;
        std::uint32_t end = i + 1;
        const auto names = [&](std::uint32_t k) {
            const bool verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                          [&](const VerbGroup& g) { return g.first <= k && k < g.end; });
            return f_.token(k).kind == TokenKind::Word && f_.token(k).letter_case == Case::Lower && !verb &&
                   !f_.has(k, kFunction | kConjunction) && !is_preposition(f_.text, k) && !is_adverb(f_.text, k) && !is_dated({k, k + 1});
        };
        while (end < ordinal && end - i <= longest && names(end)) ++end;
        if (end > i + 1 && end - i <= longest) return {i + 1, end};
    }
    return {};
}

/// "Judge Moe, president of the court, | whose visit was announced": the person that "whose" belongs to; empty where none stands right before it.
std::string Composer::owner_before_whose(std::uint32_t whose) const {
    if (!f_.token(whose - 1).is(',')) return {};
    const ActorMention* last = nullptr;
    for (const ActorMention& a : f_.actors)
        if (a.kind == ActorMention::Kind::Person && a.name.end < whose) last = &a;
    if (!last) return {};
    for (const VerbGroup& g : f_.clauses.verbs)
        if (g.first >= last->name.end && g.first < whose) return {};
    return f_.phrase(last->name);
}

/// "In March (February in the Russian calendar), | the Czar", "But | the | rebels": behind what a headline does not open with.
TokenRange Composer::behind_opening(TokenRange s) const {
    if (s.begin < s.end && f_.token(s.begin).is('('))
        for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
            if (f_.token(i).is(')')) {
                s.begin = i + 1;
                break;
            }
    const auto is_left_out = [&] {
        const std::uint32_t i = s.begin;
        const bool goes_on = i + 1 < s.end;
        if (f_.token(i).kind == TokenKind::Mark && !opens_amount(f_.token(i))) return true;
        if (f_.has(i, kArticle | kConjunction) && !(goes_on && f_.token(i + 1).hyphenated)) return true;
        if (word(i) == "with" || word(i) == "during" || (goes_on && (word(i) == "but" || word(i) == "as"))) return true;
        return is_adverb(f_.text, i) && !f_.token(i + 1).hyphenated && !counts_its_noun(i) && !describes_next(s) && word(i) != "not";
    };
    while (s.begin < s.end && is_left_out()) ++s.begin;
    return s;
}

/// "Astronomers | on Thursday | stripped …": without the day that the event has anyway.
TokenRange Composer::without_own_day(TokenRange s) const {
    if (frame_.date >= 0 && !frame_.keeps_date) {
        const TokenRange date = f_.dates[static_cast<std::size_t>(frame_.date)].tokens;
        if (date.begin > s.begin + 1 && date.end == s.end) s.end = is_preposition(f_.text, date.begin - 1) ? date.begin - 1 : date.begin;
        if (word(s.end - 1) == "ended" || word(s.end - 1) == "ending") {  // "Sales for the quarter ended Sept. 30"
            constexpr std::uint32_t reach = 6;
            for (std::uint32_t i = s.end, n = 0; i-- > s.begin + 1 && n < reach; ++n)
                if (is_preposition(f_.text, i)) {
                    s.end = i;
                    break;
                }
        }
    }
    for (const DateMention& d : f_.dates)  // "A court on Thursday adjourned the case until May"
        if (frame_.keeps_date && d.tokens.end == s.end && d.tokens.begin > s.begin + 1 && word(d.tokens.begin - 1) == "on")
            s.end = d.tokens.begin - 1;
    return s;
}

/// From the first word of who or what it is to the last: without marks at the end, or a preposition before the whole.
TokenRange Composer::without_margins(TokenRange s) const {
    while (s.begin + 1 < s.end && is_preposition(f_.text, s.begin) &&
           (f_.has(s.begin + 1, kArticle) || (word(s.begin) == "in" && word(s.begin + 1) == "this" && s.begin + 2 < s.end)))
        s.begin += 2;  // "in the text that was signed"
    // "the two agreed" is not "two agreed"
    if (s.begin > frame_.subject.begin && s.end == s.begin + 1 &&
        (word(s.begin) == "two" || word(s.begin) == "three" || word(s.begin) == "pair") && f_.has(s.begin - 1, kArticle))
        --s.begin;
    while (s.end > s.begin && (f_.token(s.end - 1).kind == TokenKind::Mark)) --s.end;
    while (s.end > s.begin + 1 && s.end < frame_.verb.begin &&
           f_.token(s.end).hyphenated)  // "The Romans | pre-emptively invaded", "El-Gabaly | said"
        f_.token(s.end).capitalised() ? ++s.end : --s.end;
    return s;
}

/// "Hours later, | jets struck", "on Tuesday, | 24 explosions shook the city": behind what tells only when it was.
TokenRange Composer::behind_time(TokenRange s) const {
    if (s.end - s.begin > 3 && is_span_later(s.begin)) s.begin += 3;
    if (s.end - s.begin > 1 && word(s.begin) == "alone" && is_dated({s.begin - 1, s.begin})) ++s.begin;  // "on 14 May alone | 1,200 were"
    if (s.end - s.begin > 2 && word(s.begin) == "there") ++s.begin;
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)  // "A week after the attack, | police arrested …"
        if (f_.token(i).is(',')) {
            if (leads_to_another_day({s.begin, i})) s.begin = i + 1;
            break;
        }
    for (const DateMention& d : f_.dates) {
        const bool leads = d.tokens.begin == s.begin || (d.tokens.begin == s.begin + 1 && is_preposition(f_.text, s.begin));
        if (leads && d.tokens.end + 1 < s.end && f_.token(d.tokens.end).is(',')) s.begin = d.tokens.end + 1;
        else if (leads && d.tokens.end + 1 < s.end && is_preposition(f_.text, s.begin) && f_.has(d.tokens.end, kArticle))
            s.begin = d.tokens.end + 1;  // "By late 1948 | the army"
    }
    if (s.begin < s.end && f_.token(s.begin).kind == TokenKind::Number)  // "25 years after | the state bombed it"
        for (std::uint32_t i = s.begin + 1; i + 1 < std::min(s.end, s.begin + 4); ++i)
            if (word(i) == "after") s.begin = i + 1;
    return s;
}

/// ", having crossed the river,", ", signed on 20 December,": another deed, told by itself.
bool Composer::tells_deed_aside(std::uint32_t comma, TokenRange s) const {
    const bool dated_after = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
        return d.tokens.begin > comma + 1 && d.tokens.begin < frame_.verb.begin;
    });
    return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        if (g.first != comma + 1) return false;
        const bool brief = g.end + 2 >= s.end && (g.end >= s.end || is_adverb(f_.text, g.end));  // ", postponed once already,"
        return g.mode == VerbGroup::Mode::Gerund || (g.mode == VerbGroup::Mode::Participle && (dated_after || brief));
    });
}

/// ", 291 metres long," tells more of the subject; ", Irakli Garibashvili," is its name.
bool Composer::opens_aside(std::uint32_t comma, TokenRange s) const {
    static constexpr WordSet kOpens{"which", "known", "as", "if", "due", "ages", "aged", "age", "last", "first"};
    static constexpr WordSet kMeant{"due", "scheduled", "planned", "set"};
    const std::uint32_t next = comma + 1;
    if (kOpens.contains(word(next)) || f_.token(next).kind == TokenKind::Number) return true;
    if (is_adverb(f_.text, next) && kMeant.contains(word(next + 1))) return true;  // ", originally due on Monday,"
    const bool closes = f_.token(frame_.verb.begin - 1).is(','), closed = frame_.subject.end < frame_.verb.begin && closes;
    const bool joined = std::any_of(f_.text.tokens.begin() + comma, f_.text.tokens.begin() + s.end,
                                    [](const Token& t) { return (t.lexicon & kConjunction) != 0; });
    const bool has_day = std::any_of(f_.dates.begin(), f_.dates.end(),
                                     [&](const DateMention& d) { return d.tokens.begin > comma && d.tokens.end < frame_.verb.begin; });
    if (f_.has(next, kArticle) && (frame_.subject.end + 1 < frame_.verb.begin || (closed && has_day && !joined)))
        return true;  // "Ann Dunne, a novelist who …, died"
    if ((closed || word(next) == "having") && tells_deed_aside(comma, s)) return true;
    if (closes && is_preposition(f_.text, next) && next + 1 < s.end && frame_.verb.begin > s.end)
        return true;  // "The party, in power since 1966, lost"
    // "Six climbers, missing since Friday on the mountain, were found"
    const bool state = closed && !joined && next + 1 < s.end && f_.token(next).kind == TokenKind::Word &&
                       f_.token(next).letter_case == Case::Lower &&
                       !f_.has(next, kFunction | kConjunction | kArticle | kTitle | kPersonNoun) && is_preposition(f_.text, next + 1) &&
                       word(next + 1) != "of";
    return state || is_set_off_clause(next, s.end);
}

TokenRange Composer::without_aside(TokenRange s) const {
    // "Some 30 soldiers, among them 11 Italians, are wounded"
    static constexpr WordSet kSome{"among", "including", "mostly", "most"};
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
        if (f_.token(i).is(',') && kSome.contains(word(i + 1))) s.end = i;
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
        if (f_.token(i).is(',') && opens_aside(i, s)) return {s.begin, i};
    return s;
}

/// The words of the frame's subject that a headline keeps; empty where none are left.
TokenRange Composer::subject_told() const {
    TokenRange s = shared_subject(frame_.subject);
    const std::uint32_t opens = s.begin;
    s = without_margins(without_own_day(behind_opening(s)));
    if (s.begin < s.end) s = opens < s.begin && is_preposition(f_.text, opens) ? without_phrase(without_lead(s)) : behind_scene(s);
    if (s.begin < s.end) s = without_pointer(s);
    if (s.begin > first_ && s.begin < s.end && describes_next({s.begin - 1, s.end})) --s.begin;  // "newly | founded"
    s = without_aside(behind_time(s));
    static constexpr WordSet kBarely{"hardly", "scarcely", "barely"};
    if (s.begin > first_ && s.begin < s.end && word(s.begin) == "any" && kBarely.contains(word(s.begin - 1))) --s.begin;
    if (s.begin > first_ && s.begin < s.end && opens_amount(f_.token(s.begin - 1))) --s.begin;  // "€ | 39m contract"
    if (s.begin < s.end || !owner_.empty() || frame_.subject.begin >= frame_.subject.end) return s;
    s = shared_subject({frame_.verb.begin, frame_.verb.begin});
    while (s.begin < s.end && f_.has(s.begin, kArticle)) ++s.begin;
    return s;
}

/// Whom or what a pronoun stands for, instead of it; false where more is to be told than that.
bool Composer::add_meant(TokenRange& s) {
    const bool known = !owner_.empty();
    if (s.begin >= s.end) {
        if (known) add_words(owner_);
        return true;
    }
    if (s.end - s.begin > 2 && (word(s.begin) == "he" || word(s.begin) == "she") && f_.has(s.begin + 1, kConjunction) && known) {
        add_words(owner_ + ' ' + std::string(word(s.begin + 1)));
        s.begin += 2;
    }
    if (s.end == s.begin + 2 && word(s.begin + 1) == "last" && is_pronoun_at(s.begin) && known) {  // "They | last | went on strike"
        add_words(owner_);
        add_tokens({s.begin + 1, s.end});
        return true;
    }
    if (s.end == s.begin + 2 && word(s.begin + 1) == "one" && known && counts(s.begin)) {  // "The next one is planned for May"
        add_tokens({s.begin, s.begin + 1});
        add_words(owner_);
        return true;
    }
    if (s.end - s.begin != 1 || (!is_pronoun_at(s.begin) && word(s.begin) != "both")) return false;
    known ? add_words(owner_) : add_tokens(s);
    return true;
}

/// "The minister | Ann Roe": the name that an office stands before; null for none.
const ActorMention* Composer::name_in(TokenRange s) const {
    const ActorMention* named = nullptr;
    for (const ActorMention& a : f_.actors) {
        const bool of_other =
            a.tokens.begin > s.begin &&
            (is_preposition(f_.text, a.tokens.begin - 1) ||
             (is_preposition(f_.text, a.name.begin - 1) && word(a.name.begin - 1) != "of"));  // "blockades by followers of Evo Morales"
        const bool of_thing = a.name.end == s.end && tells_of_a_thing({s.begin, a.tokens.begin});
        const bool whole = s.begin <= a.name.begin && a.name.end == s.end && !of_other && !of_thing && !is_pronoun_at(s.begin) &&
                           !f_.has(s.begin, kConjunction);
        const bool leads = (a.name.begin == s.begin || a.tokens.begin == s.begin) && a.name.end < s.end && f_.token(a.name.end).is(',');
        if (a.kind == ActorMention::Kind::Person && (whole || leads)) named = &a;
        if (named == &a && leads && a.name.end + 1 < s.end && f_.has(a.name.end + 1, kArticle))
            break;  // "Ann Roe, | an aide of the late minister Jan Moe"
    }
    return named;
}

/// Of an office and a name the name alone, of "Minister X and his counterpart Y" both names; false where no name is the subject.
bool Composer::add_name_alone(TokenRange s) {
    const ActorMention* named = name_in(s);
    if (!named) return false;
    const auto first = std::find_if(f_.actors.begin(), f_.actors.end(), [&](const ActorMention& a) {
        return a.kind == ActorMention::Kind::Person && a.name.begin >= s.begin && a.name.end < named->name.begin;
    });
    const bool two = first != f_.actors.end();
    if (two && first->tokens.begin > s.begin && is_preposition(f_.text, first->tokens.begin - 1)) return false;  // "Talks between A and B"
    for (std::uint32_t i = two ? first->name.end : named->name.begin; i < named->name.begin; ++i)
        if (word(i) == "and") {
            add_tokens(first->name);
            add_tokens({i, i + 1});
            break;
        }
    const bool one_of_several =
        !two && named->tokens.begin > s.begin + 1 && f_.token(s.begin).capitalised() && f_.has(named->tokens.begin - 1, kConjunction);
    if (!one_of_several) add_tokens(named->name);
    return !one_of_several;
}

/// "The port of Poti, whose | expansion began": the port's expansion.
void Composer::settle_whose(TokenRange& s) {
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i) {
        if (word(i) != "whose") continue;
        if (f_.token(i - 1).is(',')) return settle_whose_behind_comma(i, s);
        if (f_.token(i - 1).kind != TokenKind::Word || is_preposition(f_.text, i - 1) || f_.has(i - 1, kFunction)) continue;
        // "The airline whose plane crashed | grounded its fleet"
        const auto told = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return (g.mode == VerbGroup::Mode::Finite || g.mode == VerbGroup::Mode::Participle) && g.first > i + 1 &&
                   g.end <= frame_.verb.end;
        });
        if (told == f_.clauses.verbs.end()) return;
        if (told->head != frame_.head) {
            s.end = i;
            return;
        }
        add_words(genitive_of(f_.phrase({s.begin, i})));
        s.begin = i + 1;
        return;
    }
}

void Composer::settle_whose_behind_comma(std::uint32_t whose, TokenRange& s) {
    const bool told_apart = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Finite && g.first > whose && g.end <= frame_.verb.begin && g.head != frame_.head;
    });
    if (told_apart) {  // "Orbán, | whose address had been put off, | set out the priorities"
        s.end = whose - 1;
        return;
    }
    // "Works on the port, whose first berth": the port's
    for (std::uint32_t k = whose - 1; k-- > s.begin + 1 && !f_.has(s.begin, kTitle);)
        if (is_preposition(f_.text, k) && word(k) != "of") {
            s.begin = f_.has(k + 1, kArticle) ? k + 2 : k + 1;
            break;
        }
    add_words(genitive_of(f_.phrase({s.begin, whose - 1})));
    s.begin = whose + 1;
}

/// The words themselves, without what stands in brackets.
void Composer::add_subject_words(TokenRange s) {
    int depth = 0;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
        if (f_.token(i).is('(')) ++depth;
        if (i == frame_.one_of && i > s.begin)
            add_words(f_.phrase({i, i + 1}).substr(0, f_.word(i).size() - 1));  // "the Tillabéri region" of two regions
        else if (depth == 0 && i > s.begin && i + 1 < s.end && (word(i + 1) == "it" || word(i + 1) == "them" || word(i + 1) == "him") &&
                 is_preposition(f_.text, i) && (word(i) != "of" || is_part_of_pronoun(f_, i)) && word(i) != "between")
            ++i;  // "A search | for him | was called off"
        else if (depth == 0 && i > s.begin && may_point_at_place(f_.token(i)) && points_at_place(f_, i))
            add_place_pointed_at(i);  // "Prosecutors | there | received threats"
        else if (depth == 0 && !frame_.left_out.contains(i) && !f_.clauses.aside.contains(i) &&
                 !(i > s.begin && may_stress(f_.token(i)) && is_emphatic(i)))
            pieces_.push_back({i, {}});
        if (f_.token(i).is(')') && depth > 0) --depth;
    }
}

/// "Saeima, the Latvian parliament, | voted": the comma that closes what stands beside a name, but for "the railways of A, B and C".
void Composer::finish_subject(TokenRange s) {
    const bool closed = s.end < frame_.verb.begin && f_.token(s.end).is(',');
    if (!closed || s.end != frame_.subject.end) close_subject();
    const auto comma =
        std::find_if(pieces_.begin(), pieces_.end(), [&](const TitlePiece& p) { return p.words.empty() && f_.token(p.token).is(','); });
    const bool listed = std::any_of(comma, pieces_.end(), [&](const TitlePiece& p) {
        return p.words.empty() && f_.has(p.token, kConjunction) && !f_.token(p.token - 1).is(',') &&
               f_.token(comma->token + 1).capitalised() && f_.token(p.token + (f_.has(p.token + 1, kArticle) ? 2 : 1)).capitalised();
    });
    const bool apposed = closed && comma != pieces_.end();
    if (goes_with_having()) add_tokens({frame_.subject.begin + 1, frame_.subject.end});
    if (apposed && !listed) pieces_.push_back({s.end, {}});
}

/// "a convoy of the district's commander | Jan Moe", "a blast at a rally held by | Moe": what stands before a name and is no office of his.
bool Composer::tells_of_a_thing(TokenRange before) const {
    bool office = false, phrase = false;
    int depth = 0;
    if (before.begin < before.end && f_.has(before.end - 1, kConjunction)) return false;
    for (std::uint32_t i = before.begin; i < before.end; ++i) {
        if (f_.token(i).is(',')) return false;
        if (f_.token(i).is('(')) ++depth;
        if (f_.token(i).is(')') && depth > 0) --depth;
        if (phrase) continue;
        const bool named = i > first_ && f_.token(i).capitalised() && !f_.token(i).possessive;
        office = office || f_.has(i, kTitle | kPersonNoun | kCommonCapital | kStateBody) || (named && !f_.has(i, kArticle));
        phrase = is_preposition(f_.text, i) && i > before.begin;
        if (phrase && !office) return true;
    }
    return depth > 0;
}

void Composer::add_subject() {
    TokenRange s = subject_told();
    if (add_meant(s)) return;
    if (short_subject_) {
        if (add_name_alone(s)) return;
        if (!f_.token(s.begin).is('"')) s.end = shortened(s);
        while (s.end > s.begin + 1 && s.end < frame_.subject.end && f_.token(s.end - 1).is(',')) --s.end;
    }
    if (is_possessive_pronoun(word(s.begin)) && !owner_.empty()) {
        add_words(owner_genitive());
        ++s.begin;
    }
    if (s.begin > first_ + 1 && s.begin == frame_.subject.begin && word(s.begin - 1) == "whose")
        if (const std::string whose = owner_before_whose(s.begin - 1); !whose.empty()) add_words(genitive_of(whose));
    if (const TokenRange noun = s.end == s.begin + 1 ? counted_before(s.begin) : TokenRange{}; noun.begin < noun.end) {
        add_tokens(s);
        return add_tokens(noun);
    }
    settle_whose(s);
    add_subject_words(s);
    finish_subject(s);
}

}  // namespace dateline::extract
