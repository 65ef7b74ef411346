#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <limits>
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

/// One shader with its `#include "x.glsl"` lines resolved, and where each line of it came from: drivers do not agree on
/// GLSL's `#line`.
struct ShaderText {
    struct Origin {
        std::size_t file = 0;  ///< in files
        std::size_t line = 0;  ///< counted from 1
    };
    std::string text;
    std::vector<std::string> files;
    std::vector<Origin> lines;
    std::int64_t newest_mtime = std::numeric_limits<std::int64_t>::min();  ///< of all files read; clocks may count from later than now

    /// Puts a line below the first, which holds the #version.
    void define(std::string_view line);
    /// "file:line" of the text's line `line`, counted from 1.
    std::string origin_of(std::size_t line) const;
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
    base::Result<> append(std::string_view name, std::string_view included_at, ShaderText& out, std::vector<std::string>& open) const;

    std::filesystem::path folder_;
};

}  // namespace dateline::gl
