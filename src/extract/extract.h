#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "document/gazetteer.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

using document::TextSpan;

/// A temporal expression, after TIMEX3 (ISO-TimeML).
enum class TimexType : std::uint8_t { Date, Time, Duration, Set };
struct Timex {
    TextSpan span;
    TimexType type = TimexType::Date;
    std::string value;                   ///< TIMEX3 value: "2023-04-23", "2023-SU", "P2D", "PRESENT_REF", "XXXX-WXX-2"
    std::optional<calendar::Edtf> edtf;  ///< set where the value is a calendar date or interval
    document::DateBasis basis = document::DateBasis::Explicit;
    bool unmarked = false;  ///< "in World War II": a time for events, but TIMEX3 marks none
    bool topic = false;     ///< "the heroes of the 44-day war": nothing is said to happen then
};

enum class PlaceRole : std::uint8_t { Location, Mention, Demonym, Origin, Destination, Boundary };
struct Toponym {
    TextSpan span;
    std::int64_t place = -1;   ///< gazetteer row; -1: a name that is not resolved
    std::int64_t within = -1;  ///< of such a name, the row of what the text says it lies in or beside; -1: it does not say
    document::PlacePrecision precision = document::PlacePrecision::None;
    PlaceRole role = PlaceRole::Mention;
    double confidence = 0;
};

/// What is read, with its date where known.
struct Source {
    std::string id;
    std::string title;
    std::string text;                         ///< UTF-8 of any quality; repaired on reading
    std::optional<calendar::Edtf> published;  ///< given by the user or the file; else inferred
    std::optional<calendar::Edtf> made =
        {};                     ///< when the file was put together, as it says: counts for a text that does not say when it was written
    std::size_t bad_bytes = 0;  ///< that were replaced before; `text` may have more
};

struct Extraction {
    document::Bulletin bulletin;  ///< text as the spans count it, inferred date with its reason
    std::vector<Timex> timexes;
    std::vector<Toponym> toponyms;
    std::vector<document::Event> events;
    std::vector<std::string> warnings;  ///< one line each
};

struct Options {
    std::function<void(double)> progress;  ///< 0..1
    std::function<bool()> stop_requested;
};

/// The document without what it tells: its text repaired, its title and its date. Errors: no text in it.
base::Result<Extraction> open_bulletin(Source source);

/// Bulletin text → event drafts, every field tied to a span of the text. Linear in the text.
/// `routes` lends names and lines to corridor places ("the Lachin–Khankendi road"); may be empty.
base::Result<Extraction> extract(Source source, const document::Gazetteer& gazetteer,
                                 const document::Briefing::Shared<document::Route>& routes, const Options& options = {});

/// One line of `dateline annotate`, JSON in and out; a bad line gives {"doc":…,"error":…}.
std::string annotate_line(std::string_view json_line, const document::Gazetteer& gazetteer,
                          const document::Briefing::Shared<document::Route>& routes);
/// Of several lines, the same answers in their order; short ones take less time together.
std::vector<std::string> annotate_lines(std::span<const std::string_view> json_lines, const document::Gazetteer& gazetteer,
                                        const document::Briefing::Shared<document::Route>& routes);

/// UTF-8 from bytes that may be UTF-8, UTF-16, Windows-1251/1252 or what a page says it is; NULs and controls are dropped.
/// Text that is good already is handed through. Errors: binary data.
struct Decoded {
    std::string text;
    std::string encoding;
    std::size_t bad_bytes = 0;  ///< replaced
};
base::Result<Decoded> decode(std::string bytes, std::string_view file_name);

}  // namespace dateline::extract
