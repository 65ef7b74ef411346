#include "extract/events.h"

#include "extract/counted_days.h"
#include "extract/entry_runs.h"
#include "extract/event_items.h"
#include "extract/event_title.h"
#include "extract/lexicon.h"
#include "extract/name_chunk.h"
#include "extract/own_lines.h"
#include "extract/place_feature.h"
#include "extract/verb_groups.h"
#include "extract/water_part.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <variant>

namespace dateline::extract {
namespace {

using document::Event;
using document::PlaceBasis;

constexpr std::size_t kMostPending = 1024;  ///< events of one quotation

/// "Much of the day was given to …", "The day began with …"
bool opens_with_the_day(const SentenceFacts& f) {
    if (!f.dates.empty()) return false;
    for (std::uint32_t i = f.sentence.first_token; i + 2 < std::min(f.sentence.end_token, f.sentence.first_token + 8); ++i) {
        const std::string_view next = f.word(i + 2);
        const bool other = next == "before" || next == "after" || next == "of" || next == "when";
        if (f.word(i) == "the" && f.word(i + 1) == "day" && !other) return true;
    }
    return false;
}

/// "8 May: Talks with Chad, Rome. | Postponed at the request of the hosts": what the next sentence says was not to be.
bool is_withdrawn_next(const SentenceFacts& f) {
    static constexpr WordSet kWithdrawn{"postponed", "cancelled", "canceled", "deferred", "scrapped", "shelved", "abandoned"};
    const Sentence* next = &f.sentence + 1;
    if (next >= f.text.sentences.data() + f.text.sentences.size() || next->block != f.sentence.block) return false;
    const std::uint32_t i = next->first_token, after = i + 1;
    const auto word = [&](std::uint32_t k) { return f.text.folded(k); };
    const bool phrasal = (word(i) == "called" || word(i) == "put") && word(after) == "off";
    if (!phrasal && !kWithdrawn.contains(word(i))) return false;
    const std::string_view how = word(phrasal ? after + 1 : after);
    return after + (phrasal ? 1 : 0) >= next->end_token || f.text.token(phrasal ? after + 1 : after).kind == TokenKind::Mark ||
           is_preposition(f.text, phrasal ? after + 1 : after) || is_adverb(f.text, phrasal ? after + 1 : after) || how == "because" ||
           how == "due" || how == "until";
}

/// "The daily wrote that the cabinet had decided on 6 March to … . | The ministry calls the report untrue", "… . | Dushanbe rejects this as fabrication": another denies what this sentence says that
/// somebody says.
bool is_refuted_next(const SentenceFacts& f) {
    static constexpr WordSet kRefutes{"denies",  "denied",  "deny",    "rejects", "rejected", "reject",   "dismisses", "dismissed",
                                      "dismiss", "refutes", "refuted", "refute",  "disputes", "disputed", "dispute"};
    static constexpr WordSet kCalls{"calls", "called", "call", "describes", "described", "labels", "labelled", "branded", "termed"};
    static constexpr WordSet kSayings{"report",      "reports", "claim",   "claims", "allegation", "allegations", "accusation",
                                      "accusations", "charge",  "charges", "story",  "assertion",  "statement"};
    static constexpr WordSet kUntrue{"untrue",  "false", "unfounded", "baseless", "groundless",     "fabrication", "fabricated",
                                     "fiction", "lies",  "nonsense",  "fake",     "disinformation", "invention"};
    constexpr std::uint32_t reach = 14;
    const Sentence* next = &f.sentence + 1;
    if (next >= f.text.sentences.data() + f.text.sentences.size() || next->block != f.sentence.block) return false;
    const auto word = [&](std::uint32_t i) { return i < next->end_token ? f.text.folded(i) : std::string_view{}; };
    const std::uint32_t end = std::min(next->end_token, next->first_token + reach);
    for (std::uint32_t i = next->first_token + 1; i < end; ++i) {
        const bool refutes = kRefutes.contains(word(i)), calls = kCalls.contains(word(i));
        if (!refutes && !calls) continue;
        const std::uint32_t object =
            word(i + 1) == "the" || word(i + 1) == "this" || word(i + 1) == "these" || word(i + 1) == "such" ? i + 2 : i + 1;
        const bool pointed =
            kSayings.contains(word(object)) ||
            (object == i + 2 && word(i + 1) == "this" && (f.text.token(object).kind == TokenKind::Mark || word(object) == "as")) ||
            word(i + 1) == "it";
        if (!pointed) return false;
        if (refutes) return true;
        for (std::uint32_t k = object; k < std::min(next->end_token, object + 6); ++k)
            if (kUntrue.contains(word(k))) return true;
        return false;
    }
    return false;
}

/// "the daily Vesti", "local media": who tells what others did.
bool is_of_press(std::string_view who) {
    static constexpr WordSet kPress{"daily",   "weekly",  "newspaper", "newspapers", "media",   "portal",   "outlet", "outlets",
                                    "website", "tabloid", "press",     "channel",    "blogger", "bloggers", "posts"};
    for (std::size_t at = 0; at < who.size();) {
        const std::size_t end = std::min(who.find(' ', at), who.size());
        if (kPress.contains(who.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

/// What somebody tells and another refutes is claimed; where the press tells it, denied.
void doubt(std::span<Event> told) {
    for (Event& event : told) {
        const bool open = std::none_of(event.extra.begin(), event.extra.end(), [](const auto& x) { return x.first == "modality"; });
        const bool press = is_of_press(event.attribution);
        if (event.attribution.empty() || !event.date || (!open && !press)) continue;
        std::erase_if(event.extra, [](const auto& x) { return x.first == "modality"; });
        event.extra.emplace_back("modality", json_string(name_of(press ? Modality::Denied : Modality::Claimed)));
    }
}

/// "The minister claimed | that the works had been completed in June": a headline that was cut before what was said, with that; empty where it has no room.
std::string with_what_was_said(const SentenceFacts& f, const Frame& speech, const Frame& said, std::string_view title) {
    const std::string verb = f.phrase({speech.head, speech.head + 1});
    const std::size_t at = title.find(verb);
    if (at == title.npos || said.subject.begin >= said.subject.end || said.subject.begin < speech.verb.end) return {};
    std::uint32_t that = said.subject.begin;
    while (that > speech.verb.end && f.has(that - 1, kArticle)) --that;
    if (f.word(that - 1) != "that" && that != speech.verb.end) return {};  // not "said that it rejects the line | which Beijing had drawn"
    std::uint32_t end = std::max(said.rest.end, said.verb.end);
    while (end > said.verb.end && f.token(end - 1).kind == TokenKind::Mark) --end;
    const std::string told = std::string(title.substr(0, at + verb.size())) + " that ";
    for (const std::uint32_t to : {end, said.verb.end})
        if (std::string whole = told + f.phrase({said.subject.begin, to}); length_of(whole) <= kMostTitleCharacters) return whole;
    return {};
}

/// "24/25 April" as well as "24 April"
bool is_day_or_two(const calendar::Edtf& date) {
    constexpr std::int64_t most_days = 3;
    if (date.precision() < calendar::Precision::Day) return false;
    return !date.is_interval() ||
           (date.first() && date.last() && first_day(calendar::Edtf::of(*date.last())) - first_day(date) < most_days);
}

}  // namespace

/// As many of the next sentences as are read at once. Each step is taken with all of them before the next step is, while its code is near.
void EventReader::prepare_some(const NameLookup& lookup, std::span<const Mention> mentions, const DocumentNames& names,
                               std::span<const DatedSpan> dates) {
    constexpr std::size_t at_once = 32;
    const Text& text = lookup.text();
    const auto first = next_sentence_, end = static_cast<std::uint32_t>(std::min(first + at_once, text.sentences.size()));
    std::vector<Prepared>& out = prepared_;
    out.clear();
    out.reserve(end - first);
    for (std::uint32_t s = first; s < end; ++s) {
        const Sentence& sentence = text.sentences[s];
        const std::size_t begin = next_mention_;
        while (next_mention_ < mentions.size() && mentions[next_mention_].sentence == s) ++next_mention_;
        const std::span<const Mention> own = mentions.subspan(begin, next_mention_ - begin);
        SentenceFacts facts{text, sentence, own, dates_of(text, sentence, dates, next_date_), {}, {}};
        Prepared& p = out.emplace_back(Prepared{std::move(facts), sentence, {}, {}, {}, {}});
        p.facts.points = written_points(text, sentence);
        for (const WrittenPoint& point : p.facts.points)  // "04:47 S" is no hour
            std::erase_if(p.facts.dates,
                          [&](const DateMention& d) { return d.tokens.begin < point.tokens.end && point.tokens.begin < d.tokens.end; });
        p.told.first_token = std::max(p.told.first_token, dateline_end(text, sentence, own));
    }
    for (Prepared& p : out)
        if (p.is_told()) p.actors = find_actors(lookup, p.facts.sentence, p.facts.mentions, names);
    for (Prepared& p : out)
        if (p.is_told()) p.verbs = find_verb_groups(text, p.told);
    std::vector<TokenRange> ranges;
    for (Prepared& p : out) {
        if (!p.is_told()) continue;
        ranges.clear();
        for (const DateMention& d : p.facts.dates) ranges.push_back(d.tokens);
        p.clauses = read_clauses(text, p.told, ranges, std::move(p.verbs));
    }
    for (Prepared& p : out)
        if (p.is_told()) prepare_frames(p);
    next_sentence_ = end;
}

/// The frames of a sentence, as they are if what stands over the first of those read at once stands over it too.
void EventReader::prepare_frames(Prepared& p) {
    const Layout& layout = *p.facts.text.layout;
    p.under_day = day_heading_ && is_day_or_two(day_heading_->date.edtf);
    p.day_by_day = p.under_day && tells_what_was(layout, layout.blocks[p.facts.sentence.block]);
    SentenceFacts& facts = p.facts;
    const auto hand_over = [&] {
        std::swap(facts.actors, p.actors);
        std::swap(facts.clauses, p.clauses);
        std::swap(facts.under_day, p.under_day);
        std::swap(facts.day_by_day, p.day_by_day);
    };
    hand_over();
    p.frames = find_frames(facts, p.asks_of_day);
    hand_over();
}

void EventReader::prepare(const NameLookup& lookup, std::span<const Mention> mentions, const DocumentNames& names,
                          std::span<const DatedSpan> dates) {
    places_.hear_of(names);
    setting_.read(lookup.text(), mentions);
    if (voice_.empty()) voice_ = voice_of_release(lookup.text());
    next_sentence_ = 0;
    next_mention_ = 0;
    prepare_some(lookup, mentions, names, dates);
}

void EventReader::read(const NameLookup& lookup, std::span<const Mention> mentions, const DocumentNames& names,
                       std::span<const DatedSpan> dates) {
    for (; !prepared_.empty(); prepare_some(lookup, mentions, names, dates))
        for (Prepared& sentence : prepared_) read(sentence, lookup, names, dates);
}

void EventReader::read(Prepared& prepared, const NameLookup& lookup, const DocumentNames& names, std::span<const DatedSpan> dates) {
    SentenceFacts& facts = prepared.facts;
    const Text& text = facts.text;
    const Sentence& sentence = facts.sentence;
    const Block& block = text.layout->blocks[sentence.block];
    constexpr std::uint8_t untold = 7, run_in = 8;  // finer than any that has its level
    const bool heads = block.kind == BlockKind::Heading;
    const std::uint8_t level = !heads ? run_in : block.level != 0 ? block.level : untold;
    while (!sections_.empty() && sections_.back().last_block < sentence.block) sections_.pop_back();
    const bool titled = !heads && is_title_line(text, sentence);
    if (heads || titled || leads_in(text, static_cast<std::uint32_t>(&sentence - text.sentences.data())))
        read_heading({text, sentence, facts.mentions, {}, {}, {}}, titled ? untold : level);
    row_ = block.kind == BlockKind::ListItem ? tables_.read(facts) : std::nullopt;
    read_entry(facts);
    if (!heads) read_note_title(facts, run_in);
    read_day_heading(facts, level, dates);
    if (row_ && (row_->heads_days || !row_->heading_places.empty())) {
        column_places_.assign(row_->heading_places.size(), std::nullopt);
        for (std::size_t c = 0; c < column_places_.size(); ++c)
            if (const Mention* place = row_->heading_places[c]) column_places_[c] = places_.of(facts, *place);
        row_.reset();
        return;
    }
    if (row_ && !row_->days.empty()) return read_cells(facts, lookup, names, block);
    if (block.kind == BlockKind::Heading || block.kind == BlockKind::Contents) return;
    const bool masthead = is_masthead_line(facts, published_);
    if (masthead) note_own_day(facts);
    if (masthead || speaks_of_itself(facts)) return;
    facts.after_day = anchor_ && is_right_after_day(sentence.block, anchor_->sentences_ago);
    facts.under_day = day_heading_ && is_day_or_two(day_heading_->date.edtf);
    facts.day_by_day = facts.under_day && tells_what_was(*text.layout, block);
    const bool as_prepared = !facts.after_day && facts.under_day == prepared.under_day && facts.day_by_day == prepared.day_by_day;
    if (prepared.told.first_token == sentence.end_token && !facts.mentions.empty())
        places_.hear_from(facts.mentions.front(), sentence.end_token);
    facts.actors = std::move(prepared.actors);
    facts.clauses = std::move(prepared.clauses);
    if (!row_ && prepared.asks_of_day && !as_prepared) prepared.frames = find_frames(facts);
    static const std::string none;
    leads_ = leads_report(facts, block);
    read_sentence(facts, std::move(prepared.frames), block,
                  block.section >= 0 ? text.layout->sections[static_cast<std::size_t>(block.section)] : none);
}

/// What the sentences before have told of is forgotten where this one is of another section or entry.
void EventReader::begin_sentence(const SentenceFacts& facts, const Block& block) {
    if (block.section != last_section_) {
        anchor_.reset();
        recent_.thing.clear();
        recent_.settlement.reset();
        nouns_.forget();
        scene_.forget();
        last_section_ = block.section;
    }
    if (is_run_on_entry(facts.text, facts.sentence)) {  // "…; 20 May: council": another matter
        anchor_.reset();
        recent_.thing.clear();
        recent_.settlement.reset();
        scene_.forget();
    }
    if (anchor_) ++anchor_->sentences_ago;
    if (facts.sentence.block != last_block_) {
        in_quotation_ = false;
        if (anchor_ && anchor_->section == block.section && opens_with_the_day(facts)) scene_block_ = facts.sentence.block;
    }
    last_block_ = facts.sentence.block;
    const Token& first = facts.token(facts.sentence.first_token);
    if (!in_quotation_ && first.is('"')) {
        in_quotation_ = true;
        quotation_begin_ = events_.size();
    }
    places_told_.clear();
    apart_from_ = kNone;
}

/// Of the frames found in a sentence, or in the row that it is; of an item that has none, what it names.
std::vector<Frame> EventReader::frames_told(const SentenceFacts& facts, std::vector<Frame> frames) const {
    if (row_) frames = frames_of_row(facts);
    const bool of_row = row_ && row_->date >= 0 && !frames.empty();
    const bool aside = std::all_of(frames.begin(), frames.end(), [&](const Frame& frame) { return is_in_brackets(facts, frame.head); });
    if (auto item =
            !of_row && (frames.empty() || frames.front().noun || aside) ? item_frame(facts, day_heading_.has_value()) : std::nullopt)
        frames.assign(1, *item);
    else if (!of_row && frames.size() == 1) widen_to_item(facts, frames.front());
    return frames;
}

/// The event of a frame, beside the others of its sentence.
void EventReader::read_frame(const SentenceFacts& facts, const std::vector<Frame>& frames, const Frame& frame, bool withdrawn,
                             const Block& block, const std::string& section) {
    // "The ministry said exports through the strait rose in May": where the headline has no room for what was said, that is told by itself
    const auto said = std::find_if(frames.begin(), frames.end(), [&](const Frame& other) {
        return other.head > frame.head && other.date >= 0 && !other.background && other.date != frame.date &&
               other.speaker.begin < other.speaker.end && frame.subject.contains(other.speaker.begin);
    });
    const std::size_t before = events_.size();
    add_event(facts, frame, block, section);
    const bool cut = events_.size() > before && said != frames.end() && (frame.sense.use & kSays) != 0 && !frame.noun &&
                     events_.back().title.find(facts.phrase({said->head, said->head + 1})) == std::string::npos;
    // "On Monday it dismissed reports that they had met on Sunday": the meeting is what did not happen, and has its own event
    const bool told_apart =
        events_.size() > before && std::any_of(frames.begin(), frames.end(), [&](const Frame& other) {
            return other.told_in >= 0 &&
                   facts.clauses.verbs[facts.clauses.clauses[static_cast<std::size_t>(other.told_in)].verb].head == frame.head;
        });
    if (told_apart)
        std::erase_if(events_.back().extra,
                      [](const auto& e) { return e.first == "modality" && e.second == json_string(name_of(Modality::Denied)); });
    // "confirmed that a dialogue, agreed in May, would be launched by summer": told by what was confirmed, which has its time
    const bool idle = events_.size() > before && said != frames.end() && !events_.back().date && (frame.sense.use & kSays) != 0 &&
                      !frame.noun && !frame.passive;
    if (idle) return events_.pop_back();
    const auto has_own_day = [&](const Frame& told) {
        return told.date >= 0 && !facts.dates[static_cast<std::size_t>(told.date)].edtf.is_interval() &&
               facts.dates[static_cast<std::size_t>(told.date)].edtf.precision() >= calendar::Precision::Day;
    };
    const std::string whole =
        cut && has_own_day(frame) && !has_own_day(*said) ? with_what_was_said(facts, frame, *said, events_.back().title) : std::string{};
    if (!whole.empty()) events_.back().title = whole;
    else if (cut) events_.pop_back();
    else if (withdrawn && events_.size() > before && (frame.noun || frame.item || !frame.past || frame.modality == Modality::Planned)) {
        std::erase_if(events_.back().extra, [](const auto& e) { return e.first == "modality"; });
        events_.back().extra.emplace_back("modality", json_string(name_of(Modality::Denied)));
    }
}

void EventReader::read_sentence(const SentenceFacts& facts, std::vector<Frame> found, const Block& block, const std::string& section) {
    begin_sentence(facts, block);
    const std::vector<Frame> frames = frames_told(facts, std::move(found));
    const bool withdrawn = is_withdrawn_next(facts);
    const std::size_t told_from = events_.size();
    for (const Frame& frame : frames) read_frame(facts, frames, frame, withdrawn, block, section);
    answer_for_quotation(facts);
    if (events_.size() > told_from && is_refuted_next(facts)) doubt(std::span(events_).subspan(told_from));
    remember(facts);
    if (!in_quotation_ || events_.size() >= kMostPending) hand_over();
}

/// "| Kutaisi | bridge shut | bridge reopened |": each cell below a day tells of it.
void EventReader::read_cells(const SentenceFacts& f, const NameLookup& lookup, const DocumentNames& names, const Block& block) {
    static const std::string none;
    const std::string& section = block.section >= 0 ? f.text.layout->sections[static_cast<std::size_t>(block.section)] : none;
    const std::optional<DayHeading> above = day_heading_;
    const TableRow row = *row_;
    row_.reset();
    anchor_.reset();
    for (const TableRow::DayCell& cell : row.days) {
        Sentence own = f.sentence;
        own.first_token = cell.tokens.begin;
        own.end_token = cell.tokens.end;
        const auto first =
            std::find_if(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) { return m.first_token >= own.first_token; });
        const auto last = std::find_if(first, f.mentions.end(), [&](const Mention& m) { return m.first_token >= own.end_token; });
        SentenceFacts told{f.text, own, std::span<const Mention>(first, last), {}, {}, {}};
        told.under_day = true;
        told.actors = find_actors(lookup, own, told.mentions, names);
        told.clauses = read_clauses(f.text, own, {});
        std::vector<Frame> frames = find_frames(told);
        if (frames.empty()) frames.push_back(cell_frame(told, cell.tokens));
        day_heading_ = DayHeading{0, false, f.sentence.block, cell.date, f.phrase(cell.date.tokens)};
        if (cell.column < column_places_.size() && column_places_[cell.column]) entry_.place = column_places_[cell.column];
        for (const Frame& frame : frames) {
            const std::size_t before = events_.size();
            add_event(told, frame, block, section);
            const bool of_row = (frame.noun || frame.subject.begin >= frame.subject.end) && row.label.begin < row.label.end;
            if (of_row && events_.size() > before)
                events_.back().title = f.phrase(row.label) + ": " + f.phrase(cell.tokens);  // "Lars: closed by snow"
        }
        anchor_.reset();
    }
    day_heading_ = above;
    hand_over();
}

/// What a row tells: on the day of its own column, where no verb of it has that, what its cell says.
std::vector<Frame> EventReader::frames_of_row(const SentenceFacts& f) const {
    const auto row = row_frame(f, *row_);
    if (!row) return find_frames(f);
    if (row_->day_of.empty()) {
        std::vector<Frame> frames = find_frames(f);
        if (std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) { return frame.date == row->date && !frame.noun; }))
            return frames;
        std::erase_if(frames, [&](const Frame& frame) { return frame.date == row->date; });
        frames.insert(frames.begin(), *row);
        return frames;
    }
    // "Ilha | 12 March | Bridge closed 10–13 March": the assessment's day is not that of the bridge
    SentenceFacts others = f;
    others.dates.erase(others.dates.begin() + row->date);
    std::vector<Frame> frames = find_frames(others);
    for (Frame& frame : frames)
        if (frame.date >= row->date) ++frame.date;
    frames.insert(frames.begin(), *row);
    return frames;
}

/// What no later words can change goes to be joined, so that a long text's repetitions take no memory.
void EventReader::hand_over() {
    for (Event& event : events_) told_.add(std::move(event));
    events_.clear();
    quotation_begin_ = 0;
}

/// The area of the division or water that an event's place is. Not before: events are joined by where their places are.
void EventReader::take_area(Event& event) const {
    const auto* at = std::get_if<geo::LonLat>(&event.geometry);
    constexpr std::string_view kPart = "part:";
    if (at && event.place_id.starts_with(kPart)) {  // "part:n:dl:aegean-sea"
        const std::string_view rest = std::string_view(event.place_id).substr(kPart.size());
        const std::size_t end = rest.find(':');
        geo::MultiPolygon area =
            end == rest.npos ? geo::MultiPolygon{} : part_of_area(gazetteer_.area_of(rest.substr(end + 1)), rest.substr(0, end));
        if (!area.empty()) event.geometry = std::move(area);
        return;
    }
    const std::int64_t index = at && !event.place_id.empty() ? gazetteer_.index_of(event.place_id) : -1;
    if (index < 0) return;
    const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(index));
    if (place.at == *at) event.geometry = geometry_of(gazetteer_, place, event.place_precision);
}

/// Of an event that names no place, what its report is set in. Not before: by that no two events are told apart.
void EventReader::take_scene(Event& event) const {
    const auto own = event.place_basis == PlaceBasis::None ? scenes_.find(event.id) : scenes_.end();
    if (own == scenes_.end()) return;
    constexpr double doubt = 0.1;
    const PlaceChoice& scene = setting_.scene(own->second);
    event.place = scene.name;
    event.place_id = scene.id;
    event.place_text = scene.text;
    event.place_basis = scene.basis;
    event.place_precision = scene.precision;
    event.place_radius_km = scene.radius_km;
    event.geometry = scene.geometry;
    event.confidence = std::max(event.confidence - doubt, 0.05);
    event.extra.emplace_back("place_reason", json_string(scene.reason));
}

std::vector<Event> EventReader::finish() {
    hand_over();
    std::vector<Event> events = told_.finish();
    for (Event& event : events) {
        take_scene(event);
        take_area(event);
    }
    return events;
}

}  // namespace dateline::extract
