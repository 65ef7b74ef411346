#include "document/gazetteer.h"

#include "base/eight_bytes.h"
#include "base/fetch.h"
#include "base/id.h"
#include "document/divisions.h"
#include "document/gazetteer_format.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <mutex>
#include <optional>

namespace dateline::document {

namespace format = gazetteer_format;

struct Gazetteer::Impl {
    base::MappedFile file;
    std::span<const format::PlaceRow> places;
    std::span<const format::NameRow> names;
    std::span<const NameMatch> matches;
    std::span<const std::uint32_t> name_slots;
    std::span<const std::uint32_t> id_slots;
    std::string_view strings;
    std::span<const format::BorderRow> borders;
    std::span<const format::BorderPoint> border_points;
    std::optional<Divisions> areas;
    std::once_flag capitals_known;
    std::vector<std::uint32_t> capitals;  ///< rows by country, two letters each; 0: none, else a row plus one

    void find_capitals();
    std::string_view text(format::Text t) const {
        if (t.offset > strings.size()) return {};
        return strings.substr(t.offset, t.size);
    }
    const format::NameRow* name(std::string_view folded) const { return name(folded, base::stable_hash(folded)); }
    const format::NameRow* name(std::string_view folded, std::uint64_t hash) const;
    const std::uint32_t* first_slot(std::uint64_t hash) const {
        return &name_slots[static_cast<std::size_t>(hash) & (name_slots.size() - 1)];
    }
    const format::NameRow* likely_row(std::uint64_t hash) const;
    const format::NameRow* row(WordRow number) const { return number == 0 || number > names.size() ? nullptr : &names[number - 1]; }
    WordRow row_number(const format::NameRow* row) const { return row ? static_cast<WordRow>(row - names.data() + 1) : 0; }
    std::span<const NameMatch> matches_of(const format::NameRow* row) const;
    void fetch_place(std::uint32_t row) const {
        base::fetch(&places[row]);
        base::fetch(&places[row].reserved);  // it may end in the next line of the cache
    }
};

const format::NameRow* Gazetteer::Impl::name(std::string_view folded, std::uint64_t hash) const {
    if (name_slots.empty()) return nullptr;
    const std::size_t mask = name_slots.size() - 1;
    const format::SlotBits bits(names.size());
    const std::uint32_t mark = bits.mark(hash);
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    for (std::size_t probe = 0; probe <= mask; ++probe, slot = (slot + 1) & mask) {
        if (name_slots[slot] == 0) return nullptr;
        if ((name_slots[slot] & ~bits.row_mask) != mark) continue;
        const std::uint32_t row = name_slots[slot] & bits.row_mask;
        if (row == 0 || row > names.size()) return nullptr;
        if (base::same_word(text(names[row - 1].folded), folded)) return &names[row - 1];
    }
    return nullptr;
}

/// The name of that hash's mark, without a look at its letters; null only where no name has that hash.
const format::NameRow* Gazetteer::Impl::likely_row(std::uint64_t hash) const {
    const format::SlotBits bits(names.size());
    const std::size_t mask = name_slots.size() - 1;
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    for (std::size_t probe = 0; probe <= mask && name_slots[slot] != 0; ++probe, slot = (slot + 1) & mask)
        if ((name_slots[slot] & ~bits.row_mask) == bits.mark(hash)) return row(name_slots[slot] & bits.row_mask);
    return nullptr;
}

namespace {

using base::fetch;

constexpr std::size_t kLetters = 26;

/// Of two capital letters; kLetters * kLetters for what is no country's code.
std::size_t number_of(std::string_view country) {
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (country.size() != 2 || !letter(country[0]) || !letter(country[1])) return kLetters * kLetters;
    return static_cast<std::size_t>(country[0] - 'A') * kLetters + static_cast<std::size_t>(country[1] - 'A');
}

}  // namespace

void Gazetteer::Impl::find_capitals() {
    capitals.assign(kLetters * kLetters + 1, 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].kind != static_cast<std::uint8_t>(PlaceKind::Capital)) continue;
        std::uint32_t& known = capitals[number_of({places[i].country.data(), places[i].country.size()})];
        if (known == 0) known = static_cast<std::uint32_t>(i + 1);
    }
    capitals.back() = 0;
}

Gazetteer::Gazetteer() : impl_(std::make_unique<Impl>()) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

namespace {

template <class Row>
bool take(std::span<const std::byte> bytes, format::Section section, std::span<const Row>& rows) {
    const std::uint64_t size = section.count * sizeof(Row);
    if (section.count > bytes.size() || section.offset % alignof(Row) != 0) return false;
    if (section.offset > bytes.size() || size > bytes.size() - section.offset) return false;
    rows = {reinterpret_cast<const Row*>(bytes.data() + section.offset), static_cast<std::size_t>(section.count)};
    return true;
}

bool is_table_size(std::size_t n) { return n != 0 && (n & (n - 1)) == 0; }

}  // namespace

