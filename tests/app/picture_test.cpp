#include "app/picture.h"

#include <gtest/gtest.h>

namespace dateline::app {
namespace {

std::string noted(const std::string& title, const char* published) {
    document::Bulletin bulletin;
    bulletin.id = bulletin.file_name = "b.md";
    bulletin.title = title;
    bulletin.published = calendar::Edtf::parse(published).value();
    document::Briefing::Parts parts;
    parts.bulletins.push_back(std::make_shared<const document::Bulletin>(std::move(bulletin)));
    return source_note(document::Briefing(std::move(parts)));
}

TEST(SourceNote, SaysTheDateOnce) {
    EXPECT_EQ(noted("Sea Watch, 31 August 2024", "2024-08-31"), "Source: Sea Watch, 31 August 2024");
    EXPECT_EQ(noted("Sea Watch of August 31st, 2024", "2024-08-31"), "Source: Sea Watch of August 31st, 2024");
    EXPECT_EQ(noted("Sea Watch", "2024-08-31"), "Source: Sea Watch, 31 August 2024");
    EXPECT_EQ(noted("Sea Watch, August 2024", "2024-08-31"), "Source: Sea Watch, August 2024, 31 August 2024");
    EXPECT_EQ(noted("Sea Watch, 13 August 2024", "2024-08-03"), "Source: Sea Watch, 13 August 2024, 3 August 2024");
}

}  // namespace
}  // namespace dateline::app
