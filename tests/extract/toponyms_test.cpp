#include "extract/event_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::extract {
namespace {

/// What the reader makes of one name in a text.
struct Found {
    bool marked = false;
    std::string within;  ///< of a name that is not known
    std::string id;
    geo::LonLat at;
};

Found find(std::string_view text, std::string_view name) {
    Source source;
    source.id = "test";
    source.text = text;
    const auto read = extract(source, shipped_gazetteer(), {});
    Found out;
    if (!read) return out;
    for (const Toponym& t : read->toponyms) {
        if (slice(text, {t.span.begin, t.span.end}) != name) continue;
        out.marked = true;
        if (t.place < 0 && t.within >= 0) out.within = shipped_gazetteer().place(static_cast<std::uint32_t>(t.within)).name;
        if (t.place < 0) continue;
        const document::Place place = shipped_gazetteer().place(static_cast<std::uint32_t>(t.place));
        out.id = place.id;
        out.at = place.at;
    }
    return out;
}

bool lies_near(const Found& found, double lon_deg, double lat_deg, double km) {
    if (found.id.empty()) return false;
    const double dx = (found.at.lon_deg - lon_deg) * std::cos(lat_deg * M_PI / 180), dy = found.at.lat_deg - lat_deg;
    return 111.2 * std::hypot(dx, dy) <= km;
}

TEST(Toponyms, TakeNoPartOfALongerNameForAnotherPlace) {
    // There are towns called Latham, Gap and Hudson; these are none of them.
    for (const char* name : {"Camp Latham", "Snake Gap", "Fort Pelmore"}) {
        const std::string text = "The column left " + std::string(name) + " at dawn and camped in Little Rock, Arkansas.";
        const Found found = find(text, name);
        EXPECT_TRUE(found.marked) << name;
        EXPECT_EQ(found.id, "") << name;
    }
    EXPECT_TRUE(lies_near(find("They met in Fort Smith, Arkansas.", "Fort Smith"), -94.4, 35.4, 30));
}

TEST(Toponyms, PlaceATownInTheStateNamedBesideItOrNowhere) {
    EXPECT_TRUE(lies_near(find("He lives in Paris, Texas, with his wife.", "Paris"), -95.6, 33.7, 30));
    // No town of that name is known in Texas, though there are several in other states.
    const std::string text = "The ship reached Indianola, Texas, on Monday. In Indianola the crew went ashore.";
    EXPECT_EQ(find(text, "Indianola").id, "");
    EXPECT_EQ(find("A school in Hanover in the Northern Cape was closed on Monday.", "Hanover").id, "");
    EXPECT_EQ(find("Troops entered New York, a town in Donetsk region, on Monday.", "New York").id, "");
    EXPECT_EQ(find("Shells fell in New York in Donetsk oblast on Monday.", "New York").id, "");
    EXPECT_EQ(find("Shelling of New York in Donetsk oblast killed two on Monday.", "New York").id, "");
    EXPECT_EQ(find("A mine collapsed in Kansas, a village in Limpopo, on Monday.", "Kansas").id, "");
    EXPECT_NE(find("A school in Hanover was closed on Monday, in the north.", "Hanover").id, "");
    EXPECT_NE(find("The envoy flew to New York, a day before the vote in Donetsk region.", "New York").id, "");
}

TEST(Toponyms, TellARiverFromTheStateOfItsName) {
    EXPECT_EQ(find("A barge sank on the Jordan on Monday.", "Jordan").id, "dl:jordan-river");
    EXPECT_EQ(find("The Niger burst its banks on Monday.", "Niger").id, "dl:niger-river");
    EXPECT_EQ(find("The Columbia flooded on Monday.", "Columbia").id, "dl:river-columbia-1");
    EXPECT_EQ(find("Two men were shot in the Congo on Monday.", "Congo").id, "iso:CD");
    EXPECT_EQ(find("Talks on Jordan were held on Monday.", "Jordan").id, "iso:JO");
    EXPECT_EQ(find("The Jordan delegation left on Monday.", "Jordan").id, "iso:JO");
}

TEST(Toponyms, KnowCountiesAndTellThemByTheirState) {
    EXPECT_TRUE(lies_near(find("A storm hit Boone County, Missouri, on Friday.", "Boone County"), -92.3, 39.0, 30));
    EXPECT_TRUE(lies_near(find("A storm hit Boone County, Kentucky, on Friday.", "Boone County"), -84.7, 39.0, 30));
    const std::string both = "The chase through Greene and Taney counties in Missouri ended near Branson, Missouri.";
    EXPECT_TRUE(lies_near(find(both, "Taney"), -93.0, 36.65, 30));
    EXPECT_TRUE(lies_near(find(both, "Greene"), -93.3, 37.26, 40));
}

TEST(Toponyms, TellARiverFromTheStateByItsArticle) {
    const std::string text = "Barges went up the Columbia to Portland, Oregon, and down the Arkansas to Little Rock.";
    EXPECT_EQ(find(text, "Columbia").id.substr(0, 17), "dl:river-columbia");
    EXPECT_EQ(find(text, "Arkansas").id.substr(0, 17), "dl:river-arkansas");
}

TEST(Toponyms, MeanTheReachOfARiverThatIsNear) {
    EXPECT_TRUE(lies_near(find("In El Paso, Texas, the Rio Grande rose. El Paso was flooded.", "Rio Grande"), -106.5, 31.8, 350));
}

TEST(Toponyms, GiveAPluralFeatureToEachNameOfAList) {
    const auto read = read_events("On 6 April, Russia struck energy facilities in the Kyiv, Zhytomyr and Odesa regions.");
    const document::Event event = event_with(read, "struck");
    EXPECT_NE(event.place_precision, document::PlacePrecision::Settlement);
}

TEST(Toponyms, AnnotatePutsARiverAtItsMouth) {
    const std::string line =
        annotate_line(R"({"doc":"a","text":"The flood on the Missouri River reached Saint Charles, Missouri."})", shipped_gazetteer(), {});
    EXPECT_NE(line.find("\"lat\":38.8"), std::string::npos) << line;
    EXPECT_NE(line.find("\"id\":\"dl:river-missouri-1\""), std::string::npos) << line;
}

TEST(Toponyms, TakeNoStreetNoTeamAndNoFeastForAPlace) {
    EXPECT_FALSE(find("The shop on North Hudson Avenue in Tulsa, Oklahoma, burnt down.", "Hudson").marked);
    EXPECT_FALSE(find("The shop on North Hudson Avenue in Tulsa, Oklahoma, burnt down.", "North Hudson Avenue").marked);
    EXPECT_FALSE(find("Iowa State beat them by ten points.", "Iowa").marked);
    EXPECT_TRUE(find("The flood reached towns in Iowa on Monday.", "Iowa").marked);
    EXPECT_FALSE(find("The shops close for Australia Day.", "Australia").marked);
    EXPECT_FALSE(find("The barn belongs to Gulf Coast Storage, a firm.", "Gulf").marked);
}

TEST(Toponyms, TakeAPersonsNameForAPersonAfterATitleOrAVerbOfSaying) {
    EXPECT_FALSE(find("The storm passed, said Boone County Sheriff Paul Holland on Friday.", "Holland").marked);
    EXPECT_TRUE(find("The storm passed, said Boone County Sheriff Paul Holland on Friday.", "Boone County").marked);
    EXPECT_FALSE(find("It was a bad week, said Ellen Park, a broker in Boston.", "Ellen Park").marked);
}

TEST(Toponyms, KnowTownsByWhatStandsAroundThem) {
    EXPECT_TRUE(lies_near(find("Kyle Horton, 24, of Eugene, was jailed in Salem, Oregon.", "Eugene"), -123.09, 44.05, 30));
    EXPECT_TRUE(lies_near(find("She came home from Bend, where she worked, to Salem, Oregon.", "Bend"), -121.3, 44.06, 30));
    EXPECT_TRUE(lies_near(find("It will buy Harmon Industries Inc. of Dayton, Ohio, on Friday.", "Dayton"), -84.19, 39.76, 30));
    EXPECT_FALSE(find("A jet fell near the town of Abu Zelmur on Friday.", "Abu").marked);
    EXPECT_TRUE(find("A tanker was hit off Kharaban on Friday.", "Kharaban").marked);
    EXPECT_TRUE(find("Soldiers were killed in Lower Shabelle on Friday.", "Lower Shabelle").marked);
    EXPECT_TRUE(find("Shots were heard in the Okota area of Lagos.", "Okota").marked);
    EXPECT_TRUE(lies_near(find("DONCASTER councillors backed plans for a library.", "DONCASTER"), -1.13, 53.52, 30));
    // "the Somali capital" is of Somalia, though Ethiopia has a Somali region.
    EXPECT_EQ(find("The base is north of the Somali capital Mogadishu.", "Somali").id, "iso:SO");
}

TEST(Toponyms, CallOnePlaceByOneName) {
    // Gresham was once called Eugene; beside Gresham, Eugene is the city.
    EXPECT_TRUE(lies_near(find("A Gresham man was hurt in Gresham, near Portland, Oregon. The others live in Eugene and Salem.", "Eugene"),
                          -123.09, 44.05, 30));
}

TEST(Toponyms, TellNamesakesOfOneTextApartByWhatContainsThem) {
    EXPECT_TRUE(lies_near(find("PARIS, Texas - The county court met. A trip to Paris, France, is planned; France is far.", "Paris"), 2.35,
                          48.85, 30));
    const std::string text = "Police in Birmingham, Ala., made an arrest. In Birmingham, England, a court sat.";
    EXPECT_TRUE(lies_near(find(text, "Birmingham"), -1.9, 52.5, 30));  // the last of them
    const std::string state = "They met in Washington, D.C., on Monday. It rained in Washington state.";
    EXPECT_TRUE(lies_near(find(state, "D.C."), -77.0, 38.9, 20));
    EXPECT_TRUE(lies_near(find(state, "Washington"), -120.4, 47.4, 60));
}

TEST(Toponyms, SayNothingWhereOnlyAForeignNamesakeIsKnown) {
    // There is a Balad in Iraq; the one that is meant lies in Somalia.
    const std::string text =
        "MOGADISHU, Somalia - Fighters seized the town of Balad on Tuesday, residents said. Merca is still held by troops from Burundi. "
        "A convoy from Mogadishu to Afgooye was attacked.";
    EXPECT_TRUE(find(text, "Balad").marked);
    EXPECT_EQ(find(text, "Balad").id, "");
    EXPECT_TRUE(lies_near(find("A bomb exploded in Balad, north of Baghdad in Iraq.", "Balad"), 44.1, 34.0, 30));
}

TEST(Toponyms, AreNoRegimentsCommandsOfficesOrClubs) {
    EXPECT_FALSE(find("Fort Smith, Arkansas, was held by the Second New York and the 14th Indiana.", "New York").marked);
    EXPECT_FALSE(find("Fort Smith, Arkansas, was held by the Second New York and the 14th Indiana.", "Indiana").marked);
    EXPECT_TRUE(find("He was elected in the 14th Indiana district.", "Indiana").marked);
    EXPECT_FALSE(find("General Howe commands the Department of New Mexico.", "New Mexico").marked);
    EXPECT_FALSE(find("General Howe commands the Department of New Mexico.", "Mexico").marked);
    EXPECT_FALSE(find("Scouts from Shelby's command crossed the river in Missouri.", "Shelby").marked);
    EXPECT_FALSE(find("The line was held by Major General W. T. Sherman.", "Major").marked);
    EXPECT_FALSE(find("Manchester United won and Hull City lost on Sunday.", "Manchester").marked);
    EXPECT_FALSE(find("The Bank of England held rates.", "The Bank").marked);
    EXPECT_TRUE(find("The flight left Mexico City at noon.", "Mexico City").marked);
}

TEST(Toponyms, OfAmericanTextsAreNotItsFirstPeoples) {
    EXPECT_FALSE(find("Several Indians were killed near Denver, Colorado.", "Indians").marked);
    EXPECT_TRUE(find("Several Indians were killed near Delhi in India.", "Indians").marked);
    EXPECT_TRUE(find("The Indian government sent an envoy to Denver, Colorado.", "Indian").marked);
}

TEST(Toponyms, OfWorldNewsAreNotTheirNamesakesInALargeState) {
    const std::string text =
        "The council voted in Washington. Talks in Geneva ended on Friday. Inspectors left Baghdad for Iraq's border; the White House was "
        "silent.";
    EXPECT_TRUE(lies_near(find(text, "Geneva"), 6.15, 46.2, 30));
    EXPECT_TRUE(lies_near(find("A bus left Geneva, Illinois, for Elgin and Aurora, Illinois.", "Geneva"), -88.3, 41.9, 30));
}

TEST(Toponyms, OfLocalNewsAreToldByTheirPeopleOfficesAndScores) {
    const std::string text =
        "A Troy businessman was fined in Albany, New York. Jackson police and an Oxford alderman spoke in Tupelo, Mississippi. "
        "Paris Mayor A.J. Hall met Lamar County judges near Dallas, Texas.";
    EXPECT_TRUE(lies_near(find(text, "Troy"), -73.7, 42.7, 30));
    EXPECT_TRUE(lies_near(find(text, "Jackson"), -90.2, 32.3, 30));
    EXPECT_TRUE(lies_near(find(text, "Paris"), -95.6, 33.7, 30));
    EXPECT_TRUE(lies_near(find("Piqua and Dayton, Ohio, watched as Lima beat Sidney 42-7.", "Sidney"), -84.2, 40.3, 30));
    EXPECT_FALSE(find("Sidney Hall lives in Dayton, Ohio; a friend of Sidney was hurt.", "Sidney").marked);
    EXPECT_FALSE(find("The Jackson family of Dayton, Ohio, thanked Michael Jackson.", "Jackson").marked);
}

TEST(Toponyms, OfLocalNewsAreToldByTheTownsAroundThem) {
    // Alone at a sentence's start, neither would be a town.
    const std::string text =
        "Police in Springfield and Worcester, Massachusetts, met in Boston. Woburn's apartments were searched, near Brockton.";
    EXPECT_TRUE(lies_near(find(text, "Woburn"), -71.15, 42.5, 30));
    EXPECT_FALSE(find("Talks in Geneva and Vienna went on. Woburn's apartments were searched.", "Woburn").marked);
    // A village of 500 has a post office. The only Comptche that is known is in California.
    const std::string far =
        "A chase that began in Gladeville went through Lebanon, Comptche, Mount Juliet and Nashville, Tennessee, near Hermitage and "
        "Gallatin.";
    EXPECT_TRUE(lies_near(find(far, "Gladeville"), -86.3, 36.15, 10));
    EXPECT_TRUE(find(far, "Comptche").marked);
    EXPECT_EQ(find(far, "Comptche").id, "");
}

TEST(Toponyms, OfGamesAreTownsThatMet) {
    const std::string table = "Also on Friday: Bellevue 50, Preston 38.";
    EXPECT_TRUE(find(table, "Bellevue").marked);
    EXPECT_TRUE(find(table, "Preston").marked);
    EXPECT_FALSE(find("Read Psalm 50, Preston.", "Preston").marked);
    const std::string games =
        "Clinton, Iowa, beat Fulton 58-52 and Camanche 44-39. Clinton goes to Maquoketa and DeWitt; Fulton is at home against Morrison.";
    EXPECT_TRUE(lies_near(find(games, "Morrison"), -89.97, 41.81, 10));
    EXPECT_TRUE(lies_near(find(games, "DeWitt"), -90.54, 41.82, 10));
    EXPECT_FALSE(
        find("Clinton, Iowa, police went to Fulton, Camanche and Maquoketa. A judge heard the case against Morrison.", "Morrison").marked);
}

TEST(Toponyms, StandBeforeADayAndBehindAStreet) {
    EXPECT_TRUE(lies_near(find("A man followed her from Hackettstown, N.J., to Chester Monday night.", "Chester"), -74.7, 40.8, 20));
    EXPECT_FALSE(find("The Baltimore Sun told of it on Easter Monday.", "Easter").marked);
    const std::string cited =
        "Police in Hackettstown, N.J., cited Dale Novak, 51, of 12 Elm St., Clinton, for speeding. Luis Mora, of Union Twp., paid a fine.";
    EXPECT_TRUE(find(cited, "Clinton").marked);
    EXPECT_TRUE(find(cited, "Union Twp.").marked);
}

TEST(Toponyms, HouseWhatIsBuiltThere) {
    EXPECT_TRUE(lies_near(find("Ann Lee, who teaches at Honey Grove High School in Texas, saw it.", "Honey Grove"), -95.9, 33.6, 10));
    EXPECT_TRUE(find("They were taken to Morristown Medical Center in New Jersey.", "Morristown").marked);
    EXPECT_FALSE(find("They were taken to Lincoln Hospital.", "Lincoln").marked);
    EXPECT_FALSE(find("She studied at Vanderbilt University.", "Vanderbilt").marked);
    EXPECT_FALSE(find("Honey Grove High School won on Monday.", "Honey Grove").marked);
}

TEST(Toponyms, OfPeoplesCapitalsAndWays) {
    EXPECT_TRUE(find("Talks went on. Spanish and Norwegian envoys were not told.", "Spanish").marked);
    EXPECT_TRUE(find("A mass was said. Dodoma has promised a new airport.", "Dodoma").marked);
    EXPECT_TRUE(find("Patients from Crickhowell to Zellybridge have to travel.", "Zellybridge").marked);
    EXPECT_FALSE(find("The committee gave it to Zellybridge and Sons.", "Zellybridge").marked);
}

TEST(Toponyms, ToldWithTheirStateLieInAnother) {
    const std::string text =
        "SOMERSET (AP) — A bus with teenagers from Fishers, Indiana, crashed on a road in Kentucky. Help came from Frankfort and "
        "Danville.\n\n"
        "It was on its way to Gatlinburg, Tennessee, where a pastor from Muncie, Indiana, waited. The hurt were taken to a Frankfort "
        "church.";
    EXPECT_TRUE(lies_near(find(text, "Frankfort"), -84.9, 38.2, 20));
    EXPECT_TRUE(lies_near(find(text, "Danville"), -84.8, 37.6, 20));
}

TEST(Toponyms, AreNoFactionsAndNoCandidates) {
    EXPECT_FALSE(find("The Islamist group al-Shabab said it did it.", "Shabab").marked);
    EXPECT_FALSE(find("In Lancaster, Calif., Paul Lowell led Republican Ann Canton in the count.", "Republican Ann Canton").marked);
    EXPECT_FALSE(find("Nobody was hurt, said Const. Windsor Petrie.", "Windsor").marked);
    EXPECT_FALSE(find("Justin Tyus, 24, and Macon Reeves, 31, both of Carrollton, Georgia, were held.", "Macon").marked);
    EXPECT_FALSE(find("Thomas Jordan sailed from Rockland, Maine. Jordan, a Camden native, fished for 20 years.", "Jordan").marked);
    EXPECT_TRUE(find("Thomas Jordan flew to Amman in Jordan. Jordan, a kingdom, took him in.", "Jordan").marked);
    EXPECT_EQ(find("Niger State and Niger Republic share a border, said Nigeria.", "Niger Republic").id, "iso:NE");
}

TEST(Toponyms, OfOneLandThatLieAstrayDoNotVouchForEachOther) {
    const std::string text =
        "FREDERICTON — A Moncton man drowned near Bathurst with a friend from Riverview, who walked to Blackville. "
        "Searchers came from Sussex, St. Stephen and Andover in New Brunswick, near the border with Maine.";
    EXPECT_TRUE(lies_near(find(text, "Moncton"), -64.8, 46.1, 10));
    for (const char* name : {"Riverview", "Blackville", "Andover"}) EXPECT_EQ(find(text, name).id, "") << name;
    EXPECT_TRUE(lies_near(find("The forecast for Walgett and Lightning Ridge is for rain.", "Walgett"), 148.1, -30.0, 10));
}

TEST(Toponyms, OfWhichTheCountyIsToldAreNoPartOfAClub) {
    EXPECT_TRUE(lies_near(find("The Waldo County Fairgrounds will host the meet.", "Waldo County"), -69.1, 44.5, 30));
    EXPECT_FALSE(find("The chase was led by Sgt. Brenton Ford on Monday.", "Brenton").marked);
}

TEST(Toponyms, OfTheWorldsCitiesAreNoHamletsOfALandThatIsToldOf) {
    const std::string text =
        "Gunmen blocked roads in Culiacan, Navolato and Guasave, towns of Sinaloa in Mexico. Their chief is wanted in Chicago and San "
        "Diego.";
    EXPECT_TRUE(lies_near(find(text, "San Diego"), -117.2, 32.7, 40));
    EXPECT_EQ(find("He will be held in Mexico State. Mexico thanked its navy.", "Mexico State").id, "adm1:MEX-MX-MEX");
    EXPECT_EQ(find("Rain moves from Minas Gerais toward Bahia, in Brazil.", "Bahia").id, "adm1:BRA-BR-BA");
}

TEST(Toponyms, LieInTheStateNamedBeforeThemInTheSentence) {
    const std::string text = "Storms struck Henryville, Indiana. At least 12 people died in Kentucky, including three in Morgan County.";
    EXPECT_TRUE(lies_near(find(text, "Morgan County"), -83.3, 37.9, 40));
    EXPECT_TRUE(lies_near(find("In southern Indiana, where the town of Marysville was hit, and in Clark County, help came.", "Marysville"),
                          -85.64, 38.59, 10));
    EXPECT_EQ(find("In southern Indiana, where the town of Comptche was hit, and in Clark County, help came.", "Comptche").id, "");
    // All counties are known: one that the state before it lacks is another state's.
    EXPECT_TRUE(
        lies_near(find("He was moved from Louisa, Kentucky, to a cell in Mingo County on Monday.", "Mingo County"), -82.1, 37.7, 40));
}

TEST(Toponyms, AreNoFirmsRoadsPairsOrGraveyards) {
    const std::string text =
        "Norfolk Carbide Corp. earned $3 million in Toledo, Ohio. Norfolk closed at $23; Toyota declined to comment. "
        "The plant on Springfield Pike and the shop off Highway 45 shut.";
    EXPECT_FALSE(find(text, "Norfolk").marked);
    EXPECT_FALSE(find(text, "Toyota").marked);
    EXPECT_FALSE(find(text, "Springfield Pike").marked);
    EXPECT_FALSE(find(text, "Highway").marked);
    const std::string obituary =
        "She was born in Fulton, Missouri, to Henry and Edna (Craig) Foster. Susan Hill of Fulton will speak at Mount Zion Cemetery.";
    EXPECT_FALSE(find(obituary, "Henry").marked);
    EXPECT_FALSE(find(obituary, "Edna").marked);
    EXPECT_FALSE(find(obituary, "Susan Hill").marked);
    EXPECT_FALSE(find(obituary, "Mount Zion").marked);
}

TEST(Toponyms, KnowTheRegionsOfAmericaAndBritain) {
    EXPECT_TRUE(lies_near(find("Snow fell across New England and Northern Virginia.", "New England"), -71.8, 44.0, 30));
    EXPECT_TRUE(lies_near(find("Snow fell across New England and Northern Virginia.", "Northern Virginia"), -78.7, 37.5, 160));
    EXPECT_TRUE(lies_near(find("A freighter sank in Lake Superior on Monday.", "Lake Superior"), -87.5, 47.7, 30));
    EXPECT_TRUE(lies_near(find("Police in Leeds, West Yorkshire, made an arrest.", "West Yorkshire"), -1.7, 53.75, 30));
    EXPECT_FALSE(find("A Branson West woman was hurt.", "West").marked);
}

TEST(Toponyms, OfAReportLieInItsOwnStateAndItsSeatIsTheNations) {
    const std::string text =
        "FERGUSON, Mo. (VOA) — Protesters marched through Ferguson near St. Louis. A jury sat in Clayton. In Washington, the president "
        "appealed for calm.";
    EXPECT_TRUE(lies_near(find(text, "Washington"), -77.0, 38.9, 30));
    const std::string north =
        "MONTPELIER, Vt. — Rain fell on Vermont, and roads closed from Massachusetts to the Canadian border. The governor toured Ludlow on "
        "Monday.";
    EXPECT_TRUE(lies_near(find(north, "Ludlow"), -72.7, 43.4, 30));
    EXPECT_EQ(find(north, "Canadian").id, "iso:CA");
}

TEST(Toponyms, KnowReefsZonesAndCrossingsByTheNamesOfAllSides) {
    for (const char* name : {"Second Thomas Shoal", "Ayungin Shoal", "Ren'ai Jiao"})
        EXPECT_EQ(find("Ships met near " + std::string(name) + " on 5 May.", name).id, "dl:second-thomas-shoal") << name;
    EXPECT_EQ(find("Guards fired near Takeshima on 5 May.", "Takeshima").id, "dl:dokdo");
    EXPECT_EQ(find("Troops held the Philadelphi corridor on 5 May.", "Philadelphi corridor").id, "dl:philadelphi-corridor");
    EXPECT_EQ(find("Trucks queued at Torkham on 5 May.", "Torkham").id, "dl:torkham");
    EXPECT_EQ(find("Shells fell across the Line of Control on 5 May.", "Line of Control").id, "dl:line-of-control");
}

TEST(Toponyms, TakeWhatIsBuiltIntoTheNameOnlyWhereTheWholeIsKnown) {
    EXPECT_EQ(find("The Kakhovka dam was breached on 6 June 2023.", "Kakhovka dam").id, "dl:kakhovka-dam");
    EXPECT_EQ(find("Partners met on the Stabroek block on 5 May.", "Stabroek block").id, "dl:stabroek-block");
    // Belgium's Stabroek stays itself, and a plant in Boston is no name.
    EXPECT_TRUE(lies_near(find("He lives in Stabroek, Belgium.", "Stabroek"), 4.4, 51.3, 20));
    EXPECT_TRUE(find("A strike hit the Boston plant on 5 May.", "Boston").marked);
    EXPECT_FALSE(find("A strike hit the Boston plant on 5 May.", "Boston plant").marked);
}

std::string role(std::string_view text, std::string_view name) {
    Source source;
    source.id = "test";
    source.text = text;
    const auto read = extract(source, shipped_gazetteer(), {});
    for (const Toponym& t : read ? read->toponyms : std::vector<Toponym>{})
        if (slice(text, {t.span.begin, t.span.end}) == name)
            return t.role == PlaceRole::Demonym    ? "demonym of " + find(text, name).id
                   : t.role == PlaceRole::Boundary ? "boundary"
                                                   : "other";
    return "none";
}

TEST(Demonyms, AreOfRegionsTownsAndStatesThatWere) {
    EXPECT_EQ(role("Chechen rebels attacked the town.", "Chechen"), "demonym of dl:chechnya");
    EXPECT_EQ(role("Scottish ministers met their Welsh counterparts.", "Welsh"), "demonym of dl:wales");
    EXPECT_EQ(role("Texans voted on Monday.", "Texans"), "demonym of adm1:USA-US-TX");
    EXPECT_EQ(role("Soviet troops entered the city.", "Soviet"), "demonym of dl:soviet-union");
    EXPECT_EQ(role("Hundreds of Muscovites marched.", "Muscovites"), "demonym of geonames:524901");
    EXPECT_EQ(role("Balkan leaders met in Rome.", "Balkan"), "demonym of dl:balkans");
}

TEST(Demonyms, AreKnownWhereAVillageIsCalledSoToo) {
    EXPECT_EQ(role("An Azeri soldier was killed.", "Azeri"), "demonym of iso:AZ");
    EXPECT_EQ(role("Police held a Pole and a Briton.", "Pole"), "demonym of iso:PL");
    EXPECT_EQ(role("A crowd of Danes voted.", "Danes"), "demonym of iso:DK");
    EXPECT_EQ(role("The North Pole is cold.", "Pole"), "none");
}

TEST(Demonyms, JoinedByAHyphenAreTwo) {
    const std::string text = "The Kazakh-Uzbek border and a Franco-German summit.";
    EXPECT_EQ(role(text, "Kazakh"), "demonym of iso:KZ");
    EXPECT_EQ(role(text, "Uzbek"), "demonym of iso:UZ");
    EXPECT_EQ(role(text, "Franco"), "demonym of iso:FR");
    EXPECT_EQ(role(text, "German"), "demonym of iso:DE");
    EXPECT_EQ(role("General Franco ruled Spain.", "Franco"), "none");
}

TEST(Demonyms, AreNoLanguages) {
    EXPECT_EQ(role("The text is in English, and he speaks Welsh.", "English"), "none");
    EXPECT_EQ(role("The text is in English, and he speaks Welsh.", "Welsh"), "none");
    EXPECT_EQ(role("Three died in Turkish waters.", "Turkish"), "demonym of iso:TR");
}

TEST(Toponyms, BesideDivisionsOfAStateAreOneOfThem) {
    for (const char* text :
         {"Officials in Georgia, Alabama and Florida declared an emergency.", "Troops from Georgia and Alabama arrived in Iraq.",
          "Mrs. Hill moved from Manchester, N.H., to Georgia in 1990.", "The Atlanta mayor said Georgia will vote on Tuesday."})
        EXPECT_EQ(find(text, "Georgia").id, "adm1:USA-US-GA") << text;
    EXPECT_EQ(find("Leaders of Georgia, Armenia and Turkey met.", "Georgia").id, "iso:GE");
    EXPECT_TRUE(lies_near(find("PARIS, Texas - Schools in Athens, Palestine and Tyler were closed.", "Palestine"), -95.6, 31.8, 40));
}

TEST(Toponyms, InARegionOfOurOwnLieThere) {
    EXPECT_TRUE(lies_near(find("The tanker left for Augusta in Sicily on Monday.", "Augusta"), 15.2, 37.2, 30));
    EXPECT_TRUE(find("Fires burned in Calabria on Monday.", "Calabria").id.starts_with("dl:"));
    // There is a Gulistan in Uzbekistan; the one that is meant lies in Karabakh.
    EXPECT_FALSE(lies_near(find("The treaty was signed in the village of Gulistan in Karabakh.", "Gulistan"), 68.8, 40.5, 300));
}

TEST(Toponyms, OfTwoStatesByOneNameAreWhereTheirTownsSay) {
    EXPECT_EQ(find("Fighting broke out in Goma, eastern Congo, on Monday.", "Congo").id, "iso:CD");
    EXPECT_EQ(find("Voters in Brazzaville, Congo, went to the polls.", "Congo").id, "iso:CG");
}

TEST(Toponyms, TakeNoShipAgencyOrClubForAPlace) {
    EXPECT_FALSE(find("The battleship Schleswig-Holstein opened fire.", "Schleswig-Holstein").marked);
    EXPECT_TRUE(find("The battleship left Schleswig-Holstein.", "Schleswig-Holstein").marked);
    EXPECT_FALSE(find("BEIJING, Sept 17 (Xinhua) -- The ministers met on Monday.", "Xinhua").marked);
    EXPECT_FALSE(find("Bayern Munich beat the Boston Red Sox.", "Munich").marked);
    EXPECT_FALSE(find("Bayern Munich beat the Boston Red Sox.", "Sox").marked);
    EXPECT_TRUE(find("They met in Munich.", "Munich").marked);
    EXPECT_FALSE(find("The Mission will resume patrols in Donetsk.", "The Mission").marked);
    EXPECT_FALSE(find("Hamas attacked Sderot on Monday.", "Hamas").marked);
    EXPECT_FALSE(find("Turkey prices rose in 2023.", "Turkey").marked);
    EXPECT_TRUE(find("Turkey closed the port.", "Turkey").marked);
    EXPECT_FALSE(find("Lu Mei and Chen Wei won in Paris.", "Mei").marked);
}

TEST(Toponyms, OfRiversNeedOnlyTheirArticle) {
    EXPECT_TRUE(find("The Germans reached the Marne in September.", "Marne").id.starts_with("dl:river-marne"));
    EXPECT_FALSE(find("The Irish Sea was rough.", "Irish Sea").id.starts_with("iso:"));
}

bool is_place(std::string_view text, std::string_view name) { return find(text, name).marked; }

TEST(Toponyms, ToldOnceArePlacesInTheWholeText) {
    const std::string_view told = "A fire broke out in Dayton, police say. The storm spared Dayton on Monday. Dayton is in debt.";
    Source source;
    source.id = "test";
    source.text = told;
    const auto read = extract(source, shipped_gazetteer(), {});
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(std::count_if(read->toponyms.begin(), read->toponyms.end(),
                            [&](const Toponym& t) {
                                return slice(told, {t.span.begin, t.span.end}) == "Dayton";
                            }),
              3);
    EXPECT_TRUE(lies_near(find("BUFFALO, N.Y. (AP) - A storm came. Buffalo got six feet of snow.", "Buffalo"), -78.9, 42.9, 20));
    EXPECT_FALSE(is_place("A storm came. Buffalo got six feet of snow.", "Buffalo"));
    // Somebody is called so
    EXPECT_FALSE(is_place("Interest in Dayton grew. Coach Tyler Dayton resigned. The team lost, and Dayton is in debt.", "Dayton"));
    EXPECT_FALSE(is_place("Denzel Washington stars. Washington said that he was glad.", "Washington"));
}

TEST(Toponyms, OpenAReportWhateverTheirWordIs) {
    for (const auto& [head, town] : {std::pair{"RENO, Nev. (AP) --", "RENO"},
                                     {"ROME (AP) --", "ROME"},
                                     {"OSLO, Norway (Reuters) -", "OSLO"},
                                     {"BEND, Ore. (AP) -", "BEND"},
                                     {"HOPE, Ark. (AP) -", "HOPE"},
                                     {"BUFFALO (WKBX) -", "BUFFALO"},
                                     {"LANCASTER —", "LANCASTER"}})
        EXPECT_TRUE(is_place(std::string(head) + " A fire killed two people on Sunday.", town)) << head;
    const std::string two = "MOSCOW/KIEV, March 3 (Reuters) - The ministers met on Sunday.";
    EXPECT_TRUE(is_place(two, "KIEV"));
    EXPECT_TRUE(is_place("YORK, Pa. (AP) - A fire killed two people.", "Pa."));
    EXPECT_FALSE(is_place("HOPE — A fire killed two people on Sunday.", "HOPE"));
    EXPECT_FALSE(is_place("He said that BEND (the group) - a charity - would close.", "BEND"));
}

TEST(Toponyms, AreTheHomesOfPeople) {
    EXPECT_TRUE(is_place("Jane Roe of Preston voted No.", "Preston"));
    EXPECT_TRUE(is_place("Jane Roe, of Preston, won.", "Preston"));
    EXPECT_TRUE(is_place("Rep. Bob Roe of Aurora won.", "Aurora"));
    EXPECT_FALSE(is_place("The works of Preston were shown.", "Preston"));
}

TEST(Toponyms, AreNoUtilitiesRailwaysOrSchools) {
    for (const auto& [text, name] : {std::pair{"Boston Edison fell.", "Boston"},
                                     {"Norfolk Southern rose.", "Norfolk"},
                                     {"Illinois Power fell.", "Illinois"},
                                     {"Texas Air Corp. rose.", "Texas"},
                                     {"Texas Instruments rose.", "Texas"},
                                     {"He died at Massachusetts General Hospital.", "Massachusetts"},
                                     {"He went to St. Mary's Hospital.", "St. Mary"},
                                     {"Boise State won.", "Boise State"},
                                     {"He coached at Michigan State.", "Michigan State"},
                                     {"Texas A&M won.", "Texas"},
                                     {"Scientists at Yale said so.", "Yale"}})
        EXPECT_FALSE(is_place(text, name)) << text;
    EXPECT_TRUE(is_place("Floods came in Michigan State.", "Michigan State"));
    EXPECT_TRUE(is_place("Floods hit Kaduna State.", "Kaduna State"));
    EXPECT_TRUE(is_place("The Texas Air National Guard flew.", "Texas"));
    EXPECT_TRUE(is_place("Southern Illinois froze.", "Southern Illinois"));
    EXPECT_TRUE(is_place("On Friday, United States President John Roe spoke.", "United States"));
    EXPECT_FALSE(is_place("Vice President Omar Suleiman spoke in Cairo.", "Vice"));
}

TEST(Toponyms, AtTheStartOfASentenceAreWhatTheyAreInside) {
    EXPECT_TRUE(is_place("The Gulf of Mexico is warm.", "Gulf of Mexico"));
    EXPECT_TRUE(is_place("The Gaza Strip was hit.", "Gaza Strip"));
    EXPECT_TRUE(lies_near(find("The Hague was calm.", "The Hague"), 4.3, 52.1, 20));
    EXPECT_FALSE(is_place("West and Central Africa were hit.", "West"));
}

TEST(Toponyms, OfFameAreMeantBeforeLargerNamesakes) {
    EXPECT_TRUE(lies_near(find("A fire in Newcastle killed two.", "Newcastle"), -1.6, 55.0, 20));
    EXPECT_TRUE(lies_near(find("A fire in Pasadena killed two.", "Pasadena"), -118.1, 34.1, 20));
    EXPECT_TRUE(lies_near(find("A fire in Selma killed two.", "Selma"), -87.0, 32.4, 20));
    EXPECT_TRUE(lies_near(find("HOUSTON (AP) - A fire in Pasadena, Texas, killed two.", "Pasadena"), -95.2, 29.7, 20));
    EXPECT_TRUE(lies_near(find("A man from Bath, Somerset, died.", "Bath"), -2.4, 51.4, 20));
    EXPECT_TRUE(lies_near(find("A fire in Kent killed two.", "Kent"), 0.7, 51.2, 60));
    EXPECT_TRUE(lies_near(find("A fire in Taunton, Somerset, killed two.", "Taunton"), -3.1, 51.0, 20));
    EXPECT_TRUE(lies_near(find("A fire in Bari killed two.", "Bari"), 16.9, 41.1, 20));
    EXPECT_TRUE(lies_near(find("AUCKLAND (AP) - A plane landed in Queenstown.", "Queenstown"), 168.7, -45.0, 20));
    EXPECT_TRUE(lies_near(find("SEATTLE (AP) - A man from Tacoma died in Kent on Monday.", "Kent"), -122.2, 47.4, 20));
    EXPECT_EQ(find("LONDON, Ont. (CP) - A crash in Kennebec County killed two.", "Kennebec County").id, "");
    EXPECT_EQ(find("LONDON, Ont. (CP) - A crash in Oxford County killed two.", "Oxford County").id, "dl:ca-oxford-county");
    EXPECT_TRUE(lies_near(find("The Ontario town was calm.", "Ontario"), -85.8, 50.1, 300));
}

TEST(Toponyms, OfAListAreTownsWithATownThatNobodyIsCalled) {
    EXPECT_TRUE(is_place("Hamilton, Dayton and Cincinnati are in Ohio.", "Hamilton"));
    EXPECT_TRUE(is_place("Hamilton, Dayton and Cincinnati are in Ohio.", "Dayton"));
    EXPECT_FALSE(is_place("Hamilton, Dayton and Lincoln are three men.", "Dayton"));
    EXPECT_FALSE(is_place("Zebulor Dayton won. Dayton and Cincinnati signed a contract.", "Dayton"));
}

TEST(Toponyms, OfAWireAreTheWorldsCities) {
    EXPECT_TRUE(
        lies_near(find("LONDON (AP) - A man died in Orange County, Calif. The fire began in Marin County.", "LONDON"), -0.1, 51.5, 20));
    EXPECT_TRUE(lies_near(find("LONDON, Ky. (AP) - A man died in Lexington.", "LONDON"), -84.1, 37.1, 20));
    EXPECT_EQ(find("HALIFAX (CP) - A fire in Kings County killed two.", "Kings County").id, "");
    EXPECT_TRUE(lies_near(find("A storm formed off North Carolina. The Atlantic hurricane season began.", "Atlantic"), -35, 15, 500));
}

TEST(Toponyms, AreTheStateThatHasAGovernor) {
    EXPECT_TRUE(lies_near(find("New York Gov. Ann Li spoke.", "New York"), -75.5, 43, 150));
    EXPECT_TRUE(lies_near(find("He lives in upstate New York.", "New York"), -75.5, 43, 150));
    EXPECT_TRUE(lies_near(find("The Georgia Bureau of Investigation said so. Georgia is large.", "Georgia"), -83.4, 32.7, 100));
    EXPECT_TRUE(lies_near(find("The New York mayor spoke.", "New York"), -74.0, 40.7, 20));
    EXPECT_TRUE(lies_near(find("Troops entered northern Georgia on Monday.", "Georgia"), 43.5, 42, 150));
}

TEST(Toponyms, KnowWhatTwoStatesAndTwoCoastsAreCalledTogether) {
    EXPECT_TRUE(lies_near(find("The Carolinas were hit.", "Carolinas"), -80, 34.8, 150));
    EXPECT_TRUE(lies_near(find("A fire on Long Island killed two.", "Long Island"), -73.1, 40.8, 50));
    EXPECT_TRUE(lies_near(find("A fire on Long Island in the Bahamas killed two. It was near Nassau.", "Long Island"), -75.0, 23.1, 100));
    EXPECT_TRUE(lies_near(find("A storm hit the West Coast.", "West Coast"), -122.5, 41, 200));
}

TEST(Toponyms, OfABorderAreOnlyItsSides) {
    EXPECT_EQ(role("Turkey closed its border with Syria.", "Syria"), "boundary");
    EXPECT_EQ(role("Turkey closed its border with Syria.", "Turkey"), "other");
    EXPECT_EQ(role("The border between Turkey and Syria is closed.", "Turkey"), "boundary");
}

TEST(Toponyms, KnowATownAfterAnArticleByItsState) {
    EXPECT_TRUE(lies_near(find("The Joplin, Mo., native moved away in 1990.", "Joplin"), -94.5, 37.1, 30));
    EXPECT_TRUE(lies_near(find("Shares of the Bentonville, Arkansas-based retailer fell.", "Bentonville"), -94.2, 36.4, 30));
    EXPECT_EQ(find("Barges went down the Arkansas, and it rained in Kansas.", "Arkansas").id.substr(0, 17), "dl:river-arkansas");
}

TEST(Toponyms, KnowAPeopleBeforeAMinister) {
    EXPECT_EQ(find("He met German Foreign Minister Klaus Kinkel.", "German").id, "iso:DE");
    EXPECT_FALSE(find("He met German Gomez in Bonn.", "German").marked);
}

TEST(Toponyms, TellATownFromThePrinceItIsCalledAfter) {
    EXPECT_TRUE(lies_near(find("A crash near Prince Albert closed Highway 3.", "Prince Albert"), -105.8, 53.2, 30));
    EXPECT_TRUE(lies_near(find("Crews from Prince George, B.C., were called out.", "Prince George"), -122.8, 53.9, 30));
    EXPECT_TRUE(lies_near(find("A man from King George, Virginia, was arrested.", "King George"), -77.2, 38.3, 30));
    EXPECT_EQ(find("Prince Edward Island RCMP are looking for a man.", "Prince Edward Island").id, "adm1:CAN-CA-PE");
    EXPECT_FALSE(find("Prince Albert arrived in London with a letter from Prince George.", "Prince Albert").marked);
    EXPECT_FALSE(find("Prince Albert arrived in London with a letter from Prince George.", "Prince George").marked);
}

TEST(Toponyms, KnowATownWhereAFirmIsBasedOrAStateTakesSides) {
    EXPECT_TRUE(lies_near(find("Elgin-based Advance Engineering will close.", "Elgin"), -88.3, 42.0, 30));
    EXPECT_FALSE(find("Elgin played well.", "Elgin").marked);
    EXPECT_TRUE(lies_near(find("The pro-Moscow party lost.", "Moscow"), 37.6, 55.8, 30));
    EXPECT_FALSE(find("The pro-Lincoln party lost.", "Lincoln").marked);
}

TEST(Toponyms, ReadPastWhatDescribesAtASentencesStart) {
    EXPECT_TRUE(find("Former Dartmouth mayor Paul Darby has died.", "Dartmouth").marked);
    EXPECT_TRUE(find("Former Reading councillor Ann Li has died.", "Reading").marked);
    EXPECT_FALSE(find("Reading councillor Ann Li's speech took an hour.", "Reading").marked);
    EXPECT_TRUE(find("The gang moved drugs in and out of Gloucestershire.", "Gloucestershire").marked);
    EXPECT_TRUE(find("The City of Leeds was flooded.", "Leeds").marked);
    EXPECT_FALSE(find("The City of Leeds was flooded.", "The City").marked);
}

TEST(Toponyms, MeanTheSeaByItsOwnWord) {
    EXPECT_EQ(find("Talks with Iran on tensions in the Persian Gulf failed. Iran said so.", "Persian Gulf").id, "dl:persian-gulf");
}

TEST(Toponyms, MeanTheCountyThatTheTextIsFrom) {
    const std::string text =
        "The woman was found at her DeKalb home. The trial in DeKalb County, Georgia, begins in Decatur, near Atlanta.";
    EXPECT_TRUE(lies_near(find(text, "DeKalb"), -84.2, 33.8, 40));
    EXPECT_TRUE(lies_near(find("The DeKalb man was held in DeKalb County, Illinois.", "DeKalb"), -88.75, 41.93, 40));
}

TEST(Toponyms, TellAStateFromTheCityItHolds) {
    EXPECT_EQ(find("He lives in New York, NY.", "NY").id, "adm1:USA-US-NY");
    EXPECT_TRUE(lies_near(find("He lives in New York, NY.", "New York"), -74.0, 40.7, 30));
    EXPECT_TRUE(find("Florida's Gulf coast was bracing for a storm.", "Florida").marked);
    EXPECT_FALSE(find("Florida's Gulf coast was bracing for a storm.", "Florida's Gulf").marked);
}

TEST(Toponyms, AreNoFirmsPapersRoadsOrFires) {
    EXPECT_FALSE(find("Advertising declined at Barron's in August.", "Barron").marked);
    EXPECT_FALSE(find("Oil fell, analysts at Mizuho wrote on Tuesday.", "Mizuho").marked);
    EXPECT_FALSE(find("The plane belongs to Alia, the Jordanian airline.", "Alia").marked);
    EXPECT_TRUE(find("In Dayton, Ohio, the company said it would close.", "Dayton").marked);
    EXPECT_FALSE(find("The Tallahassee Democrat reported the fire.", "Tallahassee").marked);
    EXPECT_TRUE(find("The Tallahassee mayor reported the fire.", "Tallahassee").marked);
    EXPECT_FALSE(find("The accident was on the Kiandu-Karima road.", "Karima").marked);
    EXPECT_FALSE(find("The accident was on the Kiandu-Karima road.", "Kiandu-Karima").marked);
    EXPECT_FALSE(find("The Pawnee Fire grew to ten acres in California.", "Pawnee").marked);
    EXPECT_FALSE(find("A crash at U.S. 61 and Route 9 killed two.", "U.S.").marked);
    EXPECT_FALSE(find("The U.S. 1 bridge will reopen.", "U.S.").marked);
    EXPECT_TRUE(find("The U.S. 10-year bond fell.", "U.S.").marked);
    EXPECT_TRUE(find("About 60 U.S. 155 mm shells were sent.", "U.S.").marked);
    EXPECT_FALSE(find("He made his debut against Stoke City.", "Stoke City").marked);
    EXPECT_TRUE(find("The attack on Mexico City failed.", "Mexico City").marked);
    EXPECT_FALSE(find("The team lost to West on Friday.", "West").marked);
    EXPECT_TRUE(find("The dispute with the West went on.", "West").marked || find("The dispute with the West went on.", "the West").marked);
}

TEST(Toponyms, AreNoPeopleWithAnOffice) {
    EXPECT_FALSE(find("GOODYEAR, Ariz. (AP) - Georgia Lord, mayor of Goodyear, has retired.", "Georgia").marked);
    EXPECT_FALSE(find("The town's mayor, David Wells, spoke.", "David Wells").marked);
    EXPECT_FALSE(find("Aston Villa manager Unai Emery faced questions.", "Unai").marked);
    EXPECT_FALSE(find("Police Inspector General Ibrahim Idris spoke in Abuja.", "Police").marked);
    EXPECT_FALSE(find("U.N. Secretary-General Kofi Annan spoke.", "U.N.").marked);
    EXPECT_TRUE(find("Georgia, a state of the south, has voted. Atlanta was calm.", "Georgia").marked);
}

TEST(Toponyms, LieWhereTheTextSaysIfNoTableHasThem) {
    EXPECT_EQ(find("Four men were shot in Tongalat, south of Durban, on Tuesday. The Tongalat men died.", "Tongalat").within, "Durban");
    EXPECT_EQ(find("A woman died in Sedbury, near Chepstow, on Sunday.", "Sedbury").within, "Chepstow");
    const std::string chain = "Gunmen attacked Ungwan Gaida village in Chikadun local government area of Kaduna state.";
    EXPECT_EQ(find(chain, "Chikadun").within, find(chain, "Ungwan Gaida").within);
    EXPECT_TRUE(find(chain, "Chikadun").within.starts_with("Kaduna"));
    EXPECT_EQ(find(chain, "Chikadun").id, "");
    EXPECT_EQ(find("Fire broke out in the Brookside neighborhood of Kansas City, Missouri.", "Brookside").within, "Kansas City");
    EXPECT_EQ(find("A man was stabbed in Moss Side, Manchester, on Sunday.", "Moss Side").within, "Manchester");
    EXPECT_TRUE(find("Gunmen killed nine in Gidan Dan village in Sokoto State.", "Gidan Dan").marked);
    EXPECT_FALSE(find("He believed in Good Fortune, and Manchester won.", "Good Fortune").marked);
    // A country, and a large state, tells nothing of where in it.
    EXPECT_EQ(find("A woman died in Zelmurkan, Kazakhstan, on Sunday.", "Zelmurkan").within, "");
    EXPECT_TRUE(find("The warning area ran from Marnerland, Texas, northward.", "Marnerland").marked);
    EXPECT_EQ(find("The warning area ran from Marnerland, Texas, northward.", "Marnerland").within, "");
    // "Camp Zelmur, Texas" lies in no town that is told of before it.
    EXPECT_EQ(find("He went to Denver, Camp Zelmur, Texas, and home.", "Camp Zelmur").within, "");
    const std::string line =
        annotate_line(R"({"doc":"a","text":"A woman died in Sedbury, near Chepstow, on Sunday."})", shipped_gazetteer(), {});
    EXPECT_NE(line.find(R"("id":null,"within":"geonames:2653256","precision":"district")"), std::string::npos) << line;
}

TEST(Toponyms, OfCountiesAndBasinsAreWhatTheNounMakesThem) {
    EXPECT_TRUE(lies_near(find("Kent County Council approved the plan.", "Kent County"), 0.7, 51.2, 60));
    EXPECT_TRUE(lies_near(find("Montgomery County Council in Maryland approved the plan.", "Montgomery County"), -77.2, 39.1, 60));
    EXPECT_TRUE(lies_near(find("Police in Durham Region arrested two men.", "Durham Region"), -78.95, 44.0, 60));
    EXPECT_TRUE(lies_near(find("Floods hit the Lena basin in May.", "Lena"), 125, 66, 900));
    EXPECT_TRUE(lies_near(find("Napoleon's army crossed the Berezina in November.", "Berezina"), 28.9, 53.6, 200));
    EXPECT_TRUE(lies_near(find("Militants seized Palmyra in May.", "Palmyra"), 38.28, 34.56, 30));
    EXPECT_TRUE(lies_near(find("A quake hit the town of Noto in Japan, west of Tokyo.", "Noto"), 137.1, 37.3, 60));
    EXPECT_TRUE(lies_near(find("A festival was held in Noto, Sicily.", "Noto"), 15.07, 36.89, 30));
}

TEST(Demonyms, OfTwoStatesAreNoVillage) {
    // There is a town of German, and one that is called Thai too.
    EXPECT_EQ(role("Clashes erupted along the Thai-Cambodian border on Monday.", "Thai"), "demonym of iso:TH");
    EXPECT_EQ(role("He drove along Thai roads.", "Thai"), "demonym of iso:TH");
    EXPECT_EQ(role("A dam burst in the German state of Hesse on Monday.", "German"), "demonym of iso:DE");
    EXPECT_EQ(role("France was divided into German and Italian zones.", "German"), "demonym of iso:DE");
    EXPECT_EQ(role("A dam burst in Kazakh district on Monday.", "Kazakh"), "other");
    EXPECT_EQ(role("The Trans-Siberian Railway was cut on Monday.", "Siberian"), "none");
}

TEST(Toponyms, OfKnownIslandsAndRangesAreThose) {
    EXPECT_TRUE(lies_near(find("Floods hit Bali on Monday.", "Bali"), 115.2, -8.4, 150));  // not in India
    EXPECT_TRUE(lies_near(find("He arrived in Madura.", "Madura"), 113.3, -7.0, 150));     // nor is this
    EXPECT_TRUE(lies_near(find("Luzon was quiet on Monday.", "Luzon"), 121.0, 16.3, 300));
    EXPECT_TRUE(lies_near(find("Nomads left the Gobi on Monday.", "Gobi"), 104.0, 42.8, 600));
    EXPECT_TRUE(lies_near(find("The town of Bali in West Bengal was flooded.", "Bali"), 88.3, 22.6, 60));
    EXPECT_FALSE(find("Ana Flores spoke on Monday.", "Flores").marked);
    EXPECT_FALSE(find("The Flores family of El Paso sued the city on Monday.", "Flores").marked);
    EXPECT_TRUE(lies_near(find("Fire destroyed a barn near Java, Virginia, on Monday.", "Java"), -79.19, 36.86, 10));
    EXPECT_EQ(find("Fire destroyed a barn near Luzon, Virginia, on Monday.", "Luzon").id, "");
}

TEST(Toponyms, AreDivisionsOfWhateverNameTheWordBehindTells) {
    EXPECT_EQ(find("Nine people died in Unity State on Monday.", "Unity State").id, "adm1:SDS-SS-UY");
    EXPECT_EQ(find("Miners were trapped in Bolívar State, Venezuela, on Monday.", "Bolívar State").id, "adm1:VEN-VE-F");
    EXPECT_EQ(find("Ohio State beat Michigan on Monday.", "Ohio State").id, "");
}

TEST(Toponyms, HaveTheirArticleSmallOrCapital) {
    EXPECT_EQ(find("The army retook el Obeid on Monday.", "el Obeid").id, find("The army retook El Obeid on Monday.", "El Obeid").id);
    EXPECT_EQ(find("Drones struck el-Fasher on Monday.", "el-Fasher").id, find("Drones struck El Fasher on Monday.", "El Fasher").id);
}

TEST(Toponyms, StandWholeBehindThePaperThatIsCalledAfterThem) {
    EXPECT_EQ(find("The Protocol of Port of Spain froze the claim.", "Spain").id, "");
    EXPECT_NE(find("The Protocol of Port of Spain froze the claim.", "Port of Spain").id, "");
}

TEST(Toponyms, AfterAnArticleAreRiversAndRanges) {
    EXPECT_TRUE(
        find("Others crossed the Blue Nile on Friday.", "Blue Nile").id.starts_with("dl:blue-nile"));  // or the part of it that is nearest
    EXPECT_EQ(find("Snow fell in the Altai on Friday.", "Altai").id, "dl:altai");
    EXPECT_EQ(find("Floods hit Blue Nile state in Sudan on Friday.", "Blue Nile").id, "adm1:SDN-SD-NB");
}

TEST(Toponyms, OfRegionsThatNoTableOfDivisionsHasAreThere) {
    EXPECT_TRUE(lies_near(find("Floods hit the Bicol region on Friday.", "Bicol region"), 123.4, 13.4, 100));
    EXPECT_EQ(find("A bus fell into a gorge in Indian-administered Kashmir on Monday.", "Indian-administered Kashmir").id,
              "dl:jammu-and-kashmir");
    EXPECT_TRUE(lies_near(find("Farmers protested in Vidarbha on Friday.", "Vidarbha"), 78.5, 20.8, 150));
}

TEST(Toponyms, SpeltAsAtHomeAreThere) {
    EXPECT_TRUE(lies_near(find("Officials met in Şuşa on Monday.", "Şuşa"), 46.75, 39.76, 20));  // not Susa in Tunisia
    EXPECT_TRUE(lies_near(find("Officials met in Khankandi on Monday.", "Khankandi"), 46.75, 39.82, 20));
    EXPECT_TRUE(lies_near(find("Officials met in Telavi on Monday.", "Telavi"), 45.47, 41.92,
                          15));  // the town, after which its region is called too
    EXPECT_TRUE(lies_near(find("A delegation visited Zaqatala on Monday.", "Zaqatala"), 46.64, 41.63, 40));
    EXPECT_FALSE(lies_near(find("Officials met in Susa, Tunisia, on Monday.", "Susa"), 46.75, 39.76, 20));
}

TEST(Toponyms, OfAnOceansPartAreThatPart) {
    EXPECT_EQ(find("A tanker sank in the North Atlantic on Monday.", "North Atlantic").id, "dl:north-atlantic-ocean");
    EXPECT_EQ(find("A typhoon formed in the western Pacific on Monday.", "Pacific").id, "dl:west-pacific-ocean");
    EXPECT_EQ(find("A vessel sank in the north-west Indian Ocean on Monday.", "Indian Ocean").id, "dl:northwest-indian-ocean");
    EXPECT_EQ(find("A ship sank in the Pacific on Monday.", "Pacific").id, "dl:pacific-ocean");
    EXPECT_FALSE(find("Union Pacific rose on Monday.", "Pacific").marked);
}

TEST(Toponyms, AreNoPeopleByWhatTheyDo) {
    const std::string shot = "Lincoln was shot in Washington on April 14, 1865.";
    EXPECT_FALSE(find(shot, "Lincoln").marked);
    EXPECT_TRUE(find(shot, "Washington").marked);
    EXPECT_FALSE(find("Washington crossed the Delaware on December 25, 1776.", "Washington").marked);
    EXPECT_FALSE(find("Lincoln delivered the address at Gettysburg.", "Lincoln").marked);
    EXPECT_FALSE(find("Austin met Kim in Seoul on Monday.", "Austin").marked);
    EXPECT_FALSE(find("Chad was arrested in Dayton, Ohio.", "Chad").marked);
    EXPECT_TRUE(find("Chad was hit by floods on Monday.", "Chad").marked);
    EXPECT_TRUE(find("Jordan met Syria for talks on Monday.", "Jordan").marked);
    EXPECT_TRUE(find("Houston was hit by a storm on Monday.", "Houston").marked);
}

TEST(Toponyms, AreTheStateAndTheCountryOfOneName) {
    const std::string text = "The governor of Georgia met in Tbilisi with the president of Georgia.";
    Source source;
    source.id = "test";
    source.text = text;
    std::vector<std::string> ids;
    const auto read = extract(source, shipped_gazetteer(), {});
    ASSERT_TRUE(read);
    for (const Toponym& t : read->toponyms)
        if (slice(text, {t.span.begin, t.span.end}) == "Georgia" && t.place >= 0)
            ids.emplace_back(shipped_gazetteer().place(static_cast<std::uint32_t>(t.place)).id);
    EXPECT_EQ(ids, (std::vector<std::string>{"adm1:USA-US-GA", "iso:GE"}));
    EXPECT_EQ(find("The president of Georgia arrived on Monday.", "Georgia").id, "iso:GE");
}

TEST(Toponyms, BelongToTheStateWhosePeopleStandBeforeThem) {
    EXPECT_TRUE(lies_near(find("A mine collapsed near the Peruvian port city of Trujillo on Monday.", "Trujillo"), -79.03, -8.11, 40));
    EXPECT_TRUE(lies_near(find("A fire broke out in the Spanish city of Trujillo on Monday.", "Trujillo"), -5.88, 39.46, 40));
}

TEST(Toponyms, AreNoPartsOfStrangersNames) {
    EXPECT_EQ(find("A cargo ship sank off Punta Lobos on Monday.", "Punta").id, "");
    EXPECT_FALSE(find("A blast hit Kabul's Dasht-e-Barchi district on Monday.", "Barchi").marked);
    EXPECT_FALSE(find("Residents of Ash Green near Coventry objected.", "Ash").marked);
    EXPECT_NE(find("Delhi Township trustees met near Cincinnati, Ohio.", "Delhi Township").id, "geonames:1273294");
    EXPECT_FALSE(lies_near(find("A bomb went off in Mogadishu's Hamar Weyne district.", "Hamar"), 11.1, 60.8, 100));
    EXPECT_EQ(find("Fighting resumed in eastern DR Congo on Monday.", "DR Congo").id, "iso:CD");
    EXPECT_TRUE(lies_near(find("Tourists left Punta Arenas on Monday.", "Punta Arenas"), -70.9, -53.15, 30));
}

TEST(Toponyms, OfLocalNewsAreCountiesAndNoHighways) {
    EXPECT_TRUE(find("Gardai in Navan, Co Meath, are investigating a crash.", "Meath").id.starts_with("adm1:IRL"));
    EXPECT_FALSE(find("A Wilmington man died on Del. 1 near Dover, Delaware.", "Del.").marked);
    EXPECT_FALSE(find("Trustees met to discuss U.S. 50.", "U.S.").marked);
    EXPECT_TRUE(find("Inflation fell in the U.S. 50 years ago.", "U.S.").marked);
    EXPECT_FALSE(find("The Newark Advocate said the roads would be repaired.", "Newark").marked);
    EXPECT_EQ(find("A fire broke out in Andheri East, Mumbai, on Tuesday.", "Andheri East").within, "Mumbai");
}

TEST(Toponyms, KnowLocalGovernmentAreasAndRegencies) {
    EXPECT_TRUE(find("Gunmen killed farmers in Urubana Local Government Area of Niger State on Saturday.", "Urubana").marked);
    EXPECT_TRUE(lies_near(find("Gunmen attacked a post in Bama LGA of Borno State on Saturday.", "Bama"), 13.69, 11.52, 40));
    EXPECT_FALSE(find("The Minister of Local Government resigned on Saturday.", "Local").marked);
    EXPECT_TRUE(find("A landslide hit a village in Urubana regency on Saturday.", "Urubana").marked);
}

TEST(Toponyms, MeanAStateAndNoTownOfALongerName) {
    EXPECT_EQ(find("In Bihar, a ferry sank near Bhagalpur.", "Bihar").id.substr(0, 5), "adm1:");
    EXPECT_EQ(find("Buses from Mariupol reached Zaporizhzhia.", "Zaporizhzhia").id, "geonames:687700");
    EXPECT_EQ(find("Buses from Mariupol reached the Zaporizhzhia region.", "Zaporizhzhia").id.substr(0, 5), "adm1:");
}

TEST(Toponyms, TellWhatHoldsThemAfterAComma) {
    EXPECT_TRUE(find("In Wrexham, north Wales, floods closed a road.", "Wales").marked);
    EXPECT_FALSE(find("The fund was set up by Wales, its founder.", "Wales").marked);
}

TEST(Toponyms, WithTheirNounAndAnArticleAreNoRivers) {
    EXPECT_EQ(find("Refugees reached Bangladesh and the Kutupalong camp.", "Kutupalong camp").id, "dl:kutupalong");
    EXPECT_EQ(find("Shells hit the Jebel Aulia dam.", "Jebel Aulia dam").id, "dl:jebel-aulia");
}

TEST(Toponyms, KnowAirportsByTheirShorterName) {
    EXPECT_EQ(find("Flights from Heydar Aliyev Airport were delayed.", "Heydar Aliyev Airport").id,
              "dl:heydar-aliyev-international-airport");
    EXPECT_EQ(find("Flights from Heydar Urubana Airport were delayed.", "Heydar Urubana Airport").id, "");
}

TEST(Toponyms, AreLeftForOtherTowns) {
    EXPECT_TRUE(lies_near(find("The delegation left Geneva for Damascus.", "Geneva"), 6.14, 46.2, 20));
    EXPECT_TRUE(find("A column left Lachin for Khankendi.", "Lachin").marked);
    EXPECT_FALSE(find("He left Geneva for good.", "Geneva").marked);
}

TEST(Toponyms, AreNoClubsOrFirms) {
    EXPECT_FALSE(find("Red Star Belgrade lost in Monaco.", "Belgrade").marked);
    EXPECT_TRUE(find("A red star over Belgrade fell.", "Belgrade").marked);
    EXPECT_FALSE(find("Boston Dynamics laid off workers.", "Boston").marked);
}

TEST(Toponyms, InACityAreNoTownsElsewhere) {
    EXPECT_EQ(find("A fire broke out at Lisbon Falls in Kinshasa.", "Lisbon Falls").id, "");
    EXPECT_TRUE(lies_near(find("A fire broke out in Paterson in New Jersey.", "Paterson"), -74.17, 40.92, 20));
    EXPECT_TRUE(lies_near(find("A hotel was attacked at Lido Beach in Mogadishu.", "Lido Beach"), 45.36, 2.04, 20));
}

TEST(Toponyms, AreNoActorsBehindWhatLeadsIn) {
    EXPECT_FALSE(find("In Somalia, Urubana took a village on Monday.", "Urubana").marked);
    EXPECT_FALSE(find("In Somalia, Urubana attacked a village on Monday.", "Urubana").marked);
    EXPECT_TRUE(find("In Somalia, Urubana and Mogadishu were shelled.", "Mogadishu").marked);
}

TEST(Toponyms, WithoutANumberOfPeopleAreStruckAsWell) {
    EXPECT_TRUE(lies_near(find("A quake hit Wajima on Monday.", "Wajima"), 136.9, 37.4, 20));
    EXPECT_FALSE(find("A quake hit Urubana on Monday.", "Urubana").marked);
    EXPECT_EQ(find("Inmates rioted at the Litoral prison.", "Litoral prison").id, "dl:litoral-penitentiary");
}

TEST(Toponyms, AreEnteredWhereADistanceTellsThem) {
    EXPECT_TRUE(lies_near(find("Protesters entered Reading, 60 km west of London, on Monday.", "Reading"), -0.97, 51.45, 20));
    EXPECT_FALSE(find("He entered Reading, his old hobby, in the form on Monday.", "Reading").marked);
}

}  // namespace
}  // namespace dateline::extract
