#include "extract/event_sense.h"

#include "extract/cause_sense.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr WordSet kContests{"match", "game", "race", "election", "title", "final", "round", "seat", "semifinal", "primary"};

void tell(Frame& frame, EventKind kind, document::Category category, std::uint8_t strength) {
    frame.kind = frame.sense.kind = kind;
    frame.category = category;
    frame.strength = std::max(frame.strength, strength);
}

/// Of an everyday deed, which tells an event only beside a date.
void tell_plainly(Frame& frame, EventKind kind, document::Category category) {
    frame.kind = frame.sense.kind = kind;
    frame.category = category;
    frame.strength = std::min<std::uint8_t>(std::max<std::uint8_t>(frame.strength, 1), 2);
}

/// Whether a list of words parted by spaces has this one.
bool holds_word(std::string_view list, std::string_view word) {
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        if (list.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

struct Listed {
    std::string_view words;
    bool contains(std::string_view word) const { return !word.empty() && holds_word(words, word); }
};

/// What a verb of many uses tells with an object of these: "laid | a wreath", "laid | mines".
struct ObjectReading {
    std::string_view verbs, objects;
    std::uint8_t reach;  ///< words behind the verb
    EventKind kind;
    document::Category category;
    std::uint8_t strength;
    bool active = false;   ///< not of its passive
    bool nowhere = false;  ///< its object is no place
};
using document::Category;
constexpr ObjectReading kObjectReadings[] = {
    {"open launch start", "investigation investigations inquiry probe inquest", 4, EventKind::Decision, Category::Other, 2},
    {"launch begin start", "exercise exercises drill drills manoeuvres maneuvers", 5, EventKind::Exercise, Category::Security, 3},
    {"launch",
     "raid raids strikes airstrike airstrikes attack attacks offensive assault bombardment counteroffensive counterattack incursion", 5,
     EventKind::Attack, Category::Security, 3},
    {"establish restore resume sever", "relations ties", 4, EventKind::Recognition, Category::Diplomacy, 3},
    {"declare", "independence secession", 3, EventKind::Founding, Category::Diplomacy, 3, false, true},
    {"raise", "flag flags", 4, EventKind::Ceremony, Category::Other, 2},
    {"present", "credentials", 4, EventKind::Appointment, Category::Diplomacy, 2},
    {"present", "award awards medal medals prize prizes diplomas trophy", 4, EventKind::Ceremony, Category::Society, 2},
    {"sign", "striker midfielder defender goalkeeper forward winger quarterback pitcher player players coach", 5, EventKind::Plain,
     Category::Society, 1, true, true},
    {"take", "oath office", 3, EventKind::Appointment, Category::Diplomacy, 3, true},
    {"pay", "tribute respects homage", 4, EventKind::Ceremony, Category::Society, 2},
    {"lay", "wreath wreaths flowers", 4, EventKind::Ceremony, Category::Society, 2},
    {"lay", "mines mine minefields", 4, EventKind::Deployment, Category::Security, 3},
    {"deliver", "food aid medicine medicines relief blankets tents", 5, EventKind::Aid, Category::Society, 2},
    {"reject dismiss deny", "accusations accusation allegations allegation claims claim reports report criticism charges", 4,
     EventKind::Assertion, Category::Statement, 2},
};

class SenseReader {
  public:
    explicit SenseReader(const SentenceFacts& facts) : f_(facts), end_(facts.sentence.end_token) {}

    void take_noun_sense(Frame& frame) const;
    void take_object_sense(const VerbGroup& v, Frame& frame) const;

  private:
    void take_sort_of_object(const VerbGroup& v, Frame& frame) const;
    bool take_public_sense(const VerbGroup& v, Frame& frame) const;
    bool claims_ground(const VerbGroup& v) const;
    bool take_admission(const VerbGroup& v, Frame& frame) const;
    bool take_shot_or_sacking(const VerbGroup& v, Frame& frame) const;
    bool take_object_reading(const VerbGroup& v, Frame& frame) const;
    const NounSense* object_noun(const VerbGroup& v, const Frame& frame, std::uint32_t from, std::uint8_t least) const;
    bool take_held_sense(const VerbGroup& v, Frame& frame) const;
    bool is_town_at(std::uint32_t i, std::uint32_t object) const;
    /// A word of the verb's object, before what hangs on it.
    template <class Words>
    bool object_holds(const VerbGroup& v, std::uint32_t reach, const Words& words) const {
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_); ++i) {
            if (f_.token(i).kind == TokenKind::Mark || is_preposition(f_.text, i)) return false;
            if (words.contains(f_.word(i))) return true;
        }
        return false;
    }
    /// What the verb does something to: of a passive its subject.
    template <class Words>
    bool object_is(const VerbGroup& v, const Frame& frame, const Words& words, std::uint32_t reach) const {
        return v.passive ? has_any(frame.subject, words) : object_holds(v, reach, words);
    }
    /// "received | aid", "received | 40 tonnes of aid"
    template <class Words>
    bool aid_follows(const VerbGroup& v, const Words& words) const {
        constexpr std::uint32_t reach = 6;
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_) && f_.token(i).kind != TokenKind::Mark; ++i) {
            if (words.contains(f_.word(i))) return true;
            if (is_preposition(f_.text, i) && f_.word(i) != "of") return false;
        }
        return false;
    }
    bool take_everyday_sense(const VerbGroup& v, Frame& frame) const;
    bool is_figure(const Frame& frame) const;
    bool falls_in_war(const Frame& frame) const;
    bool is_in_custody(const VerbGroup& v) const;
    bool takes_its_sort_from_subject(const VerbGroup& v) const;
    bool is_of_vehicle(TokenRange subject) const;
    bool names_person(const VerbGroup& v, const Frame& frame) const;
    /// "Londoners and Muscovites"
    bool is_of_people(TokenRange subject) const {
        return std::any_of(f_.mentions.begin(), f_.mentions.end(),
                           [&](const Mention& m) { return m.adjective && subject.contains(m.first_token) && m.folded.ends_with('s'); });
    }
    /// "marched on Paris", "into the city"; not "on Monday"
    bool goes_against(const VerbGroup& v) const {
        static constexpr WordSet kWays{"into", "to", "toward", "towards", "against", "north", "south", "east", "west"};
        const bool date = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(v.end + 1); });
        return kWays.contains(f_.word(v.end)) || (f_.word(v.end) == "on" && !date);
    }
    template <class Words>
    bool has_any(TokenRange range, const Words& words) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (words.contains(f_.word(i))) return true;
        return false;
    }
    bool is_date(std::uint32_t i) const {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    }
    const NounSense* head_noun(TokenRange subject) const;
    bool counts_things(TokenRange range) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (f_.token(i).kind == TokenKind::Number) return true;
        return false;
    }
    template <class Words>
    bool object_or_phrase_has(const VerbGroup& v, const Words& words) const {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_) && f_.token(i).kind != TokenKind::Mark; ++i)
            if (words.contains(f_.word(i))) return true;
        return false;
    }

    const SentenceFacts& f_;
    std::uint32_t end_;
};

