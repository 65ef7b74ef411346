#include "extract/event_place.h"

#include "extract/date_binding.h"
#include "extract/lexicon.h"
#include "extract/place_clues.h"
#include "extract/place_offset.h"
#include "extract/word_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

constexpr double kLeast = 2.5;

double fineness(PlacePrecision precision) {
    switch (precision) {
        case PlacePrecision::Settlement: return 1.0;
        case PlacePrecision::District: return 0.9;
        case PlacePrecision::Corridor: return 0.8;
        case PlacePrecision::Exact: return 0.7;
        case PlacePrecision::Region: return 0.6;
        case PlacePrecision::Water: return 0.5;
        case PlacePrecision::Country: return 0.1;
        case PlacePrecision::CountryGroup: return -0.7;
        case PlacePrecision::None: return -9;
    }
    return 0;
}

bool goes_somewhere(EventKind kind) {
    return kind == EventKind::Visit || kind == EventKind::Supply || kind == EventKind::Movement || kind == EventKind::Deployment || kind == EventKind::Combat;
}

/// "between X and Y" tells of two sides and of no place.
bool between_others(const SentenceFacts& f, const Mention& m) {
    for (std::uint32_t i = m.first_token, steps = 0; i > f.sentence.first_token && steps < 10; ++steps) {
        --i;
        if (f.word(i) == "between") return true;
        const Token& t = f.token(i);
        if (t.kind == TokenKind::Word && !t.capitalised() && !f.has(i, kArticle | kConjunction)) return false;
        if (t.kind != TokenKind::Word && !t.is(',')) return false;
    }
    return false;
}

/// What is talked about is no place where the talks were: "discussed the Port of Baku", "spoke about the situation in X",
/// and all that is said in a clause of its own.
bool is_topic(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    const std::uint32_t at = m.first_token;
    if (frame.noun || at < frame.verb.end) return false;
    if ((frame.sense.use & kSays) != 0 && at >= frame.clause.end) return true;
    static constexpr std::array<std::string_view, 8> kTalk{"discuss", "debate", "review", "consider", "talk", "speak", "examine", "address"};
    const bool talks = std::find(kTalk.begin(), kTalk.end(), frame.sense.base) != kTalk.end();
    if (!talks && frame.kind != EventKind::Negotiation && frame.kind != EventKind::Meeting && frame.kind != EventKind::Assertion) return false;
    static constexpr WordSet kHarm{"attack", "attacks", "strike", "strikes", "bombing", "bombings", "raid", "raids", "assault", "invasion", "shelling", "siege", "sanctions", "occupation", "annexation", "airstrike", "airstrikes"};
    std::uint32_t named = at;
    while (named > frame.verb.end && (f.has(named - 1, kArticle | kDirection) || is_preposition(f.text, named - 1))) --named;
    // "summoned the envoy over the arrest of two citizens in Shiraz"
    for (std::uint32_t i = frame.verb.end; frame.kind == EventKind::Assertion && i + 1 < at; ++i)
        if (f.word(i) == "over" && f.has(i + 1, kArticle)) return true;
    if (frame.kind == EventKind::Assertion && named < at && named > frame.verb.end && kHarm.contains(f.word(named - 1))) return true;  // "condemned the attack on Kyiv"
    const bool has_object = talks && frame.sense.base != "talk" && frame.sense.base != "speak";
    bool after = has_object;
    for (std::uint32_t i = frame.verb.end; i < at && !after; ++i) {
        const std::string_view w = f.word(i);
        const bool to_talk = std::find(kTalk.begin(), kTalk.end(), f.verb(i).base) != kTalk.end() && (f.verb(i).form == VerbForm::Base || f.verb(i).form == VerbForm::Gerund) && (f.word(i - 1) == "to" || f.verb(i).form == VerbForm::Gerund);
        after = to_talk || w == "about" || w == "regarding" || w == "concerning" || (talks && w == "of") ||
                (w == "on" && i + 1 < at && std::none_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i + 1); }));
    }
    if (!after) return false;
    const bool spot = m.precision == PlacePrecision::Exact || m.precision == PlacePrecision::Settlement || m.precision == PlacePrecision::District;
    if (m.role != PlaceRole::Location || !spot) return true;
    static constexpr std::array<std::string_view, 14> kTopics{"situation", "developments", "conflict", "war", "crisis", "events", "peace", "stability", "tensions",
                                                       "settlement", "process", "role", "ceasefire", "violence"};
    std::uint32_t i = at;
    while (i > frame.verb.end && f.has(i - 1, kArticle)) --i;
    if (f.word(i - 1) == "of" || i == frame.verb.end) return true;  // "the Port of Baku"
    while (i > frame.verb.end && (f.has(i - 1, kArticle) || is_preposition(f.text, i - 1))) --i;
    return i > frame.verb.end && std::find(kTopics.begin(), kTopics.end(), f.word(i - 1)) != kTopics.end();
}

/// "sailed through the Danish Straits": a water that what was done passed.
bool is_crossed(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kPasses{"through", "across", "over", "along", "under", "into"};
    std::uint32_t at = m.first_token;
    while (at > frame.verb.end && f.has(at - 1, kArticle)) --at;
    return m.precision == PlacePrecision::Water && at > frame.verb.begin && frame.clause.contains(m.first_token) && kPasses.contains(f.word(at - 1));
}

/// "broke the record, four years after finishing last in Beijing", "took over after a decade at Hershey": where something else was.
bool is_of_another_time(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun && frame.rest.contains(m.first_token)) return false;  // "two days after | the talks in Oslo"
    if (frame.counted.contains(m.first_token)) return true;
    static constexpr WordSet kUnits{"days", "weeks", "months", "years", "hours", "minutes", "day", "week", "month", "year", "decade", "decades"};
    constexpr std::uint32_t reach = 12, span = 3;
    // "cancelled her trip after Aliyev had accused Paris of crimes in New Caledonia"
    const std::int32_t c = clause_of_token(f.clauses, m.first_token);
    if (c > 0 && !frame.noun) {
        const Clause& own = f.clauses.clauses[static_cast<std::size_t>(c)];
        const std::string_view joint = f.word(own.connector);
        const bool apart = own.kind == Clause::Kind::Adverbial && f.clauses.verbs[own.verb].head != frame.head && own.connector >= frame.verb.end && f.clauses.verbs[own.verb].perfect;
        if (apart && (joint == "after" || joint == "because" || joint == "since")) return true;
    }
    for (std::uint32_t i = m.first_token, steps = 0; i-- > std::max(frame.verb.end, f.sentence.first_token + 1) && steps < reach; ++steps) {
        if (f.token(i).is(';')) return false;
        if (f.word(i) == "because" && f.word(i + 1) == "of") return true;  // "recalled its envoy because of the arrests in Tabriz"
        const bool lead = f.word(i) == "after" || f.word(i) == "before";
        if (!lead) continue;
        if (kUnits.contains(f.word(i - 1)) && is_preposition(f.text, i + 1)) continue;  // "was buried the day before in Basra"
        if (kUnits.contains(f.word(i - 1))) return true;
        for (std::uint32_t k = i + 2; k < std::min(i + 2 + span, m.first_token); ++k)
            if (kUnits.contains(f.word(k)) && f.word(k + 1) != "of") return true;
        return false;
    }
    return false;
}

