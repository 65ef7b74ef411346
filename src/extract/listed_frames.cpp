#include "extract/listed_frames.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::extract {
namespace {

class ListReader {
  public:
    ListReader(const SentenceFacts& facts, std::vector<Frame>& frames) : f_(facts), end_(facts.sentence.end_token), out_(frames) {}

    void add(std::int32_t date, std::uint32_t head);
    void add_leg(std::int32_t date, std::size_t first);

  private:
    std::optional<TokenRange> item_of(TokenRange before, TokenRange date) const;
    std::optional<TokenRange> item_after(TokenRange before, TokenRange date, std::uint32_t& first_end) const;
    bool is_object_like(TokenRange object, TokenRange item) const;
    bool is_ordinal(std::uint32_t i) const { return (temporal::look_up(f_.word(i)).classes & temporal::kOrdinal) != 0; }

    const SentenceFacts& f_;
    std::uint32_t end_;
    std::vector<Frame>& out_;
};

/// The words between two days of one verb that say what was done on the second: "took Daraa on Friday | and Suwayda on | Saturday".
/// Empty where nothing but the day is new; none where it is no list.
std::optional<TokenRange> ListReader::item_of(TokenRange before, TokenRange date) const {
    constexpr std::uint32_t longest = 12;
    TokenRange item{before.end, date.begin};
    if (item.end > item.begin + longest) return std::nullopt;
    bool listed = false;
    for (; item.begin < item.end; ++item.begin) {
        const std::string_view w = f_.word(item.begin);
        const bool link = f_.token(item.begin).is(',') || (f_.token(item.begin).is(')') && item.begin == before.end) || w == "and" ||
                          (listed && (w == "again" || w == "then"));
        if (!link) break;
        listed = listed || !f_.token(item.begin).is(')');
    }
    while (item.end > item.begin &&
           (f_.token(item.end - 1).is('(') || is_preposition(f_.text, item.end - 1) || f_.has(item.end - 1, kArticle)))
        --item.end;
    const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                      [&](const VerbGroup& g) { return g.first < item.end && item.begin < g.end; });
    bool broken = false;
    for (std::uint32_t i = item.begin; i < item.end; ++i)
        broken = broken || (f_.token(i).kind == TokenKind::Mark && !f_.token(i).is(',') && !f_.token(i).is('"')) || f_.word(i) == "between";
    if (!listed || has_verb || broken) return std::nullopt;
    return item;
}

/// "fell on Thursday in Leeds and on Sunday | in York": where the day stands first. `first_end`: where the first of them ends.
std::optional<TokenRange> ListReader::item_after(TokenRange before, TokenRange date, std::uint32_t& first_end) const {
    std::uint32_t link = date.begin;
    while (link > before.end && (is_preposition(f_.text, link - 1) || f_.has(link - 1, kArticle))) --link;
    if (link <= before.end + 1 || f_.word(link - 1) != "and") return std::nullopt;
    TokenRange item{date.end, date.end};
    const auto verb_at = [&](std::uint32_t i) {
        return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == i; });
    };
    while (item.end < end_ && f_.token(item.end).kind != TokenKind::Mark && !f_.has(item.end, kConjunction) && !verb_at(item.end))
        ++item.end;
    const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                      [&](const VerbGroup& g) { return g.first < date.begin && before.end < g.end; });
    if (has_verb || item.begin >= item.end || !is_preposition(f_.text, item.begin) || !is_preposition(f_.text, before.end))
        return std::nullopt;
    first_end = link - 1;
    return item;
}