/// "talks took place", "held a summit", "paid a visit": the noun says what sort it was.
void SenseReader::take_noun_sense(Frame& frame) const {
    const auto best_in = [&](TokenRange range, std::uint32_t reach) {
        NounSense best;
        for (std::uint32_t i = range.begin; i < std::min(range.end, range.begin + reach); ++i) {
            if (is_preposition(f_.text, i) && best.known) break;
            const NounSense& sense = happening_at(f_, i);
            if (sense.known && sense.strength > best.strength) best = sense;
        }
        return best;
    };
    const NounSense object = best_in(frame.rest, 7);
    const NounSense subject = best_in(frame.subject, 8);
    const NounSense& sense = frame.passive || (!object.known && subject.known) ? (subject.known ? subject : object) : object;
    if (!sense.known) return;
    frame.kind = sense.kind;
    if (sense.category != document::Category::Other) frame.category = sense.category;
    frame.strength = std::max<std::uint8_t>(frame.strength, 2);
}

/// The happening that a subject names, before what hangs on it: "the war | between X and Y"; null for none.
const NounSense* SenseReader::head_noun(TokenRange subject) const {
    const NounSense* found = nullptr;
    for (std::uint32_t i = subject.begin; i < subject.end && (i == subject.begin || !is_preposition(f_.text, i));
         ++i)  // "in | the fire, which broke out"
        if (happening_at(f_, i).known) found = &happening_at(f_, i);
    return found;
}

bool SenseReader::takes_its_sort_from_subject(const VerbGroup& v) const {
    return v.sense.base == "erupt" || (v.sense.base == "break" && !v.passive && f_.word(v.end) == "out") ||
           (v.sense.base == "hold" && (v.passive || v.mode == VerbGroup::Mode::Participle));
}

/// "The train arrived", "14 vessels passed through the strait".
bool SenseReader::is_of_vehicle(TokenRange subject) const {
    static constexpr WordSet kVehicles{"train",      "trains",   "ship",      "ships",     "vessel",     "vessels",     "tanker",
                                       "tankers",    "ferry",    "ferries",   "freighter", "barge",      "barges",      "container",
                                       "containers", "shipment", "shipments", "cargo",     "cargoes",    "consignment", "truck",
                                       "trucks",     "lorry",    "lorries",   "wagons",    "locomotive", "locomotives", "flight",
                                       "flights",    "convoy",   "convoys"};
    std::uint32_t last = subject.begin;
    for (std::uint32_t i = subject.begin; i < subject.end && f_.token(i).kind != TokenKind::Mark && !is_preposition(f_.text, i); ++i)
        last = i;
    return last < subject.end && kVehicles.contains(f_.word(last));
}

/// Verbs whose object says what sort of event it was: "took Kerch", "put their names to the text", "dismissed the minister".
void SenseReader::take_object_sense(const VerbGroup& v, Frame& frame) const {
    const auto object_has = [&](std::uint32_t reach, auto&& test) {
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_); ++i)
            if (test(i)) return true;
        return false;
    };
    const bool place = std::any_of(f_.mentions.begin(), f_.mentions.end(),
                                   [&](const Mention& m) { return m.first_token == v.end && m.place >= 0 && !m.adjective; });
    const bool town = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.first_token == v.end && m.place >= 0 && !m.adjective &&
               (m.precision == document::PlacePrecision::Settlement || m.precision == document::PlacePrecision::Exact) && !m.possessive;
    });
    if (take_cause_sense(f_, v, frame)) return;
    if (const NounSense* noun =
            takes_its_sort_from_subject(v) ? head_noun(frame.subject) : nullptr) {  // "the war erupted", "an election held …"
        frame.kind = frame.sense.kind = noun->kind;
        frame.category = noun->category;
    } else if (v.sense.base == "take" && !v.passive && place) {
        frame.kind = frame.sense.kind = EventKind::Combat;
        frame.category = document::Category::Security;
        frame.strength = 3;
        frame.sense.use = kObjectPlace;
    } else if (v.sense.base == "leave" && !v.passive && town) {  // "the convoy left Gao"
        frame.kind = frame.sense.kind = EventKind::Movement;
        frame.category = document::Category::Other;
        frame.strength = 2;
        frame.sense.use = kObjectPlace;
    } else if (v.sense.base == "reach" && !v.passive && place) {  // a convoy, not a figure
        frame.kind = frame.sense.kind = EventKind::Movement;
        frame.category = document::Category::Other;
        frame.strength = 2;
        frame.sense.use = kObjectPlace;
    } else if (v.sense.base == "go" && f_.word(v.end) == "on" && f_.word(v.end + 1) == "trial") {
        tell(frame, EventKind::Arrest, document::Category::Security, 2);
    } else if (v.sense.base == "recall" && !v.passive &&
               object_has(3, [&](std::uint32_t i) { return f_.has(i, kTitle); })) {  // "recalled its ambassador"
        tell(frame, EventKind::Recognition, document::Category::Diplomacy, 2);
    } else if (v.sense.base == "put" &&
               object_has(3, [&](std::uint32_t i) { return f_.word(i) == "names" || f_.word(i) == "signatures"; })) {
        frame.kind = EventKind::Signing;
        frame.strength = 3;
    } else if (v.sense.base == "dismiss" && object_has(4, [&](std::uint32_t i) { return f_.has(i, kTitle); })) {
        frame.kind = EventKind::Appointment;
        frame.category = document::Category::Diplomacy;
    } else if (v.sense.base == "sack" && !v.passive && (place || f_.has(v.end, kArticle)) &&
               object_has(5, [&](std::uint32_t i) { return is_town_at(i, v.end); }) &&
               !object_has(4, [&](std::uint32_t i) { return f_.has(i, kTitle); })) {
        tell(frame, EventKind::Combat, document::Category::Security, 3);  // "The army sacked Magdeburg"
        frame.sense.use = kObjectPlace;
    } else if (!take_public_sense(v, frame) && !take_everyday_sense(v, frame)) {
        take_sort_of_object(v, frame);
    }
}

