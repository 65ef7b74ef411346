#pragma once

#include <string>
#include <string_view>

namespace dateline::extract::html {

inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lowered(std::string_view s);

struct Tag {
    std::string name;  // lower case, without the slash
    bool closing = false;
    std::string_view attributes;
    std::size_t end = 0;  // after '>'
};

/// The tag at `html[at] == '<'`; its name is empty for a comment, a declaration, or a bare '<'.
Tag tag_at(std::string_view html, std::size_t at);

/// The value of an attribute, without its quotes; empty for none.
std::string_view attribute(std::string_view attributes, std::string_view name);

/// Whether an element belongs to the page's furniture by what it says of itself: hidden, a menu, "related stories", a
/// cookie notice, a note or the mark of one.
bool is_furniture(const Tag& tag);

}  // namespace dateline::extract::html
