#include "app/reader.h"

#include "base/files.h"
#include "io/routes.h"

namespace dateline::app {

base::Result<Reader> open_reader() {
    const auto folders = base::find_data_folders();
    if (!folders) return tl::unexpected(folders.error());
    auto gazetteer = document::Gazetteer::open(folders->baked / "gazetteer.bin");
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    Reader reader;
    reader.gazetteer = std::move(*gazetteer);
    auto routes = io::load_routes(folders->maps / "routes", reader.warnings);
    if (routes) reader.routes = std::move(*routes);
    else reader.warnings.push_back(routes.error().line());
    return reader;
}

}  // namespace dateline::app
