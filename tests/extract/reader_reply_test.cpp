#include "extract/reader_reply.h"

#include "document/event_json.h"
#include "event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace dateline::extract {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const document::Bulletin& bulletin() {
    static const document::Bulletin made = [] {
        document::Bulletin b;
        b.id = "a.md";
        b.title = "Notes";
        b.published = calendar::Edtf::day(2023, 4, 30);
        b.text = "Żeljka’s notes.\n\nOn April 23, the ministers\nmet in Sofia. It rained. It rained.\n";
        return b;
    }();
    return made;
}

ReaderReply reply_to(const std::string& events) {
    auto reply = read_reply(R"({"doc":"a.md","events":)" + events + "}", bulletin(), shipped_gazetteer());
    EXPECT_TRUE(reply) << reply.error().line();
    return reply ? std::move(*reply) : ReaderReply{};
}

std::string refusal(const std::string& event) {
    const ReaderReply reply = reply_to("[" + event + "]");
    EXPECT_THAT(reply.events, IsEmpty()) << event;
    EXPECT_THAT(reply.refusals, SizeIs(1)) << event;
    return reply.refusals.empty() ? "" : reply.refusals[0];
}

TEST(ReaderReply, TheRequestIsWhatAnnotateReads) {
    const auto json = nlohmann::json::parse(reader_request(bulletin()));
    EXPECT_EQ(json["doc"], "a.md");
    EXPECT_EQ(json["dct"], "2023-04-30");
    EXPECT_EQ(json["text"], bulletin().text);
    EXPECT_EQ(reader_request(bulletin()).find('\n'), std::string::npos);
}

TEST(ReaderReply, ARefusalIsOneLineWhateverIsRefused) {
    EXPECT_EQ(refusal(R"({"title":"Ministers meet","date":"\nt3-04-23","quote":"On April 23, the ministers met in Sofia."})").find('\n'),
              std::string::npos);
}

TEST(ReaderReply, FindsTheWordsThatAModelCannotCount) {
    const ReaderReply reply =
        reply_to(R"([{"title":"Ministers meet","date":"2023-04-23","date_text":"April 23","place":"Sofia","place_text":"Sofia",
        "quote":"On April 23, the ministers met in Sofia.","actors":["the ministers"],"kind":"meeting","category":"diplomacy"}])");
    ASSERT_THAT(reply.events, SizeIs(1));
    EXPECT_THAT(reply.refusals, IsEmpty());
    const document::Event& event = reply.events[0];
    EXPECT_EQ(slice(bulletin().text, event.quote_span), "On April 23, the ministers\nmet in Sofia.");
    EXPECT_EQ(slice(bulletin().text, event.date_span), "April 23");
    EXPECT_EQ(slice(bulletin().text, event.place_span), "Sofia");
    ASSERT_THAT(event.actor_spans, SizeIs(1));
    EXPECT_EQ(slice(bulletin().text, event.actor_spans[0]), "the ministers");
    EXPECT_EQ(event.source, "a.md");
    EXPECT_NE(event.geometry.index(), 0u) << "the gazetteer knows Sofia";
    EXPECT_EQ(event.place_basis, document::PlaceBasis::Explicit);
    EXPECT_EQ(reply_to("[" + document::json_of(event) + "]").events[0].id, event.id) << "and takes its own record back";
}

TEST(ReaderReply, RefusesWhatDoesNotStandInTheText) {
    EXPECT_THAT(refusal(R"({"title":"A","quote":"The ministers met in Tbilisi."})"), HasSubstr("is not in the text"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"It rained."})"), HasSubstr("more than once"));
    EXPECT_THAT(refusal(R"({"title":"A","char_start":5,"char_end":900})"), HasSubstr("are not in the text"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"It rained.","char_start":0,"char_end":9})"), HasSubstr("are not its quote"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"met in Sofia","date_text":"May 5"})"), HasSubstr("date are not in the text"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"met in Sofia","place_text":"Baku"})"), HasSubstr("place are not in the text"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"met in Sofia","evidence":{"date":[0,4]},"date_text":"April 23"})"),
                HasSubstr("the text has \"Żelj\""));
    EXPECT_THAT(refusal(R"({"quote":"met in Sofia"})"), HasSubstr("no title"));
    EXPECT_THAT(refusal(R"({"title":"A"})"), HasSubstr("no quote"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"met in Sofia","date":"soon"})"), HasSubstr("date"));
    EXPECT_THAT(refusal(R"({"title":"A","quote":"met in Sofia","source":"b.md"})"), HasSubstr("b.md"));
    EXPECT_THAT(refusal(R"(["not an event"])"), HasSubstr("event 1 is refused"));
    EXPECT_THAT(refusal("{\"title\":\"" + std::string(90, 'x') + "\",\"quote\":\"met in Sofia\"}"), HasSubstr("longer than 89"));
}

TEST(ReaderReply, AQuoteOfBlanksAloneIsNone) {
    for (const char* quote : {R"(\u0000)", " ", R"(\t\n)", R"(\u00ad)"})
        EXPECT_THAT(refusal(std::string(R"({"title":"A","quote":")") + quote + R"("})"), HasSubstr("has no quote")) << quote;
}

TEST(ReaderReply, OneBadEventDoesNotCostTheOthers) {
    const ReaderReply reply = reply_to(R"([{"title":"A","quote":"nowhere"},{"title":"B","quote":"met in Sofia","review":"accepted"}])");
    ASSERT_THAT(reply.events, SizeIs(1));
    EXPECT_EQ(reply.events[0].title, "B");
    EXPECT_EQ(reply.events[0].review, document::Review::Unreviewed) << "a reader does not review itself";
    ASSERT_THAT(reply.refusals, SizeIs(1));
    EXPECT_THAT(reply.refusals[0], HasSubstr("event 1"));
}

TEST(ReaderReply, GivesEveryEventAnIdOfItsOwn) {
    const ReaderReply reply = reply_to(
        R"([{"title":"A","quote":"met in Sofia"},{"title":"A","quote":"met in Sofia"},{"id":"x","title":"B","quote":"notes"},{"id":"x","title":"C","quote":"notes"}])");
    ASSERT_THAT(reply.events, SizeIs(4));
    EXPECT_NE(reply.events[0].id, reply.events[1].id);
    EXPECT_NE(reply.events[2].id, reply.events[3].id);
}

TEST(ReaderReply, SaysWhatIsNoReply) {
    EXPECT_FALSE(document_of_reply("Loading model…"));
    EXPECT_FALSE(document_of_reply("[1,2]"));
    EXPECT_FALSE(document_of_reply(std::string(100'000, '[')));
    EXPECT_FALSE(document_of_reply(R"({"events":[]})"));
    EXPECT_FALSE(read_reply(R"({"doc":"a.md"})", bulletin(), shipped_gazetteer()));
    const auto failed = read_reply(R"({"doc":"a.md","error":"out of memory\nat line 5"})", bulletin(), shipped_gazetteer());
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().line(), "out of memory at line 5");
}

}  // namespace
}  // namespace dateline::extract
