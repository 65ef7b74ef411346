#include "extract/counted_days.h"
#include "extract/events.h"
#include "extract/lexicon.h"
#include "extract/temporal_moment.h"
#include "extract/town_words.h"
#include "extract/word_set.h"

#include <algorithm>
#include <cstdlib>

// When and where something happened, also where its own sentence does not say so.
namespace dateline::extract {
namespace {

using document::DateBasis;
using document::Event;
using document::PlaceBasis;

constexpr std::uint32_t kContextSentences = 12;
constexpr std::uint32_t kSceneSentences = 60;  ///< for "during the visit", which a whole section may be about

/// How a sentence goes on about what was told: "the ceremony", "during the visit", "there".
enum class Link : std::uint8_t { None, People, Scene };
Link link_of(const SentenceFacts& f, const Frame& frame) {
    Link link = Link::None;
    const std::uint32_t first = f.sentence.first_token;
    const std::string_view opening = f.word(first);
    const bool same_time = opening == "at" && f.word(first + 1) == "the" && f.word(first + 2) == "same";
    const bool soon = (opening == "hours" || opening == "minutes" || opening == "shortly") &&
                      (f.word(first + 1) == "later" || f.word(first + 1) == "after" || f.word(first + 1) == "afterwards");
    if (same_time || soon || opening == "there" || opening == "then" || opening == "afterwards" || opening == "later") return Link::Scene;
    for (std::uint32_t i = first; i + 1 < f.sentence.end_token; ++i) {
        const std::string_view w = f.word(i);
        const bool during = w == "during";
        const bool definite = during || w == "the" || w == "this" || w == "his" || w == "her" || w == "their" || w == "that";
        if (!definite) continue;
        for (std::uint32_t k = i + 1; k < std::min(i + (during ? 7 : 4), f.sentence.end_token); ++k) {
            const std::string_view n = f.word(k);
            const NounSense& sense = f.noun(k);
            const bool gathering = sense.known && (sense.kind == EventKind::Visit || sense.kind == EventKind::Meeting ||
                                                   sense.kind == EventKind::Ceremony || n == "signing" || n == "opening");
            if (gathering && (during || !frame.rest.contains(k))) return Link::Scene;
            if (frame.subject.contains(k) && (n == "document" || n == "sides" || n == "leaders" || n == "presidents" || n == "ministers" ||
                                              n == "parties" || n == "two"))
                link = Link::People;
            if (!f.text.tokens[k].capitalised() && f.has(k, kFunction) && !f.has(k, kArticle)) break;
        }
    }
    return link;
}

/// Whether who did it was where it happened, and so is there for what is done next.
bool stays_there(EventKind kind) {
    return kind == EventKind::Visit || kind == EventKind::Meeting || kind == EventKind::Negotiation || kind == EventKind::Signing ||
           kind == EventKind::Opening || kind == EventKind::Ceremony || kind == EventKind::Attack || kind == EventKind::Combat ||
           kind == EventKind::Deployment || kind == EventKind::Protest || kind == EventKind::Aid;
}

/// What befell a thing befell it there, and what is told next of it with no place as well: "ran aground off Y and | was pulled free".
bool happens_to_it(EventKind kind) {
    return kind == EventKind::Closing || kind == EventKind::Construction || kind == EventKind::Incident || kind == EventKind::Disaster;
}

/// "was taken | to Kukës | and charged": there, then.
bool is_brought(const SentenceFacts& f, const Frame& frame, const PlaceChoice& place) {
    static constexpr WordSet kBrings{"take", "bring", "fly", "carry", "drive", "transfer", "move", "escort", "evacuate"};
    if (!frame.passive || !kBrings.contains(f.verb(frame.head).base)) return false;
    return std::any_of(f.mentions.begin(), f.mentions.end(),
                       [&](const Mention& m) { return m.role == PlaceRole::Destination && m.span == place.span; });
}

/// "ended his stay in Oman on Monday": what he did there, told next, was before that day.
bool ends_stay(const SentenceFacts& f, const Frame& frame) {
    static constexpr WordSet kEnds{"concluded", "concludes", "wrapped",   "wraps",    "ended",
                                   "ends",      "completed", "completes", "finished", "finishes"};
    constexpr std::uint32_t reach = 8;
    if (frame.noun || !kEnds.contains(f.word(frame.head))) return false;
    for (std::uint32_t i = frame.verb.end; i < std::min(frame.verb.end + reach, f.sentence.end_token); ++i)
        if (f.noun(i).known && f.noun(i).kind == EventKind::Visit) return true;
    return false;
}

/// "On 2 October the alliance said that troops had arrived" leaves the day open; "says that they have arrived": about then.
bool is_told_as_done(const SentenceFacts& f, const Frame& frame) {
    if (!frame.perfect || frame.noun || frame.strength < 2 || frame.modality != Modality::Happened ||
        frame.speaker.begin >= frame.speaker.end || f.dates.size() != 1)
        return false;
    const calendar::Edtf& said = f.dates.front().edtf;
    return !said.is_interval() && said.precision() == calendar::Precision::Day && f.dates.front().tokens.begin < frame.verb.begin;
}

/// A deed that is done at a spot and on a day.
bool is_deed(EventKind kind) {
    return kind == EventKind::Attack || kind == EventKind::Combat || kind == EventKind::Incident || kind == EventKind::Disaster ||
           kind == EventKind::Arrest || kind == EventKind::Protest || kind == EventKind::Opening || kind == EventKind::Closing ||
           kind == EventKind::Meeting || kind == EventKind::Negotiation || kind == EventKind::Signing || kind == EventKind::Deployment ||
           kind == EventKind::Visit || kind == EventKind::Discovery || kind == EventKind::Ceremony || kind == EventKind::Aid;
}

bool meets(EventKind kind) { return kind == EventKind::Visit || kind == EventKind::Meeting || kind == EventKind::Negotiation; }

/// "visited Bissau on 5 May. | On the same day | he met the premier", "Later that day"
bool dated_the_same(const SentenceFacts& f, const Frame& frame) {
    if (frame.date < 0) return false;
    const TokenRange date = f.dates[static_cast<std::size_t>(frame.date)].tokens;
    for (std::uint32_t i = date.begin; i + 1 < date.end; ++i)
        if ((f.word(i) == "same" || f.word(i) == "that") && f.word(i + 1) == "day") return true;
    return false;
}

}  // namespace

/// "Ten days after the signing, parliament ratified it": counted from the happening told last, where it was of that sort.
bool EventReader::count_from_anchor(const SentenceFacts& f, const Frame& frame, const Block& block, Event& event) const {
    constexpr std::uint32_t most_sentences = 4;
    const bool may = anchor_ && anchor_->section == block.section && anchor_->sentences_ago <= most_sentences &&
                     frame.modality == Modality::Happened && frame.past && !frame.noun && !anchor_->date.is_interval() &&
                     anchor_->date.precision() == calendar::Precision::Day;
    if (!may) return false;
    const bool fronted = frame.clause.begin <= f.clauses.clauses.front().end;
    const auto counted =
        counted_days(f, {fronted ? f.sentence.first_token : frame.clause.begin, std::max(frame.clause.end, frame.rest.end)});
    if (!counted || counted->date >= 0) return false;
    const auto harms = [](EventKind kind) {
        return kind == EventKind::Attack || kind == EventKind::Incident || kind == EventKind::Combat || kind == EventKind::Disaster;
    };
    if (counted->from != anchor_->kind && !(harms(counted->from) && harms(anchor_->kind))) return false;  // "Five died in the attack"
    event.date = moved_by(*anchor_->date.first(), *counted);
    event.date_basis = DateBasis::Context;
    event.date_text = f.phrase(counted->tokens);
    event.date_span = f.span(counted->tokens);
    return true;
}

/// "Three days after the landslide of 23 October, a mudflow buried a village"
bool EventReader::count_from_day(const SentenceFacts& f, const Frame& frame, Event& event) {
    auto counted = counted_days(f, frame.counted);
    if (!counted || counted->date < 0) counted = counted_back(f);
    if (!counted || counted->date < 0) return false;
    event.date = moved_by(*f.dates[static_cast<std::size_t>(counted->date)].edtf.first(), *counted);
    event.date_basis = DateBasis::Relative;
    event.date_text = f.phrase(counted->tokens);
    event.date_span = f.span(counted->tokens);
    return true;
}

/// a day, is of that day as far as we know.
bool EventReader::goes_on_elsewhere(const SentenceFacts& f, const Frame& frame) const {
    constexpr std::int64_t recent_days = 60;
    const bool follows = anchor_ && anchor_->block == f.sentence.block && anchor_->sentences_ago <= 1 + (frame.weak ? anchor_->harms : 0) &&
                         published_ && published_->first() && first_day(*published_) - first_day(anchor_->date) >= 0 &&
                         first_day(*published_) - first_day(anchor_->date) <= recent_days;
    const bool deed = follows && is_deed(frame.kind) && frame.past && !frame.perfect && !frame.noun && !frame.background &&
                      frame.clause.begin < frame.clause.end && f.dates.empty();
    if (!deed || tells_of_other_time(f)) return false;
    const PlaceChoice place = places_.named(f, frame, anchor_->date);
    const bool exact = place && place.basis == PlaceBasis::Explicit && place.precision != document::PlacePrecision::None &&
                       place.precision <= document::PlacePrecision::District;
    return exact && place.id != anchor_->place.id;
}

/// "signed a memorandum in Goris on 5 May. | The memorandum | was signed by the ministers": the paper whose day has just been told.
bool EventReader::tells_of_that_paper(const SentenceFacts& f, const Frame& frame) const {
    if (!frame.passive || frame.kind != EventKind::Signing || anchor_->kind != EventKind::Signing) return false;
    TokenRange s = frame.subject;
    if (s.end == s.begin + 1 && f.word(s.begin) == "it") return anchor_->sentences_ago <= 2;
    if (s.begin >= s.end || f.word(s.begin) != "the" || f.token(s.end - 1).kind != TokenKind::Word) return false;
    ++s.begin;
    const std::string paper = f.phrase(s);
    return std::any_of(events_.rbegin(), events_.rend(), [&](const Event& told) {
        return told.date == anchor_->date && told.kind == name_of(EventKind::Signing) && told.quote.find(paper) != told.quote.npos;
    });
}

bool EventReader::set_date(const SentenceFacts& f, const Frame& frame, const Block& block, Event& event) {
    return told_date(f, frame, block, event) || take_own_day(f, frame, event);
}

/// The day that the text tells of it, or that what it told before says.
bool EventReader::told_date(const SentenceFacts& f, const Frame& frame, const Block& block, Event& event) {
    if (frame.date >= 0) {
        const DateMention& date = f.dates[static_cast<std::size_t>(frame.date)];
        event.date = date.edtf;
        // "not run since March 2020, when the border was closed": then, and no stretch from it
        const std::uint32_t lead = date.tokens.end + 1;
        const bool led_to = date.edtf.open_end() && date.edtf.first() && frame.verb.begin > lead && f.word(lead) == "when" &&
                            f.token(date.tokens.end).is(',') && frame.clause.begin >= date.tokens.end;
        const bool own = led_to && std::none_of(f.text.tokens.begin() + lead, f.text.tokens.begin() + frame.verb.begin,
                                                [](const Token& t) { return t.is(','); });
        if (own) event.date = calendar::Edtf::of(*date.edtf.first());
        if (frame.begins_it && date.edtf.first()) event.date = calendar::Edtf::interval(date.edtf.first(), std::nullopt);
        if (frame.ends_it && date.edtf.last()) event.date = calendar::Edtf::of(*date.edtf.last());
        if (frame.lasts_to) event.date = calendar::Edtf::interval(std::nullopt, date.edtf.last() ? date.edtf.last() : date.edtf.first());
        if (frame.counted.begin < frame.counted.end) return count_from_day(f, frame, event);
        if (goes_on_that_day(f, frame, block)) event.date = anchor_->date;  // "the declaration will be signed that day"
        event.date_basis = date.basis;
        event.date_span = date.span;
        event.date_text = f.phrase(date.tokens);
        // "26 May — Police escort the mayors": a chronicle, which tells what was in the present
        const bool in_present = !frame.noun && !frame.past && !frame.background && frame.modality == Modality::Happened &&
                                date.edtf.precision() >= calendar::Precision::Day && published_ &&
                                date.edtf.bounds().begin < published_->bounds().end;
        if (in_present) present_block_ = scene_block_ = f.sentence.block;
        return true;
    }
    if (follows_on(f, frame, block, event)) return true;
    if (is_sequel(f, frame)) {
        anchor_->sentences_ago = 0;
        event.date = anchor_->date;
        event.date_basis = DateBasis::Context;
        return true;
    }
    if (frame.sequel) return false;
    if (frame.of_day) return take_day_of_heading(f, frame, event);
    if (frame.weak && frame.kind != EventKind::Meeting) {
        if (!goes_on_elsewhere(f, frame)) return false;
        anchor_->harms = anchor_->sentences_ago;
        event.date = anchor_->date;
        event.date_basis = DateBasis::Context;
        return true;
    }
    if (count_from_anchor(f, frame, block, event)) return true;
    if (goes_on_that_day(f, frame, block)) {
        event.date = anchor_->date;
        event.date_basis = DateBasis::Context;
        return true;
    }
    if (is_told_as_done(f, frame)) {
        calendar::Date about = *f.dates.front().edtf.first();
        about.approximate = true;
        event.date = calendar::Edtf::of(about);
        event.date_basis = DateBasis::Context;
        return true;
    }
    const bool tells = frame.strength >= 2 || frame.kind == EventKind::Meeting;  // "During the visit, he held talks"
    const bool may = anchor_ && anchor_->section == block.section && frame.modality == Modality::Happened && tells &&
                     (frame.past || (f.sentence.block == present_block_ && !frame.noun)) && frame.speaker.begin == frame.speaker.end &&
                     (frame.sense.use & kSays) == 0;
    Link link = may ? link_of(f, frame) : Link::None;
    if (may && link == Link::None && tells_of_that_paper(f, frame)) link = Link::People;
    // "visited Accra on 5 May. | Developments in Chad were discussed": there, then
    const bool matter = may && link == Link::None && frame.passive && frame.kind == EventKind::Negotiation && !frame.background &&
                        anchor_->block == f.sentence.block && anchor_->sentences_ago <= 2 && meets(anchor_->kind) && f.dates.empty();
    if (matter) link = Link::Scene;
    const bool goes_on = may && link == Link::None && f.sentence.block == scene_block_ && !frame.background && !frame.perfect;
    if (goes_on) link = Link::Scene;
    // "- Chad has ratified the treaty" among a day's items
    const bool just_done = frame.perfect && day_heading_ && day_heading_->over_list;
    if (just_done && link == Link::None) return take_day_of_heading(f, frame, event);
    if (frame.perfect && link != Link::Scene) return false;
    if (may && link == Link::None && goes_on_elsewhere(f, frame)) {
        event.date = anchor_->date;
        event.date_basis = DateBasis::Context;
        return true;
    }
    if (link == Link::None || anchor_->sentences_ago > (link == Link::Scene ? kSceneSentences : kContextSentences))
        return take_day_of_heading(f, frame, event);
    anchor_->sentences_ago = 0;
    event.date = anchor_->date;
    event.date_basis = DateBasis::Context;
    return true;
}

/// "The declaration will be signed | that day": in the same section as what was told last.
bool EventReader::says_that_day(const SentenceFacts& f, const Frame& frame, const Block& block) const {
    if (!anchor_ || anchor_->section != block.section || frame.noun) return false;
    for (std::uint32_t i = frame.verb.end; i + 1 < f.sentence.end_token && i < frame.verb.end + 3; ++i)
        if ((f.word(i) == "that" || f.word(i) == "same") && f.word(i + 1) == "day") return true;
    return false;
}

/// "The same night | a second drone struck": of the deed told just before, and not of the day on which that was said.
bool EventReader::is_the_same_day(const SentenceFacts& f, const Frame& frame, const Block& block) const {
    if (frame.date < 0 || !anchor_ || anchor_->section != block.section || anchor_->sentences_ago > 1 || anchor_->date.is_interval())
        return false;
    const DateMention& date = f.dates[static_cast<std::size_t>(frame.date)];
    if (date.edtf.is_interval() || date.edtf.precision() < calendar::Precision::Day) return false;
    for (std::uint32_t i = date.tokens.begin; i + 1 < date.tokens.end; ++i)
        if (f.word(i) == "same") return date.tokens.end == i + 2 && temporal::look_up(f.word(i + 1)).unit <= temporal::Unit::Day;
    return false;
}

/// "Fifty slipped away | over the following two days", "Trains have run since": counted from the deed told before it.
bool EventReader::follows_on(const SentenceFacts& f, const Frame& frame, const Block& block, Event& event) const {
    const bool may = anchor_ && anchor_->section == block.section && anchor_->sentences_ago <= 2 && !anchor_->date.is_interval() &&
                     anchor_->date.precision() == calendar::Precision::Day && frame.modality == Modality::Happened && !frame.noun &&
                     !frame.background;
    if (!may) return false;
    if (frame.perfect && f.word(frame.verb.end) == "since") {
        event.date = calendar::Edtf::interval(anchor_->date.first(), std::nullopt);
        event.date_text = f.phrase({frame.verb.end, frame.verb.end + 1});
        event.date_span = f.span({frame.verb.end, frame.verb.end + 1});
    } else {
        const auto days =
            frame.past && !frame.perfect ? days_after(f, {frame.verb.end, std::max(frame.clause.end, frame.rest.end)}) : std::nullopt;
        if (!days) return false;
        calendar::Date last = *moved_by(*anchor_->date.first(), {{}, days->days, 0}).first();
        last.approximate = anchor_->date.first()->approximate;
        event.date = calendar::Edtf::interval(*moved_by(*anchor_->date.first(), {{}, 1, 0}).first(), last);
        event.date_text = f.phrase(days->tokens);
        event.date_span = f.span(days->tokens);
    }
    event.date_basis = DateBasis::Context;
    return true;
}

/// Whether its day is that of what was told last, where no other is told.
bool EventReader::goes_on_that_day(const SentenceFacts& f, const Frame& frame, const Block& block) const {
    if (is_the_same_day(f, frame, block)) return true;
    if (frame.date < 0 ? !f.dates.empty()
                       : f.dates.size() != 1 || !published_ || f.dates.front().edtf.bounds().begin != published_->bounds().begin)
        return false;
    return says_that_day(f, frame, block);
}

/// "KADUGLI – …" below "Kordofan": its own report is set in less than what the section is about.
bool EventReader::is_set_nearer(const SentenceFacts& f, const Frame& frame) const {
    if (sections_.back().place->precision < document::PlacePrecision::Region) return false;
    const std::int32_t scene = setting_.scene_of(f, frame);
    return scene >= 0 && setting_.scene(scene).precision < document::PlacePrecision::Region;
}

/// "visited X and signed Y", "flew there", "The tanker was pulled free": where what was told before says it.
void EventReader::go_on_from_before(const SentenceFacts& f, const Frame& frame, const Event& event, PlaceChoice& place) const {
    if (frame.shared_head != 0 && frame.modality == Modality::Happened)
        for (const auto& [head, told] : places_told_)
            if (head == frame.shared_head) {
                place = told;
                place.basis = PlaceBasis::Inferred;
                place.reason = "where the one who did it was just before";
                place.span = {};
            }
    const std::uint32_t town = place ? kNoWord : the_town(f, frame);
    const Mention* own_town = town != kNoWord ? town_before(f, frame, town) : nullptr;
    const bool at_works = town != kNoWord && !own_town && f.word(town) == "there" && works_before(f, town) != 0;
    constexpr std::uint32_t most_sentences = 3;  // "there" points no further back
    const bool near_by = town != kNoWord && !at_works && recent_.settlement &&
                         (f.word(town) != "there" || recent_.settlement_sentences_ago < most_sentences) &&
                         (town == f.sentence.first_token || f.word(town - 1) != "same" || recent_.settlement_alone);
    // "The crossing at X was reopened. Three lorries were looted there": no town, and nearer than the last one
    const PlaceChoice* spot =
        near_by && !own_town && f.word(town) == "there" ? scene_.told_after(f, recent_.settlement_sentences_ago) : nullptr;
    if (own_town || near_by) {
        place = own_town ? places_.of(f, *own_town) : spot ? *spot : *recent_.settlement;
        place.basis = PlaceBasis::Inferred;
        place.reason = "the town named before: " + place.name;
        place.span = {};
    }
    if (const PlaceChoice* told = place ? nullptr : scene_.goes_on(f, frame, event.date)) place = *told;
}

void EventReader::set_place(const SentenceFacts& f, const Frame& frame, const Block& block, Event& event) {
    PlaceChoice place = places_.named(f, frame, event.date);
    if (PlaceChoice point = places_.at_written_point(f, frame, static_cast<bool>(place))) place = std::move(point);
    if (!sections_.empty() && sections_.back().place)  // "The vote in the capital", in a section about a state
        if (PlaceChoice capital = places_.in_the_capital(f, frame, gazetteer_.index_of(sections_.back().place->id));
            capital && (!place || place.text == capital.text))
            place = std::move(capital);
    const bool of_heading =
        event.date_basis == DateBasis::Context && day_heading_ && event.date_span == day_heading_->date.span;  // one of a day's items
    const bool same_section = event.date && anchor_ && anchor_->section == block.section && anchor_->place && !of_heading;
    const std::string_view opens = frame.subject.begin < frame.subject.end ? f.word(frame.subject.begin) : std::string_view{};
    // "arrived in X. The next day he and Y signed …"
    const bool stays_on = same_section && frame.date >= 0 && event.date_basis == DateBasis::Relative && stays_there(anchor_->kind) &&
                          anchor_->sentences_ago <= 1 && !frame.background && (opens == "he" || opens == "she" || opens == "they") &&
                          event.date->bounds().begin == anchor_->date.bounds().end;
    const bool speaks = (frame.sense.use & (kSays | kAnnounces)) != 0 && !frame.passive;  // who speaks that day may be anywhere
    const bool that_day =
        event.date && !speaks && says_that_day(f, frame, block) && *event.date == anchor_->date && frame.modality != Modality::Denied;
    const bool still_there = same_section && !speaks && frame.modality == Modality::Happened && *event.date == anchor_->date &&
                             (anchor_->kind == EventKind::Visit || (meets(anchor_->kind) && meets(frame.kind))) &&
                             anchor_->sentences_ago <= kContextSentences && dated_the_same(f, frame);
    const bool same_scene = (frame.date < 0 && same_section) || stays_on || (that_day && anchor_->place) || still_there;
    const bool entry_told_on = same_scene && anchor_->block == f.sentence.block && anchor_->place;
    const PlaceChoice* told_before = place ? nullptr : nouns_.taken_up(f, frame, entry_.place && entry_.block == f.sentence.block);
    if (told_before) {
        place = *told_before;
        place.basis = PlaceBasis::Inferred;
        place.reason = "where what is named again was: " + place.name;
        place.span = {};
    }
    if (!place && !entry_told_on && may_be_in_entry(f, frame)) place = *entry_.place;
    if (!place && same_scene) {
        place = anchor_->place;
        place.basis = PlaceBasis::Inferred;
        place.reason = "where the sentences before it take place";
        place.span = {};
    }
    if (!place) go_on_from_before(f, frame, event, place);
    if (!place) place = places_.inferred(f, frame);
    if (!place && may_be_in_section(f, frame) && !is_set_nearer(f, frame)) place = *sections_.back().place;
    const bool own_day = (frame.date >= 0 || (leads_ && event.date)) && !frame.background && frame.modality == Modality::Happened &&
                         event.date && event.date->precision() >= calendar::Precision::Day && !event.date->is_interval();
    // In a chronicle what was before the day is told aside: "whom he had last met on 20 August"
    const bool before = own_day && day_heading_ && !day_heading_->of_report && first_day(*event.date) < first_day(day_heading_->date.edtf);
    if (own_day && ends_stay(f, frame)) anchor_.reset();
    else if (own_day && !before) anchor_ = Anchor{block.section, f.sentence.block, 0, *event.date, place, frame.kind};
    nouns_.tell(f, frame, place);
    scene_.tell(f, frame, place, event.date);
    if (!place) return;
    // "21 Nov 17: Vessel Boarding 5nm from Lagos. Robbers …": a notice heads its entry
    const bool notice = entry_.notice && entry_.block == f.sentence.block && !entry_.place && f.clauses.clauses.empty() && frame.noun;
    if (notice) {
        entry_.place = place;
        entry_.place->basis = PlaceBasis::Inferred;
        entry_.place->reason = "the entry is about " + place.name;
        entry_.place->span = {};
        const Mention* in = nullptr;
        for (const Mention& m : f.mentions)
            if (m.place >= 0 && !in) in = &m;
        entry_.country = in ? gazetteer_.place(static_cast<std::uint32_t>(in->place)).country : std::string{};
    }
    if (frame.modality == Modality::Happened && (stays_there(frame.kind) || happens_to_it(frame.kind) || is_brought(f, frame, place)))
        places_told_.emplace_back(frame.head, place);
    event.place = place.name;
    event.place_id = place.id;
    event.place_text = place.text;
    event.place_basis = place.basis;
    event.place_precision = place.precision;
    event.place_radius_km = place.radius_km;
    event.geometry = place.geometry;
    event.place_span = place.span;
    if (!place.reason.empty()) event.extra.emplace_back("place_reason", json_string(place.reason));
}

}  // namespace dateline::extract