/// "After talks in Hanoi on Monday, they flew to Hue on Tuesday": how surely a place that leads in is where something else was, 0 to 1.
double told_of_before(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kBefore{"after", "following", "before"};
    if (frame.noun || m.first_token >= f.clauses.fronted_end || frame.background) return 0;
    std::uint32_t begin = m.first_token, end = m.end_token;
    bool noun = false;
    while (begin > f.sentence.first_token && !kBefore.contains(f.word(begin)) && f.token(begin - 1).kind != TokenKind::Mark) noun = f.noun(--begin).known || noun;
    if (!noun || !kBefore.contains(f.word(begin))) return 0;
    while (end < f.clauses.fronted_end && f.token(end).kind != TokenKind::Mark) ++end;
    for (std::size_t d = 0; d < f.dates.size(); ++d) {
        const std::uint32_t at = f.dates[d].tokens.begin;
        if (begin <= at && at < end && frame.date >= 0 && frame.date != static_cast<std::int32_t>(d)) return 1;
    }
    return 0.5;
}

/// "to the territory | of Azerbaijan", "on the soil of Syria"
bool is_territory(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kLand{"territory", "territories", "soil", "airspace", "waters"};
    static constexpr WordSet kTo{"to", "into", "in", "on", "onto", "from", "over", "across"};
    const std::uint32_t first = f.sentence.first_token;
    std::uint32_t at = m.first_token;
    if (at < first + 3 || f.word(at - 1) != "of" || !kLand.contains(f.word(at - 2))) return false;
    at -= 2;
    while (at > first && f.has(at - 1, kArticle)) --at;
    return at > first && kTo.contains(f.word(at - 1));
}

/// "The agreement, | signed in Astana on 3 May 2023, | was ratified on 12 July": within what tells of the subject on another day.
bool in_dated_aside(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun || frame.date < 0 || !frame.subject.contains(m.first_token)) return false;
    return std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) {
        if (g.mode != VerbGroup::Mode::Participle || g.first <= frame.subject.begin || g.end > m.first_token || g.head == frame.head || !f.token(g.first - 1).is(',')) return false;
        return std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) {
            return g.end <= d.tokens.begin && d.tokens.end <= frame.verb.begin && d.edtf != f.dates[static_cast<std::size_t>(frame.date)].edtf;
        });
    });
}

/// "| Lomé |", "| off Bonny |", "| Lomé anchorage |": a cell of a table that holds a place and no more.
bool fills_cell(const SentenceFacts& f, const Mention& m) {
    const std::uint32_t first = f.sentence.first_token, end = f.sentence.end_token;
    const auto bar = [&](std::uint32_t i) { return i < end && f.token(i).is('|'); };
    std::uint32_t begin = m.first_token, after = m.end_token;
    if (begin > first && is_preposition(f.text, begin - 1)) --begin;
    const bool feature = after < end && f.token(after).kind == TokenKind::Word && f.token(after).letter_case == Case::Lower && f.noun(after).strength < 2 && !f.verb(after).known;
    if (feature) ++after;
    return begin == first ? bar(after) : bar(begin - 1) && (after == end || bar(after));
}

/// "in Istanbul's Taksim Square": of a place that no gazetteer has, what it lies in is known.
bool holds_next(const SentenceFacts& f, const Mention& m) {
    return std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& n) {
        return n.first_token == m.end_token && n.place < 0 && n.role == PlaceRole::Location;
    });
}

/// "in Myanmar's Shan State", as an actor: where something is, and nobody who acts there.
bool is_only_place(const SentenceFacts& f, const ActorMention& a, const Mention& m) {
    if (m.role != PlaceRole::Location || m.precision == PlacePrecision::Exact || a.tokens.end > m.end_token) return false;
    for (std::uint32_t i = a.tokens.begin; i < m.first_token; ++i)
        if (!f.token(i).capitalised() || !f.token(i).possessive) return false;
    return true;
}

/// "In the Pacific theatre", "the Atlantic alliance": called after a water, and larger or elsewhere.
bool names_theatre(std::string_view noun) {
    static constexpr WordSet kCalledAfter{"theatre", "theater", "war", "campaign", "fleet", "alliance", "nations", "states"};
    return kCalledAfter.contains(noun);
}

/// "in Ghana's second-largest city", "in Libya's restive south": no more is known than what it is a part of.
bool owns_land(const SentenceFacts& f, const Mention& m) {
    constexpr std::uint32_t reach = 4;
    if (!m.possessive) return false;
    for (std::uint32_t i = m.end_token; i < std::min(m.end_token + reach, f.sentence.end_token); ++i) {
        const Token& t = f.token(i);
        if (t.kind != TokenKind::Word || t.letter_case != Case::Lower) return false;
        if (i + 1 < f.sentence.end_token && f.token(i + 1).capitalised() && !f.has(i + 1, kMonth)) return false;  // "in Kenya's capital Nairobi"
        const bool last = i + 1 >= f.sentence.end_token || f.token(i + 1).kind != TokenKind::Word || f.has(i + 1, kMonth) || f.has(i + 1, kFunction | kConjunction) || is_preposition(f.text, i + 1) || is_adverb(f.text, i + 1);
        if (last) return f.has(i, kKinOfPlace | kGeoTail);
    }
    return false;
}

