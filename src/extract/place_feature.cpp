#include "extract/place_feature.h"

#include "extract/lexicon.h"
#include "extract/place_offset.h"
#include "extract/word_set.h"

#include <algorithm>
#include <cstddef>

namespace dateline::extract {
namespace {

using document::Place;
using document::PlaceKind;
using document::PlacePrecision;

constexpr WordSet kDistrict{"district", "districts", "county", "counties", "parish", "rayon", "raion", "borough", "municipality"};
constexpr WordSet kRegion{"department",  "region",     "regions",  "province",  "provinces", "oblast", "state", "territory",
                          "governorate", "prefecture", "republic", "peninsula", "plateau",   "basin",  "canton"};
constexpr WordSet kTown{"capital", "city", "town", "village", "cities", "towns", "villages", "suburb", "settlement", "resort"};
constexpr WordSet kRiver{"river", "rivers", "creek", "bayou", "fork"};
constexpr WordSet kSea{"sea",     "ocean", "gulf",  "bay",       "sound",  "inlet", "channel", "strait",
                       "straits", "lake",  "lakes", "reservoir", "waters", "canal", "delta"};
constexpr WordSet kLand{"island", "islands", "isle",    "mountain", "mountains", "mount", "valley",  "hill",    "hills",  "ridge", "gap",
                        "pass",   "bluff",   "prairie", "desert",   "canyon",    "gorge", "glacier", "volcano", "forest", "falls"};

bool is_town(PlaceKind kind) { return kind == PlaceKind::Settlement || kind == PlaceKind::Capital; }

}  // namespace

bool is_natural_feature(std::string_view feature) { return kRiver.contains(feature) || kSea.contains(feature) || kLand.contains(feature); }

double fit_of_feature(std::string_view feature, const Place& place) {
    if (feature.empty()) return 0;
    const PlaceKind kind = place.kind;
    if (kDistrict.contains(feature)) return kind == PlaceKind::District ? 4 : kind == PlaceKind::Country ? -3 : 0;
    if (kRegion.contains(feature)) {
        if (feature == "region" || feature == "regions")
            return kind == PlaceKind::Region || kind == PlaceKind::District || kind == PlaceKind::Historic ? 3 : 0;
        if (feature == "republic" && kind == PlaceKind::Country) return 4;  // "Niger Republic", which has a state of its name beside it
        return kind == PlaceKind::Region ? 4 : kind == PlaceKind::District ? 2 : is_town(kind) && feature == "province" ? -3 : 0;
    }
    if (feature == "country") return kind == PlaceKind::Country ? 3 : 0;
    if (kTown.contains(feature)) return is_town(kind) ? 4 : -1;
    if (kRiver.contains(feature)) return kind == PlaceKind::River ? 6 : 0;
    if (kSea.contains(feature)) return kind == PlaceKind::Sea || kind == PlaceKind::Strait || kind == PlaceKind::Lake ? 6 : 0;
    if (kLand.contains(feature)) return kind == PlaceKind::Island || kind == PlaceKind::Mountain ? 5 : 0;
    return 0;
}

PlacePrecision precision_of(const Place& place, std::string_view feature) {
    if (kDistrict.contains(feature) && (is_town(place.kind) || place.kind == PlaceKind::District)) return PlacePrecision::District;
    if (kRegion.contains(feature) && is_town(place.kind)) return PlacePrecision::District;
    switch (place.kind) {
        case PlaceKind::Settlement:
        case PlaceKind::Capital: return PlacePrecision::Settlement;
        case PlaceKind::District: return PlacePrecision::District;
        case PlaceKind::Region:
        case PlaceKind::Mountain:
        case PlaceKind::Island:
        case PlaceKind::Historic: return PlacePrecision::Region;
        case PlaceKind::Country:
        case PlaceKind::Demonym: return PlacePrecision::Country;
        case PlaceKind::CountryGroup:
        case PlaceKind::Continent: return PlacePrecision::CountryGroup;
        case PlaceKind::Sea:
        case PlaceKind::Strait:
        case PlaceKind::River:
        case PlaceKind::Lake: return PlacePrecision::Water;
        case PlaceKind::Landmark: return PlacePrecision::Exact;
        case PlaceKind::Corridor:
        case PlaceKind::Road: return PlacePrecision::Corridor;
    }
    return PlacePrecision::None;
}

float radius_of(const Place& place, PlacePrecision precision) {
    constexpr float kDistrictKm = 20;
    if (precision == PlacePrecision::District) return std::max(place.radius_km, kDistrictKm);
    return place.radius_km;
}

geo::Geometry geometry_of(const document::Gazetteer& gazetteer, const Place& place, PlacePrecision precision) {
    if (precision != PlacePrecision::District && precision != PlacePrecision::Region && precision != PlacePrecision::Water) return place.at;
    geo::MultiPolygon area = gazetteer.area_of(place.id);
    if (area.empty()) return place.at;
    return area;
}

namespace {

/// The words round a name, inside its sentence.
class Surroundings {
  public:
    Surroundings(const Text& text, const Mention& m)
        : text_(text), first_(text.sentences[m.sentence].first_token), end_(text.sentences[m.sentence].end_token), m_(m) {}