/// "On 13 November the envoy flew to Ganja, | and on 15 November | to Baku": where each day leads.
void ListReader::add_leg(std::int32_t d, std::size_t first) {
    const TokenRange date = f_.dates[static_cast<std::size_t>(d)].tokens;
    std::uint32_t link = date.begin;
    while (link > out_[first].verb.end && (is_preposition(f_.text, link - 1) || f_.has(link - 1, kArticle))) --link;
    const std::uint32_t after = link;
    while (link > out_[first].verb.end && (f_.token(link - 1).is(',') || f_.word(link - 1) == "and" || f_.word(link - 1) == "then")) --link;
    if (link == after || link <= out_[first].verb.end) return;
    TokenRange item{date.end, date.end};
    while (item.end < end_ && f_.token(item.end).kind != TokenKind::Mark && !f_.has(item.end, kConjunction)) ++item.end;
    const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                      [&](const VerbGroup& g) { return g.first < item.end && link < g.end; });
    const auto place = std::find_if(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.first_token >= item.begin && m.end_token <= item.end && !m.adjective && m.place >= 0;
    });
    if (has_verb || place == f_.mentions.end()) return;
    const bool to = is_preposition(f_.text, item.begin) && place->first_token <= item.begin + 2;
    const bool object = place->first_token == item.begin && place->end_token == item.end && !is_preposition(f_.text, out_[first].verb.end);
    if (!to && !object) return;
    Frame frame = out_[first];
    frame.date = d;
    frame.rest = frame.clause = item;
    // "met | officials | in Tripoli, on 5 November in Benghazi"
    std::uint32_t joint = frame.verb.end;
    while (to && joint < link && !is_preposition(f_.text, joint) && f_.token(joint).kind == TokenKind::Word) ++joint;
    if (to && joint > frame.verb.end && f_.word(joint) == f_.word(item.begin))
        frame.rest.begin = frame.verb.end, frame.left_out = {joint, item.begin};
    frame.listed = true;
    out_[first].rest.end = std::max(out_[first].rest.begin, std::min(out_[first].rest.end, link));
    out_[first].clause.end = std::max(out_[first].clause.begin, std::min(out_[first].clause.end, link));
    out_.push_back(frame);
}

/// "sank | two carriers, Roma | on 6 July and | Azov | on 9 July": both a name, or both with an article; not "the army took the hill on Monday
/// and the rebels on Tuesday", who did it.
bool ListReader::is_object_like(TokenRange object, TokenRange item) const {
    constexpr std::uint32_t longest = 5;
    if (item.begin >= item.end || object.begin >= object.end || item.end - item.begin > longest) return false;
    const auto who = [&](const ActorMention& a) { return item.contains(a.tokens.begin) || item.contains(a.name.begin); };
    const auto is_name = [&](TokenRange r) {
        return f_.token(r.begin).capitalised() && f_.token(r.end - 1).kind == TokenKind::Word && f_.token(r.end - 1).capitalised();
    };
    const bool names = is_name(item) && is_name({object.end - 1, object.end});
    if (!names && (std::any_of(f_.actors.begin(), f_.actors.end(), who) || f_.has(item.end - 1, kPersonNoun | kTitle | kStateBody)))
        return false;
    static constexpr WordSet kWho{"rebels",     "army",   "militants", "insurgents", "separatists",
                                  "guerrillas", "others", "rest",      "enemy",      "opposition"};
    if (kWho.contains(f_.word(item.end - 1)) || is_preposition(f_.text, item.begin)) return false;
    for (std::uint32_t i = item.begin; i < item.end; ++i)
        if (f_.token(i).kind == TokenKind::Mark || is_preposition(f_.text, i)) return false;
    if (f_.has(item.begin, kArticle)) return f_.has(object.begin, kArticle);
    return names;
}

