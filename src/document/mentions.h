#pragma once

#include "document/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

/// Another sentence that tells the same event, in the event's own document or in another.
struct Mention {
    std::string source;  ///< id of the document
    std::string section;
    std::string quote;
    TextSpan span;
    std::optional<std::uint32_t> page;
    bool operator==(const Mention&) const = default;
};

/// What the property `mentions` holds; what in it is broken is left out.
std::vector<Mention> mentions_of(const Event& event);
/// Sets `mentions`, and `sources` where there is more than the event's own: ids of the documents that tell it, its own first.
void set_mentions(Event& event, const std::vector<Mention>& mentions);

/// How many documents tell the event; at least 1.
std::size_t source_count(const Event& event);

/// The property `page`: where in a document with pages the quote begins, from 1.
std::optional<std::uint32_t> page_of(const Event& event);
/// Sets `page` of the event and of its mentions in the same document, which has a form feed where each page but the first
/// begins; nothing where it has none.
void set_pages(std::vector<Event>& events, std::string_view text);

/// A property's JSON; nullptr where the event has none of that name.
const std::string* property(const Event& event, std::string_view name);
void set_property(Event& event, std::string_view name, std::string json);

}  // namespace dateline::document
