#pragma once

#include "extract/named_times.h"
#include "extract/temporal.h"
#include "extract/temporal_expression.h"
#include "extract/temporal_moment.h"
#include "extract/temporal_thread.h"

#include <optional>
#include <string>

namespace dateline::extract::temporal {

constexpr int kNearDays = 14;  ///< "on April 23" in a bulletin of April 22 is tomorrow, not last year

/// The year of the first such month, or day of it, that is not before what was told.
int year_after(const Moment& told, int month, int day);

/// Gives expressions their dates, in the text's order: it keeps what has been told, as a reader does.
///
///     news:       what is left open is near the document's own date, on the side that the tense says
///     narrative:  what is left open is near what was told last, and time moves on
class Resolver {
  public:
    Resolver(const std::optional<calendar::Edtf>& published, bool narrative, const NamedTimes& names);

    /// Tells what comes later in the text, before any of it is resolved: "the war" may be named after it is
    /// spoken of.
    void expect(const Expression& expression);

    /// Nothing says when the text was published: its own story dates what it leaves open.
    void doubt_published() { guessed_ = true; }

    /// The timex without its span; nullopt for what turns out to be none.
    std::optional<Timex> resolve(const Expression& expression, const Surroundings& around);

  private:
    std::optional<Timex> resolve_kind(const Expression& e, const Surroundings& around);
    Timex resolve_calendar(const Expression& e, const Surroundings& around);
    std::optional<Moment> day_on_weekday(const Expression& e, const Surroundings& around) const;
    Expression ordered_by_weekday(const Expression& e) const;
    bool over_told(const Moment& moment, const Surroundings& around) const;
    Timex resolve_lone_day(const Expression& e, const Surroundings& around);
    Moment base_of_year(const Expression& e, const Moment& base, const Surroundings& around, bool compares) const;
    Timex resolve_shift(const Expression& e, const Surroundings& around);
    Timex resolve_by_tense(const Expression& e, const Surroundings& around);
    Timex resolve_nth(const Expression& e, const Surroundings& around);
    Timex resolve_hours(const Expression& e);
    int year_of_range(const Expression& e, const Surroundings& around) const;
    bool is_to_come(const Moment& moment) const;
    bool finer_than_published(Unit unit) const;
    Moment day_of_recalled_clock(const Expression& e, Moment base, const Surroundings& around);
    Timex resolve_recalled_season(const Expression& e, const Moment& base, const Surroundings& around);
    Timex resolve_recall(const Expression& e, const Surroundings& around);
    Timex resolve_turn(const Expression& e, const Surroundings& around);
    Timex resolve_reference(const Expression& e) const;
    Timex resolve_duration(const Expression& e, const Surroundings& around) const;
    std::optional<calendar::Edtf> reach_of(const Expression& e, const Surroundings& around) const;
    Timex resolve_set(const Expression& e) const;
    Timex resolve_holiday(const Expression& e, const Surroundings& around);
    std::optional<Timex> resolve_period(const Expression& e, const Surroundings& around);

    Timex dated(Moment moment, const Expression& e, document::DateBasis basis);
    Timex undated(const Expression& e, std::string value) const;
    int year_of(const Expression& e) const;
    int year_of_month(int month, int day, int weekday, const Surroundings& around) const;
    int year_of_range_end(int month, int day, const Surroundings& around) const;
    int year_written_above(int month, int day, const Surroundings& around) const;
    int year_told_before(int month, int day, int weekday, const Surroundings& around) const;
    int year_near_published(int month, int day, int weekday, const Surroundings& around) const;
    int year_of_entry(int month, int day, const Surroundings& around) const;
    int year_of_story(int month, int day, int weekday, const Surroundings& around) const;
    int year_after_told(const Expression& e, const Surroundings& around) const;
    int year_of_next_season(int season, const Surroundings& around) const;
    int year_of_quarter(const Expression& e, const Surroundings& around) const;
    int year_in_chain(int month, const Surroundings& around) const;
    void see_chain(const Expression& e, const std::optional<Timex>& timex, const Surroundings& around);
    int year_in_narrative(int month, const Surroundings& around) const;
    std::optional<Moment> day_of_weekday(int weekday, const Surroundings& around) const;
    Moment base_of(const Expression& e) const;
    bool counts_weeks(const Expression& e, const Moment& base) const;
    bool told_lately() const;
    Moment day_spoken_of(const Surroundings& around) const;
    Moment quarter_spoken_of(const Expression& e, const Surroundings& around) const;
    Moment day_of_trading(const Surroundings& around) const;
    bool is_this_week(const Moment& moment) const;
    Moment year_before(const Expression& e, const Surroundings& around) const;
    Moment shifted(const Moment& base, const Expression& e) const;
    bool falls_in_part(const Clock& clock, const Surroundings& around) const;
    Moment part_of_shifted(const Expression& e, const Surroundings& around) const;
    bool is_told_by_the_way(const Moment& moment, const Surroundings& around) const;
    void keep_story(const Moment& moment, const Surroundings& around);
    void tell(const Moment& moment, const Surroundings& around);
    std::optional<Moment> span_over(const Expression& e, const Surroundings& around) const;
    void write_on(const Moment& day, const Surroundings& around);
    void leave_section(const Surroundings& around);
    void see_part(const Expression& e, const std::optional<Timex>& timex);
    void leave_aside(const Surroundings& around);
    Moment day_of_clock(const Expression& e, Moment base, const Surroundings& around) const;
    void come_back(const Expression& e, const Surroundings& around);