base::Result<Gazetteer> Gazetteer::open(const std::filesystem::path& baked) {
    auto file = base::MappedFile::open(baked);
    if (!file) return tl::unexpected(file.error());
    const auto damaged = [&] {
        return base::fail("this is not a gazetteer that this version reads", baked.string(), "build the target dateline_data again");
    };
    const std::span<const std::byte> bytes = file->bytes();
    format::Header header;
    if (bytes.size() < sizeof header) return damaged();
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != format::kMagic || header.file_size != bytes.size()) return damaged();

    Gazetteer gazetteer;
    Impl& impl = *gazetteer.impl_;
    std::span<const char> strings;
    std::span<const std::byte> areas;
    const auto& at = header.sections;
    if (!take(bytes, at[format::kPlaces], impl.places) || !take(bytes, at[format::kNames], impl.names) ||
        !take(bytes, at[format::kMatches], impl.matches) || !take(bytes, at[format::kNameSlots], impl.name_slots) ||
        !take(bytes, at[format::kIdSlots], impl.id_slots) || !take(bytes, at[format::kStrings], strings) ||
        !take(bytes, at[format::kBorders], impl.borders) || !take(bytes, at[format::kBorderPoints], impl.border_points) ||
        !take(bytes, at[format::kAreas], areas))
        return damaged();
    impl.areas = Divisions::view(areas, nullptr);  // of the mapped file, which lives as long
    if (!impl.areas) return damaged();
    if (!is_table_size(impl.name_slots.size()) || !is_table_size(impl.id_slots.size())) return damaged();
    impl.strings = {strings.data(), strings.size()};
    impl.file = std::move(*file);
    return gazetteer;
}

std::size_t Gazetteer::size() const { return impl_->places.size(); }

Place Gazetteer::place(std::uint32_t index) const {
    Place place;
    if (index >= impl_->places.size()) return place;
    const format::PlaceRow& row = impl_->places[index];
    place.index = index;
    place.id = impl_->text(row.id);
    place.name = impl_->text(row.name);
    place.at = {row.lon_deg, row.lat_deg};
    place.kind = static_cast<PlaceKind>(row.kind);
    if (row.country[0] != 0) place.country = {row.country.data(), row.country.size()};
    place.admin1 = impl_->text(row.admin1);
    place.population = row.population;
    place.radius_km = row.radius_km;
    place.begin = impl_->text(row.begin);
    place.end = impl_->text(row.end);
    place.other_names = impl_->text(row.other_names);
    return place;
}

void Gazetteer::fetch_places(std::span<const NameMatch> matches) const {
    for (const NameMatch& match : matches)
        if (match.place < impl_->places.size()) impl_->fetch_place(match.place);
}

std::span<const NameMatch> Gazetteer::Impl::matches_of(const format::NameRow* row) const {
    if (!row || row->first_match > matches.size()) return {};
    const std::size_t rest = matches.size() - row->first_match;
    return matches.subspan(row->first_match, std::min<std::size_t>(rest, row->match_count));
}

std::span<const NameMatch> Gazetteer::find(std::string_view folded_name) const { return impl_->matches_of(impl_->name(folded_name)); }

std::size_t Gazetteer::longest(std::span<const std::string_view> folded_tokens) const {
    std::string joined;
    std::vector<std::uint16_t> ends;
    for (std::string_view token : folded_tokens) {
        if (joined.size() + token.size() >= std::numeric_limits<std::uint16_t>::max()) break;
        if (!joined.empty()) joined += ' ';
        joined += token;
        ends.push_back(static_cast<std::uint16_t>(joined.size()));
    }
    return longest(joined, ends).words;
}

Gazetteer::Longest Gazetteer::longest(WordRow first_word, std::string_view joined, std::span<const std::uint16_t> ends) const {
    const format::NameRow* first = impl_->row(first_word);
    if (!first || ends.empty()) return {};
    const std::size_t most = std::min(ends.size(), format::kMostWords);
    std::uint32_t lengths = first->lengths & ((2u << most) - 1);
    if (lengths > 3) {
        std::array<std::uint64_t, format::kMostWords + 1> hashes;  // of the first n words
        base::StableHash hash;
        hash.add(joined.substr(0, ends[0]));
        for (std::size_t n = 2; lengths >> n != 0; ++n) {
            hash.add(joined.substr(ends[n - 2], ends[n - 1] - ends[n - 2]));
            hashes[n] = hash.value();
            if ((lengths >> n & 1) != 0) fetch(impl_->first_slot(hashes[n]));
        }
        for (; lengths > 3; lengths = std::bit_floor(lengths) ^ lengths) {
            const auto n = static_cast<std::size_t>(std::bit_width(lengths) - 1);
            const format::NameRow* row = impl_->name(joined.substr(0, ends[n - 1]), hashes[n]);
            if (row && row->match_count != 0) return {n, impl_->matches_of(row)};
        }
    }
    return first->match_count != 0 ? Longest{1, impl_->matches_of(first)} : Longest{};
}

