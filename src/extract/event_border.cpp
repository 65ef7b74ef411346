#include "extract/event_place.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

// What happens on a border, told by both states or by one.
namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

constexpr double kKmPerDegree = 111.2;
constexpr double kBorderReachKm = 15;  // of what happens "on the border"

/// "the Algerian border", "at the Turkish border crossing"; not "the Iraqi border guards"
bool is_of_border(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kBodies{"guard",       "guards", "police",   "patrol",    "patrols",  "agents",
                                     "force",       "forces", "troops",   "officials", "officers", "service",
                                     "authorities", "agency", "soldiers", "checks",    "controls", "security"};
    const std::string_view noun = f.word(m.end_token);
    return m.adjective && (noun == "border" || noun == "frontier") && !kBodies.contains(f.word(m.end_token + 1));
}

/// "The line from Riga | to the Polish border": how far it goes, and not with whom the border is.
bool ends_way(const SentenceFacts& f, const Mention& side) {
    constexpr std::uint32_t reach = 6;
    std::uint32_t at = side.first_token;
    while (at > f.sentence.first_token && f.has(at - 1, kArticle)) --at;
    if (at == f.sentence.first_token || f.word(at - 1) != "to") return false;
    for (std::uint32_t i = at - 1, steps = 0; i-- > f.sentence.first_token && steps < reach && f.token(i).kind == TokenKind::Word; ++steps)
        if (f.word(i) == "from") return true;
    return false;
}

/// "crossed | the Blue Line", "Along the Blue Line, …": not "ordered it the day after they crossed the Blue Line".
bool is_told_there(const SentenceFacts& f, const Frame& frame, std::uint32_t at) {
    std::uint32_t begin = at;
    while (begin > f.sentence.first_token && f.has(begin - 1, kArticle)) --begin;
    if (frame.noun) return frame.rest.contains(at);
    if (at < f.clauses.fronted_end) return !frame.background && begin == f.sentence.first_token + 1 && is_preposition(f.text, begin - 1);
    if (frame.subject.contains(at)) return begin == frame.subject.begin && frame.passive;
    if (!frame.rest.contains(at)) return false;
    return std::none_of(f.clauses.verbs.begin(), f.clauses.verbs.end(),
                        [&](const VerbGroup& g) { return g.head != frame.head && g.first >= frame.verb.end && g.end <= at; });
}

}  // namespace

/// The two states of a border: "between X and Y", "X's border with Y", "the X–Y border", "the Georgian-Armenian border", and of "its
/// border with Y" the one that acts.
PlaceChooser::Sides PlaceChooser::sides_of_border(const SentenceFacts& f, const Frame& frame) const {
    const auto is_state = [&](const Mention& m) {
        return m.place >= 0 && gazetteer_.place(static_cast<std::uint32_t>(m.place)).kind == PlaceKind::Country;
    };
    const auto told = [&](const Mention& m) {
        return frame.clause.contains(m.first_token) || frame.rest.contains(m.first_token) || frame.subject.contains(m.first_token);
    };
    constexpr std::uint32_t reach = 5;
    Sides sides;
    for (std::size_t i = 0; i < f.mentions.size(); ++i) {
        const Mention& m = f.mentions[i];
        if (!is_state(m) || !told(m)) continue;
        const Mention* next = i + 1 < f.mentions.size() ? &f.mentions[i + 1] : nullptr;
        const bool pair = m.adjective && next && next->adjective && is_state(*next) && next->first_token == m.end_token &&
                          f.token(next->first_token).hyphenated && f.word(next->end_token).starts_with("border");
        if (pair) return {&m, next};
        if (m.role != PlaceRole::Boundary && !is_of_border(f, m)) continue;
        if (!sides.first) sides.first = &m;
        else if (!sides.second && m.first_token <= sides.first->end_token + reach) sides.second = &m;
    }
    if (!sides.first || sides.second) return sides;
    if (sides.first->adjective) return sides;
    // "Iran reopened its border with Y", "the border with Y was closed by Poland"
    for (const Mention& m : f.mentions) {
        const bool by = frame.passive && m.first_token > frame.verb.end &&
                        (f.word(m.first_token - 1) == "by" || (f.word(m.first_token - 1) == "the" && f.word(m.first_token - 2) == "by"));
        const bool acts = frame.subject.contains(m.first_token) && !frame.passive;
        if (is_state(m) && m.place != sides.first->place && (acts || by)) {
            sides.second = &m;
            break;
        }
    }
    return sides;
}

