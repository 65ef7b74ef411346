#include "extract/temporal_tokens.h"

#include "base/eight_bytes.h"
#include "extract/bullets.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline::extract::temporal {

namespace {

constexpr std::size_t kStretch = std::size_t{1} << 16;

enum class CharClass : std::uint8_t { Mark, Space, Line, Digit, Letter, High };

constexpr std::array<CharClass, 256> make_classes() {
    std::array<CharClass, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        if (c >= 0x80) classes[c] = CharClass::High;
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) classes[c] = CharClass::Letter;
        else if (c >= '0' && c <= '9') classes[c] = CharClass::Digit;
        else if (c == '\n') classes[c] = CharClass::Line;
        else if (c <= ' ' || c == 0x7f) classes[c] = CharClass::Space;
    }
    return classes;
}
constexpr auto kClasses = make_classes();

CharClass class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

/// The code point at `at`; a byte that is not UTF-8 stands for itself.
CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (length == 1 || lead > 0xF4 || at + length > text.size()) return {lead, 1};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) return {lead, 1};
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    return {value, length};
}

bool is_space(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// A letter, for our purpose: any high code point that is neither space nor punctuation.
bool is_letter(char32_t c) {
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    return !is_space(c) && !(c >= 0x2010 && c <= 0x206F) && !(c >= 0x20A0 && c <= 0x20CF) && !(c >= 0x2190 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F);
}

bool is_capital(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F) ||
           (c >= 0x100 && c < 0x180 && (c & 1u) == 0);
}

/// The first `count` bytes of a text, which are letters of ASCII, in lower case; what follows means nothing.
std::array<char, 24> lower_case(std::string_view text, std::size_t count) {
    std::array<char, 24> out{};
    if (text.size() < out.size()) {
        for (std::size_t n = 0; n < count; ++n) out[n] = static_cast<char>(text[n] | 0x20);
        return out;
    }
    for (std::size_t at = 0; at < out.size(); at += 8) {
        const base::EightBytes eight = base::eight_at(text, at) | base::eight_of(0x20);
        std::memcpy(out.data() + at, &eight, sizeof eight);
    }
    return out;
}

Ending ending_of(std::string_view lower) {
    if (lower.size() < 3) return Ending::Other;
    const char last = lower.back(), before = lower[lower.size() - 2];
    if (last == 'g') return lower.size() > 5 && before == 'n' && lower[lower.size() - 3] == 'i' ? Ending::Ing : Ending::Other;
    if (last == 'y') return before == 'l' ? Ending::Ly : Ending::Other;
    return last == 's' && before != 's' && before != 'u' && before != 'i' ? Ending::S : Ending::Other;
}

const WordInfo kNothing;

/// A transcript in lower case throughout: "good evening . the talks end friday .". Stops at the first few capitals of any other text.
bool is_uncased(std::string_view utf8) {
    constexpr std::size_t look = 4096, least = 40, letters_to_capital = 200;
    std::size_t letters = 0, capitals = 0;
    for (char c : utf8.substr(0, look)) {
        letters += c >= 'a' && c <= 'z';
        capitals += c >= 'A' && c <= 'Z';
        if (capitals > 2 + letters / letters_to_capital) return false;
    }
    return letters >= least && capitals * letters_to_capital <= letters;
}

/// Whether a full stop after this word may end a sentence: not after "Gen", "U.S", "a.m" or a lone letter.
bool can_end(const Token& word) {
    if (word.kind != TokenKind::Word) return true;
    if (word.length == 1 && word.capital) return false;
    return (word.info->classes & (kTitle | kAbbreviated)) == 0;
}

/// Whether `rest`, behind an apostrophe that stands apart, is what belongs to the word before: "last year 's sales", "we 'll know".
bool is_apart(std::string_view rest) {
    const std::size_t length = base::letters_end(rest, 0);
    const std::string_view letters = rest.substr(0, length);
    return letters == "s" || letters == "ll" || letters == "re" || letters == "ve" || letters == "d" || letters == "m";
}