/// What states, courts and crowds do with a verb of many uses: "fired the minister", "opened fire", "declared war", "went on strike".
bool SenseReader::take_public_sense(const VerbGroup& v, Frame& frame) const {
    using document::Category;
    static constexpr WordSet kEmergencies{"emergency", "law",   "curfew", "mourning",   "holiday",
                                          "lockdown",  "truce", "war",    "quarantine", "blockade"};
    static constexpr WordSet kRelief{"aid", "assistance", "relief"};
    static constexpr WordSet kService{"operation", "service", "use", "production"};
    static constexpr WordSet kWalls{"dam", "dams", "dyke", "dike", "levee", "levees", "pipeline", "pipe"};
    const std::string_view base = v.sense.base, after = f_.word(v.end), second = f_.word(v.end + 1);
    const bool active = !v.passive;
    const auto is = [&](EventKind kind, Category category, std::uint8_t strength) { return tell(frame, kind, category, strength), true; };
    if (base == "fire" || base == "use") return take_shot_or_sacking(v, frame);
    if (take_object_reading(v, frame)) return true;
    if (base == "open" && active && after == "fire") return is(EventKind::Attack, Category::Security, 3);
    if (base == "declare" && (object_is(v, frame, kEmergencies, 4) ||
                              (object_is(v, frame, WordSet{"state"}, 2) && has_any({v.end, std::min(v.end + 5, end_)}, kEmergencies))))
        return frame.sense.use = 0, is(EventKind::Decision, Category::Security, 3);
    if (base == "go" && active && after == "on" && (second == "strike" || f_.word(v.end + 2) == "strike"))
        return is(EventKind::Protest, Category::Society, 3);
    if (base == "call" && active && after != "for" && after != "off" && object_is(v, frame, WordSet{"strike", "strikes", "walkout"}, 4))
        return frame.sense.use = 0, is(EventKind::Protest, Category::Society, 2);
    if (base == "receive" && active && aid_follows(v, kRelief)) return is(EventKind::Aid, Category::Society, 2);
    if (base == "step" && active && (after == "down" || after == "aside")) return is(EventKind::Appointment, Category::Diplomacy, 3);
    if (base == "put" && after == "into" && kService.contains(second)) return is(EventKind::Opening, Category::Other, 3);
    if (active && ((base == "enter" && kService.contains(after)) || (base == "go" && after == "into" && kService.contains(second))))
        return is(EventKind::Opening, Category::Other, 2);
    const bool free = (after == "free" && (second == "of" || second == "from")) || (second == "free" && f_.token(v.end + 1).hyphenated);
    if (v.passive && free && WordSet{"certify", "declare", "confirm", "pronounce"}.contains(base))
        return frame.sense.use = 0, is(EventKind::Decision, Category::Society, 3);  // "was certified free of malaria", "polio-free"
    if (base == "claim" && active && after == "responsibility") {                   // "claimed responsibility for an attack on X"
        frame.speaker = frame.subject;
        frame.hearsay = true;
        frame.sense.use = 0;
        frame.kind = frame.sense.kind = EventKind::Attack;
        frame.category = Category::Security;
        frame.strength = 2;
        return true;
    }
    if (base == "claim" && active && claims_ground(v))
        return frame.hearsay = true, frame.sense.use = kObjectPlace, is(EventKind::Assertion, Category::Statement, 2);
    if (base == "admit" && v.passive && (after == "to" || after == "into")) return take_admission(v, frame);
    if (base == "run" && active && after == "aground") return is(EventKind::Incident, Category::Transport, 3);
    if (base == "find" && after == "dead") return is(EventKind::Incident, Category::Society, 3);
    if (base == "find" && object_or_phrase_has(v, WordSet{"guilty"})) return is(EventKind::Arrest, Category::Security, 3);
    if (base == "burst" && active && has_any(frame.subject, kWalls)) return is(EventKind::Disaster, Category::Society, 3);
    if (base == "host") {  // "hosted a summit", "will be hosted by Tashkent"
        const NounSense* held = object_noun(v, frame, v.end, 2);
        return held != nullptr && held->kind != EventKind::Visit && is(held->kind, held->category, 3);
    }
    if (base == "carry" && after == "out") {  // "A patrol was carried out", "carried out an exercise"
        const NounSense* deed = object_noun(v, frame, v.end + 1, 0);
        return deed != nullptr ? is(deed->kind, deed->category, std::max<std::uint8_t>(deed->strength, 2))
                               : is(EventKind::Plain, Category::Other, 2);
    }
    return base == "hold" && take_held_sense(v, frame);
}

/// "claimed | Sake", "claimed | three villages near Goma", "claimed | control of the port"; not lives, nor a prize
bool SenseReader::claims_ground(const VerbGroup& v) const {
    static constexpr WordSet kGround{"village", "villages", "town", "towns", "hills", "heights", "positions"};
    static constexpr WordSet kWon{"control", "capture", "victory", "seizure"};
    if (std::any_of(f_.mentions.begin(), f_.mentions.end(),
                    [&](const Mention& m) { return m.first_token == v.end && m.place >= 0 && !m.adjective && !m.possessive; }))
        return true;
    const std::uint32_t noun = f_.has(v.end, kArticle) ? v.end + 1 : v.end;
    return object_holds(v, 4, kGround) ||
           (kWon.contains(f_.word(noun)) && (f_.word(noun + 1) == "of" || f_.word(noun + 1) == "over" || f_.word(noun + 1) == "in"));
}