/// The line between the two, or, where none is known, between their middles, as wide as the smaller.
PlaceChoice PlaceChooser::border_between(const document::Place& a, const document::Place& b) const {
    PlaceChoice out;
    out.basis = PlaceBasis::Explicit;
    out.precision = PlacePrecision::Region;
    out.confidence = 0.6;
    if (geo::MultiLine line = gazetteer_.border_of(a.country, b.country); !line.empty()) {
        out.precision = PlacePrecision::Corridor;
        out.radius_km = kBorderReachKm;
        out.id = fmt::format("border:{}-{}", std::min(a.country, b.country), std::max(a.country, b.country));
        out.geometry = std::move(line);
        return out;
    }
    const double share = a.radius_km + b.radius_km > 0 ? static_cast<double>(a.radius_km / (a.radius_km + b.radius_km)) : 0.5;
    const double east = std::remainder(b.at.lon_deg - a.at.lon_deg, 360.0);
    out.radius_km = static_cast<double>(std::max(20.f, std::min(a.radius_km, b.radius_km)));
    out.geometry = geo::LonLat{std::remainder(a.at.lon_deg + share * east, 360.0), a.at.lat_deg + share * (b.at.lat_deg - a.at.lat_deg)};
    return out;
}

/// "along the Blue Line between Israel and Lebanon", "the ceasefire line between X and Y"; not "the railway line between" them
PlaceChoice PlaceChooser::line_between(const SentenceFacts& f, const document::Place& a, const document::Place& b, TokenRange words) const {
    static constexpr WordSet kOfFronts{"blue", "front", "ceasefire", "demarcation", "contact", "armistice"};
    if (f.word(words.begin) != "line" || !kOfFronts.contains(f.word(words.begin - 1))) return {};
    PlaceChoice out = border_between(a, b);
    if (out.precision != PlacePrecision::Corridor) return {};
    out.text = f.phrase({words.begin - 1, words.end});
    out.name = fmt::format("border of {} and {}", a.name, b.name);
    out.span = f.span({words.begin - 1, words.end});
    return out;
}

/// Lines of truce that follow a border of two states run as far along it as they reach, and a parallel runs east and west.
void PlaceChooser::take_line_of_truce(const document::Place& place, PlaceChoice& out) const {
    struct Line {
        std::string_view id, state, neighbour;
    };
    static constexpr std::array kLines{Line{"dl:blue-line", "IL", "LB"}, Line{"dl:line-of-control", "IN", "PK"},
                                       Line{"dl:line-of-actual-control", "CN", "IN"}, Line{"dl:durand-line", "AF", "PK"},
                                       Line{"dl:korean-demilitarized-zone", "KP", "KR"}};
    geo::MultiLine kept;
    if (place.name.ends_with(" parallel")) {
        const double half_deg = static_cast<double>(place.radius_km) / (kKmPerDegree * std::cos(place.at.lat_deg * M_PI / 180));
        kept.push_back({{place.at.lon_deg - half_deg, place.at.lat_deg}, {place.at.lon_deg + half_deg, place.at.lat_deg}});
    } else if (const auto own = std::find_if(kLines.begin(), kLines.end(), [&](const Line& l) { return l.id == place.id; });
               own != kLines.end()) {
        for (const geo::Line& line : gazetteer_.border_of(own->state, own->neighbour)) {
            geo::Line run;
            for (const geo::LonLat& at : line) {
                const bool near = geo::distance_m(at, place.at) <= 1000 * static_cast<double>(place.radius_km);
                if (near) run.push_back(at);
                if (!near || &at == &line.back()) {
                    if (run.size() >= 2) kept.push_back(std::move(run));
                    run = {};
                }
            }
        }
    }
    if (kept.empty()) return;
    out.geometry = std::move(kept);
    out.radius_km = kBorderReachKm;
}

