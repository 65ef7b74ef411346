#include "extract/event_support.h"

#include "document/fold.h"
#include "io/routes.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::extract {

const document::Gazetteer& shipped_gazetteer() {
    static const document::Gazetteer gazetteer = [] {
        auto opened = document::Gazetteer::open(DATELINE_BUILD_DIR "/data/gazetteer.bin");
        if (!opened) ADD_FAILURE() << opened.error().line();
        return opened ? std::move(*opened) : document::Gazetteer{};
    }();
    return gazetteer;
}

const document::Briefing::Shared<document::Route>& shipped_routes() {
    static const auto routes = [] {
        std::vector<std::string> warnings;
        auto loaded = io::load_routes(DATELINE_SOURCE_DIR "/maps/routes", warnings);
        if (!loaded) ADD_FAILURE() << loaded.error().line();
        return loaded ? std::move(*loaded) : document::Briefing::Shared<document::Route>{};
    }();
    return routes;
}

Extraction read_events(std::string_view text, std::string_view published, std::string_view id) {
    Source source;
    source.id = id;
    source.title = id;
    source.text = text;
    if (!published.empty()) source.published = calendar::Edtf::parse(published).value();
    auto read = extract(source, shipped_gazetteer(), shipped_routes());
    if (!read) ADD_FAILURE() << read.error().line();
    return read ? std::move(*read) : Extraction{};
}

bool has_title(const Extraction& extraction, std::string_view words) {
    return std::any_of(extraction.events.begin(), extraction.events.end(),
                       [&](const document::Event& e) { return e.title.find(words) != std::string::npos; });
}

document::Event event_with(const Extraction& extraction, std::string_view words) {
    for (const document::Event& event : extraction.events)
        if (event.title.find(words) != std::string::npos) return event;
    for (const document::Event& event : extraction.events)
        if (event.quote.find(words) != std::string::npos) return event;
    std::string titles;
    for (const document::Event& event : extraction.events) titles += "\n  " + date_of(event) + " " + event.title;
    ADD_FAILURE() << "no event with: " << words << titles;
    return {};
}

std::string date_of(const document::Event& event) { return event.date ? event.date->text() : "-"; }

std::string extra_of(const document::Event& event, std::string_view key) {
    const auto it = std::find_if(event.extra.begin(), event.extra.end(), [&](const auto& e) { return e.first == key; });
    return it == event.extra.end() ? std::string{} : it->second;
}

std::string modality_of(const document::Event& event) {
    const std::string quoted = extra_of(event, "modality");
    return quoted.size() < 2 ? quoted : quoted.substr(1, quoted.size() - 2);
}

std::vector<std::pair<std::string, std::string>> told(std::string_view text, std::string_view published) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const document::Event& event : read_events(text, published).events) out.emplace_back(event.title, date_of(event));
    return out;
}

document::Event only_event(std::string_view text, std::string_view published) {
    const auto read = read_events(text, published);
    EXPECT_EQ(read.events.size(), 1U) << text;
    return read.events.empty() ? document::Event{} : read.events.front();
}

std::string slice(std::string_view text, document::TextSpan span) {
    std::size_t at = 0, begin = text.size();
    for (std::uint32_t point = 0; at < text.size() && point < span.end; ++point) {
        if (point == span.begin) begin = at;
        document::next_code_point(text, at);
    }
    return begin < at ? std::string(text.substr(begin, at - begin)) : std::string{};
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) document::next_code_point(text, at);
    return count;
}

}  // namespace dateline::extract
