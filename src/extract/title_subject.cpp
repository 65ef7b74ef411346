#include "extract/title_composer.h"
#include "extract/verb_groups.h"

#include "extract/word_set.h"

// Who or what a headline begins with.
namespace dateline::extract {

/// Where a long subject may stop: before what only tells more of it. "The declaration | between X and Y".
std::uint32_t Composer::shortened(TokenRange s) const {
    constexpr std::size_t kShort = 15, kLong = 48;
    std::uint32_t best = s.end, joint = s.end;
    std::size_t size = 0;
    for (std::uint32_t i = s.begin + 1; i < s.end; ++i) {
        if (size <= kLong) size = length_of(f_.phrase({s.begin, i}));  // beyond that, how long does not matter
        if (size > kLong && best != s.end) break;
        const bool comma = f_.token(i).is(',');
        const bool breaks = comma || (is_preposition(f_.text, i) && word(i) != "of") || word(i) == "that" || word(i) == "which" || word(i) == "who";
        const bool bare_participle = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.end == i && g.mode != VerbGroup::Mode::Finite;
        });
        const bool described = i == s.begin + 2 && word(s.begin).ends_with("ly");  // "freshly mobilized | reserves"
        if (bare_participle && best == s.end && !described) {
            best = i - 1;
            continue;
        }
        const bool joins = (f_.has(i, kConjunction) && size > kLong - 12) || (word(i) == "of" && joint == s.end && i > s.begin + 1 && f_.token(i - 1).letter_case == Case::Lower);
        const bool of_names = f_.has(i, kConjunction) && i > s.begin && f_.token(i - 1).capitalised() && i + 1 < s.end && f_.token(i + 1).capitalised() &&
                              std::any_of(f_.text.tokens.begin() + s.begin, f_.text.tokens.begin() + i, [](const Token& t) { return t.is(','); });
        if (joins && !of_names && best == s.end) joint = i;
        if (breaks && !bare_participle && size >= kShort && !cuts_a_name(f_, i) && !(comma && f_.token(i - 1).capitalised() && i + 1 < s.end && f_.token(i + 1).capitalised())) best = i;
    }
    // "The minister, the head of the railways and two governors": cut anywhere but after the first, it would name others as well
    const bool listed = best < s.end && f_.token(best).is(',') && std::any_of(f_.text.tokens.begin() + best, f_.text.tokens.begin() + s.end, [&](const Token& t) { return (t.lexicon & kConjunction) != 0; });
    if (listed)
        for (std::uint32_t i = s.begin + 1; i < best; ++i)
            if (f_.token(i).is(',') && i + 1 < s.end && f_.has(i + 1, kArticle)) return i;
    constexpr std::size_t kTooLong = 44;
    return best == s.end && length_of(f_.phrase(s)) > kTooLong ? joint : best;  // "the leaders of one union | and of another"
}

/// "ships collided, | each side blaming the other": what stands beside a sentence with a subject of its own.
bool Composer::tells_beside(std::uint32_t i, std::uint32_t end) const {
    if (word(i) != "each" && word(i) != "both" && word(i) != "one" && word(i) != "neither") return false;
    return i + 2 < end && (f_.verb(i + 1).form == VerbForm::Gerund || f_.verb(i + 2).form == VerbForm::Gerund || word(i + 2).ends_with("ing"));
}

/// What a comma sets off from the subject: "Litgrid, | together with two others,", "two cables, | one linking …", "the vote, | in which …".
bool Composer::is_set_off_clause(std::uint32_t i, std::uint32_t end) const {
    static constexpr WordSet kWith{"together", "along", "alongside", "both"};
    if (i + 1 >= end) return false;
    for (std::uint32_t k = i; k < std::min(end, i + 3); ++k)  // "half of which"
        if (k > i && (word(k) == "which" || word(k) == "whom") && is_preposition(f_.text, k - 1)) return true;
    if (frame_.subject.end + 1 > frame_.verb.begin || !f_.token(frame_.subject.end).is(',')) return false;  // a list has no comma at its end
    const bool other = std::any_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + end, [&](const Token& t) { return f_.text.folded(t) == "other"; });
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
            const bool verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= k && k < g.end; });
            return f_.token(k).kind == TokenKind::Word && f_.token(k).letter_case == Case::Lower && !verb && !f_.has(k, kFunction | kConjunction) && !is_preposition(f_.text, k) && !is_adverb(f_.text, k) && !is_dated({k, k + 1});
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

