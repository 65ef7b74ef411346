// What an outside reader answers; whatever it is, the events that come through stand in the text.
#include "document/fold.h"
#include "extract/reader_reply.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const document::Gazetteer gazetteer;
    static const document::Bulletin bulletin{
        "a.md",  "Notes",
        "a.md",  calendar::Edtf::day(2023, 4, 30),
        "given", "Żeljka’s notes.\n\n\fOn April 23, the ministers\nmet in Sofia. It rained. It rained.\n"};
    static const std::uint32_t length = [] {
        std::uint32_t count = 0;
        for (std::size_t at = 0; at < bulletin.text.size(); ++count) document::next_code_point(bulletin.text, at);
        return count;
    }();
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    (void)extract::document_of_reply(line);
    const auto reply = extract::read_reply(line, bulletin, gazetteer);
    if (!reply) return 0;
    const auto inside = [](document::TextSpan span) { return span.begin < span.end && span.end <= length; };
    for (const document::Event& event : reply->events) {
        if (!inside(event.quote_span) || event.source != bulletin.id || event.id.empty() || event.title.empty()) std::abort();
        if (event.date_span.end > 0 && !inside(event.date_span)) std::abort();
        if (event.place_span.end > 0 && !inside(event.place_span)) std::abort();
        for (const document::TextSpan span : event.actor_spans)
            if (!inside(span)) std::abort();
    }
    for (const std::string& refusal : reply->refusals)
        if (refusal.find('\n') != refusal.npos) std::abort();
    return 0;
}
