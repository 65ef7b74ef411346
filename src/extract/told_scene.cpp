#include "extract/told_scene.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/temporal_moment.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

constexpr std::uint32_t kMostSentences = 3;
constexpr std::int64_t kSoon = 10, kOfDeed = 45, kSameYear = 200,
                       kOfWorks = 400;  ///< days within which what is told is of the deed before it

bool is_spot(PlacePrecision precision) {
    return precision == PlacePrecision::Exact || precision == PlacePrecision::Settlement || precision == PlacePrecision::District ||
           precision == PlacePrecision::Corridor;
}

/// What is done with hands, where those who do it stand.
bool is_bodily(EventKind kind) {
    switch (kind) {
        case EventKind::Opening:
        case EventKind::Closing:
        case EventKind::Construction:
        case EventKind::Attack:
        case EventKind::Combat:
        case EventKind::Incident:
        case EventKind::Disaster:
        case EventKind::Arrest:
        case EventKind::Discovery:
        case EventKind::Protest:
        case EventKind::Aid:
        case EventKind::Movement: return true;
        default: return false;
    }
}

/// What is done at a desk, or by people who may be anywhere.
bool is_done_from_afar(const Frame& frame) {
    switch (frame.kind) {
        case EventKind::Assertion:
        case EventKind::Decision:
        case EventKind::Appointment:
        case EventKind::Recognition:
        case EventKind::Negotiation:
        case EventKind::Meeting:
        case EventKind::Visit:
        case EventKind::Trade:
        case EventKind::Investment:
        case EventKind::Signing:
        case EventKind::Election: return true;
        default: return (frame.sense.use & (kSays | kAnnounces)) != 0;
    }
}

/// Those who act for others, wherever they sit, and what is only written or reckoned.
bool is_nowhere(const SentenceFacts& f, std::uint32_t noun) {
    static constexpr WordSet kBodies{
        "company",    "companies",  "government",     "governments", "ministry", "ministries", "union",     "unions",       "bank",
        "banks",      "party",      "parties",        "firm",        "firms",    "operator",   "operators", "organisation", "organization",
        "agencies",   "group",      "groups",         "bloc",        "alliance", "country",    "countries", "states",       "regime",
        "opposition", "leadership", "leaders",        "side",        "sides",    "bodies",     "two",       "three",        "team",
        "fund",       "authority",  "administration", "management",  "board",    "service",    "office",    "institute",    "investors",
        "investor",   "partners",   "owners",         "owner",       "lenders",  "charity",    "charities", "network",      "networks",
        "media",      "paper",      "newspaper",      "capital",     "region",   "province",   "district",  "world",        "west",
        "east",       "north",      "south",          "nation",      "economy",  "industry",   "sector",    "market",       "markets",
        "public"};
    static constexpr WordSet kMatters{
        "law",     "laws",      "bill",      "rule",      "rules",      "decree",   "ban",     "bans",       "sanctions", "embargo",
        "tariff",  "tariffs",   "tax",       "taxes",     "price",      "prices",   "loan",    "loans",      "money",     "deal",
        "pact",    "accord",    "contract",  "contracts", "tender",     "licence",  "license", "concession", "policy",    "plan",
        "plans",   "programme", "program",   "decision",  "measure",    "measures", "mandate", "ruling",     "verdict",   "currency",
        "budget",  "debt",      "aid",       "funds",     "funding",    "exports",  "imports", "figure",     "figures",   "number",
        "numbers", "rate",      "rates",     "toll",      "case",       "appeal",   "trial",   "sentence",   "war",       "conflict",
        "crisis",  "election",  "elections", "vote",      "campaign",   "process",  "mission", "missions",   "truce",     "ceasefire",
        "peace",   "relations", "scheme",    "project",   "projects",   "season",   "year",    "month",      "week",      "day",
        "story",   "film",      "book",      "idea",      "question",   "matter",   "issue",   "text",       "list",      "name",
        "title",   "system",    "offensive", "operation", "operations", "drought",  "famine",  "epidemic",   "outbreak",  "pandemic"};
    const std::string_view word = f.word(noun);
    return f.has(noun, kTitle | kStateBody) || kBodies.contains(word) || kMatters.contains(word) ||
           (f.noun(noun).known && f.noun(noun).paper);
}

