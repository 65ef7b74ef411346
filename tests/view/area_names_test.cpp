#include "view/map_support.h"

#include "view/basemap_layer.h"
#include "view/label_text.h"
#include "view/map_plane.h"
#include "view/names_layer.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>

namespace dateline::view {
namespace {

using ::testing::Contains;
using testing::looking_at;
using ::testing::Not;
using testing::Scene;

const document::Briefing& nothing() {
    static const document::Briefing none;
    return none;
}

Camera in(Projection projection, double lon_deg, double lat_deg, double zoom) {
    Camera camera = looking_at(lon_deg, lat_deg, zoom);
    camera.projection = projection;
    return camera;
}

/// A text on the ground: where its middle and its ends lie; nullopt beside the map.
struct Laid {
    std::string text;
    std::optional<geo::WorldPoint> middle, begin, end;
};

std::vector<Laid> names_on(const Camera& camera) {
    Scene scene;
    scene.briefing = &nothing();
    scene.camera = camera;
    FrameBuilder builder;
    Placement placement;
    const Frame frame = builder.build(scene.input(), {}, placement);
    const PlaneView plane(transform_of(camera, scene.layout.map, scene.layout.scale));
    const auto ground = [&](const RectPx& box) { return plane.world({box.x + 0.5f * box.w, box.y + 0.5f * box.h}); };
    std::vector<Laid> laid;
    for (const auto& text : testing::text_boxes(frame)) {
        if (text.boxes.empty()) continue;
        const RectPx &first = text.boxes.front(), &last = text.boxes.back();
        laid.push_back({text.text, ground(text.boxes[text.boxes.size() / 2]), plane.world({first.x, first.y + 0.5f * first.h}),
                        plane.world({last.right(), last.y + 0.5f * last.h})});
    }
    return laid;
}

std::vector<std::string> texts(const std::vector<Laid>& names) {
    std::vector<std::string> found;
    for (const Laid& name : names) found.push_back(name.text);
    return found;
}

const document::MarineLabel* sea_called(const std::string& name) {
    for (const auto& sea : testing::basemap().marine)
        if (sea.name == name) return &sea;
    return nullptr;
}

class AreaNames : public ::testing::TestWithParam<Camera> {};

TEST_P(AreaNames, OfOpenSeasLieOnTheirOwnWater) {
    int seas = 0;
    for (const Laid& name : names_on(GetParam())) {
        const document::MarineLabel* sea = sea_called(name.text);
        if (!sea || !sea->spines.empty()) continue;
        ++seas;
        ASSERT_TRUE(name.middle && name.begin && name.end) << name.text << " runs over the map's edge";
        const geo::WorldPoint at{name.middle->x - std::floor(name.middle->x), name.middle->y};
        EXPECT_TRUE(is_water(testing::basemap(), at)) << name.text;
        if (sea->reach.empty()) {
            EXPECT_LT(geo::geodesic_m(geo::lonlat_from(at), sea->at) / 1000, 2500) << name.text;
        } else {
            EXPECT_TRUE(geo::contains(sea->reach, geo::lonlat_from(at))) << name.text;
        }
    }
    EXPECT_GT(seas, 0);
}

/// Whether a name is written, on one line or on two.
bool says(const std::vector<Laid>& names, const std::string& name) {
    const auto written = texts(names);
    const auto has = [&](const std::string& text) { return std::find(written.begin(), written.end(), text) != written.end(); };
    const std::vector<std::string> two = name_in_halves(name);
    return has(name) || (two.size() == 2 && has(two[0]) && has(two[1]));
}

TEST(AreaNames, OfWatersStandInThePartThatShows) {
    EXPECT_TRUE(says(names_on(looking_at(40.6, 42.3, 6.6)), "Black Sea"));  // its eastern end
    EXPECT_TRUE(says(names_on(looking_at(-18, 46, 4)), "North Atlantic Ocean"));
    EXPECT_TRUE(says(names_on(looking_at(33.9, 0.1, 9)), "Lake Victoria"));  // a bay of a lake
    EXPECT_TRUE(says(names_on(in(Projection::LambertConformal, 40.6, 42.3, 6.6)), "Black Sea"));
    EXPECT_FALSE(says(names_on(looking_at(47.5, 41.5, 6.6)), "Black Sea"));        // nothing of it shows
    EXPECT_FALSE(says(names_on(looking_at(25.2, 38.6, 7)), "Mediterranean Sea"));  // the Aegean has a name of its own
}

/// Where the edge of a sea is not known to the last bay, what is left beside it is not therefore the ocean; nor do two share a strip.
TEST(AreaNames, OfOceansStandWellWithinThem) {
    EXPECT_FALSE(says(names_on(looking_at(-3.9, 54.0, 9.3)), "North Atlantic Ocean"));  // off the Isle of Man
    EXPECT_TRUE(says(names_on(looking_at(-157, 20.7, 7)), "North Pacific Ocean"));      // there is no nearer water's name
    const auto names = names_on(looking_at(162, 0, 4.5));
    const auto of = [&](const std::string& text) -> const Laid* {
        const auto found = std::find_if(names.begin(), names.end(), [&](const Laid& name) { return name.text == text && name.middle; });
        return found == names.end() ? nullptr : &*found;
    };
    const Laid *north = of("North Pacific Ocean"), *south = of("South Pacific Ocean");
    ASSERT_TRUE(north || south);
    const double apart = north && south ? (south->middle->y - north->middle->y) * 512 * std::exp2(4.5) : 1e9;
    EXPECT_GT(apart, 120);
}

TEST(AreaNames, OfWatersLieWhereTheNameIsTrue) {
    std::mt19937 random(9);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-55, 72), zoom(2.2, 8);
    std::size_t named = 0;
    for (int view = 0; view < 120; ++view) {
        std::set<std::string> seen;
        for (const Laid& name : names_on(looking_at(lon(random), lat(random), zoom(random)))) {
            const document::MarineLabel* sea = sea_called(name.text);
            if (!sea || sea->reach.empty() || !name.middle) continue;
            EXPECT_TRUE(seen.insert(name.text).second) << name.text << " twice";
            const geo::WorldPoint at{name.middle->x - std::floor(name.middle->x), name.middle->y};
            EXPECT_TRUE(geo::contains(sea->reach, geo::lonlat_from(at)))
                << name.text << " at " << geo::lonlat_from(at).lon_deg << ' ' << geo::lonlat_from(at).lat_deg;
            ++named;
        }
    }
    EXPECT_GT(named, 60u) << "so few names prove nothing";
}

TEST(AreaNames, OfTheDivisionsOfVastCountriesAreSeenFromAfar) {
    const auto kansas = texts(names_on(looking_at(-98.4, 38.5, 4.5)));
    EXPECT_THAT(kansas, Contains("Kansas"));
    EXPECT_THAT(texts(names_on(looking_at(-98.4, 38.5, 3.7))), Not(Contains("Kansas")));
    const auto france = texts(names_on(looking_at(2.5, 46.5, 4.5)));
    for (const char* department : {"Allier", "Cher", "Nièvre"}) EXPECT_THAT(france, Not(Contains(department)));
}

TEST(AreaNames, OfGreatCitiesGoBeforeTheirCountrysNearBy) {
    for (const auto& [city, country, lon, lat] :
         {std::tuple{"Kunming", "CHINA", 102.7, 25.05}, {"Mosul", "IRAQ", 43.1, 36.35}, {"Medellín", "COLOMBIA", -75.6, 6.25}}) {
        const auto written = texts(names_on(looking_at(lon, lat, 5.6)));
        EXPECT_THAT(written, Contains(city));
        EXPECT_THAT(written, Contains(country));
    }
    EXPECT_THAT(texts(names_on(looking_at(77.2, 28.6, 5))), Contains("New Delhi"));
    EXPECT_THAT(texts(names_on(looking_at(15, 49, 3.2))), Contains("GERMANY"));  // from afar the country goes before
}

INSTANTIATE_TEST_SUITE_P(OnMapsThatBendTheGround, AreaNames,
                         ::testing::Values(in(Projection::Globe, 60, 60, 2.6), in(Projection::Globe, 10, 40, 2.2),
                                           in(Projection::Globe, -150, 75, 2.4), in(Projection::Globe, 45, 5, 2.0),
                                           in(Projection::EqualEarth, 10, 10, 1.2), in(Projection::EqualEarth, 170, 50, 2),
                                           in(Projection::LambertAzimuthal, 20, 70, 2.2)));

TEST(AreaNames, OfStatesDoNotStandInContestedLand) {
    // Between the Karakoram and the Indus, with nothing but contested land in view.
    for (const double lon : {74.9, 75.6}) EXPECT_THAT(texts(names_on(looking_at(lon, 35.8, 8.6))), Not(Contains("PAKISTAN")));
    EXPECT_THAT(texts(names_on(looking_at(80, 22, 6.5))), Contains("INDIA"));
    EXPECT_THAT(texts(names_on(looking_at(66, 28, 7))), Contains("PAKISTAN"));
}

TEST(AreaNames, OfAStateWhoseLandIsAllContestedStandsThere) {
    EXPECT_THAT(texts(names_on(looking_at(120.9, 23.8, 7.5))), Contains("TAIWAN"));
}

/// Where a name lies; NaN where it is not written.
geo::LonLat place_of(const std::vector<Laid>& names, const std::string& text) {
    for (const Laid& name : names)
        if (name.text == text && name.middle) return geo::lonlat_from(*name.middle);
    return {std::nan(""), std::nan("")};
}

/// The names that stand for a country, however it is written.
bool is_written(const document::CountryLabel& country, const std::vector<std::string>& written) {
    const auto has = [&](const std::string& text) {
        return !text.empty() && std::find(written.begin(), written.end(), text) != written.end();
    };
    const std::string name = uppercased(country.name, country.iso_a2);
    for (std::size_t i = name.find(' '); i != std::string::npos; i = name.find(' ', i + 1))
        if (has(name.substr(0, i)) && has(name.substr(i + 1))) return true;
    return has(name) || has(uppercased(country.brief, country.iso_a2));
}

/// How many squares of 20 px of the map each country has.
std::map<std::string, int> squares_of(const Camera& camera) {
    const PlaneView plane(transform_of(camera, Scene().layout.map, 1));
    std::map<std::string, int> squares;
    for (float x = 10; x < 1200; x += 20)
        for (float y = 10; y < 720; y += 20)
            if (const auto at = plane.world({x, y}))
                ++squares[country_at(testing::basemap(), geo::lonlat_from({at->x - std::floor(at->x), at->y}))];
    squares.erase("");
    return squares;
}

TEST(AreaNames, AStateWithRoomOnTheMapIsNamedThereButForFew) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-50, 70), zoom(2.5, 6.5);
    std::size_t named = 0;
    std::vector<std::string> lacking;
    for (std::size_t n = 0; n < 210; ++n) {
        Camera camera;
        do
            camera = in(std::array{Projection::Mercator, Projection::Globe, Projection::LambertConformal}[n % 3], lon(random), lat(random),
                        zoom(random));
        while (country_at(testing::basemap(), geo::lonlat_from(camera.center)).empty());
        const auto written = texts(names_on(camera));
        for (const auto& [code, squares] : squares_of(camera)) {
            constexpr int kRoom = 80;  // 180 px square
            if (squares < kRoom) continue;
            const auto& countries = testing::basemap().countries;
            const auto country = std::find_if(countries.begin(), countries.end(), [&](const auto& c) { return c.adm0_a3 == code; });
            if (country == countries.end()) continue;
            if (is_written(*country, written)) ++named;
            else lacking.push_back(country->name);
        }
    }
    EXPECT_GT(named, 500u);
    EXPECT_LT(static_cast<double>(lacking.size()), 0.036 * static_cast<double>(named)) << ::testing::PrintToString(lacking);
}

