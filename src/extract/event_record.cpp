#include "base/id.h"
#include "extract/event_category.h"
#include "extract/event_denial.h"
#include "extract/event_title.h"
#include "extract/events.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// What makes a record of a frame: its headline, how it is told, how sure it is.
namespace dateline::extract {

using document::DateBasis;
using document::Event;
using document::PlaceBasis;

std::string_view name_of(Modality modality) {
    switch (modality) {
        case Modality::Happened: return "happened";
        case Modality::Planned: return "planned";
        case Modality::Claimed: return "claimed";
        case Modality::Denied: return "denied";
        case Modality::Hypothetical: return "hypothetical";
    }
    return "happened";
}

namespace {

/// "two security sources", "unconfirmed reports": nobody who could be asked.
bool is_unnamed(std::string_view who) {
    static constexpr WordSet kSources{"source", "sources", "rumour", "rumours", "rumor", "rumors", "reports", "allegations"};
    bool named = false, source = false, of_sources = false;
    for (std::size_t at = 0; at < who.size();) {
        const std::size_t end = std::min(who.find(' ', at), who.size());
        const std::string_view word = who.substr(at, end - at);
        named = named || (at > 0 && !word.empty() && word.front() >= 'A' && word.front() <= 'Z');
        source = source || kSources.contains(word);
        of_sources = of_sources || word == "sources" || word == "Sources" || word == "source";
        at = end + 1;
    }
    return of_sources || (source && !named);
}

/// "We will be laughing", "you came": talk that tells no event to whoever was not there; "usually lasts" tells none either.
bool speaks_of_itself(const SentenceFacts& f, const Frame& frame) {
    if (frame.noun) return false;
    const TokenRange s = frame.subject;
    const std::string_view only = s.end == s.begin + 1 ? f.word(s.begin) : std::string_view{};
    // `"We signed the treaty on Friday," the minister told reporters`: a deed that somebody known tells of himself
    const bool told_by = frame.speaker.begin < frame.speaker.end || f.clauses.aside_speaker.begin < f.clauses.aside_speaker.end;
    const bool deed = frame.strength >= 3 && frame.date >= 0 && frame.kind != EventKind::Assertion && told_by;
    // "We gave tents to 310 families on 30 April": of a report by those who did it, and no talk
    const bool in_quotes = std::any_of(f.text.tokens.begin() + f.sentence.first_token, f.text.tokens.begin() + f.sentence.end_token,
                                       [](const Token& t) { return t.is('"') || t.is('\'') || t.is('!') || t.is('?'); });
    const bool reports = only == "we" && frame.strength >= 2 && frame.past && frame.date >= 0 &&
                         f.dates[static_cast<std::size_t>(frame.date)].edtf.precision() >= calendar::Precision::Day &&
                         frame.kind != EventKind::Assertion && frame.kind != EventKind::Plain && !in_quotes;
    if (((only == "we" || only == "i") && !deed && !reports) || only == "you") return true;
    if (frame.past || frame.modality != Modality::Happened) return false;
    for (std::uint32_t i = frame.verb.begin > s.begin ? frame.verb.begin - 1 : frame.verb.begin;
         i < frame.verb.end + 1 && i < f.sentence.end_token; ++i) {
        const std::string_view w = f.word(i);
        if (w == "usually" || w == "normally" || w == "typically" || w == "often" || w == "always" || w == "generally") return true;
    }
    return false;
}

/// "Were the level to fall, the port would be closed", "Had it been signed, …": a condition without "if".
bool opens_with_condition(const SentenceFacts& f) {
    const std::uint32_t first = f.sentence.first_token;
    const std::string_view w = f.word(first);
    if ((w != "had" && w != "were" && w != "should") || first + 1 >= f.sentence.end_token) return false;
    return std::any_of(f.text.tokens.begin() + first, f.text.tokens.begin() + f.sentence.end_token,
                       [](const Token& t) { return t.is(','); }) &&
           !f.token(f.sentence.end_token - 1).is('?');
}

/// "should run in 2030", "must have brought 300 wagons by 2028"; "would", where it hangs on no "if".
bool is_expected(const SentenceFacts& f, const Frame& frame) {
    const std::string_view modal = f.word(frame.verb.begin);
    if (modal == "should" || modal == "must") return true;
    const auto conditional = [&](std::uint32_t i) { return f.word(i) == "if" || f.word(i) == "unless" || f.word(i) == "otherwise"; };
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i)
        if (conditional(i)) return false;
    return modal == "would";
}

/// "Assessment: Angoche", below "Date of assessment".
std::string title_of_column(std::string what, const std::string& where) {
    if (what.front() >= 'a' && what.front() <= 'z') what.front() = static_cast<char>(what.front() - 'a' + 'A');
    return what + ": " + where;
}

double sureness(const Frame& frame, const Event& event) {
    double c = 0.9;
    if (event.date_basis == DateBasis::InferredYear) c -= 0.04;
    if (event.date_basis == DateBasis::Relative) c -= 0.08;
    if (event.date_basis == DateBasis::Context) c -= 0.2;
    if (!event.date) c -= 0.4;
    if (frame.strength <= 1) c -= 0.2;
    if (frame.noun) c -= 0.08;
    if (frame.background && !frame.noun) c -= 0.05;
    if (frame.modality == Modality::Planned) c -= 0.05;
    if (frame.modality == Modality::Denied || frame.hearsay) c -= 0.2;
    if (frame.modality == Modality::Hypothetical) c -= 0.3;
    if (event.place_basis == PlaceBasis::None) c -= 0.05;
    if (event.place_basis == PlaceBasis::Inferred) c -= 0.1;
    return std::clamp(c, 0.05, 0.95);
}

/// "Two die as barge sinks off Sfax": a line at the head of a text, without a full stop, over what it sums up.
bool is_line_over_report(const SentenceFacts& f) {
    constexpr std::uint32_t blocks_of_head = 4;
    const Sentence *const first = f.text.sentences.data(), *const end = first + f.text.sentences.size(), *const own = &f.sentence;
    if (own->block >= blocks_of_head || own < first || own + 1 >= end || (own + 1)->block == own->block) return false;
    if (own > first && (own - 1)->block == own->block) return false;
    const Token& last = f.token(own->end_token - 1);
    return f.text.layout->blocks[own->block].kind == BlockKind::Paragraph && last.kind != TokenKind::Mark && f.dates.empty();
}

}  // namespace