/// "the Ryazan and Kstovo oil refineries", "Hostomel airport": a name that works or a post are called by.
bool names_works(const SentenceFacts& f, const Mention& m) {
    static constexpr std::array<std::string_view, 33> kWorks{"gate", "refinery", "refineries", "airport", "airports", "airfield", "airbase", "base", "port", "plant", "plants", "station",
                                                             "stations", "depot", "depots", "bridge", "dam", "hospital", "embassy", "consulate", "prison", "mine", "terminal",
                                                             "factory", "barracks", "shipyard", "crossing", "checkpoint", "stadium", "university", "mosque", "cathedral", "camp"};
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = m.end_token; i < std::min(m.end_token + reach, f.sentence.end_token); ++i) {
        if (std::find(kWorks.begin(), kWorks.end(), f.word(i)) != kWorks.end()) return true;
        const Token& t = f.token(i);
        const bool goes_on = (t.kind == TokenKind::Word && (t.capitalised() || !f.has(i, kFunction)) && !is_preposition(f.text, i)) || f.has(i, kConjunction);
        if (!goes_on) return false;
    }
    return false;
}

/// "in Georgia, Alabama and Florida": of places told alike the first stands for all.
bool follows_in_list(const SentenceFacts& f, const Mention& first, const Mention& m) {
    if (first.precision != m.precision || first.role != m.role || m.first_token < first.end_token) return false;
    std::uint32_t at = first.end_token;
    for (const Mention& between : f.mentions) {
        if (between.first_token < first.end_token || between.first_token > m.first_token) continue;
        while (at < between.first_token && (f.token(at).is(',') || f.has(at, kConjunction | kDirection | kArticle))) ++at;
        if (at != between.first_token || between.role != m.role) return false;
        at = between.end_token;
    }
    return true;
}

/// "the Minsk court", "the city council of Paris": what sits in the town that it is called after.
bool is_of_body(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kBodies{"court", "courts", "council", "tribunal", "courthouse", "hospital", "prosecutor", "prosecutors"};
    if (m.precision != PlacePrecision::Settlement || m.possessive) return false;
    std::uint32_t next = m.end_token;
    static constexpr WordSet kOfCourts{"district", "city", "municipal", "regional", "criminal", "appeals", "high", "federal", "military", "town"};
    while (kOfCourts.contains(f.word(next))) ++next;
    return kBodies.contains(f.word(next)) || (f.word(m.first_token - 1) == "of" && kBodies.contains(f.word(m.first_token - 2)));
}

/// "Sumy, Kherson and Nikopol | were shelled": places, and nothing else.
bool fills_subject(const SentenceFacts& f, TokenRange subject) {
    std::uint32_t at = subject.begin;
    for (const Mention& m : f.mentions) {
        if (m.first_token < at || m.first_token >= subject.end) continue;
        while (at < m.first_token && (f.token(at).is(',') || f.has(at, kConjunction | kArticle | kDirection))) ++at;
        if (at != m.first_token || m.adjective || m.place < 0) return false;
        at = m.end_token;
        while (at < subject.end && f.has(at, kGeoTail | kKinOfPlace) && !f.token(at).possessive) ++at;
    }
    return at == subject.end && subject.begin < subject.end && !f.token(at - 1).possessive;
}

bool is_seat(std::string_view word) {
    return word == "cabinet" || word == "parliament" || word == "senate" || word == "congress" || word == "government" || word == "assembly";
}

/// A route's lines as they were at `date`: a road that was replaced in August 2022 is not where something happened in 2023.
geo::MultiLine lines_of(const document::Route& route, const std::optional<calendar::Edtf>& date) {
    geo::MultiLine all, in_time;
    for (const document::RouteSegment& segment : route.segments) {
        if (segment.line.size() < 2) continue;
        all.push_back(segment.line);
        const bool over = segment.to && (!date || segment.to->bounds().begin <= date->bounds().begin);
        const bool not_yet = segment.status == document::RouteStatus::Existing && segment.from && date &&
                             date->bounds().end <= segment.from->bounds().begin;
        if (!over && !not_yet) in_time.push_back(segment.line);
    }
    return in_time.empty() ? all : in_time;
}

/// "will be resumed | once the equipment at Tartu is in place"
bool is_condition(const SentenceFacts& f, const Mention& m) {
    const std::int32_t c = clause_of_token(f.clauses, m.first_token);
    if (c <= 0 || m.role != PlaceRole::Location) return false;
    const Clause& own = f.clauses.clauses[static_cast<std::size_t>(c)];
    return own.kind == Clause::Kind::Adverbial && f.word(own.connector) == "once";
}

/// "received him at Y; the week after they go on | to Z": of another sentence, as good as.
bool is_told_after_semicolon(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    std::uint32_t last = 0;
    for (std::uint32_t i = frame.head; i < m.first_token; ++i)
        if (f.token(i).is(';')) last = i;
    return last != 0 && (frame.date < 0 || f.dates[static_cast<std::size_t>(frame.date)].tokens.begin < last);
}

/// "Trial of Ana Ruiz: 17 June, Quito": of an item, between its marks and alone.
bool stands_apart(const SentenceFacts& f, const Mention& m) {
    const bool opens = m.first_token > f.sentence.first_token && f.token(m.first_token - 1).kind == TokenKind::Mark;
    return opens && (m.end_token >= f.sentence.end_token || f.token(m.end_token).kind == TokenKind::Mark);
}

}  // namespace

