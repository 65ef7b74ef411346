#include "extract/event_place.h"

#include "extract/date_binding.h"
#include "extract/lexicon.h"
#include "extract/place_offset.h"
#include "extract/place_score.h"
#include "extract/place_topic.h"
#include "extract/sole_place.h"
#include "extract/water_part.h"
#include "extract/word_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::extract {
namespace {

using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

/// "in Georgia, Alabama and Florida": of places told alike the first stands for all.
bool follows_in_list(const SentenceFacts& f, const Mention& first, const Mention& m) {
    if (first.precision != m.precision || first.role != m.role || m.first_token < first.end_token) return false;
    std::uint32_t at = first.end_token;
    for (const Mention& between : f.mentions) {
        if (between.first_token < first.end_token || between.first_token > m.first_token) continue;
        while (at < between.first_token && (f.token(at).is(',') || f.has(at, kConjunction | kDirection | kArticle))) ++at;
        if (at != between.first_token || between.role != m.role) return false;
        at = between.end_token;
    }
    return true;
}

/// "the Representative of the President | of the Republic of Georgia", "Ministry of Foreign Affairs | of Georgia": whose office it is.
bool is_of_office(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kSorts{"republic", "kingdom", "state", "federation", "union", "islamic", "democratic", "people's"};
    if (m.precision < PlacePrecision::Country || m.precision == PlacePrecision::Water) return false;
    std::uint32_t at = m.first_token;
    const auto skip = [&] {
        while (at > f.sentence.first_token &&
               (f.has(at - 1, kArticle) || (f.token(at - 1).capitalised() && kSorts.contains(f.word(at - 1)))))
            --at;
    };
    skip();
    if (f.word(at - 1) == "of" && kSorts.contains(f.word(at - 2))) {
        --at;
        skip();
    }
    if (at < f.sentence.first_token + 2 || f.word(at - 1) != "of") return false;
    const Token& head = f.token(at - 2);
    return f.has(at - 2, kTitle | kPersonNoun | kStateBody) || (head.kind == TokenKind::Word && head.letter_case == Case::Capital);
}

bool is_seat(std::string_view word) {
    return word == "cabinet" || word == "parliament" || word == "senate" || word == "congress" || word == "government" ||
           word == "assembly";
}

}  // namespace

geo::Geometry PlaceChooser::geometry_of(const document::Place& place, std::string_view folded_text, PlacePrecision precision,
                                        const std::optional<calendar::Edtf>& date) const {
    if (precision != PlacePrecision::Corridor) return place.at;
    const std::string own = document::fold_name(place.name);
    for (const auto& route : routes_) {
        const std::string name = document::fold_name(route->name), short_name = document::fold_name(route->short_name);
        const std::string id = document::fold_name(route->id);
        const bool named = name == own || short_name == own || name == folded_text || short_name == folded_text || id == folded_text ||
                           id == own || name.starts_with(own + ' ');
        if (!named) continue;
        if (geo::MultiLine lines = lines_of(*route, date); !lines.empty()) return lines;
    }
    return place.at;
}

