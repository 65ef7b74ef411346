#pragma once

#include "extract/mention.h"
#include "extract/name_context.h"

#include <span>
#include <string_view>

namespace dateline::extract {

/// Where the names to be linked stand: one sentence.
struct LinkedSentence {
    const Text& text;
    const document::Gazetteer& gazetteer;
    const NameContext& context;
    std::size_t first_token = 0, end_token = 0;
    bool shouting = false;
};

/// Tells each name of a sentence which of the others it lies in ("Paris, Texas") and what feature they share ("Boone and
/// Callaway counties"). `number` is that of the first among all mentions.
void link_mentions(const LinkedSentence& sentence, std::span<Mention> found, std::size_t number);

/// "the Columbia" is the river and "Boone and Callaway counties" are two: their full names lead to other places.
void take_featured_name(const document::Gazetteer& gazetteer, Mention& mention, std::string_view feature);

}  // namespace dateline::extract
