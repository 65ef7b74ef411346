#include "extract/noun_places.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

constexpr std::uint32_t kMostDescribed = 3;  ///< words between "the" and the noun

/// "The road reopened": of which the ends were told.
bool is_road(std::string_view word) {
    static constexpr WordSet kRoads{"road", "highway",  "motorway", "railway", "route",
                                    "line", "pipeline", "corridor", "section", "stretch"};
    return kRoads.contains(word);
}

/// "the plant", of a refinery: by what it may be called when it is told of again.
std::string_view more_general(std::string_view word) {
    struct Kind {
        std::string_view word, general;
    };
    static constexpr std::array<Kind, 27> kKinds{
        {{"refinery", "plant"},   {"smelter", "plant"},     {"factory", "plant"},    {"mill", "plant"},       {"steelworks", "plant"},
         {"reactor", "plant"},    {"crossing", "post"},     {"checkpoint", "post"},  {"roadblock", "post"},   {"outpost", "post"},
         {"airbase", "base"},     {"barracks", "base"},     {"garrison", "base"},    {"fort", "fortress"},    {"castle", "fortress"},
         {"citadel", "fortress"}, {"harbour", "port"},      {"harbor", "port"},      {"colliery", "mine"},    {"jail", "prison"},
         {"oilfield", "field"},   {"gasfield", "field"},    {"airfield", "airport"}, {"cathedral", "church"}, {"viaduct", "bridge"},
         {"overpass", "bridge"},  {"substation", "station"}}};
    const auto own = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.word == word; });
    return own == kKinds.end() ? std::string_view{} : own->general;
}

/// "the facility": of any works.
bool is_any_works(std::string_view word) { return word == "facility" || word == "site" || word == "complex" || word == "installation"; }

bool is_natural(std::string_view word) {
    static constexpr WordSet kNatural{"island", "islet",         "lake",         "volcano", "glacier", "strait", "valley", "peninsula",
                                      "suburb", "neighbourhood", "neighborhood", "enclave", "square",  "pass",   "canal"};
    return kNatural.contains(word);
}

bool harms(EventKind kind) { return kind == EventKind::Attack || kind == EventKind::Combat || kind == EventKind::Incident; }

/// "the blast": one blow, which is over where it fell; "the war" goes on elsewhere.
bool is_blow(const SentenceFacts& f, std::uint32_t i) {
    static constexpr WordSet kBlows{"attack", "raid",      "strike",    "airstrike", "assault",  "ambush",     "bombing",
                                    "blast",  "explosion", "shelling",  "battle",    "siege",    "clash",      "fire",
                                    "blaze",  "crash",     "collision", "shooting",  "massacre", "bombardment"};
    return kBlows.contains(f.word(i)) && f.noun(i).known && harms(f.noun(i).kind);
}

/// "the talks", "the summit": people come there for it.
bool gathers(const SentenceFacts& f, std::uint32_t i) {
    const NounSense& sense = f.noun(i);
    return sense.known && !sense.paper && (sense.kind == EventKind::Meeting || sense.kind == EventKind::Negotiation);
}

bool is_lower(const SentenceFacts& f, std::uint32_t i) {
    return f.token(i).kind == TokenKind::Word && f.token(i).letter_case == Case::Lower;
}

/// "the", "that" …, of something told before.
bool points_back(std::string_view word) { return word == "the" || word == "that" || word == "this"; }

bool is_of_date(const SentenceFacts& f, std::uint32_t i) {
    return std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
}

bool is_locative(std::string_view word) {
    static constexpr WordSet kWhere{"in", "at", "near", "outside", "inside", "off", "of", "on", "around", "from", "to", "for"};
    return kWhere.contains(word);
}

bool is_in_or_at(std::string_view word) { return word == "in" || word == "at" || word == "inside" || word == "near" || word == "outside"; }

/// What of a noun is said beside it: where it is, or that it is somewhere unknown.
struct Beside {
    const Mention* place = nullptr;
    bool elsewhere = false;
};