double PlaceChooser::score(const SentenceFacts& f, const Frame& frame, const Mention& m) const {
    if (m.place < 0 || m.adjective || frame.left_out.contains(m.first_token)) return -9;
    const bool cell = fills_cell(f, m);
    if (!cell && is_topic(f, frame, m)) return -9;
    double s = fineness(m.precision);
    if (cell) s += 6;
    if (frame.item && stands_apart(f, m)) s += 4;
    // "the Druzhba pipeline": called after what it joins
    static constexpr WordSet kLines{"pipeline", "pipelines", "cable", "interconnector"};
    if ((m.precision == PlacePrecision::Settlement || m.precision == PlacePrecision::Water) && kLines.contains(f.word(m.end_token))) return -9;
    // "imposed sanctions on Moscow": on the state
    static constexpr WordSet kOnStates{"sanctions", "embargo", "tariffs", "pressure", "restrictions", "measures"};
    if (m.precision == PlacePrecision::Settlement && (f.word(m.first_token - 1) == "on" || f.word(m.first_token - 1) == "against") && kOnStates.contains(f.word(m.first_token - 2))) return -9;
    if ((f.word(m.first_token - 1) == "on" || f.word(m.first_token - 1) == "against") && f.word(m.first_token - 2) == "war") return -9;  // "declared war on Germany"
    // "in the Kazakh capital": not the town of that name
    static constexpr std::array<std::string_view, 8> kOfStates{"capital", "government", "side", "people", "army", "president", "embassy", "parliament"};
    if (!m.possessive && std::find(kOfStates.begin(), kOfStates.end(), f.word(m.end_token)) != kOfStates.end()) return -9;
    const std::uint32_t at = m.first_token;
    if (is_of_another_time(f, frame, m) || (at < born_opening_end(f) && !frame.rest.contains(at))) return -9;
    if (in_dated_aside(f, frame, m) || is_of_thing_told_aside(f, frame, m) || f.clauses.aside.contains(m.first_token)) return -9;
    const double before = told_of_before(f, frame, m);
    if (before >= 1) return -9;
    s -= 4 * before;
    const bool fronted = at < f.clauses.fronted_end && !frame.background;
    // "shipped gas via Iran under a deal signed in May": what stands before an aside is not its place
    const bool before_aside = frame.background && !frame.noun && at < frame.subject.begin;
    const bool beyond = is_told_after_semicolon(f, frame, m);
    const bool after = !beyond && (frame.rest.contains(at) || (frame.clause.contains(at) && !before_aside));
    const bool in_subject = frame.subject.contains(at);
    const bool scene = is_scene_of_noun(f, frame, m);
    if (scene && m.role == PlaceRole::Destination) s += 3;
    if (!fronted && !after && !in_subject && !cell && !scene) s -= frame.noun ? 6 : beyond ? 5 : is_condition(f, m) ? 1 : 2.5;
    s += clue_for(f, frame, m);
    switch (m.role) {
        case PlaceRole::Location: s += between_others(f, m) ? -2 : !m.possessive || holds_next(f, m) || owns_land(f, m) ? 4 : 1; break;
        case PlaceRole::Boundary: s += 2; break;
        case PlaceRole::Destination: s += goes_somewhere(frame.kind) || goes_somewhere(frame.aim) ? 3.5 : 0.5; break;
        case PlaceRole::Origin: s += frame.kind == EventKind::Movement && frame.sense.base != "land" ? 2.5 : -1; break;
        case PlaceRole::Mention: s += m.possessive && after && holds_next(f, m) ? 4 : 0; break;  // "hit Kabul's Khair Khana district"
        case PlaceRole::Demonym: return -9;
    }
    if (m.role != PlaceRole::Location && (m.precision == PlacePrecision::Corridor || m.precision == PlacePrecision::District || is_crossed(f, frame, m)) && !in_subject) s += 2.5;
    if (m.precision == PlacePrecision::Water && !m.possessive && names_theatre(f.word(m.end_token))) s -= 4;
    const std::uint32_t left_out = at >= frame.left_out.end ? frame.left_out.end - frame.left_out.begin : 0;
    bool object = (frame.sense.use & kObjectPlace) != 0 && !frame.passive && at >= frame.rest.begin && at - left_out <= frame.rest.begin + 3;
    for (std::uint32_t i = frame.rest.begin; object && left_out == 0 && i < at; ++i) object = f.word(i) == "of" || !is_preposition(f.text, i);  // "left Poti for Baku"
    // "Residents of Moore, Oklahoma | were evacuated": the town, not what it lies in
    const bool ends_subject = m.end_token == frame.subject.end || (m.parent >= 0 && f.token(m.end_token).is(',') && m.end_token + 2 >= frame.subject.end && m.end_token < frame.subject.end);
    const bool victim = (frame.sense.use & kObjectPlace) != 0 && frame.passive && in_subject && ends_subject;
    // "Derby was flooded", "Sumy, Kherson and Nikopol were shelled", "Mora lost power"
    const bool whole = in_subject && !frame.noun && m.precision != PlacePrecision::Exact && m.precision <= PlacePrecision::Region && fills_subject(f, frame.subject);
    static constexpr WordSet kSupplies{"power", "electricity", "water"};
    const bool harmed = frame.passive ? frame.kind == EventKind::Attack || frame.kind == EventKind::Incident || frame.kind == EventKind::Disaster || frame.kind == EventKind::Combat || frame.kind == EventKind::Movement
                                      : frame.sense.base == "lose" && kSupplies.contains(f.word(frame.verb.end));
    const bool suffers = whole && harmed;
    // "drones struck Odessa": not "shot the Iranian minister", not "hit Kyiv's thermal plant"
    // "troops surrounded Bakhmut", "floods submerged Derna": what is done to a town is done there
    static constexpr WordSet kDoneToTowns{"surrounded", "submerged", "rocked", "abandoned", "swept", "blockaded", "controlled", "lost", "flooded", "engulfed", "devastated", "inundated",
                                          "isolated", "shook", "paralysed", "paralyzed", "evacuated", "left", "patrolled", "secured", "approached", "ravaged", "battered", "lashed", "gripped",
                                          "surround", "abandon", "control", "blockade", "evacuate", "patrol", "secure", "leave"};
    const bool done_to_it = m.precision <= PlacePrecision::Region && kDoneToTowns.contains(f.word(frame.head));
    const bool struck = (frame.kind == EventKind::Attack || done_to_it) && !frame.passive && !object && at - left_out == frame.rest.begin && !m.possessive && m.end_token < f.sentence.end_token &&
                        (f.token(m.end_token).kind != TokenKind::Word || f.has(m.end_token, kFunction | kConjunction) || is_preposition(f.text, m.end_token) || is_adverb(f.text, m.end_token));
    // "The Kakhovka dam was breached", "the bridge reopened": what it was done to stands there
    const bool done = frame.kind == EventKind::Attack || frame.kind == EventKind::Incident || frame.kind == EventKind::Disaster || frame.kind == EventKind::Opening || frame.kind == EventKind::Closing;
    bool site = in_subject && done && !frame.noun && m.precision == PlacePrecision::Exact && m.end_token == frame.subject.end && (frame.passive || frame.kind != EventKind::Attack);
    // "Quetta's railway station was bombed", "Odesa came under fire"
    const bool town = in_subject && !frame.noun && m.precision == PlacePrecision::Settlement && (frame.kind == EventKind::Attack || frame.kind == EventKind::Incident);
    site = site || (town && m.possessive && frame.passive && names_works(f, m)) || (town && f.word(frame.verb.end) == "under" && m.end_token == frame.subject.end);
    // "reopened the Trebil crossing"
    const bool gate = (frame.kind == EventKind::Opening || frame.kind == EventKind::Closing) && !frame.passive && !frame.noun && m.precision == PlacePrecision::Exact && at >= frame.rest.begin && at <= frame.rest.begin + 1 &&
                      (at == frame.rest.begin || f.has(frame.rest.begin, kArticle));
    // "The Metsamor plant was stopped": where it stands
    const bool works = done && (frame.passive || frame.kind != EventKind::Attack) && names_site_in_subject(f, frame, m);
    // "the expansion of the Tengiz field, which Chevron completed"
    const bool made = done && !frame.noun && m.precision == PlacePrecision::Exact && frame.antecedent.contains(at) && m.end_token == frame.antecedent.end;
    site = site || gate || works || made;
    if (site) s += 5;
    if (object || victim || suffers) s += 4;
    if (struck) s += 6;
    // "broke the siege of X", "pulled its troops out from X"
    static constexpr std::array<std::string_view, 11> kOfTowns{"siege", "blockade", "bombardment", "shelling", "capture", "recapture", "fall", "liberation", "encirclement", "battle", "evacuation"};
    const bool of_town = at >= f.sentence.first_token + 2 && f.word(at - 1) == "of" && std::find(kOfTowns.begin(), kOfTowns.end(), f.word(at - 2)) != kOfTowns.end();
    if (of_town && (after || in_subject)) s += 4;
    static constexpr std::array<std::string_view, 11> kLeaves{"pull", "withdraw", "evacuate", "retreat", "flee", "recover", "rescue", "recall", "launch", "sail", "depart"};
    const bool left = m.role == PlaceRole::Origin && std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.first >= frame.verb.begin && g.first <= frame.verb.end && std::find(kLeaves.begin(), kLeaves.end(), g.sense.base) != kLeaves.end();
    });
    // "called for the release of prisoners held in X"
    const bool of_whom = frame.kind == EventKind::Assertion && std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) {
        static constexpr std::array<std::string_view, 6> kKept{"hold", "detain", "imprison", "jail", "base", "sign"};
        return g.first >= frame.verb.end && g.end < at && at <= g.end + 2 && std::find(kKept.begin(), kKept.end(), g.sense.base) != kKept.end();
    });
    if (of_whom) return -9;
    if (left && after && frame.kind != EventKind::Movement) s += 3.5;
    // "work began on a pipeline to X"; "the cargo from Y reached Z" is at Z
    const bool builds = frame.kind == EventKind::Construction || frame.kind == EventKind::Opening;
    if (builds && m.role == PlaceRole::Destination && at >= frame.verb.end && m.precision != PlacePrecision::Country) s += 2;
    if (in_subject && !victim && frame.kind == EventKind::Movement && (frame.sense.use & kObjectPlace) != 0) s -= 4;
    if (in_subject && !victim && m.precision == PlacePrecision::CountryGroup) return -9;  // "the EU paid"
    if (in_subject && !victim && !suffers && !site && m.role != PlaceRole::Location) s -= 1.5;
    const bool opens_office = frame.kind == EventKind::Opening || frame.kind == EventKind::Construction;
    if (opens_office && m.possessive) s -= 1;
    // What is said is about places; only where it was said counts.
    if (frame.kind == EventKind::Assertion && !fronted && m.precision >= PlacePrecision::Country) s -= 3;
    const bool bound_for = m.role == PlaceRole::Destination && (goes_somewhere(frame.kind) || goes_somewhere(frame.aim));
    // "the entrance to the territory of Azerbaijan", "on Syrian soil"
    const bool entered = (m.role == PlaceRole::Mention || m.role == PlaceRole::Destination) && frame.kind != EventKind::Assertion && !in_subject && is_territory(f, m);
    if (entered) s += 4;
    // "during his visit to X, an agreement was reached between Y and Z"
    bool during = false;
    static constexpr WordSet kDuring{"during", "within", "framework", "part", "course", "occasion", "sidelines", "margins"};
    bool to_visit = false;  // "the visit of its president | to Georgia"
    for (std::uint32_t i = at > f.sentence.first_token + 1 ? at - 1 : at, n = 0; m.role == PlaceRole::Destination && !goes_somewhere(frame.kind) && i-- > f.sentence.first_token && n < 6 && !to_visit; ++n) {
        if (f.token(i).kind == TokenKind::Mark || f.verb(i).form == VerbForm::Past) break;
        to_visit = f.noun(i).kind == EventKind::Visit && f.noun(i).known;
    }
    if (to_visit)
        for (std::uint32_t i = f.sentence.first_token; i < at && !during; ++i) during = kDuring.contains(f.word(i));
    if (during) s += 3.8;
    const bool served = is_served(f, frame, m);
    for (const ActorMention& a : f.actors)
        if (!bound_for && !during && !served && !entered && !site && !suffers && !(after && is_only_place(f, a, m)) && !(victim && m.end_token == a.tokens.end) && a.tokens.contains(at) && !((object || struck) && a.kind == ActorMention::Kind::State)) s -= m.role == PlaceRole::Location ? 2 : 4;
    // The nearer to what happened, the likelier.
    // "efforts in Bosnia, including support for flood relief in 2014"
    if (frame.noun && f.token(m.end_token).is(',') && f.word(m.end_token + 1) == "including" && m.end_token < frame.rest.begin && m.role == PlaceRole::Location) s += 6;
    // "according to the ministry in Kyiv" tells where the source is.
    for (std::uint32_t i = f.sentence.first_token; i < at; ++i)
        if (f.word(i) == "according" && f.word(i + 1) == "to" && i + 10 > at && std::none_of(f.text.tokens.begin() + i, f.text.tokens.begin() + at, [](const Token& t) { return t.is(','); })) return -9;
    // "EU leaders", "Kabul police": a name that only describes the next word.
    // "The meeting in Oslo | planned for 22 May | was cancelled"
    const bool ends_phrase = std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) { return g.mode == VerbGroup::Mode::Participle && g.first == m.end_token; });
    const bool describes = !ends_phrase && m.end_token < f.sentence.end_token && f.token(m.end_token).kind == TokenKind::Word && !m.possessive &&
                           f.token(m.end_token).letter_case == Case::Lower && !f.has(m.end_token, kFunction | kGeoTail) &&
                           !is_preposition(f.text, m.end_token) && !is_adverb(f.text, m.end_token) && in_subject &&
                           m.end_token < frame.subject.end;
    const bool sits = in_subject && frame.kind != EventKind::Assertion && is_of_body(f, m);
    if (sits) s += 4;
    else if (describes && !works) s -= 6;
    // What fell or surrendered is where it happened.
    // "will be hosted by Tashkent"
    if (frame.sense.base == "host" && frame.passive && f.word(frame.verb.end) == "by" && m.first_token == frame.verb.end + 1) s += 8;
    const bool falls = (frame.sense.base == "fall" || frame.sense.base == "surrender") && frame.kind == EventKind::Combat && in_subject && m.first_token == frame.subject.begin;
    if (falls) s += 5;
    if (frame.sense.base == "erupt" && in_subject && m.end_token == frame.subject.end && m.precision == PlacePrecision::Region) s += 6;  // "Mount Etna erupted"
    // "El Fasher has been under siege"
    if (f.word(frame.verb.end) == "under" && in_subject && m.first_token == frame.subject.begin && frame.kind == EventKind::Combat) s += 5;
    // "The Amhara region has been under a state of emergency"
    if (f.word(frame.verb.end) == "under" && m.precision < PlacePrecision::Country && whole) s += 5;
    // "struck the Ryazan oil refinery": where the works are
    if (m.role == PlaceRole::Mention && !m.possessive && !in_subject && after && m.precision <= PlacePrecision::Region && names_works(f, m)) s += 3;
    // "Poti handled 41,000 containers", "Kazan hosted the summit"
    static constexpr std::array<std::string_view, 7> kOfPorts{"handle", "process", "load", "unload", "record", "host", "suffer"};
    const bool whole_subject = in_subject && m.first_token == frame.subject.begin && m.end_token == frame.subject.end && (m.precision <= PlacePrecision::District || frame.sense.base == "host") && !frame.passive;
    if (whole_subject && std::find(kOfPorts.begin(), kOfPorts.end(), frame.sense.base) != kOfPorts.end()) s += 5;
    const double distance = at > frame.head ? at - left_out - frame.head : frame.head - at;
    return s - 0.02 * distance;
}

