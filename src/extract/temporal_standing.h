#pragma once

#include "extract/temporal_grammar.h"

#include <cstdint>
#include <string_view>

// Where an expression stands: on a line or below a heading of its own, in a dateline, in brackets that sum a sentence up.
namespace dateline::extract::temporal {

constexpr std::uint32_t kPlainHeading = 7;  ///< the level of a heading without "#"

/// "3 May 2016", "2016", and no decade
bool is_dated(const Expression& e);
/// "2016", and no part of it
bool is_bare_year(const Expression& e);
/// "NAYPYIDAW, Nov 16 (Agency) – Rebels took": a place in capitals at a line's beginning, the day of the story, a dash.
bool is_dateline(const Tokens& t, const Match& day);
/// "They met in Vienna (3 May).", "They met (Vienna, 3 May)."
bool sums_up(const Tokens& t, const Match& date);
/// "## 17 September", "**Tuesday, 17 September**": a day that has its line to itself.
bool is_day_alone(const Tokens& t, const Match& day);
/// "2014" on its line, over a line of words: the year of what stands below.
bool is_year_alone(const Tokens& t, const Match& year);
/// "Created: 13/03/2017", "Posted on 13 March 2017 |", on its line: the day that a note of several was written on.
bool dates_note(const Tokens& t, std::string_view text, const Match& day);
/// "Reporting period: 25 September – 8 October 2023": the first day of what a report is about.
bool begins_period(const Tokens& t, const Match& day);
/// The level of the heading that the paragraph at token `i` is: one short line that ends no sentence. 0 for none.
std::uint32_t heading_level(const Tokens& t, std::uint32_t i);
/// Whether the line of token `i` is a heading or an entry of a list: short, without a full stop, and `i` is near its beginning.
bool is_heading(const Tokens& t, std::uint32_t i);
/// "Saint Paul, Minn., June 2, 1864.", a line of its own at the head of a letter: no verb, and the date at its end.
bool is_letterhead(const Tokens& t, const Match& date);
/// "In May 1919", "Late on Friday": only words of the date's own phrase stand before it in its sentence.
bool leads_sentence(const Tokens& t, std::uint32_t first);

}  // namespace dateline::extract::temporal
