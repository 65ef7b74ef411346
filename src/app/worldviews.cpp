#include "app/worldviews.h"

#include "base/files.h"
#include "io/basemap.h"

namespace dateline::app {

base::Result<std::shared_ptr<const document::Worldview>> read_worldview(const std::filesystem::path& path,
                                                                        std::vector<std::string>& warnings) {
    const auto text = base::read_file(path);
    if (!text) return tl::unexpected(text.error());
    auto worldview = document::worldview_from_json(*text, path.string(), warnings);
    if (!worldview) return tl::unexpected(worldview.error());
    return std::make_shared<const document::Worldview>(std::move(*worldview));
}

std::vector<std::string> faults_of_worldview(const std::filesystem::path& path) {
    std::vector<std::string> faults;
    const auto worldview = read_worldview(path, faults);
    if (!worldview) return {worldview.error().line()};
    const auto folders = base::find_data_folders();
    const auto basemap =
        folders ? io::open_basemap(folders->baked / "basemap.bin") : base::Result<document::BaseMap>(tl::unexpected(folders.error()));
    if (!basemap) {
        faults.push_back(basemap.error().line());
        return faults;
    }
    std::vector<std::string> unmatched;
    document::with_worldview(*basemap, **worldview, unmatched);
    for (const std::string& fault : unmatched) faults.push_back(path.string() + ": " + fault);
    return faults;
}

}  // namespace dateline::app