geo::Geometry PlaceChooser::geometry_of(const document::Place& place, std::string_view folded_text, PlacePrecision precision,
                                        const std::optional<calendar::Edtf>& date) const {
    if (precision != PlacePrecision::Corridor) return place.at;
    const std::string own = document::fold_name(place.name);
    for (const auto& route : routes_) {
        const std::string name = document::fold_name(route->name), short_name = document::fold_name(route->short_name);
        const std::string id = document::fold_name(route->id);
        const bool named = name == own || short_name == own || name == folded_text || short_name == folded_text || id == folded_text || id == own ||
                           name.starts_with(own + ' ');
        if (!named) continue;
        if (geo::MultiLine lines = lines_of(*route, date); !lines.empty()) return lines;
    }
    return place.at;
}

PlaceChoice PlaceChooser::choice_of(const SentenceFacts& f, const Mention& m, const std::optional<calendar::Edtf>& date) const {
    const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
    PlaceChoice out;
    out.basis = PlaceBasis::Explicit;
    out.precision = m.precision;
    out.id = place.id;
    out.text = f.phrase({m.first_token, m.end_token});
    out.name = out.text;
    out.span = m.span;
    out.radius_km = m.radius_km > 0 ? static_cast<double>(m.radius_km) : static_cast<double>(place.radius_km);
    out.confidence = m.confidence;
    out.geometry = geometry_of(place, m.folded, m.precision, date);
    // "the western Pacific"
    std::uint32_t begin = m.first_token;
    while (m.folded.ends_with(" ocean") && m.precision == PlacePrecision::Water && begin > f.sentence.first_token && f.has(begin - 1, kDirection)) --begin;
    if (begin < m.first_token) out.name = f.phrase({begin, m.end_token});
    const bool of_election = f.noun(m.end_token + 1).known && f.noun(m.end_token + 1).kind == EventKind::Election;  // "the Belgrade | city elections"
    if (!m.feature.empty() && !m.feature_in_name && !of_election && !(m.feature == "summit" && f.noun(m.end_token).known) && f.word(m.end_token) == m.feature) out.name += ' ' + f.phrase({m.end_token, m.end_token + 1});
    return out;
}

