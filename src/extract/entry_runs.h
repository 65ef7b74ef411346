#pragma once

#include "extract/token.h"

#include <cstdint>
#include <vector>

// Lists that run on in one sentence: "To watch: 6 May: summit, Bunia; 20–21 May: council, Goma".
namespace dateline::extract {

/// Where the entries of such a list begin in tokens [begin, end), but for one at `begin` itself; empty where it is none.
std::vector<std::uint32_t> run_of_entries(const Text& text, std::uint32_t begin, std::uint32_t end);

/// Whether a sentence is an entry of such a list, other than one that opens its block.
bool is_run_on_entry(const Text& text, const Sentence& sentence);

/// Whether a sentence opens its block, or is an entry of such a list.
bool opens_entry(const Text& text, const Sentence& sentence);

}  // namespace dateline::extract
