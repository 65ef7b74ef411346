#include "extract/token.h"

#include "extract/word_facts.h"

#include "base/eight_bytes.h"
#include "document/fold.h"
#include "extract/abbreviations.h"
#include "extract/entry_runs.h"
#include "extract/lexicon.h"
#include "extract/sentence_breaks.h"
#include "extract/word_set.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>

namespace dateline::extract {
namespace {

constexpr std::size_t kLongestWord = 200;      // bytes; what is longer is data, not language
constexpr std::size_t kLongestSentence = 500;  // tokens

struct Char {
    char32_t code = 0;
    std::uint32_t size = 0;
};

/// What an ASCII character is: most text is small letters and spaces, which one look tells.
enum class Ascii : std::uint8_t { Mark, Blank, Lower, Upper, Digit, Apostrophe };
constexpr std::array<Ascii, 0x80> ascii_kinds() {
    std::array<Ascii, 0x80> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (c <= ' ') kinds[c] = Ascii::Blank;
        else if (c >= 'a' && c <= 'z') kinds[c] = Ascii::Lower;
        else if (c >= 'A' && c <= 'Z') kinds[c] = Ascii::Upper;
        else if (c >= '0' && c <= '9') kinds[c] = Ascii::Digit;
        else if (c == '\'' || c == '`') kinds[c] = Ascii::Apostrophe;
    }
    return kinds;
}
constexpr auto kAscii = ascii_kinds();
bool is_ascii_letter(Ascii kind) { return kind == Ascii::Lower || kind == Ascii::Upper; }

bool is_wide_word_char(char32_t c) {
    if (c >= 0x200B && c <= 0x200F) return true;  // zero-width: inside a word, never a word's end
    const int8_t type = u_charType(static_cast<UChar32>(c));
    return u_isalpha(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}
bool is_word_char(char32_t c) { return c < 0x80 ? is_ascii_letter(kAscii[c]) : is_wide_word_char(c); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase(static_cast<UChar32>(c)) != 0; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ' || c == U'`' || c == U'‘' || c == U'ʻ'; }
bool is_hyphen(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }
bool is_blank(char32_t c) { return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000 || c == 0x202F; }

char32_t plain_mark(char32_t c) {
    if (c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' || c == U'‟') return '"';
    if (is_apostrophe(c)) return '\'';
    if (is_hyphen(c) || c == '_') return '-';  // "NAIROBI, Kenya (AP) _ Rebels": old wires' dash
    return c == U'…' ? '.' : c;
}

class Reader {
  public:
    Reader(const Layout& layout, Text& out, std::uint32_t byte, std::uint32_t point)
        : text_(layout.text), out_(out), byte_(byte), point_(point) {}

    void skip_to(std::uint32_t byte) {
        while (byte_ < byte) take();
    }
    void read_block(std::uint32_t end);
    std::uint32_t byte() const { return byte_; }
    std::uint32_t code_point() const { return point_; }

  private:
    Char peek(std::uint32_t at) const {
        if (at >= end_) return {};
        std::size_t next = at;
        const char32_t c = document::next_code_point(text_, next);
        return {c, static_cast<std::uint32_t>(next) - at};
    }
    void take() {
        std::size_t next = byte_;
        document::next_code_point(text_, next);
        byte_ = static_cast<std::uint32_t>(next);
        ++point_;
    }
    Token start(TokenKind kind) const;
    void fold(Token& token);
    void finish(Token& token);
    void add(const Token& token);
    void take_facts(std::size_t first_token);
    bool read_plain_word();
    void read_word();
    void read_number();
    void read_mark(char32_t c);
    bool read_initialism(Token& token);
    void read_suffix(Token& token);
    bool read_contraction(Token& token);
    void take_first_letter(Case& letter_case, int& letters);
    void take_small_letters(Case letter_case, int& letters);
    static void note_case(char32_t c, bool first, Case& letter_case, int& letters);

    std::string_view text_;
    Text& out_;
    std::string folded_;
    std::uint32_t byte_;
    std::uint32_t point_;
    std::uint32_t end_ = 0;
    bool after_space_ = true;
    bool hyphen_ = false;
};

Token Reader::start(TokenKind kind) const {
    Token t;
    t.kind = kind;
    t.begin = byte_;
    t.first = point_;
    t.after_space = after_space_;
    t.hyphenated = hyphen_;
    return t;
}

void Reader::fold(Token& t) {
    const std::string_view word = text_.substr(t.begin, t.end - t.begin);
    if (t.kind == TokenKind::Mark || word.size() > kLongestWord) return;
    folded_.clear();
    document::append_folded(word, folded_);
    t.fold = std::ranges::copy(folded_, out_.folds.add(folded_.size())).out - folded_.size();
    t.fold_size = static_cast<std::uint16_t>(folded_.size());
}

void Reader::finish(Token& t) {
    if (t.end == 0) {
        t.end = byte_;
        t.last = point_;
    }
    fold(t);
    add(t);
}

void Reader::add(const Token& t) {
    out_.tokens.push_back(t);
    after_space_ = hyphen_ = false;
}

/// Looks up what is known of the words from `first_token` on.
void Reader::take_facts(std::size_t first_token) {
    const WordFacts* const no_facts = Text::no_token().facts;
    static constexpr WordSet kInitials{"pm", "fm", "vp"};
    constexpr std::size_t most = 32;  // words at once
    std::array<std::string_view, most> words;
    std::array<const WordFacts*, most> facts;
    std::vector<Token>& tokens = out_.tokens;
    for (std::size_t done = first_token; done < tokens.size(); done += most) {
        const std::size_t end = std::min(done + most, tokens.size());
        std::size_t count = 0;
        for (std::size_t i = done; i < end; ++i)
            if (tokens[i].kind != TokenKind::Mark) words[count++] = out_.folded(tokens[i]);
        facts_of(std::span(words).first(count), std::span(facts).first(count));
        std::size_t next = 0;
        for (std::size_t i = done; i < end; ++i) {
            Token& t = tokens[i];
            t.facts = t.kind == TokenKind::Mark ? no_facts : facts[next++];
            if (t.kind != TokenKind::Word) continue;
            t.lexicon = t.facts->lexicon;
            // "PM Tamang", not "5 PM Tamang"
            const bool titled = t.letter_case == Case::Upper && t.fold_size == 2 && kInitials.contains(out_.folded(t)) &&
                                (i == 0 || tokens[i - 1].kind != TokenKind::Number);
            if (titled) t.lexicon |= kTitle;
        }
    }
}

void Reader::note_case(char32_t c, bool first, Case& letter_case, int& letters) {
    const bool upper = is_upper(c), lower = is_lower(c);
    if (!upper && !lower) return;
    ++letters;
    if (first || letters == 1) letter_case = upper ? Case::Capital : Case::Lower;
    else if (letters == 2 && letter_case == Case::Capital && upper) letter_case = Case::Upper;
    else if ((letter_case == Case::Upper && lower) || (letter_case != Case::Upper && upper)) letter_case = Case::Mixed;
}

/// The letter that a word begins with, where it is ASCII.
void Reader::take_first_letter(Case& letter_case, int& letters) {
    const auto c = static_cast<unsigned char>(text_[byte_]);
    if (c >= 0x80) return;
    letter_case = kAscii[c] == Ascii::Upper ? Case::Capital : Case::Lower;
    letters = 1;
    ++byte_;
    ++point_;
}

/// What most of a word is, and tells nothing new of its case once it has one.
void Reader::take_small_letters(Case letter_case, int& letters) {
    if (letters == 0 || letter_case == Case::Upper) return;
    const std::uint32_t from = byte_;
    byte_ = static_cast<std::uint32_t>(base::small_letters_end(text_, byte_, end_));
    point_ += byte_ - from;
    letters += static_cast<int>(byte_ - from);
}

/// "U.S.", "D.C.", "N.Y.": capital letters with a full stop each.
bool Reader::read_initialism(Token& token) {
    std::uint32_t at = byte_;
    int letters = 0;
    for (;;) {
        const Char letter = peek(at);
        if (letter.size == 0 || !is_upper(letter.code)) break;
        if (peek(at + letter.size).code != '.') break;
        ++letters;
        at += letter.size + 1;
    }
    if (letters < 2 || is_word_char(peek(at).code)) return false;
    while (byte_ < at) take();
    token.letter_case = Case::Upper;
    token.dotted = true;
    return true;
}

/// A possessive 's or a plural's apostrophe, and the full stop of an abbreviation.
void Reader::read_suffix(Token& token) {
    token.end = byte_;
    token.last = point_;
    const Char mark = peek(byte_);
    if (is_apostrophe(mark.code)) {
        const Char s = peek(byte_ + mark.size);
        const bool has_s = (s.code == 's' || s.code == 'S') && !is_word_char(peek(byte_ + mark.size + 1).code);
        const bool plural = byte_ > token.begin && (text_[byte_ - 1] == 's' || text_[byte_ - 1] == 'S') && mark.code != U'‘';
        if (has_s) {
            take();
            take();
            token.possessive = true;
        } else if (plural && is_blank(s.code) && mark.code != '`') {
            take();
            token.possessive = true;
        }
        return;
    }
    if (mark.code != '.' || token.dotted || token.end - token.begin > 6) return;
    std::string folded;
    document::append_folded(text_.substr(token.begin, token.end - token.begin), folded);
    const bool initial = token.end - token.begin == 1 && token.letter_case == Case::Capital;
    if (!initial && (token.letter_case == Case::Lower || (lexicon_of(folded) & kAbbreviation) == 0)) return;
    take();
    token.dotted = true;
    token.end = byte_;
    token.last = point_;
}

