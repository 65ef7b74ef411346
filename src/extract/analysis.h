#pragma once

#include "extract/extract.h"
#include "extract/layout.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

struct Analysis {
    std::vector<Timex> timexes;
    std::vector<Toponym> toponyms;
    std::vector<document::Event> events;
    bool stopped = false;
};

/// Reads a document in parts of about a megabyte, so that memory for words stays bounded. `text` is well-formed UTF-8
/// and stays as it is: spans count its code points.
Analysis analyse(const Source& source, std::string_view text, const std::optional<calendar::Edtf>& published,
                 const document::Gazetteer& gazetteer, const document::Briefing::Shared<document::Route>& routes, const Options& options);

/// The same of several documents, each by itself; what lasts as long as the call. Each step is taken with all of them before the next is:
/// short ones take less time together, as a step's code and tables are near by while it goes on.
struct Reading {
    const Source& source;
    std::string_view text;
    const std::optional<calendar::Edtf>& published;
};
std::vector<Analysis> analyse(std::span<const Reading> documents, const document::Gazetteer& gazetteer,
                              const document::Briefing::Shared<document::Route>& routes, const Options& options);

/// Well-formed UTF-8 without NULs, control characters and invisible marks; says in `bad_bytes` how many were replaced. Good text is not copied.
std::string repaired(std::string text, std::size_t& bad_bytes);

}  // namespace dateline::extract
