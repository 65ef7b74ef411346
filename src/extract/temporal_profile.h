#pragma once

#include "calendar/edtf.h"
#include "extract/temporal.h"
#include "extract/temporal_tokens.h"

#include <optional>
#include <string_view>

namespace dateline::extract::temporal {

/// What a first look at a document tells: its genre, its trade, and the order of its numeric dates.
struct Profile {
    Genre genre = Genre::News;
    bool day_first = false;
    bool financial = false;
};
/// Reads at most the first part of a long text.
Profile profile_of(std::string_view utf8, const std::optional<calendar::Edtf>& published);
/// The same where a text is short enough to be tokens already.
Profile profile_of(const Tokens& whole_text, const std::optional<calendar::Edtf>& published);

}  // namespace dateline::extract::temporal
