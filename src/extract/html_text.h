#pragma once

#include <string>
#include <string_view>

namespace dateline::extract {

/// Whether `text` is an HTML page rather than prose with a few tags in it.
bool looks_like_html(std::string_view text);

/// The prose of an HTML page as Markdown that lay_out reads: paragraphs apart, headings with their hashes, list items
/// with a dash. Scripts, styles, navigation and forms are left out; the page's own date becomes a line "Published: …", or
/// goes into `made` where that is given: "2026-11-29", empty where there is none. There it is the day a book was packed.
/// Linear in the page; anything that is not well-formed is read as a browser would, never refused.
std::string text_of_html(std::string_view html, std::string* made = nullptr);

/// Decodes the character reference at `html[at] == '&'` into `out`; bytes read, 0 where it is a plain ampersand.
std::size_t read_character_reference(std::string_view html, std::size_t at, std::string& out);

}  // namespace dateline::extract