    bool is_side_of_border() const;
    bool is_target() const;
    bool is_marched_on() const;
    bool ends_item() const;
    bool is_on_water() const;
    bool is_on_island() const;
    bool is_on_ground() const;
    bool is_shared_out() const;
    bool is_of_works() const;
    std::string_view preposition() const { return word(before_description(m_.first_token) - 1); }

  private:
    /// Counted from the sentence's first token, `i` may lie before it.
    std::string_view word(std::size_t i) const { return i + 1 > first_ && i < end_ ? text_.folded(text_.tokens[i]) : std::string_view{}; }
    bool has(std::size_t i, std::uint32_t bits) const { return i >= first_ && i < end_ && (text_.tokens[i].lexicon & bits) != 0; }
    /// Where "the northern" and "the city of" before a name begin.
    std::size_t before_description(std::size_t at) const {
        for (; at > first_; --at) {
            const bool of_kin = word(at - 1) == "of" && at >= first_ + 2 && has(at - 2, kKinOfPlace | kDirection);
            if (!of_kin && !has(at - 1, kArticle | kDirection | kKinOfPlace)) break;
        }
        return at;
    }
    bool stands_alone() const;
    bool is_no_topic() const;
    bool leads_in(std::size_t noun, std::size_t longest) const;

    const Text& text_;
    const std::size_t first_, end_;
    const Mention& m_;
};

bool is_border(std::string_view word) { return word == "border" || word == "borders" || word == "frontier" || word == "frontiers"; }

/// "the border with X", "between X and Y", "X's western border", "the X–Y border"; not "X closed its border".
bool Surroundings::is_side_of_border() const {
    std::size_t next = m_.end_token;
    const auto pairs = [&](std::size_t i) { return i < end_ && text_.tokens[i].capitalised() && text_.tokens[i].hyphenated; };
    if (pairs(next)) ++next;
    else if (word(next) == "and" && next + 1 < end_ && text_.tokens[next + 1].capitalised()) next += 2;  // "the Syria and Iraq border"
    while (has(next, kDirection)) ++next;
    if (is_border(word(next)))
        return word(next + 1) != "crossing" || m_.precision == document::PlacePrecision::Country;  // "the Lachin border crossing" is a spot
    std::size_t before = before_description(m_.first_token);
    if (before >= first_ + 2 && (word(before - 1) == "with" || word(before - 1) == "of") && is_border(word(before - 2))) return true;
    constexpr std::size_t reach = 10;
    bool between = false;
    for (std::size_t steps = 0; before > first_ && steps < reach; --before, ++steps) {
        if (between && is_border(word(before - 1))) return true;
        if (word(before - 1) == "between") between = true;
        else if (!between && steps >= reach / 2) return false;
    }
    return false;
}

/// "struck X on Monday", "hit the X basin", not "struck X's port", "struck the X refinery".
bool Surroundings::stands_alone() const {
    if (m_.possessive) return false;
    std::size_t after = m_.end_token;
    if (after < end_ && !m_.feature.empty() && has(after, kGeoTail) && word(after) == m_.feature) ++after;
    if (after >= end_) return true;
    const Token& next = text_.tokens[after];
    return next.kind != TokenKind::Word || (!next.hyphenated && has(after, kFunction | kConjunction | kLocative | kMonth)) ||
           text_.folded(next).ends_with("ly");
}

/// "launched strikes on X", "the invasion of X", "floods hit northern X", "fired rockets into X": harm is done there.
bool Surroundings::is_target() const {
    static constexpr WordSet kBlows{"attack",  "attacks",  "strike",   "strikes",     "airstrike",    "airstrikes", "raid",
                                    "raids",   "assault",  "assaults", "bombardment", "bombardments", "offensive",  "war",
                                    "salvo",   "barrage",  "blitz",    "onslaught",   "aggression",   "crackdown",  "sanctions",
                                    "embargo", "blockade", "tariffs",  "fire",        "bombs"};
    static constexpr WordSet kDoneTo{"invasion",   "bombing",    "bombardment", "shelling",  "siege",      "blockade",
                                     "occupation", "annexation", "capture",     "recapture", "liberation", "encirclement",
                                     "evacuation", "battle",     "fall",        "bombings"};
    static constexpr WordSet kHarms{"hit",    "hits",      "struck",   "strikes", "battered",   "lashed",   "pounded",   "shelled",
                                    "bombed", "bombarded", "rocked",   "shook",   "devastated", "flooded",  "inundated", "ravaged",
                                    "swept",  "invaded",   "besieged", "stormed", "jolted",     "engulfed", "pummeled",  "pummelled"};
    static constexpr WordSet kMissiles{"rocket", "rockets", "missile",     "missiles", "drone",     "drones", "shell",
                                       "shells", "mortars", "projectiles", "bombs",    "artillery", "flares", "fire"};
    const std::size_t before = before_description(m_.first_token);
    const std::string_view way = word(before - 1), head = word(before - 2);
    if ((way == "on" || way == "against" || way == "upon") && kBlows.contains(head)) return true;
    if (way == "of" && kDoneTo.contains(head)) return true;
    if ((way == "into" || way == "at" || way == "on" || way == "toward" || way == "towards" || way == "over") && kMissiles.contains(head))
        return true;
    return kHarms.contains(way) && stands_alone();
}

/// "marched on X", "the advance on X"
bool Surroundings::is_marched_on() const {
    static constexpr WordSet kMoves{"march", "marched", "marching", "advance", "advanced", "advancing", "advances", "converged", "closing"};
    const std::size_t before = before_description(m_.first_token);
    return word(before - 1) == "on" &&
           (kMoves.contains(word(before - 2)) || (word(before - 2) == "in" && kMoves.contains(word(before - 3))));
}

/// "- Arrival of the EU delegation, Yerevan", "10:30 Meeting with the president, Baku": where an item of a list is, last and after a comma.
bool Surroundings::ends_item() const {
    const auto& blocks = text_.layout->blocks;
    const bool listed =
        blocks[text_.sentences[m_.sentence].block].kind == BlockKind::ListItem || text_.tokens[first_].kind == TokenKind::Number;
    if (!listed || m_.first_token < first_ + 2 || !text_.tokens[m_.first_token - 1].is(',') || m_.possessive) return false;
    return m_.end_token >= end_ || text_.tokens[m_.end_token].is('.') || text_.tokens[m_.end_token].is('(') ||
           (text_.tokens[m_.end_token].is(',') && m_.parent >= 0);
}

/// "capsized on Lake Victoria", not "talks on the Caspian"
bool Surroundings::is_on_water() const { return m_.precision == document::PlacePrecision::Water && is_no_topic(); }

/// "a fire broke out on Rhodes", not "talks on Cyprus"
bool Surroundings::is_on_island() const {
    const bool island = std::any_of(m_.candidates.begin(), m_.candidates.end(),
                                    [&](const document::NameMatch& c) { return c.place == m_.place && c.kind == PlaceKind::Island; });
    return island && is_no_topic();
}

/// "stranded on the Salang pass", "on Konotop bridge"
bool Surroundings::is_on_ground() const {
    static constexpr WordSet kGrounds{"pass", "bridge", "square", "plateau", "peninsula", "ridge", "mountain", "hill"};
    const bool named = kGrounds.contains(word(m_.end_token - 1)) || kGrounds.contains(word(m_.end_token));
    const bool fronted = before_description(m_.first_token) == first_ + 1;
    return named && (fronted || is_no_topic());
}

/// "in much of X", "across large parts of X", "in the north and most of X"
bool Surroundings::is_shared_out() const {
    static constexpr WordSet kShares{"much",    "most",    "half",      "part",     "parts",  "all",     "areas", "swathes", "swaths",
                                     "corner",  "corners", "outskirts", "centre",   "center", "suburbs", "rest",  "whole",   "lane",
                                     "section", "stretch", "mouth",     "entrance", "shore",  "shores",  "bank",  "banks"};
    constexpr std::size_t longest = 3;  // "in the large parts of"
    const std::size_t before = before_description(m_.first_token);
    return before >= first_ + 3 && word(before - 1) == "of" && kShares.contains(word(before - 2)) && leads_in(before - 2, longest);
}

/// "in the crowded fish market of X", "at a school of X", "on the main street of X"
bool Surroundings::is_of_works() const {
    static constexpr WordSet kBuilt{"street",  "streets",  "avenue", "boulevard", "highway", "park",    "palace",    "garden",
                                    "gardens", "beach",    "slum",   "slums",     "markets", "schools", "hospitals", "hotels",
                                    "mosques", "churches", "camps",  "stop",      "hall",    "slopes"};
    static constexpr WordSet kNoGround{"field",   "post", "site",
                                       "complex", "base", "platform"};  // "in the field of energy", "the post of mayor"
    constexpr std::size_t longest = 4;
    const std::size_t before = before_description(m_.first_token);
    if (before < first_ + 3 || word(before - 1) != "of" || m_.possessive || m_.precision > document::PlacePrecision::Region) return false;
    const bool works =
        (text_.tokens[before - 2].facts->works && !kNoGround.contains(word(before - 2))) || kBuilt.contains(word(before - 2));
    return works && leads_in(before - 2, longest);
}

/// Whether "in the", "at a crowded" and the like stand before `noun`.
bool Surroundings::leads_in(std::size_t noun, std::size_t longest) const {
    static constexpr WordSet kIn{"in", "across", "over", "throughout", "on", "at", "around", "through", "near", "outside", "inside"};
    for (std::size_t i = noun, steps = 0; i > first_ && steps <= longest; --i, ++steps) {
        if (kIn.contains(word(i - 1))) return true;
        if (text_.tokens[i - 1].kind != TokenKind::Word || text_.tokens[i - 1].letter_case != Case::Lower) return false;
    }
    return false;
}

/// Whether what stands before "on" is done there, and not said about it.
bool Surroundings::is_no_topic() const {
    static constexpr WordSet kTopics{"talks",   "agreement",  "accord",        "treaty",       "convention", "deal",      "statement",
                                     "summit",  "conference", "report",        "meeting",      "dispute",    "position",  "declaration",
                                     "session", "forum",      "consultations", "negotiations", "remarks",    "sanctions", "pressure"};
    std::uint32_t i = m_.first_token;
    while (i > first_ + 1 && word(i - 1) != "on") --i;
    return i > first_ + 1 && !kTopics.contains(word(i - 2));
}

}  // namespace

PlaceRole role_of(const Text& text, const Mention& m) {
    if (m.adjective) return PlaceRole::Demonym;
    const Surroundings around(text, m);
    if (around.is_side_of_border()) return PlaceRole::Boundary;
    if (around.is_target()) return PlaceRole::Location;
    if (around.is_marched_on()) return PlaceRole::Destination;
    const std::string_view before = around.preposition();
    // "40 miles from X", "10 km ESE of X", "30 km to the east of X", "north of the capital, X"
    const bool may_be_offset = before == "from" || before == "of" || before == "to" || before.empty();
    if (const auto offset = may_be_offset ? offset_before(text, m) : std::nullopt; offset && (before != "to" || offset->km > 0))
        return PlaceRole::Location;
    if (before == "from") return PlaceRole::Origin;
    if (before == "to" || before == "toward" || before == "towards" || before == "into" || before == "for") return PlaceRole::Destination;
    return m.locative || around.ends_item() || around.is_shared_out() || (before == "of" && around.is_of_works()) ||
                   (before == "on" && (around.is_on_water() || around.is_on_island() || around.is_on_ground()))
               ? PlaceRole::Location
               : PlaceRole::Mention;
}

}  // namespace dateline::extract
