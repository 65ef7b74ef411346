#include "extract/temporal_resolver.h"

#include <utility>

// What was told last, which later expressions count from.
namespace dateline::extract::temporal {

using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

/// "NAYPYIDAW, Nov 16 –", "## 16 November": "this week" and "on Saturday" of that item count from its day, up to the next one or a heading.
void Resolver::write_on(const Moment& day, const Surroundings& around) {
    constexpr std::int32_t after = 1;
    const std::int32_t before = around.dates_note ? INT32_MAX : around.day_alone ? 400 : 14;
    if (narrative_ || !own_published_.has_month() || day.grain != Unit::Day) return;
    const std::int32_t ago = own_published_.days() - day.days();
    const bool same_month = own_published_.grain == Unit::Month && coarsened(day, Unit::Month) == own_published_;
    if (same_month || (own_published_.has_day() && ago >= -after && ago <= before)) published_ = day;
    section_ = around.section;
}

void Resolver::leave_section(const Surroundings& around) {
    if (around.section == section_) return;
    section_ = around.section;
    published_ = own_published_;
    trading_day_ = {};
}

/// A sentence after "met the president, with whom he had last spoken on 20 August", "a day later" counts from the meeting.
void Resolver::leave_aside(const Surroundings& around) {
    if (around.sentence < aside_sentence_ || aside_sentence_ == UINT32_MAX) return;
    aside_sentence_ = UINT32_MAX;
    told_ = story_told_;
    told_day_ = story_day_;
}

/// Whether a date is told on its way and nothing counts from it: an aside, when somebody said it, what something is compared with.
bool Resolver::is_told_by_the_way(const Moment& moment, const Surroundings& around) const {
    const bool finer = told_sentence_ == around.sentence && told_.grain > Unit::Day && moment.grain < told_.grain &&
                       coarsened(moment, told_.grain) == told_;
    const bool of_sentence = around.sums_up && !narrative_ && (finer || !told_.known() || told_sentence_ != around.sentence);
    if (!moment.known() || (around.aside && !of_sentence)) return true;
    if (narrative_ && published_.known() && moment.year > published_.year)
        return true;  // "promises it for 2031. A ship sailed on 2 June": no history goes on from what is to come
    const bool of_teller = around.attributed && !narrative_ && told_sentence_ == around.sentence && told_.grain == Unit::Day &&
                           moment.grain == Unit::Day && told_.days() < moment.days();
    constexpr std::int32_t long_over = 14;
    const bool of_stretch = around.ends_stretch && !narrative_ && moment.grain == Unit::Day && published_.has_day() &&
                            published_.days() - moment.days() > long_over;
    if (of_stretch) return true;  // "in the three months to June 30"
    if (of_teller) return true;   // "sank late on Thursday, officials said Friday. At 10 p.m. it"
    // "rose 2% in September, the most since March, from the previous month": no month to count from
    if (around.since && !narrative_ && told_.known() && told_sentence_ == around.sentence) return true;
    const bool same_sentence = told_.known() && told_sentence_ == around.sentence && !narrative_;
    // "sales in October fell from September and from a year earlier": October's
    if (around.compared && same_sentence && moment.grain == told_.grain && moment.grain >= Unit::Month) return true;
    return false;
}

/// Keeps what the story has come to, where a day before it or a limit to come is told beside it.
void Resolver::keep_story(const Moment& moment, const Surroundings& around) {
    const bool of_label = label_day_.known() && told_ == label_day_ && around.sentence <= label_sentence_ + 1;
    constexpr std::int32_t long_before = 30;
    constexpr std::uint32_t lately = 2;
    const bool before_all = around.sentence <= told_sentence_ + lately && published_.has_day() && told_.days() <= published_.days() &&
                            told_.days() - moment.days() > long_before;  // "The notice had been served on 8 August 2024"
    const bool has_story =
        told_.grain == Unit::Day && moment.days() < told_.days() &&
        (told_sentence_ == around.sentence || before_all || of_label || (heading_day_.known() && published_ == heading_day_));
    if (around.beside_story && !narrative_ && has_story && aside_sentence_ == UINT32_MAX) {
        story_told_ = told_;
        story_day_ = told_day_;
        aside_sentence_ =
            around.sentence + (around.closed && story_told_ == heading_day_ ? 0 : 1);  // "hit on 3 May, it sank two days later"
    }
    // "On 14 November the council extended the mandate until 12 March. Britain said the same day": a limit to come is no day that was told
    const bool limit_to_come = around.limit && !narrative_ && published_.has_day() && moment.days() > published_.days() &&
                               told_.grain == Unit::Day && told_.days() <= published_.days() && told_sentence_ == around.sentence;
    if (limit_to_come && aside_sentence_ == UINT32_MAX) {
        story_told_ = told_;
        story_day_ = told_day_;
        aside_sentence_ = around.sentence + 1;
    }
}

/// Within a week before the document's day.
bool Resolver::is_this_week(const Moment& moment) const {
    constexpr std::int32_t week = 7;
    return moment.grain == Unit::Day && published_.grain == Unit::Day && moment.days() <= published_.days() &&
           published_.days() - moment.days() < week;
}

/// "Stocks fell on Thursday. They had begun the day higher than Wednesday": the report's own day, unless the sentence tells of another.
Moment Resolver::day_of_trading(const Surroundings& around) const {
    if (told_sentence_ == around.sentence && is_this_week(told_)) return told_;
    return trading_day_.known() ? trading_day_ : published_;
}

/// "the quarter", "that quarter", where one was told.
Moment Resolver::quarter_spoken_of(const Expression& e, const Surroundings& around) const {
    const bool just_told = told_.grain == Unit::Quarter && around.sentence <= told_sentence_ + 1 &&
                           std::pair{told_.year, told_.part} < std::pair{told_quarter_.year, told_quarter_.part};
    if (!e.reported && e.anchor == Anchor::Told && just_told) return told_;  // "During that quarter"
    // "Cocoa slid in the fourth quarter. It had begun to in the third. Tin lost 1% in the quarter": that of the report
    constexpr int quarters = 4;
    const int before = quarters * (lead_quarter_.year - told_quarter_.year) + lead_quarter_.part - told_quarter_.part;
    const bool of_report = e.reported && lead_quarter_.known() && before > 0 && before < quarters && around.sentence > quarter_sentence_;
    return of_report ? lead_quarter_ : told_quarter_;
}

void Resolver::tell(const Moment& moment, const Surroundings& around) {
    if (is_told_by_the_way(moment, around)) return;
    const bool same_sentence = told_.known() && told_sentence_ == around.sentence && !narrative_;
    if (around.ended && same_sentence && (told_.grain == Unit::Quarter || told_.grain == Unit::Half)) {  // "the quarter ended Sept. 30"
        if (moment.grain == Unit::Day) told_day_ = moment;
        return;
    }
    keep_story(moment, around);
    if (around.excursion && !on_excursion_) thread_ = told_;
    if (around.background && !background_) foreground_ = told_;
    background_ = around.background;
    late_ = false;
    on_excursion_ = around.excursion;
    if (around.excursion) excursion_sentence_ = around.sentence;
    told_ = moment;
    told_dated_ = told_of_subject_ = false;
    if (around.labels) label_year_ = moment.year, year_sentence_ = around.sentence;
    if (around.heads_entry && moment.grain == Unit::Day) entry_day_ = moment, entry_section_ = around.section;
    if (around.labels && moment.grain == Unit::Day) label_day_ = moment, label_sentence_ = around.sentence;
    part_day_ = kNoDay;
    told_since_ = around.since;
    told_range_ = around.after_to;
    told_sentence_ = around.sentence;
    // what a report expects of a quarter to come is not what it is about
    const int own_quarter = 4 * moment.year + moment.part - 1, now_quarter = 4 * published_.year + (published_.month - 1) / 3;
    const bool to_come = !narrative_ && published_.has_month() && own_quarter >= now_quarter;
    // "In last year's second quarter it lost money. For the quarter, sales rose": no quarter of the report
    const bool year_before = told_quarter_.known() && moment.part == told_quarter_.part && moment.year == told_quarter_.year - 1;
    if (moment.grain == Unit::Quarter && !lead_quarter_.known() && !to_come) lead_quarter_ = moment;
    if (moment.grain == Unit::Quarter && !((to_come || year_before) && told_quarter_.known())) {
        told_quarter_ = moment;
        quarter_sentence_ = around.sentence + 1;
    }
    if (moment.grain == Unit::Month || moment.grain == Unit::Quarter || moment.grain == Unit::Half)
        told_span_ = moment, span_sentence_ = around.sentence;
    ago_sentence_ = 0;
    before_feast_.reset();
    if (moment.grain >= Unit::Month && around.leads) leading_year_sentence_ = around.sentence + 1;
    if (moment.grain == Unit::Day && published_.has_day() && moment.days() <= published_.days()) past_day_ = moment;
    const bool above = around.dateline || around.day_alone || around.heading || around.letterhead || around.dates_note;
    if (!trading_day_.known() && !narrative_ && !above && around.tense == Tense::Past && is_this_week(moment)) trading_day_ = moment;
    if (moment.grain == Unit::Day && !around.excursion) told_day_ = moment;
    if (moment.grain == Unit::Day && around.heading) heading_day_ = moment;
    if (moment.grain == Unit::Day && (around.heading || around.letterhead)) own_day_ = moment;
}

/// A sentence after an excursion, "the next month" is the thread's again.
void Resolver::come_back(const Expression& e, const Surroundings& around) {
    if (!on_excursion_ || around.sentence <= excursion_sentence_ + 1 || !thread_.known()) return;
    if (e.kind == Kind::Calendar && e.year != kNoYear) return;
    told_ = thread_;
    on_excursion_ = false;
}

}  // namespace dateline::extract::temporal
