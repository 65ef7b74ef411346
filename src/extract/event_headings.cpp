#include "extract/counted_days.h"
#include "extract/dated_lines.h"
#include "extract/entry_runs.h"
#include "extract/event_items.h"
#include "extract/events.h"
#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"

#include <algorithm>

// What the lines over a text say of it: its headings, its days, the places that its entries open with.
namespace dateline::extract {
namespace {

using document::DateBasis;
using document::Event;
using document::PlaceBasis;

/// "Friday, 17 May, | Georgia.": whose day it is.
bool heads_place(const Text& text, const Sentence& sentence, TokenRange date) {
    constexpr std::uint32_t longest = 4;
    const bool weekday = (temporal::look_up(text.folded(text.tokens[sentence.first_token])).classes & temporal::kWeekday) != 0;
    if (!weekday || date.begin > sentence.first_token + 2 || !text.token(date.end).is(',')) return false;
    std::uint32_t end = date.end + 1;
    while (end < sentence.end_token && end <= date.end + longest && text.tokens[end].kind == TokenKind::Word &&
           text.tokens[end].capitalised())
        ++end;
    return end > date.end + 1 && (end == sentence.end_token || (end + 1 == sentence.end_token && text.tokens[end].kind == TokenKind::Mark));
}

/// "Wednesday, 13 November:": a day, and no words that say more than whose it is.
bool holds_only(const Text& text, const Sentence& sentence, TokenRange date) {
    if (heads_place(text, sentence, date)) return true;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const bool beside = text.tokens[i].kind == TokenKind::Mark || is_preposition(text, i) ||
                            (temporal::look_up(text.folded(text.tokens[i])).classes & temporal::kWeekday) != 0;
        if (!date.contains(i) && !beside) return false;
    }
    return true;
}

/// "- Thursday 7. | Note of protest handed.": more stands in the same item.
bool opens_item(const SentenceFacts& f) {
    const Text& text = f.text;
    return f.sentence.end_token < text.tokens.size() && text.tokens[f.sentence.end_token].begin < text.layout->blocks[f.sentence.block].end;
}

/// Below `after` another line is a day and no more: a chronicle.
bool has_other_day_below(const Text& text, const SentenceFacts& f, std::span<const DatedSpan> dates) {
    constexpr std::uint32_t most_tokens = 8;
    const calendar::Edtf& own = f.dates.front().edtf;
    std::size_t next = 0;
    for (const Sentence& s : text.sentences) {
        if (s.begin <= f.sentence.begin || s.end_token - s.first_token > most_tokens) continue;
        const std::vector<DateMention> found = dates_of(text, s, dates, next);
        const bool other = found.size() == 1 && found.front().edtf.first() && found.front().edtf.precision() >= calendar::Precision::Day &&
                           first_day(found.front().edtf) != first_day(own);
        if (other && holds_only(text, s, found.front().tokens)) return true;
    }
    return false;
}

/// "had earlier searched": done before what is told.
bool is_done_before(const SentenceFacts& f, const Frame& frame) {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = frame.head, steps = 0; i-- > std::max(f.sentence.first_token, frame.clause.begin) && steps < reach; ++steps)
        if (f.word(i) == "had") return true;
    return false;
}

}  // namespace

/// "Libya. Storm Daniel made landfall": a paragraph that opens with a few words in capitals and no verb has its own heading.
bool EventReader::leads_in(const Text& text, std::uint32_t s) {
    constexpr std::uint32_t kLongest = 7;
    const Sentence& own = text.sentences[s];
    const bool opens =
        (s == 0 || text.sentences[s - 1].block != own.block) && s + 1 < text.sentences.size() && text.sentences[s + 1].block == own.block;
    if (!opens || own.end_token - own.first_token > kLongest) return false;
    for (std::uint32_t i = own.first_token; i < own.end_token; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind == TokenKind::Word && !t.capitalised() && !t.hyphenated && (t.lexicon & (kArticle | kConjunction)) == 0 &&
            !is_preposition(text, i))
            return false;
    }
    return true;
}

/// "Tema" on a line of its own, over the paragraphs about it: a heading of a text that marks none.
bool EventReader::is_title_line(const Text& text, const Sentence& own) {
    constexpr std::uint32_t longest = 4;
    const std::vector<Block>& blocks = text.layout->blocks;
    if (blocks[own.block].kind != BlockKind::Paragraph || own.end_token <= own.first_token || own.end_token - own.first_token > longest)
        return false;
    const Sentence *first = text.sentences.data(), *end = first + text.sentences.size(), *next = &own + 1;
    if (next >= end || next->block == own.block || (&own > first && (&own - 1)->block == own.block)) return false;
    for (std::uint32_t i = own.first_token; i < own.end_token; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind != TokenKind::Word || (i == own.first_token && !t.capitalised())) return false;
    }
    const bool prose =
        blocks[next->block].kind == BlockKind::Paragraph && next->end_token > next->first_token && text.tokens[next->end_token - 1].is('.');
    return prose || blocks[next->block].kind == BlockKind::ListItem;
}

