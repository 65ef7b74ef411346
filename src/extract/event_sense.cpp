#include "extract/event_sense.h"

#include "extract/cause_sense.h"
#include "extract/lexicon.h"
#include "extract/sense_reader.h"

#include <algorithm>

namespace dateline::extract {
namespace {

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

}  // namespace

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
    } else if (v.sense.base == "reach" && !v.passive && object_has(3, [&](std::uint32_t i) {
                   return WordSet{"outskirts", "suburbs", "gates", "border", "frontier", "coast"}.contains(f_.word(i));
               })) {
        tell(frame, EventKind::Movement, document::Category::Other, 2);  // "reached the outskirts of Gori"
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
    static constexpr WordSet kSorts{"trial", "commercial", "full", "regular", "test", "experimental", "permanent"};
    const bool in_service = kService.contains(second) || (kSorts.contains(second) && kService.contains(f_.word(v.end + 2)));
    if (base == "put" && after == "into" && in_service) return is(EventKind::Opening, Category::Other, 3);
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

void take_noun_sense(const SentenceFacts& facts, Frame& frame) { SenseReader(facts).take_noun_sense(frame); }

void take_object_sense(const SentenceFacts& facts, const VerbGroup& verb, Frame& frame) {
    SenseReader(facts).take_object_sense(verb, frame);
}

}  // namespace dateline::extract
