#pragma once

#include "extract/extract.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// The gazetteer and routes that the program ships, opened once.
const document::Gazetteer& shipped_gazetteer();
const document::Briefing::Shared<document::Route>& shipped_routes();

/// Events of `text`, published on `published` (EDTF; empty: inferred).
Extraction read_events(std::string_view text, std::string_view published = "2023-04-30", std::string_view id = "test.md");
/// The first event whose title or quote holds `words`; fails the test where there is none.
document::Event event_with(const Extraction& extraction, std::string_view words);
/// Whether some event's title holds `words`.
bool has_title(const Extraction& extraction, std::string_view words);

/// "2023-04-23", or "-" where the event has no date.
std::string date_of(const document::Event& event);
std::string extra_of(const document::Event& event, std::string_view key);

/// The code points [begin, end) of `text`.
std::string slice(std::string_view text, document::TextSpan span);
std::size_t code_points(std::string_view text);

}  // namespace dateline::extract