/// A section's heading, where its first dated sentence tells just that.
std::string EventReader::headline_of(const SentenceFacts& f, const Frame& frame, const Block& block, const std::string& section) {
    const bool leads = frame.date >= 0 && !frame.background && frame.modality == Modality::Happened && block.section != headline_section_;
    if (!leads) return {};
    headline_section_ = block.section;
    std::string_view heading = section;
    const std::size_t number = heading.find(". ");
    if (number <= 5) heading.remove_prefix(number + 2);
    const std::string day =
        ", " + f.phrase(f.dates[static_cast<std::size_t>(frame.date)].tokens);  // "Visit of the minister to Chad|, 10 May"
    if (heading.ends_with(day)) heading.remove_suffix(day.size());
    if (heading.size() < 20 || length_of(heading) > kMostTitleCharacters) return {};
    int words = 0, shared = 0;
    bool told = false;
    const std::string folded = document::fold_name(heading);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string_view word = std::string_view(folded).substr(at, end - at);
        at = end + 1;
        const VerbSense& verb = verb_sense(word);
        if (verb.known && verb.strength >= 2 && verb.form != VerbForm::Gerund)
            for (const VerbGroup& g : f.clauses.verbs) told = told || (g.sense.base == verb.base && g.head >= frame.head);
        if (word.size() < 3 || (lexicon_of(word) & kFunction) != 0) continue;
        ++words;
        for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i)
            if (f.word(i) == word || (verb.known && f.verb(i).base == verb.base)) {
                ++shared;
                break;
            }
    }
    return told && shared * 10 >= words * 6 ? std::string(heading) : std::string{};
}