PlaceChoice PlaceChooser::choice_of(const SentenceFacts& f, const Mention& m, const std::optional<calendar::Edtf>& date) const {
    document::Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
    PlaceChoice out;
    out.basis = PlaceBasis::Explicit;
    out.precision = m.precision;
    const std::int64_t town = town_of_division(f, m, place);
    if (town >= 0) place = gazetteer_.place(static_cast<std::uint32_t>(town)), out.precision = PlacePrecision::Settlement;
    out.id = place.id;
    out.text = f.phrase({m.first_token, m.end_token});
    out.name = out.text;
    out.span = m.span;
    out.radius_km = m.radius_km > 0 && town < 0 ? static_cast<double>(m.radius_km) : static_cast<double>(place.radius_km);
    out.confidence = m.confidence;
    out.geometry = geometry_of(place, m.folded, out.precision, date);
    if (m.precision == PlacePrecision::Corridor) take_line_of_truce(place, out);
    if (m.precision == PlacePrecision::Water) take_part_of_water(f, m, place, out);
    // "the western Pacific"
    std::uint32_t begin = m.first_token;
    while (m.folded.ends_with(" ocean") && m.precision == PlacePrecision::Water && begin > f.sentence.first_token &&
           f.has(begin - 1, kDirection))
        --begin;
    if (begin < m.first_token) out.name = f.phrase({begin, m.end_token});
    const bool of_election =
        f.noun(m.end_token + 1).known && f.noun(m.end_token + 1).kind == EventKind::Election;  // "the Belgrade | city elections"
    static constexpr WordSet kSeveral{"regions", "districts", "provinces", "departments", "governorates", "crossings", "ports", "airports"};
    if (kSeveral.contains(m.feature) && f.word(m.end_token) == m.feature)
        out.name += ' ' + std::string(m.feature.substr(0, m.feature.size() - 1));  // "the Tillabéri and | Dosso regions"
    else if (!m.feature.empty() && !m.feature_in_name && !of_election && !(m.feature == "summit" && f.noun(m.end_token).known) &&
             f.word(m.end_token) == m.feature)
        out.name +=
            ' ' + f.phrase({m.end_token,
                            f.word(m.end_token + 1) == "crossing" ? m.end_token + 2 : m.end_token + 1});  // "the Lachin | border crossing"
    return out;
}

/// "the northern Aegean": half of it, or less than it where no shape is known. An ocean's part may have a name of its own.
void PlaceChooser::take_part_of_water(const SentenceFacts& f, const Mention& m, const document::Place& place, PlaceChoice& out) const {
    const bool still = place.kind == PlaceKind::Sea || place.kind == PlaceKind::Lake || place.kind == PlaceKind::Strait;
    const auto part = still && !m.folded.ends_with(" ocean") ? water_part(f.text, m) : std::nullopt;
    if (!part) return;
    constexpr double share = 0.7;  // of the radius: of half the area
    const auto bearing = bearing_of_wind(part->wind);
    const geo::MultiPolygon area = part_of_area(gazetteer_.area_of(place.id), part->wind);
    if (!area.empty()) out.geometry = geo::anchor(area);
    else if (bearing) out.geometry = geo::destination(place.at, *bearing, 1000 * out.radius_km / 2);
    out.radius_km *= share;
    out.id = fmt::format("part:{}:{}", part->wind, place.id);
    out.text = out.name = f.phrase({part->first_token, m.end_token});
    out.span = f.span({part->first_token, m.end_token});
}

/// How far from its middle the coast or border of a land is that way, along which a distance from it is told: "60 km south of Sicily".
double PlaceChooser::edge_of(const PlaceChoice& land, geo::LonLat middle, double bearing_deg) const {
    constexpr double step_km = 2, farthest = 4;  // of its radius: of a land as long as Java
    const geo::MultiPolygon area = gazetteer_.area_of(land.id);
    if (area.empty()) return land.radius_km;
    for (double km = farthest * land.radius_km; km > 0; km -= step_km)
        if (geo::contains(area, geo::destination(middle, bearing_deg, km * 1000))) return km;
    return 0;
}

