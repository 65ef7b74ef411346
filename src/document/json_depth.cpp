#include "document/json_depth.h"

#include "base/eight_bytes.h"

namespace dateline::document {

bool nests_too_deep(std::string_view json) {
    constexpr int kMostDepth = 256;
    int depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (in_string) {
            at = base::find_either(json, at, '"', '\\');
            if (at >= json.size()) break;
            if (json[at] == '\\') ++at;
            else in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMostDepth) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

}  // namespace dateline::document
