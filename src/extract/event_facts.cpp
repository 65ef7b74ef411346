#include "extract/event_facts.h"

#include "extract/entry_runs.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

std::string SentenceFacts::phrase(TokenRange tokens) const {
    if (tokens.begin >= tokens.end) return {};
    return tidy(text.bytes(text.tokens[tokens.begin].begin, text.tokens[tokens.end - 1].end));
}

TextSpan SentenceFacts::span(TokenRange tokens) const {
    if (tokens.begin >= tokens.end) return {};
    return {text.tokens[tokens.begin].first, text.tokens[tokens.end - 1].last};
}

namespace {

/// "Lagos — The governor", "Nairobi, 3 May 2011 - A man", "Cuttack (Odisha) [India], January 14 (ANI): two persons": a place, with a day or without.
std::uint32_t plain_dateline_end(const Text& text, const Sentence& sentence, std::span<const Mention> mentions) {
    constexpr std::uint32_t longest = 18;
    const bool opens = !mentions.empty() && mentions.front().first_token == sentence.first_token && mentions.front().place >= 0 &&
                       !mentions.front().adjective && !mentions.front().possessive;
    if (!opens) return 0;
    bool dated = false;
    for (std::uint32_t i = mentions.front().end_token; i + 1 < std::min(sentence.end_token, sentence.first_token + longest); ++i) {
        const Token& t = text.tokens[i];
        const bool dash = t.is('-') && t.after_space;
        if (dash || (t.is(':') && dated)) {
            std::uint32_t end = i + 1;
            while (end + 1 < sentence.end_token && text.tokens[end].is('-')) ++end;
            const bool new_sentence = text.tokens[end].capitalised() || text.tokens[end].is('"') || t.is(':');
            return new_sentence && text.tokens[end].after_space ? end : 0;
        }
        const bool told_by = dated && t.is(')') && text.tokens[i - 1].letter_case == Case::Upper &&
                             text.tokens[i + 1].kind == TokenKind::Word && text.tokens[i + 1].capitalised() &&
                             text.tokens[i + 1].after_space;
        if (told_by) return i + 1;  // "Tunis, May 14, 2024 (TAP) | The army announced"
        const Token &before = text.tokens[i - 1], &earlier = text.tokens[i - 2];
        const bool unmarked = dated && t.kind == TokenKind::Word && t.letter_case == Case::Capital && !has(t, kMonth) &&
                              before.kind == TokenKind::Number && (has(earlier, kMonth) || earlier.is(',')) &&
                              text.tokens[sentence.first_token].letter_case == Case::Upper;
        if (unmarked) return i;  // "TUNIS, May 14 | The army announced"
        dated = dated || t.kind == TokenKind::Number;
        const bool goes_on = t.kind == TokenKind::Number || t.is(',') || t.is('.') || t.is('(') || t.is(')') || t.is('[') || t.is(']') ||
                             t.is('/') || (t.kind == TokenKind::Word && t.capitalised());
        if (!goes_on) return 0;
    }
    // "YEREVAN, FEBRUARY 23, ARMENPRESS. | The minister …": it has a sentence of its own
    const bool alone = dated && sentence.end_token <= sentence.first_token + longest && text.tokens[sentence.end_token - 1].is('.') &&
                       text.tokens[mentions.front().end_token].is(',');
    const Sentence* const next = &sentence + 1;
    const bool told = alone && next < text.sentences.data() + text.sentences.size() && next->block == sentence.block &&
                      next->end_token > next->first_token + 1;
    return told && (&sentence == text.sentences.data() || (&sentence - 1)->block != sentence.block) ? sentence.end_token : 0;
}

/// "LA PAZ (Agency / Wire - 28th July, 2020) | The tribunal", "Oruro, Bolivia, (Agency - 28th July, 2020) : | The tribunal": a place, and the
/// day at the end of its brackets.
std::uint32_t bracketed_dateline_end(const Text& text, const Sentence& sentence, std::span<const Mention> mentions) {
    constexpr std::uint32_t longest_place = 7, longest_bracket = 16;
    const std::uint32_t first = sentence.first_token;
    const bool place = text.tokens[first].letter_case == Case::Upper || (!mentions.empty() && mentions.front().first_token == first);
    std::uint32_t open = first;
    while (open < std::min(sentence.end_token, first + longest_place) && !text.tokens[open].is('(')) {
        const Token& t = text.tokens[open++];
        if (!t.capitalised() && !t.is(',') && !t.is('/') && !t.is('.')) return 0;
    }
    if (!place || open == first || open >= sentence.end_token || !text.tokens[open].is('(')) return 0;
    std::uint32_t close = open + 1;
    bool dashed = false, month = false;
    while (close < std::min(sentence.end_token, open + longest_bracket) && !text.tokens[close].is(')')) {
        dashed = dashed || text.tokens[close].is('-') || text.tokens[close].is(',') || text.tokens[close].is('/');
        month = month || has(text.tokens[close], kMonth);
        ++close;
    }
    if (close + 1 >= sentence.end_token || !text.tokens[close].is(')') || !dashed || !month) return 0;
    if (text.tokens[close - 1].kind != TokenKind::Number) return 0;
    const std::uint32_t told = text.tokens[close + 1].is(':') || text.tokens[close + 1].is('-') ? close + 2 : close + 1;
    return told < sentence.end_token && (text.tokens[told].kind != TokenKind::Word || text.tokens[told].capitalised()) ? told : 0;
}

}  // namespace