/// Whether the last of `tokens`, with a capital, only goes on from a clock before it: "closes at 7 p.m. Friday and", "at 9 a.m. EST on".
bool goes_on_from_clock(const Tokens& tokens) {
    const std::uint32_t at = tokens.size() - 1;
    const bool half_day = tokens.is_mark(at - 1, '.') && tokens.is(at - 2, Word::M) && tokens.is_mark(at - 3, '.') &&
                          tokens.joined(at - 3) && tokens.joined(at - 2);
    return half_day && tokens[at].gap == Gap::Space && tokens.is(at, kWeekday | kMonth | kZone);
}

}  // namespace

const Token& Tokens::outside() {
    static const Token token = [] {
        Token out;
        out.info = &kNothing;
        return out;
    }();
    return token;
}

bool Tokens::is_hyphen(std::uint32_t i) const { return is_mark(i, '-') || is_mark(i, 0x2010) || is_mark(i, 0x2011); }

bool Tokens::is_dash(std::uint32_t i) const {
    return is_hyphen(i) || is_mark(i, 0x2012) || is_mark(i, 0x2013) || is_mark(i, 0x2014) || is_mark(i, 0x2212);
}

bool Tokens::is_apostrophe(std::uint32_t i) const { return is_mark(i, '\'') || is_mark(i, 0x2019) || is_mark(i, 0x2018); }

bool Tokens::opens_line(std::uint32_t i) const {
    constexpr int most_marks = 8;
    for (int n = 0; n < most_marks; ++n, --i) {
        const Token& before = (*this)[i - 1];
        if (i == 0 || before.kind == TokenKind::Break || (*this)[i].gap == Gap::Line) return true;
        const bool marks =
            is_dash(i - 1) || is_mark(i - 1, '*') || is_mark(i - 1, '#') || (before.kind == TokenKind::Mark && is_bullet(before.mark));
        if (!marks) return false;
    }
    return false;
}

Tokenizer::Tokenizer(std::string_view utf8) : text_(utf8), uncased_(is_uncased(utf8)) {}

std::size_t Tokenizer::stretch_end() const {
    if (text_.size() - at_ <= kStretch) return text_.size();
    const std::string_view window = text_.substr(at_, kStretch);
    for (std::string_view cut : {"\n\n", "\n", " "}) {
        const std::size_t found = window.rfind(cut);
        if (found != std::string_view::npos && found > kStretch / 4) return at_ + found + 1;
    }
    std::size_t end = at_ + kStretch;
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0u) == 0x80u && end < at_ + kStretch + 4) ++end;
    return end;
}

/// The letters of a word from the first that is not ASCII.
void Tokenizer::read_wide_letters(Token& token) {
    while (at_ < text_.size()) {
        const CharClass kind = class_of(text_[at_]);
        const CodePoint point = kind == CharClass::High ? decode(text_, at_) : CodePoint{static_cast<unsigned char>(text_[at_]), 1};
        if (kind == CharClass::High ? !is_letter(point.value) : kind != CharClass::Letter) return;
        if (token.length == 0) token.mark = point.value;
        at_ += point.bytes;
        ++token.length;
    }
}

void Tokenizer::read_word(Tokens& out, Token& token) {
    const std::size_t begin = at_;
    at_ = base::letters_end(text_, at_);
    const std::size_t plain = at_ - begin;
    token.length = static_cast<std::uint32_t>(plain);
    if (plain > 0) token.mark = static_cast<unsigned char>(text_[begin]);
    if (at_ < text_.size() && class_of(text_[at_]) == CharClass::High) read_wide_letters(token);
    code_point_ += token.length;
    token.kind = TokenKind::Word;
    token.end = static_cast<std::uint32_t>(at_);
    token.capital = is_capital(token.mark);
    token.all_capitals = token.capital && token.length > 1 &&
                         std::none_of(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                      [](char c) { return c >= 'a' && c <= 'z'; });
    token.info = &kNothing;
    constexpr std::size_t longest = 23;
    if (plain <= longest && at_ - begin == plain) {  // no word of ours has other letters
        const std::array<char, longest + 1> lower = lower_case(text_.substr(begin), plain);
        token.info = &look_up({lower.data(), plain});
        token.ending = ending_of({lower.data(), plain});
    }
    read_contraction(token);
    const bool day = (token.info->classes & kWeekday) != 0 && (token.info->classes & kAbbreviated) == 0;
    token.capital = token.capital || (uncased_ && day);
    out.push(token);
}