/// "the Adré | border post", "Heglig oil | field"
Beside named_before(const SentenceFacts& f, std::uint32_t noun) {
    for (const Mention& m : f.mentions) {
        if (m.first_token > noun) break;
        if (m.end_token + kMostDescribed <= noun) continue;
        bool joined = true;
        for (std::uint32_t i = std::min(m.end_token, noun); i < noun; ++i)
            joined = joined && is_lower(f, i) && !f.has(i, kFunction | kConjunction) && !is_preposition(f.text, i) && !f.verb(i).known;
        if (joined && !m.adjective && noun >= m.first_token + 1) return {m.place >= 0 ? &m : nullptr, m.place < 0};
    }
    return {};
}

/// "the refinery | at Ploiesti", "a camp | 30 km north of Zalingei"
Beside named_after(const SentenceFacts& f, std::uint32_t noun) {
    constexpr std::uint32_t reach = 7;
    std::uint32_t i = noun + 1;
    const std::string_view lead = f.word(i);
    const bool measured = f.token(i).kind == TokenKind::Number || f.has(i, kDirection);
    if ((!is_locative(lead) && !measured) || is_of_date(f, i)) return {};
    for (; i < std::min(noun + reach, f.sentence.end_token); ++i) {
        if (is_of_date(f, i)) return {};
        for (const Mention& m : f.mentions)
            if (m.first_token == i) {
                const bool there =
                    m.place >= 0 && !m.possessive && lead != "from" && lead != "to" && lead != "for";  // "the valley | from Owen's lake"
                return m.adjective ? Beside{} : Beside{there ? &m : nullptr, !there};
            }
        if (f.token(i).capitalised()) return {nullptr, true};
        const bool way = is_locative(f.word(i)) || f.token(i).kind == TokenKind::Number ||
                         f.has(i, kArticle | kDirection | kKinOfPlace | kGeoTail) || f.word(i) == "km" || f.word(i) == "miles" ||
                         f.word(i) == "kilometres";
        if (!way) return {};
    }
    return {};
}

/// "Donetsk | Airport"; not "the Paris School of Economics".
bool ends_name_of_works(const SentenceFacts& f, std::uint32_t i) {
    const bool whole = f.token(i).facts->works && f.token(i).letter_case == Case::Capital && !f.token(i + 1).capitalised() &&
                       f.word(i + 1) != "of" && !f.token(i).possessive;
    return whole && std::any_of(f.mentions.begin(), f.mentions.end(),
                                [&](const Mention& m) { return m.end_token == i && !m.adjective && !m.possessive; });
}

Beside beside(const SentenceFacts& f, std::uint32_t noun) {
    const Beside before = named_before(f, noun);
    return before.place || before.elsewhere ? before : named_after(f, noun);
}

/// "a | second oil | depot": the words that describe it; `article` is where they begin.
std::string described(const SentenceFacts& f, std::uint32_t noun, std::uint32_t& article) {
    std::string words;
    article = noun;
    while (article > f.sentence.first_token && noun - article < kMostDescribed && is_lower(f, article - 1) &&
           !f.has(article - 1, kFunction | kArticle | kConjunction) && !is_preposition(f.text, article - 1))
        --article;
    for (std::uint32_t i = article; i < noun; ++i) words.append(f.word(i)).append(" ");
    return words;
}

bool is_spot(PlacePrecision precision) {
    return precision == PlacePrecision::Exact || precision == PlacePrecision::Settlement || precision == PlacePrecision::District;
}
bool is_finer_than_state(PlacePrecision precision) { return precision != PlacePrecision::None && precision < PlacePrecision::Country; }

/// "a camp | at Mung Lai, outside | Laiza": whether only names that are not known stand before the place.
bool leads_to(const SentenceFacts& f, std::uint32_t noun, const PlaceChoice& place) {
    constexpr std::uint32_t reach = 10;
    for (std::uint32_t i = noun + 1; i < std::min(noun + reach, f.sentence.end_token); ++i) {
        const Token& t = f.token(i);
        if (t.first >= place.span.begin) return place.span.end > place.span.begin && t.first < place.span.end;
        if (!t.is(',') && !t.capitalised() && !t.hyphenated && !is_locative(f.word(i))) return false;
    }
    return false;
}

