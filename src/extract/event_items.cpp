#include "extract/event_items.h"

#include "extract/entry_runs.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

/// What opens a line of a list and is no part of what it tells: a day, an hour, a number, a mark.
std::uint32_t end_of_lead(const SentenceFacts& f, std::int32_t& date) {
    std::uint32_t i = f.sentence.first_token;
    for (bool goes_on = true; goes_on && i < f.sentence.end_token;) {
        goes_on = false;
        for (std::size_t d = 0; d < f.dates.size(); ++d)
            if (f.dates[d].tokens.contains(i) && f.dates[d].tokens.end > i) {
                date = static_cast<std::int32_t>(d);
                i = f.dates[d].tokens.end;
                goes_on = true;
                break;
            }
        const bool hour = date >= 0 && f.token(i).kind == TokenKind::Number;  // "16 Oct., | 14.00 –"
        if (!goes_on && i < f.sentence.end_token && ((f.token(i).kind == TokenKind::Mark && !f.token(i).is('"')) || hour))
            ++i, goes_on = true;
    }
    if (const EntryLead lead = entry_lead(f.text, f.sentence, f.mentions); lead.end > i) {  // "Bunia, 3 May: |", "3 May – Bunia: |"
        for (std::size_t d = 0; d < f.dates.size() && date < 0; ++d)
            if (f.dates[d].tokens.end <= lead.end) date = static_cast<std::int32_t>(d);
        return lead.end;
    }
    // "AFET: exchange of views"
    const bool label = date >= 0 && i + 2 < f.sentence.end_token && f.token(i).letter_case == Case::Upper && f.token(i + 1).is(':');
    return label ? i + 2 : i;
}

/// "General elections: 17 August", "OAS assembly – 26 June, Antigua": the mark between what is and its day; 0 for none.
std::uint32_t mark_before_day(const SentenceFacts& f, std::uint32_t begin) {
    if (f.dates.size() != 1 || f.dates.front().edtf.precision() < calendar::Precision::Day) return 0;
    const std::uint32_t day = f.dates.front().tokens.begin;
    if (day < begin + 2 || !(f.token(day - 1).is(':') || f.token(day - 1).is('-'))) return 0;
    for (std::uint32_t i = begin; i + 1 < day; ++i)
        if (f.token(i).kind != TokenKind::Word) return 0;
    return day - 1;
}

/// Of a programme only these are happenings.
NounSense happening_of_programme(std::string_view word) {
    static constexpr WordSet kComes{"arrival", "arrivals", "departure", "departures"};
    static constexpr WordSet kMeets{"lunch",      "dinner",       "breakfast", "reception",  "handshake", "tour",
                                    "briefing",   "hearing",      "hearings",  "assembly",   "plenary",   "congress",
                                    "exchange",   "debate",       "dialogue",  "delegation", "council",   "committee",
                                    "commission", "subcommittee", "session",   "parliament", "senate"};  // whose meeting it is
    static constexpr WordSet kOther{"census",      "final",   "handover", "deadline", "bicentenary", "centenary",
                                    "anniversary", "jubilee", "festival", "premiere", "concert"};
    NounSense sense;
    static constexpr WordSet kSpeaks{"statement", "statements"};  // by somebody, and no paper
    if (kSpeaks.contains(word)) return {EventKind::Assertion, document::Category::Statement, 2, false, true};
    if (kComes.contains(word)) sense = {EventKind::Movement, document::Category::Diplomacy, 3, false, true};
    else if (kOther.contains(word)) sense = {EventKind::Plain, document::Category::Other, 2, false, true};
    else if (kMeets.contains(word)) sense = {EventKind::Meeting, document::Category::Diplomacy, 3, false, true};
    return sense;
}

