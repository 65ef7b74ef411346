#pragma once

#include "base/result.h"
#include "document/layer.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace dateline::io {

/// A raster's pixels at a fraction of its size, for a file that has no overviews of its own: read once, kept in memory.
/// Values as the file has them; what has no data has alpha 0 (bytes) or is not a number (floats).
struct RasterOverview {
    int width = 0, height = 0;
    bool bytes = true;
    int bands = 0;                   ///< with the alpha of bytes, which comes last
    int rows_done = 0;               ///< from the top; the rest is empty yet
    std::vector<std::uint8_t> data;  ///< band after band, rows tight
};

/// What reading a square needs to know of a file; plain values, so that each job opens the file for itself.
struct RasterPlan {
    std::filesystem::path file;
    std::string open_name;  ///< what GDAL opens: the file, or a data set inside it
    int width = 0, height = 0;
    std::vector<int> bands;  ///< that are shown
    bool bytes = true;       ///< all of them are 8 bit: shown as they are
    bool palette = false, has_alpha = false;
    bool assumed_wgs84 = false;  ///< the file names no reference system, and degrees fit
    double low = 0, high = 255;  ///< of what is stretched
    std::vector<std::array<float, 4>> ramp;
    int beyond = 0;  ///< its longitudes run beyond 180°: it is shown once more, so many turns round the Earth
    bool wants_overview = false;
    document::RasterLayer layer;
    std::string title, credits;
};

/// Opens the file and plans. Errors: not a raster, no georeferencing, a band that is not there.
base::Result<RasterPlan> plan_raster(const std::filesystem::path& file, const document::LayerStyle& style,
                                     std::vector<std::string>& warnings);

/// The finest level whose squares its overview is good for; -1 where it needs none.
int overview_level_of(const RasterPlan& plan);

/// Reads all of the file once, from the top. `partial` is called now and then with what there is.
base::Result<std::shared_ptr<const RasterOverview>> read_overview(
    const RasterPlan& plan, const std::function<void(double)>& progress, const std::function<bool()>& stop_requested,
    const std::function<void(std::shared_ptr<const RasterOverview>)>& partial);

/// Reads squares of one file while it lives; stays within the job that made it.
class RasterReader {
  public:
    static base::Result<RasterReader> open(const RasterPlan& plan, std::shared_ptr<const RasterOverview> overview);
    ~RasterReader();
    RasterReader(RasterReader&&) noexcept;
    RasterReader& operator=(RasterReader&&) noexcept;

    /// RGBA with a gutter around it; without pixels where the file has nothing.
    base::Result<geo::WorldImage> square(int level, int column, int row) const;

  private:
    struct Impl;
    explicit RasterReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::io
