#include "extract/analysis.h"

#include "document/fold.h"
#include "extract/event_facts.h"
#include "extract/events.h"
#include "extract/mention.h"
#include "extract/name_chunk.h"
#include "extract/temporal.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

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

/// One document that is being read, step by step and part by part.
class Reader {
  public:
    Reader(const Reading& document, const document::Gazetteer& gazetteer, const document::Briefing::Shared<document::Route>& routes,
           const Options& options)
        : document_(document), gazetteer_(gazetteer), options_(options), events_(document.source, gazetteer, routes, document.published) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    void find_times() {
        layout_ = lay_out(document_.text);
        TemporalOptions temporal;
        temporal.published = document_.published;
        out_.timexes = find_timexes(layout_.text, temporal);
        dates_ = event_dates(layout_.text, out_.timexes, document_.published);
    }
    /// Whether there is another part, which is then cut into words.
    bool read_part() {
        lookup_.reset();
        part_.reset();
        if (block_ >= layout_.blocks.size() || out_.stopped) return false;
        out_.stopped = options_.stop_requested && options_.stop_requested();
        if (out_.stopped) return false;
        std::size_t end = block_;
        const std::uint32_t begin = layout_.blocks[block_].begin;
        while (end < layout_.blocks.size() && (end == block_ || layout_.blocks[end].end - begin < kPartBytes)) ++end;
        part_.emplace(read_text(layout_, block_, end, byte_, point_));
        block_ = end;
        return true;
    }
    void find_places() {
        if (!part_) return;
        lookup_.emplace(*part_, gazetteer_);
        found_ = find_mentions(*lookup_, names_);
    }
    void resolve_places() {
        if (!part_) return;
        mentions_ = resolve_mentions(*part_, gazetteer_, names_, std::move(found_));
        for (const Mention& m : mentions_) out_.toponyms.push_back(toponym_of(m));
    }
    void prepare_events() {
        if (part_) events_.prepare(*lookup_, mentions_, names_, dates_);
    }
    void read_events() {
        if (!part_) return;
        events_.read(*lookup_, mentions_, names_, dates_);
        if (options_.progress) options_.progress(layout_.text.empty() ? 1.0 : byte_ / static_cast<double>(layout_.text.size()));
    }
    Analysis finish() {
        out_.events = events_.finish();
        return std::move(out_);
    }

  private:
    const Reading& document_;
    const document::Gazetteer& gazetteer_;
    const Options& options_;
    EventReader events_;
    Layout layout_;
    std::vector<DatedSpan> dates_;
    DocumentNames names_;
    std::size_t block_ = 0;  ///< the next part's first
    std::uint32_t byte_ = 0, point_ = 0;
    std::optional<Text> part_;
    std::optional<NameLookup> lookup_;  ///< of that part
    FoundNames found_;
    std::vector<Mention> mentions_;
    Analysis out_;
};

}  // namespace

Analysis analyse(const Source& source, std::string_view text, const std::optional<calendar::Edtf>& published,
                 const document::Gazetteer& gazetteer, const document::Briefing::Shared<document::Route>& routes, const Options& options) {
    const Reading alone[] = {{source, text, published}};
    return std::move(analyse(alone, gazetteer, routes, options).front());
}

std::vector<Analysis> analyse(std::span<const Reading> documents, const document::Gazetteer& gazetteer,
                              const document::Briefing::Shared<document::Route>& routes, const Options& options) {
    std::deque<Reader> readers;
    for (const Reading& document : documents) readers.emplace_back(document, gazetteer, routes, options);
    for (Reader& reader : readers) reader.find_times();
    for (bool any = true; any;) {
        any = false;
        for (Reader& reader : readers) any = reader.read_part() || any;
        for (Reader& reader : readers) reader.find_places();
        for (Reader& reader : readers) reader.resolve_places();
        for (Reader& reader : readers) reader.prepare_events();
        for (Reader& reader : readers) reader.read_events();
    }
    std::vector<Analysis> out;
    out.reserve(readers.size());
    for (Reader& reader : readers) out.push_back(reader.finish());
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
