#include "extract/unknown_place.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"
#include "geo/lonlat.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

using document::PlaceKind;
using document::PlacePrecision;

class Placer {
  public:
    Placer(const Text& text, const document::Gazetteer& gazetteer, std::vector<Mention>& mentions)
        : text_(text), gazetteer_(gazetteer), mentions_(mentions) {}

    void run() {
        for (std::size_t i = mentions_.size(); i-- > 0;)  // from the end: "Ungwan Gaida village in Chikun in Kaduna state"
            if (is_unknown(mentions_[i])) take(i, told_after(i));
        for (std::size_t i = 0; i < mentions_.size(); ++i)
            if (is_open(i) && !is_held(i)) take(i, told_before(i));
        for (std::size_t i = 0; i < mentions_.size(); ++i)
            if (is_open(i) && !is_held(i)) take(i, told_in_sentence(i));
        for (std::size_t i = 0; i < mentions_.size(); ++i)
            if (is_open(i)) take(i, told_elsewhere(i));
        for (std::size_t i = 0; i < mentions_.size(); ++i)
            if (is_open(i)) take_around(i);
    }

  private:
    static bool is_unknown(const Mention& m) { return m.place < 0 && !m.adjective; }
    bool is_open(std::size_t i) const { return is_unknown(mentions_[i]) && mentions_[i].within < 0; }
    /// What lies in California, which is too large, lies in no town that is told of elsewhere in the sentence.
    bool is_held(std::size_t i) const { return told_after(i) >= 0; }
    std::int64_t place_of(std::size_t i) const { return mentions_[i].place >= 0 ? mentions_[i].place : mentions_[i].within; }
    void take(std::size_t i, std::int64_t place);
    void take_around(std::size_t i);
    bool is_small(std::int64_t place) const;
    /// Beside a name that may mean several places nothing is told of where.
    bool is_sure(std::size_t i) const {
        constexpr double kEnough = 0.8, kKnownToAll = 300000;
        const Mention& m = mentions_[i];
        return m.confidence >= kEnough || m.parent >= 0 ||
               (m.place >= 0 && !text_.tokens[m.end_token - 1].dotted &&
                gazetteer_.place(static_cast<std::uint32_t>(m.place)).population >= kKnownToAll);
    }
    bool leads_to(std::size_t begin, std::size_t end, bool& joined) const;
    std::int64_t told_after(std::size_t i) const;
    std::int64_t told_before(std::size_t i) const;
    std::int64_t told_in_sentence(std::size_t i) const;
    std::int64_t told_elsewhere(std::size_t i) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    std::vector<Mention>& mentions_;
};

/// Whether a point in its middle says where in it something is.
bool Placer::is_small(std::int64_t row) const {
    constexpr float kWidest = 130;  // km
    if (row < 0) return false;
    const document::Place place = gazetteer_.place(static_cast<std::uint32_t>(row));
    if (place.kind == PlaceKind::Sea || place.kind == PlaceKind::River || place.kind == PlaceKind::Strait ||
        place.kind == PlaceKind::Road || place.kind == PlaceKind::Corridor)
        return false;
    return place.radius_km <= kWidest;
}

void Placer::take(std::size_t i, std::int64_t row) {
    constexpr float kLeastKm = 20, kOfDistrict = 60;
    if (!is_small(row)) return;
    Mention& m = mentions_[i];
    m.within = row;
    m.radius_km = std::max(kLeastKm, gazetteer_.place(static_cast<std::uint32_t>(row)).radius_km);
    m.precision = m.radius_km <= kOfDistrict ? PlacePrecision::District : PlacePrecision::Region;
}

/// Whether only words of where stand in [begin, end): ", south of", "area of", "village in the".
bool Placer::leads_to(std::size_t begin, std::size_t end, bool& joined) const {
    static constexpr WordSet kWhere{"in", "of", "near", "at", "off", "outside"};
    static constexpr WordSet kFar{"km", "kilometers", "kilometres", "miles", "mile", "far"};
    static constexpr WordSet kPasses{"the",        "on",   "about",    "around", "some",       "just",       "local",
                                     "government", "area", "areas",    "km",     "kilometers", "kilometres", "miles",
                                     "mile",       "far",  "suburban", "part",   "edge",       "authority",  "located"};
    constexpr std::size_t kMostWords = 9;
    if (end - begin > kMostWords) return false;
    for (std::size_t i = begin; i < end; ++i) {
        const Token& t = text_.tokens[i];
        const std::string_view word = text_.folded(t);
        const bool from = word == "from" && i > begin &&
                          (kFar.contains(text_.folded(text_.tokens[i - 1])) ||
                           (text_.tokens[i - 1].lexicon & kDirection) != 0);  // "8 km from"; "to Tongaat, from Durban" goes far
        joined = joined || t.is(',') || from || kWhere.contains(word);
        const bool passes = t.is(',') || from || t.is('(') || kWhere.contains(word) || kPasses.contains(word) ||
                            t.kind == TokenKind::Number || (t.lexicon & (kDirection | kKinOfPlace | kGeoTail)) != 0;
        if (!passes) return false;
    }
    return true;
}

