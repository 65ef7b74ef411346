#pragma once

#include "base/result.h"
#include "view/frame.h"

#include <filesystem>
#include <string>

namespace dateline::render {

/// The same image gives the same bytes: no time, no software name. Opaque images are written without alpha.
/// `pixels_per_m` > 0 states the print resolution.
base::Result<std::string> encode_png(const view::Image& image, int pixels_per_m = 0);
base::Result<> write_png(const std::filesystem::path& path, const view::Image& image, int pixels_per_m = 0);

/// RGBA8, straight alpha. Errors: unreadable, not a PNG, damaged, or larger than 400 megapixels.
base::Result<view::Image> read_png(const std::filesystem::path& path);

}  // namespace dateline::render
