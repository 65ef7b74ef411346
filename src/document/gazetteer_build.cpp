#include "document/gazetteer_build.h"

#include "base/id.h"
#include "document/fold.h"
#include "document/gazetteer_format.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>
#include <unordered_map>

namespace dateline::document {

namespace format = gazetteer_format;

namespace {

/// Interns strings: a country's name is stored once for its thousand towns.
class Strings {
  public:
    format::Text add(const std::string& text) {
        if (text.empty()) return {};
        const auto [it, is_new] = known_.try_emplace(text);
        if (is_new) {
            it->second = {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
            bytes_ += text;
        }
        return it->second;
    }
    const std::string& bytes() const { return bytes_; }

  private:
    std::unordered_map<std::string, format::Text> known_;
    std::string bytes_;
};

std::string joined(const std::set<std::string>& names) {
    std::string lines;
    for (const std::string& name : names) lines += (lines.empty() ? "" : "\n") + name;
    return lines;
}

/// Open addressing at most half full.
std::vector<std::uint32_t> slots_for(const std::vector<std::uint64_t>& hashes) {
    std::size_t size = 16;
    while (size < hashes.size() * 2) size *= 2;
    std::vector<std::uint32_t> slots(size, 0);
    const format::SlotBits bits(hashes.size());
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        std::size_t slot = static_cast<std::size_t>(hashes[i]) & (size - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
        slots[slot] = static_cast<std::uint32_t>(i + 1) | bits.mark(hashes[i]);
    }
    return slots;
}

template <class Row>
void append_section(std::string& out, format::Header& header, format::SectionIndex index, const Row* rows, std::size_t count) {
    out.resize((out.size() + 15) / 16 * 16, '\0');
    header.sections[index] = {out.size(), count};
    out.append(reinterpret_cast<const char*>(rows), count * sizeof(Row));
}

/// What a bare name most often means when nothing else is known: states before capitals before towns.
int rank_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::Continent:
        case PlaceKind::CountryGroup:
        case PlaceKind::Country: return 0;
        case PlaceKind::Capital: return 1;
        case PlaceKind::Demonym: return 4;
        default: return 2;
    }
}

}  // namespace

std::uint32_t GazetteerBuilder::add_place(const Place& place) {
    OwnPlace own;
    own.id = place.id;
    own.name = place.name;
    own.country = place.country;
    own.admin1 = place.admin1;
    own.begin = place.begin;
    own.end = place.end;
    own.at = place.at;
    own.kind = place.kind;
    own.population = place.population;
    own.radius_km = place.radius_km;
    places_.push_back(std::move(own));
    return static_cast<std::uint32_t>(places_.size() - 1);
}

void GazetteerBuilder::add_name(std::uint32_t place, std::string_view name, bool main_name, bool adjective) {
    const std::string folded = fold_name(name);
    if (folded.empty() || folded.size() > 120) return;
    if (!adjective && place < places_.size() && name != places_[place].name) places_[place].other_names.emplace(name);
    Name& entry = names_[folded];
    const auto known = std::find_if(entry.matches.begin(), entry.matches.end(), [&](const NameMatch& m) { return m.place == place; });
    if (known != entry.matches.end()) {
        known->main_name |= main_name;
        known->adjective &= adjective;
    } else {
        entry.matches.push_back({place, main_name, adjective, {}});
    }
    const auto words = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
    Name& first = names_[folded.substr(0, folded.find(' '))];
    first.lengths = static_cast<std::uint16_t>(first.lengths | 1u << std::min(words, format::kMostWords));
}

std::int64_t GazetteerBuilder::index_of(std::string_view id) const {
    const auto found = std::find_if(places_.begin(), places_.end(), [&](const OwnPlace& place) { return place.id == id; });
    return found == places_.end() ? -1 : found - places_.begin();
}

void GazetteerBuilder::set_use(std::string_view word, WordUse use) {
    const std::string folded = fold_name(word);
    if (!folded.empty()) names_[folded].use = use;
}

bool GazetteerBuilder::better_known(const NameMatch& a, const NameMatch& b) const {
    const auto key = [&](const NameMatch& m) {
        const OwnPlace& place = places_[m.place];
        return std::tuple{m.adjective, rank_of(place.kind), !m.main_name, -place.population};
    };
    // Ids break ties, so that the order does not depend on which row came first.
    return std::tuple_cat(key(a), std::tie(places_[a.place].id)) < std::tuple_cat(key(b), std::tie(places_[b.place].id));
}

