#pragma once

#include "extract/named_times.h"
#include "extract/temporal_expression.h"

#include <cstdint>
#include <span>

namespace dateline::extract::temporal {

/// What the words around an expression add.
struct Surroundings {
    Tense tense = Tense::None;  ///< of the verb nearest to it
    bool in_past = false;       ///< "was to arrive on May 9": the nearest one
    bool present = false;       ///< "joins on 3 May", "is signed on 3 May": what is to come is told by a form of the present
    bool timetable = false;     ///< "runs from May to July": the verb
    bool put_off = false;       ///< "postponed until November": the next one
    bool within = false;        ///< after "in" or "within"
    bool leads = false;         ///< the sentence begins with it: "In May 1919 the war began"
    bool labels = false;        ///< its line begins with it
    bool heads_entry = false;   ///< and a colon or a dash follows: "10 February: the army warns the rebels to leave"
    bool aside = false;         ///< within brackets: does not move the narrative
    bool bracketed = false;
    bool goes_on = false;           ///< "opened in July 2021 and closed | in August", "shut at 10pm and reopened | at 6am"
    bool outcome = false;           ///< "left on 15 November, arriving | on 8 December"
    bool sums_up = false;           ///< alone within brackets that end the sentence: "They met in Vienna (3 May)."
    bool new_paragraph = false;     ///< the first expression of its paragraph
    bool after_to = false;          ///< the far end of a range: "Monday to Friday"
    bool listed = false;            ///< a weekday that goes with the one before it: "Monday and Tuesday"
    std::uint8_t days_to_last = 0;  ///< from a weekday to the last that is listed with it; 1 where it begins a range
    bool heading = false;           ///< of a line that is one: the thread goes where it says
    bool letterhead = false;        ///< "Camp Nelson, June 13, 1864", on its line
    bool had = false;               ///< "had left at 5 a.m.": before what is told
    bool would = false;             ///< "announced on Monday that they would halt | at midnight": of the day that was told
    bool limit = false;             ///< "by 6 a.m.", "until 12 March"
    bool story_year = false;        ///< "by October" after "on 7 July 2008": of that year or the next
    bool of_subject = false;        ///< "The pact of 1955 was": the year of what a sentence is about
    bool since = false;             ///< "the most since March"
    bool ended = false;             ///< "the quarter ended Sept. 30"
    bool compared = false;          ///< "fell from September"
    bool ends_stretch = false;      ///< "in the three months to June 30": how far a length of time goes
    bool attributed = false;        ///< "sank on Thursday, officials said Friday": of who tells, not of what is told
    bool before = false;            ///< "before Tuesday's election"
    bool definite = false;          ///< "on the Thursday": of the days told last
    bool past_beside = false;       ///< "Lincoln, elected in 1860, called": of what was before the telling
    bool to_now = false;            ///< since the expression before it something "has been": the telling is of now
    bool happened = false;          ///< "began in 1950", not "was built in 1998"
    bool background = false;        ///< "born May 5, 1980"
    bool dateline = false;          ///< "BAKU, Nov 16 —": the day that its item was written on
    bool day_alone = false;         ///< "**Tuesday, 17 September**", on its line: what stands below is told from that day
    bool year_alone = false;        ///< "2014", on its line: what stands below is told of that year
    bool dates_note = false;        ///< "Created: 13/03/2017", on its line: the same, however long ago it was
    bool of_period = false;         ///< "Reporting period: 25 September – 8 October"
    bool closed = false;            ///< a comma stands behind it
    bool beside_story = false;      ///< "who had last come on 20 August": what is told next does not go on from it
    std::uint32_t section = 0;      ///< how many headings stand above
    std::uint32_t sentence = 0;
    int thread_year = kNoYear;  ///< of a narrative's month or day that is told without one
    bool excursion = false;     ///< the narrative leaves its thread for this date ("declassified in 2005")
};

struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// An expression where it stands.
struct TimeMention {
    TextSpan span;
    ByteSpan bytes;
    Expression expression;
    Surroundings around;
};

/// Finds the thread of a narrative: which of its dates it passes through, which are excursions, and so the
/// year of each month and day that is told without one.
///
///     1919 ── Aug 8 ── 28th ── (1812) ── Apr ── Aug ── Oct        the cheapest way through all of them: a
///     small step
///                                 ╲____ excursion                 forward costs little, a step back or a
///                                 leap more
///
/// A beam search over the document's mentions, so linear in them.
void follow_thread(std::span<TimeMention> mentions, const NamedTimes& names);

}  // namespace dateline::extract::temporal
