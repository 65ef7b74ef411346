#include "extract/lexicon.h"

#include "extract/word_table.h"

namespace dateline::extract {
namespace {

struct List {
    std::uint32_t bits;
    const char* words;
};

// Words are folded: lower case, no full stops, no apostrophes.
constexpr List kLists[] = {
    {kLocative | kFunction,
     "in at near from to into across throughout outside inside around toward towards via through between within along "
     "beyond off onto above below amid opposite over under upon"},
    {kFunction,
     "of on by with for about against among as before after during since until till because if while when "
     "where who whom whose which what that than then there here this these those it its he she they them "
     "his her their our my your we you i me him us so not only also both either neither nor all any some "
     "each every no such same other another more most many much few several just even still yet too very "
     "how why whether although though despite without out up down back away again ever never always often "
     "now once soon however therefore thus hence meanwhile moreover furthermore additionally according "
     "but like unlike per plus amongst including included one two three four five six seven eight nine ten "
     "first second third last next previous earlier later recently today yesterday tomorrow tonight"},
    {kArticle | kFunction, "the a an"},
    {kConjunction | kFunction, "and or &"},
    {kNegation | kFunction, "not no never neither nor without denied denies deny refuted rejected"},
    {kModal | kFunction, "will would shall should can could may might must"},
    {kBe | kFunction, "is are was were be been being am"},
    {kHave | kFunction, "has have had having"},
    {kFunction, "do does did done"},
    {kTitle,
     "mr mrs ms miss dr president vicepresident premier minister senator gen general col colonel capt captain maj "
     "major lt lieut lieutenant sgt sergeant corporal cpl private pvt judge justice king queen prince princess pope sir lord "
     "lady governor gov pres sen rep reps representative congressman congresswoman mayor chancellor ambassador extraordinary "
     "plenipotentiary "
     "chairman chairwoman chair chairperson spokesman spokeswoman spokesperson professor prof rev reverend "
     "father sheikh sheik ayatollah sultan emir coach detective constable commissioner deputy actor "
     "actress singer author leader bishop archbishop archimandrite catholicos patriarch archpriest abbot cardinal saint brigadier marshal "
     "admiral adm commodore "
     "commander cmdr ensign superintendent sheriff inspector dean rabbi imam mullah duke duchess earl count baron "
     "emperor empress tsar shah hon honorable congressmen comrade attorney secretary director adjutant surgeon "
     "engineer footballer striker goalkeeper midfielder defender quarterback economist analyst lawyer journalist "
     "reporter founder cofounder ceo cfo chief executive manager speaker mp mep driver pilot astronaut "
     "garda presidents ministers generals ministerpresident señor señora monsieur madame det insp supt const cllr"},
    {kFemale, "mrs ms miss actress chairwoman spokeswoman congresswoman she her queen princess"},
    {kPersonNoun,
     "spokesman spokeswoman daughter son wife husband brother sister father mother widow officer soldier "
     "victim suspect man woman boy girl resident teacher student scientist researcher doctor nurse"},
    {kOrgTail,
     "programme construction university college hospital bank institute company corporation corp inc ltd llc plc co group party times "
     "post herald tribune gazette journal chronicle observer guardian telegraph news newspaper magazine airlines "
     "airways airline league club fc afc united rovers wanderers academy museum theatre theater "
     "foundation fund trust society association federation church cathedral school orchestra choir "
     "pops roadhouse symphony coliseum fairgrounds fieldhouse cemetery elementary seminary speedway raceway tavern inn cafe grill "
     "restaurant pharmacy diner mall motel supermarket brewery winery bakery opera ballet hotel hotels resort studios records pictures "
     "press publishing media broadcasting "
     "television tv radio channel network systems technologies motors motor energy oil gas petroleum "
     "industries holdings partners capital bowl cup prize award act treaty accord protocol convention "
     "declaration summit agreement exchange index laboratory laboratories pharmaceuticals insurance "
     "securities ventures dynamics robotics zoo zoological giants patriots cowboys yankees "
     "electric edison steel telecom telecommunications instruments mining medical tech bancorp bancshares "
     "dodgers sox cubs mets phillies braves astros mariners padres brewers diamondbacks orioles marlins steelers ravens bengals packers "
     "seahawks broncos colts texans jaguars chargers raiders buccaneers "
     "cavaliers pistons bucks raptors celtics nets spurs pelicans mavericks timberwolves clippers lions tigers bears eagles bulls rangers "
     "knicks lakers celtics stadium arena clinic "
     "globe inquirer examiner telegram argus advertiser daily express mirror mail review report reports conference championship "
     "championships open "
     "marathon festival games olympics tournament "
     "volunteers infantry cavalry artillery regiment brigade division corps battalion battery squadron militia"},
    {kStateBody,
     "government army navy military police embassy embassies consulate consulates parliament congress senate ministry department "
     "embassy troops forces soldiers officials authorities senator congressman coast guard marines "
     "administration agency bureau commission council committee court office secretary ambassador centers "
     "centres center centre health foreign defense defence supreme national federal "
     "president prime minister house assembly central customs border public air "},
    {kGeoTail,
     "river rivers lake lakes county counties province provinces district districts region regions state city town village "
     "island islands isle isles mountain mountains mount valley bay gulf sea ocean strait straits channel "
     "peninsula desert delta canal creek bayou ford gap ferry landing bluff bluffs prairie spring springs "
     "station junction bridge bridges road roads fort camp cape point port harbor harbour pass hill hills heights forest "
     "park airport street avenue highway boulevard square parish township twp borough oblast rayon raion "
     "governorate prefecture canton municipality territory republic kingdom emirate sound inlet reservoir "
     "plateau basin coast coastline strip archipelago plain plains swamp reservation reservations barracks base beach "
     "falls fork forks crossroads crossing courthouse depot mill mills mines ranch run branch cove church "
     "hollow neck ridge summit tunnel turnpike pike railroad railway corridor pipeline border "
     "division isthmus glacier volcano plantation wharf suburb quarter neighborhood neighbourhood waters "
     "canyon gorge bottom grove house bend ferries shoals mouth knob mound wells well"},
    {kGeoHead,
     "fort camp mount mt lake cape port san santa santo st saint sainte ste los las el la le new river bay gulf strait "
     "isle point rio ft pointe porto puerto punta cabo playa laguna villa bad ciudad sierra monte cerro oued wadi jebel jabal ras al "
     "nizhny velikiy staraya novaya novo kafr tel tell beit deir khan cabo ilha isla battery bayou"},
    {kKinOfPlace,
     "city town village hamlet district province region county state republic kingdom island islands port suburb ports "
     "department municipality prefecture governorate oblast capital town borough township territory gulf "
     "sea bay strait straits valley peninsula isle county counties commune canton parish towns cities villages districts "
     "regions provinces states settlement community communities neighbourhood neighborhood outskirts north south east west "
     "northeast northwest southeast southwest people streets suburbs coast shores airport hills mountains resort stronghold exclave "
     "enclave hub"},
    {kSpeech,
     "said says say saying stated states state stating noted notes note noting announced announces announcing added "
     "adds adding told tells claimed claims claiming emphasized emphasised emphasizes stressed stresses "
     "underlined underscored highlighted pointed reported reports reporting declared declares warned warns "
     "argued argues insisted insists confirmed confirms denied denies explained explains acknowledged "
     "admitted reiterated reaffirmed recalled expressed described called criticized criticised accused urged "
     "condemned welcomed praised hailed commented remarked wrote writes tweeted testified alleged suggested "
     "believes believed maintained maintain mentioned replied responded promised vowed pledged predicted estimated "
     "asked quoted concluded observed thanked indicated reminded"},
    {kAgentVerb,
     "said says told added who whose has had was is asked says became resigned died married born wrote tweeted "
     "testified argued scored played"},
    {kMonth,
     "gmt utc cet cest eet eest bst est edt cst cdt pst pdt mst mdt ist jst msk "
     "january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur "
     "thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays"},
    {kDirection,
     "north south east west northern southern eastern western central upper lower northeast northwest southeast "
     "southwest northeastern northwestern southeastern southwestern mid middle inner outer greater downtown "
     "northernmost southernmost westernmost easternmost rural coastal mainland"},
    {kAbbreviation,
     "mr mrs ms dr st ste mt ft gen col capt maj lt sgt cpl pvt sen rep reps gov pres prof rev hon adm cmdr no nos vs "
     "inc ltd co corp bros jr sr dept univ assn etc jan feb mar apr jun jul aug sep sept oct nov dec eg ie cf "
     "al approx fig vol ed eds pp op art sec ch para min max est messrs mme mlle brig insp supt lieut asst "
     "acting adj ave blvd rd mass conn penn tenn miss mo ark ala fla ga ky la va md wash ore tex okla kans pa vt "
     "kan neb nebr minn wis mich ill ind calif cal colo ariz nev mont wyo dak del hdqrs ter mex ont que alta "
     "sask man tel ext viz det const cllr twp"},
    {kSuffix, "jr sr ii iii iv phd md esq"},
    {kParticle, "de del della di da dos das du van von der den ter ten bin ibn ben al el la le y e abu af av zu zum"},
    {kCommonCapital,
     "minister prime foreign affairs defense defence interior finance health energy secretary general council "
     "committee commission national international united federal supreme court republic chief executive "
     "department ministry office bureau agency authority parliament congress senate assembly house "
     "government state party union alliance organization organisation world security affairs "
     "administration deputy vice acting first lady high commissioner chairman president director headquarters"},
};

using Table = WordTable<std::uint32_t>;

Table build() {
    Table table;
    for (const List& list : kLists) {
        std::string_view words = list.words;
        while (!words.empty()) {
            const std::size_t end = words.find(' ');
            if (const std::string_view word = words.substr(0, end); !word.empty()) table[word] |= list.bits;
            words.remove_prefix(end == words.npos ? words.size() : end + 1);
        }
    }
    return table;
}

const Table& table() {
    static const Table built = build();
    return built;
}

}  // namespace

void each_lexicon_word(const std::function<void(std::string_view, std::uint32_t)>& visit) { table().each(visit); }

}  // namespace dateline::extract
