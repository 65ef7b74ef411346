#include "extract/temporal_lexicon.h"

#include "base/eight_bytes.h"
#include "base/word_hash.h"

#include <array>
#include <cassert>
#include <initializer_list>
#include <vector>

namespace dateline::extract::temporal {

namespace {

constexpr std::size_t kLongest = 15;

struct Entry {
    std::string_view text;
    std::uint32_t classes = 0;
    int value = 0;
    Unit unit = Unit::None;
    Word word = Word::Other;
    Tense tense = Tense::None;
};

constexpr int value_of(Ref ref) { return static_cast<int>(ref); }
constexpr int value_of(Mod mod) { return static_cast<int>(mod); }
constexpr int value_of(DayPart part) { return static_cast<int>(part); }

// clang-format off
constexpr Entry kCalendarWords[] = {
    {"january", kMonth, 1}, {"february", kMonth, 2}, {"march", kMonth, 3, Unit::None, Word::March}, {"april", kMonth, 4},
    {"may", kMonth, 5, Unit::None, Word::May, Tense::Future}, {"june", kMonth, 6}, {"july", kMonth, 7}, {"august", kMonth, 8},
    {"september", kMonth, 9}, {"october", kMonth, 10}, {"november", kMonth, 11}, {"december", kMonth, 12},
    {"jan", kMonth | kAbbreviated, 1}, {"feb", kMonth | kAbbreviated, 2}, {"febr", kMonth | kAbbreviated, 2},
    {"mar", kMonth | kAbbreviated, 3}, {"apr", kMonth | kAbbreviated, 4}, {"jun", kMonth | kAbbreviated, 6},
    {"jul", kMonth | kAbbreviated, 7}, {"aug", kMonth | kAbbreviated, 8}, {"sep", kMonth | kAbbreviated, 9},
    {"sept", kMonth | kAbbreviated, 9}, {"oct", kMonth | kAbbreviated, 10}, {"nov", kMonth | kAbbreviated, 11},
    {"dec", kMonth | kAbbreviated, 12},
    {"monday", kWeekday, 1}, {"tuesday", kWeekday, 2}, {"wednesday", kWeekday, 3}, {"thursday", kWeekday, 4},
    {"friday", kWeekday, 5}, {"saturday", kWeekday, 6}, {"sunday", kWeekday, 7},
    {"mondays", kWeekday | kPlural, 1}, {"tuesdays", kWeekday | kPlural, 2}, {"wednesdays", kWeekday | kPlural, 3},
    {"thursdays", kWeekday | kPlural, 4}, {"fridays", kWeekday | kPlural, 5}, {"saturdays", kWeekday | kPlural, 6},
    {"sundays", kWeekday | kPlural, 7},
    {"mon", kWeekday | kAbbreviated, 1}, {"tue", kWeekday | kAbbreviated, 2}, {"tues", kWeekday | kAbbreviated, 2},
    {"wed", kWeekday | kAbbreviated, 3}, {"thu", kWeekday | kAbbreviated, 4}, {"thur", kWeekday | kAbbreviated, 4},
    {"thurs", kWeekday | kAbbreviated, 4}, {"fri", kWeekday | kAbbreviated, 5}, {"sat", kWeekday | kAbbreviated, 6},
    {"sun", kWeekday | kAbbreviated, 7, Unit::None, Word::Sun},
    {"spring", kSeason, 1}, {"springtime", kSeason, 1}, {"summer", kSeason, 2}, {"summertime", kSeason, 2},
    {"autumn", kSeason, 3}, {"fall", kSeason, 3, Unit::None, Word::Fall}, {"winter", kSeason, 4}, {"wintertime", kSeason, 4},
    {"midsummer", kSeason, 2}, {"midwinter", kSeason, 4}, {"summers", kSeason | kPlural, 2}, {"winters", kSeason | kPlural, 4},
    {"morning", kDayPart, value_of(DayPart::Morning)}, {"mornings", kDayPart | kPlural, value_of(DayPart::Morning)},
    {"dawn", kDayPart, value_of(DayPart::Dawn)}, {"daybreak", kDayPart, value_of(DayPart::Dawn)},
    {"sunrise", kDayPart, value_of(DayPart::Dawn)}, {"noon", kDayPart, value_of(DayPart::Noon)},
    {"midday", kDayPart, value_of(DayPart::Noon)}, {"midmorning", kDayPart, value_of(DayPart::Morning)}, {"midafternoon", kDayPart, value_of(DayPart::Afternoon)}, {"lunchtime", kDayPart, value_of(DayPart::Noon)}, {"noontime", kDayPart, value_of(DayPart::Noon)},
    {"afternoon", kDayPart, value_of(DayPart::Afternoon)}, {"afternoons", kDayPart | kPlural, value_of(DayPart::Afternoon)},
    {"evening", kDayPart, value_of(DayPart::Evening)}, {"evenings", kDayPart | kPlural, value_of(DayPart::Evening)},
    {"dusk", kDayPart, value_of(DayPart::Evening)}, {"sundown", kDayPart, value_of(DayPart::Evening)}, {"nightfall", kDayPart, value_of(DayPart::Night)}, {"sunup", kDayPart, value_of(DayPart::Dawn)}, {"sunset", kDayPart, value_of(DayPart::Evening)},
    {"night", kDayPart, value_of(DayPart::Night), Unit::None, Word::Night},
    {"nights", kDayPart | kPlural, value_of(DayPart::Night)}, {"nighttime", kDayPart, value_of(DayPart::Night)},
    {"overnight", kDayPart, value_of(DayPart::Night)}, {"midnight", kDayPart, value_of(DayPart::Midnight)},
    {"daytime", kDayPart, value_of(DayPart::Daytime)},
    {"twenties", kDecadeWord, 20}, {"thirties", kDecadeWord, 30}, {"forties", kDecadeWord, 40}, {"fifties", kDecadeWord, 50},
    {"sixties", kDecadeWord, 60}, {"seventies", kDecadeWord, 70}, {"eighties", kDecadeWord, 80}, {"nineties", kDecadeWord, 90},
    {"noughties", kDecadeWord, 0}, {"aughts", kDecadeWord, 0}, {"ah", 0, 0, Unit::None, Word::Hijri}, {"sh", 0, 1, Unit::None, Word::Hijri},
    {"bc", kEra, 0, Unit::None, Word::Bc}, {"bce", kEra, 0, Unit::None, Word::Bc}, {"ad", kEra, 0, Unit::None, Word::Ad},
    {"ce", kEra, 0, Unit::None, Word::Ad},
};

constexpr Entry kUnits[] = {
    {"second", kUnit | kOrdinal, 2, Unit::Second, Word::Second}, {"seconds", kUnit | kPlural, 0, Unit::Second},
    {"minute", kUnit, 0, Unit::Minute}, {"minutes", kUnit | kPlural, 0, Unit::Minute}, {"mins", kUnit | kPlural, 0, Unit::Minute},
    {"hour", kUnit, 0, Unit::Hour, Word::Hour}, {"hours", kUnit | kPlural, 0, Unit::Hour}, {"hrs", kUnit | kPlural, 0, Unit::Hour},
    {"day", kUnit, 0, Unit::Day, Word::Day}, {"days", kUnit | kPlural, 0, Unit::Day, Word::Days},
    {"weekend", kUnit, 0, Unit::Weekend, Word::Weekend}, {"weekends", kUnit | kPlural, 0, Unit::Weekend, Word::Weekends},
    {"week", kUnit, 0, Unit::Week, Word::Week}, {"weeks", kUnit | kPlural, 0, Unit::Week},
    {"fortnight", kUnit, 0, Unit::Fortnight}, {"fortnights", kUnit | kPlural, 0, Unit::Fortnight},
    {"month", kUnit, 0, Unit::Month}, {"months", kUnit | kPlural, 0, Unit::Month},
    {"quarter", kUnit, 0, Unit::Quarter, Word::Quarter}, {"quarters", kUnit | kPlural, 0, Unit::Quarter},
    {"year", kUnit, 0, Unit::Year, Word::Year}, {"years", kUnit | kPlural, 0, Unit::Year, Word::Years},
    {"yr", kUnit, 0, Unit::Year}, {"yrs", kUnit | kPlural, 0, Unit::Year},
    {"decade", kUnit, 0, Unit::Decade}, {"decades", kUnit | kPlural, 0, Unit::Decade},
    {"century", kUnit, 0, Unit::Century, Word::Century}, {"centuries", kUnit | kPlural, 0, Unit::Century},
    {"millennium", kUnit, 0, Unit::Millennium}, {"millennia", kUnit | kPlural, 0, Unit::Millennium},
};

constexpr Entry kNumbers[] = {
    {"zero", kCardinal, 0}, {"one", kCardinal, 1, Unit::None, Word::One}, {"two", kCardinal, 2}, {"three", kCardinal, 3},
    {"four", kCardinal, 4}, {"five", kCardinal, 5}, {"six", kCardinal, 6}, {"seven", kCardinal, 7}, {"eight", kCardinal, 8},
    {"nine", kCardinal, 9}, {"ten", kCardinal, 10}, {"eleven", kCardinal, 11}, {"twelve", kCardinal, 12},
    {"thirteen", kCardinal, 13}, {"fourteen", kCardinal, 14}, {"fifteen", kCardinal, 15}, {"sixteen", kCardinal, 16},
    {"seventeen", kCardinal, 17}, {"eighteen", kCardinal, 18}, {"nineteen", kCardinal, 19}, {"twenty", kCardinal, 20},
    {"thirty", kCardinal, 30}, {"forty", kCardinal, 40}, {"fifty", kCardinal, 50}, {"sixty", kCardinal, 60},
    {"seventy", kCardinal, 70}, {"eighty", kCardinal, 80}, {"ninety", kCardinal, 90},
    {"hundred", kScale, 100}, {"thousand", kScale, 1000},
    {"hundreds", kScale | kVague | kPlural, 100}, {"thousands", kScale | kVague | kPlural, 1000},
    {"dozen", kScale, 12}, {"dozens", kScale | kVague | kPlural, 12},
    {"first", kOrdinal, 1}, {"third", kOrdinal, 3}, {"fourth", kOrdinal, 4}, {"fifth", kOrdinal, 5}, {"sixth", kOrdinal, 6},
    {"seventh", kOrdinal, 7}, {"eighth", kOrdinal, 8}, {"ninth", kOrdinal, 9}, {"tenth", kOrdinal, 10},
    {"eleventh", kOrdinal, 11}, {"twelfth", kOrdinal, 12}, {"thirteenth", kOrdinal, 13}, {"fourteenth", kOrdinal, 14},
    {"fifteenth", kOrdinal, 15}, {"sixteenth", kOrdinal, 16}, {"seventeenth", kOrdinal, 17}, {"eighteenth", kOrdinal, 18},
    {"nineteenth", kOrdinal, 19}, {"twentieth", kOrdinal, 20}, {"thirtieth", kOrdinal, 30},
    {"half", 0, 0, Unit::None, Word::Half},
    {"several", kVague, 0, Unit::None, Word::Several}, {"few", kVague, 0, Unit::None, Word::Few},
    {"many", kVague, 0, Unit::None, Word::Many}, {"some", kVague | kApprox, 0, Unit::None, Word::Some},
    {"couple", kVague, 2, Unit::None, Word::Couple}, {"numerous", kVague}, {"countless", kVague},
    {"about", kApprox, value_of(Mod::Approximate)}, {"around", kApprox, value_of(Mod::Approximate), Unit::None, Word::Around},
    {"approximately", kApprox, value_of(Mod::Approximate)}, {"roughly", kApprox, value_of(Mod::Approximate)},
    {"circa", kApprox, value_of(Mod::Approximate), Unit::None, Word::Circa}, {"nearly", kApprox, value_of(Mod::Less)},
    {"almost", kApprox, value_of(Mod::Less)}, {"over", kApprox, value_of(Mod::More), Unit::None, Word::Over},
    {"barely", kApprox, value_of(Mod::Less)}, {"under", kApprox, value_of(Mod::Less)}, {"exactly", kApprox},
    {"just", kApprox}, {"only", kApprox}, {"mere", kApprox}, {"another", kApprox, 0, Unit::None, Word::Another}, {"additional", kApprox},
};

constexpr Entry kShifts[] = {
    {"this", kDeictic | kDeterminer, 0, Unit::None, Word::This}, {"current", kDeictic, 0, Unit::None, Word::Current},
    {"last", kDeictic, -1, Unit::None, Word::Last}, {"past", kDeictic, -1, Unit::None, Word::Past},
    {"previous", kDeictic, -1, Unit::None, Word::Previous}, {"preceding", kDeictic, -1, Unit::None, Word::Preceding},
    {"prior", kDeictic, -1, Unit::None, Word::Preceding}, {"next", kDeictic, 1, Unit::None, Word::Next},
    {"following", kDeictic, 1, Unit::None, Word::Following}, {"coming", kDeictic, 1, Unit::None, Word::Coming},
    {"upcoming", kDeictic, 1, Unit::None, Word::Coming}, {"subsequent", kDeictic, 1, Unit::None, Word::Following},
    {"ensuing", kDeictic, 1, Unit::None, Word::Following}, {"succeeding", kDeictic, 1, Unit::None, Word::Following},
    {"intervening", kDeictic, 0, Unit::None, Word::Following}, {"recent", kDeictic, -1, Unit::None, Word::Recent},
    {"latest", kDeictic, -1, Unit::None, Word::Latest},
    {"today", kDateWord, 0}, {"yesterday", kDateWord, -1, Unit::None, Word::Yesterday},
    {"tomorrow", kDateWord, 1, Unit::None, Word::Tomorrow}, {"tonight", kDateWord | kDayPart, 0}, {"tonights", kDateWord | kDayPart, 0},
    {"overnight", kDateWord | kDayPart, -1, Unit::None, Word::Overnight},
    {"now", kRefWord, value_of(Ref::Present), Unit::None, Word::Now}, {"currently", kRefWord, value_of(Ref::Present)},
    {"nowadays", kRefWord, value_of(Ref::Present)}, {"presently", kRefWord, value_of(Ref::Present)},
    {"recently", kRefWord, value_of(Ref::Past)}, {"lately", kRefWord, value_of(Ref::Past)},
    {"formerly", kRefWord, value_of(Ref::Past)}, {"former", kRefWord, value_of(Ref::Past), Unit::None, Word::Former},
    {"soon", kRefWord, value_of(Ref::Future), Unit::None, Word::Soon},
    {"future", kRefWord, value_of(Ref::Future), Unit::None, Word::Future},
    {"present", kRefWord, value_of(Ref::Present), Unit::None, Word::Present},
    {"daily", kSetWord, 1, Unit::Day}, {"hourly", kSetWord, 1, Unit::Hour}, {"nightly", kSetWord, 1, Unit::Day},
    {"weekly", kSetWord, 1, Unit::Week}, {"biweekly", kSetWord, 2, Unit::Week}, {"fortnightly", kSetWord, 2, Unit::Week},
    {"monthly", kSetWord, 1, Unit::Month}, {"bimonthly", kSetWord, 2, Unit::Month}, {"quarterly", kSetWord, 1, Unit::Quarter},
    {"yearly", kSetWord, 1, Unit::Year}, {"annual", kSetWord, 1, Unit::Year}, {"annually", kSetWord, 1, Unit::Year},
    {"biannual", kSetWord, 6, Unit::Month}, {"semiannual", kSetWord, 6, Unit::Month}, {"semiannually", kSetWord, 6, Unit::Month}, {"biennial", kSetWord, 2, Unit::Year}, {"everyday", kSetWord, 1, Unit::Day},
    {"every", kEvery, 0, Unit::None, Word::Every}, {"each", kEvery, 0, Unit::None, Word::Each},
    {"per", kEvery, 0, Unit::None, Word::Per},
};

constexpr Entry kParts[] = {
    {"early", kPart, value_of(Mod::Early), Unit::None, Word::Early}, {"mid", kPart, value_of(Mod::Mid), Unit::None, Word::Mid},
    {"middle", kPart | kPartNoun, value_of(Mod::Mid)}, {"late", kPart, value_of(Mod::Late), Unit::None, Word::Late},
    {"beginning", kPart | kPartNoun, value_of(Mod::Start)}, {"start", kPart | kPartNoun, value_of(Mod::Start)},
    {"onset", kPart | kPartNoun, value_of(Mod::Start)}, {"opening", kPart, value_of(Mod::Start), Unit::None, Word::Opening}, {"final", 0, 0, Unit::None, Word::Final},
    {"end", kPart | kPartNoun, value_of(Mod::End), Unit::None, Word::End}, {"close", kPartNoun, value_of(Mod::End)},
    {"ending", kPart, value_of(Mod::End), Unit::None, Word::Ending}, {"closing", kPart, value_of(Mod::End)},
    {"earlier", kPart, value_of(Mod::Start), Unit::None, Word::Earlier},
    {"later", kPart, value_of(Mod::End), Unit::None, Word::Later}, {"latter", kPart, value_of(Mod::End)},
    {"sooner", 0, 0, Unit::None, Word::Earlier}, {"eve", 0, 0, Unit::None, Word::Eve}, {"into", 0, 0, Unit::None, Word::Into}, {"midweek", 0, 0, Unit::Week, Word::Midweek}, {"midyear", 0, 0, Unit::Year, Word::Midweek},
    {"turn", kPartNoun, value_of(Mod::Turn), Unit::None, Word::Turn},
    {"instant", 0, 0, Unit::None, Word::Instant}, {"inst", 0, 0, Unit::None, Word::Instant}, {"ultimo", 0, -1, Unit::None, Word::Instant},
    {"ult", 0, -1, Unit::None, Word::Instant}, {"proximo", 0, 1, Unit::None, Word::Instant}, {"prox", 0, 1, Unit::None, Word::Instant},
    {"rest", kPartNoun, 0, Unit::None, Word::Rest}, {"remainder", kPartNoun, 0, Unit::None, Word::Rest},
};

constexpr Entry kGrammarWords[] = {
    {"the", kArticle | kDeterminer, 0, Unit::None, Word::The}, {"a", kArticle, 0, Unit::None, Word::A},
    {"an", kArticle, 0, Unit::None, Word::A}, {"that", kDeterminer, 0, Unit::None, Word::That},
    {"these", kDeterminer, 0, Unit::None, Word::These}, {"those", kDeterminer, 0, Unit::None, Word::Those},
    {"his", kDeterminer, 0, Unit::None, Word::His}, {"her", kDeterminer, 0, Unit::None, Word::Her},
    {"its", kDeterminer, 0, Unit::None, Word::Its}, {"their", kDeterminer, 0, Unit::None, Word::Their},
    {"same", kSameness, 0, Unit::None, Word::Same}, {"selfsame", kSameness, 0, Unit::None, Word::Same}, {"very", 0, 0, Unit::None, Word::Very},
    {"of", kPreposition, 0, Unit::None, Word::Of}, {"in", kPreposition, 0, Unit::None, Word::In},
    {"on", kPreposition, 0, Unit::None, Word::On}, {"at", kPreposition, 0, Unit::None, Word::At},
    {"to", kPreposition, 0, Unit::None, Word::To}, {"from", kPreposition, 0, Unit::None, Word::From},
    {"between", kPreposition, 0, Unit::None, Word::Between}, {"through", kPreposition, 0, Unit::None, Word::Through},
    {"until", kPreposition, 0, Unit::None, Word::Until}, {"till", kPreposition, 0, Unit::None, Word::Till},
    {"since", kPreposition, 0, Unit::None, Word::Since}, {"by", kPreposition, 0, Unit::None, Word::By},
    {"for", kPreposition, 0, Unit::None, Word::For}, {"before", kPreposition, 0, Unit::None, Word::Before},
    {"after", kPreposition, 0, Unit::None, Word::After}, {"during", kPreposition, 0, Unit::None, Word::During},
    {"within", kPreposition, 0, Unit::None, Word::Within}, {"throughout", kPreposition, 0, Unit::None, Word::Throughout},
    {"up", 0, 0, Unit::None, Word::Up}, {"and", 0, 0, Unit::None, Word::And}, {"or", 0, 0, Unit::None, Word::Or},
    {"ago", 0, 0, Unit::None, Word::Ago}, {"out", 0, 0, Unit::None, Word::Out}, {"ends", 0, 0, Unit::None, Word::Ends}, {"hence", 0, 0, Unit::None, Word::Hence}, {"back", 0, 0, Unit::None, Word::Back},
    {"than", 0, 0, Unit::None, Word::Than}, {"more", 0, 0, Unit::None, Word::More}, {"less", 0, 0, Unit::None, Word::Less},
    {"fewer", 0, 0, Unit::None, Word::Less}, {"least", 0, 0, Unit::None, Word::Least}, {"most", 0, 0, Unit::None, Word::Most},
    {"as", 0, 0, Unit::None, Word::As}, {"old", 0, 0, Unit::None, Word::Old}, {"age", 0, 0, Unit::None, Word::Age},
    {"aged", 0, 0, Unit::None, Word::Age}, {"time", 0, 0, Unit::None, Word::Time}, {"times", 0, 0, Unit::None, Word::Times},
    {"period", 0, 0, Unit::None, Word::Period}, {"era", 0, 0, Unit::None, Word::Era}, {"date", 0, 0, Unit::None, Word::Date},
    {"moment", 0, 0, Unit::None, Word::Moment}, {"moments", 0, 0, Unit::None, Word::Moment}, {"point", 0, 0, Unit::None, Word::Point}, {"term", 0, 0, Unit::None, Word::Term},
    {"fiscal", 0, 0, Unit::None, Word::Fiscal}, {"financial", 0, 0, Unit::None, Word::Fiscal}, {"fy", 0, 0, Unit::None, Word::Fiscal},
    {"o", 0, 0, Unit::None, Word::O}, {"clock", 0, 0, Unit::None, Word::Clock}, {"oclock", 0, 0, Unit::None, Word::Clock},
    {"m", 0, 0, Unit::None, Word::M}, {"p", 0, 0, Unit::None, Word::P}, {"c", 0, 0, Unit::None, Word::C},
    {"ca", 0, 0, Unit::None, Word::C}, {"e", 0, 0, Unit::None, Word::E}, {"b", 0, 0, Unit::None, Word::B},
    {"d", 0, 0, Unit::None, Word::D}, {"set", 0, 0, Unit::None, Word::Set}, {"s", 0, 0, Unit::None, Word::S}, {"t", 0, 0, Unit::None, Word::T},
    {"z", kZone, 0, Unit::None, Word::Z}, {"am", 0, 0, Unit::None, Word::Am}, {"pm", 0, 0, Unit::None, Word::Pm},
    {"afterwards", 0, 0, Unit::None, Word::Afterwards}, {"afterward", 0, 0, Unit::None, Word::Afterwards},
    {"thereafter", 0, 0, Unit::None, Word::Afterwards}, {"previously", 0, 0, Unit::None, Word::Earlier},
    {"too", 0, 0, Unit::None, Word::Too}, {"part", 0, 0, Unit::None, Word::Part}, {"parts", 0, 0, Unit::None, Word::Part}, {"small", 0, 0, Unit::None, Word::Small}, {"wee", 0, 0, Unit::None, Word::Small},
    {"local", 0, 0, Unit::None, Word::Local}, {"q", 0, 0, Unit::None, Word::Q}, {"h", 0, 0, Unit::None, Word::H}, {"so", 0, 0, Unit::None, Word::So}, {"season", 0, 0, Unit::None, Word::Season},
    {"dry", 0, 0, Unit::None, Word::Dry}, {"rainy", 0, 0, Unit::None, Word::Rainy}, {"wet", 0, 0, Unit::None, Word::Rainy},
    {"monsoon", 0, 0, Unit::None, Word::Rainy}, {"once", 0, 0, Unit::None, Word::Once}, {"twice", 0, 0, Unit::None, Word::Twice},
    {"long", 0, 0, Unit::None, Word::Long}, {"all", 0, 0, Unit::None, Word::All}, {"any", 0, 0, Unit::None, Word::Any},
    {"no", 0, 0, Unit::None, Word::No}, {"other", 0, 0, Unit::None, Word::Other2}, {"odd", 0, 0, Unit::None, Word::Odd},
    {"it", 0, 0, Unit::None, Word::It}, {"yet", 0, 0, Unit::None, Word::Yet}, {"then", 0, 0, Unit::None, Word::Then},
    {"whole", 0, 0, Unit::None, Word::Whole}, {"entire", 0, 0, Unit::None, Word::Entire}, {"full", 0, 0, Unit::None, Word::Full},
    {"single", 0, 0, Unit::None, Word::Full}, {"new", 0, 0, Unit::None, Word::New},
    {"immediately", 0, 0, Unit::None, Word::Immediately}, {"shortly", 0, 0, Unit::None, Word::Shortly},
    {"good", 0, 0, Unit::None, Word::Good}, {"anniversary", kCounted, 0, Unit::None, Word::Anniversary},
    {"birthday", kCounted, 0, Unit::None, Word::Birthday}, {"off", 0, 0, Unit::None, Word::Off},
    {"gmt", kZone, 0}, {"utc", kZone, 0}, {"bst", kZone, 60}, {"cet", kZone, 60}, {"cest", kZone, 120}, {"eet", kZone, 120},
    {"eest", kZone, 180}, {"msk", kZone, 180}, {"azt", kZone, 240}, {"ist", kZone, 330}, {"jst", kZone, 540}, {"est", kZone, -300},
    {"edt", kZone, -240}, {"et", kZone, -300}, {"cst", kZone, -360}, {"cdt", kZone, -300}, {"mst", kZone, -420},
    {"mdt", kZone, -360}, {"pst", kZone, -480}, {"pdt", kZone, -420}, {"pt", kZone, -480},
    {"eastern", kZone, -300}, {"central", kZone, -360}, {"mountain", kZone, -420}, {"pacific", kZone, -480},
    {"standard", 0, 0, Unit::None, Word::Standard}, {"daylight", 0, 0, Unit::None, Word::Daylight},
    {"effective", 0, 0, Unit::None, Word::Effective}, {"payable", 0, 0, Unit::None, Word::Effective},
    {"record", 0, 0, Unit::None, Word::Record}, {"while", 0, 0, Unit::None, Word::While}, {"but", 0, 0, Unit::None, Word::But},
    {"originally", 0, 0, Unit::None, Word::Originally}, {"initially", 0, 0, Unit::None, Word::Originally}, {"previously", 0, 0, Unit::None, Word::Originally}, {"weekdays", 0, 0, Unit::None, Word::Weekdays},
};

struct WordList {
    std::uint32_t classes;
    Tense tense;
    std::initializer_list<std::string_view> words;
};

const WordList kLists[] = {
    {0, Tense::Past,
     {"was",   "were",   "had",   "did",    "began",  "became", "came",  "went",  "took",  "made", "gave",
      "got",   "held",   "met",   "won",   "lost",   "died",   "led",     "left",   "kept",   "fell",  "rose",  "ran",   "sent", "saw",
      "found", "brought", "fought", "broke", "drove", "flew",   "wrote",  "spoke",  "stood", "struck", "shot", "sold", "paid",
      "bought", "built", "spent", "sank",  "shook",  "withdrew", "drew",  "threw",  "grew",  "knew",  "thought", "felt", "hit",
      "burst", "laid",   "overthrew", "sought", "taught", "caught", "chose", "swore", "tore", "wore", "hid",  "rode", "sat",
      "slept", "heard", "agreed", "disagreed", "guaranteed", "decreed", "freed",  "meant", "dealt", "lay",    "arose",   "ate",    "beat",   "bore",  "put",
      "retook", "overran", "fled", "swept", "overtook", "undertook", "rebuilt", "oversaw", "forbade", "stole", "froze", "shrank", "sprang", "swam", "hung", "overcame"}},
    {0, Tense::Present, {"is", "are", "makes", "gives", "shows", "seeks", "does", "do", "am", "remains", "continues", "believes", "wants"}},
    {0, Tense::Future,
     {"shall", "would", "expects", "anticipates", "sees", "foresees", "predicts", "forecasts", "plans", "hopes", "intends", "expected", "scheduled", "planned", "slated", "aims", "ll",
      "due", "can", "could", "should", "might", "must", "forthcoming", "starting", "starts", "forecast", "predicted"}},
    {kCounted, Tense::None,
     {"people",   "soldiers", "troops",  "men",       "women",    "children", "persons",   "refugees",  "prisoners", "civilians",
      "miles",    "mile",     "km",      "kilometers", "kilometres", "kilometer", "kilometre", "meters", "metres",   "meter",
      "metre",    "feet",     "foot",    "yards",     "yard",     "acres",    "hectares",  "tons",      "tonnes",    "pounds",
      "kg",       "dollars",  "euros",   "percent",   "casualties", "dead",   "deaths",    "wounded",   "killed",    "workers",
      "jobs",     "votes",    "ships",   "aircraft",  "planes",   "tanks",    "guns",      "vehicles",  "mines",     "landmines",
      "rounds",   "horses",   "houses",  "homes",     "copies",   "employees", "members",  "students",  "shares",    "points",
      "barrels",  "square",   "cubic",   "degrees",   "mm",       "cm",       "mb",        "gb",        "mw",        "hp",
      "items",    "others",   "fighters", "cases",    "rockets",  "missiles", "inhabitants", "residents", "families", "lives",
      "cavalry",  "infantry", "marines", "sailors",   "rebels",   "insurgents", "pilgrims", "protesters", "demonstrators", "voters",
      "pages",    "words",    "lines",   "million",   "billion",  "trillion", "hits",      "tickets",   "seats",     "units",
      "calories", "volts",    "watts",   "bytes",     "crew",     "delegates", "officers", "police",    "policemen", "militants",
      "strong",   "ft",       "lb",      "lbs",       "mph",      "kph",      "knots",     "litres",    "liters",    "gallons",
      "m",        "hostages", "victims", "passengers", "muskets", "rifles",   "cannon",    "cannons",   "militia",   "settlers",
      "additional", "cars", "trucks", "flights", "schools", "villages", "buildings", "companies", "countries",
      "hz", "khz", "mhz", "ghz", "kw", "kwh", "mwh", "gwh", "rpm", "kcal", "ml", "cc", "inches", "ounces", "hectare", "acre", "kilograms", "grams"}},
    {kSpeech, Tense::Past, {"said", "told", "stated", "noted", "added", "announced", "reported"}},
    {kSpeech, Tense::Present, {"says", "reports", "tells"}},
    {kSpeech, Tense::None, {"according"}},
    {kNowadays, Tense::Present, {"has", "have"}},
    {kNowadays, Tense::Future, {"will"}},
    // verbs in the present of a timetable: "talks resume on Monday"
    {kBaseVerb, Tense::Future, {"enters", "resumes", "expires", "convenes", "departs", "opens", "ends", "kicks", "goes", "arrives", "takes", "begins", "holds", "runs",
      "meets", "visits", "plays", "comes", "closes", "votes", "travels", "leaves", "returns", "retires", "becomes", "concludes",
      "matures", "lapses", "premieres", "debuts", "joins", "turns", "lands", "flies", "sails", "reopens", "reconvenes", "hosts", "starts", "hears", "gathers", "testifies", "unveils"}},
    {kBaseVerb, Tense::None,
     {"meet",    "begin",   "start",  "hold",    "vote",   "visit",   "travel", "resume", "leave",   "arrive",  "return", "announce",
      "decide",  "discuss", "sign",   "open",    "close",  "attend",  "speak",  "release", "report", "publish", "present", "face",
      "appear",  "play",    "go",     "take",    "make",   "host",    "address", "launch", "end",    "expire",  "deliver", "continue",
      "be",      "have",    "fly",    "rule",    "hear",   "testify", "submit", "convene", "complete", "enter", "finish", "introduce",
      "run",     "send",    "join",   "give",    "get",    "see",     "come",   "reach",  "bring",   "move",    "pay",    "buy",
      "die",     "stay",    "remain", "quit",    "retire",
      "sell",    "raise",   "cut",    "withdraw", "step",  "stand",   "become", "receive", "show",   "welcome", "inaugurate"}},
    {kTitle, Tense::None,
     {"mr", "mrs", "ms", "dr", "general", "gen", "colonel", "col", "captain", "capt", "major", "lord", "lady", "sir", "theresa",
      "prime", "minister", "president", "senator", "sen", "rep", "professor", "prof", "king", "queen", "prince", "saint", "st",
      "gov", "lt", "sgt", "rev", "cmdr", "adm", "supt", "maj", "cpl", "insp"}},
    {kNumberNoun, Tense::None,
     {"resolution", "page", "pages", "flight", "phone", "tel", "telephone", "fax", "room", "number", "no", "nos", "article",
      "section", "chapter", "line", "highway", "route", "model", "boeing", "airbus", "psalm", "verse", "bulletin", "order",
      "decree", "law", "act", "case", "box", "channel", "version", "windows", "vol", "volume", "issue", "unit", "battalion",
      "regiment", "division", "figure", "table", "pp", "isbn", "doi", "ext", "code", "zip", "protocol", "circular", "serial",
      "rfc", "iso", "hr", "lot", "suite", "apartment", "apt", "gate", "asteroid", "eur", "usd", "gbp", "rs", "genesis", "exodus", "leviticus", "isaiah", "jeremiah", "corinthians", "psalms", "proverbs"}},
};

// clang-format on

/// Open addressing over a power of two; built once, read by every thread.
class Lexicon {
  public:
    Lexicon() {
        add_all(kCalendarWords);
        add_all(kUnits);
        add_all(kNumbers);
        add_all(kShifts);
        add_all(kParts);
        add_all(kGrammarWords);
        for (const WordList& list : kLists) {
            for (std::string_view word : list.words) add({word, list.classes, 0, Unit::None, Word::Other, list.tense});
        }
        for (std::string_view word : {"earnings", "revenue", "revenues", "profit",       "profits",   "shareholders", "dividend",  "sales",
                                      "shares",   "stock",   "stocks",   "investors",    "analysts",  "economists",   "inflation", "gdp",
                                      "economy",  "growth",  "income",   "unemployment", "dividends", "exports",      "currency"}) {
            add({word, 0, 0, Unit::None, Word::Money});
        }
        // nouns that a year stands before, so that "2000" there is one
        for (std::string_view word :
             {"levels",   "election",     "elections",     "census",    "summit", "season",     "budget",    "report",
              "law",      "constitution", "treaty",        "agreement", "accord", "revolution", "coup",      "edition",
              "campaign", "championship", "championships", "games",     "war",    "crisis",     "earthquake"}) {
            add({word, 0, 0, Unit::None, Word::Yearly});
        }
        for (std::string_view word :
             {"low", "lows", "high", "highs", "upper", "lower", "temperature", "temperatures", "degrees", "sunny", "cloudy"}) {
            add({word, 0, 0, Unit::None, Word::Weather});
        }
        for (std::string_view word : {"take", "takes", "took", "taken", "taking", "lasts", "lasting", "spend", "spent", "spending"}) {
            add({word, 0, 0, Unit::None, Word::Lasting});
        }
        add({"lasted", 0, 0, Unit::None, Word::Lasting, Tense::Past});
        for (std::string_view word : {"coronavirus", "interwar"}) add({word, 0, 0, Unit::None, Word::Named});
        add_words(Word::Is, {"is", "are", "was", "were", "been", "being"});
        add_words(Word::They, {"they", "we", "who", "you"});
        add_words(Word::He, {"he", "she", "what", "there", "here"});
        add({"isn", 0, 0, Unit::None, Word::Is, Tense::Present});
        add({"aren", 0, 0, Unit::None, Word::Is, Tense::Present});
        // words of what is to come that are nouns or stand before one too
        add_words(Word::Expected, {"expected", "scheduled", "planned", "slated", "forthcoming"});
        add({"supposed", 0, 0, Unit::None, Word::Expected, Tense::Future});
        add_words(Word::Plans, {"plans", "hopes", "aims", "forecasts"});
        add({"predicted", 0, 0, Unit::None, Word::Predicted, Tense::Future});
        add({"projected", 0, 0, Unit::None, Word::Predicted, Tense::Future});
        add({"forecast", 0, 0, Unit::None, Word::Forecast});
        add({"due", 0, 0, Unit::None, Word::Due});
        add({"starting", 0, 0, Unit::None, Word::Starting});
        add({"commencing", 0, 0, Unit::None, Word::Starting, Tense::Future});
        // what gets a new day: "extended to May"; "put off", "put back"
        for (std::string_view word :
             {"postponed", "adjourned", "deferred", "delayed", "rescheduled", "extended", "prolonged", "suspended", "moved", "shifted",
              "pushed", "remanded", "renewed", "brought", "advanced", "qualified", "headed", "changed"}) {
            add({word, 0, 0, Unit::None, Word::Postponed, Tense::Past});
        }
        add_words(Word::Postpone, {"adjourn", "defer", "delay", "extend", "move", "postpone", "prolong", "push", "reschedule", "shift"});
        add({"put", 0, 0, Unit::None, Word::Put});
        add({"killed", 0, 0, Unit::None, Word::Other, Tense::Past});
        add({"wounded", 0, 0, Unit::None, Word::Other, Tense::Past});
        add({"could", 0, 0, Unit::None, Word::Could});
        add({"not", 0, 0, Unit::None, Word::Not});
        // what is being done about what was: no arrangement to come, as "are meeting" is
        add_words(Word::Investigating,
                  {"investigating", "probing", "searching", "seeking", "hunting", "looking", "reviewing", "examining", "studying",
                   "questioning", "treating", "recovering", "mourning", "blaming", "denying", "reporting"});
        add({"ended", 0, 0, Unit::None, Word::Ended, Tense::Past});
        add({"able", 0, 0, Unit::None, Word::Able});
        // before "to" and a verb: that was done, or was not to be
        for (std::string_view word : {"failed", "managed", "refused", "forced", "began", "started", "continued", "used", "helped", "had",
                                      "declined", "met", "gathered", "came", "went", "returned"}) {
            add({word, 0, 0, Unit::None, Word::Managed, Tense::Past});
        }
        // what nobody plans: "a fire Sunday" was, whatever is to come of it
        add_words(Word::Mishap, {"accident",   "accidents", "arrest",   "arrests",   "assault",  "assassination", "attack",     "attacks",
                                 "avalanche",  "blast",     "blaze",    "bombing",   "bombings", "brawl",         "burglary",   "clash",
                                 "clashes",    "collision", "crash",    "crashes",   "death",    "derailment",    "earthquake", "explosion",
                                 "explosions", "fight",     "fire",     "fires",     "incident", "kidnapping",    "killing",    "killings",
                                 "landslide",  "landslip",  "massacre", "mudslide",  "murder",   "murders",       "outage",     "quake",
                                 "raid",       "rape",      "riot",     "robbery",   "shooting", "shootings",     "shootout",   "slaying",
                                 "slayings",   "spill",     "stabbing", "stabbings", "wreck"});
        // what may be foreseen, but not before what comes after it: "after surgery Sunday", "after a storm Sunday"
        add_words(Word::Setback, {"blizzard", "cyclone", "flood", "floods", "flooding", "hurricane", "selloff", "slump", "storm", "storms",
                                  "surgery", "tornado", "tornadoes", "typhoon"});
        add_words(Word::Follow, {"follow", "follows"});
        add_words(Word::Trading, {"trading", "dealings"});
        add_words(Word::Cut, {"cut"});
        add_words(Word::Comparable, {"comparable", "corresponding"});
        add({"finished", 0, 0, Unit::None, Word::Framing, Tense::Past});  // "finished the day higher"
        add({"opened", 0, 0, Unit::None, Word::Framing, Tense::Past});
        add_words(Word::Because, {"because"});
        // what is on a programme: "will leave after visiting Paris on Sunday"
        add_words(Word::Itinerary,
                  {"addressing", "arriving",   "attending",  "celebrating", "competing", "completing", "delivering", "departing",
                   "finishing",  "hearing",    "holding",    "hosting",     "landing",   "launching",  "leaving",    "meeting",
                   "playing",    "presenting", "racing",     "running",     "returning", "signing",    "speaking",   "talking",
                   "touring",    "traveling",  "travelling", "visiting",    "voting"});
        add({"would", 0, 0, Unit::None, Word::Would});
        add({"wouldn", 0, 0, Unit::None, Word::Would, Tense::Future});
        add_words(Word::Telling, {"answer", "comment", "confirm", "deny", "disclose", "discuss", "elaborate", "explain", "identify",
                                  "reveal", "say", "specify", "speculate"});
        add_words(Word::When, {"when", "if"});
        add_words(Word::Relative, {"who", "whom", "whose", "which", "where"});
        add({"quit", 0, 0, Unit::None, Word::Other, Tense::Past});
        // what has a day to come: "called a vote for Sunday"; "was given until Monday", "vowed to stay until Monday"
        add({"called", 0, 0, Unit::None, Word::Arranged, Tense::Past});
        add({"arranged", 0, 0, Unit::None, Word::Arranged, Tense::Past});
        add({"fixed", 0, 0, Unit::None, Word::Arranged, Tense::Past});
        add({"announced", 0, 0, Unit::None, Word::Announced, Tense::Past});
        for (std::string_view word : {"asked", "ordered", "urged", "warned"}) add({word, 0, 0, Unit::None, Word::Vowed, Tense::Past});
        for (std::string_view word : {"pledged", "promised", "threatened", "vowed"})
            add({word, 0, 0, Unit::None, Word::Pledged, Tense::Past});
        add({"given", 0, 0, Unit::None, Word::Vowed});
        add({"gave", 0, 0, Unit::None, Word::Vowed, Tense::Past});
        add({"down", 0, 0, Unit::None, Word::Down});
        add_words(Word::Contract,
                  {"contract", "contracts", "delivery", "settlement", "futures", "wheat", "corn", "soybeans", "cattle", "crude"});
        constexpr Entry lengthy[] = {{"hourlong", 0, 0, Unit::Hour, Word::Lengthy}, {"daylong", 0, 0, Unit::Day, Word::Lengthy},
                                     {"weeklong", 0, 0, Unit::Week, Word::Lengthy}, {"monthlong", 0, 0, Unit::Month, Word::Lengthy},
                                     {"yearlong", 0, 0, Unit::Year, Word::Lengthy}, {"decadelong", 0, 0, Unit::Decade, Word::Lengthy}};
        add_all(lengthy);
        add_words(Word::Born, {"born"});
        add_words(Word::Deadline, {"deadline"});
        add_words(Word::Ahead, {"ahead"});
        add_words(Word::Stays, {"stay", "stays", "remain", "remains", "keep", "keeps"});
        // what holds from then on: "banned lorries until Sunday"
        for (std::string_view word :
             {"banned",     "barred",      "blocked",    "cancelled", "closed",  "confined", "curbed",      "declared",
              "evacuated",  "forbade",     "granted",    "grounded",  "halted",  "imposed",  "interrupted", "locked",
              "prohibited", "quarantined", "restricted", "sealed",    "stopped", "detained", "jailed"}) {
            add({word, 0, 0, Unit::None, Word::Decreed, Tense::Past});
        }
        add_words(Word::Likely, {"likely", "unlikely", "possible"});
        // "hope to pass it in May", "plan for December"
        add_words(Word::Decision, {"decision", "pact", "proposal", "ruling", "verdict"});
        for (std::string_view word : {"agreed", "decided", "voted"}) add({word, 0, 0, Unit::None, Word::Decision, Tense::Past});
        add_words(Word::Intend, {"aim", "expect", "expecting", "hope", "hoping", "intend", "plan", "planning"});
        add_words(Word::Chance, {"chance", "chances", "likelihood", "possibility", "risk", "threat"});
        add_words(Word::With, {"with", "against", "amid", "despite"});
        add({"followed", 0, 0, Unit::None, Word::Follow, Tense::Past});
        // participles that look like no past: "a man seen near the shop Thursday"
        for (std::string_view word : {"seen", "gone", "taken", "done", "written", "driven", "stolen", "fallen", "thrown", "shown", "chosen",
                                      "broken", "drawn", "flown", "shaken", "spoken", "begun", "shut", "sworn"}) {
            add({word, 0, 0, Unit::None, Word::Other, Tense::Past});
        }
        add_outlooks();
        add_words(Word::Figures, {"orders", "figures", "results", "starts", "output", "production", "payrolls", "deficit", "surplus"});
        add_verbs(kPlainVerb, {"begin",   "come",   "hold",   "resume",     "arrive",  "leave",     "decide",  "discuss", "sign",
                               "open",    "attend", "speak",  "appear",     "go",      "take",      "fly",     "hear",    "testify",
                               "convene", "expire", "enter",  "gather",     "reopen",  "reconvene", "compete", "kick",    "depart",
                               "choose",  "elect",  "unveil", "inaugurate", "receive", "welcome",   "join"});
        add_verbs(kNounVerb, {"visit", "vote", "return", "launch"});
        add_verbs(kTeamVerb, {"meet", "play", "face", "host", "travel", "entertain"});
        add({"will", 0, 0, Unit::None, Word::Will, Tense::Future});
        add({"be", 0, 0, Unit::None, Word::Be, Tense::None});
    }

