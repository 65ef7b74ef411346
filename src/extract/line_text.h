#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::extract {

/// A line of annotate's input, its text read already.
struct LineText {
    std::string text;
    std::string rest;  ///< the line with an empty string where the text stood
};

/// Takes the member "text" out of a JSON object: nearly all of the line is that one string, and a JSON reader that goes from
/// character to character spends more on it than we on its places. Nothing where the line is out of the ordinary (no such
/// string, two of them, escaped keys, what is no JSON): then the whole line is for the JSON reader. `rest` is JSON where the
/// line was.
std::optional<LineText> take_text(std::string_view json_line);

}  // namespace dateline::extract
