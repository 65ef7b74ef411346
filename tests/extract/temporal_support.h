#pragma once

#include "extract/temporal.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// A text of a day, and what is to be found in it: "words | TYPE | value | EDTF", the EDTF "-" where there is
/// none.
struct TimexRow {
    const char* published;  ///< EDTF; "" for none
    const char* text;
    std::vector<std::string> found;
};

/// Checks every row; a failure names the text.
void expect_rows(const std::vector<TimexRow>& rows, Genre genre);

/// Timexes as a row writes them.
std::vector<std::string> written(std::string_view text, const std::vector<Timex>& timexes);

TemporalOptions published_on(std::string_view edtf, Genre genre = Genre::News);

/// The text of a span that counts code points.
std::string text_of(std::string_view text, TextSpan span);

}  // namespace dateline::extract