/// "was admitted to the union", "to hospital"
bool SenseReader::take_admission(const VerbGroup& v, Frame& frame) const {
    const bool ill = object_or_phrase_has(v, WordSet{"hospital", "hospitals", "clinic", "clinics", "ward", "icu"});
    frame.sense.use = 0;
    tell(frame, ill ? EventKind::Plain : EventKind::Decision, ill ? Category::Society : Category::Diplomacy, ill ? 2 : 3);
    return true;
}

/// "fired the minister", "fired tear gas", "used water cannon", "fired a salute".
bool SenseReader::take_shot_or_sacking(const VerbGroup& v, Frame& frame) const {
    using document::Category;
    static constexpr WordSet kCrowdWeapons{"gas", "cannon", "cannons", "bullets", "grenades", "spray", "batons", "teargas"};
    static constexpr WordSet kOfCrowdWeapons{"water", "tear", "rubber", "pepper", "stun"};
    static constexpr WordSet kSalutes{"salute", "salutes"};
    static constexpr WordSet kStaff{"workers", "staff", "employees", "teachers", "coach", "manager", "officials", "officers", "police"};
    static constexpr WordSet kHeads{"chief", "governor", "commander", "head"};
    const bool fires = v.sense.base == "fire";
    if (object_is(v, frame, kCrowdWeapons, 3) && (fires || has_any({v.end, std::min(v.end + 3, end_)}, kOfCrowdWeapons)))
        return tell(frame, EventKind::Protest, Category::Security, 3), true;
    if (!fires) return false;
    const std::string_view after = f_.word(v.end);
    const bool at_whom = after == "on" || after == "at" || after == "upon";  // "was fired on"
    const TokenRange who = v.passive ? frame.subject : TokenRange{v.end, std::min(v.end + 4, end_)};
    for (std::uint32_t i = who.begin; !at_whom && i < who.end && f_.token(i).kind != TokenKind::Mark; ++i)
        if (f_.has(i, kTitle) || kHeads.contains(f_.word(i))) return tell(frame, EventKind::Appointment, Category::Diplomacy, 3), true;
    if (object_is(v, frame, kSalutes, 4)) return tell(frame, EventKind::Ceremony, Category::Society, 2), true;
    if (object_is(v, frame, kStaff, 5)) return tell(frame, EventKind::Appointment, Category::Economy, 2), true;
    return false;
}

/// The noun that the verb's object ends with, where it is a happening of at least that strength.
const NounSense* SenseReader::object_noun(const VerbGroup& v, const Frame& frame, std::uint32_t from, std::uint8_t least) const {
    const NounSense* found = nullptr;
    const TokenRange what = v.passive ? frame.subject : TokenRange{from, std::min(v.end + 6, end_)};
    for (std::uint32_t i = what.begin;
         i < what.end && f_.token(i).kind != TokenKind::Mark && (i == what.begin || !is_preposition(f_.text, i)); ++i)
        if (f_.noun(i).known && f_.noun(i).strength >= least) found = &f_.noun(i);
    return found;
}

bool SenseReader::take_object_reading(const VerbGroup& v, Frame& frame) const {
    static constexpr WordSet kOfTable{"open",  "launch",  "start",  "begin",   "establish", "restore", "resume",
                                      "sever", "declare", "raise",  "present", "sign",      "take",    "pay",
                                      "lay",   "deliver", "reject", "dismiss", "deny"};
    if (!kOfTable.contains(v.sense.base)) return false;
    for (const ObjectReading& row : kObjectReadings) {
        if (!holds_word(row.verbs, v.sense.base) || (row.active && v.passive) || !object_is(v, frame, Listed{row.objects}, row.reach))
            continue;
        tell(frame, row.kind, row.category, row.strength);
        if (row.nowhere) frame.sense.use = 0;
        return true;
    }
    return false;
}

/// "held a vote", "held a mass", "held the town", "held 20 hostages": whether anybody met.
bool SenseReader::take_held_sense(const VerbGroup& v, Frame& frame) const {
    using document::Category;
    static constexpr WordSet kCounts{"census", "survey", "lottery", "draw", "tender", "inquest", "inquiry"};
    static constexpr WordSet kRites{"mass", "service", "vigil", "prayers", "memorial", "liturgy"};
    static constexpr WordSet kKept{"prisoner", "prisoners", "captives"};
    const auto object_is = [&](const auto& words, std::uint32_t reach) { return this->object_is(v, frame, words, reach); };
    const bool active = !v.passive;
    if (object_is(WordSet{"call", "calls", "conversation", "conversations"}, 5))
        return tell(frame, EventKind::Negotiation, Category::Diplomacy, 3), true;
    if (object_is(WordSet{"hostage", "hostages"}, 4)) return tell(frame, EventKind::Attack, Category::Security, 2), true;
    if (object_is(WordSet{"strike", "strikes", "march", "marches", "walkout", "sit-in"}, 4))
        return tell(frame, EventKind::Protest, Category::Society, 3), true;
    if (active &&
        object_is(WordSet{"stake", "stakes", "shares", "power", "office", "record", "records", "post", "seat", "seats", "lead", "breath"},
                  5))
        return tell_plainly(frame, EventKind::Plain, Category::Other), true;
    if (object_is(kKept, 4)) return tell(frame, EventKind::Arrest, Category::Security, 2), true;
    if (object_is(kCounts, 4)) return tell(frame, EventKind::Plain, Category::Society, 2), true;
    if (object_is(kRites, 4)) return tell(frame, EventKind::Ceremony, Category::Society, 2), true;
    for (std::uint32_t i = v.end; active && i < std::min(v.end + 4, end_); ++i)
        if (is_town_at(i, v.end) && !f_.noun(v.end).known)
            return tell(frame, EventKind::Combat, Category::Security, 2), frame.sense.use = kObjectPlace, true;
    return false;
}

