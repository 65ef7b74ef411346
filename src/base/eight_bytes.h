#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Questions to eight bytes of a text at once: most of a text is letters that nothing is asked of.
namespace dateline::base {

using EightBytes = std::uint64_t;

constexpr EightBytes eight_of(unsigned char byte) { return 0x0101010101010101ull * byte; }
inline EightBytes eight_at(std::string_view text, std::size_t at) {
    EightBytes bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
}
/// Whether two words are the same, without a call for what has up to sixteen bytes.
inline bool same_word(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size > 16) return a == b;
    if (size >= 8) return ((eight_at(a, 0) ^ eight_at(b, 0)) | (eight_at(a, size - 8) ^ eight_at(b, size - 8))) == 0;
    const auto four = [](std::string_view text, std::size_t at) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        return bytes;
    };
    if (size >= 4) return ((four(a, 0) ^ four(b, 0)) | (four(a, size - 4) ^ four(b, size - 4))) == 0;
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

constexpr bool all_ascii(EightBytes bytes) { return (bytes & eight_of(0x80)) == 0; }
/// Not zero where any byte is zero; exact as a whole, though not for each byte.
constexpr EightBytes any_zero(EightBytes bytes) { return (bytes - eight_of(1)) & ~bytes & eight_of(0x80); }
constexpr EightBytes any_is(EightBytes bytes, char c) { return any_zero(bytes ^ eight_of(static_cast<unsigned char>(c))); }
/// Not zero where any byte is below `limit`, which is at most 128.
constexpr EightBytes any_below(EightBytes bytes, unsigned char limit) { return (bytes - eight_of(limit)) & ~bytes & eight_of(0x80); }

/// The topmost bit of each byte that is from `first` to `last`, both ASCII; exact for each byte.
constexpr EightBytes in_range(EightBytes bytes, char first, char last) {
    const EightBytes low = bytes & eight_of(0x7F);
    const EightBytes reached = low + eight_of(static_cast<unsigned char>(0x80 - first)),
                     passed = low + eight_of(static_cast<unsigned char>(0x7F - last));
    return reached & ~passed & ~bytes & eight_of(0x80);
}
/// How many of the bytes, in the order of the text, have their topmost bit set before the first that has not.
constexpr std::size_t marked_at_start(EightBytes marks) {
    const EightBytes others = ~marks & eight_of(0x80);
    return static_cast<std::size_t>(std::endian::native == std::endian::little ? std::countr_zero(others) : std::countl_zero(others)) / 8;
}

/// The first byte at or after `at` that is no small letter of ASCII; `end`, which is within the text, for none.
inline std::size_t small_letters_end(std::string_view text, std::size_t at, std::size_t end) {
    for (; at + 8 <= end; at += 8)
        if (const std::size_t count = marked_at_start(in_range(eight_at(text, at), 'a', 'z')); count < 8) return at + count;
    while (at < end && text[at] >= 'a' && text[at] <= 'z') ++at;
    return at;
}
/// The first byte at or after `at` that is no letter of ASCII; the text's size for none.
inline std::size_t letters_end(std::string_view text, std::size_t at) {
    constexpr unsigned char small = 0x20;
    for (; at + 8 <= text.size(); at += 8)
        if (const std::size_t count = marked_at_start(in_range(eight_at(text, at) | eight_of(small), 'a', 'z')); count < 8)
            return at + count;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    while (at < text.size() && letter(text[at])) ++at;
    return at;
}

/// The first `a` or `b` at or after `at`; the text's size for none.
inline std::size_t find_either(std::string_view text, std::size_t at, char a, char b) {
    for (; at + 8 <= text.size(); at += 8) {
        const EightBytes bytes = eight_at(text, at);
        if ((any_is(bytes, a) | any_is(bytes, b)) != 0) break;
    }
    while (at < text.size() && text[at] != a && text[at] != b) ++at;
    return at;
}

/// The first byte at or after `at` that a JSON string does not hold as it is, or that is not ASCII; the text's size for none.
inline std::size_t plain_json_end(std::string_view text, std::size_t at) {
    for (; at + 8 <= text.size(); at += 8) {
        const EightBytes bytes = eight_at(text, at);
        if (!all_ascii(bytes) || (any_below(bytes, 0x20) | any_is(bytes, '"') | any_is(bytes, '\\')) != 0) break;
    }
    static constexpr auto kPlain = [] {
        std::array<bool, 256> plain{};
        for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
        return plain;
    }();
    while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

}  // namespace dateline::base
