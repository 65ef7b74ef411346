#pragma once

#include "extract/date_binding.h"
#include "extract/date_nouns.h"
#include "extract/participle_opening.h"

#include <algorithm>
#include <cstdint>

namespace dateline::extract {

/// Binds the dates of one sentence, one after the other.
class Binder {
  public:
    explicit Binder(const SentenceFacts& facts)
        : f_(facts),
          nouns_(facts),
          first_(facts.sentence.first_token),
          end_(facts.sentence.end_token),
          opening_(participle_opening(facts)) {}

    DateBindings run();

  private:
    const VerbGroup& verb(std::uint32_t v) const { return f_.clauses.verbs[v]; }
    const Clause& clause(std::size_t c) const { return f_.clauses.clauses[c]; }
    const VerbGroup& verb_of(const Clause& c) const { return verb(c.verb); }
    void bind(std::int32_t date);
    bool bind_in_brackets(std::int32_t date);
    std::int32_t clause_around(const DateMention& date) const;
    std::int32_t clause_told(const DateMention& date, std::int32_t around) const;
    bool bind_to_noun(std::int32_t date, std::int32_t clause);
    void bind_without_verb(std::int32_t date);
    bool is_of_what_was_said(const DateMention& date, std::int32_t clause) const;
    std::uint32_t host_of(const DateMention& date, std::int32_t clause) const;
    bool bind_past_verb(std::int32_t date, std::uint32_t host);
    void bind_second(std::int32_t date, std::int32_t clause, std::uint32_t host);
    void bind_when(std::int32_t date);
    const Clause* clause_of_when(const DateMention& date) const;
    void bind_dateline(std::int32_t date);
    void bind_entry(std::int32_t date);
    void share_with_main();
    void take_day_of_picture();
    void share_with_relative(const ListedNoun& listed);
    bool is_listed(std::int32_t date) const {
        return std::any_of(out_.listed.begin(), out_.listed.end(), [&](const ListedNoun& own) { return own.date == date; });
    }
    bool is_of_name(const DateMention& date, const Clause& own) const;
    bool is_old_day(const DateMention& date, const VerbGroup& verb) const;
    bool is_hour_of_entry(const DateMention& date) const;
    std::int32_t past_semicolon(const DateMention& date, std::int32_t clause) const;
    std::uint32_t joint_past_label(const DateMention& label, const VerbGroup& v) const;
    bool leads_past_relative(const DateMention& date) const;
    std::int32_t past_where_it_lies(std::int32_t clause) const;
    std::int32_t past_what_was_meanwhile(const DateMention& date, std::int32_t clause) const;
    bool is_of_apposition(const DateMention& date, std::int32_t clause) const;
    bool keeps_from_being(const VerbGroup& v) const;
    bool does_harm(const Clause& own) const;
    std::int32_t clause_at(std::uint32_t token) const { return clause_of_token(f_.clauses, token); }
    std::int32_t verb_before(const DateMention& date, const Clause& own) const;
    std::int32_t verb_for(const DateMention& date, std::int32_t clause) const;
    bool is_of_main_verb(const DateMention& date, std::uint32_t finite, std::uint32_t best) const;
    std::int32_t day_before_said(const DateMention& date, std::int32_t clause) const;
    void add_noun(std::uint32_t noun, std::int32_t date, std::int32_t clause) { out_.nouns.push_back({noun, date, clause}); }

    const SentenceFacts& f_;
    DateNouns nouns_;
    std::uint32_t first_, end_;
    ParticipleOpening opening_;
    bool has_dateline_ = false;
    DateBindings out_;
};

}  // namespace dateline::extract