/// Where its place can only be that of what it was done to.
bool is_on_the_spot(EventKind kind) {
    return harms(kind) || kind == EventKind::Disaster || kind == EventKind::Opening || kind == EventKind::Closing ||
           kind == EventKind::Construction || kind == EventKind::Arrest || kind == EventKind::Discovery || kind == EventKind::Protest;
}

/// What is done at a desk, about something.
bool is_done_from_afar(const Frame& frame) {
    switch (frame.kind) {
        case EventKind::Assertion:
        case EventKind::Decision:
        case EventKind::Plan:
        case EventKind::Appointment:
        case EventKind::Recognition:
        case EventKind::Negotiation:
        case EventKind::Trade:
        case EventKind::Investment:
        case EventKind::Signing:
        case EventKind::Election: return true;
        default: return (frame.sense.use & (kSays | kAnnounces)) != 0 || frame.modality == Modality::Hypothetical;
    }
}

}  // namespace

void NounPlaces::erase(std::string_view noun) {
    std::erase_if(told_, [&](const Told& t) { return t.noun == noun; });
}

void NounPlaces::set(const SentenceFacts& f, std::string_view noun, std::string words, PlaceChoice place) {
    constexpr std::size_t most = 24;
    bool rival = false;
    for (const Told& t : told_) rival = rival || (t.noun == noun && t.place.id != place.id && !noun.empty());
    erase(noun);
    if (told_.size() >= most) told_.erase(told_.begin());
    told_.push_back({std::string(noun), std::move(words), std::move(place), f.sentence.block, sentence_, rival});
}

void NounPlaces::set(const SentenceFacts& f, std::uint32_t noun, PlaceChoice place) {
    std::uint32_t article = noun;
    std::string words = described(f, noun, article);
    set(f, f.word(noun), std::move(words), std::move(place));
}

void NounPlaces::tell(const SentenceFacts& f, const Frame& frame, const PlaceChoice& place) {
    if (harms(frame.kind) && frame.modality == Modality::Happened) {
        if (place.basis == PlaceBasis::Explicit && is_spot(place.precision)) set(f, std::string_view{}, {}, place);
        else if (!place) std::erase_if(told_, [&](const Told& t) { return t.noun.empty() && t.sentence != sentence_; });
    }
    if (place.basis != PlaceBasis::Explicit || !is_finer_than_state(place.precision) || frame.listed) return;
    for (std::uint32_t i = f.sentence.first_token + 1; i < f.sentence.end_token; ++i) {
        if (!is_lower(f, i)) continue;
        if (place.precision == PlacePrecision::Corridor && is_road(f.word(i)) && f.token(i).first >= place.span.begin &&
            f.token(i).last <= place.span.end)
            set(f, i, place);
        const bool own = frame.subject.contains(i) || frame.rest.contains(i);
        if (!own || !f.token(i).facts->works || !is_on_the_spot(frame.kind)) continue;
        std::uint32_t article = i;
        std::string words = described(f, i, article);
        const std::uint32_t begin = article - 1;
        const bool one = article > f.sentence.first_token && f.has(begin, kArticle) && !f.token(i).possessive;
        const bool there = one && (begin == frame.subject.begin || begin == frame.verb.end ||
                                   is_in_or_at(f.word(begin - 1)));  // not "The owner of the hotel was arrested in Bolu"
        const bool first =
            f.word(begin) != "the" || std::none_of(told_.begin(), told_.end(), [&](const Told& t) { return t.noun == f.word(i); });
        const Beside other = beside(f, i);
        if (there && first && !other.place && (!other.elsewhere || leads_to(f, i, place)))
            set(f, f.word(i), std::move(words), place);  // "In Kharkiv shells hit | a hospital"
    }
}

