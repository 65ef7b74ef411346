#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

inline constexpr std::uint32_t kNoWord = 0xffffffff;

/// "visited the city", "the siege of the town", "floods there forced …", "flew there": the word that stands for a town named before;
/// kNoWord for none.
std::uint32_t the_town(const SentenceFacts& facts, const Frame& frame);

/// Named before `word` in its own sentence: "The river burst its banks at Y; the bridge of the town fell". "Sent to defend Virginia, he
/// landed there" is no town's; nor is it who acts or where he is from: "Chile opened its embassy there". Null for none.
const Mention* town_before(const SentenceFacts& facts, const Frame& frame, std::uint32_t word);

/// "the worst fire | at the mill | since 2021, when two died there": what "there" stands for, where its own sentence says; 0 for nothing.
std::uint32_t works_before(const SentenceFacts& facts, std::uint32_t word);

}  // namespace dateline::extract