    void add_outlooks() {
        add_outlook(kFixture,
                    {"appeal",    "arraignment", "auction",  "ballot",       "briefing", "ceremony",   "clash",    "concert", "conference",
                     "deadline",  "debate",      "decision", "derby",        "election", "elections",  "festival", "final",   "fixture",
                     "funeral",   "game",        "hearing",  "inauguration", "match",    "meeting",    "parade",   "poll",    "polls",
                     "primary",   "protest",     "protests", "race",         "rally",    "referendum", "report",   "rematch", "runoff",
                     "semifinal", "sentencing",  "session",  "showdown",     "stopover", "strike",     "summit",   "talks",   "test",
                     "tour",      "tournament",  "trial",    "trip",         "verdict",  "visit",      "vote",     "wedding"});
        add_outlook(kAwaits, {"await", "awaits", "awaited", "awaiting", "anticipate", "eye", "eyeing", "expect", "face", "faces", "facing",
                              "pending", "plan"});
        add_outlook(kAwaitsFor, {"available", "brace",     "braced",   "bracing",      "doubt",   "doubtful", "doubts",     "eligible",
                                 "favored",   "favoured",  "fit",      "gear",         "gearing", "look",     "looking",    "prepare",
                                 "prepares",  "preparing", "probable", "questionable", "ready",   "tickets",  "unavailable"});
        add_outlook(kSky, {"drizzle", "flurries", "hail", "rain", "showers", "sleet", "snow", "storms", "thunderstorms"});
        add_outlook(kOrder, {"arrive", "attend", "bring", "check", "come", "go", "join", "keep", "stay"});
        add_outlook(kTrade,
                    {"acquisition", "airline",   "banks",     "bookings", "borrowing", "business",     "buyout",        "chains",
                     "company",     "consumers", "costs",     "deal",     "demand",    "executive",    "executives",    "exports",
                     "gnp",         "guidance",  "imports",   "industry", "layoffs",   "manufacturer", "manufacturers", "margins",
                     "market",      "merger",    "orders",    "output",   "price",     "prices",       "producers",     "production",
                     "retailer",    "retailers", "shipments", "spending", "takeover"});
        for (std::string_view word : {"appeared", "appears", "appear", "believed", "found", "known", "reported", "said", "seem", "seemed",
                                      "seems", "thought", "understood"})
            add_outlook(kSeeming, {word});
        add({"believed", 0, 0, Unit::None, Word::Other, Tense::Past});
        add({"seemed", 0, 0, Unit::None, Word::Other, Tense::Past});
        add({"braced", 0, 0, Unit::None, Word::Other, Tense::Past});
        add({"awaited", 0, 0, Unit::None, Word::Other, Tense::Past});
        for (std::string_view word : {"canceled", "cancelled", "postponed", "scrapped"}) {
            add({word, 0, 0, Unit::None, Word::Other, Tense::Past});
            add_outlook(kUndone, {word});
        }
    }

