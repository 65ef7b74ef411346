#include "extract/cause_sense.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <optional>

namespace dateline::extract {
namespace {

using document::Category;

constexpr WordSet kForces{
    "earthquake", "quake",     "storm",     "hurricane", "cyclone",   "typhoon",    "tornado",    "earthquakes", "storms",     "hurricanes",
    "tornadoes",  "cyclones",  "typhoons",  "winds",     "gales",     "rain",       "rains",      "rainfall",    "twister",    "twisters",
    "flood",      "floods",    "flooding",  "blizzard",  "landslide", "landslides", "tsunami",    "wildfire",    "wildfires",  "avalanche",
    "collapse",   "blaze",     "mudslide",  "mudslides", "heatwave",  "mudflow",    "mudflows",   "avalanches",  "lightning",  "heat",
    "hail",       "hailstorm", "snowstorm", "sandstorm", "drought",   "frost",      "aftershock", "aftershocks", "floodwaters"};
constexpr WordSet kIllnesses{"cholera",    "ebola",   "measles",    "malaria",  "covid",        "coronavirus", "polio",
                             "dengue",     "typhoid", "influenza",  "flu",      "plague",       "mpox",        "diphtheria",
                             "meningitis", "virus",   "disease",    "epidemic", "pandemic",     "smallpox",    "dysentery",
                             "hunger",     "famine",  "starvation", "fever",    "tuberculosis", "anthrax",     "rabies"};
constexpr WordSet kTraffic{"car",      "cars",     "bus",       "buses",    "lorry",      "lorries",    "truck",        "trucks",
                           "van",      "vans",     "train",     "trains",   "tram",       "motorcycle", "motorcyclist", "motorbike",
                           "motorist", "driver",   "vehicle",   "vehicles", "taxi",       "minibus",    "coach",        "tractor",
                           "plane",    "aircraft", "airliner",  "jet",      "helicopter", "ship",       "vessel",       "boat",
                           "ferry",    "tanker",   "freighter", "barge",    "yacht",      "bicycle",    "cyclist",      "trawler",
                           "canoe",    "dinghy",   "road",      "rail",     "railway",    "traffic"};
constexpr WordSet kMishaps{"stampede", "crush", "leak", "spill", "poisoning"};
constexpr WordSet kFailures{"recession", "crisis", "inflation", "shortage", "shortages", "slump", "downturn"};
constexpr WordSet kPowerCuts{"outage", "outages", "blackout", "blackouts", "cut", "cuts"};
constexpr WordSet kStaff{"workers", "teachers",  "nurses",      "doctors",      "drivers",   "miners",      "dockworkers",
                         "staff",   "employees", "pilots",      "dockers",      "lecturers", "unions",      "union",
                         "farmers", "lawyers",   "journalists", "firefighters", "engineers", "controllers", "physicians",
                         "crews",   "porters",   "conductors",  "truckers",     "judges",    "students"};
constexpr WordSet kExplosives{"mine", "mines", "landmine", "landmines", "bomb", "ied", "explosive", "explosives"};

struct Cause {
    EventKind kind;
    Category category;
};

class CauseReader {
  public:
    CauseReader(const SentenceFacts& facts, const VerbGroup& verb) : f_(facts), v_(verb), end_(facts.sentence.end_token) {}

    bool take(Frame& frame) const;

  private:
    bool reaches_figure(TokenRange subject) const;
    bool is_date(std::uint32_t i) const {
        return std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    }
    bool ends_phrase(std::uint32_t i) const {
        return i >= end_ || f_.token(i).kind == TokenKind::Mark || is_preposition(f_.text, i) || is_date(i);
    }
    bool takes_lives() const;
    bool is_wreck(TokenRange subject) const;
    std::optional<Cause> cause_in(TokenRange phrase) const;
    std::optional<Cause> cause_behind(TokenRange rest) const;
    std::optional<Cause> cause_when(std::uint32_t from) const;
    template <class Words>
    bool object_holds(std::uint32_t from, const Words& words) const {
        constexpr std::uint32_t reach = 5;
        for (std::uint32_t i = from; i < std::min(from + reach, end_) && f_.token(i).kind != TokenKind::Mark; ++i)
            if (words.contains(f_.word(i))) return true;
        return false;
    }
    bool place_follows() const {
        return std::any_of(f_.mentions.begin(), f_.mentions.end(),
                           [&](const Mention& m) { return m.first_token == v_.end && m.place >= 0 && !m.adjective; });
    }

