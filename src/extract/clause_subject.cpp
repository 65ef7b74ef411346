#include "extract/clause_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>

// Where the subject of a clause begins, past what leads in: "In Paris on 3 May, after talks, | the ministers signed".
namespace dateline::extract {

/// "Three days after", "A week before"
bool ClauseReader::counts_time(std::uint32_t i) const {
    static constexpr WordSet kUnits{"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour", "minutes"};
    const auto counted = [&](std::uint32_t unit) {  // "A few days later, | the tanker"
        const std::string_view w = word(unit + 1);
        return kUnits.contains(word(unit)) &&
               (w == "after" || w == "before" || ((w == "later" || w == "earlier") && token(unit + 2).is(',')));
    };
    return counted(i + 1) || (has(i, kArticle) && counted(i + 2));
}

/// Whether a sentence's part that begins at `i` only says when, where or how.
bool ClauseReader::sets_the_scene(std::uint32_t i) const {
    if (i >= end_) return false;
    if (is_preposition(text_, i) && !date_at(i + 1) && estimates(text_, i)) return false;
    if (date_at(i) || is_preposition(text_, i) || is_adverb(text_, i) || has(i, kConjunction)) return true;
    const std::string_view w = word(i);
    if ((w == "early" || w == "late") && (is_preposition(text_, i + 1) || date_at(i + 1))) return true;
    // "Three days after the landslide of 23 October, | a mudflow buried a village"
    if (i == first_ && counts_time(i)) return true;
    if (is_adverbial(w) || w == "earlier" || w == "besides" || w == "meanwhile" || w == "elsewhere" || w == "there" || w == "over" ||
        w == "once" || w == "nonetheless" || w == "nevertheless")
        return true;
    return std::any_of(out_.verbs.begin(), out_.verbs.end(),
                       [&](const VerbGroup& v) { return v.first == i && v.mode != VerbGroup::Mode::Finite; });
}

/// Past what tells a day again, or another beside it: "On Friday (15 November)", "In the 1860s and 1870s".
std::uint32_t ClauseReader::past_other_form(std::uint32_t at, std::uint32_t verb) const {
    constexpr std::uint32_t reach = 8;
    if (token(at).is('('))
        for (std::uint32_t i = at + 1; i < std::min(verb, at + reach); ++i)
            if (token(i).is(')')) return i + 1;
    if (!has(at, kConjunction)) return at;
    const std::uint32_t next = at + 1 < verb && has(at + 1, kArticle) ? at + 2 : at + 1;
    const TokenRange* other = next < verb ? date_at(next) : nullptr;
    return other && other->begin <= next ? other->end : at;
}

/// "After a three-month pause | Chad Railways": the name that a phrase of time without one stands before, whose noun begins at `noun`; 0 for none.
std::uint32_t ClauseReader::name_behind_phrase(std::uint32_t noun, std::uint32_t verb) const {
    static constexpr WordSet kWhen{"after", "before", "following", "despite"};
    if (noun < first_ + 2 || !kWhen.contains(word(noun - 2))) return 0;
    std::uint32_t i = noun;
    const auto plain = [&](std::uint32_t k) {
        return (token(k).kind == TokenKind::Word && token(k).letter_case == Case::Lower && !has(k, kFunction | kConjunction) &&
                !is_preposition(text_, k)) ||
               token(k).hyphenated || token(k + 1).hyphenated;
    };
    while (i < verb && plain(i)) ++i;
    const bool name = i > noun && i < verb && token(i).capitalised() && !has(i, kMonth) && !date_at(i);
    return name && !token(i - 1).facts->adjective && !has(i - 1, kDirection) ? i : 0;
}

/// Past "In Sofia on 25 April" and the like, where no comma ends them.
std::uint32_t ClauseReader::skip_leading_phrases(std::uint32_t begin, std::uint32_t verb) const {
    std::uint32_t at = begin;
    for (int n = 0; n < 4 && at < verb; ++n) {
        std::uint32_t i = at;
        const bool early = (word(i) == "early" || word(i) == "late") && i + 1 < verb &&
                           (date_at(i + 1) || is_preposition(text_, i + 1));  // "Late on Friday"
        if (is_adverb(text_, i) || early) {
            at = i + 1;
            continue;
        }
        const bool counts = at == first_ && counts_time(at);  // "A week after the summit on 4 November | the army seized"
        if (counts) i += 2;
        const bool preposition = is_preposition(text_, i);
        if (preposition) ++i;
        while (i < verb && has(i, kArticle)) ++i;
        if (const TokenRange* date = date_at(i); date && date->begin <= i) {
            at = past_other_form(date->end, verb);
            continue;
        }
        // "At 0250 local time on 6 June"
        if (preposition) {
            std::uint32_t k = i;
            while (k < verb && k < i + 5 && !date_at(k) && !token(k).capitalised() && !token(k).is(',')) ++k;
            if (const TokenRange* date = k < verb ? date_at(k) : nullptr) {
                at = date->end;
                continue;
            }
        }
        // "In the last week of the month | a team": a phrase of time, then an article
        if (preposition && i < verb && has(i - 1, kArticle) && !token(i).capitalised()) {
            static constexpr WordSet kSpans{"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "half", "decade"};
            std::uint32_t k = i;
            bool of_time = false;
            while (k < verb && k < i + 7 && token(k).kind == TokenKind::Word && !(has(k, kArticle) && !is_preposition(text_, k - 1)))
                of_time = of_time || kSpans.contains(word(k)), ++k;
            if (of_time && k < verb && k < i + 7 && has(k, kArticle)) {
                at = k;
                continue;
            }
        }
        // "At the consulate | an exhibition", "In the district court | the judge": no phrase has a second article
        if (preposition && i < verb && has(i - 1, kArticle)) {
            std::uint32_t k = i;
            const auto within = [&](std::uint32_t at_token) {
                return token(at_token).kind == TokenKind::Word && !has(at_token, kArticle | kConjunction | kFunction) &&
                       !is_preposition(text_, at_token);
            };
            while (k < verb && k < i + 5 && within(k)) ++k;
            // "In the margins of the meeting | a memorandum was signed"
            if (k > i && k + 2 < verb && word(k) == "of" && has(k + 1, kArticle))
                for (k += 2; k < verb && k < i + 9 && within(k);) ++k;
            if (k > i && k < verb && has(k, kArticle)) {
                at = k;
                continue;
            }
            if (const std::uint32_t name = name_behind_phrase(i, verb); name != 0) {
                at = name;
                break;
            }
        }
        // "In Paris the ministers": a place of capitalised words, then an article or a word in lower case.
        if (!preposition || i >= verb || !token(i).capitalised()) break;
        std::uint32_t end = i;
        const auto begins_name = [&](std::uint32_t k) {
            return k > i && has(k, kTitle) && k + 1 < verb && token(k + 1).capitalised() && !token(k - 1).possessive;
        };  // "In Blantyre | President Banda"
        while (end < verb && token(end).capitalised() && token(end).kind == TokenKind::Word && !begins_name(end)) ++end;
        if (end < verb && begins_name(end)) {
            at = end;
            break;
        }
        // "In Kutkai township | soldiers burned", "In Goma | rebels attacked"
        const std::uint32_t behind_kin =
            end + 1 < verb && has(end, kKinOfPlace | kGeoTail) && token(end).letter_case == Case::Lower ? end + 1 : end;
        const bool many = behind_kin + 1 == verb && token(behind_kin).kind == TokenKind::Word &&
                          token(behind_kin).letter_case == Case::Lower && word(behind_kin).ends_with('s') &&
                          !word(behind_kin).ends_with("ss");
        if (many || (behind_kin > end && has(behind_kin, kArticle))) {
            at = behind_kin;
            break;
        }
        if (end >= verb || !(has(end, kArticle) || date_at(end) || (is_preposition(text_, end) && date_at(end + 1)))) break;
        at = end;
    }
    return at < verb ? at : begin;
}

/// "residents of Ditton, Larkfield and Wouldham": a comma that parts names of one list.
bool ClauseReader::lists_names(std::uint32_t comma, std::uint32_t verb) const {
    if (comma == first_ || !token(comma - 1).capitalised() || comma + 1 >= verb || !token(comma + 1).capitalised() ||
        has(comma + 1, kTitle) || has(comma + 2, kTitle))
        return false;  // "In Brussels, Prime Minister X and President Y"
    constexpr std::uint32_t reach = 24;
    std::uint32_t i = comma + 1;
    while (i < std::min(verb, comma + reach) && ((token(i).kind == TokenKind::Word && token(i).capitalised()) || token(i).is(','))) ++i;
    if (i + 1 >= verb || !has(i, kConjunction) || !token(i + 1).capitalised() || has(i + 1, kArticle)) return false;
    // "At a summit in Baku, Georgia, Romania and Hungary | signed": what led in ends at the first comma
    std::uint32_t name = comma;
    while (name > first_ && token(name - 1).kind == TokenKind::Word && token(name - 1).capitalised()) --name;
    const bool where = name > first_ && (word(name - 1) == "in" || word(name - 1) == "at");
    const bool led_in = where && is_preposition(text_, first_) &&
                        std::none_of(dates_.begin(), dates_.end(), [&](const TokenRange& d) { return d.begin < comma; }) &&
                        std::none_of(text_.tokens.begin() + first_, text_.tokens.begin() + comma, [](const Token& t) { return t.is(','); });
    ++i;
    while (i < verb && token(i).kind == TokenKind::Word && token(i).capitalised()) ++i;
    return !(led_in && i == verb);
}

/// "By 5 March | the army, having crossed the river, | had taken Kherson": a subject that what it did before parts from its verb, after
/// a day without a comma; 0 for none.
std::uint32_t ClauseReader::parted_subject(std::uint32_t begin, std::uint32_t verb) const {
    if (verb < begin + 4 || !token(verb - 1).is(',')) return 0;
    const std::uint32_t at = skip_leading_phrases(begin, verb);
    std::uint32_t comma = at;
    while (comma < verb && !token(comma).is(',')) ++comma;
    if (at == begin || at == comma || comma + 1 >= verb || !(has(at, kArticle) || token(at).capitalised()) || is_preposition(text_, at))
        return 0;
    for (std::uint32_t i = comma + 1; i + 1 < verb; ++i)
        if (token(i).is(',')) return 0;
    static constexpr WordSet kBeside{"both", "all", "each", "neither", "now", "then", "once", "still", "already", "formerly"};
    if (kBeside.contains(word(comma + 1)) || (is_preposition(text_, comma + 1) && has(at, kArticle)))
        return at;  // "In December the two sides, both without money, | came to terms"
    const bool doing = std::any_of(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& v) {
        return v.first == comma + 1 && (v.mode == VerbGroup::Mode::Gerund || v.mode == VerbGroup::Mode::Participle);
    });
    static constexpr WordSet kAbout{"some", "about", "around", "roughly", "nearly", "just", "over", "barely"};
    const bool apposed = token(comma + 1).kind == TokenKind::Number || has(comma + 1, kArticle) ||
                         kAbout.contains(word(comma + 1));  // "By noon the town, 100 km from Goma, | had fallen"
    return doing || apposed ? at : 0;
}

/// "At Burnham, | an army camp outside Christchurch, | chiefs and guerrillas met": past what tells more of the place that leads in.
std::uint32_t ClauseReader::past_what_it_is(std::uint32_t at, std::uint32_t verb) const {
    constexpr std::uint32_t reach = 5;
    if (word(at) != "a" && word(at) != "an") return at;
    bool of_place = false;
    std::uint32_t comma = at + 1;
    for (; comma < verb && !token(comma).is(','); ++comma)
        of_place = of_place || (comma < at + reach && (has(comma, kKinOfPlace) || token(comma).facts->works));
    if (!of_place || comma + 1 >= verb || has(comma + 1, kConjunction) || word(comma + 1) == "a" || word(comma + 1) == "an") return at;
    for (std::uint32_t i = comma + 1; i < verb; ++i)
        if (token(i).is(',')) return at;
    return comma + 1;
}

/// "was convicted and | two weeks later | sentenced", "were seized and | the next day | taken to port": a time and no subject stands between.
bool ClauseReader::is_time_alone(std::uint32_t begin, std::uint32_t verb) const {
    static constexpr WordSet kCounted{"later", "earlier", "after", "afterwards"};
    static constexpr WordSet kNear{"next", "following", "same"};
    const std::uint32_t at = has(begin, kArticle) ? begin + 1 : begin;
    const TokenRange* date = at < verb ? date_at(at) : nullptr;
    if (!date || date->end != verb) return false;
    const auto group = std::find_if(out_.verbs.begin(), out_.verbs.end(), [&](const VerbGroup& g) { return g.first == verb; });
    const bool object = group == out_.verbs.end() || takes_object(text_, end_, *group);  // "and the next day | brought the crown to Pest"
    return kCounted.contains(word(verb - 1)) || (kNear.contains(word(at)) && !object);
}

/// "visited Goris and | in his final speech | praised the army": a phrase of what is his own, and no subject of another.
bool ClauseReader::is_own_phrase_alone(std::uint32_t begin, std::uint32_t verb) const {
    static constexpr WordSet kOwn{"its", "his", "her", "their"};
    constexpr std::uint32_t longest = 6;
    if (!is_preposition(text_, begin) || word(begin) == "of" || !kOwn.contains(word(begin + 1)) || verb < begin + 3 ||
        verb > begin + longest)
        return false;
    for (std::uint32_t i = begin + 2; i < verb; ++i)
        if (token(i).kind != TokenKind::Word || token(i).letter_case != Case::Lower || is_preposition(text_, i) || has(i, kConjunction))
            return false;
    const std::string_view last = word(verb - 1);
    return !last.ends_with('s') || last.ends_with("ss");
}

/// "Born on 3 March 1923, in Florence, | he moved", "Arrested in March, | Ann Roe, an editor, was freed": where the subject begins; 0 for no such opening.
std::uint32_t ClauseReader::behind_participle_opening(std::uint32_t begin, std::uint32_t verb) const {
    if (begin != first_ || begin + 3 >= verb) return 0;
    if (word(begin) != "born") {
        const VerbSense& deed = verb_sense(word(begin));
        const bool participle = deed.form == VerbForm::PastOrParticiple || deed.form == VerbForm::Participle;
        const bool alone = is_preposition(text_, begin + 1) || word(begin + 1) == "as" || date_at(begin + 1);
        if (!participle || !deed.known || !alone) return 0;
    }
    const auto may_begin = [&](std::uint32_t i) { return is_subject_pronoun(word(i)) || token(i).capitalised() || has(i, kArticle); };
    std::uint32_t behind = 0;
    for (std::uint32_t i = begin + 2; i + 1 < verb; ++i) {
        if (!token(i).is(',') || !may_begin(i + 1)) continue;
        behind = i + 1;
        const TokenRange* date = date_at(i - 1);
        if (date && date->end == i && word(begin) != "born") break;
    }
    return behind;
}

std::uint32_t ClauseReader::subject_after_fronted(std::uint32_t begin, std::uint32_t verb) const {
    if (begin == first_ && is_inverted(verb)) ++begin;
    for (std::uint32_t i = begin; i < verb; ++i)  // what stands before a colon was another clause
        if ((token(i).is(':') || parts_sentence(i) || token(i).is('|') ||
             (token(i).is('.') && i <= first_ + 3 && i > first_ && token(i + 1).kind == TokenKind::Number && token(i + 1).after_space)) &&
            i + 1 < verb)
            begin = i + 1;                                           // "Response. | 2,300 families received"
    if (begin == first_ && token(begin).letter_case == Case::Upper)  // "VILNIUS, 14 March — "
        for (std::uint32_t i = first_ + 1; i + 1 < std::min(verb, first_ + 14); ++i)
            if (token(i).is('-') && token(i).after_space) begin = i + 1;
    while (begin < verb && (token(begin).kind == TokenKind::Mark)) ++begin;
    if (begin < out_.aside_speaker.end && out_.aside_speaker.end < verb && out_.clauses.empty()) {
        begin = out_.aside_speaker.end + 1;  // past "they said,"
        while (begin < verb && (token(begin).kind == TokenKind::Mark)) ++begin;
    }
    if (const std::uint32_t behind = behind_participle_opening(begin, verb); behind != 0) return behind;
    if (const std::uint32_t parted = parted_subject(begin, verb); parted != 0) return parted;
    std::uint32_t at = begin;
    while (at < verb && sets_the_scene(at)) {
        std::uint32_t comma = at;
        while (comma < verb && !(token(comma).is(',') && !lists_names(comma, verb)) && !token(comma).is(':') && !token(comma).is('-'))
            ++comma;
        if (comma + 1 >= verb) {
            at = skip_leading_phrases(at, verb);
            break;
        }
        at = comma + 1;
    }
    if (at >= verb) at = begin;  // what was left after the last comma must be able to be a subject
    if (const TokenRange* date = begin > first_ && is_preposition(text_, begin) ? date_at(begin + 1) : nullptr;
        date && date->begin <= begin + 1 && date->end == verb)
        return verb;  // "held out and | in May 2004 | sold his farm"
    if (begin > first_ && (is_time_alone(begin, verb) || is_own_phrase_alone(begin, verb))) return verb;
    if (is_preposition(text_, at) && date_at(begin)) {  // "Two days earlier | a strike on a village, in Kutkai township, | killed four"
        const std::uint32_t behind_day = skip_leading_phrases(begin, verb);
        if (behind_day > begin && behind_day < verb && !is_preposition(text_, behind_day) &&
            (has(behind_day, kArticle) || token(behind_day).kind == TokenKind::Number))
            at = behind_day;
    }
    if (at > begin + 2 && token(at - 1).is(',') && is_preposition(text_, begin) && token(begin + 1).capitalised())
        at = past_what_it_is(at, verb);
    // "In the 2008 election he won"
    std::uint32_t last = verb;
    while (last > at + 1 && is_adverb(text_, last - 1)) --last;
    const bool pronoun = last > at + 1 && is_subject_pronoun(word(last - 1)) && !has(last - 2, kConjunction) &&
                         token(last - 2).kind != TokenKind::Mark &&
                         !(word(last - 1) == "it" && is_preposition(text_, last - 2));  // not "the motorway beside it opened"
    return pronoun ? last - 1 : at;
}

}  // namespace dateline::extract
