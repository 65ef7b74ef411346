#include "extract/place_clues.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::PlacePrecision;

constexpr double kTold = 3.5;  ///< lifts a place that is only mentioned over the least, and no higher than one told with "in"

bool is_harm(EventKind kind) {
    return kind == EventKind::Attack || kind == EventKind::Combat || kind == EventKind::Incident || kind == EventKind::Disaster;
}

bool is_gathering(EventKind kind) { return kind == EventKind::Meeting || kind == EventKind::Negotiation || kind == EventKind::Ceremony; }

bool is_spot(const Mention& m) {
    return m.precision == PlacePrecision::Exact || m.precision == PlacePrecision::Settlement || m.precision == PlacePrecision::District;
}

/// Before "the", "northern" and the like.
std::uint32_t before_article(const SentenceFacts& f, std::uint32_t at) {
    while (at > f.sentence.first_token && f.has(at - 1, kArticle | kDirection)) --at;
    return at;
}

/// The verb that stands last before `token`; null for none.
const VerbGroup* verb_before(const SentenceFacts& f, std::uint32_t token) {
    const VerbGroup* last = nullptr;
    for (const VerbGroup& g : f.clauses.verbs)
        if (g.end <= token) last = &g;
    return last;
}

/// "The minister, | visiting Nairobi for the third time, | met the president"
bool is_visited_meanwhile(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun || m.first_token >= frame.verb.begin) return false;
    const std::uint32_t at = before_article(f, m.first_token), first = f.sentence.first_token;
    if (at == first || f.verb(at - 1).form != VerbForm::Gerund || f.verb(at - 1).kind != EventKind::Visit ||
        (f.verb(at - 1).use & kObjectPlace) == 0)
        return false;
    const bool own = std::any_of(f.clauses.clauses.begin(), f.clauses.clauses.end(), [&](const Clause& c) {
        return f.clauses.verbs[c.verb].head == frame.head && c.kind == Clause::Kind::Main;
    });
    return own && (at - 1 == first || f.token(at - 2).is(','));
}

/// "Mount Etna sent ash nine kilometres into the sky"
bool throws_ash(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kThrown{"ash", "lava", "smoke", "rocks", "gas", "gases", "steam", "clouds"};
    constexpr std::uint32_t reach = 4;
    if (frame.noun || m.precision != PlacePrecision::Region || m.end_token != frame.subject.end) return false;
    for (std::uint32_t i = frame.verb.end; i < frame.verb.end + reach; ++i)
        if (kThrown.contains(f.word(i))) return true;
    return false;
}

/// "the Manchester | arena | bombing", "the Belgrade | city | elections": the happening that a name stands before.
std::uint32_t noun_called_after(const SentenceFacts& f, const Mention& m) {
    constexpr std::uint32_t reach = 2;
    std::uint32_t at = m.end_token;
    const auto between = [&](std::uint32_t i) {
        return f.token(i).kind == TokenKind::Word && f.token(i).letter_case == Case::Lower && !f.noun(i).known && !f.verb(i).known &&
               !f.has(i, kFunction | kConjunction) && !is_preposition(f.text, i);
    };
    while (at < m.end_token + reach && between(at)) ++at;
    return at;
}

/// "the Belgrade city elections", "the Izmir mayoral vote"
bool names_election(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    const bool told = frame.noun ? frame.rest.contains(m.first_token) || frame.head > m.first_token
                                 : frame.subject.contains(m.first_token) || frame.rest.contains(m.first_token);
    if (!told || frame.kind != EventKind::Election || !is_spot(m) || m.possessive) return false;
    const std::uint32_t at = noun_called_after(f, m);
    return f.noun(at).known && f.noun(at).kind == EventKind::Election && f.token(at).letter_case == Case::Lower;
}

/// "the Banjska attack", "The Bucha massacre": of all that is done there once
bool names_happening(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    const std::uint32_t at = noun_called_after(f, m);
    const NounSense& noun = f.noun(at);
    if (!is_spot(m) || m.possessive || f.token(m.first_token).hyphenated || !noun.known || noun.paper ||
        !(is_harm(noun.kind) || is_gathering(noun.kind)))
        return false;
    if (frame.noun) return frame.head == at && frame.kind == noun.kind;
    // "The Lyon attack killed four", "The Bergen conference ended", and not what was said of it
    const bool harms = is_harm(noun.kind) && (is_harm(frame.kind) || frame.kind == EventKind::Plain);
    const bool meets = is_gathering(noun.kind) && (is_gathering(frame.kind) || frame.kind == EventKind::Opening ||
                                                   frame.kind == EventKind::Closing || frame.kind == EventKind::Ending);
    const bool is_subject = frame.subject.contains(m.first_token) && before_article(f, m.first_token) == frame.subject.begin;
    return is_subject && (harms || meets) && f.token(at + 1).kind == TokenKind::Word;
}

