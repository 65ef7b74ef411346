#include "io/relief_bake.h"

#include "base/files.h"
#include "document/relief.h"
#include "io/gdal.h"
#include "io/relief_format.h"

#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
namespace format = relief_format;

constexpr int kTilePx = 320, kGutterPx = 2;
constexpr std::uint32_t kLandLevels = 6, kSeaLevels = 4;  // 10240 and 2560 pixels round the world

/// Metres on an even grid of longitude and latitude, whole round the world.
struct Grid {
    int width = 0, height = 0;
    double north_deg = 90;
    std::vector<float> metres;

    double step_deg() const { return 360.0 / width; }
    const float* row(int y) const {
        return metres.data() + static_cast<std::size_t>(std::clamp(y, 0, height - 1)) * static_cast<std::size_t>(width);
    }
};

base::Result<Grid> read_grid(const fs::path& path) {
    DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!dataset) return base::fail(gdal_says("cannot be read"), path.string(), "run maps/derive.py --only relief");
    Grid grid;
    double transform[6];
    grid.width = dataset->GetRasterXSize();
    grid.height = dataset->GetRasterYSize();
    const bool placed = dataset->GetGeoTransform(transform) == CE_None && std::abs(transform[0] + 180) < 1e-6 &&
                        std::abs(transform[1] * grid.width - 360) < 1e-6 && std::abs(transform[5] + transform[1]) < 1e-9;
    if (!placed) return base::fail("does not go round the world", path.string(), "run maps/derive.py --only relief");
    grid.north_deg = transform[3];
    grid.metres.resize(static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height));
    if (dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, grid.width, grid.height, grid.metres.data(), grid.width, grid.height,
                                            GDT_Float32, 0, 0, nullptr) != CE_None)
        return base::fail(gdal_says("cannot be read"), path.string(), "run maps/derive.py --only relief");
    return grid;
}

/// Four cells become one: the land's forms as a map of half the scale tells them.
Grid halved(const Grid& fine) {
    Grid coarse;
    coarse.width = fine.width / 2;
    coarse.height = (fine.height + 1) / 2;
    coarse.north_deg = fine.north_deg;
    coarse.metres.reserve(static_cast<std::size_t>(coarse.width) * static_cast<std::size_t>(coarse.height));
    for (int y = 0; y < coarse.height; ++y) {
        const float* a = fine.row(2 * y);
        const float* b = fine.row(2 * y + 1);
        for (int x = 0; x < coarse.width; ++x) coarse.metres.push_back(0.25f * (a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1]));
    }
    return coarse;
}

/// Catmull–Rom's weights for the four cells around `t` past the second.
std::array<float, 4> cubic_weights(double t) {
    const double t2 = t * t, t3 = t2 * t;
    return {static_cast<float>(-0.5 * t3 + t2 - 0.5 * t), static_cast<float>(1.5 * t3 - 2.5 * t2 + 1),
            static_cast<float>(-1.5 * t3 + 2 * t2 + 0.5 * t), static_cast<float>(0.5 * t3 - 0.5 * t2)};
}

/// Where a column of the world's pixels lies among a grid's columns.
struct Tap {
    std::array<int, 4> cells{};
    std::array<float, 4> weights{};
};

/// A level's heights in rows of Web Mercator, `margin` pixels longer than the world at both ends.
class MercatorRows {
  public:
    MercatorRows(const Grid& grid, int world_px, int margin)
        : grid_(grid), world_px_(world_px), mixed_(static_cast<std::size_t>(grid.width)) {
        for (int x = -margin; x < world_px + margin; ++x) {
            const double column = (x + 0.5) / world_px * grid.width - 0.5, whole = std::floor(column);
            Tap tap;
            tap.weights = cubic_weights(column - whole);
            for (int k = 0; k < 4; ++k)
                tap.cells[static_cast<std::size_t>(k)] = ((static_cast<int>(whole) - 1 + k) % grid.width + grid.width) % grid.width;
            taps_.push_back(tap);
        }
    }