/// As choice_of, but "30 km north-east of X" is a spot out there, and "near X" no more than its surroundings.
PlaceChoice PlaceChooser::where(const SentenceFacts& f, const Mention& m, const std::optional<calendar::Edtf>& date) const {
    constexpr double most_km = 60, most_of_state_km = 450;  // of what distances are told from
    PlaceChoice out = choice_of(f, m, date);
    const auto* at = std::get_if<geo::LonLat>(&out.geometry);
    const bool spot = at && out.precision <= PlacePrecision::Region && out.precision != PlacePrecision::None && out.radius_km <= most_km;
    const bool land =
        at && (out.precision == PlacePrecision::Region || (out.precision == PlacePrecision::Country && out.radius_km <= most_of_state_km));
    const auto offset = spot || land ? offset_before(f.text, m) : std::nullopt;
    if (!offset || (!spot && (!offset->bearing_deg || offset->km <= 0))) return out;
    const double edge_km = land && offset->bearing_deg ? edge_of(out, *at, *offset->bearing_deg) : 0;
    const TokenRange words{offset->first_token, m.end_token};
    out.text = f.phrase(words);
    out.span = f.span(words);
    out.precision = PlacePrecision::District;
    if (offset->km <= 0) {
        constexpr double near_km = 10;
        out.radius_km = std::max(near_km, 2 * out.radius_km);
        return out;
    }
    out.name = f.phrase({offset->first_token, offset->end_measure}) + ' ' + f.phrase({offset->first_joint, m.end_token});
    constexpr double rounding = 0.15, vagueness = 0.6, least_km = 2;
    const double doubt = offset->km * (offset->vague ? vagueness : rounding);
    out.id =
        fmt::format("offset:{}:{}:{:.0f}km", out.id, offset->bearing_deg ? fmt::format("{:.1f}", *offset->bearing_deg) : "", offset->km);
    if (!offset->bearing_deg) {
        out.radius_km = std::max(least_km, offset->km + doubt) + (land ? out.radius_km : 0);
        return out;
    }
    constexpr double of_disc = 0.3;  // how far a state's coast may be from the disc that stands for it
    const double shape_km = out.id.starts_with("offset:iso:") ? of_disc * edge_km : 0;
    out.radius_km = std::max({least_km, doubt, shape_km, offset->km * std::sin(offset->spread_deg / 2 * M_PI / 180)});
    out.geometry = geo::destination(*at, *offset->bearing_deg, (edge_km + offset->km) * 1000);
    return out;
}

/// "the plant at X, on | which construction began", "the X dam, | whose turbines stopped": works that stand at a place, and what is told of them. `end`: where
/// the words that name them end.
const Mention* PlaceChooser::works_before(const SentenceFacts& f, std::uint32_t end, bool owns_works) {
    static constexpr WordSet kThere{"at", "in", "of", "near", "outside"};
    if (f.token(end - 1).is(',')) --end;
    for (const Mention& m : f.mentions) {
        const bool fine = m.place >= 0 && !m.adjective && m.precision != PlacePrecision::None && m.precision <= PlacePrecision::District;
        if (!fine || m.end_token > end || m.end_token + 2 < end) continue;
        if (m.end_token == end && (owns_works || m.precision == PlacePrecision::Exact)) return &m;
        const bool called = m.end_token < end && f.token(end - 1).facts->works && f.token(end - 1).letter_case == Case::Lower;
        const bool stands = m.end_token == end && m.first_token > f.sentence.first_token + 2 &&
                            kThere.contains(f.word(m.first_token - 1)) && f.token(m.first_token - 2).facts->works;
        if (called || stands) return &m;
    }
    return nullptr;
}

/// "flew to Pyongyang, where he signed": the clause happens at what it hangs on; of "Goma, Congo, where" in the town.
const Mention* PlaceChooser::antecedent(const SentenceFacts& f, const Frame& frame) {
    const auto own = std::find_if(f.clauses.clauses.begin(), f.clauses.clauses.end(),
                                  [&](const Clause& c) { return f.clauses.verbs[c.verb].head == frame.head; });
    const std::uint32_t joint = own == f.clauses.clauses.end() ? 0 : own->connector,
                        before = frame.subject.begin < frame.subject.end ? frame.subject.begin - 1 : frame.verb.begin - 1;
    const auto hangs = [&](std::uint32_t i) {
        return f.word(i) == "where" || (f.word(i) == "which" && (f.word(i - 1) == "in" || f.word(i - 1) == "at"));
    };
    std::uint32_t at = joint != 0 && hangs(joint) ? joint : before;
    for (std::uint32_t i = frame.subject.begin > f.sentence.first_token ? frame.subject.begin - 1 : frame.subject.begin;
         i < frame.subject.end; ++i)  // "X, | whose | port was flooded"
        if (f.word(i) == "whose")
            return i > f.sentence.first_token ? works_before(f, i, f.token(frame.subject.end - 1).facts->works) : nullptr;
    if (f.word(at) == "which" && is_preposition(f.text, at - 1) && !hangs(at))
        return at > f.sentence.first_token + 2 ? works_before(f, at - 1, false) : nullptr;
    if (!hangs(at)) return nullptr;
    // "left for Y, where the fair opens on Tuesday | and where he is to meet"
    if (f.has(at - 1, kConjunction))
        for (std::uint32_t i = at - 1; i-- > f.sentence.first_token + 1;)
            if (hangs(i)) {
                at = i;
                break;
            }
    if (f.word(at) == "which") --at;
    if (f.token(at - 1).is(',')) --at;
    for (const DateMention& date : f.dates)  // "flew to Hue | on Tuesday, | where"
        if (date.tokens.end == at) at = is_preposition(f.text, date.tokens.begin - 1) ? date.tokens.begin - 1 : date.tokens.begin;
    for (std::size_t i = 0; i < f.mentions.size(); ++i) {
        const Mention& m = f.mentions[i];
        if (m.end_token != at || m.place < 0 || m.adjective) continue;
        const bool holds = i > 0 && f.mentions[i - 1].place >= 0 && f.mentions[i - 1].parent >= 0 &&
                           f.mentions[i - 1].end_token + 1 == m.first_token && f.token(f.mentions[i - 1].end_token).is(',');
        return holds ? &m - 1 : &m;
    }
    return nullptr;
}