/// "Senegal" over a section: what is told there and names no place happened in Senegal, as far as we know. "Recent events" below
/// it changes nothing; "Talks in Geneva" does.
void EventReader::read_heading(const SentenceFacts& f, std::uint8_t level) {
    while (!sections_.empty() && sections_.back().level >= level) sections_.pop_back();
    const bool elsewhere = std::any_of(f.mentions.begin(), f.mentions.end(), [](const Mention& m) { return m.place >= 0; });
    if (!elsewhere) return;
    const bool heads = f.text.layout->blocks[f.sentence.block].kind == BlockKind::Heading || is_title_line(f.text, f.sentence);
    sections_.push_back({level, {}, {}, heads ? kNoEntry : f.sentence.block});
    if (f.mentions.size() != 1 || f.mentions.front().adjective) return;
    const Mention& m = f.mentions.front();
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        const bool own = i >= m.first_token && i < m.end_token;
        if (!own && f.token(i).kind == TokenKind::Word && !f.has(i, kArticle) && !is_preposition(f.text, i)) return;
    }
    PlaceChoice place = places_.of(f, m);
    place.basis = PlaceBasis::Inferred;
    place.reason = "the section is about " + place.name;
    place.span = {};
    sections_.back().place = std::move(place);
    sections_.back().country = gazetteer_.place(static_cast<std::uint32_t>(m.place)).country;
}

/// A report's own date over its text tells when it was written. "13 November:" does not, nor does a day before it over a list or
/// in a chronicle.
bool EventReader::is_masthead(const SentenceFacts& f, std::uint8_t level, std::span<const DatedSpan> dates) const {
    constexpr std::uint32_t masthead_blocks = 5;
    constexpr std::int64_t masthead_days = 7;
    const std::vector<Block>& blocks = f.text.layout->blocks;
    const bool heads = blocks[f.sentence.block].kind == BlockKind::Heading;
    if (f.sentence.block >= masthead_blocks || (heads && level > 1)) return false;
    if (in_chronicle_ || (blocks[f.sentence.block].kind == BlockKind::ListItem && opens_item(f))) return false;
    if (!published_ || !published_->first()) return true;
    const std::int64_t ago = first_day(*published_) - first_day(f.dates.front().edtf);
    const bool near = std::abs(ago) <= masthead_days;
    if (f.dates.front().edtf.precision() < calendar::Precision::Day) return near;
    if (f.token(f.sentence.end_token - 1).is(':')) return false;
    const bool over_list = f.sentence.block + 1 < blocks.size() && blocks[f.sentence.block + 1].kind == BlockKind::ListItem;
    if (!near) return !over_list && !has_other_day_below(f.text, f, dates);
    if (ago <= 0 && !over_list) return true;
    return !(ago > 0 && over_list) && !has_other_day_below(f.text, f, dates);
}

/// "3 May", "9 May", "2 June", each on its line over what happened then.
bool EventReader::is_day_by_day(const Layout& layout) {
    constexpr int least_days = 3;
    if (day_by_day_) return *day_by_day_;
    int days = 0;
    for (const Block& block : layout.blocks) {
        const std::string_view line = std::string_view(layout.text).substr(block.begin, block.end - block.begin);
        if (is_day(line) && ++days == least_days) break;
    }
    return day_by_day_.emplace(days == least_days);
}

/// What stands below the day's heading was on that day, though it is told in the present: in a chronicle, or in the list of a digest.
bool EventReader::tells_what_was(const Layout& layout, const Block& block) {
    const calendar::Edtf& day = day_heading_->date.edtf;
    if (published_ && day.bounds().begin >= published_->bounds().end) return false;
    const bool now = published_ && published_->first() && first_day(day) >= first_day(*published_) &&
                     published_->precision() >= calendar::Precision::Day;
    return block.kind == BlockKind::ListItem || (is_day_by_day(layout) && !now);
}

