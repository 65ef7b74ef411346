#include "extract/analysis.h"

#include "document/fold.h"
#include "extract/event_facts.h"
#include "extract/events.h"
#include "extract/mention.h"
#include "extract/name_chunk.h"
#include "extract/temporal.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::uint32_t kPartBytes = 1 << 20;

Toponym toponym_of(const Mention& m) {
    Toponym t;
    t.span = m.span;
    t.place = m.place;
    t.within = m.within;
    t.precision = m.precision;
    t.role = m.role;
    t.confidence = m.confidence;
    return t;
}

}  // namespace

Analysis analyse(const Source& source, std::string_view text, const std::optional<calendar::Edtf>& published,
                 const document::Gazetteer& gazetteer, const document::Briefing::Shared<document::Route>& routes, const Options& options) {
    Analysis out;
    const Layout layout = lay_out(text);
    TemporalOptions temporal;
    temporal.published = published;
    out.timexes = find_timexes(layout.text, temporal);
    const std::vector<DatedSpan> dates = event_dates(layout.text, out.timexes, published);
    EventReader events(source, gazetteer, routes, published);
    DocumentNames names;
    std::uint32_t byte = 0, point = 0;
    const auto done = [&](std::uint32_t at) { return layout.text.empty() ? 1.0 : at / static_cast<double>(layout.text.size()); };
    for (std::size_t block = 0; block < layout.blocks.size();) {
        if (options.stop_requested && options.stop_requested()) {
            out.stopped = true;
            break;
        }
        std::size_t end = block;
        const std::uint32_t begin = layout.blocks[block].begin;
        while (end < layout.blocks.size() && (end == block || layout.blocks[end].end - begin < kPartBytes)) ++end;
        const Text part = read_text(layout, block, end, byte, point);
        const NameLookup lookup(part, gazetteer);
        const std::vector<Mention> mentions = resolve_mentions(part, gazetteer, names, find_mentions(lookup, names));
        for (const Mention& m : mentions) out.toponyms.push_back(toponym_of(m));
        events.read(lookup, mentions, names, dates);
        block = end;
        if (options.progress) options.progress(done(byte));
    }
    out.events = events.finish();
    return out;
}

namespace {

/// Marks that show nothing and part words or turn them around: soft hyphens, spaces of no width, directions.
bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string repaired(std::string text, std::size_t& bad_bytes) {
    bad_bytes = 0;
    const auto is_control = [](char32_t c) {
        return (c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f') || c == 0x7F || (c >= 0x80 && c < 0xA0 && c != 0x85) ||
               c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || is_invisible(c);
    };
    std::size_t good = 0;
    for (std::size_t at = 0; at < text.size(); good = at) {
        const char32_t c = document::next_code_point(text, at);
        if (is_control(c) || (c == 0xFFFD && at - good == 1)) break;
    }
    if (good >= text.size()) return text;
    std::string out;
    out.reserve(text.size());
    out.append(text, 0, good);
    for (std::size_t at = good; at < text.size();) {
        const std::size_t before = at;
        const char32_t c = document::next_code_point(text, at);
        if (c == 0xFFFD && at - before == 1) {
            ++bad_bytes;
            document::append_utf8(c, out);
        } else if (!is_control(c)) {
            out.append(text, before, at - before);
        }
    }
    return out;
}

}  // namespace dateline::extract
