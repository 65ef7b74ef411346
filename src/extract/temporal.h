#pragma once

#include "calendar/edtf.h"
#include "extract/extract.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// How undated days find their year: from the document's date (news), or from the dates told so far (a history).
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
};

/// From the masthead, the dateline, the file's name, or the latest day that the text dates in full.
DocumentDate infer_document_date(std::string_view utf8_text, std::string_view file_name = {});

/// Every temporal expression of `utf8_text`, in order, without overlaps; spans in code points. Linear in the text.
/// Text of any quality is safe; bytes that are not UTF-8 count as one code point each.
std::vector<Timex> find_timexes(std::string_view utf8_text, const TemporalOptions& options = {});

/// News or narrative, as find_timexes decides it for Genre::Auto.
Genre detect_genre(std::string_view utf8_text, const std::optional<calendar::Edtf>& published);

}  // namespace dateline::extract