/// "Bethlehem" for Belém, "Poti" for Teresina: a great city's name in some other language, which English text means for the town
/// abroad that is called so. A part of its own name stays ("San Luis" for San Luis Potosí), and what English has for the city.
bool GazetteerBuilder::takes_anothers_name(std::string_view folded, const NameMatch& match, const std::vector<NameMatch>& all) const {
    constexpr double kTown = 10000;  // people
    static constexpr std::array<std::string_view, 6> kEnglish{"odessa", "st petersburg", "canton", "antioch", "siracusa", "saida"};
    const auto is_town = [](const OwnPlace& place) { return place.kind == PlaceKind::Settlement || place.kind == PlaceKind::Capital; };
    const OwnPlace& own = places_[match.place];
    if (match.main_name || match.adjective || !is_town(own) || std::find(kEnglish.begin(), kEnglish.end(), folded) != kEnglish.end())
        return false;
    const bool called_so = std::any_of(all.begin(), all.end(), [&](const NameMatch& other) {
        const OwnPlace& place = places_[other.place];
        return other.main_name && !other.adjective && is_town(place) && place.country != own.country && place.population >= kTown;
    });
    const auto plain = [](std::string name) {  // "Saint Louis" is St. Louis
        name = ' ' + name + ' ';
        for (std::size_t at = 0; (at = name.find(" saint ")) != name.npos;) name.replace(at, 7, " st ");
        return name;
    };
    return called_so && plain(fold_name(own.name)).find(plain(std::string(folded))) == std::string::npos;
}

std::string GazetteerBuilder::pair_of(std::string_view country, std::string_view neighbour) {
    const auto [a, b] = std::minmax(country, neighbour);
    return std::string(a) + std::string(b);
}

void GazetteerBuilder::add_border(std::string_view country, std::string_view neighbour, const geo::Line& stretch) {
    if (country.size() == 2 && neighbour.size() == 2 && stretch.size() >= 2) borders_[pair_of(country, neighbour)].push_back(stretch);
}

std::string GazetteerBuilder::bytes() const {
    Strings strings;
    std::vector<format::PlaceRow> places(places_.size());
    std::vector<std::uint64_t> id_hashes;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const OwnPlace& own = places_[i];
        format::PlaceRow& row = places[i];
        row.lon_deg = own.at.lon_deg;
        row.lat_deg = own.at.lat_deg;
        row.population = own.population;
        row.id = strings.add(own.id);
        row.name = strings.add(own.name);
        row.admin1 = strings.add(own.admin1);
        row.begin = strings.add(own.begin);
        row.end = strings.add(own.end);
        row.other_names = strings.add(joined(own.other_names));
        row.radius_km = own.radius_km;
        if (own.country.size() == 2) row.country = {own.country[0], own.country[1]};
        row.kind = static_cast<std::uint8_t>(own.kind);
        id_hashes.push_back(base::stable_hash(own.id));
    }
    std::vector<format::NameRow> names;
    std::vector<std::uint64_t> name_hashes;
    std::vector<NameMatch> matches;
    for (const auto& entry : names_) {
        const auto& folded = entry.first;
        const auto& name = entry.second;
        format::NameRow row;
        row.folded = strings.add(folded);
        row.first_match = static_cast<std::uint32_t>(matches.size());
        row.lengths = name.lengths;
        row.use = static_cast<std::uint8_t>(name.use);
        std::vector<NameMatch> ordered = name.matches;
        std::erase_if(ordered, [&](const NameMatch& m) { return takes_anothers_name(folded, m, name.matches); });
        row.match_count = static_cast<std::uint32_t>(ordered.size());
        std::sort(ordered.begin(), ordered.end(), [&](auto& a, auto& b) { return better_known(a, b); });
        matches.insert(matches.end(), ordered.begin(), ordered.end());
        names.push_back(row);
        name_hashes.push_back(base::stable_hash(folded));
    }
    const std::vector<std::uint32_t> name_slots = slots_for(name_hashes);
    const std::vector<std::uint32_t> id_slots = slots_for(id_hashes);

    format::Header header;
    std::string out(sizeof header, '\0');
    append_section(out, header, format::kPlaces, places.data(), places.size());
    append_section(out, header, format::kNames, names.data(), names.size());
    out.resize((out.size() + 15) / 16 * 16, '\0');
    header.sections[format::kMatches] = {out.size(), matches.size()};
    for (const NameMatch& m : matches) {  // byte by byte: the struct's padding is not ours to leak
        char row[sizeof(NameMatch)] = {};
        std::memcpy(row, &m.place, sizeof m.place);
        row[4] = m.main_name ? 1 : 0;
        row[5] = m.adjective ? 1 : 0;
        row[6] = static_cast<char>(places_[m.place].kind);
        out.append(row, sizeof row);
    }
    append_section(out, header, format::kNameSlots, name_slots.data(), name_slots.size());
    append_section(out, header, format::kIdSlots, id_slots.data(), id_slots.size());
    append_section(out, header, format::kStrings, strings.bytes().data(), strings.bytes().size());
    std::vector<format::BorderRow> borders;
    std::vector<format::BorderPoint> border_points;
    for (const auto& [states, stretches] : borders_)
        for (const geo::Line& line : stretches) {
            borders.push_back({{states[0], states[1], states[2], states[3]},
                               static_cast<std::uint32_t>(border_points.size()),
                               static_cast<std::uint32_t>(line.size())});
            for (const geo::LonLat point : line)
                border_points.push_back({static_cast<float>(point.lon_deg), static_cast<float>(point.lat_deg)});
        }
    append_section(out, header, format::kBorders, borders.data(), borders.size());
    append_section(out, header, format::kBorderPoints, border_points.data(), border_points.size());
    append_section(out, header, format::kAreas, areas_.data(), areas_.size());
    header.file_size = out.size();
    std::memcpy(out.data(), &header, sizeof header);
    return out;
}

}  // namespace dateline::document
