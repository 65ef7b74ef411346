#include "extract/temporal_reader.h"

#include "extract/temporal_grammar.h"
#include "extract/temporal_profile.h"

#include <span>

namespace dateline::extract::temporal {

namespace {

/// The tense that the word at `at` shows, given the words before it.
Tense tense_at(const Tokens& t, std::uint32_t at) {
    const Token& token = t[at];
    if (t.is(at, kMonth)) return t.is(at, Word::May) && !token.capital ? Tense::Future : Tense::None;
    if (t.is(at, Word::Set) && (t.is(at + 1, Word::For) || t.is(at + 1, Word::To)))
        return Tense::Future;                                                 // "is set for Monday"
    const bool face_to_face = t.is_word(at - 2) && t[at].info == t[at - 2].info;
    if (t.is(at, kBaseVerb) && t.is(at - 1, Word::To) && !face_to_face) return Tense::Future;  // "plans to meet"
    if (t.is(at, Word::Yet) && t.is(at + 1, Word::To)) return Tense::Future;  // "have yet to agree on the second half of the year"
    const Tense tense = token.info->tense;
    // "originally scheduled for May", "first planned for July": it came otherwise
    const bool once = t.is(at - 1, Word::Originally) || (t.is(at - 1, kOrdinal) && t[at - 1].info->value == 1 && !t.is(at - 2, kArticle));
    if (tense == Tense::Future && once) return Tense::Past;
    const bool to_come = t.ends_in_ing(at + 1) || (t.is(at + 1, Word::To) && t.is_word(at + 2) &&
                                                   !t.is(at + 2, kDeterminer | kArticle));
    if (tense == Tense::Present && to_come) return Tense::Future;  // "are meeting", "are to meet"
    if (tense != Tense::Past) return tense;
    if (token.capital && !token.begins_sentence) return Tense::None;  // Ahmed
    if (t.is(at - 1, kDeterminer) && token.info->classes == 0 && token.length > 4)
        return Tense::None;                            // "the proposed plan"
    const Token& auxiliary = t[at - 1];
    if (auxiliary.kind == TokenKind::Word && auxiliary.info->tense == Tense::Present && auxiliary.length <= 3 && !t.is(at - 1, kNowadays))
        return Tense::Present;  // "when he is sentenced Oct. 9"
    for (std::uint32_t back = 1; back <= 3; ++back) {  // "will be held", "is to be held", "will have ended"
        const std::uint32_t before = at - back;
        if (t[before].sentence != token.sentence || t[before].kind != TokenKind::Word) break;
        if (t.is(before, kMonth) && t[before].capital) continue;  // "on 7 May left thirty dead"
        if (t[before].info->tense == Tense::Future || (t.is(before, kBaseVerb) && t.is(before - 1, Word::To)))
            return Tense::Future;
    }
    return Tense::Past;
}

/// What the words right before a date say of it: "the deadline is Friday", "they have until Monday".
bool looks_ahead(const Tokens& t, std::uint32_t first) {
    const std::uint32_t verb = t.is(first - 1, Word::On) ? first - 2 : first - 1;
    if (t.is_word(verb) && t[verb].info->tense == Tense::Present && t[verb].length <= 3 &&
        !t.is(verb, kNowadays))
        return true;
    return t.is(first - 1, Word::Until) || t.is(first - 1, Word::Till) || t.is(first - 1, Word::By) ||
           t.is(first - 1, Word::Through);
}

/// The tense of the verb nearest before token `first` in its sentence, else of the first after `last`.
Tense tense_near(const Tokens& t, std::uint32_t first, std::uint32_t last) {
    if (t.is(first - 1, Word::Since)) return Tense::Past;
    // "was named chairman, effective Jan. 1", "payable Feb. 15 to holders of record Jan. 31": the nearest such day
    const bool terms = t.is(first - 1, Word::Effective) || (t.is(first - 1, Word::Record) && t.is(first - 2, Word::Of));
    if (terms) return Tense::Present;
    if (t.is(first - 1, Word::Until) && t.is(last, Word::To) && t.is(last + 1, kBaseVerb)) return Tense::Future;  // "gave it until Monday to raise"
    constexpr std::uint32_t reach = 30;
    const std::uint32_t sentence = t[first].sentence;
    for (std::uint32_t n = 1; n <= reach && n <= first; ++n) {
        const Token& token = t[first - n];
        if (token.kind == TokenKind::Break || token.sentence != sentence) break;
        const Tense tense = tense_at(t, first - n);
        if (tense == Tense::Present && looks_ahead(t, first)) return Tense::Future;
        // "was due Thursday but has been put off"
        const bool undone = tense == Tense::Future && t[first - n - 1].info->tense == Tense::Past && (t.is(last, Word::But) || (t.is_mark(last, ',') && t.is(last + 1, Word::But)));
        if (undone) return Tense::Past;
        if (tense != Tense::None) return tense;
    }
    for (std::uint32_t n = 0; n < reach; ++n) {
        const Token& token = t[last + n];
        if (token.kind == TokenKind::Break || token.sentence != sentence) break;
        if (const Tense tense = tense_at(t, last + n); tense != Tense::None) return tense;
    }
    return t.is(first - 1, Word::By) || t.is(first - 1, Word::Until) ? Tense::Future : Tense::None;  // "hope for a deal by the weekend"
}

bool is_lone_weekday(const Expression& e) {
    return e.kind == Expression::Kind::Calendar && e.weekday != 0 && e.day == 0 && e.month == 0 && e.nth == 0;
}

/// Whether tokens [from, to) are "and", ",", ", and", "and on".
bool is_list_link(const Tokens& t, std::uint32_t from, std::uint32_t to) {
    std::uint32_t at = from;
    if (t.is_mark(at, ',')) ++at;
    if (t.is(at, Word::And)) ++at;
    if (at > from && t.is(at, Word::On)) ++at;
    return at > from && at == to;
}

/// "on Monday, Tuesday and Thursday": tells each of `mentions`, whose last has just been read, how far the last of the list is.
void take_up_list(std::span<TimeMention> mentions) {
    constexpr int week = 7;
    TimeMention& last = mentions.back();
    const TimeMention& before = mentions[mentions.size() - 2];
    const int gap = (last.expression.weekday - before.expression.weekday + week) % week;
    if (gap == 0) return;
    last.around.listed = true;
    for (std::size_t m = mentions.size() - 1; m-- > 0;) {
        mentions[m].around.days_to_last = static_cast<std::uint8_t>(mentions[m].around.days_to_last + gap);
        if (!mentions[m].around.listed) break;
    }
}

bool is_range_word(const Tokens& t, std::uint32_t i) {
    return t.is(i, Word::To) || t.is(i, Word::Through) || t.is(i, Word::Until) || t.is(i, Word::Till) ||
           t.is_dash(i);
}

/// Whether the line of token `i` is a heading: short, without a full stop, and `i` is near its beginning.
bool is_heading(const Tokens& t, std::uint32_t i) {
    constexpr std::uint32_t longest = 10;
    std::uint32_t first = i;
    while (first > 0 && i - first < longest && t[first].gap != Gap::Line && t[first].kind != TokenKind::Break)
        --first;
    if (i - first > longest / 2) return false;
    for (std::uint32_t at = i + 1; at - first < longest; ++at) {
        if (t[at].kind == TokenKind::Break || t[at].gap == Gap::Line)
            return !t.is_mark(at - 1, '.') && !t.is_mark(at - 1, ',') && !t.is_mark(at - 1, ':');
    }
    return false;
}

/// Replaces our sentences by the caller's.
void number_sentences(Tokens& tokens, std::span<const TextSpan> sentences, std::size_t& next) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens.at(i);
        while (next < sentences.size() && sentences[next].end <= token.code_point) ++next;
        token.sentence = static_cast<std::uint32_t>(next);
    }
}

