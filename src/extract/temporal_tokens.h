#pragma once

#include "extract/temporal_lexicon.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::extract::temporal {

enum class TokenKind : std::uint8_t { Word, Number, Mark, Break };
/// How a word ends: "meeting", "widely", "leaders" (not "press", "previous", "this").
enum class Ending : std::uint8_t { Other, Ing, Ly, S };
enum class Gap : std::uint8_t { None, Space, Line };

/// A run of letters, a run of digits, or one other character. A Break stands where a paragraph ends.
/// One line of the cache each: tokens are looked at by number more often than anything else.
struct alignas(64) Token {
    std::uint32_t begin = 0;  ///< bytes
    std::uint32_t end = 0;
    std::uint32_t code_point = 0;  ///< of begin, counted from the text's start
    std::uint32_t length = 0;      ///< code points
    std::int32_t number = 0;       ///< of at most nine digits, else -1
    std::uint32_t sentence = 0;
    char32_t mark = 0;  ///< the character of a Mark; the first letter of a Word
    TokenKind kind = TokenKind::Break;
    Gap gap = Gap::None;      ///< before it
    std::uint8_t digits = 0;  ///< of a number; 255 for that many or more
    bool capital = false;
    bool all_capitals = false;
    Ending ending = Ending::Other;
    bool begins_sentence = false;
    const WordInfo* info = nullptr;  ///< never null after reading

    bool is(char32_t c) const { return kind == TokenKind::Mark && mark == c; }
};

/// The tokens of one stretch of text, with safe access beyond either end.
class Tokens {
  public:
    void clear() {
        tokens_.clear();
        size_ = 0;
    }
    void reserve(std::size_t tokens) { tokens_.reserve(tokens); }
    void push(const Token& token) {
        tokens_.push_back(token);
        ++size_;
    }
    Token& back() { return tokens_.back(); }
    Token& at(std::uint32_t i) { return tokens_[i]; }
    bool empty() const { return size_ == 0; }
    std::uint32_t size() const { return size_; }

    /// A Break outside the stretch; `i` may have wrapped below zero.
    const Token& operator[](std::uint32_t i) const { return i < size_ ? tokens_[i] : outside(); }

    bool is(std::uint32_t i, std::uint32_t classes) const { return ((*this)[i].info->classes & classes) != 0; }
    bool is(std::uint32_t i, Word word) const { return (*this)[i].info->word == word; }
    bool says(std::uint32_t i, std::uint8_t outlooks) const { return ((*this)[i].info->outlook & outlooks) != 0; }
    bool is_mark(std::uint32_t i, char32_t mark) const { return (*this)[i].is(mark); }
    bool ends_in_ing(std::uint32_t i) const { return (*this)[i].ending == Ending::Ing; }
    bool ends_in_ly(std::uint32_t i) const { return (*this)[i].ending == Ending::Ly; }
    bool ends_in_s(std::uint32_t i) const { return (*this)[i].ending == Ending::S; }
    bool is_number(std::uint32_t i) const { return (*this)[i].kind == TokenKind::Number; }
    bool is_word(std::uint32_t i) const { return (*this)[i].kind == TokenKind::Word; }
    /// Nothing stands between token i and the one before.
    bool joined(std::uint32_t i) const { return (*this)[i].gap == Gap::None && i > 0; }
    bool is_hyphen(std::uint32_t i) const;  ///< - or a non-breaking hyphen
    bool is_dash(std::uint32_t i) const;    ///< a hyphen, en or em dash, minus
    bool is_apostrophe(std::uint32_t i) const;
    /// Whether token i is the first of a line, or the first after the line's bullet or heading marks.
    bool opens_line(std::uint32_t i) const;

  private:
    static const Token& outside();
    std::vector<Token> tokens_;
    std::uint32_t size_ = 0;  ///< the vector's, at hand
};

/// Cuts a text into stretches that end at paragraphs, so that memory stays bounded, and each stretch into
/// tokens.
class Tokenizer {
  public:
    explicit Tokenizer(std::string_view utf8);

    /// The next stretch; false at the end of the text.
    bool next(Tokens& out);
    bool at_end() const { return at_ >= text_.size(); }
    std::string_view text() const { return text_; }

  private:
    std::size_t stretch_end() const;
    void read_word(Tokens& out, Token& token);
    void read_wide_letters(Token& token);
    void read_contraction(Token& token) const;
    void read_number(Tokens& out, Token token);

    std::string_view text_;
    bool uncased_ = false;  ///< written without capitals: its weekdays and its sentences have none
    std::size_t at_ = 0;
    std::uint32_t code_point_ = 0;
    std::uint32_t sentence_ = 0;
};

}  // namespace dateline::extract::temporal
