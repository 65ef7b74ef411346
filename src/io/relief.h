#pragma once

#include "base/result.h"
#include "document/relief.h"

#include <filesystem>
#include <memory>

namespace dateline::io {

/// Maps what bake_relief wrote: nothing is read before it is drawn. Errors: absent, not such a file, cut short.
base::Result<std::shared_ptr<const document::Relief>> open_relief(const std::filesystem::path& baked_file);

}  // namespace dateline::io
