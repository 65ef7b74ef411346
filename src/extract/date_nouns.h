#pragma once

#include "extract/date_binding.h"

namespace dateline::extract {

constexpr std::uint32_t kNoHost = 0xffffffff;  ///< a date that nothing happened on

/// What a date of a sentence is of where that is no verb: "the floods of 2014", "higher than in 2021". Tokens of nouns; 0 for none.
class DateNouns {
  public:
    explicit DateNouns(const SentenceFacts& facts) : f_(facts), first_(facts.sentence.first_token), end_(facts.sentence.end_token) {}

    bool is_compared(const DateMention& date) const;
    bool describes_noun(const DateMention& date) const;
    bool tells_of_another(const DateMention& date) const;
    bool is_in_brackets(const DateMention& date) const;
    bool is_of_citation(const DateMention& date, std::uint32_t open) const;
    std::uint32_t deed_answered_for(const DateMention& date, std::int32_t clause) const;
    bool does_harm_itself(std::uint32_t noun, std::int32_t clause) const;
    std::uint32_t noun_for(const DateMention& date, std::int32_t clause) const;
    std::uint32_t noun_before(const DateMention& date) const;
    std::uint32_t noun_of_label(const DateMention& date, std::int32_t clause) const;
    std::uint32_t noted_before_semicolon(const DateMention& date, std::int32_t clause) const;
    std::uint32_t noted_before_where(const DateMention& date) const;
    std::uint32_t entry_of_list(const DateMention& date) const;
    std::uint32_t counted_since(const DateMention& date) const;

  private:
    bool is_of_terms(std::uint32_t before) const;
    bool is_of_figure_before(const DateMention& date) const;
    bool is_of_same_period(std::uint32_t before) const;
    std::uint32_t measure_of(std::uint32_t before) const;
    bool is_of_superlative(std::uint32_t since) const;
    std::uint32_t deed_beside(const DateMention& date) const;
    std::uint32_t state_beside(const DateMention& date, std::int32_t clause) const;
    bool is_of_colon(const DateMention& date, std::uint32_t noun, std::int32_t clause) const;
    const VerbGroup& verb(std::uint32_t v) const { return f_.clauses.verbs[v]; }
    const Clause& clause(std::size_t c) const { return f_.clauses.clauses[c]; }
    const VerbGroup& verb_of(const Clause& c) const { return verb(c.verb); }
    std::int32_t clause_at(std::uint32_t token) const { return clause_of_token(f_.clauses, token); }

    const SentenceFacts& f_;
    std::uint32_t first_, end_;
};

/// "a truce ahead of | Easter", "met ahead of | Sunday's vote": what comes first is on no such day.
bool is_what_comes_next(const SentenceFacts& facts, const DateMention& date);

}  // namespace dateline::extract