/// "13 November: Rebels attacked Goma. Two men were arrested …", "GOMA, 13 November – …": an entry, which is about its day to its end.
bool EventReader::opens_days_entry(const SentenceFacts& f) const {
    const bool first = f.sentence.first_token == 0 || f.sentence.block != last_block_;
    if (!first || f.dates.empty() || !published_ || !published_->first()) return false;
    const DateMention& date = f.dates.front();
    const bool single = date.basis != DateBasis::Context && !date.edtf.is_interval() && date.edtf.precision() == calendar::Precision::Day;
    const std::uint32_t dateline =
        single && f.token(f.sentence.first_token).letter_case == Case::Upper ? dateline_end(f.text, f.sentence, f.mentions) : 0;
    if (dateline > date.tokens.begin && date.tokens.end <= dateline && first_day(date.edtf) <= first_day(*published_)) return true;
    const Token &mark = f.token(date.tokens.end), &told = f.token(date.tokens.end + 1);
    const bool marked = mark.is(':') || (mark.is('-') && mark.after_space && told.after_space && told.capitalised());
    const std::uint32_t next = date.tokens.end;
    const bool bare =
        date.tokens.begin == f.sentence.first_token && mark.kind == TokenKind::Word && mark.letter_case == Case::Capital &&
        mark.after_space && told.kind == TokenKind::Word &&
        (told.letter_case == Case::Lower || f.has(next, kArticle) || is_preposition(f.text, next));  // "13 Jan Gunmen shell Goma. Two die."
    const bool opens = date.tokens.begin <= f.sentence.first_token + 1 && date.tokens.end + 1 < f.sentence.end_token &&
                       (marked || bare || entry_.lead_end > date.tokens.end);
    // "June: Slovenia declares independence. The army attacks"
    const bool month =
        marked && date.basis != DateBasis::Context && !date.edtf.is_interval() && date.edtf.precision() == calendar::Precision::Month;
    const bool over = published_->precision() < calendar::Precision::Day ? date.edtf.bounds().end < published_->bounds().end
                                                                         : first_day(date.edtf) < first_day(*published_);
    return opens && (single || month) && over;
}

/// "1975 Tulung La ambush", over what happened then: a heading that begins or ends with a year that was over when the text was written.
bool EventReader::heads_with_year(const SentenceFacts& f) const {
    constexpr std::uint32_t longest = 8;
    if (f.dates.size() != 1 || !published_ || !published_->first()) return false;
    const DateMention& date = f.dates.front();
    const bool year = date.basis == document::DateBasis::Explicit && !date.edtf.is_interval() && date.edtf.first() &&
                      date.edtf.precision() == calendar::Precision::Year;
    const bool edge = date.tokens.begin == f.sentence.first_token || date.tokens.end == f.sentence.end_token;
    const std::uint32_t words = f.sentence.end_token - f.sentence.first_token;
    return year && edge && words > 1 && words <= longest && date.edtf.first()->year < published_->first()->year;
}

/// "## 15 November 2024", "**3 May 2023**", "15 November." over an entry: the day of what is told below and has none of its own.
/// It holds up to the next one, or to a heading that is no finer; over a list, to its end.
void EventReader::read_day_heading(const SentenceFacts& f, std::uint8_t level, std::span<const DatedSpan> dates) {
    const std::vector<Block>& blocks = f.text.layout->blocks;
    const bool heads = blocks[f.sentence.block].kind == BlockKind::Heading;
    const bool listed = blocks[f.sentence.block].kind == BlockKind::ListItem;
    if (heads && day_heading_ && day_heading_->level >= level) day_heading_.reset();
    if (day_heading_ &&
        ((day_heading_->over_list && !listed && f.sentence.block != day_heading_->block) || f.sentence.block > day_heading_->last))
        day_heading_.reset();
    if (day_heading_ && day_heading_->entry != kNoEntry && day_heading_->entry != f.sentence.block) day_heading_.reset();
    if (opens_days_entry(f)) {
        day_heading_ = DayHeading{level, false, f.sentence.block, f.dates.front(), f.phrase(f.dates.front().tokens)};
        // "CUTTACK, Jan 14 – The minister on Saturday opened": what comes next is of Saturday, if of any day
        day_heading_->of_report = std::any_of(f.dates.begin() + 1, f.dates.end(), [&](const DateMention& d) {
            return !d.edtf.is_interval() && d.edtf.first() && d.edtf.precision() >= calendar::Precision::Day &&
                   first_day(d.edtf) < first_day(day_heading_->date.edtf);
        });
        return;
    }
    if (heads && heads_with_year(f)) {
        constexpr std::uint32_t paragraphs = 2;  // what follows is no longer of that year alone
        day_heading_ = DayHeading{level, false, kNoEntry, f.dates.front(), f.phrase(f.dates.front().tokens), f.sentence.block + paragraphs};
        return;
    }
    const bool programme = f.dates.size() == 1 && heads_programme(f);
    if (f.dates.size() != 1 || !f.dates.front().edtf.first() || (!programme && !holds_only(f.text, f.sentence, f.dates.front().tokens)))
        return;
    if (!programme && !heads_place(f.text, f.sentence, f.dates.front().tokens) && is_masthead(f, level, dates)) return note_own_day(f);
    const bool over_list = !heads && f.sentence.block + 1 < blocks.size() && blocks[f.sentence.block + 1].kind == BlockKind::ListItem;
    const bool own_item = listed && opens_item(f);
    day_heading_ = DayHeading{level, over_list && !own_item, own_item ? f.sentence.block : kNoEntry, f.dates.front(),
                              f.phrase(f.dates.front().tokens)};
    day_heading_->block = f.sentence.block;
    in_chronicle_ = true;
    anchor_.reset();
}

