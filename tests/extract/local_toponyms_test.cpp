#include "extract/event_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::extract {
namespace {

/// Where the first mention of a name in a text lies: the place's id, "?" for one that is not known, "" where it is not marked. `last`
/// takes the last mention.
std::string id_of(std::string_view text, std::string_view name, bool last = false) {
    Source source;
    source.id = "test";
    source.text = text;
    const auto read = extract(source, shipped_gazetteer(), {});
    std::string out;
    if (!read) return out;
    for (const Toponym& t : read->toponyms) {
        if (slice(text, {t.span.begin, t.span.end}) != name) continue;
        out = t.place < 0 ? "?" : std::string(shipped_gazetteer().place(static_cast<std::uint32_t>(t.place)).id);
        if (!last) break;
    }
    return out;
}

/// The place's division: "Alabama"
std::string home_of(std::string_view text, std::string_view name) {
    const std::string id = id_of(text, name);
    if (id.empty() || id == "?") return id;
    return std::string(shipped_gazetteer().place(static_cast<std::uint32_t>(shipped_gazetteer().index_of(id))).admin1);
}

int times_marked(std::string_view text, std::string_view name) {
    Source source;
    source.id = "test";
    source.text = text;
    const auto read = extract(source, shipped_gazetteer(), {});
    if (!read) return -1;
    return static_cast<int>(std::count_if(read->toponyms.begin(), read->toponyms.end(), [&](const Toponym& t) {
        return slice(text, {t.span.begin, t.span.end}) == name;
    }));
}

TEST(LocalToponyms, AreStatesAndNotTheirVillagesOfOtherNames) {
    EXPECT_EQ(id_of("The brothers moved to Arizona in spring.", "Arizona"), "adm1:USA-US-AZ");  // some call a town of it so
    EXPECT_EQ(id_of("She sold lamps in Minnesota.", "Minnesota"), "adm1:USA-US-MN");
    EXPECT_EQ(id_of("Rain fell in Illinois, Missouri and Iowa.", "Illinois"), "adm1:USA-US-IL");
    EXPECT_EQ(home_of("He is from Nevada, Missouri, and teaches.", "Nevada"), "Missouri");
    EXPECT_EQ(id_of("Drones hit Odessa on Monday.", "Odessa"), "geonames:698740");
    EXPECT_EQ(id_of("Troops marched through Rangoon on Monday.", "Rangoon"), "geonames:1298824");  // town and division had the name once
    EXPECT_EQ(id_of("The opera in Lvov reopened.", "Lvov"), "geonames:702550");
}

TEST(LocalToponyms, AreNoHallsOfATown) {
    EXPECT_EQ(id_of("The deed burnt at Old City Hall.", "Old City"), "");
    EXPECT_EQ(id_of("Salt Lake City Hall was closed.", "Salt Lake City"), "geonames:5780993");
}

TEST(LocalToponyms, AreTheLandThatIsToldFromItsCity) {
    EXPECT_EQ(id_of("A dairy in Quebec closed.", "Quebec"), "adm1:CAN-CA-QC");
    EXPECT_EQ(id_of("A dairy in New York closed.", "New York"), "geonames:5128581");  // of "New York City" it is half
}

TEST(LocalToponyms, AmongStatesAreStates) {
    EXPECT_EQ(id_of("The recall covers Ohio, New York, Vermont and Maine.", "New York"), "adm1:USA-US-NY");
    EXPECT_EQ(id_of("The recall covers Montana, Oregon, Washington and Idaho.", "Washington"), "adm1:USA-US-WA");
    EXPECT_EQ(id_of("The firm has shops in Boston, New York and Philadelphia.", "New York"), "geonames:5128581");
    EXPECT_EQ(id_of("The recall covers Virginia, Maryland and Washington.", "Washington"), "geonames:4140963");
    EXPECT_EQ(id_of("A barn burned in upstate New York and another in Upstate New York.", "New York", true), "adm1:USA-US-NY");
    EXPECT_EQ(id_of("A Georgia man won the lottery.", "Georgia"), "adm1:USA-US-GA");
    EXPECT_EQ(id_of("A Georgia minister resigned in Tbilisi.", "Georgia"), "iso:GE");
}

TEST(LocalToponyms, OfADatelineAreTowns) {
    EXPECT_EQ(
        home_of("LEBANON — A bus left the road near Hanover and Enfield, not far from White River Junction, Vt., on Monday.", "LEBANON"),
        "New Hampshire");
    EXPECT_EQ(id_of("LEBANON — Jets struck Beirut and Tyre on Monday.", "LEBANON"), "iso:LB");
    // Troy is a word of the language too.
    EXPECT_EQ(
        home_of("TROY — A mill in Pike County, Alabama, will close, as one in Brundidge, one in Luverne and one in Ozark did.", "TROY"),
        "Alabama");
    EXPECT_EQ(
        id_of("UPDATE — A mill in Pike County, Alabama, will close, as one in Brundidge, one in Luverne and one in Ozark did.", "UPDATE"),
        "");
}

TEST(LocalToponyms, AreWordsOfTheLanguageWhereTownsLieAbout) {
    EXPECT_NE(id_of("A lorry hit a hall at Wall. It had come to Hexham from Corbridge and Haltwhistle.", "Wall"), "");
    EXPECT_EQ(id_of("A lorry hit a hall at Wall. It had come to Paris from Rome.", "Wall"), "");
    EXPECT_NE(id_of("Crews from Norway, South Paris, Oxford and Rumford in Maine came; Lewiston and Auburn sent pumps.", "Auburn"), "");
    EXPECT_EQ(id_of("Crews from Norway, Denmark and Finland came; Ericson and Auburn sent pumps.", "Auburn"), "");
}

TEST(LocalToponyms, LieInTheCountyBehindThem) {
    EXPECT_TRUE(id_of("She was born at Mallow, Co Cork, in May.", "Mallow").starts_with("geonames:"));
    EXPECT_EQ(id_of("He was called Mallow, and Cork paid.", "Mallow"), "");
}

TEST(LocalToponyms, BehindAnArticleAreRiversThatPeopleAreCalledBy) {
    EXPECT_EQ(id_of("Two boats sank on the Shannon at Limerick.", "Shannon"), "dl:river-shannon-1");
    EXPECT_NE(id_of("At Cowra the Lachlan rose by a metre.", "Lachlan"), "");
    EXPECT_EQ(id_of("At Cowra they saw Lachlan rise.", "Lachlan"), "");
}

TEST(LocalToponyms, AreWhereOneIsBoundOrAsFarAs) {
    EXPECT_NE(id_of("A coach bound for Dubbo was turned back.", "Dubbo"), "");
    EXPECT_EQ(id_of("The vote for Dubbo was turned back.", "Dubbo"), "");
    EXPECT_NE(id_of("Smoke was seen as far as Bhavani by night.", "Bhavani"), "");
    EXPECT_EQ(id_of("Smoke was seen by Bhavani and his wife.", "Bhavani"), "");
}

TEST(LocalToponyms, HaveTheAbbreviationsOfTheirCountry) {
    EXPECT_EQ(id_of("He farms near Perth, W.A., with his son.", "W.A."), "adm1:AUS-AU-WA");
    EXPECT_EQ(id_of("He farms near Spokane, WA, with his son.", "WA"), "adm1:USA-US-WA");
    EXPECT_EQ(id_of("The plane flew from St. John's, Nfld., to Charlottetown, P.E.I., by night.", "P.E.I."), "adm1:CAN-CA-PE");
    EXPECT_EQ(id_of("The plane flew from St. John's, Nfld., by night.", "St. John"), "geonames:6324733");
    EXPECT_EQ(id_of("The train left Brandon, Man., late.", "Man."), "adm1:CAN-CA-MB");
}

TEST(LocalToponyms, OfASideAreOfWhatFollows) {
    EXPECT_EQ(id_of("They live in South West England.", "South West England"), "dl:england");
    EXPECT_EQ(id_of("The South East had snow, as had London and Kent.", "South East"), "?");
    EXPECT_EQ(id_of("They farm in the South East of Botswana, near Gaborone.", "South East"), "adm1:BWA-BW-SE");
    EXPECT_EQ(id_of("Troops fought in South-West Africa.", "South-West Africa"), "dl:africa");
}

TEST(LocalToponyms, AreNoFirstWordsOfOthers) {
    EXPECT_EQ(id_of("The Rio Grande de Mindanao flooded Cotabato.", "Rio Grande de Mindanao"), "?");
    EXPECT_TRUE(id_of("The Rio Grande flooded Laredo.", "Rio Grande").starts_with("dl:rio-grande"));
    EXPECT_EQ(id_of("They met near Kenton-on-Sea in the Eastern Cape.", "Kenton"), "");
    EXPECT_EQ(id_of("A man near Lexington in the Eastern Cape lost sheep.", "Lexington"), "?");
    EXPECT_EQ(id_of("A man near Bedford in the Eastern Cape lost sheep.", "Bedford"), "new:za-bedford");
    EXPECT_NE(id_of("A man near Cradock in the Eastern Cape lost sheep.", "Cradock"), "?");
}

TEST(LocalToponyms, OfAStateBodyAreTheState) {
    EXPECT_EQ(id_of("The Kansas State Board of Education met.", "Kansas"), "adm1:USA-US-KS");
    EXPECT_EQ(id_of("The Kansas State Wildcats met.", "Kansas"), "");
}

TEST(LocalToponyms, AreHeldByParties) {
    EXPECT_NE(id_of("Rep. Ann Homer, D-Paris, voted no.", "Paris"), "");
    EXPECT_EQ(id_of("The B-Paris mill voted no on Lee-Paris.", "Paris"), "");
}

TEST(LocalToponyms, AreNoPeoplesOfManyLands) {
    EXPECT_EQ(id_of("An Arab summit met in Doha.", "Arab"), "");
    EXPECT_NE(id_of("A school in Arab, Ala., was shut.", "Arab"), "");
    EXPECT_EQ(id_of("Welsh farmers met.", "Welsh"), "dl:wales");
    EXPECT_EQ(id_of("Welsh wept.", "Welsh"), "");
}

TEST(LocalToponyms, HaveCouncilsOfTheirOwn) {
    EXPECT_EQ(id_of("Cambridge City Council met.", "Cambridge City"), "");
    EXPECT_NE(id_of("Cambridge City Council met.", "Cambridge"), "");
    EXPECT_NE(id_of("Kansas City Council met.", "Kansas City"), "");
}

TEST(LocalToponyms, AreNoActorsBehindAnd) {
    EXPECT_EQ(id_of("The envoy flew to Damascus, and Harovi went to Riyadh.", "Harovi"), "");
    EXPECT_EQ(id_of("Shells fell in Damascus, Harovi and Homs.", "Harovi"), "?");
}

TEST(LocalToponyms, OfATownshipOrHillAreNoFarNamesake) {
    EXPECT_EQ(
        id_of("Roads in Springfield Township were shut, as were some in Canfield, Struthers, Boardman and Girard in Mahoning County, Ohio.",
              "Springfield Township"),
        "?");
    EXPECT_NE(id_of("Roads in Boardman Township were shut, as were some in Canfield, Struthers and Girard in Mahoning County, Ohio.",
                    "Boardman Township"),
              "?");
    EXPECT_EQ(id_of("They camped on Italy Hill.", "Italy Hill"), "?");
}

TEST(LocalToponyms, FollowAStateThatEndsASentence) {
    EXPECT_NE(id_of("The firm has a mill in Gary, Ind. Hamilton Mayor Ann Li wept.", "Hamilton"), "");
    EXPECT_EQ(id_of("Boats lay in Boston Deeps, near the Wash, on Monday.", "Wash"), "?");
}

TEST(LocalToponyms, InAReportOfOneDivisionAreItsTowns) {
    const std::string text = "A moose hit a bus from Sudbury to Sioux Lookout, Ontario police said. Kenora and Dryden were cut off.";
    EXPECT_NE(id_of(text, "Kenora"), "");
    EXPECT_EQ(id_of("A moose hit a bus from Mumbai to Pune, police said. Kenora and Dryden were cut off.", "Kenora"), "");
}

TEST(LocalToponyms, AreNoVillagesOfOtherStatesInALocalReport) {
    const std::string text =
        "Workers from Ancaster and Dundas were told by mail. The firm has mills in Nanticoke and in Gary, Ind., too. Jobs in Hamilton, "
        "Brantford, St. Catharines and Welland are safe.";
    EXPECT_EQ(id_of(text, "Nanticoke"), "?");
    EXPECT_EQ(home_of(text, "Gary"), "Indiana");
    EXPECT_EQ(home_of("Workers from Scranton, Pa., were told by mail. The firm has mills in Nanticoke.", "Nanticoke"), "Pennsylvania");
}

/// A name that no table has, among towns that lie together: somewhere about them.
TEST(LocalToponyms, ThatAreNotKnownLieAmongTheTownsAbout) {
    const auto within = [](std::string_view text, std::string_view name) {
        Source source;
        source.id = "test";
        source.text = text;
        const auto read = extract(source, shipped_gazetteer(), {});
        for (const Toponym& t : read->toponyms)
            if (slice(text, {t.span.begin, t.span.end}) == name) return t.place < 0 && t.within >= 0;
        return false;
    };
    EXPECT_TRUE(
        within("Storms fell on Parkes, Molong and Manildra. Roofs were torn off at Lake Pelmore. Cowra was spared.", "Lake Pelmore"));
    EXPECT_FALSE(
        within("Storms fell on Perth, Sydney and Darwin. Roofs were torn off at Lake Pelmore. Cairns was spared.", "Lake Pelmore"));
}

/// A name and its county's do not make a far county of each other; the towns about tell which.
TEST(LocalToponyms, OfACountyLieAmongItsTowns) {
    const std::string text =
        "A body was found in DeKalb County, just outside of Smithville. A Cookeville man was held. The DeKalb Co. sheriff asked for help "
        "at the DeKalb line.";
    EXPECT_EQ(home_of(text, "DeKalb County"), "Tennessee");
    EXPECT_EQ(home_of(text, "DeKalb Co."), "Tennessee");
}

TEST(LocalToponyms, AreNoPeopleWithTheirTitleAgeOrSurname) {
    EXPECT_EQ(id_of("The kitchen burned, according to Pocatello Fire Chief Gus Verlin.", "Verlin"), "");
    EXPECT_EQ(id_of("The service's director, Phil Campbell, said the roads were shut.", "Phil Campbell"), "");
    EXPECT_NE(id_of("They drove to Phil Campbell, Alabama.", "Phil Campbell"), "");
    EXPECT_EQ(id_of("The others live in Pune, and Ketra Velun (41) of Nagpur was hurt.", "Ketra Velun"), "");
    EXPECT_EQ(id_of("Without Sade Harrell the team lost.", "Sade"), "");
}

TEST(LocalToponyms, AreNoRoadsButTheEndsOfOne) {
    EXPECT_EQ(id_of("A lorry burned on the N14 road near Coligny.", "N14"), "");
    EXPECT_EQ(id_of("The crash was at the end of St Andrew's Lane.", "St Andrew"), "");
    EXPECT_NE(id_of("A lorry burned on the Lagos-Ibadan Expressway.", "Lagos"), "");
    EXPECT_NE(id_of("A lorry burned on the Lagos-Ibadan Expressway.", "Ibadan"), "");
}

TEST(LocalToponyms, AreShiresThatAreWordsToo) {
    EXPECT_EQ(id_of("Guards in Mayo were told to wait.", "Mayo"), "adm1:IRL-IE-MO");
    EXPECT_EQ(id_of("Two spoons of mayo and a roll, said Mayo.", "Mayo"), "");
    EXPECT_NE(id_of("Westport Gardaí have asked for help.", "Westport"), "");
}

TEST(LocalToponyms, AmidAListAreWhatTheListIsOf) {
    const std::string text = "Floods were near in Dubbo, Bourke, Hay, Hillston, Nyngan and Tamworth.";
    EXPECT_NE(id_of(text, "Hay"), "");
    EXPECT_NE(id_of(text, "Hillston"), "");
    EXPECT_EQ(id_of("They sold oats, barley, Hay and straw.", "Hay"), "");
    EXPECT_EQ(id_of("She is of Paris, Texas, Hay and a friend say.", "Hay"), "");
}

TEST(LocalToponyms, AreFoundAgainWhereNothingMarksThem) {
    EXPECT_EQ(times_marked("A cart slid off the track near Ganvori on Monday. Rain held up the rescue. Ganvori has no clinic.", "Ganvori"),
              2);
    EXPECT_EQ(id_of("Ganvori has no clinic.", "Ganvori"), "");
    EXPECT_NE(id_of("Leoben is about an hour from Graz.", "Leoben"), "");
}

TEST(LocalToponyms, AreNoRiversOfOtherLands) {
    EXPECT_EQ(id_of("The Clarence River rose at Grafton and at Kyogle in New South Wales, and Lismore was cut off.", "Clarence River"),
              "?");
    EXPECT_NE(id_of("The Clarence River rose in New Zealand, near Blenheim.", "Clarence River"), "?");
}

TEST(LocalToponyms, AreTheSameWrittenShort) {
    EXPECT_EQ(home_of("Mt Pleasant has a clerk. Paris, Sulphur Springs and Texarkana have none, Texas says.", "Mt Pleasant"), "Texas");
}

TEST(LocalToponyms, AreNoParentsChildrenOrMaidenNames) {
    EXPECT_EQ(id_of("He was a loving father to Richard and Ellen.", "Richard"), "");
    EXPECT_EQ(id_of("She was born to Joe and Nannie Elizabeth (Shelton) McGraw.", "Shelton"), "");
    EXPECT_NE(id_of("They drove from Reading to Shelton, Connecticut.", "Shelton"), "");
    EXPECT_EQ(id_of("Envoys of the Obama administration flew in.", "Obama"), "");
    EXPECT_NE(id_of("The mayor spoke in Obama, Japan.", "Obama"), "");
    EXPECT_EQ(id_of("She prayed to God all night.", "God"), "");
}

TEST(LocalToponyms, AreNoJunctionsVirusesOrStationsOfGuards) {
    EXPECT_EQ(id_of("The T-Junction on the edge of town was shut.", "T-Junction"), "");
    EXPECT_EQ(id_of("Nobody with West Nile Virus was treated.", "West Nile"), "");
    EXPECT_EQ(id_of("Bring it to Galway Garda Station on Monday.", "Garda Station"), "");
    EXPECT_NE(id_of("Bring it to Galway Garda Station on Monday.", "Galway"), "");
}

TEST(LocalToponyms, AreWhereTheHurtWereTaken) {
    EXPECT_EQ(id_of("One man was rushed to Kotdvari, which is near.", "Kotdvari"), "?");
    EXPECT_EQ(id_of("One man was loyal to Kotdvari, which is rare.", "Kotdvari"), "");
    EXPECT_NE(id_of("Two shepherds had left the Lal Dhang area on Monday.", "Lal Dhang"), "");
    EXPECT_EQ(id_of("A party had left Lal Dhang on Monday.", "Lal Dhang"), "");
}

TEST(LocalToponyms, AreTheOnlyCountyOfTheirName) {
    const std::string text =
        "Mosquitoes were found in Pima County, Maricopa County, Yuma County, Mohave County and Westchester County. A case is known in "
        "Ontario. Washoe County sprays at dawn.";
    EXPECT_EQ(home_of(text, "Washoe County"), "Nevada");
    EXPECT_EQ(id_of("The rural Texas county of Fannin built a mill.", "Texas"), "adm1:USA-US-TX");
    EXPECT_EQ(id_of("The rural Texas county of Fannin built a mill.", "Fannin"), "fips:48147");
}

TEST(LocalToponyms, WithTheirCityAreTheTown) {
    EXPECT_EQ(
        home_of("The court met in Berea, Kentucky. Madison County's judge wrote to Richmond City Council, then to Berea City Council.",
                "Richmond"),
        "Kentucky");
}

TEST(LocalToponyms, BeforeAnOfficeAreItsTownOrState) {
    EXPECT_EQ(id_of("Nevada Highway Patrol Capt. Lew Anders spoke.", "Nevada"), "adm1:USA-US-NV");
    EXPECT_NE(id_of("According to Bozeman Deputy Fire Chief Dana Holt, it rained.", "Bozeman"), "");
    EXPECT_EQ(id_of("A fan of Troy Fire Chief Records wrote.", "Records"), "");
}

TEST(LocalToponyms, AreNoFirmsForACooperativeOrACounty) {
    EXPECT_NE(id_of("The Moscow Food Co-op held a meeting in Pullman. Moscow Police came too.", "Moscow"), "");
    EXPECT_NE(id_of("A fire in Putnam Co. was put out. It began in a barn. Near Putnam lived two.", "Putnam"), "");
}

/// Who is called after a town is of the one that the text tells of.
TEST(LocalToponyms, CallTheirPeopleAfterThem) {
    const std::string text = "A crash near London, Ontario, killed two. A Londoner was held. Roads to Kitchener and Sarnia were shut.";
    EXPECT_EQ(id_of(text, "Londoner"), id_of(text, "London"));
    EXPECT_EQ(home_of("A Londoner was held in Leeds.", "Londoner"), "England");
}

TEST(LocalToponyms, AreStatesThatDealWithOthers) {
    const std::string text =
        "A forum in Portland, Maine, was told of tariffs imposed by China. Buyers from Rockport, Brunswick and Bath came.";
    EXPECT_EQ(id_of(text, "China"), "iso:CN");
    EXPECT_EQ(home_of("A barn in China, Maine, burned.", "China"), "Maine");
}

TEST(LocalToponyms, AreNoStreetsThatMeet) {
    const std::string text = "The highway was shut between Nauvoo and Forest roads.";
    EXPECT_EQ(id_of(text, "Nauvoo"), "");
    EXPECT_EQ(id_of(text, "Forest"), "");
    EXPECT_NE(id_of("The highway was shut between Nauvoo and Carthage.", "Nauvoo"), "");
}

TEST(LocalToponyms, AreWhereASideIsTold) {
    EXPECT_EQ(id_of("The car rolled just west of Brucevale, police said.", "Brucevale"), "?");
    EXPECT_EQ(id_of("The car was of Brucevale, police said.", "Brucevale"), "");
    EXPECT_EQ(id_of("He lives in Point Edwards on the lake.", "Point Edwards"), "?");
    EXPECT_EQ(id_of("She told a friend. Austin was found hanged on Monday.", "Austin"), "");
    EXPECT_NE(id_of("She told a friend. Austin was found wanting for water.", "Austin"), "");
}

TEST(LocalToponyms, InBracketsOpenAReport) {
    EXPECT_NE(id_of("(Cedar Rapids) — The board meets today.", "Cedar Rapids"), "");
    EXPECT_EQ(id_of("OSLO (Tass) — The board meets today.", "Tass"), "");
}

TEST(LocalToponyms, AreNoStormsStationsOrPrecincts) {
    EXPECT_EQ(id_of("Cyclone Yasi is near the coast.", "Yasi"), "");
    EXPECT_EQ(id_of("A lorry burned behind the Nelson Police Station on Friday.", "Police Station"), "");
    EXPECT_EQ(id_of("Voters in Precinct #7 go to the hall.", "Precinct"), "");
    EXPECT_EQ(id_of("In a school hall in Cairns, Selwyn Carter stood by the door.", "Selwyn Carter"), "");
}

TEST(LocalToponyms, AreNoFirstWordsThatHyphensJoin) {
    EXPECT_EQ(id_of("They drove from Cherbourg to Mont-Saint-Aubin in the rain.", "Mont"), "");
    EXPECT_EQ(id_of("She is from Billings, Mont., and teaches.", "Mont."), "adm1:USA-US-MT");
}

TEST(LocalToponyms, OfASideAreOfTheLandToldOf) {
    EXPECT_EQ(id_of("The quake was felt in Nelson, Blenheim, Wellington and on the West Coast, New Zealand's monitors said.", "West Coast"),
              "adm1:NZL-NZ-WTC");
    EXPECT_EQ(id_of("The quake was felt in Oregon and all along the West Coast, as far as California.", "West Coast"), "dl:west-coast");
}

/// Towns that one list of towns lacks, waters of local papers.
TEST(LocalToponyms, AreOfCanadaAndNewZealandToo) {
    EXPECT_EQ(home_of("Police in Strathroy, Ontario, held two.", "Strathroy"), "Ontario");
    EXPECT_EQ(home_of("Fires were lit in Kitchener, Sarnia, Exeter and Goderich, Ontario, on Friday.", "Exeter"), "Ontario");
    EXPECT_NE(id_of("A fire in Te Puke, New Zealand, was put out.", "Te Puke"), "?");
    EXPECT_EQ(id_of("The Macleay River rose at Kempsey, New South Wales.", "Macleay River"), "dl:au-macleay-river");
}

}  // namespace
}  // namespace dateline::extract
