#pragma once

#include "calendar/edtf.h"
#include "extract/extract.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// How undated days find their year: from the document's date (news), or from the dates told so far (a
/// history).
enum class Genre : std::uint8_t { Auto, News, Narrative };

struct TemporalOptions {
    std::optional<calendar::Edtf> published;  ///< the document's own date, where known
    Genre genre = Genre::Auto;
    /// Sentences in code points, in order; computed from the text when empty.
    std::span<const TextSpan> sentences;
};

/// A document's own date and the evidence for it, in words for a reader ("the masthead says 30 April 2023").
struct DocumentDate {
    std::optional<calendar::Edtf> date;
    std::string reason;
    bool guessed = false;  ///< of what the text tells; nothing in it says so
};

/// From the masthead, the dateline, the file's name, or the latest day that the text dates in full.
DocumentDate infer_document_date(std::string_view utf8_text, std::string_view file_name = {});

/// Every temporal expression of `utf8_text`, in order, without overlaps; spans in code points. Linear in the
/// text. Text of any quality is safe; bytes that are not UTF-8 count as one code point each.
std::vector<Timex> find_timexes(std::string_view utf8_text, const TemporalOptions& options = {});

/// The interval that dates and the words around them say together. TIMEX3 marks the two ends one by one; an
/// event wants the whole.
struct DateRange {
    TextSpan span;        ///< with the words that make it one: "between 1988 and 1994", "since August 2022"
    calendar::Edtf edtf;  ///< 1988/1994, 2022-08/.., ../2027
    document::DateBasis basis = document::DateBasis::Explicit;  ///< the weaker of its ends'
    std::size_t first =
        0;  ///< of the timexes, [first, last) are its ends: one where it is open, else two; or its days, "11, 12 and 13 May"
    std::size_t last = 0;
};

/// Ranges ("from 9 to 12 May", "27 September – 10 November 2020", "1992–94") and open intervals ("since
/// August 2022", "by 2027", "until 2026", "from 1991 on") among the timexes of `utf8_text`, in order. Lists
/// ("9 and 12 May") are none. `timexes` as find_timexes returns them. Linear in the text.
std::vector<DateRange> combine_ranges(std::string_view utf8_text, std::span<const Timex> timexes);

/// News or narrative, as find_timexes decides it for Genre::Auto.
Genre detect_genre(std::string_view utf8_text, const std::optional<calendar::Edtf>& published);

}  // namespace dateline::extract