/// "took Daraa on Friday and Suwayda on Saturday", "Aleppo fell on Saturday, Hama on Thursday", "was held in 1990, 1994 and 1998":
/// the verb told once for several days.
void ListReader::add(std::int32_t d, std::uint32_t head) {
    const auto is_own = [&](const Frame& frame) { return frame.head == head && !frame.noun && frame.date >= 0; };
    const auto first = std::find_if(out_.begin(), out_.end(), is_own);
    if (first == out_.end() || (first->modality != Modality::Happened && first->modality != Modality::Planned)) return;
    const TokenRange date = f_.dates[static_cast<std::size_t>(d)].tokens, told = f_.dates[static_cast<std::size_t>(first->date)].tokens;
    if (told.end <= first->verb.begin) return add_leg(d, static_cast<std::size_t>(first - out_.begin()));
    if (told.begin < first->verb.end || date.begin < told.end) return;
    TokenRange before = told;
    for (const Frame& frame : out_)
        if (const TokenRange own = is_own(frame) ? f_.dates[static_cast<std::size_t>(frame.date)].tokens : told;
            own.end <= date.begin && own.end > before.end)
            before = own;
    std::uint32_t first_end = told.end;
    auto item = item_of(before, date);
    if (!item) item = item_after(before, date, first_end);
    if (!item) return;
    const auto names_place = [&](TokenRange range) {
        return std::any_of(f_.mentions.begin(), f_.mentions.end(),
                           [&](const Mention& m) { return !m.adjective && range.begin <= m.first_token && m.end_token <= range.end; });
    };
    Frame frame = *first;
    static constexpr WordSet kPhrasal{"place", "part", "off", "out", "up", "down", "over"};
    if (kPhrasal.contains(f_.word(frame.verb.end))) ++frame.verb.end;  // "took place in Rome on 4 May, in Paris on 7 May"
    TokenRange object{frame.verb.end, told.begin};
    while (object.end > object.begin && (is_preposition(f_.text, object.end - 1) || f_.has(object.end - 1, kArticle))) --object.end;
    frame.date = d;
    frame.clause = {std::min(item->begin, date.begin), std::max(item->end, date.end)};
    // "had talks with Blinken on Monday, | with Lammy on | Tuesday": with whom else
    std::uint32_t joint = object.end;
    const bool with_whom = f_.word(item->begin) == "with" || f_.word(item->begin) == "to";
    const bool elsewhere = is_preposition(f_.text, item->begin) && names_place(*item) &&
                           first_end == told.end;  // "launched attacks in Gao on 3 May, | in Kidal | on 5 May"
    if (item->begin + 1 < item->end && with_whom && f_.token(item->begin + 1).kind == TokenKind::Word && first_end == told.end)
        for (std::uint32_t i = object.begin; i < object.end && joint == object.end; ++i)
            if (f_.word(i) == f_.word(item->begin)) joint = i;
    for (std::uint32_t i = object.begin + 1; elsewhere && i < object.end && joint == object.end; ++i)
        if (f_.word(i) == f_.word(item->begin) && f_.token(i - 1).kind == TokenKind::Word && f_.token(i - 1).letter_case == Case::Lower)
            joint = i;
    TokenRange shared;  // where all of them were
    // "Two were killed in Gao on Friday | and three in Kidal | on Saturday": how many elsewhere
    const bool counts =
        item->begin < item->end && first_end == told.end &&
        (f_.token(item->begin).kind == TokenKind::Number || (temporal::look_up(f_.word(item->begin)).classes & temporal::kCardinal) != 0);
    const bool of_count = counts && frame.kind != EventKind::Figure &&
                          (frame.passive || object.begin >= object.end || is_preposition(f_.text, object.begin)) &&
                          first->subject.begin < first->subject.end;
    const bool things = first_end == told.end && is_object_like(object, *item);
    const bool with_others = joint < object.end && (elsewhere || !names_place(*item));
    if (of_count) {
        std::uint32_t end = item->begin;
        while (end < item->end && !is_preposition(f_.text, end)) ++end;
        frame.subject = {item->begin, end};
        frame.rest = {end, item->end};
    } else if (with_others) frame.rest = {object.begin, item->end}, frame.left_out = {joint, item->begin};
    else if (item->begin >= item->end) frame.rest = object, frame.clause = {first->verb.begin, told.end};
    else if (f_.has(item->begin, kArticle) && is_ordinal(item->begin + 1) &&
             names_place(*item)) {  // "the first in Oslo in May, the second in Geneva in July"
        frame.subject = {item->begin, item->begin + 2};
        frame.rest = {item->begin + 2, item->end};
    } else if (names_place(object) || first_end != told.end ||
               (names_place(*item) && object.begin < object.end && !names_place(frame.subject)))
        frame.rest = *item;
    else if (names_place(frame.subject) && names_place(*item)) frame.subject = *item, frame.rest = {frame.verb.end, frame.verb.end};
    else if (things) frame.rest = *item;  // "sank the Roma on 6 July and the frigate on 9 July"
    else return;
    if (item->begin < item->end && frame.rest.begin == item->begin && !names_place(*item) && !things && !of_count) return;
    if (things && frame.rest.begin == item->begin && f_.token(date.end).is(',') &&
        (f_.word(date.end + 1) == "both" || f_.word(date.end + 1) == "all") && is_preposition(f_.text, date.end + 2)) {
        std::uint32_t end = date.end + 2;  // ", both off Hodeidah"
        while (end < end_ && f_.token(end).kind == TokenKind::Word) ++end;
        shared = {date.end + 2, end};
        frame.clause.end = end;
    }
    for (std::uint32_t i = object.begin + 1; things && frame.rest.begin == item->begin && i + 1 < object.end;
         ++i)  // "sank two carriers, | Roma on 6 July and Azov on 9 July"
        if (f_.token(i).is(',') && f_.token(i + 1).capitalised() && f_.token(item->begin).capitalised()) first->rest.begin = i + 1;
    // what follows the first day is the other days'
    first->rest.end = std::min(first->rest.end, std::max(first->rest.begin, first_end));
    first->clause.end = std::min(first->clause.end, first_end);
    if (shared.begin < shared.end) first->clause = {first->clause.begin, shared.end};
    out_.push_back(frame);
}