/// What most of a text is: small letters of ASCII, the first perhaps a capital, and then a space or a mark that is no part of a word.
bool Reader::read_plain_word() {
    const auto head = static_cast<unsigned char>(text_[byte_]);
    const auto at = static_cast<std::uint32_t>(base::small_letters_end(text_, byte_ + 1, end_));
    if (head >= 0x80 || at >= end_ || at - byte_ > kLongestWord) return false;
    const auto next = static_cast<unsigned char>(text_[at]);
    if (next >= 0x80 || next == '.' || (kAscii[next] != Ascii::Blank && kAscii[next] != Ascii::Mark)) return false;
    Token token = start(TokenKind::Word);
    token.letter_case = kAscii[head] == Ascii::Upper ? Case::Capital : Case::Lower;
    point_ += at - byte_;
    byte_ = token.end = at;
    token.last = point_;
    token.fold = text_.data() + token.begin;
    token.fold_size = static_cast<std::uint16_t>(token.end - token.begin);
    if (token.letter_case == Case::Capital) {
        char* const fold = out_.folds.add(token.fold_size);
        text_.copy(fold, token.fold_size, token.begin);
        *fold = static_cast<char>(head | 0x20);
        token.fold = fold;
    }
    add(token);
    return true;
}

/// "did|n't", "ca|n't": an auxiliary and its negation are two words, "did not" and "can not".
bool Reader::read_contraction(Token& token) {
    static constexpr WordSet kAuxiliaries{"is",  "are",  "was",   "were",  "has",    "have",  "had",  "do",
                                          "did", "does", "could", "would", "should", "might", "must", "need"};
    const std::string_view word = text_.substr(token.begin, byte_ - token.begin);
    const std::size_t mark = word.find_first_of("'`\xE2\xCA");
    std::string_view stem = word.substr(0, mark);
    folded_.clear();
    document::append_folded(stem, folded_);
    const bool whole = folded_ == "can" || folded_ == "won";
    if (!whole && (!folded_.ends_with('n') || !kAuxiliaries.contains(std::string_view(folded_).substr(0, folded_.size() - 1))))
        return false;
    if (!whole || folded_ == "won") stem.remove_suffix(1);
    Token negation = token;
    token.end = token.begin + static_cast<std::uint32_t>(stem.size());
    token.last = token.first + static_cast<std::uint32_t>(stem.size());
    negation.begin = token.end;
    negation.first = token.last;
    negation.end = byte_;
    negation.last = point_;
    negation.after_space = negation.hyphenated = false;
    negation.letter_case = Case::Lower;
    fold(token);
    if (folded_ == "wo") token.fold = "will", token.fold_size = 4;
    add(token);
    negation.fold = "not";
    negation.fold_size = 3;
    add(negation);
    return true;
}