TEST(AreaNames, OfAVastStateStandsInTheMidstOfWhatShows) {
    const geo::LonLat at = place_of(names_on(looking_at(2, 33.4, 6.5)), "ALGERIA");  // its north, with its middle below the map
    EXPECT_GT(at.lat_deg, 31.4);
}

TEST(AreaNames, OfAnOverseasPartIsWrittenThereOnce) {
    const std::vector<std::string> names = texts(names_on(looking_at(114, 3, 7)));  // Sarawak; the peninsula is far off
    EXPECT_EQ(std::count(names.begin(), names.end(), "MALAYSIA"), 1);
}

/// How many letters of states' names a view has, and how many of them lie on the land of another state.
struct Abroad {
    int names = 0, letters = 0, abroad = 0;
    std::vector<std::string> mostly;  ///< names of which more than a third does, although their own land has room for them
};

/// The state that a text names; null where that is another's in part ("SUDAN" of "SOUTH SUDAN"), or in dispute as a whole.
const document::CountryLabel* state_called(const std::string& text) {
    const document::CountryLabel* found = nullptr;
    for (const document::CountryLabel& country : testing::basemap().countries) {
        const std::string name = uppercased(country.name, country.iso_a2);
        if (name == text) found = &country;
        else if (name.find(text) != std::string::npos) return nullptr;
    }
    const auto& disputes = testing::basemap().disputes;
    const bool disputed = found && std::any_of(disputes.begin(), disputes.end(), [&](const auto& d) { return d.name == found->name; });
    return disputed ? nullptr : found;
}