/// The noun that some words begin with, before what hangs on it: "the | grounded | tanker | of the line"; 0 for none.
std::uint32_t head_noun(const SentenceFacts& f, TokenRange words) {
    std::uint32_t last = 0;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const Token& t = f.token(i);
        if (t.kind == TokenKind::Number) continue;
        if (t.kind != TokenKind::Word || is_preposition(f.text, i) || f.has(i, kConjunction)) break;
        if (t.possessive && i > words.begin) return 0;  // "the town's wall": of another
        if (f.has(i, kFunction) || t.letter_case != Case::Lower) continue;
        if (last != 0 && f.verb(i).known && f.verb(i).form != VerbForm::Base && !f.verb(i).noun_too) break;  // "the tanker | stranded"
        last = i;
    }
    return last;
}

/// "tankers", "tanker": alike but for the number.
bool is_same_noun(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.starts_with(a) && (b.size() == a.size() || (b.size() == a.size() + 1 && b.back() == 's'));
}

bool names_place(const SentenceFacts& f) {
    return std::any_of(f.mentions.begin(), f.mentions.end(), [](const Mention& m) {
        return !m.adjective && (m.role == PlaceRole::Location || m.role == PlaceRole::Destination);
    });
}

/// "the new refinery", "the other bridge"
bool is_another(const SentenceFacts& f, TokenRange words) {
    static constexpr WordSet kOther{"new",    "other",        "next",        "another", "former",
                                    "nearby", "neighbouring", "neighboring", "rival",   "sister"};
    for (std::uint32_t i = words.begin; i < words.end; ++i)
        if (kOther.contains(f.word(i))) return true;
    return false;
}

/// How a subject goes back to what was told.
enum class Back : std::uint8_t { No, Pronoun, Definite, Counted, Bare };
Back goes_back(const SentenceFacts& f, TokenRange subject) {
    static constexpr WordSet kDefinite{"the", "its", "their", "these", "those", "this", "that"};
    static constexpr WordSet kCounted{"others", "another", "both", "most", "some", "all", "many", "several"};
    if (subject.begin >= subject.end) return Back::No;
    const std::string_view first = f.word(subject.begin);
    if (subject.end == subject.begin + 1 && (first == "it" || first == "they")) return Back::Pronoun;
    for (std::uint32_t i = subject.begin + 1; i < subject.end; ++i)
        if (f.token(i).capitalised()) return Back::No;  // "the Finnish owner", "the port of X"
    constexpr std::uint32_t few = 2;
    const std::string_view last = f.word(subject.end - 1);
    const bool further = subject.begin + 1 < subject.end && (first == "a" || first == "another") &&
                         (temporal::look_up(f.word(subject.begin + 1)).classes & temporal::kOrdinal) != 0;  // "A second unit"
    if (further) return Back::Counted;
    const bool counts = (temporal::look_up(last).classes & (temporal::kCardinal | temporal::kOrdinal)) != 0 &&
                        subject.end - subject.begin <= few;  // "a fifth"
    if (last == "them" || last == "more" || last == "one" || last == "ones" || counts ||
        (kCounted.contains(first) && subject.end == subject.begin + 1))
        return Back::Counted;
    if (kDefinite.contains(first)) return Back::Definite;
    const bool opens = subject.begin == f.sentence.first_token || f.token(subject.begin).letter_case == Case::Lower;
    return subject.end == subject.begin + 1 && opens && !f.has(subject.begin, kFunction) && f.token(subject.begin).kind == TokenKind::Word
               ? Back::Bare
               : Back::No;
}

}  // namespace

bool ToldScene::is_told_thing(std::string_view noun) const {
    return std::any_of(things_.begin(), things_.end(), [&](const std::string& thing) { return is_same_noun(thing, noun); });
}

/// Whether a day lies about that of the last deed there: what is told of another year may have been elsewhere.
bool ToldScene::is_within(const std::optional<calendar::Edtf>& date, std::int64_t days) const {
    const auto day_of = [](const calendar::Edtf& e) {
        const calendar::Date& d = e.first() ? *e.first() : *e.last();
        return temporal::days_of(d.year, std::max<int>(d.month, 1), std::max<int>(d.day, 1));
    };
    if (!date || !date_ || (!date->first() && !date->last()) || (!date_->first() && !date_->last())) return false;
    if (date->precision() < calendar::Precision::Month) return false;
    const std::int64_t apart = day_of(*date) - day_of(*date_);
    return -days <= apart && apart <= days;
}

