#pragma once

#include "extract/named_times.h"
#include "extract/temporal_expression.h"
#include "extract/temporal_tokens.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::extract::temporal {

/// What the document tells the grammar.
struct GrammarHints {
    bool narrative = false;
    bool day_first = false;             ///< 3/4/2023 is 3 April
    bool order_told = true;             ///< the document says so
    bool keeps_hours = false;           ///< "09SEP 0530"
    bool dotted_days = false;           ///< "25.09 – talks, Kars"
    int first_year = 0, last_year = 0;  ///< that the document tells; both 0 for none
    int published_year = 0;             ///< of the document, 0 where it is not known
    bool financial = false;             ///< "the quarter", "the first half" are parts of a year
    int told_year = kNoYear;            ///< of the narrative so far; before the era, "490" alone is a year
};

/// A number as it is written, ending before token `end`; 0: none.
struct Count {
    std::uint32_t end = 0;
    double value = 0;
    bool vague = false;
    explicit operator bool() const { return end != 0; }
};

/// Four digits that may be a year by themselves.
inline constexpr int kFirstBareYear = 1000, kLastBareYear = 2199;

inline bool is_day_of_month(double value) { return value >= 1 && value <= 31; }

/// Finds what a time expression says at a token: hand-written descent, a few tokens of look-ahead, no
/// backtracking over more than one phrase, so linear in the text.
class Grammar {
  public:
    Grammar(const Tokens& tokens, std::string_view text, const NamedTimes& names, const GrammarHints& hints)
        : t_(tokens), text_(text), names_(names), hints_(hints) {}

    /// The longest expression at token `i`, and with it those that share its month or year ("9" and "12" of
    /// "9–12 May"). Returns the first token after them; `i` when there is none.
    std::uint32_t match(std::uint32_t i, std::vector<Match>& out) const;

  private:
    bool describes_noun(const Match& date) const;
    Match day_beside_holiday_at(std::uint32_t i) const;
    Match day_of_other_calendar_at(std::uint32_t i) const;
    Match two_parts_at(std::uint32_t i, std::uint32_t at) const;
    Match midweek_at(std::uint32_t i) const;
    Match month_initials_at(std::uint32_t i) const;
    Match new_year_at(std::uint32_t i) const;
    bool numbers_an_issue(std::uint32_t i) const;
    bool names_a_body(const Match& last) const;
    std::uint32_t match_any(std::uint32_t i, std::vector<Match>& out) const;
    // temporal_numbers.cpp
    Count digits_at(std::uint32_t i) const;        ///< 12 1,500 2.5
    Count number_words_at(std::uint32_t i) const;  ///< twenty-one, two hundred and six
    Count cardinal_at(std::uint32_t i) const;      ///< either, with "and a half"
    Count with_fraction(const Count& whole) const;
    Count ordinal_at(std::uint32_t i) const;                            ///< 20th, twenty-first
    Count amount_at(std::uint32_t i) const;                             ///< also a, half a, several, a couple of
    std::uint32_t skip_approximation(std::uint32_t i, Mod& mod) const;  ///< about, more than, at least
    Count spelled_year_at(std::uint32_t i) const;                       ///< nineteen ninety-one

    // temporal_grammar_dates.cpp
    Match date_at(std::uint32_t i) const;
    bool is_given_name(std::uint32_t i) const;
    Match weekday_by_week_at(std::uint32_t i, std::uint32_t after, bool comma) const;
    Match weekday_date_at(std::uint32_t i) const;
    Match lone_day_at(std::uint32_t i) const;
    Match day_of_month_at(std::uint32_t i) const;
    Match instant_at(std::uint32_t i) const;
    bool opens_clause(std::uint32_t i, std::uint32_t noun) const;
    bool is_pronoun(std::uint32_t i) const;
    Match month_at(std::uint32_t i) const;
    Match day_month_at(std::uint32_t i) const;
    Match numeric_date_at(std::uint32_t i) const;
    bool is_entry_year(std::uint32_t day, std::uint32_t digits) const;
    bool stands_in_cell(std::uint32_t i, std::uint32_t end) const;
    Match iso_date_at(std::uint32_t i) const;
    bool closes_phrase(std::uint32_t i) const;
    bool is_staff_year(std::uint32_t month, std::uint32_t digits) const;
    static std::optional<std::int16_t> lettered_zone(char letter);
    Match date_time_group_at(std::uint32_t i) const;
    bool introduces_figures(std::uint32_t i, std::uint32_t end, bool sure) const;
    bool is_wire_stamp(std::uint32_t i) const;
    bool looks_dated(std::uint32_t i) const;
    Match numeric_pair_at(std::uint32_t i) const;
    Match hyphened_day_at(std::uint32_t i, std::uint32_t after, Expression e) const;
    bool is_hour_of_day(std::uint32_t i) const;
    bool tells_short_weekday(std::uint32_t i, std::uint32_t after) const;
    Match numbered_weekday_at(std::uint32_t i, std::uint32_t number) const;
    bool ends_between(std::uint32_t i) const;
    std::uint32_t take_year(std::uint32_t i, Expression& e, bool allow_short) const;
    std::uint32_t take_era(std::uint32_t i, Expression& e) const;
    std::uint32_t take_month_name(std::uint32_t i, std::uint8_t& month) const;
    std::uint32_t take_year_tail(std::uint32_t i, Expression& e) const;
    Count day_number_at(std::uint32_t i) const;
    bool is_month_name(std::uint32_t i) const;
    bool has_figures(std::uint32_t i) const;
    bool stands_alone_as_month(std::uint32_t i) const;

