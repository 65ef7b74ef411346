#include "io/gazetteer_bake.h"

#include "document/gazetteer.h"
#include "io/gazetteer_tsv.h"
#include "io/local_names.h"
#include "io_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Scratch;

TEST(Tsv, FindsColumnsByAnyOfTheirNames) {
    const Scratch scratch;
    const auto table = Tsv::read(scratch.file("t.tsv", "iso2\tname\tlat\r\nAZ\tAzerbaijan\t40.3\nGE\tGeorgia\n"));
    ASSERT_TRUE(table) << table.error().line();
    ASSERT_EQ(table->size(), 2u);
    const int name = table->column({"title", "name"}), lat = table->column({"lat"});
    EXPECT_EQ(table->at(0, name), "Azerbaijan");
    EXPECT_DOUBLE_EQ(table->number(0, lat), 40.3);
    EXPECT_EQ(table->at(1, lat), "");  // a short row
    EXPECT_DOUBLE_EQ(table->number(1, lat, 7), 7);
    EXPECT_EQ(table->column({"population"}), -1);
    EXPECT_THAT(table->need({"population"}).error().line(), AllOf(HasSubstr("t.tsv"), HasSubstr("population")));
    EXPECT_THAT(split_list(" a; b;; c "), ElementsAre("a", "b", "c"));
}

TEST(Tsv, SaysWhichFileIsNotThere) {
    const Scratch scratch;
    EXPECT_THAT(Tsv::read(scratch.file("none.tsv")).error().line(), HasSubstr("none.tsv"));
    EXPECT_THAT(bake_gazetteer(scratch.file(""), scratch.file(""), scratch.file("out.bin")).error().line(), HasSubstr("countries.tsv"));
}

TEST(LocalNames, AreThoseThatOurFontsHave) {
    for (const char* drawn : {"Łódź", "Харків", "თბილისი", "Երևան", "عمّان", "Αθήνα", "ירושלים"})
        EXPECT_TRUE(is_in_our_fonts(drawn)) << drawn;
    for (const char* boxes : {"東京都", "กรุงเทพ", "서울", "दिल्ली"}) EXPECT_FALSE(is_in_our_fonts(boxes)) << boxes;
}

TEST(Gazetteer, KnowsThePlacesThatBulletinsName) {
    const auto gazetteer = document::Gazetteer::open(fs::path(DATELINE_BUILD_DIR) / "data/gazetteer.bin");
    ASSERT_TRUE(gazetteer) << gazetteer.error().line();
    const struct {
        const char* name;
        double lon_deg, lat_deg;
    } places[] = {{"Baku", 49.88, 40.38}, {"Aktau", 51.15, 43.65},   {"Kalbajar", 46.04, 40.11},
                  {"Alat", 49.41, 39.94}, {"Khorgos", 80.39, 44.22}, {"Türkmenbaşy", 52.97, 40.02}};
    for (const auto& [name, lon_deg, lat_deg] : places) {
        const auto matches = gazetteer->find(document::fold_name(name));
        ASSERT_FALSE(matches.empty()) << name;
        EXPECT_LT(geo::distance_m(gazetteer->place(matches.front().place).at, {lon_deg, lat_deg}), 60'000) << name;
    }
}

}  // namespace
}  // namespace dateline::io