/// All things that some words name: of "fell on | a barge of | amber" both.
void ToldScene::learn(const SentenceFacts& f, TokenRange words) {
    constexpr std::size_t most = 12;
    for (std::uint32_t begin = words.begin; begin < words.end; ++begin) {
        const bool opens = begin == words.begin || is_preposition(f.text, begin - 1) || f.has(begin, kArticle);
        const std::uint32_t noun = opens ? head_noun(f, {begin, words.end}) : 0;
        if (noun == 0) continue;
        if (!is_nowhere(f, noun) && !is_told_thing(f.word(noun)) && things_.size() < most) things_.emplace_back(f.word(noun));
        begin = noun;
    }
}

bool ToldScene::is_at_works() const {
    return std::any_of(things_.begin(), things_.end(), [](const std::string& thing) { return facts_of(thing).works; });
}

void ToldScene::tell(const SentenceFacts& f, const Frame& frame, const PlaceChoice& place, const std::optional<calendar::Edtf>& date) {
    const bool opens = f.sentence.block != block_ || !place_;
    const bool framed = opens && place.basis == PlaceBasis::Explicit && place.span.begin >= f.sentence.span.begin &&
                        place.span.end > place.span.begin && f.clauses.fronted_end > f.sentence.first_token &&
                        place.span.end <= f.token(f.clauses.fronted_end).first;  // "In X, …" at the head of a paragraph
    if (!place || !is_spot(place.precision) || (is_done_from_afar(frame) && !framed) || frame.listed) return;
    const bool same = place_ && place.id == place_.id && block_ == f.sentence.block;
    if (!same && told_now_ && bodily_ && !is_bodily(frame.kind)) return;
    if (!same) {
        place_ = place;
        place_.basis = PlaceBasis::Inferred;
        place_.reason = "where the sentences before it take place";
        place_.span = {};
        things_.clear();
        framed_ = framed;
        block_ = f.sentence.block;
        const std::int64_t row = gazetteer_.index_of(place.id);
        country_ = row < 0 ? std::string{} : std::string(gazetteer_.place(static_cast<std::uint32_t>(row)).country);
    }
    told_now_ = true;
    sentences_ago_ = 0;
    bodily_ = is_bodily(frame.kind);
    harm_ = frame.kind == EventKind::Attack || frame.kind == EventKind::Combat || frame.kind == EventKind::Incident ||
            frame.kind == EventKind::Disaster;
    date_ = date;
    kind_ = frame.kind;
    learn(f, frame.subject);
    if (!frame.noun) learn(f, frame.rest);
}

void ToldScene::end_sentence(const SentenceFacts& f) {
    if (!place_) return;
    if (!told_now_ && names_place(f)) forget();
    told_now_ = false;
    ++sentences_ago_;
}

/// "Flights resumed", "Construction began": of what was told there, or at the works that were.
bool ToldScene::goes_on_bare(const SentenceFacts& f, const Frame& frame) const {
    static constexpr WordSet kAtWorks{"construction", "work",     "works",   "repairs",    "production", "operations",
                                      "traffic",      "services", "flights", "rebuilding", "dredging",   "drilling"};
    static constexpr WordSet kAgain{"resume",  "restart",   "reopen", "continue", "stop",   "halt",
                                    "suspend", "interrupt", "begin",  "start",    "finish", "complete"};
    const std::string_view noun = f.word(frame.subject.begin);
    static constexpr WordSet kWays{"pipeline", "line", "road", "railway", "highway", "section", "cable"};
    if (kAtWorks.contains(noun) && std::any_of(things_.begin(), things_.end(),
                                               [](const std::string& thing) { return facts_of(thing).works || kWays.contains(thing); }))
        return true;
    return kAgain.contains(frame.sense.base) && is_told_thing(noun);
}