void Composer::add_subject() {
    TokenRange s = shared_subject(frame_.subject);
    const std::uint32_t opens = s.begin;
    if (s.begin < s.end && f_.token(s.begin).is('('))  // "in March (February in the Russian calendar), the Czar was overthrown"
        for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
            if (f_.token(i).is(')')) {
                s.begin = i + 1;
                break;
            }
    while (s.begin < s.end && ((f_.token(s.begin).kind == TokenKind::Mark && !opens_amount(f_.token(s.begin))) || (f_.has(s.begin, kArticle | kConjunction) && !(s.begin + 1 < s.end && f_.token(s.begin + 1).hyphenated)) || (word(s.begin) == "but" && s.begin + 1 < s.end) || (is_adverb(f_.text, s.begin) && !f_.token(s.begin + 1).hyphenated && !counts_its_noun(s.begin) && !describes_next(s) && word(s.begin) != "not") ||
                               word(s.begin) == "with" || word(s.begin) == "during" || (word(s.begin) == "as" && s.begin + 1 < s.end)))
        ++s.begin;
    if (frame_.date >= 0 && !frame_.keeps_date) {  // "Astronomers on Thursday stripped …"
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
        if (frame_.keeps_date && d.tokens.end == s.end && d.tokens.begin > s.begin + 1 && word(d.tokens.begin - 1) == "on") s.end = d.tokens.begin - 1;
    while (s.begin + 1 < s.end && is_preposition(f_.text, s.begin) && (f_.has(s.begin + 1, kArticle) || (word(s.begin) == "in" && word(s.begin + 1) == "this" && s.begin + 2 < s.end))) s.begin += 2;  // "in the text that was signed"
    // "the two agreed" is not "two agreed"
    if (s.begin > frame_.subject.begin && s.end == s.begin + 1 && (word(s.begin) == "two" || word(s.begin) == "three" || word(s.begin) == "pair") && f_.has(s.begin - 1, kArticle))
        --s.begin;
    while (s.end > s.begin && (f_.token(s.end - 1).kind == TokenKind::Mark)) --s.end;
    while (s.end > s.begin + 1 && s.end < frame_.verb.begin && f_.token(s.end).hyphenated)  // "The Romans | pre-emptively invaded", "El-Gabaly | said"
        f_.token(s.end).capitalised() ? ++s.end : --s.end;
    if (s.begin < s.end) s = opens < s.begin && is_preposition(f_.text, opens) ? without_phrase(without_lead(s)) : behind_scene(s);
    if (s.begin < s.end) s = without_pointer(s);
    if (s.begin > first_ && s.begin < s.end && describes_next({s.begin - 1, s.end})) --s.begin;  // "newly | founded"
    if (s.end - s.begin > 3 && is_span_later(s.begin)) s.begin += 3;  // "Hours later, jets struck"
    if (s.end - s.begin > 1 && word(s.begin) == "alone" && is_dated({s.begin - 1, s.begin})) ++s.begin;  // "on 14 May alone | 1,200 were"
    if (s.end - s.begin > 2 && word(s.begin) == "there") ++s.begin;
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)  // "A week after the attack, | police arrested …"
        if (f_.token(i).is(',')) {
            if (leads_to_another_day({s.begin, i})) s.begin = i + 1;
            break;
        }
    for (const DateMention& d : f_.dates) {  // "on Tuesday, | 24 explosions shook the city"
        const bool leads = d.tokens.begin == s.begin || (d.tokens.begin == s.begin + 1 && is_preposition(f_.text, s.begin));
        if (leads && d.tokens.end + 1 < s.end && f_.token(d.tokens.end).is(',')) s.begin = d.tokens.end + 1;
        else if (leads && d.tokens.end + 1 < s.end && is_preposition(f_.text, s.begin) && f_.has(d.tokens.end, kArticle)) s.begin = d.tokens.end + 1;  // "By late 1948 | the army"
    }
    if (s.begin < s.end && f_.token(s.begin).kind == TokenKind::Number)  // "25 years after | the state bombed it"
        for (std::uint32_t i = s.begin + 1; i + 1 < std::min(s.end, s.begin + 4); ++i)
            if (word(i) == "after") s.begin = i + 1;
    // "Some 30 soldiers, among them 11 Italians, are wounded"
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
        if (f_.token(i).is(',') && (word(i + 1) == "among" || word(i + 1) == "including" || word(i + 1) == "mostly" || word(i + 1) == "most")) s.end = i;
    // ", 291 metres long," tells more of the subject; ", Irakli Garibashvili," is its name.
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i) {
        const bool closed = frame_.subject.end < frame_.verb.begin && f_.token(frame_.verb.begin - 1).is(',');
        const bool joined = std::any_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + s.end, [](const Token& t) { return (t.lexicon & kConjunction) != 0; });
        const bool has_day = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin > i && d.tokens.end < frame_.verb.begin; });
        const bool stands_off = f_.has(i + 1, kArticle) && (frame_.subject.end + 1 < frame_.verb.begin || (closed && has_day && !joined));  // "Ann Dunne, a novelist who …, died"
        // ", having crossed the river,", ", signed on 20 December,": told by itself
        const bool other_deed = f_.token(i).is(',') && (closed || word(i + 1) == "having") &&
                                std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
                                    const bool dated = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin > g.first && d.tokens.begin < frame_.verb.begin; });
                                    const bool brief = g.end + 2 >= s.end && (g.end >= s.end || is_adverb(f_.text, g.end));  // ", postponed once already,"
                                    return g.first == i + 1 && (g.mode == VerbGroup::Mode::Gerund || (g.mode == VerbGroup::Mode::Participle && (dated || brief)));
                                });
        // "The party, in power since 1966, lost"
        const bool phrase = f_.token(i).is(',') && is_preposition(f_.text, i + 1) && i + 2 < s.end && f_.token(frame_.verb.begin - 1).is(',') && frame_.verb.begin > s.end;
        // "Six climbers, missing since Friday on the mountain, were found"
        const bool state = f_.token(i).is(',') && closed && !joined && i + 2 < s.end && f_.token(i + 1).kind == TokenKind::Word && f_.token(i + 1).letter_case == Case::Lower && !f_.has(i + 1, kFunction | kConjunction | kArticle | kTitle | kPersonNoun) && is_preposition(f_.text, i + 2) && word(i + 2) != "of";
        const bool meant = is_adverb(f_.text, i + 1) && (word(i + 2) == "due" || word(i + 2) == "scheduled" || word(i + 2) == "planned" || word(i + 2) == "set");  // ", originally due on Monday,"
        const bool aside = f_.token(i).is(',') && (stands_off || meant || state || other_deed || phrase || is_set_off_clause(i + 1, s.end) || f_.token(i + 1).kind == TokenKind::Number || word(i + 1) == "which" || word(i + 1) == "known" || word(i + 1) == "as" || word(i + 1) == "if" || word(i + 1) == "due" || word(i + 1) == "ages" || word(i + 1) == "aged" || word(i + 1) == "age" || word(i + 1) == "last" || word(i + 1) == "first");
        if (aside) {
            s.end = i;
            break;
        }
    }
    if (s.begin >= s.end && owner_.empty() && frame_.subject.begin < frame_.subject.end) {
        s = shared_subject({frame_.verb.begin, frame_.verb.begin});
        while (s.begin < s.end && f_.has(s.begin, kArticle)) ++s.begin;
    }
    if (s.begin >= s.end) {
        if (!owner_.empty()) add_words(owner_);
        return;
    }
    if (s.end - s.begin > 2 && (word(s.begin) == "he" || word(s.begin) == "she") && f_.has(s.begin + 1, kConjunction) && !owner_.empty()) {
        add_words(owner_ + ' ' + std::string(word(s.begin + 1)));
        s.begin += 2;
    }
    if (s.end == s.begin + 2 && word(s.begin + 1) == "last" && is_pronoun_at(s.begin) && !owner_.empty()) {  // "They | last | went on strike"
        add_words(owner_);
        return add_tokens({s.begin + 1, s.end});
    }
    if (s.end == s.begin + 2 && word(s.begin + 1) == "one" && !owner_.empty() && counts(s.begin)) {  // "The next one is planned for May"
        add_tokens({s.begin, s.begin + 1});
        return add_words(owner_);
    }
    if (s.end - s.begin == 1 && (is_pronoun_at(s.begin) || word(s.begin) == "both")) {
        if (!owner_.empty()) return add_words(owner_);
        return add_tokens(s);
    }
    if (short_subject_) {
        // An office and a name: the name alone.
        const ActorMention* named = nullptr;
        for (const ActorMention& a : f_.actors) {
            const bool of_other = a.tokens.begin > s.begin && (is_preposition(f_.text, a.tokens.begin - 1) || (is_preposition(f_.text, a.name.begin - 1) && word(a.name.begin - 1) != "of"));  // "blockades by followers of Evo Morales"
            const bool whole = s.begin <= a.name.begin && a.name.end == s.end && !of_other && !is_pronoun_at(s.begin) && !f_.has(s.begin, kConjunction);
            const bool leads = (a.name.begin == s.begin || a.tokens.begin == s.begin) && a.name.end < s.end && f_.token(a.name.end).is(',');
            if (a.kind == ActorMention::Kind::Person && (whole || leads)) named = &a;
            if (named == &a && leads && a.name.end + 1 < s.end && f_.has(a.name.end + 1, kArticle)) break;  // "Ann Roe, | an aide of the late minister Jan Moe"
        }
        // "Minister X and his counterpart Y": both names
        const ActorMention* first = nullptr;
        for (const ActorMention& a : f_.actors)
            if (!first && a.kind == ActorMention::Kind::Person && named && a.name.begin >= s.begin && a.name.end < named->name.begin) first = &a;
        if (first)
            for (std::uint32_t i = first->name.end; i < named->name.begin; ++i)
                if (word(i) == "and") {
                    add_tokens(first->name);
                    add_tokens({i, i + 1});
                    break;
                }
        const bool one_of_several = named && !first && named->tokens.begin > s.begin + 1 && f_.token(s.begin).capitalised() && f_.has(named->tokens.begin - 1, kConjunction);
        if (named && !one_of_several) return add_tokens(named->name);
        if (!f_.token(s.begin).is('"')) s.end = shortened(s);
        while (s.end > s.begin + 1 && s.end < frame_.subject.end && f_.token(s.end - 1).is(',')) --s.end;
    }
    if (is_possessive_pronoun(word(s.begin)) && !owner_.empty()) {
        add_words(owner_genitive());
        ++s.begin;
    }
    if (s.begin > first_ + 1 && s.begin == frame_.subject.begin && word(s.begin - 1) == "whose")
        if (const std::string whose = owner_before_whose(s.begin - 1); !whose.empty()) add_words(whose + (whose.ends_with('s') && !whose.ends_with("ss") ? "'" : "'s"));
    if (s.end == s.begin + 1)
        if (const TokenRange noun = counted_before(s.begin); noun.begin < noun.end) {
            add_tokens(s);
            return add_tokens(noun);
        }
    // "The port of Poti, whose expansion began": the port's expansion
    for (std::uint32_t i = s.begin + 1; i + 1 < s.end; ++i)
        if (word(i) == "whose" && f_.token(i - 1).kind == TokenKind::Word && !is_preposition(f_.text, i - 1) && !f_.has(i - 1, kFunction)) {  // "The airline whose plane crashed | grounded its fleet"
            const auto told = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return (g.mode == VerbGroup::Mode::Finite || g.mode == VerbGroup::Mode::Participle) && g.first > i + 1 && g.end <= frame_.verb.end; });
            if (told == f_.clauses.verbs.end()) break;
            if (told->head == frame_.head) {
                const std::string of = f_.phrase({s.begin, i});
                add_words(of + (of.ends_with('s') && !of.ends_with("ss") ? "'" : "'s"));
                s.begin = i + 1;
            } else {
                s.end = i;
            }
            break;
        } else if (word(i) == "whose" && f_.token(i - 1).is(',')) {
            const bool told_apart = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Finite && g.first > i && g.end <= frame_.verb.begin && g.head != frame_.head; });
            if (told_apart) {  // "Orbán, | whose address had been put off, | set out the priorities"
                s.end = i - 1;
                break;
            }
            // "Works on the port, whose first berth": the port's
            for (std::uint32_t k = i - 1; k-- > s.begin + 1 && !f_.has(s.begin, kTitle);)
                if (is_preposition(f_.text, k) && word(k) != "of") {
                    s.begin = f_.has(k + 1, kArticle) ? k + 2 : k + 1;
                    break;
                }
            const std::string of = f_.phrase({s.begin, i - 1});
            add_words(of + (of.ends_with('s') && !of.ends_with("ss") ? "'" : "'s"));
            s.begin = i + 1;
            break;
        }
    int depth = 0;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {  // without what stands in brackets
        if (f_.token(i).is('(')) ++depth;
        if (i == frame_.one_of && i > s.begin) add_words(f_.phrase({i, i + 1}).substr(0, f_.word(i).size() - 1));  // "the Tillabéri region" of two regions
        else if (depth == 0 && i > s.begin && i + 1 < s.end && (word(i + 1) == "it" || word(i + 1) == "them" || word(i + 1) == "him") && is_preposition(f_.text, i) && (word(i) != "of" || is_part_of_pronoun(f_, i)) && word(i) != "between") ++i;  // "A search | for him | was called off"
        else if (depth == 0 && i > s.begin && may_point_at_place(f_.token(i)) && points_at_place(f_, i)) add_place_pointed_at(i);  // "Prosecutors | there | received threats"
        else if (depth == 0 && !frame_.left_out.contains(i) && !f_.clauses.aside.contains(i) && !(i > s.begin && may_stress(f_.token(i)) && is_emphatic(i))) pieces_.push_back({i, {}});
        if (f_.token(i).is(')') && depth > 0) --depth;
    }
    const bool closed = s.end < frame_.verb.begin && f_.token(s.end).is(',');
    if (!closed || s.end != frame_.subject.end) close_subject();
    // "Saeima, the Latvian parliament, voted"
    const bool apposed = closed &&
                         std::any_of(pieces_.begin(), pieces_.end(), [&](const TitlePiece& p) { return p.words.empty() && f_.token(p.token).is(','); });
    // "the railways of A, B and C"
    const auto comma = std::find_if(pieces_.begin(), pieces_.end(), [&](const TitlePiece& p) { return p.words.empty() && f_.token(p.token).is(','); });
    const bool listed = std::any_of(comma, pieces_.end(), [&](const TitlePiece& p) {
        return p.words.empty() && f_.has(p.token, kConjunction) && !f_.token(p.token - 1).is(',') && f_.token(comma->token + 1).capitalised() && f_.token(p.token + (f_.has(p.token + 1, kArticle) ? 2 : 1)).capitalised();
    });
    if (goes_with_having()) add_tokens({frame_.subject.begin + 1, frame_.subject.end});
    if (apposed && !listed) pieces_.push_back({s.end, {}});
}

}  // namespace dateline::extract
