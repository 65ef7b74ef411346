#include "extract/event_place.h"

#include "extract/lexicon.h"
#include "extract/place_clues.h"
#include "extract/word_set.h"

#include <algorithm>

// What stands at a place or leads there, and is what is told of: "the Moatize mine resumed", "the branch to Lichinga might reopen".
namespace dateline::extract {
namespace {

using document::PlaceKind;
using document::PlacePrecision;

bool is_way(std::string_view word) {
    static constexpr WordSet kWays{"branch", "track", "line", "railway", "road", "extension", "highway", "motorway", "spur", "siding"};
    return kWays.contains(word);
}

bool is_site(const SentenceFacts& f, std::uint32_t i) {
    static constexpr WordSet kMore{"workshop", "penitentiary", "berth", "sawmill", "brewery", "pit", "wind", "ward", "yard"};
    const Token& t = f.token(i);
    return t.kind == TokenKind::Word && t.letter_case == Case::Lower && (t.facts->works || kMore.contains(f.word(i)));
}

bool is_lower(const SentenceFacts& f, std::uint32_t i) {
    const Token& t = f.token(i);
    return t.kind == TokenKind::Word && t.letter_case == Case::Lower && !f.has(i, kFunction | kConjunction) && !is_preposition(f.text, i);
}

/// Whether the subject's own noun ends before `i`: "the Lobito refinery | , begun in 2012,".
bool ends_subject(const SentenceFacts& f, TokenRange subject, std::uint32_t i) {
    if (i >= subject.end || f.token(i).kind == TokenKind::Mark) return true;
    const bool verb = std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& v) { return v.first == i; });
    return verb || (is_preposition(f.text, i) && f.word(i) != "of");
}

/// "the Moatize | coal mine", "Kamoa-Kakula's | mine"
bool names_site_after(const SentenceFacts& f, TokenRange subject, const Mention& m) {
    constexpr std::uint32_t longest = 3;
    for (std::uint32_t i = subject.begin; i < m.first_token; ++i)
        if ((is_preposition(f.text, i) && !(f.word(i) == "of" && f.noun(i - 1).known)) || f.token(i).kind == TokenKind::Mark)
            return false;  // "the reopening of the Mandera crossing"; not "the owner of"
    for (std::uint32_t i = m.end_token; i < std::min(m.end_token + longest, subject.end); ++i) {
        if (!is_lower(f, i)) return false;
        if (is_site(f, i) && ends_subject(f, subject, i + 1)) return true;
    }
    return false;
}

/// "the refinery | at X", "the whole track | to X", where it leads the subject
bool stands_at(const SentenceFacts& f, TokenRange subject, const Mention& m) {
    static constexpr WordSet kThere{"at", "in", "near", "outside", "off", "of"};
    static constexpr WordSet kInside{"at", "in", "inside", "outside", "near"};
    std::uint32_t at = m.first_token;
    while (at > subject.begin && f.has(at - 1, kArticle)) --at;
    if (at < subject.begin + 2) return false;
    const std::string_view joint = f.word(at - 1);
    const std::uint32_t noun = at - 2;
    const bool there = kThere.contains(joint) && is_site(f, noun), leads = joint == "to" && is_way(f.word(noun));
    if (!there && !leads) return false;
    for (std::uint32_t i = subject.begin; i < noun; ++i)
        if ((is_preposition(f.text, i) && !kInside.contains(f.word(i))) || f.token(i).kind == TokenKind::Mark || f.token(i).possessive)
            return false;  // "Inmates at | the prison of X"
    return true;
}

/// "set fire to | the market of X", "burned | the school at X"
bool is_object_at(const SentenceFacts& f, const Frame& frame, const Mention& m) {
    static constexpr WordSet kThere{"at", "in", "near", "of", "outside"};
    const bool harms = frame.kind == EventKind::Attack || frame.kind == EventKind::Combat || frame.kind == EventKind::Incident ||
                       frame.kind == EventKind::Disaster || frame.kind == EventKind::Opening || frame.kind == EventKind::Closing;
    if (!harms || frame.passive || !frame.rest.contains(m.first_token) || m.first_token < frame.verb.end + 3 ||
        !kThere.contains(f.word(m.first_token - 1)) || !is_site(f, m.first_token - 2))
        return false;
    std::uint32_t at = m.first_token - 2;
    while (at > frame.verb.end && is_lower(f, at - 1)) --at;
    while (at > frame.verb.end && f.has(at - 1, kArticle)) --at;
    return at == frame.verb.end || (f.word(at - 1) == "to" && f.word(at - 2) == "fire");
}

}  // namespace

/// What is told of works that are called after a place or stand there, of whatever sort; not what is said of them.
const Mention* PlaceChooser::site_of_subject(const SentenceFacts& f, const Frame& frame) {
    if (frame.noun || frame.kind == EventKind::Assertion || (frame.sense.use & kSays) != 0) return nullptr;
    for (const TokenRange subject : {frame.subject, frame.antecedent}) {
        for (const Mention& m : f.mentions) {
            const bool fine = m.place >= 0 && !m.adjective && m.precision != PlacePrecision::None && m.precision <= PlacePrecision::Region;
            if (!fine || !subject.contains(m.first_token)) continue;
            if (names_site_after(f, subject, m) || stands_at(f, subject, m)) return &m;
        }
    }
    for (const Mention& m : f.mentions)
        if (m.place >= 0 && !m.adjective && m.precision != PlacePrecision::None && m.precision <= PlacePrecision::District &&
            is_object_at(f, frame, m))
            return &m;
    return nullptr;
}

/// Of a name that a division shares with its chief town, the town: "the post at X", "came to X".
std::int64_t PlaceChooser::town_of_division(const SentenceFacts& f, const Mention& m, const document::Place& division) const {
    if (m.precision != PlacePrecision::Region || !m.feature.empty() || m.adjective || m.possessive) return -1;
    const bool at = m.first_token > f.sentence.first_token && f.word(m.first_token - 1) == "at";
    const bool to = m.role == PlaceRole::Destination && f.word(m.first_token - 1) == "to";
    if (!at && !to) return -1;
    constexpr std::size_t likeliest = 12;
    const auto all = gazetteer_.find(m.folded);
    for (const document::NameMatch& own : all.first(std::min(all.size(), likeliest))) {
        if (own.adjective || (own.kind != PlaceKind::Settlement && own.kind != PlaceKind::Capital)) continue;
        const document::Place town = gazetteer_.place(own.place);
        if (town.country == division.country &&
            geo::distance_m(town.at, division.at) <= 1000.0 * std::max(50.0, static_cast<double>(division.radius_km)))
            return own.place;
    }
    return -1;
}

}  // namespace dateline::extract