PlaceChoice PlaceChooser::named(const SentenceFacts& f, const Frame& frame, const std::optional<calendar::Edtf>& date) const {
    const Mention* best = nullptr;
    double best_score = kLeastPlaceScore;
    const std::uint32_t dateline = dateline_end(f.text, f.sentence, f.mentions);
    for (std::size_t i = 0; i < f.mentions.size(); ++i) {
        const Mention& m = f.mentions[i];
        if (m.first_token < dateline) continue;
        // "near Masiutivka, Kharkiv region": what is known holds what is not.
        const bool holds_unknown = i > 0 && f.mentions[i - 1].place < 0 && f.mentions[i - 1].role == PlaceRole::Location && m.place >= 0 &&
                                   m.first_token <= f.mentions[i - 1].end_token + 1 && f.token(f.mentions[i - 1].end_token).is(',');
        // What contains another place gives way to it: "Sofia, Bulgaria".
        const bool contains = std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& inner) {
            return inner.place >= 0 && inner.end_token < m.first_token && m.first_token - inner.end_token <= 3 && inner.parent >= 0 &&
                   inner.role != PlaceRole::Demonym && m.first_token > inner.first_token;
        });
        const double s = place_score(f, frame, m) - (contains ? 3 : 0) + (holds_unknown && m.role != PlaceRole::Location ? 4 : 0);
        if (s > best_score && !(best && follows_in_list(f, *best, m))) best = &m, best_score = s;
    }
    const Mention* scene =
        !best || best->role != PlaceRole::Location || !frame.rest.contains(best->first_token) ? antecedent(f, frame) : nullptr;
    if (scene) return where(f, *scene, date);
    if (frame.kind != EventKind::Assertion && (!best || best->precision >= PlacePrecision::District || best->role != PlaceRole::Location))
        if (PlaceChoice way = way_of(f, frame, date)) return way;
    const bool told_of =
        frame.kind != EventKind::Assertion || (frame.passive && frame.sense.base == "report");  // "shelling was reported along the border"
    if (told_of && (!best || best->precision >= PlacePrecision::Country))
        if (PlaceChoice border = border_of(f, frame)) return border;
    if (!best || best->precision >= PlacePrecision::Country)
        if (PlaceChoice line = line_called(f, frame)) return line;
    if (!best || best->precision >= PlacePrecision::Country)
        if (PlaceChoice part = part_of_state(f, frame)) return part;
    if (!best || best->precision >= PlacePrecision::Country)
        if (PlaceChoice seat = seat_of_body(f, frame); seat && (!best || lies_in_state(seat.id, *best))) return seat;
    if (!best) {
        best = site_of_subject(f, frame);
        if (!best) best = sole_place(f, frame, gazetteer_);
        if (best && best->first_token < dateline) best = nullptr;
    }
    if (best) return where(f, *best, date);
    if (PlaceChoice beside = beside_known(f, frame, dateline)) return beside;
    return from_dateline(f, frame, dateline, date);
}