class PlaceLists {
  public:
    PlaceLists(const SentenceFacts& facts, std::vector<Frame>& frames) : f_(facts), out_(frames) {}

    void run() {
        const bool in_order = std::any_of(f_.text.tokens.begin() + f_.sentence.first_token, f_.text.tokens.begin() + f_.sentence.end_token,
                                          [&](const Token& t) { return f_.text.folded(t) == "respectively"; });
        if (!in_order &&
            std::count_if(f_.mentions.begin(), f_.mentions.end(), [](const Mention& m) { return m.place >= 0 && !m.adjective; }) < 2)
            return;
        const std::size_t count = out_.size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t head = out_[i].head;
            const auto same =
                std::count_if(out_.begin(), out_.end(), [&](const Frame& frame) { return !frame.noun && frame.head == head; });
            if (out_[i].noun || out_[i].listed || out_[i].modality == Modality::Denied) continue;
            if (same > 1) give_each_its_place(head, static_cast<std::size_t>(same));
            else if (!part_items(i) && !part_pair(i)) part_list(i);
        }
    }

  private:
    using Places = std::vector<const Mention*>;
    Places list_in(const Frame& frame, std::size_t least) const;
    bool may_stand_in_list(const Frame& frame, const Mention& m) const;
    bool is_link(std::uint32_t from, std::uint32_t to, bool& closes) const;
    void part_list(std::size_t frame);
    Places list_of_subject(const Frame& frame) const;
    bool leads_list(const Frame& frame, std::uint32_t before) const;
    bool part_pair(std::size_t frame);
    bool part_items(std::size_t frame);
    std::optional<TokenRange> next_item(std::uint32_t after, std::uint32_t end, const Mention*& place, bool& closes) const;
    void give_each_its_place(std::uint32_t head, std::size_t count);
    bool give_each_its_subject(std::uint32_t head, std::size_t count);
    static void keep(Frame& frame, const Places& places, std::size_t own);

    const SentenceFacts& f_;
    std::vector<Frame>& out_;
};

/// A comma, "and", or both between two of a list; `closes` where it is the last.
bool PlaceLists::is_link(std::uint32_t from, std::uint32_t to, bool& closes) const {
    if (to <= from || to > from + 2) return false;
    const bool comma = f_.token(from).is(',');
    closes = f_.word(to - 1) == "and";
    return to == from + 1 ? comma || closes : comma && closes;
}