    const WordInfo* find(std::string_view lower) const {
        const std::uint32_t hash = base::word_hash(lower);
        for (std::size_t at = hash & kMask; slots_[at].row != 0; at = (at + 1) & kMask) {
            if (slots_[at].tag != tag_of(hash)) continue;
            const Row& row = rows_[slots_[at].row - 1u];
            if (base::same_word(row.text(), lower)) return &row.info;
        }
        return nullptr;
    }

  private:
    static constexpr std::size_t kMask = 4095;
    /// With its letters, so that a word that is found costs one look beside the slot; two to a line of the cache.
    struct alignas(32) Row {
        std::array<char, kLongest> letters{};
        std::uint8_t size = 0;
        WordInfo info;
        std::string_view text() const { return {letters.data(), size}; }
    };
    struct Slot {
        std::uint16_t tag = 0;
        std::uint16_t row = 0;  ///< number plus one; 0: empty
    };
    static std::uint16_t tag_of(std::uint32_t hash) { return static_cast<std::uint16_t>(hash >> 16); }
    /// The word's own row, made where there is none.
    WordInfo& info_of(std::string_view word) {
        const std::uint32_t hash = base::word_hash(word);
        std::size_t at = hash & kMask;
        for (; slots_[at].row != 0; at = (at + 1) & kMask)
            if (Row& row = rows_[slots_[at].row - 1u]; row.text() == word) return row.info;
        assert(word.size() <= kLongest && rows_.size() * 2 < kMask);
        Row& row = rows_.emplace_back();
        row.size = static_cast<std::uint8_t>(word.copy(row.letters.data(), kLongest));
        slots_[at] = {tag_of(hash), static_cast<std::uint16_t>(rows_.size())};
        return row.info;
    }