/// "Tongaat, south of Durban"
std::int64_t Placer::told_after(std::size_t i) const {
    const Mention& m = mentions_[i];
    for (const std::int32_t holder : {m.parent, m.container})
        if (holder >= 0) return place_of(static_cast<std::size_t>(holder));
    if (i + 1 >= mentions_.size() || mentions_[i + 1].sentence != m.sentence || mentions_[i + 1].adjective || m.possessive) return -1;
    bool joined = false;
    return leads_to(m.end_token, mentions_[i + 1].first_token, joined) && joined && (is_sure(i + 1) || mentions_[i + 1].place < 0)
               ? place_of(i + 1)
               : -1;
}

/// "Durban's Tongaat", "the Durban suburb of Tongaat", "Durban, Tongaat and Verulam"
std::int64_t Placer::told_before(std::size_t i) const {
    if (i == 0 || mentions_[i - 1].sentence != mentions_[i].sentence || mentions_[i - 1].adjective) return -1;
    constexpr std::size_t kMostWords = 4;
    const std::size_t begin = mentions_[i - 1].end_token, end = mentions_[i].first_token;
    if (end - begin > kMostWords) return -1;
    const bool passes =
        std::all_of(text_.tokens.begin() + static_cast<std::ptrdiff_t>(begin), text_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const Token& t) {
                        return t.is(',') || text_.folded(t) == "of" || (t.lexicon & (kKinOfPlace | kGeoTail | kDirection | kArticle)) != 0;
                    });
    return passes && is_sure(i - 1) ? place_of(i - 1) : -1;
}

/// The nearest town or county that its sentence tells of as where something is.
std::int64_t Placer::told_in_sentence(std::size_t i) const {
    const Mention& m = mentions_[i];
    std::int64_t best = -1;
    std::size_t nearest = 12;                                                                  // tokens
    static constexpr WordSet kApart{"over", "below", "above", "beyond", "opposite", "under"};  // "a flag over Fort Zelmur"
    const bool apart_from =
        m.first_token > text_.sentences[m.sentence].first_token && kApart.contains(text_.folded(text_.tokens[m.first_token - 1]));
    if (m.role != PlaceRole::Location || apart_from) return best;
    const auto see = [&](std::size_t k) {
        const Mention& other = mentions_[k];
        const PlaceKind kind = place_of(k) < 0 ? PlaceKind::Country : gazetteer_.place(static_cast<std::uint32_t>(place_of(k))).kind;
        const bool there = other.role == PlaceRole::Location && (kind == PlaceKind::Settlement || kind == PlaceKind::Capital);
        const std::size_t apart = other.first_token > m.first_token ? other.first_token - m.end_token : m.first_token - other.end_token;
        if (!there || other.adjective || !is_sure(k) || !is_small(place_of(k)) || apart >= nearest) return;
        nearest = apart;
        best = place_of(k);
    };
    for (std::size_t k = i; k-- > 0 && mentions_[k].sentence == m.sentence;) see(k);
    for (std::size_t k = i + 1; k < mentions_.size() && mentions_[k].sentence == m.sentence; ++k) see(k);
    return best;
}

/// What the text said of it where it told it first.
std::int64_t Placer::told_elsewhere(std::size_t i) const {
    const auto known = std::find_if(mentions_.begin(), mentions_.end(),
                                    [&](const Mention& m) { return is_unknown(m) && m.within >= 0 && m.folded == mentions_[i].folded; });
    return known == mentions_.end() ? -1 : known->within;
}

/// "the Elk River", "Nashdale", where the towns told before it and after it all lie together: somewhere about them.
void Placer::take_around(std::size_t i) {
    constexpr std::size_t reach = 5, fewest = 3;
    constexpr double together_m = 120'000;
    constexpr float kAbout = 80;  // km
    std::array<std::int64_t, 2 * reach> towns;
    std::size_t count = 0;
    std::int64_t nearest = -1;
    std::size_t least = mentions_.size();
    const auto see = [&](std::size_t k) {
        const Mention& m = mentions_[k];
        if (m.adjective || m.place < 0 || std::find(towns.begin(), towns.begin() + count, m.place) != towns.begin() + count) return;
        const PlaceKind kind = gazetteer_.place(static_cast<std::uint32_t>(m.place)).kind;
        if (kind != PlaceKind::Settlement && kind != PlaceKind::District) return;
        towns[count++] = m.place;
        const std::size_t apart = k < i ? i - k : k - i;
        if (apart < least && kind == PlaceKind::Settlement) {
            least = apart;
            nearest = m.place;
        }
    };
    for (std::size_t k = i - std::min(i, reach); k < std::min(mentions_.size(), i + reach + 1); ++k)
        if (k != i) see(k);
    if (nearest < 0 || count < fewest) return;
    const auto at = [&](std::int64_t place) { return gazetteer_.place(static_cast<std::uint32_t>(place)).at; };
    const auto beside = std::count_if(towns.begin(), towns.begin() + count,
                                      [&](std::int64_t town) { return geo::distance_m(at(nearest), at(town)) <= together_m; });
    if (static_cast<std::size_t>(beside) * 5 < count * 4) return;
    Mention& m = mentions_[i];
    m.within = nearest;
    m.radius_km = kAbout;
    m.precision = PlacePrecision::Region;
}

}  // namespace

void place_the_unknown(const Text& text, const document::Gazetteer& gazetteer, std::vector<Mention>& mentions) {
    Placer(text, gazetteer, mentions).run();
}

}  // namespace dateline::extract
