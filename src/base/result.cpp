#include "base/result.h"

namespace dateline::base {

std::string Error::line() const {
    std::string text = where.empty() ? what : fmt::format("{}: {}", where, what);
    if (!remedy.empty()) text += "; " + remedy;
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    return text;
}

}  // namespace dateline::base
