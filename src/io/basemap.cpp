#include "io/basemap.h"

#include "base/files.h"
#include "document/divisions.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <type_traits>

namespace dateline::io {
namespace {

// One record after another, each piece padded to 8 bytes so that arrays are copied from where they are mapped:
//
//   magic │ size of all │ attribution │ places │ countries │ regions │ marine │ islands │ landforms │ disputes │ their areas
//         │ border sides │ for each layer and scale: meshes, lines │ divisions, which stay in the file
//
// Byte order and layout are the machine's own: the file is baked where it is used.
constexpr std::array<char, 8> kMagic{'D', 'L', 'B', 'A', 'S', 'E', '0', '6'};
constexpr std::size_t kAlign = 8;

class Writer {
  public:
    template <class T>
    void value(const T& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        raw(&v, sizeof v);
    }
    template <class T>
    void array(const std::vector<T>& items) {
        static_assert(std::is_trivially_copyable_v<T>);
        value(std::uint64_t{items.size()});
        raw(items.data(), items.size() * sizeof(T));
    }
    void text(const std::string& s) {
        value(std::uint64_t{s.size()});
        raw(s.data(), s.size());
    }
    std::string take() {
        const std::uint64_t size = bytes_.size();
        std::memcpy(bytes_.data() + kMagic.size(), &size, sizeof size);
        return std::move(bytes_);
    }

  private:
    void raw(const void* data, std::size_t size) {
        bytes_.append(static_cast<const char*>(data), size);
        bytes_.append((kAlign - size % kAlign) % kAlign, '\0');
    }
    std::string bytes_;
};

/// Reads in the writer's order. What lies past the end reads as zero and sets failed().
class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T>
    void value(T& v) {
        if (const std::byte* at = next(sizeof v, 1)) std::memcpy(&v, at, sizeof v);
    }
    template <class T>
    void array(std::vector<T>& items) {
        const std::uint64_t count = size();
        if (const std::byte* at = next(count, sizeof(T))) {
            const T* first = reinterpret_cast<const T*>(at);
            items.assign(first, first + count);
        }
    }
    void text(std::string& s) {
        const std::span<const std::byte> letters = bytes();
        s.assign(reinterpret_cast<const char*>(letters.data()), letters.size());
    }
    /// What text() and array() of bytes wrote, where it lies.
    std::span<const std::byte> bytes() {
        const std::uint64_t count = size();
        const std::byte* at = next(count, 1);
        return at ? std::span(at, static_cast<std::size_t>(count)) : std::span<const std::byte>();
    }
    /// A count of records, each of which takes at least one unit of the file.
    std::uint64_t size() {
        std::uint64_t count = 0;
        value(count);
        if (count > bytes_.size()) failed_ = true;
        return failed_ ? 0 : count;
    }
    bool failed() const { return failed_; }
    bool at_end() const { return at_ == bytes_.size(); }

