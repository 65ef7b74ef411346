#pragma once

#include "document/briefing.h"
#include "document/gazetteer.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// What an outside reader is sent of a document, one line of JSON: "doc", "text", "dct", "title"; annotate's own form.
std::string reader_request(const document::Bulletin& bulletin);

/// The events of one document as an outside reader tells them.
struct ReaderReply {
    std::vector<document::Event> events;  ///< that stand in the text
    std::vector<std::string> refusals;    ///< a line each: what was wrong with the others
};

/// The document that a line of the reply is about. Errors: not a JSON object, no "doc".
base::Result<std::string> document_of_reply(std::string_view json_line);

/// Reads {"doc","events":[record…]}. An event must have a title and a quote that stands in the text: at its offsets, or, where
/// it has none, in one place of it. Spans of date, place and actors must lie in the text and hold the words that the event
/// says; where they are not given, the words are looked for. A place without a geometry is looked up in the gazetteer.
/// Errors: no list of events, or {"error"}.
base::Result<ReaderReply> read_reply(std::string_view json_line, const document::Bulletin& bulletin, const document::Gazetteer& gazetteer);

}  // namespace dateline::extract