    const SentenceFacts& f_;
    const VerbGroup& v_;
    std::uint32_t end_;
};

/// The end of what a phrase names, with "of": "a wave of heat | in the north".
std::uint32_t name_end(const SentenceFacts& f, TokenRange phrase) {
    std::uint32_t i = phrase.begin;
    while (i < phrase.end && f.token(i).kind != TokenKind::Mark && (!is_preposition(f.text, i) || f.word(i) == "of")) ++i;
    return i;
}

/// What a phrase says did it; nothing where that is somebody, or no harm that happens by itself.
std::optional<Cause> CauseReader::cause_in(TokenRange phrase) const {
    const std::uint32_t end = name_end(f_, phrase);
    std::uint32_t head = phrase.begin;
    bool traffic = false;
    const NounSense* happening = nullptr;
    for (std::uint32_t i = phrase.begin; i < end; ++i) {
        if (kForces.contains(f_.word(i)) || kIllnesses.contains(f_.word(i))) return Cause{EventKind::Disaster, Category::Society};
        traffic = traffic || kTraffic.contains(f_.word(i));
        if (happening_at(f_, i).known) happening = &happening_at(f_, i);
        if (f_.word(i) == "of") break;  // the driver | of the truck
        head = i;
    }
    for (std::uint32_t i = head; i < end; ++i)  // "an outbreak of cholera"
        if (kForces.contains(f_.word(i)) || kIllnesses.contains(f_.word(i))) return Cause{EventKind::Disaster, Category::Society};
    if (head >= end) return {};
    if (kTraffic.contains(f_.word(head))) return Cause{EventKind::Incident, Category::Transport};
    if (kMishaps.contains(f_.word(head))) return Cause{EventKind::Incident, Category::Society};
    if (kFailures.contains(f_.word(head))) return Cause{EventKind::Incident, Category::Economy};
    const bool power = f_.word(head).size() > 4 ||
                       (head > phrase.begin && (f_.word(head - 1) == "power" || f_.word(head - 1) == "electricity"));  // no pay cut
    if (kPowerCuts.contains(f_.word(head)) && power) return Cause{EventKind::Incident, Category::Energy};
    if (!happening ||
        (happening->kind != EventKind::Incident && happening->kind != EventKind::Disaster && happening->kind != EventKind::Protest))
        return {};
    return Cause{happening->kind, traffic && happening->kind == EventKind::Incident ? Category::Transport : happening->category};
}

/// "killed when | a bus fell into a ravine", "a stand collapsed"; not "a drone hit a bus", "their car was ambushed".
std::optional<Cause> CauseReader::cause_when(std::uint32_t from) const {
    const auto told = std::find_if(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                   [&](const VerbGroup& g) { return g.first >= from && g.mode == VerbGroup::Mode::Finite; });
    if (told == f_.clauses.verbs.end()) return {};
    const bool harms = told->sense.kind == EventKind::Attack || told->sense.kind == EventKind::Combat;
    const bool explodes = told->sense.base == "explode" || told->sense.base == "detonate" || told->sense.base == "blow";
    if ((harms && told->passive) || explodes || object_holds(told->end, kExplosives)) return {};
    if (const auto cause = cause_in({from, told->first})) return cause;
    if (told->sense.kind == EventKind::Incident && !told->passive) return Cause{EventKind::Incident, Category::Society};
    return {};
}

/// "killed | in a bus crash", "by a landslide", "when a boat capsized": the first that says what did it.
std::optional<Cause> CauseReader::cause_behind(TokenRange rest) const {
    for (std::uint32_t i = rest.begin; i < rest.end; ++i) {
        if (f_.token(i).is(';')) return {};
        const std::string_view w = f_.word(i);
        if (w == "when" || w == "after" || w == "as") return cause_when(i + 1);
        if (w != "by" && w != "in" && w != "from") continue;
        if (is_date(i + 1)) continue;
        const TokenRange phrase{i + 1, rest.end};
        if (const auto cause = cause_in(phrase)) return cause->kind == EventKind::Protest ? std::optional<Cause>{} : cause;
        for (std::uint32_t k = phrase.begin; k < name_end(f_, phrase); ++k)
            if (happening_at(f_, k).known || w == "by") return {};  // "in an attack", "by gunmen"
    }
    return {};
}

/// "hit | 13 to the dollar", "hit | a record low", "hit | 40 per cent"; not "hit 13 targets".
bool CauseReader::reaches_figure(TokenRange subject) const {
    static constexpr WordSet kMarks{"record", "low", "lows", "high", "highs", "peak", "trough", "bottom"};
    static constexpr WordSet kLevels{"highest", "lowest", "level", "levels"};
    static constexpr WordSet kUnits{"per", "percent", "degrees", "dollars", "euros", "points", "kilometres", "mph"};
    if (v_.passive || v_.sense.base != "hit") return false;
    std::uint32_t i = v_.end;
    if (i + 1 < end_ && f_.token(i).kind == TokenKind::Mark && (f_.token(i).is('$') || f_.token(i + 1).kind == TokenKind::Number))
        return !f_.token(i).is(',') && !f_.token(i).is('(');
    if (i < end_ && f_.token(i).kind == TokenKind::Number && !is_date(i)) {
        do ++i;
        while (f_.word(i) == "million" || f_.word(i) == "billion" || f_.word(i) == "trillion");
        return names_measure(f_, subject) || ends_phrase(i) || f_.has(i, kArticle) || kUnits.contains(f_.word(i));
    }
    for (constexpr std::uint32_t reach = 5; i < std::min(v_.end + reach, end_) && !ends_phrase(i); ++i)
        if (kLevels.contains(f_.word(i)) || (kMarks.contains(f_.word(i)) && ends_phrase(i + 1))) return true;
    return false;
}

/// "claimed | 12 lives"
bool CauseReader::takes_lives() const {
    static constexpr WordSet kLives{"life", "lives"};
    return v_.sense.base == "claim" && !v_.passive && object_holds(v_.end, kLives);
}

/// "The ferry | sank off Zanzibar"; not "The tanker sank after an attack".
bool CauseReader::is_wreck(TokenRange subject) const {
    static constexpr WordSet kWrecks{"crash", "collide", "derail", "capsize", "sink", "overturn"};
    if (v_.passive || !kWrecks.contains(v_.sense.base)) return false;
    const auto cause = cause_in(subject);
    if (!cause || cause->category != Category::Transport || object_holds(v_.end, kExplosives)) return false;
    return std::none_of(f_.text.tokens.begin() + f_.sentence.first_token, f_.text.tokens.begin() + end_, [](const Token& t) {
        const EventKind verb = t.facts->verb->kind, noun = t.facts->noun->kind;
        return verb == EventKind::Attack || noun == EventKind::Attack || noun == EventKind::Combat;
    });
}

bool CauseReader::take(Frame& frame) const {
    static constexpr WordSet kHits{"strike", "hit",   "kill", "injure", "wound", "destroy", "damage", "flatten", "batter",    "ravage",
                                   "level",  "shake", "rock", "sweep",  "jolt",  "bury",    "drown",  "lash",    "devastate", "ram"};
    const auto tell = [&](EventKind kind, Category category, std::uint8_t strength) {
        frame.kind = frame.sense.kind = kind;
        frame.category = category;
        frame.strength = strength;
        return true;
    };
    const std::string_view base = v_.sense.base;
    const TokenRange subject = frame.subject;
    if (reaches_figure(subject))
        return tell(EventKind::Figure, object_holds(v_.end, WordSet{"degrees"}) ? Category::Other : Category::Economy, 2);
    if (takes_lives()) {
        const auto cause = cause_in(subject);
        frame.sense.use = 0;
        if (subject.end == subject.begin + 1 && f_.has(subject.begin, kFunction))
            return tell(EventKind::Incident, Category::Society, 2);  // "It | claimed 12 lives"
        return cause                                                ? tell(cause->kind, cause->category, 3)
               : f_.noun(subject.end - 1).kind == EventKind::Attack ? tell(EventKind::Attack, Category::Security, 3)
                                                                    : tell(EventKind::Incident, Category::Society, 3);
    }
    if (is_wreck(subject)) return tell(EventKind::Incident, Category::Transport, 3);
    static constexpr WordSet kOver{"over", "for", "against"};
    const std::uint32_t head = name_end(f_, subject);
    const auto is_staff = [&] {
        return std::any_of(f_.text.tokens.begin() + subject.begin, f_.text.tokens.begin() + head,
                           [&](const Token& t) { return kStaff.contains(f_.text.folded(t)); });
    };
    if (!v_.passive && f_.word(v_.head) == "walked" && f_.word(v_.end) == "out" && is_staff())
        return tell(EventKind::Protest, Category::Society, 3);  // "Dockers | walked out"
    const bool dies = base == "die" || base == "perish";        // "died | when a minibus plunged into the Nile"
    if (!kHits.contains(base) && !dies) return false;
    if (v_.passive || dies) {
        const auto cause = cause_behind({v_.end, std::max(v_.end, frame.rest.end)});
        return cause && tell(cause->kind, cause->category, std::max<std::uint8_t>(frame.strength, 2));
    }
    if (base == "strike" && kOver.contains(f_.word(v_.end)) && is_staff())
        return tell(EventKind::Protest, Category::Society, 3);                            // "Doctors | struck over pay"
    if (names_measure(f_, subject)) return tell(EventKind::Plain, Category::Economy, 2);  // "Bread prices hit households"
    const auto cause = cause_in(subject);
    if (!cause) return false;
    if (cause->category == Category::Transport && object_holds(v_.end, kExplosives))
        return tell(EventKind::Incident, Category::Security, 3);                                // "A truck hit a mine"
    if (cause->kind == EventKind::Disaster && place_follows()) frame.sense.use = kObjectPlace;  // "an earthquake struck Haiti"
    return tell(cause->kind, cause->category, std::max<std::uint8_t>(frame.strength, cause->kind == EventKind::Disaster ? 3 : 2));
}

/// "a strike | by teachers", "the general | strike", "the strike | over pay"
bool is_walkout(const SentenceFacts& f, std::uint32_t i) {
    static constexpr WordSet kKinds{"general", "hunger",  "rail",       "railway",   "port",  "dock",   "bus",
                                    "pay",     "wildcat", "solidarity", "transport", "metro", "school", "student"};
    static constexpr WordSet kCauses{"pay", "wages", "salaries", "conditions", "pensions", "jobs"};
    if (f.word(i) != "strike" && f.word(i) != "strikes") return false;
    if (i > f.sentence.first_token && (kKinds.contains(f.word(i - 1)) || kStaff.contains(f.word(i - 1)))) return true;
    if (f.word(i + 1) == "over") return kCauses.contains(f.word(i + 2)) || kCauses.contains(f.word(i + 3));
    if (f.word(i + 1) != "by") return false;
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t k = i + 2;
         k < std::min(i + reach, f.sentence.end_token) && f.token(k).kind == TokenKind::Word && !is_preposition(f.text, k); ++k)
        if (kStaff.contains(f.word(k))) return true;
    return false;
}

}  // namespace