/// "The port | handled", "The port's fuel terminal | was shut": works that a town has.
bool is_town_works(const SentenceFacts& f, TokenRange subject) {
    static constexpr WordSet kOfTowns{"port",    "harbour",   "harbor",   "airport", "hospital", "station", "prison",
                                      "jail",    "reservoir", "refinery", "quay",    "terminal", "power",   "plant",
                                      "stadium", "cathedral", "school",   "bridge",  "dam"};
    if (f.word(subject.begin) != "the") return false;
    for (std::uint32_t i = subject.begin + 1; i < subject.end; ++i) {
        if (f.token(i).capitalised() || is_preposition(f.text, i)) return false;
        if (!kOfTowns.contains(f.word(i))) continue;
        return i + 1 == subject.end || f.token(i).possessive;
    }
    return false;
}

/// "three bodies", "12 survivors": those whom a harm that was told has hurt.
bool is_count_of_victims(const SentenceFacts& f, TokenRange subject) {
    static constexpr WordSet kVictims{"bodies",  "body",      "survivors", "victims", "people", "passengers", "residents", "miners",
                                      "workers", "villagers", "suspects",  "arrests", "houses", "wounded",    "injured",   "dead"};
    if (subject.end > subject.begin + 3 || subject.begin >= subject.end) return false;
    const bool counted = f.token(subject.begin).kind == TokenKind::Number ||
                         (temporal::look_up(f.word(subject.begin)).classes & temporal::kCardinal) != 0 || f.word(subject.begin) == "the";
    return counted && kVictims.contains(f.word(subject.end - 1));
}

/// "ran aground off | the quay", "At | the airport, goods were held": of a town that was told of just before.
bool ToldScene::is_at_part(const SentenceFacts& f, const Frame& frame) const {
    static constexpr WordSet kThere{"at", "in", "inside", "near", "outside", "off", "from", "into", "through"};
    static constexpr WordSet kAnywhere{"embassy", "consulate", "university", "headquarters", "memorial", "exhibition",
                                       "fair",    "festival",  "tournament", "expo",         "post",     "site",
                                       "island",  "field",     "base",       "station"};
    for (std::uint32_t i = f.sentence.first_token; i + 2 < f.sentence.end_token; ++i) {
        if (f.word(i + 1) != "the" || !kThere.contains(f.word(i)) || !(frame.rest.contains(i) || i < f.clauses.fronted_end)) continue;
        const std::uint32_t noun = head_noun(f, {i + 2, std::min(i + 5, f.sentence.end_token)});
        if (noun == 0 || !f.token(noun).facts->works || kAnywhere.contains(f.word(noun)) || f.word(noun + 1) == "of" ||
            f.token(noun + 1).capitalised() || is_another(f, {i + 1, noun}))
            continue;
        if (!is_told_thing(f.word(noun))) return true;
    }
    return false;
}

/// "The wreck was cleared", "Its first unit was damaged", "The mine's first shipment": of what the deed there was done with or to, or a part of it.
bool ToldScene::goes_on_about_thing(const SentenceFacts& f, const Frame& frame, TokenRange subject,
                                    const std::optional<calendar::Edtf>& date) const {
    const bool at_works = is_at_works();
    const bool owned = subject.begin + 2 < subject.end && f.token(subject.begin + 1).possessive && f.word(subject.begin) == "the" &&
                       is_told_thing(f.word(subject.begin + 1));  // "The mine's first shipment"
    if (owned) return sentences_ago_ <= 1;
    const std::uint32_t noun = head_noun(f, subject);
    if (noun == 0 || is_nowhere(f, noun)) return false;
    const bool same_happening =
        f.noun(noun).known && f.noun(noun).kind == kind_ && bodily_ && sentences_ago_ <= 1;  // "miners walked out. | The strike ended"
    if (same_happening) return true;
    const bool told = is_told_thing(f.word(noun));
    if (is_another(f, {frame.subject.begin, noun}) || (told && f.token(noun).facts->works)) return false;  // of works NounPlaces knows more
    if (told || f.word(frame.subject.begin + 1) == "same") return told;
    const bool part = at_works && f.word(frame.subject.begin) == "its";          // "Its first unit was damaged in May"
    const bool such = noun > frame.subject.begin && f.word(noun - 1) == "such";  // "The last such closure"
    if (such) return sentences_ago_ <= 1 && bodily_;
    if (!bodily_ || f.noun(noun).known || (!part && !is_within(date, at_works ? kOfWorks : kOfDeed))) return false;
    const bool near = sentences_ago_ <= 1 || (sentences_ago_ == 2 && frame.passive);
    const std::uint32_t after = frame.verb.end;
    const bool alone = after >= f.sentence.end_token || f.token(after).kind == TokenKind::Mark || is_preposition(f.text, after) ||
                       is_adverb(f.text, after) ||
                       std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(after); });
    const bool bodily = is_bodily(frame.kind),
               done = bodily ||
                      (frame.kind == EventKind::Plain &&
                       (frame.passive || (harm_ && alone && is_within(date, kSoon))));  // "The wreck was cleared", "The wreck still burned"
    return near && done && (frame.passive || harm_ || frame.kind == EventKind::Opening || frame.kind == EventKind::Closing);
}