TextSpan span_of(const Tokens& t, const Match& match) {
    const Token& last = t[match.last - 1];
    return {t[match.first].code_point, last.code_point + last.length};
}

ByteSpan bytes_of(const Tokens& t, const Match& match) {
    return {t[match.first].begin, t[match.last - 1].end};
}

class Reader {
  public:
    Reader(std::string_view text, const TemporalOptions& options)
        : text_(text), options_(options), sentences_(options.sentences) {}

    Reading run() {
        Tokenizer tokenizer(text_);
        std::size_t sentence = 0;
        bool more = tokenizer.next(tokens_);
        take_profile(tokenizer.at_end() ? profile_of(tokens_, options_.published) : profile_of(text_, options_.published));
        for (; more; more = tokenizer.next(tokens_)) {
            if (!sentences_.empty()) number_sentences(tokens_, sentences_, sentence);
            read_stretch();
        }
        return std::move(reading_);
    }

  private:
    void take_profile(const Profile& profile) {
        const Genre genre = options_.genre == Genre::Auto ? profile.genre : options_.genre;
        reading_.narrative = genre == Genre::Narrative;
        hints_.narrative = reading_.narrative;
        hints_.day_first = profile.day_first;
        hints_.financial = profile.financial;
    }

    void read_stretch() {
        const Grammar grammar(tokens_, text_, NamedTimes::built_in(), hints_);
        bool new_paragraph = true;
        int brackets = 0;
        last_token_ = 0;
        for (std::uint32_t i = 0; i < tokens_.size();) {
            const Token& token = tokens_[i];
            if (token.kind == TokenKind::Break) {
                new_paragraph = true;
                brackets = 0;
            } else if (token.kind == TokenKind::Mark) {
                if (token.mark == '(') ++brackets;
                if (token.mark == ')' && brackets > 0) --brackets;
            }
            matches_.clear();
            const std::uint32_t end = grammar.match(i, matches_);
            for (const Match& match : matches_) {
                Surroundings around;
                around.tense = tense_near(tokens_, match.first, match.last);
                around.aside = brackets > 0;
                around.new_paragraph = new_paragraph;
                around.sentence = tokens_[match.first].sentence;
                around.after_to =
                    last_token_ != 0 && last_token_ + 1 == match.first && is_range_word(tokens_, last_token_);
                const bool listed = last_token_ != 0 && is_list_link(tokens_, last_token_, match.first) && is_lone_weekday(match.expression) &&
                                    is_lone_weekday(reading_.mentions.back().expression);
                // "in the 12 months through September" is no range of two dates
                const bool lasts = match.expression.kind == Expression::Kind::Duration || match.expression.kind == Expression::Kind::Set;
                last_token_ = lasts ? 0 : match.last;
                around.heading = reading_.narrative && is_heading(tokens_, match.first);
                new_paragraph = false;
                reading_.mentions.push_back(
                    {span_of(tokens_, match), bytes_of(tokens_, match), match.expression, around});
                if (listed) take_up_list(reading_.mentions);
                const Expression& e = match.expression;
                if (e.kind == Expression::Kind::Calendar && e.year != kNoYear && !e.short_year)
                    hints_.told_year = e.year;
            }
            i = end > i ? end : i + 1;
        }
    }

    std::string_view text_;
    const TemporalOptions& options_;
    std::span<const TextSpan> sentences_;
    GrammarHints hints_;
    Tokens tokens_;
    std::vector<Match> matches_;
    Reading reading_;
    std::uint32_t last_token_ = 0;  ///< the end of the match before; 0 at the start of a stretch
};

}  // namespace

Reading read_expressions(std::string_view utf8_text, const TemporalOptions& options) {
    return Reader(utf8_text, options).run();
}

}  // namespace dateline::extract::temporal
