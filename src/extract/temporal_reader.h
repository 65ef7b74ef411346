#pragma once

#include "extract/temporal.h"
#include "extract/temporal_moment.h"
#include "extract/temporal_thread.h"

#include <string_view>
#include <vector>

namespace dateline::extract::temporal {

/// What a document says of time, in its order, before it is known when.
struct Reading {
    std::vector<TimeMention> mentions;
    bool narrative = false;
};
Reading read_expressions(std::string_view utf8_text, const TemporalOptions& options);

/// A calendar day or month, its year completed; nullopt for what is neither.
std::optional<Moment> moment_of(const Expression& expression, int year);

/// A date that the document bears, and where it says so.
struct OwnDate {
    calendar::Edtf date;
    const char* where = "";                 ///< "masthead", "title", "dateline"
    ByteSpan line{};                        ///< of a masthead or a title: the whole line, which tells of nothing else
    std::optional<calendar::Edtf> other{};  ///< of "04/07/2022" where nothing in the text tells which is the day
};
/// The date of the masthead ("Friday, 28 April 2023" on a line of its own) of a title that opens the text ("Campaign
/// Notes, March 14, 2024") or of the dateline ("BAKU, 28 April —"). `year` completes one that names none; kNoYear: such a one is passed over.
std::optional<OwnDate> own_date(std::string_view utf8_text, std::span<const TimeMention> mentions, int year);
/// "Next issue: 5 May 2024": a day that says only when another document comes.
bool announces_next(std::string_view utf8_text, ByteSpan date);

/// As infer_document_date, of a reading at hand.
DocumentDate infer_document_date(std::string_view utf8_text, const Reading& reading, std::string_view file_name);

}  // namespace dateline::extract::temporal