/// "landed at Sedbury, near Chepstow": a place that is not known, about the one that the text says it lies in or beside.
PlaceChoice PlaceChooser::beside_known(const SentenceFacts& f, const Frame& frame, std::uint32_t dateline) const {
    PlaceChoice out;
    double best_score = kLeastPlaceScore;
    for (const Mention& m : f.mentions) {
        if (m.place >= 0 || m.within < 0 || m.adjective || m.first_token < dateline) continue;
        Mention known = m;
        known.place = m.within;
        const double s = place_score(f, frame, known);
        if (s <= best_score) continue;
        best_score = s;
        const document::Place holder = gazetteer_.place(static_cast<std::uint32_t>(m.within));
        out = choice_of(f, known, std::nullopt);
        out.basis = PlaceBasis::Inferred;
        out.id = fmt::format("near:{}:{}", holder.id, m.folded);
        out.geometry = holder.at;
        out.reason = fmt::format("{} is in or near {}, as the text tells", out.name, holder.name);
        out.span = {};
    }
    return out;
}

/// Of a town, that it is of the state that a mention names.
bool PlaceChooser::lies_in_state(std::string_view town, const Mention& state) const {
    const std::int64_t row = gazetteer_.index_of(town);
    return row >= 0 &&
           gazetteer_.place(static_cast<std::uint32_t>(row)).country == gazetteer_.place(static_cast<std::uint32_t>(state.place)).country;
}

PlaceChoice PlaceChooser::at_point(const SentenceFacts& f, const WrittenPoint& point) {
    constexpr double spot_km = 1.5;
    PlaceChoice out;
    out.basis = PlaceBasis::Explicit;
    out.precision = point.radius_km <= spot_km ? PlacePrecision::Exact : PlacePrecision::District;
    out.text = f.phrase(point.tokens);
    out.name = out.text;
    out.span = f.span(point.tokens);
    out.id = fmt::format("point:{:.5f},{:.5f}", point.at.lat_deg, point.at.lon_deg);
    out.radius_km = point.radius_km;
    out.geometry = point.at;
    out.confidence = 0.95;
    return out;
}

PlaceChoice PlaceChooser::at_written_point(const SentenceFacts& f, const Frame& frame, bool named) {
    const auto own = std::find_if(f.points.begin(), f.points.end(), [&](const WrittenPoint& p) {
        return frame.clause.contains(p.tokens.begin) || frame.rest.contains(p.tokens.begin) || frame.subject.contains(p.tokens.begin);
    });
    if (f.points.empty() || (own == f.points.end() && named)) return {};
    return at_point(f, own == f.points.end() ? f.points.front() : *own);
}

/// "slipped out of this battered capital", "in this town", "arrived here": where the report is from, in its own words.
bool PlaceChooser::says_here(const SentenceFacts& f) {
    static constexpr WordSet kTowns{"capital", "city", "town", "village", "port", "suburb", "resort"};
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i) {
        if (f.word(i) == "here" && i > f.sentence.first_token && !f.has(i + 1, kBe)) return true;
        if (f.word(i) != "this") continue;
        for (std::uint32_t k = i + 1;
             k < std::min(i + reach, f.sentence.end_token) && f.token(k).kind == TokenKind::Word && !f.has(k, kFunction); ++k)
            if (kTowns.contains(f.word(k))) return true;
    }
    return false;
}