/// "16 May 2024" over a report: the day that it was published, to the day.
void EventReader::note_own_day(const SentenceFacts& f) {
    if (!published_ || published_->is_interval() || published_->precision() < calendar::Precision::Day) return;
    for (const DateMention& date : f.dates)
        if (!date.edtf.is_interval() && date.edtf.precision() >= calendar::Precision::Day && first_day(date.edtf) == first_day(*published_))
            own_day_ = OwnDay{date, f.phrase(date.tokens), f.sentence.block, false};
}

/// The first sentence of prose below the day on the masthead.
bool EventReader::leads_report(const SentenceFacts& f, const Block& block) {
    constexpr std::uint32_t reach = 6, shortest = 7;  // blocks: title, byline, …
    if (!own_day_ || own_day_->led || in_chronicle_ || day_heading_ || f.sentence.block <= own_day_->block) return false;
    const Token& last = f.token(f.sentence.end_token - 1);
    const bool prose =
        block.kind == BlockKind::Paragraph && f.sentence.end_token - f.sentence.first_token >= shortest && (last.is('.') || last.is('"'));
    if (!prose) return false;
    own_day_->led = true;
    return f.sentence.block <= own_day_->block + reach && f.dates.empty();
}

/// "The ministry condemns the raid", "Rebels have taken the town", in the first sentence of a report that tells no day but its own: about then.
/// Not "She met her husband here", which may be long ago.
bool EventReader::take_own_day(const SentenceFacts& f, const Frame& frame, Event& event) const {
    const bool states = frame.kind == EventKind::Assertion, harm = frame.kind == EventKind::Attack || frame.kind == EventKind::Incident;
    const bool told = leads_ && frame.modality == Modality::Happened && !frame.noun && !frame.background && !frame.sequel &&
                      frame.strength >= 2 && (frame.perfect || states || (frame.past && harm)) && !is_done_before(f, frame) &&
                      frame.kind != EventKind::Figure && frame.kind != EventKind::Plan && frame.kind != EventKind::Plain;
    if (!told || tells_of_other_time(f)) return false;
    calendar::Date about = *own_day_->date.edtf.first();
    about.approximate = !states;
    event.date = calendar::Edtf::of(about);
    event.date_basis = DateBasis::Context;
    event.date_text = own_day_->text;
    event.date_span = own_day_->date.span;
    return true;
}

bool EventReader::take_day_of_heading(const SentenceFacts& f, const Frame& frame, Event& event) const {
    const bool says = (frame.sense.use & kSays) != 0;
    if (day_heading_ && day_heading_->of_report && !says) return false;
    const bool tells =
        frame.of_day ||
        (says ? frame.passive || (f.under_day && frame.kind == EventKind::Assertion && frame.strength >= 2 && (frame.past || f.day_by_day))
              : frame.strength >= 2);
    const bool told = day_heading_ && (!is_done_before(f, frame) || frame.speaker.begin < frame.speaker.end) &&
                      frame.modality == Modality::Happened && (!frame.noun || frame.item) && !frame.background && tells;
    if (!told) return false;
    event.date = day_heading_->date.edtf;
    event.date_basis = DateBasis::Context;
    event.date_text = day_heading_->text;
    event.date_span = day_heading_->date.span;
    return true;
}

