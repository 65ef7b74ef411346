#include "extract/passage_setting.h"

#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"
#include "geo/lonlat.h"

#include <algorithm>
#include <map>

namespace dateline::extract {
namespace {

using document::Place;
using document::PlaceBasis;
using document::PlaceKind;
using document::PlacePrecision;

constexpr double kAbout_m = 60'000;  ///< what lies about a town

bool is_town(PlaceKind kind) { return kind == PlaceKind::Settlement || kind == PlaceKind::Capital; }
bool is_land_of_state(PlaceKind kind) { return kind == PlaceKind::Region || kind == PlaceKind::Island; }

/// "At least 150 have died worldwide"
bool is_of_the_world(const SentenceFacts& f) {
    static constexpr WordSet kEverywhere{"worldwide", "globally", "abroad", "overseas", "elsewhere", "internationally", "global"};
    for (std::uint32_t i = f.sentence.first_token; i < f.sentence.end_token; ++i)
        if (kEverywhere.contains(f.word(i))) return true;
    return false;
}

/// "The Security Council", "NATO": bodies of many states, which act wherever they sit.
bool is_of_many_states(const SentenceFacts& f, TokenRange who) {
    static constexpr WordSet kBodies{"un",     "eu",     "nato",  "osce",     "ecowas",        "asean",   "opec", "imf",
                                     "unesco", "unicef", "unhcr", "icrc",     "icc",           "iaea",    "g7",   "g20",
                                     "brics",  "cis",    "csto",  "european", "international", "interpol"};
    for (std::uint32_t i = who.begin; i < who.end; ++i) {
        const std::string_view word = f.word(i), next = f.word(i + 1);
        if (kBodies.contains(word) && f.token(i).capitalised()) return true;
        const bool two = (word == "united" && next == "nations") || (word == "security" && next == "council") ||
                         (word == "african" && next == "union") || (word == "arab" && next == "league") ||
                         (word == "world" && next == "bank") || (word == "general" && next == "assembly") ||
                         (word == "red" && (next == "cross" || next == "crescent"));
        if (two && f.token(i).capitalised()) return true;
    }
    return false;
}

/// "Parliament", "the prime minister": who acts in the capital, wherever a report is set.
bool is_of_whole_state(const SentenceFacts& f, TokenRange who) {
    static constexpr WordSet kOfState{"parliament", "government", "cabinet", "senate", "congress", "president",
                                      "minister",   "ministers",  "premier", "king",   "queen"};
    for (std::uint32_t i = who.begin; i < who.end; ++i) {
        if (is_preposition(f.text, i)) return false;
        if (kOfState.contains(f.word(i))) return true;
    }
    return false;
}

/// "AND FINALLY — ", "IN BRIEF: ": what begins another report.
bool opens_with_capitals(const Text& text, const Sentence& sentence) {
    constexpr std::uint32_t longest = 5;
    for (std::uint32_t i = sentence.first_token; i + 1 < std::min(sentence.end_token, sentence.first_token + longest); ++i) {
        const Token& t = text.tokens[i];
        if (i > sentence.first_token && ((t.is('-') && t.after_space) || t.is(':'))) return true;
        if (t.kind != TokenKind::Word || t.letter_case != Case::Upper) return false;
    }
    return false;
}

/// What is done where those meet who do it, and they may meet anywhere.
bool is_done_anywhere(EventKind kind) {
    return kind == EventKind::Visit || kind == EventKind::Meeting || kind == EventKind::Negotiation || kind == EventKind::Signing ||
           kind == EventKind::Recognition || kind == EventKind::Trade || kind == EventKind::Movement;
}

/// "The coup of 1 February", and not "support during the war".
bool is_of_one_land(EventKind kind) {
    return kind == EventKind::Attack || kind == EventKind::Combat || kind == EventKind::Incident || kind == EventKind::Disaster ||
           kind == EventKind::Election || kind == EventKind::Protest || kind == EventKind::Arrest || kind == EventKind::Founding;
}

}  // namespace

/// What a report's names lie in, and how many of them do.
struct PassageSetting::Tally {
    std::string country;           ///< that most of them lie in
    std::size_t all = 0, own = 0;  ///< names, and those in that country
    std::size_t finer = 0;         ///< of those, names of less than the country
    std::int64_t town = -1, land = -1;
    std::string town_name, land_name;  ///< as the text writes them
    std::size_t towns = 0;             ///< how often the town is named
    std::size_t about = 0;             ///< of the finer ones, how many lie about the town
    std::size_t lands = 0, in_land = 0;
    bool only_town = true;  ///< no other town of the country is named
    bool headed = false;    ///< a heading, or the head of the text, names a place of the country
    const Mention* from = nullptr;
};

PassageSetting::Tally PassageSetting::tally(const Text& text, std::span<const Mention> mentions, std::span<const Place> places,
                                            const Mention* from) const {
    Tally out;
    out.from = from;
    constexpr std::uint32_t blocks_of_head = 3;  // title, what stands under it, and who wrote it
    struct Named {
        const Place* place = nullptr;
        const Mention* first = nullptr;
        std::size_t count = 0;
    };
    std::map<std::string_view, std::size_t> countries;
    std::map<std::int64_t, Named> named;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& m = mentions[i];
        if (m.place < 0 || m.adjective || places[i].country.size() != 2) continue;
        ++countries[places[i].country];
        Named& own = named[m.place];
        if (!own.first) own.first = &m, own.place = &places[i];
        ++own.count;
        ++out.all;
    }
    for (const auto& [country, count] : countries)
        if (count > out.own) out.own = count, out.country = country;
    std::map<std::string_view, Named> towns;  // of one name the town and the county called after it count together
    const Place* land = nullptr;
    for (const auto& [row, own] : named) {
        const Place& place = *own.place;
        if (place.country != out.country) continue;
        const std::uint32_t block = text.sentences[own.first->sentence].block;
        out.headed = out.headed || block < blocks_of_head || text.layout->blocks[block].kind == BlockKind::Heading;
        if (place.kind == PlaceKind::Country) continue;
        out.finer += own.count;
        if (is_town(place.kind)) out.only_town = out.only_town && out.town < 0, out.town = row;
        if (is_land_of_state(place.kind) && own.count > out.lands)
            out.lands = own.count, out.land = row, land = &place,
            out.land_name = std::string(text.bytes(text.tokens[own.first->first_token].begin, text.tokens[own.first->end_token - 1].end));
        if (!is_town(place.kind) && place.kind != PlaceKind::District) continue;
        Named& town = towns[own.first->folded];
        town.count += own.count;
        if (!town.place || is_town(place.kind)) town.place = &place, town.first = own.first;
    }
    const Place* centre = out.town >= 0 ? named[out.town].place : nullptr;
    for (const auto& [name, own] : towns)
        if (own.count > out.towns)
            out.towns = own.count, out.town = own.first->place, centre = own.place,
            out.town_name = std::string(text.bytes(text.tokens[own.first->first_token].begin, text.tokens[own.first->end_token - 1].end));
    for (const auto& [row, own] : named) {
        const Place& place = *own.place;
        if (place.country != out.country || place.kind == PlaceKind::Country) continue;
        const auto within = [&](const Place& whole, double reach_m) { return geo::distance_m(place.at, whole.at) <= reach_m; };
        if (centre && within(*centre, kAbout_m)) out.about += own.count;
        if (land && (row == out.land || place.admin1 == land->name || within(*land, 1000.0 * static_cast<double>(land->radius_km))))
            out.in_land += own.count;
    }
    return out;
}