void Reader::read_word() {
    if (read_plain_word()) return;
    Token token = start(TokenKind::Word);
    bool negated = false;
    if (!read_initialism(token)) {
        int letters = 0;
        take_first_letter(token.letter_case, letters);
        bool first = letters == 0;
        for (;;) {
            take_small_letters(token.letter_case, letters);
            const Char c = peek(byte_);
            if (c.size == 0 || c.code == ' ') break;
            if (is_word_char(c.code) || is_digit(c.code)) {
                note_case(c.code, first, token.letter_case, letters);
                first = false;
                take();
                continue;
            }
            if (!is_apostrophe(c.code)) break;
            const Char next = peek(byte_ + c.size);
            const Char after = peek(byte_ + c.size + next.size);
            const bool possessive = (next.code == 's' || next.code == 'S') && !is_word_char(after.code);
            if (possessive || !is_word_char(next.code)) break;
            negated = next.code == 't' && !is_word_char(after.code) && letters > 0 && text_[byte_ - 1] == 'n';
            take();
            // "O'Brien" and "Côte d'Ivoire" are no mixed case.
            letters = 0;
            const Case before = token.letter_case;
            note_case(next.code, false, token.letter_case, letters);
            token.letter_case = before == Case::Lower && token.letter_case == Case::Capital ? Case::Mixed : before;
            letters = 3;
            take();
        }
    }
    if (negated && read_contraction(token)) return;
    read_suffix(token);
    finish(token);
}

