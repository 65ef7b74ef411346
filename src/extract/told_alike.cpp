#include "extract/told_alike.h"

#include "document/gazetteer.h"
#include "extract/lexicon.h"
#include "extract/word_meaning.h"

#include <algorithm>

namespace dateline::extract {
namespace {

using document::Event;
using document::PlacePrecision;

constexpr double kNear_m = 25'000;
constexpr std::size_t kMostWords = 200;  // of a quote

/// A pin, not an area.
bool is_spot(const Event& event) {
    const bool by_town = event.place_precision == PlacePrecision::District && event.place_text.size() > event.place.size() &&
                         event.place_text.ends_with(event.place);  // "near Gori"
    return by_town || event.place_precision == PlacePrecision::Exact || event.place_precision == PlacePrecision::Settlement;
}

bool both_say_where(const Event& a, const Event& b) {
    return a.place_basis == document::PlaceBasis::Explicit && b.place_basis == document::PlaceBasis::Explicit;
}

bool is_country(const Event& event) { return event.place_precision == PlacePrecision::Country; }

bool is_wide(const Event& event) {
    return event.place_basis == document::PlaceBasis::None || event.place_precision >= PlacePrecision::Country;
}

/// "Tbilisi" and "Georgia": within so many times the radius of the circle that has the country's area, which few are.
bool lies_in(const Event& spot, const Event& country, double reach) {
    if (!is_country(country) || is_wide(spot) || spot.geometry.index() == 0 || country.geometry.index() == 0) return false;
    return geo::distance_m(geo::anchor(spot.geometry), geo::anchor(country.geometry)) <= 1000 * reach * country.place_radius_km;
}

/// One says a country, and the other another country, or a town that cannot be in it.
bool is_another_country(const Event& a, const Event& b) {
    constexpr double kFarthest = 2;
    if (!is_country(a)) return is_country(b) && is_another_country(b, a);
    if (!both_say_where(a, b)) return false;
    return is_country(b) ? a.place_id != b.place_id : !is_wide(b) && b.geometry.index() != 0 && !lies_in(b, a, kFarthest);
}

/// Tells in so many words that it was planned or denied; such a thing is not the thing itself.
std::string_view modality_of(const Event& event) {
    for (const auto& [key, value] : event.extra)
        if (key == "modality") return value;
    return {};
}

bool dates_agree(const Event& a, const Event& b) {
    if (!a.date || !b.date) return false;
    if (*a.date == *b.date) return true;
    if (a.date->is_interval() || b.date->is_interval()) return false;
    // "April 2023" and "25 April 2023"
    const bool a_finer = a.date->precision() > b.date->precision();
    const auto fine = (a_finer ? a : b).date->bounds(), coarse = (a_finer ? b : a).date->bounds();
    return (a_finer ? b : a).date->precision() == calendar::Precision::Month && fine.begin >= coarse.begin && fine.end <= coarse.end;
}

/// Between their middles; where one is a line, to the point of it that is nearest, as far as its points tell.
double distance_between(const geo::Geometry& a, const geo::Geometry& b) {
    const auto* line = std::get_if<geo::MultiLine>(&a);
    if (!line && std::holds_alternative<geo::MultiLine>(b)) return distance_between(b, a);
    const geo::LonLat at = geo::anchor(b);
    double nearest = geo::distance_m(geo::anchor(a), at);
    if (line)
        for (const geo::Line& part : *line)
            for (const geo::LonLat point : part) nearest = std::min(nearest, geo::distance_m(point, at));
    return nearest;
}

}  // namespace

std::vector<std::uint32_t> telling_words(std::string_view text) {
    const std::string folded = document::fold_name(text.substr(0, kMostWords * 16));
    std::vector<std::uint32_t> words;
    for (std::size_t at = 0; at < folded.size() && words.size() < kMostWords;) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string_view word = std::string_view(folded).substr(at, end - at);
        at = end + 1;
        const bool number = !word.empty() && word.front() >= '0' && word.front() <= '9';
        if ((word.size() < 3 && !number) || (lexicon_of(word) & (kFunction | kMonth)) != 0) continue;
        words.push_back(meaning_of(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::size_t shared_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++shared, ++i, ++j;
        else if (*i < *j) ++i;
        else ++j;
    }
    return shared;
}

double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const std::size_t smaller = std::min(a.size(), b.size());
    return smaller == 0 ? 0 : static_cast<double>(shared_words(a, b)) / static_cast<double>(smaller);
}

Telling::Telling(const Event& event) : title(telling_words(event.title)), quote(telling_words(event.quote)) {
    std::string names;
    for (const std::string& actor : event.actors) names += actor + ' ';
    actors = telling_words(names);
    const std::vector<std::uint32_t> place = telling_words(event.place + ' ' + event.place_text);
    for (const std::uint32_t word : title)
        if (!std::binary_search(place.begin(), place.end(), word) && !std::binary_search(actors.begin(), actors.end(), word))
            happening.push_back(word);
}

bool told_in_one_sentence(const Event& a, const Event& b) {
    const bool same_date = a.date && b.date ? *a.date == *b.date : !a.date && !b.date;
    return same_date && a.title == b.title && a.quote == b.quote && modality_of(a) == modality_of(b) && places_agree(a, b);
}

bool places_agree(const Event& a, const Event& b) {
    if (is_another_country(a, b)) return false;
    if (is_wide(a) || is_wide(b)) return true;
    if (!a.place_id.empty() && a.place_id == b.place_id) return true;
    if (a.geometry.index() == 0 || b.geometry.index() == 0) return a.place == b.place;
    const double reach_m = kNear_m + 1000 * ((is_spot(a) ? 0 : a.place_radius_km) + (is_spot(b) ? 0 : b.place_radius_km));
    return distance_between(a.geometry, b.geometry) <= reach_m;
}

namespace {

/// Both name where it was, and it is one place; a line of one name, or one division, is as good as a town.
bool told_at_one_place(const Event& a, const Event& b) {
    if (!both_say_where(a, b) || is_wide(a) || is_wide(b)) return false;
    return (is_spot(a) && is_spot(b)) || a.place_precision == b.place_precision || (!a.place_id.empty() && a.place_id == b.place_id);
}

/// A day has hardly two visits of one person to one state, however they are put; to two states it has.
bool visit_one_place(const Event& a, const Event& b) {
    constexpr double kReach = 1.5;
    return told_at_one_place(a, b) || lies_in(a, b, kReach) || lies_in(b, a, kReach) || (is_country(a) && a.place_id == b.place_id);
}

}  // namespace

double told_alike(const Event& a, const Telling& ta, const Event& b, const Telling& tb) {
    if (!dates_agree(a, b) || !places_agree(a, b) || modality_of(a) != modality_of(b)) return 0;
    const bool own_places = both_say_where(a, b) && is_spot(a) && is_spot(b) && a.place_id != b.place_id;
    if (own_places && a.source == b.source && a.quote_span == b.quote_span) return 0;  // "hit Kyiv and Vasylkiv"
    const double title = overlap(ta.title, tb.title), quote = overlap(ta.quote, tb.quote);
    const std::size_t words = shared_words(ta.title, tb.title);
    const bool same_kind = a.kind == b.kind;
    const bool visits = same_kind && a.kind == "visit" && both_say_where(a, b);
    if (visits && !visit_one_place(a, b)) return 0;
    const bool same_spot = told_at_one_place(a, b);
    const bool same_actors = overlap(ta.actors, tb.actors) >= 0.5;
    const double happening = overlap(ta.happening, tb.happening);
    const std::size_t happenings = shared_words(ta.happening, tb.happening);
    const bool says_what_happens = a.kind != "statement" && a.kind != "other" && !a.kind.empty();
    const bool alike = (title >= 0.75 && words >= 3) || (title >= 0.6 && words >= 4) || (same_kind && title >= 0.6 && words >= 3) ||
                       (same_kind && says_what_happens && same_spot && (same_actors ? title >= 0.25 : happening >= 0.4) && words >= 1) ||
                       (same_spot && happening >= 0.5 && happenings >= 3) ||
                       (same_kind && same_actors && title >= 0.4 && quote >= 0.4 && words >= 2) || (visits && same_actors);
    return alike ? title + 0.5 * quote + (same_kind ? 0.2 : 0) + (same_spot ? 0.2 : 0) : 0;
}

}  // namespace dateline::extract
