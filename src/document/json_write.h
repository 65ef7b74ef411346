#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::document {

/// `text` as a JSON string, straight to the end of `out`; bytes that are not UTF-8 become U+FFFD.
void append_json(std::string_view text, std::string& out);
/// The shortest number that reads back as `value`; null for what is no number.
void append_json(double value, std::string& out);
void append_json(std::uint32_t value, std::string& out);
/// `value` rounded to so many decimals, without zeros at their end, and without a point where it is whole. Several times as fast as the
/// shortest number, which it is for what is not less than a hundred of its last digits and has at most 15.
void append_decimal(double value, int decimals, std::string& out);

/// Whether `text` is, as it stands, what a JSON writer would print for a plain value: a whole number or a string without
/// escapes. Such a value need not be read to be written.
bool is_plain_json(std::string_view text);

}  // namespace dateline::document