    std::size_t length() const { return taps_.size(); }
    void fill(int y, std::vector<float>& out) {
        const double lat = geo::lonlat_from({0.5, (y + 0.5) / world_px_}).lat_deg;
        const double line = (grid_.north_deg - lat) / grid_.step_deg() - 0.5, whole = std::floor(line);
        const std::array<float, 4> w = cubic_weights(line - whole);
        const int first = static_cast<int>(whole) - 1;
        const std::array<const float*, 4> rows{grid_.row(first), grid_.row(first + 1), grid_.row(first + 2), grid_.row(first + 3)};
        for (std::size_t x = 0; x < mixed_.size(); ++x)
            mixed_[x] = w[0] * rows[0][x] + w[1] * rows[1][x] + w[2] * rows[2][x] + w[3] * rows[3][x];
        out.resize(taps_.size());
        for (std::size_t x = 0; x < taps_.size(); ++x) {
            const Tap& tap = taps_[x];
            float sum = 0;
            for (std::size_t k = 0; k < 4; ++k) sum += tap.weights[k] * mixed_[static_cast<std::size_t>(tap.cells[k])];
            out[x] = sum;
        }
    }

  private:
    const Grid& grid_;
    int world_px_;
    std::vector<Tap> taps_;
    std::vector<float> mixed_;
};

float smooth_step(float from, float to, float v) {
    const float t = std::clamp((v - from) / (to - from), 0.f, 1.f);
    return t * t * (3 - 2 * t);
}

/// In the manner of the Swiss maps: the main light from the north-west, a weaker one from the west and the north so that
/// no slope is lost, and less contrast in the plains than on the heights, as if seen through the air.
class Shader {
  public:
    /// Slopes are steeper than they are, the more so the coarser the pixels that have flattened them.
    explicit Shader(double pixel_m) : exaggeration_(static_cast<float>(6.5 * std::pow(std::max(pixel_m, 500.0) / 3000, 0.62))) {}

    std::uint8_t light(float east, float south, float height_m) const {
        const float x = -exaggeration_ * east, y = exaggeration_ * south, n = 1 / std::sqrt(1 + x * x + y * y);
        float lit = 0;
        for (const Lamp& lamp : kLamps) lit += lamp.share * (n * (x * lamp.x + y * lamp.y + lamp.z) - lamp.z);
        lit *= 0.5f + 0.5f * smooth_step(0, 1600, height_m);
        lit = lit / (0.55f + std::abs(lit));  // steep faces are not black
        return static_cast<std::uint8_t>(std::clamp(std::lround(static_cast<float>(document::kReliefFlat) + 200 * lit), 0L, 255L));
    }

  private:
    struct Lamp {
        float x, y, z, share;  ///< towards the light: east, north, up
    };
    static constexpr std::array<Lamp, 3> kLamps{
        {{-0.5f, 0.5f, 0.7071f, 0.68f}, {-0.7071f, 0, 0.7071f, 0.16f}, {0, 0.7071f, 0.7071f, 0.16f}}};
    float exaggeration_;
};

/// What lies in one square, and whether anything does.
struct Square {
    std::vector<std::uint8_t> pixels;
    bool flat = true;
};

class Baker {
  public:
    explicit Baker(std::string& out) : out_(out) {}

    /// One level of one pyramid; the squares' offsets follow one another from `offset_at`.
    void level(const Grid& grid, int level, bool land, std::size_t offset_at) {
        const int side = 1 << level, world_px = side * kTilePx, margin = kGutterPx + 1;
        MercatorRows source(grid, world_px, margin);
        std::vector<std::vector<float>> rows(static_cast<std::size_t>(kTilePx + 2 * margin));
        for (int row = 0; row < side; ++row) {
            for (int y = 0; y < static_cast<int>(rows.size()); ++y)
                source.fill(std::clamp(row * kTilePx + y - margin, 0, world_px - 1), rows[static_cast<std::size_t>(y)]);
            for (int column = 0; column < side; ++column) {
                const Square square = land ? shaded(rows, row, column, world_px) : sunk(rows, column);
                if (!square.flat) put(square, offset_at + sizeof(std::uint64_t) * static_cast<std::size_t>(row * side + column));
            }
        }
    }

  private:
    static constexpr int kSquarePx = kTilePx + 2 * kGutterPx;