/// Towns, or whatever is visited: a storm over two states is one storm.
bool PlaceLists::may_stand_in_list(const Frame& frame, const Mention& m) const {
    const bool spot = m.precision == document::PlacePrecision::Settlement || m.precision == document::PlacePrecision::Exact;
    const bool state =
        m.precision == document::PlacePrecision::Country && (frame.kind == EventKind::Visit || f_.word(frame.verb.end) == "to");
    return m.place >= 0 && !m.adjective && !m.possessive && m.parent < 0 && (spot || state);
}

/// "visited | Astana, Tashkent and Bishkek", "were held in | Rome and Milan": places told alike, one after the other, the last
/// after "and", with nothing that they would only be part of ("the Kyiv and Lviv regions").
PlaceLists::Places PlaceLists::list_in(const Frame& frame, std::size_t least) const {
    for (std::size_t i = 0; i < f_.mentions.size(); ++i) {
        const Mention& first = f_.mentions[i];
        if (!frame.rest.contains(first.first_token) || !may_stand_in_list(frame, first)) continue;
        const std::uint32_t before = first.first_token - 1;
        const std::string_view lead = f_.word(before);
        const bool leads = first.first_token == frame.verb.end || lead == "in" || lead == "at" || lead == "near" ||
                           (lead == "to" && before == frame.verb.end) || (lead == "on" && frame.kind == EventKind::Attack);
        if (!leads) continue;
        Places places{&first};
        bool closed = false;
        for (std::size_t k = i + 1;
             k < f_.mentions.size() && !closed && f_.mentions[k].precision == first.precision && may_stand_in_list(frame, f_.mentions[k]);
             ++k) {
            std::uint32_t from = f_.mentions[k].first_token;
            if (from > 0 && f_.word(from - 1) == lead) --from;  // "in Rome and in Milan"
            if (!is_link(places.back()->end_token, from, closed)) break;
            places.push_back(&f_.mentions[k]);
        }
        const std::uint32_t after = places.back()->end_token;
        const bool ends = after >= f_.sentence.end_token || f_.token(after).kind == TokenKind::Mark || is_preposition(f_.text, after) ||
                          is_adverb(f_.text, after) || f_.has(after, kFunction | kConjunction) ||
                          std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin == after; });
        if (closed && ends && places.size() >= least) return places;
    }
    return {};
}

/// Of the list only the frame's own place stays.
void PlaceLists::keep(Frame& frame, const Places& places, std::size_t own) {
    const TokenRange all{places.front()->first_token, places[own]->end_token};
    frame.rest.end = all.end;
    frame.clause.end = std::max(frame.clause.begin, all.end);
    frame.left_out = {all.begin, places[own]->first_token};
    frame.listed = true;
}

void PlaceLists::part_list(std::size_t i) {
    if (const Places of_subject = list_of_subject(out_[i]); !of_subject.empty()) {
        const Frame whole = out_[i];
        for (std::size_t k = 0; k < of_subject.size(); ++k) {
            Frame& own = k == 0 ? out_[i] : out_.emplace_back(whole);
            own.subject.end = of_subject[k]->end_token;
            own.left_out = {of_subject.front()->first_token, of_subject[k]->first_token};
            own.listed = true;
        }
        return;
    }
    static constexpr std::array kTogether{EventKind::Meeting, EventKind::Negotiation, EventKind::Signing, EventKind::Assertion,
                                          EventKind::Figure,  EventKind::Decision,    EventKind::Trade,   EventKind::Plain};
    if (std::find(kTogether.begin(), kTogether.end(), out_[i].kind) != kTogether.end()) return;
    const Places places = list_in(out_[i], 2);
    for (std::size_t k = 1; k < places.size(); ++k) {
        Frame own = out_[i];
        keep(own, places, k);
        out_.push_back(own);
    }
    if (!places.empty()) keep(out_[i], places, 0);
}