/// "crossed the 38th parallel", "along the Blue Line": lines whose names are words of other things too, where the text tells of a state beside them.
PlaceChoice PlaceChooser::line_called(const SentenceFacts& f, const Frame& frame) const {
    struct Named {
        std::string_view first, second, id;
        std::array<std::string_view, 2> states;
    };
    static constexpr std::array kNames{Named{"blue", "line", "dl:blue-line", {"LB", "IL"}},
                                       Named{"green", "line", "dl:cyprus-buffer-zone", {"CY", "CY"}},
                                       Named{"38th", "parallel", "dl:38th-parallel", {"KP", "KR"}}};
    const auto told_of = [&](std::string_view state) {
        return (names_ && names_->countries.contains(std::string(state))) ||
               std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
                   return m.place >= 0 && gazetteer_.place(static_cast<std::uint32_t>(m.place)).country == state;
               });
    };
    for (std::uint32_t i = f.sentence.first_token + 1; i + 1 < f.sentence.end_token; ++i) {
        if ((f.word(i + 1) != "line" && f.word(i + 1) != "parallel") || f.token(i).letter_case == Case::Lower) continue;
        if (!is_told_there(f, frame, i)) continue;
        const auto own =
            std::find_if(kNames.begin(), kNames.end(), [&](const Named& n) { return n.first == f.word(i) && n.second == f.word(i + 1); });
        if (own == kNames.end() || std::none_of(own->states.begin(), own->states.end(), told_of)) continue;
        const std::int64_t row = gazetteer_.index_of(own->id);
        if (row < 0) continue;
        const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(row));
        PlaceChoice out;
        out.basis = PlaceBasis::Explicit;
        out.precision = PlacePrecision::Corridor;
        out.confidence = 0.8;
        out.id = place.id;
        out.text = out.name = f.phrase({i, i + 2});
        out.span = f.span({i, i + 2});
        out.radius_km = static_cast<double>(place.radius_km);
        out.geometry = place.at;
        take_line_of_truce(place, out);
        return out;
    }
    return {};
}

/// "Libyan troops … on the Algerian border": the state on the other side that the sentence tells, or else the document; -1 for none.
std::int64_t PlaceChooser::neighbour_of(const SentenceFacts& f, const Frame& frame, const Mention& side) const {
    const document::Place own = gazetteer_.place(static_cast<std::uint32_t>(side.place));
    const auto borders = [&](std::string_view country) {
        return country != own.country && !country.empty() && !gazetteer_.border_of(own.country, country).empty();
    };
    std::int64_t found = -1;
    for (const Mention& m : f.mentions) {
        if (m.place < 0) continue;
        const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
        const bool acts = frame.subject.contains(m.first_token);
        if (!acts && place.kind == PlaceKind::Country && f.word(m.first_token - 1) == "near") continue;  // a third one
        if ((found >= 0 && !acts) || !borders(place.country)) continue;
        const std::int64_t state = gazetteer_.index_of("iso:" + std::string(place.country));
        if (state >= 0) found = state;
        if (state >= 0 && acts) return found;
    }
    if (found >= 0 || !names_) return found;
    double most = 0;
    std::string_view likeliest;
    for (const auto& [country, weight] : names_->countries)
        if ((weight > most || (weight == most && country < likeliest)) && borders(country)) most = weight, likeliest = country;
    return likeliest.empty() ? -1 : gazetteer_.index_of("iso:" + std::string(likeliest));
}

/// "the Thai border", and nothing tells with whom: of the state no more than that it is there.
PlaceChoice PlaceChooser::side_of(const SentenceFacts& f, const Mention& side) const {
    PlaceChoice out = choice_of(f, side, std::nullopt);
    const TokenRange words{side.first_token, std::min(f.sentence.end_token, side.adjective ? side.end_token + 1 : side.end_token)};
    out.text = out.name = f.phrase(words);
    out.span = f.span(words);
    out.precision = PlacePrecision::Country;
    out.confidence = 0.4;
    return out;
}

PlaceChoice PlaceChooser::border_of(const SentenceFacts& f, const Frame& frame) const {
    const Sides sides = sides_of_border(f, frame);
    if (!sides.first || (sides.second && sides.first->place == sides.second->place)) return {};
    if (!sides.second && ends_way(f, *sides.first)) return {};
    const std::int64_t other = sides.second ? sides.second->place : neighbour_of(f, frame, *sides.first);
    if (other < 0) return side_of(f, *sides.first);
    const document::Place a = gazetteer_.place(static_cast<std::uint32_t>(sides.first->place));
    const document::Place b = gazetteer_.place(static_cast<std::uint32_t>(other));
    const bool beside =
        sides.second && sides.first->first_token < sides.second->first_token && sides.second->first_token <= sides.first->end_token + 1;
    TokenRange words{sides.first->first_token, beside ? sides.second->end_token : sides.first->end_token};
    if (!sides.second && sides.first->adjective) ++words.end;
    PlaceChoice out = border_between(a, b);
    const auto name_of = [&](const Mention* m, const document::Place& place) {
        return !m || m->adjective ? std::string(place.name) : f.phrase({m->first_token, m->end_token});
    };
    out.text = f.phrase(words);
    out.name = "border of " + name_of(sides.first, a) + " and " + name_of(sides.second, b);
    out.span = f.span(words);
    return out;
}

}  // namespace dateline::extract
