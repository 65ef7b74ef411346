#pragma once

#include "calendar/edtf.h"
#include "extract/temporal.h"
#include "extract/temporal_tokens.h"

#include <optional>
#include <string_view>

namespace dateline::extract::temporal {

/// What a first look at a document tells: its genre, its trade, the order of its numeric dates, and whether its days have hours behind them.
struct Profile {
    Genre genre = Genre::News;
    bool day_first = false;
    bool order_told = true;  ///< false: day_first is what is usual there
    bool financial = false;
    bool dotted_days = false;           ///< "25.09 – talks, Kars" opens a line, and no "14.30 – lunch"
    bool keeps_hours = false;           ///< "09SEP 0530", an entry of a log
    int first_year = 0, last_year = 0;  ///< of those that the text tells; both 0 where it tells none
};
/// Reads at most the first part of a long text.
Profile profile_of(std::string_view utf8, const std::optional<calendar::Edtf>& published);
/// The same where a text is short enough to be tokens already.
Profile profile_of(const Tokens& whole_text, std::string_view utf8, const std::optional<calendar::Edtf>& published);

/// Whether the four digits at `i`, behind a day and its month, can be an hour: "08SEP 2100", "Sept. 8 0530".
bool may_be_hour_of_day(const Tokens& tokens, std::uint32_t i);
/// Whether the four digits at `i` are called an hour: "1430 hrs", "0900 local", "1900 GMT".
bool is_called_hour(const Tokens& tokens, std::uint32_t i);

}  // namespace dateline::extract::temporal