/// "Airports | in | Gdansk and Poznan", "Warnings | for |", "The ports | of |": of each what is told is told.
bool PlaceLists::leads_list(const Frame& frame, std::uint32_t before) const {
    static constexpr WordSet kWarnings{"order", "orders", "warning", "warnings", "alert", "alerts"};
    static constexpr WordSet kSeveral{"ports", "towns", "cities", "villages", "airports"};
    const std::string_view lead = f_.word(before), head = f_.word(before - 1);
    if (lead == "for") return frame.passive && kWarnings.contains(head);
    if (frame.kind != EventKind::Opening && frame.kind != EventKind::Closing) return false;
    return lead == "of" ? kSeveral.contains(head)
                        : (lead == "in" || lead == "at") && head.ends_with('s') && !f_.noun(before - 1).known &&
                              !f_.has(before - 1, kPersonNoun | kTitle);
}

/// Places that end the subject, told alike; empty for none.
PlaceLists::Places PlaceLists::list_of_subject(const Frame& frame) const {
    for (std::size_t i = 0; i < f_.mentions.size(); ++i) {
        const Mention& first = f_.mentions[i];
        if (!frame.subject.contains(first.first_token) || first.first_token < frame.subject.begin + 2 || !may_stand_in_list(frame, first) ||
            !leads_list(frame, first.first_token - 1))
            continue;
        Places places{&first};
        bool closed = false;
        for (std::size_t k = i + 1; k < f_.mentions.size() && !closed && may_stand_in_list(frame, f_.mentions[k]) &&
                                    is_link(places.back()->end_token, f_.mentions[k].first_token, closed);
             ++k)
            places.push_back(&f_.mentions[k]);
        return closed && places.back()->end_token == frame.subject.end ? places : Places{};
    }
    return {};
}

/// "The Medininkai and Šalčininkai crossings | reopened", "Schools in the Tillabéri and Dosso regions | were shut": two names and what both are.
bool PlaceLists::part_pair(std::size_t i) {
    const Frame whole = out_[i];
    if (whole.kind != EventKind::Opening && whole.kind != EventKind::Closing) return false;
    const auto may = [&](const Mention& m) {
        return m.place >= 0 && !m.adjective && !m.possessive && m.precision <= document::PlacePrecision::Region &&
               whole.subject.contains(m.first_token);
    };
    for (std::size_t k = 0; k + 1 < f_.mentions.size(); ++k) {
        const Mention &first = f_.mentions[k], &second = f_.mentions[k + 1];
        const std::uint32_t noun = second.end_token;
        const bool pair = may(first) && may(second) && second.first_token == first.end_token + 1 && f_.word(first.end_token) == "and" &&
                          noun + 1 == whole.subject.end && f_.token(noun).letter_case == Case::Lower;
        const std::string_view several = f_.word(noun);
        if (!pair || !several.ends_with('s') || several.ends_with("ss") || several.ends_with("ies")) continue;
        const std::string_view one = several.substr(0, several.size() - 1);
        if (!facts_of(one).works && (lexicon_of(one) & (kGeoTail | kKinOfPlace)) == 0) continue;
        Frame other = whole;
        out_[i].left_out = {first.end_token, second.end_token};
        other.left_out = {first.first_token, second.first_token};
        other.listed = out_[i].listed = true;
        other.one_of = out_[i].one_of = noun;
        out_.push_back(other);
        return true;
    }
    return false;
}