/// Lists that tell of no events, by what stands over them.
bool stands_under_links(const SentenceFacts& f) {
    static constexpr WordSet kHeads{"links",     "references", "sources", "contents",  "bibliography", "participants", "members",
                                    "attendees", "contacts",   "topics",  "documents", "see",          "related",      "reading"};
    const std::vector<Block>& blocks = f.text.layout->blocks;
    std::uint32_t b = f.sentence.block;
    while (b > 0 && blocks[b].kind == BlockKind::ListItem) --b;
    for (const Sentence& s : f.text.sentences) {
        if (s.block != b) continue;
        for (std::uint32_t i = s.first_token; i < s.end_token && i < s.first_token + 2; ++i)
            if (kHeads.contains(f.text.folded(i))) return true;
        return false;
    }
    return false;
}

/// "Minister Hasanov in Tbilisi, talks on transit: 14 March": somebody, where, and one day before or after.
std::optional<Frame> visit_note(const SentenceFacts& f, std::uint32_t begin) {
    constexpr std::uint32_t longest_name = 8;
    if (f.dates.size() != 1 || f.dates.front().edtf.precision() < calendar::Precision::Day) return std::nullopt;
    const TokenRange day = f.dates.front().tokens;
    std::uint32_t joint = begin;
    bool somebody = f.word(begin) == "pm" || f.word(begin) == "fm";
    while (joint < std::min(begin + longest_name, f.sentence.end_token) && f.token(joint).kind == TokenKind::Word &&
           !is_preposition(f.text, joint))
        somebody = f.has(joint++, kTitle) || somebody;
    if (joint == begin || f.word(joint) != "in") return std::nullopt;
    for (const ActorMention& a : f.actors)
        somebody = somebody || (a.kind == ActorMention::Kind::Person && begin <= a.tokens.begin && a.tokens.end <= joint);
    const auto place = std::find_if(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
        return m.first_token == joint + 1 && m.place >= 0 && !m.adjective && !m.possessive;
    });
    if (!somebody || place == f.mentions.end()) return std::nullopt;
    std::uint32_t end = day.begin > joint ? day.begin : f.sentence.end_token;
    if (day.begin > joint && day.end < f.sentence.end_token && f.token(day.end).kind != TokenKind::Mark) return std::nullopt;
    while (end > place->end_token && (f.token(end - 1).kind == TokenKind::Mark || is_preposition(f.text, end - 1))) --end;
    if (place->end_token < end && f.token(place->end_token).kind != TokenKind::Mark && !is_preposition(f.text, place->end_token))
        return std::nullopt;
    Frame frame;
    frame.kind = EventKind::Visit;
    frame.category = document::Category::Diplomacy;
    frame.strength = 3;
    frame.date = 0;
    frame.head = joint - 1;
    frame.subject = {begin, joint};
    frame.rest = frame.clause = {begin, end};
    frame.noun = frame.item = true;
    return frame;
}

/// "The pipeline: 75 per cent complete at the end of September": how far something was.
std::optional<Frame> share_frame(const SentenceFacts& f) {
    if (!f.clauses.clauses.empty() || f.dates.size() != 1 || f.dates.front().tokens.begin <= f.sentence.first_token + 2)
        return std::nullopt;
    std::uint32_t end = f.dates.front().tokens.begin;
    while (end > f.sentence.first_token && (is_preposition(f.text, end - 1) || f.has(end - 1, kArticle))) --end;
    for (std::uint32_t i = f.sentence.first_token; i + 2 < end; ++i) {
        const bool share = f.token(i).kind == TokenKind::Number &&
                           (f.token(i + 1).is('%') || f.word(i + 1) == "percent" || (f.word(i + 1) == "per" && f.word(i + 2) == "cent"));
        static constexpr WordSet kStates{"complete", "completed", "finished", "done", "ready",   "funded",
                                         "full",     "built",     "laid",     "paid", "covered", "contained"};
        if (!share || !kStates.contains(f.word(end - 1))) continue;
        Frame frame;
        frame.kind = EventKind::Figure;
        frame.category = document::Category::Economy;
        frame.strength = 2;
        frame.date = 0;
        frame.head = end - 1;
        frame.rest = {f.has(f.sentence.first_token, kArticle) ? f.sentence.first_token + 1 : f.sentence.first_token, end};
        frame.clause = {f.sentence.first_token, f.sentence.end_token};
        frame.noun = frame.item = true;
        return frame;
    }
    return std::nullopt;
}

