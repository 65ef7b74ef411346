#pragma once

#include "extract/extract.h"

#include <string>
#include <string_view>
#include <utility>
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
/// "planned", without its quotes; empty where it is told as done.
std::string modality_of(const document::Event& event);

/// The day that the tests' weekdays are counted from.
inline constexpr const char* kMonday = "2024-11-18";
/// Titles and dates of all events, in order.
std::vector<std::pair<std::string, std::string>> told(std::string_view text, std::string_view published = kMonday);
/// The one event of `text`; fails the test where there is another number of them.
document::Event only_event(std::string_view text, std::string_view published = kMonday);

/// The code points [begin, end) of `text`.
std::string slice(std::string_view text, document::TextSpan span);
std::size_t code_points(std::string_view text);

}  // namespace dateline::extract