/// How far from its middle the coast or border of a land is that way, along which a distance from it is told: "60 km south of Sicily".
double PlaceChooser::edge_of(const PlaceChoice& land, geo::LonLat middle, double bearing_deg) const {
    constexpr double step_km = 2, farthest = 4;  // of its radius: of a land as long as Java
    const geo::MultiPolygon area = gazetteer_.area_of(land.id);
    if (area.empty()) return land.radius_km;
    for (double km = farthest * land.radius_km; km > 0; km -= step_km)
        if (geo::contains(area, geo::destination(middle, bearing_deg, km * 1000))) return km;
    return 0;
}

/// As choice_of, but "30 km north-east of X" is a spot out there, and "near X" no more than its surroundings.
PlaceChoice PlaceChooser::where(const SentenceFacts& f, const Mention& m, const std::optional<calendar::Edtf>& date) const {
    constexpr double most_km = 60, most_of_state_km = 450;  // of what distances are told from
    PlaceChoice out = choice_of(f, m, date);
    const auto* at = std::get_if<geo::LonLat>(&out.geometry);
    const bool spot = at && out.precision <= PlacePrecision::Region && out.precision != PlacePrecision::None && out.radius_km <= most_km;
    const bool land = at && (out.precision == PlacePrecision::Region || (out.precision == PlacePrecision::Country && out.radius_km <= most_of_state_km));
    const auto offset = spot || land ? offset_before(f.text, m) : std::nullopt;
    if (!offset || (!spot && (!offset->bearing_deg || offset->km <= 0))) return out;
    const double edge_km = land && offset->bearing_deg ? edge_of(out, *at, *offset->bearing_deg) : 0;
    const TokenRange words{offset->first_token, m.end_token};
    out.text = f.phrase(words);
    out.span = f.span(words);
    out.precision = PlacePrecision::District;
    if (offset->km <= 0) {
        constexpr double near_km = 10;
        out.radius_km = std::max(near_km, 2 * out.radius_km);
        return out;
    }
    out.name = f.phrase({offset->first_token, offset->end_measure}) + ' ' + f.phrase({offset->first_joint, m.end_token});
    constexpr double rounding = 0.15, vagueness = 0.6, least_km = 2;
    const double doubt = offset->km * (offset->vague ? vagueness : rounding);
    out.id = fmt::format("offset:{}:{}:{:.0f}km", out.id, offset->bearing_deg ? fmt::format("{:.1f}", *offset->bearing_deg) : "", offset->km);
    if (!offset->bearing_deg) {
        out.radius_km = std::max(least_km, offset->km + doubt) + (land ? out.radius_km : 0);
        return out;
    }
    constexpr double of_disc = 0.3;  // how far a state's coast may be from the disc that stands for it
    const double shape_km = out.id.starts_with("offset:iso:") ? of_disc * edge_km : 0;
    out.radius_km = std::max({least_km, doubt, shape_km, offset->km * std::sin(offset->spread_deg / 2 * M_PI / 180)});
    out.geometry = geo::destination(*at, *offset->bearing_deg, (edge_km + offset->km) * 1000);
    return out;
}

