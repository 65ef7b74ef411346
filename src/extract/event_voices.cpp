#include "extract/events.h"

#include "extract/event_title.h"
#include "extract/frame_actors.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <variant>

// Who did it, and who says so.
namespace dateline::extract {

namespace {

using document::Event;
using document::PlaceBasis;

constexpr std::size_t kMostActors = 8;

}  // namespace

/// `… victims," the statement of the Government noted.` answers for all that stands in the quotation.
void EventReader::answer_for_quotation(const SentenceFacts& f) {
    const std::vector<Clause>& clauses = f.clauses.clauses;
    if (f.clauses.aside_speaker.begin < f.clauses.aside_speaker.end) {
        Frame speech;
        speech.speaker = f.clauses.aside_speaker;
        const std::size_t end = std::min(apart_from_, events_.size());
        const bool opens_here = f.token(f.sentence.first_token).is('"');
        for (std::size_t e = in_quotation_ && !opens_here ? quotation_begin_ : end; e < end; ++e)
            if (events_[e].attribution.empty()) set_attribution(f, speech, events_[e]);
        const std::uint32_t said = f.token(f.clauses.aside.begin).first;  // `, who fled on Monday` is told of the speaker, by nobody
        const bool behind = f.clauses.aside_speaker.begin > f.clauses.aside.begin;
        for (std::size_t e = 0; e < end; ++e)
            if (events_[e].quote_span == f.sentence.span && events_[e].attribution.empty() &&
                !(behind && events_[e].date_span.begin > said))
                set_attribution(f, speech, events_[e]);
        in_quotation_ = false;
        return;
    }
    if (clauses.empty()) return;
    for (std::size_t c = 0; c < clauses.size(); ++c) {
        const VerbGroup& v = f.clauses.verbs[clauses[c].verb];
        const std::uint32_t before = clauses[c].subject_begin;
        const bool disputes = v.sense.base == "deny" || v.sense.base == "reject" || v.sense.base == "dispute";  // "which Baku denies"
        // `… on Saturday," | said Amina, a farmer`
        static constexpr WordSet kUtters{"say", "add", "warn", "explain", "note", "insist", "tell", "write", "admit", "recall", "report"};
        const bool inverted = in_quotation_ && kUtters.contains(v.sense.base) && !v.passive && !v.negated && v.first == v.head &&
                              v.first > f.sentence.first_token && f.token(v.first - 1).is('"') && f.token(v.end).kind == TokenKind::Word &&
                              !is_preposition(f.text, v.end) && (f.token(v.end).capitalised() || f.has(v.end, kArticle));
        if (inverted) {
            constexpr std::uint32_t longest = 8;
            Frame speech;
            speech.speaker = {v.end, v.end + 1};
            while (speech.speaker.end < std::min(f.sentence.end_token, v.end + longest) &&
                   f.token(speech.speaker.end).kind == TokenKind::Word && f.word(speech.speaker.end) != "who" &&
                   (!is_preposition(f.text, speech.speaker.end) || f.word(speech.speaker.end) == "of"))
                ++speech.speaker.end;
            for (Event& event : events_) {
                const bool before_it = event.quote_span == f.sentence.span && event.date_span.begin < f.token(v.first).first;
                if (before_it && event.attribution.empty()) set_attribution(f, speech, event);
            }
            const bool opens_here = f.token(f.sentence.first_token).is('"');
            for (std::size_t e = opens_here ? events_.size() : quotation_begin_; e < events_.size(); ++e)
                if (events_[e].attribution.empty() && events_[e].quote_span != f.sentence.span) set_attribution(f, speech, events_[e]);
            in_quotation_ = false;
            return;
        }
        if ((v.sense.use & kSays) == 0 || v.passive || disputes || before <= f.sentence.first_token) continue;
        std::uint32_t i = before;
        while (i > f.sentence.first_token && (f.has(i - 1, kArticle) || f.token(i - 1).is(','))) --i;
        const bool after_quote = i > f.sentence.first_token && f.token(i - 1).is('"');
        const bool at_end = clauses[c].end <= v.end && c > 0;
        if (!after_quote && !at_end) continue;
        Frame speech;
        speech.speaker = {clauses[c].subject_begin, clauses[c].subject_end};
        for (std::size_t e = in_quotation_ ? quotation_begin_ : events_.size(); e < events_.size(); ++e)
            if (events_[e].attribution.empty()) set_attribution(f, speech, events_[e]);
        for (Event& event : events_)
            if (event.quote_span == f.sentence.span && event.attribution.empty()) set_attribution(f, speech, event);
        in_quotation_ = false;
        return;
    }
}

void EventReader::set_actors(const SentenceFacts& f, const Frame& frame, const std::string& owner, Event& event) const {
    const auto add = [&](std::string name, TextSpan span) {
        if (event.actors.size() >= kMostActors || std::find(event.actors.begin(), event.actors.end(), name) != event.actors.end()) return;
        event.actors.push_back(std::move(name));
        event.actor_spans.push_back(span);
    };
    const auto take = [&](bool of_subject) {
        for (const ActorMention& a : f.actors) {
            const bool in_subject = frame.subject.contains(a.tokens.begin) || frame.subject.contains(a.name.begin);
            const bool in_frame = frame.rest.contains(a.tokens.begin) || frame.clause.contains(a.tokens.begin);
            if (in_subject != of_subject || (!in_subject && !in_frame)) continue;
            const TextSpan span = f.span(a.tokens);
            if (span.begin == event.place_span.begin && span.end > span.begin && event.place_basis == PlaceBasis::Explicit) continue;
            add(f.name_of(a), span);
        }
    };
    take(true);
    for (const TokenRange slot : actor_slots(f, frame))
        for (const TokenRange name : unlisted_actors(f, slot, gazetteer_)) add(f.phrase(name), f.span(name));
    take(false);
    if (!event.actors.empty()) return;
    // "Lloyd Austin and Gilberto Teodoro"; not "Bosnia and Herzegovina", nor "the Ministry of Trade and Industry"
    const bool one_name = owner.find(" of ") != owner.npos || !gazetteer_.find(document::fold_name(owner)).empty();
    const std::size_t joint = one_name ? owner.npos : owner.find(" and ");
    if (!owner.empty()) add(owner.substr(0, joint), {});
    if (joint != owner.npos) add(owner.substr(joint + 5), {});
}

void EventReader::set_attribution(const SentenceFacts& f, const Frame& frame, Event& event) const {
    constexpr std::size_t kLongest = 60;
    TokenRange speaker = frame.speaker;
    if (speaker.begin >= speaker.end) {
        std::uint32_t at = f.sentence.first_token;
        while (at < f.sentence.end_token && !(f.word(at) == "according" && f.word(at + 1) == "to")) ++at;
        if (at >= f.sentence.end_token || f.word(at + 2) == "which" || f.word(at + 2) == "whom") return;  // "reports according to which …"
        std::uint32_t comma = at;
        while (comma < f.sentence.end_token && !f.token(comma).is(',') && !f.token(comma).is('.')) ++comma;
        speaker = {at + 2, comma};
        for (const DateMention& d : f.dates)  // "according to the daily | of 14 March"
            if (d.tokens.begin > speaker.begin + 1 && d.tokens.begin < speaker.end)
                speaker.end = is_preposition(f.text, d.tokens.begin - 1) ? d.tokens.begin - 1 : d.tokens.begin;
        static constexpr WordSet kPapers{
            "timetable", "schedule", "schedules", "plan",      "plans",   "law",      "treaty",
            "agreement", "rules",    "protocol",  "programme", "program", "calendar", "tradition"};  // nobody who says anything
        if (speaker.begin < speaker.end && kPapers.contains(f.word(speaker.end - 1))) return;
        if (speaker.begin >= speaker.end) return;
    }
    for (const DateMention& d : f.dates)  // "The ministry | on Friday | said"
        if (d.tokens.end == speaker.end && d.tokens.begin > speaker.begin + 2 && f.word(d.tokens.begin - 1) == "on")
            speaker.end = d.tokens.begin - 1;
    const auto leads = [&](std::uint32_t i) {
        const std::string_view w = f.word(i);
        return f.has(i, kArticle) || f.token(i).kind == TokenKind::Mark || w == "after" || w == "as" || w == "while" || w == "but" ||
               w == "when" || w == "and";
    };
    while (speaker.begin < speaker.end && leads(speaker.begin)) ++speaker.begin;
    for (std::uint32_t i = speaker.begin + 1; i + 1 < speaker.end; ++i)  // "a local official, | speaking on condition of anonymity,"
        if (f.token(i).is(',') && f.verb(i + 1).form == VerbForm::Gerund) speaker.end = i;
    std::string said = f.phrase(speaker);
    const bool pronoun = speaker.end - speaker.begin == 1 && f.has(speaker.begin, kFunction);
    if (pronoun || length_of(said) > kLongest) {
        const ActorMention* best = nullptr;
        for (const ActorMention& a : f.actors)
            if (speaker.contains(a.tokens.begin)) best = &a;
        if (best) said = f.phrase(best->tokens);
        else if (pronoun) {
            const std::string_view w = f.word(speaker.begin);
            said = w == "he" || w == "she" ? recent_.person : w == "it" ? what_it_is() : std::string{};
        } else {
            said.clear();
        }
    }
    event.attribution = std::move(said);
}

}  // namespace dateline::extract