/// "won't", and where it is cut into its parts "wo n't" and "did n't".
void Tokenizer::read_contraction(Token& token) const {
    if (token.length == 0 || token.length > 3 || (token.mark != 'n' && token.mark != 'w' && token.mark != 'W')) return;
    const std::string_view word = text_.substr(token.begin, token.end - token.begin), rest = text_.substr(at_);
    const bool tail = rest.starts_with("'t") || rest.starts_with("\u2019t");
    if (word == "n" && tail) token.info = &look_up("not");
    if ((tail && (word == "won" || word == "Won")) || ((word == "wo" || word == "Wo") && rest.starts_with(" n't")))
        token.info = &look_up("will");
}

void Tokenizer::read_number(Tokens& out, Token token) {
    while (at_ < text_.size() && class_of(text_[at_]) == CharClass::Digit) {
        if (token.digits < 9) token.number = token.number * 10 + (text_[at_] - '0');
        if (token.digits < 255) ++token.digits;
        ++at_;
        ++token.length;
        ++code_point_;
    }
    if (token.digits > 9) token.number = -1;
    token.kind = TokenKind::Number;
    token.end = static_cast<std::uint32_t>(at_);
    out.push(token);
}

bool Tokenizer::next(Tokens& out) {
    out.clear();
    if (at_ >= text_.size()) return false;
    const std::size_t end = stretch_end();
    constexpr std::size_t usual_token = 5;  // bytes, with its space
    out.reserve((end - at_) / usual_token);
    Gap gap = Gap::Line;
    int lines = 0;
    bool sentence_over = true;
    while (at_ < end) {
        const CharClass kind = class_of(text_[at_]);
        const CodePoint point = kind == CharClass::High ? decode(text_, at_) : CodePoint{static_cast<unsigned char>(text_[at_]), 1};
        if (kind == CharClass::Space || kind == CharClass::Line || (kind == CharClass::High && is_space(point.value))) {
            if (kind == CharClass::Line) ++lines;
            gap = lines > 0 ? Gap::Line : Gap::Space;
            at_ += point.bytes;
            ++code_point_;
            continue;
        }
        Token token;
        token.begin = static_cast<std::uint32_t>(at_);
        token.code_point = code_point_;
        token.info = &kNothing;
        token.gap = gap;
        if (lines > 1 && !out.empty()) {
            out.push(token);  // a Break
            sentence_over = true;
        }
        if (lines > 0) sentence_over = sentence_over || lines > 1;
        lines = 0;
        gap = Gap::None;
        const bool is_letter_here = kind == CharClass::Letter || (kind == CharClass::High && is_letter(point.value));
        const bool opens = is_letter_here || kind == CharClass::Digit;
        const bool quoted = !out.empty() && out.back().gap != Gap::None && (out.back().is('"') || out.back().is(0x201C));
        if (sentence_over && opens && (token.gap != Gap::None || quoted) &&
            (kind == CharClass::Digit || is_capital(point.value) || uncased_)) {
            ++sentence_;
            token.begins_sentence = true;
            sentence_over = false;
        } else if (opens) {
            sentence_over = false;
        }
        token.sentence = sentence_;
        if (is_letter_here) {
            read_word(out, token);
            if (token.begins_sentence && goes_on_from_clock(out)) {
                out.back().sentence = --sentence_;
                out.back().begins_sentence = false;
            }
        } else if (kind == CharClass::Digit) {
            read_number(out, token);
        } else {
            token.kind = TokenKind::Mark;
            token.mark = point.value;
            token.length = 1;
            at_ += point.bytes;
            ++code_point_;
            token.end = static_cast<std::uint32_t>(at_);
            const bool apart = point.value == '\'' && token.gap == Gap::Space && !out.empty() &&
                               (out.back().kind == TokenKind::Word || out.back().kind == TokenKind::Number) && is_apart(text_.substr(at_));
            if (apart) token.gap = Gap::None;
            const bool stop = point.value == '!' || point.value == '?' || (point.value == '.' && (out.empty() || can_end(out.back())));
            const bool goes_on =
                token.gap == Gap::None && (point.value == ',' || point.value == ';');  // "said in Salem, Ore., Friday that"
            sentence_over = (sentence_over && !goes_on) || stop;
            out.push(token);
        }
    }
    return true;
}

}  // namespace dateline::extract::temporal