std::int32_t PassageSetting::add(std::int64_t row, std::string_view name, PlacePrecision precision, double radius_km,
                                 std::string_view whose) {
    const Place place = gazetteer_.place(static_cast<std::uint32_t>(row));
    Scene scene;
    scene.country = place.country;
    scene.local = precision == PlacePrecision::District;
    scene.place.basis = PlaceBasis::Inferred;
    scene.place.precision = precision;
    scene.place.name = scene.place.text = name.empty() ? std::string(place.name) : tidy(name);
    scene.place.id = place.id;
    scene.place.radius_km = radius_km;
    scene.place.confidence = 0.4;
    scene.place.geometry = place.at;
    scene.place.reason = std::string(whose) + scene.place.name;
    scenes_.push_back(std::move(scene));
    return static_cast<std::int32_t>(scenes_.size() - 1);
}

std::int32_t PassageSetting::set_scene(const Tally& t, std::string_view whose) {
    constexpr std::size_t fewest_of_town = 3, fewest_about = 6, fewest = 4, fewest_of_report = 2, fewest_of_land = 2;
    const auto share = [](std::size_t part, std::size_t whole, std::size_t percent) { return part * 100 >= whole * percent; };
    const std::size_t least = t.from ? fewest_of_report : fewest;
    if (t.own < least || !share(t.own, t.all, t.from ? 60 : t.headed ? 55 : 70)) return -1;
    if (t.from && t.from->place == t.town && t.only_town) {
        const Place town = gazetteer_.place(static_cast<std::uint32_t>(t.town));
        return add(t.town, town.name, PlacePrecision::Settlement, static_cast<double>(town.radius_km), whose);
    }
    constexpr double paper_km = 20;
    if (!t.from && t.towns >= fewest_of_town && t.finer >= fewest_about && share(t.about, t.finer, 70) && share(t.finer, t.all, 70))
        return add(t.town, t.town_name, PlacePrecision::District, paper_km, whose);
    if (t.land >= 0 && t.lands >= fewest_of_land && share(t.in_land, t.finer, 60))
        return add(t.land, t.land_name, PlacePrecision::Region,
                   static_cast<double>(gazetteer_.place(static_cast<std::uint32_t>(t.land)).radius_km), whose);
    const std::int64_t state = gazetteer_.index_of("iso:" + t.country);
    if (state < 0) return -1;
    return add(state, {}, PlacePrecision::Country, static_cast<double>(gazetteer_.place(static_cast<std::uint32_t>(state)).radius_km),
               whose);
}