/// What the pronouns of a frame's headline stand for.
Referents EventReader::referents_of(const SentenceFacts& f, const Frame& frame, std::string owner) const {
    Referents meant;
    meant.owner = owner.empty() ? those_meant(f, frame) : std::move(owner);
    meant.patient = patient_of(f, frame);
    if (const std::uint32_t pointer = frame.noun ? 0 : pointer_in(f, frame); pointer != 0) {
        meant.there = place_pointed_at(f, frame);
        const bool named = std::any_of(f.mentions.begin(), f.mentions.end(),
                                       [&](const Mention& m) { return m.place >= 0 && !m.adjective && m.end_token <= pointer; });
        if (meant.there.empty() && !named && pointer >= frame.verb.end)
            meant.there = recent_.place_phrase;  // not "A spill there": whose place may be a thing's
    }
    const TokenRange s = frame.subject;
    const std::uint32_t first = s.begin < s.end && f.has(s.begin, kArticle) ? s.begin + 1 : s.begin;
    const bool one = !frame.noun && s.end == first + 2 && f.word(first + 1) == "one" && is_ordinal(f.word(first));  // "The next one"
    if (one && meant.owner.empty()) {
        constexpr std::string_view article = "the ";
        if (!recent_.patient.words.empty() && !recent_.patient.many) meant.owner = recent_.patient.words.substr(article.size());
        else if (knows_thing() && recent_.thing[0] >= 'a' && recent_.thing[0] <= 'z') meant.owner = recent_.thing;
    }
    return meant;
}

/// "Ministry of X condemn|s| the raid": its verb as one body has it, where the text said "we".
std::string EventReader::with_one_doer(const SentenceFacts& f, const Frame& frame, std::string title) {
    if (frame.sense.form != VerbForm::Base || frame.verb.end != frame.verb.begin + 1) return title;
    const std::string verb = ' ' + f.phrase(frame.verb);
    const std::size_t at = title.find(verb + ' ');
    if (at == title.npos) return title;
    const bool hisses = verb.ends_with('s') || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with('x');
    const bool deny = verb.ends_with("ny") || verb.ends_with("ry") || verb.ends_with("ly");
    if (deny) title.replace(at + verb.size() - 1, 1, "ies");
    else title.insert(at + verb.size(), hisses ? "es" : "s");
    return title;
}

/// The headline of a frame; "Caught in the open, | they were mowed down": whoever they are.
std::string EventReader::headline(const SentenceFacts& f, const Frame& frame, const std::string& owner) const {
    const TokenRange s = frame.subject;
    const bool of_two = !frame.noun && s.end > s.begin + 2 && is_pronoun(f.word(s.end - 1));
    const bool behind_lead =
        of_two && (f.token(s.end - 2).is(',') || std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) {
                       return d.tokens.end == s.end - 1 && d.tokens.begin <= s.begin + 1;
                   }));
    if (!behind_lead) {
        std::string title = title_of(f, frame, referents_of(f, frame, owner));
        return speaks_for_itself(f, frame) ? with_one_doer(f, frame, std::move(title)) : title;
    }
    Frame told = frame;
    told.subject.begin = s.end - 1;
    return title_of(f, told, referents_of(f, told, owner_of(f, told)));
}