/// "sacked | Magdeburg", "held | the town of Sake": a place as the object that begins at `object`.
bool SenseReader::is_town_at(std::uint32_t i, std::uint32_t object) const {
    static constexpr WordSet kTowns{"town", "city", "village", "capital", "fortress", "port", "island", "palace"};
    if (i == object && std::any_of(f_.mentions.begin(), f_.mentions.end(),
                                   [&](const Mention& m) { return m.first_token == i && m.place >= 0 && !m.adjective && !m.possessive; }))
        return true;
    return i > object && i <= object + 2 && f_.has(object, kArticle) && kTowns.contains(f_.word(i)) &&
           (f_.token(i + 1).letter_case != Case::Lower || is_preposition(f_.text, i + 1) || is_adverb(f_.text, i + 1));
}

/// "the town fell", "two soldiers fell"
bool SenseReader::falls_in_war(const Frame& frame) const {
    static constexpr WordSet kTaken{"city",   "cities",   "town",    "towns", "village",    "villages", "capital", "fortress", "government",
                                    "regime", "soldiers", "soldier", "fort",  "stronghold", "garrison", "island",  "defenders"};
    for (std::uint32_t i = frame.subject.begin; i < frame.subject.end; ++i)
        if (kTaken.contains(f_.word(i))) return true;
    return std::any_of(f_.mentions.begin(), f_.mentions.end(),
                       [&](const Mention& m) { return !m.adjective && frame.subject.contains(m.first_token); });
}

/// "was held at the county jail on $50,000 bond"
bool SenseReader::is_in_custody(const VerbGroup& v) const {
    static constexpr WordSet kCustody{"jail", "prison", "bond", "bail", "custody", "detention"};
    constexpr std::uint32_t reach = 10;
    for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_); ++i)
        if (kCustody.contains(f_.word(i))) return true;
    return false;
}

/// "stocks fell sharply", "fell to 7.78%": a figure, where "the town fell" is none.
bool SenseReader::is_figure(const Frame& frame) const {
    if (names_measure(f_, frame.subject)) return true;
    const std::uint32_t at = frame.verb.end, from = f_.word(at) == "to" || f_.word(at) == "by" || f_.word(at) == "from" ? at + 1 : at;
    if (from >= end_) return false;
    const bool money = f_.token(from).is('$') || f_.token(from).kind == TokenKind::Number;
    const bool date = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(from); });
    return money && !date;
}

/// "received Scholz in Berlin", "was received by Xi": a guest who is named.
bool SenseReader::names_person(const VerbGroup& v, const Frame& frame) const {
    if (v.passive)
        return frame.subject.begin < frame.subject.end &&
               (f_.token(frame.subject.begin).capitalised() || f_.word(frame.subject.begin) == "he" ||
                f_.word(frame.subject.begin) == "she" || f_.word(frame.subject.begin) == "they");
    for (std::uint32_t i = v.end; i < end_ && f_.token(i).kind == TokenKind::Word && !is_preposition(f_.text, i); ++i)
        if (f_.token(i).letter_case == Case::Capital || f_.token(i).letter_case == Case::Mixed || f_.has(i, kTitle)) return true;
    return false;
}

