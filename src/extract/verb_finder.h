#pragma once

#include "extract/lexicon.h"
#include "extract/verb_groups.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// Finds the verb groups of one sentence.
class VerbFinder {
  public:
    VerbFinder(const Text& text, const Sentence& sentence) : text_(text), first_(sentence.first_token), end_(sentence.end_token) {}

    std::vector<VerbGroup> run();

  private:
    const Token& token(std::uint32_t i) const { return text_.token(i); }
    std::string_view word(std::uint32_t i) const { return i < end_ ? text_.folded(token(i)) : std::string_view{}; }
    bool has(std::uint32_t i, std::uint32_t bits) const { return i < end_ && (token(i).lexicon & bits) != 0; }
    bool is_lower_word(std::uint32_t i) const {
        return i < end_ && token(i).kind == TokenKind::Word && (token(i).letter_case == Case::Lower || i == first_);
    }
    bool is_auxiliary(std::uint32_t i) const {
        const bool month = word(i) == "may" && token(i).capitalised() && i + 1 < end_ &&
                           token(i + 1).kind == TokenKind::Number;  // "May 2019: she is elected"
        return is_lower_word(i) && has(i, kBe | kHave | kModal) && !token(i).hyphenated && !month;
    }
    std::uint32_t skip_adverbs(std::uint32_t i) const {
        for (int n = 0; n < 4 && i < end_ && is_adverb(text_, i); ++n) ++i;
        return i;
    }
    bool follows_prefix(std::uint32_t i) const;
    bool may_begin(std::uint32_t i) const;
    const VerbSense& sense_of(std::uint32_t i) const;
    const VerbSense& verb(std::uint32_t i) const { return i < end_ ? *token(i).facts->verb : verb_sense({}); }
    bool is_to_be_done(std::uint32_t i) const;
    bool read_chain(std::uint32_t i, VerbGroup& out);
    std::uint32_t past_day(std::uint32_t i) const;
    void take_auxiliary(std::uint32_t i, VerbGroup& out) const;
    bool take_main(std::uint32_t i, bool after_be, bool after_have, bool after_modal, VerbGroup& out) const;
    bool is_unknown_base(std::uint32_t i) const;
    bool read_simple(std::uint32_t i, VerbGroup& out);
    bool is_rejected_as(std::uint32_t i) const;
    std::optional<bool> is_counted(std::uint32_t i, VerbForm form) const;
    bool gerund_stands_as_noun(std::uint32_t i) const;
    std::optional<bool> gerund_is_led_to(std::uint32_t i, bool preposition) const;
    bool stands_as_noun(std::uint32_t i, VerbForm form) const;
    bool is_a_work(std::uint32_t i) const;
    bool names_purpose(std::uint32_t i) const;
    bool opens_as_noun(std::uint32_t i) const;
    bool is_plural_verb(std::uint32_t i, const VerbSense& sense) const;
    bool shows_picture(std::uint32_t i) const;
    bool closes_a_term(const VerbGroup& g) const;
    void take_inversion();
    void take_perceived();
    void join_causatives();
    bool hangs_on_with(std::uint32_t i) const;
    bool opens_with_restriction() const;
    void take_fronted_auxiliary();
    bool follows_plain_subject(std::uint32_t i) const;
    bool resumes_past_relative(std::size_t group) const;
    void drop_nouns();
    void drop_within_what();
    bool undertakes(std::size_t group) const;
    bool closes_aside(std::size_t group) const;
    bool follows_modal(std::uint32_t i) const;
    void share_modals();
    void find_bare_present(std::uint32_t from, std::uint32_t to);
    bool ends_plural_subject(std::uint32_t i) const;

    const Text& text_;
    std::uint32_t first_, end_;
    std::vector<VerbGroup> groups_;
};

}  // namespace dateline::extract