/// "the road from A to B", "the railway between A and B": a line, the known route's where there is one.
PlaceChoice PlaceChooser::way_of(const SentenceFacts& f, const Frame& frame, const std::optional<calendar::Edtf>& date) const {
    static constexpr std::array<std::string_view, 12> kWays{"road", "railway", "pipeline", "highway", "corridor", "route", "line", "rail", "motorway", "cable", "ferry", "interconnector"};
    for (std::size_t k = 0; k + 1 < f.mentions.size(); ++k) {
        const Mention &a = f.mentions[k], &b = f.mentions[k + 1];
        const bool known = a.place >= 0 && b.place >= 0 && !a.adjective && !b.adjective && !is_topic(f, frame, a);
        if (!known || !(frame.clause.contains(a.first_token) || frame.rest.contains(a.first_token) || frame.subject.contains(a.first_token))) continue;
        const auto is_way = [&](std::uint32_t i) { return std::find(kWays.begin(), kWays.end(), f.word(i)) != kWays.end(); };
        TokenRange words{a.first_token, b.end_token};
        if (b.first_token == a.end_token + 1 && a.first_token >= f.sentence.first_token + 2) {
            const std::string_view before = f.word(a.first_token - 1), joint = f.word(a.end_token);
            const bool spans = (before == "from" && joint == "to") || (before == "between" && joint == "and");
            std::uint32_t way = a.first_token - 2;  // "the road between", "Road RN1 between"
            if (!is_way(way) && way > f.sentence.first_token && f.token(way).letter_case != Case::Lower && is_way(way - 1)) --way;
            // "a train derailed between Ganja and Yevlakh"
            const bool on_the_way = before == "between" && frame.kind == EventKind::Incident && a.precision == PlacePrecision::Settlement && b.precision == PlacePrecision::Settlement &&
                                    frame.rest.contains(a.first_token);
            if (!spans || (!is_way(way) && !on_the_way)) continue;
            words.begin = is_way(way) ? way : a.first_token - 1;
        } else if (b.first_token == a.end_token && f.token(b.first_token).hyphenated) {  // "the Jakarta–Bandung high-speed railway"
            std::uint32_t way = b.end_token;
            while (way < b.end_token + 4 && way < f.sentence.end_token && !is_way(way) && f.token(way).kind == TokenKind::Word) ++way;
            if (!is_way(way)) continue;
            words.end = way + 1;
        } else {
            continue;
        }
        const document::Place from = gazetteer_.place(static_cast<std::uint32_t>(a.place)), to = gazetteer_.place(static_cast<std::uint32_t>(b.place));
        PlaceChoice out;
        out.basis = PlaceBasis::Explicit;
        out.precision = PlacePrecision::Corridor;
        out.text = f.phrase(words);
        out.name = out.text;
        out.span = f.span(words);
        out.confidence = 0.8;
        geo::Line straight{from.at, to.at};
        out.geometry = geo::MultiLine{straight};
        const std::string first = document::fold_name(from.name), last = document::fold_name(to.name);
        bool drawn = a.precision != PlacePrecision::Country && b.precision != PlacePrecision::Country;  // no line runs from the middle of a state
        for (const auto& route : routes_) {
            const std::string name = document::fold_name(route->name);
            if (name.find(first) == name.npos || name.find(last) == name.npos) continue;
            if (geo::MultiLine lines = lines_of(*route, date); !lines.empty()) out.geometry = std::move(lines), drawn = true;
        }
        if (!drawn) {
            if (PlaceChoice border = line_between(f, from, to, words)) return border;
            continue;
        }
        out.radius_km = 25;
        return out;
    }
    return {};
}

/// "flew to Pyongyang, where he signed": the clause happens at what it hangs on; of "Goma, Congo, where" in the town.
const Mention* PlaceChooser::antecedent(const SentenceFacts& f, const Frame& frame) {
    const auto own = std::find_if(f.clauses.clauses.begin(), f.clauses.clauses.end(), [&](const Clause& c) { return f.clauses.verbs[c.verb].head == frame.head; });
    const std::uint32_t joint = own == f.clauses.clauses.end() ? 0 : own->connector, before = frame.subject.begin < frame.subject.end ? frame.subject.begin - 1 : frame.verb.begin - 1;
    const auto hangs = [&](std::uint32_t i) { return f.word(i) == "where" || (f.word(i) == "which" && (f.word(i - 1) == "in" || f.word(i - 1) == "at")); };
    std::uint32_t at = joint != 0 && hangs(joint) ? joint : before;
    if (!hangs(at)) return nullptr;
    // "left for Y, where the fair opens on Tuesday | and where he is to meet"
    if (f.has(at - 1, kConjunction))
        for (std::uint32_t i = at - 1; i-- > f.sentence.first_token + 1;)
            if (hangs(i)) {
                at = i;
                break;
            }
    if (f.word(at) == "which") --at;
    if (f.token(at - 1).is(',')) --at;
    for (const DateMention& date : f.dates)  // "flew to Hue | on Tuesday, | where"
        if (date.tokens.end == at) at = is_preposition(f.text, date.tokens.begin - 1) ? date.tokens.begin - 1 : date.tokens.begin;
    for (std::size_t i = 0; i < f.mentions.size(); ++i) {
        const Mention& m = f.mentions[i];
        if (m.end_token != at || m.place < 0 || m.adjective) continue;
        const bool holds = i > 0 && f.mentions[i - 1].place >= 0 && f.mentions[i - 1].parent >= 0 && f.mentions[i - 1].end_token + 1 == m.first_token && f.token(f.mentions[i - 1].end_token).is(',');
        return holds ? &m - 1 : &m;
    }
    return nullptr;
}

