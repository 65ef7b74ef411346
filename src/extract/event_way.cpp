#include "extract/event_place.h"

#include "extract/lexicon.h"
#include "extract/place_score.h"
#include "extract/place_topic.h"
#include "extract/word_set.h"

#include <limits>
#include <string>

// What runs from one place to another, and happens all along.
namespace dateline::extract {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

geo::MultiLine lines_of(const document::Route& route, const std::optional<calendar::Edtf>& date) {
    geo::MultiLine all, in_time;
    for (const document::RouteSegment& segment : route.segments) {
        if (segment.line.size() < 2) continue;
        all.push_back(segment.line);
        const bool over = segment.to && (!date || segment.to->bounds().begin <= date->bounds().begin);
        const bool not_yet =
            segment.status == document::RouteStatus::Existing && segment.from && date && date->bounds().end <= segment.from->bounds().begin;
        if (!over && !not_yet) in_time.push_back(segment.line);
    }
    return in_time.empty() ? all : in_time;
}

namespace {

/// What runs from one place to another, or is run there: "the road from", "trains between".
bool is_way(std::string_view word) {
    static constexpr WordSet kWays{"road",      "railway", "pipeline", "highway",        "corridor", "route",    "line",    "rail",
                                   "motorway",  "cable",   "ferry",    "interconnector", "railroad", "stretch",  "section", "front",
                                   "frontline", "coast",   "trains",   "flights",        "ferries",  "services", "traffic"};
    return kWays.contains(word);
}

/// "the Lachin | border crossing", "the Algerian | border": where what is told of a place ends.
std::uint32_t end_of_description(const SentenceFacts& f, const Mention& m) {
    constexpr std::uint32_t most = 2;
    std::uint32_t end = m.end_token;
    while (!m.possessive && end < m.end_token + most && f.has(end, kGeoTail) && f.token(end).letter_case == Case::Lower) ++end;
    return end;
}

/// What is not told of two towns as parties: "an accord between X and Y".
bool is_bodily(EventKind kind) {
    return kind == EventKind::Incident || kind == EventKind::Opening || kind == EventKind::Closing || kind == EventKind::Movement ||
           kind == EventKind::Combat || kind == EventKind::Attack || kind == EventKind::Disaster || kind == EventKind::Discovery ||
           kind == EventKind::Arrest;
}

bool is_spot(const Mention& m) {
    return m.precision == PlacePrecision::Settlement || m.precision == PlacePrecision::District || m.precision == PlacePrecision::Exact;
}

/// "From Goma to Sake | the main road was cut"
bool leads_to_way(const SentenceFacts& f, std::uint32_t end) {
    constexpr std::uint32_t longest = 4;
    std::uint32_t i = f.token(end).is(',') ? end + 1 : end;
    if (!f.has(i, kArticle)) return false;
    for (++i; i < std::min(end + longest, f.sentence.end_token) && f.token(i).kind == TokenKind::Word && !is_preposition(f.text, i); ++i)
        if (is_way(f.word(i))) return true;
    return false;
}

/// The words of "the road from X to the Y border", "a train derailed between X and Y", "the X–Y high-speed railway"; empty for no way.
TokenRange words_of_way(const SentenceFacts& f, const Frame& frame, const Mention& a, const Mention& b) {
    const std::uint32_t first = f.sentence.first_token;
    if (b.first_token == a.end_token && f.token(b.first_token).hyphenated) {
        constexpr std::uint32_t reach = 4;
        std::uint32_t way = b.end_token;
        while (way < b.end_token + reach && way < f.sentence.end_token && !is_way(f.word(way)) && f.token(way).kind == TokenKind::Word)
            ++way;
        return is_way(f.word(way)) ? TokenRange{a.first_token, way + 1} : TokenRange{};
    }
    const auto before_article = [&](std::uint32_t at) {
        while (at > first && f.has(at - 1, kArticle | kDirection)) --at;
        return at;
    };
    const std::uint32_t from = before_article(a.first_token), to = before_article(b.first_token);
    if (from < first + 1 || to != end_of_description(f, a) + 1) return {};
    const std::string_view before = f.word(from - 1), joint = f.word(to - 1);
    const bool spans =
        (before == "from" && (joint == "to" || joint == "towards" || joint == "toward")) || (before == "between" && joint == "and");
    if (from == first + 1)
        return spans && leads_to_way(f, end_of_description(f, b)) ? TokenRange{from - 1, end_of_description(f, b)} : TokenRange{};
    std::uint32_t way = from - 2;  // "the road between", "Road RN1 between"
    if (!is_way(f.word(way)) && way > first && f.token(way).letter_case != Case::Lower && is_way(f.word(way - 1))) --way;
    const bool named = is_way(f.word(way));
    const bool on_the_way = before == "between" && is_bodily(frame.kind) && is_spot(a) && is_spot(b) && frame.rest.contains(a.first_token);
    if (!spans || (!named && !on_the_way)) return {};
    return {named ? way : from - 1, end_of_description(f, b)};
}

/// "to the Algerian | border"
bool ends_at_border(const SentenceFacts& f, const Mention& m) {
    const std::string_view next = f.word(m.end_token);
    return !m.possessive && (next == "border" || next == "frontier");
}

}  // namespace

/// Where a way ends that goes there from `other`: of a state, at its border, if it is told so. Nothing for a state else: no way ends at its middle.
std::optional<geo::LonLat> PlaceChooser::end_of_way(const SentenceFacts& f, const Mention& m, const document::Place& other) const {
    const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
    if (place.kind != PlaceKind::Country) return m.adjective ? std::nullopt : std::optional(place.at);
    if (!ends_at_border(f, m) || other.kind == PlaceKind::Country) return std::nullopt;
    std::optional<geo::LonLat> nearest;
    double least = std::numeric_limits<double>::max();
    for (const geo::Line& line : gazetteer_.border_of(other.country, place.country))
        for (const geo::LonLat& at : line)
            if (const double far = geo::distance_m(at, other.at); far < least) least = far, nearest = at;
    return nearest;
}

/// "the road from A to B", "the railway between A and B": a line, the known route's where there is one.
PlaceChoice PlaceChooser::way_of(const SentenceFacts& f, const Frame& frame, const std::optional<calendar::Edtf>& date) const {
    for (std::size_t k = 0; k + 1 < f.mentions.size(); ++k) {
        const Mention &a = f.mentions[k], &b = f.mentions[k + 1];
        const bool known = a.place >= 0 && b.place >= 0 && (!a.adjective || ends_at_border(f, a)) &&
                           (!b.adjective || ends_at_border(f, b)) && !is_topic(f, frame, a);
        if (!known ||
            !(frame.clause.contains(a.first_token) || frame.rest.contains(a.first_token) || frame.subject.contains(a.first_token)))
            continue;
        const TokenRange words = words_of_way(f, frame, a, b);
        if (words.begin >= words.end) continue;
        const document::Place from = gazetteer_.place(static_cast<std::uint32_t>(a.place)),
                              to = gazetteer_.place(static_cast<std::uint32_t>(b.place));
        PlaceChoice out;
        out.basis = PlaceBasis::Explicit;
        out.precision = PlacePrecision::Corridor;
        out.text = f.phrase(words);
        out.name = out.text;
        if (words.begin == f.sentence.first_token && f.token(words.begin).letter_case == Case::Capital &&
            is_preposition(f.text, words.begin))
            out.name[0] = static_cast<char>(out.name[0] | 0x20);  // ASCII: "From X to Y the road"
        out.span = f.span(words);
        out.confidence = 0.8;
        const auto begin = end_of_way(f, a, to), end = end_of_way(f, b, from);
        bool drawn = begin && end;
        if (drawn) out.geometry = geo::MultiLine{geo::Line{*begin, *end}};
        const std::string first = document::fold_name(from.name), last = document::fold_name(to.name);
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

}  // namespace dateline::extract
