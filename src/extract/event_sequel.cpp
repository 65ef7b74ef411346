#include "extract/events.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// What a paragraph tells right after a deed with its day, and gives no day of its own.
namespace dateline::extract {
namespace {

bool is_harm(EventKind kind) {
    return kind == EventKind::Attack || kind == EventKind::Combat || kind == EventKind::Incident || kind == EventKind::Disaster;
}

/// What a guest or a host does while he is there.
bool is_done_on_visit(EventKind kind) {
    return kind == EventKind::Visit || kind == EventKind::Meeting || kind == EventKind::Negotiation || kind == EventKind::Signing ||
           kind == EventKind::Opening || kind == EventKind::Ceremony || kind == EventKind::Construction;
}

/// "After the attack, police closed the road", "One man died in the blast": what was told just before, as a happening of the same sort.
bool names_it_again(const SentenceFacts& f, const Frame& frame, EventKind before) {
    static constexpr WordSet kTime{"after", "following", "during", "in"};
    constexpr std::uint32_t reach = 3;
    const std::uint32_t first = f.sentence.first_token;
    for (std::uint32_t i = first; i + 2 < f.sentence.end_token; ++i) {
        if (!kTime.contains(f.word(i)) || (f.word(i + 1) != "the" && f.word(i + 1) != "this")) continue;
        const bool own = i == first || (frame.rest.contains(i) && (f.word(i) == "in" || f.word(i) == "during"));
        for (std::uint32_t k = i + 2; own && k < std::min(i + 2 + reach, f.sentence.end_token) && f.token(k).kind == TokenKind::Word &&
                                      f.token(k).letter_case == Case::Lower;
             ++k) {
            const NounSense& noun = f.noun(k);
            const bool ends = k + 1 >= f.sentence.end_token || f.token(k + 1).kind == TokenKind::Mark;  // not "in the attack on X"
            if (noun.known && ends && !noun.paper && (noun.kind == before || (is_harm(noun.kind) && is_harm(before)))) return true;
        }
    }
    return false;
}

/// "The bomb", "the driver": one that has been told of, and no body that does other things as well.
bool is_definite_thing(const SentenceFacts& f, TokenRange subject) {
    static constexpr WordSet kBodies{"group",  "groups",     "company", "organisation", "organization", "party",  "movement", "militia",
                                     "rebels", "insurgents", "junta",   "regime",       "country",      "region", "airline"};
    if (subject.begin + 1 >= subject.end || f.word(subject.begin) != "the") return false;
    std::uint32_t head = subject.begin + 1;
    while (head + 1 < subject.end && f.token(head + 1).kind == TokenKind::Word && !is_preposition(f.text, head + 1) &&
           !f.has(head + 1, kFunction | kConjunction))
        ++head;
    return f.token(head).letter_case == Case::Lower && !f.has(head, kStateBody | kOrgTail) && !kBodies.contains(f.word(head)) &&
           f.token(subject.begin + 1).letter_case == Case::Lower;
}

/// "crossed the island over two days", "the third such raid in a month": of more than the one day.
bool tells_how_long(const SentenceFacts& f) {
    static constexpr WordSet kUnits{"days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"};
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i)
        if (kUnits.contains(f.word(i))) return true;
    return false;
}

/// "He | also | opened a school"
bool says_also(const SentenceFacts& f, const Frame& frame) {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = frame.head, steps = 0; i-- > frame.subject.end && steps < reach; ++steps)
        if (f.word(i) == "also") return true;
    return false;
}

}  // namespace

/// "Police had earlier searched homes", "once stood", "used to meet": told of another time.
bool EventReader::tells_of_other_time(const SentenceFacts& f) {
    static constexpr WordSet kOther{"earlier", "previously", "formerly",      "once",         "originally", "since", "often", "regularly",
                                    "usually", "repeatedly", "traditionally", "historically", "already",    "would", "used",  "had"};
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i)
        if (kOther.contains(f.word(i))) return true;
    return false;
}

/// Whether a day that was told last holds for the sentence after it: it is one day, and of the same paragraph.
bool EventReader::is_right_after_day(std::uint32_t block, std::uint32_t sentences_between) const {
    constexpr std::uint32_t most = 2;
    return anchor_ && anchor_->block == block && sentences_between <= most && !anchor_->date.is_interval() &&
           anchor_->date.precision() == calendar::Precision::Day;
}

/// "A bomb exploded in X on Monday. The blast killed a child.", "The premier landed on 5 May. He held talks with …": of the same day.
bool EventReader::is_sequel(const SentenceFacts& f, const Frame& frame) const {
    if (frame.date >= 0 || !f.dates.empty() || in_quotation_ || !anchor_ ||
        !is_right_after_day(f.sentence.block, anchor_->sentences_ago - 1))
        return false;
    const bool deed = frame.modality == Modality::Happened && frame.past && !frame.noun && !frame.background && frame.strength >= 2 &&
                      frame.subject.begin < frame.subject.end && (frame.sense.use & kSays) == 0;
    if (!deed) return false;
    const EventKind before = anchor_->kind;
    const bool harms = is_harm(frame.kind) && is_harm(before);
    if (harms && names_it_again(f, frame, before)) return true;
    // "After the raid, the army closed the roads"
    const bool answers = frame.kind == EventKind::Closing || frame.kind == EventKind::Opening || frame.kind == EventKind::Deployment ||
                         frame.kind == EventKind::Aid;
    const bool led_in = f.word(f.sentence.first_token) == "after" || f.word(f.sentence.first_token) == "following";
    if (led_in && answers && is_harm(before) && !frame.perfect && names_it_again(f, frame, before)) return true;
    if (frame.perfect || frame.speaker.begin < frame.speaker.end || tells_of_other_time(f) || tells_how_long(f)) return false;
    const std::string_view who = f.word(frame.subject.begin);
    const bool person = frame.subject.end == frame.subject.begin + 1 && (who == "he" || who == "she" || who == "they");
    const bool guest = person || f.word(frame.subject.begin + 1) == "sides" || f.has(frame.subject.end - 1, kTitle);
    const bool on_visit = guest && is_done_on_visit(before) && is_done_on_visit(frame.kind);
    if (on_visit && (person || says_also(f, frame) || frame.kind == EventKind::Signing || frame.kind == EventKind::Negotiation))
        return true;
    return harms && is_definite_thing(f, frame.subject);
}

}  // namespace dateline::extract