  private:
    const std::byte* next(std::uint64_t count, std::size_t size) {
        const std::uint64_t left = bytes_.size() - at_;
        if (failed_ || count > left / size) {
            failed_ = true;
            return nullptr;
        }
        const std::byte* at = bytes_.data() + at_;
        const std::uint64_t padded = (count * size + kAlign - 1) / kAlign * kAlign;
        at_ += std::min(padded, left);
        return at;
    }
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

// Lists of what is no plain value, in both directions.
template <class T, class Each>
void sized(Writer& out, const std::vector<T>& items, const Each& each) {
    out.value(std::uint64_t{items.size()});
    for (const T& item : items) each(item);
}
template <class T, class Each>
void sized(Reader& in, std::vector<T>& items, const Each& each) {
    const std::uint64_t count = in.size();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) each(items.emplace_back());
}
void texts(Writer& out, const std::vector<std::string>& items) {
    sized(out, items, [&](const std::string& item) { out.text(item); });
}
void texts(Reader& in, std::vector<std::string>& items) {
    sized(in, items, [&](std::string& item) { in.text(item); });
}
template <class T>
void records(Writer& out, const std::vector<T>& items);
template <class T>
void records(Reader& in, std::vector<T>& items);

// Each record's fields, named once for both directions.
template <class Io, class Place>
void fields(Io& io, Place& p) requires std::is_same_v<std::remove_const_t<Place>, document::PlaceLabel> {
    io.value(p.key), io.text(p.name), io.text(p.local), io.value(p.at), io.value(p.rank), io.value(p.capital);
    io.value(p.population), io.value(p.min_zoom), io.text(p.country);
}
template <class Io, class Spine>
void fields(Io& io, Spine& s) requires std::is_same_v<std::remove_const_t<Spine>, geo::Spine> {
    io.array(s.points), io.value(s.breadth);
}
template <class Io, class Country>
void fields(Io& io, Country& c) requires std::is_same_v<std::remove_const_t<Country>, document::CountryLabel> {
    io.value(c.key), io.text(c.name), io.text(c.local), io.text(c.brief), io.text(c.adm0_a3), io.text(c.iso_a2), io.value(c.at),
        io.value(c.rank), io.value(c.area_km2);
    records(io, c.spines);
}
template <class Io, class Region>
void fields(Io& io, Region& r) requires std::is_same_v<std::remove_const_t<Region>, document::RegionLabel> {
    io.value(r.key), io.text(r.name), io.text(r.local), io.text(r.iso_a2), io.value(r.at), io.value(r.rank), io.value(r.area_km2);
    records(io, r.spines);
}
template <class Io, class Marine>
void fields(Io& io, Marine& m) requires std::is_same_v<std::remove_const_t<Marine>, document::MarineLabel> {
    io.value(m.key), io.text(m.name), io.text(m.local), io.value(m.at), io.value(m.rank), io.value(m.angle_deg), io.value(m.min_zoom);
    records(io, m.spines);
    sized(io, m.reach, [&](auto& polygon) { sized(io, polygon, [&](auto& ring) { io.array(ring); }); });
}
template <class Io, class Island>
void fields(Io& io, Island& i) requires std::is_same_v<std::remove_const_t<Island>, document::IslandLabel> {
    io.value(i.key), io.text(i.name), io.text(i.local), io.value(i.at), io.value(i.area_km2), io.value(i.reach_km), io.value(i.has_town),
        io.array(i.outline);
    records(io, i.spines);
}
template <class Io, class Landform>
void fields(Io& io, Landform& l) requires std::is_same_v<std::remove_const_t<Landform>, document::LandformLabel> {
    io.value(l.key), io.text(l.name), io.text(l.local), io.value(l.on_water), io.value(l.in_capitals), io.value(l.rank);
    records(io, l.spines);
}
template <class Io, class Sides>
void fields(Io& io, Sides& s) requires std::is_same_v<std::remove_const_t<Sides>, document::BorderSides> {
    io.text(s.a), io.text(s.b);
}
template <class Io, class Dispute>
void fields(Io& io, Dispute& d) requires std::is_same_v<std::remove_const_t<Dispute>, document::Dispute> {
    io.text(d.id), io.text(d.name), io.text(d.side_a), io.text(d.side_b), io.text(d.kind), io.text(d.begin), io.text(d.end);
    texts(io, d.claims);
    io.text(d.note), io.text(d.source);
}
template <class Io, class Area>
void fields(Io& io, Area& a) requires std::is_same_v<std::remove_const_t<Area>, document::DisputedArea> {
    io.value(a.dispute), io.value(a.box), io.value(a.valid);
    sized(io, a.area, [&](auto& polygon) { sized(io, polygon, [&](auto& ring) { io.array(ring); }); });
}
template <class Io, class Mesh>
void fields(Io& io, Mesh& m) requires std::is_same_v<std::remove_const_t<Mesh>, geo::Mesh> {
    io.value(m.key), io.value(m.origin), io.value(m.box), io.array(m.vertices), io.array(m.triangles);
}
template <class Io, class Lines>
void fields(Io& io, Lines& l) requires std::is_same_v<std::remove_const_t<Lines>, geo::LineSet> {
    io.value(l.key), io.value(l.origin), io.value(l.box), io.array(l.vertices), io.array(l.starts);
}
void fields(Writer& out, const document::BaseMesh& m) {
    out.text(m.country), out.value(m.rank);
    fields(out, *m.mesh);
}
void fields(Reader& in, document::BaseMesh& m) {
    auto mesh = std::make_shared<geo::Mesh>();
    in.text(m.country), in.value(m.rank);
    fields(in, *mesh);
    m.mesh = std::move(mesh);
}
void fields(Writer& out, const document::BaseLines& l) {
    out.text(l.name), out.value(l.rank), out.value(l.valid), out.value(l.dispute), out.array(l.sides);
    fields(out, *l.lines);
}
void fields(Reader& in, document::BaseLines& l) {
    auto lines = std::make_shared<geo::LineSet>();
    in.text(l.name), in.value(l.rank), in.value(l.valid), in.value(l.dispute), in.array(l.sides);
    fields(in, *lines);
    l.lines = std::move(lines);
}

template <class T>
void records(Writer& out, const std::vector<T>& items) {
    out.value(std::uint64_t{items.size()});
    for (const T& item : items) fields(out, item);
}
template <class T>
void records(Reader& in, std::vector<T>& items) {
    const std::uint64_t count = in.size();
    items.reserve(std::min<std::uint64_t>(count, 1 << 16));  // the count of a damaged file is not to be trusted
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) fields(in, items.emplace_back());
}

