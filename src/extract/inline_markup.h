#pragma once

#include <string>
#include <string_view>

namespace dateline::extract {

/// As many spaces as `text` has code points.
void append_blank(std::string_view text, std::string& out);

/// `text`, one line, with emphasis marks, link targets, web addresses and tags as spaces and the common character
/// entities as their character; as many code points as before.
void append_clean(std::string_view text, std::string& out);
std::string without_markup(std::string_view text);

/// "[^1]: …", which stands at a page's foot and tells where something is written.
bool is_footnote(std::string_view line);

}  // namespace dateline::extract
