#pragma once

#include "extract/event_frame.h"

#include <cstdint>
#include <string>

namespace dateline::extract {

/// The words that a headline has in place of its sentence's pronouns, where the text makes them sure; empty where not.
struct Referents {
    std::string owner;    ///< of the subject: "he", "its"
    std::string patient;  ///< of the object: "it", "them"
    std::string there;    ///< of the place: "in Tashkent" for "there"
};

/// "first", "next": what counts a noun, or stands for it.
bool is_ordinal(std::string_view word);
/// "them" of "freed | them", "it" of "vowed to rebuild | it": the pronoun that the frame's verb, or one that hangs right on it, does something to; 0 for none.
std::uint32_t object_pronoun_of(const SentenceFacts& facts, const Frame& frame);
/// Told by size and first letter alone, for each token: "there", "here"; and "itself", "themselves".
inline bool may_point_at_place(const Token& t) { return (t.fold_size == 5 && t.fold[0] == 't') || (t.fold_size == 4 && t.fold[0] == 'h'); }
inline bool may_stress(const Token& t) {
    return t.fold_size >= 6 && (t.fold[0] == 'i' || t.fold[0] == 't' || t.fold[0] == 'h') &&
           t.fold[t.fold_size - 2] == (t.fold[t.fold_size - 1] == 'f' ? 'l' : 'e');
}
/// "two thirds | of them", "200 tonnes | of it": a part of what was told before, which says enough alone; `i` is at "of".
bool is_part_of_pronoun(const SentenceFacts& facts, std::uint32_t i);
/// Whether token `i` is a "there" or "here" that only says where: "was injured | there", not "there were".
bool points_at_place(const SentenceFacts& facts, std::uint32_t i);
/// The first such of a frame's subject and rest; 0 for none.
std::uint32_t pointer_in(const SentenceFacts& facts, const Frame& frame);
/// "in Tashkent": the words that a "there" behind the frame's verb stands for in its own sentence; empty where that is not sure.
std::string place_pointed_at(const SentenceFacts& facts, const Frame& frame);
/// "in Tashkent", "at the port of Aktau": the one town of a sentence with what leads to it; empty for none, and for more than one.
std::string place_phrase_of(const SentenceFacts& facts);

}  // namespace dateline::extract