/// What happened, and not what somebody said; and in a sentence that names no place abroad.
bool EventReader::may_be_in_section(const SentenceFacts& f, const Frame& frame) const {
    if (sections_.empty() || !sections_.back().place || frame.kind == EventKind::Assertion || (frame.sense.use & kSays) != 0) return false;
    const bool of_town =
        sections_.back().place->precision <= document::PlacePrecision::District;  // "Dromahair. | A public meeting will be held on Tuesday"
    if (frame.modality != Modality::Happened && !(of_town && frame.modality == Modality::Planned)) return false;
    const std::string& country = sections_.back().country;
    return std::all_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
        return m.place < 0 || m.adjective || (!country.empty() && gazetteer_.place(static_cast<std::uint32_t>(m.place)).country == country);
    });
}

/// "08SEP – Uvira: demonstrations. Four were hurt."
void EventReader::read_entry(const SentenceFacts& f) {
    const EntryLead lead = entry_lead(f.text, f.sentence, f.mentions);
    const bool goes_on = entry_.block == f.sentence.block;
    if (goes_on && lead.end == 0 && !is_run_on_entry(f.text, f.sentence)) return;
    if (goes_on && anchor_) anchor_->place = {};  // "Rotterdam: the strike ended. | Mombasa: | the jetty is shut."
    entry_ = {f.sentence.block, 0, false, {}, {}};
    entry_.lead_end = lead.end;
    const std::uint32_t day_end = f.dates.empty() || !opens_with(f, f.dates.front()) ? f.sentence.end_token : f.dates.front().tokens.end;
    entry_.notice = day_end + 1 < f.sentence.end_token && (f.token(day_end).is(':') || f.token(day_end).is('-'));
    if (lead.place) head_entry(f, *lead.place);
    if (entry_.notice && !f.points.empty()) {  // "10.11.2024: Posn 01:06.5N – 103:44.2E. Robbers …"
        entry_.place = PlaceChooser::at_point(f, f.points.front());
        entry_.place->basis = PlaceBasis::Inferred;
        entry_.place->reason = "the entry is about " + entry_.place->name;
        entry_.place->span = {};
    }
    if (!row_ || !row_->place) return;
    head_entry(f, *row_->place);
    entry_.place->basis = PlaceBasis::Explicit;  // the row's own cell
    entry_.place->reason.clear();
    entry_.place->span = row_->place->span;
}

/// "Fiji: Tropical Cyclone Keni" on a line of its own, over the note below it, and perhaps a line that says of when that is.
void EventReader::read_note_title(const SentenceFacts& f, std::uint8_t level) {
    constexpr std::uint32_t longest = 14, reach = 2;
    const std::vector<Block>& blocks = f.text.layout->blocks;
    const Block& own = blocks[f.sentence.block];
    const bool line = own.kind == BlockKind::Paragraph && f.sentence.block + 1 < blocks.size() &&
                      blocks[f.sentence.block + 1].kind == BlockKind::Paragraph &&
                      f.sentence.end_token - f.sentence.first_token <= longest &&
                      f.token(f.sentence.end_token - 1).kind != TokenKind::Mark &&
                      (f.sentence.end_token >= f.text.tokens.size() || f.text.tokens[f.sentence.end_token].begin >= own.end);
    if (!line || !f.dates.empty() || !entry_.place || entry_.lead_end == 0) return;
    while (!sections_.empty() && sections_.back().level >= level) sections_.pop_back();
    sections_.push_back({level, entry_.place, entry_.country, f.sentence.block + reach});
}

void EventReader::head_entry(const SentenceFacts& f, const Mention& place) {
    entry_.place = places_.of(f, place);
    entry_.place->basis = PlaceBasis::Inferred;
    entry_.place->reason = "the entry is about " + entry_.place->name;
    entry_.place->span = {};
    entry_.country = gazetteer_.place(static_cast<std::uint32_t>(place.place)).country;
}

/// What is done, and what a day of an agenda plans in a town; not what is said, nor what a sentence tells of another state.
bool EventReader::may_be_in_entry(const SentenceFacts& f, const Frame& frame) const {
    if (!entry_.place || entry_.block != f.sentence.block || frame.modality == Modality::Hypothetical) return false;
    if ((frame.kind == EventKind::Assertion || (frame.sense.use & kSays) != 0) && !frame.passive) return false;
    if (frame.modality == Modality::Planned && entry_.place->precision > document::PlacePrecision::District) return false;
    return std::all_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
        const bool of_lead = m.first_token >= f.sentence.first_token && m.end_token <= entry_.lead_end;
        return of_lead || m.place < 0 || m.adjective || m.role != PlaceRole::Location ||
               gazetteer_.place(static_cast<std::uint32_t>(m.place)).country == entry_.country;
    });
}

/// "Drones hit Odesa on 9 November. A woman was injured in Stanovoye.": news of a deed with a place of its own, right after one that has

}  // namespace dateline::extract
