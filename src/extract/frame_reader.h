#pragma once

#include "extract/counted_days.h"
#include "extract/date_binding.h"
#include "extract/event_frame.h"
#include "extract/frame_clues.h"

#include <vector>

namespace dateline::extract {

/// Reads the frames of one sentence: nouns that have a day first, then clause by clause, then the verbs that are no clauses.
class FrameReader {
  public:
    explicit FrameReader(const SentenceFacts& facts)
        : f_(facts), clues_(facts), first_(facts.sentence.first_token), end_(facts.sentence.end_token) {}

    std::vector<Frame> run();
    bool asks_of_day() const { return asks_of_day_; }

  private:
    const VerbGroup& verb(std::uint32_t v) const { return f_.clauses.verbs[v]; }
    const Clause& clause(std::size_t c) const { return f_.clauses.clauses[c]; }
    const VerbGroup& verb_of(const Clause& c) const { return verb(c.verb); }
    const DateMention& date_of(const Frame& frame) const { return f_.dates[static_cast<std::size_t>(frame.date)]; }
    void add_noun(std::uint32_t noun, std::int32_t date, std::int32_t clause);
    void add_listed_noun(const ListedNoun& own);
    TokenRange noun_phrase(std::uint32_t noun, const DateMention& date) const;
    void read_participle_opening();
    void share_date(const VerbGroup& from, const VerbGroup& to);
    Frame undone_frame(std::uint32_t clause, std::int32_t date, Modality modality) const;
    void read_clause(std::uint32_t c);
    bool is_read_otherwise(std::uint32_t clause);
    Frame frame_of_deed(std::uint32_t clause);
    bool is_of_date(const Clause& own, const Frame& frame) const;
    std::int32_t day_of_clause(const Clause& own) const;
    void take_clues(std::uint32_t clause, Frame& frame) const;
    bool is_called_off(const Clause& own, const Frame& frame) const;
    void set_modality_by_day(const Clause& own, Frame& frame) const;
    void take_sense_of_nouns(const Clause& own, Frame& frame) const;
    bool decides_on_set_day(const Clause& own) const;
    bool read_claimed(std::uint32_t v);
    bool opens_with_none_of(const Clause& own) const;
    TokenRange doer_before(const VerbGroup& governor, const VerbGroup& deed) const;
    bool follows_in_time(const VerbGroup& governor, const VerbGroup& own, const DateMention& date) const;
    std::uint32_t past_days(std::uint32_t at) const;
    bool rejects_charge(const VerbGroup& governor, const VerbGroup& deed) const;
    /// A verb without a subject, which has a day, and the verb of the clause that it stands in.
    struct Nonfinite {
        std::uint32_t clause;
        const VerbGroup& own;
        const VerbGroup& governor;
        const DateMention& date;
        Frame frame;
    };
    void read_dated_nonfinite(std::uint32_t v);
    Nonfinite nonfinite_at(std::uint32_t v, std::uint32_t clause, bool counted) const;
    bool read_believed(Nonfinite& n);
    void emit_with_governor(Nonfinite& n);
    void read_gerund(Nonfinite& n);
    void read_infinitive(Nonfinite& n);
    bool read_nth_to(Nonfinite& n);
    bool is_let_or_able(const Nonfinite& n) const;
    bool is_kept_from(const Nonfinite& n) const;
    void read_kept_from(Nonfinite& n);
    bool may_be_plan(const Nonfinite& n) const;
    bool read_due_undone(Nonfinite& n);
    bool read_only_to(Nonfinite& n);
    bool tells_which_is_first(const Nonfinite& n) const;
    void set_modality_of_plan(Nonfinite& n) const;
    void take_whom_it_is_asked_of(Nonfinite& n) const;
    void take_thing_to_be_done(Nonfinite& n) const;
    void take_thing_due(Nonfinite& n) const;
    void read_participle(Nonfinite& n);
    bool read_undone_or_moved(Nonfinite& n);
    bool tells_something(const Nonfinite& n) const;
    void set_modality_of_participle(Nonfinite& n) const;
    std::uint32_t before_its_place(TokenRange phrase, std::uint32_t from) const;
    void take_thing_before_comma(Nonfinite& n, std::uint32_t begin) const;
    bool goes_back_past_comma(const Nonfinite& n, std::uint32_t token) const;
    bool take_thing_before(Nonfinite& n, std::uint32_t begin) const;
    std::uint32_t begin_of_thing(const Nonfinite& n, std::uint32_t begin) const;
    const VerbGroup* infinitive_after(const VerbGroup& v, std::uint32_t end) const;
    TokenRange subject_of(std::size_t c) const;
    TokenRange speaker_of(std::size_t c) const;
    Frame frame_of(std::uint32_t c, const VerbGroup& v) const;
    void set_doer(std::uint32_t c, const VerbGroup& v, Frame& frame) const;
    void set_rest(std::uint32_t c, const VerbGroup& v, Frame& frame) const;
    bool is_done_by_nobody(const VerbGroup& v, Frame& frame) const;
    void set_modality(const Clause& own, const VerbGroup& v, Frame& frame) const;
    bool is_denied(const Clause& own) const;
    bool does_to_none(const VerbGroup& v) const;
    bool only_says(std::uint32_t clause) const;
    bool moves_to(const VerbGroup& v, std::int32_t date) const;
    bool lacks_object(const VerbGroup& v) const;
    void share_day(const Clause& own, Frame& frame);
    bool harms_too(const Clause& own, Frame& frame);
    void take_counted_day(const Clause& own, Frame& frame) const;
    void take_day_of_next(const Clause& own, Frame& frame) const;
    std::int32_t day_of_aside(const Clause& own, std::int32_t date) const;
    bool take_day_behind(std::uint32_t clause, std::size_t next, Frame& frame);
    bool hand_date_on(std::uint32_t clause, Frame& frame);
    bool claims_deed(std::uint32_t clause) const;
    void take_light_sense(const Clause& own, Frame& frame) const;
    bool is_bare_name(const Frame& frame) const;
    bool is_presence(const VerbGroup& v, const Frame& frame) const;
    bool take_aim(const Clause& own, Frame& frame);
    bool takes_day_of_its_act(std::uint32_t clause, const Frame& frame);
    bool is_ongoing(const VerbGroup& v) const;
    void read_refuted(std::uint32_t clause, Frame frame);
    void read_denied(std::uint32_t clause);
    void read_arranged(const Clause& own, Frame& frame);
    void call_off(const VerbGroup& v, Frame& frame) const;
    void call_off_object(std::uint32_t clause, const VerbGroup& named, std::int32_t date);
    bool replaces_plan(std::uint32_t clause, std::int32_t date);
    bool attend_on(std::uint32_t clause, const VerbGroup& held, std::int32_t date);
    void wait_until(const VerbGroup& v, Frame& frame) const;
    bool is_weak_harm(const Frame& frame) const;
    bool is_weak_meeting(const Frame& frame) const;
    bool follows_on(const Frame& frame) const;
    bool is_plain_deed(const Frame& frame) const;
    bool tells_aside(const VerbGroup& participle, const VerbGroup& governor, const DateMention& date) const;
    bool stands_for_days(const VerbGroup& verb, const Frame& frame) const;
    bool stands_since(const VerbGroup& v, const Frame& frame) const;
    bool tells_figure(const VerbGroup& v, const Frame& frame) const;
    void goes_on_since(std::uint32_t clause, Frame& frame) const;
    bool has_not_since(const VerbGroup& v, const Frame& frame) const;
    void take_day_of_contrary();
    bool read_said_of(std::uint32_t clause, const VerbGroup& deed);
    void read_done_so(std::uint32_t clause);
    void read_new_day(const DateBindings::Other& other);
    void emit(Frame frame);

    const SentenceFacts& f_;
    FrameClues clues_;
    std::uint32_t first_, end_;
    std::vector<std::int32_t> verb_date_;
    std::optional<CountedDays> counted_, counted_back_;
    bool asks_of_day_ = false;
    std::vector<Frame> out_;
};

}  // namespace dateline::extract
