#include "document/divisions.h"

#include "base/id.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace dateline::document {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t key_of(std::string_view place_id) { return base::stable_hash(place_id, base::stable_hash("division")); }

void put_count(std::string& out, std::uint64_t v) {
    for (; v >= 0x80; v >>= 7) out += static_cast<char>(v | 0x80);
    out += static_cast<char>(v);
}
void put_step(std::string& out, std::int64_t v) {
    put_count(out, (static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63));
}

struct Units {
    std::int64_t lon = 0, lat = 0;
};
Units units_of(geo::LonLat p) {
    return {std::llround(p.lon_deg * Divisions::kUnitsPerDeg), std::llround(p.lat_deg * Divisions::kUnitsPerDeg)};
}

std::string packed(const geo::MultiPolygon& area) {
    std::string out;
    Units before;
    put_count(out, area.size());
    for (const geo::Polygon& polygon : area) {
        put_count(out, polygon.size());
        for (const geo::Line& ring : polygon) {
            put_count(out, ring.size());
            for (const geo::LonLat p : ring) {
                const Units here = units_of(p);
                put_step(out, here.lon - before.lon), put_step(out, here.lat - before.lat);
                before = here;
            }
        }
    }
    return out;
}

/// What lies past the end reads as zero and sets failed().
class Unpacker {
  public:
    explicit Unpacker(std::span<const std::byte> bytes) : left_(bytes) {}

    std::uint64_t count() {
        std::uint64_t v = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (left_.empty()) break;
            const auto byte = std::to_integer<std::uint64_t>(left_.front());
            left_ = left_.subspan(1);
            v |= (byte & 0x7f) << shift;
            if (byte < 0x80) return v;
        }
        failed_ = true;
        return 0;
    }
    std::int64_t step() {
        const std::uint64_t v = count();
        return static_cast<std::int64_t>(v >> 1) ^ -static_cast<std::int64_t>(v & 1);
    }
    /// Of things that take a byte each at least.
    std::uint64_t length() {
        const std::uint64_t v = count();
        if (v > left_.size()) failed_ = true;
        return failed_ ? 0 : v;
    }
    bool failed() const { return failed_; }

  private:
    std::span<const std::byte> left_;
    bool failed_ = false;
};

}  // namespace

std::optional<Divisions> Divisions::view(std::span<const std::byte> bytes, std::shared_ptr<const void> owner) {
    Divisions made;
    made.bytes_ = bytes;
    made.owner_ = std::move(owner);
    if (bytes.size() < kWord) return std::nullopt;
    const std::uint64_t count = made.word(0);
    if (count > (bytes.size() - kWord) / (2 * kWord)) return std::nullopt;
    made.count_ = static_cast<std::size_t>(count);
    return made;
}

std::uint64_t Divisions::word(std::size_t index) const {
    std::uint64_t v = 0;
    std::memcpy(&v, bytes_.data() + index * kWord, kWord);
    return v;
}

geo::MultiPolygon Divisions::area(std::string_view place_id) const {
    const std::uint64_t key = key_of(place_id);
    std::size_t low = 0, high = count_;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (word(1 + 2 * middle) < key) low = middle + 1;
        else high = middle;
    }
    if (low == count_ || word(1 + 2 * low) != key) return {};
    const std::uint64_t offset = word(2 + 2 * low);
    if (offset >= bytes_.size()) return {};
    Unpacker in(bytes_.subspan(static_cast<std::size_t>(offset)));
    geo::MultiPolygon area(static_cast<std::size_t>(in.length()));
    Units here;
    for (geo::Polygon& polygon : area) {
        polygon.resize(static_cast<std::size_t>(in.length()));
        for (geo::Line& ring : polygon) {
            ring.resize(static_cast<std::size_t>(in.length()));
            for (geo::LonLat& p : ring) {
                here.lon += in.step(), here.lat += in.step();
                p = {static_cast<double>(here.lon) / kUnitsPerDeg, static_cast<double>(here.lat) / kUnitsPerDeg};
            }
        }
    }
    return in.failed() ? geo::MultiPolygon() : area;
}

std::string pack_divisions(const std::vector<DivisionArea>& areas) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> index;  // hash, offset among the areas
    std::string shapes;
    for (const DivisionArea& area : areas) {
        for (const std::string& id : area.ids) index.emplace_back(key_of(id), shapes.size());
        shapes += packed(area.area);
    }
    std::sort(index.begin(), index.end());
    std::string out;
    const auto put = [&](std::uint64_t v) { out.append(reinterpret_cast<const char*>(&v), kWord); };
    put(index.size());
    for (const auto& [key, offset] : index) put(key), put(kWord * (1 + 2 * index.size()) + offset);
    return out + shapes;
}

}  // namespace dateline::document