/// "The attack on the Ustovka depot left a trace in | the port of X": whether its own place is known or not, X is another.
bool is_beside_target(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.subject.contains(m.first_token) || m.first_token < frame.verb.end) return false;
    bool blow = false;
    for (std::uint32_t i = frame.subject.begin; i + 1 < frame.subject.end; ++i) {
        blow = blow || (f.noun(i).known && f.noun(i).kind == EventKind::Attack);
        if (!blow || f.word(i) != "on") continue;
        while (i + 1 < frame.subject.end && f.has(i + 1, kArticle)) ++i;
        const std::uint32_t name = i + 1;
        const auto wide = [&](const Mention& n) {
            return n.first_token <= name && name < n.end_token && n.place >= 0 && !is_spot(n);
        };  // "on Libya", and in a town of it
        return name < frame.subject.end && f.token(name).capitalised() && !f.has(name, kMonth) &&
               std::none_of(f.mentions.begin(), f.mentions.end(), wide);
    }
    return false;
}

/// "Bergen will be the seat of the conference"
bool is_to_host(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kHosts{"seat", "venue", "host", "site", "scene"};
    if (frame.noun || !is_spot(m) || m.first_token != frame.subject.begin || m.end_token != frame.subject.end) return false;
    std::uint32_t at = frame.verb.end;
    while (f.has(at, kArticle)) ++at;
    return kHosts.contains(f.word(at));
}

/// "The composer, | born in Riga, | died in Vienna"
bool is_birthplace_told_aside(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t i = m.first_token, steps = 0; i-- > f.sentence.first_token && steps < reach; ++steps) {
        if (f.token(i).kind == TokenKind::Mark) return false;
        if (f.word(i) == "born") return i > f.sentence.first_token && f.token(i - 1).is(',') && frame.head != i;
    }
    return false;
}

/// "flew from Doha to Tehran | via Muscat": no more than passed, where it is told where it ended.
bool is_passed_on_the_way(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (frame.noun || f.word(m.first_token - 1) != "via") return false;
    return std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& n) {
        return n.role == PlaceRole::Destination && n.place >= 0 && n.first_token >= frame.verb.end && frame.clause.contains(n.first_token);
    });
}

/// "condemned the attack on a hospital in Khartoum", "accused Kinshasa of violating the truce in Goma", "discussed it with his counterpart in
/// Kyiv": where that is what is spoken of or who is spoken to.
bool is_of_what_is_spoken_of(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kJudges{"condemn", "accuse", "denounce", "blame", "deplore", "mourn", "decry", "criticise", "criticize"};
    static constexpr WordSet kSpeeches{"statement", "speech", "address",    "interview", "letter",  "meeting",
                                       "briefing",  "rally",  "conference", "post",      "session", "visit"};
    if (frame.noun || m.first_token < frame.verb.end) return false;
    const std::uint32_t at = before_article(f, m.first_token);
    const std::string_view whom = f.word(at - 2);
    if (f.word(at - 1) == "in" && (whom == "counterpart" || whom == "counterparts")) return frame.kind == EventKind::Negotiation;
    if (frame.passive || frame.kind != EventKind::Assertion) return false;
    static constexpr WordSet kTellers{"warn", "complain", "boast", "inquire", "enquire"};
    for (std::uint32_t i = frame.verb.end; kTellers.contains(frame.sense.base) && i < m.first_token; ++i)
        if (f.word(i) == "of" || f.word(i) == "about") return true;  // "warned on Monday of famine in Gaza"
    if (!kJudges.contains(frame.sense.base)) return false;
    bool spoken_of = false;
    for (std::uint32_t i = frame.verb.end; i < m.first_token; ++i) {
        if (f.token(i).is(',') || kSpeeches.contains(f.word(i))) return false;
        if (f.token(i).kind != TokenKind::Word) continue;
        const bool deed = f.noun(i).known || f.verb(i).form == VerbForm::Gerund;
        const bool dated = std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
        if (dated && spoken_of) return false;  // "condemned the coup on Monday in Accra"
        spoken_of = spoken_of || deed;
    }
    return spoken_of;
}

