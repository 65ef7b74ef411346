#include "document/gazetteer.h"

#include "document/gazetteer_build.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

namespace dateline::document {
namespace {

Place town(std::string_view id, std::string_view name, std::string_view country, double population,
           PlaceKind kind = PlaceKind::Settlement) {
    Place p;
    p.id = id;
    p.name = name;
    p.at = {45, 41};
    p.kind = kind;
    p.country = country;
    p.admin1 = "Division";
    p.population = population;
    p.radius_km = 7;
    return p;
}

class Gazetteers : public testing::Test {
  protected:
    Gazetteers() : path_(std::filesystem::path(testing::TempDir()) / "gazetteer_test.bin") {}
    ~Gazetteers() override { std::filesystem::remove(path_); }

    Gazetteer open(const std::string& bytes) {
        EXPECT_TRUE(base::write_file(path_, bytes));
        auto gazetteer = Gazetteer::open(path_);
        EXPECT_TRUE(gazetteer) << (gazetteer ? "" : gazetteer.error().line());
        return gazetteer ? std::move(*gazetteer) : Gazetteer();
    }
    std::filesystem::path path_;
};

GazetteerBuilder georgias() {
    GazetteerBuilder build;
    const auto state = build.add_place(town("adm1:US-GA", "Georgia", "US", 10e6, PlaceKind::Region));
    const auto country = build.add_place(town("iso:GE", "Georgia", "GE", 4e6, PlaceKind::Country));
    const auto new_york = build.add_place(town("geonames:5128581", "New York City", "US", 8e6));
    const auto york = build.add_place(town("geonames:2633352", "York", "GB", 1e5));
    build.add_name(state, "Georgia", true);
    build.add_name(country, "Georgia", true);
    build.add_name(country, "Sakartvelo", false);
    build.add_name(country, "Georgian", false, true);
    build.add_name(new_york, "New York", false);
    build.add_name(new_york, "New York City", true);
    build.add_name(york, "York", true);
    build.set_use("may", WordUse::Month);
    return build;
}

TEST_F(Gazetteers, KnowTheAreasOfPlacesByTheirIds) {
    GazetteerBuilder build = georgias();
    EXPECT_TRUE(open(build.bytes()).area_of("adm1:US-GA").empty());
    const geo::MultiPolygon area{{{{-85, 31}, {-81, 31}, {-81, 35}, {-85, 35}, {-85, 31}}}};
    build.set_areas({{{"adm1:US-GA", "dl:georgia"}, area}});
    const Gazetteer gazetteer = open(build.bytes());
    EXPECT_EQ(gazetteer.area_of("adm1:US-GA"), area);
    EXPECT_EQ(gazetteer.area_of("dl:georgia"), area);
    EXPECT_TRUE(gazetteer.area_of("iso:GE").empty());
    EXPECT_TRUE(gazetteer.area_of("").empty());
}

TEST_F(Gazetteers, GiveBackWhatWasPutIn) {
    const Gazetteer gazetteer = open(georgias().bytes());
    ASSERT_EQ(gazetteer.size(), 4u);
    const auto index = gazetteer.index_of("iso:GE");
    ASSERT_GE(index, 0);
    const Place place = gazetteer.place(static_cast<std::uint32_t>(index));
    EXPECT_EQ(place.name, "Georgia");
    EXPECT_EQ(place.country, "GE");
    EXPECT_EQ(place.admin1, "Division");
    EXPECT_EQ(place.at, (geo::LonLat{45, 41}));
    EXPECT_EQ(place.kind, PlaceKind::Country);
    EXPECT_EQ(place.population, 4e6);
    EXPECT_EQ(place.radius_km, 7);
    EXPECT_EQ(gazetteer.index_of("iso:XX"), -1);
}

TEST_F(Gazetteers, PutTheBestKnownPlaceFirst) {
    const Gazetteer gazetteer = open(georgias().bytes());
    const auto matches = gazetteer.find(fold_name("GEORGIA"));
    ASSERT_EQ(matches.size(), 2u);
    EXPECT_EQ(gazetteer.place(matches[0].place).id, "iso:GE");
    EXPECT_TRUE(matches[0].main_name);
    ASSERT_EQ(gazetteer.find("georgian").size(), 1u);
    EXPECT_TRUE(gazetteer.find("georgian")[0].adjective);
    EXPECT_TRUE(gazetteer.find("atlantis").empty());
    EXPECT_EQ(gazetteer.usual_use("may"), WordUse::Month);
    EXPECT_TRUE(gazetteer.find("may").empty());
}

TEST_F(Gazetteers, FindTheLongestNameThatStartsHere) {
    const Gazetteer gazetteer = open(georgias().bytes());
    const auto longest = [&](std::vector<std::string_view> tokens) { return gazetteer.longest(tokens); };
    EXPECT_EQ(longest({"new", "york", "city", "hall"}), 3u);
    EXPECT_EQ(longest({"new", "york", "state"}), 2u);
    EXPECT_EQ(longest({"new", "house"}), 0u);
    EXPECT_EQ(longest({"york"}), 1u);
    EXPECT_EQ(longest({}), 0u);
}

TEST_F(Gazetteers, KnowEachCountrysCapital) {
    GazetteerBuilder build;
    build.add_place(town("geonames:1", "Lagos", "NG", 9e6));
    build.add_place(town("geonames:2", "Abuja", "NG", 1e6, PlaceKind::Capital));
    build.add_place(town("geonames:3", "Elsewhere", "NG", 2e6, PlaceKind::Capital));
    build.add_place(town("geonames:4", "Nowhere", "", 2e6, PlaceKind::Capital));
    const Gazetteer gazetteer = open(build.bytes());
    ASSERT_GE(gazetteer.capital_of("NG"), 0);
    EXPECT_EQ(gazetteer.place(static_cast<std::uint32_t>(gazetteer.capital_of("NG"))).name, "Abuja");
    for (const char* other : {"GE", "", "ng", "NGA", "N1"}) EXPECT_EQ(gazetteer.capital_of(other), -1) << other;
    EXPECT_EQ(Gazetteer().capital_of("NG"), -1);
}

TEST_F(Gazetteers, TellManyNamesApart) {
    GazetteerBuilder build;  // enough that slots are shared and marks differ in few bits
    constexpr int count = 3000;
    for (int i = 0; i < count; ++i)
        build.add_name(build.add_place(town("id:" + std::to_string(i), "Town " + std::to_string(i), "GE", i)), "Town " + std::to_string(i),
                       true);
    const Gazetteer gazetteer = open(build.bytes());
    for (int i = 0; i < count; ++i) {
        const auto matches = gazetteer.find("town " + std::to_string(i));
        ASSERT_EQ(matches.size(), 1u) << i;
        EXPECT_EQ(gazetteer.place(matches[0].place).id, "id:" + std::to_string(i));
        EXPECT_EQ(gazetteer.index_of("id:" + std::to_string(i)), matches[0].place);
        EXPECT_TRUE(gazetteer.find("village " + std::to_string(i)).empty());
    }
}

TEST_F(Gazetteers, LookManyWordsUpAtOnceAsOneByOne) {
    GazetteerBuilder build;
    constexpr int count = 100;  // more than are under way at once
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.push_back("town" + std::to_string(i));
    for (int i = 0; i < count; i += 3)
        build.add_name(build.add_place(town("id:" + std::to_string(i), names[static_cast<std::size_t>(i)], "GE", i)),
                       names[static_cast<std::size_t>(i)] + " on sea", true);
    for (int i = 0; i < count; i += 5) build.set_use(names[static_cast<std::size_t>(i)], WordUse::Surname);
    const Gazetteer gazetteer = open(build.bytes());
    const std::vector<std::string_view> words(names.begin(), names.end());
    std::vector<Gazetteer::WordRow> rows(words.size(), 99999);
    gazetteer.rows_of(words, rows);
    for (std::size_t i = 0; i < words.size(); ++i) {
        EXPECT_EQ(rows[i], gazetteer.row_of(words[i])) << i;
        EXPECT_EQ(gazetteer.most_words(rows[i]), i % 3 == 0 ? 3u : 0u) << i;
        EXPECT_EQ(gazetteer.usual_use(rows[i]), i % 5 == 0 ? WordUse::Surname : WordUse::Unknown) << i;
    }
    Gazetteer().rows_of(words, rows);
    EXPECT_EQ(rows.front(), 0u);
}

TEST_F(Gazetteers, AreTheSameBytesWhateverTheOrderOfNames) {
    std::vector<std::string> names;
    for (int i = 0; i < 300; ++i) names.push_back("Town " + std::to_string(i * 7919 % 1000));
    std::mt19937 random(43);
    std::string first;
    for (int round = 0; round < 3; ++round) {
        GazetteerBuilder build;
        for (int i = 0; i < 5; ++i) build.add_place(town("t:" + std::to_string(i), "Town", "AZ", i));
        std::shuffle(names.begin(), names.end(), random);
        for (const std::string& name : names) build.add_name(static_cast<std::uint32_t>(name.size() % 5), name, true);
        if (round == 0) first = build.bytes();
        EXPECT_EQ(build.bytes(), first);
    }
}

TEST_F(Gazetteers, RefuseADamagedFileAndSurviveDamageInside) {
    const std::string whole = georgias().bytes();
    for (std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        ASSERT_TRUE(base::write_file(path_, whole.substr(0, size)));
        EXPECT_FALSE(Gazetteer::open(path_)) << size;
    }
    std::mt19937 random(47);
    for (int round = 0; round < 300; ++round) {
        std::string damaged = whole;
        for (int i = 0; i < 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        ASSERT_TRUE(base::write_file(path_, damaged));
        const auto gazetteer = Gazetteer::open(path_);  // may refuse; must not read beyond the file
        if (!gazetteer) continue;
        const std::vector<std::string_view> tokens{"new", "york", "city"};
        gazetteer->longest(tokens);
        std::vector<Gazetteer::WordRow> rows(tokens.size());
        gazetteer->rows_of(tokens, rows);
        gazetteer->index_of("iso:GE");
        for (const NameMatch& match : gazetteer->find("georgia")) EXPECT_LE(gazetteer->place(match.place).name.size(), whole.size());
    }
}

}  // namespace
}  // namespace dateline::document