/// "Woman dies in crash near Drumcliffe" over a report of a local paper: the one village that it names.
std::int32_t PassageSetting::scene_of_heading(const Text& text, std::span<const Mention> mentions, const Report& report,
                                              const Scene& whole) {
    constexpr double village_km = 10;
    const Mention* only = nullptr;
    if (text.layout->blocks[report.first_block].kind != BlockKind::Heading) return -1;
    for (std::size_t i = report.first; i < report.end; ++i) {
        const Mention& m = mentions[i];
        if (text.sentences[m.sentence].block != report.first_block || m.adjective) continue;
        if (m.place < 0 || only) return -1;
        only = &m;
    }
    if (!only) return -1;
    const Place place = gazetteer_.place(static_cast<std::uint32_t>(only->place));
    const auto* centre = std::get_if<geo::LonLat>(&whole.place.geometry);
    if (!is_town(place.kind) || !centre || geo::distance_m(place.at, *centre) > kAbout_m) return -1;
    return add(only->place, text.bytes(text.tokens[only->first_token].begin, text.tokens[only->end_token - 1].end),
               PlacePrecision::District, village_km, "the report is about ");
}

void PassageSetting::read(const Text& text, std::span<const Mention> mentions) {
    reports_.assign(1, {});
    reports_.front().first_block = text.sentences.empty() ? 0 : text.sentences.front().block;
    std::size_t m = 0;
    for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
        const Sentence& sentence = text.sentences[s];
        const std::size_t first = m;
        while (m < mentions.size() && mentions[m].sentence == s) ++m;
        const std::span<const Mention> own = mentions.subspan(first, m - first);
        const bool opens = s == 0 || text.sentences[s - 1].block != sentence.block;
        const bool heads = opens && text.layout->blocks[sentence.block].kind == BlockKind::Heading;
        const bool led = opens && opens_with_capitals(text, sentence);
        const std::uint32_t dateline = !opens || heads || own.empty() || own.front().place < 0 ? 0 : dateline_end(text, sentence, own);
        const bool dated = dateline > 0 && own.front().end_token <= dateline && entry_lead(text, sentence, own).end == 0;
        if (heads || dated || led) {
            Report next;
            next.first_block = sentence.block;
            next.first = first;
            next.from = dated ? &own.front() : nullptr;
            if (dated && reports_.back().first_block == sentence.block) reports_.pop_back();
            reports_.push_back(next);
        }
        reports_.back().end = m;
    }
    std::vector<Place> places(mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i)
        if (mentions[i].place >= 0 && !mentions[i].adjective) places[i] = gazetteer_.place(static_cast<std::uint32_t>(mentions[i].place));
    const std::int32_t whole = set_scene(tally(text, mentions, places, nullptr), "the text is about ");
    if (whole >= 0) scenes_[static_cast<std::size_t>(whole)].whole = true;
    for (Report& report : reports_) {
        const std::size_t count = std::max(report.end, report.first) - report.first;
        const Tally names = tally(text, mentions.subspan(report.first, count), std::span(places).subspan(report.first, count), report.from);
        const bool local = whole >= 0 && scenes_[static_cast<std::size_t>(whole)].local;
        if (local) {
            const Scene about = scenes_[static_cast<std::size_t>(whole)];
            report.scene = scene_of_heading(text, mentions, report, about);
            if (report.scene < 0) report.scene = whole;
            else scenes_[static_cast<std::size_t>(report.scene)].whole = true;
            continue;
        }
        report.scene = set_scene(names, "the report is about ");
        if (report.scene >= 0) scenes_[static_cast<std::size_t>(report.scene)].from_dateline = report.from != nullptr;
        const bool alike = report.scene >= 0 && whole >= 0 && !report.from &&
                           scenes_[static_cast<std::size_t>(report.scene)].place.id == scenes_[static_cast<std::size_t>(whole)].place.id;
        if (alike) report.scene = whole;
        const bool of_whole = whole >= 0 && (names.all == 0 || names.country == scenes_[static_cast<std::size_t>(whole)].country);
        if (report.scene < 0 && !report.from && of_whole) report.scene = whole;
    }
}

