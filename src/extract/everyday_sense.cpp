#include "extract/lexicon.h"
#include "extract/sense_reader.h"

// Verbs of every day, whose objects, subjects and particles say what was done.
namespace dateline::extract {

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
    static constexpr WordSet kReports{"video",      "videos",      "footage",   "statement",  "report",      "figures",  "data",   "list",
                                      "photograph", "photographs", "results",   "audio",      "information", "details",  "survey", "study",
                                      "estimates",  "document",    "documents", "guidelines", "transcript",  "findings", "images"};
    static constexpr WordSet kFitted{"unit",        "units",        "turbine",     "turbines",   "panel",   "panels",    "system",
                                     "systems",     "equipment",    "camera",      "cameras",    "meter",   "meters",    "sensor",
                                     "sensors",     "compressor",   "compressors", "pump",       "pumps",   "generator", "generators",
                                     "transformer", "transformers", "cable",       "cables",     "pipes",   "pipe",      "bridge",
                                     "track",       "tracks",       "signals",     "signalling", "barrier", "barriers",  "fence",
                                     "checkpoint",  "checkpoints",  "radar",       "radars",     "reactor", "crane",     "cranes",
                                     "boiler",      "software",     "antenna",     "lights",     "battery", "batteries"};
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
    else if (base == "install" && f_.word(v.end) != "as" && holds(kFitted))
        tell(frame, EventKind::Construction, document::Category::Other, 2);  // "The turbines were installed"
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

}  // namespace dateline::extract