void count_abroad(const Camera& camera, Abroad& count) {
    Scene scene;
    scene.briefing = &nothing();
    scene.camera = camera;
    Placement placement;
    const MapTransform map = transform_of(camera, scene.layout.map, scene.layout.scale);
    const PlaneView plane(map);
    for (const auto& text : testing::text_boxes(FrameBuilder().build(scene.input(), {}, placement))) {
        const document::CountryLabel* country = state_called(text.text);
        if (!country) continue;
        int letters = 0, abroad = 0;
        float width = 0;
        for (const RectPx& box : text.boxes) {
            width += box.w;
            for (float x = box.x + 0.5f * box.h; x < box.right(); x += box.h) {
                const auto at = plane.world({x, box.y + 0.5f * box.h});
                if (!at) continue;
                const std::string there = country_at(testing::basemap(), geo::lonlat_from({at->x - std::floor(at->x), at->y}));
                ++letters;
                abroad += there.empty() || there == country->adm0_a3 ? 0 : 1;
            }
        }
        ++count.names;
        count.letters += letters;
        count.abroad += abroad;
        if (3 * abroad > letters && 1000 * std::sqrt(country->area_km2) / ground_m_per_px(map, country->at) > 1.5 * double{width})
            count.mostly.push_back(text.text);
    }
}