namespace {

/// Reads the lead of an entry from its first token on.
class LeadReader {
  public:
    LeadReader(const Text& text, const Sentence& sentence, std::span<const Mention> mentions)
        : text_(text), sentence_(sentence), mentions_(mentions) {}

    EntryLead read() {
        constexpr std::uint32_t longest = 24;
        const std::uint32_t stop = std::min(sentence_.end_token, sentence_.first_token + longest);
        if (!opens_block() && !opens_one_of_several()) return {};
        for (std::uint32_t i = sentence_.first_token; i + 1 < stop;) {
            if (closes(i)) {
                const bool alone = first_is_place_ ? day_ || !text_.tokens[i].is(':') : !day_;     // "Bishkek, 9 June:" heads a report
                if (!named_ && unknown_ > 0 && text_.tokens[i].is(':')) return told_after(i + 1);  // "10 May – Ansongo: |"
                if (!named_ && day_) ++i, unknown_ = 0;                                            // "17SEP: | Doha –"
                else if (!named_ || alone) return {};
                else return told_after(i + 1);
                continue;
            }
            if (text_.tokens[i].is(',') && leads_to_noun(i + 1)) return told_after(i + 1);
            const std::uint32_t next = step(i);
            if (next == i) return {};
            i = next;
        }
        return {};
    }

  private:
    bool opens_block() const {
        const std::uint32_t first = sentence_.first_token;
        const Token& t = text_.token(first);
        const bool may = t.kind == TokenKind::Number || (t.lexicon & kMonth) != 0 || t.capitalised();
        return may && opens_entry(text_, sentence_);
    }
    /// "Rotterdam: the strike ended. | Mombasa: | the jetty is shut.": one of several places that head what is told, in one paragraph.
    bool opens_one_of_several() const {
        const Mention& own = mentions_.front();
        if (own.first_token != sentence_.first_token || own.place < 0 || own.adjective || own.possessive || !heads(sentence_) ||
            !text_.token(own.end_token).is(':'))
            return false;
        const Sentence *const begin = text_.sentences.data(), *const end = begin + text_.sentences.size();
        for (const Sentence* s = &sentence_; s-- > begin && s->block == sentence_.block;)
            if (heads(*s)) return true;
        for (const Sentence* s = &sentence_ + 1; s < end && s->block == sentence_.block; ++s)
            if (heads(*s)) return true;
        return false;
    }
    /// "Port Said: |"
    bool heads(const Sentence& s) const {
        constexpr std::uint32_t longest = 4;
        for (std::uint32_t i = s.first_token; i + 1 < std::min(s.end_token, s.first_token + longest + 1); ++i) {
            const Token& t = text_.tokens[i];
            if (t.is(':')) return i > s.first_token && text_.tokens[i + 1].after_space;
            if (t.kind != TokenKind::Word || !t.capitalised() || t.possessive) return false;
        }
        return false;
    }
    /// ":" that is no hour's, "–" between words.
    bool closes(std::uint32_t i) const {
        const Token &t = text_.token(i), &next = text_.token(i + 1);
        if (t.is('-')) return t.after_space && next.after_space;
        return t.is(':') && !(next.kind == TokenKind::Number && !next.after_space);
    }
    /// "12 Nov: Bamako, | opening of the dialogue"
    bool leads_to_noun(std::uint32_t i) const {
        const Token& t = text_.token(i);
        return day_ && named_ && !first_is_place_ && place_ != nullptr && t.kind == TokenKind::Word && t.letter_case == Case::Lower &&
               t.facts->noun->known && t.facts->noun->strength >= 2;
    }
    EntryLead told_after(std::uint32_t at) const {
        while (at < sentence_.end_token && text_.tokens[at].is('-')) ++at;
        return at < sentence_.end_token ? EntryLead{at, place_} : EntryLead{};
    }
    const Mention* mention_at(std::uint32_t i) const {
        for (const Mention& m : mentions_)
            if (m.first_token <= i && i < m.end_token) return &m;
        return nullptr;
    }
    void take(const Mention& m) {
        named_ = true;
        const bool closer = m.place >= 0 && (!place_ || m.precision < place_->precision);
        if (closer) place_ = &m;
    }
    /// Past one more part of the lead; `i` itself where it is none.
    std::uint32_t step(std::uint32_t i) {
        static constexpr WordSet kTimes{"night", "morning", "afternoon", "evening", "early", "late", "overnight", "noon", "midnight",
                                        "am",    "pm",      "hrs",       "local",   "th",    "st",   "nd",        "rd"};
        static constexpr WordSet kBeside{"off", "near", "and", "outside"};
        static constexpr WordSet kParts{"territory", "centre", "center", "area", "airport",  "axis",
                                        "road",      "zone",   "sector", "port", "anchorage"};
        const Token& t = text_.tokens[i];
        const std::string_view word = text_.folded(t);
        if (const Mention* m = mention_at(i)) {
            if (m->adjective || m->possessive) return i;
            if (i == sentence_.first_token) first_is_place_ = true;
            take(*m);
            return m->end_token;
        }
        const bool of_day = t.kind == TokenKind::Number || (t.lexicon & kMonth) != 0 ||
                            (t.begin < t.end && text_.raw(t).front() >= '0' && text_.raw(t).front() <= '9');
        if (of_day) return day_ = true, i + 1;
        if (t.is('(')) return past_bracket(i);
        if (t.is(',') || t.is('.') || t.is('/') || t.is('-') || t.is(':')) return i + 1;
        if (t.kind != TokenKind::Word) return i;
        if ((day_ && kTimes.contains(word)) ||
            (named_ && (kBeside.contains(word) || kParts.contains(word) || (t.lexicon & kKinOfPlace) != 0)))
            return i + 1;
        // "RN4, Oicha", "Fotodu, Beni territory": a name that nobody knows
        constexpr std::uint32_t most_unknown = 4;
        const bool name = day_ && t.capitalised() && (t.lexicon & (kFunction | kTitle | kPersonNoun)) == 0 && ++unknown_ <= most_unknown;
        return name ? i + 1 : i;
    }
    std::uint32_t past_bracket(std::uint32_t open) {
        constexpr std::uint32_t longest = 8;
        for (std::uint32_t i = open + 1; i < std::min(sentence_.end_token, open + longest); ++i) {
            if (text_.tokens[i].is(')')) return i + 1;
            if (const Mention* m = mention_at(i); m && m->first_token == i && !m->adjective && day_) take(*m);
        }
        return open;
    }