/// What is no troops, no guest and no words: "withdrew its forecast", "received a letter", "added a second".
bool SenseReader::take_everyday_sense(const VerbGroup& v, Frame& frame) const {
    // "withdrew its forecast", "cut rates", "received a letter", "added a second": what is no troops, no guest and no words
    static constexpr WordSet kPapers{"forecast", "forecasts", "guidance",    "offer",       "offers",     "bid",      "candidacy",
                                     "claim",    "claims",    "complaint",   "complaints",  "bill",       "proposal", "proposals",
                                     "request",  "support",   "recognition", "resignation", "statement",  "lawsuit",  "application",
                                     "appeal",   "charges",   "licence",     "license",     "nomination", "consent"};
    static constexpr WordSet kMeasures{"rate",     "rates",     "price",     "prices",  "forecast",   "forecasts", "tariff",   "tariffs",
                                       "tax",      "taxes",     "jobs",      "output",  "production", "spending",  "costs",    "dividend",
                                       "guidance", "emissions", "duties",    "quota",   "quotas",     "outlook",   "growth",   "target",
                                       "targets",  "staff",     "workforce", "deficit", "budget",     "wages",     "pensions", "salaries"};
    static constexpr WordSet kGuests{
        "president", "minister", "ministers",  "delegation", "delegations", "ambassador",  "envoy",           "envoys",
        "guests",    "visitors", "chancellor", "king",       "queen",       "leader",      "leaders",         "secretary",
        "speaker",   "chairman", "premier",    "pope",       "prince",      "counterpart", "representatives", "commissioner",
        "general",   "head",     "director",   "him",        "her",         "them"};
    static constexpr WordSet kWords{"announcement", "announcements", "decision",  "decisions",  "agreement", "agreements", "deal",
                                    "move",         "news",          "statement", "statements", "step",      "steps",      "ruling",
                                    "verdict",      "proposal",      "proposals", "result",     "results",   "efforts",    "release",
                                    "resolution",   "ceasefire",     "truce",     "initiative", "plan",      "plans",      "report",
                                    "adoption",     "signing",       "offer",     "progress",   "election",  "vote",       "outcome"};
    static constexpr WordSet kGoals{"goal",   "goals",     "point",     "points",  "run",       "runs", "second", "third",
                                    "fourth", "equaliser", "equalizer", "penalty", "touchdown", "hat",  "header"};
    static constexpr WordSet kTroops{"troops",     "tanks",        "soldiers",       "forces",       "warships",   "warship",
                                     "warplanes",  "jets",         "fighters",       "peacekeepers", "marines",    "army",
                                     "frigate",    "frigates",     "reinforcements", "destroyer",    "destroyers", "battalion",
                                     "battalions", "paratroopers", "brigade",        "navy",         "bombers",    "carrier",
                                     "submarine",  "submarines",   "mercenaries",    "units",        "police"};
    static constexpr WordSet kTraffic{
        "car",      "cars",   "bus",     "buses",      "lorry",        "lorries",   "truck",    "trucks",     "van",
        "train",    "trains", "tram",    "motorcycle", "motorcyclist", "motorbike", "motorist", "driver",     "vehicle",
        "vehicles", "taxi",   "minibus", "coach",      "tractor",      "plane",     "aircraft", "helicopter", "ship",
        "vessel",   "boat",   "ferry",   "tanker",     "freighter",    "barge",     "yacht",    "bicycle",    "cyclist"};
    static constexpr WordSet kBlows{"strike",  "strikes",  "airstrike", "airstrikes", "attack",   "attacks",  "raid",     "raids",
                                    "bombing", "bombings", "assault",   "assaults",   "massacre", "shelling", "killings", "assassination"};
    static constexpr WordSet kPrisoners{"prisoner",  "prisoners", "captive",  "captives", "detainee",
                                        "detainees", "hostage",   "hostages", "pows",     "spies"};
    static constexpr WordSet kDealt{"deal", "agreement", "pact", "accord", "contract", "treaty", "victory", "partnership", "fate"};
    static constexpr WordSet kPrizes{"prize", "medal",  "award", "order",  "honour",    "honor",
                                     "oscar", "trophy", "title", "degree", "doctorate", "cross"};
    static constexpr WordSet kExchanged{"fire", "shots", "gunfire", "shelling", "strikes"};
    static constexpr WordSet kPeople{"nationals", "citizens",   "civilians", "evacuees", "diplomats", "residents", "tourists",
                                     "patients",  "foreigners", "refugees",  "people",   "staff",     "families"};
    const std::string_view base = v.sense.base;
    const bool active = !v.passive;
    const std::uint32_t object_reach = 6;
    const auto holds = [&](const auto& words) { return object_is(v, frame, words, object_reach); };
    static constexpr WordSet kGround{"control", "ground", "territory",  "town",        "towns",   "city",      "cities",
                                     "battle",  "war",    "village",    "villages",    "men",     "positions", "aircraft",
                                     "planes",  "ships",  "helicopter", "helicopters", "drones",  "vehicles",  "island",
                                     "hill",    "base",   "province",   "fighters",    "sailors", "crew",      "guns"};
    static constexpr WordSet kBroken{"record", "records", "silence", "law",   "laws", "rules",   "leg",      "arm", "ankle",
                                     "wrist",  "nose",    "neck",    "story", "news", "promise", "deadlock", "tie"};
    static constexpr WordSet kBody{"knee",  "leg",   "ankle", "shoulder", "hamstring", "back", "arm",   "foot",
                                   "thigh", "groin", "wrist", "hand",     "head",      "calf", "elbow", "hip"};
    static constexpr WordSet kUnderWhat{"fire", "attack", "shelling", "bombardment", "artillery", "rocket", "missile"};
    static constexpr WordSet kReports{"video", "videos", "footage",    "statement",   "report",  "figures",
                                      "data",  "list",   "photograph", "photographs", "results", "audio"};
    static constexpr WordSet kRelations{"relations", "ties", "talks", "contacts"};
    static constexpr WordSet kEnvoys{"ambassador", "ambassadors", "envoy", "delegation", "diplomats", "candidate"};
    static constexpr WordSet kCourse{"at", "up", "down", "higher", "lower", "mixed", "unchanged", "flat"};
    static constexpr WordSet kBound{"from", "for", "to", "toward", "towards", "across", "on"};
    const std::string_view after = f_.word(v.end);
    const bool unit_moves = has_any(frame.subject, kTroops) || holds(kTroops);
    const bool of_place = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.place >= 0 && !m.adjective && m.first_token >= v.end && m.first_token <= v.end + 1;
    });
    const NounSense* told = head_noun(frame.subject);
    if (base == "try" && active && after == "to")  // "tried to seize the town": no court
        tell_plainly(frame, f_.verb(v.end + 1).kind, f_.verb(v.end + 1).category);
    else if (base == "lose" && active && !of_place && !holds(kGround) && !holds(kTroops) && !object_or_phrase_has(v, kContests))
        tell_plainly(frame, is_figure(frame) ? EventKind::Figure : EventKind::Plain,
                     is_figure(frame) ? document::Category::Economy : document::Category::Other);
    else if (base == "break" && active && holds(kBroken)) tell_plainly(frame, EventKind::Plain, document::Category::Society);
    else if (base == "close" && active && kCourse.contains(after)) tell_plainly(frame, EventKind::Figure, document::Category::Economy);
    else if (base == "pass" && active && after == "away") tell(frame, EventKind::Incident, document::Category::Society, 3);
    else if (base == "go" && active && (after == "off" || after == "missing"))
        tell(frame, EventKind::Incident, document::Category::Security, 3);
    else if (base == "go" && active && (after == "up" || after == "down") && !of_place)
        tell_plainly(frame, has_any(frame.subject, kMeasures) ? EventKind::Figure : EventKind::Plain,
                     has_any(frame.subject, kMeasures) ? document::Category::Economy : document::Category::Other);
    else if (base == "move" && active && !unit_moves &&
             (after == "to" || after == "into" || after == "from" || after == "back" || after == "out"))
        tell_plainly(frame, EventKind::Movement, document::Category::Society);
    else if ((base == "begin" || base == "start") && active && v.end < end_ && f_.word(v.end).ends_with("ing") && !f_.noun(v.end).known)
        tell_plainly(frame, f_.verb(v.end).known ? f_.verb(v.end).kind : EventKind::Plain,
                     f_.verb(v.end).known ? f_.verb(v.end).category : document::Category::Other);
    else if ((base == "begin" || base == "start") && active && told &&
             (told->kind == EventKind::Incident || told->kind == EventKind::Disaster || told->kind == EventKind::Protest) && !of_place &&
             (f_.token(v.end).kind == TokenKind::Mark || is_preposition(f_.text, v.end) || is_adverb(f_.text, v.end) || is_date(v.end)))
        tell_plainly(frame, told->kind, told->category);
    else if (base == "come" && active && after == "under" && kUnderWhat.contains(f_.word(v.end + 1)))
        tell(frame, EventKind::Attack, document::Category::Security, 3);
    else if (((base == "drive" && active && kBound.contains(after) && (f_.token(v.end + 1).capitalised() || f_.has(v.end + 1, kArticle))) ||
              (base == "set" && (after == "off" || after == "out") && kBound.contains(f_.word(v.end + 1)))) &&
             !has_any(frame.subject, kTroops))
        tell(frame, EventKind::Movement, document::Category::Transport, 2);
    else if (base == "leave" && active && after == "for") tell(frame, EventKind::Movement, document::Category::Other, 2);
    else if (base == "set" && after == "ablaze") tell(frame, EventKind::Incident, document::Category::Security, 3);
    else if (base == "go" && active && after == "to" && (f_.word(v.end + 1) == "polls" || f_.word(v.end + 2) == "polls"))
        tell(frame, EventKind::Election, document::Category::Society, 3);
    else if (base == "release" && holds(kReports)) tell(frame, EventKind::Assertion, document::Category::Statement, 2);
    else if (base == "break" && active && after == "off" &&
             (kRelations.contains(f_.word(v.end + 1)) || kRelations.contains(f_.word(v.end + 2))))
        tell(frame, EventKind::Recognition, document::Category::Diplomacy, 3);
    else if (base == "withdraw" && holds(kEnvoys)) tell(frame, EventKind::Recognition, document::Category::Diplomacy, 3);
    else if ((base == "strike" || base == "reach") && holds(kDealt)) tell(frame, EventKind::Signing, document::Category::Diplomacy, 3);
    else if (base == "defeat" && (object_or_phrase_has(v, kContests) || object_or_phrase_has(v, WordSet{"run", "runoff"})))
        tell(frame, EventKind::Election, document::Category::Society, 2);
    else if ((base == "injure" || base == "hurt") && active && holds(kBody))
        tell_plainly(frame, EventKind::Incident, document::Category::Society);
    else if (base == "add" && active && (f_.token(v.end).kind == TokenKind::Number || f_.token(v.end).is('$')))
        tell_plainly(frame, EventKind::Figure, document::Category::Economy), frame.sense.use = 0;
    else if (base == "release" && f_.word(v.first - 1) == "and" && f_.word(v.first - 2) == "treated")
        tell_plainly(frame, EventKind::Plain, document::Category::Society);
    else if (base == "withdraw" && holds(kPapers)) tell(frame, EventKind::Decision, document::Category::Other, 2);
    else if ((base == "cut" || base == "raise" || base == "lift" || base == "trim" || base == "slash" || base == "lower") &&
             holds(kMeasures))
        tell(frame, EventKind::Decision, document::Category::Economy, 2);
    else if (base == "add" && active && object_holds(v, object_reach, kGoals))
        tell(frame, EventKind::Plain, document::Category::Society, 1), frame.sense.use = 0;
    else if (base == "welcome" && holds(kWords))
        tell(frame, EventKind::Assertion, document::Category::Statement, 1), frame.sense.use = kSays;
    else if (base == "receive" && !holds(kGuests) && !names_person(v, frame)) tell(frame, EventKind::Plain, document::Category::Other, 1);
    else if (base == "go" && f_.word(v.end) == "into" &&
             (f_.word(v.end + 1) == "force" || f_.word(v.end + 1) == "effect" || f_.word(v.end + 1) == "operation"))
        tell(frame, EventKind::Decision, document::Category::Other, 2);
    else if (base == "fly" && (f_.word(v.end) == "out" || f_.word(v.end) == "home") && object_holds(v, object_reach, kPeople))
        tell(frame, EventKind::Movement, document::Category::Society, 2);
    else if (base == "overturn" && has_any(frame.subject, kTraffic)) tell(frame, EventKind::Incident, document::Category::Transport, 3);
    else if (base == "send" && holds(kTroops)) tell(frame, EventKind::Deployment, document::Category::Security, 3);
    else if (base == "carry" && object_holds(v, object_reach, kBlows)) tell(frame, EventKind::Attack, document::Category::Security, 3);
    else if (base == "exchange" && holds(kExchanged)) tell(frame, EventKind::Combat, document::Category::Security, 3);
    else if (base == "exchange" && !holds(kPrisoners)) tell(frame, EventKind::Plain, document::Category::Diplomacy, 1);
    else if (base == "seal" && v.passive && !has_any(frame.subject, kDealt))
        tell(frame, EventKind::Closing, document::Category::Security, 2);
    else if (base == "award" && (object_holds(v, object_reach, kPrizes) || has_any(frame.subject, kPrizes)))
        tell(frame, EventKind::Ceremony, document::Category::Society, 2);
    else if (base == "speak" && f_.word(v.end) == "by" &&
             (f_.word(v.end + 1) == "phone" || f_.word(v.end + 1) == "telephone" || f_.word(v.end + 1) == "video"))
        tell(frame, EventKind::Negotiation, document::Category::Diplomacy, 2), frame.sense.use = 0;
    else if (base == "summon") tell(frame, EventKind::Assertion, document::Category::Diplomacy, 2), frame.sense.use = 0;
    else if (base == "slip" && (f_.word(v.end) == "out" || f_.word(v.end) == "into" || f_.word(v.end) == "away" ||
                                f_.word(v.end) == "through" || f_.word(v.end) == "across"))
        tell(frame, EventKind::Movement, document::Category::Security, 2);
    else return false;
    return true;
}