/// What is written on a state's land names it: others' names lie over its border by a letter or two, or not at all.
TEST(AreaNames, OfStatesLieOnTheirOwnLand) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(-120, 150), lat(-40, 65), zoom(3, 7.5);
    Abroad count;
    for (std::size_t n = 0; n < 160; ++n) {
        Camera camera;
        do
            camera = in(std::array{Projection::Mercator, Projection::Globe, Projection::LambertConformal}[n % 3], lon(random), lat(random),
                        zoom(random));
        while (country_at(testing::basemap(), geo::lonlat_from(camera.center)).empty());
        count_abroad(camera, count);
    }
    EXPECT_GT(count.names, 800);
    EXPECT_LT(80 * count.abroad, count.letters);
    EXPECT_THAT(count.mostly, ::testing::IsEmpty());
}

/// Beside the middle of a state that lies off the map there is the sea, or another state.
TEST(AreaNames, OfStatesDoNotStandBesideThem) {
    const auto stands_in = [](const Camera& camera, const std::string& name, const std::string& code) {
        const geo::LonLat at = place_of(names_on(camera), name);
        return !std::isnan(at.lat_deg) && country_at(testing::basemap(), at) == code;
    };
    EXPECT_TRUE(stands_in(in(Projection::Globe, 101, 3.1, 9), "MALAYSIA", "MYS"));  // not in the Strait of Malacca
    EXPECT_TRUE(stands_in(in(Projection::Globe, 53.5, 26, 6), "UNITED ARAB EMIRATES", "ARE"));
}

TEST(AreaNames, OfACountryOfWhichAStripShowsStandsThere) {
    EXPECT_THAT(texts(names_on(looking_at(28.4, -25, 6.3))), Contains("MOZAMBIQUE"));
    EXPECT_THAT(texts(names_on(in(Projection::LambertConformal, 105, 16.2, 6.5))), Contains("VIETNAM"));  // hardly wider than its name
    EXPECT_THAT(texts(names_on(in(Projection::LambertConformal, 105.1, 16.6, 6.5))), Contains("VIETNAM"));
}

TEST(AreaNames, OfAStateOnTwoShoresStandsWhereItsCapitalIs) {
    const auto names = names_on(looking_at(110, 3.5, 5.2));
    std::vector<double> lons;
    for (const Laid& name : names)
        if (name.text == "MALAYSIA" && name.middle) lons.push_back(geo::lonlat_from(*name.middle).lon_deg);
    EXPECT_TRUE(std::any_of(lons.begin(), lons.end(), [](double lon) { return lon < 105; }));
}

