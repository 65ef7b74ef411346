#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {

namespace {

const char* name_of(TimexType type) {
    switch (type) {
        case TimexType::Date: return "DATE";
        case TimexType::Time: return "TIME";
        case TimexType::Duration: return "DURATION";
        case TimexType::Set: return "SET";
    }
    return "?";
}

std::size_t byte_of(std::string_view text, std::uint32_t code_point) {
    std::size_t at = 0;
    for (std::uint32_t n = 0; n < code_point && at < text.size(); ++n) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
    }
    return at;
}

}  // namespace

std::string text_of(std::string_view text, TextSpan span) {
    const std::size_t begin = byte_of(text, span.begin);
    return std::string(text.substr(begin, byte_of(text, span.end) - begin));
}

std::vector<std::string> written(std::string_view text, const std::vector<Timex>& timexes) {
    std::vector<std::string> out;
    for (const Timex& t : timexes) {
        out.push_back(text_of(text, t.span) + " | " + name_of(t.type) + " | " + t.value + " | " + (t.edtf ? t.edtf->text() : "-"));
    }
    return out;
}

TemporalOptions published_on(std::string_view edtf, Genre genre) {
    TemporalOptions out;
    out.genre = genre;
    if (!edtf.empty()) {
        auto parsed = calendar::Edtf::parse(edtf);
        EXPECT_TRUE(parsed.has_value()) << edtf;
        if (parsed) out.published = *parsed;
    }
    return out;
}

void expect_rows(const std::vector<TimexRow>& rows, Genre genre) {
    for (const TimexRow& row : rows) {
        EXPECT_EQ(written(row.text, find_timexes(row.text, published_on(row.published, genre))), row.found) << row.text;
    }
}

}  // namespace dateline::extract