void Reader::read_number() {
    Token token = start(TokenKind::Number);
    for (;;) {
        const Char c = peek(byte_);
        if (is_digit(c.code) || (c.size != 0 && is_word_char(c.code))) take();
        else if ((c.code == '.' || c.code == ',' || c.code == ':') && is_digit(peek(byte_ + 1).code)) take();
        else break;
    }
    finish(token);
}

void Reader::read_mark(char32_t c) {
    const Char next = peek(byte_ + peek(byte_).size);
    const bool joins = is_hyphen(c) && !after_space_ && !out_.tokens.empty() && out_.tokens.back().end == byte_ &&
                       (is_word_char(next.code) || is_digit(next.code));
    if (joins) {
        take();
        hyphen_ = true;
        return;
    }
    Token token = start(TokenKind::Mark);
    token.mark = plain_mark(c);
    take();
    finish(token);
}

void Reader::read_block(std::uint32_t end) {
    const std::size_t first_token = out_.tokens.size();
    end_ = end;
    after_space_ = true;
    hyphen_ = false;
    while (byte_ < end_) {
        if (text_[byte_] == ' ') {
            ++byte_;
            ++point_;
            after_space_ = true;
            hyphen_ = false;
            continue;
        }
        const Char c = peek(byte_);
        if (is_blank(c.code)) {
            take();
            after_space_ = true;
            hyphen_ = false;
        } else if (is_word_char(c.code)) {
            read_word();
        } else if (is_digit(c.code)) {
            read_number();
        } else {
            read_mark(c.code);
        }
    }
    take_facts(first_token);
}

/// Whether the break before token `next` is none: after an abbreviation or an initial, or before a word in lower case.
bool is_false_break(const Text& text, std::size_t first, std::size_t next) {
    if (next <= first || next >= text.tokens.size()) return false;
    if (text.tokens[next - 1].is(':') && text.bytes(text.tokens[next - 1].begin, text.tokens[next - 1].end) == ".")
        return true;  // of a dated head
    const Token& before = text.tokens[next - 1];
    const Token& after = text.tokens[next];
    // "at 3 p.m. (1200 GMT) on Tuesday"
    if (after.is('(') && next + 1 < text.tokens.size() && text.tokens[next + 1].kind == TokenKind::Number && before.dotted) return true;
    if (before.kind == TokenKind::Word && before.dotted) {
        // "the U.S. The" ends a sentence, "the U.S. Army" does not; "Mr. Smith" never does.
        const bool initialism = before.letter_case == Case::Upper && before.end - before.begin > 3;
        if (initialism) return (after.lexicon & (kFunction | kArticle)) == 0 || after.letter_case == Case::Lower;
        const std::uint32_t ends = kMonth;
        if ((before.lexicon & ends) != 0) return after.letter_case == Case::Lower || after.kind == TokenKind::Number;
        const std::string_view word = text.folded(before);
        const bool at_end = word == "ltd" || word == "inc" || word == "co" || word == "corp" || word == "etc" || word == "jr" ||
                            word == "sr" || word == "bros" || word == "pm" || word == "am";
        const std::string_view words[2] = {word, {}};
        std::size_t taken = 0;
        const Abbreviation* state = at_end ? nullptr : abbreviation_at(words, taken);  // "Decatur, Ala. It earned"
        return (!at_end && !state) || (after.lexicon & kFunction) == 0;
    }
    if (after.letter_case == Case::Lower && !before.is('!') && !before.is('?')) return true;
    // A quotation that goes on after its own full stop: “…,” and “Yes.” he said.
    return after.is(',') || after.is(';') || after.is(')');
}

