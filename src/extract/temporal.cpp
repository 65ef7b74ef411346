#include "extract/temporal.h"

#include "extract/temporal_reader.h"
#include "extract/temporal_resolver.h"

#include <cstdlib>

namespace dateline::extract {

namespace {

using namespace temporal;

/// "Yesterday" in a story of the 19th counts from the 19th, where it was published or indexed a day or so
/// later.
constexpr int kStoryBeforePublished = 7;

std::optional<calendar::Edtf> deictic_centre(std::string_view text, const Reading& reading,
                                             const std::optional<calendar::Edtf>& published) {
    if (reading.narrative) return published;
    if (!published) return infer_document_date(text, reading, {}).date;
    const auto known = moment_of(*published);
    if (!known || known->grain != Unit::Day) return published;
    const auto own = own_date(text, reading.mentions, known->year);
    const auto story = own ? moment_of(own->date) : std::nullopt;
    if (!story || story->grain != Unit::Day ||
        std::abs(story->days() - known->days()) > kStoryBeforePublished)
        return published;
    return own->date;
}

}  // namespace

std::vector<Timex> find_timexes(std::string_view utf8_text, const TemporalOptions& options) {
    Reading reading = read_expressions(utf8_text, options);
    if (reading.narrative) follow_thread(reading.mentions, NamedTimes::built_in());
    Resolver resolver(deictic_centre(utf8_text, reading, options.published), reading.narrative,
                      NamedTimes::built_in());
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
