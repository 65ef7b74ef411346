#include "io/json_text.h"

#include "base/files.h"

#include <algorithm>

namespace dateline::io {

base::Result<Json> parse_json(std::string_view text, const std::string& where) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return base::fail("is empty", where, "give a file with something in it");
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        const std::size_t at = std::min(error.byte, text.size());
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        const bool cut = text.find_first_not_of(" \t\r\n", at) == std::string_view::npos;
        return base::fail(cut ? "the JSON ends too early" : "is not JSON", fmt::format("{}:{}", where, line),
                          cut ? "the file was cut short; get it again" : "correct that line");
    } catch (const Json::exception&) { return base::fail("is not JSON", where, "give a file in UTF-8"); }
}

base::Result<Json> read_json(const std::filesystem::path& path) {
    const auto text = base::read_file(path);
    if (!text) return tl::unexpected(text.error());
    return parse_json(*text, path.string());
}

std::string text_of(const Json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    return found->is_string() ? found->get<std::string>() : found->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline::io