    const Text& text_;
    const Sentence& sentence_;
    std::span<const Mention> mentions_;
    const Mention* place_ = nullptr;
    bool day_ = false, named_ = false, first_is_place_ = false;
    std::uint32_t unknown_ = 0;
};

}  // namespace

bool opens_with(const SentenceFacts& f, const DateMention& date) {
    static constexpr WordSet kLeads{"w",      "e",         "c",          "week", "weekend", "of",    "the",
                                    "ending", "beginning", "commencing", "on",   "around",  "about", "circa"};
    constexpr std::uint32_t longest = 4;
    if (date.tokens.begin <= f.sentence.first_token + 1) return true;
    if (date.tokens.begin > f.sentence.first_token + longest) return false;
    for (std::uint32_t i = f.sentence.first_token; i < date.tokens.begin; ++i)
        if (f.token(i).kind != TokenKind::Mark && !kLeads.contains(f.word(i))) return false;
    return true;
}

EntryLead entry_lead(const Text& text, const Sentence& sentence, std::span<const Mention> mentions) {
    return mentions.empty() ? EntryLead{} : LeadReader(text, sentence, mentions).read();
}

std::uint32_t dateline_end(const Text& text, const Sentence& sentence, std::span<const Mention> mentions) {
    if (const std::uint32_t end = bracketed_dateline_end(text, sentence, mentions); end != 0) return end;
    if (const EntryLead lead = entry_lead(text, sentence, mentions); lead.end != 0) return lead.end;
    constexpr std::uint32_t longest = 14;
    const Token& first = text.tokens[sentence.first_token];
    if (first.letter_case != Case::Upper || first.fold_size < 3) return plain_dateline_end(text, sentence, mentions);
    for (std::uint32_t i = sentence.first_token + 1; i + 1 < std::min(sentence.end_token, sentence.first_token + longest); ++i)
        if (text.tokens[i].is('-') && text.tokens[i].after_space) {
            while (i + 1 < sentence.end_token && text.tokens[i].is('-')) ++i;  // "--"
            return i;
        }
    return plain_dateline_end(text, sentence, mentions);
}

}  // namespace dateline::extract