/// "There took up a position", "They came", "He said": not enough to be told by itself.
bool EventReader::tells_too_little(const SentenceFacts& f, const Frame& frame, const Event& event, const std::string& owner, bool dated) {
    const bool told_by = !event.attribution.empty() && frame.strength >= 3;  // "militants claimed they had shot down a drone"
    const bool unexplained =
        !told_by && frame.subject.end == frame.subject.begin + 1 && f.has(frame.subject.begin, kFunction) && owner.empty();
    if ((frame.of_day || frame.sequel) && unexplained) return true;  // "There took up a position"
    const bool thin = std::count(event.title.begin(), event.title.end(), ' ') < 2;
    if (dated && thin && frame.strength < 2 && frame.subject.end == frame.subject.begin + 1 && f.has(frame.subject.begin, kFunction) &&
        owner.empty())
        return true;  // "They came"
    if ((frame.sense.use & kSays) != 0 && !frame.noun && !frame.passive && thin && frame.rest.end <= frame.rest.begin + 1)
        return true;                                          // "He said"
    if (!dated && frame.subject.begin < frame.subject.end) {  // "those who rely on it are": no subject was found
        const VerbSense& opens = f.verb(frame.subject.begin);
        if (opens.form == VerbForm::Base && !opens.noun_too && f.token(frame.subject.begin).letter_case == Case::Lower) return true;
    }
    const bool of_town = frame.passive && event.place_basis == document::PlaceBasis::Explicit && frame.strength >= 3 &&
                         frame.subject.end <= frame.subject.begin + 2 &&
                         event.place_span.end == f.span(frame.subject).end;  // "Athens was evacuated again"
    return !dated && ((event.actors.empty() && !told_by && !of_town) || unexplained);
}

/// What its words make of it on the document's day: "enters into force on 1 July", told in June, is planned.
Modality EventReader::modality_told(const SentenceFacts& f, const Frame& frame, const Event& event) const {
    const bool to_come =
        frame.modality == Modality::Happened && !frame.past && event.date && published_ &&
        (event.date->first() ? event.date->bounds().begin >= published_->bounds().end
                             : (frame.sense.form == VerbForm::Present || frame.sense.form == VerbForm::Base) &&
                                   event.date->bounds().end > published_->bounds().end);  // "runs until December", "talks end by December"
    // "is to be phased in from 2026 and completed by 2030"
    const DateMention* told_day = frame.date >= 0 ? &f.dates[static_cast<std::size_t>(frame.date)] : nullptr;
    const bool by_then = frame.modality == Modality::Happened && !frame.perfect && !frame.noun && told_day != nullptr &&
                         told_day->edtf.open_begin() && published_ && f.word(told_day->tokens.begin) == "by" && told_day->edtf.last() &&
                         calendar::Edtf::of(*told_day->edtf.last()).bounds().begin >= published_->bounds().end;
    // "the first trains should run in 2030", "would be finished by the end of the year": expected, where the day is still to come
    const bool supposed =
        frame.modality != Modality::Happened && !frame.background && opens_with_condition(f) && f.word(frame.verb.begin) != "will";
    const bool due = frame.modality == Modality::Hypothetical && !supposed && is_expected(f, frame) && event.date && published_ &&
                     event.date->bounds().end > published_->bounds().end;
    const bool claimed = (frame.hearsay || is_claim(f, frame) || is_unnamed(event.attribution)) && frame.modality == Modality::Happened;
    const bool threatens = to_come && f.verb(frame.head).base == "threaten";  // "threatens to strike in May": what nobody has planned yet
    const bool denied = frame.modality == Modality::Happened && is_denial(f, frame);
    if (threatens || (supposed && frame.modality == Modality::Planned)) return Modality::Hypothetical;
    if (denied) return Modality::Denied;
    if (to_come || by_then || due) return Modality::Planned;
    return claimed ? Modality::Claimed : frame.modality;
}

/// By its place in the text and its day, so that it is the same event in another run.
void EventReader::set_id(const SentenceFacts& f, const Frame& frame, Event& event) const {
    std::string key = fmt::format("{}|{}|{}|{}|{}", source_.id, f.sentence.span.begin, f.sentence.span.end, f.token(frame.head).first,
                                  event.date ? event.date->text() : "");
    if (frame.listed) key += '|' + event.place_id;
    event.id = base::short_id('e', base::stable_hash(key));
}