/// "| , a depot in Odesa": a thing and where it was; none where a verb, or anything but a list's next, follows.
std::optional<TokenRange> PlaceLists::next_item(std::uint32_t after, std::uint32_t end, const Mention*& place, bool& closes) const {
    constexpr std::uint32_t longest = 8;
    std::uint32_t begin = after;
    while (begin < end && begin < after + 2 && (f_.token(begin).is(',') || f_.word(begin) == "and")) ++begin;
    if (begin == after || !is_link(after, begin, closes)) return std::nullopt;
    for (const Mention& m : f_.mentions) {
        if (m.first_token < begin || m.place < 0) continue;
        const std::uint32_t joint = m.first_token - 1;
        const bool named = !m.adjective && !m.possessive && joint > begin && m.end_token <= end && joint <= begin + longest &&
                           (f_.word(joint) == "in" || f_.word(joint) == "near" || f_.word(joint) == "at");
        if (!named) return std::nullopt;
        for (std::uint32_t k = begin; k < joint; ++k)
            if (f_.token(k).kind == TokenKind::Mark || is_preposition(f_.text, k) || f_.has(k, kConjunction)) return std::nullopt;
        const bool has_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                          [&](const VerbGroup& g) { return g.first < m.end_token && begin < g.end; });
        const bool has_date = std::any_of(f_.dates.begin(), f_.dates.end(),
                                          [&](const DateMention& d) { return d.tokens.begin < m.end_token && begin < d.tokens.end; });
        const bool thing = f_.has(begin, kArticle) || f_.token(begin).capitalised() || f_.token(begin).kind == TokenKind::Number ||
                           (temporal::look_up(f_.word(begin)).classes & temporal::kCardinal) != 0;
        if (has_verb || has_date || !thing) return std::nullopt;
        place = &m;
        return TokenRange{begin, m.end_token};
    }
    return std::nullopt;
}

/// "hit a school in Kharkiv | and a depot in Odesa", "met the minister in Rome | and the president in Paris".
bool PlaceLists::part_items(std::size_t i) {
    const Frame whole = out_[i];
    if (whole.kind == EventKind::Assertion || whole.kind == EventKind::Figure || whole.kind == EventKind::Plain) return false;
    for (const Mention& first : f_.mentions) {
        const bool named = whole.rest.contains(first.first_token) && first.place >= 0 && !first.adjective && !first.possessive &&
                           first.first_token > whole.verb.end && f_.word(first.first_token - 1) == "in";
        if (!named) continue;
        std::vector<TokenRange> items;
        bool closed = false;
        for (std::uint32_t after = first.end_token; !closed;) {
            const Mention* place = nullptr;
            const auto item = next_item(after, whole.rest.end, place, closed);
            if (!item || place->place == first.place) return false;
            items.push_back(*item);
            after = item->end;
        }
        if (!closed || items.empty()) return false;
        const bool bare = first.first_token == whole.verb.end + 1;  // "were killed in Kharkiv and three in Odesa"
        if (bare && !whole.passive) return false;
        for (const TokenRange item : items) {
            Frame own = whole;
            own.listed = true;
            own.clause = own.rest = item;
            if (bare) {
                std::uint32_t joint = item.begin;
                while (joint < item.end && !is_preposition(f_.text, joint)) ++joint;
                own.subject = {item.begin, joint};
                own.rest = {joint, item.end};
            }
            out_.push_back(own);
        }
        out_[i].rest.end = first.end_token;
        out_[i].clause.end = std::max(out_[i].clause.begin, first.end_token);
        out_[i].listed = true;
        return true;
    }
    return false;
}

/// "reopened | except | in Gao, Kidal and Ménaka": where the verb does not reach; empty for nowhere.
std::vector<const Mention*> excepted_places(const SentenceFacts& f, std::uint32_t except) {
    std::vector<const Mention*> places;
    std::uint32_t at = except + 1;
    if (f.word(at) == "for") ++at;
    if (f.word(at) == "in" || f.word(at) == "at") ++at;
    for (const Mention& m : f.mentions) {
        if (m.first_token < at) continue;
        while (at < m.first_token && (f.token(at).is(',') || f.has(at, kConjunction | kArticle) || f.word(at) == "in")) ++at;
        if (at != m.first_token || m.place < 0 || m.adjective || m.possessive) break;
        places.push_back(&m);
        at = m.end_token;
    }
    const bool date =
        std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.begin == at || d.tokens.begin == at + 1; });
    const bool ends = at >= f.sentence.end_token || f.token(at).kind == TokenKind::Mark || date;
    const bool told_there = f.word(at) == "where" || f.word(at + 1) == "where";  // what happened there instead is told by itself
    return ends && !told_there ? places : std::vector<const Mention*>{};
}

