#pragma once

#include "extract/extract.h"
#include "extract/layout.h"
#include "extract/word_facts.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::extract {

enum class TokenKind : std::uint8_t { Word, Number, Mark };
enum class Case : std::uint8_t { None, Lower, Capital, Upper, Mixed };

/// A word, a number, or one punctuation mark. Hyphens and dashes inside "Baku–Tbilisi" are no tokens: the second
/// word is `hyphenated`. "'s" belongs to its word, outside its span: the word is `possessive`.
/// One line of the cache each: tokens are looked at by number more often than anything else.
struct alignas(64) Token {
    std::uint32_t begin = 0, end = 0;   ///< bytes
    std::uint32_t first = 0, last = 0;  ///< code points, end exclusive
    const char* fold = "";              ///< in the text where it stands folded there, else in Text::folds
    std::uint16_t fold_size = 0;
    TokenKind kind = TokenKind::Mark;
    Case letter_case = Case::None;
    bool possessive = false;
    bool hyphenated = false;  ///< joined to the token before by a hyphen or dash
    bool dotted = false;      ///< an abbreviation's full stop is part of it
    bool after_space = false;
    char32_t mark = 0;                 ///< for Mark; quotes are given as their straight form, dashes as '-'
    std::uint32_t lexicon = 0;         ///< bits of lexicon.h
    const WordFacts* facts = nullptr;  ///< never null after reading

    bool is(char32_t c) const { return kind == TokenKind::Mark && mark == c; }
    bool capitalised() const { return letter_case == Case::Capital || letter_case == Case::Upper || letter_case == Case::Mixed; }
};

/// Whether the lists of lexicon.h have the word under any of these heads.
inline bool has(const Token& t, std::uint32_t bits) { return (t.lexicon & bits) != 0; }

struct Sentence {
    std::uint32_t first_token = 0, end_token = 0;
    TextSpan span;                     ///< code points
    std::uint32_t begin = 0, end = 0;  ///< bytes
    std::uint32_t block = 0;           ///< into Layout::blocks
};

/// Keeps words, which do not move as more come.
class WordStore {
  public:
    /// Room for a word of `size` bytes.
    char* add(std::size_t size) {
        if (size > left_) {
            left_ = std::max(size, kChunk);
            chunks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
            next_ = chunks_.back().get();
        }
        left_ -= size;
        return std::exchange(next_, next_ + size);
    }

  private:
    static constexpr std::size_t kChunk = 2048;  // bytes
    std::vector<std::unique_ptr<char[]>> chunks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Tokens and sentences of some blocks of a layout.
struct Text {
    const Layout* layout = nullptr;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    WordStore folds;

    /// Before the first and after the last stands a mark that is none.
    const Token& token(std::size_t i) const { return i < tokens.size() ? tokens[i] : no_token(); }
    static const Token& no_token();
    std::string_view folded(const Token& t) const { return {t.fold, t.fold_size}; }
    std::string_view raw(const Token& t) const { return std::string_view(layout->text).substr(t.begin, t.end - t.begin); }
    std::string_view bytes(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(layout->text).substr(begin, end - begin);
    }
    std::string_view folded(std::size_t i) const { return i < tokens.size() ? folded(tokens[i]) : std::string_view{}; }
};

/// Reads blocks [first_block, end_block); `code_point` is the code-point offset of `byte`, both moved past the last block.
Text read_text(const Layout& layout, std::size_t first_block, std::size_t end_block, std::uint32_t& byte, std::uint32_t& code_point);

}  // namespace dateline::extract