const NounSense& happening_at(const SentenceFacts& f, std::uint32_t i) {
    static constexpr WordSet kWrecks{"crash", "crashes", "accident", "accidents", "collision", "derailment", "sinking"};
    static constexpr NounSense kOfTraffic{EventKind::Incident, Category::Transport, 3, false, true};
    static constexpr WordSet kTests{"run",    "runs",  "operation", "operations", "flight", "flights", "production", "service",
                                    "period", "phase", "basis",     "voyage",     "train",  "trains",  "shipment"};
    static constexpr NounSense kTest{EventKind::Opening, Category::Other, 2, false, true};
    const NounSense& said = f.noun(i);
    if (said.kind == EventKind::Arrest && f.word(i) == "trial" && kTests.contains(f.word(i + 1))) return kTest;  // "a trial run"
    if (said.kind == EventKind::Incident && kWrecks.contains(f.word(i)) && i > f.sentence.first_token && kTraffic.contains(f.word(i - 1)))
        return kOfTraffic;  // "a bus crash"
    return said.kind == EventKind::Attack && is_walkout(f, i) ? noun_sense("protest") : said;
}

bool names_illness(const SentenceFacts& f, TokenRange phrase) {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (kIllnesses.contains(f.word(i))) return true;
    return false;
}

bool names_measure(const SentenceFacts& f, TokenRange phrase) {
    static constexpr WordSet kMeasured{"flows",    "traffic", "volume",     "volumes",  "deliveries", "shipments",    "freight",
                                       "turnover", "trade",   "production", "arrivals", "transit",    "stocks",       "shares",
                                       "prices",   "price",   "yields",     "sales",    "profit",     "profits",      "exports",
                                       "imports",  "index",   "dollar",     "currency", "inflation",  "unemployment", "revenue",
                                       "earnings", "rates",   "output",     "income",   "orders",     "temperatures"};
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (kMeasured.contains(f.word(i))) return true;
    return false;
}

bool take_cause_sense(const SentenceFacts& facts, const VerbGroup& verb, Frame& frame) { return CauseReader(facts, verb).take(frame); }

}  // namespace dateline::extract