TEST(AreaNames, OfIslandsThatAreTooSmallStandInTheSeaBeside) {
    EXPECT_THAT(texts(names_on(looking_at(-76, 19.5, 5))), Contains("JAMAICA"));
    const auto pacific = texts(names_on(looking_at(176, -12, 4.6)));
    for (const char* state : {"TUVALU", "SAMOA", "VANUATU"}) EXPECT_THAT(pacific, Contains(state));
    EXPECT_THAT(texts(names_on(looking_at(176, -12, 2.2))), Not(Contains("TUVALU")));    // from afar it would hide what is there
    EXPECT_THAT(texts(names_on(looking_at(20.9, 42.6, 4.2))), Not(Contains("KOSOVO")));  // no island: there is no sea beside it
}

TEST(AreaNames, OfIslandCountriesStandAtNoShoreOfAnothers) {
    const std::map<std::string, std::string> codes{{"PHILIPPINES", "PHL"}, {"TAIWAN", "TWN"},  {"JAPAN", "JPN"},      {"SRI LANKA", "LKA"},
                                                   {"CUBA", "CUB"},        {"JAMAICA", "JAM"}, {"MADAGASCAR", "MDG"}, {"ICELAND", "ISL"}};
    int seen = 0;
    for (const Camera& camera :
         {in(Projection::Globe, 80, 28, 2), in(Projection::Globe, 85, 25, 2.3), in(Projection::Globe, 140, 50, 2),
          in(Projection::Globe, -30, 30, 2), in(Projection::Globe, 10, -20, 2.2), looking_at(121, 20, 3), looking_at(-76, 20, 4)}) {
        Scene scene;
        scene.briefing = &nothing();
        scene.camera = camera;
        Placement placement;
        const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
        const PlaneView plane(transform_of(camera, scene.layout.map, scene.layout.scale));
        for (const auto& text : testing::text_boxes(frame)) {
            const auto code = codes.find(text.text);
            if (code == codes.end() || text.boxes.size() != 1) continue;
            ++seen;
            // The first land on the way out from the text is its own, or there is none.
            for (float reach = 0; reach < 40; reach += 4) {
                const RectPx about = grown(text.boxes.front(), reach);
                std::set<std::string> lands;
                for (float along = 0; along <= 1; along += 0.05f)
                    for (const float across : {0.f, 0.5f, 1.f})
                        if (const auto p = plane.world({about.x + along * about.w, about.y + across * about.h}))
                            if (const std::string land = country_at(testing::basemap(), geo::lonlat_from({p->x - std::floor(p->x), p->y}));
                                !land.empty())
                                lands.insert(land);
                if (lands.empty()) continue;
                EXPECT_TRUE(lands.contains(code->second)) << text.text << " stands beside " << *lands.begin();
                break;
            }
        }
    }
    EXPECT_GE(seen, 4);
}

TEST(AreaNames, OfAnArchipelagoLieOnItsIslandsOrAcrossThem) {
    for (const auto& [lon, lat, zoom] : {std::tuple{118.0, -3.0, 4.0}, {118.0, -3.0, 5.0}, {114.0, -2.0, 4.5}}) {
        const geo::LonLat at = place_of(names_on(looking_at(lon, lat, zoom)), "INDONESIA");
        ASSERT_FALSE(std::isnan(at.lon_deg)) << zoom;
        EXPECT_EQ(country_at(testing::basemap(), at), "IDN") << at.lon_deg << ' ' << at.lat_deg;
    }
    // From afar no island has room for it: some of its letters lie on land.
    for (const Laid& name : names_on(looking_at(112, -3, 3.2))) {
        if (name.text != "INDONESIA" || !name.begin || !name.end) continue;
        int on_land = 0;
        for (double t = 0; t <= 1; t += 0.1)
            if (!is_water(testing::basemap(), {std::lerp(name.begin->x, name.end->x, t), std::lerp(name.begin->y, name.end->y, t)}))
                ++on_land;
        EXPECT_GT(on_land, 1);
    }
}

TEST(AreaNames, OfGreatIslandsLieOnThem) {
    struct Island {
        const char* name;
        double lon, lat, zoom;
    };
    for (const Island& island : {Island{"Hispaniola", -72, 19, 6}, Island{"Sumatra", 106, -1, 4.4}, Island{"Hokkaido", 141, 42, 5.5},
                                 Island{"Luzon", 121, 15, 5.4}}) {
        const geo::LonLat at = place_of(names_on(looking_at(island.lon, island.lat, island.zoom)), island.name);
        ASSERT_FALSE(std::isnan(at.lon_deg)) << island.name;
        EXPECT_FALSE(is_water(testing::basemap(), geo::world_from(at))) << island.name;
    }
}

