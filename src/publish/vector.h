#pragma once

#include "base/result.h"
#include "view/frame.h"
#include "view/text.h"

#include <filesystem>

namespace dateline::publish {

enum class VectorFormat { Svg, Pdf };

/// The Frame as a vector page: areas, lines and symbols as paths, text as real text in the bundled fonts (PDF: selectable,
/// fonts embedded; SVG: outlines, so it looks the same everywhere). One frame pixel is 0.75 pt at the frame's scale 1.
/// Atomic: a failed write leaves the old file whole. Errors: the file cannot be written, a font cannot be read.
base::Result<> write_vector(const std::filesystem::path& path, VectorFormat format, const view::Frame& frame, const view::Typesetter& type,
                            const std::string& title);

}  // namespace dateline::publish
