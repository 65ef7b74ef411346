#pragma once

#include "extract/clause.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"

#include <algorithm>

namespace dateline::extract {

inline bool is_relative(std::string_view w) { return w == "which" || w == "who" || w == "whom" || w == "whose" || w == "where"; }
inline bool is_adverbial(std::string_view w) {
    return w == "when" || w == "while" || w == "because" || w == "although" || w == "though" || w == "if" || w == "as" || w == "after" ||
           w == "before" || w == "since" || w == "until" || w == "whether" || w == "once" || w == "so";
}

/// What can only be a subject, and a whole one: "he", "they".
inline bool is_subject_pronoun(std::string_view w) { return w == "he" || w == "she" || w == "it" || w == "they" || w == "we" || w == "i"; }

/// Parts one sentence into its clauses: verb by verb, where the clause of each begins and what its subject is.
class ClauseReader {
  public:
    ClauseReader(const Text& text, const Sentence& sentence, std::span<const TokenRange> dates)
        : text_(text), first_(sentence.first_token), end_(sentence.end_token), dates_(dates) {}

    Clauses run(std::vector<VerbGroup> verbs);

  private:
    const Token& token(std::uint32_t i) const { return text_.token(i); }
    std::string_view word(std::uint32_t i) const {
        const std::string_view w = i < end_ ? text_.folded(token(i)) : std::string_view{};
        return w != "who" || !names_body_who(text_, i) ? w : std::string_view{};
    }
    bool is_gerund_at(std::uint32_t i) const {
        return std::any_of(out_.verbs.begin(), out_.verbs.end(),
                           [&](const VerbGroup& v) { return v.first == i && v.mode == VerbGroup::Mode::Gerund; });
    }
    bool has(std::uint32_t i, std::uint32_t bits) const { return i < end_ && (token(i).lexicon & bits) != 0; }
    const TokenRange* date_at(std::uint32_t i) const {
        const auto it = std::find_if(dates_.begin(), dates_.end(), [&](const TokenRange& d) { return d.contains(i); });
        return it == dates_.end() ? nullptr : &*it;
    }
    /// A word between two clauses that belongs to neither.
    bool stands_between(std::uint32_t i) const { return has(i, kConjunction) || word(i) == "but" || token(i).kind == TokenKind::Mark; }
    /// ";", or what "reopened the frontier... the bridge" has in its place.
    bool parts_sentence(std::uint32_t i) const;
    std::uint32_t exception_in(std::uint32_t from, std::uint32_t end) const;
    TokenRange speaker_behind(const VerbGroup& v) const;
    void drop_asides();
    std::uint32_t before_quoting_name(std::uint32_t verb) const;
    void take_headline_infinitive();
    void take_headline_participle();
    bool has_participle_between(std::uint32_t from, std::uint32_t to) const;
    bool begins_adverbial(std::uint32_t verb, Clause& clause) const;
    void add_clause(std::uint32_t verb);
    void open_first(Clause& clause);
    void open_next(Clause& clause);
    void take_antecedent_of_phrase(Clause& clause) const;
    void take_what_it_tells_of(Clause& clause) const;
    std::uint32_t relative_pronoun_before(std::uint32_t verb) const;
    void take_up_main(Clause& clause) const;
    bool takes_up_behind_time(Clause& clause) const;
    std::int32_t past_aside(const Clause& clause) const;
    std::uint32_t told_by_noun_before(std::uint32_t verb) const;
    std::uint32_t before_who_it_is(std::uint32_t end) const;
    bool ends_day_before(std::uint32_t i) const;
    std::uint32_t begin_before_relative(std::uint32_t end, std::uint32_t v, bool person, bool whole, bool& met_verb) const;
    void take_antecedent(Clause& clause, std::uint32_t verb) const;
    std::uint32_t heads_of_states_before(std::uint32_t end) const;
    bool is_bare_plural(std::uint32_t i) const {
        const std::string_view w = word(i);
        const bool many = (w.ends_with('s') && !w.ends_with("ss")) || (w.size() > 4 && w.ends_with("men")) || w == "people" ||
                          w == "police";  // "after gunmen shelled the town"
        return many && token(i).letter_case == Case::Lower && !has(i, kFunction) && !date_at(i);
    }
    bool takes_no_object(const VerbGroup& verb) const;
    bool lacks_object(const VerbGroup& verb) const;
    bool lacks_object_before_day(const Clause& clause, const VerbGroup& verb) const;
    std::uint32_t object_pronoun_before(std::uint32_t verb) const;
    bool is_inverted(std::uint32_t verb) const {
        return word(first_) == "had" && out_.verbs.front().first > first_ + 1 && out_.verbs.front().first == verb;
    }
    std::uint32_t past_where_they_live(std::uint32_t begin, std::uint32_t end) const;
    std::uint32_t past_what_it_is(std::uint32_t at, std::uint32_t verb) const;
    bool ends_before(std::uint32_t preposition, std::uint32_t verb) const;
    bool counts_time(std::uint32_t i) const;
    bool is_time_alone(std::uint32_t begin, std::uint32_t verb) const;
    bool is_own_phrase_alone(std::uint32_t begin, std::uint32_t verb) const;
    std::uint32_t behind_participle_opening(std::uint32_t begin, std::uint32_t verb) const;
    std::uint32_t subject_after_fronted(std::uint32_t begin, std::uint32_t verb) const;
    std::uint32_t parted_subject(std::uint32_t begin, std::uint32_t verb) const;
    bool lists_names(std::uint32_t comma, std::uint32_t verb) const;
    bool joins_names(std::uint32_t conjunction, const VerbGroup& verb) const;
    std::uint32_t past_other_form(std::uint32_t at, std::uint32_t verb) const;
    std::uint32_t name_behind_phrase(std::uint32_t noun, std::uint32_t verb) const;
    std::uint32_t skip_leading_phrases(std::uint32_t begin, std::uint32_t verb) const;
    bool sets_the_scene(std::uint32_t i) const;
    std::uint32_t what_was_said(const VerbGroup& before, const VerbGroup& verb) const;
    std::uint32_t past_its_matter(std::uint32_t begin, std::uint32_t end, const VerbGroup& verb) const;
    std::uint32_t past_its_victims(std::uint32_t begin, std::uint32_t end, const Clause& clause, const VerbGroup& verb) const;
    bool is_of_object(std::uint32_t that, const VerbGroup& before, const VerbGroup& verb) const;
    bool is_office(std::uint32_t i) const;
    std::uint32_t before_its_town(TokenRange phrase, const VerbGroup& verb) const;
    bool had_said_of_it(const VerbGroup& verb) const;
    bool names_thing_of_it(std::uint32_t pronoun) const;
    void take_part_of(Clause& clause, std::uint32_t verb) const;
    std::uint32_t contact_pronoun(const VerbGroup& before, const VerbGroup& verb) const;
    bool begins_with_word(const VerbGroup& before, const VerbGroup& verb, Clause& clause) const;
    std::uint32_t before_list(std::uint32_t last, const VerbGroup& before, const VerbGroup& verb) const;
    bool joins_none(std::uint32_t conjunction, std::uint32_t from) const;
    void find_boundary(const VerbGroup& before, const VerbGroup& verb, Clause& clause) const;
    void trim(std::uint32_t& begin, std::uint32_t& end) const {
        while (begin < end && token(begin).kind == TokenKind::Mark) ++begin;
        while (end > begin && token(end - 1).kind == TokenKind::Mark && !token(end - 1).is('%')) --end;
    }

    const Text& text_;
    std::uint32_t first_, end_;
    std::span<const TokenRange> dates_;
    Clauses out_;
};

}  // namespace dateline::extract
