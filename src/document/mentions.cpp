#include "document/mentions.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dateline::document {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string text_in(const Json& json, const char* key) {
    const auto it = json.find(key);
    return it != json.end() && it->is_string() ? it->get<std::string>() : std::string{};
}

std::optional<std::uint32_t> number_in(const Json& json, const char* key) {
    const auto it = json.find(key);
    if (it == json.end() || !it->is_number_unsigned() || *it > UINT32_MAX) return std::nullopt;
    return it->get<std::uint32_t>();
}

/// Code points at which the pages after the first begin.
std::vector<std::uint32_t> page_begins(std::string_view text) {
    std::vector<std::uint32_t> begins;
    std::uint32_t point = 0;
    for (char c : text) {
        if (c == '\f') begins.push_back(point);
        point += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    }
    return begins;
}

}  // namespace

const std::string* property(const Event& event, std::string_view name) {
    const auto it = std::find_if(event.extra.begin(), event.extra.end(), [&](const auto& p) { return p.first == name; });
    return it == event.extra.end() ? nullptr : &it->second;
}

void set_property(Event& event, std::string_view name, std::string json) {
    const auto it = std::find_if(event.extra.begin(), event.extra.end(), [&](const auto& p) { return p.first == name; });
    if (it != event.extra.end()) it->second = std::move(json);
    else event.extra.emplace_back(name, std::move(json));
}

std::vector<Mention> mentions_of(const Event& event) {
    std::vector<Mention> mentions;
    const std::string* text = property(event, "mentions");
    if (text == nullptr) return mentions;
    const Json list = Json::parse(*text, nullptr, false);
    if (!list.is_array()) return mentions;
    for (const Json& json : list) {
        if (!json.is_object()) continue;
        Mention m{text_in(json, "source"),
                  text_in(json, "section"),
                  text_in(json, "quote"),
                  {number_in(json, "char_start").value_or(0), number_in(json, "char_end").value_or(0)},
                  number_in(json, "page")};
        if (m.source.empty()) m.source = event.source;
        if (!m.quote.empty()) mentions.push_back(std::move(m));
    }
    return mentions;
}

void set_mentions(Event& event, const std::vector<Mention>& mentions) {
    Json list = Json::array(), sources = Json::array({event.source});
    for (const Mention& m : mentions) {
        Json json;
        if (m.source != event.source) json["source"] = m.source;
        if (m.source != event.source && !m.section.empty()) json["section"] = m.section;
        json["quote"] = m.quote;
        json["char_start"] = m.span.begin;
        json["char_end"] = m.span.end;
        if (m.page) json["page"] = *m.page;
        list.push_back(std::move(json));
        if (std::find(sources.begin(), sources.end(), m.source) == sources.end()) sources.push_back(m.source);
    }
    std::erase_if(event.extra, [](const auto& p) { return p.first == "sources" || p.first == "mentions"; });
    if (!list.empty()) set_property(event, "mentions", dumped(list));
    if (sources.size() > 1) set_property(event, "sources", dumped(sources));
}

std::size_t source_count(const Event& event) {
    const std::string* text = property(event, "sources");
    if (text == nullptr) return 1;
    const Json list = Json::parse(*text, nullptr, false);
    return list.is_array() && !list.empty() ? list.size() : 1;
}

std::optional<std::uint32_t> page_of(const Event& event) {
    const std::string* text = property(event, "page");
    if (text == nullptr) return std::nullopt;
    const Json page = Json::parse(*text, nullptr, false);
    return page.is_number_unsigned() && page > 0 && page <= UINT32_MAX ? std::optional(page.get<std::uint32_t>()) : std::nullopt;
}

void set_pages(std::vector<Event>& events, std::string_view text) {
    const std::vector<std::uint32_t> begins = page_begins(text);
    if (begins.empty()) return;
    const auto page_at = [&](std::uint32_t point) {
        return static_cast<std::uint32_t>(std::upper_bound(begins.begin(), begins.end(), point) - begins.begin()) + 1;
    };
    for (Event& event : events) {
        set_property(event, "page", std::to_string(page_at(event.quote_span.begin)));
        std::vector<Mention> mentions = mentions_of(event);
        for (Mention& m : mentions)
            if (m.source == event.source) m.page = page_at(m.span.begin);
        if (!mentions.empty()) set_mentions(event, mentions);
    }
}

}  // namespace dateline::document
