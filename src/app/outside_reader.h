#pragma once

#include "document/briefing.h"
#include "document/gazetteer.h"

#include <functional>
#include <string>
#include <vector>

namespace dateline::app {

/// A program of the user's own that reads documents instead of us (docs/reader.md).
struct OutsideReader {
    std::string command;     ///< for the shell
    double timeout_s = 600;  ///< without a word from it
    std::function<bool()> stop_requested;
};

/// Events of each bulletin, in their order. What stands in the text is taken; each event that does not is a warning.
/// Errors: a program that fails, hangs, or prints what is no reply.
base::Result<std::vector<std::vector<document::Event>>> ask_reader(const OutsideReader& reader,
                                                                   const document::Briefing::Shared<document::Bulletin>& bulletins,
                                                                   const document::Gazetteer& gazetteer,
                                                                   std::vector<std::string>& warnings);

}  // namespace dateline::app
