#include "gl/shader_source.h"

#include "base/files.h"

#include <algorithm>

namespace dateline::gl {
namespace {

/// The name in `#include "name"`, or empty for any other line.
std::string_view included_name(std::string_view line) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos || !line.substr(start).starts_with("#include")) return {};
    const std::size_t open = line.find('"');
    const std::size_t close = open == std::string_view::npos ? open : line.find('"', open + 1);
    return close == std::string_view::npos ? std::string_view{} : line.substr(open + 1, close - open - 1);
}

bool is_text(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

ShaderSource ShaderSource::folder(std::filesystem::path path) {
    ShaderSource source;
    source.folder_ = std::move(path);
    return source;
}

ShaderSource ShaderSource::preferred() {
#ifdef DATELINE_SHADER_FOLDER
    std::error_code ignored;
    if (std::filesystem::is_directory(DATELINE_SHADER_FOLDER, ignored)) return folder(DATELINE_SHADER_FOLDER);
#endif
    return embedded();
}

base::Result<std::string> ShaderSource::read(std::string_view name, std::int64_t& mtime) const {
    if (!folder_.empty()) {
        const std::filesystem::path path = folder_ / name;
        auto text = base::read_file(path, std::size_t{1} << 20);
        if (!text) return base::fail("the shader cannot be read", path.string(), "restore it from the source tree");
        std::error_code ignored;
        mtime = std::max<std::int64_t>(mtime, std::filesystem::last_write_time(path, ignored).time_since_epoch().count());
        if (!is_text(*text) || text->empty()) {
            return base::fail("the shader is damaged: it is not plain text", path.string(), "restore it from the source tree");
        }
        return text;
    }
    for (const EmbeddedShader& shader : embedded_shaders()) {
        if (shader.name == name) return std::string(shader.text);
    }
    return base::fail("the program was built without this shader", std::string(name), "build it again");
}

base::Result<> ShaderSource::append(std::string_view name, std::string_view included_at, ShaderText& out,
                                    std::vector<std::string>& open) const {
    if (std::find(open.begin(), open.end(), name) != open.end()) {
        return base::fail("the shader includes itself", std::string(included_at), "remove the #include");
    }
    auto text = read(name, out.newest_mtime);
    if (!text && !included_at.empty()) {
        return base::fail(text.error().what + " (" + std::string(name) + ")", std::string(included_at), text.error().remedy);
    }
    if (!text) return tl::unexpected(text.error());
    open.emplace_back(name);
    const std::size_t file = out.files.size();
    out.files.emplace_back(name);
    std::size_t line_number = 0;
    for (std::size_t at = 0; at < text->size();) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        const std::string_view line = std::string_view(*text).substr(at, end - at);
        at = end + 1;
        ++line_number;
        const std::string_view child = included_name(line);
        if (child.empty()) {
            out.text.append(line).push_back('\n');
            out.lines.push_back({file, line_number});
            continue;
        }
        const std::string here = std::string(name) + ":" + std::to_string(line_number);
        if (auto included = append(child, here, out, open); !included) return included;
    }
    open.pop_back();
    return {};
}

void ShaderText::define(std::string_view line) {
    const std::size_t end = text.find('\n');
    if (end == std::string::npos || lines.empty()) return;
    text.insert(end + 1, std::string(line) + '\n');
    lines.insert(lines.begin() + 1, static_cast<std::size_t>(1 + std::count(line.begin(), line.end(), '\n')), Origin(lines.front()));
}

std::string ShaderText::origin_of(std::size_t line) const {
    if (lines.empty()) return {};
    const Origin& origin = lines[std::clamp<std::size_t>(line, 1, lines.size()) - 1];
    return files[origin.file] + ":" + std::to_string(origin.line);
}

base::Result<ShaderText> ShaderSource::load(std::string_view name) const {
    ShaderText out;
    std::vector<std::string> open;
    if (auto done = append(name, {}, out, open); !done) return tl::unexpected(done.error());
    return out;
}

}  // namespace dateline::gl