/// What the words [begin, end) of a sentence say of where things are.
void NounPlaces::learn(const SentenceFacts& f, TokenRange words) {
    if (f.mentions.empty() && told_.empty()) return;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const Token& own = f.text.tokens[i];
        if (!own.facts->works && !own.facts->noun->known) continue;
        if (own.letter_case != Case::Lower && i != f.sentence.first_token && !ends_name_of_works(f, i)) continue;
        if (!own.facts->works && !gathers(f, i)) continue;
        const std::string_view word = f.word(i);
        const Beside where = beside(f, i);
        if (where.place && is_finer_than_state(where.place->precision)) {
            set(f, i, places_.at(f, *where.place));
            continue;
        }
        const auto known = std::find_if(told_.begin(), told_.end(), [&](const Told& t) { return t.noun == word; });
        if (known == told_.end() || known->sentence == sentence_) continue;
        std::uint32_t article = i;
        described(f, i, article);
        const bool another = article > f.sentence.first_token &&
                             (f.word(article - 1) == "a" || f.word(article - 1) == "an" || f.word(article - 1) == "another");
        if (where.elsewhere || where.place || another) told_.erase(known);
        else known->block = f.sentence.block;  // it is still spoken of
    }
    for (const Mention& m : f.mentions) {
        if (!words.contains(m.first_token) || m.place < 0 || m.adjective || !is_finer_than_state(m.precision)) continue;
        if (m.precision == PlacePrecision::Region && gazetteer_.place(static_cast<std::uint32_t>(m.place)).kind == PlaceKind::Island)
            set(f, "island", {}, places_.at(f, m));  // "exiled to Elba"
        // "on Lake Kivu", "the Kerch Bridge"; not "Fort Worth"
        const std::uint32_t last = m.end_token - 1;
        const bool town = m.precision == PlacePrecision::Settlement;
        for (const std::uint32_t noun : {m.first_token, last})
            if (f.token(noun).facts->works && f.token(noun).capitalised() && m.first_token < last && (noun == last || !town))
                set(f, f.word(noun), {}, places_.at(f, m));
    }
}

void NounPlaces::remember(const SentenceFacts& f) {
    std::erase_if(told_, [&](const Told& t) { return t.block + 1 < f.sentence.block; });
    learn(f, {f.sentence.first_token, f.sentence.end_token});
    ++sentence_;
}

/// "the same oil | depot"; no noun where it is another, or a longer name: "the new depot", "the port authority", "the plant at X".
NounPlaces::Definite NounPlaces::definite_at(const SentenceFacts& f, std::uint32_t article) {
    Definite out;
    for (std::uint32_t i = article + 1; i <= article + 1 + kMostDescribed && i < f.sentence.end_token; ++i) {
        if (!is_lower(f, i) || is_preposition(f.text, i) || f.has(i, kConjunction)) return {};
        const std::string_view next = f.word(i + 1);
        const bool harm = is_blow(f, i);
        if (!f.token(i).facts->works && !is_road(f.word(i)) && !gathers(f, i) && !harm) continue;
        const bool goes_on =
            is_lower(f, i + 1) && !f.has(i + 1, kFunction | kConjunction | kBe | kHave | kModal) && !is_preposition(f.text, i + 1) &&
            !is_adverb(f.text, i + 1) && !is_of_date(f, i + 1) &&
            std::none_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& v) { return v.first == i + 1; });
        if (goes_on) continue;
        const Beside other = beside(f, i);
        // "the strike that began in Lagos": what is told of it there
        const bool told_on = next == "that" || next == "which" || next == "where" || f.word(i + 2) == "which" || f.word(i + 2) == "where";
        const bool elsewhere = told_on && std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
                                   return m.first_token > i && !m.adjective && m.role != PlaceRole::Mention;
                               });
        if (elsewhere || f.token(i).possessive || next == "of" || f.token(i + 1).capitalised() || f.token(i + 1).hyphenated ||
            other.place || other.elsewhere)
            return {};
        out.words = {article, i + 1};
        out.noun = i;
        out.of_harm = harm && !f.token(i).facts->works;
        return out;
    }
    return {};
}