/// "rejected | a proposal made in Budapest": where that was, and not what is done with it.
bool is_where_object_was_made(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    constexpr std::uint32_t reach = 3;
    static constexpr WordSet kMade{"make", "draft", "present", "unveil", "publish", "put", "release", "agree", "reach", "adopt", "draw"};
    if (frame.noun || (frame.kind != EventKind::Assertion && frame.kind != EventKind::Decision)) return false;
    return std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Participle && g.head != frame.head && g.first > frame.verb.end && g.end <= m.first_token &&
               m.first_token <= g.end + reach && kMade.contains(g.sense.base) && f.token(g.first - 1).kind == TokenKind::Word &&
               !is_preposition(f.text, g.first - 1);
    });
}

}  // namespace

bool is_works(std::string_view noun) {
    static constexpr WordSet kWorks{
        "airbase",    "airfield",    "airport",    "airports", "airstrip",  "barracks", "base",     "bridge",     "camp",     "cathedral",
        "checkpoint", "checkpoints", "consulate",  "crossing", "crossings", "dam",      "depot",    "depots",     "embassy",  "factory",
        "field",      "fields",      "gate",       "harbor",   "harbour",   "hospital", "junction", "mill",       "mine",     "mines",
        "mosque",     "observatory", "oilfield",   "pass",     "plant",     "plants",   "port",     "prison",     "railway",  "reactor",
        "refineries", "refinery",    "shipyard",   "smelter",  "stadium",   "station",  "stations", "substation", "terminal", "tunnel",
        "university", "warehouse",   "warehouses", "wharf",    "quarry",    "crater"};
    return kWorks.contains(noun);
}

bool is_flow(std::string_view noun) {
    static constexpr WordSet kFlows{"access",   "aid",    "bridge",  "buses",  "deliveries", "delivery", "export",   "exports",
                                    "ferries",  "flight", "flights", "flow",   "flows",      "highway",  "line",     "motorway",
                                    "railway",  "road",   "roads",   "route",  "service",    "services", "shipment", "shipments",
                                    "supplies", "supply", "traffic", "trains", "transfers",  "transit",  "trip",     "visit"};
    return kFlows.contains(noun);
}

bool is_of_thing_told_aside(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (f.token(m.end_token).capitalised() && f.noun(m.end_token).paper) return true;  // "under the Prespa Agreement"
    if (frame.noun) return false;
    if (is_beside_target(f, frame, m) || is_birthplace_told_aside(f, frame, m) || is_passed_on_the_way(f, frame, m) ||
        is_of_what_is_spoken_of(f, frame, m) || is_where_object_was_made(f, frame, m))
        return true;
    constexpr std::uint32_t reach = 4;
    for (std::size_t i = 0; i < f.clauses.verbs.size(); ++i) {
        const VerbGroup& g = f.clauses.verbs[i];
        const bool next = i + 1 == f.clauses.verbs.size() || f.clauses.verbs[i + 1].first >= m.first_token;
        if (g.head == frame.head || g.end > m.first_token || g.first == f.sentence.first_token || !next) continue;
        // "the accord | signed in X"; "ended with a treaty signed in X on Monday" is there itself
        const bool paper = g.mode == VerbGroup::Mode::Participle && g.sense.kind == EventKind::Signing && f.noun(g.first - 1).known &&
                           m.first_token <= g.end + reach;
        const bool before_date = frame.date < 0 || f.dates[static_cast<std::size_t>(frame.date)].tokens.begin >= m.end_token;
        const bool date_is_own = frame.date >= 0 && before_date &&
                                 f.dates[static_cast<std::size_t>(frame.date)].tokens.begin <= m.end_token + 1 &&
                                 frame.rest.contains(m.first_token);
        if (paper && !date_is_own && (frame.subject.contains(m.first_token) || frame.rest.contains(m.first_token))) return true;
    }
    // "ash rose for miles, | forcing the cancellation of flights to X"
    static constexpr WordSet kForces{"forcing", "causing", "prompting", "disrupting", "leading", "delaying", "halting"};
    static constexpr WordSet kRuns{"flight", "flights", "trains", "ferries", "services", "sailings"};
    const bool run = m.role == PlaceRole::Destination && kRuns.contains(f.word(before_article(f, m.first_token) - 2));
    for (std::uint32_t i = frame.verb.end + 1; run && i < m.first_token; ++i)
        if (kForces.contains(f.word(i)) && f.token(i - 1).is(',')) return true;
    return false;
}