TEST(AreaNames, OfLakesLieOnOneSideOfTheBorderThatCutsThem) {
    struct Lake {
        const char* name;
        double lon, lat, zoom;
    };
    int named = 0;
    for (const Lake& lake : {Lake{"Lake Superior", -87, 47, 5}, Lake{"Lake Superior", -88, 47.6, 6}, Lake{"Lake Superior", -88, 47.7, 7},
                             Lake{"Lake Huron", -82, 44.5, 6}, Lake{"Lake Ontario", -78, 43.6, 6.5}, Lake{"Lake Erie", -81, 42.2, 6.6}})
        for (const Laid& name : names_on(looking_at(lake.lon, lake.lat, lake.zoom))) {
            if (name.text != lake.name) continue;
            ASSERT_TRUE(name.begin && name.middle && name.end) << lake.name;
            EXPECT_EQ(country_about(testing::basemap(), *name.begin), country_about(testing::basemap(), *name.end))
                << lake.name << ' ' << lake.zoom;
            EXPECT_EQ(country_about(testing::basemap(), *name.begin), country_about(testing::basemap(), *name.middle))
                << lake.name << ' ' << lake.zoom;
            EXPECT_TRUE(is_lake(testing::basemap(), *name.middle)) << lake.name;
            ++named;
        }
    EXPECT_GE(named, 5);
}

TEST(AreaNames, OfStatesDoNotLieInTheirLakes) {
    for (const Laid& name : names_on(looking_at(-88, 47.7, 7)))
        EXPECT_FALSE((name.text == "CANADA" || name.text == "UNITED STATES") && name.middle && is_lake(testing::basemap(), *name.middle))
            << name.text;
}

TEST(TownNames, OfMostCapitalsStandOnTheMapOfAContinent) {
    std::set<std::string> capitals;
    for (const auto& town : testing::basemap().places)
        if (town.capital == 1) capitals.insert(town.name);
    const auto count = [&](double lon, double lat, double zoom) {
        const auto written = texts(names_on(looking_at(lon, lat, zoom)));
        return std::count_if(written.begin(), written.end(), [&](const std::string& text) { return capitals.contains(text); });
    };
    EXPECT_GT(count(20, 0, 3), 26);
    EXPECT_GT(count(-65, -12, 3), 9);
    EXPECT_LT(count(20, 0, 1.5), 30) << "of the world no more";
}

TEST(AreaNames, OfATerritoryInDisputeStandsOnAllOfIt) {
    const geo::LonLat at = place_of(names_on(looking_at(-13, 24.3, 5.6)), "WESTERN SAHARA");
    EXPECT_LT(at.lon_deg, -12.2);
    EXPECT_GT(at.lat_deg, 22);
    EXPECT_LT(at.lat_deg, 26.5);
}

/// How often a name is written, in capitals or not.
std::size_t count_of(const std::vector<std::string>& written, const std::string& name) {
    return static_cast<std::size_t>(std::count_if(written.begin(), written.end(),
                                                  [&](const std::string& text) { return uppercased(text, "") == uppercased(name, ""); }));
}

TEST(AreaNames, OfIslandsStandOnThemOrInTheSeaBeside) {
    const std::vector<Laid> names = names_on(looking_at(25.4, 37.2, 7));
    const auto written = texts(names);
    for (const char* island : {"Naxos", "Andros", "Milos", "Euboea"}) EXPECT_THAT(written, Contains(island));
    EXPECT_THAT(written, Not(Contains("Skyros")));  // it lies beyond the upper edge
    for (const Laid& name : names) {
        const auto& islands = testing::basemap().islands;
        const auto island =
            std::find_if(islands.begin(), islands.end(), [&](const auto& i) { return i.name == name.text && i.area_km2 < 500; });
        if (island == islands.end() || !name.middle) continue;
        const double km =
            geo::geodesic_m(geo::lonlat_from({name.middle->x - std::floor(name.middle->x), name.middle->y}), island->at) / 1000;
        EXPECT_LT(km, 80) << name.text;
    }
    EXPECT_THAT(texts(names_on(looking_at(25.4, 37.2, 4))), Not(Contains("Naxos")));  // from afar it is a speck
    EXPECT_THAT(texts(names_on(in(Projection::Globe, 24.5, 36.5, 5.8))), Contains("Crete"));
}