const PlaceChoice* ToldScene::goes_on(const SentenceFacts& f, const Frame& frame, const std::optional<calendar::Edtf>& date) const {
    if (!place_ || block_ != f.sentence.block || sentences_ago_ > kMostSentences || frame.noun) return nullptr;
    // "The barge was raised": a verb of many uses, of a thing that lies there
    const bool of_thing = frame.passive && frame.kind == EventKind::Decision && (frame.sense.use & (kSays | kAnnounces)) == 0;
    if (is_done_from_afar(frame) && !of_thing) return nullptr;
    const TokenRange whole{
        std::min(frame.subject.begin, frame.verb.begin),
        std::max({frame.subject.end, frame.verb.end, frame.rest.end})};  // with what is told aside: "The strike that began in Y | ended"
    const auto of_frame = [&](std::uint32_t at) { return whole.contains(at) || frame.clause.contains(at) || at < f.clauses.fronted_end; };
    for (const Mention& m : f.mentions) {
        if (!of_frame(m.first_token)) continue;
        if (!m.adjective) return nullptr;
        if (m.place < 0 || gazetteer_.place(static_cast<std::uint32_t>(m.place)).country != country_)
            return nullptr;  // "Dutch divers": perhaps at home
    }
    // "In The Hague, judges will … | The former commander was convicted on 6 October"
    const bool judged = framed_ && frame.kind == EventKind::Arrest && frame.modality == Modality::Happened && sentences_ago_ <= 1 &&
                        f.word(frame.subject.begin) == "the";
    if (judged) return &place_;
    for (const ActorMention& a : f.actors)
        if (frame.subject.contains(a.tokens.begin)) return nullptr;
    TokenRange subject = frame.subject;  // "Construction | , begun in 2021"
    for (std::uint32_t i = subject.begin; i < subject.end; ++i)
        if (f.token(i).is(',')) subject.end = i;
    const Back back = goes_back(f, subject);
    if (of_thing && (back != Back::Definite || !is_told_thing(f.word(head_noun(f, subject))))) return nullptr;
    if (frame.speaker.begin < frame.speaker.end && back != Back::Definite) return nullptr;
    const bool bodily = is_bodily(frame.kind);
    const bool settled = place_.precision != PlacePrecision::Corridor;
    const bool close = sentences_ago_ <= 1 && bodily_ && settled && is_within(date, is_at_works() ? kOfWorks : kOfDeed);
    if (close && (bodily || frame.kind == EventKind::Plain) && frame.modality == Modality::Happened && is_at_part(f, frame)) return &place_;
    if (sentences_ago_ <= 1 && settled && is_within(date, kSameYear) && frame.modality == Modality::Happened && is_town_works(f, subject) &&
        !is_told_thing(f.word(subject.end - 1)))
        return &place_;
    if (close && harm_ && frame.modality == Modality::Happened && is_within(date, kSoon) && is_count_of_victims(f, subject)) return &place_;
    if (back == Back::No) return nullptr;
    if (back == Back::Pronoun)
        return sentences_ago_ <= 1 && bodily_ && (bodily || (frame.kind == EventKind::Plain && frame.passive)) ? &place_ : nullptr;
    if (back == Back::Counted) return sentences_ago_ <= 1 && !things_.empty() ? &place_ : nullptr;
    if (back == Back::Bare) return sentences_ago_ <= 1 && goes_on_bare(f, frame) ? &place_ : nullptr;
    return goes_on_about_thing(f, frame, subject, date) ? &place_ : nullptr;
}

}  // namespace dateline::extract
