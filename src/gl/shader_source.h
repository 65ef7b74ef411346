#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::gl {

struct EmbeddedShader {
    std::string_view name;
    std::string_view text;
};
/// Generated at build time from shaders/.
std::span<const EmbeddedShader> embedded_shaders();

/// One shader with its `#include "x.glsl"` lines resolved. `files[n]` is the file that GLSL's `#line … n` numbers.
struct ShaderText {
    std::string text;
    std::vector<std::string> files;
    std::int64_t newest_mtime = 0;  ///< of all files read; 0 where embedded
};

/// Where shaders come from: inside the program, or a folder that is watched.
class ShaderSource {
  public:
    static ShaderSource embedded() { return {}; }
    static ShaderSource folder(std::filesystem::path path);
    /// The source tree's folder in a hot-reload build while it is there, else embedded.
    static ShaderSource preferred();

    bool watched() const { return !folder_.empty(); }
    /// Errors: a file is missing or not text; an include that is missing or includes itself (named with file:line).
    base::Result<ShaderText> load(std::string_view name) const;

  private:
    base::Result<std::string> read(std::string_view name, std::int64_t& mtime) const;
    base::Result<> append(std::string_view name, std::string_view included_at, ShaderText& out,
                          std::vector<std::string>& open) const;

    std::filesystem::path folder_;
};

}  // namespace dateline::gl