/// "We reject the claims", in a release of a ministry: what the ministry says, and no talk.
bool EventReader::speaks_for_itself(const SentenceFacts& f, const Frame& frame) const {
    const TokenRange s = frame.subject;
    const bool we = !frame.noun && s.end == s.begin + 1 && f.word(s.begin) == "we" && !in_quotation_;
    return we && !voice_.empty() && frame.kind == EventKind::Assertion && frame.strength >= 2 && !frame.background &&
           frame.modality == Modality::Happened && frame.speaker.begin == frame.speaker.end &&
           f.clauses.aside_speaker.begin == f.clauses.aside_speaker.end;
}

void EventReader::add_event(const SentenceFacts& f, const Frame& frame, const Block& block, const std::string& section) {
    Event event;
    if (speaks_of_itself(f, frame) && !speaks_for_itself(f, frame)) return;
    const bool only_where = frame.noun && !f.points.empty() &&
                            f.points.front().tokens.begin <= frame.rest.begin + 1;  // "10.11.2024: Posn 01:06.5N – 103:44.2E"
    if (only_where) return;
    // "left on 15 November, | arriving on 8 December", written before that
    const DateMention* outcome =
        frame.date >= 0 && frame.modality == Modality::Happened && frame.sense.form == VerbForm::Gerund && !frame.noun
            ? &f.dates[static_cast<std::size_t>(frame.date)]
            : nullptr;
    if (outcome && outcome->ahead) {
        Frame later = frame;
        later.modality = Modality::Planned;
        later.past = false;
        return add_event(f, later, block, section);
    }
    const bool dated = set_date(f, frame, block, event);
    if (!dated && is_line_over_report(f)) return;  // which the report tells with its day
    if (!dated && ((!frame.past && !frame.ongoing && frame.modality != Modality::Planned) || frame.weak || frame.of_day || frame.sequel))
        return;
    event.title = headline_of(f, frame, block, section);
    const bool of_column = row_ && frame.item && !row_->day_of.empty();
    if (of_column) event.title = title_of_column(row_->day_of, f.phrase(row_->place_cell));  // "Assessment: Angoche"
    const std::string owner = owner_of(f, frame);
    if (event.title.empty()) event.title = headline(f, frame, owner);
    const bool says_nothing = !frame.noun && event.title.find(' ') == std::string::npos;  // "(scheduled)"
    const bool of_figures = std::none_of(event.title.begin(), event.title.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (event.title.empty() || says_nothing || of_figures) return;  // "| 12 Nov | 3 | 14 |"
    event.kind = name_of(frame.kind);
    event.category = category_of(f, frame, section);
    event.quote = tidy(f.text.bytes(f.sentence.begin, f.sentence.end));
    event.quote_span = f.sentence.span;
    event.source = source_.id;
    event.section = section;
    set_place(f, frame, block, event);
    set_actors(f, frame, owner, event);
    document::set_origins(event, origins_.of(f, frame, event));
    set_attribution(f, frame, event);
    if (tells_too_little(f, frame, event, owner, dated)) return;
    const Modality modality = modality_told(f, frame, event);
    if (modality != Modality::Happened) event.extra.emplace_back("modality", json_string(name_of(modality)));
    event.confidence = sureness(frame, event);
    // "…, the coalition said; the rebels denied it": another voice
    for (std::uint32_t i = f.clauses.aside.end; apart_from_ == kNone && f.clauses.aside.begin < f.clauses.aside.end && i < frame.head; ++i)
        if (f.token(i).is(';')) apart_from_ = events_.size();
    set_id(f, frame, event);
    if (event.place_basis == PlaceBasis::None)
        if (const std::int32_t scene = setting_.scene_of(f, frame); scene >= 0) scenes_.emplace(event.id, scene);
    events_.push_back(std::move(event));
}

}  // namespace dateline::extract
