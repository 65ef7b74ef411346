#pragma once

#include <string>
#include <string_view>

namespace dateline::extract {

/// What a document calls itself in its first headings; `otherwise` where it does not. Capitals throughout are written
/// as a title is.
std::string document_title(std::string_view text, std::string_view otherwise);

}  // namespace dateline::extract