template <class Io, class Map>
void all(Io& io, Map& map) {
    io.text(map.attribution);
    records(io, map.places);
    records(io, map.countries);
    records(io, map.regions);
    records(io, map.marine);
    records(io, map.islands);
    records(io, map.landforms);
    records(io, map.disputes);
    records(io, map.disputed_areas);
    records(io, map.border_sides);
    for (int layer = 0; layer < document::kBaseLayerCount; ++layer) {
        for (int scale = 0; scale < 3; ++scale) {
            records(io, map.meshes[layer][scale]);
            records(io, map.lines[layer][scale]);
        }
    }
}

/// An index past its array would be read by the GPU, far from here.
bool sound(const document::BaseMap& map) {
    const auto below = [](const std::vector<std::uint32_t>& indices, std::size_t count) {
        std::uint32_t largest = 0;
        for (std::uint32_t i : indices) largest = std::max(largest, i);
        return indices.empty() || largest < count;
    };
    for (const auto& scales : map.meshes)
        for (const auto& chunks : scales)
            for (const auto& chunk : chunks)
                if (!below(chunk.mesh->triangles, chunk.mesh->vertices.size())) return false;
    for (const auto& scales : map.lines)
        for (const auto& chunks : scales)
            for (const auto& chunk : chunks)
                if (!below(chunk.lines->starts, chunk.lines->vertices.size()) || !below(chunk.sides, map.border_sides.size()) ||
                    chunk.dispute >= static_cast<int>(map.disputes.size()))
                    return false;
    return std::all_of(map.disputed_areas.begin(), map.disputed_areas.end(), [&](const document::DisputedArea& area) {
        return area.dispute >= 0 && area.dispute < static_cast<int>(map.disputes.size());
    });
}

}  // namespace

std::string encode_basemap(const document::BaseMap& map) {
    Writer out;
    out.value(kMagic);
    out.value(std::uint64_t{0});
    all(out, map);
    const std::span<const std::byte> divisions = map.divisions ? map.divisions->bytes() : std::span<const std::byte>();
    out.text(std::string(reinterpret_cast<const char*>(divisions.data()), divisions.size()));
    return out.take();
}

base::Result<document::BaseMap> open_basemap(const std::filesystem::path& baked_file) {
    const std::string remedy = "build the target dateline_data, or install Dateline again";
    auto mapped = base::MappedFile::open(baked_file);
    if (!mapped) return tl::unexpected(mapped.error());
    const auto file = std::make_shared<const base::MappedFile>(std::move(*mapped));
    Reader in(file->bytes());
    std::array<char, 8> magic{};
    std::uint64_t size = 0;
    in.value(magic);
    in.value(size);
    if (magic != kMagic) return base::fail("is not a base map of this version", baked_file.string(), remedy);
    document::BaseMap map;
    bool divided = false;
    if (size == file->bytes().size()) {
        all(in, map);
        const std::span<const std::byte> packed = in.bytes();
        if (auto divisions = document::Divisions::view(packed, file))
            map.divisions = std::make_shared<const document::Divisions>(std::move(*divisions));
        divided = packed.empty() || map.divisions;
    }
    if (!divided || size != file->bytes().size() || in.failed() || !in.at_end() || !sound(map))
        return base::fail("the base map is damaged or cut short", baked_file.string(), remedy);
    return map;
}

}  // namespace dateline::io