/// Whether the deed was done at what the words stand for, and not said, sold or planned about it.
bool NounPlaces::is_scene(const SentenceFacts& f, const Frame& frame, const Definite& d) {
    static constexpr WordSet kThere{"at",  "in",      "inside", "near",   "outside", "to",     "from",  "into",
                                    "off", "through", "across", "around", "towards", "toward", "along", "by"};
    // "The mine, sold in April 2022": told of what stands there, whoever did it
    const bool to_it = frame.passive && frame.subject.begin == d.words.begin && !d.of_harm && f.token(d.noun).facts->works &&
                       (frame.kind == EventKind::Trade || frame.kind == EventKind::Investment || frame.kind == EventKind::Plan ||
                        frame.kind == EventKind::Decision) &&
                       frame.modality != Modality::Hypothetical;
    if (is_done_from_afar(frame) && !to_it) return false;
    const std::uint32_t at = d.words.begin;
    const std::string_view before = at > f.sentence.first_token ? f.word(at - 1) : std::string_view{};
    const bool happening = d.of_harm || gathers(f, d.noun);
    if (frame.subject.contains(at)) {
        // "The market fell", "The site went offline": seldom the one that stands there
        const std::string_view noun = f.word(d.noun);
        const bool doubtful =
            (noun == "market" || noun == "site") && !frame.passive && frame.kind != EventKind::Opening && frame.kind != EventKind::Closing;
        if (at == frame.subject.begin) return !doubtful;
        const bool somebody = f.has(at - 2, kPersonNoun | kTitle) || f.token(at - 2).capitalised();
        return !happening && (kThere.contains(before) || before == "on" ||
                              (before == "of" && !somebody));  // "Repairs | to the bridge", "Two towers | of the castle"
    }
    if (!frame.rest.contains(at)) return false;
    if (d.of_harm)
        return at == frame.verb.end ? frame.kind == EventKind::Combat
                                    : harms(frame.kind) && (before == "in" || before == "during" || before == "by");
    if (happening) return before == "at" || before == "during";
    if (at == frame.verb.end) return true;
    if (before == "of") return harms(frame.kind) || is_on_the_spot(frame.kind);
    return kThere.contains(before) || (before == "on" && frame.kind != EventKind::Meeting);
}

const NounPlaces::Told* NounPlaces::find(const SentenceFacts& f, const Definite& d) const {
    const std::string_view word = f.word(d.noun);
    const auto fits = [&](const Told& t) {
        if (d.of_harm) return t.noun.empty();
        return t.noun == word || more_general(t.noun) == word || (is_any_works(word) && facts_of(t.noun).works && !is_natural(t.noun));
    };
    const auto found = std::find_if(told_.rbegin(), told_.rend(), fits);
    if (found == told_.rend()) return nullptr;
    const bool vague = found->noun != word &&
                       std::any_of(told_.begin(), told_.end(), [&](const Told& t) { return fits(t) && t.place.id != found->place.id; });
    if (vague || (found->rival && found->sentence + 1 != sentence_)) return nullptr;
    for (std::uint32_t i = d.words.begin + 1; i < d.noun; ++i) {  // "the grain terminal" is no oil terminal
        const std::string_view own = f.word(i);
        if (own != "same" && own != "border" && own != "whole" && own != "entire" &&
            found->described.find(std::string(own) + ' ') == std::string::npos)
            return nullptr;
    }
    return &*found;
}

const PlaceChoice* NounPlaces::taken_up(const SentenceFacts& f, const Frame& frame, bool own_block) {
    if (told_.empty() && f.mentions.empty()) return nullptr;
    for (const Mention& m : f.mentions) {
        const bool of_frame =
            frame.subject.contains(m.first_token) || frame.rest.contains(m.first_token) || frame.clause.contains(m.first_token);
        if (of_frame && !m.adjective && (m.role != PlaceRole::Mention || is_finer_than_state(m.precision))) return nullptr;
    }
    for (std::uint32_t i = f.sentence.first_token; i + 1 < f.sentence.end_token; ++i) {
        if (!points_back(f.word(i)) || !(frame.subject.contains(i) || frame.rest.contains(i))) continue;
        const Definite d = definite_at(f, i);
        if (d.words.begin >= d.words.end || !is_scene(f, frame, d)) continue;
        if (frame.clause.begin > f.sentence.first_token)
            learn(f, {f.sentence.first_token,
                      std::min(frame.clause.begin, i)});  // "A drone struck the refinery at Ploiesti; | the refinery was shut"
        const Told* told = find(f, d);
        const bool near = told && told->block + 1 >= f.sentence.block && (!own_block || told->block == f.sentence.block);
        if (near) return &told->place;
    }
    return nullptr;
}

}  // namespace dateline::extract