/// "Oslo and Riga | signed on 3 and 5 May respectively"; false where who did it is no list of as many as there are days.
bool PlaceLists::give_each_its_subject(std::uint32_t head, std::size_t count) {
    const auto first = std::find_if(out_.begin(), out_.end(), [&](const Frame& frame) { return !frame.noun && frame.head == head; });
    const TokenRange list = first->subject;
    std::vector<TokenRange> items{{list.begin, list.begin}};
    for (std::uint32_t i = list.begin; i < list.end; ++i) {
        const bool link = f_.token(i).is(',') || f_.word(i) == "and";
        if (!link && (f_.token(i).kind == TokenKind::Mark || is_preposition(f_.text, i))) return false;  // "ministers of X and Y"
        if (!link) items.back().end = i + 1;
        else if (items.back().begin < items.back().end) items.push_back({i + 1, i + 1});
        else items.back() = {i + 1, i + 1};
    }
    if (items.size() != count || items.back().begin >= items.back().end) return false;
    std::size_t own = 0;
    for (Frame& frame : out_) {
        if (frame.noun || frame.head != head) continue;
        frame.subject = items[own++];
        frame.clause = frame.rest;
        frame.listed = true;
    }
    return true;
}

/// "met in Rome and Doha on 3 and 5 May respectively"
void PlaceLists::give_each_its_place(std::uint32_t head, std::size_t count) {
    bool in_order = false;
    for (std::uint32_t k = f_.sentence.first_token; k < f_.sentence.end_token; ++k) in_order = in_order || f_.word(k) == "respectively";
    const auto first = std::find_if(out_.begin(), out_.end(), [&](const Frame& frame) { return !frame.noun && frame.head == head; });
    if (!in_order || give_each_its_subject(head, count)) return;
    const Places places = list_in(*first, count);
    if (places.size() != count) return;
    const TokenRange rest = first->rest;
    std::size_t own = 0;
    for (Frame& frame : out_) {
        if (frame.noun || frame.head != head) continue;
        frame.rest = rest;
        keep(frame, places, own++);
    }
}

}  // namespace

void add_listed(const SentenceFacts& facts, std::int32_t date, std::uint32_t head, std::vector<Frame>& frames) {
    ListReader(facts, frames).add(date, head);
}

void add_exceptions(const SentenceFacts& f, std::vector<Frame>& frames) {
    if (std::none_of(frames.begin(), frames.end(), [](const Frame& frame) { return !frame.noun && frame.date >= 0; })) return;
    for (std::uint32_t i = f.sentence.first_token + 1; i + 1 < f.sentence.end_token; ++i) {
        const std::string_view w = f.word(i);
        const bool exception = w == "exception" && f.word(i + 1) == "of" && f.word(i - 1) == "the" && f.word(i - 2) == "with";
        const bool saves = w == "save" && (f.token(i - 1).is(',') || f.word(i + 1) == "in");
        if (w != "except" && w != "excepting" && !saves && !exception) continue;
        const auto of = std::find_if(frames.rbegin(), frames.rend(),
                                     [&](const Frame& frame) { return !frame.noun && frame.verb.end <= i && frame.date >= 0; });
        if (of == frames.rend() || of->modality != Modality::Happened || of->kind == EventKind::Assertion || of->kind == EventKind::Figure)
            return;
        const Frame rule = *of;
        const auto places = excepted_places(f, exception ? i + 1 : i);
        if (!places.empty() && (saves || exception))
            of->left_out = {exception ? i - 2 : i, places.back()->end_token};  // "on all lines | save in Bavaria": not there
        for (const Mention* place : places) {
            Frame own = rule;
            own.modality = Modality::Denied;
            own.listed = true;
            own.clause = {i, place->end_token};
            own.rest = {rule.verb.end, place->end_token};
            own.left_out = {places.front()->first_token, place->first_token};
            frames.push_back(own);
        }
        return;
    }
}

void part_by_place(const SentenceFacts& facts, std::vector<Frame>& frames) { PlaceLists(facts, frames).run(); }

}  // namespace dateline::extract