    template <std::size_t N>
    void add_all(const Entry (&entries)[N]) {
        for (const Entry& entry : entries) add(entry);
    }

    void add(const Entry& entry) {
        WordInfo& info = info_of(entry.text);
        info.classes |= entry.classes;
        if (entry.value != 0) info.value = static_cast<std::int16_t>(entry.value);
        if (entry.unit != Unit::None) info.unit = entry.unit;
        if (entry.word != Word::Other) info.word = entry.word;
        if (entry.tense != Tense::None) info.tense = entry.tense;
    }

    void add_words(Word name, std::initializer_list<std::string_view> words) {
        for (std::string_view word : words) add({word, 0, 0, Unit::None, name});
    }
    void add_verbs(int sort, std::initializer_list<std::string_view> words) {
        for (std::string_view word : words) add({word, kBaseVerb, sort});
    }

    void add_outlook(std::uint8_t outlook, std::initializer_list<std::string_view> words) {
        for (std::string_view word : words) info_of(word).outlook |= outlook;
    }

    std::array<Slot, kMask + 1> slots_{};
    std::vector<Row> rows_;
};

/// "arrived", "invaded"; not "need", "hundred", "red".
bool looks_past(std::string_view lower) {
    if (lower.size() < 5 || lower.substr(lower.size() - 2) != "ed") return false;
    const char before = lower[lower.size() - 3];
    return before != 'e' && lower != "hundred" && lower != "sacred" && lower != "united" && lower != "indeed";
}

}  // namespace

const WordInfo& look_up(std::string_view lower) {
    static const Lexicon lexicon;
    static const WordInfo unknown;
    static const WordInfo past{0, 0, Unit::None, Word::Other, Tense::Past};
    if (lower.size() <= kLongest) {
        if (const WordInfo* found = lexicon.find(lower)) return *found;
    }
    return looks_past(lower) ? past : unknown;
}

}  // namespace dateline::extract::temporal