TEST(AreaNames, OfOneLandAreWrittenOnce) {
    struct Land {
        const char* name;
        double lon, lat, zoom;
    };
    for (const Land& land : {Land{"Crete", 24.9, 35.2, 7}, Land{"Cyprus", 33.2, 35, 7}, Land{"Sicily", 14, 37.5, 6.8},
                             Land{"Réunion", 55.5, -21.1, 8.2}, Land{"Bali", 115.1, -8.4, 8}, Land{"Tasmania", 146.6, -42, 6.6},
                             Land{"Hokkaido", 142.8, 43.4, 6.2}, Land{"Jeju", 126.5, 33.4, 8}})
        EXPECT_EQ(count_of(texts(names_on(looking_at(land.lon, land.lat, land.zoom))), land.name), 1u) << land.name;
}

TEST(AreaNames, OfRangesRunAlongThem) {
    const std::vector<Laid> names = names_on(looking_at(44, 42.6, 5.6));
    const auto caucasus = std::find_if(names.begin(), names.end(), [](const Laid& name) { return name.text == "CAUCASUS"; });
    ASSERT_NE(caucasus, names.end());
    const geo::LonLat west = geo::lonlat_from(*caucasus->begin), east = geo::lonlat_from(*caucasus->end);
    EXPECT_GT(east.lon_deg - west.lon_deg, 2);
    EXPECT_LT(east.lat_deg, west.lat_deg - 0.3);  // from the Black Sea down to the Caspian
    EXPECT_THAT(texts(names_on(looking_at(10, 23, 3.6))), Contains("SAHARA"));
    EXPECT_THAT(texts(names_on(looking_at(10, 23, 8))), Not(Contains("SAHARA")));  // all that is seen is a part of it
}

TEST(AreaNames, OfLandformsKeepOffBordersWhereTheirAxesLeaveThem) {
    // Most of these axes cross a border; along most of them, or beside, there is a place that none crosses.
    constexpr std::array<std::array<double, 3>, 6> kViews{
        {{58, 44.5, 6.3}, {45, 41, 6.9}, {20, 44, 5.4}, {66, 42, 5.4}, {54, 20, 5}, {24, 45, 6}}};
    std::set<std::string> landforms;
    for (const auto& l : testing::basemap().landforms) landforms.insert(l.in_capitals ? uppercased(l.name, "") : l.name);
    const auto country = [](const geo::WorldPoint& at) { return country_about(testing::basemap(), at); };
    int named = 0, across = 0;
    for (const auto& [lon, lat, zoom] : kViews)
        for (const Laid& name : names_on(looking_at(lon, lat, zoom))) {
            if (!landforms.contains(name.text) || !name.begin || !name.end) continue;
            ++named;
            if (country(*name.begin) != country(*name.end)) ++across;
        }
    EXPECT_GT(named, 28);
    EXPECT_LT(across, 3);
}

TEST(TownNames, AreNotCutByTheEdgeOfAMapThatMoves) {
    std::set<std::string> towns;
    for (const auto& town : testing::basemap().places) towns.insert(town.name);
    Scene scene;
    scene.briefing = &nothing();
    FrameBuilder builder;
    Placement placement;
    int whole = 0;
    for (int step = 0; step < 60; ++step) {
        scene.camera = looking_at(34 - 0.06 * step, 42, 5.2);  // where divisions have no names yet
        for (const auto& text : testing::text_boxes(builder.build(scene.input(), placement, placement))) {
            if (!towns.contains(text.text) || text.boxes.size() != 1) continue;
            EXPECT_TRUE(holds(scene.layout.map, text.boxes.front())) << text.text << " at step " << step;
            ++whole;
        }
    }
    EXPECT_GT(whole, 300);
}

TEST(AreaNames, OfSeasAreLocalWhereTheirShoresAgree) {
    Scene scene;
    scene.briefing = &nothing();
    scene.options.map_names = MapNames::Local;
    scene.camera = looking_at(30, 41, 5.2);
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    std::vector<std::string> written;
    for (const auto& text : testing::text_boxes(frame)) written.push_back(text.text);
    EXPECT_THAT(written, Contains("Black Sea"));  // six shores, six names
    EXPECT_THAT(written, Not(Contains("Aegean Sea")));
}

}  // namespace
}  // namespace dateline::view
