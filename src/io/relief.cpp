#include "io/relief.h"

#include "base/files.h"
#include "base/id.h"
#include "io/relief_format.h"

#include <fmt/format.h>
#include <cstring>

namespace dateline::io {
namespace {

namespace format = relief_format;

struct Source {
    std::shared_ptr<const base::MappedFile> file;
    std::span<const std::uint64_t> offsets;
    std::uint32_t tile_px = 0, gutter_px = 0;
};

/// Takes its squares' offsets from the front of `source`'s. False when one points out of the file.
bool take_pyramid(Source& source, std::uint32_t levels, std::string_view name, document::ReliefPyramid& pyramid) {
    const std::span<const std::byte> bytes = source.file->bytes();
    const int side_px = static_cast<int>(source.tile_px + 2 * source.gutter_px);
    const std::size_t tile_bytes = 2 * static_cast<std::size_t>(side_px) * static_cast<std::size_t>(side_px);
    pyramid.tile_px = static_cast<int>(source.tile_px);
    pyramid.gutter_px = static_cast<int>(source.gutter_px);
    for (int level = 0; level < static_cast<int>(levels); ++level) {
        auto& tiles = pyramid.levels.emplace_back();
        const int side = 1 << level;
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const std::uint64_t offset = source.offsets.front();
                source.offsets = source.offsets.subspan(1);
                auto& tile = tiles.emplace_back();
                if (offset == 0) continue;
                if (offset > bytes.size() || tile_bytes > bytes.size() - offset) return false;
                auto image = std::make_shared<geo::WorldImage>();
                const double around = std::ldexp(static_cast<double>(source.gutter_px) / source.tile_px, -level);
                image->key = base::stable_hash(fmt::format("relief/{}/{}/{}/{}", name, level, column, row));
                image->box = geo::square_box(level, column, row);
                image->box = {image->box.x0 - around, image->box.y0 - around, image->box.x1 + around, image->box.y1 + around};
                image->width = image->height = side_px;
                image->channels = 2;
                image->pixels = {reinterpret_cast<const std::uint8_t*>(bytes.data() + offset), tile_bytes};
                image->owner = source.file;
                tile = std::move(image);
            }
        }
    }
    return true;
}

/// The mean height along one edge of the coarsest square.
document::ReliefBeyond beyond(const document::ReliefPyramid& pyramid, bool north, std::string_view name) {
    document::ReliefBeyond made;
    if (pyramid.levels.empty() || !pyramid.levels.front().front()) return made;
    const geo::WorldImage& whole = *pyramid.levels.front().front();
    const auto gutter = static_cast<std::size_t>(pyramid.gutter_px), side = static_cast<std::size_t>(pyramid.tile_px),
               width = static_cast<std::size_t>(whole.width);
    const std::size_t row = north ? gutter : gutter + side - 1;
    std::size_t sum = 0;
    for (std::size_t x = 0; x < side; ++x) sum += whole.pixels[2 * (row * width + gutter + x) + 1];
    const auto height = static_cast<std::uint8_t>((sum + side / 2) / side);
    if (height == 0) return made;
    made.height = static_cast<float>(height) / 255;
    geo::WorldImage image = geo::WorldImage::owning({document::kReliefFlat, height}, 1, 1, 2);
    const double pole = geo::world_from({0, -90}).y;
    image.box = north ? geo::WorldBox{0, 1 - pole, 1, 0} : geo::WorldBox{0, 1, 1, pole};
    image.key = base::stable_hash(fmt::format("relief/{}/beyond/{}/{}", name, north, height));
    made.image = std::make_shared<const geo::WorldImage>(std::move(image));
    return made;
}

}  // namespace

base::Result<std::shared_ptr<const document::Relief>> open_relief(const std::filesystem::path& baked_file) {
    constexpr const char* remedy = "build again, or install Dateline again";
    auto mapped = base::MappedFile::open(baked_file);
    if (!mapped) return base::fail("the relief is missing", baked_file.string(), remedy);
    Source source{std::make_shared<const base::MappedFile>(std::move(*mapped)), {}, 0, 0};
    const std::span<const std::byte> bytes = source.file->bytes();
    const auto damaged = [&] { return base::fail("is not a baked relief, or is cut short", baked_file.string(), remedy); };
    format::Header header;
    if (bytes.size() < sizeof header) return damaged();
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != format::kMagic || header.size != bytes.size() || header.tile_px == 0 || header.tile_px > 4096 ||
        header.gutter_px > 64 || header.land_levels > format::kMostLevels || header.sea_levels > format::kMostLevels)
        return damaged();
    const std::uint64_t count = format::square_count(header.land_levels) + format::square_count(header.sea_levels);
    if (count > (bytes.size() - sizeof header) / sizeof(std::uint64_t)) return damaged();
    source.offsets = {reinterpret_cast<const std::uint64_t*>(bytes.data() + sizeof header), static_cast<std::size_t>(count)};
    source.tile_px = header.tile_px;
    source.gutter_px = header.gutter_px;
    auto relief = std::make_shared<document::Relief>();
    if (!take_pyramid(source, header.land_levels, "land", relief->land) || !take_pyramid(source, header.sea_levels, "sea", relief->sea))
        return damaged();
    for (const auto& [pyramid, name] : {std::pair{&relief->land, "land"}, {&relief->sea, "sea"}}) {
        pyramid->north = beyond(*pyramid, true, name);
        pyramid->south = beyond(*pyramid, false, name);
    }
    return relief;
}

}  // namespace dateline::io
