#include "base/files.h"
#include "extract/event_support.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

namespace dateline::extract {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string text_of(const fs::path& path) {
    const auto bytes = base::read_file(path);
    if (!bytes) return ADD_FAILURE() << bytes.error().line(), std::string{};
    auto decoded = decode(*bytes, path.filename().string());
    if (!decoded) return ADD_FAILURE() << decoded.error().line(), std::string{};
    return decoded->text;
}

json json_of(const fs::path& path) {
    const auto text = base::read_file(path);
    return text ? json::parse(*text) : json{};
}

/// The same span of time: "../2023-12" ends with "../2023-12-31".
bool same_time(const document::Event& event, const std::string& edtf) {
    if (!event.date) return false;
    const auto wanted = calendar::Edtf::parse(edtf).value();
    return event.date->begin_iso() == wanted.begin_iso() && event.date->end_iso() == wanted.end_iso();
}

bool starts(const document::Event& event, const std::string& words) {
    return event.quote.starts_with(words) || extra_of(event, "mentions").find("\"" + words) != std::string::npos;
}

const fs::path kBulletins = fs::path(DATELINE_SOURCE_DIR) / "tests/data/bulletins";
const fs::path kSamples = fs::path(DATELINE_SOURCE_DIR) / "assets/samples";

TEST(Bulletins, OfOtherRegionsGiveEveryDatedEventAndNoOther) {
    for (const json& document : json_of(kBulletins / "expected.json")) {
        const std::string file = document["file"];
        SCOPED_TRACE(file);
        const auto read =
            read_events(text_of(kBulletins / file), document["published"].is_null() ? "" : document["published"].get<std::string>(), file);
        for (const json& wanted : document["events"]) {
            const std::string quote = wanted["quote"], date = wanted["date"];
            const document::Event* found = nullptr;
            for (const document::Event& event : read.events)
                if (starts(event, quote) && same_time(event, date)) found = &event;
            EXPECT_TRUE(found) << date << " " << quote;
            if (!found) continue;
            if (wanted.contains("kind")) { EXPECT_EQ(found->kind, wanted["kind"].get<std::string>()) << found->title; }
            if (wanted.contains("place")) { EXPECT_EQ(found->place, wanted["place"].get<std::string>()) << found->title; }
        }
        for (const document::Event& event : read.events) {
            bool listed = !event.date;
            for (const json& wanted : document["events"])
                listed = listed || (starts(event, wanted["quote"]) && same_time(event, wanted["date"]));
            EXPECT_TRUE(listed) << date_of(event) << " " << event.title << " | " << event.quote;
        }
    }
}

TEST(Bulletins, TheSampleGivesWhatItsReaderLists) {
    const auto read = read_events(text_of(kSamples / "april-2023.md"), "", "april-2023.md");
    ASSERT_TRUE(read.bulletin.published);
    EXPECT_EQ(read.bulletin.title, "South Caucasus foreign policy bulletin");
    const json expected = json_of(kSamples / "april-2023.expected.json");
    int dated = 0, found = 0, single_days = 0, days_found = 0;
    std::string missing;
    for (const json& wanted : expected) {
        if (wanted["date"].is_null()) continue;
        const std::string date = wanted["date"], quote = wanted["quote"].get<std::string>().substr(0, 40);
        const bool hit = std::any_of(read.events.begin(), read.events.end(),
                                     [&](const document::Event& e) { return starts(e, quote) && same_time(e, date); });
        ++dated;
        found += hit;
        const bool day = date.size() == 10;
        single_days += day;
        days_found += day && hit;
        if (!hit) missing += "\n  " + date + " " + wanted["title"].get<std::string>();
    }
    EXPECT_GE(found * 100, dated * 90) << found << " of " << dated << missing;
    EXPECT_GE(days_found * 100, single_days * 80) << days_found << " of " << single_days;
    for (const document::Event& event : read.events) {  // nothing is dated that the list dates otherwise
        bool listed = false, right = false;
        for (const json& wanted : expected) {
            if (!starts(event, wanted["quote"].get<std::string>().substr(0, 40))) continue;
            listed = true;
            right = right || (!wanted["date"].is_null() && same_time(event, wanted["date"]));
        }
        EXPECT_TRUE(!event.date || !listed || right) << date_of(event) << " " << event.title;
    }
}

TEST(Bulletins, TheSecondSampleKeepsItsYear) {
    const auto read = read_events(text_of(kSamples / "second-bulletin.md"), "", "second-bulletin.md");
    ASSERT_TRUE(read.bulletin.published);
    EXPECT_EQ(read.bulletin.published->text(), "2022-05-31");
    EXPECT_EQ(date_of(event_with(read, "halted deliveries to Gasum")), "2022-05-21");
    EXPECT_EQ(event_with(read, "halted deliveries to Gasum").place, "Imatra");
    EXPECT_EQ(date_of(event_with(read, "cut off both Poland and Bulgaria")), "2022-04-27");
    EXPECT_EQ(date_of(event_with(read, "met in Esbjerg")), "2022-05-18");
    EXPECT_EQ(event_with(read, "travelled to Washington").place, "Washington");
}

TEST(Bulletins, TheRealOneGivesTheEventsThatItsReadersName) {
    const fs::path path = fs::path(DATELINE_SOURCE_DIR) / "../shared/bulletins/foreign-policy-highlights.md";
    if (!fs::exists(path)) GTEST_SKIP() << "the bulletin is not here: " << path;
    const auto read = read_events(text_of(path), "", "foreign-policy-highlights.md");
    struct Wanted {
        const char* date;
        const char* words;  // of the title
        const char* place;
    };
    for (const Wanted& w : {Wanted{"2023-04-23", "checkpoint", "road"},
                            Wanted{"2023-04-22", "truck", ""},
                            Wanted{"2023-04-25", "Memorandum", "Sofia"},
                            Wanted{"2023-04-13", "met with", "Sarajevo"},
                            Wanted{"2023-04-13", "Declaration", "Sarajevo"},
                            Wanted{"2023-04-10", "Kazakhstan", "Kazakhstan"},
                            Wanted{"2023-04-07", "Garibashvili", "Azerbaijan"},
                            Wanted{"2023-04-27", "Pashinyan", ""},
                            Wanted{"2023-04-28", "accused", ""},
                            Wanted{"2020-11-10", "Statement", ""},
                            Wanted{"1972", "Sarajevo", ""},
                            Wanted{"1992", "Khojaly", "Khojaly"},
                            Wanted{"2022-08/..", "landmine", "Lachin"},
                            Wanted{"2020-09-27/2020-11-10", "support", ""},
                            Wanted{"2014", "lood", ""},
                            Wanted{"2023", "12 billion", "Europe"},
                            Wanted{"../2027", "double", ""},
                            Wanted{"2022-10", "visit to Georgia", "Georgia"},
                            Wanted{"../2026", "rogram", ""},
                            Wanted{"2022-08", "visit to Baku", "Baku"},
                            Wanted{"2023", "Days of Culture", ""}}) {
        const bool found = std::any_of(read.events.begin(), read.events.end(), [&](const document::Event& e) {
            return date_of(e) == w.date && e.title.find(w.words) != std::string::npos && e.place.find(w.place) != std::string::npos;
        });
        EXPECT_TRUE(found) << w.date << " " << w.words;
    }
    for (const document::Event& event : read.events) EXPECT_LE(code_points(event.title), 90u) << event.title;
}

}  // namespace
}  // namespace dateline::extract
