#include "extract/temporal.h"

#include "extract/temporal_reader.h"
#include "extract/temporal_resolver.h"

#include <algorithm>
#include <cstdlib>

namespace dateline::extract {

namespace {

using namespace temporal;

/// "Yesterday" in a story of the 19th counts from the 19th, where it was published or indexed a day or so
/// later.
constexpr int kStoryBeforePublished = 7;

DocumentDate deictic_centre(std::string_view text, const Reading& reading, const std::optional<calendar::Edtf>& published) {
    if (!published && !reading.narrative) return infer_document_date(text, reading, {});
    DocumentDate out{published, {}};
    const auto known = published ? moment_of(*published) : std::nullopt;
    if (reading.narrative || !known || known->grain != Unit::Day) return out;
    const auto own = own_date(text, reading.mentions, known->year);
    const auto story = own ? moment_of(own->date) : std::nullopt;
    if (!story || story->grain != Unit::Day || std::abs(story->days() - known->days()) > kStoryBeforePublished) return out;
    // a digest, each item of which counts from its own dateline
    const bool digest =
        std::count_if(reading.mentions.begin(), reading.mentions.end(), [](const TimeMention& m) { return m.around.dateline; }) > 1;
    if (digest && std::string_view(own->where) == "dateline") return out;
    out.date = own->date;
    return out;
}

}  // namespace

std::vector<Timex> find_timexes(std::string_view utf8_text, const TemporalOptions& options) {
    Reading reading = read_expressions(utf8_text, options);
    if (reading.narrative) follow_thread(reading.mentions, NamedTimes::built_in());
    const DocumentDate centre = deictic_centre(utf8_text, reading, options.published);
    Resolver resolver(centre.date, reading.narrative, NamedTimes::built_in());
    if (centre.guessed) resolver.doubt_published();
    for (const TimeMention& mention : reading.mentions) resolver.expect(mention.expression);
    std::vector<Timex> out;
    out.reserve(reading.mentions.size());
    for (const TimeMention& mention : reading.mentions) {
        auto timex = resolver.resolve(mention.expression, mention.around);
        if (!timex) continue;
        timex->span = mention.span;
        out.push_back(std::move(*timex));
    }
    return out;
}

DocumentDate infer_document_date(std::string_view utf8_text, std::string_view file_name) {
    return temporal::infer_document_date(utf8_text, read_expressions(utf8_text, {}), file_name);
}

}  // namespace dateline::extract