/// "launched 53 drones", "granted bail", "lost DM 31m", "moved its headquarters": the verb alone says something else.
void SenseReader::take_sort_of_object(const VerbGroup& v, Frame& frame) const {
    static constexpr WordSet kWeapons{"drones",  "drone",      "missiles", "missile", "rockets", "rocket",    "shells",
                                      "mortars", "airstrikes", "strikes",  "attack",  "attacks", "offensive", "assault"};
    static constexpr WordSet kRulings{"bail",    "asylum", "permission", "request",  "application", "pardon",     "leave",
                                      "amnesty", "appeal", "motion",     "petition", "parole",      "injunction", "it"};
    static constexpr WordSet kSeats{"headquarters", "offices", "office", "capital", "production", "seat", "operations", "embassy", "base"};
    // "A mortar shell landed in the yard"; "thousands marched through the capital", where troops march on a town
    static constexpr WordSet kProjectiles{"shell",    "shells", "mortar", "mortars", "rocket", "rockets",    "missile",
                                          "missiles", "bomb",   "bombs",  "drone",   "drones", "projectile", "projectiles"};
    static constexpr WordSet kCrowds{"thousands", "hundreds",   "protesters", "demonstrators", "people",    "workers", "students", "crowd",
                                     "crowds",    "supporters", "opponents",  "activists",     "residents", "farmers", "marchers", "women",
                                     "miners",    "teachers",   "pensioners", "veterans",      "families",  "mourners"};
    static constexpr WordSet kPolls{"vote", "votes", "election", "elections", "majority", "ballot", "referendum", "presidency"};
    static constexpr WordSet kPeacefulDeaths{"home", "cancer", "illness", "aged", "hospice", "disease", "stroke", "sleep"};
    static constexpr WordSet kDates{"hearing", "trial", "date", "deadline", "verdict", "vote"};
    const auto object_has = [&](std::uint32_t reach, const auto& words) {
        for (std::uint32_t i = v.end; i < std::min(v.end + reach, end_); ++i) {
            if (f_.token(i).kind == TokenKind::Mark || is_preposition(f_.text, i)) return false;
            if (words.contains(f_.word(i))) return true;
        }
        return false;
    };
    const std::string_view base = v.sense.base;
    const bool active = !v.passive;
    const bool money = active && v.end + 1 < end_ &&
                       (f_.token(v.end).is('$') || f_.token(v.end).is('%') || f_.token(v.end + 1).kind == TokenKind::Number) &&
                       f_.token(v.end).kind != TokenKind::Number &&
                       (f_.token(v.end).kind == TokenKind::Mark || f_.token(v.end).letter_case == Case::Upper);
    const bool set_for =
        v.passive && base == "set" && frame.subject.begin < frame.subject.end && kDates.contains(f_.word(frame.subject.end - 1));
    if ((base == "launch" || base == "fire" || base == "begin" || base == "start") && active && object_has(6, kWeapons))
        tell(frame, EventKind::Attack, document::Category::Security, 3);
    else if (active && (v.sense.kind == EventKind::Visit || base == "pass" || base == "cross" || base == "enter") &&
             is_of_vehicle(frame.subject))
        tell(frame, EventKind::Movement, document::Category::Transport, 2);
    else if (base == "pass" && active && (f_.word(v.end) == "through" || f_.word(v.end) == "along" || f_.word(v.end) == "by"))
        tell(frame, EventKind::Movement, document::Category::Other, 1);
    else if (base == "march" && active && (has_any(frame.subject, kCrowds) || (is_of_people(frame.subject) && !goes_against(v))))
        tell(frame, EventKind::Protest, document::Category::Society, 3);
    else if (base == "speak" && active && (f_.word(v.end) == "by" || f_.word(v.end) == "with" || f_.word(v.end) == "over"))
        tell(frame, EventKind::Negotiation, document::Category::Diplomacy, 3), frame.sense.use = 0;  // "spoke by phone"
    else if (base == "protest" && active && f_.word(v.end) != "that" && has_any(frame.subject, kCrowds))
        tell(frame, EventKind::Protest, document::Category::Society, 3), frame.sense.use = 0;
    else if (base == "release" && money) tell(frame, EventKind::Supply, document::Category::Economy, 2);
    else if (base == "land" && active && has_any(frame.subject, kProjectiles))
        tell(frame, EventKind::Attack, document::Category::Security, 3);
    else if (base == "grant" && active && object_has(5, kRulings)) tell(frame, EventKind::Decision, document::Category::Society, 3);
    else if (base == "fall" && active && f_.word(v.end) == "out")
        tell(frame, EventKind::Plain, document::Category::Diplomacy, 1);  // "over a debt"
    else if (base == "win" && active && object_or_phrase_has(v, kPolls)) tell(frame, EventKind::Election, document::Category::Society, 2);
    else if (base == "fall" && active && is_figure(frame)) tell(frame, EventKind::Figure, document::Category::Economy, 2);
    else if (base == "fall" && active && !falls_in_war(frame)) tell(frame, EventKind::Plain, document::Category::Other, 2);
    else if (base == "lose" && active && object_or_phrase_has(v, kContests)) tell(frame, EventKind::Ending, document::Category::Society, 2);
    else if (base == "die" && active && object_or_phrase_has(v, kPeacefulDeaths))
        tell(frame, EventKind::Incident, document::Category::Society, 3);
    else if (base == "lose" && money) tell(frame, EventKind::Figure, document::Category::Economy, 2);
    else if ((base == "move" || base == "transfer") && object_has(4, kSeats))
        tell(frame, EventKind::Movement, document::Category::Economy, 2);
    else if (base == "hold" && v.passive && is_in_custody(v)) tell(frame, EventKind::Arrest, document::Category::Security, 3);
    else if (set_for) tell(frame, EventKind::Plan, document::Category::Other, 2);
    else if (base == "call" && v.passive && f_.word(v.end) == "to")
        tell(frame, EventKind::Plain, document::Category::Other, 1), frame.sense.use = 0;
    else if (base == "decline" && f_.word(v.end) == "to") tell(frame, EventKind::Assertion, document::Category::Statement, 1);
    else if ((base == "report" || base == "record" || base == "confirm") && v.passive && counts_things(frame.subject))
        tell(frame, EventKind::Figure, document::Category::Other, 2), frame.sense.use = 0;
    else if (base == "enter" && f_.word(v.end) == "into")
        tell(frame, EventKind::Decision, document::Category::Diplomacy, 2), frame.sense.use = 0;  // "into force"
    else if (base == "break" && f_.word(v.end) == "ground")
        tell(frame, EventKind::Construction, document::Category::Transport, 3), frame.sense.use = 0;
    else if ((base == "call" || base == "put") && f_.word(v.end) == "off")  // a meeting, a strike
        tell(frame, EventKind::Closing, document::Category::Other, 3), frame.sense.use = 0;
    else if (base == "call" && f_.word(v.end) == "up")
        tell(frame, EventKind::Deployment, document::Category::Security, 2), frame.sense.use = 0;
    else if (base == "mark" && v.passive && f_.word(v.end) == "by")
        tell(frame, EventKind::Plain, document::Category::Other, 0), frame.strength = 0;
}
}  // namespace

void take_noun_sense(const SentenceFacts& facts, Frame& frame) { SenseReader(facts).take_noun_sense(frame); }

void take_object_sense(const SentenceFacts& facts, const VerbGroup& verb, Frame& frame) {
    SenseReader(facts).take_object_sense(verb, frame);
}

}  // namespace dateline::extract