PlaceChoice PlaceChooser::named(const SentenceFacts& f, const Frame& frame, const std::optional<calendar::Edtf>& date) const {
    const Mention* best = nullptr;
    double best_score = kLeast;
    const std::uint32_t dateline = dateline_end(f.text, f.sentence, f.mentions);
    for (std::size_t i = 0; i < f.mentions.size(); ++i) {
        const Mention& m = f.mentions[i];
        if (m.first_token < dateline) continue;
        // "near Masiutivka, Kharkiv region": what is known holds what is not.
        const bool holds_unknown = i > 0 && f.mentions[i - 1].place < 0 && f.mentions[i - 1].role == PlaceRole::Location && m.place >= 0 &&
                                   m.first_token <= f.mentions[i - 1].end_token + 1 && f.token(f.mentions[i - 1].end_token).is(',');
        // What contains another place gives way to it: "Sofia, Bulgaria".
        const bool contains = std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& inner) {
            return inner.place >= 0 && inner.end_token < m.first_token && m.first_token - inner.end_token <= 3 && inner.parent >= 0 &&
                   inner.role != PlaceRole::Demonym && m.first_token > inner.first_token;
        });
        const double s = score(f, frame, m) - (contains ? 3 : 0) + (holds_unknown && m.role != PlaceRole::Location ? 4 : 0);
        if (s > best_score && !(best && follows_in_list(f, *best, m))) best = &m, best_score = s;
    }
    const Mention* scene = !best || best->role != PlaceRole::Location || !frame.rest.contains(best->first_token) ? antecedent(f, frame) : nullptr;
    if (scene) return where(f, *scene, date);
    if (frame.kind != EventKind::Assertion && (!best || best->precision >= PlacePrecision::District || best->role != PlaceRole::Location))
        if (PlaceChoice way = way_of(f, frame, date)) return way;
    const bool told_of = frame.kind != EventKind::Assertion || (frame.passive && frame.sense.base == "report");  // "shelling was reported along the border"
    if (told_of && (!best || best->precision >= PlacePrecision::Country))
        if (PlaceChoice border = border_of(f, frame)) return border;
    if (!best || best->precision >= PlacePrecision::Country)
        if (PlaceChoice part = part_of_state(f, frame)) return part;
    return best ? where(f, *best, date) : from_dateline(f, frame, std::max(dateline, end_of_lead(f)), date);
}

/// "Tbilisi: Police dispersed a crowd.": where an entry's first sentence begins after the place it is headed by; 0 for none.
std::uint32_t PlaceChooser::end_of_lead(const SentenceFacts& f) {
    if (f.mentions.empty()) return 0;
    const Mention& m = f.mentions.front();
    const bool heads = m.first_token == f.sentence.first_token && m.place >= 0 && !m.adjective && f.token(m.end_token).is(':');
    return heads ? m.end_token + 1 : 0;
}

/// "slipped out of this battered capital", "in this town", "arrived here": where the report is from, in its own words.
bool PlaceChooser::says_here(const SentenceFacts& f) {
    static constexpr WordSet kTowns{"capital", "city", "town", "village", "port", "suburb", "resort"};
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        if (f.word(i) == "here" && i > f.sentence.first_token && !f.has(i + 1, kBe)) return true;
        if (f.word(i) != "this") continue;
        for (std::uint32_t k = i + 1; k < std::min(i + reach, f.sentence.end_token) && f.token(k).kind == TokenKind::Word && !f.has(k, kFunction); ++k)
            if (kTowns.contains(f.word(k))) return true;
    }
    return false;
}

/// A report that names no other place tells of where it was written; not of what is said there.
PlaceChoice PlaceChooser::from_dateline(const SentenceFacts& f, const Frame& frame, std::uint32_t dateline, const std::optional<calendar::Edtf>& date) const {
    // what figures and plans tell is of a whole country as often
    const bool unlikely = frame.kind == EventKind::Assertion || frame.kind == EventKind::Figure || frame.kind == EventKind::Plan || frame.background || frame.modality != Modality::Happened;
    const bool elsewhere = (unlikely && !says_here(f)) ||
                           std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) { return m.first_token >= dateline && m.role == PlaceRole::Location && !is_of_another_time(f, frame, m); });
    if (elsewhere || f.mentions.empty() || f.mentions.front().first_token >= dateline || f.mentions.front().place < 0) return {};
    PlaceChoice out = choice_of(f, f.mentions.front(), date);
    out.basis = PlaceBasis::Inferred;
    out.reason = "where the report is from: " + out.name;
    out.span = {};
    return out;
}

PlaceChoice PlaceChooser::inferred(const SentenceFacts& f, const Frame& frame) const {
    if (frame.noun || frame.passive) return {};
    const ActorMention *actor = nullptr, *body = nullptr;
    bool alone = true;
    for (const ActorMention& a : f.actors) {
        if (!frame.subject.contains(a.tokens.begin)) continue;
        if (a.country >= 0 && !actor) actor = &a;
        if (a.kind == ActorMention::Kind::Person) continue;
        alone = alone && (!body || a.country == body->country);
        body = &a;
    }
    if (!actor || !alone) return {};  // "the EU and the US called on both"
    const document::Place state = gazetteer_.place(static_cast<std::uint32_t>(actor->country));
    if (state.kind != PlaceKind::Country) return {};
    bool at_seat = false;
    const std::uint32_t front = frame.background ? frame.clause.begin : f.sentence.first_token;
    for (std::uint32_t i = front; i < frame.clause.end; ++i)
        at_seat = at_seat || (is_seat(f.word(i)) && !actor->tokens.contains(i) && (f.word(i) != "government" || f.word(i + 1) == "meeting"));
    const bool at_home = frame.kind == EventKind::Closing || frame.kind == EventKind::Supply || frame.kind == EventKind::Figure || frame.kind == EventKind::Election;
    const bool speaks = frame.kind == EventKind::Assertion || frame.kind == EventKind::Decision || at_home;
    PlaceChoice out;
    if (const std::int64_t seat = at_seat ? gazetteer_.capital_of(state.country) : -1; seat >= 0) {
        const document::Place capital = gazetteer_.place(static_cast<std::uint32_t>(seat));
        out.name = capital.name;
        out.id = capital.id;
        out.precision = PlacePrecision::Settlement;
        out.radius_km = static_cast<double>(capital.radius_km);
        out.geometry = capital.at;
        out.reason = "the seat of the government of " + std::string(state.name);
    } else if (speaks && actor->kind != ActorMention::Kind::Person) {
        out.name = state.name;
        out.id = state.id;
        out.precision = PlacePrecision::Country;
        out.radius_km = static_cast<double>(state.radius_km);
        out.geometry = state.at;
        out.reason = (at_home ? "the state whose act it is: " : "the state that speaks: ") + f.phrase(actor->tokens);
    } else {
        return out;
    }
    out.basis = PlaceBasis::Inferred;
    out.confidence = 0.5;
    out.text = f.phrase(actor->tokens);
    out.span = f.span(actor->tokens);
    return out;
}

}  // namespace dateline::extract