    // temporal_grammar_years.cpp
    Match year_at(std::uint32_t i) const;
    Match small_year_at(std::uint32_t i, std::uint32_t at) const;
    bool can_be_year(std::uint32_t i) const;
    bool opens_year(std::uint32_t i) const;
    bool closes_year(std::uint32_t i) const;
    bool named_or_measured(std::uint32_t i) const;
    bool stands_alone_as_season(std::uint32_t i, std::uint32_t at) const;
    bool speaks_of_money(std::uint32_t i) const;
    bool is_result(std::uint32_t i) const;
    std::uint32_t take_part_of_year(std::uint32_t at, Expression& e) const;
    std::uint32_t take_months_of_quarter(std::uint32_t at, Expression& e) const;
    std::uint32_t take_business_year(std::uint32_t at, Expression& e) const;
    bool names_a_firm(std::uint32_t after) const;
    bool is_house_number(std::uint32_t i) const;
    bool is_designation(std::uint32_t i) const;
    bool counts_things(std::uint32_t i, std::uint32_t next) const;
    Match decade_at(std::uint32_t i) const;
    bool goes_with_century(std::uint32_t at, double before) const;
    Match century_at(std::uint32_t i) const;
    Count roman_at(std::uint32_t i) const;
    Match season_at(std::uint32_t i) const;
    Match quarter_at(std::uint32_t i) const;
    Match fiscal_year_at(std::uint32_t i) const;

    // temporal_grammar_clock.cpp
    Match clock_at(std::uint32_t i) const;
    Match day_after_bracket(std::uint32_t i) const;
    std::uint32_t take_clock(std::uint32_t i, Clock& clock) const;
    std::uint32_t take_digits(std::uint32_t i, Clock& clock, bool& sure) const;
    std::uint32_t take_hour(std::uint32_t i, Clock& clock, bool& sure) const;
    std::uint32_t take_half_day(std::uint32_t i, Clock& clock) const;
    std::uint32_t take_zone(std::uint32_t i, Clock& clock) const;
    std::uint32_t take_zone_name(std::uint32_t i, Clock& clock) const;
    bool part_dates_event(std::uint32_t i, std::uint32_t end, DayPart part) const;
    Match day_part_at(std::uint32_t i) const;
    Match day_of_part(std::uint32_t at, bool linked, bool dated) const;
    bool night_of_number(std::uint32_t of, Match& out) const;
    bool two_nights_at(std::uint32_t number, Match& out) const;
    std::uint32_t recurring_end(std::uint32_t end) const;
    Match early_hours_at(std::uint32_t i) const;
    std::uint32_t take_past_or_to(std::uint32_t i, Clock& clock) const;
    Match with_clock(Match date) const;
    std::uint32_t part_of_day_at(std::uint32_t at) const;
    bool tells_evening(std::uint32_t i) const;
    bool points_to_part(std::uint32_t i) const;

