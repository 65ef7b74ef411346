#include "extract/mention_links.h"

#include "extract/lexicon.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dateline::extract {
namespace {

using document::PlaceKind;

class Linker {
  public:
    Linker(const LinkedSentence& sentence, std::span<Mention> found, std::size_t number) : s_(sentence), found_(found), number_(number) {}

    void run();

  private:
    const Token& token(std::size_t i) const { return s_.text.token(i); }
    std::int32_t number_of(std::size_t i) const { return static_cast<std::int32_t>(number_ + i); }
    bool is_address(const Mention& inner, const Mention& outer) const;
    bool holds_apart(const Mention& inner, const Mention& outer) const;
    bool holds_apart_by_article(const Mention& inner, const Mention& outer) const;
    bool belongs_apart(const Mention& inner, const Mention& outer) const;
    bool is_in_city(const Mention& inner, const Mention& outer) const;
    bool is_area_of(const Mention& inner, const Mention& outer) const;
    bool describes_its_kind(std::size_t begin, std::size_t end) const;
    bool is_listed_city(const Mention& inner, const Mention& outer) const;
    bool is_held(const Mention& inner, const Mention& outer) const;

    const LinkedSentence& s_;
    std::span<Mention> found_;
    std::size_t number_;
};

/// "Indianola, Tex.," and not a list: a town, a comma, and one state.
bool Linker::is_address(const Mention& inner, const Mention& outer) const {
    if (inner.candidates.empty() || outer.candidates.empty() || !token(inner.end_token).is(',')) return false;
    const PlaceKind kind = outer.candidates.front().kind, own = inner.candidates.front().kind;
    const bool region =
        own == PlaceKind::Region && !s_.gazetteer.place(inner.candidates.front().place).id.starts_with("adm1:");  // "Piedmont, Va."
    if ((kind != PlaceKind::Region && kind != PlaceKind::Country) ||
        (own != PlaceKind::Settlement && own != PlaceKind::Capital && own != PlaceKind::District && own != PlaceKind::Island && !region))
        return false;
    const Token& after = token(outer.end_token - 1);
    if (after.dotted || (after.letter_case == Case::Upper && after.fold_size == 2 && !s_.shouting)) return true;
    const bool listed =
        inner.first_token > s_.first_token && (token(inner.first_token - 1).is(',') || has(token(inner.first_token - 1), kConjunction));
    // "Cairo, Giza, and Minya", "Delaware, Illinois, Kentucky"
    std::size_t next = outer.end_token;
    if (next < s_.end_token && token(next).is(',')) ++next;
    const bool goes_on = next < s_.end_token && (has(token(next), kConjunction) || (next > outer.end_token && token(next).capitalised()));
    return !listed && !goes_on;
}

/// "the village of Gulistan in Karabakh", "Hanover in the Northern Cape", "Rome, a town in Georgia", where all that are called so and known lie elsewhere.
bool Linker::holds_apart(const Mention& inner, const Mention& outer) const {
    const bool apposed =
        token(inner.end_token).is(',') && has(token(inner.end_token + 1), kArticle) && has(token(inner.end_token + 2), kKinOfPlace);
    const std::size_t joint = apposed ? inner.end_token + 3 : inner.end_token;
    if (inner.candidates.empty() || outer.candidates.empty() || s_.text.folded(token(joint)) != "in" || outer.possessive ||
        outer.first_token > joint + 2)
        return false;
    const PlaceKind kind = outer.candidates.front().kind, own = inner.candidates.front().kind;
    const auto any = [](const Mention& m, PlaceKind wanted) {
        return std::any_of(m.candidates.begin(), m.candidates.end(), [&](const document::NameMatch& c) { return c.kind == wanted; });
    };
    const bool called_region =
        !outer.feature.empty() && any(outer, PlaceKind::Region);  // "New York in Donetsk | region": no state of the same name either
    const bool town = own == PlaceKind::Settlement || ((called_region || apposed) && any(inner, PlaceKind::Settlement)) ||
                      (apposed && any(inner, PlaceKind::Capital));
    return (kind == PlaceKind::Region || kind == PlaceKind::Country || called_region) && town &&
           (inner.locative || apposed || called_region);
}

/// "farmers near Bedford in the Eastern Cape", where all that are called so and known lie elsewhere.
bool Linker::holds_apart_by_article(const Mention& inner, const Mention& outer) const {
    return outer.first_token == inner.end_token + 2 && s_.text.folded(token(inner.end_token + 1)) == "the" && !outer.candidates.empty() &&
           outer.candidates.front().kind == PlaceKind::Region && holds_apart(inner, outer);
}

/// "at Lido Beach in Mogadishu", where the small towns that are called so lie elsewhere.
bool Linker::is_in_city(const Mention& inner, const Mention& outer) const {
    constexpr double kCity = 300000, kSmall = 30000;  // people
    if (inner.candidates.empty() || outer.candidates.empty() || s_.text.folded(token(inner.end_token)) != "in" || outer.possessive ||
        !inner.locative)
        return false;
    const PlaceKind kind = outer.candidates.front().kind;
    if ((kind != PlaceKind::Settlement && kind != PlaceKind::Capital) || inner.candidates.front().kind != PlaceKind::Settlement)
        return false;
    return s_.gazetteer.place(outer.candidates.front().place).population >= kCity &&
           s_.gazetteer.place(inner.candidates.front().place).population < kSmall;
}

/// "Germany's Black Forest", where all towns that are called so lie elsewhere.
bool Linker::belongs_apart(const Mention& inner, const Mention& outer) const {
    constexpr double kKnown = 100000;  // people: "China's Hong Kong"
    if (inner.adjective || inner.candidates.empty() || outer.candidates.empty() || inner.candidates.front().kind != PlaceKind::Settlement)
        return false;
    const PlaceKind kind = outer.candidates.front().kind;
    return (kind == PlaceKind::Region || kind == PlaceKind::Country) &&
           s_.gazetteer.place(inner.candidates.front().place).population < kKnown;
}

/// "the Sangwon area of North Hwanghae Province"
bool Linker::is_area_of(const Mention& inner, const Mention& outer) const {
    if (inner.candidates.empty() || outer.candidates.empty() || outer.possessive) return false;
    const std::string_view noun = s_.text.folded(token(inner.end_token));
    const bool ward = noun == "area" || noun == "neighborhood" || noun == "neighbourhood" || noun == "suburb";
    const bool part = (ward || noun == "district") && s_.text.folded(token(inner.end_token + 1)) == "of";
    const PlaceKind kind = outer.candidates.front().kind;
    const bool town = ward && (kind == PlaceKind::Settlement || kind == PlaceKind::Capital);  // "the Brookside neighborhood of Kansas City"
    return part && (town || kind == PlaceKind::Region || kind == PlaceKind::Country) &&
           inner.candidates.front().kind == PlaceKind::Settlement;
}

/// "(Peruvian) port city of (Trujillo)", "(Turkey's) eastern (Van)": words of what a place is, and no others.
bool Linker::describes_its_kind(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kMostWords = 4;
    if (end < begin || end - begin > kMostWords) return false;
    for (std::size_t i = begin; i < end; ++i)
        if (!has(token(i), kKinOfPlace | kDirection) && !(i + 1 == end && i > begin && s_.text.folded(token(i)) == "of")) return false;
    return true;
}

/// "Boston, New York and Washington": of a state that has only a village of the name, in a list.
bool Linker::is_listed_city(const Mention& inner, const Mention& outer) const {
    constexpr double kCity = 300000;  // people
    const std::size_t next = outer.end_token;
    if (inner.candidates.empty() || !token(inner.end_token).is(',') || next + 1 >= s_.end_token || !has(token(next), kConjunction) ||
        !token(next + 1).capitalised())
        return false;
    const auto first = inner.candidates.first(1);
    return s_.gazetteer.place(first.front().place).population >= kCity && !s_.context.contains(outer.candidates, first);
}

/// Whether the outer place has one of the inner name: "Nevada, Missouri". In "Illinois, Missouri and Ohio" it has a village that some
/// also call so.
bool Linker::is_held(const Mention& inner, const Mention& outer) const {
    if (!s_.context.contains(outer.candidates, inner.candidates) || is_listed_city(inner, outer)) return false;
    const auto is_state = [&](const Mention& m) {
        return m.candidates.front().kind == PlaceKind::Region && s_.gazetteer.place(m.candidates.front().place).id.starts_with("adm1:USA");
    };
    if (!is_state(inner) || !is_state(outer)) return true;
    std::vector<document::NameMatch> called_so;
    for (const document::NameMatch& match : inner.candidates)
        if (match.main_name) called_so.push_back(match);
    return s_.context.contains(outer.candidates, called_so);
}

/// "Paris, Texas", "Sofia (Bulgaria)", "Fuzuli in Azerbaijan": the outer place says which inner one is meant.
void Linker::run() {
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
        Mention &inner = found_[i], &outer = found_[i + 1];
        if (inner.adjective || outer.adjective || outer.first_token < inner.end_token) continue;
        const std::size_t gap = outer.first_token - inner.end_token;
        if (gap > 4) continue;
        bool joins = gap == 0;
        for (std::size_t k = inner.end_token; k < outer.first_token; ++k) {
            const Token& t = token(k);
            const std::string_view word = s_.text.folded(t);
            const bool tail = k == inner.end_token && t.kind == TokenKind::Word && (has(t, kGeoTail | kKinOfPlace) || word == "area");
            const bool county = word == "co" && t.letter_case == Case::Capital && k + 1 == outer.first_token;  // "Navan, Co Meath"
            const bool kind = k > inner.end_token + 1 && has(t, kKinOfPlace) &&
                              token(inner.end_token).is(',');  // "New York, a | town | in Donetsk region"
            if (!(t.is(',') || t.is('(') || county || word == "in" || word == "of" || has(t, kArticle | kDirection) || tail || kind)) {
                joins = false;
                break;
            }
            joins = joins || t.is(',') || t.is('(') || word == "in" || word == "of";
        }
        if (!joins) continue;
        if (is_held(inner, outer)) inner.parent = number_of(i + 1);
        else if (gap == 1 ? is_address(inner, outer) || holds_apart(inner, outer) || is_in_city(inner, outer)
                          : is_area_of(inner, outer) || holds_apart(inner, outer) || holds_apart_by_article(inner, outer))
            inner.container = number_of(i + 1);
    }
    bool chained = false;
    for (std::size_t i = found_.size(); i-- > 1;) {  // "the Kyiv, Lachin and Kalbajar districts"
        Mention& before = found_[i - 1];
        const Mention& last = found_[i];
        const bool stands = last.end_token < s_.end_token && s_.text.folded(last.end_token) == last.feature;
        const bool goes_on = std::exchange(chained, false) || stands;
        if (last.feature_in_name || !last.feature.ends_with('s') || !before.feature.empty() || !goes_on) continue;
        const bool joined =
            last.first_token == before.end_token + 1 && (has(token(before.end_token), kConjunction) || token(before.end_token).is(','));
        if (!joined || before.adjective) continue;
        before.feature = last.feature;
        chained = true;
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const std::string_view plural = found_[i].feature;
        if (plural == "counties") take_featured_name(s_.gazetteer, found_[i], "county");
        if (plural == "parishes") take_featured_name(s_.gazetteer, found_[i], "parish");
        if (plural == "rivers") take_featured_name(s_.gazetteer, found_[i], "river");
        // "the Lena basin": of the river, where only a town is called so
        const bool of_river = (plural == "basin" || plural == "delta" || plural == "valley") && !found_[i].candidates.empty() &&
                              found_[i].candidates.front().kind == PlaceKind::Settlement;
        if (of_river && !found_[i].feature_in_name && found_[i].first_token > s_.first_token &&
            has(token(found_[i].first_token - 1), kArticle))
            take_featured_name(s_.gazetteer, found_[i], "river");
    }
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {  // "Georgia's Batumi", "Turkish Kars", "the Peruvian city of Trujillo"
        Mention &outer = found_[i], &inner = found_[i + 1];
        const bool beside = inner.first_token == outer.end_token;
        const bool owns =
            (outer.possessive || outer.adjective) && !inner.adjective && (beside || describes_its_kind(outer.end_token, inner.first_token));
        if (!owns || inner.parent >= 0) continue;
        if (s_.context.contains(outer.candidates, inner.candidates)) inner.parent = number_of(i);
        else if (beside && outer.possessive && belongs_apart(inner, outer)) inner.container = number_of(i);
    }
}

}  // namespace

void link_mentions(const LinkedSentence& sentence, std::span<Mention> found, std::size_t number) { Linker(sentence, found, number).run(); }

void take_featured_name(const document::Gazetteer& gazetteer, Mention& m, std::string_view feature) {
    std::string full = m.folded + ' ' + std::string(feature);
    const auto places = gazetteer.find(full);
    if (places.empty()) return;
    m.candidates = places;
    m.folded = std::move(full);
}

}  // namespace dateline::extract