    const NamedTimes& names_;
    bool narrative_ = false;
    Moment published_;      ///< of the item that is read
    Moment period_;         ///< the first day of what a report is about
    Moment own_published_;  ///< of the whole
    std::uint32_t section_ = 0;
    bool guessed_ = false;  ///< published_ is what the text tells of last
    Moment last_;           ///< resolved, whether or not it is told: where a range within brackets begins
    Moment told_;
    Moment told_day_;
    Moment told_quarter_;
    Moment lead_quarter_;                 ///< the first that was told
    std::uint32_t stretch_sentence_ = 0;  ///< that speaks of "nine months"
    Moment told_span_;                    ///< the month, quarter or half that was told last, which "the same period" may be of
    std::uint32_t span_sentence_ = 0;
    // sentences, counted from one; 0 for none
    std::uint32_t quarter_sentence_ = 0;       ///< in which told_quarter_ was told
    std::uint32_t leading_year_sentence_ = 0;  ///< that began with "A year ago", "Last year" or "In June 2019"
    std::uint32_t ago_sentence_ = 0;           ///< in which told_ was told as "six months ago"
    std::optional<Moment> before_feast_;       ///< what was told before told_, a holiday
    int line_year_ = kNoYear;                  ///< that stood alone on its line, in section `line_section_`
    std::uint32_t line_section_ = 0;
    int label_year_ = kNoYear;            ///< of the date that opens the line: "1966: …"
    std::uint32_t year_sentence_ = 0;     ///< in which it was told
    std::uint32_t weekday_sentence_ = 0;  ///< in which told_day_ was told by its weekday
    int heading_year_ = kNoYear;          ///< of "Visits in 2023", above a list
    Moment own_day_;                      ///< the first day that the text tells with its year, or that of the heading that stands above
    Moment heading_day_;                  ///< of the heading that stands above
    bool told_dated_ = false;             ///< told_ was told with its year, and not beside a story
    bool told_of_subject_ = false;        ///< and of what its sentence is about
    Moment label_day_;                    ///< that opens an entry: "Thursday 7. The note was handed over"
    std::uint32_t label_sentence_ = 0;
    Moment entry_day_;  ///< that heads an entry of a list: "10 February: …"
    std::uint32_t entry_section_ = 0;
    bool told_range_ = false;           ///< told_ ends a range
    bool story_ = false;                ///< told_ leads a sentence with its year, or follows one that does
    Moment chain_;                      ///< of a paragraph of news that tells history: the date told last
    bool tells_news_ = false;           ///< the paragraph has told of a day near the document's own
    std::uint32_t chain_begun_ = 0;     ///< the sentence in which the paragraph's last full date was told
    std::uint32_t chain_sentence_ = 0;  ///< in which chain_ was told
    Moment past_day_;                   ///< the last day told that is not to come
    Moment trading_day_;                ///< the first that was within a week before the document's: of what a report on trading tells
    int clock_hour_ = -1;               ///< that was told last, and its day
    Moment clock_day_;
    Moment night_;  ///< "Wednesday night": the part of a day that was told last,
    DayPart night_part_ = DayPart::None;
    std::uint32_t night_sentence_ = 0;  ///< and in which sentence
    bool late_ = false;                 ///< told_ ends with its evening or night
    std::uint32_t late_sentence_ = 0;   ///< in which that was told
    bool background_ = false;           ///< told_ is a birth
    static constexpr std::int32_t kNoDay = INT32_MIN;
    std::int32_t part_day_ = kNoDay;             ///< the middle of "mid-April" that told_ is
    bool told_since_ = false;                    ///< told_ was told as "since 1 February"
    Moment foreground_;                          ///< the day told before it
    Moment story_told_, story_day_;              ///< told_ and told_day_ before what is told beside the story
    std::uint32_t aside_sentence_ = UINT32_MAX;  ///< from which on it is over; UINT32_MAX for none
    std::uint32_t repeated_sentence_ = 0;        ///< one more than the last that spoke of every Monday; 0 for none
    std::uint32_t told_sentence_ = 0;            ///< in which told_ was told
    int war_ = -1;                               ///< of the names: what "the war" is
    Moment thread_;                              ///< told before the excursion that told_ now is
    bool on_excursion_ = false;
    std::uint32_t excursion_sentence_ = 0;
};

}  // namespace dateline::extract::temporal