/// Where a sentence of tokens [begin, end) that is no language (a list without a full stop, a table, an attack) is cut, so
/// that what is asked of a sentence as a whole costs the same everywhere: after a mark, if one is near.
std::size_t cut_of(const Text& text, std::size_t begin, std::size_t end) {
    if (end - begin <= kLongestSentence) return end;
    constexpr std::size_t near = 100;
    const std::size_t most = begin + kLongestSentence;
    for (std::size_t i = most; i > most - near; --i) {
        const Token& t = text.tokens[i - 1];
        if (t.is(',') || t.is(';') || t.is(':') || t.is('|')) return i;
    }
    return most;
}

void add_sentence(Text& out, std::uint32_t block, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const std::size_t cut = cut_of(out, begin, end);
        const Token &head = out.tokens[begin], &tail = out.tokens[cut - 1];
        out.sentences.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cut), {head.first, tail.last}, head.begin, tail.end, block});
        begin = cut;
    }
}

/// "… at the end of the period. | 2 guards were hurt": before figures and what they count, which Unicode's rules take for the same sentence.
bool opens_with_count(const Text& text, std::size_t begin, std::size_t i) {
    constexpr std::uint32_t least_letters = 5;
    const Token& t = text.tokens[i];
    if (t.kind != TokenKind::Number || !t.after_space || i < begin + 2 || !text.tokens[i - 1].is('.')) return false;
    const Token &before = text.tokens[i - 2], &after = text.token(i + 1);
    return before.kind == TokenKind::Word && before.letter_case == Case::Lower && before.fold_size >= least_letters &&
           after.kind == TokenKind::Word && after.letter_case == Case::Lower && after.after_space &&
           (after.lexicon & (kFunction | kLocative)) == 0 && text.folded(before) != "approx";
}

/// Adds the sentences that end before such figures; where the last begins.
std::size_t add_counts(Text& out, std::uint32_t block, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 2; i < end; ++i)
        if (opens_with_count(out, begin, i)) {
            add_sentence(out, block, begin, i);
            begin = i;
        }
    return begin;
}

/// Behind "18 March 2024", "March 18", "17/18 September" at `i`; `i` itself for none.
std::size_t day_end(const Text& text, std::size_t i) {
    const auto is_day = [&](std::size_t at) {
        return text.token(at).kind == TokenKind::Number && text.token(at).end - text.token(at).begin <= 2;
    };
    const auto is_month = [&](std::size_t at) { return (text.token(at).lexicon & kMonth) != 0 && text.token(at).capitalised(); };
    std::size_t end = i;
    if (is_month(i) && is_day(i + 1)) end = i + 2;
    else if (is_day(i) && is_month(i + 1)) end = i + 2;
    else if (is_day(i) && is_day(i + 1) && text.token(i + 1).hyphenated && is_month(i + 2)) end = i + 3;  // "17–18 September"
    else if (is_day(i) && (text.token(i + 1).is('/') || text.token(i + 1).is('-')) && is_day(i + 2) && is_month(i + 3)) end = i + 4;
    if (end == i) return i;
    const std::size_t year = text.token(end).is(',') ? end + 1 : end;
    const Token& t = text.token(year);
    return t.kind == TokenKind::Number && t.end - t.begin == 4 ? year + 1 : end;
}