Gazetteer::WordRow Gazetteer::row_of(std::string_view folded_word) const { return impl_->row_number(impl_->name(folded_word)); }

void Gazetteer::rows_of(std::span<const std::string_view> folded_words, std::span<WordRow> rows) const {
    constexpr std::size_t most = 32;  // under way at once
    if (impl_->name_slots.empty()) return std::fill(rows.begin(), rows.end(), WordRow{0});
    std::array<std::uint64_t, most> hashes;
    std::array<const format::NameRow*, most> likely;
    for (std::size_t done = 0; done < folded_words.size(); done += most) {
        const auto words = folded_words.subspan(done, std::min(most, folded_words.size() - done));
        for (std::size_t i = 0; i < words.size(); ++i) {
            hashes[i] = base::stable_hash(words[i]);
            fetch(impl_->first_slot(hashes[i]));
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            likely[i] = impl_->likely_row(hashes[i]);
            fetch(likely[i]);
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!likely[i]) continue;
            fetch(impl_->text(likely[i]->folded).data());
            fetch(impl_->matches_of(likely[i]).data());
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            const format::NameRow* row = likely[i] ? impl_->name(words[i], hashes[i]) : nullptr;
            rows[done + i] = impl_->row_number(row);
            const auto matches = impl_->matches_of(row);
            if (matches.empty() || matches.front().place >= impl_->places.size()) continue;
            impl_->fetch_place(matches.front().place);
        }
    }
}

std::size_t Gazetteer::most_words(WordRow word) const {
    const format::NameRow* row = impl_->row(word);
    return row && row->lengths != 0 ? static_cast<std::size_t>(std::bit_width(row->lengths)) - 1 : 0;
}

WordUse Gazetteer::usual_use(WordRow word) const {
    const format::NameRow* row = impl_->row(word);
    return row ? static_cast<WordUse>(row->use) : WordUse::Unknown;
}

std::int64_t Gazetteer::index_of(std::string_view id) const {
    if (impl_->id_slots.empty()) return -1;
    const std::size_t mask = impl_->id_slots.size() - 1;
    const format::SlotBits bits(impl_->places.size());
    const std::uint64_t hash = base::stable_hash(id);
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    for (std::size_t probe = 0; probe <= mask; ++probe, slot = (slot + 1) & mask) {
        if (impl_->id_slots[slot] == 0) return -1;
        if ((impl_->id_slots[slot] & ~bits.row_mask) != bits.mark(hash)) continue;
        const std::uint32_t row = impl_->id_slots[slot] & bits.row_mask;
        if (row == 0 || row > impl_->places.size()) return -1;
        if (impl_->text(impl_->places[row - 1].id) == id) return row - 1;
    }
    return -1;
}

std::int64_t Gazetteer::capital_of(std::string_view country) const {
    std::call_once(impl_->capitals_known, [&] { impl_->find_capitals(); });
    return static_cast<std::int64_t>(impl_->capitals[number_of(country)]) - 1;
}

geo::MultiLine Gazetteer::border_of(std::string_view country, std::string_view neighbour) const {
    geo::MultiLine border;
    if (country.size() != 2 || neighbour.size() != 2) return border;
    const auto [a, b] = std::minmax(country, neighbour);
    const std::array<char, 4> states{a[0], a[1], b[0], b[1]};
    const auto before = [](const format::BorderRow& row, const std::array<char, 4>& key) { return row.states < key; };
    for (auto row = std::lower_bound(impl_->borders.begin(), impl_->borders.end(), states, before);
         row != impl_->borders.end() && row->states == states; ++row) {
        if (row->first_point > impl_->border_points.size() || row->point_count > impl_->border_points.size() - row->first_point) continue;
        geo::Line& line = border.emplace_back();
        for (const format::BorderPoint& point : impl_->border_points.subspan(row->first_point, row->point_count))
            line.push_back({point.lon_deg, point.lat_deg});
    }
    return border;
}

geo::MultiPolygon Gazetteer::area_of(std::string_view id) const { return impl_->areas ? impl_->areas->area(id) : geo::MultiPolygon(); }

}  // namespace dateline::document