    static Square shaded(const std::vector<std::vector<float>>& rows, int row, int column, int world_px) {
        Square square;
        square.pixels.reserve(2 * kSquarePx * kSquarePx);
        for (int y = 1; y <= kSquarePx; ++y) {
            const double world_y = std::clamp((row * kTilePx + y - kGutterPx - 0.5) / world_px, 0.0, 1.0);
            const double lat = geo::lonlat_from({0.5, world_y}).lat_deg * std::numbers::pi / 180;
            const double pixel_m = geo::kMercatorCircumferenceM * std::cos(lat) / world_px;
            const Shader shader(geo::kMercatorCircumferenceM * 0.7 / world_px);  // one a level: no seam between rows
            const auto per_m = static_cast<float>(0.5 / pixel_m);
            const std::size_t at = static_cast<std::size_t>(column * kTilePx), line = static_cast<std::size_t>(y);
            for (std::size_t x = at + 1; x <= at + kSquarePx; ++x) {
                const float h = rows[line][x];
                const float east = (rows[line][x + 1] - rows[line][x - 1]) * per_m, south = (rows[line + 1][x] - rows[line - 1][x]) * per_m;
                const std::uint8_t light = shader.light(east, south, h), height = part_of(h, document::kReliefHighestM);
                // A sea has the noise of its source.
                square.flat = square.flat && height == 0 && std::abs(light - document::kReliefFlat) <= 3;
                square.pixels.push_back(light);
                square.pixels.push_back(height);
            }
        }
        return square;
    }

    static Square sunk(const std::vector<std::vector<float>>& rows, int column) {
        Square square;
        for (std::size_t y = 1; y <= kSquarePx; ++y) {
            for (std::size_t x = 1; x <= kSquarePx; ++x) {
                const std::uint8_t depth = part_of(-rows[y][static_cast<std::size_t>(column * kTilePx) + x], document::kReliefDeepestM);
                square.flat = square.flat && depth == 0;
                square.pixels.push_back(document::kReliefFlat);
                square.pixels.push_back(depth);
            }
        }
        return square;
    }

    static std::uint8_t part_of(float metres, double most) {
        return static_cast<std::uint8_t>(std::lround(255 * std::clamp(double{metres} / most, 0.0, 1.0)));
    }

    void put(const Square& square, std::size_t offset_at) {
        const std::uint64_t offset = out_.size();
        std::memcpy(out_.data() + offset_at, &offset, sizeof offset);
        out_.append(reinterpret_cast<const char*>(square.pixels.data()), square.pixels.size());
    }

    std::string& out_;
};

void bake_pyramid(Grid grid, std::uint32_t levels, bool land, std::size_t offset_at, Baker& baker) {
    for (std::uint32_t level = levels; level-- > 0;) {
        baker.level(grid, static_cast<int>(level), land, offset_at + sizeof(std::uint64_t) * format::square_count(level));
        if (level > 0) grid = halved(grid);
    }
}

}  // namespace

base::Result<> bake_relief(const fs::path& maps_folder, const fs::path& out_file) {
    const QuietGdal quiet;
    auto land = read_grid(maps_folder / "base" / "relief.tif");
    if (!land) return tl::unexpected(land.error());
    auto sea = read_grid(maps_folder / "base" / "sea_floor.tif");
    if (!sea) return tl::unexpected(sea.error());
    format::Header header;
    header.tile_px = kTilePx, header.gutter_px = kGutterPx;
    header.land_levels = kLandLevels, header.sea_levels = kSeaLevels;
    const std::size_t land_at = sizeof header, sea_at = land_at + sizeof(std::uint64_t) * format::square_count(kLandLevels);
    std::string out(sea_at + sizeof(std::uint64_t) * format::square_count(kSeaLevels), '\0');
    Baker baker(out);
    bake_pyramid(std::move(*land), kLandLevels, true, land_at, baker);
    bake_pyramid(std::move(*sea), kSeaLevels, false, sea_at, baker);
    header.size = out.size();
    std::memcpy(out.data(), &header, sizeof header);
    return base::write_file(out_file, out);
}

}  // namespace dateline::io