/// "23–24 Oct. | The premier met …": the full stop of the month's abbreviation closes the head as well, as a colon of its own.
void part_full_stop(Text& out, std::size_t month) {
    Token& word = out.tokens[month];
    Token stop;
    stop.mark = ':';
    stop.end = word.end--;
    stop.last = word.last--;
    stop.begin = word.end;
    stop.first = word.last;
    stop.facts = Text::no_token().facts;
    word.dotted = false;
    out.tokens.insert(out.tokens.begin() + static_cast<std::ptrdiff_t>(month) + 1, stop);
}

/// "18 March. | A blast damaged …", "17 September, Bamako. | Gunmen …": the full stop of a head that dates its entry is a colon's.
void close_dated_head(Text& out, std::size_t first_token) {
    constexpr std::size_t most_of_place = 3;
    const std::size_t begin = out.token(first_token).is('-') || out.token(first_token).is('*') ? first_token + 1 : first_token;
    std::size_t end = day_end(out, begin);
    if (end == begin) return;
    if (const Token& next = out.token(end); out.token(end - 1).dotted && (out.token(end - 1).lexicon & kMonth) != 0 && next.after_space &&
                                            next.kind == TokenKind::Word && next.capitalised())
        return part_full_stop(out, end - 1);
    if (out.token(end).is(',') || out.token(end).is('-')) {
        const std::size_t place = end + 1;
        for (end = place; end < place + most_of_place && out.token(end).kind == TokenKind::Word && out.token(end).capitalised(); ++end) {}
        if (end == place) return;
    }
    const Token& after = out.token(end + 1);
    if (end + 3 < out.tokens.size() && out.token(end).is('.') && after.after_space && after.kind == TokenKind::Word && after.capitalised())
        out.tokens[end].mark = ':';
}

/// "6 May: summit, Bunia; | 20–21 May: council, Goma": cut into its entries; where the last begins.
std::size_t add_entries(Text& out, std::uint32_t block, std::size_t begin, std::size_t end) {
    for (const std::uint32_t entry : run_of_entries(out, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end))) {
        add_sentence(out, block, begin, out.tokens[entry - 1].is('|') ? entry - 1 : entry);  // a bar makes a row
        begin = entry;
    }
    return begin;
}

void split_sentences(Text& out, std::uint32_t block, std::size_t first_token) {
    close_dated_head(out, first_token);
    const Block& b = out.layout->blocks[block];
    std::size_t begin = first_token, next = first_token;
    SentenceBreaks breaks(out.bytes(b.begin, b.end));
    while (!breaks.at_end()) {
        const std::size_t at = b.begin + breaks.next();
        while (next < out.tokens.size() && out.tokens[next].begin < at) ++next;
        if (next == begin || is_false_break(out, begin, next)) continue;
        begin = add_counts(out, block, begin, next);
        begin = add_entries(out, block, begin, next);
        add_sentence(out, block, begin, next);
        begin = next;
    }
    begin = add_counts(out, block, begin, out.tokens.size());
    begin = add_entries(out, block, begin, out.tokens.size());
    add_sentence(out, block, begin, out.tokens.size());
}

}  // namespace

const Token& Text::no_token() {
    static const Token none = [] {
        Token token;
        token.facts = &facts_of({});
        return token;
    }();
    return none;
}

Text read_text(const Layout& layout, std::size_t first_block, std::size_t end_block, std::uint32_t& byte, std::uint32_t& code_point) {
    Text out;
    out.layout = &layout;
    if (first_block < end_block) {
        constexpr std::size_t usual_word = 5;  // bytes, with its space
        const std::size_t bytes = layout.blocks[end_block - 1].end - layout.blocks[first_block].begin;
        out.tokens.reserve(bytes / usual_word + 16);
    }
    Reader reader(layout, out, byte, code_point);
    for (std::size_t i = first_block; i < end_block; ++i) {
        const std::size_t first_token = out.tokens.size();
        reader.skip_to(layout.blocks[i].begin);
        reader.read_block(layout.blocks[i].end);
        split_sentences(out, static_cast<std::uint32_t>(i), first_token);
    }
    byte = reader.byte();
    code_point = reader.code_point();
    return out;
}

}  // namespace dateline::extract
