#include "extract/extract.h"

#include "extract/analysis.h"
#include "extract/document_title.h"
#include "extract/temporal.h"

#include <algorithm>

namespace dateline::extract {
namespace {

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3; });
}

/// What a text of April tells of may have been packed in May; a book that was packed years later says nothing of its text.
bool is_soon_after(const calendar::Edtf& made, const calendar::Edtf& told) {
    constexpr auto kSoon = 62 * calendar::kDay;
    const auto a = made.bounds().begin, b = told.bounds().begin;
    return a >= b && a - b <= kSoon;
}

document::Bulletin bulletin_of(const Source& source, std::string text) {
    document::Bulletin bulletin;
    bulletin.id = source.id;
    bulletin.title = document_title(text, source.title);
    bulletin.text = std::move(text);
    bulletin.published = source.published;
    if (source.published) {
        bulletin.published_reason = "given";
        return bulletin;
    }
    DocumentDate inferred = infer_document_date(bulletin.text, source.id);
    if (source.made && (!inferred.date || (inferred.guessed && is_soon_after(*source.made, *inferred.date))))
        inferred = {source.made, "the file was made on " + calendar::describe(*source.made)};
    bulletin.published = std::move(inferred.date);
    bulletin.published_reason = std::move(inferred.reason);
    return bulletin;
}

}  // namespace

base::Result<Extraction> open_bulletin(Source source) {
    std::size_t bad_bytes = 0;
    std::string text = repaired(std::move(source.text), bad_bytes);
    if (!has_words(text)) return base::fail("holds no text", source.id, "give a bulletin with text in it");
    Extraction out;
    bad_bytes += source.bad_bytes;
    if (bad_bytes > 0)
        out.warnings.push_back(fmt::format("{} not UTF-8 {} replaced; save the text as UTF-8",
                                           bad_bytes == 1 ? "one byte that is" : fmt::format("{} bytes that are", bad_bytes),
                                           bad_bytes == 1 ? "was" : "were"));
    out.bulletin = bulletin_of(source, std::move(text));
    return out;
}

constexpr std::string_view kUndated =
    "has no date of its own, and none could be inferred; days without a year stay undated: give --published DATE";
constexpr std::string_view kCutShort = "was not read to its end";

base::Result<Extraction> extract(Source source, const document::Gazetteer& gazetteer,
                                 const document::Briefing::Shared<document::Route>& routes, const Options& options) {
    const Source named{source.id, source.title, {}, source.published};
    auto out = open_bulletin(std::move(source));
    if (!out) return out;
    Analysis found = analyse(named, out->bulletin.text, out->bulletin.published, gazetteer, routes, options);
    out->timexes = std::move(found.timexes);
    out->toponyms = std::move(found.toponyms);
    out->events = std::move(found.events);
    if (!out->bulletin.published && !found.stopped) out->warnings.emplace_back(kUndated);
    if (found.stopped) out->warnings.emplace_back(kCutShort);
    return out;
}

}  // namespace dateline::extract