bool is_scene_of_noun(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (!frame.noun || m.place < 0 || m.adjective || (m.role != PlaceRole::Location && m.role != PlaceRole::Destination)) return false;
    if (frame.rest.contains(m.first_token) || m.end_token >= frame.head || m.precision == PlacePrecision::Country) return false;
    const std::string_view joint = f.word(m.end_token);
    const bool gathers = joint == "for" && is_gathering(frame.kind);
    bool suffers = false;
    if (joint == "after" || joint == "during" || joint == "in") {
        const VerbGroup* verb = m.role == PlaceRole::Location ? verb_before(f, m.first_token) : nullptr;
        suffers = verb && is_harm(frame.kind) &&
                  (is_harm(verb->sense.kind) || f.word(m.first_token - 3) == "fire" || f.word(m.first_token - 2) == "fire" ||
                   f.word(m.first_token - 3) == "ablaze" || f.word(m.first_token - 2) == "ablaze");
    }
    if (!gathers && !suffers) return false;
    for (std::uint32_t i = m.end_token + 1; i < frame.head; ++i)
        if (f.token(i).kind == TokenKind::Mark || is_preposition(f.text, i) || f.has(i, kConjunction)) return false;
    return true;
}

bool names_site_in_subject(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    constexpr std::uint32_t reach = 4, reach_of_list = 7;
    if (frame.noun || m.possessive || !is_spot(m) || before_article(f, m.first_token) != frame.subject.begin ||
        frame.subject.end <= m.end_token || frame.subject.end > m.end_token + reach_of_list)
        return false;
    const std::string_view works = f.word(frame.subject.end - 1);
    bool list = false;  // "the X and Y | crossings"
    for (std::uint32_t i = m.end_token; i < frame.subject.end; ++i) {
        list = list || (works.ends_with('s') && (f.has(i, kConjunction) || f.token(i).is(',')));
        if (list && (f.has(i, kConjunction) || f.token(i).is(',') || f.token(i).capitalised())) continue;
        if (f.token(i).kind != TokenKind::Word || f.token(i).letter_case != Case::Lower || is_preposition(f.text, i)) return false;
    }
    return is_works(works) && (list || frame.subject.end <= m.end_token + reach);
}

bool is_served(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    const bool changes = frame.kind == EventKind::Closing || frame.kind == EventKind::Opening || frame.kind == EventKind::Supply ||
                         frame.kind == EventKind::Aid || frame.kind == EventKind::Decision;
    // "halted exports to Poland" is felt in the state that halts them as well
    const bool object = m.precision < PlacePrecision::Country && !frame.passive && frame.rest.contains(m.first_token) &&
                        (verb_before(f, m.first_token) == nullptr || verb_before(f, m.first_token)->head == frame.head);
    if (frame.noun || !changes || !(object || (frame.passive && frame.subject.contains(m.first_token)))) return false;
    std::uint32_t at = before_article(f, m.first_token);
    const std::uint32_t first = object ? frame.verb.end : frame.subject.begin;
    if (at <= first || f.word(at - 1) != "to") return false;
    constexpr std::uint32_t reach = 4;  // "exports | of wheat | to"
    for (std::uint32_t steps = 0; --at > first && steps < reach; ++steps) {
        if (is_flow(f.word(at - 1))) return true;
        if (f.token(at - 1).kind != TokenKind::Word) return false;
    }
    return false;
}

/// "The visit to Trabzon was put off", "A trip to Ankara is planned": where it goes.
bool is_end_of_visit_told_of(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    const bool to_be = frame.modality == Modality::Planned || frame.modality == Modality::Denied;
    if (frame.noun || !to_be || m.role != PlaceRole::Destination || m.first_token >= frame.verb.begin) return false;
    const std::uint32_t at = before_article(f, m.first_token);
    return at >= f.sentence.first_token + 2 && f.word(at - 1) == "to" && f.noun(at - 2).known && f.noun(at - 2).kind == EventKind::Visit;
}

double clue_for(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    if (is_visited_meanwhile(f, frame, m)) return kTold + 1.5;
    if (is_served(f, frame, m)) return kTold + 0.5;
    if (is_end_of_visit_told_of(f, frame, m)) return kTold + 2;
    if (names_happening(f, frame, m)) return frame.noun ? kTold : kTold + 6;  // it describes the subject
    if (throws_ash(f, frame, m)) return kTold + 3;
    if (names_election(f, frame, m)) return frame.subject.contains(m.first_token) ? kTold + 6 : kTold;
    if (is_to_host(f, frame, m)) return kTold + 1.5;
    return 0;
}

}  // namespace dateline::extract