/// A report that names no other place tells of where it was written; not of what is said there.
PlaceChoice PlaceChooser::from_dateline(const SentenceFacts& f, const Frame& frame, std::uint32_t dateline,
                                        const std::optional<calendar::Edtf>& date) const {
    // what figures and plans tell is of a whole country as often
    const bool unlikely = frame.kind == EventKind::Assertion || frame.kind == EventKind::Figure || frame.kind == EventKind::Plan ||
                          frame.background || frame.modality != Modality::Happened;
    constexpr std::uint32_t longest = 4;  // "MOSCOW, January 5. | /TASS/. | The ministers …"
    const bool own = !f.mentions.empty() && f.mentions.front().first_token < dateline;
    const bool follows = !own && from_ && f.sentence.first_token >= from_end_ && f.sentence.first_token <= from_end_ + longest;
    const Mention* const town = own ? &f.mentions.front() : follows ? from_ : nullptr;
    if (!town || town->place < 0) return {};
    const bool meet = frame.kind == EventKind::Meeting || frame.kind == EventKind::Negotiation || frame.kind == EventKind::Visit ||
                      frame.kind == EventKind::Signing;
    const auto is_land_of_town =
        [&](const Mention& m) {  // "YEREVAN — The guest, who is in Armenia, met the premier": no less than the town
            return meet && m.place >= 0 && m.precision == PlacePrecision::Country &&
                   gazetteer_.place(static_cast<std::uint32_t>(m.place)).country ==
                       gazetteer_.place(static_cast<std::uint32_t>(town->place)).country;
        };
    const bool elsewhere = (unlikely && !says_here(f)) || std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
                               return m.first_token >= dateline && m.role == PlaceRole::Location && !is_of_another_time(f, frame, m) &&
                                      !is_land_of_town(m) && !(meet && is_of_office(f, m));
                           });
    if (elsewhere) return {};
    if (entry_lead(f.text, f.sentence, f.mentions).end != 0) return {};  // whose place is that of all the entry
    PlaceChoice out = choice_of(f, *town, date);
    out.basis = PlaceBasis::Inferred;
    out.reason = "where the report is from: " + out.name;
    out.span = {};
    return out;
}

PlaceChoice PlaceChooser::inferred(const SentenceFacts& f, const Frame& frame) const {
    if (frame.noun) return {};
    if (PlaceChoice seat = at_seat_of_state(f, frame)) return seat;
    if (frame.passive) return {};
    const ActorMention *actor = nullptr, *body = nullptr;
    bool alone = true;
    for (const ActorMention& a : f.actors) {
        if (!frame.subject.contains(a.tokens.begin)) continue;
        if (a.country >= 0 && !actor) actor = &a;
        if (a.kind == ActorMention::Kind::Person) continue;
        alone = alone && (!body || a.country == body->country);
        body = &a;
    }
    if (!actor || !alone) return {};  // "the EU and the US called on both"
    const document::Place state = gazetteer_.place(static_cast<std::uint32_t>(actor->country));
    if (state.kind != PlaceKind::Country) return {};
    bool at_seat = false;
    const std::uint32_t front = frame.background ? frame.clause.begin : f.sentence.first_token;
    for (std::uint32_t i = front; i < frame.clause.end; ++i)
        at_seat =
            at_seat || (is_seat(f.word(i)) && !actor->tokens.contains(i) && (f.word(i) != "government" || f.word(i + 1) == "meeting"));
    const bool at_home = frame.kind == EventKind::Closing || frame.kind == EventKind::Recognition || frame.kind == EventKind::Supply ||
                         frame.kind == EventKind::Figure || frame.kind == EventKind::Election;
    const bool speaks = frame.kind == EventKind::Assertion || frame.kind == EventKind::Decision || at_home;
    PlaceChoice out;
    if (const std::int64_t seat = at_seat ? gazetteer_.capital_of(state.country) : -1; seat >= 0) {
        const document::Place capital = gazetteer_.place(static_cast<std::uint32_t>(seat));
        out.name = capital.name;
        out.id = capital.id;
        out.precision = PlacePrecision::Settlement;
        out.radius_km = static_cast<double>(capital.radius_km);
        out.geometry = capital.at;
        out.reason = "the seat of the government of " + std::string(state.name);
    } else if (speaks && actor->kind != ActorMention::Kind::Person) {
        out.name = state.name;
        out.id = state.id;
        out.precision = PlacePrecision::Country;
        out.radius_km = static_cast<double>(state.radius_km);
        out.geometry = state.at;
        out.reason = (at_home ? "the state whose act it is: " : "the state that speaks: ") + f.phrase(actor->tokens);
    } else {
        return out;
    }
    out.basis = PlaceBasis::Inferred;
    out.confidence = 0.5;
    out.text = f.phrase(actor->tokens);
    out.span = f.span(actor->tokens);
    return out;
}

}  // namespace dateline::extract
