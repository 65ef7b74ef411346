#include "ui/dispute.h"
#include "ui/edit_form.h"
#include "ui/event_list_panel.h"
#include "ui/inspector_panel.h"
#include "ui/paragraph.h"
#include "ui/status_text.h"

#include <gtest/gtest.h>

namespace dateline::ui {
namespace {

using calendar::Edtf;

Edtf edtf(const char* text) { return Edtf::parse(text).value(); }
/// Every character ten wide.
float ten_each(std::string_view text) {
    return 10 * static_cast<float>(
                    std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}
std::string joined(const TextLine& line) {
    std::string text;
    for (const Run& run : line.runs) text += run.text;
    return text;
}

TEST(Citation, NamesTheDocumentTheSectionAndThePage) {
    document::Briefing::Parts parts;
    parts.bulletins.push_back(std::make_shared<const document::Bulletin>(document::Bulletin{"a", "Weekly notes", "a.pdf", {}, "", ""}));
    parts.bulletins.push_back(std::make_shared<const document::Bulletin>(document::Bulletin{"b", "", "b.pdf", {}, "", ""}));
    const document::Briefing briefing(std::move(parts));
    EXPECT_EQ(citation_of(briefing, "a", "South", 3), "Weekly notes · South · p. 3");
    EXPECT_EQ(citation_of(briefing, "b", "", 3), "b.pdf · p. 3");
    EXPECT_EQ(citation_of(briefing, "elsewhere", "", std::nullopt), "elsewhere");
    EXPECT_EQ(citation_of(briefing, "", "South", std::nullopt), "South");
}

TEST(DisputeText, SaysWhatItIsSinceWhenAndWhoseWordsTheClaimsAre) {
    document::Dispute dispute{"a-line", "A line", "AAA", "BBB", "ceasefire", "1972-12-11", "", {"A: its land"}, "Held by B.", "Somebody"};
    EXPECT_EQ(dispute_kind_text(dispute), "Line of control or ceasefire · from 11 December 1972");
    EXPECT_EQ(dispute_text(dispute), "A line\nLine of control or ceasefire · from 11 December 1972\nA: its land\nHeld by B.");
    EXPECT_EQ(dispute_source_text(dispute, ""), "Line: Somebody. Claims: in our words, after the parties’ own; Dateline takes no side.");
    dispute.kind = "area";
    EXPECT_EQ(dispute_source_text(dispute, "Somebody’s view"), "Extent: Somebody. Worldview: Somebody’s view.");
    dispute.source.clear();
    EXPECT_EQ(dispute_source_text(dispute, "Somebody’s view"), "Worldview: Somebody’s view.");
}

TEST(DateCell, SaysNoMoreThanTheDateDoes) {
    EXPECT_EQ(date_cell(edtf("2023-04-25"), true), (DateCell{"25 Apr", ""}));
    EXPECT_EQ(date_cell(edtf("2020-11-10"), false), (DateCell{"10 Nov", "2020"}));
    EXPECT_EQ(date_cell(edtf("1972"), false), (DateCell{"1972", ""}));
    EXPECT_EQ(date_cell(edtf("2022-08/.."), false), (DateCell{"Aug", "2022 →"}));
    EXPECT_EQ(date_cell(edtf("../2027"), false), (DateCell{"2027", "deadline"}));
    EXPECT_EQ(date_cell(edtf("2020~"), false), (DateCell{"~2020", ""}));
    EXPECT_EQ(date_cell(std::nullopt, true), (DateCell{"–", ""}));
}

TEST(RowPositions, InvertEachOther) {
    std::vector<session::ListRow> rows;
    for (int group = 0; group < 4; ++group) {
        rows.push_back({-1, group});
        for (int i = 0; i <= group * 3; ++i) rows.push_back({i, group});
    }
    const RowPositions at(rows, 40, 24);
    double y = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(at.top_of(row), y);
        EXPECT_EQ(at.row_at(y), row);
        EXPECT_EQ(at.row_at(y + 23.5), row);
        y += rows[row].event >= 0 ? 40 : 24;
    }
    EXPECT_EQ(at.total(), y);
    EXPECT_EQ(at.row_at(y + 1000), rows.size() - 1);
}

TEST(TextIndex, FindsTheParagraphOfAQuoteInAnyScript) {
    const std::string text = "Первый абзац.\n\nÜçüncü söz. The quoted\nsentence is here. Last.\n\nAnother.";
    const TextIndex index(text);
    const auto begin = static_cast<std::uint32_t>(27);  // "The"
    const Paragraph paragraph = index.paragraph_around({begin, begin + 28});
    EXPECT_EQ(paragraph.text, "Üçüncü söz. The quoted sentence is here. Last.");
    EXPECT_EQ(paragraph.span.begin, 15u);
    EXPECT_EQ(index.paragraph_around({9999, 10001}).span.end, index.size());
}

TEST(LayOut, BreaksBetweenWordsAndMarksWhatIsMarked) {
    const Paragraph paragraph{"On 4 March the bridge opened", {100, 128}};
    const std::vector<TextLine> lines = lay_out(paragraph, {{{100, 128}, Mark::Quote}, {{103, 110}, Mark::Date}}, 120, ten_each);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(joined(lines[0]), "On 4 March");
    EXPECT_EQ(joined(lines[1]), "the bridge");
    EXPECT_EQ(joined(lines[2]), "opened");
    ASSERT_EQ(lines[0].runs.size(), 2u);
    EXPECT_EQ(lines[0].runs[1].text, "4 March");
    EXPECT_TRUE(lines[0].runs[1].has(Mark::Date));
    EXPECT_TRUE(lines[0].runs[1].has(Mark::Quote));
    EXPECT_FLOAT_EQ(lines[0].runs[1].x, 30);
    EXPECT_FLOAT_EQ(lines[0].runs[1].width, 70);
}

TEST(LayOut, CutsAWordOnlyWhenItAloneIsTooWide) {
    const std::vector<TextLine> lines = lay_out({"an extraordinarily long word", {0, 28}}, {}, 100, ten_each);
    for (const TextLine& line : lines) EXPECT_LE(ten_each(joined(line)), 100);
    EXPECT_EQ(joined(lines[0]), "an");
    EXPECT_EQ(joined(lines[1]), "extraordin");
}

TEST(StatusText, IsReadAloudAsMapsAre) {
    EXPECT_EQ(position_text({27.3154, 41.9021}), "41.902° N 27.315° E");
    EXPECT_EQ(position_text({-70.5, -33}), "33.000° S 70.500° W");
    EXPECT_EQ(grouped_digits(1), "1");
    EXPECT_EQ(grouped_digits(10300000), "10\u00a0300\u00a0000");
    EXPECT_EQ(scale_text(10300000 * 0.0254 / 96, 1), "1 : 10\u00a0300\u00a0000");
    EXPECT_EQ(scale_text(0, 1), "");
}

TEST(Where, IsThePlaceElseThePointElseWhatCanBeSaid) {
    document::Event event;
    EXPECT_EQ(where_text(event), "No place given");
    event.geometry = geo::LonLat{44.316, 43.585};
    EXPECT_EQ(where_text(event), "43.585° N 44.316° E");
    event.geometry = geo::MultiPolygon{geo::disc({44, 43}, 10)};
    EXPECT_EQ(where_text(event), "Area not named");
    event.place = "Sofia";
    EXPECT_EQ(where_text(event), "Sofia");
}

TEST(WithPlace, KeepsWhatIsTypedAndLocatesWhatIsKnown) {
    document::Event event;
    event.place = "Kell";
    event.geometry = geo::LonLat{1, 2};
    const auto find = [](std::string_view name) -> std::optional<PlaceFound> {
        if (name != "Oster") return std::nullopt;
        return PlaceFound{"geo:1", "Oster", document::PlacePrecision::Settlement, 3, geo::LonLat{5, 6}};
    };
    EXPECT_EQ(with_place(event, "Kell", find), event);
    const document::Event found = with_place(event, "Oster", find);
    EXPECT_EQ(std::get<geo::LonLat>(found.geometry), (geo::LonLat{5, 6}));
    const document::Event unknown = with_place(event, "Nowhere", find);
    EXPECT_EQ(unknown.place, "Nowhere");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(unknown.geometry)) << "never a made-up point";
}

}  // namespace
}  // namespace dateline::ui