    // temporal_grammar_relative.cpp
    Match deictic_at(std::uint32_t i) const;
    Match feast_near(std::uint32_t at, std::uint32_t next) const;
    std::uint32_t take_named_part(std::uint32_t at, Word word, Expression& e) const;
    std::uint32_t take_part_of_genitive(std::uint32_t at, Expression& e) const;
    std::uint32_t take_recalled(std::uint32_t i, std::uint32_t at, bool same, Expression& e) const;
    Match day_word_at(std::uint32_t i) const;
    Match recall_at(std::uint32_t i) const;
    std::uint32_t year_before_end(std::uint32_t at) const;
    Match at_the_time(std::uint32_t i) const;
    std::uint32_t while_ago_end(std::uint32_t i) const;
    Match some_time_ago_at(std::uint32_t i) const;
    Match spoken_of_at(std::uint32_t i) const;
    bool is_comparable(std::uint32_t at) const;
    std::uint32_t take_period_of_year(std::uint32_t at, Expression& e) const;
    bool tells_of_day(std::uint32_t i) const;
    Match business_year_at(std::uint32_t i) const;
    Match day_before_at(std::uint32_t i) const;
    Match second_from_now_at(std::uint32_t i) const;
    Match reference_at(std::uint32_t i) const;
    Match undated_at(std::uint32_t i) const;
    Match present_at(std::uint32_t i, std::uint32_t at) const;
    Match year_ago_at(std::uint32_t i) const;
    Match weekend_at(std::uint32_t i) const;
    Match weekend_of_noun_at(std::uint32_t i) const;
    Match week_from_day_at(std::uint32_t i) const;
    Match nth_of_at(std::uint32_t i) const;
    Match share_of_at(std::uint32_t i, std::uint32_t unit, int nth) const;
    Match edge_of_at(std::uint32_t i) const;
    static bool is_age(const Expression& e);
    static bool turns(const Expression& e);
    Match unit_end_at(std::uint32_t i) const;
    Match unit_running_out_at(std::uint32_t i) const;
    Match part_at(std::uint32_t i) const;
    Match whole_at(std::uint32_t i) const;

    // temporal_grammar_durations.cpp
    struct Quantity;
    Match duration_at(std::uint32_t i) const;
    Match unit_long_at(std::uint32_t i) const;
    bool follows_amount(std::uint32_t i) const;
    Match all_of_unit_at(std::uint32_t i) const;
    Match one_word_long_at(std::uint32_t i) const;
    Match unit_until_at(std::uint32_t i) const;
    Match quarter_century_at(std::uint32_t i) const;
    Quantity quantity_at(std::uint32_t i, Mod& mod) const;
    std::uint32_t unit_after(const Quantity& quantity, Expression& e) const;
    bool can_last(const Quantity& quantity, std::uint32_t unit, const Expression& e) const;
    std::uint32_t duration_tail(const Quantity& quantity, std::uint32_t unit, Expression& e) const;
    Match set_at(std::uint32_t i) const;
    bool names_paper(std::uint32_t i) const;
    Match times_a_unit_at(std::uint32_t i) const;
    bool goes_with_every(std::uint32_t i) const;
    Match every_at(std::uint32_t i) const;
    std::uint32_t take_repeated(std::uint32_t at, Expression& e) const;
    Match bare_plural_at(std::uint32_t i) const;

    // temporal_grammar_shifts.cpp
    struct Shift;
    bool is_week_from_day(const Match& duration) const;
    bool is_week_on_day(const Match& duration) const;
    std::uint32_t reporting_period_end(std::uint32_t i) const;
    std::uint32_t end_of_part_of_year(std::uint32_t at, Expression& e) const;
    std::uint32_t end_of_day_of_week(std::uint32_t at, Expression& e) const;
    Shift shift_of_adverb(Match& duration) const;
    Shift shift_from_day(Match& duration) const;
    Shift shift_of_preposition(Match& duration) const;
    Match shifted(Match duration) const;

    // temporal_grammar.cpp
    Match best_at(std::uint32_t i) const;
    Match named_at(std::uint32_t i) const;
    Match the_war_at(std::uint32_t i) const;
    bool is_timed(std::uint32_t i) const;
    bool wanted(std::uint32_t i) const;
    bool is_event_noun(std::uint32_t i) const { return t_.says(i, kFixture) || t_.is(i, Word::Mishap) || t_.is(i, Word::Setback); }
    bool is_unlisted(std::uint32_t i) const;
    Match longest_at(std::uint32_t i) const;
    bool begins_unclassed(std::uint32_t i) const;
    bool begins_name(std::uint32_t i) const;
    bool begins_set(std::uint32_t i) const;
    bool begins_duration(std::uint32_t i) const;
    bool begins_reference(std::uint32_t word) const;
    std::uint32_t match_lists(std::size_t first, std::vector<Match>& out) const;
    std::uint32_t match_days_of_month(std::uint32_t i, std::vector<Match>& out) const;
    std::uint32_t match_short_years(std::size_t first, std::vector<Match>& out) const;
    std::uint32_t match_clock_range(std::uint32_t i, std::vector<Match>& out) const;
    std::uint32_t match_clocks_of_day(const Match& first, std::vector<Match>& out) const;
    Match later_with_year(std::uint32_t at, const Expression& last) const;
    void see_range_end(Match& first) const;
    void share_later_year(std::size_t first, std::vector<Match>& out) const;

    static void keep_longer(Match& best, const Match& other) {
        if (other && (!best || other.last > best.last)) best = other;
    }

    const Tokens& t_;
    std::string_view text_;
    const NamedTimes& names_;
    const GrammarHints& hints_;
};

}  // namespace dateline::extract::temporal