/// "Dredging of the quay, bids by 28 November", "Supply of rails; deadline 15 January": until when something may be handed in.
std::optional<Frame> deadline_frame(const SentenceFacts& f) {
    static constexpr WordSet kHanded{"bids",        "offers",  "tenders",     "proposals", "applications",
                                     "submissions", "entries", "nominations", "abstracts", "deadline"};
    static constexpr WordSet kUntil{"by", "until", "till", "due", "before", "to", "closing", "close"};
    constexpr std::uint32_t reach = 3;
    for (std::size_t d = 0; d < f.dates.size(); ++d) {
        const TokenRange day = f.dates[d].tokens;
        bool until = kUntil.contains(f.word(day.begin));
        std::uint32_t noun = day.begin;
        while (noun > f.sentence.first_token && day.begin - noun < reach && !kHanded.contains(f.word(noun)))
            --noun, until = until || kUntil.contains(f.word(noun));
        if (!kHanded.contains(f.word(noun)) || !(until || f.word(noun) == "deadline") ||
            f.dates[d].edtf.precision() < calendar::Precision::Day)
            continue;
        const bool ends = day.end >= f.sentence.end_token || f.token(day.end).kind == TokenKind::Mark;
        if (!ends) continue;
        Frame frame;
        frame.kind = EventKind::Plan;
        frame.category = document::Category::Other;
        frame.strength = 2;
        frame.date = static_cast<std::int32_t>(d);
        frame.head = noun;
        std::uint32_t begin = f.sentence.first_token;
        while (begin < noun && f.token(begin).kind == TokenKind::Mark) ++begin;
        frame.rest = frame.clause = {begin, day.end};
        frame.noun = frame.item = frame.ends_it = frame.keeps_date = true;
        return frame;
    }
    return std::nullopt;
}

}  // namespace

bool is_in_brackets(const SentenceFacts& f, std::uint32_t token) {
    int open = 0;
    for (std::uint32_t i = f.sentence.first_token; i < token; ++i) open += f.token(i).is('(') ? 1 : f.token(i).is(')') && open > 0 ? -1 : 0;
    return open > 0;
}