/// Whether what a frame tells, or who does it, is of another land than the scene.
bool PassageSetting::is_abroad(const SentenceFacts& f, const Frame& frame, const Scene& scene) const {
    if (is_of_the_world(f) || is_of_many_states(f, frame.subject) ||
        (scene.place.precision != PlacePrecision::Country && is_of_whole_state(f, frame.subject)))
        return true;
    for (const Mention& m : f.mentions) {
        // "in a camp at Kharp", which is not known, in a report of a round-up: it may be anywhere
        if (m.place < 0 && !scene.whole && m.role == PlaceRole::Location &&
            (frame.rest.contains(m.first_token) || frame.subject.contains(m.first_token)))
            return true;
        if (m.place < 0) continue;
        const Place place = gazetteer_.place(static_cast<std::uint32_t>(m.place));
        if (place.country == scene.country) {
            const bool acts =
                frame.subject.begin <= m.first_token && m.first_token <= frame.subject.begin + 1 && m.end_token == frame.subject.end;
            if (place.kind == PlaceKind::Country && !m.adjective && acts && scene.place.precision < PlacePrecision::Country)
                return true;  // "Papua New Guinea became independent", in a text about Bougainville
            const auto* at = std::get_if<geo::LonLat>(&scene.place.geometry);
            const bool named_elsewhere = scene.place.precision < PlacePrecision::Country && m.role != PlaceRole::Mention && !m.adjective &&
                                         at && geo::distance_m(place.at, *at) > std::max(kAbout_m, 1000 * scene.place.radius_km);
            if (named_elsewhere && (frame.rest.contains(m.first_token) || frame.subject.contains(m.first_token))) return true;
            continue;
        }
        const bool told = frame.subject.contains(m.first_token) || frame.rest.contains(m.first_token) ||
                          frame.clause.contains(m.first_token) || m.first_token < f.clauses.fronted_end;
        if (m.adjective ? frame.subject.contains(m.first_token) : told) return true;
    }
    return std::any_of(f.actors.begin(), f.actors.end(), [&](const ActorMention& a) {
        return a.country >= 0 && frame.subject.contains(a.tokens.begin) &&
               gazetteer_.place(static_cast<std::uint32_t>(a.country)).country != scene.country;
    });
}

std::int32_t PassageSetting::scene_of(const SentenceFacts& f, const Frame& frame) const {
    const auto after = std::upper_bound(reports_.begin(), reports_.end(), f.sentence.block,
                                        [](std::uint32_t block, const Report& r) { return block < r.first_block; });
    if (after == reports_.begin()) return -1;
    const std::int32_t index = std::prev(after)->scene;
    if (index < 0) return -1;
    const Scene& own = scenes_[static_cast<std::size_t>(index)];
    // "landed at Torokina", which is not known, in a text that is all about one land: there
    const bool to_village = own.whole && std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
                                return m.place < 0 && !m.adjective && m.role != PlaceRole::Mention && frame.rest.contains(m.first_token);
                            });
    if (!own.local && !to_village && is_done_anywhere(frame.kind)) return -1;
    // what is said may be of any land, but in a report that says where it is from
    const bool of_nobody = frame.passive && std::none_of(f.actors.begin(), f.actors.end(), [&](const ActorMention& a) {
                               return frame.subject.contains(a.tokens.begin);
                           });  // "An emergency was declared"
    if ((frame.kind == EventKind::Assertion || (frame.sense.use & kSays) != 0) && !own.from_dateline && !of_nobody) return -1;
    if (frame.noun && !is_of_one_land(frame.kind)) return -1;
    return is_abroad(f, frame, own) ? -1 : index;
}

}  // namespace dateline::extract