std::optional<Frame> item_frame(const SentenceFacts& f, bool under_day) {
    constexpr std::uint32_t longest_name = 7;
    // "20 May: council, Goma (after that of Bunia was put off)": what brackets tell is no verb of the entry
    const bool verbless = std::all_of(f.clauses.clauses.begin(), f.clauses.clauses.end(),
                                      [&](const Clause& c) { return is_in_brackets(f, f.clauses.verbs[c.verb].head); });
    const bool listed = f.text.layout->blocks[f.sentence.block].kind == BlockKind::ListItem;
    if (listed)
        if (auto share = share_frame(f)) return share;
    if (f.clauses.clauses.empty())
        if (auto deadline = deadline_frame(f)) return deadline;
    std::int32_t date = -1;
    const std::uint32_t begin = end_of_lead(f, date);
    if (f.clauses.clauses.empty())
        if (auto note = visit_note(f, begin)) return note;
    const std::uint32_t day_after = date < 0 ? mark_before_day(f, begin) : 0;
    std::uint32_t end = day_after != 0 ? day_after : f.sentence.end_token;
    for (std::uint32_t i = begin; !f.clauses.clauses.empty() && verbless && i < end; ++i)
        if (f.token(i).is('(')) end = i;
    if (day_after != 0) date = 0;
    const bool by_hour = date >= 0 && f.dates[static_cast<std::size_t>(date)].of_hour;
    const bool entry = date >= 0 && begin > f.dates[static_cast<std::size_t>(date)].tokens.end &&
                       opens_entry(f.text, f.sentence);                                     // "3 May: Sighting off Bunia"
    const bool noted = f.day_by_day && f.dates.empty() && opens_entry(f.text, f.sentence);  // "24 April", and below it "Summit in Goma."
    const bool may = day_after != 0 || (listed ? date >= 0 || under_day : by_hour || entry || noted);
    if (!verbless || begin >= end || !may) return std::nullopt;
    for (std::uint32_t i = begin; i + 1 < end; ++i)
        if (f.token(i).is('(') && f.token(i + 1).is(')')) return std::nullopt;  // where a link stood
    // "Opening | of the railway", "NATO summit | , Vilnius": the last word before what hangs on it
    std::uint32_t head = begin;
    const auto joins = [&](std::uint32_t i) {
        return f.token(i).is('&') && i > begin && i + 1 < end && f.token(i - 1).capitalised() && f.token(i + 1).capitalised();
    };  // "Oil & Gas Forum"
    while (head < end && head < begin + longest_name && (f.token(head).kind == TokenKind::Word || joins(head)) &&
           !is_preposition(f.text, head) && !f.has(head, kConjunction))
        ++head;
    if (head == begin || head == begin + longest_name) return std::nullopt;
    --head;
    const NounSense own = happening_of_programme(f.word(head)), &known = f.noun(head);
    const NounSense sense = own.known || known.strength < 2 ? own : known;
    if (!sense.known || stands_under_links(f)) return std::nullopt;
    Frame frame;
    frame.kind = sense.kind;
    frame.category = sense.category;
    frame.strength = std::max<std::uint8_t>(sense.strength, 2);
    frame.date = date;
    frame.head = head;
    frame.rest = {begin, end};
    while (frame.rest.end > head + 1 && f.token(frame.rest.end - 1).kind == TokenKind::Mark && !f.token(frame.rest.end - 1).is(')'))
        --frame.rest.end;
    frame.clause = {begin, f.clauses.clauses.empty() ? f.sentence.end_token : end};
    frame.noun = frame.item = true;
    return frame;
}

void widen_to_item(const SentenceFacts& f, Frame& frame) {
    constexpr std::uint32_t longest = 8;
    if (!frame.noun || frame.item || frame.date < 0 || !f.clauses.clauses.empty() ||
        f.text.layout->blocks[f.sentence.block].kind != BlockKind::ListItem)
        return;
    std::int32_t date = -1;
    std::uint32_t begin = end_of_lead(f, date);
    while (begin < frame.rest.begin && f.has(begin, kArticle)) ++begin;
    if (date != frame.date || begin >= frame.rest.begin || frame.rest.begin - begin > longest) return;
    for (std::uint32_t i = begin; i < frame.rest.begin; ++i)
        if (f.token(i).kind != TokenKind::Word || (i == begin && (f.has(i, kFunction) || f.word(i).starts_with("it'"))))
            return;  // not "It's the first such drop"
    if (std::any_of(f.mentions.begin(), f.mentions.end(),
                    [&](const Mention& m) { return begin <= m.first_token && m.first_token < frame.rest.begin; }))
        return;
    frame.rest.begin = begin;
}

bool heads_programme(const SentenceFacts& f) {
    static constexpr WordSet kProgrammes{"agenda", "programme", "program", "schedule", "itinerary", "diary", "calendar", "ahead"};
    constexpr std::uint32_t most_tokens = 14;
    if (f.sentence.end_token - f.sentence.first_token > most_tokens) return false;
    bool found = false;
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i)
        found = found || (kProgrammes.contains(f.word(i)) && f.word(i + 1) != "of");  // not "ahead of the vote on 3 May"
    return found && std::none_of(f.text.tokens.begin() + f.sentence.first_token, f.text.tokens.begin() + f.sentence.end_token,
                                 [](const Token& t) { return (t.lexicon & (kBe | kHave | kModal)) != 0; });
}

}  // namespace dateline::extract
